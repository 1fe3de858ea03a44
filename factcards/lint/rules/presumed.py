"""Cues that hold what is told for true ("knows", "confirmed"), where no source does."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lint.findings import Objection
from factcards.lint.matching import Match
from factcards.lint.rules.cues import kind_of, must_know
from factcards.lint.rules.making import object_to
from factcards.lint.side import Saying
from factcards.lint.words import stems_in, stems_of

__all__ = ["presumed"]

_KNOWING = stems_of("cue", "knowing")
_SETTLING = stems_of("cue", "settled")
_DOUBTING = (stems_of("cue", "claimed") | stems_of("cue", "hinted") | stems_of("hedge", "hearsay") | stems_in("believes")) - stems_in(
    "suspect"
)


def presumed(match: Match) -> Iterator[Objection]:
    """`cue_stronger`: somebody "knows" what no sentence that tells of it calls known, or has "confirmed" what nobody confirms in any source
    and is only claimed there, or is no business of his own.
    """
    summary = match.summary
    for saying in summary.sayings_in(match.sentence):
        stems, here = stems_in(saying.cue.quote), (summary.place(saying.cue.start), summary.place(saying.cue.end))
        if kind_of(saying.cue.quote) is None or not match.sentence.first <= here[0] < match.sentence.last:
            continue
        knows = not stems.isdisjoint(_KNOW) and _is_told(match, saying) and not match.speaks_of(_KNOWING)
        settles = not stems.isdisjoint(_SETTLING) and not any(map(match.index.knows, _SETTLING))
        if knows or (settles and (match.speaks_of(_DOUBTING) or not must_know(summary, saying))):
            why = f"no source has “{saying.cue.quote}” of this, or another word by which it would be sure"
            yield object_to(match, "cue_stronger", "error", why, here)
            return


_KNOW = stems_in("know knows knew")


def _is_told(match: Match, saying: Saying) -> bool:
    """Whether what is known is a clause: one may know a man, and how to do it."""
    summary = match.summary
    return any(summary.is_predicate(w) and (c := summary.clause_of(w)) is not None and summary.is_finite(c) for w in saying.only_said)
