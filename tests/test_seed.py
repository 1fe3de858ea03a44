"""The first article, read with no model: what its deck must hold, each with the right speaker, cue, hedges and exact spans."""

from __future__ import annotations

import pytest

from factcards import Card, Deck, make, read_file, render
from factcards.cards import Deck as FullDeck
from tests.conftest import SEED

BINYON = "Michael Binyon"


@pytest.fixture(scope="module")
def deck() -> Deck:
    """The seed's deck."""
    return make(read_file(SEED).article, engine="local")


def _one(deck: Deck, words: str) -> Card:
    """The one card whose content begins with these words."""
    found = [card for card in deck.cards if " ".join(card.content[0].quote.split()).startswith(words)]
    assert len(found) == 1, [card.content[0].quote for card in deck.cards]
    return found[0]


@pytest.mark.parametrize(
    ("words", "speaker", "cue", "hedges", "certainty", "resolved_by"),
    [
        ("China, led by President Xi Jinping, is poised", BINYON, "suggests", {"suggests"}, "probable", "named"),
        ("the Chinese leadership, including Xi", BINYON, "According to", set(), "certain", "alias"),
        ("The aim is to force Russia", BINYON, "stating", {"may"}, "certain", "alias"),
        ("China's strategic interest might lean", BINYON, "emphasized", {"might"}, "possible", "alias"),
        ("the importance of sincerity", "Xi Jinping", "emphasized", set(), "certain", "alias"),
        ("China to curtail its materials supply", "Antony Blinken", "urged", {"could"}, "unstated", "alias"),
        ("Ukraine might have to concede", BINYON, "suggesting", {"suggesting", "might"}, "possible", "alias"),
        ("the genesis of the conflict", BINYON, "reflected on", set(), "certain", "pronoun"),
    ],
)
def test_each_attribution_has_its_speaker_cue_and_hedges(
    deck: Deck, words: str, speaker: str, cue: str, hedges: set[str], certainty: str, resolved_by: str
) -> None:
    """The attributions that issue and article ask for."""
    card = _one(deck, words)
    assert card.speaker is not None
    assert card.cue is not None
    assert (card.speaker.name, card.cue.quote, {hedge.quote for hedge in card.hedges}) == (speaker, cue, hedges)
    assert (card.certainty, card.speaker.resolved_by, card.polarity) == (certainty, resolved_by, "affirmed")


def test_the_first_mention_gives_the_full_name_and_role(deck: Deck) -> None:
    """Michael Binyon is introduced with what he was."""
    speaker = _one(deck, "China, led by").speaker
    assert speaker is not None
    assert speaker.role == "seasoned former correspondent for The Times"


def test_a_quotation_of_two_sentences_is_one_direct_card(deck: Deck) -> None:
    """Both sentences, without the quotation marks, in one card."""
    card = _one(deck, "The aim is")
    assert card.mode == "direct"
    assert card.content[0].quote.endswith("they would like Russia to stop all of this.")


def test_the_articles_own_voice_keeps_its_hedge(deck: Deck) -> None:
    """The "could shift" sentence is narration, and possible."""
    card = _one(deck, "With the U.S. elections")
    assert (card.mode, card.speaker, card.certainty) == ("narration", None, "possible")
    assert [hedge.quote for hedge in card.hedges] == ["could"]


def test_byline_and_credit_give_no_card(deck: Deck) -> None:
    """Every card stands in the body."""
    assert {card.part for card in deck.cards} == {"body"}


def test_every_span_is_the_articles_own_words(deck: Deck) -> None:
    """The law: text[start:end] == quote."""
    assert all(deck.article.text[s.start : s.end] == s.quote for card in deck.cards for s in card.spans())


def test_json_in_is_the_same_json_out(deck: Deck) -> None:
    """A rendered deck validates to the same deck."""
    assert FullDeck.model_validate_json(render(deck, "json")) == deck


def test_the_same_text_gives_the_same_deck(deck: Deck) -> None:
    """Reading twice gives equal bytes."""
    assert render(make(read_file(SEED).article, engine="local"), "json") == render(deck, "json")


def test_the_summary_says_nothing_that_its_cards_do_not(deck: Deck) -> None:
    """Nothing of the local reader's own is withheld, and each sentence cites a card."""
    assert deck.brief.summary
    assert all(sentence.cards for sentence in deck.brief.summary)
    assert deck.brief.withheld == ()
