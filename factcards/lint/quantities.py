"""Figures with a unit: "two weeks", "3km", "a 12-month sentence". Equal ones may be told in another unit ("14 days", "two weeks")."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from factcards.figures import amount_of
from factcards.lint.side import Side
from factcards.lint.words import lexis, stem

__all__ = ["Quantity", "is_share", "is_small_share", "quantities_in", "quantity_at", "same_quantity"]

_GLUED = re.compile(r"(?<=\d)[^\W\d_]+\Z")
_ONE = frozenset(["a", "an", "one"])
_OF_ONE = (["of", "a"], ["of", "an"])
"""What may stand between a part and its unit: "a quarter | of an | hour"."""
_ONE_OF_HALF = (["a"], ["an"])
"""What may, besides, behind "half": "half | a | year"."""
_HALF = 0.5
_NEAR = 0.07
"""Relative difference up to which two quantities are one, told in other units: a month has 28 to 31 days, 5 km are 3 miles."""


def is_small_share(form: str) -> bool:
    """Whether a figure's value is a share below a half: "12%", "a third"."""
    return is_share(form, _HALF)


def is_share(form: str, below: float = 1.0) -> bool:
    """Whether a figure's value is a part of a whole, and less than this one: "88%", "nine out of 10"."""
    share = amount_of(form)
    return share is not None and 0 < share < (100 * below if form.startswith("percent:") else below)


class Quantity(NamedTuple):
    """A figure with its unit.

    Attributes:
        kind: What is measured: "time", "length" or "weight".
        unit: How many seconds, metres or grams the unit has.
        amount: How many there are in all.
    """

    kind: str
    unit: float
    amount: float


@cache
def _units() -> Mapping[str, tuple[str, float]]:
    return {stem(word): (kind, size) for kind, sizes in lexis()["units"].items() for word, size in sizes.items()}


def quantity_at(side: Side, at: int) -> Quantity | None:
    """The quantity of which this word is the figure, or "a"; null where no unit stands behind it, or in it."""
    word = side.words[at]
    if not word.figure and word.form not in _ONE:
        return None
    value = 1.0 if word.form in _ONE else amount_of(word.form) if word.form.startswith("number:") else None
    if value is None:
        return None
    glued = _GLUED.search(side.text, word.start, word.end)
    unit = stem(glued[0].casefold()) if glued is not None and word.start < glued.start() else None
    if unit is None and at + 1 < len(side.words) and not side.between(at).strip("- "):
        between = (*_OF_ONE, *_ONE_OF_HALF) if value == _HALF else _OF_ONE
        found = (at + 1 + len(words) for words in between if side.forms[at + 1 : at + 1 + len(words)] == words)
        unit = side.words[next((place for place in found if place < len(side.words)), at + 1)].stem
    kind, size = _units().get(unit or "", ("", 0.0))
    return Quantity(kind, size, value * size) if kind else None


def quantities_in(side: Side) -> Iterator[Quantity]:
    """All of a text's, in order."""
    counted = (at for at, word in enumerate(side.words) if word.figure or word.form in _ONE)
    return (found for at in counted if (found := quantity_at(side, at)) is not None)


def same_quantity(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are the same amount of the same thing, in whatever units."""
    if one.kind != other.kind:
        return False
    return math.isclose(one.amount, other.amount, rel_tol=1e-9 if one.unit == other.unit else _NEAR)
