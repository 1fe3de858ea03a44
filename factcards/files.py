"""Writing files so that a reader never sees half of one, and nothing that was read is lost. Knows the file system and our errors only."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from factcards.errors import OutputError, UsageError

__all__ = ["refuse_overwriting", "write_atomically"]


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`, or leave what stood there: written to a temporary name in the same folder, then renamed.

    Missing folders are made.

    Raises:
        OutputError: if the folder or the file cannot be written (no permission, a full disk, a name that is a folder).
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        raise OutputError(
            f"cannot write {path}: {error.strerror or error}",
            hint="Nothing that stood there was touched. Name another folder with -o, or free some space.",
        ) from error
    else:
        temporary = None
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def refuse_overwriting(name: str, outputs: Iterable[Path], read: Iterable[Path | str]) -> None:
    """Refuse to write a result over a file that the same run reads, also where another name or a link leads there.

    Args:
        name: What the user calls the output: an option.
        outputs: Where results go.
        read: What is read, by its name; "-" is standard input.

    Raises:
        UsageError: if an output is one of them.
    """
    inputs = {_identity(Path(path)): path for path in read if str(path) != "-"}
    inputs.pop(None, None)
    for output in outputs:
        lost = inputs.get(_identity(output))
        if lost is not None:
            raise UsageError(f"{name} would write over {lost}, which is read.", hint="Name another place. Nothing was written.")


def _identity(path: Path) -> tuple[int, int] | None:
    """What is the same for all names of a file; None where it is not there or cannot be: whoever reads or writes it says so."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def _umask() -> int:
    """The process's umask; reading it means setting it for a moment."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
