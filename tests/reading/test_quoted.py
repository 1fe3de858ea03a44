"""Lines that are quoted as a block, ">" before each, in Markdown as in letters: the mark is nobody's word, and offsets are the file's."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcards import make
from factcards.cards import Deck
from factcards.read import from_text, read_bytes, read_file
from factcards.rendering import render

LETTER = """# A letter

The council met on Friday.

Ada Quill, the chief engineer, wrote in a letter:

> We did nothing wrong. The dam might have been unsafe
> for years, and nobody in the town of Marrow told us about that
> before.
>
> We will pay nothing.

The minister disagreed with that on Monday.
"""


def said(deck: Deck) -> list[tuple[str | None, str]]:
    """Who says what; nobody is the article."""
    return [(card.speaker.name if card.speaker else None, " ".join(span.quote for span in card.content)) for card in deck.cards]


def test_a_block_behind_a_colon_is_the_writers() -> None:
    """Its sentences go on over its lines, its paragraphs stay his, and what follows it is the article's."""
    deck = make(from_text(LETTER, "a.md"))
    assert said(deck) == [
        (None, "The council met on Friday"),
        ("Ada Quill", "We did nothing wrong."),
        ("Ada Quill", "The dam might have been unsafe\n> for years"),
        ("Ada Quill", "nobody in the town of Marrow told us about that\n> before. We will pay nothing."),
        (None, "The minister disagreed with that on Monday"),
    ]
    assert all(span.stands_in(LETTER) for card in deck.cards for span in card.content)
    assert all(">" not in card.claim for card in deck.cards)
    assert "&gt;" not in render(deck, "markdown")


@pytest.mark.parametrize("block", ["> I leave at once.\n>\n> Nobody asked me to stay.", "> I leave at once."])
def test_what_stands_behind_a_block_is_read_as_without_it(block: str) -> None:
    """A quotation in the next paragraph is whose sentence it stands in, and no second time who wrote the block."""
    after = 'The board of Marrow said it "regretted" that, and Mia Stone said: "She was heard twice, and twice was wrong."'
    text = f"# Harbour\n\nAda Quill resigned on Monday. In a letter to staff, she wrote:\n\n{block}\n\n{after}\n"
    told = said(make(text))
    assert told[-2:] == [
        ("The board of Marrow", 'it "regretted" that'),
        ("Mia Stone", "She was heard twice, and twice was wrong."),
    ]
    assert [words for who, words in told if who == "Ada Quill"] == [line for line in block.replace("> ", "").split("\n") if line != ">"]


def test_what_stands_behind_a_pages_block_is_read_as_without_it() -> None:
    """As in Markdown."""
    page = (
        "<html><head><title>Harbour</title></head><body><article><h1>Harbour</h1><p>Ada Quill resigned on Monday after a dispute with the"
        " board of the harbour. In a letter to staff, she wrote:</p><blockquote><p>I leave at once, and nobody asked me to stay here.</p>"
        '</blockquote><p>The board of Marrow said it "regretted" that. The council of the town meets on Friday, the clerk said.</p>'
        "</article></body></html>"
    )
    loaded = read_bytes(page.encode(), "a.html")
    assert [who for who, words in said(make(loaded)) if "regretted" in words] == ["The board of Marrow"]


def test_a_quotation_in_a_block_is_as_outside_of_one() -> None:
    """With its own marks and its own speaker."""
    text = '# Dam\n\n> "We did nothing wrong and will pay nothing to anybody," said Bo\n> Marsh, the engineer.\n\nHe paid a fine.\n'
    assert said(make(text))[0] == ("Bo Marsh", "We did nothing wrong and will pay nothing to anybody")


def test_a_whole_text_in_a_block_is_read_as_without_it() -> None:
    """As a letter quotes an article: it is not all somebody's words."""
    text = "The bridge of Marrow\n\nThe bridge might close, Mayor Ada Quill said on Monday.\n\nThe council has not met since March.\n"
    assert said(make("".join(f"> {line}" for line in text.splitlines(keepends=True)))) == said(make(text))


def test_an_article_in_a_letter_is_read_as_without_its_marks() -> None:
    """Below a line of whoever sends it; what it quotes is quoted, and nothing else."""
    text = (
        "The bridge of Marrow may close in May.\n\n“It is not safe,” Mayor Ada Quill said.\n\nThe council has not met since March.\n"
        "\nBo Marsh said that it would.\n"
    )
    sent = "Please use the copy below today.\n\n" + "".join(f"> {line}" for line in text.splitlines(keepends=True))
    assert said(make(sent)) == said(make(text))


