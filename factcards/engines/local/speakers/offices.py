"""Offices before a name or alone, which are no part of one: "Minister of Internal Affairs | Ada Quill", "the Home Secretary"."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import speaker_words

__all__ = ["RANKS", "STYLES", "behind_portfolio", "ends_title", "holds_office", "is_office", "is_portfolio"]

LONGEST_PORTFOLIO = 8
"""Words of the longest name of a department: "Public Safety and Emergency Preparedness"."""
RANKS = frozenset({"prime", "vice", "deputy", "former", "ex", "shadow"})
"""Words before an office that make it another one, or none any more."""
STYLES = frozenset({"lady", "lord", "baroness", "baron", "viscount", "earl", "dame", "sir", "prince", "princess"})
"""Titles that are a part of the name: nobody calls a peer, a knight or a prince by the rest alone."""
_JOINS = frozenset({"and", "&", ",", "the", "-"})


def is_portfolio(token: Token) -> bool:
    """Whether a word says what an office is for: "Minister of | Internal Affairs". The office's holder is named behind it."""
    doc, at = token.doc, token.i
    low = max(token.sent.start, at - LONGEST_PORTFOLIO)
    while at > low and doc[at].lower_ not in {"of", "for"}:
        if not (doc[at].text[:1].isupper() or doc[at].lower_ in _JOINS):
            return False
        at -= 1
    return at > low and doc[at].lower_ in {"of", "for"} and holds_office(doc[at - 1])


def behind_portfolio(words: Sequence[Token]) -> Sequence[Token]:
    """What stands behind the department in a run of capitalised words: "Health | Rajitha Orr"; all of it where that is unclear."""
    known = speaker_words("portfolios")
    at = next((at for at, word in enumerate(words) if word.lower_ not in known and word.lower_ not in _JOINS), 0)
    return words[at:] if at and is_portfolio(words[0]) else words


def holds_office(token: Token) -> bool:
    """Whether a word names whoever has an office: "Minister", "chief", "MP"."""
    return token.lower_ in speaker_words("titles") or token.lemma_.lower() in speaker_words("person")


def ends_title(stop: Token) -> bool:
    """Whether a full stop is a title's that the tokenizer parted: "Sgt | . | Ada Quill"."""
    return stop.text == "." and stop.i > 0 and not stop.nbor(-1).whitespace_ and stop.nbor(-1).lower_ in speaker_words("titles")


def is_office(words: Sequence[Token]) -> bool:
    """Whether capitalised words name an office and nobody: "Home Secretary", "Prime Minister", "Attorney General"."""
    parts = speaker_words("titles", "half_titles", "portfolios")
    return len(words) > 1 and words[-1].lower_ in speaker_words("titles") and all(word.lower_ in parts for word in words)
