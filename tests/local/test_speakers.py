"""Who said it: each case is a small article with its sources marked, and whom the last one of them means."""

from __future__ import annotations

import pytest

from factcards.cards import Speaker
from factcards.engines.local.reader import LocalReader
from factcards.read import from_text
from tests.local.marked import speakers_of

# Text; name of the last marked speaker; how it was found.
CASES: dict[str, tuple[str, str, str]] = {
    # what a speaker adds to what he says of another
    "another's reason behind a concession": (
        "[[Bo Marsh]] told reporters that Dan Ross had left, although [[he]] had hoped to stay.",
        "Dan Ross",
        "pronoun",
    ),
    "a service": (
        "[[The ambulance service]] said two people had died. [[It]] urged drivers to stay away.",
        "The ambulance service",
        "pronoun",
    ),
    "a firm that the parser has for one of two subjects": (
        "[[Lindholm Trading]], the company that imports the gel, said it was “deeply concerned”. [[It]] denied adding any drug.",
        "Lindholm Trading",
        "pronoun",
    ),
    "a firm that is told by where it is and no such firm was told of": (
        "[[Ada Quill]] opened the bridge on Monday. [[The Leeds-based insurer]] said it would pay for the lamps.",
        "The Leeds-based insurer",
        "named",
    ),
    # names that were cut, and somebody who is told by his age and his country
    "a prince": ("[[Prince Osric]] said it was late. The ball was on Monday, [[Osric]] said.", "Prince Osric", "alias"),
    "a name with a baron in it": (
        "Professor [[Ivor Baron-Quill]] told the court it was rare. Prof [[Baron-Quill]] said no.",
        "Ivor Baron-Quill",
        "alias",
    ),
    "a portfolio is nobody": (
        "[[A letter to Transport Secretary Ned Orr]] says that trains are late. [[They]] are sure that it is.",
        "They",
        "unresolved",
    ),
    "a man by his age and his country": (
        "Seb Orr won again on Monday. [[The 32-year-old Italian]] said he was glad.",
        "Seb Orr",
        "nominal",
    ),
    "a man by a people whose verb is one's": ("Seb Orr won again on Monday. [[The Swiss]] has said he is glad.", "Seb Orr", "nominal"),
    "a people": ("Seb Orr won again on Monday. [[The Swiss]] have said he may go.", "Swiss", "named"),
    "a year before a plural": ("But in 2011 [[lawyers for the Orr Company]] said no.", "lawyers for the Orr Company", "named"),
    "a speech, for the fair at which it was held": (
        "Orr read a speech written by Quill at the ceremony, [[which]] mentioned two ships.",
        "a speech",
        "pronoun",
    ),
    # a description of which nobody at hand is the kind, or whom nothing ties to it
    "our correspondent": (
        "Talks may help, the Courier's [[Ada Quill]] in Tarn reports. But that would take years, [[our correspondent]] adds.",
        "Ada Quill",
        "nominal",
    ),
    "our correspondent, behind somebody else": (
        "Tarn needs help, the minister [[Ada Quill]] says. But that would take years, [[our correspondent]] adds.",
        "our correspondent",
        "named",
    ),
    "an age that is not the next one's who is named": (
        "Rovers want Bo Marsh. The 24-year-old is vital to Ned Orr's plans. [[The 24-year-old]] said he would stay.",
        "The 24-year-old",
        "named",
    ),
    "whose defence it is": (
        "Ned Orr, 28, heard it. Bo Marsh wept. [[The 28-year-old's defence]] argued that the case should be dropped.",
        "The 28-year-old's defence",
        "named",
    ),
    "whose men somebody meets": (
        "On Monday the club's members met Ned Orr's players in Tarn. And [[the boss]] believes that his men are ready.",
        "the boss",
        "unresolved",
    ),
    "a title that nobody was told to have, of whom the sentence before is about": (
        "Ned Orr was late. Bo Marsh said so. [[The three-times winner]] believes that it will pass.",
        "Bo Marsh",
        "nominal",
    ),
    "somebody with a clause and more behind him": (
        "Bo Marsh said he was tired. [[The Tarn man]], who clashed with Ned Orr in March, and again in May, added that he was glad.",
        "Bo Marsh",
        "nominal",
    ),
    "who does not want to be named": (
        "Bo Marsh won in Tarn. [[The man]], who chose not to be named, said it was hard.",
        "The man",
        "named",
    ),
    "an age that nobody was told to have": (
        "Ada Quill has a book out. She swims daily. [[The 26-year-old]] says it is hard.",
        "Ada Quill",
        "nominal",
    ),
    "who is told to tell it": ("Vera Marsh has claimed that [[the former star]] had said she was ill.", "the former star", "unresolved"),
    "the mayor of a city": (
        "Mayor Ada Quill wrote to President Bo Marsh. Quill had asked him for money. “We mourn,” said [[the city leader]].",
        "Ada Quill",
        "nominal",
    ),
    "by his country before his name": ("Alberto Contrador won. [[Spaniard Contrador]] said it was hard.", "Alberto Contrador", "alias"),
    "both of two who were told of": (
        "Tarn PC Bo Marsh got into an argument. He convinced friend Ned Orr to lie. [[Both]] denied a charge of fraud.",
        "Bo Marsh and Ned Orr",
        "nominal",
    ),
    "both by what they are": (
        "Both Ada Quill and Vera Marsh want action. [[Both mothers]] admitted that they were wrong.",
        "Ada Quill and Vera Marsh",
        "nominal",
    ),
    "a spaced hyphen parts a name": ("Bo Marsh - Tarn Secretary - was late. [[Marsh]] said he was ill.", "Bo Marsh", "alias"),
    "a boss of a place from which nobody is": (
        "Quill's side meet Ned Orr's men in Scotland. [[The Scotland boss]] mocked the pledge to sell the port.",
        "The Scotland boss",
        "unresolved",
    ),
    "a speaker behind whom others were told of": (
        "[[Bo Marsh]] said he was ready. The top seed beat Ned Orr in two sets. “I ran,” said [[the Serb]].",
        "the Serb",
        "unresolved",
    ),
    "a paper is none of those who spoke": (
        "Ned Orr met Bo Marsh. [[Witnesses]] told him that police fired. “Force was used,” [[the statement]] reads.",
        "the statement",
        "named",
    ),
    "a leader of another party, longer ago": (
        "President Bo Marsh flew to Tarn on Monday. It rained. Ada Quill met farmers. [[The SNP leader]] said the visit was a mistake.",
        "Ada Quill",
        "nominal",
    ),
    "who is called an author only further on": (
        "“It is rich,” said judge Josef Marsh. Ned Quill, who beat five others, was awarded a prize. His novel is set on an island. "
        "[[The author]] described it as a play.\n\nJosef Marsh, an author and professor, will read from it.",
        "The author",
        "named",
    ),
    "another midfielder": (
        "[[The 26-year-old midfielder]] has signed a one-year deal.\n\nHe followed fellow midfielder Bo Marsh out of Rovers.",
        "The 26-year-old midfielder",
        "named",
    ),
    "a firm by what it makes": (
        "The Tarn Motors plant builds the electric Quillon pickup. Tarn Motors makes nothing else.\n\n"
        "[[The electric vehicle maker]] said it had run out of parts.",
        "Tarn Motors",
        "nominal",
    ),
    "a firm is no club": (
        "The firm hired Bo Marsh, an officer at gaming firm Quill Arts. [[The club]] hopes that he can help.",
        "The club",
        "named",
    ),
    "a station is no newspaper": (
        "The trial was shown on TQRV-TV. Quill rose and asked to speak, [[the newspaper]] reported.",
        "the newspaper",
        "named",
    ),
    # offices and trades that are another one's
    "what a draft says besides": (
        "[[A draft seen by the Courier]] says the board “lacked care”. [[It]] suggests that Tarn might have been misled.",
        "A draft seen by the Courier",
        "pronoun",
    ),
    "a governor after a mayor": (
        "Mayor [[Ada Quill]] opened the bridge and cut the ribbon. [[The governor]] warned that it would cost more.",
        "The governor",
        "named",
    ),
    "an auditor of whom nothing was told": (
        "[[Ada Quill]] wants to raise taxes. [[The state auditor]] warned that it could take two years.",
        "The state auditor",
        "named",
    ),
    "a minister whom the tagger takes for a name": (
        "Ada Quill is late. [[She]] wants voters to forgive her. If the tax were to drive pensioners from their homes, [[the minister]] "
        "admits, she would “have to look at it again”.",
        "Ada Quill",
        "nominal",
    ),
    "who was hired by others": (
        "It was found by Bo Marsh, a farmer hired by the council, [[who]] said it was old.",
        "Bo Marsh",
        "pronoun",
    ),
    "a pronoun behind a year": (
        "Ada Quill, novelist, has died at her home in Pell Bay. She was 88.\n\nIn an interview with the Pell Bay Mercury in 2009 "
        "[[she]] said she doubted it.",
        "Ada Quill",
        "pronoun",
    ),
    # whoever goes on, and whose it is
    "who spoke in the paragraph before a quotation": (
        "[[Bo Marsh]] met voters in Tarn. State Rep. [[Lee Zarnow]], a friend of the mayor, said it would help Marsh and the party.\n\n"
        "“It is not do or die, any endorsement,” [[he]] said.",
        "Lee Zarnow",
        "pronoun",
    ),
    "a campaign that has something itself": (
        "[[Bo Marsh]] apologized for [[his campaign]]'s claim that Ada Quill had left.",
        "Bo Marsh's campaign",
        "nominal",
    ),
    "a share without whose": (
        "Many Tarnians have moved to the coast. In the survey, about a third said [[they]] would leave.",
        "about a third",
        "pronoun",
    ),
    "somebody from a state": (
        "Senate leader [[Bo Marsh]] says President Ned Orr is late. In a letter, [[the Ohio Republican]] said that it was a pity.",
        "Bo Marsh",
        "nominal",
    ),
    "somebody from a state who is told of by another": (
        "Ada Quill won in Tarn. [[Tad Orr]], an aide to Bo Marsh, said [[the Ohio senator]] would come.",
        "the Ohio senator",
        "unresolved",
    ),
    "the candidate who is told of most": (
        "Bo Marsh spoke in Tarn, where Marsh praised a nurse. Despite pleas by Ada Quill, Marsh left. [[The candidate]] called it fair.",
        "Bo Marsh",
        "nominal",
    ),
    "the candidate of two": ("Bo Marsh met Ada Quill in Tarn. It rained. [[The candidate]] called it fair.", "The candidate", "unresolved"),
    "a first minister who is nobody near": (
        "Bo Marsh spoke in Tarn, where Marsh praised a nurse. Despite pleas by Ada Quill, he left. [[The first minister]] called it fair.",
        "The first minister",
        "unresolved",
    ),
    "the company that is named more often": (
        "Orvane Foods makes oats. Orvane sells them. Orvane has a mill in Tarn. Orvane is rich. Brillon Mills makes oats.\n\n"
        "Both met on Monday. It rained. [[The company]] said no.",
        "Orvane Foods",
        "nominal",
    ),
    "a quotation without a space before it": (
        "“It was a lot of hate,”Ada Quill said.\n\n“He is rude,” [[she]] said.",
        "Ada Quill",
        "pronoun",
    ),
    # a body by a near noun, by what it leads, by what it was called before
    "a ministry's office as the department": (
        "The [[Harbour Office]] said it was sorry. “We have a duty to ships,” [[a spokesperson]] said. [[The department]] denied it.",
        "Harbour Office",
        "nominal",
    ),
    "a court of two that was called so before": (
        "[[The Court of Appeal]] met. [[The court]] agreed. Bo Marsh may go to the Supreme Court. It rained.\n\n[[The court]] said no.",
        "Court of Appeal",
        "nominal",
    ),
    "the firm that the sentence before is about": (
        "[[Orvane Foods]] sued Brillon Mills. [[The company]] said no. Nobody at Orvane Foods would talk.\n\n"
        "Brillon Mills plans to sell its oats in May. [[The company]] said so.",
        "Brillon Mills",
        "nominal",
    ),
    "another behind a name": ("Bo Marsh was late. Marsh, [[a teacher]] said, had left.", "a teacher", "named"),
    "a nickname in a name": ("William J. “Bill” Quill was late. [[Quill]] said no.", 'William J. "Bill" Quill', "alias"),
    "a nickname of two words": ("[[Ada “The Rock” Quill]] said no. It rained.", 'Ada "The Rock" Quill', "named"),
    "no nickname": ("[[Ada Quill]] said “No” to Bo Marsh. It rained.", "Ada Quill", "named"),
    "a captain without a stop": ("[[Capt Ada Quill]] said the road was clear. Quill left.", "Ada Quill", "named"),
    "a number that is a house": ("[[No. 10]] denied it.", "No. 10", "named"),
    "a union by its workers": (
        "The Chamber of Trade was late. Ned Orr of Dock Workers Local 12 was not. [[The union]] said no.",
        "Dock Workers Local",
        "nominal",
    ),
    "a firm that is told behind its name": (
        "Lumovar, a battery company founded in Dunholm, raised money. [[The company]] said so.",
        "Lumovar",
        "nominal",
    ),
    "a group is not just any body that is left": (
        "The crowd met at Dunholm University before it went to Town Hall. “Power to us!” [[the group]] said.",
        "the group",
        "named",
    ),
    # papers, teams and panels by the words that brought them in
    "a team by who they are": (
        "A team of divers announced it on Monday. Bo Marsh was glad. [[The team]] said no.",
        "A team of divers",
        "nominal",
    ),
    "a body that is told by what it is for": (
        "The transport ministry was silent on Monday. Bo Marsh was glad. [[The ministry]] said no.",
        "The transport ministry",
        "nominal",
    ),
    "two bodies of a kind": (
        "The transport ministry met the health ministry. Bo Marsh was glad. [[The ministry]] said no.",
        "The ministry",
        "named",
    ),
    "two teams": ("A team of divers met a team of painters. [[The team]] said no.", "The team", "named"),
    "a briefing paper is no newspaper": (
        "[[Dunholm Herald]] staff left. According to [[a leaked briefing paper]], it was late. [[The paper]], dated 2 June, says so.",
        "a leaked briefing paper",
        "nominal",
    ),
    "papers of which there are several": (
        "[[Papers published before the council's meeting]] say so. [[The papers]] do not say why.",
        "Papers published before the council's meeting",
        "nominal",
    ),
    "a report by whose it is": (
        "[[The panel's long report]] said so. [[The report]] adds that it rained.",
        "The panel's long report",
        "nominal",
    ),
    "a lawsuit that was filed as a complaint": (
        "In a complaint filed in court, [[Orvane Foods]] alleged it. [[The lawsuit]] says more.",
        "Orvane Foods' complaint",
        "nominal",
    ),
    # who speaks for whom
    "a spokesman behind a minister who need not be his": (
        "The mayor, Bo Marsh, wept. [[A spokesman]] said it rained.",
        "A spokesman",
        "named",
    ),
    "a prime minister is no secretary": (
        "The sport secretary, Ada Quill, quit. [[The prime minister]] said no.",
        "The prime minister",
        "named",
    ),
    "an aide to nobody": ("Tarn Foods closed two shops. [[An aide]] said it rained.", "An aide", "named"),
    "a spokesman for a trust told as the trust": (
        "Dunholm Care Trust lost money. Ada Quill left.\n\nThe trust denied it. [[A spokesman]] said no.",
        "A spokesman for Dunholm Care Trust",
        "nominal",
    ),
    # persons
    "an Italian who was told of": (
        "The manager, Luca Quill, would not say. “My job is here,” [[the Italian]] said.",
        "Luca Quill",
        "nominal",
    ),
    "people by what they know of": (
        "[[Two people with knowledge of the]] city's own testing, who feared it, said no.",
        "Two people with knowledge of the city's own testing",
        "named",
    ),
    "a number in a survey": ("In a survey of 42 analysts, [[29]] said so.", "29 in a survey of 42 analysts", "nominal"),
    # nobody calls himself by name, or tells of himself by a description
    "whom somebody wrote to": (
        "Local MP Bo Marsh was cross. [[He]] said he had written to the Health Secretary, [[who]] had told him that the bill was ready.",
        "the Health Secretary",
        "pronoun",
    ),
    "they are some": (
        "Inspectors came. [[The report]] says clerks were tired and that some had left because [[they]] believed it would get worse.",
        "some",
        "pronoun",
    ),
    # a name as it is written
    "an alliance with whose it is": ("The [[Grain Shippers' Alliance]] said no.", "Grain Shippers' Alliance", "named"),
    "a museum is no charity": (
        "Keep Marrow, a local charity, wants the ship. [[The regional museum]] said no.",
        "The regional museum",
        "named",
    ),
    "a union with whose it is": ("The [[Dock Workers' Union]] said no. It was late, [[it]] said.", "Dock Workers' Union", "pronoun"),
    "a surname behind a full name with a C.": (
        "The seat went to Elaine C. Quill on Friday. [[Quill]] said no.",
        "Elaine C. Quill",
        "alias",
    ),
    "an exam board by its noun": (
        "The exam board Orvane has admitted that 900 papers were lost. [[The board]] said no.",
        "Orvane",
        "nominal",
    ),
    "a club that is told of as several": (
        "Brill Town have said that Bo Orr will go. He was ill. Nobody came. [[The club]] said no.",
        "Brill Town",
        "nominal",
    ),
    "a town before MP is no speaker": ("[[The Dunholm MP, Sir Bo Marsh,]] said no.", "Bo Marsh", "named"),
    "a miner who is somebody": ("Dunmore Resources cut its dividend. [[A retired miner]] said no.", "A retired miner", "named"),
    "both, of whom one is told by an office first": (
        "Leopold Quill, 58, and the bank's former director, Vivienne Orr, are accused of fraud. [[Both]] deny it.",
        "Leopold Quill and Vivienne Orr",
        "nominal",
    ),
    "residents of a street, with where it is": (
        "[[Residents of Marine Walk, where most of the old houses stand]], said no.",
        "Residents of Marine Walk",
        "named",
    ),
    "a poll with who published it": (
        "[[A poll]] published on Friday by Dunmore College showed it.",
        "A poll published on Friday by Dunmore College",
        "named",
    ),
    "a letter that nobody wrote": ("[[A letter]] published on Friday said no.", "A letter", "named"),
    "a body and a council": ("The union Brillon and Dunholm Council have met. [[Dunholm Council]] said no.", "Dunholm Council", "named"),
    "a front-runner by that word": ("Ada Quill, the front-runner, met Max Marsh. [[The front-runner]] said no.", "Ada Quill", "nominal"),
    "a firm that says it again": (
        "The ship's operator, Tarnholm Marine, said the crew was safe. [[It]] declined to comment.",
        "Tarnholm Marine",
        "pronoun",
    ),
    "a club's first word, beside the name of its podcast": (
        "Brill Town have sacked Bo Orr. Brill have lost six games. It was right, the Brill Faithful podcast said. [[Brill]] said no.",
        "Brill Town",
        "alias",
    ),
    "a union that the tagger cuts": ("[[The Marrow Porters' Union]] said no.", "Marrow Porters' Union", "named"),
    "a team told by radio, who": (
        "That held up Ada Quill, forcing her to bemoan the delay to the team over the radio, [[who]] asked Bo Marsh to slow down.",
        "the team",
        "pronoun",
    ),
    "people living somewhere, who": (
        "It drew people living in the Marrow and Tarn valleys [[who]] say that it is far.",
        "people",
        "pronoun",
    ),
    "the victim of somebody with four names": (
        "He is the victim of Moktar Ali Saad Quill. [[Quill]] said no.",
        "Moktar Ali Saad Quill",
        "alias",
    ),
    "somebody's office is not a union's": ("[[Marsh's Union]] said no.", "Marsh's Union", "named"),
    "a surname with a particle": ("It was denied by Labour's Orlaith Mac Quillan, [[who]] left.", "Orlaith Mac Quillan", "pronoun"),
    "a minister told by the office": (
        "[[The state's Water Minister, Carmel Quill,]] said no.",
        "Carmel Quill",
        "named",
    ),
    "counsel with letters behind the name": ("[[Counsel to the inquiry, Davina Quill KC,]] said no.", "Davina Quill", "named"),
    "a governor's spokeswoman": (
        "[[A spokeswoman for Gov. Ada Quill]] denied it. The work was late, [[she]] said.",
        "A spokeswoman for Gov. Ada Quill",
        "pronoun",
    ),
    "a sport's director": ("[[The club's director of sport Ada Quill]] said no.", "Ada Quill", "named"),
    "a first name that the tagger takes for a verb": ("[[Iain Duncan Quill]] said he was late.", "Iain Duncan Quill", "named"),
    "two firms, of whom each speaks": (
        "Two firms named in the memo, Brightfold and Tallow, differed. [[Brightfold]] said it was late. [[Tallow]] said it was not.",
        "Tallow",
        "named",
    ),
    # whoever works there
    "who doubts it behind a firm": (
        "Prices could double, said [[Milo Quill]], an analyst at Marrow Risk, [[who]] doubts that it will.",
        "Milo Quill",
        "pronoun",
    ),
    # a description taken up by fewer words, or others
    "a source whose words are cut the second time": (
        "[[A source close to the board]] said it was poor, but [[disputed]] that. “They trusted her,” [[the source]] said.",
        "A source close to the board",
        "nominal",
    ),
    "the audit, by somebody": (
        "According to [[an audit published last year]], it was cut. [[The audit]], by the firm Tarn Moss, found no flaw.",
        "an audit published last year",
        "nominal",
    ),
    "the survey is the poll of the sentence before": (
        "[[A poll published by the Tarn Institute]] suggested that most agreed. [[The survey]] put it at 9 percent.",
        "Tarn Institute's poll",
        "nominal",
    ),
    "those who were asked in the only poll": (
        "[[A new Tarn Institute/Radio Marrow poll]] found so.\n\nAda Quill is ahead.\n\nMost, [[those surveyed]] said, like her.",
        "those surveyed in the Tarn Institute/Radio Marrow poll",
        "nominal",
    ),
    "those who were asked in one of two polls": (
        "[[A Tarn Institute poll]] found so. [[A Radio Marrow poll]] did not.\n\nAda left.\n\nMost, [[those surveyed]] said, like her.",
        "those surveyed",
        "named",
    ),
    "a new poll that is named behind": (
        "Ada Quill leads, according to [[a new poll]].\n\nA Tarn Institute Poll put her at 40 percent.",
        "Tarn Institute Poll",
        "nominal",
    ),
    "a June poll is none that is named behind": (
        "Ada Quill led then, according to [[a June poll]].\n\nA Tarn Institute Poll put her at 40 percent.",
        "a June poll",
        "named",
    ),
    "what a poll found": (
        "Most like Ada Quill, according to a new Tarn Institute poll. [[The findings]] suggest that she will win.",
        "Tarn Institute poll's findings",
        "nominal",
    ),
    "results without a poll": ("Polls closed at nine. [[The results]] suggest that Ada Quill won.", "The results", "named"),
    "a report by somebody that another put out": (
        "Bo Marsh released a report by Ada Quill on Monday. [[The report]] said that it was late.",
        "a report by Ada Quill",
        "nominal",
    ),
    "an email that somebody else put out": (
        "Tarn Council published an email on Monday. [[The email]] said that it was late.",
        "The email",
        "named",
    ),
    "whose suit it is, below": (
        "A clerk filed a lawsuit against the town.\n\nThe May lawsuit, filed by a clerk named Bo Marsh, made a stir.\n\nAda left.\n\n"
        "[[The suit]] says he was ill.",
        "Bo Marsh's lawsuit",
        "nominal",
    ),
    "a suit between two": (
        "Bo Marsh filed a suit in May. Ada Quill filed a suit, too. [[The suit]] says he was ill.",
        "The suit",
        "named",
    ),
    "a letter of two": (
        "Ada Quill and Bo Marsh sent a letter to Tarn Council.\n\n[[The letter]] said that it was late.",
        "Ada Quill and Bo Marsh's letter",
        "nominal",
    ),
    "a statement of long ago": (
        "Ada Quill said in a statement that it was late.\n\nIt rained.\n\nBo Marsh left.\n\nHe was ill, [[the statement]] said.",
        "the statement",
        "named",
    ),
    "what a paper says that is no newspaper's": (
        "It may close, according to a leaked paper. Tarn Union's secretary, Ada Quill, said that she was ill.\n\n"
        "[[The paper]] warns that money is short. [[It]] says that the pier may close.",
        "a leaked paper",
        "pronoun",
    ),
    "the campaign that was hers": (
        "Ada Quill is ill. Her campaign has met mayors. Last month, [[the campaign]] said that it would go on.",
        "Ada Quill's campaign",
        "nominal",
    ),
    "a share by two numbers, of whom the sentence before tells": (
        "About four in 10 farmers in Tarn have left. [[Two in three]] said that they would.",
        "Two in three farmers in Tarn",
        "nominal",
    ),
    "a third, who is one": ("Two of the men left. [[A third]] said that he would stay.", "A third", "named"),
    "a share beside another share": (
        "Among likely voters, about two-thirds say that they will vote. [[Just over a quarter]] say that they will not.",
        "Just over a quarter",
        "named",
    ),
    "a share, of voters of whom another is told": (
        "Four in 10 voters in Tarn see Ada Quill as unfair, and [[a third]] said that of Bo Marsh.",
        "a third of voters in Tarn",
        "nominal",
    ),
    "most of whom the clause beside tells": (
        "Republicans are split, although [[most]] said that it was late.",
        "most Republicans",
        "nominal",
    ),
    "most, of others": ("Soldiers fired at farmers, though [[most]] said that they were safe.", "most", "named"),
    "many of nobody in particular": ("He has won, although [[many]] believe that he will lose.", "many", "named"),
    "the party by its short name": (
        "The GOP needed rest, but it had none. [[The party]] said that it was late.",
        "GOP",
        "nominal",
    ),
    "the officials of a body": (
        "The Quill campaign hired 40 clerks. [[Several campaign officials]] said that it was late.",
        "Several Quill campaign officials",
        "nominal",
    ),
    "organizers of a union, at a firm": ("Tarn Rail cut pay. [[Union organizers]] said that it was late.", "Union organizers", "named"),
    "executives of a company between two": (
        "Tarn Rail Company sued Marsh Steel Company. It was late, [[company executives]] said.",
        "company executives",
        "named",
    ),
    # one of those before
    "one of others behind them": (
        "[[Two engineers with knowledge of it]] said it froze. Three lawyers were cross.\n\n[[One of them]] said he had warned.",
        "One of them",
        "named",
    ),
    "another behind one": (
        "The plan was turned down by [[four boards]]. [[One clerk]] said it was late; [[another]] feared it was wrong.",
        "another clerk",
        "nominal",
    ),
    "the other of three is not told": (
        "[[Three former clerks]] said it was late. [[One]] said he had left. [[The other]] said the door was shut.",
        "The other",
        "named",
    ),
    "a share of those before": (
        "A survey found that 40 percent of farm owners had sold land, though [[nearly a third]] said they would not.",
        "nearly a third of farm owners",
        "nominal",
    ),
    "a third one": ("A clerk saw a car, another saw a van, and [[a third]] said it was a lorry.", "a third", "named"),
    "what belongs to what is his": (
        "Bo Marsh sold it. [[His gallery's catalogue]] called it a find.",
        "Bo Marsh's gallery's catalogue",
        "nominal",
    ),
    "many of them": (
        "Councillors met at six. More than 100 residents packed the hall. [[Many of them]] said the road could not cope.",
        "Many of the residents",
        "nominal",
    ),
    "some of a body": ("[[Some on the board]] said there had been hundreds.", "Some on the board", "named"),
    "a share in a poll of the sentence before": (
        "A poll by Tarn Research suggested that 61 per cent of voters were against it. [[Only 22 per cent]] thought that it was explained.",
        "Only 22 per cent of voters in a poll by Tarn Research",
        "nominal",
    ),
    "a share in a poll that opens the sentence": (
        "In a survey by the trust, [[64 per cent of members]] said they were glad.",
        "64 per cent of members in a survey by the trust",
        "nominal",
    ),
    "a share in a month": ("In March, [[40 percent of the clerks]] said they were glad.", "40 percent of the clerks", "named"),
    # whose a body, a paper and a client are
    "one ministry of two": (
        "[[Tarvania's Foreign Ministry]] said no. [[Ostmark's Foreign Ministry]] said that it was wrong.",
        "Ostmark's Foreign Ministry",
        "named",
    ),
    "a sheriff's office": ("[[The Dunmore County Sheriff's Office]] said no.", "Dunmore County Sheriff's Office", "named"),
    "the report in which a body said it": (
        "In a first report, [[the Air Safety Bureau]] said nobody had answered. Ice had built up, [[the report]] said.",
        "Air Safety Bureau's report",
        "nominal",
    ),
    "the report, behind a statement": (
        "In a statement, [[the Air Safety Bureau]] said nobody had answered. Ice had built up, [[the report]] said.",
        "the report",
        "named",
    ),
    "an agency is no firm": (
        "[[The Food Safety Administration]] said Brill Foods had packed them. Nobody should eat them, [[the agency]] said.",
        "Food Safety Administration",
        "nominal",
    ),
    # a firm that has somebody's surname
    "who was named before his firm": (
        "[[Kit Orvane]] said no. He founded Orvane Motors in 1990. [[Orvane]] said it would take years.",
        "Kit Orvane",
        "alias",
    ),
    "a firm and where it is": ("[[Brill Foods of Salinas Bend]] said no.", "Brill Foods", "named"),
    # whose aides tell of him
    # a body by what it is, far behind its name
    "the force": (
        "Ada Quill of Tarn Police spoke. [[A source]] said a man was hurt, but [[the force]] declined to say so.",
        "Tarn Police",
        "nominal",
    ),
    "the watchdog": (
        "The Rail Safety Commission met. Ada Quill runs the line. [[The watchdog]] said it would look into it.",
        "Rail Safety Commission",
        "nominal",
    ),
    "a paper is not what has been called a company": (
        "Harlan Agri is old. [[The company]] said it was sorry.\n\nIn a paper, clerks wrote of mussels. "
        "[[The company]] said it was wrong.\n\n"
        "Nothing changed, [[the paper]] notes.",
        "the paper",
        "named",
    ),
    # taken up again
    "an official without a name": (
        "[[A union official close to the talks]], who asked not to be named, said a deal was near. [[The official]] said no date was set.",
        "A union official close to the talks",
        "nominal",
    ),
    "a diplomat of whom more is told": (
        "[[A Marrow diplomat close to the talks]] said they would end. [[The diplomat]], who would not be named, said it was late.",
        "A Marrow diplomat close to the talks",
        "nominal",
    ),
    "not this person behind one with a name": (
        "Ada Quill runs the mill. “They have missed it,” [[this person]] said.",
        "this person",
        "named",
    ),
    "one of several without names": (
        "[[Two senior officers at the port]] said it had jammed. [[One of them]] said it was old.\n\n[[The officer]] said it was sad.",
        "One of two senior officers at the port",
        "nominal",
    ),
    "a study by its fuller name": (
        "Wells are dry, according to [[a 2019 survey by the Larch Institute]]. Farmers left. [[The survey]] said more would follow.",
        "a 2019 survey by the Larch Institute",
        "nominal",
    ),
    "not where another has been brought in": (
        "The dam is safe, according to [[a report by the Larch Institute]]. A second report is due. [[The report]] said it leaks.",
        "The report",
        "named",
    ),
    "not one of two": (
        "[[A union official in Tarn]] said it would go on. [[A bank official in Marrow]] said no. [[The official]] said it was late.",
        "The official",
        "named",
    ),
    "not another kind of one": (
        "[[A union official close to the talks]] said a deal was near. [[The bank official]] said no date was set.",
        "The bank official",
        "named",
    ),
    "not somebody long gone": (
        "[[A nurse at Larch Clinic]] said it was full.\n\nIt rained.\n\nIt snowed.\n\nIt hailed.\n\n[[The nurse]] said it was late.",
        "The nurse",
        "named",
    ),
    "a councillor by his short title": (
        "Council leader Philip Garst did not vote. [[Coun Garst]] said it was late.",
        "Philip Garst",
        "alias",
    ),
    "a report that goes on": (
        "[[Tarn Homes]] said the site was dry.\n\n[[A report by two engineers]] had recommended approval. [[It]] found that it was sound.",
        "A report by two engineers",
        "pronoun",
    ),
    # names, full and short
    "full name": ("[[Mira Quill]] said taxes would fall.", "Mira Quill", "named"),
    "surname": ("Mira Quill opened the meeting. [[Quill]] said taxes would fall.", "Mira Quill", "alias"),
    "a surname that the tagger takes for a place": ("Emil Sarkany won. [[Sarkany]] has denied cheating.", "Emil Sarkany", "alias"),
    "surname with a title": ("Mira Quill opened the meeting. [[Ms. Quill]] said taxes would fall.", "Mira Quill", "alias"),
    "first name": ("Mira Quill opened the meeting. [[Mira]] said taxes would fall.", "Mira Quill", "alias"),
    "a widow and her husband": (
        "Ada Moss, whose husband, Navy pilot Bo Moss, was killed in May, spoke on Thursday. [[Moss]] said the road was safe.",
        "Ada Moss",
        "alias",
    ),
    "middle initial dropped": ("Robert J. Varga opened the meeting. [[Robert Varga]] said taxes would fall.", "Robert J. Varga", "alias"),
    "the head of something that goes without saying": (
        "Mira Quill, a pupil, vanished on Tuesday. [[The head]] said she was lost.",
        "The head",
        "named",
    ),
    "possessive": ("Mira Quill opened the meeting. [[Quill's]] view was that taxes would fall.", "Mira Quill", "alias"),
    "family name first": ("President Tan Weimin met reporters on Monday. [[Tan]] said talks would resume.", "Tan Weimin", "alias"),
    "particle": ("Pieter van Drongen opened the meeting. [[Van Drongen]] said taxes would fall.", "Pieter van Drongen", "alias"),
    "a company by its form": (
        "Tarn NV cut jobs. A minister said he had not known. Tarn considered selling a unit. [[It]] called the reports “speculation”.",
        "Tarn NV",
        "pronoun",
    ),
    "a day before the name": ("Carl Moore left early. Police said that on one Friday [[Moore]] asked for a key.", "Carl Moore", "alias"),
    "a name behind an office of a body": (
        "[[The club's director of sport Barbara Slater]] said the season would start late.",
        "Barbara Slater",
        "named",
    ),
    "a maker whose name says what else it is": (
        "Its manufacturer, Brill Foundation, said no. [[The foundation]] said it was sorry.",
        "Brill Foundation",
        "nominal",
    ),
    "the trade group, by what it is called beside its name": (
        "Mr. Orr's trade group, the Furniture Makers' League, said it would sue. [[The trade group]] said the limits were too low.",
        "Furniture Makers' League",
        "nominal",
    ),
    "the other of two bodies that are called something": (
        "The bakers' union, Navis, and the hospital group, Tarn Care, met. [[The union]] said it would strike.",
        "Navis",
        "nominal",
    ),
    "an airline union is no airline": (
        "The airline union, Navis, said it would strike. [[The airline]] said no.",
        "The airline",
        "named",
    ),
    "a country has not spoken, either": (
        "Mayor Christopher Haines urged patience. Russia has not spoken. Through his lawyer, Jonathan Speer, [[he]] said no.",
        "Christopher Haines",
        "pronoun",
    ),
    "a country that has resigned itself": (
        "Carl Varga spoke first. Russia has resigned itself to it. [[He]] said taxes would fall.",
        "Carl Varga",
        "pronoun",
    ),
    "who is hailed does not hail himself": (
        "Harlan Moss spoke after Carl Varga. “Varga, you are wrong,” [[he]] said.",
        "Harlan Moss",
        "pronoun",
    ),
    "they, of a bank that spoke": (
        "The Tarn Bank cut its rates. A spokesman for the Tarn Bank said [[they]] would fall again.",
        "Tarn Bank",
        "pronoun",
    ),
    "she, whom the tagger takes for a firm, and who represents somebody": (
        "“He had no chance,” said Renata Okafor-Bell, who represents the family of Marcus Tillery. The video, [[she]] said, shows him.",
        "Renata Okafor-Bell",
        "pronoun",
    ),
    "a police chief whom the tagger takes for no entity is the chief": (
        "“He had no chance,” said Renata Okafor-Bell, who represents the family.\n\nPolice Chief Dolores Quintanilla, who watched it, "
        "declined to describe it. [[The chief]] said she would release it.",
        "Dolores Quintanilla",
        "nominal",
    ),
    "a nationality with a who behind it is nobody's name": (
        "Jordan Spieth had a 63. “I was not expecting it,” said the American, who needs a win. “I missed,” [[he]] said.",
        "Jordan Spieth",
        "pronoun",
    ),
    "a surname that two share, one of them named to tell who the other is": (
        "Liz Cheney, the daughter of former Vice President Dick Cheney, won. Dick Cheney was in office.\n\n“It is time,” [[Cheney]] said.",
        "Cheney",
        "unresolved",
    ),
    "a hospital is no paper": (
        "Tarn General has admitted a mistake. An email, seen by the Marrow Herald, suggests staff knew. [[The hospital]] denies it.",
        "The hospital",
        "named",
    ),
    "a firm is no paper that was told something": (
        "“It tastes of metal,” Ada Quill told the Marrow Herald. [[The firm]] said the figure was wrong.",
        "The firm",
        "named",
    ),
    "a name with where its bearer belongs": (
        "[[A lawyer, Simone Adair of the Larch Group,]] said the deal was off.",
        "Simone Adair",
        "named",
    ),
    "she, after a name that the tagger takes for a firm's": (
        "Honeybees that are kept awake give worse directions. The researchers, led by Elif Garanova, glued chips to 48 bees. “A dance is a "
        "kind of sentence,” Garanova said. [[She]] stressed that it proved little.",
        "Elif Garanova",
        "pronoun",
    ),
    "a first name that may be a particle": (
        "Lena Jones wrote that the dam could fail. [[Van Jones]] said the plan was bad.",
        "Van Jones",
        "named",
    ),
    "a particle with a capital": (
        "Vincent van Dorn wrote that the dam could fail. [[Van Dorn]] said it was bad.",
        "Vincent van Dorn",
        "alias",
    ),
    "whose lawyer": (
        "A judge heard a reader, Mina Orr, [[whose lawyer]] argued that the petition had been ignored.",
        "Mina Orr's lawyer",
        "nominal",
    ),
    "whose view": ("The vote was for Mina Orr, [[whose]] view is that the roof can be mended.", "Mina Orr", "pronoun"),
    "a currency is no firm": (
        "Profit fell to NOK 31 million from NOK 44 million on Monday. [[The firm]] said freight cost more.",
        "The firm",
        "named",
    ),
    "letters behind a name": ("Cllr Ada Lund left early. [[Ada Lund MP]] said no. [[Ms Lund KC]] said no.", "Ada Lund", "alias"),
    "an acting chief": ("[[Acting Chief of Police Bo Marsh]] said no.", "Bo Marsh", "named"),
    "somebody by his country": ("Manager Pep Guardion was glad. [[The Spaniard]] said it was hard.", "Pep Guardion", "nominal"),
    "her lawyer, who is named": (
        "Quill's lawyer, Ned Orr, spoke first. Mira Quill was charged on Monday.\n\n[[Her lawyer]] said she was innocent.",
        "Ned Orr",
        "nominal",
    ),
    "a leader of what the text ties to neither": (
        "Ukrainian President Volodym Zelan met Russian President Vladimir Putan. [[The Kremlin leader]] said no.",
        "The Kremlin leader",
        "unresolved",
    ),
    "an Arabic article": ("Majed al-Orlani spoke first. [[Orlani]] said no.", "Majed al-Orlani", "alias"),
    "a broadcaster is not its television": ("KBN TV executives met the KBN board. [[KBN]] said no.", "KBN", "named"),
    "a company and others": ("KBN pilots left. No talks were set, [[KBN and the unions]] said.", "KBN and the unions", "named"),
    "who is described behind a surname": (
        "Gordon Brill waited for the arrest of Damian Groves, a popular parliamentarian [[who]] will say that he kept the law.",
        "Damian Groves",
        "pronoun",
    ),
    "a minister of something": ("[[Minister of Health Rajitha Orlanath]] said no.", "Rajitha Orlanath", "named"),
    "a minister for two things": (
        "Minister of Health and Indigenous Medicine Rajitha Orlanath left. [[Orlanath]] said no.",
        "Rajitha Orlanath",
        "alias",
    ),
    "a director of something": ("[[Director of Public Prosecutions Max Hollen]] said no.", "Max Hollen", "named"),
    "a chief of something": ("[[Chief of Naval Operations Odo Varga]] said no.", "Odo Varga", "named"),
    "an office with capitals is no name": ("[[The Home Secretary]] called for rest. Michael Orr said no.", "The Home Secretary", "named"),
    "an office with capitals, of somebody named": (
        "Home Secretary Ada Lund met Bo Marsh. [[The Home Secretary]] said no.",
        "Ada Lund",
        "nominal",
    ),
    "an MP": ("[[A rebel MP]] said no.", "A rebel MP", "named"),
    "a rank of the police": (
        "Det Insp Lucy Thorne said it was over. [[Det Insp Thorne]], of Marrow Police, said no.",
        "Lucy Thorne",
        "alias",
    ),
    "a minister beside a prime minister": (
        "Finance minister Ilse Darnov will not resign. Prime Minister Anders Voll met Bo Teck. Voll left. [[The minister]] denied it.",
        "Ilse Darnov",
        "nominal",
    ),
    "an age": (
        "Edward Moore, 24, works at a school in Marrow. Carl Odum, 51, is its head. [[the 24-year-old]] said he would leave.",
        "Edward Moore",
        "nominal",
    ),
    "an office-holder without a name goes on speaking": (
        "Ruth Dale wrote to Nora Quill. [[The first minister]] has said that all can appeal. And [[she]] said rates would fall.",
        "the first minister",
        "pronoun",
    ),
    "suffix": ("Carl Odum Jr. opened the meeting. [[Odum]] said taxes would fall.", "Carl Odum Jr.", "alias"),
    "acronym in brackets": (
        "The National Ferry Union (NFU) met on Monday. [[NFU]] said the strike would go on.",
        "National Ferry Union",
        "alias",
    ),
    "acronym by its letters": (
        "The Harbour Pilots Association met on Monday. The [[HPA]] said the strike would go on.",
        "Harbour Pilots Association",
        "alias",
    ),
    "last word of a paper's name": (
        "The Marrow Tribune broke the story on Monday. The [[Tribune]] reported that two ships had collided.",
        "Marrow Tribune",
        "alias",
    ),
    "surname that the tagger misses": (
        "“It is late,” said Dr Selma Varques, a chemist. [[Varques]] denied that the pump had failed.",
        "Selma Varques",
        "alias",
    ),
    "name with a hyphen": (
        "Ilva Brandt-Orr, whose boats are known in the bay, died in May. [[Ms. Brandt-Orr]] said in 1990 that she was happy.",
        "Ilva Brandt-Orr",
        "alias",
    ),
    "first word of a company's name": (
        "Veltro Systems sells pumps. “Nobody was hurt,” it said. [[Veltro]] denied that the pump had failed.",
        "Veltro Systems",
        "alias",
    ),
    "first word of a company's name, a place's too": (
        "The boat belongs to Tarn Shipping. [[Tarn]] said it would stop the trips.",
        "Tarn Shipping",
        "alias",
    ),
    "a place in a bank's name": (
        "The Central Bank of Corvina met on Monday. [[Corvina]] has denied it.",
        "Corvina",
        "named",
    ),
    "noun of an office's name": (
        "The Tarn Bureau of Water Quality took samples. The [[Bureau]] said they were clean.",
        "Tarn Bureau of Water Quality",
        "alias",
    ),
    "an association of people": ("[[The Marrow Pilots' Association]] said no.", "Marrow Pilots' Association", "named"),
    "his colleague": (
        "[[Łukasz Wójcicki]] had been looking for comet K/2019 for four years.\n\n“It was there all along,” [[Wójcicki]] said.\n\n"
        "His colleague Şebnem Günaydın was more careful. The object may be the comet, [[she]] said.",
        "Şebnem Günaydın",
        "pronoun",
    ),
    # long spans
    "apposition": ("[[Harlan Moss, the Republican attorney general under former Gov. Paul Brandt,]] said no.", "Harlan Moss", "named"),
    "title before": ("[[Former Utah Gov. Harlan Moss]] said taxes would fall.", "Harlan Moss", "named"),
    "relative clause": ("[[Harlan Moss, who advised two presidents,]] said taxes would fall.", "Harlan Moss", "named"),
    "description, then name": ("[[The museum's director, Auberon Tate,]] said the roof leaked.", "Auberon Tate", "named"),
    "description, then name outside the span": ("[[The museum's director]], Auberon Tate, said the roof leaked.", "Auberon Tate", "named"),
    "description and title, then name outside the span": (
        "Nobody was hurt, according to [[the ferry's chief engineer]], Dr Mira Quill, who said the pump had failed.",
        "Mira Quill",
        "named",
    ),
    "two descriptions, then name": ("[[Her brother, the flautist Anton Brill,]] said no.", "Anton Brill", "named"),
    "a retired one": ("[[The inquiry's chair, retired Scottish judge Harlan Moss,]] said no.", "Harlan Moss", "named"),
    "an adviser to somebody": ("[[An adviser to Mr. Brandt, Ned Orr,]] said no.", "Ned Orr", "named"),
    "he after an adviser to somebody": (
        "An adviser to Mr. Brandt, Ned Orr, rejected the plan. [[He]] said it would cost too much.",
        "Ned Orr",
        "pronoun",
    ),
    "a company behind what it is": ("[[The insurer, Tarn Marine Services,]] said no.", "Tarn Marine Services", "named"),
    "a company is no spokesman": (
        "[[A spokesman for its parent company, Brill Capital,]] said no.",
        "A spokesman for its parent company, Brill Capital",
        "named",
    ),
    "a spokeswoman for the company": ("[[A spokeswoman for the company, Tamsin Orr,]] said no.", "Tamsin Orr", "named"),
    "according to somebody who is named behind": (
        "According to [[her old teacher]], Anton Brill, it hung there for years.",
        "Anton Brill",
        "named",
    ),
    "according to somebody, then another's deed": (
        "According to [[her old teacher]], Anton Brill left the town in May.",
        "her old teacher",
        "named",
    ),
    "the second of three": ("[[The coach]], Mira Quill, and Bo Marsh said no.", "The coach", "named"),
    "noun and name": ("[[Republican strategist Ryan Hollis]] said the race was close.", "Ryan Hollis", "named"),
    "outlet's man": ("[[Canal 9's Dana Brock]] reported that the bridge had closed.", "Dana Brock", "named"),
    "one of several": ("[[One of his former aides, former Utah Rep. Pat Schiller,]] said the race was close.", "Pat Schiller", "named"),
    "age": ("[[Dewey Smithson, 33, of Baldwin,]] said the river rose overnight.", "Dewey Smithson", "named"),
    "several names": (
        "Harlan Moss and Mira Quill met on Monday. [[Moss and Quill]] said talks would resume.",
        "Harlan Moss and Mira Quill",
        "alias",
    ),
    "somebody and his aides": (
        "Harlan Moss met reporters. [[Moss and his aides]] said the race was open.",
        "Moss and his aides",
        "named",
    ),
    "a group among several": (
        "[[Feminists and establishment Democrats]] said the race was open.",
        "Feminists and establishment Democrats",
        "named",
    ),
    "several names behind a noun": (
        "[[Senators Harlan Moss and Mira Quill]] said talks would resume.",
        "Harlan Moss and Mira Quill",
        "named",
    ),
    # relative pronouns
    "who": ("The prize went to Mira Quill, [[who]] said she was surprised.", "Mira Quill", "pronoun"),
    "who behind an apposition": (
        "The idea came from Alan Berg, a gynecologist from Nyack, New York, [[who]] said it could work.",
        "Alan Berg",
        "pronoun",
    ),
    "who of a description": ("The police talked to a neighbor [[who]] said he heard shots.", "a neighbor", "pronoun"),
    "who of two": ("The prize went to Mira Quill and Anna Lund, [[who]] say they were surprised.", "Mira Quill and Anna Lund", "pronoun"),
    "which": ("The plan was opposed by Ostrey Lines, [[which]] said it cost too much.", "Ostrey Lines", "pronoun"),
    # pronouns
    "he": ("Harlan Moss opened the meeting. [[He]] said taxes would fall.", "Harlan Moss", "pronoun"),
    "she, not the nearer man": (
        "Mrs. Quill met Mr. Moss on Monday. [[She]] said taxes would fall.",
        "Quill",
        "pronoun",
    ),
    "he, not the subject": ("Mrs. Quill met Mr. Moss on Monday. [[He]] said taxes would fall.", "Moss", "pronoun"),
    "gender by kinship": (
        "Lee Arden praised her brother, Sky Arden, on Monday. [[He]] said the praise was kind.",
        "Sky Arden",
        "pronoun",
    ),
    "a man called Leslie": (
        "Mr. Leslie Vane met Ms. Robin Hart on Monday. [[He]] said the bridge would open.",
        "Leslie Vane",
        "pronoun",
    ),
    "a woman called Robin": (
        "Mr. Leslie Vane met Ms. Robin Hart on Monday. [[She]] said the bridge would open.",
        "Robin Hart",
        "pronoun",
    ),
    "the text against a first name": (
        "Ms. James Orr leads the choir. Ms. Orr sang on Monday with Peter Lund. [[She]] said it went well.",
        "James Orr",
        "pronoun",
    ),
    "co-argument": ("Harlan Moss called a meeting. [[He]] told Carl Varga that taxes would fall.", "Harlan Moss", "pronoun"),
    "he says of another": (
        "Harlan Moss spoke after Carl Varga on Monday. [[He]] said of Varga that he was tired.",
        "Harlan Moss",
        "pronoun",
    ),
    "who is named in the quotation does not say it": (
        "Carl Varga spoke first. Harlan Moss answered him. “Varga is wrong about this,” [[he]] said.",
        "Harlan Moss",
        "pronoun",
    ),
    "the teller": ("Mira Quill met Anna Lund on Monday. Quill said [[she]] hoped for rain.", "Mira Quill", "pronoun"),
    "she said behind her own content": ("Mira Quill found the work hard, [[she]] said.", "Mira Quill", "pronoun"),
    "chain of pronouns": (
        "Harlan Moss opened the meeting. He greeted the guests. He sat down. [[He]] said taxes would fall.",
        "Harlan Moss",
        "pronoun",
    ),
    "possessive pronoun": ("Harlan Moss opened the meeting. [[His]] view was that taxes would fall.", "Harlan Moss", "pronoun"),
    "he who is told is another": (
        "President Joe Brandt met Prime Minister Bo Marsh on Monday. [[He]] told the president that taxes would fall.",
        "Bo Marsh",
        "pronoun",
    ),
    "somebody's office says what he did": (
        "President Joe Brandt met Prime Minister Bo Marsh on Monday. Marsh's office said [[he]] told the president that taxes would fall.",
        "Bo Marsh",
        "pronoun",
    ),
    "somebody's lawyer says what he hopes": (
        "Joe Brandt met Bo Marsh on Monday. A lawyer for Marsh said [[he]] hoped for rain.",
        "Bo Marsh",
        "pronoun",
    ),
    "a woman's lawyer says what he hopes": (
        "Ada Lund met Bo Marsh on Monday. Lund's lawyer said [[he]] hoped for rain.",
        "Lund's lawyer",
        "pronoun",
    ),
    "somebody without a name is no man's sex": (
        "Maria Moss asked for time. Judge Kristal Boone was brief. Boone spoke of the victim when he was asked. But [[she]] said no.",
        "Kristal Boone",
        "pronoun",
    ),
    "a prime minister is no culture minister": (
        "Culture minister Ada Quill resigned on Monday. She goes on Friday, [[the prime minister]] said.",
        "the prime minister",
        "named",
    ),
    "a mayor is no deputy mayor": (
        "Deputy mayor Ada Quill resigned on Monday. [[The mayor]] said it was sad.",
        "The mayor",
        "named",
    ),
    "a minister is the finance minister": (
        "Finance minister Ada Quill resigned on Monday. [[The minister]] said it was sad.",
        "Ada Quill",
        "nominal",
    ),
    "a defendant is not who prosecutes": (
        "Prosecutor Harlan Moss told the court it was arson. The defendant, 34, was held. [[He]] denies the charge.",
        "He",
        "unresolved",
    ),
    "MPs are several": (
        "Angela Orlan said Labour MPs should be calm as [[she]] urged leaders to wait.",
        "Angela Orlan",
        "pronoun",
    ),
    "two men, as likely": ("Harlan Moss and Carl Varga met on Monday. [[He]] said taxes would fall.", "He", "unresolved"),
    "a spokeswoman goes on": (
        "Mira Quill painted ships. She left her papers to the museum. [[A spokeswoman for the museum]] said nothing was decided. "
        "The hall is shut, [[she]] said.",
        "A spokeswoman for the museum",
        "pronoun",
    ),
    "a mother without a name": (
        "Anna Lund sat down. The mother of one pupil wept as she spoke. [[She]] said nobody had come.",
        "The mother of one pupil",
        "pronoun",
    ),
    "a ministry goes on": (
        "RIVERTON, May 4 (Net) - The dam gave way at 4 a.m. (2200 GMT), sending a wall of water down, [[the emergencies ministry]] said "
        "in a statement. [[It]] said 1,200 people had been moved.",
        "the emergencies ministry",
        "pronoun",
    ),
    "the subject of the sentence before a quotation": (
        "Bo Marsh said the budget was short. “The chaos is theirs,” he said. “It is a loss.” However, Alun Jones “warmly welcomed” the "
        "money. “I hope that it helps,” [[he]] said.",
        "Alun Jones",
        "pronoun",
    ),
    "marks that open each paragraph anew, run together": (
        'Max Hand, a friend, said: "Ada had no notice. "She is not going." Then Bo Marsh met the council on Monday. '
        "[[He]] called on it to help.",
        "Bo Marsh",
        "pronoun",
    ),
    "two women in one subject": (
        "Councilwoman Ada Lund and Councilwoman Faye Orlan voted no. [[She]] said the tax was high.",
        "She",
        "unresolved",
    ),
    "a man by his pronoun": (
        "Ludo Brill opened the meeting. He sat down. Mira Quill met Brill on Monday. [[She]] said taxes would fall.",
        "Mira Quill",
        "pronoun",
    ),
    "an actor of either sex": (
        "Her lead actor, Tess Orlan, was late. [[She]] said the train had stopped.",
        "Tess Orlan",
        "pronoun",
    ),
    "where a politician is from": (
        "Rep. Odo Varga, R-Marrow, opened the meeting. [[He]] said taxes would fall.",
        "Odo Varga",
        "pronoun",
    ),
    "for whom it is": (
        "Miguel Orr signed it.\n\nFor Walt Dunne, 81, who once worked there, "
        "the quarrel is beside the point. [[He]] said the walls were good.",
        "Walt Dunne",
        "pronoun",
    ),
    "nobody": ("The meeting began at noon. [[He]] said taxes would fall.", "He", "unresolved"),
    "they of a group": (
        "Two officials familiar with the matter spoke on Monday. [[They]] said talks had failed.",
        "Two officials familiar with the matter",
        "pronoun",
    ),
    "they of two": ("Mira Quill and Harlan Moss met on Monday. [[They]] said talks would resume.", "Mira Quill and Harlan Moss", "pronoun"),
    "it of a company": ("Ostrey Lines cancelled all trips on Monday. [[It]] said the strike was unlawful.", "Ostrey Lines", "pronoun"),
    "a described woman": ("A young nurse stood by the door. [[She]] said nobody had slept.", "A young nurse", "pronoun"),
    "you": ("[[You]] might think it easy.", "You", "unresolved"),
    # one surname, two bearers
    "couple, by title": (
        "Hal Crane and Dora Crane run the farm. [[Mrs. Crane]] said the harvest was poor.",
        "Dora Crane",
        "alias",
    ),
    "couple, the other title": ("Hal Crane and Dora Crane run the farm. [[Mr. Crane]] said the harvest was poor.", "Hal Crane", "alias"),
    "couple, no title": ("Hal Crane and Dora Crane run the farm. [[Crane]] said the harvest was poor.", "Crane", "unresolved"),
    "couple, full name": ("Hal Crane and Dora Crane run the farm. [[Dora Crane]] said the harvest was poor.", "Dora Crane", "named"),
    "couple, first name": ("Hal Crane and Dora Crane run the farm. [[Dora]] said the harvest was poor.", "Dora Crane", "alias"),
    "the one who was introduced": (
        "Hal Crane runs the farm. [[Crane]] said the harvest was poor. His wife, Dora Crane, agreed.",
        "Hal Crane",
        "alias",
    ),
    "the one of whom the surname was first used": (
        "Dora Crane is a senator. Crane came late. Hal Crane spoke first. [[Crane]] said the vote was close.",
        "Dora Crane",
        "alias",
    ),
    "the one who is no kin": (
        "Dora Crane is a senator. Her husband, former President Hal Crane, came too. [[Crane]] said the vote was close.",
        "Dora Crane",
        "alias",
    ),
    # descriptions of somebody named
    "the minister": (
        "Mira Quill, the finance minister, met reporters. [[The minister]] said taxes would fall.",
        "Mira Quill",
        "nominal",
    ),
    "the former governor": (
        "Former Gov. Harlan Moss met Sen. Carl Varga on Monday. [[The former governor]] said taxes would fall.",
        "Harlan Moss",
        "nominal",
    ),
    "the Ohio senator": (
        "Ohio Sen. Harlan Moss met Utah Sen. Carl Varga on Monday. [[The Ohio senator]] said taxes would fall.",
        "Harlan Moss",
        "nominal",
    ),
    "a wider word": ("Sen. Harlan Moss opened the meeting. [[The lawmaker]] said taxes would fall.", "Harlan Moss", "nominal"),
    "two rivals": (
        "Sen. Harlan Moss and Sen. Carl Varga met on Monday. [[The senator]] said taxes would fall.",
        "The senator",
        "unresolved",
    ),
    "the judge is not who is tried": (
        "Kane Mitchen was jailed for life. The blows were hard, [[the judge]] said.",
        "the judge",
        "named",
    ),
    "no word of it in the text": (
        "Harlan Moss and Carl Varga met on Monday. [[The billionaire]] said taxes would fall.",
        "The billionaire",
        "unresolved",
    ),
    "the company": ("Ostrey Lines cancelled all trips. [[The company]] said the strike was unlawful.", "Ostrey Lines", "nominal"),
    "the company, which denied": (
        "The Tarn Safety Authority opened an inquiry on Monday. Veltro Systems makes the pump, the regulator said.\n\n"
        "Veltro denied wrongdoing. [[The company]] said the pump was safe.",
        "Veltro Systems",
        "nominal",
    ),
    "the company of a place's name": (
        "The work was paid for by Sorelia, a maker of beds. The Tarn Health Authority met. [[The company]] said it had no part in it.",
        "Sorelia",
        "nominal",
    ),
    "the department": (
        "The Department of Roads closed the bridge on Monday. [[The department]] said the steel was old.",
        "Department of Roads",
        "nominal",
    ),
    "the campaign": (
        "The Moss campaign bought time on television. [[The campaign]] said it was confident.",
        "The Moss campaign",
        "nominal",
    ),
    "the two": (
        "Mira Quill and Harlan Moss met on Monday. [[The two]] said talks would resume.",
        "Mira Quill and Harlan Moss",
        "nominal",
    ),
    "the Texas Democrat, of nobody": ("[[The Texas Democrat]] said the vote was early.", "The Texas Democrat", "named"),
    "she, not the sex of the title": (
        "Peter Moss runs the farm. [[Mrs. Moss]] said the harvest was poor.",
        "Mrs. Moss",
        "alias",
    ),
    "a pronoun ahead of its name": (
        "While [[he]] refused to name a date, Harlan Moss spoke of June.",
        "Harlan Moss",
        "pronoun",
    ),
    "a transcript's label": (
        "Governor Mira Quill spoke to the network on Sunday.\n\n[[QUILL]]: I think he is trying.",
        "Mira Quill",
        "alias",
    ),
    "the superintendent, named in the next sentence": (
        "The school will close, [[the superintendent]] said.\n\nSuperintendent Dr. Mira Quill told worried parents about it on Monday.",
        "Mira Quill",
        "nominal",
    ),
    "the president, of whom the article never speaks again": (
        "The school will close, [[the president]] said.\n\nBo Marsh, the president of the bakers' union, met parents on Monday.",
        "the president",
        "named",
    ),
    # somebody's, and some of several
    "her office": ("Governor Mira Quill was away. [[Her office]] said she was ill.", "Mira Quill's office", "nominal"),
    "its lawyers": ("Ostrey Lines cancelled all trips. [[Its lawyers]] said no.", "Ostrey Lines' lawyers", "nominal"),
    "her office, of two women": ("Mira Quill and Anna Lund met on Monday. [[Her office]] said no.", "Her office", "named"),
    "her government, of a minister": ("Foreign Minister Mira Quill was away. [[Her government]] said no.", "Her government", "named"),
    "one of them": (
        "[[Two pilots familiar with the route]] said it was unsafe. [[One of them]] said the lights had failed.",
        "One of two pilots familiar with the route",
        "nominal",
    ),
    "another": (
        "[[One of the pilots]] said it was unsafe. [[Another]] said the lights had failed.",
        "Another of the pilots",
        "nominal",
    ),
    "one of them, of whom nobody has spoken": ("[[One of them]] said the lights had failed.", "One of them", "named"),
    "a spokesman of the body before": (
        "The Marrow Trust is thinking about it. [[A spokesman]] said nothing was decided.",
        "A spokesman for the Marrow Trust",
        "nominal",
    ),
    "she after a spokeswoman of the body before": (
        "Tarn's interior ministry counted nine boats. [[A spokeswoman]] said more would come. [[She]] said the harbour was full.",
        "A spokeswoman for Tarn's interior ministry",
        "pronoun",
    ),
    "a spokesman after a person": ("Mira Quill left early. [[A spokesman]] said she was ill.", "A spokesman", "named"),
    "a spokesman in the next paragraph": (
        "The Marrow Trust is thinking about it.\n\n[[A spokesman]] said nothing was decided.",
        "A spokesman",
        "named",
    ),
    "a spokeswoman of the company before": (
        "Tarn Shipping rejected it. The company said it had told the guard. [[A spokeswoman]] said the log would be published.",
        "A spokeswoman for Tarn Shipping",
        "nominal",
    ),
    "the president of a chamber, not the mayor": (
        "Mayor Odo Varga spoke first. The chamber's president, a lawyer, said no. [[The president]] said the law would not last.",
        "The president",
        "named",
    ),
    # spans that are cut
    "cut within a clause": ("[[An official briefed]] on the matter said no.", "An official briefed on the matter", "named"),
    "cut within a clause of who": (
        "[[Experts who were]] not in the room welcomed it.",
        "Experts who were not in the room",
        "named",
    ),
    "they, who were told by a clause": (
        "[[Two people who were in the room]] said no. [[They]] said the talks had failed.",
        "Two people who were in the room",
        "pronoun",
    ),
    "a clause with a quotation": ("[[Only 21 percent who chose “honest]] and kind” voted for her.", "Only 21 percent", "named"),
    "why there is no name": ("[[A mediator who was]] not authorized to speak said no.", "A mediator", "named"),
    "cut before its last noun": ("[[A report by the state]] auditor found no fault.", "A report by the state auditor", "named"),
    "cut before its complement": ("[[A spokesman]] for the rebels said no.", "A spokesman for the rebels", "named"),
    "with a date": ("[[In March a former pupil]], who was afraid, said no.", "a former pupil", "named"),
    "which ones": (
        "[[Two people who were in the room]] said no.",
        "Two people who were in the room",
        "named",
    ),
    # descriptions of nobody named
    "a spokesman": ("[[A spokesman]] said nobody was hurt.", "A spokesman", "named"),
    "a spokesman for somebody": ("[[A spokesman for Mayor Mira Quill]] said nobody was hurt.", "A spokesman for Mayor Mira Quill", "named"),
    "anonymous": (
        "[[Two officials familiar with the matter]] said talks had failed.",
        "Two officials familiar with the matter",
        "named",
    ),
    "critics": ("Harlan Moss signed the bill. [[Critics]] say it goes too far.", "Critics", "named"),
    "the official, unnamed": (
        "An official spoke to reporters after Harlan Moss left. [[The official]] said talks had failed.",
        "The official",
        "named",
    ),
    "not all of a party": ("[[Many House Republicans]] said the vote was too early.", "Many House Republicans", "named"),
    "a document": ("[[The report]] found that nobody was to blame.", "The report", "named"),
    "somebody's": ("Harlan Moss left early. [[Moss's lawyer]] said he was ill.", "Moss's lawyer", "named"),
    # what two editors found who read the cards closely
    "she, behind a name that is told by a man's": (
        "Justice Eleanor Quill rejected that. Mr. Moss's lawyer, Naomi Orr, hailed the ruling. “It is right,” [[she]] said.",
        "Naomi Orr",
        "pronoun",
    ),
    "husband and wife by one surname": ("Mr Whitlock hid his illness. [[Mrs Whitlock]] said no.", "Mrs Whitlock", "alias"),
    "her husband, of two by one surname": (
        "The union's secretary, Pam Orde, said no.\n\nMr Whitlock hid his illness. [[Mrs Whitlock]] dismissed that, saying [[her husband]] "
        "knew nothing.",
        "Mrs Whitlock's husband",
        "nominal",
    ),
    "a surname with one title": ("Mr. Moss told the jury no. [[Moss]] said he was glad.", "Moss", "named"),
    "an officer by the shorter rank": (
        "PC Tom Orr said the engine was running. There was no struggle, [[the officer]] added.\n\nDetective Inspector Ruth Moss said no.",
        "Tom Orr",
        "nominal",
    ),
    "the superintendent, who is named behind it": (
        "Parents were angry, [[the superintendent]] said.\n\nSuperintendent Ned Orr met them.",
        "Ned Orr",
        "nominal",
    ),
    "a subject that the parser hung on a hall": (
        "Opening the second day of evidence at Ollerby Guildhall, [[the coroner, Miriam Haslett]], said no. [[She]] said it was late.",
        "Miriam Haslett",
        "pronoun",
    ),
    "a name before what it is said to be": (
        "At the trouble's heart, according to [[Dennis Orr, another former envoy]], was a decision.",
        "Dennis Orr",
        "named",
    ),
    "he, not where he lives": (
        "In a letter to Wexcombe District Council, [[Brian Tulley]], of Orchard Close, wrote that he had counted. “Try crossing the road,” "
        "[[he]] said.",
        "Brian Tulley",
        "pronoun",
    ),
    "she, behind a name that was taken for a verb": (
        "Pollster Annika Rosvold urged caution. [[Gov. Lyle Hendricks]] said no. [[Rosvold]], whose firm correctly projected the "
        "governor's own victory two years ago, said she would wait.\n\n“He liked us fine in 2022,” [[she]] said.",
        "Annika Rosvold",
        "pronoun",
    ),
    "a paper by its word": (
        "Belmark, which supplies gas, has offered to help. He was reported by the daily De Klok to be ill. [[The paper]] said no.",
        "De Klok",
        "nominal",
    ),
    "a country is no paper": ("Belmark, which supplies gas, has offered to help. [[The paper]] said no.", "The paper", "named"),
    "he, by whom a clause tells": (
        "Ned Orr said his team had gone.\n\n[[The mechanic who did that work]] told a court that it was old. [[He]] said it was late.",
        "The mechanic who did that work",
        "pronoun",
    ),
    "a name behind a title with a stop": (
        "[[A spokeswoman for the Santa Lucia police]], Sgt. Rita Aragon, said no.",
        "Rita Aragon",
        "named",
    ),
    "somebody called a name": ("[[Her apprentice]], a mechanic called Joss Bright, says no.", "Joss Bright", "named"),
    "who calls somebody something": ("[[One lawmaker]] called Quill the prince of the self-made.", "One lawmaker", "named"),
    "a name that is the nearer one's": (
        "Ada Quill testified that [[the company]] that owns the airline, Tarn Air, had told him no.",
        "the company",
        "named",
    ),
    "a day behind a first name": ("Ada Quill told Neil on [[Friday]] that it was late. [[Neil]] said no.", "Neil", "named"),
    "a firm with a trade for a name": ("[[Baker Hughes Co.]] said no.", "Baker Hughes Co.", "named"),
    "a role that no list has": (
        "[[The landowner, Lady Caroline Fenn,]] said no. [[The landowner]] added that she had no choice.",
        "Caroline Fenn",
        "nominal",
    ),
    "a district is no chairman": ("The district party chairman Ned Orr left. [[The district]] said no.", "The district", "named"),
    "a club's boss": (
        "“He is our player,” [[Frank Delahunty]] told reporters. [[The Rovers boss]] did, however, confirm that talks were held.",
        "Frank Delahunty",
        "nominal",
    ),
    "a critic's name": ("[[Critic Owen Delacroix]] said it was dull.", "Owen Delacroix", "named"),
    "namesakes, of whom the surname told before both are named": (
        "[[Mr Marsh]] denies it. The car hit Ivor Anton Marsh, 38, in May. Fans wait outside the house of Bo Marsh. [[Mr Marsh]] said no.",
        "Marsh",
        "unresolved",
    ),
    "whom a quotation is about, whose name the tagger takes for a noun": (
        "[[Bo Marsh]] said the guild was late. Ivor Trump's claim harmed it, [[Marsh]] said.\n\n“Ladies and gentlemen, does he know "
        "what harm these words do? Trump is already making the guild poorer,” [[he]] said.",
        "Bo Marsh",
        "pronoun",
    ),
    "letters in brackets, beside longer names that begin so": (
        "[[The National Farmers' Union (NFU)]] was glad. The NFU, the NFU Cymru and NFU Scotland met. [[The NFU]] said that it was late.",
        "National Farmers' Union",
        "alias",
    ),
    # turns
    "goes on": ("“It is late,” said [[Harlan Moss]].\n\n{{“We should all go home now.”}}", "Harlan Moss", "carried"),
    "alternation": (
        "“Where were you?” asked [[Mira Quill]].\n\n“At home,” said [[Harlan Moss]].\n\n“All night?” [[Quill]] asked.\n\n{{“All.”}}",
        "Harlan Moss",
        "carried",
    ),
    "question and answer": (
        "“I was at home,” said [[Harlan Moss]].\n\n“All night?” [[Mira Quill]] asked.\n\n{{“All night long.”}}",
        "Harlan Moss",
        "carried",
    ),
    "implied by the sentence before": (
        "“It is late,” said [[Harlan Moss]].\n\nMira Quill shook her head. {{“We have hours left.”}}",
        "Mira Quill",
        "carried",
    ),
    "she, who may be two": (
        "“It is late,” said [[Bo Marsh]].\n\nAda Lund and Faye Orlan came in. She sat down. {{“We have hours left.”}}",
        "unnamed speaker",
        "unresolved",
    ),
    "nobody has spoken": ("{{“We have hours left.”}} The room was dark.", "unnamed speaker", "unresolved"),
    "I, in somebody's words": ("“[[I]] said so at once,” said Harlan Moss.", "I", "unresolved"),
}


