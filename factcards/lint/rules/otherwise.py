"""Who else says a saying's words in the sources."""

from __future__ import annotations

import re

from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.names import speaks_for_body, words_of_name
from factcards.lint.rules.speaking import same_speaker
from factcards.lint.side import Saying, Side
from factcards.lint.words import words_in

__all__ = ["somebody_else"]


def somebody_else(match: Match, mine: Saying) -> tuple[Alignment, Saying] | None:
    """The saying of the candidate that holds most of these words, where its speaker cannot be the summary's.

    Words weigh by how rare they are in the sources: what a whole article is about is in everybody's mouth.
    """
    mapped, aligned = max(
        ((_told(match, mine, a), a) for a in match.candidates), key=lambda pair: sum(pair[0].values()), default=({}, None)
    )
    if aligned is None or (len(mapped) < 2 and not (mapped and match.near_verbatim)):
        return None
    held, source = sum(mapped.values()), match.source(aligned)
    cue = {aligned.forward.get(w) for w in range(match.summary.place(mine.cue.start), match.summary.place(mine.cue.end))} - {None}
    theirs = [
        found
        for found in source.sayings_in(aligned.sentence)
        if sum(mapped[w] for w in mapped if w in found.words) >= 0.7 * held and found.speaker.resolved_by != "unresolved"
        if not cue or not cue <= found.words  # what he says is that another says, or does, so
        if mine.is_cued_by(_ASKING) or not found.is_cued_by(_ASKING)  # who is asked it answers: "conceded that he had not read it"
    ]
    name = words_of_name(mine.speaker.name)
    own = any(same_speaker(mine.speaker, found.speaker) or _introduced_by(source, mine, found) for found in theirs)
    own = own or any(name & source.told_behind(found) or speaks_for_body(source, name, found.speaker) for found in theirs)
    if not theirs or own or _own_elsewhere(match, mine, held):
        return None
    return aligned, theirs[0]


_ASKING = frozenset({"ask", "inquire", "enquire"})
"""By these somebody says nothing."""


def _introduced_by(source: Side, mine: Saying, found: Saying) -> bool:
    """Whether the source introduces its speaker by the summary's: "Unity MP Ada Quill" for "Unity said", "the judge, Ada Quill"."""
    called, name = mine.speaker.mention, words_in(found.speaker.name)
    if called is None or found.speaker.kind != "person" or not name:
        return False
    apart = r",?\s" if called.quote.lower().startswith(_DESCRIBING) else r"\s"  # "Frost, Quill said" introduces nobody
    before = re.compile(rf"\b(?i:{re.escape(called.quote)}){apart}(?:[\w’'-]+\s){{0,5}}\Z")
    starts = (source.words[at].start for at in source.form_places.get(name[-1].form, ()))
    return any(before.search(source.text, max(0, start - _INTRODUCTION), start) is not None for start in starts)


_DESCRIBING = ("the ", "his ", "her ", "its ", "their ")

_INTRODUCTION = 200
"""Code points before a name that may say what somebody is."""


def _told(match: Match, mine: Saying, aligned: Alignment) -> dict[int, float]:
    """The words of a candidate that stand for the saying's, each with its weight; what somebody else says within it is his, where there
    is enough beside: "Quill said that when he had gone out he rang to tell her: “Come home.”".
    """
    summary = match.summary
    within = [other.words for other in summary.sayings_in(match.sentence) if other.words < mine.words]
    own = [w for w in mine.words.difference(*within) if summary.content[w]]
    words = own if len(own) >= _ENOUGH else mine.words
    return {aligned.forward[w]: match.index.weights[summary.stems[w]] for w in words if w in aligned.forward and summary.content[w]}


_ENOUGH = 4
"""Words with content that are somebody's own, at least, where he tells what another says."""


def _own_elsewhere(match: Match, mine: Saying, held: float) -> bool:
    """Whether another candidate gives half of these words to the summary's speaker: a headline may call him otherwise."""
    for aligned in match.candidates:
        told = _told(match, mine, aligned)
        for found in match.source(aligned).sayings_in(aligned.sentence):
            if 2 * sum(weight for w, weight in told.items() if w in found.words) >= held and same_speaker(mine.speaker, found.speaker):
                return True
    return False
