"""What an engine hands on: drafts, claims with true spans, before code has decided how sure each one is.

Both engines end here: the local one with what its reading holds, the model one with what grounding left of its proposals.
A draft holds no certainty, polarity, mode, part or id: `assemble` computes those for every draft in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from factcards.cards import (
    Alignment,
    Article,
    Card,
    Chunk,
    Finding,
    PromptVersion,
    Rejected,
    Score,
    Speaker,
    SummarySentence,
    Usage,
    Withheld,
)
from factcards.errors import CassetteMiss, FactcardsError
from factcards.layout import Layout
from factcards.reading import Reader, Reading
from factcards.spans import Frozen, Span

__all__ = ["Check", "Draft", "Engine", "Extracted", "Finished", "Summarized"]


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


@dataclass(frozen=True, slots=True)
class Extracted:
    """What an engine made of one article.

    Attributes:
        drafts: Grounded claims, any order.
        rejected: Claims that the article does not carry.
        chunks: How each stretch of the article went; they tile it for a model, one stretch for the local engine.
        usage: Tokens in all, null without a model or when the server did not count.
        cost_usd: Price in all, null when any part of it is unknown.
        model: The model that really answered.
        prompts: The templates used.
        schema_sha256: Of the answer's JSON Schema.
        errors: One for each chunk that brought nothing, in text order.
    """

    drafts: tuple[Draft, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    usage: Usage | None = None
    cost_usd: float | None = None
    model: str | None = None
    prompts: tuple[PromptVersion, ...] = ()
    schema_sha256: str | None = None
    errors: tuple[FactcardsError, ...] = ()


@dataclass(frozen=True, slots=True)
class Summarized:
    """The sentences of a summary that stood the check, those that did not, and what asking for them took.

    Attributes:
        failed: Why a request brought nothing; the summary is then made without a model.
        missed: In a replay that goes on without it: why no recording answers the request for the summary.
        notices: What is to be said of it, one line each.
    """

    summary: tuple[SummarySentence, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    usage: Usage | None = None
    cost_usd: float | None = None
    prompts: tuple[PromptVersion, ...] = ()
    failed: FactcardsError | None = None
    missed: CassetteMiss | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finished:
    """What is to be said when an article is done.

    Attributes:
        notices: One line each.
        unused: Identities of recordings of this article that nothing asked for.
    """

    notices: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


class Check(Protocol):
    """Whether a sentence of a summary says no more than the cards that it cites."""

    def __call__(self, text: str, cards: tuple[Card, ...], /) -> tuple[Finding, ...]:
        """What is wrong with the sentence; nothing when it is sound."""
        ...


class Engine(Protocol):
    """Proposes claims and grounds them. `Extracted` and `Summarized` hold data only: the pipeline decides what is kept."""

    @property
    def name(self) -> Literal["local", "openai"]:
        """Which engine this is, for the provenance."""
        ...

    def reader(self, article: Article) -> Reader:
        """The reader for this article: what the cards' certainty and the verifier's eyes rest on."""
        ...

    def extract(self, article: Article, layout: Layout, reading: Reading) -> Extracted:
        """The article's claims."""
        ...

    def summarize(self, article: Article, cards: tuple[Card, ...], check: Check) -> Summarized | None:
        """A summary of sound cards; null where the engine leaves that to extraction."""
        ...

    def plan(self, article: Article) -> tuple[str, ...]:
        """What would be asked of a model, for people: prompt, tokens and estimated cost of each request."""
        ...

    def finish(self, article: Article, *, complete: bool) -> Finished:
        """The article is done: keep or drop what was set aside for asking again."""
        ...
