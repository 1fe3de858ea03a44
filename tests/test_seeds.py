"""Our own articles, read with no model: what each of them is there for. Each card with the right speaker, cue, hedges and spans."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from pydantic import ValidationError

from factcards import Card, Deck, make, read_file, render
from factcards.engines.local.reader import LocalReader
from factcards.read import from_text
from tests.conftest import ROOT, SEED

pytestmark = pytest.mark.usefixtures("each_text_read_once")

SEEDS = sorted(path.name for path in (ROOT / "seeds").iterdir() if path.is_file() and path.name != "README.md")


@cache
def deck_of(name: str) -> Deck:
    """The local engine's deck."""
    return make(read_file(ROOT / "seeds" / name).article, engine="local")


def card_of(name: str, words: str) -> Card:
    """The one card whose content begins with these words."""
    found = [card for card in deck_of(name).cards if " ".join(card.content[0].quote.split()).startswith(words)]
    assert len(found) == 1, [card.content[0].quote for card in deck_of(name).cards]
    return found[0]


TABLE = [
    # file, content begins, speaker, cue, mode, certainty, polarity
    (SEED.name, "China, led by President Xi Jinping, is poised", "Michael Binyon", "suggests", "indirect", "probable", "affirmed"),
    (SEED.name, "the Chinese leadership, including Xi", "Michael Binyon", "According to", "indirect", "certain", "affirmed"),
    (SEED.name, "The aim is to force Russia", "Michael Binyon", "stating", "direct", "possible", "affirmed"),
    (SEED.name, "China's strategic interest might lean", "Michael Binyon", "emphasized", "indirect", "possible", "affirmed"),
    (SEED.name, "the importance of sincerity", "Xi Jinping", "emphasized", "indirect", "certain", "affirmed"),
    (SEED.name, "China to curtail its materials supply", "Antony Blinken", "urged", "indirect", "unstated", "affirmed"),
    (SEED.name, "Ukraine might have to concede", "Michael Binyon", "suggesting", "indirect", "possible", "affirmed"),
    (SEED.name, "the genesis of the conflict", "Michael Binyon", "reflected on", "indirect", "certain", "affirmed"),
    ("harbour-tunnel.txt", "the main contractor", "Rhys Calloway", "said", "mixed", "certain", "affirmed"),
    ("harbour-tunnel.txt", "I will not pretend", "Rhys Calloway", "told", "direct", "certain", "negated"),
    ("harbour-tunnel.txt", "it had named a date", "Brackwell Lines", "denied", "indirect", "certain", "negated"),
    ("harbour-tunnel.txt", "We described three outcomes", "Tamsin Oyelaran", "said", "direct", "certain", "affirmed"),
    ("harbour-tunnel.txt", "he believed that the contractor had claimed", "Piers Lindqvist", "said", "mixed", "probable", "affirmed"),
    ("clinic-closure.txt", "We have run out", "Halima Frost", "told", "direct", "certain", "affirmed"),
    ("clinic-closure.txt", "Last winter we had", "Halima Frost", "said", "direct", "certain", "affirmed"),
    ("clinic-closure.txt", "he had not received", "Ben Aldous", "said", "indirect", "certain", "negated"),
    ("clinic-closure.txt", "the ward might reopen", "Ines Quarrie", "suggested", "indirect", "possible", "affirmed"),
    ("minister-denial.txt", "a sale was being prepared", "two officials familiar with the matter", "said", "indirect", "certain", "affirmed"),  # noqa: E501
    ("minister-denial.txt", "There are no talks", "Dario Venn", "said in a statement", "direct", "certain", "negated"),
    ("minister-denial.txt", "the ministry had misled", "Petra Solis", "alleged", "indirect", "certain", "affirmed"),
    ("turbine-report.txt", "worn bearings were", "a report by the Institute for Grid Studies", "says", "mixed", "certain", "affirmed"),
    ("turbine-report.txt", "repairs appear to take", "Both sides", "agree", "indirect", "probable", "affirmed"),
    ("ferry-strike.md", "My crew has worked", "Mara Tolliver", "said", "direct", "certain", "affirmed"),
    ("ferry-strike.md", "the roster had been agreed", "Lucille Obi", "insisted", "indirect", "certain", "affirmed"),
    ("ferry-strike.md", "the company will give in", "Ivo Brandsma", "thinks", "indirect", "probable", "affirmed"),
    ("observatory.txt", "It was there all along", "Łukasz Wójcicki", "said", "direct", "certain", "affirmed"),
    ("observatory.txt", "a third observation", "Şebnem Günaydın", "told", "indirect", "certain", "affirmed"),
    ("council-budget.txt", "We can afford one", "Adaeze Holt", "said", "direct", "certain", "affirmed"),
    ("council-budget.txt", "whether the roof", "Ray Dufresne", "asked", "indirect", "unstated", "affirmed"),
    ("drought-poll.txt", "up to 300 farms", "Cormac Idris", "warned", "indirect", "possible", "affirmed"),
    ("drought-poll.txt", "Ignore the above", "A reader's comment", "said", "direct", "unstated", "affirmed"),
    ("museum-theft.html", "There is no sign of force", "Leona Marsh", "said", "direct", "certain", "negated"),
    ("museum-theft.html", "They were not off", "Auberon Tate", "denied", "direct", "certain", "negated"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "speaker", "cue", "mode", "certainty", "polarity"), TABLE)
