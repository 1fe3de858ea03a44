"""docs/rules.md holds a wrong and a right example for every rule: each is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcards.lint.fixing import applied, chosen
from factcards.lint.meanings import CODES
from factcards.verifying import verify

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^## (\w+)\n\n\((\w+)\) .*?\n\n> Source: (.*?)\n>\n> Wrong: (.*?)\n>\n> Right: (.*?)\n", re.MULTILINE | re.DOTALL)
EXAMPLES = {found[1]: found.groups()[1:] for found in SECTION.finditer(PAGE)}


def test_every_code_has_a_section_with_a_wrong_and_a_right_example():
    """The page and the code list the same rules."""
    assert tuple(EXAMPLES) == CODES


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_is_found_with_its_severity(code):
    """The example that the page calls wrong has a finding of this code, as bad as the page says."""
    severity, source, wrong, _right = EXAMPLES[code]
    found = {item.code: item.severity for item in verify(wrong, against=[source]).findings}
    assert found.get(code) == severity, found


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_passes(code):
    """The example that the page calls right has no finding at failing severity."""
    _severity, source, _wrong, right = EXAMPLES[code]
    report = verify(right, against=[source])
    assert report.ok, report.findings


_CUPBOARD = "The couple kept the children in a cupboard for days, police said."
_GAMBLE = "The minister called the plan a reckless gamble with public money."
_SMOKERS = 'Mary Pole runs the hospital. The report came out today. "One in four men in the world is a daily smoker," Anna Reed said.'
_SHARES = "Shares in the company fell after the chairman resigned on Monday."
_SCHOOLS = "The mayor spoke on Friday. She would not be drawn on whether schools would reopen on Monday."
_WRECK = "The wreck of the ship was identified off the coast of Canada, and divers plan to return next year."
_LEAGUE = """"Let us give the Super League a pat on the back," Shaun Wane said after the match.

Tony Smith said that the Super League was harder than the Super League of old.

The Super League begins in May. The Super League has twelve clubs."""
_RATES = "Mortgage lending rose in 2015 and was at its highest since 2008, the council said."
_RECORD = "The shares touched their highest price, and the bond fell to its lowest level since January."
_PLEA = "A man pleaded guilty to manslaughter for the second time after the death of a walker who fell from a clifftop."
_YIELDS = "The bank said on Wednesday that yields had touched 0.505%, above its cap of 0.5%, after a rise on Tuesday."
_POVERTY = "being driven into poverty, losing £200 a month"
_UNION = (
    f"The council met on Monday. Helen Metcalf of the union said the assistants now face {_POVERTY} and there was no option but a ballot."
)
_TICKETS = """Fares went up by 2.3% in January, though Martin Lewis had warned of it. He said more was needed.

