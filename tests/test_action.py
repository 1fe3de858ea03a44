"""The GitHub Action, the hook and the workflow in the docs: parsed, and run as far as that goes without GitHub."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factcards.cli import main
from tests.conftest import ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
CHECK = next(step["run"] for step in ACTION["runs"]["steps"] if step.get("id") == "check")


def perform(folder: Path, suite: str = "", strict: str = "false") -> tuple[int, dict[str, str], str]:
    """The check step as the runner runs it: its exit code, its outputs and the step summary, which each step has for itself."""
    temp = folder / "temp"
    temp.mkdir(exist_ok=True)
    for name in ("output", "summary.md"):
        (temp / name).write_text("", "utf-8")
    env = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(temp),
        "GITHUB_OUTPUT": str(temp / "output"),
        "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
        "FACTCARDS_SUITE": suite,
        "FACTCARDS_STRICT": strict,
    }
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", CHECK], cwd=folder, env=env, capture_output=True, check=False)
    outputs = dict(line.split("=", 1) for line in (temp / "output").read_text("utf-8").splitlines())
    return done.returncode, outputs, (temp / "summary.md").read_text("utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of somebody's, with a suite that was recorded."""
    folder = tmp_path / "project"
    (folder / "articles").mkdir(parents=True)
    shutil.copy(ROOT / "seeds" / "minister-denial.txt", folder / "articles")
    monkeypatch.chdir(folder)
    assert [main([verb]) for verb in ("init", "record")] == [0, 0]
    return folder


def test_the_action_passes_a_suite_that_is_the_same(project: Path) -> None:
    """Exit 0, with the reports as outputs and a summary."""
    code, outputs, summary = perform(project)
    assert (code, outputs["exit-code"]) == (0, "0")
    assert Path(outputs["json"]).exists()
    assert Path(outputs["junit"]).exists()
    assert "1 checked: 1 same" in summary


def test_the_action_fails_a_suite_that_differs_and_its_outputs_stay(project: Path) -> None:
    """The exit code is handed on after the summary was written."""
    path = project / "articles" / "minister-denial.txt"
    path.write_text(path.read_text("utf-8").replace("would probably exceed", "will exceed"), "utf-8")
    code, outputs, summary = perform(project)
    assert (code, outputs["exit-code"]) == (1, "1")
    assert "surer" in summary


def test_a_second_step_of_the_action_shows_nothing_of_the_first(project: Path) -> None:
    """A suite that cannot be read has no summary and no report, though the step before it had."""
    assert perform(project)[0] == 0
    code, outputs, summary = perform(project, "nowhere.toml")
    assert (code, outputs["exit-code"], summary) == (7, "7", "")
    assert not Path(outputs["json"]).exists()


@pytest.mark.parametrize(("strict", "wanted"), [("", 0), ("true", 1), ("yes", 2)])
def test_the_action_is_as_strict_as_it_is_told_and_guesses_nothing(project: Path, strict: str, wanted: int) -> None:
    """A word that it does not know switches no gate off."""
    (deck,) = (project / "cassettes").glob("*/deck.json")
    shutil.copytree(deck.parent, deck.parent.with_name("minister-denial-000000000000"))
    assert perform(project, strict=strict)[0] == wanted


def test_every_expression_of_the_action_names_an_input_or_an_output_that_is_there() -> None:
    """A misspelt one would be empty, and nobody would know."""
    text = (ROOT / "action.yml").read_text("utf-8")
    for name in re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", text):
        assert name in ACTION["inputs"]
    for name in re.findall(r"\$\{\{ steps\.check\.outputs\.([\w-]+) \}\}", text):
        assert f"{name}=" in CHECK
    assert "${{ inputs" not in CHECK  # an input goes through the environment, never into the script


def test_the_workflow_of_the_docs_uses_inputs_that_the_action_has() -> None:
    """Copied from the docs, it works."""
    block = re.search(r"```yaml\n(.*?)```", (ROOT / "docs" / "regression.md").read_text("utf-8"), re.DOTALL)
    assert block is not None
    steps = yaml.safe_load(block[1])["jobs"]["claims"]["steps"]
    assert set(steps[-1]["with"]) <= set(ACTION["inputs"])


def test_the_hook_calls_a_verb_that_is_there() -> None:
    """`factcards check`, without file names; and the example of the docs names it."""
    page = (ROOT / "docs" / "regression.md").read_text("utf-8")
    (repository,) = next(found for found in map(yaml.safe_load, re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)) if "repos" in found)[
        "repos"
    ]
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"] == "factcards check"
    assert hook["pass_filenames"] is False
    assert repository["hooks"] == [{"id": hook["id"]}]
    assert {"repo", "rev"} < repository.keys()
