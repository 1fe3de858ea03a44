"""`factcards verify` against the parse of both texts: the ratio for 1,000 words, and how the time grows with the source (log-log fit).

python benchmarks/bench_verify.py [DIR of .txt articles; the seeds otherwise]
"""

from __future__ import annotations

import math
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from factcards.cards import Article
from factcards.engines.local.parsing.parse import parses
from factcards.lint.check import lint
from factcards.lint.documents import open_document
from factcards.lint.matching import Index
from factcards.lint.side import Side
from factcards.read import from_text
from factcards.reading import Reader
from factcards.segment import lay_out
from factcards.verifying import comparing_reader

ROUNDS = 7
LIMIT = 1.5
SLOPE = 1.15
SIZES = (1_000, 2_000, 5_000, 10_000, 20_000)


def timed(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def source_of(words: int, texts: list[str]) -> str:
    """Paragraphs of the texts over and over; each round's names end otherwise, so that sentences differ."""
    paragraphs: list[str] = []
    count = turn = 0
    while count < words:
        for text in texts:
            for paragraph in text.split("\n\n"):
                changed = " ".join(
                    f"{w}{'abcdefghij'[turn % 10] * (turn // 10 + 1)}" if w.istitle() and len(w) > 5 and turn else w
                    for w in paragraph.split()
                )
                paragraphs.append(changed)
                count += len(changed.split())
                if count >= words:
                    return "\n\n".join(paragraphs)
        turn += 1
    return "\n\n".join(paragraphs)


def english(text: str) -> Article:
    return from_text(text).model_copy(update={"language": "en"})


def read_anew(reader: Reader, articles: list[Article]) -> None:
    """The reading of articles that nobody has laid out before."""
    lay_out.cache_clear()
    reader.read(articles)


def measure(words: int, summary: str, texts: list[str]) -> tuple[float, float, float, float]:
    """Seconds (medians): the bare parse of both, the reading of both, the lint after it; and the median of each round's ratio of the
    last two to the first. The three are timed in turn, so that a busy machine bends the ratio little.
    """
    source, document = english(source_of(words, texts)), open_document(summary, form="text").article
    reader = comparing_reader()
    layouts = [lay_out(source), lay_out(document)]
    readings = reader.read([source, document])
    rounds = [
        (
            timed(lambda: [None for _ in parses([source, document], layouts)]),
            timed(lambda: read_anew(reader, [source, document])),
            timed(lambda: lint(Side(document, readings[1]), Index([Side(source, readings[0])]))),
        )
        for _ in range(ROUNDS)
    ]
    parsed, read, linted = (statistics.median(seconds) for seconds in zip(*rounds, strict=True))
    return parsed, read, linted, statistics.median((r + c) / p for p, r, c in rounds)


def slope(points: list[tuple[int, float]]) -> float:
    """Of the straight line through the logarithms: 1 is linear, 2 quadratic."""
    x, y = [math.log(a) for a, _ in points], [math.log(b) for _, b in points]
    return statistics.linear_regression(x, y).slope


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[1] / "seeds"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    summary = " ".join(" ".join(texts[0].split()).split()[-150:])
    comparing_reader().read([english("Warm up the parser, please.")])
    points = []
    ratio = 0.0
    for words in SIZES:
        parsed, read, linted, total = measure(words, summary, texts)
        points.append((words, linted))
        ratio = ratio or total
        seconds = f"parse {parsed:.2f} s, reading {read:.2f} s, lint {linted:.3f} s"
        print(f"{words:6} words: {seconds}; whole / parse {total:.2f}, whole / reading {(read + linted) / read:.2f}")
    found = slope(points)
    print(f"verify / parse of both at 1,000 + 150 words: {ratio:.2f} (limit {LIMIT})")
    print(f"lint grows with the source as n^{found:.2f} (limit {SLOPE})")
    return 0 if ratio < LIMIT and found < SLOPE else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
