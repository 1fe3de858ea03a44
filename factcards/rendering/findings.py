"""A check of a summary as text: for a terminal, Markdown, JSON, GitHub annotations. Untrusted words are made harmless here."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from factcards.canonical import json_safe
from factcards.cards import SEVERITIES, Article, Severity
from factcards.lint.coverage import Claim, Coverage
from factcards.lint.findings import Objection
from factcards.lint.fixing import in_whole_words
from factcards.lint.report import Report
from factcards.rendering.counts import counted
from factcards.rendering.escape import markdown, one_line, terminal
from factcards.rendering.places import place, place_in_file
from factcards.rendering.sarif import as_sarif, rows_as_sarif
from factcards.rendering.shapes import CoverageShape, ReportShape
from factcards.spans import Span

__all__ = [
    "FORMATS",
    "TOGETHER",
    "WHOLE",
    "WIDTH",
    "all_as_json",
    "as_github",
    "as_json",
    "as_markdown",
    "as_row",
    "as_sarif",
    "as_text",
    "coverage_as_json",
    "coverage_as_text",
    "heading",
    "place",
    "row_as_github",
]

WIDTH = 120
"""Columns of a report that goes to no terminal."""
_ROUND, _BESIDE, _LEAST = 60, 12, 32
"""Code points shown on each side of the words in question: the most, the least; and the fewest for all of a line."""
_LEAD = "    "


def as_text(report: Report, *, width: int = WIDTH) -> str:
    """For a terminal: each finding with the words of both sides under each other, and a closing line.

    Args:
        report: What was found.
        width: Columns that the words and the marks under them may take; messages and names are not cut.
    """
    lines: list[str] = []
    for found in report.findings:
        lines.append(heading(report, found))
        lines += _under(report.summary, found.span, width)
        for passage in found.evidence[: 1 if found.severity != "unsure" else 3]:
            source = report.sources[passage.source]
            lines.append(f"  {_where(source, passage.span.start)}")
            lines += _under(source.text, passage.span, width)
        for edit in found.fix:
            before, after = in_whole_words(report.summary, edit)
            lines.append(f"    fix: “{before}” -> “{after}”")
        lines.append("")
    lines.append(_closing(report))
    return "".join(f"{terminal(one_line(line) if not line.startswith(' ') else _flat(line))}\n" for line in lines)


def heading(report: Report, found: Objection) -> str:
    """The line that a finding begins with: where, how severe, what."""
    line, column = place(report.summary, found.span.start)
    return f"{report.name}:{line}:{column}: {found.severity} {found.code}: {found.message}"


def _where(source: Article, offset: int) -> str:
    """The source's name, and the line of its file where that is known."""
    place = place_in_file(source, offset)
    return source.source if place is None else f"{source.source}:{place[0]}"


def _flat(line: str) -> str:
    lead = len(line) - len(line.lstrip())
    return " " * lead + one_line(line)


