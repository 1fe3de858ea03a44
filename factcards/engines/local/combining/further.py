"""Where a content goes on behind its end: with a second verb without a subject of its own."""

from __future__ import annotations

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import SUBJECTS, WEEKDAYS, auxiliaries, child, denies
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.layout import Layout

__all__ = ["go_on_further"]


def go_on_further(text: str, layout: Layout, found: Found) -> None:
    """End a content that stands behind its cue with what goes on there and can be nobody else's."""
    start, end = found.content[-1]
    if not found.cue or found.block.offsets(found.cue[-1], found.cue[-1])[1] > start or found.frame in {"quote", "carried", "according"}:
        return
    sentence, reached = layout.sentence_at(end - 1), max(_second_verb(found), _charge(found))
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


def _charge(found: Found) -> int:
    """Where a content ends that goes on, behind a day, with what somebody is accused of: "accused Marsh | on Tuesday of lying |"."""
    verb, end = found.verb, found.content[-1][1]
    links = verb.rights if verb is not None and verb.lemma_ == "accuse" else ()
    of = next((c for c in links if c.lower_ == "of" and c.dep_ == "prep"), None)
    if of is None or found.block.offsets(of, of)[0] <= end:
        return 0
    between = [t for t in found.block.words(end, found.block.offsets(of, of)[0]) if not t.is_space]
    if not between or any(t.is_punct or t.lower_ not in WEEKDAYS | {"on", "last", "this", "late", "early"} for t in between):
        return 0
    beside = (t.left_edge.i - 1 for t in of.subtree if t.dep_ in {"appos", "relcl", "advcl"} and t.left_edge.nbor(-1).text == ",")
    last = of.doc[min(beside, default=of.right_edge.i + 1) - 1]
    return found.block.offsets(last, last)[1]


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
