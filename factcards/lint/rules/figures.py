"""Figures and dates: what must stand in the sources as it stands in the summary."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from factcards.cards import Severity
from factcards.figures import amount_of
from factcards.lint.dates import days_meant, is_counted, may_agree, may_be_one_day
from factcards.lint.edits import Change, changes, closeness
from factcards.lint.findings import Objection, Passage
from factcards.lint.matching import Alignment, Match
from factcards.lint.quantities import quantity_at, same_quantity
from factcards.lint.rules.acts import dated_otherwise
from factcards.lint.rules.amounts import (
    UNCOUNTED,
    exceeded,
    is_difference,
    is_listed,
    is_margin,
    is_rest,
    is_run_together,
    same_figure,
    worked_out,
)
from factcards.lint.rules.dating import days_of, is_another
from factcards.lint.rules.exchanged import done_by
from factcards.lint.rules.making import object_to, passage, stands_for
from factcards.lint.rules.phrases import counted_otherwise, of_before
from factcards.lint.side import Side
from factcards.lint.wording import PLACES
from factcards.lint.words import Word, stem

__all__ = ["figures"]


def figures(match: Match) -> Iterator[Objection]:
    """`figure_changed`: a number, amount, percentage or date that stands otherwise in the source; `figure_elsewhere`: with other words
    there; `figure_absent`: nowhere in it.
    """
    edits = list(changes(match, match.best)) if match.best is not None else []
    for at in range(match.sentence.first, match.sentence.last):
        if match.summary.words[at].figure:
            figure = _Figure(match, at, edits)
            found = next(found for answer in _ANSWERS if (found := answer(figure)) is not None)
            if found != "fine":
                yield found


@dataclass(frozen=True)
class _Figure:
    """A figure of the summary.

    Attributes:
        match: Its sentence.
        at: Its place.
        edits: Where the sentence departs from its best candidate.
    """

    match: Match
    at: int
    edits: Sequence[Change]

    @property
    def word(self) -> Word:
        """The figure itself."""
        return self.match.summary.words[self.at]

    @cached_property
    def rounded(self) -> bool:
        """Whether "about" or the like stands with it."""
        operators = self.match.summary.operators_in(self.match.sentence)
        return any(op.kind == "approximator" and op.governed == self.at for op in operators)

    @cached_property
    def is_exchanged(self) -> bool:
        """Whether one word of the source stands in its place, between the same neighbours."""
        return any(edit.is_one_for_one and edit.here[0] == self.at for edit in self.edits)

    @cached_property
    def stands_near(self) -> bool:
        """Whether a candidate that has another word of the sentence has it, too."""
        match = self.match
        return any(
            self.agrees(aligned, w)
            for aligned in match.candidates
            if any(match.summary.content[w] and not match.summary.words[w].figure for w in aligned.forward)
            for w in range(aligned.sentence.first, aligned.sentence.last)
            if match.source(aligned).words[w].figure
        )

    def is_told_by(self, theirs: str) -> bool:
        """Whether a source's value is this one: "thousands" tells no 13,000, though 13,000 are thousands."""
        counted = theirs.startswith(UNCOUNTED) and not self.word.form.startswith(UNCOUNTED)
        return not counted and same_figure(self.word.form, theirs, rounded=self.rounded)

    def agrees(self, aligned: Alignment, there: int) -> bool:
        """Whether it is this figure of a source; dates may be the same day in other words."""
        source = self.match.source(aligned)
        mine, theirs = self.word.form, source.words[there].form
        if self.is_told_by(theirs):
            return True
        dates = mine.startswith("date:") and theirs.startswith("date:")
        return dates and may_agree(days_of(self.match, self.at), days_meant(theirs, source.published))


# --- what a figure may be ---

_Answer = Objection | Literal["fine"] | None
"""What is wrong with a figure, or that it is fine; null leaves it to the next answer."""


