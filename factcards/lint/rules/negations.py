"""Negations that only one side has: what turns round what the source says, and what turns nothing."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.cards import Severity
from factcards.lexicon import lemma_of, speech_verbs
from factcards.lint.edits import closeness
from factcards.lint.findings import Objection, Passage
from factcards.lint.matching import HELD, LIKELY, Alignment, Match
from factcards.lint.operating import NO_LONGER, Operator
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.pairing import AROUND, LEAST_SUPPORT, Pairing, moved_scopes, pair, severity_of
from factcards.lint.rules.witnesses import (
    NEAR,
    denies_by_a_phrase,
    has_no_subject,
    is_far_from_evidence,
    is_free,
    left_out,
    opening_whether,
    said_otherwise,
    supported,
    told_anywhere,
    told_so,
    told_with,
    unmatched_stems,
)
from factcards.lint.side import Side
from factcards.lint.wording import BEING, DOING, HAVING, MODALS
from factcards.lint.words import ARTICLES, contrary, stem, stems_in, stems_of
from factcards.spans import Span

__all__ = ["DENYING", "TURNING", "TURNING_ROUND", "excepts", "has_opposite", "is_open_yet", "negation", "only_ought"]

_TURNED, _REFUSING = stems_of("negation", "words"), stems_of("negation", "plain")
DENYING = _TURNED | stems_of("negation", "verbs")
"""Words that deny, by themselves or what hangs on them."""
TURNING = frozenset(["not", "never", NO_LONGER])
"""Negations that turn a whole clause; "no", "without" and "neither" often word a fact that a source has in other words."""
_PLAIN = _TURNED | _REFUSING
_UNTRUE = stems_of("negation", "untrue")


def negation(match: Match) -> Iterator[Objection]:
    """`negation_added`, `negation_dropped`: affirmed became negated, or the other way round."""
    best = match.best
    if best is None:
        return
    paired = pair(match, best, "negation")
    yield from _added(match, paired)
    dropped = list(_dropped(match, paired))
    yield from dropped or _still(match) or _not_all(match)
    yield from _stressed(match)
    yield from moved_scopes(match, best, paired)


def _added(match: Match, paired: Pairing) -> Iterator[Objection]:
    for op in paired.added:
        free = is_free(match, op)
        if _is_silent_too(match, op) and _leaves_open(match):
            continue
        affirmed = _is_affirmed(match, op, _CLOSE)
        said = said_otherwise(match, op, DENYING, _PLAIN) or told_so(match, op, DENYING, affirmed=affirmed) or _is_kept_from(match, op)
        if said or (free and (_is_freer(match, op) or _is_told_twice(match, op))):
            continue
        turns = match.near_verbatim or (op.form in TURNING and not _ends(match.summary, op) and not _is_in_part(match, op))
        sure = match.support >= LEAST_SUPPORT and turns and not _is_double(match, op) and not (free and _is_not_yet(match.summary, op))
        sure = sure and not is_far_from_evidence(match, op) and not _is_answer(match, op)
        sure = sure and not (free and _is_in_own_words(match, op)) and not _is_cut_short(match, op)
        severity: Severity = "error" if sure or _is_for_article(match, op) else "unsure"
        words = match.summary.span(op.first, op.last).quote
        yield object_to(match, "negation_added", severity, f"“{words}” turns round what the source says", (op.first, op.last))


def _is_told_twice(match: Match, op: Operator) -> bool:
    """Whether a candidate denies the same word by a verb that the summary has in another clause: "will not | tour |: she cancelled it",
    "cancelled her | tour |".
    """
    summary = match.summary
    for aligned in match.candidates:
        onto, source = aligned.forward.get(op.governed) if op.governed is not None else None, match.source(aligned)
        for there in range(max(aligned.sentence.first, onto - _PHRASE), onto) if onto is not None else ():
            here = aligned.backward.get(there)
            if here is not None and source.stems[there] in DENYING - _TURNED and summary.clause_of(here) != summary.clause_of(op.first):
                return True
    return False


def _is_for_article(match: Match, op: Operator) -> bool:
    """Whether a "no" has the place of the best candidate's "a", between the same words: "came as no surprise", "came as a surprise"."""
    best, onto = match.best, match.best.forward.get(op.governed) if match.best is not None and op.governed is not None else None
    if best is None or onto is None or op.form != "no" or op.last != op.governed:
        return False
    return match.source(best).forms[onto - 1] in ARTICLES and best.forward.get(op.first - 1) == onto - 2


