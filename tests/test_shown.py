"""What a browser shows of a page: hidden and deleted text is not read, in an article or in a summary, and figures stay apart."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcards.lint.documents import open_document
from factcards.read import read_bytes
from factcards.read.shown import rewritten, stretches
from factcards.verifying import verify

SEEN = "Mayor Ada Quill said on Tuesday that the old bridge might close before the winter comes, and that nobody had been told."
UNSEEN = "The council denied it all."


def shown(html: str) -> str:
    """The source as it is handed on for extraction."""
    return rewritten(html, lambda stretch: stretch.shown)


@pytest.mark.parametrize(
    "html",
    [
        f"<p hidden>{UNSEEN}</p>",
        f"<p class=a hidden=''>{UNSEEN}</p>",
        f"<template><p>{UNSEEN}</p></template>",
        f'<p style="display:none">{UNSEEN}</p>',
        f"<div style='color: red; Display : NONE !important'><div>x</div>{UNSEEN}</div>",
        f'<div style="visibility:hidden"><p>{UNSEEN}</p></div>',
        f'<p style="font-size:0">{UNSEEN}</p>',
        f'<p style="font-size: 0px;">{UNSEEN}</p>',
        f"<p><del>{UNSEEN}</del></p>",
        f"<p><s>{UNSEEN}</s> <strike>{UNSEEN}</strike></p>",
        f"<p hidden>{UNSEEN}",
        f"<ul><li hidden>{UNSEEN}<li>x</ul>",
    ],
)
def test_what_no_browser_shows_is_no_text(html: str) -> None:
    """Neither of an article nor of a summary; what stands behind it is."""
    page = f"<html><body><article><h1>Bridge may close</h1><p>{SEEN}</p>{html}<p>{SEEN} And so it went on.</p></article></body></html>"
    for text in (read_bytes(page.encode(), "a.html").article.text, open_document(page, "a.html").article.text):
        assert "council" not in text
        assert "And so it went on." in text


@pytest.mark.parametrize(
    "html",
    [
        f"<p class='hidden'>{SEEN}</p>",
        f"<p data-x='a hidden b' aria-hidden=true>{SEEN}</p>",
        f"<p style='font-size:0.9em; text-overflow: hidden'>{SEEN}</p>",
        f"<td style='font-size:0px'><div style='font-size:13px'>{SEEN}</div></td>",
        f"<div style='visibility:hidden'><p style='visibility:visible'>{SEEN}</p></div>",
        f"<body style='visibility:hidden'><p>{SEEN}</p></body>",
        f"<script>var a = '<p hidden>'</script><!-- <p hidden> --><p>{SEEN}</p>",
        f"<template shadowrootmode=open><p>{SEEN}</p></template>",
        f"<p hidden><p>{SEEN}</p>",
        f"<input hidden><p>{SEEN}</p>",
        f"<p><del>no</p><p>{SEEN}</p>",
        f"<div hidden><p></span></div><p>{SEEN}</p>",
    ],
)
def test_what_a_browser_shows_is_kept(html: str) -> None:
    """A word in an attribute, a wrapper whose children set their own size, a page that a script shows, an end tag left out."""
    assert SEEN in shown(html)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("The plan is <del>not</del> alive.", "The plan is alive."),
        ("It was <del>bad</del> <ins>good</ins>.", "It was good."),
        ("It cost 10<sup>6</sup> dollars.", "It cost 10^6 dollars."),
        ("It weighs 10<sup>&minus;6</sup> grams.", "It weighs 10^−6 grams."),
        ("It took 3<sup>1</sup>/<sub>2</sub> years.", "It took 3 1/2 years."),
        ("Base 10<sub>2</sub> is odd.", "Base 10_2 is odd."),
        ("Ada Quill<sup>1</sup> said so.<sup>[2]</sup> No.", "Ada Quill said so. No."),
        ("In 1999<sup><a href='#n'>3</a></sup> it closed.", "In 1999 it closed."),
        ("On 5<sup>th</sup> Avenue, 500 m<sup>2</sup> of CO<sub>2</sub>.", "On 5th Avenue, 500 m2 of CO2."),
    ],
)
def test_deletions_and_raised_figures_read_as_they_look(html: str, text: str) -> None:
    """In an article and in a summary: no word that was struck out, no figure that two others make together."""
    page = f"<html><body><article><p>{SEEN}</p><p>{html}</p></article></body></html>"
    prose = open_document(page, "a.html").article.text.replace("\u2060", "")
    assert text in " ".join(prose.split())
    assert text in read_bytes(page.encode(), "a.html").article.text


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("The tower took 3<sup>1</sup>/<sub>2</sub> years, Bo Marsh said.", True),
        ("The tower took 4<sup>1</sup>/<sub>2</sub> years, Bo Marsh said.", False),
        ("The tower took 3<sup>1</sup>&frasl;<sub>2</sub> years<sup>7</sup>, Bo Marsh said.", True),
        ("The site covers 500 m<sup>2</sup>, Bo Marsh said.", True),
        ("The plan is <del>not</del> alive, Bo Marsh said.", False),
        ("The plan is <del>so</del> not alive, Bo Marsh said.<i hidden> The plan is alive.</i>", True),
        ("The site cost 10<sup>6</sup> euros, Bo Marsh said.", True),
    ],
)
def test_verify_reads_what_the_browser_shows(html: str, read: bool) -> None:
    """A figure is whole, a deleted "not" denies nothing; what is found is the file's at its offsets."""
    said = "The tower took 3 1/2 years. The site covers 500 m2. The plan is not alive. The site cost 10^6 euros"
    report = verify(f"<p>{html}</p>", against=[" ".join(f"{one}, Bo Marsh said." for one in said.split(". "))], name="a.html")
    assert (report.findings == ()) is read
    assert all(f"<p>{html}</p>"[found.span.start : found.span.end] == found.span.quote for found in report.findings)


