"""Titles before names: what the source calls a name's bearer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcards.lint.findings import Finding, Passage, Severity
from factcards.lint.matching import Match
from factcards.lint.rules.making import stands_for
from factcards.lint.side import Side
from factcards.lint.words import lexis

__all__ = ["titles"]

_MODES = frozenset(["mr", "mrs"])
"""Forms of address, by their groups: a minister is "Mr" too."""
_FORENAMES = 3
"""Words of a name that may stand between the title and the surname."""
_PLACES = 200
"""Places of a surname that are looked at, in each source."""


def titles(match: Match) -> Iterator[Finding]:
    """`name_changed`: a title before a name that the sources give another title, and nowhere this one."""
    summary = match.summary
    for name in summary.names_over(match.sentence.start, match.sentence.end):
        last = summary.place(name.end) - 1
        if name.kind != "person" or not match.sentence.first < last < match.sentence.last:
            continue
        at = _title_before(summary, last)
        if at is None:
            continue
        mine, surname = _office(summary, at), summary.words[last].form
        theirs = [found for found in _titles_in(match, surname) if (_office(*found[1:]) in _MODES) == (mine in _MODES)]
        if not theirs or any(_office(side, place) == mine for _, side, place in theirs) or _beside(match, surname, mine):
            continue
        number, side, place = theirs[0]
        given = Passage(source=number, span=side.span(place, place + 1))
        severity: Severity = "unsure" if match.index.knows(summary.stems[at]) else "error"
        yield stands_for(match, "name_changed", severity, f"the source gives this name the title “{given.span.quote}”", at, given)


@cache
def _offices() -> dict[str, str]:
    """Every title that excludes the others -> the first word of its group."""
    return {word: group[0] for group in lexis()["title"]["offices"] for word in group}


def _office(side: Side, at: int) -> str | None:
    return _offices().get(side.words[at].form)


def _title_before(side: Side, last: int) -> int | None:
    """The title that stands right before the name that ends here; only capitalised words may lie between."""
    for at in range(last - 1, max(-1, last - 2 - _FORENAMES), -1):
        between = side.between(at)
        if between.strip(" .\u00a0"):
            return None
        if _office(side, at) is not None:
            return at
        if not side.text[side.words[at].start].isupper():
            return None
    return None


def _titles_in(match: Match, surname: str) -> Iterator[tuple[int, Side, int]]:
    """The titles that the sources give to this surname: source, its side, the title's place."""
    for number, side in enumerate(match.index.sources):
        for last in side.form_places.get(surname, ())[:_PLACES]:
            at = _title_before(side, last)
            if at is not None:
                yield number, side, at


def _beside(match: Match, surname: str, office: str | None) -> bool:
    """Whether a sentence of the sources has both the surname and this title, in whatever order."""
    for side in match.index.sources:
        for last in side.form_places.get(surname, ())[:_PLACES]:
            sentence = side.sentence_of(last)
            if any(_office(side, at) == office for at in range(sentence.first, sentence.last)):
                return True
    return False
