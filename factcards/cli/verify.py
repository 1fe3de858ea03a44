"""`factcards verify` and `factcards coverage`: a summary that anybody wrote, against its sources."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcards.cli.help import READING, Command
from factcards.cli.options import Encoding, Form, Jobs, Language, Quiet, TextOrJson
from factcards.cli.terminal import columns, complain, put, say, signs_of_work, warn, with_signs

if TYPE_CHECKING:
    from factcards.errors import FactcardsError
    from factcards.lint.report import Report
    from factcards.verify_files import Checked, Fixed, Sides
    from factcards.verifying import VerifySettings

__all__ = ["Comparing", "coverage_command", "verify_command"]


class FormatName(StrEnum):
    """What --format takes."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    SARIF = "sarif"


class FailOn(StrEnum):
    """What --fail-on takes."""

    ERROR = "error"
    WARNING = "warning"
    UNSURE = "unsure"
    INFO = "info"
    NEVER = "never"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day like 2026-11-25.") from error


class Comparing(Command):
    """A command whose --against takes all files behind it, up to the next option."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the command line, with an --against before each of these files."""
        return super().parse_args(ctx, _spread(args))


def _spread(arguments: Sequence[str]) -> list[str]:
    """The command line with an --against before each file that stands behind one, or behind flags that end with its letter (-qa).

    >>> _spread(["brief.md", "-a", "a.txt", "b.txt", "--fix", "other.md"])
    ['brief.md', '-a', 'a.txt', '--against', 'b.txt', '--fix', 'other.md']
    """
    told: list[str] = []
    behind = False
    for at, argument in enumerate(arguments):
        if argument == "--":
            return [*told, *arguments[at:]]
        if argument.startswith("-") and argument != "-":
            behind = _AGAINST.match(argument) is not None
        elif behind and _AGAINST.fullmatch(told[-1]) is None:
            told.append("--against")
        told.append(argument)
    return told


_AGAINST = re.compile(r"-[b-zA-Z]*a|--against(?=\Z|=)")
"""The option, with its value behind it or in the next word."""
_Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SUMMARY...",
        help="Text, Markdown or HTML; - is standard input. With no --against the first is the summary, and the others are its sources.",
    ),
]
_Published = Annotated[
    date | None,
    typer.Option(metavar="YYYY-MM-DD", parser=_day, help="When the sources came out, where they do not say it.", rich_help_panel=READING),
]
_Against = Annotated[
    list[str] | None,
    typer.Option("--against", "-a", metavar="SOURCE...", help="The articles that it must follow: all files up to the next option."),
]


def verify_command(
    files: _Files = None,
    against: _Against = None,
    form: Annotated[FormatName, typer.Option("--format", help="What goes to standard output.")] = FormatName.TEXT,
    pairs: Annotated[
        Path | None, typer.Option(metavar="FILE.jsonl", help="Check {summary, article} rows instead; - is standard input.")
    ] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="The least severity for exit code 1 (error, or the project's).")] = None,
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Findings in it stay quiet, also after lines moved.")] = None,
    write_baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the findings of now as a baseline.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Print the summary with the source's wording restored; list every edit.")] = False,
    write: Annotated[bool, typer.Option("--write", help="With --fix: change the summary's file instead.")] = False,
    allow_ignores: Annotated[bool, typer.Option("--allow-ignores", help="Honour <!-- factcards: ignore[code] --> in the summary.")] = False,
    published: _Published = None,
    encoding: Encoding = None,
    language: Language = None,
    jobs: Jobs = 1,
    _quiet: Quiet = False,
) -> int:
    """What a summary says that its sources do not: surer, given to somebody else, turned round, with other figures or words.

    No model, no network. Exit code 1 when a finding is at or above --fail-on. `factcards rules` explains every code.
    """
    from factcards import verify_files
    from factcards.lint.baseline import write_baseline as remember
    from factcards.rendering.counts import counted

    settings = _settings(None if fail_on in {None, FailOn.NEVER} else str(fail_on), allow_ignores=allow_ignores)
    if pairs is not None:
        _refuse_beside("--pairs", {"SUMMARY": files, "--against": against, "--baseline": baseline, "--write-baseline": write_baseline,
            "--fix": fix, "--write": write, "--published": published, "--encoding": encoding, "--language": language})  # fmt: skip
        return _pairs(pairs, settings, form, never=fail_on is FailOn.NEVER, jobs=jobs)
    if write_baseline is not None:
        shown = form is not FormatName.TEXT
        _refuse_beside("--write-baseline", {"--fix": fix, "--write": write, "--format": shown, "--fail-on": fail_on})
    summaries, sources = _sides(files, against, "verify")
    for summary in summaries:
        _agree(summary, sources, write_baseline, fix=fix, write=write, form=form)
    opened = verify_files.open_sides(summaries, sources, sys.stdin.buffer, encoding=encoding, language=language, published=published)
    found = verify_files.check_files(opened, settings, baseline, fix=fix, jobs=jobs)
    checked = with_signs(found, len(summaries))
    told = _told(checked, form, write=write, quiet=write_baseline is not None, several=len(summaries) > 1)
    if told.broken:
        if write_baseline is not None:
            say(f"{write_baseline} was not written")
        return told.broken[0].exit_code
    if write_baseline is not None:
        known = remember(write_baseline, told.wholes)
        say(f"{write_baseline}: {counted(known, 'finding')} {'is' if known == 1 else 'are'} known from now on")
        return 0
    return 1 if told.failed and fail_on is not FailOn.NEVER else 0


