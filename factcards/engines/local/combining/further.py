"""Where a content goes on behind its end: with a second verb without a subject of its own."""

from __future__ import annotations

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
    sentence, reached = layout.sentence_at(end - 1), _second_verb(found)
    if sentence is None or not end < reached <= sentence.end or layout.quotation_at(end) is not None:
        return
    last = layout.quotation_at(reached - 1)
    reached = last.end if last is not None and last.closed and last.start > end else reached
    source = found.source
    if source is None or source.block is not found.block or not end <= source.start < reached:
        found.content[-1] = (start, start + len(text[start:reached].rstrip(" .,;\n")))


def _second_verb(found: Found) -> int:
    """Where a content ends that goes on with a verb which has no subject of its own and tells in the past what will be: "said she had no
    plan to leave, | but would do so if asked".
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
    if further.left_edge.i != joint.i + 1 or not _is_backshifted(further, verb, found):
        return 0
    return found.block.offsets(further.right_edge, further.right_edge)[1]


def _is_backshifted(further: Token, verb: Token, found: Found) -> bool:
    """Whether its "would" tells what was said in the past of what is to come; not "said it was late, but would not say why"."""
    would = next((t for t in auxiliaries(further) if t.tag_ == "MD"), None)
    told = found.frame == "clause" and found.cue[-1].tag_ in {"VBD", "VBN"} and verb.head in found.cue
    silent = is_cue_verb(further) or denies(further)
    return would is not None and would.lower_ in {"would", "could", "might"} and told and not silent
