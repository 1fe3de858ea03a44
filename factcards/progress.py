"""How far a long piece of work is, for whoever watches: told where it is done, shown where somebody looks. Imports nothing of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

__all__ = ["Watch", "watched", "watching"]

Watch = Callable[[str, int, int], None]
"""Is told what is done, how much of it is done, and how much there is."""

_Item = TypeVar("_Item")


@dataclass(slots=True)
class _Watcher:
    """Whom to tell, and whether something is being told of already."""

    tell: Watch
    busy: bool = False


_watcher: ContextVar[_Watcher | None] = ContextVar("_watcher", default=None)


@contextmanager
def watching(tell: Watch) -> Iterator[None]:
    """Tell this watch of all that is done in the `with` block."""
    before = _watcher.set(_Watcher(tell))
    try:
        yield
    finally:
        _watcher.reset(before)


def watched(items: Iterable[_Item], what: str, total: int, size: Callable[[_Item], int] = lambda _item: 1) -> Iterator[_Item]:
    """The same items; who watches is told of each that is done. What is done within one of several is not told beside it, and of a single
    one only that.

    Args:
        items: One after the other.
        what: That is done to them: "parsing".
        total: The size of all together.
        size: Of one.

    >>> with watching(lambda *told: print(*told)):
    ...     several = [list(watched("ab", "within", 2)) for _ in watched([1, 2], "comparing", 2)]
    ...     single = [list(watched("ab", "within", 2)) for _ in watched([1], "comparing", 1)]
    comparing 0 2
    comparing 1 2
    comparing 2 2
    within 0 2
    within 1 2
    within 2 2
    """
    watcher = _watcher.get()
    if watcher is None or watcher.busy or total <= 1:
        yield from items
        return
    watcher.busy = True
    try:
        done = 0
        watcher.tell(what, done, total)
        for item in items:
            yield item
            done += size(item)
            watcher.tell(what, done, total)
    finally:
        watcher.busy = False
