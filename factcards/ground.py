"""A proposed quotation to spans of the article, or the reason why the article does not hold it. Never guesses.

Exact first; then normalised: the same words in the same order, with case, white space, quote marks, dashes, ellipses and
brackets aside; then fuzzy: the same words spelled or punctuated another way, with the similarity as score. Anything else is
no match: a word altered, put in or left out, a figure cut at its decimal point. Words are compared by way of an index of the
article's words, so that a quotation costs the same in a long article as in a short one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factcards.cards import Alignment
from factcards.mapped import ungarbled
from factcards.spans import Span

__all__ = ["Grounded", "Grounder", "Ungrounded"]

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff"
# Scripts without spaces between words: each character is compared for itself.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"(?:(?![{_UNSPACED}])(?:[^\W_]|[\u0300-\u036f\u0900-\u0dff{_INVISIBLE}]))"
# A figure is one word with its separators and its sign; signs that change a meaning (a question, a currency, a per cent) are words too.
_WORD = re.compile(
    rf"(?<![\w.,])[-−+]?\d+(?:[.,]\d+)*{_LETTER}*|\d+(?:[.,]\d+)*{_LETTER}*|{_LETTER}+(?:(?:['’]|\](?=[a-z])){_LETTER}+)*"
    rf"|[{_UNSPACED}]|[?%$€£¥°±<>=]"
)
_DROPPED = re.compile(rf"[\[\]{_INVISIBLE}]")
_QUOTED = re.compile(r"(?<=\s)>+(?=\s+[^\s\d])|(?<=\n)>+(?![\s\d])")
"""The mark of a quoted line, also where a prompt shows the line behind another; before a figure it is a word."""
_OMISSION = re.compile(r"\s*(?:[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.)\s*")
_EDGE = " \t\r\n\u00a0\"'“”‘’„‚«»‹›「」『』[]()-–—,;:…"
_MARKS = str.maketrans(dict.fromkeys("\"'“”‘’„‚«»‹›「」『』[]()-–—‐‑‒―…", " "))
_NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "without", "nobody", "nothing", "none", "cannot"})
_MAGNITUDES = frozenset({"%", "percent", "per", "hundred", "thousand", "million", "billion", "trillion", "bn", "mn", "tn", "dozen"})
_HYPHENS = "-\u2010\u2011"
_AMERICAN = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"is(e|ed|es|ers?|ing)$"), r"iz\1"),
    (re.compile(r"our(s|ed|ing|ite|able|hood|al)?$"), r"or\1"),
    (re.compile(r"(t|b)re(s?)$"), r"\1er\2"),
    (re.compile(r"ll(ed|ing|er)$"), r"l\1"),
    (re.compile(r"^(def|off|lic|pret)ence"), r"\1ense"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
)
MAX_OMISSION = 600
"""The most code points that a quotation may leave out between two pieces: about one paragraph of news."""
ALTERED = 0.5
"""Share of a quotation's words that must stand close together for it to be called altered; below, it is absent."""
_VOTERS, _FREQUENT = 12, 100
"""When the nearest stretch is sought: how many of the rarest words are asked, and at how many places each. More only costs time."""
_SLACK, _REACH = 3, 12
"""Words round that stretch, for words put in; and code points by which it grows to the next white space."""


@dataclass(frozen=True, slots=True)
class Grounded:
    """Where a quotation stands.

    Attributes:
        spans: One for each piece, in text order; several where the quotation leaves words out.
        alignment: The loosest that a piece needed.
        score: 1 for exact and normalized, the similarity (0 to 1) for fuzzy.
    """

    spans: tuple[Span, ...]
    alignment: Alignment
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """Why a quotation has no place in the article.

    Attributes:
        code: quote_empty, quote_altered (most of it stands there, not as given) or quote_absent.
        reason: For people, with the words that differ.
    """

    code: Literal["quote_empty", "quote_altered", "quote_absent"]
    reason: str


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    alignment: Alignment
    score: float = 1.0


