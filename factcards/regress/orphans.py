"""Folders among the cassettes that no article of the suite uses any more: of a deleted article, or of an earlier text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from factcards.engines.llm.cassette import folder_path
from factcards.errors import CassetteError
from factcards.regress.cases import Case, source_of
from factcards.regress.suite import Suite

__all__ = ["orphans", "remove"]

_NAME = re.compile(r".+-[0-9a-f]{12}")
_OURS = re.compile(r"readings\.json|deck(?:\.[a-z0-9-]+)?\.(?:json|digest)|brief(?:\.[a-z0-9-]+)?\.md|[a-z0-9-]+-[0-9a-f]{16}\.json")
"""What factcards calls its files: other names are somebody else's."""


def orphans(cases: tuple[Case, ...]) -> tuple[Path, ...]:
    """The folders that nothing uses, by name.

    The folder of an article's earlier text is used until the new text has an accepted deck. A folder whose deck is of an article
    that the suite's globs do not name is another suite's; a link leads to somebody else's.

    Args:
        cases: All cases of the suite.

    Raises:
        ArticleError: if an article cannot be read: which folder is its own is not known then.
        CassetteError: if the cassettes cannot be listed.
    """
    articles = {path: case.article() for path, case in {case.path: case for case in cases}.items()}
    used = {folder_path(case.cassettes, articles[case.path]) for case in cases}
    used |= {accepted.parent for case in cases if (accepted := case.accepted_path(articles[case.path])) is not None}
    root = cases[0].cassettes
    try:
        folders = sorted(one for one in root.iterdir() if _NAME.fullmatch(one.name)) if root.exists() else []
        return tuple(one for one in folders if one not in used and _is_own(one, cases[0].suite))
    except OSError as error:
        raise CassetteError.unreadable(f"the cassettes in {root}", error) from error


def _is_own(folder: Path, suite: Suite) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    sources = {source for path in folder.glob("deck*.json") if (source := source_of(path)) is not None}
    return bool(_ours(folder)) and (not sources or any(map(suite.may_name, sources)))


def _ours(folder: Path) -> list[Path]:
    """What factcards wrote there, by name."""
    return sorted(path for path in folder.iterdir() if _OURS.fullmatch(path.name) and not path.is_dir())


def remove(folder: Path) -> Iterator[str]:
    """Remove what factcards wrote into such a folder, and the folder when nothing else is in it; gives a line for each removed file.

    Raises:
        CassetteError: if something cannot be removed.
    """
    try:
        for path in _ours(folder):
            path.unlink()
            yield f"{folder.name}: removed {path.name}"
        if not any(folder.iterdir()):
            folder.rmdir()
    except OSError as error:
        raise CassetteError(f"cannot remove the recordings in {folder}: {error.strerror or error}") from error