_CLOSE = 0.5
"""Closeness from which a word that is denied is the one that the best candidate has."""


def _is_answer(match: Match, op: Operator) -> bool:
    """Whether the best candidate only has it asked: "asked whether he had read it", "he had never read it"."""
    best = match.best
    onto = best.forward.get(op.governed) if best is not None and op.governed is not None else None
    if best is None or onto is None:
        return False
    return not _WHETHER.isdisjoint(match.source(best).forms[max(best.sentence.first, onto - AROUND) : onto])


_WHETHER = frozenset({"whether", "if"})


def _leaves_open(match: Match) -> bool:
    """Whether the summary has a "whether" of the best candidate: "was asked whether he knew it", "would not say whether he knew it"."""
    best, forms = match.best, match.summary.forms
    return best is not None and any(forms[w] in _WHETHER and w in best.forward for w in range(match.sentence.first, match.sentence.last))


def _is_in_own_words(match: Match, op: Operator) -> bool:
    """Whether a sentence of some length that is hardly built as the best candidate denies a word which that one does not have: what it
    denies nobody need have affirmed ("the plan did not go over well in Tarn", where the source tells who grumbled). So does one in freer
    words that denies nothing but that word ("isn't leaving", where he "remains committed").
    """
    summary, best = match.summary, match.best
    if best is None or match.near_verbatim or op.governed is None or op.governed in best.forward:
        return False
    inside = told_with(summary, match.sentence, op)
    if op.governed in inside and not any(summary.content[op.governed + 1 : inside.stop]):
        return True
    comma = next((w + 1 for w in range(op.last, match.sentence.last - 1) if "," in summary.between(w)), match.sentence.last)
    behind = sum(summary.content[w] and w in best.forward for w in range(op.last, comma))
    helped = summary.forms[op.first - 1] not in HAVING and op.first - 1 in best.forward  # "should not be open to it", "should face it"
    if behind < HELD and not helped and not any(op.governed in aligned.forward for aligned in match.candidates):
        return True
    content = sum(summary.content[w] for w in range(match.sentence.first, match.sentence.last))
    return best.ordered < _BUILT_ALIKE and content >= _OF_LENGTH


_BUILT_ALIKE = 0.3
"""Share of a sentence's words, in order, from which it is built as its evidence is: at 0.4 one added "not" of seven in SummEdits is lost
for no false alarm fewer.
"""
_OF_LENGTH = 8
"""Words with content of a sentence of some length."""


def _is_cut_short(match: Match, op: Operator) -> bool:
    """Whether a "not" ends its clause and its verb is another one's: "the old are split, but the young are not", "40% did not". It turns
    round what the source says only where that ends with the same auxiliary.
    """
    summary, best = match.summary, match.best
    if op.form != "not" or best is None or op.first <= match.sentence.first:
        return False
    ends = op.last >= match.sentence.last or not _ENDING.isdisjoint(summary.between(op.last - 1))
    return ends and op.first - 1 not in best.forward


_ENDING = frozenset(",;:.–—)")


