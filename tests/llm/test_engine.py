"""The model engine from article to deck: recorded and replayed, partial and resumed, within its budget."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any, cast

import pytest

from factcards.cards import Deck
from factcards.choosing import EngineChoice, choose
from factcards.config import UserConfig
from factcards.errors import (
    BudgetError,
    CassetteMiss,
    ConfigError,
    FactcardsError,
    LanguageError,
    ModelOutputError,
    ProviderError,
    UsageError,
)
from factcards.pipeline import Made, make, make_with
from factcards.read import from_text, read_file
from factcards.rendering import render
from tests.conftest import SEED
from tests.support.server import ModelServer, Step, answer, raw, reset, status

THREADS = 4

pytestmark = pytest.mark.usefixtures("each_text_read_once")

POISED = "China, led by President Xi Jinping, is poised to assert pressure on Russia to initiate a ceasefire"
CLAIM = {
    "claim": f"Michael Binyon suggests that {POISED}.",
    "speaker": "Michael Binyon",
    "cue": "suggests",
    "quote": POISED,
    "sentences": [7],
}
URGED = {
    "claim": "Antony Blinken urged China to curtail its materials supply to Russia.",
    "speaker": "Antony Blinken",
    "cue": "urged",
    "quote": "China to curtail its materials supply to Russia",
    "sentences": [17],
}
EXTRACT = answer({"claims": [CLAIM, URGED]}, model="m-2026-11")
GOOD_BRIEF = {"text": "Michael Binyon suggests that China is poised to press Russia to initiate a ceasefire.", "cards": [1]}
BRIEF = answer({"sentences": [GOOD_BRIEF]})
BAD_BRIEF = {"text": "China will press Russia to initiate a ceasefire, Michael Binyon said.", "cards": [1]}


def run(url: str | None, said: list[str] | None = None, **choice: Any) -> Made:
    """One deck of the seed."""
    lines = [] if said is None else said
    engine = choose(EngineChoice(base_url=url, model=choice.pop("model", "m"), **choice), environ={}, notify=lines.append)
    return make_with(read_file(SEED).article, engine)


def test_recorded_and_replayed_decks_are_the_same_bytes(tmp_path: Path) -> None:
    """Live with a recording, replayed without a server: one deck."""
    with ModelServer(EXTRACT, BRIEF) as server:
        said: list[str] = []
        live = run(server.url, said, record=tmp_path)
    assert any(server.host in line for line in said)
    replayed = run(None, replay=tmp_path, model=None)
    assert render(replayed.deck, "json") == render(live.deck, "json")
    made = live.deck.provenance
    assert (made.engine, made.model, made.usage is not None, made.cost_usd) == ("openai", "m-2026-11", True, None)
    assert {chunk.origin for chunk in made.chunks} == {"recorded"}
    assert [sentence.text for sentence in live.deck.brief.summary] == [GOOD_BRIEF["text"]]


def test_fresh_readings_are_the_same_bytes_as_stored_ones(tmp_path: Path) -> None:
    """Stored, stored again after --fresh, and recomputed: one file, one deck."""
    with ModelServer(EXTRACT, BRIEF) as server:
        run(server.url, record=tmp_path)
    (path,) = tmp_path.rglob("readings.json")
    stored = path.read_bytes()
    first = run(None, replay=tmp_path, model=None)
    again = run(None, replay=tmp_path, model=None, fresh=True)
    assert path.read_bytes() == stored
    assert again.deck == first.deck


def test_a_summary_sentence_that_upgrades_a_hedge_is_repaired_or_withheld() -> None:
    """It is shown to the model once; if it does not get better it is kept out, and that is said."""
    with ModelServer(EXTRACT, answer({"sentences": [BAD_BRIEF]}), BRIEF) as server:
        said: list[str] = []
        repaired = run(server.url, said).deck
    assert said[-1] == "brief: asked once more, for what was wrong in the answer"
    assert len(server.requests) == 3
    assert "surer than the evidence" in server.requests[2]["messages"][-1]["content"]
    assert [sentence.text for sentence in repaired.brief.summary] == [GOOD_BRIEF["text"]]
    assert repaired.provenance.prompts[-1].name == "repair"
    with ModelServer(EXTRACT, answer({"sentences": [GOOD_BRIEF, BAD_BRIEF]}), answer({"sentences": [BAD_BRIEF]})) as server:
        withheld = run(server.url).deck
    assert [item.text for item in withheld.brief.withheld] == [BAD_BRIEF["text"]]
    assert [sentence.text for sentence in withheld.brief.summary] == [GOOD_BRIEF["text"]]


def test_a_summary_of_some_cards_says_of_which(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model is shown so many of them; that the rest is not in the summary is told in the brief and to whoever runs it."""
    monkeypatch.setattr("factcards.engines.llm.summarize.MOST_CARDS", 1)
    with ModelServer(EXTRACT, BRIEF) as server:
        made = run(server.url)
    told = "the summary was written from the first 1 of 2 cards"
    assert [(item.code, item.reason) for item in made.deck.brief.withheld] == [("too_many", told)]
    assert [notice for notice in made.notices if notice.endswith(f": {told}")]


