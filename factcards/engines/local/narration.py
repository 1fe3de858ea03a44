"""The article's own claims: sentences of the body that state something and that no attribution already holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcards.engines.local.found import Found
from factcards.engines.local.grammar import child, trimmed
from factcards.engines.local.parse import Block
from factcards.layout import Layout

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

__all__ = ["find_narration", "leading_pronoun"]

HELD = 0.4
"""Share of a sentence inside other attributions' content above which it is theirs: the rest is the cue and its frame."""
LEAST_WORDS = 4


def find_narration(blocks: Sequence[Block], layout: Layout, found: Sequence[Found]) -> list[Found]:
    """One claim for each such sentence, in text order."""
    taken = sorted({r for item in found for r in item.content})
    cues = sorted(item.block.offsets(item.cue[0], item.cue[-1]) for item in found if item.cue)
    claims: list[Found] = []
    for block in blocks:
        if block.part != "body":
            continue
        for sentence in block.doc.sents:
            words = trimmed(sentence)
            if not _states(sentence, words):
                continue
            start, end = block.offsets(words[0], words[-1])
            if layout.quotation_at(start) is not None:  # somebody's words, whoever that is: never the article's own
                continue
            held = sum(max(0, min(high, end) - max(low, start)) for low, high in _disjoint(taken))
            if held > HELD * (end - start) or any(low < end and start < high for low, high in cues if _main_cue(block, sentence, low)):
                continue
            claims.append(Found(block, [(start, end)], "narration", confidence=0.7))
    return claims


def _states(sentence: Sentence, words: Sequence[Token]) -> bool:
    """A full statement: a finite verb with a subject, no question, and not a quotation's piece."""
    root = sentence.root
    if sum(t.is_alpha for t in words) < LEAST_WORDS or sentence.text.rstrip("\"'”’ ").endswith("?"):
        return False
    if any(t.text in {'"', "“", "”"} for t in (sentence[0], words[0])):
        return False
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in [root, *root.children])
    return finite and child(root, "nsubj", "nsubjpass", "csubj", "expl") is not None


def _main_cue(block: Block, sentence: Sentence, low: int) -> bool:
    """Whether the cue at this offset is the sentence's main verb: then the sentence is that attribution."""
    root = sentence.root
    start, end = block.offsets(root, root)
    return start - 40 <= low <= end


def _disjoint(taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    result: list[tuple[int, int]] = []
    for low, high in taken:
        if result and low < result[-1][1]:
            result[-1] = (result[-1][0], max(high, result[-1][1]))
        else:
            result.append((low, high))
    return result


def leading_pronoun(found: Found) -> Token | None:
    """The personal pronoun that a narration claim begins with."""
    first = next((t for t in found.block.doc if found.block.offsets(t, t)[0] == found.content[0][0]), None)
    return first if first is not None and first.lower_ in {"he", "she"} and first.dep_ in {"nsubj", "nsubjpass"} else None
