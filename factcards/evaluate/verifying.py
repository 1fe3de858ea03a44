"""The linter against labelled summaries: recall by kind, false alarms, balanced accuracy, with intervals over articles.

One row a line: `{"id", "article_id"?, "article", "summary", "faithful", "kind"?}`; further fields are the labeller's own. A row counts
as flagged when a finding is an error, on which `factcards verify` fails unless told otherwise. Intervals resample articles, since rows
of one article are no independent draws (Efron 1979; clustered).
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from factcards.cards import Severity
from factcards.errors import GoldError
from factcards.evaluate.bootstrap import RESAMPLES, SEED, Interval, middle
from factcards.lint.documents import open_document
from factcards.lint.findings import at_least
from factcards.lint.meanings import CODES
from factcards.lint.report import Report
from factcards.misfits import first_misfit
from factcards.read import from_text
from factcards.reading import Reader
from factcards.rendering.counts import counted
from factcards.rows import Prose, Words, parsed, refuse_no_rows
from factcards.spans import Frozen
from factcards.verifying import VerifySettings, index_sources, verify_document
from factcards.workers import in_order

__all__ = ["KIND_CODES", "Judged", "KindFigures", "Row", "VerifyingReport", "evaluate_rows", "judge", "read_rows"]

KIND_CODES: Mapping[str, frozenset[str]] = {
    "negation_removed": frozenset(["negation_dropped"]),
    "hedge_removed": frozenset(["hedge_dropped", "hedge_strengthened", "approximation_dropped", "cue_stronger"]),
    "hedge_strengthened": frozenset(["hedge_strengthened", "hedge_dropped", "cue_stronger"]),
    "hedge_added": frozenset(["less_sure", "cue_weaker"]),
    "speaker_swapped": frozenset(["speaker_swapped", "name_changed"]),
    "number_changed": frozenset(["figure_changed", "figure_absent"]),
    "quote_altered": frozenset(["quote_altered", "quote_absent"]),
    "quantifier_changed": frozenset(["quantity_changed"]),
}
"""Which codes name a kind of the labelled data rightly. A kind that is called as a code is named by it; any other is only counted."""
FAITHFUL = "faithful"
UNNAMED = "unfaithful"
_FAILING: Severity = "error"
"""The severity from which a finding flags its row: what `VerifySettings` fails on where a project does not say otherwise."""


class Row(BaseModel):
    """One labelled summary."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Words
    article_id: Words = ""
    article: Prose
    summary: Prose
    faithful: bool
    kind: Words | None = None

    @property
    def label(self) -> str:
        """The kind it is counted under."""
        return FAITHFUL if self.faithful else self.kind or UNNAMED

    @property
    def cluster(self) -> str:
        """What its article is called; the article's own beginning where the row does not say."""
        return self.article_id or self.article[:200]


def read_rows(path: Path) -> tuple[Row, ...]:
    """The rows of a file.

    Raises:
        GoldError: naming every line that is no row, up to the reader's patience.
    """
    rows: list[Row] = []
    problems: list[str] = []
    try:
        data = path.read_bytes()
        refuse_no_rows(data, str(path), GoldError)
        lines = data.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise GoldError.unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: byte {error.start} is not UTF-8.", hint="Save the file as UTF-8.") from error
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = Row.model_validate(parsed(line))
        except ValueError as error:
            problems.append(f"{path}:{number}: {_why(error)}")
            continue
        if row.id in seen:
            problems.append(f"{path}:{number}: id: {row.id!r} stands on an earlier line too")
        seen.add(row.id)
        rows.append(row)
    if problems:
        raise GoldError.of(path, problems, page="verifying")
    if not rows:
        raise GoldError(f"{path} holds no row.", hint="`factcards docs verifying` describes the format.")
    return tuple(rows)


