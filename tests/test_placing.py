"""Where an article's text stands in its page: long stretches, in order, in time by the page's length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcards import ArticleError, make, render
from factcards.read import read_bytes
from factcards.read.placing import source_map

LEAST = 12


def test_a_brief_of_a_page_names_the_lines_of_the_file() -> None:
    """Where an editor finds the words, not where they stand in the text that was taken out of it."""
    said = "Mayor Ada Quill said on Monday that the old bridge might close in May for a year or more."
    page = f"<html><head><title>Bridge</title></head>\n<body>\n<article>\n\n<h1>Bridge</h1>\n<p>{said}</p>\n</article></body></html>"
    deck = make(read_bytes(page.encode(), "page.html"))
    line = page[: page.index(said)].count("\n") + 1
    assert deck.article.text[: deck.cards[-1].content[0].start].count("\n") + 1 != line
    assert f" · line {line} · " in render(deck)


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
        (
            "The old bridge might close soon in May.",
            "<p>The old bridge <b>might close soon</b> in May.</p>",
            ["The old bridge ", "might close soon", " in May."],
        ),
        (
            "We pay £5 million & more for the old bridge.",
            "<p>We pay &pound;5 million &amp; more for the old bridge.</p>",
            ["more for the old bridge."],
        ),
        ("Too late.\n\nToo late.", "<p>Too late.</p><p>Too late.</p>", ["Too late.", "Too late."]),
        ("Then came this.\n\nSo came that.", "<p>So came that.</p><p>Then came this.</p>", ["Then came this."]),
        ("It shuts\u00a0on Monday and Tuesday.", "<p>It shuts&nbsp;on Monday and Tuesday.</p>", ["on Monday and Tuesday."]),
    ],
)
def test_a_stretch_ends_at_a_tag_or_an_entity(text: str, html: str, stretches: list[str]) -> None:
    """In order: what stands in the page above the stretch before it is not found. Pieces of fewer than 12 code points end a line."""
    assert [words for words, _ in placed(text, html)] == stretches


MISSED = "".join(f"{'Q' * size}\n" * 60 for size in range(1, LEAST + 1))
"""Lines that no page here has, so often that an index is made for every length."""
TEXTS = st.text(alphabet="ab \n", max_size=80)


@given(TEXTS, st.lists(st.one_of(TEXTS, st.integers(0, 70)), max_size=8), st.sampled_from(["", MISSED]))
def test_the_map_is_the_one_that_a_look_for_each_piece_in_all_the_page_gives(text: str, pieces: list[str | int], missed: str) -> None:
    """With an index of the page and without one: duplicates, pieces out of order, and what the page lacks."""
    html = "".join(piece if isinstance(piece, str) else text[piece : piece + 30] for piece in pieces)
    assert [(e.start, e.end, e.at) for e in source_map(missed + text, html)] == [*plainly(missed + text, html)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "We&rsquo;ll pay &pound;{n} &amp; <b>more</b> to <i>you &amp; all</i> of us, it&#39;s {n}",
        "&pound;{n}",
        "The same words again and again",
        "a            b",
    ],
)
def test_eight_thousand_paragraphs_take_time_by_their_length(paragraph: str) -> None:
    """Of the first kind, each piece that is not in the rest of the page was looked for in all of it (18 s)."""
    text = "\n\n".join(re.sub("<.*?>", "", unescape(paragraph.format(n=n))) for n in range(8_000))
    html = "\n".join(f"<p>{paragraph.format(n=n)}</p>" for n in range(8_000))
    begin = process_time()
    source_map(text, html)
    assert process_time() - begin < 5


def test_a_page_of_too_much_text_is_refused() -> None:
    """By the text in it, whatever its tags weigh, and before its places are looked up."""
    page = "<html><body><article>" + "<p>Mayor Ada Quill said that the bridge might close.</p>" * 30 + "</article></body></html>"
    assert len(read_bytes(page.encode(), "a.html", limit=2_000).article.text) < 2_000
    with pytest.raises(ArticleError, match=r"a\.html is larger than 1,000 bytes"):
        read_bytes(page.encode(), "a.html", limit=1_000)
