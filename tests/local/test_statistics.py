"""The arithmetic of the learned decisions: against plain enumeration, and the same for any batch."""

from __future__ import annotations

import itertools
import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcards.engines.local.learned.statistics import LABELS, SAMPLES, Chain, Linear, Tagged, forest_of, load

FEATURES = tuple("abcdef")
CHAIN = Chain(
    place={name: at for at, name in enumerate(FEATURES)},
    weight=np.array([*([math.sin(3 * i + j) * 1.5 for j in range(len(LABELS))] for i in range(len(FEATURES))), [0.0] * len(LABELS)]),
    step=np.array([[math.cos(i * 2 + j) for j in range(len(LABELS))] for i in range(len(LABELS))]),
)
windows = st.lists(st.lists(st.sampled_from([*FEATURES, "unknown"]), max_size=3), min_size=1, max_size=5)


def _read(many: list[list[list[str]]]) -> list[Tagged]:
    """Windows of units with a bundle of features each."""
    place = itertools.count()
    return CHAIN.read([features for window in many for features in window], [[[next(place)] for _ in window] for window in many])


def _weight(window: list[list[str]], labels: tuple[int, ...]) -> float:
    own = sum(
        CHAIN.weight[CHAIN.place[f]][label] for features, label in zip(window, labels, strict=True) for f in features if f in CHAIN.place
    )
    return float(own + sum(CHAIN.step[a][b] for a, b in itertools.pairwise(labels)))


@settings(max_examples=60, deadline=None)
@given(windows)
def test_the_best_reading_is_the_best_of_all_readings(window: list[list[str]]) -> None:
    """The chain's best labels weigh as much as the best of all 4^n, and its score is their log probability."""
    weights = {labels: _weight(window, labels) for labels in itertools.product(range(len(LABELS)), repeat=len(window))}
    norm = math.log(sum(math.exp(w) for w in weights.values()))
    (tagged,) = _read([window])
    best = max(weights.values())
    assert weights[tuple(tagged.best)] == pytest.approx(best)
    assert tagged.score == pytest.approx(best - norm)


@settings(max_examples=40, deadline=None)
@given(st.lists(windows, min_size=1, max_size=6))
def test_a_window_reads_the_same_in_any_company(many: list[list[list[str]]]) -> None:
    """What stands beside a window in a batch changes not a bit of its reading."""
    assert _read(many) == [_read([window])[0] for window in many]


@settings(max_examples=40, deadline=None)
@given(windows, windows)
def test_a_bundle_counts_in_every_unit_that_has_it(window: list[list[str]], more: list[list[str]]) -> None:
    """Features that are told once an article weigh what they would weigh in each unit."""
    shared = [(at % len(more), len(more) + at) for at in range(len(window))]
    (apart,) = CHAIN.read([*more, *window], [shared])
    (together,) = _read([[[*features, *more[at % len(more)]] for at, features in enumerate(window)]])
    assert apart.score == pytest.approx(together.score)


def test_draws_come_from_the_distribution() -> None:
    """Over many windows of one kind of unit, labels are drawn as often as they are likely."""
    window = [["a"], ["b"], ["c"]]
    weights = {labels: math.exp(_weight(window, labels)) for labels in itertools.product(range(len(LABELS)), repeat=3)}
    total = sum(weights.values())
    likely = [sum(w for labels, w in weights.items() if labels[0] == label) / total for label in range(len(LABELS))]
    (tagged,) = _read([window])
    assert len(tagged.draws) == SAMPLES
    drawn = Counter(draw[0] for draw in tagged.draws)
    assert all(abs(drawn[label] / SAMPLES - likely[label]) < 0.25 for label in range(len(LABELS)))


def test_a_forest_adds_one_leaf_of_each_tree() -> None:
    """Two trees of two levels: more than the threshold is a yes, and the first level's answer is the last digit of a leaf's place."""
    forest = forest_of({
        "levels": 2,
        "column": [0, 1, 1, 1],
        "threshold": [0.5, 2.0, 1.0, 3.0],
        "leaf": [-1.0, 1.0, -2.0, 2.0, 0.25, -0.25, 9.0, -0.5],
        "bias": 0.125,
    })  # fmt: skip
    expected = [1 / (1 + math.exp(-total)) for total in (-2 + 0.25 + 0.125, 1 + 0.25 + 0.125, -2 - 0.25 + 0.125, 2 - 0.5 + 0.125)]
    assert forest.chance([[0.5, 2.0], [0.6, 0.0], [0.0, 2.1], [0.6, 3.1]]) == pytest.approx(expected)
    assert forest.chance([]) == []


def test_a_feature_counts_once_and_an_unknown_one_not_at_all() -> None:
    """The logistic regression's log odds, and the smoothed rate behind each feature."""
    linear = Linear({"a": 1.0, "b": -0.5}, {"a": (10, 5), "b": (20, 0)}, bias=0.25, base=0.2)
    assert linear.logit(["a", "a", "b", "zzz"]) == pytest.approx(0.75)
    assert linear.rates["a"] == pytest.approx((6 / 15, math.log1p(10)))
    assert linear.rates["zzz"] == (0.2, 0.0)
    assert list(linear.rates) == ["a"]


def test_the_statistics_hold_no_names_and_no_word_sequences() -> None:
    """What is shipped knows lemmas of common words one by one (a cue's, with that of its subject or governor), never a phrase."""
    statistics = load()
    for name in (*statistics.cue.weight, *statistics.content.place):
        assert " " not in name, name
    assert all(lemma == lemma.lower() and " " not in lemma for lemma in statistics.lemmas)