def test_more_than_is_no_mark() -> None:
    """A line may begin with it."""
    text = "# Fever\n\nMore people are ill in Marrow.\n\n>50 people fell ill, said doctor Bo Marsh on Monday.\n"
    assert said(make(text))[-1] == ("Bo Marsh", ">50 people fell ill")


def test_a_pages_block_behind_a_colon_is_the_writers(tmp_path: Path) -> None:
    """A page sets it off without marks; one that nothing introduces is nobody's who is named there, too."""
    page = (
        "<html><body><article><h1>Dam is safe</h1><p>Ada Quill wrote in a letter:</p><blockquote><p>The dam is safe. We have tested it.</p>"
        "<p>We will pay nothing.</p></blockquote><p>The council met on Monday and left the matter there.</p>"
        "<blockquote>The old mill was mended by the county in autumn.</blockquote></article></body></html>"
    )
    (file := tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert said(make(read_file(file))) == [
        ("Ada Quill", "The dam is safe. We have tested it."),
        ("Ada Quill", "We will pay nothing."),
        (None, "The council met on Monday and left the matter there"),
        ("unnamed speaker", "The old mill was mended by the county in autumn."),
    ]


BLOCK = "The dam is old and was never mended by the county."


@pytest.mark.parametrize(
    ("before", "after", "who"),
    [
        ("The firm fell apart in May.", "The minister disagreed on Monday.", "unnamed speaker"),
        ("Ada Quill said the firm fell apart.", "The council meets on Monday.", "unnamed speaker"),
        ("The firm fell apart in May.", "Bo Marsh denied that in a letter to the mayor.", "unnamed speaker"),
        ("The firm fell apart in May.", "Bo Marsh wrote in a letter that the county would pay.", "unnamed speaker"),
        ("The firm fell apart in May.", "Bo Marsh wrote a book about the dam in 2019.", "unnamed speaker"),
        ("The firm fell apart in May.", 'Bo Marsh wrote in a letter to staff: "We will pay for all of it."', "unnamed speaker"),
        ("Ada Quill wrote in a letter:", "Bo Marsh wrote in a letter to staff.", "Ada Quill"),
    ],
)
def test_a_block_is_never_the_articles_own_voice(before: str, after: str, who: str) -> None:
    """It is whose the colon before it says, else nobody's who is named."""
    told = said(make(f"# Dam\n\n{before}\n\n> {BLOCK}\n\n{after}\n"))
    assert [name for name, words in told if words == BLOCK] == [who]
    assert who == "unnamed speaker" or not any(words.startswith(("in a letter", "to staff", "a letter")) for _, words in told)


@pytest.mark.parametrize("before", ["Ada Quill wrote in a letter:", "The firm fell apart in May."])
def test_a_word_in_marks_leaves_a_block_a_block(before: str) -> None:
    """It is in quotation marks within what somebody wrote."""
    told = said(make(f'# Dam\n\n{before}\n\n> We will not be held to "ransom" by the county.\n\nThe council meets on Monday.\n'))
    who = "Ada Quill" if before.endswith(":") else "unnamed speaker"
    assert (who, 'We will not be held to "ransom" by the county.') in told
    assert not any(name is None and "ransom" in words for name, words in told)


@pytest.mark.parametrize("after", ["Ada Quill agreed on Friday.", 'Ada Quill wrote to staff. "We will pay for all of it," she said.'])
def test_a_quotation_that_fills_its_paragraph_has_a_card(after: str) -> None:
    """Nobody being named."""
    deck = make(f'# Dam\n\nThe firm fell apart in May.\n\n"{BLOCK}"\n\n{after}\n')
    assert [name for name, words in said(deck) if words == BLOCK] == ["unnamed speaker"]
    assert not deck.brief.withheld


def test_a_quotation_that_begins_its_paragraph_has_a_card() -> None:
    """However the paragraph goes on, nobody being named."""
    deck = make("Talks\n\nThe firm fell apart in May.\n\n“Nobody asked us.” That was the mood in the hall.\n")
    assert ("unnamed speaker", "Nobody asked us.") in said(deck)


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Ada Quill praised the council's leadership after the storm.", "Ada Quill"),
        ("Ada Quill said the plan was late. The dam is old.", "unnamed speaker"),
        ("Critics said the plan was late.", "unnamed speaker"),
    ],
)
def test_a_quotation_that_begins_its_paragraph_is_by_whoever_spoke_right_before(before: str, who: str) -> None:
    """By one voice, and in the last sentence of the paragraph before."""
    deck = make(f"Talks\n\n{before}\n\n“We need someone who brings people together.”\n")
    assert (who, "We need someone who brings people together.") in said(deck)


