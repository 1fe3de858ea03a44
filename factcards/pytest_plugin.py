"""For pytest: a suite's file is collected as one test for each article and one for its floors, and `factcards_player` replays recordings
in users' own tests.

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
    from factcards.regress.report import CaseReport

__all__ = ["ArticleItem", "FloorsItem", "SuiteFile", "factcards_player", "pytest_collect_file"]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A suite's file becomes a collector; every other file is left to others."""
    if file_path.name == "factcards.toml" or (file_path.name == "pyproject.toml" and b"factcards" in file_path.read_bytes()):
        return SuiteFile.from_parent(parent, path=file_path)
    return None


class SuiteFile(pytest.File):
    """A suite."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item for each article and model, and one for the floors where there are any; none where the file holds no suite of articles:
        another one of its folder does, or it only grades what `factcards verify` finds.

        Raises:
            pytest.Collector.CollectError: if the suite's file is wrong; pytest shows the message alone.
        """
        from factcards.errors import FactcardsError
        from factcards.regress.cases import cases_of
        from factcards.regress.floors import has_floors
        from factcards.regress.suite import find_suite, load_suite

        try:
            if find_suite(self.path.parent) != self.path.parent.resolve() / self.path.name:
                return
            suite = load_suite(self.path)
            if suite.model_fields_set == {"root", "verify"} and not suite.paths():
                return
            cases = cases_of(suite)
        except FactcardsError as error:
            raise self.CollectError(str(error)) from error
        checked: dict[str, CaseReport] = {}
        for case in cases:
            yield ArticleItem.from_parent(self, name=case.name, case=case, checked=checked)
        if has_floors(suite):
            yield FloorsItem.from_parent(self, name="floors", cases=cases, checked=checked)


class Different(Exception):
    """A deck is not the accepted one, or a floor is missed; the message is what `factcards check` shows."""


class _Item(pytest.Item):
    """Something of a suite, checked as `factcards check` does."""

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """The report for people, without a traceback."""
        if isinstance(excinfo.value, Different):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, style))  # type: ignore[arg-type]

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the item comes from."""
        return self.path, 0, f"factcards: {self.name}"


class ArticleItem(_Item):
    """One article of a suite."""

    def __init__(self, *, case: Case, checked: dict[str, CaseReport], **more: object) -> None:
        """Keep the case, and where its report is left for the floors."""
        super().__init__(**more)  # type: ignore[arg-type]
        self._case, self._checked = case, checked

    def runtest(self) -> None:
        """Rebuild and compare; opens no socket.

        Raises:
            Different: if it is different, stale or missing.
        """
        from factcards.regress.check import check_case
        from factcards.regress.show import show_case

        checked = check_case(self._case)
        self._checked[self._case.name] = checked.report
        if checked.report.status != "same":
            raise Different(show_case(checked, self._case.suite.fail_on, suite=self.path))


class FloorsItem(_Item):
    """The floors of a suite, which all articles together must reach."""

    def __init__(self, *, cases: tuple[Case, ...], checked: dict[str, CaseReport], **more: object) -> None:
        """Keep the cases, and what is known of them by then."""
        super().__init__(**more)  # type: ignore[arg-type]
        self._cases, self._checked = cases, checked

    def runtest(self) -> None:
        """Weigh what was checked; an article that another process checked, or nobody, is checked here.

        Raises:
            Different: if a floor is missed, or the pinned ones cannot be read.
        """
        from factcards.errors import FactcardsError
        from factcards.regress.check import check_case, report_of

        reports = [self._checked.get(case.name) or check_case(case).report for case in self._cases]
        try:
            failures = report_of(self._cases[0].suite, self._cases, reports).failures
        except FactcardsError as error:
            raise Different(str(error)) from error
        if failures:
            raise Different("\n".join(failures))


@pytest.fixture
def factcards_player() -> Callable[[Path | str], Engine]:
    """Gives an engine for a folder of cassettes: `make(article, engine=factcards_player("cassettes"))` asks nobody."""

    def player(cassettes: Path | str) -> Engine:
        from factcards.choosing import EngineChoice, choose

        return choose(EngineChoice(replay=cassettes, keep=False), environ={})

    return player
