"""What "it" or "they" at the head of a claim stands for: the nouns of the sentences before are weighed, and told where one is sure.

The weights are those of `lexicons/pronouns.toml`, learned by `training/antecedents.py` from pronouns of real articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from factcards.engines.local.found import StandIn
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Run, Token
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.naming import text_of
from factcards.engines.local.speakers.nominals import is_personal, is_plural
from factcards.lexicon import pronoun_weights

__all__ = ["THINGS", "noun_for_pronoun", "weighed"]

THINGS = frozenset({"it", "its", "they", "their"})
SURE = 0.8
"""Share of the weight from which a noun is told: nine of ten are right, out of fold."""
_BACK = 2  # sentences before the pronoun's in which nouns are looked for
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ROLES = {"dobj": "object", "dative": "object", "pobj": "phrase"}
_EMPTY = frozenset({"seem", "appear", "happen", "turn", "take", "rain", "snow", "emerge", "come", "follow", "mean", "matter", "remain"})
"""Verbs beside which "it" may stand for nothing, or for all that was said."""
_HOLDS = frozenset({"contain", "include", "feature", "cost", "consist", "comprise", "hold", "show", "list", "run", "date", "last"})
"""What things do rather than those who act."""
_UNCOUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_ANY = frozenset(
    {"no", "some", "any", "many", "most", "few", "several", "each", "every", "both", "all", "another", "other", "such", "more"}
)
LONGEST = 8
"""Words of a noun phrase that is told in a pronoun's place."""
Features = Sequence[str]
"""What speaks for a noun, each with a weight of its own."""


def noun_for_pronoun(block: Block, pronoun: Token | None, before: Block | None) -> StandIn | None:
    """The noun phrase to tell in the place of one of `THINGS` with which a claim of this paragraph begins; None where there is doubt."""
    if pronoun is None or not pronoun.whitespace_:
        return None
    nouns, nobody = weighed(pronoun, before)
    weights = pronoun_weights("things")
    scores = [math.exp(sum(weights.get(name, 0.0) for name in features)) for features in (*(f for _, f in nouns), nobody)]
    best = max(range(len(nouns)), key=scores.__getitem__, default=-1)
    words = _definite(nouns[best][0]) if best >= 0 and scores[best] >= SURE * sum(scores) else None
    if words is None:
        return None
    own = "" if pronoun.tag_ == "PRP" else "'" if words.endswith("s") else "'s"
    return StandIn(*block.offsets(pronoun, pronoun), f"{words}{own}")


def weighed(pronoun: Token, before: Block | None) -> tuple[list[tuple[Token, Features]], Features]:
    """The nouns that a pronoun may mean, with what speaks for each, and what speaks for none of them."""
    several = pronoun.lower_ in {"they", "their"}
    verb = (pronoun if pronoun.tag_ == "PRP" else pronoun.head).head
    sentences = _sentences(pronoun, before)
    last = next((t for s in sentences[-2:-1] for t in s if t.dep_ in _SUBJECTS and t.head.dep_ == "ROOT"), None)
    goes_on = last is not None and last.lower_ == ("they" if several else "it")
    said = [[t for t in s if t.tag_[:2] == "NN" and (t.doc is not pronoun.doc or t.i < pronoun.i)] for s in reversed(sentences)]
    lemmas = [noun.lemma_ for nouns in said for noun in nouns]
    found: list[tuple[Token, Features]] = []
    for back, words in enumerate(said):
        nouns = {noun: list(_speaks_for(noun, back, verb, several=several)) for noun in words if _may_be(noun, several=several)}
        new = any("new object" in features for features in nouns.values())
        for noun, features in nouns.items():
            beside = ["goes on"] * (goes_on and "lead before" in features) + ["alone"] * (back == 1 and len(nouns) == 1)
            beside += ["beside new object"] * (new and "lead" in features) + ["again"] * (lemmas.count(noun.lemma_) > 1)
            found.append((noun, features + beside))
    return found, list(_speaks_for_none(pronoun, verb, last))


