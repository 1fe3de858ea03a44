"""Which of the sources' attributed claims a summary tells, and which it leaves out, weightiest first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from factcards.cards import Article
from factcards.lexicon import lemma_of
from factcards.lint.check import lint
from factcards.lint.findings import Passage
from factcards.lint.matching import Index
from factcards.lint.side import Side
from factcards.lint.words import forms_in, stems_of, words_in
from factcards.reading import Attribution, Reading
from factcards.spans import Frozen, Span, overlap

__all__ = ["Claim", "Coverage", "coverage"]

_TOLD = 0.5
"""Share of a claim's content (by how telling its words are) in one sentence of the summary from which it counts as told."""
_PARTLY = 0.3
_FRONT = 1.5
"""How much more a claim of the source's first third weighs: news puts first what matters most."""
_SURE = 0.6
"""Confidence below which an attribution is not asked for."""
_TELLING = 2
"""Words with content that a claim must have to be looked for: one alone is in too many sentences."""
_FEW = 4
"""Words with content up to which a claim is told only by all of them but one: half of "he has known for two years" is in any sentence.
Of two it takes both: "bridge" alone is, too.
"""
_TURNING = stems_of("negation", "words") | stems_of("negation", "verbs")
"""What a sentence turns something round with."""


Status = Literal["told", "partly", "contradicted", "left out", "not weighed"]


class Claim(Frozen):
    """One attributed claim of a source.

    Attributes:
        source: Place of the source.
        speaker: Who says so; null where the source names nobody.
        cue: The words that tell it of the speaker ("said", "denied"); null for a quotation that merely goes on.
        content: The attributed words, up to where something else stands between them.
        more: The attributed words behind that, piece by piece.
        weight: Its share of all claims' weight, 0 to 1: words with content, their rarity, and whether it stands in front.
        told: Share of its content that the summary has, 0 to 1.
        status: told, partly or left out; contradicted where the summary has its words and a finding that fails says that they are not
            what it claims; not weighed where it has too few telling words to be looked for.
    """

    source: int = Field(ge=0)
    speaker: str | None
    cue: str | None
    content: Span
    more: tuple[Span, ...] = ()
    weight: float
    told: float
    status: Status


class Coverage(Frozen):
    """What of the sources' attributed claims is told.

    Attributes:
        claims: All of them, the weightiest first.
        share: Of the weight, what is told, 0 to 1; 1 where there is nothing to tell.
        unsure: How many more may be claims, and likelier are none.
    """

    claims: tuple[Claim, ...]
    share: float
    unsure: int


@dataclass(frozen=True)
class _Told:
    """One sentence of the summary.

    Attributes:
        stems: Of all its words.
        undenied: Of those that nobody denies in it.
        turns: Whether it denies anything.
        against: What of the sources it has wrong: each source's number with a stretch of it.
    """

    stems: frozenset[str]
    undenied: frozenset[str]
    turns: bool
    against: tuple[Passage, ...]

    def is_against(self, at: int, found: Attribution) -> bool:
        """Whether it has this claim of this source wrong; what somebody denies, by its cue too."""
        spans = (*found.content, *([found.cue] if found.cue is not None and _denies(found) else ()))
        return any(passage.source == at and overlap([passage.span], spans) for passage in self.against)


@dataclass(frozen=True)
class _Weighed:
    """A claim before the weights of all are known."""

    source: int
    found: Attribution
    weight: float
    told: float = 0.0
    contradicted: bool = False
    least: float = _TOLD


def coverage(summary: Article, reading: Reading, sources: Index) -> Coverage:
    """Look for each attributed claim of the sources in the summary. What stands within another's content is told with that.

    Args:
        summary: The prose of the summary.
        reading: Of exactly this.
        sources: Indexed.
    """
    sentences = _sentences(Side(summary, reading), sources)
    attributed = [
        (at, found)
        for at, side in enumerate(sources.sources)
        for found in side.reading.attributions
        if (found.cue is not None or found.speaker is not None) and found.parent is None
    ]
    sure = [(at, found) for at, found in attributed if found.confidence >= _SURE and not _only_asks(found)]
    weighed = [_weighed(at, found, sources, sentences) for at, found in sure]
    whole = sum(one.weight for one in weighed)
    claims = tuple(sorted((_claim(one, whole) for one in weighed), key=lambda c: (-c.weight, c.source, c.content.start)))
    share = sum(claim.weight for claim in claims if claim.status == "told") if whole else 1.0
    return Coverage(claims=claims, share=round(share, 3), unsure=len(attributed) - len(sure))


