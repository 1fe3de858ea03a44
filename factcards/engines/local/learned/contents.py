"""Which of the readings of a cue's window is its content: the drawn ones and the one by rules, each looked at as a whole.

The tagger sees one unit and its neighbour; what a content is like from end to end (a whole clause, a cut phrase, half of a speech) shows
only when it stands there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, compress, pairwise, repeat
from typing import NamedTuple

from factcards.engines.local.learned.extents import Construction
from factcards.engines.local.learned.one_hot import OneHot
from factcards.engines.local.learned.statistics import LABELS, Tagged
from factcards.engines.local.learned.units import Unit
from factcards.engines.local.parsing.sheet import Sheet

__all__ = ["Counts", "Option", "content_options", "content_rows", "counts_of"]

AGREE = 0.5
"""Share of tokens in common from which two contents count as the same, as in the scorer."""
_OF_CONSTRUCTION = OneHot("according", "clause", "quotation", "phrase", "parenthesis")
_OF_CUE = OneHot("VERB", "AUX", "NOUN", "ADJ")
_FIRST = OneHot("that", "to", "whether", "if", "what", "how", '"', "“", "''", ",", ":", "it", "for", "of", "on", "as", "about")
_HEADS = OneHot(
    "ccomp", "xcomp", "dobj", "prep", "pcomp", "attr", "acomp", "advcl", "relcl", "acl", "parataxis", "oprd", "pobj", "conj", "nsubj",
    "ROOT",
)  # fmt: skip
_LAST = OneHot("cc", "mark", "prep")
_IS_CONTENT = bytes(label == "Q" for label in LABELS).ljust(256, b"\0")
"""For `bytes.translate`: 1 for content, 0 for any other label."""
_ENDS = frozenset({",", ".", "—", ";"})
_JOINING = frozenset({"and", "but", "or"})


class Option(NamedTuple):
    """A content that a cue may have.

    Attributes:
        tokens: Its tokens, in order.
        words: Those that are no punctuation.
        drawn: Share of the draws that read just this.
        agreed: Share of the draws that read about this.
        likeness: Mean share of words that it has in common with a draw.
        likeliest: Whether it is the likeliest reading.
        ruled: Share of words in common with the content by rules, -1 where these find none.
    """

    tokens: tuple[int, ...]
    words: frozenset[int]
    drawn: float
    agreed: float
    likeness: float
    likeliest: bool
    ruled: float


def content_options(sheet: Sheet, mine: Sequence[Unit], tagged: Tagged, ruled: Sequence[int]) -> list[Option]:
    """The different contents among the draws, the likeliest reading and the rules' (the likeliest first); none empty."""
    spans = [range(unit.first, unit.last) for unit in mine]
    words_of = [[at for at in span if sheet.pos[at] != "PUNCT"] for span in spans]
    draws: Counter[bytes] = Counter()
    for reading, times in Counter([bytes(tagged.best), *tagged.draws]).items():  # many draws are the same
        draws[reading.translate(_IS_CONTENT)] += times
    total = sum(draws.values())
    counted: dict[frozenset[int], float] = {}
    shown: dict[frozenset[int], bytes] = {}
    for taken, times in draws.items():
        words = frozenset(chain.from_iterable(compress(words_of, taken)))
        counted[words] = counted.get(words, 0.0) + times / total
        shown.setdefault(words, taken)
    by_rule = frozenset(at for at in ruled if sheet.pos[at] != "PUNCT")
    likeliest = next(iter(counted))
    first = min([mine[0].first, *by_rule])
    bits = {words: sum([1 << at - first for at in words]) for words in (*counted, by_rule)}  # quicker to compare than sets
    shares = [(bits[words], share) for words, share in counted.items()]
    options: list[Option] = []
    for words, own in bits.items():
        if not words:
            continue
        agreed = likeness = 0.0
        for other, share in shares:
            value = _shared(own, other)
            likeness += value * share
            if value >= AGREE:
                agreed += share
        options.append(
            Option(
                tokens=tuple(chain.from_iterable(compress(spans, shown[words]))) if words in shown else tuple(ruled),
                words=words,
                drawn=counted.get(words, 0.0),
                agreed=agreed,
                likeness=likeness,
                likeliest=words == likeliest,
                ruled=_shared(own, bits[by_rule]) if by_rule else -1.0,
            )
        )
    return options


