"""Which card of one deck is which of the other: paired by the words that carry them, so that the whole fits best."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factcards.cards import Card, Deck
from factcards.regress.assignment import assign
from factcards.regress.textmap import TextMap

__all__ = ["pairs_of"]

LEAST = 0.3
"""Below this share of common words two cards are not the same claim: one was removed, the other added."""
_STRETCH = 256
"""Code points of a stretch of the text: cards are looked up by the stretches that they stand in. Another length only costs time."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A card with its contents' words, where they stand in the new text, and how many code points those places hold."""

    card: Card
    words: frozenset[str]
    places: tuple[tuple[int, int], ...]
    size: int


def pairs_of(old: Deck, new: Deck, carried: TextMap | None = None) -> dict[int, int]:
    """For each old card its new one, by place in the decks; cards without a counterpart are left out."""
    carried = carried or TextMap(old.article.text, new.article.text)
    pairs = _unchanged(old, new)
    taken = set(pairs.values())
    olds = {at: _placed(card, _carried(card, carried)) for at, card in enumerate(old.cards) if at not in pairs}
    news = {at: _placed(card, [(s.start, s.end) for s in card.content]) for at, card in enumerate(new.cards) if at not in taken}
    scores = {(left, right): score for left, right, score in _scores(olds, news) if score >= LEAST}
    return dict(sorted({**pairs, **assign(scores)}.items()))


def _unchanged(old: Deck, new: Deck) -> dict[int, int]:
    """The cards that are equal in both, where the text is."""
    if old.article.text != new.article.text:
        return {}
    by_card: dict[Card, list[int]] = defaultdict(list)
    for at, card in enumerate(new.cards):
        by_card[card].append(at)
    return {at: by_card[card].pop(0) for at, card in enumerate(old.cards) if by_card.get(card)}


def _carried(card: Card, carried: TextMap) -> list[tuple[int, int]]:
    return [place for span in card.content if (place := carried.span(span.start, span.end)) is not None]


def _placed(card: Card, places: Iterable[tuple[int, int]]) -> _Placed:
    words = frozenset(word for span in card.content for word in _WORD.findall(span.quote.casefold()))
    there = tuple(places)
    return _Placed(card, words, there, sum(end - start for start, end in there))


def _scores(olds: Mapping[int, _Placed], news: Mapping[int, _Placed]) -> Iterator[tuple[int, int, float]]:
    """Each pair of cards that have a word or a stretch of the text in common, with its score; all others would have none."""
    by_word: dict[str, list[int]] = defaultdict(list)
    by_stretch: dict[int, list[int]] = defaultdict(list)
    for right, card in news.items():
        for word in card.words:
            by_word[word].append(right)
        for stretch in _stretches(card):
            by_stretch[stretch].append(right)
    for left, card in olds.items():
        common = Counter(right for word in card.words for right in by_word.get(word, ()))
        near = {right for stretch in _stretches(card) for right in by_stretch.get(stretch, ())}
        for right in sorted(common.keys() | near):
            shared = _shared(card, news[right]) if right in near else 0
            yield left, right, _likeness(card, news[right], common[right], shared)


def _stretches(card: _Placed) -> set[int]:
    return {stretch for start, end in card.places for stretch in range(start // _STRETCH, (end - 1) // _STRETCH + 1)}


def _shared(old: _Placed, new: _Placed) -> int:
    """How many code points both stand on."""
    return sum(max(0, min(end, stop) - max(start, begin)) for start, end in old.places for begin, stop in new.places)


def _likeness(old: _Placed, new: _Placed, common: int, shared: int) -> float:
    """0 to 1.3: common code points of the contents, or common words where the place was lost; a common speaker and cue on top."""
    size = old.size + new.size
    words = 2 * common / (len(old.words) + len(new.words)) if common else 0.0
    likeness = max(2 * shared / size if size else 0.0, 0.8 * words)
    if likeness < LEAST:
        return 0.0
    names = [card.speaker.name if card.speaker else None for card in (old.card, new.card)]
    cues = [card.cue.quote.casefold() if card.cue else None for card in (old.card, new.card)]
    return likeness + 0.15 * (names[0] == names[1]) + 0.1 * (cues[0] == cues[1]) + 0.05 * (old.card.claim == new.card.claim)
