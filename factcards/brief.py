"""Cards to a brief: which sentences make the summary, in which order, and what was withheld and why. No markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcards.cards import Article, Brief, Card, SpeakerKind, SummarySentence, Withheld
from factcards.checking import is_sound
from factcards.spans import overlap

__all__ = ["Group", "extract_brief", "group_by_speaker"]

MOST = 4
"""Sentences of a summary: what fits above the fold, one for each of the usual three or four speakers of a news article."""
SURE = 0.85
"""Confidence from which one claim is as good as another: a hundredth more is no reason to prefer the last paragraph's."""
LATER = 0.2
"""How much less the last claim is worth than the first: news tells what matters first."""
UNTITLED = "Article without a headline"
"""The title where the article has none: the first words of a sentence may leave out who says so, or its "not"."""
LONGEST = 320
"""Code points of a claim that may stand in a summary: a longer quotation is better read in its card."""


@dataclass(frozen=True, slots=True)
class Group:
    """One speaker's cards, in text order; name is null for the article's own voice."""

    name: str | None
    role: str | None
    kind: SpeakerKind | None
    cards: tuple[Card, ...]


def extract_brief(article: Article, cards: Sequence[Card]) -> Brief:
    """A brief without a model: the summary's sentences are claims of sound cards, each with its card.

    Attributed claims come before the article's own, one for each speaker before a second one, early ones before late ones; then text
    order.
    """
    chosen = _chosen([card for card in cards if is_sound(card) and len(card.claim) <= LONGEST])
    return Brief(
        title=article.title or UNTITLED,
        summary=tuple(SummarySentence(text=card.claim, cards=(card.id,)) for card in chosen),
        withheld=tuple(_withheld(card) for card in cards if not is_sound(card)),
    )


def _withheld(card: Card) -> Withheld:
    first = next(found for found in card.findings if found.severity == "error")
    return Withheld(text=card.claim, code=first.code, reason=first.message, cards=(card.id,))


def _chosen(cards: Sequence[Card]) -> list[Card]:
    place = {card.id: at for at, card in enumerate(cards)}
    heard: dict[str | None, int] = {}
    chosen: list[Card] = []
    waiting = list(cards)
    while waiting and len(chosen) < MOST:
        best = max(waiting, key=lambda card: (_worth(card, heard, place[card.id] / len(cards)), -place[card.id]))
        waiting.remove(best)
        if any(_same_matter(best, card) for card in chosen):
            continue
        chosen.append(best)
        name = best.speaker.name if best.speaker else None
        heard[name] = heard.get(name, 0) + 1
    return sorted(chosen, key=lambda card: place[card.id])


def _worth(card: Card, heard: dict[str | None, int], late: float) -> float:
    """Confidence up to `SURE`, less for a late one, a voice that was heard already, the article's own, an inner level, outside the body,
    and for one that only the sentence before explains, unless it is a quotation.
    """
    name = card.speaker.name if card.speaker else None
    worth = min(card.confidence, SURE) - LATER * late - 0.3 * heard.get(name, 0)
    worth -= 0.35 if card.speaker is None else 0.0
    worth -= 0.3 if card.via else 0.0
    worth -= 0.4 if card.part != "body" else 0.0
    worth -= 0.15 if card.context and card.mode != "direct" else 0.0
    worth -= 0.15 * sum(found.severity == "warning" for found in card.findings)
    if card.speaker is not None and card.speaker.resolved_by in {"unresolved", "carried"}:
        worth -= 0.25
    return worth


def _same_matter(left: Card, right: Card) -> bool:
    smaller = min(sum(s.end - s.start for s in card.content) for card in (left, right))
    return overlap(left.content, right.content) > 0.5 * smaller


def group_by_speaker(cards: Sequence[Card]) -> tuple[Group, ...]:
    """The cards by speaker, in order of first appearance ("The firm" and "the firm" are one); the article's own voice comes last."""
    groups: dict[str | None, list[Card]] = {}
    shown: dict[str, str] = {}
    for card in cards:
        name = card.speaker.name if card.speaker else None
        groups.setdefault(name if name is None else shown.setdefault(name.casefold(), name), []).append(card)
    ordered = sorted(groups, key=lambda name: name is None)
    result: list[Group] = []
    for name in ordered:
        speaker = next((c.speaker for c in groups[name] if c.speaker is not None and c.speaker.role), None)
        speaker = speaker or groups[name][0].speaker
        result.append(Group(name, speaker.role if speaker else None, speaker.kind if speaker else None, tuple(groups[name])))
    return tuple(result)
