"""Turns of a transcript: paragraphs that begin with who speaks and a colon ("Pell: The radio broke.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import trimmed
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.people import People

__all__ = ["QUESTION_AND_ANSWER", "find_turns", "labels_in", "turn_of"]

_LABEL = re.compile(r"((?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w'’-]*(?: [A-Z][\w.'’-]*){0,3}):\s+(?=[\w“\"‘'(\[])")
LEAST = 2
"""Labelled paragraphs that make a transcript: one alone may be a list's heading or a caption."""


def find_turns(blocks: Sequence[Block], people: People, *, answered: bool) -> list[Found]:
    """One attribution for each turn. Labels are speakers where each is somebody's name or comes back or is "Q" or "A", and there are two
    of them. Where it is known whose the answers are, "Q" and "A" are nobody else; what "Q" asks, and tells to ask it, is nobody's claim.
    """
    labelled = labels_in(blocks)
    times = Counter(_short(label) for _, label in labelled)
    known = {bearer.name.split()[-1].casefold() for bearer in people.bearers if " " in bearer.name}
    known |= QUESTION_AND_ANSWER if times.keys() >= QUESTION_AND_ANSWER and not answered else set()
    spoken = [(block, label) for block, label in labelled if times[_short(label)] > 1 or _short(label) in known]
    if len(spoken) < LEAST or len({_short(label) for _, label in spoken}) < LEAST:
        return []
    unsaid = QUESTION_AND_ANSWER if answered else frozenset()
    turns = (turn_of(block, label) for block, label in spoken if not (_short(label) in unsaid or (_short(label) == "q" and _asks(block))))
    return [turn for turn in turns if turn is not None]


def _asks(block: Block) -> bool:
    """Whether a turn ends with its question: "Q: You left early. Will it close?"."""
    return block.view.text.rstrip().endswith("?")


QUESTION_AND_ANSWER = frozenset({"q", "a"})
"""Labels of who asks and who answers, whoever they are."""


def labels_in(blocks: Sequence[Block]) -> list[tuple[Block, str]]:
    """The paragraphs that begin with what may be a speaker's label, each with it."""
    matched = ((block, _LABEL.match(block.view.text)) for block in blocks if block.part == "body")
    return [(block, found[1]) for block, found in matched if found is not None]


def _short(label: str) -> str:
    return label.rsplit(maxsplit=1)[-1].casefold()


def turn_of(block: Block, label: str) -> Found | None:
    """What a paragraph says behind its label, and who by that; null where there are no words, or they stand in quotation marks."""
    found = _words_behind(block, label)
    if found is None:
        return None
    colon, content = found
    name = Source(block, block.doc[colon.i - 1], block.doc[0], block.doc[colon.i - 1])
    return Found(block, [content], "quote", name, [colon], None, None, 0.9, settled=True)


def _words_behind(block: Block, label: str) -> tuple[Token, tuple[int, int]] | None:
    """The colon behind a label, and what is said, as offsets; null where nothing is, or it stands in quotation marks."""
    colon = next((t for t in block.tokens if t.text == ":" and t.idx >= len(label)), None)
    words = [t for t in block.tokens if colon is not None and t.i > colon.i and not t.is_space]
    if colon is None or colon.i == 0 or colon.idx != len(label) or not trimmed(words) or words[0].is_quote:
        return None
    last = words[-2] if words[-1].is_space and len(words) > 1 else words[-1]
    return colon, block.offsets(words[0], last)
