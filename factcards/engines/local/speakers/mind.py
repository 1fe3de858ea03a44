"""What is kept in mind while an article is read: who was mentioned last and how prominently, who spoke, and whom the pronouns meant.

Only the last mentions are kept, so that reading on is linear in the article's length.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from dataclasses import dataclass

from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.bearers import Answer, Bearer
from factcards.engines.local.speakers.prominence import leads

__all__ = ["Mind", "Sighting"]

KEPT = 48
"""Mentions kept in mind: some six paragraphs of news."""
SENTENCE, PARAGRAPH = 0.6, 0.85
"""By how much a mention fades with each sentence and each paragraph behind it."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention in mind: whose, where, in which sentence and paragraph, how prominent, and by which word."""

    bearer: Bearer
    start: int
    sentence: int
    paragraph: int
    weight: float
    token: Token
    quoted: bool

    def faded(self, sentence: int, paragraph: int) -> float:
        """How prominent it still is in a later sentence and paragraph."""
        sentences = sentence - self.sentence if sentence > self.sentence else 0  # no calls: every pronoun asks this of all in mind
        paragraphs = paragraph - self.paragraph if paragraph > self.paragraph else 0
        return float(self.weight * SENTENCE**sentences * PARAGRAPH**paragraphs)


class Mind:
    """What is known of an article up to a place.

    Attributes:
        recent: The last mentions, in text order.
        sentence: How many sentences were read.
        answers: Whom each pronoun that was asked for meant, by its parse and place.
        last_speaker: Who spoke last.
        spoke_at: Where.
        asking: Whether to ask something.
        asked: Who was asked something last, and where.
        partner: Who spoke before that one, and where.
        somebody: The last sentence with "the manager", where nobody was called so before: whoever that is.
        somebody_led: The last one whose subject that is.
    """

    def __init__(self) -> None:
        """Nothing was read yet."""
        self.recent: deque[Sighting] = deque(maxlen=KEPT)
        self.sentence = 0
        self.answers: dict[tuple[int, int], Answer] = {}
        self.last_speaker: Bearer | None = None
        self.spoke_at = 0
        self.asking = False
        self.asked: tuple[Bearer, int] | None = None
        self.partner: tuple[Bearer, int] | None = None
        self.somebody = self.somebody_led = -1
        self._subjects: dict[int, list[tuple[int, Bearer | None]]] = {}
        self._begun: list[int] = []
        self._numbers: list[int] = []

    def begin(self, place: int) -> None:
        """Read the next sentence, which begins at this place."""
        self.sentence += 1
        self._begun.append(place)
        self._numbers.append(self.sentence)

    def since(self, place: int) -> int:
        """Sentences from the one at this place to the one that is being read: who spoke is told before or behind what was read by then."""
        at = bisect_right(self._begun, place) - 1
        return self.sentence - (self._numbers[at] if at >= 0 else 0)

    def see(self, bearer: Bearer, start: int, paragraph: int, weight: float, token: Token, *, quoted: bool) -> None:
        """Keep a mention in the sentence that is being read."""
        self.recent.append(Sighting(bearer, start, self.sentence, paragraph, weight, token, quoted))

    def see_subject(self, paragraph: int, start: int, bearer: Bearer | None) -> None:
        """Keep the subject of a sentence outside quotations: a person, or null for a "she" that may be two women's."""
        self._subjects.setdefault(paragraph, []).append((start, bearer))

    def speak(self, speaker: Bearer | None, place: int, *, asking: bool) -> None:
        """Keep who speaks at this place, whether to ask something, and who spoke before."""
        if speaker is not self.last_speaker:
            self.partner = None if self.last_speaker is None else (self.last_speaker, self.spoke_at)
        self.last_speaker, self.spoke_at, self.asking = speaker, place, asking

    def salience(self) -> dict[Bearer, float]:
        """How present the bearers in mind are at this place: some 1 for the last sentence's subject, less with every sentence."""
        present: dict[Bearer, float] = {}
        for s in self.recent:
            present[s.bearer] = present.get(s.bearer, 0.0) + s.faded(self.sentence, s.paragraph)
        return present

    def subject_before(self, paragraph: int, place: int) -> tuple[Bearer | None, bool]:
        """The person who is the subject of the last sentence before this place, in the same paragraph and outside quotations; and whether
        there is one: a "she" that may be two women's is nobody's.
        """
        seen = [bearer for start, bearer in self._subjects.get(paragraph, ()) if start < place]
        return (seen[-1], True) if seen else (None, False)

    def body_before(self, paragraph: int, place: int) -> Sighting | None:
        """The mention of an organization that is the subject of the sentence before this place, in the same paragraph."""
        last = max((s.sentence for s in self.recent if s.start < place and not s.quoted), default=0)
        near = [s for s in self.recent if s.start < place and s.paragraph == paragraph and not s.quoted]
        before = [s for s in near if s.sentence >= last - 1 and leads(s.token)]
        bodies = [s for s in before if s.bearer.kind in _BODIES and s.token.pos_ != "PRON"]
        return bodies[-1] if bodies and bodies[-1] is before[-1] else None

    def pair(self) -> Bearer | None:
        """The two who were last named together, where "the two" may mean them."""
        return next((s.bearer for s in reversed(self.recent) if s.bearer.described and s.bearer.kind == "group" and s.bearer.joint), None)

    def present(self, paragraph: int) -> list[Bearer]:
        """The persons named in this paragraph so far and in the one before it, the most present first."""
        near = {s.bearer for s in self.recent if s.bearer.personal and not s.bearer.described and paragraph - s.paragraph <= 1}
        present = self.salience()
        return sorted(near, key=lambda b: (-present[b], b.name))

    def is_nearest(self, bearer: Bearer, pronoun: Token) -> bool:
        """Whether nobody else is spoken of between the pronoun and the bearer in its sentence."""
        nearest = self.nearest(pronoun)
        return nearest is None or nearest.bearer is bearer

    def nearest(self, pronoun: Token) -> Sighting | None:
        """The last mention of somebody before the pronoun in its sentence."""
        before = (s for s in list(self.recent)[-6:][::-1] if s.sentence == self.sentence and s.token.doc is pronoun.doc)
        return next((s for s in before if s.token.i < pronoun.i and s.bearer.personal), None)

    def noun_of(self, bearer: Bearer) -> Token | None:
        """The noun by which somebody was described last."""
        return next((s.token for s in reversed(self.recent) if s.bearer is bearer and s.token.pos_ == "NOUN"), None)

    def seen_at(self, noun: Token) -> Bearer | None:
        """Who was described by this noun."""
        return next((s.bearer for s in reversed(self.recent) if s.token.i == noun.i and s.token.doc is noun.doc), None)


_BODIES = frozenset({"organization", "government"})
