"""Where an offset lies, as people and editors count: line and column, in a text or in the file that it was read from."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from functools import lru_cache

from factcards.cards import Article, SourceMapEntry

__all__ = ["place", "place_in_file"]


@lru_cache(maxsize=64)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(at + 1 for at, character in enumerate(text) if character == "\n"))


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1, in code points; a line ends with a line feed."""
    starts = _line_starts(text)
    line = bisect.bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def place_in_file(article: Article, offset: int, *, ends: bool = False) -> tuple[int, int] | None:
    """Line and column of an offset into an article's text, in the file as it was given: of a web page the line of its markup, null where
    nothing says which that is.

    Args:
        article: As it was read.
        offset: Into its text.
        ends: Whether something ends here. What stands in a page otherwise than in the text (an entity) begins where the words before it
            end, and ends where those behind it begin.
    """
    if article.source_map is None:
        return place(article.text, offset)
    found = _entry(article.text, article.source_map, offset, ends=ends)
    if found is None:
        return None
    if found.line is None or found.column is None:
        return place(article.text, offset)
    before = article.text[found.start : max(found.start, min(offset, found.end))]
    line, column = found.line + before.count("\n"), len(before) - (before.rfind("\n") + 1)
    last = ends and offset < found.start and found.column > 1  # of what stands before the stretch
    return line, column + (1 if "\n" in before else found.column - last)


def _entry(text: str, entries: Sequence[SourceMapEntry], offset: int, *, ends: bool) -> SourceMapEntry | None:
    """The stretch with this offset, or the one beside it in the same paragraph: no word between, or all of them in one line."""
    at = bisect.bisect_right(entries, offset, key=lambda entry: entry.start)
    before, after = entries[at - 1] if at else None, entries[at] if at < len(entries) else None
    if before is not None and offset < before.end:
        return before
    left = None if before is None else text[before.end : offset]
    right = None if after is None else text[offset : after.start]
    if left is not None and right is not None and before and after and before.line == after.line and "\n" not in left + right:
        return after if ends else before
    sides = [(before, left), (after, right)]
    return next((entry for entry, between in sides[:: 1 if ends else -1] if between is not None and not _APART.search(between)), None)


_APART = re.compile(r"[^\W_]|\n")
"""What shows that two places of a text may be in different lines of its page."""
