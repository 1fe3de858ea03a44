"""What --encoding takes."""

from __future__ import annotations

import typer

__all__ = ["text_encoding"]


def text_encoding(name: str | None) -> str | None:
    """The encoding that a user names; refused where it is none, or a codec of something else than text (hex, rot13).

    Raises:
        typer.BadParameter: if it is refused.
    """
    if name is None:
        return None
    from factcards.errors import UsageError
    from factcards.read.encodings import refuse_no_encoding

    try:
        refuse_no_encoding(name)
    except UsageError as error:
        raise typer.BadParameter(error.what) from error
    return name
