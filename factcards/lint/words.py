"""Words made equal: case, quote marks, spelling, inflection and contractions apart, with the way back to the text as it is written."""

from __future__ import annotations

import itertools
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import Any, NamedTuple, cast

from factcards.figures import find_figures, normal_value
from factcards.mapped import folded_in_place

__all__ = [
    "ARTICLES",
    "OWNERS",
    "PERSONS",
    "Word",
    "contrary",
    "forms_in",
    "is_adverb",
    "lexis",
    "rivals",
    "stem",
    "stems_in",
    "stems_of",
    "words_in",
]

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*[^\W\d_]*|[^\W\d_]+(?:'[^\W\d_]+)*|[$£€¥%]")
_CONTRACTIONS: Mapping[str, tuple[str, ...]] = {
    "can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"), "ain't": ("be", "not"),
    "i'm": ("i", "be"), "let's": ("let", "us"),
}  # fmt: skip
_ENDINGS: Mapping[str, str] = {"'ll": "will", "'re": "be", "'ve": "have", "'m": "be", "'d": "", "'s": ""}
_VOWELS = frozenset("aeiouy")
_LONGEST_WORD = 64
"""Letters of a word that are compared: no English word is longer, hostile ones are."""


class Word(NamedTuple):
    """One word of a text, ready for comparing.

    Attributes:
        form: The word, folded ("Didn't" gives "did" and "not"); of a figure its value ("number:1200000").
        stem: What its inflections have in common; of a figure its value.
        start: Where it stands in the text, in code points.
        end: One past its last.
        figure: Whether it is a number, amount, percentage or date.
    """

    form: str
    stem: str
    start: int
    end: int
    figure: bool = False


@cache
def is_adverb(form: str) -> bool:
    """Whether a word, folded, ends as an adverb does and is no verb or noun: "quickly", not "apply"."""
    return form.endswith("ly") and form not in lexis()["function"]["no_adverbs"]


@cache
def lexis() -> Mapping[str, Any]:
    """The word lists of `lexis.toml`, read once."""
    return cast("Mapping[str, Any]", tomllib.loads(files("factcards").joinpath("lint", "lexis.toml").read_text(encoding="utf-8")))


ARTICLES = frozenset(lexis()["function"]["articles"])
OWNERS = frozenset(lexis()["function"]["owners"])
"""Whose a thing is that is spoken of: "his", "their"."""
PERSONS = frozenset(lexis()["function"]["persons"])
"""Pronouns of persons who are spoken of: "he", "they"."""


@cache
def stems_of(table: str, key: str) -> frozenset[str]:
    """The stems of one word list."""
    return frozenset(stem(word) for word in lexis()[table][key])


@cache
def _contraries() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    lists = lexis()["contrary"]
    for left, right in itertools.chain(lists["pairs"], itertools.product(lists["up"], lists["down"])):
        found.setdefault(stem(left), set()).add(stem(right))
        found.setdefault(stem(right), set()).add(stem(left))
    return {word: frozenset(others) for word, others in found.items()}


_LEAST_OPPOSITE = 4
"""Letters of a stem that "un" may turn round ("crewed", "uncrewed")."""


_MANNER = "li"
"""What the stem of an adverb has more than its adjective's: "legalli"."""
_NO_MANNER = frozenset(["hard", "late"])
"""Adjectives of which an adverb means something else: "hardly", "lately"."""


@cache
def contrary(word: str) -> frozenset[str]:
    """Stems that turn the meaning round when they take this stem's place.

    >>> stem("fell") in contrary(stem("rising")), stem("illegally") in contrary(stem("legally"))
    (True, True)
    """
    opposite = word.removeprefix("un") if word.startswith("un") else f"un{word}"
    found = _contraries().get(word, frozenset()) | ({opposite} if min(len(opposite), len(word)) >= _LEAST_OPPOSITE else set())
    manner = word.removesuffix(_MANNER)
    return found | {f"{other}{_MANNER}" for other in _contraries().get(manner, ()) if manner != word and other not in _NO_MANNER}


@cache
def _families() -> Mapping[str, frozenset[str]]:
    families = [frozenset(stem(word) for word in family) for family in lexis()["contrary"]["families"]]
    families.append(frozenset(stem(word) for number in range(1, 100) for word in _ordinals(number)))
    return {word: frozenset().union(*(f for f in families if word in f)) - {word} for family in families for word in family}


def _ordinals(number: int) -> tuple[str, ...]:
    """How the place of this number is written: "2nd", "twenty-first" not.

    >>> _ordinals(3), _ordinals(12)
    (('third', '3rd'), ('12th',))
    """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number // 10 != 1 else 0, "th")
    words = lexis()["contrary"]["families"][0]
    return (*words[number - 1 : number] * (number <= _SPELT), f"{number}{ending}")


_SPELT = 10
"""Ordinals that are written as words, as the first of the families lists them."""


