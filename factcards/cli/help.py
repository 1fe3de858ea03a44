"""How a command's help is laid out: options under the headings that they name, and no types of Python's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand

__all__ = ["MODEL", "READING", "RECORDINGS", "Command", "folder"]

MODEL, RECORDINGS, READING = "With a model", "Recordings", "How articles are read"
"""Headings of options, as `rich_help_panel` names them."""

_TYPE = re.compile(r" <(?:list\[)?(?:str|path|int|float)\]?>$", re.IGNORECASE)
_BRACES = re.compile(r"\{(.*?)(?:\.\.\.)?\}(\.\.\.)?$")
"""What the parser puts round an argument that must be named."""


_FORMER: Mapping[str, tuple[str, ...]] = {
    "--json": ("--format", "json"),
    "--pin": ("--pin-floors",),
    "--lower": ("--lower-floors",),
    "--english": ("--language", "en"),
    "--processes": ("--jobs",),
}
"""What options were once called -> what they are."""


def _renamed(arguments: Iterable[str], known: Collection[str]) -> Iterator[str]:
    """The command line with each former name of an option that the command knows by the one of now.

    >>> list(_renamed(["g.jsonl", "--json", "--processes=2", "--", "--json"], ["--format", "--jobs"]))
    ['g.jsonl', '--format', 'json', '--jobs=2', '--', '--json']
    """
    left = iter(arguments)
    for argument in left:
        name, equals, value = argument.partition("=")
        now = _FORMER.get(name, (name,))
        yield from (f"{now[0]}{equals}{value}", *now[1:]) if now[0] in known else (argument,)
        if argument == "--":
            yield from left


def folder(name: str) -> Path:
    """The folder that a user names; an empty name, which a shell makes of a variable that is not set, is not the folder that he is in.

    Raises:
        typer.BadParameter: if it is empty.
    """
    if not name:
        raise typer.BadParameter("the name of the folder is empty.")
    return Path(name)


class Command(TyperCommand):
    """A command whose help has a section for each heading, in the order in which they first stand among its options."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read its arguments; a mistake is this command's also where the parser does not say whose."""
        try:
            return super().parse_args(ctx, [*_renamed(args, [name for parameter in self.params for name in parameter.opts])])
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401 - click's, or typer's own
        """Write the sections; what names no heading is an option like any other."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            told = parameter.get_help_record(ctx)
            if told is None:
                continue
            plain = "Arguments" if parameter.param_type_name == "argument" else "Options"
            heading = getattr(parameter, "rich_help_panel", None) or plain
            sections.setdefault(heading, []).append((_TYPE.sub("", told[0]), told[1]))
        for heading, told_all in sections.items():
            with formatter.section(heading):
                formatter.write_dl(told_all)

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """The pieces of the usage line; a list that says itself that it goes on needs no second "..."."""
        pieces = [_BRACES.sub(r"\1\2", piece) for piece in super().collect_usage_pieces(ctx)]
        return [piece[1:-4] if piece.endswith("]...") and "..." in piece[1:-4] else piece for piece in pieces]
