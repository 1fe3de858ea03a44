"""The deck and everything in it: frozen, and validated by pydantic. These field names are the contract with users.

A `Deck` holds the article as it was read, the cards (one claim each), the brief, what was rejected, and the provenance.
Every span in it is an offset into `deck.article.text` (see `spans`). Certainty and polarity follow FactBank (Saurí and
Pustejovsky 2009); source, cue and content follow PARC 3.0 (Pareti 2016).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, field_validator, model_validator

from factcards.spans import Frozen, Span

__all__ = [
    "CUE_RANK",
    "SEVERITIES",
    "UNNAMED",
    "Alignment",
    "Article",
    "Brief",
    "Candidate",
    "Card",
    "Certainty",
    "Chunk",
    "Cue",
    "CueStrength",
    "Deck",
    "Entity",
    "Figure",
    "FigureKind",
    "Finding",
    "FindingCode",
    "Hedge",
    "HedgeKind",
    "HedgeStrength",
    "Level",
    "Mode",
    "Origin",
    "Outcome",
    "Part",
    "PartKind",
    "Polarity",
    "PromptVersion",
    "Provenance",
    "Rejected",
    "RejectedCode",
    "ResolvedBy",
    "Severity",
    "SourceMapEntry",
    "Speaker",
    "SpeakerKind",
    "SummarySentence",
    "Usage",
    "Withheld",
    "WithheldCode",
    "digest",
]

PartKind = Literal["headline", "subtitle", "byline", "credit", "repeated_headline", "section_head", "caption", "boilerplate", "body"]
Mode = Literal["direct", "indirect", "mixed", "narration"]
CardPart = Literal["body", "headline", "subtitle", "caption"]
SpeakerKind = Literal["person", "organization", "government", "group", "document", "anonymous", "unknown"]
ResolvedBy = Literal["named", "pronoun", "alias", "nominal", "carried", "unresolved"]
CueStrength = Literal["neutral", "committed", "tentative", "doubted", "negative"]
CUE_RANK: Mapping[CueStrength, int] = {"negative": 0, "doubted": 1, "tentative": 1, "neutral": 2, "committed": 3}
"""How much each strength of a cue makes of what is told, where two cues are compared."""
HedgeKind = Literal["modal", "verb", "adverb", "adjective", "noun", "approximator", "conditional"]
HedgeStrength = Literal["weak", "medium", "strong"]
Certainty = Literal["certain", "probable", "possible", "unstated"]
Polarity = Literal["affirmed", "negated"]
FigureKind = Literal["number", "money", "percent", "date"]
Alignment = Literal["exact", "normalized", "fuzzy"]
Severity = Literal["error", "warning", "unsure", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""How bad a finding is, worst first, here and in `verify`; docs/verifying.md tells what each means."""
FindingCode = Literal[
    "approximation_dropped", "attribution_dropped", "attribution_unconfirmed", "condition_dropped", "cue_absent", "cue_stronger",
    "figure_absent", "figure_elsewhere", "hedge_dropped", "hedge_strengthened", "less_sure", "name_absent", "negation_added",
    "negation_dropped", "not_checked", "plan_as_fact", "quote_absent", "quote_altered", "relocated", "speaker_absent", "speaker_swapped",
    "uncited", "ungrounded", "unknown_card", "unknown_sentence",
]  # fmt: skip
"""What a rule can object to in a card, or in a sentence of a model's summary; docs/errors.md explains each. What `verify` finds in
anybody's summary, too, has its code there."""
RejectedCode = Literal["invalid", "not_article_text", "quote_absent", "quote_altered", "quote_empty", "too_many"]
WithheldCode = Literal[FindingCode, "sentence_unsound", "summary_replaced", "too_many"]
Outcome = Literal["ok", "refusal", "length", "filter", "error"]
Origin = Literal["recorded", "authored"]
Score = Annotated[float, Field(ge=0.0, le=1.0)]


def digest(text: str) -> str:
    """The sha256 of a text's UTF-8 bytes, in hex."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Part(Frozen):
    """What a stretch of the article is for: `text[start:end]`, with no white space at either end."""

    kind: PartKind
    start: int = Field(ge=0)
    end: int = Field(ge=1)


class SourceMapEntry(Frozen):
    """`text[start:end]` stands unchanged at code point `at` of the decoded file (HTML only)."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    at: int = Field(ge=0)
    line: int | None = Field(default=None, ge=1, description="of the file, from 1; null in a deck that was made before it was told")
    column: int | None = Field(default=None, ge=1, description="in that line, from 1, in code points")


