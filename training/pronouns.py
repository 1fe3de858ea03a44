"""Learns what makes a "he", an "it" or a "they" mean somebody or something: the weights of `pronouns.toml`, from labelled pronouns.

usage: python training/pronouns.py ARTICLES.jsonl ... [--write]

`pronouns.jsonl` beside this file has one row an article: {id, text, pronouns: [[start, end, meant]]}, offsets in code points. 54 articles
are invented (written by a language model); of the others (PolNeAR, newspapers and broadcasters) only the labels are here,
their texts are looked up in the files of the command line, as `names.py` does. Their labels are a language model's that read the articles
and nothing else: a full name, "~" and a description for who has none ("~a|b" where it has two), "A + B" for two, "=" and a noun for a
thing; "@12:20" is what stands there in the text. "It" and "they" are labelled where they are sources.

Log-linear over the candidates and "somebody else" (the likelihood of all candidates that the label fits, with a ridge), for "he" and "she",
"it" and "they" apart. Prints how many pronouns come out right, wrong and unsure, cross-validated over articles, and writes the weights
where asked. A pronoun's answer is in mind for the next ones, so that features depend on the weights in use: run it until the figures stay.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import numpy as np
from learning import arguments, descended, texts
from numpy.typing import NDArray

from factcards import make
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.bearers import Answer, Bearer, is_sure
from factcards.engines.local.speakers.pronouns import THIRD_PERSON
from factcards.engines.local.speakers.weighing import Features, Weighing, table_of
from factcards.files import write_atomically
from factcards.lexicon import PronounTable, pronoun_weights
from factcards.read.article import from_text

LABELS = Path(__file__).with_name("pronouns.jsonl")
TARGET = Path(__file__).parent.parent / "factcards" / "lexicons" / "pronouns.toml"
TABLES: tuple[PronounTable, ...] = ("he", "it", "they")
FOLDS = 6
FIXED = frozenset(
    {
        "barred",
        "asked",
        "partner",
        "argument above",
        "spoke last, and is answered",
        "described",
        "likely of this sex",
    }
)
"""Features that keep the weight set by hand: the grammar rules somebody out or in, or there are too few; a first name never decides."""
RIDGE = 1.0
"""Strength of the pull towards the weights set by hand, 0 for a feature that has none."""
SHARE = 0.5
"""How far the weights go from those set by hand to the likeliest ones: these articles have no rare constructions to speak of."""
ROUNDS, RATE = 300, 0.03
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "sen", "rep", "gov", "president", "professor", "the", "judge",
                     "justice", "senator", "general"})  # fmt: skip

Pronoun = tuple[str, str, list[tuple[Bearer, Features]], Features, Sequence[bool]]
"""The article's id, the pronoun's table, the candidates with their features, those of "somebody else", and which candidates the label
fits.
"""


def main() -> int:
    """Read, cross-validate, fit, write."""
    args = arguments(__doc__)
    pronouns = read_pronouns(args.articles)
    learned = {table: learn([p for p in pronouns if p[1] == table], table) for table in TABLES}
    if args.write:
        write(learned, len(pronouns))
    return 0


def learn(pronouns: Sequence[Pronoun], table: PronounTable) -> dict[str, float]:
    """The weights of one table, from its pronouns; prints what they make of them."""
    found = [features for _, _, candidates, nobody, _ in pronouns for features in (*(f for _, f in candidates), nobody)]
    names = sorted({name for features in found for name in features})
    rows = [matrix(pronoun, names) for pronoun in pronouns]
    used = pronoun_weights(table)
    print(f"{table}: {len(pronouns)} pronouns; in use: {_told(outcomes(rows, np.array([used.get(name, 0.0) for name in names])))}")
    prior = np.array([pronoun_weights("by_hand").get(name, 0.0) for name in names])
    free = np.array([float(name not in FIXED) for name in names])
    folds = [int(sha256(pronoun[0].encode()).hexdigest(), 16) % FOLDS for pronoun in pronouns]
    crossed: Counter[str] = Counter()
    for fold in range(FOLDS):
        weights = fit([row for row, f in zip(rows, folds, strict=True) if f != fold], prior, free)
        crossed += outcomes([row for row, f in zip(rows, folds, strict=True) if f == fold], weights)
    print(f"cross-validated over articles: {_told(crossed)}")
    weights = fit(rows, prior, free)
    print(f"fitted on all: {_told(outcomes(rows, weights))}")
    return dict(zip(names, weights.tolist(), strict=True))


def read_pronouns(files: Sequence[Path]) -> list[Pronoun]:
    """The labelled "he" and "she" of all articles, as the reader in use comes to them."""
    found_in = dict(texts(files))
    found: list[Pronoun] = []
    for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines()):
        text = row["text"] or found_in[row["id"]]
        found += _of_article(row["id"], text, {(start, end): _said(meant, text) for start, end, meant in row["pronouns"]})
    return found


def _said(meant: str, text: str) -> str:
    """A label with the text's words for the places in it."""
    return _AT.sub(lambda at: text[int(at[1]) : int(at[2])], meant)


