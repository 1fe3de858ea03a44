"""The shapes that `segment` finds in an article: sentences, paragraphs and quotations, as offsets into its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from factcards.cards import PartKind
from factcards.spans import Span

__all__ = ["Layout", "Paragraph", "Quotation", "Sentence"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text[start:end]`: one paragraph of one part; a break inside a sentence is healed, so it may hold blank lines."""

    start: int
    end: int
    part: PartKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]`: one sentence with its closing quote marks, no white space at either end.

    Attributes:
        paragraph: Place of its paragraph in `Layout.paragraphs`.
    """

    start: int
    end: int
    part: PartKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch inside quote marks. A quotation that runs over paragraphs is several, with the same `group`.

    Attributes:
        start: The opening mark.
        end: One past the closing mark; where a paragraph ends without one, one past the last word.
        inner_start: First code point after the opening mark.
        inner_end: One past the last code point before the closing mark.
        group: Quotations that are one speech over several paragraphs have the same number.
        depth: 0 for a quotation, 1 for one inside it.
        closed: Whether it has a closing mark of its own.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    group: int
    depth: int
    closed: bool

    @property
    def is_block(self) -> bool:
        """Whether it is a paragraph that is set off as quoted, without marks of its own."""
        return self.start == self.inner_start


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's paragraphs, sentences and quotations, each in text order; sentences tile the words of every paragraph."""

    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    _sentences: list[int] = field(init=False, repr=False, compare=False)
    _ends: list[int] = field(init=False, repr=False, compare=False)
    _quotations: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Where each sentence begins and ends, and each quotation begins: what stands at a place is asked for all the time."""
        object.__setattr__(self, "_sentences", [sentence.start for sentence in self.sentences])
        object.__setattr__(self, "_ends", [sentence.end for sentence in self.sentences])
        object.__setattr__(self, "_quotations", [quotation.start for quotation in self.quotations])

    def sentences_over(self, spans: Iterable[Span]) -> tuple[Sentence, ...]:
        """The sentences that share at least one code point with these spans, in text order."""
        found = {sentence.start: sentence for span in spans for sentence in self.sentences_between(span.start, span.end)}
        return tuple(found[start] for start in sorted(found))

    def sentences_between(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that share at least one code point with `text[start:end]`, in text order."""
        low = bisect_left(self._ends, start + 1)
        high = bisect_left(self._sentences, end)
        return self.sentences[low:high]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this code point."""
        at = bisect_right(self._sentences, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def quotation_at(self, offset: int) -> Quotation | None:
        """The innermost quotation whose inside holds this code point."""
        at = bisect_right(self._quotations, offset) - 1
        while at >= 0:
            quotation = self.quotations[at]
            if quotation.inner_start <= offset < quotation.inner_end:
                return quotation
            if not quotation.depth:  # outermost quotations are disjoint: none before this one reaches here
                return None
            at -= 1
        return None

    def outer_before(self, offset: int) -> Quotation | None:
        """The last outermost quotation that begins at or before this code point."""
        at = self._outer_at(offset)
        return self.quotations[at] if at >= 0 else None

    def outer_over(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The outermost quotations whose inside shares at least one code point with `text[start:end]`, in text order."""
        first = self._outer_at(start)
        high = bisect_left(self._quotations, end)
        near = self.quotations[max(first, 0) : high]
        return tuple(q for q in near if not q.depth and q.inner_start < end and start < q.inner_end)

    def _outer_at(self, offset: int) -> int:
        """Place of the last outermost quotation that begins at or before this code point, -1 where there is none."""
        at = bisect_right(self._quotations, offset) - 1
        while at >= 0 and self.quotations[at].depth:
            at -= 1
        return at
