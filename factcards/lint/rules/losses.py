"""What a clause loses that is told in other words: the hedge or the "not" over it, and its condition.

The rules about operators follow words that both sides have; these follow clauses, so that a verb may be another one ("could reach the
intake", "will get to the intake") and a sentence of the summary may join what the source says in several.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcards.cards import Severity
from factcards.lexicon import lemma_of, speech_verbs
from factcards.lint.findings import Objection
from factcards.lint.matching import HELD, RIVAL, SHARE, Alignment, Counterpart, Match, Told
from factcards.lint.operating import LEFT_OPEN, NECESSARILY, UNSURE, governed, says_the_most
from factcards.lint.rules.claims import NO_CONJUNCTIONS, is_told_by_without, sets_condition
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.negations import DENYING, TURNING, excepts, has_opposite, is_open_yet, only_ought
from factcards.lint.rules.witnesses import (
    BUT,
    denies_by_a_phrase,
    has_no_subject,
    hedge_beside,
    is_dated,
    is_supposed,
    opening_whether,
)
from factcards.lint.side import Side
from factcards.lint.wording import BEING, DOING, HAVING, MODALS
from factcards.lint.words import ARTICLES, OWNERS, PERSONS, lexis, stems_in, stems_of

__all__ = ["losses"]

_WHOLE = 0.8
"""Share from which a clause about the past tells the same by another verb; below, what happened and what may happen are two things."""

_STANCE = stems_of("hedge", "stance")
_OPINION = stems_of("hedge", "opinion")
_PLANNED = stems_of("hedge", "planned")
_WISHED = stems_of("hedge", "wished")
_UNSETTLED = stems_of("hedge", "unsettled")
_LOOSE = stems_of("hedge", "loose")
_HEDGES = (stems_of("hedge", "marks") | _STANCE) - _LOOSE
_SOFT = (stems_of("hedge", "medium") | stems_of("hedge", "strong") | stems_of("hedge", "granted") | stems_of("plan", "words")) - stems_of(
    "hedge", "incidental"
)
_CONDITIONS = stems_of("condition", "words")
_CONDITIONAL = _CONDITIONS | stems_of("condition", "like")
_CERTAIN = stems_of("certain", "words")
_EMPHATIC = stems_of("certain", "emphatic")
_AHEAD = frozenset(lexis()["hedge"]["ahead"])
_OPEN = (_HEDGES | _CONDITIONS | stems_of("question", "words")) - stems_in("likely probable probably")
"""Words with which a summary leaves open what the source does: what is likely is not as open as "whether" it is."""
_RELATIVE = frozenset(["who", "which", "whose"])
_PRONOUNS = PERSONS | {"it", "we", "you", "i"}
_AUXILIARIES = MODALS | HAVING | BEING | DOING
_JOINING = frozenset(["and", "but"])
_NEAR, _BESIDE = 6, 2
"""Words on either side of a clause that may say the same as what it lost; words between a clause and what belongs to it, at most."""


def losses(match: Match) -> Iterator[Objection]:
    """`hedge_dropped`, `hedge_strengthened`, `negation_dropped`, `negation_added`, `condition_dropped`: by clauses instead of by words."""
    summary = match.summary
    for told in match.clauses:
        reports = _reports(summary, told.head)
        best = _followed(match, told, reports=reports)
        if best is None or _says_whom(summary, told):
            continue
        if not reports:
            yield from _hedge(match, told, best)
            yield from _question(match, told, best)
        if not reports or best.aligned.forward.get(told.head) == best.head:
            yield from _negation(match, told, best)
            yield from _denial(match, told, best)
        if not reports or told.head < max(w for w in told.words if summary.content[w]):
            yield from _condition(match, told, best)
    yield from _made_sure(match)


def _followed(match: Match, told: Told, *, reports: bool) -> Counterpart | None:
    """The source's clause that one of the summary follows; null where none tells enough of it. What the source's sentence has around the
    clause counts too where the best one falls short or only says who speaks: "Quill said she hoped to open it", "Quill will open it".
    """
    best = next((found for found in told.counterparts if reports or not _reports(found.side, found.head)), None)
    if best is None or len(best.held) < HELD:
        return None
    if best is told.counterparts[0] and told.share >= SHARE:
        return best
    content = [w for w in told.words if match.summary.content[w]]
    whole = [w for w in content if w in best.aligned.forward]
    return best if max(match.weight(whole) / match.weight(content), len(whole) / len(content)) >= SHARE else None


def _reports(side: Side, head: int | None) -> bool:
    return head is not None and lemma_of(side.words[head].form) in speech_verbs()


def _hedge(match: Match, told: Told, best: Counterpart) -> Iterator[Objection]:
    summary, source = match.summary, best.side
    at = next(
        (w for w, over in _hedges_over(match, told, best) if _speaks_of(match, told, best, over) or _is_wished(match, told, best, w, over)),
        None,
    )
    if (
        at is None
        or _is_condition(match, told)  # "could rise if they have to go", "will rise if they have to go": the rise is surer
        or _is_question(source, best.aligned)
        or not (match.near_verbatim or _is_said_there(summary, told, best))
        or _rivalled(told, best, _SOFT)
        or _only_is(match, told, best)
        or any(op.form == LEFT_OPEN for op in summary.operators_in(match.sentence))
    ):
        return
    if source.words[at].form == "suspicion" and not _HELD.isdisjoint(summary.sentence_stems(match.sentence)):
        return  # "arrested on suspicion of theft", "bailed after an arrest over a theft"
    instead = _instead(match, told, best, _SOFT)
    if any(summary.words[w].form != "would" or source.stems[at] in _PLANNED for w in instead):
        return  # "would" is as sure as "will" behind a verb of speech, but no surer than a plan
    surer = any(summary.stems[w] in _CERTAIN or summary.words[w].form == "would" for w in told.words)
    theirs = passage(match, best.aligned, min(at, best.words[0]), max(at, _last(best)) + 1)
    why = f"surer than the source, which says “{source.words[at].form}”"
    yield object_to(match, "hedge_strengthened" if surer else "hedge_dropped", "error", why, (told.head, told.head + 1), [theirs])


_HELD = stems_in("arrest bail detain hold question suspect custody")
"""What is done to whom no more is proved of than that he is suspected."""


def _is_question(source: Side, aligned: Alignment) -> bool:
    """Whether a sentence of the source asks: then it states nothing that the summary could be surer of."""
    return source.is_asked(aligned.sentence)


def _is_condition(match: Match, told: Told) -> bool:
    moods = {match.summary.place(c.head.start): c.mood for c in match.summary.clauses_in(match.sentence)}
    return moods.get(told.head) == "condition"


def _only_is(match: Match, told: Told, best: Counterpart) -> bool:
    """Whether a clause only says who somebody is, and what the source's clause says is done stands nowhere in its sentence: "who was her
    keeper", "it is alleged that she was robbed by her keeper".
    """
    head = best.head
    done = head is not None and best.side.content[head] and head not in best.aligned.backward
    if head is None or best.side.stems[head] in _BECOMING:
        return False
    return done and not match.near_verbatim and match.summary.stems[told.head] == "be"


_BECOMING = stems_in("become remain stay")
"""Verbs that tell what "is" does: "could become law", "is law"."""


def _is_wished(match: Match, told: Told, best: Counterpart, mark: int, over: int | None) -> bool:
    """Whether in what is nearly the source's sentence "will" stands for "hopes to": no operator, so no rule about these sees it."""
    here = best.aligned.backward.get(over) if over is not None else None
    certain = any(match.summary.stems[w] in _CERTAIN for w in told.words)
    return match.near_verbatim and here in told.words and certain and best.side.stems[mark] in _UNSETTLED


