"""The words round a cue as the content tagger sees them: single words outside quotation marks, whole quotations as one unit each.

A quotation is reported as a whole or not at all (in the training corpus 7,524 of 7,551 are), so it is one decision, not forty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from factcards.engines.local.parsing.sheet import Sheet

__all__ = ["Unit", "Units", "units_of", "window"]


class Unit(NamedTuple):
    """A word, or a quotation with its marks: tokens `first` to `last` (one past); `head` stands for it in the parse."""

    first: int
    last: int
    quoted: bool
    head: int


@dataclass(frozen=True, slots=True)
class Units:
    """All units of an article, and for every token the place of its unit."""

    all: list[Unit]
    place: list[int]


def units_of(sheet: Sheet) -> Units:
    """The units of an article, in text order."""
    found: list[Unit] = []
    place: list[int] = []
    at, count = 0, len(sheet)
    while at < count:
        region = sheet.region[at]
        last = sheet.regions[region].last if region >= 0 else at + 1
        place += [len(found)] * (last - at)
        found.append(Unit(at, last, region >= 0, _head(sheet, at, last) if region >= 0 else at))
        at = last
    return Units(found, place)


def _head(sheet: Sheet, first: int, last: int) -> int:
    """The first word of a quotation that hangs on a word outside it, or on none."""
    words = [at for at in range(first, last) if sheet.pos[at] != "PUNCT"]
    for at in words:
        head = sheet.head[at]
        if head == at or not first <= head < last:
            return at
    return words[0] if words else first


def window(sheet: Sheet, units: Units, cue: int) -> tuple[int, int]:
    """The units in which source and content of a cue may stand: its sentence, with the quotations that touch it on either side;
    behind a colon also the next sentence. Half-open places in `units.all`.
    """
    first, last = sheet.sentences[sheet.sentence[cue]]
    low, high = units.place[first], units.place[last - 1] + 1
    low = _quotations_before(sheet, units, low)
    begun = high
    high = _quotations_behind(sheet, units, high)
    if high == begun and last < len(sheet) and sheet.low[last - 1] == ":":
        following = sheet.sentences[sheet.sentence[last]]
        high = _quotations_behind(sheet, units, units.place[following[1] - 1] + 1)
    return low, high


def _quotations_before(sheet: Sheet, units: Units, low: int) -> int:
    paragraph = sheet.paragraph[units.all[low].first]
    while low > 0 and units.all[low - 1].quoted and sheet.paragraph[units.all[low - 1].first] == paragraph:
        low -= 1
    return low


def _quotations_behind(sheet: Sheet, units: Units, high: int) -> int:
    paragraph = sheet.paragraph[units.all[high - 1].first]
    while high < len(units.all) and units.all[high].quoted and sheet.paragraph[units.all[high].first] == paragraph:
        high += 1
    return high
