"""What a suite expects of a deck, beyond that it is the accepted one."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator, Sequence

from factcards.cards import Card, Deck
from factcards.errors import did_you_mean
from factcards.regress.suite import Expectation, Suite

__all__ = ["broken_expectations"]


def broken_expectations(suite: Suite, deck: Deck) -> tuple[str, ...]:
    """A line for each expectation of this article that does not hold."""
    wanted = [one for one in suite.expect if fnmatch.fnmatch(deck.article.source, one.article)]
    return tuple(failure for one in wanted for failure in _broken(one, deck))


def _broken(wanted: Expectation, deck: Deck) -> Iterator[str]:
    """Speaker and words must be of one card: each alone may be anybody's."""
    speaking = [card for card in deck.cards if wanted.speaker is None or (card.speaker and card.speaker.name == wanted.speaker)]
    if not speaking and wanted.speaker is not None:
        yield f"no claim of {wanted.speaker}{_meant(wanted.speaker, deck)}"
    elif wanted.quote is not None and not any(_holds(card, wanted.quote) for card in speaking):
        whose = "" if wanted.speaker is None else f" of {wanted.speaker}"
        yield f"no card{whose} holds the words “{wanted.quote}”{_others(wanted.quote, deck) or _nearest(wanted.quote, speaking)}"
    if wanted.max_rejected is not None and len(deck.rejected) > wanted.max_rejected:
        yield f"{len(deck.rejected)} claims rejected, at most {wanted.max_rejected} are let pass"


def _holds(card: Card, quote: str) -> bool:
    return any(quote in span.quote for span in card.content)


def _others(quote: str, deck: Deck) -> str:
    """Whose card does hold the words."""
    names = dict.fromkeys(card.speaker.name if card.speaker else "the article itself" for card in deck.cards if _holds(card, quote))
    return f"; a card of {', '.join(names)} does" if names else ""


def _meant(name: str, deck: Deck) -> str:
    """The speaker whose name is nearest: "Quill" is none, "Ada Quill" is."""
    names = dict.fromkeys(card.speaker.name for card in deck.cards if card.speaker)
    longer = [known for known in names if name.casefold() in known.casefold().split()]
    return did_you_mean(longer[0] if len(longer) == 1 else name, names)


_NEAR = 70
"""Likeness, of 100, from which words are shown as what was meant: "could take weeks" for "could take “weeks”"."""


def _nearest(quote: str, cards: Sequence[Card]) -> str:
    """The words of these cards that are nearest; nothing where none is near."""
    from rapidfuzz.fuzz import partial_ratio_alignment  # late: only a broken expectation needs it

    best, words = float(_NEAR), ""
    for span in (span for card in cards for span in card.content if len(span.quote) >= len(quote) / 2):
        found = partial_ratio_alignment(quote, span.quote)
        if found is not None and found.score > best:
            best, words = found.score, span.quote[found.dest_start : found.dest_end]
    return f"; the nearest is “{words}”" if words else ""
