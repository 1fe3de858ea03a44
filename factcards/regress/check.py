"""`check`: every deck of a suite is rebuilt from recordings and compared with the accepted one. Opens no socket, writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from factcards.cards import Article, Deck
from factcards.errors import CassetteError, CassetteMiss, FactcardsError, LanguageError
from factcards.pipeline import Made
from factcards.regress.cases import Case, cases_of, estimate_of, reading_of, rebuilt, recordings_of, runs_of
from factcards.regress.changes import ChangeKind
from factcards.regress.compare import compare
from factcards.regress.expecting import broken_expectations
from factcards.regress.floors import failures_of
from factcards.regress.orphans import orphans
from factcards.regress.report import CaseReport, Report, Stale
from factcards.regress.stability import Stability, stability_of
from factcards.regress.suite import Suite
from factcards.templates import Templates
from factcards.workers import in_order

__all__ = ["Checked", "check_case", "check_suite", "report_of", "weighed"]


RECORD, ACCEPT = "factcards record --only stale", "factcards accept"
SURE = 0.6
"""Confidence from which an attribution of the local reader counts for coverage, as it counts against a model's speaker."""


@dataclass(frozen=True)
class Checked:
    """A report, and the decks that it is about, for whoever accepts or shows them.

    Attributes:
        report: What is told.
        old: The accepted deck.
        new: The rebuilt one.
    """

    report: CaseReport
    old: Deck | None = None
    new: Deck | None = None

    def only(self, kinds: frozenset[ChangeKind] | None) -> Checked:
        """With the changes of these classes only; None means all."""
        changes = tuple(change for change in self.report.changes if kinds is None or change.kind in kinds)
        return replace(self, report=self.report.model_copy(update={"changes": changes}))


def check_suite(
    suite: Suite, cases: tuple[Case, ...], *, strict: bool = False, done: Callable[[Checked], None] = lambda _case: None, jobs: int = 1
) -> Report:
    """Check each case; one that fails does not stop the others.

    Args:
        suite: The suite.
        cases: Which of its cases.
        strict: Whether a recording that nothing used fails too.
        done: Told of each case when it is done.
        jobs: How many processes check.

    Raises:
        CassetteError: if the cassettes cannot be listed, or the pinned floors not be read.
    """
    reports: list[CaseReport] = []
    for checked in in_order(partial(check_case, strict=strict), cases, jobs):
        done(checked)
        reports.append(checked.report)
    return report_of(suite, cases, reports, strict=strict)


def report_of(suite: Suite, cases: tuple[Case, ...], reports: Sequence[CaseReport], *, strict: bool = False) -> Report:
    """The reports of these cases in one, with what is true of the whole suite where they are all of it; as `check_suite`."""
    totals = Counter[str](change.kind for report in reports for change in report.changes)
    totals.update("expectation_broken" for report in reports for _ in report.failures)
    whole = len(cases) == len(cases_of(suite))
    unused = _unused(cases, reports) if whole else ()
    found = Report(exit_code=0, cases=tuple(reports), totals=dict(sorted(totals.items())), unused=unused)
    return weighed(suite, found, whole=whole, strict=strict)


def weighed(suite: Suite, found: Report, *, whole: bool, strict: bool) -> Report:
    """The report with the floors that the suite misses, and the exit code of all of it.

    Args:
        suite: The suite.
        found: The report of its cases.
        whole: Whether these are all cases of the suite: its floors are of them together.
        strict: Whether a recording that nothing used fails too.

    Raises:
        CassetteError: if the pinned floors cannot be read.
    """
    failures = failures_of(suite, found.cases) if whole and all(report.article for report in found.cases) else []
    if strict:
        failures += [f"nothing uses the recordings in {suite.cassettes.as_posix()}/{name}" for name in found.unused]
    return found.model_copy(update={"exit_code": _exit_code(found.cases, failures), "failures": tuple(failures)})


def _unused(cases: tuple[Case, ...], reports: Sequence[CaseReport]) -> tuple[str, ...]:
    """Folders that no article uses; none while an article or its recordings cannot be read: which folder is whose is not known then."""
    if any(report.code or (report.stale is not None and report.stale.hint is not None) for report in reports):
        return ()
    return tuple(folder.name for folder in orphans(cases))


def check_case(case: Case, *, strict: bool = False) -> Checked:
    """Check one case: stale, missing, different or the same; an error of the family is its outcome."""
    try:
        article = case.article()
        old = case.accepted(article)
    except FactcardsError as error:
        return Checked(_failed(case, error))
    recorded = case.deck_path(article).parent.exists()
    if old is None and not recorded and case.suite.engine != "local":
        return Checked(_missing(case))
    try:
        made = rebuilt(case, article)
    except CassetteMiss as miss:
        return Checked(CaseReport(name=case.name, status="stale", stale=_stale(case, article, old, miss), remedy=RECORD), old)
    except FactcardsError as error:
        return Checked(_failed(case, error), old)
    if old is None:
        return Checked(_missing(case, made.deck, recorded=recorded), None, made.deck)
    return Checked(_report(case, old, made, strict=strict), old, made.deck)


