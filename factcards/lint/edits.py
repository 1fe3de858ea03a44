"""Where a sentence departs from its evidence: runs of words that only one side has, between words that both have."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from factcards.lint.matching import Alignment, Match

__all__ = ["Change", "changes", "closeness"]


class Change(NamedTuple):
    """`summary.words[here[0]:here[1]]` stands where the source has `words[there[0]:there[1]]`; either may be empty.

    Attributes:
        here: Half-open places in the summary.
        there: Half-open places in the source.
        anchored: How many of the two neighbours (before and behind) both sides have next to the change.
    """

    here: tuple[int, int]
    there: tuple[int, int]
    anchored: int

    @property
    def is_one_for_one(self) -> bool:
        """Whether one word stands for one word, between two neighbours that both sides have."""
        return self.here[1] - self.here[0] == 1 and self.there[1] - self.there[0] == 1 and self.anchored == _BOTH


_BOTH = 2


def changes(match: Match, aligned: Alignment) -> Iterator[Change]:
    """The changes between the sentence and one candidate, in the summary's order; only between words that keep their order."""
    first, last = match.sentence.first, match.sentence.last
    low, high = aligned.sentence.first, aligned.sentence.last
    edges = [(first - 1, low - 1), *aligned.in_order, (last, high)]
    for (a, b), (c, d) in itertools.pairwise(edges):
        if c - a > 1 or d - b > 1:
            yield Change((a + 1, c), (b + 1, d), (a >= first) + (c < last))


def closeness(match: Match, aligned: Alignment, word: int, reach: int = 5) -> float:
    """How much of what stands round this word (its content, up to 5 words on each side) stands round its counterpart too, 0 to 1."""
    there = aligned.forward.get(word)
    near = [
        w
        for w in range(max(match.sentence.first, word - reach), min(match.sentence.last, word + reach + 1))
        if w != word and match.summary.content[w]
    ]
    if not near:
        return 1.0 if there is not None else 0.0
    if there is None:
        found = sum(1 for w in near if w in aligned.forward)
    else:
        found = sum(1 for w in near if w in aligned.forward and abs(aligned.forward[w] - there) <= 2 * reach)
    return found / len(near)
