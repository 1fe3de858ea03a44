"""Who is named in an article: full names, what the article says of their bearers, and the short forms that mean them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from factcards.cards import SpeakerKind
from factcards.engines.local.grammar import trimmed
from factcards.engines.local.parse import Block
from factcards.lexicon import speaker_words
from factcards.reading import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Bearer", "People", "noun_kind"]

Gender = Literal["male", "female"]
EntityKind = SpeakerKind | Literal["place", "other"]

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group", "WORK_OF_ART": "document", "LAW": "document",  # noqa: E501
}  # fmt: skip
_NAMED = frozenset({*_KINDS, "EVENT", "PRODUCT"})


@dataclass(slots=True)
class Bearer:
    """Somebody or something with a name.

    Attributes:
        name: The fullest form that the article gives.
        kind: Person, organization, place, ...
        role: What the article calls the bearer, in its words.
        gender: Only where a title or an earlier pronoun of the text says so.
        mentions: Where each mention begins (code points) and whether it is a subject, in text order.
    """

    name: str
    kind: EntityKind
    role: str | None = None
    gender: Gender | None = None
    mentions: list[tuple[int, bool]] = field(default_factory=list)


def noun_kind(noun: Token) -> SpeakerKind:
    """What kind of source a common noun names ("officials", "the report", "the company")."""
    lemma = noun.lemma_.lower()
    plural = noun.tag_ in {"NNS", "NNPS"} or lemma == "people"
    order: tuple[SpeakerKind, ...] = (
        ("anonymous", "document", "government", "organization", "group")
        if plural
        else ("document", "government", "organization", "person", "anonymous")
    )
    found = next((kind for kind in order if lemma in speaker_words(kind)), None)
    return found or "unknown"


class People:
    """The names of one article. Built once from its parse; asked by mention."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Gather names from the body first: a headline's capitals mislead the tagger."""
        self.bearers: list[Bearer] = []
        self._by_form: dict[str, Bearer] = {}
        found = [item for block in blocks if block.part != "headline" for item in _named(block)]
        for _, first, last, kind in sorted(found, key=lambda item: -(item[2].i - item[1].i)):
            self._enter(first, last, kind)
        for block, first, last, _ in found:
            bearer = self._by_form[_form(first, last)]
            bearer.mentions.append((block.offsets(first, last)[0], _is_subject(first, last)))
            bearer.role = bearer.role or _role(first, last)
            bearer.gender = bearer.gender or _title_gender(first)
        for bearer in self.bearers:
            bearer.mentions.sort()
        self.bearers.sort(key=lambda b: b.mentions[0] if b.mentions else (0, False))
        self._found = found

    def _enter(self, first: Token, last: Token, kind: EntityKind) -> None:
        form = _form(first, last)
        if form in self._by_form:
            return
        if first.i and first.nbor(-1).lower_ in speaker_words("titles"):
            kind = "person"
        elif kind == "person" and last.lower_ in speaker_words("organization") | speaker_words("government"):
            kind = "organization"  # "Energy Ministry" is nobody's name
        bearer = self.lookup(form)
        if bearer is None:
            bearer = Bearer(form, kind)
            self.bearers.append(bearer)
        self._by_form[form] = bearer

    def lookup(self, form: str) -> Bearer | None:
        """The bearer that this form means: the same name, or the one full name of which it is the last word or the acronym."""
        if form in self._by_form:
            return self._by_form[form]
        words = form.split()
        fitting = [
            bearer
            for bearer in self.bearers
            if len(bearer.name.split()) > len(words)
            and (
                (bearer.kind == "person" and bearer.name.split()[-len(words) :] == words)
                or (bearer.kind == "person" and len(words) == 1 and bearer.name.split()[0] == words[0])
                or (len(words) == 1 and form.isupper() and len(form) > 1 and _acronym(bearer.name) == form)
            )
        ]
        return fitting[0] if len(fitting) == 1 else None

    def names(self) -> Iterator[Name]:
        """Every mention with the fullest form of its name, in text order."""
        for block, first, last, kind in sorted(self._found, key=lambda item: item[0].offsets(item[1], item[2])):
            bearer = self._by_form[_form(first, last)]
            start, end = block.offsets(first, last)
            shown = bearer.kind if bearer.kind == "person" else kind
            yield Name.of(block.text, start, end, kind=shown, name=bearer.name, role=bearer.role)