"It is a step, but people cannot have the confidence that they will be paying the best price," he said."""
_THIEVES = """Chris Green leads the unit. "They thought nothing of using explosives, and are due in court in April," said Maria Corr of the
Crown Prosecution Service."""
_SURGEON = (
    """Another resident, Callum Calvey, had been out at work. "None of the other residents are about," the 21-year-old tree surgeon said."""
)
_MODEL = "Candice Swanepoel, who has been working since she was 15, said she had to grow up fast."
_MARCH = "The police say that 500 people with banners marched through Leeds."


_SHUT = "The bridge, which is 3 km long, will close for three weeks from Monday, the council said. It was built in two years."
_DENIED = "The ferry company, Ostrey Lines, denied that it had agreed to run a night service."
_BRIBES = "Ada Quill, 41, of Brasswick, denied taking bribes from a builder. Her lawyer spoke for an hour."
_FIRES = (
    "The fire brigade found that three barns had been set alight. Prosecutors alleged that Bo Marsh, of Brill Lane in Marrow, lit them "
    "after robbing Ada Pole. A village doctor who examined her later believed Ada Pole had been poisoned, jurors have heard."
)
_CALLED = """Max Quill told the panel that he had "no regrets" about the sale.
"I have no regrets at all about selling off the yard," Mr Quill told the panel on Monday."""
_OBJECTED = {
    "The League Two side have hired the former player Jimmy Carr.": {"name_absent"},
    "GlaxoSmithKline said it would buy the laboratory in May.": {"name_absent"},
}
"""Summaries that another rule than the one they are there for calls wrong: known false alarms."""


@pytest.mark.parametrize(
    ("code", "severity", "source", "summary"),
    [
        (
            "negation_dropped",
            "unsure",
            "“We are not asking for help, but we may be by Friday,” said Petra Lund.",
            "Petra Lund said they “may be” asking for help by Friday.",
        ),
        ("figure_changed", "error", _SHUT, "The council said the bridge would be shut for three days."),
        ("figure_changed", "error", _SHUT, "The 3-mile bridge will be shut for three weeks."),
        ("figure_changed", None, _SHUT, "The council said the bridge would be shut for 21 days."),
        ("figure_changed", None, _SHUT, "The bridge, about two miles long, will be shut for three weeks."),
        ("contrary", "error", _SHUT, "The bridge, which is 3 miles long, will close for three weeks from Monday, the council said."),
        ("hedge_dropped", None, _FIRES, "Prosecutors say Bo Marsh lit barns after robbing her."),
        ("hedge_dropped", None, _FIRES, "Prosecutors claim Bo Marsh lit them."),
        ("attribution_dropped", None, _FIRES, "Bo Marsh is accused of lighting them."),
        ("scope_moved", None, _FIRES, "Bo Marsh allegedly lit them."),
        ("hedge_dropped", "error", _FIRES, "Bo Marsh lit barns after robbing her."),
        ("attribution_dropped", None, _FIRES, "A village doctor thought she had been poisoned."),
        ("negation_dropped", "error", _DENIED, "Ostrey Lines has agreed to run a night service."),
        ("negation_dropped", None, _DENIED, "Ostrey Lines has not agreed to run a night service."),
        ("negation_dropped", None, _DENIED, "Ostrey Lines rejected claims that it has agreed to run a night service."),
        ("negation_dropped", "error", _BRIBES, "Ada Quill took bribes from a builder."),
        ("negation_dropped", None, _BRIBES, "Ada Quill did not take bribes from a builder."),
        ("attribution_dropped", None, _BRIBES, "Ada Quill, 41, of Brasswick, is charged with taking bribes from a builder."),
        ("quote_altered", "error", "Officials carried out a “controlled burn” of gas.", "Officials carried out a “burned burn” of gas."),
        ("negation_dropped", "error", "Quill denied that she had cancelled the fair.", "Quill had cancelled the fair."),
        ("quote_absent", "unsure", "Mourinho answered critics of his football.", "Mourinho answered 'boring' critics of his football."),
        ("quote_absent", "error", "Mourinho answered critics of his football.", 'Mourinho answered "boring" critics of his football.'),
        ("quote_altered", "unsure", _CUPBOARD, "Police said the couple 'starved and beat both of the children in a cupboard'."),
        (
            "speaker_swapped",
            None,
            "The company, which was fined £4m in 2023, said in a statement that it was sorry for the leaks. Its boss left in May.",
            "The firm, fined £4 million in 2023, said it was sorry for the leaks.",
        ),
        (
            "speaker_swapped",
            "error",
            "The union said that it was sorry for the leaks at the works in Brill.",
            "The firm said that it was sorry for the leaks at the works in Brill.",
        ),
        (
            "quote_altered",
            "error",
            "Bo Marsh may never walk again after the 'horrendous' accident in Brill. The fall may affect his sight.",
            "Bo Marsh may never walk again after an 'affect' accident.",
        ),
        (
            "quote_altered",
            "error",
            "Ada Quill said the service must not be seen as “triumphalist”. Some were celebrating in the street.",
            "Ada Quill said the service must not be seen as 'celebrating'.",
        ),
        (
            "quote_altered",
            None,
            "Bo Marsh was hurt in a horrendous accident in Brill. Ada Quill called the road 'deadly'.",
            "Bo Marsh was hurt in a 'horrendous' accident in Brill.",
        ),
        ("quote_altered", "error", _GAMBLE, "The minister called the plan a 'reckless waste with public money'."),
        ("less_sure", "error", _WRECK, "The wreck of the ship may have been found off the coast of Canada."),
        (
            "less_sure",
            "error",
            "The owner of the troubled online shop Quill Media was arrested Monday on theft charges as part of a plan to prop up the badly "
            "run company, which lost millions of dollars before it shut down amid news of possibly unsafe work.",
            "The owner of the troubled online shop Quill Media may have been taken into custody on theft charges as part of a plan to keep "
            "afloat the badly run company.",
        ),
        (
            "less_sure",
            "error",
            "The owner of the failing mill was charged on Monday over a plan to prop it up, which lost millions before it shut amid "
            "news of possibly unsafe work.",
            "The owner of the failing mill may have been charged over a plan to prop it up, which lost millions before it shut.",
        ),
        ("approximation_changed", "error", "At least 30 people were hurt in the fire.", "Up to 30 people were hurt in the fire."),
        (
            "approximation_changed",
            "error",
            "Nearly 40 per cent of voters stayed at home.",
            "More than 40 per cent of voters stayed at home.",
        ),
        ("approximation_changed", "error", "Fewer than 500 tickets were sold for the match.", "More than 500 tickets were sold."),
        ("approximation_changed", None, "Thirty or more people were hurt in the fire.", "At least 30 people were hurt in the fire."),
        (
            "figure_changed",
            None,
            "A driver told the court on Monday that he had never been on the bridge. Bo Marsh, 58, denies theft.",
            "Bo Marsh, 58, had never been on the bridge.",
        ),
        (
            "contrary",
            "error",
            "The mayor was less gloomy about the bridge, she said.",
            "The mayor was more gloomy about the bridge, she said.",
        ),
        (
            "attribution_dropped",
            None,
            "Mr Marsh said he had been told by his agent, Ada Quill, that the bridge would open.",
            "Marsh said his agent told him that the bridge would open.",
        ),
        (
            "speaker_swapped",
            None,
            "The judge, Mrs Justice Quill, said she hoped to send the jury out on Friday.",
            "The judge hopes to send the jury out on Friday.",
        ),
        (
            "speaker_swapped",
            None,
            "Norland Foods cut its forecast. It has hedged its needs for next year, according to a company presentation.",
            "Norland Foods has hedged its needs for next year.",
        ),
        (
            "hedge_strengthened",
            "error",
            "The operator said it hoped to run a ferry on Thursday.",
            "The operator said it will run a ferry on Thursday.",
        ),
        ("hedge_strengthened", None, "The operator said it hoped to run a ferry.", "The operator said it would like to run a ferry."),
        ("negation_added", None, "The mayor doubts that the bridge will open.", "The mayor does not believe that the bridge will open."),
        ("contrary", "error", "The mayor doubts that the bridge will open.", "The mayor believes that the bridge will open."),
        (
            "plan_as_fact",
            None,
            "Planning officers had recommended approval of the bridge.",
            "Officers had recommended approval of the bridge.",
        ),
        (
            "contrary",
            "error",
            "Planning officers had recommended approval of the bridge.",
            "Officers had recommended refusal of the bridge.",
        ),
        (
            "cue_weaker",
            None,
            "Campaigners say they will seek a judicial review of the bridge.",
            "Campaigners plan to seek a judicial review of the bridge.",
        ),
        (
            "attribution_dropped",
            None,
            "Revenue rose by 4% to 6.2 billion crowns, roughly in line with forecasts.",
            "Revenue rose by 4% to 6.2 billion crowns.",
        ),
        (
            "quantity_changed",
            "error",
            "Seventy per cent of the residents have left, she said.",
            "All of the residents have left, she said.",
        ),
        ("approximation_changed", None, "About 12,000 homes had no power on Friday.", "More than 12,000 homes were without power."),
        (
            "approximation_changed",
            None,
            "At least 30 people were hurt, police said. The mayor spoke of as many as 30 people who were hurt.",
            "Up to 30 people were hurt.",
        ),
        ("less_sure", None, _SCHOOLS, "Schools may reopen on Monday."),
        ("hedge_dropped", "error", _SCHOOLS, "The mayor said schools would reopen on Monday."),
        ("hedge_dropped", None, _SCHOOLS, "It is not clear if schools would reopen on Monday."),
        ("hedge_dropped", None, _SCHOOLS, "The council is to vote on Friday on schools that would reopen on Monday."),
        ("figure_absent", "error", "Thousands of homes had no power on Friday.", "About 13,000 homes had no power."),
        ("less_sure", None, _WRECK.replace("was", "has apparently been"), "The wreck may have been found off the coast of Canada."),
        ("speaker_swapped", "error", _LEAGUE, "Tony Smith says the Super League should be given a pat on the back."),
        ("name_absent", "unsure", _SHARES, "Shares in the company fell in Leeds after the chairman resigned on Monday."),
        ("name_absent", "error", _SHARES, "Shares in the company fell in Leeds and Bristol after the chairman resigned on Monday."),
        ("name_absent", "unsure", _MARCH, "The West Leeds Party says that 500 people with banners marched."),
        ("figure_absent", "unsure", _RATES, "Mortgage lending hit a seven-year high, the council said."),
        ("figure_absent", "error", _RATES, "Mortgage lending hit a nine-year high, the council said."),
        ("figure_changed", None, _MARCH, "Hundreds of people with banners have been on the streets of Leeds."),
        ("figure_changed", "error", _MARCH, "The police say that 700 people with banners marched through Leeds."),
        ("speaker_swapped", "unsure", _SMOKERS, "One in four men in the world is a daily smoker, a study said."),
        ("speaker_swapped", "error", _SMOKERS, "One in four men in the world is a daily smoker, Mary Pole said."),
        (
            "attribution_dropped",
            "error",
            "The budget office now says the reckoning will come sooner because Ada Quill and Bo Marsh agreed to extend the tax cuts.",
            "The reckoning will come sooner because Ada Quill and Bo Marsh agreed to extend the tax cuts.",
        ),
        (
            "attribution_dropped",
            "error",
            "Mr. Marsh sought to restore the deal, worth a reported $1.2 million, after he left in May, The Brill Post recently reported.",
            "Mr. Marsh sought to restore the deal, worth a reported $1.2 million, after he left in May.",
        ),
        (
            "attribution_dropped",
            "error",
            "The bridge will be shut in May, according to interviews with a dozen engineers and officials who took part in the inspection.",
            "The bridge will be shut in May.",
        ),
        (
            "figure_absent",
            None,
            "The side have hired the former player Jimmy Carr on Monday.",
            "The League Two side have hired the former player Jimmy Carr.",
        ),
        (
            "speaker_swapped",
            None,
            "“We will reassess our part in the council,” Unity MP Ada Quill said.",
            "Unity said “we will reassess our part in the council”.",
        ),
        (
            "hedge_dropped",
            "error",
            "The ministry is understood to oppose any change to the date.",
            "The ministry opposes any change to the date.",
        ),
        (
            "less_sure",
            "unsure",
            "Mary Pole was told to leave the ride.",
            "Mary Pole was told she could not ride and had to leave the ride.",
        ),
        ("condition_dropped", "error", "The deal is signed, pending approval by the court.", "The deal is signed."),
        ("condition_dropped", "error", "The bridge will open in May unless the inspectors object.", "The bridge will open in May."),
        ("cause_claimed", "error", _SHARES, "Shares in the company fell because the chairman resigned on Monday."),
        ("cause_claimed", "unsure", _SHARES, "The chairman's resignation on Monday led to a fall in the company's shares."),
        (
            "plan_as_fact",
            "error",
            "The council will sell the old library building next year.",
            "The council has sold the old library building.",
        ),
        (
            "plan_as_fact",
            "error",
            "The minister is to visit the flooded villages on Friday.",
            "The minister visited the flooded villages on Friday.",
        ),
        (
            "plan_as_fact",
            None,
            "The council will sell the library. It has sold the town hall already.",
            "The council has sold the town hall.",
        ),
        ("source_multiplied", "error", "Two experts said the dam was unsafe.", "Experts said the dam was unsafe."),
        ("source_multiplied", None, "Two experts said the dam was unsafe.", "The experts said the dam was unsafe."),
        ("figure_absent", None, "The 113 migrants landed in the port on Tuesday.", "More than 100 migrants landed in the port on Tuesday."),
        (
            "speaker_swapped",
            None,
            "GSK said it would buy the laboratory in May.",
            "GlaxoSmithKline said it would buy the laboratory in May.",
        ),
        (
            "contrary",
            None,
            "Striker Ada Quill is out of the Rovers match against Brill with an ankle injury.",
            "Striker Ada Quill is out with an ankle injury for Rovers.",
        ),
        (
            "contrary",
            None,
            "For the safety of our staff we do not allow sleepovers in our shops.",
            "The firm has banned sleepovers in its shops.",
        ),
        (
            "cue_stronger",
            None,
            "Bo Marsh fully expects Ada Quill to turn nasty after accusing her and Ivo Hale of being selfish.",
            "Bo Marsh accused Ada Quill and Ivo Hale of being selfish.",
        ),
        (
            "cue_stronger",
            None,
            "The writer asked every driver to give advice in hopes of the key to a good marriage.",
            "The writer asked every driver to give advice on finding the key to a good marriage.",
        ),
        (
            "negation_dropped",
            None,
            "It was not until the 2020 accords that it became possible for carriers to compete, Ada Quill said.",
            "Ada Quill said it was only with the 2020 accords that it became possible for carriers to compete.",
        ),
        (
            "less_sure",
            None,
            "The move could cut carriers' flight times to Asia by up to three hours, Ada Quill, a commentator, told CNN. "
            "She expects new routes.",
            "A commentator told CNN that she expects new routes and that flights to Asia could be up to three hours shorter.",
        ),
        (
            "hedge_dropped",
            None,
            "Bo Marsh, who allegedly impersonated an executive during a pitch to the bank, pleaded guilty.",
            "Bo Marsh, who is accused of impersonating an executive during a pitch to the bank, pleaded guilty.",
        ),
        (
            "hedge_dropped",
            None,
            "For now we are happy with our London office, though there is always a chance we could move it to Frankfurt, Ada Quill said.",
            "Ada Quill is content with the London office for now, but did not rule out moving it to Frankfurt, she said.",
        ),
        (
            "quantity_changed",
            "error",
            "Although several members of the Rural Alliance have suggested that they may abstain, the motion is unlikely to pass.",
            "The motion is unlikely to pass, although all Rural Alliance members have hinted that they may abstain.",
        ),
        (
            "quantity_changed",
            "error",
            "Ada Quill said that to breed such animals and then return some to the home of their species is a rare event.",
            "Ada Quill called it a rare event to breed such animals and then return all of them to the home of their species.",
        ),
        (
            "approximation_dropped",
            "error",
            "The auditors criticised gaps in the records. An audit in January found that the project was 19 months late and might cost "
            "up to 60 million crowns more.",
            "The auditors criticised gaps in the records and said in January that the project was 19 months late and would overrun by "
            "60 million crowns.",
        ),
        (
            "negation_dropped",
            "error",
            "In a 41-page request, prosecutors allege that Ada Quill steered the contract to Ostrel Marine, a company part-owned "
            "by Bo Marsh. It does not accuse her of having received money.",
            "In a 41-page request, prosecutors allege that Ada Quill steered the contract to Ostrel Marine, a company part-owned "
            "by Bo Marsh, and accuse her of having received money.",
        ),
        (
            "plan_as_fact",
            "error",
            "“Marsh repeatedly attempted to entice both investors and lenders,” Ada Quill of the bureau said.",
            "Ada Quill of the bureau said that Marsh had repeatedly enticed investors and lenders.",
        ),
        (
            "condition_dropped",
            None,
            "Bo Marsh called the request a political document and said the minister would cooperate with "
            "the investigation if she saw the file.",
            "Bo Marsh called the request a political document.",
        ),
        (
            "source_multiplied",
            None,
            "If somebody is in a bad relationship he does not want to leave, Ada Quill said.",
            "People in bad relationships do not want to leave, Ada Quill said.",
        ),
        (
            "approximation_dropped",
            None,
            "Marsh has struggled to live up to his £28million price tag.",
            "Marsh has struggled with his £28m price tag.",
        ),
        (
            "approximation_dropped",
            "error",
            "Marsh has struggled to live with a price tag of up to £28million.",
            "Marsh has struggled to live with a price tag of £28m.",
        ),
        (
            "attribution_dropped",
            None,
            "Selected: Former Judge Ada Quill has been chosen for an award by her bar association.",
            "Former Judge Ada Quill has been chosen for an award by her bar association.",
        ),
        (
            "attribution_dropped",
            "error",
            "Bo Marsh: Former Judge Ada Quill has been chosen for an award by her bar association.",
            "Former Judge Ada Quill has been chosen for an award by her bar association.",
        ),
        (
            "source_multiplied",
            None,
            "The revelation will heighten fears that the peer was helped.",
            "Revelation heightens fears that the peer was helped.",
        ),
        (
            "speaker_swapped",
            None,
            "The village resident, who was known as Bo Marsh until Tuesday, told a paper that he did not expect to be elected.",
            "Marsh says that he does not expect to be elected.",
        ),
        (
            "name_changed",
            None,
            "Today will be cloudy in central Britain with a chance of showers.",
            "Today will be cloudy in central UK with a chance of showers.",
        ),
        (
            "name_changed",
            None,
            "Ada Quill and Bo Marsh wrote The Brillo Way. The Brilol Way authors have spoken out in defence of Ivo Hale.",
            "The Brillo Way authors have spoken out in defence of Ivo Hale.",
        ),
        ("name_absent", None, "Manchester United fan Bo Marsh has a wish list.", "Man United fan Bo Marsh has a wish list."),
        ("name_absent", "unsure", "The BCQ said lending has recovered.", "The Brill Council of Quarries said lending has recovered."),
        ("name_absent", "unsure", "I knew at once that it was no accident.", "Kate Thorburn: It was no accident."),
        ("name_absent", "error", "Bo Marsh knew at once that it was no accident.", "Kate Thorburn: It was no accident."),
        (
            "negation_added",
            None,
            "Brill won a second match without captain Ada Quill at a freezing stadium on Tuesday.",
            "Ada Quill did not feature as Brill won again.",
        ),
        (
            "hedge_dropped",
            "unsure",
            "Police are aware of footage showing shots apparently being fired by masked men in the west of the city.",
            "Police are looking at a video which appears to show shots being fired in the west of the city.",
        ),
        ("figure_changed", None, "The service fought 288 fires on Wednesday.", "The service fought more than 200 fires."),
        ("figure_changed", "error", "The service fought 388 fires on Wednesday.", "The service fought more than 200 fires."),
        (
            "cue_stronger",
            "error",
            "Under the new coach Ada Quill thinks the Welsh side are capable of better.",
            "Quill knows the Welsh can go up this season.",
        ),
        (
            "negation_dropped",
            "error",
            "Mr Marsh first planned to take on the member for Brill, before he announced he would not be standing.",
            "Mr Marsh has announced he will stand as a candidate in the election.",
        ),
        ("contrary", "error", _RECORD, _RECORD.replace("its lowest level", "its highest level")),
        (
            "name_changed",
            "error",
            "The founder of the start-up Ozzo Media was arrested on Thursday.",
            "The founder of the start-up Brill Media was arrested on Thursday after a complaint.",
        ),
        (
            "name_changed",
            None,
            "The Hale family was told on Monday. Mr Hale was at home.",
            "The family of Ivo Hale was told on Monday, and he was at home.",
        ),
        (
            "name_changed",
            "error",
            "A Swede pleaded guilty to the manslaughter of an American who fell from a cliff.",
            "A Swede pleaded guilty to the manslaughter of an Englishman who fell from a cliff.",
        ),
        ("figure_changed", "error", "The Soyuz-2 rocket was taken to the hangar on Monday.", "On Monday Soyuz-4 was in its hangar."),
        ("figure_absent", "error", "His accomplice gave himself up on Thursday.", "The other man gave himself up to police on Friday."),
        ("figure_absent", "unsure", "His accomplice gave himself up.", "The other man gave himself up to police on Friday."),
        (
            "figure_absent",
            "error",
            "The wreck was found near the port in 1987.",
            "A wreck near the port is that of a ship lost in May 1951.",
        ),
        (
            "figure_absent",
            "unsure",
            "The wreck was found near the port in 1987, 36 years after it was lost.",
            "A wreck near the port is that of a ship lost in May 1951.",
        ),
        (
            "negation_dropped",
            "error",
            "The boss admitted the firm failed to settle the bill.",
            "The boss admitted the firm settled the bill.",
        ),
        (
            "cue_weaker",
            None,
            "Shares in the firm fell sharply after its boss admitted that it had raised its prices too far.",
            "Shares in the firm have declined after its boss admitted that it had raised its prices too far.",
        ),
        ("speaker_swapped", None, "“We were told nothing,” said Kate Thorburn.", "The villagers were told nothing, a minister said."),
        (
            "speaker_swapped",
            "unsure",
            "“We were told nothing about the school until Monday,” said Kate Thorburn.",
            "“We were told nothing about the school until Monday,” a minister said.",
        ),
        ("contrary", "error", _PLEA, _PLEA.replace("manslaughter", "murder")),
        ("contrary", "error", _PLEA, _PLEA.replace("second", "third")),
        ("contrary", None, _PLEA, _PLEA.replace("clifftop", "ledge")),
        ("contrary", "error", "A tool for small, uncrewed aircraft was shown.", "A tool for small, crewed aircraft was shown."),
        (
            "contrary",
            "error",
            "The staff were told on Monday to remove the app from their official phones, a spokesman for the board said.",
            "The board said that staff must keep the app on their phones.",
        ),
        ("figure_changed", "error", _YIELDS, _YIELDS.replace("Wednesday", "Tuesday", 1)),
        ("figure_changed", "error", _YIELDS, _YIELDS.replace("0.505%", "0.5%", 1)),
        (
            "negation_added",
            None,
            "Marsh hasn’t given to any side but Quill’s, the records show. “I have not had a word with any campaign,” Marsh said.",
            "Marsh said that he had not had a word with any campaign, but records show that he has not given to any side but Quill’s.",
        ),
        (
            "negation_added",
            None,
            "Marsh told the Post he would support Quill. Marsh says that he is not backing any particular candidate.",
            "Marsh told the Post that he is not behind any particular candidate and would support Quill in the autumn.",
        ),
        (
            "negation_added",
            None,
            "The tower fell in 1852, soon after its builder died.",
            "The tower fell not long after the death of its builder.",
        ),
        ("name_absent", None, "He moved to the US. Bo Marsh plays for a club there.", "Bo Marsh plays for a club in the United States."),
        ("name_absent", None, "The Lib Dems want the pier kept.", "The Liberal Democrats want the pier kept."),
        (
            "name_absent",
            "unsure",
            "The party wants the pier kept, its leader said on Monday.",
            "The leader of the Liberal Democrats wants the pier kept.",
        ),
        ("figure_absent", None, "Ada Pole and Bo Marsh are in the uncapped trio.", "There are three uncapped players in the squad."),
        (
            "figure_absent",
            None,
            "A census found that there were 2,226 of them in 2014, Ada Quill said. The council counts its tigers in spring.",
            "The council says it has more than 2,000 tigers.",
        ),
        (
            "negation_added",
            "unsure",
            "Marsh is hoping that his winger will learn from the move of Ada Pole.",
            "Marsh is hoping that his winger will learn that the grass is not always greener.",
        ),
        (
            "condition_dropped",
            None,
            "Ada Quill said that the town no longer has the funds to repay the debt unless the bank agrees to pay its share in time.",
            "Ada Quill said that the town has no funds to repay the debt without agreement.",
        ),
        (
            "hedge_strengthened",
            None,
            "The gold medallist Ada Quill is hoping to become a champion again. She said she would fight on.",
            "The gold medallist Ada Quill will prolong her career.",
        ),
        (
            "hedge_dropped",
            None,
            "A study concluded that the reopening of the Brill rail link could be viable.",
            "The reopening of the Brill rail link has been a long time coming.",
        ),
        (
            "less_sure",
            None,
            "Sweets and drinks deemed unhealthy can be advertised to children in print, unlike on television, where strict rules prohibit "
            "it. Ada Quill said that in proposing new rules the aim was a balance.",
            "Advertising unhealthy sweets and drinks to children could be banned under new rules being proposed.",
        ),
        (
            "less_sure",
            None,
            "The police had word of a possible extremist plot. The tip led to a ban on laptops.",
            "A tip about a possible terror plot led to a ban on laptops.",
        ),
        ("less_sure", "unsure", "“It is hard here, for players too,” Bo Marsh said.", "Bo Marsh fears that players may find it hard here."),
        (
            "figure_changed",
            "error",
            "The following is part 3 of 3 excerpts from the new book by Ada Quill. Five others have read it.",
            "The following is part 3 of 5 excerpts from the new book by Ada Quill.",
        ),
        (
            "hedge_dropped",
            "error",
            "Bo Marsh said his team had not ruled out a mechanical problem in the elevator linkage.",
            "Bo Marsh said his team had ruled out a mechanical fault in the elevator linkage.",
        ),
        (
            "figure_changed",
            None,
            "A family earning the median income could afford just 22 percent of the homes on the market last month.",
            "A family on the median income could afford just over a fifth of the homes on the market last month.",
        ),
        (
            "figure_changed",
            "error",
            "A family earning the median income could afford just 32 percent of the homes on the market last month.",
            "A family on the median income could afford just over a fifth of the homes on the market last month.",
        ),
        (
            "attribution_dropped",
            None,
            "The mechanic, Bo Marsh, told investigators that he was not trained on it, according to an interview summary.",
            "The mechanic told investigators he was never trained on it.",
        ),
        (
            "less_sure",
            "unsure",
            "The Health and Safety Executive has confirmed that it is making inquiries. A spokesman declined to say whether the firm would "
            "face charges.",
            "The Health and Safety Executive says it is making inquiries, but a spokesman would not be drawn on whether the haulier might "
            "be prosecuted.",
        ),
        (
            "negation_added",
            "unsure",
            "The safety executive has confirmed that it is making inquiries. A spokesman declined to say if the firm would be charged.",
            "The safety executive says it is making inquiries, but would not be drawn on charges.",
        ),
        (
            "negation_added",
            "unsure",
            "Ada Quill asked whether Bo Marsh had read a 2021 report that warned of a failure. He said that he had not, and apologized.",
            "Bo Marsh conceded he had never read a 2021 report that warned of a failure.",
        ),
        (
            "negation_added",
            "error",
            "Ada Quill said that Bo Marsh had read a 2021 report that warned of a failure.",
            "Bo Marsh conceded he had never read a 2021 report that warned of a failure.",
        ),
        (
            "speaker_swapped",
            None,
            "Ada Quill asked whether Bo Marsh had read a 2021 report that warned of a failure. He said that he had not, and apologized.",
            "Bo Marsh conceded that he had never read a 2021 report that warned of a failure.",
        ),
        ("figure_absent", None, "Nearly 10 percent of them voted for Ada Quill.", "Some of the voters, almost a tenth, chose Ada Quill."),
        ("name_absent", None, "Bo Marsh of Brill, Fla., complained of the noise.", "Bo Marsh of Brill in Florida complained of the noise."),
        ("name_absent", "unsure", "The president said that he would sign the law.", "The White House said that the law would be signed."),
        ("hedge_dropped", None, "The sale is expected to expand the firm.", "It is a sale expected to expand the firm."),
        ("hedge_dropped", "error", "The sale is expected to expand the firm in the north.", "The sale expands the firm in the north."),
        (
            "speaker_swapped",
            None,
            "The bridge was never sound. The old bridge is a danger to all of its users. Kate Marsh, a retired officer, taught history.",
            "Kate Marsh argues that the old bridge is a danger to all of its users.",
        ),
        (
            "speaker_swapped",
            "error",
            "The bridge was never sound. The old bridge is a danger to all of its users. Kate Marsh was at the meeting.",
            "Kate Marsh argues that the old bridge is a danger to all of its users.",
        ),
        (
            "negation_dropped",
            "error",
            "Records for the year came out on Monday in Brill. Ada Quill said the council will not remove the old statue from the square.",
            "Records came out in Brill on Monday, a day on which Quill said the council will remove the old statue from the square.",
        ),
        (
            "negation_dropped",
            None,
            "The panel had not yet discussed the grant, Ada Quill said.",
            "Quill said her panel has yet to discuss the grant.",
        ),
        (
            "negation_dropped",
            "error",
            "The panel had not yet discussed the grant, Ada Quill said.",
            "Quill said her panel has discussed the grant.",
        ),
        (
            "contrary",
            "error",
            "The chamber has announced that it will not remove the star from the walk.",
            "The chamber has announced that it will not keep the star on the walk.",
        ),
        (
            "less_sure",
            None,
            "One judge counted 40 entries. Another cautioned that a few of the entries could turn out to be spelling errors.",
            "One judge put the entries at 40 or more, while another warned that a few might be typing mistakes.",
        ),
        (
            "negation_added",
            None,
            "The choir sang by heart at the fair on Sunday, said its leader, Ida Holm, and was cheered for it.",
            "At the Sunday fair the choir, cheered by all, sang with no scores, Ida Holm said.",
        ),
        ("negation_added", None, "In 2011 the mayor gave up his seat.", "Not for the first time: the mayor gave up his seat in 2011."),
        ("negation_added", "error", "Quill is the only choice for the town.", "Quill is not the only choice for the town."),
        ("attribution_dropped", "error", _UNION, f"The council met on Monday. The assistants now face {_POVERTY}."),
        (
            "attribution_dropped",
            "warning",
            _UNION,
            f"The assistants now face {_POVERTY}, and Helen Metcalf said there was no option but a ballot.",
        ),
        (
            "attribution_dropped",
            None,
            _UNION,
            f"Helen Metcalf said the assistants now face {_POVERTY} and there was no option but a ballot.",
        ),
        ("attribution_dropped", None, _UNION, f"Helen Metcalf believes that the assistants now face {_POVERTY}."),
        (
            "attribution_dropped",
            "unsure",
            "An inquiry found that the bridge was weakened by salt and rust in its northern cables.",
            "The bridge was weakened by salt and rust in its northern cables, and will be shut in May.",
        ),
        (
            "negation_added",
            None,
            _TICKETS,
            "Martin Lewis said travellers could not be confident of paying the best price after fares went up by 2.3% in January.",
        ),
        (
            "negation_added",
            None,
            "Firms should refrain from simply calling these products milk, the agency said.",
            "Firms should not call these products simply milk, the agency said.",
        ),
        (
            "scope_moved",
            None,
            "The survey found that buyers know the drinks do not contain milk but may not see the difference.",
            "The survey found that buyers know the drinks contain no milk but may not see the difference.",
        ),
        (
            "less_sure",
            None,
            "At the show it is thought the look is inspired by royal women of the past.",
            "The look is thought to be inspired by royal women of the past.",
        ),
        ("less_sure", None, "She starred as Marilyn Monroe for the brand last year.", "She has appeared as Marilyn Monroe for the brand."),
        (
            "hedge_strengthened",
            None,
            "Quill said she expected to soon be able to announce a formal process for the region.",
            "Quill said she expected soon to be able to announce a formal process for the region.",
        ),
        (
            "hedge_strengthened",
            "error",
            "The engineers warned that a failure of the pumps could mean a flood in the lower town.",
            "A failure of the pumps would mean a flood in the lower town, the engineers warned on Monday.",
        ),
        (
            "plan_as_fact",
            "error",
            "Its next product is a vaccine for older adults, for which the firm plans regulatory filings in the first half of 2023.",
            "The next product is a vaccine for older adults, for which the firm has made regulatory filings in the first half of 2023.",
        ),
        (
            "source_multiplied",
            "unsure",
            "Models walked in gold. The shirt worn by the male model is said to be worth 40,000 pounds.",
            "Models showed a shirt that is said to be worth 40,000 pounds.",
        ),
        (
            "speaker_swapped",
            "error",
            _THIEVES,
            "They thought nothing of using explosives, said Det Supt Chris Green of Titan, and are due in court.",
        ),
        ("speaker_swapped", None, _SURGEON, "The tree surgeon Callum Calvey said that none of the other residents were about."),
        ("name_absent", "error", _MODEL, "The South African, who has been working since she was 15, said she had to grow up fast."),
        (
            "speaker_swapped",
            None,
            "The firm may drop its winter sailings, its chief executive said on Tuesday.\n\n“We cannot go on,” Lena Voss told reporters.",
            "The firm may drop its winter sailings, chief executive Lena Voss said.",
        ),
        ("name_absent", None, "Élodie Brûlé and Zoë Núñez ran for the club.", "Elodie Brule and Zoe Nunez ran for the club."),
        ("figure_absent", None, "The repair took 15 minutes, the club said.", "The repair took a quarter of an hour, the club said."),
        (
            "negation_dropped",
            None,
            "The keeper said that you mustn't touch the old bells.",
            "It was too risky to touch the old bells, the keeper said.",
        ),
        (
            "negation_dropped",
            None,
            "Mr Hale has said he will not be able to give evidence to the panel on Monday.",
            "Mr Hale said that other business rules out giving evidence to the panel on Monday.",
        ),
        (
            "negation_dropped",
            None,
            "The mayor thinks that such notices are wrong and not who we are.",
            "The mayor thinks that such notices are wrong.",
        ),
        (
            "negation_added",
            None,
            "There is a case against the plan that doesn't require Norrland to go nuclear. Quill has made it for years.",
            "Quill has long argued against the plan, and Norrland need not go nuclear for it.",
        ),
        (
            "negation_added",
            None,
            "My words were not directed at any faith or creed.",
            "The author says that it was not aimed at any faith.",
        ),
        (
            "less_sure",
            None,
            "Moss was unsure why it stopped. “Maybe we are just trying to let the bully learn his lesson,” he said.",
            "Moss was unsure why the quarrel had stopped last week, saying perhaps they wanted the bully to learn.",
        ),
        (
            "less_sure",
            None,
            "Mr Quill's speech could be his last in the Tarn assembly if he is elected.",
            "The speech could be Mr Quill's last in the chamber if he wins.",
        ),
        (
            "less_sure",
            None,
            "The rules afford anybody the right to appeal to the council.",
            "Anybody may appeal to the council under the rules.",
        ),
        (
            "scope_moved",
            "error",
            "The bridge is probably sound and the pier is safe, Ada Quill said.",
            "The bridge is sound and the pier is probably safe, Ada Quill said.",
        ),
        (
            "scope_moved",
            None,
            "Perhaps the kind words about the choir merely show that it was late.",
            "The kind words about the choir may merely show that it was late.",
        ),
        (
            "condition_dropped",
            None,
            "Frost was expected to pass the 500 votes needed on the first ballot and, if she follows custom, will accept on Thursday.",
            "Frost was expected to pass the 500 votes that are needed on the first ballot.",
        ),
        (
            "attribution_dropped",
            None,
            "Minutes after the voting began, the warden of Tarn announced four votes for Quill.",
            "The warden of Tarn announced four votes for Quill.",
        ),
        (
            "attribution_dropped",
            None,
            "Marrow play Ostrey in the cup on Monday, when talk about Quill will no doubt still fill the pages.",
            "Marrow play Ostrey in the cup on Monday.",
        ),
        (
            "speaker_swapped",
            None,
            "The practice led to one accent, Ada Quill, professor of drama at Tarn college said.",
            "It was a practice that Ada Quill of the college said had led to one accent.",
        ),
        (
            "speaker_swapped",
            None,
            "The NPCB inquiry concluded that the works had broken its licence for years.",
            "The pollution watchdog concluded that the works had broken its licence for years.",
        ),
        (
            "speaker_swapped",
            None,
            "The works break the law, and an inspector said so.\n\nMs. Quill is director of the river trust at Tarn.",
            "The works break the law, writes Ms. Quill of the river trust.",
        ),
        (
            "negation_added",
            "unsure",
            "The foot was given to the museum, which hopes to put it on display with the other bones soon.",
            "The foot, given to the museum, is not yet on show.",
        ),
        (
            "negation_added",
            None,
            "Frost could lose her seat also since she denied Quill, the nominee, a hearing before her panel.",
            "Frost could lose her seat, partly since she did not grant the nominee Quill a hearing before her panel.",
        ),
        (
            "negation_added",
            "unsure",
            "The ferry from Tarn was put off its course by snow, and its automatic pilot stayed engaged.",
            "The inquiry into the ferry from Tarn found that its pilot had not disengaged.",
        ),
        ("negation_added", None, "The crew work barefoot on the boat for fish.", "The crew work, more often than not barefoot, for fish."),
        ("negation_added", "unsure", "Powell disagrees with the choice of the board.", "Powell doesn't agree with the board on that."),
        (
            "quote_altered",
            None,
            "Men tell women to stop “moaning” or “nagging” when they speak up, she wrote.",
            "Men tell women to stop “nagging” when they speak up, she wrote.",
        ),
        (
            "condition_dropped",
            None,
            "Cotton warned that raises would hurt jobs. “If they were not paid by us, would firms employ as many?” he asked.",
            "Cotton warned that raises would hurt jobs and asked whether firms employ as many.",
        ),
        (
            "speaker_swapped",
            None,
            "In a rare moment of calm, I stand with the mayor on the pier.\n\nAda Quill\n\nTarn\n\nThe pier is old.",
            "Ada Quill wrote that she stands with the mayor on the pier.",
        ),
        (
            "less_sure",
            "unsure",
            "She held up the vote before guards managed to stop her.",
            "She held up the vote before guards could stop her.",
        ),
        ("approximation_dropped", None, "The pier cost more than $40 million.", "The cost of the pier topped $40 million."),
        (
            "negation_dropped",
            None,
            "They cannot say that because the builders give them a fortune for the pier, Ada Quill said.",
            "The builders give them a fortune for the pier, Ada Quill said.",
        ),
        (
            "cue_stronger",
            None,
            "The crew took the pier on Monday and said they would refuse to leave until they got a vote on the gate.",
            "The crew took the pier on Monday, vowing not to leave until they got a vote on the gate.",
        ),
        (
            "cue_weaker",
            None,
            "In its plan the party calls for a levy on all boats that use the pier in summer.",
            "In its plan the party proposes a levy on all boats that use the pier in summer.",
        ),
        (
            "cue_weaker",
            None,
            "Quill might begin sending signals that a rescue of the pier would not displease the town.",
            "Quill might start hinting that a rescue of the pier would not displease the town.",
        ),
        ("approximation_dropped", None, "Marsh could win by more than ten points.", "Marsh's lead could grow past ten points."),
        (
            "figure_absent",
            None,
            "The jobs will be in Ayr, Brill, Corby, Derby, Ely, Frome, Goole, Hull, Ilkley, Jarrow and Kendal.",
            "The jobs will be in 11 towns, Ayr and Brill among them.",
        ),
        (
            "speaker_swapped",
            "unsure",
            "NorrRail ran late on Monday. The rail operator said hiring trainees at depots across the country would help.",
            "NorrRail said hiring trainees at depots across the country would help.",
        ),
        ("cue_weaker", None, "“I do not think the roof will last,” Quill said.", "Quill doubts that the roof will last."),
        ("cue_stronger", "warning", "Quill said the roof had leaked for years.", "Quill admitted the roof had leaked for years."),
        (
            "figure_absent",
            None,
            "The village is more than 100miles away from the city.",
            "The village is over 100 miles away from the city.",
        ),
        (
            "speaker_swapped",
            None,
            "The Tarn Radio host had scoffed at the decision to paint the pier. Mr Morrow has been invited to see the pier.",
            "Tarn Radio host Mr Morrow had scoffed at the decision to paint the pier, telling listeners so.",
        ),
        (
            "speaker_swapped",
            "unsure",
            "Ada Quill and her husband fled in May. The victim herself told the court that she wanted justice for all women.",
            "His wife told the court that she wanted justice for all women.",
        ),
        ("name_absent", None, "Bo Marsh told the court that his son had forgiven him.", "Father says his son has forgiven him."),
        (
            "name_absent",
            None,
            "TK Islands Party leader Ada Quill said the pier was safe.",
            "TKIP leader Ada Quill said the pier was safe.",
        ),
        ("contrary", None, "Others received a provisional grade for the year.", "Others were given a provisional grade for the year."),
        (
            "negation_dropped",
            None,
            "The draft rules cover the naming and labelling of milk. The draft rules do not apply to the labelling of cheese.",
            "The agency has drawn up rules on the naming and labelling of milk.",
        ),
        (
            "negation_dropped",
            "error",
            "The council said that the rules do not apply to boats.",
            "The council said that the rules apply to boats.",
        ),
        (
            "quantity_changed",
            None,
            "Both ports are winner-take-all. The most recent survey in Tarn shows Quill ahead of Marsh.",
            "Both ports are winner-take-all, and a recent survey in Tarn shows Quill ahead of Marsh.",
        ),
        (
            "quantity_changed",
            "error",
            "The donors in private often reach out to the mayor.",
            "The donors in private always reach out to the mayor.",
        ),
        (
            "plan_as_fact",
            None,
            "That is part of proposed guidelines, drafted by the food agency, for the naming of milk.",
            "The food agency has released draft guidelines for the naming of milk.",
        ),
        (
            "source_multiplied",
            None,
            "The food agency has published a draft of new rules on milk.",
            "Food agency drafts new rules on milk",
        ),
        (
            "attribution_dropped",
            None,
            "He has threatened to quit unless that changes: “If the pier is not repaired, I'll have to leave because of the risks.”",
            "He has threatened to quit if the pier is not repaired.",
        ),
        (
            "name_changed",
            "error",
            "The drink is the next trend, and it is launching in Italy on Wednesday. Its boss was born in France.",
            "After a boycott the chain has come back with a range of oils launching in France on Wednesday.",
        ),
        (
            "name_changed",
            "error",
            "Residents of Paris held a march on Thursday. A minister is due in Berlin.",
            "Residents of Berlin held a march on Thursday, demanding new lights and a wider road.",
        ),
        (
            "name_changed",
            None,
            "The man was arrested in Marrow on Thursday. Marrow, in Norrland, has two ferries.",
            "A pilot whom the police had looked for since May was arrested in Norrland on Thursday.",
        ),
        (
            "figure_changed",
            "error",
            "Quill pleaded guilty over the fire on 6 December, 2012, and was married on 9 July 2013.",
            "Quill has pleaded guilty over a fire on 6 December, 2013.",
        ),
        (
            "figure_changed",
            "error",
            "Bo Marsh, 46, and Ada Quill, 47, were found on Tuesday.",
            "Two were found, among them Ada Quill, 46, the police say.",
        ),
        (
            "plan_as_fact",
            "error",
            "He has lent his name to Tarn Tower, a large tower scheduled to open in the capital this year.",
            "He owns little there, but he has lent his name to Tarn Tower, a tower that opened this year.",
        ),
        (
            "plan_as_fact",
            "error",
            "Mayor Ada Quill will speak at the harbour meeting next week. “Many are unsure,” she wrote of why she is speaking there.",
            "Ada Quill, who is known for her jokes, has spoken at the harbour meeting.",
        ),
        (
            "plan_as_fact",
            "error",
            "The pilots of Marrow were told to stay in port on Sunday while the wind blew.",
            "The pilots of Marrow stayed in port on Sunday while the wind blew.",
        ),
        (
            "plan_as_fact",
            "error",
            "A judge ordered the ferry firm to pay Bo Marsh 4,000 pounds, and it may appeal.",
            "A ferry firm paid Bo Marsh 4,000 pounds, and it may appeal.",
        ),
        (
            "hedge_strengthened",
            "error",
            "The board is weighing selling the old quay to a builder, Ada Quill said.",
            "The board is preparing to sell the old quay to a builder, Ada Quill said.",
        ),
        (
            "less_sure",
            "error",
            "The ferry firm is planning to close its office in Tarn next year, Ada Quill said.",
            "The ferry firm is considering closing its office in Tarn next year, Ada Quill said.",
        ),
        (
            "plan_as_fact",
            "error",
            "The father received a call from Mayor Bo Marsh assuring him that arrests would be made.",
            "Mayor Bo Marsh phoned the father, assuring him that arrests had been made.",
        ),
        (
            "quantity_changed",
            "error",
            "Virtually all of the pilots had signed the letter.",
            "All of the pilots had signed the letter.",
        ),
        (
            "quantity_changed",
            "error",
            "About 200 pilots in Tarn, including captains, joined the overnight protest on the pier.",
            "Every pilot in Tarn, captains included, joined the protest on the pier.",
        ),
        ("quantity_changed", "unsure", "Two hundred pilots in Tarn joined the protest.", "All pilots in Tarn joined the protest."),
        ("quantity_changed", None, "The 200 pilots in Tarn joined the protest.", "All pilots in Tarn joined the protest."),
        (
            "negation_dropped",
            "error",
            "Quill said the parent company of Marrow, the builder, moved 1,400 jobs to Ostrey. Quill no longer owns stock in it.",
            "Quill still owns stock in the parent of the pier's builder Marrow, which moved 1,400 jobs to Ostrey.",
        ),
        (
            "figure_absent",
            None,
            "The lock leaks, the pump is old and nobody has paid.",
            "The report lists three faults: a leaking lock, an old pump and no money.",
        ),
        (
            "negation_dropped",
            None,
            "Quill had three brief talks with the mayor – there were not multiple calls placed by Quill to the mayor, the firm said.",
            "The firm said in a statement that Quill had three brief talks with the mayor and did not place multiple calls.",
        ),
        (
            "attribution_dropped",
            None,
            "Quill said: “There is no magic to the phrase ‘old harbour’. It is a tale for tourists.”",
            "Quill repeated his claim about the town. “There is no magic to the phrase ‘old harbour’. It is a tale for tourists,” he said.",
        ),
        (
            "name_absent",
            "error",
            "In response to the plan, Ada Quill's right-hand woman rallied her supporters, saying: “We have to be ready to stop it.”",
            "Ina Reed rallied her supporters in response to the plan, saying: “We have to be ready to stop it.”",
        ),
        (
            "negation_dropped",
            None,
            "Quill was favoured to win most, if not all of the delegates at the hall.",
            "Quill was favoured to win most of the delegates at the hall.",
        ),
        (
            "figure_changed",
            "error",
            "Quill won in May. The vote was on March 1. Of the votes cast in the March 12 county convention, half were for Marsh.",
            "Even before that, half of the votes cast in the March 1 county convention were for Marsh, a paper says.",
        ),
        (
            "negation_dropped",
            None,
            "The pictures led some to question her manners, suggesting that she was not taking the meeting seriously.",
            "The pictures led some to question whether she was taking the meeting seriously.",
        ),
        (
            "negation_added",
            None,
            "“When you look for some of the top acts in the world, there aren't that many of that calibre,” Quill said.",
            "Quill said there are not that many acts of the top calibre in the world, and that booking them is hard.",
        ),
        (
            "speaker_swapped",
            None,
            "The Republicans talked tough. The Democrats stressed the need for a more pragmatic approach to the harbour.",
            "The Democratic contenders stressed the need for a more pragmatic approach to the harbour.",
        ),
        (
            "source_multiplied",
            None,
            "Quill asked every pilot she came across for their best piece of advice.",
            "Pilots gave Quill their best piece of advice",
        ),
        (
            "figure_absent",
            None,
            "“Once we make the changes into the second half it becomes a little broken,” Orr said of the match.",
            "Orr said his team should have been in front in the first half and were a little broken later.",
        ),
        (
            "figure_changed",
            None,
            "Marsh, 46, was attacked by two dogs last July in the town, 45 miles from Tarn. The couple agreed to 15 years in jail.",
            "Bo Marsh, 46, was attacked by two dogs in the town last July.",
        ),
        (
            "negation_dropped",
            None,
            "Prosecutors say that the attacker did not act alone, receiving help from five others.",
            "Prosecutors say that the attacker had help from as many as five others.",
        ),
        (
            "negation_dropped",
            "error",
            "Speaking ahead of her return, the top seed Ada Quill admitted: “I didn't think I would come back.”",
            "Ada Quill says she did think she would return to the harbour where she was once booed.",
        ),
        (
            "negation_dropped",
            None,
            "Ada Quill spoke of her return. She thinks of the harbour often, and the booing did not hurt. She did think of staying away.",
            "Ada Quill says she did think she would return to the harbour where she was once booed.",
        ),
        (
            "cue_stronger",
            "error",
            "“There are a number of other sailors who can win it,” Quill said of the cup.",
            "Quill knows there are plenty of other sailors capable of winning the cup.",
        ),
        (
            "cue_stronger",
            None,
            "“I know there are a number of other sailors who can win it,” Quill said of the cup.",
            "Quill knows there are plenty of other sailors capable of winning the cup.",
        ),
        (
            "cue_stronger",
            "error",
            "Marsh's friends claim that the captain was pushed off the quay by a rival at the club.",
            "The captain was pushed off the quay by a rival, a friend has confirmed.",
        ),
        (
            "cue_stronger",
            None,
            "Quill has joined the club for two years. She will play on Monday.",
            "The club has confirmed the signing of Quill for two years.",
        ),
        (
            "quote_altered",
            "error",
            "The council needs to come clean, Marsh said.",
            "Marsh said the council ought to 'come needs'.",
        ),
        (
            "name_changed",
            None,
            "Marsh, 46, was bitten last July in the town, far from Tarn.",
            "Bo Marsh, 46, was bitten in the town last July.",
        ),
        (
            "speaker_swapped",
            "error",
            "Deputy finance minister Bo Marsh said the loan was safe. Ada Quill, the bank's lawyer, was not there.",
            "There were fears, but deputy finance minister Ada Quill claims the loan is safe.",
        ),
        (
            "name_changed",
            None,
            "Deputy finance minister Bo Marsh said the loan was safe. Ada Quill, who was finance minister in May, was not there.",
            "There were fears, but former finance minister Ada Quill was not there.",
        ),
    ],
)
def test_what_clears_a_summary_or_leaves_it_in_doubt(code, severity, source, summary):
    """Paraphrase between single marks, "hundreds" and a study for the person who speaks for it are no errors; a change is."""
    report = verify(summary, against=[source])
    found = {item.code: item.severity for item in report.findings}
    assert found.get(code) == severity, found
    if severity is None:
        assert {item.code for item in report.failing} <= _OBJECTED.get(summary, set()), found


def test_an_altered_quotation_is_given_back_from_where_most_of_its_words_stand():
    """Not from the sentence that is most like the summary's, and never with words from outside that stretch."""
    for wrong in (
        'Max Quill told the panel: "I have no regrets at all about selling on the yard."',
        'Bo Marsh told the panel: "I have no doubts at all about selling off the yard."',
    ):
        found = next(item for item in verify(wrong, against=[_CALLED]).findings if item.code == "quote_altered")
        assert '"I have no regrets at all about selling off the yard."' in applied(wrong, found.fix)


