"""Drafts to cards: everything about a claim that code computes from the article's own words, in the same way for both engines.

Mode comes from the quotation marks, certainty and polarity from cue and hedges, outer levels from the containment of contents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from factcards.cards import Article, Card, CardPart, Cue, Entity, Level, Mode, PartKind, Rejected
from factcards.commitment import Told, commitment
from factcards.context import context_of
from factcards.drafts import Draft
from factcards.figures import find_figures
from factcards.hedges import certainty, cue_turn, hedges_in, main_clause, own_attitude, polarity
from factcards.layout import Layout
from factcards.lexicon import cue_strength
from factcards.nearby import Nearby
from factcards.reading import Attribution, Reading
from factcards.spans import Span, covers, hold, overlap

__all__ = ["Assembled", "assemble"]

_WORD = re.compile(r"\w+")
_PARTS: dict[PartKind, CardPart] = {"body": "body", "headline": "headline", "subtitle": "subtitle", "caption": "caption"}
ID_DIGITS = 10
"""Hex digits of a card's id: 40 bits, so that two of ten thousand cards meet by chance once in 20,000 such decks."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """The cards in text order, and what is no card because it stands in a byline, a credit or boilerplate."""

    cards: tuple[Card, ...]
    rejected: tuple[Rejected, ...] = ()


def assemble(article: Article, layout: Layout, reading: Reading, drafts: Sequence[Draft]) -> Assembled:
    """One card for each draft, in text order; equal contents of one speaker are one card, and so is "said she hopes to win"."""
    cards: list[Card] = []
    rejected: list[Rejected] = []
    seen: set[tuple[str | None, tuple[tuple[int, int], ...]]] = set()
    ordinals: Counter[str] = Counter()
    nearby = Nearby(reading)
    around = {
        id(draft): nearby.around([*draft.content, *draft.evidence, *([draft.cue] if draft.cue is not None else [])]) for draft in drafts
    }
    weighed = {id(own) for d in drafts if (own := own_attitude(around[id(d)], d.speaker, d.content)) is not None}
    for draft in sorted(drafts, key=lambda d: (d.content[0].start, d.cue.start if d.cue else -1, d.content[-1].end)):
        key = (draft.speaker.name if draft.speaker else None, tuple((s.start, s.end) for s in draft.content))
        if key in seen or _is_told_by_another(reading, draft, weighed):
            continue
        seen.add(key)
        part = _part(layout, draft)
        if part is None:
            rejected.append(_no_article(draft))
            continue
        known = reading.attributions[draft.attribution] if draft.attribution is not None else None
        card = _card(article, layout, around[id(draft)], draft, part, known)
        ordinals[card.id] += 1
        if ordinals[card.id] > 1:
            card = card.model_copy(update={"id": f"{card.id}-{ordinals[card.id]}"})
        cards.append(card)
    return Assembled(tuple(cards), tuple(rejected))


def _is_told_by_another(reading: Reading, draft: Draft, weighed: Collection[int]) -> bool:
    """Whether another card has it: as its speaker's own attitude or in the same words, or as what somebody denies ("denied reports that
    ..."), which nobody says besides.
    """
    if draft.attribution is None:
        return False
    found = reading.attributions[draft.attribution]
    outer = reading.attributions[found.parent] if found.parent is not None else None
    if id(found) in weighed:
        return True
    if outer is None or outer.cue is None:
        return False
    same = found.speaker is None or (outer.speaker is not None and outer.speaker.name.casefold() == found.speaker.name.casefold())
    return (same and outer.claim == draft.claim) or (outer.cue.strength == "negative" and found.cue is not None and found.speaker is None)


def _part(layout: Layout, draft: Draft) -> CardPart | None:
    sentence = layout.sentence_at(draft.content[0].start)
    return _PARTS.get(sentence.part) if sentence is not None else None


def _no_article(draft: Draft) -> Rejected:
    return Rejected(
        claim=draft.claim,
        quote=draft.content[0].quote,
        code="not_article_text",
        reason="these words stand in a byline, a credit, a section head or boilerplate, not in the article's text",
    )


def _card(article: Article, layout: Layout, reading: Reading, draft: Draft, part: CardPart, known: Attribution | None) -> Card:
    """The card of a draft. `reading` is what is read around it, `known` the attribution that it is or was matched with."""
    cue = _cue(draft, known)
    mode = _mode(layout, draft)
    held = commitment(reading, Told(draft.speaker, cue, draft.content, draft.evidence, quoted=mode == "direct"))
    text = article.text
    return Card(
        id=_identity(draft, mode),
        claim=draft.claim,
        mode=mode,
        part=part,
        evidence=draft.evidence,
        content=draft.content,
        context=context_of(text, layout, draft.content, draft.claim, mode, draft.speaker),
        speaker=draft.speaker,
        cue=cue,
        via=_via(layout, reading, draft, cue, known),
        hedges=held.hedges,
        certainty=held.certainty,
        polarity=held.polarity,
        confidence=draft.confidence,
        figures=tuple(figure for span in draft.content for figure in find_figures(text, span.start, span.end)),
        entities=_entities(reading, draft.evidence),
        alignment=draft.alignment,
        alignment_score=draft.alignment_score,
        findings=draft.findings,
    )


