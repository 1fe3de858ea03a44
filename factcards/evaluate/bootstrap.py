"""How far the figures could move by the luck of which articles were labelled: percentile intervals over resampled articles (Efron 1979)."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from operator import mul

from factcards.evaluate.score import Counts, figures
from factcards.spans import Frozen

__all__ = ["RESAMPLES", "SEED", "Interval", "intervals", "middle"]

RESAMPLES = 1000
SEED = 20_261_125
"""Fixed, so that the same predictions have the same intervals on every run."""
_TAIL = 0.025
"""On each side: 95 % lie between."""


class Interval(Frozen):
    """Where 95 % of the resamples' figures lie, in percent."""

    low: float
    high: float


def intervals(counts: Sequence[Counts], names: Iterable[str], *, resamples: int = RESAMPLES) -> dict[str, Interval | None]:
    """The interval of each named figure, over articles drawn with replacement.

    Args:
        counts: One article's each; their order decides which are drawn, so give them in an order of their own (by id).
        names: Figures, as `score.figures` names them.
        resamples: How often to draw as many articles as there are; with none there are no intervals.

    Returns:
        Null for a figure that is null in every resample, and for all where there are fewer than two articles.
    """
    wanted = tuple(names)
    if len(counts) < 2 or resamples < 1:
        return dict.fromkeys(wanted)
    columns = {name: tuple(one[name] for one in counts) for name in counts[0]}
    drawn: dict[str, list[float]] = {name: [] for name in wanted}
    chance = random.Random(SEED)  # noqa: S311 - statistics, not secrets
    for _ in range(resamples):
        times = [0] * len(counts)
        for at in chance.choices(range(len(counts)), k=len(counts)):
            times[at] += 1
        found = figures({name: sum(map(mul, times, column)) for name, column in columns.items()})
        for name in wanted:
            value = found[name]
            if value is not None:
                drawn[name].append(value)
    return {name: middle(values) for name, values in drawn.items()}


def middle(values: Iterable[float], *, digits: int = 2) -> Interval | None:
    """The interval that holds the middle 95 % of the resamples' figures, rounded to so many digits; null where there are none."""
    ordered = sorted(values)
    if not ordered:
        return None
    last = len(ordered) - 1
    return Interval(low=round(ordered[round(_TAIL * last)], digits), high=round(ordered[round((1 - _TAIL) * last)], digits))
