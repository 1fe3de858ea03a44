"""Names in the place of others, by the few words round them: "launching in France", where the source has it "launching in Italy"; and by
the names with which they are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcards.lint.findings import Edit, Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.names import are_one_bearer, calls_one, words_of_name
from factcards.lint.side import Side
from factcards.lint.wording import Sentence
from factcards.lint.words import stems_in

__all__ = ["listed", "slots"]

_REACH = 2
"""Words between a name and the word with content on either side that holds it in its place, at most."""
_AROUND = 6
"""Words on either side of a slot that must have another word of the summary, and of its holders that may name the summary's."""
_LEAST = 2
"""Other words of the summary's sentence that a candidate with the name must have to tell of it."""
_MARKS = frozenset(',;:()“”"–—.!?')
_ADDRESS = stems_in("mr mrs ms dr sir the")


class _Slot(NamedTuple):
    """A name in the source where the summary has another.

    Attributes:
        aligned: The candidate.
        first: Its first word.
        last: One past its last.
        holders: The summary's words that stand on either side of both.
    """

    aligned: Alignment
    first: int
    last: int
    holders: tuple[int, ...]


def slots(match: Match) -> Iterator[Objection]:
    """`name_changed`: a name of the sources between the words, or behind the verb and preposition, with which they have another one."""
    summary = match.summary
    for name in summary.names_over(match.sentence.start, match.sentence.end):
        first, last = summary.place(name.start), summary.place(name.end)
        mine = {summary.stems[w] for w in range(first, last)} - _ADDRESS
        if first <= match.sentence.first or name.kind == "other" or not mine:
            continue
        if last > match.sentence.last or any(_names(match, aligned, mine, (first, last)) for aligned in match.candidates):
            continue
        found = next((slot for aligned in match.candidates if (slot := _slot(match, aligned, first, last)) is not None), None)
        if found is None or not _is_another(match, found, (first, last), mine) or _stands_there(match, found, mine, (first, last)):
            continue
        if calls_one(summary, mine, set(match.source(found.aligned).stems[found.first : found.last])):
            continue  # "Ada Quill", whom the source calls by the one name and the summary by the other
        at, theirs = summary.span(first, last), passage(match, found.aligned, found.first, found.last)
        edit = Edit(start=at.start, end=at.end, replacement=theirs.span.quote)
        yield object_to(match, "name_changed", "error", f"the source names “{theirs.span.quote}” here", (first, last), [theirs], [edit])


def _names(match: Match, aligned: Alignment, mine: set[str], here: tuple[int, int]) -> bool:
    """Whether a candidate has a word of the name that stands for no other word of the summary's sentence, and two more of that sentence."""
    summary = match.summary
    others = (w for w in aligned.forward if summary.content[w] and summary.stems[w] not in mine)
    places = (w for w in range(aligned.sentence.first, aligned.sentence.last) if not _is_anothers(aligned, w, here))
    return any(match.source(aligned).stems[w] in mine for w in places) and sum(1 for _ in others) >= _LEAST


def _is_anothers(aligned: Alignment, at: int, here: tuple[int, int]) -> bool:
    """Whether a word of a candidate stands for another one than the summary's name: the "War" of its "World War I"."""
    return at in aligned.backward and not here[0] <= aligned.backward[at] < here[1]


