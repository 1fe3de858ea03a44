"""What kind of word a word in a name is: its Brown cluster among words with a capital, how often it is written small, how rare it is.

"Quill Brewery" stands where other firms do, "Moss" where surnames do, and "Hosts" is a word. `training/make_name_classes.py` makes the data
file; `NOTICE.md` has its licence.

Source: Brown et al. 1992, "Class-based n-gram models of natural language".
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache

from factcards.engines.local.parsing.packed import NAME_CLASSES, packed
from factcards.engines.local.parsing.word_classes import UNKNOWN

__all__ = ["NameClass", "name_class"]


@dataclass(frozen=True, slots=True)
class NameClass:
    """How a word with a capital is used.

    Attributes:
        branch: The way to its cluster from the tree's root, eight steps at most, a figure each; `UNKNOWN` for a word that no cluster has.
        small: How much commoner it is written small, -1 to 1.
        rare: How rare it is, 0 to 1.
    """

    branch: str
    small: float
    rare: float


_RARE = NameClass(UNKNOWN, 0.0, 1.0)


def name_class(word: str) -> NameClass:
    """The class of a word as it is written; that of a rare one for a word that the lexicon has not."""
    return _lexicon().get(word, _RARE)


@cache
def _lexicon() -> dict[str, NameClass]:
    classes: dict[str, NameClass] = {}
    packed_classes: dict[str, str] = json.loads(gzip.decompress(packed(NAME_CLASSES)))
    for key, words in packed_classes.items():
        branch, small, rare = key.split()
        classes.update(dict.fromkeys(words.split(), NameClass(branch, int(small) / 3, int(rare) / 4)))
    return classes
