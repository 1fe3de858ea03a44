"""Summaries in words of their own: what they may say so, and what has still become something else in them."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

_POLL = "A survey shows a 62%-32% divide on the issue: most students strongly agree that the library in Tarn should stay open at night."
_PANEL = "There is only one reason why the figures are known: the Select Committee on Harbours insisted on them, said Ada Quill on Monday."
_BOARD = (
    "It seems likely Quill is right in her view of the lack of staff at the Marrow clinic, which the board often called a small matter."
)
_NONE = "None was listed as lost or stolen at the time the boxes were moved, but Marsh wrote that the lids had been opened."
_LUNCH = "When Ada Quill, the mayor, was asked at a lunch held by the Tarn Post if she would hold a vote before May, she laughed and left."
_CHANCE = "Marsh may need the farmers as well as the dockers if he is going to stand a chance of winning the seat in Tarn."
_FUND = "Marsh asked a federal court in Tarn on Friday to halt the new ferry rules before the summer season."


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        (_POLL, "In a survey, 62% of students said the library in Tarn should stay open at night; 32% did not."),
        (
            _PANEL,
            'Ada Quill said on Monday there was "only one reason" the figures are known, among it that the Harbours committee insisted.',
        ),
        (
            "Quill believed the United States would in the end win its dispute over timber with Norrland, but not until May.",
            "Quill believed America would in the end win its dispute over timber with Norrland, but not until May.",
        ),
        (_BOARD, "The paper finds it likely that Quill is right about a lack of staff at the Marrow clinic."),
        (_NONE, "None of the boxes was listed as lost when moved."),
        (_LUNCH, "Mayor Ada Quill laughed about a vote before May at a lunch held by the Tarn Post, and left."),
        (
            "Many of the 13 candidates figure to fall by the wayside after the first votes in Tarn.",
            "Many of the 13 candidates are likely to drop away after the first votes in Tarn.",
        ),
        (_CHANCE, "Marsh may need farmers as well as dockers to stand a chance, the article says."),
        (
            "Some engineers say the load on the bridge may be greater.",
            "Some engineers think the load on the bridge may be greater.",
        ),
        (
            "Ada Quill, a historian at the University of Norrland-Tarn, said the fort is more of a ruin.",
            "UNT historian Ada Quill said the fort is more of a ruin.",
        ),
        (
            "Bo Marsh then spoke up, calling the council's proposed grant “a gift to landlords”.",
            "Bo Marsh spoke up, dismissing the council's proposed grant as “a gift to landlords”.",
        ),
        (
            "His letters support the claim of Ada Quill that some of her own boats have been listed late by the office in Tarn.",
            "Ada Quill is not the only owner whose boats have been listed late by the office in Tarn.",
        ),
        (
            "Only one boat kept close to 50% women in its crew from March through May, the club in Tarn said.",
            "From March through May one boat kept near 50% women in its crew, the club in Tarn said.",
        ),
        (
            "Bo Marsh blamed the rain for the loss in Tarn. Jo Orr blamed the pitch for the loss. Ada Quill blamed the coach.",
            "One blamed the rain for the loss in Tarn, another the pitch, a third the coach.",
        ),
        (
            "On Monday Ada Quill met the owners of the mill at Tarn. Union members grumbled about the plan to sell it on their page.",
            "The plan to sell the mill at Tarn, met on Monday by its owners, did not go over well with union members on their page.",
        ),
    ],
)
def test_a_faithful_summary_in_its_own_words_has_no_error(source, summary):
    """A "not" of the summary's own, a hedge from above, "if" for "whether", another name of the same one: nothing that fails."""
    assert [f for f in verify(summary, against=[source]).findings if f.severity == "error"] == []


