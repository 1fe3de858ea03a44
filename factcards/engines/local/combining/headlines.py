"""What a headline's words tell in a shape of their own: a colon behind its topic, what happens meanwhile."""

from __future__ import annotations

from factcards.engines.local.combining.borders import HEARD
from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.ruled.tellers import is_source
from factcards.engines.local.speakers.sources import is_topic
from factcards.layout import Layout

__all__ = ["begin_with_demand", "is_behind_topic"]


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
