"""Before and after, days and months, and how many of a group: what freer sentences make of others."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

FIRE = "After the fire, Bo Marsh fled north with his sister. He was seen at a shop in Tarn before he was caught."
PLANS = "Neighbours complain that the board passed the plan for a mill only two days after changed drawings had been put online."
TRAIN = "The union had not met the board for nearly three months. It called a strike on Monday. Talks about pay began in May."
PARTIES = "Most liberal members voted against the levy on Monday. Almost a fifth of the lawmakers in the ruling bloc had backed a change."
HALL = "Ada Quill faces a vote on Monday, with some of her deputies threatening to resign after they lost an appeal."
PANEL = "Two of the five judges refused to sign the ruling on the dam."


@pytest.mark.parametrize(
    ("code", "severity", "source", "summary"),
    [
        ("contrary", "error", FIRE, "Marsh, a baker, fled north with his sister before Monday's fire and was caught in the end."),
        ("contrary", "error", PLANS, "The board said yes to a mill in Tarn two days before changed drawings were put online."),
        ("figure_changed", "error", TRAIN, "For nearly three weeks the union had had no meeting with the board."),
        (
            "quantity_changed",
            "error",
            HALL,
            "Quill faces a vote on Monday, with her deputies threatening to resign after they lost an appeal.",
        ),
        (
            "quantity_changed",
            "warning",
            HALL,
            "Quill faces a vote on Monday, with deputies threatening to resign after they lost an appeal.",
        ),
        ("quantity_changed", "error", PARTIES, "The levy failed as the liberal members voted against the levy on Monday."),
        ("quantity_changed", "error", PANEL, "The five judges would not sign the ruling on the dam, which they refused."),
        ("quantity_changed", "error", PARTIES, "Lawmakers in the ruling bloc had backed a change."),
    ],
)
def test_another_order_another_unit_and_a_wider_group_are_found(code, severity, source, summary):
    """However the rest of the sentence is worded."""
    found = {item.code: item.severity for item in verify(summary, against=[source]).findings}
    assert found.get(code) == severity, found


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        (FIRE, "Marsh fled north with his sister following the fire and was seen at a shop before he was caught."),
        (FIRE, "Marsh was caught after he was seen at a shop in Tarn."),
        (PLANS, "Drawings were changed and put online two days before the board passed the plan for a mill."),
        (TRAIN, "The union, which had met nobody from the board for nearly three months, called a strike."),
        ("The shop shut for 24 hours. It opens in two weeks.", "The shop shut for a day, and opens in two weeks."),
        ("She waited three weeks for a bed and three months for a home.", "She waited three months for a home."),
        (HALL, "Quill faces a vote on Monday, with several of her deputies threatening to resign after they lost an appeal."),
        (PARTIES, "On Monday a majority of the liberal members voted against the levy."),
        (PARTIES, "Nearly one in five lawmakers in the ruling bloc had backed a change."),
        (PANEL, "Of the five judges, two refused to sign the ruling on the dam."),
        (PANEL, "Two judges refused to sign the ruling on the dam."),
        ("Some residents were angry. The residents of Tarn were told on Monday.", "The residents of Tarn were told on Monday."),
    ],
)
def test_the_same_order_and_the_same_part_pass(source, summary):
    """What came first told from the other side, another word for the same part, and what a source says of all."""
    report = verify(summary, against=[source])
    assert not {"contrary", "figure_changed", "quantity_changed"} & {item.code for item in report.failing}, report.findings
