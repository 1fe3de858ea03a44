"""Summaries in words of their own: what they may say so, and what has still become something else in them."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

_POLL = "A survey shows a 62%-32% divide on the issue: most students strongly agree that the library in Tarn should stay open at night."
_PANEL = "There is only one reason why the figures are known: the Select Committee on Harbours insisted on them, said Ada Quill on Monday."
_NONE = "None was listed as lost or stolen at the time the boxes were moved, but Marsh wrote that the lids had been opened."
_LUNCH = "When Ada Quill, the mayor, was asked at a lunch held by the Tarn Post if she would hold a vote before May, she laughed and left."
_CHANCE = "Marsh may need the farmers as well as the dockers if he is going to stand a chance of winning the seat in Tarn."
_FUND = "Marsh asked a federal court in Tarn on Friday to halt the new ferry rules before the summer season."
_SURE = "“I'm not sure he damaged me, but he took my attention away from the race,” Quill said."
_VOW = "Bo Marsh has vowed to block other ferries from coming to the port. Two dozen other mayors have taken a similar stance."
_NEAR = "Mr. Marsh nearly conceded that the ferry was too old, and asked for a new one."


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        (_POLL, "In a survey, 62% of students said the library in Tarn should stay open at night; 32% did not."),
        (
            _PANEL,
            'Ada Quill said on Monday there was "only one reason" the figures are known, among it that the Harbours committee insisted.',
        ),
        (
            "Quill believed the United States would in the end win its dispute over timber with Norrland, but not until May.",
            "Quill believed America would in the end win its dispute over timber with Norrland, but not until May.",
        ),
        (_NONE, "None of the boxes was listed as lost when moved."),
        (_LUNCH, "Mayor Ada Quill laughed about a vote before May at a lunch held by the Tarn Post, and left."),
        (_CHANCE, "Marsh may need farmers as well as dockers to stand a chance, the article says."),
        (
            "Some engineers say the load on the bridge may be greater.",
            "Some engineers think the load on the bridge may be greater.",
        ),
        (
            "Ada Quill, a historian at the University of Norrland-Tarn, said the fort is more of a ruin.",
            "UNT historian Ada Quill said the fort is more of a ruin.",
        ),
        (
            "Bo Marsh then spoke up, calling the council's proposed grant “a gift to landlords”.",
            "Bo Marsh spoke up, dismissing the council's proposed grant as “a gift to landlords”.",
        ),
        (
            "Only one boat kept close to 50% women in its crew from March through May, the club in Tarn said.",
            "From March through May one boat kept near 50% women in its crew, the club in Tarn said.",
        ),
        (
            "On Monday Ada Quill met the owners of the mill at Tarn. Union members grumbled about the plan to sell it on their page.",
            "Selling the mill at Tarn did not go over well: on their page members of the union grumbled about the plan that "
            "owners met Ada Quill for on Monday.",
        ),
        (
            "The river, believe it or not, rose under the old bridge in Tarn, Quill said.",
            "Quill said the river rose under the old bridge in Tarn.",
        ),
        ("Like it or not, the town will pay for the bridge in Tarn, Orr said.", "The town will pay for the bridge in Tarn, Orr said."),
        (
            "The mayor refused to even say the word “flood” in her speech in Tarn on Monday.",
            "In her speech in Tarn on Monday the mayor's unwillingness to say the word “flood” was plain.",
        ),
        (
            "We asked our readers what they thought the harbour did better than the airport to draw young visitors.",
            "What does the harbour do better than the airport to draw young visitors?",
        ),
        (
            "The pilots have traditionally argued that the owners should pay for the buoys.",
            "The pilots have traditionally wanted the owners to pay for the buoys.",
        ),
        (
            "There’s always a chance her bill could move in the lame spring session, when chaos tends to erupt.",
            "Still, the bill has some chance in the lame spring session.",
        ),
        (
            "Harbour Watch sued in May. “It covered up the leak,” Harbour Watch president Bo Marsh said on Tuesday. "
            "The watchdog group wants the files.",
            "Group president Bo Marsh said on Tuesday that the leak was covered up.",
        ),
        (
            "Marsh did not immediately react to the court ruling on Monday. His club put out a statement contradicting his comments.",
            "Bo Marsh did not comment immediately on the court's ruling.",
        ),
        (
            "“Marsh's aides are lining up rowers for May,” people familiar with the planning told the Tarn Post, the Post reported.",
            "The Tarn Post reported, citing people familiar with the planning, that Marsh's aides were lining up rowers for May.",
        ),
        ("Orr tweeted on Monday that the bridge will open in May.", "On Twitter, Orr wrote on Monday that the bridge will open in May."),
        (
            "The jury visited the house in Tarn where it is alleged the girl was robbed by her keeper. Bo Marsh and Jo Orr deny theft.",
            "Bo Marsh, who was the girl's keeper, and Jo Orr both deny theft.",
        ),
        (
            "Official data do not include emissions from making imported goods but both teams say they should.",
            "Both teams believe that official figures should include emissions of this kind.",
        ),
        (
            "It is likely that the gene is one of many genetic changes that gave humans their unique thinking ability.",
            "The gene is probably just one of many genetic changes behind human thinking.",
        ),
        (
            "The group also owns Norrish cinema chain Oria and luxury boatmaker Holt & Vane.",
            "Orvane already owns the Oria cinema chain and boatmaker Holt & Vane.",
        ),
    ],
)
def test_a_faithful_summary_in_its_own_words_has_no_error(source, summary):
    """A "not" of the summary's own, a hedge from above, "if" for "whether", another name of the same one: nothing that fails."""
    assert [f for f in verify(summary, against=[source]).findings if f.severity == "error"] == []


