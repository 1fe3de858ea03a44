"""The local engine: the reader's attributions, as drafts. No model, no key, no network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from factcards.cards import Article, Card, Chunk
from factcards.drafts import Check, Draft, Extracted, Finished, Summarized
from factcards.engines.local.claiming.parting import parts_of
from factcards.engines.local.reader import LocalReader
from factcards.layout import Layout
from factcards.nearby import Nearby
from factcards.read.limits import called
from factcards.reading import Attribution, Reader, Reading
from factcards.spans import Span, hold
from factcards.stored import StoredReader

__all__ = ["LocalEngine"]


class LocalEngine:
    """Implements `drafts.Engine` with the local reader alone.

    Args:
        readings: Where an article's readings are kept, so that reading it again needs no parser; None keeps none.
        keep: Whether new readings are written there.
    """

    def __init__(self, readings: Callable[[Article], Path] | None = None, *, keep: bool = True) -> None:
        """Nothing is loaded yet."""
        self._reader = LocalReader()
        self._readings = readings
        self._keep = keep
        self._stored: tuple[Article, StoredReader] | None = None

    @property
    def name(self) -> Literal["local"]:
        """The engine's name in the provenance."""
        return "local"

    def reader(self, article: Article) -> Reader:
        """The one reader, behind what is kept of this article."""
        if self._readings is None:
            return self._reader
        if self._stored is None or self._stored[0] != article:
            self._stored = (article, StoredReader(self._readings(article), self._reader))
        return self._stored[1]

    def extract(self, article: Article, layout: Layout, reading: Reading) -> Extracted:
        """Every attribution of the reading, as a draft, but for doubtful ones that another tells, too; a quotation of several sentences
        of which its speaker is not equally sure, as several.
        """
        told = [found.content for found in reading.attributions if found.cue is None]
        firm = [found.content for found in reading.attributions if not found.doubtful]
        claims: dict[Span, list[str]] = {}
        for found in reading.attributions:
            for span in found.evidence if not found.doubtful else ():
                claims.setdefault(span, []).append(found.claim)
        nearby = Nearby(reading)
        drafts = tuple(
            Draft(
                claim=part.claim,
                content=part.content,
                evidence=part.evidence,
                cue=found.cue,
                speaker=found.speaker,
                attribution=at,
                confidence=found.confidence,
            )
            for at, found in enumerate(reading.attributions)
            if not (found.doubtful and (found.parent is not None or _is_told(found, told, claims.get(found.evidence[0], ()))))
            and not (found.doubtful and found.speaker is None and found.cue is not None and any(hold(words, [found.cue]) for words in firm))
            and not (found.doubtful and layout.sentences_over(found.evidence)[0].part == "caption")
            for part in parts_of(article.text, layout, nearby, found)
        )
        return Extracted(drafts=drafts, chunks=(Chunk(start=0, end=len(article.text), outcome="ok"),))

    def summarize(self, _article: Article, _cards: tuple[Card, ...], _check: Check) -> Summarized | None:
        """None: the summary is taken from the cards."""
        return None

    def plan(self, article: Article) -> tuple[str, ...]:
        """Nothing would be asked."""
        return (f"{called(article.source)}: the local engine asks no model.",)

    def finish(self, _article: Article, *, complete: bool) -> Finished:  # noqa: ARG002 - the protocol's signature
        """Keep the readings."""
        notices: list[str] = []
        if self._stored is not None and self._keep:
            self._stored[1].save(notices.append)
        return Finished(tuple(notices))


def _is_told(found: Attribution, told: Sequence[Sequence[Span]], claims: Sequence[str]) -> bool:
    """Whether the article's own claim holds it, or another one's claim does: "Asked | whether it was safe | , Quill said ..."."""
    return any(hold(words, found.content) for words in told) or any(all(span.quote in claim for span in found.content) for claim in claims)