@dataclass
class _Told:
    """What has been told: the whole reports, those that are one document with others, how many failed, and the errors."""

    wholes: list[Report] = field(default_factory=list)
    together: list[Report] = field(default_factory=list)
    failed: int = 0
    broken: list[FactcardsError] = field(default_factory=list)


def _told(checked: Iterable[tuple[str, Checked | FactcardsError]], form: FormatName, *, write: bool, quiet: bool, several: bool) -> _Told:
    """Show or write what came of each summary, and of several a last line with the totals."""
    from factcards.errors import FactcardsError
    from factcards.rendering.findings import TOGETHER

    told, whole = _Told(), TOGETHER.get(form.value) if several and not quiet else None
    for name, one in checked:
        try:
            if isinstance(one, FactcardsError):
                raise one
            for notice in (*one.sides.notices, *one.report.notices):
                say(notice)
            report = one.report if one.fixed is None else _fix(one.fixed, one.sides, name, write=write)
        except FactcardsError as error:
            complain(error)
            told.broken.append(error)
            continue
        if whole is not None:
            told.together.append(report)
        elif one.fixed is None and not quiet:
            put(_apart(bool(told.wholes), form) + _shown(report, form))
        told.wholes.append(one.whole)
        told.failed += not report.ok
    if whole is not None:
        put(whole(*told.together))
    if several and not quiet:
        say(_totals("file", len(told.wholes) - told.failed, told.failed, len(told.broken)))
    return told


def _apart(behind: bool, form: FormatName) -> str:
    """What parts a report from one before it: in Markdown a table ends at an empty line."""
    return "\n" if form is FormatName.MARKDOWN and behind else ""


def _totals(what: str, passed: int, failed: int, unread: int) -> str:
    from factcards.rendering.counts import counted

    missed = f", {unread} not checked" if unread else ""
    return f"{counted(passed + failed + unread, what)}: {passed} passed, {failed} failed{missed}"


def _settings(fail_on: str | None, *, allow_ignores: bool) -> VerifySettings:
    """The project's, where a factcards.toml or [tool.factcards] is near, which is said; the command line wins."""
    from factcards.lint.report import ProjectRules
    from factcards.regress.suite import find_suite, load_suite
    from factcards.verifying import VerifySettings

    path = find_suite(Path.cwd())
    project = ProjectRules() if path is None else load_suite(path).verify
    if project != ProjectRules():
        say(f"graded as [verify] in {path} says")
    return VerifySettings.of(project, fail_on, allow_ignores=allow_ignores)


_DOES = {"--pairs": "checks the rows of its file", "--write-baseline": "writes the findings down and shows none"}


def _refuse_beside(option: str, named: Mapping[str, object]) -> None:
    """Refuse what this option would pass over in silence."""
    from factcards.errors import UsageError

    wrong = [name for name, value in named.items() if value]
    if wrong:
        raise UsageError(f"{option} {_DOES[option]}: it takes no {', '.join(wrong)}.", hint="Run them apart.")


def _agree(summary: str, sources: Sequence[str], write_baseline: Path | None, *, fix: bool, write: bool, form: FormatName) -> None:
    from factcards.errors import UsageError
    from factcards.files import refuse_overwriting
    from factcards.lint.baseline import refuse_foreign

    if write and not fix:
        raise UsageError("--write goes with --fix.", hint="Name both, or neither.")
    if fix and form is not FormatName.TEXT:
        raise UsageError(f"--fix prints the mended summary, no report: it takes no --format {form}.", hint="Run them apart.")
    if write and summary == "-":
        raise UsageError("standard input cannot be written to.", hint="Leave --write out: the mended summary goes to standard output.")
    if write:
        refuse_overwriting("--write", [Path(summary)], sources)
    if write_baseline is not None:
        refuse_overwriting("--write-baseline", [write_baseline], [summary, *sources])
        refuse_foreign(write_baseline)


