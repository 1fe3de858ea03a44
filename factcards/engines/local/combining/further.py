"""Where a content goes on behind its end: a second verb without a subject of its own, what stands behind a name's description, how much
it costs, how far it is from what it is compared with.
"""

from __future__ import annotations

import re

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import SUBJECTS, auxiliaries, child, denies
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.layout import Layout

__all__ = ["go_on_further"]


def go_on_further(text: str, layout: Layout, found: Found) -> None:
    """End a content that stands behind its cue with what goes on there and can be nobody else's."""
    start, end = found.content[-1]
    if not found.cue or found.block.offsets(found.cue[-1], found.cue[-1])[1] > start or found.frame in {"quote", "carried", "according"}:
        return
    sentence = layout.sentence_at(end - 1)
    reached = _second_verb(found) or _past_description(found) or _cost(found) or _distance(text, found)
    if sentence is None or not end < reached <= sentence.end or layout.quotation_at(end) is not None:
        return
    last = layout.quotation_at(reached - 1)
    reached = last.end if last is not None and last.closed and last.start > end else reached
    source = found.source
    if source is None or source.block is not found.block or not end <= source.start < reached:
        found.content[-1] = (start, start + len(text[start:reached].rstrip(" .,;\n")))


def _second_verb(found: Found) -> int:
    """Where a content ends that goes on with a verb which has neither a tense nor a subject of its own, or tells in the past what will be:
    "describes how clips were uploaded | and analysed for signals", "said she had no plan to leave, | but would do so if asked".
    """
    start, end = found.content[-1]
    joint = found.block.word_at(end)
    if joint is not None and joint.text == "," and joint.i + 1 < len(joint.doc):
        joint = joint.nbor(1)
    if joint is None or joint.dep_ != "cc" or joint.lower_ not in {"and", "or", "but"} or joint.head in found.cue:
        return 0
    verb = joint.head
    further = next((c for c in verb.rights if c.dep_ == "conj" and c.left_edge.i > joint.i), None)
    if further is None or not start <= found.block.offsets(verb, verb)[0] < end or child(further, *SUBJECTS) is not None:
        return 0
    if further.left_edge.i != joint.i + 1 or not (_shares_tense(further, verb, found) or _is_backshifted(further, verb, found)):
        return 0
    return found.block.offsets(further.right_edge, further.right_edge)[1]


def _shares_tense(further: Token, verb: Token, found: Found) -> bool:
    """Whether a verb's tense is all that makes another one finite: "were uploaded and | analysed |", "would leave and | sell |
    the rest".
    """
    if is_cue_verb(further) or auxiliaries(further):
        return False
    if further.tag_ == "VBN":
        return verb.tag_ == "VBN" and child(verb, "auxpass") is not None and child(further, "dobj") is None
    if found.cue[-1].tag_ not in {"VBD", "VBZ"}:
        return False  # "voters decide they cannot bear it | and swing behind Marsh": only they say whose verb it is
    return further.tag_ == "VB" == verb.tag_ and any(t.tag_ in {"MD", "TO"} for t in auxiliaries(verb))


def _is_backshifted(further: Token, verb: Token, found: Found) -> bool:
    """Whether its "would" tells what was said in the past of what is to come; not "said it was late, but would not say why"."""
    would = next((t for t in auxiliaries(further) if t.tag_ == "MD"), None)
    told = found.frame == "clause" and found.cue[-1].tag_ in {"VBD", "VBN"} and verb.head in found.cue
    silent = is_cue_verb(further) or denies(further)
    return would is not None and would.lower_ in {"would", "could", "might"} and told and not silent


def _past_description(found: Found) -> int:
    """Where a content ends that goes on behind who somebody is: "asked to keep meetings with Marsh, the chairman, | off the record"."""
    start, end = found.content[-1]
    comma = found.block.word_at(end)
    last = comma.nbor(-1) if comma is not None and comma.text == "," and comma.i else None
    beside = child(last, "appos") if last is not None else None
    if last is None or beside is None or comma is None or beside.left_edge.i != comma.i + 1:
        return 0
    close = next((t for t in last.doc[beside.i + 1 : last.sent.end] if t.text == ","), None)
    if close is None or any(t.pos_ in {"VERB", "AUX"} for t in last.doc[comma.i : close.i]):
        return 0
    behind = (t for t in last.doc[close.i + 1 : last.sent.end] if not t.is_punct and not t.is_quote)
    first = next(behind, None)
    above = first.head if first is not None else None
    if first is None or above is None or above in found.cue or first.dep_ not in {"prep", "xcomp", "dobj", "advmod", "aux"}:
        return 0
    top = above if first.dep_ == "aux" and _is_to_do(first) else first
    governor = top.head
    if governor in found.cue or not start <= found.block.offsets(governor, governor)[0] < end or governor is last:
        return 0
    return found.block.offsets(top.right_edge, top.right_edge)[1]


def _is_to_do(to: Token) -> bool:
    """Whether it is the "to" of an infinitive."""
    return to.tag_ == "TO" and to.head.i > to.i


def _cost(found: Found) -> int:
    """Where a content ends that goes on with what it costs: "proposes buying licences over six years, | at a cost of $640 million"."""
    comma = found.block.word_at(found.content[-1][1])
    at = comma.nbor(1) if comma is not None and comma.text == "," and comma.i + 2 < len(comma.doc) else None
    sum_ = child(at, "pobj") if at is not None and at.lower_ in {"at", "for"} and at.dep_ == "prep" else None
    if at is None or sum_ is None or sum_.lemma_.lower() not in _SUMS or not any(t.like_num for t in sum_.subtree):
        return 0
    return found.block.offsets(sum_.right_edge, sum_.right_edge)[1]


_SUMS = frozenset({"cost", "price", "total", "rate", "expense", "loss", "profit", "rent", "fee", "speed"})
"""Nouns with a figure for how much a thing is."""


def _distance(text: str, found: Found) -> int:
    """Where a content ends that goes on with how far a figure is from another: "would crest at 9.4 meters, | a meter above the record"."""
    start, end = found.content[-1]
    behind = _FROM.match(text, end)
    if behind is None or found.frame != "clause" or not any(t.like_num for t in found.block.words(start, end)):
        return 0
    return behind.end()


_FROM = re.compile(
    r",\s(?:(?:nearly|almost|about|around|roughly|some|just|well|only|slightly|far)\s)*(?:(?:an?|half an?|\d[\d.,]*|[a-z]+)\s[a-z]+\s)?"
    r"(?:above|below|short of|more than|less than|higher than|lower than)\s(?:[^,;:.“”\"()–—]|[.,](?=\d))+(?=\.?\s*(?:\n|\Z|[A-Z]))"
)
"""A distance, from what it is measured, and the sentence's end."""
