"""What stands round a possible cue in the parse: its frame, its subject, the quotations beside it. Abstract: no content words."""

from __future__ import annotations

from dataclasses import dataclass

from factcards.engines.local.parsing.sheet import Sheet

__all__ = ["Beside", "beside", "entity_type", "frame", "path_up", "subject", "word_class"]

_FUNCTION_WORDS = frozenset({
    "that", "to", "whether", "if", "who", "which", "what", "how", "why", "when", "where", "of", "in", "on", "at", "for", "by",
    "with", "about", "as", "from", "against", "over", "and", "or", "but", "because", "while", "after", "before", "since", "than",
    "not", "n't", "it", "he", "she", "they", "i", "we", "you", "there", "his", "her", "their", "the", "a", "an", "this", "these",
    "those", "also", "only", "even", "is", "was", "are", "were", "be", "been", "has", "have", "had", "will", "would", "could",
    "may", "might", "can", "should", "do", "did", "does", "'s", "’s", "according", "—", "–", "--", "-", ";", ":", ",", ".", "?",
    "!", "(", ")", '"', "“", "”", "'", "’", "‘", "''", "`", "``", "...", "…",
})  # fmt: skip
"""Words without content of their own: kept as they are, all others are known to the statistics by their part of speech only."""
_SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_MEMBERS = frozenset({"dobj", "oprd", "acomp", "attr", "dative", "agent", "auxpass", "parataxis", "acl", "relcl", "poss", "prep"})


def word_class(sheet: Sheet, at: int) -> str:
    """A function word or mark as it is, anything else by its tag."""
    return sheet.low[at] if sheet.low[at] in _FUNCTION_WORDS else sheet.tag[at]


def entity_type(sheet: Sheet, at: int) -> str:
    """What kind of noun phrase a word heads: which pronoun, which entity, a name, or its part of speech."""
    if sheet.pos[at] == "PRON":
        return f"P:{sheet.low[at]}"
    if sheet.ent[at] in _NAMED:
        return sheet.ent[at]
    return sheet.pos[at]


def subject(sheet: Sheet, verb: int) -> tuple[int, str]:
    """Who does it, and over which edges that was found: the verb's own subject, or one that it shares with what it hangs on.

    Returns:
        The subject's head (-1 without one) and the path, "nsubj" where it is the verb's own.
    """
    path = ""
    for _ in range(6):
        own = sheet.child(verb, "nsubj", "nsubjpass", "csubj")
        if own >= 0:
            return own, path + sheet.dep[own]
        label, head = sheet.dep[verb], sheet.head[verb]
        if label in {"relcl", "acl"}:
            return head, path + label
        if head == verb or label not in _SHARING:
            return -1, path
        if label == "xcomp":
            target = sheet.child(head, "dobj")
            if 0 <= target < verb:
                return target, f"{path}objctl"
        path += label[0]
        verb = head
    return -1, path


def frame(sheet: Sheet, at: int) -> frozenset[str]:
    """What hangs on a word that could be its content or its object, as labels."""
    found: set[str] = set()
    for kid in sheet.kids[at]:
        label = sheet.dep[kid]
        if label == "ccomp":
            marks = [sheet.low[x] for x in sheet.kids[kid] if sheet.dep[x] == "mark"]
            infinitive = sheet.tag[kid] == "VB" and any(sheet.tag[x] == "TO" for x in sheet.kids[kid])
            kind = "that" if "that" in marks else "inf" if infinitive else marks[0] if marks else ""
            found.add(f"ccomp{'L' if kid < at else 'R'}{kind}")
        elif label == "xcomp":
            found.add(f"xcomp{sheet.tag[kid][:3]}")
        elif label in _MEMBERS:
            found.add(label)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Beside:
    """The quotations before and behind a word in its sentence.

    Attributes:
        before: How many words lie between, as a class ("0", "1", "2", "4", "8"), "-" for none.
        behind: The same to the other side.
        closing: The mark that ends the quotation before it (", . ? !", or "w" for a word).
        link: A comma or colon right before the quotation behind it.
        follows: Whether the next sentence of the paragraph begins with a quotation.
        precedes: Whether the sentence before ends with one.
    """

    before: str
    behind: str
    closing: str
    link: str
    follows: bool
    precedes: bool


def _distance(words: int) -> str:
    return "0" if words == 0 else "1" if words == 1 else "2" if words <= 3 else "4" if words <= 7 else "8"


def beside(sheet: Sheet, at: int) -> Beside:
    """The quotations beside a word."""
    first, last = sheet.sentences[sheet.sentence[at]]
    before, behind, closing, link = "-", "-", "", ""
    quoted = max(sheet.region[first:last]) >= 0
    words = 0
    for other in range(at - 1, first - 1, -1) if quoted else ():
        if sheet.region[other] >= 0:
            before = _distance(words)
            region = sheet.regions[sheet.region[other]]
            end = sheet.low[region.last - 2] if region.last - 2 >= region.first else ""
            closing = end if end in {",", ".", "?", "!"} else "w"
            break
        words += sheet.pos[other] != "PUNCT"
    words = 0
    for other in range(at + 1, last) if quoted else ():
        if sheet.region[other] >= 0:
            behind = _distance(words)
            link = sheet.low[other - 1] if sheet.low[other - 1] in {",", ":"} else ""
            break
        words += sheet.pos[other] != "PUNCT"
    paragraph = sheet.paragraph[at]
    follows = last < len(sheet) and sheet.region[last] >= 0 and sheet.paragraph[last] == paragraph
    precedes = first > 0 and sheet.region[first - 1] >= 0 and sheet.paragraph[first - 1] == paragraph
    return Beside(before, behind, closing, link, follows, precedes)


def path_up(sheet: Sheet, at: int) -> dict[int, tuple[str, ...]]:
    """The words above a word, itself included, each with the edges up to it."""
    above: dict[int, tuple[str, ...]] = {}
    edges: tuple[str, ...] = ()
    while True:
        above[at] = edges
        if sheet.head[at] == at or len(edges) > 40:
            return above
        edges = (*edges, sheet.dep[at])
        at = sheet.head[at]
