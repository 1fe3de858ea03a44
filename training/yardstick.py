"""The plain linear route, as a yardstick of a split: logistic regression finds cues, one chain a cue over single words tags the rest.

usage: python training/yardstick.py GOLD.jsonl [--cache DIR]

No quotation is a unit, no candidate knows its rivals, the best labels are taken as they come, and the threshold is the best one on the
validation split itself, which favours it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite
from train_reader import Example, Label, cue_lemmas_of, cue_rows, fit_linear, lemmas_of, linear_of, nominal_of, read_examples
from validate import predictions, scored

from factcards.engines.local.learned import propose as learned
from factcards.engines.local.learned.proposal import Proposal
from factcards.engines.local.learned.span_features import Setting, span_features
from factcards.engines.local.learned.statistics import Linear
from factcards.engines.local.learned.units import Unit, Units
from factcards.engines.local.parsing.sheet import Sheet
from factcards.evaluate.gold import read_gold

_RIVALRY = ("nr=", "gov", "op", "cu=")
_CLASSES = ("W", "sW", "LsW", "sC", "LsC", "oW", "oC", "LoW", "LoC", "uW", "uC")
"""What only the reader knows: rivals, and the classes of words."""


THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
"""Chances of being a cue from which one is believed, of which the best is taken."""


def plain_units(sheet: Sheet) -> Units:
    """Every word a unit."""
    return Units([Unit(at, at + 1, quoted=False, head=at) for at in range(len(sheet))], list(range(len(sheet))))


def bounds_of(sheet: Sheet, cue: int) -> tuple[int, int]:
    """The cue's sentence with the quotations that touch it."""
    low, high = sheet.sentences[sheet.sentence[cue]]
    while low and sheet.region[low - 1] >= 0 and sheet.paragraph[low - 1] == sheet.paragraph[cue]:
        low = sheet.regions[sheet.region[low - 1]].first
    if sheet.region[low] >= 0:
        low = sheet.regions[sheet.region[low]].first
    while high < len(sheet) and sheet.region[high] >= 0 and sheet.paragraph[high] == sheet.paragraph[cue]:
        high = sheet.regions[sheet.region[high]].last
    return low, high


def features(setting: Setting, cue: int, lemmas: frozenset[str]) -> tuple[tuple[int, int], list[list[str]]]:
    """The chain's features, with which quotation a word stands in."""
    sheet = setting.sheet
    bounds = bounds_of(sheet, cue)
    units = span_features(setting, bounds, cue, lemmas)
    rows = [[f for bundle in unit for f in setting.bundles[bundle]] for unit in units]
    for at, row in zip(range(*bounds), rows, strict=True):
        row[:] = [f for f in row if not f.startswith((*_RIVALRY, *_CLASSES))]
        if sheet.region[at] >= 0:
            region = sheet.regions[sheet.region[at]]
            gap = region.first - cue if region.first > cue else cue - region.last
            side = "R" if region.first > cue else "L"
            row += [
                "quoted",
                f"quoted{side}{min(3, max(0, gap) // 2)}",
                f"quotedL={sheet.lemma[cue] if sheet.lemma[cue] in lemmas else '?'}{side}",
            ]
    return bounds, rows


def label_of(at: int, label: Label) -> str:
    """What a word is to a gold attribution."""
    return "C" if at in label.cue else "Q" if at in label.content else "S" if at in label.source else "O"


def read(example: Example, linear: Linear, vocabulary: tuple[frozenset[str], ...], tagger: pycrfsuite.Tagger) -> list[Proposal]:
    """Everything with some chance."""
    lemmas, nominal, cue_lemmas = vocabulary
    setting = Setting(example.sheet, plain_units(example.sheet), {})
    found: list[Proposal] = []
    for cue, (logit, _) in learned.first_chances(example.sheet, linear, nominal, lemmas).items():
        proposal = Proposal(cue, learned.sigmoid(logit), logit, [])
        if proposal.chance < 0.2:
            continue
        bounds, rows = features(setting, cue, cue_lemmas)
        labels = tagger.tag(rows)
        words = {name: [at for at, given in zip(range(*bounds), labels, strict=True) if given == name] for name in "SCQ"}
        proposal.source, proposal.words, proposal.content = words["S"], words["C"] or [cue], words["Q"]
        proposal.right = proposal.chance
        if proposal.content:
            found.append(proposal)
    return found


@dataclass
class Yardstick:
    """The linear route, fitted."""

    linear: Linear
    vocabulary: tuple[frozenset[str], ...]
    tagger: pycrfsuite.Tagger

    def read(self, example: Example) -> list[Proposal]:
        """Everything with some chance."""
        return read(example, self.linear, self.vocabulary, self.tagger)


def fitted(seen: Sequence[Example], model: Path) -> Yardstick:
    """Estimated from these articles; the chain is kept in a file."""
    vocabulary = (lemmas_of(seen), nominal_of(seen), cue_lemmas_of(seen))
    rows, truth, _ = cue_rows(seen, vocabulary[0], vocabulary[1])
    linear = linear_of(fit_linear([[f for f in row if not f.startswith(_CLASSES)] for row in rows], truth))
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.05, "c2": 0.5, "max_iterations": 80, "feature.minfreq": 3, "feature.possible_transitions": True})
    for example in seen:
        setting = Setting(example.sheet, plain_units(example.sheet), {})
        for label in example.labels:
            bounds, given = features(setting, label.head, vocabulary[2])
            trainer.append(given, [label_of(at, label) for at in range(*bounds)])
    trainer.train(str(model))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    return Yardstick(linear, vocabulary, tagger)


def main() -> None:
    """Fit, and print the validation split's joint at its best threshold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    examples = read_examples(options.gold, options.cache)
    yardstick = fitted([e for e in examples if not e.validation], (options.cache or Path()) / "yardstick.crfsuite")
    unseen = [e for e in examples if e.validation]
    names = {e.id for e in unseen}
    gold = [article for article in read_gold(options.gold).articles if article.id in names]
    found = [(e, yardstick.read(e)) for e in unseen]
    for least in THRESHOLDS:
        for core in (False, True):
            print(least, "core" if core else "all", scored(gold, predictions(found, least), core=core))


if __name__ == "__main__":
    main()
