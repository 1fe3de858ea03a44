"""Titles before names: what the source calls a name's bearer, and whom it calls so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcards.cards import Severity
from factcards.lint.findings import Objection, Passage
from factcards.lint.matching import Match
from factcards.lint.rules.making import object_to, stands_for
from factcards.lint.side import Side
from factcards.lint.wording import Sentence
from factcards.lint.words import lexis, stems_in
from factcards.reading import Name

__all__ = ["holders", "titles"]

_MODES = frozenset(["mr", "mrs"])
"""Forms of address, by their groups: a minister is "Mr" too."""
_FORENAMES = 3
"""Words of a name that may stand between the title and the surname."""
_PLACES = 200
"""Places of a surname that are looked at, in each source."""


def titles(match: Match) -> Iterator[Objection]:
    """`name_changed`: a title before a name that the sources give another title, and nowhere this one."""
    summary = match.summary
    for _, last, at in _people(match):
        mine, surname = _office(summary, at), summary.words[last].form
        theirs = [found for found in _titles_in(match, surname) if (_office(*found[1:]) in _MODES) == (mine in _MODES)]
        if not theirs or any(_office(side, place) == mine for _, side, place in theirs) or _beside(match, surname, mine):
            continue
        number, side, place = theirs[0]
        given = Passage(source=number, span=side.span(place, place + 1))
        severity: Severity = "unsure" if match.index.knows(summary.stems[at]) else "error"
        yield stands_for(match, "name_changed", severity, f"the source gives this name the title “{given.span.quote}”", at, given)


def _people(match: Match) -> Iterator[tuple[Name, int, int]]:
    """The persons whom a sentence names with a title, where each one's name ends, and the title's place."""
    for name in match.summary.names_over(match.sentence.start, match.sentence.end):
        last = match.summary.place(name.end) - 1
        if name.kind == "person" and match.sentence.first < last < match.sentence.last:
            at = _title_before(match.summary, last)
            if at is not None:
                yield name, last, at


def holders(match: Match) -> Iterator[Objection]:
    """`name_changed`: a name behind an office that the sources put beside another name, and never near this one: "Tarn council leader Ada
    Quill", where that is Bo Marsh.
    """
    summary = match.summary
    for name in summary.names_over(match.sentence.start, match.sentence.end):
        first, last = summary.place(name.start), summary.place(name.end)
        mine = frozenset(summary.stems[first:last]) - _OF_ADDRESS
        if name.kind != "person" or not mine or not match.sentence.first <= first < match.sentence.last:
            continue
        office = _office_before(summary, match.sentence.first, first)
        if not all(map(match.index.knows, mine)):
            continue
        if not office:
            yield from _in_apposition(match, first, last)
            continue
        if any(not mine.isdisjoint(side.sentence_stems(sentence)) for _, side, sentence in _sentences_with(match, office[-1])):
            continue
        least = 1 if office[-1] in _exclusive() else _PAIR
        tails = (office[at:] for at in range(len(office) - least + 1))  # "Norrland's foreign minister" is the foreign minister
        others = (found for tail in tails for found in _holders_in(match, tail))
        theirs = next((found for found in others if mine.isdisjoint(stems_in(found.span.quote))), None)
        if theirs is not None:
            why = f"the source calls “{theirs.span.quote}” so"
            yield object_to(match, "name_changed", "error", why, (first, last), [theirs])


def _in_apposition(match: Match, first: int, last: int) -> Iterator[Objection]:
    """The same of an office behind a name: "Ada Quill, leader of the Tarn council,", where the sources put Bo Marsh before or behind it."""
    summary = match.summary
    behind = summary.between(last - 1) if last < match.sentence.last else ""
    if not behind.startswith(",") or summary.content[last - 1] is False:
        return
    end = next((w + 1 for w in range(last, min(match.sentence.last - 1, last + _APPOSITION)) if "," in summary.between(w)), None)
    told = [w for w in range(last, end or last) if summary.content[w]]
    head = next((w for w in told if summary.text[summary.words[w].start].islower()), None)
    if end is None or head is None or len(told) < _PAIR or any(summary.is_predicate(w) for w in range(last, end)):
        return
    surname, office = summary.stems[last - 1], {summary.stems[w] for w in told}
    for number, side, sentence in _sentences_with(match, summary.stems[head]):
        if surname in side.sentence_stems(sentence):
            return
        if theirs := _holder_of(side, sentence, office, summary.stems[head]):
            given = Passage(source=number, span=side.span(*theirs))
            yield object_to(match, "name_changed", "error", f"the source calls “{given.span.quote}” so", (first, last), [given])
            return


def _holder_of(side: Side, sentence: Sentence, office: set[str], head: str) -> tuple[int, int] | None:
    """The person's name right before or behind the words of an office, all of which a sentence has within a few words of its noun."""
    for at in range(sentence.first, sentence.last):
        near = range(max(sentence.first, at - _APPOSITION), min(sentence.last, at + _APPOSITION))
        if side.stems[at] != head or not office <= {side.stems[w] for w in near}:
            continue
        spans = ((side.place(n.start), side.place(n.end)) for n in side.names_over(sentence.start, sentence.end) if n.kind == "person")
        return next(((a, b) for a, b in spans if a == at + 1 or (b < at <= b + _BETWEEN and side.between(b - 1).startswith(","))), None)
    return None


