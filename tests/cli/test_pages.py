"""`factcards rules` and `factcards docs`: the handbook where there is no checkout."""

from __future__ import annotations

import pytest

from factcards.cli import main
from factcards.lint.meanings import CODES, MEANINGS
from factcards.pages import page_names
from tests.conftest import ROOT


def test_every_code_is_listed_with_its_meaning(capfd: pytest.CaptureFixture[str]) -> None:
    """One a line."""
    assert main(["rules"]) == 0
    told = capfd.readouterr().out.splitlines()
    assert sorted(line.split()[0] for line in told) == sorted(CODES)
    assert all(line.endswith(MEANINGS[line.split()[0]]) for line in told)


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_told_with_its_examples(code: str, capfd: pytest.CaptureFixture[str]) -> None:
    """As docs/rules.md has them, without marks of Markdown before them."""
    assert main(["rules", code]) == 0
    told = capfd.readouterr().out
    assert told.startswith(f"{code}\n\n(")
    assert all(f"\n  {word}: " in told for word in ("Source", "Wrong", "Right"))
    assert "\n>" not in told
    assert "\n## " not in told


def test_a_page_is_printed_as_it_stands(capfd: pytest.CaptureFixture[str]) -> None:
    """And without a name they are all listed."""
    assert main(["docs", "errors"]) == 0
    assert capfd.readouterr().out == (ROOT / "docs" / "errors.md").read_text("utf-8")
    assert main(["docs"]) == 0
    assert [line.split()[0] for line in capfd.readouterr().out.splitlines()] == list(page_names())


@pytest.mark.parametrize("name", page_names())
def test_a_printed_page_leads_nowhere_that_a_wheel_does_not_have(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A link out of the handbook says which file of the repository it means."""
    assert main(["docs", name]) == 0
    assert "](../" not in capfd.readouterr().out


@pytest.mark.parametrize(("command", "near"), [(["rules", "contary"], "contrary"), (["docs", "verifyng"], "verifying")])
def test_what_there_is_not_is_told_with_what_is_near(command: list[str], near: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A usage error, with the command that lists them."""
    assert main(command) == 2
    told = capfd.readouterr().err
    assert f"did you mean {near!r}" in told
    assert f"`factcards {command[0]}` lists them" in told


def test_no_message_sends_a_user_to_a_file_that_he_does_not_have() -> None:
    """An installed package has no docs/ folder: messages and help name the command that prints the page."""
    wrong = []
    for path in (ROOT / "factcards").rglob("*.py"):
        text = path.read_text("utf-8")
        wrong += [f"{path.name}: {line.strip()}" for line in text.splitlines() if "docs/" in line and ("hint=" in line or "page=" in line)]
    assert wrong == []
