"""Who does what to whom: the verb of a clause with its doer, what it is done to, and whom else it tells of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from factcards.lint.side import Side
from factcards.lint.wording import BEING, DOING, HAVING, MODALS, Sentence
from factcards.lint.words import is_adverb, lexis, stem, stems_of
from factcards.reading import Clause

__all__ = ["DOER", "DONE", "JOINING", "PARTIES", "Deed", "deeds_in", "is_turned"]

DOER, DONE, TOLD = "doer", "done", "that"
"""The two who are part in most that is done, and of whom something is told or demanded; others are called by their preposition: "to",
"from", "against".
"""
_HELPING = MODALS | HAVING | BEING | DOING | {"be", "been", "being", "get", "gets", "got", "to", "not", "never", "also", "now"}
_PASSIVE = BEING | {"be", "been", "being", "get", "gets", "got"}
_PREPOSITIONS = frozenset(
    [
        "to", "from", "against", "over", "for", "with", "by", "in", "on", "at", "after", "before", "during", "under", "about", "as",
        "into", "through", "near", "behind", "between", "since", "until", "because", "if", "when", "while", "amid", "despite", "without",
        "than", "that", "who", "which", "whose", "where", "but", "although", "though", "following", "including", "via", "per", "outside",
    ]
)  # fmt: skip
_BY = "by"
PARTIES = ("to", "from", "against", "over")
"""Prepositions behind a verb that may tell of whom else it is told."""
_RELATIVE = frozenset(["who", "which", "that"])
JOINING = frozenset(["and", "but", "or", "that", "because", "after", "before", "when", "while", "as", "since", "although", "though", "if"])
"""Words before a clause that are none of it."""
_PARTICLES = frozenset(["out", "off", "up", "down", "back", "away"])
_MARKS = frozenset(',;:—“"')
"""Marks that end what a verb tells of somebody."""
_REACH = 9
"""Words of whoever or whatever a verb tells, and from it to a preposition that belongs to it, at most."""
_GROUP = 6
"""Words between an auxiliary and its verb, at most."""
_DEPTH = 4
"""Clauses round one in which its doer is looked for, at most."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One verb and who takes part in it.

    Attributes:
        verb: Its stem; of several verbs that tell the same the first one's.
        head: Its place.
        parts: Who takes part, as what -> the stems of the words that tell it.
    """

    verb: str
    head: int
    parts: Mapping[str, frozenset[str]]


def deeds_in(side: Side, sentence: Sentence, verb: str | None = None) -> Iterator[Deed]:
    """What a sentence tells of somebody who does something to somebody, or of whom it is done to; by one verb where it is given."""
    clauses = side.clauses_in(sentence)
    for clause in clauses:
        if verb is not None and verb != _won()[0] and _same_verb(side.stems[side.place(clause.head.start)]) != verb:
            continue
        found = _Phrase(side, sentence, clause, clauses).deed
        if found is not None:
            yield found


@dataclass(frozen=True)
class _Phrase:
    """A clause with its neighbours."""

    side: Side
    sentence: Sentence
    clause: Clause
    clauses: Sequence[Clause]

    @cached_property
    def head(self) -> int:
        return self.side.place(self.clause.head.start)

    @property
    def deed(self) -> Deed | None:
        """What the clause tells; null where it does not tell of two."""
        side, head = self.side, self.head
        if not side.content[head] or side.stems[head] in _silent():
            return None
        outcome = self._outcome
        places = self._places if outcome is None else outcome
        parts = {part: found for part, words in places.items() if (found := self._stems(words))}
        if len(parts) < 2:
            return None
        verb = _won()[0] if outcome else side.stems[head]
        return _turned(Deed(_alike().get(verb, verb), head, parts))

    def _stems(self, words: Collection[int]) -> frozenset[str]:
        side = self.side
        return frozenset(side.stems[w] for w in words if side.content[w] and not side.words[w].figure)

    @property
    def _places(self) -> dict[str, list[int]]:
        """Who takes part -> the words that tell it."""
        behind = self._behind(PARTIES)
        if self._is_passive:
            return {DOER: self._behind((_BY,))[_BY], DONE: self.subject(), **behind}
        first = self._first_behind
        if first < self._end and self.side.forms[first] == TOLD:  # "demanded that the minister resign"
            named = [w for w in self._noun(first + 1) if self.side.span(w, w + 1).quote[:1].isupper()]
            return {DOER: self.subject(), TOLD: named, **behind}
        return {DOER: self.subject(), DONE: self._noun(first), **behind}

    @property
    def _outcome(self) -> dict[str, list[int]] | None:
        """Who won over whom, where a noun tells it: "recorded a win over", "suffered a defeat by"."""
        side, head = self.side, self.head
        for at in range(head + 1, min(self._end, head + _REACH)):
            for nouns, prepositions, ours, theirs in _OUTCOMES:
                if side.forms[at] not in nouns:
                    continue
                behind = next((w for w in range(at + 1, min(self._end, at + 3)) if side.forms[w] in prepositions), None)
                if behind is not None and not self._is_passive:
                    return {ours: self.subject(), theirs: self._noun(behind + 1)}
        return None

    # --- before the verb ---

    @cached_property
    def _first(self) -> int:
        return max(self.sentence.first, self.side.place(self.clause.start))

    @cached_property
    def _end(self) -> int:
        return min(self.sentence.last, self.side.place(self.clause.end))

    @cached_property
    def _group(self) -> int:
        """The first word of the verb with its auxiliaries."""
        at = self.head
        forms = self.side.forms
        while at > self._first and (forms[at - 1] in _HELPING or is_adverb(forms[at - 1])):
            at -= 1
        return at

    @property
    def _is_passive(self) -> bool:
        form, head = self.side.forms[self.head], self.head
        if form.endswith("ing") or not (form.endswith(("ed", "en")) or form in lexis()["irregular"]):
            return False
        before = self.side.forms[max(self._group, head - _GROUP) : head]
        if before:
            return any(word in _PASSIVE for word in before)
        return self.clause.tense is None and "by" in self.side.forms[head + 1 : head + 3]  # "a firm bought by the state"

    def subject(self, depth: int = 0) -> list[int]:
        """The words before the verb that tell of whom it is told; of an infinitive, or a verb joined by "and", the outer verb's."""
        own = [w for w in range(self._first, self._group) if self.side.clause_of(w) is self.clause]
        while len(own) > 1 and self.side.forms[own[0]] in JOINING:
            own = own[1:]
        own = [] if own and self.side.forms[own[-1]] in JOINING - _RELATIVE else own
        if own and self.side.forms[own[0]] in _RELATIVE:
            return self._antecedent()
        if own:
            return self._nouns_of(own)
        outer = self._outer if depth < _DEPTH else None
        return [] if outer is None else outer.given_to(self, depth + 1)

    def given_to(self, inner: _Phrase, depth: int) -> list[int]:
        """Of whom an inner clause without words of its own before the verb is told: whom one asks to do it, else who does this."""
        start = inner._group
        between = self.side.words[self.head + 1 : start]
        if between and self.side.forms[start] == "to":
            return self._noun(self.head + 1) if self.side.stems[self.head] in stems_of("relation", "asking") else []
        return self.subject(depth)

    @property
    def _outer(self) -> _Phrase | None:
        around = [c for c in self.clauses if c is not self.clause and c.start <= self.clause.start and self.clause.end <= c.end]
        found = min(around, key=lambda c: c.end - c.start, default=None)
        return None if found is None else _Phrase(self.side, self.sentence, found, self.clauses)

    def _antecedent(self) -> list[int]:
        """The noun right before a relative clause."""
        found: list[int] = []
        heads = {self.side.place(c.head.start) for c in self.clauses}
        for at in range(self._first - 1, max(self.sentence.first, self._first - _REACH) - 1, -1):
            marked = "," in self.side.between(at) and at != self._first - 1
            if marked or at in heads or (self.side.forms[at] in _PREPOSITIONS and self.side.forms[at] != "of"):
                break
            found.append(at)
        return found

    def _nouns_of(self, words: Sequence[int]) -> list[int]:
        """The words that name somebody or something themselves: not those from a preposition to the next comma, or to its date or sum."""
        found: list[int] = []
        dropped = False
        for at in words:
            if self.side.forms[at] in _PREPOSITIONS:
                dropped = True
            if not dropped:
                found.append(at)
            if "," in self._gap(at) or (dropped and self.side.words[at].figure):
                dropped = False
        return found

    # --- behind the verb ---

    @property
    def _first_behind(self) -> int:
        return self.head + 1 + (self.side.following(self.head) in _PARTICLES)

    def _gap(self, at: int) -> str:
        return self.side.between(at) if at + 1 < len(self.side.words) else ""

    def _noun(self, first: int) -> list[int]:
        """Whoever or whatever is told from this word on, up to a comma, a preposition or another verb."""
        found: list[int] = []
        for at in range(first, min(self._end, first + _REACH)):
            if self.side.forms[at] in _PREPOSITIONS or self.side.clause_of(at) is not self.clause:
                break
            found.append(at)
            if not _MARKS.isdisjoint(self._gap(at)):
                break
        return found

    def _behind(self, prepositions: Sequence[str]) -> dict[str, list[int]]:
        """Whoever is told behind the first of each of these prepositions."""
        forms = self.side.forms
        found: dict[str, list[int]] = {preposition: [] for preposition in prepositions}
        waiting = set(prepositions)
        for at in range(self.head + 1, min(self._end - 1, self.head + _REACH)):
            if self.side.clause_of(at) is not self.clause:
                break
            if forms[at] in waiting:
                waiting.remove(forms[at])
                found[forms[at]] = self._noun(at + 1)
        return found