def _is_affirmed(source: Side, best: Counterpart) -> bool:
    """Whether what is asked is answered with "yes", or with no more than its own auxiliary: "asked whether he would go, Quill said he
    would".
    """
    answer = source.forms[_last(best) + 1 : best.aligned.sentence.last][-_ANSWER:]
    return answer[-1:] == ["yes"] or (len(answer) == _ANSWER and answer[-1] in _AUXILIARIES)


_ANSWER = 2
"""Words of the shortest answer: "it would"."""


def _question(match: Match, told: Told, best: Counterpart) -> Iterator[Objection]:
    """`hedge_dropped`: told as so where the source only has it asked or left open "whether" it is."""
    summary, source = match.summary, best.side
    at = opening_whether(best.side, best.words)
    own = {
        w for w in told.words if best.aligned.forward.get(w) in best.words and best.aligned.forward[w] != at
    }  # "had considered selling it" is what is asked
    others = (summary.stems[w] for w in range(match.sentence.first, match.sentence.last) if w not in own)
    unsure = any(op.form == UNSURE for op in summary.operators_in(match.sentence))
    if at is None or unsure or not _OPEN.isdisjoint(others) or _is_affirmed(source, best):
        return
    denied = [op.first for op in summary.operators_in(match.sentence, "negation") if op.first in told.words]
    if any(op in aligned.forward for op in denied for aligned in match.candidates if aligned.sentence != best.aligned.sentence):
        return  # "asked whether they would be told to support it", "would not support a ban", where another has "would not back a ban"
    if any(
        found is not best and found.weight >= RIVAL * best.weight and opening_whether(found.side, found.words) is None
        for found in told.counterparts
    ):
        return
    theirs = passage(match, best.aligned, at, _last(best) + 1)
    why = f"the source leaves open “{source.words[at].form}” it is so"
    yield object_to(match, "hedge_dropped", "error", why, (told.words[0], told.words[-1] + 1), [theirs])


