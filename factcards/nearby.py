"""What a reading has near a place: a card is about a sentence or two, and looking through a whole long article for each card would take
time with the square of its length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

from factcards.reading import Attribution, Clause, Reading
from factcards.spans import Span

__all__ = ["Nearby"]


class Nearby:
    """A reading, sorted once, so that the part of it around some spans is looked up in logarithmic time."""

    def __init__(self, reading: Reading) -> None:
        """Sort what it holds by place; attributions also know how far those before them reach."""
        self._hedges = sorted(reading.hedges, key=lambda hedge: hedge.start)
        self._negations = sorted(reading.negations, key=lambda negation: negation.start)
        self._names = sorted(reading.names, key=lambda name: name.start)
        self._clauses: list[Clause] = sorted(reading.clauses, key=lambda clause: clause.head.start)
        self._order = {id(clause): at for at, clause in enumerate(reading.clauses)}
        self._attributions = sorted(enumerate(reading.attributions), key=lambda item: item[1].content[0].start)
        self._starts = [found.content[0].start for _, found in self._attributions]
        self._reach = list(accumulate((found.content[-1].end for _, found in self._attributions), max))

    def around(self, spans: Sequence[Span]) -> Reading:
        """The reading's part in the sentences from the first to the last of these spans, and in those of attributions that reach there;
        each kind in its own order.
        """
        found = self._reaching(min(span.start for span in spans), max(span.end for span in spans))
        wide = [*spans, *(span for item in found for span in (*item.evidence, *item.content))]
        low, high = min(span.start for span in wide), max(span.end for span in wide)
        first = bisect_left(self._clauses, low, key=lambda clause: clause.head.start)
        last = bisect_left(self._clauses, high, key=lambda clause: clause.head.start)
        return Reading.model_construct(
            attributions=tuple(found),
            hedges=_within(self._hedges, low, high),
            negations=_within(self._negations, low, high),
            clauses=tuple(sorted(self._clauses[first:last], key=lambda clause: self._order[id(clause)])),
            names=_within(self._names, low, high),
        )

    def _reaching(self, low: int, high: int) -> list[Attribution]:
        """The attributions whose content shares a code point with a stretch, in the reading's order."""
        held: list[tuple[int, Attribution]] = []
        at = bisect_left(self._starts, high) - 1
        while at >= 0 and self._reach[at] > low:
            if self._attributions[at][1].content[-1].end > low:
                held.append(self._attributions[at])
            at -= 1
        return [found for _, found in sorted(held, key=lambda item: item[0])]


S = TypeVar("S", bound=Span)


def _within(spans: Sequence[S], low: int, high: int) -> tuple[S, ...]:
    """Those that begin in a stretch, of spans in text order."""
    first = bisect_left(spans, low, key=lambda span: span.start)
    return tuple(spans[first : bisect_left(spans, high, key=lambda span: span.start)])
