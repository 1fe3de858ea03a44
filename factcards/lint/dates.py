"""The days that a date may mean, counted from the day on which its text was published: "yesterday" and "on Tuesday" may be one day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

__all__ = ["Days", "days_meant", "is_counted", "may_agree", "may_be_one_day"]

Days = tuple[date, date]
"""A first and a last day, both in it."""

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}
_DECADE = re.compile(r"\d{3}0s")


@lru_cache(maxsize=65_536)
def days_meant(value: str, published: date | None) -> tuple[Days, ...]:
    """The stretches of days that a date may stand for; none where that cannot be told.

    Args:
        value: As `figures.normal_value` gives it: "date:" and its words in lower case, sorted, months by three letters.
        published: The day from which "yesterday", a weekday or a date without a year is counted.

    >>> [first.isoformat() for first, _ in days_meant("date:tuesday", date(2026, 11, 26))]
    ['2026-11-24', '2026-12-01']
    >>> days_meant("date:yesterday", date(2026, 11, 25))[0] in days_meant("date:tuesday", date(2026, 11, 26))
    True
    """
    words = value.removeprefix("date:").split()
    try:
        found = _written(words, published)
        return found if found or published is None else _counted(words, published)
    except (ValueError, OverflowError):  # the thirty-first of June; a day before the year 1
        return ()


def is_counted(value: str) -> bool:
    """Whether this is a date by how far it is from the day of writing: "yesterday", "last month"; a weekday by itself is not."""
    words = value.removeprefix("date:").split() if value.startswith("date:") else []
    return any(word in _NEAR_DAYS or word in _STEPS for word in words)


def may_be_one_day(left: str, right: str) -> bool:
    """Whether the one is a weekday by itself and the other a day counted from the day of writing: which one is not known without that.

    >>> may_be_one_day("date:saturday", "date:tomorrow"), may_be_one_day("date:saturday", "date:sunday")
    (True, False)
    """
    one, other = (value.removeprefix("date:").split() for value in (left, right))
    near, named = (one, other) if one[-1:] and one[-1] in _NEAR_DAYS else (other, one)
    return len(near) == len(named) == 1 and near[0] in _NEAR_DAYS and named[0] in _WEEKDAYS


def may_agree(left: Iterable[Days], right: Sequence[Days]) -> bool:
    """Whether a stretch of one side lies in a stretch of the other: "on 12 March" is in "March"."""
    return any((a <= c and d <= b) or (c <= a and b <= d) for a, b in left for c, d in right)


def _written(words: Sequence[str], published: date | None) -> tuple[Days, ...]:
    """A date with its numbers; without a year it is the nearest to the publication."""
    if len(words) == 1 and words[0].count("-") == 2:
        day = date.fromisoformat(words[0])
        return ((day, day),)
    month = next((_MONTHS[word] for word in words if word in _MONTHS), None)
    numbers = [int(word) for word in words if word.isdigit()]
    year = next((number for number in numbers if number > 31), None)
    day_number = next((number for number in numbers if number <= 31), None)
    if len(words) == 1 and _DECADE.fullmatch(words[0]):
        first = int(words[0][:4])
        return ((date(first, 1, 1), date(first + 9, 12, 31)),)
    if month is None:
        return ((date(year, 1, 1), date(year, 12, 31)),) if year is not None and len(words) == 1 else ()
    if day_number is None:
        return (_month(year, month),) if year is not None else ()
    if year is not None:
        return ((date(year, month, day_number),) * 2,)
    if published is None:
        return ()
    years = [y for y in (published.year - 1, published.year, published.year + 1) if day_number <= calendar.monthrange(y, month)[1]]
    near = min((date(y, month, day_number) for y in years), key=lambda day: abs((day - published).days))
    return ((near, near),)


def _counted(words: Sequence[str], published: date) -> tuple[Days, ...]:
    """A date that is counted from the day of publication."""
    step = next((_STEPS[word] for word in words if word in _STEPS), None)
    for word in words:
        if word in _NEAR_DAYS:
            day = published + timedelta(days=_NEAR_DAYS[word])
            return ((day, day),)
        if word in _WEEKDAYS:
            return _weekdays((_WEEKDAYS[word] - published.weekday()) % 7, step, published)
    if step is None:
        return ()
    if "week" in words:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
        return ((monday, monday + timedelta(days=6)),)
    if "month" in words:
        months = published.year * 12 + published.month - 1 + step
        return (_month(months // 12, months % 12 + 1),)
    if "year" in words:
        return ((date(published.year + step, 1, 1), date(published.year + step, 12, 31)),)
    return ()


def _weekdays(ahead: int, step: int | None, published: date) -> tuple[Days, ...]:
    """The nearest such day before and the nearest behind, `ahead` days from now; the ones beyond them too, behind "last" and "next"."""
    coming = published + timedelta(days=ahead)
    past = coming - timedelta(days=7 if ahead else 0)
    if step == -1:
        last = coming - timedelta(days=7)
        days = [last, last - timedelta(days=7)]
    elif step == 1:
        days = [coming + timedelta(days=0 if ahead else 7), coming + timedelta(days=7)]
    else:
        days = [past, past + timedelta(days=7)]
    return tuple((day, day) for day in dict.fromkeys(days))


def _month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
