"""What somebody says in several sentences or clauses, as several claims: where he is surer of one than of another, or affirms one and
denies another ("It was not one man. It was the firm").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from factcards.commitment import Commitment, Told, commitment
from factcards.engines.local.claiming.phrases import quoted
from factcards.layout import Layout
from factcards.mapped import readable
from factcards.nearby import Nearby
from factcards.reading import Attribution, Reading
from factcards.spans import Span, covers, merged, overlap

__all__ = ["Part", "parts_of"]


@dataclass(frozen=True, slots=True)
class Part:
    """Some sentences of a quotation, or a clause: what is claimed, its words, and the sentences that carry it, the cue's among these."""

    claim: str
    content: tuple[Span, ...]
    evidence: tuple[Span, ...]


def parts_of(text: str, layout: Layout, nearby: Nearby, found: Attribution) -> tuple[Part, ...]:
    """The attribution as it is, or its sentences, those side by side that are held alike as one, or its clauses. What is denied stays
    whole: its parts alone would be denied each.

    Args:
        text: The article.
        layout: Its sentences.
        nearby: Its reading, to be looked up around the attribution.
        found: The attribution.
    """
    whole = (Part(found.claim, found.content, found.evidence),)
    if found.cue is not None and found.cue.strength in {"negative", "tentative"}:
        return whole
    if found.lead is None:
        return _clauses(text, nearby, found) or whole
    reading = _around(nearby, found)
    held = [(stretch, _held(reading, found, stretch, quoted=True)) for stretch in _stretches(text, layout, reading, found.content)]
    alike = [[stretch for stretch, _ in run] for _, run in groupby(held, key=lambda item: _sense(item[1]))]
    if len(alike) < 2:
        return whole
    return tuple(_part(text, found, [span for stretch in run for span in stretch]) for run in alike)


def _around(nearby: Nearby, found: Attribution) -> Reading:
    return nearby.around((*found.content, *found.evidence))


def _clauses(text: str, nearby: Nearby, found: Attribution) -> tuple[Part, ...]:
    """The parts that a cue's clauses make, each with the speaker: "that ... and that ...", "..., Quill said, but ..."; none where they are
    held alike, or one of them has no clause of its own.
    """
    words = " ".join(readable(text, span.start, span.end).text for span in found.content)
    lead = found.claim[: -len(words) - 1]
    if not lead.endswith(" that ") or found.claim.casefold() != f"{lead}{words}.".casefold():
        return ()
    cut = [_clauses_in(text, span, first=at == 0) for at, span in enumerate(found.content)]
    told = [piece for pieces in cut for piece in pieces]
    if not all(cut) or len(told) < 2:
        return ()
    reading = _around(nearby, found)
    if not all(any(covers(piece, clause.head) for clause in reading.clauses) for piece in told):
        return ()
    if len({_sense(_held(reading, found, [piece], quoted=False)) for piece in told}) < 2:
        return ()
    return tuple(
        Part(f"{lead}{_lowered(found, readable(text, piece.start, piece.end).text)}.", (piece,), _evidence(found, [piece]))
        for piece in told
    )


def _clauses_in(text: str, span: Span, *, first: bool) -> list[Span]:
    """A piece of a content, cut before each "and that", without what joins it to what stands before."""
    joints = [(found.start(), found.end()) for found in _AND_THAT.finditer(text, span.start, span.end)]
    joined = None if first else _JOINT.match(text, span.start, span.end)
    if not first and joined is None:
        return []
    begin = span.start if joined is None else joined.end()
    ends = [*(start for start, _ in joints), span.end]
    starts = [begin, *(end for _, end in joints)]
    return [Span.of(text, start, end) for start, end in zip(starts, ends, strict=True) if start < end]


_AND_THAT = re.compile(r",? (?:and|but) that (?=\w)")
_JOINT = re.compile(r"(?:and|but) (?:that )?(?=\w)")


def _lowered(found: Attribution, words: str) -> str:
    """As the claim has the words: with a small letter where the article's sentence begins with a capital."""
    at = found.claim.casefold().find(words.casefold())
    return found.claim[at : at + len(words)] if at >= 0 else words


def _stretches(text: str, layout: Layout, reading: Reading, content: Sequence[Span]) -> list[list[Span]]:
    """A content's sentences; one without a verb ("No.") goes with its neighbour, and so do those of a quotation within it, and one that is
    about what the sentence before tells ("| That pressure | may come from Marrow").
    """
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
        alone = states and complete and (inner is None or inner.depth == 0) and not _points_back(text, reading, stretch[0])
        if stretches and not alone:
            stretches[-1] += stretch
        else:
            stretches.append(stretch)
        complete = complete or states
    return stretches


def _points_back(text: str, reading: Reading, sentence: Span) -> bool:
    """Whether a sentence begins with a "that" and its noun; "That is late" begins with a pronoun."""
    found = _THAT_NOUN.match(text, sentence.start, sentence.end)
    return found is not None and not any(clause.head.start == found.start("noun") for clause in reading.clauses)


_THAT_NOUN = re.compile(
    r"(?:That|This|These|Those)\s+(?!(?:is|are|was|were|has|have|had|does|did|do|will|would|can|could|may|might|must|should)\b)(?P<noun>[a-z]+\b(?!['’]))"
)


def _trimmed(text: str, piece: Span) -> Span:
    start, end = piece.start, piece.end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span.of(text, start, end)


def _held(reading: Reading, found: Attribution, content: Sequence[Span], *, quoted: bool) -> Commitment:
    return commitment(reading, Told(found.speaker, found.cue, tuple(content), _evidence(found, content), quoted=quoted))


def _sense(held: Commitment) -> tuple[str, str | None]:
    """What must be alike for claims to stay together: how sure, and which way; what is left open ("Who else? Not you?") goes no way."""
    return held.certainty, None if held.certainty == "unstated" else held.polarity


def _evidence(found: Attribution, content: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences that carry these words, and the cue's."""
    spans = (*content, *((found.cue,) if found.cue is not None else ()))
    return tuple(sentence for sentence in found.evidence if overlap([sentence], spans))


def _part(text: str, found: Attribution, content: Sequence[Span]) -> Part:
    joined = merged(text, content)
    words = quoted([readable(text, span.start, span.end).text for span in joined])
    return Part(f"{found.lead}: {words}", joined, _evidence(found, joined))
