"""Where an article's text stands in its page: long stretches, in order, in time by the page's length."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcards import ArticleError
from factcards.read import read_bytes
from factcards.read.placing import source_map

LEAST = 12


def placed(text: str, html: str) -> list[tuple[str, int]]:
    """The words of each stretch and where they stand in the page; each is there indeed."""
    entries = source_map(text, html)
    assert all(text[e.start : e.end] == html[e.at : e.at + e.end - e.start] for e in entries)
    return [(text[e.start : e.end], e.at) for e in entries]


def plainly(text: str, html: str) -> Iterator[tuple[int, int, int]]:
    """The same map without an index: each piece is looked for in all the rest of the page."""
    behind, begin = 0, 0
    for line in text.split("\n"):
        start, stop = begin, begin + len(line)
        begin = stop + 1
        while start < stop:
            piece = text[start : min(start + LEAST, stop)]
            at = html.find(piece, behind)
            if at >= 0 and piece.strip():
                size = len(piece)
                while start + size < stop and text[start + size] == html[at + size : at + size + 1]:
                    size += 1
                yield start, start + size, at
                start, behind = start + size, at + size
            else:
                start = next((to for to in range(start + 1, stop) if text[to - 1].isspace() and not text[to].isspace()), stop)


@pytest.mark.parametrize(
    ("text", "html", "stretches"),
    [
        ("The bridge might close in May.", "<p>The bridge might close in May.</p>", ["The bridge might close in May."]),
        ("The bridge might close in May.", "<p>The bridge <b>might close</b> in May.</p>", ["might close in May."[:0], "in May."]),
        ("We pay £5 million & more for it.", "<p>We pay &pound;5 million &amp; more for it.</p>", ["more for it."]),
        ("Too late.\n\nToo late.", "<p>Too late.</p><p>Too late.</p>", ["Too late.", "Too late."]),
        ("First came this.\n\nThen came that.", "<p>Then came that.</p><p>First came this.</p>", ["First came this."]),
        ("It shuts\u00a0on Monday.", "<p>It shuts&nbsp;on Monday.</p>", ["on Monday."]),
    ],
)
def test_a_stretch_ends_at_a_tag_or_an_entity_and_short_ones_between_are_left_out(text: str, html: str, stretches: list[str]) -> None:
    """In order; what stands in the page before the stretch before it is not found."""
    assert [words for words, _ in placed(text, html)] == stretches
