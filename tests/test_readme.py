"""README.md says what is true."""

from __future__ import annotations

import re
from pathlib import Path

from tests.readme import README, ROOT, regenerated

TEXT = README.read_text(encoding="utf-8")


def _commands() -> list[str]:
    return [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines() if line]


def test_the_generated_parts_are_what_the_program_prints() -> None:
    """The brief of the seed and the help are the program's own output; `python -m tests.readme` writes them anew."""
    assert regenerated(TEXT) == TEXT


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
    """Whoever reads it reads it whole: apart from generated output it has at most 150 lines."""
    own = re.sub(r"<!-- generated:.*?<!-- end -->", "", TEXT, flags=re.DOTALL)
    assert len(own.splitlines()) <= 150