def _why(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        return first_misfit(error, "row")
    return f"no JSON: {error}"


@dataclass(frozen=True)
class Judged:
    """A row with the codes that were found at each severity."""

    row: Row
    codes: Mapping[str, Severity]
    """Code -> its worst severity in this row."""
    flagged: bool

    @property
    def failing(self) -> frozenset[str]:
        """The codes that flag it."""
        return frozenset(code for code, severity in self.codes.items() if at_least(severity, _FAILING))


def judge(rows: Sequence[Row], reader: Reader, jobs: int = 1) -> list[Judged]:
    """Check every row: articles are read once, summaries in one pass for each article, by so many processes."""
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_article[row.article].append(row)
    judged = {one.row.id: one for some in in_order(partial(_judged, reader), by_article.values(), jobs) for one in some}
    return [judged[row.id] for row in rows]


def _judged(reader: Reader, together: Sequence[Row]) -> list[Judged]:
    """The rows of one article."""
    source = from_text(together[0].article).model_copy(update={"language": "en"})
    index = index_sources([source], reader)
    settings = VerifySettings(fail_on=_FAILING)
    reports = [verify_document(open_document(row.summary, form="text", language="en"), index, reader, settings) for row in together]
    return [Judged(row, _worst(report), not report.ok) for row, report in zip(together, reports, strict=True)]


def _worst(report: Report) -> dict[str, Severity]:
    codes: dict[str, Severity] = {}
    for found in report.findings:
        if found.code not in codes or at_least(found.severity, codes[found.code]):
            codes[found.code] = found.severity
    return codes


class KindFigures(Frozen):
    """One kind: how many rows, and the shares (percent) that were flagged, and named rightly among those."""

    kind: str
    rows: int
    found: float
    interval: Interval | None
    named: float | None


class VerifyingReport(Frozen):
    """Everything that `factcards eval verifying` prints.

    Attributes:
        rows: How many.
        articles: How many clusters.
        kinds: Recall by kind; for "faithful" the false alarms.
        balanced_accuracy: Mean of the recall on unfaithful and of the pass rate on faithful rows, in percent; null where one kind is
            missing.
        balanced_interval: Where it lies in 95 % of the resamples of articles; null where there are fewer than two.
        confusion: Kind -> code -> rows of that kind with such a finding at failing severity.
        unsure: Code -> faithful rows with such a finding below it.
        missed: Ids of unfaithful rows that were not flagged.
        alarmed: Ids of faithful rows that were.
        reader: The reader's version.
    """

    rows: int
    articles: int
    kinds: tuple[KindFigures, ...]
    balanced_accuracy: float | None
    balanced_interval: Interval | None
    confusion: dict[str, dict[str, int]]
    unsure: dict[str, int]
    missed: tuple[str, ...]
    alarmed: tuple[str, ...]
    reader: str


def evaluate_rows(judged: Sequence[Judged], reader: str, *, resamples: int = RESAMPLES) -> VerifyingReport:
    """Figures of judged rows; pure."""
    kinds = Counter(one.row.label for one in judged)
    order = sorted(kinds, key=lambda kind: (kind == FAITHFUL, kind))
    confusion = {kind: Counter[str]() for kind in order}
    unsure: Counter[str] = Counter()
    for one in judged:
        confusion[one.row.label].update(one.failing)
        if one.row.faithful:
            unsure.update(one.codes.keys() - one.failing)
    both = {one.row.faithful for one in judged} == {True, False}
    return VerifyingReport(
        rows=len(judged),
        articles=len({one.row.cluster for one in judged}),
        kinds=tuple(_kind(kind, [one for one in judged if one.row.label == kind], resamples) for kind in order),
        balanced_accuracy=_balanced(judged) if both else None,
        balanced_interval=_interval(judged, _balanced, resamples) if both else None,
        confusion={kind: dict(sorted(codes.items())) for kind, codes in confusion.items()},
        unsure=dict(sorted(unsure.items())),
        missed=tuple(one.row.id for one in judged if not one.row.faithful and not one.flagged),
        alarmed=tuple(one.row.id for one in judged if one.row.faithful and one.flagged),
        reader=reader,
    )


def _share(judged: Iterable[Judged]) -> float | None:
    flags = [one.flagged for one in judged]
    return 100 * sum(flags) / len(flags) if flags else None


def _balanced(judged: Sequence[Judged]) -> float | None:
    found = _share(one for one in judged if not one.row.faithful)
    alarms = _share(one for one in judged if one.row.faithful)
    return None if found is None or alarms is None else round((found + 100 - alarms) / 2, 2)


def _kind(kind: str, judged: Sequence[Judged], resamples: int) -> KindFigures:
    right = KIND_CODES.get(kind, frozenset([kind]) if kind in CODES else None)
    flagged = [one for one in judged if one.flagged]
    named = None
    if right is not None and flagged:
        named = 100 * sum(not right.isdisjoint(one.failing) for one in flagged) / len(flagged)
    return KindFigures(
        kind=kind,
        rows=len(judged),
        found=round(_share(judged) or 0.0, 2),
        interval=_interval(judged, _share, resamples),
        named=None if named is None else round(named, 2),
    )


def _interval(judged: Sequence[Judged], figure: Callable[[Sequence[Judged]], float | None], resamples: int) -> Interval | None:
    clusters: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        clusters[one.row.cluster].append(one)
    groups = [clusters[name] for name in sorted(clusters)]
    if len(groups) < 2 or resamples < 1:
        return None
    chance = random.Random(SEED)  # noqa: S311 - statistics, not secrets
    drawn = ([one for group in chance.choices(groups, k=len(groups)) for one in group] for _ in range(resamples))
    return middle((value for rows in drawn if (value := figure(rows)) is not None), digits=1)


def show(report: VerifyingReport, judged: Sequence[Judged], worst: int = 8) -> str:
    """The report as lines to read; what comes from the rows is made safe for a terminal."""
    from factcards.rendering import terminal_safe

    lines = [f"{counted(report.rows, 'row')} of {counted(report.articles, 'article')}; reader {report.reader}", ""]
    lines += [f"{'kind':24}{'rows':>6}{'found %':>9}  {'95 %':15}{'named rightly %':>16}"]
    for kind in report.kinds:
        named = "-" if kind.named is None else f"{kind.named:.1f}"
        label = "faithful (false alarms)" if kind.kind == FAITHFUL else kind.kind
        lines.append(f"{label:24}{kind.rows:6}{kind.found:9.1f}  {_shown(kind.interval):15}{named:>16}")
    if any(kind.named is None for kind in report.kinds):
        lines += ["", "-: no code is known to name this kind, or none of its rows was found"]
    if report.balanced_accuracy is not None:
        lines += ["", f"balanced accuracy {report.balanced_accuracy:.1f}  {_shown(report.balanced_interval)}"]
    lines += ["", "findings at failing severity, by kind (rows)"]
    for label, codes in report.confusion.items():
        lines.append(f"  {label:22}" + ", ".join(f"{code} {count}" for code, count in sorted(codes.items(), key=lambda c: (-c[1], c[0]))))
    lines.append(f"  {'below it, on faithful':22}" + ", ".join(f"{code} {count}" for code, count in report.unsure.items()))
    for title, ids in (("not found", set(report.missed)), ("false alarms", set(report.alarmed))):
        lines += _rows(title, [one for one in judged if one.row.id in ids], worst)
    return "".join(f"{terminal_safe(line).rstrip()}\n" for line in lines)


def _shown(interval: Interval | None) -> str:
    return "" if interval is None else f"{interval.low:.1f}-{interval.high:.1f}"


def _rows(title: str, judged: Sequence[Judged], worst: int) -> Iterator[str]:
    if not judged:
        return
    yield ""
    yield f"{title} ({len(judged)}), the first {min(worst, len(judged))}"
    for one in judged[:worst]:
        codes = ", ".join(f"{code} ({severity})" for code, severity in one.codes.items())
        yield f"  {one.row.id} {one.row.label}: {' '.join(one.row.summary.split())[:160]}" + (f"  [{codes}]" if codes else "")
