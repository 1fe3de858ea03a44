"""Lines of a scraped page that are no text of the article: captions, and signposts to other pages."""

from __future__ import annotations

import textwrap

import pytest

from factcards.folios import folios
from factcards.mapped import readable
from factcards.read import from_text
from factcards.segment import find_parts, lay_out

BEFORE = "The bridge is shut\n\nBy Jo Doe\n\nThe bridge was shut on Monday after a crack was found in the steel.\n\n"
AFTER = "\n\nThe council said that the bridge would open again in June."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Image copyright Getty Images Image caption The bridge was shut on Monday", "caption"),
        ("Media caption Ada Quill says the bridge is unsafe.", "caption"),
        ("The mayor speaks at the bridge in Marrow, May 12, 2021. REUTERS/Jo Doe", "caption"),
        ("FILE PHOTO: The mayor speaks at the bridge in Marrow, Lorvania, May 12, 2021. REUTERS/Jo Doe", "caption"),
        ("Smoke and flames rise from a tower in Marrow City May 12, 2021.", "caption"),
        ("A woman walks past the bridge in Marrow, Lorvania, on Monday, May 3, 2021.", "caption"),
        ("Ada Quill is pictured at the bridge in May.", "caption"),
        ("The mayor attends a rally in this undated handout photo.", "caption"),
        ("FILE Ada Quill attends the “Bridges” panel at the hall.", "caption"),
        ("Click on the photos above to see more of the bridge.", "boilerplate"),
        ("Please use Chrome browser for a more accessible video player", "boilerplate"),
        ("File the form at the hall by Friday evening.", "body"),
        ("WATCH: The mayor says the bridge is safe.", "boilerplate"),
        ("Watch the moment the bridge collapsed.", "boilerplate"),
        ("+Get the most important news from Marrow in your inbox", "boilerplate"),
        ("This content was published on March 9, 2024 – 10:15", "boilerplate"),
        ("Follow Marrow news on Facebook and X.", "boilerplate"),
        ("You may also be interested in:", "boilerplate"),
        ("The trial begins on 3 June 2024.", "body"),
        ("The law takes effect on January 1, 2025.", "body"),
        ("The mayor told the court that the ferry burns oil on May 3, 2021.", "body"),
        ("A new rule helps drivers who bought their cars before 3 June 2024.", "body"),
        ("Ada Quill, pictured on Monday, opened the bridge.", "body"),
        ("Reuters/Ipsos polls show that the mayor leads by 3 points.", "body"),
    ],
)
def test_what_a_line_is_for(line: str, kind: str) -> None:
    """What tells what a picture shows is a caption, though it is a sentence; what has only a date in it is none."""
    text = BEFORE + line + AFTER
    assert [part.kind for part in find_parts(text) if part.start == len(BEFORE)] == [kind]


@pytest.mark.parametrize(
    ("before", "kind"),
    [("She set out two options:", "body"), ("In other news:", "section_head"), ("The bridge is old.", "section_head")],
)
def test_the_items_of_a_list_are_the_articles_where_it_introduces_them(before: str, kind: str) -> None:
    """They need no full stop to be read; links to other pages are none."""
    items = "- Closing one lane, which Ada Quill called slow\n\n- Doing nothing"
    text = f"{BEFORE}{before}\n\n{items}{AFTER}"
    first = text.index(items)
    assert [part.kind for part in find_parts(text) if first <= part.start < first + len(items)] == [kind, kind]


def test_what_a_letter_and_a_page_put_round_an_article_is_none_of_it() -> None:
    """The letter's head, a page's running head, the text of a footnote; a line of a sentence that ends with a page's number is."""
    mail = "From: Jo Doe <jo@example.org>\nSubject: Fwd: story\nDate: Tue, 3 Mar 2026 09:12:44\n\n"
    page = "The Marrow Review          Page 3"
    note = "[1] Marrow council, 2020, p. 3."
    text = f"{mail}{BEFORE}{page}\n\n{note}\n\nThe council said that the plan is shown on page 3{AFTER}"
    told = {text[part.start : part.end].splitlines()[0]: part.kind for part in find_parts(text)}
    assert {told[line] for line in (mail.splitlines()[0], page, note)} == {"boilerplate"}
    assert told["The bridge is shut"] == "headline"
    assert told["The council said that the plan is shown on page 3"] != "boilerplate"


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("The council denied that", "2", "it had closed the bridge."),
        ("The council denied that it had closed the bridge,", "- 2 -", "or that it would."),
        ("The council denied that", "Page 2 of 3", "Ada Quill had closed the bridge."),
        ("The council denied that", "1\n\f\nThe Marrow Review, page 2", "it had closed the bridge."),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n", "\n\f", "\n    "])
def test_the_number_of_a_page_inside_a_sentence_is_none_of_it(before: str, number: str, after: str, gap: str) -> None:
    """A denial that runs over a page was read as a denial of nothing and the assertion of what is denied."""
    text = f"The Marrow Review, page 1\n\n{BEFORE}{before}{gap}{number}{gap}{after}{AFTER}"
    article = from_text(text)
    read = [readable(text, sentence.start, sentence.end).text for sentence in lay_out(article).sentences]
    assert f"{before} {after}" in read


@pytest.mark.parametrize("between", ["\n\n2\n\nThe council said", "\n\nThe bridge has 2\n\nlanes, it said"])
def test_a_number_between_sentences_or_in_one_joins_nothing(between: str) -> None:
    """Where the sentence is whole, or the number is one of its words, nothing is left out."""
    assert not folios(f"{BEFORE}The bridge was closed on Monday.{between} that it was safe.")


@pytest.mark.parametrize("width", [24, 35, 45, 58, 60, 72])
def test_an_article_wrapped_at_any_width_keeps_all_its_paragraphs(width: int) -> None:
    """A PDF's narrow column is no row of section heads, and a line that begins with "by" within a sentence is no byline."""
    paragraphs = [
        "Ferry fares will rise in May, the harbour board said on Tuesday. A return from Tarn to Moss will cost nine pounds, up from seven.",
        "The increase was approved by a meeting of the board, chaired by Ada Quill, that was closed and lasted for three hours.",
        "It was also backed by Bo Marsh, who runs the ferries. He told members that fuel had become dear, and that no boat would be sold.",
    ]
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    told = [" ".join(text[part.start : part.end].split()) for part in find_parts(text) if part.kind == "body"]
    assert told == paragraphs
