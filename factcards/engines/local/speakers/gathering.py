"""Where an article has names: those that the tagger finds, paragraph by paragraph, and each of them again wherever else it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.naming import EntityKind, Mention, find_mentions, is_first_name, mention_of
from factcards.lexicon import speaker_words

__all__ = ["gather", "small_words"]

_SMALL = re.compile(r"\b[a-z]+\b")


def gather(blocks: Sequence[Block], body: Sequence[Block], small: Collection[str]) -> list[Mention]:
    """The mentions of names, in text order and disjoint.

    Args:
        blocks: All paragraphs: how they write a word tells whether it is a name.
        body: Those in which names are looked for.
        small: The words that the article writes with small letters (`small_words`).
    """
    found = _joined_again(_parted([m for block in body for m in find_mentions(block)], blocks))
    taken = {(id(m.first.doc), i) for m in found for i in range(m.first.i, m.last.i + 1)}
    known = _single_words(found, small)
    return sorted([*found, *_again(body, known, taken)], key=lambda m: m.start)


def small_words(blocks: Iterable[Block]) -> set[str]:
    """The words that an article writes with small letters."""
    return {word for block in blocks for word in _SMALL.findall(block.view.text)}


def _parted(found: Sequence[Mention], blocks: Sequence[Block]) -> list[Mention]:
    """The mentions with those as two that the tagger joins at their "and", of whom each does something alone: "two firms, | Quill | and |
    Marsh |, differed. Quill said ... Marsh said". Not "Quill and Marsh", a firm that is called "Quill" afterwards.
    """
    pairs = {m.words for m in found if m.last.i == m.first.i + 2 and m.first.nbor(1).lower_ == "and"}
    if not pairs:
        return list(found)
    acting = {t.text for b in blocks for t in b.tokens if t.dep_ in {"nsubj", "nsubjpass"} and t.head.i > t.i and child(t, "conj") is None}
    parted: list[Mention] = []
    for m in found:
        if m.words in pairs and {m.first.text, m.last.text} <= acting:
            label = "organization" if m.label == "document" else m.label
            parted += [mention_of(m.block, word, word, label) for word in (m.first, m.last)]
        else:
            parted.append(m)
    return parted


def _joined_again(found: Sequence[Mention]) -> list[Mention]:
    """The mentions with those as one that stand beside an "and" as in a name that is clear elsewhere: "Tarn and Vale Council"."""
    whole = {m.words for m in found if " and " in m.words and m.label == "organization"}
    joined: list[Mention] = []
    for m in found:
        before = joined[-1] if joined else m
        beside = before.last.doc is m.first.doc and before.last.i == m.first.i - 2
        if whole and beside and f"{before.words} and {m.words}" in whole:
            joined[-1] = mention_of(m.block, before.first, m.last, "organization")
        else:
            joined.append(m)
    return joined


def _single_words(found: Sequence[Mention], small: Collection[str]) -> dict[str, EntityKind]:
    """The words that are a name wherever they stand with a capital: a person's surname, and a single word that the article never writes
    small.
    """
    known: dict[str, EntityKind] = {}
    for m in found:
        if m.first.i == m.last.i or not m.last.text.isalpha():
            continue
        if m.label == "person" or m.title or is_first_name(m.first.text):
            known |= dict.fromkeys((m.last.text, m.last.text.upper()), "person")
    for m in found:
        short = m.label in {"place", "person"} and m.first.i == m.last.i
        if (short or m.label == "organization") and _is_rare(m.first.text) and m.first.lower_ not in small:
            known.setdefault(m.first.text, m.label)
    return known


def _again(body: Sequence[Block], known: Mapping[str, EntityKind], taken: Collection[tuple[int, int]]) -> Iterator[Mention]:
    """The mentions by these words that the tagger missed, with the first names before a surname."""
    for block in body:
        for token in block.tokens:
            if token.text in known and token.text[0].isupper() and (id(block.doc), token.i) not in taken and _stands_as_name(token):
                label, first = known[token.text], token
                while label == "person" and first.i and _is_given(first.nbor(-1)) and (id(block.doc), first.i - 1) not in taken:
                    first = first.nbor(-1)
                yield mention_of(block, first, token, label)


def _is_rare(word: str) -> bool:
    """Whether a capitalised word can hardly be anything but a name's: no "Trust", no "President", no "March"."""
    if len(word) <= 3 or not word.isalpha() or not word.istitle():
        return False
    return word.lower() not in speaker_words("titles", "name_ends", "calendar", "bare")


def _is_given(token: Token) -> bool:
    """Whether a word before a surname is a first name or an initial by its looks."""
    known = speaker_words("titles", "name_ends")
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.lower_ not in known and token.ent_type_ in {"", "PERSON", "ORG"}


def _stands_as_name(token: Token) -> bool:
    """Not "Young people" or "Brown bears" at a sentence's start."""
    if not token.is_sent_start or token.pos_ == "PROPN" or token.i + 1 >= len(token.doc):
        return token.pos_ in {"PROPN", "NOUN"}
    return token.nbor(1).pos_ not in {"NOUN", "ADJ", "PROPN"}
