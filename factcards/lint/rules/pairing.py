"""The operators of one kind on both sides of an alignment: which are the same, which were added, dropped or moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from factcards.cards import Severity
from factcards.lint.edits import closeness
from factcards.lint.findings import Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.operating import OPENING, Operator, OperatorKind
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.wording import BEING, MODALS
from factcards.lint.words import stems_in

__all__ = ["AROUND", "LEAST_SUPPORT", "Pairing", "anchor_of", "is_raised", "is_same_phrase", "moved_scopes", "pair", "severity_of"]

AROUND = 7
"""Words round the counterpart of what is negated or hedged in which the source may say the same by another word."""
LEAST_SUPPORT = 0.15
"""Share of a sentence's content that the candidates must hold for an added "not" or "may" to be an error and not only unsure."""
_SHIFT = 2
"""Words that an operator may move over and still say the same: "contain no milk", "do not contain milk"."""


@dataclass(frozen=True)
class Pairing:
    """The operators of one kind on both sides of an alignment, after those that are the same were taken away."""

    added: tuple[Operator, ...]
    dropped: tuple[Operator, ...]
    moved: tuple[tuple[Operator, Operator], ...]


def pair(match: Match, aligned: Alignment, kind: OperatorKind) -> Pairing:
    """Pair operators of one kind: first those whose governed words are counterparts, then those that merely moved."""
    source = match.source(aligned)
    here = list(match.summary.operators_in(match.sentence, kind))
    there = list(source.operators_in(aligned.sentence, kind))
    if not here or not there:
        return Pairing(tuple(here), tuple(there), ())
    ways: tuple[_Same, ...] = (
        (_same_word, _same_governed) if match.near_verbatim else (_same_governed, _same_word, _same_likelihood, _same_modal, _same_nobody)
    )
    if kind == "negation":
        ways = (*ways, partial(is_raised, match))
    for same in ways:
        for op in list(here):
            partner = next((other for other in there if same(aligned, op, other)), None)
            if partner is not None:
                here.remove(op)
                there.remove(partner)
    moved: list[tuple[Operator, Operator]] = []
    for op in list(here):
        partner = next((other for other in there if _may_be_one(match, aligned, op, other) or _is_moved(match, aligned, op, other)), None)
        if partner is not None:
            moved.append((op, partner))
            here.remove(op)
            there.remove(partner)
    return Pairing(tuple(here), tuple(there), tuple(moved))


_Same = Callable[[Alignment, Operator, Operator], bool]
"""Whether an operator of the summary is one of the source."""


def _same_word(aligned: Alignment, op: Operator, other: Operator) -> bool:
    """The same word in the same place, over the same governed word, or over one that the other side does not have."""
    yet = op.first + 1 if op.form == "not" and other.form == "yet" else op.first  # "has not yet paid", "has yet to pay"
    if aligned.forward.get(yet) != other.first or (op.form != other.form and yet == op.first):
        return False
    if op.governed is None or other.governed is None:
        return True
    onto = aligned.forward.get(op.governed)
    return onto is None or onto == other.governed or other.governed not in aligned.backward


def _same_likelihood(aligned: Alignment, op: Operator, other: Operator) -> bool:
    """The same "thought" or "likely", over whatever word: sentences are built round them in many ways."""
    return aligned.forward.get(op.first) == other.first and op.form == other.form and op.kind == "hedge" and op.form not in MODALS


def _same_modal(aligned: Alignment, op: Operator, other: Operator) -> bool:
    """The same modal, "not" or "no" with the same word behind it: "could be Quill's last", "could be his last", "no plan"."""
    return op.form in _PHRASED and is_same_phrase(aligned, op, other)


def _same_nobody(aligned: Alignment, op: Operator, other: Operator) -> bool:
    """The same "none" or "nobody", which is over its whole clause: "none of the lamps was lit", "none was lit"."""
    return op.form == other.form and op.form in _NOBODY and aligned.forward.get(op.first) == other.first


_NOBODY = frozenset(["none", "nobody", "nothing", "nowhere"])
_PHRASED = MODALS | {"not", "never", "no"}


