"""A changed copy of a text that remembers, for each code point, where it came from.

Never search a changed copy without such a map: lower-casing "İ" gives two code points, so offsets found in the copy drift.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcards.folios import folios

__all__ = [
    "ENDLESS",
    "MappedText",
    "calm",
    "folded",
    "folded_in_place",
    "parsable",
    "parted",
    "readable",
    "trimmed",
    "ungarbled",
    "unmarked",
]

_LINK = re.compile(r"!?\[([^\[\]\n]{1,300})\]\((?:https?:/|mailto:|[/#.])[^()\s]{0,2000}\)")
_QUOTED = re.compile(r"(?<=\n)[ \t]{0,12}((?:>[ \t]?(?!\d))+)")
"""How a line goes on that is quoted, in Markdown as in letters: "> and so on"."""
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,500}?)(?<=[^\s*_])\1(?![\w*_])")
NOTES = r"(?:\[(?:\^[^\[\]\s]{1,60}|\d{1,3}(?:[,–-] ?\d{1,3})*)\]|[⁰¹²³⁴-⁹]+|\(\d{1,2}\))"
"""Marks of a footnote behind the end of a sentence: "in May.[1]", "in May.²", "in May.(3)" and, in Markdown, "in May.[^1]"."""
_NOTE = re.compile(rf"(?:\[\^[^\[\]\s]{{1,60}}\]|(?<=\w)\[\d{{1,3}}\]|(?<=[.,;:!?'\"’”)]){NOTES})(?![:(])")
"""The same, and where a mark may stand that is no part of a word: "in May[1] and June"."""
_BROKEN = re.compile(r"(?<=[^\W_])([-\u00ad\u2010])([ \t]*\r?\n(?:[ \t]*>)*[ \t]*)(?=[^\W_]|[£$€]\d)(?!(?:and|or|to|nor)\b)")
"""Where a line ends inside a word ("regret-" and, below it, "table") or a range ("£12m-" and "£15m")."""
_COMPOUND = re.compile(r"(?:^|[^\w])(?:\w*[\d_A-Z]|[Ss]elf|[Ww]ell|[Nn]on|[Ee]x|[Hh]alf|[Ff]ull|[Ll]ong|[Hh]igh|[Ll]ow|year|\w{3,}ty)\Z")
"""What a hyphen stays behind: a word that begins compounds ("well-known"), figures ("20-year"), capitals ("US-backed")."""
_ITEM = re.compile(r"(?<![^\n])(?:[*•‣·][ \t]+|-[ \t]+(?=[a-z]))")
"""The mark of a list's item; before a capital a dash may sign what stands above it ("- Ada Quill")."""
_AROUND = 500
"""Code points on each side of a stretch in which an emphasis of it may begin or end: none is longer."""
# Characters that only tell a typesetter where a line may break, or nothing at all: removed for reading.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
_GARBLED = (
    "(?:\u00c2|A\u0302)[\u00a0-\u00bf]"  # "Â£"
    "|(?:\u00c3|A\u0303)(?:[\u0080-\u0084\u0086-\u0090\u0095-\u00bf\u2013\u2014\u2020-\u2022\u2030\u2039\u203a\u20ac\u201a\u201e\u2122"
    "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc]"  # "Ã©"
    "|[\u2018\u2019\u201c\u201d\u2026](?=[a-z]))"  # "Ã‘andu"; "MANHÃ”" ends a quotation
    "|(?:\u00e2|a\u0302)(?:\u20ac[\u02dc\u2122\u0153\u009d\u201c\u201d\u00a6]|\u201a\u00ac)"  # "â€™", "â‚¬"
)
"""UTF-8 that was read as Windows-1252, of Latin letters, currencies and marks; rarely anything else, and if so no English."""
_UNLIKE = re.compile(rf"[^\S ]|  |\A | \Z|[\u2026{''.join(_INVISIBLE)}{''.join(_LIGATURES)}]|{_GARBLED}")
"""What `readable` does not give code point for code point."""
_ODD = re.compile(rf"{_GARBLED}|\s+|[\u2026{''.join(_INVISIBLE)}{''.join(_LIGATURES)}]")
"""The same piece by piece, with the spaces between words: of these two may meet where markup between them goes."""
_SEVERAL = re.compile(rf"{_GARBLED}|[\s{''.join(_INVISIBLE)}]{{2,}}|[^\S ]|[\u2026{''.join(_INVISIBLE)}{''.join(_LIGATURES)}]")
"""Where such pieces are in a text without markup: a space alone between two words is none."""
_UNFOLDED = frozenset("\u2026\u00c2\u00c3\u00e2\u0302\u0303").union(_INVISIBLE, _LIGATURES)
"""What all of these hold a character of but for white space."""
_STRAIGHT = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u02bc": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2026": "...",
    }
)  # fmt: skip
_FOLDED_DASHES = str.maketrans({"\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-"})


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text made from another, with `starts[i]`, `ends[i]`: the half-open origin of its code point i.

    Attributes:
        text: The changed copy.
        starts: For each code point of `text`, the offset in the original where it came from.
        ends: For each code point of `text`, one past that origin.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The half-open offsets in the original that `text[start:end]` came from; `start < end`."""
        return self.starts[start], self.ends[end - 1]

    def place(self, origin: int) -> int:
        """The first offset in `text` whose origin ends after this offset of the original (may be len(text))."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] <= origin:
                low = middle + 1
            else:
                high = middle
        return low


