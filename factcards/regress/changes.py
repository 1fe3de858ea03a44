"""What can change between two decks, and how much it matters. Data: a suite may move any class to another severity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from factcards.spans import Frozen

__all__ = ["KINDS", "SEVERITIES", "Change", "ChangeKind", "ChangeSeverity", "Side"]

ChangeKind = Literal[
    "surer", "less_sure", "hedge_added", "hedge_dropped", "speaker_changed", "resolution_changed", "cue_changed", "polarity_flipped",
    "figure_changed", "quote_changed", "mode_changed", "moved", "reworded", "added", "removed", "newly_rejected", "newly_withheld",
    "no_longer_withheld", "newly_flagged", "sentence_added", "sentence_removed", "sentence_reworded", "citation_changed", "title_changed",
]  # fmt: skip
ChangeSeverity = Literal["breaking", "notable", "cosmetic"]
KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)

SEVERITIES: Mapping[ChangeKind, ChangeSeverity] = {
    "surer": "breaking",
    "speaker_changed": "breaking",
    "polarity_flipped": "breaking",
    "figure_changed": "breaking",
    "quote_changed": "breaking",
    "removed": "breaking",
    "hedge_dropped": "breaking",
    "newly_rejected": "notable",
    "newly_withheld": "notable",
    "no_longer_withheld": "notable",
    "newly_flagged": "notable",
    "less_sure": "notable",
    "hedge_added": "notable",
    "resolution_changed": "notable",
    "cue_changed": "notable",
    "mode_changed": "notable",
    "added": "notable",
    "sentence_added": "notable",
    "sentence_removed": "notable",
    "citation_changed": "notable",
    "sentence_reworded": "cosmetic",
    "title_changed": "cosmetic",
    "moved": "cosmetic",
    "reworded": "cosmetic",
}
"""What a reader would be misled by is breaking; what an editor wants to know is notable; the rest is cosmetic."""


class Side(Frozen):
    """One of the two decks' sides of a change.

    Attributes:
        card: The card's id, null for a sentence or a rejected claim.
        claim: The claim or the sentence.
        quote: The article's words for it.
        start: First code point of those words, null when they stand nowhere.
        end: One past the last.
        line: Of the article's file, from 1; null where nothing says which.
    """

    card: str | None = None
    claim: str
    quote: str = ""
    start: int | None = None
    end: int | None = None
    line: int | None = None


class Change(Frozen):
    """One difference: which class, how severe, from what to what."""

    kind: ChangeKind
    severity: ChangeSeverity
    message: str
    old: Side | None = None
    new: Side | None = None
