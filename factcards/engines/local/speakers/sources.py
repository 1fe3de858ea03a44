"""What the words of a source are: a pronoun, a name with or without its description, several names, a description, a relative pronoun.

The span may be cut anywhere: at the bare name, or round the whole phrase with title, apposition and relative clause; the parse of
such a span is not trusted alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcards.engines.local.found import Source
from factcards.engines.local.parsing.grammar import CLOSING, SUBJECTS, told_by_age
from factcards.engines.local.parsing.tokens import Doc, Token
from factcards.engines.local.speakers.bearers import Identity
from factcards.engines.local.speakers.binding import is_lost_subject
from factcards.engines.local.speakers.kinds import LANDS, noun_kind, several_beside
from factcards.engines.local.speakers.naming import Mention, is_postnominal
from factcards.engines.local.speakers.nominals import is_personal, is_plural, is_somebody, phrase_of
from factcards.engines.local.speakers.offices import ends_title, is_portfolio
from factcards.engines.local.speakers.people import People
from factcards.lexicon import lemma_of, speaker_words, speech_verbs

__all__ = ["PRONOUNS", "Phrase", "antecedent_of", "is_nobody", "is_told", "is_topic", "name_beside", "read_source", "speaks_beside"]

PRONOUNS = frozenset(
    {
        "he", "she", "they", "it", "i", "we", "you", "his", "her", "him", "their", "them", "its", "my", "our", "your", "me", "us",
        "hers", "theirs", "himself", "herself", "themselves", "itself",
    }
)  # fmt: skip
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_CLIMBED = frozenset({"appos", "pobj", "prep", "compound", "poss", "nmod", "conj", "amod", "acl"})
"""Edges between a word and the somebody whom it describes: "one Democrat familiar with the discussion, who added"."""
_COUNTS = frozenset({"many", "some", "others", "few", "several", "those", "two", "three", "four", "most", "all", "both", "one"})
_LINKS = frozenset({",", "and", "or", "&", "the", "both", "with"})
_MODIFIERS = frozenset({"compound", "amod", "det", "poss", "nummod", "nmod"})
LONGEST_ADDED = 10
"""Tokens of the longest end of a description that is added where its span was cut."""
_CLOSES = frozenset({",", ".", ";", ":", "—", "–", "--", "-", "(", ")", '"', "?", "!"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source, read.

    Attributes:
        kind: What its words are.
        first: First word of what names the source: the pronoun, the name, the noun phrase.
        last: The last.
        head: Its head.
        names: For a name, the one mention; for several, each.
        coordinated: Whether a description names more than one: "the senator and his allies".
    """

    kind: Literal["pronoun", "relative", "name", "names", "description"]
    first: Token
    last: Token
    head: Token
    names: tuple[tuple[Mention, Identity], ...] = ()
    coordinated: bool = False


def read_source(source: Source, people: People) -> Phrase:
    """What the words of a source are."""
    words = _trimmed(_without_lead([t for t in source.head.doc[source.first.i : source.last.i + 1] if not t.is_space]))
    if not words:
        return Phrase("description", source.first, source.last, source.head)
    first = words[0]
    herself = len(words) > 1 and all(t.lower_ in PRONOUNS and t.lower_.endswith(("self", "selves")) for t in words[1:])
    if first.lower_ in PRONOUNS and (len(words) == 1 or herself):
        return Phrase("pronoun", first, first, first)
    if first.lower_ in _RELATIVE and (len(words) == 1 or first.lower_ in {"who", "whom", "whose", "which"}):
        return Phrase("relative", first, first, first)
    head = _head(source, words)
    if (borne := _borne(words, people)) is not None:
        return Phrase("description", first, borne, borne)
    several = _several(head, words, people) or _listed(head, words, people)
    if several:
        return Phrase("names", words[0], words[-1], head, several)
    if not _is_joined(head, words):
        named = _named(head, words, people) or _leading(words, people) or _behind_office(head, words, people)
    else:
        named = None
    if named is not None:
        mention = named[0]
        return Phrase("name", mention.first, mention.last, mention.head, (named,))
    return _description(head, words)


