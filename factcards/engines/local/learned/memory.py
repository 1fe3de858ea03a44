"""What the learned part keeps from one text to the next: bundles of features, told and summed once. Most texts share most of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from factcards.engines.local.learned.span_features import Bundles
from factcards.engines.local.learned.statistics import Statistics, Sums

__all__ = ["Memory", "memory_of"]

MOST = 65_536
"""Bundles above which all are forgotten: a hundred articles' or so, in some twenty megabytes."""


class Memory:
    """What one reading after the other may use, by these statistics."""

    def __init__(self, statistics: Statistics) -> None:
        """Nothing is told yet."""
        self.statistics = statistics
        self.bundles = Bundles()
        self.sums = Sums(statistics.content)


_SPARE: list[Memory] = []


@contextmanager
def memory_of(statistics: Statistics) -> Iterator[Memory]:
    """A memory that nobody else has at the same time: several threads may read."""
    try:
        memory = _SPARE.pop()
    except IndexError:
        memory = Memory(statistics)
    if memory.statistics is not statistics:
        memory = Memory(statistics)
    yield memory
    if len(memory.bundles.features) <= MOST:  # and not after an error: what is half told is lost
        _SPARE.append(memory)
