"""Which verbs may introduce what somebody says."""

from __future__ import annotations

from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import cue_verbs

__all__ = [
    "cue_lemma",
    "is_cue_verb",
]


def is_cue_verb(token: Token) -> bool:
    """Whether the token is a verb that may introduce content."""
    return token.pos_ in {"VERB", "AUX"} and cue_lemma(token) in cue_verbs()


def cue_lemma(verb: Token) -> str:
    """The lemma as the word lists have it: the pipeline's rules make "hopes" a form of "hop"."""
    lemma = verb.lemma_.lower()
    if lemma in cue_verbs():
        return lemma
    whole = f"{lemma}e"
    return whole if whole in cue_verbs() and verb.lower_.startswith(whole) else lemma
