"""Whose words stand in quotation marks: looked up in the whole source, whatever the sentence around them says."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

CUP = (
    "Brasswick go to Norrland in the cup on Saturday, and Tom Hale used to play for them.\n\n"
    "Hale joined Brasswick in June from Norrland, where he made sixty appearances in three seasons.\n\n"
    "“We're up against an iconic club, and I'd be disappointed if we couldn't handle the occasion,” Hale said.\n\n"
    "And what if Hale himself were to find the net? “I'd go ballistic,” he said. “It does not happen often.”\n\n"
    "Brasswick lost three games in a row last spring, and the gate fell by half.\n\n"
    "Ben Marsh's men have played twice since Brasswick won at Ostrey, while Norrland have been in action six times.\n\n"
    "“They are a very good side,” said the coach, who turns fifty in May.\n\n"
    "“It is a fine ground, and I hope that the grass is cut,” Ben Marsh said on Thursday."
)


def test_a_quotation_of_one_person_is_not_given_to_another() -> None:
    """Though the rest of the sentence is in freer words, and though the source has him behind a pronoun."""
    found = verify("Ben Marsh says he would “go ballistic” if he were to beat Norrland in the cup on Saturday.", against=[CUP]).findings
    assert [(item.code, item.severity, item.span.quote) for item in found if item.code == "speaker_swapped"] == [
        ("speaker_swapped", "error", "Ben Marsh")
    ]
    assert "the source gives these words to Tom Hale" in [item.message for item in found]


def test_a_quotation_that_nobody_is_told_to_say_may_be_who_spoke_last() -> None:
    """That is a guess of the reader's."""
    source = "Clerk Ada Quill said she was sad.\n\nBaker Bo Marsh said the guild had saved.\n\n“This plan is built on sand and won't hold.”"
    found = verify("Clerk Ada Quill said the plan “is built on sand and won't hold”.", against=[source]).findings
    swapped = [item for item in found if item.code == "speaker_swapped"]
    assert [(item.severity, item.message) for item in swapped] == [("unsure", "the source gives these words to Baker Bo Marsh")]


_LEVY = (
    "Bo Marsh, the deputy harbour minister, said the levy was “a tax on the poor” and would be scrapped in May. Harbour minister Ada Quill "
    "declined to speak. Marsh Ferries Ltd called the quay “worse than a ditch”. The Harbour Trust runs the quay. The Kelp Party's Cy Dunn "
    "said the dues were “a mess”."
)


@pytest.mark.parametrize(
    ("told", "severities"),
    [
        ("The levy will go in May because it is “a tax on the poor”, according to harbour minister Ada Quill.", {"error"}),
        ("The Harbour Trust said the quay was “worse than a ditch”.", {"error"}),
        ("The levy will go in May because it is “a tax on the poor”, according to Bo Marsh.", set()),
        ("Marsh Ferries said the quay was “worse than a ditch”.", set()),
        ("The Kelp Party said the dues were “a mess”.", {"unsure"}),
    ],
)
def test_words_of_another_who_stands_beside_him_are_not_given_to_him(told: str, severities: set[str]) -> None:
    """A deputy and his minister, one body and another; a body may have said what one of its own did."""
    found = verify(told, against=[_LEVY]).findings
    assert {item.severity for item in found if item.code == "speaker_swapped"} <= severities
    assert "error" not in severities or "error" in {item.severity for item in found if item.code == "speaker_swapped"}


@pytest.mark.parametrize(
    "told",
    [
        "Tom Hale says he would “go ballistic” if he scored in the cup against his former club.",
        "Ben Marsh hopes that the pitch at Norrland, “a fine ground”, is mown in time for the cup.",
        "Ben Marsh called his hosts “a very good side” ahead of the cup.",
        "The striker says he would “go ballistic” if he scored in the cup against his former club.",
    ],
)
def test_whoever_may_have_said_it_is_left_alone(told: str) -> None:
    """The same person, one who is called by what he is, and a speaker whom the source does not name."""
    assert "speaker_swapped" not in [item.code for item in verify(told, against=[CUP]).findings if item.severity == "error"]


_BROKEN = (
    "“Nobody came here to shut a harbour,” said Ada Quill. “But I will not pretend that we can keep every quay.”\n\n"
    "“The lamp was out,” said Bo Marsh. “It was never lit,” said Jo Hand.\n\n"
    "Tom Moss spoke in Tarn on Monday. A woman who shouted at his rally gave her name as Jo Hand.\n\n"
    "The woman said she had no plans to shout, but when Moss spoke, it just happened.\n\n"
    "“It just slipped out of my mouth,” she said."
)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Ada Quill said: “Nobody came here to shut a harbour. But I will not pretend that we can keep every quay.”", None),
        ("Bo Marsh said: “The lamp was out. It was never lit.”", "quote_altered"),
        ("“It just slipped out of my mouth,” Jo Hand said.", None),
        ("“It just slipped out of my mouth,” Tom Moss said.", "speaker_swapped"),
    ],
)
def test_one_speech_may_be_told_without_what_breaks_it(told: str, code: str | None) -> None:
    """Two speeches are not joined; what a "she" says is not his of whom she is nothing."""
    found = {item.code for item in verify(told, against=[_BROKEN]).failing}
    assert code in found if code else not found, found


def test_the_sources_words_are_shown_to_the_end_of_the_speech() -> None:
    """Where a quotation's last word is another, the source may have more words in its place."""
    source = "The ferry is old. “I would not throw away the tickets just yet,” Ada Quill said on Monday."
    found = verify("Ada Quill said: “I would throw away the tickets now.”", against=[source]).findings
    assert "the source's words are “I would not throw away the tickets just yet”" in [item.message for item in found]
