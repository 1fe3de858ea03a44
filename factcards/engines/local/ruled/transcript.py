"""Turns of a transcript: paragraphs that begin with who speaks and a colon ("Pell: The radio broke.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import trimmed
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.parsing.word_classes import is_person
from factcards.engines.local.speakers.people import People
from factcards.lexicon import speaker_words

__all__ = ["QUESTION_AND_ANSWER", "Label", "Transcript", "find_transcript", "labels_in", "turn_of"]

_NAME = r"(?:(?i:mr|mrs|ms|dr|sen|rep|gov|gen|prof)\.? )?[A-Z][\w'’-]*(?: (?:of the |of |the )?[A-Z][\w.'’-]*){0,3}"
_LABEL = re.compile(rf"({_NAME})((?:, [^:.!?\n“\"]{{2,60}}| \([^()\n]{{2,80}}\))?):\s+(?=[\w“\"‘'(\[])")
"""Who speaks, and what he is: "JO DOE, HOST: ...", "Question (Ada Quill, the Gazette): ..."."""
_MINE = re.compile(r"\b(?:I|my|we|our|you|your)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…][\"”’)\]]*\s*\Z")
LEAST = 2
"""Labelled paragraphs that make a transcript: one alone may be a list's heading or a caption."""
QUESTION_AND_ANSWER = frozenset({"q", "a"})
"""Labels of who asks and who answers, whoever they are."""
_DENSE = 4
"""Labelled paragraphs from which one without a label goes on with the one before it."""
_ASKERS = frozenset({"q", "question", "questioner", "interviewer", "reporter", "moderator", "host", "anchor", "journalist"})
"""Labels of who asks for a paper, or for all who listen."""


@dataclass(frozen=True, slots=True)
class Label:
    """How a turn of a transcript begins.

    Attributes:
        name: Who speaks: "Ada Quill", "QUESTION", "A".
        length: Of the name and what describes it, in code points; the colon is behind.
    """

    name: str
    length: int

    @property
    def short(self) -> str:
        """The name's last word, by which somebody is called again."""
        return self.name.rsplit(maxsplit=1)[-1].casefold()

    @property
    def is_role(self) -> bool:
        """Whether it is what somebody is, no name: "Moderator", "LEADER OF THE OPPOSITION"."""
        head = self.name.casefold().split(" of ")[0].split()[-1]
        return head in _ASKERS or head in speaker_words("person") or is_person(head)


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a transcript holds, empty where a text is none.

    Attributes:
        turns: One attribution for each paragraph of what somebody says, but for the questions of who only asks.
        asked: The paragraphs of who only asks, by their identity: what they tell ("You knew. Did you?") is nobody's claim.
    """

    turns: Sequence[Found] = ()
    asked: frozenset[int] = frozenset()

    def is_asked(self, found: Found) -> bool:
        """Whether an attribution is only what who asks supposes, or takes his label for who says it; not what somebody named says."""
        if id(found.block) not in self.asked:
            return False
        source = found.source
        return source is None or source.head.pos_ == "PRON" or source.first.i < _colon_of(source.block)


def _colon_of(block: Block) -> int:
    """The index of its first colon, or none before its words."""
    return next((token.i for token in block.tokens if token.text.endswith(":")), -1)


def find_transcript(blocks: Sequence[Block], people: People, *, answered: bool) -> Transcript:
    """The turns. Labels are speakers where each is somebody's name or comes back or is "Q" or "A", or all are capitals or roles and
    somebody says "I" or "you"; and there are two of them. Where it is known whose the answers are, "Q" and "A" are nobody else.
    """
    labelled = labels_in(blocks)
    times = Counter(label.short for _, label in labelled)
    known = {bearer.name.split()[-1].casefold() for bearer in people.bearers if " " in bearer.name}
    known |= QUESTION_AND_ANSWER if times.keys() >= QUESTION_AND_ANSWER and not answered else set()
    known |= _likely(labelled)
    spoken = [(block, label) for block, label in labelled if times[label.short] > 1 or label.short in known]
    if len(spoken) < LEAST or len({label.short for _, label in spoken}) < LEAST:
        return Transcript()
    unsaid = QUESTION_AND_ANSWER if answered else frozenset()
    asked = frozenset(id(block) for block, label in spoken if label.short in _ASKERS and _asks(block))
    silent = asked.union(id(block) for block, label in spoken if label.short in unsaid)
    turns = {id(block): turn for block, label in spoken if id(block) not in silent and (turn := turn_of(block, label)) is not None}
    return Transcript([*turns.values(), *_continued(blocks, {id(block) for block, _ in spoken}, turns)], asked)


def _continued(blocks: Sequence[Block], spoken: Collection[int], turns: Mapping[int, Found]) -> Iterator[Found]:
    """What is said in the paragraphs between two labels, where most paragraphs have one: the first one's speaker goes on."""
    body = [block for block in blocks if block.part == "body"]
    if len(spoken) < _DENSE or 2 * len(spoken) < len(body):
        return
    last = max(at for at, block in enumerate(body) if id(block) in spoken)
    turn: Found | None = None
    for block in body[:last]:
        words = trimmed([token for token in block.tokens if not token.is_space])
        if id(block) in spoken:
            turn = turns.get(id(block))
        elif turn is not None and words and not words[0].is_quote and block.tokens[0].text not in {"(", "["}:  # "(Laughter.)"
            yield replace(turn, block=block, content=[block.offsets(words[0], block.tokens[-1])], cue=[])


def _likely(labelled: Sequence[tuple[Block, Label]]) -> set[str]:
    """The labels in capitals and those that are roles, of paragraphs of whole sentences, where somebody says "I", "we" or "you"."""
    may = [(block, label) for block, label in labelled if (label.name.isupper() and len(label.name) > 1) or label.is_role]
    may = [(block, label) for block, label in may if _SENTENCE.search(block.view.text)]
    return {label.short for _, label in may} if any(_MINE.search(block.view.text) for block, _ in labelled) else set()


def _asks(block: Block) -> bool:
    """Whether a turn ends with its question: "Q: You left early. Will it close?"."""
    return block.view.text.rstrip().endswith("?")


def labels_in(blocks: Sequence[Block]) -> list[tuple[Block, Label]]:
    """The paragraphs that begin with what may be a speaker's label, each with it."""
    matched = ((block, _LABEL.match(block.view.text)) for block in blocks if block.part == "body")
    return [(block, Label(found[1], found.end(2))) for block, found in matched if found is not None]


def turn_of(block: Block, label: Label) -> Found | None:
    """What a paragraph says behind its label, and who by that; null where there are no words, or they stand in quotation marks."""
    found = _words_behind(block, label)
    if found is None:
        return None
    colon, content = found
    last = next(t for t in reversed(block.doc[: colon.i]) if t.idx < len(label.name))
    name = Source(block, last, block.doc[0], last)
    return Found(block, [content], "quote", name, [colon], None, None, 0.9, settled=True)


def _words_behind(block: Block, label: Label) -> tuple[Token, tuple[int, int]] | None:
    """The colon behind a label, and what is said, as offsets; null where nothing is, or it stands in quotation marks."""
    colon = next((t for t in block.tokens if t.text.endswith(":") and t.idx + len(t.text) > label.length), None)
    words = [t for t in block.tokens if colon is not None and t.i > colon.i and not t.is_space]
    if colon is None or colon.i == 0 or colon.idx + len(colon.text) - 1 != label.length or not trimmed(words) or words[0].is_quote:
        return None
    last = words[-2] if words[-1].is_space and len(words) > 1 else words[-1]
    return colon, block.offsets(words[0], last)