def _per_another(figure: _Figure) -> _Answer:
    """Every source that tells it of each has it of each of something else, or within another time: "£50 a month", "£50 a year"; "£50 in a
    single week", "in one day, £50".
    """
    match, at, summary = figure.match, figure.at, figure.match.summary
    mine = _of_each(summary, at)
    if mine is None:
        return None
    told = [
        (number, side, there, _of_each(side, there))
        for number, side in enumerate(match.index.sources)
        for there in side.form_places.get(figure.word.form, ())[:PLACES]
    ]
    if not told or any(unit is None or side.forms[unit] == summary.forms[mine] for _, side, _, unit in told):
        return None
    number, side, there, unit = told[0]
    theirs = Passage(source=number, span=side.span(min(there, (unit or there) - 1), max(there, unit or there) + 1))
    why = f"the source says “{theirs.span.quote}”"
    return object_to(match, "figure_changed", "error", why, (min(at, mine - 1), max(at, mine) + 1), [theirs])


def _of_each(side: Side, at: int) -> int | None:
    """The place of the time of which a figure is told each time, "£50 a | week", or within which alone, where its sentence has no other
    figure: "£50 in a single | week", "in one | week, £50"; null where there is none.
    """
    behind = side.forms[at + 1 : at + 3]
    if len(behind) == _EACH_TIME and behind[0] in _EACH and f"{behind[1]}s" in _TIMES:
        return at + 2
    sentence = side.sentence_of(at)
    if any(side.words[w].figure for w in range(sentence.first, sentence.last) if w != at and not side.forms[w].startswith("date:")):
        return None
    times = (w for w in range(sentence.first + _EACH_TIME, sentence.last) if f"{side.forms[w]}s" in _TIMES)
    return next((w for w in times if side.forms[w - 1] in _ONE and side.forms[w - 2] in _ONE | _WITHIN), None)


_EACH_TIME = 2
"""Words of "a week"."""
_EACH = frozenset(["a", "an", "per", "each", "every"])
_ONE = frozenset(["one", "single", "a", "an", "just", "only"])
_WITHIN = frozenset(["in", "within"])


def _told_in_another_unit(figure: _Figure) -> _Answer:
    """A source has as much, counted otherwise: "14 days" for its two weeks."""
    mine = quantity_at(figure.match.summary, figure.at)
    if mine is None:
        return None
    units = {other.unit for other in figure.match.index.quantities if same_quantity(mine, other)}
    return "fine" if units and mine.unit not in units else None


def _worked_out_itself(figure: _Figure) -> _Answer:
    """The summary lists by name what it counts, or says that it is a difference; or the source runs it together with the next word."""
    match, at = figure.match, figure.at
    if is_rest(match, at) or (not match.index.knows(figure.word.form) and is_run_together(match, at)):
        return "fine"
    return _difference(figure) if is_difference(match, at) and not figure.stands_near else None


def _difference(figure: _Figure) -> Objection:
    why = f"“{_shown(figure)}” is the difference of two figures of the source, and may be another one's"
    return object_to(figure.match, "figure_elsewhere", "unsure", why, (figure.at, figure.at + 1))


def _held(figure: _Figure) -> _Answer:
    """The best candidate has it, and no other figure in its place."""
    match, best = figure.match, figure.match.best
    if best is None or figure.at not in best.forward or len(best.forward) == 1:
        return None
    return None if match.near_verbatim and figure.is_exchanged else "fine"


def _exchanged(figure: _Figure) -> _Answer:
    """In a sentence that is otherwise the source's, another figure stands in its place; or the same one, written otherwise."""
    match, best = figure.match, figure.match.best
    there = _instead(figure, best) if best is not None and match.near_verbatim else None
    if best is None or there is None:
        return None
    if figure.agrees(best, there) or exceeded(match, figure.at, [match.source(best).words[there].form]):
        return "fine"
    does = done_by(match.summary, match.sentence).get(figure.word.form)
    if does is not None and done_by(match.source(best), best.sentence).get(figure.word.form) == does:
        return "fine"  # "31 percent opposed it and 52 backed it", "52 percent backed it, 31 opposed it"
    mine, theirs = figure.word.form, match.source(best).words[there].form
    if any(mine.startswith(kind) != theirs.startswith(kind) for kind in ("date:", UNCOUNTED)):
        return None  # an age stands for no day, "thousands" for no other figure than 13,000
    part, whole = sorted((amount_of(mine) or 1.0, amount_of(theirs) or 1.0))
    if part < 1 <= whole and math.isclose(part * whole, 1) and figure.match.summary.forms[figure.at - 1] in {"in", "of"}:
        return None  # "one in five" is a fifth
    untold = not match.index.published and is_counted(mine) != is_counted(theirs)
    return _changed(figure, best, there, "unsure" if untold else "error")


