"""Which contents share words, and whose the quotations are: looked up by offset, never pair by pair."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import child

__all__ = ["Cover", "Owners", "shared"]


class Owners:
    """Whose the quotations are by rule: from whichever cue they are parted by another one with a subject of its own, it has them."""

    def __init__(self, quoted: Sequence[Found]) -> None:
        """Sort them once."""
        mine = [f for f in quoted if f.verb is not None and child(f.verb, "nsubj") is not None]
        self._pieces = sorted((*piece, f.block.offsets(f.cue[0], f.cue[-1])[0]) for f in mine for piece in f.content)
        self._starts = [piece[0] for piece in self._pieces]

    def spans_another(self, found: Found, own: Found) -> bool:
        """Whether a content that has a quotation of its own by rule holds another's together with its cue."""
        if own.frame != "quote":
            return False
        return any(
            end <= high and low <= cue < high and (start, end) not in own.content
            for low, high in found.content
            for start, end, cue in self._within(low, high)
        )

    def without_others(self, found: Found, own: Found) -> list[tuple[int, int]]:
        """The content without whole pieces that are another cue's; all of it where nothing would be left."""
        cue = found.block.offsets(found.cue[0], found.cue[-1])[0]
        kept = [piece for piece in found.content if not self._is_others(piece, cue, own.content)]
        return kept or found.content

    def _is_others(self, piece: tuple[int, int], cue: int, own: Collection[tuple[int, int]]) -> bool:
        low, high = piece
        return any(
            end <= high and (start, end) not in own and min(low, cue) < other < max(low, cue) and not low <= other < high
            for start, end, other in self._within(low, high)
        )

    def _within(self, low: int, high: int) -> list[tuple[int, int, int]]:
        return self._pieces[bisect_left(self._starts, low) : bisect_left(self._starts, high)]


class Cover:
    """Contents by offset: whether one of them holds a cue."""

    def __init__(self, found: Sequence[Found]) -> None:
        """Sort them once."""
        self._spans = sorted((start, end, at) for at, item in enumerate(found) for start, end in item.content)
        self._starts = [start for start, _, _ in self._spans]
        self._found = found

    def meets(self, found: Found) -> bool:
        """Whether one of them shares a code point with this one's content."""
        return any(True for _ in self._meeting(found))

    def crosses(self, found: Found) -> bool:
        """The same, but for those that lie with their cues in a piece of this one's content."""
        return any(not _lies_in(other, found) for other in self._meeting(found))

    def _meeting(self, found: Found) -> Iterator[Found]:
        for start, end in found.content:
            last = bisect_left(self._starts, end) - 1
            for k in range(last, -1, -1):
                if k < last - 3 and self._starts[k] < start:
                    break
                if self._spans[k][1] > start:
                    yield self._found[self._spans[k][2]]

    def holds(self, found: Found) -> bool:
        """Whether this one's cue and content lie in one of them; the stop at its end may stand outside."""
        low = min(found.start, found.content[0][0])
        high = max(end for _, end in found.content)
        high = low + len(found.block.text[low:high].rstrip(".,!?"))
        at = bisect_left(self._starts, low + 1) - 1
        return any(self._spans[k][0] <= low and high <= self._spans[k][1] for k in range(max(0, at - 3), at + 1))


def _lies_in(inner: Found, outer: Found) -> bool:
    low, high = min(inner.start, inner.content[0][0]), inner.content[-1][1]
    return inner.frame != "quote" and inner.verb is not outer.verb and any(start <= low and high <= end for start, end in outer.content)


def shared(left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]]) -> float:
    """The share (0 to 1) of code points that two contents have in common."""
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)
    total = sum(b - a for a, b in left) + sum(b - a for a, b in right) - both
    return both / total if total else 0.0
