"""Floors in a file: what was reached once must go on being reached. Read, and pinned anew; lower only where somebody says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from factcards.errors import FactcardsError, UsageError
from factcards.files import write_atomically
from factcards.misfits import first_misfit
from factcards.spans import Frozen

__all__ = ["SLACK", "pin", "read_pinned"]

SLACK = 1e-9
"""How far below its floor a figure is still at it: what was written down was rounded."""
_Pinned = TypeVar("_Pinned", bound=Frozen)


def read_pinned(path: Path, kind: type[_Pinned], family: type[FactcardsError], hint: str) -> _Pinned | None:
    """The pinned floors, None where the file is not there; raises the error of this family, with the hint, where it holds none."""
    try:
        return kind.model_validate_json(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise family.unreadable(f"the floors {path}", error) from error
    except ValidationError as error:
        raise family(f"{path} holds no floors: {first_misfit(error, 'the file')}.", hint=hint) from error


def pin(path: Path, floors: Frozen, worse: Sequence[str], *, lower: bool) -> None:
    """Pin these floors.

    Args:
        path: Their file.
        floors: What is reached now.
        worse: Each old floor that is missed now, in words, though it was of other articles.
        lower: Whether lowering was asked for out loud.

    Raises:
        UsageError: if a floor is missed, and lowering was not asked for.
        OutputError: if they cannot be written.
    """
    if worse and not lower:
        raise UsageError(
            f"that would lower a floor: {'; '.join(worse)}.", hint="Say --lower-floors if you mean it, and say why in the commit."
        )
    write_atomically(path, (floors.model_dump_json(indent=1) + "\n").encode())
