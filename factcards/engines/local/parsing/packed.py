"""The data files of what was learned, as they are packed: their digest tells one reader from another, and needs none of them unpacked."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

__all__ = ["NAME_CLASSES", "STATISTICS", "WORD_CLASSES", "digest", "packed"]

STATISTICS = "learned/statistics.json.gz"
WORD_CLASSES = "parsing/word_classes.json.gz"
NAME_CLASSES = "parsing/name_classes.json.gz"


@cache
def packed(name: str) -> bytes:
    """The file of this name, with its room."""
    return files("factcards.engines.local").joinpath(name).read_bytes()


@cache
def digest() -> str:
    """The first 8 hex digits of the sha256 over the statistics and the classes of words and names: others are another reader."""
    return sha256(packed(STATISTICS) + packed(WORD_CLASSES) + packed(NAME_CLASSES)).hexdigest()[:8]