class Grounder:
    """Finds quotations in one text; the index of its words is made once.

    >>> Grounder("Rain might fall, he said.").ground("rain Might fall")
    Grounded(spans=(Span(start=0, end=15, quote='Rain might fall'),), alignment='normalized', score=1.0)
    """

    def __init__(self, text: str) -> None:
        """Index the text's words."""
        self._text = text
        self._fold: dict[str, str] = {}
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._words: list[str] = []
        read = ungarbled(text)
        for found in _WORD.finditer(_unquoted(read.text)):
            start, end = read.origin(found.start(), found.end())
            self._starts.append(start)
            self._ends.append(end)
            self._words.append(self._folded(found[0]))
        self._places: dict[str, list[int]] = {}
        for at, word in enumerate(self._words):
            self._places.setdefault(word, []).append(at)
        self._plain: tuple[list[str], dict[str, list[int]]] | None = None

    def ground(self, quote: str, near: Sequence[tuple[int, int]] = ()) -> Grounded | Ungrounded:
        """The spans of a quotation.

        Args:
            quote: Untrusted. An ellipsis, with or without brackets, may stand for words left out.
            near: Half-open stretches of the text where it is said to stand: an occurrence there goes before all others.
        """
        wanted = quote.strip(_EDGE)
        words = self._words_of(wanted)
        if not any(word[0].isalnum() for word in words):
            return Ungrounded("quote_empty", "no words of the article were given for it")
        whole = self._place(wanted, words, near, 0)
        if whole is not None:
            return Grounded((self._span(whole),), whole.alignment, whole.score)
        pieces = [piece for part in _OMISSION.split(wanted) if (piece := part.strip(_EDGE)) and self._words_of(piece)]
        if len(pieces) > 1:
            return self._pieces(pieces, near)
        return self._nearest(wanted, words)

    def _pieces(self, pieces: Sequence[str], near: Sequence[tuple[int, int]]) -> Grounded | Ungrounded:
        places: list[_Place] = []
        for piece in pieces:
            words = self._words_of(piece)
            after = places[-1].end if places else 0
            place = self._place(piece, words, near, after)
            if place is None:
                return self._nearest(piece, words)
            if places:
                between = self._text[after : place.start]
                lost = next((word for word in self._words_of(between) if word in _NEGATIONS or word.endswith("n't")), None)
                if len(between) > MAX_OMISSION or (lost is not None and not re.search(r"[.!?]['\"”’)]*\s", between)):
                    why = f"the words left out hold “{lost}”" if lost else "its pieces stand too far apart"
                    return Ungrounded("quote_altered", f"{why}, so the quotation is not what the article says")
            places.append(place)
        rank: tuple[Alignment, ...] = ("exact", "normalized", "fuzzy")
        loosest = max((place.alignment for place in places), key=rank.index)
        return Grounded(tuple(self._span(place) for place in places), loosest, min(place.score for place in places))

    def _place(self, piece: str, words: Sequence[str], near: Sequence[tuple[int, int]], after: int) -> _Place | None:
        """The best occurrence that begins at `after` or later: by alignment, then by nearness, then the first."""
        places = self._exact(piece, near, after) or self._same_words(piece, words, after) or self._same_spelling(piece, words, after)
        return min(places, key=lambda place: (place.alignment == "fuzzy", _distance(place, near), place.start), default=None)

    def _exact(self, piece: str, near: Sequence[tuple[int, int]], after: int) -> list[_Place]:
        """Of the exact occurrences those among which the nearest is: a word like "said" stands in a long article ten thousand times."""
        places: list[int] = []
        for start, end in near or ((after, after),):
            low = max(after, start - len(piece))
            at = self._text.find(piece, low)
            while at >= 0 and self._cut(at, at + len(piece)):
                at = self._text.find(piece, at + 1)
            places.append(at)
            if low <= at < end:
                continue
            at = self._text.rfind(piece, after, low + len(piece) - 1)
            while at >= 0 and self._cut(at, at + len(piece)):
                at = self._text.rfind(piece, after, at + len(piece) - 1)
            places.append(at)
        return [_Place(at, at + len(piece), "exact") for at in places if at >= 0]

    def _cut(self, start: int, end: int) -> bool:
        """Whether the stretch begins or ends inside a word, a compound ("non-|violent") or a figure ("3.5| million")."""
        text = self._text
        if text[max(0, start - 1) : start] in _HYPHENS and start > 1 and text[start - 2].isalnum() and text[start].isalnum():
            return True
        if text[end : end + 1] in _HYPHENS and end + 1 < len(text) and text[end - 1].isalnum() and text[end + 1].isalnum():
            return True
        after = bisect_right(self._starts, end - 1)
        ends_in_figure = after > 0 and self._ends[after - 1] == end and self._words[after - 1][-1].isdigit()
        if (
            ends_in_figure
            and after < len(self._words)
            and self._words[after] in _MAGNITUDES
            and not text[end : self._starts[after]].strip(" \u00a0-")
        ):
            return True
        return self._inside_word(start) or self._inside_word(end)

    def _inside_word(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and self._starts[at] < offset < self._ends[at]

    def _same_words(self, piece: str, words: Sequence[str], after: int) -> list[_Place]:
        return self._judged(piece, len(words), self._runs(words, self._words, self._places, after))

    def _same_spelling(self, piece: str, words: Sequence[str], after: int) -> list[_Place]:
        """Occurrences whose words differ by accents or by British and American spelling only."""
        spelt, places = self._plainly()
        plain = [_plain(word) for word in words]
        if any(word not in places for word in plain):
            return []
        return self._judged(piece, len(words), self._runs(plain, spelt, places, after))

    def _plainly(self) -> tuple[list[str], dict[str, list[int]]]:
        """The text's words without accents and in American spelling, and the places of each; made when first asked for."""
        if self._plain is None:
            plain = {word: _plain(word) for word in self._places}
            places: dict[str, list[int]] = {}
            for word, at in self._places.items():
                places.setdefault(plain[word], []).extend(at)
            self._plain = [plain[word] for word in self._words], places
        return self._plain

    def _runs(self, wanted: Sequence[str], words: Sequence[str], places: dict[str, list[int]], after: int) -> list[int]:
        """Where the run of words begins: looked for at the places of its rarest word."""
        if any(word not in places for word in wanted):
            return []
        rarest = min(range(len(wanted)), key=lambda at: len(places[wanted[at]]))
        lowest = bisect_left(self._starts, after)
        found = []
        for place in places[wanted[rarest]]:
            first = place - rarest
            if first >= lowest and list(words[first : first + len(wanted)]) == list(wanted):
                found.append(first)
        return sorted(found)

    def _judged(self, piece: str, length: int, runs: Sequence[int]) -> list[_Place]:
        """The runs of words that cut nothing, each with how it met the quotation."""
        stretches = [(self._starts[first], self._ends[first + length - 1]) for first in runs]
        return [self._met(piece, start, end) for start, end in stretches if not self._cut(start, end)]

    def _met(self, piece: str, start: int, end: int) -> _Place:
        if start and self._text[start - 1] == "[" and "]" in self._text[start:end]:
            start -= 1
        if end < len(self._text) and piece[-1] in ".!?" and self._text[end] == piece[-1]:
            end += 1
        here, given = _compared(self._text[start:end]), _compared(piece)
        if here == given or here.rstrip(".!?, ") == given.rstrip(".!?, "):
            return _Place(start, end, "normalized")
        from rapidfuzz.fuzz import ratio

        return _Place(start, end, "fuzzy", round(min(ratio(here, given) / 100, 0.999), 3))

    def _nearest(self, piece: str, words: Sequence[str]) -> Ungrounded:
        """What the article has in its place: the stretch where most of the words stand in this order."""
        window = self._densest(words)
        if window:
            from rapidfuzz.distance import LCSseq

            first, last = window
            blocks = [block for block in LCSseq.editops(words, self._words[first:last]).as_matching_blocks() if block.size]
            share = sum(block.size for block in blocks) / len(words)
            if share >= ALTERED:
                start, end = blocks[0], blocks[-1]
                low = first + max(0, start.b - start.a)
                high = min(last, first + end.b + len(words) - end.a)
                nearest = self._whole_words(low, high)
                return Ungrounded("quote_altered", f"the words are not the article's: it says “{_shown(nearest)}”")
        return Ungrounded("quote_absent", f"the words “{_shown(piece)}” do not stand in the article")

    def _densest(self, words: Sequence[str]) -> tuple[int, int] | None:
        """The stretch of words that most of the quotation's rarest words vote for, each with the place where it would begin."""
        known = sorted((at for at in range(len(words)) if words[at] in self._places), key=lambda at: len(self._places[words[at]]))
        votes = Counter(place - at for at in known[:_VOTERS] for place in self._places[words[at]][:_FREQUENT])
        if not votes:
            return None
        best = max(
            votes, key=lambda offset: (votes[offset] + votes[offset - 1] + votes[offset + 1] + votes[offset + 2], votes[offset], -offset)
        )
        return max(0, best - _SLACK), min(len(self._words), best + len(words) + _SLACK)

    def _whole_words(self, low: int, high: int) -> str:
        """The words from `low` to before `high`, with what white space does not part from them."""
        start, end = self._starts[low], self._ends[high - 1]
        while start and not self._text[start - 1].isspace() and self._starts[low] - start < _REACH:
            start -= 1
        while end < len(self._text) and not self._text[end].isspace() and end - self._ends[high - 1] < _REACH:
            end += 1
        return self._text[start:end]

    def _span(self, place: _Place) -> Span:
        return Span.of(self._text, place.start, place.end)

    def _words_of(self, text: str) -> list[str]:
        return [self._folded(word) for word in _WORD.findall(_unquoted(ungarbled(text).text))]

    def _folded(self, word: str) -> str:
        known = self._fold.get(word)
        if known is None:
            if word.isascii():
                known = word.lower().replace("]", "")
            else:
                known = unicodedata.normalize("NFKC", _DROPPED.sub("", word)).casefold().replace("’", "'").replace("−", "-")
            self._fold[word] = known = known or word
        return known


def _distance(place: _Place, near: Sequence[tuple[int, int]]) -> int:
    return min((max(0, start - place.end, place.start - end + 1) for start, end in near), default=0)


def _unquoted(text: str) -> str:
    """The text with the marks of quoted lines blanked in place."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text) if ">" in text else text


def _compared(text: str) -> str:
    """The words and the punctuation that counts, white space and marks aside."""
    plain = unicodedata.normalize("NFKC", _DROPPED.sub("", _unquoted(ungarbled(text).text)).replace("...", " ")).casefold()
    return " ".join(re.sub(r"\s+(?=[.,;:!?])", "", plain.translate(_MARKS)).split())


def _plain(word: str) -> str:
    """The word without accents, in its American spelling where a rule knows it; short words stay, since rules would merge them."""
    if not word.isascii():
        word = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    if len(word) >= 6:
        for pattern, spelling in _AMERICAN:
            word, changed = pattern.subn(spelling, word)
            if changed:
                break
    return word


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 160 else f"{words[:159]}…"
