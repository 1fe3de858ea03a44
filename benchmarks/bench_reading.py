"""The local reader against the parse that it rests on: time after the parse, growth, two processes against one, memory.

    python benchmarks/bench_reading.py [--gold FILE.jsonl] [--articles 84] [--many 400] [--longest 50000] [--rounds 5] [PART ...]

Parts are after, slope, processes and memory; all by default. Without a gold file the articles are made from the paragraphs of seeds/ with
changed surnames. Times of one process are CPU seconds, the parser's taken within the same reading, so that a busy machine bends the ratios
little; `processes` is wall time and needs a machine of its own. Ends with 1 where a limit is missed.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from factcards.cards import Article  # noqa: E402 - after the path is set
from factcards.engines.local.many import ManyReaders  # noqa: E402
from factcards.evaluate.gold import read_gold  # noqa: E402
from factcards.read import from_text  # noqa: E402
from factcards.reading import Reading  # noqa: E402

AFTER_LIMIT = 0.5
"""The reader's own time, as a share of the parse's."""
SLOPE_LIMIT = 1.1
"""Of the log-log fit of seconds over words: 1 is linear."""
SPEEDUP_LIMIT = 1.7
"""Of two processes over one."""
MORE_MEMORY_LIMIT = 100
"""MB above a bare parse of the same articles."""
LONG_MEMORY_LIMIT = 600
"""MB for one article of 50,000 words."""
BATCH = 16
SURNAMES = [
    "Calloway",
    "Penhallow",
    "Oyelaran",
    "Lindqvist",
    "Brackwell",
    "Frost",
    "Aldous",
    "Quarrie",
    "Venn",
    "Solis",
    "Corvane",
    "Binyon",
    "Blinken",
    "Lavrov",
    "Peskov",
    "Zelensky",
]
ENDINGS = ["son", "well", "ick", "ova", "mark", "by", "dal", "ett", "oux", "ner", "ley", "ard", "ini", "esco", "berg"]


def paragraphs() -> list[str]:
    """What the seeds that are plain text are made of, headlines and all."""
    found: list[str] = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        found += [piece.strip() for piece in path.read_text("utf-8").split("\n\n") if len(piece.split()) > 12]
    return found


def made(words: int, number: int = 0) -> Article:
    """An article of at least so many words; each round through the paragraphs has surnames of its own."""
    pieces, parts, count, at = paragraphs(), [], 0, number
    while count < words:
        part, turn = pieces[at % len(pieces)], at // len(pieces) + number
        for place, name in enumerate(SURNAMES):
            first, second = ENDINGS[(turn + place) % len(ENDINGS)], ENDINGS[turn // len(ENDINGS) % len(ENDINGS)]
            part = part.replace(name, name[:3] + (first if turn < len(ENDINGS) else first + second))
        parts.append(part)
        count += len(part.split())
        at += 1
    return from_text("\n\n".join(parts) + "\n", f"made-{words}-{number}")


def articles_of(gold: Path | None, count: int) -> list[Article]:
    """So many articles: of the gold file, chosen by the digest of their ids, or made."""
    if gold is None:
        return [made(500, number) for number in range(count)]
    labelled = sorted(read_gold(gold).articles, key=lambda one: sha256(one.id.encode()).digest())
    return [from_text(one.text or "", one.id) for one in labelled[:count]]


def read(articles: Sequence[Article]) -> list[Reading]:
    """What is measured: the reader as its users call it, in one process."""
    from factcards.engines.local.reader import LocalReader

    return LocalReader().read(articles)


def bare_parse(articles: Sequence[Article]) -> None:
    """The parse that the reader needs, and nothing else; no parse is kept."""
    from factcards.engines.local.parsing.parse import parses
    from factcards.segment import lay_out

    layouts = [lay_out(article) for article in articles]
    for article, layout in zip(articles, layouts, strict=True):
        for _ in parses([article], [layout]):
            pass


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds of this process for this work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def read_many(articles: Sequence[Article], processes: int) -> tuple[list[str], float]:
    """The readings as JSON, in order, and the wall seconds that they took once every process had its parser."""
    with ManyReaders(processes) as readers:
        readers.read([made(50, number) for number in range(8 * BATCH * processes)])
        start = time.perf_counter()
        found = readers.read(articles)
        seconds = time.perf_counter() - start
        return [reading.model_dump_json() for reading in found], seconds


def slope(points: Sequence[tuple[int, float]]) -> float:
    """Of the least-squares line through the logarithms."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    x, y = statistics.mean(xs), statistics.mean(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def after(options: argparse.Namespace) -> bool:
    """The reader's own time against the parser's within the same reading, in processes that have not seen the articles. Also for those that
    they have just seen: spaCy keeps their words and is faster then, by a fifth.
    """
    words = sum(len(article.text.split()) for article in articles_of(options.gold, options.articles))
    rounds = [json.loads(asked_child("shares", options)) for _ in range(options.rounds)]
    print(f"{options.articles} articles, {words:,} words, {options.rounds} processes, medians")
    ratios = []
    for which, name in enumerate(("new articles", "seen articles")):
        parse, own = ([one[which][part] for one in rounds] for part in (0, 1))
        ratios.append(statistics.median(o / p for p, o in zip(parse, own, strict=True)))
        limit = f" (limit {AFTER_LIMIT})" if which == 0 else ""
        each = 1000 / options.articles
        print(f"  {name}: parse {each * statistics.median(parse):.1f} ms an article, after it {each * statistics.median(own):.1f} ms")
        print(f"    after the parse {ratios[-1]:.2f} of the parse{limit}")
    return ratios[0] <= AFTER_LIMIT


