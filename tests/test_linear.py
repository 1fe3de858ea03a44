"""Eight times as long a text takes about eight times as long: to read, as the source of a check, and as the summary that is checked.
What is no prose takes no longer than as much prose.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from factcards.engines.local.reader import LocalReader
from factcards.errors import FactcardsError
from factcards.pipeline import make
from factcards.read import from_text
from factcards.verifying import verify
from tests.conftest import ROOT

SHORT, TIMES = 1_200, 8
"""Code points of the shorter text, long enough that what is done once for any text hardly counts, and how often the longer one has it."""
LIMIT = 11.0
"""Seven to nine are measured; it would be 64 where all the time went into comparing each word with every other one."""
SUMMARY = "Ada Quill said that the harbour would close in May. The council denied it, and nobody knows what the repair will cost."


def text_of(size: int) -> str:
    """The labelled articles, one after the other, as far as whole paragraphs of them fit."""
    rows = (json.loads(line)["text"] for line in (ROOT / "tests" / "gold" / "own.jsonl").read_text("utf-8").splitlines())
    whole = "\n\n".join(rows)
    assert len(whole) >= size
    return whole[: whole.rindex("\n", 0, size)]


def read(text: str) -> None:
    """The local reader's reading."""
    LocalReader().read([from_text(text)])


def as_source(text: str) -> None:
    """A short summary against it."""
    verify(SUMMARY, against=[text])


def as_summary(text: str) -> None:
    """It against a short source."""
    verify(text, against=[SUMMARY])


def seconds(work: Callable[[str], None], text: str) -> float:
    """Of this process alone: what else the machine does is not counted."""
    began = time.process_time()
    work(text)
    return time.process_time() - began


@pytest.mark.parametrize("work", [read, as_source, as_summary])
def test_eight_times_the_text_takes_about_eight_times_as_long(work: Callable[[str], None]) -> None:
    """A second and a third try are for a machine that was busy."""
    short, long = text_of(SHORT), text_of(TIMES * SHORT)
    work(short)  # loads the parser
    ratios = []
    while len(ratios) < 3 and min(ratios, default=LIMIT) >= LIMIT:
        ratios.append(seconds(work, long) / seconds(work, short))
    assert min(ratios) < LIMIT, ratios


SAID = "Ada Quill said that the harbour would close in May. "
HOSTILE = {
    **{f"run of {mark!a}": SAID + mark * 12_000 for mark in "([{\"'“‹»*–,;:!?$#&%…_/\\.-|<>\u200b\u0301"},
    "a word without an end": SAID + "a" * 120_000,
    "figures without an end": SAID + "1" * 12_000,
    "a's": SAID + "a's" * 6_000,
    **{
        f"{piece!a} again and again": SAID + piece * (12_000 // len(piece))
        for piece in ["a-", "a.", "'s", "([", "(a", "a\u200b", "(\u200b", "….", "$1", "a/", "http://", "a@"]
    },
    "marks of two kinds, apart": SAID + "( [ " * 1_200,
    "a run of blanks": SAID + " " * 12_000 + "Bo Marsh denied it.",
    "a run of tabs and no-break spaces": SAID + "\t\u00a0" * 6_000 + "Bo Marsh denied it.",
    "stops apart": SAID + "! " * 2_400,
    "a run in each sentence": f"{SAID}{'!' * 400}) " * 24,
    "deep HTML": "<div>" * 3_000 + SAID + "</div>" * 3_000,
    "deep quotes": "> " * 3_000 + SAID,
}


def made(text: str) -> None:
    """Its cards, each with the words that stand where it says."""
    deck = make(text)
    assert all(deck.article.text[span.start : span.end] == span.quote for card in deck.cards for span in card.spans())


@pytest.fixture(scope="module")
def as_much_prose() -> dict[Callable[[str], None], float]:
    """Seconds that 9,600 code points of prose take."""
    made(SAID)
    return {work: seconds(work, text_of(TIMES * SHORT)) for work in (made, as_source, as_summary)}


@pytest.mark.parametrize("work", [made, pytest.param(as_source, marks=pytest.mark.slow), pytest.param(as_summary, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_prose_takes_no_longer_than_prose(
    name: str, work: Callable[[str], None], as_much_prose: dict[Callable[[str], None], float]
) -> None:
    """The tokenizer alone took 58 s over a sentence and ten thousand brackets."""
    began = time.process_time()
    with suppress(FactcardsError):  # some are refused, in words
        work(HOSTILE[name])
    assert time.process_time() - began < 2 * as_much_prose[work]
