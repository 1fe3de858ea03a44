"""What a figure amounts to: when two say the same, and what a summary may round, count or add up."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable

from factcards.figures import amount_of, order_of
from factcards.lint.matching import Match
from factcards.lint.side import Side
from factcards.lint.wording import FUNCTION_WORDS, Sentence

__all__ = [
    "UNCOUNTED",
    "exceeded",
    "is_difference",
    "is_listed",
    "is_margin",
    "is_rest",
    "is_run_together",
    "same_figure",
    "worked_out",
]

_NEAR = 0.055
"""Relative difference up to which a figure with "about" before it is the source's figure, rounded."""


def same_figure(left: str, right: str, *, rounded: bool = False) -> bool:
    """Whether two figures' values agree: equal, the same amount in another unit of speech, or parts of one date."""
    if left == right:
        return True
    if left.startswith("date:") and right.startswith("date:"):
        a, b = set(left[5:].split()) - {"last", "next", "this"}, set(right[5:].split()) - {"last", "next", "this"}
        return bool(a) and bool(b) and (a <= b or b <= a)
    if left.startswith(UNCOUNTED) != right.startswith(UNCOUNTED):
        return _of_order(left, right) if left.startswith(UNCOUNTED) else _of_order(right, left)
    one, other = amount_of(left), amount_of(right)
    if one is None or other is None:
        return left.split(":", 1)[-1] == right.split(":", 1)[-1]
    if left.endswith(":points") != right.endswith(":points") and "percent" in left and "percent" in right:
        return False
    kinds = {left.split(":", 1)[0], right.split(":", 1)[0]}
    if kinds == {"money", "percent"}:
        return False
    if kinds == {"number", "percent"} and (one < 1) != (other < 1):  # "a tenth", "10 percent"
        return math.isclose(100 * min(one, other), max(one, other), rel_tol=_NEAR if rounded else 1e-9)
    if left.startswith("money:") and right.startswith("money:") and left[6:9] != right[6:9]:
        return False
    return one == other or (rounded and abs(one - other) <= _NEAR * max(abs(one), abs(other)))


UNCOUNTED = "number:?"
"""How the value of "hundreds" or "dozens" begins: it stands for any figure of that order."""


def _of_order(uncounted: str, figure: str) -> bool:
    """Whether a figure is one of "hundreds": pounds too, where the summary says "hundreds of pounds"."""
    order, amount = order_of(uncounted.removeprefix(UNCOUNTED)), amount_of(figure)
    return order is not None and amount is not None and order[0] <= amount < order[1] and not figure.startswith("percent")


_MORE = frozenset([("more", "than"), ("at", "least"), ("over",)])
_LESS = frozenset([("less", "than"), ("fewer", "than"), ("under",)])
_OF_A_SHARE = 1.5
"""The same of a share: "more than half" may be 67 percent; three quarters would be named."""
_MUCH_MORE = 1.2
"""Times its figure that "more than 100" may stand for; a summary rounds down to the last telling digit."""


def exceeded(match: Match, at: int, others: Iterable[str]) -> bool:
    """Whether "more than 100" stands for one of these figures (113), or "less than half" (46 percent)."""
    mine = match.summary.words[at].form
    limit, more = amount_of(mine), _stands_behind(match, at, _MORE)
    if limit is None or not (more or _stands_behind(match, at, _LESS)):
        return False
    kind = mine.split(":", 1)[0]
    share = kind == "number" and limit < 1
    if share:  # "more than half" for 54 percent
        kind, limit = "percent", 100 * limit
    amounts = [amount for other in others if other.split(":", 1)[0] == kind and (amount := amount_of(other)) is not None]
    most = _OF_A_SHARE if share else _MUCH_MORE
    if not more:
        return share and any(limit / most <= amount < limit for amount in amounts)
    return any((share and limit <= amount <= most * limit) or _is_rounded_down(limit, amount) for amount in amounts)


