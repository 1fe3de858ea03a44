"""Two that are compared, and what is told of them the other way round: "less loud than", "B is louder than A"."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lint.findings import Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.wording import Sentence
from factcards.lint.words import contrary

__all__ = ["compared", "compares_backwards", "degrees"]


def degrees(match: Match) -> Iterator[Objection]:
    """`contrary`: "less loud than", where the source only has "more loud than" among the same words, however the rest is worded."""
    summary, sentence = match.summary, match.sentence
    for at in range(sentence.first, sentence.last - 1):
        other = _DEGREES.get(summary.forms[at])
        if other is None or not summary.content[at + 1] or summary.in_quotation(at) or _is_denied(summary, at):
            continue
        beside = [*match.candidates, *(told.counterparts[0].aligned for told in match.clauses_with(at))]
        told = [(aligned, match.source(aligned), aligned.forward[at + 1] - 1) for aligned in beside if at + 1 in aligned.forward]
        told = [(aligned, source, there) for aligned, source, there in told if source.following(there) == summary.forms[at + 1]]
        if not told or any(source.forms[there] != other or _is_denied(source, there) for _, source, there in told):
            continue
        aligned, _, there = told[0]
        behind = any(aligned.forward.get(w, 0) > there for w in _behind(match, at + 1))
        if behind and not compares_backwards(match, aligned):
            theirs = passage(match, aligned, there, there + 1)
            yield object_to(match, "contrary", "error", f"the source says “{theirs.span.quote}”", (at, at + 1), [theirs])


_DEGREES = {"more": "less", "less": "more", "most": "least", "least": "most"}


def compared(match: Match) -> Iterator[Objection]:
    """`roles_exchanged`: "B is louder than A", where the source has "A is louder than B"."""
    best = match.best
    turned = _turned_comparison(match, best) if best is not None else None
    if best is None or turned is None or match.summary.in_quotation(turned[0]) or compares_backwards(match, best):
        return
    summary, source, (here, there) = match.summary, match.source(best), turned
    mine, theirs = _compared_by(summary, here), _compared_by(source, there)
    before = any(summary.content[w] and best.forward.get(w, 0) > there for w in range(match.sentence.first, here))
    denied = _is_denied(summary, mine) or _is_denied(source, theirs)
    length = 2 if summary.forms[mine] in _DEGREES else 1
    same = summary.forms[mine : mine + length] == source.forms[theirs : theirs + length]
    if same and mine < here and before and not denied:
        shown = passage(match, best, theirs, best.sentence.last)
        why = f"these two have changed places: the source says “{shown.span.quote}”"
        yield object_to(match, "roles_exchanged", "error", why, (mine, here + 1), [shown])


def _compared_by(side: Side, than: int) -> int:
    """The place of the word by which two are compared: "higher", "more"; that of the "than" itself where none stands near it."""
    places = range(than - 1, max(side.sentence_of(than).first, than - _NEAR) - 1, -1)
    return next((w for w in places if side.forms[w] in _DEGREES or side.forms[w].endswith("er")), than)


def compares_backwards(match: Match, aligned: Alignment) -> bool:
    """Whether the sentence compares the same two the other way round by the opposite: "B is less loud than A", "A is louder than B"."""
    turned = _turned_comparison(match, aligned)
    if turned is None:
        return False
    opposites = frozenset[str]().union(*(contrary(stem) for stem in match.summary.stems[turned[0] - _COMPARED : turned[0]]))
    return not opposites.isdisjoint(match.source(aligned).stems[turned[1] - _COMPARED : turned[1]])


def _turned_comparison(match: Match, aligned: Alignment) -> tuple[int, int] | None:
    """The places of the "than" of both sides, where what stands behind the summary's stands before the source's; else null."""
    here, there = _than(match.summary, match.sentence), _than(match.source(aligned), aligned.sentence)
    if here is None or there is None:
        return None
    behind = [aligned.forward[w] for w in _behind(match, here) if w in aligned.forward]
    return (here, there) if behind and max(behind) < there else None


_COMPARED = 3
"""Words before a "than" among which stands by what two are compared."""


def _than(side: Side, sentence: Sentence) -> int | None:
    """The place of the first "than" that compares two, with such words before it; null where there is none: "rather than", "than 20"."""
    places = (w for w in range(sentence.first + _COMPARED, sentence.last - 1) if side.forms[w] == "than")
    return next((w for w in places if side.forms[w - 1] not in {"rather", "other"} and not side.words[w + 1].figure), None)


def _behind(match: Match, at: int) -> Iterator[int]:
    """The words with content behind this one, up to a mark."""
    for word in range(at + 1, match.sentence.last):
        if match.summary.between(word - 1).strip():
            return
        if match.summary.content[word]:
            yield word


_NEAR = 6
"""Words before a "than" among which stands by what two are compared, where others may stand between: "higher | in Tarn than"."""


def _is_denied(side: Side, at: int) -> bool:
    """Whether a "not" or "no" stands right before this word, or a word before it."""
    return not {"not", "no", "never", "any"}.isdisjoint(side.forms[max(0, at - 2) : at])
