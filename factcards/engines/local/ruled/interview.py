"""Answers of an interview that is printed without its speakers' names: a paragraph that asks, then paragraphs in which somebody says "I" or
"we", or "Q:" and "A:".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import trimmed
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.ruled.transcript import QUESTION_AND_ANSWER, labels_in, words_behind
from factcards.engines.local.speakers.bearers import Bearer
from factcards.engines.local.speakers.people import People
from factcards.lexicon import speaker_words

__all__ = ["find_answers"]

LEAST = 3
"""Paragraphs that ask, at least: one alone may be the writer's."""
_LONGEST = 60
"""Words of a paragraph that asks, at most."""
_INTERVIEW = re.compile(
    r"\b(?:interview|conversation|Q&A|(?:spoke|speaks|talk(?:s|ed)|sat down|sits down|tells|told) (?:to|with|us|me)\b|asked (?:him|her)\b"
    r"|(?:answers|answered|takes|took) (?:our|your|readers)|questions (?:to|for)\b)",
    re.IGNORECASE,
)
"""What an introduction says of the interview that follows."""
_ME = re.compile(r"\b(?:I|me|my|mine|we|us|our|ours)\b")
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_MARKS = ('"', "“", "‘", "'")


def find_answers(blocks: Sequence[Block], people: People) -> list[Found]:
    """One attribution for each paragraph of an answer, to the one person whom the introduction names most; none where the text is no
    interview: its introduction says so, and all labels are "Q" and "A", or there are none, at least three paragraphs ask, and behind most
    of them somebody speaks of himself.
    """
    body = [block for block in blocks if block.part == "body"]
    titles = [block for block in blocks if block.part in {"headline", "subtitle"}]
    if labelled := {id(block): label.casefold() for block, label in labels_in(blocks)}:
        return _labelled_answers(titles, body, labelled, people)
    asking = [at for at, block in enumerate(body) if _asks(block)]
    who = _interviewed([*titles, *body[: asking[0]]], people) if len(asking) >= LEAST else None
    if who is None:
        return []
    name = re.compile(rf"\b{re.escape(who.name.split()[-1])}\b")
    answers = [block for block in body[asking[0] + 1 :] if not _prompts(block) and not name.search(block.view.text)]
    spoken = sum(at + 1 < len(body) and body[at + 1] in answers and _ME.search(body[at + 1].view.text) is not None for at in asking)
    return [found for block in answers if (found := _answer(block, who)) is not None] if 2 * spoken > len(asking) else []


def _labelled_answers(titles: Sequence[Block], body: Sequence[Block], labelled: Mapping[int, str], people: People) -> list[Found]:
    """One attribution for each paragraph from an "A:" to the next "Q:", where there are no other labels."""
    first = next(at for at, block in enumerate(body) if id(block) in labelled)
    who = _interviewed([*titles, *body[:first]], people) if set(labelled.values()) == QUESTION_AND_ANSWER else None
    answers: list[Found | None] = []
    label = ""
    for block in body[first:] if who is not None else ():
        label = labelled.get(id(block), label)
        if label == "a" and who is not None:
            behind = words_behind(block, "A") if id(block) in labelled else None
            answers.append(_answer(block, who) if behind is None else _answered(block, behind[1], who))
    return [found for found in answers if found is not None]


def _asks(block: Block) -> bool:
    """Whether a paragraph ends with a question that is nobody's in quotation marks."""
    text = block.view.text.strip()
    return text.endswith("?") and not text.startswith(_MARKS) and len(text.split()) <= _LONGEST


def _prompts(block: Block) -> bool:
    """Whether a paragraph is the interviewer's: a question, or what he tells of the other, as "you", and not of himself."""
    text = block.view.text
    return _asks(block) or (_YOU.search(text) is not None and _ME.search(text) is None and len(text.split()) <= _LONGEST / 2)


def _interviewed(opening: Sequence[Block], people: People) -> Bearer | None:
    """The person whom these paragraphs name, in most places; none where two stand in as many, or they tell of no interview."""
    if not any(_INTERVIEW.search(block.view.text) for block in opening):
        return None
    there = {id(block) for block in opening}
    named = [
        bearer for m in people.mentions if id(m.block) in there and (bearer := people.bearer_of(m)) is not None and _is_a_person(bearer)
    ]
    first, *others = Counter(bearer.name for bearer in named).most_common(2) or [("", 0)]
    if not first[1] or (others and others[0][1] == first[1]):
        return None
    return next(bearer for bearer in named if bearer.name == first[0])


def _is_a_person(bearer: Bearer) -> bool:
    """Whether somebody may answer: no paper, which the tagger may take for a person ("spoke to the Gazette")."""
    return bearer.personal and bearer.name.split()[-1].casefold() not in speaker_words("press")


def _answer(block: Block, who: Bearer) -> Found | None:
    words = trimmed([token for token in block.tokens if not token.is_space])
    if not words or words[0].is_quote:
        return None
    return _answered(block, block.offsets(words[0], block.tokens[-1]), who)


def _answered(block: Block, content: tuple[int, int], who: Bearer) -> Found:
    return Found(block, [content], "quote", confidence=0.85, settled=True, answers=who.name)
