"""Learns which noun an "it" or "they" at the head of a claim stands for: `[things]` of `factcards/lexicons/pronouns.toml`.

usage: python training/antecedents.py ARTICLES.jsonl ... [--write]

`antecedents.jsonl` beside this file has one row an article: {id, pronouns: [[start, [start of each noun that is meant]]]}, offsets in code
points; none where it means something else or nothing. The labels are a language model's that read the three sentences; the texts are looked
up in the files of the command line. Log-linear over the nouns and "none", with a ridge. Prints how many are told right and wrong at some
shares, cross-validated over articles, and writes the weights where asked.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import numpy as np
from learning import Weights, arguments, descended, texts

from factcards import make
from factcards.engines.local.found import StandIn
from factcards.engines.local.narrating import narration
from factcards.engines.local.narrating.antecedents import Features, weighed
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.files import write_atomically
from factcards.read.article import from_text

LABELS = Path(__file__).with_name("antecedents.jsonl")
TARGET = Path(__file__).parent.parent / "factcards" / "lexicons" / "pronouns.toml"
FOLDS, RIDGE, LEAST = 8, 0.6, 4
BY_HAND = {"beside new object": -1.5, "none, ordinal": 1.0}
"""Weights that stay: of four pronouns beside a new object half mean it, of eleven that are the first or third of something eight mean
nothing; that is too few to learn from.
"""
SHARES = (0.5, 0.65, 0.7, 0.75, 0.8, 0.85)

Row = tuple[str, list[Features], list[bool]]
"""The article's id, the features of each noun and of none, and which are right."""


def main() -> int:
    """Read, cross-validate, fit, write."""
    args = arguments(__doc__)
    found_in = dict(texts(args.articles))
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    rows = [row for label in labels for row in _of_article(label["id"], found_in[label["id"]], dict(label["pronouns"]))]
    counts: dict[str, int] = {}
    for name in (name for _, features, _ in rows for f in features for name in f):
        counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    data = [(np.array([[float(n in f) for n in names] for f in features]), np.array(right, dtype=float)) for _, features, right in rows]
    fold = [int(sha256(name.encode()).hexdigest(), 16) % FOLDS for name, _, _ in rows]
    told: list[Weights] = [np.zeros(0)] * len(rows)
    for held in range(FOLDS):
        weights = fit([d for d, f in zip(data, fold, strict=True) if f != held], names)
        for at in (at for at, f in enumerate(fold) if f == held):
            told[at] = chances(data[at][0], weights)
    print(f"{len(rows)} pronouns, {sum(not right[-1] for _, _, right in rows)} with a noun")
    for share in SHARES:
        sure = [right[int(np.argmax(p[:-1]))] for p, (_, _, right) in zip(told, rows, strict=True) if len(p) > 1 and p[:-1].max() >= share]
        print(f"from {share}: {sum(sure)} right, {len(sure) - sum(sure)} wrong")
    weights = fit(data, names)
    for name, weight in zip(names, weights, strict=True):
        print(f"{weight:6.2f} {counts[name]:5} {name}")
    if args.write:
        write(dict(zip(names, weights.tolist(), strict=True)), len(rows))
    return 0


def _of_article(name: str, text: str, labels: dict[int, list[int]]) -> list[Row]:
    rows: dict[int, Row] = {}

    def watching(block: Block, pronoun: Token | None, before: Block | None) -> StandIn | None:
        start = -1 if pronoun is None else block.offsets(pronoun, pronoun)[0]
        if pronoun is not None and start in labels:
            nouns, none = weighed(pronoun, before)
            places = [(block if noun.doc is block.doc or before is None else before).offsets(noun, noun)[0] for noun, _ in nouns]
            right = [place in labels[start] for place in places]
            rows[start] = (name, [*(f for _, f in nouns), none], [*right, not any(right)])
        return None

    with patch.object(narration, "noun_for_pronoun", watching):
        make(from_text(text), engine="local")
    return list(rows.values())


def chances(features: Weights, weights: Weights) -> Weights:
    """How likely each noun is, and none."""
    scores = features @ weights
    exped = np.exp(scores - scores.max())
    return np.asarray(exped / exped.sum())


def fit(data: Sequence[tuple[Weights, Weights]], names: Sequence[str]) -> Weights:
    """The weights: the likelihood of all nouns that the label fits, pulled towards 0, but for those set by hand."""
    begin = np.array([BY_HAND.get(name, 0.0) for name in names])
    free = np.array([float(name not in BY_HAND) for name in names])

    def slope_at(weights: Weights) -> Weights:
        slope = RIDGE * weights
        for features, right in data:
            likely = chances(features, weights)
            slope = slope + features.T @ (likely - likely * right / ((likely * right).sum() + 1e-12))
        return np.asarray(slope / len(data))

    return descended(slope_at, begin, free, steps=500, rate=0.05)


def write(weights: dict[str, float], count: int) -> None:
    """Put the weights in, in the place of those that are there."""
    kept = TARGET.read_text(encoding="utf-8").partition("\n# Which noun")[0].rstrip("\n")
    lines = [
        kept,
        "",
        '# Which noun "it" or "they" at the head of the article\'s own claim stands for (narrating/antecedents.py): written by',
        f"# training/antecedents.py from {count:,} labelled pronouns (training/antecedents.jsonl).",
        "[things]",
        *(f"{json.dumps(name)} = {round(weight, 2)}" for name, weight in sorted(weights.items()) if abs(weight) >= 0.05),
    ]
    write_atomically(TARGET, ("\n".join(lines) + "\n").encode())


if __name__ == "__main__":
    raise SystemExit(main())
