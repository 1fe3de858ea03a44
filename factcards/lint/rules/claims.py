"""What is claimed of whom: conditions, causes, plans told as facts, and one source made many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from factcards.cards import Severity
from factcards.lexicon import lemma_of
from factcards.lint.edits import closeness, is_of_one_subject
from factcards.lint.findings import Objection
from factcards.lint.matching import HELD, Alignment, Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.wording import BEING, HAVING, MODALS
from factcards.lint.words import is_adverb, lexis, stems_in, stems_of

__all__ = ["NO_CONJUNCTIONS", "causes", "conditions", "considered", "groups", "is_told_by_without", "plans", "sets_condition", "ungrounded"]


def conditions(match: Match) -> Iterator[Objection]:
    """`condition_dropped`: the source says so only "if" or "unless" something, which the summary leaves out."""
    best = match.best
    if best is None or (best.coverage < 0.7 and not match.near_verbatim) or not match.summary.has_clause(match.sentence):
        return
    source = match.source(best)
    here = set(match.summary.sentence_stems(match.sentence))
    words = stems_of("condition", "words")
    if here & (words | {"whether", "when", "depend"}):
        return
    for at in range(best.sentence.first, best.sentence.last):
        opens = source.forms[at] == "without" and at == best.sentence.first and "without" not in here and _is_to_come(source, best)
        if (source.stems[at] not in words and not opens) or at in best.backward:
            continue
        if not sets_condition(match, best, at) or not _is_told(match, best, at):
            continue
        if is_told_by_without(source, at, match.summary.forms[match.sentence.first : match.sentence.last]):
            continue
        clause = source.clause_of(at)
        last = min(best.sentence.last, source.place(clause.end)) if clause is not None else at + 1
        last = _behind_comma(source, at, last) if opens else max(last, at + 1)
        span = passage(match, best, at, min(last, at + 12))
        severity: Severity = "error" if best.coverage >= 0.8 or match.near_verbatim else "unsure"
        yield object_to(
            match, "condition_dropped", severity, f"the source says so on a condition: “{span.span.quote}”",
            (match.sentence.first, match.sentence.last), [span],
        )  # fmt: skip
        return


def _behind_comma(side: Side, at: int, last: int) -> int:
    """One past the word before the next comma; the place itself where there is none."""
    return next((w + 1 for w in range(at + 1, last - 1) if "," in side.between(w)), at)


def _is_to_come(source: Side, aligned: Alignment) -> bool:
    """Whether the sentence tells what will or would be: "without more money the mill | will | close"."""
    return not _WILL.isdisjoint(source.forms[aligned.sentence.first : aligned.sentence.last])


def is_told_by_without(source: Side, at: int, forms: Sequence[str]) -> bool:
    """Whether these words of the summary tell a source's "unless": "has no funds to pay unless the bank agrees", "without agreement"."""
    return source.words[at].form == "unless" and "without" in forms


def _is_told(match: Match, aligned: Alignment, at: int) -> bool:
    """Whether the summary has what is set on the condition: the clause that it stands behind, from the last mark on. "Called it political
    and said she would help | if she saw the file" sets nothing on the first.
    """
    source = match.source(aligned)
    clause = source.clause_of(at - 1) if at > aligned.sentence.first else None
    start = max(aligned.sentence.first, source.place(clause.start)) if clause is not None else at
    apart = next((w + 1 for w in range(at - 2, start - 1, -1) if not _MARKED.isdisjoint(source.between(w))), start)
    behind = range(apart, at)
    content = [w for w in behind if source.content[w]]
    return len(content) < HELD or _has_some(aligned, content)


