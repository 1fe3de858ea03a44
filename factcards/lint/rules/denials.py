"""Negations that turn nothing round: somebody keeps silent, somebody is absent, or it was so up to a point only."""

from __future__ import annotations

from factcards.lexicon import content_frames, lemma_of
from factcards.lint.matching import Match
from factcards.lint.operating import Operator
from factcards.lint.side import Side
from factcards.lint.words import stem, stems_of

__all__ = ["ends", "is_of_absent", "is_silent_too"]

_AROUND, _VERB, _BEHIND, _FAR = 7, 2, 4, 10
"""Words before a negation in which a name is whom it is about; behind one, its verb; the verb of speech that it denies; and an "until"."""
_LIKELY = 3
"""Clauses of the source for one of the summary that may tell of what somebody keeps silent about."""


def ends(side: Side, op: Operator) -> bool:
    """Whether it was so only up to a point: one who "had not known until Monday" knew on Monday."""
    last = min(side.sentence_of(op.first).last, op.first + _FAR)
    return op.form == "not" and "until" in side.forms[op.last : last]


def is_silent_too(match: Match, op: Operator) -> bool:
    """Whether "not" is over a verb of speech, and a candidate denies that something is told, in whatever words: one who "would not say" it
    "declined to specify" it, and tells nothing that could be turned round.
    """
    following = next((stem for stem in match.summary.stems[op.last : op.last + _VERB] if stem not in _BETWEEN), "")
    if op.form != "not" or following not in _TELLING:
        return False
    asked = (found.aligned for told in match.clauses if told.head > op.last for found in told.counterparts[:_LIKELY])
    return any(
        other.kind == "negation" and _silent(match.source(aligned), other)
        for aligned in (*match.candidates, *asked)
        for other in match.source(aligned).operators_in(aligned.sentence)
    )


def _silent(side: Side, op: Operator) -> bool:
    """Whether an operator denies speech: "declined to comment", "did not say", "has yet to tell the board"."""
    return any(lemma_of(form) in content_frames("speech") for form in side.forms[op.last : op.last + _BEHIND])


_TELLING = stems_of("negation", "silent")
_BETWEEN = frozenset(stem(word) for word in ("yet", "immediately", "publicly", "directly", "explicitly", "even"))
"""Words between "not" and its verb."""


def is_of_absent(match: Match, op: Operator) -> bool:
    """Whether a candidate does without whom the summary denies it of: "Quill did not play", "a victory without Quill"."""
    before = range(op.first - 1, max(match.sentence.first, op.first - _AROUND) - 1, -1)
    whom = next((w for w in before if w in match.summary.name_words), None)
    if whom is None:
        return False
    for aligned in match.candidates:
        source, there = match.source(aligned), aligned.forward.get(whom)
        if there is not None and not _ABSENT.isdisjoint(source.stems[max(aligned.sentence.first, there - 3) : there + 4]):
            return True
    return False


_ABSENT = frozenset(stem(word) for word in ("without", "absence", "absent", "miss", "minus"))
