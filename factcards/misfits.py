"""What is wrong with a value that somebody wrote, in plain words: "it must be a list". Says what is wanted, never what stands there,
which may be a secret. Knows pydantic's kinds of errors and nothing of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

__all__ = ["first_misfit", "misfit", "place_of"]

_PLAIN: Mapping[str, str] = {
    "missing": "it is missing",
    "extra_forbidden": "there is no such key",
    "string_type": "it must be text",
    "int_type": "it must be a whole number",
    "int_parsing": "it must be a whole number",
    "int_from_float": "it must be a whole number",
    "float_type": "it must be a number",
    "float_parsing": "it must be a number",
    "finite_number": "it must be a finite number",
    "bool_type": "it must be true or false",
    "bool_parsing": "it must be true or false",
    "path_type": "it must be a path",
    "tuple_type": "it must be a list",
    "list_type": "it must be a list",
    "dict_type": "it must be a table",
    "mapping_type": "it must be a table",
    "model_type": "it must be an object",
    "model_attributes_type": "it must be an object",
}
"""Kind of error -> what is wrong."""
_DATES = "it must be a date like 2026-11-25"
_FILLED: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "literal_error": lambda told: f"it must be {told['expected']}",
    "greater_than": lambda told: f"it must be above {told['gt']:g}",
    "greater_than_equal": lambda told: f"it must be at least {told['ge']:g}",
    "less_than": lambda told: f"it must be below {told['lt']:g}",
    "less_than_equal": lambda told: f"it must be at most {told['le']:g}",
    "too_short": lambda told: _short(told["min_length"], "entries"),
    "string_too_short": lambda told: _short(told["min_length"], "characters"),
    "json_invalid": lambda told: f"it is no JSON: {told['error']}",
}
"""Kind of error -> what is wrong, by what the error tells of itself."""


def _short(least: int, what: str) -> str:
    return "it must not be empty" if least == 1 else f"it must have at least {least} {what}"


def misfit(error: Mapping[str, Any]) -> str:
    """One of pydantic's errors in plain words.

    >>> misfit({"type": "tuple_type", "msg": "Input should be a valid tuple"})
    'it must be a list'
    """
    kind = str(error["type"])
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind in _FILLED:
        return _FILLED[kind](error.get("ctx", {}))
    if kind.startswith("date"):
        return _DATES
    message = str(error["msg"]).removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return message if kind in {"value_error", "assertion_error"} else message[:1].lower() + message[1:]


def place_of(error: Mapping[str, Any], whole: str) -> str:
    """The way to the value, "articles.0"; `whole` where the error is about all of it.

    >>> place_of({"loc": ("id", "function-after[_whole(), str]")}, "row")
    'id'
    """
    return ".".join(str(step) for step in error["loc"] if _KIND.fullmatch(str(step)) is None) or whole


_KIND = re.compile(r"[a-z-]+\[.*\]")
"""No step, but what pydantic calls one of the kinds that a value may be of."""


def first_misfit(error: ValidationError, whole: str) -> str:
    """Where the first problem is, and what is wrong there: "findings.0.code: it is missing".

    Args:
        error: What was raised.
        whole: What all of it is called: "the file", "row".
    """
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{place_of(first, whole)}: {misfit(first)}"
