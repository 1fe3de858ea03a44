"""Makes the local reader's statistics from labelled articles.

usage: python training/train_reader.py GOLD.jsonl [--cache DIR] [--out FILE] [--share 1.0] [--predictions FILE]

GOLD is in the format of docs/evaluating.md. A tenth of the articles (those whose sha256(id) is a multiple of ten) is the validation
split: nothing is estimated from it. Every later decision is trained on what the earlier ones say of articles that they have not seen
(three folds). Needs the `training` extra: catboost, python-crfsuite, scikit-learn, scipy.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import catboost
import numpy as np
import pycrfsuite
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from factcards.engines.local.learned import propose as learned
from factcards.engines.local.learned.acceptance import accept_rows, select, speaks
from factcards.engines.local.learned.contents import AGREE
from factcards.engines.local.learned.extents import ruled_content
from factcards.engines.local.learned.proposal import Proposal
from factcards.engines.local.learned.span_features import Setting, span_features
from factcards.engines.local.learned.statistics import LABELS, Linear, statistics_of
from factcards.engines.local.learned.units import Units, units_of, window
from factcards.engines.local.learned.whose import settle_source, source_options, source_rows
from factcards.engines.local.parsing.parse import parse
from factcards.engines.local.parsing.sheet import Sheet, sheet_of
from factcards.read import from_text
from factcards.segment import lay_out

FOLDS = 3
LEAST_SEEN = 0.02
"""Chance in the first decision from which the second learns of a candidate: from more than the reader then looks at again."""
CUE_FEATURE_SEEN = 5
"""Least count of a cue feature; 3 gives 54,000 features in place of 34,000 and nothing else (log loss 0.2562 both)."""
SPAN_FEATURE_SEEN = 3
EXACT, CLOSER = 0.2, 0.05
"""How much being the right content word for word counts beside being about right, and how much its likeness: without them a content that
is about right is as good as the one that is; with them the share of exact ones rises by seven points and that of right ones falls by 0.3.
"""
_HEADS = {"VERB": 0, "AUX": 1, "NOUN": 2, "ADJ": 3, "PROPN": 3, "ADV": 4, "ADP": 5}
LEVELS = 6
"""Questions that a tree asks."""
_TREES = {
    "loss_function": "CrossEntropy", "depth": LEVELS, "learning_rate": 0.1, "l2_leaf_reg": 5, "border_count": 128, "random_seed": 7,
    "thread_count": 2, "verbose": False, "allow_writing_files": False,
}  # fmt: skip
"""Fewer columns and rows a tree, more trees, or four forests with other seeds are no better out of fold (joint 70.2 to 70.3 of all, 87.5 to
87.8 of verbs of speech).
"""
TREES = 300


@dataclass
class Label:
    """A gold attribution as tokens: the cue's head and the three sets."""

    head: int
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass
class Example:
    """A labelled article."""

    id: str
    sheet: Sheet
    units: Units
    labels: list[Label]

    @property
    def validation(self) -> bool:
        """Whether nothing may be estimated from it."""
        return _number(self.id) % 10 == 0


def _number(name: str) -> int:
    return int(sha256(name.encode()).hexdigest(), 16)


def fold_of(example: Example) -> int:
    """The fold in which an article is read by what was estimated without it."""
    return _number(example.id) // 10 % FOLDS


def read_examples(gold: Path, cache: Path | None) -> list[Example]:
    """All labelled articles, parsed; parses are kept in `cache`."""
    kept = cache / f"sheets-{sha256(gold.read_bytes()).hexdigest()[:12]}.pickle" if cache else None
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    sheets: list[Sheet]
    if kept is not None and kept.exists():
        sheets = pickle.loads(kept.read_bytes())
    else:
        sheets = []
        for at in range(0, len(rows), 20):
            articles = [from_text(row["text"], row["id"]).model_copy(update={"language": "en"}) for row in rows[at : at + 20]]
            layouts = [lay_out(article) for article in articles]
            for article, layout, blocks in zip(articles, layouts, parse(articles, layouts), strict=True):
                sheet = sheet_of(article.text, blocks, layout)
                sheet.tokens = []
                sheets.append(sheet)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(sheets))
    return [Example(row["id"], sheet, units_of(sheet), list(_labels(row, sheet))) for row, sheet in zip(rows, sheets, strict=True)]


