"""The example of docs/evaluating.md: run `python -m tests.evaluate.docs` to write its output anew; test_docs.py fails when it is stale."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "evaluating.md"

_FILE = re.compile(r"<!-- file: (?P<name>[\w.-]+) -->\n```json\n(?P<body>.*?)```\n", re.DOTALL)
_RUN = re.compile(r"(<!-- run: factcards (?P<command>[^>]+) -->\n```text\n)(?P<body>.*?)(```\n)", re.DOTALL)


def files(text: str) -> dict[str, str]:
    """The page's files, by name."""
    return {found["name"]: found["body"] for found in _FILE.finditer(text)}


def commands(text: str) -> list[str]:
    """What the page runs."""
    return [found["command"] for found in _RUN.finditer(text)]


def regenerated(text: str) -> str:
    """The page with what its commands print on its files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, body in files(text).items():
            (folder / file).write_text(body, encoding="utf-8")

        def output(found: re.Match[str]) -> str:
            command = [sys.executable, "-m", "factcards", *found["command"].split()]
            env = {"PYTHONPATH": str(ROOT), "PATH": ""}
            done = subprocess.run(command, cwd=folder, capture_output=True, check=True, encoding="utf-8", env=env)
            return found[1] + done.stdout + found[4]

        return _RUN.sub(output, text)


if __name__ == "__main__":
    PAGE.write_text(regenerated(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