@pytest.mark.parametrize(
    ("code", "source", "summary"),
    [
        (
            "name_changed",
            "Tarn's Harbour League leader Bo Marsh wrote that he agreed. The minister Jo Orr is against the League.",
            "He has friends abroad, such as Jo Orr, leader of Tarn's Harbour League, who wrote that he agreed.",
        ),
        ("name_changed", "Quill told voters in West Virginia that she would win.", "Quill told voters in Virginia that she would win."),
        (
            "roles_exchanged",
            "The speech told of the need for Norrlanders to respect the old customs of Tarnians in the valley.",
            "The speech was about the need for Tarnians to respect the old customs of Norrlanders.",
        ),
        (
            "roles_exchanged",
            "It is no different, she said, from Jo Orr calling Bo Marsh's plans a waste of paper before he joined him.",
            "She said it was no different from Bo Marsh calling Jo Orr's plans a waste of paper.",
        ),
        (
            "roles_exchanged",
            "Orr blasted Quill and defended Marsh in a recent interview with the Gazette.",
            "Minority leader Jo Orr, interviewed by the Gazette, blasted Marsh and defended Quill, while calling both of them dull.",
        ),
        (
            "plan_as_fact",
            "The board was slated to re-open the pool in Tarn on Thursday night.",
            "The board re-opened the pool in Tarn on Thursday night.",
        ),
        (
            "negation_added",
            "Bo Marsh, who on Tuesday endorsed Quill, said he agrees with Orr's remarks. Orr didn't want to think about Quill winning.",
            "Marsh, who has not endorsed Ada Quill, said he agrees with Orr's remarks.",
        ),
        ("hedge_dropped", _SURE, "Quill said he damaged her and took her attention away from the race."),
        (
            "less_sure",
            _VOW,
            "Bo Marsh said he may try to block other ferries from coming, and two dozen other mayors took a similar stance.",
        ),
        ("cue_stronger", _NEAR, "Marsh conceded that the ferry was too old, and asked for a new one."),
        (
            "plan_as_fact",
            _FUND,
            "On Friday, at the wish of Marsh, a federal court in Tarn halted the new ferry rules before the summer season.",
        ),
        (
            "quantity_changed",
            "Quill is one of our town's most able pilots, and will be until she leaves the port.",
            "Quill is the most able pilot the town has, and will be until she leaves the port.",
        ),
        (
            "contrary",
            "Marsh, who is a pastor in Tarn, scolded the club on Monday's part of his weekly radio show, the Post reported.",
            "Bo Marsh used Monday's part of his daily radio show to scold the club in Tarn.",
        ),
        (
            "quote_altered",
            'Quill said that "we have a mayor that is just not with it at all" on Monday.',
            'Quill said "we have a mayor that is just not up to it at all".',
        ),
        (
            "less_sure",
            "Orr refused to talk, adding that he would be at sea at that time.",
            "Orr would not talk, adding that he might be at sea at that time.",
        ),
        (
            "negation_dropped",
            "The board did not and does not sort its letters by colour, Marsh added.",
            "The board sorts its letters by colour, Marsh said.",
        ),
        (
            "negation_dropped",
            "Quill said non-smokers may sit in the hall of the Tarn theatre.",
            "Quill said smokers may sit in the hall of the Tarn theatre.",
        ),
        (
            "contrary",
            "She praised the Liberal candidate in Tarn on Monday night.",
            "She praised the Conservative candidate in Tarn on Monday night.",
        ),
        (
            "quantity_changed",
            "Most of Tarn's top harbour brass had endorsed the former keeper of the town's keys, including Mayor Jack Orr and Bo Marsh.",
            "All of the town's top brass, Mayor Jack Orr and Bo Marsh included, had endorsed her.",
        ),
        (
            "cue_stronger",
            "If she wins the vote, Quill suggested in a letter, the ferry will sail at night again.",
            "The ferry will sail at night again if she wins the vote, Quill vowed.",
        ),
        (
            "attribution_dropped",
            "Quill further alleges that she was sacked for taking time off to row for the village, a claim that the harbour disputes.",
            "Ada Quill, a pilot, lost her job in June for taking time off to row for the village.",
        ),
        (
            "condition_dropped",
            "“The next summer is critical — because if we do not press on with dredging and cutting the reeds, we will not be able to "
            "reach the quay,” she wrote. Ada Quill leads the port.",
            "In her letter Ada Quill called the coming summer critical and said we will not be able to reach the quay.",
        ),
    ],
)
def test_what_became_something_else_in_freer_words_is_found(code, source, summary):
    """Two that changed places, another body or bearer of an office, what was only asked, one of several, another preposition."""
    found = {f.code: f.severity for f in verify(summary, against=[source]).findings}
    assert found.get(code) == "error", found


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        ("Ada Quill praised Bo Marsh for the new quay in Tarn.", "Bo Marsh was praised by Ada Quill for the new quay in Tarn."),
        ("Ada Quill and Bo Marsh opened the new quay in Tarn.", "Bo Marsh and Ada Quill opened the new quay in Tarn."),
        ("Ada Quill met Bo Marsh at the new quay in Tarn.", "Bo Marsh met Ada Quill at the new quay in Tarn."),
        ("Ada Quill sent letters to Tarn and then to Marrow.", "Ada Quill sent letters to Marrow and to Tarn."),
        ("Quill told voters in West Virginia that she would win.", "Quill told West Virginia voters that she would win."),
        ("Quill told voters in Virginia, and in West Virginia, that she would win.", "Quill told voters in Virginia that she would win."),
        ("It is one of the oldest bridges in Tarn, Quill said.", "It is among the oldest bridges in Tarn, Quill said."),
        ("Quill was told to leave the hall on Friday, and she left that evening.", "Quill left the hall on Friday."),
        ("The board is considering plans to sell the quay to a builder.", "The board is considering selling the quay to a builder."),
        ("The board is set to sell the quay to a builder, Quill said.", "The board plans to sell the quay to a builder, Quill said."),
        (
            "Marsh asked the court to halt the rules. The court halted the rules on Monday.",
            "The court halted the rules, as Marsh had asked.",
        ),
        ("Marrow Broadcasting Company anchor Ada Quill met the mayor on Tuesday.", "The mayor met MBC anchor Ada Quill on Tuesday."),
        (
            "The clerk said that Orr was not opposed by Marsh, but by Quill's sons.",
            "A clerk said it was not Marsh who had opposed Orr, but Quill's sons.",
        ),
        (
            "All of the owners signed the letter to the harbour board. Most of the crews signed the petition.",
            "All of the owners signed the letter, and most of the crews the petition.",
        ),
        (
            "In Sen. Ada Quill's column on Aug. 10 she blames the pilots for the loss of the ferry. Jo Orr replied.",
            "Orr was answering an Aug. 10 column by Sen. Quill, who blames the pilots for the loss of the ferry.",
        ),
        (
            "Quill further alleges that she was sacked for taking time off to row for the village, a claim that the harbour disputes.",
            "Quill says she lost her job for taking time off to row for the village.",
        ),
        (
            "“If the council does not mend the dam, the road will flood every spring,” Orr said.",
            "If the dam is not mended, Orr said, “the road will flood every spring.”",
        ),
        (
            "“If you ask me, the road will flood every spring. The road will flood every spring,” Orr said.",
            "“The road will flood every spring,” Orr said.",
        ),
        (
            "Orr blasted Quill and defended Marsh in a recent interview with the Gazette.",
            "Minority leader Jo Orr, interviewed by the Gazette, defended Marsh and blasted Quill, while calling both of them dull.",
        ),
        (_SURE, "Quill said that she could not be sure he damaged her, and that he took her attention away from the race."),
        (_VOW, "Bo Marsh has vowed to block other ferries from coming to the port."),
        (_NEAR, "Marsh almost conceded that the ferry was too old, and asked for a new one."),
        ("Quill is unsure whether the new bridge will last ten years.", "Quill is not sure the new bridge will last ten years."),
        ("The board was slated to re-open the pool on Thursday night.", "The board is to re-open the pool on Thursday night."),
    ],
)
def test_what_only_looks_exchanged_passes(source, summary):
    """The passive, a pair told the other way round, a deed that both do, a name in its full form, what is told as done elsewhere."""
    assert [f for f in verify(summary, against=[source]).findings if f.severity == "error"] == []


