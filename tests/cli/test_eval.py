"""`factcards eval reading`: figures on standard output, what is wrong on standard error, floors that hold."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcards.cli import main
from factcards.evaluate.gold import Labelled, read_gold
from factcards.evaluate.predict import article_of, exported, exported_cards
from factcards.pipeline import make
from tests.conftest import ROOT, SEED

if TYPE_CHECKING:
    from factcards.engines.local.reader import LocalReader

pytestmark = pytest.mark.usefixtures("each_text_read_once")

SAMPLE = ROOT / "tests" / "evaluate" / "sample"
GOLD, PREDICTED = str(SAMPLE / "gold.jsonl"), str(SAMPLE / "predictions.jsonl")
"""Article texts, labels and predictions that were written for the tests."""


def run(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """The exit code, standard output and standard error of `factcards eval reading`."""
    code = main(["eval", "reading", *map(str, words)])
    out, err = capfd.readouterr()
    return code, out, err


@pytest.mark.parametrize("words", ["eval --help", "eval reading --help", f"eval reading {GOLD} --against {PREDICTED}"])
def test_what_runs_no_engine_loads_no_parser(words: str) -> None:
    """Neither help nor scoring given predictions."""
    code = "import sys; from factcards.cli import main; assert main(sys.argv[1:]) == 0; assert not {'spacy', 'openai'} & sys.modules.keys()"
    subprocess.run([sys.executable, "-c", code, *words.split()], check=True, capture_output=True)


def test_the_local_engine_is_measured_and_its_predictions_give_the_same_figures(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What --predictions wrote scores the same through --against; the engine's speed is told beside it."""
    out = tmp_path / "p.jsonl"
    code, text, err = run(capfd, GOLD, "--predictions", out, "--format", "json")
    first = json.loads(text)
    assert (code, err) == (0, "")
    assert first["run"]["articles_per_second"] > 0
    assert first["all"]["figures"]["joint.f1"] > 30
    assert first["calibration"]["predictions"] == first["all"]["predicted"] > 0
    code, text, err = run(capfd, GOLD, "--against", out, "--format", "json")
    second = json.loads(text)
    assert (code, err) == (0, "")
    assert {**first, "run": None} == {**second, "run": None}


def test_a_draft_of_standard_input_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    """Labels name their article's file."""
    assert main(["eval", "draft", "-"]) == 2
    assert "labels name the article's file" in capfd.readouterr().err


def test_a_draft_is_gold_to_be_corrected(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Articles in, labelled lines out, each span with its words; what the reader finds agrees with what the reader found."""
    article = tmp_path / "pier.txt"
    article.write_text("Mayor Ada Quill said the old pier might close in May.\n\nBo Marsh hopes to save it.\n", encoding="utf-8")
    assert main(["eval", "draft", str(article), str(article)]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    (row,) = map(json.loads, out.splitlines())
    assert (row["id"], row["text"]) == (str(article), article.read_text("utf-8"))
    first = row["attributions"][0]
    assert [[span["text"] for span in first[role]] for role in ("source", "cue", "content")] == [
        ["Mayor Ada Quill"],
        ["said"],
        ["the old pier might close in May"],
    ]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(out, encoding="utf-8")
    code, text, _ = run(capfd, gold, "--format", "json")
    assert (code, json.loads(text)["all"]["figures"]["joint.f1"]) == (0, 100.0)


def test_predictions_are_the_outermost_attributions(reader: LocalReader) -> None:
    """As spans of the labelled text: no narration, nothing inside another's content, no source for a speaker carried over."""
    text = (
        "Mayor Ada Quill said engineer Bo Tull believes that the pier may close. The pier is old.\r\n\r\n"
        "“We have no money,” Quill said. “Nobody helps us.”\r\n"
    )
    article = article_of(Labelled(id="a", text=text, attributions=()))
    assert article.text == text
    found = exported(reader.read([article])[0].attributions, article.text)

    def words(role: str) -> list[list[str]]:
        return [[text[span.start : span.end] for span in getattr(one, role)] for one in found]

    assert words("cue")[0] == ["said"]
    assert words("content")[0] == ["engineer Bo Tull believes that the pier may close"]
    assert not any("old" in piece for pieces in words("content") for piece in pieces)
    assert ["believes"] not in words("cue")
    assert all(one.cue or not one.source for one in found)


def test_a_deck_gives_the_predictions_of_its_reader(reader: LocalReader) -> None:
    """Cards and attributions go by the same rule."""
    for name in ("harbour-tunnel", "clinic-closure"):  # nested attribution; a quotation over paragraphs
        path = ROOT / "seeds" / f"{name}.txt"
        article = article_of(Labelled(id=path.stem, text=path.read_text("utf-8"), attributions=()))
        deck = make(article, engine="local")
        cards = [(one.cue, one.content) for one in exported_cards(deck.cards, article.text)]
        assert [
            one for one in cards if one not in [(a.cue, a.content) for a in exported(reader.read([article])[0].attributions, article.text)]
        ] == []


def test_a_models_recorded_answers_are_measured(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """From the cassette, with no network; an article that was not recorded is exit code 4 and is named."""
    text = SEED.read_text("utf-8")
    cue = text.index("suggests")
    label = {
        "source": [{"start": cue - 60, "end": cue}],
        "cue": [{"start": cue, "end": cue + 8}],
        "content": [{"start": cue + 8, "end": cue + 112}],
    }
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "seed", "text": text, "attributions": [label]}) + "\n", "utf-8")
    code, out, err = run(capfd, gold, "--engine", "openai", "--replay", ROOT / "cassettes", "--format", "json")
    report = json.loads(out)
    assert (code, err) == (0, "")
    assert report["run"]["engine"] == "openai"
    assert report["all"]["figures"]["joint.r"] == 100.0
    assert report["all"]["predicted"] > 5
    code, out, err = run(capfd, GOLD, "--engine", "openai", "--replay", ROOT / "cassettes")
    assert (code, out) == (4, "")
    assert "ferry" in err


