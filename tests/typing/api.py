"""How a typed program uses the public API; checked by mypy, never run."""

from factcards import Article, Card, Deck, from_text, make, render


def speakers(text: str) -> list[str]:
    """The resolved names of everybody who says something."""
    article: Article = from_text(text)
    deck: Deck = make(article, engine="local")
    cards: tuple[Card, ...] = deck.cards
    print(render(deck, "markdown"))
    return [card.speaker.name for card in cards if card.speaker is not None]
