"""Clauses that somebody says in the source, and that the summary tells in its own voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcards.cards import Severity
from factcards.lexicon import lemma_of
from factcards.lint.findings import Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to, passage, told_by
from factcards.lint.rules.owners import is_named, is_named_near, said_in
from factcards.lint.side import Saying, Side
from factcards.lint.wording import BEING, HAVING

__all__ = ["RELATIVE", "reports", "told_plainly"]

_LEAST, _MOST = 3, 5
"""Words with content that a clause must share with what somebody says; to be an error where it is no judgement."""
_OPINION, _WHOLE, _JUDGED = 0.65, 0.8, 0.6
"""Share of a clause's content, by weight, that must be what one person says, or what an office or a group says: these state facts too; and
what anybody says where it is a judgement.
"""
_PLAINLY, _HARDLY = 0.45, 0.25
"""Weight that may stand in a candidate without an attribution, as a share of what stands there with one; of the clause for an error."""
_OWN = 0.5
"""Share of a clause's words that may be somebody's in the summary."""
_AUXILIARY = 3
"""Words before a predicate among which its modal stands."""
_JUDGING = frozenset(["should", "must", "would", "could", "may", "might"])
_SEEMING = frozenset(["looks", "look", "seems", "seem", "seemed", "looked"])
_TO_COME = frozenset(["to", "due", "set"])
RELATIVE = frozenset(["that", "which", "who", "whose"])
"""First words of clauses that only say who or what is meant."""


def told_plainly(match: Match) -> Iterator[Objection]:
    """`attribution_dropped`: clauses of which nearly all is what one speaker says, and hardly anything stands in the source's own voice. An
    error where it is a judgement or stands whole in what he says, and he is not named beside it; else a warning: those who write
    summaries by hand leave the attribution of an event out on purpose.
    """
    summary = match.summary
    for words in summary.finite_clauses(match.sentence):
        content = [w for w in words if summary.content[w]]
        if len(content) < _LEAST or any(map(summary.in_quotation, content)) or summary.forms[words[0]] in RELATIVE:
            continue
        if reports(summary, words) or _OWN * len(content) < sum(bool(summary.attributed_to(w)) for w in content):
            continue
        said = max(said_in(match, content), key=lambda item: match.weight(item[2]), default=None)
        if said is None or len(said[2]) < _LEAST or is_named(match, words, said[1]):
            continue
        aligned, found, held = said
        severity = _severity(match, words, content, found, held)
        if severity is not None:
            severity = "unsure" if severity == "error" and _is_pointed_to(match, words, aligned) else severity
            cue, last = match.source(aligned).place(found.cue.start), max(aligned.forward[w] for w in held)
            evidence = [passage(match, aligned, min(cue, aligned.forward[held[0]]), max(cue, last) + 1)]
            why = f"the source gives this to {told_by(found)}"
            yield object_to(match, "attribution_dropped", severity, why, (words[0], words[-1] + 1), evidence)


def _is_pointed_to(match: Match, words: Sequence[int], aligned: Alignment) -> bool:
    """Whether the source only points to what the clause tells by its verb, as to what is known: "was robbed", "since | that robbery |"."""
    there, source = aligned.forward.get(match.summary.head_of(words) or -1, 0), match.source(aligned)
    return there > aligned.sentence.first and source.forms[there - 1] in {"the", "this", "that"} and not source.is_predicate(there)


def _severity(match: Match, words: Sequence[int], content: Sequence[int], found: Saying, held: Sequence[int]) -> Severity | None:
    """How surely a clause with this content is what somebody says, who says these words of it; null where it may be the source's own."""
    total = match.weight(content)
    share, plain = match.weight(held) / total, max(_plain(match, content), default=0.0) / total
    whole = len(held) >= _MOST and share >= _WHOLE
    judged = share >= _JUDGED and _is_judgement(match.summary, words)
    if plain <= _HARDLY and (whole or judged) and not is_named_near(match, found):
        return "error"
    needed = _OPINION if found.speaker.kind == "person" else _WHOLE
    return "warning" if share >= needed and plain < _PLAINLY * share else None


def _plain(match: Match, content: Sequence[int]) -> Iterator[float]:
    """For each candidate the weight of what it tells of these words in its own voice."""
    for aligned in match.candidates:
        source, forward = match.source(aligned), aligned.forward
        yield match.weight(w for w in content if w in forward and not source.attributed_to(forward[w]))


def _is_judgement(summary: Side, words: Sequence[int]) -> bool:
    """Whether a main clause says what to think of something, what ought to be or what is so in general, where one of an event says what
    happened: "the award was wrong", "Tarn should pay", "tides carry it north". Its predicate is "to be" or a verb in the plain present, or
    has a modal that judges; and it counts nothing.
    """
    head = summary.head_of(words)
    clause = summary.clause_of(head) if head is not None else None
    if head is None or clause is None or clause.mood != "statement" or clause.depth or any(summary.words[w].figure for w in words):
        return False
    before = summary.forms[max(words[0], head - _AUXILIARY) : head]
    if not _JUDGING.isdisjoint(before):
        return True
    if summary.forms[head] in BEING | _SEEMING:
        return summary.following(head) not in _TO_COME
    return clause.tense == "present" and not summary.forms[head].endswith("ing") and {*BEING, *HAVING, "be", "been"}.isdisjoint(before)


def reports(side: Side, words: Sequence[int]) -> bool:
    """Whether a clause has a cue of its own, or tells who feels what: "she called it a mistake", "the staff will find it hard", "the rowers
    are unhappy that".
    """
    felt = (w for w in words if side.forms[w] in BEING and side.forms[w + 2 : w + 3] == ["that"] and side.content[w + 1])
    if any(side.forms[words[0]] not in _NOBODY for _ in felt):
        return True
    heads = [w for w in words if side.is_predicate(w)]
    return any(lemma_of(side.forms[w]) is not None or side.is_cue(w) for w in heads)


_NOBODY = frozenset(["it", "there", "this", "that", "what"])
"""Subjects of whom nothing is felt: "it is clear that"."""
