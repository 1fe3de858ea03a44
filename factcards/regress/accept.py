"""`accept`: a rebuilt deck becomes the accepted one, whole or by class of change. Shows nothing itself; writes atomically."""

from __future__ import annotations

from collections.abc import Iterable

from factcards.cards import Brief, Card, Deck
from factcards.errors import UsageError
from factcards.regress.cases import Case
from factcards.regress.changes import ChangeKind
from factcards.regress.check import Checked
from factcards.regress.compare import compare
from factcards.regress.pairing import pairs_of

__all__ = ["accept", "merged"]


def accept(case: Case, checked: Checked, only: frozenset[ChangeKind] | None = None) -> Deck | None:
    """Make the rebuilt deck (or the part of it that `only` names) the accepted one.

    Args:
        case: The case.
        checked: As `check_case` gave it.
        only: The classes of change to accept; None accepts all.

    Returns:
        The deck that was written; None when nothing was to be written.

    Raises:
        UsageError: if only some classes are asked for and the article's text changed.
        OutputError: if it cannot be written.
    """
    if checked.new is None:
        return None
    deck = checked.new
    if checked.old is not None and only is not None:
        deck = merged(checked.old, checked.new, only)
    if deck == checked.old:
        return None
    case.write(deck)
    return deck


def merged(old: Deck, new: Deck, only: frozenset[ChangeKind]) -> Deck:
    """The old deck with those changes of the new one whose classes are all in `only`.

    Raises:
        UsageError: if the texts differ: offsets of one mean nothing in the other.
    """
    if old.article.text != new.article.text:
        raise UsageError("the article's text changed: its changes can only be accepted together.", hint="Run it without --only.")
    kinds: dict[str | None, set[ChangeKind]] = {}
    for change in compare(old, new):
        key = change.old.card if change.old is not None and change.old.card is not None else change.new.card if change.new else None
        kinds.setdefault(key, set()).add(change.kind)
    pairs = pairs_of(old, new)
    cards: list[Card] = []
    for at, card in enumerate(old.cards):
        if at in pairs:
            cards.append(new.cards[pairs[at]] if kinds.get(card.id, set()) <= only else card)
        elif "removed" not in only:
            cards.append(card)
    if "added" in only:
        taken = set(pairs.values())
        cards += [card for at, card in enumerate(new.cards) if at not in taken]
    cards = _once(sorted(cards, key=lambda card: card.content[0].start))
    rest = kinds.get(None, set())
    takes_new = bool(rest) and rest <= only
    return new.model_copy(
        update={
            "cards": tuple(cards),
            "brief": _brief(new.brief if takes_new else old.brief, {card.id for card in cards}),
            "rejected": new.rejected if "newly_rejected" in only else old.rejected,
        }
    )


def _once(cards: Iterable[Card]) -> list[Card]:
    return list({card.id: card for card in cards}.values())


def _brief(brief: Brief, known: set[str]) -> Brief:
    """The brief without sentences whose cards are not there."""
    return brief.model_copy(
        update={
            "summary": tuple(sentence for sentence in brief.summary if set(sentence.cards) <= known),
            "withheld": tuple(item for item in brief.withheld if set(item.cards) <= known),
        }
    )
