"""Bodies whose name ends alike, one in the place of another: "Tarn Business School" for "Ostrey Business School"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcards.lint.findings import Objection, Passage
from factcards.lint.matching import LIKELY, Match
from factcards.lint.rules.making import stands_for
from factcards.lint.rules.names import are_one_bearer
from factcards.lint.side import Side
from factcards.lint.wording import PLACES

__all__ = ["bodies"]

_LEAST = 2
"""Words of a name's end, at least, that tell what kind of body it is."""
_BEGINNING = 5
"""Letters that a place and its people have in common: "Norrland", "Norrlandish"."""


def bodies(match: Match) -> Iterator[Objection]:
    """`name_changed`: a body that no source names, where another one with the same end of its name stands in its evidence, and both first
    words are known: "Tarn Business School", where Ostrey has the school.
    """
    summary = match.summary
    for name in summary.names_over(match.sentence.start, match.sentence.end):
        words = [w for w in range(summary.place(name.start), summary.place(name.end)) if summary.forms[w] != "the"]
        if name.kind == "person" or name.start < match.sentence.start or len(words) <= _LEAST or not _are_capital(summary, words):
            continue
        theirs = _of_another(match, words)
        if theirs is not None:
            why = f"the source names “{theirs.span.quote}” here"
            yield stands_for(match, "name_changed", "error", why, words[0], theirs)


def _are_capital(side: Side, words: Sequence[int]) -> bool:
    """Whether each word has a capital letter, and nothing but a blank stands between them."""
    return all(side.text[side.words[w].start].isupper() for w in words) and all(side.between(w) == " " for w in words[:-1])


def _of_another(match: Match, words: Sequence[int]) -> Passage | None:
    """The first word of the only body of the sources with this end of its name; null where a source has the end alone or with the
    summary's first word, and where the evidence has none.
    """
    summary = match.summary
    found: dict[str, tuple[int, int]] = {}
    if not match.index.knows(summary.stems[words[0]]):
        return None  # of a first word that no source has the rule about names sees to
    for number, side in enumerate(match.index.sources):
        for at in list(side.runs([summary.forms[w] for w in words[1:]]))[:PLACES]:
            before = at - 1
            if before < 0 or before not in side.name_words or side.between(before) != " " or not _are_capital(side, [before]):
                return None
            alike = side.forms[before][:_BEGINNING] == summary.forms[words[0]][:_BEGINNING]
            if alike or are_one_bearer(summary, [words[0]], side, [before]):
                return None
            found.setdefault(side.forms[before], (number, before))
    if len(found) != 1:
        return None
    number, before = next(iter(found.values()))
    side = match.index.sources[number]
    return Passage(source=number, span=side.span(before, before + 1)) if _is_evidence(match, number, before) else None


def _is_evidence(match: Match, number: int, at: int) -> bool:
    """Whether a word of a source stands in a candidate, or in a clause that tells one of the sentence's."""
    told = (found.aligned for clause in match.clauses for found in clause.counterparts[:LIKELY])
    return any(a.side == number and a.sentence.first <= at < a.sentence.last for a in (*match.candidates, *told))
