"""What every test runs under: the loopback is up, no other network can be reached, and nothing of the user's own is read."""

from __future__ import annotations

import gc
import os
import socket
import struct
import sys
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from factcards.cards import Article
    from factcards.engines.local.reader import LocalReader
    from factcards.reading import Reading

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "putin-xi-ceasefire.txt"
CASSETTES = ROOT / "cassettes"
REPLAYED = ["--replay", str(CASSETTES)]
"""Has `make` take the recorded answers for SEED: a whole process that says as much as any other, and needs no parser."""

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # busy is no fault of a test
settings.register_profile("gate", settings.get_profile("any machine"), derandomize=True)  # one commit, one answer
settings.load_profile("gate" if os.environ.get("SAME_EXAMPLES") else "any machine")


def _loopback_works() -> bool:
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.settimeout(5)
        try:
            client.connect(server.getsockname())
        except OSError:
            return False
    return True


def _raise_loopback() -> None:
    """A fresh network namespace (`unshare -n`) starts with its loopback down; its owner may bring it up."""
    if not sys.platform.startswith("linux"):
        return
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as handle:
        siocsifflags, up_and_running = 0x8914, 0x1 | 0x40
        fcntl.ioctl(handle, siocsifflags, struct.pack("16sh14x", b"lo", up_and_running))


def pytest_configure() -> None:
    """Bring the loopback up where it is down, before any test opens a socket."""
    if not _loopback_works():
        _raise_loopback()


def pytest_collection_finish() -> None:
    """What is loaded by now stays, so that no search for cycles goes through it; and as in the program there are few of these."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that reaches for another host fails, whether or not there is a network."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else None
        if host is not None and host not in {"127.0.0.1", "::1", "localhost"}:
            pytest.fail(f"a test tried to reach {host}")
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for each test to call its home, numbered: `mktemp` would look through those of all tests before it for the next number."""
    root = tmp_path_factory.mktemp("homes")
    return (root / str(number) for number in count())


@pytest.fixture(autouse=True)
def _nothing_of_the_users(monkeypatch: pytest.MonkeyPatch, _homes: Iterator[Path]) -> None:
    """No key, no configuration and no cache of whoever runs the tests."""
    for name in [*os.environ]:
        if name.startswith(("OPENAI_", "FACTCARDS_")) or name.lower() in {"http_proxy", "https_proxy", "all_proxy"}:
            monkeypatch.delenv(name)
    home = next(_homes)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))


@pytest.fixture(scope="module")
def each_text_read_once() -> Iterator[None]:
    """A text is read once for all modules that ask for this: one text has one reading (`test_memory.py`). A long one is read each time."""
    from factcards.engines.local.reader import LocalReader
    from tests.support.readers import LONG

    anew = LocalReader.read

    def read(self: LocalReader, articles: Sequence[Article]) -> list[Reading]:
        keys = [(self._kind, article.model_dump_json()) for article in articles]
        new = {key: article for key, article in zip(keys, articles, strict=True) if key not in _READ}
        found = dict(zip(new, anew(self, [*new.values()]), strict=True))
        readings = [found[key] if key in found else _READ[key] for key in keys]
        if len(_READ) > 2_000:  # texts that chance made are none that come again
            _READ.clear()
        _READ.update({key: reading for key, reading in found.items() if len(new[key].text) < LONG})
        return readings

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LocalReader, "read", read)
        yield


_READ: dict[tuple[str, str], Reading] = {}


@pytest.fixture(scope="session")
def reader() -> Iterator[LocalReader]:
    """The local reader; its pipeline is loaded once."""
    from factcards.engines.local.reader import LocalReader

    return LocalReader()
