"""Amounts of money by their currency's code."""

from __future__ import annotations

import pytest

from factcards.figures import find_figures, normal_value


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("NOK 31 million", "NOK31m", True),
        ("USD 31 million", "$31m", True),
        ("NOK 31 million", "SEK 31 million", False),
        ("CHF 1.2m", "1.2 million", False),
    ],
)
def test_an_amount_is_of_its_currency(one: str, other: str, equal: bool) -> None:
    """Whichever way it is written."""
    (a,), (b,) = find_figures(one), find_figures(other)
    assert (normal_value(a) == normal_value(b)) is equal


def test_a_code_is_written_in_capitals() -> None:
    """In small letters "try" and "all" are words."""
    assert [(f.quote, f.kind) for f in find_figures("They try 3 times, all 12 of them.")] == [("3", "number"), ("12", "number")]
