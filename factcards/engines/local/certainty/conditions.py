"""Conditions that the parser hangs on another verb than the one that they condition."""

from __future__ import annotations

from factcards.engines.local.parsing.grammar import IF, child, subject_of
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import cue_verbs, speech_verbs

__all__ = ["ASKING", "conditioned_afar"]


def conditioned_afar(verb: Token) -> Token | None:
    """The clause that an if-clause conditions though the parse does not say so; null for all else.

    Behind who says it ("It | could | reopen, Quill said, if the tests | come | back clean") the parser takes it for what he says; before
    what it conditions it may take it for the main clause ("“If they won't | give | us that, we will | fight | them”").
    """
    mark = child(verb, "mark")
    if mark is None or mark.lower_ not in IF or verb.dep_ not in {"ccomp", "ROOT"}:
        return None
    teller = verb.head
    if verb.dep_ == "ccomp" and teller.dep_ == "parataxis" and teller.i < mark.i:
        told = teller.lemma_ in speech_verbs() and teller.lemma_ not in ASKING and mark.nbor(-1).text == ","
        return teller.head if told else None
    begins = mark.i == verb.sent.start or mark.nbor(-1).is_quote
    behind = (c for c in verb.rights if c.dep_ == "ccomp" and (subject := subject_of(c)) is not None and subject.left_edge.i > verb.i)
    for clause in behind if begins else ():
        subject = subject_of(clause)
        if subject is not None and subject.left_edge.nbor(-1).text == ",":
            return clause
        if subject is not None and subject.left_edge.nbor(-1) is verb and verb.lemma_ not in cue_verbs():
            return clause  # "If no road is | built | the mill will close"
    return None


ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "question", "query", "consider"})
"""Verbs behind which an "if" is a "whether"."""
