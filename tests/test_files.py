"""Atomic writes."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from factcards.errors import OutputError
from factcards.files import write_atomically, write_together


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


def test_the_umask_of_the_process_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To ask for it is to set it, and another thread's file would be made meanwhile."""
    monkeypatch.setattr(os, "umask", lambda _mask: pytest.fail("the umask was set"))
    write_atomically(tmp_path / "x", b"new")


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    """What was private stays private."""
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_atomically(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Its target is what is written, also where it is not there yet, and no temporary name is left in either folder."""
    (tmp_path / "real").mkdir()
    for name in ("there", "missing"):
        (tmp_path / name).symlink_to(Path("real") / name)
    (tmp_path / "real" / "there").write_bytes(b"old")
    for name in ("there", "missing"):
        write_atomically(tmp_path / name, b"new")
        assert (tmp_path / name).is_symlink()
        assert (tmp_path / "real" / name).read_bytes() == b"new"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["missing", "missing", "real", "there", "there"]


def test_a_link_that_leads_to_itself_is_an_output_error(tmp_path: Path) -> None:
    """It is not replaced."""
    (tmp_path / "x").symlink_to("x")
    with pytest.raises(OutputError, match="cannot write"):
        write_atomically(tmp_path / "x", b"new")
    assert (tmp_path / "x").is_symlink()


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """Its reader gets the bytes, also through a link, and it is still a pipe."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "link").symlink_to(pipe)
    for path in (pipe, tmp_path / "link"):
        got: list[bytes] = []
        reader = threading.Thread(target=lambda got=got: got.append(pipe.read_bytes()), daemon=True)
        reader.start()
        write_atomically(path, b"words")
        reader.join(5)
        assert got == [b"words"]
        assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_stays_a_device(tmp_path: Path) -> None:
    """A null device of the test's own; the system's is not tried."""
    node = tmp_path / "null"
    try:
        os.mknod(node, stat.S_IFCHR | 0o600, os.makedev(1, 3))
        node.write_bytes(b"")
    except OSError:
        pytest.skip("only root makes devices, and not everywhere")
    write_atomically(node, b"words")
    assert stat.S_ISCHR(node.stat().st_mode)


def test_of_files_that_belong_together_none_is_replaced_where_one_cannot_be(tmp_path: Path) -> None:
    """A folder in the way of the second leaves the first as it was, and no temporary name."""
    first, second = tmp_path / "a.cards.json", tmp_path / "a.brief.md"
    first.write_bytes(b"old")
    second.mkdir()
    with pytest.raises(OutputError, match=r"a\.brief\.md") as caught:
        write_together({first: b"new", second: b"new"})
    assert caught.value.hint is not None
    assert caught.value.hint.startswith("Nothing that stood there was touched.")
    assert first.read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.brief.md", "a.cards.json"]


def test_what_was_replaced_before_another_failed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Renames come one after the other: the error promises no more than is so."""
    first, second = tmp_path / "a.cards.json", tmp_path / "a.brief.md"
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target == second:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(OutputError) as caught:
        write_together({first: b"new", second: b"new"})
    assert caught.value.hint is not None
    assert caught.value.hint.startswith(f"{first} is written already.")
    assert [p.name for p in tmp_path.iterdir()] == ["a.cards.json"]
