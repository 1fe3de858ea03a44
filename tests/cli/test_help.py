"""Every verb has help, and the docs know every verb and every key of a suite."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcards.cli import main
from factcards.cli.app import app
from factcards.config import UserConfig
from factcards.regress.changes import KINDS, SEVERITIES
from factcards.regress.suite import Suite
from tests.conftest import ROOT

SAMPLE = ROOT / "tests" / "evaluate" / "sample"
GOLD, PREDICTED = str(SAMPLE / "gold.jsonl"), str(SAMPLE / "predictions.jsonl")
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


@pytest.mark.parametrize(("above", "verbs"), [([], VERBS), (["cassettes"], ["prune"]), (["eval"], ["draft"]), (["prompts"], ["export"])])
def test_the_commands_are_told_in_whole_sentences(above: list[str], verbs: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Cut in the middle they do not say what a command is for."""
    assert main([*above, "--help"]) == 0
    told = capfd.readouterr().out.partition("Commands:")[2]
    assert "..." not in told
    assert all(f"  {verb} " in told for verb in verbs if verb is not None)


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


EVERY = [[verb] for verb in VERBS if verb not in {"cassettes", "eval", "prompts"}] + [
    ["cassettes", "list"], ["cassettes", "prune"], ["cassettes", "show"], ["cassettes", "verify"], ["eval", "draft"], ["eval", "reading"],
    ["eval", "verifying"], ["prompts", "export"], ["prompts", "list"], ["prompts", "show"],
]  # fmt: skip


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_a_thing_has_one_name_on_every_command(command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Metavars in capitals (but for a file's ending), and none of the names of before."""
    assert main([*command, "--help"]) == 0
    told = capfd.readouterr().out
    assert not re.search(r"--(?:json|pin|lower|english|processes)\b(?!-)", told)
    usage = " ".join(told.partition("Usage: ")[2].partition("\n\n")[0].split()).removeprefix(f"factcards {' '.join(command)} ")
    assert re.fullmatch(r"\[OPTIONS\](?: \[?[A-Z]+(?:\.jsonl)?(?:\.\.\.)?\]?)*", usage), usage
    silent = command in (["docs"], ["rules"], ["schema"], ["cassettes", "show"], ["prompts", "list"], ["prompts", "show"])
    assert ("-q, --quiet" in told) is not silent


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (f"eval reading {GOLD} --against {PREDICTED} --json", f"eval reading {GOLD} --against {PREDICTED} --format json"),
        (f"eval reading {GOLD} --against {PREDICTED} --processes=1", f"eval reading {GOLD} --against {PREDICTED} --jobs=1"),
        (f"eval reading {GOLD} --pin", f"eval reading {GOLD} --pin-floors"),
        (f"eval reading {GOLD} --lower", f"eval reading {GOLD} --lower-floors"),
        (f"verify --pairs {GOLD} --english", f"verify --pairs {GOLD} --language en"),
        ("make nothing.txt --english -q", "make nothing.txt --language en -q"),
    ],
)
def test_the_names_of_before_still_work(before: str, now: str, capfd: pytest.CaptureFixture[str]) -> None:
    """To the same end as those of now."""
    first = main(before.split()), *capfd.readouterr()
    second = main(now.split()), *capfd.readouterr()
    assert first == second
    assert "No such option" not in first[2]


def test_a_language_is_named_by_its_code(capfd: pytest.CaptureFixture[str]) -> None:
    """Its name would be taken for another language."""
    assert main(["make", "a.txt", "--language", "English"]) == 2
    assert "'English' is no code of a language; for example en." in capfd.readouterr().err


def test_with_quiet_only_errors_are_told(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Of every command, and of the next run without it nothing is left out."""
    monkeypatch.chdir(tmp_path)
    assert main(["init", "-q"]) == 0
    assert main(["prompts", "export", "own", "--quiet"]) == 0
    assert main(["eval", "reading", GOLD, "--against", PREDICTED, "--floors", "floors.json", "--pin-floors", "-q"]) == 0
    assert capfd.readouterr().err == ""
    assert main(["check", "-q"]) == 2
    assert capfd.readouterr().err.startswith("error: no article fits")
    assert main(["prompts", "export", "other"]) == 0
    assert "wrote" in capfd.readouterr().err
