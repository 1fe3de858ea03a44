"""Event factuality, hedge cues and negation cues against labelled text: how near, and what goes wrong most.

python benchmarks/bench_factuality.py DATA.jsonl [...] [--errors N] [--rounds N]

Two formats, told apart by their rows. Factuality: {id, text, events: [{start, end, factuality: -3..3}]}: Pearson r with a bootstrap
interval over sentences, the mean absolute error, the same for "everything is certain", and errors by construction, for both of an
event's numbers: `value` (FactBank's question: how surely is it so?) and `happened` (UDS's: has it come about?). Cues: {id, text,
cues: [{type: speculation | negation, spans, scope}]}: precision, recall and F1 of the cues, exact and overlapping, and of scopes.

Each figure is given for the whole file and for its tuning and validation parts (by hash of the row's id): rules and weights were
made with the tuning parts in view only.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from factcards.cards import Article, Part, digest
from factcards.engines.local.certainty.factuality import events_in
from factcards.engines.local.certainty.hedging import find_hedges
from factcards.engines.local.certainty.negating import find_negations
from factcards.engines.local.certainty.standing import Standing, standings
from factcards.engines.local.parsing.parse import Block, parse
from factcards.segment import lay_out

if TYPE_CHECKING:
    from spacy.tokens import Token

Row = dict[str, Any]
TUNING = 60
"""Of 100 ids, how many belong to the tuning part."""
AT_ONCE = 500
"""Sentences parsed in one pass; their parses are let go before the next ones."""


def part_of(identity: str) -> str:
    """Tuning or validation, by the id alone."""
    return "tuning" if int(sha256(identity.encode()).hexdigest(), 16) % 100 < TUNING else "validation"


def pearson(left: Sequence[float] | np.ndarray, right: Sequence[float] | np.ndarray) -> float:
    """Pearson's r; 0 where one side never changes."""
    if len(left) < 2 or np.std(left) == 0 or np.std(right) == 0:
        return 0.0
    return float(np.corrcoef(left, right)[0, 1])


def parsed(rows: Sequence[Row]) -> Iterator[tuple[Row, tuple[Block, ...]]]:
    """Each row with its parse, as the library parses a text."""
    for first in range(0, len(rows), AT_ONCE):
        some = rows[first : first + AT_ONCE]
        articles = [_article(row["text"]) for row in some]
        yield from zip(some, parse(articles, [lay_out(article) for article in articles]), strict=True)


def _article(text: str) -> Article:
    part = Part(kind="body", start=0, end=len(text))
    return Article(source="row", sha256=digest(text), language="en", parts=(part,), text=text)


def judged(rows: Sequence[Row]) -> Iterator[tuple[Row, Token, Standing, float]]:
    """Every gold event with its word, the word's standing and the gold value."""
    for row, blocks in parsed(rows):
        found = [(block, standings(block.doc)) for block in blocks]
        for event in row["events"]:
            for block, standing in found:
                token = next((t for t in block.doc if _holds(block, t, event["start"])), None)
                if token is not None:
                    yield row, token, standing[token.i], float(event["factuality"])
                    break


def _holds(block: Block, token: Token, at: int) -> bool:
    start, end = block.offsets(token, token)
    return start <= at < end


def factuality(path: Path, rows: Sequence[Row], rounds: int, errors: int) -> None:
    """The table of one file of events."""
    sentences: list[tuple[str, list[tuple[float, float, float]]]] = []
    wrong: Counter[str] = Counter()
    weight: defaultdict[str, float] = defaultdict(float)
    examples: dict[str, str] = {}
    spent = 0.0
    for row, blocks in parsed(rows):
        before = time.perf_counter()
        events = events_in(blocks, [(event["start"], event["end"]) for event in row["events"]])
        spent += time.perf_counter() - before
        triples = [(float(g["factuality"]), float(e.value), e.happened) for g, e in zip(row["events"], events, strict=True)]
        sentences.append((row["id"], triples))
        for gold, event in zip(row["events"], events, strict=True):
            missed = abs(gold["factuality"] - event.value)
            if missed >= 1.5 and part_of(row["id"]) == "tuning":  # who mends rules by this list must not see the other part
                name = " > ".join(event.grounds[-2:]) or "stated plainly"
                wrong[name] += 1
                weight[name] += missed
                examples.setdefault(name, f"{gold['factuality']:+.1f}, got {event.value:+d}: {_around(row['text'], gold)}")
    print(f"\n{path.name}: {len(rows)} sentences, {sum(len(t) for _, t in sentences)} events; {spent:.1f} s beside the parse")
    print(f"{'part':12}{'events':>7}  {'r of value':>24}  {'MAE':>5}  {'r of happened':>24}  {'MAE':>5}  all certain MAE")
    for part in ("all", "tuning", "validation"):
        chosen = [triples for name, triples in sentences if part in {"all", part_of(name)} and triples]
        if chosen:
            print(_line(part, chosen, rounds))
    print("Commonest errors of `value` (1.5 and more), by the last two grounds, tuning part; share of what these miss:")
    total = sum(weight.values()) or 1.0
    for name in sorted(weight, key=lambda n: -weight[n])[:errors]:
        print(f"  {weight[name] / total:5.1%} {wrong[name]:5} x  {name:48.48}  {examples[name]}")


