"""`verify` and `coverage` for files: bytes in, reports out, fixed summaries written. What `cli` calls."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain, groupby, islice
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, Field, StrictInt, ValidationError

from factcards.errors import ArticleError, FactcardsError, OutputError
from factcards.files import refuse_unspellable, write_atomically
from factcards.lint.baseline import read_baseline, without_known
from factcards.lint.coverage import Coverage
from factcards.lint.documents import Document, form_of, open_document
from factcards.lint.findings import Edit
from factcards.lint.fixing import applied, chosen, in_whole_words
from factcards.lint.following import followed
from factcards.lint.matching import Index
from factcards.lint.report import Report
from factcards.misfits import first_misfit
from factcards.read import TEXT_LIMIT, from_text, known, read_bytes, read_file
from factcards.read.decode import Decoded, decode
from factcards.read.limits import named, refuse_address
from factcards.reading import Reader
from factcards.rendering.places import place
from factcards.rows import Day, Words, parsed, refuse_no_rows
from factcards.verifying import VerifySettings, comparing_reader, cover_document, index_sources, verify_document
from factcards.workers import in_order

__all__ = [
    "Checked",
    "Fixed",
    "Mended",
    "Pair",
    "Sides",
    "check_files",
    "check_pairs",
    "coverage_of",
    "fix_report",
    "open_sides",
    "rows_in",
]

_Row = tuple[int, bytes]
_Report = tuple[int, Report | FactcardsError]

_ROUNDS = 4
"""How often a summary is mended and checked again, at most: of two edits that meet, one is made first."""


@dataclass(frozen=True)
class Sides:
    """A summary and its indexed sources, read with one reader.

    Attributes:
        data: The summary's bytes.
        encoding: In which they were read, and a mended summary is written.
        mark: The byte order mark before it.
    """

    document: Document
    index: Index
    reader: Reader
    notices: tuple[str, ...] = ()
    data: bytes = b""
    encoding: str = "utf-8"
    mark: bytes = b""


def open_sides(
    summaries: Sequence[str],
    sources: Sequence[str],
    stdin: BinaryIO,
    *,
    encoding: str | None = None,
    language: str | None = None,
    published: date | None = None,
) -> Iterator[tuple[str, Sides | FactcardsError]]:
    """The files by their names, "-" being standard input: each summary with the sources, which are read once.

    In the place of a summary that cannot be read, is over 2,000,000 bytes, is binary or is empty stands its error: it does not stop the
    rest.

    Args:
        summaries: The files that are checked.
        sources: The files that they must follow.
        stdin: What "-" reads.
        encoding: Of the files; found out where it is not named.
        language: Of all of them; guessed where it is not named.
        published: The day on which the sources were published, where they do not say it themselves.

    Raises:
        ArticleError: if a source cannot be read, is over 2,000,000 bytes, is binary, or is empty.
        LanguageError: if a source is in a language that the reader does not read.
    """
    for name in (*summaries, *sources):
        refuse_unspellable(name)
        refuse_address(name)
    loaded = [
        read_bytes(stdin.read(), "-", encoding=encoding, language=language)
        if name == "-"
        else read_file(name, encoding=encoding, language=language)
        for name in sources
    ]
    notices = tuple(notice for one in loaded for notice in one.notices)
    read = [_summary_text(name, stdin, encoding) for name in summaries]
    reader, index = comparing_reader(), None
    for name, text in zip(summaries, read, strict=True):
        if isinstance(text, FactcardsError):
            yield name, text
            continue
        index = index or index_sources([known(one.article, None, published) for one in loaded], reader)
        data, decoded = text
        told, notices = (*notices, *([decoded.notice] if decoded.notice else [])), ()  # on the sources once
        yield name, Sides(open_document(decoded.text, name, language=language), index, reader, told, data, decoded.encoding, decoded.mark)


def _summary_text(name: str, stdin: BinaryIO, encoding: str | None) -> tuple[bytes, Decoded] | FactcardsError:
    shown = named(name)
    try:
        data = stdin.read(TEXT_LIMIT + 1) if name == "-" else _bytes(Path(name))
        if len(data) > TEXT_LIMIT:
            return _too_long(shown)
        decoded = decode(data, shown, encoding=encoding)
        if not decoded.text.strip():
            return ArticleError(f"{shown} is empty.", hint="Nothing was checked.")
        decoded.text.encode("utf-8")
    except UnicodeEncodeError as error:
        return ArticleError(f"{shown}: code point {error.start} is half of a surrogate pair, not a character.", hint=_SAVED)
    except (OSError, ValueError) as error:
        return ArticleError.unreadable(name, error)
    except FactcardsError as error:
        return error
    return data, decoded


def _too_long(shown: str) -> ArticleError:
    return ArticleError(f"{shown} is larger than {TEXT_LIMIT:,} bytes.", hint="A summary is shorter than that; cut it.")


_SAVED = "Save the summary as UTF-8."


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(TEXT_LIMIT + 1)


@dataclass(frozen=True, slots=True)
class Mended:
    """One edit that was made.

    Attributes:
        line: Where, from 1, in the summary as it was given.
        column: From 1, in code points.
        before: The words that stood there.
        after: What stands there now; empty where some were taken out.
    """

    line: int
    column: int
    before: str
    after: str


@dataclass(frozen=True)
class Fixed:
    """A mended summary: its text, every edit in its order, and what is left."""

    text: str
    edits: tuple[Mended, ...]
    report: Report


@dataclass(frozen=True)
class Checked:
    """A summary's check.

    Attributes:
        report: Without what the baseline knows.
        whole: With it.
        fixed: The mended summary, where that was asked for.
    """

    sides: Sides
    report: Report
    whole: Report
    fixed: Fixed | None = None


def check_files(
    opened: Iterable[tuple[str, Sides | FactcardsError]],
    settings: VerifySettings,
    baseline: Path | None = None,
    *,
    fix: bool = False,
    jobs: int = 1,
) -> Iterator[tuple[str, Checked | FactcardsError]]:
    """The check of each summary, in order, by so many processes; in the place of one that was not read, or whose language the reader does
    not read, its error.

    Raises:
        ConfigError: if the baseline cannot be read or is none.
    """
    old = None if baseline is None else read_baseline(baseline)
    return in_order(partial(_checked, settings=settings, old=old, fix=fix), opened, jobs)


def _checked(
    opened: tuple[str, Sides | FactcardsError], settings: VerifySettings, old: frozenset[str] | None, *, fix: bool
) -> tuple[str, Checked | FactcardsError]:
    name, sides = opened
    if isinstance(sides, FactcardsError):
        return name, sides
    try:
        whole = verify_document(sides.document, sides.index, sides.reader, settings)
        report = whole if old is None else without_known(whole, old)
        return name, Checked(sides, report, whole, fix_report(sides, settings, report) if fix else None)
    except FactcardsError as error:
        return name, error


def fix_report(sides: Sides, settings: VerifySettings, report: Report) -> Fixed:
    """Mend what can be mended safely, and check again, until nothing more can be.

    Only what the report announces is made, in a later round what met another edit; a round that would leave more failing findings than it
    found is not.
    """
    document, edits = sides.document, tuple[Edit, ...]()
    announced = {_told(document.file, edit) for found in report.findings for edit in found.fix}
    for _ in range(_ROUNDS):
        made = [edit for edit in chosen(report.findings) if _told(document.file, edit) in announced]
        if not made:
            break
        text = applied(document.file, made)
        following = open_document(text, document.article.source, document.form, document.article.language)
        after = verify_document(following, sides.index, sides.reader, settings)
        if len(after.failing) > len(report.failing) or text == document.file:
            break
        edits = followed(edits, made)
        document, report = following, after
    given = sides.document.file
    return Fixed(document.file, tuple(_mended(given, edit) for edit in edits if given[edit.start : edit.end] != edit.replacement), report)


def _told(text: str, edit: Edit) -> tuple[str, str]:
    """What an edit takes out and puts in, as it is announced."""
    return text[edit.start : edit.end], edit.replacement


def _mended(text: str, edit: Edit) -> Mended:
    line, column = place(text, edit.start)
    return Mended(line, column, *in_whole_words(text, edit))


def write_fixed(path: Path, fixed: Fixed, sides: Sides) -> None:
    """The mended text in place of the file, atomically, spelt as the file is; a file in which nothing was mended is not written.

    Raises:
        OutputError: if it cannot be written, its encoding has no character for the source's words, or would spell other words of it
            anew; the file stays as it was.
    """
    if not fixed.edits:
        return
    before, text = sides.document.file, fixed.text
    if "\r\n" in before and not _LONE_FEED.search(before):  # the source's words may come with the source's line ends
        text = _LONE_FEED.sub("\r\n", text)
    try:
        data = sides.mark + text.encode(sides.encoding)
    except UnicodeEncodeError as error:
        raise OutputError(
            f"cannot write {path}: {sides.encoding} has no {text[error.start : error.end]!r}.",
            hint="Nothing was written. Save the summary as UTF-8 first, or leave --write out.",
        ) from error
    if sides.mark + before.encode(sides.encoding, "replace") != sides.data:
        raise OutputError(
            f"cannot write {path}: {sides.encoding} has two spellings of what stands in it.",
            hint="Nothing was written. Save the summary as UTF-8 first, or leave --write out.",
        )
    write_atomically(path, data)


_LONE_FEED = re.compile(r"(?<!\r)\n")


class Pair(BaseModel):
    """One row of --pairs; further fields are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Words | StrictInt | None = None
    summary: Words
    article: str | None = Field(default=None, min_length=1)
    articles: tuple[str, ...] = ()
    published: Day | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """All of its sources."""
        return ((self.article,) if self.article is not None else ()) + self.articles

    @property
    def key(self) -> tuple[object, ...]:
        """What rows share for which the same is read."""
        return (self.published, *self.sources)