def _markup(text: str, start: int, stop: int) -> frozenset[int]:
    """Offsets of what only a typesetter reads: the marks of *emphasis* and **strength**, all of a [link](target) but its words, the
    marks of a quoted line, of a list's item and of a footnote, the end of a line inside a word, of a page inside a sentence. Emphasis may
    begin before the stretch or end behind it.
    """
    dropped: set[int] = set()
    piece = text[start:stop]
    if "\n" in piece and ">" in piece:
        for found in _QUOTED.finditer(piece):
            dropped.update(range(start + found.start(1), start + found.end(1)))
    if "](" in piece:
        for found in _LINK.finditer(piece):
            dropped.update(range(start + found.start(), start + found.start(1)))
            dropped.update(range(start + found.end(1), start + found.end()))
    if "[" in piece or not piece.isascii():
        for found in _NOTE.finditer(piece):
            dropped.update(range(start + found.start(), start + found.end()))
    pages = folios(text) if "\n" in piece else ()
    for first, last in pages[bisect_left(pages, (start, 0)) : bisect_left(pages, (stop, 0))]:
        dropped.update(range(first, last))
    for found in _BROKEN.finditer(piece) if "\n" in piece else ():
        follows = piece[found.end()]
        whole = found[1] != "\u00ad" and (_COMPOUND.search(piece, 0, found.start()) or follows.isupper() or not follows.isalpha())
        dropped.update(range(start + found.start(2 if whole else 1), start + found.end()))
    if item := _ITEM.match(text, start, stop):
        dropped.update(range(start, item.end()))
    if "*" in piece or "_" in piece:
        low = max(text.rfind("\n", max(start - _AROUND, 0), start) + 1, start - _AROUND, 0)
        end = text.find("\n", stop, stop + _AROUND)
        wide = text[low : end if end >= 0 else stop + _AROUND]
        for found in _EMPHASIS.finditer(wide):
            dropped.update(range(low + found.start(), low + found.start(2)))
            dropped.update(range(low + found.end(2), low + found.end()))
    return frozenset(at for at in dropped if start <= at < stop)


def unmarked(text: str, start: int, end: int) -> MappedText:
    r"""A stretch of a text without Markdown's marks, for people to read; all else as it is.

    >>> unmarked("We did\n> *nothing*[^1].", 0, 23).text
    'We did\nnothing.'
    """
    made = _Made()
    for low, high in _outside(_markup(text, start, end), start, end):
        made.add_as_it_is(text, low, high)
    return MappedText("".join(made.out), made.starts, made.ends)


