"""What somebody commits to by a claim: its hedges, how sure he is, and whether he affirms or denies it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcards.cards import Certainty, Cue, Hedge, Polarity, Speaker
from factcards.hedges import (
    WOULD,
    certainty,
    clause_held,
    clauses_in_turn,
    cue_turn,
    hedges_in,
    is_conditioned_before,
    is_held_so,
    main_clause,
    negations_over,
    over_main_clause,
    own_attitude,
    polarity,
    says_nothing,
    sign_within,
    surer,
)
from factcards.lexicon import intends
from factcards.reading import Attribution, Clause, Reading
from factcards.spans import Span, covers, hold

__all__ = ["Commitment", "Told", "commitment", "is_denial", "own_answer"]


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a claim: whose it is, in which words.

    Attributes:
        speaker: Null for narration.
        cue: With its strength; null for narration and where a speech goes on.
        content: The attributed words, ordered and disjoint.
        evidence: The sentences that carry it.
        quoted: Whether all of the content is in quotation marks.
    """

    speaker: Speaker | None
    cue: Cue | None
    content: tuple[Span, ...]
    evidence: tuple[Span, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Commitment:
    """How surely a claim is held: its hedges in text order, its certainty, and whether it is affirmed."""

    hedges: tuple[Hedge, ...]
    certainty: Certainty
    polarity: Polarity


def commitment(reading: Reading, told: Told) -> Commitment:
    """The speaker's own commitment, from what is read around a claim."""
    clause = main_clause(reading, told.content)
    answer = own_answer([span.quote for span in told.content]) if told.quoted else None
    if answer is not None and clause is not None:  # "Do I think so? No"
        clause = clause.model_copy(update={"mood": "statement"})
    hedges, sure = _weakened(reading, told, clause)
    if answer is not None:
        return Commitment(hedges, sure, answer)
    if told.quoted and len(told.content) == 1 and is_denial(told.content[0].quote):
        return Commitment(hedges, sure, "negated")
    if len(told.content) == _ASKED_AND_ANSWERED and _ASKED.match(told.content[0].quote) and is_denial(told.content[1].quote):
        return Commitment(hedges, sure, "negated")  # "| Asked whether it was safe |, Quill said: “| No |”"
    if clause is None and not told.quoted and _names_nothing(reading, told):
        return Commitment(hedges, sure, "negated")
    way = polarity(_of_own_words(told.cue) if told.quoted else told.cue, reading, clause)
    if clause is not None and way == "affirmed" and sure != "unstated":  # "I think | it will not last", "it is clear | that nobody came"
        held = clause_held(reading, told.content, hedges, clause)
        if held is not None and is_held_so(told.content, held, over_main_clause(hedges, clause)):
            own = set(negations_over(reading, held)) - set(negations_over(reading, clause))
            way = "negated" if len(own) % 2 else way
    return Commitment(hedges, sure, way)


def _names_nothing(reading: Reading, told: Told) -> bool:
    """Whether a content without a verb is that there is none: "found | no trace of fire |"; not behind a denial, nor "no fewer than ten"
    (which is no negation).
    """
    if told.cue is None or told.cue.strength == "negative" or cue_turn(told.cue, reading) != "none":
        return False
    return any(negation.quote.casefold() == "no" and negation.start == told.content[0].start for negation in reading.negations)


_ASKED = re.compile(r"(?:When |Once )?asked\b.*?\b(?:whether|if)\b", re.IGNORECASE | re.DOTALL)
_ASKED_AND_ANSWERED = 2
"""Pieces of a content that has the question, too."""


def is_denial(answer: str) -> bool:
    """Whether an answer is a denial by itself.

    >>> is_denial("Absolutely not."), is_denial("Why not?"), is_denial("No. It leaks.")
    (True, False, False)
    """
    return _DENIAL.fullmatch(answer) is not None


def own_answer(pieces: Sequence[str]) -> Polarity | None:
    """Which way somebody answers a question of his own that he begins with; null where he asks none, or does not answer it with yes or no.

    >>> own_answer(["Do I think we did everything right?", "No"]), own_answer(["Is it safe? Of course."]), own_answer(["Who knew? No."])
    ('negated', 'affirmed', None)
    """
    found = _ANSWERED.match("\n".join(pieces))
    if found is None:
        return None
    if is_denial(found["answer"]):
        return "negated"
    return "affirmed" if _ASSENT.fullmatch(found["answer"]) else None


_ANSWERED = re.compile(
    r"\W*(?:(?:and|but|so|well|now),? )?(?:do|does|did|is|are|was|were|am|has|have|had|can|could|will|would|should)\b(?!n['’]t)[^.?!]*\?\W*"
    r"(?P<answer>[^.?!\n]+[.!]?)(?=\W|$)",
    re.IGNORECASE,
)
_ASSENT = re.compile(r"\W*(?:(?:oh|well|but),? )?(?:yes|yeah|absolutely|of course|definitely|certainly|totally)\W*", re.IGNORECASE)
_DENIAL = re.compile(r"\W*(?:no|never|no way|not at all|(?!why\b|if\b|or\b)(?:[\w'’]+ ){1,2}not)\W*(?<!\?)(?<!\?[\"”’'])", re.IGNORECASE)
"""An answer that is a denial by itself: "No", "Absolutely not"; not "Why not?"."""


def _weakened(reading: Reading, told: Told, clause: Clause | None) -> tuple[tuple[Hedge, ...], Certainty]:
    """The claim's hedges and how sure its speaker is: no surer than the attitude that its content tells of, or than a sign."""
    cue, content = told.cue, told.content
    hedges = hedges_in(reading, content, cue, told.evidence)
    sure = certainty(cue, hedges, clause, cue_turn(cue, reading), narrated=cue is None and told.speaker is None)
    if clause is None and told.quoted and (opening := _opening_hedge(hedges, content[0])) is not None:
        weaker: Certainty = "possible" if opening.strength == "strong" else "probable"
        sure = weaker if surer(sure, weaker) else sure
    if clause is not None and sure != "unstated" and is_conditioned_before(reading, content, clause):
        weak = [hedge for hedge in hedges if hedge.kind != "conditional" and hedge.quote.casefold() not in WOULD]
        sure = sure if over_main_clause(weak, clause) else "unstated"
    own = own_attitude(reading, told.speaker, content) or sign_within(reading, content)
    others = _told_by_others(reading, told, own)
    own = own_attitude(reading, told.speaker, content) or sign_within(reading, content)
    others = _told_by_others(reading, told, own)
    held_so = clause_held(reading, content, hedges, clause) if clause is not None and sure != "unstated" else None
    if held_so is not None:
        mine = [hedge for hedge in hedges if not any(covers(span, hedge) for span in others)]
        weaker = certainty(cue, mine, held_so, cue_turn(cue, reading))
        sure = weaker if weaker != "unstated" and surer(sure, weaker) else sure
    for later in clauses_in_turn(reading, content)[1:]:  # of several sentences none is surer than the least sure one
        stated = later.model_copy(update={"mood": "statement"})
        weaker = certainty(cue, hedges, stated, cue_turn(cue, reading))
        if weaker == "unstated" and any(hedge.kind == "conditional" for hedge in over_main_clause(hedges, stated)):
            weaker = "probable"  # one condition leaves open only its own sentence
        sure = weaker if surer(sure, weaker) else sure
        held = own_attitude(reading, told.speaker, content, later)  # "said he was sorry but | thought it was fair"
        if held is not None and not (held.cue is not None and intends(held.cue.quote)):
            hedges, sure = _no_surer(reading, held, hedges, sure)
    if says_nothing(content, clause):
        return hedges, "unstated"
    figures = told.speaker is None  # what the article tells of others has their figures
    hedges = tuple(
        hedge for hedge in hedges if (figures and hedge.kind == "approximator") or not any(covers(span, hedge) for span in others)
    )
    if own is not None and own.cue is not None and intends(own.cue.quote):
        return hedges, sure  # "said she plans to leave": by that she commits herself
    return (hedges, sure) if own is None else _no_surer(reading, own, hedges, sure)


def _opening_hedge(hedges: Sequence[Hedge], piece: Span) -> Hedge | None:
    """The adverb that begins a speech without a verb: "“| Perhaps | five or six,” Quill said"."""
    begins = piece.start + len(piece.quote) - len(piece.quote.lstrip(" \"“‘'"))
    return next((hedge for hedge in hedges if hedge.kind == "adverb" and hedge.strength != "weak" and hedge.start == begins), None)


def _told_by_others(reading: Reading, told: Told, own: Attribution | None) -> tuple[Span, ...]:
    """What the claim tells that somebody else says: its hedges are his, on a level of their own ("Quill said | Marsh believes | it may
    fall").
    """
    name = told.speaker.name.casefold() if told.speaker is not None else ""
    narrated = told.cue is None and told.speaker is None
    inner = [
        found
        for found in reading.attributions
        if (name or narrated) and found.cue is not None and found.cue != told.cue and found is not own and not found.doubtful
        if (found.speaker is None and narrated)
        or (found.speaker is not None and found.speaker.resolved_by != "unresolved" and found.speaker.name.casefold() != name)
        if hold(told.content, [found.cue, *found.content])
    ]
    return tuple(span for found in inner for span in found.content if span not in told.content)  # a condition may be of both


def _no_surer(reading: Reading, own: Attribution, hedges: tuple[Hedge, ...], sure: Certainty) -> tuple[tuple[Hedge, ...], Certainty]:
    """Hedges and certainty with those of an attribution within the claim."""
    within = hedges_in(reading, own.content, own.cue, own.evidence)
    held = certainty(own.cue, within, main_clause(reading, own.content), cue_turn(own.cue, reading))
    return tuple(sorted({*hedges, *within}, key=lambda hedge: (hedge.start, hedge.end))), held if surer(sure, held) else sure


def _of_own_words(cue: Cue | None) -> Cue | None:
    """The cue as it bears on a quotation: who denies something with "They were on" says that they were on."""
    return cue.model_copy(update={"strength": "neutral"}) if cue is not None and cue.strength == "negative" else cue
