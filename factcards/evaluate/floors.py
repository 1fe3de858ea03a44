"""Floors: what an engine reached on a gold file once it must go on reaching. Pinned with the digest of that file."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, FiniteFloat, field_validator

from factcards.errors import ConfigError, UsageError
from factcards.evaluate.report import FIGURES, Report, Table
from factcards.pinned import SLACK, read_pinned
from factcards.pinned import pin as pin_anew
from factcards.spans import Frozen

__all__ = ["PINNED", "Floors", "check_gold", "misses", "pin", "read_floors"]

PINNED = (
    "joint.f1",
    "overlap.source.f1",
    "overlap.cue.f1",
    "overlap.content.f1",
    "speaker_accuracy",
    "content_recall.direct",
    "content_recall.indirect",
    "content_recall.mixed",
)
"""The figures that `pin` writes; a floors file may hold others, or fewer."""


class Floors(Frozen):
    """The floors of one gold file, in percent.

    Attributes:
        gold_sha256: Of the gold file: figures of another one are no measure for this one.
        all: Figures over all attributions, by name.
        core: Figures over those whose cue holds a verb of speech.
    """

    gold_sha256: str = Field(min_length=1)
    all: dict[str, FiniteFloat] = Field(default_factory=dict)
    core: dict[str, FiniteFloat] = Field(default_factory=dict)

    @field_validator("all", "core")
    @classmethod
    def _known(cls, floors: dict[str, float]) -> dict[str, float]:
        unknown = sorted(set(floors) - set(FIGURES))
        if unknown:
            raise ValueError(f"there is no figure {unknown[0]!r}; the names are those that --format json prints")
        return floors


def read_floors(path: Path) -> Floors | None:
    """The pinned floors, null where the file is not there.

    Raises:
        ConfigError: if it cannot be read.
    """
    return read_pinned(path, Floors, ConfigError, "--pin-floors writes such a file.")


def check_gold(path: Path, floors: Floors | None, gold_sha256: str) -> Floors:
    """The floors, where they were pinned on this very gold file; cheap, so it comes before any reading.

    Raises:
        ConfigError: if there are none.
        UsageError: if they were pinned on another gold file.
    """
    if floors is None:
        raise ConfigError(f"there are no floors at {path}.", hint="--pin-floors pins what is reached now.")
    if floors.gold_sha256 != gold_sha256:
        raise UsageError(
            f"the floors {path} were pinned on another gold file (sha256 {floors.gold_sha256[:12]}…; this one has {gold_sha256[:12]}…).",
            hint="If the gold was meant to change, pin anew with --pin-floors, and say why in the commit.",
        )
    return floors


def misses(floors: Floors, report: Report) -> list[str]:
    """Each floor that the report is below, one line each."""
    found = []
    for view, least, table in (("all", floors.all, report.all), ("core", floors.core, report.core)):
        for name, floor in least.items():
            value = table.figures[name]
            if value is None or value < floor - SLACK:
                found.append(f"{view} {name} is {'missing' if value is None else format(value, '.2f')}, below the floor {floor:.2f}")
    return found


def pin(path: Path, old: Floors | None, report: Report, *, lower: bool) -> None:
    """Pin what the report reaches, on its gold file.

    Raises:
        UsageError: if that is below an old floor, of whichever gold file, and lowering was not asked for out loud.
        OutputError: if they cannot be written.
    """
    more = (tuple(old.all), tuple(old.core)) if old is not None else ((), ())
    floors = Floors(gold_sha256=report.gold_sha256, all=_reached(report.all, more[0]), core=_reached(report.core, more[1]))
    pin_anew(path, floors, misses(old, report) if old is not None else [], lower=lower)


def _reached(table: Table, more: tuple[str, ...]) -> dict[str, float]:
    """The pinned figures, and the others that had a floor before."""
    found = {name: table.figures[name] for name in (*PINNED, *(name for name in more if name not in PINNED))}
    return {name: value for name, value in found.items() if value is not None}
