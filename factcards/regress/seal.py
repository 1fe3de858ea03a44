"""The digest beside an accepted deck: an edit by hand shows."""

from __future__ import annotations

import json
from pathlib import Path

from factcards.canonical import digest_of
from factcards.errors import CassetteError
from factcards.files import write_atomically

__all__ = ["RESTORE", "refuse_edited", "write_sealed"]

RESTORE = "Restore it from version control, or delete it: `factcards accept` makes it anew."


def _seal_path(path: Path) -> Path:
    return path.with_suffix(".digest")


def refuse_edited(path: Path, data: bytes) -> None:
    """Refuse a deck that is not the one that was accepted; white space and line ends do not count.

    Raises:
        CassetteError: if the digest does not fit, is not there, or cannot be read.
    """
    seal = _seal_path(path)
    try:
        expected = seal.read_bytes().strip()
        value = json.loads(data)
    except FileNotFoundError as error:
        raise CassetteError(f"{path} has no digest beside it: {seal.name} is missing.", hint=RESTORE) from error
    except OSError as error:
        raise CassetteError.unreadable(seal, error) from error
    except (ValueError, RecursionError):
        return  # no JSON: what is wrong with the deck is said when it is validated
    if _digest(value) != expected:
        raise CassetteError(f"{path} was changed after it was accepted: its digest does not fit.", hint=RESTORE)


def _digest(value: object) -> bytes | None:
    """Of the deck; None where it has none, as one with NaN in it: no such deck was ever accepted."""
    try:
        return digest_of(value).encode()
    except (ValueError, RecursionError):
        return None


def write_sealed(path: Path, data: bytes) -> None:
    """Write an accepted deck and its digest. Broken off in between, they do not fit, and the deck is refused.

    Raises:
        OutputError: if either cannot be written.
    """
    write_atomically(path, data)
    write_atomically(_seal_path(path), (digest_of(json.loads(data)) + "\n").encode())
