"""A model's claims meet the article: the words decide, and every disagreement between model and reader is said."""

from __future__ import annotations

from time import process_time

import pytest

from factcards.assemble import assemble
from factcards.cards import Card, Rejected, Speaker
from factcards.checking import verify_card
from factcards.engines.llm.proposals import Placer
from factcards.engines.llm.schema import ProposedClaim
from factcards.engines.local.reader import LocalReader
from factcards.layout import Sentence
from factcards.read import from_text, read_file
from factcards.reading import Attribution, Reading
from factcards.segment import lay_out
from factcards.spans import Span
from factcards.verifying import verify
from tests.conftest import SEED

ARTICLE = read_file(SEED).article
LAYOUT = lay_out(ARTICLE)
BINYON = "Michael Binyon"
POISED = "China, led by President Xi Jinping, is poised to assert pressure on Russia to initiate a ceasefire"
BLINKEN = "Blinken urged China to curtail its materials supply to Russia that could be repurposed for military use"


def claim(
    claim: str, quote: str, speaker: str | None = BINYON, cue: str | None = "suggests", sentences: tuple[int, ...] = (7,)
) -> ProposedClaim:
    """A model's claim."""
    return ProposedClaim(claim=claim, speaker=speaker, cue=cue, quote=quote, sentences=sentences)


def judged(proposal: ProposedClaim, reader: LocalReader) -> Card | Rejected:
    """The card that it becomes, with all findings."""
    reading = reader.read([ARTICLE])[0]
    placed = Placer(ARTICLE, LAYOUT, reading).place([proposal])
    if placed.rejected:
        return placed.rejected[0]
    (card,) = assemble(ARTICLE, LAYOUT, reading, placed.drafts).cards
    found = verify_card(ARTICLE, reading, card, reader.read([from_text(card.claim)])[0])
    return card.model_copy(update={"findings": (*card.findings, *found)})


def test_a_true_claim_is_a_card_without_findings(reader: LocalReader) -> None:
    """Speaker, role, cue, certainty and offsets come from the article, not from the model."""
    card = judged(claim(f"Michael Binyon suggests that {POISED}.", f"suggests that {POISED}."), reader)
    assert isinstance(card, Card)
    assert card.findings == ()
    assert card.speaker is not None
    assert card.cue is not None
    assert (card.content[0].quote, card.speaker.role, card.cue.quote) == (POISED, "seasoned former correspondent for The Times", "suggests")
    assert (card.certainty, card.alignment) == ("probable", "exact")


LIES: dict[str, tuple[ProposedClaim, str, str]] = {
    "a hedge made certain": (
        claim("Michael Binyon says China will press Russia to initiate a ceasefire.", POISED),
        "hedge_strengthened",
        "error",
    ),
    "a hedge left out": (
        claim(
            "Ukraine has to concede some territories, according to Michael Binyon.",
            "Ukraine might have to concede some territories",
            cue=None,
            sentences=(19,),
        ),
        "hedge_dropped",
        "error",
    ),
    "a hedge made weaker": (
        claim(
            "Ukraine will probably have to concede some territories, according to Michael Binyon.",
            "Ukraine might have to concede some territories",
            cue=None,
            sentences=(19,),
        ),
        "hedge_strengthened",
        "error",
    ),
    "a speaker swapped": (
        claim("Michael Binyon urged China to curtail its supply.", BLINKEN, cue="urged", sentences=(17,)),
        "speaker_swapped",
        "error",
    ),
    "a speaker made up": (claim("Zelda Quux suggests that China is poised.", POISED, speaker="Zelda Quux"), "speaker_absent", "error"),
    "nobody's words": (claim(f"{POISED}.", POISED, speaker=None, cue=None), "attribution_dropped", "warning"),
    "a negation put in": (
        claim(
            "According to Michael Binyon, the Chinese leadership has not expressed dissatisfaction with Russia.",
            "has expressed dissatisfaction with Russia",
            sentences=(9,),
        ),
        "negation_added",
        "error",
    ),
    "a figure changed": (
        claim(
            "China has maintained a careful stance since February 2023.",
            "Since the invasion's onset in February 2022, China has maintained a careful stance",
            None,
            None,
            (8,),
        ),
        "figure_absent",
        "error",
    ),
    "words that nobody says in the claim": (
        claim(
            "Michael Binyon stated: “Ferries sail at noon whatever the harbour master says.”",
            "The aim is to force Russia into some ceasefire.",
            cue="stating",
            sentences=(10,),
        ),
        "quote_absent",
        "error",
    ),
    "a figure of another sentence": (
        claim("Michael Binyon suggests that in 2022 China was poised to press Russia to initiate a ceasefire.", POISED),
        "figure_elsewhere",
        "error",
    ),
    "a quotation altered in the claim": (
        claim(
            "Michael Binyon stated: “The aim is to force Russia into some surrender.”",
            "The aim is to force Russia into some ceasefire.",
            cue="stating",
            sentences=(10,),
        ),
        "quote_altered",
        "error",
    ),
    "a wrong sentence number": (claim(f"Michael Binyon suggests that {POISED}.", POISED, sentences=(20,)), "relocated", "info"),
    "a number that no sentence has": (
        claim(f"Michael Binyon suggests that {POISED}.", POISED, sentences=(99,)),
        "unknown_sentence",
        "warning",
    ),
}


