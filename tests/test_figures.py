"""Amounts of money by their currency's code, wholes with a part, and shares."""

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
        ("£4.6-\nmillion", "money:gbp4.6E+6"),
        ("£4.6 \r\nmillion", "money:gbp4.6E+6"),
    ],
)
def test_a_whole_and_a_part_are_one_figure(written: str, value: str) -> None:
    """With a fraction in one character, with a slash, or in words."""
    assert [normal_value(figure) for figure in find_figures(written)] == [value]


def test_the_half_of_a_year_and_a_half_is_no_figure() -> None:
    """It is 18 months with the year before it, and half of nothing."""
    assert find_figures("It was done a year and a half early, in about a minute and a half.") == ()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("One in five patients", "number:0.2"),
        ("1 in 5 patients", "number:0.2"),
        ("one in every five", "number:0.2"),
        ("one of every five", "number:0.2"),
        ("one out of five", "number:0.2"),
        ("a one-in-five chance", "number:0.2"),
        ("a fifth of patients", "number:0.2"),
        ("nine in 10 Americans", "number:0.9"),
        ("two in three members", "number:0.666667"),
        ("two-thirds of members", "number:0.666667"),
        ("one in a hundred", "number:0.01"),
        ("1 in 3,000 births", "number:0.000333"),
        ("one in every five years", "number:0.2"),
    ],
)
def test_a_share_is_one_figure(written: str, value: str) -> None:
    """Equal shares are equal, told as a fraction or as some of so many."""
    assert [normal_value(figure) for figure in find_figures(written)] == [value]


@pytest.mark.parametrize(
    ("written", "quotes"),
    [
        ("the third crash, three in four years", ["three", "four"]),
        ("scored two in three games", ["two", "three"]),
        ("two of five patients", ["two", "five"]),
        ("5 in 2 wards", ["5", "2"]),
        ("on June 5 in 10 cities", ["June 5", "10"]),
        ("1 in 2019", ["1", "2019"]),
        ("one in 5.5", ["5.5"]),
        ("one in 10-year bonds", ["10"]),
        ("five in ten million", ["five", "ten million"]),
        ("$5 in 10 shops", ["$5", "10"]),
    ],
)
def test_what_is_counted_in_so_many_is_no_share(written: str, quotes: list[str]) -> None:
    """Years and games, a date, a decimal, more than there are."""
    assert [figure.quote for figure in find_figures(written)] == quotes


def test_odds_and_days_are_no_parts() -> None:
    """What has no whole before it may be anything."""
    assert [f.quote for f in find_figures("He won at 11/2 with 3 or 4 to go.")] == ["11", "2", "3", "4"]
