"""What somebody says of another's words: "a claim that Quill called “untrue”", "which Quill denies", "was dismissed by both teams"."""

from __future__ import annotations

import itertools

from factcards.engines.local.found import Found, Mention, Speaks, ranges
from factcards.engines.local.parsing.grammar import FINITE, SUBJECTS, TENSED, WEEKDAYS, child, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.clauses import clause_words, opens

__all__ = [
    "DENIED_BEHIND",
    "accepted",
    "denied",
    "denies_what_is_told",
    "held_by_some",
    "is_done_to",
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
    behind = _without_day_and_next(verb, cue[-1])
    content = [*ranges(block, block.doc[first.i : noun.i + 1]), *ranges(block, behind)]
    return Found(block, content, "object", mention(block, subject), cue, verb, None, 0.85)


def held_by_some(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The plan is seen by many residents as a waste": what those behind "by" hold a thing to be."""
    thing = next((c for c in reversed(list(verb.lefts)) if c.dep_ == "nsubjpass"), None)
    agent, role = child(verb, "agent"), next((c for c in verb.rights if c.lower_ == "as"), None)
    who = child(agent, "pobj") if agent is not None else None
    if verb.lemma_ not in _HOLDS or thing is None or thing.tag_ in {"WDT", "WP"} or who is None or role is None:
        return None
    if not (speaks(who) or who.tag_ == "NNS") or not thing.i < verb.i < who.i < role.i or any(t.is_quote for t in verb.sent):
        return None
    held = itertools.takewhile(lambda t: t.text != ",", block.doc[role.i : verb.right_edge.i + 1])
    content = [*ranges(block, thing.subtree), *ranges(block, held)]
    return Found(block, content, "object", mention(block, who), verb_group(verb), verb, None, 0.85)


_HOLDS = frozenset({"see", "view", "regard", "perceive", "consider"})


def _without_day_and_next(verb: Token, last: Token) -> list[Token]:
    """What stands behind a relative clause's cue, without the day and a next such clause: "called on Monday | “fair” | and that ..."."""
    days = [c for c in verb.rights if c.dep_ == "prep" and any(t.lower_ in WEEKDAYS for t in c.children)]
    others = [c for c in verb.rights if c.dep_ == "conj" and c.left_edge.lower_ in {"that", "which"}]
    end = min((c.left_edge.i - 1 for c in others), default=verb.right_edge.i + 1)
    skipped = {t.i for c in days for t in c.subtree}
    return [t for t in verb.subtree if last.i < t.i < end and t.i not in skipped]


def is_judged(verb: Token) -> bool:
    """Whether "that" stands for the noun before it, whatever the parser says: "a view | that Quill rejected"."""
    object_ = child(verb, "dobj")
    return verb.dep_ in {"acl", "ccomp", "relcl"} and verb.lemma_ in _JUDGES and (object_ is None or object_.lower_ == "that")


def denied(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The union called it a trick, which Quill denies", "..., something Quill denies", "..., claims that Quill denies": what the
    sentence tells before it, or what the noun says: "a claim, which Quill denies, | that he lied |".
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
    behind = (c for c in (*noun.rights, *noun.head.rights) if 0 < c.left_edge.i - last.i <= _OVER_COMMA and opens(c))
    said = next((c for c in behind if c.dep_ in {*_OF_NOUNS, "ccomp"}), None)
    if said is not None and noun.lemma_.lower() in _SAYINGS:
        return Found(block, clause_words(block, said), "clause", mention(block, subject), verb_group(verb), verb, None, 0.85)
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


def accepted(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "She accepted that she had not been there", "It did not, however, accept that he knew": what somebody grants, or does not."""
    clause, subject = (child(verb, "ccomp"), child(verb, "nsubj")) if verb.lemma_ == "accept" else (None, None)
    if clause is None or subject is None or not speaks(subject) or not subject.i < verb.i or child(clause, *SUBJECTS) is None:
        return None
    that, group = clause.left_edge, verb_group(verb)
    opens = that.head is clause or (that.dep_ == "det" and that.head.dep_ in SUBJECTS)  # "accepted | that oversight had been poor"
    if that.lower_ != "that" or that.i != _behind_aside(verb) or not opens or not any(t.tag_ in FINITE for t in group):
        return None
    if any(t.is_quote for t in clause.subtree) or verb.dep_ not in {"ROOT", "conj", "ccomp"}:
        return None
    content = ranges(block, (t for t in clause.subtree if t is not that))
    return Found(block, content, "clause", mention(block, subject), group, verb, None, 0.85)


def _behind_aside(verb: Token) -> int:
    """The place right behind a verb, or behind the phrase between two commas that stands there: "accepted, | under questioning by a
    barrister, | that".
    """
    phrase = next((c for c in verb.rights if c.dep_ in {"prep", "advmod"}), None)
    if verb.i + 2 >= verb.sent.end or verb.nbor(1).text != "," or phrase is None or phrase.left_edge.i != verb.i + 2:
        return verb.i + 1
    last = phrase.right_edge
    close = last if last.text == "," or last.i + 1 >= len(verb.doc) else last.nbor(1)
    words = verb.doc[phrase.left_edge.i : close.i]
    return close.i + 1 if close.text == "," and not any(t.tag_ in TENSED or t.is_quote for t in words) else verb.i + 1


_OF_NOUNS = frozenset({"acl", "relcl"})


def is_done_to(noun: Token, clause: Token) -> bool:
    """Whether "that" is what the noun stands for, to which something is done: "an allegation | that the firm settled for $14 million", "a
    charge | that many could not pay"; not "a claim that he lied".
    """
    that, first, subject = clause.left_edge, noun.left_edge, child(clause, "nsubj")
    if any(c.dep_ in {"dobj", "ccomp", "xcomp"} and c is not that for c in clause.children):
        return False
    if noun.dep_ == "appos" and that.dep_ == "dobj" and that.head is clause:
        return True
    beside = first.lower_ in {"a", "an"} and first.i > noun.sent.start and first.nbor(-1).text == ","
    ends = subject is not None and clause.right_edge is clause and clause.pos_ == "VERB"
    return beside and ends and clause.lemma_ not in _ALONE


_ALONE = frozenset(
    {"lie", "die", "fall", "fail", "resign", "leave", "collapse", "quit", "go", "come", "happen", "exist", "work", "cheat", "run", "act",
     "know", "agree", "drink", "smoke", "return", "escape", "flee", "retire", "suffer", "vote", "win", "lose"}
)  # fmt: skip
"""Verbs that want no object."""
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
