"""Error classes: why a gold attribution was missed, why a prediction is a false alarm. Decided by spans alone, each exactly once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcards.evaluate.gold import Role
from factcards.evaluate.score import LEAST, Scored, Sight, kind_of
from factcards.spans import Frozen

__all__ = ["ALARMS", "MISSES", "ErrorClass", "Example", "classes_of", "why_alarmed", "why_missed"]

MISSES = {
    "no cue found": "no prediction has its cue or shares its content's words",
    "no content in gold": "nothing can match it",
    "another cue has its words": "its cue was not found; a prediction with another cue shares words of its content",
    "no quotation found": "it has no cue of its own, and no prediction shares its content's words",
    "quotation's borders": "it has no cue of its own; a prediction shares words, but is another stretch or another's already",
    "content too short": "its cue was found; the content is a part of it",
    "content too long": "its cue was found; the content holds it and more",
    "content shifted": "its cue was found; the contents overlap, and either has words of its own",
    "content elsewhere": "its cue was found; the contents share no word",
    "its prediction is taken": "cue and content were found, but the prediction is another attribution's already",
    "wrong source": "content and cue are right",
    "wrong cue": "content and source are right",
    "wrong source and cue": "only the content is right",
}
"""Why a gold attribution has no partner that is jointly right."""
ALARMS = {
    "not a cue": "no gold attribution has its cue, nor holds it",
    "inside a quotation": "its cue lies in the content of a gold attribution that quotes",
    "inside another's content": "its cue lies in the content of a gold attribution that does not quote",
    "quotation without cue": "it has no cue, and no gold attribution has its content",
    "wrong content": "a gold attribution has its cue, with another content",
    "said twice": "a gold attribution has its content, and another prediction was taken for it",
    "wrong source": "content and cue are right",
    "wrong cue": "content and source are right",
    "wrong source and cue": "only the content is right",
}
"""Why a prediction is not jointly right."""
EXAMPLES = 3
CUES = 8
_LONGEST = 160
"""Code points of an example's words."""


class Example(Frozen):
    """One case of a class.

    Attributes:
        article: Its id.
        start: Where the attribution begins, in code points.
        end: One past its end.
        text: What stands there, cut where it is long.
    """

    article: str
    start: int
    end: int
    text: str


class ErrorClass(Frozen):
    """How often one thing goes wrong.

    Attributes:
        name: The class.
        means: What puts a case into it.
        count: How many cases.
        kinds: How many of them quote all of their content (direct), none of it, or some.
        cues: The commonest cues among them, in lower case, the commonest first.
        examples: Up to three cases, each of another article.
    """

    name: str
    means: str
    count: int
    kinds: dict[str, int]
    cues: dict[str, int]
    examples: tuple[Example, ...]


def why_missed(scored: Scored, at: int) -> str | None:
    """The class of the gold attribution at this place, null where it is right."""
    if at in scored.right:
        return None
    mine = scored.seen_gold[at]
    if at in scored.pairs:
        return _why_unlike(mine, scored.seen_predicted[scored.pairs[at]])
    words = mine["content"].words
    if not words:
        return "no content in gold"
    near = [one for one in scored.seen_predicted if one["content"].words & words]
    if not mine["cue"].words:
        return "quotation's borders" if near else "no quotation found"
    same = [one for one in scored.seen_predicted if one["cue"].words & mine["cue"].words]
    if not same:
        return "another cue has its words" if near else "no cue found"
    return _why_content(words, max((one["content"].words for one in same), key=lambda got: (len(got & words), -len(got))))