def _sentences(pronoun: Token, before: Block | None) -> list[Run]:
    """The pronoun's sentence, the last, and those before it."""
    found = [pronoun.sent]
    while len(found) <= _BACK and found[0].start > 0:
        found.insert(0, found[0][0].nbor(-1).sent)
    return found if before is None or len(found) > _BACK else [*before.doc.sents[len(found) - 1 - _BACK :], *found]


def _may_be(noun: Token, *, several: bool) -> bool:
    if noun.tag_[:2] != "NN" or noun.dep_ in {"compound", "npadvmod", "conj"} or noun.ent_type_ in _UNCOUNTED:
        return False
    joined = child(noun, "conj") is not None
    if several:
        return is_plural(noun) or joined or _is_body(noun) or noun.ent_type_ in {"GPE", "NORP"}
    return not (joined or is_plural(noun) or is_personal(noun) or noun.ent_type_ in {"PERSON", "NORP"})


def _is_body(noun: Token) -> bool:
    return noun_kind(noun) in {"organization", "group", "government"} or noun.ent_type_ == "ORG"


def _speaks_for(noun: Token, back: int, verb: Token, *, several: bool) -> Iterator[str]:
    """What speaks for a noun, so many sentences before the pronoun, or against it."""
    top = noun.head if noun.dep_ == "appos" else noun
    role = ("lead" if top.head.dep_ == "ROOT" else "subject") if top.dep_ in _SUBJECTS else _ROLES.get(top.dep_, "other")
    if back:
        yield f"{role}{' before' * (back - 1)}"
    if several and not is_plural(noun) and child(noun, "conj") is None and _is_body(noun):
        yield "one body"
    article = child(noun, "det")
    if article is not None:
        yield "indefinite" if article.lower_ in {"a", "an"} else "definite"
        if role == "object" and back == 1 and noun.head.dep_ == "ROOT" and article.lower_ in {"a", "an"} and not several:
            yield "new object"
    if noun.pos_ == "PROPN":
        yield "name"
    if _is_body(noun) and (verb.lemma_ in _HOLDS or child(verb, "auxpass") is not None):
        yield "body holds"


def _speaks_for_none(pronoun: Token, verb: Token, last: Token | None) -> Iterator[str]:
    """What speaks for somebody or something else, or for nothing ("it is clear that")."""
    yield "none"
    if pronoun.lower_ != "it":
        yield "none, its" if pronoun.lower_ == "its" else "none, they"
    elif verb.lemma_ in _EMPTY or verb.lemma_ == "be":
        yield "none, be" if verb.lemma_ == "be" else "none, empty verb"
    if pronoun.lower_ == "it" and child(verb, "ccomp", "csubj", "csubjpass", "expl") is not None:
        yield "none, clause"
    if verb.lemma_ == "be" and any(c.ent_type_ == "ORDINAL" for told in verb.rights if told.dep_ == "attr" for c in told.lefts):
        yield "none, ordinal"  # "It was the third time"
    if last is not None and last.pos_ == "PRON":
        yield "none, pronoun before"


def _definite(noun: Token) -> str | None:
    """The noun with what stands before it, as something known: "two gold medals" are "the gold medals"; none of two."""
    if child(noun, "conj") is not None:
        return None
    first = noun.left_edge
    while first.i < noun.i and (first.lower_ in {"a", "an", "the", "this", "these", "that", "those"} or first.pos_ == "NUM"):
        first = first.nbor(1)
    words = noun.doc[first.i : noun.i + 1]
    if len(words) > LONGEST or any(
        t.lower_ in _ANY or t.dep_ == "poss" or t.tag_ in {"PRP$", "CD", "RB", "WDT"} or t.is_punct for t in words
    ):
        return None
    told = text_of(first, noun)
    if noun.pos_ == "PROPN" and noun.left_edge.lower_ not in {"a", "an", "the"}:
        return told
    if first.i == first.sent.start and first.pos_ != "PROPN" and first.ent_type_ == "":
        told = told[:1].lower() + told[1:]
    return f"the {told}"
