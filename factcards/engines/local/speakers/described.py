"""Whom an article describes and does not name ("a nurse", "the Moss campaign"), or only names together, by the words it has for them."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.engines.local.found import Source
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.bearers import Bearer
from factcards.engines.local.speakers.genders import gender_of
from factcards.engines.local.speakers.kinds import noun_kind, source_kind
from factcards.engines.local.speakers.naming import mention_of, text_of
from factcards.engines.local.speakers.nominals import Roles, is_definite, is_personal, is_plural, is_somebody
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.pronouns import COLLECTIVES
from factcards.lexicon import speaker_words

__all__ = ["Described"]


class Described:
    """The bearers of one article that have no name. A person's description is another one's when it comes again; a body's is the same's."""

    def __init__(self, people: People, roles: Roles) -> None:
        """Nobody was described yet."""
        self._people = people
        self._roles = roles
        self._by_words: dict[str, Bearer] = {}

    def get(self, words: str) -> Bearer | None:
        """Who was last described in these words."""
        return self._by_words.get(_key(words))

    def rename(self, words: str, name: str) -> None:
        """Give whom these words describe the name by which he is told: "her lawyer" is "Ada Quill's lawyer"."""
        bearer = self.get(words)
        if bearer is not None:
            bearer.name = name
            self._by_words[_key(name)] = bearer

    def of_speaker(self, words: str, source: Source) -> Bearer | None:
        """Who speaks, one of several by the words that tell so ("one of them"); null where the words describe no human being."""
        if source.first.lower_ not in {"one", "another"} and not is_somebody(source.head):
            return None
        words = f"{words[:1].lower()}{words[1:]}" if source.first.pos_ == "DET" else words
        bearer = self._by_words[_key(words)] = Bearer(words, source_kind(source.head), personal=True, described=True)
        return bearer

    def several(self, words: str) -> Bearer:
        """Those whom these words tell from others: "some of those who had seen it"."""
        return self._by_words.setdefault(_key(words), Bearer(words, "group", plural=True, described=True))

    def together(self, bearers: Sequence[Bearer]) -> Bearer:
        """Those who are named together, as "they" may mean them."""
        name = ", ".join(b.name for b in bearers[:-1]) + f" and {bearers[-1].name}"
        return self._by_words.setdefault(name, Bearer(name, "group", plural=True, described=True, joint=len(bearers) == 2))

    def of(self, first: Token, last: Token, head: Token, block: Block) -> Bearer:
        """Whom a noun phrase describes, by its first and last word and its noun."""
        words = text_of(first, last)
        key = _key(words)
        known = self._by_words.get(key)
        if known is None or is_personal(head):
            lemma = head.lemma_.lower()
            known = Bearer(words, source_kind(head), personal=is_personal(head), plural=is_plural(head), described=True)
            known.gender = gender_of(lemma)
            if lemma in speaker_words("mostly_male"):
                known.likely = "male"
            self._by_words[key] = known
        if is_personal(head) and (first.lower_ in {"a", "an", "one", "another"} or not is_definite(first, head)):
            known.mentions = [mention_of(block, first, last, "other")]
            self._roles.note(head.lemma_.lower(), known)
        if any(t.pos_ == "PROPN" for t in head.doc[first.i : head.i]) and noun_kind(head) in COLLECTIVES:
            self._name_in_part(known, first, head)
        return known

    def _name_in_part(self, bearer: Bearer, first: Token, head: Token) -> None:
        found = next((f for t in head.doc[first.i : head.i] if (f := self._people.at(t))), None)
        if found is not None:
            bearer.mentions = bearer.mentions or [found[0]]
            self._roles.note(head.lemma_.lower(), bearer)


def _key(words: str) -> str:
    """A description as it is looked up: the same for "a nurse" and "the nurse"."""
    return words.lower().removeprefix("the ").removeprefix("a ")
