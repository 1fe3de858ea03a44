"""Words that turn the meaning round where they take another's place: opposites, and others of one family."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from factcards.cards import Severity
from factcards.lint.edits import Change, changes, closeness
from factcards.lint.findings import Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.comparisons import compares_backwards
from factcards.lint.rules.cues import is_before_thing
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.times import is_mirrored
from factcards.lint.side import Side
from factcards.lint.wording import BEING, HAVING, Sentence
from factcards.lint.words import contrary, rivals, stems_in, stems_of

__all__ = ["contraries"]

_AROUND = 6
"""Words round the place where the opposite would stand in which it is looked for."""


def contraries(match: Match) -> Iterator[Objection]:
    """`contrary`: a word turned into its opposite ("rose", "fell"), both sides speaking of the same thing."""
    best = match.best
    if best is None or compares_backwards(match, best):
        return
    summary, source = match.summary, match.source(best)
    view = _View(match, best, list(changes(match, best)), _left_over(source, best))
    denied_here, denied_there = _negated(summary, match.sentence), _negated(source, best.sentence)
    rounding = {w for op in summary.operators_in(match.sentence, "approximator") for w in range(op.first, op.last)}
    rounded = {w for op in source.operators_in(best.sentence, "approximator") for w in range(op.first, op.last)}
    for at in range(match.sentence.first, match.sentence.last):
        there = view.opposite(at) if at not in rounding else None  # "more than 30" is the business of the rule about figures
        if there is None or there in rounded or not _same_place(match, best, at, there):
            continue
        if (source.stems[there] in denied_there) != (summary.stems[at] in denied_here):
            continue  # "banned" is "not allowed"
        if _is_freed_of(source, best, there):
            continue
        if is_mirrored(match, best, at, there) or _is_given(summary, at, source, there) or _is_of_another_clause(match, best, at, there):
            continue
        close = closeness(match, best, at) >= 0.5 and summary.stems[at] not in _CONVERSE
        alike = is_before_thing(summary, at) == is_before_thing(source, there)  # "a divided party" may be what is to be united
        sure = view.is_exchanged(at, there) or (close and alike and not _has_elsewhere(match, at, source.stems[there]))
        if not sure and not summary.content[at]:
            continue  # "for" and "against" stand with anything
        severity: Severity = "error" if sure else "unsure"
        theirs = passage(match, best, there, there + 1)
        yield object_to(match, "contrary", severity, f"the source says “{theirs.span.quote}”", (at, at + 1), [theirs])


def _is_freed_of(source: Side, aligned: Alignment, there: int) -> bool:
    """Whether the source's word is what somebody gets rid of in a word of the summary's sense before it: "acquitted of the | charges",
    "cleared".
    """
    alike = contrary(source.stems[there]) | rivals(source.stems[there])
    before = range(max(aligned.sentence.first, there - _AROUND), there)
    return not source.is_predicate(there) and any(source.stems[w] in alike and source.forms[w + 1] in {"of", "from"} for w in before)


def _is_of_another_clause(match: Match, aligned: Alignment, at: int, there: int) -> bool:
    """Whether what stands behind this verb stands in a clause before that verb's: "left it in Tarn and | removed | it from Ostrey", "took
    it from Ostrey and | kept | it in Tarn".
    """
    summary, source = match.summary, match.source(aligned)
    clauses = summary.finite_clauses(match.sentence), source.finite_clauses(aligned.sentence)
    mine, theirs = (next((words for words in found if w in words), ()) for found, w in zip(clauses, (at, there), strict=True))
    if not summary.is_predicate(at) or not source.is_predicate(there):
        return False
    behind = [aligned.forward[w] for w in mine if w > at and summary.content[w] and w in aligned.forward]
    return bool(behind) and all(w < there and w not in theirs for w in behind)


_CONVERSE = stems_of("contrary", "converse")


def _is_given(summary: Side, here: int, source: Side, there: int) -> bool:
    """Whether one side has somebody "be given" what he "receives" on the other: "others given a grade" for "others received one"."""
    return any(
        side.forms[at] == "given" and other.stems[place] in _RECEIVING
        for side, at, other, place in ((summary, here, source, there), (source, there, summary, here))
    )


_RECEIVING = stems_in("receive get accept take")


def _left_over(source: Side, aligned: Alignment) -> dict[str, list[int]]:
    """The words of the source's sentence that the summary does not have, by stem."""
    found: dict[str, list[int]] = {}
    for w in range(aligned.sentence.first, aligned.sentence.last):
        if w not in aligned.backward and not source.words[w].figure:
            found.setdefault(source.stems[w], []).append(w)
    return found


