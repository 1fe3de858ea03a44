"""What a check found: plain data with a published schema. The same suite gives the same bytes on every machine."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from factcards.regress.changes import Change
from factcards.regress.stability import Stability
from factcards.spans import Frozen

__all__ = ["CaseReport", "Report", "Stale", "Status"]

Status = Literal["same", "different", "stale", "missing", "error"]


class Stale(Frozen):
    """Why a recording does not answer any more.

    Attributes:
        reasons: What changed: prompt, schema, model, parameters, article text.
        recordings: Identities of the recordings that this makes stale.
        diff: The rendered messages, recorded and asked, as a unified diff without equal lines.
        requests: How many requests recording anew takes; null when that is not known.
        tokens: About how many input tokens.
        usd: About what it costs; null when the price is unknown.
        hint: What to do where recording anew is no help; null where it is.
    """

    reasons: tuple[str, ...]
    recordings: tuple[str, ...] = ()
    diff: str = ""
    requests: int | None = None
    tokens: int | None = None
    usd: float | None = None
    hint: str | None = None


class CaseReport(Frozen):
    """How one article went.

    Attributes:
        name: Its path in the suite, with the model where there are several.
        status: same (nothing that fails), different, stale, missing (no accepted deck yet), error.
        message: For missing and error.
        code: The exit code of an error, 0 otherwise.
        remedy: The command that mends what is stale or missing, without the suite's file; null where none does.
        changes: Every difference, cosmetic ones included, in text order.
        failures: Expectations that do not hold.
        unused: Identities of recordings that nothing used.
        reader: Set when the accepted deck was made with another version of the local reader.
        cards: How many cards the rebuilt deck has.
        rejected: How many proposals were rejected.
        article: The sha256 of its text; empty where it was not rebuilt.
        attributed: How many attributions the local reader finds in it with some confidence.
        covered: How many of them a card covers.
        findings: How many errors and warnings the cards have.
        stale: Why a recording does not answer.
        stability: How far several answers agree, where the suite keeps several.
    """

    name: str
    status: Status
    message: str | None = None
    code: int = 0
    remedy: str | None = None
    changes: tuple[Change, ...] = ()
    failures: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    reader: str | None = None
    cards: int = Field(default=0, ge=0)
    rejected: int = Field(default=0, ge=0)
    article: str = ""
    attributed: int = Field(default=0, ge=0)
    covered: int = Field(default=0, ge=0)
    findings: int = Field(default=0, ge=0)
    stale: Stale | None = None
    stability: Stability | None = None


class Report(Frozen):
    """How a suite went.

    Attributes:
        version: Of this format.
        exit_code: 0 nothing that fails, 1 a difference, 4 a stale or missing recording; an error of an article has its own.
        cases: By path.
        totals: How many changes of each class, by name, and as "expectation_broken" how many expectations do not hold.
        failures: Floors of the whole suite that do not hold; with `--strict` also what is unused.
        unused: Folders of recordings that no article of the suite uses, by name.
    """

    version: Literal["1"] = "1"
    exit_code: int
    cases: tuple[CaseReport, ...]
    totals: dict[str, int]
    failures: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
