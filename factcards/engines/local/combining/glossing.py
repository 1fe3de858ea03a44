"""Where the writer sums up what somebody said and goes on about it: "said he was sorry, | a claim that drew laughter"."""

from __future__ import annotations

import re

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import TENSED, child
from factcards.engines.local.parsing.tokens import Token
from factcards.layout import Layout
from factcards.lexicon import cue_nouns, speech_verbs

__all__ = ["before_its_gloss", "end_before_gloss"]


def end_before_gloss(layout: Layout, found: Found) -> None:
    """A content ends where the writer sums it up to say what came of it: "insisted that it would be “fair”, | a word that drew laughter";
    not where it may sum up what the content tells somebody else said: "said the firm had denied it, a claim that nobody believed".
    """
    if found.frame in {"quote", "carried"} or not found.cue:
        return
    for k, (start, end) in enumerate(found.content):
        words = found.block.words(start, end)
        for noun in words:
            comma = _comma_before(noun)
            at = found.block.offsets(comma, comma)[0] if comma is not None else 0
            if comma is None or at <= start or not _goes_on_to_the_end(noun, words[-1]):
                continue
            if layout.quotation_at(found.block.offsets(noun, noun)[0]) is None and not _tells_of_others(found, start, at):
                found.content[k:] = [(start, at)]
                return


def _comma_before(noun: Token) -> Token | None:
    """The comma before a noun that sums up what was said and is told something of: "..., | a bold claim that drew laughter"."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in _SUMMING | _WORDS or noun.i + 2 >= len(noun.doc):
        return None
    first, behind = noun.left_edge, noun.nbor(1)
    if first.lower_ not in {"a", "an"} or behind.lower_ not in {"that", "which"} or first.i < _LEAST:
        return None
    before = first.nbor(-1)
    marked = before.is_quote
    if marked:
        before = before.nbor(-1)
    if before.text != "," or (noun.lemma_.lower() in _WORDS and not (marked or before.nbor(-1).is_quote)):
        return None
    joined = noun.dep_ == "conj" or child(noun, "conj", "cc") is not None
    return before if not joined and _stands_for_it(noun, behind) else None


def _stands_for_it(noun: Token, that: Token) -> bool:
    """Whether "that" stands for the noun before it, and opens no clause that tells what it says: "a claim | that he disputes"."""
    if that.lower_ == "which" or (that.tag_ == "WDT" and that.dep_ != "mark"):
        return True
    clause = that.head
    if that.dep_ != "mark":
        return that.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and child(clause, "ccomp") is None
    ends = clause.right_edge if clause.right_edge.is_alpha else clause
    return clause.dep_ == "relcl" and clause.head is noun and ends is clause  # "a claim that he disputes": nothing behind its verb


def _goes_on_to_the_end(noun: Token, last: Token) -> bool:
    """Whether nothing of the content stands behind what the noun is told: not "a plan, a promise that would hold, and money"."""
    behind = noun.doc[noun.i + 1 : last.i + 1]
    if any(t.text == "," and t.i < last.i and t.nbor(1).dep_ == "cc" for t in behind):
        return False
    return noun.right_edge.i >= last.i or not any(t.text in {",", ";"} or t.dep_ == "cc" for t in behind)


def _tells_of_others(found: Found, start: int, end: int) -> bool:
    """Whether words of a content tell what somebody says: "the firm | denied | it", "the firm's | claim |"."""
    return any(
        t not in found.cue
        and ((t.pos_ == "VERB" and t.lemma_.lower() in speech_verbs() - _WEAK) or (t.pos_ == "NOUN" and t.lemma_.lower() in cue_nouns()))
        for t in found.block.words(start, end)
    )


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
    if sentence is None or gloss is None or gloss["noun"].lower() not in _SUMMING | _RESULTS:
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
     "explanation", "verdict", "comparison", "revelation"}
)  # fmt: skip
"""Nouns for what was said."""
_WORDS = frozenset({"word", "phrase", "term", "label", "expression", "adjective"})
"""Nouns for what was said in the quotation marks right before them."""
_RESULTS = frozenset({"result", "finding", "figure", "number"})
"""Nouns for what was told, and as often for what the speaker tells of."""
_WEAK = frozenset({"find", "show", "read", "begin", "continue", "note", "post"})
"""Verbs of speech that hardly ever tell what somebody claims."""
