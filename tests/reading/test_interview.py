"""Interviews that are printed without labels: what answers a question is the words of whom the introduction names."""

from __future__ import annotations

import pytest

from factcards.cards import Card
from factcards.pipeline import make
from factcards.read import from_text

OPENING = "The long way round\n\nAda Quill runs the night ferry to Brill. She spoke to our reporter on the quay.\n\n"
ASKED = (
    "Why does it leave at three?\n\nBecause I like the tide then. Nobody else would sail.\n\n"
    "Is it safe?\n\nI think it is. The harbour master told us that the hull was sound.\n\n"
    "Your rivals call you reckless.\n\nThat is not true. We have never lost a crate.\n\n"
    "Will there be a second boat?\n\nWe hope so.\n\n"
    "Quill left before the tide did."
)


def _cards(text: str) -> tuple[Card, ...]:
    return make(from_text(text, "ferry.txt")).cards


def _said(text: str) -> list[str]:
    hers = [card for card in _cards(text) if card.speaker is not None and card.speaker.name == "Ada Quill"]
    return [card.claim for card in hers if card.part == "body" and (card.cue is None or card.cue.quote == ":")]


def test_each_answer_is_the_interviewed_persons():
    """In her words, a card for what she is as sure of, with the question's "that" explained; what the writer tells of her is not hers."""
    assert _said(OPENING + ASKED) == [
        "Ada Quill said: “Because I like the tide then.”",
        "Ada Quill said: “Nobody else would sail.”",
        "Ada Quill said: “I think it is.”",
        "Ada Quill said: “The harbour master told us that the hull was sound.”",
        "Ada Quill said: “That is not true. We have never lost a crate.”",
        "Ada Quill said: “We hope so.”",
    ]
    denial = next(card for card in _cards(OPENING + ASKED) if "not true" in card.claim)
    assert [span.quote for span in denial.context] == ["Your rivals call you reckless."]


LABELLED = "Q&A: Marrow's mayor on the bridge\n\nAda Quill, mayor of Marrow, spoke to the Gazette on Tuesday.\n\nQ: Will it close?\n\n{}"


def test_answers_behind_a_label_are_the_interviewed_persons():
    """With what follows up to the next question; nobody is called "A", and "Q" asks for the paper."""
    told = "A: It might. Nobody knows.\n\nWe have no money.\n\nQ: Is it safe?\n\nA: Yes, it is."
    assert _said(LABELLED.format(told)) == [
        "Ada Quill said: “It might.”",
        "Ada Quill said: “Nobody knows.”",
        "Ada Quill said: “We have no money.”",
        "Ada Quill said: “Yes, it is.”",
    ]
    cards = _cards(LABELLED.format(told))
    assert {card.speaker.name for card in cards if card.speaker is not None} == {"Ada Quill"}
    assert [hedge.quote for card in cards for hedge in card.hedges] == ["might"]


MIXED = (
    "'Nobody else would sail': Ada Quill on rust and her new boat\n\nThe skipper talks to Bo Marsh about the long way round\n\n"
    "Ada Quill is late. Her mate, Tam Moss, is not.\n\nWhy is it so slow?\n\nThe tide is slower than I am.\n\n"
    "You left Marrow in debt. Did they ask you to?\n\nThey did not. Marrow was kind to me.\n\n"
    "Q: You have cut the fares. Can it last?\n\nA: I hope so. My mate says that it can.\n\n"
    "Q: The harbour board says your hull is thin.\n\nA: It may be.\n\nWould you go back?\n\nThe old boat made me ill.\n\n"
    "Quill, 52, grew up in Brill.\n\nThe new boat will sail on Monday."
)


def test_labels_may_come_and_go():
    """Whose are answers with a label, and without; the writer's own words begin behind the last of them."""
    assert _said(MIXED) == [
        "Ada Quill said: “The tide is slower than I am.”",
        "Ada Quill said: “They did not.”",
        "Ada Quill said: “Marrow was kind to me.”",
        "Ada Quill said: “I hope so.”",
        "Ada Quill said: “My mate says that it can.”",
        "Ada Quill said: “It may be.”",
        "Ada Quill said: “The old boat made me ill.”",
    ]
    assert [card.claim for card in _cards(MIXED) if card.mode == "narration"][-2:] == [
        "Quill, 52, grew up in Brill.",
        "The new boat will sail on Monday.",
    ]


def test_what_a_question_tells_is_nobodys_claim():
    """Neither of who asks nor of the article; whom it names as saying something is."""
    cards = _cards(MIXED)
    assert not [card.claim for card in cards if "in debt" in card.claim or "cut the fares" in card.claim]
    assert [card.speaker.name for card in cards if "hull is thin" in card.claim and card.speaker is not None] == ["The harbour board"]


def test_one_question_and_answer_among_other_turns_is_not_lost():
    """It is told, by whom the labels name where nothing else does."""
    text = "BO MARSH: It is late.\n\nQUILL: It is.\n\nBO MARSH: Who pays?\n\nQUILL: The town.\n\nQ: Will you go?\n\nA: I may have to stay."
    assert [card.claim for card in _cards(text) if "may have to stay" in card.claim]


def test_what_an_answer_tells_of_others_has_her_over_it():
    """The harbour master's words are known from her alone, and told in her sentence."""
    card = next(card for card in _cards(OPENING + ASKED) if card.content[0].quote == "the hull was sound")
    assert card.claim == "Ada Quill said: “The harbour master told us that the hull was sound.”"
    assert [level.speaker.name for level in card.via if level.speaker is not None] == ["Ada Quill"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(OPENING.replace(" She spoke to our reporter on the quay.", "") + ASKED, id="nobody is interviewed"),
        pytest.param(OPENING.replace("reporter", "reporter and to Bo Marsh").replace("Ada Quill runs", "They run") + ASKED, id="two are"),
        pytest.param(
            OPENING + "What does it cost?\n\nA ticket costs nine crowns.\n\nWhen does it leave?\n\nThe ferry leaves at three.\n\n"
            "Who may board?\n\nAnybody with a ticket may board.",
            id="the paper answers its readers",
        ),
        pytest.param(OPENING + "Is it safe?\n\nI think it is.", id="one question"),
    ],
)
def test_other_questions_make_no_interview(text):
    """A text is no interview where nobody answers, or where it may be either of two."""
    assert _said(text) == []


@pytest.mark.parametrize(
    ("answer", "hedges"),
    [
        ("It might. I don't want to promise anything.", [["might"], []]),
        ("It could sail. It will not sail far.", [["could"], []]),
        ("We could lose it. We have no money.", [["could"], []]),
    ],
)
def test_a_hedge_is_on_the_card_whose_words_hold_it(answer: str, hedges: list[list[str]]):
    """The label's colon brings in all of an answer, and what weakens one sentence of it weakens no other."""
    asked = f"Q: Will the ferry sail?\n\nA: {answer}\n\nQ: Did you ignore the report?\n\nA: No, we did not. That's a lie."
    cards = _cards(f"Q&A: Brill's harbour master on the ferry\n\nAda Quill spoke to the Herald on Tuesday.\n\n{asked}")
    told = [[hedge.quote.lower() for hedge in card.hedges] for card in cards if card.content[0].quote.rstrip(".") in answer]
    assert told == hedges
