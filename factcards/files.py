"""Writing files so that a reader never sees half of one, and nothing that was read is lost. Knows the file system and our errors only."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from factcards.errors import ArticleError, OutputError, UsageError

__all__ = ["refuse_overwriting", "refuse_unspellable", "write_atomically", "write_together"]


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`, or leave what stood there: written to a temporary name in the same folder, then renamed.

    Missing folders are made. A file keeps its mode, a link stays a link to the file that is written, and what is neither
    (a device, a pipe) is written to and stays what it is.

    Raises:
        OutputError: if the folder or the file cannot be written (no permission, a full disk, a name that is a folder).
    """
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """`write_atomically` for files that belong together: none is replaced before all are written under their temporary names.

    Raises:
        OutputError: if one cannot be written; where that shows only when it is renamed, those before it are new, and it names them.
    """
    staged: dict[Path, tuple[Path, Path]] = {}
    done: list[Path] = []
    try:
        for path, data in files.items():
            if not _is_stream(path):
                with _told(path, done):
                    _stage(path, data, staged)
        for path, data in files.items():
            with _told(path, done):
                if path in staged:
                    temporary, target = staged[path]
                    temporary.replace(target)
                else:
                    path.write_bytes(data)
            done.append(path)
    finally:
        for temporary, _ in staged.values():
            temporary.unlink(missing_ok=True)


def _is_stream(path: Path) -> bool:
    """Whether a device, a pipe or a socket stands there, also behind a link: a rename would put a file in its place."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _stage(path: Path, data: bytes, staged: dict[Path, tuple[Path, Path]]) -> None:
    """Write under a temporary name beside the target, and keep both; `staged` knows the name before anything can fail."""
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}")
    staged[path] = temporary, target
    # A new file gets what the umask leaves, from the system itself: to ask for the umask is to change it for every thread.
    with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, 0o666 if mode is None else 0o600)) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        temporary.chmod(mode)


@contextmanager
def _told(path: Path, done: list[Path]) -> Iterator[None]:
    """An error of the system as ours, with what became of the files."""
    try:
        yield
    except OSError as error:
        stands = f"{', '.join(map(str, done))} is written already." if done else "Nothing that stood there was touched."
        raise OutputError(
            f"cannot write {path}: {error.strerror or error}", hint=f"{stands} Name another place, or free some space."
        ) from error


def refuse_unspellable(name: str) -> None:
    """Refuse a file whose name is no text: a deck, a report and their JSON hold the name.

    Raises:
        ArticleError: if it is not UTF-8.
    """
    try:
        name.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError(f"{name}: the name of this file is not UTF-8.", hint="Rename it, or give it as - on standard input.") from error


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
