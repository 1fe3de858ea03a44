"""Negations, hedges, approximations and quantities: those that only one side has, and those that moved to another word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcards.lexicon import content_frames, lemma_of
from factcards.lint.edits import closeness
from factcards.lint.findings import Finding, Severity
from factcards.lint.matching import Alignment, Match
from factcards.lint.operating import Operator, OperatorKind
from factcards.lint.rules.denials import ends, is_of_absent, is_silent_too
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.wording import MODALS, Sentence
from factcards.lint.words import stems_of

__all__ = ["DENYING", "approximation", "hedging", "negation", "quantity"]


@dataclass(frozen=True)
class Pairing:
    """The operators of one kind on both sides of an alignment, after those that are the same were taken away."""

    added: tuple[Operator, ...]
    dropped: tuple[Operator, ...]
    moved: tuple[tuple[Operator, Operator], ...]


def pair(match: Match, aligned: Alignment, kinds: frozenset[str]) -> Pairing:
    """Pair operators of these kinds: first those whose governed words are counterparts, then those that merely moved."""
    source = match.source(aligned)
    here = [op for op in match.summary.operators_in(match.sentence) if op.kind in kinds]
    there = [op for op in source.operators_in(aligned.sentence) if op.kind in kinds]
    ways = (_same_word, _same_governed) if match.near_verbatim else (_same_governed, _same_word, _same_likelihood)
    for same in ways:
        for op in list(here):
            partner = next((other for other in there if same(aligned, op, other)), None)
            if partner is not None:
                here.remove(op)
                there.remove(partner)
    moved: list[tuple[Operator, Operator]] = []
    for op in list(here):
        partner = next((other for other in there if match.near_verbatim or _may_be_one(match, aligned, op, other)), None)
        if partner is not None:
            moved.append((op, partner))
            here.remove(op)
            there.remove(partner)
    return Pairing(tuple(here), tuple(there), tuple(moved))


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


def _same_governed(aligned: Alignment, op: Operator, other: Operator) -> bool:
    return op.governed is not None and aligned.forward.get(op.governed) == other.governed


def _may_be_one(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether two operators over words that are no counterparts may still say the same: neither word has a counterpart of its own."""
    apart = op.governed in aligned.forward and match.summary.content[op.governed] if op.governed is not None else False
    taken = other.governed in aligned.backward and match.source(aligned).content[other.governed] if other.governed is not None else False
    anchor = _anchor(match, aligned, op)
    return not (apart and taken) and anchor is not None and abs(anchor - other.first) <= _REACH


def _unmatched_stems(side: Side, first: int, last: int, matched: object) -> set[str]:
    return {side.stems[w] for w in range(first, last) if w not in matched}  # type: ignore[operator]


def _certainty(match: Match, aligned: Alignment, word: int | None) -> Severity:
    """How sure we may be that the two sides speak of the same thing at this word."""
    if match.near_verbatim and aligned is match.best:
        return "error"
    if word is None or word not in aligned.forward or not match.summary.content[word]:
        return "unsure"
    return "error" if max(closeness(match, aligned, word), closeness(match, aligned, word, 3)) >= 0.5 else "unsure"


_ALMOST = 0.7
"""Share of the best candidate's coverage that another needs to count as a witness."""
_REACH = 7
"""Words round the counterpart of what is negated or hedged in which the source may say the same by another word."""


def _said_otherwise(match: Match, op: Operator, soft: frozenset[str], plain: frozenset[str]) -> bool:
    """Whether a candidate says it by another word that the summary does not have: near the governed word's counterpart one of `soft`;
    in a good candidate without that word, one of `plain`.
    """
    for rank, aligned in enumerate(match.candidates[:1] if match.near_verbatim else match.candidates):
        source = match.source(aligned)
        anchor = _anchor(match, aligned, op)
        if rank and (op.governed not in aligned.forward or aligned.coverage < _ALMOST * match.candidates[0].coverage):
            continue
        first, last = aligned.sentence.first, aligned.sentence.last
        if anchor is None:
            if rank == 0 and _unmatched_stems(source, first, last, aligned.backward) & plain:
                return True
            continue
        for place in (w for w in range(first, last) if source.stems[w] == source.stems[anchor]):  # it may stand there twice
            if _unmatched_stems(source, max(first, place - _REACH), min(last, place + _REACH + 1), aligned.backward) & soft:
                return True
    return False


