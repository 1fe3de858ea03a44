"""Hedges that only one side has: what is told as surer than the source has it, or as less sure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from factcards.cards import Severity
from factcards.lint.findings import Objection
from factcards.lint.matching import HELD, SHARE, Alignment, Match
from factcards.lint.operating import LEFT_OPEN, NECESSARILY, Operator
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.negations import TURNING
from factcards.lint.rules.pairing import AROUND, LEAST_SUPPORT, Pairing, moved_scopes, pair, severity_of
from factcards.lint.rules.witnesses import (
    NEAR,
    WOULD,
    hedge_beside,
    is_free,
    is_supposed,
    left_out,
    said_otherwise,
    supported,
    told_anywhere,
    told_so,
    unmatched_stems,
    would,
)
from factcards.lint.side import Side
from factcards.lint.wording import BEING, MODALS
from factcards.lint.words import stem, stems_in, stems_of

__all__ = ["hedging"]

_MARKS = stems_of("hedge", "marks")
_PLAIN = _MARKS | stems_of("hedge", "plain")
_SOFT = stems_of("hedge", "medium") | stems_of("hedge", "strong")
_OF_FACTS = stems_of("hedge", "strong") | stems_of("hedge", "facts")
"""Words that doubt what has happened; "would", "plan" or "if" beside it doubt nothing of the kind."""
_ENABLED = stems_of("hedge", "enabled")
_CERTAIN = stems_of("certain", "words")


def hedging(match: Match) -> Iterator[Objection]:
    """`hedge_dropped`, `hedge_strengthened`, `less_sure`: a hedge that only one side has."""
    best = match.best
    if best is None:
        return
    paired, soft = pair(match, best, "hedge"), _MARKS if match.near_verbatim else _SOFT
    yield from _less_sure(match, paired, soft)
    yield from _surer(match, paired, soft)
    yield from moved_scopes(match, best, paired)
    yield from _vouched(match)
    yield from _made_likely(match)


def _less_sure(match: Match, paired: Pairing, soft: frozenset[str]) -> Iterator[Objection]:
    for op in paired.added:
        free = is_free(match, op)
        if _is_hedged_too(match, op, soft) or (free and (match.is_asked or supported(match, op, "hedge"))):
            continue
        doubtful = match.support < LEAST_SUPPORT or _is_inability(match.summary, op) or _is_untold(match, op)
        doubtful = doubtful or (free and any(op.form == other.form for a in match.candidates for other in _hedges(match, a)))
        doubtful = doubtful or (free and _is_of_own(match, op))
        doubtful = doubtful or (not match.near_verbatim and any(hedge_beside(match, a, op.first, AROUND) for a in match.candidates))
        severity: Severity = "unsure" if doubtful else "error"
        words = match.summary.span(op.first, op.last).quote
        yield object_to(match, "less_sure", severity, f"less sure than the source, which does not say “{words}”", (op.first, op.last))


def _is_untold(match: Match, op: Operator) -> bool:
    """Whether the best candidate has next to nothing of the words round a hedge in a sentence of several clauses: it tells another one."""
    if match.best is None or match.near_verbatim or len(match.summary.finite_clauses(match.sentence)) < 2:
        return False
    low, high = max(match.sentence.first, op.first - _ROUND), min(match.sentence.last, op.first + _ROUND + 1)
    near = [w for w in range(low, high) if match.summary.content[w]]
    return match.weight(w for w in near if w in match.best.forward) < _TOLD * match.weight(near)


_ROUND, _TOLD = 8, 0.3
"""Words on either side of a hedge that are round it; share of them, by weight, that tells the same."""


def _is_hedged_too(match: Match, op: Operator, soft: frozenset[str]) -> bool:
    """Whether the source hedges it in other words, or has it from somebody where the summary says "reportedly"."""
    done = _is_of_what_is_done(match.summary, op)
    near, anywhere = (soft & _OF_FACTS, _MARKS) if done else (soft, _PLAIN)
    if match.summary.following(op.first) != "not":  # "may not mean it", "does not necessarily mean it"
        near, anywhere, soft = near - _NECESSARILY, anywhere - _NECESSARILY, soft - _NECESSARILY
    if op.form == "may" and match.summary.following(op.first) == "not" and match.speaks_of(_FORBIDDING):
        return True  # "may not row", "was banned from rowing"
    if stem(op.form) in _LIKE and any(op.first in aligned.forward for aligned in match.candidates):
        return True  # "looked to be shut", "it looks like they are shut"
    if op.form in _MERELY_POSSIBLE and not done:
        near -= WOULD  # what "would" be is no mere possibility
    if op.form == "could":
        near |= _CAN
    if op.form in _PERMITTING:
        near |= _ENABLED  # "could have blocked it", "has the power to block it"; "may appeal", "has the right to appeal"
    if op.strength == _STRONG and any(other.form == LEFT_OPEN for a in match.candidates for other in _hedges(match, a)):
        return True  # "is possible", "did not rule it out"
    said = _is_at_most(match, op) or said_otherwise(match, op, near, anywhere) or _is_hearsay(match, op) or told_so(match, op, soft)
    if said or _is_left_open(match, op) or _is_called_so(match, op):
        return True
    return not match.near_verbatim and (
        _is_proposed(match, op) or told_anywhere(match, op, near & (_MARKS | _CAN if op.form == "could" else _MARKS))
    )


def _is_called_so(match: Match, op: Operator) -> bool:
    """Whether a sentence of the sources has the noun right behind the hedge behind one of its own: "possible | victims |", "potential
    victims".
    """
    return op.form not in MODALS and op.governed == op.last and any(_hedged_places(match, match.summary.stems[op.last]))


def _hedged_places(match: Match, noun: str) -> Iterator[bool]:
    """For each place of a noun's stem in the sources whether a hedge stands right before it."""
    places = (match.index.sentences[number] for number in match.index.postings.get(noun, ()))
    for number, sentence in places:
        stems = match.index.sources[number].sentence_stems(sentence)
        yield from (hedge in _PLAIN for hedge, word in pairwise(("", *stems)) if word == noun)