def _hedges_over(match: Match, told: Told, best: Counterpart) -> Iterator[tuple[int, int | None]]:
    """The source's words that hedge its clause, in it or right before it, and that the summary does not have; each with what it is over."""
    source, first = best.side, best.words[0]
    operators = source.operators_in(best.aligned.sentence)
    denied = {op.governed for op in operators if op.kind == "negation"}
    hedges = {op.first for op in operators if op.kind == "hedge" and source.stems[op.first] not in _LOOSE}
    attributed, scheduled = bool(match.summary.attributed_to(best.held[-1])), _is_present(match.summary, told)
    for at in [*range(max(best.aligned.sentence.first, first - 3), first), *best.words]:
        stem = source.stems[at]
        if (stem not in _HEDGES and at not in hedges) or source.forms[at] == NECESSARILY or _is_told(match, best, at) or at in denied:
            continue
        if (
            source.in_quotation(at)
            or source.is_month(at)
            or says_the_most(source, at + 1)
            or (not match.near_verbatim and is_supposed(source, at))
            or (source.following(at) == "to" and is_dated(source, at))
        ):
            continue
        due = stem in _WISHED and any(match.summary.stems[w] in _PLANNED for w in told.words)  # "wants the talks, due in May, to"
        if due or (attributed and stem in _OPINION) or (scheduled and stem in _PLANNED) or (stem in _STANCE and not _governs(source, at)):
            continue  # what somebody is said to say he need not think, too; trustees who are due to meet on Monday meet on Monday
        over = governed(source, at)
        if at < first or _is_over_predicate(best, at, over) or _is_over_all(best, at):
            yield at, over


def _is_told(match: Match, best: Counterpart, at: int) -> bool:
    """Whether the summary's sentence has this word of the source's, in the clause or anywhere else."""
    same = (a for a in match.candidates if a.side == best.aligned.side and a.sentence.first == best.aligned.sentence.first)
    return at in best.aligned.backward or any(at in aligned.backward for aligned in same)


