"""Labelled files: what is wrong is named, all of it, at its place; what is right comes back as it was written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from factcards.errors import GoldError
from factcards.evaluate.gold import Labelled, read_gold, read_predictions, write_predictions
from tests.evaluate.strategies import corpora

GOOD = {"id": "a", "text": "Ada said no.", "attributions": [{"source": [{"start": 0, "end": 3}], "content": [{"start": 9, "end": 11}]}]}


def put(path: Path, *lines: object) -> Path:
    """A file of these lines: bytes and strings as they are, all else as JSON."""
    raw = [one if isinstance(one, bytes) else (one if isinstance(one, str) else json.dumps(one)).encode() for one in lines]
    path.write_bytes(b"\n".join(raw) + b"\n")
    return path


def with_cue(**cue: object) -> dict[str, object]:
    """The good article with one more attribution that has this cue."""
    return {**GOOD, "attributions": [{}, {"cue": [{"start": 4, "end": 8}, cue]}]}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "invalid JSON: EOF while parsing an object"),
        ("nonsense", "invalid JSON: expected ident"),
        ("[]", "input should be an object"),
        ("7", "input should be an object"),
        (b'{"id": "\xff"}', "invalid JSON: invalid unicode code point"),
        ('{"id": "a", "text": "\\ud800", "attributions": []}', "invalid JSON: "),
        ("[" * 100_000, "invalid JSON: recursion limit exceeded"),
        ({"text": "x", "attributions": []}, "id: field required"),
        ({**GOOD, "id": ""}, "id: string should have at least 1 character"),
        ({**GOOD, "id": 7}, "id: input should be a valid string"),
        ({"id": "a", "attributions": []}, "text: field required"),
        ({**GOOD, "text": None}, "text: field required"),
        ({**GOOD, "text": " \n"}, "text: it is empty"),
        ({**GOOD, "text": ["x"]}, "text: input should be a valid string"),
        ({"id": "a", "text": "x"}, "attributions: field required"),
        ({**GOOD, "attributions": {}}, "attributions: input should be a valid array"),
        ({**GOOD, "attributions": ["x"]}, "attributions[0]: input should be an object"),
        ({**GOOD, "attributions": [{"contents": []}]}, "attributions[0].contents: extra inputs are not permitted"),
        ({**GOOD, "attributions": [{"cue": None}]}, "attributions[0].cue: input should be a valid array"),
        ({**GOOD, "attributions": [{"confidence": 1.5}]}, "attributions[0].confidence: input should be less than or equal to 1"),
        ({**GOOD, "attributions": [{"confidence": "0.5"}]}, "attributions[0].confidence: input should be a valid number"),
        ('{"id": "a", "text": "x", "attributions": [{"confidence": NaN}]}', "attributions[0].confidence: "),
        (with_cue(start=4), "attributions[1].cue[1].end: field required"),
        (with_cue(start="4", end=8), "attributions[1].cue[1].start: input should be a valid integer"),
        (with_cue(start=True, end=8), "attributions[1].cue[1].start: input should be a valid integer"),
        (with_cue(start=4.0, end=8), "attributions[1].cue[1].start: input should be a valid integer"),
        (with_cue(start=-1, end=8), "attributions[1].cue[1].start: -1 is below 0"),
        (with_cue(start=8, end=8), "attributions[1].cue[1].end: 8 is not behind the start, 8"),
        (with_cue(start=8, end=4), "attributions[1].cue[1].end: 4 is not behind the start, 8"),
        (with_cue(start=8, end=13), "attributions[1].cue[1].end: 13 is beyond the text's 12 code points"),
        (
            with_cue(start=4, end=8, text="told"),
            "attributions[1].cue[1].text: 'told' is not what stands at [4, 8): 'said'; it stands nowhere in the text",
        ),
        (
            with_cue(start=0, end=1, text="said"),
            "attributions[1].cue[1].text: 'said' is not what stands at [0, 1): 'A'; it stands at [4, 8)",
        ),
        (GOOD, "id: 'a' is the id of line 1 too"),
    ],
)
def test_a_broken_line_is_named_with_its_field(tmp_path: Path, line: object, problem: str) -> None:
    """File:line, the way to the field, and what is wrong there; a good line before and after it is no excuse."""
    first = GOOD if line == GOOD else {**GOOD, "id": "first"}
    path = put(tmp_path / "gold.jsonl", first, "", line, {**GOOD, "id": "last"})
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].startswith(f"{path}:3: {problem}")
    assert caught.value.what.startswith(f"{path}: a problem: {path}:3: {problem}")


def test_all_problems_are_named_at_once(tmp_path: Path) -> None:
    """Several in a line and in several lines, in their order."""
    path = put(tmp_path / "gold.jsonl", {"id": "", "text": 3}, "{", with_cue(start=-1, end=80), with_cue(start=99, end=98))
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    assert [one.removeprefix(str(path)).split(" ")[0] for one in caught.value.problems] == [":1:", ":1:", ":1:", ":2:", ":3:", ":4:", ":4:"]
    assert "7 problems, the first" in caught.value.what


def test_a_wrong_type_hides_nothing_else_in_its_line(tmp_path: Path) -> None:
    """Beside it a span that is turned round, one of other words, and an id that was there are named, in predictions too."""
    spans = [{"start": "4", "end": 8}, {"start": 8, "end": 4}, {"start": 4, "end": 8, "text": "told"}]
    line = {**GOOD, "publisher": 7, "attributions": [{"cue": spans, "content": 3}, "x"]}
    path = put(tmp_path / "gold.jsonl", GOOD, line)
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    found = [one.removeprefix(f"{path}:2: ") for one in caught.value.problems]
    assert [one.split(": ")[0] for one in found] == [
        "publisher",
        "attributions[0].cue[0].start",
        "attributions[0].content",
        "attributions[1]",
        "id",
        "attributions[0].cue[1].end",
        "attributions[0].cue[2].text",
    ]
    gold = read_gold(put(tmp_path / "good.jsonl", GOOD))
    with pytest.raises(GoldError) as caught:
        read_predictions(put(tmp_path / "predicted.jsonl", {key: line[key] for key in ("id", "attributions")}), gold)
    assert [one.rpartition("attributions[0].")[2].split(": ")[0] for one in caught.value.problems][-2:] == ["cue[1].end", "cue[2].text"]


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_a_file_without_an_article_is_no_gold(tmp_path: Path, content: bytes) -> None:
    """Empty, blank, or a byte order mark alone."""
    (tmp_path / "gold.jsonl").write_bytes(content)
    with pytest.raises(GoldError, match="holds no labelled article"):
        read_gold(tmp_path / "gold.jsonl")


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Nor is a folder a file."""
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(GoldError, match="cannot read"):
            read_gold(path)


