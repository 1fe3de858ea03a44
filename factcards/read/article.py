"""`read_file`, `read_bytes`, `from_text`: the article behind a name, bytes or a string."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from factcards.cards import Article, Part, digest
from factcards.errors import ArticleError, UsageError, refuse_other
from factcards.mapped import readable
from factcards.read.decode import decode
from factcards.read.encodings import refuse_no_encoding
from factcards.read.html import declared_charset, looks_like_html, read_page
from factcards.read.language import detect, refuse_no_code
from factcards.read.limits import PAGE_FACTOR, TEXT_LIMIT, called, named, refuse_address, refuse_halves, refuse_longer, too_large
from factcards.segment import find_parts

__all__ = ["TEXT_LIMIT", "Loaded", "article_of", "from_text", "known", "read_bytes", "read_file"]

_LETTERS = re.compile(r"[^\W\d_]{2,}|[\u3040-\u9fff\uac00-\ud7af]")
_BY = re.compile(r"^\W*(?:by|story by|words by|reported by|written by)[:\s]+", re.IGNORECASE)
_AUTHOR = re.compile(r"^(?:author|byline):[ \t]*[\"']?([^\W\d_][^\"'\n]{1,200})", re.IGNORECASE | re.MULTILINE)
"""Who wrote it, in front matter; a list or a table of authors is none."""
_MARKS = " \t*_"
"""What may be left about a name of an emphasis that its line does not end, or does not begin."""
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_LONG_DATE = re.compile(
    rf"\b(?:(?P<d1>{_DAY})\s+(?P<m1>{_MONTH})\.?|(?P<m2>{_MONTH})\.?\s+(?P<d2>{_DAY})),?\s+(?P<y>\d{{4}})\b", re.IGNORECASE
)
"""A day as people write it: "25 November 2026", "Nov. 25, 2026"."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An article, and what the user should know about how it was read, one line each."""

    article: Article
    notices: tuple[str, ...] = ()


def article_of(given: Article | Loaded | str) -> Article:
    """An article as a caller may give it: as one, as `read_file` gave it, or as its text.

    Raises:
        UsageError: if it is none of them.
        ArticleError: if the text is empty.
    """
    if isinstance(given, Article):
        return given
    if isinstance(given, Loaded):
        return given.article
    if not isinstance(given, str):
        raise UsageError(f"an article is an Article or a text, not {type(given).__name__}.", hint="`read_file` reads one from its file.")
    return from_text(given)


def known(article: Article, language: str | None, published: date | None) -> Article:
    """The article with what whoever has it knows: its language, and the day on which it came out where it does not say that itself."""
    day = None if published is None or article.published else f"{published:%Y-%m-%d}"
    told = {"language": language, "published": day}
    return article.model_copy(update={name: value for name, value in told.items() if value is not None})


def from_text(text: str, source: str = "-", *, language: str | None = None, published: date | None = None) -> Article:
    """The article with exactly this text.

    Args:
        text: The text.
        source: What it is called.
        language: The code of the language that it is in ("en"), where the guess is wrong; guessed where it is not given.
        published: The day on which it was published, where the text does not say it.

    Raises:
        UsageError: if it is no text, or no code of a language.
        ArticleError: if there is no word in it.
    """
    refuse_other(text, str, "from_text takes a text")
    refuse_other(source, str, "from_text takes what the text is called as text")
    refuse_other(published, date | None, "from_text takes the day of publication as a date")
    refuse_no_code(language)
    shown = called(source)
    if not text.strip():
        raise ArticleError(f"{shown} is empty.", hint="Nothing was read.")
    refuse_halves(text, shown)
    parts = find_parts(text)
    title = _words(text, parts, "headline")
    article = Article(
        source=source,
        sha256=digest(text),
        language=language or detect(text),
        title=title.lstrip("# ") if title else None,
        subtitle=_words(text, parts, "subtitle"),
        byline=_byline(text, parts),
        published=_published(text, parts),
        parts=parts,
        text=text,
    )
    return known(article, None, published)


