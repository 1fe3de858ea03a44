"""Who says so and how, in freer words and in sentences that join what several people say: cues, people without a name, nested speakers."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

DAM = (
    "The Orrin dam will be emptied in the autumn, the water board announced on Monday. "
    "Marta Lindgren, an engineer, warned that the gate could fail before the repair begins. "
    "Paul Okoro, who left the board in May, claims that managers hid two cracks from the inspectors. "
    "The board denied the allegation. Its chairman, Leo Strand, denied that the inspectors had been misled. "
    "A person close to the board, who asked not to be named, said that the bill was nearer four million euros. "
    "Two clerks told the court that Strand had promised farmers that the sluices would stay shut until harvest. "
    "Ida Berg, a farmer, said that a clerk had told her that the meadow would not be flooded. "
    "Researchers at the college think that eels will come back to the upper river. "
    "Strand acknowledged that the drawings of the gate were out of date. "
    "Berg argued that the whole valley lives from fishing. "
    "Councillor Nils Aro said that talks with a builder from Turku had begun."
)

WRONG = [
    ("cue_weaker", "The dam is to be emptied, and engineer Marta Lindgren hinted that the gate could fail before repairs start."),
    ("cue_weaker", "Leo Strand, its chairman, questioned whether the inspectors had been misled, while talks go on."),
    ("cue_weaker", "Former manager Paul Okoro makes grave claims; the board declined to comment on the matter."),
    ("cue_weaker", "The chairman, Leo Strand, wondered whether drawings of the gate were out of date, and says no more."),
    ("negation_dropped", "The inspectors had been misled, Leo Strand said."),
    ("negation_dropped", "The inspectors had been misled, according to Leo Strand."),
    ("cue_stronger", "Paul Okoro, who has left, revealed that managers hid two cracks from inspectors, and nobody answered."),
    ("cue_stronger", "College researchers have proved that eels will return to the upper river, though the dam will be emptied."),
    ("cue_stronger", "Councillor Nils Aro confirmed that talks with a Turku builder had started, and eels may come back."),
    (
        "source_multiplied",
        "The dam will be emptied; several sources close to the board said the bill was nearer to four million euros.",
    ),
    ("speaker_swapped", "The dam will be emptied, but Marta Lindgren said that the bill was nearer to four million euros in the end."),
    ("attribution_dropped", "Leo Strand had promised farmers that sluices would stay shut until harvest, and eels may come back."),
    ("attribution_dropped", "Ida Berg, who farms there, said that the meadow would not be flooded, and the dam will be emptied."),
    ("attribution_dropped", "The board will empty the dam. Managers hid two cracks from the inspectors."),
    ("attribution_dropped", "The dam will be emptied in the autumn, and its bill was nearer to four million euros."),
    ("attribution_dropped", "The dam will be emptied in the autumn, although the inspectors had been misled about it."),
]

RIGHT = [
    "The dam is to be emptied, and engineer Marta Lindgren cautioned that the gate could fail before repairs start.",
    "The dam is to be emptied, and engineer Marta Lindgren said that the gate could fail before repairs start.",
    "Leo Strand said that the inspectors had not been misled.",
    "Leo Strand said it was untrue that the inspectors had been misled.",
    "Leo Strand, its chairman, rejected claims that the inspectors had been misled, while talks go on.",
    "Former manager Paul Okoro makes grave claims; the board rejected the allegation.",
    "The chairman, Leo Strand, conceded that drawings of the gate were out of date, and says no more.",
    "Paul Okoro, who has left, alleges that managers hid two cracks from inspectors, and nobody answered.",
    "College researchers believe that eels will return to the upper river, though the dam will be emptied.",
    "Councillor Nils Aro said he thought that talks with a Turku builder had started.",
    "The dam will be emptied; a source close to the board said that the bill was nearer to four million euros.",
    "According to two clerks, Leo Strand had promised farmers that sluices would stay shut until harvest.",
    "Ida Berg, who farms there, said a clerk had told her that the meadow would not be flooded.",
    "Ida Berg, who farms there, is sure that the whole valley lives from fishing.",
    "The board will empty the dam. Managers hid two cracks from the inspectors, according to Paul Okoro.",
]


@pytest.mark.parametrize(("code", "summary"), WRONG)
def test_what_is_told_otherwise_than_by_whom_it_was(code, summary):
    """The cue, the speaker or one of two speakers is another one over the same content: an error."""
    found = [(item.code, item.severity) for item in verify(summary, against=[DAM]).findings]
    assert (code, "error") in found, found


@pytest.mark.parametrize("summary", RIGHT)
def test_what_is_told_by_the_same_person_as_surely(summary):
    """Another cue of the same kind, the same speaker by other words, and speakers in another order are no findings that fail."""
    report = verify(summary, against=[DAM])
    assert report.ok, [(item.code, item.span.quote, item.message) for item in report.findings]


def test_an_office_that_is_named_later_is_no_other_speaker():
    """Whoever holds an office is meant by it, wherever the name stands."""
    source = (
        "Norrland has summoned the ambassador after two cables were cut, in what its prime minister called a “reckless act of sabotage”. "
        "The Prime Minister, Eirik Sund, spoke in the Storting on Monday."
    )
    report = verify("Eirik Sund called the cutting of the cables a “reckless act of sabotage”.", against=[source])
    assert report.ok, [(item.code, item.message) for item in report.findings]


BILL = (
    "Mr Hale's spokesman, Jon Pell, said he had no wish to get ahead of the vote by showing his hand. Tom Hale is a minister. "
    "A spokeswoman for Prime Minister Ada Quill said the talks had failed on Monday. "
    "Bo Marsh's lawyer, Ina Reed, said that her client had never seen the letter. A spokesman for Tarn Foods said the shops would close. "
    "One senior rebel said the scale of the revolt could bring down the government. "
    "A lorry driver has seen the accounts of the port, one person said. The port has not had an offer yet, according to the person."
)


@pytest.mark.parametrize(
    ("code", "summary"),
    [
        ("speaker_swapped", "Tom Hale said he did not want to get ahead of the vote."),
        ("speaker_swapped", "Ada Quill said the talks had failed on Monday, and shops may close."),
        ("speaker_swapped", "Bo Marsh said that he had never seen the letter, and that was all."),
        ("source_multiplied", "The bill is hotly disputed, and senior rebels said the revolt could bring down the government."),
    ],
)
def test_whoever_speaks_for_another_and_whoever_is_alone(code, summary):
    """A spokesman's words are not the minister's, and one without a name is not several."""
    found = [(item.code, item.severity) for item in verify(summary, against=[BILL]).findings]
    assert (code, "error") in found, found


@pytest.mark.parametrize(
    "summary",
    [
        "Tom Hale's spokesman said he did not want to get ahead of the vote.",
        "Jon Pell, who speaks for Tom Hale, said he did not want to get ahead of the vote.",
        "Through his lawyer, Bo Marsh said that he had never seen the letter.",
        "Tarn Foods said the shops would close.",
        "A rebel said the revolt could bring down the government.",
        "A lorry driver has seen the accounts of the port, the person said, but the port has had no offer.",
    ],
)
def test_who_speaks_for_a_firm_speaks_as_it(summary):
    """A firm speaks through its spokesman; and who says it for whom may be told in other words."""
    codes = {item.code for item in verify(summary, against=[BILL]).failing}
    assert not {"speaker_swapped", "source_multiplied"} & codes, codes


FERRY = (
    "Mayor Ada Quill told the council that the new ferry would be late because of a strike in the yard. Captain Bo Marsh spoke about the "
    "cost of repairs. A report by the inspector found that the flood had drowned sheep in a field."
)


@pytest.mark.parametrize(
    ("code", "severity", "summary"),
    [
        ("speaker_swapped", "error", "Captain Bo Marsh told the council that the new ferry would be late."),
        (
            "speaker_swapped",
            "unsure",
            "After a winter of rows over money, Bo Marsh told a council full of doubt: because of a strike at its yard a ferry so new "
            "would come late.",
        ),
        ("source_multiplied", "error", "Inspectors found that the flood had drowned sheep in a field."),
        ("source_multiplied", "unsure", "In a field by the town, where sheep drowned, it was a flood like any other, reports said."),
    ],
)
def test_who_says_it_in_a_sentence_of_own_words_is_no_more_than_a_doubt(code, severity, summary):
    """Where no sentence of the source has half of a sentence's words in their order, who says so may stand anywhere."""
    found = [(item.code, item.severity) for item in verify(summary, against=[FERRY]).findings]
    assert (code, severity) in found, found


