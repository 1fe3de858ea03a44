"""An article's sentences to chunks that fit a token budget: stretches that tile the article, cut between sentences only."""

from __future__ import annotations

from dataclasses import dataclass

from factcards.cards import Article
from factcards.engines.llm.prompting import numbered_lines
from factcards.engines.llm.tokens import count, most_tokens
from factcards.layout import Layout

__all__ = ["TOKEN_BUDGET", "Stretch", "halves", "stretches"]

TOKEN_BUDGET = 8_000
"""Tokens of numbered sentences in one request. An article of 8,000 bytes (some 1,300 words) fits whole without a count."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences `first` to before `last` (places in the layout), and the code points `start` to before `end` that they stand for."""

    first: int
    last: int
    start: int
    end: int


def stretches(article: Article, layout: Layout, model: str, budget: int = TOKEN_BUDGET) -> tuple[Stretch, ...]:
    """The chunks of an article, in text order; a single sentence above the budget is a chunk of its own.

    Args:
        article: The article.
        layout: Its sentences.
        model: Whose tokens are counted, and only when the bytes alone do not decide.
        budget: The most tokens of one chunk's lines.
    """
    lines = [line or "" for line in numbered_lines(article, layout)]
    if sum(most_tokens(line) + 1 for line in lines) <= budget:
        return _tiled(article, layout, [0])
    sizes = [count(line, model).tokens + 1 if line else 0 for line in lines]
    total, cuts = 0, [0]
    for at, size in enumerate(sizes):
        while total and total + size > budget:
            cuts.append(_border(layout, cuts[-1], at))
            total = sum(sizes[cuts[-1] : at])
        total += size
    return _tiled(article, layout, cuts)


def _border(layout: Layout, first: int, at: int) -> int:
    """Where to cut before sentence `at`: where a paragraph begins, if that keeps at least half of the chunk."""
    for cut in range(at, first + (at - first) // 2, -1):
        if layout.sentences[cut].paragraph != layout.sentences[cut - 1].paragraph:
            return cut
    return at


def halves(layout: Layout, stretch: Stretch) -> tuple[Stretch, Stretch] | None:
    """The stretch cut in two between sentences; None when it is a single sentence."""
    if stretch.last - stretch.first < 2:
        return None
    middle = _border(layout, stretch.first, stretch.first + (stretch.last - stretch.first + 1) // 2)
    cut = layout.sentences[middle].start
    return Stretch(stretch.first, middle, stretch.start, cut), Stretch(middle, stretch.last, cut, stretch.end)


def _tiled(article: Article, layout: Layout, cuts: list[int]) -> tuple[Stretch, ...]:
    borders = [0, *(layout.sentences[cut].start for cut in cuts[1:]), len(article.text)]
    lasts = [*cuts[1:], len(layout.sentences)]
    return tuple(Stretch(first, last, start, end) for first, last, start, end in zip(cuts, lasts, borders[:-1], borders[1:], strict=True))
