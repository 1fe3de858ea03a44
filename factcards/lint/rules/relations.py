"""Who does it to whom: two who have changed places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from factcards.lint.deeds import DOER, DONE, Deed, deeds_in, is_turned
from factcards.lint.findings import Objection
from factcards.lint.matching import Alignment, Counterpart, Match, Told
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.wording import BEING
from factcards.lint.words import PERSONS, is_adverb, lexis

__all__ = ["pronouns", "relations"]


def relations(match: Match) -> Iterator[Objection]:
    """`roles_exchanged`: who does it in the source is whom it is done to in the summary, and the other way round."""
    for mine in deeds_in(match.summary, match.sentence):
        told = (
            (a, theirs) for a, theirs in _told_of(match, mine) if _exchanged(mine, theirs) or _is_half_exchanged(match, a, mine, theirs)
        )
        turned = next(told, None)
        if turned is None or match.summary.in_quotation(mine.head) or _is_borne_out(match, mine):
            continue
        aligned, theirs = turned
        there = passage(match, aligned, theirs.head, theirs.head + 1)
        why = "those who do this in the source, and whom it is done to, have changed places"
        yield object_to(match, "roles_exchanged", "error", why, (mine.head, mine.head + 1), [there])


def pronouns(match: Match) -> Iterator[Objection]:
    """`roles_exchanged`: "he would not hear the judge" where the source has "the judge would not hear him", or the other way round."""
    summary = match.summary
    for told in match.clauses:
        best = told.counterparts[0]
        head = best.head
        if head is None or best.aligned.forward.get(told.head) != head or told.share < _SAME or summary.in_quotation(told.head):
            continue
        ours, theirs = _pronoun_beside(summary, told.words, told.head), _pronoun_beside(best.side, best.words, head)
        if ours is None or theirs is None or ours == theirs:
            continue
        if _has_changed_places(match, told, best, does=ours == DOER):
            there = passage(match, best.aligned, best.words[0], head + 2)
            why = f"the source says “{there.span.quote}”, which is the other way round"
            yield object_to(match, "roles_exchanged", "error", why, (told.head, told.head + 1), [there])
            return


def _has_changed_places(match: Match, told: Told, best: Counterpart, *, does: bool) -> bool:
    """Whether whom the summary has behind the verb stands before it in the source, a pronoun `does` it here; or the other way round."""
    summary, head = match.summary, best.head
    telling = [w for w in told.words if summary.content[w] and not is_adverb(summary.forms[w]) and summary.forms[w] not in _NEVER]
    behind = [w for w in telling if told.head < w <= told.head + _BESIDE][:1]
    before = [w for w in telling if w < told.head]
    onto = [best.aligned.forward.get(w, -1) for w in (behind if does else before)]
    if head is None or not onto:
        return False
    return all(best.words[0] <= w < head for w in onto) if does else all(head < w <= head + _NEAR for w in onto)


_NEVER = frozenset(lexis()["negation"]["words"])
_BESIDE = 2
"""Words behind a verb among which whom it is done to is told, with an article before."""


def _pronoun_beside(side: Side, words: Sequence[int], head: int) -> str | None:
    """Whether a pronoun is who does it ("he would not hear the judge") or whom it is done to ("the judge would not hear him"); null where
    neither or both are one, or where it is told by a passive.
    """
    before = [side.forms[w] for w in words if w < head]
    if not before or not _PASSIVE.isdisjoint(before[-2:]):
        return None
    does = before[0] in PERSONS or (before[:1] == ["that"] and before[1:2] != [] and before[1] in PERSONS)
    her = side.following(head) == "her" and (head + 2 >= len(side.words) or side.between(head + 1) != " " or not side.content[head + 2])
    done = her or side.following(head) in _OBJECTS
    return None if does == done else DOER if does else DONE


_SAME = 0.8
"""Share of a clause that its counterpart must tell for both to be of the same deed."""
_OBJECTS = frozenset(["him", "them"])
_PASSIVE = BEING | {"be", "been", "being"}


_NEAR = 4
"""Words behind a verb among which whom it is done to is named."""


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


def _is_half_exchanged(match: Match, aligned: Alignment, mine: Deed, theirs: Deed) -> bool:
    """Whether in the same clause those who do it are those whom it is done to, and the other one is called otherwise: "Courted by most of
    the rowers, Quill ...", "the mayor, who has courted most of the rowers"; not where any sentence tells it so of them.
    """
    if mine.verb != theirs.verb or not match.clauses_told_in(aligned, mine.head, _SAME):
        return False
    for part, other in ((DOER, DONE), (DONE, DOER)):
        same = mine.parts.get(part, frozenset())
        if len(same) >= _TELLING and same == theirs.parts.get(other) and not any(_share(mine, p, theirs, p) for p in (part, other)):
            return not any(_share(mine, part, deed, part) for deed in _deeds_of(match, same, mine.verb))
    return False


def _deeds_of(match: Match, words: Collection[str], verb: str) -> Iterator[Deed]:
    """What the sources tell by this verb in sentences with one of these words."""
    numbers = {number for word in words for number in match.index.postings.get(word, ())}
    for side, sentence in (match.index.sentences[number] for number in sorted(numbers)):
        yield from (deed for deed in deeds_in(match.index.sources[side], sentence, verb) if deed.verb == verb)


_TELLING = 2
"""Words that tell of somebody surely enough to know him by them alone."""


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