def check_pairs(path: Path, stdin: BinaryIO, settings: VerifySettings, jobs: int = 1) -> Iterator[tuple[int, Report | FactcardsError]]:
    """One report a row, with the row's line, in order; the parser is loaded once, and an article that rows in a row share is read once.
    Several processes, each with a parser, take a few rows at once.

    In the place of a report stands the error of a row that is no pair, whose summary is empty, or whose source is in a language
    that the reader does not read: it does not stop the rest.

    Raises:
        ArticleError: if there is no row, or no such file.
    """
    rows = _rows(path, stdin)
    checked = partial(_checked_rows, shown=named(str(path)), settings=settings)
    if jobs == 1:
        return checked(rows)
    return chain.from_iterable(in_order(partial(_whole, checked), _together(rows), jobs))


_ROWS = 12
"""Rows of one article that a process is given at once: few enough that a file of one article is work for several."""


def _whole(checked: Callable[[Iterable[_Row]], Iterator[_Report]], rows: Sequence[_Row]) -> list[_Report]:
    return list(checked(rows))


def _together(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """Rows in a row that share their article."""
    for _, group in groupby(rows, _key):
        while some := list(islice(group, _ROWS)):
            yield some


def _key(row: _Row) -> tuple[object, ...]:
    """What rows of the same article share."""
    try:
        return _pair(row[1], "").key
    except FactcardsError:  # checking it says so
        return ()


def _rows(path: Path, stdin: BinaryIO) -> Iterator[_Row]:
    """Each line that is not empty, with its number."""
    empty, shown = True, named(str(path))
    for number, line in enumerate(_lines(path, stdin), 1):
        if not line.strip():
            continue
        if empty:
            refuse_no_rows(line, shown, ArticleError)
        empty = False
        yield number, line
    if empty:
        raise ArticleError(f"{shown} holds no row.", hint="Nothing was checked.")


def _checked_rows(rows: Iterable[_Row], shown: str, settings: VerifySettings) -> Iterator[_Report]:
    reader = comparing_reader()
    last: tuple[tuple[object, ...], Index] | None = None
    for number, line in rows:
        try:
            pair = _pair(line, f"{shown}:{number}")
            if last is None or last[0] != pair.key:
                last = pair.key, _pair_index(pair, reader)
            name = ("" if pair.id is None else str(pair.id).strip()) or f"row {number}"
            yield number, verify_document(open_document(pair.summary, name, form_of("", pair.summary)), last[1], reader, settings)
        except FactcardsError as error:
            where = f"{shown}:{number}: "
            yield number, error if error.what.startswith(where) else type(error)(f"{where}{error.what}", hint=_UNCHECKED)


def rows_in(path: Path) -> int:
    """How many rows a file has, for whoever shows how far the work is; 1 where that is not known before it is read."""
    try:
        if not path.is_file():
            return 1
        with path.open("rb") as file:
            return max(1, sum(not line.isspace() for line in file))
    except OSError:
        return 1


def _pair_index(pair: Pair, reader: Reader) -> Index:
    read = [from_text(text, f"article {at}", published=pair.published) for at, text in enumerate(pair.sources, 1)]
    return index_sources(read, reader)


_UNCHECKED = "Nothing was checked in this row."
_ROW = 'A row is {"summary": "...", "article": "..."}, or "articles": [...], on a line of its own.'


def _lines(path: Path, stdin: BinaryIO) -> Iterator[bytes]:
    try:
        if str(path) == "-":
            yield from stdin
        else:
            with path.open("rb") as file:
                yield from file
    except OSError as error:
        raise ArticleError.unreadable(path, error) from error


def _pair(line: bytes, where: str) -> Pair:
    try:
        pair = Pair.model_validate(parsed(line.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise ArticleError(f"{where}: byte {error.start} of the row is not UTF-8.", hint=_UNCHECKED) from error
    except ValidationError as error:
        raise ArticleError(f"{where}: {first_misfit(error, 'row')}", hint=_ROW) from error
    except ValueError as error:
        raise ArticleError(f"{where}: no JSON: {error}", hint=_ROW) from error
    if not any(text.strip() for text in pair.sources):
        raise ArticleError(f"{where}: the row has no article.", hint=_ROW)
    if not pair.summary.strip():
        raise ArticleError(f"{where}: the summary is empty.", hint=_UNCHECKED)
    if len(pair.summary.encode()) > TEXT_LIMIT:
        raise _too_long(f"{where}: the summary")
    return pair


def coverage_of(sides: Sides) -> Coverage:
    """What of the sources' attributed claims the summary tells."""
    return cover_document(sides.document, sides.index, sides.reader)
