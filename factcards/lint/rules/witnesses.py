"""Where the sources say elsewhere, or in other words, what one side turns or weakens and the other does not."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from factcards.lexicon import lemma_of, speech_verbs
from factcards.lint.edits import closeness
from factcards.lint.matching import HELD, Alignment, Match
from factcards.lint.operating import LEFT_OPEN, Operator, OperatorKind, governed
from factcards.lint.rules.pairing import AROUND, Pairing, anchor_of, is_same_phrase, pair
from factcards.lint.side import Side
from factcards.lint.wording import MODALS, Sentence
from factcards.lint.words import stems_in, stems_of

__all__ = [
    "BUT",
    "NEAR",
    "WOULD",
    "contradicted",
    "denies_by_a_phrase",
    "has_no_subject",
    "hedge_beside",
    "is_dated",
    "is_far_from_evidence",
    "is_free",
    "is_supposed",
    "left_out",
    "opening_whether",
    "said_otherwise",
    "supported",
    "told_anywhere",
    "told_so",
    "told_with",
    "unmatched_stems",
    "would",
]

NEAR = 10
"""Words round one that the source hedges or denies in which the summary may do so by another word."""
WOULD = frozenset(["would"])
_ALMOST = 0.7
"""Share of the best candidate's coverage that another needs to count as a witness."""
_AGREEING = 2
"""Words beside two operators that must be the same for both to speak of the same thing."""
_REACHES = (3, 5)
"""Words on either side of one by which a candidate speaks of the same thing."""
_BACK = 2
"""Words before one that is hedged or denied in which "would", or whom it is about, stands."""
_BESIDE = 4
"""Words on either side of an operator among which it is the other side's in other words."""


def unmatched_stems(side: Side, first: int, last: int, matched: Container[int]) -> set[str]:
    """The stems of these words without those that the other side has, and without a "due" that hedges nothing."""
    return {side.stems[w] for w in range(first, last) if w not in matched and not is_dated(side, w)}


def is_dated(side: Side, at: int) -> bool:
    """Whether "due" only says when, or why: "talks due in March", "shut due to fog"."""
    if side.words[at].form != "due":
        return False
    verb = governed(side, at + 1) if side.following(at) == "to" else None
    return verb is None or not side.is_predicate(verb)


def said_otherwise(match: Match, op: Operator, soft: frozenset[str], plain: frozenset[str]) -> bool:
    """Whether a candidate says it by another word that the summary does not have: near the governed word's counterpart one of `soft`;
    in a good candidate without that word, one of `plain`.
    """
    for rank, aligned in enumerate(match.candidates[:1] if match.near_verbatim else match.candidates):
        source = match.source(aligned)
        anchor = anchor_of(match, aligned, op)
        if rank and (op.governed not in aligned.forward or aligned.coverage < _ALMOST * match.candidates[0].coverage):
            continue
        first, last = aligned.sentence.first, aligned.sentence.last
        if anchor is None:
            held = [w for w in aligned.backward if first <= w < last]  # a hedge far from all that is told hedges something else
            low, high = max(first, min(held, default=first) - AROUND), min(last, max(held, default=last) + AROUND + 1)
            if rank == 0 and unmatched_stems(source, low, high, aligned.backward) & plain:
                return True
            continue
        for place in (w for w in range(first, last) if source.stems[w] == source.stems[anchor]):  # it may stand there twice
            if unmatched_stems(source, max(first, place - AROUND), min(last, place + AROUND + 1), aligned.backward) & soft:
                return True
    return False


def contradicted(match: Match, aligned: Alignment, op: Operator, kind: OperatorKind) -> bool:
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
        if source.forms[onto - 1] in _NAMING:
            continue  # "regrets the word “dangerous”" calls nothing so
        low, high = max(other.sentence.first, onto - AROUND), min(other.sentence.last, onto + AROUND + 1)
        weakened = kind == "hedge" and not stems_of("hedge", "medium").isdisjoint(source.stems[low:high])
        bare = not weakened and not any(o.kind == kind and o.governed == onto for o in source.operators_in(other.sentence))
        if bare and closeness(match, other, at) >= mine:
            return True
    return False


_NAMING = frozenset(["word", "term", "phrase"])


