"""Attributions by syntax: verbs, "according to" and nouns that introduce content, each with who says it.

Quotations are `quoting`'s matter. The constructions are those of PARC 3.0 (Pareti 2016) and of Krestel et al. (2008).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcards.engines.local.found import Found, Source, ranges
from factcards.engines.local.parsing.grammar import child, clause_head, clause_tokens, subject_of, trimmed
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.clauses import is_complementiser
from factcards.engines.local.ruled.constructions import find_settled
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.engines.local.ruled.events import is_measure
from factcards.engines.local.ruled.tellers import is_source, mention_of
from factcards.engines.local.ruled.told import clause_content
from factcards.engines.local.ruled.verbs import by_verb
from factcards.layout import Layout
from factcards.lexicon import cue_nouns

__all__ = ["find_attributions"]


def find_attributions(blocks: Sequence[Block], layout: Layout) -> list[Found]:
    """Attributions by syntax, in text order; a word inside a quotation is no cue of the article's own."""
    found: list[Found] = []
    for block in blocks:

        def quoted(token: Token, block: Block = block) -> bool:
            return layout.quotation_at(block.offsets(token, token)[0]) is not None

        settled = list(find_settled(block, mention_of, quoted=quoted, speaks=is_source))
        found += settled
        taken = {t.i for item in settled for t in item.cue}
        for token in block.tokens:
            rule = _rule_for(token)
            if rule is not None and token.i not in taken and not quoted(token):
                found += rule(block, token)
    return found


def _rule_for(token: Token) -> Callable[[Block, Token], Iterator[Found]] | None:
    if is_cue_verb(token):
        return by_verb
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        return _according
    return _by_noun if token.pos_ == "NOUN" and token.lemma_.lower() in cue_nouns() else None


def _according(block: Block, token: Token) -> Iterator[Found]:
    to = token.nbor(1)
    named = child(to, "pobj") or child(token, "pobj")
    if named is None or is_measure(named):
        return
    if token.dep_ == "ROOT" and token.is_sent_start and (whole := _behind_named(block, token, named)) is not None:
        yield whole
        return
    phrase = {token.i, to.i, *(t.i for t in named.subtree)}
    head = clause_head(token.head)
    tokens = [t for t in clause_tokens(head) if t.i not in phrase and t.sent == token.sent]
    nested = head.dep_ == "ccomp" and is_cue_verb(head.head)
    content = ranges(block, (t for t in tokens if not (nested and t.i == head.left_edge.i and is_complementiser(t))))
    if content:
        yield Found(block, content, "according", mention_of(block, named), [token, to], None, None, 0.93, settled=nested)


def _behind_named(block: Block, token: Token, named: Token) -> Found | None:
    """As in "According to records seen by the Post, a clerk called 911", where the parser takes all of it for what the records are."""
    comma = next((t for t in token.doc[named.i : token.sent.end] if t.text == ","), None)
    behind = trimmed(token.doc[comma.i + 1 : token.sent.end]) if comma is not None else []
    told = any(t.pos_ in {"VERB", "AUX"} and t.tag_ in {"VBD", "VBZ", "VBP", "VBN"} for t in behind)
    if comma is None or not told or not behind or behind[0].pos_ not in {"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
        return None
    source = Source(block, named, named.left_edge, comma.nbor(-1))
    return Found(block, ranges(block, behind), "according", source, [token, token.nbor(1)], None, None, 0.85)


def _by_noun(block: Block, noun: Token) -> Iterator[Found]:
    """A noun as the cue: "X's claim that ...", "the warning by X that ...", "X issued a warning that ..."."""
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and _says_that(c)), None)
    if clause is None:
        return
    owner = child(noun, "poss")
    if owner is None:
        phrase = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"by", "from", "of"}), None)
        owner = child(phrase, "pobj") if phrase is not None else None
    if owner is None and noun.dep_ == "dobj" and not is_cue_verb(noun.head):  # "denied reports that": others reported
        owner = subject_of(noun.head)
    if owner is None or not is_source(owner):
        return
    content = ranges(block, clause_content(clause, noun))
    if content:
        yield Found(block, content, "noun", mention_of(block, owner), [noun], None, None, 0.75)


def _says_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