def _shared(left: int, right: int) -> float:
    """Of the words that one of two contents has, as bits, the share that both have."""
    both = (left & right).bit_count()
    return both / (left | right).bit_count() if both else 0.0


@dataclass(frozen=True, slots=True)
class Counts:
    """What a content's words are summed up by.

    Attributes:
        quoted: The tokens of an article within quotation marks.
        verbs: Those that are verbs.
        subjects: Those that are subjects.
        dashes: Those that are dashes.
        chance: For each token its chance of being a cue, 0 within quotation marks.
    """

    quoted: frozenset[int]
    verbs: frozenset[int]
    subjects: frozenset[int]
    dashes: frozenset[int]
    chance: list[float]


def counts_of(sheet: Sheet, chance: Mapping[int, float]) -> Counts:
    """The same for all cues of an article.

    Args:
        sheet: The article.
        chance: Every candidate's chance of being a cue.
    """
    return Counts(
        quoted=frozenset(at for at, region in enumerate(sheet.region) if region >= 0),
        verbs=frozenset(at for at, pos in enumerate(sheet.pos) if pos in {"VERB", "AUX"}),
        subjects=frozenset(at for at, dep in enumerate(sheet.dep) if dep in {"nsubj", "nsubjpass", "expl"}),
        dashes=frozenset(at for at, low in enumerate(sheet.low) if low in _DASHES),
        chance=[0.0 if region >= 0 else chance.get(at, 0.0) for at, region in enumerate(sheet.region)],
    )


def content_rows(
    sheet: Sheet,
    cue: int,
    mine: Sequence[Unit],
    options: Sequence[Option],
    inside: Mapping[int, float],
    construction: Construction,
    score: float,
    counts: Counts,
) -> list[list[float]]:
    """What the choice of a content sees of each option.

    Args:
        sheet: The article.
        cue: The cue's head.
        mine: The units of the cue's window.
        options: The contents it may have.
        inside: For each token of the window: share of the draws that have it in the content.
        construction: The one that the rules met.
        score: Log probability of the likeliest reading, by unit.
        counts: What the words are summed up by.
    """
    quoted = {sheet.region[unit.first] for unit in mine if unit.quoted}
    labels = {sheet.dep[kid] for kid in sheet.kids[cue]}
    shared = [
        *_OF_CONSTRUCTION[construction], float(len(quoted)), float(len(options)), score,
        *_OF_CUE[sheet.pos[cue]], float(sheet.tag[cue] == "VBN"),
        *(float(label in labels) for label in ("auxpass", "ccomp", "dobj", "xcomp")),
        float(sheet.dep[cue] == "ROOT"), float(sheet.dep[cue] in {"relcl", "acl"}), float(sheet.dep[cue] == "parataxis"),
    ]  # fmt: skip
    outside = {at: share for at, share in inside.items() if sheet.pos[at] != "PUNCT"}
    yields = [(sheet.left[kid], sheet.right[kid]) for kid in sheet.kids[cue]]
    asides = _asides(sheet, cue)
    rows = (
        (_of_option(sheet, cue, option, outside, yields, quoted, counts), _of_asides(sheet, option, asides, counts)) for option in options
    )
    return [[*shared, *own, *aside] for own, aside in rows]


_LOOSE = ("relcl", "appos", "advcl", "acl")
_DASHES = frozenset({"—", "–", "-", "--"})
_MARKS = _DASHES | {",", ";"}


