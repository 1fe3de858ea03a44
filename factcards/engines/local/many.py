"""Many articles in several processes, each with a parser of its own. The readings are the same, byte for byte, for any number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from factcards.cards import Article
from factcards.engines.local.reader import LocalReader, ReaderKind
from factcards.reading import Reading
from factcards.workers import Workers

__all__ = ["ManyReaders"]

BATCH = 8
"""Articles handed to a process at once: few enough that none waits long at the end, enough that handing over costs nothing."""


class ManyReaders:
    """Implements `reading.Reader` with several processes, which live as long as the `with` block.

    Args:
        processes: How many.
        kind: As for `LocalReader`.
    """

    def __init__(self, processes: int, kind: ReaderKind = "full") -> None:
        """No process is started before the first `read`."""
        reader = LocalReader(kind)
        self._version = reader.version
        self._workers: Workers[Sequence[Article], list[Reading]] = Workers(reader.read, processes)

    def __enter__(self) -> ManyReaders:
        """Use it in a `with` block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *raised: object) -> None:
        """End the processes."""
        self._workers.__exit__(kind, *raised)

    @property
    def version(self) -> str:
        """As of `LocalReader`."""
        return self._version

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading for each article, in the same order; raises as `LocalReader.read`."""
        batches = (articles[at : at + BATCH] for at in range(0, len(articles), BATCH))
        return list(chain.from_iterable(self._workers.do(batches)))
