"""Negations, hedges, approximations and quantities: those that only one side has, and those that moved to another word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcards.lint.edits import closeness
from factcards.lint.findings import Finding, Severity
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Operator, Side
from factcards.lint.words import stems_of

__all__ = ["approximation", "hedging", "negation", "quantity"]


@dataclass(frozen=True)
class Pairing:
    """The operators of one kind on both sides of an alignment, after those that are the same were taken away."""

    added: tuple[Operator, ...]
    dropped: tuple[Operator, ...]
    moved: tuple[tuple[Operator, Operator], ...]


def pair(match: Match, aligned: Alignment, kinds: frozenset[str]) -> Pairing:
    """Pair operators of these kinds: first those whose governed words are counterparts, then those that merely moved."""
    source = match.source(aligned)
    here = [op for op in match.summary.operators_in(match.sentence) if op.kind in kinds]
    there = [op for op in source.operators_in(aligned.sentence) if op.kind in kinds]
    for same in (_same_word, _same_governed):
        for op in list(here):
            partner = next((other for other in there if same(match, aligned, op, other)), None)
            if partner is not None:
                here.remove(op)
                there.remove(partner)
    moved: list[tuple[Operator, Operator]] = []
    for op in list(here):
        partner = next((other for other in there if other.form == op.form or other.kind == op.kind), None)
        if partner is not None:
            moved.append((op, partner))
            here.remove(op)
            there.remove(partner)
    return Pairing(tuple(here), tuple(there), tuple(moved))


def _same_word(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """The same word in the same place, over the same governed word, or over one that the other side does not have."""
    if aligned.forward.get(op.first) != other.first or op.form != other.form:
        return False
    if op.governed is None or other.governed is None:
        return True
    onto = aligned.forward.get(op.governed)
    return onto is None or onto == other.governed or other.governed not in aligned.backward


def _same_governed(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    return op.governed is not None and aligned.forward.get(op.governed) == other.governed


def _unmatched_stems(side: Side, first: int, last: int, matched: object) -> set[str]:
    return {side.stems[w] for w in range(first, last) if w not in matched}  # type: ignore[operator]


def _certainty(match: Match, aligned: Alignment, word: int | None) -> Severity:
    """How sure we may be that the two sides speak of the same thing at this word."""
    if match.near_verbatim and aligned is match.best:
        return "error"
    if word is None or word not in aligned.forward or not match.summary.content[word]:
        return "unsure"
    return "error" if closeness(match, aligned, word) >= 0.5 else "unsure"


def negation(match: Match) -> Iterator[Finding]:
    """`negation_added`, `negation_dropped`: affirmed became negated, or the other way round."""
    best = match.best
    if best is None:
        return
    source = match.source(best)
    paired = pair(match, best, frozenset(["negation"]))
    soft = stems_of("negation", "verbs")
    there_soft = _unmatched_stems(source, best.sentence.first, best.sentence.last, best.backward) & soft
    here_soft = _unmatched_stems(match.summary, match.sentence.first, match.sentence.last, best.forward) & soft
    for op in paired.added:
        if there_soft:
            there_soft.pop()
            continue
        severity = _certainty(match, best, op.governed)
        if severity == "error" and _supported(match, op, "negation"):
            continue
        words = match.summary.span(op.first, op.last).quote
        yield object_to(match, "negation_added", severity, f"“{words}” turns round what the source says", (op.first, op.last))
    for op in paired.dropped:
        if op.governed not in best.backward:
            continue
        if here_soft:
            here_soft.pop()
            continue
        at = best.backward[op.governed]
        severity = _certainty(match, best, at)
        words = source.span(op.first, op.last).quote
        yield object_to(
            match, "negation_dropped", severity, f"the source says “{words}” here; the summary leaves it out", (at, at + 1),
            [passage(match, best, op.first, max(op.governed + 1, op.last))] if op.governed >= op.first else (),
        )
    yield from _moved(match, best, paired, "negation")


def _moved(match: Match, aligned: Alignment, paired: Pairing, what: str) -> Iterator[Finding]:
    if not match.near_verbatim:
        return
    for op, other in paired.moved:
        if op.governed is None or other.governed is None or op.governed not in aligned.forward or other.governed not in aligned.backward:
            continue
        words = match.summary.span(op.first, op.last).quote
        yield object_to(
            match, "scope_moved", "error", f"“{words}” stands with other words than in the source", (op.first, op.last),
            [passage(match, aligned, other.first, other.last)],
        )


def _supported(match: Match, op: Operator, kind: str) -> bool:
    """Whether another candidate has such an operator over the same word."""
    for aligned in match.candidates[1:]:
        source = match.source(aligned)
        onto = aligned.forward.get(op.governed) if op.governed is not None else None
        if onto is None:
            continue
        if any(other.kind == kind and other.governed == onto for other in source.operators_in(aligned.sentence)):
            return True
    return False


_CERTAIN = stems_of("certain", "words")


def hedging(match: Match) -> Iterator[Finding]:
    """`hedge_dropped`, `hedge_strengthened`, `less_sure`: a hedge that only one side has."""
    best = match.best
    if best is None:
        return
    source = match.source(best)
    paired = pair(match, best, frozenset(["hedge"]))
    strict = match.near_verbatim
    soft = stems_of("hedge", "marks") if strict else stems_of("hedge", "medium") | stems_of("hedge", "strong")
    there_soft = _unmatched_stems(source, best.sentence.first, best.sentence.last, best.backward) & soft
    here_soft = _unmatched_stems(match.summary, match.sentence.first, match.sentence.last, best.forward) & soft
    here_soft -= {match.summary.stems[op.first] for op in paired.added}
    there_soft -= {source.stems[op.first] for op in paired.dropped}
    new = _unmatched_stems(match.summary, match.sentence.first, match.sentence.last, best.forward)
    for op in paired.added:
        if there_soft:
            there_soft.pop()
            continue
        severity = _certainty(match, best, op.governed)
        if severity == "error" and _supported(match, op, "hedge"):
            continue
        words = match.summary.span(op.first, op.last).quote
        yield object_to(match, "less_sure", severity, f"less sure than the source, which does not say “{words}”", (op.first, op.last))
    for op in paired.dropped:
        if op.governed not in best.backward:
            continue
        if here_soft:
            here_soft.pop()
            continue
        at = best.backward[op.governed]
        severity = _certainty(match, best, at)
        words = source.span(op.first, op.last).quote
        code = "hedge_strengthened" if new & _CERTAIN else "hedge_dropped"
        yield object_to(
            match, code, severity, f"surer than the source, which says “{words}”", (at, at + 1),
            [passage(match, best, min(op.first, op.governed), max(op.governed + 1, op.last))],
        )
    yield from _moved(match, best, paired, "hedge")


def approximation(match: Match) -> Iterator[Finding]:
    """`approximation_dropped`: a figure stands without the source's "about", "at least", "up to"."""
    best = match.best
    if best is None:
        return
    source = match.source(best)
    paired = pair(match, best, frozenset(["approximator"]))
    for op in paired.dropped:
        if op.governed not in best.backward:
            continue
        at = best.backward[op.governed]
        words = source.span(min(op.first, op.governed), max(op.last, op.governed + 1)).quote
        severity = _certainty(match, best, at)
        yield object_to(
            match, "approximation_dropped", severity, f"the source says “{words}”; the summary gives the figure as exact", (at, at + 1),
            [passage(match, best, min(op.first, op.governed), max(op.last, op.governed + 1))],
        )


def quantity(match: Match) -> Iterator[Finding]:
    """`quantity_changed`: "some" became "all", "many" became "most", or the other way round, over the same word."""
    best = match.best
    if best is None:
        return
    source = match.source(best)
    here = [op for op in match.summary.operators_in(match.sentence) if op.kind == "quantifier"]
    there = [op for op in source.operators_in(best.sentence) if op.kind == "quantifier"]
    for op in here:
        if op.first in best.forward or op.governed is None:
            continue
        for other in there:
            if other.first in best.backward or other.strength == op.strength or other.governed is None:
                continue
            if best.forward.get(op.governed) == other.governed:
                words = source.span(other.first, other.last).quote
                yield object_to(
                    match, "quantity_changed", _certainty(match, best, op.governed), f"the source says “{words}”", (op.first, op.last),
                    [passage(match, best, other.first, other.last)],
                )
                break
