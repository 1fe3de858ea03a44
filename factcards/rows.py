"""Rows of JSON that users write, one a line: their parsing, text that is text, and files that hold no rows. Knows nothing
of what a row means.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from factcards.errors import FactcardsError

__all__ = ["Day", "Prose", "Words", "parsed", "refuse_no_rows"]


def refuse_no_rows(data: bytes, shown: str, error: type[FactcardsError]) -> None:
    """Refuse a file that holds no rows at all, once and not line by line: a picture, or one JSON array.

    Args:
        data: The file's first line that is not blank, or all of it.
        shown: The file as messages name it.
        error: What is raised.
    """
    begin = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"\0" in data or not (begin.startswith(b"{") or _is_text(data)):
        raise error(f"{shown}: this is binary data, not text.", hint="It must be UTF-8 text with one JSON object a line.")
    if begin.startswith(b"["):
        raise error(f"{shown}: this is one JSON array, not one object a line.", hint="`jq -c '.[]' FILE` writes an array's objects so.")


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def parsed(line: str) -> object:
    """The value on a line.

    Raises:
        ValueError: if it is no JSON, is nested deeper than the parser goes, or holds a longer number than it reads.
    """
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:  # its own "line 1" would be taken for one of the file
        raise ValueError(f"{error.msg}, column {error.colno}") from error
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    except ValueError as error:  # Python's own words name a function of its own
        raise ValueError("a number in it has too many digits") from error


def _whole(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError(f"code point {error.start} is half of a surrogate pair, not a character") from error
    return text


Words = Annotated[str, AfterValidator(_whole)]
"""A string without lone surrogates: JSON can spell them, no file can hold them."""


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("it must not be empty")
    return text


Prose = Annotated[Words, AfterValidator(_filled)]
"""Words of which there is one at least."""


def _day(written: object) -> date:
    try:
        return date.fromisoformat(written if isinstance(written, str) else "")
    except ValueError as error:
        raise ValueError("it must be a date like 2026-11-25") from error


Day = Annotated[date, BeforeValidator(_day)]
"""A day as text; pydantic alone takes 86400 for the second of January 1970."""