def _labels(row: dict, sheet: Sheet) -> Iterable[Label]:
    for found in row["attributions"]:
        source, cue, content = (sheet.words_of([(s["start"], s["end"]) for s in found[role]]) for role in ("source", "cue", "content"))
        if cue and content:
            yield Label(_head(sheet, cue), frozenset(source), frozenset(cue), frozenset(content))


def _head(sheet: Sheet, cue: Sequence[int]) -> int:
    inside = set(cue)
    tops = [at for at in cue if sheet.head[at] not in inside or sheet.head[at] == at] or list(cue)
    return min(tops, key=lambda at: (_HEADS.get(sheet.pos[at], 6), at))


# ---- vocabulary


def lemmas_of(examples: Sequence[Example]) -> frozenset[str]:
    """Lemmas seen at least five times, names and numbers left out."""
    seen = Counter(
        lemma
        for e in examples
        for lemma, pos in zip(e.sheet.lemma, e.sheet.pos, strict=True)
        if pos not in {"PROPN", "NUM", "X", "PUNCT", "SYM"}
    )
    return frozenset(lemma for lemma, count in seen.items() if count >= 5)


def nominal_of(examples: Sequence[Example]) -> frozenset[str]:
    """Words other than verbs that are cues at least twice and in at least two of a hundred cases."""
    cues = Counter(f"{e.sheet.lemma[label.head]}|{e.sheet.pos[label.head]}" for e in examples for label in e.labels)
    seen = Counter(f"{lemma}|{pos}" for e in examples for lemma, pos in zip(e.sheet.lemma, e.sheet.pos, strict=True))
    return frozenset(
        key
        for key, count in cues.items()
        if count >= 3 and count / seen[key] >= 0.02 and not key.endswith(("|VERB", "|AUX", "|PROPN", "|NUM", "|X"))
    )


def cue_lemmas_of(examples: Sequence[Example]) -> frozenset[str]:
    """Lemmas that are cues at least eight times."""
    seen = Counter(e.sheet.lemma[label.head] for e in examples for label in e.labels if e.sheet.pos[label.head] != "PROPN")
    return frozenset(lemma for lemma, count in seen.items() if count >= 8)


# ---- the first decision: a logistic regression over strings


def fit_linear(rows: Sequence[Sequence[str]], truth: np.ndarray) -> dict:
    """Weights and counts of the features."""
    seen: Counter[str] = Counter()
    positive: Counter[str] = Counter()
    for row, is_cue in zip(rows, truth, strict=True):
        seen.update(set(row))
        if is_cue:
            positive.update(set(row))
    names = sorted(f for f, count in seen.items() if count >= CUE_FEATURE_SEEN)
    place = {name: at for at, name in enumerate(names)}
    columns: list[int] = []
    borders = [0]
    for row in rows:
        columns.extend(sorted({place[f] for f in row if f in place}))
        borders.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns), dtype=np.float32), columns, borders), shape=(len(rows), len(names)))
    model = LogisticRegression(C=0.3, solver="liblinear").fit(matrix, truth)
    return {
        "features": names,
        "weight": [round(float(w), 3) for w in model.coef_[0]],
        "seen": [seen[name] for name in names],
        "positive": [positive[name] for name in names],
        "bias": float(model.intercept_[0]),
        "base": float(np.mean(truth)),
    }


def linear_of(data: dict) -> Linear:
    """The run-time object."""
    names = data["features"]
    seen = zip(data["seen"], data["positive"], strict=True)
    return Linear(dict(zip(names, data["weight"], strict=True)), dict(zip(names, seen, strict=True)), data["bias"], data["base"])


# ---- trees


