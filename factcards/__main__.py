"""`python -m factcards` and the console script: hands over to the command line."""

from __future__ import annotations

import gc
import sys


def run() -> None:
    """Run the command line and leave with its exit code; an interrupt while it is still being loaded is one, too."""
    gc.set_threshold(20_000)  # what is loaded stays, and nearly nothing is a cycle
    try:
        from factcards.cli import main

        code = main()
    except KeyboardInterrupt:
        sys.stderr.write("error: interrupted; what was finished stays.\n")
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    run()
