"""What the JSON of `verify` and of `coverage` holds, with its JSON Schema: what was found, where it stands in the file, and digests in the
place of the texts. These field names are a contract with users, as those of the deck are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Self

from pydantic import Field

from factcards.cards import Article, Severity, digest
from factcards.lint.baseline import fingerprints
from factcards.lint.coverage import Claim, Coverage
from factcards.lint.findings import Objection
from factcards.lint.report import Report, Suppressed
from factcards.rendering.places import place
from factcards.spans import Frozen

__all__ = ["CoverageShape", "FindingShape", "ReportShape", "SourceShape"]


class SourceShape(Frozen):
    """One source, without its text."""

    name: str
    sha256: str = Field(description="of its UTF-8 text")

    @classmethod
    def all_of(cls, sources: Sequence[Article]) -> tuple[Self, ...]:
        """Each source, in the order in which they were given."""
        return tuple(cls(name=source.source, sha256=source.sha256) for source in sources)


class FindingShape(Objection):
    """One finding, with its place in the summary's file; offsets are of the file, too."""

    line: int = Field(ge=1, description="of the file, from 1")
    column: int = Field(ge=1, description="in that line, from 1, in code points")
    end_line: int = Field(ge=1)
    end_column: int = Field(ge=1, description="one past the last code point")
    fingerprint: str = Field(description="by which a baseline knows it, also after lines moved")

    @classmethod
    def of(cls, report: Report, found: Objection, fingerprint: str) -> Self:
        """A finding of a report."""
        line, column = place(report.summary, found.span.start)
        last, behind = place(report.summary, found.span.end)
        return cls(**dict(found), line=line, column=column, end_line=last, end_column=behind, fingerprint=fingerprint)


class ReportShape(Frozen):
    """What `factcards verify` prints of one summary as JSON."""

    schema_version: Literal["1"] = "1"  # raised when a field of the JSON is renamed, removed or changes its meaning
    name: str = Field(description="the summary's file as given, or '-' for standard input; the id of a row")
    sha256: str = Field(description="of the summary's UTF-8 text")
    ok: bool = Field(description="whether no finding is at or above fail_on")
    fail_on: Severity
    sentences: int = Field(ge=0, description="how many were checked")
    suppressed: Suppressed
    reader: str = Field(description="the reader's version")
    sources: tuple[SourceShape, ...] = Field(description="a finding's evidence names one by its place here")
    findings: tuple[FindingShape, ...] = Field(description="in the summary's order")

    @classmethod
    def of(cls, report: Report) -> Self:
        """A report without the texts."""
        marks = fingerprints(report.findings, report.summary)
        return cls(
            name=report.name,
            sha256=digest(report.summary),
            ok=report.ok,
            fail_on=report.fail_on,
            sentences=report.sentences,
            suppressed=report.suppressed,
            reader=report.reader,
            sources=SourceShape.all_of(report.sources),
            findings=tuple(FindingShape.of(report, found, mark) for found, mark in zip(report.findings, marks, strict=True)),
        )


class CoverageShape(Frozen):
    """What `factcards coverage` prints as JSON."""

    schema_version: Literal["1"] = "1"  # raised as that of a report is
    sources: tuple[SourceShape, ...] = Field(description="a claim names its own by its place here")
    claims: tuple[Claim, ...] = Field(description="the weightiest first")
    share: float = Field(description="of the weight, what is told, 0 to 1; 1 where there is nothing to tell")
    unsure: int = Field(description="how many more may be claims, but probably are none")

    @classmethod
    def of(cls, found: Coverage, sources: Sequence[Article]) -> Self:
        """A coverage with the names of its sources."""
        return cls(sources=SourceShape.all_of(sources), **dict(found))