_APPOSITION = 10
"""Words of an office behind a name, at most."""
_BETWEEN = 3
"""Words from a name's comma to the noun of the office, at most: ", the former leader of"."""


def _office_before(side: Side, low: int, first: int) -> tuple[str, ...]:
    """The stems of what stands right before a name, from `low` on: two words and more, or an office that only one can have. No verb is of
    one: "two polls show Ada Quill".
    """
    at = first
    while at > low and first - at < _LONGEST and side.content[at - 1] and not side.between(at - 1).strip():
        if side.is_predicate(at - 1):
            break
        at -= 1
    words = [w for w in range(at, first) if side.stems[w] not in _OF_ADDRESS and not side.words[w].figure]
    stems = tuple(side.stems[w] for w in words)
    return stems if len(stems) >= _PAIR or not _exclusive().isdisjoint(stems) else ()


@cache
def _exclusive() -> frozenset[str]:
    """The stems of the titles that exclude the others, without forms of address."""
    return frozenset(stem for word in _offices() for stem in stems_in(word)) - _OF_ADDRESS


_PAIR = 2
"""Words of an office that tell it by themselves."""


_LONGEST = 4
"""Words of an office before a name, at most."""
_OF_ADDRESS = stems_in("mr mrs ms miss dr sir dame lord lady prof professor rev")


def _sentences_with(match: Match, noun: str) -> Iterator[tuple[int, Side, Sentence]]:
    """The sentences of the sources that have an office's noun: source, its side, the sentence."""
    for number in match.index.postings.get(noun, ()):
        source, sentence = match.index.sentences[number]
        yield source, match.index.sources[source], sentence


def _holders_in(match: Match, office: tuple[str, ...]) -> Iterator[Passage]:
    """The persons whom the sources name right behind this office."""
    for number, side, sentence in _sentences_with(match, office[-1]):
        for at in range(sentence.first + len(office) - 1, sentence.last):
            if side.stems[at] != office[-1] or tuple(side.stems[at + 1 - len(office) : at + 1]) != office:
                continue
            place = at + 1
            while place < len(side.stems) and side.stems[place] in _OF_ADDRESS:
                place += 1
            start = side.words[place].start if place < len(side.words) else len(side.text)
            found = next((n for n in side.names_over(start, start + 1) if n.kind == "person"), None)
            if found is not None and all(mark not in side.text[side.words[at].end : start] for mark in ",;:()"):
                yield Passage(source=number, span=side.span(place, max(place + 1, side.place(found.end))))


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
