"""The scorer: it agrees with the arbiter, and its laws hold for labelled articles of any shape."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcards.evaluate.bootstrap import intervals
from factcards.evaluate.calibration import calibration
from factcards.evaluate.classes import ALARMS, MISSES, why_alarmed, why_missed
from factcards.evaluate.core import is_core
from factcards.evaluate.gold import Attributed, GoldFile, Labelled, Offsets, read_gold, read_predictions
from factcards.evaluate.report import FIGURES, Report, Run, evaluate
from factcards.evaluate.score import Counts, counts_of, figures, kind_of, score, total
from factcards.evaluate.show import show
from tests.evaluate.strategies import attributions, corpora, texts

SAMPLE = Path(__file__).parent / "sample"
RUN = Run(engine="test")
FEWER = settings(max_examples=25)
"""An example of these laws is several whole articles."""


def gold_of(articles: tuple[Labelled, ...]) -> GoldFile:
    """Labelled articles as if they had been read."""
    return GoldFile(Path("gold.jsonl"), "0" * 64, articles)


def whole(report: Report) -> str:
    """All of a report, to compare."""
    return report.model_dump_json()


def test_it_agrees_with_the_arbiter() -> None:
    """arbiter.json holds what the scorer that judges us printed for the sample's files: the same to two decimals, all and core."""
    gold = read_gold(SAMPLE / "gold.jsonl")
    predicted, notices = read_predictions(SAMPLE / "predictions.jsonl", gold)
    report = evaluate(gold, predicted, RUN, resamples=0)
    arbiter = json.loads((SAMPLE / "arbiter.json").read_text("utf-8"))
    found = {"articles": len(gold.articles), "missing": report.missing, "all": report.all.figures, "core": report.core.figures}
    assert found == arbiter
    assert "1 of 5 articles missing" in notices[0]


@FEWER
@given(corpora(least=1))
def test_a_perfect_prediction_scores_100(corpus: tuple[tuple[Labelled, ...], dict[str, Labelled]]) -> None:
    """In every figure that has something to divide by, all and core, with nothing missed and no false alarm."""
    articles = tuple(one for one in corpus[0] if _has_words(one))
    assume(articles)
    report = evaluate(gold_of(articles), {one.id: one for one in articles}, RUN, resamples=0)
    assert {report.all.figures[name] for name in FIGURES} <= {100.0, None}
    assert report.all.figures["joint.f1"] == 100.0
    assert {report.core.figures[name] for name in FIGURES} <= ({100.0, None} if report.core.gold else {0.0, None})
    assert (report.missed, report.false_alarms, report.worst) == ((), (), ())


def _has_words(article: Labelled) -> bool:
    """Whether each role of each attribution touches a word: a mark alone can be predicted and never matched."""
    seen = score(article.text or "", article.attributions, ()).seen_gold
    return bool(seen) and all(sight.words for one in seen for sight in one.values())


@FEWER
@given(corpora(least=1), st.booleans())
def test_an_empty_prediction_scores_0(corpus: tuple[tuple[Labelled, ...], dict[str, Labelled]], said: bool) -> None:
    """Whether its articles are there with no attribution, or missing altogether; nobody's speaker is right or wrong then."""
    articles = corpus[0]
    empty = {one.id: Labelled(id=one.id, attributions=()) for one in articles} if said else {}
    report = evaluate(gold_of(articles), empty, RUN, resamples=0)
    assert {report.all.figures[name] for name in FIGURES if name != "speaker_accuracy"} <= {0.0, None}
    assert report.all.figures["joint.f1"] == 0.0
    assert report.all.figures["speaker_accuracy"] is None
    assert report.missing == (0 if said else len(articles))


@FEWER
@given(corpora(), st.randoms(use_true_random=False))
def test_order_changes_nothing(corpus: tuple[tuple[Labelled, ...], dict[str, Labelled]], chance: random.Random) -> None:
    """Neither that of articles, nor of attributions, nor of an attribution's pieces: the whole report is the same."""
    articles, predicted = corpus
    shuffled = list(articles)
    chance.shuffle(shuffled)
    other = {name: _shuffled(one, chance) for name, one in predicted.items()}
    first = evaluate(gold_of(articles), predicted, RUN, resamples=20)
    second = evaluate(gold_of(tuple(_shuffled(one, chance) for one in shuffled)), other, RUN, resamples=20)
    assert whole(first) == whole(second)


