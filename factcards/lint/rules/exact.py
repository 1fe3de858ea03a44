"""Figures, quotations and names: what must stand in the sources as it stands in the summary."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from factcards.figures import order_of
from factcards.lexicon import lemma_of
from factcards.lint.dates import Days, days_meant, is_counted, may_agree
from factcards.lint.edits import Change, changes, closeness
from factcards.lint.findings import Edit, Finding, Passage, Severity
from factcards.lint.fixing import restoring_each
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Sentence, Side
from factcards.lint.words import lexis, stem, stems_of

__all__ = ["SAME_NAMES", "figures", "is_vague", "names", "quotations", "speech", "spelt_alike", "spelt_like"]

_NEAR = 0.055
"""Relative difference up to which a figure with "about" before it is the source's figure, rounded."""


def _amount(value: str) -> float | None:
    found = re.search(r"(?<![\d.])\d+(?:\.\d+)?(?:e[+-]?\d+)?$", value.lower().removesuffix(":points"))
    return float(found[0]) if found and not value.startswith("date:") else None


def same_figure(left: str, right: str, *, rounded: bool = False) -> bool:
    """Whether two figures' values agree: equal, the same amount in another unit of speech, or parts of one date."""
    if left == right:
        return True
    if left.startswith("date:") and right.startswith("date:"):
        a, b = set(left[5:].split()) - {"last", "next", "this"}, set(right[5:].split()) - {"last", "next", "this"}
        return bool(a) and bool(b) and (a <= b or b <= a)
    if left.startswith(_UNCOUNTED) != right.startswith(_UNCOUNTED):
        return _of_order(left, right) if left.startswith(_UNCOUNTED) else _of_order(right, left)
    one, other = _amount(left), _amount(right)
    if one is None or other is None:
        return left.split(":", 1)[-1] == right.split(":", 1)[-1]
    if left.endswith(":points") != right.endswith(":points") and "percent" in left and "percent" in right:
        return False
    kinds = {left.split(":", 1)[0], right.split(":", 1)[0]}
    if kinds == {"money", "percent"}:
        return False
    if left.startswith("money:") and right.startswith("money:") and left[6:9] != right[6:9]:
        return False
    return one == other or (rounded and abs(one - other) <= _NEAR * max(abs(one), abs(other)))


_UNCOUNTED = "number:?"
"""How the value of "hundreds" or "dozens" begins: it stands for any figure of that order."""


def _of_order(uncounted: str, figure: str) -> bool:
    """Whether a figure is one of "hundreds": pounds too, where the summary says "hundreds of pounds"."""
    order, amount = order_of(uncounted.removeprefix(_UNCOUNTED)), _amount(figure)
    return order is not None and amount is not None and order[0] <= amount < order[1] and not figure.startswith("percent")


