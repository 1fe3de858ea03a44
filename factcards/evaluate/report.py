"""The whole report on one engine's reading of labelled articles, as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import Field

from factcards.evaluate.bootstrap import RESAMPLES, Interval, intervals
from factcards.evaluate.calibration import Calibration, calibration, judged
from factcards.evaluate.classes import ErrorClass, classes_of
from factcards.evaluate.core import core_of
from factcards.evaluate.gold import GoldFile, Labelled
from factcards.evaluate.score import Counts, Scored, counts_of, figures, score, total
from factcards.spans import Frozen

__all__ = ["FIGURES", "Report", "Run", "Table", "Worst", "evaluate"]

FIGURES = tuple(figures({}))
"""The names of all figures, as tables, floors and intervals have them: joint.f1, overlap.cue.r, speaker_accuracy, ..."""
WORST = 5


class Table(Frozen):
    """The scorer's figures over some articles.

    Attributes:
        articles: How many.
        gold: Attributions in gold.
        predicted: Attributions that were predicted.
        figures: Percent, two decimals; null where there is nothing to divide by.
        intervals: 95 % bootstrap intervals over articles of the same figures; null where there is none.
    """

    articles: int
    gold: int
    predicted: int
    figures: dict[str, float | None]
    intervals: dict[str, Interval | None] = Field(default_factory=dict)


class Worst(Frozen):
    """An article that went badly."""

    article: str
    joint_f1: float
    missed: int
    false_alarms: int


class Run(Frozen):
    """Where the predictions came from.

    Attributes:
        engine: local, openai, or the name of the file of predictions that was given.
        reader: The version of the reader, where one ran.
        seconds: For all articles, the parser's start excluded; null where no engine ran.
        articles_per_second: The same the other way round.
    """

    engine: str
    reader: str | None = None
    seconds: float | None = None
    articles_per_second: float | None = None


class Report(Frozen):
    """What `factcards eval reading` found.

    Attributes:
        gold_sha256: Of the gold file's bytes.
        run: Where the predictions came from.
        missing: Articles without a prediction; they count as predicted empty.
        all: All attributions.
        core: Those whose cue holds a verb of speech, in gold and in the predictions.
        publishers: All attributions by publisher, where the gold names any.
        worst: The articles with the least joint F1, those with most errors first among equals.
        missed: Why gold attributions have no partner that is jointly right; adds up to all of them.
        false_alarms: Why predictions are not jointly right; adds up to all of them.
        calibration: Of the predictions' confidence, null where they have none.
    """

    gold_sha256: str
    run: Run
    missing: int
    all: Table
    core: Table
    publishers: dict[str, Table] = Field(default_factory=dict)
    worst: tuple[Worst, ...] = ()
    missed: tuple[ErrorClass, ...] = ()
    false_alarms: tuple[ErrorClass, ...] = ()
    calibration: Calibration | None = None


def evaluate(gold: GoldFile, predicted: Mapping[str, Labelled], run: Run, *, resamples: int = RESAMPLES) -> Report:
    """Score predictions, by article id, against gold. The order of articles and of attributions changes nothing.

    Args:
        gold: The labelled articles.
        predicted: At most one prediction for each; one that is not there counts as predicted empty.
        run: Where the predictions came from.
        resamples: For the intervals.
    """
    articles = sorted(gold.articles, key=lambda one: one.id)
    scored: dict[str, Scored] = {}
    core: list[Counts] = []
    for article in articles:
        text = article.text or ""
        found = predicted[article.id].attributions if article.id in predicted else ()
        scored[article.id] = score(text, article.attributions, found)
        core.append(counts_of(score(text, core_of(text, article.attributions), core_of(text, found))))
    counts = {name: counts_of(one) for name, one in scored.items()}
    missed, alarms = classes_of(scored)
    return Report(
        gold_sha256=gold.sha256,
        run=run,
        missing=sum(1 for article in articles if article.id not in predicted),
        all=_table(list(counts.values()), resamples),
        core=_table(core, resamples),
        publishers=_by_publisher(articles, counts),
        worst=_worst(counts),
        missed=missed,
        false_alarms=alarms,
        calibration=calibration(judged(scored.values())),
    )


def _table(counts: Sequence[Counts], resamples: int) -> Table:
    whole = total(counts)
    found = {name: None if value is None else round(value, 2) for name, value in figures(whole).items()}
    return Table(
        articles=len(counts),
        gold=whole["joint.gold"],
        predicted=whole["joint.predicted"],
        figures=found,
        intervals=intervals(counts, FIGURES, resamples=resamples) if resamples else {},
    )


def _by_publisher(articles: Sequence[Labelled], counts: Mapping[str, Counts]) -> dict[str, Table]:
    groups: dict[str, list[Counts]] = {}
    for article in articles:
        if article.publisher is not None:
            groups.setdefault(article.publisher, []).append(counts[article.id])
    return {name: _table(groups[name], 0) for name in sorted(groups)}


def _worst(counts: Mapping[str, Counts]) -> tuple[Worst, ...]:
    found = []
    for name, one in counts.items():
        hits, gold, predicted = (one[f"joint.{part}"] for part in ("hits", "gold", "predicted"))
        if hits < gold or hits < predicted:
            found.append(
                Worst(
                    article=name,
                    joint_f1=round(100 * 2 * hits / (gold + predicted), 2),
                    missed=gold - hits,
                    false_alarms=predicted - hits,
                )
            )
    found.sort(key=lambda worst: (worst.joint_f1, -worst.missed - worst.false_alarms, worst.article))
    return tuple(found[:WORST])
