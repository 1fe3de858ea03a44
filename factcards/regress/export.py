"""A report for machines: JSON, JUnit XML, Markdown for a step summary, and workflow annotations. Untrusted text is escaped here."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

from factcards.canonical import json_safe
from factcards.errors import UsageError
from factcards.files import write_atomically
from factcards.regress.report import CaseReport, Report
from factcards.regress.show import total_line
from factcards.rendering import terminal_safe
from factcards.rendering.escape import markdown

__all__ = ["FORMS", "as_github", "as_json", "as_junit", "as_markdown", "write_report"]

FORMS = ("json", "junit", "markdown", "github")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_json(report: Report) -> str:
    """The report as JSON; the same suite gives the same bytes."""
    return json_safe(report.model_dump_json(indent=1)) + "\n"


def as_junit(report: Report) -> str:
    """JUnit XML: a test suite for each article, a test case for each failing change and one for the article itself."""
    root = ET.Element("testsuites", name="factcards")
    totals = Counter[str]()
    for case in report.cases:
        element = _junit_case(case)
        root.append(element)
        totals.update({key: int(element.get(key, "0")) for key in ("tests", "failures", "errors")})
    for key in ("tests", "failures", "errors"):
        root.set(key, str(totals[key]))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _junit_case(case: CaseReport) -> ET.Element:
    suite = ET.Element("testsuite", name=_xml(case.name))
    problems = [(f"{c.kind} {c.new.card if c.new and c.new.card else c.old.card if c.old else ''}".strip(), c) for c in case.changes]
    failures = errors = 0
    own = ET.SubElement(suite, "testcase", classname=_xml(case.name), name="article")
    if case.status in {"stale", "missing", "error"}:
        words = case.message or "; ".join(case.stale.reasons if case.stale else ())
        ET.SubElement(own, "error", type=case.status, message=_xml(words)).text = _xml(words)
        errors += 1
    for failure in case.failures:
        ET.SubElement(own, "failure", type="expectation", message=_xml(failure)).text = _xml(failure)
        failures += 1
        break
    for name, change in problems:
        element = ET.SubElement(suite, "testcase", classname=_xml(case.name), name=_xml(name))
        if case.status == "different" and change.severity != "cosmetic":
            told = f"{change.message}\n- {change.old.claim if change.old else ''}\n+ {change.new.claim if change.new else ''}"
            ET.SubElement(element, "failure", type=change.kind, message=_xml(change.message)).text = _xml(told)
            failures += 1
    for key, number in (("tests", 1 + len(problems)), ("failures", failures), ("errors", errors)):
        suite.set(key, str(number))
    return suite


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def as_markdown(report: Report) -> str:
    """A table of the articles and a list of the changes that fail, for a step summary."""
    lines = [f"**factcards** {markdown(total_line(report))}", "", "| article | status | changes |", "|---|---|---|"]
    for case in report.cases:
        counts = Counter[str](change.kind for change in case.changes)
        counts.update("expectation_broken" for _ in case.failures)
        told = ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in sorted(counts.items()))
        lines.append(f"| {markdown(case.name)} | {case.status} | {told} |")
    for case in report.cases:
        rows = [change for change in case.changes if change.severity != "cosmetic"]
        if rows or case.failures or case.stale:
            lines += ["", f"### {markdown(case.name)}", ""]
        lines += [f"- **{change.kind.replace('_', ' ')}** ({change.severity}): {markdown(change.message)}" for change in rows]
        lines += [f"- expected: {markdown(failure)}" for failure in case.failures]
        lines += [f"- stale: {markdown(reason)}" for reason in (case.stale.reasons if case.stale else ())]
    return "\n".join(lines) + "\n"


def as_github(report: Report) -> str:
    """Workflow annotations: one for each failing change, at the article's line; nothing of an article can end the command."""
    lines = []
    for case in report.cases:
        path = case.name.partition(" [")[0]
        for change in case.changes:
            if change.severity == "cosmetic":
                continue
            level = "error" if change.severity == "breaking" else "warning"
            side = change.new or change.old
            line = f",line={side.line}" if side is not None and side.line is not None else ""
            words = f"{change.message}: {side.claim if side else ''}"
            lines.append(f"::{level} file={_value(path)}{line},title={_value(change.kind.replace('_', ' '))}::{_data(words)}")
        problems = [*case.failures, *(case.stale.reasons if case.stale else ()), *([case.message] if case.message else [])]
        lines += [f"::error file={_value(path)},title={case.status}::{_data(problem)}" for problem in problems]
    return "".join(f"{line}\n" for line in lines)


def _data(text: str) -> str:
    """The message of a workflow command, on one line, as the runner unescapes it."""
    return terminal_safe(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def write_report(report: Report, wanted: str) -> str | None:
    """Write a report as `FORM=PATH`, or give back its text for `FORM` alone.

    Raises:
        UsageError: if the form is not known.
        OutputError: if the file cannot be written.
    """
    form, _, path = wanted.partition("=")
    makers = {"json": as_json, "junit": as_junit, "markdown": as_markdown, "github": as_github}
    if form not in makers:
        raise UsageError(f"--report {form}: there is no such form.", hint=f"The forms are {', '.join(FORMS)}; write one as FORM=PATH.")
    text = makers[form](report)
    if not path:
        return text
    write_atomically(Path(path), text.encode("utf-8"))
    return None
