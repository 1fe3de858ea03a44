"""The one module that imports openai: a `Model` over HTTP, to api.openai.com or any server that speaks its chat completions.

Chat completions with our own JSON Schema, not `.parse` and not Responses: several servers drop the schema or hide a
truncation there. The body is parsed here and not by the SDK, which lets an invalid one through in three different shapes.
"""

from __future__ import annotations

import json
import math
import random
import re
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from functools import partial
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx2
import openai

from factcards.cards import Outcome, Usage
from factcards.engines.llm.model import Failure, FailureKind, Request, Response
from factcards.errors import ConfigError
from factcards.secrets import redacted

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletionMessageParam

__all__ = ["OpenAIModel"]

RETRIES = 4
"""After the first try: two, the SDK's own default, lose to three 500s in a row."""
LONGEST_WAIT = 120.0
"""Seconds that a server may ask us to wait; where it asks for more it is not asked again."""
_FIRST_WAIT, _MOST_WAIT = 0.5, 8.0
"""Seconds before the second try, twice as long before each that follows, and never longer than this."""
_AGAIN = frozenset({408, 409, 429})
"""Refusals that may be none a moment later, as are all of a server's own errors (500 and above)."""
MOST_BYTES = 5_000_000
"""Of one response body. The longest honest answer, 16,000 tokens, is below 100 KB."""
MOST_TOKENS = 1_000_000_000
"""That a server may count in one answer; more is no count."""
_PLACEHOLDER = 12
"""Characters from which a key is a secret also in an answer: a shorter one ("none", "ollama", "anything") may be a word of it."""
_LOOKED_AT, _SHOWN = 10_000, 500
"""Code points of a server's own words: in which keys are looked for, and that are told."""
_ERRNO = re.compile(r"^\[Errno -?\d+\] ")
"""The system's number before its own words."""

_BY_STATUS: dict[int, FailureKind] = {
    **dict.fromkeys((301, 302, 303, 307, 308), "not_found"),  # the address is another: "http" for "https", a path without its end
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    409: "conflict",
    422: "unprocessable",
    429: "rate_limit",
}


class _TooLarge(openai.OpenAIError):
    """The SDK hands its own errors on at once; any other would be tried again."""


class _Compressed(openai.OpenAIError):
    """A body that nobody asked for in this form: what it unpacks to cannot be known beforehand."""


class _Limited(httpx2.SyncByteStream):
    """A body that ends with an error when it goes on for too long, in bytes or in time."""

    def __init__(self, inner: httpx2.SyncByteStream, most: int, deadline: float) -> None:
        self._inner = inner
        self._most = most
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        seen = 0
        for piece in self._inner:
            seen += len(piece)
            if seen > self._most:
                raise _TooLarge(f"more than {self._most:,} bytes")
            if time.monotonic() > self._deadline:
                raise httpx2.ReadTimeout("its answer did not come to its end")
            yield piece

    def close(self) -> None:
        self._inner.close()


