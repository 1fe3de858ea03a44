"""Clauses that a "that" opens: whether one does, and what is told in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcards.engines.local.found import ranges
from factcards.engines.local.parsing.grammar import TENSED
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import speech_verbs

if TYPE_CHECKING:
    from factcards.engines.local.parsing.parse import Block


__all__ = ["clause_words", "is_complementiser", "opens"]


def is_complementiser(token: Token) -> bool:
    """Whether "that" only opens a clause: so tagged, or a determiner right behind a verb of speech ("said that fuel was cheaper")."""
    if token.lower_ != "that":
        return False
    if token.i and token.nbor(-1).lemma_ in _CALLING and token.dep_ != "mark":
        return False
    if token.tag_ == "IN" or token.dep_ == "mark":
        return token.dep_ != "nsubj" or any(c.dep_ in {"nsubj", "nsubjpass"} and c.i != token.i for c in token.head.children)
    if token.dep_ == "det" and token.i:
        before = token.nbor(-1)
        told = any(t.tag_ in TENSED for t in token.doc[token.head.i + 1 : token.sent.end])  # not "denied | that | account"
        bare = token.head.tag_ == "NN" and token.head.lower_ not in _NUMBERS
        return told and before.pos_ == "VERB" and before.lemma_.lower() in speech_verbs() and bare
    return False


_CALLING = frozenset({"call", "dub", "brand", "label"})
"""Verbs whose "that" is a thing: "called | that | nonsense"."""
_NUMBERS = frozenset({"figure", "number", "total", "sum", "amount", "percentage"})
"""Nouns that never stand without an article: "think | that figure | is too high"."""


def opens(clause: Token) -> bool:
    """Whether a clause begins with the complementiser "that"."""
    return is_complementiser(clause.left_edge) and clause.left_edge.tag_ != "DT"


def clause_words(block: Block, clause: Token) -> list[tuple[int, int]]:
    """What a clause says: its words without the one that opens it."""
    return ranges(block, (t for t in clause.subtree if t.i != clause.left_edge.i))
