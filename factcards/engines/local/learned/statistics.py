"""The learned statistics and how they decide: weights over abstract features, read once from a data file. Plain numpy, no training.

`statistics.json.gz` is made by `training/train_reader.py`; `docs/reader.md` is its model card. Every sum is over one row at a time, so
that the same article gives the same bits in any batch.
"""

from __future__ import annotations

import gzip
import itertools
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from factcards.engines.local.learned import word_classes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.integer[Any]]

__all__ = ["LABELS", "SAMPLES", "Chain", "Forest", "Key", "Linear", "Statistics", "Tagged", "digest", "forest_of", "load", "statistics_of"]

LABELS = ("O", "S", "C", "Q")
"""What a unit is to a cue: nothing, its source, the cue itself, its content."""
SAMPLES = 24
"""Readings drawn for each cue beside the best one: enough that a share of them is known to about a tenth."""
WINDOWS_AT_ONCE = 64
"""Windows read together: an article's, and not all of a book's."""
Key = tuple[int, str]
"""A unit's place in its article, and on which side of the cue it stands: "L", "C" (the cue itself) or "R"."""
_FILE = "statistics.json.gz"


@dataclass(frozen=True, slots=True)
class Linear:
    """A logistic regression over string features, with how often each was seen, and seen with a cue.

    Attributes:
        place: Feature -> its place in the other three.
        weight: One weight each.
        seen: How often it was seen.
        positive: How often on a cue.
        bias: The intercept.
        base: Share of candidates that are cues.
    """

    place: Mapping[str, int]
    weight: Sequence[float]
    seen: Sequence[int]
    positive: Sequence[int]
    bias: float
    base: float

    def logit(self, features: Sequence[str]) -> float:
        """The log odds for one candidate; a feature that stands twice counts once."""
        known = set(map(self.place.get, features, itertools.repeat(-1)))
        known.discard(-1)
        return self.bias + math.fsum(map(self.weight.__getitem__, known))  # exact: the order does not matter

    def rate(self, feature: str) -> tuple[float, int]:
        """The smoothed share of cues among those with this feature, and how many there were."""
        at = self.place.get(feature)
        if at is None:
            return self.base, 0
        return (self.positive[at] + SMOOTHING * self.base) / (self.seen[at] + SMOOTHING), self.seen[at]


