"""A sentence joined from several of the source's, each nearly in its words: what was exchanged in one of them is found."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

REGATTA = (
    "The Brasswick regatta drew a record crowd this weekend.\n\n"
    "Ada Quill has won only one of her last nine races on the lower river against Ben Marsh.\n\n"
    "On Tuesday Norrland Rowing Club also withdrew its junior crews while an inquiry was carried out.\n\n"
    "She added that the current had the potential to be more damaging than the wind.\n\n"
    "Voss wants the town to give the growing number of young rowers a boathouse.\n\n"
    "The restored barge will sail alongside a Tarn Heritage Society cutter at river shows during the summer.\n\n"
    "Holt, a leader of the upper club, suggested that the new lock had not been tested in a flood.\n\n"
    "The Tarn champion will defend her title in a race on the upper river in the wake of last week's storm.\n\n"
    "The steward, Lena Frost, told her crews not to speak about the length of the course."
)


@pytest.mark.parametrize(
    ("code", "quote", "told"),
    [
        (
            "name_changed",
            "Ostrey",
            "There is trouble, too: Ostrey Rowing Club also withdrew its junior crews while an inquiry was held.",
        ),
        (
            "figure_changed",
            "on Thursday",
            "There is trouble, too: on Thursday Norrland Rowing Club also withdrew its junior crews while an inquiry was held.",
        ),
        (
            "contrary",
            "less",
            "She is worried by the current, which had the potential to do less damage than the wind, she said.",
        ),
        (
            "contrary",
            "shrinking",
            "Voss asks one thing of the town: to give the shrinking number of young rowers a boathouse.",
        ),
        (
            "plan_as_fact",
            "sailed",
            "To great joy the restored barge sailed alongside a Tarn Heritage Society cutter at river shows.",
        ),
        (
            "cue_stronger",
            "confirmed",
            "Much was asked, and Holt, a leader of the upper club, confirmed that the new lock had not been tested in a flood.",
        ),
    ],
)
def test_what_was_exchanged_in_a_stretch_of_a_longer_sentence_is_found(code: str, quote: str, told: str) -> None:
    """The sentence as a whole is in its own words."""
    found = [(item.code, item.severity, item.span.quote) for item in verify(told, against=[REGATTA]).findings]
    assert (code, "error", quote) in found


@pytest.mark.parametrize(
    "told",
    [
        "Crowds were up, and for Marsh there is more: Quill has won only one of her last nine races on the lower river against him.",
        "There is much to see, and Ada Quill will defend her title in a race on the upper river in the wake of last week's storm.",
        "There was some quiet on the bank, where Lena Frost told her crews not to speak about the length of the course, for once.",
    ],
)
def test_who_is_called_otherwise_there_is_not_exchanged(told: str) -> None:
    """A pronoun for a name, a name for "the Tarn champion", and one that the source has right beside the stretch."""
    assert [item.code for item in verify(told, against=[REGATTA]).failing] == []
