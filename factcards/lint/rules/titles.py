"""Titles before names: what the source calls a name's bearer, and whom it calls so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcards.lint.findings import Finding, Passage, Severity
from factcards.lint.matching import Match
from factcards.lint.rules.making import object_to, stands_for
from factcards.lint.side import Side
from factcards.lint.wording import Sentence
from factcards.lint.words import lexis, stems_in

__all__ = ["holders", "titles"]

_MODES = frozenset(["mr", "mrs"])
"""Forms of address, by their groups: a minister is "Mr" too."""
_FORENAMES = 3
"""Words of a name that may stand between the title and the surname."""
_PLACES = 200
"""Places of a surname that are looked at, in each source."""


def titles(match: Match) -> Iterator[Finding]:
    """`name_changed`: a title before a name that the sources give another title, and nowhere this one."""
    summary = match.summary
    for name in summary.names_over(match.sentence.start, match.sentence.end):
        last = summary.place(name.end) - 1
        if name.kind != "person" or not match.sentence.first < last < match.sentence.last:
            continue
        at = _title_before(summary, last)
        if at is None:
            continue
        mine, surname = _office(summary, at), summary.words[last].form
        theirs = [found for found in _titles_in(match, surname) if (_office(*found[1:]) in _MODES) == (mine in _MODES)]
        if not theirs or any(_office(side, place) == mine for _, side, place in theirs) or _beside(match, surname, mine):
            continue
        number, side, place = theirs[0]
        given = Passage(source=number, span=side.span(place, place + 1))
        severity: Severity = "unsure" if match.index.knows(summary.stems[at]) else "error"
        yield stands_for(match, "name_changed", severity, f"the source gives this name the title “{given.span.quote}”", at, given)


def holders(match: Match) -> Iterator[Finding]:
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
        if not office or not all(map(match.index.knows, mine)):
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
