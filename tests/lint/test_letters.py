"""Who wrote which letter: what stands above a signature is by whom it names."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

PAGE = (
    "LETTERS.\n\n"
    "The mayor's plan for the quay leaves no room for the small boats that have fished here for ninety years. Who asked them?\n\n"
    "Ada Quill Hart.\n\nTarn.\n\n"
    "Closing the night ferry was the best thing the council ever did. My children sleep through, and I hear the herons again.\n\n"
    "Bo Marsh.\n\n"
    "Spend the money on the school roof instead. Three buckets stand in the hall when it rains.\n\n"
    "Jo Orr.\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "Ada Quill Hart wrote that the mayor's plan for the quay leaves no room for small boats.",
        "Ms Hart of Tarn asked who had asked the small boats that have fished here for ninety years.",
        "Bo Marsh said his children sleep through now that the night ferry is closed.",
        "Jo Orr wants the money spent on the school roof, saying three buckets stand in the hall when it rains.",
    ],
)
def test_whoever_signed_a_letter_says_what_stands_in_it(told):
    """Nobody "has no words at all" who signs some."""
    assert "speaker_swapped" not in [item.code for item in verify(told, against=[PAGE]).failing]
