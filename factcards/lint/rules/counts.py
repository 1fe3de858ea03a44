"""How many, and how exactly: approximations and quantities that only one side has."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lint.findings import Finding
from factcards.lint.matching import Alignment, Match
from factcards.lint.operating import Operator
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.pairing import pair, severity_of
from factcards.lint.rules.witnesses import contradicted

__all__ = ["approximation", "quantity"]


def approximation(match: Match) -> Iterator[Finding]:
    """`approximation_dropped`: a figure stands without the source's "about", "at least", "up to"."""
    best = match.best
    for aligned in match.candidates:
        for op in pair(match, aligned, "approximator").dropped:
            if op.governed is None or op.governed not in aligned.backward or contradicted(match, aligned, op, "approximator"):
                continue
            at = aligned.backward[op.governed]
            if aligned is not best and best is not None and at in best.forward:
                continue
            theirs = passage(match, aligned, min(op.first, op.governed), max(op.last, op.governed + 1))
            why = f"the source says “{theirs.span.quote}”; the summary gives the figure as exact"
            yield object_to(match, "approximation_dropped", severity_of(match, aligned, at), why, (at, at + 1), [theirs])


def quantity(match: Match) -> Iterator[Finding]:
    """`quantity_changed`: "some" became "all", "many" became "most", or the other way round, over the same word."""
    best = match.best
    if best is None:
        return
    here = [op for op in match.summary.operators_in(match.sentence) if op.kind == "quantifier" and op.first not in best.forward]
    there = [op for op in match.source(best).operators_in(best.sentence) if op.kind == "quantifier" and op.first not in best.backward]
    for op in here:
        other = next((other for other in there if other.strength != op.strength and _count_alike(match, best, op, other)), None)
        if other is not None:
            theirs = passage(match, best, other.first, other.last)
            severity = severity_of(match, best, op.governed)
            yield object_to(match, "quantity_changed", severity, f"the source says “{theirs.span.quote}”", (op.first, op.last), [theirs])


def _count_alike(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether two words count the same: what both are over, what stands right before both ("return | all of them", "return | some"), or
    whoever a clause and its counterpart speak of, some of them there and all here, or the other way round.
    """
    onto = aligned.forward.get(op.governed) if op.governed is not None else None
    if onto is not None and onto == other.governed:
        return True
    if match.summary.content[op.first - 1] and aligned.forward.get(op.first - 1) == other.first - 1:
        return True
    told = next((found for found in match.clauses_with(op.first) if found.share >= _SAME_CLAUSE), None)
    return told is not None and other.first in told.counterparts[0].words and {op.strength, other.strength} == {1, 3}


_SAME_CLAUSE = 0.7
"""Share of a clause that its counterpart must have for both to count the same people."""
