"""A quotation of several sentences, as several claims: where its speaker is surer of one than of another. Sentences that only affirm and
deny in turn ("It was not one man. It was the firm") explain each other, and stay together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from factcards.cards import Certainty
from factcards.commitment import Told, commitment
from factcards.engines.local.claiming.phrases import quoted
from factcards.layout import Layout
from factcards.mapped import readable
from factcards.reading import Attribution, Reading
from factcards.spans import Span, covers, merged, overlap

__all__ = ["Part", "parts_of"]


@dataclass(frozen=True, slots=True)
class Part:
    """Some sentences of a quotation: what they claim, their words, and the sentences that carry them, the cue's among these."""

    claim: str
    content: tuple[Span, ...]
    evidence: tuple[Span, ...]


def parts_of(text: str, layout: Layout, reading: Reading, found: Attribution) -> tuple[Part, ...]:
    """The attribution as it is, or its sentences, those side by side that are held as surely as one. What is denied in a quotation stays
    whole: its sentences alone would be denied each.

    Args:
        text: The article.
        layout: Its sentences.
        reading: What is read around the attribution.
        found: The attribution.
    """
    whole = (Part(found.claim, found.content, found.evidence),)
    if found.lead is None or (found.cue is not None and found.cue.strength == "negative"):
        return whole
    held = [(stretch, _certainty(reading, found, stretch)) for stretch in _stretches(text, layout, reading, found.content)]
    alike = [[stretch for stretch, _ in run] for _, run in groupby(held, key=lambda item: item[1])]
    if len(alike) < 2:
        return whole
    return tuple(_part(text, found, [span for stretch in run for span in stretch]) for run in alike)


def _stretches(text: str, layout: Layout, reading: Reading, content: Sequence[Span]) -> list[list[Span]]:
    """A content's sentences; one without a verb ("No.") goes with its neighbour, and so do those of a quotation within it."""
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
        inner = layout.quotation_at(stretch[0].start)
        if stretches and not (states and complete and (inner is None or inner.depth == 0)):
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


def _certainty(reading: Reading, found: Attribution, content: Sequence[Span]) -> Certainty:
    return commitment(reading, Told(found.speaker, found.cue, tuple(content), _evidence(found, content), quoted=True)).certainty


def _evidence(found: Attribution, content: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences that carry these words, and the cue's."""
    spans = (*content, *((found.cue,) if found.cue is not None else ()))
    return tuple(sentence for sentence in found.evidence if overlap([sentence], spans))


def _part(text: str, found: Attribution, content: Sequence[Span]) -> Part:
    joined = merged(text, content)
    words = quoted([readable(text, span.start, span.end).text for span in joined])
    return Part(f"{found.lead}: {words}", joined, _evidence(found, joined))