def fit_trees(rows: Sequence[Sequence[float]], truth: Sequence[float], count: int = TREES, **more: object) -> catboost.CatBoost:
    """Boosted oblivious trees; `truth` is 0, 1 or between."""
    data = catboost.Pool(np.asarray(rows, dtype=np.float32), np.asarray(truth, dtype=float))
    return catboost.CatBoost({**_TREES, "iterations": count, **more}).fit(data)


def chances_by(trees: catboost.CatBoost, rows: Sequence[Sequence[float]]) -> list[float]:
    """The probability for each row."""
    return np.asarray(trees.predict(np.asarray(rows, dtype=np.float32), prediction_type="Probability"))[:, 1].tolist()


def forest_of(trees: catboost.CatBoost) -> dict:
    """The trees as flat lists: questions level by level, leaves tree by tree."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        trees.save_model(file.name, format="json")
        data = json.loads(Path(file.name).read_bytes())
    columns = [feature["flat_feature_index"] for feature in data["features_info"]["float_features"]]
    asked: list[list[tuple[int, float]]] = []
    leaves: list[float] = []
    for tree in data["oblivious_trees"]:
        questions = [(columns[split["float_feature_index"]], split["border"]) for split in tree["splits"] or ()]
        asked.append(questions + [(0, 1e30)] * (LEVELS - len(questions)))  # a question that nothing answers with yes
        leaves += [round(value, 4) for value in tree["leaf_values"]] + [0] * (2**LEVELS - 2 ** len(questions))
    scale, (bias,) = data["scale_and_bias"]
    return {
        "levels": LEVELS,
        "column": [questions[level][0] for level in range(LEVELS) for questions in asked],
        "threshold": [float(f"{questions[level][1]:.8g}") for level in range(LEVELS) for questions in asked],
        "leaf": [scale * value for value in leaves],
        "bias": bias,
    }


# ---- the chain


def fit_chain(examples: Sequence[Example], chances: Sequence[dict[int, float]], cue_lemmas: frozenset[str], rounds: int) -> dict:
    """Weights of the content tagger, from the gold cues outside quotations."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({
        "c1": 0.05, "c2": 1.0, "max_iterations": rounds, "feature.minfreq": SPAN_FEATURE_SEEN, "feature.possible_transitions": True,
    })  # fmt: skip
    for example, chance in zip(examples, chances, strict=True):
        sheet = example.sheet
        setting = Setting(sheet, example.units, chance)
        for label in example.labels:
            if sheet.region[label.head] >= 0:
                continue
            bounds = window(sheet, example.units, label.head)
            units = span_features(setting, bounds, label.head, cue_lemmas)
            rows = [[f for bundle in unit for f in setting.bundles[bundle]] for unit in units]
            trainer.append(rows, [_unit_label(sheet, unit, label) for unit in example.units.all[bounds[0] : bounds[1]]])
    with tempfile.NamedTemporaryFile() as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        info = tagger.info()
    weights: dict[str, list[float]] = {}
    for (feature, label), weight in info.state_features.items():
        weights.setdefault(feature, [0.0] * len(LABELS))[LABELS.index(label)] = round(weight, 3)
    names = sorted(name for name, row in weights.items() if any(abs(w) >= 0.005 for w in row))
    step = [round(info.transitions.get((a, b), 0.0), 4) for a in LABELS for b in LABELS]
    return {"features": names, "weight": [w for name in names for w in weights[name]], "step": step}


def _unit_label(sheet: Sheet, unit: object, label: Label) -> str:
    first, last, quoted = unit.first, unit.last, unit.quoted  # type: ignore[attr-defined]
    votes: Counter[str] = Counter()
    for at in range(first, last):
        if quoted and sheet.pos[at] == "PUNCT":
            continue
        votes["C" if at in label.cue else "Q" if at in label.content else "S" if at in label.source else "O"] += 1
    return votes.most_common(1)[0][0] if votes else "Q" if first in label.content else "O"


# ---- one round: everything up to acceptance, fitted on some articles