def sets_condition(match: Match, aligned: Alignment, at: int) -> bool:
    """Whether this "if" begins a clause that the summary leaves out, beside words of the same sentence that it has."""
    source = match.source(aligned)
    if _is_asked_if(source, at, aligned.sentence.first):
        return False
    before = source.words[at - 1].form if at > aligned.sentence.first else ""
    clause = source.clause_of(at)
    end = aligned.sentence.last
    if source.words[at].form in NO_CONJUNCTIONS:
        following = source.words[at + 1].form if at + 1 < end else ""
        joins = following == "that" and at > aligned.sentence.first and "," in source.between(at - 1)  # ", provided that it pays"
        heads = clause is not None and source.is_predicate(at) and clause.tense is not None and not joins
        if heads or before in HAVING | BEING | {"be", "been"} or following in {"by", "with", "for", "to"}:
            return False
    elif source.words[at].form == "without":
        end = _behind_comma(source, at, end)
    elif before in {"even", "as", "what"} or (source.words[at].form != "unless" and (clause is None or clause.mood != "condition")):
        return False
    elif clause is not None and source.place(clause.end) > at:
        end = min(end, source.place(clause.end))
    comma = next((w for w in range(at + 1, end - 1) if "," in source.between(w)), end)
    inside = [w for w in range(at + 1, min(end, comma + 1)) if source.content[w]]
    said = bool(source.attributed_to(at))  # who says so is nothing that follows
    behind = [w for w in range(comma + 1, aligned.sentence.last) if source.content[w] and bool(source.attributed_to(w)) == said]
    if before in {"and", "but"} and not _has_some(aligned, behind):
        return False  # "will lead and, if he wins, will speak": a condition of what follows
    return bool(inside) and not _has_some(aligned, inside)


def _is_asked_if(source: Side, at: int, first: int) -> bool:
    """Whether this "if" is a "whether": "asked at a lunch in Tarn | if | she would run"; not "asked him to go if", "asked, if"."""
    for word in range(at - 1, max(first, at - _ASKED) - 1, -1):
        if not _MARKED.isdisjoint(source.between(word)) or source.forms[word] == "to":
            return False
        if lemma_of(source.forms[word]) in _ASKING:
            return True
    return False


_ASKED = 12
"""Words from "asked" to the "if" behind which stands what is asked, at most."""
_ASKING = frozenset(["ask", "wonder", "inquire", "enquire"])
_MARKED = frozenset(",;:—–")


def _has_some(aligned: Alignment, content: Sequence[int]) -> bool:
    """Whether the summary has a third of these words of the source, and one at least."""
    return 3 * sum(w in aligned.backward for w in content) >= max(1, len(content))


NO_CONJUNCTIONS = frozenset(["pending", "provided", "assuming"])
"""Words that set a condition without being read as one: participles, which may also be plain verbs."""


def causes(match: Match) -> Iterator[Objection]:
    """`cause_claimed`: where the source says "after" or "amid" the summary says "because of", "caused by" or "led to"."""
    summary = match.summary
    for at in range(match.sentence.first, match.sentence.last):
        for aligned, same in _telling(match, at) if _claimed(summary, at) else ():
            source, places = match.source(aligned), range(aligned.sentence.first, aligned.sentence.last)
            if any(_claimed(source, w) for w in places):
                return
            there = next((w for w in places if _beside(match, aligned, w) and _between(match, aligned, at, w)), None)
            if there is not None:
                theirs = passage(match, aligned, there, there + 1)
                loose = match.source(aligned).forms[there] == "and" and not match.near_verbatim  # "and" joins anything
                severity: Severity = "error" if (same and not loose) or _stands_instead(match, aligned, at, there) else "unsure"
                yield object_to(match, "cause_claimed", severity, f"the source only says “{theirs.span.quote}”", (at, at + 1), [theirs])
                return


def _telling(match: Match, at: int) -> Iterator[tuple[Alignment, bool]]:
    """The candidates that may tell what this word is about, and whether each surely does: those of its clause, then the sentence's best."""
    for told in match.clauses_with(at):
        yield told.counterparts[0].aligned, told.share >= _SAME_MATTER
    best = match.best
    if best is not None:
        yield best, match.near_verbatim or best.coverage >= _SAME_MATTER


_SAME_MATTER = 0.6
"""Share of the sentence's content, or of its clause's, that one candidate must hold for a claimed cause to be an error."""


