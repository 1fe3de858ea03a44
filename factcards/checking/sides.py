"""The two sides of a comparison: a statement as it was read, and the evidence that it must not outrun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from factcards.cards import Article, Card, Certainty, Cue, Finding, FindingCode, Hedge, Level, Polarity, Severity, Speaker
from factcards.hedges import certainty, cue_turn, hedges_in, main_clause, polarity
from factcards.mapped import folded
from factcards.reading import Attribution, Clause, Reading
from factcards.spans import Span

__all__ = ["Evidence", "Statement", "content_words", "finding", "folded_text", "same_name", "stem", "vocabulary", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STOP = frozenset(
    [
        "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "as", "that", "this",
        "these", "those", "it", "its", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would",
        "he", "she", "they", "we", "i", "you", "his", "her", "their", "our", "said", "says", "say", "not", "no", "who", "which",
        "what", "when", "where", "while", "than", "then", "there", "so", "according", "also", "into", "over", "about", "after",
        "before", "more", "most", "some", "such", "any", "all",
    ]
)  # fmt: skip


@lru_cache(maxsize=512)
def folded_text(text: str) -> str:
    """The text folded for comparing words; kept for a while, since every rule asks for the same few texts."""
    return folded(text).text


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded, without clitics' possessive."""
    return tuple(word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(folded_text(text)))


@lru_cache(maxsize=8)
def vocabulary(text: str) -> frozenset[str]:
    """The different words of a text, folded; every card of an article is held against the same ones."""
    return frozenset(words_of(text))


def stem(word: str) -> str:
    """A crude stem: enough to see that "suggests" and "suggesting" are one word."""
    for ending in ("ations", "ation", "ingly", "edly", "ings", "ing", "ies", "ied", "es", "ed", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=512)
def content_words(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    return frozenset(stem(word) for word in words_of(text) if word not in _STOP and len(word) > 2)


def same_name(left: str, right: str) -> bool:
    """Whether two names can mean one bearer: one's words are among the other's, or they end in the same surname."""
    a, b = set(words_of(left)) - {"the"}, set(words_of(right)) - {"the"}
    if not a or not b:
        return False
    if a <= b or b <= a:
        return True
    return words_of(left)[-1] == words_of(right)[-1] and left[:1].isupper() and right[:1].isupper() and bool(a & b - {words_of(left)[-1]})


def finding(code: FindingCode, severity: Severity, message: str, spans: Sequence[Span] = ()) -> Finding:
    """A finding with its spans in order."""
    return Finding(code=code, severity=severity, message=message, spans=tuple(sorted(spans, key=lambda s: s.start)))


@dataclass(frozen=True)
class Evidence:
    """What the article carries for the statement.

    Attributes:
        article: The article.
        reading: The article's reading.
        cards: The card itself, or the cards that a summary sentence cites.
        summary: Whether the statement is a sentence of a summary, which must name its speakers itself.
    """

    article: Article
    reading: Reading
    cards: tuple[Card, ...]
    summary: bool = False

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The sentences that carry the cards."""
        return tuple(span for card in self.cards for span in card.evidence)

    @cached_property
    def text(self) -> str:
        """Those sentences, one after another."""
        return "\n".join(span.quote for span in self.spans)

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody who speaks in the cards, outer levels included."""
        levels: list[Card | Level] = [*self.cards, *(level for card in self.cards for level in card.via)]
        return tuple(level.speaker for level in levels if level.speaker is not None)


@dataclass(frozen=True)
class Statement:
    """A claim or a sentence, with its own reading; spans of the reading are offsets into `text`, never into the article."""

    text: str
    reading: Reading

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of its words that carry meaning."""
        return content_words(self.text)

    @cached_property
    def hedges(self) -> tuple[Hedge, ...]:
        """Every hedge in it, its tentative cues included."""
        found = {hedge.start: hedge for hedge in self.reading.hedges}
        for attribution in self.reading.attributions:
            for hedge in hedges_in(self.reading, attribution.content, attribution.cue):
                found.setdefault(hedge.start, hedge)
        return tuple(found[start] for start in sorted(found))

    def attribution_of(self, card: Card) -> Attribution | None:
        """Its attribution whose content is most like the card's, with a source where the card has one; null when it has none."""
        wanted = content_words(" ".join(span.quote for span in card.content))
        best: tuple[float, int, Attribution] | None = None
        for at, found in enumerate(self.reading.attributions):
            if found.cue is None or (found.speaker is None and card.speaker is not None):
                continue
            own = content_words(" ".join(span.quote for span in found.content))
            likeness = 2 * len(own & wanted) / (len(own) + len(wanted)) if own and wanted else 0.0
            if card.speaker and found.speaker and same_name(found.speaker.name, card.speaker.name):
                likeness += 0.3
            if best is None or likeness > best[0]:
                best = (likeness, -at, found)
        return best[2] if best and best[0] >= 0.2 else None

    def stance(self, card: Card) -> tuple[Certainty, Polarity, Cue | None, Clause | None]:
        """How surely, and whether affirmed, it states what the card states."""
        found = self.attribution_of(card)
        if found is not None:
            clause = main_clause(self.reading, found.content)
            hedges = hedges_in(self.reading, found.content, found.cue, found.evidence)
            return (
                certainty(found.cue, hedges, clause, cue_turn(found.cue, self.reading)),
                polarity(found.cue, self.reading, clause),
                found.cue,
                clause,
            )
        whole = (Span.of(self.text, 0, len(self.text)),)
        clause = main_clause(self.reading, whole)
        sure = certainty(None, self.reading.hedges, clause, narrated=card.speaker is None and card.cue is None)
        return sure, polarity(None, self.reading, clause), None, clause