def _plain(sheet: Sheet, words: Iterable[int]) -> frozenset[int]:
    return frozenset(at for at in words if sheet.pos[at] != "PUNCT")


def _about_same(sheet: Sheet, left: Iterable[int], right: Iterable[int]) -> float:
    a, b = _plain(sheet, left), _plain(sheet, right)
    return len(a & b) / max(1, len(a | b))


def is_right(sheet: Sheet, proposal: Proposal, labels: Sequence[Label]) -> bool:
    """Whether a gold attribution has about the same content, and the same source and cue: the scorer's `joint`."""
    for label in labels:
        if not label.cue & set(proposal.words) or _about_same(sheet, proposal.content, label.content) < AGREE:
            continue
        mine, gold = _plain(sheet, proposal.source), _plain(sheet, label.source)
        if bool(mine & gold) or (not mine and not gold):
            return True
    return False


def cue_rows(examples: Sequence[Example], lemmas: frozenset[str], nominal: frozenset[str]) -> tuple[list[list[str]], np.ndarray, list[int]]:
    """Features and truth of every candidate, and how many there are in each article."""
    from factcards.engines.local.learned.cue_features import candidates, cue_features

    rows: list[list[str]] = []
    truth: list[bool] = []
    counts: list[int] = []
    for example in examples:
        heads = {label.head for label in example.labels}
        mine = candidates(example.sheet, nominal)
        rows += [[*found.asked.values(), *found.more] for found in (cue_features(example.sheet, at, lemmas) for at in mine)]
        truth += [at in heads for at in mine]
        counts.append(len(mine))
    return rows, np.array(truth), counts


@dataclass
class Cues:
    """The two decisions on cues, fitted; and what the training articles looked like to models that had not seen them."""

    linear: dict
    again: catboost.CatBoost
    chances: list[dict[int, float]]
    rows: list[dict[int, list[float]]]


