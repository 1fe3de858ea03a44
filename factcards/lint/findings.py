"""What the linter objects to: a code, how bad, the words on both sides, why, and where it is safe the edit that mends it."""

from __future__ import annotations

from pydantic import Field

from factcards.cards import SEVERITIES, Severity
from factcards.lint.meanings import Code
from factcards.spans import Frozen, Span

__all__ = ["Edit", "Objection", "Passage", "at_least"]


def at_least(severity: Severity, floor: Severity) -> bool:
    """Whether a severity is at or above another.

    >>> at_least("error", "warning"), at_least("unsure", "error")
    (True, False)
    """
    return SEVERITIES.index(severity) <= SEVERITIES.index(floor)


class Passage(Frozen):
    """Words of one source.

    Attributes:
        source: Place of the source among those that were given, from 0.
        span: The words, with offsets into that source's text.
    """

    source: int = Field(ge=0)
    span: Span


class Edit(Frozen):
    """`text[start:end]` of the summary becomes `replacement`; an empty stretch is an insertion, an empty replacement a deletion."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    replacement: str


class Objection(Frozen):
    """One objection to one stretch of the summary.

    Attributes:
        code: The rule's code; `factcards rules` explains each.
        severity: How bad.
        message: A sentence that says why.
        span: The words of the summary.
        evidence: The words of the sources that it was compared with, best first; empty when there are none.
        fix: The smallest edits that restore the source's wording; empty when none is safe.
    """

    code: Code
    severity: Severity
    message: str
    span: Span
    evidence: tuple[Passage, ...] = ()
    fix: tuple[Edit, ...] = ()
