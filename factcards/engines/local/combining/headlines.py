"""What a headline's words tell in a shape of their own: a colon behind its topic, what happens meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.engines.local.combining.borders import HEARD
from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, child, next_word
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.tellers import is_source
from factcards.engines.local.speakers.nominals import is_human
from factcards.engines.local.speakers.sources import is_topic
from factcards.layout import Layout
from factcards.lexicon import cue_verbs

__all__ = ["begin_with_demand", "end_before_meanwhile", "is_behind_topic"]


def is_behind_topic(layout: Layout, found: Found) -> bool:
    """Whether a colon follows what a headline is about, not who says it: "Harbour tunnel: 12 workers hurt", "The quiet climber: how Quill
    rose".
    """
    source = found.source
    colon = len(found.cue) == 1 and found.cue[0].text == ":" and (found.block.part == "headline" or not found.block.paragraph)
    if not colon or source is None:
        return False
    if not is_source(source.head) or is_topic(source):
        return True
    first = found.block.word_at(found.content[0][0])
    if first is None or layout.quotation_at(found.content[0][0]) is not None:
        return False
    return first.lower_ in _TELLING and not any(t.lower_ in _OWN for t in found.block.words(*found.content[0]))


_TELLING = frozenset({"how", "why", "what", "inside"})
"""What an article is begun with that tells of its topic: "Ada Quill: how she rose"."""
_OWN = frozenset({"i", "my", "me", "we", "our", "us"})
"""What whoever says it himself says: "Ada Quill: why I left"."""


def begin_with_demand(found: Found) -> None:
    """What a headline says that somebody demands is no clause of time behind it: "Family demands | answers | after man is shot"."""
    verb, first = found.verb, found.block.word_at(found.content[0][0])
    thing = child(verb, "dobj") if verb is not None and found.block.part == "headline" and len(found.content) == 1 else None
    if verb is None or thing is None or first is None or first.lower_ not in {"after", "as", "before", "over"} or verb.lemma_ in HEARD:
        return
    last = thing.right_edge if thing.right_edge.i < first.i else thing
    if verb.i + 1 == thing.left_edge.i and last.i + 1 == first.i and found.cue[-1] is verb:
        found.content[0] = found.block.offsets(thing.left_edge, last)
        found.frame = "object"


def end_before_meanwhile(layout: Layout, found: Found) -> None:
    """What a headline says that somebody threatens or wants ends before what happens meanwhile: "threatens duties | as talks stall".
    A clause may well have its own "as": "says prices will rise as subsidies end".
    """
    start, end = found.content[-1]
    cue = found.cue[-1] if found.cue else None
    if found.block.part != "headline" or cue is None or found.frame == "quote" or found.block.offsets(cue, cue)[1] > start:
        return
    words = found.block.words(start, end)
    at = next((t for t in words if _is_meanwhile(t, found.cue) and layout.quotation_at(found.block.offsets(t, t)[0]) is None), None)
    if at is None or any(
        (t.tag_ in TENSED and t.dep_ not in {"nmod", "quantmod"}) or t.lower_ in _LIKE for t in words if t.i < at.i
    ):  # "£38m": a verb
        return
    first, last = words[0], at.nbor(-1)
    if at is first and last.i > cue.i and len(found.content) == 1:  # "warns on | profit | as costs bite": all that was found is the clause
        first = cue.nbor(1)
    if last.lower_ in {"just", "even"}:
        last = last.nbor(-1)
    if first.i <= last.i:
        found.content[-1] = found.block.offsets(first, last)


_LIKE = frozenset({"as", "same", "such", "so"})
"""Words with which an "as" only compares."""


def _is_meanwhile(link: Token, cue: Sequence[Token]) -> bool:
    """Whether it begins a clause that tells what happens at the same time, for which the parser may take a noun: "| as | talks stall"."""
    if link.lower_ != "as":
        return False
    if link.dep_ == "mark":
        if link.head.dep_ in SUBJECTS or child(link.head, *SUBJECTS) is not None:
            return True
        if link.head.tag_ in TENSED and link.head.nbor(-1).dep_ == "compound":  # "as | inquiry | hears"
            return True
        told = child(link, "pcomp", "pobj")  # "as | shelling | continues"
        return told is not None and told.i == link.head.i - 1 and link.head.tag_ in TENSED
    noun = child(link, "pobj") if link.dep_ == "prep" else None
    if noun is not None and noun.tag_ == "NNS" and noun.i + 1 < len(noun.doc) and noun.nbor(1).tag_ in TENSED:
        return True  # "| as | talks falter": it may take the verb for the next clause's
    before = noun.nbor(-1) if noun is not None else link
    if noun is not None and noun.tag_ == "NNS" and before.i > link.i and noun.lower_ in _HEARS and next_word(noun) in {"of", "that", "how"}:
        return True  # "| as | inquest hears of a delay"
    if noun is None or before.i <= link.i or before.dep_ != "compound" or is_human(noun) or any(c.dep_ == "det" for c in noun.lefts):
        return False
    if noun.tag_ == "NNS" and noun.lemma_.lower() in cue_verbs() and is_human(before):
        return True  # "| as | striker's agent hints at exit"
    return (before.tag_, noun.tag_) == ("NNS", "NN") or (noun.tag_ == "NNS" and any(t.lemma_.lower() in _PRESSING for t in cue))


_HEARS = frozenset({"hears", "finds", "says", "warns", "claims", "admits", "reveals", "shows"})
"""What the parser takes for a noun in a headline, and a clause behind it shows to be a verb."""
_PRESSING = frozenset({"demand", "threaten", "warn", "vow", "urge", "call", "pledge", "promise", "refuse", "predict"})
"""Verbs beside which nothing is told to be "as" something."""
