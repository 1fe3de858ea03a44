"""What a model proposes, placed in the article: each claim a draft with true spans, or rejected with its reason.

The words decide, not the model's pointers: a quotation is looked up, its speaker and cue are those that the local reader found
for the same words, and where reader and model disagree the card says so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from factcards.cards import Article, Finding, Rejected, ResolvedBy, Speaker, SpeakerKind
from factcards.checking.sides import finding, same_name
from factcards.drafts import Draft
from factcards.engines.llm.schema import ProposedClaim
from factcards.ground import Grounded, Grounder, Ungrounded
from factcards.layout import Layout
from factcards.nearby import Nearby
from factcards.reading import Attribution, Reading
from factcards.spans import Span, covers, merged, overlap

__all__ = ["Placed", "Placer"]

LIKENESS = 0.6
"""Share of the smaller of two contents that both must have in common to be the same words."""
SURE_READER = 0.6
"""Confidence from which the reader's word on a speaker stands against the model's."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of a model's claims, each either a draft or rejected."""

    drafts: tuple[Draft, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class _Voice:
    speaker: Speaker | None
    confidence: float
    findings: tuple[Finding, ...] = ()


class Placer:
    """Places claims in one article; the index of its words is made once.

    Args:
        article: The article.
        layout: Its sentences, by whose numbers the model points.
        reading: What the local reader found in it; empty where it does not read the language.
    """

    def __init__(self, article: Article, layout: Layout, reading: Reading) -> None:
        """Index the article."""
        self._text = article.text
        self._layout = layout
        self._reading = reading
        self._grounder = Grounder(article.text)
        self._nearby = Nearby(reading)
        self._places = {id(found): at for at, found in enumerate(reading.attributions)}

    def place(self, claims: Sequence[ProposedClaim]) -> Placed:
        """Every claim as a draft or as rejected, in the model's order."""
        drafts: list[Draft] = []
        rejected: list[Rejected] = []
        for claim in claims:
            placed = self._place(claim)
            if isinstance(placed, Draft):
                drafts.append(placed)
            else:
                rejected.append(placed)
        return Placed(tuple(drafts), tuple(rejected))

    def _place(self, claim: ProposedClaim) -> Draft | Rejected:
        named = [self._layout.sentences[n - 1] for n in claim.sentences if 1 <= n <= len(self._layout.sentences)]
        near = [(sentence.start, sentence.end) for sentence in named]
        grounded = self._grounder.ground(claim.quote, near)
        words = " ".join(claim.claim.split())
        if isinstance(grounded, Ungrounded):
            return Rejected(claim=words, quote=claim.quote, code=grounded.code, reason=grounded.reason)
        found = self._same_words(grounded.spans, claim.speaker)
        known = self._reading.attributions[found] if found is not None else None
        content = self._unbroken(_narrowed(self._text, grounded.spans, known))
        cue, cue_findings = self._cue(claim, content, known)
        evidence = self._evidence(content, cue, known)
        voice = self._voice(claim, evidence, known)
        pointer = self._pointer_findings(claim, near, grounded)
        return Draft(
            claim=words,
            content=content,
            evidence=evidence,
            cue=cue if voice.speaker is not None else None,
            speaker=voice.speaker,
            attribution=found,
            alignment=grounded.alignment,
            alignment_score=grounded.score,
            confidence=round(voice.confidence * grounded.score, 3),
            findings=(*pointer, *voice.findings, *(cue_findings if voice.speaker is not None else ())),
        )

    def _same_words(self, spans: Sequence[Span], speaker: str | None) -> int | None:
        """The reader's attribution of these words: the likest content, an equal speaker going before an equal extent."""
        size = sum(span.end - span.start for span in spans)
        best: tuple[float, int] | None = None
        for found in self._nearby.around(spans).attributions:
            own = sum(span.end - span.start for span in found.content)
            shared = overlap(found.content, spans)
            if shared < LIKENESS * min(own, size):
                continue
            likeness = 2 * shared / (own + size)
            name = found.speaker.name if found.speaker else None
            if (name is None) == (speaker is None):
                likeness += 0.25
            if name is not None and speaker is not None and _same(found, speaker):
                likeness += 1.0
            if best is None or likeness > best[0]:
                best = (likeness, self._places[id(found)])
        return best[1] if best else None

    def _unbroken(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The words with both marks of each quotation in them: `the cuts "a betrayal` takes in the `."` that the model left out."""
        text, whole = self._text, list[Span]()
        for span in spans:
            start, end = span.start, span.end
            for found in self._layout.outer_over(start, end):
                if start <= found.start and end < found.end and not any(map(str.isalnum, text[end : found.end])):
                    end = found.end
                if found.start < start and found.end <= end and not any(map(str.isalnum, text[found.start : start])):
                    start = found.start
            whole.append(Span.of(text, start, end))
        return merged(text, whole)

    def _cue(self, claim: ProposedClaim, content: Sequence[Span], known: Attribution | None) -> tuple[Span | None, tuple[Finding, ...]]:
        """The reader's cue for these words, else the model's where it stands in the content's sentences or next to them."""
        if known is not None and known.cue is not None:
            return Span(start=known.cue.start, end=known.cue.end, quote=known.cue.quote), ()
        if claim.cue is None or not claim.cue.strip():
            return None, ()
        near = [(s.start, s.end) for s in self._layout.sentences_over(tuple(content))]
        found = self._grounder.ground(claim.cue, near)
        if isinstance(found, Grounded) and len(found.spans) == 1 and self._beside(found.spans[0], near):
            return found.spans[0], ()
        return None, (finding("cue_absent", "warning", f"the cue “{claim.cue}” does not stand beside these words", content[:1]),)

    def _beside(self, span: Span, near: Sequence[tuple[int, int]]) -> bool:
        """Whether a span stands in one of these sentences, given in text order, or in the next one to them."""
        own = self._layout.sentence_at(span.start)
        if own is None or not near:
            return False
        starts = (near[0][0], own.start, near[-1][0])
        first, place, last = (bisect_left(self._layout.sentences, start, key=lambda s: s.start) for start in starts)
        return first - 1 <= place <= last + 1

    def _evidence(self, content: Sequence[Span], cue: Span | None, known: Attribution | None) -> tuple[Span, ...]:
        wanted = (*content, *((cue,) if cue else ()), *(known.evidence if known else ()))
        return tuple(Span.of(self._text, s.start, s.end) for s in self._layout.sentences_over(wanted))

    def _voice(self, claim: ProposedClaim, evidence: Sequence[Span], known: Attribution | None) -> _Voice:
        """Whose words they are, from what the model says and what the reader found."""
        theirs = known.speaker if known is not None else None
        sure = known is not None and known.confidence >= SURE_READER
        name = " ".join(claim.speaker.split()) if claim.speaker else ""
        if not name:
            if theirs is None or not sure:
                return _Voice(None, 0.8 if known is not None else 0.6)
            message = f"the model gives these words to nobody; in the article {theirs.name} says them"
            return _Voice(theirs, 0.5, (finding("attribution_dropped", "warning", message, evidence[:1]),))
        if known is not None and theirs is not None and _same(known, name):
            return _Voice(theirs, max(0.8, known.confidence))
        speaker = self._named(name, evidence)
        if speaker.resolved_by == "unresolved":
            message = f"the article does not know a speaker “{name}”"
            return _Voice(speaker, 0.1, (finding("speaker_absent", "error", message, evidence[:1]),))
        if theirs is not None and sure and theirs.resolved_by != "unresolved":
            message = f"the article gives these words to {theirs.name}, not to {name}"
            return _Voice(speaker, 0.1, (finding("speaker_swapped", "error", message, [theirs.mention or evidence[0]]),))
        message = f"only the model says that these are the words of {name}; the local reader found no such attribution"
        return _Voice(speaker, 0.5, (finding("attribution_unconfirmed", "warning", message, evidence[:1]),))

    def _named(self, name: str, evidence: Sequence[Span]) -> Speaker:
        """A speaker that only the model names, as far as the article knows the name."""
        near = [(span.start, span.end) for span in evidence]
        found = self._grounder.ground(name, near)
        bearer = next((known for known in self._reading.names if same_name(known.name, name)), None)
        kind: SpeakerKind = "unknown"
        if bearer is not None and bearer.kind not in {"place", "other"}:
            kind = bearer.kind  # type: ignore[assignment]
        if isinstance(found, Ungrounded):
            return Speaker(name=name, kind=kind, resolved_by="unresolved", score=0.0)
        mention = found.spans[0]
        here = any(covers(span, mention) for span in evidence)
        how: ResolvedBy = "named" if here else "carried"
        return Speaker(
            name=name, role=bearer.role if bearer else None, kind=kind, mention=mention, resolved_by=how, score=0.6 if here else 0.4
        )

    def _pointer_findings(self, claim: ProposedClaim, near: Sequence[tuple[int, int]], grounded: Grounded) -> tuple[Finding, ...]:
        result: list[Finding] = []
        wrong = [number for number in claim.sentences if not 1 <= number <= len(self._layout.sentences)]
        if wrong:
            told = ", ".join(map(str, wrong[:3]))
            result.append(
                finding(
                    "unknown_sentence", "warning", f"the model points to sentence {told}: there is no such sentence", grounded.spans[:1]
                )
            )
        elif not claim.sentences:
            result.append(finding("unknown_sentence", "info", "the model points to no sentence", grounded.spans[:1]))
        if near and not any(span.start < end and start < span.end for span in grounded.spans for start, end in near):
            result.append(finding("relocated", "info", "the words stand in another sentence than the model says", grounded.spans[:1]))
        return tuple(result)


def _same(found: Attribution, name: str) -> bool:
    if found.speaker is None:
        return False
    mention = found.speaker.mention.quote if found.speaker.mention else found.speaker.name
    return same_name(found.speaker.name, name) or same_name(mention, name)


def _narrowed(text: str, spans: Sequence[Span], known: Attribution | None) -> tuple[Span, ...]:
    """The attributed words without speaker and cue, where the model quoted the whole sentence and the reader knows them apart."""
    whole = merged(text, spans)
    if known is None or known.cue is None or not any(span.start < known.cue.end and known.cue.start < span.end for span in whole):
        return whole
    cut = [(max(a.start, b.start), min(a.end, b.end)) for a in whole for b in known.content]
    kept = tuple(Span.of(text, start, end) for start, end in cut if text[start:end].strip())
    return tuple(sorted(kept, key=lambda span: span.start)) or whole