def _exceeded(figure: _Figure) -> _Answer:
    """It stands for a candidate's larger one: "more than 100" for 113."""
    match = figure.match
    near = (word.form for a in match.candidates for word in match.source(a).words[a.sentence.first : a.sentence.last] if word.figure)
    return "fine" if exceeded(match, figure.at, near) else None


def _of_the_same_thing(figure: _Figure) -> _Answer:
    """A candidate has a different figure of the same noun, and none has this one."""
    match, at, value = figure.match, figure.at, figure.word.form
    noun = _counted(match.summary, at, match.sentence.last)
    if noun is None or value.startswith(("date:", UNCOUNTED)) or figure.stands_near:
        return None
    for aligned in match.candidates[:2]:
        source = match.source(aligned)
        for there in range(aligned.sentence.first, aligned.sentence.last):
            word = source.words[there]
            if not word.figure or there in aligned.backward or word.form.split(":")[0] != value.split(":")[0]:
                continue
            if word.form.startswith(UNCOUNTED):
                continue  # "thousands" is no other figure than 13,000
            theirs = _counted(source, there, aligned.sentence.last)
            if theirs is not None and aligned.forward.get(noun) == theirs and closeness(match, aligned, noun) >= 0.3:
                return _changed(figure, aligned, _part_of(source, there), "error", " of the same thing")
    return None


def _part_of(side: Side, whole: int) -> int:
    """The figure that is told of a whole, "| 300 | of the 1,200 jobs"; else the figure itself."""
    parts = [w for w in range(max(0, whole - 3), whole - 1) if side.words[w].figure and side.forms[w + 1] == "of"]
    return parts[-1] if parts else whole


def _told(figure: _Figure) -> _Answer:
    """A candidate has it, or what it is worked out from; or it belongs to a name, which another rule looks for."""
    match, at = figure.match, figure.at
    told = figure.stands_near or worked_out(match, at) or _is_in_name(match, at)
    noun = _counted(match.summary, at, match.sentence.last)
    return "fine" if told or _is_half_of_it(match, at, noun) else None


def _is_half_of_it(match: Match, at: int, noun: int | None) -> bool:
    """Whether a source joins "half" to the same noun: "half an hour", "a half-hour"."""
    if noun is None or not match.summary.text.startswith("half", match.summary.words[at].start):
        return False
    halves = ((side, place) for side in match.index.sources for place in side.form_places.get("half", ())[:PLACES])
    return any(side.following(place) == match.summary.forms[noun] for side, place in halves)


def _joined(figure: _Figure) -> _Answer:
    """The sources join another figure to the word to which the summary joins this one by a hyphen: "Soyuz-2", "Soyuz-4"."""
    theirs = _joined_instead(figure.match, figure.at)
    if theirs is None:
        return None
    why = f"the source says “{theirs.span.quote}” of the same thing"
    return stands_for(figure.match, "figure_changed", "error", why, figure.at, theirs)


