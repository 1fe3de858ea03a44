"""What would be asked, for people: the rendered prompt, its tokens, the most that it can cost. Asks nothing."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.cards import Article
from factcards.engines.llm.model import Message, Parameters, canonical
from factcards.engines.llm.prices import estimate
from factcards.engines.llm.schema import ExtractAnswer, strict_schema
from factcards.engines.llm.tokens import count

__all__ = ["plan"]

CHAT_OVERHEAD = 8
"""Tokens of a chat's own framing, for two messages, as OpenAI documents it (3 a message, 3 for the reply's start), rounded up."""


def plan(article: Article, chats: Sequence[Sequence[Message]], model: str, parameters: Parameters, base_url: str | None) -> tuple[str, ...]:
    """One text for each request, and a closing line with the sum.

    Args:
        article: The article.
        chats: The messages of each request.
        model: Whom they would be sent to.
        parameters: With the limit of one answer.
        base_url: Of the server; None is api.openai.com.
    """
    schema = count(canonical(strict_schema(ExtractAnswer)), model)
    texts, total = [], 0
    for number, chat in enumerate(chats, start=1):
        tokens = sum(count(message.content, model).tokens for message in chat) + schema.tokens + CHAT_OVERHEAD
        total += tokens
        head = f"=== {article.source}: request {number} of {len(chats)}: {tokens} tokens"
        texts.append("\n".join([head, *(f"--- {message.role}\n{message.content}" for message in chat)]))
    counted = f"{schema.encoding}{', an estimate: the encoding of ' + model + ' is not known' if schema.estimated else ''}"
    most = estimate(model, total, (parameters.max_tokens or 0) * len(chats), base_url=base_url)
    likely = estimate(model, total, total // 2, base_url=base_url)
    cost = "unknown" if most is None or likely is None else f"about {likely:.4f} USD, at most {most:.4f} USD"
    texts.append(
        f"=== {len(chats)} {'request' if len(chats) == 1 else 'requests'} to {model}, {total} tokens in ({counted}); cost {cost}; "
        "one more for the summary, from the cards"
    )
    return tuple(texts)