@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("Bo Marsh was blunter", "Bo Marsh"),
        ("Her colleague Bo Marsh was kinder", "Bo Marsh"),
        ("The union was scathing about the board", "The union"),
        ("She was harsher in private", "Ada Quill"),
        ("Her tone was harsher in private", "Ada Quill"),
    ],
)
def test_a_quotation_behind_how_somebody_speaks_is_his(clause: str, who: str) -> None:
    """It was given to whoever spoke before, run on with his own words."""
    told = said(make(f"Talks\n\nThe board met on Monday.\n\n“It will fail,” said Ada Quill. {clause}: “It is dead already.”\n"))
    assert (who, "It is dead already.") in told or (who, "It will fail It is dead already.") in told
    assert {name for name, words in told if name and "dead" in words} == {who}


def test_what_somebody_is_called_within_a_name_is_no_quotation() -> None:
    """“Bill” is not what he said."""
    told = said(make("Talks\n\nThe firm fell apart in May.\n\nWilliam J. “Bill” Tarn said the price was low.\n"))
    assert told[1:] == [('William J. "Bill" Tarn', "the price was low")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "'It was late,' Ada Quill said. 'I bet on the rain. That is what I do. Quill leaves the hall on Monday . "
            "'We won all the same.' The hall is old.",
            ["It was late I bet on the rain. That is what I do. We won all the same."],
        ),
        (
            "Ada Quill said: 'The ferry has to sail on Monday. The ferry off Marrow in May . It sails every day and it is never late.",
            ["The ferry has to sail on Monday."],
        ),
        ("Ada Quill said: “It is late. “We may have to stay.”", ["It is late.", "We may have to stay."]),
        ("Ada Quill said: 'It is late and we have to go.’ The ferry to Marrow left.", ["It is late and we have to go"]),
    ],
)
def test_speeches_end_where_a_scraped_page_ends_them(text: str, told: list[str]) -> None:
    """Before a caption, at a mark of another kind; a mark that only opens a speech anew is no word of it."""
    assert [words for who, words in said(make(from_text(text))) if who == "Ada Quill"] == told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ada Quill said she hoped that it would rain. “It was a hard summer for us. We were lucky.”",
            ["Ada Quill said that she hoped that it would rain.", "Ada Quill said: “It was a hard summer for us. We were lucky.”"],
        ),
        (
            'Ada Quill said the toll was "a blow to all the people of Marrow. "I hear of it every day."',
            [
                'Ada Quill said that the toll was "a blow to all the people of Marrow."',
                "Ada Quill said: “I hear of it every day.”",
            ],
        ),
        (
            "Ada Quill said the sign had the same words on both sides: “Who pays? Nobody knows.”",
            ['Ada Quill said that the sign had the same words on both sides: "Who pays? Nobody knows."'],
        ),
    ],
)
def test_a_speech_behind_what_is_told_has_a_card_of_its_own(text: str, claims: list[str]) -> None:
    """Each with its own words and certainty; what a sentence itself introduces stays in it."""
    assert [card.claim for card in make(from_text(text)).cards] == claims


def test_a_speech_goes_on_behind_captions() -> None:
    """It is its speaker's, and no words of a caption that has a place in brackets and no stop."""
    text = (
        "The ferry came back. Ada Quill said: 'We sail in May and we come back in June. 'We have a good crew here. Some of her work hangs "
        "in the hall . Bo Marsh shows the 'old lady' pose to a guest (l) - Quill is seen on a pier with her crew (r) 'The hardest part is "
        "the fog, which comes in at night. 'I never sail in fog.' The hall opened in May. It was full."
    )
    spoken = [card for card in make(from_text(text)).cards if card.speaker is not None]
    assert {card.speaker.name for card in spoken if card.speaker is not None} == {"Ada Quill"}
    assert [span.quote for card in spoken for span in card.content][1:] == [
        "The hardest part is the fog, which comes in at night.",
        "I never sail in fog.",
    ]


def test_a_quotation_that_nobody_closed_ends_where_the_next_one_is_brought_in() -> None:
    """Neither the words of who brings it in nor another's are a part of it."""
    text = (
        'The council said: "The mill was unsafe before the fire. It added: "Workers had been hurt. "In addition, they were tired. '
        'A Tarn Water spokeswoman said: "We are sorry."'
    )
    assert said(make(text)) == [
        ("The council", "The mill was unsafe before the fire."),
        ("The council", 'Workers had been hurt. "In addition, they were tired.'),
        ("A Tarn Water spokeswoman", "We are sorry."),
    ]
