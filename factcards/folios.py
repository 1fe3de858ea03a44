"""`folios`: what only a page has and a sentence that runs over it has not, its number and its running head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

__all__ = ["folios"]

_LINE = re.compile(r"[^\n\r\f]*\S[^\n\r\f]*")
_NUMBER = re.compile(r"\s*(?:[-–—] ?)?(?:[Pp]age )?\d{1,4}(?: of \d{1,4})?(?: ?[-–—])?\s*")
_DIGITS = re.compile(r"\d+")
_UNFINISHED = re.compile(r"[\w,;-]\s*\Z")
_WANTING = re.compile(
    r"\b(?:that|the|an?|of|to|and|or|in|on|at|by|for|from|with|as|if|whether|is|are|was|were|has|had|have|not|their|its|his|her)\s*\Z"
)
"""How no sentence ends, whatever goes on behind the page's end: "denied that | Quill knew"."""
_LONGEST = 80
"""Code points of a running head, at most."""


@lru_cache(maxsize=32)
def folios(text: str) -> tuple[tuple[int, int], ...]:
    r"""Half-open offsets of the page numbers, each alone on its line, that stand inside a sentence, with the running heads beside them:
    lines that stand more than once in the text, but for their figures. In order, trimmed.

    >>> folios("He denied that\n\n2\n\nit rained.")
    ((16, 17),)
    """
    lines = list(_LINE.finditer(text)) if _MAY.search(text) else []
    numbers = [at for at, line in enumerate(lines) if _NUMBER.fullmatch(line[0])]
    heads = Counter(_head(line) for line in lines) if numbers else Counter()
    return tuple(span for at in numbers if (span := _around(lines, at, heads)) is not None)


_MAY = re.compile(r"\n[^\w\n]*(?:[Pp]age )?\d[^a-z\n]*(?: of \d+[^\w\n]*)?[\n\f]")
"""Cheap to look for: where there is none, no line is a number."""


def _head(line: re.Match[str]) -> str:
    """A line without its figures: a running head may count pages."""
    return " ".join(_DIGITS.sub("", line[0]).split())


def _around(lines: Sequence[re.Match[str]], at: int, heads: Counter[str]) -> tuple[int, int] | None:
    """The page number that is line `at` with the heads next to it, where a sentence goes on behind them."""

    def is_head(line: re.Match[str]) -> bool:
        return len(line[0]) <= _LONGEST and heads[_head(line)] > 1

    first = at - sum(1 for _ in takewhile(is_head, reversed(lines[max(at - 2, 0) : at])))
    last = at + sum(1 for _ in takewhile(is_head, lines[at + 1 : at + 3]))
    if not 0 < first <= last < len(lines) - 1:
        return None
    before, after = lines[first - 1][0], lines[last + 1][0].lstrip()
    if not (_WANTING.search(before) or (_UNFINISHED.search(before) and after[:1].islower())):
        return None
    start = lines[first].start() + len(lines[first][0]) - len(lines[first][0].lstrip())
    return start, lines[last].start() + len(lines[last][0].rstrip())
