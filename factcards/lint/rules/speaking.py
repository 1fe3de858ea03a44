"""Whether two speakers can be one, and what a speaker is called: by a name, by what he is, by letters, by a name misspelt."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from functools import lru_cache

from factcards.cards import Speaker
from factcards.lexicon import speaker_words
from factcards.lint.matching import Match
from factcards.lint.rules.names import words_of_name
from factcards.lint.side import Saying
from factcards.lint.words import stems_in

__all__ = [
    "OPENING",
    "ends_in_a_noun",
    "has_name",
    "initials",
    "is_described",
    "is_nested",
    "may_be_he",
    "may_be_named",
    "person_words",
    "same_speaker",
]


def same_speaker(mine: Speaker, theirs: Speaker) -> bool:
    """Whether two speakers can be one: a word of the summary's name stands in the source's name, role or mention; or all of
    the role in what somebody is called whom the source does not name there ("its chief executive").
    """
    here = words_of_name(mine.name)
    there = words_of_name(theirs.name) | words_of_name(theirs.role or "")
    if theirs.mention is not None:
        there |= words_of_name(theirs.mention.quote)
    called = words_of_name(mine.mention.quote) if mine.mention is not None else frozenset()
    role = words_of_name(mine.role or "") if is_described(theirs) else frozenset()
    if (called and called <= there) or (role and role <= there):
        return True
    company = not there.isdisjoint(_ANY_COMPANY) or (theirs.kind == "organization" and not is_described(theirs))
    if called and called <= _ANY_COMPANY and company:
        return True
    if initials(mine.name) == initials(theirs.name) or _is_spelt_out_in(mine.name, theirs.name):
        return True
    return not here or bool(here & there)


_ANY_COMPANY = stems_in("the company firm business group corporation")
"""Words of whoever is called no more than a company: "The firm said" for "The company said", or for its name."""
_LETTERS = 2
"""Letters of which those of a body are more: two are a person's, or a state's."""


def is_described(speaker: Speaker) -> bool:
    """Whether somebody is called by what he is, and not by a name."""
    return not speaker.name[:1].isupper() or speaker.name.startswith(("The ", "A ", "An ")) or ends_in_a_noun(speaker)


def ends_in_a_noun(speaker: Speaker) -> bool:
    """Whether it is told whose office somebody has: "Norrland's prime minister"."""
    return speaker.name.split()[-1][:1].islower()


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """An acronym's letters, of a camel-case name its capitals ("GlaxoSmithKline": GSK); else the name."""
    letters = "".join(c for c in name if c.isalpha())
    capitals = "".join(c for c in letters if c.isupper())
    least = 2 if letters.isupper() else 3
    return capitals if len(capitals) >= least and " " not in name.strip() else name


def _is_spelt_out_in(letters: str, name: str) -> bool:
    """Whether words with capitals side by side in a name begin with these letters: "PFA", "a statement from the Players' Football
    Association".
    """
    runs = itertools.groupby(name.split(), key=lambda word: word[:1].isupper())
    return letters.isupper() and len(letters) > _LETTERS and any(letters == "".join(w[0] for w in run) for capital, run in runs if capital)


def may_be_he(speaker: Speaker, wanted: Collection[str]) -> bool:
    """Whether a source only says "he", and the reader held it possible that whom these words of a name call is meant."""
    possible = (other for other in speaker.candidates if other.score >= _POSSIBLE)
    return speaker.resolved_by == "pronoun" and any(not words_of_name(other.name).isdisjoint(wanted) for other in possible)


def is_nested(match: Match, mine: Saying, theirs: Speaker) -> bool:
    """Whether another one in the sentence says that he says so, or is said by him to say it, who is or may be the source's speaker: "Quill
    assured them that Marsh wants it", "Marsh found it rude that he told them so".
    """
    found = match.summary.sayings_in(match.sentence)
    over, cue = match.summary.sayings_over(mine, match.sentence), match.summary.place
    within = [inner.speaker for inner in found if inner is not mine and cue(inner.cue.start) in mine.words]
    return any(same_speaker(outer.speaker, theirs) for outer in over) or any(
        same_speaker(speaker, theirs) or may_be_he(speaker, words_of_name(theirs.name)) for speaker in within
    )


_POSSIBLE = 0.2
"""The reader's score from which another bearer of a "he" is possible."""

OPENING = re.compile(r"(?i:his|her|its|their|my|our)\s")
"""What opens a mention, a sentence too, and tells of no name: "His wife"."""

_OWNED = re.compile(r"[’']s (?:[\w-]+ )*[a-z][\w-]*\Z")


def may_be_named(speaker: Speaker) -> bool:
    """Whether somebody is only described, and may be whom the other side names: "the rail firm", "the German"; not "experts"."""
    if speaker.mention is None or speaker.kind == "anonymous":
        return False
    if _OWNED.search(speaker.mention.quote) is not None:
        return True  # "Quill's right-hand woman"
    if speaker.kind == "organization" and OPENING.match(speaker.mention.quote) is not None:
        return True  # "their union" may be the one that is named elsewhere
    if not speaker.mention.quote.lower().startswith("the "):
        return False
    told = speaker.mention.quote.split()[1:]  # "the 18-year-old German", "the Norway full back"
    return not has_name(speaker) or speaker.kind == "group" or (speaker.name in told and told != [speaker.name])


def has_name(speaker: Speaker) -> bool:
    """Whether somebody is called by a name, and not by what he is: "the boss of the firm" may be anybody."""
    described = speaker.name.lower().startswith(("the ", "a ", "an ")) or ends_in_a_noun(speaker)
    return speaker.kind in {"person", "organization"} and not described


def person_words(match: Match, place: tuple[int, int]) -> list[int]:
    """The words of a person's name in a mention that is nothing else but a title before it and an office behind it, as far as a source
    knows them; none for other mentions ("Quill's spokesman").
    """
    summary = match.summary
    start, end = summary.words[place[0]].start, summary.words[place[1] - 1].end
    name = next((name for name in summary.names_over(start, end) if name.kind == "person"), None)
    if name is None or name.quote.casefold() in speaker_words("kin"):
        return []
    first, last = max(summary.place(name.start), place[0]), min(summary.place(name.end), place[1])
    before = [w for w in range(place[0], first) if summary.content[w]]
    if any(summary.text[summary.words[w].start].islower() for w in before):
        return []
    if last < place[1]:
        office = summary.words[last].form in {"of", "for"} or all(w in summary.name_words for w in range(last, place[1]))
        if not office:
            return []
    return [w for w in range(first, last) if summary.content[w] and match.index.knows(summary.stems[w])]