def _fix(fixed: Fixed, sides: Sides, summary: str, *, write: bool) -> Report:
    """Show or write the mended summary, list the edits, and what is left in it, on standard error."""
    from factcards.rendering import terminal_safe
    from factcards.rendering.counts import counted
    from factcards.rendering.findings import heading
    from factcards.verify_files import write_fixed

    if write:
        write_fixed(Path(summary), fixed, sides)
    else:
        put(terminal_safe(fixed.text.replace("\r\n", "\n"), lines=True) if sys.stdout.isatty() else fixed.text)
    for edit in fixed.edits:
        say(f"{summary}:{edit.line}:{edit.column}: “{edit.before}” -> “{edit.after}”")
    for found in fixed.report.findings:
        say(f"left: {heading(fixed.report, found)}")
    left, failing = len(fixed.report.findings), len(fixed.report.failing)
    told = f", {failing or 'none'} failing" if left else ""
    quiet = fixed.report.suppressed.total
    told += f"; {quiet} suppressed" if quiet else ""
    say(f"{summary}: {counted(len(fixed.edits), 'edit')}; {counted(left, 'finding')} {'is' if left == 1 else 'are'} left{told}")
    return fixed.report


def _pairs(path: Path, settings: VerifySettings, form: FormatName, *, never: bool, jobs: int) -> int:
    from factcards.errors import FactcardsError
    from factcards.read.limits import named
    from factcards.rendering.findings import WHOLE, row_as_github
    from factcards.verify_files import check_pairs, rows_in

    rows: list[tuple[int, Report]] = []
    broken: list[FactcardsError] = []
    failed, passed, whole = 0, 0, WHOLE.get(form.value)
    checked = with_signs(check_pairs(path, sys.stdin.buffer, settings, jobs), rows_in(path))
    for line, report in checked:
        if isinstance(report, FactcardsError):
            complain(report)
            broken.append(report)
            continue
        for notice in report.notices:
            say(notice)
        failed, passed = failed + (not report.ok), passed + report.ok
        if whole is not None:  # one document holds them all
            rows.append((line, report))
        else:
            apart = _apart(passed + failed > 1, form)
            put(apart + (row_as_github(report, str(path), line) if form is FormatName.GITHUB else _shown(report, form)))
    if whole is not None:
        put(whole(rows, str(path)))
    say(f"{named(str(path))}: {_totals('row', passed, failed, len(broken))}")
    return broken[0].exit_code if broken else 1 if failed and not never else 0


def _shown(report: Report, form: FormatName) -> str:
    from factcards.rendering.findings import FORMATS, as_text

    return as_text(report, width=columns()) if form is FormatName.TEXT else FORMATS[form.value](report)


def _sides(files: list[str] | None, against: list[str] | None, command: str) -> tuple[list[str], list[str]]:
    """The summaries, and the sources that each of them must follow."""
    from factcards.errors import UsageError

    if not files:
        raise UsageError("no summary was named.", hint=f"factcards {command} brief.md --against article.txt")
    summaries, sources = (files, against) if against else (files[:1], files[1:])
    if not sources:
        raise UsageError("there is no source to verify against.", hint=f"factcards {command} {files[0]} --against article.txt")
    if [*summaries, *sources].count("-") > 1:
        raise UsageError("only one file can be standard input.", hint="Save one of the two, and name it.")
    return summaries, sources


def coverage_command(
    files: _Files = None,
    against: _Against = None,
    form: Form = TextOrJson.TEXT,
    at_least: Annotated[
        float | None, typer.Option(min=0, max=1, metavar="SHARE", help="Exit code 1 when less of the weight is told.")
    ] = None,
    published: _Published = None,
    encoding: Encoding = None,
    language: Language = None,
    _quiet: Quiet = False,
) -> int:
    """Which of the sources' attributed claims the summary leaves out, the weightiest first."""
    from factcards.errors import FactcardsError, UsageError
    from factcards.rendering.findings import coverage_as_json, coverage_as_text
    from factcards.verify_files import coverage_of, open_sides

    summaries, sources = _sides(files, against, "coverage")
    if len(summaries) > 1:
        raise UsageError(f"coverage weighs one summary; {', '.join(summaries)} were named.", hint="The sources stand behind --against.")
    with signs_of_work():
        opened = open_sides(summaries, sources, sys.stdin.buffer, encoding=encoding, language=language, published=published)
        summary, sides = next(opened)
        if isinstance(sides, FactcardsError):
            raise sides
        found = coverage_of(sides)
    for notice in sides.notices:
        say(notice)
    articles = sides.index.articles
    put(coverage_as_json(found, articles) if form is TextOrJson.JSON else coverage_as_text(found, articles))
    if at_least is None or found.share >= at_least:
        return 0
    warn(f"{summary}: {100 * found.share:.1f} % is told, less than the {100 * at_least:g} % that --at-least asks for")
    return 1
