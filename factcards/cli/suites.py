"""`factcards init | record | check | accept | diff`: regression over a suite of articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcards.cli.options import Form, Jobs, LowerFloors, PinFloors, Quiet, TextOrJson
from factcards.cli.terminal import complain, put, say, signs_of_work, warn

if TYPE_CHECKING:
    from factcards.regress.cases import Case
    from factcards.regress.changes import ChangeKind
    from factcards.regress.record import Bill
    from factcards.regress.report import Report
    from factcards.regress.suite import Suite

__all__ = ["SuiteFile", "accept_command", "check_command", "diff_command", "init_command", "record_command", "suite_cases"]

SuiteFile = Annotated[
    Path | None, typer.Option("--suite", metavar="FILE", help="The suite's file; by default the nearest factcards.toml here or above.")
]
Names = Annotated[list[str] | None, typer.Argument(metavar="[ARTICLE...]", help="Only these articles.")]


class Only(StrEnum):
    """What `record --only` takes."""

    ALL = "all"
    STALE = "stale"


def suite_cases(named: Path | None, names: list[str] | None = None) -> tuple[Suite, tuple[Case, ...]]:
    """The suite that is named or near, and its cases, all or for the articles that are named."""
    from factcards.regress.cases import cases_of
    from factcards.regress.suite import load_suite, suite_file

    suite = load_suite(suite_file(named))
    return suite, cases_of(suite, tuple(names or ()))


def init_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the suite's file goes.")] = Path(), _quiet: Quiet = False
) -> None:
    """Write a commented factcards.toml, and show the next step."""
    from factcards.regress.start import start
    from factcards.regress.suite import FILE_NAME, load_suite

    for path in start(folder):
        say(f"wrote {path}")
    if not load_suite(folder / FILE_NAME).paths():
        say("no article fits yet: put some in the folder articles, as text, Markdown or HTML")
    say("next: `factcards record`, then `factcards check`, in your build too")


def record_command(
    articles: Names = None,
    suite: SuiteFile = None,
    only: Annotated[Only, typer.Option(help="stale: just what does not answer any more, or is damaged.")] = Only.ALL,
    anew: Annotated[bool, typer.Option("--all-anew", help="Ask for everything anew, what is recorded too.")] = False,
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="The server; it gets the key, which a suite's own URL does not.")
    ] = None,
    max_cost: Annotated[float | None, typer.Option(min=0, metavar="USD", help="Ask nothing that could take an article above this.")] = None,
    repeat: Annotated[
        int | None, typer.Option(min=1, max=20, metavar="N", help="Keep N answers to each request: `check` then tells how stable they are.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask, whatever it costs.")] = False,
    jobs: Jobs = 1,
    _quiet: Quiet = False,
) -> int:
    """Record the suite's articles; the first deck of each is accepted, a later one waits for `accept`."""
    from factcards.config import config_path, load_config
    from factcards.errors import ConfigError
    from factcards.regress.record import bill_of, record_case, record_cases, stale_only

    config = load_config(config_path())
    whole, cases = suite_cases(suite, articles)
    asking = {"--base-url": base_url, "--max-cost": max_cost, "--repeat": repeat, "--yes": yes or None}
    _agree_on_engine(whole, [option for option, value in asking.items() if value is not None], jobs)
    if repeat is not None:
        cases = tuple(replace(case, suite=whole.model_copy(update={"repeat": repeat})) for case in cases)
    if only is Only.STALE:
        cases = stale_only(cases, jobs)
        if not cases:
            say("nothing is stale")
            return 0
    if not _agreed(whole, len(cases), bill_of(cases, config, base_url), yes=yes):
        return 2
    codes, mend = [], anew or only is Only.STALE
    how = partial(record_case, config=config, anew=anew, mend=mend, base_url=base_url, max_cost=max_cost)
    with signs_of_work(len(cases)) as put_away:
        for done in record_cases(cases, how, say, jobs):
            with put_away():
                say(f"{done.name}: {done.message}")
                if done.error is not None:
                    complain(done.error, where=done.name)
                    codes.append(done.error.exit_code)
            if isinstance(done.error, ConfigError):
                break  # a missing key, a broken template: it is so for every article
    return codes[0] if codes else 0


