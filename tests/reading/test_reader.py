"""The local reader's own name."""

from __future__ import annotations

from typing import get_args

from factcards.engines.local.reader import LocalReader, ReaderKind


def test_each_kind_of_reader_has_a_version_of_its_own() -> None:
    """Readers that may read one article in different ways never share a version."""
    kinds = get_args(ReaderKind)
    assert len({LocalReader(kind).version for kind in kinds}) == len(kinds) == 3