def test_a_right_sentence_that_cites_the_wrong_card_is_withheld_for_that() -> None:
    """The article does say so: no reason that speaks against the article, but the card that it cites, and the one that carries it."""
    wrong = {"text": "Antony Blinken urged China to curtail its materials supply to Russia.", "cards": [1]}
    with ModelServer(EXTRACT, answer({"sentences": [GOOD_BRIEF, wrong]})) as server:
        deck = run(server.url).deck
    (withheld,) = deck.brief.withheld
    assert withheld.reason == f"it cites a card that does not carry it; another does: “{URGED['claim']}”"
    assert withheld.cards == (deck.cards[0].id,)


@pytest.mark.parametrize(
    "sentence",
    [
        {"text": "Antony Blinken suggests that China is poised to press Russia.", "cards": [1]},
        {"text": "China is poised to press Russia to initiate a ceasefire.", "cards": [1]},
        {"text": "Michael Binyon suggests that China is poised to press Russia.", "cards": []},
        {"text": "Michael Binyon suggests that China is poised to press Russia.", "cards": [9]},
        {"text": "Michael Binyon suggests that China is poised to press Russia by 2027.", "cards": [1]},
    ],
    ids=["another speaker", "no speaker", "no card", "no such card", "a figure of its own"],
)
def test_an_unsound_summary_sentence_never_reaches_the_brief(sentence: dict[str, Any]) -> None:
    """The summary is then taken from the cards, and the note says so."""
    with ModelServer(EXTRACT, answer({"sentences": [sentence]})) as server:
        deck = run(server.url).deck
    assert sentence["text"] not in [item.text for item in deck.brief.summary]
    assert [item.code for item in deck.brief.withheld] == ["sentence_unsound", "summary_replaced"]


def test_invalid_json_is_asked_for_once_more_with_its_errors() -> None:
    """One repair; then the answer counts."""
    with ModelServer(answer("Sure! Here it is"), EXTRACT, BRIEF) as server:
        deck = run(server.url).deck
    assert len(deck.cards) == 2
    assert "not JSON" in server.requests[1]["messages"][-1]["content"]
    assert [message["role"] for message in server.requests[1]["messages"]] == ["system", "user", "assistant", "user"]


def test_one_bad_item_is_asked_for_again_and_the_good_ones_stay() -> None:
    """Schema errors of single items cost nobody else."""
    broken = {**URGED, "sentences": "seventeen"}
    with ModelServer(answer({"claims": [CLAIM, broken]}), answer({"claims": [URGED]}), BRIEF) as server:
        assert len(run(server.url).deck.cards) == 2
    with ModelServer(answer({"claims": [CLAIM, broken]}), answer("no"), BRIEF) as server:
        deck = run(server.url).deck
    assert (len(deck.cards), [item.code for item in deck.rejected]) == (1, ["invalid"])


