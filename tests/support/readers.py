"""A reader that reads no text twice."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.cards import Article
from factcards.reading import Reader, Reading

__all__ = ["LONG", "Remembering"]


LONG = 5_000
"""Code points from which a text is there for its length: how long its reading takes is what a test asks, so that it is read each time."""
_MANY = 2_000
"""Readings kept: more than any module of tests has; texts that chance made are none that come again."""


class Remembering:
    """Implements `reading.Reader`: a text that was read before has its reading at hand; those that were not are read in one pass.

    Args:
        inner: Reads them.
    """

    def __init__(self, inner: Reader) -> None:
        """Nothing is known yet."""
        self._inner = inner
        self._known: dict[str, Reading] = {}

    @property
    def version(self) -> str:
        """The inner reader's."""
        return self._inner.version

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading for each article; raises what the inner reader raises."""
        keys = [article.model_dump_json(include={"text", "parts", "language", "byline"}) for article in articles]
        missing = {key: article for key, article in zip(keys, articles, strict=True) if key not in self._known}
        new = dict(zip(missing, self._inner.read([*missing.values()]), strict=True))
        found = [new[key] if key in new else self._known[key] for key in keys]
        if len(self._known) > _MANY:
            self._known.clear()
        self._known |= {key: reading for key, reading in new.items() if len(missing[key].text) < LONG}
        return found
