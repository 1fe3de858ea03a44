"""The scorer: predicted attributions of one article against the gold ones, as counts that add up over articles. Pure functions.

Exact: a span counts when both its ends agree, white space and quotation marks at its edges (and a final . , ; :) apart. Overlap: word
tokens. Joint: attributions paired by content, right where source and cue overlap too. PARC 3.0 (Pareti 2016) is scored like this.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from factcards.evaluate.gold import ROLES, Attributed, Offsets, Role

__all__ = [
    "LEAST",
    "MEASURES",
    "SHARES",
    "Counts",
    "Kind",
    "Scored",
    "Sight",
    "counts_of",
    "figures",
    "in_order",
    "kind_of",
    "score",
    "total",
]

LEAST = 0.5
"""Token intersection over union from which two contents are the same one."""
MEASURES = (*(f"{way}.{role}" for way in ("exact", "overlap") for role in ROLES), "joint")
"""What has a precision, a recall and an F1."""
SHARES = ("speaker_accuracy", "content_recall.direct", "content_recall.indirect", "content_recall.mixed")
"""What is a share of some gold attributions."""

_WORD = re.compile(r"\w+")
_EDGE = " \t\n\"'“”‘’«»"
_FINAL = _EDGE + ".,;:"
_MARKS = '"“”'
_BETWEEN_MARKS = re.compile(r'["“].*?["”]', re.DOTALL)

Kind = Literal["direct", "indirect", "mixed"]
Counts = dict[str, int]
"""For each measure `.hits`, `.predicted` and `.gold`, for each share `.hits` and `.gold`: they add up over articles."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What the scorer sees of some spans.

    Attributes:
        ends: The trimmed spans.
        words: Places of the word tokens that they touch, in the article.
    """

    ends: frozenset[tuple[int, int]]
    words: frozenset[int]


@dataclass(frozen=True, slots=True)
class Scored:
    """One article, scored.

    Attributes:
        text: The article.
        gold: In canonical order.
        predicted: In canonical order.
        seen_gold: What the scorer sees of each gold attribution, by role.
        seen_predicted: The same of each predicted one.
        pairs: Gold to predicted attributions with the same content, by their places, one to one.
        right: The gold attributions whose partner agrees in source and cue too.
    """

    text: str
    gold: tuple[Attributed, ...]
    predicted: tuple[Attributed, ...]
    seen_gold: tuple[Mapping[Role, Sight], ...]
    seen_predicted: tuple[Mapping[Role, Sight], ...]
    pairs: Mapping[int, int]
    right: frozenset[int]


def score(text: str, gold: Sequence[Attributed], predicted: Sequence[Attributed]) -> Scored:
    """Pair and judge one article's attributions; the order of either side means nothing."""
    words = [found.span() for found in _WORD.finditer(text)]
    starts, ends = [start for start, _ in words], [end for _, end in words]

    def see(spans: Iterable[Offsets]) -> Sight:
        ranges = [(span.start, span.end) for span in spans]
        touched = (range(bisect_right(ends, start), bisect_left(starts, end)) for start, end in ranges)
        return Sight(frozenset(_trimmed(text, *one) for one in ranges), frozenset(at for places in touched for at in places))

    ordered_gold, ordered_predicted = in_order(gold), in_order(predicted)
    seen_gold = tuple({role: see(getattr(one, role)) for role in ROLES} for one in ordered_gold)
    seen_predicted = tuple({role: see(getattr(one, role)) for role in ROLES} for one in ordered_predicted)
    pairs = _paired([one["content"].words for one in seen_gold], [one["content"].words for one in seen_predicted])
    right = frozenset(at for at, other in pairs.items() if _agree(seen_gold[at], seen_predicted[other]))
    return Scored(text, ordered_gold, ordered_predicted, seen_gold, seen_predicted, pairs, right)


def in_order(attributions: Iterable[Attributed]) -> tuple[Attributed, ...]:
    """The attributions in text order of their contents, then cues, then sources: an order that their file's order has no part in."""

    def key(one: Attributed) -> tuple[list[tuple[int, int]], ...]:
        return tuple(sorted((span.start, span.end) for span in spans) for spans in (one.content, one.cue, one.source))

    return tuple(sorted(attributions, key=lambda one: (*key(one), -1.0 if one.confidence is None else one.confidence)))