@pytest.mark.parametrize(
    ("code", "source", "summary"),
    [
        (
            "name_changed",
            "Marrow Radio anchor and reporter Ada Quill met the mayor on Tuesday.",
            "The mayor met Norrland News anchor Ada Quill on Tuesday.",
        ),
        (
            "name_changed",
            "Tarn's Harbour League leader Bo Marsh wrote that he agreed. The minister Jo Orr is against the League.",
            "He has friends abroad, such as Jo Orr, leader of Tarn's Harbour League, who wrote that he agreed.",
        ),
        ("name_changed", "Quill told voters in West Virginia that she would win.", "Quill told voters in Virginia that she would win."),
        (
            "roles_exchanged",
            "The speech told of the need for Norrlanders to respect the old customs of Tarnians in the valley.",
            "The speech was about the need for Tarnians to respect the old customs of Norrlanders.",
        ),
        (
            "roles_exchanged",
            "Police in Tarn will end the search and then turn over the findings to the Harbour Board, which will decide.",
            "Once it is over the Harbour Board will turn over the findings to the Tarn Police, which will decide.",
        ),
        (
            "roles_exchanged",
            "It is no different, she said, from Jo Orr calling Bo Marsh's plans a waste of paper before he joined him.",
            "She said it was no different from Bo Marsh calling Jo Orr's plans a waste of paper.",
        ),
        (
            "plan_as_fact",
            _FUND,
            "On Friday, at the wish of Marsh, a federal court in Tarn halted the new ferry rules before the summer season.",
        ),
        (
            "quantity_changed",
            "Quill is one of our town's most able pilots, and will be until she leaves the port.",
            "Quill is the most able pilot the town has, and will be until she leaves the port.",
        ),
        (
            "contrary",
            "Marsh, who is a pastor in Tarn, scolded the club on Monday's part of his weekly radio show, the Post reported.",
            "Bo Marsh used Monday's part of his daily radio show to scold the club in Tarn.",
        ),
        (
            "quote_altered",
            'Quill said that "we have a mayor that is just not with it at all" on Monday.',
            'Quill said "we have a mayor that is just not up to it at all".',
        ),
        (
            "less_sure",
            "Orr refused to talk, adding that he would be at sea at that time.",
            "Orr would not talk, adding that he might be at sea at that time.",
        ),
    ],
)
def test_what_became_something_else_in_freer_words_is_found(code, source, summary):
    """Two that changed places, another body or bearer of an office, what was only asked, one of several, another preposition."""
    found = {f.code: f.severity for f in verify(summary, against=[source]).findings}
    assert found.get(code) == "error", found


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        ("Ada Quill praised Bo Marsh for the new quay in Tarn.", "Bo Marsh was praised by Ada Quill for the new quay in Tarn."),
        ("Ada Quill and Bo Marsh opened the new quay in Tarn.", "Bo Marsh and Ada Quill opened the new quay in Tarn."),
        ("Ada Quill met Bo Marsh at the new quay in Tarn.", "Bo Marsh met Ada Quill at the new quay in Tarn."),
        ("Ada Quill sent letters to Tarn and then to Marrow.", "Ada Quill sent letters to Marrow and to Tarn."),
        ("Quill told voters in West Virginia that she would win.", "Quill told West Virginia voters that she would win."),
        ("Quill told voters in Virginia, and in West Virginia, that she would win.", "Quill told voters in Virginia that she would win."),
        ("It is one of the oldest bridges in Tarn, Quill said.", "It is among the oldest bridges in Tarn, Quill said."),
        (
            "Marsh asked the court to halt the rules. The court halted the rules on Monday.",
            "The court halted the rules, as Marsh had asked.",
        ),
        ("Marrow Broadcasting Company anchor Ada Quill met the mayor on Tuesday.", "The mayor met MBC anchor Ada Quill on Tuesday."),
    ],
)
def test_what_only_looks_exchanged_passes(source, summary):
    """The passive, a pair told the other way round, a deed that both do, a name in its full form, what is told as done elsewhere."""
    assert [f for f in verify(summary, against=[source]).findings if f.severity == "error"] == []
