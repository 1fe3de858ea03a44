"""Hedges, negations and clauses of a parse, with scope from the syntax and not from a window of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from factcards.cards import Hedge, HedgeKind, HedgeStrength
from factcards.engines.local.grammar import (
    auxiliaries,
    child,
    clause_head,
    clause_tokens,
    is_clause,
    trimmed,
)
from factcards.engines.local.parse import Block
from factcards.lexicon import hedge_words, negation_words
from factcards.reading import Clause, Negation

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find_clauses", "find_hedges", "find_negations"]

Mood = Literal["statement", "question", "command", "condition", "infinitive"]
Tense = Literal["past", "present", "future"]

_SENSES = frozenset({"see", "hear", "feel", "smell", "taste", "afford", "remember", "recall"})
"""Verbs with which "could" tells of a past ability: "she could hear shots"."""
_FORECASTS = frozenset(
    {"be", "have", "become", "arrive", "reach", "help", "improve", "ease", "remain", "last", "rise", "fall", "grow", "end"}
)
"""Verbs with which "should" may foretell; with others it sets a duty ("ministers should act"), which is no hedge."""
_RAISING = frozenset({"seem", "appear", "tend"})
_COMMANDING = frozenset({"urge", "order", "tell", "ask", "advise", "instruct", "command", "implore", "beg", "exhort", "demand", "call"})
_IF = frozenset({"if", "unless", "provided", "providing", "assuming"})
_CUT = {"'ll": "future", "will": "future", "shall": "future", "wo": "future"}


def find_hedges(blocks: Sequence[Block]) -> tuple[Hedge, ...]:
    """The hedge cues of these blocks in text order, one for each place."""
    found: dict[int, Hedge] = {}
    for block in blocks:
        for first, last, kind, strength, scope in _cues(block):
            words = trimmed(scope)
            span = block.span(words[0], words[-1]) if words else None
            start, end = block.offsets(first, last)
            found.setdefault(start, Hedge.of(block.text, start, end, kind=kind, strength=strength, scope=span))
    return tuple(found[start] for start in sorted(found))


Found = tuple["Token", "Token", HedgeKind, HedgeStrength, list["Token"]]


def _cues(block: Block) -> Iterator[Found]:
    phrases = {tuple(p.split()): s for p, s in hedge_words("approximator").items() if " " in p}
    for token in block.doc:
        word, lemma = token.lower_, token.lemma_.lower()
        if token.tag_ == "MD" and word in hedge_words("modal") and _weakens(token):
            yield token, token, "modal", hedge_words("modal")[word], clause_tokens(clause_head(token))
        elif token.pos_ in {"VERB", "AUX"} and lemma in hedge_words("verb") and _weakening_verb(token):
            yield token, token, "verb", hedge_words("verb")[lemma], clause_tokens(token)
        elif token.pos_ == "ADV" and word in hedge_words("adverb"):
            yield token, token, "adverb", hedge_words("adverb")[word], _adverb_scope(token)
        elif word in hedge_words("adjective") and (token.pos_ == "ADJ" or token.dep_ in {"amod", "acomp"}):
            yield token, token, "adjective", hedge_words("adjective")[word], _adjective_scope(token)
        elif token.pos_ == "NOUN" and lemma in hedge_words("noun"):
            yield token, token, "noun", hedge_words("noun")[lemma], _noun_scope(token)
        elif (condition := _condition(token)) is not None:
            yield token, token, "conditional", "medium", condition
        yield from _approximators(token, phrases)


def _weakens(modal: Token) -> bool:
    verb = modal.head
    if modal.lower_ == "could" and verb.lemma_.lower() in _SENSES:
        return False
    if modal.lower_ in {"should", "ought"}:
        return verb.lemma_.lower() in _FORECASTS
    return True


def _weakening_verb(verb: Token) -> bool:
    """A raising verb with its complement ("appears to", not "appeared in court"), or a passive one ("is expected to")."""
    if verb.lemma_.lower() in _RAISING:
        return child(verb, "xcomp", "ccomp", "oprd", "acomp") is not None
    return verb.tag_ == "VBN" and child(verb, "auxpass") is not None and child(verb, "xcomp", "ccomp") is not None


def _adverb_scope(adverb: Token) -> list[Token]:
    head = adverb.head
    if is_clause(head) or head.pos_ in {"VERB", "AUX"}:
        return clause_tokens(clause_head(head))
    return list(head.subtree)


def _adjective_scope(adjective: Token) -> list[Token]:
    if adjective.dep_ in {"acomp", "attr", "oprd", "ROOT", "ccomp"}:
        return clause_tokens(clause_head(adjective))
    return list(adjective.head.subtree)


def _noun_scope(noun: Token) -> list[Token]:
    verb = noun.head
    if noun.dep_ in {"attr", "nsubj"} and verb.lemma_ == "be":
        return clause_tokens(clause_head(verb))
    return list(noun.subtree)


def _condition(token: Token) -> list[Token] | None:
    """The clause that an if-clause conditions; "if" for "whether", "even if" and "as if" condition nothing."""
    if token.lower_ not in _IF or token.dep_ != "mark" or token.head.dep_ != "advcl":
        return None
    if token.i and token.nbor(-1).lower_ in {"even", "as", "only"}:
        return None
    return clause_tokens(clause_head(token.head.head))


def _approximators(token: Token, phrases: dict[tuple[str, ...], HedgeStrength]) -> Iterator[Found]:
    """Words before a figure only: "about 40 people", not "talk about people"."""
    doc = token.doc
    for words, strength in phrases.items():
        size = len(words)
        if token.lower_ == words[0] and tuple(t.lower_ for t in doc[token.i : token.i + size]) == words:
            number = _number_at(token, size)
            if number is not None:
                yield token, doc[token.i + size - 1], "approximator", strength, [number]
                return
    if token.lower_ in hedge_words("approximator") and token.pos_ != "VERB":
        number = _number_at(token, 1)
        if number is not None:
            yield token, token, "approximator", hedge_words("approximator")[token.lower_], [number]


def _number_at(token: Token, skip: int) -> Token | None:
    doc = token.doc
    at = token.i + skip
    while at < len(doc) and doc[at].text in {"$", "£", "€", "a", "an"}:
        at += 1
    return doc[at] if at < len(doc) and doc[at].like_num else None


def find_negations(blocks: Sequence[Block]) -> tuple[Negation, ...]:
    """What turns clauses round, in text order."""
    found: list[Negation] = []
    for block in blocks:
        for token in block.doc:
            scope = _turned(token)
            if scope is None:
                continue
            words = trimmed(scope)
            start, end = block.offsets(token, token)
            found.append(Negation.of(block.text, start, end, scope=block.span(words[0], words[-1]) if words else None))
    return tuple(found)


def _turned(token: Token) -> list[Token] | None:
    lemma = token.lemma_.lower()
    if token.dep_ == "neg" or token.lower_ in negation_words("words"):
        if token.dep_ in {"intj", "cc"} or (token.lower_ == "no" and token.dep_ not in {"det", "neg"}):
            return None
        if token.lower_ == "without":
            return list(token.subtree)
        if token.dep_ == "det" and token.head.dep_ not in {"nsubj", "nsubjpass", "dobj", "attr"}:
            return list(token.head.subtree)
        return _own_clause(token)
    if token.pos_ == "VERB" and lemma in negation_words("verbs") and child(token, "xcomp") is not None:
        return clause_tokens(token)
    if token.pos_ == "ADJ" and token.lower_ in negation_words("adjectives") and token.dep_ in {"acomp", "oprd"}:
        return clause_tokens(clause_head(token))
    return None


def _own_clause(token: Token) -> list[Token]:
    """The clause of a negation, less subordinate statements: "did not say that it rains" leaves the rain."""
    head = clause_head(token)
    kept = clause_tokens(head)
    if head.i > token.i or token.dep_ == "neg":
        inner = {t.i for c in head.children if c.dep_ in {"ccomp", "advcl"} for t in c.subtree}
        kept = [t for t in kept if t.i not in inner] or kept
    return _run_with(kept, head, token)


def _run_with(tokens: list[Token], *needed: Token) -> list[Token]:
    """The longest run of neighbouring words that holds the needed ones; a gap at a left-out clause ends it."""
    low, high = min(t.i for t in needed), max(t.i for t in needed)
    kept = {t.i for t in tokens}
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    return [needed[0].doc[i] for i in range(low, high + 1)]


def find_clauses(blocks: Sequence[Block]) -> tuple[Clause, ...]:
    """The clauses of these blocks, in order of their predicates."""
    return tuple(_clause(block, token) for block in blocks for token in block.doc if is_clause(token) and not token.is_punct)


def _clause(block: Block, head: Token) -> Clause:
    words = trimmed(clause_tokens(head)) or [head]
    start, end = block.offsets(words[0], words[-1])
    return Clause(
        start=start,
        end=end,
        head=block.span(head, head),
        depth=sum(1 for ancestor in _governors(head) if is_clause(ancestor)),
        mood=_mood(head),
        tense=_tense(head),
    )


def _governors(head: Token) -> Iterator[Token]:
    """The words above, where a coordinated clause stands as high as the first of its row."""
    while head.dep_ == "conj":
        head = head.head
    yield from head.ancestors


def _mood(head: Token) -> Mood:
    if any(c.dep_ == "mark" and c.lower_ in _IF for c in head.children) and head.dep_ == "advcl":
        return "condition"
    if head.dep_ in {"ROOT", "ccomp", "conj"} and _last_mark(head) == "?":
        return "question"
    infinitive = any(c.tag_ == "TO" for c in head.children) and head.tag_ == "VB"
    if infinitive:
        return "command" if head.head.lemma_.lower() in _COMMANDING and head.dep_ in {"xcomp", "ccomp"} else "infinitive"
    if head.tag_ == "VB" and not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "expl"} for c in head.children):
        return "command"
    return "statement"


def _last_mark(head: Token) -> str:
    return next((t.text for t in reversed(list(head.sent)) if t.text in {".", "?", "!"}), "")


def _tense(head: Token) -> Tense | None:
    helpers = auxiliaries(head)
    words = {c.lower_ for c in helpers}
    if words & _CUT.keys() or (head.lower_ == "going" and child(head, "xcomp") is not None):
        return "future"
    finite = next((t for t in [*helpers, head] if t.tag_ in {"VBD", "VBZ", "VBP"}), None)
    if finite is None:
        return None
    return "past" if finite.tag_ == "VBD" or words & {"had", "was", "were"} else "present"