def _is_freer(match: Match, op: Operator) -> bool:
    """Whether a negation may stand in a sentence of freer words: where nothing here speaks of what there is none of, between quotation
    marks, at whose words another rule looks, and where it says what the source says.
    """
    spoken_of = op.form in TURNING or any(op.governed in aligned.forward for aligned in match.candidates)
    quoted = match.summary.in_quotation(op.first)
    said = supported(match, op, "negation", affirmed=_is_affirmed(match, op, _CLOSE))
    said = said or (told_anywhere(match, op, _TURNED) and not _is_affirmed(match, op))
    return not spoken_of or quoted or said or _is_silent_too(match, op)


def _is_affirmed(match: Match, op: Operator, close: float = 0.0) -> bool:
    """Whether the best candidate has the negated word, as `close` as this, with nothing near it that denies."""
    best = match.best
    there = best.forward.get(op.governed) if best is not None and op.governed is not None else None
    if best is None or there is None or op.governed is None or closeness(match, best, op.governed) < close:
        return False
    low, high = max(best.sentence.first, there - AROUND), min(best.sentence.last, there + AROUND + 1)
    return DENYING.isdisjoint(match.source(best).stems[low:high])


def _dropped(match: Match, paired: Pairing) -> Iterator[Objection]:
    for aligned, op, at in left_out(match, paired, "negation", DENYING):
        source, governed = match.source(aligned), aligned.forward[at]
        if excepts(source, op.last, governed) or _is_asked(match, at) or only_ought(match, aligned, at):
            continue
        if source.stems[op.first] in _UNTRUE and op.first in aligned.backward:
            continue  # "it is untrue that it is shut", "claims that it is shut are untrue"
        if is_open_yet(match, op) or _is_denied_with(match, at) or has_opposite(match, aligned, op):
            continue
        if _has_no_object(match.summary, at) or (_is_done_by(match.summary, at) and not match.near_verbatim):
            continue
        hedges = (mine.first for mine in match.summary.operators_in(match.sentence, "hedge") if mine.first not in aligned.forward)
        hedged = any(0 < at - first <= AROUND for first in hedges)
        yield object_to(
            match,
            "negation_dropped",
            "unsure" if hedged and not match.near_verbatim else severity_of(match, aligned, at),
            f"the source says “{source.span(op.first, op.last).quote}” here; the summary leaves it out",
            _denied(match, at) if op.form in TURNING else (at, at + 1),
            [passage(match, aligned, op.first, max(governed + 1, op.last))] if governed >= op.first else (),
        )


def _is_done_by(side: Side, at: int) -> bool:
    """Whether a word only says which thing is meant, by whoever did it: "fairs | attended | by Quill", where others will not attend any."""
    return side.content[at - 1] and side.following(at) == "by" and side.forms[at].endswith("ed")


def _has_no_object(side: Side, at: int) -> bool:
    """Whether a verb has a "no" of its own right behind it: "found | no sign", where the source has "no sign was found" and "no note"."""
    return side.is_predicate(at) and side.following(at) in _NO_OBJECT


_NO_OBJECT = frozenset(["no", "nothing", "nobody", "none"])


def has_opposite(match: Match, aligned: Alignment, op: Operator) -> bool:
    """Whether the summary turns round a word behind a "not" and so says the same: "does not have a good record", "has a poor one"."""
    source = match.source(aligned)
    behind = range(op.last, min(aligned.sentence.last, op.last + _PHRASE))
    turned = frozenset[str]().union(*(contrary(source.stems[w]) for w in behind if source.content[w] and w not in aligned.backward))
    return not turned.isdisjoint(unmatched_stems(match.summary, match.sentence.first, match.sentence.last, aligned.forward))


_PHRASE = 5
"""Words behind a "not" among which the word stands that another one turns round."""


def only_ought(match: Match, aligned: Alignment, at: int) -> bool:
    """Whether the summary tells what ought to be of what the source says is not: "the data should include it", "data do not include it"."""
    there = aligned.forward.get(at)
    if there is None or match.near_verbatim:
        return False
    before = match.summary.forms[max(match.sentence.first, at - _OUGHT) : at]
    theirs = match.source(aligned).forms[max(aligned.sentence.first, there - _OUGHT) : there]
    return not _OUGHTS.isdisjoint(before) and _OUGHTS.isdisjoint(theirs)


