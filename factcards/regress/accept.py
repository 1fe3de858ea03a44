"""`accept`: a rebuilt deck becomes the accepted one, whole or by class of change. Shows nothing itself; writes atomically."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcards.cards import Brief, Card, Deck
from factcards.errors import UsageError
from factcards.regress.cases import Case
from factcards.regress.changes import KINDS, Change, ChangeKind
from factcards.regress.check import Checked
from factcards.regress.pairing import pairs_of

__all__ = ["Acceptance", "accept"]

_SUMMARY = ("", "summary")
_REJECTED = ("", "rejected")
Bundle = tuple[str, str]
"""What can only be accepted whole: a pair of cards, by the old one's id; an added one; the summary; the rejected claims."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What became of one case.

    Attributes:
        written: Whether the accepted deck was written.
        taken: The changes that are accepted; with all classes wanted, every one.
        held: For each bundle that was left since only some of its classes were named: all its classes, in the order of `KINDS`.
        summary: Whether the summary is one of those.
    """

    written: bool
    taken: tuple[Change, ...] = ()
    held: tuple[tuple[ChangeKind, ...], ...] = ()
    summary: bool = False

    def told(self, only: frozenset[ChangeKind] | None) -> str:
        """In one line."""
        if only is None:
            return "accepted" if self.written else "nothing to accept"
        if not self.taken:
            return "nothing accepted" if self.held else f"nothing of {', '.join(k for k in KINDS if k in only)} to accept"
        counts = Counter(change.kind for change in self.taken)
        return f"accepted {', '.join(f'{number} {kind}' for kind, number in sorted(counts.items()))}"

    def advice(self) -> str:
        """Which classes have to be named for what was left."""
        together = sorted({kind for kinds in self.held for kind in kinds}, key=KINDS.index)
        whose = "the summary" if self.summary else "a claim"
        return f"{whose} is accepted whole or not at all: to accept what was left say --only {','.join(together)}"


def accept(case: Case, checked: Checked, only: frozenset[ChangeKind] | None = None) -> Acceptance:
    """Make the rebuilt deck (or the part of it that `only` names) the accepted one.

    Args:
        case: The case.
        checked: As `check_case` gave it.
        only: The classes of change to accept; None accepts all.

    Raises:
        UsageError: if only some classes are asked for and the article's text changed.
        OutputError: if it cannot be written.
    """
    old, new = checked.old, checked.new
    if new is None:
        return Acceptance(written=False)
    if old is None or only is None:
        if old is not None and new == _renamed(case, old, new):
            return Acceptance(written=False)
        case.write(new)
        return Acceptance(written=True, taken=checked.report.changes)
    if old.article.text != new.article.text:
        raise UsageError(
            f"{case.name}: the article's text changed: its changes can only be accepted together.",
            hint=f"Run it for this article without --only: `factcards accept {case.name}`.",
        )
    return _accept_some(case, old, new, _bundles(checked.report.changes), only)


def _renamed(case: Case, old: Deck, new: Deck) -> Deck:
    """The old deck, under the new one's name where it is of another file of the suite with the same text: they share it."""
    if not (case.suite.root / old.article.source).exists():
        return old
    return old.model_copy(update={"article": old.article.model_copy(update={"source": new.article.source})})


def _accept_some(case: Case, old: Deck, new: Deck, bundles: dict[Bundle, list[Change]], only: frozenset[ChangeKind]) -> Acceptance:
    kinds = {bundle: {change.kind for change in changes} for bundle, changes in bundles.items()}
    whole = {bundle for bundle, found in kinds.items() if found <= only}
    held = [bundle for bundle, found in kinds.items() if found & only and bundle not in whole]
    if whole:
        case.write(_merged(old, new, whole, left=set(bundles) - whole))
    return Acceptance(
        written=bool(whole),
        taken=tuple(change for bundle in bundles if bundle in whole for change in bundles[bundle]),
        held=tuple(tuple(kind for kind in KINDS if kind in kinds[bundle]) for bundle in held),
        summary=_SUMMARY in held,
    )


def _bundles(changes: Sequence[Change]) -> dict[Bundle, list[Change]]:
    found: dict[Bundle, list[Change]] = defaultdict(list)
    for change in changes:
        found[_bundle_of(change)].append(change)
    return found


def _bundle_of(change: Change) -> Bundle:
    if change.kind == "newly_rejected":
        return _REJECTED
    if change.old is not None and change.old.card is not None:
        return "old", change.old.card
    if change.new is not None and change.new.card is not None:
        return "new", change.new.card
    return _SUMMARY


def _merged(old: Deck, new: Deck, whole: set[Bundle], *, left: set[Bundle]) -> Deck:
    """The new deck, with the bundles that are left as the old one has them; both are of the same text."""
    pairs = pairs_of(old, new)
    cards: list[Card] = []
    for at, card in enumerate(old.cards):
        if ("old", card.id) in left:
            cards.append(card)
        elif at in pairs:
            cards.append(new.cards[pairs[at]])
    cards += [card for card in new.cards if ("new", card.id) in whole]
    cards = _once(sorted(cards, key=lambda card: card.content[0].start))
    return new.model_copy(
        update={
            "cards": tuple(cards),
            "brief": _brief(new.brief if _SUMMARY in whole else old.brief, {card.id for card in cards}),
            "rejected": new.rejected if _REJECTED in whole else old.rejected,
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
