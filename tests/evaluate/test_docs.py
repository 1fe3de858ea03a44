"""docs/evaluating.md says what is true."""

from __future__ import annotations

from factcards.evaluate.classes import ALARMS, MISSES
from tests.evaluate.docs import PAGE, commands, files, regenerated

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_example_prints_what_the_page_shows() -> None:
    """The labelled articles of the page, the predictions of the page, the program's own output."""
    assert len(files(TEXT)) == 2
    assert len(commands(TEXT)) == 1
    assert regenerated(TEXT) == TEXT


def test_the_page_has_every_error_class() -> None:
    """With the words that the report has for it."""
    assert [name for classes in (MISSES, ALARMS) for name, means in classes.items() if f"| {name} | {means} |" not in TEXT] == []
