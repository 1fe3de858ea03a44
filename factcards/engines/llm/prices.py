"""What an answer costs, in USD, from the prices that genai-prices ships: offline, and None where it is not known."""

from __future__ import annotations

from urllib.parse import urlsplit

from factcards.cards import Usage

__all__ = ["estimate", "price"]

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


def price(model: str, usage: Usage, *, base_url: str | None = None) -> float | None:
    """What these tokens cost, in USD; None when model or server is unknown, and never 0.

    Args:
        model: As the server names it.
        usage: Tokens as the server counted them.
        base_url: Of the server; None is api.openai.com.
    """
    return estimate(model, usage.input_tokens, usage.output_tokens, base_url=base_url)


def estimate(model: str, input_tokens: int, output_tokens: int, *, base_url: str | None = None) -> float | None:
    """What so many tokens would cost, in USD; None when model or server is unknown."""
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
