"""What "it" or "they" at the head of a claim stands for, where the sentence before leaves one noun only."""

from __future__ import annotations

from factcards.engines.local.found import Found, StandIn
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Run, Token
from factcards.engines.local.speakers.naming import text_of
from factcards.engines.local.speakers.nominals import is_personal, is_plural

__all__ = ["noun_for_pronoun"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_EMPTY = frozenset(
    {"be", "seem", "appear", "happen", "turn", "take", "rain", "snow", "emerge", "come", "follow", "mean", "matter", "remain"}
)
"""Verbs beside which "it" may stand for nothing, or for all that was said."""
_UNCOUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "GPE", "LOC"})
"""Names that "it" hardly stands for where a thing is named."""
_ANY = frozenset(
    {"no", "some", "any", "many", "most", "few", "several", "each", "every", "both", "all", "another", "other", "such", "more"}
)
LONGEST = 8
"""Words of a noun phrase that is told in a pronoun's place."""
MOST = 40
"""Words of a sentence in which a noun is looked for."""


def noun_for_pronoun(found: Found, before: Block | None) -> StandIn | None:
    """The noun phrase to tell in the place of the pronoun that it begins with; None where there is any doubt.

    Args:
        found: A claim of the article's own.
        before: The paragraph before, for a claim at the head of its own.
    """
    block = found.block
    pronoun = block.word_at(found.content[0][0])
    if pronoun is None or pronoun.lower_ not in {"it", "they"} or not _is_plain_subject(pronoun):
        return None
    sentence = _sentence_before(pronoun, before)
    noun = _only_noun(sentence, plural=pronoun.lower_ == "they") if sentence is not None else None
    words = _definite(noun) if noun is not None else None
    return None if words is None else StandIn(*block.offsets(pronoun, pronoun), words)


def _is_plain_subject(pronoun: Token) -> bool:
    verb = pronoun.head
    if pronoun.dep_ not in _SUBJECTS or verb.dep_ != "ROOT" or child(verb, "ccomp", "csubj", "csubjpass", "expl") is not None:
        return False
    return pronoun.lower_ == "they" or (verb.lemma_ not in _EMPTY and child(verb, "xcomp", "acomp") is None)


def _sentence_before(pronoun: Token, before: Block | None) -> Run | None:
    if pronoun.sent.start == 0:
        return before.doc.sents[-1] if before is not None and before.doc.sents else None
    return pronoun.doc[pronoun.sent.start - 1].sent


def _only_noun(sentence: Run, *, plural: bool) -> Token | None:
    """The subject of the sentence, where nothing else in it can be meant."""
    if len(sentence) > MOST or sentence.root.tag_[:2] != "VB" or any(t.is_quote or t.text in {"?", ":", ";"} for t in sentence):
        return None
    root = sentence.root
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.tag_[:2] != "NN" or child(root, "ccomp", "conj", "parataxis") is not None:
        return None
    if is_plural(subject) is not plural or child(subject, "conj", "appos", "relcl", "acl") is not None:
        return None
    if not plural and (is_personal(subject) or subject.ent_type_ in {"PERSON", "NORP"}):
        return None
    return None if any(t.i != subject.i and _rivals(t, plural=plural) for t in sentence) else subject


def _rivals(other: Token, *, plural: bool) -> bool:
    """Whether another word of the sentence may be what the pronoun stands for."""
    if other.pos_ == "PRON":
        return other.lower_ in ({"they", "them", "we", "us", "these", "those"} if plural else {"it", "this", "that"})
    if other.tag_[:2] != "NN" or other.dep_ in {"compound", "npadvmod"} or other.ent_type_ in _UNCOUNTED or other.head.ent_type_ == "DATE":
        return False
    if plural:
        return is_plural(other) or other.ent_type_ in {"ORG", "NORP"} or other.dep_ == "conj"
    return not is_plural(other) and other.ent_type_ != "PERSON" and not is_personal(other)


def _definite(noun: Token) -> str | None:
    """The noun with what stands before it, as something known: "two gold medals" are "the gold medals"."""
    first = noun.left_edge
    while first.i < noun.i and (first.lower_ in {"a", "an", "the", "this", "these", "that", "those"} or first.pos_ == "NUM"):
        first = first.nbor(1)
    words = noun.doc[first.i : noun.i + 1]
    if len(words) > LONGEST or any(
        t.lower_ in _ANY or t.dep_ == "poss" or t.tag_ in {"PRP$", "CD", "RB", "WDT"} or t.is_punct for t in words
    ):
        return None
    told = text_of(first, noun)
    if noun.pos_ == "PROPN" and noun.left_edge.lower_ not in {"a", "an", "the"}:
        return told
    if first.i == first.sent.start and first.pos_ != "PROPN" and first.ent_type_ == "":
        told = told[:1].lower() + told[1:]
    return f"the {told}"
