"""The real SDK over real loopback sockets: every way in which a server may answer ends in a typed response."""

from __future__ import annotations

import gzip
import json
import time
from contextlib import closing, suppress
from typing import Any

import pytest

from factcards import EngineChoice, choose, make
from factcards.engines.llm.failures import error_of
from factcards.engines.llm.model import Message, Parameters, Request, Response
from factcards.engines.llm.schema import ExtractAnswer, strict_schema
from factcards.errors import ConfigError, ModelOutputError, ProviderError
from tests.support.server import ModelServer, Step, answer, raw, reset, sleep, status

KEY = "sk-planted-0123456789abcdef"
REQUEST = Request(
    model="m",
    messages=(Message(role="system", content="s"), Message(role="user", content="u")),
    schema_name="extract",
    answer_schema=strict_schema(ExtractAnswer),
    parameters=Parameters(max_tokens=77),
)
GOOD = answer({"claims": []})


def ask(server: ModelServer, *, timeout: float = 5.0, waits: list[str] | None = None, request: Request = REQUEST) -> Response:
    """One request to this server."""
    from factcards.engines.llm.openai_model import OpenAIModel

    said = [] if waits is None else waits
    with closing(OpenAIModel(api_key=KEY, base_url=server.url, timeout=timeout, on_wait=said.append)) as model:
        return model.complete(request)


def test_a_request_is_strict_structured_output_and_nothing_that_was_not_asked_for() -> None:
    """Model, messages, our own JSON Schema and the limit under its configured name; no temperature."""
    with ModelServer(GOOD) as server:
        response = ask(server)
    sent = server.requests[0]
    assert (response.outcome, response.text, response.origin) == ("ok", '{"claims": []}', "recorded")
    assert response.usage is not None
    assert (response.usage.input_tokens, response.usage.output_tokens) == (100, 10)
    assert sent.keys() == {"model", "messages", "response_format", "max_completion_tokens"}
    assert sent["response_format"]["json_schema"]["strict"] is True
    assert sent["max_completion_tokens"] == 77


def test_the_name_of_the_limit_and_other_parameters_are_the_users() -> None:
    """Some servers know max_tokens only."""
    named = REQUEST.model_copy(update={"parameters": Parameters(max_tokens=5, max_tokens_name="max_tokens", temperature=0.0)})
    with ModelServer(GOOD) as server:
        ask(server, request=named)
    assert server.requests[0]["max_tokens"] == 5
    assert server.requests[0]["temperature"] == 0.0
    assert "max_completion_tokens" not in server.requests[0]


def test_organisation_and_project_of_the_environment_do_not_reach_a_foreign_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SDK would send them to any base URL."""
    monkeypatch.setenv("OPENAI_ORG_ID", "org-planted")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-planted")
    with ModelServer(GOOD) as server:
        ask(server)
    assert "planted" not in json.dumps({key: value for key, value in server.headers[0].items() if key != "authorization"})


def test_three_500s_in_a_row_are_survived_and_each_wait_is_shown() -> None:
    """The SDK's own two retries would have lost."""
    waits: list[str] = []
    with ModelServer(status(500), status(500), status(500), GOOD) as server:
        response = ask(server, waits=waits)
    assert response.outcome == "ok"
    assert len(waits) == 3
    assert "it answered 500; trying again" in waits[0]