@pytest.mark.parametrize("name", LIES)
def test_each_kind_of_drift_is_found(name: str, reader: LocalReader) -> None:
    """What four well-known tools passed on as truth."""
    proposal, code, severity = LIES[name]
    card = judged(proposal, reader)
    assert isinstance(card, Card)
    assert (code, severity) in {(found.code, found.severity) for found in card.findings}


@pytest.mark.parametrize(
    ("cue", "claimed", "codes"),
    [
        ("denied that", "said that the city had sold the bridge to a firm in Leeds", ["negation_dropped"]),
        ("disputed that", "confirmed that the city had sold the bridge to a firm in Leeds", ["negation_dropped"]),
        ("denied that", "said that the city had not sold the bridge to a firm in Leeds", []),
        ("declined to say whether", "said that the city had sold the bridge to a firm in Leeds", ["cue_stronger"]),
    ],
)
def test_a_denial_told_as_a_statement_is_turned_round_and_not_only_surer(
    cue: str, claimed: str, codes: list[str], reader: LocalReader
) -> None:
    """As `verify` calls it; one who says that it is not so denies it."""
    article = from_text(f"Ada Quill {cue} the city had sold the bridge to a firm in Leeds. Nobody else spoke at the meeting.")
    reading = reader.read([article])[0]
    proposal = claim(
        f"Ada Quill {claimed}.", "the city had sold the bridge to a firm in Leeds", "Ada Quill", cue.split(maxsplit=1)[0], (1,)
    )
    (card,) = assemble(article, lay_out(article), reading, Placer(article, lay_out(article), reading).place([proposal]).drafts).cards
    found = verify_card(article, reading, card, reader.read([from_text(card.claim)])[0])
    assert [one.code for one in found if one.code in {"negation_added", "negation_dropped", "cue_stronger"}] == codes


