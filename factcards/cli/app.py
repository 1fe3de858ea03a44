"""The `factcards` command: its verbs, and the one place where an error becomes a message and an exit code."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import typer
from typer.main import get_command

from factcards.cli.cassettes import cassettes_app
from factcards.cli.docs import docs_command, rules_command
from factcards.cli.eval import eval_app
from factcards.cli.help import Command
from factcards.cli.make import make_command
from factcards.cli.prompts import prompts_app
from factcards.cli.schema import schema_command
from factcards.cli.suites import accept_command, check_command, diff_command, init_command, record_command
from factcards.cli.terminal import ClosedPipe, complain, is_open, say, write_no_more
from factcards.cli.verify import Comparing, coverage_command, verify_command
from factcards.errors import FactcardsError, OutputError

__all__ = ["app", "main"]

EXIT_BUG = 70
EXIT_INTERRUPTED = 130
EXIT_CLOSED_PIPE = 141
_FULL = frozenset([errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
"""How the system says that a file can grow no more."""

# Typer brings a click of its own from 0.27 on and uses the installed one before: both know this base by its name only.
_ClickException = next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException")

app = typer.Typer(
    name="factcards",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},  # those of every command: each takes them from the one above it
    pretty_exceptions_enable=False,
    help="Fact cards from a news article: who said what, in which words, how surely.",
    epilog="Exit codes: 0 done, 1 a check found a difference, 2 usage, 3 article, 4 cassette, 5 model output, 6 provider, 7 configuration, "
    "8 output, 70 a bug of ours, 130 interrupted, 141 closed pipe, 143 told to end.",
)
app.command("make", cls=Command)(make_command)
app.command("verify", cls=Comparing, short_help="Find what a summary says that its sources do not say.")(verify_command)
app.command("coverage", cls=Comparing, short_help="List the claims of the sources that a summary leaves out.")(coverage_command)
app.command("rules", cls=Command, short_help="Explain the codes of verify's findings.")(rules_command)
app.command("init", cls=Command)(init_command)
app.command("record", cls=Command, short_help="Ask a suite's models, or read its articles, and keep it all.")(record_command)
app.command("check", cls=Command, short_help="Compare every deck of a suite with the accepted one.")(check_command)
app.command("accept", cls=Command, short_help="Show what changed, and make it the accepted state.")(accept_command)
app.command("diff", cls=Command, short_help="Compare two decks, two folders of them, or two revisions.")(diff_command)
app.add_typer(cassettes_app, name="cassettes", short_help="List, show, verify and prune a suite's recordings.")
app.add_typer(eval_app, name="eval")
app.command("schema", cls=Command, short_help="Print the JSON Schema of what factcards writes.")(schema_command)
app.command("docs", cls=Command)(docs_command)
app.add_typer(prompts_app, name="prompts", short_help="Look at the prompt templates, or export them.")


def _version(value: bool) -> None:
    if value:
        from importlib.metadata import version

        typer.echo(f"factcards {version('factcards')}")
        raise typer.Exit


@app.callback()
def _root(
    _version_asked: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version and leave."),
) -> None:
    """Fact cards from a news article: who said what, in which words, how surely."""


@cache
def _parser() -> Callable[..., Any]:
    """The parser of the whole command line, made once: it takes longer than most command lines do, and Typer would make it for each."""
    return get_command(app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; gives its exit code and never a traceback for a user's mistake."""
    _open_standard_input()
    try:
        code = _parser()(None if arguments is None else list(arguments), prog_name="factcards", standalone_mode=False)
        if is_open(sys.stdout):
            sys.stdout.flush()
    except FactcardsError as error:
        complain(error)
        return error.exit_code
    except typer.Exit as leaving:
        code = leaving.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = EXIT_INTERRUPTED
    except (ClosedPipe, BrokenPipeError, SystemExit):  # the last is what the parser makes of a pipe that closes on its help
        write_no_more(sys.stdout)
        return EXIT_CLOSED_PIPE
    except Exception as error:  # noqa: BLE001 - the last line of defence: say that it is our bug, keep the exit code apart
        if isinstance(error, OSError) and error.errno in _FULL:
            return _full(error)
        return _mistake(error, arguments or sys.argv[1:]) if isinstance(error, _ClickException) else _bug(error)
    if code == EXIT_INTERRUPTED:  # Typer makes this of a KeyboardInterrupt itself
        complain("interrupted; what was finished stays.")
    return int(code or 0)


def _open_standard_input() -> None:
    """A standard input that was closed before we began (`<&-`) is an empty one."""
    if not is_open(sys.stdin):
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - open for as long as the process runs


def _full(error: OSError) -> int:
    """No room for what is written past our own writers: the parser's help, the version."""
    write_no_more(sys.stdout)
    told = OutputError(f"cannot write {error.filename or 'to standard output'}: {error.strerror}", hint="Free some space.")
    complain(told)
    return told.exit_code


def _mistake(error: Exception, arguments: Sequence[str]) -> int:
    """A wrong command line, in the parser's own words; a file whose name looks like an option is no option."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError" and context is not None:
        for line in context.get_help().splitlines():
            say(line)
        return 2
    command = getattr(context, "command_path", None) or "factcards"
    formatted = getattr(error, "format_message", None)
    dashed = next((name for name in arguments if name[:1] == "-" and name != "-" and Path(name).exists()), None)
    hint = f"See `{command} --help`." if dashed is None else f"If you mean the file of that name, call it ./{dashed}."
    complain(_plainly(formatted() if callable(formatted) else str(error)), hint=hint)
    return 2


_NOT_OURS = re.compile(r"Value error, |Input should be a valid (\w+), unable to parse.*")
"""How the parser's own parser speaks of a value."""


def _plainly(message: str) -> str:
    """The message without the words of who read the value.

    >>> _plainly("Invalid value for '--timeout': Input should be a valid number, unable to parse string as a number")
    "Invalid value for '--timeout': it must be a number."
    """
    return _NOT_OURS.sub(lambda found: f"it must be {'an' if found[1][0] in 'aeiou' else 'a'} {found[1]}." if found[1] else "", message)


def _bug(error: Exception) -> int:
    """An uncaught error is ours: one line, and the traceback only where FACTCARDS_DEBUG asks for it."""
    if os.environ.get("FACTCARDS_DEBUG"):
        import traceback

        for line in "".join(traceback.format_exception(error)).splitlines():
            say(line)
    complain(
        f"a bug in factcards: {type(error).__name__}: {error}",
        hint="Please report it with the traceback that FACTCARDS_DEBUG=1 shows.",
    )
    return EXIT_BUG