def _anchor(match: Match, aligned: Alignment, op: Operator) -> int | None:
    """The counterpart of the governed word, or of a word right beside it."""
    if op.governed is None:
        return None
    for word in (op.governed, op.governed + 1, op.governed - 1, op.governed + 2, op.governed - 2):
        if word in aligned.forward and match.summary.content[word]:
            return aligned.forward[word]
    return None


def _contradicted(match: Match, aligned: Alignment, op: Operator, kind: str) -> bool:
    """Whether another candidate speaks of the governed word, as closely, without such an operator: then the summary follows that one."""
    at = aligned.backward.get(op.governed) if op.governed is not None else None
    if at is None:
        return False
    mine = closeness(match, aligned, at)
    for other in match.candidates:
        if other is aligned or at not in other.forward:
            continue
        onto = other.forward[at]
        source = match.source(other)
        low, high = max(other.sentence.first, onto - _REACH), min(other.sentence.last, onto + _REACH + 1)
        weakened = kind == "hedge" and not stems_of("hedge", "medium").isdisjoint(source.stems[low:high])
        bare = not weakened and not any(o.kind == kind and o.governed == onto for o in source.operators_in(other.sentence))
        if bare and closeness(match, other, at) >= mine:
            return True
    return False


def negation(match: Match) -> Iterator[Finding]:
    """`negation_added`, `negation_dropped`: affirmed became negated, or the other way round."""
    best = match.best
    if best is None:
        return
    paired = pair(match, best, frozenset(["negation"]))
    plain = stems_of("negation", "words") | stems_of("negation", "plain")
    for op in paired.added:
        if _said_otherwise(match, op, DENYING, plain):
            continue
        quoted = match.summary.in_quotation(op.first)  # the rule about quotations looks at these words
        if not match.near_verbatim and (quoted or _supported(match, op, "negation") or is_of_absent(match, op)):
            continue
        if _told_so(match, op, DENYING) or (not match.near_verbatim and is_silent_too(match, op)):
            continue
        if not match.near_verbatim and op.form not in _PLAIN and not any(op.governed in aligned.forward for aligned in match.candidates):
            continue  # nothing here speaks of what there is none of
        plainly = match.near_verbatim or (op.form in _PLAIN and not ends(match.summary, op))
        severity: Severity = "error" if match.support >= LEAST_SUPPORT and plainly and not _double(match, op, DENYING) else "unsure"
        words = match.summary.span(op.first, op.last).quote
        yield object_to(match, "negation_added", severity, f"“{words}” turns round what the source says", (op.first, op.last))
    for aligned, op, at in _left_out(match, paired, "negation", DENYING):
        if _plainly_too(match, aligned, aligned.forward[at], at) or _excepts(match.source(aligned), aligned.forward[at]):
            continue
        words = match.source(aligned).span(op.first, op.last).quote
        governed = aligned.forward[at]
        hedged = any(mine.kind == "hedge" and 0 < at - mine.first <= _REACH for mine in match.summary.operators_in(match.sentence))
        yield object_to(
            match,
            "negation_dropped",
            "unsure" if hedged and not match.near_verbatim else _certainty(match, aligned, at),
            f"the source says “{words}” here; the summary leaves it out",
            (at, at + 1),
            [passage(match, aligned, op.first, max(governed + 1, op.last))] if governed >= op.first else (),
        )
    yield from _moved(match, best, paired)


def _excepts(side: Side, governed: int) -> bool:
    """Whether something is excepted behind a negated word: "has given to no one except Quill" is "has given to Quill"."""
    last = min(side.sentence_of(governed).last, governed + _NEAR)
    return any(form in _EXCEPTING for form in side.forms[governed:last])