@cache
def rivals(word: str) -> frozenset[str]:
    """Stems of which one excludes the others where it takes their place: another colour, another relative, another crime.

    >>> stem("cousin") in rivals(stem("brother"))
    True
    """
    return _families().get(word, frozenset())


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a folded word: inflection, British or American spelling and words of one meaning apart. Crude, and the same for both
    sides.

    >>> [stem(w) for w in ("planning", "decided", "favours", "organise", "organised", "denying", "killed", "went", "commenced")]
    ['plan', 'decid', 'favor', 'organiz', 'organiz', 'deni', 'kill', 'go', 'begin']
    """
    own = _own_stem(word)
    return _alike().get(own, own)


@cache
def _alike() -> Mapping[str, str]:
    """Stem -> that of the first word of its group, which stands for all of one meaning."""
    groups = cast("Sequence[Sequence[str]]", lexis()["same"]["meaning"])
    return {_own_stem(word): _own_stem(group[0]) for group in groups for word in group[1:]}


def _own_stem(word: str) -> str:
    word = word[:_LONGEST_WORD]
    whole = cast("Mapping[str, str]", lexis()["whole"])
    if word in whole:
        return whole[word]
    irregular = cast("Mapping[str, str]", lexis()["irregular"])
    spelling = cast("Mapping[str, str]", lexis()["spelling"])
    if word in irregular:
        word = irregular[word]
    word = spelling.get(word, word)
    if len(word) <= 3:
        return f"{word[:-1]}i" if len(word) == 3 and _ends_in_its_y(word) else word
    base = _inflected(word)
    base = spelling.get(base, base)
    if base.endswith("our") and len(base) > 4:
        base = base[:-3] + "or"
    base = base.replace("isation", "ization")
    if base.endswith("tre") and len(base) > 4:
        base = base[:-2] + "er"
    base = base.removesuffix("e") if len(base) > 3 else base
    return base[:-1] + "z" if base.endswith(("is", "ys")) and len(base) > 5 else base


def _ends_in_its_y(word: str) -> bool:
    """Whether a word ends in a "y" that other forms of it have as "i": "try", "deny"; not "play"."""
    return word.endswith("y") and word[-2] not in _VOWELS


def _inflected(word: str) -> str:
    irregular = cast("Mapping[str, str]", lexis()["irregular"])
    if word.endswith(("ies", "ied")):
        return word[:-3] + "i"
    if _ends_in_its_y(word):
        return word[:-1] + "i"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
        return irregular.get(word, word)
    if word.endswith("eed"):
        return word  # "exceed" is no "exce"
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2 and any(c in _VOWELS for c in base):
            return _undoubled(base)
    return word[:-1] if word.endswith("ll") and len(word) > 5 else word


def _undoubled(base: str) -> str:
    """What stands before "-ing" or "-ed" as the word itself is written: "plann", "controll", "deny"; not "kill", "fall"."""
    if base[-1] == base[-2] and base[-1] not in "aeiouslz":
        return base[:-1]
    if base.endswith("ll"):
        return base[:-1] if len(base) > _LONGEST_OWN_DOUBLE else base
    return base[:-1] + "i" if _ends_in_its_y(base) else base


_LONGEST_OWN_DOUBLE = 5
"""Letters of a word whose "ll" is its own: "spell", "drill"."""


_STRETCH = 4000
"""Code points that are cut into words at once: looking for figures takes time that grows faster than the text."""


def words_in(text: str) -> tuple[Word, ...]:
    """The words of a text in order; figures are one word each, contractions are taken apart, possessive endings left out."""
    result: list[Word] = []
    for start, end in _stretches(text):
        result.extend(_words_of(text, start, end))
    return tuple(result)


@lru_cache(maxsize=4096)
def forms_in(text: str) -> tuple[str, ...]:
    """The forms of a cue's words, or a mention's: looked for again and again."""
    return tuple(word.form for word in words_in(text))


@lru_cache(maxsize=4096)
def stems_in(text: str) -> frozenset[str]:
    """The stems of a name or a role: looked for again and again."""
    return frozenset(word.stem for word in words_in(text))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The text in pieces that end at white space; a "word" longer than a piece is cut."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _STRETCH)
        if end < len(text):
            space = max(text.rfind("\n", start, end), text.rfind(". ", start, end))
            space = space if space > start else text.rfind(" ", start, end)
            end = space + 1 if space > start else end
        yield start, end
        start = end


def _words_of(text: str, low: int, high: int) -> Iterator[Word]:
    view = folded_in_place(text, low, high)
    figures = [*reversed(find_figures(text, low, high))]
    behind = 0
    starts, ends = view.starts, view.ends
    for found in _TOKEN.finditer(view.text):
        first, last = found.span()
        start, end = starts[first], ends[last - 1]
        if start < behind:
            continue
        while figures and figures[-1].start < start:
            figures.pop()
        if figures and figures[-1].start < end:
            figure = figures[-1]
            value = normal_value(figure)
            behind = max(figure.end, end)
            yield _word((value, value, figure.start, behind, True))
        else:
            for form, base in _taken_apart(found[0]):
                yield _word((form, base, start, end, False))


_word: Callable[[tuple[str, str, int, int, bool]], Word] = partial(tuple.__new__, Word)
"""A word of all its parts, in a tenth of the time: there are as many as the text has."""


def _plain(word: str) -> str:
    """The word without accents, which a summary may leave out, or put in."""
    return word if word.isascii() else "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@lru_cache(maxsize=16_384)
def _taken_apart(written: str) -> tuple[tuple[str, str], ...]:
    """The words that a folded word is made of, each with its stem: most are written again and again."""
    word = _plain(written.replace(".", ""))
    pieces = _CONTRACTIONS.get(word)
    if pieces is None and word.endswith("n't"):
        pieces = (word[:-3], "not")
    if pieces is None and "'" in word:
        head, _, tail = word.rpartition("'")
        ending = _ENDINGS.get(f"'{tail}")
        pieces = (word,) if ending is None else (head, ending) if ending else (head,)
    return tuple((piece, stem(piece)) for piece in pieces or (word,) if piece)