def _claimed(side: Side, at: int) -> bool:
    """Whether this word claims a cause; "led" and "due" only with "to" behind them, or "led" with whom it led "to do" something."""
    if side.stems[at] in {"lead", "due", "owing"}:
        behind = range(at + 2, min(at + _LED, side.sentence_of(at).last - 1)) if side.stems[at] == "lead" else ()
        return side.following(at) == "to" or any(side.forms[w] == "to" and side.is_predicate(w + 1) for w in behind)
    return side.stems[at] in stems_of("cause", "claims")


_LED = 6
"""Words from a "led" to the "to" of what it led somebody to do, at most."""


def _beside(match: Match, aligned: Alignment, at: int) -> bool:
    return match.source(aligned).stems[at] in stems_of("cause", "beside") and at not in aligned.backward


def _stands_instead(match: Match, aligned: Alignment, here: int, there: int) -> bool:
    """Whether a claim of a cause has the word before it, and the next one that both sides have behind it, where the source has its "after":
    "closed in May | because of the result of | the vote", "closed in May | after | the vote".
    """
    before = next((w for w in range(here - 1, max(match.sentence.first, here - 1 - _BESIDE) - 1, -1) if w in aligned.forward), -1)
    behind = next((w for w in range(here + 1, match.sentence.last) if w in aligned.forward and match.summary.content[w]), -1)
    near = 0 < there - aligned.forward.get(before, there) <= _BESIDE
    return near and behind - here <= _REACH and 0 < aligned.forward.get(behind, there) - there <= _BESIDE


_BESIDE = 3
"""Words from an "after" to those beside it that both sides have, at most."""


def _between(match: Match, aligned: Alignment, here: int, there: int) -> bool:
    """Whether words of the summary on both sides of the one stand in the source on different sides of the other."""
    pairs = [(a, b) for a, b in aligned.forward.items() if match.summary.content[a]]
    comma = next((w for w in range(here + 1, match.sentence.last - 1) if "," in match.summary.between(w)), None)
    if here == match.sentence.first and comma is not None:
        here, pairs = comma, [(a, b) for a, b in pairs if b != there]  # "because it was late, it closed"
    left, right = {b < there for a, b in pairs if a < here}, {b < there for a, b in pairs if a > here}
    return (len(left), len(right)) == (1, 1) and left != right


def plans(match: Match) -> Iterator[Objection]:
    """`plan_as_fact`: the source plans to, is to or will; the summary says that it is done."""
    told: set[tuple[int, int]] = set()
    ways = {here: _way_done(match, here) for here in {here for aligned in match.candidates for here in aligned.forward}}
    for aligned in match.candidates:
        for here, there in aligned.forward.items():
            at = _planned(match, aligned, here, there, ways[here])
            if at is None or (aligned.side, at) in told:
                continue
            whole = _is_same_clause(match, aligned, here, there)
            if _done_elsewhere(match, aligned, here, whole=whole):
                continue
            close = 1.0 if whole else closeness(match, aligned, here)
            one = ways[here] == "done" and at < there and is_of_one_subject(match, aligned, here, at)
            one = one or (at < there and _is_dated_alike(match, aligned, here, there))
            if aligned is not match.best and not one and (close < _CLOSE or here in match.candidates[0].forward):
                continue
            sure = one or match.near_verbatim or close >= 0.5
            severity: Severity = "error" if sure else "unsure"
            theirs = passage(match, aligned, at, there + 1)
            why = f"the source says “{theirs.span.quote}”, which is no fact yet"
            told.add((aligned.side, at))
            yield object_to(match, "plan_as_fact", severity, why, (here, here + 1), [theirs])


def _is_dated_alike(match: Match, aligned: Alignment, here: int, there: int) -> bool:
    """Whether the same date or figure stands behind both verbs: "was sentenced on May 15", "is set to be sentenced on May 15"."""
    behind = range(here + 1, min(match.sentence.last, here + 1 + _DATED))
    return any(match.summary.words[w].figure and 0 < aligned.forward.get(w, there) - there <= _DATED for w in behind)


_DATED = 3
"""Words behind a verb among which its date stands."""


