"""An event of a text and how sure the text is that it is so: plain data. Knows no parser.

The scale is FactBank's (Saurí and Pustejovsky 2009) as the event-factuality sets use it: 3 certain, 2 probable, 1 possible,
0 unstated, and below zero the same for what is not so.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from factcards.cards import Certainty, Polarity
from factcards.spans import Frozen, Span

__all__ = ["Event", "EventKind", "EventLevel", "Time", "certainty_of", "polarity_of"]

EventKind = Literal["verb", "adjective", "noun", "other"]
Time = Literal["past", "present", "future"]

_NAMES: tuple[Certainty, ...] = ("unstated", "possible", "probable", "certain")


def certainty_of(value: int) -> Certainty:
    """The certainty of a value on the scale of -3 to 3.

    >>> certainty_of(-2)
    'probable'
    """
    return _NAMES[abs(value)]


def polarity_of(value: int) -> Polarity:
    """The polarity of a value: what is unstated counts as affirmed."""
    return "negated" if value < 0 else "affirmed"


class EventLevel(Frozen):
    """What one of the event's sources commits to: the article's author, or somebody whom the text brings in.

    Attributes:
        source: The head word of the source; null for the author and where the text names nobody.
        cue: The word that brings the source in ("said", "claim"); null for the author.
        certainty: This level's own commitment to the event.
        polarity: Whether it holds the event to be so or not to be so.
        value: Both as one number, -3 to 3.
    """

    source: Span | None = None
    cue: Span | None = None
    certainty: Certainty
    polarity: Polarity
    value: int = Field(ge=-3, le=3)


class Event(Span):
    """An event or state that the text speaks of, at the word that names it, with what the text commits to.

    Attributes:
        kind: What sort of word names it.
        certainty: How surely the text presents it, all levels taken together: a belief that it might be so is possible.
        polarity: As so or as not so.
        value: Certainty and polarity as one number, -3 (certainly not) to 3 (certainly), by the innermost source: what "she said"
            brings is as certain as she says it. The author's own value is `levels[0].value`.
        happened: Whether it has come about by the time of writing, on the same scale: what will certainly come has not
            happened yet. An estimate, see `factcards.engines.local.certainty.happening`.
        time: Past, present or future, null where the words do not say.
        grounds: What made it less than plainly so, outermost first: "modal may", "not", "infinitive wish".
        levels: The author first, the innermost source last.
    """

    kind: EventKind
    certainty: Certainty
    polarity: Polarity
    value: int = Field(ge=-3, le=3)
    happened: float = Field(ge=-3, le=3)
    time: Time | None = None
    grounds: tuple[str, ...] = ()
    levels: tuple[EventLevel, ...] = Field(min_length=1)