def figures(match: Match) -> Iterator[Finding]:
    """`figure_changed`: a number, amount, percentage or date that stands otherwise in the source; `figure_absent`: nowhere in it."""
    best = match.best
    edits = list(changes(match, best)) if best is not None else []
    summary = match.summary
    for at in range(match.sentence.first, match.sentence.last):
        word = summary.words[at]
        if not word.figure or (best is not None and at in best.forward and len(best.forward) > 1):
            continue
        rounded = any(op.kind == "approximator" and op.governed == at for op in summary.operators_in(match.sentence))
        changed = _figure_instead(match, best, edits, at) if best is not None and match.near_verbatim else None
        if changed is not None and best is not None:
            if not _agrees(match, at, best, changed, rounded=rounded):
                there = match.source(best).words[changed]
                shown = match.source(best).text[there.start : there.end]
                untold = not match.index.published and is_counted(word.form) != is_counted(there.form)
                yield object_to(
                    match,
                    "figure_changed",
                    "unsure" if untold else "error",
                    f"the source says “{shown}”",
                    (at, at + 1),
                    [passage(match, best, changed, changed + 1)],
                    [Edit(start=word.start, end=word.end, replacement=_as_told(match, best, at, changed, rounded=rounded))],
                )
            continue
        if _exceeded(match, at):
            continue
        other = _other_figure(match, at, rounded=rounded)
        if other is not None:
            aligned, at_theirs = other
            theirs = passage(match, aligned, at_theirs, at_theirs + 1)
            yield object_to(
                match,
                "figure_changed",
                "error",
                f"the source says “{theirs.span.quote}” of the same thing",
                (at, at + 1),
                [theirs],
                [Edit(start=word.start, end=word.end, replacement=_as_told(match, aligned, at, at_theirs, rounded=rounded))],
            )
            continue
        if _stands_near(match, at, rounded=rounded) or _worked_out(match, at) or _is_in_name(match, at):
            continue
        theirs_joined = _joined_instead(match, at)
        if theirs_joined is not None:
            yield object_to(
                match,
                "figure_changed",
                "error",
                f"the source says “{theirs_joined.span.quote}” of the same thing",
                (at, at + 1),
                [theirs_joined],
                [Edit(start=word.start, end=word.end, replacement=theirs_joined.span.quote)],
            )
            continue
        if _stands_anywhere(match, at, rounded=rounded):
            shown = summary.text[word.start : word.end]
            yield object_to(
                match, "figure_elsewhere", "unsure", f"“{shown}” stands elsewhere in the source, with other words", (at, at + 1)
            )
            continue
        shown = summary.text[word.start : word.end]
        doubtful = is_vague(summary, at) or _between_years(match, at)
        known = _another_year(match, word.form) or _another_weekday(match, word.form) or _is_another_day(match, at)
        severity: Severity = "unsure" if doubtful and not known else "error"
        yield object_to(match, "figure_absent", severity, f"the figure “{shown}” does not stand in the source", (at, at + 1))


def _joined_instead(match: Match, at: int) -> Passage | None:
    """The figure that the sources join to a word by a hyphen where the summary joins another to it: "Soyuz-2", "Soyuz-4"."""
    summary = match.summary
    before, word = (summary.words[at - 1], summary.words[at]) if at else (None, None)
    if before is None or word is None or before.figure or summary.text[before.end : word.start] != "-":
        return None
    found: Passage | None = None
    for number, side in enumerate(match.index.sources):
        for there in side.form_places.get(before.form, ())[:_PLACES]:
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
    return not any(_amount(form) in {abs(int(year[0]) - other) for other in years} for form in match.index.figures)


def _another_weekday(match: Match, value: str) -> bool:
    """Whether this is a day of the week alone, and a candidate has another one."""
    return _WEEKDAY.match(value) is not None and any(_WEEKDAY.match(other) for other in _dates_near(match))


def _dates_near(match: Match) -> list[str]:
    """The dates of the two best candidates."""
    return [
        word.form
        for aligned in match.candidates[:2]
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
    value = _amount(match.summary.words[at].form)
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
        or _VAGUE.match(word.form) is not None
        or (len(behind) == 2 and behind[0] in _TIMES and behind[1] in {"ago", "since"})
        or (summary.text[word.start].isupper() and _is_behind_capital(summary, at))
        or before in {"(", "-", "–"}
        or (after in {"-", "–"} and summary.text[word.end + 1 : word.end + 2].isdigit())
    )


def _figure_instead(match: Match, aligned: Alignment, edits: list[Change], at: int) -> int | None:
    """The one figure that the source has where the summary has this one."""
    for change in edits:
        if change.here[0] <= at < change.here[1]:
            found = [w for w in range(*change.there) if match.source(aligned).words[w].figure and w not in aligned.backward]
            mine = [w for w in range(*change.here) if match.summary.words[w].figure]
            return found[mine.index(at)] if len(found) == len(mine) else None
    return None


def _other_figure(match: Match, at: int, *, rounded: bool) -> tuple[Alignment, int] | None:
    """A different figure of the same noun in the best candidate, where no candidate has this one."""
    summary = match.summary
    value = summary.words[at].form
    if value.startswith(("date:", _UNCOUNTED)) or _stands_near(match, at, rounded=rounded):
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


_MORE = frozenset([("more", "than"), ("at", "least")])
_MUCH_MORE = 1.2
"""Times its figure that "more than 100" may stand for; a summary rounds down to the last telling digit."""