def left_out(match: Match, paired: Pairing, kind: OperatorKind, soft: frozenset[str]) -> Iterator[tuple[Alignment, Operator, int]]:
    """What a candidate has over a word of the summary (its place) that the summary does not have, nor one of `soft` near it; of another
    candidate than the best, which is `paired` already, only where that one plainly speaks of this word.
    """
    best = match.best
    for aligned in match.candidates:
        dropped = paired.dropped if aligned is best else pair(match, aligned, kind).dropped
        for op in (_over_what_is_left(match.source(aligned), aligned, op) for op in dropped):
            at = aligned.backward.get(op.governed) if op.governed is not None else None
            if at is not None and match.near_verbatim and aligned is not best and best is not None and at in best.forward:
                continue  # what is nearly the source's sentence is compared with that one
            if at is None or _says_instead(match, aligned, op, at, soft) or contradicted(match, aligned, op, kind):
                continue
            if at in match.summary.name_words and not match.near_verbatim:
                continue  # a name is spoken of in many ways
            if aligned is match.best or any(_agrees(match, aligned, at, reach) for reach in _REACHES):
                yield aligned, op, at


def _over_what_is_left(source: Side, aligned: Alignment, op: Operator) -> Operator:
    """The operator over the word that an "or" joins to its own, where the summary has that one alone: "did not help or | assist |"; a word
    of doubt over what follows that one: "alleged to be the head of | a ring |", "leads a ring".
    """
    own = op.governed
    if own is None or own in aligned.backward:
        return op
    if source.following(own) == "or" and own + 2 in aligned.backward:
        return replace(op, governed=own + 2)
    doubts = op.kind == "hedge" and source.forms[op.last : op.last + 2] == ["to", "be"]
    behind = range(own + 1, min(aligned.sentence.last, own + 1 + _BESIDE)) if doubts and own > op.first else ()
    held = [w for w in behind if source.content[w] and w in aligned.backward]
    return replace(op, governed=held[0]) if len(held) >= HELD else op


def _says_instead(match: Match, aligned: Alignment, op: Operator, at: int, soft: frozenset[str]) -> bool:
    """Whether the summary has one of `soft` near this word that stands for no word of the candidate; "would" alone says no "could"."""
    low, high = max(match.sentence.first, at - NEAR), min(match.sentence.last, at + NEAR + 1)
    if op.form == LEFT_OPEN:
        soft = soft - _LIKELIER
    if op.kind == "negation" and match.summary.content[at]:
        high = next((w for w in range(at + 1, high) if match.summary.forms[w] in BUT), high)
    if op.kind == "negation" and not match.near_verbatim and denies_by_a_phrase(match.summary, at):
        return True
    if op.kind == "negation" and has_no_subject(match.summary, at, aligned.forward):
        return True
    instead = unmatched_stems(match.summary, low, high, {*aligned.forward, *_paired(match, aligned, op.kind)}) & soft
    if op.form not in _CONDITIONS:  # "if it rains it may close", "it will close if it rains"
        instead -= _CONDITIONS & set(match.source(aligned).sentence_stems(aligned.sentence))
    return bool(instead) and not (instead <= WOULD and would(match.summary, op, at))


_CONDITIONS = frozenset(["if", "unless"])


def _paired(match: Match, aligned: Alignment, kind: OperatorKind) -> Iterator[int]:
    """The words of the summary's operators over a word that the candidate has such an operator over: they stand for that one, wherever in
    the sentence ("the numbers | don't | add up, said Quill, who is not paid").
    """
    theirs = {other.governed for other in match.source(aligned).operators_in(aligned.sentence, kind)} - {None}
    for op in match.summary.operators_in(match.sentence):
        if op.kind == kind and op.governed is not None and aligned.forward.get(op.governed) in theirs:
            yield from range(op.first, op.last)


_LIKELIER = stems_in("suspect suspected believe think expect likely probably presume assume")
"""What says more than that something is not ruled out."""


def has_no_subject(side: Side, at: int, matched: Container[int]) -> bool:
    """Whether the clause of a word is about nobody, in a word that the other side has not, however long it takes to say of whom: "neither
    of the two best known | will come".
    """
    clause = side.clause_of(at)
    opening = range(side.place(clause.start), at) if clause is not None else ()
    return any(side.forms[w] in _NO_SUBJECT and w not in matched for w in opening)


_NO_SUBJECT = frozenset(["neither", "none", "nobody", "no"])


def opening_whether(side: Side, clause: Sequence[int]) -> int | None:
    """The place of the "whether" that opens a clause; null where none does."""
    near = (w for w in (clause[0] - 1, clause[0]) if side.sentence_of(clause[0]).first <= w)
    return next((w for w in near if side.words[w].form == "whether" and side.following(w) != "or"), None)


