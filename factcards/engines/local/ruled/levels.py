"""Levels that hang on no verb of speech: who "rated" it, who asked what another answers, how many "favor" it."""

from __future__ import annotations

from factcards.engines.local.found import Found, Mention, Source, Speaks, ranges
from factcards.engines.local.parsing.grammar import FINITE, SUBJECTS, TENSED, child, is_finite, trimmed, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asked import QUESTIONED
from factcards.lexicon import content_frames

__all__ = ["asked_by", "counted_for", "is_counted", "is_counted_for", "rated"]


def rated(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "Inspectors rated the ward “inadequate”": how good a thing is, as somebody says; not "rated the best", by nobody."""
    subject, thing, grade = child(verb, "nsubj"), child(verb, "dobj"), child(verb, "oprd")
    if verb.lower_ not in {"rate", "rates", "rated"} or subject is None or thing is None or grade is None or not speaks(subject):
        return None
    if not verb.i < thing.i < grade.i or grade.pos_ != "ADJ" or not is_finite(verb):
        return None
    if any(t.dep_ == "cc" for t in verb.doc[grade.i + 1 : min(grade.i + 3, verb.sent.end)]):
        return None  # "rated the film “dull” and the songs “fine”"
    content = [block.offsets(thing.left_edge, grade)]
    return Found(block, content, "object", mention(block, subject), verb_group(verb), verb, None, 0.85)


def asked_by(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "Asked by the prosecutor, Ada Quill, whether he saw it, Marsh replied": what somebody asks whom another answers."""
    agent = child(verb, "agent") if verb.tag_ == "VBN" and verb.lemma_ in QUESTIONED and verb.dep_ in {"advcl", "acl"} else None
    who = child(agent, "pobj") if agent is not None else None
    if who is None or not speaks(who) or child(verb, "auxpass", "aux") is not None or who.right_edge.i + 2 >= verb.sent.end:
        return None
    behind = verb.doc[who.i + 1 : verb.sent.end]
    first = next((t for t in behind if not (t.text == "," or t.pos_ == "PROPN" or t.i <= who.right_edge.i)), who)
    named = trimmed(verb.doc[who.left_edge.i : first.i])  # the parser may hang the name beside him elsewhere
    close = next((t for t in verb.doc[first.i : verb.sent.end] if t.text == ","), None)
    words = trimmed(verb.doc[first.i : close.i]) if close is not None else []
    asks = first.lower_ in {"whether", "if"} or first.tag_ in {"WRB", "WP"}
    if not asks or not named or not any(t.tag_ in TENSED and _has_subject(t) for t in words) or any(t.is_quote for t in words):
        return None
    beside = named[-1] if named[-1].pos_ == "PROPN" and named[-1].i > who.right_edge.i else None
    source = mention(block, beside or who)
    if child(who, "appos") is not None:
        source = Source(block, who, named[0], named[-1])
    return Found(block, [block.offsets(words[0], words[-1])], "clause", source, [verb], verb, None, 0.8)


def _has_subject(tensed: Token) -> bool:
    verb = tensed.head if tensed.dep_ in {"aux", "auxpass"} else tensed
    return child(verb, *SUBJECTS) is not None


def counted_for(block: Block, verb: Token, mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "58 percent think that it should close, while 31 percent favor a ban": how many are for a thing, beside others."""
    subject, thing = child(verb, "nsubj"), child(verb, "dobj")
    if subject is None or thing is None or not is_counted_for(verb) or not subject.i < verb.i < thing.i or _quotes(verb):
        return None
    return Found(block, ranges(block, thing.subtree), "object", mention(block, subject), verb_group(verb), verb, None, 0.8)


def is_counted_for(verb: Token) -> bool:
    """Whether it tells how many are for a thing or against it, beside how many think something: "while 31 percent | favor | a ban"."""
    subject = child(verb, "nsubj")
    stands = verb.lemma_ in content_frames("stance") and verb.tag_ in FINITE and verb.dep_ in {"advcl", "conj"}
    if not stands or subject is None or not is_counted(subject):
        return False
    return any((other := child(above, "nsubj")) is not None and is_counted(other) for above in verb.ancestors)


def _quotes(verb: Token) -> bool:
    """Whether quotation marks stand in its sentence; an apostrophe is none."""
    return any(t.is_quote for t in verb.sent)


def is_counted(subject: Token) -> bool:
    """Whether it tells how many: "15", "31 percent"."""
    return subject.like_num or any(c.like_num and c.dep_ == "nummod" for c in subject.lefts)
