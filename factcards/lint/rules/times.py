"""Which came first, and how much of it: "before" and "after" exchanged, days that became months, kilometres that became miles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcards.lint.edits import changes, closeness
from factcards.lint.findings import Objection
from factcards.lint.matching import HELD, Alignment, Match
from factcards.lint.quantities import Quantity, quantity_at, same_quantity
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.wording import Sentence
from factcards.lint.words import lexis, stem

__all__ = ["durations", "is_mirrored", "order"]

_AFTER = frozenset(lexis()["time"]["after"])
_BEFORE = frozenset(lexis()["time"]["before"])
_UNITS = frozenset(stem(word) for word in lexis()["units"]["time"])
_REACH = 7
"""Words behind "before" or "after" that tell before or after what, at most."""
_MAIN = 16
"""Words on the other side of it that tell what came then, at most."""


def order(match: Match) -> Iterator[Objection]:
    """`contrary`: "before" for the source's "after", or the other way round, between the same two events."""
    for at in range(match.sentence.first, match.sentence.last):
        mine = _direction(match.summary, at)
        if mine is None or match.summary.in_quotation(at):
            continue
        beside = [*match.candidates, *(told.counterparts[0].aligned for told in match.clauses_with(at))]
        if any(_has_order(match, aligned, at, mine) is not None for aligned in beside):
            continue
        other = _BEFORE if mine is _AFTER else _AFTER
        turned = ((aligned, _has_order(match, aligned, at, other)) for aligned in beside)
        found = next(((aligned, there) for aligned, there in turned if there is not None and _same_event(match, aligned, at, there)), None)
        if found is not None:
            theirs = passage(match, found[0], found[1], found[1] + 1)
            yield object_to(match, "contrary", "error", f"the source says “{theirs.span.quote}”", (at, at + 1), [theirs])


def _direction(side: Side, at: int) -> frozenset[str] | None:
    """Whether this word sets what it is about before or after what follows."""
    form = side.forms[at]
    words = _AFTER if form in _AFTER else _BEFORE if form in _BEFORE else None
    return words if words is not None and side.following(at) not in _NO_EVENTS else None


_NO_EVENTS = frozenset(["all", "him", "her", "them", "us", "me", "it", "that", "this", "then", "now", "and", "or"])
"""What follows where no event does: "after all", "before them"."""


def _behind(side: Side, sentence: Sentence, at: int) -> list[int]:
    """The words with content behind "before" or "after", up to a comma or to another such word."""
    found: list[int] = []
    for place in range(at + 1, min(sentence.last, at + 1 + _REACH)):
        if side.forms[place] in _AFTER or side.forms[place] in _BEFORE:
            break
        if side.forms[place] in {"and", "but"} and side.clause_of(min(place + 1, sentence.last - 1)) is not side.clause_of(at):
            break
        if side.content[place] and not side.forms[place].startswith("date:"):
            found.append(place)
        if place + 1 < sentence.last and not {",", ";", ":", "—"}.isdisjoint(side.between(place)):
            break
    return found


def _has_order(match: Match, aligned: Alignment, at: int, words: frozenset[str]) -> int | None:
    """The place where a candidate sets something before or after what the summary sets its own before or after; null where it does not."""
    source, mine = match.source(aligned), _behind(match.summary, match.sentence, at)
    for there in range(aligned.sentence.first, aligned.sentence.last):
        if _direction(source, there) is not words:
            continue
        behind = set(_behind(source, aligned.sentence, there))
        same = [w for w in mine if aligned.forward.get(w) in behind]
        if same and 2 * len(same) >= len(mine):
            return there
    return None


def _same_event(match: Match, aligned: Alignment, at: int, there: int) -> bool:
    """Whether what comes before or after it is the same on both sides: a clause's verb, and another word at least."""
    summary, source = match.summary, match.source(aligned)
    if summary.stems[at - 1] in _UNITS and aligned.forward.get(at - 1) == there - 1:
        return True  # "two days after they appeared"
    main = [w for w in _main(summary, match.sentence, at) if w in aligned.forward and not summary.words[w].figure]
    theirs = set(_main(source, aligned.sentence, there))
    same = [w for w in main if aligned.forward[w] in theirs]
    return len(same) >= HELD and any(summary.is_predicate(w) for w in same)


def _main(side: Side, sentence: Sentence, at: int) -> list[int]:
    """The words with content of what is set before or after something: those before it, or behind it all where it begins the sentence."""
    before = [w for w in range(max(sentence.first, at - _MAIN), at) if side.content[w]]
    last = max(_behind(side, sentence, at), default=at)
    return before or [w for w in range(last + 1, min(sentence.last, last + 1 + _MAIN)) if side.content[w]]


def is_mirrored(match: Match, aligned: Alignment, at: int, there: int) -> bool:
    """Whether what stands behind this "before" stands before that "after", so that both tell one order."""
    behind = [aligned.forward[w] for w in _behind(match.summary, match.sentence, at) if w in aligned.forward]
    return _direction(match.summary, at) is not None and bool(behind) and all(w < there for w in behind)


def durations(match: Match) -> Iterator[Objection]:
    """`figure_changed`: as many days as the source has months, or miles as it has kilometres, in freer words too."""
    best = match.best if match.near_verbatim else None
    exchanged = {change.here[0] for change in changes(match, best) if change.is_one_for_one} if best is not None else set()
    for at in range(match.sentence.first, match.sentence.last - 1):
        mine = _counted(match.summary, at) if at + 1 not in exchanged else None  # the rule about opposites tells of that word
        if mine is None or match.summary.in_quotation(at) or any(same_quantity(mine, other) for other in match.index.quantities):
            continue
        beside: Sequence[Alignment] = [*match.candidates[:2], *(told.counterparts[0].aligned for told in match.clauses_with(at))]
        for aligned in beside:
            there = _of_another_unit(match, aligned, at, mine)
            if there is not None:
                theirs = passage(match, aligned, there, there + 2)
                yield object_to(match, "figure_changed", "error", f"the source says “{theirs.span.quote}”", (at, at + 2), [theirs])
                break


def _counted(side: Side, at: int) -> Quantity | None:
    """What is counted here: "three weeks"; "a month" only where it is from or to something."""
    found = quantity_at(side, at) if at + 1 < len(side.words) else None
    return found if found is not None and (side.words[at].figure or side.following(at + 1) in _FROM) else None


_FROM = _AFTER | _BEFORE | {"ago", "later", "earlier"}


def _of_another_unit(match: Match, aligned: Alignment, at: int, mine: Quantity) -> int | None:
    """Where a candidate counts as many of another unit, among the same words; null where it does not."""
    source = match.source(aligned)
    for there in range(aligned.sentence.first, aligned.sentence.last - 1):
        other = _counted(source, there)
        if other is None or other.kind != mine.kind or other.unit == mine.unit or there + 1 in aligned.backward:
            continue
        if other.amount / other.unit != mine.amount / mine.unit:
            continue
        near = [w for w in range(at - _REACH, at + _REACH) if w in aligned.forward and match.summary.content[w] and w not in {at, at + 1}]
        if sum(abs(aligned.forward[w] - there) <= 2 * _REACH for w in near) >= HELD and closeness(match, aligned, at) >= _CLOSE:
            return there
    return None


_CLOSE = 0.4
"""Share of what stands round a count in the summary that must stand round the source's, too."""