_OUGHT = 4
"""Words before a verb among which its "should" stands."""
_OUGHTS = frozenset({"should", "must", "ought"})


def is_open_yet(match: Match, op: Operator) -> bool:
    """Whether the summary says by another word that something is to be done: "has yet to be voted on", "needs a vote"."""
    return op.form == "yet" and not stems_in("need must await remain").isdisjoint(match.summary.sentence_stems(match.sentence))


def _denied(match: Match, at: int) -> tuple[int, int]:
    """The verb that is denied, with its "will" or "has", where the word that the source has behind its "not" is the subject of one: "are
    not saying that the | dam | will break".
    """
    summary = match.summary
    clause = next((words for words in summary.finite_clauses(match.sentence, with_modals=True) if at in words), ())
    head = summary.head_of(clause)
    if head is None or head <= at or summary.is_predicate(at):
        return at, at + 1
    first = head
    while first - 1 > at and summary.forms[first - 1] in BEING | HAVING | MODALS:
        first -= 1
    return first, head + 1


def _still(match: Match) -> list[Objection]:
    """`negation_dropped`: "still owns shares in the firm", where the source has "no longer owns shares": the rest may stand elsewhere."""
    summary = match.summary
    for aligned in match.candidates if "still" in summary.forms[match.sentence.first : match.sentence.last] else ():
        source = match.source(aligned)
        for op in source.operators_in(aligned.sentence):
            here = aligned.backward.get(op.governed, 0) if op.form == NO_LONGER and op.governed is not None else 0
            if "still" not in summary.forms[max(match.sentence.first, here - _VERB) : here]:
                continue
            near = range(max(match.sentence.first, here - AROUND), min(match.sentence.last, here + AROUND))
            if sum(summary.content[w] and w in aligned.forward for w in near) >= HELD:
                why = "the source says “no longer” here"
                theirs = passage(match, aligned, op.first, max(op.last, (op.governed or 0) + 1))
                return [object_to(match, "negation_dropped", "error", why, (here - 1, here + 1), [theirs])]
    return []


def _not_all(match: Match) -> Iterator[Objection]:
    """`negation_dropped`: "all experts agree that it is wrong", where the source only has "not all experts agree"; the rest may stand
    elsewhere.
    """
    summary = match.summary
    for at in range(match.sentence.first, match.sentence.last - 1):
        if summary.forms[at] not in _WHOLLY or "not" in summary.forms[max(match.sentence.first, at - _VERB) : match.sentence.last]:
            continue
        told = [(aligned, there) for aligned in match.candidates if (there := _of_the_same(match, aligned, at)) is not None]
        if told and all(match.source(aligned).forms[there - 1] == "not" for aligned, there in told):
            aligned, there = told[0]
            theirs = passage(match, aligned, there - 1, there + 2)
            why = f"the source says “{theirs.span.quote}”"
            yield object_to(match, "negation_dropped", "error", why, (at, at + 1), [theirs])
            return


def _of_the_same(match: Match, aligned: Alignment, at: int) -> int | None:
    """The place of the candidate's "all" over the same two words: "all | experts | agree"."""
    there = aligned.forward.get(at)
    same = there is not None and all(aligned.forward.get(at + n) == there + n for n in (1, 2))
    return there if same and there is not None and there > aligned.sentence.first and match.summary.content[at + 1] else None


def _is_denied_with(match: Match, at: int) -> bool:
    """Whether the summary's own "no" stands right behind this word, or before an "or" and holds for it, too: "| found | no sign", "no
    electricity or | running | water".
    """
    forms = match.summary.forms
    if at + 1 < match.sentence.last and match.summary.stems[at + 1] in _PLAIN:
        return True  # "found no sign of it"
    joint = next((w for w in range(at - 1, max(match.sentence.first, at - _WITH) - 1, -1) if forms[w] in {"or", "nor"}), None)
    return joint is not None and not _PLAIN.isdisjoint(match.summary.stems[max(match.sentence.first, joint - _UNTIL) : joint])


