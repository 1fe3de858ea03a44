"""Figures and dates: what must stand in the sources as it stands in the summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcards.lint.dates import Days, days_meant, is_counted, may_agree
from factcards.lint.edits import Change, changes, closeness
from factcards.lint.findings import Finding, Passage, Severity
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.amounts import UNCOUNTED, amount_of, exceeded, same_figure, unit_left_out, worked_out
from factcards.lint.rules.making import PLACES, object_to, passage, stands_for
from factcards.lint.side import Side
from factcards.lint.words import stem

__all__ = ["figures", "is_vague"]


def figures(match: Match) -> Iterator[Finding]:
    """`figure_changed`: a number, amount, percentage or date that stands otherwise in the source; `figure_absent`: nowhere in it."""
    best = match.best
    edits = list(changes(match, best)) if best is not None else []
    summary = match.summary
    for at in range(match.sentence.first, match.sentence.last):
        word = summary.words[at]
        if not word.figure:
            continue
        if best is not None and at in best.forward and len(best.forward) > 1 and not (match.near_verbatim and _is_exchanged(edits, at)):
            continue
        rounded = any(op.kind == "approximator" and op.governed == at for op in summary.operators_in(match.sentence))
        changed = _figure_instead(match, best, edits, at) if best is not None and match.near_verbatim else None
        if changed is not None and best is not None:
            if not _agrees(match, at, best, changed, rounded=rounded):
                theirs = passage(match, best, changed, changed + 1)
                untold = not match.index.published and is_counted(word.form) != is_counted(match.source(best).words[changed].form)
                told = _as_told(match, best, at, changed, rounded=rounded)
                severity: Severity = "unsure" if untold else "error"
                yield stands_for(match, "figure_changed", severity, f"the source says “{theirs.span.quote}”", at, theirs, told)
            continue
        if exceeded(match, at):
            continue
        other = _other_figure(match, at, rounded=rounded)
        if other is not None:
            aligned, at_theirs = other
            theirs = passage(match, aligned, at_theirs, at_theirs + 1)
            told = _as_told(match, aligned, at, at_theirs, rounded=rounded)
            message = f"the source says “{theirs.span.quote}” of the same thing"
            yield stands_for(match, "figure_changed", "error", message, at, theirs, told)
            continue
        if _stands_near(match, at, rounded=rounded) or worked_out(match, at) or unit_left_out(match, at) or _is_in_name(match, at):
            continue
        joined = _joined_instead(match, at)
        if joined is not None:
            yield stands_for(match, "figure_changed", "error", f"the source says “{joined.span.quote}” of the same thing", at, joined)
            continue
        shown = summary.text[word.start : word.end]
        if _stands_anywhere(match, at, rounded=rounded):
            yield object_to(
                match, "figure_elsewhere", "unsure", f"“{shown}” stands elsewhere in the source, with other words", (at, at + 1)
            )
            continue
        doubtful = is_vague(summary, at) or _between_years(match, at)
        known = (
            _another_year(match, word.form) or _another_weekday(match, word.form) or _another_date(match, at) or _is_another_day(match, at)
        )
        severity = "unsure" if doubtful and not known else "error"
        yield object_to(match, "figure_absent", severity, f"the figure “{shown}” does not stand in the source", (at, at + 1))


def _joined_instead(match: Match, at: int) -> Passage | None:
    """The figure that the sources join to a word by a hyphen where the summary joins another to it: "Soyuz-2", "Soyuz-4"."""
    summary = match.summary
    before, word = (summary.words[at - 1], summary.words[at]) if at else (None, None)
    if before is None or word is None or before.figure or summary.text[before.end : word.start] != "-":
        return None
    found: Passage | None = None
    for number, side in enumerate(match.index.sources):
        for there in side.form_places.get(before.form, ())[:PLACES]:
            if there + 1 < len(side.words) and side.words[there + 1].figure and side.text[side.words[there].end] == "-":
                if same_figure(word.form, side.words[there + 1].form):
                    return None
                found = found or Passage(source=number, span=side.span(there + 1, there + 2))
    return found


def _is_in_name(match: Match, at: int) -> bool:
    """Whether a figure is a part of what something is called ("League Two", "Formula 1") and no source has: then the name is absent."""
    side = match.summary
    if not _is_behind_capital(side, at):
        return False
    before = side.words[at - 1]
    return (side.text[side.words[at].start].isupper() or before.form in _NUMBERED) and not match.index.knows(before.stem)


def _is_behind_capital(side: Side, at: int) -> bool:
    """Whether the word right before this one, across one blank, begins with a capital."""
    before = side.words[at - 1] if at else None
    return before is not None and side.text[before.start].isupper() and side.text[before.end : side.words[at].start] == " "


_NUMBERED = frozenset(
    ["formula", "channel", "radio", "route", "apollo", "group", "division", "type", "article", "section", "chapter", "flight", "phase"]
)


_YEAR = re.compile(r"date:(?:1[5-9]|20)\d\d$")
_IN_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WEEKDAY = re.compile(r"date:(?:mon|tues|wednes|thurs|fri|satur|sun)day$")
_ABOUT = 2
"""Years before the first and after the last that the sources name in which they may have been published."""


def _another_year(match: Match, value: str) -> bool:
    """Whether this is a year alone, and a candidate has another year; or a date whose year lies far from those that the sources have."""
    if _YEAR.match(value) and any(_YEAR.match(other) for other in _dates_near(match)):
        return True
    year = _IN_YEAR.search(value)
    years = match.index.years
    if year is None or not years or min(years) - _ABOUT <= int(year[0]) <= max(years) + _ABOUT:
        return False
    return not any(amount_of(form) in {abs(int(year[0]) - other) for other in years} for form in match.index.figures)


def _another_weekday(match: Match, value: str) -> bool:
    """Whether this is a day of the week alone, and a candidate has another one."""
    return _WEEKDAY.match(value) is not None and any(_WEEKDAY.match(other) for other in _dates_near(match))


_DAY_OR_SEASON = re.compile(r"date:(?:\d{1,2} [a-z]{3}|(?:last|next|this) (?:autumn|fall|spring|summer|winter))$")


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


def _dates_near(match: Match, more: Sequence[Alignment] = ()) -> list[str]:
    """The dates of the two best candidates, and of these."""
    return [
        word.form
        for aligned in (*match.candidates[:2], *more)
        for word in match.source(aligned).words[aligned.sentence.first : aligned.sentence.last]
        if word.form.startswith("date:")
    ]


def _days(match: Match, at: int) -> tuple[Days, ...]:
    """What a date of the summary may mean, counted from the day on which a source was published."""
    value = match.summary.words[at].form
    days = match.index.published
    return tuple(found for day in days for found in days_meant(value, day)) if days else days_meant(value, None)


def _is_another_day(match: Match, at: int) -> bool:
    """Whether this is a date that no source has, and all days of publication are known. The summary's own "today" is another one."""
    known = all(side.published is not None for side in match.index.sources)
    return known and not is_counted(match.summary.words[at].form) and bool(_days(match, at))


