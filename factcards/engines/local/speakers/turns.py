"""Who spoke when: the turns of an article's talk, who asks, who answers, and whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass

from factcards.cards import Speaker
from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.tokens import Token

__all__ = [
    "Turn",
    "asks",
    "hearer_of_question",
    "is_one",
    "other_of_two",
    "replies",
    "reports_question",
]


@dataclass(frozen=True, slots=True)
class Turn:
    """One utterance: whose, where it begins, in which paragraph, whether it asks, and whether it answers somebody."""

    speaker: Speaker
    start: int
    end: int
    paragraph: int
    asks: bool
    quoted: bool
    replies: bool


def is_one(speaker: Speaker) -> bool:
    """Whether a speaker is somebody and no paper: "according to the summary" leaves the turn to whoever the summary has speak."""
    return speaker.kind not in {"document", "unknown"}


def asks(found: Found) -> bool:
    """Whether the content is a question, in its own words or reported."""
    end = found.content[-1][1]
    if reports_question(found):
        return True
    return found.block.text[max(0, end - 1) : end + 1].strip("\"”'’ ,")[-1:] == "?"


def reports_question(found: Found) -> bool:
    """Whether a clause tells what is asked: "Quill asked | whether he knew |"."""
    return found.verb is not None and found.verb.lemma_ == "ask" and found.frame == "clause"


def hearer_of_question(found: Found) -> Token | None:
    """Who is asked: "Quill asked Frost whether ..."."""
    verb = found.verb
    return child(verb, "dobj", "dative") if verb is not None and verb.lemma_ == "ask" else None


def replies(found: Found) -> bool:
    """Whether the cue says that somebody is answered."""
    return found.verb is not None and found.verb.lemma_.lower() in {"reply", "answer", "respond", "retort", "counter"}


def other_of_two(turns: list[Turn], paragraph: int, *, asks: bool) -> Speaker | None:
    """Two who speak by turns, a paragraph each: after A, B, A it is B's turn, a question is answered by the other
    one, the one who asked asks again, and whoever was answered goes on.
    """
    spoken = [t for t in turns if t.quoted]
    if len(spoken) < 2 or spoken[-1].paragraph == paragraph or paragraph - spoken[-1].paragraph > 1:
        return None
    last = spoken[-1]
    earlier = next((t for t in reversed(spoken[:-1]) if t.speaker.name != last.speaker.name), None)
    if earlier is None or last.paragraph - earlier.paragraph > 2:
        return None
    third = next((t for t in reversed(spoken) if t.start < earlier.start and t.speaker.name != earlier.speaker.name), None)
    by_turns = third is not None and third.speaker.name == last.speaker.name and earlier.paragraph - third.paragraph <= 1
    by_turns = by_turns or (((earlier.asks and asks) or last.replies) and last.paragraph - earlier.paragraph == 1)
    return earlier.speaker if by_turns or last.asks else None
