"""The real model, made only when something must be asked: announced, priced and kept within a budget. Knows no cassette."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from factcards.canonical import canonical
from factcards.engines.llm.model import Request, Response
from factcards.engines.llm.prices import OwnPrices, estimate, price
from factcards.engines.llm.tokens import most_tokens
from factcards.errors import BudgetError

if TYPE_CHECKING:
    from factcards.engines.llm.openai_model import OpenAIModel

__all__ = ["Connection", "LiveModel", "most_tokens_in"]

ANSWER_OVERHEAD = 64
"""Tokens of chat framing beyond the words themselves; more than any server was seen to count for two messages."""


@dataclass(frozen=True, slots=True)
class Connection:
    """Where requests go, and how far they may go.

    Attributes:
        base_url: Of an OpenAI-compatible server; null is api.openai.com.
        api_key: Null for a server that needs none.
        timeout: Seconds for one request.
        max_cost: USD for the whole run, null for no limit.
        prices: The user's own, for a server that no price list knows.
        proxy: By way of which requests go; null for none.
    """

    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    max_cost: float | None = None
    prices: OwnPrices | None = None
    proxy: str | None = field(default=None, repr=False)


def most_tokens_in(request: Request) -> int:
    """An upper bound of the request's input tokens, without loading a table: no encoding makes more tokens than UTF-8 bytes."""
    words = sum(most_tokens(message.content) for message in request.messages)
    return words + most_tokens(canonical(request.answer_schema)) + ANSWER_OVERHEAD


class LiveModel:
    """A `Model` that asks over HTTP. One for a whole run, so that the budget covers all articles; each thread has a client of its own.

    Args:
        connection: Where to.
        notify: Told the host before the first request, every wait, and every request that asks for the same once more.
    """

    def __init__(self, connection: Connection, notify: Callable[[str], None]) -> None:
        """Nothing is imported or opened yet."""
        self._connection = connection
        self._notify = notify
        self._own = _Own()
        self._lock = threading.Lock()
        self._announced = False
        self._spent = 0.0
        self._under_way = 0.0

    def complete(self, request: Request) -> Response:
        """The answer, with its price where that is known.

        Raises:
            BudgetError: before a request that could take the run above the maximum, or whose price is unknown.
        """
        with self._reserved(request) as worst:
            model = self._open(request.model)
            if any(message.role == "assistant" for message in request.messages):
                self._notify(f"{request.schema_name}: asked once more, for what was wrong in the answer")
            response = model.complete(request, partial(self._again, worst))
            if response.usage is None:
                with self._lock:
                    self._spent += _untold(response, worst)
                return response
            server, own = self._connection.base_url, self._connection.prices
            cost = price(response.model or request.model, response.usage, base_url=server)
            if cost is None:
                cost = price(request.model, response.usage, base_url=server, own=own)
            with self._lock:
                self._spent += cost or 0.0
            return response.model_copy(update={"cost_usd": cost or None})

    def _again(self, worst: float, failed: Response) -> bool:
        """Whether the same may be asked again, beside what the try that failed may have cost."""
        lost, most = _untold(failed, worst), self._connection.max_cost
        with self._lock:
            fits = most is None or self._spent + self._under_way + lost <= most
            self._spent += lost if fits else 0.0
        return fits

    def _open(self, model: str) -> OpenAIModel:
        if self._own.model is None:
            from factcards.engines.llm.openai_model import OpenAIModel

            self._own.model = OpenAIModel(
                api_key=self._connection.api_key,
                base_url=self._connection.base_url,
                timeout=self._connection.timeout,
                on_wait=self._notify,
                proxy=self._connection.proxy,
            )
            with self._lock:
                first, self._announced = not self._announced, True
            if first:
                self._notify(f"engine: openai, model {model}; the article's text is sent to {self._own.model.way}")
        return self._own.model

    def close(self) -> None:
        """Close this thread's connections; its next request opens new ones."""
        if self._own.model is not None:
            self._own.model.close()
            self._own.model = None

    @contextmanager
    def _reserved(self, request: Request) -> Iterator[float]:
        """Keep what the request may cost, which it gives, out of the others' budget until its answer is there."""
        most = self._connection.max_cost
        if most is None:
            yield 0.0
            return
        worst = self._worst(request)
        with self._lock:
            fits = (spent := self._spent + self._under_way) + worst <= most
            self._under_way += worst if fits else 0.0
        if not fits:
            raise BudgetError(
                f"the next request could cost {worst:.4f} USD; {spent:.4f} of {most:.4f} USD are spent. It was not asked.",
                hint="Raise --max-cost, or lower --max-tokens. What was answered is kept, and asked again only where all is asked anew.",
            )
        try:
            yield worst
        finally:
            with self._lock:
                self._under_way -= worst

    def _worst(self, request: Request) -> float:
        """The most that a request can cost; raises BudgetError where nobody knows."""
        answer = request.parameters.max_tokens or 0
        server, own = self._connection.base_url, self._connection.prices
        worst = estimate(request.model, most_tokens_in(request), answer, base_url=server, own=own)
        if worst is None:
            raise BudgetError(
                f"the price of {request.model} at this server is unknown, so --max-cost cannot be kept; nothing was asked.",
                hint="Leave it out, or set input_price and output_price in your configuration: USD for a million tokens, 0 for none.",
            )
        return worst


def _untold(response: Response, worst: float) -> float:
    """What an answer may have cost whose server does not tell: all that it could, but nothing where it was refused or never asked for."""
    return 0.0 if response.failure is not None and response.failure.kind not in _WORKED_AT else worst


_WORKED_AT = frozenset({"timeout", "interrupted", "not_json", "not_a_completion", "too_large", "compressed"})
"""Failures after which a server may ask to be paid all the same."""


class _Own(threading.local):
    """What one thread has for itself: a client that another one closes would break off its answer."""

    model: OpenAIModel | None = None