_AT = re.compile(r"@(\d+):(\d+)")
"""A place in the text that stands for its words."""


def _of_article(name: str, text: str, labels: dict[tuple[int, int], str]) -> list[Pronoun]:
    found: dict[tuple[int, int], Pronoun] = {}
    weigh = Weighing.weigh

    def watching(self: Weighing, pronoun: Token, block: Block, content: Sequence[tuple[int, int]], *, quoted: bool) -> Answer:
        place = block.offsets(pronoun, pronoun)
        if place in labels and pronoun.lower_ in THIRD_PERSON and text[place[0] : place[1]] == pronoun.text:
            candidates, nobody = self.features(pronoun, block, content, quoted=quoted)
            found[place] = (name, table_of(pronoun), candidates, nobody, [fits(bearer.name, labels[place]) for bearer, _ in candidates])
        return weigh(self, pronoun, block, content, quoted=quoted)

    with patch.object(Weighing, "weigh", watching):
        make(from_text(text), engine="local")
    return list(found.values())


def fits(name: str, label: str) -> bool:
    """Whether a candidate is who a label means: by name, titles aside, or by the last word or all words of a description."""
    if label.startswith("="):
        return False
    if " + " in label:
        return all(_words(part)[-1] in _words(name) for part in label.split(" + "))
    return any(_fits(name, told, described=label.startswith("~")) for told in label.removeprefix("~").split("|"))


def _fits(name: str, told: str, *, described: bool) -> bool:
    words, meant = _words(name), _words(told)
    if not words or not meant:
        return name.casefold() == told.casefold()
    same = described and words[-1] == meant[-1]
    return same or set(words) <= set(meant) or set(meant) <= set(words)


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[\w'’-]+", name.casefold()) if word not in _TITLES]


Row = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Of one pronoun: features by candidate, "somebody else" last, and 1 for whom the label fits."""


def matrix(pronoun: Pronoun, names: Sequence[str]) -> Row:
    """A pronoun's candidates as rows."""
    _, _, candidates, nobody, right = pronoun
    features = np.array([[f.get(name, 0.0) for name in names] for f in (*(f for _, f in candidates), nobody)])
    return features, np.array([*right, not any(right)], dtype=float)


def chances(features: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """How likely each candidate is."""
    scores = features @ weights
    exped = np.exp(scores - scores.max())
    return np.asarray(exped / exped.sum())


def fit(rows: Sequence[Row], prior: NDArray[np.float64], free: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights, by Adam over all rows from those set by hand; where it is not `free` a weight stays."""

    def slope_at(weights: NDArray[np.float64]) -> NDArray[np.float64]:
        slope = RIDGE * (weights - prior)
        for features, right in rows:
            likely = chances(features, weights)
            meant = likely * right
            slope = slope + features.T @ (likely - meant / (meant.sum() + 1e-12))
        return np.asarray(slope / len(rows))

    weights = descended(slope_at, prior, free, steps=ROUNDS, rate=RATE)
    return np.asarray(prior + SHARE * (weights - prior))


def outcomes(rows: Sequence[Row], weights: NDArray[np.float64]) -> Counter[str]:
    """How many come out right, wrong and unsure."""
    counts: Counter[str] = Counter()
    for features, right in rows:
        likely = chances(features, weights)[:-1]
        order = np.argsort(-likely)
        nobody = Bearer("", "person")
        if not is_sure([(nobody, float(likely[at])) for at in order[:2]]):
            counts["unsure"] += 1
        else:
            counts["right" if right[order[0]] else "wrong"] += 1
    return counts


def _told(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[name]} {name}" for name in ("right", "wrong", "unsure"))


def write(learned: Mapping[PronounTable, Mapping[str, float]], count: int) -> None:
    """Put the learned weights in, by hand as before."""
    by_hand = pronoun_weights("by_hand")
    lines = [
        "# What makes a pronoun mean somebody (speakers/weighing.py): natural logarithms. Of `he` (and she), `it` and `they` they are",
        f"# written by training/pronouns.py from {count:,} labelled pronouns (training/pronouns.jsonl), starting from `by_hand`.",
        "# No words of any text are in here.",
    ]
    for table in TABLES:
        weights = {**by_hand, **learned[table]}  # what no labelled pronoun shows keeps its weight
        kept = {name: round(weight, 2) for name, weight in sorted(weights.items()) if math.fabs(weight) >= 0.05}
        lines += ["", f"[{table}]", *(f"{json.dumps(name)} = {weight}" for name, weight in kept.items())]
    lines += ["", "[by_hand]", *(f"{json.dumps(name)} = {weight}" for name, weight in by_hand.items())]
    lines += "".join(TARGET.read_text(encoding="utf-8").partition("\n# Which noun")[1:]).splitlines()  # by training/antecedents.py
    write_atomically(TARGET, ("\n".join(lines) + "\n").encode())


if __name__ == "__main__":
    raise SystemExit(main())