def _negation(match: Match, told: Told, best: Counterpart) -> Iterator[Objection]:
    summary, source, inside = match.summary, best.side, set(best.words)
    op = next(
        (
            op
            for op in source.operators_in(best.aligned.sentence, "negation")
            if op.form != "non"  # it is over one word: "a non-smoking room"
            and not (op.form == "without" and _reports(source, best.head))  # "said, without naming them, that"
            and op.first in inside
            and op.governed is not None
            and not excepts(source, op.last, op.governed)
            and not _is_told(match, best, op.first)
            and (not source.in_quotation(op.first) or best.aligned.forward.get(told.head) == best.head)
            and _is_over_predicate(best, op.first, op.governed)
            and _speaks_of(match, told, best, op.governed)
        ),
        None,
    )
    if (
        op is None
        or is_open_yet(match, op)
        or has_opposite(match, best.aligned, op)
        or _instead(match, told, best, DENYING)
        or _rivalled(told, best, DENYING)
    ):
        return
    if opening_whether(summary, told.words) is not None:
        return  # whether somebody does it is whether he does not
    over = best.aligned.backward.get(op.governed, told.head) if op.governed is not None else told.head
    if any(denies_by_a_phrase(summary, w) for w in {told.head, over}) or only_ought(match, best.aligned, over):
        return
    if any(told.words[0] <= o.first <= told.words[-1] + _NEAR for o in summary.operators_in(match.sentence, "negation")):
        return
    last = _last(best)
    theirs = passage(match, best.aligned, min(op.first, last), max(op.last - 1, last) + 1)
    why = f"the source says “{source.span(op.first, op.last).quote}” here; the summary leaves it out"
    noun = op.governed if source.following(op.first) in OWNERS | _OURS | ARTICLES else None
    other = not summary.content[told.head] and noun is not None and noun not in best.aligned.backward  # "is not our business", "is a duty"
    yield object_to(match, "negation_dropped", "unsure" if other else "error", why, (told.head, told.head + 1), [theirs])


_OURS = frozenset(["our", "my", "your"])


def _made_sure(match: Match) -> Iterator[Objection]:
    """`hedge_strengthened`: "certainly" and the like, where the source has "may" or "probably" among the same words."""
    summary, sentence = match.summary, match.sentence
    for at in range(sentence.first, sentence.last) if not match.near_verbatim else ():
        if summary.stems[at] not in _EMPHATIC or summary.in_quotation(at):
            continue
        for aligned in (*match.candidates[:1], *(told.counterparts[0].aligned for told in match.clauses_with(at))):
            if any(match.source(aligned).stems[w] in _CERTAIN for w in range(aligned.sentence.first, aligned.sentence.last)):
                break
            op = hedge_beside(match, aligned, at, 2 * _NEAR)
            if op is not None:
                why = f"surer than the source, which says “{op.form}”"
                theirs = passage(match, aligned, op.first, max(op.last, (op.governed or 0) + 1))
                yield object_to(match, "hedge_strengthened", "error", why, (at, at + 1), [theirs])
                break


def _denial(match: Match, told: Told, best: Counterpart) -> Iterator[Objection]:
    """`negation_added`: "not" over the predicate that both clauses have, whatever else the two sentences deny."""
    summary, source, head = match.summary, best.side, best.head
    if match.near_verbatim or head is None or best.aligned.forward.get(told.head) != head or not source.content[head]:
        return
    own = [
        op
        for op in summary.operators_in(match.sentence)
        if op.form in TURNING and op.first in told.words and told.head in {op.governed, op.first + 1, op.first + 2}
    ]
    if len(own) != 1 or summary.in_quotation(own[0].first):
        return
    around = range(max(best.aligned.sentence.first, best.words[0] - _NEAR), min(best.aligned.sentence.last, best.words[-1] + _BESIDE))
    if any(source.stems[w] in DENYING and best.aligned.backward.get(w, own[0].first) == own[0].first for w in around):
        return  # what denies another word of the summary too is that word's
    if denies_by_a_phrase(source, head) or has_no_subject(source, head, best.aligned.backward):
        return  # "barred from racing", "no talk should fool us"
    others = [found for found in told.counterparts if found is not best and found.weight >= RIVAL * best.weight]
    if any(found.side.stems[w] in DENYING for found in others for w in found.words):
        return
    theirs = passage(match, best.aligned, min(head, best.words[0]), max(head, _last(best)) + 1)
    why = f"“{summary.span(own[0].first, own[0].last).quote}” turns round what the source says"
    yield object_to(match, "negation_added", "error", why, (own[0].first, own[0].last), [theirs])