def _stands_behind(match: Match, at: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of these phrases stands right before a figure."""
    before = tuple(match.summary.forms[max(match.sentence.first, at - 2) : at])
    return before in phrases or before[-1:] in phrases


def _is_rounded_down(least: float, amount: float) -> bool:
    """Whether "more than `least`" tells an amount: a fifth more at most, or the same to the last digit that is no nought."""
    if least <= amount <= _MUCH_MORE * least:
        return True
    step = next((10.0**k for k in range(9, 0, -1) if least % 10**k == 0), 1.0)
    return least <= amount < least + step


def worked_out(match: Match, at: int) -> bool:
    """Whether a summary may have added it up: two figures of one candidate's sentence, the names that it lists, or "the trio"."""
    summary = match.summary
    value, kind = amount_of(summary.words[at].form), summary.words[at].form.split(":", 1)[0]
    if value is None or kind not in {"number", "money"}:
        return False
    if kind == "number" and value <= _FEW and _LISTS.match(summary.text, summary.words[at].end):
        return True  # "three signs: a, b and c"
    most = _MUCH_MORE * value if _stands_behind(match, at, _MORE) else value
    for aligned in match.candidates:
        source, sentence = match.source(aligned), aligned.sentence
        words = source.words[sentence.first : sentence.last]
        amounts = [amount for w in words if w.figure and w.form.startswith(f"{kind}:") and (amount := amount_of(w.form)) is not None]
        if any(value <= a + b <= most for a, b in itertools.combinations(amounts[:_ADDED], 2)):
            return True
        if kind == "number" and _LEAST_LISTED <= value <= _MOST_LISTED and _listed(source, sentence) == value:
            return True
        if kind == "number" and any(_GROUPS.get(form) == value for form in source.forms[sentence.first : sentence.last]):
            return True
    return False


def is_run_together(match: Match, at: int) -> bool:
    """Whether a source has a figure run together with what stands behind it: "54and", "41/2 years"."""
    value = amount_of(match.summary.words[at].form) or 0.0
    whole, half = f"{value:.0f}" if value.is_integer() else f"{value:.1f}".removesuffix(".5"), not value.is_integer()
    glued = re.compile(rf"(?<![\w.,]){re.escape(whole)}{'1/2(?![0-9/])' if half else '([a-z]{2,})'}")
    return any(half or told[1] in FUNCTION_WORDS for side in match.index.sources for told in glued.finditer(side.text))


def is_listed(match: Match, at: int) -> bool:
    """Whether a figure counts the names that some sentence of a source lists, though it tells of something else."""
    value = amount_of(match.summary.words[at].form)
    if not match.summary.forms[at].startswith("number:") or value is None or not _LEAST_LISTED <= value <= _FEW:
        return False
    return any(_listed(side, sentence) == value for side in match.index.sources for sentence in side.sentences)


def is_margin(match: Match, at: int) -> bool:
    """Whether a figure counts the points between two shares that stand side by side in one sentence of a source: "leads by 12 points", "51
    percent to 39".
    """
    summary, value = match.summary, amount_of(match.summary.words[at].form)
    if value is None or not value or not _is_in_points(summary, at, match.sentence):
        return False
    return any(
        any(abs(a - b) == value for a, b in itertools.pairwise(_shares(side, sentence)))
        for side in match.index.sources
        for sentence in side.sentences
    )


def is_rest(match: Match, at: int) -> bool:
    """Whether a figure counts those beside one who is named, and a candidate counts all: "Ada Quill and three others", "four rowers"."""
    summary, value = match.summary, amount_of(match.summary.forms[at])
    named = at - 2 >= match.sentence.first and at - 2 in summary.name_words and summary.forms[at - 1] == "and"
    if value is None or not named or summary.following(at) not in _OTHERS:
        return False
    words = (word for a in match.candidates for word in match.source(a).words[a.sentence.first : a.sentence.last] if word.figure)
    return any(amount_of(word.form) == value + 1 for word in words)


_OTHERS = frozenset(["other", "others", "more"])


def is_difference(match: Match, at: int) -> bool:
    """Whether a figure says by how much one of two figures of a candidate is more than the other: "five more", "by £3m"."""
    summary, kind = match.summary, match.summary.forms[at].split(":", 1)[0]
    if summary.forms[max(0, at - 1) : at] != ["by"] and summary.following(at) not in _FURTHER:
        return False
    near = ([w.form for w in match.source(a).words[a.sentence.first : a.sentence.last] if w.figure] for a in match.candidates)
    amounts = ([amount_of(form) or 0.0 for form in forms if form.startswith(f"{kind}:")][:_ADDED] for forms in near)
    value = amount_of(summary.forms[at]) or 0.0
    return any(math.isclose(abs(a - b), value) for told in amounts for a, b in itertools.combinations(told, 2) if a != b)


_FURTHER = frozenset(["more", "fewer", "less"])


def _is_in_points(side: Side, at: int, sentence: Sentence) -> bool:
    """Whether a figure counts points: "12 points", "a 12-point lead"; "and the other by five", "from seven in May" behind these."""
    if side.following(at) in _POINTS or side.forms[at].endswith(":points"):
        return True
    before = side.forms[sentence.first : at]
    return before[-1:] in (["by"], ["from"]) and not _POINTS.isdisjoint(before)


_POINTS = frozenset(["point", "points"])


def _shares(side: Side, sentence: Sentence) -> list[float]:
    """The shares of a whole that a sentence tells, in order; a plain number beside one is a share, too ("46 percent to 41")."""
    words = [word.form for word in side.words[sentence.first : sentence.last] if word.figure]
    if not any(form.startswith("percent:") for form in words):
        return []
    amounts = (amount_of(form) for form in words if form.startswith(("percent:", "number:")))
    return [amount for amount in amounts if amount is not None and 1 <= amount <= _ALL]


_ALL = 100.0


_LISTS = re.compile(r" (?:[\w’'-]+ ){0,3}[\w’'-]+:\s")
_FEW = 9
"""Things that a summary may count itself where it lists them behind a colon, at most."""
_ADDED = 8
"""Figures of a sentence that are added up, two by two."""
_GROUPS = {"trio": 3, "triplets": 3, "quartet": 4, "quadruplets": 4, "quintet": 5, "sextet": 6}
"""Words for a group that say how many it has; what two are, a summary may always count."""
_LEAST_LISTED, _MOST_LISTED = 3, 20
_NAMED = r"[A-Za-z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,4}"
_LISTED = re.compile(rf"(?:{_NAMED}, ){{1,18}}(?:the )?{_NAMED},? and (?:the )?[A-Z]")


def _listed(source: Side, sentence: Sentence) -> int:
    """How many names a sentence lists: "Liverpool, Leeds, York and Hull" are four."""
    found = _LISTED.search(source.text, sentence.start, sentence.end)
    return found[0].count(", ") + 2 - found[0].count(", and ") if found is not None else 0
