"""How many of a group, and how often: "most" for less than half, and what a sentence loses that says that it is not always so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from factcards.lint.edits import changes
from factcards.lint.findings import Objection
from factcards.lint.matching import SHARE, Match
from factcards.lint.operating import NEARLY
from factcards.lint.quantities import is_share, is_small_share
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.words import lexis

__all__ = ["majorities", "often"]

_NEAR = 3
"""Words from a share to whose it is, at most: "four in 10 of the voters"."""


def majorities(match: Match) -> Iterator[Objection]:
    """`quantity_changed`: "most voters", where the source has less than half of them: "four in 10 voters"; "all voters", where it has a
    share; or "most voters say so", where those who say so are fewer: "49% say so".
    """
    yield from _answers(match)
    best = match.best
    for op in match.summary.operators_in(match.sentence) if best is not None and best.coverage >= SHARE else ():
        words, is_less = (_MOST, is_small_share) if op.form in _MOST else (_ALL, is_share)
        if not NEARLY.isdisjoint(match.summary.forms[max(match.sentence.first, op.first - 1) : op.last]):
            is_less = partial(is_share, below=_NEARLY_ALL)
        if op.kind != "quantifier" or op.form not in words or best is None or op.governed is None:
            continue
        onto = best.forward.get(op.governed)
        source = match.source(best)
        if onto is None or not words.isdisjoint(source.forms[best.sentence.first : best.sentence.last]):
            continue
        at = next((w for w in range(onto - 1, max(best.sentence.first, onto - _NEAR) - 1, -1) if is_less(source.forms[w])), None)
        if at is not None and at not in best.backward:
            theirs = passage(match, best, at, onto + 1)
            yield object_to(match, "quantity_changed", "error", f"the source says “{theirs.span.quote}”", (op.first, op.last), [theirs])


def _answers(match: Match) -> Iterator[Objection]:
    """The same of those who are asked, and what nearly all of them say: by whom it is said, however it is worded."""
    for retold in match.retold:
        mention, best = retold.saying.speaker.mention, retold.originals[0]
        theirs = best.saying.speaker.mention
        if mention is None or theirs is None or not best.is_enough(retold):
            continue
        first, there = match.summary.place(mention.start), best.side.place(theirs.start)
        most, told = match.summary.forms[first] in _MOST, best.side.forms[there : best.side.place(theirs.end)]
        if (most or match.summary.forms[first] in _ALL) and any(map(is_small_share if most else is_share, told)):
            evidence = passage(match, best.aligned, there, best.side.place(best.saying.cue.end))
            yield object_to(match, "quantity_changed", "error", f"the source says “{theirs.quote}”", (first, first + 1), [evidence])


_NEARLY_ALL = 0.8
"""Share from which "almost all" may be meant."""
_MOST = frozenset(lexis()["quantifier"]["most"])
_ALL = frozenset(["all", "every", "everyone", "everybody"])


def often(match: Match) -> Iterator[Objection]:
    """`quantity_changed`: "is a better guide" in a sentence that is otherwise the source's, which has "is often a better guide";
    or "does not apply" where it has "does not always apply".
    """
    best = match.best
    if best is None or not match.near_verbatim:
        return
    summary, source = match.summary, match.source(best)
    told = summary.operators_in(match.sentence)
    if any(op.kind == "hedge" for op in told) or not _FREQUENCIES.isdisjoint(summary.forms[match.sentence.first : match.sentence.last]):
        return  # what "tends to be" so is not always so, either
    for change in changes(match, best):
        if change.here[0] != change.here[1] or change.there[1] - change.there[0] != 1 or not _is_in_part(source, change.there[0]):
            continue
        here, there = change.here[0], change.there[0]
        first = there - (source.forms[there] in _WHOLLY)  # with its "not"
        # Whether it stands right behind "is" or the like, or right before its verb
        if match.sentence.first < here < match.sentence.last and (source.is_predicate(first - 1) or source.is_predicate(there + 1)):
            theirs = passage(match, best, first, there + 1)
            why = f"the source says that it is so only “{theirs.span.quote}”"
            yield object_to(match, "quantity_changed", "error", why, (here - 1, here + 1), [theirs])
            return


def _is_in_part(side: Side, at: int) -> bool:
    """Whether something is so only at times, or is only denied to be so always or in full: "often", "not always"."""
    return side.forms[at] in _FREQUENCIES or (side.forms[at] in _WHOLLY and at > 0 and side.forms[at - 1] == "not")


_FREQUENCIES = frozenset(lexis()["quantifier"]["frequency"])
_WHOLLY = frozenset(["always", "entirely", "fully", "completely", "wholly", "totally"])
