"""A span of an article: where some words stand, and the words. Knows nothing else of ours.

Offsets count Unicode code points of the article's text, half-open, as the W3C Web Annotation Data Model's
TextPositionSelector does. The law, kept everywhere: `text[span.start:span.end] == span.quote`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

__all__ = ["Frozen", "Span", "covers", "hold", "merged", "overlap"]


class Frozen(BaseModel):
    """The base of every value that factcards hands out: immutable, and unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Frozen):
    """Some words of a text: `text[start:end] == quote`, never empty.

    >>> Span.of("Rain might fall.", 5, 10)
    Span(start=5, end=10, quote='might')
    """

    start: int = Field(ge=0, description="first code point of the words, counted from 0")
    end: int = Field(ge=1, description="one past the last code point")
    quote: str = Field(min_length=1, description="the words themselves: text[start:end]")

    @model_validator(mode="after")
    def _as_long_as_its_quote(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"span [{self.start}, {self.end}) does not fit its quote of {len(self.quote)} code points")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int, **more: object) -> Self:
        """The span of `text[start:end]`, with the other fields of a subclass by name.

        Raises:
            ValueError: if the offsets are empty, turned round or outside the text (pydantic's ValidationError).
        """
        if not more:  # the most: a third faster
            return cls(start=start, end=end, quote=text[start:end])
        return cls.model_validate({"start": start, "end": end, "quote": text[start:end], **more})

    def stands_in(self, text: str) -> bool:
        """Whether the law holds for this text."""
        return text[self.start : self.end] == self.quote


def covers(outer: Span, inner: Span) -> bool:
    """Whether every code point of `inner` lies in `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def hold(outer: Iterable[Span], inner: Iterable[Span]) -> bool:
    """Whether each of the inner spans lies in one of the outer ones."""
    around = tuple(outer)
    return all(any(covers(span, one) for span in around) for one in inner)


def overlap(left: Iterable[Span], right: Iterable[Span]) -> int:
    """How many code points two sets of spans share; spans within one set must not overlap each other."""
    others = list(right)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in others)


def merged(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same code points as ordered, disjoint spans; those that only white space parts become one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if result and not text[result[-1][1] : start].strip():
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(Span.of(text, start, end) for start, end in result)