def _asides(sheet: Sheet, cue: int) -> list[int]:
    """The heads of what is set off by a mark in the cue's sentence, behind the word that it hangs on: ", who was there", "- a mistake"."""
    first, last = sheet.sentences[sheet.sentence[cue]]
    return [
        at
        for at in range(first, last)
        if sheet.dep[at] in _LOOSE
        and sheet.region[at] < 0
        and sheet.head[at] < sheet.left[at] > first
        and sheet.low[sheet.left[at] - 1] in _MARKS
        and not sheet.left[at] <= cue <= sheet.right[at]
    ]


def _of_asides(sheet: Sheet, option: Option, asides: Sequence[int], counts: Counts) -> list[float]:
    """How much of an option is set off, by kind, and what is set off right behind it: the article may go on in its own voice there."""
    within, behind, named = dict.fromkeys(_LOOSE, 0.0), dict.fromkeys(_LOOSE, 0.0), 0.0
    for at in asides:
        label = sheet.dep[at]
        size = (sheet.right[at] + 1 - sheet.left[at]) / len(option.tokens)
        if at in option.words:
            within[label] = max(within[label], min(size, 1.0))
            named = max(named, float(label == "relcl" and sheet.pos[sheet.head[at]] == "PROPN"))
        elif sheet.head[at] in option.words:
            behind[label] = max(behind[label], min(size, 3.0))
    last = option.tokens[-1]
    following = sheet.low[last + 1] if last + 1 < len(sheet) else ""
    dashes = sum(at + 1 not in option.words for at in counts.dashes.intersection(option.tokens))
    return [*within.values(), *behind.values(), named, float(following in _DASHES), float(following == ";"), float(dashes)]


def _of_option(
    sheet: Sheet,
    cue: int,
    option: Option,
    inside: Mapping[int, float],
    yields: Sequence[tuple[int, int]],
    quoted: set[int],
    counts: Counts,
) -> list[float]:
    tokens, words, head = option.tokens, option.words, sheet.head
    first, last, size = tokens[0], tokens[-1], len(words)
    begin, end = sheet.sentences[sheet.sentence[cue]]
    heads = [at for at in words if head[at] not in words or head[at] == at]
    top = heads[0] if len(heads) == 1 else min(heads, key=lambda at: (abs(head[at] - cue), at))
    pieces = 1.0 if last - first < len(tokens) else 1.0 + sum(b - a > 1 for a, b in pairwise(tokens))
    regions = set(map(sheet.region.__getitem__, tokens)) - {-1}
    held = list(map(inside.get, words, repeat(0.0)))
    left_out = list(map(inside.__getitem__, inside.keys() - words))
    behind = sheet.low[last + 1] if last + 1 < min(len(sheet), end) else ""
    before = sheet.low[first - 1] if first > begin else ""
    whole = any(
        low <= first and last <= high and len(words) == high + 1 - low - sheet.pos[low : high + 1].count("PUNCT") for low, high in yields
    )
    return [
        option.agreed, option.likeness, option.drawn, float(option.likeliest), option.ruled,
        float(size), pieces, float(first - cue), float(last - cue), float(first <= cue <= last),
        float(len(heads)), len(words & counts.quoted) / size, float(len(regions)), float(len(quoted - regions)),
        float(whole),
        sum(head[at] == cue for at in heads) / len(heads), float(head[top] == cue),
        min(held), sum(held) / size, max(left_out, default=0.0), sum(left_out), float(sheet.right[top] - sheet.left[top] + 1 - len(tokens)),
        float(last + 1 >= end), float(last + 2 >= end), float(first <= begin), float(behind in _ENDS), float(behind in _JOINING),
        float(behind == ","), float(before in {",", ":"}), float(len(words & counts.verbs)),
        float(len(words & counts.subjects)),
        sum(map(counts.chance.__getitem__, words)), float(sheet.paragraph[first] != sheet.paragraph[cue]),
        float(sheet.sentence[last] - sheet.sentence[cue]), float(sheet.sentence[first] - sheet.sentence[cue]),
        *_FIRST[sheet.low[first]], *_HEADS[sheet.dep[top]], *_LAST[sheet.dep[last]],
    ]  # fmt: skip
