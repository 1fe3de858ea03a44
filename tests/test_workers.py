"""Several processes do what one does, in the same order, and end together."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from factcards.errors import ArticleError, UsageError
from factcards.workers import cores, in_order
from tests.conftest import ROOT


def tidied(fails: int, number: int) -> int:
    """The number's square; an error for one of them."""
    if number == fails:
        raise ArticleError(f"{number} cannot be read.", hint="Leave it out.")
    return number * number


def killed(number: int) -> int:
    """Ends its process as the system ends those that take too much memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def asleep(folder: str, number: int) -> int:
    """Writes that it began; but for the first one it then takes for ever, and tidies up at the end."""
    begun = Path(folder, str(number))
    try:
        begun.touch()
        if number:
            time.sleep(600)
    finally:
        if number:
            begun.unlink(missing_ok=True)
    return number


def test_results_come_in_the_order_of_their_things_whoever_made_them() -> None:
    """More things than are handed out at once, from an iterator."""
    assert list(in_order(math.sqrt, (n * n for n in range(30)), 2)) == list(range(30))
    assert cores() >= 1


def test_one_thing_or_one_job_needs_no_other_process() -> None:
    """The work is done here."""
    assert set(in_order(lambda _: os.getpid(), [1, 2, 3])) == {os.getpid()}
    assert list(in_order(lambda _: os.getpid(), [1], 2)) == [os.getpid()]
    assert list(in_order(abs, [], 2)) == []


def test_an_error_comes_in_its_place_as_it_was_raised() -> None:
    """What comes before it was given."""
    results = in_order(partial(tidied, 2), range(9), 2)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(ArticleError, match=r"2 cannot be read\.") as caught:
        next(results)
    assert caught.value.hint == "Leave it out."


def test_a_process_that_somebody_ended_is_told_as_such() -> None:
    """Neither a hang nor a bug of ours."""
    with pytest.raises(UsageError, match="was ended from outside"):
        list(in_order(killed, range(4), 2))


@pytest.mark.parametrize("how", ["group", "killed"])
def test_an_interrupt_or_the_end_of_the_first_process_ends_all_at_once(tmp_path: Path, how: str) -> None:
    """A terminal's Ctrl-C goes to all of them: no traceback of any, each tidies up, and what was finished was given."""
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from functools import partial; from factcards.workers import in_order; from tests.test_workers import asleep\n"
        "if __name__ == '__main__':\n"
        "    try:\n"
        "        for number in in_order(partial(asleep, sys.argv[1]), range(9), 2): print(number, flush=True)\n"
        "    except KeyboardInterrupt: sys.exit(130)\n"
    )
    (tmp_path / "out").mkdir()
    script = tmp_path / "script.py"
    script.write_text(code, "utf-8")
    with subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "out")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        end = time.monotonic() + 60
        while len(list((tmp_path / "out").iterdir())) < 3 and time.monotonic() < end:
            time.sleep(0.05)
        if how == "group":
            os.killpg(process.pid, signal.SIGINT)
        else:
            process.kill()
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130 if how == "group" else -signal.SIGKILL, b"0\n")
    assert err == b"" or (how == "killed" and b"Traceback" not in err)  # Python's own helper tells of what a killed one left
    while [path.name for path in (tmp_path / "out").iterdir()] != ["0"] and time.monotonic() < end:
        time.sleep(0.05)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["0"]


def test_whoever_wants_no_more_results_hears_nothing_of_the_processes_that_end(tmp_path: Path) -> None:
    """Idle ones stand in the pool's own code, which would tell of an order to end in a traceback."""
    script = tmp_path / "script.py"
    script.write_text(
        "from factcards.workers import in_order\n"
        "if __name__ == '__main__':\n"
        "    for wanted in range(3):\n"
        "        results = in_order(abs, range(40), 2)\n"
        "        print([next(results) for _ in range(4)])\n"
        "        results.close()\n",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, timeout=120, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"[0, 1, 2, 3]\n" * 3, b"")
