"""For pytest: a `factcards.toml` is collected as one test for each article, and `factcards_player` replays recordings in users' own tests.

Loads nothing of ours until a suite is collected or the fixture is used; `-p no:factcards` switches it off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from factcards.drafts import Engine
    from factcards.regress.cases import Case

__all__ = ["ArticleItem", "SuiteFile", "factcards_player", "pytest_collect_file"]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A suite's file becomes a collector; every other file is left to others."""
    if file_path.name != "factcards.toml":
        return None
    return SuiteFile.from_parent(parent, path=file_path)


class SuiteFile(pytest.File):
    """A suite."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item for each article and model.

        Raises:
            pytest.UsageError: if the suite's file is wrong.
        """
        from factcards.errors import FactcardsError
        from factcards.regress.cases import cases_of
        from factcards.regress.suite import load_suite

        try:
            cases = cases_of(load_suite(self.path))
        except FactcardsError as error:
            raise pytest.UsageError(str(error)) from error
        for case in cases:
            yield ArticleItem.from_parent(self, name=case.name, case=case)


class Different(Exception):
    """An article's deck is not the accepted one; the message is what `factcards check` shows."""


class ArticleItem(pytest.Item):
    """One article of a suite, checked as `factcards check` does."""

    def __init__(self, *, case: Case, **more: object) -> None:
        """Keep the case."""
        super().__init__(**more)  # type: ignore[arg-type]
        self._case = case

    def runtest(self) -> None:
        """Rebuild and compare; opens no socket.

        Raises:
            Different: if it is different, stale or missing.
        """
        from factcards.regress.check import check_case
        from factcards.regress.show import show_case

        checked = check_case(self._case)
        if checked.report.status != "same":
            raise Different(show_case(checked, self._case.suite.fail_on, suite=self.path))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """The report for people, without a traceback."""
        if isinstance(excinfo.value, Different):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, style))  # type: ignore[arg-type]

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the item comes from."""
        return self.path, 0, f"factcards: {self.name}"


@pytest.fixture
def factcards_player() -> Callable[[Path | str], Engine]:
    """Gives an engine for a folder of cassettes: `make(article, engine=factcards_player("cassettes"))` asks nobody."""

    def player(cassettes: Path | str) -> Engine:
        from factcards.choosing import EngineChoice, choose

        return choose(EngineChoice(replay=cassettes, keep=False), environ={})

    return player
