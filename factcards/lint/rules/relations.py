"""Who does it to whom: two who have changed places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcards.lint.deeds import DOER, DONE, Deed, deeds_in, is_turned
from factcards.lint.findings import Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to, passage

__all__ = ["relations"]


def relations(match: Match) -> Iterator[Objection]:
    """`roles_exchanged`: who does it in the source is whom it is done to in the summary, and the other way round."""
    for mine in deeds_in(match.summary, match.sentence):
        told = ((a, theirs) for a, theirs in _told_of(match, mine) if _exchanged(mine, theirs))
        turned = next(told, None)
        if turned is None or match.summary.in_quotation(mine.head) or _is_borne_out(match, mine):
            continue
        aligned, theirs = turned
        there = passage(match, aligned, theirs.head, theirs.head + 1)
        why = "those who do this in the source, and whom it is done to, have changed places"
        yield object_to(match, "roles_exchanged", "error", why, (mine.head, mine.head + 1), [there])


def _told_of(match: Match, mine: Deed) -> Iterator[tuple[Alignment, Deed]]:
    """What the candidates, of the sentence and of its clause, tell by the same verb, or of the same thing."""
    beside = [*match.candidates, *(told.counterparts[0].aligned for told in match.clauses_with(mine.head))]
    given = DONE in mine.parts and not mine.parts.keys().isdisjoint(_OTHERS) and not is_turned(mine.verb)
    for aligned in {(a.side, a.sentence.first): a for a in beside}.values():
        source = match.source(aligned)
        same = given and not mine.parts[DONE].isdisjoint(source.sentence_stems(aligned.sentence))
        for theirs in deeds_in(source, aligned.sentence, None if same else mine.verb):
            if theirs.verb == mine.verb or (same and _share(mine, DONE, theirs, DONE) and not is_turned(theirs.verb)):
                yield aligned, theirs


_OTHERS = ("to", "against")
"""What else one may be in what is done: whom it is given to, or done against."""


def _exchanged(mine: Deed, theirs: Deed) -> bool:
    """Whether two of both deeds have changed places, each fully."""
    both = sorted(mine.parts.keys() & theirs.parts.keys())
    if mine.verb != theirs.verb:
        return any(_change_places(mine, theirs, DOER, other) for other in both if other in _OTHERS and DOER in both)
    return any(_change_places(mine, theirs, one, other) for at, one in enumerate(both) for other in both[at + 1 :])


def _share(mine: Deed, part: str, theirs: Deed, other: str) -> bool:
    """Whether a word tells one who takes part here, and the other one there."""
    return not mine.parts.get(part, frozenset()).isdisjoint(theirs.parts.get(other, frozenset()))


def _change_places(mine: Deed, theirs: Deed, one: str, other: str) -> bool:
    crossed = _overlap(mine.parts[one], theirs.parts[other]) and _overlap(mine.parts[other], theirs.parts[one])
    return crossed and not _share(mine, one, theirs, one) and not _share(mine, other, theirs, other)


def _overlap(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether half of what tells less of who it is, tells who the other one is."""
    return 0 < min(len(mine), len(theirs)) <= 2 * len(mine & theirs)


def _is_borne_out(match: Match, mine: Deed) -> bool:
    """Whether a source tells the same of two of them somewhere."""
    index = match.index
    holding = Counter(n for words in mine.parts.values() for n in {n for word in words for n in index.postings.get(word, ())})
    for number in sorted(n for n, parts in holding.items() if parts > 1):
        at, sentence = index.sentences[number]
        for theirs in deeds_in(index.sources[at], sentence, mine.verb):
            if theirs.verb == mine.verb and sum(_share(mine, part, theirs, part) for part in mine.parts) > 1:
                return True
    return False
