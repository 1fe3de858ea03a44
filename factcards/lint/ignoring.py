"""`<!-- factcards: ignore[code] -->` in a summary: which paragraph such a comment spares which rule. Whether it may, the caller says."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from factcards.errors import did_you_mean
from factcards.lint.documents import Document
from factcards.lint.findings import Objection

__all__ = ["Ignores", "ignores_in"]

_COMMENT = re.compile(r"<!--\s*factcards:\s*ignore\b([^>]{0,400}?)-->")
_CODES = re.compile(r"\s*\[([^\[\]]*)\]\s*")
_ALL = "*"


class Ignores(NamedTuple):
    """What the comments of a summary ask for.

    Attributes:
        spared: Place of a paragraph among the document's parts -> the codes that it is spared; "*" is all.
        notices: One line for each comment that does nothing: of no code that there is, or no paragraph.
    """

    spared: Mapping[int, frozenset[str]]
    notices: tuple[str, ...]

    def spare(self, document: Document, found: Objection) -> bool:
        """Whether a finding, with its place in the file, stands in a paragraph that is spared its rule."""
        at = document.view.place(found.span.start)
        here = bisect.bisect_right(document.article.parts, at, key=lambda part: part.start) - 1
        codes = self.spared.get(here, frozenset())
        return found.code in codes or _ALL in codes


def ignores_in(document: Document, known: Collection[str]) -> Ignores:
    """The comments of a summary; `known` are the codes that there are."""
    spared: dict[int, frozenset[str]] = {}
    notices: list[str] = []
    line, behind = 1, 0
    for found in _COMMENT.finditer(document.file):
        line, behind = line + document.file.count("\n", behind, found.start()), found.start()
        where = f"{document.article.source}:{line}: {found[0]}"
        codes = frozenset(_codes(found[1]))
        notices += [f"{where}: {wrong}" for wrong in _wrong(codes, known)]
        part = _paragraph_of(document, *found.span())
        if part is None:
            notices.append(f"{where}: no paragraph stands beside it")
        else:
            spared[part] = spared.get(part, frozenset()) | codes
    return Ignores(spared, tuple(notices))


def _codes(written: str) -> list[str]:
    listed = _CODES.fullmatch(written)
    return [code.strip() for code in listed[1].split(",") if code.strip()] if listed else []


def _wrong(codes: frozenset[str], known: Collection[str]) -> Iterator[str]:
    if not codes:
        yield "it names no code; write ignore[contrary]"
    for code in sorted(codes - {*known, _ALL}):
        yield f"no rule has the code {code!r}{did_you_mean(code, known)}"


def _paragraph_of(document: Document, start: int, end: int) -> int | None:
    """The paragraph, item or heading that a comment is about: the one that it stands in, or behind on the same line; else the one that
    begins on the next line; else the one that ends on the line before. Between the blocks of a page only lines without words count.
    """
    view, parts = document.view, document.article.parts
    first = view.place(start)
    count = bisect.bisect_right(parts, first, key=lambda part: part.start)
    before = count - 1 if count else None
    behind = count if count < len(parts) else None
    if before is not None and first < parts[before].end:
        return before
    above = None if before is None else _lines(document, view.ends[parts[before].end - 1], start)
    below = None if behind is None else _lines(document, end, view.starts[parts[behind].start])
    if above == 0 and (below != 0 or document.form != "html" or "\u2029" not in view.text[parts[before or 0].end : first]):
        return before
    if below is not None and below <= 1:
        return behind
    return before if above is not None and above <= 1 else None


def _lines(document: Document, start: int, end: int) -> int:
    """How many lines further something stands; in a page blank ones mean nothing."""
    lines = document.file.count("\n", start, end)
    return min(lines, 1) if document.form == "html" else lines