def test_a_full_stop_before_two_end_tags_ends_its_sentence() -> None:
    """It went with the tags, as a row of marks that nobody reads."""
    assert open_document("<p><strong><em>It is shut.</em></strong> It was late.</p>", "a.html").article.text.count(".") == 2


def test_an_article_s_stretches_still_stand_where_its_map_says() -> None:
    """Around what was left out, and not in a hidden twin of a paragraph."""
    body = f"<p hidden>{SEEN}</p><p>{SEEN}</p><p>It was <del>never</del> 10<sup>6</sup> dollars.</p>"
    page = f"<html><body><article>{body}</article></body></html>"
    article = read_bytes(page.encode(), "a.html").article
    assert article.source_map is not None
    assert article.source_map[0].at == page.rindex(SEEN)
    assert all(article.text[e.start : e.end] == page[e.at : e.at + e.end - e.start] for e in article.source_map)


PIECES = st.sampled_from(
    ["<p>", "</p>", "<p hidden>", "<div style='font-size:0'>", "</div>", "<del>", "</del>", "<sup>", "</sup>", "6", "a ", "<li>", "<", '"']
)


@given(st.lists(PIECES, max_size=40).map("".join))
@example("<<sup>6<p hidden></sup>")
def test_stretches_are_in_order_and_hold_what_they_show(html: str) -> None:
    """Disjoint, inside the source, and never shorter than what stands for them."""
    behind = 0
    for start, end, words in stretches(html):
        assert behind <= start < end <= len(html)
        assert len(words) <= end - start
        behind = end


@pytest.mark.parametrize(
    "piece",
    [
        "<b>",
        "<p hidden>",
        "<td style='font-size:0'>",
        "<div hidden><b></i>",
        "<a <sup>1",
        "<i><div></b>",
        '<a "',
        "<p><b><div>",
        "1<sup>2</sup>",
        "<a\"<a'",
    ],
)
def test_a_hostile_page_takes_time_by_its_length(piece: str) -> None:
    """Open elements, tags and quotation marks without an end."""
    begin = process_time()
    stretches("<del></del><b><div>" + piece * (400_000 // len(piece)))
    assert process_time() - begin < 3
