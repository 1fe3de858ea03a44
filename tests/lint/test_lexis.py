"""The word lists of the linter hold each other as the rules take for granted."""

from __future__ import annotations

import pytest

from factcards.lint.words import stem, stems_of


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


@pytest.mark.parametrize(
    "forms",
    [
        ("promise", "promises", "promised", "promising"), ("organise", "organised", "organize"), ("agree", "agreed", "agreeing"),
        ("deny", "denies", "denied", "denying"), ("try", "tried", "trying"), ("kill", "killed", "killing"), ("sell", "sold", "selling"),
        ("use", "used", "using"), ("succeed", "succeeded"), ("control", "controlled"), ("overtake", "overtook"), ("lend", "lent"),
    ],
)  # fmt: skip
def test_the_forms_of_a_verb_have_one_stem(forms):
    """A plan is asked for by its stem, and so is whether two sides have the same verb."""
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("willing", "will"), ("exceed", "except"), ("fall", "fell"), ("sped", "spend"), ("noted", "not"), ("quite", "quit")]
)
def test_other_words_have_other_stems(one, other):
    """What looks like a form of another word is none; an irregular form is."""
    assert (stem(one) == stem(other)) is (one == "fall")
