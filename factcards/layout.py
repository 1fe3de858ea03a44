"""The shapes that `segment` finds in an article: sentences, paragraphs and quotations, as offsets into its text."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's paragraphs, sentences and quotations, each in text order; sentences tile the words of every paragraph."""

    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    def sentences_over(self, spans: tuple[Span, ...]) -> tuple[Sentence, ...]:
        """The sentences that share at least one code point with these spans, in text order."""
        return tuple(s for s in self.sentences if any(s.start < span.end and span.start < s.end for span in spans))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this code point."""
        return next((s for s in self.sentences if s.start <= offset < s.end), None)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The innermost quotation whose inside holds this code point."""
        return max((q for q in self.quotations if q.inner_start <= offset < q.inner_end), key=lambda q: q.depth, default=None)
