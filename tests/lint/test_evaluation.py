"""`factcards eval verifying`: labelled summaries in, recall and false alarms out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcards.cli.app import main
from factcards.errors import GoldError
from factcards.evaluate.verifying import KIND_CODES, Judged, Row, evaluate_rows, read_rows
from factcards.lint.meanings import CODES

ARTICLE = "Mayor Ada Quill said on Tuesday that the bridge might close before May. The council did not approve the plan, Quill added."
RAINY = f"{ARTICLE} Rain fell."


def _row(at, cluster, article, summary, kind=None):
    return {"id": at, "article_id": cluster, "article": article, "summary": summary, "faithful": kind is None, "kind": kind}


ROWS = [
    _row("1", "a", ARTICLE, "The council did not approve the plan, Quill added."),
    _row("2", "a", ARTICLE, "The council did approve the plan, Quill added.", "negation_removed"),
    _row("3", "b", RAINY, "Rain fell.", "negation_added"),
]


def _write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_command_prints_recall_and_false_alarms(tmp_path, capfd):
    """One row found and rightly named, one missed, no false alarm."""
    assert main(["eval", "verifying", str(_write(tmp_path / "rows.jsonl", ROWS)), "--format", "json"]) == 0
    report = json.loads(capfd.readouterr().out)
    assert {kind["kind"]: (kind["rows"], kind["found"], kind["named"]) for kind in report["kinds"]} == {
        "faithful": (1, 0.0, None),
        "negation_added": (1, 0.0, None),
        "negation_removed": (1, 100.0, 100.0),
    }
    assert (report["balanced_accuracy"], report["missed"], report["alarmed"]) == (75.0, ["3"], [])
    assert main(["eval", "verifying", str(tmp_path / "rows.jsonl")]) == 0
    assert "balanced accuracy 75.0" in capfd.readouterr().out


def test_a_kind_may_be_called_as_a_code(tmp_path, capfd):
    """Who labels by the words of verify needs no second list."""
    rows = [{**ROWS[1], "kind": "negation_dropped"}, {**ROWS[1], "id": "5", "kind": "figure_changed"}]
    assert main(["eval", "verifying", str(_write(tmp_path / "rows.jsonl", rows)), "--json"]) == 0
    kinds = json.loads(capfd.readouterr().out)["kinds"]
    assert {kind["kind"]: kind["named"] for kind in kinds} == {"negation_dropped": 100.0, "figure_changed": 0.0}


def test_a_broken_line_is_named(tmp_path):
    """Every problem, with its line and field."""
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "1"}\nnot json\n' + json.dumps(ROWS[0]) + "\n" + json.dumps(ROWS[0]) + "\n", encoding="utf-8")
    with pytest.raises(GoldError) as caught:
        read_rows(path)
    assert [problem.split(": ")[0].rsplit(":", 1)[1] for problem in caught.value.problems] == ["1", "2", "4"]


@pytest.mark.parametrize("field", ["article", "summary"])
def test_a_row_without_words_is_named(field, tmp_path):
    """Before anything is checked: it would end the run halfway, and nobody would know which row it was."""
    with pytest.raises(GoldError) as caught:
        read_rows(_write(tmp_path / "rows.jsonl", [ROWS[0], {**ROWS[1], field: " \n"}]))
    assert caught.value.problems == (f"{tmp_path / 'rows.jsonl'}:2: {field}: it must not be empty",)


def test_a_row_that_looks_like_another_language_is_judged(tmp_path, capfd):
    """Labelled rows are taken for English: one that is not ends no run."""
    welsh = "Mae'r cyngor yn dweud bod y bont wedi cau ac nad oes arian ar gyfer pont newydd yn y dref."
    rows = [ROWS[0], _row("9", "w", f"{welsh} {welsh}", welsh)]
    assert main(["eval", "verifying", str(_write(tmp_path / "rows.jsonl", rows)), "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["rows"] == 2


def test_a_row_ends_where_its_line_does(tmp_path):
    """Not at a line separator inside its text, and a byte order mark is no part of the first."""
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({**ROWS[0], "article": "Rain\u2028fell."}, ensure_ascii=False), encoding="utf-8-sig")
    assert [row.article for row in read_rows(path)] == ["Rain\u2028fell."]


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=30), st.randoms())
def test_the_order_of_rows_changes_no_figure(outcomes, chance):
    """Counts, shares and balanced accuracy are of the set of rows."""
    judged = [
        Judged(Row(id=str(at), article="x", summary="y", faithful=faithful, kind=None if faithful else "k"), {}, flagged)
        for at, (faithful, flagged) in enumerate(outcomes)
    ]
    shuffled = list(judged)
    chance.shuffle(shuffled)
    one, other = (evaluate_rows(rows, "r", resamples=0) for rows in (judged, shuffled))
    assert (one.kinds, one.balanced_accuracy) == (other.kinds, other.balanced_accuracy)


def test_kinds_are_named_by_codes_that_exist():
    """A renamed code cannot silently count as wrong."""
    assert set().union(*KIND_CODES.values()) <= set(CODES)
