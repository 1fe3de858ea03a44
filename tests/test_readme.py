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


def test_the_first_two_commands_are_the_gates() -> None:
    """.ci/run passes the very command that README names for the tests."""
    make, test = _commands()[:2]
    assert make.endswith("factcards make seeds/putin-xi-ceasefire.txt")
    assert test in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_file_that_it_links_is_there() -> None:
    """A relative link points at something."""
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link]
    missing = [link for link in links if not (Path(ROOT) / link).exists()]
    assert links
    assert missing == []


def test_what_a_newcomer_needs_is_on_the_first_screen() -> None:
    """The two commands to begin with, and both products, within 40 lines."""
    first = "\n".join(TEXT.splitlines()[:40])
    assert all(command in first for command in (*_commands()[:2], "factcards make", "factcards verify"))


def test_every_page_means_the_same_reader_by_the_current_one() -> None:
    """The pages that tell which it is, each in its words, tell this one, and no page was written for a later one."""
    tellers = {"benchmarks/README.md": r"The current reader is (\d+)\.", "CHANGELOG.md": r"(?m)^- The reader is version (\d+)\."}
    for name, told in tellers.items():
        assert re.findall(told, (ROOT / name).read_text(encoding="utf-8")) == [READER_VERSION], name
    for page in (README, *(ROOT / name for name in tellers), *(ROOT / "docs").glob("*.md"), ROOT / "benchmarks" / "HISTORY.md"):
        named = re.findall(r"\breaders? (\d+)", page.read_text(encoding="utf-8"))
        assert max(map(int, named), default=0) <= int(READER_VERSION), page.name
