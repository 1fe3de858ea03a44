"""`factcards rules` and `factcards docs`: the handbook on the command line, for who has no checkout at hand."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from factcards.cli.terminal import put

__all__ = ["docs_command", "rules_command"]


def rules_command(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="One code: what it means, a wrong and a right example.")] = None,
) -> None:
    """Print the codes of `factcards verify` with what they mean, or one of them with examples and exceptions."""
    from factcards.errors import UsageError, did_you_mean
    from factcards.lint.meanings import MEANINGS
    from factcards.pages import page, section

    if code is None:
        width = max(map(len, MEANINGS))
        put("".join(f"{known:<{width}}  {meaning}\n" for known, meaning in MEANINGS.items()))
        return
    if code not in MEANINGS:
        raise UsageError(f"no rule has the code {code!r}{did_you_mean(code, MEANINGS)}.", hint="`factcards rules` lists them.")
    told = re.sub(r"^>\n", "", section(page("rules"), code), flags=re.MULTILINE)
    put(f"{code}\n\n{re.sub(r'^> ', '  ', told, flags=re.MULTILINE)}\n")


def docs_command(
    name: Annotated[str | None, typer.Argument(metavar="PAGE", help="The page to print; without one they are listed.")] = None,
) -> None:
    """List the pages of the handbook, or print one, as Markdown."""
    from factcards.pages import page, page_names

    if name is not None:
        put(page(name))
        return
    put("".join(f"{known:<15}{page(known).partition(chr(10))[0].lstrip('# ')}\n" for known in page_names()))