def denies_by_a_phrase(side: Side, at: int) -> bool:
    """Whether a word is denied by several: "too risky to | touch", "rules out | giving evidence", "keeps her off the | ballot"."""
    sentence = side.sentence_of(at)
    before = side.forms[max(sentence.first, at - _BESIDE) : at]
    behind = side.forms[at : min(sentence.last, at + _BESIDE)]
    excluded = "out" in (*before, *behind) and not _RULED.isdisjoint((*before, *behind[:1]))
    kept = "from" in before and not _KEPT.isdisjoint(side.stems[max(sentence.first, at - NEAR) : at])
    kept = kept or (side.stems[at] in _KEPT and "from" in behind)  # "should | bar | her from running"
    return excluded or kept or ("too" in before and before[-1:] == ["to"])


_RULED = frozenset(["rule", "rules", "ruled", "ruling"])
_KEPT = stems_in("keep bar stop prevent prohibit ban block exclude eliminate disqualify")
BUT = frozenset(["but", "although", "though", "while"])
"""Words behind which something else is told, or denied."""


def hedge_beside(match: Match, aligned: Alignment, at: int, reach: int) -> Operator | None:
    """A hedge that only the source has, with two words of the summary round this place within its reach."""
    near = [w for w in range(at - _CLOSE, at + _CLOSE + 1) if w in aligned.forward and match.summary.content[w]]
    hedges = (op for op in match.source(aligned).operators_in(aligned.sentence, "hedge") if op.first not in aligned.backward)
    return next((op for op in hedges if sum(abs(aligned.forward[w] - op.first) <= reach for w in near) >= HELD), None)


_CLOSE = 6
"""Words on either side of a place that are round it."""


def is_supposed(side: Side, at: int) -> bool:
    """Whether a word stands in what is only supposed, and so doubts nothing that anybody states: "if a deal | could | be struck"."""
    clause = side.clause_of(at)
    return clause is not None and clause.mood == "condition"


def would(side: Side, op: Operator, at: int) -> bool:
    """Whether the summary says "would" of this word where the source has "could" or "may"."""
    before = side.forms[max(0, at - _BACK) : at]
    return op.form in {"could", "may", "might"} and "would" in before and "not" not in before


def _agrees(match: Match, aligned: Alignment, at: int, reach: int) -> bool:
    """Whether as far as this round a word a candidate has more of its company than the best one."""
    best, close = match.best, closeness(match, aligned, at, reach)
    there = aligned.forward[at]
    beside = [
        w
        for w in range(at - reach, at + reach + 1)
        if w != at and w in aligned.forward and match.summary.content[w] and abs(aligned.forward[w] - there) <= AROUND
    ]
    if len(beside) < _AGREEING or close < 0.5 or best is None:
        return False
    return at not in best.forward or close > closeness(match, best, at, reach)


def supported(match: Match, op: Operator, kind: OperatorKind, *, affirmed: bool = False) -> bool:
    """Whether another candidate has such an operator over the same word, or over one of its own where the summary has this one, unless the
    best one has the word as `affirmed`.
    """
    for aligned in match.candidates[1:]:
        others = list(match.source(aligned).operators_in(aligned.sentence, kind))
        onto = aligned.forward.get(op.governed) if op.governed is not None else None
        if onto is not None and any(other.governed == onto for other in others):
            return True
        if any(is_same_phrase(aligned, op, other) for other in others):
            return True
        negated = onto is None and kind == "negation" and not affirmed
        ways = (_stand_alike, _of_the_same, _of_whom)
        if negated and any(way(match, aligned, op, other) for other in others for way in ways):
            return True
    return False


def is_free(match: Match, op: Operator) -> bool:
    """Whether an operator stands in free wording: in a sentence that is not nearly the source's, or in what such a one adds to it, over a
    word that the best candidate does not have.
    """
    added = match.best is not None and op.governed is not None and op.governed not in match.best.forward
    return added or not match.near_verbatim


def is_far_from_evidence(match: Match, op: Operator) -> bool:
    """Whether a long sentence has an operator among words of which few stand in the best candidate: where much is joined and reworded, what
    is told there may stand in any other sentence.
    """
    content = [w for w in range(match.sentence.first, match.sentence.last) if match.summary.content[w]]
    near = [w for w in content if abs(w - op.first) <= _ROUND]
    if match.best is None or match.near_verbatim or len(content) < _LONG or not near:
        return False
    return sum(w in match.best.forward for w in near) < _FAR * len(near)


_LONG, _ROUND, _FAR = 16, 6, 0.3
"""Words with content of a long sentence; words on either side of an operator that are round it; share of these that is not few."""


