"""Numbers with their nouns, as people write them."""

from __future__ import annotations

__all__ = ["counted"]


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 edit", "2 edits"."""
    return f"{number} {noun}{'s' * (number != 1)}"
