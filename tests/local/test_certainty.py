"""Hedge and negation cues with scope, and certainty and polarity of events by level: one table of sentences.

A row is (sentence, event, standing, levels). In the sentence, [..] marks a cue that the reader must find and {..} the scope that it
must give it; the scope is not tested where no braces stand. The event is a word of it; standing is its certainty and polarity, all
levels taken together; levels, where given, are the author's and then each source's own, as "source cue standing".
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from factcards.cards import Article, Card, Hedge, Part, digest
from factcards.engines.local.certainty.factuality import events_in
from factcards.engines.local.certainty.hedging import find_hedges
from factcards.engines.local.certainty.negating import find_negations
from factcards.engines.local.parsing.parse import Block, parse
from factcards.events import Event
from factcards.segment import lay_out
from tests.local.certainty_cases import CASES, NO_HEDGE, STANCES
from tests.support.tables import cards_by_text

NAMES = {
    3: "certain", 2: "probable", 1: "possible", 0: "unstated", -1: "possibly not", -2: "probably not", -3: "certainly not",
}  # fmt: skip
MARKS = re.compile(r"[\[\]{}]")


@cache
def parses() -> dict[str, tuple[Block, ...]]:
    """Every sentence of the tables, parsed in one pass."""
    texts = list(dict.fromkeys([MARKS.sub("", row[0]) for row in CASES] + NO_HEDGE))
    articles = [
        Article(source="table", sha256=digest(text), language="en", parts=(Part(kind="body", start=0, end=len(text)),), text=text)
        for text in texts
    ]
    return dict(zip(texts, parse(articles, [lay_out(article) for article in articles]), strict=True))


def event_of(text: str, word: str) -> Event:
    """The event that the word names."""
    start = re.search(rf"\b{re.escape(word)}\b", text).start()
    return events_in(parses()[text], [(start, start + len(word))])[0]


def levels_of(event: Event) -> str:
    """The levels as the table writes them."""
    written = []
    for level in event.levels:
        names = [span.quote for span in (level.source, level.cue) if span is not None] or ["author"]
        written.append(" ".join([*names, NAMES[level.value]]))
    return "; ".join(written)


@pytest.mark.parametrize(("marked", "word", "standing", "levels"), CASES, ids=[f"{row[0]} {row[1]}" for row in CASES])
def test_an_events_certainty_and_polarity(marked: str, word: str, standing: str, levels: str) -> None:
    """All levels together, and each level's own where the table gives it."""
    event = event_of(MARKS.sub("", marked), word)
    assert NAMES[event.value] == standing, event.grounds
    if levels:
        assert levels_of(event) == levels


@pytest.mark.parametrize("marked", dict.fromkeys(row[0] for row in CASES if "[" in row[0]))
def test_a_cue_and_its_scope(marked: str) -> None:
    """The cue in brackets is found; where braces stand, it reaches exactly over them."""
    text = MARKS.sub("", marked)
    cue = re.search(r"\[(.*?)\]", marked.replace("{", "").replace("}", "")).group(1)
    found = {span.quote: span for span in (*find_hedges(parses()[text]), *find_negations(parses()[text]))}
    assert cue in found
    braces = re.search(r"\{(.*?)\}", marked.replace("[", "").replace("]", ""))
    if braces:
        assert found[cue].scope.quote == braces.group(1)


@pytest.mark.parametrize("text", NO_HEDGE)
def test_a_word_in_another_sense_is_no_hedge(text: str) -> None:
    """The month May, a court appearance, a duty, an ability: none of them weakens anything."""
    assert [hedge.quote for hedge in find_hedges(parses()[text])] == []


def test_the_table_is_long_enough() -> None:
    """At least 120 sentences, each once for a word."""
    assert len({(row[0], row[1]) for row in CASES}) == len(CASES)
    assert len({MARKS.sub("", row[0]) for row in CASES}) + len(NO_HEDGE) >= 140


def test_every_hedge_is_a_stretch_of_its_text() -> None:
    """Cue and scope alike: text[start:end] == quote."""
    for text, blocks in parses().items():
        for hedge in (*find_hedges(blocks), *find_negations(blocks)):
            assert hedge.stands_in(text)
            assert hedge.scope is None or hedge.scope.stands_in(text)
            assert isinstance(hedge, Hedge) or hedge.scope is not None


