"""`factcards prompts list | show | export`: the templates, built in or overridden."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcards.cli.help import Command
from factcards.cli.options import Quiet
from factcards.cli.terminal import put, say

__all__ = ["prompts_app"]

prompts_app = typer.Typer(no_args_is_help=True, help="Look at the prompt templates, or write them to a folder to change.")

Overrides = Annotated[Path | None, typer.Option("--prompts", metavar="DIR", help="A folder whose templates override the built-in ones.")]


@prompts_app.command("list", cls=Command)
def list_command(prompts: Overrides = None) -> None:
    """List the templates: name, version, where it comes from, purpose."""
    from factcards.templates import Templates

    for template in Templates(prompts).list():
        put(f"{template.name}\tv{template.version}\t{template.path}\t{template.purpose}\n")


@prompts_app.command("show", cls=Command)
def show_command(name: Annotated[str, typer.Argument(metavar="NAME", help="The template's name.")], prompts: Overrides = None) -> None:
    """Print one template, front matter and all."""
    from factcards.templates import Templates

    put(Templates(prompts).get(name).text)


@prompts_app.command("export", cls=Command, short_help="Write the built-in templates to a folder.")
def export_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write them; nothing is overwritten.")], _quiet: Quiet = False
) -> None:
    """Write the built-in templates to a folder, to change them and name it with --prompts."""
    from factcards.templates import Templates

    for path in Templates().export(folder):
        say(f"wrote {path}")