def test_what_is_the_labellers_own_is_let_be(tmp_path: Path) -> None:
    """Further fields of an article, the words beside the offsets, Windows line ends, a byte order mark, roles that are left out."""
    line = {**GOOD, "url": "x", "attributions": [{"cue": [{"start": 4, "end": 8, "text": "said"}]}]}
    path = put(tmp_path / "gold.jsonl", b"\xef\xbb\xbf" + json.dumps(line).encode() + b"\r")
    gold = read_gold(path)
    assert gold.articles[0].attributions[0].source == ()
    assert gold.notices == ("1 gold attributions have no content; they count, and nothing can match them: a",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(corpora())
def test_what_is_written_comes_back(tmp_path: Path, corpus: tuple[tuple[Labelled, ...], dict[str, Labelled]]) -> None:
    """Predictions are read as they were, whatever is in them; articles without one are named."""
    articles, predicted = corpus
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(one.model_dump_json() + "\n" for one in articles), "utf-8")
    gold = read_gold(path)
    assert gold.articles == articles
    out = tmp_path / "predictions.jsonl"
    write_predictions(out, list(predicted.values()))
    found, notices = read_predictions(out, gold)
    assert found == predicted
    assert sum(" missing, " in line for line in notices) == (len(predicted) < len(articles))


def test_predictions_are_checked_against_the_gold_text(tmp_path: Path) -> None:
    """Offsets behind its end, another text, an id twice."""
    gold = read_gold(put(tmp_path / "gold.jsonl", GOOD, {**GOOD, "id": "b"}))
    beyond = {"id": "a", "attributions": [{"content": [{"start": 0, "end": 99}]}]}
    path = put(tmp_path / "p.jsonl", beyond, beyond, {"id": "b", "text": "Else.", "attributions": []})
    with pytest.raises(GoldError) as caught:
        read_predictions(path, gold)
    assert caught.value.problems == (
        f"{path}:1: attributions[0].content[0].end: 99 is beyond the text's 12 code points",
        f"{path}:2: id: 'a' is the id of line 1 too",
        f"{path}:2: attributions[0].content[0].end: 99 is beyond the text's 12 code points",
        f"{path}:3: text: not the text that {gold.path} has for 'b'",
    )


def test_articles_that_only_one_side_has_are_named(tmp_path: Path) -> None:
    """Missing ones count as empty and strange ones are left out, both said; predictions for none of the articles are a mistake."""
    gold = read_gold(put(tmp_path / "gold.jsonl", GOOD, {**GOOD, "id": "b"}))
    path = put(tmp_path / "p.jsonl", {"id": "a", "attributions": [{}]}, {"id": "z", "attributions": []})
    found, notices = read_predictions(path, gold)
    assert set(found) == {"a"}
    assert notices == (
        f"{path}: 1 of 2 articles missing, counted as predicted empty: b",
        f"{path}: 1 predictions have no content; they count, and nothing can match them: a",
        f"{path}: 1 article left out, not in {gold.path}: z",
    )
    with pytest.raises(GoldError, match="none of its 1 articles"):
        read_predictions(put(path, {"id": "z", "attributions": []}), gold)
    assert read_predictions(put(path), gold)[0] == {}


def test_emptiness_is_said(tmp_path: Path) -> None:
    """Articles predicted empty where there is something to find, and gold in which there is nothing to find."""
    gold = read_gold(put(tmp_path / "gold.jsonl", GOOD, {**GOOD, "id": "b", "attributions": []}))
    path = put(tmp_path / "p.jsonl", {"id": "a", "attributions": []}, {"id": "b", "attributions": []})
    assert read_predictions(path, gold)[1] == (f"{path}: 1 article predicted empty, though the gold has attributions there: a",)
    bare = read_gold(put(tmp_path / "bare.jsonl", {**GOOD, "attributions": []}))
    assert bare.notices == ("the gold has no attribution at all: whatever is predicted is a false alarm",)