@pytest.fixture(scope="module")
def resolved() -> dict[str, list[Speaker]]:
    """All cases, through one run of the parser."""
    found = speakers_of([text for text, _, _ in CASES.values()])
    return dict(zip(CASES, found, strict=True))


@pytest.mark.parametrize("case", CASES)
def test_the_last_marked_source_means(case: str, resolved: dict[str, list[Speaker]]) -> None:
    """Its full name where the article gives it, the mention's own words where it does not, and how that was found."""
    _, name, by = CASES[case]
    speaker = resolved[case][-1]
    assert (speaker.name, speaker.resolved_by) == (name, by)


def test_what_is_unresolved_keeps_the_mentions_own_words(resolved: dict[str, list[Speaker]]) -> None:
    """No name is made up where none is sure, and the score says so."""
    unsure = [s for speakers in resolved.values() for s in speakers if s.resolved_by == "unresolved" and s.mention is not None]
    assert unsure
    assert all(s.mention is not None and s.mention.quote.startswith(s.name) and s.score == 0.0 for s in unsure)


def test_rivals_are_named_best_first(resolved: dict[str, list[Speaker]]) -> None:
    """The scores of the candidates never rise, and the chosen name is none of them."""
    for speaker in (s for speakers in resolved.values() for s in speakers):
        scores = [candidate.score for candidate in speaker.candidates]
        assert scores == sorted(scores, reverse=True)
        assert speaker.name not in {candidate.name for candidate in speaker.candidates}


