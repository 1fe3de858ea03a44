"""What has been said so far in an article: whose turns, who tells which words, and whose an "I" is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence

from factcards.cards import Speaker
from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.answers import unresolved
from factcards.engines.local.speakers.bearers import Bearer
from factcards.engines.local.speakers.discourse import Discourse
from factcards.engines.local.speakers.nominals import Roles
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.turns import Turn, asks, hearer_of_question, is_one, replies, reports_question
from factcards.spans import Span

__all__ = ["Heard", "is_quoted"]

_ME = frozenset({"i", "me", "my"})
"""Words for one who speaks of himself."""


class Heard:
    """Who said what so far, in text order, with the people and the discourse of the article.

    Attributes:
        people: The article's names.
        roles: What its people are called.
        discourse: Whom its pronouns and descriptions may mean.
        turns: Who spoke when; grows as the article goes on.
        by_name: Its people by their names.
        author: Who the byline names.
    """

    def __init__(self, people: People, author: str | None = None) -> None:
        """Nobody has spoken yet.

        Args:
            people: The article's names.
            author: Who the byline names; "I" outside quotations is then the author.
        """
        self.people = people
        self.roles = Roles(people)
        self.discourse = Discourse(people, self.roles)
        self.turns: list[Turn] = []
        self.by_name = {b.name: b for b in people.bearers}
        self.author = author
        self._tellers: list[_Teller] = []
        self._longest = 0

    @property
    def last(self) -> Turn | None:
        """The turn of who spoke last."""
        return self.turns[-1] if self.turns else None

    def call(self, bearer: Bearer, name: str) -> None:
        """Give a bearer the name by which he is told from here on: the "Foreign Ministry" is "Tarn's Foreign Ministry"."""
        bearer.name = name
        self.by_name[name] = bearer

    def told(self, found: Found, source: Source, speaker: Speaker) -> None:
        """Keep by which words somebody tells a content, and who he is."""
        start, end = found.content[0][0], found.content[-1][1]
        self._longest = max(self._longest, end - start)
        insort(self._tellers, (start, end, source.head, speaker.name), key=_begin)

    def teller_of(self, place: int) -> tuple[Token, str] | None:
        """The head of the source, and the name, of the nearest one who tells what stands at a place."""
        near = self._tellers[bisect_left(self._tellers, place - self._longest, key=_begin) : bisect_right(self._tellers, place, key=_begin)]
        over = [teller for teller in near if place < teller[1]]
        return min(over, key=lambda teller: teller[1] - teller[0])[2:] if over else None

    def remember(self, found: Found, speaker: Speaker) -> None:
        """Whose turn it was, for all that comes behind it."""
        if speaker.resolved_by == "unresolved":
            if found.source is not None and speaker.mention is not None and speaker.kind != "group":
                self.discourse.spoke(None, speaker.name, speaker.mention.end, found.source)
            return
        start, end = found.content[0][0], found.content[-1][1]
        text = found.block.text
        quoted = found.frame in {"quote", "carried"} or text[max(0, start - 1) : start] in {'"', "“"}
        within = any(t.start <= found.start < t.end and t.speaker.name != speaker.name and is_one(t.speaker) for t in self.turns[-3:])
        self.turns.append(Turn(speaker, start, end, self.people.paragraph_at(start), asks(found), quoted, replies(found)))
        if not within:  # "a nurse said that it hoped": the nurse goes on
            place = start if speaker.mention is None else speaker.mention.end
            asking = reports_question(found)
            self.discourse.spoke(self.by_name.get(speaker.name), speaker.name, place, found.source, asking=asking)
            self.discourse.asked(hearer_of_question(found), place)

    def first_person(self, head: Token, span: Span) -> Speaker:
        """Inside somebody's quotation, that speaker; outside, the author whom the byline names."""
        inside = next((t for t in reversed(self.turns[-6:]) if t.quoted and t.start <= span.start < t.end), None)
        if inside is not None and head.lower_ in _ME:
            return inside.speaker.model_copy(update={"mention": span, "resolved_by": "pronoun", "score": 0.8, "candidates": ()})
        if self.author and inside is None and head.lower_ in _ME:
            return Speaker(name=self.author, kind="person", role=None, mention=span, resolved_by="pronoun", score=0.7)
        return unresolved([], span)


def is_quoted(block: Block, content: Sequence[tuple[int, int]]) -> bool:
    """Whether a content begins with a quotation mark."""
    start = content[0][0] if content else 0
    return bool(content) and any(mark in block.text[max(0, start - 1) : start + 1] for mark in _MARKS)


_MARKS = ('"', "“", "‘", "'")
_Teller = tuple[int, int, Token, str]
"""Where a content begins and ends, the head of its source, and the speaker's name."""


def _begin(teller: _Teller) -> int:
    return teller[0]