def _agree_on_engine(suite: Suite, of_a_model: Sequence[str], jobs: int) -> None:
    """Refuse what says nothing to the suite's engine, as `make` does."""
    from factcards.errors import UsageError

    if suite.engine == "local" and of_a_model:
        what, hint = f"{', '.join(of_a_model)}: the local engine asks no model.", "the suite's file names no model."
    elif suite.engine != "local" and jobs > 1:
        what, hint = "--jobs: a model is asked for one article after the other.", "the suite names a model."
    else:
        return
    raise UsageError(what, hint=f"Leave it out: {hint}")


def _agreed(suite: Suite, articles: int, bill: Bill, *, yes: bool) -> bool:
    """Tell what recording takes; above the suite's limit, or where nobody knows whether it is, the user is asked."""
    from factcards.rendering.counts import counted

    if not bill.requests:
        return True
    price = "price unknown" if bill.usd is None else f"about {bill.usd:.4f} USD"
    requests = f"{counted(bill.requests, 'request')} (at most {bill.most}: one whose answer cannot be used is asked once more)"
    settled = yes or not bill.may_exceed(suite.max_cost)
    (say if settled else warn)(f"{counted(articles, 'article')}: {requests}, {bill.tokens} tokens in, {price}")
    if settled:
        return True
    if not sys.stdin.isatty():
        above = f"above the suite's max_cost of {suite.max_cost} USD."
        if bill.usd is None:
            hint = "Say --yes, or set input_price and output_price in your configuration: USD for a million tokens, 0 for none."
            complain(f"that may be {above}", hint=f"{hint}\nNothing was asked.")
        else:
            complain(f"that is {above}", hint="Say --yes, or raise max_cost. Nothing was asked.")
        return False
    return typer.confirm("Go on?", err=True)


def check_command(
    articles: Names = None,
    suite: SuiteFile = None,
    report: Annotated[
        list[str] | None, typer.Option(metavar="FORM[=PATH]", help="json, junit, markdown or github; to a file, or to standard output.")
    ] = None,
    form: Form = TextOrJson.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="A recording that nothing used fails too.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show every article and every cosmetic change.")] = False,
    pin_floors: PinFloors = False,
    lower_floors: LowerFloors = False,
    jobs: Jobs = 1,
    _quiet: Quiet = False,
) -> int:
    """Rebuild every deck from recordings and compare it with the accepted one: 0 same, 1 different, 4 stale. Opens no socket."""
    from factcards.regress.export import as_json
    from factcards.regress.show import total_line

    _agree_on_forms(report or (), json=form is TextOrJson.JSON)
    _agree_on_floors(articles, pin=pin_floors, lower=lower_floors)
    whole, cases = suite_cases(suite, articles)
    _keep_inputs(suite, whole, report or ())
    shown = form is TextOrJson.TEXT and not any("=" not in one for one in report or ())
    found = _checked(whole, cases, strict=strict, shown=shown, verbose=verbose, suite_file=suite, jobs=jobs)
    if pin_floors:
        found = _pin(whole, found, lower=lower_floors, strict=strict)
    _write_reports(found, report or (), whole)
    if form is TextOrJson.JSON:
        put(as_json(found))
    say(total_line(found))
    return found.exit_code


