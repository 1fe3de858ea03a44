"""Scores statistics on the validation split: the linear route as a yardstick, the reading by rules, the full reading.

usage: python training/validate.py GOLD.jsonl [--cache DIR] [--statistics FILE] [--predictions DIR]

The yardstick is the plain linear route: logistic regression for cues, the best reading of one chain a cue for source, cue and content,
its threshold the best one on this very split (which favours it). Here the statistics speak alone; what rules add to a whole reading is
in `factcards eval reading`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from train_reader import Example, read_examples

from factcards.engines.local.learned import propose as learned
from factcards.engines.local.learned.acceptance import select
from factcards.engines.local.learned.proposal import Proposal
from factcards.engines.local.learned.span_features import Setting, span_features
from factcards.engines.local.learned.statistics import LABELS, Statistics, load, statistics_of
from factcards.engines.local.learned.units import window
from factcards.engines.local.parsing.sheet import Sheet
from factcards.evaluate.core import core_of
from factcards.evaluate.gold import Attributed, Labelled, read_gold
from factcards.evaluate.score import counts_of, figures, score, total

Reading = Callable[[Example, Statistics], list[Proposal]]


def linear(example: Example, statistics: Statistics) -> list[Proposal]:
    """The yardstick."""
    sheet, units = example.sheet, example.units
    first = learned.first_chances(sheet, statistics.cue, statistics.nominal, statistics.lemmas)
    chance = {at: 1 / (1 + math.exp(-logit)) for at, (logit, _) in first.items()}
    found = [Proposal(at, value, 0.0, []) for at, value in chance.items() if value >= 0.2]
    bounds = [window(sheet, units, p.cue) for p in found]
    setting = Setting(sheet, units, chance)
    windows = [span_features(setting, b, p.cue, statistics.cue_lemmas) for b, p in zip(bounds, found, strict=True)]
    read = statistics.content.read(setting.bundles, windows)
    for p, (low, _), tagged in zip(found, bounds, read, strict=True):
        words: dict[str, list[int]] = {label: [] for label in LABELS}
        for k, label in enumerate(tagged.best):
            words[LABELS[label]] += range(units.all[low + k].first, units.all[low + k].last)
        p.source, p.content, p.words, p.right = words["S"], words["Q"], words["C"] or [p.cue], p.chance
    return [p for p in found if p.content]


def spans(sheet: Sheet, words: Sequence[int]) -> list[dict[str, int]]:
    """Runs of words as offsets."""
    runs: list[list[int]] = []
    for at in sorted(words):
        if runs and at == runs[-1][1] + 1:
            runs[-1][1] = at
        else:
            runs.append([at, at])
    return [{"start": sheet.start[a], "end": sheet.end[b]} for a, b in runs]


def predictions(read: Sequence[tuple[Example, list[Proposal]]], least: float) -> dict[str, Labelled]:
    """What is believed, in the gold's format."""
    return {
        e.id: Labelled.model_validate({
            "id": e.id,
            "attributions": [
                {
                    "source": spans(e.sheet, p.source),
                    "cue": spans(e.sheet, p.words),
                    "content": spans(e.sheet, p.content),
                    "confidence": p.right,
                }
                for p in select(e.sheet, found, least)
            ],
        })
        for e, found in read
    }  # fmt: skip


def scored(gold: Sequence[Labelled], found: Mapping[str, Labelled], *, core: bool) -> dict[str, float | None]:
    """The scorer's figures; with `core` of attributions with a verb of speech only."""

    def view(text: str, attributions: tuple[Attributed, ...]) -> tuple[Attributed, ...]:
        return core_of(text, attributions) if core else attributions

    return figures(
        total(
            counts_of(score(a.text or "", view(a.text or "", a.attributions), view(a.text or "", found[a.id].attributions))) for a in gold
        )
    )


def main() -> None:
    """Print one row for each reading."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--statistics", type=Path)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    statistics = statistics_of(json.loads(gzip.decompress(options.statistics.read_bytes()))) if options.statistics else load()
    examples = [e for e in read_examples(options.gold, options.cache) if e.validation]
    names = {e.id for e in examples}
    gold = [article for article in read_gold(options.gold).articles if article.id in names]
    settings = statistics.settings
    ways: list[tuple[str, Reading, list[float]]] = [
        ("linear", linear, [t / 20 for t in range(5, 12)]),
        ("rules", lambda e, s: learned.propose_by_rules(e.sheet, s), [settings.get("ruled", 0.4)]),
        ("full", lambda e, s: learned.propose(e.sheet, s), [settings["accept"]]),
    ]
    for name, way, thresholds in ways:
        read = [(e, way(e, statistics)) for e in examples]
        best = max((predictions(read, t) for t in thresholds), key=lambda p: scored(gold, p, core=False)["joint.f1"] or 0.0)
        for core in (False, True):
            print(name, "core" if core else "all", json.dumps(scored(gold, best, core=core)))
        if options.predictions is not None:
            options.predictions.mkdir(parents=True, exist_ok=True)
            lines = (article.model_dump_json() for article in best.values())
            (options.predictions / f"{name}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
