"""A check of a summary as SARIF 2.1.0 (OASIS), for code scanning: one log, one run. Untrusted words are made harmless here."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any

from factcards.canonical import json_safe
from factcards.cards import Article, Severity
from factcards.lint.baseline import fingerprints
from factcards.lint.findings import Objection
from factcards.lint.meanings import MEANINGS
from factcards.lint.report import Report
from factcards.rendering.places import place, place_in_file
from factcards.spans import Span

__all__ = ["as_sarif", "rows_as_sarif"]

_LEVEL: Mapping[Severity, str] = {"error": "error", "warning": "warning", "unsure": "note", "info": "note"}


Region = dict[str, Any]
Locate = Callable[[str, Region, Span], dict[str, Any]]
"""A location of a span, from what its file is called and the region of it."""


def as_sarif(*reports: Report) -> str:
    """SARIF 2.1.0 (OASIS): regions count code points; each result has the source's words as a related location.

    The reports of several summaries are one log with one run.
    """
    codes = _codes(reports)
    results = [{**result, **_fixes(report, found)} for report in reports for found, result in _results(report, codes, _location)]
    return _log(codes, results)


def rows_as_sarif(rows: Sequence[tuple[int, Report]], file: str) -> str:
    """The reports of a file's rows as one log with one run: each result lies on its row's line.

    Args:
        rows: Each row's line in the file, from 1, and its report.
        file: The file's name.
    """
    codes = _codes([report for _, report in rows])
    results: list[dict[str, Any]] = []
    for line, report in rows:
        for found, result in _results(report, codes, _on_line(file, line)):
            words = f"{report.name}: “{found.span.quote}”: {found.message}"
            results.append({**result, "message": {"text": _BRACKETS.sub(_literal, words)}})
    return _log(codes, results)


def _codes(reports: Sequence[Report]) -> list[str]:
    return sorted({found.code for report in reports for found in report.findings})


def _results(report: Report, codes: list[str], locate: Locate) -> Iterator[tuple[Objection, dict[str, Any]]]:
    marks = fingerprints(report.findings, report.summary)
    for found, mark in zip(report.findings, marks, strict=True):
        yield found, _result(report, found, codes, mark, locate)


def _log(codes: list[str], results: list[dict[str, Any]]) -> str:
    run = {
        "tool": {
            "driver": {
                "name": "factcards verify",
                "version": version("factcards"),
                "rules": [
                    {"id": code, "shortDescription": {"text": code.replace("_", " ")}, "help": {"text": MEANINGS[code]}} for code in codes
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    whole = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json_safe(json.dumps(whole, indent=1, ensure_ascii=False)) + "\n"


_BRACKETS = re.compile(r"\\*+[\[\]]")
"""Brackets, with the backslashes before them: where a message has them bare, SARIF reads a link (section 3.11.6)."""


def _literal(found: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in found[0])


def _result(report: Report, found: Objection, codes: list[str], fingerprint: str, locate: Locate) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": codes.index(found.code),
        "level": _LEVEL[found.severity],
        "message": {"text": _BRACKETS.sub(_literal, found.message)},
        "locations": [locate(report.name, _in_text(report.summary, found.span), found.span)],
        "partialFingerprints": {"factcards/v1": fingerprint},
    }
    theirs = ((report.sources[passage.source], passage.span) for passage in found.evidence)
    related = [{"id": at, **locate(source.source, _in_source(source, span), span)} for at, (source, span) in enumerate(theirs)]
    if related:
        result["relatedLocations"] = related
    return result


def _fixes(report: Report, found: Objection) -> dict[str, Any]:
    """The edits that mend it, as offsets into the summary's file."""
    if not found.fix:
        return {}
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
            "insertedContent": {"text": edit.replacement},
        }
        for edit in found.fix
    ]
    change = {"artifactLocation": {"uri": _uri(report.name)}, "replacements": replacements}
    return {"fixes": [{"description": {"text": "the source's wording"}, "artifactChanges": [change]}]}


def _on_line(file: str, line: int) -> Locate:
    """Locations on one line: a row's texts are spelt as JSON there, so that an offset into them is none into the file."""

    def locate(name: str, _region: Region, span: Span) -> dict[str, Any]:
        message = {"text": _BRACKETS.sub(_literal, f"{name}: “{span.quote}”")}
        return {"message": message, "physicalLocation": {"artifactLocation": {"uri": _uri(file)}, "region": {"startLine": line}}}

    return locate


def _location(name: str, region: Region, span: Span) -> dict[str, Any]:
    whole: dict[str, Any] = {"region": {**region, "snippet": {"text": span.quote}}} if region else {}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(name)}, **whole}}


def _in_text(text: str, span: Span) -> Region:
    line, column = place(text, span.start)
    last, behind = place(text, span.end)
    count = {"charOffset": span.start, "charLength": span.end - span.start}
    return {"startLine": line, "startColumn": column, "endLine": last, "endColumn": behind, **count}


def _in_source(source: Article, span: Span) -> Region:
    """The region of the file; of a web page without offsets, as tags may stand between the words, and none where nothing says which."""
    if source.source_map is None:
        return _in_text(source.text, span)
    begin, end = place_in_file(source, span.start), place_in_file(source, span.end - 1, ends=True)
    if begin is None or end is None:
        return {}
    return {"startLine": begin[0], "startColumn": begin[1], "endLine": end[0], "endColumn": end[1] + 1}


def _uri(name: str) -> str:
    from urllib.parse import quote

    return "stdin" if name == "-" else quote(name.replace("\\", "/"))