def _agree_on_forms(reports: Sequence[str], *, json: bool) -> None:
    """Refuse reports of no known form or to no file, and two in one place: a program that reads it wants one document."""
    from factcards.errors import UsageError
    from factcards.regress.export import FORMS

    known = {""} if json else set[str]()  # standard output, by no name
    for wanted in reports:
        form, given, path = wanted.partition("=")
        if form not in FORMS:
            raise UsageError(
                f"--report {wanted}: there is no such form.", hint=f"The forms are {', '.join(FORMS)}; write one as FORM=PATH."
            )
        if given and not path:
            hint = f"Name one, or say --report {form} for standard output; a shell makes an empty name of a variable that is not set."
            raise UsageError(f"--report {wanted}: no file is named.", hint=hint)
        if path.endswith(("/", os.sep)):
            raise UsageError(f"--report {wanted}: that is a folder.", hint="A report is one file: name one in it. Nothing was written.")
        place = path and os.path.realpath(path)
        if place in known:
            raise UsageError(f"--report {wanted}: another report goes there, too.", hint="Name a file for each. Nothing was written.")
        known.add(place)


def _agree_on_floors(articles: list[str] | None, *, pin: bool, lower: bool) -> None:
    from factcards.errors import UsageError

    if lower and not pin:
        raise UsageError("--lower-floors needs --pin-floors.", hint="Name both, or neither.")
    if pin and articles:
        raise UsageError("floors are pinned for a whole suite.", hint="Name no article.")


def _keep_inputs(named: Path | None, suite: Suite, reports: Sequence[str]) -> None:
    """Refuse to write a report over what the check reads, before anything is written."""
    from factcards.files import refuse_overwriting
    from factcards.regress.suite import suite_file

    for form, _, path in (wanted.partition("=") for wanted in reports):
        if path:
            refuse_overwriting(f"--report {form}", [Path(path)], [suite_file(named), *suite.inputs()])


def _checked(
    suite: Suite, cases: tuple[Case, ...], *, strict: bool, shown: bool, verbose: bool, suite_file: Path | None, jobs: int
) -> Report:
    """Check each case, and show it as soon as it is checked."""
    from factcards.regress.check import Checked, check_suite
    from factcards.regress.show import show_case, show_models, show_unused

    several = shown and len(suite.models) > 1
    seen: list[Checked] = []

    def done(checked: Checked) -> None:
        if several:  # only the table of models needs all decks at once
            seen.append(checked)
        with put_away():
            if shown and (text := show_case(checked, suite.fail_on, verbose=verbose, suite=suite_file)):
                put(text)

    with signs_of_work(len(cases)) as put_away:
        found = check_suite(suite, cases, strict=strict, done=done, jobs=jobs)
    if shown and (text := show_unused(found, suite_file)):
        put(text)
    if several:
        put("".join(show_models(name, tuple(group)) for name, group in groupby(seen, key=lambda one: one.report.name.partition(" [")[0])))
    return found


def _write_reports(found: Report, reports: Sequence[str], suite: Suite) -> None:
    from factcards.regress.export import write_report

    for wanted in reports:
        text = write_report(found, wanted, suite.fail_on, suite.root)
        if text is not None:
            put(text)


def _pin(suite: Suite, found: Report, *, lower: bool, strict: bool) -> Report:
    """Pin what the suite reaches; gives the report as it stands against the floors of now."""
    from factcards.errors import UsageError
    from factcards.regress.check import weighed
    from factcards.regress.floors import pin

    if any(not case.article for case in found.cases):
        raise UsageError("floors are pinned for a suite that can be rebuilt.", hint="Record what is stale or missing first.")
    say(f"pinned {pin(suite, found.cases, lower=lower)}")
    return weighed(suite, found, whole=True, strict=strict)


