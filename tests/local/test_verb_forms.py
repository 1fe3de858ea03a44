"""How the verb of a claim is spelt in the forms that a claim may need."""

from __future__ import annotations

import pytest

from factcards.lexicon import verb_forms


@pytest.mark.parametrize(
    ("verb", "past", "gerund"),
    [
        ("spar", "sparred", "sparring"),
        ("sob", "sobbed", "sobbing"),
        ("quiz", "quizzed", "quizzing"),
        ("swap out", "swapped out", "swapping out"),
        ("admit", "admitted", "admitting"),
        ("fear", "feared", "fearing"),
        ("vow", "vowed", "vowing"),
        ("visit", "visited", "visiting"),
        ("stress", "stressed", "stressing"),
        ("deny", "denied", "denying"),
    ],
)
def test_a_last_consonant_is_doubled_behind_a_short_vowel(verb: str, past: str, gerund: str) -> None:
    """In verbs of one syllable, and in those of the list."""
    forms = verb_forms(verb)
    assert (forms.past, forms.gerund) == (past, gerund)
