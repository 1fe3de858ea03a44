"""How rules make their findings: spans of both sides, and edits that restore the source's words."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.lint.findings import Edit, Finding, Passage, Severity
from factcards.lint.matching import Alignment, Match
from factcards.spans import Span

__all__ = ["counterpart", "deletion", "object_to", "passage"]


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


def counterpart(aligned: Alignment, word: int) -> int | None:
    """The source's word for a word of the summary."""
    return aligned.forward.get(word)


def deletion(match: Match, first: int, last: int) -> Edit:
    """Take words out of the summary, with the white space behind them."""
    text = match.summary.text
    start, end = match.summary.words[first].start, match.summary.words[last - 1].end
    after = end
    while after < len(text) and text[after] in " \u00a0":
        after += 1
    if after == end:  # at the end of a clause: the white space before goes instead
        while start > 0 and text[start - 1] in " \u00a0":
            start -= 1
        return Edit(start=start, end=end, replacement="")
    return Edit(start=start, end=after, replacement="")