_OUTCOMES = (
    (frozenset(["win", "victory", "triumph"]), frozenset(["over", "against"]), DOER, DONE),
    (frozenset(["defeat", "loss"]), frozenset(["by", "to", "against"]), DONE, DOER),
)


@cache
def _silent() -> frozenset[str]:
    """The stems of verbs that tell nothing of who does it to whom: "meet", "say", "be"."""
    return stems_of("relation", "mutual") | stems_of("relation", "light")


@cache
def _alike() -> Mapping[str, str]:
    """Stem -> that of the first verb of its group."""
    return {stem(word): stem(group[0]) for group in lexis()["relation"]["alike"] for word in group}


def _same_verb(verb: str) -> str:
    """The stem of the verb that stands for this one, and for those that tell it from the other side."""
    first = _alike().get(verb, verb)
    return _turns()[first][0] if first in _turns() else first


@cache
def _won() -> tuple[str]:
    return (stem("beat"),)


@cache
def _turns() -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """Stem -> the verb that tells the same from the other side, and what each part of it is there."""
    return {stem(verb): (stem(turn["for"]), turn["parts"]) for verb, turn in lexis()["relation"]["turned"].items()}


def is_turned(verb: str) -> bool:
    """Whether a deed's verb, by its stem, stands for one that tells the same from the other side, too."""
    return any(verb == other for other, _ in _turns().values())


def _turned(deed: Deed) -> Deed:
    """The deed as the other verb tells it: who sells to somebody is whom that one buys from."""
    turn = _turns().get(deed.verb)
    if turn is None:
        return deed
    verb, names = turn
    return Deed(verb, deed.head, {names[part]: words for part, words in deed.parts.items() if part in names})