def _agrees(match: Match, at: int, aligned: Alignment, there: int, *, rounded: bool) -> bool:
    """Whether a figure of the summary is this one of a source; dates may be the same day in other words."""
    source = match.source(aligned)
    mine, theirs = match.summary.words[at].form, source.words[there].form
    return same_figure(mine, theirs, rounded=rounded) or (
        mine.startswith("date:") and theirs.startswith("date:") and may_agree(_days(match, at), days_meant(theirs, source.published))
    )


def _as_told(match: Match, aligned: Alignment, at: int, there: int, *, rounded: bool) -> str:
    """The source's figure as the summary would write it: with "up to" or "about" unless it is `rounded` there too, and a capital where it
    opens a sentence.
    """
    summary, source = match.summary, match.source(aligned)
    operators = [] if rounded else source.operators_in(aligned.sentence)
    first = min([there, *(op.first for op in operators if op.kind == "approximator" and op.governed == there)])
    told = source.text[source.words[first].start : source.words[there].end]
    return told[:1].upper() + told[1:] if summary.text[summary.words[at].start].isupper() else told


def _between_years(match: Match, at: int) -> bool:
    """Whether this counts years, and two years of the sources (that of publication is one) lie so far apart."""
    noun = _counted(match.summary, at, match.sentence.last)
    value = amount_of(match.summary.words[at].form)
    if noun is None or value is None or not value.is_integer() or match.summary.stems[noun] != stem("year"):
        return False
    years = match.index.years
    return any(year + int(value) in years for year in years)