def fit_cues(examples: Sequence[Example], lemmas: frozenset[str], nominal: frozenset[str]) -> Cues:
    """Both cue decisions. The second is fitted, and the chances of these articles are estimated, out of fold."""
    rows, truth, counts = cue_rows(examples, lemmas, nominal)
    folds = np.array([_number(e.id) // 30 % 5 for e in examples])
    by_row = np.repeat(folds, counts)
    again: list[list[list[float]]] = [[] for _ in examples]
    wanted: list[list[int]] = [[] for _ in examples]
    for fold in range(5):
        mine = by_row != fold
        linear = linear_of(fit_linear([row for row, keep in zip(rows, mine, strict=True) if keep], truth[mine]))
        for at in np.flatnonzero(folds == fold):
            sheet = examples[at].sheet
            first = learned.first_chances(sheet, linear, nominal, lemmas)
            wanted[at] = [c for c, (logit, _) in first.items() if learned.sigmoid(logit) >= LEAST_SEEN]
            again[at] = learned.again_rows(sheet, first, linear, wanted[at])
    chances: list[dict[int, float]] = [{} for _ in examples]

    def table(chosen: Iterable[int]) -> tuple[list[list[float]], list[bool]]:
        numbers: list[list[float]] = []
        answers: list[bool] = []
        for at in chosen:
            heads = {label.head for label in examples[at].labels}
            numbers += again[at]
            answers += [c in heads for c in wanted[at]]
        return numbers, answers

    for fold in range(5):
        trees = fit_trees(*table(np.flatnonzero(folds != fold)))
        for at in np.flatnonzero(folds == fold):
            if wanted[at]:
                chances[at] = dict(zip(wanted[at], chances_by(trees, again[at]), strict=True))
    unseen = [dict(zip(at, numbers, strict=True)) for at, numbers in zip(wanted, again, strict=True)]
    return Cues(fit_linear(rows, truth), fit_trees(*table(range(len(examples)))), chances, unseen)


def log(message: str, since: float) -> None:
    """Progress on stderr."""
    print(f"{time.time() - since:6.0f} s  {message}", file=sys.stderr, flush=True)


def main() -> None:
    """Fit everything and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--out", type=Path, default=Path("factcards/engines/local/learned/statistics.json.gz"))
    parser.add_argument("--share", type=float, default=1.0, help="share of the training articles, for a learning curve")
    parser.add_argument("--rounds", type=int, default=80, help="most iterations of the content tagger")
    options = parser.parse_args()
    started = time.time()
    examples = [e for e in read_examples(options.gold, options.cache) if not e.validation]
    examples = [e for e in examples if _number(e.id) // 7 % 1000 < options.share * 1000]
    log(f"{len(examples)} articles", started)
    lemmas, nominal, cue_lemmas = lemmas_of(examples), nominal_of(examples), cue_lemmas_of(examples)
    cues = fit_cues(examples, lemmas, nominal)
    log(f"cues: {len(cues.linear['features'])} features", started)
    found: list[list[Proposal]] = [[] for _ in examples]
    empty = fit_trees([[0.0]] * 100 + [[1.0]] * 100, [0.0] * 100 + [1.0] * 100, 1)
    for fold in range(FOLDS):
        inside = [at for at, e in enumerate(examples) if fold_of(e) != fold]
        outside = [at for at, e in enumerate(examples) if fold_of(e) == fold]
        chain = fit_chain([examples[at] for at in inside], [cues.chances[at] for at in inside], cue_lemmas, options.rounds * 2 // 3)
        statistics = statistics_of(_data(lemmas, nominal, cue_lemmas, cues, chain, empty, empty, empty, {"source": 0.5}))
        for at in outside:
            chance = cues.chances[at]
            rows = cues.rows[at]
            mine = [Proposal(c, chance[c], rows[c][0], rows[c][1:]) for c in chance if chance[c] >= learned.WORTH]
            learned.tag(examples[at].sheet, examples[at].units, mine, chance, statistics)
            found[at] = [p for p in mine if p.options]
        log(f"content tagger, fold {fold + 1} of {FOLDS}", started)
    whole = fit_contents(examples, found)
    log("contents", started)
    source, threshold = fit_sources(examples, found, cues.chances)
    log(f"sources, threshold {threshold}", started)
    accept, settings = fit_acceptance(examples, found, cues.chances)
    log(f"acceptance: {settings}", started)
    settings |= fit_ruled(examples, cues.chances)
    log(f"by rules: {settings}", started)
    if options.cache is not None:
        unseen = {e.id: f for e, f in zip(examples, found, strict=True)}
        (options.cache / "unseen.pickle").write_bytes(pickle.dumps(unseen))  # for a look at the errors, out of fold
    chain = fit_chain(examples, cues.chances, cue_lemmas, options.rounds)
    log(f"content tagger: {len(chain['features'])} features", started)
    data = _data(lemmas, nominal, cue_lemmas, cues, chain, whole, source, accept, {**settings, "source": threshold})
    options.out.write_bytes(gzip.compress(json.dumps(data, sort_keys=True, separators=(",", ":")).encode(), 9, mtime=0))
    log(f"{options.out}: {options.out.stat().st_size} bytes", started)


def _data(lemmas, nominal, cue_lemmas, cues, chain, whole, source, accept, settings) -> dict:
    return {
        "lemmas": sorted(lemmas),
        "nominal": sorted(nominal),
        "cue_lemmas": sorted(cue_lemmas),
        "cue": cues.linear,
        "cue_again": forest_of(cues.again),
        "content": chain,
        "whole": forest_of(whole),
        "source": forest_of(source),
        "accept": forest_of(accept),
        "settings": settings,
    }


def fit_contents(examples: Sequence[Example], found: Sequence[list[Proposal]]) -> catboost.CatBoost:
    """The choice among contents, from cues that are gold ones. Sets the contents, out of fold."""
    truth: dict[tuple[int, int], list[float]] = {}
    for at, example in enumerate(examples):
        for k, p in enumerate(found[at]):
            labels = [label for label in example.labels if p.cue in label.cue]
            if labels:
                alike = [max(_about_same(example.sheet, o.tokens, label.content) for label in labels) for o in p.options]
                truth[at, k] = [(value >= AGREE) * (1 - EXACT - CLOSER) + value * CLOSER + (value > 0.999) * EXACT for value in alike]

    def fit(keys: Sequence[tuple[int, int]]) -> catboost.CatBoost:
        rows = [row for at, k in keys for row in found[at][k].seen]
        return fit_trees(rows, [t for key in keys for t in truth[key]])

    good = 0.0
    for fold in range(FOLDS):
        trees = fit([key for key in truth if fold_of(examples[key[0]]) != fold])
        for at, example in enumerate(examples):
            if fold_of(example) == fold and found[at]:
                chances = iter(chances_by(trees, [row for p in found[at] for row in p.seen]))
                for k, p in enumerate(found[at]):
                    learned.settle_content(p, [next(chances) for _ in p.options])
                    if (at, k) in truth:
                        good += truth[at, k][p.options.index(p.taken)] > EXACT
    print(f"        contents right out of fold: {good / len(truth):.4f} of {len(truth)}", file=sys.stderr)
    trees = fit(list(truth))
    for p in (p for mine in found for p in mine):
        p.options, p.seen = [], []
    return trees


def fit_sources(
    examples: Sequence[Example], found: Sequence[list[Proposal]], chances: Sequence[dict[int, float]]
) -> tuple[catboost.CatBoost, float]:
    """The choice of a source, from proposals whose content is a gold one's; the threshold is chosen out of fold. Sets the sources."""
    rows: list[list[list[float]]] = []
    truth: list[list[bool]] = []
    keys: list[tuple[int, int]] = []
    heads: list[list[int]] = []
    gold: list[frozenset[int] | None] = []
    for at, example in enumerate(examples):
        sheet = example.sheet
        for k, p in enumerate(found[at]):
            options = source_options(sheet, p)
            match = next((x for x in example.labels if x.cue & set(p.words) and _about_same(sheet, p.content, x.content) >= AGREE), None)
            keys.append((at, k))
            heads.append(list(options))
            rows.append(source_rows(sheet, p, options, chances[at]))
            gold.append(match.source if match else None)
            truth.append([o in match.source for o in options] if match else [])

    def table(which: Iterable[int]) -> tuple[list[list[float]], list[bool]]:
        chosen = [i for i in which if gold[i] is not None]
        return [r for i in chosen for r in rows[i]], [t for i in chosen for t in truth[i]]

    ranked: dict[int, dict[int, float]] = {}
    for fold in range(FOLDS):
        trees = fit_trees(*table(i for i, (at, _) in enumerate(keys) if fold_of(examples[at]) != fold))
        mine = [i for i, (at, _) in enumerate(keys) if fold_of(examples[at]) == fold and rows[i]]
        flat = chances_by(trees, [r for i in mine for r in rows[i]])
        place = 0
        for i in mine:
            ranked[i] = dict(zip(heads[i], flat[place : place + len(heads[i])], strict=True))
            place += len(heads[i])

    def score(threshold: float) -> int:
        good = 0
        for i, source in enumerate(gold):
            if source is None:
                continue
            best = max(ranked.get(i, {}).items(), key=lambda item: item[1], default=(-1, 0.0))
            good += best[0] in source if best[1] >= threshold else not source
        return good

    threshold = max((t / 20 for t in range(4, 15)), key=score)
    total = sum(s is not None for s in gold)
    print(f"        sources right out of fold: {score(threshold) / total:.4f} of {total}", file=sys.stderr)
    for i, (at, k) in enumerate(keys):
        settle_source(examples[at].sheet, found[at][k], ranked.get(i, {}), threshold)
    return fit_trees(*table(range(len(keys)))), threshold


def fit_acceptance(
    examples: Sequence[Example], found: Sequence[list[Proposal]], chances: Sequence[dict[int, float]]
) -> tuple[catboost.CatBoost, dict[str, float]]:
    """Whether a proposal is right as a whole, and from which chance on it is believed: of verbs of speech from the best joint F1 out of
    fold (they are surer than the rest, so theirs is higher), of all others from the lowest that costs little.
    """
    rows = [accept_rows(e.sheet, f, c) for e, f, c in zip(examples, found, chances, strict=True)]
    truth = [[is_right(e.sheet, p, e.labels) for p in f] for e, f in zip(examples, found, strict=True)]
    out: list[tuple[float, bool]] = []
    spoken: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        inside = [at for at, e in enumerate(examples) if fold_of(e) != fold]
        trees = fit_trees([r for at in inside for r in rows[at]], [t for at in inside for t in truth[at]], 200, learning_rate=0.07)
        for at, example in enumerate(examples):
            if fold_of(example) != fold or not rows[at]:
                continue
            for p, right in zip(found[at], chances_by(trees, rows[at]), strict=True):
                p.right = right
            taken = {id(p) for p in select(example.sheet, found[at], 0.0)}
            mine = [(p, t) for p, t in zip(found[at], truth[at], strict=True) if id(p) in taken]
            out += [(p.right, t) for p, t in mine]
            spoken += [(p.right, t) for p, t in mine if speaks(example.sheet, p.cue)]
    threshold = _threshold(out, sum(len(e.labels) for e in examples), "full", ENOUGH)
    by_speech = sum(speaks(e.sheet, label.head) for e in examples for label in e.labels)
    final = fit_trees([r for rs in rows for r in rs], [t for ts in truth for t in ts], 200, learning_rate=0.07)
    return final, {"accept": threshold, "accept speech": _threshold(spoken, by_speech, "verbs of speech", EVEN, high=True)}


def fit_ruled(examples: Sequence[Example], chances: Sequence[dict[int, float]]) -> dict[str, float]:
    """For the reading by rules: what each construction is worth, and the chance of being right from which it believes."""
    settings: dict[str, float] = {}
    sums: dict[str, list[float]] = {}
    for weighed in (False, True):
        out: list[tuple[float, bool]] = []
        for example, chance in zip(examples, chances, strict=True):
            sheet, units = example.sheet, example.units
            mine = [Proposal(c, chance[c], 0.0, []) for c in chance if chance[c] >= learned.WORTH]
            learned.fill_by_rules(sheet, units, mine, settings)
            for p in select(sheet, [p for p in mine if p.content], 0.0):
                right = is_right(sheet, p, example.labels)
                out.append((p.right, right))
                if not weighed:
                    total = sums.setdefault(ruled_content(sheet, units, window(sheet, units, p.cue), p.cue)[1], [0.0, 0.0])
                    total[0] += right
                    total[1] += p.chance
        settings |= {f"ruled {name}": round(min(1.0, right / chance), 3) for name, (right, chance) in sums.items()}
    return {**settings, "ruled": _threshold(out, sum(len(e.labels) for e in examples), "by rules", 0.0)}


ENOUGH = 0.35
"""Points of joint F1 that a lower threshold may cost: it finds more, each card says how sure it is, and a strict user can cut."""
EVEN = 0.03
"""The same for a higher one: what it leaves out is wrong as often as right."""


def _threshold(out: Sequence[tuple[float, bool]], total: int, what: str, enough: float, *, high: bool = False) -> float:
    """The lowest chance (or the highest) whose joint F1 is at most `enough` points below the best."""

    def joint(threshold: float) -> float:
        taken = [t for right, t in out if right >= threshold]
        return 200 * sum(taken) / (len(taken) + total)

    tried = {t / 100: joint(t / 100) for t in range(20, 60)}
    good = [t for t, value in tried.items() if value >= max(tried.values()) - enough]
    threshold = max(good) if high else min(good)
    print(f"        joint out of fold, {what}: {tried[threshold]:.2f} at {threshold}, best {max(tried.values()):.2f}", file=sys.stderr)
    return threshold


if __name__ == "__main__":
    main()
