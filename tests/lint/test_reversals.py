"""Short sentences that turn their source round by one word, and what looks like them and turns nothing."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

_WARD = "The trial, run by a charity, was not government-funded."
_LAW = "Mayor Ada Quill said Bo Marsh may well have broken the law. The ministry might soon sell the yard in Tarn."
_SAW = "A clerk said: “It is untrue that he saw the letter before June.” Ada Quill said it was not true that the bridge had been sold."
_HOUR = "The clinic recommends less than one hour of sun a day. At least one boat sank off Tarn."
_QUIT = "Culture minister Ada Quill resigned on Monday. The pool opens on Mondays and Wednesdays from May."
_FIRE = "Police did not rule out arson at the mill."


@pytest.mark.parametrize(
    ("code", "source", "summary"),
    [
        ("negation_dropped", _WARD, "The trial, run by a charity, was government-funded."),
        ("negation_dropped", "The survey was not peer-reviewed.", "The survey was peer-reviewed."),
        ("hedge_dropped", _LAW, "Ada Quill said Bo Marsh broke the law."),
        ("hedge_strengthened", _LAW, "The ministry will sell the yard in Tarn."),
        ("negation_dropped", _SAW, "A clerk said he saw the letter before June."),
        ("negation_dropped", _SAW, "Ada Quill said the bridge had been sold."),
        ("approximation_changed", _HOUR, "The clinic recommends at least one hour of sun a day."),
        ("approximation_changed", _HOUR, "Less than one boat sank off Tarn."),
        ("contrary", _QUIT, "Culture minister Ada Quill was sacked on Monday."),
        ("contrary", _QUIT, "Ada Quill died on Monday."),
        ("contrary", _QUIT, "The pool opens on Mondays and Thursdays from May."),
        ("hedge_dropped", _FIRE, "Police suspect arson at the mill."),
    ],
)
def test_a_short_sentence_that_turns_its_source_round(code, source, summary):
    """A "not" before a word in two parts, "may well", "untrue", "less than one", another end of an office, another day."""
    assert (code, "error") in [(item.code, item.severity) for item in verify(summary, against=[source]).findings]


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        (_WARD, "The government did not pay for the trial, run by a charity."),
        ("The figures could be fact-checked.", "The figures could be checked."),
        (_LAW, "Ada Quill said Bo Marsh may have broken the law."),
        (_LAW, "Ada Quill said Bo Marsh could well have broken the law."),
        (_SAW, "A clerk said he did not see the letter before June."),
        (_SAW, "A clerk denied that he saw the letter before June."),
        (_SAW, "Ada Quill denied that the bridge had been sold."),
        (_HOUR, "The clinic recommends under one hour of sun a day."),
        (_QUIT, "Ada Quill, the culture minister, quit on Monday."),
        (_QUIT, "On Mondays and Wednesdays the pool opens from May."),
        (_FIRE, "Police said arson at the mill could not be ruled out."),
        (_FIRE, "Police said arson was possible at the mill."),
    ],
)
def test_what_says_the_same_in_few_other_words(source, summary):
    """The same sense with another "not", hedge or verb."""
    assert verify(summary, against=[source]).ok
