"""The plugin: a suite is collected, its failures read like `check`, the fixture replays, and who does not use it pays nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.conftest import ROOT, SEED
from tests.regress.conftest import Suite

Told = Callable[..., str]


@pytest.fixture
def told(suite: Suite, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Told:
    """Pytest in the suite's folder, with the plugin as installed and without others that take time: the what it printed."""
    others = [word for name in ("cacheprovider", "hypothesispytest", "pytest_cov", "xdist") for word in ("-p", f"no:{name}")]

    def run(*arguments: str) -> str:
        monkeypatch.chdir(suite.root)
        return pytester.runpytest_inprocess("-q", *others, *arguments).stdout.str()

    return run


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_a_suite_is_one_test_for_each_article(suite: Suite, told: Told) -> None:
    """Both pass while nothing changed."""
    assert "2 passed" in told("factcards.toml")


def test_a_failure_reads_like_a_check(suite: Suite, told: Told) -> None:
    """The class, the line and both claims; no traceback."""
    suite.edit_deck(lambda deck: deck["cards"][0].update(certainty="unstated"))
    words = told("factcards.toml")
    assert "1 failed" in words
    assert "surer (breaking), line 3: unstated became possible" in words
    assert "Traceback" not in words


def test_the_floors_are_one_more_test(suite: Suite, told: Told) -> None:
    """Pinned or in the suite's file, of all articles together; also where no article's own test ran before it."""
    assert suite.run("--pin-floors")[0] == 0
    floors = suite.root / "cassettes" / "floors.json"
    pinned = json.loads(floors.read_text("utf-8"))
    floors.write_text(json.dumps({**pinned, "digest": "of other articles"}), "utf-8")
    for words, passed in (["factcards.toml"], "1 failed, 1 passed"), (["factcards.toml::floors"], "1 failed"):
        lines = told(*words)
        assert passed in lines
        assert "the pinned floors were measured on other articles" in lines
        assert "Traceback" not in lines
    floors.write_text("{}", "utf-8")
    assert "floors.json holds no floors" in told("factcards.toml::floors")
    floors.unlink()
    suite.configure("[floors]\ngrounded_share = 0.0\n")
    assert "2 passed" in told("factcards.toml")


def test_a_suite_in_a_pyproject_is_collected_as_check_finds_it(suite: Suite, told: Told) -> None:
    """Not beside a factcards.toml, nor where it only grades the findings of `verify`; a broken one is an error."""
    toml, project = suite.root / "factcards.toml", suite.root / "pyproject.toml"
    project.write_text("[tool.factcards]\n" + toml.read_text("utf-8"), "utf-8")
    assert "1 passed" in told(".")
    toml.unlink()
    assert "1 passed" in told("pyproject.toml")
    (suite.root / "articles").rename(suite.root / "texts")
    for other in ('[tool.factcards.verify]\nfail_on = "warning"\n', '[project]\nname = "uses-factcards"\n'):
        project.write_text(other, "utf-8")
        assert "no tests ran" in told("pyproject.toml")
    broken = suite.root / "texts" / "pyproject.toml"
    broken.write_text("[tool.factcards]\nx = [", "utf-8")
    lines = told(".")
    assert f"{broken} is not TOML" in lines
    assert "load_suite" not in lines  # the message, and no traceback into the plugin


def test_it_can_be_switched_off(suite: Suite, told: Told) -> None:
    """Then the file is no test."""
    assert "no tests ran" in told("-p", "no:factcards", ".")


def test_the_fixture_replays_recordings(suite: Suite, told: Told) -> None:
    """In a user's own test."""
    (suite.root / "test_mine.py").write_text(
        "from pathlib import Path\n"
        "from factcards import make, read_file\n"
        "def test_it(factcards_player):\n"
        f"    deck = make(read_file(Path({str(SEED)!r})).article, engine=factcards_player(Path({str(ROOT / 'cassettes')!r})))\n"
        "    assert len(deck.cards) == 22\n",
        "utf-8",
    )
    assert "1 passed" in told("test_mine.py")


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_the_fixture_says_that_a_local_suite_has_no_recordings(suite: Suite, told: Told) -> None:
    """And what needs none."""
    (suite.root / "test_mine.py").write_text(
        "from pathlib import Path\n"
        "from factcards import make, read_file\n"
        "def test_it(factcards_player):\n"
        '    make(read_file("articles/bridge.txt").article, engine=factcards_player(Path("cassettes")))\n',
        "utf-8",
    )
    assert "No model was asked: only the local engine's readings lie there." in told("test_mine.py")


def test_it_loads_nothing_that_is_not_used() -> None:
    """Importing the plugin imports none of our rooms."""
    code = (
        "import pytest, sys\nimport factcards.pytest_plugin\n"
        "ours = {name for name in sys.modules if name.startswith('factcards')}\n"
        "assert ours == {'factcards', 'factcards.pytest_plugin'}, ours\n"
        "assert 'pydantic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
