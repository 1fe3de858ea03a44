"""How many, and how exactly: approximations and quantities that only one side has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcards.cards import Severity
from factcards.figures import amount_of
from factcards.lint.edits import closeness
from factcards.lint.findings import Edit, Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.operating import NEARLY, Operator
from factcards.lint.quantities import is_share, is_small_share
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.pairing import pair, severity_of
from factcards.lint.rules.witnesses import contradicted
from factcards.lint.side import Side
from factcards.lint.wording import BEING, HAVING, PLACES, Sentence
from factcards.lint.words import OWNERS, lexis, stems_of

__all__ = ["approximation", "chiefs", "every_one", "excepted", "quantity", "restricted", "turned_approximation", "widened"]


def approximation(match: Match) -> Iterator[Objection]:
    """`approximation_dropped`: a figure stands without the source's "about", "at least", "up to"."""
    best = match.best
    for aligned in match.candidates:
        for op in pair(match, aligned, "approximator").dropped:
            if op.governed is None or op.governed not in aligned.backward or contradicted(match, aligned, op, "approximator"):
                continue
            at = aligned.backward[op.governed]
            if aligned is not best and best is not None and at in best.forward:
                continue
            if _direction(match.source(aligned), op) == "more" and "or more" in " ".join(match.summary.forms[at + 1 : at + _BEHIND]):
                continue  # "nine months or more"
            if _direction(match.source(aligned), op) == "more" and _is_reached(match.summary, at):
                continue  # "who get at least 15 percent", "who reach 15 percent"
            theirs = passage(match, aligned, min(op.first, op.governed), max(op.last, op.governed + 1))
            why = f"the source says “{theirs.span.quote}”; the summary gives the figure as exact"
            yield object_to(match, "approximation_dropped", severity_of(match, aligned, at), why, (at, at + 1), [theirs])


_BEHIND = 5
"""Words behind a figure among which an "or more" belongs to it."""


def _is_reached(side: Side, at: int) -> bool:
    """Whether a figure is one that has to be reached, or that is passed ("topped 40", "past ten points"), and so the least of what there
    may be; what "reached" it is told as exact.
    """
    passed = at > 0 and side.stems[at - 1] in _PASSING
    return passed or not _REACHING.isdisjoint(side.forms[max(0, at - _BEFORE) : at])


_PASSING = stems_of("approximator", "passing")


_REACHING = frozenset(["reach", "reaches", "reaching", "clear", "clears", "clearing", "threshold", "minimum"])
_BEFORE = 3
"""Words before a figure among which it is told that it has to be reached."""


def turned_approximation(match: Match) -> Iterator[Objection]:
    """`approximation_changed`: "up to" where the source has "at least" before the same figure, "more than" where it has "nearly"."""
    for op in match.summary.operators_in(match.sentence):
        mine = _direction(match.summary, op)
        if op.governed is None or mine is None:
            continue
        theirs = [found for aligned in match.candidates if (found := _over_figure(match, aligned, op.governed)) is not None]
        if not theirs or any(_direction(match.source(aligned), other) in {mine, None} for aligned, other in theirs):
            continue
        aligned, other = theirs[0]
        at = match.summary.span(op.first, op.last)
        there = passage(match, aligned, min(other.first, other.governed or other.first), max(other.last, (other.governed or 0) + 1))
        told = match.source(aligned).span(other.first, other.last).quote
        told = (told[:1].upper() if at.quote[:1].isupper() else told[:1].lower()) + told[1:]
        edit = Edit(start=at.start, end=at.end, replacement=told)
        severity = severity_of(match, aligned, op.governed)
        why = f"the source says “{there.span.quote}”"
        yield object_to(match, "approximation_changed", severity, why, (op.first, op.last), [there], [edit])


def _over_figure(match: Match, aligned: Alignment, at: int) -> tuple[Alignment, Operator] | None:
    """What a candidate has with its counterpart of a figure of the summary."""
    onto = aligned.forward.get(at)
    operators = match.source(aligned).operators_in(aligned.sentence) if onto is not None else ()
    return next(((aligned, op) for op in operators if op.kind == "approximator" and op.governed == onto), None)


def _direction(side: Side, op: Operator) -> str | None:
    """Whether an approximation says that it is "more" than the figure, or "fewer"; null where it says neither."""
    words = " ".join(side.forms[op.first : op.last])
    return next((way for way in ("more", "fewer") if op.kind == "approximator" and words in lexis()["approximator"][way]), None)


