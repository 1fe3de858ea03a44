"""How rules make their findings: spans of both sides, and edits that restore the source's words."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.cards import Severity, Speaker
from factcards.lint.findings import Edit, Objection, Passage
from factcards.lint.matching import Alignment, Match
from factcards.lint.side import Saying
from factcards.lint.words import words_in
from factcards.spans import Span

__all__ = ["called", "object_to", "passage", "stands_for", "told_by"]


def passage(match: Match, aligned: Alignment, first: int, last: int) -> Passage:
    """Words of a candidate's source."""
    return Passage(source=aligned.side, span=match.source(aligned).span(first, last))


def told_by(saying: Saying) -> str:
    """Who says something, as a message tells it: with the cue, where that is a word."""
    cue = saying.cue.quote
    return f"{called(saying.speaker)} (“{cue}”)" if any(map(str.isalpha, cue)) else called(saying.speaker)


def called(speaker: Speaker) -> str:
    """What a message calls a speaker, where a label names nobody.

    >>> called(Speaker(name="QUESTION", resolved_by="named"))
    'somebody who asks'
    """
    return "somebody who asks" if speaker.name.casefold() in _ASKING else speaker.name


_ASKING = frozenset(["q", "question", "questioner", "reporter", "interviewer", "journalist"])
"""Labels in a transcript of whoever asks."""


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
) -> Objection:
    """A finding about `summary.words[here[0]:here[1]]`; with no evidence named, the best candidates' sentences."""
    first, last = here
    if first >= last:  # something is missing between two words: the next word shows where
        first, last = (first, first + 1) if first < match.sentence.last else (first - 1, first)
    found = tuple(evidence) or tuple(_whole(match, aligned) for aligned in match.candidates[: 1 if severity == "error" else 3])
    return Objection(code=code, severity=severity, message=message, span=match.summary.span(first, last), evidence=found, fix=tuple(fix))


def stands_for(match: Match, code: str, severity: Severity, message: str, at: int, theirs: Passage, told: str | None = None) -> Objection:
    """A finding about one word that stands where a source has `theirs`; the edit puts the source's words, or `told`, in its place. No edit
    where the sentence has this figure or name elsewhere: with two of them exchanged it would stand there twice.
    """
    word = match.summary.words[at]
    edit = Edit(start=word.start, end=word.end, replacement=theirs.span.quote if told is None else told)
    fix = [] if _stands_there_too(match, at, edit.replacement) else [edit]
    return object_to(match, code, severity, message, (at, at + 1), [theirs], fix)


def _stands_there_too(match: Match, at: int, words: str) -> bool:
    summary = match.summary
    if not summary.words[at].figure and not words[:1].isupper():
        return False
    forms = [word.form for word in words_in(words)]
    held = [summary.forms[w] for w in range(match.sentence.first, match.sentence.last) if w != at]
    return any(held[k : k + len(forms)] == forms for k in range(len(held)))
