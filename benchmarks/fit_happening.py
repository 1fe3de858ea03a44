"""Fits the weights of `factcards.engines.local.certainty.happening` by ridge regression, from a gold file of the event-factuality kind.

python benchmarks/fit_happening.py GOLD.jsonl [OUT.toml]

GOLD has one JSON object a line: id, text, events: [{start, end, factuality}]. Fitted on the tuning part only (by hash of the id, see
`bench_factuality.part_of`); prints Pearson r and the mean absolute error on the other part, and writes the weights.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from bench_factuality import judged, part_of, pearson

from factcards.engines.local.certainty.happening import features
from factcards.files import write_atomically

ALPHA = 40.0
"""Strength of the penalty; 20 and 60 are within 0.001 of the same r on the validation part."""
LEAST = 12
"""Events that must show a feature."""
SMALLEST = 0.02
"""Weights below this are left out."""


def main() -> int:
    """Fit, measure, write."""
    gold = Path(sys.argv[1])
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent.parent / "factcards" / "lexicons" / "happening.toml"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    parts, shown, wanted = [], [], []
    for row, token, standing, value in judged(rows):
        parts.append(part_of(row["id"]))
        shown.append(list(features(token, standing)))
        wanted.append(value)
    tuning = np.array([part == "tuning" for part in parts])
    counts = Counter(name for row, used in zip(shown, tuning, strict=True) if used for name in row)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    column = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(shown), len(names)))
    for at, row in enumerate(shown):
        table[at, [column[name] for name in row if name in column]] = 1.0
    gold_values = np.array(wanted)
    weights, intercept = ridge(table[tuning], gold_values[tuning])
    weights[np.abs(weights) < SMALLEST] = 0.0
    weights = np.round(weights, 2)
    guessed = np.clip(table @ weights + round(intercept, 2), -3, 3)
    for part, chosen in (("tuning", tuning), ("validation", ~tuning)):
        r, mae = pearson(gold_values[chosen], guessed[chosen]), float(np.abs(gold_values[chosen] - guessed[chosen]).mean())
        print(f"{part:11} {int(chosen.sum()):6} events  r {r:.3f}  MAE {mae:.3f}")
    kept = {name: float(weight) for name, weight in zip(names, weights, strict=True) if weight}
    write_atomically(target, toml(kept, round(float(intercept), 2), gold.name, int(tuning.sum())).encode())
    print(f"{len(kept)} weights to {target.name}")
    return 0


def ridge(table: np.ndarray, wanted: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and intercept; the intercept is not penalised."""
    mean, level = table.mean(axis=0), wanted.mean()
    centred = table - mean
    weights = np.linalg.solve(centred.T @ centred + ALPHA * np.eye(table.shape[1]), centred.T @ (wanted - level))
    return weights, float(level - mean @ weights)


def toml(weights: dict[str, float], intercept: float, gold: str, count: int) -> str:
    """The data file, with what a reader should know about it."""
    lines = [
        "# Weights of the estimate whether an event has happened (factcards/engines/local/certainty/happening.py). Written by",
        f"# benchmarks/fit_happening.py from {count:,} events of {gold} (UDS It Happened: White et al. 2016, Rudinger et al. 2018;",
        "# English web text, judged by crowd workers). Features are grammatical only; no text and no word of an event is in here.",
        "# Limits: web reviews, mail and blogs more than news; negated events are judged inconsistently in the source.",
        "",
        "[weights]",
        f"intercept = {intercept}",
        *(f"{json.dumps(name)} = {weight}" for name, weight in sorted(weights.items())),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
