"""What somebody says of another's words: "a claim that Quill called “untrue”", "which Quill denies"."""

from __future__ import annotations

from factcards.engines.local.found import Found, Mention, Speaks, ranges
from factcards.engines.local.parsing.grammar import FINITE, child, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token

__all__ = [
    "DENIED_BEHIND",
    "denied",
    "denies_what_is_told",
    "is_judged",
    "summed_up",
]


def summed_up(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "Lind said that it was safe, a claim that Quill called “untrue”": what somebody else says of what was said."""
    noun, subject = verb.head, child(verb, "nsubj")
    if noun.lemma_.lower() not in _SAYINGS or not (verb.dep_ == "relcl" or is_judged(verb)) or subject is None or not speaks(subject):
        return None
    first, cue = noun.left_edge, verb_group(verb)
    parted = first.i > verb.sent.start and first.nbor(-1).text in {",", "–", "—"} and noun.i < subject.left_edge.i < verb.i
    if not parted or first.lower_ not in {"a", "an"} or not any(t.tag_ in FINITE for t in cue):
        return None
    behind = (t for t in verb.subtree if t.i > cue[-1].i)
    content = [*ranges(block, block.doc[first.i : noun.i + 1]), *ranges(block, behind)]
    return Found(block, content, "object", mention(block, subject), cue, verb, None, 0.85)


def is_judged(verb: Token) -> bool:
    """Whether "that" stands for the noun before it, whatever the parser says: "a view | that Quill rejected"."""
    object_ = child(verb, "dobj")
    return verb.dep_ in {"acl", "ccomp", "relcl"} and verb.lemma_ in _JUDGES and (object_ is None or object_.lower_ == "that")


def denied(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The union called it a trick, which Quill denies", "..., something Quill denies", "..., claims that Quill denies": what the
    sentence tells before it.
    """
    noun = verb.head
    misread = verb.dep_ == "ccomp" and noun.lower_ in {"claims", "charges"}  # for verbs
    which, subject, last = child(verb, "dobj"), child(verb, "nsubj"), verb.right_edge
    if verb.lemma_ not in _DENIES or verb.dep_ not in DENIED_BEHIND or subject is None or not speaks(subject):
        return None
    said_so = (which is None or which.lower_ == "that") and (noun.lower_ == "something" or noun.lemma_.lower() in _SAYINGS)
    thing = noun if misread or said_so else which if which is not None and which.lower_ == "which" else None
    if thing is None or any(t.is_quote for t in verb.sent) or not (last is verb or last.is_punct or last.i == verb.sent.end - 1):
        return None
    first = thing if misread else thing.left_edge
    beside = {t.i for t in (thing, which) if t is not None}
    parted = first.i > verb.sent.start and first.nbor(-1).text == ","
    if not parted or not (subject.left_edge.i - 1 in beside or (misread and subject.left_edge.i - thing.i <= _OVER_COMMA)):
        return None
    return Found(block, [block.offsets(first, thing)], "object", mention(block, subject), verb_group(verb), verb, None, 0.85)


def denies_what_is_told(found: Found) -> bool:
    """Whether it denies what its own sentence tells before it: "Quill accused them of theft, | which | they deny"."""
    verb = found.verb
    behind = found.settled and found.frame == "object" and verb is not None and verb.lemma_ in _DENIES
    return behind and found.source is not None and found.content[-1][1] <= found.source.start


DENIED_BEHIND = ("relcl", "advcl", "ccomp")
"""How the parser hangs up what is denied of what stands before it."""
_OVER_COMMA = 2
"""Words from the last of a clause over its comma to the next."""


_DENIES = frozenset({"deny", "dispute", "reject", "contest", "refute", "dismiss"})
_JUDGES = frozenset(
    {"call", "describe", "deny", "reject", "dispute", "dismiss", "contest", "refute", "rebut", "repudiate", "challenge", "brand", "label",
     "denounce", "condemn", "deride", "ridicule"}
)  # fmt: skip
_SAYINGS = frozenset(
    {"claim", "charge", "allegation", "accusation", "assertion", "suggestion", "view", "argument", "contention", "criticism", "complaint",
     "description", "characterisation", "characterization", "statement", "assessment", "conclusion", "prediction", "figure", "number",
     "estimate", "total", "result", "finding", "forecast", "remark", "comment", "opinion", "verdict"}
)  # fmt: skip
