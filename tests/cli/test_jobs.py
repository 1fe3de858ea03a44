"""`--jobs`: several processes give the same bytes as one, and where they make no sense they are refused."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from factcards.cli import main

TEXTS = [
    f'Pier {name} may close\n\nMayor Ada Quill said the pier {name} might close in May. "We need the money," she said.\n'
    for name in ("one", "two", "three", "four", "five")
]
SUMMARY = "The pier {0} will close in May, Quill said. Clerk Bo Marsh said that it is sold for {0} million pounds.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles, one of them in another language and one empty, summaries, rows and a suite."""
    monkeypatch.chdir(tmp_path)
    for at, text in enumerate(TEXTS):
        Path(f"{at}.txt").write_text(text, "utf-8")
        Path(f"s{at}.md").write_text(SUMMARY.format(text.split()[1]), "utf-8")
    Path("2.txt").write_text("", "utf-8")
    Path("s3.md").write_bytes(b"\0\0")
    Path("german.txt").write_text("Der Bürgermeister sagte, dass die Brücke im Mai nicht mehr für Autos offen sein wird.\n" * 3, "utf-8")
    pairs = [{"summary": SUMMARY.format(at % 3), "article": TEXTS[at // 3]} for at in range(6)]
    lines = [json.dumps(row) for row in pairs]
    Path("rows.jsonl").write_text("\n".join([*lines[:3], "no row", *lines[3:]]) + "\n", "utf-8")
    labelled = [json.dumps({"id": f"r{at}", "faithful": bool(at % 2), **row}) for at, row in enumerate(pairs)]
    Path("labelled.jsonl").write_text("\n".join(labelled) + "\n", "utf-8")
    return tmp_path


COMMANDS = [
    "make 0.txt german.txt 1.txt 2.txt 3.txt",
    "make 0.txt 1.txt 2.txt -o out",
    "verify s0.md s1.md s2.md s3.md s4.md -a 0.txt 1.txt",
    "verify s0.md s1.md -a 0.txt --format json",
    "verify s0.md s1.md -a 0.txt --fix",
    "verify --pairs rows.jsonl",
    "eval verifying labelled.jsonl",
    "eval draft 0.txt german.txt 1.txt 2.txt 3.txt no.txt",
]


@pytest.mark.parametrize("line", [COMMANDS[0], *(pytest.param(line, marks=pytest.mark.slow) for line in COMMANDS[1:])])
def test_two_processes_give_the_bytes_of_one(line: str, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Results, notices and errors, in the order that was given, the exit code and the files."""
    one = main(line.split()), *capfdbinary.readouterr(), {path.name: path.read_bytes() for path in folder.glob("out/*")}
    shutil.rmtree(folder / "out", ignore_errors=True)
    two = main([*line.split(), "-j", "2"]), *capfdbinary.readouterr(), {path.name: path.read_bytes() for path in folder.glob("out/*")}
    assert one == two
    assert one[1] or one[3]


@pytest.mark.slow
def test_two_processes_record_check_and_accept_as_one(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Two files of one text have one deck, whichever is recorded first."""
    (folder / "again").mkdir()
    shutil.copy("1.txt", "again/1.txt")
    (folder / "again" / "4.txt").write_text("Another one. Clerk Bo Marsh said the pier may be sold.\n", "utf-8")
    (folder / "factcards.toml").write_text('articles = ["*.txt", "again/*.txt"]\n', "utf-8")
    runs = []
    for jobs in ("1", "2", "0"):
        shutil.rmtree(folder / "cassettes", ignore_errors=True)
        done = [main([command, "-j", jobs]) for command in ("record", "record", "check")]
        for deck in (folder / "cassettes").rglob("deck.json"):
            deck.unlink()
        done += [main([command, "-j", jobs]) for command in ("accept", "check")]
        kept = {path.relative_to(folder): path.read_bytes() for path in sorted((folder / "cassettes").rglob("*")) if path.is_file()}
        runs.append((done, *capfdbinary.readouterr(), kept))
    assert runs[0] == runs[1] == runs[2]
    assert b"as accepted" in runs[0][2]


def test_standard_input_is_one_of_several_articles(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Whichever process reads it."""
    from tests.cli.test_make import process

    one, two = (process("make", "0.txt", "-", "1.txt", "-j", jobs, stdin=TEXTS[3].encode()) for jobs in ("1", "2"))
    assert one == two
    assert b"four" in one.stdout


@pytest.mark.parametrize("command", [["make", "0.txt", "--model", "m"], ["make", "0.txt", "--replay", "x"], ["record"]])
def test_a_model_is_asked_by_one_process(
    command: list[str], folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its costs are counted in one place."""
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    (folder / "factcards.toml").write_text('articles = ["*.txt"]\nengine = "openai"\nmodels = ["m"]\n', "utf-8")
    assert main([*command, "--jobs", "2"]) == 2
    assert "--jobs: a model is asked for one article after the other." in capfd.readouterr().err


@pytest.mark.parametrize(("value", "code"), [("-1", 2), ("65", 2), ("many", 2), ("0", 0)])
def test_how_many_is_a_number(value: str, code: int, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """0 is one for each core."""
    assert main(["make", "0.txt", "-j", value]) == code
    assert bool(re.search("--jobs", capfd.readouterr().err)) is (code == 2)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "tell", "code"), [(signal.SIGINT, os.killpg, 130), (signal.SIGTERM, os.kill, 143), (signal.SIGTERM, os.killpg, 143)]
)
def test_who_is_told_to_end_ends_all_and_keeps_what_was_finished(
    number: signal.Signals, tell: Callable[[int, int], None], code: int, folder: Path
) -> None:
    """One line, no traceback of any process, whole results and nothing half-written."""
    text = "".join(f"Mayor Ada Quill said the pier {at} might close in May, and that clerk {at} knew.\n\n" for at in range(200))
    names = [f"long{at}.txt" for at in range(30)]
    for name in names:
        (folder / name).write_text(text, "utf-8")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a test run in the background ignores it, and so would its children
    command = [sys.executable, "-m", "factcards", "make", *names, "-q", "-j", "2", "-o", "out"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        end = time.monotonic() + 100
        while not list(folder.glob("out/*.cards.json")) and time.monotonic() < end:
            time.sleep(0.02)
        tell(process.pid, number)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (code, b"error: interrupted; what was finished stays.\n")
    decks = list(folder.glob("out/*.cards.json"))
    assert 0 < len(decks) < len(names)
    assert all(json.loads(path.read_bytes())["cards"] for path in decks)
    assert [path.name for path in (folder / "out").iterdir() if path.name.startswith(".")] == []
