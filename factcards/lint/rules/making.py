"""How rules make their findings: spans of both sides, and edits that restore the source's words."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.lint.findings import Edit, Finding, Passage, Severity
from factcards.lint.matching import Alignment, Match
from factcards.spans import Span

__all__ = ["object_to", "passage", "stands_for"]


def passage(match: Match, aligned: Alignment, first: int, last: int) -> Passage:
    """Words of a candidate's source."""
    return Passage(source=aligned.side, span=match.source(aligned).span(first, last))


def _whole(match: Match, aligned: Alignment) -> Passage:
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
    found = tuple(evidence) or tuple(_whole(match, aligned) for aligned in match.candidates[: 1 if severity == "error" else 3])
    return Finding(code=code, severity=severity, message=message, span=match.summary.span(first, last), evidence=found, fix=tuple(fix))


def stands_for(match: Match, code: str, severity: Severity, message: str, at: int, theirs: Passage, told: str | None = None) -> Finding:
    """A finding about one word that stands where a source has `theirs`; the edit puts the source's words, or `told`, in its place."""
    word = match.summary.words[at]
    edit = Edit(start=word.start, end=word.end, replacement=theirs.span.quote if told is None else told)
    return object_to(match, code, severity, message, (at, at + 1), [theirs], [edit])