def _under(text: str, span: Span, width: int) -> Iterator[str]:
    """The words in their surroundings, with a line of marks under them; long ones are cut in the middle, and so are their marks."""
    room = max(_LEAST, width - len(_LEAD) - 2 * len("…"))
    words = _inside(text[span.start : span.end])
    if len(words) > room - 2 * _BESIDE:
        half = (room - 2 * _BESIDE - len(" … ")) // 2
        words = f"{words[:half]} … {words[len(words) - half :]}"
    first, last = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    last = len(text) if last < 0 else last
    spare, there = room - len(words), min(_ROUND, last - span.end)
    low = max(first, span.start - min(_ROUND, max(spare // 2, spare - there)))
    high = min(last, span.end + min(there, spare - (span.start - low)))
    before, after = _inside(text[low : span.start]), _inside(text[span.end : high])
    lead = f"{_LEAD}{'…' if low and text[low - 1] != chr(10) else ''}{before}"
    yield f"{lead}{words}{after}{'…' if high < len(text) and text[high] != chr(10) else ''}"
    yield f"{' ' * len(lead)}{'^' * max(1, len(words))}"


def _inside(text: str) -> str:
    """`one_line`, but white space at either end stays, as one space."""
    return one_line(f"|{text}|")[1:-1]


def _closing(report: Report) -> str:
    counts = {s: sum(1 for f in report.findings if f.severity == s) for s in SEVERITIES}
    shown = ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "no findings"
    off, ignored, known = report.suppressed.off, report.suppressed.ignored, report.suppressed.known
    reasons = ((off, "switched off by the project"), (ignored, "ignored in the text"), (known, "in the baseline"))
    why = ", ".join(f"{count} {reason}" for count, reason in reasons if count)
    hidden = f"; {report.suppressed.total} suppressed: {why}" if why else ""
    return f"{report.name}: {counted(report.sentences, 'sentence')} against {counted(len(report.sources), 'source')}: {shown}{hidden}"


_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")


def as_markdown(report: Report) -> str:
    """For a pull request or a wiki: a table of what was found."""
    rows = [f"## {markdown(report.name)}", "", markdown(_closing(report)), ""]
    if report.findings:
        rows += ["| where | what | the summary | the source |", "|---|---|---|---|"]
    for found in report.findings:
        line, column = place(report.summary, found.span.start)
        theirs = "; ".join(f"{_cell(report.sources[p.source].source)}: “{_cell(p.span.quote)}”" for p in found.evidence[:2])
        what = f"{found.severity} `{found.code}`: {_cell(found.message)}"
        rows.append(f"| {line}:{column} | {what} | “{_cell(found.span.quote)}” | {theirs} |")
    return "\n".join(rows).rstrip() + "\n"


def _cell(text: str) -> str:
    """A text in a cell of a table, less the tags and marks of its own file ("easily</em>")."""
    flat = one_line(_TAG.sub("", text))
    return markdown(flat if len(flat) <= 200 else f"{flat[:199]}…")


def as_row(report: Report) -> dict[str, Any]:
    """The report as plain data: offsets and lines in code points, the texts themselves only by digest."""
    return ReportShape.of(report).model_dump(mode="json")


def _whole(data: object) -> str:
    return json_safe(json.dumps(data, indent=1, ensure_ascii=False)) + "\n"


def as_json(report: Report) -> str:
    """One JSON object."""
    return _whole(as_row(report))


def all_as_json(*reports: Report) -> str:
    """Many reports as one JSON array."""
    return _whole([as_row(report) for report in reports])


_GITHUB: Mapping[Severity, str] = {"error": "error", "warning": "warning", "unsure": "notice", "info": "notice"}


def as_github(report: Report) -> str:
    """Workflow commands that annotate the file in a GitHub build."""
    return "".join(_annotation(report, found, _stretch(report, found), found.message) for found in report.findings)


def row_as_github(report: Report, file: str, line: int) -> str:
    """As `as_github` for a row of a file: its line is annotated, and the message has the row's name and words."""
    return "".join(
        _annotation(
            report, found, {"file": file, "line": line, "title": found.code}, f"{report.name}: “{found.span.quote[:300]}”: {found.message}"
        )
        for found in report.findings
    )


def _stretch(report: Report, found: Objection) -> dict[str, object]:
    line, column = place(report.summary, found.span.start)
    last, behind = place(report.summary, found.span.end)
    where: dict[str, object] = {"file": report.name, "line": line, "endLine": last, "col": column, "title": found.code}
    return where | ({"endColumn": behind} if line == last else {})


def _annotation(report: Report, found: Objection, where: Mapping[str, object], message: str) -> str:
    named = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    theirs = ""
    if found.evidence:
        first = found.evidence[0]
        theirs = f" [{report.sources[first.source].source}: {one_line(first.span.quote)[:300]}]"
    return f"::{_GITHUB[found.severity]} {named}::{_data(one_line(message + theirs))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")


def coverage_as_text(found: Coverage, sources: Sequence[Article]) -> str:
    """For a terminal: the claims, the weightiest first, with their place in the source."""
    lines = [f"{'weight':>7} {'told':>6}  claim"]
    for claim in found.claims:
        source = sources[claim.source]
        words = " … ".join(one_line(span.quote) for span in (claim.content, *claim.more))
        shown = words if len(words) <= 2 * _ROUND else f"{words[: 2 * _ROUND - 1]}…"
        wrongly = f" ({', '.join(claim.findings)})" if claim.findings else ""
        lines.append(f"{_figures(claim)}  {claim.status + wrongly:12}  {_where(source, claim.content.start)}: {_told_by(claim)}: {shown}")
    lines.append(_sum(found))
    return "".join(f"{terminal(line)}\n" for line in lines)


def _figures(claim: Claim) -> str:
    if claim.status == "not weighed":
        return f"{'-':>7} {'-':>6}"
    return f"{100 * claim.weight:6.1f}% {math.floor(100 * claim.told):5d}%"  # rounded up it would seem to reach a bound that it does not


def _told_by(claim: Claim) -> str:
    """Who tells it and how: a denial must not look like what is denied."""
    cue = f"({one_line(claim.cue)})" if claim.cue is not None and claim.cue.strip(":") else ""
    return " ".join(part for part in (one_line(claim.speaker or ""), cue) if part)


def _sum(found: Coverage) -> str:
    weighed = [claim for claim in found.claims if claim.status != "not weighed"]
    partly = sum(claim.weight for claim in weighed if claim.status == "partly")
    told = f"{100 * found.share:.0f} % of the weight of {len(weighed)} attributed claims is told, {100 * partly:.0f} % in part"
    left = len(found.claims) - len(weighed)
    return (
        (told if weighed else "no attributed claim can be weighed, so none counts as left out")
        + (f"; {left} with too few words to be weighed" if left else "")
        + (f"; {found.unsure} more may be claims, but probably are none" if found.unsure else "")
    )


def coverage_as_json(found: Coverage, sources: Sequence[Article]) -> str:
    """One JSON object."""
    return _whole(CoverageShape.of(found, sources).model_dump(mode="json"))


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "jsonl": lambda report: json_safe(json.dumps(as_row(report), ensure_ascii=False)) + "\n",
    "github": as_github,
    "sarif": as_sarif,
}
"""What `--format` takes."""

TOGETHER: Mapping[str, Callable[..., str]] = {"json": all_as_json, "sarif": as_sarif}
"""The forms in which the reports of several summaries are one document."""

WHOLE: Mapping[str, Callable[[Sequence[tuple[int, Report]], str], str]] = {
    "json": lambda rows, _file: all_as_json(*(report for _, report in rows)),
    "sarif": rows_as_sarif,
}
"""The forms in which many rows, with their lines in the file of this name, are one document."""