def considered(match: Match) -> Iterator[Objection]:
    """`hedge_strengthened`: what the source only considers doing is planned in the summary; `less_sure`: the other way round."""
    best, summary, sentence = match.best, match.summary, match.sentence
    if best is None:
        return
    source, first = match.source(best), best.sentence.first
    for here, there in best.forward.items():
        mine, theirs = _intended(summary, here, sentence.first), _intended(source, there, first)
        if mine is None or theirs is None:
            continue
        open_here, open_there = _is_only_thought_of(summary, mine, sentence.first), _is_only_thought_of(source, theirs, first)
        firm, word = (source, theirs) if open_here else (summary, mine)
        if open_here == open_there or firm.stems[word] not in _DECIDED or match.speaks_of(_DECIDED if open_there else _THOUGHT_OF):
            continue
        code = "hedge_strengthened" if open_there else "less_sure"
        why = f"the source says “{source.span(theirs, there + 1).quote}”"
        yield object_to(match, code, "error", why, (mine, here + 1), [passage(match, best, theirs, there + 1)])


_DECIDED = (stems_of("plan", "settled") | stems_in("plan intend")) - stems_in("attempt try expect")
"""By these it is settled that somebody means to do it."""


_REACH = 8
"""Words behind a verb that tell what is done."""
_UNFINISHED = stems_in("draft proposal outline")
"""What is done, and yet no more than a plan: "has released draft rules"."""
_CLOSE = 0.6
"""Closeness from which another candidate than the best may be the one that speaks of the plan."""


def _is_same_clause(match: Match, aligned: Alignment, here: int, there: int) -> bool:
    """Whether nearly all of the clause that tells it is told there by the source's clause."""
    return any(told.head == here and there in told.counterparts[0].words for told in match.clauses_told_in(aligned, here, _WHOLE))


_WHOLE = 0.8
"""Share of a clause from which its counterpart tells the same."""


_Way = Literal["done", "now", "under way", "had"]
"""How the summary tells of a thing as a fact: a verb of what has happened or is going on (by its own word "now"), or a thing with which
something has been done.
"""


def _way_done(match: Match, here: int) -> _Way | None:
    """How a word of the summary tells of what is no plan; null where it does not."""
    summary, first = match.summary, match.sentence.first
    if not summary.content[here] or summary.stems[here] in _UNFINISHED:
        return None
    if _done(summary, here, first):
        return "done"
    if summary.forms[here].endswith("ing") and not _ALREADY.isdisjoint(summary.forms[max(first, here - 1) : here]):
        return "now"
    if _is_under_way(summary, here):
        return "under way"
    return "had" if _is_had(summary, here, first) else None


def _planned(match: Match, aligned: Alignment, here: int, there: int, way: _Way | None) -> int | None:
    """The place of the source's plan, where the summary has done what is planned there; null where it has not."""
    if way is None:
        return None
    summary, source = match.summary, match.source(aligned)
    if way == "done":
        at = _intended(source, there, aligned.sentence.first)
        going = _is_going_on(source, there, aligned.sentence.first) and not source.in_quotation(there)
        if at is None and going and not HAVING.isdisjoint(summary.forms[max(0, here - _OBJECT) : here]):
            return there  # "is building it", "has built it"
        return None if at in aligned.backward else at
    if way in {"now", "under way"}:
        at = _intended(source, there, aligned.sentence.first)
        return None if at is None or at in aligned.backward or (way != "now" and source.stems[at] not in _OPEN) else at
    before = range(max(aligned.sentence.first, there - _OBJECT), there)
    plan = next((w for w in reversed(before) if source.stems[w] in stems_of("plan", "words") and source.forms[w] not in _TRADES), None)
    return None if plan is None or plan in aligned.backward or source.in_quotation(plan) else plan


_ALREADY = frozenset(["now", "already"])
_TRADES = frozenset(["planning", "setting"])
"""Forms that plan nothing before a noun: "planning officers"."""
_OBJECT = 4
"""Words between a plan and what is planned, at most: "plans to start several studies"."""