_EXCEPTING = frozenset(["except", "besides", "until", "unless"])


def _left_out(match: Match, paired: Pairing, kind: OperatorKind, soft: frozenset[str]) -> Iterator[tuple[Alignment, Operator, int]]:
    """What a candidate has over a word of the summary (its place) that the summary does not have, nor one of `soft` near it; of another
    candidate than the best, which is `paired` already, only where that one plainly speaks of this word.
    """
    for aligned in match.candidates[: 1 if match.near_verbatim else None]:
        dropped = paired.dropped if aligned is match.best else pair(match, aligned, frozenset([kind])).dropped
        missing = [op for op in dropped if op.governed in aligned.backward]
        for op, at in ((op, aligned.backward[op.governed]) for op in missing if op.governed is not None):
            low, high = max(match.sentence.first, at - _NEAR), min(match.sentence.last, at + _NEAR + 1)
            instead = _unmatched_stems(match.summary, low, high, aligned.forward) & soft
            if (instead and not (instead <= _WOULD and _would(match.summary, op, at))) or _contradicted(match, aligned, op, kind):
                continue
            if at in match.summary.name_words and not match.near_verbatim:
                continue  # a name is spoken of in many ways
            if aligned is match.best or _speaks_closer(match, aligned, at):
                yield aligned, op, at


def _would(side: Side, op: Operator, at: int) -> bool:
    """Whether the summary says "would" of this word where the source has "could" or "may"."""
    before = side.forms[max(0, at - _TWO) : at]
    return op.form in {"could", "may", "might"} and "would" in before and "not" not in before


_WOULD = frozenset(["would"])
_NEAR = 10
"""Words round one that the source hedges or denies in which the summary may do so by another word."""


def _speaks_closer(match: Match, aligned: Alignment, at: int) -> bool:
    """Whether a candidate speaks of this word rather than the best one, and of the same thing."""
    best, close = match.best, closeness(match, aligned, at, 3)
    there = aligned.forward[at]
    beside = [
        w
        for w in range(at - 3, at + 4)
        if w != at and w in aligned.forward and match.summary.content[w] and abs(aligned.forward[w] - there) <= _REACH
    ]
    return len(beside) >= _TWO and close >= 0.5 and best is not None and (at not in best.forward or close > closeness(match, best, at, 3))


def _plainly_too(match: Match, aligned: Alignment, there: int, here: int) -> bool:
    """Whether the source's sentence has the negated word a second time, behind the word that stands before it in the summary."""
    source, before = match.source(aligned), aligned.forward.get(here - 1)
    if before is None:
        return False
    low, high = max(aligned.sentence.first, before - 1), min(aligned.sentence.last - 1, before + 1)
    return any(w not in (there, before) and source.stems[w] == source.stems[there] for w in range(low, high + 1))


_PLAIN = frozenset(["not", "never"])
"""Negations that turn a whole clause; "no", "without" and "neither" often word a fact that a source has in other words."""


def _double(match: Match, op: Operator, soft: frozenset[str]) -> bool:
    """Whether what is negated is itself a negation ("has not missed a race"): then the two may stand for neither."""
    return op.governed is not None and match.summary.stems[op.governed] in soft | {"miss"}


LEAST_SUPPORT = 0.15
"""Share of a sentence's content that the candidates must hold for an added "not" or "may" to be an error and not only unsure."""


def _moved(match: Match, aligned: Alignment, paired: Pairing) -> Iterator[Finding]:
    if not match.near_verbatim:
        return
    for op, other in paired.moved:
        if op.governed is None or other.governed is None or op.governed not in aligned.forward or other.governed not in aligned.backward:
            continue
        if 0 < op.first - aligned.backward[other.governed] <= _TWO and 0 < aligned.forward[op.governed] - other.governed <= _TWO:
            continue  # "contain no milk", "do not contain milk"
        words = match.summary.span(op.first, op.last).quote
        yield object_to(
            match,
            "scope_moved",
            "error",
            f"“{words}” stands with other words than in the source",
            (op.first, op.last),
            [passage(match, aligned, other.first, other.last)],
        )


