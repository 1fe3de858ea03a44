"""What a figure is told of, by the words beside it: "eight years abroad", "up from 97 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lint.findings import Objection, Passage
from factcards.lint.matching import HELD, Match
from factcards.lint.rules.amounts import UNCOUNTED, exceeded, same_figure
from factcards.lint.rules.making import object_to, stands_for
from factcards.lint.side import Side
from factcards.lint.wording import PLACES, Sentence
from factcards.lint.words import lexis, stem, stems_of

__all__ = ["counted_otherwise", "of_before"]

_UNITS = frozenset(stem(word) for word in lexis()["units"]["time"])
_MOST = 4
"""Words of such a phrase, at most."""


def counted_otherwise(match: Match, at: int) -> Objection | None:
    """`figure_changed` for a figure of the sources before words before which they only have another: "12 years abroad", where somebody
    who is 12 was "eight years abroad"; null where the sources have it there.
    """
    mine, phrase = match.summary.forms[at], _phrase(match.summary, at, match.sentence.last)
    if not mine.startswith("number:") or mine.startswith(UNCOUNTED) or not phrase or not match.index.knows(mine):
        return None
    told = list(_counts(match, phrase))
    forms = [theirs.forms[there] for _, theirs, there in told]
    if not told or any(same_figure(mine, form, rounded=True) for form in forms) or exceeded(match, at, forms):
        return None
    number, side, there = told[0]
    theirs = Passage(source=number, span=side.span(there, there + 1))
    return stands_for(match, "figure_changed", "error", f"the source says “{theirs.span.quote}” of the same thing", at, theirs)


def _phrase(side: Side, at: int, last: int) -> list[str]:
    """The words behind a figure up to the second one with content, with no mark or figure between; empty where there are none, and where
    both only name what is counted: "police officers".
    """
    content = 0
    for word in range(at + 1, min(last, at + 1 + _MOST)):
        if side.words[word].figure or side.between(word - 1).strip():
            break
        content += side.content[word]
        if content == HELD:
            telling = word - at > HELD or side.is_predicate(word) or side.stems[at + 1] in _UNITS or side.forms[word].endswith("ed")
            return side.forms[at + 1 : word + 1] if telling else []
    return []


def _counts(match: Match, phrase: list[str]) -> Iterator[tuple[int, Side, int]]:
    """The figures of the sources right before these words, with the number of their source and it; the part of a whole that is told of
    them before the whole: "| two | of the five judges refused".
    """
    for number, side in enumerate(match.index.sources):
        for place in side.form_places.get(phrase[0], ())[:PLACES]:
            there = place - 1
            counts = there >= 0 and side.words[there].figure and side.forms[there].startswith("number:")
            if counts and side.forms[place : place + len(phrase)] == phrase:
                yield from ((number, side, w) for w in range(max(0, there - 3), there + 1) if w == there or _is_part(side, w))


def _is_part(side: Side, at: int) -> bool:
    return side.words[at].figure and side.following(at) == "of"


def of_before(match: Match, at: int) -> Objection | None:
    """`figure_changed` for a figure that the sources only have as what it was before: "a share of 97 percent", where it is "100 percent, up
    from 97"; null where the summary may tell what was before, too, or has the other figure as well.
    """
    summary, mine = match.summary, match.summary.forms[at]
    places = [(n, side, w) for n, side in enumerate(match.index.sources) for w in side.form_places.get(mine, ())[:PLACES]]
    if not places or not all(_is_of_before(side, w) for _, side, w in places) or _tells_of_before(summary, match.sentence, at):
        return None
    number, side, there = places[0]
    sentence = side.sentence_of(there)
    now = [w for w in range(sentence.first, there) if side.words[w].figure and side.forms[w].split(":")[0] == mine.split(":")[0]]
    beside = range(max(match.sentence.first, at - _NEAR), min(match.sentence.last, at + _NEAR))
    near = {summary.stems[w] for w in beside if summary.content[w]}
    if len(now) != 1 or side.forms[now[0]] in summary.forms or len(near & set(side.sentence_stems(sentence))) < HELD:
        return None
    theirs = Passage(source=number, span=side.span(now[0], there + 1))
    why = f"the source says “{theirs.span.quote}”"
    return object_to(match, "figure_changed", "error", why, (at, at + 1), [theirs])


_NEAR = 5
"""Words on either side of a figure that tell what it is."""
_MARKS = frozenset(",;:—–(")
_THAN = frozenset(["compared", "than", "from", "previous", "previously", "earlier", "before", "ago", "then", "last", "until", "initially"])
"""Words with which a figure is told as what was before."""


def _is_of_before(side: Side, at: int) -> bool:
    """Whether a figure stands behind "up from" or the like."""
    return at > 1 and side.forms[at - 1] == "from" and side.stems[at - 2] in _CHANGED


_CHANGED = stems_of("contrary", "up") | stems_of("contrary", "down") | {"up", "down"}


def _tells_of_before(side: Side, sentence: Sentence, at: int) -> bool:
    """Whether a figure stands between marks with a word of what was before, or with a date."""
    first = next((w + 1 for w in range(at - 1, sentence.first - 1, -1) if not _MARKS.isdisjoint(side.between(w))), sentence.first)
    last = next((w + 1 for w in range(at, sentence.last - 1) if not _MARKS.isdisjoint(side.between(w))), sentence.last)
    return any(side.forms[w] in _THAN or side.forms[w].startswith("date:") for w in range(first, last))
