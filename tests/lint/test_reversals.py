"""Short sentences that turn their source round by one word, and what looks like them and turns nothing."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

_WARD = "The trial, run by a charity, was not government-funded."
_LAW = "Mayor Ada Quill said Bo Marsh may well have broken the law. The ministry might soon sell the yard in Tarn."
_SAW = "A clerk said: “It is untrue that he saw the letter before June.” Ada Quill said it was not true that the bridge had been sold."
_HOUR = "The clinic recommends less than one hour of sun a day. At least one boat sank off Tarn."
_QUIT = "Culture minister Ada Quill resigned on Monday. The pool opens on Mondays and Wednesdays from May."
_RESULTS = "Ostrey Foods lost £18m last year, after a profit of £4m in 2024. Orvane Mills made a profit of £5m last year."
_POSSIBLE = "Ada Quill urged the firm to do “everything possible” to protect jobs."
_FIRE = "Police did not rule out arson at the mill."
_LEAK = "Ada Quill resigned after a leak inquiry. Quill has denied leaking the memo. “I did not leak it,” she said."
_ASKED = "Finance chief Ada Quill was asked whether the council had considered selling the hall. Quill declined to comment."
_TIDES = "The survey does not prove that tides carry the sand north, Bo Marsh said."
_VOTE = "The full council votes on 4 November on the plan. The hearing is on 3 May. Bo Marsh appears in court on Tuesday."
_HELD = "Police arrested two men, aged 19 and 23, on suspicion of theft on Monday night. They were released on bail on Tuesday."
_ALL = "Not all experts agree. Bo Marsh said the model was wrong."
_LABELS = "Labels of milk may soon include a voluntary statement on their value, the office said."
_FLEET = (
    "A big fleet doesn't necessarily mean more fish. Ada Quill is not always on time. Bo Marsh said the toll is certain to rise in May."
)
_PRAISE = "Perhaps the loud praise of Bo Marsh merely shows that voters are tired of the council and its quarrels."
_WIDOW = "The council somehow lost track of the widow (and possible accomplice) of Bo Marsh after the fire in Tarn."
_SPARED = "Every ward except the maternity ward will be shut on Monday. Everyone except Bo Marsh voted for the bridge, Ada Quill said."
_FERRIES = "Ferries are set to begin sailing to Ostrey on Friday, the firm said. Owners of boats must still apply for a licence."
_SOAP = '"Quill soap is made in Italy, instead of Tarn. Quill barware is made in Slovenia, instead of Ostrey," Bo Marsh said.'
_LIST = "The talks were attended by Bo Marsh, Senator Ada Quill and Jon Brandt. Mia Roth spoke to reporters in Tarn."
_BOAT = "The boat, which neighbours say was stolen from a farm in Tarn, lay in the harbour. Bo Marsh predicted the ferry would sail in May."
_READ = "“This place taught me to read,” Ada Quill said, adding that she feared the closure “will never be reversed”."

_HEIRS = "Ina Reed wants the museum to sort the drawings of Bo Marsh and Jo Orr before selling them. The heirs in Tarn {} drawings."
_CREW = "The storm was a threat to the lighthouse and to some of the boats near it, the crew wrote."
_MARCH = "Jo Orr took over the choir. Its concert is planned for March. Neighbours spoke of a theft that she was accused of and denied."
_NOTE = "Police said there was no sign of a break-in and no note has been found at the mill."
_MOVED = "Bo Marsh took his boats off the Ostrey, and he kept them on the Marrow, a clerk said."
_RACE = "Tarn had lost twice. “If we win the last race we'll give ourselves a chance of making the final rounds,” Ada Quill said."
_STEPS = (
    "The council will then need to agree that budget and, if they fail, the harbour office will step in and act, most likely freezing the "
    "budget in its current state."
)
_RING = (
    "One of those named is Ada Rose Quill, alleged to be the leader of an oyster smuggling ring in Norrland. She is being sought in "
    "connection with the theft of three lamps in May."
)
_GRANT = (
    "Rowing clubs faced possible closure under the plans, and the removal of the grant could have forced some village bakers to shut down."
)
_BORN = (
    'Marsh, the editor, described Quill as "a born rower, always kind, unbelievably quick and generous". Jo Orr, a baker, was among those '
    "who were fans of hers."
)
_TRACKS = "Ada Quill, a rower, said the pilots had a share. “The boats are loud. The tracks will be more testing here than in Ostrey.”"
_BRIDGES = "The bridge in Tarn is older than the one in Ostrey. Turnout was higher in Tarn than in Ostrey."
_TOUR = "The choir is sorry to announce the postponement of the rest of its tour of Norrland."
_ISLANDS = "The president said that the islands had always belonged to Saudi Arabia."
_JAILED = (
    "Nine rowers were jailed in connection with protests over the lock, though many were later cleared or had their terms cut on appeal."
)
_FAIRS = "Several guild heads have vowed to skip the fairs. The guild's decision to not attend any fairs with Ada Quill has drawn blame."
_BATTING = "Bo Marsh is also expected to open the batting alongside Jo Orr, with Ada Quill not yet match-fit despite joining the side."
_BINDING = "The lease was signed on Monday. If it is approved by the harbour court it will become legally binding."
_SHOWS = "Ada Quill opened her tour of Norrland in May. She has also cancelled her remaining tour dates, citing the storm."
_TAKEOVER = "On Tuesday, 95% of Orvane's shareholders voted to back the sale."
_CATS = "A mother and daughter from Tarn who neglected 17 cats were disqualified from keeping all animals indefinitely."
_FINALS = (
    "Ostrey can still make the final - and a place in one of the two spring cups if they beat Marrow at home on Monday and Ferrow lose to "
    "Tarn. “Although we can't reach the final it's good practice,” Tarn's Jo Orr said."
)
_GUILD = "Liberal Democrat leader, Jo Orr, accused the clerks of refusing to listen to the rowers of Tarn."
_SUDDEN = "The baker was found dead in her flat in Tarn on Monday in an apparent suicide. Police said no note has been found."
_SAFE = "The mayor noted that the bridge is safe for lorries. The ferry is quite safe for bakers, the pilot said."
_AREA = (
    "Ch Insp Bo Marsh, West Marrow area commander for Police Tarn, said: “The activity has been centred on the Norrland oyster bars in "
    "West Marrow and we will help the staff.”"
)
_AUDIT = "The audit left open whether the harbour office paid its divers for the work at night."


@pytest.mark.parametrize(
    ("code", "source", "summary"),
    [
        ("negation_dropped", _LEAK, "Quill said she did leak it."),
        ("contrary", _RESULTS, "Ostrey Foods made a profit of £18m last year."),
        ("contrary", _RESULTS, "Orvane Mills lost £5m last year."),
        ("hedge_dropped", _ASKED, "Quill said the council had considered selling the hall."),
        ("negation_dropped", _TIDES, "The survey shows that tides carry the sand north."),
        ("plan_as_fact", _VOTE, "The council voted on the plan on 4 November."),
        ("plan_as_fact", _VOTE, "The hearing took place on 3 May."),
        ("plan_as_fact", _HEIRS.format("intend to sell a box of"), "The heirs in Tarn have sold drawings of Bo Marsh and Jo Orr."),
        ("negation_added", _CREW, "Whatever people feared that night, the storm was no threat to the lighthouse, by its crew's account."),
        ("figure_changed", _MARCH, "The concert is planned for April."),
        ("cue_weaker", _MARCH.replace("she", "Jo Orr"), "Jo Orr declined to comment on the theft."),
        ("hedge_dropped", _AUDIT, "The audit finds it likely that the harbour office paid its divers for the work at night."),
        ("plan_as_fact", _VOTE, "Bo Marsh appeared in court on Tuesday."),
        ("hedge_strengthened", _HELD, "Both men have been charged with theft."),
        ("negation_dropped", _ALL, "All experts agree that the model is wrong."),
        ("hedge_strengthened", _LABELS, "Labels of milk will include a voluntary statement on their value, the office said."),
        ("negation_dropped", _WARD, "The trial, run by a charity, was government-funded."),
        ("negation_dropped", "The survey was not peer-reviewed.", "The survey was peer-reviewed."),
        ("hedge_dropped", _LAW, "Ada Quill said Bo Marsh broke the law."),
        ("hedge_strengthened", _LAW, "The ministry will sell the yard in Tarn."),
        ("negation_dropped", _SAW, "A clerk said he saw the letter before June."),
        ("negation_dropped", _SAW, "Ada Quill said the bridge had been sold."),
        ("contrary", _QUIT, "Culture minister Ada Quill was sacked on Monday."),
        ("contrary", _QUIT, "Ada Quill died on Monday."),
        ("contrary", _QUIT, "The pool opens on Mondays and Thursdays from May."),
        ("hedge_dropped", _FIRE, "Police suspect arson at the mill."),
        ("hedge_dropped", _FLEET, "But a big fleet does not mean more fish, and boats cost more each year."),
        ("quantity_changed", _FLEET, "Ada Quill is not on time."),
        ("hedge_dropped", _PRAISE, "The praise merely shows that voters are tired of the council and its quarrels."),
        ("hedge_dropped", _WIDOW, "Later it lost track of the widow and accomplice of Bo Marsh, who is said to have been at the fire."),
        ("quantity_changed", _SPARED, "Every ward will be shut on Monday."),
        ("quantity_changed", _SPARED, "Ada Quill said that everyone voted for the bridge."),
        ("plan_as_fact", _FERRIES, "Ferries are already sailing to Ostrey, the firm said."),
        ("plan_as_fact", _FERRIES, "Owners of boats have now applied for a licence."),
        ("name_changed", _SOAP, "His soap is made in Italy instead of Tarn and his barware in Slovakia instead of Ostrey, Bo Marsh said."),
        ("name_changed", _LIST, "Jon Brandt, Mia Roth and Bo Marsh attended the talks."),
        ("attribution_dropped", _BOAT, "The boat, stolen from a farm in Tarn, lay in the harbour."),
        ("plan_as_fact", '"We will open the new school in May," Ada Quill said.', "The new school has opened, Ada Quill said."),
        (
            "hedge_dropped",
            "Some accused Bo Marsh of inciting violence against Ada Quill.",
            "With that remark he incited violence against her.",
        ),
        (
            "name_changed",
            "He was assistant secretary of the Navy during World War I. Ada Quill rowed.",
            "Quill was assistant secretary of War during World War I.",
        ),
        (
            "attribution_dropped",
            _AREA,
            "A baker says she knows of the inquiry. It centred on Norrland oyster bars in West Marrow, where boats will be on watch.",
        ),
        (
            "quantity_changed",
            _JAILED,
            "All of the rowers jailed over the protests were later cleared or had their terms cut on appeal.",
        ),
        ("condition_dropped", _BINDING, "The council signed the lease. It is legally binding, and many cheered."),
        ("negation_added", _SAFE, "The mayor said that the bridge is not safe for lorries."),
        ("negation_added", _SAFE, "The pilot said that the ferry is not safe for bakers."),
        ("quantity_changed", _TAKEOVER, "On Tuesday all of Orvane's shareholders voted to back the sale."),
        ("condition_dropped", _FINALS, "Ostrey can still make the final and a place in the spring cups."),
        ("hedge_dropped", _SUDDEN, "The baker was found dead in her flat in Tarn on Monday in a suicide."),
        ("negation_dropped", _NOTE, "Police found a note at the mill."),
        (
            "hedge_dropped",
            _RING,
            "The list includes Ada Rose Quill, who leads an oyster smuggling ring in Norrland and is being sought over the theft of lamps.",
        ),
        ("hedge_strengthened", _GRANT, "Under the plans, rowing clubs will close and village bakers will have to shut down."),
        ("speaker_swapped", _BORN, "Baker Jo Orr described Quill as a born rower who was always kind and unbelievably quick."),
        ("contrary", _TRACKS, "Ada Quill, a rower with a share in boats, said the tracks here will be less testing than in Ostrey."),
        ("contrary", _BRIDGES, "The bridge in Tarn is younger than the one in Ostrey."),
        ("roles_exchanged", _BRIDGES, "The bridge in Ostrey is older than the one in Tarn."),
        ("roles_exchanged", _BRIDGES, "Turnout was higher in Ostrey than in Tarn."),
        ("contrary", _TOUR, "The choir has cancelled the rest of its tour of Norrland."),
        ("cue_stronger", _BOAT, "Bo Marsh guaranteed that the ferry would sail in May."),
    ],
)
def test_a_short_sentence_that_turns_its_source_round(code, source, summary):
    """A "not" before a word in two parts, "may well", "untrue", "less than one", another end of an office, another day; and what is only
    asked, not shown, to come or suspected; a "perhaps", a "possible", an "except" or who says so left out; another name of a list.
    """
    assert (code, "error") in [(item.code, item.severity) for item in verify(summary, against=[source]).findings]


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        (_LEAK, "Quill said she did not leak it."),
        (_RESULTS, "Ostrey Foods lost £18m last year after a £4m profit in 2024."),
        (_RESULTS, "Orvane Mills earned £5m last year."),
        (_POSSIBLE, "Ada Quill urged the firm to protect jobs."),
        (_ASKED, "Quill would not say whether the council had considered selling the hall."),
        (_ASKED, "Ada Quill was asked if the council had considered selling the hall."),
        ("Asked whether the port would sell the crane, Bo Marsh said it would.", "Bo Marsh said the port would sell the crane."),
        (_TIDES, "The survey is no proof that tides carry the sand north."),
        (_VOTE, "The council will vote on the plan on 4 November."),
        (_VOTE, "The plan goes to the full council on 4 November."),
        (
            "Tarn council votes for a new pier. The council backed the pier on Monday by 12 votes to 3.",
            "The council voted for the pier on Monday.",
        ),
        (_HELD, "Two men have been bailed after arrests over a theft."),
        (_HELD + " One of them was later charged.", "One of the men has been charged with theft."),
        ("The exhibition runs until Sunday in Tarn.", "The exhibition ran until Sunday in Tarn."),
        ("It is untrue that the mill is shut, Bo Marsh said.", "Bo Marsh said claims that the mill is shut are untrue."),
        ("It is untrue that the mill is shut, Bo Marsh said.", "The mill is still open, Bo Marsh said."),
        (_ALL, "Not every expert agrees, and Bo Marsh said the model was wrong."),
        (_LABELS, "Labels of milk will soon be asked to include a voluntary statement on their value, the office said."),
        (_READ, "Ada Quill said she feared the closure will never be reversed."),
        (_WARD, "The government did not pay for the trial, run by a charity."),
        ("The figures could be fact-checked.", "The figures could be checked."),
        (_LAW, "Ada Quill said Bo Marsh may have broken the law."),
        (_LAW, "Ada Quill said Bo Marsh could well have broken the law."),
        (_SAW, "A clerk said he did not see the letter before June."),
        (_SAW, "A clerk denied that he saw the letter before June."),
        (_SAW, "Ada Quill denied that the bridge had been sold."),
        (_HOUR, "The clinic recommends under one hour of sun a day."),
        (_QUIT, "Ada Quill, the culture minister, quit on Monday."),
        (_QUIT, "On Mondays and Wednesdays the pool opens from May."),
        (_FIRE, "Police said arson at the mill could not be ruled out."),
        (_FIRE, "Police said arson was possible at the mill."),
        (_FLEET, "A big fleet may not mean more fish."),
        (_FLEET, "A big fleet does not always mean more fish."),
        (_FLEET, "The toll will rise in May, Bo Marsh said."),
        (_PRAISE, "The praise of Bo Marsh may show that voters are tired of the council."),
        ("Perhaps the most famous of them, Bo Marsh sold his boat in May.", "Bo Marsh sold his boat in May."),
        (_WIDOW, "The council lost track of the widow of Bo Marsh after the fire in Tarn."),
        (_SPARED, "Every ward but the maternity ward will be shut on Monday."),
        (_SPARED, "Ada Quill said everyone apart from Bo Marsh voted for the bridge."),
        (_FERRIES, "Ferries will sail to Ostrey from Friday, the firm said."),
        ("Ferries began sailing to Ostrey on Friday, the firm said.", "Ferries are now sailing to Ostrey, the firm said."),
        (_SOAP, "His barware is made in Slovenia instead of Ostrey, Bo Marsh said."),
        (_LIST, "The talks were attended by Jon Brandt, Bo Marsh and Ada Quill."),
        (_HEIRS.format("sold a box of"), "The heirs in Tarn have sold drawings of Bo Marsh and Jo Orr."),
        (
            "Pretending to be at sea, he tells the crowd: “I was quite glad to hear that the lamp is for sale in Tarn.”",
            "Bo says: “I was quite glad to hear that the lamp is for sale in Tarn.”",
        ),
        ("In a harbour posting, Reed claimed that the old barge had sunk.", "Reed claimed that the old barge had sunk."),
        (
            "Bathers have been told of the smell from the weir, described as like old fish or soap, for many weeks.",
            "Bathers have been told of the smell from the weir.",
        ),
        (
            "He wrote that the mill is a ruin, bakers are not fit to row, the flood might have been stopped if the lock had held, and that "
            "the fair should end.",
            "He wrote that the mill is a ruin.",
        ),
        (
            "“We are a choir and if you do not trust what the others sing then it will be loud for a time,” Orr said.",
            "Orr said: “We are a choir”",
        ),
        (_LIST + " Mia Roth, Bo Marsh and Jon Brandt met in Tarn.", "Bo Marsh, Mia Roth and Jon Brandt met in Tarn."),
        (
            _AREA,
            "Tarn police say that the arrests came out of a long inquiry. It centred on Norrland oyster bars in West Marrow, where boats "
            "will be on watch.",
        ),
        (_JAILED, "Many of the rowers jailed over the protests were later cleared or had their terms cut on appeal."),
        (_FAIRS, "The heckling of clerks at fairs attended by Ada Quill has led guild heads to stay away."),
        (_BATTING, "Ada Quill will not play because she is not yet fit."),
        (_SHOWS, "Ada Quill will not be touring Norrland: the singer cancelled her last dates over the storm."),
        (_TAKEOVER, "Almost all of Orvane's shareholders voted for the sale on Tuesday."),
        (_CATS, "A mother and daughter who had neglected 17 cats may not keep animals again."),
        (_FINALS, "Tarn cannot reach the spring cups, while Ostrey still can."),
        (_GUILD, "The Liberal Democrats accuse the clerks of not listening to the rowers."),
        (_SUDDEN, "No suicide note was found, police said."),
        (_NOTE, "Police found no sign of a break-in at the mill."),
        (_MOVED, "Bo Marsh left his boats on the Marrow when he removed them from the Ostrey, a clerk said."),
        (_RACE, "Tarn rowers won but are out of the running for the final rounds."),
        (_STEPS, "If no agreement is reached, the harbour office is likely to step in."),
        (
            _RING,
            "The list includes Ada Rose Quill, said to lead an oyster smuggling ring in Norrland and sought over the theft of lamps.",
        ),
        (_BORN, "The editor, Marsh, described Quill as a born rower who was always kind and unbelievably quick."),
        (_BRIDGES, "The bridge in Ostrey is younger than the one in Tarn."),
        (_BRIDGES, "In Tarn turnout was higher than in Ostrey."),
        (_BRIDGES, "Turnout was lower in Ostrey than in Tarn."),
        (_TOUR, "The choir has postponed the rest of its tour of Norrland."),
        (_ISLANDS, "The president said that the islands had always belonged to Riyadh."),
        (_BOAT, "The boat, said to have been stolen from a farm in Tarn, lay in the harbour."),
        (_BOAT, "Bo Marsh said that the ferry would sail in May."),
        ('"We will open the new school in May," Ada Quill said. The school opened in May.', "The new school opened in May."),
        ("Bo Marsh will visit New York in May. He visited New York in 2011.", "Bo Marsh visited New York in 2011."),
        ("Ada Quill accused Bo Marsh of hiding the money in Tarn.", "Ada Quill said Bo Marsh hid the money in Tarn."),
        (
            "Bo Marsh said he would like to work with the Tarn senator.",
            "Bo Marsh said he would like to work with Ada Quill, the Tarn senator.",
        ),
    ],
)
def test_what_says_the_same_in_few_other_words(source, summary):
    """The same sense with another "not", hedge or verb."""
    assert verify(summary, against=[source]).ok


def test_a_day_that_no_source_has_may_be_right():
    """A source that does not tell the day leaves a summary's own unsure, in the plural too."""
    report = verify(
        "The library in Tarn will close on Mondays from January.", against=["The library in Tarn will close soon, a clerk said."]
    )
    assert "name_absent" not in {item.code for item in report.failing}
