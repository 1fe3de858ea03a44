"""The seam to a model: `Model.complete(Request) -> Response`, and nothing about any provider.

The real model, the Recorder and the Player are interchangeable. A provider's failure is a Response with outcome "error",
so that faults can be recorded and replayed like answers.
"""

from __future__ import annotations

from typing import Literal, Protocol

from pydantic import Field, JsonValue

from factcards.canonical import digest_of
from factcards.cards import Origin, Outcome, Usage
from factcards.spans import Frozen

__all__ = ["Failure", "FailureKind", "Message", "Model", "Parameters", "Request", "Response"]


class Message(Frozen):
    """One message of a chat."""

    role: Literal["system", "user", "assistant"]
    content: str


class Parameters(Frozen):
    """What a request asks of the model besides its words; a field that is null is not sent.

    Attributes:
        max_tokens: The most tokens of the answer.
        max_tokens_name: Under which name the provider wants that number ("max_completion_tokens", "max_tokens").
        temperature: Sent only where the user set one: reasoning models refuse it.
        seed: Sent only where the user set one.
        reasoning_effort: Sent only where the user set one.
    """

    max_tokens: int | None = None
    max_tokens_name: str = "max_completion_tokens"
    temperature: float | None = None
    seed: int | None = None
    reasoning_effort: str | None = None


class Request(Frozen):
    """All that decides an answer. Its identity leaves out the base URL, the key and the time-out: they decide nothing."""

    model: str
    messages: tuple[Message, ...] = Field(min_length=1)
    schema_name: str
    answer_schema: dict[str, JsonValue] = Field(description="the JSON Schema that the answer must fit (strict)")
    parameters: Parameters = Parameters()

    @property
    def identity(self) -> str:
        """The sha256, in hex, of the canonical JSON of this request."""
        return digest_of(self.model_dump(mode="json"))


FailureKind = Literal[
    "bad_request", "unauthorized", "no_key", "forbidden", "not_found", "conflict", "unprocessable", "rate_limit", "quota",
    "server", "timeout", "unreachable", "interrupted", "not_json", "not_a_completion", "too_large", "compressed",
]  # fmt: skip


class Failure(Frozen):
    """Why there is no answer.

    Attributes:
        kind: bad_request, unauthorized, no_key (it asks for one, and none was sent), forbidden, not_found, conflict, unprocessable,
            rate_limit, quota, server, timeout, unreachable, interrupted (the body broke off), not_json, not_a_completion, too_large,
            compressed.
        status: The HTTP status, null when none arrived.
        message: The provider's own words, with every key taken out, at most 500 code points.
        attempts: How many times the request was sent.
    """

    kind: FailureKind
    status: int | None = None
    message: str
    attempts: int = Field(default=1, ge=1)


class Response(Frozen):
    """What came back.

    Attributes:
        outcome: ok; refusal (the model's words in `text`); length (cut, what came is in `text`); filter; error.
        text: The answer's text; empty for an error.
        model: The model that really answered, as the server names it.
        usage: Tokens as the server counted them, null when it did not.
        cost_usd: The price when it was recorded, null when unknown, never 0.
        failure: For outcome "error" only.
        origin: recorded (came over HTTP from a model) or authored (a person or a program wrote it).
    """

    outcome: Outcome
    text: str = ""
    model: str | None = None
    usage: Usage | None = None
    cost_usd: float | None = None
    failure: Failure | None = None
    origin: Origin


class Model(Protocol):
    """Answers requests. Never raises for what a provider does: that is a Response of outcome "error"."""

    def complete(self, request: Request) -> Response:
        """The answer to this request."""
        ...
