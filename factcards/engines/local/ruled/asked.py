"""Who is asked or told something between commas, before what he says to it: "The minister, asked whether taxes would rise, said"."""

from __future__ import annotations

from factcards.engines.local.parsing.grammar import TENSED, child
from factcards.engines.local.parsing.tokens import Token

__all__ = ["QUESTIONED", "answers_for", "asked_aside"]

QUESTIONED = frozenset({"ask", "press", "question", "quiz"})
"""What is done to whoever answers."""
_ASKED = QUESTIONED | {"challenge", "grill", "tell", "inform", "remind"}
_LONGEST = 40
"""Words between the two commas, at most."""


def asked_aside(verb: Token) -> tuple[Token, Token] | None:
    """The noun of whoever is asked by this participle, and the verb of what he does then; null where it is none. The parser may take it
    for a verb of his own.
    """
    doc = verb.doc
    if verb.lemma_.lower() not in _ASKED or verb.tag_ not in {"VBD", "VBN"} or child(verb, "aux", "auxpass") is not None:
        return None
    comma = verb.i - 1 - (verb.i > 0 and verb.nbor(-1).lower_ == "when")
    if comma < 1 or doc[comma].text != "," or doc[comma - 1].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    for close in doc[verb.i + 1 : min(verb.sent.end - 1, verb.i + _LONGEST)]:
        behind = close.nbor(1)
        if close.text == "," and behind.tag_ in TENSED | {"VBN"} and behind.pos_ in {"VERB", "AUX"} and _has_no_subject(behind, verb):
            return _noun_of(doc[comma - 1], comma), behind
    return None


def answers_for(verb: Token) -> Token | None:
    """The noun of whoever says this, where he is asked about it between commas before; null where nobody is."""
    if not verb.i or verb.nbor(-1).text != ",":
        return None
    found = (asked_aside(token) for token in verb.doc[max(verb.sent.start, verb.i - _LONGEST) : verb.i - 1])
    return next((aside[0] for aside in found if aside is not None and aside[1] is verb), None)


def _has_no_subject(verb: Token, asked: Token) -> bool:
    """Whether a verb has no subject of its own behind the words that are asked: "told them that the report, which he read, | was |
    lost".
    """
    whole = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    subject = child(whole, "nsubj", "nsubjpass")
    return subject is None or subject.i < asked.i


def _noun_of(last: Token, comma: int) -> Token:
    """The noun of a phrase that ends before a comma: "the minister for health"."""
    while last.dep_ in {"pobj", "prep", "compound", "appos"} and last.head.i < comma and last.head is not last:
        last = last.head
    return last