def counts_of(scored: Scored) -> Counts:
    """The counts of one article."""
    counts: Counts = {}
    for role in ROLES:
        for way in ("exact", "overlap"):
            want, got = _union(scored.seen_gold, role, way), _union(scored.seen_predicted, role, way)
            _put(counts, f"{way}.{role}", len(want & got), len(got), len(want))
    _put(counts, "joint", len(scored.right), len(scored.predicted), len(scored.gold))
    named = [at for at in scored.pairs if scored.seen_gold[at]["source"].words]
    known = [at for at in named if scored.seen_gold[at]["source"].words & scored.seen_predicted[scored.pairs[at]]["source"].words]
    counts |= {"speaker_accuracy.hits": len(known), "speaker_accuracy.gold": len(named)}
    kinds = [kind_of(scored.text, one["content"]) for one in scored.seen_gold]
    for kind in ("direct", "indirect", "mixed"):
        of_kind = [at for at, found in enumerate(kinds) if found == kind]
        counts[f"content_recall.{kind}.hits"] = sum(at in scored.pairs for at in of_kind)
        counts[f"content_recall.{kind}.gold"] = len(of_kind)
    return counts


def kind_of(text: str, content: Sight) -> Kind:
    """Direct where the marks stand round the content or leave at most one word outside; indirect where there are no marks."""
    ends = sorted(content.ends)
    words = "".join(text[start:end] for start, end in ends)
    marked = any(mark in words for mark in _MARKS)
    before = any(mark in text[max(0, start - 1) : start + 1] for start, _ in ends for mark in _MARKS)
    if not marked and not before:
        return "indirect"
    outside = _WORD.findall(_BETWEEN_MARKS.sub("", words))
    return "direct" if not marked or len(outside) <= 1 else "mixed"


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of several articles together."""
    result: Counts = {}
    for one in counts:
        for name, number in one.items():
            result[name] = result.get(name, 0) + number
    return result


def figures(counts: Counts) -> dict[str, float | None]:
    """Percentages, unrounded: `.p`, `.r`, `.f1` of every measure (0 where there is nothing to divide by); shares are null there."""
    found: dict[str, float | None] = {}
    for name in MEASURES:
        hits = counts.get(f"{name}.hits", 0)
        precision, recall = _share(hits, counts.get(f"{name}.predicted", 0)), _share(hits, counts.get(f"{name}.gold", 0))
        both = precision + recall
        found |= {
            f"{name}.p": 100 * precision,
            f"{name}.r": 100 * recall,
            f"{name}.f1": 100 * (2 * precision * recall / both if both else 0.0),
        }
    for name in SHARES:
        of = counts.get(f"{name}.gold", 0)
        found[name] = 100 * counts[f"{name}.hits"] / of if of else None
    return found


def _share(hits: int, of: int) -> float:
    return hits / of if of else 0.0


def _put(counts: Counts, name: str, hits: int, predicted: int, gold: int) -> None:
    counts |= {f"{name}.hits": hits, f"{name}.predicted": predicted, f"{name}.gold": gold}


def _union(seen: Sequence[Mapping[Role, Sight]], role: Role, way: str) -> frozenset[object]:
    return frozenset().union(*(one[role].ends if way == "exact" else one[role].words for one in seen))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _FINAL:
        end -= 1
    return start, end


def _paired(gold: Sequence[frozenset[int]], predicted: Sequence[frozenset[int]]) -> dict[int, int]:
    """The likest contents first, each taken once; of equally like ones the last."""
    likeness = []
    for at, want in enumerate(gold):
        for other, got in enumerate(predicted):
            shared = len(want & got)
            if shared and shared / len(want | got) >= LEAST:
                likeness.append((shared / len(want | got), at, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, other in sorted(likeness, reverse=True):
        if at not in pairs and other not in taken:
            pairs[at] = other
            taken.add(other)
    return pairs


def _agree(gold: Mapping[Role, Sight], predicted: Mapping[Role, Sight]) -> bool:
    """Sources share a word, or neither has any; cues share a word, or the gold has none."""
    source, other = gold["source"].words, predicted["source"].words
    return (bool(source & other) or not (source or other)) and (bool(gold["cue"].words & predicted["cue"].words) or not gold["cue"].words)
