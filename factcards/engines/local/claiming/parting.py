"""A quotation of several sentences, as several claims: where its speaker is not equally sure of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from factcards.commitment import Commitment, Told, commitment
from factcards.engines.local.claiming.phrases import quoted
from factcards.layout import Layout
from factcards.mapped import readable
from factcards.reading import Attribution, Reading
from factcards.spans import Span, covers, overlap

__all__ = ["Part", "parts_of"]


@dataclass(frozen=True, slots=True)
class Part:
    """Some sentences of a quotation: what they claim, their words, and the sentences that carry them, the cue's among these."""

    claim: str
    content: tuple[Span, ...]
    evidence: tuple[Span, ...]


def parts_of(text: str, layout: Layout, reading: Reading, found: Attribution) -> tuple[Part, ...]:
    """The attribution as it is, or its sentences, those side by side that are held alike as one.

    Args:
        text: The article.
        layout: Its sentences.
        reading: What is read around the attribution.
        found: The attribution.
    """
    whole = (Part(found.claim, found.content, found.evidence),)
    stretches = _stretches(text, layout, reading, found.content) if found.lead is not None else []
    if len(stretches) < 2:
        return whole
    held = [(stretch, _held(reading, found, stretch)) for stretch in stretches]
    alike = [[stretch for stretch, _ in run] for _, run in groupby(held, key=lambda item: (item[1].certainty, item[1].polarity))]
    if len(alike) < 2:
        return whole
    return tuple(_part(text, found, [span for stretch in run for span in stretch]) for run in alike)


def _stretches(text: str, layout: Layout, reading: Reading, content: Sequence[Span]) -> list[list[Span]]:
    """A content's sentences; one without a verb ("No.") goes with its neighbour."""
    pieces = [
        (sentence.start, Span.of(text, low, high))
        for span in content
        for sentence in layout.sentences_between(span.start, span.end)
        if (low := max(span.start, sentence.start)) < (high := min(span.end, sentence.end))
    ]
    stretches: list[list[Span]] = []
    complete = False
    for _, run in groupby(pieces, key=lambda piece: piece[0]):
        stretch = [_trimmed(text, piece) for _, piece in run]
        states = any(covers(span, clause.head) for clause in reading.clauses for span in stretch)
        if stretches and not (states and complete):
            stretches[-1] += stretch
        else:
            stretches.append(stretch)
        complete = complete or states
    return stretches


def _trimmed(text: str, piece: Span) -> Span:
    start, end = piece.start, piece.end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span.of(text, start, end)


def _held(reading: Reading, found: Attribution, content: Sequence[Span]) -> Commitment:
    return commitment(reading, Told(found.speaker, found.cue, tuple(content), _evidence(found, content), quoted=True))


def _evidence(found: Attribution, content: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences that carry these words, and the cue's."""
    spans = (*content, *((found.cue,) if found.cue is not None else ()))
    return tuple(sentence for sentence in found.evidence if overlap([sentence], spans))


def _part(text: str, found: Attribution, content: Sequence[Span]) -> Part:
    joined: list[Span] = []
    for span in content:  # sentences side by side are one piece again
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span.of(text, joined[-1].start, span.end)
        else:
            joined.append(span)
    words = quoted([readable(text, span.start, span.end).text for span in joined])
    return Part(f"{found.lead}: {words}", tuple(joined), _evidence(found, joined))
