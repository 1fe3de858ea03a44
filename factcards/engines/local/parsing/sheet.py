"""One article's parse as plain columns: what the learned reader asks thousands of times an article costs a list index, not an object."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.layout import Layout

__all__ = ["Region", "Sheet", "sheet_of"]

_CLIMB = 5
"""Heads to climb from a token whose head is white space; more never happens."""


@dataclass(frozen=True, slots=True)
class Region:
    """A quotation within one paragraph, as tokens, its marks included.

    Attributes:
        first: Its first token.
        last: One past its last.
        group: Quotations that are one speech over several paragraphs have the same number.
        closed: Whether it has a closing mark of its own.
    """

    first: int
    last: int
    group: int
    closed: bool


@dataclass(slots=True)
class Sheet:
    """The tokens of all blocks in text order, white space left out; every list has one entry a token, and heads are places in it.

    Attributes:
        text: The article.
        low: The token in lower case.
        lemma: Its lemma in lower case.
        tag: Penn tag.
        pos: Universal part of speech.
        dep: ClearNLP label of the edge to its head.
        head: Place of its head (its own for a root).
        ent: Entity label, or "".
        punct: Whether it is a mark of punctuation, whatever the tagger says.
        start: First code point in the article.
        end: One past its last code point.
        sentence: Place of its sentence in `sentences`.
        paragraph: Number of its paragraph.
        headline: Whether it stands in a headline.
        left: The leftmost token below it.
        right: The rightmost token below it.
        kids: Its children, in order.
        region: Place of its quotation in `regions`, -1 outside quotation marks.
        sentences: First token and one past the last of each sentence.
        regions: The outermost quotations.
        tokens: The parser's own tokens with their blocks; empty in a sheet that was kept for training.
    """

    text: str
    low: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    ent: list[str] = field(default_factory=list)
    punct: list[bool] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)
    headline: list[bool] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    kids: list[list[int]] = field(default_factory=list)
    region: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    tokens: list[tuple[Block, Token]] = field(default_factory=list)

    def __len__(self) -> int:
        """How many tokens."""
        return len(self.low)

    def child(self, at: int, *labels: str) -> int:
        """The first child with one of these labels, -1 without one."""
        for kid in self.kids[at]:
            if self.dep[kid] in labels:
                return kid
        return -1

    def words_of(self, spans: Sequence[tuple[int, int]]) -> list[int]:
        """The tokens that share a code point with these offsets."""
        found: list[int] = []
        for low, high in spans:
            at = bisect_left(self.end, low + 1)
            while at < len(self.start) and self.start[at] < high:
                found.append(at)
                at += 1
        return found


def sheet_of(text: str, blocks: Sequence[Block], layout: Layout) -> Sheet:
    """The sheet of a parsed article."""
    sheet = Sheet(text)
    for block in blocks:
        _append(sheet, block)
    _finish(sheet, layout)
    return sheet


def _append(sheet: Sheet, block: Block) -> None:
    """All of a block's words but white space."""
    kept = [token for token in block.tokens if not token.is_space and token.pos_ != "SPACE"]
    first = len(sheet)
    _append_sentences(sheet, block, kept)
    if len(kept) == len(block.tokens):
        sheet.head += [first + token.head.i for token in kept]
    else:
        _append_heads(sheet, kept, first)
    sheet.low += [token.lower_ for token in kept]
    small = {word: word.lower() for word in {token.lemma_ for token in kept}}
    sheet.lemma += [small[token.lemma_] for token in kept]
    sheet.tag += [token.tag_ for token in kept]
    sheet.pos += [token.pos_ for token in kept]
    sheet.dep += [token.dep_ for token in kept]
    sheet.ent += [token.ent_type_ for token in kept]
    sheet.punct += [token.is_punct for token in kept]
    sheet.start += [block.starts[token.i] for token in kept]
    sheet.end += [block.ends[token.i] for token in kept]
    sheet.paragraph += [block.paragraph] * len(kept)
    sheet.headline += [block.part == "headline"] * len(kept)
    sheet.tokens += [(block, token) for token in kept]


def _append_heads(sheet: Sheet, kept: Sequence[Token], first: int) -> None:
    """The heads of words between which white space is left out: what hangs on that hangs on its head."""
    place = {token.i: at for at, token in enumerate(kept, first)}
    for token in kept:
        head = token.head
        for _ in range(_CLIMB):
            if head.i in place:
                break
            head = head.head
        sheet.head.append(place.get(head.i, place[token.i]))


def _append_sentences(sheet: Sheet, block: Block, kept: Sequence[Token]) -> None:
    """A block's sentences; one of white space alone is none."""
    whole = len(kept) == len(block.tokens)
    counts = Counter[int]() if whole else Counter(token.sent.start for token in kept)
    first = len(sheet)
    for sentence in block.doc.sents:
        if count := len(sentence) if whole else counts[sentence.start]:
            sheet.sentence += [len(sheet.sentences)] * count
            sheet.sentences.append((first, first + count))
            first += count


def _finish(sheet: Sheet, layout: Layout) -> None:
    count = len(sheet)
    sheet.kids = [[] for _ in range(count)]
    for at, head in enumerate(sheet.head):
        if head != at:
            sheet.kids[head].append(at)
    left, right = list(range(count)), list(range(count))
    for at in _deepest_first(sheet):
        head = sheet.head[at]
        left[head] = min(left[head], left[at])
        right[head] = max(right[head], right[at])
    sheet.left, sheet.right = left, right
    sheet.region = [-1] * count
    for quotation in layout.quotations:
        first, last = bisect_left(sheet.start, quotation.start), bisect_left(sheet.start, quotation.end)
        if quotation.depth or first >= last or sheet.paragraph[first] != sheet.paragraph[last - 1]:
            continue
        sheet.region[first:last] = [len(sheet.regions)] * (last - first)
        sheet.regions.append(Region(first, last, quotation.group, quotation.closed))


def _deepest_first(sheet: Sheet) -> list[int]:
    """Children before their heads."""
    order = [at for at, head in enumerate(sheet.head) if head == at]
    for at in order:  # grows while it is read: breadth first from the roots
        order.extend(sheet.kids[at])
    return order[::-1]
