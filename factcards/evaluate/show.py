"""The report as lines to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcards.evaluate.calibration import Calibration
from factcards.evaluate.classes import ErrorClass
from factcards.evaluate.report import Report, Table
from factcards.evaluate.score import MEASURES
from factcards.rendering import terminal_safe
from factcards.rendering.counts import counted

__all__ = ["show"]

_CLASSES = 8
"""Error classes shown of each side; --format json has all."""
_SHARES = {
    "speaker accuracy": "speaker_accuracy",
    "content recall, direct": "content_recall.direct",
    "content recall, indirect": "content_recall.indirect",
    "content recall, mixed": "content_recall.mixed",
}


def show(report: Report) -> str:
    """The whole report; what comes from articles is made safe for a terminal."""
    lines = [*_head(report), "", *_tables(report), *_publishers(report.publishers), *_worst(report)]
    lines += _classes("missed or not jointly right", report.missed, report.all.gold)
    lines += _classes("false alarms, or not jointly right", report.false_alarms, report.all.predicted)
    lines += _calibration(report.calibration)
    return "".join(f"{terminal_safe(line).rstrip()}\n" for line in lines)


def _head(report: Report) -> Iterator[str]:
    missing = f", {report.missing} missing from the predictions" if report.missing else ""
    gold = counted(report.all.gold, "attribution")
    yield f"{counted(report.all.articles, 'article')}{missing}; {gold} in gold, {report.all.predicted} predicted"
    run = report.run
    speed = f"; {run.seconds:.1f} s, {run.articles_per_second} articles/s" if run.seconds is not None else ""
    yield f"engine: {run.engine}{' ' + run.reader if run.reader else ''}{speed}"


def _tables(report: Report) -> Iterator[str]:
    views = (report.all, report.core)
    titles = (f"all ({report.all.gold})", f"core: verbs of speech ({report.core.gold})")
    yield f"{'percent':26}" + "".join(f"{title:40}" for title in titles)
    yield f"{'':26}" + f"{'P':>6} {'R':>6} {'F1':>6}  {'95 %':17}" * 2
    for name in MEASURES:
        yield f"{name.replace('.', ' '):26}" + "".join(_measure(table, name) for table in views)
    for title, name in _SHARES.items():
        yield f"{title:26}" + "".join(f"{'':14}{_number(t, name)}  {_interval(t, name):17}" for t in views)


def _measure(table: Table, name: str) -> str:
    numbers = " ".join(_number(table, f"{name}.{part}") for part in ("p", "r", "f1"))
    return f"{numbers}  {_interval(table, f'{name}.f1'):17}"


def _number(table: Table, name: str) -> str:
    value = table.figures[name]
    return f"{'-':>6}" if value is None else f"{value:6.2f}"


def _interval(table: Table, name: str) -> str:
    found = table.intervals.get(name)
    return "" if found is None else f"[{found.low:.1f}, {found.high:.1f}]"


def _publishers(publishers: dict[str, Table]) -> Iterator[str]:
    if not publishers:
        return
    yield ""
    yield f"{'by publisher':20}{'articles':>9}{'gold':>7}{'joint':>8}{'source':>8}{'cue':>8}{'content':>9}{'speaker':>9}"
    for name, table in publishers.items():
        cells = [_number(table, f"{one}.f1") for one in ("joint", "overlap.source", "overlap.cue", "overlap.content")]
        speaker = _number(table, "speaker_accuracy")
        yield f"{name[:19]:20}{table.articles:9}{table.gold:7}{cells[0]:>8}{cells[1]:>8}{cells[2]:>8}{cells[3]:>9}{speaker:>9}"


def _worst(report: Report) -> Iterator[str]:
    if report.worst:
        yield ""
        yield "worst articles"
    for one in report.worst:
        yield f"  joint {one.joint_f1:6.2f}  {one.missed:3} missed  {one.false_alarms:3} false alarms  {one.article}"


def _classes(title: str, classes: Sequence[ErrorClass], of: int) -> Iterator[str]:
    if not classes:
        return
    yield ""
    yield f"{title}: {sum(one.count for one in classes)} of {of}"
    for one in classes[:_CLASSES]:
        yield f"{one.count:6}  {one.name}: {one.means}"
        yield f"          {_listed(one.kinds)}" + (f"; cues: {_listed(one.cues)}" if one.cues else "")
        for example in one.examples:
            yield f"          {example.article} [{example.start}, {example.end}) {example.text}"
    if len(classes) > _CLASSES:
        yield f"{sum(one.count for one in classes[_CLASSES:]):6}  in {len(classes) - _CLASSES} further classes (--format json lists them)"


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _calibration(found: Calibration | None) -> Iterator[str]:
    if found is None:
        return
    yield ""
    yield f"confidence of {found.predictions} predictions: expected calibration error {found.expected_error:.3f}"
    yield f"  precision of the surer half {found.surer_precision:.1f}, of the other half {found.other_precision:.1f}"
    for one in found.bins:
        yield f"  from {one.low:.1f}  {one.predictions:6} predictions  confidence {one.confidence:.2f}  precision {one.precision:.2f}"
