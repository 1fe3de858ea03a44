"""What is told as shown, charged or held, where the source has it as not shown, suspected or still to come."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lexicon import lemma_of
from factcards.lint.findings import Objection
from factcards.lint.matching import HELD, Alignment, Match
from factcards.lint.rules.cues import kind_of
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.negations import DENYING, TURNING
from factcards.lint.side import Saying, Side
from factcards.lint.wording import BEING, HAVING, MODALS
from factcards.lint.words import stems_in

__all__ = ["charged", "scheduled", "unshown"]

_SURE = frozenset(["settled", "shown"])
_SOON = 4
"""Words before a cue among which its "not" stands, and behind a date or a charge among which something of the same clause does."""


def unshown(match: Match) -> Iterator[Objection]:
    """`negation_dropped`: "the study proves that tides turn", where the source only has that it does "not show that tides turn"."""
    summary = match.summary
    if not DENYING.isdisjoint(summary.sentence_stems(match.sentence)):
        return
    for saying in summary.sayings_in(match.sentence):
        if kind_of(saying.cue.quote) not in _SURE:
            continue
        here, found = summary.place(saying.cue.start), [_denied_over(match, aligned, saying) for aligned in match.candidates]
        told = [(aligned, at) for aligned, at in zip(match.candidates, found, strict=True) if at is not None]
        if told and not any(_has_all(match, aligned, saying) for aligned, at in zip(match.candidates, found, strict=True) if at is None):
            aligned, at = told[0]
            if at in aligned.backward:
                return  # the same verb: the rule about negations sees it
            theirs = passage(match, aligned, at, _first(aligned, saying))
            why = f"the source says “{theirs.span.quote}”"
            yield object_to(match, "negation_dropped", "error", why, (here, here + 1), [theirs])
            return


def _denied_over(match: Match, aligned: Alignment, saying: Saying) -> int | None:
    """The place of a "not" before a verb of showing that a candidate has over all of what is shown in the summary; null without one."""
    if not _has_all(match, aligned, saying):
        return None
    source, first = match.source(aligned), _first(aligned, saying)
    that = next((w for w in range(first - 1, max(aligned.sentence.first, first - _SOON) - 1, -1) if source.forms[w] == "that"), None)
    if that is None or lemma_of(source.forms[that - 1]) is None or kind_of(source.forms[that - 1]) not in _SURE:
        return None
    before = range(max(aligned.sentence.first, that - 1 - _SOON), that - 1)
    return next((w for w in before if source.forms[w] in TURNING), None)


def _has_all(match: Match, aligned: Alignment, saying: Saying) -> bool:
    content = [w for w in saying.only_said if match.summary.content[w]]
    return len(content) >= HELD and all(w in aligned.forward for w in content)


def _first(aligned: Alignment, saying: Saying) -> int:
    """The first word of a candidate that stands for one of what is said."""
    return min(aligned.forward[w] for w in saying.only_said if w in aligned.forward)


def charged(match: Match) -> Iterator[Objection]:
    """`hedge_strengthened`: "charged with theft", where the source has "on suspicion of theft" and charges nobody with anything."""
    summary = match.summary
    for at in range(match.sentence.first, match.sentence.last - 2):
        if summary.forms[at : at + 2] != ["charged", "with"] or any(map(match.index.knows, _COURT)):
            continue
        for aligned in match.candidates:
            source, there = match.source(aligned), aligned.forward.get(at + 2)
            if there is not None and source.forms[max(0, there - 2) : there] == ["suspicion", "of"] and summary.content[at + 2]:
                theirs = passage(match, aligned, there - 2, there + 1)
                why = f"surer than the source, which says “{theirs.span.quote}”"
                yield object_to(match, "hedge_strengthened", "error", why, (at, at + 3), [theirs])
                return


_COURT = stems_in("charge indict prosecute plead court trial arraign")


def scheduled(match: Match) -> Iterator[Objection]:
    """`plan_as_fact`: told as past on a day on which the source has it as to come, by a verb in the present: "votes on 4 November"."""
    best, summary = match.best, match.summary
    if best is None or best.sentence.part != "body" or best.ordered < _SAME_ORDER:
        return
    for at in range(match.sentence.first, match.sentence.last):
        there, clause = best.forward.get(at), summary.clause_of(at) if _is_day(summary, at) else None
        if there is None or clause is None or clause.tense != "past" or clause.mood != "statement":
            continue
        head, verb = summary.place(clause.head.start), _present(match.source(best), best, there)
        if verb is None or (verb in best.backward and summary.forms[best.backward[verb]] == match.source(best).forms[verb]):
            continue
        if not _shares(match, best, head, at) or _is_past_elsewhere(match, best, at):
            continue
        theirs = passage(match, best, min(verb, there), max(verb, there) + 1)
        why = f"the source says “{theirs.span.quote}”, which is no fact yet"
        sure = match.near_verbatim or summary.stems[head] in _HELD
        yield object_to(match, "plan_as_fact", "error" if sure else "unsure", why, (head, head + 1), [theirs])
        return


_HELD = stems_in("take hold happen occur")
"""What says no more of something than that it was: "the vote took place"."""
_SAME_ORDER = 0.5
"""Share of a sentence's words in order from which it tells of the same day's event."""


def _is_day(side: Side, at: int) -> bool:
    """Whether a word is a date without its year: "4 November", "Tuesday"; what is told of a year is history."""
    form = side.forms[at]
    return form.startswith("date:") and not any(part.isdigit() and len(part) > 2 for part in form.removeprefix("date:").split())


def _present(source: Side, best: Alignment, date: int) -> int | None:
    """The predicate in the plain present of the clause that holds a date, where nothing helps it; null where there is none, or a cue."""
    clause = source.clause_of(date)
    if clause is None or clause.depth or clause.tense not in {"present", None} or source.forms[date - 1] in _LASTING:
        return None
    head = source.place(clause.head.start)
    form = source.forms[head]
    before = source.forms[max(best.sentence.first, head - 2) : head]
    helped = not _HELPING.isdisjoint(before) or before[-1:] in (["the"], ["a"])  # "the votes" are no verb
    present = form in {"is", "are"} or (form.endswith("s") and not form.endswith("ss"))
    if not present or helped or head > date or lemma_of(form) is not None or source.attributed_to(head):
        return None
    return head if form not in {"is", "are"} or date <= head + 2 else None  # "the vote is on 3 May"


_HELPING = BEING | HAVING | MODALS | {"be", "been", "to"}


_LASTING = frozenset(["until", "till", "through", "since", "from", "to"])
"""Words before the day on which something ends, or has begun: "runs until Sunday" is no plan."""


def _shares(match: Match, best: Alignment, head: int, date: int) -> bool:
    """Whether the subject before the predicate stands in the candidate, too."""
    before = [w for w in range(match.sentence.first, head) if match.summary.content[w] and w != date]
    return any(w in best.forward for w in before)


def _is_past_elsewhere(match: Match, best: Alignment, date: int) -> bool:
    """Whether another sentence of the sources has that day in a clause in the past: the summary may follow that one."""
    for number in match.index.postings.get(match.summary.stems[date], ()):
        at, sentence = match.index.sentences[number]
        side = match.index.sources[at]
        if (at, sentence) == (best.side, best.sentence):
            continue
        days = (w for w in range(sentence.first, sentence.last) if side.stems[w] == match.summary.stems[date])
        if any((clause := side.clause_of(w)) is not None and clause.tense == "past" for w in days):
            return True
    return False
