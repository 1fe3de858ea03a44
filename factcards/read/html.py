"""A web page to its article: text, metadata, and where the text stands in the file. trafilatura does the reading."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcards.cards import SourceMapEntry
from factcards.errors import ArticleError
from factcards.read.limits import refuse_longer
from factcards.read.placing import source_map, with_lines
from factcards.read.shown import BLOCK, rewritten

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Page", "declared_charset", "looks_like_html", "read_page"]

_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|article|meta|title)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_WORD = re.compile(r"\w+")
MUCH = 0.4
"""Share of a page's visible words left out above which we say so: navigation and footers alone stay below it."""
_SHORT = 60
"""Code points of a date line, with who wrote it and when it was updated: what is longer is a sentence."""


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


def read_page(html: str, source: str, limit: int) -> Page:
    """The article in a page.

    Raises:
        ArticleError: if no article text is found in it, or more than `limit` bytes of it.
    """
    from trafilatura import bare_extraction, html2txt, load_html  # late: 0.4 s
    from trafilatura.settings import Document, set_date_params

    shown = _CONTROL.sub(_space, rewritten(html, lambda stretch: stretch.shown))
    try:
        with _quiet():
            found = bare_extraction(
                shown,
                include_comments=False,
                include_tables=False,  # with them, a page that is laid out as one becomes a single line, "|" between its columns
                with_metadata=True,
                favor_precision=False,
                # An extensive search makes January 1st of any year in the page ("built in 1999", "Copyright 2019").
                date_extraction_params=set_date_params(extensive=False),
            )
            everything = html2txt(_CONTROL.sub(_space, html)) or ""
            tree = load_html(shown)
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise ArticleError(f"{source}: the page cannot be parsed: {error}", hint="Save its text as .txt instead.") from error
    about = found.as_dict() if isinstance(found, Document) else {}
    body = str(about.get("text") or "").strip()
    if not body:
        raise ArticleError(f"{source}: no article text in this page.", hint="Save the article's own text as .txt or .md.")
    title = _clean(about.get("title"))
    lines = [line for line in body.splitlines() if line.strip()]
    text = "\n\n".join(_marked(lines, _quoted(getattr(found, "body", None))))
    if title and title.casefold() not in text[: len(title) + 200].casefold():
        text = f"{title}\n\n{text}"
    refuse_longer(text, source, limit)
    unseen = rewritten(html, lambda stretch: "\x00" * (stretch.end - stretch.start))
    places = source_map(text, _CONTROL.sub(lambda found: _space(found).ljust(len(found[0]), "\x00"), unseen))
    return Page(
        text=text,
        title=title,
        byline=_clean(about.get("author")),
        published=_full_date(_clean(about.get("date")), html, places),
        site=_clean(about.get("sitename")),
        url=_clean(about.get("url")),
        source_map=with_lines(places, html),
        notices=(*_left_out(text, everything, source), *(_in_tables(tree, text, source) if tree is not None else ())),
    )


_CONTROL = re.compile(
    r"&#(?:(?P<breaks>[xX]0*+[bcBC](?![0-9a-fA-F])|0*+1[12](?!\d))"
    r"|[xX]0*+(?:[1-8eEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F])|0*+(?:[1-8]|1[4-9]|2\d|3[01]|6553[45])(?!\d));?"
)
"""References to characters that no XML may hold, Word's line break (`&#11;`) among them: the libraries drop the page for one of them."""


def _space(control: re.Match[str]) -> str:
    """What such a reference is read as: a space for a line or page break, nothing for any other."""
    return " " if control["breaks"] else ""


