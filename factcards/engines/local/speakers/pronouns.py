"""Whom a pronoun may mean by its form: a man or a woman, several, or a thing."""

from __future__ import annotations

from collections.abc import Callable

from factcards.engines.local.speakers.bearers import Bearer, Gender
from factcards.engines.local.speakers.genders import HE_OR_SHE

__all__ = ["AGAINST", "COLLECTIVES", "GENDERS", "PRONOUNS", "SEVERAL", "THIRD_PERSON", "fitting", "is_of_gender", "leaning"]

AGAINST = 0.1
"""Weight at or below which the text or a first name speaks against a sex."""
GENDERS: dict[str, Gender] = HE_OR_SHE | {"himself": "male", "herself": "female"}
"""The pronouns that say a sex."""
SEVERAL = frozenset({"they", "them", "their", "theirs"})
"""The pronouns for several, or for one body."""
THIRD_PERSON = frozenset({"it", "its", *GENDERS, *SEVERAL})
"""The pronouns that stand for somebody or something spoken of."""
PRONOUNS = frozenset(
    {
        "he", "she", "they", "it", "i", "we", "you", "his", "her", "him", "their", "them", "its", "my", "our", "your", "me", "us",
        "hers", "theirs", "himself", "herself", "themselves", "itself",
    }
)  # fmt: skip
"""All pronouns for persons and things."""
COLLECTIVES = frozenset({"organization", "government", "document"})
"""Kinds of bearers that are "it", and often "they"."""


def fitting(word: str) -> Callable[[Bearer], float]:
    """How well a pronoun's form fits a bearer, 0 to 1."""
    if word in GENDERS:
        return lambda bearer: (0.6 if bearer.described else 1.0) if bearer.personal else 0.0
    if word in SEVERAL:
        return lambda b: (0.4 if b.owned else 1.0) if b.plural else 0.3 if b.kind in COLLECTIVES - {"document"} and not b.personal else 0.0
    return lambda b: 0.0 if b.personal or b.plural else 1.0 if b.kind in COLLECTIVES else 0.2 if b.kind == "place" else 0.0


def leaning(bearer: Bearer, wanted: Gender | None) -> float:
    """How much a bearer's sex speaks for a pronoun that says one: the text's word on it decides; a first name only leans."""
    if wanted is None:
        return 1.0
    if bearer.gender is not None:
        return 1.6 if bearer.gender == wanted else 0.0
    if bearer.likely is not None:
        return 1.15 if bearer.likely == wanted else 0.04
    return 1.0


def is_of_gender(bearer: Bearer, wanted: Gender | None) -> bool:
    """Whether nothing speaks against it that a pronoun of this sex means the bearer."""
    return leaning(bearer, wanted) > AGAINST