def _denies(best: Counterpart) -> bool:
    return any(best.side.stems[w] in DENYING for w in best.words)


def _is_of_one_speech(source: Side, best: Counterpart, at: int) -> bool:
    """Whether the whole clause stands in the same quotation as its condition: "If it rains, the fair will be shut"."""
    over = source.quotation_over(source.words[at].start)
    return over is not None and all(over.start <= source.words[w].start < over.end for w in best.words)


def _condition(match: Match, told: Told, best: Counterpart) -> Iterator[Objection]:
    summary, source, sentence = match.summary, best.side, best.aligned.sentence
    near = range(max(match.sentence.first, told.words[0] - _NEAR), min(match.sentence.last, told.words[-1] + 2 * _NEAR))
    asked = match.is_asked
    if _only_is(match, told, best) or (_is_past(summary, told) and best.head not in best.aligned.backward):
        return  # what is so, or has happened, is not what would be allowed, or done, if something else were so
    if any(op.first in told.words for op in summary.operators_in(match.sentence, "negation")) and not _denies(best):
        return  # who "cannot win" is not whom the source has win on a condition
    if asked or any(summary.stems[w] in _CONDITIONAL or _is_inverted(summary, w) for w in near):
        return
    for at in range(sentence.first, sentence.last):
        if (
            source.stems[at] not in _CONDITIONS
            or _is_told(match, best, at)
            or (source.in_quotation(at) and not _is_of_one_speech(source, best, at))
        ):
            continue
        clause = source.clause_of(at)
        if clause is None:
            continue
        first, last = source.place(clause.start), source.place(clause.end)
        if is_told_by_without(source, at, summary.forms[near.start : near.stop]):
            continue
        if source.words[at].form in NO_CONJUNCTIONS:  # its clause may be the one that it sets a condition for
            first, last = at, at + 1
        if not match.near_verbatim and _is_aimed_at(match, source, range(at + 1, last)):
            continue
        if _is_beside(source, best.words, first, last) and sets_condition(match, best.aligned, at):
            theirs = passage(match, best.aligned, at, min(max(last, at + 1), at + 2 * _NEAR))
            why = f"the source says so on a condition: “{theirs.span.quote}”"
            supposed = told.share < SHARE and "would" in (summary.forms[w] for w in told.words)  # what "would" be is told as open
            severity: Severity = "unsure" if supposed and not match.near_verbatim else "error"
            yield object_to(match, "condition_dropped", severity, why, (told.words[0], told.words[-1] + 1), [theirs])
            return


def _is_beside(side: Side, words: Sequence[int], first: int, last: int) -> bool:
    """Whether a clause from `first` to `last` stands right before or behind these words, or within them; or behind who says it. What an
    "and" or a "who" opens ("will lead and, if he wins, will speak") is of what follows.
    """
    if first > words[-1] and side.forms[first - 1] in _JOINING | _RELATIVE:
        return False
    if abs(first - words[-1] - 1) <= _BESIDE or abs(words[0] - last) <= _BESIDE or words[0] < first <= words[-1]:
        return True
    between = range(words[-1] + 1, first)
    return 0 < len(between) <= _NEAR and sum(side.content[w] for w in between) <= _BESIDE and any(_reports(side, w) for w in between)


