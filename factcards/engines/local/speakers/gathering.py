"""Where an article has names: those that the tagger finds, paragraph by paragraph, and each of them again wherever else it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.naming import EntityKind, Mention, find_mentions, is_first_name, mention_of
from factcards.lexicon import speaker_words

__all__ = ["gather", "small_words"]

_SMALL = re.compile(r"\b[a-z]+\b")


def gather(body: Sequence[Block], small: Collection[str]) -> list[Mention]:
    """The mentions of names, in text order and disjoint.

    Args:
        body: The paragraphs in which names are looked for.
        small: The words that the article writes with small letters (`small_words`).
    """
    found = [m for block in body for m in find_mentions(block)]
    taken = {(id(m.first.doc), i) for m in found for i in range(m.first.i, m.last.i + 1)}
    known = _single_words(found, small)
    return sorted([*found, *_again(body, known, taken)], key=lambda m: m.start)


def small_words(blocks: Iterable[Block]) -> set[str]:
    """The words that an article writes with small letters."""
    return {word for block in blocks for word in _SMALL.findall(block.view.text)}


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
    """The mentions by these words that the tagger missed."""
    for block in body:
        for token in block.tokens:
            if token.text in known and token.text[0].isupper() and (id(block.doc), token.i) not in taken and _stands_as_name(token):
                yield mention_of(block, token, token, known[token.text])


def _is_rare(word: str) -> bool:
    """Whether a capitalised word can hardly be anything but a name's: no "Trust", no "President", no "March"."""
    if len(word) <= 3 or not word.isalpha() or not word.istitle():
        return False
    return word.lower() not in speaker_words("titles", "name_ends", "calendar", "bare")


def _stands_as_name(token: Token) -> bool:
    """Not "Young people" or "Brown bears" at a sentence's start."""
    if not token.is_sent_start or token.pos_ == "PROPN" or token.i + 1 >= len(token.doc):
        return token.pos_ in {"PROPN", "NOUN"}
    return token.nbor(1).pos_ not in {"NOUN", "ADJ", "PROPN"}
