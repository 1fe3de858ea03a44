"""`make`: composes the stages, read -> segment -> extract -> ground -> verify -> brief. The only module that knows them all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Literal

from factcards.assemble import assemble
from factcards.brief import extract_brief
from factcards.cards import Article, Brief, Card, Deck, Finding, Part, Provenance, Rejected, Usage, Withheld, digest
from factcards.checking import is_sound, verify_card, verify_sentence
from factcards.choosing import EngineChoice, choose
from factcards.drafts import Engine, Extracted, Summarized
from factcards.errors import ArticleError, CassetteMiss, FactcardsError, LanguageError, ModelOutputError, UsageError
from factcards.mapped import calm
from factcards.nearby import Nearby
from factcards.read import Loaded, article_of
from factcards.read.limits import called
from factcards.reading import Reader, Reading
from factcards.segment import lay_out

__all__ = ["Made", "make", "make_with"]


def make(article: Article | Loaded | str, *, engine: Literal["auto", "local", "openai"] | Engine = "auto") -> Deck:
    """Fact cards and a brief from one article.

    Args:
        article: As `read_file` or `from_text` gave it, or the text itself.
        engine: "local" (no model; "auto" is the same here), "openai" (the default model at api.openai.com, with the key in
            OPENAI_API_KEY), or an engine made with `choose`.

    Returns:
        The deck. Where a part of the article brought nothing, its chunk in `deck.provenance.chunks` says so.

    Raises:
        UsageError: if the article or the engine is none.
        ArticleError: if the text is empty or holds no claim.
        LanguageError: if the local reader does not read its language.
        ModelOutputError: if a model answered and not one claim could be used.
        ProviderError: if a model could not be reached at all.
    """
    chosen = choose(EngineChoice(engine=engine)) if isinstance(engine, str) else engine
    if not callable(getattr(chosen, "extract", None)):
        raise UsageError(f"an engine is the name of one or what `choose` gave, not {type(chosen).__name__}.")
    return make_with(article_of(article), chosen).deck


@dataclass(frozen=True, slots=True)
class Made:
    """A deck, and what the user should know about how it was made.

    Attributes:
        deck: The deck.
        error: Why a part of the article is missing from it, null when it is whole.
        notices: One line each.
        unsummarized: Why the brief has no summary of the model's, where asking for one failed; the deck is whole without it.
        unused: Identities of recordings of this article that nothing asked for.
        missed: In a replay that goes on without it: why no recording holds the summary.
    """

    deck: Deck
    error: FactcardsError | None
    notices: tuple[str, ...]
    unsummarized: FactcardsError | None = None
    unused: tuple[str, ...] = ()
    missed: CassetteMiss | None = None


def make_with(article: Article, engine: Engine) -> Made:
    """`make` with what an interface needs beside the deck; raises the same errors."""
    _refuse_endless(article, engine)
    layout = lay_out(article)
    reader, reading, notices = _read(article, engine)
    extracted = engine.extract(article, layout, reading)
    assembled = assemble(article, layout, reading, extracted.drafts)
    rejected = (*extracted.rejected, *assembled.rejected)
    if not assembled.cards:
        engine.finish(article, complete=not extracted.errors)
        raise _nothing(article, engine, extracted, rejected)
    cards = _verified(article, reading, assembled.cards, reader)
    brief, summarized = _brief(article, reading, cards, engine, reader)
    complete = not extracted.errors
    kept = engine.finish(article, complete=complete and (summarized is None or summarized.failed is None))
    deck = Deck(
        article=article,
        cards=cards,
        brief=brief,
        rejected=rejected,
        provenance=_provenance(engine, reader, extracted, summarized),
    )
    return Made(
        deck=deck,
        error=None if complete else extracted.errors[0],
        notices=(*notices, *(summarized.notices if summarized else ()), *kept.notices),
        unsummarized=summarized.failed if summarized is not None and summarized.missed is None else None,
        unused=kept.unused,
        missed=summarized.missed if summarized else None,
    )


_ENDLESS = 20_000
"""Code points from which a text in which no sentence and no line ends is not read: a page of speech has a tenth between two ends."""


def _refuse_endless(article: Article, engine: Engine) -> None:
    """Refuse what is no prose before it is parsed for minutes; another language ends its sentences otherwise, and is told as such."""
    long = engine.name == "local" and len(article.text) >= _ENDLESS and article.language in {None, "en"}
    if long and not any(map(str.isalpha, calm(article.text))):
        raise _no_article(article)


def _read(article: Article, engine: Engine) -> tuple[Reader | None, Reading, tuple[str, ...]]:
    """The article's reading. A model may know a language that the reader does not: then its cards go unchecked, and that is said."""
    reader = engine.reader(article)
    try:
        return reader, reader.read([article])[0], ()
    except LanguageError as error:
        if engine.name == "local":
            raise
        return None, Reading(), (f"{error.what} Hedges, speakers and certainty of the cards are not checked.",)