MILL = (
    "Mayor Ada Quill denied that the mill had ignored three warnings. Bo Marsh dismissed suggestions that the herd would be sold. "
    "“We are not saying the weir will burst,” said Ivo Hale, the warden. Jo Dunmore declined to say whether the ferry would sail in May."
)


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Mayor Ada Quill said the mill had ignored three warnings.", ("negation_dropped", "said", "denied")),
        ("According to Ada Quill, the mill had ignored three warnings.", ("negation_dropped", "According to", "denied")),
        ("Bo Marsh insisted that the herd would be sold.", ("negation_dropped", "insisted", "dismissed")),
        ("Bo Marsh said it was wrong that the herd would be sold.", None),
        ("Mayor Ada Quill said the mill had not ignored three warnings.", None),
        ("Mayor Ada Quill doubted that the mill had ignored three warnings.", ("cue_weaker", "doubted", "denied")),
        ("Jo Dunmore said the ferry would sail in May.", ("cue_stronger", "said", "declined")),
        ("Ivo Hale said the weir will burst.", ("negation_dropped", "will burst", "not saying the weir")),
    ],
)
def test_who_denies_it_has_not_said_it_and_the_denied_verb_is_shown(summary, expected):
    """A denial told as said turns the meaning round, which the message says; who only declines to speak says neither."""
    found = verify(summary, against=[MILL]).failing
    shown = [(item.code, item.span.quote, item.evidence[0].span.quote) for item in found]
    assert expected in shown if expected is not None else not shown, shown
    denials = [item for item in found if item.code == "negation_dropped" and item.evidence[0].span.quote in {"denied", "dismissed"}]
    assert all(item.message.endswith("the summary says the opposite") for item in denials)
