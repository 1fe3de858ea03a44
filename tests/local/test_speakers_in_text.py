"""Who said it, where that turns on what others said before: whole small articles, read; who is told to say what."""

from __future__ import annotations

import pytest

from factcards import make
from factcards.read import from_text

# Text; what the claim ends in; who says it.
CASES: dict[str, tuple[str, str, str]] = {
    "one whose name ends as a plural": (
        "Kit Rivers plays for Tarn. Former cup winner Rivers said he would leave.",
        "he would leave.",
        "Kit Rivers",
    ),
    "a body behind where it is and what it is": (
        "It was shut, according to Tarn-based charity the Marrow Trust.",
        "it was shut.",
        "Marrow Trust",
    ),
    "one of a party, named behind": (
        "It came as another senior Tory, chief whip Ned Orr, claimed that the mill was shut.",
        "the mill was shut.",
        "Ned Orr",
    ),
    "a member of a party": ("A Labour MP said that the mill was shut.", "the mill was shut.", "A Labour MP"),
    "another member of a party, named behind": ("Another Labour MP, Ned Orr, said it was shut.", "it was shut.", "Ned Orr"),
    "one of a people": ("A Belgian told police that he was lost.", "he was lost.", "A Belgian"),
    "who says what ends in a place": (
        "The number includes 32 probes in Tarn, a spokeswoman for the force said.",
        "the number includes 32 probes in Tarn.",
        "a spokeswoman for the force",
    ),
    "whose lawyer, behind a passive": (
        'Bo Marsh was described by his lawyer as "kind".',
        'by his lawyer as "kind".',
        "Bo Marsh's lawyer",
    ),
    "a paper as a news outlet": (
        "The fire began at one, the Marrow Times reported. The news outlet said it was arson.",
        "it was arson.",
        "Marrow Times",
    ),
    "a paper by its website": (
        "The fire began at one, the Marrow Times reported. The website said it was arson.",
        "it was arson.",
        "Marrow Times",
    ),
    "several of whom one is named": (
        "Ada Quill pushed back against candidates — like her rival Bo Marsh — who say the county is in decline.",
        "the county is in decline.",
        "candidates",
    ),
    "a share of those told of": (
        "Half of voters still view Ada Quill as honest, compared with 64 percent who say the same of Bo Marsh.",
        "say the same of Bo Marsh.",
        "64 percent of voters",
    ),
    "a speech that goes on with a word put in": (
        'The ferries were late. "You see that the bay is full. "[It is] a hard place to sail," a spokesman for Tarn Ferries said.',
        "“You see that the bay is full. [It is] a hard place to sail”",
        "a spokesman for Tarn Ferries",
    ),
    "a quotation that another has introduced": (
        'Ada Quill said: "We lost. It was late." Bo Marsh also said that he was sad.',
        "“We lost. It was late.”",
        "Ada Quill",
    ),
    "the next speaker's words alone": (
        '"We are safe," Ada Quill said. "Why would we lie?" But Mr Marsh said the mill was "a ruin".',
        'the mill was "a ruin".',
        "Marsh",
    ),
    "who adds to what he has said": (
        "Bo Marsh, 31, lived in Tarn. Marsh was in the navy. Marsh had many books. Prosecutor Carl Moss told the court: “Mr Marsh had four "
        "bombs.” He added: “It was easy for him.”",
        "“It was easy for him.”",
        "Carl Moss",
    ),
    "what was asked brings in nobody": (
        "Tarn Foods has not said how many staff will go. It said that it will talk to them.",
        "will talk to them.",
        "Tarn Foods",
    ),
    "a pronoun behind another one": (
        "Ada Quill is the mayor. When I met her she told me that it was late - but suggested that she was ready to go.",
        "was ready to go.",
        "Ada Quill",
    ),
    "a library with its founder's name": ("Moss's Library in Tarn said that it was shut.", "it was shut.", "Moss's Library"),
    "the company, called after its founder": (
        "Moss's Foods, which bakes cakes, said it was busy. The company said that it would move.",
        "it would move.",
        "Moss's Foods",
    ),
    "a body of its own in a land": (
        "“It is the best count,” said RSPB Scotland, a charity. Scotland has hills.",
        "“It is the best count”",
        "RSPB Scotland",
    ),
    "a woman with a road's name": (
        "Mr Quill's mother, Jane Street, said that he was late.",
        "he was late.",
        "Jane Street",
    ),
    "a title before the first of two": (
        "Both President Carl Quill and his Republican challenger Bo Marsh have pledged to increase the pressure on Tarn.",
        "the pressure on Tarn.",
        "Both President Carl Quill and his Republican challenger Bo Marsh",
    ),
    "a letter without who signed it": (
        "The letter - whose signatories include the Farmers' Union, the Royal Society of Tarn and the Moss Institute - said they were sad.",
        "they were sad.",
        "The letter",
    ),
    "whom the lead tells by his post and the next paragraph names": (
        "The head of the Tarn Port Authority warned on Monday that ships could be late.\n\n“We are short,” said Ada Quill, the authority's "
        "chief executive.",
        "ships could be late.",
        "Ada Quill",
    ),
    "another minister": (
        "The transport minister warned on Monday that ships could be late.\n\n“We are short,” said Ada Quill, the health minister.",
        "ships could be late.",
        "The transport minister",
    ),
    "who wrote the email": (
        "Ada Quill emailed voters on Monday, telling them that she was proud.\n\nThe email adds that it is late.",
        "it is late.",
        "Ada Quill's email",
    ),
    "who was emailed wrote none": (
        "Ada Quill was emailed on Monday and said she was proud.\n\nThe email adds that it is late.",
        "it is late.",
        "The email",
    ),
    "an email that nobody wrote": ("Ada Quill called voters on Monday.\n\nThe email adds that it is late.", "it is late.", "The email"),
    "who goes on behind marks without a space": (
        "Bo Marsh said,“Look, it is no good. I do not like it.”\n\nHe added, “I am late.”",
        "“I am late.”",
        "Bo Marsh",
    ),
    "who threatens while something is so, in a headline": (
        "Coalition in crisis as junior partner threatens to leave\n\nIts ten members met on Monday.",
        "to leave.",
        "junior partner",
    ),
    "whose campaign it is": (
        "Ada Quill's campaign is young. She will visit three towns this week, the campaign told reporters.",
        "three towns this week.",
        "Ada Quill's campaign",
    ),
    "a campaign between two": (
        "Ada Quill and Max Marsh will meet in May, the campaign told reporters.",
        "will meet in May.",
        "the campaign",
    ),
    "who accuses beside what he says is going on": (
        "Ms. Quill said the authority was sitting on a reserve of $40 million and accused its managers of hiding it.",
        "its managers of hiding it.",
        "Quill",
    ),
    "some who suspect it, behind who says so": (
        "Geoff Marsh leads the union. Many of his members, he said, suspected that mistakes had been made.",
        "said that many of his members suspected that mistakes had been made.",
        "Geoff Marsh",
    ),
    "a study goes on with what it found": (
        "The clerk was new, according to an internal investigation by Tarn Hospital. It concluded that the error was rare.",
        "the error was rare.",
        "an internal investigation by Tarn Hospital",
    ),
    "a body goes on with what it found": (
        "The clerk was new, according to Tarn Hospital. It found that the error was rare.",
        "the error was rare.",
        "Tarn Hospital",
    ),
    "a letter that says no I is its writer's": (
        'Bo Marsh has denied it. In a letter to the board, he said that he had done his best. "Nobody gave a warning," the letter said.',
        "“Nobody gave a warning”",
        "Bo Marsh's letter",
    ),
    "who is asked answers, not who spoke before": (
        "Rosalind Keane called it a whitewash. Her constituents, she said, deserved better.\n\n"
        "Dame Philippa Rusk was asked whether she had considered her position. She had not, she said.",
        "she had not.",
        "Philippa Rusk",
    ),
    "who is asked to do something answers nothing": (
        "Rosalind Keane said that she was sorry. A minister was asked to lead the inquiry. She said that it would be short.",
        "it would be short.",
        "Rosalind Keane",
    ),
    "who goes on behind a name in full": (
        "Bo Brill told the court that his aunt, Ada Moss, never mentioned it. Asked whether he had visited her, he said that he had.\n\n"
        "Detective Constable Amy Rourke said that officers found 61 cheques under his bed. According to her, none was signed by Ada Moss.",
        "none was signed by Ada Moss.",
        "Amy Rourke",
    ),
    "the subject of the sentence before, in what is said between two clauses": (
        "Ottoline Marsh has hinted that her daughter, Beatrix, might take over. Beatrix has made it clear that she has no such plan. "
        '"Mum knows I prefer crabs," she tells me by telephone.\n\n'
        "Does that worry her mother? Marsh shakes her head. Somebody will turn up, she says; somebody always does. She pours the last of "
        "the tea and announces that she has a meeting.",
        "has a meeting.",
        "Ottoline Marsh",
    ),
    "a man whose first name is a woman's elsewhere": (
        'Luis Carmona said that the players had agreed. "I never said so," Andrea Bellini protested. He denied that it was a farce.',
        "it was a farce.",
        "Andrea Bellini",
    ),
    "whoever goes on behind an office that a sentence gives him": (
        "Kristof Varga is the Rovers manager. The chairman, Sir Alan Tredwell, has said that talks will begin. "
        'The manager would not be drawn. "I have a contract," he said.',
        "“I have a contract”",
        "Kristof Varga",
    ),
    "whom the sentence before is about, not who spoke before that": (
        'The auditor, Felix Brandt, said he could not talk. "I would rather not," he said.\n\nIt is not the first time that Mr. Hale\'s '
        "spending has drawn attention. In 2020 he was criticized for leasing a car; he said then that it was cheaper.",
        "it was cheaper.",
        "Hale",
    ),
    "it is the body that did not accept, not the one it judged": (
        "The tribunal did not accept that the hotel had acted in good faith. It concluded that cost had been a factor.",
        "cost had been a factor.",
        "The tribunal",
    ),
    "it is the body that spoke, not the one of which it spoke before": (
        "The hotel did not accept that the tribunal had acted in good faith. It concluded that cost had been a factor.",
        "cost had been a factor.",
        "The hotel",
    ),
    "it is the body of a region that spoke, not the station that was told something": (
        "Passengers were stuck outside Shap, Siobhan Parr told Radio Borders. Northern Grid reported that it had restored power to 14,000 "
        "customers by Sunday evening. It estimated that 12,000 were still waiting.",
        "12,000 were still waiting.",
        "Northern Grid",
    ),
    "it is not the station that was told something": (
        "Tarn Council was to meet on Monday, Siobhan Parr told Radio Borders. It said that it would vote then.",
        "it would vote then.",
        "Tarn Council",
    ),
    "it is the station that speaks itself": (
        "Radio Borders reported the outage first. It said that 12,000 were waiting.",
        "12,000 were waiting.",
        "Radio Borders",
    ),
    "which is a case, and not who is sued": (
        "Ada Quill left the bench in June. The case against Quill, which began in May, goes on. Quill said that it was costly.",
        "it was costly.",
        "Ada Quill",
    ),
    "which is the place, where a body is the place's own": (
        "Police searched the embassy in Tarn, which has denied any role.",
        "has denied any role.",
        "Tarn",
    ),
    "which is the place, where nothing else may be": (
        "Two men were held in Brittany, which has denied any role.",
        "has denied any role.",
        "Brittany",
    ),
    "the only judge of an article, named further on": (
        "Asked by the judge whether it was late, Ada Quill said that it was.\n\nBo Marsh left.\n\nThe judge, Mr Justice Orr, said no.",
        "whether it was late.",
        "Mr Justice Orr",
    ),
    "the chairman of a headline": (
        "Rovers chairman Quill defies calls to go\n\nCarl Quill insisted that he would not leave Marrow Rovers.\n\n"
        '"It is my club," the chairman said.',
        "“It is my club”",
        "Carl Quill",
    ),
    "by where he is from, with his side behind a comma": (
        'The manager, Bo Marsh, kept out of it. "My job is Sunday," said the Irishman, whose side are last.',
        "“My job is Sunday”",
        "Bo Marsh",
    ),
    "somebody who is told by a clause is another": (
        'The manager, Bo Marsh, kept out of it. "My job is Sunday," said the Irishman who cuts the grass.',
        "“My job is Sunday”",
        "the Irishman who cuts the grass",
    ),
    "who opens the meeting and closes it": (
        "Opening the debate, the council's chair, Bo Marsh, said that it was late. Ned Orr left, and Mr Brill sat down.\n\n"
        "Closing the debate, the chair said that it had been a long night.",
        "it had been a long night.",
        "Bo Marsh",
    ),
    "a memo that another found": (
        "Bo Marsh left a memo on his desk. The memo, found by his successor Max Orr, said: “Dear all, I fear that there is no money.”",
        "“Dear all, I fear that there is no money.”",
        "The memo",
    ),
    "two who are told by a plural": (
        "The owners, Ada Quill and Bo Marsh, warned that it was late.",
        "it was late.",
        "Ada Quill and Bo Marsh",
    ),
    "the ministry that spoke, though a state is named more often": (
        "Norvane will tax Marrow steel, Trade Minister Ada Quill said on Monday. Norvane has waited.\n\n"
        "Marrow's commerce ministry said in a statement it “deeply regretted” that. It did not say what it would do.",
        "what it would do.",
        "Marrow's commerce ministry",
    ),
    "who goes on, not who is named in what she says": (
        "Ada Quill KC, prosecuting, told the jury that Bo Marsh had lied. The driver had known Mrs Brill's husband since school, she "
        "said, and was asked to help her.\n\n“He ran,” Ms Quill said.",
        "was asked to help her.",
        "Ada Quill",
    ),
    "who speaks for a body says once what it expects": (
        "Orvane Motors was sued. A spokesman for the company said that it did not expect the case to last.",
        "the case to last.",
        "A spokesman for the company",
    ),
    "a firm before an apposition": (
        "Ned Orr has lost money. In reply to Ned Orr, Brillon Media, an agency for players, said that the deal was off.",
        "the deal was off.",
        "Brillon Media",
    ),
    "a name behind a participle that says which one": (
        "One pastor backing Mr. Orr, Darren Whiting of Tarn Chapel in Marlow, said he had made calls.",
        "had made calls.",
        "Darren Whiting",
    ),
    "nobody's name behind a participle": (
        "Ada Quill left. A witness questioned by Ada Quill, Carl Marsh's lawyer, said the lamp was lit.",
        "the lamp was lit.",
        "A witness",
    ),
    "nobody is called Team, and he has his surname": (
        "It was a bad day for Team Orr, and Team Orr lost. Ned Orr spoke on Monday. But Orr said the plan was dead.",
        "the plan was dead.",
        "Ned Orr",
    ),
    "nobody is called Team, and she has her surname": (
        "Vera Orr spoke on Monday. A good night lifts Team Orr. Orr said the plan was dead.",
        "the plan was dead.",
        "Vera Orr",
    ),
    "three who are named together": (
        "Ada Quill, Bo Marsh and Kit Orr wrote the book. They argue that trade is good.",
        "trade is good.",
        "Ada Quill, Bo Marsh and Kit Orr",
    ),
    "three whom the parser hangs on each other": (
        "But the economists David Autor, Carl Dorn and Ned Hanson looked at trade. The shift, they concluded, never came.",
        "never came.",
        "David Autor, Carl Dorn and Ned Hanson",
    ),
    "a headline's pronoun": (
        "Ada Quill rips Carl Marsh's plan\n\nIn a speech to dockers, she says the port is lost.\n\nAda Quill spoke at Carl Marsh's home.",
        "the port is lost.",
        "Ada Quill",
    ),
    "no supplier of a firm": (
        "Norgrain will raise the price it pays its supplier Arla. “We are acting for our farmers,” he said.",
        "“We are acting for our farmers”",
        "he",
    ),
    "a headline's pronoun for one of two": (
        "Ned Orr rips Carl Marsh's plan\n\nIn a speech to dockers, he says the port is lost.\n\nNed Orr spoke at Carl Marsh's home.",
        "the port is lost.",
        "he",
    ),
    "a fuller description of the only one at hand who holds no office": (
        "The row is about what Ada Quill said of President Ned Orr. The former secretary of state mocked the pledge to sell the port.",
        "to sell the port.",
        "Ada Quill",
    ),
    "a fuller description of two at hand": (
        "Ada Quill met Vera Marsh in Tarn. It rained. The former secretary of state mocked the pledge to sell the port.",
        "to sell the port.",
        "The former secretary of state",
    ),
    "a fuller description beside a senator": (
        "Ada Quill ran against Sen. Vera Marsh. It rained. The former secretary of state mocked the pledge to sell the port.",
        "to sell the port.",
        "The former secretary of state",
    ),
    "a bare description of the only one at hand": (
        "Ada Quill spoke in Tarn, where President Ned Orr lives. It rained. The professor mocked the pledge to sell the port.",
        "to sell the port.",
        "The professor",
    ),
    "what goes on behind a quotation of several sentences": (
        "The Quill campaign sent a fundraising email on Monday saying that Marsh and Quill are in a two-man race.\n\n"
        "“Friend, let me be blunt. I can beat Ada Orr. Ned can't,” the email read. It stated that Marsh was rattled by Quill.",
        "rattled by Quill.",
        "a fundraising email",
    ),
    "one of them, and nobody else": (
        "Passengers were stuck for hours. One of them, who asked not to be named, said the heating had failed. “Absolute hero,” he said.",
        "“Absolute hero”",
        "One of them",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_says_it(case: str) -> None:
    """Whom the reader takes for the speaker of this claim, and nobody else."""
    text, claim, name = CASES[case]
    told = [card for card in make(from_text(text), engine="local").cards if card.cue is not None and card.claim.endswith(claim)]
    assert {card.speaker.name if card.speaker is not None else None for card in told} == {name}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            'One claimed a supervisor told her to "turn the dial". The other said he had seen deliveries left in a corridor.',
            "The other said that he had seen deliveries left in a corridor.",
        ),
        (
            "Edith Pelling, 88, had a carer. The carer told a clerk that her employer was asleep.",
            "The carer told a clerk that her employer was asleep.",
        ),
        (
            'She told the tribunal in Leeds that Hallow accused her of "holding the kitchen to ransom" and said she '
            "could collect her knives "
            "on the way out.",
            "She said that she could collect her knives on the way out.",
        ),
        (
            "Bo Marsh reports from the quay. A docker, who asked not to be named, told me he heard a bang.",
            "A docker said that he heard a bang.",
        ),
        (
            "Bo Marsh was a joiner and his brothers were, too. Ada Quill said she was shocked. She said that he had been a friend.",
            "Ada Quill said that Bo Marsh had been a friend.",
        ),
        (
            "Bo Marsh wrote a letter. The board deleted all that was known of the associate, including his name, on Monday.",
            "The board deleted all that was known of the associate, including his name, on Monday.",
        ),
    ],
)
def test_a_pronoun_in_a_claim_is_no_name_where_it_may_be_the_teller(text: str, claim: str) -> None:
    """A pronoun stays where it may be a teller without a name, or somebody else who has none."""
    assert claim in [card.claim for card in make(from_text(text), engine="local").cards]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Storm Ottilie: thousands without power as ferries cancelled and lines blocked", None),
        ("Hurricane Ida: thousands flee homes", None),
        ("World Cup: England lose to Norway on penalties", None),
        ("Ada Quill: I was wrong about the bridge", "Ada Quill"),
        ("Minister: fares will rise next year", "Minister"),
        ("France: pension age must rise", "France"),
    ],
)
def test_what_happens_before_a_headlines_colon_says_nothing(headline: str, speaker: str | None) -> None:
    """A storm and a cup say nothing; a minister and a country may."""
    body = "It brought winds of up to 91mph on Sunday.\n\nThe Met Office said the worst would pass by midnight."
    cards = make(from_text(f"{headline}\n\n{body}"), engine="local").cards
    told = [card.speaker.name for card in cards if card.cue is not None and card.cue.quote == ":" and card.speaker is not None]
    assert told == ([] if speaker is None else [speaker])