def _exceeded(match: Match, at: int) -> bool:
    """Whether "more than 100" stands for a candidate's 113."""
    summary = match.summary
    before = tuple(word.form for word in summary.words[max(match.sentence.first, at - 2) : at])
    least = _amount(summary.words[at].form)
    if least is None or not (before in _MORE or before[-1:] == ("over",)):
        return False
    kind = summary.words[at].form.split(":", 1)[0]
    return any(
        word.figure and word.form.split(":", 1)[0] == kind and _is_rounded_down(least, _amount(word.form) or -1)
        for aligned in match.candidates
        for word in match.source(aligned).words[aligned.sentence.first : aligned.sentence.last]
    )


def _is_rounded_down(least: float, amount: float) -> bool:
    """Whether "more than `least`" tells an amount: a fifth more at most, or the same to the last digit that is no nought."""
    if least <= amount <= _MUCH_MORE * least:
        return True
    step = next((10.0**k for k in range(9, 0, -1) if least % 10**k == 0), 1.0)
    return least <= amount < least + step


def _worked_out(match: Match, at: int) -> bool:
    """Whether a summary may have added it up: two figures of one candidate's sentence, or the names that it lists."""
    summary = match.summary
    value, kind = _amount(summary.words[at].form), summary.words[at].form.split(":", 1)[0]
    if value is None or kind not in {"number", "money"}:
        return False
    before = tuple(word.form for word in summary.words[max(match.sentence.first, at - 2) : at])
    most = _MUCH_MORE * value if before in _MORE or before[-1:] == ("over",) else value
    for aligned in match.candidates:
        source, sentence = match.source(aligned), aligned.sentence
        words = source.words[sentence.first : sentence.last]
        amounts = [amount for w in words if w.figure and w.form.startswith(f"{kind}:") and (amount := _amount(w.form)) is not None]
        if any(value <= a + b <= most for a, b in itertools.combinations(amounts[:_ADDED], 2)):
            return True
        if kind == "number" and _LEAST_LISTED <= value < 10 and _listed(source, sentence) == value:
            return True
    return False


_ADDED = 8
"""Figures of a sentence that are added up, two by two."""
_LEAST_LISTED = 3
_NAMED = r"[A-Za-z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,4}"
_LISTED = re.compile(rf"(?:{_NAMED}, ){{1,7}}(?:the )?{_NAMED},? and (?:the )?[A-Z]")


def _listed(source: Side, sentence: Sentence) -> int:
    """How many names a sentence lists: "Liverpool, Leeds, York and Hull" are four."""
    found = _LISTED.search(source.text, sentence.start, sentence.end)
    return found[0].count(", ") + 2 - found[0].count(", and ") if found is not None else 0


def _stands_anywhere(match: Match, at: int, *, rounded: bool) -> bool:
    value = match.summary.words[at].form
    if match.index.knows(value):
        return True
    if value.startswith("date:") and may_agree(_days(match, at), match.index.days):
        return True
    return any(same_figure(value, other, rounded=rounded) for other in match.index.figures)


def quotations(match: Match) -> Iterator[Finding]:
    """`quote_altered`: words in quotation marks that no source has so."""
    summary = match.summary
    for quotation in summary.quotations_in(match.sentence):
        first, last = summary.place(quotation.inner_start), summary.place(quotation.inner_end)
        for low, high in _pieces(summary, first, last):
            if high <= low or _stands(match, low, high):
                continue
            joint = _joint(match, low, high)
            if joint is not None:
                yield object_to(match, "quote_altered", "error", "two quotations of the source are joined here", (joint - 1, joint + 1))
                continue
            yield from _altered(match, low, high)


def speech(match: Match) -> Iterator[Finding]:
    """`quote_altered`, for a sentence of a speech without its marks: one word of the source's quotation became another."""
    best = match.best
    if best is None or best.ordered < _SPOKEN or best.coverage < 0.6:
        return
    summary, source = match.summary, match.source(best)
    for change in changes(match, best):
        (a, b), (c, d) = change.here, change.there
        if b - a != 1 or d - c != 1 or change.anchored == 0 or not (summary.content[a] and source.content[c]):
            continue
        if summary.words[a].figure or source.words[c].figure or not source.in_quotation(c) or summary.in_quotation(a):
            continue
        if a in summary.operator_words or c in source.operator_words or lemma_of(source.words[c].form) is not None:
            continue
        theirs = passage(match, best, c, d)
        yield object_to(
            match,
            "quote_altered",
            "error",
            f"these are words of a quotation; the source's word is “{theirs.span.quote}”",
            (a, b),
            [theirs],
            [Edit(start=summary.words[a].start, end=summary.words[a].end, replacement=theirs.span.quote)],
        )


