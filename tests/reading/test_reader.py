"""The local reader's own name, and what it is in a process of several threads."""

from __future__ import annotations

import gc
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import get_args

import pytest

from factcards.cards import Article
from factcards.engines.local import reader
from factcards.engines.local.reader import LocalReader, ReaderKind
from factcards.read import from_text
from factcards.reading import Reading


def test_each_kind_of_reader_has_a_version_of_its_own() -> None:
    """Readers that may read one article in different ways never share a version."""
    kinds = get_args(ReaderKind)
    assert len({LocalReader(kind).version for kind in kinds}) == len(kinds) == 3


def test_no_search_for_cycles_goes_on_while_a_thread_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first to be done must not switch on what another one switched off; and when all are done it is as it was."""
    seen: list[bool] = []

    def slow(batch: Sequence[Article], _kind: ReaderKind) -> list[Reading]:
        seen.append(gc.isenabled())
        time.sleep(0.01 * len(batch[0].text))
        seen.append(gc.isenabled())
        return [Reading() for _ in batch]

    monkeypatch.setattr(reader, "_read_batch", slow)
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda text: LocalReader().read([from_text(text)]), ["Rain.", "It rains.", "Snow."]))
    assert seen == [False] * 6
    assert gc.isenabled()
