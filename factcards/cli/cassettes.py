"""`factcards cassettes list | show | prune | verify`: the recordings of a suite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcards.cli.help import Command
from factcards.cli.options import Quiet
from factcards.cli.suites import SuiteFile, suite_cases
from factcards.cli.terminal import complain, put, say

if TYPE_CHECKING:
    from factcards.errors import FactcardsError
    from factcards.regress.cases import Case

__all__ = ["cassettes_app"]

cassettes_app = typer.Typer(no_args_is_help=True, help="Look at a suite's recordings, verify them, or remove what nothing uses.")


def _cases(suite: Path | None) -> tuple[Case, ...]:
    return suite_cases(suite)[1]


@cassettes_app.command("list", cls=Command, short_help="List the recordings, one a line.")
def list_command(suite: SuiteFile = None, _quiet: Quiet = False) -> None:
    """List the recordings: identity, article, what was asked, whom, how it went, who wrote it."""
    from factcards.regress.shelf import items
    from factcards.rendering import terminal_safe

    whole, cases = suite_cases(suite)
    found = list(items(cases))
    for item in found:
        put("\t".join(terminal_safe(cell) for cell in item.line.split("\t")) + "\n")
    if not found:
        asks_none = "no model was asked: a suite of the local engine keeps readings and decks, and no answers"
        say(asks_none if whole.engine == "local" else "nothing is recorded yet: `factcards record` asks the suite's models")


@cassettes_app.command("show", cls=Command, short_help="Show what was asked and answered in one of them.")
def show_command(
    identity: Annotated[str, typer.Argument(metavar="IDENTITY", help="The first digits of its identity.")], suite: SuiteFile = None
) -> None:
    """Show one recording: what was asked, with the article's words put back, and what was answered."""
    from factcards.errors import UsageError
    from factcards.regress.shelf import items
    from factcards.rendering import terminal_safe

    cases = _cases(suite)
    found = [item for item in items(cases) if item.interaction.identity.startswith(identity)]
    if len(found) != 1:
        raise UsageError(f"{len(found)} recordings begin with {identity!r}.", hint="`factcards cassettes list` shows them all.")
    case = next(case for case in cases if case.suite.name_of(case.path) == found[0].case)
    for message in found[0].interaction.messages(case.article().text):
        put(f"--- {message.role}\n{terminal_safe(message.content, lines=True)}\n")
    for take in found[0].interaction.responses:
        told = json.dumps(take.model_dump(mode="json", exclude={"text"}, exclude_none=True), sort_keys=True)
        put(f"--- answer {told}\n{terminal_safe(take.text, lines=True)}\n")


@cassettes_app.command("prune", cls=Command, short_help="Remove the recordings that nothing uses.")
def prune_command(suite: SuiteFile = None, _quiet: Quiet = False) -> int:
    """Remove the recordings that a replay of the suite does not use, of deleted articles and earlier texts, too.

    An article that cannot be rebuilt keeps its own; the exit code is that of the first one.
    """
    from factcards.regress.shelf import prune

    codes: list[int] = []

    def failed(case: Case, error: FactcardsError) -> None:
        complain(error, where=case.name)
        codes.append(error.exit_code)

    for line in prune(_cases(suite), failed):
        say(line)
    return codes[0] if codes else 0


@cassettes_app.command("verify", cls=Command, short_help="Look for what is damaged or was changed by hand.")
def verify_command(suite: SuiteFile = None, _quiet: Quiet = False) -> int:
    """Read every recording and accepted deck; 4 if any is damaged or was changed by hand."""
    from factcards.regress.shelf import problems
    from factcards.rendering.counts import counted

    found = list(problems(_cases(suite)))
    for line in found:
        put(f"{line}\n")
    if found:
        say(counted(len(found), "problem"))
        return 4
    say("all recordings are sound")
    return 0
