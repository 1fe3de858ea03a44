"""Transcripts: paragraphs that begin with who speaks, in capitals, by name or by role, once or again and again."""

from __future__ import annotations

import pytest

from factcards.pipeline import make
from factcards.read import from_text

PRESS = """MAYOR ADA QUILL: The fire is out. Nobody was hurt.

QUESTION (Jo Doe, the Herald): Mayor, the union says it warned you twice. Did it?

QUILL: It may have warned us. I have seen no letter.

FIRE CHIEF BO MARSH (by telephone): We had eleven engines there.

(LAUGHTER)

It might burn again.

QUESTION: Will you resign?

QUILL: No, I will not.

MARSH: Nobody should go near the pier."""
TALK = """Interviewer: Do you regret it?

Ada Quill: I regret how it was done. It might have been kinder.

Interviewer: Will you go?

Ada Quill: I won't go."""
HOUSE = """PRIME MINISTER: I will not raise taxes.

LEADER OF THE OPPOSITION: Nobody believes him."""
SHOW = """JO DOE, TARN NEWS HOST: Did the mayor lie?

ADA QUILL, CITY REPORTER: She may have lied.

DOE: We go to the bridge now."""
HEARING = """SEN. ADA QUILL (D-TN): Has the agency tested the water?

DR. MARSH: We have not. We might in May.

SEN. QUILL: Nobody believes that.

THE CHAIRMAN: The senator's time has expired."""
PANEL = """Moderator: Welcome. Who wants to begin?

Ada Quill: I do. The dam is unsafe.

Bo Marsh: It is not unsafe."""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            PRESS,
            [
                ("ADA QUILL", "The fire is out."),
                ("ADA QUILL", "Nobody was hurt."),
                ("ADA QUILL", "It may have warned us."),
                ("ADA QUILL", "I have seen no letter."),
                ("BO MARSH", "We had eleven engines there."),
                ("BO MARSH", "It might burn again."),
                ("ADA QUILL", "No, I will not."),
                ("BO MARSH", "Nobody should go near the pier."),
            ],
        ),
        (TALK, [("Ada Quill", "I regret how it was done."), ("Ada Quill", "It might have been kinder."), ("Ada Quill", "I won't go.")]),
        (HOUSE, [("PRIME MINISTER", "I will not raise taxes."), ("LEADER OF THE OPPOSITION", "Nobody believes him.")]),
        (SHOW, [("JO DOE", "Did the mayor lie?"), ("ADA QUILL", "She may have lied."), ("JO DOE", "We go to the bridge now.")]),
        (
            HEARING,
            [
                ("ADA QUILL", "Has the agency tested the water?"),
                ("MARSH", "We have not."),
                ("MARSH", "We might in May."),
                ("ADA QUILL", "Nobody believes that."),
                ("THE CHAIRMAN", "The senator's time has expired."),
            ],
        ),
        (PANEL, [("Ada Quill", "I do. The dam is unsafe."), ("Bo Marsh", "It is not unsafe.")]),
    ],
    ids=["press conference", "interview", "debate in a house", "broadcast", "hearing", "panel"],
)
def test_each_turn_is_its_speakers_and_who_only_asks_claims_nothing(text: str, said: list[tuple[str, str]]) -> None:
    """Labels that come once, in small letters or with what somebody is; a turn may go on in the next paragraph."""
    deck = make(from_text(text).model_copy(update={"language": "en"}))
    told = [(card.speaker.name if card.speaker else "", " ".join(span.quote for span in card.content)) for card in deck.cards]
    assert told == said


@pytest.mark.parametrize(
    "text",
    [
        "MONDAY: The bridge is shut all day.\n\nTUESDAY: The bridge opens at noon.",
        "Winners: Tarn Rovers took the cup in May.\n\nLosers: Moss Town went down a league.",
        "PROS: It is cheap and quick to build.\n\nCONS: It may not last for ten years.",
    ],
)
def test_a_lists_headings_are_no_speakers(text: str) -> None:
    """Days, winners, reasons for and against."""
    deck = make(from_text(text).model_copy(update={"language": "en"}))
    assert [card.speaker for card in deck.cards if card.speaker] == []
