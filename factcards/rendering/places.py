"""Where an offset lies, as people and editors count: line and column. Knows nothing of what stands there."""

from __future__ import annotations

import bisect
from functools import lru_cache

__all__ = ["place"]


@lru_cache(maxsize=64)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(at + 1 for at, character in enumerate(text) if character == "\n"))


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1, in code points; a line ends with a line feed."""
    starts = _line_starts(text)
    line = bisect.bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