def is_nobody(source: Source) -> bool:
    """Whether the words say that nobody, or not everybody, does it, or what a headline is about: they name no source."""
    first = source.first.lower_
    if first in {"nobody", "no-one", "none"} or (first == "neither" and source.head.pos_ == "NOUN"):
        return True
    if is_topic(source):
        return True
    behind = source.first.nbor(1).lower_ if source.first.i < source.last.i else ""
    return (first == "no" and behind == "one") or (first == "not" and behind in {"everyone", "everybody", "all", "many"})


def is_topic(source: Source) -> bool:
    """Whether something that happens stands before a headline's colon: "| Storm Ada |: thousands without power", "| World Cup |: ..."."""
    first, last = source.first, source.last
    if not first.is_sent_start or last.i + 1 >= len(last.doc) or last.nbor(1).text != ":":
        return False
    named = first.lower_ in speaker_words("storms") and first.i < last.i and last.is_title  # "Storm Ada", not "Ada Storm"
    return named or last.lower_ in speaker_words("happenings")


def is_told(source: Source, verb: Token | None) -> bool:
    """Whether the words name who hears it and not who says it: "Quill was told that ...", "The court heard that ..."."""
    if verb is None:
        return False
    if verb.lemma_ == "hear":
        return source.head.lemma_.lower() in speaker_words("courts")
    if verb.tag_ != "VBN" or verb.lemma_ not in {"tell", "inform", "notify", "remind"}:
        return False
    return source.head.dep_ == "nsubjpass" and source.head.head.i == verb.i


def _without_lead(words: list[Token]) -> list[Token]:
    """From the subject on, behind a place or a clause for which the parser takes it: "Opening the hearing, | the chair, Ada Quill"."""
    first = words[0] if words else None
    if first is None or first.tag_ != "VBG" or not first.is_sent_start or first.dep_ not in SUBJECTS:
        return _without_place(words)
    comma = next((at for at, t in enumerate(words) if t.text == ","), len(words))
    behind = words[comma + 1 :]
    return behind if behind and behind[0].pos_ in {"DET", "PROPN", "PRON", "NOUN", "ADJ"} else words


def _without_place(words: list[Token]) -> list[Token]:
    """From the subject on that the parser hung on the name before it: "Brill Hall, | the coroner, Ada Quill"."""
    noun = next((t for t in words if is_lost_subject(t)), None)
    return words if noun is None else [t for t in words if t.i >= noun.left_edge.i]


def _trimmed(words: list[Token]) -> list[Token]:
    while words and (words[-1].is_punct or words[-1].text in _POSSESSIVE) and words[-1].text not in CLOSING:
        words = words[:-1]
    while words and words[0].is_punct:
        words = words[1:]
    if len(words) > 1 and is_postnominal(words[-1]) and words[-2].pos_ == "PROPN":
        words = words[:-1]
    return words


def _borne(words: Sequence[Token], people: People) -> Token | None:
    """The small word behind a place's name that ends a phrase with an article, whatever the parser makes of it: "the Japan | forward"."""
    found, last = people.at(words[1]) if len(words) > 1 else None, words[-1]
    if found is None or words[0].lower_ not in {"the", "a", "an"} or not 0 < last.i - found[0].last.i <= _POSITION:
        return None
    if not all(word.is_alpha and word.is_lower for word in last.doc[found[0].last.i + 1 : last.i + 1]):
        return None
    kind = found[1].bearer.kind if found[1].bearer is not None else found[0].label
    return last if kind in {"place", "group"} and last.pos_ in {"ADV", "ADJ", "NOUN"} else None


_POSITION = 2
"""Small words of a player's position, at most: "right back"."""


