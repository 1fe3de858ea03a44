"""The local reader, loaded by the first text that it has to read: what is replayed was read before, and half of its time would go there."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.cards import Article
from factcards.engines.local.versions import reader_version
from factcards.reading import Reading

__all__ = ["LateReader"]


class LateReader:
    """Implements `reading.Reader` as the full `LocalReader` does."""

    @property
    def version(self) -> str:
        """The `LocalReader`'s."""
        return reader_version()

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading for each article; raises what the `LocalReader` raises."""
        from factcards.engines.local.reader import LocalReader

        return LocalReader().read(articles)
