"""The plugin: a suite is collected, its failures read like `check`, the fixture replays, and who does not use it pays nothing."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT, SEED
from tests.regress.conftest import Suite


def run(suite: Suite, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Pytest as a process of its own, in the suite's folder, with the plugin as installed and without others that take time to load."""
    others = [word for name in ("cacheprovider", "hypothesispytest", "pytest_cov", "xdist") for word in ("-p", f"no:{name}")]
    command = [sys.executable, "-m", "pytest", "-q", *others, *arguments]
    return subprocess.run(command, cwd=suite.root, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_a_suite_is_one_test_for_each_article(suite: Suite) -> None:
    """Both pass while nothing changed."""
    done = run(suite, "factcards.toml")
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout


def test_a_failure_reads_like_a_check(suite: Suite) -> None:
    """The class, the line and both claims; no traceback."""
    suite.edit_deck(lambda deck: deck["cards"][0].update(certainty="unstated"))
    done = run(suite, "factcards.toml")
    assert done.returncode == 1
    assert "surer (breaking), line 3: unstated became possible" in done.stdout
    assert "Traceback" not in done.stdout


def test_the_floors_are_one_more_test(suite: Suite) -> None:
    """Pinned or in the suite's file, of all articles together; also where no article's own test ran before it."""
    assert suite.run("--pin-floors")[0] == 0
    floors = suite.root / "cassettes" / "floors.json"
    pinned = json.loads(floors.read_text("utf-8"))
    floors.write_text(json.dumps({**pinned, "digest": "of other articles"}), "utf-8")
    for words, passed in (["factcards.toml"], "1 failed, 1 passed"), (["factcards.toml::floors"], "1 failed"):
        told = run(suite, *words).stdout
        assert passed in told
        assert "the pinned floors were measured on other articles" in told
        assert "Traceback" not in told
    floors.write_text("{}", "utf-8")
    assert "floors.json holds no floors" in run(suite, "factcards.toml::floors").stdout
    floors.unlink()
    suite.configure("[floors]\ngrounded_share = 0.0\n")
    assert "2 passed" in run(suite, "factcards.toml").stdout


def test_a_suite_in_a_pyproject_is_collected_as_check_finds_it(suite: Suite) -> None:
    """Not beside a factcards.toml, nor where it only grades the findings of `verify`; a broken one is an error."""
    toml, project = suite.root / "factcards.toml", suite.root / "pyproject.toml"
    project.write_text("[tool.factcards]\n" + toml.read_text("utf-8"), "utf-8")
    assert "1 passed" in run(suite, ".").stdout
    toml.unlink()
    assert "1 passed" in run(suite, "pyproject.toml").stdout
    (suite.root / "articles").rename(suite.root / "texts")
    for other in ('[tool.factcards.verify]\nfail_on = "warning"\n', '[project]\nname = "uses-factcards"\n'):
        project.write_text(other, "utf-8")
        assert "no tests ran" in run(suite, "pyproject.toml").stdout
    (suite.root / "texts" / "pyproject.toml").write_text("[tool.factcards]\nx = [", "utf-8")
    assert "is not TOML" in run(suite, ".").stdout


def test_it_can_be_switched_off(suite: Suite) -> None:
    """Then the file is no test."""
    assert "no tests ran" in run(suite, "-p", "no:factcards", ".").stdout


def test_the_fixture_replays_recordings(suite: Suite) -> None:
    """In a user's own test."""
    (suite.root / "test_mine.py").write_text(
        "from pathlib import Path\n"
        "from factcards import make, read_file\n"
        "def test_it(factcards_player):\n"
        f"    deck = make(read_file(Path({str(SEED)!r})).article, engine=factcards_player(Path({str(ROOT / 'cassettes')!r})))\n"
        "    assert len(deck.cards) == 22\n",
        "utf-8",
    )
    done = run(suite, "test_mine.py")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_the_fixture_says_that_a_local_suite_has_no_recordings(suite: Suite) -> None:
    """And what needs none."""
    (suite.root / "test_mine.py").write_text(
        "from pathlib import Path\n"
        "from factcards import make, read_file\n"
        "def test_it(factcards_player):\n"
        '    make(read_file("articles/bridge.txt").article, engine=factcards_player(Path("cassettes")))\n',
        "utf-8",
    )
    done = run(suite, "test_mine.py")
    assert done.returncode == 1
    assert "No model was asked: only the local engine's readings lie there." in done.stdout


def test_it_loads_nothing_that_is_not_used() -> None:
    """Importing the plugin imports none of our rooms."""
    code = (
        "import pytest, sys\nimport factcards.pytest_plugin\n"
        "ours = {name for name in sys.modules if name.startswith('factcards')}\n"
        "assert ours == {'factcards', 'factcards.pytest_plugin'}, ours\n"
        "assert 'pydantic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