CARDS = [
    # What a negated cue does to what it brings in.
    ("Mayor Ada Quill said that the bridge was closed.", "certain", "affirmed"),
    ("Mayor Ada Quill said that the bridge was not closed.", "certain", "negated"),
    ("Mayor Ada Quill did not say that the bridge was closed.", "unstated", "affirmed"),
    ("Mayor Ada Quill denied that the bridge was closed.", "certain", "negated"),
    ("Mayor Ada Quill has not denied that the bridge was closed.", "unstated", "affirmed"),
    ("Mayor Ada Quill believes that the bridge is closed.", "probable", "affirmed"),
    ("Mayor Ada Quill does not believe that the bridge is closed.", "probable", "negated"),
    ("Mayor Ada Quill did not know that the bridge was closed.", "certain", "affirmed"),
    ("Mayor Ada Quill said the bridge would close in June.", "certain", "affirmed"),
    ("Mayor Ada Quill said the bridge would close in June if the council cut the grant.", "unstated", "affirmed"),
    ("“I think the bridge is safe,” Mayor Ada Quill told reporters on Friday.", "probable", "affirmed"),
    ("“I do not think the bridge is safe,” Mayor Ada Quill told reporters on Friday.", "probable", "negated"),
    ("“The bridge would cost three million pounds,” Mayor Ada Quill told reporters on Friday.", "probable", "affirmed"),
    ("Mayor Ada Quill said that the bridge failed to open on Friday.", "certain", "negated"),
    ("Mayor Ada Quill said that the bridge reportedly opened on Friday.", "probable", "affirmed"),
    ("Mayor Ada Quill said that neither claim could be verified.", "certain", "negated"),
    ("Mayor Ada Quill did confirm that the toll would not go up.", "certain", "negated"),
    ("Mayor Ada Quill said that arson could not be ruled out.", "possible", "affirmed"),
    ("Mayor Ada Quill said that arson had been ruled out.", "certain", "affirmed"),
    ("“I hope the bridge holds,” Mayor Ada Quill said on Friday.", "unstated", "affirmed"),
    ("“I hope so,” Mayor Ada Quill said on Friday.", "unstated", "affirmed"),
    ("“I hoped for rain,” Mayor Ada Quill said on Friday.", "certain", "affirmed"),
    ("Asked about the bridge, Mayor Ada Quill said: “No comment.”", "unstated", "affirmed"),
    ("The bridge was sound, Mayor Ada Quill said, and it is possible that some faults were real.", "certain", "affirmed"),
    ("The bridge was sound, Mayor Ada Quill said, and it was open.", "certain", "affirmed"),
    ("The bridge plan seems dead after the vote on Friday.", "probable", "affirmed"),
    ("Mayor Ada Quill said the death toll would almost certainly rise.", "probable", "affirmed"),
    ("Mayor Ada Quill said the bridge was all but certain to close.", "probable", "affirmed"),
    ("“We have reason to believe that some drivers paid twice,” Mayor Ada Quill said on Friday.", "probable", "affirmed"),
    ("Mayor Ada Quill said there was no reason to believe that some drivers had paid twice.", "certain", "negated"),
    ("Mayor Ada Quill said she was afraid the bridge was lost.", "possible", "affirmed"),
    ("Mayor Ada Quill said she was hopeful that the bridge was safe.", "probable", "affirmed"),
    ("Mayor Ada Quill said that drivers were 20 percent more likely to crash than riders.", "certain", "affirmed"),
    ("Mayor Ada Quill said that the bridge was more likely to fail.", "probable", "affirmed"),
    ("“We know of no driver who paid twice,” Mayor Ada Quill said on Friday.", "certain", "negated"),
    ("Would she resign? Mayor Ada Quill said she would not.", "certain", "negated"),
    ("Mayor Ada Quill described the clerk as a woman who never gave up.", "certain", "affirmed"),
    ("Mayor Ada Quill may have told the council that the bridge was closed.", "possible", "affirmed"),
]


OUTER = [
    # (text, inner cue, the outer level's hedges, its certainty): another sentence of the same speech weakens nothing here.
    ("“They told me I was late. Perhaps I was,” Bo Marsh said.", "told", [], "certain"),
    ("“Our model assumes that a third of them leave,” Ada Quill said. “I’m not sure that’s right.”", "assumes", [], "certain"),
    ("“If it rains, we may close. They told me I was late,” Bo Marsh said.", "told", [], "certain"),
    ("“Perhaps they told me I was late,” Bo Marsh said.", "told", ["Perhaps"], "possible"),
    ("Bo Marsh said Ada Quill had probably told the crew that the bridge was shut.", "told", [], "probable"),  # its cue has it
]


@cache
def cards() -> dict[str, tuple[Card, ...]]:
    """The cards of every row that tells of cards, read in one pass."""
    return cards_by_text(row[0] for row in (*CARDS, *STANCES, *OUTER))


@pytest.mark.parametrize(("text", "certainty", "polarity"), CARDS)
def test_a_cards_certainty_and_polarity(text: str, certainty: str, polarity: str) -> None:
    """The speaker's own commitment, by cue, negation over the cue, hedges and mood."""
    card = cards()[text][0]
    assert (card.certainty, card.polarity) == (certainty, polarity)


@pytest.mark.parametrize(("text", "cue", "certainty", "polarity", "hedges"), STANCES)
def test_what_a_card_holds_of_its_claim(text: str, cue: str | None, certainty: str, polarity: str, hedges: list[str]) -> None:
    """How surely the card with this cue holds its claim, which way, and by which words."""
    card = next(card for card in cards()[text] if (card.cue.quote if card.cue else None) == cue)
    assert (card.certainty, card.polarity, [hedge.quote for hedge in card.hedges]) == (certainty, polarity, hedges)


@pytest.mark.parametrize(("text", "cue", "hedges", "certainty"), OUTER)
def test_how_sure_an_outer_speaker_is_of_what_an_inner_one_says(text: str, cue: str, hedges: list[str], certainty: str) -> None:
    """The level over a nested claim has the hedges of the sentence in which that stands, and no others."""
    card = next(card for card in cards()[text] if card.cue and card.cue.quote.endswith(cue) and card.via)
    assert ([hedge.quote for hedge in card.via[0].hedges], card.via[0].certainty) == (hedges, certainty)
