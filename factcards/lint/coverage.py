"""Which of the sources' attributed claims a summary tells, and which it leaves out, weightiest first."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from factcards.cards import Article
from factcards.lint.matching import Index
from factcards.lint.side import Side
from factcards.lint.words import words_in
from factcards.reading import Attribution, Reading
from factcards.spans import Frozen, Span

__all__ = ["Claim", "Coverage", "coverage"]

_TOLD = 0.5
"""Share of a claim's content (by how telling its words are) in one sentence of the summary from which it counts as told."""
_PARTLY = 0.3
_FRONT = 1.5
"""How much more a claim of the source's first third weighs: news puts first what matters most."""
_SURE = 0.6
"""Confidence below which an attribution is not asked for."""


class Claim(Frozen):
    """One attributed claim of a source.

    Attributes:
        source: Place of the source.
        speaker: Who says so.
        content: The attributed words.
        weight: Its share of all claims' weight, 0 to 1: words with content, their rarity, and whether it stands in front.
        told: Share of its content that the summary has, 0 to 1.
        status: told, partly or left out.
    """

    source: int = Field(ge=0)
    speaker: str
    content: Span
    weight: float
    told: float
    status: Literal["told", "partly", "left out"]


class Coverage(Frozen):
    """All attributed claims, the weightiest first, and the share of the weight that is told."""

    claims: tuple[Claim, ...]
    share: float


def coverage(summary: Article, reading: Reading, sources: Index) -> Coverage:
    """Look for each attributed claim of the sources in the summary.

    Args:
        summary: The prose of the summary.
        reading: Of exactly this.
        sources: Indexed.
    """
    own = Side(summary, reading)
    sentences = [set(own.sentence_stems(sentence)) for sentence in own.sentences]
    raw: list[tuple[float, float, int, Attribution]] = []
    for at, side in enumerate(sources.sources):
        for found in side.reading.attributions:
            if found.cue is None or found.speaker is None or found.confidence < _SURE or found.parent is not None:
                continue
            words = {w.stem for span in found.content for w in words_in(span.quote)}
            telling = {word: sources.weight(word) for word in words if word in sources.postings}
            total = sum(telling.values())
            if len(telling) < 2:
                continue
            best = max((sum(telling[w] for w in telling.keys() & sentence) for sentence in sentences), default=0.0)
            front = _FRONT if found.content[0].start < len(side.text) / 3 else 1.0
            raw.append((total * front, min(1.0, best / total), at, found))
    whole = sum(weight for weight, *_ in raw) or 1.0
    claims = [
        Claim(
            source=at,
            speaker=found.speaker.name if found.speaker else "",
            content=found.content[0],
            weight=round(weight / whole, 4),
            told=round(told, 3),
            status="told" if told >= _TOLD else "partly" if told >= _PARTLY else "left out",
        )
        for weight, told, at, found in raw
    ]
    ordered = tuple(sorted(claims, key=lambda c: (-c.weight, c.source, c.content.start)))
    return Coverage(claims=ordered, share=round(sum(c.weight for c in ordered if c.status == "told"), 3))
