"""Does the statement hold words, names and figures that the evidence does not? Quotations, speakers, names, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcards.cards import UNNAMED, Card, Figure, Finding, FindingCode, Severity
from factcards.checking.sides import Evidence, Statement, content_words, finding, folded_text, same_name, vocabulary, words_of
from factcards.figures import find_figures, normal_value
from factcards.ground import Grounder, Ungrounded
from factcards.reading import Attribution
from factcards.spans import overlap

__all__ = [
    "attribution_dropped",
    "figures",
    "name_absent",
    "quotations",
    "speaker_absent",
    "speaker_swapped",
    "ungrounded",
]

_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"|«([^»]*)»|(?<!\w)‘([^’]*(?:’\w[^’]*)*)’(?!\w)|(?<!\w)'([^']*(?:'\w[^']*)*)'(?!\w)")
_OMISSION = re.compile(r"\s*[\[(]\s*(?:…|\.\.\.)\s*[\])]\s*|\s*(?:…|\.\.\.)\s*")
_EDGE = " \t\n.,;:!?…\"'()[]-"
LIKENESS = 0.6
"""Share of both contents that a card and the reader's attribution must have in common to be about the same words."""


def quotations(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`quote_absent`: words in quotation marks that do not stand so in the article (quote style, case and white space apart);
    `quote_altered` where most of them do.
    """
    near = [folded_text(span.quote) for span in evidence.spans]  # almost always there: the whole article is long
    for found in _QUOTED.finditer(statement.text):
        inside = next(group for group in found.groups() if group is not None)
        for piece in _OMISSION.split(inside):
            wanted = folded_text(piece).strip(_EDGE)
            pattern = re.compile(rf"(?<!\w){_loosely(wanted)}(?!\w)")
            if wanted and not any(pattern.search(text) for text in (*near, folded_text(evidence.article.text))):
                nearest = _grounder(evidence.article.text).ground(piece)
                absent = isinstance(nearest, Ungrounded) and nearest.code != "quote_altered"
                code: FindingCode = "quote_absent" if absent else "quote_altered"
                yield finding(code, "error", f"nobody says “{piece.strip()}” in the article", evidence.spans[:1])


@lru_cache(maxsize=2)
def _grounder(text: str) -> Grounder:
    """An index of the article's words, made when the first quotation does not stand there."""
    return Grounder(text)


def _loosely(words: str) -> str:
    """A pattern for these words that takes any quote marks, since nested ones change style, and one between two sentences, where the next
    paragraph of a speech may begin.
    """
    pattern = re.sub(r"""\\?['"]""", lambda _mark: """['"]""", re.escape(words))
    return re.sub(r"(?<=[.?!])\\ ", lambda _space: """ ['"]?""", pattern)


def speaker_absent(_statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`speaker_absent`: the card's speaker does not stand in the article at all. Who is nobody named is not asked for."""
    known = vocabulary(evidence.article.text)
    for card in evidence.cards:
        if card.speaker is None or card.speaker.name == UNNAMED or any(f.code == "speaker_absent" for f in card.findings):
            continue
        missing = [word for word in words_of(card.speaker.name) if word not in known]
        if missing:
            yield finding("speaker_absent", "error", f"the article does not know a speaker “{card.speaker.name}”", card.evidence[:1])


def name_absent(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`name_absent`: the statement names somebody or something that the article does not."""
    known = vocabulary(evidence.article.text)
    seen: set[str] = set()
    for name in statement.reading.names:
        missing = [word for word in words_of(name.quote) if word not in known and len(word) > 1 and not word.isdigit()]
        if missing and name.quote not in seen and name.kind != "other":
            seen.add(name.quote)
            yield finding("name_absent", "error", f"the name “{name.quote}” does not stand in the article", evidence.spans[:1])


def speaker_swapped(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`speaker_swapped`: the statement gives the words to somebody else than the card does, or the card to somebody else than the
    article does.
    """
    for card in evidence.cards:
        if card.speaker is None or card.speaker.resolved_by == "unresolved" or any(f.code == "speaker_swapped" for f in card.findings):
            continue
        theirs = [found for found in evidence.reading.attributions if _about(found, card)]
        if any(found.speaker and same_name(found.speaker.name, card.speaker.name) for found in theirs):
            continue  # one level of a nested attribution: the words are theirs too
        for found in theirs:
            if found.speaker is None or found.speaker.resolved_by == "unresolved" or found.confidence < 0.6:
                continue
            message = f"the article gives these words to {found.speaker.name}, not to {card.speaker.name}"
            yield finding("speaker_swapped", "error", message, [found.speaker.mention or found.content[0]])
            break
    yield from _claimed_by_another(statement, evidence)


def _about(found: Attribution, card: Card) -> bool:
    """Whether an attribution and a card are about the same words."""
    sizes = [sum(span.end - span.start for span in spans) for spans in (found.content, card.content)]
    return overlap(found.content, card.content) >= LIKENESS * max(sizes)


def _claimed_by_another(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    known = [speaker.name for speaker in evidence.speakers] + [e.name for card in evidence.cards for e in card.entities if card.via]
    mentions = [speaker.mention.quote for speaker in evidence.speakers if speaker.mention is not None]
    for card in evidence.cards:
        said = statement.attribution_of(card)
        if said is None or said.speaker is None or said.speaker.resolved_by in {"unresolved", "carried"} or said.confidence < 0.7:
            continue
        if card.speaker is None and said.cue is not None and set(words_of(said.cue.quote)) & set(words_of(evidence.text)):
            continue  # the article itself words it so ("China ..., signaling its will"), whatever a reader takes that for
        who = said.speaker.name
        if not any(same_name(who, name) for name in (*known, *mentions)) and not _in_content(who, card.content[0].quote):
            whose = card.speaker.name if card.speaker else "the article itself"
            yield finding("speaker_swapped", "error", f"the claim gives to {who} what {whose} says", card.evidence[:1])
            return


def _in_content(name: str, content: str) -> bool:
    """An inner source named in the content itself ("X said that Y believes ...") is no swap."""
    return set(words_of(name)) - {"the"} <= set(words_of(content))


def attribution_dropped(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`attribution_dropped`: the statement does not name the speaker. A summary must (error); a card shows it beside (warning)."""
    words = set(words_of(statement.text))
    for card in evidence.cards:
        speaker = card.speaker
        if speaker is None:
            continue
        names = [speaker.name, speaker.name.partition(",")[0], *([speaker.mention.quote] if speaker.mention else [])]
        if not any(_named(name, words) for name in names):
            severity: Severity = "error" if evidence.summary else "warning"
            yield finding(
                "attribution_dropped",
                severity,
                f"the claim does not say that it is {speaker.name} who says so",
                card.evidence[:1],
            )


def _named(name: str, words: set[str]) -> bool:
    parts = [word for word in words_of(name) if word not in {"the", "a", "an", "of"}]
    return not parts or parts[-1] in words or len(set(parts) & words) * 2 >= len(parts)


def figures(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`figure_absent`, `figure_elsewhere`: a number, an amount, a percentage or a date that the evidence does not hold, however spelled."""
    here = {normal_value(figure) for figure in find_figures(evidence.text)}
    names = " ; ".join(f"{speaker.name} {speaker.role or ''}" for speaker in evidence.speakers)  # "one of two officials", as resolved
    for figure in find_figures(statement.text):
        value = normal_value(figure)
        if value in here or _stands(figure, evidence.text) or _stands(figure, names) or _part_of_date(value, here):
            continue
        code: FindingCode = "figure_elsewhere" if _stands(figure, evidence.article.text) else "figure_absent"
        where = (
            "stands elsewhere in the article, not in this claim's evidence"
            if code == "figure_elsewhere"
            else "does not stand in the article"
        )
        yield finding(code, "error", f"the figure “{figure.quote}” {where}", evidence.spans[:1])


def _stands(figure: Figure, text: str) -> bool:
    words = re.escape(folded_text(figure.quote))
    return re.search(rf"(?<![\w.,]){words}(?![\w]|[.,]\d)", folded_text(text)) is not None


def _part_of_date(value: str, here: set[str]) -> bool:
    """The "March" of "3 March 2024"; the year alone."""
    kind, _, words = value.partition(":")
    return kind == "date" and any(set(words.split()) <= set(known.partition(":")[2].split()) for known in here if known.startswith("date:"))


def ungrounded(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`ungrounded`: more than half of the statement's words that carry meaning do not stand in the evidence."""
    named = [f"{speaker.name} {speaker.role or ''}" for speaker in evidence.speakers]
    named += [name.quote for name in statement.reading.names]  # a claim tells by name whom the article's "he" means
    names = {word for words in named for word in content_words(words)}
    words = statement.words - names
    known = content_words(evidence.text)
    if len(words) >= 4 and len(words & known) < 0.5 * len(words):
        missing = ", ".join(sorted(words - known)[:5])
        yield finding("ungrounded", "warning", f"most of the claim's words are not the evidence's ({missing})", evidence.spans[:1])