_WITH = 3
"""Words before a word in which the "or" stands by which it is denied with another."""


def _stressed(match: Match) -> Iterator[Objection]:
    """`negation_dropped`: "did think" where the sources only have "did not think"; of a "not" that was left out the "did" remains."""
    summary = match.summary
    for at in range(match.sentence.first + 1, match.sentence.last):
        if summary.forms[at - 1] not in DOING or not summary.is_predicate(at) or summary.in_quotation(at):
            continue
        places = match.index.postings.get(summary.stems[at], ())
        denied = next((number for number in places if _has_not(match, number, at)), None) if len(places) <= LIKELY else None
        turned = denied is not None and all(_is_turned(match, number, at) for number in places)
        if denied is not None and turned and any(_shares_more(match, number, at) for number in places):
            number, sentence = match.index.sentences[denied]
            side = match.index.sources[number]
            evidence = [Passage(source=number, span=Span.of(side.shown, sentence.start, sentence.end))]
            why = "the source says “not” wherever it says this; the summary leaves it out"
            yield object_to(match, "negation_dropped", "error", why, (at - 1, at + 1), evidence)
            return


def _is_turned(match: Match, number: int, at: int) -> bool:
    """Whether a sentence of the sources, by its number, denies this word of the summary wherever it tells it; as a noun ("a leak inquiry")
    it tells nothing.
    """
    place, sentence = match.index.sentences[number]
    side, word = match.index.sources[place], match.summary.stems[at]
    turned = {op.governed for op in side.operators_in(sentence, "negation") if op.form in TURNING}
    places = (w for w in range(sentence.first, sentence.last) if side.stems[w] == word)
    return all(w in turned or not side.is_predicate(w) or _is_of_denial(side, w) for w in places)


def _shares_more(match: Match, number: int, at: int) -> bool:
    """Whether a sentence of the sources, by its number, has another telling word of the summary's."""
    place, sentence = match.index.sentences[number]
    others = {match.summary.stems[w] for w in range(match.sentence.first, match.sentence.last) if match.summary.content[w]}
    return not (others - {match.summary.stems[at]}).isdisjoint(match.index.sources[place].sentence_stems(sentence))


def _is_of_denial(side: Side, at: int) -> bool:
    """Whether somebody denies it: "has denied | leaking it"."""
    return any(found.cue is not None and found.cue.strength == "negative" for found in side.attributed_to(at))


def _has_not(match: Match, number: int, at: int) -> bool:
    """Whether a sentence of the sources has this word with a "not" over it."""
    place, sentence = match.index.sentences[number]
    side, word = match.index.sources[place], match.summary.stems[at]
    operators = (op for op in side.operators_in(sentence, "negation") if op.form in TURNING and op.governed is not None)
    return any(side.stems[op.governed] == word for op in operators if op.governed is not None)


# --- negations that turn nothing round ---


def _is_asked(match: Match, at: int) -> bool:
    """Whether a word stands in what is asked: "whether she was taking it seriously" is whether she was not."""
    clauses = (told.words for told in match.clauses_with(at))
    return any(opening_whether(match.summary, words) is not None for words in clauses)


def _is_double(match: Match, op: Operator) -> bool:
    """Whether what is negated is itself a negation ("has not missed a race"), or one of the two sides has the word with "dis-", "un-" or
    "in-" before it ("does not agree", "disagrees"): then the two may stand for neither.
    """
    if op.governed is None:
        return False
    word = match.summary.stems[op.governed]
    if word in DENYING | {"miss"} or match.near_verbatim:
        return word in DENYING | {"miss"}
    turned = next((word.removeprefix(prefix) for prefix in TURNING_ROUND if word.startswith(prefix)), "")
    theirs = {s for a in match.candidates for s in unmatched_stems(match.source(a), a.sentence.first, a.sentence.last, a.backward)}
    return (len(turned) > _LEAST and turned in theirs) or any(f"{prefix}{word}" in theirs for prefix in TURNING_ROUND)