SMOOTHING = 5.0
"""Candidates at the base rate that every rate starts from."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted regression trees: the sum of one leaf a tree is the log odds.

    A node has an even number n: `child[n]` is where a row goes whose value is at most the threshold, `child[n + 1]` where all others go.
    The odd places of the other arrays are unused.

    Attributes:
        feature: For each node the column that it asks for.
        threshold: At most this goes left.
        child: The node's children; a leaf's are itself.
        value: The leaf's value.
        leaf: Whether it is one.
        roots: Number of each tree's root.
    """

    feature: Ints
    threshold: Floats
    child: Ints
    value: Floats
    leaf: NDArray[np.bool_]
    roots: Ints

    def chance(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """The probability for each row."""
        return [value for first in range(0, len(rows), ROWS_AT_ONCE) for value in self._chance(rows[first : first + ROWS_AT_ONCE])]

    def _chance(self, rows: Sequence[Sequence[float]]) -> list[float]:
        import numpy as np

        table = np.asarray(rows, dtype=np.float64)
        leaves = np.repeat(self.roots, len(rows))  # tree by tree
        row = np.tile(np.arange(len(rows)) * table.shape[1], len(self.roots))
        waiting = np.arange(len(leaves))
        node = leaves.copy()
        for step in itertools.count(1):
            place = self.feature.take(node)
            place += row
            node = self.child.take(node + (table.take(place) > self.threshold.take(node)))
            if step % WALK:
                continue
            leaves[waiting] = node
            inner = ~self.leaf.take(node)
            waiting, node, row = waiting[inner], node[inner], row[inner]
            if not len(waiting):
                break
        total = np.zeros(len(rows))
        for leaf in self.value.take(leaves).reshape(len(self.roots), len(rows)):  # one tree after the other: the same sum everywhere
            total += leaf
        return cast("list[float]", (1.0 / (1.0 + np.exp(-total))).tolist())


ROWS_AT_ONCE = 64
"""Rows that walk down the trees together: where each of them stands fits in a processor's cache."""
WALK = 3
"""Steps down the trees before the rows that have come to a leaf are left out: a step at a leaf costs less than looking for it each time."""


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

    def read(self, windows: Sequence[Sequence[tuple[Key, Sequence[str]]]], own: Callable[[Key], Sequence[str]]) -> list[Tagged]:
        """Every window's best reading and its draws.

        Args:
            windows: For each unit of each window its key, and the features that it has for this cue alone.
            own: The features of a unit that are the same for every cue on that side of it.
        """
        if not windows:
            return []
        keys = {key: at for at, key in enumerate(sorted({key for window in windows for key, _ in window}))}
        shared = self._sums([own(key) for key in keys])
        order = sorted(range(len(windows)), key=lambda at: -len(windows[at]))  # the longest first: those still open are the first ones
        tagged: dict[int, Tagged] = {}
        for first in range(0, len(order), WINDOWS_AT_ONCE):
            chosen = order[first : first + WINDOWS_AT_ONCE]
            units = [unit for at in chosen for unit in windows[at]]
            sums = self._sums([features for _, features in units]) + shared[[keys[key] for key, _ in units]]
            tagged.update(zip(chosen, self._read(sums, [len(windows[at]) for at in chosen]), strict=True))
        return [tagged[at] for at in range(len(windows))]

    def _read(self, sums: Floats, lengths: Sequence[int]) -> Iterator[Tagged]:
        """The readings of windows of these lengths, the longest first, from what each of their units says of each label."""
        import numpy as np

        unary = np.zeros((len(lengths), lengths[0], len(LABELS)))
        first = 0
        for row, size in enumerate(lengths):
            unary[row, :size] = sums[first : first + size]
            first += size
        opened = [sum(size > t for size in lengths) for t in range(lengths[0] + 1)]
        best, top = self._viterbi(unary, opened)
        draws, norm = self._draw(unary, opened, np.array(lengths))
        source, content = ((draws == LABELS.index(label)).mean(axis=1).tolist() for label in "SQ")
        for row, size in enumerate(lengths):
            drawn = [reading.tobytes() for reading in draws[row, :, :size]]
            yield Tagged(best[row, :size].tolist(), float(top[row] - norm[row]), drawn, source[row][:size], content[row][:size])

    def _sums(self, rows: Sequence[Sequence[str]]) -> Floats:
        """The sum of weights of each row of features."""
        import numpy as np

        unknown = len(self.place)  # weighs nothing, and stands in each row, so that none is empty
        known: list[int] = []
        begins: list[int] = []
        for features in rows:
            begins.append(len(known))
            known.append(unknown)
            known += map(self.place.get, features, itertools.repeat(unknown))
        weights = self.weight.take(known, axis=0)
        return cast("Floats", np.add.reduceat(weights, begins, axis=0))  # each row's own sum, whatever stands before it

    def _viterbi(self, unary: Floats, opened: Sequence[int]) -> tuple[Ints, Floats]:
        """The likeliest readings and their scores; the first `opened[t]` windows are longer than t."""
        import numpy as np

        count, longest, _ = unary.shape
        last = unary[:, 0].copy()
        back = np.zeros((count, longest, len(LABELS)), dtype=np.int64)
        for t in range(1, longest):
            n = opened[t]
            options = last[:n, :, None] + self.step[None]
            back[:n, t] = options.argmax(axis=1)
            last[:n] = options.max(axis=1) + unary[:n, t]
        best = np.zeros((count, longest), dtype=np.int64)
        at = last.argmax(axis=1)
        rows = np.arange(count)
        for t in range(longest - 1, -1, -1):
            n = opened[t]
            best[:n, t] = at[:n]
            at[:n] = back[rows[:n], t, at[:n]]
        return best, last.max(axis=1)

    def _draw(self, unary: Floats, opened: Sequence[int], lengths: Ints) -> tuple[Ints, Floats]:
        """Forward filtering, backward sampling, with the same random numbers for every window."""
        import numpy as np

        count, longest, labels = unary.shape
        forward = unary.copy()
        for t in range(1, longest):
            n = opened[t]
            forward[:n, t] += _logsum(forward[:n, t - 1, :, None] + self.step[None])
        norm = _logsum(forward[np.arange(count), lengths - 1, :, None])[:, 0]
        dice = np.random.Generator(np.random.PCG64(20)).random((longest, SAMPLES))
        # what a label may be depends on the one behind it alone: four tables of chances, and one for the last place
        logits = forward[:, :, None, :] + np.concatenate([self.step.T, np.zeros((1, labels))])
        logits -= logits.max(axis=3, keepdims=True)
        share = np.cumsum(np.exp(logits, out=logits), axis=3)
        table = np.arange(count)[:, None] * (labels + 1)
        behind = np.full((count, SAMPLES), labels)
        draws = np.zeros((count, SAMPLES, longest), dtype=np.int8)
        for t in range(longest - 1, -1, -1):
            n = opened[t]
            mine = share[:n, t].reshape(-1, labels).take(table[:n] + behind[:n], axis=0)
            picked = (mine < dice[t][None, :, None] * mine[:, :, -1:]).sum(axis=2)
            behind[:n] = draws[:n, :, t] = np.minimum(picked, labels - 1)
        return draws, norm


def _logsum(values: Floats) -> Floats:
    import numpy as np

    top = values.max(axis=1, keepdims=True)
    return cast("Floats", (top + np.log(np.exp(values - top).sum(axis=1, keepdims=True)))[:, 0])


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
def _bytes() -> bytes:
    return files("factcards.engines.local.learned").joinpath(_FILE).read_bytes()


@cache
def digest() -> str:
    """The first 8 hex digits of the sha256 over the statistics and the word classes that they know: others are another reader."""
    return sha256(_bytes() + word_classes.source()).hexdigest()[:8]


@cache
def load() -> Statistics:
    """The statistics of the package, read once."""
    return statistics_of(json.loads(gzip.decompress(_bytes())))


def forest_of(data: Mapping[str, Sequence[float]]) -> Forest:
    """A forest from flat lists, in which a leaf asks for column -1."""
    import numpy as np

    feature = np.asarray(data["feature"], dtype=np.intp)
    leaf, own = feature < 0, np.arange(len(feature), dtype=np.intp)
    left = np.where(leaf, own, np.asarray(data["left"], dtype=np.intp))
    right = np.where(leaf, own, np.asarray(data["right"], dtype=np.intp))
    return Forest(
        feature=np.repeat(np.maximum(feature, 0), 2),
        threshold=np.repeat(np.asarray(data["threshold"], dtype=np.float64), 2),
        child=np.stack([left, right], axis=1).ravel() * 2,
        value=np.repeat(np.asarray(data["value"], dtype=np.float64), 2),
        leaf=np.repeat(leaf, 2),
        roots=np.asarray(data["roots"], dtype=np.intp) * 2,
    )


def statistics_of(data: Mapping[str, object]) -> Statistics:
    """Statistics from the data file's JSON: `training/train_reader.py` writes it and documents the fields."""
    import numpy as np

    cue = cast("Mapping[str, list[float]]", data["cue"])
    content = cast("Mapping[str, list[float]]", data["content"])
    names = cast("list[str]", content["features"])
    cue_names = cast("list[str]", cue["features"])
    return Statistics(
        lemmas=frozenset(cast("list[str]", data["lemmas"])),
        nominal=frozenset(cast("list[str]", data["nominal"])),
        cue_lemmas=frozenset(cast("list[str]", data["cue_lemmas"])),
        cue=Linear(
            place={name: at for at, name in enumerate(cue_names)},
            weight=cue["weight"],
            seen=cast("list[int]", cue["seen"]),
            positive=cast("list[int]", cue["positive"]),
            bias=cast("float", cue["bias"]),
            base=cast("float", cue["base"]),
        ),
        cue_again=forest_of(cast("Mapping[str, list[float]]", data["cue_again"])),
        content=Chain(
            place={name: at for at, name in enumerate(names)},
            weight=np.asarray([*content["weight"], *[0.0] * len(LABELS)], dtype=np.float64).reshape(len(names) + 1, len(LABELS)),
            step=np.asarray(content["step"], dtype=np.float64).reshape(len(LABELS), len(LABELS)),
        ),
        whole=forest_of(cast("Mapping[str, list[float]]", data["whole"])),
        source=forest_of(cast("Mapping[str, list[float]]", data["source"])),
        accept=forest_of(cast("Mapping[str, list[float]]", data["accept"])),
        settings=cast("Mapping[str, float]", data["settings"]),
    )
