"""Whom "who", "which" and "whose" stand for: "Berger, a gynecologist from Nyack, who said"."""

from __future__ import annotations

from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.parsing.word_classes import noun_sense
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.nominals import SHARES, is_personal, is_plural, is_somebody
from factcards.engines.local.speakers.people import People

__all__ = ["COUNTS", "antecedent_of"]


_CLIMBED = frozenset({"appos", "pobj", "prep", "agent", "compound", "poss", "nmod", "conj", "amod", "acl"})
"""Edges between a word and the somebody whom it describes: "one Democrat familiar with the discussion, who added"."""
_BESIDE = 5
"""Words from a "team" to the "who" that means it, at most."""
COUNTS = frozenset({"many", "some", "others", "few", "several", "those", "two", "three", "four", "most", "all", "both", "one"})
"""Words for some whom no noun names."""


def antecedent_of(relative: Token, people: People) -> Token:
    """The noun or name that a relative pronoun stands for. "Who" wants somebody: "Berger, a gynecologist from Nyack, who said"."""
    verb = relative
    for _ in range(6):
        if verb.dep_ == "relcl" or verb.head.i == verb.i:
            break
        verb = verb.head
    found = verb.head if verb.dep_ == "relcl" else None
    before = relative.nbor(-1) if relative.i else relative
    if before.pos_ in {"ADJ", "DET", "NUM"} and before.lower_ in COUNTS and not before.is_sent_start:
        return before  # "there are many who say"
    if found is None or found.i > relative.i or found.pos_ not in {"NOUN", "PROPN", "PRON"}:
        found = next((t for t in _backwards(relative) if t.pos_ in {"NOUN", "PROPN", "PRON"} or people.at(t) is not None), relative)
    if relative.lower_ not in {"who", "whom"}:
        near = next((t for t in _backwards(relative) if t.pos_ in {"NOUN", "PROPN"}), found)
        inside = near.i > found.i and not _tells(found, people)
        return near if inside and (noun_kind(near) != "unknown" or people.at(near)) else _teller(found, people)
    climbing = found
    for _ in range(6):
        if _is_one_of_several(climbing, relative, people):
            break
        if _is_somebody(climbing, people) and not _is_only_where(climbing, people):
            above = climbing.head
            return above if climbing.dep_ == "appos" and people.at(above) and _is_somebody(above, people) else climbing
        if climbing.head.i == climbing.i or climbing.dep_ not in _CLIMBED:
            break
        climbing = climbing.head
    others = (t for t in _backwards(relative) if t.dep_ not in {"poss", "compound"})
    teams = {t.i for t in _backwards(relative)[:_BESIDE] if noun_kind(t) == "organization"}  # "to the | team | by radio, who"
    fitting = (t for t in others if t.i in teams or _is_somebody(t, people) or t.lower_ in SHARES)
    return next((t for t in fitting if not _is_one_of_several(t, relative, people)), found)


def _is_one_of_several(token: Token, relative: Token, people: People) -> bool:
    """Whether one human being is named where "who" means several: "rivals — like | Bo Marsh | — who say"."""
    verb, named = relative.head, people.at(token)
    one = is_personal(token) if named is None else named[1].bearer is not None and named[1].bearer.personal
    several = relative.dep_ == "nsubj" and verb.tag_ == "VBP" and not any(c.dep_ == "aux" for c in verb.lefts)
    return one and several and not is_plural(token) and not token.conjuncts


def _teller(noun: Token, people: People) -> Token:
    """The noun that tells something, for an event, a place or a time that only tells more of it: "a | speech | read at the fair, which"."""
    above = noun
    while not _tells(above, people) and above.dep_ in _CLIMBED:
        above = above.head
    return above if above.pos_ == "NOUN" and _tells(above, people) else noun


def _tells(noun: Token, people: People) -> bool:
    """Whether it may say something: somebody, a body, a document, or of WordNet's nouns of communication (its class 10)."""
    return people.at(noun) is not None or noun_kind(noun) != "unknown" or noun_sense(noun.lemma_.lower()) == "10"


def _is_only_where(noun: Token, people: People) -> bool:
    """Whether a plural that names nobody only says where they are whom "who" means: "voters in small | towns | who plan to stay"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in _WHERE or people.at(noun) is not None or noun_kind(noun) != "unknown":
        return False
    named = people.at(link.head)
    person = named is not None and named[1].bearer is not None and named[1].bearer.personal
    found = link.head.head if link.head.dep_ == "acl" else link.head  # "people | living | in the Tarn valleys, who"
    return noun.pos_ == "NOUN" and not is_personal(noun) and (person or noun_kind(found) in {"group", "anonymous", "person"})


_WHERE = frozenset({"in", "at", "on", "from", "near", "across", "inside", "throughout", "outside"})


def _backwards(token: Token) -> list[Token]:
    return [token.doc[i] for i in range(token.i - 1, max(token.sent.start - 1, token.i - 25), -1)]


def _is_somebody(token: Token, people: People) -> bool:
    found = people.at(token)
    if found is not None:
        bearer = found[1].bearer
        return bearer is None or bearer.kind in {"person", "group"}
    if token.pos_ == "PRON":
        return token.lower_ in {"he", "she", "they", "those", "people", "someone", "anyone", "everyone", "one", "many", "some", "others"}
    counted = any(c.dep_ in {"nummod", "det"} and c.i < token.i for c in token.children)
    if token.ent_type_ == "NORP" and counted:
        return True  # "one Democrat"
    return is_somebody(token) or (token.pos_ == "NOUN" and is_plural(token))