def assert_fails_for(summary: str, source: str, code: str | None) -> None:
    """A failing finding of this code; none at all where no code is given."""
    found = {item.code for item in verify(summary, against=[source]).failing}
    assert code in found if code else not found, found


_DENIED = (
    "Moss Harbour denies that the rope came from its boat. A rope was thrown at the judge, Jo Hand, at the end of the race, and Tarn is "
    "looking into it. Ada Quill said the club had no plans to sell the boats. It is not thought that the fire was linked to a storm in "
    "May. There is no evidence that the lamp was broken, Bo Marsh said. He kept an open mind about the wind. “I do not recall that "
    "letter,” Marsh said of it. It is not unreasonable to assume that the ferry will sail, Cy Dunn said."
)


@pytest.mark.parametrize(
    ("summary", "code"),
    [
        ("Moss Harbour admitted that a rope thrown at the judge, Jo Hand, at the end of the race came from its boat.", "negation_dropped"),
        ("Ada Quill said the club would sell the boats.", "negation_dropped"),
        ("Ada Quill said the club was not planning to sell the boats.", None),
        ("The fire is believed to be linked to a storm in May.", "negation_dropped"),
        ("The fire is not believed to be linked to a storm in May.", None),
        ("Bo Marsh said that the lamp was broken.", "negation_dropped"),
        ("Bo Marsh said that nothing showed that the lamp was broken.", None),
        ("Bo Marsh has not settled on a cause.", None),
        ("Marsh said he could not remember the letter.", None),
        ("Cy Dunn said it was reasonable to assume that the ferry will sail.", None),
    ],
)
def test_what_is_denied_in_other_words_is_denied(summary, code):
    """What nobody plans, thinks or has evidence of is denied; a "not" over a word that no source has turns nothing round for sure."""
    assert_fails_for(summary, _DENIED, code)