def _of_the_same_name(figure: _Figure) -> _Answer:
    """The sources have another age right behind the same full name, and nowhere this one: "Ada Quill, 46,", "Ada Quill, 47,"."""
    match, at = figure.match, figure.at
    if not _is_age(match.summary, at):
        return None
    told = [
        (number, side, place + 1)
        for number, side in enumerate(match.index.sources)
        for place in side.form_places.get(match.summary.forms[at - 1], ())[:PLACES]
        if _is_age(side, place + 1)
    ]
    if any(figure.is_told_by(side.forms[place]) for _, side, place in told):
        return "fine"
    told = [found for found in told if found[1].forms[found[2] - 2 : found[2] - 1] == match.summary.forms[at - 2 : at - 1]]
    if not told:
        return None
    number, side, place = told[0]
    theirs = Passage(source=number, span=side.span(place, place + 1))
    return stands_for(match, "figure_changed", "error", f"the source says “{theirs.span.quote}” of the same name", at, theirs)


def _of_the_same_event(figure: _Figure) -> _Answer:
    """A candidate has another date right before the same word, and no source has this one there: "the May 1 vote", "the May 12 vote"."""
    match, at = figure.match, figure.at
    if not figure.word.form.startswith("date:") or not _is_before_noun(match.summary, at):
        return None
    for aligned in match.candidates:
        noun, source = aligned.forward.get(at + 1), match.source(aligned)
        there = noun - 1 if noun is not None else -1
        if there < aligned.sentence.first or not source.forms[there].startswith("date:") or not _is_before_noun(source, there):
            continue
        if _same_shape(figure.word.form, source.forms[there]) and not _is_dated_so(figure):
            open_still = source.published is None and may_be_one_day(figure.word.form, source.forms[there])  # when was "tomorrow" written?
            return _changed(figure, aligned, there, "unsure" if open_still else "error", " of the same thing")
    return None


def _of_the_same_act(figure: _Figure) -> _Answer:
    """A source has another date right behind the same word, and none has this one there: "died in 1931", "until May 15"."""
    return dated_otherwise(figure.match, figure.at) if figure.word.form.startswith("date:") else None


def _of_the_same_phrase(figure: _Figure) -> _Answer:
    """The sources have another figure right before the same words, and this one with others; or only as what it was before."""
    return counted_otherwise(figure.match, figure.at) or of_before(figure.match, figure.at)


def _is_before_noun(side: Side, at: int) -> bool:
    """Whether a word with content stands right behind a date, with no mark between."""
    return at + 1 < len(side.words) and side.content[at + 1] and not side.words[at + 1].figure and side.between(at) == " "


def _same_shape(mine: str, theirs: str) -> bool:
    """Whether two dates tell the same of a day: both a day and its month, or a year alone."""
    shapes = [sorted("d" if word.isdigit() else "m" for word in form.removeprefix("date:").split()) for form in (mine, theirs)]
    return mine != theirs and shapes[0] == shapes[1]


def _is_dated_so(figure: _Figure) -> bool:
    """Whether a source has this date right before the summary's word somewhere."""
    stem_behind = figure.match.summary.stems[figure.at + 1]
    return any(
        side.words[w].figure and side.stems[w + 1] == stem_behind and figure.is_told_by(side.forms[w])
        for side in figure.match.index.sources
        for w in range(len(side.words) - 1)
    )


def _is_age(side: Side, at: int) -> bool:
    """Whether a figure stands between commas, or in brackets, behind a name."""
    if not 0 < at < len(side.words) or at - 1 not in side.name_words or not side.forms[at].startswith("number:"):
        return False
    return bool(_AGED.match(side.text, side.words[at - 1].end, side.words[at].end + 1))


_AGED = re.compile(r"(?:, \d{1,3}(?=[,.])|\s\(\d{1,3}(?=\)))")


def _elsewhere(figure: _Figure) -> _Answer:
    """The sources have it with other words."""
    match, at, value = figure.match, figure.at, figure.word.form
    dated = value.startswith("date:") and may_agree(days_of(match, at), match.index.days)
    told = match.index.knows(value) or dated or any(figure.is_told_by(other) for other in match.index.figures)
    if not told and is_margin(match, at):
        return _difference(figure)
    if not told and is_listed(match, at):
        why = f"the source lists as many as “{_shown(figure)}”, and may tell something else of them"
        return object_to(match, "figure_elsewhere", "unsure", why, (at, at + 1))
    if not told and not exceeded(match, at, match.index.figures):
        return None
    why = f"“{_shown(figure)}” stands elsewhere in the source, with other words"
    return object_to(match, "figure_elsewhere", "unsure", why, (at, at + 1))


