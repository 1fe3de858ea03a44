"""The same work on many things in several processes: the results in the order of the things, and the same as in one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any, Generic, TypeVar

from factcards.errors import UsageError

__all__ = ["Workers", "cores", "in_order"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

AHEAD = 4
"""Things handed out for each process before the first of them is shown: enough that none waits, few enough that no result lies long."""


def cores() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(work: Callable[[_Item], _Result], items: Iterable[_Item], jobs: int = 1) -> Iterator[_Result]:
    """What `map` gives; with several jobs several processes do it, and a single thing needs none of them.

    Args:
        work: Is sent to each process once, so it can be pickled, as items and results can.
        items: In their order; some are taken ahead.
        jobs: How many processes.

    >>> list(in_order(str.upper, ["a", "b"]))
    ['A', 'B']

    Raises:
        UsageError: if a process was ended by somebody else: the system ends those that take its last memory.
    """
    left = iter(items)
    first = list(islice(left, 2)) if jobs > 1 else []
    if len(first) < 2:
        yield from map(work, chain(first, left))
        return
    with Workers(work, jobs) as workers:
        yield from workers.do(chain(first, left))


class Workers(Generic[_Item, _Result]):
    """Processes for some work, which live as long as the `with` block; an interrupt ends them at once.

    Args:
        work: As for `in_order`.
        jobs: How many; each is started when there is something for it to do.
    """

    def __init__(self, work: Callable[[_Item], _Result], jobs: int) -> None:
        """No process is started before the first `do`."""
        self._others = set(multiprocessing.active_children())
        self._jobs = jobs
        self._pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (work,))

    def __enter__(self) -> Workers[_Item, _Result]:
        """Use it in a `with` block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End the processes: at once at an interrupt, what they write is whole or not there; else when they are done with what is in hand.
        One that is ended in the pool's own code can leave the pool waiting for ever, so it is no way to be rid of idle ones.
        """
        if kind is not None and not issubclass(kind, (Exception, GeneratorExit)):
            for process in set(multiprocessing.active_children()) - self._others:
                process.terminate()
        self._pool.shutdown(cancel_futures=True)

    def do(self, items: Iterable[_Item]) -> Iterator[_Result]:
        """As `in_order`."""
        waiting: deque[Future[_Result]] = deque()
        try:
            for item in items:
                with _uninterrupted():
                    waiting.append(self._pool.submit(_do, item))
                if len(waiting) == AHEAD * self._jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise UsageError(
                "a process of --jobs was ended from outside, perhaps for want of memory.",
                hint="Ask for fewer: each takes the memory that one does. What was finished stays.",
            ) from error


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """A process that is started here never hears of the user's Ctrl-C, which is told to all: whoever started it ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_work: Callable[[Any], Any] | None = None
_at_work = False


def _begin(work: Callable[[Any], Any]) -> None:
    """Keep the work."""
    global _work  # noqa: PLW0603 - a worker process has no other place to keep it
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _leave(*_: object) -> None:
    """End this process: by way of the work, which takes a half-written file away; with none in hand at once, wherever the pool's own code
    stands, which would tell of it in a traceback.
    """
    if _at_work:
        sys.exit(1)
    os._exit(1)


def _end_with_parent() -> None:
    """Whoever started it may be killed, too: then nobody wants the results."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


def _do(item: _Item) -> Any:  # noqa: ANN401 - what the work gives
    global _at_work  # noqa: PLW0603 - as `_work`
    if _work is None:  # pragma: no cover - `_begin` came before
        raise RuntimeError("no work")
    try:
        _at_work = True
        try:
            return _work(item)
        finally:
            _at_work = False
    except SystemExit:  # the pool would take it for a result, and go on
        os._exit(1)
