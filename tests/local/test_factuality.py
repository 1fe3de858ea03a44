"""The public face of event factuality: offsets in, events out, the same for any batch."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcards import UsageError, factualities, factuality, from_text
from factcards.engines.local.certainty.senses import SENSES
from factcards.engines.local.certainty.standing import implied, turned
from factcards.lexicon import Signature, happening_weights, hedge_entries, signature
from tests.local.certainty_cases import CASES, NO_HEDGE

TEXT = "Holt said the firm may have failed to pay the crew. The flight was cancelled."


def test_every_event_of_a_text_is_given_in_order() -> None:
    """Verbs, predicative adjectives and event nouns, each at its own words."""
    events = factuality(TEXT)
    assert [(event.quote, event.value) for event in events] == [("said", 3), ("failed", 1), ("pay", -1), ("flight", -3), ("cancelled", 3)]
    assert all(event.stands_in(TEXT) for event in events)


def test_offsets_decide_which_words_are_events() -> None:
    """One event for each pair, in the order of the pairs, whatever word stands there."""
    places = [(TEXT.index("crew"), TEXT.index("crew") + 4), (0, 4)]
    assert [(event.quote, event.kind) for event in factuality(TEXT, at=places)] == [("crew", "other"), ("Holt", "other")]


def test_an_offset_inside_a_word_or_over_several_finds_the_word() -> None:
    """Inside a word that word; over several the one on which the others hang."""
    pay = TEXT.index("pay")
    assert [event.quote for event in factuality(TEXT, at=[(pay + 1, pay + 2), (pay, pay + 12)])] == ["pay", "pay"]


@pytest.mark.parametrize("place", [(4, 5), (500, 504), (3, 3)])
def test_an_offset_with_no_word_is_refused(place: tuple[int, int]) -> None:
    """A space, a place behind the end, an empty stretch."""
    with pytest.raises(UsageError, match=r"holds no word"):
        factuality(TEXT, at=[place])


def test_rows_of_offsets_must_fit_the_texts() -> None:
    """One row for each text; and no empty text."""
    with pytest.raises(UsageError, match="2 rows"):
        factualities(["It rains."], at=[[], []])
    with pytest.raises(UsageError, match="no text"):
        factuality("")


def test_many_texts_at_once_are_read_as_each_alone() -> None:
    """The batch changes nothing."""
    texts = [row[0].replace("[", "").replace("]", "").replace("{", "").replace("}", "") for row in CASES[:40]]
    assert factualities(texts) == [factuality(text) for text in texts]


def test_an_article_is_read_with_its_parts() -> None:
    """Offsets are into the article's text, several paragraphs over."""
    article = from_text("Pool to shut\n\nThe council will close the pool.\n\nParents did not protest.\n")
    events = {event.quote: event.value for event in factuality(article)}
    assert events["close"] == 3
    assert events["protest"] == -3
    assert all(event.stands_in(article.text) for event in factuality(article))


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("The council closed the pool.", "The council will close the pool."),
        ("The council closed the pool.", "The council plans to close the pool."),
        ("Did the council close the pool? It closed it.", "The council might close the pool."),
    ],
)
def test_what_is_still_to_come_has_not_happened(surer: str, less_sure: str) -> None:
    """However certain the text is of it."""
    assert factuality(surer)[-1].happened > factuality(less_sure)[-1].happened + 1


@given(st.integers(-3, 3), st.integers(-3, 3), st.integers(-3, 3))
def test_composition_never_makes_anything_surer(outer: int, affirmed: int, negated: int) -> None:
    """But for what is presupposed either way; and turning twice is turning back."""
    if affirmed != negated:
        assert abs(implied(outer, Signature("any", affirmed, negated))) <= abs(outer)
    assert abs(turned(outer, affirmed)) <= min(abs(outer), abs(affirmed))
    assert turned(outer, affirmed) == turned(affirmed, outer)
    assert turned(-outer, affirmed) == -turned(outer, affirmed)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*NO_HEDGE, TEXT, "if if may not", "¿?", "“He said “no”” "]), min_size=1, max_size=4))
def test_any_text_gives_events_that_are_its_own_words(pieces: list[str]) -> None:
    """The slice law, for events, sources and cues."""
    text = " ".join(pieces)
    for event in factuality(text):
        spans = [event, *(span for level in event.levels for span in (level.source, level.cue) if span is not None)]
        assert all(text[span.start : span.end] == span.quote for span in spans)
        assert -3 <= event.happened <= 3


def test_every_sense_of_the_word_list_has_its_test() -> None:
    """And no test is left over."""
    assert {entry.sense for entries in hedge_entries().values() for entry in entries} == set(SENSES)


@pytest.mark.parametrize(
    ("frame", "lemma", "name"),
    [("infinitive", "fail", "failure"), ("finite", "know", "factive"), ("object", "cancel", "end"), ("noun", "fear", "guess")],
)
def test_signatures_by_frame(frame: str, lemma: str, name: str) -> None:
    """The same verb may imply another thing in another frame."""
    assert signature(frame, lemma).name == name
    assert signature("infinitive", "forget").affirmed == -3
    assert signature("finite", "forget").affirmed == 3


def test_the_weights_name_no_word_of_an_event() -> None:
    """Features are grammatical: tags, relations, auxiliaries, pronouns, grounds."""
    kinds = {name.split()[0] for name in happening_weights() if name != "intercept"}
    assert kinds <= {
        "value", "time", "last", "ground", "tag", "relation", "head", "under", "helper", "subject", "has", "own", "first", "ends",
    }  # fmt: skip
    words = {name.split()[-1] for name in happening_weights() if name.startswith("has ")}
    assert {"mill", "sell", "good"}.isdisjoint(words)


def test_a_long_sentence_takes_no_more_for_each_word() -> None:
    """Four times the words, less than five times the steps beside the parse: nothing is quadratic. Lines run are counted."""
    from factcards.engines.local.certainty.clauses import find_clauses
    from factcards.engines.local.certainty.factuality import events_in
    from factcards.engines.local.certainty.hedging import find_hedges
    from factcards.engines.local.certainty.negating import find_negations
    from factcards.engines.local.parsing.parse import parse
    from factcards.engines.local.parsing.sheet import sheet_of
    from factcards.segment import lay_out

    def steps(times: int) -> int:
        article = from_text("Holt said that " + "the firm may not sell the mill if it rains and " * times + "it rains.")
        layout = lay_out(article)
        blocks = parse([article], [layout])[0]
        count = 0

        def step(_frame: FrameType, event: str, _arg: object) -> Callable[..., object]:
            nonlocal count
            count += event == "line"
            return step

        before = sys.gettrace()
        sys.settrace(step)
        try:
            for find in (find_hedges, find_negations, events_in):
                find(blocks)
            find_clauses(sheet_of(article.text, blocks, layout))
        finally:
            sys.settrace(before)
        return count

    steps(1)  # loads what is loaded once
    assert steps(200) < 5 * steps(50)
