"""What would be asked, for people: the rendered prompt, its tokens, the most that it can cost. Asks nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcards.canonical import canonical
from factcards.cards import Article
from factcards.engines.llm.model import Message, Parameters
from factcards.engines.llm.prices import OwnPrices, estimate
from factcards.engines.llm.schema import ExtractAnswer, strict_schema
from factcards.engines.llm.tokens import count
from factcards.read.limits import called

__all__ = ["Estimate", "estimate_of", "plan"]

CHAT_OVERHEAD = 8
"""Tokens of a chat's own framing, for two messages, as OpenAI documents it (3 a message, 3 for the reply's start), rounded up."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What asking would take.

    Attributes:
        requests: How many, the summary's included.
        most_requests: How many where each is asked once more, for what was wrong in its answer; an answer that is cut takes more.
        tokens: Input tokens of the chunks.
        usd: About what it costs; None when the price is unknown.
        most_usd: What it costs if every answer is as long as it may be, and is asked for once more.
        counted: With what the tokens were counted.
    """

    requests: int
    most_requests: int
    tokens: int
    usd: float | None
    most_usd: float | None
    counted: str


def estimate_of(
    chats: Sequence[Sequence[Message]], model: str, parameters: Parameters, base_url: str | None, own: OwnPrices | None
) -> Estimate:
    """Tokens and price of these chats; an answer is taken to be half as long as its prompt, and the summary as one more."""
    schema = count(canonical(strict_schema(ExtractAnswer)), model)
    total = sum(_tokens(chat, model, schema.tokens) for chat in chats)
    requests, longest = len(chats) + 1, parameters.max_tokens or 0
    # Once more: the question again, with the answer that was no good, and another answer.
    most = estimate(model, 4 * total + longest * requests, 2 * longest * requests, base_url=base_url, own=own)
    return Estimate(
        requests=requests,
        most_requests=2 * requests,
        tokens=total,
        usd=estimate(model, total, total // 2, base_url=base_url, own=own),
        most_usd=most,
        counted=f"{schema.encoding}{', an estimate: the encoding of ' + model + ' is not known' if schema.estimated else ''}",
    )


def _tokens(chat: Sequence[Message], model: str, schema: int) -> int:
    return sum(count(message.content, model).tokens for message in chat) + schema + CHAT_OVERHEAD


def plan(
    article: Article,
    chats: Sequence[Sequence[Message]],
    model: str,
    parameters: Parameters,
    base_url: str | None,
    own: OwnPrices | None,
) -> tuple[str, ...]:
    """One text for each request, and a closing line with the sum.

    Args:
        article: The article.
        chats: The messages of each request.
        model: Whom they would be sent to.
        parameters: With the limit of one answer.
        base_url: Of the server; None is api.openai.com.
        own: The user's prices, for a server that no price list knows.
    """
    whole = estimate_of(chats, model, parameters, base_url, own)
    schema = count(canonical(strict_schema(ExtractAnswer)), model).tokens
    texts = []
    for number, chat in enumerate(chats, start=1):
        head = f"=== {called(article.source)}: request {number} of {len(chats)}: {_tokens(chat, model, schema)} tokens"
        texts.append("\n".join([head, *(f"--- {message.role}\n{message.content}" for message in chat)]))
    known = whole.usd is not None and whole.most_usd is not None
    cost = f"about {whole.usd:.4f} USD, at most {whole.most_usd:.4f} USD" if known else "unknown"
    texts.append(
        f"=== {len(chats)} {'request' if len(chats) == 1 else 'requests'} to {model}, {whole.tokens} tokens in ({whole.counted}); "
        f"cost {cost}; with one more for the summary, from the cards, and each once more where its answer cannot be used"
    )
    return tuple(texts)
