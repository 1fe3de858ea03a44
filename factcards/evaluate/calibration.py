"""Whether a reader's confidence means what it says: a claim of 0.8 is right eight times in ten."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from factcards.evaluate.score import Scored
from factcards.spans import Frozen

__all__ = ["BINS", "Bin", "Calibration", "calibration", "judged"]

BINS = 10


class Bin(Frozen):
    """Predictions whose confidence lies in one tenth of the scale.

    Attributes:
        low: The least confidence of this bin; the next bin's is its end.
        predictions: How many.
        confidence: Their mean.
        precision: Of those, the share that is jointly right.
    """

    low: float
    predictions: int
    confidence: float
    precision: float


class Calibration(Frozen):
    """Confidence against being right, over the predictions that have one.

    Attributes:
        predictions: How many have a confidence.
        expected_error: The expected calibration error: the bins' gaps between confidence and precision, weighted by size
            (Naeini et al. 2015), 0 to 1.
        surer_precision: Of the surer half, in percent; predictions equally sure at the border count in proportion.
        other_precision: Of the other half.
        bins: Those that hold a prediction, from unsure to sure.
    """

    predictions: int
    expected_error: float
    surer_precision: float
    other_precision: float
    bins: tuple[Bin, ...]


def judged(scored: Iterable[Scored]) -> list[tuple[float, bool]]:
    """The confidence of each prediction that has one, and whether it is jointly right."""
    found = []
    for one in scored:
        right = {one.pairs[at] for at in one.right}
        found += [(p.confidence, at in right) for at, p in enumerate(one.predicted) if p.confidence is not None]
    return found


def calibration(predictions: Iterable[tuple[float, bool]]) -> Calibration | None:
    """How well these confidences are calibrated; null where fewer than two predictions have one. Their order means nothing."""
    ordered = sorted(predictions)
    if len(ordered) < 2:
        return None
    bins = []
    for at, group in groupby(ordered, key=lambda one: min(int(one[0] * BINS), BINS - 1)):
        members = list(group)
        size = len(members)
        mean, right = sum(c for c, _ in members) / size, sum(hit for _, hit in members) / size
        bins.append(Bin(low=at / BINS, predictions=size, confidence=round(mean, 4), precision=round(right, 4)))
    half = len(ordered) / 2
    surer = _hits_of_surest(ordered, half)
    every = sum(hit for _, hit in ordered)
    return Calibration(
        predictions=len(ordered),
        expected_error=round(sum(one.predictions * abs(one.confidence - one.precision) for one in bins) / len(ordered), 4),
        surer_precision=round(100 * surer / half, 2),
        other_precision=round(100 * (every - surer) / half, 2),
        bins=tuple(bins),
    )


def _hits_of_surest(ordered: list[tuple[float, bool]], size: float) -> float:
    """Right ones among the `size` surest; equals that do not all fit count in proportion."""
    hits, left = 0.0, size
    for _, group in groupby(reversed(ordered), key=lambda one: one[0]):
        members = [hit for _, hit in group]
        share = min(1.0, left / len(members))
        hits += share * sum(members)
        left -= share * len(members)
        if left <= 0:
            break
    return hits