TURNING_ROUND = ("dis", "un", "in")
_LEAST = 3
"""Letters of a stem that such a beginning turns round, more than this."""


def _is_not_yet(side: Side, op: Operator) -> bool:
    """Whether it only says that something is still to come: "is not yet on show", where it is to be shown."""
    return op.form == "not" and "yet" in side.forms[op.last : op.last + _VERB]


def _is_in_part(match: Match, op: Operator) -> bool:
    """Whether only "always", "every" or "many" is denied, and no candidate has that word: "the grass is not always greener"."""
    behind = range(op.last, min(match.sentence.last, op.last + _VERB))
    return any(match.summary.forms[w] in _WHOLLY and not any(w in aligned.forward for aligned in match.candidates) for w in behind)


_WHOLLY = frozenset(["all", "always", "every", "everyone", "everybody", "everything", "many", "much", "necessarily"])


def excepts(side: Side, behind: int, governed: int) -> bool:
    """Whether something is excepted behind a negation: "has given to no one except Quill" is "has given to Quill", "was not until May that"
    is "was only in May".
    """
    last = min(side.sentence_of(governed).last, governed + NEAR)
    after = min(behind, governed)
    return not _EXCEPTING.isdisjoint(side.forms[after:last])


_EXCEPTING = frozenset(["except", "besides", "until", "unless"])


def _ends(side: Side, op: Operator) -> bool:
    """Whether it is so only up to a point: one who "had not known until Monday" knew on Monday."""
    last = min(side.sentence_of(op.first).last, op.first + _UNTIL)
    return op.form == "not" and "until" in side.forms[op.last : last]


_UNTIL = 10
"""Words behind a negation in which an "until" ends it."""


def _is_silent_too(match: Match, op: Operator) -> bool:
    """Whether "not" is over a verb of speech, and a candidate denies that something is told, in whatever words: one who "would not say" it
    "declined to specify" it, and tells nothing that could be turned round.
    """
    following = next((stem for stem in match.summary.stems[op.last : op.last + _VERB] if stem not in _BETWEEN), "")
    if op.form != "not" or following not in _TELLING:
        return False
    asked = (found.aligned for told in match.clauses if told.head > op.last for found in told.counterparts[:LIKELY])
    # Whether an operator denies speech: "declined to comment", "did not say", "has yet to tell the board"
    return any(
        lemma_of(form) in speech_verbs()
        for aligned in (*match.candidates, *asked)
        for other in match.source(aligned).operators_in(aligned.sentence, "negation")
        for form in match.source(aligned).forms[other.last : other.last + _SPEECH]
    )


_VERB = 2
"""Words behind a "not" among which its verb stands."""
_TELLING = stems_of("negation", "silent")
_BETWEEN = frozenset(stem(word) for word in ("yet", "immediately", "publicly", "directly", "explicitly", "even"))
"""Words between "not" and its verb."""


_SPEECH = 4
"""Words behind a negation among which the verb of speech that it denies stands."""


def _is_kept_from(match: Match, op: Operator) -> bool:
    """Whether the best candidate that has the word denies it by a phrase, or tells it of nobody: "was barred from racing", "cannot race";
    "no talk should fool us", "talk should not fool us".
    """
    having = (aligned for aligned in match.candidates if op.governed is not None and op.governed in aligned.forward)
    best = next(having, None)
    if best is None or op.governed is None:
        return False
    source, there = match.source(best), best.forward[op.governed]
    return denies_by_a_phrase(source, there) or has_no_subject(source, there, best.backward)
