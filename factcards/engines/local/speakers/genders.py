"""Whether a bearer is a man or a woman: what titles, kinship words and first names say, and the "he" or "she" that goes on about a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Doc, Token
from factcards.engines.local.speakers.bearers import Bearer, Gender, Identity
from factcards.engines.local.speakers.naming import Mention
from factcards.engines.local.speakers.roles import kin_beside
from factcards.lexicon import speaker_words

__all__ = ["HE_OR_SHE", "contradicts", "gender_of", "gender_of_name", "hear_pronouns"]

HE_OR_SHE: dict[str, Gender] = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female", "hers": "female"}
"""The pronouns that say a sex, "himself" and "herself" apart, which mean whom their own clause is about."""


def gender_of(word: str) -> Gender | None:
    """What a title or a noun says: "Mrs.", "brother"; null for one that is said of either sex."""
    if word in speaker_words("male"):
        return "male"
    return "female" if word in speaker_words("female") else None


def gender_of_name(name: str) -> Gender | None:
    """What the first of two or more names says."""
    first, *rest = name.lower().split()
    if not rest:
        return None
    if first in speaker_words("male_names"):
        return "male"
    return "female" if first in speaker_words("female_names") else None


def contradicts(title: str, bearer: Bearer) -> bool:
    """Whether a title is the other sex's than the bearer's name, titles and kinship words: "Mrs. Moss" is not Harlan Moss."""
    gender = gender_of(title)
    if gender is None:
        return False
    known = next((g for m in bearer.mentions if (g := gender_of(m.title) or gender_of(kin_beside(m) or "")) is not None), None)
    known = known or gender_of_name(bearer.name)
    return known is not None and known != gender


_At = Callable[["Token"], tuple[Mention, Identity] | None]
"""The mention that a word is a part of, and who is meant."""
_NamedIn = Callable[["Doc"], Collection[int]]
"""The places of the words of names in a paragraph's parse."""


def hear_pronouns(blocks: Iterable[Block], bearers: Iterable[Bearer], at: _At, named_in: _NamedIn) -> None:
    """Note the sex that pronouns say, of whom nothing else says it. Where a sentence names one person only, its later "he" or "she" most
    often means that one; two such agree on a gender. So does one "his" at the head of the next sentence: "His colleague Quill". Against a
    first name only those count that are the person's by the grammar.
    """
    heard: dict[int, Counter[Gender]] = defaultdict(Counter)
    by_grammar: dict[int, Counter[Gender]] = defaultdict(Counter)
    before: Bearer | None = None
    for block in blocks:
        named = named_in(block.doc)
        for sentence in block.doc.sents:
            first = next((token for token in sentence if not token.is_space), None)
            if before is not None and first is not None and first.dep_ == "poss" and first.lower_ in HE_OR_SHE and _of_people(first.head):
                heard[id(before)][HE_OR_SHE[first.lower_]] += 2
            only, said, alone, bound = _spoken_of(sentence, at, named)
            before = (only or before) if alone else None
            if only is not None and len(said) == 1 and not any('"' in token.text for token in sentence):
                sex = said.pop()
                heard[id(only)][sex] += 2 if bound else 1
                by_grammar[id(only)][sex] += 2 if bound else 0
    for bearer in bearers:
        votes = heard.get(id(bearer))
        if votes is None or bearer.gender is not None:
            continue
        gender, most = min(votes.items(), key=lambda item: (-item[1], item[0]))
        against = bearer.likely not in {None, gender}
        agreed = by_grammar[id(bearer)][gender] >= 4 if against else most >= (2 if bearer.likely is None else 1)
        if agreed and most >= 3 * (votes.total() - most):
            bearer.gender = gender


def _spoken_of(sentence: Sequence[Token], at: _At, named: Collection[int]) -> tuple[Bearer | None, set[Gender], bool, bool]:
    """The first person whom a sentence names; the sexes that its pronouns behind the name say; whether it can be about nobody else; and
    whether one of these pronouns is the person's by the grammar.
    """
    only: Bearer | None = None
    rivals = bound = spoken_of = False
    said: set[Gender] = set()
    for token in sentence:
        if token.i not in named and token.lower_ not in HE_OR_SHE:
            continue
        found = at(token)
        if found is not None and found[1].bearer is not None and found[1].bearer.personal:
            rivals = rivals or (only is not None and found[1].bearer is not only)
            only = only or found[1].bearer
        elif token.lower_ in HE_OR_SHE and only is None:
            spoken_of = True
        elif token.lower_ in HE_OR_SHE and only is not None and not rivals:
            bound = bound or (token.dep_ == "poss" and _is_subjects(token, only, at))
            said.add(HE_OR_SHE[token.lower_])
    return only, said, not (rivals or (only is None and spoken_of)), bound


def _of_people(head: Token) -> bool:
    """Whether a noun, or one beside it, is a word for a person: "colleague", "the director Quill"."""
    words = speaker_words("person", "kin", "group")
    return any(t.lemma_.lower() in words for t in (head, *head.children))


def _is_subjects(pronoun: Token, bearer: Bearer, at: _At) -> bool:
    """Whether a possessive hangs on an object of the verb whose subject the bearer is: "Quill praised her brother"."""
    verb = pronoun.head.head
    if pronoun.head.dep_ == "pobj":
        verb = verb.head
    found = next((at(t) for t in verb.children if t.dep_ == "nsubj"), None)
    return found is not None and found[1].bearer is bearer
