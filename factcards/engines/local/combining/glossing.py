"""Where the writer sums up what somebody said and goes on about it."""

from __future__ import annotations

import re

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import TENSED
from factcards.layout import Layout

__all__ = ["before_its_gloss"]


def before_its_gloss(text: str, layout: Layout, found: Found) -> None:
    """Who says it between two commas says what stands before him, and not what the writer sums that up by: "The drug helped, its maker
    said on Sunday, a result that | the firm called “great”".
    """
    source, (start, _) = found.source, found.content[0]
    if source is None or not found.cue or found.frame in {"according", "noun"} or source.block is not found.block:
        return
    told = found.block.offsets(found.cue[-1], found.cue[-1])[1]
    sentence = layout.sentence_at(source.start)
    gloss = _GLOSS.match(text, told, start) if sentence is not None and source.start < told < start else None
    if sentence is None or gloss is None or gloss["noun"].lower() not in _SUMMING:
        return
    before = text[sentence.start : source.start].rstrip()
    if not before.endswith(",") or layout.quotation_at(sentence.start) is not None:
        return
    words = found.block.words(sentence.start, sentence.start + len(before))
    if len(words) > _LEAST and any(t.tag_ in TENSED | {"VBN"} for t in words):
        found.content[:] = [(sentence.start, sentence.start + len(before[:-1].rstrip()))]
        found.frame = "clause"


_GLOSS = re.compile(r"[^,;.“”\"]{0,40},\s+an?\s+(?:[\w-]+\s+){0,2}?(?P<noun>[\w-]+)\s+(?:that|which)\s+\Z")
_LEAST = 3
"""Words before a gloss, at least."""
_SUMMING = frozenset(
    {"claim", "charge", "allegation", "accusation", "assertion", "suggestion", "view", "argument", "contention", "complaint",
     "characterisation", "characterization", "statement", "assessment", "conclusion", "prediction", "forecast", "remark", "comment",
     "description", "promise", "pledge", "vow", "denial", "apology", "admission", "insult", "boast", "threat", "opinion", "answer", "reply",
     "explanation", "verdict", "comparison", "revelation", "result", "finding", "figure", "number"}
)  # fmt: skip
"""Nouns for what was said or told."""
