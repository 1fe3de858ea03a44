"""Many articles in several processes, each with a parser of its own. The readings are the same, byte for byte, for any number."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from factcards.cards import Article
from factcards.engines.local.reader import LocalReader, ReaderKind
from factcards.reading import Reading

__all__ = ["ManyReaders"]

BATCH = 8
"""Articles handed to a process at once: few enough that none waits long at the end, enough that handing over costs nothing."""

_reader: LocalReader | None = None


def _start(kind: ReaderKind) -> None:
    global _reader  # noqa: PLW0603 - a worker process has no other place to keep its reader
    _reader = LocalReader(kind)


def _read(batch: Sequence[Article]) -> list[Reading]:
    return _reader.read(batch) if _reader is not None else []


class ManyReaders:
    """Implements `reading.Reader` with several processes, which live as long as the `with` block.

    Args:
        processes: How many.
        kind: As for `LocalReader`.
    """

    def __init__(self, processes: int, kind: ReaderKind = "full") -> None:
        """No process is started before the first `read`."""
        self._version = LocalReader(kind).version
        self._pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _start, (kind,))

    def __enter__(self) -> ManyReaders:
        """Use it in a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        self._pool.shutdown(cancel_futures=True)

    @property
    def version(self) -> str:
        """As of `LocalReader`."""
        return self._version

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading for each article, in the same order; raises as `LocalReader.read`."""
        return list(self._readings(articles))

    def _readings(self, articles: Sequence[Article]) -> Iterator[Reading]:
        batches = [articles[at : at + BATCH] for at in range(0, len(articles), BATCH)]
        for readings in self._pool.map(_read, batches):
            yield from readings