_STRONG = 3
"""Strength of a hedge that says no more than that it is possible."""


def _hedges(match: Match, aligned: Alignment) -> Iterator[Operator]:
    """What leaves open what a candidate tells."""
    return (op for op in match.source(aligned).operators_in(aligned.sentence, "hedge"))


def _is_at_most(match: Match, op: Operator) -> bool:
    """Whether "could" goes with the most that a source has, which leaves it open, too: "could face up to three years", "faces up to"."""
    behind, best = match.summary.forms[op.last : min(op.last + _MOST, match.sentence.last)], match.best
    theirs = match.source(best).forms[best.sentence.first : best.sentence.last] if best is not None else []
    return op.form in _PERMITTING and _is_of_the_most(behind) and _is_of_the_most(theirs)


_MOST = 6
"""Words behind a hedge among which the most of something is told."""


def _is_of_the_most(forms: Sequence[str]) -> bool:
    return "maximum" in forms or any(pair == ("up", "to") for pair in pairwise(forms))


_FORBIDDING = stems_in("ban bar forbid prohibit disqualify")
_LIKE = stems_in("seem appear look sound feel")
_PERMITTING = frozenset(["could", "may"])
_NECESSARILY = stems_in(NECESSARILY)
_MERELY_POSSIBLE = frozenset(["may", "might"])


def _is_left_open(match: Match, op: Operator) -> bool:
    """Whether the source only has it asked: "would not say whether schools would open", "schools may open"."""
    for aligned in match.candidates:
        onto = aligned.forward.get(op.governed) if op.governed is not None else None
        if onto is not None and "whether" in match.source(aligned).forms[max(aligned.sentence.first, onto - AROUND) : onto]:
            return True
    return False