def readable(text: str, start: int = 0, end: int | None = None) -> MappedText:
    r"""The text as a parser should read it: white space (NBSP, line and paragraph breaks) as single spaces, none at either
    end; soft hyphens and other invisible characters gone, and Markdown's marks and link targets; ligatures spelled out; quote
    marks and hyphens straight; UTF-8 that was read as Windows-1252 ("Ã©") as what it was.

    Case and words stay as they are. Offsets in the map are into the whole `text`, not into the slice.

    >>> readable("a\u00a0\n b").text
    'a b'
    """
    stop = len(text) if end is None else end
    start, stop = trimmed(text, start, stop)
    piece = text[start:stop]
    markup = _markup(text, start, stop)
    if not markup and (" ".join(piece.split()) == piece if piece.isascii() else _UNLIKE.search(piece) is None):
        return MappedText(piece.translate(_STRAIGHT), array("q", range(start, stop)), array("q", range(start + 1, stop + 1)))
    made = _Made()
    for low, high in _outside(markup, start, stop):
        at = low
        for odd in _odd(text, low, high, alone=not markup):
            made.add_plain(text, at, odd.start())
            at = odd.end()
            shown = _meant(odd[0]) if odd[0][0] in _LEADS else odd[0]
            if shown.isspace():
                made.add_space(odd.start(), at)
            elif shown not in _INVISIBLE:
                made.add(_LIGATURES.get(shown) or shown.translate(_STRAIGHT), odd.start(), at)
        made.add_plain(text, at, high)
    return MappedText("".join(made.out), made.starts, made.ends)


def parted(view: MappedText, places: Iterable[int]) -> MappedText:
    """The same with a space before each of these offsets of the original, where it has none.

    >>> parted(readable("Rain.Snow."), [5]).text
    'Rain. Snow.'
    """
    glued = [at for place in places if 0 < (at := view.place(place)) < len(view.text) and not view.text[at - 1].isspace()]
    if not glued:
        return view
    made, last = _Made(), 0
    for at in [*sorted(glued), len(view.text)]:
        if last:
            made.add(" ", view.starts[last], view.starts[last])
        made.out.append(view.text[last:at])
        made.starts.extend(view.starts[last:at])
        made.ends.extend(view.ends[last:at])
        last = at
    return MappedText("".join(made.out), made.starts, made.ends)


def ungarbled(text: str) -> MappedText:
    """The text with UTF-8 that was read as Windows-1252 ("Ã©") as what it was; all else code point for code point.

    >>> ungarbled("cafÃ©").text
    'café'
    """
    if re.search(_GARBLED, text) is None:
        return MappedText(text, array("q", range(len(text))), array("q", range(1, len(text) + 1)))
    made = _Made()
    at = 0
    for found in re.finditer(_GARBLED, text):
        made.add_as_it_is(text, at, found.start())
        made.add(_meant(found[0]), found.start(), at := found.end())
    made.add_as_it_is(text, at, len(text))
    return MappedText("".join(made.out), made.starts, made.ends)


def _meant(text: str) -> str:
    """The character whose UTF-8 bytes were read as Windows-1252; that encoding leaves five bytes without a character."""
    composed = unicodedata.normalize("NFC", text)
    return bytes(ord(letter) if letter < "\u0100" else letter.encode("cp1252")[0] for letter in composed).decode()


_LEADS = frozenset("\u00c2\u00c3\u00e2Aa")
"""What such a character begins with, its accent behind it or not; nothing else that is odd begins so."""


def trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """Without the white space at either end."""
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    return start, stop


def _odd(text: str, low: int, high: int, *, alone: bool) -> Iterator[re.Match[str]]:
    """What is not shown code point for code point, piece by piece; spaces between words are looked at only where two may meet."""
    if not alone:
        yield from _ODD.finditer(text, low, high)
        return
    for run in _SEVERAL.finditer(text, low, high):
        if run[0][0] in _LEADS:
            yield run
        else:
            yield from _ODD.finditer(text, run.start(), run.end())


