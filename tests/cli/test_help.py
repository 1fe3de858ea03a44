"""Every verb has help, and the docs know every verb and every key of a suite."""

from __future__ import annotations

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
