"""Whole processes, median CPU seconds, as ratios to a bare `import pydantic, jinja2, typer` and to a bare parse in the same run.

python benchmarks/bench_startup.py [rounds]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = "seeds/putin-xi-ceasefire.txt"
PARSE = (
    "import spacy, pathlib\n"
    "from factcards.engines.local.parsing.parse import _pipeline_name\n"
    f"text = pathlib.Path({SEED!r}).read_text()\n"
    "import importlib\n"
    "nlp = importlib.import_module(_pipeline_name()).load()\n"
    "nlp(text)\n"
)
COMMANDS = {
    "bare import": ["-c", "import pydantic, jinja2, typer"],
    "--help": ["-m", "factcards", "--help"],
    "replay of the seed": ["-m", "factcards", "make", SEED, "--replay", "cassettes", "-q"],
    "bare parse": ["-c", PARSE],
    "local engine on the seed": ["-m", "factcards", "make", SEED, "-q"],
}
LIMITS = {"--help": ("bare import", 2.0), "replay of the seed": ("bare import", 4.0), "local engine on the seed": ("bare parse", 1.5)}


def cpu_seconds(arguments: list[str]) -> float:
    """User and system time of one child process."""
    before = os.times()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> int:
    """Interleaved rounds, so that a noisy moment hits all alike; the first round only warms the disk."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for number in range(rounds + 1):
        for name, arguments in COMMANDS.items():
            seconds = cpu_seconds(arguments)
            if number:
                taken[name].append(seconds)
    medians = {name: statistics.median(values) for name, values in taken.items()}
    met = True
    for name, median in medians.items():
        line = f"{name:28} {median:6.2f} s"
        if name in LIMITS:
            base, limit = LIMITS[name]
            ratio = median / medians[base]
            met = met and ratio <= limit
            line += f"   {ratio:.2f} x {base} (limit {limit})"
        print(line)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
