"""What a summary says will be, where the sources only speak of what may be."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

RIVER = (
    "Sorrel Council said it was looking into the possibility of a memorial walk along the River Tarn. "
    "In a statement, the council said: “A new memorial, close to the river, could form the start of a beautiful walk.” "
    "The keeper Tom Hale, who left Ostrey in June, could make his debut for Brasswick when they travel to Norrland on Saturday. "
    "The council's leader, Ada Quill, announced that the swimming pool in Mill Lane would close in March. "
    "The firm said it would stop selling trams in the south, and put its plan for a depot on hold."
)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("A memorial to those who drowned will be built along the river.", "possibility"),
        ("Hale will join the side on Saturday in Norrland.", "could"),
    ],
)
def test_what_the_sources_leave_open_in_other_words_is_not_told_as_coming(told: str, said: str) -> None:
    """No clause says the same in the same words; every sentence that speaks of it leaves it open."""
    found = [item for item in verify(told, against=[RIVER]).findings if item.severity == "error"]
    assert [(item.code, item.span.quote, item.evidence[0].span.quote) for item in found] == [("hedge_strengthened", "will", said)]


@pytest.mark.parametrize(
    "told",
    [
        "A memorial to those who drowned may be built along the river.",
        "A memorial to those who drowned will be built along the river if the council agrees.",
        "A memorial to those who drowned will not be built along the river.",
        "The pool in Mill Lane will shut in March, by the word of Ada Quill.",
        "The firm will no longer sell trams in the south.",
    ],
)
def test_what_is_settled_or_left_open_on_both_sides_is_told_as_it_is(told: str) -> None:
    """The word "would" in somebody's words is as sure as "will", and a summary that hedges too says no more than the source."""
    assert not [item for item in verify(told, against=[RIVER]).findings if item.code == "hedge_strengthened"]


def test_one_change_is_told_once():
    """What stands over a word and what is said of the matter show it, and it is one fault: "may have to close", "will close"."""
    source = "“We lost 4½ million crowns last year, and we may have to close the Marrow office,” Bo Marsh told reporters."
    found = verify("Marsh said the firm lost 4.5 million crowns last year and will close the Marrow office.", against=[source]).failing
    assert [item.code for item in found] == ["hedge_strengthened"]


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("According to two people close to the talks, the county will move about 90 families before April 15.", ["hedge_strengthened"]),
        ("According to two people close to the talks, the county is considering a plan to move families that will be asked.", []),
        ("Workers will shut the old road on Friday, Ada Quill said.", []),
    ],
)
def test_a_plan_that_is_only_turned_over_is_not_told_as_coming_once_somebody_says_so(told: str, codes: list[str]) -> None:
    """In what is nearly the source's sentence, too; what the summary has left in is told there, and what will be done elsewhere will be."""
    source = (
        "According to two people close to the talks, the county is considering a plan to move about 90 families before April 15. "
        "Workers will shut the old road on Friday, Ada Quill said."
    )
    assert [item.code for item in verify(told, against=[source]).failing] == codes
