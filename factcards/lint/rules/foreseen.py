"""What will be, by the summary, and only may be by all that the sources say of it, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lint.findings import Objection
from factcards.lint.matching import LIKELY, Alignment, Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.wording import BEING
from factcards.lint.words import stems_of

__all__ = ["foreseen"]

_SPEAKING = 0.25
"""Share of a clause's content, by weight, that a sentence must have to speak of the same matter."""
_LEAST = 2
"""Words with content that it must have of it, and one behind the "will": whom it is about may do anything."""
_NEAR = 10
"""Words round those that both have among which a source leaves it open."""
_LEFT_OPEN = stems_of("hedge", "strong") | stems_of("hedge", "stance") | stems_of("hedge", "unforeseen")
_OPEN_TOO = _LEFT_OPEN | stems_of("condition", "words") | stems_of("hedge", "granted")
"""Words by which the summary leaves it open as well: what one will be asked to do one may do or not."""
_SETTLED = stems_of("certain", "words") | stems_of("certain", "settling")
_SET_TO = BEING | {"going", "set", "due"}
_TURNED = frozenset(["not", "never"])


def foreseen(match: Match) -> Iterator[Objection]:
    """`hedge_strengthened`: "will", where some of what the sources say of it leaves it open and nothing has it as settled."""
    summary, sentence = match.summary, match.sentence
    places = range(sentence.first, sentence.last)
    for at in places:
        if (
            summary.forms[at] != "will"
            or summary.in_quotation(at)
            or _is_open_too(match, at)
            or not _TURNED.isdisjoint(summary.forms[at + 1 : at + 3])
        ):
            continue
        spoken = [(aligned, w) for aligned, near in _speaking(match, at) for w in near]
        # what nearly the source's sentence has left in leaves it open there as well
        left = ((aligned, w) for aligned, w in spoken if not (match.near_verbatim and w in aligned.backward))
        open_to = next(((aligned, w) for aligned, w in left if _leaves_open(match.source(aligned), w)), None)
        if open_to is None or any(_settles(match.source(aligned), w) for aligned, w in spoken):
            continue
        aligned, there = open_to
        theirs = passage(match, aligned, there, there + 1)
        why = f"surer than the source, which only says “{theirs.span.quote}” of it"
        yield object_to(match, "hedge_strengthened", "error", why, (at, at + 1), [theirs])
        return


def _is_open_too(match: Match, at: int) -> bool:
    """Whether the summary leaves it open as well; what stands before an "and will" is of something else."""
    joined = match.summary.forms[at - 1] in {"and", "but"} and at > match.sentence.first
    return not _OPEN_TOO.isdisjoint(match.summary.stems[at if joined else match.sentence.first : match.sentence.last])


def _speaking(match: Match, at: int) -> Iterator[tuple[Alignment, range]]:
    """The sentences of the sources that speak of what the clause round a "will" says, each with the words round those that both have."""
    clauses = match.clauses_with(at)
    words = clauses[0].words if clauses else range(match.sentence.first, match.sentence.last)
    content = [w for w in words if match.summary.content[w]]
    beside = (found.aligned for told in clauses for found in told.counterparts[:LIKELY])
    for aligned in {(a.side, a.sentence.first): a for a in (*beside, *match.candidates)}.values():
        held = [w for w in content if w in aligned.forward]
        if len(held) >= _LEAST and max(held) > at and match.weight(held) >= _SPEAKING * match.weight(content):
            theirs, sentence = [aligned.forward[w] for w in held], aligned.sentence
            yield aligned, range(max(sentence.first, min(theirs) - _NEAR), min(sentence.last, max(theirs) + _NEAR))


def _leaves_open(source: Side, at: int) -> bool:
    return source.stems[at] in _LEFT_OPEN and source.forms[at] != "planning"


def _settles(source: Side, at: int) -> bool:
    """Whether a word says that it will be so: "will", "is to", "agreed"; "would" where somebody says it."""
    if source.forms[at] == "would":
        return bool(source.attributed_to(at))
    return source.stems[at] in _SETTLED or (source.forms[at] in _SET_TO and source.following(at) == "to")