def _is_proposed(match: Match, op: Operator) -> bool:
    """Whether what "could" be is under a plan that both have: "could be banned under rules being proposed"."""
    if op.form not in MODALS or _is_of_what_is_done(match.summary, op):
        return False
    return any(match.index.knows(stem) for stem in _PROPOSED.intersection(match.summary.sentence_stems(match.sentence)))


_PROPOSED = stems_in("propose proposal plan consult consultation")


def _is_of_own(match: Match, op: Operator) -> bool:
    """Whether a hedge is over a verb that no candidate has: what no source states the summary is no less sure of ("unity may matter")."""
    own = op.governed is not None and all(op.governed not in aligned.forward for aligned in match.candidates)
    told = any(c.share >= SHARE and len(c.counterparts[0].held) > HELD for c in match.clauses_with(op.first)[:1])  # by another verb
    return own and not told and not _is_of_what_is_done(match.summary, op)


_CAN = frozenset(["can"])


def _surer(match: Match, paired: Pairing, soft: frozenset[str]) -> Iterator[Objection]:
    summary, best, added = match.summary, match.candidates[0], paired.added
    new = unmatched_stems(summary, match.sentence.first, match.sentence.last, best.forward)
    for aligned, op, at in left_out(match, paired, "hedge", soft - {summary.stems[op.first] for op in added}):
        supposed = is_supposed(match.source(aligned), op.first)
        if not match.near_verbatim and (supposed or _is_what_he_is(match, aligned, op, at)):
            continue
        # Whether the summary says of whom the source says it "allegedly" that he is accused of it
        if (
            (at >= 2 and summary.stems[at - 2 : at] == ["accus", "of"] and stem(op.form) in _HEARSAY)
            or _is_reported(summary, op, at)
            or (stem(op.form) in _ALLEGING and bool(summary.attributed_to(at)))
            or _is_denied(match, aligned, op)
        ):
            continue
        if summary.forms[at - 1] == "to" and summary.stems[at - 2] in _GRANTED and at - 2 >= match.sentence.first:
            continue  # "may soon include it", "will soon be asked to include it"
        if op.form == LEFT_OPEN and any(mine.strength == _STRONG for mine in added):
            continue  # "is possible"
        # the same hedge, or one beside this word, over a word that may say the same
        elsewhere = any(mine.form == op.form or abs(at - mine.first) <= AROUND for mine in added)
        governed = aligned.forward[at]
        certain = new & (_CERTAIN | WOULD if would(summary, op, at) else _CERTAIN)
        sure = next((w for w in range(max(match.sentence.first, at - 3), at) if summary.stems[w] in certain), None)
        yield object_to(
            match,
            "hedge_strengthened" if certain else "hedge_dropped",
            "unsure" if elsewhere else "error" if _is_always_so(match, aligned, op, at) else severity_of(match, aligned, at),
            f"surer than the source, which says “{match.source(aligned).span(op.first, op.last).quote}”",
            _told_open(aligned, op) or (at if sure is None else sure, at + 1),
            [passage(match, aligned, min(op.first, governed), max(governed + 1, op.last))],
        )


_GRANTED = stems_of("hedge", "granted")


def _is_always_so(match: Match, aligned: Alignment, op: Operator, at: int) -> bool:
    """Whether the hedge stands right before a noun that the summary has, and wherever the sources have that: "an apparent | theft"."""
    same = op.governed == op.last and match.summary.stems[at] == match.source(aligned).stems[op.last]
    return same and not match.summary.is_predicate(at) and all(_hedged_places(match, match.summary.stems[at]))


def _told_open(aligned: Alignment, op: Operator) -> tuple[int, int] | None:
    """Where the summary has "ruled out" for "not ruled out", with one past its end; null for other hedges."""
    kept = [aligned.backward[w] for w in range(op.first, op.last) if w in aligned.backward] if op.form == LEFT_OPEN else []
    return (kept[0], kept[-1] + 1) if kept else None