def told_so(match: Match, op: Operator, stems: frozenset[str], *, affirmed: bool = False) -> bool:
    """Whether the clause, looked up by itself, is told in another sentence than this one's best, and there with such a word; where the best
    one has what is denied as `affirmed`, another must have it, too.
    """
    for told in match.clauses_with(op.first):
        best = told.counterparts[0]
        telling = len(best.held) >= HELD and told.share >= _TOLD
        telling = telling or (told.share >= _DATED and any(match.summary.words[w].figure for w in best.held))
        if not telling:
            continue
        if match.best is None or (best.aligned.side, best.aligned.sentence) != (match.best.side, match.best.sentence):
            alike = [found for found in told.counterparts if found.weight >= _NEARLY * best.weight]
            alike = [found for found in alike if not affirmed or op.governed in found.aligned.forward]
            if any(found.side.stems[w] in stems for found in alike for w in found.words):
                return True
    return False


_TOLD, _DATED, _NEARLY = 0.4, 0.3, 0.8
"""Share of a clause that another sentence must tell, less with a figure in it; and of its weight there that one clause must have."""


def told_anywhere(match: Match, op: Operator, stems: frozenset[str]) -> bool:
    """Whether a sentence of the sources has one of `stems` near a word of the operator's clause that hardly any other sentence has: "not
    aimed at any faith", "not directed at any religion or faith". A modal is over its verb alone.
    """
    own = [op.governed] if op.form in MODALS and op.governed is not None else told_with(match.summary, match.sentence, op)
    reach, rare = (AROUND, 1) if op.kind == "negation" else (NEAR, 2)  # what is denied is denied more often than what is hedged
    if op.kind == "negation":
        own = [w for w in own if w != op.governed]  # what it denies may well be what the source affirms
    for word in {match.summary.stems[w] for w in own if match.summary.content[w] and not op.first <= w < op.last}:
        places = match.index.postings.get(word, ())
        for number in places if len(places) <= rare else ():
            at, sentence = match.index.sentences[number]
            found = match.index.sources[at].sentence_stems(sentence)
            if any(not stems.isdisjoint(found[max(0, k - reach) : k + reach + 1]) for k, other in enumerate(found) if other == word):
                return True
    return False


def _of_the_same(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether half of the words between the marks round a negation stand near one of the source's: "cannot be confident of paying the
    best price", "cannot have the confidence that they will be paying the best price".
    """
    clause = [w for w in told_with(match.summary, match.sentence, op) if match.summary.content[w] and not op.first <= w < op.last]
    first = told_with(match.source(aligned), aligned.sentence, other).start
    near = [w for w in clause if first <= aligned.forward.get(w, -1) <= other.first + _BEHIND]
    return len(near) >= max(_AGREEING, len(clause) / 2) and other.governed not in aligned.backward


def told_with(side: Side, sentence: Sentence, op: Operator) -> range:
    """The words round an operator, up to a comma, a dash or the like, to a cue or to "but", and no farther than it reaches."""
    first, last = op.first, op.last
    while first > max(sentence.first, op.first - AROUND) and not _parts(side, first - 1, first - 1):
        first -= 1
    while last < min(sentence.last, op.last + AROUND) and not _parts(side, last - 1, last):
        last += 1
    return range(first, last)


def _parts(side: Side, mark: int, word: int) -> bool:
    """Whether a mark behind the one word or the other word itself parts clauses."""
    form = side.words[word].form
    return not _APART.isdisjoint(side.between(mark)) or form in _JOINING or lemma_of(form) in speech_verbs()


_APART = frozenset(',;:—–“”"')
_JOINING = frozenset(["because", "but", "that", "though", "while"])
_BEHIND = 20
"""Words behind a negation of the source that it may still be about: "does not apply to the naming of others, like cheese and yogurt"."""


def _stand_alike(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether two operators over different words stand among the same ones: "not behind any one candidate", "not backing any candidate"."""
    near = range(max(match.sentence.first, op.first - _BESIDE), min(match.sentence.last, op.last + _BESIDE))
    alike = [w for w in near if match.summary.content[w] and abs(aligned.forward.get(w, -1) - other.first) <= _BESIDE + 1]
    return len(alike) >= _AGREEING and other.governed not in aligned.backward


def _of_whom(match: Match, aligned: Alignment, op: Operator, other: Operator) -> bool:
    """Whether the two words before both are the same: "suspects that they will not", "suspects that they will not settle it"."""
    onto = aligned.forward.get(op.first, -1)
    before = range(op.first - _BACK, op.first)
    alike = all(aligned.forward.get(w) == onto + w - op.first for w in before)
    return onto == other.first and before.start >= match.sentence.first and alike
