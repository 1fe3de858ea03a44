"""What turns clauses round: negators and verbs and adjectives that imply that their complement is not so, with what they turn.

Scope as for hedges: behind "not" to the end of the clause, less subordinate statements; the whole clause where the negator is a
part of its subject or object ("no talks were held").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcards.engines.local.grammar import child, clause_head, clause_tokens, trimmed
from factcards.engines.local.parse import Block
from factcards.lexicon import negation_words
from factcards.reading import Negation

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find_negations"]


def find_negations(blocks: Sequence[Block]) -> tuple[Negation, ...]:
    """What turns clauses round, in text order."""
    found: list[Negation] = []
    for block in blocks:
        for token in block.doc:
            scope = _turned(token)
            if scope is None:
                continue
            words = trimmed(sorted(scope, key=_place))
            start, end = block.offsets(token, token)
            found.append(Negation.of(block.text, start, end, scope=block.span(words[0], words[-1]) if words else None))
    return tuple(found)


def _place(token: Token) -> int:
    return token.i


def _turned(token: Token) -> list[Token] | None:
    lemma = token.lemma_.lower()
    if token.dep_ == "neg" or token.lower_ in negation_words("words"):
        if _only_in_focus(token):
            return None
        if token.dep_ in {"intj", "cc"} or (token.lower_ == "no" and token.dep_ not in {"det", "neg"}):
            return None
        if token.lower_ == "without":
            return [t for t in token.subtree if t.i > token.i]
        if token.dep_ == "det" and token.head.dep_ not in {"nsubj", "nsubjpass", "dobj", "attr"}:
            return list(token.head.subtree)
        return _own_clause(token)
    if token.pos_ == "VERB" and lemma in negation_words("verbs") and child(token, "xcomp") is not None:
        return clause_tokens(token)
    if token.pos_ == "ADJ" and token.lower_ in negation_words("adjectives") and token.dep_ in {"acomp", "oprd"}:
        return clause_tokens(clause_head(token))
    return None


def _only_in_focus(negator: Token) -> bool:
    """As in "not only", "no fewer than", "no doubt": they turn nothing round."""
    if negator.i + 1 >= len(negator.doc):
        return False
    following = negator.nbor(1)
    if negator.lower_ == "no":
        return (following.tag_ in {"JJR", "RBR"} and following.lower_ != "longer") or following.lower_ in {"doubt", "matter"}
    return negator.lower_ in {"not", "nothing", "n't"} and following.lower_ in negation_words("focus")


def _own_clause(token: Token) -> list[Token]:
    """The clause of a negation, less subordinate statements: "did not say that it rains" leaves the rain."""
    head = clause_head(token)
    kept = clause_tokens(head)
    if head.i > token.i or token.dep_ == "neg":
        inner = {t.i for c in head.children if c.dep_ in {"ccomp", "advcl"} and not _infinitive(c) for t in c.subtree}
        kept = [t for t in kept if t.i not in inner] or kept
    run = _run_with(kept, head, token)
    if token.dep_ != "neg":
        return run
    return [t for t in run if (t.i > token.i if head.i > token.i else t.i >= head.i)]


def _infinitive(clause: Token) -> bool:
    return clause.tag_ == "VB" and any(c.tag_ == "TO" for c in clause.children)


def _run_with(tokens: list[Token], *needed: Token) -> list[Token]:
    """The longest run of neighbouring words that holds the needed ones; a gap at a left-out clause ends it."""
    low, high = min(t.i for t in needed), max(t.i for t in needed)
    kept = {t.i for t in tokens}
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    return [needed[0].doc[i] for i in range(low, high + 1)]
