"""`lay_out`: the paragraphs, sentences and quotations of an article whose parts are known."""

from __future__ import annotations

from functools import lru_cache

from factcards.cards import Article, Part
from factcards.layout import Layout, Paragraph, Sentence
from factcards.segment.captions import apart, are_marked
from factcards.segment.parts import is_broken
from factcards.segment.quotations import find_quotations
from factcards.segment.sentences import split

__all__ = ["lay_out"]

_SEPARATOR = "\u2029"
"""Unicode's paragraph separator: a break that is meant, never one to heal."""
_TAIL = 200
"""Code points of a paragraph's end by which a break inside a sentence is seen: its last words and marks. Looking at all of a paragraph
for each of its healed breaks took quadratic time: 20 s for 140 KB of double-spaced wrapped lines, 0.1 s with the end alone."""


@lru_cache(maxsize=32)
def lay_out(article: Article) -> Layout:
    """Paragraphs (a break inside a sentence healed), sentences and quotations of every part; an article without parts is body. The last
    layouts are kept: an article is read, and compared or made into cards, one right after the other.
    """
    text = article.text
    parts = article.parts or _whole(text)
    paragraphs: list[Paragraph] = []
    for part in parts:
        last = paragraphs[-1] if paragraphs else None
        meant = last is not None and _SEPARATOR in text[last.end : part.start]
        if (
            last is not None
            and not meant
            and last.part == part.kind == "body"
            and is_broken(text[max(last.start, last.end - _TAIL) : last.end], text[part.start : part.end])
        ):
            paragraphs[-1] = Paragraph(last.start, part.end, "body")
        else:
            paragraphs.append(Paragraph(part.start, part.end, part.kind))
    marked = are_marked(text)
    pieces = [(piece, at) for at, paragraph in enumerate(paragraphs) for piece in apart(text, paragraph, marked=marked)]
    quotations = find_quotations(text, [piece for piece, _ in pieces])
    sentences = [Sentence(start, end, piece.part, at) for piece, at in pieces for start, end in split(text, piece.start, piece.end)]
    return Layout(tuple(paragraphs), tuple(sentences), quotations)


def _whole(text: str) -> tuple[Part, ...]:
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return (Part(kind="body", start=start, end=end),) if start < end else ()
