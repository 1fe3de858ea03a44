"""What somebody is only accused of, told of him as done."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lint.edits import closeness
from factcards.lint.findings import Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.words import ARTICLES, PERSONS, stems_in, stems_of

__all__ = ["accused"]

_CHARGED = stems_of("hedge", "charged")
_SUSPECTED = _CHARGED | stems_of("hedge", "hearsay") | stems_in("guilty plead convict confess admit")
"""Words that leave open whether it was done, or tell who found that it was."""
_NEAR, _OF, _CLOSE = 7, 3, 0.5
"""Words from "accused" and from its "of" to the deed, at most; closeness from which both sides tell of the same deed."""


def accused(match: Match) -> Iterator[Objection]:
    """`hedge_dropped`: "Quill killed two people", where the source only has it that she is accused of killing them."""
    summary = match.summary
    if match.best is None or not _SUSPECTED.isdisjoint(summary.sentence_stems(match.sentence)):
        return
    for aligned in match.candidates:
        source = match.source(aligned)
        charging = not _CHARGED.isdisjoint(source.sentence_stems(aligned.sentence))
        for here, there in aligned.forward.items() if charging else ():
            at = _accused_of(source, aligned, there)
            if at is None or not _is_told_as_done(match, here) or closeness(match, aligned, here) < _CLOSE or _is_told_plainly(match, here):
                continue
            if not _is_told_of_him(match, aligned, here):
                continue
            theirs = passage(match, aligned, at, there + 1)
            why = f"surer than the source, which says “{theirs.span.quote}”"
            yield object_to(match, "hedge_dropped", "error", why, (here, here + 1), [theirs])
            return


def _is_told_as_done(match: Match, here: int) -> bool:
    """Whether a word is the predicate of a clause in the past that nobody says."""
    summary = match.summary
    clause = summary.clause_of(here) if summary.is_predicate(here) else None
    told = clause is not None and clause.tense == "past" and clause.mood == "statement"
    return told and not summary.attributed_to(here) and not summary.in_quotation(here)


def _accused_of(side: Side, aligned: Alignment, at: int) -> int | None:
    """The place of "accused of" or "accused Bo Marsh of" and the like before a deed, or its noun ("charged with the murder of"); null where
    there is none.
    """
    low = max(aligned.sentence.first, at - _NEAR)
    before = side.forms[max(low, at - _OF) : at]
    joined = before[-1:] == ["and"] and any(form.endswith("ing") for form in side.forms[low:at])  # "of breaking the law and | selling | it"
    noun = before[-1:] and (before[-1] in _OF_DEEDS or before[-1] in ARTICLES)
    if not (side.forms[at].endswith("ing") or noun) or (not joined and _OF_DEEDS.isdisjoint(before)):
        return None
    return next((word for word in range(at - 2, low - 1, -1) if side.stems[word] in _CHARGED), None)


_OF_DEEDS = frozenset(["of", "with"])


def _is_told_of_him(match: Match, aligned: Alignment, here: int) -> bool:
    """Whether the deed's clause names who is accused, in a word that stands before the deed there, or has a "he": "her son was killed"
    accuses nobody.
    """
    summary = match.summary
    clause, there = summary.clause_of(here), aligned.forward[here]
    words = range(summary.place(clause.start), summary.place(clause.end)) if clause is not None else ()
    if any(summary.forms[w] in PERSONS for w in words if w < here):
        return True
    return any(summary.content[w] and aligned.sentence.first <= aligned.forward.get(w, there) < there for w in words)


def _is_told_plainly(match: Match, here: int) -> bool:
    """Whether another sentence of the sources has the deed with nothing that leaves it open: the summary may follow that one."""
    summary = match.summary
    others = {summary.stems[w] for w in range(match.sentence.first, match.sentence.last) if summary.content[w]} - {summary.stems[here]}
    for number in match.index.postings.get(summary.stems[here], ()):
        at, sentence = match.index.sentences[number]
        stems = match.index.sources[at].sentence_stems(sentence)
        if _SUSPECTED.isdisjoint(stems) and not others.isdisjoint(stems):
            return True
    return False
