"""What is claimed of whom: opposites, conditions, causes, plans told as facts, and one source made many."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lint.edits import changes, closeness
from factcards.lint.findings import Finding, Severity
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.words import contrary, stems_of

__all__ = ["causes", "conditions", "contraries", "groups", "plans", "ungrounded"]

_AROUND = 6
"""Words round the place where the opposite would stand in which it is looked for."""


def contraries(match: Match) -> Iterator[Finding]:
    """`contrary`: a word turned into its opposite ("rose", "fell"), both sides speaking of the same thing."""
    best = match.best
    if best is None:
        return
    summary, source = match.summary, match.source(best)
    missing = {
        source.stems[w]: w for w in range(best.sentence.first, best.sentence.last) if w not in best.backward and not source.words[w].figure
    }
    for at in range(match.sentence.first, match.sentence.last):
        if at in best.forward or summary.words[at].figure:
            continue
        there = next((missing[other] for other in sorted(contrary(summary.stems[at])) if other in missing), None)
        if there is None or not _same_place(match, best, at, there):
            continue
        close = closeness(match, best, at) >= 0.5 and summary.stems[at] not in stems_of("contrary", "converse")
        severity: Severity = "error" if match.near_verbatim or close else "unsure"
        theirs = passage(match, best, there, there + 1)
        yield object_to(match, "contrary", severity, f"the source says “{theirs.span.quote}”", (at, at + 1), [theirs])


def _same_place(match: Match, aligned: Alignment, here: int, there: int) -> bool:
    """Whether a word beside this one has its counterpart beside that one."""
    near = [w for w in range(here - 3, here + 4) if w in aligned.forward and match.summary.content[w]]
    return any(abs(aligned.forward[w] - there) <= _AROUND for w in near)


def conditions(match: Match) -> Iterator[Finding]:
    """`condition_dropped`: the source says so only "if" or "unless" something, which the summary leaves out."""
    best = match.best
    if best is None or best.coverage < 0.7 or not match.summary.has_clause(match.sentence):
        return
    source = match.source(best)
    here = set(match.summary.stems[match.sentence.first : match.sentence.last])
    words = stems_of("condition", "words")
    if here & (words | {"whether", "when", "depend"}):
        return
    for at in range(best.sentence.first, best.sentence.last):
        if source.stems[at] not in words or at in best.backward or not _conditions_it(match, best, at):
            continue
        clause = source.clause_of(at)
        last = min(best.sentence.last, source.place(clause.end)) if clause is not None else at + 1
        last = last if last > at else at + 1
        span = passage(match, best, at, min(last, at + 12))
        severity: Severity = "error" if best.coverage >= 0.8 else "unsure"
        yield object_to(
            match, "condition_dropped", severity, f"the source says so on a condition: “{span.span.quote}”",
            (match.sentence.first, match.sentence.last), [span],
        )  # fmt: skip
        return


def _conditions_it(match: Match, aligned: Alignment, at: int) -> bool:
    """Whether this "if" begins a clause that the summary leaves out, beside words of the same sentence that it has."""
    source = match.source(aligned)
    before = source.words[at - 1].form if at > aligned.sentence.first else ""
    clause = source.clause_of(at)
    if before in {"even", "as", "only", "what"} or clause is None or clause.mood != "condition":
        return False
    inside = range(at + 1, min(aligned.sentence.last, source.place(clause.end)))
    told = sum(1 for w in inside if w in aligned.backward and source.content[w])
    return told * 3 < sum(1 for w in inside if source.content[w])


def causes(match: Match) -> Iterator[Finding]:
    """`cause_claimed`: where the source says "after" or "amid" the summary says "because of" or "caused by"."""
    best = match.best
    if best is None:
        return
    summary, source = match.summary, match.source(best)
    claimed, beside = stems_of("cause", "claims"), stems_of("cause", "beside")
    if claimed & {source.stems[w] for w in range(best.sentence.first, best.sentence.last)}:
        return
    for change in changes(match, best):
        here = [w for w in range(*change.here) if summary.stems[w] in claimed]
        there = [w for w in range(*change.there) if source.stems[w] in beside]
        if not here or not there or change.anchored < 2:
            continue
        theirs = passage(match, best, there[0], there[0] + 1)
        severity: Severity = "error" if match.near_verbatim else "unsure"
        yield object_to(match, "cause_claimed", severity, f"the source only says “{theirs.span.quote}”", (here[0], here[-1] + 1), [theirs])


def plans(match: Match) -> Iterator[Finding]:
    """`plan_as_fact`: the source plans, wants or threatens to; the summary says that it is done."""
    best = match.best
    if best is None:
        return
    summary, source = match.summary, match.source(best)
    intends = stems_of("plan", "words")
    soft = intends | stems_of("hedge", "medium") | stems_of("hedge", "strong") | {"will", "shall", "to"}
    for here, there in best.forward.items():
        form = summary.words[here].form
        if not summary.content[here] or there - 2 < best.sentence.first or source.words[there - 1].form != "to":
            continue
        at = there - 2
        done = form.endswith("ed") or summary.words[here - 1].form in {"has", "have", "had", "was", "were"} if here else form.endswith("ed")
        if source.stems[at] not in intends or at in best.backward or not done:
            continue
        if soft & set(summary.stems[max(match.sentence.first, here - 4) : here]):
            continue
        severity: Severity = "error" if match.near_verbatim or closeness(match, best, here) >= 0.5 else "unsure"
        theirs = passage(match, best, at, there + 1)
        yield object_to(
            match, "plan_as_fact", severity, f"the source says “{theirs.span.quote}”, which is no fact yet", (here, here + 1), [theirs]
        )


def groups(match: Match) -> Iterator[Finding]:
    """`source_multiplied`: one source became several ("an official said", "officials said")."""
    best = match.best
    if best is None:
        return
    summary, source = match.summary, match.source(best)
    for saying in summary.sayings_in(match.sentence):
        mention = saying.speaker.mention
        if mention is None:
            continue
        for here in range(summary.place(mention.start), summary.place(mention.end)):
            there = best.forward.get(here)
            if there is None or not summary.content[here]:
                continue
            mine, theirs = summary.words[here].form, source.words[there].form
            if mine in {f"{theirs}s", f"{theirs}es"} and not theirs.endswith("s"):
                words = passage(match, best, there, there + 1)
                yield object_to(
                    match, "source_multiplied", "error", f"the source has one “{words.span.quote}” only", (here, here + 1), [words]
                )


GROUNDED = 0.2
"""Share of a sentence's content, by weight, that the candidates must hold; faithful sentences of four words and more rarely hold less."""
_LEAST_WORDS = 4


def ungrounded(match: Match) -> Iterator[Finding]:
    """`ungrounded`: hardly a word of the sentence stands in any source; it may be true, but nothing here carries it."""
    words = [w for w in range(match.sentence.first, match.sentence.last) if match.summary.content[w]]
    if len(words) >= _LEAST_WORDS and match.support < GROUNDED:
        why = "hardly a word of this sentence stands in the source"
        yield object_to(match, "ungrounded", "unsure", why, (match.sentence.first, match.sentence.last))
