"""One possible attribution, as the learned decisions fill it in one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcards.engines.local.learned.contents import Option

__all__ = ["Proposal"]


@dataclass(slots=True)
class Proposal:
    """One possible attribution, as tokens of the sheet.

    Attributes:
        cue: The cue's head.
        chance: That it is a cue.
        logit: The first decision's log odds.
        rates: What else the second decision on the cue saw of it.
        words: The cue's words.
        content: The content's words.
        source: The source's words, none without a source.
        source_head: The word that stands for the source, -1 without one.
        source_chance: That it is the source.
        options: The contents that it may have.
        seen: What the choice among them sees of each.
        taken: The option that was chosen, none before.
        content_chance: That this one is right.
        content_margin: By how much it is likelier than the next.
        score: Log probability of the best reading, by unit.
        marginal: For each token of the window: share of the draws that have it in the source.
        inside: The same for the content.
        right: Chance that all of it is right.
    """

    cue: int
    chance: float
    logit: float
    rates: list[float]
    words: list[int] = field(default_factory=list)
    content: list[int] = field(default_factory=list)
    source: list[int] = field(default_factory=list)
    source_head: int = -1
    source_chance: float = 0.0
    options: list[Option] = field(default_factory=list)
    seen: list[list[float]] = field(default_factory=list)
    taken: Option | None = None
    content_chance: float = 0.0
    content_margin: float = 0.0
    score: float = 0.0
    marginal: dict[int, float] = field(default_factory=dict)
    inside: dict[int, float] = field(default_factory=dict)
    right: float = 0.0
