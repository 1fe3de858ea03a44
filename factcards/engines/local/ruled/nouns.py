"""Nouns that bring in what is said: "Rumours that ...", "warnings that ...", "in Quill's view", "The charge is that ..."."""

from __future__ import annotations

from factcards.engines.local.found import Found, Mention, Source, Speaks, ranges
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, child, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asides import LONGEST_ASIDE, without
from factcards.engines.local.ruled.clauses import clause_words, opens
from factcards.engines.local.ruled.judging import is_done_to, is_judged
from factcards.lexicon import cue_nouns, cue_verbs, speech_verbs

__all__ = ["forecast", "noun_is", "noun_with_clause", "standpoint"]


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
    if (
        clause is None
        or is_judged(clause)
        or is_done_to(noun, clause)
        or _is_written_in(noun)
        or clause.left_edge.i - noun.i > LONGEST_ASIDE
        or any(t.is_quote for t in clause.subtree)
    ):
        return None
    holder = _holder(noun)
    if holder is not None:
        verb = holder.head
        cue = list(block.tokens[verb_group(verb)[0].i : noun.i + 1])
        return Found(block, clause_words(block, clause), "clause", mention(block, holder), cue, verb, None, 0.85)
    owner = _owner(noun, speaks)
    return Found(block, clause_words(block, clause), "noun", mention(block, owner) if owner is not None else None, [noun], None, None, 0.7)


def _is_written_in(noun: Token) -> bool:
    """Whether somebody says it there: "said in an open | letter | that": the verb is the cue."""
    verb = noun.head.head
    there = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "during", "on"}
    return there and verb.lemma_.lower() in speech_verbs() and verb.i < noun.i


def _holder(noun: Token) -> Token | None:
    """Who holds it, where a sentence says no more than that: "Quill | is of the view that", "was under the impression that"."""
    verb = noun.head.head
    verb = verb.head if verb.pos_ == "ADV" else verb  # "firmly of the belief"
    held = noun.dep_ == "pobj" and noun.head.lower_ in {"of", "under"} and verb.lemma_ == "be"
    return child(verb, "nsubj") if held else None


def forecast(block: Block, noun: Token, _mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The Norvane Grain Board forecast in May that prices would fall", where the past tense passes for a noun, and "Economists at
    Orvane Bank calculate that prices will fall", where the plural of the present does.
    """
    clause, subject = child(noun, "ccomp", "acl"), child(noun, "nsubj")
    who = noun.nbor(-1) if noun.i > noun.sent.start else noun
    plural = subject is not None and subject.tag_ == "NNS" and noun.tag_ == "NN" and noun.lemma_.lower() in cue_verbs()
    if plural and subject is not None:
        return _of_many(block, noun, subject, clause, speaks)
    if noun.lower_ != "forecast" or noun.dep_ != "ROOT" or clause is None or who.dep_ not in {"compound", "nsubj"} or not speaks(who):
        return None
    that = next((t for t in noun.doc[noun.i + 1 : clause.i] if t.lower_ == "that"), None)
    first = noun.left_edge
    if that is None or that.i - noun.i > _BEFORE_THAT or any(t.tag_ in TENSED or t.is_quote for t in noun.doc[first.i : that.i]):
        return None
    words = noun.doc[that.i + 1 : noun.sent.end]
    if child(clause, *SUBJECTS) is None or clause.right_edge.i + 2 < noun.sent.end or any(t.is_quote for t in words):
        return None
    return Found(block, ranges(block, words), "clause", Source(block, who, first, who), [noun], noun, None, 0.85)


def _of_many(block: Block, noun: Token, subject: Token, clause: Token | None, speaks: Speaks) -> Found | None:
    """What several people say whose verb passes for a noun: "| Economists at Orvane Bank | calculate | that ..."."""
    if noun.dep_ != "ROOT" or clause is None or not speaks(subject) or not opens(clause) or clause.left_edge.i != noun.i + 1:
        return None
    words = noun.doc[clause.left_edge.i + 1 : noun.sent.end]
    if child(clause, *SUBJECTS) is None or subject.left_edge.i != noun.sent.start or any(t.is_quote for t in noun.sent):
        return None
    source = Source(block, subject, subject.left_edge, subject.right_edge)
    return Found(block, ranges(block, words), "clause", source, [noun], noun, None, 0.85)


_BEFORE_THAT = 6
"""Words from a cue to its "that", at most: the day, the month, the paper."""


def noun_is(block: Block, noun: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The engineers' conclusion was that ...", "The charge against him is that ..."; not "The problem is that ..."."""
    if noun.pos_ != "NOUN" or noun.dep_ != "nsubj" or noun.lemma_.lower() not in cue_nouns() or noun.head.lemma_ != "be":
        return None
    clause = next((c for c in noun.head.children if c.dep_ == "ccomp" and opens(c)), None)
    owner = _owner(noun, speaks)
    if clause is None or (owner is None and cue_nouns()[noun.lemma_.lower()] != "doubted"):
        return None
    return Found(block, clause_words(block, clause), "noun", mention(block, owner) if owner is not None else None, [noun], None, None, 0.7)
