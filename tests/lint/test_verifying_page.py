"""docs/verifying.md and docs/coverage.md: their run prints what they show, rows end as the table says, and no line of a page is long."""

from __future__ import annotations

import doctest
import json
import re
from pathlib import Path

import pytest

from factcards.cli import main
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "verifying.md"
BLOCKS = re.findall(r"^```text\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
ARTICLE, BRIEF, SHOWN = BLOCKS[:3]
GOOD = {"summary": "The council has not decided on a ferry.", "article": ARTICLE}
BAD = {"summary": "The bridge will close.", "articles": [ARTICLE]}


@pytest.fixture
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page's files in the folder that we are in."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "brief.md").write_text(BRIEF, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.usefixtures("_here")
def test_the_run_of_the_page_prints_what_it_shows(capfd: pytest.CaptureFixture[str]) -> None:
    """Line for line."""
    assert main(["verify", "brief.md", "--against", "article.txt"]) == 1
    assert capfd.readouterr().out.strip() == SHOWN.strip()


@pytest.mark.usefixtures("_here")
def test_the_run_of_the_page_on_coverage_prints_what_it_shows(capfd: pytest.CaptureFixture[str]) -> None:
    """Of the same two files."""
    assert main(["coverage", "brief.md", "--against", "article.txt"]) == 0
    assert capfd.readouterr().out.strip() in (ROOT / "docs" / "coverage.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([GOOD], 0),
        ([GOOD, BAD], 1),
        ([{"nothing": 1}, GOOD], 3),
        ([{**GOOD, "summary": ""}, BAD], 3),
        ([], 3),
        ([[GOOD, BAD]], 3),
    ],
)
def test_rows_end_as_the_table_says(rows: list[object], code: int, tmp_path: Path) -> None:
    """A row that cannot be checked weighs more than one that fails."""
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["verify", "--pairs", str(path)]) == code


@pytest.mark.usefixtures("_here")
def test_the_fields_of_the_table_are_those_of_the_json(capfd: pytest.CaptureFixture[str]) -> None:
    """All that a report and a finding have, and no others."""
    main(["verify", "brief.md", "--against", "article.txt", "--format", "json"])
    report = json.loads(capfd.readouterr().out)
    rows = re.search(r"^\| field \| holds \|\n(.*?)\n\n", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    named = {word for row in rows[1].splitlines()[1:] for word in re.findall(r"`([^`]+)`", row.split("|")[1])}
    held = {*report, *report["findings"][0]} - {"schema_version", "findings"}
    assert {word.removeprefix("findings[]").removeprefix(".") for word in named} == held


def test_the_pages_python_gives_what_it_shows() -> None:
    """It is a doctest."""
    found = doctest.testfile(str(PAGE), module_relative=False)
    assert (found.failed, found.attempted) == (0, 3)


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_no_line_of_a_page_is_long(path: Path) -> None:
    """140 columns: a diff and an editor show it whole. Tables, commands and examples are as long as they are."""
    prose = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert [line for line in prose.splitlines() if len(line) > 140 and not line.startswith("|")] == []