@pytest.mark.parametrize(
    ("told", "claimed", "code"),
    [
        ("Ada Quill said the ferry might sink.", "Ada Quill said the ferry will sink.", "hedge_strengthened"),
        ("Ada Quill said the ferry might sink.", "Ada Quill said the ferry sinks.", "hedge_dropped"),
        ("Bo Marsh said the mill had probably closed.", "Bo Marsh said the mill had closed.", "hedge_dropped"),
        ("Bo Marsh said the mill had probably closed.", "Bo Marsh said the mill had certainly closed.", "hedge_strengthened"),
        ("Bo Marsh hopes to buy the mill.", "Bo Marsh bought the mill.", "plan_as_fact"),
        ("Bo Marsh said the mill will close if it rains.", "Bo Marsh said the mill will close.", "condition_dropped"),
        ("Bo Marsh said the mill will close.", "Bo Marsh said the mill will not close.", "negation_added"),
        ("Bo Marsh said the mill will not close.", "Bo Marsh said the mill will close.", "negation_dropped"),
        ("Bo Marsh said about 40 rowers left.", "Bo Marsh said 40 rowers left.", "approximation_dropped"),
    ],
)
def test_a_claim_that_outruns_its_evidence_has_the_code_of_verify(told: str, claimed: str, code: str, reader: LocalReader) -> None:
    """The same fault in a summary that anybody wrote has this code there."""
    article = from_text(f"{told} Nobody else spoke at the meeting.")
    reading = reader.read([article])[0]
    (found,) = reading.attributions[:1]
    proposal = claim(claimed, found.content[0].quote, found.speaker and found.speaker.name, found.cue and found.cue.quote, (1,))
    (card,) = assemble(article, lay_out(article), reading, Placer(article, lay_out(article), reading).place([proposal]).drafts).cards
    objections = verify_card(article, reading, card, reader.read([from_text(claimed)])[0])
    assert [one.code for one in objections if one.severity == "error"] == [code]
    assert [one.code for one in verify(claimed, against=article, reader=reader).findings if one.severity == "error"] == [code]


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("The aim is to force Russia into some surrender.", "quote_altered"),
        ("The aim is not to force Russia into some ceasefire.", "quote_altered"),
        ("We will end this war by Christmas, Xi assured me.", "quote_absent"),
        ("…", "quote_empty"),
    ],
)
def test_words_that_the_article_does_not_hold_are_rejected(quote: str, code: str, reader: LocalReader) -> None:
    """Never a card, and the reason is kept."""
    rejected = judged(claim("Michael Binyon said so.", quote), reader)
    assert isinstance(rejected, Rejected)
    assert (rejected.code, rejected.quote) == (code, quote)


def test_claims_of_a_long_article_take_time_by_their_number() -> None:
    """The words of each were held against every attribution, and its cue against every sentence: 50 s for these 3,000."""
    article = from_text("\n\n".join(f"The bridge in {number} might close, Ada Quill said." for number in range(3_000)))
    layout = lay_out(article)
    reading = Reading(attributions=tuple(_told(article.text, sentence) for sentence in layout.sentences))
    claims = [
        claim(found.claim, found.content[0].quote, speaker="Ada Quill", cue="said", sentences=(number,))
        for number, found in enumerate(reading.attributions, 1)
    ]
    begin = process_time()
    placed = Placer(article, layout, reading).place(claims)
    assert process_time() - begin < 4
    assert [draft.attribution for draft in placed.drafts] == [*range(3_000)]
    assert all(draft.cue is not None and draft.findings == () for draft in placed.drafts)


def _told(text: str, sentence: Sentence) -> Attribution:
    whole = Span.of(text, sentence.start, sentence.end)
    content = Span.of(text, sentence.start, text.index(",", sentence.start))
    mention = Span.of(text, content.end + 2, content.end + 11)
    speaker = Speaker(name="Ada Quill", kind="person", mention=mention, resolved_by="named")
    return Attribution(claim=whole.quote, evidence=(whole,), content=(content,), speaker=speaker, confidence=0.9)


@pytest.mark.parametrize(
    ("quote", "content"),
    [
        ('the plan "a betrayal"', 'the plan "a betrayal."'),
        ('the plan "a betrayal', 'the plan "a betrayal."'),
        ("a betrayal", "a betrayal"),
        ('no betrayal" is a good plan', '"no betrayal" is a good plan'),
    ],
)
def test_a_quotation_in_a_models_words_keeps_both_its_marks(quote: str, content: str, reader: LocalReader) -> None:
    """A model leaves the article's full stop or a mark out; half of a quotation is none."""
    article = from_text('Ada Quill, who runs the docks, called the plan "a betrayal." "no betrayal" is a good plan, she said.')
    placed = Placer(article, lay_out(article), reader.read([article])[0]).place([claim("It is one.", quote, "Ada Quill", "called", (1,))])
    assert [span.quote for span in placed.drafts[0].content] == [content]