def _is_had(side: Side, at: int, first: int) -> bool:
    """Whether something has been done with this thing: "has made regulatory filings"."""
    low = max(first, at - _OBJECT)
    if HAVING.isdisjoint(side.forms[low:at]) or not _OPEN_YET.isdisjoint(side.stems[low:at]):
        return False
    done = (side.words[w + 1] for w in range(low, at - 1) if side.forms[w] in HAVING)
    # one who "had been the target" is what was intended
    return any(_is_past(word.form) and word.form != "been" and word.stem not in _UNDONE for word in done)


_UNDONE = stems_in(
    "delay postpone defer shelve scrap cancel drop abandon halt block oppose reject approve back discuss debate criticise announce plan "
    "propose consider review reveal unveil question attack defend support"
)
"""What may be done with what is only planned: "has delayed its bridge"."""


_PLANNED = stems_of("plan", "words") | stems_of("hedge", "medium") | stems_of("hedge", "strong") | {"will", "shall", "to"}


_OPEN_YET = _PLANNED | _UNFINISHED


def _done(side: Side, at: int, first: int) -> bool:
    """Whether this word is a verb of what has happened: in the past tense, or with "has" or "was" before it."""
    clause = side.clause_of(at) if side.is_predicate(at) else None
    past = clause is not None and clause.tense == "past"
    if not past and not (_is_past(side.forms[at]) and not _PAST.isdisjoint(side.forms[max(first, at - 3) : at])):
        return False
    return _PLANNED.isdisjoint(side.stems[max(first, at - 4) : at])


_PAST = HAVING | {"was", "were"}


def _is_under_way(side: Side, at: int) -> bool:
    """Whether this verb tells what is going on: "is selling"; not what is fixed for a day, "is meeting on Monday"."""
    if not side.forms[at].endswith("ing") or side.stems[at] in _PLANNED or at == 0 or side.forms[at - 1] not in BEING:
        return False
    clause = side.clause_of(at)
    words = range(side.place(clause.start), side.place(clause.end)) if clause is not None else ()
    return not any(side.forms[w].startswith("date:") for w in words)


_OPEN = stems_of("plan", "words") - stems_of("plan", "settled")
"""Plans of which "is doing it" says too much; who will, or has agreed to, may be said to be doing it."""


def _is_going_on(side: Side, at: int, first: int) -> bool:
    """Whether a verb tells what is still going on: "is building", "are jointly building"."""
    return side.forms[at].endswith("ing") and not _NOW.isdisjoint(side.forms[max(first, at - 2) : at])


def _is_past(form: str) -> bool:
    return form.endswith("ed") or form in lexis()["irregular"]


def _intended(side: Side, at: int, first: int) -> int | None:
    """The place of "will", "plans", "is" or "going" before a verb that is still to come; null where it is not."""
    place = at - 1
    while place > first and (side.words[place].form in _STILL or is_adverb(side.words[place].form) or side.between(place) == "-"):
        place -= 1  # "to co-host" is to host
    if place < first:
        return None
    if side.forms[at].endswith("ing") and side.stems[place] in _BEGINNING:
        return _intended(side, place, first)  # "is set to begin | sailing"
    if side.words[place].form in {"will", "shall", "should", "must"}:
        return None if side.in_quotation(at) and side.words[place].form in {"should", "must"} else place
    if side.words[place].form == "can":
        return None if side.in_quotation(at) else place
    if side.words[place].form == "would":
        return place if side.attributed_to(at) and not side.in_quotation(at) else None  # what was told then was still to come
    if side.forms[at].endswith("ing") and _is_only_thought_of(side, place, first):
        return place - (side.forms[place] in {"of", "about", "at"})
    if side.words[place].form != "to" or place == first:
        return None
    word = side.words[place - 1]
    if word.form == "have" and place - 2 >= first and side.forms[place - 2] in _WILL and not side.in_quotation(at):
        return place - 2  # "would have to apply"
    if word.stem in stems_of("plan", "words") or (word.form == "talks" and side.forms[max(first, place - 2)] == "in"):
        return place - 1
    if side.in_quotation(at):
        return None
    asked = _asked_of(side, place, first)  # "asked the court to stop it" is no more than asked
    return place - 1 if asked is None and word.form in BEING | {"going"} else asked