_HOPES = (
    "Ada Quill is likely to win the vote in Tarn on June 7, before the polls close. She suspects she will row for Marsh in the "
    "cup. Bo Moss sold the lamps of the church to pay for a boat, a jury has been told. Two rowers have been arrested on suspicion "
    "of theft in Ostrey. Tarn Water, a big northern supplier of water, declined to comment. The storm killed four rowers, among "
    "them Jo Hand."
)


@pytest.mark.parametrize(
    ("summary", "code"),
    [
        ("Ada Quill is certain to take the vote in Tarn on June 7.", "hedge_strengthened"),
        ("Ada Quill said she is sure she will row for Bo Marsh in the cup.", "hedge_strengthened"),
        ("Ada Quill thinks she will row for Bo Marsh in the cup.", None),
        ("Bo Moss sold the lamps of the church and bought a boat.", "attribution_dropped"),
        ("Bo Moss sold the lamps of the church and bought a boat, the court heard.", None),
        ("Two rowers have been charged with theft in Ostrey.", "contrary"),
        ("Two rowers have been arrested in Ostrey over a theft.", None),
        ("The water supplier denied the claims.", "cue_stronger"),
        ("The water supplier would not comment.", None),
        ("The storm killed Jo Hand and three other rowers.", None),
        ("The storm killed Jo Hand and six other rowers.", "figure_changed"),
    ],
)
def test_what_is_left_open_is_not_settled_in_other_words(summary, code):
    """Neither what is only likely, nor what a jury is told, nor what nobody comments on."""
    assert_fails_for(summary, _HOPES, code)


