"""What a verb calls likely, doubtful or hard to believe: "called a rise unlikely", "thought it unlikely that they would pay"."""

from __future__ import annotations

from factcards.engines.local.certainty.own import THINGS, in_own_person
from factcards.engines.local.parsing.grammar import begins_question, child, is_finite
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import negation_words

__all__ = ["TRUST", "disbelieved", "graded", "mistrusted"]


def graded(adjective: Token) -> tuple[int, int] | None:
    """From the first to the last of what a verb calls so: "called | a rate increase unlikely", "described | it as possible", "thought | it
    unlikely that they would pay"; null for all else.
    """
    doc, before = adjective.doc, adjective.i - 1
    while before > adjective.sent.start and (doc[before].pos_ == "ADV" or doc[before].lower_ == "as" or doc[before].is_quote):
        before -= 1
    verb = adjective.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head is not verb:
        verb = verb.head
    if verb.lemma_ not in _CALLING or not verb.i < before < adjective.i or doc[before].pos_ not in THINGS:
        return None
    if doc[before].lower_ == "it" and (clause := _clause_of_it(adjective, verb)) is not None:
        return _from_own(verb, before), clause.right_edge.i
    if adjective.i + 1 < len(doc) and adjective.nbor(1).pos_ in THINGS | {"ADJ"}:
        return None  # "called Holt | unlikely | winner"
    thing = doc[before]
    while thing.head.i not in {verb.i, adjective.i, thing.i} and verb.i < thing.head.i < adjective.i:
        thing = thing.head  # "called an | increase | in rates unlikely"
    return _from_own(verb, max(verb.i + 1, thing.left_edge.i)), adjective.i


def _clause_of_it(adjective: Token, verb: Token) -> Token | None:
    """The clause that an "it" before an adjective stands for: "thought it unlikely | that they would | pay |"."""
    behind = (c for at in (adjective, verb) for c in at.children if c.i > adjective.i and c.dep_ in {"ccomp", "advcl", "xcomp"})
    return next(
        (c for c in behind if c.left_edge.lower_ == "that" or (is_finite(c) and child(c, "mark") is None and not begins_question(c))), None
    )


def _from_own(verb: Token, place: int) -> int:
    """Where a grading begins: with the verb of who grades in his own person ("said he | thought it unlikely that"), else here."""
    return verb.i if in_own_person(verb) else place


def disbelieved(adjective: Token) -> tuple[Token, tuple[int, int]] | None:
    """The "believe" of who "found it | hard | to believe that it would last", and what he so does not believe; null for all else. Not
    "it is hard to believe that he is ninety", which he is.
    """
    verb = adjective.head
    if adjective.lower_ not in negation_words("disbelieving") or verb.lemma_ != "find" or adjective.i - 1 <= verb.i:
        return None
    for holding in (c for at in (adjective, verb) for c in at.children if c.i > adjective.i and c.lemma_ in _HOLDING and c.tag_ == "VB"):
        clause = child(holding, "ccomp")
        if clause is not None and is_finite(clause) and not begins_question(clause):
            return holding, (_from_own(verb, clause.left_edge.i), clause.right_edge.i)
    return None


def mistrusted(noun: Token) -> Token | None:
    """The "little" or "no" of who has "| little | faith that it will last", and so doubts it; null for all else."""
    if noun.lower_ not in TRUST or not any(c.left_edge.lower_ == "that" and c.dep_ in {"acl", "relcl", "ccomp"} for c in noun.rights):
        return None
    return next((c for c in noun.lefts if c.lower_ in {"little", "scant", "no"}), None)


TRUST = frozenset({"faith", "confidence", "trust", "optimism"})
"""What who has little of doubts it."""


_HOLDING = frozenset({"believe", "imagine", "credit", "conceive", "envisage", "think"})


_CALLING = frozenset({"call", "consider", "deem", "describe", "judge", "rate", "find", "think", "believe", "dub", "label"})