_REQUESTS = stems_in("ask urge request petition beg implore order tell instruct advise warn")
_ASKED_OF = 8
"""Words from "asked" to the "to" of what is asked, at most: whom one asks stands between."""


def _asked_of(side: Side, place: int, first: int) -> int | None:
    """The verb by which somebody is asked or told to do what follows this "to", with whom between and no mark: "urged the court to", "were
    told to"; not "in order to".
    """
    for word in range(place - 1, max(first, place - _ASKED_OF) - 1, -1):
        if not _MARKED.isdisjoint(side.between(word)):
            return None
        if side.stems[word] in _REQUESTS and side.forms[word] != "order":
            return word
    return None


_BEGINNING = stems_in("begin start")
_STILL = frozenset(["be", "still", "also", "first"])
"""Words between what is still to do and its verb: "must still | apply"."""


def _is_only_thought_of(side: Side, place: int, first: int) -> bool:
    """Whether a verb in "-ing" behind this place is what somebody turns over: "considering | selling", "thinking of | selling"."""
    if side.stems[place] in _TURNED_OVER:
        return True
    before = side.stems[place - 1] if place > first else ""
    return (side.forms[place] in {"of", "about"} and before in _THOUGHTS) or (side.forms[place] == "at" and before == "look")


_TURNED_OVER = stems_in("consider weigh mull contemplate discuss")
_THOUGHTS = stems_in("think talk")
_THOUGHT_OF = _TURNED_OVER | _THOUGHTS


_WILL = frozenset(["will", "would"])
_NOW = frozenset(["is", "are", "be"])


def _done_elsewhere(match: Match, planned: Alignment, here: int, *, whole: bool) -> bool:
    """Whether another candidate has the verb with no plan before it: then the summary follows that one; or the plan's own sentence has
    it done as well ("was told to go, and went"). Where the plan is the `whole` of what the summary tells, another must have as much of it.
    """
    own, sentence, verb = match.source(planned), planned.sentence, planned.forward[here]
    again = (w for w in range(sentence.first, sentence.last) if w != verb and own.stems[w] == own.stems[verb] and _is_past(own.forms[w]))
    if any(_intended(own, w, sentence.first) is None for w in again):
        return True
    for aligned in match.candidates:
        there = aligned.forward.get(here) if aligned is not planned else None
        if there is None:
            continue
        source = match.source(aligned)
        # Whether it was done in another year or month than it will be
        dated = any(match.summary.words[w].figure and w not in planned.forward for w in aligned.forward)
        if whole and not dated and not _is_same_clause(match, aligned, here, there):
            continue  # "the shortlists were announced", where "the winners will be announced"
        first = aligned.sentence.first
        before = source.forms[max(first, there - 2) : there]
        open_yet = _is_going_on(source, there, first) or "not" in before or before[-1:] == ["before"]  # "do not meet", "before meeting"
        tells = _is_past(source.forms[there]) or (source.is_predicate(there) and not open_yet)
        if tells and _intended(source, there, aligned.sentence.first) is None:
            return True  # "the rebels" tell of nobody who rebelled
    return False


def groups(match: Match) -> Iterator[Objection]:
    """`source_multiplied`: one source became several ("an official said", "officials said")."""
    best, summary = match.best, match.summary
    if best is None:
        return
    for saying in summary.sayings_in(match.sentence):
        mention = saying.speaker.mention
        for here in range(summary.place(mention.start), summary.place(mention.end)) if mention is not None else ():
            if summary.forms[here] in _BEHIND_NOUNS:
                break  # "people in bad relationships" are people
            found = _multiplied(match, best, here)
            if found is not None:
                yield found


