"""Who does it to whom: two who have changed places."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lint.deeds import Deed, deeds_in
from factcards.lint.findings import Finding
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to, passage

__all__ = ["relations"]


def relations(match: Match) -> Iterator[Finding]:
    """`roles_exchanged`: who does it in the source is whom it is done to in the summary, and the other way round."""
    for mine in deeds_in(match.summary, match.sentence):
        turned = next(((a, theirs) for a, theirs in _told_of(match, mine) if _exchanged(mine, theirs)), None)
        if turned is None or match.summary.in_quotation(mine.head) or _is_borne_out(match, mine):
            continue
        aligned, theirs = turned
        there = passage(match, aligned, theirs.head, theirs.head + 1)
        why = "those who do this in the source, and whom it is done to, have changed places"
        yield object_to(match, "roles_exchanged", "error", why, (mine.head, mine.head + 1), [there])


def _told_of(match: Match, mine: Deed) -> Iterator[tuple[Alignment, Deed]]:
    """What the candidates, of the sentence and of its clause, tell by the same verb."""
    beside = [*match.candidates, *(told.counterparts[0].aligned for told in match.clauses_with(mine.head))]
    for aligned in beside:
        for theirs in deeds_in(match.source(aligned), aligned.sentence):
            if theirs.verb == mine.verb:
                yield aligned, theirs


def _exchanged(mine: Deed, theirs: Deed) -> bool:
    """Whether two of both deeds have changed places, each fully."""
    both = sorted(mine.parts.keys() & theirs.parts.keys())
    return any(_change_places(mine, theirs, one, other) for at, one in enumerate(both) for other in both[at + 1 :])


def _change_places(mine: Deed, theirs: Deed, one: str, other: str) -> bool:
    a, b, c, d = mine.parts[one], mine.parts[other], theirs.parts[one], theirs.parts[other]
    return not a.isdisjoint(d) and not b.isdisjoint(c) and a.isdisjoint(c) and b.isdisjoint(d)


def _is_borne_out(match: Match, mine: Deed) -> bool:
    """Whether a source tells the same of two of them somewhere."""
    for side in match.index.sources:
        for sentence in side.sentences:
            for theirs in deeds_in(side, sentence):
                same = [p for p in mine.parts.keys() & theirs.parts.keys() if not mine.parts[p].isdisjoint(theirs.parts[p])]
                if theirs.verb == mine.verb and len(same) > 1:
                    return True
    return False
