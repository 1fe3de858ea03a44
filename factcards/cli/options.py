"""Options that several commands share: one name for one thing."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcards.cli.encoding import text_encoding
from factcards.cli.help import READING
from factcards.cli.terminal import hushed
from factcards.errors import UsageError
from factcards.read.language import refuse_no_code
from factcards.workers import cores

__all__ = ["Encoding", "Form", "Jobs", "Language", "LowerFloors", "PinFloors", "Quiet", "TextOrJson"]


class TextOrJson(StrEnum):
    """What --format takes where a command knows these two."""

    TEXT = "text"
    JSON = "json"


def _hush(ctx: typer.Context, value: bool) -> bool:
    if value:
        ctx.with_resource(hushed())
    return value


def _language(value: str | None) -> str | None:
    try:
        refuse_no_code(value)
    except UsageError as error:
        raise typer.BadParameter(error.what) from error
    return value


def _jobs(value: int) -> int:
    return value or min(cores(), 64)


Form = Annotated[TextOrJson, typer.Option("--format", help="What goes to standard output.")]
PinFloors = Annotated[bool, typer.Option("--pin-floors", help="Pin what is reached now: from now on it must be.")]
LowerFloors = Annotated[bool, typer.Option("--lower-floors", help="With --pin-floors: a floor may go down.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", callback=_hush, help="Errors only on standard error.")]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", callback=text_encoding, help="Of the files; found out where it is not named.", rich_help_panel=READING
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="CODE",
        callback=_language,
        help="Of the texts, where the guess is wrong: en for English.",
        rich_help_panel=READING,
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        max=64,
        metavar="N",
        callback=_jobs,
        show_default=False,
        help="Read in so many processes at once (1); 0 is one for each core. Each takes about 250 MB, and two seconds to start.",
    ),
]