def _multiplied(match: Match, best: Alignment, here: int) -> Objection | None:
    """What is wrong with a word for people, where the source has one of them only, or counts them."""
    there = best.forward.get(here)
    if there is None or not match.summary.content[here]:
        return None
    summary, source = match.summary, match.source(best)
    mine, theirs = summary.words[here].form, source.words[there].form
    acts = there > best.sentence.first and source.words[there - 1].form in _BEFORE_VERBS  # "will heighten", "heightens"
    acts = acts or (summary.is_predicate(here) and not source.is_predicate(there))  # "Agency drafts rules", "a draft of rules"
    if here + 1 < match.sentence.last and here + 1 in summary.name_words and summary.text[summary.words[here].start].isupper():
        return None  # "Presidents Quill and Marsh"
    if here in summary.name_words and source.content[there + 1 : there + 2] == [True] and source.between(there) == " ":
        return None  # "the Liberal Democrats", "the Liberal Democrat leader"
    if source.forms[there - 1] in _EVERY and there > best.sentence.first:
        return None  # "every pilot", "pilots"
    if not _OF_MORE.isdisjoint(source.forms[max(best.sentence.first, there - _COUNTED) : there]):
        return None  # "another former clerk", "two former clerks"
    if mine in {f"{theirs}s", f"{theirs}es"} and not theirs.endswith("s") and not acts:
        words = passage(match, best, there, there + 1)
        told = (match.source(a).forms[a.sentence.first : a.sentence.last] for a in match.candidates[1:])
        known = any(mine in forms for forms in told) if match.near_verbatim else _are_known(match, here)
        severity: Severity = "unsure" if known or match.is_reworded else "error"
        return object_to(
            match,
            "source_multiplied",
            severity,
            f"the summary has several where the source has one “{words.span.quote}” only",
            (here, here + 1),
            [words],
        )
    counted = _count_before(source, there, best.sentence.first)
    if mine == theirs and counted is not None and counted not in best.backward and _bare(summary, here, match.sentence.first):
        words = passage(match, best, counted, there + 1)
        severity = "error" if match.near_verbatim else "warning"
        return object_to(match, "source_multiplied", severity, f"the source has “{words.span.quote}” only", (here, here + 1), [words])
    return None


_BEHIND_NOUNS = frozenset(["of", "at", "in", "with", "for", "who", "from", "to", "near"])


def _are_known(match: Match, here: int) -> bool:
    """Whether several may be meant, named before in the summary ("these officials") or elsewhere in a source."""
    summary = match.summary
    refers = here > match.sentence.first and summary.words[here - 1].form in {"the", "these", "those"}
    return refers or match.index.writes(summary.words[here].form)


_COUNTED = 4
"""Words before people among which their number stands."""
_EVERY = frozenset(["every", "each", "any", "no"])
_OF_MORE = frozenset(["another", "fellow"])
"""Words before somebody who is not the only one."""
_BEFORE_VERBS = MODALS | {"to", "not"}


def _count_before(side: Side, at: int, first: int) -> int | None:
    """The place of a small number right before these people ("two experts"), or with one word between."""
    for place in range(at - 1, max(first, at - 2) - 1, -1):
        if side.words[place].figure:
            return place if side.words[place].form in {f"number:{n}" for n in range(2, 10)} else None
    return None


def _bare(side: Side, at: int, first: int) -> bool:
    """Whether a plural stands with no word that counts or picks its people."""
    return side.words[at].form.endswith("s") and not any(w.figure or w.form in _PICKING for w in side.words[max(first, at - 2) : at])


_PICKING = frozenset(["the", "some", "several", "few", "both", "these", "those", "other", "many", "pair", "couple", "trio"])


_GROUNDED = 0.2
"""Share of a sentence's content, by weight, that the candidates must hold; faithful sentences of four words and more rarely hold less."""
_LEAST_WORDS = 4


def ungrounded(match: Match) -> Iterator[Objection]:
    """`ungrounded`: hardly a word of the sentence stands in any source; it may be true, but nothing here carries it."""
    words = [w for w in range(match.sentence.first, match.sentence.last) if match.summary.content[w]]
    if len(words) >= _LEAST_WORDS and match.support < _GROUNDED:
        why = "hardly a word of this sentence stands in the source"
        yield object_to(match, "ungrounded", "unsure", why, (match.sentence.first, match.sentence.last))