def test_an_answer_that_was_cut_splits_the_chunk() -> None:
    """Both halves are asked for, and together they cover the article."""
    with ModelServer(answer('{"claims": [', "length"), answer({"claims": [CLAIM]}), answer({"claims": [URGED]}), BRIEF) as server:
        made = run(server.url)
    chunks = made.deck.provenance.chunks
    assert made.error is None
    assert (len(made.deck.cards), [chunk.outcome for chunk in chunks]) == (2, ["ok", "ok"])
    assert (chunks[0].start, chunks[0].end, chunks[1].end) == (0, chunks[1].start, len(made.deck.article.text))


def test_a_model_that_writes_without_an_end_is_left_soon() -> None:
    """Halved three times, it is cut all the same: twenty-seven requests were sent for this, each up to its limit."""
    with ModelServer(answer('{"claims": [', "length")) as server, pytest.raises(ModelOutputError, match="cut"):
        run(server.url)
    assert len(server.requests) == 5  # the chunk, a half, a quarter, two eighths


def test_duplicates_across_chunks_are_one_card() -> None:
    """The same words of the same speaker."""
    with ModelServer(answer({"claims": [CLAIM, CLAIM]}), BRIEF) as server:
        assert len(run(server.url).deck.cards) == 1


NOTHING: dict[str, tuple[Step, type[FactcardsError]]] = {
    "refusal": (answer(None, refusal="I can't help with that."), ModelOutputError),
    "content filter": (answer("", "content_filter"), ModelOutputError),
    "empty result": (answer({"claims": []}), ModelOutputError),
    "invalid twice": (answer("no"), ModelOutputError),
    "nothing grounded": (answer({"claims": [{**CLAIM, "quote": "PWNED"}]}), ModelOutputError),
    "wrong key": (status(401), ProviderError),
}


@pytest.mark.parametrize("name", NOTHING)
def test_an_answer_that_brings_nothing_is_an_error_never_an_empty_deck(name: str) -> None:
    """With the refusal's or the server's own words."""
    step, kind = NOTHING[name]
    with ModelServer(step) as server, pytest.raises(kind) as caught:
        run(server.url)
    if name == "refusal":
        assert "I can't help with that." in caught.value.what


def test_a_bad_chunk_makes_the_deck_partial_and_is_asked_for_again_alone(tmp_path: Path) -> None:
    """The good chunks stay, the error is handed on, and the next run asks only for what is missing."""
    unfinished = tmp_path / "cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(unfinished))
        with ModelServer(answer({"claims": [CLAIM]}), answer(None, refusal="No."), answer({"claims": []})) as server:
            first = run(server.url, chunk_tokens=500)
            asked = server.turn(answer({"claims": [URGED]}), BRIEF)
            second = run(server.url, chunk_tokens=500)
        assert isinstance(first.error, ModelOutputError)
        assert {chunk.outcome for chunk in first.deck.provenance.chunks} == {"ok", "refusal"}
        assert "No." in [chunk.message for chunk in first.deck.provenance.chunks]
        assert "**Partial" in render(first.deck)
        assert second.error is None
        assert len(server.requests) < asked
        assert len(second.deck.cards) >= len(first.deck.cards)
        assert not list(unfinished.rglob("*.json"))