def _slot(match: Match, aligned: Alignment, first: int, last: int) -> _Slot | None:
    """Where the candidate has another name between the same words as `words[first:last]` of the summary."""
    source = match.source(aligned)
    article = first > match.sentence.first and match.summary.forms[first - 1] == "the"
    before, behind = _holder(match.summary, first - article, -1, match), _holder(match.summary, last - 1, 1, match)
    left = aligned.forward.get(before) if before is not None else None
    right = aligned.forward.get(behind) if behind is not None else None
    if left is None or before is None:
        return None
    start = left + first - before
    start += source.forms[start : start + 1] == ["the"]  # "secretary of War", "secretary of the Navy"
    if right is not None and behind is not None and (found := _held_behind(match, aligned, (first, last), (behind, right))) is not None:
        return found
    between = [form for form in source.forms[left + 1 : start] if form != "the"]
    if between != [form for form in match.summary.forms[before + 1 : first] if form != "the"] or not _is_name(source, aligned, left, start):
        return None
    end = next((w for w in range(start, aligned.sentence.last) if w not in source.name_words), aligned.sentence.last)
    if source.forms[start - 1] == "the" and not article and right != end and _goes_on(source, aligned, end):
        return None  # "working with Quill", "working with the Tarn senator"
    if right is not None and behind is not None and right - end == behind - last:
        return _Slot(aligned, start, end, (before, behind))
    joined = first - article - before == _REACH  # "residents of": a preposition must stand between
    return _Slot(aligned, start, end, (before,)) if joined and _agrees_beside(match, aligned, (before, left), (last, end)) else None


def _goes_on(source: Side, aligned: Alignment, end: int) -> bool:
    """Whether a name that ends here only tells of what follows it: "the Tarn | senator"."""
    return end < aligned.sentence.last and source.content[end] and source.between(end - 1) == " "


def _held_behind(match: Match, aligned: Alignment, name: tuple[int, int], behind: tuple[int, int]) -> _Slot | None:
    """The slot of a name behind the same preposition, with the same words behind it, where what stands before it is told otherwise: "his
    soap | in France instead of Tarn", "the soap is made | in Italy, instead of Tarn".
    """
    source, end = match.source(aligned), behind[1] - (behind[0] - name[1])
    start = end
    while start - 1 in source.name_words:
        start -= 1
    joined = source.forms[start - 1] == match.summary.forms[name[0] - 1] and not source.content[start - 1]
    same = source.forms[end : behind[1]] == match.summary.forms[name[1] : behind[0]]
    if not aligned.sentence.first < start < end or not joined or not same:
        return None
    before = (w for w in range(name[0] - 1 - _REACH, name[0]) if w in aligned.forward and match.summary.content[w])
    near = any(start - _AROUND <= aligned.forward[w] < start for w in before)
    return _Slot(aligned, start, end, (behind[0],)) if near else None


def _holder(side: Side, at: int, step: int, match: Match) -> int | None:
    """The first word with content before or behind a name, up to a mark."""
    for place in range(at + step, at + (_REACH + 1) * step, step):
        if not match.sentence.first <= place < match.sentence.last or not _MARKS.isdisjoint(side.between(min(place, place - step))):
            return None
        if side.content[place]:
            return None if place in side.name_words else place
    return None


def _is_name(source: Side, aligned: Alignment, left: int, start: int) -> bool:
    """Whether a name begins there, with no mark between it and what holds it."""
    if not left < start < aligned.sentence.last or start not in source.name_words:
        return False
    return all(_MARKS.isdisjoint(source.between(w)) for w in range(left, start))


def _agrees_beside(match: Match, aligned: Alignment, left: tuple[int, int], behind: tuple[int, int]) -> bool:
    """Whether another word with content has its counterpart near, before what holds the name or behind it."""
    near = (w for w in range(left[0] - _AROUND, behind[0] + _AROUND) if w != left[0] and w in aligned.forward and match.summary.content[w])
    return any(left[1] - _AROUND <= aligned.forward[w] <= behind[1] + _AROUND for w in near)


def _is_another(match: Match, slot: _Slot, here: tuple[int, int], mine: set[str]) -> bool:
    """Whether the two names are of two bearers; of what kind a name is the reader may not know, what it is told of both are."""
    source = match.source(slot.aligned)
    theirs = {source.stems[w] for w in range(slot.first, slot.last)} - _ADDRESS
    return not mine & theirs and not are_one_bearer(match.summary, list(range(*here)), source, list(range(slot.first, slot.last)))


