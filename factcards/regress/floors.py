"""Floors of a whole suite: what it reached once it must go on reaching. Pinned with the digest of what they were measured on."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from pydantic import Field

from factcards.cards import Score
from factcards.errors import CassetteError
from factcards.pinned import SLACK, read_pinned
from factcards.pinned import pin as pin_anew
from factcards.regress.report import CaseReport
from factcards.regress.suite import Floors, Suite
from factcards.spans import Frozen

__all__ = ["PINNED", "Measured", "failures_of", "has_floors", "measure", "pin"]

PINNED = "floors.json"
"""The file among the cassettes that holds the pinned floors."""


class Measured(Frozen):
    """What a suite reaches.

    Attributes:
        digest: Of the articles' names and texts: figures of another corpus are no measure for this one.
        grounded_share: Of the proposed claims, those that became cards.
        findings_per_card: Errors and warnings.
        coverage: Of the attributions that the local reader finds, those that a card covers; null where it finds none.
    """

    digest: str
    grounded_share: Score
    findings_per_card: float = Field(ge=0)
    coverage: Score | None = None


def measure(reports: Sequence[CaseReport]) -> Measured:
    """The figures of all cases together."""
    cards, rejected = sum(r.cards for r in reports), sum(r.rejected for r in reports)
    attributed, covered = sum(r.attributed for r in reports), sum(r.covered for r in reports)
    corpus = "\n".join(f"{report.name} {report.article}" for report in sorted(reports, key=lambda r: r.name))
    return Measured(
        digest=sha256(corpus.encode()).hexdigest(),
        grounded_share=round(cards / (cards + rejected), 6) if cards + rejected else 1.0,
        findings_per_card=round(sum(r.findings for r in reports) / cards, 6) if cards else 0.0,
        coverage=round(covered / attributed, 6) if attributed else None,
    )


def has_floors(suite: Suite) -> bool:
    """Whether there is one that the suite could miss."""
    return suite.floors != Floors() or _path_of(suite).exists()


def failures_of(suite: Suite, reports: Sequence[CaseReport]) -> list[str]:
    """Each floor of the suite's file, and each pinned one, that is missed.

    Raises:
        CassetteError: if the pinned floors cannot be read.
    """
    now = measure(reports)
    failures = _below(now, suite.floors, "the suite's floor")
    pinned = _pinned(_path_of(suite))
    if pinned is None or len(reports) < 1:
        return failures
    if pinned.digest != now.digest:
        return [*failures, "the pinned floors were measured on other articles: `factcards check --pin-floors` pins them anew"]
    return failures + _below(now, pinned, "the pinned floor")


def _below(now: Measured, floors: Floors | Measured, whose: str) -> list[str]:
    failures = []
    if floors.grounded_share is not None and now.grounded_share < floors.grounded_share - SLACK:
        failures.append(f"grounded share {now.grounded_share:.3f} is below {whose} {floors.grounded_share:.3f}")
    if floors.coverage is not None and (now.coverage or 0.0) < floors.coverage - SLACK:
        failures.append(f"coverage {now.coverage or 0.0:.3f} is below {whose} {floors.coverage:.3f}")
    if floors.findings_per_card is not None and now.findings_per_card > floors.findings_per_card + SLACK:
        failures.append(f"{now.findings_per_card:.3f} findings per card are above {whose} {floors.findings_per_card:.3f}")
    return failures


def pin(suite: Suite, reports: Sequence[CaseReport], *, lower: bool) -> Path:
    """Pin what the suite reaches now.

    Raises:
        UsageError: if that is below what is pinned, for whichever articles, and lowering was not asked for out loud.
        CassetteError: if the pinned floors cannot be read.
        OutputError: if they cannot be written.
    """
    now, path = measure(reports), _path_of(suite)
    old = _pinned(path)
    pin_anew(path, now, [] if old is None else _below(now, old, "the pinned floor"), lower=lower)
    return path


def _path_of(suite: Suite) -> Path:
    return suite.root / suite.cassettes / PINNED


def _pinned(path: Path) -> Measured | None:
    return read_pinned(path, Measured, CassetteError, "Remove it, and pin anew: `factcards check --pin-floors`.")
