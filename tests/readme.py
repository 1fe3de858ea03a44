"""The generated parts of README.md: run `python -m tests.readme` to write them anew; test_readme.py fails when they are stale."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"

_BLOCK = re.compile(r"(<!-- generated: (?P<command>[^>]+) -->\n)(?P<body>.*?)(<!-- end -->)", re.DOTALL)


def output_of(command: str) -> str:
    """What `python -m factcards ...` prints on stdout, as a fenced block."""
    words = command.split()
    assert words[0] == "factcards", command
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"COLUMNS": "100", "PATH": ""},
    )
    language = "text" if "--help" in words else "markdown"
    return f"\n````{language}\n{done.stdout.strip()}\n````\n\n"


def regenerated(text: str) -> str:
    """The README with every generated block made anew."""
    return _BLOCK.sub(lambda found: found[1] + output_of(found["command"]) + found[4], text)


if __name__ == "__main__":
    README.write_text(regenerated(README.read_text(encoding="utf-8")), encoding="utf-8")
