"""Where an article's text stands in the page that it was extracted from: by whole paragraphs, and by pieces of those that were changed."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from factcards.cards import SourceMapEntry
from factcards.mapped import MappedText
from factcards.read.shown import BLOCK

__all__ = ["source_map", "with_lines"]

_LEAST = 12
"""Code points that a piece of a paragraph needs: shorter ones ("the") would be found in a menu."""
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"\s*(?:[>-] )?\s*")
"""What a line of the text may begin with that its page does not have: the mark of an item or of a quotation."""
_WORD_START = re.compile(r"(?<=\s)\S")
_TOKEN = re.compile(
    r"(?P<gone><!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)|\x00+)"
    r"|</?(?P<tag>[a-zA-Z][a-zA-Z0-9-]{0,30})(?>[^<>\"']{1,2000}|\"[^\"]{0,4000}\"|'[^']{0,4000}'){0,80}>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});)|\s+",
    re.IGNORECASE | re.DOTALL,
)
_BREAKS = BLOCK | {"br", "hr", "title"}


def source_map(text: str, html: str) -> tuple[SourceMapEntry, ...]:
    """Stretches of the text that stand unchanged in the file, in order; an entity or a tag between words ends a stretch."""
    page = _shown(html)
    lines = [_line(text, *found.span()) for found in _LINE.finditer(text)]
    entries: list[SourceMapEntry] = []
    for line, start, end, at in _placed(lines, page):
        entries += _unchanged(text, html, [line.starts[k] for k in range(start, end)], range(at, at + end - start), page)
    return tuple(entries)


def with_lines(entries: Iterable[SourceMapEntry], html: str) -> tuple[SourceMapEntry, ...]:
    """The stretches with the line and the column of the file at which each begins."""
    starts = [0, *(found.end() for found in re.finditer("\n", html))]
    placed: list[SourceMapEntry] = []
    for entry in entries:
        line = bisect_right(starts, entry.at)
        placed.append(entry.model_copy(update={"line": line, "column": entry.at - starts[line - 1] + 1}))
    return tuple(placed)


def _line(text: str, start: int, end: int) -> MappedText:
    """A line of the text without the mark that begins it, white space as single spaces."""
    mark = _MARK.match(text, start, end)
    made = _Made()
    made.add_words(text, mark.end() if mark else start, end)
    return made.done()


def _shown(html: str) -> MappedText:
    """The words of a page: each block on a line, references resolved, white space as single spaces, no tags and no scripts."""
    made = _Made()
    behind = 0
    for token in _TOKEN.finditer(html):
        made.add(html[behind : token.start()], behind)
        behind = token.end()
        if token["tag"]:
            made.broken |= token["tag"].lower() in _BREAKS
        elif token["entity"]:
            made.add_reference(unescape(token[0]), *token.span())
        elif not token["gone"]:
            made.spaced = made.spaced or token.span()
    made.add(html[behind:], behind)
    return made.done()


class _Made:
    """A changed copy as it grows. White space and the ends of blocks wait for the words behind them."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.starts, self.ends = array("q"), array("q")
        self.spaced: tuple[int, int] | None = None
        self.broken = False

    def add(self, words: str, start: int) -> None:
        """A stretch that stays what it is."""
        if words:
            self._part(start)
            self.out.append(words)
            self.starts.extend(range(start, start + len(words)))
            self.ends.extend(range(start + 1, start + len(words) + 1))

    def add_words(self, text: str, start: int, end: int) -> None:
        """A stretch with white space in it."""
        for found in re.compile(r"(\s+)|\S+").finditer(text, start, end):
            if found[1]:
                self.spaced = self.spaced or found.span()
            else:
                self.add(found[0], found.start())

    def add_reference(self, shown: str, start: int, end: int) -> None:
        """What stands for `start` to `end`, each of its code points for all of them."""
        if shown.isspace():
            self.spaced = self.spaced or (start, end)
            return
        self._part(start)
        self.out.append(shown)
        self.starts.extend([start] * len(shown))
        self.ends.extend([end] * len(shown))

    def done(self) -> MappedText:
        """The copy, with no white space at its end."""
        return MappedText("".join(self.out), self.starts, self.ends)

    def _part(self, at: int) -> None:
        if self.out and (self.broken or self.spaced):
            start, end = (at, at) if self.broken or self.spaced is None else self.spaced
            self.out.append("\n" if self.broken else " ")
            self.starts.append(start)
            self.ends.append(end)
        self.spaced, self.broken = None, False


