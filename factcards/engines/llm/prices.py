"""What an answer costs, in USD, from the prices that genai-prices ships: offline, and None where it is not known."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from factcards.cards import Usage

__all__ = ["OwnPrices", "estimate", "price"]

_UNIT = 1_000_000
"""Tokens that a price is of."""


@dataclass(frozen=True, slots=True)
class OwnPrices:
    """What the user says that a server takes of which no price list is known, in USD for a million tokens: 0 for one of his own.

    Attributes:
        input: For what is asked.
        output: For what is answered.
    """

    input: float
    output: float


PROVIDERS = {
    "api.openai.com": "openai",
    "api.groq.com": "groq",
    "api.mistral.ai": "mistral",
    "api.deepseek.com": "deepseek",
    "openrouter.ai": "openrouter",
    "api.together.xyz": "together",
    "api.fireworks.ai": "fireworks",
    "api.x.ai": "x-ai",
    "generativelanguage.googleapis.com": "google",
}
"""Hosts whose price list is known. Any other server may ask what it likes under any model's name, so its price is unknown."""


def price(model: str, usage: Usage, *, base_url: str | None = None, own: OwnPrices | None = None) -> float | None:
    """What these tokens cost, in USD; None when model or server is unknown, 0 only where the user says so.

    Args:
        model: As the server names it.
        usage: Tokens as the server counted them.
        base_url: Of the server; None is api.openai.com.
        own: The user's prices, where no list knows them.
    """
    return estimate(model, usage.input_tokens, usage.output_tokens, base_url=base_url, own=own)


def estimate(
    model: str, input_tokens: int, output_tokens: int, *, base_url: str | None = None, own: OwnPrices | None = None
) -> float | None:
    """What so many tokens would cost, in USD; None when model or server is unknown.

    >>> estimate("m", 1000, 500, base_url="http://127.0.0.1:8080/v1", own=OwnPrices(0.5, 2.0))
    0.0015
    """
    listed = _listed(model, input_tokens, output_tokens, base_url)
    if listed is not None or own is None:
        return listed
    return (input_tokens * own.input + output_tokens * own.output) / _UNIT


def _listed(model: str, input_tokens: int, output_tokens: int, base_url: str | None) -> float | None:
    """As the price lists have it."""
    host = "api.openai.com" if base_url is None else urlsplit(base_url).hostname
    provider = PROVIDERS.get(host or "")
    if provider is None:
        return None
    from genai_prices import Usage as PricedUsage
    from genai_prices import calc_price

    try:
        found = calc_price(PricedUsage(input_tokens=input_tokens, output_tokens=output_tokens), model_ref=model, provider_id=provider)
    except LookupError:
        return None
    return float(found.total_price) or None
