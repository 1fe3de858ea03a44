"""A file's many problems, told one by one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from factcards.cli.terminal import warn

__all__ = ["problems_listed"]

_SHOWN = 20
"""Problems of a file that are listed one by one."""


@contextmanager
def problems_listed() -> Iterator[None]:
    """Every problem of a file is told, up to a limit, before the error itself says how many there are."""
    from factcards.errors import GoldError

    try:
        yield
    except GoldError as error:
        for problem in error.problems[:_SHOWN] if len(error.problems) > 1 else ():
            warn(problem)
        if len(error.problems) > _SHOWN:
            warn(f"and {len(error.problems) - _SHOWN} more")
        raise
