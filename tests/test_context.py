"""A card whose claim points back shows what it points to."""

from __future__ import annotations

import pytest

from factcards import make
from factcards.cards import Mode, Speaker, SpeakerKind
from factcards.context import points_back

ALONE = """
narration | | The council closed the ferry.
narration | | The firm said nothing this week.
narration | | It is likely that the ferry will close.
narration | | It's important for the ferry to stay.
narration | | After the storm it closed.
direct | person | 3–1.
narration | | It is not known when the ferry will sail.
narration | | When it comes to ferries, Marsh is proud.
narration | | Towns such as Marsh lost theirs.
indirect | person | he would close the ferry
indirect | organization | it would close the ferry
indirect | anonymous | they had heard nothing
indirect | person | those who crossed were late
mixed | person | he had “every confidence” in the ferry
mixed | group | it was “not too late to save the ferry”
direct | person | “We will not close the ferry.”
direct | person | “That ferry will not close.”
direct | person | “We love this country.”
"""
POINTING = """
narration | | It was the third closure.
narration | | And they were taken to hospital.
narration | | This means more delays.
narration | | The minister signed such orders.
narration | | With these came the ice.
indirect | person | they would close the ferry
indirect | group | he would be missed
indirect | person | the council did this before
direct | person | “It's a disgrace.”
direct | person | “That is a decision for the councils.”
direct | person | “That's untrue.”
indirect | person | that was not the case
indirect | group | that
indirect | organization | to comment on that
indirect | group | to do so in the spring
direct | person | “We will not let that happen, this is ours.”
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _speaker(kind: SpeakerKind) -> Speaker | None:
    return Speaker(name="Ada Quill", kind=kind, resolved_by="named") if kind else None


@pytest.mark.parametrize(("mode", "kind", "words"), _rows(ALONE))
def test_a_claim_that_its_own_words_explain_stands_alone(mode: Mode, kind: SpeakerKind, words: str) -> None:
    """Nothing is shown before it."""
    assert not points_back(words, words, mode, _speaker(kind))


@pytest.mark.parametrize(("mode", "kind", "words"), _rows(POINTING))
def test_a_claim_that_begins_with_a_pronoun_points_back(mode: Mode, kind: SpeakerKind, words: str) -> None:
    """Or one that speaks of "this"."""
    assert points_back(words, words, mode, _speaker(kind))


def test_a_pronoun_that_the_claim_tells_by_name_points_to_nothing() -> None:
    """The card's own sentence says who "they" are."""
    assert not points_back("they were late", "Ada Quill said that the ferries were late.", "indirect", _speaker("person"))
    assert not points_back("She left, and she was late", "Ada Quill left, and she was late.", "narration", None)


TEXT = """Ferry closes for winter

The council closed the old ferry on Monday.

It was the third closure of the year. This angered the town.

Ada Quill, the mayor, said the town would pay for the ferry.
"""


def test_the_sentences_before_are_shown_as_far_as_they_point_back_themselves() -> None:
    """Two at most, in the article's own words, and only where they are needed."""
    shown = {card.content[0].quote: [span.quote for span in card.context] for card in make(TEXT).cards}
    assert shown == {
        "The council closed the old ferry on Monday": [],
        "It was the third closure of the year": ["The council closed the old ferry on Monday."],
        "This angered the town": ["The council closed the old ferry on Monday.", "It was the third closure of the year."],
        "the town would pay for the ferry": [],
    }