def test_floors_are_pinned_and_held(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Pinned once, they pass the same predictions with 0 and worse ones with 1, and each floor that is missed is named."""
    floors, worse = tmp_path / "floors.json", tmp_path / "worse.jsonl"
    lines = Path(PREDICTED).read_text("utf-8").splitlines()
    worse.write_text("\n".join(lines[1:]) + "\n", "utf-8")
    code, _, err = run(capfd, GOLD, "--against", PREDICTED, "--floors", floors, "--pin-floors")
    assert (code, err.splitlines()[-1]) == (0, f"pinned {floors}")
    assert run(capfd, GOLD, "--against", PREDICTED, "--floors", floors)[0] == 0
    code, out, err = run(capfd, GOLD, "--against", worse, "--floors", floors)
    assert code == 1
    assert "joint" in out
    assert "all joint.f1 is 46.15, below the floor 57.14" in err
    assert "core content_recall.mixed is" in err


def test_a_floor_goes_down_only_out_loud(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """--pin refuses worse figures and leaves the file; --lower lets them, on this gold file or another."""
    floors, worse, gold = tmp_path / "floors.json", tmp_path / "worse.jsonl", tmp_path / "gold.jsonl"
    worse.write_text("".join(Path(PREDICTED).read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")
    shutil.copy(GOLD, gold)
    run(capfd, gold, "--against", PREDICTED, "--floors", floors, "--pin-floors")
    before = floors.read_bytes()
    for change in ("", "\n"):  # another gold file, of the same articles
        gold.write_text(Path(GOLD).read_text("utf-8") + change, "utf-8")
        code, _, err = run(capfd, gold, "--against", worse, "--floors", floors, "--pin-floors")
        assert (code, floors.read_bytes()) == (2, before)
        assert "that would lower a floor: all joint.f1 is 46.15, below the floor 57.14" in err
    assert run(capfd, gold, "--against", worse, "--floors", floors, "--pin-floors", "--lower-floors")[0] == 0
    assert json.loads(floors.read_text("utf-8"))["all"]["joint.f1"] == 46.15


def test_floors_of_another_gold_file_are_an_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Before anything is read, and it says how to pin them anew; so are floors that are not there, or are none."""
    floors, gold = tmp_path / "floors.json", tmp_path / "gold.jsonl"
    gold.write_text(Path(GOLD).read_text("utf-8") + "\n", "utf-8")
    assert run(capfd, GOLD, "--against", PREDICTED, "--floors", floors)[0] == 7
    run(capfd, GOLD, "--against", PREDICTED, "--floors", floors, "--pin-floors")
    code, out, err = run(capfd, gold, "--against", PREDICTED, "--floors", floors)
    assert (code, out) == (2, "")
    assert "pinned on another gold file" in err
    assert "--pin-floors" in err
    assert run(capfd, gold, "--against", PREDICTED, "--floors", floors, "--pin-floors")[0] == 0
    floors.write_text('{"gold_sha256": "0", "all": {"joint.f2": 1}}', "utf-8")
    code, _, err = run(capfd, GOLD, "--against", PREDICTED, "--floors", floors)
    assert code == 7
    assert "there is no figure 'joint.f2'" in err


def test_a_floor_that_nothing_can_be_below_is_no_floor(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """JSON as Python reads it may hold NaN: no figure is below that, and the gate would stand open."""
    floors = tmp_path / "floors.json"
    run(capfd, GOLD, "--against", PREDICTED, "--floors", floors, "--pin-floors")
    held = json.loads(floors.read_text("utf-8"))
    for floor in (float("nan"), float("-inf")):
        floors.write_text(json.dumps({**held, "all": {**held["all"], "joint.f1": floor}}), "utf-8")
        code, out, err = run(capfd, GOLD, "--against", PREDICTED, "--floors", floors)
        assert (code, out) == (7, "")
        assert "all.joint.f1: it must be a finite number" in err


def test_a_broken_gold_file_names_its_problems(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """All of them, up to a limit, each with file, line and field; exit code 3, no figures, no traceback."""
    gold = tmp_path / "gold.jsonl"
    span = {"start": 3, "end": 99}
    gold.write_text(json.dumps({"id": "a", "text": "Short.", "attributions": [{"cue": [span] * 2}]}) + "\n{\n", "utf-8")
    code, out, err = run(capfd, gold)
    assert (code, out) == (3, "")
    lines = err.splitlines()
    assert lines[0] == f"{gold}:1: attributions[0].cue[0].end: 99 is beyond the text's 6 code points"
    assert lines[2].startswith(f"{gold}:2: invalid JSON")
    assert lines[3].startswith(f"error: {gold}: 3 problems, the first: ")
    assert len(lines) == 5
    gold.write_text(json.dumps({"id": "a", "text": "Short.", "attributions": [{"cue": [span] * 50}]}) + "\n", "utf-8")
    assert run(capfd, gold)[2].splitlines()[20] == "and 30 more"


def test_a_broken_file_of_summaries_names_its_problems(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """As labelled articles do, with the page that describes these."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": 7, "article": "A.", "summary": "B.", "faithful": true}\n{\n{"id": "x", "article": ""}\n', "utf-8")
    assert main(["eval", "verifying", str(rows)]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert err.splitlines() == [
        f"{rows}:1: id: it must be text",
        f"{rows}:2: no JSON: Expecting property name enclosed in double quotes, column 2",
        f"{rows}:3: article: it must not be empty",
        f"error: {rows}: 3 problems, the first: {rows}:1: id: it must be text",
        "  `factcards docs verifying` describes the format.",
    ]
    assert main(["eval", "verifying", str(tmp_path / "nope.jsonl")]) == 3
    assert capfd.readouterr().err == f"error: cannot read {tmp_path}/nope.jsonl: No such file or directory.\n{NEXT}\n"


NEXT = "  Check the name; a relative one starts at the folder that you are in."


@pytest.mark.parametrize(
    "command",
    ["make no.txt", "make --files-from no", "verify no.md a.txt", "verify a.txt no.txt", "verify --pairs no", "eval reading no",
     "eval draft no", "diff no no"],
)  # fmt: skip
def test_what_is_not_there_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    """By every command in the same words."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Ada Quill said the pier might close.\n", "utf-8")
    assert main(command.split()) in {3, 4}
    first, second = capfd.readouterr().err.splitlines()[-2:]
    assert first.startswith("error: cannot read ")
    assert first.endswith(": No such file or directory.")
    assert second == NEXT


def test_a_kind_that_no_code_names_is_shown_with_a_dash_that_is_explained(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """An empty column says nothing."""
    row = {
        "id": "a",
        "article": "Ada Quill said the pier might close in May.",
        "summary": "Quill said the pier will close.",
        "faithful": False,
    }
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({**row, "kind": "of another world"}) + "\n", "utf-8")
    assert main(["eval", "verifying", str(rows), "--resamples", "0"]) == 0
    out = capfd.readouterr().out
    assert next(line for line in out.splitlines() if line.startswith("of another world")).endswith(" -")
    assert "\n-: no code is known to name this kind, or none of its rows was found\n" in out


def test_a_draft_goes_on_past_a_bad_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """As `make` does; the exit code is that of the first bad one."""
    for name, data in {"a.txt": b"\x00\x01", "b.txt": b"Ada Quill said the pier might close in May.\n"}.items():
        (tmp_path / name).write_bytes(data)
    assert main(["eval", "draft", *(str(tmp_path / name) for name in ("no.txt", "a.txt", "b.txt"))]) == 3
    out, err = capfd.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == [str(tmp_path / "b.txt")]
    assert [line for line in err.splitlines() if line.startswith("error: ")] == [
        f"error: cannot read {tmp_path}/no.txt: No such file or directory.",
        f"error: {tmp_path}/a.txt: this is binary data, not text.",
    ]


def test_one_article_is_told_as_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Not as "1 articles"."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text(Path(GOLD).read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    assert run(capfd, gold, "--resamples", "0")[1].splitlines()[0].startswith("1 article; ")


def test_predictions_are_named_too(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A broken file is exit code 3; empty predictions score 0 and say that every article is missing."""
    predictions = tmp_path / "p.jsonl"
    predictions.write_text('{"id": "ferry", "attributions": [{"cue": [{"start": 5, "end": 5000}]}]}\n', "utf-8")
    code, out, err = run(capfd, GOLD, "--against", predictions)
    assert (code, out) == (3, "")
    assert "5000 is beyond the text's" in err
    predictions.write_text("", "utf-8")
    code, out, err = run(capfd, GOLD, "--against", predictions, "--format", "json")
    report = json.loads(out)
    assert (code, report["missing"], report["all"]["figures"]["joint.f1"]) == (0, 5, 0.0)
    assert "5 of 5 articles missing, counted as predicted empty: ferry, mine, poll, …" in err


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--pin-floors"], "--pin-floors needs --floors FILE"),
        (["--lower-floors"], "--lower-floors needs --pin-floors"),
        (["--engine", "openai"], "name them with --replay DIR"),
        (["--replay", "x"], "the local engine asks no model"),
        (["--model", "m"], "the local engine asks no model"),
        (["--against", PREDICTED, "--predictions", "x"], "takes no --engine, --replay, --model or --predictions"),
        (["--against", PREDICTED, "--engine", "openai", "--replay", "x"], "takes no --engine"),
    ],
)
def test_options_that_contradict_each_other_are_refused(words: list[str], what: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, before anything is read."""
    code, out, err = run(capfd, "not-there.jsonl", *words)
    assert (code, out) == (2, "")
    assert what in err


def test_nothing_is_written_over_what_is_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Labels are work by hand: exit code 2, by any name of the file, and before an engine runs."""
    gold, link, floors = tmp_path / "gold.jsonl", tmp_path / "link.jsonl", tmp_path / "floors.json"
    shutil.copy(GOLD, gold)
    link.symlink_to(gold)
    for read, written in ((gold, gold), (gold, link), (link, gold), (gold, f"{tmp_path}/../{tmp_path.name}/gold.jsonl")):
        code, out, err = run(capfd, read, "--predictions", written)
        assert (code, out) == (2, "")
        assert f"--predictions would write over {read}, which is read" in err
    run(capfd, gold, "--against", PREDICTED, "--floors", floors, "--pin-floors")
    assert run(capfd, gold, "--predictions", floors, "--floors", floors)[0] == 2
    assert run(capfd, gold, "--floors", gold, "--pin-floors")[0] == 2
    assert gold.read_bytes() == Path(GOLD).read_bytes()


def test_an_article_in_another_language_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The local reader reads English only."""
    text = "Der Bürgermeister sagte am Montag, dass die alte Brücke im Mai wohl geschlossen werden muss, weil das Geld nicht reicht."
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "pier-de", "text": text, "attributions": []}) + "\n", "utf-8")
    code, _, err = run(capfd, gold)
    assert code == 3
    assert "pier-de seems to be in another language (de)" in err


def test_what_an_article_holds_is_safe_to_look_at(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Ids, publishers and examples show control characters as text."""
    text = "Ada said \x1b[31mno\x1b[0m."
    line = {"id": "a\x1b[2J", "text": text, "publisher": "\u202ep", "attributions": [{"content": [{"start": 0, "end": len(text)}]}]}
    gold, predictions = tmp_path / "gold.jsonl", tmp_path / "p.jsonl"
    gold.write_text(json.dumps(line) + "\n", "utf-8")
    predictions.write_text("", "utf-8")
    code, out, err = run(capfd, gold, "--against", predictions)
    assert code == 0
    assert not set("\x1b\u202e") & set(out + err)
    assert len(read_gold(gold).articles) == 1