def _stands_there(match: Match, slot: _Slot, mine: set[str], here: tuple[int, int]) -> bool:
    """Whether a source has the summary's name near one of the words that hold it, or near the name that the source has there: of a town and
    its country both are true.
    """
    theirs = words_of_name(match.source(slot.aligned).span(slot.first, slot.last).quote)
    near = theirs | {match.summary.stems[w] for w in slot.holders}
    own = match.source(slot.aligned)
    return any(
        side.stems[w] in mine and not near.isdisjoint(_beside(side, w)) and not (side is own and _is_anothers(slot.aligned, w, here))
        for side in match.index.sources
        for w in side.name_words
    )


def _beside(side: Side, at: int) -> list[str]:
    """The stems round a word, in its sentence."""
    sentence = side.sentence_of(at)
    return side.stems[max(sentence.first, at - _AROUND) : min(sentence.last, at + _AROUND + 1)]


def listed(match: Match) -> Iterator[Objection]:
    """`name_changed`: "Ada Quill, Bo Marsh and Jo Orr", where the source has it of Ada Quill, Bo Marsh and Mia Roth."""
    summary = match.summary
    for mine in _lists(summary, match.sentence):
        others = [(aligned, theirs) for aligned in match.candidates for theirs in _lists(match.source(aligned), aligned.sentence)]
        for aligned, theirs in others if not _are_told_together(match, mine) else ():
            found = _only_other(match, aligned, mine, theirs)
            if found is not None:
                here, there = found[0], passage(match, aligned, found[1].start, found[1].stop)
                why = f"the source names “{there.span.quote}” with these"
                yield object_to(match, "name_changed", "error", why, (here.start, here.stop), [there])
                return


def _only_other(match: Match, aligned: Alignment, mine: list[range], theirs: list[range]) -> tuple[range, range] | None:
    """The only name of the summary's list that the source's has not, with the one that it has instead; null where they differ otherwise, or
    where either name stands elsewhere in the other's sentence.
    """
    summary, source = match.summary, match.source(aligned)
    strange = [n for n in mine if not any(_words(summary, n) & _words(source, t) for t in theirs)]
    missing = [t for t in theirs if not any(_words(summary, n) & _words(source, t) for n in mine)]
    if len(mine) != len(theirs) or (len(strange), len(missing)) != (1, 1):
        return None
    here, there = strange[0], missing[0]
    known = not _words(summary, here).isdisjoint(source.sentence_stems(aligned.sentence))
    told = not _words(source, there).isdisjoint(summary.sentence_stems(match.sentence))
    return None if known or told or are_one_bearer(summary, list(here), source, list(there)) else (here, there)


def _lists(side: Side, sentence: Sentence) -> Iterator[list[range]]:
    """Three names and more, one behind the other with no more than a comma, an "and" or a title between, each as its places."""
    found: list[range] = []
    for name in side.names_over(sentence.start, sentence.end):
        here = range(side.place(name.start), side.place(name.end))
        if not found or _LISTING.fullmatch(side.text[side.words[found[-1].stop - 1].end : name.start]) is None:
            if len(found) >= _LIST:
                yield found
            found = []
        found = [*found, here] if here and here.start >= sentence.first and not side.is_of_calendar(here.start) else []
    if len(found) >= _LIST:
        yield found


_LIST = 3
"""Names of a list, at least: of two one may well be told without the other."""
_LISTING = re.compile(r"(?:, ?(?:(?:and|or) )?| (?:and|or) )(?:[A-Z][a-z]+\.? )?")


def _words(side: Side, name: range) -> set[str]:
    """The stems of a name's words."""
    return {side.stems[w] for w in name} - _ADDRESS


def _are_told_together(match: Match, names: list[range]) -> bool:
    """Whether a sentence of the sources has a word of each of these names."""
    each = [{n for word in _words(match.summary, name) for n in match.index.postings.get(word, ())} for name in names]
    return bool(set.intersection(*each))