_TIMES = frozenset(["years", "months", "weeks", "days", "hours"])
_VAGUE = re.compile(r"number:(?:\?|[12]$)")


def is_vague(summary: Side, at: int) -> bool:
    """Whether a summary may have it though no source writes it so: dates (from the day of publication), "two" (counted), "hundreds",
    a sum converted in brackets, half of a score, a time that is counted from today ("20 years ago"), a name's own number ("League Two").
    """
    word = summary.words[at]
    behind = tuple(w.form for w in summary.words[at + 1 : at + 3])
    before, after = summary.text[word.start - 1 : word.start], summary.text[word.end : word.end + 1]
    return (
        word.form.startswith("date:")
        or (_VAGUE.match(word.form) is not None and not (after == "-" and any(f"{form}s" in _TIMES for form in behind[:1])))
        or (len(behind) == 2 and behind[0] in _TIMES and behind[1] in {"ago", "since"})
        or (summary.text[word.start].isupper() and _is_behind_capital(summary, at))
        or before in {"(", "-", "–"}
        or (after in {"-", "–"} and summary.text[word.end + 1 : word.end + 2].isdigit())
    )


def _is_exchanged(edits: list[Change], at: int) -> bool:
    """Whether one word of the source stands in the place of this one, between the same neighbours."""
    return any(edit.is_one_for_one and edit.here[0] == at for edit in edits)


def _figure_instead(match: Match, aligned: Alignment, edits: list[Change], at: int) -> int | None:
    """The one figure that the source has where the summary has this one."""
    for change in edits:
        if change.here[0] <= at < change.here[1]:
            alone = _is_exchanged(edits, at)  # its counterpart stands elsewhere in the sentence
            found = [w for w in range(*change.there) if match.source(aligned).words[w].figure and (alone or w not in aligned.backward)]
            mine = [w for w in range(*change.here) if match.summary.words[w].figure]
            return found[mine.index(at)] if len(found) == len(mine) else None
    return None


def _other_figure(match: Match, at: int, *, rounded: bool) -> tuple[Alignment, int] | None:
    """A different figure of the same noun in the best candidate, where no candidate has this one."""
    summary = match.summary
    value = summary.words[at].form
    if value.startswith(("date:", UNCOUNTED)) or _stands_near(match, at, rounded=rounded):
        return None
    noun = _counted(summary, at, match.sentence.last)
    for aligned in match.candidates[:2]:
        source = match.source(aligned)
        for there in range(aligned.sentence.first, aligned.sentence.last):
            word = source.words[there]
            if not word.figure or there in aligned.backward or word.form.split(":")[0] != value.split(":")[0]:
                continue
            theirs = _counted(source, there, aligned.sentence.last)
            if noun is not None and theirs is not None and aligned.forward.get(noun) == theirs and closeness(match, aligned, noun) >= 0.3:
                return aligned, there
    return None


def _counted(side: Side, at: int, last: int) -> int | None:
    """The noun that a figure counts: the first word with content behind it, at most two away."""
    return next((w for w in range(at + 1, min(at + 3, last)) if side.content[w] and not side.words[w].figure), None)


def _stands_near(match: Match, at: int, *, rounded: bool) -> bool:
    return any(
        _agrees(match, at, aligned, w, rounded=rounded)
        for aligned in match.candidates
        if any(match.summary.content[w] and not match.summary.words[w].figure for w in aligned.forward)
        for w in range(aligned.sentence.first, aligned.sentence.last)
        if match.source(aligned).words[w].figure
    )


def _stands_anywhere(match: Match, at: int, *, rounded: bool) -> bool:
    value = match.summary.words[at].form
    if match.index.knows(value):
        return True
    if value.startswith("date:") and may_agree(_days(match, at), match.index.days):
        return True
    return any(same_figure(value, other, rounded=rounded) for other in match.index.figures)