def _is_denied(match: Match, aligned: Alignment, op: Operator) -> bool:
    """Whether a "not" is over the same word: what "could not be" is no matter of being sure."""
    source = match.source(aligned)
    if op.form == NECESSARILY:
        denied = any(other.form in TURNING for other in match.summary.operators_in(match.sentence, "negation"))
        return not denied or not _IN_PART.isdisjoint(match.summary.sentence_stems(match.sentence))
    return not match.near_verbatim and any(other.governed == op.governed for other in source.operators_in(aligned.sentence, "negation"))


_IN_PART = (stems_of("certain", "words") - stems_in("will must shall")) | stems_in("always automatic automatically every all entirely")
"""What is denied to be so, where it is not necessarily so: "does not always mean it", "is not sure to"."""


def _is_what_he_is(match: Match, aligned: Alignment, op: Operator, at: int) -> bool:
    """Whether the hedge is of a deed, and the word that both sides have only says which thing is meant: "reportedly has a | stolen |
    boat in Tarn", "the boat is a | stolen | boat".
    """
    source, there = match.source(aligned), aligned.forward[at]
    behind = aligned.forward.get(at + 1) == there + 1 and match.summary.content[at + 1] and match.summary.between(at) == " "
    return behind and there > op.last and not source.is_predicate(there) and not match.summary.is_predicate(at)


def _is_reported(side: Side, op: Operator, at: int) -> bool:
    """Whether the summary says of whom the source says it "reportedly" that he is reported or said to have done it."""
    before = range(max(side.sentence_of(at).first + 1, at - NEAR), at)
    told = (w for w in before if side.stems[w] in _REPORTED | {"say"} and side.following(w) == "to")
    return stem(op.form) in _HEARSAY and any(side.forms[w - 1] in BEING for w in told)


_ALLEGING = stems_of("hedge", "alleging")


def _vouched(match: Match) -> Iterator[Objection]:
    """`hedge_strengthened`: "is sure to", "definitely" before words that a candidate has beside a hedge, by whatever verb: "is certain to
    take Tarn, Quill said", "is likely to win in Tarn, Quill said"; "likely" or "probably" before those that "may" be so there.
    """
    for at in range(match.sentence.first + 1, match.sentence.last):
        doubting = _doubting(match.summary, at)
        if not doubting or any(at in aligned.forward for aligned in match.candidates):
            continue
        near = [w for w in range(at + 1, min(match.sentence.last, at + 1 + NEAR)) if match.summary.content[w]]
        for aligned in match.candidates:
            source = match.source(aligned)
            held = [aligned.forward[w] for w in near if w in aligned.forward]
            before = range(aligned.sentence.first, min(held, default=0))
            hedge = next((w for w in before if _opens_it(source, aligned, w, held, doubting)), None)
            if hedge is not None and len(held) >= HELD and 3 * len(held) >= len(near):
                theirs = passage(match, aligned, hedge, held[0] + 1)
                why = f"surer than the source, which says “{source.span(hedge, hedge + 1).quote}”"
                yield object_to(match, "hedge_strengthened", "error", why, (at, near[-1] + 1), [theirs])
                return


def _doubting(summary: Side, at: int) -> frozenset[str]:
    """The stems that are less sure than the summary's word: all that doubt for "is sure to", those of what may be for "likely"."""
    if summary.forms[at] in _ASSURING or (summary.stems[at] in _ASSURED and summary.forms[at - 1] in BEING):
        return _DOUBTING
    return _POSSIBLE if summary.forms[at] in _PROBABLE else frozenset()


_ASSURED, _ASSURING = stems_in("sure certain guaranteed bound"), frozenset(["definitely", "certainly", "undoubtedly", "inevitably"])
_DOUBTING = stems_of("hedge", "medium") - {"if", "whether", "should", "would"} | stems_of("hedge", "strong")
_PROBABLE, _POSSIBLE = frozenset(["likely", "probably"]), stems_in("may might could possibly perhaps")