@cache
def _turned_by(stem: str) -> frozenset[str]:
    """The stems that turn the meaning round in this one's place, or that it excludes there."""
    return rivals(stem) | contrary(stem)


@dataclass(frozen=True)
class _View:
    """A sentence, its evidence, what changed between them, and the words that only the evidence has."""

    match: Match
    best: Alignment
    edits: list[Change]
    left: dict[str, list[int]]

    def opposite(self, at: int) -> int | None:
        """The source's word that this one turns round: one in its own place before any other."""
        summary = self.match.summary
        if self.left.keys().isdisjoint(_turned_by(summary.stems[at])) or summary.words[at].figure:
            return None
        if at in self.best.forward and not (self.match.near_verbatim and self._is_edited(at)):
            return None
        family, opposite = self._left_of(rivals(summary.stems[at])), self._left_of(contrary(summary.stems[at]))
        first = next((w for w in family if self._takes_its_place(at, w)), None)
        return first if first is not None else next((w for w in opposite if self.is_exchanged(at, w)), next(iter(opposite), None))

    def _is_edited(self, at: int) -> bool:
        return any(edit.here[0] <= at < edit.here[1] for edit in self.edits)

    def _left_of(self, stems: Collection[str]) -> list[int]:
        """The words that only the evidence has among those with these stems."""
        return sorted(w for stem in stems if stem in self.left for w in self.left[stem])

    def is_exchanged(self, at: int, there: int) -> bool:
        """Whether the summary has its word for the source's, in a sentence that is the same but for such changes."""
        inside = any(edit.here[0] <= at < edit.here[1] and edit.there[0] <= there < edit.there[1] for edit in self.edits)
        return (self.match.near_verbatim and inside) or self._takes_its_place(at, there)

    def _takes_its_place(self, at: int, there: int) -> bool:
        """Whether this word alone stands for that one between the same neighbours, one of which has content."""
        exchanged = any(edit.is_one_for_one and (edit.here[0], edit.there[0]) == (at, there) for edit in self.edits)
        exchanged = exchanged or self._is_verb_for_verb(at, there)
        if self.best.coverage < _HALF or not exchanged:
            return False
        sentence, summary = self.match.sentence, self.match.summary
        near = [w for w in (at - 1, at + 1) if sentence.first <= w < sentence.last]
        return self.match.near_verbatim or (any(summary.content[w] for w in near) and summary.stems[at] not in _CONVERSE)

    def _is_verb_for_verb(self, at: int, there: int) -> bool:
        """Whether one word stands for one but for what helps a verb: "resigned", "was sacked"."""
        summary, source = self.match.summary, self.match.source(self.best)
        edit = next((edit for edit in self.edits if edit.here[1] - 1 == at and edit.there[1] - 1 == there), None)
        if self._is_helped_alike(at, there):
            return True
        helping = edit is not None and {*summary.forms[edit.here[0] : at], *source.forms[edit.there[0] : there]} <= _HELPING
        return helping and edit is not None and edit.anchored == 2 and summary.is_predicate(at) and source.is_predicate(there)

    def _is_helped_alike(self, at: int, there: int) -> bool:
        """Whether the same "has been" stands right before both verbs: "has been | charged | with it", "has been | held | over it"."""
        helping = self.match.summary.forms[at - 1] in _HELPING and at - 1 > self.match.sentence.first
        return helping and self.best.forward.get(at - 1) == there - 1


_HELPING = BEING | HAVING | {"be", "been"}
_HALF = 0.5
"""Share of the sentence's content that the best candidate must hold for one exchanged word to be told of the same thing."""


def _negated(side: Side, sentence: Sentence) -> set[str]:
    """The stems that a negation of this sentence works on, or stands right before: "not likely to sell"."""
    denied = [op for op in side.operators_in(sentence, "negation") if op.governed is not None]
    return {side.stems[w] for op in denied for w in (op.governed, op.last) if w is not None and w < sentence.last}


def _has_elsewhere(match: Match, here: int, theirs: str) -> bool:
    """Whether another candidate has the summary's word, or one of the same sense: then the summary follows that one."""
    alike = {match.summary.stems[here]} | contrary(theirs)
    others = [(match.source(aligned), aligned.sentence) for aligned in match.candidates[1:]]
    return any(not alike.isdisjoint(source.sentence_stems(sentence)) for source, sentence in others)


def _same_place(match: Match, aligned: Alignment, here: int, there: int) -> bool:
    """Whether a word beside this one has its counterpart beside that one."""
    near = [w for w in range(here - 3, here + 4) if w in aligned.forward and match.summary.content[w]]
    return any(abs(aligned.forward[w] - there) <= _AROUND for w in near)