def _around(text: str, event: dict[str, Any]) -> str:
    start, end = event["start"], event["end"]
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 25]}"


def _line(part: str, sentences: Sequence[Sequence[tuple[float, float, float]]], rounds: int) -> str:
    every = np.array([triple for triples in sentences for triple in triples])
    rng = np.random.default_rng(20)
    tables = [np.array(triples) for triples in sentences]
    draws = []
    for _ in range(rounds):
        table = np.concatenate([tables[at] for at in rng.integers(0, len(tables), len(tables))])
        draws.append((pearson(table[:, 0], table[:, 1]), pearson(table[:, 0], table[:, 2])))
    cells = []
    for column in (1, 2):
        low, high = np.percentile([draw[column - 1] for draw in draws], [2.5, 97.5])
        cells.append(f"{pearson(every[:, 0], every[:, column]):.3f} [{low:.3f}, {high:.3f}]")
        cells.append(f"{np.abs(every[:, 0] - every[:, column]).mean():.3f}")
    baseline = np.abs(every[:, 0] - 3).mean()
    return f"{part:12}{len(every):7}  {cells[0]:>24}  {cells[1]:>5}  {cells[2]:>24}  {cells[3]:>5}  {baseline:.3f}"


def cues(path: Path, rows: Sequence[Row], errors: int) -> None:
    """The table of one file of cues."""
    tallies: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    missed: dict[str, Counter[str]] = {"speculation": Counter(), "negation": Counter()}
    false: dict[str, Counter[str]] = {"speculation": Counter(), "negation": Counter()}
    for row, blocks in parsed(rows):
        found = {
            "speculation": [h for h in find_hedges(blocks) if h.kind != "approximator"],
            "negation": list(find_negations(blocks)),
        }
        for kind, ours in found.items():
            gold = [cue for cue in row["cues"] if cue["type"] == kind and cue["spans"]]
            for part in ("all", part_of(row["id"])):
                _count(tallies[kind, part], gold, ours)
            for cue in gold:
                if not any(_overlap(cue["spans"], [_pair(o)]) for o in ours):
                    missed[kind][" ".join(s["text"] for s in cue["spans"]).lower()] += 1
            for own in ours:
                if not any(_overlap(cue["spans"], [_pair(own)]) for cue in gold):
                    false[kind][own.quote.lower()] += 1
    print(f"\n{path.name}: {len(rows)} sentences")
    print(
        f"{'kind':13}{'part':12}{'gold':>6}{'ours':>6}   {'exact P/R/F1':>18}   {'overlap P/R/F1':>18}   {'scope P/R/F1 (characters)':>26}"
    )
    for (kind, part), tally in sorted(tallies.items()):
        cells = [_prf(tally[f"{w} ours"], tally["ours"], tally[f"{w} gold"], tally["gold"]) for w in ("exact", "overlap")]
        scope = _prf(tally["scope shared"], tally["scope ours"], tally["scope shared"], tally["scope gold"])
        print(f"{kind:13}{part:12}{tally['gold']:6}{tally['ours']:6}   {cells[0]:>18}   {cells[1]:>18}   {scope:>26}")
    for kind, words in missed.items():
        print(f"{kind}, missed: " + ", ".join(f"{w} {n}" for w, n in words.most_common(errors)))
        print(f"{kind}, false: " + ", ".join(f"{w} {n}" for w, n in false[kind].most_common(errors)))


def _pair(span: Any) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _overlap(left: Sequence[dict[str, Any]], right: Sequence[dict[str, Any]]) -> int:
    return sum(max(0, min(a["end"], b["end"]) - max(a["start"], b["start"])) for a in left for b in right)


def _count(tally: Counter[str], gold: Sequence[dict[str, Any]], ours: Sequence[Any]) -> None:
    tally["gold"] += len(gold)
    tally["ours"] += len(ours)
    for own in ours:
        touching = [cue for cue in gold if _overlap(cue["spans"], [_pair(own)])]
        tally["overlap ours"] += bool(touching)
        exact = any((s["start"], s["end"]) == (own.start, own.end) and len(cue["spans"]) == 1 for cue in touching for s in cue["spans"])
        tally["exact ours"] += exact
        tally["exact gold"] += exact
        if touching and own.scope is not None and touching[0]["scope"]:
            scope = touching[0]["scope"]
            tally["scope shared"] += _overlap(scope, [_pair(own.scope)])
            tally["scope ours"] += own.scope.end - own.scope.start
            tally["scope gold"] += sum(s["end"] - s["start"] for s in scope)
    for cue in gold:
        tally["overlap gold"] += any(_overlap(cue["spans"], [_pair(own)]) for own in ours)


def _prf(right: int, given: int, found: int, wanted: int) -> str:
    precision, recall = right / max(1, given), found / max(1, wanted)
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{100 * precision:.1f} {100 * recall:.1f} {100 * both:.1f}"


def main() -> int:
    """One table for each file."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", nargs="+", type=Path)
    options.add_argument("--errors", type=int, default=12, help="how many classes of errors to list")
    options.add_argument("--rounds", type=int, default=1000, help="bootstrap samples")
    chosen = options.parse_args()
    for path in chosen.data:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        if rows and "events" in rows[0]:
            factuality(path, rows, chosen.rounds, chosen.errors)
        else:
            cues(path, rows, chosen.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
