"""How many there are ("put the number at 90,000", "31 percent"), and what is neither confirmed nor denied."""

from __future__ import annotations

from factcards.engines.local.found import Found, Mention, Speaks
from factcards.engines.local.parsing.grammar import child, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.clauses import clause_words, opens
from factcards.lexicon import cue_verbs, is_telling

__all__ = ["SIZING", "is_counted", "neither_nor", "put_at"]


SIZING = frozenset({"put", "estimate", "value", "give"})
"""Verbs that tell a size, with "at"."""


def put_at(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "A person familiar with the inquiry put the number at 90,000", "put it at closer to 80", "estimated the chances at 60 percent",
    "gave the toll as 57": how many there are, as somebody says.
    """
    gives = verb.lemma_ == "give"
    if verb.lemma_ not in SIZING or verb.tag_ == "VBG" or (gives and child(verb, "dative") is not None):
        return None
    subject, thing = child(verb, "nsubj"), child(verb, "dobj")
    behind = [*verb.rights, *(thing.rights if thing is not None else ())]
    links = {"at", "as"} if gives else {"at"}
    link = next((c for c in behind if (c.dep_ == "prep" and c.lower_ in links) or c.lower_ in _CLOSER), None)
    if subject is None or thing is None or link is None or not speaks(subject) or not verb.i < thing.i < link.i:
        return None
    if gives and thing.lemma_.lower() not in _SIZES:
        return None  # "gave a speech at 10 schools"
    if not any(t.tag_ == "CD" for t in link.subtree) or any(t.is_quote for t in verb.doc[thing.left_edge.i : link.right_edge.i + 1]):
        return None
    content = [block.offsets(thing.left_edge, link.right_edge)]
    return Found(block, content, "object", mention(block, subject), verb_group(verb), verb, None, 0.85)


_CLOSER = frozenset({"closer", "nearer"})
_SIZES = frozenset({"number", "total", "toll", "figure", "count", "age", "cost", "price", "value", "size", "height", "weight", "distance"})


def neither_nor(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The union would neither confirm nor deny that it was so": it says nothing of either."""
    second, subject = child(verb, "conj"), child(verb, "nsubj")
    neither = next((c for c in verb.lefts if c.lower_ == "neither"), None) if second is not None else None
    if neither is None or second is None or subject is None or not speaks(subject) or verb.i - neither.i > 1:
        return None
    thing = child(second, "ccomp", "dobj")
    if thing is None or thing.i < second.i or second.i - verb.i != _AND_NEXT or second.nbor(-1).lower_ != "nor":
        return None
    strengths = {cue_verbs().get(verb.lemma_), cue_verbs().get(second.lemma_)}
    if "negative" not in strengths or not (is_telling(verb.lemma_) or is_telling(second.lemma_)) or any(t.is_quote for t in verb.sent):
        return None
    clause = thing.dep_ == "ccomp" and opens(thing)
    content = clause_words(block, thing) if clause else [block.offsets(thing.left_edge, thing.right_edge)]
    cue = list(block.doc[min(neither.i, verb_group(verb)[0].i) : second.i + 1])
    return Found(block, content, "clause" if clause else "object", mention(block, subject), cue, second, None, 0.85)


_AND_NEXT = 2
"""Words from a verb over its "nor" to the next."""


def is_counted(subject: Token) -> bool:
    """Whether it tells how many: "15", "31 percent"."""
    return subject.like_num or any(c.like_num and c.dep_ == "nummod" for c in subject.lefts)
