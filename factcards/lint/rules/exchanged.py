"""Two names that have changed places in a sentence that is built as the source's, by the words that stand right beside them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcards.lint.findings import Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.comparisons import compares_backwards
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.names import are_one_bearer, words_of_name
from factcards.lint.side import Side
from factcards.lint.wording import Sentence
from factcards.lint.words import stems_of

__all__ = ["counted", "done", "done_by", "exchanged"]

_REACH = 4
"""Words between a name and the word with content beside it, at most."""
_COVERED = 0.6
"""Share of a sentence's content that the best candidate must have to tell of the same."""
_PARTLY = 0.4
"""The same where a verb stands before each of the two names, and both have changed places: "blasted Quill and defended Marsh"."""
_MARKS = frozenset(',;:()“”"–—.!?')
_TURNING = frozenset(["by", "and", "or", "with", "be", "is", "are", "was", "were", "been", "being", "who", "whom", "which", "that"])
"""Words between a name and the one beside it, with which who stands where tells nothing of who does it."""
_MUTUAL = stems_of("relation", "mutual")


class _Name(NamedTuple):
    """A name: its first word, one past its last, and its stems."""

    first: int
    last: int
    stems: frozenset[str]


def exchanged(match: Match) -> Iterator[Objection]:
    """`roles_exchanged`: each of two names stands beside the words beside which the source has the other: "the need for Tarn to answer the
    requests of Marrow", where Marrow is to answer those of Tarn.
    """
    best = match.best
    if best is None or best.coverage < _PARTLY or compares_backwards(match, best):
        return
    here, there = _names(match.summary, match.sentence.start, match.sentence.end), None
    for one, other in itertools.combinations(here, 2):
        if one.stems & other.stems or match.summary.in_quotation(one.first) or _are_one(match.summary, one, other):
            continue
        there = there or _names(match.source(best), best.sentence.start, best.sentence.end)
        turned = _turned(match, best, one, other, there)
        if best.coverage < _COVERED and not _are_both_done_to(match, one, other):
            continue
        if turned is not None and not _is_borne_out(match, (one, other)):
            theirs = passage(match, best, turned.first, turned.last)
            why = f"these two have changed places: the source has “{theirs.span.quote}” here"
            yield object_to(match, "roles_exchanged", "error", why, (one.first, one.last), [theirs])
            return


def counted(match: Match) -> Iterator[Objection]:
    """`roles_exchanged`: two figures have changed the names beside them: "62 percent for Quill and 10 for Marsh", where the source has "62
    percent for Marsh, and 10 for Quill", or "Marsh took 62 percent, Quill 10".
    """
    for mine in _counted(match.summary, match.sentence):
        for one, other in itertools.combinations(mine, 2):
            if one.name.stems & other.name.stems or _value(match.summary, one) == _value(match.summary, other):
                continue
            told = [(aligned, there) for aligned in match.candidates for there in _told_of(match, aligned, (one, other))]
            crossed = next(((a, there) for a, there in told if _is_turned_round((one, other), there)), None)
            if crossed is None or _is_told_so(match, told, (one, other)):
                continue
            aligned, there = crossed
            shown = passage(match, aligned, *_stretch(there))
            why = f"these figures have changed places: the source says “{shown.span.quote}”"
            yield object_to(match, "roles_exchanged", "error", why, _stretch((one, other)), [shown])
            return


def done(match: Match) -> Iterator[Objection]:
    """`roles_exchanged`: two figures have changed what those whom they count do: "52 percent opposed it, 31 percent backed it", where the
    source has "52 percent backed it, 31 percent opposed it".
    """
    mine = done_by(match.summary, match.sentence)
    for (one, other), aligned in itertools.product(itertools.combinations(mine, 2), match.candidates):
        theirs = done_by(match.source(aligned), aligned.sentence)
        if (
            mine[one] is None
            or mine[other] is None
            or mine[one] == mine[other]
            or (theirs.get(one), theirs.get(other)) != (mine[other], mine[one])
        ):
            continue
        straight = (done_by(match.source(a), a.sentence) for a in match.candidates)
        if not any(mine[one] == there.get(one) or mine[other] == there.get(other) for there in straight):
            shown = passage(match, aligned, aligned.sentence.first, aligned.sentence.last)
            why = f"these figures have changed places: the source says “{shown.span.quote}”"
            here = sorted(w for w in range(match.sentence.first, match.sentence.last) if match.summary.forms[w] in {one, other})
            yield object_to(match, "roles_exchanged", "error", why, (here[0], here[-1] + 1), [shown])
            return


def done_by(side: Side, sentence: Sentence) -> dict[str, str | None]:
    """Of each figure in a clause of its own, but a date, the stem of the clause's predicate; of one that stands twice, none."""
    found: dict[str, str | None] = {}
    for words in side.finite_clauses(sentence):
        figures = [side.forms[w] for w in words if side.words[w].figure and not side.forms[w].startswith("date:")]
        head = side.head_of(words)
        if len(figures) == 1 and head is not None and side.content[head]:
            found[figures[0]] = None if figures[0] in found else side.stems[head]
    return found


class _Counted(NamedTuple):
    """A figure's place, with the name of those whom it counts."""

    figure: int
    name: _Name


def _value(side: Side, count: _Counted) -> str:
    """The figure without "percent", which the second of two need not have: "42 percent to 34"."""
    return side.forms[count.figure].removeprefix("percent:").removeprefix("number:")


def _stretch(counts: Sequence[_Counted]) -> tuple[int, int]:
    """From the first figure or name of these to one past the last."""
    return min(min(c.figure, c.name.first) for c in counts), max(max(c.figure + 1, c.name.last) for c in counts)