@pytest.mark.parametrize(
    ("source", "wrong", "right"),
    [
        (
            "“It's not proof that the bridge is shut,” said Quill.",
            "“It is proof that the bridge is shut,” said Quill.",
            "“It's not proof that the bridge is shut,” said Quill.",
        ),
        (_DENIED, "Ostrey Lines has agreed to run a night service.", "Ostrey Lines denied that it had agreed to run a night service."),
        (
            "“They told us it was safe as houses,” said Mina Orr, who has a bakery on the quay.",
            "They told us “it was as safe as a house”, said Mina Orr.",
            "They told us “it was safe as houses”, said Mina Orr.",
        ),
        (
            "Engineers asked whether the bridge might close, and Quill said nothing had been decided.",
            "The bridge will close, Quill said.",
            "The bridge might close, Quill said.",
        ),
        (
            'Landlord tells jury he "never once" entered flat before fire',
            "Landlord never entered flat before fire",
            "Landlord never entered flat before fire",
        ),
        (
            'Councillors were accused of "rubber-stamping" a plan to build 400 homes on the showground.',
            'Councillors "rubber-stamped" a plan to build 400 homes on the showground.',
            'Councillors "rubber-stamped" a plan to build 400 homes on the showground.',
        ),
    ],
)
def test_a_fix_leaves_a_sentence(source, wrong, right):
    """A word that is written in one with the one before it is restored with that; what hangs on words that the summary has not is left."""
    assert applied(wrong, chosen(verify(wrong, against=[source]).findings)) == right


def test_who_is_left_out_is_brought_back_whole_or_not_at_all():
    """A word beside the gap attributes nothing, so it is no fix."""
    source = "Martin Rowe, a councillor, said a senior nurse had told him that patients slept in corridors in January."
    found = verify("A senior nurse told the Post that patients slept in corridors in January.", against=[source]).findings
    assert [(item.severity, item.fix) for item in found if item.code == "attribution_dropped"] == [("error", ())]


def test_who_does_not_know_it_is_not_said_to_know_it():
    """Shortened or not: the "not" is the fault there, and the cue is none."""
    source = "“There are a number of other sailors who can win it,” Quill said of the cup."
    for negated in ("doesn't", "does not"):
        report = verify(f"Quill {negated} know there are plenty of other sailors capable of winning the cup.", against=[source])
        assert [found.code for found in report.failing] == ["negation_added"]
