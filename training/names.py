"""Learns what tells of what kind a name is: the weights of `factcards/lexicons/names.toml`, from labelled names.

usage: python training/names.py ARTICLES.jsonl ... [--write]

`names.jsonl` beside this file has one row an article: {id, names: [[start, end, kind]]}, the offsets (code points) of a name's first
mention and one letter for what it names: P somebody, B a body of people, L a place, T a thing, N nothing or half of a name. The texts are
not here: they are looked up in the files of the command line, by `id`, or by the first 16 hex digits of the sha256 of `article`. The labels
are a language model's that read the articles and the list of names, and nothing else.

A log-linear model over the kinds, with a ridge. Prints how many names come out right, cross-validated over articles.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import numpy as np
from learning import arguments, descended, texts
from numpy.typing import NDArray

from factcards import make
from factcards.engines.local.speakers import forms
from factcards.engines.local.speakers.name_kinds import KINDS, Features, Relatives, features, likely_kinds
from factcards.engines.local.speakers.naming import Mention
from factcards.files import write_atomically
from factcards.read.article import from_text

LABELS = Path(__file__).with_name("names.jsonl")
TARGET = Path(__file__).parent.parent / "factcards" / "lexicons" / "names.toml"
LETTERS = "PBLTN"
"""In the order of `KINDS`."""
FOLDS, SEEN = 5, 8
"""Folds over articles; names that a feature stands at, at least."""
RIDGE = 0.001
VOTE = 0.6
"""Weight of a vote that the words beside a name give (`kinds`): set by hand, since these articles have few of what they tell."""
VOTES = {"person": 0, "organization": 1, "group": 1, "place": 2, "other": 3, "document": 3}
"""A vote's kind -> the kind of `KINDS` that it speaks for."""
STEPS, RATE = 600, 0.03

Named = tuple[str, Features, int, int]
"""The article's id, a name's features, its kind by the label and by the reader in use."""


def main() -> int:
    """Read, cross-validate, fit, write."""
    args = arguments(__doc__)
    named = list(read_names(args.articles))
    counts = {name: sum(name in found for _, found, _, _ in named) for name in {n for _, found, _, _ in named for n in found}}
    names = sorted({name for name, count in counts.items() if count >= SEEN} | {f"votes: {kind}" for kind in VOTES})
    rows = np.array([[found.get(name, 0.0) for name in names] for _, found, _, _ in named])
    kinds = np.array([kind for _, _, kind, _ in named])
    folds = np.array([int(sha256(article.encode()).hexdigest(), 16) % FOLDS for article, _, _, _ in named])
    print(f"{len(named)} names, {len(names)} features; in use: {_told(np.array([used for _, _, _, used in named]), kinds)}")
    crossed = np.zeros(len(named), dtype=int)
    fixed = votes(names)
    for fold in range(FOLDS):
        weights = fit(rows[folds != fold], kinds[folds != fold], fixed)
        crossed[folds == fold] = (rows[folds == fold] @ weights).argmax(axis=1)
    print(f"cross-validated over articles: {_told(crossed, kinds)}")
    weights = fit(rows, kinds, fixed)
    print(f"fitted on all: {_told((rows @ weights).argmax(axis=1), kinds)}")
    if args.write:
        write(names, weights, len(named), len({article for article, _, _, _ in named}))
    return 0


def read_names(files: Sequence[Path]) -> Iterator[Named]:
    """The labelled names of all articles, as the reader finds them."""
    labels = {row["id"]: row["names"] for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())}
    for name, text in texts(files):
        if name in labels:
            yield from _of_article(name, text, {text[start:end]: kind for start, end, kind in labels.pop(name)})
    if labels:
        print(f"{len(labels)} labelled articles are in none of the files")


def _of_article(name: str, text: str, labels: dict[str, str]) -> list[Named]:
    found: dict[str, Named] = {}

    def watching(
        words: Sequence[str], mentions: Sequence[Mention], votes: Mapping[str, int], relatives: Relatives, small: Collection[str]
    ) -> Features:
        of_name = features(words, mentions, votes, relatives, small)
        kind = labels.get(" ".join(words))
        if kind is not None:
            likely = likely_kinds(of_name)
            used = max(KINDS, key=lambda named: likely[named])
            found.setdefault(" ".join(words), (name, of_name, LETTERS.index(kind), KINDS.index(used)))
        return of_name

    with patch.object(forms, "features", watching):
        make(from_text(text), engine="local")
    return list(found.values())


def votes(names: Sequence[str]) -> NDArray[np.float64]:
    """The weights that are set by hand, 0 where none is."""
    fixed = np.zeros((len(names), len(KINDS)))
    for kind, column in VOTES.items():
        fixed[names.index(f"votes: {kind}"), column] = VOTE
    return fixed


def fit(rows: NDArray[np.float64], kinds: NDArray[np.int64], fixed: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights, by Adam over all rows, one column a kind; a feature with a weight by hand keeps it."""
    meant = np.eye(len(KINDS))[kinds]

    def slope_at(weights: NDArray[np.float64]) -> NDArray[np.float64]:
        scores = rows @ weights
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        return rows.T @ (likely - meant) / len(rows) + RIDGE * weights

    free = (fixed == 0).all(axis=1, keepdims=True).astype(float)
    return descended(slope_at, fixed, free, steps=STEPS, rate=RATE)


def _told(found: NDArray[np.int64], meant: NDArray[np.int64]) -> str:
    somebody, right = found == 0, (found == 0) & (meant == 0)
    return (
        f"{(found == meant).mean():.1%} right; persons: precision {right.sum() / max(1, somebody.sum()):.1%}, "
        f"recall {right.sum() / (meant == 0).sum():.1%}"
    )


def write(names: Sequence[str], weights: NDArray[np.float64], count: int, articles: int) -> None:
    """Put the learned weights in."""
    lines = [
        "# What a name names (speakers/name_kinds.py): weights, natural logarithms, for somebody, a body, a place, a thing, nothing.",
        f"# Written by training/names.py from {count:,} labelled names of {articles} articles (training/names.jsonl). No words of any",
        "# text are in here; `sense` is WordNet's number of a noun's commonest class.",
        "",
        "[weights]",
        *(
            f"{json.dumps(name, ensure_ascii=False)} = [{', '.join(f'{weight:.2f}' for weight in row)}]"
            for name, row in zip(names, weights.tolist(), strict=True)
        ),
    ]
    write_atomically(TARGET, ("\n".join(lines) + "\n").encode())


if __name__ == "__main__":
    raise SystemExit(main())
