"""Who says nothing, though he stands before a cue: a dateline, one who wants no name, a noun that is only thought of."""

from __future__ import annotations

import pytest

from factcards import make
from factcards.engines.local.reader import LocalReader
from factcards.read import from_text
from factcards.reading import Attribution


def _said(reader: LocalReader, text: str) -> list[Attribution]:
    return [found for found in reader.read([from_text(text)])[0].attributions if found.cue is not None]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("HARROW FALLS — A Senate committee said on Tuesday that the bridge is shut.", ["A Senate committee"]),
        ("PORT ALDEN, Velmar (AP) — Mediators said that the talks would go on.", ["Mediators"]),
        ("An aide, who asked not to be named because the talks are private, said the bridge would close.", ["An aide"]),
        ("An official, who requested anonymity, said the bridge would close.", ["An official"]),
    ],
)
def test_the_speaker_is_who_says_something(reader: LocalReader, text: str, speakers: list[str]) -> None:
    """Neither the place where a report was written nor the wish for no name is an attribution."""
    assert [found.speaker.name if found.speaker else None for found in _said(reader, text)] == speakers


def test_who_is_thought_of_thinks_nothing(reader: LocalReader) -> None:
    """A participle of belief behind a noun has no source: others think so of it."""
    found = _said(reader, "Malta, the other country thought to have doubts, has yet to take a formal position.")
    assert [item.speaker for item in found if item.cue is not None and item.cue.quote == "thought"] in ([], [None])


def test_who_is_said_to_be_so_says_nothing(reader: LocalReader) -> None:
    """Nor does a participle of speech before "to be" have one: nobody says of himself to be so."""
    (found,) = _said(reader, "The cars were meant for the council, with the Tarn Party said to be confident it would win the vote.")
    assert (found.speaker, found.cue.quote if found.cue else "") == (None, "said")


@pytest.mark.parametrize(
    "text",
    [
        "If the council insists on a toll, traffic will fall.",
        "You know that the bridge is old.",
        "The bridge will open in May, provided that the money arrives.",
    ],
)
def test_anybody_says_nothing(reader: LocalReader, text: str) -> None:
    """The reader's own "you" and what is only supposed are no sources."""
    assert _said(reader, text) == []


def test_whoever_would_only_say_it_on_a_condition_says_nothing() -> None:
    """Behind a "but only if", as behind any "if"."""
    (card,) = make(from_text("The firm will run it, but only if the council agrees to share the cost."), engine="local").cards
    assert (card.speaker, card.mode, card.certainty) == (None, "narration", "unstated")


@pytest.mark.parametrize(
    "text",
    [
        "Without saying that the bridge was unsafe, Ada Quill closed it.",
        "Ada Quill left instead of telling the board that the bridge was unsafe.",
        "Ada Quill resigned rather than admit that the bridge was unsafe.",
    ],
)
def test_what_somebody_left_unsaid_is_no_claim_of_his(text: str) -> None:
    """The article tells what was done."""
    assert [card.claim for card in make(f"Bo Marsh lives in Tarn. {text}").cards if card.speaker is not None] == []


def test_not_everyone_is_no_speaker(reader: LocalReader) -> None:
    """A quantifier names nobody; the claim tells it in the article's own words."""
    (found,) = _said(reader, "Not everyone thinks a ban would help.")
    assert (found.speaker, found.claim) == (None, "Not everyone thinks a ban would help.")


@pytest.mark.parametrize(
    ("text", "certainty", "polarity"),
    [
        ("Ada Quill said: “We can pay for one bridge. We cannot pay for two.”", "certain", "affirmed"),
        ("“There is no money,” Ada Quill said. “Somebody spent it.”", "certain", "negated"),
        ("“We are shut, and it may rain,” Ada Quill said.", "certain", "affirmed"),
        ("“We are shut, or it may rain,” Ada Quill said.", "possible", "affirmed"),
        ("Ada Quill declined to say whether the bridge was safe.", "unstated", "affirmed"),
        ("Ada Quill said she could not comment on the bridge.", "unstated", "negated"),
        ("Ada Quill said the report was false.", "certain", "negated"),
        ("Ada Quill said the council would stop repairing the bridge.", "certain", "affirmed"),
        ("Ada Quill said the council would seek to ban cars if the bridge sank.", "unstated", "affirmed"),
        ("Bo Marsh voted for the bridge.", "certain", "affirmed"),
    ],
)
def test_how_surely_it_is_said(text: str, certainty: str, polarity: str) -> None:
    """The first clause's polarity, no more certainty than the least sure one's; who will not tell commits to nothing."""
    card = next(card for card in make(text).cards if card.speaker is not None)
    assert (card.certainty, card.polarity) == (certainty, polarity)


def test_the_company_is_no_ministry(reader: LocalReader) -> None:
    """A description of what trades is not an authority's, however often that one is named."""
    text = (
        "The Digital Safety Authority has opened an inquiry into Lumen Systems. The Digital Safety Authority will report in May. "
        "The company said that its app is safe."
    )
    (found,) = (item for item in _said(reader, text) if "safe" in item.claim)
    assert found.speaker is not None
    assert "Authority" not in found.speaker.name


def test_records_show_and_make_no_show(reader: LocalReader) -> None:
    """The tagger may take "show" for a noun, which it is not behind records."""
    claims = [found.claim for found in _said(reader, "Meridian has been paid $14.6 million since the contract began, county records show.")]
    assert not any("made the show" in claim for claim in claims)


def test_a_claim_with_the_articles_own_hedge_is_not_surer() -> None:
    """The same word before the same word is the hedge, though a single sentence is read otherwise than the article."""
    text = "Clinic\n\nThe prime minister, Eirik Sollund, has so far refused, warning that a ban would hurt the country's own exporters."
    deck = make(text)
    assert any("exporters" in card.claim for card in deck.cards)
    assert [finding for card in deck.cards for finding in card.findings] == []


def test_a_condition_that_a_claim_repeats_is_not_left_out() -> None:
    """Where a claim leaves out who says it in the midst, the parser may lose an "if" that it has in its words."""
    deck = make("For the nurse it is too late. “If somebody had picked up the phone,” Ada Quill said, “Joan would be alive today.”")
    assert any("“If somebody" in card.claim for card in deck.cards)
    assert [finding for card in deck.cards for finding in card.findings] == []