def shares(articles: Sequence[Article]) -> tuple[float, float]:
    """CPU seconds of one reading of these articles: the parser's, and all else."""
    from factcards.engines.local.parsing import parse
    from factcards.segment import lay_out

    own, inside = parse.parses, 0.0

    def timed(*given: Any) -> Iterator[Any]:
        nonlocal inside
        parses = own(*given)
        while True:
            start = time.process_time()
            found = next(parses, None)
            inside += time.process_time() - start
            if found is None:
                return
            yield found

    parse.parses = timed
    try:
        lay_out.cache_clear()
        whole = cpu_seconds(lambda: read(articles))
    finally:
        parse.parses = own
    return inside, whole - inside


def growth(options: argparse.Namespace) -> bool:
    """How the time grows from 500 words on."""
    sizes = [size for size in (500, 1000, 2500, 5000, 10_000, 25_000, 50_000) if size <= options.longest]
    read([made(50)])
    whole, own = [], []
    for size in sizes:
        article = made(size)
        rounds = 3 if size <= 5000 else 1
        pairs = [shares([article]) for _ in range(rounds)]
        parse, rest = (statistics.median(seconds) for seconds in zip(*pairs, strict=True))
        words = len(article.text.split())
        whole.append((words, parse + rest))
        own.append((words, rest))
        print(f"  {words:7,} words  parse {parse:7.2f} s  reader with its parse {parse + rest:7.2f} s  after the parse {rest / parse:5.2f}")
    print(f"log-log slope: reader with its parse {slope(whole):.2f}, after the parse {slope(own):.2f} (limit {SLOPE_LIMIT}; 1 is linear)")
    return slope(whole) <= SLOPE_LIMIT


def processes(options: argparse.Namespace) -> bool:
    """Two processes against one, over many articles, the same bytes from both."""
    articles = articles_of(options.gold, options.many)
    taken: dict[int, list[float]] = {1: [], 2: []}
    bytes_of: dict[int, list[str]] = {}
    for _ in range(max(1, options.rounds // 2)):
        for number, seconds in taken.items():
            bytes_of[number], wall = read_many(articles, number)
            seconds.append(wall)
    one, two = statistics.median(taken[1]), statistics.median(taken[2])
    same = bytes_of[1] == bytes_of[2]
    print(f"{len(articles)} articles: one process {one:.1f} s, two {two:.1f} s: {one / two:.2f} times (limit {SPEEDUP_LIMIT})")
    print(f"  load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"  the readings are {'the same bytes' if same else 'NOT THE SAME'}")
    return same and one / two >= SPEEDUP_LIMIT


def memory(options: argparse.Namespace) -> bool:
    """Peak memory of whole processes, each measured in a child of its own."""
    bare, reading = peak("bare", options), peak("read", options)
    print(f"{options.articles} articles: bare parse {bare} MB, reader {reading} MB: {reading - bare:+} MB (limit +{MORE_MEMORY_LIMIT})")
    long_bare, long = peak("long-bare", options), peak("long", options)
    print(f"{options.longest:,} words in one article: bare parse {long_bare} MB, reader {long} MB (limit {LONG_MEMORY_LIMIT})")
    return reading - bare <= MORE_MEMORY_LIMIT and long <= LONG_MEMORY_LIMIT


def peak(what: str, options: argparse.Namespace) -> int:
    """MB at the most, of a child that does this."""
    return int(asked_child(what, options))


def asked_child(what: str, options: argparse.Namespace) -> str:
    """What a process of its own prints last."""
    more = ["--gold", str(options.gold)] if options.gold else []
    sizes = ["--articles", str(options.articles), "--longest", str(options.longest)]
    done = subprocess.run([sys.executable, __file__, "--child", what, *more, *sizes], check=True, capture_output=True, encoding="utf-8")
    return done.stdout.splitlines()[-1]


def child(options: argparse.Namespace) -> None:
    """Do one thing and print this process's peak memory in MB, or the `shares` of articles that are new to it, and again."""
    articles = [made(options.longest)] if options.child.startswith("long") else articles_of(options.gold, options.articles)
    if options.child == "shares":
        read([made(50)])  # loads the pipeline and the statistics
        print(json.dumps([shares(articles), shares(articles)]))
        return
    kept = bare_parse(articles) if options.child.endswith("bare") else read(articles)
    print(own_peak())
    del kept


def own_peak() -> int:
    """The process's own peak memory in MB. On Linux a child's `ru_maxrss` begins with what its parent held, `VmHWM` with
    nothing.
    """
    import resource

    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    own = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), None)
    return (own if own is not None else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024


PARTS: dict[str, Callable[[argparse.Namespace], bool]] = {"after": after, "slope": growth, "processes": processes, "memory": memory}


def main() -> int:
    """The parts that are asked for, one after another."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    asked.add_argument("--gold", type=Path)
    asked.add_argument("--articles", type=int, default=84)
    asked.add_argument("--many", type=int, default=400)
    asked.add_argument("--longest", type=int, default=50_000)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--child", help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.child:
        child(options)
        return 0
    unknown = [part for part in options.parts if part not in PARTS]
    if unknown:
        asked.error(f"there is no part {unknown[0]!r}")
    met = [PARTS[part](options) for part in options.parts or PARTS]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
