"""How many, and how exactly: approximations and quantities that only one side has."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lint.findings import Finding
from factcards.lint.matching import Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.pairing import pair, severity_of
from factcards.lint.rules.witnesses import contradicted

__all__ = ["approximation", "quantity"]


def approximation(match: Match) -> Iterator[Finding]:
    """`approximation_dropped`: a figure stands without the source's "about", "at least", "up to"."""
    best = match.best
    if best is None:
        return
    for op in pair(match, best, "approximator").dropped:
        if op.governed is None or op.governed not in best.backward or contradicted(match, best, op, "approximator"):
            continue
        at = best.backward[op.governed]
        theirs = passage(match, best, min(op.first, op.governed), max(op.last, op.governed + 1))
        why = f"the source says “{theirs.span.quote}”; the summary gives the figure as exact"
        yield object_to(match, "approximation_dropped", severity_of(match, best, at), why, (at, at + 1), [theirs])


def quantity(match: Match) -> Iterator[Finding]:
    """`quantity_changed`: "some" became "all", "many" became "most", or the other way round, over the same word."""
    best = match.best
    if best is None:
        return
    here = [op for op in match.summary.operators_in(match.sentence) if op.kind == "quantifier" and op.first not in best.forward]
    there = [op for op in match.source(best).operators_in(best.sentence) if op.kind == "quantifier" and op.first not in best.backward]
    for op in here:
        onto = best.forward.get(op.governed) if op.governed is not None else None
        other = next((other for other in there if other.governed == onto and other.strength != op.strength), None)
        if onto is not None and other is not None:
            theirs = passage(match, best, other.first, other.last)
            severity = severity_of(match, best, op.governed)
            yield object_to(match, "quantity_changed", severity, f"the source says “{theirs.span.quote}”", (op.first, op.last), [theirs])