def accept_command(
    articles: Names = None,
    suite: SuiteFile = None,
    only: Annotated[
        str | None,
        typer.Option(
            metavar="CLASS,...",
            help="Only changes of these classes: surer, reworded, added, ... A claim, and the summary, is accepted whole or not at all.",
        ),
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show every cosmetic change, too.")] = False,
    jobs: Jobs = 1,
    _quiet: Quiet = False,
) -> int:
    """Show what changed, and make the rebuilt decks the accepted ones.

    Exit code 1 where --only names a part of what goes together, 2 where it is used though the article changed.
    """
    from factcards.errors import CassetteError, UsageError
    from factcards.regress.accept import accept
    from factcards.regress.check import check_case
    from factcards.regress.expecting import broken_expectations
    from factcards.regress.show import show_case
    from factcards.workers import in_order

    whole, cases = suite_cases(suite, articles)
    kinds = _kinds(only)
    code, decks = 0, set[Path]()
    for case, found in zip(cases, in_order(check_case, cases, jobs), strict=True):
        twin = found.new is not None and case.deck_path(found.new.article) in decks  # of one text, which may be accepted by now
        checked = check_case(case) if twin and jobs > 1 else found
        if checked.new is None:
            put(show_case(checked, whole.fail_on, verbose=verbose, suite=suite))
            code = code or checked.report.code or CassetteError.exit_code
            continue
        decks.add(case.deck_path(checked.new.article))
        chosen = checked.only(kinds)
        if chosen.report.changes:
            put(show_case(chosen, whole.fail_on, verbose=verbose or kinds is not None, suite=suite))
        try:
            done = accept(case, checked, kinds)
        except UsageError as error:  # of this article only
            complain(error)
            code = code or error.exit_code
            continue
        say(f"{case.name}: {done.told(kinds)}")
        for failure in broken_expectations(whole, case.accepted(checked.new.article) or checked.new) if done.written else ():
            say(f"{case.name}: the accepted deck breaks an [[expect]], so `check` fails: {failure}")
        if done.held:
            complain(done.advice(), where=case.name)
            code = code or 1
    return code


def _kinds(only: str | None) -> frozenset[ChangeKind] | None:
    from factcards.errors import UsageError
    from factcards.regress.changes import KINDS

    if only is None:
        return None
    wanted = {name.strip().replace("-", "_").replace(" ", "_") for name in only.split(",") if name.strip()}
    unknown = sorted(wanted - set(KINDS))
    if unknown or not wanted:
        told = f"--only {', '.join(unknown)}: there is no such class." if unknown else f"--only {only!r} names no class."
        raise UsageError(told, hint=f"The classes are {', '.join(KINDS)}.")
    return frozenset(kind for kind in KINDS if kind in wanted)


def diff_command(
    old: Annotated[Path | None, typer.Argument(metavar="OLD", help="A deck (NAME.cards.json), or a folder of them.")] = None,
    new: Annotated[Path | None, typer.Argument(metavar="NEW", help="The other one.")] = None,
    rev: Annotated[
        str | None, typer.Option(metavar="A..B", help="The suite's accepted decks at two revisions; A alone is against the working tree.")
    ] = None,
    suite: SuiteFile = None,
    form: Form = TextOrJson.TEXT,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show every cosmetic change, too.")] = False,
    _quiet: Quiet = False,
) -> int:
    """Compare two decks, two folders of decks, or two revisions of a suite: 0 same, 1 different."""
    from factcards.errors import UsageError
    from factcards.regress.diff import diff_paths, diff_revisions
    from factcards.regress.export import as_json
    from factcards.regress.show import show_case, total_line
    from factcards.regress.suite import load_suite, suite_file

    if rev is not None and old is None:
        first, _, second = rev.partition("..")
        found, details = diff_revisions(load_suite(suite_file(suite)), first, second or None)
    elif rev is None and old is not None and new is not None:
        found, details = diff_paths(old, new)
    else:
        raise UsageError("two things to compare were not named.", hint="Name two decks, two folders of them, or --rev A..B.")
    if form is TextOrJson.JSON:
        put(as_json(found))
    else:
        put("".join(show_case(one, ("breaking", "notable"), verbose=verbose) for one in details if one.report.status != "same"))
    say(total_line(found))
    return found.exit_code
