"""The learned statistics and how they decide: weights over abstract features, read once from a data file. Plain numpy, no training.

`statistics.json.gz` is made by `training/train_reader.py`; `docs/reader.md` is its model card. Every sum is over one row at a time, so
that the same article gives the same bits in any batch.
"""

from __future__ import annotations

import gzip
import itertools
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from factcards.engines.local.parsing.packed import STATISTICS, packed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.integer[Any]]

__all__ = ["LABELS", "SAMPLES", "Chain", "Forest", "Linear", "Statistics", "Sums", "Tagged", "forest_of", "load", "statistics_of"]

LABELS = ("O", "S", "C", "Q")
"""What a unit is to a cue: nothing, its source, the cue itself, its content."""
SAMPLES = 24
"""Readings drawn for each cue beside the best one: enough that a share of them is known to about a tenth."""
WINDOWS_AT_ONCE = 64
"""Windows read together: an article's, and not all of a book's."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A logistic regression over string features, with how often each was seen, and seen with a cue.

    Attributes:
        weight: Feature -> its weight.
        seen: Feature -> how often it was seen, and how often on a cue.
        bias: The intercept.
        base: Share of candidates that are cues.
        rates: Feature -> its share of cues, and how often it was seen, as a logarithm.
    """

    weight: Mapping[str, float]
    seen: Mapping[str, tuple[int, int]]
    bias: float
    base: float
    rates: Mapping[str, tuple[float, float]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """No rate is found yet."""
        object.__setattr__(self, "rates", _Rates(self.seen, self.base))

    def logit(self, features: Iterable[str]) -> float:
        """The log odds for one candidate; a feature that stands twice counts once."""
        weights = map(self.weight.get, set(features), itertools.repeat(0.0))
        return self.bias + math.fsum(weights)  # exact: the order does not matter


class _Rates(dict[str, tuple[float, float]]):
    """Smoothed rates, each found once; those of features that were never seen are not kept: there is no end of them."""

    def __init__(self, seen: Mapping[str, tuple[int, int]], base: float) -> None:
        """None is found yet."""
        super().__init__()
        self._seen, self._base = seen, base

    def __missing__(self, feature: str) -> tuple[float, float]:
        """Find it."""
        if feature not in self._seen:
            return self._base, 0.0
        seen, positive = self._seen[feature]
        found = self[feature] = (positive + SMOOTHING * self._base) / (seen + SMOOTHING), math.log1p(seen)
        return found


SMOOTHING = 5.0
"""Candidates at the base rate that every rate starts from."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted regression trees that ask all rows the same question at each of their levels ("oblivious" trees; Prokhorenkova and others
    2018, "CatBoost: unbiased boosting with categorical features"): which leaf it is needs no walk. The sum of one leaf a tree is the log
    odds.

    Attributes:
        column: For each level and tree the column that is asked for.
        threshold: More than this is a yes.
        leaf: The leaves of one tree after the other, each at the place that its answers write in binary, the first level's last.
        bias: What is added to the sum.
    """

    column: Ints
    threshold: NDArray[np.float32]
    leaf: Floats
    bias: float

    def chance(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """The probability for each row."""
        return [value for first in range(0, len(rows), ROWS_AT_ONCE) for value in self._chance(rows[first : first + ROWS_AT_ONCE])]

    def _chance(self, rows: Sequence[Sequence[float]]) -> list[float]:
        import numpy as np

        values = np.fromiter(itertools.chain.from_iterable(rows), np.float32)  # the precision in which thresholds were found
        table = values.reshape(len(rows), -1).T
        levels, trees = self.column.shape
        answers = (table.take(self.column, axis=0) > self.threshold[:, :, None]).view(np.uint8)
        place = answers[-1]
        for level in range(levels - 2, -1, -1):
            place <<= 1
            place |= answers[level]
        leaves = self.leaf.take(place + np.arange(0, trees << levels, 1 << levels)[:, None])
        total = leaves.sum(axis=0) + self.bias  # one tree after the other: the same sum everywhere
        return cast("list[float]", (1.0 / (1.0 + np.exp(-total))).tolist())


ROWS_AT_ONCE = 64
"""Rows that are asked together: their answers fit in a processor's cache."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """How a window was read.

    Attributes:
        best: The likeliest label of each unit, as places in LABELS.
        score: Its log probability.
        draws: SAMPLES readings drawn from the distribution, each a byte a unit.
        source: For each unit the share of the draws that have it in the source.
        content: The same for the content.
    """

    best: list[int]
    score: float
    draws: list[bytes]
    source: list[float]
    content: list[float]


@dataclass(frozen=True, slots=True)
class Chain:
    """A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over LABELS.

    Attributes:
        place: Feature -> its row in `weight`.
        weight: One weight a label for each feature, and a last row of zeros for all that are not known.
        step: Weight of going from one label to the next.
    """

    place: Mapping[str, int]
    weight: Floats
    step: Floats

    def read(self, bundles: Sequence[Sequence[str]], windows: Sequence[Sequence[Sequence[int]]]) -> list[Tagged]:
        """Every window's best reading and its draws.

        Args:
            bundles: Features that stand together.
            windows: For each unit of each window the places of its bundles; none has none.
        """
        return self.read_summed(self.sums(bundles), windows)

    def read_summed(self, weights: Floats, windows: Sequence[Sequence[Sequence[int]]]) -> list[Tagged]:
        """The same from the `sums` of the bundles."""
        order = sorted(range(len(windows)), key=lambda at: -len(windows[at]))  # the longest first: those still open are the first ones
        tagged: dict[int, Tagged] = {}
        for first in range(0, len(order), WINDOWS_AT_ONCE):
            chosen = order[first : first + WINDOWS_AT_ONCE]
            units = [unit for at in chosen for unit in windows[at]]
            sums = _sums_of(weights, itertools.chain.from_iterable(units), list(map(len, units)))
            tagged.update(zip(chosen, self._read(sums, [len(windows[at]) for at in chosen]), strict=True))
        return [tagged[at] for at in range(len(windows))]

    def _read(self, sums: Floats, lengths: Sequence[int]) -> Iterator[Tagged]:
        """The readings of windows of these lengths, the longest first, from what each of their units says of each label."""
        import numpy as np

        unary = np.zeros((lengths[0], len(LABELS), len(lengths)))  # windows side by side: what is asked of all of them lies in a row
        first = 0
        for row, size in enumerate(lengths):
            unary[:size, :, row] = sums[first : first + size]
            first += size
        opened = np.searchsorted(-np.array(lengths), -np.arange(lengths[0] + 1)).tolist()  # how many are longer than t
        back, forward, ends, norm = self._walk(unary, opened, np.array(lengths))
        top = ends.max(axis=0)
        best, draws = _likeliest(back, ends, opened), self._draw(forward, opened)
        source, content = ((np.count_nonzero(draws == LABELS.index(label), axis=1) / SAMPLES).tolist() for label in "SQ")
        for row, size in enumerate(lengths):
            together = draws[row, :, :size].tobytes()
            drawn = [together[begin : begin + size] for begin in range(0, len(together), size)]
            yield Tagged(best[row, :size].tolist(), float(top[row] - norm[row]), drawn, source[row][:size], content[row][:size])

    def sums(self, bundles: Sequence[Sequence[str]]) -> Floats:
        """The sum of weights of each bundle of features; it does not depend on the others."""
        if not bundles:
            return self.weight[:0]
        filled = [features or _NOTHING for features in bundles]
        features = itertools.chain.from_iterable(filled)
        places = map(self.place.get, features, itertools.repeat(len(self.place)))  # what is not known weighs nothing
        return _sums_of(self.weight, places, list(map(len, filled)))

    def _walk(self, unary: Floats, opened: Sequence[int], lengths: Ints) -> tuple[Ints, Floats, Floats, Floats]:
        """What is known of each place and label from the units before it; the first `opened[t]` windows are longer than t.

        Returns:
            Which label before it the likeliest reading has; the logarithm of the sum of all readings; the scores of the likeliest readings
            by their last label; the logarithm of the sum of all whole readings.
        """
        import numpy as np

        step = self.step[:, :, None]
        score = np.stack([unary[0], unary[0]])  # of the likeliest reading and of all of them: both are walked at once
        forward = unary.copy()
        back = np.zeros(unary.shape, dtype=np.int64)
        for t in range(1, len(unary)):
            n = opened[t]
            options = score[:, :, None, :n] + step
            top = np.maximum.reduce(options, axis=1)
            options[0].argmax(axis=0, out=back[t, :, :n])
            top[1] += np.log(np.add.reduce(np.exp(options[1] - top[1]), axis=0))
            top += unary[t, :, :n]
            score[:, :, :n] = top
            forward[t, :, :n] = top[1]
        return back, forward, score[0], _logsum(forward[lengths - 1, :, np.arange(len(lengths))].T)

    def _draw(self, forward: Floats, opened: Sequence[int]) -> Ints:
        """Backward sampling, with the same random numbers for every window."""
        import numpy as np

        longest, labels, count = forward.shape
        # what a label may be depends on the one behind it alone: four tables of chances, and one for the last place
        steps = np.concatenate([self.step, np.zeros((labels, 1))], axis=1)
        logits = forward[..., None] + steps[:, None]
        logits -= logits.max(axis=1, keepdims=True)
        shares = np.cumsum(np.exp(logits, out=logits), axis=1).reshape(longest, labels, -1)
        dice = _dice(1 << longest.bit_length())
        table = np.arange(count)[:, None] * (labels + 1)
        behind = np.full((count, SAMPLES), labels)
        draws = np.zeros((count, SAMPLES, longest), dtype=np.int8)
        for t in range(longest - 1, -1, -1):
            n = opened[t]
            mine = shares[t].take(table[:n] + behind[:n], axis=1)
            behind[:n] = draws[:n, :, t] = np.add.reduce(mine[:-1] < dice[t] * mine[-1], axis=0, dtype=np.int64)
        return draws


def _likeliest(back: Ints, ends: Floats, opened: Sequence[int]) -> Ints:
    """The likeliest readings, from their ends back."""
    import numpy as np

    longest, _, count = back.shape
    best = np.zeros((count, longest), dtype=np.int64)
    at = ends.argmax(axis=0)
    rows = np.arange(count)
    for t in range(longest - 1, -1, -1):
        n = opened[t]
        best[:n, t] = at[:n]
        at[:n] = back[t, at[:n], rows[:n]]
    return best


@cache
def _dice(count: int) -> Floats:
    """The random numbers for so many places: those of fewer places are the first of them."""
    import numpy as np

    return np.random.Generator(np.random.PCG64(20)).random((count, SAMPLES))


class Sums:
    """The sums of bundles that are told one after the other, each found once.

    Args:
        chain: Has the weights.
    """

    def __init__(self, chain: Chain) -> None:
        """Nothing is summed yet."""
        self._chain = chain
        self._table = chain.weight[:0]
        self._known = 0

    def of(self, bundles: list[list[str]]) -> Floats:
        """The sums of all bundles told so far; those of the last time are the first of them. What is summed is let go."""
        import numpy as np

        known, self._known = self._known, len(bundles)
        if self._known > len(self._table):  # with room for more, or each article would copy them all
            self._table = np.concatenate([self._table[:known], np.zeros((self._known, len(LABELS)))])
        self._table[known : self._known] = self._chain.sums(bundles[known:])
        bundles[known:] = [[]] * (self._known - known)
        return self._table


_NOTHING = ("",)
"""In the place of an empty bundle: a feature that no statistics know."""


def _sums_of(weights: Floats, places: Iterable[int], sizes: Sequence[int]) -> Floats:
    """For rows of these sizes, which stand in `places` one behind the other, the sum of their weights: each its own, whatever stands before
    it. None is empty.
    """
    import numpy as np

    *begins, end = [0, *itertools.accumulate(sizes)]
    return cast("Floats", np.add.reduceat(weights.take(np.fromiter(places, np.intp, end), axis=0), begins, axis=0))


def _logsum(values: Floats) -> Floats:
    """The logarithm of the sum of exponentials over the first axis."""
    import numpy as np

    top = values.max(axis=0)
    return cast("Floats", top + np.log(np.exp(values - top).sum(axis=0)))


@dataclass(frozen=True, slots=True)
class Statistics:
    """All that was learned.

    Attributes:
        lemmas: Lemmas that are known by name.
        nominal: Words other than verbs that may be cues, as "lemma|part of speech".
        cue_lemmas: Cue lemmas that the content tagger knows by name.
        cue: The first decision on a cue.
        cue_again: The second, which sees the candidates round it.
        content: The tagger of source, cue and content.
        whole: Which of the tagger's readings of a content it is.
        source: Which of the possible sources it is.
        accept: Whether the whole attribution is right.
        settings: Thresholds, and the bins that turn an acceptance into a confidence.
    """

    lemmas: frozenset[str]
    nominal: frozenset[str]
    cue_lemmas: frozenset[str]
    cue: Linear
    cue_again: Forest
    content: Chain
    whole: Forest
    source: Forest
    accept: Forest
    settings: Mapping[str, float]


@cache
def load() -> Statistics:
    """The statistics of the package, read once."""
    return statistics_of(json.loads(gzip.decompress(packed(STATISTICS))))


def forest_of(data: Mapping[str, object]) -> Forest:
    """A forest from flat lists, as `training/train_reader.py` writes them; at most 8 levels."""
    import numpy as np

    levels = cast("int", data["levels"])
    return Forest(
        column=np.asarray(data["column"], dtype=np.intp).reshape(levels, -1),
        threshold=np.asarray(data["threshold"], dtype=np.float32).reshape(levels, -1),
        leaf=np.asarray(data["leaf"], dtype=np.float64),
        bias=cast("float", data["bias"]),
    )


def statistics_of(data: Mapping[str, object]) -> Statistics:
    """Statistics from the data file's JSON: `training/train_reader.py` writes it and documents the fields."""
    import numpy as np

    cue = cast("Mapping[str, list[float]]", data["cue"])
    content = cast("Mapping[str, list[float]]", data["content"])
    names = cast("list[str]", content["features"])
    cue_names = cast("list[str]", cue["features"])
    seen, positive = cast("list[int]", cue["seen"]), cast("list[int]", cue["positive"])
    return Statistics(
        lemmas=frozenset(cast("list[str]", data["lemmas"])),
        nominal=frozenset(cast("list[str]", data["nominal"])),
        cue_lemmas=frozenset(cast("list[str]", data["cue_lemmas"])),
        cue=Linear(
            weight=dict(zip(cue_names, cue["weight"], strict=True)),
            seen=dict(zip(cue_names, zip(seen, positive, strict=True), strict=True)),
            bias=cast("float", cue["bias"]),
            base=cast("float", cue["base"]),
        ),
        cue_again=forest_of(cast("Mapping[str, object]", data["cue_again"])),
        content=Chain(
            place=dict(zip(names, itertools.count(), strict=False)),
            weight=np.asarray([*content["weight"], *[0.0] * len(LABELS)], dtype=np.float64).reshape(len(names) + 1, len(LABELS)),
            step=np.asarray(content["step"], dtype=np.float64).reshape(len(LABELS), len(LABELS)),
        ),
        whole=forest_of(cast("Mapping[str, object]", data["whole"])),
        source=forest_of(cast("Mapping[str, object]", data["source"])),
        accept=forest_of(cast("Mapping[str, object]", data["accept"])),
        settings=cast("Mapping[str, float]", data["settings"]),
    )