_SPOKEN = 0.85
"""Share of a sentence's words that must stand in the source's quotation in order, to be those spoken words."""


def _pieces(summary: Side, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches of a quotation between omissions and bracketed words."""
    low = first
    for at in range(first + 1, last):
        between = summary.text[summary.words[at - 1].end : summary.words[at].start]
        if "…" in between or "..." in between or "[" in between or "]" in between:
            yield low, at
            low = at
    yield low, last


_LONGEST_QUOTE = 200
"""Words of a quotation in which a joint is looked for."""


def _joint(match: Match, first: int, last: int) -> int | None:
    """Where two stretches meet that each stand in a source, but not together: the place of the second one's first word."""
    summary = match.summary
    for at in range(first + 2, min(last - 1, first + 2 + _LONGEST_QUOTE)):
        between = summary.text[summary.words[at - 1].end : summary.words[at].start]
        if any(mark in between for mark in ".!?;,") and _stands(match, first, at) and _stands(match, at, last):
            return at
    return None


def _stands(match: Match, first: int, last: int) -> bool:
    """Whether these words stand in a source in this order, word for word (figures by value)."""
    wanted = [w.form for w in match.summary.words[first:last]]
    for side in match.index.sources:
        forms, places = side.forms, side.form_places
        rarest = min(range(len(wanted)), key=lambda k: len(places.get(wanted[k], ())))
        for at in places.get(wanted[rarest], ())[:_PLACES]:
            start = at - rarest
            if start >= 0 and forms[start : start + len(wanted)] == wanted:
                return True
    return False


_PLACES = 2000
"""Places of a quotation's rarest word that are looked at; a text with more is no prose."""


def _altered(match: Match, first: int, last: int) -> Iterator[Finding]:
    summary = match.summary
    shown = summary.span(first, last).quote
    for aligned in match.candidates:
        inside = [w for w in range(first, last) if w in aligned.forward]
        if len(inside) * 2 < last - first:
            continue
        low, high = min(aligned.forward[w] for w in inside), max(aligned.forward[w] for w in inside) + 1
        if high - low > 2 * (last - first) + 3:
            continue
        low = max(aligned.sentence.first, low - (inside[0] - first))
        high = min(aligned.sentence.last, high + (last - 1 - inside[-1]))
        theirs = passage(match, aligned, low, high)
        severity: Severity = _how_altered(match, aligned, (first, last), (low, high))
        if severity == "error" and _paraphrased(match, first, last):
            severity = "unsure"
        edits = restoring_each(match, aligned, first, last)
        if not edits or any(mark in edit.replacement for edit in edits for mark in '"“”'):  # never past the end of what was said
            edits = (Edit(start=summary.words[first].start, end=summary.words[last - 1].end, replacement=theirs.span.quote),)
        yield object_to(
            match, "quote_altered", severity, f"the source's words are “{_short(theirs.span.quote)}”", (first, last), [theirs], edits
        )
        return
    severity = "unsure" if _paraphrased(match, first, last) else "error"
    yield object_to(match, "quote_absent", severity, f"nobody says “{_short(shown)}” in the source", (first, last))


_ALTERED = 2
"""Words between single marks that may be another's before they are a paraphrase and no altered quotation."""


def _paraphrased(match: Match, first: int, last: int) -> bool:
    """Whether words between single marks are hardly the source's: such marks stand round paraphrase and mockery too."""
    if not _single_marks(match.summary, first) or _one_word_apart(match, first, last):
        return False
    kept = max((sum(1 for w in range(first, last) if w in aligned.forward) for aligned in match.candidates), default=0)
    return kept == 0 or last - first - kept > _ALTERED


def _one_word_apart(match: Match, first: int, last: int) -> bool:
    """Whether a source has these words but one; with two words nothing is left to tell by."""
    return 3 <= last - first <= _LONGEST_QUOTE and any(
        (at == first or _stands(match, first, at)) and (at + 1 == last or _stands(match, at + 1, last)) for at in range(first, last)
    )


def _single_marks(summary: Side, first: int) -> bool:
    """Whether a quotation's marks are single ones, which headlines and British papers put round paraphrase and mockery too."""
    return any(
        summary.text[q.inner_start - 1 : q.inner_start] in {"'", "‘", "’"}
        for q in summary.quoted
        if summary.place(q.inner_start) <= first < summary.place(q.inner_end)
    )


_SMALL = frozenset(["a", "an", "the", "that", "this", "of", "and"])
"""Words that may stand for each other in a quotation without a lie."""


def _how_altered(match: Match, aligned: Alignment, here: tuple[int, int], there: tuple[int, int]) -> Severity:
    """An error where a word with content is another; a warning where only small words differ, or one negation stands for another."""
    summary, source = match.summary, match.source(aligned)
    known = {source.stems[w] for w in range(*there)}
    mine = {summary.stems[w] for w in range(*here)}
    negations = stems_of("negation", "words") | stems_of("negation", "verbs")
    turned = bool(mine & negations - known) != bool(known & negations - mine)
    other = any(summary.content[w] and summary.stems[w] not in known | negations for w in range(*here))
    if here[1] - here[0] == there[1] - there[0]:
        other = other or any(
            summary.stems[a] != source.stems[b]
            and not {summary.words[a].form, source.words[b].form} <= _SMALL
            and not {summary.stems[a], source.stems[b]} & negations
            for a, b in zip(range(*here), range(*there), strict=True)
        )
    return "error" if other or turned else "warning"


def _short(words: str, most: int = 120) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def names(match: Match) -> Iterator[Finding]:
    """`name_absent`: a name that no source has; `name_misspelt`: one that a source spells otherwise."""
    summary = match.summary
    for name in summary.names_over(match.sentence.start, match.sentence.end):
        if name.start < match.sentence.start:
            continue
        first, last = summary.place(name.start), summary.place(name.end)
        capital = [w for w in range(first, last) if summary.text[summary.words[w].start].isupper() and not summary.words[w].figure]
        missing = [w for w in capital if summary.content[w] and not match.index.knows(summary.stems[w])]
        if not missing:
            continue
        at = missing[0]
        near = spelt_like(match, summary.words[at].form)
        if near is None and all(_known(match, w) for w in missing):
            continue
        shown = summary.text[summary.words[at].start : summary.words[at].end]
        if near is not None:
            source, word = near
            span = match.index.sources[source].span(word, word + 1)
            yield object_to(
                match,
                "name_misspelt",
                "error",
                f"the source spells it “{span.quote}”",
                (at, at + 1),
                [Passage(source=source, span=span)],
                [Edit(start=summary.words[at].start, end=summary.words[at].end, replacement=span.quote)],
            )
            continue
        instead = _named_instead(match, capital, missing)
        if instead is not None:
            source, word = instead
            span = match.index.sources[source].span(word, word + 1)
            yield object_to(
                match,
                "name_changed",
                "error",
                f"the source names “{span.quote}” here",
                (at, at + 1),
                [Passage(source=source, span=span)],
                [Edit(start=summary.words[at].start, end=summary.words[at].end, replacement=span.quote)],
            )
            continue
        telling = name.kind in {"person", "organization"} and len(missing) == len(capital)
        telling = telling and not (name.kind == "person" and summary.words[last - 1].form in SAME_NAMES)  # "South American" is nobody
        telling = telling and not _is_spelt_out(match, capital) and not _is_author(match, last)
        severity: Severity = "error" if telling and len(shown) >= _LEAST_NAME else "unsure"
        yield object_to(match, "name_absent", severity, f"the source does not name “{shown}”", (first, last))


def _named_instead(match: Match, capital: list[int], missing: list[int]) -> tuple[int, int] | None:
    """The one word (source, its place) that the sources have beside the rest of a name where the summary has another: "Ozy Media", not
    "UFO Media". None where the rest stands alone too, which a summary may complete.
    """
    if len(missing) != 1 or len(capital) != _TWO or capital[1] != capital[0] + 1:
        return None
    known = capital[0] if missing[0] == capital[1] else capital[1]
    found: set[str] = set()
    place: tuple[int, int] | None = None
    for number, side in enumerate(match.index.sources):
        for at in side.form_places.get(match.summary.words[known].form, ())[:_PLACES]:
            beside = at + missing[0] - known
            if not 0 <= beside < len(side.words) or beside not in side.name_words or at not in side.name_words:
                return None
            between = side.text[side.words[min(at, beside)].end : side.words[max(at, beside)].start]
            if between != " ":
                return None
            found.add(side.words[beside].form)
            near = any(aligned.side == number and aligned.sentence.first <= at < aligned.sentence.last for aligned in match.candidates)
            if near and side.text[side.words[beside].start : side.words[beside].end].isalpha():
                place = number, beside
    told = "".join(found)
    return place if len(found) == 1 and told[:_LEAST_CUT] != match.summary.words[missing[0]].form[:_LEAST_CUT] else None


_TWO = 2
"""Words of a name of which one may be told from the other."""


def _is_spelt_out(match: Match, capital: list[int]) -> bool:
    """Whether the source has the name's initials only: "Council of Mortgage Lenders" for its CML."""
    initials = "".join(match.summary.words[w].form[0] for w in capital)
    return len(initials) >= _LEAST_INITIALS and any(
        side.text[side.words[at].start : side.words[at].end].isupper()
        for side in match.index.sources
        for at in side.form_places.get(initials, ())[:_PLACES]
    )


_LEAST_INITIALS = 3
"""Letters of an acronym that stands for one name only."""


def _is_author(match: Match, last: int) -> bool:
    """Whether a name heads a sentence ("Quill: It was no accident") about an article that somebody tells in the first person: an author
    seldom names himself.
    """
    words, text = match.summary.words, match.summary.text
    if last >= len(words) or not text[words[last - 1].end : words[last].start].startswith(":"):
        return False
    return any(
        not side.in_quotation(at)
        for side in match.index.sources
        for form in ("i", "my", "me")
        for at in side.form_places.get(form, ())[:_PLACES]
    )


_LEAST_NAME = 4
"""Letters of a name that is looked for: shorter ones are abbreviations, which a summary may make itself."""


def _known(match: Match, at: int) -> bool:
    """Whether a source has this word, in another form too ("Britain's", "British"; "UK", "United Kingdom")."""
    word = match.summary.words[at]
    if match.index.knows(word.stem):
        return True
    if word.form in SAME_NAMES:
        return any(match.index.knows(stem(other)) for other in SAME_NAMES[word.form])
    if len(word.form) > 5 and match.index.begins(word.form[:5]):
        return True
    if _is_cut_short(match, at):
        return True
    return len(word.form) <= 5 and match.index.has_initials(word.form)


def _is_cut_short(match: Match, at: int) -> bool:
    """Whether the source writes this word of a name in full, before the same next word: "Man United"."""
    words = match.summary.words
    if at + 1 >= len(words) or len(words[at].form) < _LEAST_CUT:
        return False
    return any(
        there and side.words[there - 1].form.startswith(words[at].form)
        for side in match.index.sources
        for there in side.form_places.get(words[at + 1].form, ())[:_PLACES]
    )


_LEAST_CUT = 3
"""Letters that are left of a word cut short, at least."""


def _same_names() -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for group in lexis()["same"]["names"]:
        for word in group:
            table.setdefault(word, set()).update(group)
    return table


SAME_NAMES = _same_names()
"""A name's word, folded -> the words that name the same bearer ("uk", "britain")."""


def _plain(form: str) -> str:
    """The word without accents, which a summary may leave out."""
    return "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))


def spelt_like(match: Match, form: str) -> tuple[int, int] | None:
    """A name's word in a source (its place there) that differs from this one by one letter."""
    if len(form) < 5:
        return None
    for number, side in enumerate(match.index.sources):
        for at in sorted(side.name_words):
            other = side.words[at].form
            if spelt_alike(form, other):
                return number, at
    return None


def spelt_alike(form: str, other: str) -> bool:
    """Whether two words, folded, differ by one letter; "German" is no misspelling of "Germany"."""
    if abs(len(other) - len(form)) > 1 or other[:1] != form[:1] or other.startswith(form) or form.startswith(other):
        return False
    return DamerauLevenshtein.distance(_plain(other), _plain(form), score_cutoff=1) == 1