def why_alarmed(scored: Scored, at: int) -> str | None:
    """The class of the prediction at this place, null where it is right."""
    partner = next((gold for gold, predicted in scored.pairs.items() if predicted == at), None)
    mine = scored.seen_predicted[at]
    if partner is not None:
        return None if partner in scored.right else _why_unlike(scored.seen_gold[partner], mine)
    if any(_alike(mine["content"].words, one["content"].words) for one in scored.seen_gold):
        return "said twice"
    cue = mine["cue"].words
    if not cue:
        return "quotation without cue"
    if any(one["cue"].words & cue for one in scored.seen_gold):
        return "wrong content"
    holders = {kind_of(scored.text, one["content"]) for one in scored.seen_gold if cue <= one["content"].words}
    if holders & {"direct", "mixed"}:
        return "inside a quotation"
    return "inside another's content" if holders else "not a cue"


def classes_of(scored: Mapping[str, Scored]) -> tuple[tuple[ErrorClass, ...], tuple[ErrorClass, ...]]:
    """The classes of what was missed and of the false alarms, the commonest first. They add up to all that is not jointly right."""
    missed = [
        _Case(name, one.text, why, one.seen_gold[at])
        for name, one in sorted(scored.items())
        for at in range(len(one.gold))
        if (why := why_missed(one, at)) is not None
    ]
    alarms = [
        _Case(name, one.text, why, one.seen_predicted[at])
        for name, one in sorted(scored.items())
        for at in range(len(one.predicted))
        if (why := why_alarmed(one, at)) is not None
    ]
    return _gathered(missed, MISSES), _gathered(alarms, ALARMS)


def _why_unlike(gold: Mapping[Role, Sight], predicted: Mapping[Role, Sight]) -> str:
    """What two attributions of the same content differ in; at least one of the two."""
    cue = bool(gold["cue"].words & predicted["cue"].words) or not gold["cue"].words
    source = bool(gold["source"].words & predicted["source"].words) or not (gold["source"].words or predicted["source"].words)
    if source:
        return "wrong cue"
    return "wrong source" if cue else "wrong source and cue"


def _why_content(gold: frozenset[int], predicted: frozenset[int]) -> str:
    if not gold & predicted:
        return "content elsewhere"
    if _alike(gold, predicted):
        return "its prediction is taken"
    if predicted < gold:
        return "content too short"
    return "content too long" if gold < predicted else "content shifted"


def _alike(left: frozenset[int], right: frozenset[int]) -> bool:
    return bool(left & right) and len(left & right) / len(left | right) >= LEAST


@dataclass(frozen=True, slots=True)
class _Case:
    article: str
    text: str
    why: str
    seen: Mapping[Role, Sight]

    def cue(self) -> str:
        return " … ".join(self.text[start:end] for start, end in sorted(self.seen["cue"].ends)).lower()

    def example(self) -> Example | None:
        """The stretch from the attribution's first word to its last."""
        ends = [one for sight in self.seen.values() for one in sight.ends if one[0] < one[1]]
        if not ends:
            return None
        start, end = min(one[0] for one in ends), max(one[1] for one in ends)
        words = " ".join(self.text[start : min(end, start + 2 * _LONGEST)].split())
        shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
        return Example(article=self.article, start=start, end=end, text=shown)


def _gathered(cases: Sequence[_Case], means: Mapping[str, str]) -> tuple[ErrorClass, ...]:
    counts = Counter(case.why for case in cases)
    return tuple(
        _class(name, means[name], [case for case in cases if case.why == name])
        for name in sorted(counts, key=lambda name: (-counts[name], name))
    )


def _class(name: str, means: str, cases: Sequence[_Case]) -> ErrorClass:
    examples: dict[str, Example] = {}
    for case in cases:
        if len(examples) < EXAMPLES and case.article not in examples and (example := case.example()) is not None:
            examples[case.article] = example
    kinds = Counter(kind_of(case.text, case.seen["content"]) for case in cases)
    cues = Counter(cue for case in cases if (cue := case.cue()))
    return ErrorClass(
        name=name,
        means=means,
        count=len(cases),
        kinds={kind: kinds[kind] for kind in sorted(kinds)},
        cues=dict(sorted(cues.items(), key=lambda one: (-one[1], one[0]))[:CUES]),
        examples=tuple(examples.values()),
    )