def _sentences(own: Side, sources: Index) -> list[_Told]:
    denied = {word for found, words in own.attributions if _denies(found) for word in words}
    wrong = [finding for finding in lint(own, sources) if finding.severity == "error"]
    told = []
    for sentence in own.sentences:
        words = range(sentence.first, sentence.last)
        stems = frozenset(own.stems[word] for word in words)
        undenied = frozenset(own.stems[word] for word in words if word not in denied)
        turns = not stems.isdisjoint(_TURNING) or not denied.isdisjoint(words)
        against = (p for finding in wrong if sentence.start <= finding.span.start < sentence.end for p in finding.evidence)
        told.append(_Told(stems, undenied, turns, tuple(against)))
    return told


def _only_asks(found: Attribution) -> bool:
    """Whether it is what somebody without a name asks, and so nobody's claim: "asked whether the hall was for sale, Quill said"."""
    return found.speaker is None and found.cue is not None and any(lemma_of(form) == "ask" for form in forms_in(found.cue.quote))


def _denies(found: Attribution) -> bool:
    return found.cue is not None and found.cue.strength == "negative"


def _weighed(at: int, found: Attribution, sources: Index, sentences: Sequence[_Told]) -> _Weighed:
    """How much a claim weighs, and how much of each of its sentences the best one has: of what is denied, one that denies."""
    side = sources.sources[at]
    parts: dict[int, dict[str, float]] = {}
    for word in (word for span in found.content for word in range(side.place(span.start), side.place(span.end))):
        if side.stems[word] in sources.postings and side.content[word]:
            parts.setdefault(side.sentence_of(word).start, {})[side.stems[word]] = sources.weights[side.stems[word]]
    telling = {stem: weight for part in parts.values() for stem, weight in part.items()}
    total = sum(telling.values())
    if len(telling) < _TELLING:
        return _Weighed(at, found, 0.0)
    words = {word.stem for span in found.content for word in words_in(span.quote)}
    fitting = [one for one in sentences if one.turns or not _denies(found)]
    sound = [one for one in fitting if not one.is_against(at, found)]
    against = [one for one in sentences if one in fitting or one.is_against(at, found)]  # "Unison agreed", which denied it
    told, anyhow = (
        _share(parts, [one.stems if one not in fitting else _stems(one, found, words) for one in some]) for some in (sound, against)
    )
    front = _FRONT if found.content[0].start < len(side.text) / 3 else 1.0
    spare = max(telling.values()) / total if len(telling) > _TELLING else 0.0
    least = _TOLD if len(telling) > _FEW else 1 - spare
    return _Weighed(at, found, total * front, told, contradicted=told < least <= anyhow, least=least)


def _stems(one: _Told, found: Attribution, words: Collection[str]) -> frozenset[str]:
    """What of a sentence may tell a claim: "not safe" may be told as "denied that it is safe"."""
    return one.stems if _denies(found) or not _TURNING.isdisjoint(words) else one.undenied


def _share(parts: Mapping[int, Mapping[str, float]], sentences: Sequence[frozenset[str]]) -> float:
    """Of each part of a claim what the sentence has that has most of it, as a share of all."""
    total = sum(sum(part.values()) for part in parts.values())
    best = (max((sum(part[word] for word in part.keys() & stems) for stems in sentences), default=0.0) for part in parts.values())
    return sum(best) / total


def _claim(one: _Weighed, whole: float) -> Claim:
    found, told = one.found, one.told
    status: Status = "contradicted" if one.contradicted else "told" if told >= one.least else "partly" if told >= _PARTLY else "left out"
    return Claim(
        source=one.source,
        speaker=found.speaker.name if found.speaker is not None else None,
        cue=found.cue.quote if found.cue is not None else None,
        content=found.content[0],
        more=found.content[1:],
        weight=round(one.weight / whole, 4) if whole else 0.0,
        told=round(told, 3),
        status=status if one.weight else "not weighed",
    )
