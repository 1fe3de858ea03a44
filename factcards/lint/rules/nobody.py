"""What befell people in the summary, where the sources only tell that it befell nobody."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcards.lint.findings import Objection, Passage
from factcards.lint.matching import Match
from factcards.lint.rules.making import object_to
from factcards.lint.side import Side
from factcards.lint.wording import BEING
from factcards.lint.words import lexis, stems_in, stems_of

__all__ = ["nobody"]

_DENYING = stems_of("negation", "words") | stems_of("negation", "verbs")
_NEAR = 5
"""Words from a "no" to the noun that it denies, at most: "no reports of any deaths"."""


def nobody(match: Match) -> Iterator[Objection]:
    """`negation_dropped`: "Two people were killed", where every sentence of the sources that speaks of it says "Nobody died"."""
    summary, sentence = match.summary, match.sentence
    words = range(sentence.first, sentence.last)
    if any(summary.stems[w] in _DENYING or summary.forms[w] in _NEARLY for w in words):
        return
    for meant, beside in _kinds():
        told = next((w for w in words if summary.stems[w] in meant and _befell(summary, w)), None)
        denied = _denied(match, meant, beside) if told is not None else None
        if told is not None and denied is not None:
            why = f"the source says “{denied.span.quote}”"
            yield object_to(match, "negation_dropped", "error", why, (told, told + 1), [denied])
            return


@cache
def _kinds() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Of each kind what tells it, and what else may."""
    return tuple((stems_in(" ".join(kind["told"])), stems_in(" ".join(kind["beside"]))) for kind in lexis()["befallen"].values())


_NEARLY = frozenset(["almost", "nearly", "if", "hypothetical"])


def _befell(side: Side, at: int) -> bool:
    """Whether a word is the predicate of a clause that states it as done."""
    clause = side.clause_of(at) if side.is_predicate(at) and not side.in_quotation(at) else None
    people = side.forms[at] != "hurt" or side.forms[at - 1] in BEING  # "the strike hurt trade"
    return people and clause is not None and clause.mood == "statement" and clause.tense is not None and not side.has_modal(clause)


def _denied(match: Match, meant: frozenset[str], beside: frozenset[str]) -> Passage | None:
    """The first words of the sources that deny it; null where none do, or where any may speak of it otherwise."""
    if not any(map(match.index.knows, meant)) or any(map(match.index.knows, beside)):
        return None
    found: Passage | None = None
    for at, side in enumerate(match.index.sources):
        for word in (w for w, stem in enumerate(side.stems) if stem in meant):
            sentence = side.sentence_of(word)
            clause = next((set(c) for c in side.finite_clauses(sentence, with_modals=True) if word in c), set[int]())
            low = sentence.first if side.is_predicate(word) else max(sentence.first, word - _NEAR)
            denying = [w for w in range(low, word) if side.forms[w] in _NONE and (w in clause or not clause)]
            if not denying:
                return None
            found = found or Passage(source=at, span=side.span(denying[0], word + 1))
    return found


_NONE = frozenset(["nobody", "none", "no", "not", "never"])