def test_a_429_with_retry_after_is_waited_for() -> None:
    """Then the answer comes."""
    with ModelServer(status(429), GOOD) as server:
        assert ask(server).outcome == "ok"


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        ({"retry-after": "7"}, 7, 7),
        ({"retry-after-ms": "1500", "retry-after": "7"}, 1.5, 1.5),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.375, 0.5),
        ({"retry-after": "soon"}, 0.375, 0.5),
        ({"retry-after": "nan"}, 0.375, 0.5),
        ({}, 0.375, 0.5),
    ],
    ids=str,
)
def test_the_wait_is_as_long_as_the_server_asks(
    headers: dict[str, str], least: float, most: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In seconds or as a date; where it asks for nothing or for the past, half a second and not all at the same moment."""
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    waits: list[str] = []
    with ModelServer(status(429, headers=headers), GOOD) as server:
        assert ask(server, waits=waits).outcome == "ok"
    assert len(slept) == 1
    assert least <= slept[0] <= most
    assert waits == [f"{server.host}: it answered 429; trying again in {slept[0]:.1f} s (1 of 4)"]


def test_a_server_that_asks_for_an_hour_is_not_asked_again() -> None:
    """The user may run the same command then."""
    with ModelServer(status(429, headers={"retry-after": "3600"}), GOOD) as server:
        response = ask(server)
    assert (len(server.requests), response.outcome) == (1, "error")
    assert response.failure is not None
    assert response.failure.message == "scripted (it asks to wait 3600 s)"


def test_a_server_says_itself_whether_to_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a header of api.openai.com's own."""
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with ModelServer(status(500, headers={"x-should-retry": "false"}), GOOD) as server:
        assert ask(server).outcome == "error"
    with ModelServer(status(400, headers={"x-should-retry": "true"}), GOOD) as server:
        assert ask(server).outcome == "ok"


@pytest.mark.parametrize(
    ("asked", "told"),
    [("130.2", " (it asks to wait 130 s)"), ("nan", ""), ("-5", ""), ("1e999", ""), ("Mon, 01 Jan 9999 00:00:00 -9999", "")],
)
def test_what_a_server_asks_to_wait_is_told_in_seconds(asked: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or not at all, where its header says no time."""
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with ModelServer(status(429, headers={"retry-after": asked})) as server:
        response = ask(server)
    assert response.failure is not None
    assert response.failure.message == f"scripted{told}"


def test_the_log_of_the_sdk_is_left_alone() -> None:
    """Whoever embeds us set it as he wants it."""
    import logging

    logger = logging.getLogger("openai._base_client")
    seen: list[tuple[int, int]] = []
    with ModelServer(lambda handler: (seen.append((logger.level, len(logger.handlers))), GOOD(handler))[1]) as server:
        ask(server)
    assert seen == [(logger.level, len(logger.handlers))]


def test_an_answer_that_breaks_off_is_asked_for_again() -> None:
    """A reset in the middle of the body, then the answer."""
    with ModelServer(reset, GOOD) as server:
        assert ask(server).outcome == "ok"


FAULTS: dict[str, tuple[Step, str, type[Exception]]] = {
    "bad request": (status(400, message="no such parameter"), "bad_request", ProviderError),
    "wrong key": (status(401, message=f"bad key {KEY}"), "unauthorized", ProviderError),
    "forbidden": (status(403), "forbidden", ProviderError),
    "not found": (status(404), "not_found", ProviderError),
    "conflict": (status(409), "conflict", ProviderError),
    "unprocessable": (status(422), "unprocessable", ProviderError),
    "rate limit": (status(429), "rate_limit", ProviderError),
    "quota": (status(429, kind="insufficient_quota"), "quota", ProviderError),
    "server error": (status(500), "server", ProviderError),
    "redirect": (status(302, headers={"location": "http://203.0.113.1/"}), "not_found", ProviderError),
    "html": (raw(b"<html>Bad gateway</html>", "text/html"), "not_json", ProviderError),
    "invalid json": (raw(b'{"choices": ['), "not_json", ProviderError),
    "not an object": (raw(b"[1]"), "not_a_completion", ProviderError),
    "no choices": (raw(b'{"choices": []}'), "not_a_completion", ProviderError),
    "choices of a wrong shape": (raw(b'{"choices": {"a": 1}}'), "not_a_completion", ProviderError),
    "deep nesting": (raw(b"[" * 200_000), "not_json", ProviderError),
    "five megabytes": (raw(b" " * 5_000_001), "too_large", ProviderError),
    "compressed": (
        lambda handler: handler.reply(200, gzip.compress(b" " * 100), headers={"content-encoding": "gzip, gzip"}),
        "compressed",
        ProviderError,
    ),
    "compressed refusal": (
        lambda handler: handler.reply(400, gzip.compress(b" " * 100), headers={"content-encoding": "gzip"}),
        "compressed",
        ProviderError,
    ),
    "a charset of letters": (
        lambda handler: handler.reply(400, b"no", "text/plain; charset=rot13"),
        "bad_request",
        ProviderError,
    ),
    "a charset of bytes": (lambda handler: handler.reply(400, b"no", "text/plain; charset=zlib"), "bad_request", ProviderError),
    "a refusal without end": (status(400, message="sk-a-" * 200_000), "bad_request", ProviderError),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_failure_is_an_outcome_with_its_kind_and_an_error_of_the_family(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never an exception of the SDK, never a key in the message."""
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    step, kind, error = FAULTS[name]
    with ModelServer(step) as server:
        response = ask(server)
    assert response.outcome == "error"
    assert response.failure is not None
    assert response.failure.kind == kind
    assert KEY not in response.model_dump_json()
    assert isinstance(error_of(response, "m"), error)


def test_a_body_that_always_breaks_off_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """After five tries we give up and say so."""
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with ModelServer(reset) as server:
        response = ask(server)
    assert response.failure is not None
    assert (response.failure.kind, response.failure.attempts) == ("interrupted", 5)


def test_a_server_that_is_silent_times_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time-out is for each try."""
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with ModelServer(sleep(1.0)) as server:
        response = ask(server, timeout=0.05)
    assert response.failure is not None
    assert response.failure.kind == "timeout"


def test_a_server_that_sends_a_byte_now_and_then_times_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time-out is for the whole answer: each byte alone comes in time."""
    monkeypatch.setattr("factcards.engines.llm.openai_model.RETRIES", 0)

    def drip(handler: Any) -> None:
        handler.reply(200, b"", promise=200)
        with suppress(OSError):
            for _ in range(200):
                handler.wfile.write(b" ")
                time.sleep(0.05)

    begun = time.monotonic()
    with ModelServer(drip) as server:
        response = ask(server, timeout=0.5)
    assert time.monotonic() - begun < 5
    assert response.failure is not None
    assert (response.failure.kind, response.failure.message) == ("timeout", "no answer within 0.5 s")


def test_a_server_that_is_not_there_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens."""
    from factcards.engines.llm.openai_model import OpenAIModel

    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with closing(OpenAIModel(api_key=None, base_url="http://127.0.0.1:9/v1", timeout=1, on_wait=lambda _line: None)) as model:
        response = model.complete(REQUEST)
    assert response.failure is not None
    assert (response.failure.kind, response.failure.message) == ("unreachable", "no server listens at 127.0.0.1:9")


def test_a_server_whose_name_nobody_knows_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """In plain words, not the system's."""
    import socket

    from factcards.engines.llm.openai_model import OpenAIModel

    def unknown(*_asked: object, **_named: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    monkeypatch.setattr("socket.getaddrinfo", unknown)
    with closing(OpenAIModel(api_key=None, base_url="http://models.invalid:8080/v1", timeout=1, on_wait=lambda _line: None)) as model:
        response = model.complete(REQUEST)
    assert response.failure is not None
    assert (response.failure.kind, response.failure.message) == ("unreachable", "there is no models.invalid, or no network")


QUOTE = "the bridge might close"
CLAIM = {"claim": f"Ada Quill said {QUOTE}.", "speaker": "Ada Quill", "cue": "said", "quote": QUOTE, "sentences": [1]}
DECK = answer({"claims": [CLAIM]}), answer({"sentences": [{"text": CLAIM["claim"], "cards": [1]}]})


def _told(base_url: str, proxy: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said while a deck is made at this server, in an environment that names this proxy for all."""
    said: list[str] = []
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    monkeypatch.setenv("HTTP_PROXY", proxy)
    monkeypatch.setenv("NO_PROXY", "other.invalid")
    make("Ada Quill said the bridge might close.", engine=choose(EngineChoice(base_url=base_url, model="m"), notify=said.append))
    return said


def test_what_is_sent_to_this_machine_goes_by_way_of_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment names: the article would go to another host than the one that is told."""
    with ModelServer(*DECK) as server, ModelServer(*DECK) as proxy:
        said = _told(server.url, f"http://{proxy.host}", monkeypatch)
    assert (len(server.requests), len(proxy.requests)) == (2, 0)
    assert f"engine: openai, model m; the article's text is sent to {server.host}" in said


def test_a_proxy_before_a_server_is_told_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets the article, too."""
    with ModelServer(*DECK) as proxy:
        said = _told("http://models.invalid/v1", f"http://someone:secret@{proxy.host}", monkeypatch)
    assert len(proxy.requests) == 2
    assert f"engine: openai, model m; the article's text is sent to models.invalid by way of the proxy {proxy.host}" in said
    assert "secret" not in "".join(said)


def test_a_server_that_the_environment_excepts_is_asked_without_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is none of this name; the proxy is not asked for it."""
    with ModelServer(GOOD) as proxy, pytest.raises(ProviderError):
        _told("http://other.invalid/v1", f"http://{proxy.host}", monkeypatch)
    assert not proxy.requests


@pytest.mark.parametrize("proxy", ["ftp://u:secret@127.0.0.1", "http://[", "socks5://u:secret@127.0.0.1:x"])
def test_a_proxy_by_way_of_which_nothing_can_go_is_refused(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback, and no password in the message."""
    with pytest.raises(ConfigError) as caught:
        _told("http://models.invalid/v1", proxy, monkeypatch)
    assert "secret" not in str(caught.value)


def test_where_no_key_was_sent_none_is_to_be_checked() -> None:
    """A server that asks for one says 401, too."""
    from factcards.engines.llm.openai_model import OpenAIModel

    with (
        ModelServer(status(401, message="Authorization required")) as server,
        closing(OpenAIModel(api_key=None, base_url=server.url, timeout=1, on_wait=lambda _line: None)) as model,
    ):
        error = error_of(model.complete(REQUEST), "m")
    assert isinstance(error, ProviderError)
    assert error.what == "the server of m asks for a key, and none was sent (HTTP 401): Authorization required"
    assert error.hint is not None
    assert error.hint.startswith("Set it in the environment")


@pytest.mark.parametrize(
    "step",
    [answer(f"here is {KEY}", model=f"Bearer {KEY}"), answer(None, refusal=f"no access for {KEY}", model=KEY)],
    ids=["text", "refusal"],
)
def test_our_own_key_is_no_part_of_an_answer(step: Step) -> None:
    """Whatever it looks like: a server may say what it was sent."""
    with ModelServer(step) as server:
        response = ask(server)
    assert response.outcome in {"ok", "refusal"}
    assert KEY not in response.model_dump_json()
    assert response.text.endswith(" [key]")


def test_a_word_that_stands_for_a_key_stays_in_an_answer() -> None:
    """Servers of one's own take any."""
    from factcards.engines.llm.openai_model import OpenAIModel

    with (
        ModelServer(answer("anything may happen")) as server,
        closing(OpenAIModel(api_key="anything", base_url=server.url, timeout=5, on_wait=lambda _line: None)) as model,
    ):
        assert model.complete(REQUEST).text == "anything may happen"


def _odd(model: str, tokens: int) -> Step:
    choice = {"finish_reason": "stop", "message": {"content": "{}"}}
    usage = {"prompt_tokens": tokens, "completion_tokens": 1}
    return raw(json.dumps({"model": model, "choices": [choice], "usage": usage}).encode())


def test_an_answer_holds_what_can_be_kept() -> None:
    """No half of a character in the model's name, and no count that is none."""
    with ModelServer(_odd("\ud800m", 10**400), _odd("m", 10**9)) as server:
        odd, usual = ask(server), ask(server)
    assert (odd.outcome, odd.model, odd.usage) == ("ok", "?m", None)
    assert odd.model_dump_json()
    assert usual.usage is not None


@pytest.mark.parametrize(
    ("step", "outcome", "text"),
    [
        (answer(None, refusal="I can't help with that."), "refusal", "I can't help with that."),
        (answer("", "content_filter"), "filter", ""),
        (answer('{"claims": [', "length"), "length", '{"claims": ['),
        (status(400, kind="context_length_exceeded"), "length", ""),
        (answer(None), "ok", ""),
    ],
)
def test_a_refusal_a_filter_and_a_cut_are_outcomes_with_their_words(step: Step, outcome: str, text: str) -> None:
    """None of them is an empty answer."""
    with ModelServer(step) as server:
        response = ask(server)
    assert (response.outcome, response.text) == (outcome, text)
    if outcome != "ok":
        assert isinstance(error_of(response, "m"), ModelOutputError)
