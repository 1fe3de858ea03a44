"""Every verb has help, and the docs know every verb and every key of a suite."""

from __future__ import annotations

import re

import pytest

from factcards.cli import main
from factcards.cli.app import app
from factcards.config import UserConfig
from factcards.regress.changes import KINDS, SEVERITIES
from factcards.regress.suite import Suite
from tests.conftest import ROOT

VERBS = [command.name for command in app.registered_commands] + [group.name for group in app.registered_groups]


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_has_help_and_a_place_in_the_docs(verb: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A command without either fails the suite."""
    assert main([verb, "--help"]) == 0
    assert len(capfd.readouterr().out.splitlines()) > 5
    docs = "".join(path.read_text("utf-8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))])
    assert f"factcards {verb}" in docs


def test_the_docs_name_every_key_and_every_class_with_its_severity() -> None:
    """docs/regression.md and docs/configuration.md."""
    text = (ROOT / "docs" / "regression.md").read_text("utf-8")
    assert [name for name in Suite.model_fields if name != "root" and f"`{name}`" not in text] == []
    rows = {
        line.split("|")[1].strip(): line.split("|")[2]
        for line in text.splitlines()
        if line.startswith(("| breaking", "| notable", "| cosm"))
    }
    assert [kind for kind in KINDS if kind not in rows[SEVERITIES[kind]]] == []
    configuration = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    assert [name for name in UserConfig.model_fields if name not in configuration] == []


def test_the_commands_are_told_in_whole_sentences(capfd: pytest.CaptureFixture[str]) -> None:
    """Cut in the middle they do not say what a command is for."""
    assert main(["--help"]) == 0
    told = capfd.readouterr().out
    assert "..." not in told.partition("Commands:")[2]
    assert all(f"  {verb} " in told for verb in VERBS if verb is not None)


@pytest.mark.parametrize("command", [[verb] for verb in VERBS] + [["eval", "reading"], ["cassettes", "show"]])
def test_help_speaks_of_no_types_of_pythons(command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Neither "<int range>" nor "[[ARTICLE]...]...": they are nobody's words but the parser's."""
    assert main([*command, "--help"]) == 0
    told = capfd.readouterr().out
    assert not re.search(r"<(?:list|int|str|float|path)|\.\.\.\]\.\.\.", told)


@pytest.mark.parametrize("command", [[], ["make"], ["eval"], ["eval", "verifying"], ["cassettes", "list"], ["check"]])
def test_h_is_help_everywhere(command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """At the top, at a command, and at a command of a command."""
    assert main([*command, "-h"]) == 0
    short = capfd.readouterr().out
    assert main([*command, "--help"]) == 0
    assert short == capfd.readouterr().out
    assert "-h, --help" in short


def test_the_options_of_make_stand_under_headings(capfd: pytest.CaptureFixture[str]) -> None:
    """What everybody needs first, then what a model needs."""
    assert main(["make", "--help"]) == 0
    sections = {part.splitlines()[0]: part for part in capfd.readouterr().out.split("\n\n") if part.splitlines()[0].endswith(":")}
    assert list(sections) == ["Arguments:", "Options:", "With a model:", "Recordings:", "How articles are read:"]
    assert "--out" in sections["Options:"]
    assert "--max-tokens-name" in sections["With a model:"]


@pytest.mark.parametrize(
    ("option", "says"), [("--format", "'xml' is not one of"), ("--timeout", "--timeout"), ("--max-tokens", "--max-tokens")]
)
def test_a_wrong_value_is_told_in_plain_words(option: str, says: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Without the words of who read it."""
    assert main(["make", "a.txt", option, "xml"]) == 2
    err = capfd.readouterr().err
    assert says in err
    assert not re.search(r"Value error|Input should|unable to parse", err)