def _supported(match: Match, op: Operator, kind: str) -> bool:
    """Whether another candidate has such an operator over the same word, or over one of its own where the summary has this one."""
    for aligned in match.candidates[1:]:
        others = [other for other in match.source(aligned).operators_in(aligned.sentence) if other.kind == kind]
        onto = aligned.forward.get(op.governed) if op.governed is not None else None
        if onto is not None and any(other.governed == onto for other in others):
            return True
        negated = onto is None and kind == "negation"
        ways = (_stand_alike, _of_the_same, _of_whom)
        if negated and any(way(match, aligned, op, other) for other in others for way in ways):
            return True
    return False


DENYING = stems_of("negation", "words") | stems_of("negation", "plain") | stems_of("negation", "verbs")
"""Words that deny, by themselves or what hangs on them."""


def _told_so(match: Match, op: Operator, stems: frozenset[str]) -> bool:
    """Whether the clause, looked up by itself, is told in another sentence than this one's best, and there with such a word."""
    for told in match.clauses_with(op.first):
        best = told.counterparts[0]
        telling = len(best.held) >= _TWO and told.share >= _TOLD
        telling = telling or (told.share >= _DATED and any(match.summary.words[w].figure for w in best.held))
        if not telling:
            continue
        if match.best is None or (best.aligned.side, best.aligned.sentence) != (match.best.side, match.best.sentence):
            alike = [found for found in told.counterparts if found.weight >= _NEARLY * best.weight]
            if any(found.side.stems[w] in stems for found in alike for w in found.words):
                return True
    return False


_TOLD, _DATED, _NEARLY = 0.4, 0.3, 0.8
"""Share of a clause that another sentence must tell, less with a figure in it; and of its weight there that one clause must have."""


