"""Tables of texts, read in one pass of the parser: among others a text takes less than half the time that it takes alone."""

from __future__ import annotations

from collections.abc import Iterable

from factcards.assemble import assemble
from factcards.cards import Article, Card
from factcards.engines.local.engine import LocalEngine
from factcards.engines.local.reader import LocalReader
from factcards.read import from_text
from factcards.segment import lay_out

__all__ = ["cards_by_text", "english"]


def english(text: str) -> Article:
    """The text as an article in English: a sentence is too short to tell by."""
    return from_text(text).model_copy(update={"language": "en"})


def cards_by_text(texts: Iterable[str]) -> dict[str, tuple[Card, ...]]:
    """The cards that the local engine makes of each text; their claims are not checked."""
    articles = [english(text) for text in dict.fromkeys(texts)]
    return {
        article.text: assemble(article, layout, reading, LocalEngine().extract(article, layout, reading).drafts).cards
        for article, reading in zip(articles, LocalReader().read(articles), strict=True)
        for layout in [lay_out(article)]
    }
