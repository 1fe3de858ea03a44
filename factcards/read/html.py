"""A web page to its article: text, metadata, and where the text stands in the file. trafilatura does the reading."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from factcards.cards import SourceMapEntry
from factcards.errors import ArticleError

__all__ = ["Page", "declared_charset", "looks_like_html", "read_page"]

_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|article|meta|title)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_WORD = re.compile(r"\w+")
MUCH = 0.4
"""Share of a page's visible words left out above which we say so: navigation and footers alone stay below it."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page holds: the article's text (paragraphs apart by blank lines), its metadata, and notices."""

    text: str
    title: str | None
    byline: str | None
    published: str | None
    site: str | None
    url: str | None
    source_map: tuple[SourceMapEntry, ...]
    notices: tuple[str, ...]


def looks_like_html(head: bytes) -> bool:
    """Whether these first bytes are a web page's."""
    return _TAG.search(head[:2000].decode("latin-1").replace("\x00", "")) is not None


def declared_charset(data: bytes) -> str | None:
    """The charset that the page names in its first 4,000 bytes."""
    found = _CHARSET.search(data[:4000])
    return found[1].decode("ascii") if found else None


def read_page(html: str, source: str) -> Page:
    """The article in a page.

    Raises:
        ArticleError: if no article text is found in it.
    """
    from trafilatura import bare_extraction, html2txt  # late: 0.4 s
    from trafilatura.settings import Document

    for name in ("trafilatura", "htmldate", "courlan", "lxml"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(html, include_comments=False, include_tables=False, with_metadata=True, favor_precision=False)
        everything = html2txt(html) or ""
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise ArticleError(f"{source}: the page cannot be parsed: {error}", hint="Save its text as .txt instead.") from error
    about = found.as_dict() if isinstance(found, Document) else {}
    body = str(about.get("text") or "").strip()
    if not body:
        raise ArticleError(f"{source}: no article text in this page.", hint="Save the article's own text as .txt or .md.")
    title = _clean(about.get("title"))
    text = "\n\n".join(line for line in body.splitlines() if line.strip())
    if title and title.casefold() not in text[: len(title) + 200].casefold():
        text = f"{title}\n\n{text}"
    return Page(
        text=text,
        title=title,
        byline=_clean(about.get("author")),
        published=_clean(about.get("date")),
        site=_clean(about.get("sitename")),
        url=_clean(about.get("url")),
        source_map=_source_map(text, html),
        notices=_left_out(text, everything, source),
    )


def _clean(value: object) -> str | None:
    words = " ".join(str(value).split()) if value is not None else ""
    return words or None


def _left_out(text: str, everything: str, source: str) -> tuple[str, ...]:
    kept, seen = len(_WORD.findall(text)), len(_WORD.findall(everything))
    if seen < 50 or 1 - kept / seen <= MUCH:
        return ()
    return (f"{source}: {seen - kept} of the page's {seen} words are not part of the article and were left out.",)


def _source_map(text: str, html: str) -> tuple[SourceMapEntry, ...]:
    """Stretches of the text that stand unchanged in the file, in order; an entity or a tag between words ends a stretch."""
    entries: list[SourceMapEntry] = []
    behind = 0
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        while start < line.end():
            placed = _longest(text, start, line.end(), html, behind)
            if placed is None:
                following = re.compile(r"(?<=\s)\S").search(text, start + 1, line.end())
                start = following.start() if following else line.end()
                continue
            end, at = placed
            entries.append(SourceMapEntry(start=start, end=end, at=at))
            behind = at + end - start
            start = end
    return tuple(entries)


_LEAST = 12
"""Code points that a stretch needs: shorter ones ("the") would be found in a menu or a script."""


def _longest(text: str, start: int, stop: int, html: str, behind: int) -> tuple[int, int] | None:
    least = min(start + _LEAST, stop)
    at = html.find(text[start:least], behind)
    if at < 0 or not text[start:least].strip():
        return None
    end = least
    while end < stop and at + end - start < len(html) and text[end] == html[at + end - start]:
        end += 1
    return end, at
