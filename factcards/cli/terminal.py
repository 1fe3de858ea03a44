"""What goes to the terminal: chatter and complaints on stderr, results on stdout, both safe to look at."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import TextIO, TypeGuard, TypeVar

from factcards.errors import FactcardsError, OutputError

__all__ = ["ClosedPipe", "columns", "complain", "hushed", "is_open", "put", "say", "signs_of_work", "warn", "with_signs", "write_no_more"]

_Result = TypeVar("_Result")
_LONGEST_LINE = 400
"""Code points of one complaint line: long enough for a path and a reason, short enough to read."""


class ClosedPipe(Exception):
    """Nobody reads standard output any more; a class of its own, since the parser's library ends a BrokenPipeError itself."""


def is_open(stream: TextIO | None) -> TypeGuard[TextIO]:
    """Whether there is a stream: Python has None for one that was closed before it began (`>&-`)."""
    return stream is not None


def columns() -> int:
    """How many columns a line of a report may take: the terminal's, or what COLUMNS says, also where nobody looks."""
    from factcards.rendering.findings import WIDTH

    return shutil.get_terminal_size((WIDTH, 24)).columns


_quiet: ContextVar[bool] = ContextVar("_quiet", default=False)


@contextmanager
def hushed() -> Iterator[None]:
    """In the `with` block nothing is said and no work shown: complaints and warnings only."""
    before = _quiet.set(True)
    try:
        yield
    finally:
        _quiet.reset(before)


_BEGUN = "reading ..."
"""What is done before there is anything to count."""


@contextmanager
def signs_of_work(total: int = 1) -> Iterator[Callable[[], AbstractContextManager[None]]]:
    """While the `with` block works, a bar on stderr that says how far it is, where somebody looks; gone when it is done.

    Args:
        total: How many articles are worked on; several have a bar of their own above that of the one.

    Yields:
        What puts the bars away while an article's results are shown; after that the next one is worked on.
    """
    if _quiet.get() or not is_open(sys.stderr) or not sys.stderr.isatty():
        yield nullcontext
        return
    from rich.console import Console
    from rich.progress import Progress

    from factcards.progress import watching

    bars = Progress(console=Console(stderr=True), transient=True)
    articles = bars.add_task("articles", total=total, visible=total > 1)
    step = bars.add_task(_BEGUN, total=None)

    def tell(what: str, done: int, of: int) -> None:
        if not done:
            bars.reset(step)  # its speed is no measure for what is done now
        bars.update(step, description=what, completed=done, total=of)

    @contextmanager
    def put_away() -> Iterator[None]:
        bars.stop()
        yield
        bars.advance(articles)
        bars.reset(step, total=None, description=_BEGUN)
        if not bars.tasks[articles].finished:
            bars.start()

    with bars, watching(tell):
        yield put_away


def with_signs(results: Iterator[_Result], total: int) -> Generator[_Result, None, None]:
    """The same results, each made when it is asked for, with `signs_of_work` in between."""
    with signs_of_work(total) as put_away:
        for result in results:
            with put_away():
                yield result


def _put_err(line: str) -> None:
    from factcards.rendering import terminal_safe

    safe = terminal_safe(line)
    if len(safe) > _LONGEST_LINE:
        safe = safe[: _LONGEST_LINE - 1] + "…"
    stream = sys.stderr
    if not is_open(stream):
        return
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(safe.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        stream.flush()
    except OSError:  # nobody can be told; the results and the exit code still say what became of it
        write_no_more(stream)


def write_no_more(stream: TextIO | None) -> None:
    """Point a stream that cannot be written at nothing, so that the interpreter's own flush at exit stays quiet."""
    if is_open(stream):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(line: str) -> None:
    """One line for the user, on stderr, where nobody asked for quiet."""
    if not _quiet.get():
        _put_err(line)


def warn(line: str) -> None:
    """One line that says why something fails, on stderr."""
    _put_err(line)


def complain(error: FactcardsError | str, *, hint: str | None = None, where: str | None = None) -> None:
    """An error, on stderr, in at most five lines; the file that it names itself is not named before it."""
    what, advice = (error.what, error.hint) if isinstance(error, FactcardsError) else (error, hint)
    prefix = "error: " if where is None or what.startswith(f"{where}:") else f"error: {where}: "
    lines = [prefix + line if at == 0 else f"  {line}" for at, line in enumerate(what.splitlines()[:3])]
    lines += [f"  {line}" for line in (advice or "").splitlines()[:2]]
    for line in lines:
        _put_err(line)


def put(text: str) -> None:
    """A result, on stdout, as UTF-8 whatever the locale says."""
    if not is_open(sys.stdout):
        raise OutputError("cannot write to standard output: it is closed.", hint="Leave it open, or send it to a file.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise ClosedPipe from error
    except OSError as error:
        raise OutputError(
            f"cannot write to standard output: {error.strerror or error}", hint="Send it elsewhere, or free some space."
        ) from error