UNUSABLE: dict[str, tuple[Step, type[FactcardsError]]] = {
    "a failing server": (status(500), ProviderError),
    "no JSON, twice": (answer("Sure!"), ModelOutputError),
    "a refusal": (answer(None, refusal="No."), ModelOutputError),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_summary_that_could_not_be_had_is_told_apart_and_is_asked_for_again_alone(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The deck is whole without it; what cannot be used is not kept, the claims are."""
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    step, kind = UNUSABLE[name]
    with ModelServer(EXTRACT, step) as server:
        first = run(server.url)
        server.turn(BRIEF)
        second = run(server.url)
    assert first.error is None
    assert isinstance(first.unsummarized, kind)
    assert [item.code for item in first.deck.brief.withheld] == ["summary_replaced"]
    assert [request["response_format"]["json_schema"]["name"] for request in server.requests] == ["brief"]
    assert second.unsummarized is None
    assert [sentence.text for sentence in second.deck.brief.summary] == [GOOD_BRIEF["text"]]


def test_an_unsound_summary_is_no_failed_one() -> None:
    """The model answered; what does not stand the check is withheld."""
    with ModelServer(EXTRACT, answer({"sentences": [BAD_BRIEF]})) as server:
        assert run(server.url).unsummarized is None


def test_what_one_server_answered_is_not_taken_for_another_ones() -> None:
    """A model of the same name may be another there; with or without a slash at its end an address is one."""
    with ModelServer(EXTRACT, status(400)) as server:
        run(server.url)
        server.turn(BRIEF)
        run(server.url + "/")
        assert len(server.requests) == 1
        server.turn(EXTRACT, status(400))
        run(server.url)
        with ModelServer(EXTRACT, BRIEF) as other:
            run(other.url)
    assert [request["response_format"]["json_schema"]["name"] for request in other.requests] == ["extract", "brief"]


def test_fresh_takes_nothing_that_was_kept() -> None:
    """Whatever a run that broke off kept is asked for anew."""
    with ModelServer(EXTRACT, status(400)) as server:
        run(server.url)
        server.turn(answer({"claims": [CLAIM]}), BRIEF)
        assert len(run(server.url, fresh=True).deck.cards) == 1
    assert len(server.requests) == 2


def test_a_hopeless_failure_is_not_repeated_for_every_chunk() -> None:
    """A wrong key is wrong for all of them."""
    with ModelServer(answer({"claims": [CLAIM]}), status(401)) as server:
        made = run(server.url, chunk_tokens=200)
    assert isinstance(made.error, ProviderError)
    assert len(server.requests) == 3  # the good chunk, the refused one, and the summary's


def test_an_unknown_price_refuses_max_cost_before_anything_is_asked() -> None:
    """A local server's price is unknown, not 0."""
    with ModelServer(EXTRACT) as server, pytest.raises(BudgetError, match="unknown"):
        run(server.url, max_cost=1.0)
    assert server.requests == []


@pytest.mark.parametrize(("prices", "answered"), [((0.0, 0.0), True), ((1.0, 2.0), True), ((1.0, 200.0), False)])
def test_a_price_of_ones_own_keeps_the_budget(prices: tuple[float, float], answered: bool) -> None:
    """A server of one's own costs nothing, or what one says; of 16,000 tokens of an answer at 200 USD a million 3.20 USD."""
    config = UserConfig(input_price=prices[0], output_price=prices[1])
    with ModelServer(EXTRACT, BRIEF) as server:
        engine = choose(EngineChoice(base_url=server.url, model="m", max_cost=1.0), config, environ={})
        if not answered:
            with pytest.raises(BudgetError, match="could cost 3"):
                make(read_file(SEED), engine=engine)
            return
        deck = make(read_file(SEED), engine=engine)
    assert deck.provenance.cost_usd == (2 * (100 * prices[0] + 10 * prices[1]) / 1e6 or None)


@pytest.mark.parametrize("told", [True, False])
def test_an_answer_whose_tokens_are_not_told_counts_as_what_it_could_cost(told: bool) -> None:
    """A request could cost 0.32 USD: behind one of which nothing is known another is above half a dollar."""
    config = UserConfig(input_price=0.0, output_price=20.0)
    with ModelServer(answer({"claims": [CLAIM]}, usage=told), BRIEF) as server:
        engine = choose(EngineChoice(base_url=server.url, model="m", max_cost=0.5), config, environ={})
        with suppress(BudgetError):
            make(read_file(SEED), engine=engine)
    assert len(server.requests) == (2 if told else 1)


@pytest.mark.parametrize(("failure", "asked"), [(status(500), 3), (reset, 1), (raw(b"<html>", "text/html"), 1)], ids=["500", "cut", "html"])
def test_a_try_that_a_server_may_have_worked_at_counts_before_another(failure: Step, asked: int) -> None:
    """It could cost 0.32 USD, and another one as much; a refusal costs nothing."""
    config = UserConfig(input_price=0.0, output_price=20.0)
    with ModelServer(failure, EXTRACT, BRIEF) as server:
        engine = choose(EngineChoice(base_url=server.url, model="m", max_cost=0.5), config, environ={})
        with suppress(ProviderError):
            make(read_file(SEED), engine=engine)
    assert len(server.requests) == asked


def threads(work: Callable[[int], object]) -> list[object]:
    """What each of several threads gives, or the error that it raises, all of them begun together."""
    begun = threading.Barrier(THREADS)

    def one(number: int) -> object:
        begun.wait()
        try:
            return work(number)
        except Exception as error:
            return error

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


def harbour(day: int) -> str:
    """An article like another one."""
    return f"Mayor Ada Quill said that the harbour would close on {day} May. Nobody knew why."


def slow_harbour_server(handler: Any) -> None:
    """Answers what is asked, after a while in which the others ask too."""
    time.sleep(0.05)
    if handler.asked["response_format"]["json_schema"]["name"] == "brief":
        answer({"sentences": []})(handler)
        return
    quote = "the harbour would close on"
    claim = {
        "claim": "Ada Quill said that the harbour would close.",
        "speaker": "Ada Quill",
        "cue": "said",
        "quote": quote,
        "sentences": [1],
    }
    answer({"claims": [claim]})(handler)


def test_one_engine_serves_several_threads(tmp_path: Path) -> None:
    """None closes another's connection or takes its work: each article has its deck, its recording and its readings."""
    with ModelServer(slow_harbour_server) as server:
        engine = choose(EngineChoice(base_url=server.url, model="m", record=tmp_path), environ={})
        decks = threads(lambda number: make(harbour(number + 1), engine=engine))
    assert [deck.article.text if isinstance(deck, Deck) else deck for deck in decks] == [harbour(n + 1) for n in range(THREADS)]
    assert len({path.parent for path in tmp_path.rglob("readings.json")}) == THREADS
    replayed = choose(EngineChoice(replay=tmp_path), environ={})
    assert threads(lambda number: make(harbour(number + 1), engine=replayed)) == decks


@pytest.mark.parametrize("records", [True, False])
def test_threads_may_make_the_same_article(records: bool, tmp_path: Path) -> None:
    """What one sets aside, records or clears away is no error of another."""
    with ModelServer(slow_harbour_server) as server:
        engine = choose(EngineChoice(base_url=server.url, model="m", record=tmp_path if records else None), environ={})
        decks = threads(lambda _number: make(harbour(1), engine=engine))
    assert [deck for deck in decks if not isinstance(deck, Deck)] == []


def test_a_budget_holds_for_all_threads_together() -> None:
    """What is under way counts: a request could cost 0.32 USD, so one of four at a time is within half a dollar."""
    config = UserConfig(input_price=0.0, output_price=20.0)
    with ModelServer(slow_harbour_server) as server:
        engine = choose(EngineChoice(base_url=server.url, model="m", max_cost=0.5), config, environ={})
        found = threads(lambda number: make(harbour(number + 1), engine=engine))
        asked = sum(request["response_format"]["json_schema"]["name"] == "extract" for request in server.requests)
    assert {type(one) for one in found} <= {Deck, BudgetError}
    assert sum(isinstance(one, Deck) for one in found) == asked < THREADS


def test_a_key_is_needed_for_the_providers_own_host_only() -> None:
    """Named before anything is loaded."""
    with pytest.raises(ConfigError, match="OPENAI_API_KEY"):
        choose(EngineChoice(engine="openai"), environ={})
    for url in ("ftp://x", "http://127.0.0.1:9/v1?api-version=2", "http://127.0.0.1:9/v1#a"):
        with pytest.raises(UsageError, match="base URL"):
            choose(EngineChoice(base_url=url), environ={})


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
@pytest.mark.parametrize("name", ["temperature", "timeout", "max_cost"])
def test_a_number_that_is_none_is_refused(name: str, value: float) -> None:
    """No JSON holds it, and no limit holds against it."""
    with pytest.raises(UsageError, match="no number to reckon with"):
        choose(EngineChoice(model="m", base_url="http://127.0.0.1:9/v1", **{name: value}), environ={})


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ({"engine": "Local"}, "engine is 'Local'; it is one of auto, local, openai."),
        ({"engine": "none"}, "engine is 'none'; it is one of auto, local, openai."),
        ({"record_mode": "zz"}, "record_mode is 'zz'; it is one of once, all."),
        ({"timeout": -5}, "timeout is -5; it is at least 0.01."),
        ({"timeout": "60"}, "timeout is a number, not str."),
        ({"max_cost": -0.1}, "max_cost is -0.1; it is at least 0."),
        ({"temperature": -1}, "temperature is -1; it is at least 0."),
        ({"max_tokens": 0}, "max_tokens is 0; it is at least 1."),
        ({"max_tokens": 2.5}, "max_tokens is a whole number, not float."),
        ({"chunk_tokens": 49}, "chunk_tokens is 49; it is at least 50."),
        ({"sample": 0}, "sample is 0; it is at least 1."),
        ({"sample": True}, "sample is a whole number, not bool."),
        ({"model": 7}, "model is a str, not int."),
        ({"replay": 7}, "replay is a Path or a str, not int."),
        ({"record": ""}, "record is empty."),
    ],
)
def test_a_choice_that_cannot_be_is_refused_when_it_is_made(choice: dict[str, Any], told: str) -> None:
    """A misspelt "local" was taken for a model, and the article left the machine."""
    with pytest.raises(UsageError) as caught:
        EngineChoice(**choice)
    assert caught.value.what == told


