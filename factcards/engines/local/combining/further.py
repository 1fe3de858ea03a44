"""Where a content goes on behind its end: with what an "and" or a "but" joins to its words and can be nobody else's, or with more of a
list.
"""

from __future__ import annotations

from itertools import takewhile

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, auxiliaries, child, denies
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.layout import Layout
from factcards.lexicon import speech_verbs

__all__ = ["go_on_further", "next_that"]


def go_on_further(text: str, layout: Layout, found: Found) -> None:
    """End a content that stands behind its cue with what goes on there and can be nobody else's."""
    start, end = found.content[-1]
    if not found.cue or found.block.offsets(found.cue[-1], found.cue[-1])[1] > start or found.frame in {"quote", "carried"}:
        return
    behind = found.block.tokens[found.block.place(end) :]
    marks = [*takewhile(lambda t: t.is_quote or t.text == ",", behind)]
    joint = behind[len(marks)] if len(marks) + 1 < len(behind) else None
    sentence = layout.sentence_at(end - 1)
    if sentence is None or joint is None or layout.quotation_at(found.block.offsets(joint, joint)[0]) is not None:
        return
    last = _further(joint, found, comma=bool(marks) and marks[-1].text == ",")
    reached = found.block.offsets(last, last)[1] if last is not None else end
    source = found.source
    if end < reached <= sentence.end and (source is None or source.block is not found.block or not end <= source.start < reached):
        found.content[-1] = (start, start + len(text[start:reached].rstrip(" .,;\n")))


def _further(joint: Token, found: Found, *, comma: bool) -> Token | None:
    """The last word of what a content goes on with from a word behind it."""
    if (clause := next_that(joint, found, found.content[-1])) is not None:
        return clause.right_edge
    if joint.dep_ != "cc" or joint.lower_ not in {"and", "or", "but"}:
        return _more_of_a_list(joint, found) if comma else None
    if found.frame == "according":
        return None
    if comma and joint.lower_ == "but" and (last := _contrast(joint, found)) is not None:
        return last
    if comma and joint.lower_ != "but" and (last := _more_of_a_list(joint.nbor(1), found)) is not None:
        return last
    further = next((c for c in joint.head.rights if c.dep_ == "conj" and c.left_edge.i == joint.i + 1), None)
    return further.right_edge if further is not None and _is_joined(further, joint, found, comma=comma) else None


def next_that(joint: Token, found: Found, piece: tuple[int, int]) -> Token | None:
    """The verb of a further clause that the cue brings in behind a piece of its content: "warned | that it was old, | that it might fall",
    "| and that nobody should go near it".
    """
    that = joint.nbor(1) if joint.dep_ == "cc" and joint.i + 1 < len(joint.doc) else joint
    clause, above = that.head, that.head.head
    if found.frame != "clause" or that.lower_ != "that" or that.dep_ != "mark" or clause.left_edge.i < joint.i - 1:
        return None
    if is_cue_verb(clause) and child(clause, "nsubj") is not None:  # another one's turn: "found that half said so | and that most said"
        return None
    joined = clause.dep_ == "conj" and piece[0] <= found.block.offsets(above, above)[0] < piece[1]
    return clause if joined or (clause.dep_ == "ccomp" and above in found.cue) else None


def _is_joined(further: Token, joint: Token, found: Found, *, comma: bool) -> bool:
    """Whether it can be joined to nothing but the content: "said she had no plan to leave, | but would do so", "insisting the valve met
    the rules | and posed no danger", "plans to buy a yard, | and build ships", "said he was late | and the gates had been shut".
    """
    start, end = found.content[-1]
    head, verb, cue = joint.head, found.verb, found.cue[-1]
    inside = start <= found.block.offsets(head, head)[0] < end
    subject = child(further, *SUBJECTS)
    tense = next((t for t in (*auxiliaries(further), further) if t.tag_ in TENSED), None)
    if verb is None or is_cue_verb(further):
        return False
    if subject is not None:
        told = found.frame == "clause" and (verb.lemma_ in speech_verbs() or verb.lemma_ == "hear") and verb in found.cue
        past = tense is not None and (tense.tag_ == "VBD" or tense.lower_ in {"would", "could", "might"})
        close = subject.left_edge.i == joint.i + 1 and (inside or head in found.cue)
        return told and past and close and (not comma or verb.lemma_ == "hear")  # in court all is told
    if tense is None:
        plain = found.frame == "infinitive" and head is verb and _SELF.isdisjoint(t.tag_ for t in (verb, *auxiliaries(verb)))
        return (plain and further.tag_ == "VB") or (inside and head.pos_ in {"VERB", "AUX"} and further.tag_ in {"VB", "VBG", "JJ"})
    if not inside or (tense.tag_ == "MD" and denies(further)):
        return False
    back = tense.lower_ in {"would", "could", "might"} and found.frame == "clause" and cue.tag_ in {"VBD", "VBN"} and head.head in found.cue
    return back or (not comma and joint.lower_ != "but" and cue.tag_ in {"VBG", "VB"})


_SELF = frozenset({"VB", "MD"})
"""Tags of a verb that another one in its plain form may stand beside: "will plan to leave | and sell"."""


def _contrast(but: Token, found: Found) -> Token | None:
    """The last word of what limits a content and has no verb: "said the pier must close, | but only in winter"."""
    words = [t for t in but.sent if t.i > but.i and not t.is_punct]
    plain = found.frame in {"clause", "infinitive"} and 0 < len(words) <= _SHORT and but.nbor(1).pos_ in {"ADP", "ADV", "PART"}
    if not plain or any(t.tag_ in TENSED or is_cue_verb(t) or t in found.cue for t in words):
        return None
    return words[-1]


_SHORT = 12
"""Words of what only limits a clause, at most."""


def _more_of_a_list(first: Token, found: Found) -> Token | None:
    """The last word of a list whose first thing a content ends with: "a tin holding scales, | £90 in notes, and a key", "struck twice,
    | including a raid on Tarn".
    """
    start, end = found.content[-1]
    if first.lower_ in {"including", "along"} and first.dep_ == "prep":
        return first.right_edge if start <= found.block.offsets(first.head, first.head)[0] < end else None
    words, last = [t for t in first.sent if t.i >= first.i and not t.is_punct], found.block.tokens[found.block.place(end) - 1]
    item = first if first.head is last else first.head
    joined, joint = child(item, "conj"), next((t for t in reversed(words) if t.lower_ in {"and", "or"}), None)
    if joined is not None and item.head is last and child(item, "cc") is not None and item.pos_ == joined.pos_ == last.pos_ == "NOUN":
        return joined.right_edge
    goes_on = first.nbor(-1).dep_ == "cc"
    if not goes_on and first.pos_ not in _OPENING and first.nbor(1).tag_ not in {"CD", "$"}:
        return None
    parted = "," in {t.text for t in found.block.words(start, end)} if goes_on else joint is not None
    if last.pos_ not in {"NOUN", "PROPN"} or not parted or any(t.tag_ in TENSED or t.is_quote or t in found.cue for t in words):
        return None
    return words[-1]


_OPENING = frozenset({"NUM", "NOUN", "PROPN", "ADJ", "SYM"})
"""What a thing of a list begins with; behind a comma "a" or "the" may begin what the writer calls the last one."""
