"""`verify` and `coverage`: compose the stages for a summary that anybody wrote: read -> segment -> lint. Beside `pipeline`, which makes
cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self, cast

from factcards.cards import SEVERITIES, Article, Severity, digest
from factcards.errors import ArticleError, ConfigError, FactcardsError, UsageError, did_you_mean, refuse_other
from factcards.lint.check import lint
from factcards.lint.coverage import Coverage
from factcards.lint.coverage import coverage as covered
from factcards.lint.documents import Document, open_document
from factcards.lint.findings import Objection
from factcards.lint.ignoring import Ignores, ignores_in
from factcards.lint.marked import in_file
from factcards.lint.matching import Index
from factcards.lint.meanings import CODES
from factcards.lint.report import Grade, ProjectRules, Report, Suppressed, graded
from factcards.lint.side import Side
from factcards.mapped import calm
from factcards.read import TEXT_LIMIT, Loaded, article_of, known
from factcards.read.language import refuse_no_code
from factcards.read.limits import named, refuse_halves
from factcards.reading import Reader
from factcards.spans import Span

__all__ = [
    "VerifySettings",
    "comparing_reader",
    "cover_document",
    "coverage",
    "index_sources",
    "refuse_unknown_codes",
    "verify",
    "verify_document",
]


class _Grades(Mapping[str, Grade]):
    """Code -> grade, for good: what was checked once is what counts, and it can be hashed and sent to another process."""

    def __init__(self, grades: Mapping[str, Grade]) -> None:
        self._grades = dict(sorted(grades.items()))

    def __getitem__(self, code: str) -> Grade:
        return self._grades[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._grades)

    def __len__(self) -> int:
        return len(self._grades)

    def __hash__(self) -> int:
        return hash(tuple(self._grades.items()))

    def __repr__(self) -> str:
        return repr(self._grades)


@dataclass(frozen=True)
class VerifySettings:
    """How a project checks its summaries.

    Attributes:
        grades: Code -> grade, for rules that the project switches off or grades otherwise.
        fail_on: The least severity that makes a check fail.
        allow_ignores: Whether `<!-- factcards: ignore[code] -->` in the summary is honoured.
    """

    grades: Mapping[str, Grade] = field(default_factory=dict)
    fail_on: Severity = "error"
    allow_ignores: bool = False

    def __post_init__(self) -> None:
        """Refuse a grade, a severity or a code that there is not.

        Raises:
            UsageError: naming it, and those that there are.
        """
        if self.fail_on not in SEVERITIES:
            raise UsageError(f"fail_on is {self.fail_on!r}; it is one of {', '.join(SEVERITIES)}.", hint="`report.findings` has them all.")
        refuse_other(self.grades, Mapping, "grades are a mapping from codes")
        refuse_other(self.allow_ignores, bool, "allow_ignores takes True or False")
        refuse_unknown_codes(self.grades, UsageError)
        for code, grade in self.grades.items():
            if grade != "off" and grade not in SEVERITIES:
                raise UsageError(f"grades: {code} is {grade!r}; a grade is one of off, {', '.join(SEVERITIES)}.")
        object.__setattr__(self, "grades", _Grades(self.grades))

    @classmethod
    def of(cls, project: ProjectRules, fail_on: str | None, *, allow_ignores: bool = False) -> Self:
        """A project's own, with what the command line says instead.

        Raises:
            ConfigError: if the project grades a code that no rule has.
        """
        refuse_unknown_codes(project.grades, ConfigError, "verify.")
        return cls(project.grades, cast("Severity", fail_on) if fail_on else project.fail_on, allow_ignores)


def refuse_unknown_codes(grades: Mapping[str, Grade], error: type[FactcardsError], where: str = "") -> None:
    """Raise this error where a code is graded that no rule has; `where` says whose grades they are."""
    unknown = sorted(set(grades) - set(CODES), key=str)
    if unknown:
        meant = did_you_mean(str(unknown[0]), CODES)
        raise error(f"{where}grades: no rule has the code {unknown[0]!r}{meant}.", hint="`factcards rules` lists them.")


def verify(
    summary: str,
    *,
    against: Sequence[Article | Loaded | str] | Article | Loaded | str,
    name: str = "-",
    settings: VerifySettings | None = None,
    reader: Reader | None = None,
    language: str | None = None,
    published: date | None = None,
) -> Report:
    """What a summary says that its sources do not. No model, no network.

    Args:
        summary: Plain text, Markdown or HTML, as it stands in its file.
        against: The sources: articles as `read_file` or `from_text` gave them, or their texts; one may stand alone.
        name: What the summary is called in messages; its ending tells Markdown from HTML.
        settings: How the project grades findings.
        reader: Reads both sides; the local reader where not given.
        language: The code of the language that both sides are in ("en"), where the guess is wrong; guessed where it is not given.
        published: The day on which the sources were published, where they do not say it themselves.

    Returns:
        The report; `report.ok` says whether it passes.

    Raises:
        UsageError: if there is no source, or one that is neither an article nor a text, the summary is no text, or the language no code.
        ArticleError: if the summary or a source is empty or holds no prose, or one of the texts is longer than 2,000,000 characters.
        LanguageError: if the reader does not read its language.
    """
    refuse_other(settings, VerifySettings | None, "verify takes VerifySettings")
    document, sources = _sides("verify", summary, against, name, language, published)
    used = _reader("verify", reader)
    return verify_document(document, index_sources(sources, used), used, settings or VerifySettings())


def coverage(
    summary: str,
    *,
    against: Sequence[Article | Loaded | str] | Article | Loaded | str,
    name: str = "-",
    reader: Reader | None = None,
    language: str | None = None,
    published: date | None = None,
) -> Coverage:
    """Which of the sources' attributed claims a summary tells, and which it leaves out, the weightiest first. No model, no network.

    Args:
        summary: As for `verify`.
        against: As for `verify`.
        name: As for `verify`.
        reader: As for `verify`.
        language: As for `verify`.
        published: As for `verify`.

    Returns:
        Every claim with its weight and its status; a claim's `source` is the place of its article among the sources.

    Raises:
        UsageError: if there is no source, or one that is neither an article nor a text, the summary is no text, or the language no code.
        ArticleError: if the summary or a source is empty or holds no prose, or one of the texts is longer than 2,000,000 characters.
        LanguageError: if the reader does not read its language.
    """
    document, sources = _sides("coverage", summary, against, name, language, published)
    used = _reader("coverage", reader)
    return cover_document(document, index_sources(sources, used), used)


def cover_document(document: Document, index: Index, reader: Reader) -> Coverage:
    """`coverage` for a summary and sources that are read already."""
    _refuse_no_prose(document)
    return covered(document.article, reader.read([document.article])[0], index)


def _refuse_no_prose(document: Document) -> None:
    """Refuse a summary of which nothing is checked: a model puts its answer in a fence, and a pass would be taken for the words in it.

    Raises:
        ArticleError: if it is one.
    """
    if not document.article.parts:
        raise ArticleError(
            f"{named(document.article.source, 'the summary')} holds no prose.",
            hint="Nothing was checked: code, comments and front matter are not. Take the summary out of the fence (```) that it stands in.",
        )


def _sides(
    call: str,
    summary: str,
    against: Sequence[Article | Loaded | str] | Article | Loaded | str,
    name: str,
    language: str | None,
    published: date | None,
) -> tuple[Document, list[Article]]:
    """The summary and the sources that a call is given, once both are what they must be."""
    refuse_other(summary, str, f"{call} takes a summary as text")
    refuse_other(name, str, f"{call} takes the summary's name as text")
    refuse_no_code(language)
    refuse_other(published, date | None, f"{call} takes the day of publication as a date")
    given = list(against) if isinstance(against, Iterable) and not isinstance(against, Article | Loaded | str | Mapping) else [against]
    strange = [type(source).__name__ for source in given if not isinstance(source, Article | Loaded | str)]
    if strange:
        raise UsageError(f"a source is an Article or a text, not {strange[0]}.", hint="`read_file` reads one from its file.")
    if any(isinstance(source, str) and not source.strip() for source in given):
        raise ArticleError("a source is empty.", hint="Nothing was checked.")
    shown = named(name, "the summary")
    if not summary.strip():
        raise ArticleError(f"{shown} is empty.", hint="Nothing was checked.")
    refuse_halves(summary, shown)
    for size, what in [(len(summary), shown), *((len(source), "a source") for source in given if isinstance(source, str))]:
        if size > TEXT_LIMIT:
            raise ArticleError(f"{what} is longer than {TEXT_LIMIT:,} characters.", hint="Cut it: a summary and its sources are shorter.")
    return open_document(summary, name, language=language), [known(article_of(source), language, published) for source in given]


def _reader(call: str, given: Reader | None) -> Reader:
    """The reader that a call is given, or the local one."""
    if given is not None and not callable(getattr(given, "read", None)):
        raise UsageError(f"{call} takes a Reader, not {type(given).__name__}.")
    return given or comparing_reader()


def index_sources(sources: Sequence[Article], reader: Reader) -> Index:
    """The sources, read and indexed: once for many summaries of them.

    Raises:
        UsageError: if there are none.
        ArticleError: if one holds no prose.
        LanguageError: if the reader does not read their language.
    """
    if not sources:
        raise UsageError("there is no source to verify against.", hint="A summary is checked against one at least.")
    read = [_calmed(source) for source in sources]
    found = reader.read(read)
    return Index([Side(calmed, reading, source.text) for calmed, reading, source in zip(read, found, sources, strict=True)], sources)


def _calmed(source: Article) -> Article:
    """The source without what is no prose, every offset where it was.

    Raises:
        ArticleError: if nothing is left of what it says.
    """
    text = calm(source.text)
    if not any(map(str.isalpha, text)) and any(map(str.isalpha, source.text)):
        raise ArticleError(
            f"{named(source.source, 'a source')} holds no prose: no sentence and no line ends in it.", hint="Nothing was checked."
        )
    return source if text == source.text else source.model_copy(update={"text": text, "sha256": digest(text)})


def verify_document(document: Document, index: Index, reader: Reader, settings: VerifySettings) -> Report:
    """`verify` for a summary and sources that are read already.

    Raises:
        ArticleError: if the summary holds no prose.
        LanguageError: if the reader does not read its language.
    """
    _refuse_no_prose(document)
    side = Side(document.article, reader.read([document.article])[0], document.shown)
    found = tuple(in_file(document, item) for item in lint(side, index))
    kept, off = graded((*found, *_unread(document)), settings.grades)
    ignores = ignores_in(document, CODES) if settings.allow_ignores else Ignores({}, ())
    spared = tuple(item for item in kept if not ignores.spare(document, item))
    return Report(
        summary=document.file,
        name=document.article.source,
        sources=index.articles,
        findings=spared,
        suppressed=Suppressed(off=off, ignored=len(kept) - len(spared)),
        sentences=len(side.sentences),
        fail_on=settings.fail_on,
        reader=reader.version,
        notices=ignores.notices,
    )


def _unread(document: Document) -> Iterator[Objection]:
    """`ungrounded`: words that nobody checked, as no sentence ends among them; a pass would be taken for theirs."""
    for start, end in (document.view.origin(*stretch) for stretch in document.unread):
        why = f"{end - start:,} characters without the end of a sentence or a line: nothing in them was checked"
        span = Span.of(document.file, start, min(end, start + _SHOWN))
        yield Objection(code="ungrounded", severity="error", message=why, span=span)


_SHOWN = 120
"""Characters of such a stretch that are shown."""


def comparing_reader() -> Reader:
    """The local reader, as far as two texts are compared by what it reads: who says what in each."""
    from factcards.engines.local.reader import LocalReader

    return LocalReader("said")