def test_the_local_engine_takes_no_word_to_a_model() -> None:
    """Each field but the engine itself and the brief's templates, by its name in Python; the hint has the command line's."""
    values: dict[str, Any] = {
        "model": "m", "base_url": "http://127.0.0.1:9/v1", "timeout": 5, "max_cost": 1, "max_tokens": 5, "max_tokens_name": "max_tokens",
        "temperature": 0.0, "chunk_tokens": 60, "replay": "x", "record": "x", "record_mode": "all", "fresh": True, "keep": False,
        "without_summary": True, "sample": 2, "dry_run": True,
    }  # fmt: skip
    assert values.keys() | {"engine", "prompts"} == {field.name for field in fields(EngineChoice)}
    for name, value in values.items():
        with pytest.raises(UsageError, match=f"^{name}: the local engine") as error:
            choose(EngineChoice(engine="local", **{name: value}), environ={})
        assert f"--{name.replace('_', '-')})" in str(error.value.hint)
    assert choose(EngineChoice(prompts="prompts"), environ={}).name == "local"


def test_a_folder_is_named_by_a_text_or_a_path(tmp_path: Path) -> None:
    """As a file is for `read_file`."""
    told = []
    for folder in (tmp_path / "nowhere", str(tmp_path / "nowhere")):
        with pytest.raises(CassetteMiss) as caught:
            make("Ada Quill said the bridge might close.", engine=choose(EngineChoice(replay=folder)))
        told.append(caught.value.what)
    assert told[0] == told[1]
    assert "there is no folder" in told[0]