def is_same_phrase(aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether it is the same word with the same one behind it: "never did"."""
    return op.form == other.form and all(aligned.forward.get(op.first + n) == other.first + n for n in (0, 1))


def _same_governed(aligned: Alignment, op: Operator, other: Operator) -> bool:
    return op.governed is not None and aligned.forward.get(op.governed) == other.governed


def is_raised(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether one of two negations is over what somebody thinks, the other over his thinking: "thinks it is not", "does not think so"."""
    source, onto = match.source(aligned), aligned.forward.get(op.governed) if op.governed is not None else None
    if other.governed is None or op.governed is None:
        return False
    theirs = source.stems[other.governed] in _THINKING and onto is not None and 0 < onto - other.governed <= _THOUGHT
    back = aligned.backward.get(other.governed)
    return theirs or (match.summary.stems[op.governed] in _THINKING and back is not None and 0 < back - op.governed <= _THOUGHT)


_THINKING = stems_in("think believe expect suppose imagine")
_THOUGHT = 14
"""Words from a verb of thinking to what is denied in the thought, at most."""


def _may_be_one(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether two operators over words that are no counterparts may still say the same: neither word has a counterpart of its own."""
    source, mine, theirs = match.source(aligned), op.governed, other.governed
    apart = mine is not None and mine in aligned.forward and match.summary.content[mine]
    taken = theirs is not None and theirs in aligned.backward and source.content[theirs]
    anchor = anchor_of(match, aligned, op)
    if apart and taken:
        return _are_beside(aligned, op, other) and not match.near_verbatim
    return anchor is not None and abs(anchor - other.first) <= AROUND


def _are_beside(aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether both operators have both words right behind them: "did not place multiple calls", "not multiple calls placed"."""
    if op.governed is None or other.governed is None:
        return False
    theirs, mine = aligned.forward.get(op.governed, -AROUND), aligned.backward.get(other.governed, -AROUND)
    return 0 < theirs - other.first <= _SAME_PHRASE and 0 < mine - op.first <= _SAME_PHRASE


_SAME_PHRASE = 4
"""Words from a "not" to a word that it denies with others, at most."""


def _is_moved(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether in a sentence that is nearly the source's one operator may stand for the other: not where the other's word was left out with
    all that it was over ("was arrested ..., amid possibly deceptive practices") and its own word has a counterpart, or nothing near has.
    """
    if not match.near_verbatim or not any(w in aligned.backward for w in range(other.first - AROUND, other.last + AROUND)):
        return False
    kept = op.governed is not None and op.governed in aligned.forward and match.summary.content[op.governed]
    return not kept or other.governed is None or other.governed in aligned.backward


def anchor_of(match: Match, aligned: Alignment, op: Operator) -> int | None:
    """The counterpart of the governed word, or of a word right beside it."""
    if op.governed is None:
        return None
    for word in (op.governed, op.governed + 1, op.governed - 1, op.governed + 2, op.governed - 2):
        if word in aligned.forward and match.summary.content[word]:
            return aligned.forward[word]
    return None


def severity_of(match: Match, aligned: Alignment, word: int | None) -> Severity:
    """How sure we may be that the two sides speak of the same thing at this word."""
    if match.near_verbatim and aligned is match.best:
        return "error"
    if word is None or word not in aligned.forward or not match.summary.content[word]:
        return "unsure"
    return "error" if max(closeness(match, aligned, word), closeness(match, aligned, word, 3)) >= 0.5 else "unsure"


def moved_scopes(match: Match, aligned: Alignment, paired: Pairing) -> Iterator[Objection]:
    """`scope_moved`: the same operator over another word, in a sentence that is otherwise the source's."""
    if not match.near_verbatim:
        return
    for op, other in paired.moved:
        if op.governed is None or other.governed is None or op.governed not in aligned.forward or other.governed not in aligned.backward:
            continue
        if 0 < op.first - aligned.backward[other.governed] <= _SHIFT and 0 < aligned.forward[op.governed] - other.governed <= _SHIFT:
            continue
        within = match.summary.clause_of(op.first) == match.summary.clause_of(aligned.backward[other.governed])
        if within and match.summary.forms[op.first - 1] in BEING and 0 < op.first - aligned.backward[other.governed] <= AROUND:
            continue  # "is probably one of many genetic causes", "it is likely that the gene is one of many"
        if is_same_phrase(aligned, op, other) and not match.summary.content[op.first + 1]:
            continue  # "not in his role at Tarn", "not in his Tarn role"
        if op.kind == "hedge" and _is_said_over(match.source(aligned), other, aligned.forward[op.governed]):
            continue
        if op.form == other.form == "without" and max(op.governed - op.first, other.governed - other.first) <= AROUND:
            continue  # "without a vote of the cabinet", "without the cabinet voting"
        if other.form in OPENING and _opens_clause_of(match.source(aligned), other.first, aligned.forward[op.governed]):
            continue
        words = match.summary.span(op.first, op.last).quote
        yield object_to(
            match,
            "scope_moved",
            "error",
            f"“{words}” stands with other words than in the source",
            (op.first, op.last),
            [passage(match, aligned, other.first, other.last)],
        )


def _opens_clause_of(side: Side, at: int, word: int) -> bool:
    """Whether a hedge opens the sentence, or a clause behind "and", and this word follows."""
    return at == side.sentence_of(at).first or (side.forms[at - 1] in {"and", "but", "that"} and word > at)


def _is_said_over(side: Side, op: Operator, word: int) -> bool:
    """Whether a hedge is the cue of a saying that holds a word: it is over all of it ("alleged that Quill, of Marrow, started it")."""
    return any(word in found.words for found in side.sayings_cued(side.words[op.first].start, side.words[op.last - 1].end))
