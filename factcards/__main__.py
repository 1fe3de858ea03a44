"""`python -m factcards` and the console script: hands over to the command line."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line and leave with its exit code."""
    from factcards.cli import main

    sys.exit(main())


if __name__ == "__main__":
    run()
