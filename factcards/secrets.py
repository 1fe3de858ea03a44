"""What must never enter a recording or a message: keys, bearer tokens, organisation ids. Names the place, never the value."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pydantic import JsonValue

__all__ = ["Secret", "find_secret", "redacted"]

_LETTER = "[A-Za-z0-9_-]"


def _begins(prefix: str) -> str:
    """What stands in a word before the first such prefix. Each word is looked through once: where that begins no key, no later one does."""
    return rf"(?<!{_LETTER})(?P<before>(?>{_LETTER}*?\b(?={prefix})))"


def _key(prefix: str, least: int) -> str:
    """Such a prefix, and at least so many letters behind it.

    A digit stands in what a machine made, and hardly in words: "sk-learn-based-classifier" is no key.
    """
    return rf"{_begins(prefix)}{prefix}(?={_LETTER}*\d){_LETTER}{{{least},}}"


_HEADER = (
    r"(?:authorization|x-api-key|api-key|set-cookie|cookie)[\"']?\s*:\s*[\"']?(?:(?:basic|bearer|digest|token)\s+)?"
    r"(?=[\w.~+/=%-]*\d)[\w.~+/=%-]{16,}"
)
# The shapes that the providers document for their keys and ids; long enough that no word of an article looks like one.
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an API key", re.compile(_key("(?:sk|rk|pk)-", 16))),
    ("an API key", re.compile(_key("(?:gsk_|xai-|hf_|r8_|ghp_|github_pat_|glpat-|fw_|nvapi-)", 12))),
    ("an API key", re.compile(r"\b(?:AIza|AKIA)[A-Za-z0-9_-]{12,}")),
    ("a bearer token", re.compile(r"\b[Bb]earer\s+(?=[A-Za-z0-9._~+/-]*\d)[A-Za-z0-9._~+/-]{16,}")),
    ("an organisation or project id", re.compile(r"\b(?:org|proj)[-_](?=[A-Za-z]*\d)[A-Za-z0-9]{16,}")),
    ("a signed token", re.compile(rf"{_begins('eyJ')}eyJ{_LETTER}{{10,}}+\.{_LETTER}{{10,}}+\.{_LETTER}{{10,}}")),
    ("a private key", re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")),
)
_HELD = (*_SHAPES, ("an authorization header", re.compile(rf"(?im)(?:^[^\w\n]*|[\"'`]){_HEADER}")))
"""In a recording a header begins a line or a quotation: "Her favourite cookie: snickerdoodle." is none."""
_SHOWN = (*_SHAPES, ("an authorization header", re.compile(rf"(?i)\b{_HEADER}")))
"""In a message, whose lines are one."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Something that looks like a secret: what it is, and the path of the field that holds it."""

    what: str
    where: str


def find_secret(value: JsonValue, where: str = "") -> Secret | None:
    """The first string in a JSON value, keys included, that holds what looks like a secret."""
    if isinstance(value, str):
        return next((Secret(what, where or "the text") for what, shape in _HELD if shape.search(value)), None)
    if isinstance(value, dict):
        for key, inside in value.items():
            path = f"{where}.{key}" if where else key
            found = find_secret(inside, path)
            if found is None and find_secret(key) is not None:
                found = Secret("a key or id", f"a field's name under {where or 'the top level'}")
            if found is not None:
                return found
    if isinstance(value, list):
        for at, inside in enumerate(value):
            found = find_secret(inside, f"{where}[{at}]")
            if found is not None:
                return found
    return None


def redacted(text: str) -> str:
    """The text with what looks like a secret named instead of shown: others' words on their way to a screen or a log.

    >>> redacted("bad key sk-planted-0123456789abcdef")
    'bad key [an API key]'
    """
    for what, shape in _SHOWN:
        text = shape.sub(rf"\g<before>[{what}]" if "before" in shape.groupindex else f"[{what}]", text)
    return text
