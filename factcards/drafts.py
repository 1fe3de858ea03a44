"""A draft: a claim with true spans, before code has decided how sure it is. Between grounding and assembling.

Both engines end here: the local one with what its reading holds, the model one with what grounding left of its proposals.
A draft holds no certainty, polarity, mode, part or id: `assemble` computes those for every draft in the same way.
"""

from __future__ import annotations

from factcards.cards import Alignment, Finding, Score, Speaker
from factcards.spans import Frozen, Span

__all__ = ["Draft"]


class Draft(Frozen):
    """A grounded claim.

    Attributes:
        claim: As the engine words it.
        content: The attributed words, ordered and disjoint.
        evidence: The whole sentences that carry it, ordered.
        cue: The words of the cue; its strength is looked up by `assemble`.
        speaker: Null for narration.
        attribution: Place of the attribution in the article's reading that this draft is or was matched with, null when none.
        alignment: How the words met the article.
        alignment_score: 1 for exact and normalized, the similarity for fuzzy.
        confidence: The engine's, 0 to 1.
        findings: What grounding objected to.
    """

    claim: str
    content: tuple[Span, ...]
    evidence: tuple[Span, ...]
    cue: Span | None = None
    speaker: Speaker | None = None
    attribution: int | None = None
    alignment: Alignment = "exact"
    alignment_score: Score = 1.0
    confidence: Score = 1.0
    findings: tuple[Finding, ...] = ()