class OpenAIModel:
    """Implements `Model` over HTTP.

    Args:
        api_key: None for a server that needs none.
        base_url: With its /v1; None is api.openai.com.
        timeout: Seconds for one try, from the request to the last byte of its answer.
        on_wait: Told in one line before each wait for another try.
        proxy: By way of which all goes; None for none, whatever the environment names.

    Raises:
        ConfigError: if nothing can go by way of such a proxy.
    """

    def __init__(
        self, *, api_key: str | None, base_url: str | None, timeout: float, on_wait: Callable[[str], None], proxy: str | None = None
    ) -> None:
        """Nothing is sent yet."""
        self._key = api_key
        self._on_wait = on_wait
        ours = base_url is None
        self._client = openai.OpenAI(
            api_key=api_key or "none",
            base_url=base_url or "https://api.openai.com/v1",
            organization=None if ours else "",
            project=None if ours else "",
            timeout=timeout,
            max_retries=0,  # `complete` tries again, and tells of it
            default_headers={"Accept-Encoding": "identity"},
            http_client=_client(proxy, timeout),
        )
        self.host = _host(str(self._client.base_url))
        self._first = self.host if proxy is None else _host(proxy)
        self.way = self.host if proxy is None else f"{self.host} by way of the proxy {self._first}"
        """Who gets what is sent."""

    def complete(self, request: Request, again: Callable[[Response], bool] = lambda _failed: True) -> Response:
        """The answer, or a response of outcome "error" that says why there is none, after at most RETRIES tries more.

        Args:
            request: What is asked.
            again: Asked before each of these whether it may be, given what failed.
        """
        for number in count(1):
            response, wait, last = self._tried(request, number)
            if wait is None or number > RETRIES or not again(response):
                break
            self._on_wait(f"{self.host}: {last}; trying again in {wait:.1f} s ({number} of {RETRIES})")
            time.sleep(wait)
        return response

    def _tried(self, request: Request, number: int) -> tuple[Response, float | None, str]:
        """What came of one try; the seconds to wait for another one, None where that cannot help; and why, in a few words."""
        try:
            raw = self._client.chat.completions.with_raw_response.create(
                model=request.model,
                messages=[_message(message.role, message.content) for message in request.messages],
                response_format={
                    "type": "json_schema",
                    "json_schema": {"name": request.schema_name, "strict": True, "schema": dict(request.answer_schema)},
                },
                extra_body=_parameters(request),
            )
            return self._read(raw.http_response.content), None, ""
        except _TooLarge as error:
            return self._failed("too_large", str(error), 200), None, ""
        except _Compressed as error:
            return self._failed("compressed", str(error)), None, ""
        except openai.APIStatusError as error:
            return self._refused(error, number), _wait_after(error.response, number), f"it answered {error.status_code}"
        except openai.APITimeoutError:
            why = f"no answer within {self._client.timeout:g} s"
            return self._failed("timeout", why, tries=number), _wait(number), "no answer came in time"
        except openai.APIConnectionError as error:
            cause = error.__cause__ or error
            started = not isinstance(cause, (httpx2.ConnectError, httpx2.UnsupportedProtocol, httpx2.ProxyError))
            failed = self._failed("interrupted" if started else "unreachable", self._why(cause), tries=number)
            return failed, _wait(number), "its answer broke off" if started else "no answer came"
        except (openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
            return self._failed("interrupted", f"{type(error).__name__}: {error}", tries=number), None, ""

    def close(self) -> None:
        """Close its connections."""
        self._client.close()

    def _read(self, body: bytes) -> Response:
        try:
            value = json.loads(body)
        except (ValueError, RecursionError):
            return self._failed("not_json", body[:200].decode("utf-8", "replace"), 200)
        if not isinstance(value, dict):
            return self._failed("not_a_completion", "the body is not an object", 200)
        choices = value.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        message = choice.get("message") if isinstance(choice, dict) else None
        if not isinstance(choice, dict) or not isinstance(message, dict):
            return self._failed("not_a_completion", "the body has no choices[0].message", 200)
        model, content, refusal = value.get("model"), message.get("content"), message.get("refusal")
        text = content if isinstance(content, str) else ""
        outcome: Outcome = {"length": "length", "content_filter": "filter"}.get(str(choice.get("finish_reason")), "ok")  # type: ignore[assignment]
        if isinstance(refusal, str) and refusal:
            outcome, text = "refusal", refusal
        return Response(
            outcome=outcome,
            text=self._said(text),
            model=self._said(model) if isinstance(model, str) and model else None,
            usage=_usage(value.get("usage")),
            origin="recorded",
        )

    def _said(self, words: str) -> str:
        """The server's words as a text that can be kept: of characters, and without our key."""
        text = words.encode("utf-8", "replace").decode()
        return text.replace(self._key, "[key]") if self._key and len(self._key) >= _PLACEHOLDER else text

    def _refused(self, error: openai.APIStatusError, tries: int) -> Response:
        body = error.body if isinstance(error.body, dict) else {}
        code, words = str(body.get("code") or body.get("type") or ""), body.get("message")
        message = words if isinstance(words, str) else error.response.text or error.response.reason_phrase
        if code == "context_length_exceeded":
            return Response(outcome="length", origin="recorded")
        status = error.status_code
        if status == 401 and not self._key:
            return self._failed("no_key", message, status, tries)
        kind: FailureKind = "server" if status >= 500 else _BY_STATUS.get(status, "bad_request")
        if kind == "rate_limit" and "insufficient_quota" in {body.get("code"), body.get("type")}:
            kind = "quota"
        wait = _asked_to_wait(error.response.headers)
        if kind == "rate_limit" and wait >= 1:
            message = f"{message} (it asks to wait {wait:.0f} s)"
        return self._failed(kind, message, status, tries)

    def _failed(self, kind: FailureKind, message: str, status: int | None = None, tries: int = 1) -> Response:
        words = _ERRNO.sub("", " ".join(message.encode("utf-8", "replace").decode().split()))
        if self._key:
            words = words.replace(self._key, "[key]")
        failure = Failure(kind=kind, status=status, message=redacted(words[:_LOOKED_AT])[:_SHOWN] or kind, attempts=tries)
        return Response(outcome="error", failure=failure, origin="recorded")

    def _why(self, error: BaseException) -> str:
        """Why nobody was reached, in plain words where the system's are none ("Connection refused", "Name or service not known")."""
        under: BaseException | None = error
        while under is not None and not isinstance(under, (ConnectionRefusedError, socket.gaierror)):
            under = under.__cause__ or under.__context__
        if isinstance(under, ConnectionRefusedError):
            return f"no server listens at {self._first}"
        if isinstance(under, socket.gaierror):
            return f"there is no {self._first.partition(':')[0]}, or no network"
        return str(error) or type(error).__name__


def _host(url: str) -> str:
    """Host and port, without a password before them."""
    return urlsplit(url).netloc.rpartition("@")[2]


def _client(proxy: str | None, timeout: float) -> httpx2.Client:
    """A client that goes by way of this proxy or of none: with a transport named, it asks the environment for certificates only."""
    transport = httpx2.HTTPTransport() if proxy is None else None
    hooks: dict[str, list[Callable[..., object]]] = {"request": [partial(_begin, timeout)], "response": [_limit]}
    try:
        _host(proxy or "")
        return openai.DefaultHttpxClient(follow_redirects=False, timeout=timeout, event_hooks=hooks, proxy=proxy, transport=transport)
    except (ImportError, ValueError, httpx2.InvalidURL) as error:  # which may show a password
        raise ConfigError("the proxy that the environment names is none that requests can go by.", hint=_PROXY) from error


_PROXY = "It looks like http://proxy.example:3128. Name the server in NO_PROXY to go there without one. Nothing was sent."


def _begin(timeout: float, request: httpx2.Request) -> None:
    """When its answer must be there."""
    request.extensions["deadline"] = time.monotonic() + timeout


def _limit(response: httpx2.Response) -> None:
    """No more is read of a body than an honest answer has, for no longer than a try may take, as it is sent, and as UTF-8: JSON is."""
    encoding = response.headers.get("content-encoding", "identity")
    if encoding != "identity":
        raise _Compressed(f"its answer is compressed ({encoding}), and none such was asked for")
    response.encoding = "utf-8"
    if isinstance(response.stream, httpx2.SyncByteStream):
        response.stream = _Limited(response.stream, MOST_BYTES, response.request.extensions["deadline"])


def _wait(number: int) -> float:
    """Seconds before another try: twice as long each time, less up to a quarter, so that not all come at once."""
    return float(min(_FIRST_WAIT * 2 ** (number - 1), _MOST_WAIT) * (1 - 0.25 * random.random()))  # noqa: S311 - no secret


def _wait_after(response: httpx2.Response, number: int) -> float | None:
    """The same behind a refusal, or as long as the server asks for; None where another try cannot bring more, as the SDK decides it."""
    asked = _asked_to_wait(response.headers)
    told = response.headers.get("x-should-retry")
    again = told == "true" if told in {"true", "false"} else response.status_code in _AGAIN or response.status_code >= 500
    if not again or asked > LONGEST_WAIT:
        return None
    return asked if asked > 0 else _wait(number)


def _asked_to_wait(headers: Mapping[str, str]) -> float:
    """What `retry-after-ms` says, or `retry-after`, in seconds or as a date; 0 where that is nothing."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        with suppress(KeyError, ValueError):
            asked = float(headers[name]) * unit
            return asked if math.isfinite(asked) else 0.0
    with suppress(KeyError, TypeError, ValueError, OverflowError):
        return parsedate_to_datetime(headers["retry-after"]).timestamp() - time.time()
    return 0.0


def _message(role: str, content: str) -> ChatCompletionMessageParam:
    if role == "system":
        return {"role": "system", "content": content}
    if role == "assistant":
        return {"role": "assistant", "content": content}
    return {"role": "user", "content": content}


def _parameters(request: Request) -> dict[str, object]:
    """What the user set, under the names that the server knows; sent beside the SDK's own parameters."""
    asked = request.parameters
    values: dict[str, object] = {asked.max_tokens_name: asked.max_tokens}
    values |= {"temperature": asked.temperature, "seed": asked.seed, "reasoning_effort": asked.reasoning_effort}
    return {name: value for name, value in values.items() if value is not None}


def _usage(value: object) -> Usage | None:
    if not isinstance(value, dict):
        return None
    counts = (value.get("prompt_tokens"), value.get("completion_tokens"))
    if not all(isinstance(count, int) and not isinstance(count, bool) and 0 <= count <= MOST_TOKENS for count in counts):
        return None
    return Usage(input_tokens=counts[0], output_tokens=counts[1])