def test_a_misspelt_engine_sends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Though a key and a server are there."""
    with ModelServer() as server:
        monkeypatch.setenv("OPENAI_API_KEY", "sk-planted")
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        with pytest.raises(UsageError, match="engine is 'Local'"):
            make("Ada Quill said the bridge might close.", engine=cast("Any", "Local"))
    assert server.requests == []


def test_a_server_of_the_environment_that_is_none_is_named_as_its() -> None:
    """Nobody wrote it on the command line."""
    with pytest.raises(ConfigError, match=r"^the environment variable OPENAI_BASE_URL is no URL of a server"):
        choose(EngineChoice(engine="openai"), environ={"OPENAI_BASE_URL": "ftp://x"})


def test_a_replay_without_a_recording_says_what_is_missing(tmp_path: Path) -> None:
    """Never an empty deck."""
    with pytest.raises(CassetteMiss, match="nothing in"):
        run(None, replay=tmp_path, model=None)


def test_a_dry_run_shows_prompt_tokens_and_cost_and_asks_nothing() -> None:
    """No key is needed for it."""
    engine = choose(EngineChoice(model="gpt-6-luna", dry_run=True), environ={})
    prompt, total = engine.plan(read_file(SEED).article)
    assert "[7] Michael Binyon, a seasoned former correspondent" in prompt
    assert "1 request to gpt-6-luna" in total
    assert "USD" in total
    unknown = choose(EngineChoice(model="m", base_url="http://127.0.0.1:9/v1", dry_run=True), environ={}).plan(read_file(SEED).article)
    assert "cost unknown" in unknown[-1]


def test_a_dry_run_of_a_replay_is_of_the_model_that_was_recorded(tmp_path: Path) -> None:
    """It need not be named where there is one."""
    article = read_file(SEED).article
    with ModelServer(answer({"claims": [CLAIM]}), BRIEF) as server:
        run(server.url, record=tmp_path)
    assert "1 request to" in choose(EngineChoice(replay=tmp_path, dry_run=True), environ={}).plan(article)[-1]


def test_a_language_that_the_reader_does_not_read_is_left_to_a_model() -> None:
    """The local engine refuses it and names the way out; a model's cards say that they were not checked."""
    text = (
        "Der Bürgermeister und die Brücke\n\nDer Bürgermeister von Marrow sagte am Dienstag, die alte Brücke könnte im Mai "
        "geschlossen werden. "
        "„Wir brauchen das Geld“, sagte er nach der Sitzung des Rates. Die Brücke ist seit dem Winter beschädigt und wird geprüft.\n"
    )
    article = from_text(text)
    with pytest.raises(LanguageError) as caught:
        make_with(article, choose(EngineChoice(engine="local")))
    assert "--model" in (caught.value.hint or "")
    claim = {
        "claim": "Der Bürgermeister sagte: „Wir brauchen das Geld“.",
        "speaker": "Der Bürgermeister von Marrow",
        "cue": "sagte",
        "quote": "Wir brauchen das Geld",
        "sentences": [3],
    }
    with ModelServer(answer({"claims": [claim]})) as server:
        made = make_with(article, choose(EngineChoice(base_url=server.url, model="m"), environ={}))
    assert [found.code for found in made.deck.cards[0].findings][-1] == "not_checked"
    assert any("not checked" in notice for notice in made.notices)