def test_two_rivals_are_both_named(resolved: dict[str, list[Speaker]]) -> None:
    """Whoever reads "the senator" unresolved sees who it could have been."""
    assert {candidate.name for candidate in resolved["two rivals"][-1].candidates} == {"Harlan Moss", "Carl Varga"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mina Orr, whose lawyer argued that it was late, said she was glad.", ["Mina Orr's lawyer", "Mina Orr"]),
    ],
)
def test_a_relative_pronoun_is_no_name(text: str, names: list[str]) -> None:
    """Whoever says something beside "whose firm" says it himself; what the firm says is the firm's."""
    (reading,) = LocalReader().read([from_text(text)])
    assert [a.speaker and a.speaker.name for a in reading.attributions] == names


def test_i_is_the_author_only_where_the_byline_says_so() -> None:
    """Outside quotations, with a byline; and inside a quotation, its speaker."""
    text = "[[I]] think the bridge will open."
    assert speakers_of([text], author="Dana Brock")[0][0].name == "Dana Brock"
    assert speakers_of([text])[0][0].resolved_by == "unresolved"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[[Veldora]] denied it. The shells came from neighbouring Veldora. In Veldora's capital nobody spoke.", "government"),
        ("The lines are slow, according to [[Telvik]], which owns them.", "organization"),
        ("The navy of Marrow's company, [[Brilla]], denied it.", "organization"),
        ("A third country, [[Belmark]], which supplies gas, denied it.", "government"),
        ("[[Velmark]], a town of 400 on the Tarn, denied it.", "government"),
        ("[[Velmark]] said it would sue. Residents of Velmark are late.", "government"),
        ("He was reported by the daily [[De Klok]] to be ill.", "organization"),
        ("[[A spokeswoman]] said no.", "anonymous"),
        ("[[One EU official]] said no.", "anonymous"),
        ("[[One of the officials]] said no.", "anonymous"),
        ("[[One of the banks]] said no.", "organization"),
        ("The [[Justice Department]] said no.", "organization"),
        ("[[St. Brendan's Medical Center]] said no.", "organization"),
        ("Bo Marsh of the charity [[Headway North]] said no. [[Headway North]] said so.", "organization"),
        ("[[Kelmarsh Rovers]] said no.", "organization"),
        ("That was denied by [[Sinn Tarn]]'s Orlaith Mac Quillan, who left.", "organization"),
        ("It was late, said Ada Quill, an analyst at [[Marrow Risk]], who left.", "organization"),
        ("[[Ofcell]], the regulator, said it would look at the papers.", "organization"),
        ("The ship's operator, [[Tarnholm Marine]], said so. It declined to comment.", "organization"),
        ("[[Brill Town]] have said that Bo Marsh will go.", "organization"),
        ("The ship's captain, [[Dunmore Vale]], said the crew was safe. He declined to comment.", "person"),
        ("Bo Marsh owns a bar. Her rival [[Denholm]] said no.", "person"),
        ("[[Ifeoma Varn]], of the Marrow Renters' Union, said her members were late.", "person"),
        ("[[Marrow Rail]], of the Tarn Group, said it was late.", "organization"),
        ("[[Velmarin]] told the Courier: “Yes, I think I will go.” He left on Monday. [[Velmarin]] said he was late.", "person"),
        ("They broke the Rural Wells Act. [[The Rural Wells Act]] says no.", "document"),
        ("[[Gene Sperlin]], a longtime policy maker, hired him. Mr. [[Sperlin]] said no.", "person"),
    ],
)
def test_what_a_name_is_shows_in_the_words_beside_it(text: str, kind: str) -> None:
    """Only a state has a capital, and a person is no "which"."""
    assert speakers_of([text])[0][-1].kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[[One midwife, who asked not to be named,]] said no.", "anonymous"),
        ("[[A former captain]], who did not want to be identified, said no. Then [[he]] said yes.", "anonymous"),
        ("[[One minister]], speaking privately, said no.", "anonymous"),
        ("[[A minister]], speaking in Tarn, said no.", "person"),
        ("[[Quill's family]] said no.", "group"),
        ("[[Senior figures in the party]] said no.", "anonymous"),
        ("[[The latest figures]] show it.", "document"),
        ("[[New data]] show it.", "document"),
        ("[[22 per cent of voters]] said no.", "group"),
        ("[[The coastguard]] said no.", "government"),
        ("[[The latest accounts]] show it.", "document"),
    ],
)
def test_a_description_tells_its_kind(text: str, kind: str) -> None:
    """Who asked not to be named is anonymous; a family and a share of people are several."""
    assert speakers_of([text])[0][-1].kind == kind


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("[[Harlan Moss]], the finance minister, said no.", "finance minister"),
        ("[[Harlan Moss]], 52, a nurse from Marrow, said no.", "nurse from Marrow"),
        ("U.S. Secretary of State [[Harlan Moss]] said no.", "U.S. Secretary of State"),
        ("Former Utah Gov. [[Harlan Moss]] said no.", "Former Utah Gov."),
        ("The union's president, [[Harlan Moss]], said no.", "union's president"),
        ("Rand Orr and former mayor [[Harlan Moss]] said no.", "former mayor"),
        ("[[Harlan Moss]], who is the company's chairman, said no.", "company's chairman"),
        ("[[Mr. Moss]] said no.", None),
        ("Former Ashworth defender [[Paul Sugden]] said no.", "Former Ashworth defender"),
        ("Chairwoman [[Ada Quill]] said no.", "Chairwoman"),
        ("Former [[Tarn]] captain Ada Quill said no.", None),
        ("An adviser to Ms. Quill, [[Harlan Moss]], said no.", "adviser to Ms. Quill"),
        (
            "[[Harlan Moss]], a chemist at the University of Tarn and the book's main author, said no.",
            "chemist at the University of Tarn and the book's main author",
        ),
        ("[[Harlan Moss]], who models storms at the University of Tarn, said no.", "who models storms at the University of Tarn"),
        ("Dr [[Harlan Moss]], of the Tarn Cancer Institute, said no.", "of the Tarn Cancer Institute"),
        ("[[Harlan Moss]], who thinks that the plan is good, said no.", None),
        ("The inquiry's chair, retired Scottish judge [[Harlan Moss]], said no.", "retired Scottish judge"),
        ("The talks failed. U.S. President [[Harlan Moss]] said no.", "U.S. President"),
        ("French Foreign Minister [[Harlan Moss]] said no.", "French Foreign Minister"),
        ("Former Labour MP [[Harlan Moss]] said no.", "Former Labour MP"),
        ("Minister of Health and Indigenous Medicine [[Harlan Moss]] said no.", "Minister of Health and Indigenous Medicine"),
        ("[[Director of Public Prosecutions Max Hollen]] said no.", "Director of Public Prosecutions"),
        ("[[Bank of Tarn governor Harlan Moss]] said no.", "Bank of Tarn governor"),
        ("WHO spokesman [[Harlan Moss]] said no.", "WHO spokesman"),
        ("Health Minister Dr. [[Harlan Moss]] said no.", "Health Minister"),
        ("Its CEO, [[Harlan Moss]], said no.", "CEO"),
        ("[[Ada Moss]], whose husband, Navy pilot Bo Frost, was killed in May, said no.", None),
        ("[[Harlan Moss]], prosecuting, said no.", "prosecuting"),
        ("Two-time champion [[Harlan Moss]] said no.", "Two-time champion"),
        ("Nobel Prize-winning economist [[Harlan Moss]] said no.", "Nobel Prize-winning economist"),
        ("UN Secretary-General [[Harlan Moss]] said no.", "UN Secretary-General"),
        ("[[Harlan Moss]], representing Ada Quill, said no.", "representing Ada Quill"),
        ("The CEO of Tarnish airline KBN left. [[KBN]] said no.", None),
        ("[[Dolores Finch]], a school bus driver from Dayton, Ohio, said no.", "school bus driver from Dayton, Ohio"),
        ("[[Harlan Moss]], a nurse from Dayton, who left, said no.", "nurse from Dayton"),
        ("Critic [[Owen Delacroix]] said no.", "Critic"),
        ("The landowner, [[Caroline Fenn]], said no.", "landowner"),
        ("At Ollerby Guildhall, the coroner, [[Miriam Haslett]], said no.", "coroner"),
        ("The trust's chief executive, Dr [[Harlan Moss]], said no.", "trust's chief executive"),
        ("Tarn's agent, [[Harlan Moss]], said no.", "Tarn's agent"),
        ("[[Harlan Moss]], of the Tarn Supporters' Trust, said no.", "of the Tarn Supporters' Trust"),
        (
            "Prof [[Harlan Moss]], of the Institute for Alpine Research in Grenau, said no.",
            "of the Institute for Alpine Research in Grenau",
        ),
        ("[[Harlan Moss]], a senior fellow at the Tarn Institute, said no.", "senior fellow at the Tarn Institute"),
        ("[[Harlan Moss]], 34, a seamstress, said no.", "seamstress"),
        ("[[Harlan Moss]], the president of Transit Workers Local 118, said no.", "president of Transit Workers Local 118"),
        ("“We won,” said [[Harlan Moss]], the Greens' co-leader.", "Greens' co-leader"),
        (
            "“It works,” said Dr [[Harlan Moss]], an epidemiologist at the Crossley Institute who was not involved in the trial.",
            "epidemiologist at the Crossley Institute",
        ),
        ("Ollerby Police and Crime Commissioner [[Harlan Moss]] said no.", "Ollerby Police and Crime Commissioner"),
        ("Club president Lord [[Moss]] said no.", "Club president"),
        ("[[Harlan Moss]], through a spokeswoman, said no.", None),
        ("The 1987 Ollerby champion [[Harlan Moss]] said no.", "1987 Ollerby champion"),
        ("[[Harlan Moss]], treasurer of the Ollerby Rowing Society (ORS), said no.", "treasurer of the Ollerby Rowing Society"),
        ("Former contestant [[Luisa Moss]] said no.", "Former contestant"),
        ("Ollerby-born [[Harlan Moss]] said no.", None),
        ("[[Harlan Moss]], of Asthma Tarnia, said no.", "of Asthma Tarnia"),
        ("It was late, said [[Harlan Moss]], chief pilot at Marrow Kite - a drone firm near Ollerby.", "chief pilot at Marrow Kite"),
        (
            "The head of the Ollerby Institute of Rivers and Tidal Mills, [[Harlan Moss]], said no.",
            "head of the Ollerby Institute of Rivers and Tidal Mills",
        ),
        ("Rovers moved under trainer Les Moss, while new manager Bo Quill is late. [[Moss]] said no.", "trainer"),
    ],
)
def test_a_role_is_what_the_article_calls_its_bearer(text: str, role: str | None) -> None:
    """Title, apposition, relative clause; never a bare "Mr."."""
    assert speakers_of([text])[0][-1].role == role
