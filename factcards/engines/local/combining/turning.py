"""Attributions that the statistics read from the wrong side, or with a part of what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcards.engines.local.combining.sourcing import right_source
from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import TENSED, child, with_phrase
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.clauses import is_complementiser
from factcards.layout import Layout
from factcards.lexicon import speech_verbs, spurns

__all__ = ["turned"]


def turned(text: str, layout: Layout, found: Sequence[Found]) -> list[Found]:
    """The same, each with its content and source on the right side of its cue."""
    whole = list(found)
    for item in whole:
        item.source = right_source(item)
        if item.frame == "noun":
            _with_what_is_done_to_it(item)
        if item.verb is not None:
            _with_its_not(item, item.verb)
            _by_whom_it_is_with(item, item.verb)
        if item.frame == "according" or _is_said_inside(text, item):
            _before_according(text, layout, item)
        if item.frame == "quote" and len(item.content) == 1:
            _with_clause_before(text, layout, item)
        if item.frame == "quote" and len(item.content) == 1:  # still a quotation
            _with_subject(text, layout, item)
    _with_who_has_it(text, whole)
    return whole


def _with_what_is_done_to_it(found: Found) -> None:
    """What somebody does to what he is asked for goes with the cue: "Quill | poured cold water on | calls for a merger"."""
    link = found.cue[0].head if found.cue else None
    if link is None or found.source is None or link.dep_ != "prep" or not found.source.head.i < link.head.i < link.i:
        return
    before = list(link.doc[link.head.i : found.cue[0].i])
    if spurns([token.lower_ for token in before]):
        found.cue = [*before, *found.cue]


def _with_its_not(found: Found, verb: Token) -> None:
    """A negation that an aside parts from its cue goes with it: "Quill | would not, however, say | why"."""
    negator = child(verb, "neg")
    if negator is None or not found.cue or negator.i >= found.cue[0].i or found.source is None:
        return
    first = min((c for c in verb.lefts if c.dep_ in {"aux", "auxpass", "neg"}), key=lambda c: c.i)
    aside = verb.doc[negator.i + 1 : found.cue[0].i]
    plain = all((t.is_punct and not t.is_quote) or t.dep_ == "advmod" for t in aside)
    if plain and not first.i <= found.source.head.i < verb.i:
        found.cue = [*verb.doc[first.i : found.cue[0].i], *found.cue]


def _with_who_has_it(text: str, found: Sequence[Found]) -> None:
    """What is told "according to" somebody behind what another says is all of that: "Police believe he fled, | according to two people who
    were told of it".
    """
    clauses: dict[int, list[Found]] = {}
    for other in found:
        if other.frame == "clause" and other.cue and not _is_beside(other):
            clauses.setdefault(id(other.block), []).append(other)
    for item in found:
        if len(item.content) > 1 and item.cue and item.frame != "quote":
            for other in clauses.get(id(item.block), ()):
                _leave_out(item, other)
        if item.frame == "according" and item.source is not None and item.source.block is item.block:
            for other in clauses.get(id(item.block), ()):
                _set_in_order(text, item, other, item.source.head.right_edge)
                _take_in(item, other)


def _set_in_order(text: str, item: Found, other: Found, last: Token) -> None:
    """Give what is told "according to" a source that ends with `last`, and what somebody says beside it, their own words."""
    cue, first = (item.block.offsets(f.cue[0], f.cue[0])[0] for f in (item, other))
    low, high = other.content[-1]
    before = text[low:cue].rstrip() if low < cue < high else ""
    begin = min(first, other.source.start) if other.source is not None and other.source.block is item.block else first
    if before.endswith(",") and first < low and high <= item.block.offsets(last, last)[1] + 1 and item.content[-1][1] <= cue:
        end = low + len(before.rstrip(" ,"))
        other.content[-1], item.content = (low, end), [(begin, end)]


def _take_in(item: Found, other: Found) -> None:
    """Who has it from whom: "Quill said that, | according to Marsh, it is shut |"."""
    begin, told = item.block.offsets(item.cue[0], item.cue[0])[0], item.block.offsets(other.cue[-1], other.cue[-1])[1]
    if told <= begin < other.content[0][0] and item.content[0][0] == other.content[0][0]:
        other.content[0] = (begin, other.content[0][1])


def _leave_out(item: Found, other: Found) -> None:
    """Who tells it is nothing that is told in it: "Quill said that, in Marsh's view, | it is shut |"."""
    cue, told = (item.block.offsets(f.cue[0], f.cue[0])[0] for f in (item, other))
    (low, high), rest = item.content[0], item.content[1:]
    held = all(other.content[0][0] <= first and last <= other.content[-1][1] for first, last in rest)
    if item is not other and low <= told < high <= cue and held:
        item.content = rest


def _is_beside(found: Found) -> bool:
    """Whether who says it is put in beside it: "As Quill said, the man fled, according to police"."""
    mark = child(found.verb, "mark") if found.verb is not None else None
    return found.verb is None or (mark is not None and mark.lower_ == "as")


def _by_whom_it_is_with(found: Found, verb: Token) -> None:
    """The source of a participle behind "with" is whom it is with, not the sentence's subject: "Moss left, with his wife saying no"."""
    phrase = with_phrase(verb)
    if phrase is None or (found.source is not None and found.source.head.i > phrase[0].i):
        return
    noun = phrase[1]
    found.source = Source(found.block, noun, noun.left_edge, verb.nbor(-2) if verb.nbor(-1).text == "," else verb.nbor(-1))


