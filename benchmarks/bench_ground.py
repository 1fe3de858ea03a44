"""Grounding 20 altered or absent quotations in an article of 5,000 words: ours, and langextract's aligner where it is installed.

python benchmarks/bench_ground.py [rounds]
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from factcards.ground import Grounder, Ungrounded

SEED = Path(__file__).resolve().parent.parent / "seeds" / "putin-xi-ceasefire.txt"
CHINESE = "习近平表示，中国将继续推动和平，“双方应当尽快停火”，他补充说，外交部发言人周二在北京举行的例行记者会上回应了提问。经济增长放缓。"
LIMIT = 0.020


def article(kind: str, rng: random.Random) -> tuple[str, list[str], str]:
    """An article of 5,000 words (or characters), its words, and what stands between them."""
    if kind == "Chinese":
        return CHINESE * 100, list((CHINESE * 100)[:5000]), ""
    words = SEED.read_text(encoding="utf-8").split()
    if kind == "curly quotes":
        words = [f"“{word}”" if rng.random() < 0.1 else word for word in words]
    shuffled = [rng.choice(words) for _ in range(5000)]
    return " ".join(shuffled), shuffled, " "


def bad_quotes(words: Sequence[str], join: str, rng: random.Random) -> list[str]:
    """Twenty: ten with one word altered, ten absent, in any order."""
    result = []
    for number in range(20):
        at = rng.randrange(len(words) - 40)
        quote = list(words[at : at + 25])
        if number % 2:
            quote[12] = "zebra" if join else "猫"
        else:
            quote = ["zebra" if join else "猫"] * 25
        result.append(join.join(quote))
    rng.shuffle(result)
    return result


def ours(text: str, quotes: Sequence[str]) -> None:
    """Index and look up."""
    grounder = Grounder(text)
    assert all(isinstance(grounder.ground(quote), Ungrounded) for quote in quotes)


def theirs() -> Callable[[str, Sequence[str]], None] | None:
    """Langextract's resolver, which aligns what a model extracted."""
    try:
        from langextract import data, resolver
    except ImportError:
        return None

    def run(text: str, quotes: Sequence[str]) -> None:
        extractions = [data.Extraction(extraction_class="claim", extraction_text=quote) for quote in quotes]
        list(resolver.Resolver().align(extractions, text, token_offset=0, char_offset=0, enable_fuzzy_alignment=True))

    return run


def median_of(work: Callable[[], None], rounds: int) -> float:
    """Seconds of wall time."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> int:
    """One line for each kind of text."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    met = True
    peer = theirs()
    for kind in ("English", "curly quotes", "Chinese"):
        rng = random.Random(20)
        text, words, join = article(kind, rng)
        quotes = bad_quotes(words, join, rng)
        ours(text, quotes)
        taken = median_of(lambda text=text, quotes=quotes: ours(text, quotes), rounds)
        met = met and taken < LIMIT
        line = f"{kind:14} {taken * 1000:6.1f} ms (limit {LIMIT * 1000:.0f})"
        if peer is not None:
            other = median_of(lambda text=text, quotes=quotes: peer(text, quotes), 1)
            line += f"   langextract {other:.2f} s, {other / taken:.0f} x"
        print(line)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
