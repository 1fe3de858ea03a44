"""What the writer remarks on within somebody's words, or behind them: whom he did not name, what others believe, what a book won."""

from __future__ import annotations

import re

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import FINITE, child
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.quoting import is_title
from factcards.layout import Layout
from factcards.lexicon import content_frames, speech_verbs

__all__ = ["without_remarks"]


def without_remarks(text: str, layout: Layout, found: Found) -> None:
    """Leave the writer's remarks out of what somebody says in other words."""
    if found.frame in {"quote", "carried"} or not found.cue or not found.content:
        return
    if found.block.offsets(found.cue[0], found.cue[0])[0] > found.content[-1][0]:
        return
    for ends in (_before_belief(found), _before_procedure(found), _before_gloss_of_title(text, layout, found)):
        start, end = found.content[-1]
        if ends is not None and start < ends < end and layout.quotation_at(ends) is None:
            found.content[-1] = (start, start + len(text[start:ends].rstrip(" ,")))
    _without_unnamed(text, layout, found)
    _without_silence(text, layout, found)


def _without_silence(text: str, layout: Layout, found: Found) -> None:
    """What its speaker does not tell besides is the writer's: "The roof leaked, Quill said, | but she did not say how badly |"."""
    start, end = found.content[-1]
    silent = _SILENT.search(text, start, end)
    who = found.source.head if found.source is not None else None
    if silent is None or who is None or layout.quotation_at(silent.start()) is not None:
        return
    if (who.tag_ in {"NNS", "NNPS"} or who.lower_ in {"they", "we"}) != (silent["who"] == "they"):
        return
    if silent.start() > start:
        found.content[-1] = (start, silent.start())
    elif len(found.content) > 1:
        del found.content[-1]


_SILENT = re.compile(
    r"(?:,\s+|\A|(?<=,\s))(?:but|though|although)\s+(?P<who>he|she|they|it)\s+(?:did(?: not|n[’']t)|declined to|would not|refused to)\s+"
    r"(?:say|specify|elaborate|explain|identify|name|disclose|give|provide)\b"
)


def _without_unnamed(text: str, layout: Layout, found: Found) -> None:
    """Whom its speaker does not name is the writer's: "said the deputy, | whom he did not name, | stopped the car"."""
    start, end = found.content[-1]
    remark = _UNNAMED.search(text, start, end)
    if remark is None or layout.quotation_at(remark.start()) is not None:
        return
    found.content[-1:] = [(start, remark.start()), *([(remark.end(), end)] if remark.end() < end else [])]


_UNNAMED = re.compile(
    r",\s+(?:whom?|which|whose (?:name|identity))\s+(?:he|she|they|it)\s+(?:did(?: not|n[’']t)|declined to|would not|refused to)\s+"
    r"(?:name|identify|specify|disclose|give|reveal)(?:,\s+|\Z)"
)


def _before_belief(found: Found) -> int | None:
    """Where an "as" begins by which the writer tells in the present who thinks so: "said the mine did not cause it | , as some residents
    believe"; null where none ends a content.
    """
    mark = next((t for t in found.block.words(*found.content[-1]) if t.lower_ == "as" and t.i and t.nbor(-1).text == ","), None)
    verb = mark.head if mark is not None and mark.dep_ == "mark" else None
    who = child(verb, "nsubj") if verb is not None else None
    if mark is None or verb is None or who is None or who.left_edge.i != mark.i + 1 or who.pos_ == "PRON":
        return None
    thinks = verb.tag_ in FINITE - {"VBD"} and verb.lemma_.lower() in content_frames("mind") | speech_verbs()
    last = found.block.offsets(verb.right_edge, verb.right_edge)[1]
    ends = verb.right_edge is verb and last >= found.content[-1][1]
    told = found.cue[-1].tag_ in {"VBD", "VBN"}
    return found.block.offsets(mark, mark)[0] if thinks and ends and told else None


def _before_procedure(found: Found) -> int | None:
    """Where it is told what somebody begins by what he says: "accused the firm of fraud | , opening a case that could last for years"."""
    verb, (start, end) = found.verb, found.content[-1]
    for begins in found.block.words(start, end) if verb is not None else ():
        thing = child(begins, "dobj") if begins.tag_ == "VBG" and begins.lemma_.lower() in _BEGINS else None
        if thing is not None and thing.lemma_.lower() in _STEPS and begins.dep_ in {"advcl", "conj"} and _comma(begins):
            return found.block.offsets(begins, begins)[0]
    return None


def _comma(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == ","


_BEGINS = frozenset({"open", "launch", "start", "begin", "trigger", "spark", "prompt", "set"})
_STEPS = frozenset(
    {"case", "inquiry", "investigation", "probe", "battle", "fight", "dispute", "row", "process", "trial", "debate", "way", "stage"}
)
"""What an accusation or a demand begins."""


def _before_gloss_of_title(text: str, layout: Layout, found: Found) -> int | None:
    """Where it is told of a book or a play that somebody names what it is: 'said he turned down a part in "The Orchard," | which won a
    prize'.
    """
    start, end = found.content[-1]
    which = _WHICH.search(text, start, end)
    named = layout.quotation_at(which.start() - 1) if which is not None and which.start() > start else None
    if which is None or named is None or named.end > which.start() + 1 or not is_title(text, named):
        return None
    return which.start()


_WHICH = re.compile(r"(?<=[”\"]),?\s(?:which|whose)\s|(?<=,[”\"])\s(?:which|whose)\s")