def _is_aimed_at(match: Match, source: Side, places: range) -> bool:
    """Whether the summary tells by "to" what the source does by "if": "needs it to | stand a chance", "if he is to stand a chance"."""
    summary, stems = match.summary, {source.stems[w] for w in places if source.content[w]}
    return any(
        summary.forms[w] == "to" and not stems.isdisjoint(summary.stems[v] for v in range(w + 1, w + 1 + _AIM) if summary.content[v])
        for w in range(match.sentence.first, match.sentence.last - _AIM)
        if w + 1 not in summary.name_words and summary.forms[w + 1] not in _DETERMINERS
    )


_AIM = 3
"""Words behind a "to" that tell what is aimed at."""
_DETERMINERS = ARTICLES | OWNERS | {"this", "that"}


def _last(best: Counterpart) -> int:
    """The last of the source's words that both clauses have."""
    inside = set(best.words)
    return max(w for w in best.aligned.backward if w in inside)


def _rivalled(told: Told, best: Counterpart, stems: Collection[str]) -> bool:
    """Whether the summary may follow another clause of the source, which has no such word; one that says who speaks is none."""
    others = (
        found
        for found in told.counterparts
        if found is not best and not (found.aligned.sentence == best.aligned.sentence and _reports(found.side, found.head))
    )
    return any(found.weight >= RIVAL * best.weight and all(found.side.stems[w] not in stems for w in found.words) for found in others)


def _governs(side: Side, at: int) -> bool:
    """Whether a word like "hope" or "risk" is about something here: the predicate of a clause, and not "the hoped-for sale"."""
    return side.words[at].form in _AHEAD or side.is_predicate(at)


def _is_over_predicate(best: Counterpart, mark: int, over: int | None) -> bool:
    """Whether a hedge or "not" in the source's clause is over its predicate, or over another word where the summary has both."""
    head, aligned = best.head, best.aligned
    if head is None or over is None:
        return False
    if head in {over, mark} or 0 < head - mark <= _BESIDE:
        return True
    if not best.side.content[head] and (0 < over - head <= _BESIDE + 1 or 0 < mark - head <= _BESIDE):
        return True  # "was not among them", "is likely to"
    return head in aligned.backward and over in aligned.backward


def _is_over_all(best: Counterpart, mark: int) -> bool:
    """Whether a hedge stands right behind a comma, and all that both clauses have behind it, up to the next: "Quill, | alleged to be the
    head of the ring", "who heads the ring".
    """
    last = max(best.aligned.forward[w] for w in best.held)
    if "," not in best.side.between(mark - 1) or any(best.aligned.forward[w] < mark for w in best.held):
        return False
    return not any("," in best.side.between(w) for w in range(mark, last))


def _speaks_of(match: Match, told: Told, best: Counterpart, over: int | None) -> bool:
    """Whether the summary's clause has what is hedged or negated, or a predicate of its own that stands for it."""
    if over is None:
        return False
    summary, source, here = match.summary, best.side, best.aligned.backward.get(over)
    if here is not None:  # the rules about operators see to those in what is nearly the source's sentence
        return here in told.words and not match.near_verbatim and not _picks_a_thing(match, best, here)
    if best.head is not None and not summary.content[told.head] and summary.stems[told.head] == source.stems[best.head]:
        return True
    other = told.head not in best.aligned.forward and summary.stems[told.head] != "be" and over in best.words
    other = other and len(best.held) >= HELD
    return other and (told.share >= _WHOLE or not _is_past(summary, told))


def _picks_a_thing(match: Match, best: Counterpart, here: int) -> bool:
    """Whether a noun only says which thing is meant, by the noun behind it, that the source's sentence does not have: "no | suicide | note
    was found".
    """
    summary, behind = match.summary, here + 1
    if behind >= match.sentence.last or summary.between(here) != " " or summary.is_predicate(here):
        return False
    return summary.content[behind] and behind not in best.aligned.forward and not summary.is_predicate(behind)


