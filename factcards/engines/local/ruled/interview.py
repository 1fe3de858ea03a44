"""Answers of an interview that is printed without its speakers' names: a paragraph that asks, then paragraphs in which somebody says "I" or
"we", or "Q:" and "A:".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import trimmed
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.ruled.transcript import QUESTION_AND_ANSWER, Label, labels_in, turn_of
from factcards.engines.local.speakers.bearers import Bearer
from factcards.engines.local.speakers.people import People
from factcards.lexicon import speaker_words

__all__ = ["Interview", "find_interview"]

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


@dataclass(frozen=True, slots=True)
class Interview:
    """What an interview holds, empty where a text is none.

    Attributes:
        answers: One attribution for each paragraph of an answer.
        asked: The paragraphs that ask, by their identity: what they tell ("You left at its peak. Why?") is nobody's claim.
    """

    answers: Sequence[Found] = ()
    asked: frozenset[int] = frozenset()


def find_interview(blocks: Sequence[Block], people: People) -> Interview:
    """The answers of the one person whom the introduction names most, where a text is an interview: all labels are "Q" and "A", or there
    are none, its introduction says so, at least three paragraphs ask, and behind most of them somebody speaks of himself. Labels may come
    and go. What names whoever answers is the writer's, and behind the last question all that follows it.
    """
    body = [block for block in blocks if block.part == "body"]
    titles = [block for block in blocks if block.part in {"headline", "subtitle"}]
    labels = {id(block): label.name.casefold() for block, label in labels_in(blocks)}
    asking = [at for at, block in enumerate(body) if _asks(block) or labels.get(id(block)) == "q"]
    if set(labels.values()) != QUESTION_AND_ANSWER if labels else len(asking) < LEAST:
        return Interview()
    first = min(at for at, block in enumerate(body) if at in asking or id(block) in labels)
    opening = [*titles, *body[:first]]
    announced = any(_INTERVIEW.search(block.view.text) for block in opening)
    who = _interviewed(opening, people) if labels or announced else None
    if who is None:
        return Interview()
    name = re.compile(rf"\b{re.escape(who.name.split()[-1])}\b")
    answers: list[Block] = []
    asked: set[int] = set()
    turn = ""
    for at, block in enumerate(body[first:], first):
        named = name.search(block.view.text) is not None
        if named and at > asking[-1] and id(block) not in labels:
            break
        if turn == "a" and _asks(block) and _is_to_you(block):
            turn = ""
        turn = labels.get(id(block), turn)
        if turn == "q" or (not turn and _prompts(block)):
            asked.add(id(block))
        elif turn or not named:
            answers.append(block)
    replies = {id(block) for block in answers if _ME.search(block.view.text)}
    if not labels and 2 * sum(at + 1 < len(body) and id(body[at + 1]) in replies for at in asking) <= len(asking):
        return Interview()
    found = (_labelled(block, who, announced=announced) if id(block) in labels else _answer(block, who) for block in answers)
    return Interview([item for item in found if item is not None], frozenset(asked))


def _asks(block: Block) -> bool:
    """Whether a paragraph ends with a question that is nobody's in quotation marks."""
    text = block.view.text.strip()
    return text.endswith("?") and not text.startswith(_MARKS) and len(text.split()) <= _LONGEST


def _prompts(block: Block) -> bool:
    """Whether a paragraph is the interviewer's: a question, or what he tells of the other, as "you", and not of himself."""
    return _asks(block) or (_is_to_you(block) and len(block.view.text.split()) <= _LONGEST / 2)


def _is_to_you(block: Block) -> bool:
    return _YOU.search(block.view.text) is not None and _ME.search(block.view.text) is None


def _interviewed(opening: Sequence[Block], people: People) -> Bearer | None:
    """The person whom these paragraphs name, by the surname in most places; none where two are as often."""
    text = "\n".join(block.view.text for block in opening)
    there = {id(block) for block in opening}
    named = {bearer.name: bearer for m in people.mentions if id(m.block) in there and (bearer := people.bearer_of(m)) is not None}
    times = Counter({name: _times(text, name) for name, bearer in named.items() if _is_a_person(bearer)})
    first, *others = times.most_common(2) or [("", 0)]
    return named[first[0]] if first[1] and not (others and others[0][1] == first[1]) else None


def _times(text: str, name: str) -> int:
    return len(re.findall(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b", text))


def _is_a_person(bearer: Bearer) -> bool:
    """Whether somebody may answer: no paper, which the tagger may take for a person ("spoke to the Gazette")."""
    return bearer.personal and bearer.name.split()[-1].casefold() not in speaker_words("press")


def _answer(block: Block, who: Bearer) -> Found | None:
    """What somebody answers in a paragraph; null where it has no words, or they stand in quotation marks."""
    words = trimmed([token for token in block.tokens if not token.is_space])
    content = block.offsets(words[0], block.tokens[-1]) if words and not words[0].is_quote else None
    return Found(block, [content], "quote", confidence=0.85, settled=True, answers=who.name) if content is not None else None


def _labelled(block: Block, who: Bearer, *, announced: bool) -> Found | None:
    """What somebody answers behind "A:", which is who says it unless the introduction has told of him who answers all."""
    turn = turn_of(block, Label("A", 1))
    if turn is None:
        return None
    return replace(turn, source=None, cue=[], answers=who.name) if announced else replace(turn, answers=who.name)
