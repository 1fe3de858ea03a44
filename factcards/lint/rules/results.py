"""Whether a sum was made or lost: "made a profit of £18m" where the source has "lost £18m"."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lint.findings import Objection
from factcards.lint.matching import Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.words import stems_of

__all__ = ["results"]

_MADE = stems_of("results", "made")
_LOST = stems_of("results", "lost")
_BEFORE = 5
"""Words before a sum in which stands what it is: "a pre-tax | loss | of about £18m"."""
_BEHIND = 2
"""Words behind it: "a £18m | loss |"."""


def results(match: Match) -> Iterator[Objection]:
    """`contrary`: a sum that somebody made, and lost in every candidate that has it, or the other way round."""
    summary = match.summary
    for at in range(match.sentence.first, match.sentence.last):
        mine = _result(summary, at) if summary.words[at].figure else None
        if mine is None:
            continue
        held = ((aligned, aligned.forward[at]) for aligned in match.candidates if at in aligned.forward)
        told = [(aligned, there) for aligned, figure in held if (there := _result(match.source(aligned), figure)) is not None]
        if not told or any((summary.stems[mine] in _LOST) == (match.source(aligned).stems[w] in _LOST) for aligned, w in told):
            continue
        theirs = passage(match, told[0][0], told[0][1], told[0][1] + 1)
        yield object_to(match, "contrary", "error", f"the source says “{theirs.span.quote}”", (mine, mine + 1), [theirs])


def _result(side: Side, figure: int) -> int | None:
    """Where the nearest word stands that says whether a sum was made or lost, with no other figure between."""
    sentence = side.sentence_of(figure)
    before = range(figure - 1, max(sentence.first, figure - _BEFORE) - 1, -1)
    for places in (range(figure + 1, min(sentence.last, figure + 1 + _BEHIND)), before):
        for w in places:
            if side.words[w].figure:
                break
            if side.stems[w] in _MADE or side.stems[w] in _LOST:
                return w
    return None
