"""Do several answers to the same request agree? Cards are matched by their ids, which no rewording changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcards.cards import Card, Deck
from factcards.spans import Frozen

__all__ = ["Stability", "model_table", "stability_of"]

_SURER = frozenset({"hedge_dropped", "hedge_strengthened", "plan_as_fact", "approximation_dropped", "condition_dropped"})


class Stability(Frozen):
    """How far several runs agree.

    Attributes:
        runs: How many.
        cards: How many different cards they have in all.
        agreed: How many of those every run has, just as sure and as affirmed.
        wavering: Claims that some runs hedge and others do not, as the first run words them.
    """

    runs: int
    cards: int
    agreed: int
    wavering: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Of the cards that all runs agree on, 0 to 1."""
        return self.agreed / self.cards if self.cards else 1.0


def stability_of(decks: Sequence[Deck]) -> Stability:
    """The agreement of these decks of one article."""
    by_id: dict[str, list[Card]] = {}
    for deck in decks:
        for card in deck.cards:
            by_id.setdefault(card.id, []).append(card)
    agreed = sum(len(cards) == len(decks) and len({_stance(card) for card in cards}) == 1 for cards in by_id.values())
    wavering = tuple(cards[0].claim for cards in by_id.values() if len({_keeps_its_hedges(card) for card in cards}) > 1)
    return Stability(runs=len(decks), cards=len(by_id), agreed=agreed, wavering=wavering)


def _stance(card: Card) -> tuple[str, str, bool]:
    return card.certainty, card.polarity, _keeps_its_hedges(card)


def _keeps_its_hedges(card: Card) -> bool:
    """Whether it is no surer than its evidence; a card with nothing to hedge keeps them all."""
    return not any(found.code in _SURER for found in card.findings)


def model_table(decks: Mapping[str, Deck]) -> list[str]:
    """A line for each claim that any model has: which of them has it, and who words it surer than the article."""
    names = list(decks)
    claims: dict[str, dict[str, Card]] = {}
    for name, deck in decks.items():
        for card in deck.cards:
            claims.setdefault(card.id, {})[name] = card
    place = {key: min(card.content[0].start for card in cards.values()) for key, cards in claims.items()}
    lines = ["  models: " + ", ".join(f"{letter} = {name}" for letter, name in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", names, strict=False))]
    for key in sorted(claims, key=lambda key: (place[key], key)):
        marks = "".join("." if name not in claims[key] else "+" if _keeps_its_hedges(claims[key][name]) else "!" for name in names)
        lines.append(f"  {marks}  {next(iter(claims[key].values())).claim}")
    return [*lines, "  (+ has the claim, ! words it surer than the article, . does not have it)"]
