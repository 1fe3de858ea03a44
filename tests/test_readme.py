"""README.md says what is true."""

from __future__ import annotations

import re
from pathlib import Path

from factcards.engines.local.versions import READER_VERSION
from tests.readme import BRIEF, README, ROOT, regenerated, whole_brief

TEXT = README.read_text(encoding="utf-8")


def _commands() -> list[str]:
    return [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines() if line]


def test_the_generated_parts_are_what_the_program_prints() -> None:
    """The brief of the seed and the help are the program's own output; `python -m tests.readme` writes them anew."""
    assert regenerated(TEXT) == TEXT
    assert BRIEF.read_text(encoding="utf-8") == whole_brief(TEXT)


def test_the_first_two_commands_come_early_and_are_the_gates() -> None:
    """A reader meets both commands within 20 lines, and .ci/run passes the very command that README names for the tests."""
    make, test = _commands()[:2]
    lines = TEXT.splitlines()
    assert lines.index(test) < 20
    assert make.endswith("factcards make seeds/putin-xi-ceasefire.txt")
    assert test in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_file_that_it_links_is_there() -> None:
    """A relative link points at something."""
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link]
    missing = [link for link in links if not (Path(ROOT) / link).exists()]
    assert links
    assert missing == []


def test_it_is_short() -> None:
    """Whoever reads it reads it whole: apart from generated output it has at most 150 lines, and with it 200."""
    own = re.sub(r"<!-- generated:.*?<!-- end -->", "", TEXT, flags=re.DOTALL)
    assert len(own.splitlines()) <= 150
    assert len(TEXT.splitlines()) <= 200


def test_both_products_are_on_the_first_screen() -> None:
    """`make` and `verify` within 40 lines."""
    first = "\n".join(TEXT.splitlines()[:40])
    assert "factcards make" in first
    assert "factcards verify" in first


def test_every_page_means_the_same_reader_by_the_current_one() -> None:
    """Whoever writes a new version down in one place writes it down in all."""
    told = re.compile(r"(?:current reader is|reader is version) (\d+)", re.IGNORECASE)
    pages = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "benchmarks").glob("README.md"))]
    named = {f"{page.name}: {number}" for page in pages for number in told.findall(page.read_text(encoding="utf-8"))}
    assert named
    assert {name for name in named if not name.endswith(f": {READER_VERSION}")} == set()
