"""`python -m factcards` and the console script: hands over to the command line."""

from __future__ import annotations

import gc
import signal
import sys

_ended_by: list[int] = []


def _end(number: int, _: object) -> None:
    """Who is told to end does so as at a Ctrl-C: half-written files go, processes of its own end with it."""
    _ended_by.append(number)
    raise KeyboardInterrupt


def run() -> None:
    """Run the command line and leave with its exit code; an interrupt while it is still being loaded is one, too."""
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _end)
    gc.set_threshold(20_000)  # what is loaded stays, and nearly nothing is a cycle
    try:
        from factcards.cli import main

        code = main()
    except KeyboardInterrupt:
        sys.stderr.write("error: interrupted; what was finished stays.\n")
        code = 130
    sys.exit(128 + _ended_by[0] if _ended_by and code == 130 else code)


if __name__ == "__main__":
    run()
