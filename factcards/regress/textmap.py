"""Where the words of an old text stand in a new one. Pure; knows nothing of cards."""

from __future__ import annotations

import re
from bisect import bisect_right

__all__ = ["TextMap"]

_WORD = re.compile(r"\w+|[^\w\s]")


class TextMap:
    """Carries offsets of an old text over to a new one, word by word.

    Args:
        old: The text that the offsets are into.
        new: The text that they are wanted for.
    """

    def __init__(self, old: str, new: str) -> None:
        """Align the words of both; equal texts need no alignment."""
        self._same = old == new
        if self._same:
            return
        from rapidfuzz.distance import LCSseq

        before = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(old)]
        after = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(new)]
        blocks = LCSseq.editops([word for *_, word in before], [word for *_, word in after]).as_matching_blocks()
        pairs = [(before[b.a + i], after[b.b + i]) for b in blocks for i in range(b.size)]
        self._olds = [old_word[0] for old_word, _ in pairs]
        self._ends = [old_word[1] for old_word, _ in pairs]
        self._news = [new_word[0] for _, new_word in pairs]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The new offsets of what stood at `[start, end)`: from its first kept word to its last; None when no word was kept."""
        if self._same:
            return start, end
        first = bisect_right(self._ends, start)
        last = bisect_right(self._olds, end - 1) - 1
        if first > last:
            return None
        return self._news[first], self._news[last] + self._ends[last] - self._olds[last]
