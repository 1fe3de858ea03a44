"""Stretches of a sentence that are nearly a source's words, where the whole sentence is not.

Who summarises joins what a source says in several sentences, each in its own words but for a few. Word for word such a sentence is like
none of them; each stretch of it is, and what is exchanged there ("Marsh Borough Council removed its officers" for "Frost Borough
Council ...") is an edit as it is in a sentence that was copied whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcards.lint.matching import Alignment, Match
from factcards.lint.side import Side
from factcards.lint.wording import Sentence

__all__ = ["stretches"]

_HERE, _THERE = 3, 4
"""Words without a counterpart between two of a stretch, in the summary and in the source, at most."""
_LEAST = 4
"""Words with content of a stretch that have a counterpart."""
_EDGE = 3
"""Words before and behind these that may have been exchanged: they belong to the stretch as far as no mark parts them from it."""
_PARTING = frozenset(',;:()“”"–—')

_Pairs = list[tuple[int, int]]


def stretches(match: Match) -> Iterator[Match]:
    """Each stretch as a sentence of its own with its one candidate, in text order; none shares a word with another."""
    if match.near_verbatim:
        return
    found = [(match.weight(here for here, _ in run), aligned, run) for aligned in match.candidates for run in _runs(match, aligned)]
    kept: list[Match] = []
    for _, aligned, run in sorted(found, key=lambda item: -item[0]):
        stretch = _cut_out(match, aligned, run)
        taken = any(stretch.sentence.first < k.sentence.last and k.sentence.first < stretch.sentence.last for k in kept)
        if not taken and stretch.near_verbatim:
            kept.append(stretch)
    yield from sorted(kept, key=lambda stretch: stretch.sentence.first)


def _runs(match: Match, aligned: Alignment) -> Iterator[_Pairs]:
    """Pairs of words that follow each other on both sides; a small word that stands elsewhere breaks none."""
    run: _Pairs = []
    for here, there in aligned.forward.items():
        if run and not (here - run[-1][0] <= _HERE + 1 and 0 < there - run[-1][1] <= _THERE + 1):
            if not match.summary.content[here]:
                continue
            yield from _enough(match, run)
            run = []
        run.append((here, there))
    yield from _enough(match, run)


def _enough(match: Match, run: _Pairs) -> Iterator[_Pairs]:
    if sum(match.summary.content[here] for here, _ in run) >= _LEAST:
        yield run


def _cut_out(match: Match, aligned: Alignment, run: _Pairs) -> Match:
    source = match.source(aligned)
    here = _widened(match.summary, match.sentence, run[0][0], run[-1][0] + 1)
    there = _widened(source, aligned.sentence, run[0][1], run[-1][1] + 1)
    forward = {a: b for a, b in aligned.forward.items() if here.first <= a < here.last and there.first <= b < there.last}
    total = match.index.total(match.summary, here)
    return Match(match.index, match.summary, here, (match.index.aligned(match.summary, here, aligned.side, there, forward, total),))


def _widened(side: Side, sentence: Sentence, first: int, last: int) -> Sentence:
    """These words of a sentence and those beside them up to a mark."""
    low, high = first, last
    while low > max(sentence.first, first - _EDGE) and _PARTING.isdisjoint(side.between(low - 1)):
        low -= 1
    while high < min(sentence.last, last + _EDGE) and _PARTING.isdisjoint(side.between(high - 1)):
        high += 1
    return replace(sentence, first=low, last=high, start=side.words[low].start, end=side.words[high - 1].end)
