"""The cassettes of a suite: listed, shown, verified, and cleared of what nothing uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcards.engines.llm.cassette import ArticleFolder, Interaction
from factcards.errors import FactcardsError
from factcards.regress.cases import Case, rebuilt

__all__ = ["Item", "items", "problems", "prune"]


@dataclass(frozen=True, slots=True)
class Item:
    """One recorded interaction of one article.

    Attributes:
        case: The article's name in the suite.
        interaction: What was recorded.
    """

    case: str
    interaction: Interaction

    @property
    def line(self) -> str:
        """One line: identity, what was asked, whom, how it went, who wrote it."""
        found = self.interaction
        takes = ", ".join(f"{take.outcome} ({take.origin})" for take in found.responses)
        return f"{found.identity[:12]}\t{self.case}\t{found.request.schema_name}\t{found.request.model}\t{takes}"


def items(cases: tuple[Case, ...]) -> Iterator[Item]:
    """Every interaction, by article and file name.

    Raises:
        CassetteError: if a recording cannot be read.
    """
    for path in sorted({case.path for case in cases}):
        case = next(one for one in cases if one.path == path)
        folder = ArticleFolder(case.cassettes, case.article())
        yield from (Item(case.suite.name_of(path), found) for _, found in sorted(folder.interactions.items()))


def problems(cases: tuple[Case, ...]) -> Iterator[str]:
    """What cannot be read, one line each: damaged files, files changed by hand, foreign articles."""
    for path in sorted({case.path for case in cases}):
        case = next(one for one in cases if one.path == path)
        try:
            article = case.article()
            ArticleFolder(case.cassettes, article)
            case.accepted(article)
        except FactcardsError as error:
            yield error.what


def prune(cases: tuple[Case, ...]) -> Iterator[str]:
    """Remove what a replay of each case does not use; gives a line for each removed file.

    Raises:
        CassetteMiss: if a replay does not come to its end: then nothing of that article is removed.
    """
    for case in cases:
        if case.suite.engine != "openai":
            continue
        article = case.article()
        unused = rebuilt(case, article).unused
        ArticleFolder(case.cassettes, article).remove(unused)
        yield from (f"{case.name}: removed {identity[:12]}" for identity in unused)
