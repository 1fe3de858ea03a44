"""Dates of a summary that no candidate writes so: which days they may mean, and what makes them other days than the source's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcards.figures import amount_of
from factcards.lint.dates import Days, days_meant, is_counted
from factcards.lint.matching import Alignment, Match

__all__ = ["days_of", "is_another"]

_YEAR = re.compile(r"date:(?:1[5-9]|20)\d\d$")
_IN_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WEEKDAY = re.compile(r"date:(?:mon|tues|wednes|thurs|fri|satur|sun)day$")
_DAY_OR_SEASON = re.compile(r"date:(?:\d{1,2} [a-z]{3}|(?:last|next|this) (?:autumn|fall|spring|summer|winter))$")
_ABOUT = 2
"""Years before the first and after the last that the sources name in which they may have been published."""


def days_of(match: Match, at: int) -> tuple[Days, ...]:
    """What a date of the summary may mean, counted from the day on which a source was published."""
    value = match.summary.words[at].form
    days = match.index.published
    return tuple(found for day in days for found in days_meant(value, day)) if days else days_meant(value, None)


def is_another(match: Match, at: int) -> bool:
    """Whether this is a date, and the source has another one in its place: another year, weekday, day or season, or no such day at all."""
    value = match.summary.words[at].form
    return (
        _another_year(match, value)
        or _same_day_of_another_year(match, value)
        or _another_weekday(match, value)
        or _another_date(match, at)
        or _is_another_day(match, at)
    )


def _another_year(match: Match, value: str) -> bool:
    """Whether this is a year alone, and a candidate has another year; or a date whose year lies far from those that the sources have."""
    if _YEAR.match(value) and any(_YEAR.match(other) for other in _dates_near(match)):
        return True
    year = _IN_YEAR.search(value)
    years = match.index.years
    if year is None or not years or min(years) - _ABOUT <= int(year[0]) <= max(years) + _ABOUT:
        return False
    return not any(amount_of(form) in {abs(int(year[0]) - other) for other in years} for form in match.index.figures)


def _same_day_of_another_year(match: Match, value: str) -> bool:
    """Whether this is a day with its year, and the sources have that day of another year only."""
    year = _IN_YEAR.search(value)
    words = set(value.removeprefix("date:").split())
    if year is None or len(words) != _WHOLE:
        return False
    others = [set(form.removeprefix("date:").split()) for form in match.index.figures if form.startswith("date:")]
    days = [other for other in others if other >= words - {year[0]}]
    return bool(days) and all(len(other) == _WHOLE and other != words for other in days)


_WHOLE = 3
"""Words of a date that tells day, month and year."""


def _another_weekday(match: Match, value: str) -> bool:
    """Whether this is a day of the week alone, and a candidate has another one."""
    return _WEEKDAY.match(value) is not None and any(_WEEKDAY.match(other) for other in _dates_near(match))


def _another_date(match: Match, at: int) -> bool:
    """Whether this is a day of a month or a season, and a candidate, of the sentence or of its clause, has another with one word the same:
    "Aug. 10" and "Aug. 20", "1 January" and "1 February", "next spring" and "next autumn".
    """
    value = match.summary.words[at].form
    if not _DAY_OR_SEASON.match(value):
        return False
    own = [told.counterparts[0].aligned for told in match.clauses_with(at)]
    others = [other for other in _dates_near(match, own) if _DAY_OR_SEASON.match(other)]
    words = set(value.removeprefix("date:").split())
    return any(len(words & set(other.removeprefix("date:").split())) == 1 for other in others)


def _is_another_day(match: Match, at: int) -> bool:
    """Whether this is a date that no source has, and all days of publication are known. The summary's own "today" is another one."""
    known = all(side.published is not None for side in match.index.sources)
    return known and not is_counted(match.summary.words[at].form) and bool(days_of(match, at))


def _dates_near(match: Match, more: Sequence[Alignment] = ()) -> list[str]:
    """The dates of the two best candidates, and of these."""
    return [
        word.form
        for aligned in (*match.candidates[:2], *more)
        for word in match.source(aligned).words[aligned.sentence.first : aligned.sentence.last]
        if word.form.startswith("date:")
    ]
