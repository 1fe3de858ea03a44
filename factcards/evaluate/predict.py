"""Engines over labelled articles: their outermost attributions, as predictions in the gold's format."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from factcards.cards import Article, Card, Cue, Speaker
from factcards.choosing import EngineChoice, choose
from factcards.config import UserConfig
from factcards.errors import GoldError, ModelOutputError
from factcards.evaluate.gold import Attributed, GoldFile, Labelled, Offsets
from factcards.evaluate.report import Run
from factcards.evaluate.score import in_order
from factcards.pipeline import make_with
from factcards.read import from_text
from factcards.reading import Attribution, Reader
from factcards.spans import Span

__all__ = ["article_of", "exported", "exported_cards", "predict_with_model", "predict_with_reader"]

BATCH = 16
"""Articles given to the reader at once: the parser's batches are full, and few parses are held at a time."""
_WARM_UP = "Mayor Ada Quill said on Monday that the bridge might close in May."

Notify = Callable[[str], None]


def article_of(labelled: Labelled) -> Article:
    """The article to read: its text is the labelled one, code point for code point, since offsets count from there.

    Raises:
        GoldError: if no article can have this text.
    """
    article = from_text(labelled.text or "", labelled.id)
    if article.text != labelled.text:
        raise GoldError(f"{labelled.id}: the article's text would not be the labelled one.")
    return article


def predict_with_reader(gold: GoldFile, reader: Reader) -> tuple[dict[str, Labelled], Run]:
    """The local reader's predictions by article id, in batches; its start is not in the time.

    Raises:
        LanguageError: if an article is in a language that it does not read.
    """
    reader.read([from_text(_WARM_UP)])
    articles = [article_of(one) for one in gold.articles]
    found: dict[str, Labelled] = {}
    start = time.perf_counter()
    for batch in _batches(articles):
        for article, reading in zip(batch, reader.read(batch), strict=True):
            found[article.source] = _labelled(article, exported(reading.attributions))
    return found, _run("local", reader.version, len(articles), time.perf_counter() - start)


def predict_with_model(gold: GoldFile, replay: Path, model: str | None, notify: Notify) -> tuple[dict[str, Labelled], Run]:
    """The predictions of a model, by article id, from its recorded answers: its deck's cards.

    An article whose answer cannot be used counts as predicted empty, and that is said.

    Raises:
        CassetteError: if an article was not recorded, or a recording cannot be read.
        UsageError: if several models were recorded and none is named.
    """
    engine = choose(EngineChoice(engine="openai", replay=replay, model=model, without_summary=True, keep=False), UserConfig(), environ={})
    found: dict[str, Labelled] = {}
    version = None
    start = time.perf_counter()
    for labelled in gold.articles:
        article = article_of(labelled)
        try:
            made = make_with(article, engine)
        except ModelOutputError as error:
            notify(f"{labelled.id} counts as predicted empty: {error.what}")
            found[labelled.id] = _labelled(article, ())
            continue
        if made.error is not None:
            notify(f"{labelled.id} was answered in part: {made.error.what}")
        found[labelled.id] = _labelled(article, exported_cards(made.deck.cards))
        version = made.deck.provenance.reader
    return found, _run("openai", version, len(found), time.perf_counter() - start)


def exported(attributions: Sequence[Attribution]) -> tuple[Attributed, ...]:
    """The outermost attributions: gold holds hardly any others. Claims in the article's own voice are none."""
    outermost = (one for one in attributions if one.parent is None)
    return in_order(_attributed(one.speaker, one.cue, one.content, one.confidence) for one in outermost if one.cue or one.speaker)


def exported_cards(cards: Sequence[Card]) -> tuple[Attributed, ...]:
    """The same of a deck: cards but for narration, and but for those inside the content of another card."""
    cues = [card.cue for card in cards if card.cue is not None]
    outermost = (card for card in cards if not any(_meets(level.cue, cues) for level in card.via))
    return in_order(_attributed(one.speaker, one.cue, one.content, one.confidence) for one in outermost if one.cue or one.speaker)


def _meets(cue: Cue | None, cues: Iterable[Cue]) -> bool:
    return cue is not None and any(cue.start < other.end and other.start < cue.end for other in cues)


def _attributed(speaker: Speaker | None, cue: Cue | None, content: Iterable[Span], confidence: float) -> Attributed:
    """Offsets alone; the source is the mention beside the cue, and there is none where the speaker is carried over."""
    mention = None if speaker is None or speaker.resolved_by == "carried" else speaker.mention
    return Attributed(
        source=() if mention is None else (_offsets(mention),),
        cue=() if cue is None else (_offsets(cue),),
        content=tuple(_offsets(span) for span in content),
        confidence=confidence,
    )


def _offsets(span: Span) -> Offsets:
    return Offsets(start=span.start, end=span.end)


def _labelled(article: Article, attributions: tuple[Attributed, ...]) -> Labelled:
    return Labelled(id=article.source, attributions=attributions)


def _batches(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    return (articles[at : at + BATCH] for at in range(0, len(articles), BATCH))


def _run(engine: str, version: str | None, articles: int, seconds: float) -> Run:
    return Run(
        engine=engine, reader=version, seconds=round(seconds, 3), articles_per_second=round(articles / seconds, 2) if seconds else None
    )
