"""The plugin: a suite is collected, its failures read like `check`, the fixture replays, and who does not use it pays nothing."""

from __future__ import annotations

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
