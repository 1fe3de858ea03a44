"""Two decks, or two folders of decks, compared as `check` compares: by claim."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

from pydantic import ValidationError

from factcards.cards import Deck
from factcards.errors import CassetteError, UsageError
from factcards.misfits import first_misfit
from factcards.regress.check import Checked
from factcards.regress.compare import compare
from factcards.regress.report import CaseReport, Report
from factcards.regress.suite import Suite

__all__ = ["diff_paths", "diff_revisions"]


def diff_paths(old: Path, new: Path) -> tuple[Report, tuple[Checked, ...]]:
    """The report, and the decks for showing it. In folders, decks of the same relative path belong together.

    Raises:
        UsageError: if one is a folder and the other is not, or one holds no deck.
        CassetteError: if a deck cannot be read or is none.
    """
    if old.is_dir() != new.is_dir():
        raise UsageError(f"{old} and {new}: one is a folder, the other is not.", hint="Name two decks, or two folders of them.")
    return _reported(_decks(old), _decks(new))


def _reported(before: dict[str, Deck], after: dict[str, Deck]) -> tuple[Report, tuple[Checked, ...]]:
    details = tuple(_compared(*pair) for pair in _paired(before, after))
    reports = tuple(one.report for one in details)
    totals = Counter(change.kind for report in reports for change in report.changes)
    different = any(report.status != "same" for report in reports)
    return Report(exit_code=1 if different else 0, cases=reports, totals=dict(sorted(totals.items()))), details


def _paired(before: dict[str, Deck], after: dict[str, Deck]) -> list[tuple[str, Deck | None, Deck | None]]:
    """What belongs together, by the newer path: decks of one path, else of one article and file name.

    A suite's folder carries the digest of its text, so that a revised article's deck lies in a new one: its predecessor is the deck
    that is gone, or that is left behind until it is pruned.
    """
    pairs: dict[str, tuple[str | None, str | None]] = {name: (name, name) for name in before.keys() & after.keys()}
    left = {name: _of(name, deck) for name, deck in before.items()}
    articles = {_of(name, deck) for name, deck in after.items()}
    for name in sorted(after.keys() - before.keys()):
        older = [one for one, article in left.items() if article == _of(name, after[name])]
        gone = [one for one in older if one not in after]
        earlier = max(gone or older, key=lambda one: _shared(before[one], after[name]), default=None)
        pairs[name] = earlier, name
        if earlier is not None:
            left.pop(earlier)
            pairs.pop(earlier, None)
    for name in before.keys() - after.keys():
        if name in left and left[name] not in articles:  # else an earlier text of an article that has a deck: it was pruned
            pairs[name] = name, None
    return [(name, before.get(one or ""), after.get(other or "")) for name, (one, other) in sorted(pairs.items())]


def _of(name: str, deck: Deck) -> tuple[str, str]:
    """Which article a suite's deck is of, and of which model: the model is in the file's name where there are several.

    Of other decks the article's name says too little: it is what somebody typed in some folder.
    """
    file = Path(name).name
    return (deck.article.source, file) if file.startswith("deck.") else ("", name)


def _shared(old: Deck, new: Deck) -> int:
    """How many claims both have."""
    return len({card.claim for card in old.cards} & {card.claim for card in new.cards})


def diff_revisions(suite: Suite, old: str, new: str | None) -> tuple[Report, tuple[Checked, ...]]:
    """The accepted decks of two revisions of the suite's repository; without a second one, of the working tree.

    Another suite's may lie in folders beside these, or deeper: they are left out.

    Raises:
        UsageError: if git is not there, or does not know a revision.
        CassetteError: if a deck is none.
    """
    before = _decks_at(suite, old)
    after = _decks_at(suite, new) if new else _accepted(suite)
    return _reported(_own(before, suite), _own(after, suite))


def _own(decks: dict[str, Deck], suite: Suite) -> dict[str, Deck]:
    """Those of the suite's articles."""
    return {name: deck for name, deck in decks.items() if suite.may_name(deck.article.source)}


def _accepted(suite: Suite) -> dict[str, Deck]:
    root = suite.root / suite.cassettes
    return {one.relative_to(root).as_posix(): _deck(one) for one in sorted(root.glob("*/deck*.json")) if _is_deck(one)}


def _decks_at(suite: Suite, revision: str) -> dict[str, Deck]:
    """Every accepted deck in git's tree of a revision, by its path under the cassettes, in folders right below them."""
    if not revision or revision.startswith("-"):  # git would take it for an option
        raise UsageError(f"{revision!r} is no revision.", hint="A range looks like main..HEAD, or main for the working tree.")
    root = suite.cassettes.as_posix()
    listed = _git(suite.root, "ls-tree", "-r", "--name-only", "-z", revision, "--", f"{root}/").decode().split("\0")
    decks: dict[str, Deck] = {}
    for path in listed:
        if _is_deck(Path(path)) and Path(path).parent.parent == suite.cassettes:
            try:
                decks[Path(path).relative_to(suite.cassettes).as_posix()] = Deck.model_validate_json(
                    _git(suite.root, "show", f"{revision}:./{path}")
                )
            except ValidationError as error:
                raise _no_deck(f"{revision}:{path}", error) from error
    return decks


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        command = ["git", "-C", str(folder), *arguments]  # fixed words and checked revisions, no shell
        return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603
    except FileNotFoundError as error:
        raise UsageError("git is not installed.", hint="Install it, or compare two folders of decks.") from error
    except subprocess.CalledProcessError as error:
        told = " ".join(error.stderr.decode("utf-8", "replace").split())[:200]
        raise UsageError(f"git: {told}", hint="A range looks like main..HEAD, or main for the working tree.") from error


def _compared(name: str, old: Deck | None, new: Deck | None) -> Checked:
    if old is None or new is None:
        message = "only in the new folder" if old is None else "only in the old folder"
        return Checked(CaseReport(name=name, status="missing", message=message), old, new)
    changes = compare(old, new)
    report = CaseReport(name=name, status="different" if changes else "same", changes=changes, cards=len(new.cards))
    return Checked(report, old, new)


def _decks(path: Path) -> dict[str, Deck]:
    if path.is_dir():
        found = {one.relative_to(path).as_posix(): one for one in sorted(path.rglob("*.json")) if _is_deck(one)}
        if not found:
            raise UsageError(f"{path} holds no deck.", hint="Decks are called deck.json or NAME.cards.json.")
        return {name: _deck(one) for name, one in found.items()}
    return {"deck": _deck(path)}


def _is_deck(path: Path) -> bool:
    return path.suffix == ".json" and (path.name.startswith("deck.") or path.name.endswith(".cards.json"))


def _deck(path: Path) -> Deck:
    try:
        return Deck.model_validate_json(path.read_bytes())
    except OSError as error:
        raise CassetteError.unreadable(path, error) from error
    except ValidationError as error:
        raise _no_deck(path, error) from error


def _no_deck(path: object, error: ValidationError) -> CassetteError:
    return CassetteError(
        f"{path} is no deck: {first_misfit(error, 'the file')}.",
        hint="Name a NAME.cards.json of `factcards make -o`, or a suite's deck.json.",
    )
