"""`factcards check` of many recorded articles, whole processes: seconds, memory, and how both grow.

    python benchmarks/bench_check.py [sizes ...]        # 10 100 1000

The answers are authored by this script (a loopback server gives them); checking does the same work for them as for a model's.
"""

from __future__ import annotations

import json
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.server import ModelServer, answer  # noqa: E402 - after the path is set

NAMES = ["Ada Quill", "Bo Tull", "Cem Ozan", "Dana Frey", "Eva Stone", "Finn Hale"]
PLACES = ["Marrow", "Keld", "Ostrey", "Skarn", "Tarvia", "Brindle"]
TEXT = """Harbour bridge in {place} may close, article {number}

Mayor {name} said the old bridge in {place} might close in May.

"We need {number} million dollars," the mayor said. "Nobody has offered us a cent."

According to engineer {other}, about {number} cracks were found in 2023.

{other} suggested that the bridge could stand for ten more years.

The council of {place} has not met since March.
"""


def article(number: int) -> tuple[str, str, str]:
    """The text, and who speaks in it."""
    name, other, place = NAMES[number % 6], NAMES[(number // 6 + 1 + number) % 6], PLACES[(number // 36) % 6]
    if other == name:
        other = "Gus Orr"
    return TEXT.format(number=number + 10, name=name, other=other, place=place), name, other


def reply(handler: object) -> None:
    """Claims for whichever article is asked for; a summary of its first card."""
    asked = handler.asked  # type: ignore[attr-defined]
    words = asked["messages"][1]["content"]
    if asked["response_format"]["json_schema"]["name"] == "brief":
        first = re.search(r"^1 \| [^|]* \| [^|]* \| ([^|]*) \|", words, re.MULTILINE)
        answer({"sentences": [{"text": first[1].strip(), "cards": [1]}] if first else []})(handler)  # type: ignore[arg-type]
        return
    lines = dict(re.findall(r"^\[(\d+)\] (.*)$", words, re.MULTILINE))
    name = re.search(r"Mayor (\w+ \w+)", words)[1]  # type: ignore[index]
    other = re.search(r"engineer (\w+ \w+)", words)[1]  # type: ignore[index]
    close = re.search(r"said (the old bridge .*? in May)", words)[1]  # type: ignore[index]
    cracks = re.search(r"(about \d+ cracks were found in 2023)", words)[1]  # type: ignore[index]
    council = next(line for line in lines.values() if line.startswith("The council"))
    claims = [
        (f"{name} said {close}.", name, "said", close),
        (f"According to {other}, {cracks}.", other, "According to", cracks),
        (
            f"{other} suggested that the bridge could stand for ten more years.",
            other,
            "suggested",
            "the bridge could stand for ten more years",
        ),
        (council, None, None, council),
    ]
    listed = [{"claim": c, "speaker": s, "cue": cue, "quote": q, "sentences": []} for c, s, cue, q in claims]
    answer({"claims": listed})(handler)  # type: ignore[arg-type]


def suite(folder: Path, size: int) -> Path:
    """A suite of so many recorded articles."""
    (folder / "articles").mkdir()
    for number in range(size):
        (folder / "articles" / f"a{number:04}.txt").write_text(article(number)[0], "utf-8")
    toml = folder / "factcards.toml"
    toml.write_text('articles = ["articles/*.txt"]\nengine = "openai"\nmodels = ["m"]\n', "utf-8")
    with ModelServer(reply) as server:
        command = [sys.executable, "-m", "factcards", "record", "--suite", str(toml), "--base-url", server.url, "--yes"]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return toml


def timed(toml: Path, rounds: int) -> tuple[float, float]:
    """Median wall seconds and the largest memory in MB, of whole processes."""
    code = (
        "import resource, sys\nfrom factcards.cli import main\ncode = main(['check', '--suite', sys.argv[1]])\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)\nsys.exit(code)\n"
    )
    taken, memory = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code, str(toml)], capture_output=True, check=True, encoding="utf-8", env={**os.environ}
        )
        taken.append(time.perf_counter() - start)
        memory.append(int(done.stderr.split()[-1]) / 1024)
    return statistics.median(taken), max(memory)


def main() -> int:
    """One line for each size, and the slope of a log-log fit."""
    sizes = [int(one) for one in sys.argv[1:]] or [10, 100, 1000]
    points = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            seconds, memory = timed(suite(Path(folder), size), 3 if size >= 1000 else 5)
        points.append((size, seconds))
        print(json.dumps({"articles": size, "seconds": round(seconds, 2), "ms_each": round(1000 * seconds / size, 1), "MB": round(memory)}))
    if len(points) > 1:
        xs, ys = [math.log(p[0]) for p in points], [math.log(p[1]) for p in points]
        mean_x, mean_y = statistics.mean(xs), statistics.mean(ys)
        slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum((x - mean_x) ** 2 for x in xs)
        print(f"log-log slope {slope:.2f} (1 is linear)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
