"""What kind of word a word is, for words that the training articles hardly have: its Brown cluster, and its classes in WordNet.

A cue that was never seen is told by its company ("bemoaned" clusters with "lamented"), a source by its kind (a person, a group), a
content by what it is about (an act, an artefact). `training/make_word_classes.py` makes the data file; `NOTICE.md` has its licences.

Sources: Brown et al. 1992, "Class-based n-gram models of natural language"; Fellbaum 1998, "WordNet" (its lexicographer files).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factcards.engines.local.parsing.packed import WORD_CLASSES, packed

if TYPE_CHECKING:
    from factcards.engines.local.parsing.sheet import Sheet

__all__ = [
    "UNKNOWN",
    "Cluster",
    "cluster",
    "is_person",
    "living",
    "material",
    "noun_sense",
    "sense",
    "senses",
    "tells_or_thinks",
    "verb_senses",
]

_PARTS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "r"}
_NAMES = frozenset({"PROPN", "NUM", "X", "PUNCT", "SYM"})
UNKNOWN = "?"
"""The class of a word that neither lexicon has."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A place in the binary tree of clusters, in three widths.

    Attributes:
        exact: The cluster itself, one of a thousand.
        near: The branch twelve steps below the root.
        wide: The branch eight steps below the root.
    """

    exact: str
    near: str
    wide: str


def cluster(sheet: Sheet, at: int) -> Cluster:
    """The cluster of a word's form; names, numbers and marks are known by their part of speech alone."""
    pos = sheet.pos[at]
    if pos in _NAMES:
        return _alone(pos)
    return _lexicons()[0].get(sheet.low[at], _UNKNOWN)


def sense(sheet: Sheet, at: int) -> str:
    """The commonest class of a word's lemma, as the number of WordNet's lexicographer file ("32": verbs of communication)."""
    return _senses(sheet, at)[0]


def senses(sheet: Sheet, at: int) -> str:
    """The same with its second class, where that is common too, in the order of the numbers."""
    return _senses(sheet, at)[1]


def _senses(sheet: Sheet, at: int) -> tuple[str, str]:
    return _lexicons()[1].get(_PARTS.get(sheet.pos[at], ""), _NOTHING).get(sheet.lemma[at], _NO_SENSES)


def noun_sense(word: str) -> str:
    """The commonest class of a word as a noun, in the singular or the plural."""
    nouns = _lexicons()[1].get("n", _NOTHING)
    return nouns.get(word, nouns.get(word.removesuffix("s"), _NO_SENSES))[0]


def verb_senses(lemma: str) -> frozenset[str]:
    """The commonest classes of a verb, one or two, as the numbers of WordNet's files; `UNKNOWN` for a verb that it has not."""
    common = _lexicons()[1].get("v", _NOTHING).get(lemma, _NO_SENSES)[1]
    return frozenset(common[at : at + 2] for at in range(0, len(common), 2))


def tells_or_thinks(lemma: str) -> bool:
    """Whether one of a verb's commonest classes is that of communication or of thought; so for a verb that WordNet has not."""
    return not verb_senses(lemma).isdisjoint({"31", "32", UNKNOWN})


def is_person(lemma: str) -> bool:
    """Whether a noun's commonest class is that of persons."""
    return _lexicons()[1].get("n", _NOTHING).get(lemma, _NO_SENSES)[0] == _PERSONS


def living(lemma: str) -> bool:
    """Whether a noun's commonest class is one of what lives, or of many together: animals, persons, plants, groups."""
    return _lexicons()[1].get("n", _NOTHING).get(lemma, _NO_SENSES)[0] in _LIVING


def material(lemma: str) -> bool:
    """Whether a noun's commonest class is one of what can be touched: animals, artefacts, bodies, food, natural objects, plants, stuffs."""
    return _lexicons()[1].get("n", _NOTHING).get(lemma, _NO_SENSES)[0] in _MATERIAL


_PERSONS = "18"
"""WordNet's file of nouns for persons."""
_LIVING = frozenset({"05", "14", _PERSONS, "20"})
"""WordNet's files of nouns for animals, groups, persons and plants."""
_MATERIAL = frozenset({"05", "06", "08", "13", "17", "20", "27"})
"""WordNet's files of nouns for animals, artefacts, bodies, food, natural objects, plants and substances."""
_UNKNOWN = Cluster(UNKNOWN, UNKNOWN, UNKNOWN)
_NO_SENSES = (UNKNOWN, UNKNOWN)
_NOTHING: Mapping[str, tuple[str, str]] = {}


@cache
def _alone(pos: str) -> Cluster:
    return Cluster(pos, pos, pos)


Senses = Mapping[str, Mapping[str, tuple[str, str]]]
"""Part of speech -> lemma -> the commonest class, and with it the second."""


@cache
def _lexicons() -> tuple[Mapping[str, Cluster], Senses]:
    """Word -> cluster, and the senses."""
    data: Mapping[str, Mapping[str, str]] = json.loads(gzip.decompress(packed(WORD_CLASSES)))
    clusters: dict[str, Cluster] = {}
    for number, words in data["clusters"].items():
        path = int(number)
        clusters.update(dict.fromkeys(words.split(), Cluster(f"{path:x}", f"{path & 0xFFF:x}", f"{path & 0xFF:x}")))
    senses: dict[str, dict[str, tuple[str, str]]] = {}
    for key, words in data["senses"].items():
        part, *numbers = key.split()
        both = (numbers[0], "".join(sorted(numbers)))
        senses.setdefault(part, {}).update(dict.fromkeys(words.split(), both))
    return clusters, senses
