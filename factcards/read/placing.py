"""Where an article's text stands in the page that it was extracted from. Knows of two strings only: no markup, no library."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from factcards.cards import SourceMapEntry

__all__ = ["source_map", "with_lines"]

_LEAST = 12
"""Code points that a stretch needs: shorter ones ("the") would be found in a menu or a script."""
_LINE = re.compile(r"[^\n]+")
_WORD_START = re.compile(r"(?<=\s)\S")
_MISSES = 50
"""How often a piece of one length may be looked for in vain before an index is made: to make one takes as long as 80 such looks. The page
in `seeds/` has nine of them; 8,000 short paragraphs with entities and tags took 18 s without an index, 1 s with it."""


def source_map(text: str, html: str) -> tuple[SourceMapEntry, ...]:
    """Stretches of the text that stand unchanged in the file, in order; an entity or a tag between words ends a stretch."""
    page = _Page(text, html)
    entries: list[SourceMapEntry] = []
    behind = 0
    for line in _LINE.finditer(text):
        start = line.start()
        while start < line.end():
            placed = _longest(page, start, line.end(), behind)
            if placed is None:
                following = _WORD_START.search(text, start + 1, line.end())
                start = following.start() if following else line.end()
                continue
            end, at = placed
            entries.append(SourceMapEntry(start=start, end=end, at=at))
            behind = at + end - start
            start = end
    return tuple(entries)


def _longest(page: _Page, start: int, stop: int, behind: int) -> tuple[int, int] | None:
    text, html = page.text, page.html
    least = min(start + _LEAST, stop)
    piece = text[start:least]
    at = page.find(piece, behind) if piece.strip() else -1
    if at < 0:
        return None
    end = least
    while end < stop and at + end - start < len(html) and text[end] == html[at + end - start]:
        end += 1
    return end, at


def with_lines(entries: Iterable[SourceMapEntry], html: str) -> tuple[SourceMapEntry, ...]:
    """The stretches with the line and the column of the file at which each begins."""
    starts = [0, *(found.end() for found in re.finditer("\n", html))]
    placed: list[SourceMapEntry] = []
    for entry in entries:
        line = bisect_right(starts, entry.at)
        placed.append(entry.model_copy(update={"line": line, "column": entry.at - starts[line - 1] + 1}))
    return tuple(placed)


class _Page:
    """A page in which a text's pieces are looked for, ever further down: what is found moves on, what is not costs the whole rest.

    So once many of a length were looked for in vain, the last place of each is looked up.
    """

    def __init__(self, text: str, html: str) -> None:
        self.text, self.html = text, html
        self._missed: Counter[int] = Counter()
        self._last: dict[int, dict[str, int]] = {}

    def find(self, piece: str, behind: int) -> int:
        """As `html.find(piece, behind)`; the piece ends its line where it has fewer than `_LEAST` code points."""
        size = len(piece)
        if self._missed[size] == _MISSES and size not in self._last:
            self._last[size] = self._indexed(size, behind)
        if size in self._last and self._last[size][piece] < behind:
            return -1
        at = self.html.find(piece, behind)
        self._missed[size] += at < 0
        return at

    def _indexed(self, size: int, behind: int) -> dict[str, int]:
        """Each piece of this length that may be looked for, with its last place in the rest of the page, -1 where it has none."""
        text, html = self.text, self.html
        if size < _LEAST:
            pieces = dict.fromkeys((line[-size:] for line in text.split("\n")), -1)
        else:
            pieces = dict.fromkeys((text[at : at + size] for at in range(len(text) - size + 1)), -1)
        for at in range(behind, len(html) - size + 1):
            piece = html[at : at + size]
            if piece in pieces:
                pieces[piece] = at
        return pieces