def _head(source: Source, words: Sequence[Token]) -> Token:
    """The word by which the span hangs in the parse: a noun where there is one."""
    inside = {t.i for t in words}
    roots = [t for t in words if t.head.i not in inside or t.head.i == t.i]
    nominal = [t for t in roots if t.pos_ in {"NOUN", "PROPN", "PRON"}] or [t for t in roots if t.pos_ in {"NUM", "ADJ", "DET"}]
    if source.head in nominal:
        return _with_its_own(source.head, nominal[0])
    if nominal:
        return nominal[0]
    subjects = [t for t in words if t.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj"}]
    return subjects[0] if subjects else source.head


def _with_its_own(head: Token, first: Token) -> Token:
    """The noun before, where the parser takes a name in the words that tell more of it for the subject, too: "A | survey | carried out by
    the charity Tarn North found".
    """
    twice = head is not first and head.head is first.head and {head.dep_, first.dep_} <= SUBJECTS and first.pos_ == "NOUN"
    within = twice and any(c.dep_ in {"acl", "prep"} and c.right_edge.i == head.left_edge.i - 1 for c in first.rights)
    return first if within else head


def _is_joined(head: Token, words: Sequence[Token]) -> bool:
    """Whether something that is no list of names is coordinated with the head: "Cruz and his aides"."""
    joined = [c for c in head.children if c.dep_ == "conj" and head.i < c.i <= words[-1].i]
    return any(c.dep_ == "cc" for c in head.children) and any(c.pos_ in {"NOUN", "PROPN"} for c in joined)


def _several(head: Token, words: Sequence[Token], people: People) -> tuple[tuple[Mention, Identity], ...]:
    """Names that are coordinated, as in "Cruz and Rubio", and nothing else."""
    inside = {t.i for t in words}
    found = people.at(head)
    if found is None:
        return ()
    chain = [t for t in head.conjuncts if t.i in inside and t.i > head.i]
    parts = [found, *(part for t in chain if (part := people.at(t)) is not None)]
    distinct = tuple({id(part[0]): part for part in parts}.values())
    if len(distinct) < 2 or len(parts) != len(chain) + 1:
        return ()
    named = {i for mention, _ in distinct for i in range(mention.first.i, mention.last.i + 1)}
    further = [t for t in words if t.i not in named and t.i < distinct[-1][0].last.i and t.lower_ not in _LINKS]
    people_only = all(identity.bearer is not None and identity.bearer.personal for _, identity in distinct)
    if further and not (people_only and all(t.pos_ in {"PROPN", "ADJ"} or t.lower_ in speaker_words("titles") for t in further)):
        return ()  # "Cruz and his aides", "feminists and establishment Democrats"
    return distinct


def _listed(head: Token, words: Sequence[Token], people: People) -> tuple[tuple[Mention, Identity], ...]:
    """As in "contenders Hillary Clinton and Bernie Sanders": a plural description with its names right behind it."""
    behind = [t for t in words if t.i > head.i]
    several = is_plural(head) or head.lower_ in _COUNTS - {"one"}
    comma = next((t.i for t in behind if t.text in {",", "—", "–", ":"}), None)
    if not several or not behind or (people.at(behind[0]) is None and (comma is None or people.at(head.doc[comma + 1]) is None)):
        return ()
    behind = behind if people.at(behind[0]) is not None else [t for t in behind if comma is not None and t.i > comma]
    found = [f for t in behind if (f := people.at(t)) is not None and f[0].first.i == t.i]
    personal = [f for f in found if f[1].bearer is not None and f[1].bearer.personal]
    return tuple(personal) if len(personal) > 1 and found[0] in personal else ()


def _named(head: Token, words: Sequence[Token], people: People) -> tuple[Mention, Identity] | None:
    """The name that the span is about: its head's, or the one in apposition to its head."""
    own = people.at(head)
    if own is not None and head.pos_ in {"PROPN", "NOUN", "X", "ADJ", "ADP", "VERB", "NUM"}:
        kind = own[1].bearer.kind if own[1].bearer is not None else own[0].label
        several = kind in {"group", "place"} or head.tag_ == "NNPS"
        if kind == "group" and head.tag_ == "NNP" and words[0].lower_ in {"the", "a", "an", "one", "another"}:
            return None  # "the Texas Democrat"
        if several and any(t.i < own[0].first.i and t.lower_ not in {"the", "a", "an"} for t in words):
            return None  # "many Republicans", "House Democrats": not all who have the name
        return _instead_of(own, words, people)
    if head.pos_ == "PRON" and head.lower_ in PRONOUNS:
        return None
    return _apposed(head, words, people) or _called(head, people) or _behind_clause(head, people)


def _called(head: Token, people: People) -> tuple[Mention, Identity] | None:
    """The person whom a clause names: "her apprentice, a mechanic called | Joss Bright |", "a man named | Ned Orr | said"; not "one
    lawmaker called Quill a fool".
    """
    nouns = (head, *(c for c in head.rights if c.dep_ == "appos")) if is_personal(head) else ()
    clauses = (c for noun in nouns for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.lower_ in {"called", "named"})
    found = (people.at(name) for clause in clauses for name in clause.rights if name.dep_ in {"oprd", "attr"})
    named = next((f for f in found if f is not None and f[1].bearer is not None and f[1].bearer.personal), None)
    behind = named[0].last.i + 1 if named is not None else len(head.doc)
    return named if behind < len(head.doc) and (head.doc[behind].text == "," or head.doc[behind].head is head.head) else None


def _behind_clause(head: Token, people: People) -> tuple[Mention, Identity] | None:
    """The name between the commas behind a clause without one: "the company that runs the cameras, | Tarn Inc. |, had told him". In "the
    woman who married the singer, Ned Orr, said" it is the singer's.
    """
    clause = next((c for c in head.rights if c.dep_ == "relcl" and c.left_edge.i == head.i + 1 and c.left_edge.tag_ in {"WDT", "WP"}), None)
    comma = next((t for t in clause.subtree if t.text == "," and t.i > clause.i), None) if clause is not None else None
    found = people.at(comma.nbor(1)) if comma is not None and comma.i + 1 < len(comma.doc) else None
    if comma is None or found is None or found[0].first.i != comma.i + 1 or found[0].head.dep_ != "appos":
        return None
    doc, behind, beside = comma.doc, found[0].last.i + 1, comma.nbor(-1)
    closed = behind + 1 < len(doc) and doc[behind].text == "," and doc[behind + 1].head in {head.head, head.head.head}
    nearer = is_personal(beside) or noun_kind(beside) != "unknown" or people.at(beside) is not None
    return found if closed and not nearer and not is_plural(head) and _fits(head, found, tied=False) else None


def _behind_office(head: Token, words: Sequence[Token], people: People) -> tuple[Mention, Identity] | None:
    """The person at the end of the span, whose name the parser hangs on the last word of the office before it: "the club's director of
    sport | Ada Quill".
    """
    found = people.at(words[-1])
    if found is None or found[1].bearer is None or not found[1].bearer.personal or not is_personal(head):
        return None
    mention = found[0]
    before = mention.first.nbor(-1) if mention.first.i else head
    if (
        before.i <= head.i
        or not (before.pos_ == "NOUN" or is_portfolio(before))
        or is_personal(before)
        or not head.i < mention.first.i < mention.last.i
    ):
        return None  # "the lawyer for the suspect Bo Marsh" is another
    links = {"of", "for"} if is_portfolio(before) else {"of"}
    return found if any(t.dep_ == "prep" and t.lower_ in links and t.i < before.i for t in head.rights) else None


def _leading(words: Sequence[Token], people: People) -> tuple[Mention, Identity] | None:
    """A person's name that the span begins with, titles apart, whatever the parse makes of the rest: "Sen. Orr (who ...".."""
    at = next((at for at, t in enumerate(words) if t.lower_ not in speaker_words("titles") | {"the"}), 0)
    found = people.at(words[at])
    if found is None or found[0].first.i != words[at].i or found[1].bearer is None or not found[1].bearer.personal:
        return None
    behind = found[0].last.i + 1
    closed = behind > words[-1].i or words[-1].doc[behind].text in {",", "(", "—", "–", "--", "-"}
    return found if closed else None


def _instead_of(own: tuple[Mention, Identity], words: Sequence[Token], people: People) -> tuple[Mention, Identity] | None:
    """The head's own name, unless it only modifies what follows: in "Fox News host Megyn Kelly" a misparse may head the span "News"."""
    mention, identity = own
    behind = [t for t in words if t.i > mention.last.i]
    if mention.label == "person" or (identity.bearer is not None and identity.bearer.personal) or not behind:
        return own
    for token in behind:
        found = people.at(token)
        if found is not None:
            return found if found[1].bearer is not None and found[1].bearer.personal else own
        if token.pos_ not in {"NOUN", "ADJ", "PROPN"}:
            return own
    return own


def name_beside(head: Token, people: People) -> tuple[Mention, Identity] | None:
    """The name that a description stands beside: "strategist | Ryan Williams", "an adviser to Ms. Quill, | Ned Orr"."""
    first, last = phrase_of(head)
    return _apposed(head, [*head.doc[first.i : max(last.i, head.i) + 1]], people)


def _apposed(head: Token, words: Sequence[Token], people: People) -> tuple[Mention, Identity] | None:
    """As in "strategist Ryan Williams", "the union's president, Mary Kay Henry,": also where the span ends before the comma."""
    doc = head.doc
    if is_plural(head) and head.lower_ != "one":
        return _firm_beside(head, people)
    stop = min(len(doc), max(words[-1].i + 1, head.i + 1) + 8)
    at = head.i + 1
    beside = True
    while at < stop:
        token = doc[at]
        found = people.at(token)
        if found is not None and found[0].first.i == at:
            tied = any(t.dep_ == "appos" and words[0].i <= t.head.i <= words[-1].i for t in doc[at : found[0].last.i + 1])
            personal = found[1].bearer is None or found[1].bearer.personal
            near = at <= words[-1].i or tied
            called = at == head.i + 1 and head.lemma_.lower() in speaker_words("bare")  # "the charity | Tarn North"
            if beside and near and (personal or tied or (called and _fits(head, found, tied=False))):
                return found
            if _behind_comma(found[0], head) and _is_closed(found[0], words, people) and _fits(head, found, tied=tied):
                return found if near or not _does_something(found[0]) else None
            at = found[0].last.i + 1
            beside = False
            continue
        if token.text in {",", "—", "–"} or not (token.is_punct or token.lower_ in speaker_words("titles")):
            beside = beside and token.text == "-"
        at += 1
        if at > words[-1].i + 1 and doc[at - 1].text not in {",", "—", "–", "--"} and not _leads_to_name(doc[at - 1]):
            return None
    return None


def _firm_beside(head: Token, people: People) -> tuple[Mention, Identity] | None:
    """The body that is named beside a plural between commas: "the consultants, | Tarn Moss |, warned"."""
    found = people.at(head.nbor(2)) if head.i + 2 < len(head.doc) else None
    bearer = found[1].bearer if found is not None else None
    told = found is not None and several_beside(found[0]) is head
    return found if told and bearer is not None and bearer.kind == "organization" else None


def _fits(head: Token, found: tuple[Mention, Identity], *, tied: bool) -> bool:
    """Whether the noun can be said of a name behind its comma: a person is no company, and a company no spokesman."""
    bearer = found[1].bearer
    lemma = head.lemma_.lower()
    if bearer is None or bearer.personal:
        return tied or is_personal(head) or lemma == "one" or lemma in speaker_words("titles")
    if tied and lemma in LANDS | {"state"}:
        return bearer.kind in {"place", "organization", "government"}
    return bearer.kind in {"organization", "government"} and (
        noun_kind(head) in {"organization", "government"} or lemma in speaker_words("either")
    )


def _is_closed(mention: Mention, words: Sequence[Token], people: People) -> bool:
    """Whether the name ends what stands between commas, and is not the second of three: "the coach, Ann Orr, and Bo Marsh"."""
    doc, after = mention.last.doc, mention.last.i + 1
    if after >= len(doc) or mention.first.i <= words[-1].i <= mention.last.i:
        return True
    if doc[after].lower_ in _WHERE_FROM and doc[after].dep_ == "prep" and doc[after].head.i in range(mention.first.i, after):
        edge = doc[after].right_edge
        after = edge.i if edge.text == "," else min(edge.i + 1, len(doc) - 1)  # "a lawyer, Ada Quill | of the Larch Group, said"
    listed = doc[after].text == "," and after + 2 < len(doc) and doc[after + 1].pos_ == "CCONJ" and people.at(doc[after + 2]) is not None
    return doc[after].text in _CLOSES and not listed


_WHERE_FROM = frozenset({"of", "from", "at", "with"})
"""What may stand between a name and where its bearer belongs."""


def _does_something(mention: Mention) -> bool:
    """Whether the name is a clause's subject by the parse, and so beside nothing: "according to the mayor, Quill, a teacher, left"."""
    return mention.head.dep_ in {"nsubj", "nsubjpass"}


def _leads_to_name(token: Token) -> bool:
    """Whether a word may stand between a comma and a name beside it: ", the retired cellist | Jane Kell"."""
    return token.pos_ in {"PROPN", "NOUN", "ADJ", "DET"} or token.dep_ == "amod" or ends_title(token)


def _behind_comma(mention: Mention, head: Token) -> bool:
    """Whether only a title stands between a comma and the name: ", former Utah Rep. Jane Kell", ", the cellist Jane Kell"."""
    doc = head.doc
    at = mention.first.i - 1
    while at > max(head.i, mention.first.i - 7) and _leads_to_name(doc[at]):
        at -= 1
    return doc[at].text in {",", "—", "–", "-", "--", ":", "("}


def _description(head: Token, words: Sequence[Token]) -> Phrase:
    """A common noun: its phrase without the clauses behind it, never more than the span."""
    first, last = phrase_of(head)
    low, high = max(first.i, words[0].i), min(last.i, words[-1].i)
    coordinated = any(c.dep_ == "conj" and head.i < c.i <= words[-1].i for c in head.children)
    astray = head.dep_ == "compound" and head.head.i > words[-1].i  # "the email read": the parser takes both for one noun
    if coordinated or astray or low > high or head.pos_ not in {"NOUN", "PROPN", "NUM", "DET", "PRON", "ADJ"}:
        low, high = words[0].i, words[-1].i
    longest = LONGEST_ADDED + (noun_kind(head) == "document")
    short = any(c.dep_ in {"relcl", "acl"} and c.i <= words[-1].i for c in head.children) and words[-1].i - words[0].i < longest
    if short and not any(t.text == "," for t in words):
        high = words[-1].i
    doc = head.doc
    if high + 2 <= words[-1].i and doc[high + 1].text == "," and doc[high + 2].lower_ == "including":
        high = words[-1].i  # "the leadership, including Quill and her aides": they are named as sources too
    while high + 2 <= words[-1].i and doc[high + 1].text == "-":  # "the ex-wife"
        high += 2
    low = _whole_compound(doc, low) if (aged := told_by_age(head)) is None else aged.i
    if not coordinated and not astray:
        high = _with_called(doc, _completed(head, max(high, head.i), last.i, words[-1].i), words[-1].i)
    return Phrase("description", doc[min(low, head.i)], doc[max(high, head.i)], head, coordinated=coordinated)


def _with_called(doc: Doc, high: int, end: int) -> int:
    """Where a description ends with the name right behind the last noun, for which the parser may take the subject: "a survey by the
    charity | Tarn North".
    """
    called = high < end and doc[high].tag_ == "NN" and doc[high].lower_ in speaker_words("bare")
    return end if called and all(t.pos_ == "PROPN" for t in doc[high + 1 : end + 1]) else high


def _whole_compound(doc: Doc, low: int) -> int:
    """Where a description begins that was cut behind a hyphen: "the ex-| deputy"."""
    if low < 2 or doc[low - 1].text != "-" or doc[low - 1].whitespace_ or doc[low - 2].whitespace_:
        return low
    begins = low - 2
    return begins - 1 if begins and doc[begins - 1].pos_ == "DET" else begins


def _completed(head: Token, high: int, end: int, cut_at: int) -> int:
    """Where a description ends that was cut within: in a noun phrase ("a report by the state | auditor"), before its complement ("a
    spokesman | for the front"), within a clause without commas ("an official briefed | on the matter", "experts who were | not there").
    What only says why there is no name is left out.
    """
    doc = head.doc
    above = doc[high].head
    cut = high > head.i and doc[high].dep_ in _MODIFIERS and high < above.i <= min(high + 3, head.right_edge.i)
    if cut and lemma_of(above.lower_) not in speech_verbs():  # "the sign on the gate read" may be one noun for the parser
        high = above.i
    if high < end <= high + LONGEST_ADDED and (doc[high + 1].lower_ in {"for", "of"} or _is_where(doc[high + 1], head, end)):
        high = end
    clause = next((c for c in head.children if c.dep_ in {"relcl", "acl"} and head.i < c.left_edge.i <= high + 1), None)
    if clause is None:
        return high
    first, last = clause.left_edge.i, clause.right_edge.i
    within = first <= high or (first < cut_at and doc[first].lower_ == "who")
    silent = any(t.lower_ in speaker_words("silence") for t in clause.subtree)
    if not within or silent or not high < last <= max(high, cut_at) + LONGEST_ADDED:
        return high
    stop = next((t.i for t in doc[high + 1 : last + 1] if t.is_punct and t.text != "-"), last + 1)
    return stop - 1


def _is_where(link: Token, head: Token, end: int) -> bool:
    """Whether a place and nothing else follows, which says which ones: "state television | in | Tarn"."""
    place = link.doc[end]
    return link.lower_ == "in" and link.head is head and place.head is link and place.pos_ == "PROPN" and place.left_edge.i == link.i + 1


def antecedent_of(relative: Token, people: People) -> Token:
    """The noun or name that a relative pronoun stands for. "Who" wants somebody: "Berger, a gynecologist from Nyack, who said"."""
    verb = relative
    for _ in range(6):
        if verb.dep_ == "relcl" or verb.head.i == verb.i:
            break
        verb = verb.head
    found = verb.head if verb.dep_ == "relcl" else None
    before = relative.nbor(-1) if relative.i else relative
    if before.pos_ in {"ADJ", "DET", "NUM"} and before.lower_ in _COUNTS and not before.is_sent_start:
        return before  # "there are many who say"
    if relative.text == "Who" and not relative.is_sent_start and before.pos_ in {"NOUN", "PROPN"} and people.is_in_heading(relative):
        return before  # "Mayor Told To Sack Clerk Who Lied": the parser is lost in a heading's capitals
    if found is None or found.i > relative.i or found.pos_ not in {"NOUN", "PROPN", "PRON"}:
        found = next((t for t in _backwards(relative) if t.pos_ in {"NOUN", "PROPN", "PRON"} or people.at(t) is not None), relative)
    if relative.lower_ not in {"who", "whom"}:
        near = next((t for t in _backwards(relative) if t.pos_ in {"NOUN", "PROPN"}), found)
        if near.i == relative.i - 1 and near.dep_ in {"conj", "pobj", "dobj"} and found.tag_ != near.tag_ and relative.head.tag_ == "VBP":
            return near if near.tag_ == "NNS" else found  # "the platform's planks that support"
        inside = near.i > found.i and noun_kind(found) == "unknown" and people.at(found) is None
        return near if inside and (noun_kind(near) != "unknown" or people.at(near)) else found
    climbing = found
    for _ in range(6):
        if _is_somebody(climbing, people) and not _is_only_where(climbing, people):
            above = climbing.head
            return above if climbing.dep_ == "appos" and people.at(above) and _is_somebody(above, people) else climbing
        if climbing.head.i == climbing.i or climbing.dep_ not in _CLIMBED:
            break
        climbing = climbing.head
    return next((t for t in _backwards(relative) if _is_somebody(t, people) and t.dep_ not in {"poss", "compound"}), found)


def speaks_beside(source: Source, verb: Token | None, people: People) -> Source:
    """The name before "whose firm", where it speaks itself and the firm does something else: "Quill, | whose firm | built it, said".
    And the body that a place says where to find, for the place: "| a supplier in Tarn |, which has denied it".
    """
    body = _body_there(source.head, people) if verb is not None and verb.dep_ == "relcl" and verb.head is source.head else None
    if body is not None:
        return Source(source.block, body, phrase_of(body)[0], source.last)
    whose = source.first
    if verb is None or whose.lower_ != "whose" or whose.dep_ != "poss":
        return source
    does = whose.head.head
    if verb.i < does.i or does is verb or any(t is does for t in (*verb.ancestors, *verb.conjuncts)):
        return source
    named = people.at(antecedent_of(whose, people))
    return source if named is None else Source(source.block, named[0].head, named[0].first, named[0].last)


def _body_there(place: Token, people: People) -> Token | None:
    """The body before "in" and a place, with "which" behind it: "| a supplier | in Tarn, which"; null where it is itself only where
    something was ("talks at a hotel in Tarn, which"), or where it may as well be the place's own ("an embassy in Tarn").
    """
    link, body = place.head, place.head.head
    if place.dep_ != "pobj" or link.lower_ not in {"in", "near"} or body.tag_ != "NN" or link.i != body.i + 1:
        return None
    found, clause = people.at(place), next((c for c in place.rights if c.dep_ == "relcl"), None)
    if found is None or clause is None or clause.left_edge.lower_ != "which":
        return None
    kind = found[1].bearer.kind if found[1].bearer is not None else found[0].label
    trades = noun_kind(body) == "organization" or body.lemma_.lower() in speaker_words("either")
    where = body.dep_ == "pobj" and body.head.lower_ in _WHERE - {"from", "on"}
    return body if kind in {"place", "government"} and trades and not where else None


def _is_only_where(noun: Token, people: People) -> bool:
    """Whether a plural that names nobody only says where they are whom "who" means: "voters in small | towns | who plan to stay"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in _WHERE or people.at(noun) is not None or noun_kind(noun) != "unknown":
        return False
    named = people.at(link.head)
    person = named is not None and named[1].bearer is not None and named[1].bearer.personal
    return noun.pos_ == "NOUN" and not is_personal(noun) and (person or noun_kind(link.head) in {"group", "anonymous", "person"})


_WHERE = frozenset({"in", "at", "on", "from", "near", "across", "inside", "throughout", "outside"})


def _backwards(token: Token) -> list[Token]:
    return [token.doc[i] for i in range(token.i - 1, max(token.sent.start - 1, token.i - 25), -1)]


def _is_somebody(token: Token, people: People) -> bool:
    found = people.at(token)
    if found is not None:
        bearer = found[1].bearer
        return bearer is None or bearer.kind in {"person", "group"}
    if token.pos_ == "PRON":
        return token.lower_ in {"he", "she", "they", "those", "people", "someone", "anyone", "everyone", "one", "many", "some", "others"}
    counted = any(c.dep_ in {"nummod", "det"} and c.i < token.i for c in token.children)
    if token.ent_type_ == "NORP" and counted:
        return True  # "one Democrat"
    return is_somebody(token) or (token.pos_ == "NOUN" and is_plural(token))
