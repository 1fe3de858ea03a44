"""Claims: one sentence that stands alone, in the article's own words."""

from __future__ import annotations

import pytest

from factcards.engines.local.reader import LocalReader
from factcards.read import from_text


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "When the boat came in, the clerk was so poor that he would eat bait, he told the court.",
            "He said that when the boat came in, the clerk was so poor that he would eat bait.",
        ),
        (
            "Voters will decide on a second ferry, a purchase that the harbour board says could cost $14 million.",
            "The harbour board says that the purchase could cost $14 million.",
        ),
        (
            "The council met on Monday. Trade at the mill fell sharply, which the council put down to the fog.",
            "Trade at the mill fell sharply, which the council put down to the fog.",
        ),
        (
            "The council was fined over a bridge that engineers had described as safe.",
            "The council was fined over a bridge that engineers had described as safe.",
        ),
        ("The town has an old bridge that engineers say is unsafe.", "Engineers say that an old bridge is unsafe."),
        (
            "Nurses blamed the hospital for its warning that wards would close.",
            "Nurses blamed the hospital for its warning that wards would close.",
        ),
        (
            "Bo Marsh left the city on Monday despite its warning that buses would stop.",
            "Bo Marsh left the city on Monday despite its warning that buses would stop.",
        ),
        (
            "The lane cost more than the £12m the council claimed it would save.",
            "The lane cost more than the £12m the council claimed it would save.",
        ),
        ("She is the woman police believe drove the car.", "She is the woman police believe drove the car."),
        ("Bo Marsh kept the plan critics warned would ruin the town.", "Critics warned that the plan would ruin the town."),
        ("That was the goal Marsh said changed his life.", "That was the goal Marsh said changed his life."),
        ("It cost twice what ministers said it would.", "It cost twice what ministers said it would."),
        ("Marsh bought the house Quill claimed she owned.", "Marsh bought the house Quill claimed she owned."),
        ("This was not the big money move we all expected her to make.", "This was not the big money move we all expected her to make."),
        ("Police found the gun Quill said he had lost.", "Police found the gun Quill said he had lost."),
        ("Ada Quill kept the mill the firm had promised to shut.", "Ada Quill kept the mill the firm had promised to shut."),
        ("That is the reason the firm hopes to shut the mill.", "The firm hopes to shut the mill."),
        ("Tarn Foods repeated its claim that the mill is safe.", "Tarn Foods made the claim that the mill is safe."),
        ("Ada Quill told reporters that the bridge is shut.", "Ada Quill said that the bridge is shut."),
        (
            "Crews found a fire in the boat, which Mr Marsh said was caused by a candle.",
            "Crews found a fire in the boat, which Mr Marsh said was caused by a candle.",
        ),
        (
            "Tarn Council has refused to pay, but there is hope that it may, the Courier's Ada Quill in Marrow reports.",
            "Ada Quill reports that Tarn Council has refused to pay, but there is hope that it may.",
        ),
        (
            "The TRNI and River and Harbour Agency (RHA) refused to comment on how much the tow would have cost.",
            "The TRNI and River and Harbour Agency refused to comment on how much the tow would have cost.",
        ),
        (
            "The never-before-seen letters found in the hall show how the mill was sold.",
            "The never-before-seen letters found in the hall show how the mill was sold.",
        ),
        ("Bo Marsh left. They say he'll be back by May.", "They say that Bo Marsh will be back by May."),
        ("Bo Marsh left. He’d seen the plan for the hall.", "Bo Marsh had seen the plan for the hall."),
        ("Bo Marsh left. He’d like to go, a friend said.", "A friend said that Bo Marsh would like to go."),
        (
            "Ada Quill left. She accused the board of theft, which the board denies.",
            "Ada Quill accused the board of theft, which the board denies.",
        ),
        ("Ada Quill told jurors that they must not read the papers.", "Ada Quill told jurors that they must not read the papers."),
        (
            "Asked on Monday if he stood by that, Bo Marsh replied by text message: “No comment.”",
            "Asked on Monday if he stood by that, Bo Marsh replied by text message: “No comment.”",
        ),
        (
            "Ada Quill said she had asked and had been told by the clerk that it was free.",
            "According to Ada Quill, the clerk had said that it was free.",
        ),
        (
            "Ada Quill thought it very unlikely that the firm would appeal.",
            "Ada Quill thought it very unlikely that the firm would appeal.",
        ),
        ("It was the view of Mr Marsh that the bridge was safe.", "Marsh had the view that the bridge was safe."),
        ("Ada Quill told reporters that they were wrong.", "Ada Quill said that they were wrong."),
        ("Ada Quill told Marsh that the club had no use for him.", "Ada Quill told Marsh that the club had no use for him."),
        ("Ada Quill told Bo Marsh that the mill was shut.", "Ada Quill said that the mill was shut."),
        (
            "Ada Quill warned villagers that they would lose their homes.",
            "Ada Quill warned villagers that they would lose their homes.",
        ),
        (
            "Ada Quill has warned that if the dam leaks, it could empty the lake.",
            "Ada Quill has warned that if the dam leaks, it could empty the lake.",
        ),
        ("Ada Quill is a duchess. The town wrote to Her Serene Grace in May.", "The town wrote to Her Serene Grace in May."),
        (
            "The new bridge is seen by many anglers as a waste of money.",
            "The new bridge is seen by many anglers as a waste of money.",
        ),
        (
            "Lawyer Bo Marsh said the suspect was at home. Police said he had confessed.",
            "Police said that he had confessed.",
        ),
        (
            "Bo Marsh, for the defendant, said the road was dark. Prosecutors said that he had stabbed the victim twice.",
            "Prosecutors said that he had stabbed the victim twice.",
        ),
        ("Ada Quill asked whether the bridge was shut.", "Ada Quill asked whether the bridge was shut."),
        ("The records show that the bridge is unsafe.", "The records show that the bridge is unsafe."),
        ("County records show the bridge is unsafe.", "County records show that the bridge is unsafe."),
        (
            "If mended in time, Ada Quill said the weir would hold back the flood.",
            "If mended in time, Ada Quill said that the weir would hold back the flood.",
        ),
        (
            "Unless the ferry comes, Bo Marsh warned, nobody will eat.",
            "Bo Marsh warned that unless the ferry comes, nobody will eat.",
        ),
        (
            "Ada Quill wept at the hearing, admitting to them that she had sunk the boat.",
            "Ada Quill admitted to them that she had sunk the boat.",
        ),
        ("Marsh rows at dawn. Marsh confident he can win the race.", "Marsh was confident that he can win the race."),
        ("She asks Tarn in French 'Is this normal?' and gets an answer.", "She asks Tarn in French 'Is this normal?'"),
        (
            "Asked whether the bridge was safe, Ada Quill said she did not know.",
            "Asked whether the bridge was safe, Ada Quill said that she did not know.",
        ),
        (
            "When asked what he had said to Bo Marsh, Ada Quill refused to say.",
            "When asked what he had said to Bo Marsh, Ada Quill refused to say.",
        ),
        (
            "Asked about the bridge, Ada Quill said: “It is not safe.”",
            "Asked about the bridge, Ada Quill said: “It is not safe.”",
        ),
        (
            "According to the Courier, Ada Quill said that police believe that the bridge is unsafe.",
            "According to Ada Quill, as told by the Courier, police believe that the bridge is unsafe.",
        ),
        (
            "Ada Quill doubted the firm's offer to move clerks to Italy, which she said would suit few.",
            "Ada Quill doubted the firm's offer to move clerks to Italy, which she said would suit few.",
        ),
        (
            "An officer who looked at the bridge believed Bo Marsh had died, jurors have heard.",
            "An officer who looked at the bridge believed Bo Marsh had died, jurors have heard.",
        ),
        (
            "The number of cars could rise after the closure, which lasted for weeks, said the city's mayor, Ada Quill.",
            "Ada Quill said that the number of cars could rise after the closure, which lasted for weeks.",
        ),
        (
            "That does not mean that the bridge will stand, Ada Quill cautioned.",
            "Ada Quill cautioned that that does not mean that the bridge will stand.",
        ),
        ("But that bridge was never used, Ada Quill recalled.", "Ada Quill recalled that that bridge was never used."),
        ("But the ferries cannot stop, she says. Ada Quill left.", "She says that the ferries cannot stop."),
        ("However, Ada Quill added, it did mark a turn in the talks.", "Ada Quill added that it did mark a turn in the talks."),
        (
            "Ada Quill said she was not convinced by the plan. “One bridge is not enough.”",
            "Ada Quill said that she was not convinced by the plan.",
        ),
        (
            "The new bridge did not help, Ada Quill said. “That was not a good start.”",
            'Ada Quill said that the new bridge did not help. "That was not a good start."',
        ),
        (
            "Asked whether jobs would be lost, the council's chief executive, Bo Marsh, said it was too early to say.",
            "Asked whether jobs would be lost, Bo Marsh said that it was too early to say.",
        ),
        (
            "Ada Quill said she had been told by police that the bridge was safe.",
            "According to Ada Quill, police had said that the bridge was safe.",
        ),
        ("Bo Marsh was warned by engineers that the bridge was weak.", "Engineers warned that the bridge was weak."),
        (
            "If the bridge falls, engineers say, the port will be cut off.",
            "Engineers say that if the bridge falls, the port will be cut off.",
        ),
        (
            "A man in his fifties was pulled from the river. Police said his injuries were slight.",
            "Police said that his injuries were slight.",
        ),
        (
            "Trade fell by a fifth, which the harbour board attributed to the fog.",
            "Trade fell by a fifth, which the harbour board attributed to the fog.",
        ),
        ("Ada Quill reminded members that the vote was on Monday.", "Ada Quill reminded members that the vote was on Monday."),
        ("The bridge was shut on Monday. It was built in 1790.", "The bridge was built in 1790."),
        ("Two men were pulled from the river on Monday. They were taken to hospital.", "The men were taken to hospital."),
        ("Police arrested the protesters. They were taken to the station.", "They were taken to the station."),
        ("The bridge was shut on Monday. It was the third time this year.", "It was the third time this year."),
        ("The council bought a new ferry in May. It carries cars to the port.", "It carries cars to the port."),
        ("The bridge was shut, in what the mayor called a “reckless act.”", 'The mayor called it a "reckless act."'),
        ("That is disputed by Ada Quill.", "That is disputed by Ada Quill."),
        ("Ada Quill knows precisely what people will say.", "Ada Quill knows precisely what people will say."),
        (
            "Auditors found a million in the vaults, money they say has helped to pay for a bridge.",
            "Auditors say that money has helped to pay for a bridge.",
        ),
        ("Bo Marsh did n’t want to close the bridge.", "Bo Marsh did n't want to close the bridge."),
        ("The Marrow Courier called on Bo Marsh to resign.", "The Marrow Courier called on Bo Marsh to resign."),
        ("Ada Quill suggested to Bo Marsh that his report was wrong.", "Ada Quill suggested to Bo Marsh that his report was wrong."),
        (
            "The council met. Ada Quill said the bridge was safe, a claim that Bo Marsh called “untrue”.",
            'Ada Quill said the bridge was safe, a claim that Bo Marsh called "untrue".',
        ),
        ("Bo Marsh so far denies that the bridge is shut.", "Bo Marsh so far denies that the bridge is shut."),
        ("Ada Quill met him, later admitting that the bridge was shut.", "Ada Quill later admitted that the bridge was shut."),
        (
            "Bo Marsh met Quill. He hopes that a grant from the county will cover part of the cost; "
            "a decision on that is not expected before June.",
            "A decision on that is not expected before June.",
        ),
        ("Ada Quill told MPs he was appalled by the report.", "Ada Quill said that he was appalled by the report."),
        (
            "Police would neither confirm nor deny that the bridge was unsafe.",
            "Police would neither confirm nor deny that the bridge was unsafe.",
        ),
        (
            "The Department of Roads shut the bridge. The Department of Roads said it was unsafe.",
            "The Department of Roads said that it was unsafe.",
        ),
        (
            "The council has said that repairs will cost a million and that it hopes to reopen the bridge by June.",
            "The council has said that it hopes to reopen the bridge by June.",
        ),
        (
            "Ada Quill, the mayor, spoke at length about the bridge. She left early. A friend said that she had “had enough”.",
            'A friend said that Ada Quill had "had enough".',
        ),
        (
            "Neither mayor confirmed that the bridge is shut, Ada Quill said.",
            "Ada Quill said that neither mayor confirmed that the bridge is shut.",
        ),
        ("Ms Marsh was told that no offence had been committed.", "Ms Marsh was told that no offence had been committed."),
        (
            "Scientists say the discovery could be a breakthrough, but caution that more work is needed.",
            "Scientists say that the discovery could be a breakthrough.",
        ),
        ("It is not yet known whether the bridge is safe.", "It is not yet known whether the bridge is safe."),
        ("Footage shows one of the lorries being lifted off the bridge.", "Footage shows one of the lorries being lifted off the bridge."),
        ("Most engineers consider the old bridge a danger.", "Most engineers consider the old bridge a danger."),
        (
            "The board has asked for a meeting with Bo Marsh to discuss the repairs.",
            "The board has asked for a meeting with Bo Marsh to discuss the repairs.",
        ),
        (
            "This proposal was rejected by 64 percent of the voters of Marrow in June.",
            "This proposal was rejected by 64 percent of the voters of Marrow.",
        ),
        ("Ada Quill commented on what may follow the vote.", "Ada Quill commented on what may follow the vote."),
        (
            'Ada Quill said: "The bridge is old. "That is why we shut it."',
            "Ada Quill said: “The bridge is old. That is why we shut it.”",
        ),
        (
            "Police did not say that Bo Marsh had denied that he was there.",
            "Police did not say that Bo Marsh had denied that he was there.",
        ),
        (
            "One of two officials said Anders Voll had told aides he was tired.",
            "According to one of two officials, Anders Voll had said that he was tired.",
        ),
        (
            "Police arrived at noon, being told that the bridge was shut.",
            "Police arrived at noon, being told that the bridge was shut.",
        ),
        (
            "Police said Bo Marsh did not know which bridge he was on.",
            "According to police, Bo Marsh did not know which bridge he was on.",
        ),
        (
            "Rovers boss Bo Marsh insists Marlin will stay. Marlin told the Courier that he refused to go but denied he was greedy.",
            "Marlin said that he refused to go but denied he was greedy.",
        ),
        (
            "Bo Marsh, the coach, spoke on Monday. The ministry said he turned down a new deal.",
            "The ministry said that Bo Marsh turned down a new deal.",
        ),
        (
            "Ada Quill described the road under the town as ''wet cake.''",
            "Ada Quill described the road under the town as ''wet cake.''",
        ),
        (
            'Bo Marsh called it "sad" and called on drivers "not to feed the old fear of bridges."',
            "Bo Marsh called on drivers not to feed the old fear of bridges.",
        ),
        (
            "Ada Quill was speaking as Bo, 28, and Ida, 26, became members of the choir.",
            "Ada Quill was speaking as Bo, 28, and Ida, 26, became members of the choir.",
        ),
        (
            "Bo Marsh led by a point, and his rambling argument in favor of “free-river” tolls did not hurt him, for the voters of "
            "the valley, who had long wished for a bridge of their own and who had heard for thirty years that there was no money "
            "for one, liked the sound of it so much that they sang it in the streets at night and in the morning too.",
            'Rambling argument in favor of "free-river" tolls is mentioned.',
        ),
        (
            'Though drivers like it, the bridge is "an old wreck," Ada Quill said. "It will fall in May."',
            'Ada Quill said that the bridge is "an old wreck." "It will fall in May."',
        ),
        ("He was accused of lying by the union, which sacked him.", "He was accused of lying by the union, which sacked him."),
        ("A bulletin issued in May warned of cracks in the dam.", "A bulletin issued in May warned of cracks in the dam."),
        ("Ada Quill put it to him that Bo Marsh had rung the depot.", "Ada Quill put it to him that Bo Marsh had rung the depot."),
        ("Ada Quill said on Tuesday that that position had not changed.", "Ada Quill said that that position had not changed."),
        (
            "Part of the trouble in digging tunnels, say experts like Bo Marsh, a Marrow geologist, is the ground itself.",
            "Experts like Bo Marsh, a Marrow geologist, say that part of the trouble in digging tunnels is the ground itself.",
        ),
        (
            "The town has a tool that experts say farmers use in the fields.",
            "The town has a tool that experts say farmers use in the fields.",
        ),
        (
            'Ada Quill said that, because the gate was "sound," it is also an indication that the bridge is safe.',
            'Ada Quill said that because the gate was "sound," it is also an indication that the bridge is safe.',
        ),
        (
            "Quill said the mill did well compared with other mills in Tarn which suggests a sale is not a foregone conclusion.",
            "Quill said that the mill did well compared with other mills in Tarn which suggests a sale is not a foregone conclusion.",
        ),
        (
            "Bo Marsh of the Tarn Museum said the tracks suggest the animals, measuring around half a metre, used all four limbs to walk.",
            "Bo Marsh said that the tracks suggest the animals, measuring around half a metre, used all four limbs to walk.",
        ),
        (
            "Mr Marsh had opposed the wishes of a new Norvane citizen to wear her scarf to the ceremony, even taking the case to court.",
            "Marsh had opposed the wishes of a new Norvane citizen to wear her scarf to the ceremony.",
        ),
        (
            "Moss council will discuss a scheme for Quill Street, Tarn, which it said would cut parking fees.",
            "Moss council will discuss a scheme for Quill Street, Tarn, which it said would cut parking fees.",
        ),
        (
            "Find out why child migrants want to come to Norvane.",
            "Child migrants want to come to Norvane.",
        ),
        (
            "They then saw a police officer fall to the ground and a woman being hurt.",
            "They then saw a police officer fall to the ground and a woman being hurt.",
        ),
        (
            "At the hearing, the engineer told the court how all crews in Tarn had to report each crack by noon.",
            "The engineer told the court how all crews in Tarn had to report each crack by noon.",
        ),
        (
            'Ada Quill said: "We stopped them on Monday. "They feel they should watch all those boats on their shift. "It is late."',
            "Ada Quill said: “They feel they should watch all those boats on their shift.”",
        ),
        (
            "Residents were upset by a note denying the claim, says the Post's Bo Marsh.",
            "According to Bo Marsh, a note denied the claim.",
        ),
        (
            "The old mill stands on a hill above Tarn. In May 1990 it was sold to a school.",
            "In May 1990 the old mill was sold to a school.",
        ),
        (
            "The hospital serves the valley. Its doors were shut on Monday.",
            "The hospital's doors were shut on Monday.",
        ),
        ("Ada Quill (left) walked over the bridge with Bo Marsh, right.", "Ada Quill walked over the bridge with Bo Marsh."),
        (
            "Initially the crew denied theft, but they changed their pleas.",
            "The crew initially denied theft.",
        ),
        ("Clerk sues guild over mill; Says Quill would sell it", "Clerk says that Quill would sell it."),
        (
            "The guild sued, saying that wiping out that extra week disproportionately burdened its bakers.",
            "The guild said that wiping out that extra week disproportionately burdened its bakers.",
        ),
        (
            "Ada Quill on Tuesday seemed to imply that bakers could stop the sale.",
            "Ada Quill seemed to imply that bakers could stop the sale.",
        ),
        (
            "The closure is due to low numbers, and the cost being “far above the average”, Tarn council said.",
            'Tarn council said that the closure is due to low numbers, and the cost being "far above the average".',
        ),
        (
            "A boat club used to be housed at the site, harbour officials told the news outlet.",
            "Harbour officials said that a boat club used to be housed at the site.",
        ),
        (
            "Commander Ada Quill wrote that the goal was to “free northern Tarn” and those living under IS “rule”.",
            'Ada Quill wrote that the goal was to "free northern Tarn" and those living under IS "rule".',
        ),
        (
            "Opposition legislator at the Rio de Janeiro Assembly Marcelo Frenzo said tourists would rather see it.",
            "Marcelo Frenzo said that tourists would rather see it.",
        ),
        ("Ada Quill backs the “fair pay” levy, which Bo Marsh has criticized.", 'Bo Marsh has criticized the "fair pay" levy.'),
        ("Ada Quill appears to have said that the mill was shut.", "Ada Quill appears to have said that the mill was shut."),
        ("Ada Quill appears to have told Bo Marsh: “The mill is shut.”", "Ada Quill appears to have said: “The mill is shut.”"),
        (
            "Bo Marsh plays for Tarn. His coach - who was firm in the stance that it would take money - wants the winger to stay.",
            "Bo Marsh's coach wants the winger to stay.",
        ),
        ("Bo Marsh called that “nonsense”.", 'Bo Marsh called that "nonsense".'),
        ("“Shut” was how Ada Quill described the bridge.", '"Shut" was how Ada Quill described the bridge.'),
        ("The report found that prices rose, but wages did not.", "The report found that prices rose, but wages did not."),
        (
            "The study found that mice slept more, but they did not eat more.",
            "The study found that mice slept more, but they did not eat more.",
        ),
        ("The owners confident they can sell the port.", "The owners were confident that they can sell the port."),
        ("The mill would close, the agency quoted Bo Marsh as saying.", "The agency quoted Bo Marsh as saying that the mill would close."),
        ("“We lost,” the Herald quoted Ada Quill as saying.", "The Herald quoted Ada Quill as saying: “We lost”"),
        (
            "In many cases the owners will never know what happened.",
            "The owners in many cases will never know what happened.",
        ),
        (
            "It warned future parades could face more tests or a ban.",
            "It warned that future parades could face more tests or a ban.",
        ),
        (
            "Varn said the X-Ferry, as it is known, would be the first of its kind.",
            "Varn said that the X-Ferry […] would be the first of its kind.",
        ),
        (
            "Ada Quill said it was an honour and added her captain's style was plain.",
            "Ada Quill added that her captain's style was plain.",
        ),
        (
            "The report said in 2010 Smith had applied to the council to become a carer.",
            "The report said in 2010 that Smith had applied to the council to become a carer.",
        ),
        (
            "Ada Quill called a report suggesting donors to the fund were given a say “absurd.”",
            'Ada Quill called a report suggesting that donors to the fund were given a say "absurd."',
        ),
        (
            "Bo Marsh passed along to Ms. Quill and Ms. Orr a request for “a favor” from a friend.",
            'Bo Marsh passed along a request for "a favor" from a friend.',
        ),
        ("Bo Marsh passed on to the council a request for help.", "Bo Marsh passed on to the council a request for help."),
        (
            "Candidates who think “the county no longer has a stake in Tarn are wrong,” Ada Quill said.",
            "According to Ada Quill, candidates think that the county no longer has a stake in Tarn.",
        ),
        (
            "The files held 44 letters that were not among some 55,000 pages of letters that Mrs. Quill had given to Tarn Ministry, which "
            "she said represented all her letters.",
            "The files held 44 letters that were not among some 55,000 pages of letters that Mrs. Quill had given to Tarn Ministry, which "
            "she said represented all her letters.",
        ),
        (
            "The talks will be used as evidence by those who say the cup is safe.",
            "The talks will be used as evidence by those who say the cup is safe.",
        ),
        (
            'Altar boy Philip was described by his mother as having a "lovely smile".',
            'Altar boy Philip was described by his mother as having a "lovely smile".',
        ),
        (
            "She says the pictures will reflect the life of the school - and the people who have been drawn have been named by staff.",
            "She says that the pictures will reflect the life of the school - and the people who have been drawn have been named by staff.",
        ),
        ("But “we are safe,” Bo Marsh added.", 'Bo Marsh added that "we are safe".'),
        ("The club signed Sanders. Sanders “has a right to sail,” Bo Marsh said.", 'Bo Marsh said that Sanders "has a right to sail".'),
        ("Ned Orr enjoys “Marrow Road.” He has a dog.", "Ned Orr enjoys “Marrow Road.”"),
        ("US-led jets flew in. US crews helped. The US wants to send food.", "The US wants to send food."),
    ],
)
def test_a_claim_is_a_sentence_of_its_own(reader: LocalReader, text: str, claims: str) -> None:
    """The speaker, a finite cue and the content; a relative pronoun is told by what it means."""
    assert claims in [found.claim for found in reader.read([from_text(text)])[0].attributions]
