"""Rows of JSON that users write, one a line: their parsing, and text that is text. Knows nothing of what a row means."""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import AfterValidator

__all__ = ["Words", "parsed"]


def parsed(line: str) -> object:
    """The value on a line.

    Raises:
        ValueError: if it is no JSON, or is nested deeper than the parser goes.
    """
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:  # its own "line 1" would be taken for one of the file
        raise ValueError(f"{error.msg}, column {error.colno}") from error
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def _whole(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(f"code point {error.start} is half of a surrogate pair, not a character") from error
    return text


Words = Annotated[str, AfterValidator(_whole)]
"""A string without lone surrogates: JSON can spell them, no file can hold them."""