def _shuffled(article: Labelled, chance: random.Random) -> Labelled:
    """The same attributions, and the same pieces of each, in another order."""

    def mixed(items: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(chance.sample(items, len(items)))

    pieces = [
        one.model_copy(update={role: mixed(getattr(one, role)) for role in ("source", "cue", "content")}) for one in article.attributions
    ]
    return article.model_copy(update={"attributions": mixed(tuple(pieces))})


@FEWER
@given(corpora())
def test_figures_lie_between_0_and_100_and_error_classes_add_up(corpus: tuple[tuple[Labelled, ...], dict[str, Labelled]]) -> None:
    """Every gold attribution is right or in one class of misses, every prediction right or in one class of false alarms."""
    report = evaluate(gold_of(corpus[0]), corpus[1], RUN, resamples=0)
    assert all(value is None or 0 <= value <= 100 for value in report.all.figures.values())
    counts = total(
        counts_of(score(one.text or "", one.attributions, corpus[1][one.id].attributions if one.id in corpus[1] else ()))
        for one in corpus[0]
    )
    assert sum(one.count for one in report.missed) == counts["joint.gold"] - counts["joint.hits"]
    assert sum(one.count for one in report.false_alarms) == counts["joint.predicted"] - counts["joint.hits"]
    assert show(report).isprintable() is False  # lines
    assert all(line.isprintable() for line in show(report).split("\n"))


@given(st.data())
def test_turning_sides_round_turns_precision_and_recall_round(data: st.DataObject) -> None:
    """For the spans: what is precise one way is complete the other way."""
    text = data.draw(texts())
    left, right = data.draw(attributions(text)), data.draw(attributions(text))
    forth, back = figures(counts_of(score(text, left, right))), figures(counts_of(score(text, right, left)))
    for name in FIGURES:
        if name.endswith(".p") and not name.startswith("joint"):
            assert forth[name] == back[f"{name[:-2]}.r"]


def attributed(text: str, source: str = "", cue: str = "", content: str = "") -> Attributed:
    """An attribution by its words, each the first such words of the text."""

    def find(words: str) -> tuple[Offsets, ...]:
        return (Offsets(start=text.index(words), end=text.index(words) + len(words)),) if words else ()

    return Attributed(source=find(source), cue=find(cue), content=find(content))


TEXT = 'Ada Quill told Bo Tull that the old pier may soon close, and Tull asked: "Did Ozan say so?" Nobody answered him in time.'
GOLD = attributed(TEXT, "Ada Quill", "told", "that the old pier may soon close")


@pytest.mark.parametrize(
    ("name", "predicted"),
    [
        (None, attributed(TEXT, "Ada", "told", "the old pier may soon close")),
        ("no cue found", attributed(TEXT, "Nobody", "answered", "in time")),
        ("another cue has its words", attributed(TEXT, "Tull", "asked", "may soon close, and Tull")),
        ("content too short", attributed(TEXT, "Ada", "told", "close")),
        ("content too long", attributed(TEXT, "Ada", "told", TEXT)),
        ("content shifted", attributed(TEXT, "Ada", "told", "soon close, and Tull asked")),
        ("content elsewhere", attributed(TEXT, "Ada", "told", "Nobody")),
        ("wrong source", attributed(TEXT, "Bo", "told", "the old pier may soon close")),
        ("wrong source", attributed(TEXT, "", "told", "the old pier may soon close")),
        ("wrong cue", attributed(TEXT, "Ada", "that", "the old pier may soon close")),
        ("wrong source and cue", attributed(TEXT, "Bo", "that", "the old pier may soon close")),
    ],
)
def test_a_miss_has_its_class(name: str | None, predicted: Attributed) -> None:
    """Why the gold attribution is not jointly right, from the spans of one prediction."""
    assert why_missed(score(TEXT, [GOLD], [predicted]), 0) == name
    assert name is None or name in MISSES


def test_misses_without_a_cue_or_a_content_have_their_classes() -> None:
    """A quotation that goes on, a label with nothing in it, and a prediction that another gold attribution took."""
    quotation = attributed(TEXT, "", "", "Did Ozan say so?")
    assert why_missed(score(TEXT, [quotation], []), 0) == "no quotation found"
    assert why_missed(score(TEXT, [quotation], [attributed(TEXT, "", "asked", "Did")]), 0) == "quotation's borders"
    assert why_missed(score(TEXT, [Attributed()], []), 0) == "no content in gold"
    twice = score(TEXT, [GOLD, GOLD], [GOLD])
    assert {why_missed(twice, 0), why_missed(twice, 1)} == {None, "its prediction is taken"}


@pytest.mark.parametrize(
    ("name", "predicted"),
    [
        (None, attributed(TEXT, "Ada", "told", "the old pier may soon close")),
        ("not a cue", attributed(TEXT, "Nobody", "answered", "in time")),
        ("inside a quotation", attributed(TEXT, "Ozan", "say", "so")),
        ("inside another's content", attributed(TEXT, "pier", "may", "close")),
        ("quotation without cue", attributed(TEXT, "", "", "in time")),
        ("wrong content", attributed(TEXT, "Ada", "told", "close")),
        ("wrong source", attributed(TEXT, "Bo", "told", "the old pier may soon close")),
        ("wrong cue", attributed(TEXT, "Ada", "that", "the old pier may soon close")),
        ("wrong source and cue", attributed(TEXT, "Bo", "that", "the old pier may soon close")),
    ],
)
def test_a_false_alarm_has_its_class(name: str | None, predicted: Attributed) -> None:
    """Why the prediction is not jointly right, from the spans of the gold attributions."""
    gold = [GOLD, attributed(TEXT, "Tull", "asked", '"Did Ozan say so?"')]
    assert why_alarmed(score(TEXT, gold, [predicted]), 0) == name
    assert name is None or name in ALARMS


def test_a_second_prediction_of_one_content_is_said_twice() -> None:
    """One of them is taken, the other is a false alarm."""
    scored = score(TEXT, [GOLD], [GOLD, GOLD])
    assert {why_alarmed(scored, 0), why_alarmed(scored, 1)} == {None, "said twice"}


@pytest.mark.parametrize(
    ("kind", "text", "content"),
    [
        ("direct", "“We won,” she said.", "“We won,”"),
        ("direct", "“We won,” she said.", "We won"),
        ("direct", 'He said "no".', '"no"'),
        ("mixed", "That “we won” is clear.", "That “we won”"),
        ("mixed", "He said it “might” sink.", "it “might” sink"),
        ("indirect", "He said it might sink.", "it might sink"),
        ("indirect", "He said ‘we won’.", "‘we won’"),
    ],
)
def test_the_kind_comes_from_the_marks(kind: str, text: str, content: str) -> None:
    """Marks within or right before the content, those at its edges put aside; single marks are none, they are apostrophes too."""
    assert kind_of(text, score(text, [attributed(text, content=content)], []).seen_gold[0]["content"]) == kind


@pytest.mark.parametrize(
    ("core", "cue"),
    [
        (True, "said"),
        (True, "According to"),
        (True, "has announced"),
        (True, "was SAYING"),
        (True, "told reporters"),
        (True, "tweet"),
        (True, "insists"),
        (True, "admit"),
        (False, "announc"),
        (False, "the claim"),
        (False, "report"),
        (False, "believes"),
        (False, "restated"),
        (False, "unsaid"),
        (False, "according"),
        (False, ""),
    ],
)
def test_the_core_is_verbs_of_speech(core: bool, cue: str) -> None:
    """Whole words, in any case; bare forms that are as often nouns are none."""
    assert is_core(cue, attributed(cue, cue=cue)) is core


def test_an_interval_holds_its_figure_and_is_the_same_on_every_run() -> None:
    """Seeded; narrow where articles are alike, wide where they differ, and none for a single article."""

    def article(hits: int) -> Counts:
        return {**dict.fromkeys(counts_of(score("a", [], [])), 0), "joint.hits": hits, "joint.predicted": 10, "joint.gold": 10}

    mixed = [article(0), article(10)] * 20
    found = intervals(mixed, ["joint.f1"])["joint.f1"]
    assert found is not None
    # A mean of 40 draws of 0 or 100 has a standard error of 50 / sqrt(40) = 7.9; 95 % lie within 1.96 of them.
    assert found.low == pytest.approx(50 - 1.96 * 7.9, abs=4)
    assert found.high == pytest.approx(50 + 1.96 * 7.9, abs=4)
    assert intervals(mixed, ["joint.f1"]) == {"joint.f1": found}
    assert intervals([article(5)] * 9, ["joint.f1"])["joint.f1"] == found.model_copy(update={"low": 50.0, "high": 50.0})
    assert intervals(mixed[:1], ["joint.f1"]) == {"joint.f1": None}
    assert intervals(mixed, ["speaker_accuracy"]) == {"speaker_accuracy": None}


def test_calibration_is_the_gap_between_confidence_and_precision() -> None:
    """By hand: 0.9 right 9 in 10 has no gap, 0.6 right never has one of 0.6; half of all predictions each."""
    found = calibration([(0.9, at != 0) for at in range(10)] + [(0.6, False)] * 10)
    assert found is not None
    assert (found.expected_error, found.surer_precision, found.other_precision) == (0.3, 90.0, 0.0)
    assert [(one.low, one.predictions, one.precision) for one in found.bins] == [(0.6, 10, 0.0), (0.9, 10, 0.9)]
    same = calibration([(1.0, True), (1.0, False)])
    assert same is not None
    assert (same.surer_precision, same.other_precision) == (50.0, 50.0)
    assert calibration([(0.5, True)]) is None
