"""Takes the article's words out of a text, leaving their offsets, and puts them back. Pure, and exact both ways.

Words are compared with white space collapsed and invisible characters gone, as prompts show them (`prompting.shown`).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from factcards.engines.llm.prompting import shown

__all__ = ["Elider", "expand"]

BLOCK = 16
"""Code points of one indexed block: every common stretch of twice as many is found."""
SHORTEST = 32
"""The shortest stretch that is taken out: below, a name or a common phrase would be."""
_WORD = re.compile(r"\S+")

Piece = str | tuple[int, int]


def expand(pieces: Sequence[Piece], text: str) -> str:
    """The text that was taken apart, given the article's text."""
    return "".join(piece if isinstance(piece, str) else shown(text, *piece) for piece in pieces)


class Elider:
    """Takes stretches of one article out of texts.

    Args:
        text: The article's.
    """

    def __init__(self, text: str) -> None:
        """Index the article as prompts show it."""
        self._text = text
        self._view, self._origin = _collapsed(text)
        self._blocks: dict[str, int] = {}
        for at in range(0, len(self._view) - BLOCK + 1, BLOCK):
            self._blocks.setdefault(self._view[at : at + BLOCK], at)

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """The text as pieces: lines of its own, and offsets of the article's words. `expand` gives it back exactly."""
        result: list[Piece] = []
        done = at = 0
        while at + BLOCK <= len(text):
            block = self._blocks.get(text[at : at + BLOCK])
            found = self._stretch(text, at, block, done) if block is not None else None
            if found is None:
                at += 1
                continue
            start, end, origin = found
            result += [*_lines(text[done:start]), origin]
            done = at = end
        result += _lines(text[done:])
        return tuple(result)

    def _stretch(self, text: str, at: int, block: int, done: int) -> tuple[int, int, tuple[int, int]] | None:
        """The widest common stretch round a common block, if it is long enough and comes back as the same words."""
        view = self._view
        low, there = at, block
        while low > done and there > 0 and text[low - 1] == view[there - 1]:
            low, there = low - 1, there - 1
        high, last = at + BLOCK, block + BLOCK
        while high < len(text) and last < len(view) and text[high] == view[last]:
            high, last = high + 1, last + 1
        while low < high and view[there] == " ":
            low, there = low + 1, there + 1
        while high > low and view[last - 1] == " ":
            high, last = high - 1, last - 1
        if high - low < SHORTEST:
            return None
        origin = (self._origin[there], self._origin[last - 1] + 1)
        return (low, high, origin) if shown(self._text, *origin) == text[low:high] else None


def _collapsed(text: str) -> tuple[str, array[int]]:
    """The whole text as `shown` shows it, and for each of its code points where it came from."""
    pieces: list[str] = []
    origin = array("q")
    for found in _WORD.finditer(text):
        word = [(at, text[at]) for at in range(found.start(), found.end()) if shown(text, at, at + 1)]
        if not word:
            continue
        if pieces:
            pieces.append(" ")
            origin.append(word[0][0] - 1)
        pieces.append("".join(character for _, character in word))
        origin.extend([at for at, _ in word])
    return "".join(pieces), origin


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