_LIBRARIES = threading.Lock()
"""The libraries' loggers are the whole process's: one page at a time, so that each is given back as it was."""


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing that the libraries log is shown meanwhile: we say ourselves what cannot be read."""
    with _LIBRARIES:
        loggers = [logging.getLogger(name) for name in ("trafilatura", "htmldate", "courlan", "lxml")]
        levels = [logger.level for logger in loggers]
        try:
            for logger in loggers:
                logger.setLevel(logging.CRITICAL)
            yield
        finally:
            for logger, level in zip(loggers, levels, strict=True):
                logger.setLevel(level)


def _quoted(body: _Element | None) -> frozenset[str]:
    """The paragraphs that a page sets off as quoted, white space as single spaces."""
    if body is None:
        return frozenset()
    blocks = (part for quote in body.iter("quote") for part in (quote, *quote))
    return frozenset(" ".join("".join(block.itertext()).split()) for block in blocks)


def _marked(lines: Sequence[str], quoted: Collection[str]) -> Iterator[str]:
    """The lines, with Markdown's ">" before each that a page sets off as quoted."""
    for line in lines:
        yield f"> {line}" if " ".join(line.split()) in quoted else line


def _clean(value: object) -> str | None:
    words = " ".join(str(value).split()) if value is not None else ""
    return words or None


def _full_date(date: str | None, html: str, source_map: tuple[SourceMapEntry, ...]) -> str | None:
    """The date, where the page has its day, and not only in a sentence of the article.

    Of "2019-05" the library makes the day of the month on which it runs.
    """
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", date or "")
    if found is None:
        return None
    year, month, day = found[1], int(found[2]), int(found[3])
    said = re.compile(
        rf"(?<!\d)(?:{year}[^<>\d]{{1,3}}0?{month}[^<>\d]{{1,3}}0?{day}(?!\d)|{year}{month:02d}{day:02d}|0?{day}(?!\d)[^<>]{{1,20}}?{year}(?!\d))"
    )
    sentences = [(entry.at, entry.at + entry.end - entry.start) for entry in source_map if entry.end - entry.start > _SHORT]
    at = [0, *(place for stretch in sentences for place in stretch), len(html)]
    return date if any(said.search(html, *between) for between in zip(at[::2], at[1::2], strict=True)) else None


def _left_out(text: str, everything: str, source: str) -> tuple[str, ...]:
    kept, seen = len(_WORD.findall(text)), len(_WORD.findall(everything))
    if seen < 50 or 1 - kept / seen <= MUCH:
        return ()
    return (f"{source}: {seen - kept} of the page's {seen} words are not part of the article and were left out.",)


_PIECE = re.compile(r"[^.!?\n]++(?:[.!?]+[\"'”’]?)?")
"""Up to the end of a sentence or of a line."""
_BEGINNING = 60
"""Code points of such a sentence that are shown."""


def _in_tables(tree: _Element, text: str, source: str) -> tuple[str, ...]:
    """A notice of the tables in which sentences stand that were not read: none of columns of figures or of menus, and none of a table that
    is only the page's layout, round the article.
    """
    read = {_end(sentence) for sentence in _sentences(text)}
    told = [sentences for sentences in map(_sentences, _tables(tree)) if sentences and not read.intersection(map(_end, sentences))]
    if not told:
        return ()
    what = "a table with sentences in it was" if len(told) == 1 else f"{len(told)} tables with sentences in them were"
    return (f"{source}: {what} left out, as all tables of a page are: {told[0][0][:_BEGINNING]}",)


def _sentences(words: str) -> list[str]:
    """What looks like sentences, and like no entries of a menu or of a column."""
    pieces = (piece.strip() for piece in _PIECE.findall(words))
    ended = (piece for piece in pieces if len(piece) >= 20 and piece.rstrip("\"'”’").endswith((".", "!", "?")))
    return [piece for piece in ended if len(re.findall(r"\b[a-z]+\b", piece)) > 2]


def _end(sentence: str) -> str:
    """What a sentence is known by, whatever stands right before it and however it is spaced."""
    return "".join(sentence.split())[-15:]


def _tables(tree: _Element) -> Iterator[str]:
    """The words of each table, less those of tables in it: blocks on lines of their own."""
    from lxml.etree import iterwalk

    held: list[list[str]] = []
    for event, node in iterwalk(tree, events=("start", "end")):
        words = node.tail if event == "end" else "" if node.tag in {"script", "style"} else node.text
        if node.tag == "table" and event == "start":
            held.append([])
        elif node.tag == "table":
            yield "".join(held.pop())
        if held:
            held[-1] += ["\n" if node.tag in BLOCK else "", re.sub(r"\s+", " ", words or "")]
