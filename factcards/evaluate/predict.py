"""Engines over labelled articles: their outermost attributions, as predictions in the gold's format."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from factcards.cards import Article, Card, Cue, Speaker
from factcards.choosing import EngineChoice, Notify, choose
from factcards.config import UserConfig
from factcards.errors import FactcardsError, GoldError, ModelOutputError
from factcards.evaluate.gold import Attributed, GoldFile, Labelled, Offsets, draft_line
from factcards.evaluate.report import Run
from factcards.evaluate.score import in_order
from factcards.pipeline import make_with
from factcards.read import from_text, read_file
from factcards.reading import Attribution, Reader
from factcards.spans import Span, merged

__all__ = ["article_of", "drafted", "exported", "exported_cards", "predict_with_model", "predict_with_reader"]

BATCH = 16
"""Articles given to the reader at once: the parser's batches are full, and few parses are held at a time."""
_WARM_UP = "Mayor Ada Quill said on Monday that the bridge might close in May."

_THAT = re.compile(r"\bthat\s+\Z")


def article_of(labelled: Labelled) -> Article:
    """The article to read: its text is the labelled one, code point for code point, since offsets count from there.

    Raises:
        GoldError: if no article can have this text.
    """
    article = from_text(labelled.text or "", labelled.id)
    if article.text != labelled.text:
        raise GoldError(f"{labelled.id}: the article's text would not be the labelled one.")
    return article


def predict_with_reader(gold: GoldFile, reader: Reader, batch: int = BATCH) -> tuple[dict[str, Labelled], Run]:
    """The local reader's predictions by article id, in batches; its start is not in the time.

    Raises:
        LanguageError: if an article is in a language that it does not read.
    """
    reader.read([from_text(_WARM_UP)])
    articles = [article_of(one) for one in gold.articles]
    found: dict[str, Labelled] = {}
    start = time.perf_counter()
    for some in (articles[at : at + batch] for at in range(0, len(articles), batch)):
        for article, reading in zip(some, reader.read(some), strict=True):
            found[article.source] = _labelled(article, exported(reading.attributions, article.text))
    return found, _run("local", reader.version, len(articles), time.perf_counter() - start)


def drafted(name: str, reader: Reader) -> tuple[tuple[str, ...], str] | FactcardsError:
    """What a reader finds in an article's file, as a line of gold for somebody to correct, behind what is to be told of the file."""
    try:
        loaded = read_file(name)
        article = loaded.article
        (reading,) = reader.read([article])
        return loaded.notices, draft_line(_labelled(article, exported(reading.attributions, article.text)), article.text)
    except FactcardsError as error:
        return error


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
        found[labelled.id] = _labelled(article, exported_cards(made.deck.cards, article.text))
        version = made.deck.provenance.reader
    return found, _run("openai", version, len(found), time.perf_counter() - start)


def exported(attributions: Sequence[Attribution], text: str) -> tuple[Attributed, ...]:
    """The outermost attributions: gold holds hardly any others. Claims in the article's own voice are none.

    The format is PolNeAR's and PARC's: a quotation without a cue that goes on with the speech before it is more content of that one, and
    the "that" before a clause belongs to it, and so do all sentences of a quotation that has several cards. An answer in an interview,
    with no cue and no marks, is none there; what it tells of others is outermost.

    Args:
        attributions: In text order.
        text: The article.
    """
    outermost = (one for one in attributions if one.parent is None or _is_answer(attributions[one.parent], text))
    return _labels(((one.source, one) for one in outermost), text)


def exported_cards(cards: Sequence[Card], text: str) -> tuple[Attributed, ...]:
    """The same of a deck: cards but for narration, and but for those inside the content of another card."""
    cues = [card.cue for card in cards if card.cue is not None]
    outermost = (card for card in cards if not any(_meets(level.cue, cues) for level in card.via))
    return _labels(((_mention(card.speaker), card) for card in outermost), text)


def _labels(found: Iterable[tuple[Span | None, Attribution | Card]], text: str) -> tuple[Attributed, ...]:
    labels: list[Attributed] = []
    last: dict[str, int] = {}
    for source, one in found:
        if (one.cue is None and one.speaker is None) or _is_answer(one, text):
            continue
        mine = _attributed(source, one.cue, (_with_that(text, span) for span in one.content), one.confidence)
        name = "" if one.speaker is None else one.speaker.name
        before = labels[last[name]] if name in last else None
        if before is not None and (one.cue is None or mine.cue == before.cue):
            labels[last[name]] = before.model_copy(update={"content": _side_by_side(text, (*before.content, *mine.content))})
        else:
            last[name] = len(labels)
            labels.append(mine)
    return in_order(labels)


def _is_answer(one: Attribution | Card, text: str) -> bool:
    """Whether nothing but its place tells that somebody says it: no cue, and no quotation mark before it."""
    return one.cue is None and one.speaker is not None and text[: one.content[0].start][-1:] not in _MARKS


_MARKS = frozenset("\"'“‘”’«„`")


def _side_by_side(text: str, content: Iterable[Offsets]) -> tuple[Offsets, ...]:
    """The stretches of a content, those that only white space parts as one."""
    return tuple(_offsets(span) for span in merged(text, (Span.of(text, one.start, one.end) for one in content)))


def _with_that(text: str, span: Span) -> Span:
    """The span from a "that" right before it."""
    found = _THAT.search(text, max(0, span.start - 8), span.start)
    return span if found is None else Span.of(text, found.start(), span.end)


def _mention(speaker: Speaker | None) -> Span | None:
    """The words beside the cue that name the speaker; there are none where the speaker is carried over."""
    return None if speaker is None or speaker.resolved_by == "carried" else speaker.mention


def _meets(cue: Cue | None, cues: Iterable[Cue]) -> bool:
    return cue is not None and any(cue.start < other.end and other.start < cue.end for other in cues)


def _attributed(source: Span | None, cue: Cue | None, content: Iterable[Span], confidence: float) -> Attributed:
    """Offsets alone."""
    return Attributed(
        source=() if source is None else (_offsets(source),),
        cue=() if cue is None else (_offsets(cue),),
        content=tuple(_offsets(span) for span in content),
        confidence=confidence,
    )


def _offsets(span: Span) -> Offsets:
    return Offsets(start=span.start, end=span.end)


def _labelled(article: Article, attributions: tuple[Attributed, ...]) -> Labelled:
    return Labelled(id=article.source, attributions=attributions)


def _run(engine: str, version: str | None, articles: int, seconds: float) -> Run:
    return Run(
        engine=engine, reader=version, seconds=round(seconds, 3), articles_per_second=round(articles / seconds, 2) if seconds else None
    )
