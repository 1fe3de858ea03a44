"""What one reading of a text found: plain data, so that it can be stored beside a recording and read back without a parser.

A `Reading` holds facts about a text (its attributions, hedges, negations, clauses, names) and no judgement about any card.
`Reader` is the seam: the local engine's reader makes readings with a parser, a stored reader looks them up. Both give the
same bytes. All offsets are into the text that was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from pydantic import Field

from factcards.cards import Article, Cue, Entity, Hedge, Score, Speaker
from factcards.spans import Frozen, Span

__all__ = ["Attribution", "Clause", "Name", "Negation", "Reader", "Reading"]


class Clause(Frozen):
    """A clause of the parse: its predicate and the words that depend on it.

    Attributes:
        start: First code point of the clause's words.
        end: One past its last.
        head: The predicate: the verb (or the adjective, noun or participle that does its work), one word.
        depth: 0 for a main clause, one more for each clause around it.
        mood: Whether it states, asks, commands, sets a condition, or names a wish, plan or possibility that is not a statement.
        tense: past, present or future ("will", "going to"); null when it has none ("to curtail").
    """

    start: int
    end: int
    head: Span
    depth: int = Field(ge=0)
    mood: Literal["statement", "question", "command", "condition", "infinitive"]
    tense: Literal["past", "present", "future"] | None = None


class Negation(Span):
    """A word that turns a clause round ("not", "never", "failed to", "denied"), with what it turns."""

    scope: Span | None = None


class Name(Entity):
    """A mention of somebody or something by name, with what the article says of the bearer."""

    role: str | None = None


class Attribution(Frozen):
    """One source - cue - content relation, or (with no source and no cue) a claim in the text's own voice.

    Attributes:
        claim: One self-contained sentence: full name, finite cue, content, hedges as the article words them.
        lead: What the claim says before a quotation that is all its content ("Ada Quill said"); null where it is worded otherwise.
        evidence: The sentences that carry it.
        content: The attributed words, without the quotation marks round them; may be discontinuous.
        cue: The cue's words, null for narration.
        source: The words beside the cue that say who it is from, with title, apposition and relative clause; null where there are none.
        speaker: Resolved as far as the text allows, null for narration.
        parent: Place in `Reading.attributions` of the attribution whose content holds this one, null at the outermost level.
        confidence: How sure the reader is that this is an attribution with these spans, 0 to 1.
        doubtful: Whether it is likelier none: the reading then has what it tells as the text's own claim, too, where it is a statement.
    """

    claim: str
    evidence: tuple[Span, ...] = Field(min_length=1)
    content: tuple[Span, ...] = Field(min_length=1)
    cue: Cue | None = None
    source: Span | None = None
    speaker: Speaker | None = None
    parent: int | None = None
    confidence: Score
    doubtful: bool = False
    lead: str | None = None


class Reading(Frozen):
    """Everything that one pass over a text found, in text order."""

    attributions: tuple[Attribution, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    negations: tuple[Negation, ...] = ()
    clauses: tuple[Clause, ...] = ()
    names: tuple[Name, ...] = ()


class Reader(Protocol):
    """Reads articles. The same article and the same version give the same reading for ever."""

    @property
    def version(self) -> str:
        """The reader's own version, its pipeline's and its lexicons'; known without loading a parser."""
        ...

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading for each article, in the same order.

        A sentence of a claim or a summary is read as an article of one body part.
        """
        ...
