"""The generated parts of README.md, and the whole brief that it shows the beginning of: run `python -m tests.readme` to write them anew;
test_readme.py fails when they are stale.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BRIEF = ROOT / "seeds" / "briefs" / "putin-xi-ceasefire.md"

_BLOCK = re.compile(r"(<!-- generated: (?P<command>[^;>]+)(?:; cards: (?P<cards>\d+))? -->\n)(?P<body>.*?)(<!-- end -->)", re.DOTALL)


@cache
def printed(command: str) -> str:
    """What `python -m factcards ...` prints on stdout."""
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
    return done.stdout.strip()


def output_of(command: str, cards: str | None) -> str:
    """The same as a fenced block; a brief's as far as its first so many cards, with an ellipsis for the rest."""
    language, told = "text" if "--help" in command.split() else "markdown", printed(command)
    if cards is not None:
        told = told.partition(f"\n**\\[{int(cards) + 1}\\]**")[0].rstrip() + "\n\n…"
    return f"\n````{language}\n{told}\n````\n\n"


def regenerated(text: str) -> str:
    """The README with every generated block made anew."""
    return _BLOCK.sub(lambda found: found[1] + output_of(found["command"], found["cards"]) + found[5], text)


def whole_brief(text: str) -> str:
    """All of the brief that the README's first generated block begins with."""
    found = _BLOCK.search(text)
    assert found is not None
    return printed(found["command"]) + "\n"


if __name__ == "__main__":
    told = README.read_text(encoding="utf-8")
    README.write_text(regenerated(told), encoding="utf-8")
    BRIEF.write_text(whole_brief(told), encoding="utf-8")