def _cue(draft: Draft, found: Attribution | None) -> Cue | None:
    """The cue with its strength; the reader knows a cue's particle ("reflected on"), so its word counts where it found the same cue."""
    if draft.cue is None:
        return None
    known = found.cue if found is not None else None
    same = known is not None and known.start < draft.cue.end and draft.cue.start < known.end
    strength = known.strength if same and known is not None else cue_strength(draft.cue.quote)
    return Cue(start=draft.cue.start, end=draft.cue.end, quote=draft.cue.quote, strength=strength)


def _mode(layout: Layout, draft: Draft) -> Mode:
    """How the words are told. What somebody tells in his own quotation is not in the words of whoever is said to say it: "“The linesman |
    told | me he couldn't see,” said Quill".
    """
    if draft.speaker is None and draft.cue is None:
        return "narration"
    cue, quoted, total = draft.cue, 0, 0
    for span in draft.content:
        letters = [at for at in range(span.start, span.end) if span.quote[at - span.start].isalnum()]
        total += len(letters)
        near = [q for q in layout.outer_over(span.start, span.end) if cue is None or not q.inner_start <= cue.start < q.inner_end]
        quoted += sum(1 for at in letters if any(q.inner_start <= at < q.inner_end for q in near))
    if not quoted:
        return "indirect"
    return "direct" if quoted == total else "mixed"


def _via(layout: Layout, reading: Reading, draft: Draft, cue: Cue | None, known: Attribution | None) -> tuple[Level, ...]:
    """The attributions whose content holds this claim's cue and content, the widest first."""
    inner: tuple[Span, ...] = (*draft.content, *((cue,) if cue else ()))
    if cue is None and draft.speaker is None:
        return ()
    outer = [found for found in reading.attributions if found is not known and _is_attributed(found) and hold(found.content, inner)]
    outer.sort(key=lambda found: -sum(s.end - s.start for s in found.content))
    return tuple(_level(reading, found, _around(layout, found.content, inner), inner) for found in outer)


def _is_attributed(found: Attribution) -> bool:
    """Whether somebody says it: by a cue, or in a quotation or an answer that goes on with the speaker before."""
    return found.cue is not None or found.speaker is not None


def _around(layout: Layout, content: Sequence[Span], inner: Sequence[Span]) -> tuple[Span, ...]:
    """What of an outer content stands in the sentences of an inner claim, all of it where nothing does: another sentence of the same speech
    weakens nothing here.
    """
    sentences = [sentence for span in inner for at in (span.start, span.end - 1) if (sentence := layout.sentence_at(at)) is not None]
    first, last = min((s.start for s in sentences), default=0), max((s.end for s in sentences), default=0)
    near = ((max(span.start, first), min(span.end, last), span) for span in content)
    within = (
        Span(start=start, end=end, quote=span.quote[start - span.start : end - span.start]) for start, end, span in near if start < end
    )
    return tuple(within) or tuple(content)


def _level(reading: Reading, found: Attribution, content: Sequence[Span], inner: Sequence[Span]) -> Level:
    clause = main_clause(reading, content)
    hedges = tuple(
        hedge
        for hedge in hedges_in(reading, content, found.cue, found.evidence)
        if hedge.scope is None or overlap([hedge.scope], inner) or (found.cue is not None and overlap([hedge], [found.cue]))
    )  # what another clause holds weakens nothing here: "“Marsh thinks I lie,” she said, “and I think he is deaf”"
    return Level(
        speaker=found.speaker,
        cue=found.cue,
        hedges=tuple(hedge for hedge in hedges if not any(covers(span, hedge) for span in inner)),
        certainty=certainty(found.cue, hedges, clause, cue_turn(found.cue, reading)),
        polarity=polarity(found.cue, reading, clause),
    )


def _entities(reading: Reading, evidence: Sequence[Span]) -> tuple[Entity, ...]:
    return tuple(
        Entity(start=name.start, end=name.end, quote=name.quote, kind=name.kind, name=name.name)
        for name in reading.names
        if any(covers(span, name) for span in evidence)
    )


def _identity(draft: Draft, mode: Mode) -> str:
    """A hash over speaker, cue, content words and mode: offsets and the claim's wording leave it as it is."""
    content = " ".join(word for span in draft.content for word in _WORD.findall(span.quote.casefold()))
    cue = " ".join(_WORD.findall(draft.cue.quote.casefold())) if draft.cue else ""
    speaker = draft.speaker.name.casefold() if draft.speaker else ""
    key = "\x1f".join((speaker, cue, content, mode))
    return "c" + sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:ID_DIGITS]
