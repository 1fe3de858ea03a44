"""What the learned part keeps between texts: it changes no bit, is nobody else's meanwhile, and does not grow for ever."""

from __future__ import annotations

import pytest

from factcards import from_text
from factcards.engines.local.learned import memory as learned_memory
from factcards.engines.local.learned.memory import memory_of
from factcards.engines.local.learned.statistics import Sums, load
from factcards.engines.local.reader import LocalReader

TEXTS = (
    "The mayor said on Monday that the bridge would open in May. “It is safe,” she added.",
    "Critics warned that the plan was too dear, according to the Herald. The council denies this.",
)


def test_a_text_reads_the_same_whatever_was_read_before_it() -> None:
    """The first reading of a process and one behind others are the same."""
    learned_memory._SPARE.clear()
    first = LocalReader().read([from_text(TEXTS[0])])[0]
    LocalReader().read([from_text(TEXTS[1])])
    assert LocalReader().read([from_text(TEXTS[0])])[0] == first


def test_sums_grow_without_a_bit_changed() -> None:
    """Bundles that are summed when they are told weigh what they weigh together, and are let go."""
    chain = load().content
    features = [[*list(chain.place)[at : at + 3], "unknown"] for at in range(0, 90, 3)]
    told, sums = features[:10], Sums(chain)
    sums.of(told)
    told += features[10:]
    assert sums.of(told)[:30].tobytes() == chain.sums(features).tobytes()
    assert not any(told)


def test_no_two_have_one_memory_at_the_same_time() -> None:
    """Who reads while another reads has a memory of its own; afterwards one is used again."""
    statistics = load()
    with memory_of(statistics) as first, memory_of(statistics) as second:
        assert first is not second
    with memory_of(statistics) as again:
        assert again in (first, second)


def test_a_full_memory_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """With more than so many bundles it is let go at once, and the next text begins with an empty one."""
    statistics = load()
    monkeypatch.setattr(learned_memory, "_SPARE", [])
    monkeypatch.setattr(learned_memory, "MOST", 1)
    with memory_of(statistics) as memory:
        memory.bundles.features += [[], []]
    with memory_of(statistics) as next_one:
        assert not next_one.bundles.features
