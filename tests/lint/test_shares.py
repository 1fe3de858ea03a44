"""How many of a group, how much of a thing, and how often."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

_VOTERS = "About four in 10 voters said life would be worse, while nine in 10 thought the ferry was slow."
_PILOTS = "A poll found that 37 percent of pilots in Tarn want a new harbour. Six in 10 bakers want a new road."
_LETTER = "Fifty of the town's best known harbour pilots signed an open letter on Monday."
_MONEY = "Bo Marsh wrote in the notice of the sale that he plans to use some of the money to mend the church and the quay of Tarn."
_BAKERS = "The survey asked 400 bakers. Nearly nine out of 10 say they will need to learn new recipes to keep their shops."
_SALES = "“I will block any sale that costs jobs or lowers pay, including that of the Tarn yard,” Quill said."
_FERRY = "A poll in May shows 68% of Norrland voters say the ferry will be very important to them."
_TUNNEL = "Some 41% think the tunnel has made the island a safer place to live. Some 61% think that it has spoilt the view of the bay."
_MOOD = "This early in the season, a captain's mood is often a better guide to the weather than the radio."


@pytest.mark.parametrize(
    ("source", "summary", "code"),
    [
        (_VOTERS, "Most voters said that life would be worse, and nine in 10 thought the ferry was slow.", "quantity_changed"),
        (_PILOTS, "Most pilots in Tarn want a new harbour, a poll found.", "quantity_changed"),
        (_PILOTS, "Most bakers want a new road.", None),
        (_TUNNEL, "Most islanders asked think the tunnel has made the island a safer place.", "quantity_changed"),
        (_TUNNEL, "Most islanders asked think it has spoilt the view of the bay.", None),
        ("Plenty of bakers in Tarn back Ada Quill, he said.", "Most bakers in Tarn back Ada Quill, he said.", "quantity_changed"),
        ("The parking lots of Tarn are full.", "Most parking lots of Tarn are full.", None),
        (_LETTER, "The town's best known harbour pilots signed an open letter on Monday.", "quantity_changed"),
        (_LETTER, "Fifty of the town's pilots signed an open letter on Monday.", None),
        (_MONEY, "He wrote that all of the money raised would go to mending the church and the quay of Tarn.", "quantity_changed"),
        (_MOOD, "At this early point in the season a captain's mood is a better guide to the weather than the radio.", "quantity_changed"),
        (_BAKERS, "All of those asked say they will have to learn new recipes to keep their shops.", "quantity_changed"),
        (_BAKERS, "Many of those asked say they will have to learn new recipes to keep their shops.", None),
        (_SALES, "Quill promised to block any sale, that of the Tarn yard included.", "quantity_changed"),
        (_SALES, "Quill promised to block any sale that costs jobs, that of the Tarn yard included.", None),
        (_FERRY, "In a May poll, 68% of voters said the ferry would be very important to them.", "quantity_changed"),
        (_FERRY, "In a May poll, 68% of voters in Norrland said the ferry would be very important to them.", None),
    ],
)
def test_a_share_stays_a_share(source, summary, code):
    """Four in ten are not most, some is not all, what is often so is not always so, and any of a kind is not any at all."""
    found = {item.code for item in verify(summary, against=[source]).findings if item.severity == "error"}
    assert code in found if code else not found, found
