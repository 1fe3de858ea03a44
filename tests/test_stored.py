"""Kept readings: the same answer without a parser, and never the answer of other code."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from factcards import stored
from factcards.cards import Article
from factcards.read.article import from_text
from factcards.reading import Reading
from factcards.stored import CODE, StoredReader
from tests.conftest import ROOT

PACKAGE = ROOT / "factcards"


class Counting:
    """Implements `reading.Reader`: finds nothing, and counts what it was asked for."""

    version = "counting/1"

    def __init__(self) -> None:
        """Nothing was asked for."""
        self.asked = 0

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """Empty readings."""
        self.asked += len(articles)
        return [Reading() for _ in articles]


def test_a_kept_reading_is_taken_until_the_code_that_reads_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two versions of the reader a rule may change: a regression check would say "same" of readings that are no longer made."""
    article, inner = from_text("The bridge was shut on Monday."), Counting()

    def read() -> None:
        reader = StoredReader(tmp_path / "readings.json", inner)
        reader.read([article])
        reader.save(pytest.fail)

    read()
    read()
    assert inner.asked == 1
    monkeypatch.setattr(stored, "_code_digest", lambda: "00000000")
    read()
    assert inner.asked == 2


def _imported(path: Path) -> Iterator[Path]:
    """The package's own modules that this one imports, late ones too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("factcards"):
            for name in (node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)):
                found = ROOT.joinpath(*name.split("."))
                yield from (path for path in (found.with_suffix(".py"), found / "__init__.py") if path.exists())


def test_the_digest_is_over_all_code_that_makes_a_reading() -> None:
    """But for what only shapes a deck, reports progress or raises an error."""
    seen: set[Path] = set()
    left = [PACKAGE / "engines" / "local" / "reader.py"]
    while left:
        path = left.pop()
        if path not in seen and path.name not in {"cards.py", "errors.py", "progress.py", "limits.py"}:
            seen.add(path)
            left += _imported(path)
    names = {path.relative_to(PACKAGE).as_posix() for path in seen} - {"__init__.py", "engines/__init__.py"}
    assert len(names) > 100
    assert [name for name in sorted(names) if not name.startswith(tuple(CODE))] == []
