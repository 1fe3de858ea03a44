"""The contents that a cue may have: every reading that was drawn, and the one by rules, each once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcards.engines.local.learned.contents import content_options
from factcards.engines.local.learned.statistics import LABELS, Tagged
from factcards.engines.local.learned.units import Unit
from factcards.engines.local.parsing.sheet import Sheet

WORDS = ("He", "said", "the", "bridge", "is", "shut", ".")
SHEET = Sheet(" ".join(WORDS), low=[word.lower() for word in WORDS], pos=["PRON", "VERB", "DET", "NOUN", "AUX", "ADJ", "PUNCT"])
UNITS = [Unit(at, at + 1, quoted=False, head=at) for at in range(len(WORDS))]
readings = st.lists(st.integers(0, len(LABELS) - 1), min_size=len(WORDS), max_size=len(WORDS))


def _tagged(best: list[int], draws: list[list[int]]) -> Tagged:
    return Tagged(best, 0.0, [bytes(draw) for draw in draws], [], [])


@given(readings, st.lists(readings, min_size=1, max_size=8), st.sets(st.integers(2, 6)))
def test_every_reading_is_an_option_once(best: list[int], draws: list[list[int]], ruled: set[int]) -> None:
    """No option is empty or told twice; shares of the draws are at most one; only the rules' may have been drawn never."""
    options = content_options(SHEET, UNITS, _tagged(best, draws), sorted(ruled))
    assert len({option.words for option in options}) == len(options)
    assert all(option.words and option.words <= set(option.tokens) for option in options)
    assert sum(option.drawn for option in options) <= 1 + 1e-9
    by_rule = frozenset(at for at in ruled if SHEET.pos[at] != "PUNCT")
    assert all(option.drawn or option.words == by_rule for option in options)
    assert sum(option.likeliest for option in options) <= 1
    assert all(option.agreed >= option.drawn - 1e-9 and option.likeness >= option.drawn - 1e-9 for option in options)


def test_an_option_knows_what_agrees_with_it() -> None:
    """Three of four readings have the clause, one its last word only; the rules have the clause."""
    clause, tail = [0, 2, 3, 3, 3, 3, 0], [0, 2, 0, 0, 0, 3, 0]
    options = content_options(SHEET, UNITS, _tagged(clause, [clause, tail, clause]), [2, 3, 4, 5, 6])
    assert [option.tokens for option in options] == [(2, 3, 4, 5), (5,)]
    whole, last = options
    assert (whole.drawn, whole.agreed, whole.ruled, whole.likeliest) == (0.75, 0.75, 1.0, True)
    assert last.likeness == pytest.approx(0.25 + 0.75 * 0.25)
    assert last.ruled == pytest.approx(0.25)