def _opens_it(source: Side, aligned: Alignment, at: int, held: Sequence[int], doubting: frozenset[str]) -> bool:
    """Whether a word of a candidate hedges what stands right behind it, and is not the summary's too."""
    return source.stems[at] in doubting and at not in aligned.backward and sum(0 < w - at <= NEAR for w in held) >= HELD


def _made_likely(match: Match) -> Iterator[Objection]:
    """`hedge_strengthened`: somebody says that something is "likely" or "probably" so who says in the source, in words many of which are
    the same, that it "may" or "could" be.
    """
    for retold in match.retold:
        best = retold.originals[0]
        mine = sorted(w for w in retold.saying.only_said if match.summary.forms[w] in _PROBABLE and w not in best.aligned.forward)
        theirs = {best.side.stems[w]: w for w in sorted(best.saying.only_said)}
        open_there = [theirs[word] for word in _POSSIBLE & theirs.keys()]
        if not mine or not open_there or not best.is_enough(retold) or not theirs.keys().isdisjoint(_EXPECTED):
            continue
        if _is_told_with(match, mine[0], retold.words):
            continue
        there = passage(match, best.aligned, min(open_there), min(open_there) + 1)
        why = f"surer than the source, which says “{there.span.quote}”"
        yield object_to(match, "hedge_strengthened", "error", why, (mine[0], mine[0] + 1), [there])


def _is_told_with(match: Match, at: int, words: Collection[int]) -> bool:
    """Whether a sentence of the sources has this word with several of these: "could be to blame", and elsewhere "was probably to blame"."""
    telling = {match.summary.stems[w] for w in words} - {match.summary.stems[at]}
    places = (match.index.sentences[number] for number in match.index.postings.get(match.summary.stems[at], ()))
    return any(len(telling.intersection(match.index.sources[number].sentence_stems(found))) >= HELD for number, found in places)


_EXPECTED = stems_of("certain", "words") | stems_in("likely probably probable expect")


# --- what a hedge is over ---


def _is_of_what_is_done(side: Side, op: Operator) -> bool:
    """Whether the hedge is of something past or going on: "may have left", "might be leaving"."""
    following = side.forms[op.last : op.last + 3]
    return side.words[op.first].form in {"may", "might", "could"} and (
        following[:1] == ["have"] or (following[:1] == ["be"] and any(form.endswith("ing") for form in following[1:]))
    )


def _is_inability(side: Side, op: Operator) -> bool:
    """Whether "could" is as good as was able to: "was told that she could not ride", "neither account could be checked", "could give it to
    one of them only".
    """
    if op.form != "could":
        return False
    first, last = side.sentence_of(op.first).first, side.sentence_of(op.first).last
    before = side.forms[max(first, op.first - _SUBJECT) : op.first]
    undone = side.following(op.first) == "not" or not _UNDONE.isdisjoint(before)  # "before the guards could stop it", too
    neither = "neither" in side.forms[max(first, op.first - AROUND) : op.first]
    return undone or neither or not _BARELY.isdisjoint(side.forms[op.last : min(last, op.last + AROUND)])


_BARELY = frozenset(["only", "just"])
_SUBJECT = 4
"""Words before "could" among which its subject stands."""
_UNDONE = frozenset(["neither", "nobody", "none", "nothing", "before"])
"""Words that deny what follows, or its having come about; "no" and "no one" may be another's words before it."""


def _is_hearsay(match: Match, op: Operator) -> bool:
    """Whether the hedge ("reportedly") stands for an attribution of the source."""
    if match.summary.stems[op.first] not in _HEARSAY:
        return False
    for aligned in match.candidates[:3]:
        source = match.source(aligned)
        if any(source.attributed_to(there) for here, there in aligned.forward.items() if match.summary.content[here]):
            return True
        if not _REPORTED.isdisjoint(source.sentence_stems(aligned.sentence)):
            return True
    return False


_HEARSAY = stems_of("hedge", "hearsay")
_REPORTED = stems_of("hedge", "reported")