class Article(Frozen):
    """An article as it was read: every offset that factcards prints is into `text`, in Unicode code points."""

    source: str = Field(description="where it came from: the file's name as given, or '-' for standard input")
    url: str | None = None
    site: str | None = None
    sha256: str = Field(description="of the UTF-8 text")
    language: str | None = Field(default=None, description="ISO 639-1 code, null when it is not clear")
    title: str | None = None
    subtitle: str | None = None
    byline: str | None = None
    published: str | None = Field(default=None, description="ISO 8601 date, null when unknown")
    parts: tuple[Part, ...] = Field(default=(), description="in text order, disjoint")
    text: str = Field(min_length=1)
    source_map: tuple[SourceMapEntry, ...] | None = Field(default=None, description="where the text stands in the HTML file")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.sha256 != digest(self.text):
            raise ValueError("article.sha256 is not the digest of article.text")
        last = 0
        for part in self.parts:
            if not last <= part.start < part.end <= len(self.text):
                raise ValueError(f"article.parts: [{part.start}, {part.end}) is out of order or outside the text")
            last = part.end
        return self


UNNAMED = "unnamed speaker"
"""The name of a speaker whom the article does not name and no words beside the claim describe."""


class Candidate(Frozen):
    """Somebody else who might be the speaker."""

    name: str
    mention: Span | None = None
    score: Score


class Speaker(Frozen):
    """Who the content belongs to, and how we know."""

    name: str = Field(min_length=1, description="as resolved; the mention's own words when unresolved")
    role: str | None = Field(default=None, description="as the article words it")
    kind: SpeakerKind = "unknown"
    mention: Span | None = Field(default=None, description="the words beside this claim that name the speaker")
    resolved_by: ResolvedBy
    score: Score = Field(default=1.0, description="how sure the resolution is")
    candidates: tuple[Candidate, ...] = Field(default=(), description="rivals, best first")


class Cue(Span):
    """The words that mark the attribution ("said", "according to") and what they commit the speaker to."""

    strength: CueStrength


class Hedge(Span):
    """A hedge cue in the article, with the words that it weakens."""

    kind: HedgeKind
    strength: HedgeStrength = Field(description="how much it weakens: 'might' is strong, 'should' is weak")
    scope: Span | None = None


class Figure(Span):
    """A number, an amount of money, a percentage or a date, as the article words it."""

    kind: FigureKind


class Entity(Span):
    """A name in the card's evidence, with the fullest form that the article gives for it."""

    kind: SpeakerKind | Literal["place", "other"]
    name: str


_FORMER: tuple[tuple[str, str, FindingCode], ...] = (
    ("approximation_lost", "", "approximation_dropped"),
    ("condition_lost", "", "condition_dropped"),
    ("figure_absent", "stands elsewhere in the article", "figure_elsewhere"),
    ("negation_changed", "the article affirms", "negation_added"),
    ("negation_changed", "", "negation_dropped"),
    ("speaker_added", "", "attribution_dropped"),
    ("surer", "a demand, wish or plan", "plan_as_fact"),
    ("surer", "", "hedge_dropped"),
    ("ungrounded_words", "", "ungrounded"),
)
"""Codes of earlier decks: the code, words of its message, and the code that such a finding has now."""


def _with_present_code(value: object) -> object:
    """What is read of a finding, or of what was withheld for one, with the code that it has now; a deck of before stays one."""
    if not isinstance(value, Mapping):
        return value
    told = str(value.get("message", value.get("reason")))
    code = next((now for code, words, now in _FORMER if value.get("code") == code and words in told), None)
    return value if code is None else {**value, "code": code}


