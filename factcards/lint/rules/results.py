"""What became of a sum: "made a profit of £18m" where the source has "lost £18m", "a rise from 55%" where it has "a fall from 55%"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factcards.lint.findings import Objection
from factcards.lint.matching import Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.words import stems_of

__all__ = ["results"]

_SIDES = (
    (stems_of("results", "made"), stems_of("results", "lost")),
    (stems_of("contrary", "up"), stems_of("contrary", "down")),
)
"""Words of which one turns round what the other says of the figure beside it."""
_BEFORE = 7
"""Words before a sum in which stands what became of it: "a pre-tax | loss | of about £18m"."""
_BEHIND = 2
"""Words behind it: "a £18m | loss |"."""


def results(match: Match) -> Iterator[Objection]:
    """`contrary`: a sum that somebody made, and lost in every candidate that has it; that rose, and fell; or the other way round."""
    summary = match.summary
    figures = [w for w in range(match.sentence.first, match.sentence.last) if summary.words[w].figure]
    yield from filter(None, (_by_or_to(match, at) for at in figures))
    for at, (ones, others) in itertools.product(figures, _SIDES):
        mine = _result(summary, at, ones | others)
        if mine is None:
            continue
        held = ((aligned, aligned.forward[at]) for aligned in match.candidates if at in aligned.forward)
        told = [(a, there) for a, figure in held if (there := _result(match.source(a), figure, ones | others)) is not None]
        if not told or any((summary.stems[mine] in others) == (match.source(aligned).stems[w] in others) for aligned, w in told):
            continue
        theirs = passage(match, told[0][0], told[0][1], told[0][1] + 1)
        yield object_to(match, "contrary", "error", f"the source says “{theirs.span.quote}”", (mine, mine + 1), [theirs])


def _by_or_to(match: Match, figure: int) -> Objection | None:
    """`contrary`: what fell "to" a figure in every candidate in which it fell "by" it, or the other way round."""
    summary = match.summary
    mine = summary.forms[figure - 1] if figure > match.sentence.first else ""
    held = ((aligned, aligned.forward[figure]) for aligned in match.candidates if figure in aligned.forward)
    told = [(a, w) for a, w in held if w > a.sentence.first and match.source(a).forms[w - 1] in _STEPS]
    moved = all(_result(match.source(a), w, _MOVES) is not None for a, w in told)
    if mine not in _STEPS or not told or not moved or _result(summary, figure, _MOVES) is None:
        return None
    if any(match.source(a).forms[w - 1] == mine for a, w in told):
        return None
    theirs = passage(match, told[0][0], told[0][1] - 1, told[0][1] + 1)
    return object_to(match, "contrary", "error", f"the source says “{theirs.span.quote}”", (figure - 1, figure + 1), [theirs])


_STEPS = frozenset(["by", "to"])
_MOVES = stems_of("contrary", "up") | stems_of("contrary", "down")


def _result(side: Side, figure: int, stems: frozenset[str]) -> int | None:
    """Where the nearest of these words stands that says what became of a sum, with no other figure between."""
    sentence = side.sentence_of(figure)
    before = range(figure - 1, max(sentence.first, figure - _BEFORE) - 1, -1)
    for places in (range(figure + 1, min(sentence.last, figure + 1 + _BEHIND)), before):
        for w in places:
            if side.words[w].figure or (w > figure and not side.content[w]):
                break  # "a profit of £18m | after | losing £20m"
            if side.stems[w] in stems:
                return w
    return None
