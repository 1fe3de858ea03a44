"""The local reader: one pass of the parser, then rules. Gives plain readings; the same text gives the same reading for ever."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcards.cards import Article, Cue, Speaker
from factcards.engines.local.attribution import find_attributions
from factcards.engines.local.claims import word_claim
from factcards.engines.local.found import Found, Source
from factcards.engines.local.hedging import find_clauses, find_hedges, find_negations
from factcards.engines.local.narration import find_narration, leading_pronoun
from factcards.engines.local.parse import Block, parse, pipeline_version
from factcards.engines.local.people import People
from factcards.engines.local.quoting import find_quoted
from factcards.engines.local.speakers import Resolver
from factcards.errors import LanguageError
from factcards.layout import Layout
from factcards.lexicon import cue_strength, digest
from factcards.reading import Attribution, Reading
from factcards.segment import lay_out
from factcards.spans import Span

__all__ = ["READER_VERSION", "LocalReader"]

READER_VERSION = "3"
"""Raised with every change of a rule that can change a reading; word lists and the pipeline have versions of their own."""
_DATELINE = re.compile(r"[A-Z][A-Z.,'’ -]{2,40}(?:\([A-Za-z ]{1,20}\))?,?(?: [\w ,.]{1,25})? ?(?:—|–|--?) +(?=[\"“A-Z])")
SURE_PRONOUN = 0.75
"""Score from which a narration claim's "He" is replaced by the name."""


class LocalReader:
    """Implements `reading.Reader` with spaCy, which is loaded by the first `read`."""

    @property
    def version(self) -> str:
        """Reader, pipeline and word lists, known without loading the parser."""
        return f"local/{READER_VERSION} {pipeline_version()} lexicons/{digest()}"

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading for each article.

        Raises:
            LanguageError: if an article is in a language other than English.
            ConfigError: if the language pipeline is not installed.
        """
        for article in articles:
            if article.language not in {None, "en"}:
                raise LanguageError(
                    f"{article.source} seems to be in another language ({article.language}); the local reader reads English only.",
                    hint="Name a model that reads it: --model NAME, or --base-url URL --model NAME.",
                )
        layouts = [lay_out(article) for article in articles]
        parsed = parse(articles, layouts)
        return [_read(a, layout, blocks) for a, layout, blocks in zip(articles, layouts, parsed, strict=True)]


def _read(article: Article, layout: Layout, blocks: Sequence[Block]) -> Reading:
    people = People(blocks)
    indirect = [f for f in find_attributions(blocks, layout) if _allowed(f)]
    quoted = find_quoted(blocks, layout, article.text, indirect)
    spoken = {(f.block.paragraph, f.verb.i) for f in quoted if f.verb is not None}
    indirect = [f for f in indirect if f.verb is None or (f.block.paragraph, f.verb.i) not in spoken]
    said = [*indirect, *quoted]
    for item in said:
        _cut_dateline(article.text, layout, item)
    narration = find_narration(blocks, layout, said)
    for item in narration:
        _cut_dateline(article.text, layout, item)
    found = sorted([*said, *narration], key=lambda f: (f.content[0][0], f.start, f.content[-1][1]))
    return Reading(
        attributions=_attributions(article, layout, found, Resolver(people, article.byline)),
        hedges=find_hedges(blocks),
        negations=find_negations(blocks),
        clauses=find_clauses(blocks),
        names=tuple(people.names()),
    )


def _cut_dateline(text: str, layout: Layout, found: Found) -> None:
    """A content that begins with the paragraph's dateline ("MARROW, June 3 -") begins behind it."""
    start, end = found.content[0]
    if any(paragraph.start == start for paragraph in layout.paragraphs):
        dateline = _DATELINE.match(text, start, end)
        if dateline is not None:
            found.content[0] = (dateline.end(), end)


def _allowed(found: Found) -> bool:
    """A headline's words attribute only where they say so with a clause or "according to"."""
    return found.block.part != "headline" or found.frame in {"clause", "according"}


def _attributions(article: Article, layout: Layout, found: Sequence[Found], resolver: Resolver) -> tuple[Attribution, ...]:
    text = article.text
    speakers: dict[int, Speaker | None] = {}
    for at in sorted(range(len(found)), key=lambda i: found[i].start):
        speakers[at] = resolver.resolve(found[at])
    parents = [_parent(at, found) for at in range(len(found))]
    result: list[Attribution] = []
    for at, item in enumerate(found):
        speaker = speakers[at]
        content = tuple(Span.of(text, start, end) for start, end in sorted(item.content))
        cue = item.block.span(item.cue[0], item.cue[-1]) if item.cue else None
        result.append(
            Attribution(
                claim=word_claim(text, item, speaker, _opening(item, resolver)),
                evidence=_evidence(text, layout, content, cue),
                content=content,
                cue=None if cue is None else Cue(start=cue.start, end=cue.end, quote=cue.quote, strength=cue_strength(_lemmas(item))),
                speaker=speaker,
                parent=parents[at],
                confidence=_confidence(item, speaker),
            )
        )
    return tuple(_within(found, result) for found in result)


def _within(found: Attribution, all_found: Sequence[Attribution]) -> Attribution:
    """A claim under a tentative or doubted outer level ("X believes that Y said") is worded with that level: alone it would be surer."""
    outer, seen = found, set[int]()
    claim = found.claim
    while outer.parent is not None and outer.parent not in seen:
        seen.add(outer.parent)
        outer = all_found[outer.parent]
        if outer.cue is not None and outer.cue.strength in {"tentative", "doubted"}:
            claim = outer.claim
    return found if claim == found.claim else found.model_copy(update={"claim": claim})


def _lemmas(found: Found) -> str:
    """The cue's words, with the verb's particle or preposition, as the word lists have them."""
    words = [t.text for t in found.cue]
    return " ".join([*words, found.link.text] if found.link is not None else words)


def _opening(found: Found, resolver: Resolver) -> str | None:
    pronoun = leading_pronoun(found) if found.frame == "narration" else None
    if pronoun is None:
        return None
    speaker = resolver.name_of_pronoun(pronoun, Source(found.block, pronoun, pronoun, pronoun))
    return speaker.name if speaker.resolved_by == "pronoun" and speaker.score >= SURE_PRONOUN else None


def _confidence(found: Found, speaker: Speaker | None) -> float:
    if speaker is None:
        return found.confidence
    if speaker.resolved_by == "unresolved":
        return round(found.confidence * 0.6, 3)
    return round(found.confidence * (0.5 + 0.5 * speaker.score), 3)


def _evidence(text: str, layout: Layout, content: tuple[Span, ...], cue: Span | None) -> tuple[Span, ...]:
    """The sentences that content and cue stand in."""
    spans = content if cue is None else (*content, cue)
    return tuple(Span.of(text, s.start, s.end) for s in layout.sentences_over(spans))


def _parent(at: int, found: Sequence[Found]) -> int | None:
    """The tightest other attribution whose content holds this one's cue and content."""
    mine = found[at]
    if mine.frame == "narration" or not mine.cue:
        return None
    cue = mine.block.offsets(mine.cue[0], mine.cue[-1])
    best: tuple[int, int] | None = None
    for other, item in enumerate(found):
        if other == at or item.frame == "narration" or not all(_holds(item, r) for r in (cue, *mine.content)):
            continue
        size = sum(end - start for start, end in item.content)
        if best is None or size < best[0]:
            best = (size, other)
    return best[1] if best else None


def _holds(found: Found, wanted: tuple[int, int]) -> bool:
    return any(start <= wanted[0] and wanted[1] <= end for start, end in found.content)
