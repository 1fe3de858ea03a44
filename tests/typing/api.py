"""How a typed program uses the public API; checked by mypy, never run."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from factcards import (
    Article,
    Brief,
    Card,
    Claim,
    Coverage,
    Deck,
    Engine,
    EngineChoice,
    Event,
    Finding,
    Hedge,
    Loaded,
    Objection,
    Passage,
    Reader,
    Reading,
    Report,
    Span,
    Speaker,
    Templates,
    UserConfig,
    VerifySettings,
    choose,
    coverage,
    factualities,
    factuality,
    from_text,
    make,
    read_file,
    render,
    verify,
)


def speakers(text: str) -> list[str]:
    """The resolved names of everybody who says something."""
    article: Article = from_text(text)
    deck: Deck = make(article, engine="local")
    cards: tuple[Card, ...] = deck.cards
    print(render(deck, "markdown"))
    return [card.speaker.name for card in cards if card.speaker is not None]


def of_a_file(name: str) -> Deck:
    """A file's deck, by its name."""
    loaded: Loaded = read_file(name)
    return make(loaded if verify(loaded.article.text, against=loaded).ok else read_file(Path(name)))


def denials(text: str) -> list[str]:
    """What the text says is not so."""
    events: tuple[Event, ...] = factuality(text)
    return [event.quote for event in events if event.value < 0 or event.happened < 0 or event.levels[0].polarity == "negated"]


def first_values(texts: list[str]) -> list[int]:
    """How sure each text is of its first word's event."""
    return [events[0].value for events in factualities(texts, at=[[(0, 1)] for _ in texts])]


def replayed(text: str, folder: Path | str) -> Deck:
    """The deck from what a model answered before."""
    return make(text, engine=choose(EngineChoice(replay=folder, without_summary=True)))


def objections(summary: str, article: Article) -> list[str]:
    """The codes of what fails a project's check."""
    report: Report = verify(summary, against=[article], settings=VerifySettings(grades={"cue_weaker": "off"}, fail_on="warning"))
    alone: Report = verify(summary, against=article.text)
    return [] if report.ok and alone.ok else [found.code for found in report.failing]


def left_out(summary: str, name: str) -> list[str]:
    """What a summary does not tell of a source."""
    found: Coverage = coverage(summary, against=read_file(name))
    claims: tuple[Claim, ...] = found.claims
    return [claim.content.quote for claim in claims if claim.status == "left out"]


def hedged(card: Card) -> dict[str, tuple[Hedge, ...]]:
    """What the speaker hedges, by his name."""
    speaker: Speaker | None = card.speaker
    return {} if speaker is None else {speaker.name: card.hedges}


def doubts(deck: Deck) -> list[tuple[str, Span | None]]:
    """What the cards' claims have that the article does not carry, and where that would stand."""
    findings: list[Finding] = [found for card in deck.cards for found in card.findings]
    brief: Brief = deck.brief
    return [(found.code, next(iter(found.spans), None)) for found in findings] + [(kept.code, None) for kept in brief.withheld]


def evidence(summary: str, article: Article, reader: Reader) -> dict[str, tuple[Passage, ...]]:
    """What an article says in the place of what a summary says, of a certain day."""
    report: Report = verify(summary, against=article, reader=reader, language="en", published=date(2026, 11, 25))
    worst: tuple[Objection, ...] = report.failing
    assert coverage(summary, against=article, language="en", published=date(2026, 11, 25)).share <= 1
    return {found.message: found.evidence for found in worst if found.severity == "error"}


def with_a_model(text: str, folder: Path) -> str:
    """A brief in templates of one's own, with what a configuration file would say."""
    engine: Engine = choose(EngineChoice(model="gpt-6-luna"), UserConfig(max_cost=0.5))
    return render(make(from_text(text, published=date(2026, 11, 25)), engine=engine), templates=Templates(folder))


class Nothing:
    """A reader of one's own."""

    version = "1"

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """That finds nothing."""
        return [Reading() for _ in articles]


NOTHING: Reader = Nothing()