def _is_said_inside(text: str, found: Found) -> bool:
    """Whether a source and a verb of speech stand between two commas: ", police said, hours after the firm had ..."."""
    verb, source = found.verb, found.source
    if verb is None or source is None or found.frame != "clause" or verb.lemma_ not in speech_verbs():
        return False
    return source.last.i + 1 == verb.i and text.startswith(",", found.block.offsets(verb, verb)[1])


def _before_according(text: str, layout: Layout, found: Found) -> None:
    """What stands before ", according to somebody," is told, where only when or why stands behind it."""
    verb, source = found.cue[0], found.source
    cue = found.block.offsets(verb, found.cue[-1])[0]
    cue = min(cue, source.start) if source is not None else cue
    sentence = layout.sentence_at(cue)
    if sentence is None or found.content[0][0] < cue or layout.quotation_at(cue) is not None:
        return
    begin = max(sentence.start, found.block.offsets(verb.sent[0], verb)[0])  # behind a dateline
    before = text[begin:cue].rstrip()
    words = [t for t in found.block.words(begin, cue) if not t.is_space]
    behind = [t for low, high in found.content for t in found.block.words(low, high)]
    if not before.endswith(",") or len(words) < _CLAUSE or words[-2].pos_ in {"SCONJ", "CCONJ", "ADP"} or words[-2].tag_ == "WRB":
        return
    own = {t.i for t in behind}
    if any(t.tag_ in TENSED for t in words) and not any(_states(t) and own.isdisjoint(a.i for a in t.ancestors) for t in behind):
        found.content = [(begin, begin + len(before[:-1].rstrip()))]


_CLAUSE = 4
"""Words of the shortest clause, with the comma behind it."""


def _states(token: Token) -> bool:
    """Whether it is the verb of a main clause."""
    return token.tag_ in TENSED and token.dep_ in {"ROOT", "ccomp", "conj"} and child(token, "nsubj", "nsubjpass", "expl") is not None


def _with_subject(text: str, layout: Layout, found: Found) -> None:
    """A quotation that begins with its verb has the subject before it: 'told members | the bill "would cost jobs"'."""
    start, end = found.content[0]
    quotation = layout.quotation_at(start)
    if (
        quotation is None
        or not text[start].islower()
        or not found.cue
        or found.block.offsets(found.cue[-1], found.cue[-1])[1] > quotation.start
    ):
        return
    tokens, at = found.block.tokens, found.block.place(start)
    verb = at + 1 if at + 1 < len(tokens) and tokens[at].tag_ == "RB" else at
    if verb >= len(tokens) or tokens[verb].tag_ not in TENSED:
        return
    noun = next((t for t in reversed(tokens[max(0, at - 2) : at]) if not t.is_quote), None)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN", "PRON"} or not found.cue[-1].i < noun.left_edge.i:
        return
    if noun.left_edge.i > found.cue[-1].i + _HEARERS and not is_complementiser(noun.left_edge.nbor(-1)):
        return
    found.content[0] = (found.block.offsets(noun.left_edge, noun)[0], end)
    found.frame = "clause"


def _with_clause_before(text: str, layout: Layout, found: Found) -> None:
    """A quotation that ends a clause with "that" has all of it: 'warning that | prices that rise too quickly "hurt renters first"'."""
    start, end = found.content[0]
    quotation = layout.quotation_at(start)
    behind = found.block.offsets(found.cue[-1], found.cue[-1])[1] if found.cue else end
    before = _THAT_BEFORE.fullmatch(text, behind, start) if behind < start and text[start].islower() else None
    if before is None or quotation is None or layout.sentence_at(behind) != layout.sentence_at(start):
        return
    found.content[0] = (before.start(1), quotation.end if quotation.closed else end)
    found.frame = "clause"


_THAT_BEFORE = re.compile(r"\sthat\s((?![“\"])[^“”\";:]{2,120}\s[“\"])")


_HEARERS = 5
"""Words between a cue and what is said, with who is told."""
