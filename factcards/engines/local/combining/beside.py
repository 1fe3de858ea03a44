"""What stands beside an attribution and was taken for a part of it: a preposition, the day, by whom somebody is accused."""

from __future__ import annotations

from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import SUBJECTS, WEEKDAYS, child
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.tellers import is_source
from factcards.lexicon import cue_verbs, speaker_words

__all__ = ["put_beside"]


def put_beside(found: Found) -> None:
    """Leave out of an attribution what only stands beside it, and give its cue, source and content the words that are theirs."""
    _without_preposition(found)
    _past_the_day(found)
    _by_whom(found)


def _without_preposition(found: Found) -> None:
    """A preposition behind which no content stands is no part of a cue: "“Herring,” Quill answered | at | last"."""
    verb, behind = found.verb, found.cue[-1] if found.cue else None
    if verb is None or behind is None or found.frame != "quote" or behind.dep_ != "prep" or behind.head is not verb or behind.i < verb.i:
        return
    if found.content[-1][1] <= found.block.offsets(verb, verb)[0] and child(behind, "pobj") is not None:
        found.cue = [t for t in found.cue if t is not behind]
        found.link = None


def _past_the_day(found: Found) -> None:
    """When somebody says or vows it is no content: "vowed on Wednesday | to stay", "said on Monday night | it would pay"; "said on Monday
    that" has its own border.
    """
    if not found.cue or found.verb is None or found.verb.lemma_.lower() not in cue_verbs():
        return
    verb, (start, end) = found.verb, found.content[0]
    first = _behind_the_day(verb)
    if first is None or not (first.lower_ == "to" or _opens_subject(first)):
        return
    place = found.block.offsets(first, first)[0]
    if not start <= place < end or found.block.offsets(verb, verb)[1] > start:
        return
    found.content[0] = (place, end)
    if found.cue[-1].dep_ == "prep" and found.cue[-1].nbor(1).lower_ in WEEKDAYS | _DATED and found.cue[-1].i > verb.i:
        found.cue = found.cue[:-1]  # "said | on | Friday"


def _behind_the_day(verb: Token) -> Token | None:
    """The word behind the day that stands right behind a verb: "said late on Monday night | it"; null where none does."""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    words = [t for t in behind[:_DAY_LONG] if t.lower_ not in {"late", "early"}]
    if not words or words[0].lower_ != "on":
        return None
    named = [t for t in words[1:] if t.lower_ in WEEKDAYS]
    dated = len(words) > 2 and any(t.like_num for t in words[1:3]) and any(t.lower_ in _DATED for t in words[1:3])
    if not dated and (not named or named[0] is not words[1]):
        return None
    return next((t for t in words[1:] if t.lower_ not in WEEKDAYS | _DATED and not t.like_num), None)


_DAY_LONG = 7
_DATED = speaker_words("calendar", "seasons", "times")


def _opens_subject(word: Token) -> bool:
    """Whether a clause's subject begins here, or with the day before that the parser takes for a part of it: "on Monday | Marsh would"."""
    return word.tag_ != "POS" and any(t.dep_ in SUBJECTS and t.left_edge.i <= word.i <= t.i for t in (word, *word.ancestors))


def _by_whom(found: Found) -> None:
    """Who accuses somebody stands behind the last "by" of what he is accused of: "was accused of lying | by the union". In "a firm run by
    his wife, the court was told" she tells nothing.
    """
    verb, (start, end) = found.verb, found.content[-1]
    if verb is None or found.source is not None or child(verb, "auxpass") not in found.cue or child(verb, "agent") is not None:
        return
    words = found.block.words(start, end)
    by = next((t for t in reversed(words) if t.lower_ == "by"), None)
    noun = child(by, "pobj") if by is not None else None
    if by is None or noun is None or by.i <= max(words[0].i, verb.i) or not is_source(noun) or verb.lemma_.lower() not in _BLAMES:
        return
    last = words[-1]
    if last is by or (noun.left_edge.i <= last.i <= noun.right_edge.i):
        found.content[-1] = (start, found.block.offsets(by.nbor(-1), by.nbor(-1))[1])
        found.source = Source(found.block, noun, noun.left_edge, noun)


_BLAMES = frozenset({"accuse", "suspect", "convict", "blame", "criticise", "criticize", "praise", "condemn", "warn", "tell", "ask", "urge"})
"""What is done to somebody by who says so; a train "is expected to be running by Friday" by nobody."""