def _of_the_same(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether half of the words between the marks round a negation stand near one of the source's: "cannot be confident of paying the
    best price", "cannot have the confidence that they will be paying the best price".
    """
    clause = [w for w in _round(match.summary, match.sentence, op) if match.summary.content[w] and not op.first <= w < op.last]
    first = _round(match.source(aligned), aligned.sentence, other).start
    near = [w for w in clause if first <= aligned.forward.get(w, -1) <= other.first + _BEHIND]
    return len(near) >= max(_TWO, len(clause) / 2) and other.governed not in aligned.backward


def _round(side: Side, sentence: Sentence, op: Operator) -> range:
    """The words round an operator, up to a comma, a dash or the like, to a cue or to "but", and no farther than it reaches."""
    first, last = op.first, op.last
    while first > max(sentence.first, op.first - _REACH) and not _parts(side, first - 1, first - 1):
        first -= 1
    while last < min(sentence.last, op.last + _REACH) and not _parts(side, last - 1, last):
        last += 1
    return range(first, last)


def _parts(side: Side, mark: int, word: int) -> bool:
    """Whether a mark behind the one word or the other word itself parts clauses."""
    form = side.words[word].form
    return not _APART.isdisjoint(side.between(mark)) or form in _PARTING or lemma_of(form) in content_frames("speech")


_APART = frozenset(',;:—–“”"')
_PARTING = frozenset(["because", "but", "that", "though", "while"])
_BEHIND = 20
"""Words behind a negation of the source that it may still be about: "does not apply to the naming of others, like cheese and yogurt"."""


def _stand_alike(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether two operators over different words stand among the same ones: "not behind any one candidate", "not backing any candidate"."""
    near = range(max(match.sentence.first, op.first - _BESIDE), min(match.sentence.last, op.last + _BESIDE))
    alike = [w for w in near if match.summary.content[w] and abs(aligned.forward.get(w, -1) - other.first) <= _BESIDE + 1]
    return len(alike) >= _TWO and other.governed not in aligned.backward


def _of_whom(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether the two words before both are the same: "suspects that they will not", "suspects that they will not settle it"."""
    onto = aligned.forward.get(op.first, -1)
    before = [w for w in (op.first - 1, op.first - _TWO) if w >= match.sentence.first]
    return onto == other.first and len(before) == _TWO and all(aligned.forward.get(w) == onto + w - op.first for w in before)


_BESIDE, _TWO = 4, 2
"""Words on either side of an operator, and how many of them must be the same, for it to be the other side's in other words."""


_CERTAIN = stems_of("certain", "words")


_HEARSAY = stems_of("hedge", "hearsay")
_REPORTED = frozenset(["report", "accus", "accusation", "alleg", "allegation", "claim", "charg", "suspect", "suspicion"])


def hedging(match: Match) -> Iterator[Finding]:
    """`hedge_dropped`, `hedge_strengthened`, `less_sure`: a hedge that only one side has."""
    best = match.best
    if best is None:
        return
    paired = pair(match, best, frozenset(["hedge"]))
    marks = stems_of("hedge", "marks")
    soft = marks if match.near_verbatim else marks | stems_of("hedge", "medium") | stems_of("hedge", "strong")
    new = _unmatched_stems(match.summary, match.sentence.first, match.sentence.last, best.forward)
    for op in paired.added:
        if not match.near_verbatim and _is_asked(match.summary, op):
            continue
        done = _of_what_is_done(match.summary, op)
        if (
            _said_otherwise(match, op, soft & _OF_FACTS if done else soft, marks if done else marks | stems_of("hedge", "plain"))
            or _hearsay(match, op)
            or (not match.near_verbatim and _supported(match, op, "hedge"))
            or _told_so(match, op, soft)
        ):
            continue
        severity: Severity = "error" if match.support >= LEAST_SUPPORT and not _is_inability(match.summary, op) else "unsure"
        words = match.summary.span(op.first, op.last).quote
        yield object_to(match, "less_sure", severity, f"less sure than the source, which does not say “{words}”", (op.first, op.last))
    added = {match.summary.stems[op.first] for op in paired.added}
    for aligned, op, at in _left_out(match, paired, "hedge", soft - added):
        elsewhere = any(
            mine.form == op.form or 0 < at - mine.first <= _REACH for mine in paired.added
        )  # the same hedge, or one before this word, over a word that may say the same
        governed = aligned.forward[at]
        words = match.source(aligned).span(op.first, op.last).quote
        certain = _CERTAIN | _WOULD if _would(match.summary, op, at) else _CERTAIN
        sure = next((w for w in range(max(match.sentence.first, at - 3), at) if match.summary.stems[w] in new & certain), None)
        code = "hedge_strengthened" if sure is not None or new & certain else "hedge_dropped"
        yield object_to(
            match,
            code,
            "unsure" if elsewhere else _certainty(match, aligned, at),
            f"surer than the source, which says “{words}”",
            (at if sure is None else sure, at + 1),
            [passage(match, aligned, min(op.first, governed), max(governed + 1, op.last))],
        )
    yield from _moved(match, best, paired)
    if not match.near_verbatim:
        yield from _made_certain(match)


_OF_FACTS = stems_of("hedge", "strong") | stems_of("hedge", "facts")
"""Words that doubt what has happened; "would", "plan" or "if" beside it doubt nothing of the kind."""


def _of_what_is_done(side: Side, op: Operator) -> bool:
    """Whether the hedge is of something past or going on: "may have left", "might be leaving"."""
    following = [word.form for word in side.words[op.last : op.last + 3]]
    return side.words[op.first].form in {"may", "might", "could"} and (
        following[:1] == ["have"] or (following[:1] == ["be"] and any(form.endswith("ing") for form in following[1:]))
    )


def _made_certain(match: Match) -> Iterator[Finding]:
    """`hedge_strengthened`, by another candidate than the best: "will" over a word that the best one does not have and another hedges."""
    best = match.best
    for aligned in match.candidates[1:]:
        source = match.source(aligned)
        for op in source.operators_in(aligned.sentence):
            at = aligned.backward.get(op.governed) if op.kind == "hedge" and op.governed is not None else None
            if at is None or best is None or at in best.forward or closeness(match, aligned, at) < _WITNESS:
                continue
            sure = next((w for w in range(max(match.sentence.first, at - 2), at) if match.summary.stems[w] in _CERTAIN), None)
            if sure is None or sure in aligned.forward:
                continue
            theirs = passage(match, aligned, min(op.first, op.governed or op.first), max(op.last, (op.governed or 0) + 1))
            why = f"surer than the source, which says “{theirs.span.quote}”"
            yield object_to(match, "hedge_strengthened", "error", why, (sure, at + 1), [theirs])


_WITNESS = 0.4
"""Share of a word's surroundings that another candidate needs to speak of the same thing."""


def _is_inability(side: Side, op: Operator) -> bool:
    """Whether "could" is as good as was able to: "was told that she could not ride", "neither account could be checked"."""
    if side.words[op.first].form != "could":
        return False
    denied = side.forms[max(side.sentence_of(op.first).first, op.first - _BESIDE) : op.first]
    return side.forms[op.last : op.last + 1] == ["not"] or not _NOBODY.isdisjoint(denied)


_NOBODY = frozenset(["neither", "nobody", "none", "nothing"])
"""Subjects that deny what follows; "no" and "no one" may be another's words before it."""


def _is_asked(side: Side, op: Operator) -> bool:
    """Whether the hedge stands in a question: "would not say what might tempt him"."""
    return any(word.form in _ASKING for word in side.words[max(0, op.first - 2) : op.first])


_ASKING = frozenset(["what", "how", "whether", "why"])


def _hearsay(match: Match, op: Operator) -> bool:
    """Whether the hedge ("reportedly") stands for an attribution of the source."""
    if match.summary.stems[op.first] not in _HEARSAY:
        return False
    for aligned in match.candidates[:3]:
        source = match.source(aligned)
        if any(source.attributed_to(there) for here, there in aligned.forward.items() if match.summary.content[here]):
            return True
        if _REPORTED & {source.stems[w] for w in range(aligned.sentence.first, aligned.sentence.last)}:
            return True
    return False


def approximation(match: Match) -> Iterator[Finding]:
    """`approximation_dropped`: a figure stands without the source's "about", "at least", "up to"."""
    best = match.best
    if best is None:
        return
    source = match.source(best)
    paired = pair(match, best, frozenset(["approximator"]))
    for op in paired.dropped:
        if op.governed is None or op.governed not in best.backward or _contradicted(match, best, op, "approximator"):
            continue
        at = best.backward[op.governed]
        words = source.span(min(op.first, op.governed), max(op.last, op.governed + 1)).quote
        severity = _certainty(match, best, at)
        yield object_to(
            match,
            "approximation_dropped",
            severity,
            f"the source says “{words}”; the summary gives the figure as exact",
            (at, at + 1),
            [passage(match, best, min(op.first, op.governed), max(op.last, op.governed + 1))],
        )


def quantity(match: Match) -> Iterator[Finding]:
    """`quantity_changed`: "some" became "all", "many" became "most", or the other way round, over the same word."""
    best = match.best
    if best is None:
        return
    source = match.source(best)
    here = [op for op in match.summary.operators_in(match.sentence) if op.kind == "quantifier"]
    there = [op for op in source.operators_in(best.sentence) if op.kind == "quantifier"]
    for op in here:
        if op.first in best.forward or op.governed is None:
            continue
        for other in there:
            if other.first in best.backward or other.strength == op.strength or other.governed is None:
                continue
            if best.forward.get(op.governed) == other.governed:
                words = source.span(other.first, other.last).quote
                yield object_to(
                    match,
                    "quantity_changed",
                    _certainty(match, best, op.governed),
                    f"the source says “{words}”",
                    (op.first, op.last),
                    [passage(match, best, other.first, other.last)],
                )
                break