_MAYBE = (
    "Bo Marsh, the harbour clerk, has indicated that he may be willing to back Quill. Jo Hand, who rows for Tarn, said the old gate could "
    "fall into the sea by autumn. A poll of 900 readers had it at 43%-41% for the gate, Mia Roth wrote in the Tarn Times. She left her "
    "post at the library in May. Ada Moss said the gate is loved. If the state does not pay, the town may have to walk away, Kit Orr said. "
    "The town's planned ferry would sail to Ostrey."
)


@pytest.mark.parametrize(
    ("summary", "code"),
    [
        ("Bo Marsh has indicated that he will very likely back her.", "hedge_strengthened"),
        ("Bo Marsh has indicated that he might back her.", None),
        ("Hand said that the old gate will probably fall into the sea.", "hedge_strengthened"),
        ("A poll put the gate ahead by 45%-41%.", "figure_absent"),
        ("A poll put the gate ahead by 43%-41%.", None),
        ("Mia Roth, who wrote in the Tarn Post, told of a poll.", "name_changed"),
        ("Mia Roth, who wrote in the Tarn Times, told of a poll.", None),
        ("The gate is loved, said Ada Mossberg.", "name_misspelt"),
        ("The gate is loved, said Ada Moss.", None),
        ("Kit Orr said the town will have to walk away if the state does not pay.", "hedge_strengthened"),
        ("Kit Orr said the town may have to walk away if the state does not pay.", None),
        ("The town has delayed its ferry to Ostrey.", None),
        ("The town has launched its ferry to Ostrey.", "plan_as_fact"),
    ],
)
def test_what_may_be_is_not_likely_and_a_name_is_written_out(summary, code):
    """Also where the words round it are the summary's own."""
    assert_fails_for(summary, _MAYBE, code)