def _form(first: Token, last: Token) -> str:
    return _text(first, last)


def _is_subject(first: Token, last: Token) -> bool:
    """Whether the name, or the description that it stands beside, does something."""
    return any(t.dep_ == "nsubj" or (t.dep_ == "appos" and t.head.dep_ == "nsubj") for t in first.doc[first.i : last.i + 1])


def _acronym(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[:1].isupper())


def _named(block: Block) -> Iterator[tuple[Block, Token, Token, EntityKind]]:
    """Entities of the tagger, cut at commas and titles, and capitalised subjects that it missed."""
    taken: set[int] = set()
    for entity in block.doc.ents:
        if entity.label_ not in _NAMED:
            continue
        words = trimmed(t for t in entity if not t.is_space)
        if words and words[-1].lower_ in {"'s", "’s"}:
            words = words[:-1]
        while words and (words[0].lower_ in speaker_words("titles") or words[0].lower_ in {"the", "a"}) and len(words) > 1:
            words = words[1:]
        if not words or not any(t.text[:1].isupper() for t in words):
            continue
        taken.update(t.i for t in words)
        yield block, words[0], words[-1], _KINDS.get(entity.label_, "other")
    for token in block.doc:
        if (
            token.i in taken
            or token.pos_ != "PROPN"
            or token.dep_ not in {"nsubj", "pobj", "appos", "nsubjpass"}
            or not token.text[:1].isupper()
        ):
            continue
        first = token
        while (
            first.i and first.nbor(-1).pos_ == "PROPN" and first.i - 1 not in taken and first.nbor(-1).lower_ not in speaker_words("titles")
        ):
            first = first.nbor(-1)
        taken.update(range(first.i, token.i + 1))
        yield block, first, token, "person" if token.dep_ in {"nsubj", "appos"} and len(token.text) > 3 else "other"


def _role(first: Token, last: Token) -> str | None:
    """The apposition after a name, or the title before it, as the article words them."""
    doc = first.doc
    if last.i + 1 < len(doc) and doc[last.i + 1].text == ",":
        described = next((t for t in doc[last.i + 2 : last.i + 14] if t.dep_ == "appos" and first.i <= t.head.i <= last.i), None)
        if described is not None and described.pos_ == "NOUN":
            words = trimmed(t for t in described.subtree if t.i > last.i + 1)
            if words and words[0].lower_ in {"a", "an", "the"}:
                words = words[1:]
            if words and len(words) <= 14 and not any(t.like_num for t in words):
                return _text(words[0], words[-1])
    at = first.i
    while at and _belongs_to_title(doc[at - 1]):
        at -= 1
    words = list(doc[at : first.i])
    while words and (words[0].lower_ in {"the", "a", "an", "of", "and", "for", "'s", "’s"} or words[0].is_punct):
        words = words[1:]
    if words and any(t.lower_ in speaker_words("titles") for t in words):
        return _text(words[0], words[-1])
    return None


def _belongs_to_title(token: Token) -> bool:
    if token.is_sent_start and token.pos_ not in {"PROPN", "NOUN", "ADJ"}:
        return False
    return token.pos_ == "PROPN" or token.lower_ in {"of", "for", "and", "the"} or token.lower_ in speaker_words("titles")


def _text(first: Token, last: Token) -> str:
    return " ".join(first.doc.text[first.idx : last.idx + len(last.text)].split())


def _title_gender(first: Token) -> Gender | None:
    if not first.i:
        return None
    before = first.nbor(-1).lower_
    if before in speaker_words("male"):
        return "male"
    return "female" if before in speaker_words("female") else None