def read_file(path: Path | str, *, limit: int = TEXT_LIMIT, encoding: str | None = None, language: str | None = None) -> Loaded:
    """The article in a .txt, .md or .html file.

    Args:
        path: The file.
        limit: The most text, in UTF-8 bytes; a web page may be ten times larger.
        encoding: Of the file; found out where it is not given.
        language: The code of the article's language ("en"), where the guess is wrong; guessed where it is not given.

    Raises:
        UsageError: if it is no name of a file, no limit, no encoding, or no code of a language.
        ArticleError: if it cannot be read, is empty, binary or over the limit, or is no article.
    """
    refuse_other(path, Path | str, "read_file takes the name of a file")
    refuse_other(limit, int, "read_file takes its limit as a whole number")
    if limit < 1:
        raise UsageError(f"limit is {limit}; it is at least 1.")
    refuse_no_encoding(encoding)
    refuse_no_code(language)
    if path == "":
        raise ArticleError(
            "the name of the article is empty.", hint="Name a file; a shell makes an empty name of a variable that is not set."
        )
    if isinstance(path, str):
        refuse_address(path)
    path = Path(path)
    try:
        if path.is_dir():
            raise ArticleError(f"{path} is a folder.", hint="Name the articles in it, for example with a pattern like *.txt.")
        with path.open("rb") as file:
            data = file.read(limit * PAGE_FACTOR + 1)
    except (OSError, ValueError) as error:
        raise ArticleError.unreadable(path, error) from error
    return read_bytes(data, str(path), limit=limit, encoding=encoding, language=language)


def read_bytes(
    data: bytes, source: str = "-", *, limit: int = TEXT_LIMIT, encoding: str | None = None, language: str | None = None
) -> Loaded:
    """The article in these bytes; a name that ends in .html, or else a page's first bytes, make it a web page.

    Raises:
        ArticleError: if it is empty, binary or over the limit, or is no article.
    """
    suffix = Path(source).suffix.lower()
    page = suffix in {".html", ".htm", ".xhtml"} or (suffix not in {".txt", ".md", ".markdown"} and looks_like_html(data))
    most = limit * PAGE_FACTOR if page else limit
    if len(data) > most:
        raise too_large(source, most)
    if not data.strip():
        raise ArticleError(f"{named(source)} is empty.", hint="Nothing was read.")
    decoded = decode(data, source, declared=declared_charset(data) if page else None, encoding=encoding)
    notices = (decoded.notice,) if decoded.notice else ()
    if page:
        loaded = _from_page(decoded.text, source, limit, language)
        loaded = replace(loaded, notices=(*notices, *loaded.notices))
    else:
        refuse_longer(decoded.text, source, limit)
        _refuse_data(decoded.text, source)
        loaded = Loaded(from_text(decoded.text, source, language=language), notices)
    if len(_LETTERS.findall(loaded.article.text[:10_000])) < 3:
        raise ArticleError(f"{named(source)}: there are hardly any words in it: this is no article.")
    return loaded


def _refuse_data(text: str, source: str) -> None:
    start = text.lstrip()[:1]
    if start not in "{[":
        return
    import json

    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return
    raise ArticleError(f"{named(source)}: this is JSON, not an article.", hint="Give the text in it, for example through jq -r.")


def _from_page(html: str, source: str, limit: int, language: str | None) -> Loaded:
    page = read_page(html, source, limit)
    parts = find_parts(page.text, title=page.title)
    article = from_text(page.text, source, language=language).model_copy(
        update={
            "url": page.url,
            "site": page.site,
            "title": page.title,
            "byline": page.byline or _byline(page.text, parts),
            "published": page.published or _published(page.text, parts),
            "parts": parts,
            "source_map": page.source_map,
        }
    )
    return Loaded(article, page.notices)


def _byline(text: str, parts: Sequence[Part]) -> str | None:
    """Who wrote it, where front matter names an author, or a line says "By ..."; a date line may stand before it."""
    matter = text[parts[0].start : parts[0].end] if parts and text.startswith("---", parts[0].start) else ""
    named = _AUTHOR.search(matter)
    if named is not None:
        return named[1].strip()
    lines = (readable(text, part.start, part.end).text for part in parts if part.kind == "byline")
    return next((who for line in lines if _BY.match(line) and (who := _BY.sub("", line).strip(_MARKS))), None)


def _words(text: str, parts: Sequence[Part], kind: str) -> str | None:
    part = next((p for p in parts if p.kind == kind), None)
    return " ".join(text[part.start : part.end].split()) if part else None


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)


def _day(year: str, month: str, day: str) -> str | None:
    """The day as an ISO 8601 date; None where the calendar has no such day."""
    try:
        return f"{date(int(year), int(month), int(day.rstrip(_ORDINAL))):%Y-%m-%d}"
    except ValueError:
        return None


_ORDINAL = "stndrhSTNDRH"
"""The letters that end a day's number."""


def _published(text: str, parts: Sequence[Part]) -> str | None:
    """The first full date of a byline or of front matter, as an ISO 8601 date."""
    for part in parts:
        if part.kind not in {"byline", "boilerplate"} or part.end - part.start > 600:
            continue
        words = text[part.start : part.end]
        told = [found.groups() for found in _ISO.finditer(words)]
        told += [(found["y"], _month(found["m1"] or found["m2"]), found["d1"] or found["d2"]) for found in _LONG_DATE.finditer(words)]
        if day := next((day for day in (_day(*one) for one in told) if day is not None), None):
            return day
    return None