class Finding(Frozen):
    """What a rule objects to."""

    _renamed = model_validator(mode="before")(_with_present_code)

    code: FindingCode
    severity: Severity
    message: str
    spans: tuple[Span, ...] = ()

    @field_validator("spans", mode="after")
    @classmethod
    def _plain(cls, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """A hedge or a cue among them is kept as a span: JSON holds no more of it, and what is read back must be equal."""
        return tuple(span if type(span) is Span else Span(start=span.start, end=span.end, quote=span.quote) for span in spans)


class Level(Frozen):
    """One outer level of a nested attribution."""

    speaker: Speaker | None
    cue: Cue | None
    hedges: tuple[Hedge, ...] = ()
    certainty: Certainty
    polarity: Polarity


class Card(Frozen):
    """One claim that the article carries, with the exact words that carry it."""

    id: str
    claim: str = Field(min_length=1, description="one self-contained sentence")
    mode: Mode
    part: CardPart
    evidence: tuple[Span, ...] = Field(min_length=1, description="the sentences that carry it")
    content: tuple[Span, ...] = Field(min_length=1, description="the attributed words; may be discontinuous")
    context: tuple[Span, ...] = Field(default=(), description="the sentences before it that say what its 'it', 'they' or 'this' is")
    speaker: Speaker | None = None
    cue: Cue | None = None
    via: tuple[Level, ...] = Field(default=(), description="outer levels of a nested attribution, outermost first")
    hedges: tuple[Hedge, ...] = ()
    certainty: Certainty
    polarity: Polarity
    confidence: Score = Field(description="ours in the reading, not theirs in the claim")
    figures: tuple[Figure, ...] = ()
    entities: tuple[Entity, ...] = ()
    alignment: Alignment = "exact"
    alignment_score: Score = 1.0
    findings: tuple[Finding, ...] = ()

    def spans(self) -> Iterator[Span]:
        """Every span of this card, nested ones included."""
        yield from self.evidence
        yield from self.content
        yield from self.context
        levels: tuple[Card | Level, ...] = (self, *self.via)
        for level in levels:
            yield from _speaker_spans(level.speaker)
            if level.cue is not None:
                yield level.cue
            for hedge in level.hedges:
                yield hedge
                if hedge.scope is not None:
                    yield hedge.scope
        yield from self.figures
        yield from self.entities
        for finding in self.findings:
            yield from finding.spans


def _speaker_spans(speaker: Speaker | None) -> Iterator[Span]:
    if speaker is None:
        return
    if speaker.mention is not None:
        yield speaker.mention
    for candidate in speaker.candidates:
        if candidate.mention is not None:
            yield candidate.mention


class SummarySentence(Frozen):
    """A sentence of the summary and the ids of the cards that carry it."""

    text: str
    cards: tuple[str, ...] = Field(min_length=1)


class Withheld(Frozen):
    """What was kept out of the brief, and why."""

    _renamed = model_validator(mode="before")(_with_present_code)

    text: str
    code: WithheldCode
    reason: str
    cards: tuple[str, ...] = ()


class Brief(Frozen):
    """The summary and what was kept out of it; the cards themselves are in the deck."""

    title: str
    summary: tuple[SummarySentence, ...] = ()
    withheld: tuple[Withheld, ...] = ()


class Rejected(Frozen):
    """A claim that was proposed and is not a card: the article does not carry it."""

    claim: str
    quote: str
    code: RejectedCode
    reason: str


class Usage(Frozen):
    """Tokens as the provider counted them."""

    input_tokens: int = Field(ge=0)
    output_tokens: int = Field(ge=0)


class Chunk(Frozen):
    """One stretch of the article that was read at once, and how that went."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    outcome: Outcome
    message: str | None = Field(default=None, description="the refusal's or the error's own words")
    usage: Usage | None = None
    interaction: str | None = Field(default=None, description="the identity of the request that answered")
    origin: Origin | None = Field(default=None, description="who wrote the answer; null with no model")


class PromptVersion(Frozen):
    """A template that was used."""

    name: str
    version: str
    sha256: str = Field(description="of the template's text below its front matter")


class Provenance(Frozen):
    """What made the deck, so that it can be made again."""

    engine: Literal["local", "openai"]
    reader: str | None = Field(default=None, description="the versions of the reader, its pipeline and its lexicons")
    model: str | None = Field(default=None, description="the model that really answered")
    prompts: tuple[PromptVersion, ...] = ()
    schema_sha256: str | None = None
    chunks: tuple[Chunk, ...] = ()
    usage: Usage | None = None
    cost_usd: float | None = Field(default=None, description="null when unknown, never 0")
    factcards_version: str


class Deck(Frozen):
    """All fact cards of one article, its brief, and where everything came from."""

    schema_version: Literal["1"] = "1"  # raised when a field of the JSON is renamed, removed or changes its meaning
    article: Article
    cards: tuple[Card, ...] = ()
    brief: Brief
    rejected: tuple[Rejected, ...] = ()
    provenance: Provenance

    @model_validator(mode="after")
    def _spans_are_true(self) -> Self:
        known = {card.id for card in self.cards}
        if len(known) != len(self.cards):
            raise ValueError("cards: two cards have the same id")
        for card in self.cards:
            for span in card.spans():
                if not span.stands_in(self.article.text):
                    raise ValueError(f"cards[{card.id}]: [{span.start}, {span.end}) is not {span.quote!r} in the article")
        cited = [ref for sentence in self.brief.summary for ref in sentence.cards]
        cited += [ref for withheld in self.brief.withheld for ref in withheld.cards]
        for ref in cited:
            if ref not in known:
                raise ValueError(f"brief: no card has the id {ref!r}")
        return self