_UNCHECKED = Finding(
    code="not_checked",
    severity="warning",
    message="the local reader does not read this language: only the quotation was checked, not hedges, speaker or polarity",
)


def _statement(text: str, article: Article) -> Article:
    """A claim or a sentence as the reader is given it: one body part, in the article's language, which a few words do not show."""
    body = Part(kind="body", start=0, end=len(text))
    return Article(source=article.source, sha256=digest(text), language=article.language, parts=(body,), text=text)


def _verified(article: Article, reading: Reading, cards: tuple[Card, ...], reader: Reader | None) -> tuple[Card, ...]:
    if reader is None:
        return tuple(card.model_copy(update={"findings": (*card.findings, _UNCHECKED)}) for card in cards)
    claims = reader.read([_statement(card.claim, article) for card in cards])
    nearby = Nearby(reading)
    return tuple(
        card.model_copy(update={"findings": (*card.findings, *verify_card(article, nearby.around(card.evidence), card, claim))})
        for card, claim in zip(cards, claims, strict=True)
    )


def _brief(
    article: Article, reading: Reading, cards: tuple[Card, ...], engine: Engine, reader: Reader | None
) -> tuple[Brief, Summarized | None]:
    """The brief: the engine's own summary where it has one and it stands the check, else sentences taken from the cards."""
    extractive = extract_brief(article, cards)
    sound = tuple(card for card in cards if is_sound(card))
    if not sound or reader is None:
        return extractive, None

    read: dict[str, Reading] = {}

    def check(text: str, cited: tuple[Card, ...], /) -> tuple[Finding, ...]:
        if text not in read:
            read[text] = reader.read([_statement(text, article)])[0]
        return verify_sentence(article, reading, text, cited, read[text])

    summarized = engine.summarize(article, sound, check)
    if summarized is None:
        return extractive, None
    withheld = (*extractive.withheld, *summarized.withheld)
    if not summarized.summary:
        reason = summarized.failed.what if summarized.failed is not None else "no sentence of it stood the check"
        note = Withheld(text="The model's own summary", code="summary_replaced", reason=f"{reason}; taken from the cards instead")
        return extractive.model_copy(update={"withheld": (*withheld, note)}), summarized
    return extractive.model_copy(update={"summary": summarized.summary, "withheld": withheld}), summarized


_FILE_NAME = re.compile(r"\S.{0,250}\.(?:txt|md|markdown|html?|xhtml)", re.IGNORECASE)


def _no_article(article: Article) -> ArticleError:
    if _FILE_NAME.fullmatch(article.text.strip()):
        return ArticleError(f"no claim found: {article.text.strip()!r} is a file's name.", hint="`read_file` reads the article in it.")
    return ArticleError(
        f"no claim found in {called(article.source)}: this does not read like an article.",
        hint="Headlines, bylines, captions and boilerplate alone make no card.",
    )


def _nothing(article: Article, engine: Engine, extracted: Extracted, rejected: tuple[Rejected, ...]) -> FactcardsError:
    """Why there is no card at all."""
    if extracted.errors:
        return extracted.errors[0]
    if engine.name == "local":
        return _no_article(article)
    if rejected:
        first = rejected[0]
        return ModelOutputError(
            f"{called(article.source)}: all {len(rejected)} claims of the model were rejected; the first: {first.reason}",
            hint="Nothing that the article does not carry becomes a card. Try another model.",
        )
    return ModelOutputError(
        f"{called(article.source)}: the model answered with no claim at all.", hint="Try another model, or --engine local."
    )


@cache
def _own_version() -> str:
    return version("factcards")


def _provenance(engine: Engine, reader: Reader | None, extracted: Extracted, summarized: Summarized | None) -> Provenance:
    usages = [extracted.usage, summarized.usage if summarized else None]
    known = [usage for usage in usages if usage is not None]
    usage = None
    if known:
        usage = Usage(input_tokens=sum(u.input_tokens for u in known), output_tokens=sum(u.output_tokens for u in known))
    cost = extracted.cost_usd
    if cost is not None and summarized is not None:
        cost = None if summarized.cost_usd is None else round(cost + summarized.cost_usd, 10)
    return Provenance(
        engine=engine.name,
        reader=None if reader is None else reader.version,
        model=extracted.model,
        prompts=(*extracted.prompts, *(summarized.prompts if summarized else ())),
        schema_sha256=extracted.schema_sha256,
        chunks=extracted.chunks,
        usage=usage,
        cost_usd=cost or None,
        factcards_version=_own_version(),
    )
