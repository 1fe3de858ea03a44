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


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3½ years", "number:3.5"),
        ("4 1/2 years", "number:4.5"),
        ("three and a half years", "number:3.5"),
        ("a two-and-a-half year term", "number:2.5"),
        ("two and three quarters", "number:2.75"),
        ("½ of them", "number:0.5"),
        ("2½m tonnes", "number:2.5E+6"),
        ("two and a half million people", "number:2.5E+6"),
        ("half a million people", "number:5E+5"),
        ("$1½ million", "money:usd1.5E+6"),
        ("7 1/2 per cent", "percent:7.5"),
    ],
)
def test_a_whole_and_a_part_are_one_figure(written: str, value: str) -> None:
    """With a fraction in one character, with a slash, or in words."""
    assert [normal_value(figure) for figure in find_figures(written)] == [value]


def test_odds_and_days_are_no_parts() -> None:
    """What has no whole before it may be anything."""
    assert [f.quote for f in find_figures("He won at 11/2 with 3 or 4 to go.")] == ["11", "2", "3", "4"]
