"""Where an article's text stands in its page: long stretches, in order, in time by the page's length."""

from __future__ import annotations

import re
from html import unescape
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcards import ArticleError, make, render
from factcards.read import read_bytes
from factcards.read.placing import source_map
from factcards.rendering.places import place_in_file

LEAST = 12


def test_a_brief_of_a_page_names_the_lines_of_the_file() -> None:
    """Where an editor finds the words, not where they stand in the text that was taken out of it."""
    said = "Mayor Ada Quill said on Monday that the old bridge might close in May for a year or more."
    page = f"<html><head><title>Bridge</title></head>\n<body>\n<article>\n\n<h1>Bridge</h1>\n<p>{said}</p>\n</article></body></html>"
    deck = make(read_bytes(page.encode(), "page.html"))
    line = page[: page.index(said)].count("\n") + 1
    assert deck.article.text[: deck.cards[-1].content[0].start].count("\n") + 1 != line
    assert f" · line {line} · " in render(deck)


PARAGRAPHS = [
    "Mayor Ada Quill denied that the bridge was closed. &ldquo;They lied,&rdquo; she said. &ldquo;Both times.&rdquo;",
    "Bo Tull said the bridge is safe and that the town should not worry about it at all.",
    "&ldquo;Yes,&rdquo; he said. &ldquo;No.&rdquo;",
    "“We lied,” he said. “Both of us.”",
    "He said it&nbsp;was <b>a lie</b>, and that he&#39;d said so.",
    "“We lied,” she said.<br>“Both of us.”",
    "Nothing else was said about the bridge on Tuesday in the town of Keld.",
]


def test_references_and_repeated_words_are_placed_in_their_own_line() -> None:
    """Not in the next one that has the like, which took its neighbours along."""
    page = "<html><head><title>Keld</title></head><body><article>\n" + "\n".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    article = read_bytes(f"{page}\n</article></body></html>".encode(), "page.html").article
    behind = 0
    for line, words in enumerate(PARAGRAPHS, 2):
        for shown in unescape(re.sub("<b>|</b>", "", words)).replace("\xa0", " ").split("<br>"):
            behind = article.text.index(shown, behind) + len(shown)
            places = [place_in_file(article, at) for at in range(behind - len(shown), behind)]
            assert [place[0] if place else None for place in places] == [line] * len(shown)


@pytest.mark.parametrize(("words", "markup"), [("£2", "&pound;2"), ("the café", "the caf&eacute;"), ("é", "&eacute;"), ("£", "&pound;")])
def test_a_reference_at_the_border_of_words_belongs_to_them(words: str, markup: str) -> None:
    """A place in the page is of all that stands for a letter: neither "2" of "£2", nor "caf&" of "café"."""
    line = "<p>Mayor Ada Quill said on Monday that &pound;2 million went to the caf&eacute; of her brother in Keld.</p>"
    page = f"<html><body><article>\n{line}\n</article></body></html>"
    article = read_bytes(page.encode(), "page.html").article
    start = article.text.index(words)
    begin, end = place_in_file(article, start), place_in_file(article, start + len(words) - 1, ends=True)
    assert begin is not None
    assert end is not None
    assert (begin[0], end[0]) == (2, 2)
    assert line[begin[1] - 1 : end[1]] == markup


def test_what_a_page_does_not_have_is_in_no_line_of_it() -> None:
    """Words that only a script of the page holds: no line, rather than a neighbour's."""
    said, lost = "Mayor Ada Quill said on Monday that the bridge might close.", "Bo Tull said that it will not."
    article = read_bytes(f"<html><body><article><p>{said}</p>\n<p>{lost}</p></article></body></html>".encode(), "page.html").article
    known = tuple(entry for entry in article.source_map or () if entry.end <= len(said))
    partly = article.model_copy(update={"source_map": known})
    assert place_in_file(partly, 5) == (1, 30)
    assert place_in_file(partly, article.text.index(lost)) is None
    deck = make(partly)
    assert [" · line " in card for card in render(deck).split("\n") if " · certain" in card or " · possible" in card] == [True, False]


def placed(text: str, html: str) -> list[tuple[str, int]]:
    """The words of each stretch and where they stand in the page; each is there indeed."""
    entries = source_map(text, html)
    assert all(text[e.start : e.end] == html[e.at : e.at + e.end - e.start] for e in entries)
    return [(text[e.start : e.end], e.at) for e in entries]


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
            ["We pay ", "5 million &", " more for the old bridge."],
        ),
        ("Too late.\n\nToo late.", "<p>Too late.</p><p>Too late.</p>", ["Too late.", "Too late."]),
        ("Then came this.\n\nSo came that.", "<p>So came that.</p><p>Then came this.</p>", ["So came that."]),
        ("It shuts\u00a0on Monday and Tuesday.", "<p>It shuts&nbsp;on Monday and Tuesday.</p>", ["It shuts", "on Monday and Tuesday."]),
    ],
)
def test_a_stretch_ends_at_a_tag_or_an_entity(text: str, html: str, stretches: list[str]) -> None:
    """In order: what stands in the page above the stretch before it is not found."""
    assert [words for words, _ in placed(text, html)] == stretches


TEXTS = st.text(alphabet="ab& \n", max_size=80)
TAGS = st.sampled_from(["<p>", "</p>", "<b>", "<br>", "&amp;", "&nbsp;", "<!--", "-->", "<script>", "</script>", "\x00"])


@given(TEXTS, st.lists(st.one_of(TEXTS, TAGS, st.integers(0, 70)), max_size=12))
def test_a_map_is_in_order_and_names_what_stands_there(text: str, pieces: list[str | int]) -> None:
    """Duplicates, pieces out of order, markup between them, and what the page lacks."""
    html = "".join(piece if isinstance(piece, str) else text[piece : piece + 30] for piece in pieces)
    entries = source_map(text, html)
    assert all(text[e.start : e.end] == html[e.at : e.at + e.end - e.start] for e in entries)
    ends = [(0, 0), *((e.end, e.at + e.end - e.start) for e in entries)]
    assert all(end <= e.start and behind <= e.at for (end, behind), e in zip(ends, entries, strict=False))


@pytest.mark.parametrize(
    "paragraph",
    [
        "We&rsquo;ll pay &pound;{n} &amp; <b>more</b> to <i>you &amp; all</i> of us, it&#39;s {n}",
        "&pound;{n}",
        "The same words again and again",
        "a            b",
        "Not the words of this page, {n}|The words of it, {n}",
    ],
)
def test_eight_thousand_paragraphs_take_time_by_their_length(paragraph: str) -> None:
    """Of the first kind, each piece that is not in the rest of the page was looked for in all of it (18 s)."""
    own, _, other = paragraph.partition("|")
    text = "\n\n".join(re.sub("<.*?>", "", unescape(own.format(n=n))) for n in range(8_000))
    html = "\n".join(f"<p>{(other or own).format(n=n)}</p>" for n in range(8_000))
    begin = process_time()
    source_map(text, html)
    assert process_time() - begin < 5


def test_a_page_of_too_much_text_is_refused() -> None:
    """By the text in it, whatever its tags weigh, and before its places are looked up."""
    page = "<html><body><article>" + "<p>Mayor Ada Quill said that the bridge might close.</p>" * 30 + "</article></body></html>"
    assert len(read_bytes(page.encode(), "a.html", limit=2_000).article.text) < 2_000
    with pytest.raises(ArticleError, match=r"a\.html is larger than 1,000 bytes"):
        read_bytes(page.encode(), "a.html", limit=1_000)
