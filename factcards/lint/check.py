"""All rules over one summary: sentence by sentence, each against its candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcards.lint.findings import Finding
from factcards.lint.matching import Index, Match
from factcards.lint.rules import exact, operators, voices
from factcards.lint.side import Side

__all__ = ["RULES", "Rule", "lint"]

Rule = Callable[[Match], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    exact.quotations,
    exact.speech,
    exact.figures,
    exact.names,
    voices.speakers,
    voices.entities,
    voices.attribution,
    voices.cues,
    operators.negation,
    operators.hedging,
    operators.approximation,
    operators.quantity,
)


def lint(summary: Side, index: Index, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """What the summary has that the sources do not carry, in the summary's order; each stretch and code once."""
    found: dict[tuple[str, int, int], Finding] = {}
    for sentence in summary.sentences:
        match = index.match(summary, sentence)
        for rule in rules:
            for item in rule(match):
                found.setdefault((item.code, item.span.start, item.span.end), item)
    return tuple(sorted(found.values(), key=lambda f: (f.span.start, f.span.end, f.code)))
