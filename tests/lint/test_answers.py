"""What a source only asks, or tells of nobody, and who says it in a short sentence or behind a label."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

_LAMPS = "Will the lamps survive? Ada Quill doubts it."
_CALL = "QUESTION: Mayor, are you going to resign?\n\nADA QUILL: No. I have work to do.\n\nJON BRANDT: Nobody should go near the pier."
_TALK = f"{_CALL}\n\nADA QUILL: Thank you all.\n\nJON BRANDT: That is all."
_FIRE = "Nobody has died in the fire, the fire chief said. Two people are in Tarn."
_HURT = "No one was injured in the flood on Monday, police said."
_CRACKS = "Jon Brandt believes that the cracks are new."
_DEED = "Bo Marsh was charged on Monday with the murder of a clerk in Tarn."


@pytest.mark.parametrize(
    ("source", "summary", "code"),
    [
        (_LAMPS, "Ada Quill thinks they will survive.", "negation_dropped"),
        (_LAMPS, "Ada Quill doubts that the lamps will survive.", None),
        (_CALL, "Ada Quill will resign.", "negation_dropped"),
        (_CALL, "Ada Quill said she would resign.", "negation_dropped"),
        (_CALL, "Ada Quill will not resign.", None),
        ("Will Ada Quill resign? No one knows.", "Ada Quill will resign.", None),
        ("Will Ada Quill resign? Yes.", "Ada Quill will resign.", None),
        (_FIRE, "Two people were killed.", "negation_dropped"),
        (_FIRE, "Two people died in the fire.", "negation_dropped"),
        (_FIRE, "Nobody was killed in the fire.", None),
        (f"{_FIRE} Two men lost their lives on Friday.", "Two men died.", None),
        (_HURT, "The flood hurt people on Monday.", None),
        (_HURT, "People were hurt in the flood on Monday.", "negation_dropped"),
        (_TALK, "Ada Quill said nobody should go near the pier.", "speaker_swapped"),
        (_TALK, "Jon Brandt said nobody should go near the pier.", None),
        (_CRACKS, "The cracks are new.", "attribution_dropped"),
        (f"The engineers found that the cracks are new. {_CRACKS}", "The cracks are new.", None),
        (_DEED, "Bo Marsh murdered a clerk in Tarn.", "hedge_dropped"),
        (f"{_DEED} A jury found that Bo Marsh murdered a clerk in Tarn.", "Bo Marsh murdered a clerk in Tarn.", None),
    ],
)
def test_a_short_sentence_is_held_against_what_answers_it(source, summary, code):
    """A "no" is the answer, a label is a speaker, and four words of somebody's are his."""
    found = {item.code for item in verify(summary, against=[source]).findings if item.severity == "error"}
    assert code in found if code else not found, found


_POLL = "A survey in Tarn found that 52 percent of residents backed a bridge, while 31 percent opposed it."
_RACE = "Jon Brandt won 62 percent and Bo Marsh won 10 percent."
_PIER = "Bo Marsh said the town was ready to discuss the costs. Mayor Ada Quill ruled out buying a stake in the pier."
_WALL = (
    "“They could have told us,” Bo Marsh said. The road was shut on Monday. Ina Reed says the works were planned in May and that the "
    "council knew of them."
)


@pytest.mark.parametrize(
    ("source", "summary", "codes"),
    [
        (_POLL, "A survey found that 52 percent of residents opposed a bridge, while 31 percent backed it.", ["roles_exchanged"]),
        (_POLL, "A survey found that 31 percent of residents opposed a bridge and 52 percent backed it.", []),
        (_PIER, "The town will not buy a stake in the pier but is ready to discuss the costs, Ada Quill said.", []),
        (_WALL, "The road was shut on Monday. “They should have told us.”", ["quote_altered"]),
        (_WALL, "“They should have told us,” Bo Marsh said.", ["quote_altered", "hedge_dropped"]),
        (_WALL, "“They could have told us,” Ina Reed said.", ["speaker_swapped"]),
        ("The BCQ said lending has recovered.", "The Brill Council of Quarries said lending has recovered.", []),
        (
            "Jon Brandt won 62 percent and Bo Marsh won 10 percent.",
            "Jon Brandt won 10 percent and Bo Marsh won 62 percent.",
            ["roles_exchanged"],
        ),
    ],
)
def test_one_error_is_told_once(source, summary, codes):
    """A wrong speaker is not told as another name, too; of a quotation that is altered it is told how."""
    found = verify(summary, against=[source]).findings
    assert [item.code for item in found if item.severity == "error"] == codes


@pytest.mark.parametrize(
    ("source", "summary", "told"),
    [
        (_TALK, "Ada Quill said nobody should go near the pier.", "the source gives these words to JON BRANDT"),
        (f"{_TALK}\n\nADA QUILL: The pier in Tarn is old.", "The pier in Tarn is old.", "the source gives this to ADA QUILL"),
    ],
)
def test_a_message_shows_no_mark_for_a_cue(source, summary, told):
    """A label's colon is no word by which somebody says something."""
    assert told in {item.message for item in verify(summary, against=[source]).findings}


def test_nobody_is_put_before_a_wrong_speaker():
    """Of "Quill told Brandt" and "Brandt told Quill" no edit makes "Quill told Brandt told Quill"."""
    source = "Ada Quill told Jon Brandt that the ferry was late."
    found = verify("Jon Brandt told Ada Quill that the ferry was late.", against=[source]).findings
    assert [item.code for item in found] == ["speaker_swapped"]
    assert not any(item.fix for item in found)