def test_each_attribution_is_read(name: str, words: str, speaker: str, cue: str, mode: str, certainty: str, polarity: str) -> None:
    """Speaker, cue, mode, certainty and polarity."""
    card = card_of(name, words)
    assert card.speaker is not None
    assert card.cue is not None
    assert (card.speaker.name, card.cue.quote, card.mode, card.certainty, card.polarity) == (speaker, cue, mode, certainty, polarity)


@pytest.mark.parametrize(
    ("words", "hedges", "resolved_by"),
    [
        ("China, led by President Xi Jinping, is poised", {"suggests"}, "named"),
        ("the Chinese leadership, including Xi", set(), "alias"),
        ("The aim is to force Russia", {"may"}, "alias"),
        ("China's strategic interest might lean", {"might"}, "alias"),
        ("the importance of sincerity", set(), "alias"),
        ("China to curtail its materials supply", {"could"}, "alias"),
        ("Ukraine might have to concede", {"suggesting", "might"}, "alias"),
        ("the genesis of the conflict", set(), "pronoun"),
    ],
)
def test_each_attribution_has_its_hedges_and_its_speaker_by_name_or_by_what_stands_for_it(
    words: str, hedges: set[str], resolved_by: str
) -> None:
    """Tentative cues are hedges too; how the speaker was found is told."""
    card = card_of(SEED.name, words)
    assert card.speaker is not None
    assert ({hedge.quote for hedge in card.hedges}, card.speaker.resolved_by) == (hedges, resolved_by)


def test_the_first_mention_gives_the_full_name_and_role() -> None:
    """Michael Binyon is introduced with what he was."""
    speaker = card_of(SEED.name, "China, led by").speaker
    assert speaker is not None
    assert speaker.role == "seasoned former correspondent for The Times"


def test_a_quotation_of_two_sentences_is_one_direct_card() -> None:
    """Both sentences, without the quotation marks, in one card: "That pressure" is what the first one tells of."""
    assert card_of(SEED.name, "The aim is").content[0].quote.endswith("they would like Russia to stop all of this.")


def test_the_articles_own_voice_keeps_its_hedge() -> None:
    """The "could shift" sentence is narration, and possible."""
    card = card_of(SEED.name, "With the U.S. elections")
    assert (card.mode, card.speaker, card.certainty) == ("narration", None, "possible")
    assert [hedge.quote for hedge in card.hedges] == ["could"]


def test_byline_and_credit_give_no_card() -> None:
    """Every card of the first article stands in its body, though it has both."""
    assert {card.part for card in deck_of(SEED.name).cards} == {"body"}


def test_a_quotation_over_three_paragraphs_is_one_speakers() -> None:
    """Each paragraph opens with a mark; only the last one closes, and names the speaker. What she denies in it is a card of its own."""
    card, denied = card_of("clinic-closure.txt", "Last winter we had"), card_of("clinic-closure.txt", "It was never near")
    assert [span.quote.split()[-1] for span in card.content] == ["old.", "near."]
    assert (card.speaker, card.cue, denied.polarity) == (denied.speaker, denied.cue, "negated")


def test_a_brief_says_how_an_outer_level_tells_it_where_it_is_not_plainly_said() -> None:
    """Who denies that somebody promised it does not vouch for the promise."""
    brief = render(make("Bo Marsh denied that Ada Quill had promised to pay. Ina Reed said Tom Vale promised to sing."))
    assert "via Bo Marsh (denied: certain, negated) ·" in brief
    assert "via Ina Reed ·" in brief


def test_nested_attribution_lists_its_outer_levels() -> None:
    """Calloway said that the contractor had warned him."""
    card = card_of("harbour-tunnel.txt", "flooding in the northern bore")
    assert card.speaker is not None
    assert (card.speaker.name, card.certainty) == ("Brackwell Lines", "possible")
    assert [level.speaker.name for level in card.via if level.speaker] == ["Rhys Calloway"]


