"""The local engine: the reader's attributions, as drafts. No model, no key, no network."""

from __future__ import annotations

from typing import Literal

from factcards.cards import Article, Card, Chunk
from factcards.drafts import Check, Draft, Extracted, Summarized
from factcards.engines.local.reader import LocalReader
from factcards.layout import Layout
from factcards.reading import Reading

__all__ = ["LocalEngine"]


class LocalEngine:
    """Implements `drafts.Engine` with the local reader alone."""

    def __init__(self) -> None:
        """Nothing is loaded yet."""
        self._reader = LocalReader()

    @property
    def name(self) -> Literal["local"]:
        """The engine's name in the provenance."""
        return "local"

    def reader(self, _article: Article) -> LocalReader:
        """The one reader, for every article."""
        return self._reader

    def extract(self, article: Article, _layout: Layout, reading: Reading) -> Extracted:
        """Every attribution of the reading, as a draft."""
        drafts = tuple(
            Draft(
                claim=found.claim,
                content=found.content,
                evidence=found.evidence,
                cue=found.cue,
                speaker=found.speaker,
                attribution=at,
                confidence=found.confidence,
            )
            for at, found in enumerate(reading.attributions)
        )
        return Extracted(drafts=drafts, chunks=(Chunk(start=0, end=len(article.text), outcome="ok"),))

    def summarize(self, _article: Article, _cards: tuple[Card, ...], _check: Check) -> Summarized | None:
        """None: the summary is taken from the cards."""
        return None

    def plan(self, article: Article) -> tuple[str, ...]:
        """Nothing would be asked."""
        return (f"{article.source}: the local engine asks no model.",)

    def finish(self, _article: Article, *, complete: bool) -> tuple[str, ...]:  # noqa: ARG002 - the protocol's signature
        """Nothing was set aside."""
        return ()
