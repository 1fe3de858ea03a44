"""Whose words stand in quotation marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from factcards.cards import Severity, Speaker
from factcards.lint.findings import Objection
from factcards.lint.matching import Match
from factcards.lint.rules.making import called, object_to
from factcards.lint.rules.names import words_of_name
from factcards.lint.rules.speaking import has_name, is_nested, may_be_he, person_words, same_speaker
from factcards.lint.rules.witnesses import BUT
from factcards.lint.side import Saying, Side

__all__ = ["going_on", "quoted"]

_SURE = 0.85
"""The reader's confidence from which a source's speaker is no guess."""
_HE = frozenset(["he", "she"])
_THOUGHT_OF = 0.05
"""The reader's score from which another bearer of a "he" was thought of."""
_OWN_WORDS = 5
"""Words of a quotation that are somebody's own though none has content, at least: "they could have told us"."""
_AROUND = 1
"""Sentences on either side of a quotation, and of its cue, in which a source may name whom it is from."""


def quoted(match: Match) -> Iterator[Objection]:
    """`speaker_swapped`: words in quotation marks that every source which has them gives to somebody else by name."""
    for told in _told(match):
        theirs = _others(match, told, _another)
        if theirs is not None:
            yield _swapped(match, told, theirs, "unsure" if is_nested(match, told.saying, theirs) else "error")
            return


def going_on(match: Match) -> Iterator[Objection]:
    """`speaker_swapped`, unsure: words in quotation marks that no source tells anybody to say, where somebody else spoke last."""
    for told in _told(match):
        theirs = _others(match, told, _who_goes_on)
        if theirs is not None:
            yield _swapped(match, told, theirs, "unsure")
            return


class _Told(NamedTuple):
    """A quotation of the summary: its words, who says it there, the places of his mention, and the stems that call him."""

    words: Sequence[str]
    saying: Saying
    place: tuple[int, int]
    wanted: set[str]


def _told(match: Match) -> Iterator[_Told]:
    """The quotations of somebody by name."""
    summary = match.summary
    for quotation in summary.quotations_in(match.sentence):
        first, last = summary.place(quotation.inner_start), summary.place(quotation.inner_end)
        mine = _by_name(match, first, last)
        if mine is None or mine.speaker.mention is None:
            continue
        place = summary.place(mine.speaker.mention.start), summary.place(mine.speaker.mention.end)
        wanted = {summary.stems[w] for w in person_words(match, place) or _body_words(match, mine, place)}
        if wanted:
            yield _Told(summary.forms[first:last], mine, place, wanted)


def _swapped(match: Match, told: _Told, theirs: Speaker, severity: Severity) -> Objection:
    name = called(theirs) if theirs.name not in _HE else f"“{theirs.name}”"
    return object_to(match, "speaker_swapped", severity, f"the source gives these words to {name}", told.place)


def _body_words(match: Match, mine: Saying, place: tuple[int, int]) -> list[int]:
    """The words of a body's name in a mention, where the sources know all of it; none where somebody else or a country is mentioned."""
    summary, mention = match.summary, mine.speaker.mention
    names = summary.names_over(mention.start, mention.end) if mention is not None and has_name(mine.speaker) else ()
    if not names or any(name.kind != "organization" for name in names) or mine.speaker.kind != "organization":
        return []
    words = [w for w in range(*place) if summary.content[w]]
    return words if all(match.index.knows(summary.stems[w]) for w in words) else []


def _by_name(match: Match, first: int, last: int) -> Saying | None:
    """Who says what is quoted in the summary: the nearest to it of those who are called by name there; nobody who only speaks in a clause
    behind it: "his remarks took in “a rower”, | though | Quill said that he meant none".
    """
    summary = match.summary
    if last - first < (2 if any(summary.content[first:last]) else _OWN_WORDS):
        return None
    around = [found for found in summary.sayings_in(match.sentence) if found.words.issuperset(range(first, last))]
    around = [found for found in around if BUT.isdisjoint(summary.forms[last : max(last, summary.place(found.cue.start))])]
    mine = min(around, key=lambda found: len(found.words), default=None)
    return mine if mine is not None and mine.speaker.resolved_by in {"named", "alias"} else None


def _others(match: Match, told: _Told, way: Callable[[Side, int, Saying, set[str]], Speaker | None]) -> Speaker | None:
    """The first who says these words where all who do are others; null where one is not, or there is none."""
    first: Speaker | None = None
    for side in match.index.sources:
        for at in side.runs(told.words):
            theirs = way(side, at, told.saying, told.wanted)
            if theirs is None:
                return None
            first = first or theirs
    return first


def _another(side: Side, at: int, mine: Saying, wanted: set[str]) -> Speaker | None:
    """Who says it in a source, where that is surely somebody else of the same kind by name; null where it may be the same one, or nobody
    is told to.
    """
    saying = [found for found in side.sayings_in(side.sentence_of(at)) if at in found.words]
    if not saying or any(same_speaker(mine.speaker, found.speaker) or may_be_he(found.speaker, wanted) for found in saying):
        return None
    theirs = min(saying, key=lambda found: len(found.words))
    speaker = theirs.speaker
    if _is_nobody_of(speaker, wanted) and theirs.confidence >= _SURE and mine.speaker.kind == "person":
        return speaker
    guessed = speaker.resolved_by in {"unresolved", "carried"} or speaker.name not in side.speaking  # "he" may be anybody
    if theirs.confidence < _SURE or guessed or speaker.kind != mine.speaker.kind or not has_name(speaker):
        return None
    places = {_number(side, at), *(_number(side, side.place(span.start)) for span in (theirs.cue, speaker.mention) if span is not None)}
    around = _AROUND if len(places) > 1 else 0  # in its own sentence it is told whose it is
    near = {n + k for n in places for k in range(-around, around + 1)}
    named = any(not wanted.isdisjoint(side.sentence_stems(side.sentences[n])) for n in near if 0 <= n < len(side.sentences))
    return None if named else speaker


def _who_goes_on(side: Side, at: int, mine: Saying, wanted: set[str]) -> Speaker | None:
    """Whose quotation goes on at a word, by the reader's guess; null where it may be the same one's."""
    found = next((found.speaker for found in side.attributed_to(at) if found.cue is None and found.speaker is not None), None)
    if found is None or found.resolved_by != "carried" or found.kind != mine.speaker.kind or not has_name(found):
        return None
    return None if same_speaker(mine.speaker, found) or may_be_he(found, wanted) else found


def _is_nobody_of(speaker: Speaker, wanted: set[str]) -> bool:
    """Whether a "she" of a source is nobody with a name, and whom these words of a name call was not even thought of; "a friend of Quill's"
    is not Quill.
    """
    pronoun = speaker.mention is not None and speaker.mention.quote.lower() in _HE and not has_name(speaker)
    called = [other.name for other in speaker.candidates if other.score >= _THOUGHT_OF and not other.name[:1].islower()]
    return pronoun and bool(speaker.candidates) and all(words_of_name(name).isdisjoint(wanted) for name in called)


def _number(side: Side, word: int) -> int:
    return side.number_of(side.sentence_of(word))


_SETTING, _NO_CONDITION = frozenset(["if", "unless"]), frozenset(["even", "as", "what"])
