"""All rules over one statement: for a card's claim, and for a sentence of a summary with the cards that it cites."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcards.cards import Article, Card, Finding
from factcards.checking import sureness, words
from factcards.checking.sides import Evidence, Statement, finding
from factcards.reading import Reading

__all__ = ["RULES", "Rule", "is_sound", "verify_card", "verify_sentence"]

Rule = Callable[[Statement, Evidence], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    words.quotations,
    words.speaker_absent,
    words.speaker_swapped,
    words.attribution_dropped,
    words.name_absent,
    sureness.hedging,
    sureness.condition_dropped,
    sureness.negation,
    sureness.cue_stronger,
    sureness.less_sure,
    words.figures,
    words.ungrounded,
)
"""Every rule, in the order in which their findings are shown."""


def verify_card(article: Article, reading: Reading, card: Card, claim_reading: Reading) -> tuple[Finding, ...]:
    """What the card's claim has that its evidence does not carry.

    Args:
        article: The article.
        reading: The article's reading.
        card: The card, with the findings of grounding.
        claim_reading: The reading of `card.claim` as a text of its own.

    Returns:
        Findings with spans in the article; each message once.
    """
    return _findings(Statement(card.claim, claim_reading), Evidence(article, reading, (card,)))


def verify_sentence(article: Article, reading: Reading, text: str, cards: Sequence[Card], sentence_reading: Reading) -> tuple[Finding, ...]:
    """What a sentence of a summary has that the cards it cites do not carry; a sentence that cites none is `uncited`."""
    if not cards:
        return (finding("uncited", "error", "the sentence cites no card"),)
    return _findings(Statement(text, sentence_reading), Evidence(article, reading, tuple(cards), summary=True))


def _findings(statement: Statement, evidence: Evidence) -> tuple[Finding, ...]:
    found = [item for rule in RULES for item in rule(statement, evidence)]
    return tuple({(item.code, item.message): item for item in found}.values())


def is_sound(card: Card) -> bool:
    """Whether the card may stand in a summary: no finding of severity "error"."""
    return all(item.severity != "error" for item in card.findings)
