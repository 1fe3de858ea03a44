"""The cassettes of a suite: listed, shown, verified, and cleared of what nothing uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from factcards.cards import Article
from factcards.engines.llm.cassette import ArticleFolder, Interaction
from factcards.errors import CassetteError, FactcardsError
from factcards.regress.cases import Case, readings_path, rebuilt
from factcards.regress.orphans import orphans, remove
from factcards.stored import refuse_damaged

__all__ = ["Item", "damages", "items", "problems", "prune"]


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


def damages(case: Case, article: Article) -> Iterator[CassetteError]:
    """What is wrong with the files of a case: at most one error for its recordings, its readings and its accepted deck."""
    reads: tuple[Callable[[], object], ...] = (
        partial(ArticleFolder, case.cassettes, article),
        partial(refuse_damaged, readings_path(case, article)),
        partial(case.accepted, article),
    )
    for read in reads:
        try:
            read()
        except CassetteError as error:
            yield error


def problems(cases: tuple[Case, ...]) -> Iterator[str]:
    """What cannot be read, one line each and once: damaged files, files changed by hand, foreign articles."""
    told = set[str]()
    for case in cases:
        try:
            found = [error.what for error in damages(case, case.article())]
        except FactcardsError as error:
            found = [error.what]
        yield from (what for what in found if what not in told)
        told.update(found)


def prune(cases: tuple[Case, ...], failed: Callable[[Case, FactcardsError], None]) -> Iterator[str]:
    """Remove what a replay of each case does not use, and the folders that no case uses; gives a line for each removed file.

    Args:
        cases: All cases of the suite.
        failed: Told of each case whose replay does not come to its end: nothing of that article is removed, and the others go on.

    Raises:
        ArticleError: if an article cannot be read: which folder is whose is not known then.
        CassetteError: if something cannot be removed.
    """
    for folder in orphans(cases):
        yield from remove(folder)
    for case in cases:
        if case.suite.engine != "openai":
            continue
        article = case.article()
        try:
            unused = rebuilt(case, article).unused
        except FactcardsError as error:
            failed(case, error)
            continue
        ArticleFolder(case.cassettes, article).remove(unused)
        yield from (f"{case.name}: removed {identity[:12]}" for identity in unused)