def quantity(match: Match) -> Iterator[Objection]:
    """`quantity_changed`: "some" became "all", "many" became "most", or the other way round, over the same word."""
    here = list(match.summary.operators_in(match.sentence, "quantifier"))
    for aligned in match.candidates if here else ():
        there = list(match.source(aligned).operators_in(aligned.sentence, "quantifier"))
        alike = ((a, b) for a in here for b in there if a.strength == b.strength)
        kept = {(a.first, b.first) for a, b in alike if aligned.forward.get(a.last - 1) == b.last - 1}
        here = [op for op in here if op.first not in {a for a, _ in kept}]
        there = [op for op in there if op.first not in {b for _, b in kept}]
        for op in list(here):
            other = next((other for other in there if other.strength != op.strength and _count_alike(match, aligned, op, other)), None)
            if other is not None:
                here.remove(op)
                theirs = passage(match, aligned, other.first, other.last)
                of_one_kind = (op.form in _TIMES) == (other.form in _TIMES)  # "there is always a chance", "has some chance"
                severity = severity_of(match, aligned, op.governed) if of_one_kind or match.near_verbatim else "unsure"
                why = f"the source says “{theirs.span.quote}”"
                yield object_to(match, "quantity_changed", severity, why, (op.first, op.last), [theirs])


_TIMES = frozenset(lexis()["quantifier"]["frequency"]) | {"always"}
"""Quantities of how often, and of no things."""