def _is_said_there(side: Side, told: Told, best: Counterpart) -> bool:
    """Whether the two clauses have more in common than whom or what they are about: something behind the predicate, where that has
    anything behind it; else behind the predicate of the source.
    """
    if any(side.content[w] and w > told.head for w in told.words):
        return any(w >= told.head for w in best.held)
    if BEING.isdisjoint(side.forms[max(0, told.head - _BESIDE) : told.head]) and "be" not in side.forms[told.head - 1 : told.head]:
        return best.head is None or best.aligned.forward.get(told.head) == best.head
    return best.head is None or any(best.aligned.forward[w] > best.head for w in best.held)


def _instead(match: Match, told: Told, best: Counterpart, stems: Collection[str]) -> list[int]:
    """Words of the summary's clause, or near it, that say the same as what is left out, and do not stand for other words of the source."""
    summary, aligned = match.summary, best.aligned
    known = set(best.side.sentence_stems(aligned.sentence))
    found = [w for w in told.words if summary.stems[w] in stems and aligned.forward.get(w) not in best.words and not is_dated(summary, w)]
    first, last = told.words[0], told.words[-1]
    near = [*_up_to(match, first, -1, ";:—"), *_up_to(match, last, 1, ",;:—")]
    near = [w for w in near if summary.forms[w] != "sought" or summary.forms[w - 1] not in _SOUGHT]
    wished = [w for w in near if first - _NEAR / 2 <= w < first and summary.stems[w] in _WISHED]  # "wants the clause dropped"
    new = [w for w in near if summary.stems[w] in stems and (w in wished or summary.stems[w] not in known | _CONDITIONAL)]
    return found + new


_SOUGHT = BEING | {"be", "been", "being"}
"""Words before a "sought" of somebody who is looked for: he plans nothing."""


def _up_to(match: Match, at: int, step: int, marks: str) -> Iterator[int]:
    """The words before or behind this one, up to where another statement begins."""
    side, sentence = match.summary, match.sentence
    for place in range(at + step, at + (_NEAR + 1) * step, step):
        if not sentence.first <= place < sentence.last or side.words[place].form in BUT:
            return
        if not set(marks).isdisjoint(side.between(min(place, place - step))):
            return
        yield place


def _says_whom(side: Side, told: Told) -> bool:
    """Whether a clause only says who or what is meant: "who take a nap", "that compares milks"; behind a comma it states something."""
    first, following = told.words[0], told.words[min(1, len(told.words) - 1)]
    form = side.words[first].form
    if form in _RELATIVE:
        return first == 0 or "," not in side.between(first - 1)
    if form in _PRONOUNS and first and side.content[first - 1] and side.between(first - 1) == " ":
        return lemma_of(side.forms[first - 1]) is None and not side.is_predicate(first - 1)  # "a medal | he got from a friend"
    return form == "that" and (told.head == first + 1 or side.words[following].form in _AUXILIARIES)


def _is_present(side: Side, told: Told) -> bool:
    """Whether a clause is in the present; "is meeting on Monday" is, "is scrapping the bus" is already under way."""
    clause = side.clause_of(told.head)
    under_way = side.forms[told.head].endswith("ing") and not any(side.words[w].form.startswith("date:") for w in told.words)
    return clause is not None and clause.tense == "present" and not side.has_modal(clause) and not under_way


def _is_past(side: Side, told: Told) -> bool:
    """Whether a clause tells what has happened."""
    clause = side.clause_of(told.head)
    if clause is not None and (side.has_modal(clause) or clause.tense == "past"):
        return not side.has_modal(clause)
    return any(form in HAVING or form in {"was", "were"} for form in side.forms[max(0, told.head - 3) : told.head])


def _is_inverted(side: Side, at: int) -> bool:
    """Whether "had" or the like begins a condition: "had a laboratory been hiring"."""
    return side.words[at].form in {"had", "should", "were"} and side.following(at) in _SUBJECTS


_SUBJECTS = ARTICLES | OWNERS | PERSONS | {"it", "there"}
