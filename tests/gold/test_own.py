"""Our own labelled articles: the gold file is what the marks say, and its spans are sound."""

from __future__ import annotations

import json

import pytest

from tests.gold.label import GOLD, gold_lines, unmark

ROWS = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def test_the_gold_file_is_what_the_marked_articles_say() -> None:
    """Edit the marks, then run `python -m tests.gold.label`."""
    assert GOLD.read_text("utf-8").splitlines() == gold_lines()


def test_there_are_ten_articles_and_231_attributions() -> None:
    """The figures of the README."""
    assert len(ROWS) == len({row["id"] for row in ROWS}) == 10
    assert sum(len(row["attributions"]) for row in ROWS) == 231


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_spans_are_ordered_disjoint_whole_words(row: dict) -> None:
    """In text order, inside the text, no white space at their ends, no word cut, no role overlapping itself."""
    text = row["text"]
    assert not set("{}") & set(text)
    for attribution in row["attributions"]:
        assert attribution["content"]
        assert attribution["cue"]
        for role in ("source", "cue", "content"):
            last = 0
            for span in attribution[role]:
                start, end = span["start"], span["end"]
                assert last <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip()
                assert not (start and text[start - 1].isalnum() and text[start].isalnum())
                assert not (text[end - 1].isalnum() and text[end : end + 1].isalnum())
                last = end


def test_marks_come_out_with_their_offsets() -> None:
    """Shared sources, pieces, and marks inside marks."""
    text, found = unmark("{t1 So}, {s1,2 she} {c1 said} and {c2 fears} {t2 it {t1 is}}.")
    assert text == "So, she said and fears it is."
    quoted = {n: {role: [text[s["start"] : s["end"]] for s in spans] for role, spans in roles.items()} for n, roles in found.items()}
    assert quoted == {
        1: {"source": ["she"], "cue": ["said"], "content": ["So", "is"]},
        2: {"source": ["she"], "cue": ["fears"], "content": ["it is"]},
    }


@pytest.mark.parametrize("marked", ["{s1 She said", "She} said", "{s1 She} {c1 said} nothing", "{t1 Nothing} was said"])
def test_broken_marks_are_an_error(marked: str) -> None:
    """A mark without its partner, an attribution without content or cue."""
    with pytest.raises(ValueError, match=r"mark|attribution"):
        unmark(marked)