def _count_alike(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether two words count the same: what both are over, what stands right before both ("return | all of them", "return | some"), or
    whoever a clause and its counterpart speak of, some of them there and all here, or the other way round.
    """
    onto = aligned.forward.get(op.governed) if op.governed is not None else None
    if onto is not None and onto == other.governed:
        return True
    if _are_of_the_same(match, aligned, op, other) or _are_one_subject(match, aligned, op, other):
        return True
    if match.summary.content[op.first - 1] and aligned.forward.get(op.first - 1) == other.first - 1:
        return True
    told = next((found for found in match.clauses_with(op.first) if found.share >= _SAME_CLAUSE), None)
    return told is not None and other.first in told.counterparts[0].words and {op.strength, other.strength} == {1, 3}


def _are_one_subject(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether both are who does the same: "| all of the rowers | were cleared", "rowers were held, though | many | were cleared"."""
    source = match.source(aligned)
    clause = source.clause_of(other.first) if source.following(other.last - 1) in BEING | HAVING else None
    return clause is not None and any(
        aligned.forward.get(told.head) == source.place(clause.head.start) for told in match.clauses_with(op.first)
    )


def _are_of_the_same(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether both count those whom the same word tells a little further on: "all of the | town's | top lawyers", "most of Tarn's top
    lawyers".
    """
    source = match.source(aligned)
    if match.summary.forms[op.last : op.last + 1] != ["of"] or source.forms[other.last : other.last + 1] != ["of"]:
        return False
    behind = range(other.last, other.last + _GROUP)
    near = [w for w in range(op.last, min(match.sentence.last, op.last + _GROUP)) if match.summary.content[w]]
    return any(aligned.forward.get(w) in behind for w in near)


_SAME_CLAUSE = 0.7
"""Share of a clause that its counterpart must have for both to count the same people."""


def widened(match: Match) -> Iterator[Objection]:
    """`quantity_changed`: what the source says of some of a group, of most or of two of five, the summary says of the group."""
    for aligned in match.candidates:
        source = match.source(aligned)
        for first, noun in _parts(source, aligned.sentence):
            here = aligned.backward.get(noun)
            if (
                here is None
                or first in aligned.backward
                or not _is_whole(match, aligned, here, (first, noun))
                or not _is_of_them(match, aligned, here)
            ):
                continue
            theirs = passage(match, aligned, first, noun + 1)
            whole = _picks_all(match, here) or _is_kept_definite(match, aligned, (first, noun))
            severity: Severity = "error" if whole or _is_minority(source, first) else "warning"
            yield object_to(match, "quantity_changed", severity, f"the source says “{theirs.span.quote}” only", (here, here + 1), [theirs])


def _parts(side: Side, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where a part of a group is spoken of: the place of "some" or "two of", and the group's noun."""
    for at in range(sentence.first, sentence.last - 1):
        if side.forms[at] in _SOME or (side.forms[at + 1] == "of" and _is_part(side.forms[at])):
            first = at + 1 + (side.following(at) == "of")
            noun = next((w for w in range(first, min(sentence.last, first + _GROUP)) if _is_plural(side, w)), None)
            if noun is not None and all("," not in side.between(w) for w in range(at, noun)) and not _goes_on(side, sentence, noun):
                yield at, noun


def _is_part(form: str) -> bool:
    """Whether what this figure or fraction is "of" is more."""
    return form in _FRACTIONS or amount_of(form) is not None


def _goes_on(side: Side, sentence: Sentence, noun: int) -> bool:
    """Whether a noun is only a part of what is named: "Luas drivers"."""
    if noun + 1 >= sentence.last or not side.content[noun + 1] or side.between(noun) != " ":
        return False
    return not side.is_predicate(noun + 1)


def _is_minority(side: Side, at: int) -> bool:
    """Whether less than half of a group is meant: "a fifth of", "12% of"."""
    return is_small_share(side.forms[at]) or side.forms[at] in _FRACTIONS - {"half", "thirds", "quarters", "fifths", "one"}


_SOME = frozenset(lexis()["quantifier"]["of_group"])
_FRACTIONS = frozenset(lexis()["quantifier"]["fractions"])
_GROUP = 7
"""Words from "some" or "two of" to the noun of the group, at most."""


def _is_plural(side: Side, at: int) -> bool:
    """Whether this word names several, and no time or sum."""
    form = side.forms[at]
    if form in _UNCOUNTED or side.words[at].figure or not side.content[at]:
        return False
    return form in _PLURALS or (form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3)


_PLURALS = frozenset(["people", "men", "women", "children"])
_UNCOUNTED = frozenset(["times", "days", "weeks", "months", "years", "hours", "minutes", "cases", "ways", "areas", "parts", "places"])


def _is_whole(match: Match, aligned: Alignment, here: int, part: tuple[int, int]) -> bool:
    """Whether the summary speaks of the group and picks nobody out of it; how many the whole group is may be told: "the five judges"."""
    side, low = match.summary, max(match.sentence.first, here - _PICKED)
    before = [w for w in range(low, here) if not part[0] < aligned.forward.get(w, -1) < part[1]]
    share = match.source(aligned).forms[part[0]] not in _SOME  # "some" and "all" are the business of `quantity`
    picking = _PICKING - _EVERY if share else _PICKING
    if not _is_plural(side, here) or any(side.forms[w] in picking | NEARLY or _counts(side, w) for w in before):
        return False
    return not any(
        side.forms[w] == "of" and side.forms[w - 1] != "all" and side.content[w - 1] for w in range(low, here) if w > match.sentence.first
    )


def _counts(side: Side, at: int) -> bool:
    return side.words[at].figure and not side.forms[at].startswith("date:")


_PICKED = 4
"""Words before a noun among which some of its bearers are picked."""
_PICKING = _SOME | _FRACTIONS | frozenset(lexis()["quantifier"]["picking"])


def _is_of_them(match: Match, aligned: Alignment, here: int) -> bool:
    """Whether both sides tell the same of the group: most of the clause, and as much round the noun."""
    best = (told.counterparts[0] for told in match.clauses_told_in(aligned, here, _SAME_CLAUSE))
    if any(found.aligned.forward.get(here) in found.words for found in best):
        return True
    return match.near_verbatim and aligned is match.best and closeness(match, aligned, here) >= _SAME_CLAUSE


def _picks_all(match: Match, here: int) -> bool:
    """Whether all of the group are spoken of as known: "the residents", "his lawmakers", "all of next year's needs"."""
    before = match.summary.forms[max(match.sentence.first, here - _GROUP) : here]
    return any(form in _ALL for form in before[-_PICKED + 1 :]) or not _EVERY.isdisjoint(before)


def _is_kept_definite(match: Match, aligned: Alignment, part: tuple[int, int]) -> bool:
    """Whether the summary has the source's whole group from its "the" on: "fifty of | the town's best pilots |"."""
    opening = next((w for w in range(*part) if match.source(aligned).forms[w] in _ALL), None)
    words = [aligned.backward.get(w, -1) for w in range(opening, part[1] + 1)] if opening is not None else []
    return bool(words) and words == list(range(words[0], words[0] + len(words))) and words[0] >= 0


_EVERY = frozenset(["all", "every"])
_ALL = OWNERS | {"the", "our", "all", "every"}


def every_one(match: Match) -> Iterator[Objection]:
    """`quantity_changed`: "every pilot" did what the source only tells of "about 200 pilots"."""
    summary = match.summary
    for here in range(match.sentence.first + 1, match.sentence.last):
        if summary.forms[here - 1] not in _EVERY or not summary.content[here]:
            continue
        for aligned in match.candidates:
            onto, source = aligned.forward.get(here), match.source(aligned)
            if onto is None or not _is_counted(source, aligned.sentence, onto) or not _is_of_them(match, aligned, here):
                continue
            theirs = passage(match, aligned, onto - 1, onto + 1)
            severity: Severity = "error" if _is_rough(source, onto - 1) else "unsure"
            yield object_to(
                match, "quantity_changed", severity, f"the source says “{theirs.span.quote}” only", (here - 1, here + 1), [theirs]
            )
            break


def restricted(match: Match) -> Iterator[Objection]:
    """`quantity_changed`: "any deal", where the source has "any deal that costs jobs"; "68% of voters", where it has "68% of Tarnian
    voters": what picks the group is left out, and stands nowhere near.
    """
    summary = match.summary
    for aligned in match.candidates:
        source = match.source(aligned)
        for here, there in aligned.forward.items():
            left = _without_clause(match, aligned, here) if summary.forms[here] in _ANY else _without_name(match, aligned, here)
            if not left or _is_told_beside(match, {source.stems[w][:_BEGINNING] for w in left if source.content[w]}):
                continue
            if any(here in other.forward for other in match.candidates if other is not aligned):
                continue  # which may have it without
            if match.near_verbatim or closeness(match, aligned, here, _NEAR) >= _OF_THE_SAME:
                theirs = passage(match, aligned, there, min(max(left) + 2, aligned.sentence.last))
                why = f"the source says “{theirs.span.quote}” only"
                yield object_to(match, "quantity_changed", "error", why, (here, here + 1), [theirs])
                return


_NEAR = 3
"""Words round an "any" among which it is told what is done to all of them."""
_BEGINNING = 5
"""Letters that a town and its people have in common."""
_ANY = frozenset(["any", "every", "all"])


def _is_told_beside(match: Match, stems: set[str]) -> bool:
    """Whether the summary has one of these beginnings of words in the sentence, or in the one before or behind it."""
    summary, number = match.summary, match.summary.number_of(match.sentence)
    near = summary.sentences[max(0, number - 1) : number + 2]
    return any(stem[:_BEGINNING] in stems for sentence in near for stem in summary.sentence_stems(sentence))


def _without_clause(match: Match, aligned: Alignment, here: int) -> list[int]:
    """The words of the clause by which the source says which of all are meant, where the summary has all of them, and no more of which."""
    summary, source, noun = match.summary, match.source(aligned), here
    end = min(match.sentence.last - 1, here + _GROUP)
    while noun < end and aligned.forward.get(noun + 1) == aligned.forward[noun] + 1 and summary.between(noun) == " ":
        noun += 1
    that = aligned.forward[noun] + 1
    last = min(aligned.sentence.last, that + 2 * _GROUP)
    ends = noun + 1 == match.sentence.last or not _ENDING.isdisjoint(summary.between(noun))
    if noun == here or not ends or that >= last or source.forms[that] not in _PICKING_OUT or source.between(that - 1) != " ":
        return []
    end = next((w + 1 for w in range(that, last - 1) if not _ENDING.isdisjoint(source.between(w))), last)
    return list(range(that, end - 1))


_ENDING = frozenset(",;:.–—)")
_PICKING_OUT = frozenset(["that", "who", "which", "whose"])


def _without_name(match: Match, aligned: Alignment, here: int) -> list[int]:
    """The source's words from a share to whose it is, where the summary has the share of all who are called so, and a name is left out."""
    summary, source, there = match.summary, match.source(aligned), aligned.forward[here]
    noun = aligned.forward.get(here + 2, -1)
    if not is_share(summary.forms[here]) or summary.following(here) != "of" or not 1 < noun - there - 1 <= _PICKED:
        return []
    between = range(there + 2, noun)
    named = all(source.text[source.words[w].start].isupper() for w in between) and source.following(there) == "of"
    places = source.form_places[source.forms[there]][:PLACES]
    alike = all(source.forms[at + 1 : at + noun - there] == source.forms[there + 1 : noun] for at in places)
    return list(between) if named and alike and summary.content[here + 2] else []


def _is_counted(side: Side, sentence: Sentence, noun: int) -> bool:
    """Whether a figure right before a noun says how many there are, and nothing that they are all: "200 pilots", not "the 200 pilots"."""
    before = side.forms[max(sentence.first, noun - _PICKED) : max(sentence.first, noun - 1)]
    return noun > sentence.first and _counts(side, noun - 1) and _ALL.isdisjoint(before) and "only" not in before


def _is_rough(side: Side, figure: int) -> bool:
    """Whether a figure is no exact count: "about 200"."""
    return any(op.kind == "approximator" and op.governed == figure for op in side.operators_in(side.sentence_of(figure)))


def excepted(match: Match) -> Iterator[Objection]:
    """`quantity_changed`: "every town" where the source has "every town except Marrow", and the summary excepts nobody."""
    summary, first, last = match.summary, match.sentence.first, match.sentence.last
    if not _EXCEPTING.isdisjoint(summary.forms[first:last]) or ("other", "than") in pairwise(summary.forms[first:last]):
        return
    number = summary.number_of(match.sentence)
    told = {stem for sentence in summary.sentences[number : number + 2] for stem in summary.sentence_stems(sentence)}
    for aligned in match.candidates:
        source, low = match.source(aligned), aligned.sentence.first
        for at in range(low + 1, aligned.sentence.last - 1):
            if source.forms[at] != "except" or source.forms[at + 1] in _SETTING_TIMES:
                continue
            whole = next((w for w in range(at - 1, max(low, at - _GROUP) - 1, -1) if source.forms[w] in _WHOLE), at)
            here, behind = aligned.backward.get(whole), range(at + 1, min(aligned.sentence.last, at + 1 + _PICKED))
            end = next((w for w in behind if source.is_predicate(w)), behind.stop)
            spared = {source.stems[w] for w in range(at + 1, end) if source.content[w]} - set(source.stems[whole:at])
            if here is not None and spared and spared.isdisjoint(told) and closeness(match, aligned, here) >= _OF_THE_SAME:
                theirs = passage(match, aligned, whole, end)
                yield object_to(match, "quantity_changed", "error", f"the source says “{theirs.span.quote}”", (here, here + 1), [theirs])
                return


_EXCEPTING = frozenset(["except", "excluding", "excepting", "but", "besides", "apart", "bar", "barring", "save", "only"]) | NEARLY
_SETTING_TIMES = frozenset(["when", "if", "that", "where", "as"])
"""Words behind an "except" that excepts a case, and nobody."""
_WHOLE = frozenset(lexis()["quantifier"]["all"]) | {"any", "everything"}


def chiefs(match: Match) -> Iterator[Objection]:
    """`quantity_changed`: "the oldest bridge", where the source only has "one of the oldest bridges"."""
    summary = match.summary
    for at in range(match.sentence.first, match.sentence.last):
        if not _is_chief(summary, at) or _is_one_of(summary, at) or summary.in_quotation(at):
            continue
        told = [(a, a.forward[at]) for a in match.candidates if at in a.forward and _is_chief(match.source(a), a.forward[at])]
        if not told or not all(_is_one_of(match.source(a), there) for a, there in told):
            continue
        aligned, there = told[0]
        if closeness(match, aligned, at) < _OF_THE_SAME or not _is_definite(summary, at):
            continue
        theirs = passage(match, aligned, _opening(match.source(aligned), there) or there, there + 1)
        yield object_to(match, "quantity_changed", "error", f"the source says “{theirs.span.quote}” only", (at, at + 1), [theirs])
        return


_OF_THE_SAME = 0.5
"""Closeness from which both speak of the same thing as the first of its kind."""
_ONE_OF = 6
"""Words from an "one of" to the superlative that it is before, at most: "one of our country's three most able"."""


def _is_chief(side: Side, at: int) -> bool:
    """Whether a word with content is a superlative: "oldest", "effective" behind "most"."""
    form = side.forms[at]
    return side.content[at] and ((form.endswith("est") and len(form) > _ONE_OF) or side.forms[at - 1 : at] == ["most"])


def _is_definite(side: Side, at: int) -> bool:
    """Whether "the" or whose it is stands before a superlative."""
    before = at - 1 if side.forms[at - 1] != "most" else at - 2
    return before >= 0 and side.forms[before] in _ALL


def _is_one_of(side: Side, at: int) -> bool:
    return _opening(side, at) is not None or "among" in side.forms[max(side.sentence_of(at).first, at - _ONE_OF) : at]


def _opening(side: Side, at: int) -> int | None:
    """The place of the "one of" or "some of" before a superlative."""
    low = max(side.sentence_of(at).first, at - _ONE_OF)
    return next((w for w in range(low, at - 1) if side.forms[w + 1] == "of" and _is_part(side.forms[w])), None)
