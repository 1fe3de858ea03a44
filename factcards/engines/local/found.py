"""What the attribution rules hand on: an attribution as tokens and offsets, before its speaker is resolved and its claim is worded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from factcards.engines.local.parsing.grammar import trimmed
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.layout import Quotation

__all__ = ["Found", "Frame", "Mention", "Source", "Speaks", "StandIn", "inner", "ranges"]

Frame = Literal["clause", "object", "infinitive", "oblique", "quote", "according", "noun", "carried", "narration"]


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a source: `head` in a run from `first` to `last`."""

    block: Block
    head: Token
    first: Token
    last: Token

    @property
    def start(self) -> int:
        """Where it begins in the article."""
        return self.block.starts[self.first.i]


Mention = Callable[[Block, Token], Source]
"""Gives the words round the head of a source."""
Speaks = Callable[[Token], bool]
"""Whether a noun can be a source."""


class StandIn(NamedTuple):
    """What a claim tells in the place of a pronoun: `words` for `text[start:end]`, with the verb that is run together with it ("he'll")."""

    start: int
    end: int
    words: str


@dataclass(slots=True)
class Found:
    """One attribution.

    Attributes:
        block: The paragraph of the cue.
        content: Half-open offsets of the attributed words, ordered and disjoint.
        frame: How cue and content hang together.
        source: Null when it is carried over from an earlier attribution, or for narration.
        cue: The run of cue words, empty for carried speakers and narration.
        verb: The cue's verb.
        link: A preposition between cue and content ("on").
        confidence: By kind of construction.
        settled: Whether the construction leaves nothing open: source, cue and borders are as the rule has them.
        cut: Whether its content was cut where another turn begins: somebody else's, or what its speaker says next.
        doubtful: Whether it is likelier no attribution than one.
        stands_for: The words for a pronoun of the content.
        within: Whether somebody tells it in quotation marks of another.
        answers: By name, whose answer in an interview it is.
        orphaned: Whether it is set off as quoted, and no words beside it tell by whom it is.
        opening: Whether it opens a paragraph that tells nowhere by whom it is.
    """

    block: Block
    content: list[tuple[int, int]]
    frame: Frame
    source: Source | None = None
    cue: list[Token] = field(default_factory=list)
    verb: Token | None = None
    link: Token | None = None
    confidence: float = 0.9
    settled: bool = False
    cut: bool = False
    doubtful: bool = False
    stands_for: StandIn | None = None
    within: bool = False
    answers: str | None = None
    orphaned: bool = False
    opening: bool = False

    @property
    def start(self) -> int:
        """Where its first word stands: cue or content."""
        first = self.content[0][0]
        return min(first, self.block.starts[self.cue[0].i]) if self.cue else first


def ranges(block: Block, tokens: Iterable[Token]) -> list[tuple[int, int]]:
    """The words as offsets: neighbouring words are one range; a comma that is not among the words parts them."""
    kept = sorted({t.i for t in tokens if not t.is_space})
    runs: list[list[int]] = []
    for i in kept:
        if runs and all(t.is_space for t in block.tokens[runs[-1][-1] + 1 : i]):
            runs[-1].append(i)
        else:
            runs.append([i])
    result: list[tuple[int, int]] = []
    for run in runs:
        words = trimmed(block.tokens[i] for i in run)
        if words and any(t.is_alpha or t.like_num for t in words):
            result.append(block.offsets(words[0], words[-1]))
    return result


def inner(text: str, quotation: Quotation) -> tuple[int, int] | None:
    """The words between the marks, without the comma that belongs to the cue; None where there is no word."""
    start, end = quotation.inner_start, quotation.inner_end
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None