def _told_of(match: Match, aligned: Alignment, mine: tuple[_Counted, _Counted]) -> Iterator[list[_Counted]]:
    """What a candidate may count by the same two figures, as often as it has both."""
    source = match.source(aligned)
    for theirs in _counted(source, aligned.sentence):
        found = [next((c for c in theirs if _value(source, c) == _value(match.summary, one)), None) for one in mine]
        if None not in found:
            yield [c for c in found if c is not None]


def _is_told_so(match: Match, told: Sequence[tuple[Alignment, list[_Counted]]], mine: tuple[_Counted, _Counted]) -> bool:
    """Whether the source has both figures with these names after all, if one of the two sentences is read the other way."""
    for counts in _counted(match.summary, match.sentence):
        same = [c for one in mine for c in counts if c.figure == one.figure]
        if len(same) == len(mine) and any(all(c.name.stems & t.name.stems for c, t in zip(same, there, strict=True)) for _, there in told):
            return True
    return False


def _is_turned_round(mine: tuple[_Counted, _Counted], theirs: list[_Counted]) -> bool:
    """Whether each figure has the name that the other one has in the source, and not its own."""
    (one, other), (first, last) = (c.name.stems for c in mine), (c.name.stems for c in theirs)
    return bool(one & last and other & first) and not (one & first or other & last)


def _counted(side: Side, sentence: Sentence) -> Iterator[list[_Counted]]:
    """The figures of a sentence, without dates, each with the only name between it and the next one ("62 percent for Quill and 10"), and
    each with the last name between it and the one before ("Quill took 62 percent to Marsh's 10").
    """
    figures = [w for w in range(sentence.first, sentence.last) if side.words[w].figure and not side.forms[w].startswith("date:")]
    named = _names(side, sentence.start, sentence.end) if len(figures) > 1 else []
    behind = ((at, [n for n in named if at < n.first < end]) for at, end in itertools.pairwise([*figures, sentence.last]))
    before = ((at, [n for n in named if start < n.first < at]) for start, at in itertools.pairwise([sentence.first - 1, *figures]))
    yield [_Counted(at, names[0]) for at, names in behind if len(names) == 1]
    yield [_Counted(at, names[-1]) for at, names in before if names and at - names[-1].last < _REACH]


def _names(side: Side, start: int, end: int) -> list[_Name]:
    found = (_Name(side.place(n.start), side.place(n.end), words_of_name(n.quote)) for n in side.names_over(start, end))
    named = (name for name in found if name.stems and name.first < name.last and side.words[name.first].start >= start)
    return [name for name in named if not all(side.words[w].figure for w in range(name.first, name.last))]  # "Tuesday's"


def _turned(match: Match, aligned: Alignment, one: _Name, other: _Name, there: list[_Name]) -> _Name | None:
    """The source's name in the place of `one`, where each of the two has one of the other's places; or `one` both of them."""
    mine, theirs = _taken(match, aligned, one, other, there), _taken(match, aligned, other, one, there)
    return mine[0] if mine and (theirs or len(mine) == len(_SIDES)) else None


def _are_both_done_to(match: Match, one: _Name, other: _Name) -> bool:
    """Whether a verb of its own stands before each of two names, with no more of either said in the sentence."""
    before = [_holder(match.summary, name, -1) for name in (one, other)]
    return before[0] != before[1] and all(at is not None and match.summary.is_predicate(at) for at in before)


def _are_one(side: Side, one: _Name, other: _Name) -> bool:
    """Whether two names are of one bearer: a country and its people."""
    alike = any(a[:_BEGINNING] == b[:_BEGINNING] for a in one.stems for b in other.stems if len(a) >= _BEGINNING)
    return alike or are_one_bearer(side, list(range(one.first, one.last)), side, list(range(other.first, other.last)))


_BEGINNING = 5
"""Letters that a country and its people have in common: "Mexico", "Mexican"."""


_SIDES = (-1, 1)


def _taken(match: Match, aligned: Alignment, one: _Name, other: _Name, there: list[_Name]) -> list[_Name]:
    """The source's mentions of `other` that stand beside the counterparts of the words beside `one`, a side of it each."""
    found: list[_Name] = []
    for step in _SIDES:
        holder = _holder(match.summary, one, step)
        onto = aligned.forward.get(holder) if holder is not None else None
        if onto is None or holder is None or match.summary.stems[holder] in _MUTUAL:
            continue
        beside = [name for name in there if _holder(match.source(aligned), name, step) == onto]
        if any(name.stems & one.stems for name in beside):
            return []
        found += [name for name in beside if name.stems & other.stems][:1]
    return found


def _holder(side: Side, name: _Name, step: int) -> int | None:
    """The first word with content before or behind a name, up to a mark, another name or a word with which it tells nothing."""
    edge, sentence = (name.first if step < 0 else name.last - 1), side.sentence_of(name.first)
    for place in range(edge + step, edge + (_REACH + 1) * step, step):
        if not sentence.first <= place < sentence.last or not _MARKS.isdisjoint(side.between(min(place, place - step))):
            return None
        if place in side.name_words or side.forms[place] in _TURNING:
            return None
        if side.content[place]:
            return place
    return None


def _is_borne_out(match: Match, names: tuple[_Name, _Name]) -> bool:
    """Whether another candidate has one of the names beside the word beside which the summary has it."""
    for aligned in match.candidates[1:]:
        source = match.source(aligned)
        there = _names(source, aligned.sentence.start, aligned.sentence.end)
        for name, step in itertools.product(names, _SIDES):
            holder = _holder(match.summary, name, step)
            onto = aligned.forward.get(holder) if holder is not None else None
            if onto is not None and any(t.stems & name.stems and _holder(source, t, step) == onto for t in there):
                return True
    return False
