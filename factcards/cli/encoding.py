"""What --encoding takes."""

from __future__ import annotations

import codecs

import typer

__all__ = ["text_encoding"]

_NO_FILE_IS_IN = frozenset(["undefined", "punycode", "idna"])
"""Codecs from text to text's bytes that are none of files: one always fails, two spell the names of hosts."""


def text_encoding(name: str | None) -> str | None:
    """The encoding that a user names; refused where it is none, or a codec of something else than text (hex, rot13).

    Raises:
        typer.BadParameter: if it is refused.
    """
    if name is not None and not _spells_text(name):
        raise typer.BadParameter(f"{name!r} is no encoding of text; for example utf-8, cp1252 or utf-16.")
    return name


def _spells_text(name: str) -> bool:
    try:
        codecs.lookup(name)
        b"a".decode(name)
    except UnicodeDecodeError:  # UTF-16 of one byte
        return True
    except (LookupError, ValueError):
        return False
    return codecs.lookup(name).name not in _NO_FILE_IS_IN
