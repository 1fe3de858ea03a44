"""How rules make their findings: spans of both sides, and edits that restore the source's words."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.lint.findings import Edit, Finding, Passage, Severity
from factcards.lint.matching import Alignment, Match
from factcards.spans import Span

__all__ = ["PLACES", "object_to", "passage"]

PLACES = 2000
"""Places of one word that are looked at in a source; a text with more is no prose."""


def passage(match: Match, aligned: Alignment, first: int, last: int) -> Passage:
    """Words of a candidate's source."""
    return Passage(source=aligned.side, span=match.source(aligned).span(first, last))


def whole(match: Match, aligned: Alignment) -> Passage:
    """The candidate's sentence."""
    source = match.source(aligned)
    return Passage(source=aligned.side, span=Span.of(source.shown, aligned.sentence.start, aligned.sentence.end))


def object_to(
    match: Match,
    code: str,
    severity: Severity,
    message: str,
    here: tuple[int, int],
    evidence: Sequence[Passage] = (),
    fix: Sequence[Edit] = (),
) -> Finding:
    """A finding about `summary.words[here[0]:here[1]]`; with no evidence named, the best candidates' sentences."""
    first, last = here
    if first >= last:  # something is missing between two words: the next word shows where
        first, last = (first, first + 1) if first < match.sentence.last else (first - 1, first)
    found = tuple(evidence) or tuple(whole(match, aligned) for aligned in match.candidates[: 1 if severity == "error" else 3])
    return Finding(code=code, severity=severity, message=message, span=match.summary.span(first, last), evidence=found, fix=tuple(fix))
