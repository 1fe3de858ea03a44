"""Whose words an attribution's source is: where the statistics took a part of the cue's subject for all of it, or the parser a conjunction
for a preposition.
"""

from __future__ import annotations

import re

from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, WEEKDAYS, child, told_by_age, trimmed, verb_group
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.tellers import is_source
from factcards.lexicon import speaker_words

__all__ = ["is_a_time", "right_source"]


def right_source(found: Found) -> Source | None:
    """The source, or the cue's subject where that is another noun; null where the source is whom the content is about."""
    source, verb = found.source, found.verb
    if source is None or verb is None or verb not in found.cue:
        return source
    if _is_told_of(found, verb, source.head):
        return None
    source = _pronoun_alone(found, _before_its_verb(source))
    who = child(verb, "nsubj")
    if who is not None and who.i < source.first.i and is_a_time(source) and source.head in who.subtree:  # "... shot on | Friday | disputed"
        return Source(source.block, who, who.left_edge, who.right_edge)
    if (first := told_by_age(source.head)) is not None and source.last is source.head:
        return Source(source.block, source.head, first, source.head)
    return _whole_subject(verb, source) or _with_owner(source)


def _with_owner(source: Source) -> Source:
    """The source with the pronoun right before it that says whose it is: "described by | his | mother"."""
    owner = source.first.nbor(-1) if source.first.i else source.first
    owned = owner.tag_ == "PRP$" and owner.head is source.head
    return Source(source.block, source.head, owner, source.last) if owned else source


def _is_told_of(found: Found, verb: Token, noun: Token) -> bool:
    """Whether a noun behind the cue is the subject of what is said, and not of the cue: "Says | Quill | would sell the mill"."""
    if found.frame != "clause" or noun.doc is not verb.doc or noun.i != verb.i + 1 or noun.dep_ not in SUBJECTS:
        return False
    if found.content[0][0] < found.block.offsets(verb, verb)[0]:
        return False  # "part of it, | say | experts, is old"
    return noun.head is not verb and noun.head.dep_ == "ccomp" and noun.head.head is verb


def is_a_time(source: Source) -> bool:
    """Whether all its nouns say when: no day and no year says anything ("The years to 2030 | promise | more", "2016 has seen"); "One, who
    left in 2019," does, and "the 31-year-old".
    """
    words = source.head.doc[source.first.i : source.last.i + 1]
    if source.head.lower_ == "old":
        return False
    nouns = [t for t in words if t.pos_ in {"NOUN", "PROPN"}]
    return all(map(_tells_when, nouns)) if nouns else _YEAR.fullmatch(source.head.text) is not None


def _tells_when(noun: Token) -> bool:
    return noun.lower_ in WEEKDAYS | _MONTHS or (noun.pos_ == "NOUN" and noun.lemma_.lower() in speaker_words("times"))


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MONTHS = frozenset({"january", "february", "march", "july", "september", "october", "november", "december"})
"""Without those that are people's names: April, May, June and August."""


def _pronoun_alone(found: Found, source: Source) -> Source:
    """A pronoun that is the cue's subject without the words before it: "In 2019 | she | said"."""
    who = source.head
    if who.tag_ != "PRP" or who.dep_ != "nsubj" or who.head not in found.cue or source.first.i >= who.i:
        return source
    return Source(source.block, who, who, source.last)


def _before_its_verb(source: Source) -> Source:
    """The source without what its head says or does: "Analysts | said the slump was over and predicted"."""
    words = source.head.doc[source.head.i + 1 : source.last.i + 1]
    verb = next((t for t in words if t.tag_ in TENSED and t.head is t and child(t, "nsubj") is source.head), None)
    if verb is not None and any(t.tag_.startswith("W") for t in words if t.i < verb.i):
        return source  # "the man whose call first | revealed it"
    last = verb_group(verb)[0].nbor(-1) if verb is not None else source.last
    return Source(source.block, source.head, source.first, last) if source.head.i <= last.i < source.last.i else source


def _whole_subject(verb: Token, source: Source) -> Source | None:
    """The cue's subject where the source is a noun in a phrase behind it: "All members of the panel at | Kanal TV | backed it", "The study,
    published on | Wednesday in Brill, | suggests ...".
    """
    subject = child(verb, "nsubj")
    if subject is None or subject.i > verb.i or not subject.i < source.first.i <= source.last.i <= subject.right_edge.i:
        return None
    top = source.head
    while top.head.i not in {subject.i, top.i}:
        top = top.head
    if top.head.i != subject.i or top.dep_ not in {"prep", "acl", "relcl"}:
        return None
    counted = subject.lower_ in _COUNTS and is_source(source.head)
    if not (is_source(subject) or counted or source.head.lower_ in WEEKDAYS):
        return None
    asides = [c for c in subject.rights if c.dep_ in {"acl", "relcl", "appos"}]
    aside = min((c.left_edge.i for c in asides), default=subject.right_edge.i + 1)
    words = trimmed(subject.doc[subject.left_edge.i : max(aside, subject.i + 1)])
    return Source(source.block, subject, words[0], words[-1]) if words else None


_COUNTS = frozenset({"all", "both", "each", "few", "many", "most", "none", "one", "others", "several", "some", "two", "three"})
"""Words for some of whom the phrase behind them names."""