def _missing(case: Case, deck: Deck | None = None, *, recorded: bool = False) -> CaseReport:
    """That there is no accepted deck, and why this one cannot be accepted either where that is so."""
    try:
        if deck is not None:
            case.kept(deck)
    except CassetteError as error:
        return CaseReport(name=case.name, status="missing", message=f"no deck can be accepted: {error.what} {error.hint}")
    told, remedy = ("it was recorded, and its deck not accepted yet", ACCEPT) if recorded else ("nothing was recorded for it yet", RECORD)
    return CaseReport(name=case.name, status="missing", message=told, remedy=remedy)


def _report(case: Case, old: Deck, made: Made, *, strict: bool) -> CaseReport:
    new = made.deck
    changes = compare(old, new, case.suite.severities, summary=made.missed is None)
    failures = broken_expectations(case.suite, new)
    unused = made.unused if case.suite.engine == "openai" else ()
    failing = any(change.severity in case.suite.fail_on for change in changes) or bool(failures) or (strict and bool(unused))
    stale = None if made.missed is None else _stale(case, new.article, old, made.missed)
    reader = old.provenance.reader if old.provenance.reader != new.provenance.reader else None
    attributed, covered = _coverage(case, new)
    return CaseReport(
        name=case.name,
        article=new.article.sha256,
        attributed=attributed,
        covered=covered,
        status="different" if failing else "stale" if stale is not None else "same",
        changes=changes,
        failures=failures,
        unused=unused,
        reader=reader,
        cards=len(new.cards),
        rejected=len(new.rejected),
        stale=stale,
        stability=_stability(case, made),
        remedy=None if stale is None else RECORD,
        findings=sum(found.severity != "info" for card in new.cards for found in card.findings),
    )


def _coverage(case: Case, deck: Deck) -> tuple[int, int]:
    """How many attributions the local reader finds with some confidence, and how many of them a card covers."""
    try:
        reading = reading_of(case, deck.article)
    except LanguageError:
        return 0, 0
    found = [one for one in reading.attributions if one.cue is not None and one.confidence >= SURE]
    own = [(span.start, span.end) for card in deck.cards for span in card.content]
    covered = sum(any(start < span.end and span.start < end for span in one.content for start, end in own) for one in found)
    return len(found), covered


def _stability(case: Case, made: Made) -> Stability | None:
    """How far the suite's repeated answers agree; None where there is one answer, or another was never recorded."""
    runs = runs_of(case, made.deck.article)
    if runs < 2:
        return None
    try:
        others = [rebuilt(case, made.deck.article, sample=sample).deck for sample in range(2, runs + 1)]
    except CassetteMiss:
        return None
    return stability_of([made.deck, *others])


def _failed(case: Case, error: FactcardsError) -> CaseReport:
    if isinstance(error, CassetteError):
        mendable = error.damaged is not None
        hint = None if mendable else error.hint or "Look at the folder's permissions."
        return CaseReport(
            name=case.name, status="stale", stale=Stale(reasons=(error.what,), hint=hint), remedy=RECORD if mendable else None
        )
    return CaseReport(name=case.name, status="error", message=error.what, code=error.exit_code)


def _stale(case: Case, article: Article, old: Deck | None, miss: CassetteMiss) -> Stale:
    """Why, and what recording anew takes."""
    reasons = [*miss.differences] or ["nothing is recorded for this text"]
    if old is not None and old.article.sha256 != article.sha256:
        reasons = [f"the article's text changed (sha256 {old.article.sha256[:12]}… became {article.sha256[:12]}…)"]
    reasons = [*_prompts(case, old), *reasons]
    taken = estimate_of(case, article, None)
    if taken is None:  # pragma: no cover - only a model's recording can be stale
        return Stale(reasons=tuple(reasons), diff=miss.diff)
    stale = recordings_of(case, old.article if old is not None else article)
    return Stale(reasons=tuple(reasons), recordings=stale, diff=miss.diff, requests=taken.requests, tokens=taken.tokens, usd=taken.usd)


def _prompts(case: Case, old: Deck | None) -> list[str]:
    """Each template that is another one than the accepted deck was made with."""
    if old is None:
        return []
    templates = Templates(case.prompts)
    known = {template.name: template.used for template in templates.list()}
    changed = [(used, known[used.name]) for used in old.provenance.prompts if used.name in known and known[used.name] != used]
    return [
        f"prompt {was.name}: version {was.version} ({was.sha256[:8]}) became version {now.version} ({now.sha256[:8]})"
        for was, now in changed
    ]


def _exit_code(reports: Sequence[CaseReport], failures: list[str]) -> int:
    statuses = {report.status for report in reports}
    codes = [report.code for report in reports if report.code]
    if codes:
        return codes[0]
    if statuses & {"stale", "missing"}:
        return CassetteError.exit_code
    return 1 if "different" in statuses or failures else 0
