"""Who or what an article speaks of, what it makes known of them, and how sure it is who of them is meant."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from factcards.engines.local.speakers.naming import EntityKind, Mention

__all__ = ["Answer", "Bearer", "Gender", "Identity", "is_sure"]

Gender = Literal["male", "female"]
SURE, LEAD = 0.45, 1.45
"""Share of the candidates' weight that the best one needs to count as an answer, and how many times the second's."""


@dataclass(slots=True, eq=False)
class Bearer:
    """Somebody or something with a name, or (in the discourse) with a description only.

    Attributes:
        name: The fullest form that the article gives.
        kind: Person, organization, place, ...
        role: What the article calls the bearer first, in its words.
        known: Every word of its descriptions, lower case.
        heads: Those of them before the first preposition: what it is.
        gender: Only where a title, a kinship word or pronouns of the text say so.
        likely: By the first name alone: a weak prior, never against the text.
        mentions: In text order.
        personal: Whether "he" or "she" may mean the bearer.
        plural: Whether "they" may.
        described: Whether it has no name, only a description.
        joint: Whether it is two persons, named together.
    """

    name: str
    kind: EntityKind
    role: str | None = None
    known: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    gender: Gender | None = None
    likely: Gender | None = None
    mentions: list[Mention] = field(default_factory=list)
    personal: bool = False
    plural: bool = False
    described: bool = False
    joint: bool = False

    @property
    def owned(self) -> bool:
        """Whether it is described by a pronoun only ("their group"), which says nothing outside its sentence."""
        return self.described and self.name.split()[0].lower() in {"his", "her", "its", "their", "our", "my", "your"}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a name means where it stands.

    Attributes:
        bearer: Null where two are about as likely.
        score: How sure.
        rivals: The others that it could mean.
    """

    bearer: Bearer | None
    score: float = 1.0
    rivals: tuple[Bearer, ...] = ()


Answer = list[tuple[Bearer, float]]
"""Whom a pronoun or a description may mean: candidates with their shares of the weight, best first."""


def is_sure(answer: Answer) -> bool:
    """Whether the best candidate is far enough ahead."""
    if not answer or answer[0][1] < SURE:
        return False
    return len(answer) < 2 or answer[0][1] >= LEAD * answer[1][1]
