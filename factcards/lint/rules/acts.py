"""When something was done: a date of the summary and those that the sources put right behind the same word."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lint.findings import Objection, Passage
from factcards.lint.matching import HELD, Match
from factcards.lint.rules.making import stands_for
from factcards.lint.side import MONTHS

__all__ = ["dated_otherwise", "months"]


def months(match: Match) -> Iterator[Objection]:
    """`figure_changed`: a month by itself that is another one in the source: "pleaded guilty in May", "pleaded guilty in July"."""
    for at in range(match.sentence.first, match.sentence.last):
        found = dated_otherwise(match, at) if at in match.summary.dates and not match.summary.words[at].figure else None
        if found is not None:
            yield found


def dated_otherwise(match: Match, at: int) -> Objection | None:
    """`figure_changed` for a date that another one stands for in the sources; null where none does."""
    theirs = _another(match, at)
    if theirs is None:
        return None
    return stands_for(match, "figure_changed", "error", f"the source says “{theirs.span.quote}” of the same thing", at, theirs)


def _another(match: Match, at: int) -> Passage | None:
    """Another date of the sources, right behind the word that this one stands behind, in a sentence that shares two words with the
    summary's; null where one has this date there, or may have, and where the word stands with none.
    """
    summary, sentence = match.summary, match.sentence
    mine = summary.dates.get(at, frozenset())
    word = summary.dated(at, sentence.first) if mine and mine.isdisjoint(_COUNTED) else None
    if word is None:
        return None
    content = {summary.stems[w] for w in range(sentence.first, sentence.last) if summary.content[w]}
    found: Passage | None = None
    for number, side in enumerate(match.index.sources):
        for there in side.dates_behind.get(summary.stems[word], ()):
            theirs = side.dates[there]
            if mine <= theirs or theirs <= mine or not theirs.isdisjoint(_COUNTED):
                return None
            if not _are_alike(mine, theirs):
                if mine & theirs:
                    return None
                continue
            if len(content.intersection(side.sentence_stems(side.sentence_of(there)))) >= HELD:
                found = found or Passage(source=number, span=side.span(there, there + 1))
    return found


_COUNTED = frozenset(["today", "yesterday", "tomorrow", "last", "next", "this"])
"""Words of dates that are counted from the day of writing, and may be any."""


def _are_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two dates tell the same of a day: both a day and its month, a weekday or a year alone; a month alone is in any date with a
    month.
    """
    if mine <= MONTHS:
        return not theirs.isdisjoint(MONTHS)
    return _shape(mine) == _shape(theirs)


def _shape(parts: frozenset[str]) -> tuple[int, int, int]:
    """How many parts a date has, how many of them are numbers and how many are months."""
    return len(parts), sum(part.isdigit() for part in parts), len(parts & MONTHS)
