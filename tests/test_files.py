"""Atomic writes."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from factcards.errors import OutputError
from factcards.files import write_atomically


def test_the_folder_is_made_and_the_bytes_are_there(tmp_path: Path) -> None:
    """Missing folders are made."""
    write_atomically(tmp_path / "a" / "b.txt", b"words")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"words"


def test_a_full_disk_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full half-way, the old file stands and nothing else does."""
    path = tmp_path / "deck.json"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_atomically(path, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["deck.json"]
    assert path.read_bytes() == b"old"


def test_a_folder_in_the_way_is_an_output_error(tmp_path: Path) -> None:
    """A name that is a folder cannot be replaced by a file."""
    (tmp_path / "x").mkdir()
    with pytest.raises(OutputError, match="cannot write"):
        write_atomically(tmp_path / "x", b"new")


def test_the_umask_decides_who_may_read(tmp_path: Path) -> None:
    """A result is as readable as any file that the user makes."""
    old = os.umask(0o022)
    try:
        write_atomically(tmp_path / "x", b"new")
    finally:
        os.umask(old)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o644