def _absent(figure: _Figure) -> _Answer:
    """No source has it."""
    match, at = figure.match, figure.at
    doubtful = (_is_vague(match.summary, at) or _between_years(match, at)) and not is_another(match, at)
    why = f"the figure “{_shown(figure)}” does not stand in the source"
    return object_to(match, "figure_absent", "unsure" if doubtful else "error", why, (at, at + 1))


_ANSWERS: tuple[Callable[[_Figure], _Answer], ...] = (
    _per_another,
    _told_in_another_unit,
    _worked_out_itself,
    _of_the_same_name,
    _of_the_same_phrase,
    _held,
    _exchanged,
    _exceeded,
    _of_the_same_thing,
    _of_the_same_event,
    _of_the_same_act,
    _told,
    _joined,
    _elsewhere,
    _absent,
)
"""In the order in which they are tried; the last one always answers."""


# --- what the answers are made of ---


def _changed(figure: _Figure, aligned: Alignment, there: int, severity: Severity, of: str = "") -> Objection:
    """`figure_changed`, where a candidate has another figure."""
    theirs = passage(figure.match, aligned, there, there + 1)
    why = f"the source says “{theirs.span.quote}”{of}"
    return stands_for(figure.match, "figure_changed", severity, why, figure.at, theirs, _as_told(figure, aligned, there))


def _as_told(figure: _Figure, aligned: Alignment, there: int) -> str:
    """The source's figure as the summary would write it: with "up to" or "about" unless the summary has it rounded too, and a capital
    where it opens a sentence.
    """
    summary, source = figure.match.summary, figure.match.source(aligned)
    operators = [] if figure.rounded else source.operators_in(aligned.sentence)
    first = min([there, *(op.first for op in operators if op.kind == "approximator" and op.governed == there)])
    told = source.text[source.words[first].start : source.words[there].end]
    return told[:1].upper() + told[1:] if summary.text[figure.word.start].isupper() else told


def _shown(figure: _Figure) -> str:
    return figure.match.summary.text[figure.word.start : figure.word.end]


def _instead(figure: _Figure, aligned: Alignment) -> int | None:
    """The one figure that the source has where the summary has this one."""
    summary, source, at = figure.match.summary, figure.match.source(aligned), figure.at
    change = next((change for change in figure.edits if change.here[0] <= at < change.here[1]), None)
    if change is None:
        return None
    # where one word stands for one, its counterpart stands elsewhere in the sentence
    found = [w for w in range(*change.there) if source.words[w].figure and (figure.is_exchanged or w not in aligned.backward)]
    mine = [w for w in range(*change.here) if summary.words[w].figure]
    return found[mine.index(at)] if len(found) == len(mine) else None


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


def _between_years(match: Match, at: int) -> bool:
    """Whether this counts years, and two years of the sources (that of publication is one) lie so far apart."""
    noun = _counted(match.summary, at, match.sentence.last)
    value = amount_of(match.summary.words[at].form)
    if noun is None or value is None or not value.is_integer() or match.summary.stems[noun] != stem("year"):
        return False
    years = match.index.years
    return any(year + int(value) in years for year in years)


def _counted(side: Side, at: int, last: int) -> int | None:
    """The noun that a figure counts: the first word with content behind it, at most two away."""
    return next((w for w in range(at + 1, min(at + 3, last)) if side.content[w] and not side.words[w].figure), None)


_TIMES = frozenset(["years", "months", "weeks", "days", "hours"])
_VAGUE = re.compile(r"number:(?:\?|[12]$)")


def _is_vague(summary: Side, at: int) -> bool:
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
        or (after in {"-", "–"} and summary.text[word.end - 1].isdigit() and summary.text[word.end + 1 : word.end + 2].isdigit())
    )
