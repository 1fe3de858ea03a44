"""The word lists of the linter hold each other as the rules take for granted."""

from __future__ import annotations

import pytest

from factcards.lint.words import stems_of


@pytest.mark.parametrize(
    ("part", "wholes"),
    [
        (("negation", "plain"), [("negation", "verbs")]),
        (("hedge", "plain"), [("hedge", "medium")]),
        (("hedge", "marks"), [("hedge", "medium"), ("hedge", "strong")]),
        (("certain", "emphatic"), [("certain", "words")]),
    ],
)
def test_a_list_of_which_rules_ask_the_wider_one_lies_in_it(part, wholes):
    """A word that is added to the narrow list must be added to the wide one, too."""
    assert stems_of(*part) <= frozenset().union(*(stems_of(*whole) for whole in wholes))
