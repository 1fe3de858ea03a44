"""What one check of a summary found, and how a project grades it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import Field

from factcards.cards import Article, Severity
from factcards.lint.findings import Objection, at_least
from factcards.spans import Frozen

__all__ = ["Grade", "ProjectRules", "Report", "Suppressed", "graded"]

Grade = Literal["off", Severity]
"""What a project may make of a rule: nothing, or a severity of its own."""


class ProjectRules(Frozen):
    """What a project says of the linter in its factcards.toml, under [verify].

    Attributes:
        fail_on: The least severity that makes a check fail.
        grades: Code -> off, error, warning, unsure or info.
    """

    fail_on: Severity = "error"
    grades: dict[str, Grade] = Field(default_factory=dict)


class Suppressed(Frozen):
    """Findings that are not shown, by why: they are counted, never silent."""

    off: int = Field(default=0, ge=0, description="the project switched the rule off")
    ignored: int = Field(default=0, ge=0, description="the text asked for it, and that was allowed")
    known: int = Field(default=0, ge=0, description="they stand in the baseline")

    @property
    def total(self) -> int:
        """All of them."""
        return self.off + self.ignored + self.known


class Report(Frozen):
    """A summary, its sources, and what the summary has that they do not carry.

    Attributes:
        summary: The file as it was given; findings' spans are offsets into it, in code points.
        name: What the summary is called.
        sources: Each as it was read; a passage's span is an offset into `sources[passage.source].text`.
        findings: In the summary's order.
        suppressed: What was left out.
        sentences: How many sentences were checked.
        fail_on: The least severity that makes the check fail.
        reader: The reader's version.
        notices: What whoever wrote the summary should know and no rule is about, one line each: a comment that spares nothing.
    """

    schema_version: Literal["1"] = "1"
    summary: str
    name: str = "-"
    sources: tuple[Article, ...]
    findings: tuple[Objection, ...] = ()
    suppressed: Suppressed = Suppressed()
    sentences: int = Field(default=0, ge=0)
    fail_on: Severity = "error"
    reader: str
    notices: tuple[str, ...] = ()

    @property
    def failing(self) -> tuple[Objection, ...]:
        """The findings at or above `fail_on`."""
        return tuple(found for found in self.findings if at_least(found.severity, self.fail_on))

    @property
    def ok(self) -> bool:
        """Whether no finding is at or above `fail_on`."""
        return not self.failing


def graded(findings: Sequence[Objection], grades: Mapping[str, Grade]) -> tuple[tuple[Objection, ...], int]:
    """The findings as a project grades them, and how many it switched off.

    Args:
        findings: As the rules made them.
        grades: Code -> grade; a finding that is only "unsure" is never graded up: its evidence is unclear.
    """
    kept: list[Objection] = []
    for found in findings:
        grade = grades.get(found.code)
        if grade == "off":
            continue
        if grade is not None and not (found.severity == "unsure" and at_least(grade, "unsure")):
            kept.append(found.model_copy(update={"severity": grade}))
        else:
            kept.append(found)
    return tuple(kept), len(findings) - len(kept)