class _Made:
    """A changed copy as it grows. White space waits for the words behind it, so that there is none at either end and never two."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.starts, self.ends = array("q"), array("q")
        self._space: tuple[int, int] | None = None

    def add(self, shown: str, start: int, end: int) -> None:
        """What stands for `start` to `end`, each of its code points for all of them."""
        if self._space is not None:
            self.out.append(" ")
            self.starts.append(self._space[0])
            self.ends.append(self._space[1])
            self._space = None
        self.out.append(shown)
        self.starts.extend([start] * len(shown))
        self.ends.extend([end] * len(shown))

    def add_as_it_is(self, text: str, start: int, end: int) -> None:
        """A stretch that stays what it is."""
        self.out.append(text[start:end])
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))

    def add_plain(self, text: str, start: int, end: int) -> None:
        """A stretch that is shown code point for code point."""
        if start == end:
            return
        self.add(text[start].translate(_STRAIGHT), start, start + 1)
        self.out.append(text[start + 1 : end].translate(_STRAIGHT))
        self.starts.extend(range(start + 1, end))
        self.ends.extend(range(start + 2, end + 1))

    def add_space(self, start: int, end: int) -> None:
        """White space: one with what waits already."""
        if self.out:
            self._space = (self._space[0] if self._space is not None else start, end)


def _outside(markup: frozenset[int], start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches of `start` to `stop` without the offsets in `markup`."""
    low = start
    for at in sorted(markup):
        if low < at:
            yield low, at
        low = at + 1
    if low < stop:
        yield low, stop


def folded(text: str, start: int = 0, end: int | None = None) -> MappedText:
    r"""`readable`, and then compatibility-decomposed, case-folded, with every dash a hyphen: for comparing words, not for showing.

    >>> folded("\u201cIt\u2019s \u2014 STRASSE\u201d").text
    '"it\'s - strasse"'
    """
    view = readable(text, start, end)
    if view.text.isascii():
        return MappedText(view.text.casefold(), view.starts, view.ends)
    shown = {ord(character): _fold(character) for character in set(view.text)}
    if all(len(piece) == 1 for piece in shown.values()):
        return MappedText(view.text.translate(shown), view.starts, view.ends)
    pieces = [shown[ord(character)] for character in view.text]
    starts = array("q", (at for piece, at in zip(pieces, view.starts, strict=True) for _ in piece))
    ends = array("q", (at for piece, at in zip(pieces, view.ends, strict=True) for _ in piece))
    return MappedText("".join(pieces), starts, ends)


def folded_in_place(text: str, start: int, end: int) -> MappedText:
    r"""`folded` for finding words: where nothing but white space would go, that stays as it is, and every code point in its place.

    >>> folded_in_place("It\u2019s\n\nso", 0, 8).text
    "it's\n\nso"
    """
    piece = text[start:end]
    characters = set() if piece.isascii() else set(piece)
    shown = {ord(character): _fold(character.translate(_STRAIGHT)) for character in characters}
    if not characters.isdisjoint(_UNFOLDED) or any(len(folds) != 1 for folds in shown.values()) or _markup(text, start, end):
        return folded(text, start, end)
    return MappedText(piece.translate(shown) if shown else piece.casefold(), range(start, end), range(start + 1, end + 1))


@lru_cache(4096)
def _fold(character: str) -> str:
    return unicodedata.normalize("NFKC", character).casefold().translate(_FOLDED_DASHES)


ENDLESS = re.compile(r"[^.!?\n\u2029]{2500,}")
"""So many characters without the end of a sentence or a line: no prose."""
_MARKS = re.compile(r"(?:(?:[^\w\s\u2060]|_)\u2060*+){12,}")
"""A run of marks with no letter between them: nobody reads it. Word joiners are no marks."""
_LONG = re.compile(r"\S{500,}")
"""What is longer than any word and most links."""


def calm(text: str) -> str:
    """The text with what is no prose blanked in place: 2,500 characters without the end of a sentence or a line, 12 marks in a row."""
    return _blanked(text, ENDLESS, _MARKS)


def parsable(text: str) -> str:
    """The text with what a tokenizer takes quadratic time over blanked in place, every offset kept: 12 marks in a row, endless words.

    >>> parsable("Rain. ____________ Snow.")
    'Rain.              Snow.'
    """
    return _blanked(text, _LONG, _MARKS)


def _blanked(text: str, *patterns: re.Pattern[str]) -> str:
    for pattern in patterns:
        if pattern.search(text) is not None:
            text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text
