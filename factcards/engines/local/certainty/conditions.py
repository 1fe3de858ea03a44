"""Conditions that the parser hangs on another verb than the one that they condition."""

from __future__ import annotations

from factcards.engines.local.parsing.grammar import GIVEN, IF, SUBJECTS, child, is_only_if, subject_of
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import cue_verbs, speech_verbs

__all__ = ["ASKING", "conditioned_afar", "conditioned_by"]


def conditioned_afar(verb: Token) -> Token | None:
    """The clause that an if-clause conditions though the parse does not say so; null for all else.

    Behind who says it ("It | could | reopen, Quill said, if the tests | come | back clean") the parser takes it for what he says; before
    what it conditions it may take it for the main clause ("“If they won't | give | us that, we will | fight | them”"). Behind a "but only"
    it is joined ("will | run | it, but only if Quill | pays |"), and behind "provided" it hangs on that.
    """
    if verb.dep_ in {"pcomp", "ccomp"} and (given := conditioned_by(verb.head)) is not None:
        return given
    mark = child(verb, "mark")
    if is_only_if(verb):
        return verb.head
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


def conditioned_by(given: Token) -> Token | None:
    """The predicate that a "provided" with a clause of its own conditions: "will | run | it, provided the council pays"; by "assuming" only
    what is to come: "left, assuming it was over" is a belief. Null for all else.
    """
    if given.lower_ not in GIVEN or given.dep_ not in {"prep", "advcl"} or (given.i and given.nbor(-1).text != ","):
        return None
    clause, above = child(given, "pcomp", "ccomp"), given.head
    if clause is None or child(clause, *SUBJECTS) is None or above.pos_ not in {"VERB", "AUX"}:
        return None
    told = child(above, "ccomp") if above.lemma_ in speech_verbs() else None
    above = told if told is not None and told.i < given.i else above
    to_come = any(c.dep_ == "aux" and c.tag_ == "MD" for c in above.lefts)
    return above if to_come or given.lower_ == "provided" else None


ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "question", "query", "consider"})
"""Verbs behind which an "if" is a "whether"."""
