"""Where a sentence departs from its evidence: runs of words that only one side has, between words that both have."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from factcards.lint.matching import Alignment, Match
from factcards.lint.words import is_adverb

__all__ = ["Change", "changes", "closeness", "is_of_one_subject"]


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


def is_of_one_subject(match: Match, aligned: Alignment, here: int, there: int) -> bool:
    """Whether the nearest word with content before the one place stands near before the other, with no mark between: "Quill has | opened
    it", "Quill | will open it".
    """
    summary, before = match.summary, range(here - 1, max(match.sentence.first, here - _SUBJECT) - 1, -1)
    mine = next((w for w in before if summary.content[w] and not is_adverb(summary.forms[w])), here)
    theirs = aligned.forward.get(mine, there) if mine < here else there
    apart = (side.between(w) for side, a, b in ((summary, mine, here), (match.source(aligned), theirs, there)) for w in range(a, b))
    return 0 < there - theirs <= _SUBJECT and not any(map(str.strip, apart))


_SUBJECT = 4
"""Words from a subject to its verb, at most: "the mayor has not yet | opened"."""


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