def test_prompts_of_the_users_own_are_used_and_named(tmp_path: Path) -> None:
    """An override changes the request, its identity and the provenance."""
    from factcards.templates import Templates

    for path in Templates().export(tmp_path / "p"):
        if not path.name.startswith("extract"):
            path.unlink()
    (override,) = (tmp_path / "p").iterdir()
    override.write_text(override.read_text("utf-8").replace("You list the claims", "You carefully list the claims"), "utf-8")
    with ModelServer(EXTRACT, BRIEF) as server:
        mine = run(server.url, prompts=tmp_path / "p").deck
    assert server.requests[0]["messages"][0]["content"].startswith("You carefully list")
    with ModelServer(EXTRACT, BRIEF) as server:
        theirs = run(server.url).deck
    assert mine.provenance.prompts[0].sha256 != theirs.provenance.prompts[0].sha256


@pytest.mark.parametrize("twist", [lambda c: c[::-1], lambda c: c + c, lambda c: [{**item, "sentences": []} for item in c]])
def test_order_repeats_and_missing_pointers_change_no_card(twist: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> None:
    """Cards come in the article's order, once each."""
    with ModelServer(EXTRACT, BRIEF) as server:
        plain = run(server.url).deck
    with ModelServer(answer({"claims": twist([CLAIM, URGED])}), BRIEF) as server:
        twisted = run(server.url).deck
    assert [card.id for card in twisted.cards] == [card.id for card in plain.cards]


def test_a_deck_from_a_model_is_valid_json_of_the_contract() -> None:
    """JSON in, same JSON out, findings with spans included."""
    upgraded = {**CLAIM, "claim": "Michael Binyon says that China will press Russia to initiate a ceasefire."}
    with ModelServer(answer({"claims": [upgraded, URGED]}), BRIEF) as server:
        deck = run(server.url).deck
    assert next(found.code for card in deck.cards for found in card.findings if found.spans) == "hedge_strengthened"
    assert Deck.model_validate_json(render(deck, "json")) == deck
    assert json.loads(render(deck, "json"))["provenance"]["cost_usd"] is None
