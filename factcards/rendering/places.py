"""Where an offset lies, as people and editors count: line and column, in a text or in the file that it was read from."""

from __future__ import annotations

import bisect
from functools import lru_cache

from factcards.cards import Article

__all__ = ["place", "place_in_file"]


@lru_cache(maxsize=64)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(at + 1 for at, character in enumerate(text) if character == "\n"))


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1, in code points; a line ends with a line feed."""
    starts = _line_starts(text)
    line = bisect.bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def place_in_file(article: Article, offset: int, *, ends: bool = False) -> tuple[int, int]:
    """Line and column of an offset into an article's text, in the file as it was given: of a web page the line of its markup.

    Args:
        article: As it was read.
        offset: Into its text.
        ends: Whether something ends here. What stands in a page otherwise than in the text (an entity, a tag) belongs to the words
            before it then, else to those behind it.
    """
    entries = article.source_map or ()
    at = bisect.bisect_right(entries, offset, key=lambda entry: entry.start) - 1
    between = at < 0 or offset >= entries[at].end
    if between and not ends and at + 1 < len(entries):
        at, offset = at + 1, entries[at + 1].start
    entry = entries[at] if at >= 0 else None
    if entry is None or entry.line is None or entry.column is None:
        return place(article.text, offset)
    before = article.text[entry.start : min(offset, entry.end)]
    line, column = entry.line + before.count("\n"), len(before) - (before.rfind("\n") + 1)
    return line, column + (1 if "\n" in before else entry.column)
