"""What a terminal shows of long work, and what it leaves there."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from factcards.cli import main


def run_looking(*args: str, cwd: Path, until: str | None = None) -> tuple[subprocess.CompletedProcess[bytes], str]:
    """A whole process whose standard error is a terminal, and what is shown there; interrupted once this is shown."""
    here, terminal = os.openpty()
    command = [sys.executable, "-m", "factcards", *args]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal, cwd=cwd, env={**os.environ, "TERM": "xterm"}) as process:
        os.close(terminal)
        shown = b""
        try:
            while piece := os.read(here, 65536):
                shown += piece
                if until is not None and until.encode() in shown:
                    process.send_signal(signal.SIGINT)
                    until = None
        except OSError:  # the other end is closed
            pass
        out, _ = process.communicate()
    os.close(here)
    return subprocess.CompletedProcess(command, process.returncode, out), shown.decode()


LONG = b"".join(b'Clerk Bo Marsh said on Monday that pier %d might close in May. "We need money," he said.\n\n' % at for at in range(40))


@pytest.mark.parametrize(
    ("command", "steps"),
    [
        pytest.param(["make", "a.txt"], ["reading ...", "parsing", "reading "], marks=pytest.mark.slow),
        pytest.param(["make", "a.txt", "b.txt"], ["articles", "parsing"], marks=pytest.mark.slow),
        (["verify", "b.txt", "a.txt", "--fail-on", "never"], ["reading ...", "parsing", "comparing"]),
        pytest.param(["coverage", "b.txt", "a.txt"], ["reading ...", "parsing"], marks=pytest.mark.slow),
        pytest.param(["verify", "--pairs", "rows.jsonl"], ["articles", "parsing"], marks=pytest.mark.slow),
        pytest.param(["check"], ["articles", "parsing"], marks=pytest.mark.slow),
        pytest.param(["record"], ["articles"], marks=pytest.mark.slow),
    ],
)
def test_who_looks_sees_how_far_the_work_is_and_the_output_is_the_same(
    tmp_path: Path, command: list[str], steps: list[str], monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """On a terminal a bar, gone when the result is there; nothing where standard error is none."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(LONG)
    (tmp_path / "b.txt").write_bytes(LONG[:300])
    (tmp_path / "factcards.toml").write_text('articles = ["*.txt"]\n', "utf-8")
    (tmp_path / "rows.jsonl").write_text(f"{json.dumps({'summary': LONG.decode(), 'article': LONG.decode()})}\n" * 2, "utf-8")
    if command == ["record"]:
        main(command)  # the first time it says something else
        capfdbinary.readouterr()
    code, (out, err) = main(command), capfdbinary.readouterr()
    assert b"\x1b" not in err
    done, told = run_looking(*command, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, out)
    assert all(step in told for step in steps), told
    last = "".join(err.decode().splitlines(keepends=True)[-1:]).replace("\n", "\r\n")
    assert _LAST_SHOWN.sub("", told).endswith(last[-40:])


_LAST_SHOWN = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
"""What moves the cursor."""


def test_with_quiet_nobody_is_shown_anything(tmp_path: Path) -> None:
    """On a terminal, too."""
    (tmp_path / "a.txt").write_bytes(LONG)
    done, told = run_looking("make", "-q", "a.txt", cwd=tmp_path)
    assert (done.returncode, told) == (0, "")


def test_ctrl_c_while_an_article_is_read_leaves_one_line(tmp_path: Path) -> None:
    """The bar is gone, the cursor is back, and the exit code says what happened."""
    (tmp_path / "a.txt").write_bytes(LONG * 20)
    done, told = run_looking("make", "a.txt", cwd=tmp_path, until="parsing")
    assert (done.returncode, done.stdout) == (130, b"")
    assert told.endswith("\x1b[?25h\r\x1b[1A\x1b[2Kerror: interrupted; what was finished stays.\r\n"), told[-200:]
