"""Nouns that bring in what is said: "Rumours that ...", "warnings that ...", "in Quill's view", "The charge is that ..."."""

from __future__ import annotations

from factcards.engines.local.found import Found, Mention, Speaks
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asides import LONGEST_ASIDE, without
from factcards.engines.local.ruled.clauses import clause_words, opens
from factcards.engines.local.ruled.judging import is_judged
from factcards.lexicon import cue_nouns

__all__ = ["noun_is", "noun_with_clause", "standpoint"]


_STANDPOINTS = frozenset({"view", "opinion", "word", "eye", "judgment", "judgement", "estimation", "telling", "account"})


def standpoint(block: Block, noun: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "In Quill's view, ...", "In the words of Quill, ..."."""
    if noun.lemma_.lower() not in _STANDPOINTS or noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "by"}:
        return None
    preposition = noun.head
    if preposition.i != noun.sent.start and preposition.nbor(-1).text != ",":
        return None
    owner, link = child(noun, "poss"), next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if owner is None and link is not None:
        owner = child(link, "pobj")
    if owner is None or owner.lower_ in {"my", "our"} or any(t.is_quote for t in noun.sent):
        return None  # "in my view" is what whoever speaks thinks
    content = without(block, noun, preposition.i, noun.right_edge.i)
    if not content or (owner.pos_ == "NOUN" and not speaks(owner)):
        return None
    words = [noun] if link is None else [block.doc[i] for i in range(preposition.i, link.i + 1)]
    return Found(block, content, "according", mention(block, owner), words, None, None, 0.85)


def _owner(noun: Token, speaks: Speaks) -> Token | None:
    owner = child(noun, "poss")
    if owner is None:
        phrase = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"by", "from", "of", "among"}), None)
        owner = child(phrase, "pobj") if phrase is not None else None
    if (
        owner is None
        and noun.dep_ == "dobj"
        and noun.head.lemma_.lower() in {"issue", "make", "give", "voice", "express", "repeat", "send"}
    ):
        owner = child(noun.head, "nsubj")
    return owner if owner is not None and (speaks(owner) or owner.pos_ in {"PRON", "PROPN"}) else None


def noun_with_clause(block: Block, noun: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "Rumours that ...", "the belief that ...", "issued a warning that ..."."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_.lower() not in cue_nouns():
        return None
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and opens(c) and c.i > noun.i), None)
    if clause is None or is_judged(clause) or clause.left_edge.i - noun.i > LONGEST_ASIDE or any(t.is_quote for t in clause.subtree):
        return None
    owner = _owner(noun, speaks)
    return Found(block, clause_words(block, clause), "noun", mention(block, owner) if owner is not None else None, [noun], None, None, 0.7)


def noun_is(block: Block, noun: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The engineers' conclusion was that ...", "The charge against him is that ..."; not "The problem is that ..."."""
    if noun.pos_ != "NOUN" or noun.dep_ != "nsubj" or noun.lemma_.lower() not in cue_nouns() or noun.head.lemma_ != "be":
        return None
    clause = next((c for c in noun.head.children if c.dep_ == "ccomp" and opens(c)), None)
    owner = _owner(noun, speaks)
    if clause is None or (owner is None and cue_nouns()[noun.lemma_.lower()] != "doubted"):
        return None
    return Found(block, clause_words(block, clause), "noun", mention(block, owner) if owner is not None else None, [noun], None, None, 0.7)
