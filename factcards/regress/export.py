"""A report for machines: JSON, JUnit XML, Markdown for a step summary, and workflow annotations. Untrusted text is escaped here.

Whatever makes the check fail is a failure in JUnit and an error among the annotations: `fail_on` names the severities that do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import partial
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


def as_junit(report: Report, fail_on: tuple[str, ...]) -> str:
    """JUnit XML: a test suite for each article, a test case for each change and one for the article itself; and one suite for floors."""
    root = ET.Element("testsuites", name="factcards")
    root.extend(_junit_case(case, fail_on) for case in report.cases)
    if report.failures:
        whole = ET.SubElement(root, "testsuite", name="suite")
        for at, failure in enumerate(report.failures, 1):
            _fails(ET.SubElement(whole, "testcase", classname="suite", name=f"suite {at}"), "suite", failure)
    for level in (*root, root):
        for key, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            level.set(key, str(sum(1 for _ in level.iter(tag))))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _junit_case(case: CaseReport, fail_on: tuple[str, ...]) -> ET.Element:
    suite = ET.Element("testsuite", name=_xml(case.name))
    own = ET.SubElement(suite, "testcase", classname=_xml(case.name), name="article")
    if case.status in {"stale", "missing", "error"}:
        words = case.message or "; ".join(case.stale.reasons if case.stale else ())
        ET.SubElement(own, "error", type=case.status, message=_xml(words)).text = _xml(words)
    failures = (*case.failures, *_unused(case, fail_on))
    if failures:
        _fails(own, "expectation" if case.failures else "unused", "\n".join(failures))
    for change in case.changes:
        card = next((side.card for side in (change.new, change.old) if side is not None and side.card), None)
        name = change.kind if card is None else f"{change.kind} {card}"
        element = ET.SubElement(suite, "testcase", classname=_xml(case.name), name=_xml(name))
        if change.severity in fail_on:
            told = f"{change.message}\n- {change.old.claim if change.old else ''}\n+ {change.new.claim if change.new else ''}"
            _fails(element, change.kind, change.message, told)
    return suite


def _fails(element: ET.Element, kind: str, message: str, told: str | None = None) -> None:
    ET.SubElement(element, "failure", type=kind, message=_xml(message)).text = _xml(told or message)


def _unused(case: CaseReport, fail_on: tuple[str, ...]) -> tuple[str, ...]:
    """That the case fails for recordings which nothing used, as it does with --strict: where nothing else makes it different."""
    if case.status != "different" or case.failures or any(change.severity in fail_on for change in case.changes):
        return ()
    return (f"nothing uses the recordings {', '.join(one[:12] for one in case.unused)}",)


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def as_markdown(report: Report, fail_on: tuple[str, ...]) -> str:
    """A table of the articles and a list of the changes, for a step summary; cosmetic ones only where they fail."""
    lines = [f"**factcards** {markdown(total_line(report))}", "", "| article | status | changes |", "|---|---|---|"]
    for case in report.cases:
        counts = Counter[str](change.kind for change in case.changes)
        counts.update("expectation_broken" for _ in case.failures)
        told = ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in sorted(counts.items()))
        lines.append(f"| {markdown(case.name)} | {case.status} | {told} |")
    for case in report.cases:
        rows = [change for change in case.changes if change.severity in fail_on or change.severity != "cosmetic"]
        unused = _unused(case, fail_on)
        if rows or case.failures or case.stale or unused:
            lines += ["", f"### {markdown(case.name)}", ""]
        lines += [f"- **{change.kind.replace('_', ' ')}** ({change.severity}): {markdown(change.message)}" for change in rows]
        lines += [f"- expected: {markdown(failure)}" for failure in case.failures]
        lines += [f"- {markdown(failure)}" for failure in unused]
        lines += [f"- stale: {markdown(reason)}" for reason in (case.stale.reasons if case.stale else ())]
    return "\n".join(lines) + "\n"


def as_github(report: Report, fail_on: tuple[str, ...], folder: str = "") -> str:
    """Workflow annotations: one for each change, at the article's line; nothing of an article can end the command.

    Args:
        report: What the check found.
        fail_on: The severities that fail.
        folder: The way from the folder that the check runs in, as a workflow's root is, to the suite's; empty where it is the same.
    """
    lines = [f"::error title=suite::{_data(failure)}" for failure in report.failures]
    for case in report.cases:
        path = f"{folder}/{case.name.partition(' [')[0]}".removeprefix("/")
        for change in case.changes:
            fails = change.severity in fail_on
            if change.severity == "cosmetic" and not fails:
                continue
            level = "error" if fails else "warning"
            side = change.new or change.old
            line = f",line={side.line}" if side is not None and side.line is not None else ""
            words = f"{change.message}: {side.claim if side else ''}"
            lines.append(f"::{level} file={_value(path)}{line},title={_value(change.kind.replace('_', ' '))}::{_data(words)}")
        stale = case.stale.reasons if case.stale else ()
        problems = [*case.failures, *_unused(case, fail_on), *stale, *([case.message] if case.message else [])]
        lines += [f"::error file={_value(path)},title={case.status}::{_data(problem)}" for problem in problems]
    return "".join(f"{line}\n" for line in lines)


def _data(text: str) -> str:
    """The message of a workflow command, on one line, as the runner unescapes it."""
    return terminal_safe(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def write_report(report: Report, wanted: str, fail_on: tuple[str, ...], root: Path) -> str | None:
    """Write a report as `FORM=PATH`, or give back its text for `FORM` alone; `root` is the suite's folder.

    Raises:
        UsageError: if the form is not known.
        OutputError: if the file cannot be written.
    """
    form, _, path = wanted.partition("=")
    here = Path.cwd()
    folder = root.relative_to(here).as_posix() if root.is_relative_to(here) and root != here else ""
    makers: dict[str, Callable[[Report, tuple[str, ...]], str]] = {
        "junit": as_junit,
        "markdown": as_markdown,
        "github": partial(as_github, folder=folder),
    }
    if form not in FORMS:
        raise UsageError(f"--report {form}: there is no such form.", hint=f"The forms are {', '.join(FORMS)}; write one as FORM=PATH.")
    text = as_json(report) if form == "json" else makers[form](report, fail_on)
    if not path:
        return text
    write_atomically(Path(path), text.encode("utf-8"))
    return None