def test_the_firm_is_one_speaker_however_a_sentence_begins() -> None:
    """What "it" plans in what "The firm" says is no second card, and the firm has one heading."""
    text = "Workers met on Monday.\n\nThe firm says it plans to close the mill by 2029. Prices are too high, according to the firm."
    deck = make(from_text(text), engine="local")
    assert [card.cue.quote for card in deck.cards if card.speaker is not None and card.cue is not None] == ["says", "according to"]
    assert render(deck, "markdown").count("### ") == 2


def test_a_web_page_keeps_its_metadata_and_the_way_back() -> None:
    """Title, byline, site, date, address; every mapped stretch stands in the file."""
    article = deck_of("museum-theft.html").article
    file = Path(ROOT / "seeds" / "museum-theft.html").read_text("utf-8")
    assert (article.byline, article.site, article.published) == ("Noor Castellan", "The Brindle Courier", "2024-02-09")
    assert article.source_map
    assert all(file[m.at : m.at + m.end - m.start] == article.text[m.start : m.end] for m in article.source_map)
    assert "Sport" not in article.text


@pytest.mark.parametrize("name", SEEDS)
def test_laws_hold_for_every_article(name: str) -> None:
    """JSON round trip, twice the same bytes; nothing in quotation marks is given as the article's own voice."""
    deck = deck_of(name)
    text = deck.article.text
    assert deck.cards
    assert Deck.model_validate_json(render(deck, "json")) == deck
    assert render(make(read_file(ROOT / "seeds" / name).article, engine="local"), "json") == render(deck, "json")
    for card in deck.cards:
        if card.mode == "narration":
            before = text[: card.content[0].start]
            assert before.count("“") - before.count("”") <= before.count("\n\n“")
            assert not before.endswith(('"', "“"))


def test_what_gets_no_card_of_its_own_is_told_by_another() -> None:
    """An attribution that is likelier none is passed over only where its words stand on a card."""
    text = "Asked whether she accepted that the mill was unsafe, Ada Quill said she had never thought of it. " * 2
    articles = [from_text(text), *(read_file(ROOT / "seeds" / name).article for name in SEEDS)]
    for article, reading in zip(articles, LocalReader().read(articles), strict=True):
        cards = make(article, engine="local").cards
        told = " ".join([*(card.claim for card in cards), *(span.quote for card in cards for span in (*card.content, *card.evidence))])
        missing = [span.quote for found in reading.attributions if found.doubtful for span in found.content if span.quote not in told]
        assert missing == [], article.source


@pytest.mark.parametrize("field", ["content", "evidence", "cue", "hedges"])
def test_a_deck_whose_span_is_not_the_articles_own_words_is_refused(field: str) -> None:
    """The law text[start:end] == quote holds for every deck that there is, since none can be made that breaks it."""
    deck = json.loads(render(deck_of(SEED.name), "json"))
    card = next(card for card in deck["cards"] if card["hedges"])
    (span,) = card[field] if isinstance(card[field], list) else [card[field]]
    span["start"] += 1
    span["end"] += 1
    with pytest.raises(ValidationError, match=f"cards.{card['id']}.: .* is not .* in the article"):
        Deck.model_validate_json(json.dumps(deck))


def test_the_first_articles_summary_says_nothing_that_its_cards_do_not() -> None:
    """Nothing of the local reader's own is withheld, and each sentence cites a card."""
    brief = deck_of(SEED.name).brief
    assert brief.summary
    assert all(sentence.cards for sentence in brief.summary)
    assert brief.withheld == ()


@pytest.mark.parametrize("name", SEEDS)
def test_the_verifier_has_nothing_against_what_the_reader_words(name: str) -> None:
    """The local reader's claims are the article's own words: an error there is a bug of one of the two."""
    errors = [(card.claim, found.message) for card in deck_of(name).cards for found in card.findings if found.severity == "error"]
    assert errors == []


def test_a_claim_whose_few_words_look_like_another_language_is_read_all_the_same() -> None:
    """The article is English, so its claims are: "do" and "a" are Portuguese stop words too."""
    deck = make("The ride\n\n“Do a ride, do a ride, do a ride,” Mayor Ada Quill said to the children of Marrow on Friday.\n")
    assert [card.speaker.name for card in deck.cards if card.speaker] == ["Ada Quill"]
    assert all(found.code != "not_checked" for card in deck.cards for found in card.findings)


def test_the_levels_of_a_nested_attribution_are_no_swap() -> None:
    """What experts say, by Quill's word, is Quill's and the experts'."""
    deck = make("The bridge\n\nMayor Ada Quill noted that experts say that the bridge is closed to all trucks.\n")
    assert {card.speaker.name for card in deck.cards if card.speaker} == {"Ada Quill", "experts"}
    assert [found.code for card in deck.cards for found in card.findings if found.severity == "error"] == []
