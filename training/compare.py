"""The reader's statistics beside the yardstick on the training articles, each read by what was estimated without it (three folds).

usage: python training/compare.py GOLD.jsonl --cache DIR

DIR is the cache of `train_reader.py`, which leaves there what it proposed for articles that it had not seen. The rules stay out: they were
written on training articles. The yardstick has its best threshold on these very articles, the reader the ones that the training printed
(`--accept`, `--accept-speech`). Prints both scorers' figures and the difference in joint F1 with a 95 % interval over articles.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from train_reader import FOLDS, fold_of, read_examples
from validate import predictions, scored, spans
from yardstick import THRESHOLDS, fitted

from factcards.engines.local.learned.acceptance import select
from factcards.evaluate.core import core_of
from factcards.evaluate.gold import Labelled, read_gold
from factcards.evaluate.score import counts_of, score

RESAMPLES = 4000


def joint(gold: Sequence[Labelled], found: Mapping[str, Labelled], *, core: bool) -> np.ndarray:
    """An article a row: joint hits, predicted and gold."""
    rows = []
    for article in gold:
        text, mine, theirs = article.text or "", found[article.id].attributions, article.attributions
        counts = counts_of(score(text, core_of(text, theirs), core_of(text, mine)) if core else score(text, theirs, mine))
        rows.append([counts["joint.hits"], counts["joint.predicted"], counts["joint.gold"]])
    return np.array(rows)


def f1(rows: np.ndarray) -> float:
    """Joint F1 of these articles together."""
    hits, predicted, wanted = rows.sum(axis=0)
    return float(200 * hits / (predicted + wanted))


def main() -> None:
    """Fit the yardstick three times, and print both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--accept", type=float, default=0.27)
    parser.add_argument("--accept-speech", type=float, default=0.46)
    options = parser.parse_args()
    examples = [e for e in read_examples(options.gold, options.cache) if not e.validation]
    names = {e.id for e in examples}
    gold = [article for article in read_gold(options.gold).articles if article.id in names]
    unseen = pickle.loads((options.cache / "unseen.pickle").read_bytes())
    reader = {
        e.id: Labelled.model_validate({
            "id": e.id,
            "attributions": [
                {"source": spans(e.sheet, p.source), "cue": spans(e.sheet, p.words), "content": spans(e.sheet, p.content)}
                for p in select(e.sheet, unseen[e.id], options.accept, options.accept_speech)
            ],
        })
        for e in examples
    }  # fmt: skip
    read = []
    for fold in range(FOLDS):
        yardstick = fitted([e for e in examples if fold_of(e) != fold], options.cache / f"yardstick-{fold}.crfsuite")
        read += [(e, yardstick.read(e)) for e in examples if fold_of(e) == fold]
    best = max((predictions(read, least) for least in THRESHOLDS), key=lambda p: scored(gold, p, core=False)["joint.f1"] or 0.0)
    chance = np.random.default_rng(1)
    for core in (False, True):
        name = "core" if core else "all"
        print("reader   ", name, scored(gold, reader, core=core))
        print("yardstick", name, scored(gold, best, core=core))
        ours, theirs = joint(gold, reader, core=core), joint(gold, best, core=core)
        drawn = [chance.integers(0, len(gold), len(gold)) for _ in range(RESAMPLES)]
        low, high = np.percentile([f1(ours[d]) - f1(theirs[d]) for d in drawn], [2.5, 97.5])
        print(f"joint F1, {name}: {f1(ours):.1f} against {f1(theirs):.1f}, {f1(ours) - f1(theirs):+.1f} [{low:.1f}, {high:.1f}]")


if __name__ == "__main__":
    main()
