"""docs/certainty.md: every example of its tables is read, and its Python is run."""

from __future__ import annotations

import doctest
import re
from functools import cache

import pytest

from factcards.cards import Card
from tests.conftest import ROOT
from tests.support.tables import cards_by_text

PAGE = ROOT / "docs" / "certainty.md"
LEVEL = r"certain|probable|possible|unstated"
TURN = r"affirmed|negated"
SCALE = re.compile(rf"^\| ({LEVEL}) \| ({TURN}) \| (.+?) \|$", re.MULTILINE)
ROW = re.compile(rf"^\| [^|]+ \| ([^|]+?) \| ({LEVEL}) \| ({TURN}) \|$", re.MULTILINE)
PARTS = re.compile(rf"^\| ([^|]+?) \| ((?:(?:{LEVEL}) (?:{TURN})(?:; )?)+) \|$", re.MULTILINE)
TEXT = PAGE.read_text("utf-8")
ONE = [*((text, f"{level} {turn}") for level, turn, text in SCALE.findall(TEXT)), *((t, f"{a} {b}") for t, a, b in ROW.findall(TEXT))]
SEVERAL = [(text, stands.split("; ")) for text, stands in PARTS.findall(TEXT)]


@cache
def cards() -> dict[str, tuple[Card, ...]]:
    """The cards of every example, read in one pass."""
    return cards_by_text(text for text, _ in (*ONE, *SEVERAL))


def test_no_row_of_a_table_is_passed_over() -> None:
    """Each is an example, a head or the line below one."""
    lines = [line for line in TEXT.splitlines() if line.startswith("|")]
    heads = sum(line.startswith("|---") for line in lines)
    assert len(ONE) + len(SEVERAL) == len(lines) - 2 * heads
    assert len(ONE) > 40


@pytest.mark.parametrize(("text", "stands"), ONE)
def test_an_example_stands_as_the_page_says(text: str, stands: str) -> None:
    """Its outermost card has this certainty and polarity."""
    card = cards()[text][0]
    assert f"{card.certainty} {card.polarity}" == stands


@pytest.mark.parametrize(("text", "stands"), SEVERAL)
def test_a_quotation_becomes_as_many_cards_as_the_page_says(text: str, stands: list[str]) -> None:
    """In order, each as sure as it says."""
    assert [f"{card.certainty} {card.polarity}" for card in cards()[text]] == stands


def test_the_pages_python_gives_what_it_shows() -> None:
    """It is a doctest."""
    found = doctest.testfile(str(PAGE), module_relative=False)
    assert (found.failed, found.attempted > 3) == (0, True)