def _placed(lines: Sequence[MappedText], page: MappedText) -> Iterator[tuple[MappedText, int, int, int]]:
    """Lines that are a block of the page, whole, and pieces of the others: the half-open place in the line, and where it is in the page.

    What is one line's only and one block's only holds the others between them: no piece is looked for past the next one of these.
    """
    blocks: dict[str, list[int]] = {}
    for found in _LINE.finditer(page.text):
        blocks.setdefault(found[0], []).append(found.start())
    counts = Counter(line.text for line in lines)
    sure = _rising([(k, blocks[line.text][0]) for k, line in enumerate(lines) if counts[line.text] == len(blocks.get(line.text, ())) == 1])
    stops = [*(at for _, at in sure), len(page.text)]
    index = _Index([line.text for line in lines if line.text not in blocks], page.text)
    behind = passed = 0
    for k, line in enumerate(lines):
        while passed < len(sure) and sure[passed][0] < k:
            passed += 1
        own = passed < len(sure) and sure[passed][0] == k
        stop = stops[passed + own]
        places = blocks.get(line.text, [])
        first = bisect_left(places, behind)
        if first < len(places) and places[first] < stop:
            behind = places[first] + len(line.text)
            yield line, 0, len(line.text), places[first]
            continue
        for start, end, at in index.pieces(line.text, behind, stop):
            behind = at + end - start
            yield line, start, end, at


def _rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of these, in order, whose second numbers rise: a headline that a page has below its article moves nothing else."""
    lows: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for k, (_, at) in enumerate(places):
        pile = bisect_left(lows, at)
        before.append(tops[pile - 1] if pile else -1)
        lows[pile : pile + 1] = [at]
        tops[pile : pile + 1] = [k]
    chain: list[tuple[int, int]] = []
    k = tops[-1] if tops else -1
    while k >= 0:
        chain.append(places[k])
        k = before[k]
    return chain[::-1]


class _Index:
    """Where in a page the pieces of these lines are: made once, so that what the page lacks costs no look through all of it."""

    def __init__(self, lines: Sequence[str], page: str) -> None:
        self._page = page
        self._places: dict[str, list[int]] = {line[at : at + _LEAST]: [] for line in lines for at in range(len(line) - _LEAST + 1)}
        if self._places:
            for at in range(len(page) - _LEAST + 1):
                places = self._places.get(page[at : at + _LEAST])
                if places is not None:
                    places.append(at)

    def pieces(self, line: str, behind: int, stop: int) -> Iterator[tuple[int, int, int]]:
        """Half-open places in the line that stand in this stretch of the page, in order, each as long as it goes on, and where."""
        start = 0
        while start + _LEAST <= len(line):
            places = self._places.get(line[start : start + _LEAST], [])
            first = bisect_left(places, behind)
            if first == len(places) or places[first] >= stop:
                following = _WORD_START.search(line, start + 1)
                start = following.start() if following else len(line)
                continue
            at = places[first]
            end = start + _LEAST
            while end < len(line) and line[end : end + 1] == self._page[at + end - start : at + end - start + 1]:
                end += 1
            yield start, end, at
            start, behind = end, at + end - start


def _unchanged(text: str, html: str, own: Sequence[int], shown: Sequence[int], page: MappedText) -> Iterator[SourceMapEntry]:
    """The stretches of what was found that have the same code points, one behind the other, in the text and in the file."""
    begin = last = at = -1
    for here, there in zip(own, (page.starts[k] for k in shown), strict=True):
        same = text[here] == html[there]
        if begin >= 0 and (not same or here != last + 1 or there != at + last + 1 - begin):
            if text[begin : last + 1].strip():
                yield SourceMapEntry(start=begin, end=last + 1, at=at)
            begin = -1
        if same and begin < 0:
            begin, at = here, there
        last = here
    if begin >= 0 and text[begin : last + 1].strip():
        yield SourceMapEntry(start=begin, end=last + 1, at=at)
