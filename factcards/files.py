"""Writing files so that a reader never sees half of one. Knows the file system and our errors only."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from factcards.errors import OutputError

__all__ = ["write_atomically"]


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


def _umask() -> int:
    """The process's umask; reading it means setting it for a moment."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
