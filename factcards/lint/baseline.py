"""Findings that a project knows already: remembered by what they say, not by where they stand, so that moved lines stay quiet."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from factcards.errors import ConfigError, UsageError
from factcards.files import write_atomically
from factcards.lint.findings import Objection
from factcards.lint.report import Report
from factcards.misfits import first_misfit
from factcards.spans import Frozen

__all__ = ["fingerprints", "read_baseline", "refuse_foreign", "without_known", "write_baseline"]

_AROUND = 40
"""Code points on each side of a finding's words that tell two alike apart; more would break when a neighbour is edited."""


class Known(Frozen):
    """One known finding: its fingerprint, and for people what it was."""

    fingerprint: str
    code: str
    words: str


class _File(Frozen):
    version: Literal["1"] = "1"
    findings: tuple[Known, ...]


def fingerprints(findings: Sequence[Objection], text: str) -> tuple[str, ...]:
    """One for each finding: of its code, its words and the words beside them on its line, white space apart; alike ones are numbered."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for item in findings:
        low = max(text.rfind("\n", 0, item.span.start) + 1, item.span.start - _AROUND)
        high = text.find("\n", item.span.end)
        high = min(len(text) if high < 0 else high, item.span.end + _AROUND)
        words = "\x1f".join(" ".join(part.split()) for part in (text[low : item.span.start], item.span.quote, text[item.span.end : high]))
        key = f"{item.code}\x1f{words}"
        seen[key] += 1
        found.append(sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:24])
    return tuple(found)


def read_baseline(path: Path) -> frozenset[str]:
    """The known fingerprints.

    Raises:
        ConfigError: if the file cannot be read or is no baseline.
    """
    try:
        return frozenset(known.fingerprint for known in _File.model_validate_json(path.read_bytes().removeprefix(BOM_UTF8)).findings)
    except OSError as error:
        raise ConfigError.unreadable(f"the baseline {path}", error, hint="Write one with --write-baseline.") from error
    except ValidationError as error:
        raise ConfigError(f"{path} is no baseline: {first_misfit(error, 'the file')}.", hint="Write one with --write-baseline.") from error


def refuse_foreign(path: Path) -> None:
    """Refuse to write a baseline over a file that is none: it would be lost. An empty file, a device or a pipe loses nothing.

    Raises:
        UsageError: if it is one.
    """
    try:
        if not path.is_file() or not path.stat().st_size:
            return
        read_baseline(path)
    except (ConfigError, OSError) as error:
        raise UsageError(
            f"--write-baseline would write over {path}, which is no baseline.", hint="Name another place. Nothing was written."
        ) from error


def write_baseline(path: Path, reports: Iterable[Report]) -> int:
    """Remember every finding of these reports; gives how many."""
    known = [
        Known(fingerprint=mark, code=found.code, words=" ".join(found.span.quote.split())[:80])
        for report in reports
        for found, mark in zip(report.findings, fingerprints(report.findings, report.summary), strict=True)
    ]
    data = json.dumps(_File(findings=tuple(known)).model_dump(mode="json"), indent=1, ensure_ascii=True)
    write_atomically(path, (data + "\n").encode("ascii"))
    return len(known)


def without_known(report: Report, known: frozenset[str]) -> Report:
    """The report without the findings that the baseline knows; they are counted."""
    marks = fingerprints(report.findings, report.summary)
    kept = tuple(found for found, mark in zip(report.findings, marks, strict=True) if mark not in known)
    suppressed = report.suppressed.model_copy(update={"known": len(report.findings) - len(kept)})
    return report.model_copy(update={"findings": kept, "suppressed": suppressed})
