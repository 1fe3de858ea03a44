"""A source, read: what its words are, and where those of a description begin and end, however the span was cut: "a report by the state
| auditor |".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcards.engines.local.parsing.grammar import child, told_by_age
from factcards.engines.local.parsing.tokens import Doc, Token
from factcards.engines.local.speakers.bearers import Identity
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.naming import Mention
from factcards.engines.local.speakers.nominals import phrase_of
from factcards.lexicon import lemma_of, speaker_words, speech_verbs

__all__ = ["Phrase", "description"]


_MODIFIERS = frozenset({"compound", "amod", "det", "poss", "nummod", "nmod"})

_CUTS = 2
"""Noun phrases, one within the other, that may have been cut: "knowledge of the | city's own | testing"."""
_LONGEST_ADDED = 10
"""Tokens of the longest end of a description that is added where its span was cut."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source, read.

    Attributes:
        kind: What its words are.
        first: First word of what names the source: the pronoun, the name, the noun phrase.
        last: The last.
        head: Its head.
        names: For a name, the one mention; for several, each.
        coordinated: Whether a description names more than one: "the senator and his allies".
    """

    kind: Literal["pronoun", "relative", "name", "names", "description"]
    first: Token
    last: Token
    head: Token
    names: tuple[tuple[Mention, Identity], ...] = ()
    coordinated: bool = False


def description(head: Token, words: Sequence[Token]) -> Phrase:
    """A common noun: its phrase without the clauses behind it, never more than the span."""
    first, last = phrase_of(head)
    low, high = max(first.i, words[0].i), min(last.i, words[-1].i)
    coordinated = any(c.dep_ == "conj" and head.i < c.i <= words[-1].i for c in head.children)
    astray = head.dep_ == "compound" and head.head.i > words[-1].i  # "the email read": the parser takes both for one noun
    if coordinated or astray or low > high or head.pos_ not in {"NOUN", "PROPN", "NUM", "DET", "PRON", "ADJ"}:
        low, high = words[0].i, words[-1].i
    longest = _LONGEST_ADDED + (noun_kind(head) == "document")
    short = any(c.dep_ in {"relcl", "acl"} and c.i <= words[-1].i for c in head.children) and words[-1].i - words[0].i < longest
    if short and not any(t.text == "," for t in words):
        high = words[-1].i
    doc = head.doc
    if high + 2 <= words[-1].i and doc[high + 1].text == "," and doc[high + 2].lower_ == "including":
        high = words[-1].i  # "the leadership, including Quill and her aides": they are named as sources too
    while high + 2 <= words[-1].i and doc[high + 1].text == "-" and not doc[high + 1].whitespace_:  # "the ex-wife"
        high += 2
    low = _whole_compound(doc, low) if (aged := told_by_age(head)) is None else aged.i
    if not coordinated and not astray:
        high = _completed(head, max(high, head.i), last.i, words[-1].i)
    return Phrase("description", doc[min(low, head.i)], doc[max(high, head.i)], head, coordinated=coordinated)


def _whole_compound(doc: Doc, low: int) -> int:
    """Where a description begins that was cut behind a hyphen: "the ex-| deputy", "the never-before-| seen letter"."""
    begins = low
    while begins >= 2 and doc[begins - 1].text == "-" and not doc[begins - 1].whitespace_ and not doc[begins - 2].whitespace_:
        begins -= 2
    return begins - 1 if 0 < begins < low and doc[begins - 1].pos_ == "DET" else begins


def _completed(head: Token, high: int, end: int, cut_at: int) -> int:
    """Where a description ends that was cut within: in a noun phrase ("a report by the state | auditor"), before its complement ("a
    spokesman | for the front"), within a clause without commas ("an official briefed | on the matter", "experts who were | not there").
    What only says why there is no name is left out, and a clause with a "that" behind the span, which may be what is said.
    """
    doc = head.doc
    for _ in range(_CUTS):
        above = doc[high].head
        cut = high > head.i and doc[high].dep_ in _MODIFIERS and high < above.i <= min(high + 3, head.right_edge.i)
        if not cut or lemma_of(above.lower_) in speech_verbs() | {"show"}:  # "the sign on the gate read" may be one noun for the parser
            break
        high = above.i
    counted = head.pos_ in {"PRON", "DET", "ADJ"} and high == head.i < end and doc[high + 1].head is head  # "some | on the board |"
    if high < end <= high + _LONGEST_ADDED and (doc[high + 1].lower_ in {"for", "of"} or counted):
        high = end
    clause = next((c for c in head.children if c.dep_ in {"relcl", "acl"} and head.i < c.left_edge.i <= high + 1), None)
    if clause is None:
        return high
    first, last = clause.left_edge.i, clause.right_edge.i
    within = first <= high or (first < cut_at and doc[first].lower_ == "who") or _tells_whose(head, clause)
    silent = any(t.lower_ in speaker_words("silence") for t in clause.subtree)
    tells = any(t.lower_ == "that" and t.dep_ == "mark" and t.i > high for t in clause.subtree)
    if not within or silent or tells or not high < last <= max(high, cut_at) + _LONGEST_ADDED:
        return high
    stop = next((t.i for t in doc[high + 1 : last + 1] if t.is_punct and t.text != "-"), last + 1)
    return stop - 1


def _tells_whose(head: Token, clause: Token) -> bool:
    """Whether a participle tells whose a document is: "a poll | published on Friday by Tarn College |"."""
    return noun_kind(head) == "document" and clause.dep_ == "acl" and clause.tag_ == "VBN" and child(clause, "agent") is not None
