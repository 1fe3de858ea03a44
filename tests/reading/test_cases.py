"""Small cases: who says what in one or two sentences, with exact spans, as careful editors would mark it.

A row is a text and everything that it attributes, in the order of the contents; what the text says in its own voice is left out.
Contents are a deck's: without the quotation marks round them, without a leading "that", the pieces of a discontinuous one joined by
" ... ". They must agree to the character, but for quotation marks and a final stop at the ends of a piece (the scorer's rule too).
An adverb or a preposition beside the cue's words may be counted with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from factcards.cards import Card
from factcards.engines.local.reader import LocalReader
from tests.support.tables import cards_by_text, english

_EDGE = "\"'“”‘’„«»` \n"


@dataclass(frozen=True)
class Says:
    """One attribution.

    Attributes:
        speaker: As resolved; None where the text names nobody.
        cue: None where the quotation has none of its own.
        content: The attributed words.
        via: The outer levels, outermost first: the speaker, and after a colon the level's own certainty where the row is about it.
        certainty: Where the row is about it.
        polarity: Where the row is about it.
    """

    speaker: str | None
    cue: str | None
    content: str
    via: tuple[str, ...] = ()
    certainty: str | None = None
    polarity: str | None = None


Row = tuple[str, list[Says]]
Q, M = "Ada Quill", "Bo Marsh"

TABLE: dict[str, list[Row]] = {
    "what is told of somebody that he does not say": [
        ('The singer will sail to Tarn in May to open her tour, titled "Heart of Brass".', []),
        ("A fisherman noticed a light on the cliff and rang the coastguard.", []),
        ("The storm claimed 84 lives in Tarn.", []),
        (
            'Marrow Ladies midfielder Ada Quill: "Scoring three goals is fine, but we conceded six."',
            [Says(Q, ":", "Scoring three goals is fine, but we conceded six")],
        ),
        ("Ada Quill filed papers on Monday to stand for mayor of Tarn.", []),
        ("About 300 drivers had signed a petition opposing the toll.", []),
        ("Most tenants say the lift is slow.", [Says("Most tenants", "say", "the lift is slow")]),
        ("The ferry was so late that Bo Marsh missed the vote.", []),
        (
            "Ada Quill – who was also spotted flaunting a £900 watch – plans to buy a boat.",
            [Says(None, "was also spotted", "who ... flaunting a £900 watch"), Says(Q, "plans", "to buy a boat")],
        ),
        ('Talking about her boat, Ada Quill said: "It leaks."', [Says(Q, "said", "It leaks")]),
        ("Talking about the plan to sell the mill, Ada Quill said it was grim.", [Says(Q, "said", "it was grim")]),
        ("The mill is for sale. Analysts value its brands at £900.", [Says("Analysts", "value", "its brands at £900")]),
        (
            '"It was a miracle," Bo Marsh told the Courier, describing their escape from the mine.',
            [Says(M, "told", "It was a miracle")],
        ),
        (
            "Bo Marsh, 44, pleaded guilty to arson in Tarn and was due to be sentenced in May.",
            [Says(M, "pleaded guilty to", "arson in Tarn", certainty="certain", polarity="affirmed")],
        ),
        (
            "Crane Rangers are convinced Kit Moss will return from his injury.",
            [Says("Crane Rangers", "are convinced", "Kit Moss will return from his injury")],
        ),
    ],
    "who says it behind a noun of which it tells": [
        ("The bank lent less than the £5m bosses said they needed.", [Says("bosses", "said", "they needed")]),
        (
            "Mills pay less than the 30-32p farmers estimate it costs to till a field.",
            [Says("farmers", "estimate", "it costs to till a field")],
        ),
        (
            "It is less than the 30-32p farmers estimate it costs to grow a sack, but the mill likes it.",
            [Says("farmers", "estimate", "it costs to grow a sack")],
        ),
        ("He is the man police say they want.", [Says("police", "say", "He is the man ... they want")]),
        ("Ada Quill lost the job friends say she loved.", [Says("friends", "say", "she loved")]),
    ],
    "answers of a word, and a speech that others have heard of": [
        ("Asked if the ferry was safe, the captain said yes.", [Says("The captain", "said", "yes")]),
        ("Asked if the ferry would sail, Ada Quill said maybe.", [Says(Q, "said", "maybe", certainty="possible")]),
        ('"The ferry is safe" is what the firm told reporters.', [Says("The firm", "told", "The ferry is safe")]),
        (
            "“I did not sink it,” the captain is alleged to have said.",
            [Says("The captain", "is alleged to have said", "I did not sink it")],
        ),
        ("“I sank it,” Ada Quill was heard to say.", [Says(Q, "was heard to say", "I sank it")]),
        (
            "Bo Marsh is alleged to have told police that he sank it.",
            [Says(None, "is alleged", "Bo Marsh ... to have told police that he sank it")],
        ),
    ],
    "a name before what is a noun as well": [
        ("Nair suspects that the pump failed.", [Says("Nair", "suspects", "the pump failed", certainty="probable")]),
        ("Patel doubts it will rain.", [Says("Patel", "doubts", "it will rain", certainty="possible", polarity="negated")]),
        ("Patel guesses that the dam will hold.", [Says("Patel", "guesses", "the dam will hold")]),
        ("Murder suspects that police held have fled.", []),
    ],
    "one clause after the other": [
        (
            "The judge found that Bo Marsh was drunk, that he was lucky and that it was late.",
            [Says("The judge", "found", "Bo Marsh was drunk, that he was lucky and that it was late")],
        ),
        (
            "The council warned that the mill was old, that the tower had cracks and that the roof was weak.",
            [Says("The council", "warned", "the mill was old, that the tower had cracks and that the roof was weak")],
        ),
    ],
    "what another says against it": [
        (
            "Although the mayor denies that, the union says the mill is safe.",
            [Says("the mayor", "denies", "that"), Says("the union", "says", "the mill is safe")],
        ),
        (
            "The union says the mill is safe, although the regulator disputes that.",
            [Says("The union", "says", "the mill is safe"), Says("the regulator", "disputes", "that", polarity="negated")],
        ),
        (
            "Doctors say it is unlikely that the girl will row again, although a surgeon insists she will.",
            [Says("Doctors", "say", "it is unlikely that the girl will row again"), Says("a surgeon", "insists", "she will")],
        ),
        (
            "The trust says the roof is sound, though two engineers have warned that it leaks.",
            [Says("The trust", "says", "the roof is sound"), Says("two engineers", "have warned", "it leaks")],
        ),
        (
            "Bo Marsh told the court the deal was agreed, even though Ada Quill denies it.",
            [Says(M, "told", "the deal was agreed"), Says(Q, "denies", "it")],
        ),
        (
            "Bo Marsh said the road was shut although the council had said it was open.",
            [
                Says(M, "said", "the road was shut although the council had said it was open"),
                Says("the council", "had said", "it was open", (M,)),
            ],
        ),
    ],
    "whom somebody quotes last, a size that is given, and a clause before a speech": [
        (
            "The mill would close, the agency quoted Ada Quill as saying.",
            [
                Says("the agency", "quoted", "The mill would close ... Ada Quill as saying"),
                Says(Q, "saying", "The mill would close", via=("the agency",)),
            ],
        ),
        (
            "“We have no money,” the Moss Herald quoted Ada Quill as saying on Monday.",
            [
                Says("Moss Herald", "quoted", "We have no money ... Ada Quill as saying"),
                Says(Q, "saying", "We have no money", via=("Moss Herald",)),
            ],
        ),
        (
            "The agency quoted Ada Quill as saying: “We have no money.”",
            [
                Says("The agency", "quoted", "Ada Quill as saying: “We have no money.”"),
                Says(Q, "saying", "We have no money.", via=("The agency",)),
            ],
        ),
        (
            "The mill was shut at about 6 p.m. (17:00 GMT), Moss newspaper quoted Mayor Ada Quill as saying.",
            [Says(Q, "saying", "The mill was shut at about 6 p.m. (17:00 GMT)")],
        ),
        (
            "The mill would close, Ada Quill was quoted as saying by the Herald.",
            [Says(Q, "was quoted as saying", "The mill would close")],
        ),
        ("Had Ada Quill warned that the bridge was unsafe, it would have been shut.", []),
        ("The fight could have been prevented if Ada Quill had gone to see the crowd and promised stern action against the gang.", []),
        (
            "The lock was weak, Ada Quill found, so thieves could open it.",
            [Says(Q, "found", "The lock was weak ... so thieves could open it")],
        ),
        ("Police gave his age as 40.", [Says("Police", "gave", "his age as 40")]),
        ("Ada Quill called the bridge 'unsafe' The council closed it in May.", [Says(Q, "called", "the bridge 'unsafe'")]),
        ("The council gave its approval at 3pm.", []),
        ("When the mill was sold in May, Ada Quill told the Herald: “We had no money.”", [Says(Q, "told", "We had no money.")]),
    ],
    "a second verb of one speaker, and what others make of what he says": [
        (
            "Ada Quill insisted that the mill had enough orders to last a year and ruled out any cut to wages.",
            [
                Says(Q, "insisted", "the mill had enough orders to last a year"),
                Says(Q, "ruled out", "any cut to wages", polarity="negated"),
            ],
        ),
        (
            "Ada Quill said the union had no debt and rejected the claim of waste.",
            [
                Says(Q, "said", "the union had no debt"),
                Says(Q, "rejected", "the claim of waste"),
            ],
        ),
        (
            "Ada Quill warned on Monday that more ships would sink, overshadowing a rise in profit.",
            [Says(Q, "warned", "more ships would sink")],
        ),
        (
            "Marsh Foods said sales had fallen, sending its shares down 5 per cent.",
            [Says("Marsh Foods", "said", "sales had fallen")],
        ),
        (
            "Ada Quill said she would stay, dashing hopes of an early vote.",
            [Says(Q, "said", "she would stay")],
        ),
        (
            "Ada Quill said the storm hit at dawn, sending cars into ditches.",
            [Says(Q, "said", "the storm hit at dawn, sending cars into ditches")],
        ),
        (
            "Ada Quill said the road was unsafe, a view shared by many drivers.",
            [Says(Q, "said", "the road was unsafe")],
        ),
    ],
    "what was expected, and the condition behind who says it": [
        (
            "Bo Marsh said he was robbed, according to court documents.",
            [
                Says("court documents", "according to", "Bo Marsh said he was robbed"),
                Says(M, "said", "he was robbed", via=("court documents",)),
            ],
        ),
        (
            "Ada Quill said that, according to engineers, the mill is unsafe.",
            [
                Says(Q, "said", "according to engineers, the mill is unsafe"),
                Says("engineers", "according to", "the mill is unsafe", via=(Q,)),
            ],
        ),
        (
            "Ada Quill told the court that, in Bo Marsh's view, the mill is unsafe.",
            [
                Says(Q, "told", "that, in Bo Marsh's view, the mill is unsafe"),
                Says(M, "view", "the mill is unsafe", via=(Q,)),
            ],
        ),
    ],
    "who is told by a relative clause, and an apology in part quoted": [
        (
            "A nurse, who asked not to be named, told the tribunal that patients who complained were given the worst beds.",
            [Says("A nurse", "told", "patients who complained were given the worst beds")],
        ),
        (
            "The minister Ada Quill apologised “without reservation” to the families.",
            [Says(Q, "apologised", "“without reservation” to the families")],
        ),
    ],
    "what is told beside it": [
        (
            "Growers welcomed the levy, with Bo Marsh calling it overdue.",
            [Says("Growers", "welcomed", "the levy"), Says(M, "calling", "it overdue")],
        ),
        (
            "A poll showed Ada Quill ahead, with 56 percent of voters saying that they trust her.",
            [
                Says("A poll", "showed", "Ada Quill ahead, with 56 percent of voters saying that they trust her"),
                Says("56 percent of voters", "saying", "they trust her", via=("A poll",)),
            ],
        ),
        (
            "Ada Quill, the clerk, said counting would resume at nine and was expected to finish by Thursday.",
            [
                Says(Q, "said", "counting would resume at nine", certainty="certain"),
                Says(Q, "said", "counting ... was expected to finish by Thursday", certainty="probable"),
            ],
        ),
        (
            "A letter signed by 200 players called the ban a disgrace and demanded that it be lifted.",
            [
                Says("A letter signed by 200 players", "called", "the ban a disgrace"),
                Says("A letter signed by 200 players", "demanded", "it be lifted"),
            ],
        ),
        ("Bo Marsh ruled out a law to ban the strike.", [Says(M, "ruled out", "a law to ban the strike", polarity="negated")]),
        (
            "The city denied it. Tenants suspect as much.",
            [Says("The city", "denied", "it"), Says("Tenants", "suspect", "as much", certainty="probable")],
        ),
    ],
    "what is held otherwise than what stands beside it": [
        (
            "Ada Quill said the firm had no plans to sell ships and remained within its limits.",
            [
                Says(Q, "said", "the firm had no plans to sell ships", polarity="negated"),
                Says(Q, "said", "the firm ... remained within its limits", polarity="affirmed"),
            ],
        ),
        (
            "“You did not hold the knife, but you bought it and you drove the car,” Bo Marsh told him.",
            [
                Says(M, "told", "You did not hold the knife", polarity="negated"),
                Says(M, "told", "you bought it and you drove the car", polarity="affirmed"),
            ],
        ),
        ("Ada Quill said nobody came and spoke to her.", [Says(Q, "said", "nobody came and spoke to her", polarity="negated")]),
        ("The talks appear to have stalled over pay.", []),
        ("A plan to move the library seems to have been dropped.", []),
        ("Tarn Foods cuts profit forecast as cocoa costs bite\n\nTarn Foods makes oats.", []),
        ("Among them was Ada Quill, 71, who learned to swim at the baths.", []),
    ],
    "where contents go on and end": [
        (
            "Ada Quill said Marsh had promised two drivers 500 crowns each to burn the barn.",
            [
                Says(Q, "said", "Marsh had promised two drivers 500 crowns each to burn the barn"),
                Says("Marsh", "had promised", "two drivers 500 crowns each to burn the barn", (Q,)),
            ],
        ),
        (
            "Monday night's meeting, which ran until late, heard that the roof had cost a million.",
            [Says(None, "heard", "the roof had cost a million")],
        ),
        (
            "Minutes of a closed meeting in May, seen by the Tarn Courier, show that clerks were asked to value the site.",
            [Says("Minutes of a closed meeting in May", "show", "clerks were asked to value the site")],
        ),
        (
            "Ada Quill told drivers after the vote that she had been hurt by the row.",
            [Says(Q, "told", "she had been hurt by the row")],
        ),
        ("The ferries will stop in May, Ada Quill said at a dinner in Tarn.", [Says(Q, "said", "The ferries will stop in May")]),
        (
            "According to a study by Brill University, released on Monday, half of the bees are gone.",
            [Says("a study by Brill University", "According to", "half of the bees are gone")],
        ),
        (
            "The memo describes how the tapes were copied each week and sold to what it calls “friends”, such as banks and shops.",
            [
                Says(
                    "The memo",
                    "describes",
                    "how the tapes were copied each week and sold to what it calls “friends”, such as banks and shops",
                )
            ],
        ),
        (
            "Ada Quill said the club would sell the ground and move to Brill.",
            [Says(Q, "said", "the club would sell the ground and move to Brill")],
        ),
        (
            "The council proposes renting barns from farmers over three years, at a cost of $9 million.",
            [Says("The council", "proposes", "renting barns from farmers over three years, at a cost of $9 million")],
        ),
        (
            "Ada Quill said that the roof leaked over the hall, which was built in 1904, and that nobody had mended it.",
            [
                Says(Q, "said", "the roof leaked over the hall, which was built in 1904", polarity="affirmed"),
                Says(Q, "said", "nobody had mended it", polarity="negated"),
            ],
        ),
        (
            "Wardens ordered campers to leave the valley after rangers found the dam was cracked.",
            [
                Says("Wardens", "ordered", "campers to leave the valley"),
                Says("rangers", "found", "the dam was cracked"),
            ],
        ),
        (
            "“We gave all we had to the school,” the letter read. “We owe nothing.”",
            [
                Says("the letter", "read", "We gave all we had to the school", polarity="affirmed"),
                Says("the letter", "read", "We owe nothing", polarity="negated"),
            ],
        ),
    ],
    "what others hold, and what nobody says": [
        (
            "“The neighbours reckon it's haunted,” Ada Quill said.",
            [
                Says(Q, "said", "The neighbours reckon it's haunted"),
                Says("The neighbours", "reckon", "it's haunted", via=(Q,)),
            ],
        ),
        (
            "Testifying on the last day of the hearing, Bo Marsh said he had lied.",
            [Says(M, "said", "he had lied")],
        ),
        (
            "Ada Quill said the crew would sail only when owners agreed to meet them.",
            [Says(Q, "said", "the crew would sail only when owners agreed to meet them")],
        ),
        ("Ada Quill laughed when Bo Marsh claimed he could fly.", [Says(M, "claimed", "he could fly")]),
        (
            "According to the Brill Post, which cited two unnamed officials, the mayor has quit.",
            [Says("Brill Post", "According to", "the mayor has quit")],
        ),
        ("Ada Quill cited the mayor's letter.", [Says(Q, "cited", "the mayor's letter")]),
    ],
    "another one's clause": [
        (
            'The Tarn Guild said that members would "cheer", while the Marrow League described the delay as absurd.',
            [
                Says("Tarn Guild", "said", 'members would "cheer"'),
                Says("Marrow League", "described", "the delay as absurd"),
            ],
        ),
        (
            "Ada Quill said the bridge was shut while workers searched it.",
            [Says(Q, "said", "the bridge was shut while workers searched it")],
        ),
        (
            "Ada Quill said that the fog had made it impossible to sail, and the county boat unit backed her up, saying that waves had "
            "topped five metres.",
            [
                Says(Q, "said", "the fog had made it impossible to sail"),
                Says("the county boat unit", "saying", "waves had topped five metres"),
            ],
        ),
        (
            "County officials ordered 300 people to leave their homes on Friday after inspectors said the wall was unsafe.",
            [
                Says("County officials", "ordered", "300 people to leave their homes on Friday"),
                Says("inspectors", "said", "the wall was unsafe"),
            ],
        ),
        (
            "Ministers have told colleagues that the plan is dead, according to two people briefed on the talks.",
            [
                Says("two people briefed on the talks", "according to", "Ministers have told colleagues that the plan is dead"),
                Says("Ministers", "have told", "the plan is dead", via=("two people briefed on the talks",)),
            ],
        ),
        (
            "Police are looking at payments to a firm run by her husband, the council has been told.",
            [Says(None, "has been told", "Police are looking at payments to a firm run by her husband")],
        ),
        (
            "Growers along the lower Arle say a plan to return 90 gigalitres a year to the lake will gut their towns, but anglers and "
            "guides downstream say it may be the last chance to save the wetlands.",
            [
                Says("Growers along the lower Arle", "say", "a plan to return 90 gigalitres a year to the lake will gut their towns"),
                Says("anglers and guides downstream", "say", "it may be the last chance to save the wetlands"),
            ],
        ),
    ],
    "borders": [
        (
            'Ada Quill said Washington was "concerned" and that it had offered to host talks.',
            [Says(Q, "said", 'Washington was "concerned" and that it had offered to host talks')],
        ),
        ("Bo Marsh condemned as “cruel” new rules on leave.", [Says(M, "condemned", "as “cruel” new rules on leave")]),
        ("Ada Quill described the sale as “a disgrace” last week.", [Says(Q, "described", "the sale as “a disgrace”")]),
        (
            "Upstream of the weir, the eels appeared healthy, the report said.",
            [Says("the report", "said", "Upstream of the weir, the eels appeared healthy")],
        ),
        ("The bank said on Monday it would decide whether to pay.", [Says("The bank", "said", "it would decide whether to pay")]),
        ("The council said late on Monday night it would pay.", [Says("The council", "said late", "it would pay")]),
        ("Ada Quill warned on Friday the ferries could stop.", [Says(Q, "warned", "the ferries could stop")]),
        ("Ada Quill said on 3 May Bo Marsh would pay.", [Says(Q, "said", "Bo Marsh would pay")]),
        ("The guest left on Tuesday night, the hotel said.", [Says("the hotel", "said", "The guest left on Tuesday night")]),
        ("The guest left on Monday, the hotel said.", [Says("the hotel", "said", "The guest left on Monday")]),
        (
            "The mayor met the builders in May, a leaked email reveals.",
            [Says("a leaked email", "reveals", "The mayor met the builders in May")],
        ),
        ("The pump leaked for years, internal papers show.", [Says("internal papers", "show", "The pump leaked for years")]),
        ("Bo Marsh lied to the board, newly leaked emails reveal.", [Says("newly leaked emails", "reveal", "Bo Marsh lied to the board")]),
        ("Bo Marsh has won prizes at fairs, markets and dog shows.", []),
        ("The court kept the maps, the letters, the old reports.", []),
        (
            "Ada Quill said she would comply, and that prosecutors believe they could try him again.",
            [
                Says(Q, "said", "she would comply, and that prosecutors believe they could try him again"),
                Says("prosecutors", "believe", "they could try him again", via=(Q,)),
            ],
        ),
        (
            "The court was told divers found a tin by the slipway holding brass keys, almost £90 in notes, and a chart of the bay.",
            [Says(None, "was told", "divers found a tin by the slipway holding brass keys, almost £90 in notes, and a chart of the bay")],
        ),
        ("Bo Marsh insisted the pier must close, but only in winter.", [Says(M, "insisted", "the pier must close, but only in winter")]),
        (
            "The jury heard there were two ladders in the yard, but the gate did not open wide enough for a cart.",
            [Says(None, "heard", "there were two ladders in the yard, but the gate did not open wide enough for a cart")],
        ),
        ("The court heard the choir sing.", []),
        (
            "But the harbour master said that whilst his fever may explain some of it, the crash was avoidable and as such cost lives.",
            [
                Says(
                    "the harbour master",
                    "said",
                    "whilst his fever may explain some of it, the crash was avoidable and as such cost lives",
                )
            ],
        ),
        (
            "Ada Quill said she had no choice but to close the ferry, because of the storm in the bay.",
            [Says(Q, "said", "she had no choice but to close the ferry, because of the storm in the bay")],
        ),
        (
            '"Some days I think I would like to sail but then, other days, I think I dread it," Ada Quill said.',
            [Says(Q, "said", "Some days I think I would like to sail but then, other days, I think I dread it")],
        ),
        ("Bo Marsh insisted the pier must close, but gave no reason.", [Says(M, "insisted", "the pier must close")]),
        (
            'Bo Marsh asked the board to shut the pier, on the grounds it was "rotten" and "bound to fall".',
            [Says(M, "asked", 'the board to shut the pier, on the grounds it was "rotten" and "bound to fall"')],
        ),
        (
            "The inquest heard Ada Quill got off the ferry at Tarn after the bell was rung and the captain had been called.",
            [Says(None, "heard", "Ada Quill got off the ferry at Tarn after the bell was rung and the captain had been called")],
        ),
        ("Bo Marsh said it was late and urged the board to go.", [Says(M, "said", "it was late"), Says(M, "urged", "the board to go")]),
        (
            "The party is planning to appoint a warden to keep the harbour rules on noise, and provide more money for the lifeboats.",
            [
                Says(
                    "The party",
                    "is planning",
                    "to appoint a warden to keep the harbour rules on noise, and provide more money for the lifeboats",
                )
            ],
        ),
        (
            "Ada Quill said she had to leave her house with her mother, two dogs and a box of photographs.",
            [Says(Q, "said", "she had to leave her house with her mother, two dogs and a box of photographs")],
        ),
        (
            "The report was described by Ada Quill as false.",
            [Says(Q, "was described", "The report ... as false")],
        ),
        (
            "Ada Quill says she has no plans to sell the firm, despite reports that a rival offered £90 million for it.",
            [
                Says(Q, "says", "she has no plans to sell the firm"),
                Says(None, "reports", "a rival offered £90 million for it"),
            ],
        ),
        (
            "A chain has closed six restaurants after at least 47 customers reported severe vomiting, in what health officials fear could "
            "become one of the largest outbreaks for a decade.",
            [
                Says("at least 47 customers", "reported", "severe vomiting"),
                Says("health officials", "fear", "what ... could become one of the largest outbreaks for a decade"),
            ],
        ),
        (
            "Ada Quill owned the firm. According to Carl Voss, the turning point was the death of her husband, Peter, in 2020, after "
            "which she told her managers that nobody was to write at night.",
            [
                Says("Carl Voss", "According to", "the turning point was the death of her husband, Peter"),
                Says(Q, "told", "nobody was to write at night"),
            ],
        ),
        (
            "The dam was built by volunteers, Bo Marsh points out, in 1911.",
            [Says(M, "points out", "The dam was built by volunteers ... in 1911")],
        ),
        (
            "The dam was built by volunteers, Bo Marsh pointed out, and nobody was paid.",
            [
                Says(M, "pointed out", "The dam was built by volunteers", polarity="affirmed"),
                Says(M, "pointed out", "nobody was paid", polarity="negated"),
            ],
        ),
        ("She planted the elm, Ada Quill tells visitors, nine years ago.", [Says(Q, "tells", "She planted the elm ... nine years ago")]),
        (
            "The ferry will stop running in May, Ada Quill said on Monday, raising the stakes in a row over fares.",
            [Says(Q, "said", "The ferry will stop running in May")],
        ),
        (
            "The firm will stay, Bo Marsh told reporters, adding that he was tired.",
            [Says(M, "told", "The firm will stay"), Says(M, "adding", "he was tired")],
        ),
        ("Bo Marsh stole a bell, a court heard, before he was jailed.", [Says(None, "heard", "Bo Marsh stole a bell")]),
        (
            "Ada Quill said she had “run out of patience” and could no longer support the plan.",
            [Says(Q, "said", "she had “run out of patience” and could no longer support the plan")],
        ),
        ("Ada Quill said she was “sad” but could not say why.", [Says(Q, "said", "she was “sad”")]),
        (
            "Two officials said Norvane was preparing a list of farm goods, including milk and wool, that could be taxed in return.",
            [
                Says(
                    "Two officials",
                    "said",
                    "Norvane was preparing a list of farm goods, including milk and wool, that could be taxed in return",
                )
            ],
        ),
        (
            "Doctors advise against using the cream on children.",
            [Says("Doctors", "advise against", "using the cream on children", certainty="unstated")],
        ),
        (
            "The firm neither confirmed nor denied that it was in talks.",
            [Says("The firm", "neither confirmed nor denied", "it was in talks", certainty="unstated")],
        ),
        ("Bo Marsh put her chair ahead of the others.", []),
        (
            "Prices rose as the ministry closed two mines and said more would follow.",
            [Says("the ministry", "said", "more would follow")],
        ),
        (
            "Ada Quill said Norcom had asked whether a claim could be paid, but that nothing had been decided.",
            [
                Says(Q, "said", "Norcom had asked whether a claim could be paid", polarity="affirmed"),
                Says("Norcom", "had asked", "whether a claim could be paid", via=(Q,)),
                Says(Q, "said", "nothing had been decided", polarity="negated"),
            ],
        ),
        ("He could neither read nor write that letter.", []),
        ("The bridge, Ada Quill told the board, was safe.", [Says(Q, "told", "The bridge ... was safe")]),
        ("Ada Quill left, Bo Marsh told reporters, because she was tired.", [Says(M, "told", "Ada Quill left ... because she was tired")]),
        ("Ada Quill told MPs that Ministers had been warned.", [Says(Q, "told", "Ministers had been warned")]),
        (
            "There was no sign of a break-in, Ada Quill added, and nothing to suggest that anyone else had been there.",
            [Says(Q, "added", "There was no sign of a break-in ... and nothing to suggest that anyone else had been there")],
        ),
        (
            "Detectives believe that a defective valve caused the brakes to release, according to two people who were briefed on it.",
            [
                Says("two people", "according to", "Detectives believe that a defective valve caused the brakes to release"),
                Says("Detectives", "believe", "a defective valve caused the brakes to release", via=("two people",)),
            ],
        ),
        (
            "Ada Quill told a meeting of her council that Sarn was seeking a pretext, the agency reported, citing a statement.",
            [
                Says(
                    "the agency",
                    "reported",
                    "Ada Quill told a meeting of her council that Sarn was seeking a pretext",
                ),
                Says(Q, "told", "Sarn was seeking a pretext", via=("the agency",)),
                Says("the agency", "citing", "a statement"),
            ],
        ),
        (
            "According to her lawyer, Ms Quill, 34, was never told of the list.",
            [Says("her lawyer", "According to", "Ms Quill, 34, was never told of the list")],
        ),
        (
            "Ada Quill said in a written statement that the engine was still running.",
            [Says(Q, "said in a written statement", "the engine was still running")],
        ),
        (
            "Ada Quill put it to him that Marsh had rung the depot.",
            [Says(Q, "put", "Marsh had rung the depot")],
        ),
        (
            "The cars were old, said Bo Marsh, president of the union's Great Lakes local.",
            [Says(M, "said", "The cars were old")],
        ),
        (
            "Ada Quill said she had the votes, though she would not release the list.",
            [Says(Q, "said", "she had the votes")],
        ),
        (
            "Ada Quill argues that the street would have become flats, and she may be right.",
            [Says(Q, "argues", "the street would have become flats")],
        ),
        (
            "Ada Quill said she had raised a million, a figure that could not be independently verified.",
            [Says(Q, "said", "she had raised a million")],
        ),
        (
            "Bo Marsh told reporters the bridge was safe, although an inspector warned last year that it might fall.",
            [Says(M, "told", "the bridge was safe"), Says("an inspector", "warned", "it might fall")],
        ),
        (
            "Bo Marsh wrote that the two drugs were “unrelated” and accused critics of “guilt by association.”",
            [Says(M, "wrote", "the two drugs were “unrelated”"), Says(M, "accused", "critics of “guilt by association.")],
        ),
        (
            "Ada Quill said she would ask one question: “Would you drink it?” Bo Marsh said he looked forward to it.",
            [Says(Q, "said", "she would ask one question: “Would you drink it?”"), Says(M, "said", "he looked forward to it")],
        ),
        (
            "Bo Marsh told the newspaper A Tarde that his client “would walk to Sarn if he had to”.",
            [Says(M, "told", "his client “would walk to Sarn if he had to”")],
        ),
        (
            "The plant will close, its manager, Ada Quill, announced Thursday.",
            [Says(Q, "announced", "The plant will close")],
        ),
        (
            "The claim was rejected by Ada Quill, who said no talks had taken place.",
            [Says(Q, "was rejected", "The claim"), Says(Q, "said", "no talks had taken place")],
        ),
        (
            "The drug cut deaths by a third, according to the results of a large trial published on Wednesday.",
            [Says("the results of a large trial published on Wednesday", "according to", "The drug cut deaths by a third")],
        ),
        (
            "Ada Quill described seeing the plane drop out of the clouds with its nose pointed straight down.",
            [Says(Q, "described", "seeing the plane drop out of the clouds with its nose pointed straight down")],
        ),
        (
            "He was accused of lying by the union, which said that he had known for weeks.",
            [Says("the union", "was accused of", "He ... lying"), Says("the union", "said", "he had known for weeks")],
        ),
        (
            "By her own account, Ada Quill had never seen the letter.",
            [Says("her", "account", "Ada Quill had never seen the letter")],
        ),
        (
            "The firm had put off the sale for months, according to three people with knowledge of it, who said that it was in debt.",
            [
                Says("three people with knowledge of it", "according to", "The firm had put off the sale for months"),
                Says("three people with knowledge of it", "said", "it was in debt"),
            ],
        ),
        (
            "Ada Quill rejected the idea, warning that prices that rise too quickly “hurt renters first and worst.”",
            [
                Says(Q, "rejected", "the idea"),
                Says(Q, "warning", "prices that rise too quickly “hurt renters first and worst.”"),
            ],
        ),
        (
            "Ada Quill said that the memo had been taken out of context but did not dispute its authenticity.",
            [Says(Q, "said", "the memo had been taken out of context")],
        ),
        (
            "An officer who shot a man last week opened fire within seconds of leaving his car, a lawyer for the family said Tuesday.",
            [
                Says(
                    "a lawyer for the family",
                    "said",
                    "An officer who shot a man last week opened fire within seconds of leaving his car",
                )
            ],
        ),
        (
            "According to dispatch records reviewed by The Courier, a clerk at the laundry called 911 at 9:42 p.m.",
            [Says("dispatch records reviewed by The Courier", "According to", "a clerk at the laundry called 911 at 9:42 p.m.")],
        ),
        (
            "Judge Feldstone has told the lawyers that she intends to rule by the end of the year.",
            [Says("Feldstone", "has told", "she intends to rule by the end of the year")],
        ),
        (
            "Students on the lawn vowed on Wednesday to stay put.",
            [Says("Students on the lawn", "vowed", "to stay put")],
        ),
        (
            "Ada Quill said that the claim that the bridge was unsafe had been ignored.",
            [Says(Q, "said", "the claim that the bridge was unsafe had been ignored")],
        ),
        (
            "Ada Quill had been told, she said, that the bridge was unsafe.",
            [Says(Q, "said", "Ada Quill had been told ... that the bridge was unsafe")],
        ),
        (
            "Ada Quill opened the letter. “I've got three As,” she said, when she could speak. “My nan said I'd do it.”",
            [
                Says(Q, "said", "I've got three As ... My nan said I'd do it."),
                Says("nan", "said", "I'd do it.", via=(Q,)),
            ],
        ),
        (
            "The grades were A or A*, the school said.",
            [Says("the school", "said", "The grades were A or A*")],
        ),
        (
            "Trains are expected to be running by Friday.",
            [Says(None, "are expected", "Trains ... to be running by Friday")],
        ),
        (
            "“It was a mess,” said Ada Quill, whose film “Ferry” won an award last year.",
            [Says(Q, "said", "It was a mess")],
        ),
        (
            "Judge Ada Quill denied a request by Marsh to remain free pending sentencing, saying she was not convinced he would stay.",
            [
                Says(Q, "denied", "a request by Marsh to remain free pending sentencing"),
                Says(Q, "saying", "she was not convinced he would stay"),
            ],
        ),
        (
            "Ada Quill said that those who took the money “will pay it back”, but did not elaborate.",
            [Says(Q, "said", "those who took the money “will pay it back")],
        ),
        (
            "Ada Quill said the bridge would be shut for a year without giving a reason.",
            [Says(Q, "said", "the bridge would be shut for a year")],
        ),
        (
            "Ada Quill fears that her sons will be arrested should they return to Marrow.",
            [Says(Q, "fears", "her sons will be arrested should they return to Marrow")],
        ),
        (
            "Prosecutors alleged that Quill began covering up the theft when the board's new chairman, Bo Marsh, asked to see the books.",
            [
                Says(
                    "Prosecutors",
                    "alleged",
                    "Quill began covering up the theft when the board's new chairman, Bo Marsh, asked to see the books",
                ),
                Says(M, "asked", "to see the books", via=("Prosecutors",)),
            ],
        ),
        (
            "Ada Quill said the findings, if confirmed, would force her team to think again.",
            [Says(Q, "said", "the findings, if confirmed, would force her team to think again")],
        ),
        (
            "Ada Quill told AMs the draft budget backed Labour's “priorities for the bridge”.",
            [Says(Q, "told", "the draft budget backed Labour's “priorities for the bridge")],
        ),
        (
            "Bo Marsh did not put a date on the vote but said he was thinking about it.",
            [Says(M, "said", "he was thinking about it", certainty="certain", polarity="affirmed")],
        ),
        (
            "“The bridge is old,” one official, who asked not to be named, told the Courier.",
            [Says("one official", "told", "The bridge is old")],
        ),
        (
            "Ada Quill said she had to do something to assure the bridge was safe.",
            [Says(Q, "said", "she had to do something to assure the bridge was safe")],
        ),
        ("Ada Quill said at the time that the bridge was unsafe.", [Says(Q, "said at the time", "the bridge was unsafe")]),
        ("Ada Quill rejected the idea that the bridge was unsafe.", [Says(Q, "rejected", "the idea that the bridge was unsafe")]),
        (
            "Ada Quill intends to reopen the bridge in May, provided that the council pays.",
            [Says(Q, "intends", "to reopen the bridge in May, provided that the council pays", certainty="unstated")],
        ),
        (
            "Ada Quill said she would sell the ferry “tomorrow” if the council paid for it.",
            [Says(Q, "said", "she would sell the ferry “tomorrow” if the council paid for it")],
        ),
        (
            "Ada Quill wrote that the bridge “could fall” and that insurers had asked questions since June.",
            [
                Says(Q, "wrote", "the bridge “could fall", certainty="possible"),
                Says(Q, "wrote", "insurers had asked questions since June", certainty="certain"),
            ],
        ),
        (
            "Ada Quill suggested that the town could save a million by leasing the hall, an idea Bo Marsh said had been studied.",
            [Says(Q, "suggested", "the town could save a million by leasing the hall"), Says(M, "said", "had been studied")],
        ),
        (
            "The bridge may close in May, according to the report, although engineers said it was safe.",
            [Says("the report", "according to", "The bridge may close in May"), Says("engineers", "said", "it was safe")],
        ),
        (
            "Officials said the bridge was checked and found to be safe on Monday.",
            [Says("Officials", "said", "the bridge was checked and found to be safe on Monday")],
        ),
        (
            "Ada Quill said the bridge was shut and warned that it might never open.",
            [Says(Q, "said", "the bridge was shut"), Says(Q, "warned", "it might never open")],
        ),
        (
            "Quay Lines has faced criticism from pension fund Halden Capital, which owns 3% and wants the firm to sell the bridge.",
            [
                Says("Quay Lines", "has faced criticism from", "pension fund Halden Capital"),
                Says("Halden Capital", "wants", "the firm to sell the bridge"),
            ],
        ),
        (
            "Ada Quill said the town plans a bridge, although funding has not been secured.",
            [Says(Q, "said", "the town plans a bridge, although funding has not been secured")],
        ),
        (
            "Ada Quill said the town plans a bridge, though money has yet to be found.",
            [Says(Q, "said", "the town plans a bridge, though money has yet to be found")],
        ),
        (
            "The minister, asked whether tolls would rise, said the budget was next week.",
            [Says("The minister", "said", "the budget was next week")],
        ),
        ("Ada Quill, asked if she would resign, insisted that she would stay.", [Says(Q, "insisted", "she would stay")]),
        ("Ada Quill, pressed on whether she had taken the money, denied it.", [Says(Q, "denied", "it")]),
        (
            "The bank said growth would reach 3 percent, then withdrew the projection.",
            [Says("The bank", "said", "growth would reach 3 percent")],
        ),
        ("Ada Quill said she would sign the bill and walked away.", [Says(Q, "said", "she would sign the bill")]),
        (
            'Ada Quill said the plan was unfair and asked: "Who will pay for it?"',
            [
                Says(Q, "said", "the plan was unfair", certainty="certain"),
                Says(Q, "asked", "Who will pay for it?", certainty="unstated"),
            ],
        ),
        ("The drivers met on Monday. They said the bridge was shut.", [Says("The drivers", "said", "the bridge was shut")]),
        (
            "Critics at Teller Brothers said the sell-off was overdone and predicted that margins would recover.",
            [
                Says("Critics at Teller Brothers", "said", "the sell-off was overdone"),
                Says("Critics at Teller Brothers", "predicted", "margins would recover"),
            ],
        ),
        (
            "The bridge had failed an hour earlier, according to Halden, the region's main carrier.",
            [Says("Halden", "according to", "The bridge had failed an hour earlier")],
        ),
        (
            "Engineers found no sign of a fault, said Bo Marsh, the state's chief inspector.",
            [Says(M, "said", "Engineers found no sign of a fault")],
        ),
        (
            "The deal saved a company that, its founder conceded, was days from ruin.",
            [Says("its founder", "conceded", "that ... was days from ruin")],
        ),
        ("Rumours swirled that the mayor would quit.", [Says("Rumours", "swirled", "the mayor would quit", certainty="possible")]),
        ('The play was described by Bo Marsh as "dull".', [Says(M, "was described", 'The play ... as "dull"')]),
        (
            'Ada Quill wrote plays. Her mother, she later recalled, "regarded them as a joke".',
            [Says(Q, "recalled", 'Her mother ... "regarded them as a joke"')],
        ),
        (
            'A plaque there, in Spanish, says that she was "stronger than the river".',
            [Says("A plaque there", "says", 'she was "stronger than the river')],
        ),
        (
            "The inquiry began in May. A person familiar with it, who asked not to be named, put the number at 90,000.",
            [Says("A person familiar with it", "put", "the number at 90,000")],
        ),
        (
            "The claim was false, the governor's office said in a statement. It asked people to stay.",
            [
                Says("the governor's office", "said in a statement", "The claim was false"),
                Says("the governor's office", "asked", "people to stay"),
            ],
        ),
        (
            "The authors suspect a link, but they acknowledge that the sample was small.",
            [
                Says("The authors", "suspect", "a link"),
                Says("The authors", "acknowledge", "the sample was small"),
            ],
        ),
        (
            "Ada Quill said the team had expected the effect to vanish once sleep was taken into account.",
            [
                Says(Q, "said", "the team had expected the effect to vanish once sleep was taken into account"),
                Says("the team", "had expected", "the effect to vanish once sleep was taken into account", via=(Q,)),
            ],
        ),
        ("Nov 6 (Bramble) - Quay Lines said it would cut jobs.", [Says("Quay Lines", "said", "it would cut jobs")]),
        (
            "An aide said that Ada Quill had not rejected the offer outright.",
            [
                Says("An aide", "said", "Ada Quill had not rejected the offer outright"),
                Says(Q, "had not rejected", "the offer outright", via=("An aide",)),
            ],
        ),
        (
            "Detective Ada Quill said the house was burgled by a neighbour, Bo Marsh, who has since left the country.",
            [Says(Q, "said", "the house was burgled by a neighbour, Bo Marsh")],
        ),
        (
            "The Spain right back told reporters he may retire.",
            [Says("The Spain right back", "told", "he may retire", certainty="possible")],
        ),
        ("The England fly half said the bridge hurt.", [Says("The England fly half", "said", "the bridge hurt")]),
        (
            "A council statement on Thursday said the bridge was closed.",
            [Says("A council statement", "said", "the bridge was closed")],
        ),
        (
            "The minister in a letter on Tuesday said the bridge was closed.",
            [Says("The minister", "said", "the bridge was closed")],
        ),
        (
            "According to Ada Quill, the bridge cost a million; trade papers have put the figure at two.",
            [Says(Q, "According to", "the bridge cost a million"), Says("Trade papers", "have put", "the figure at two")],
        ),
        (
            "The mayor warned his deputies in April that the bridge was unsafe, according to papers released Friday, five months before "
            "it was shut.",
            [
                Says(
                    "papers released Friday",
                    "according to",
                    "The mayor warned his deputies in April that the bridge was unsafe ... five months before it was shut",
                ),
                Says("The mayor", "warned", "the bridge was unsafe", via=("papers released Friday",)),
            ],
        ),
        (
            "The inquiry centers on invoices for the bridge, said the officials, who were not allowed to speak in public.",
            [Says("the officials", "said", "The inquiry centers on invoices for the bridge")],
        ),
        (
            "Bo Marsh, the board's chairman, told members the bill “would put prices in the hands of politicians.”",
            [Says(M, "told", "the bill “would put prices in the hands of politicians")],
        ),
        (
            "The mayor, Bo Marsh, said farmers had cut the tolls by a third since 2015 and accused the council of ignoring leaks.",
            [Says(M, "said", "farmers had cut the tolls by a third since 2015"), Says(M, "accused", "the council of ignoring leaks")],
        ),
        (
            "Ada Quill denied that the town owned the ferries, which she said belonged to a firm in Marrow.",
            [Says(Q, "denied", "the town owned the ferries"), Says(Q, "said", "belonged to a firm in Marrow")],
        ),
        (
            "“It was not stealing,” Ada Quill wrote in her memoir, “Ash and Salt”.",
            [Says(Q, "wrote", "It was not stealing")],
        ),
        (
            "A report on Moss and Marsh showed them eating bread and keeping dry in town police coats after the flood.",
            [Says("A report on Moss and Marsh", "showed", "them eating bread and keeping dry in town police coats after the flood")],
        ),
        (
            "Ned Frost expressed his satisfaction after keeping his dreams of the grand slam on track with a battling display "
            "on the opening day of the 79th Masters at Marrow. The 25-year-old ended the day at one under.",
            [
                Says(
                    "Ned Frost",
                    "expressed",
                    "his satisfaction after keeping his dreams of the grand slam on track with a battling display on the opening day of "
                    "the 79th Masters at Marrow",
                )
            ],
        ),
        (
            "The accounts show a part of it. They merely show everything that drivers earn to keep them fed.",
            [
                Says("The accounts", "show", "a part of it"),
                Says("They", "merely show", "everything that drivers earn to keep them fed"),
            ],
        ),
        (
            'Bo Marsh proclaimed in May - wrongly - that drivers leaving Marrow "cannot come into this town" but guests "can come in."',
            [Says(M, "proclaimed", 'drivers leaving Marrow "cannot come into this town" but guests "can come in."')],
        ),
    ],
    "no second claim": [
        ("Bo Marsh said he hopes to sell the ferry.", [Says(M, "said", "he hopes to sell the ferry", certainty="unstated")]),
        ("Bo Marsh said he believed the ferry was safe.", [Says(M, "said", "he believed the ferry was safe", certainty="probable")]),
        ("Ada Quill denied reports that the bridge was unsafe.", [Says(Q, "denied", "reports that the bridge was unsafe")]),
        (
            "Ada Quill said closing bridges had cut the traffic by half.",
            [Says(Q, "said", "closing bridges had cut the traffic by half")],
        ),
        ("The club dismissed its manager, Bo Marsh, on Thursday.", []),
        ("Emphasizing the danger, Ada Quill closed the bridge.", []),
        ("Ada Quill laughed. Does she accept that it was a hard year? Ada Quill laughed again.", []),
    ],
    "clauses": [
        (
            "Marsh was forced to admit that the vote was rigged.",
            [Says("Marsh", "to admit", "the vote was rigged")],
        ),
        (
            "Marsh appeared to suggest that the vote was rigged.",
            [Says("Marsh", "appeared to suggest", "the vote was rigged", certainty="probable")],
        ),
        (
            "The figures appear to show that wages fell.",
            [Says("The figures", "to show", "wages fell", certainty="probable")],
        ),
        (
            "The Sweets Council said in a statement that sucralose had been sold in nine towns.",
            [Says("Sweets Council", "said", "sucralose had been sold in nine towns")],
        ),
        (
            "Ada Quill told us she was sorry, but that the bridge would stay shut.",
            [Says(Q, "told", "she was sorry, but that the bridge would stay shut")],
        ),
        ("Ada Quill said the bridge was shut.", [Says(Q, "said", "the bridge was shut", certainty="certain")]),
        ("Ada Quill said on Monday that the bridge was shut.", [Says(Q, "said", "the bridge was shut")]),
        ("Ada Quill said Monday the bridge was shut.", [Says(Q, "said", "the bridge was shut")]),
        ("Ada Quill said Monday's storm had damaged the bridge.", [Says(Q, "said", "Monday's storm had damaged the bridge")]),
        ("Ada Quill told reporters on Monday that the bridge was shut.", [Says(Q, "told", "the bridge was shut")]),
        ("Ada Quill has repeatedly said that the bridge is safe.", [Says(Q, "has repeatedly said", "the bridge is safe")]),
        ("Ada Quill also pointed out that the bridge was old.", [Says(Q, "pointed out", "the bridge was old")]),
        ("Speaking in Marrow, Ada Quill said the bridge was shut.", [Says(Q, "said", "the bridge was shut")]),
        (
            "Ada Quill argued that the bridge which then-Sen. Bo Marsh opened was unsafe.",
            [Says(Q, "argued", "the bridge which then-Sen. Bo Marsh opened was unsafe")],
        ),
        ("Ada Quill told the guests at her party that the bridge was shut.", [Says(Q, "told", "the bridge was shut")]),
        ("Ada Quill agreed with Bo Marsh that the bridge was old.", [Says(Q, "agreed with", "the bridge was old")]),
        ("Ada Quill made it clear that the bridge would stay shut.", [Says(Q, "made it clear", "the bridge would stay shut")]),
        (
            "Ada Quill said the bridge, which was built in 1790, was shut.",
            [Says(Q, "said", "the bridge ... was shut")],  # who adds when it was built, nobody knows: annotators take it in in 41 of 70
        ),
        (
            "Ada Quill said that if it rained, the bridge would close.",
            [Says(Q, "said", "if it rained, the bridge would close", certainty="unstated")],
        ),
        (
            "Ada Quill said the bridge would reopen in May, when the repairs are done.",
            [Says(Q, "said", "the bridge would reopen in May, when the repairs are done")],
        ),
        ("MARROW, June 3 (UPI) -- Ada Quill said Monday that the bridge was shut.", [Says(Q, "said", "the bridge was shut")]),
        ("Ada Quill said the bridge was probably unsafe.", [Says(Q, "said", "the bridge was probably unsafe", certainty="probable")]),
        ("Ada Quill said the bridge was not unsafe.", [Says(Q, "said", "the bridge was not unsafe", polarity="negated")]),
    ],
    "a quotation and its cue": [
        ("“The bridge is shut,” Ada Quill said before leaving the room.", [Says(Q, "said", "The bridge is shut")]),
        ("“The bridge is shut,” Ada Quill said.", [Says(Q, "said", "The bridge is shut")]),
        ("“The bridge is shut,” said Ada Quill, the mayor of Marrow.", [Says(Q, "said", "The bridge is shut")]),
        ('Ada Quill said: "The bridge is shut."', [Says(Q, "said", "The bridge is shut")]),
        ("Ada Quill told reporters, “The bridge is shut.”", [Says(Q, "told", "The bridge is shut")]),
        ("“Is the bridge shut?” asked Ada Quill.", [Says(Q, "asked", "Is the bridge shut?", certainty="unstated")]),
        ("“Shut the bridge!” shouted Ada Quill.", [Says(Q, "shouted", "Shut the bridge!", certainty="unstated")]),
        ("“The bridge is shut,” Mayor Ada Quill wrote on her website on Monday.", [Says(Q, "wrote", "The bridge is shut")]),
        ("In a statement, Ada Quill said: “The bridge is shut.”", [Says(Q, "said", "The bridge is shut")]),
        ("“We closed the bridge,” Ada Quill explained, locking the gate behind her.", [Says(Q, "explained", "We closed the bridge")]),
        ("Ada Quill: “The bridge is shut.”", [Says(Q, ":", "The bridge is shut")]),
        ("“The bridge is shut,“ said Ada Quill, the mayor.", [Says(Q, "said", "The bridge is shut")]),
        (
            "“The bridge is old,” Ada Quill said, but “It will reopen,” said Bo Marsh, who has been critical of her.",
            [Says(Q, "said", "The bridge is old"), Says(M, "said", "It will reopen")],
        ),
        (
            "Ada Quill said Monday night, “This is a bridge that will never close,” and her deputy, Bo Marsh, said, “It will reopen.”",
            [Says(Q, "said", "This is a bridge that will never close"), Says(M, "said", "It will reopen")],
        ),
        (
            "Ivo Hale’s old party rival Sen. Ada Quill (R-Ore.) said the bridge was shut.",
            [Says(Q, "said", "the bridge was shut")],
        ),
        ("“The bridge is shut,” Ada Quill, the mayor, told a crowd of drivers.", [Says(Q, "told", "The bridge is shut")]),
        ("“The bridge will not open,” predicted Ada Quill.", [Says(Q, "predicted", "The bridge will not open", polarity="negated")]),
    ],
    "quotations that are signed, headed or read off something": [
        ("A sign on the gate read: “The bridge is shut.”", [Says("A sign on the gate", "read", "The bridge is shut")]),
        ("“The bridge is shut,” the email read.", [Says("the email", "read", "The bridge is shut")]),
        ("A banner outside read “No more closures.”", [Says("A banner outside", "read", "No more closures")]),
        ("“The bridge is shut.”\n\n— Ada Quill, the mayor\n\nIt rained.", [Says(Q, "—", "The bridge is shut")]),
        (
            "In a letter to its people, the town wrote:\n\n“The bridge on Mill Lane is shut. We will open a new one in June.”\n\n"
            "— Ada Quill, the mayor\n\nThe union did not reply.",
            [Says(Q, "—", "The bridge on Mill Lane is shut. We will open a new one in June")],
        ),
        ("A card hung on the gate.\n\n> The bridge is shut.\n> — Ada Quill, the mayor\n\nIt rained.", [Says(Q, "—", "The bridge is shut")]),
        (
            "A card hung on the gate.\n\n> The bridge is shut.\n\n— Reuters\n\nIt rained.",
            [Says("unnamed speaker", None, "The bridge is shut")],
        ),
        ("“The bridge is shut.”\n\n- Ada Quill.\n\nIt rained.", [Says(Q, "-", "The bridge is shut")]),
    ],
    "interrupted quotations": [
        (
            "“So you heard a shot,” said Ada Quill, “and you ran away?” The driver said he had done what he could.",
            [
                Says(Q, "said", "So you heard a shot"),
                Says(Q, "said", "you ran away?"),
                Says("The driver", "said", "he had done what he could"),
            ],
        ),
        ("“The bridge,” Ada Quill said, “is shut.”", [Says(Q, "said", "The bridge ... is shut")]),
        ("“The bridge is shut,” Ada Quill said. “We tried to save it.”", [Says(Q, "said", "The bridge is shut ... We tried to save it")]),
        (
            "“If it rains,” said Ada Quill, the mayor, on Monday, “we shall close the bridge.”",
            [Says(Q, "said", "If it rains ... we shall close the bridge")],
        ),
        (
            "“The bridge is old,” Ada Quill said. “If it rains, it will fall.”",
            [Says(Q, "said", "The bridge is old", certainty="certain"), Says(Q, "said", "If it rains, it will fall", certainty="unstated")],
        ),
        ("“We tried,” Ada Quill said. “We failed. It hurt.”", [Says(Q, "said", "We tried ... We failed. It hurt")]),
        ("“The bridge,” Ada Quill said — and here she paused — “is shut.”", [Says(Q, "said", "The bridge ... is shut")]),
        ("“Close the bridge,” Ada Quill said, “or I will,” and left the room.", [Says(Q, "said", "Close the bridge ... or I will")]),
        ("‘The bridge,’ Ada Quill said, ‘is shut.’", [Says(Q, "said", "The bridge ... is shut")]),
        ("Mrs. Ada Quill shook her head. “No,” she said, “the bridge is shut.”", [Says(Q, "said", "No ... the bridge is shut")]),
        ("“I,” said Ada Quill, “am not going.”", [Says(Q, "said", "I ... am not going", polarity="negated")]),
        (
            "The bridge “was a wreck,” Ada Quill said, and “would have fallen.”",
            [Says(Q, "said", "The bridge “was a wreck ... and “would have fallen")],
        ),
    ],
    "quotations of which not all is as sure": [
        (
            "“No bells, no flags and no mayors,” Ada Quill said. “I think he meant it.”",
            [
                Says(Q, "said", "No bells, no flags and no mayors", certainty="certain"),
                Says(Q, "said", "I think he meant it", certainty="probable"),
            ],
        ),
        (
            "“The aim is peace. Help may come from Marrow as well, they would like the war to stop,” Ada Quill said.",
            [
                Says(Q, "said", "The aim is peace", certainty="certain"),
                Says(Q, "said", "Help may come from Marrow as well, they would like the war to stop", certainty="possible"),
            ],
        ),
        (
            "“The aim is to push them. That pressure may come from Marrow,” Ada Quill said.",
            [Says(Q, "said", "The aim is to push them. That pressure may come from Marrow", certainty="possible")],
        ),
        (
            "“We sent a letter. That may be late,” Ada Quill said.",
            [Says(Q, "said", "We sent a letter", certainty="certain"), Says(Q, "said", "That may be late", certainty="possible")],
        ),
        (
            "“We saw the flames. We ran. I think two boys were there. Who knows?” Ada Quill said.",
            [
                Says(Q, "said", "We saw the flames. We ran", certainty="certain"),
                Says(Q, "said", "I think two boys were there", certainty="probable"),
                Says(Q, "said", "Who knows?", certainty="unstated"),
            ],
        ),
        (
            "“The bridge is old,” Ada Quill said, “and the rail is loose. It may fall.”",
            [
                Says(Q, "said", "The bridge is old ... and the rail is loose", certainty="certain"),
                Says(Q, "said", "It may fall", certainty="possible"),
            ],
        ),
        (
            "“She lost, and I believe she knows it,” Ada Quill said.",
            [Says(Q, "said", "She lost", certainty="certain"), Says(Q, "said", "I believe she knows it", certainty="probable")],
        ),
        (
            "“Nobody has called me,” Ada Quill said, “and if somebody did, I would hang up.”",
            [
                Says(Q, "said", "Nobody has called me", certainty="certain", polarity="negated"),
                Says(Q, "said", "if somebody did, I would hang up", certainty="unstated"),
            ],
        ),
        (
            "“We have not been asked, and if we are asked we will say no,” Ada Quill said.",
            [
                Says(Q, "said", "We have not been asked", certainty="certain", polarity="negated"),
                Says(Q, "said", "if we are asked we will say no", certainty="unstated"),
            ],
        ),
        (
            "“It may save two boats, but it will sink the ferry. We have checked,” Ada Quill said.",
            [
                Says(Q, "said", "It may save two boats", certainty="possible"),
                Says(Q, "said", "it will sink the ferry. We have checked", certainty="certain"),
            ],
        ),
        (
            "“The boats will sail and the ferry may sail if it is calm,” Ada Quill said.",
            [Says(Q, "said", "The boats will sail and the ferry may sail if it is calm")],
        ),
        (
            "“It is sad, but we cannot feed ten boats,” Ada Quill said.",
            [Says(Q, "said", "It is sad, but we cannot feed ten boats", certainty="certain")],
        ),
        (
            "Ada Quill said the council was reviewing the rule and might drop it.",
            [
                Says(Q, "said", "the council was reviewing the rule", certainty="certain"),
                Says(Q, "said", "the council ... might drop it", certainty="possible"),
            ],
        ),
        (
            "Ada Quill said that the family had left but was thought to be in Marrow.",
            [
                Says(Q, "said", "the family had left", certainty="certain"),
                Says(Q, "said", "the family ... was thought to be in Marrow", certainty="probable"),
            ],
        ),
        (
            "Ada Quill said she had paid twice but was not sure she could pay again.",
            [
                Says(Q, "said", "she had paid twice", certainty="certain"),
                Says(Q, "said", "she ... was not sure she could pay again", certainty="possible"),
            ],
        ),
        (
            "“I don’t want to shut the mill,” Ada Quill told reporters. “But I will if I have to.”",
            [
                Says(Q, "told", "I don’t want to shut the mill", certainty="unstated"),
                Says(Q, "told", "But I will if I have to", certainty="unstated", polarity="affirmed"),
            ],
        ),
        (
            "“Do we know why it sank? No,” Ada Quill said.",
            [Says(Q, "said", "Do we know why it sank? No", certainty="certain", polarity="negated")],
        ),
        (
            "“Did we check the mill? Of course not. It was shut,” Ada Quill said.",
            [
                Says(Q, "said", "Did we check the mill? Of course not", certainty="certain", polarity="negated"),
                Says(Q, "said", "It was shut", certainty="certain", polarity="affirmed"),
            ],
        ),
        (
            "“Is the rail safe? Absolutely,” Ada Quill said. “Would I sell it? Never.”",
            [
                Says(Q, "said", "Is the rail safe? Absolutely", certainty="certain", polarity="affirmed"),
                Says(Q, "said", "Would I sell it? Never", certainty="certain", polarity="negated"),
            ],
        ),
        (
            "“Would the mill survive without the grant? Perhaps,” Ada Quill said.",
            [Says(Q, "said", "Would the mill survive without the grant? Perhaps", certainty="unstated")],
        ),
        (
            "Asked if the rail was safe, Ada Quill said: “No. It was shut in May.”",
            [
                Says(Q, "said", "No", certainty="certain", polarity="negated"),
                Says(Q, "said", "It was shut in May", certainty="certain", polarity="affirmed"),
            ],
        ),
        (
            "Ada Quill said the strike was unlikely to delay the ferry, although fares might rise if it went on.",
            [
                Says(Q, "said", "the strike was unlikely to delay the ferry", certainty="probable", polarity="negated"),
                Says(Q, "said", "fares might rise if it went on", certainty="possible", polarity="affirmed"),
            ],
        ),
        (
            "“I don’t know who rang the bell, but somebody did,” Ada Quill said.",
            [Says(Q, "said", "I don’t know who rang the bell, but somebody did", certainty="unstated")],
        ),
        (
            "Ada Quill said the rail was safe, although it was old.",
            [Says(Q, "said", "the rail was safe, although it was old", certainty="certain")],
        ),
        (
            "Ada Quill said divers had found two oars near the wreck but had not determined whether they were hers.",
            [
                Says(Q, "said", "divers had found two oars near the wreck", certainty="certain"),
                Says(Q, "said", "divers ... had not determined whether they were hers", certainty="unstated"),
                Says("divers", "had not determined", "whether they were hers", via=(Q,), certainty="unstated"),
            ],
        ),
        (
            "“The bridge is old but might hold,” Ada Quill said.",
            [Says(Q, "said", "The bridge is old but might hold", certainty="possible")],
        ),
        (
            "Ada Quill said the bridge was shut and would not comment on the cause.",
            [Says(Q, "said", "the bridge was shut and would not comment on the cause")],
        ),
        (
            "According to Ada Quill, the bridge is old, and the rail has probably rusted.",
            [
                Says(Q, "According to", "the bridge is old", certainty="certain"),
                Says(Q, "According to", "the rail has probably rusted", certainty="probable"),
            ],
        ),
        (
            "The bridge, Ada Quill said, is old, but the rail might hold.",
            [Says(Q, "said", "The bridge ... is old", certainty="certain"), Says(Q, "said", "the rail might hold", certainty="possible")],
        ),
        (
            "“The bridge may fall. The whole bridge,” Ada Quill said.",
            [Says(Q, "said", "The bridge may fall. The whole bridge", certainty="possible")],
        ),
        (
            "“It was not one man. It was the firm,” Ada Quill said.",
            [
                Says(Q, "said", "It was not one man", certainty="certain", polarity="negated"),
                Says(Q, "said", "It was the firm", certainty="certain", polarity="affirmed"),
            ],
        ),
        (
            "“Who built it? Nobody knows. Who pays?” Ada Quill said.",
            [
                Says(Q, "said", "Who built it?", certainty="unstated"),
                Says(Q, "said", "Nobody knows", certainty="certain", polarity="negated"),
                Says(Q, "said", "Who pays?", certainty="unstated"),
            ],
        ),
        (
            "“He wrote, ‘The bridge is shut. It may fall’, and left,” Ada Quill said.",
            [Says(Q, "said", "He wrote, ‘The bridge is shut. It may fall’, and left")],
        ),
        (
            "“Fog is one possibility. So is rain. It would be wrong to guess,” Ada Quill said.",
            [
                Says(Q, "said", "Fog is one possibility. So is rain", certainty="possible"),
                Says(Q, "said", "It would be wrong to guess", certainty="certain"),
            ],
        ),
        (
            "“I understand the anger,” Ada Quill said, “but if we refuse it we will lose, and it will cost us a fortune.”",
            [
                Says(Q, "said", "I understand the anger", certainty="certain"),
                Says(Q, "said", "if we refuse it we will lose, and it will cost us a fortune", certainty="unstated"),
            ],
        ),
        (
            "A spokesperson for Quill Homes said the company was pleased with the ruling and hoped to start work in the spring.",
            [
                Says("A spokesperson for Quill Homes", "said", "the company was pleased with the ruling", certainty="certain"),
                Says("A spokesperson for Quill Homes", "said", "the company ... hoped to start work in the spring", certainty="unstated"),
            ],
        ),
        (
            "Ada Quill said she had called 14 families and thought there might be more.",
            [
                Says(Q, "said", "she had called 14 families", certainty="certain"),
                Says(Q, "said", "she ... thought there might be more", certainty="possible"),
            ],
        ),
        (
            "Ada Quill said the crew were probably tired and missed the light.",
            [Says(Q, "said", "the crew were probably tired and missed the light", certainty="probable")],
        ),
        (
            "Ada Quill said the crew were probably tired but saw the light.",
            [
                Says(Q, "said", "the crew were probably tired", certainty="probable"),
                Says(Q, "said", "the crew ... saw the light", certainty="certain"),
            ],
        ),
        (
            "Ada Quill is a doctor. She could not rule out a leak, she said, but considered it unlikely.",
            [
                Says(Q, "said", "She could not rule out a leak", certainty="possible", polarity="affirmed"),
                Says(Q, "said", "She ... considered it unlikely", certainty="probable"),
            ],
        ),
        (
            "Ada Quill said that inspectors had found that the wall was sound and that the roof might fall.",
            [
                Says(Q, "said", "inspectors had found that the wall was sound and that the roof might fall"),
                Says("inspectors", "had found", "the wall was sound", via=(Q,), certainty="certain"),
                Says("inspectors", "had found", "the roof might fall", via=(Q,), certainty="possible"),
            ],
        ),
        (
            "Ada Quill said she did not know who the clerk might be, and that the claim would be looked into.",
            [
                Says(Q, "said", "she did not know who the clerk might be", certainty="unstated"),
                Says(Q, "said", "the claim would be looked into", certainty="certain"),
            ],
        ),
        (
            "Ada Quill said she was tired but considered it unlikely.",
            [
                Says(Q, "said", "she was tired", certainty="certain", polarity="affirmed"),
                Says(Q, "said", "she ... considered it unlikely", certainty="probable", polarity="negated"),
            ],
        ),
        (
            "His client, Ada Quill said, was at home when the fire began, and there was no evidence placing him there.",
            [
                Says(Q, "said", "His client ... was at home when the fire began", polarity="affirmed"),
                Says(Q, "said", "there was no evidence placing him there", polarity="negated"),
            ],
        ),
        (
            "Ada Quill denied it: “We left. He may have seen it.”",
            [Says(Q, "denied", "it"), Says(Q, "denied", "We left. He may have seen it")],
        ),
    ],
    "quotations over paragraphs": [
        (
            "Mrs. Ada Quill spoke for an hour.\n\n“The bridge is old. It was built in a hurry.\n\n“It was always rotten.\n\n"
            "“It will be shut this year,” she said.",
            [Says(Q, "said", "The bridge is old. It was built in a hurry ... It was always rotten ... It will be shut this year")],
        ),
        (
            "Ada Quill said: “The bridge is old.\n\n“It was always rotten.”",
            [Says(Q, "said", "The bridge is old ... It was always rotten")],
        ),
        (
            'Ada Quill said: "The bridge is old.\n\n"It was always rotten."',
            [Says(Q, "said", "The bridge is old ... It was always rotten")],
        ),
        (
            "Ada Quill said: ‘The bridge is old.\n\n‘It was always rotten.’",
            [Says(Q, "said", "The bridge is old ... It was always rotten")],
        ),
        (
            "''The bridge is old.\n\n''It was always rotten,'' Ada Quill said.",
            [Says(Q, "said", "The bridge is old ... It was always rotten")],
        ),
        (
            "“The bridge is old,” Ada Quill said. “It was built in a hurry.\n\n“It was always rotten.”",
            [Says(Q, "said", "The bridge is old ... It was built in a hurry ... It was always rotten")],
        ),
        ("The council met on Monday.\n\nAda Quill said:\n\n“The bridge is shut.”", [Says(Q, "said", "The bridge is shut")]),
    ],
    "coordinated cues": [
        (
            "The review found that the council could show no plan for the hall and warned that an appeal would succeed.",
            [
                Says("The review", "found", "the council could show no plan for the hall"),
                Says("The review", "warned", "an appeal would succeed"),
            ],
        ),
        (
            "Ada Quill said sales had fallen, blaming the rain.",
            [Says(Q, "said", "sales had fallen"), Says(Q, "blaming", "the rain")],
        ),
        (
            'Ada Quill said that Carl Voss had been "fully informed," but would not say whether he had signed the order.',
            [
                Says(Q, "said", 'Carl Voss had been "fully informed'),
                Says(Q, "would not say", "whether he had signed the order", certainty="unstated"),
            ],
        ),
        (
            "Ada Quill said the survey had been ready since March and suggested that the delay had more to do with the budget.",
            [Says(Q, "said", "the survey had been ready since March"), Says(Q, "suggested", "the delay had more to do with the budget")],
        ),
        (
            "Ada Quill said the bridge was shut and added that it would reopen in May.",
            [Says(Q, "said", "the bridge was shut"), Says(Q, "added", "it would reopen in May")],
        ),
        (
            "Ada Quill said that the bridge was shut but denied that it was unsafe.",
            [Says(Q, "said", "the bridge was shut"), Says(Q, "denied", "it was unsafe", polarity="negated")],
        ),
        (
            "Ada Quill announced the closure and promised that the bridge would reopen.",
            [Says(Q, "announced", "the closure"), Says(Q, "promised", "the bridge would reopen")],
        ),
        (
            "Ada Quill believes that the bridge is safe and hopes to open it in May.",
            [Says(Q, "believes", "the bridge is safe", certainty="probable"), Says(Q, "hopes", "to open it in May", certainty="unstated")],
        ),
        (
            "“The bridge is shut,” Ada Quill said, adding: “It will stay shut.”",
            [Says(Q, "said", "The bridge is shut"), Says(Q, "adding", "It will stay shut")],
        ),
        (
            "Ada Quill said the bridge was shut, adding that it would reopen in May.",
            [Says(Q, "said", "the bridge was shut"), Says(Q, "adding", "it would reopen in May")],
        ),
        (
            "Ada Quill warned that the bridge might fall and urged drivers to stay away.",
            [
                Says(Q, "warned", "the bridge might fall", certainty="possible"),
                Says(Q, "urged", "drivers to stay away", certainty="unstated"),
            ],
        ),
        (
            "Ada Quill said the bridge was old, insisted it was safe and promised to paint it.",
            [Says(Q, "said", "the bridge was old"), Says(Q, "insisted", "it was safe"), Says(Q, "promised", "to paint it")],
        ),
    ],
    "coordinated contents": [
        (
            "Ada Quill said that the bridge was old, that it was rusty and that nobody knew.",
            [
                Says(Q, "said", "the bridge was old, that it was rusty", polarity="affirmed"),
                Says(Q, "said", "nobody knew", polarity="negated"),
            ],
        ),
        (
            "Ada Quill said that the bridge was old and that the rail was rusty and that nobody knew.",
            [
                Says(Q, "said", "the bridge was old and that the rail was rusty", polarity="affirmed"),
                Says(Q, "said", "nobody knew", polarity="negated"),
            ],
        ),
        (
            "Ferry union NNF said it had not been asked and accused Marrow of “leaking its plans”.",
            [
                Says("NNF", "said", "it had not been asked", polarity="negated"),
                Says("NNF", "accused", "Marrow of “leaking its plans", polarity="affirmed"),
            ],
        ),
        (
            "Labour union NNF said it had not been consulted and accused Marrow of "
            "“leaking its plans to the press before telling its own people”.",
            [
                Says("NNF", "said", "it had not been consulted", polarity="negated"),
                Says("NNF", "accused", "Marrow of “leaking its plans to the press before telling its own people", polarity="affirmed"),
            ],
        ),
        (
            "Ada Quill said that the bridge was shut and that it would reopen in May.",
            [Says(Q, "said", "the bridge was shut and that it would reopen in May")],
        ),
        (
            "Ada Quill said the bridge was old, the road was worse and the tunnel would never be built.",
            [Says(Q, "said", "the bridge was old, the road was worse and the tunnel would never be built")],
        ),
        (
            "Ada Quill said that the ferry sank in May and that it might have been saved if the pump had worked.",
            [
                Says(Q, "said", "the ferry sank in May", certainty="certain"),
                Says(Q, "said", "it might have been saved if the pump had worked", certainty="possible"),
            ],
        ),
        (
            "The council will probably vote in May, Ada Quill said, and might delay the sale if costs rise.",
            [
                Says(Q, "said", "The council will probably vote in May", certainty="probable"),
                Says(Q, "said", "The council ... might delay the sale if costs rise", certainty="possible"),
            ],
        ),
        (
            "Ada Quill said that the mill was safe and that “nobody was hurt”.",
            [
                Says(Q, "said", "the mill was safe", polarity="affirmed"),
                Says(Q, "said", "nobody was hurt", polarity="negated"),
            ],
        ),
        (
            "Experts say the rule isn't binding here, but it may well help smaller firms.",
            [
                Says("Experts", "say", "the rule isn't binding here", certainty="certain"),
                Says("Experts", "say", "it may well help smaller firms", certainty="possible"),
            ],
        ),
        (
            "That would cut the pressure but almost certainly drown the valley, Ada Quill said.",
            [
                Says(Q, "said", "That would cut the pressure", certainty="certain"),
                Says(Q, "said", "That would ... almost certainly drown the valley", certainty="probable"),
            ],
        ),
        (
            "Ada Quill said staff were “watching it closely” but had no plans to close it.",
            [
                Says(Q, "said", "staff were “watching it closely”", polarity="affirmed"),
                Says(Q, "said", "staff ... had no plans to close it", polarity="negated"),
            ],
        ),
        ("Ada Quill said she did not sign it and left.", [Says(Q, "said", "she did not sign it and left")]),
        (
            "Ada Quill said the ferry will sail and the boats may sail if it is calm.",
            [Says(Q, "said", "the ferry will sail and the boats may sail if it is calm")],
        ),
        (
            "It was possible the decline could be reversed, Ada Quill said, but only if rain fell within five years.",
            [Says(Q, "said", "It was possible the decline could be reversed ... but only if rain fell within five years")],
        ),
        (
            "Ada Quill said the bridge was shut but that nobody had been hurt.",
            [
                Says(Q, "said", "the bridge was shut", polarity="affirmed"),
                Says(Q, "said", "nobody had been hurt", polarity="negated"),
            ],
        ),
        (
            "Ada Quill urged drivers to stay away and to use the ferry.",
            [Says(Q, "urged", "drivers to stay away and to use the ferry")],
        ),
        (
            "Ada Quill promised to repair the bridge and to reopen it in May.",
            [Says(Q, "promised", "to repair the bridge and to reopen it in May")],
        ),
        (
            "Ada Quill said the bridge was shut; Bo Marsh said it was open.",
            [Says(Q, "said", "the bridge was shut"), Says(M, "said", "it was open")],
        ),
        (
            "Ada Quill said the bridge was shut, and Bo Marsh agreed that it was unsafe.",
            [Says(Q, "said", "the bridge was shut"), Says(M, "agreed", "it was unsafe")],
        ),
        (
            "Ada Quill said the bridge was shut, while Bo Marsh insisted it was open.",
            [Says(Q, "said", "the bridge was shut"), Says(M, "insisted", "it was open")],
        ),
    ],
    "who said": [
        (
            "Bo Marsh, whose shop in Tarn was flooded in May, does not think the wall will hold.",
            [Says(M, "does not think", "the wall will hold", certainty="probable", polarity="negated")],
        ),
        (
            "An inquiry opened in Tarn heard that the wall had probably been painted twice.",
            [Says(None, "heard", "the wall had probably been painted twice", certainty="probable")],
        ),
        (
            "The council gave in after the painter Ada Quill said she would chain herself to the bridge.",
            [Says(Q, "said", "she would chain herself to the bridge")],
        ),
        (
            "The study, published on Monday in the journal Brill Letters, suggests that ferries are safe.",
            [Says("The study", "suggests", "ferries are safe")],
        ),
        ("“We sailed home,” said the Japan skipper.", [Says("the Japan skipper", "said", "We sailed home")]),
        ("“We were lucky,” said the Ghana forward.", [Says("the Ghana forward", "said", "We were lucky")]),
        ("“The bridge is lost,” argues pro-ferry Marrow Courier.", [Says("Marrow Courier", "argues", "The bridge is lost")]),
        ("The years to 2030 promise more floods.", []),
        ("2016 has seen the worst four-day start to a year on record.", []),
        ("December saw a rise in thefts that nobody expected.", []),
        ("Ada Quill, who said the bridge was shut, left the meeting early.", [Says(Q, "said", "the bridge was shut")]),
        ("Bo Marsh met Ada Quill, who told him that the bridge was shut.", [Says(Q, "told", "the bridge was shut")]),
        ("Drivers who believe that the bridge is safe are wrong.", [Says("Drivers", "believe", "the bridge is safe")]),
        ("The report, which says the bridge is unsafe, was published on Monday.", [Says("The report", "says", "the bridge is unsafe")]),
        ("Ada Quill, who had promised to repair the bridge, resigned.", [Says(Q, "had promised", "to repair the bridge")]),
        ("It was Ada Quill who said that the bridge was shut.", [Says(Q, "said", "the bridge was shut")]),
        (
            '"The plan is dead," said one Democrat familiar with the discussion, who added that the bridge was shut.',
            [
                Says("one Democrat familiar with the discussion", "said", "The plan is dead"),
                Says("one Democrat familiar with the discussion", "added", "the bridge was shut"),
            ],
        ),
        (
            "Bo Marsh, a driver who says he crosses the bridge daily, was angry.",
            [Says(M, "says", "he crosses the bridge daily")],
        ),
    ],
    "two speakers in turn": [
        (
            "“Is the bridge shut?” Mr. Bo Marsh asked Mrs. Ada Quill.\n\n“It is,” she said.\n\n“And how long will it be shut?”\n\n"
            "“Until the first of May.”",
            [
                Says(M, "asked", "Is the bridge shut?"),
                Says(Q, "said", "It is"),
                Says(M, None, "And how long will it be shut?"),
                Says(Q, None, "Until the first of May"),
            ],
        ),
        (
            "“The bridge is shut,” Ada Quill said.\n\n“Then we shall use the ferry,” Bo Marsh replied.\n\n"
            "“The ferry does not run on Sundays.”\n\n“Then we shall swim across.”",
            [
                Says(Q, "said", "The bridge is shut"),
                Says(M, "replied", "Then we shall use the ferry"),
                Says(Q, None, "The ferry does not run on Sundays"),
                Says(M, None, "Then we shall swim across"),
            ],
        ),
        (
            "Ada Quill and Bo Marsh met at the bridge.\n\nQuill: Is the bridge shut?\n\nMarsh: It has been shut since Monday.",
            [Says(Q, ":", "Is the bridge shut?"), Says(M, ":", "It has been shut since Monday")],
        ),
        (
            "Ada Quill asked Bo Marsh whether the bridge was safe. He said that it was shut.",
            [Says(Q, "asked", "whether the bridge was safe"), Says(M, "said", "it was shut")],
        ),
        (
            "A nurse rang the council; she was worried.\n\nAda Quill asked Mr. Bo Marsh whether he had known. “I do not recall it,” he "
            "replied. She suggested that the report had been on his desk.",
            [
                Says(Q, "asked", "whether he had known"),
                Says(M, "replied", "I do not recall it"),
                Says(Q, "suggested", "the report had been on his desk"),
            ],
        ),
    ],
    "quotations without a cue": [
        (
            "Bo Marsh has run the mill for 40 years. “It is my life,” Marsh said.\n\nWould he like to sell it? “Never in my life.” Does he "
            "regret anything? “I should have bought the wood.”",
            [Says(M, "said", "It is my life"), Says(M, None, "Never in my life"), Says(M, None, "I should have bought the wood")],
        ),
        (
            "Mrs. Ada Quill was angry. “The bridge is shut,” she said. “It was always rotten.”",
            [Says(Q, "said", "The bridge is shut ... It was always rotten")],
        ),
        (
            "“The bridge is shut,” Ada Quill said.\n\n“It was always rotten. It will be shut this year.”",
            [Says(Q, "said", "The bridge is shut"), Says(Q, None, "It was always rotten. It will be shut this year")],
        ),
        ("Ada Quill was blunt: “The bridge is shut.”", [Says(Q, "was blunt", "The bridge is shut")]),
        ("Ada Quill shook her head. “The bridge will never open again.”", [Says(Q, None, "The bridge will never open again")]),
    ],
    "sources without a name": [
        (
            "Analysts at Corwin Research estimate that the outage has cost firms a million.",
            [Says("Analysts at Corwin Research", "estimate", "the outage has cost firms a million")],
        ),
        (
            "One, who left in 2019, said that she had once thrown a mug across a room.",
            [Says("One", "said", "she had once thrown a mug across a room")],
        ),
        (
            "Two officials familiar with the matter said the bridge was shut.",
            [Says("Two officials familiar with the matter", "said", "the bridge was shut")],
        ),
        (
            "A senior official, speaking on condition of anonymity, said the bridge was unsafe.",
            [Says("A senior official", "said", "the bridge was unsafe")],
        ),
        ("Critics say the bridge is unsafe.", [Says("Critics", "say", "the bridge is unsafe")]),
        (
            "Some residents fear that the bridge will fall.",
            [Says("Some residents", "fear", "the bridge will fall", certainty="possible")],
        ),
        ("“Nobody told us,” one driver said.", [Says("one driver", "said", "Nobody told us")]),
        ("People close to the talks said that a deal was near.", [Says("People close to the talks", "said", "a deal was near")]),
        ("Many in the town believe the bridge is cursed.", [Says("Many in the town", "believe", "the bridge is cursed")]),
        (
            "Sources at the ministry told the Courier that the bridge was unsafe.",
            [Says("Sources at the ministry", "told", "the bridge was unsafe")],
        ),
        ("One of the engineers said the bridge was unsafe.", [Says("One of the engineers", "said", "the bridge was unsafe")]),
        ("Six in ten voters want the bridge to be closed.", [Says("Six in ten voters", "want", "the bridge to be closed")]),
        ("It is said that the bridge is haunted.", [Says(None, "is said", "the bridge is haunted")]),
        ("Ada Quill and Bo Marsh said the bridge was shut.", [Says("Ada Quill and Bo Marsh", "said", "the bridge was shut")]),
    ],
    "inverted and parenthetical cues": [
        (
            "It was odd, Ada Quill said, that clerks find such a box by chance.",
            [Says(Q, "said", "It was odd ... that clerks find such a box by chance")],
        ),
        (
            "The mill has no roof. The owner, they once wrote, “could smell gin through a wall”.",
            [Says("they", "once wrote", "The owner ... “could smell gin through a wall”")],
        ),
        ("The roster, the firm claims, will cut delays.", [Says("firm", "claims", "The roster ... will cut delays")]),
        (
            "The bridge could shut, the town council was told on Monday.",
            [Says(None, "was told", "The bridge could shut", certainty="possible")],
        ),
        ("When he left, Ada Quill was told to stay.", []),
        ("A pond was leaking, leaked documents show, in May.", [Says("documents", "show", "A pond was leaking ... in May")]),
        ("The town, insurance claims, and a fire ruined the mayor.", []),
        (
            "There had been “a talk”, Ada Quill said, but no offer was made.",
            [Says(Q, "said", "There had been “a talk"), Says(Q, "said", "no offer was made", polarity="negated")],
        ),
        (
            "The two will meet in May, Ada Quill said, adding: “They need a talk.”",
            [Says(Q, "said", "The two will meet in May"), Says(Q, "adding", "They need a talk")],
        ),
        ("Still, Ada Quill said, the results were good.", [Says(Q, "said", "the results were good")]),
        (
            "They doubted a lawsuit would succeed, Ada Quill said, and predicted that the row would be forgotten.",
            [
                Says(Q, "said", "They doubted a lawsuit would succeed"),
                Says("They", "doubted", "a lawsuit would succeed", via=(Q,)),
                Says(Q, "predicted", "the row would be forgotten"),
            ],
        ),
        (
            "Ada Quill did not believe, she went on, that the firm had done wrong.",
            [Says(Q, "went on", "Ada Quill did not believe ... that the firm had done wrong")],
        ),
        (
            "She had been informed, Ada Quill wrote, that two men had been wrongly named.",
            [Says(Q, "wrote", "She had been informed ... that two men had been wrongly named")],
        ),
        ("It had rained for days and, Ada Quill says, the bridge was shut.", [Says(Q, "says", "the bridge was shut")]),
        ("The bridge is shut, said Ada Quill.", [Says(Q, "said", "The bridge is shut")]),
        (
            "The ferry operator Norrin Line may cut a third of its winter sailings, its chief executive, Dana Weiss, told reporters.",
            [Says("Dana Weiss", "told", "The ferry operator Norrin Line may cut a third of its winter sailings")],
        ),
        (
            "Two officials said the cuts could begin in January, but the harbour board denied that it had been consulted.",
            [
                Says("Two officials", "said", "the cuts could begin in January"),
                Says("the harbour board", "denied", "it had been consulted"),
            ],
        ),
        ("MARROW, June 3 (UPI) -- The bridge is shut, Ada Quill said.", [Says(Q, "said", "The bridge is shut")]),
        (
            "After the storm, Ada Quill said, engineers inspected the bridge.",
            [Says(Q, "said", "After the storm ... engineers inspected the bridge")],
        ),
        ("The bridge, says Ada Quill, is shut.", [Says(Q, "says", "The bridge ... is shut")]),
        ("The bridge, Ada Quill said, is shut.", [Says(Q, "said", "The bridge ... is shut")]),
        ("The bridge is shut, Ada Quill told reporters on Monday.", [Says(Q, "told", "The bridge is shut")]),
        ("The bridge, the mayor insisted on Monday, was never unsafe.", [Says("the mayor", "insisted", "The bridge ... was never unsafe")]),
        ("As Ada Quill put it, the bridge is shut.", [Says(Q, "put it", "the bridge is shut")]),
        ("As Ada Quill said on Monday, the bridge is shut.", [Says(Q, "said", "the bridge is shut")]),
        ("Nor, Ada Quill said, would the road reopen.", [Says(Q, "said", "Nor ... would the road reopen")]),
        ("Not until May, said Ada Quill, will the bridge reopen.", [Says(Q, "said", "Not until May ... will the bridge reopen")]),
        (
            "The bridge will, Ada Quill believes, reopen in May.",
            [Says(Q, "believes", "The bridge will ... reopen in May", certainty="probable")],
        ),
        ("The bridge is old, Ada Quill said, but it is safe.", [Says(Q, "said", "The bridge is old ... but it is safe")]),
        ("The bridge, the report says, might fall.", [Says("the report", "says", "The bridge ... might fall", certainty="possible")]),
        (
            "One reason for the delay, says Ada Quill, who runs the yard, is the rust.",
            [Says(Q, "says", "One reason for the delay ... is the rust")],
        ),
        (
            "Half of the cost, say critics of the plan, including Bo Marsh, will be borne by drivers.",
            [Says("critics of the plan, including Bo Marsh", "say", "Half of the cost ... will be borne by drivers")],
        ),
        (
            "The mayor, in May, said the council, led by Bo Marsh, was weak.",
            [Says("The mayor", "said", "the council, led by Bo Marsh, was weak")],
        ),
    ],
    "according to, in the view of": [
        ("According to Ada Quill, the bridge is shut.", [Says(Q, "According to", "the bridge is shut")]),
        ("The bridge is shut, according to Ada Quill.", [Says(Q, "according to", "The bridge is shut")]),
        ("The bridge, according to Ada Quill, is shut.", [Says(Q, "according to", "The bridge ... is shut")]),
        (
            "The mayor said that the bridge was safe; the road is shut until May, according to councillor Ada Quill.",
            [Says("the mayor", "said", "the bridge was safe"), Says(Q, "according to", "the road is shut until May")],
        ),
        (
            "The road is shut; the hall that burned, according to Ada Quill, is safe.",
            [Says(Q, "according to", "the hall that burned ... is safe")],
        ),
        (
            "The bridge is shut and the road is closed, according to Ada Quill.",
            [Says(Q, "according to", "The bridge is shut and the road is closed")],
        ),
        (
            "The bridge carried 40,000 cars a day, according to the council, which closed it on Monday.",
            [Says("the council", "according to", "The bridge carried 40,000 cars a day")],
        ),
        (
            "According to a report published on Monday, the bridge is unsafe.",
            [Says("a report published on Monday", "According to", "the bridge is unsafe")],
        ),
        (
            "According to the council, “about 40,000” cars used the bridge.",
            [Says("the council", "According to", "“about 40,000” cars used the bridge")],
        ),
        ("According to Ada Quill, “the bridge is shut.”", [Says(Q, "According to", "the bridge is shut")]),
        ("In Ada Quill's view, the bridge is unsafe.", [Says(Q, "view", "the bridge is unsafe")]),
        ("In the view of Ada Quill, the bridge is unsafe.", [Says(Q, "In the view of", "the bridge is unsafe")]),
        ("In the words of Ada Quill, the bridge is a wreck.", [Says(Q, "In the words of", "the bridge is a wreck")]),
        ("The work on the bridge went according to plan.", []),
        ("The drivers were paid according to their age.", []),
    ],
    "cue nouns": [
        ("Ada Quill's claim that the bridge is safe was wrong.", [Says(Q, "claim", "the bridge is safe")]),
        ("The warning by Ada Quill that the bridge might fall was ignored.", [Says(Q, "warning", "the bridge might fall")]),
        (
            "Ada Quill issued a warning that the bridge might fall.",
            [Says(Q, "issued a warning", "the bridge might fall", certainty="possible")],
        ),
        ("There are fears that the bridge will fall.", [Says(None, "fears", "the bridge will fall", certainty="possible")]),
        ("The belief that the bridge is cursed is widespread.", [Says(None, "belief", "the bridge is cursed")]),
        ("Rumours that the bridge had fallen spread through the town.", [Says(None, "Rumours", "the bridge had fallen")]),
        ("Ada Quill's promise to repair the bridge has been broken.", [Says(Q, "promise", "to repair the bridge")]),
        ("The accusation that the council lied is false.", [Says(None, "accusation", "the council lied")]),
        ("The inquiry's finding that the bridge was unsafe shocked the town.", [Says("The inquiry", "finding", "the bridge was unsafe")]),
        ("The engineers' conclusion was that the bridge would fall.", [Says("The engineers", "conclusion", "the bridge would fall")]),
        (
            "The council rejected Ada Quill's suggestion that the bridge be sold.",
            [
                Says("The council", "rejected", "Ada Quill's suggestion that the bridge be sold"),
                Says(Q, "suggestion", "the bridge be sold", via=("The council",)),
            ],
        ),
        ("The fact that the bridge is old worried nobody.", []),
        ("The driver lost her claim for damages.", []),
    ],
    "passives and adjectives": [
        ("The bridge is expected to reopen in May.", [Says(None, "is expected", "The bridge ... to reopen in May", certainty="probable")]),
        ("Ada Quill was told that the bridge was unsafe.", [Says(None, "was told", "the bridge was unsafe")]),
        ("Ada Quill was told by Bo Marsh that the bridge was unsafe.", [Says(M, "was told", "the bridge was unsafe")]),
        ("The bridge has reportedly been sold.", []),  # the article's own claim, hedged
        ("Bo Marsh allegedly stole the bell.", []),
        ("The bridge is said to be haunted.", [Says(None, "is said", "The bridge ... to be haunted")]),
        ("The bridge is believed to have been built in 1790.", [Says(None, "is believed", "The bridge ... to have been built in 1790")]),
        ("It is feared that the bridge will fall.", [Says(None, "is feared", "the bridge will fall", certainty="possible")]),
        ("It was claimed that the bridge was safe.", [Says(None, "was claimed", "the bridge was safe")]),
        ("Ada Quill was asked whether the bridge was safe.", [Says(None, "was asked", "whether the bridge was safe")]),
        ("Ada Quill was quoted as saying that the bridge was shut.", [Says(Q, "was quoted as saying", "the bridge was shut")]),
        (
            "Firm “knew of leaks for months”, inquiry told\n\nThe hearing of the inquiry into the flood began on Monday in the city.",
            [Says(None, "told", "Firm “knew of leaks for months”")],
        ),
        (
            "Man stole the bell of a village church, court hears\n\nThe trial of the man began on Monday in the city.",
            [Says(None, "hears", "Man stole the bell of a village church")],
        ),
        (
            "Passengers were left standing at Tarn Hall, an inquiry has found.",
            [Says("an inquiry", "has found", "Passengers were left standing at Tarn Hall")],
        ),
        (
            "The report came out in May. It found no evidence that any ferry had sunk as a result of the repairs.",
            [Says("The report", "found", "no evidence that any ferry had sunk as a result of the repairs")],
        ),
        ("Bo Marsh found no sign of the boat.", []),
        ("Tarn Crown Court was full. The court heard that a mast was moved.", [Says(None, "heard", "a mast was moved")]),
        ("Ada Quill heard that the bridge was shut.", [Says(Q, "heard", "the bridge was shut")]),
        (
            "The inquest heard there were two lamps in the mill, but the door stood open.",
            [Says(None, "heard", "there were two lamps in the mill, but the door stood open")],
        ),
        ("The firm hid the leaks, an inquiry was told.", [Says(None, "was told", "The firm hid the leaks")]),
        ("Bo Marsh is recorded as replying that the bridge was “safe”.", [Says(M, "is recorded as replying", "the bridge was “safe”")]),
        (
            "Experts stress that the bridge may stand, but caution that the road is unsafe.",
            [Says("Experts", "stress", "the bridge may stand"), Says("Experts", "caution", "the road is unsafe")],
        ),
        (
            "The road is old, according to the Nevada Cattlemen's Association.",
            [Says("Nevada Cattlemen's Association", "according to", "The road is old")],
        ),
        (
            "Bo Marsh testified that the meters alone would cost $6,000, a figure disputed by the engineer's office.",
            [Says(M, "testified", "the meters alone would cost $6,000"), Says("the engineer's office", "disputed", "a figure")],
        ),
        (
            "Norvex won. Marsh, though, effectively accused Quill of greed during the news conference after she raised the price.",
            [Says("Marsh", "effectively accused", "Quill of greed during the news conference")],
        ),
        (
            "The driver used the radio, and the team responded by asking Hale to raise his pace.",
            [Says("the team", "asking", "Hale to raise his pace", ("the team",))],
        ),
        (
            "Bo Marsh came second in Norrland.\n\nThe three-times champion believes Marsh will hit back, adding: “It hurts to be beaten.”",
            [
                Says("The three-times champion", "believes", "Marsh will hit back"),
                Says("The three-times champion", "adding", "It hurts to be beaten."),
            ],
        ),
        (
            "One witness heard a shout. He told the jury he had seen Marsh, who he had known for years, swinging an axe at Quill.",
            [Says("One witness", "told", "he had seen Marsh, who he had known for years, swinging an axe at Quill")],
        ),
        ("Our reporter Bo Marsh at the pier: A docker told me that the ship was late.", [Says("A docker", "told", "the ship was late")]),
        ("Locksmith Ian Pell said the door was shut.", [Says("Ian Pell", "said", "the door was shut")]),
        ("Ada Quill said the bridge was shut, although it was open to buses.", [Says(Q, "said", "the bridge was shut")]),
        (
            "Campaigners say that 400 homes are empty, although the council puts the number at 250.",
            [Says("Campaigners", "say", "400 homes are empty"), Says("the council", "puts", "the number at 250")],
        ),
        (
            "Lady Forsyth and Mr Justice Holt met on Monday. The bridge is safe, Lady Forsyth said. Mr Justice Holt said that it was shut.",
            [Says("Lady Forsyth", "said", "The bridge is safe"), Says("Mr Justice Holt", "said", "it was shut")],
        ),
        ("Ada Quill was quoted as saying: “The bridge is shut.”", [Says(Q, "was quoted as saying", "The bridge is shut.")]),
        ("“The bridge is shut,” Ada Quill can be heard saying.", [Says(Q, "can be heard saying", "The bridge is shut")]),
        ("In the footage a woman is heard shouting: “Get off the bridge!”", [Says("a woman", "is heard shouting", "Get off the bridge!")]),
        (
            "It was dark. “We fell,” Ada Quill can be heard saying. “We all fell. We are alive!” "
            "Another woman was hurt as she ran, Bo Marsh reported.",
            [
                Says(Q, "can be heard saying", "We fell ... We all fell. We are alive!"),
                Says(M, "reported", "Another woman was hurt as she ran"),
            ],
        ),
        ("Ada Quill is sure that the bridge is safe.", [Says(Q, "is sure", "the bridge is safe")]),
        ("Ada Quill was confident that the bridge would reopen.", [Says(Q, "was confident", "the bridge would reopen")]),
        ("Residents are worried that the bridge will fall.", [Says("Residents", "are worried", "the bridge will fall")]),
        ("The mayor is reported to have resigned.", [Says(None, "is reported", "The mayor ... to have resigned")]),
    ],
    "beliefs, wishes, plans, fears, knowledge": [
        ("Ada Quill believes the bridge is safe.", [Says(Q, "believes", "the bridge is safe", certainty="probable")]),
        ("Ada Quill thinks that the bridge was safe.", [Says(Q, "thinks", "the bridge was safe", certainty="probable")]),
        (
            "Ada Quill hopes that the bridge will reopen in May.",
            [Says(Q, "hopes", "the bridge will reopen in May", certainty="unstated")],
        ),
        ("Ada Quill hopes to reopen the bridge in May.", [Says(Q, "hopes", "to reopen the bridge in May", certainty="unstated")]),
        ("Ada Quill plans to sell the bridge.", [Says(Q, "plans", "to sell the bridge", certainty="unstated")]),
        ("Ada Quill wants the bridge to be sold.", [Says(Q, "wants", "the bridge to be sold", certainty="unstated")]),
        ("Ada Quill wants to sell the bridge.", [Says(Q, "wants", "to sell the bridge", certainty="unstated")]),
        ("Residents fear the bridge will fall.", [Says("Residents", "fear", "the bridge will fall", certainty="possible")]),
        ("Ada Quill knows that the bridge is unsafe.", [Says(Q, "knows", "the bridge is unsafe", certainty="certain")]),
        ("Ada Quill does not believe that the bridge is safe.", [Says(Q, "does not believe", "the bridge is safe")]),
        ("Ada Quill doubts that the bridge is safe.", [Says(Q, "doubts", "the bridge is safe")]),
        ("Engineers expect the bridge to last for fifty years.", [Says("Engineers", "expect", "the bridge to last for fifty years")]),
        ("Ada Quill intends to resign.", [Says(Q, "intends", "to resign", certainty="unstated")]),
        ("Ada Quill realized that the bridge was unsafe.", [Says(Q, "realized", "the bridge was unsafe", certainty="certain")]),
    ],
    "praise and blame": [
        (
            "The union accused bosses in Tarn late on Monday of hiding a report, a claim they denied.",
            [
                Says("The union", "accused", "bosses in Tarn late on Monday of hiding a report"),
                Says("They", "denied", "a claim"),
            ],
        ),
        (
            "Opposition politicians accused Carl Voss of being slow to act: Ada Quill said ministers had waited.",
            [
                Says("Opposition politicians", "accused", "Carl Voss of being slow to act"),
                Says(Q, "said", "ministers had waited"),
            ],
        ),
        ("Ada Quill called the mayor a liar.", [Says(Q, "called", "the mayor a liar", certainty="certain")]),
        ("Ada Quill called on the mayor to act.", [Says(Q, "called on", "the mayor to act", certainty="unstated")]),
        (
            "Bo Marsh is fairly confident that the bridge will stand.",
            [Says(M, "is fairly confident", "the bridge will stand", certainty="probable")],
        ),
        (
            "Ada Quill said the bridge was safe, a claim that Bo Marsh called “untrue”.",
            [Says(Q, "said", "the bridge was safe"), Says(M, "called", "a claim ... untrue")],
        ),
        (
            "Ada Quill said the bridge was safe, a view that Bo Marsh rejected.",
            [Says(Q, "said", "the bridge was safe"), Says(M, "rejected", "a view", polarity="negated")],
        ),
        (
            "Residents remain unconvinced that the bridge is safe.",
            [
                Says("Residents", "remain unconvinced", "the bridge is safe", certainty="possible"),
            ],
        ),
        ("Ada Quill admitted closing the bridge.", [Says(Q, "admitted", "closing the bridge")]),
        ("Police attributed the crash to ice.", [Says("Police", "attributed", "the crash to ice", certainty="certain")]),
        ("Ada Quill supports the tunnel.", [Says(Q, "supports", "the tunnel")]),
        ("Bo Marsh opposes the tunnel.", [Says(M, "opposes", "the tunnel")]),
        ("Bo Marsh criticized Ada Quill for closing the bridge.", [Says(M, "criticized", "Ada Quill for closing the bridge")]),
        ("Bo Marsh called the bridge a wreck.", [Says(M, "called", "the bridge a wreck")]),
        ("Ada Quill described the bridge as “a wreck”.", [Says(Q, "described", "the bridge as “a wreck")]),
        ("Ada Quill blamed the contractor for the delay.", [Says(Q, "blamed", "the contractor for the delay")]),
        ("The union welcomed the decision.", [Says("The union", "welcomed", "the decision")]),
        ("Bo Marsh accused Ada Quill of lying.", [Says(M, "accused", "Ada Quill of lying")]),
    ],
    "tweets, statements, documents": [
        ("“The bridge is shut,” Ada Quill tweeted on Monday.", [Says(Q, "tweeted", "The bridge is shut")]),
        ("Ada Quill wrote on Twitter that the bridge was shut.", [Says(Q, "wrote", "the bridge was shut")]),
        ("In a statement, the council said the bridge was shut.", [Says("the council", "said", "the bridge was shut")]),
        ("A statement from the council said the bridge was shut.", [Says("A statement from the council", "said", "the bridge was shut")]),
        ("The letter says that the bridge is unsafe.", [Says("The letter", "says", "the bridge is unsafe")]),
        ("“The bridge is shut,” a note on the gate says.", [Says("a note on the gate", "says", "The bridge is shut")]),
        ("The email warned staff that the bridge might close.", [Says("The email", "warned", "the bridge might close")]),
        (
            "A memo seen by the Courier suggests that the bridge was never inspected.",
            [Says("A memo seen by the Courier", "suggests", "the bridge was never inspected", certainty="probable", polarity="negated")],
        ),
        ("The Courier reported that the bridge had been sold.", [Says("The Courier", "reported", "the bridge had been sold")]),
        ("The website states that the bridge is open.", [Says("The website", "states", "the bridge is open")]),
        ("On her website Ada Quill posted: “The bridge is shut.”", [Says(Q, "posted", "The bridge is shut")]),
    ],
    "polls, studies, figures": [
        (
            "The Brill Institute has put the cost at nearer to £3m.",
            [Says("Brill Institute", "has put", "the cost at nearer to £3m")],
        ),
        (
            "The council estimated that 90 homes were lost, while a union official put the number closer to 40.",
            [
                Says("The council", "estimated", "90 homes were lost"),
                Says("a union official", "put", "the number closer to 40"),
            ],
        ),
        ("The study suggests that the bridge may fall.", [Says("The study", "suggests", "the bridge may fall", certainty="possible")]),
        ("Researchers found that the steel had rusted.", [Says("Researchers", "found", "the steel had rusted")]),
        ("The figures show that traffic has doubled.", [Says("The figures", "show", "traffic has doubled")]),
        (
            "A survey of 600 drivers showed that the bridge was unpopular.",
            [Says("A survey of 600 drivers", "showed", "the bridge was unpopular")],
        ),
        (
            "Surveys suggest the tunnel is popular, while engineers say it is too costly.",
            [Says("Surveys", "suggest", "the tunnel is popular"), Says("engineers", "say", "it is too costly")],
        ),
        (
            "Fifty-two percent of voters said the tunnel was too costly.",
            [Says("Fifty-two percent of voters", "said", "the tunnel was too costly")],
        ),
        ("The analysis indicates that the bridge is overloaded.", [Says("The analysis", "indicates", "the bridge is overloaded")]),
        (
            "Data from the council show that 40,000 cars cross the bridge daily.",
            [Says("Data from the council", "show", "40,000 cars cross the bridge daily")],
        ),
    ],
    "questions": [
        (
            "Ada Quill lives in Tarn. Asked what she thought of the dam, she said: “Nothing at all.”",
            [Says(None, "Asked", "what she thought of the dam"), Says(Q, "said", "Nothing at all.")],
        ),
        ("“Who closed the bridge?” Bo Marsh wondered.", [Says(M, "wondered", "Who closed the bridge?", certainty="unstated")]),
        (
            "Ada Quill asked whether the bridge was safe.",
            [Says(Q, "asked", "whether the bridge was safe", certainty="unstated")],
        ),
        ("Bo Marsh asked why the bridge had been closed.", [Says(M, "asked", "why the bridge had been closed", certainty="unstated")]),
        ("Bo Marsh wondered if the bridge would reopen.", [Says(M, "wondered", "if the bridge would reopen")]),
        ("Bo Marsh questioned whether the bridge was safe.", [Says(M, "questioned", "whether the bridge was safe", certainty="unstated")]),
        (
            "Bo Marsh declined to comment on whether the bridge was safe.",
            [Says(M, "declined to comment on", "whether the bridge was safe", certainty="unstated", polarity="affirmed")],
        ),
        (
            "The report will reveal whether the bridge was safe.",
            [Says("The report", "will reveal", "whether the bridge was safe", certainty="unstated", polarity="affirmed")],
        ),
        (
            "When asked whether the bridge was safe, Ada Quill said it was.",
            [Says(Q, "said", "it was")],
        ),
        ("Bo Marsh explained how the bridge had been closed.", [Says(M, "explained", "how the bridge had been closed")]),
    ],
    "when what is told comes": [
        ("Lawyers spoke. Ada Quill, a lawyer, expects a ruling by May.", [Says(Q, "expects", "a ruling by May")]),
        ("Ada Quill expects an answer next week.", [Says(Q, "expects", "an answer next week")]),
        ("Bo Marsh wants a reply before the vote.", [Says(M, "wants", "a reply before the vote")]),
        ("The union predicts losses until 2030.", [Says("The union", "predicts", "losses until 2030")]),
        ("Bo Marsh denied the claim last week.", [Says(M, "denied", "the claim")]),
        ("Bo Marsh announced a strike on Friday.", [Says(M, "announced", "a strike")]),
        (
            "The damage was estimated by Bo Marsh at 4 million crowns in 2019.",
            [Says(M, "was estimated", "The damage ... at 4 million crowns")],
        ),
        (
            "Experts have met. Clerks were told that the harbour is safe. "
            "The repair of the harbour was estimated at 55 million crowns in 2019.",
            [
                Says(None, "were told", "the harbour is safe"),
                Says(None, "was estimated", "The repair of the harbour ... at 55 million crowns in 2019"),
            ],
        ),
    ],
    "denials": [
        (
            "No. 10 denied reports that the letter was forged.",
            [Says("No. 10", "denied", "reports that the letter was forged", polarity="negated")],
        ),
        ("No 11 said the budget stood.", [Says("No 11", "said", "the budget stood", certainty="certain", polarity="affirmed")]),
        ("Bo Marsh said no 10 people agreed.", [Says(M, "said", "no 10 people agreed", polarity="negated")]),
        ("Ada Quill did not confirm the order.", []),
        (
            "Ada Quill would not resign but expected to hear from the board in May.",
            [Says(Q, "expected", "to hear from the board in May", polarity="affirmed")],
        ),
        (
            "Bo Marsh denies manslaughter and perverting the course of justice.",
            [Says(M, "denies", "manslaughter and perverting the course of justice", polarity="negated")],
        ),
        ("Bo Marsh denied fraud, saying he was ill.", [Says(M, "denied", "fraud"), Says(M, "saying", "he was ill")]),
        ("Ada Quill denied that account.", [Says(Q, "denied", "that account", polarity="negated")]),
        (
            "Ada Quill was reluctant to be drawn on the leak.",
            [Says(Q, "was reluctant", "to be drawn on the leak", certainty="unstated")],
        ),
        (
            "Ada Quill denied rumors that the bank had failed.",
            [Says(Q, "denied", "rumors that the bank had failed", certainty="certain", polarity="negated")],
        ),
        ("Ada Quill denied that the bridge was unsafe.", [Says(Q, "denied", "the bridge was unsafe", polarity="negated")]),
        (
            "Ada Quill did not cross the bridge but said it was safe.",
            [Says(Q, "said", "it was safe", certainty="certain", polarity="affirmed")],
        ),
        ("Ada Quill has not crossed and said it was safe.", [Says(Q, "said", "it was safe", certainty="certain", polarity="affirmed")]),
        (
            "Ada Quill does not expect the bridge to open.",
            [Says(Q, "does not expect", "the bridge to open", certainty="probable", polarity="negated")],
        ),
        ("Ada Quill denied closing the bridge.", [Says(Q, "denied", "closing the bridge", polarity="negated")]),
        ("Ada Quill denied the allegation.", [Says(Q, "denied", "the allegation")]),
        ("Ada Quill declined to comment.", [Says(Q, "declined", "to comment")]),
        ("Ada Quill refused to say whether the bridge was safe.", [Says(Q, "refused", "to say whether the bridge was safe")]),
        (
            "Ada Quill declined to say what the bridge had cost.",
            [Says(Q, "declined to say", "what the bridge had cost", certainty="unstated", polarity="affirmed")],
        ),
        (
            "Bo Marsh, who is expected to resign, has denied closing the bridge.",
            [
                Says(None, "is expected", "Bo Marsh ... to resign", certainty="probable", polarity="affirmed"),
                Says(M, "has denied", "closing the bridge", polarity="negated"),
            ],
        ),
        (
            "“The bridge is shut, isn't it?” asked Ada Quill.",
            [Says(Q, "asked", "The bridge is shut, isn't it?", certainty="unstated", polarity="affirmed")],
        ),
        ("Ada Quill did not say when the bridge would reopen.", [Says(Q, "did not say", "when the bridge would reopen")]),
        ("Bo Marsh said it was “simply not true”.", [Says(M, "said", "it was “simply not true", polarity="negated")]),
        ("“That is untrue,” Ada Quill insisted.", [Says(Q, "insisted", "That is untrue")]),
        ("The council dismissed the report as “fiction”.", [Says("The council", "dismissed", "the report as “fiction")]),
        ("Bo Marsh disputed that the bridge was unsafe.", [Says(M, "disputed", "the bridge was unsafe", polarity="negated")]),
        ("“The bridge was never unsafe,” Ada Quill said.", [Says(Q, "said", "The bridge was never unsafe", polarity="negated")]),
    ],
    "commands and promises": [
        ("Ada Quill urged drivers to stay away.", [Says(Q, "urged", "drivers to stay away", certainty="unstated")]),
        ("The judge ordered the council to close the bridge.", [Says("The judge", "ordered", "the council to close the bridge")]),
        ("Ada Quill told drivers to stay away.", [Says(Q, "told", "drivers to stay away", certainty="unstated")]),
        ("Ada Quill promised to reopen the bridge.", [Says(Q, "promised", "to reopen the bridge")]),
        ("Ada Quill vowed that the bridge would reopen.", [Says(Q, "vowed", "the bridge would reopen")]),
        ("Ada Quill called on the council to sell the bridge.", [Says(Q, "called", "the council to sell the bridge")]),
        ("Ada Quill called for a new bridge.", [Says(Q, "called", "a new bridge")]),
        ("Ada Quill asked drivers to stay away.", [Says(Q, "asked", "drivers to stay away", certainty="unstated")]),
        (
            "The council demanded that the bridge be closed.",
            [Says("The council", "demanded", "the bridge be closed", certainty="unstated")],
        ),
        ("The report recommends closing the bridge.", [Says("The report", "recommends", "closing the bridge", certainty="unstated")]),
        ("The council agreed to close the bridge.", [Says("The council", "agreed", "to close the bridge")]),
        ("Bo Marsh threatened to resign.", [Says(M, "threatened", "to resign", certainty="unstated")]),
        ("Ada Quill warned drivers not to use the bridge.", [Says(Q, "warned", "drivers not to use the bridge")]),
        ("Ada Quill warned of further closures.", [Says(Q, "warned", "further closures")]),
        ("Ada Quill suggested closing the bridge.", [Says(Q, "suggested", "closing the bridge")]),
        ("Bo Marsh offered to buy the bridge.", [Says(M, "offered", "to buy the bridge", certainty="unstated")]),
    ],
    "contents that run on": [
        (
            "The board says that nine people fell ill; the city puts the number at ninety.",
            [Says("The board", "says", "nine people fell ill")],
        ),
        (
            "Mrs. Ada Quill said the bridge was shut. She added: “It will stay shut.”",
            [Says(Q, "said", "the bridge was shut"), Says(Q, "added", "It will stay shut")],
        ),
        (
            "Mrs. Ada Quill said the bridge was shut. It would, she added, stay shut.",
            [Says(Q, "said", "the bridge was shut"), Says(Q, "added", "It would ... stay shut")],
        ),
        (
            "The council met on Monday.\n\nAda Quill continued:\n\n“The bridge is old.\n\n“It must go.”",
            [Says(Q, "continued", "The bridge is old ... It must go")],
        ),
        (
            "Ada Quill said the bridge was shut. “It was always rotten,” Quill added. “It will be sold.”",
            [Says(Q, "said", "the bridge was shut"), Says(Q, "added", "It was always rotten ... It will be sold")],
        ),
    ],
    "headlines": [
        ("“A disaster”: how Tarn lost a bridge\n\nThe bridge fell in May, after a long dispute.", []),
        ("Harbour discovery: 12 new species “in danger”\n\nThe bridge was closed on Monday.", []),
        (
            "Poll: Most drivers in Marrow want the bridge back\n\nThe bridge was closed on Monday.",
            [Says("Poll", ":", "Most drivers in Marrow want the bridge back")],
        ),
        ("Bridge is unsafe, says mayor\n\nThe bridge was closed on Monday.", [Says("mayor", "says", "Bridge is unsafe")]),
        ("Mayor: Bridge will reopen in May\n\nThe bridge was closed on Monday.", [Says("Mayor", ":", "Bridge will reopen in May")]),
        ("Bridge was rotten, report finds\n\nThe bridge was closed on Monday.", [Says("report", "finds", "Bridge was rotten")]),
        ("‘We were lied to,’ says driver\n\nThe bridge was closed on Monday.", [Says("driver", "says", "We were lied to")]),
        ("Mayor denies bridge was unsafe\n\nThe bridge was closed on Monday.", [Says("Mayor", "denies", "bridge was unsafe")]),
        ("Quill says bridge will reopen\n\nAda Quill visited Marrow on Monday.", [Says(Q, "says", "bridge will reopen")]),
        ("Bridge reopens after repairs\n\nThe bridge was closed on Monday.", []),
        ("Bridge may shut, town council told\n\nThe bridge was closed on Monday.", [Says(None, "told", "Bridge may shut")]),
        ("The unlikely spy: how Ada Quill fooled Norvane\n\nThe bridge was closed on Monday.", []),
        ("Harbour chairman Quill defies calls to quit\n\nThe bridge was closed on Monday.", []),
    ],
    "quotation marks": [
        ("The plan is “bold” but “late”, Ada Quill told reporters.", [Says(Q, "told", "The plan is “bold” but “late")]),
        ("The bridge's “only fault was rust,” Ada Quill said.", [Says(Q, "said", "The bridge's “only fault was rust")]),
        (
            "On Radio Marrow's “The Morning Call,” while speaking of the bridge, Ada Quill said it was shut.",
            [Says(Q, "said", "it was shut")],
        ),
        ("‘The bridge is shut,’ said Ada Quill.", [Says(Q, "said", "The bridge is shut")]),
        ("'It's shut and we don't know why,' Ada Quill said.", [Says(Q, "said", "It's shut"), Says(Q, "said", "we don't know why")]),
        ("‘It’s the drivers’ bridge,’ Ada Quill said.", [Says(Q, "said", "It’s the drivers’ bridge")]),
        ("''The bridge is shut,'' Ada Quill said.", [Says(Q, "said", "The bridge is shut")]),
        ("''The bridge,'' Ada Quill said, ''isn't safe.''", [Says(Q, "said", "The bridge ... isn't safe")]),
        ('"The bridge is shut," Ada Quill said. "It\'s over."', [Says(Q, "said", "The bridge is shut ... It's over")]),
        ("«The bridge is shut», Ada Quill said.", [Says(Q, "said", "The bridge is shut")]),
        ("„The bridge is shut“, said Ada Quill.", [Says(Q, "said", "The bridge is shut")]),
        ("‘The “old” bridge is shut,’ Bo Marsh said.", [Says(M, "said", "The “old” bridge is shut")]),
        ("Ada Quill said the bridge was ‘a wreck’ and would close.", [Says(Q, "said", "the bridge was ‘a wreck’ and would close")]),
        ("Ada Quill said that “the bridge” was shut.", [Says(Q, "said", "the bridge” was shut")]),
        ("Ada Quill said the bridge was “a wreck.”", [Says(Q, "said", "the bridge was “a wreck")]),
        (
            "The drivers' union said the bridge was 'a wreck' and the drivers' families were angry.",
            [Says("The drivers' union", "said", "the bridge was 'a wreck' and the drivers' families were angry")],
        ),
    ],
    "marks that quote nobody": [
        ("The “new” bridge is 40 years old.", []),
        ("The film “The Bridge” opens in Marrow on Monday.", []),
        ("The so-called “floating” bridge sank in 1911.", []),
        ("Bo “Bear” Marsh painted the bridge in 1990.", []),
        ("The ‘temporary’ road is still there after nine years.", []),
        ("The word “bridge” has six letters.", []),
    ],
    "no attribution at all": [
        # deeds, told with a verb of speech
        ("Bo Marsh, who runs the mill on the river, answered the next morning.", []),
        ("The firm declined a request for comment.", [Says("The firm", "declined", "a request for comment", polarity="negated")]),
        ("The offer was rejected by the union.", [Says("the union", "was rejected", "The offer", polarity="negated")]),
        ("The geese that stayed in the valley showed signs of stress.", []),
        ("Villagers showed little sympathy for the owners.", []),
        ("The scan showed signs of damage.", [Says("The scan", "showed", "signs of damage")]),
        ("Ada Quill spoke on Friday. On Monday she seemed to soften her tone.", []),
        ("Norvane recalled its ambassador from Brill on Thursday.", []),
        ("The hall fell silent after councillors approved the plan by a single vote.", []),
        ("Ada Quill saw things differently.", []),
        ("Storm Ottilie: thousands without power as ferries cancelled\n\nStorm Ottilie brought winds of up to 91mph on Sunday.", []),
        ("Bo Marsh, asked if he believed her, paused.", []),
        ("It is important to note that the bridge was built in 1911.", []),
        ("The book told a story of love.", []),
        ("Ministers urged to act on floods\n\nA row over missing vaccines deepened on Tuesday.", []),
        (
            "The Institute of Health has reported 41 cases of measles since August.",
            [Says("Institute of Health", "has reported", "41 cases of measles since August")],
        ),
        ("The report lay on the table for a week.", []),
        ("Added sugar is bad for the teeth.", []),
        ("The noted author lives in Marrow.", []),
        ("The clock on the tower showed noon.", []),
        ("The court heard the case in May.", []),
        ("Ada Quill found the keys under the mat.", []),
        ("Bo Marsh answered the phone at once.", []),
        ("The expected rain came on Monday.", []),
        ("The path continued along the river.", []),
        ("Ada Quill called the office at noon.", []),
        ("The company recalled 4,000 cars in May.", []),
        ("The town adds 200 people a year.", []),
        ("The letter was posted on Monday.", []),
        ("Bo Marsh wrote three novels in Marrow.", []),
        ("The claims office shuts at noon on Fridays.", []),
        ("A disproportionate number of drivers from France admitted to the United States have been young.", []),
    ],
    "as somebody said": [
        (
            "Repairs will take a year, a report by the harbour board found on Wednesday.",
            [Says("a report by the harbour board", "found", "Repairs will take a year")],
        ),
        ("Traffic fell (to as little as 19%, Bo Marsh says) after the bridge closed.", [Says(M, "says", "to as little as 19%")]),
        ("A collapse, engineers believe, is likely.", [Says("engineers", "believe", "A collapse ... is likely", certainty="probable")]),
        (
            "Drivers, Ada Quill insisted, had been told of it “only in recent weeks”.",
            [Says(Q, "insisted", "Drivers ... had been told of it “only in recent weeks")],
        ),
        ("Ada Quill declined to say how much it would cost.", [Says(Q, "declined to say", "how much it would cost")]),
        ("The bridge was never safe, a jury heard on Monday.", [Says(None, "heard", "The bridge was never safe", polarity="negated")]),
        ("The bridge fell at night, a court heard.", [Says(None, "heard", "The bridge fell at night")]),
        ("The bridge collapsed, as Ada Quill warned last year.", [Says(Q, "warned", "The bridge collapsed")]),
        ("As Ada Quill reported on Tuesday, the bridge has collapsed.", [Says(Q, "reported", "the bridge has collapsed")]),
        (
            "The bridge -- as Ada Quill noted this week -- was never safe.",
            [Says(Q, "noted", "The bridge ... was never safe", polarity="negated")],
        ),
        ("The crowd cheered as Ada Quill spoke.", []),
        ("The bridge was built according to plan.", []),
        (
            "According to the schedule published on Monday, the bridge will reopen in May.",
            [Says("the schedule published on Monday", "According to", "the bridge will reopen in May")],
        ),
    ],
    "asides": [
        (
            "Bo Marsh would not, however, say why the bridge was shut.",
            [Says(M, "would not, however, say", "why the bridge was shut", certainty="unstated")],
        ),
    ],
    "speakers": [
        (
            "Ada Quill, who lost her job, said no.\n\n“I kept telling them it was wrong,” the 31-year-old said. “It was very wrong.”",
            [Says(Q, "said", "no"), Says(Q, "said", "I kept telling them it was wrong ... It was very wrong.")],
        ),
        (
            "Ada Quill, 31, was angry. Bo Marsh, 40, was not. “I kept telling them,” the 31-year-old told the court.",
            [Says(Q, "told", "I kept telling them")],
        ),
        (
            "Bo Marsh, 40, said no. Ada Quill left.\n\n“I saw it coming,” the 31-year-old said. “We all did.”",
            [Says(M, "said", "no"), Says("the 31-year-old", "said", "I saw it coming ... We all did.")],
        ),
        ("Ada Quill, 31, was angry. The 31-year-old said she was tired.", [Says(Q, "said", "she was tired")]),
        (
            "A spokesman said it was open. “It is fine,” the minister said.",
            [Says("A spokesman", "said", "it was open"), Says("the minister", "said", "It is fine")],
        ),
        (
            "Mayor Bo Marsh left. A clerk said it was late. “Bo hates bridges,” the mayor said.",
            [Says("A clerk", "said", "it was late"), Says("the mayor", "said", "Bo hates bridges")],
        ),
        (
            "English teacher Ada Quill, who served on the committee, told the board that its members had been given only nine days and "
            "that their report, which favored keeping the books, was never distributed.",
            [
                Says(Q, "told", "its members had been given only nine days"),
                Says(Q, "told", "their report, which favored keeping the books, was never distributed", polarity="negated"),
            ],
        ),
        (
            "Max Marsh KC, who leads the team, told jurors the case was clear.\n\nMr Marsh said the bridge was shut.",
            [Says("Max Marsh", "told", "the case was clear"), Says("Max Marsh", "said", "the bridge was shut")],
        ),
        ("Tolliver said that the bridge was shut.", [Says("Tolliver", "said", "the bridge was shut")]),
        (
            "Bo Marsh came to Marrow on Monday. “The bridge is shut,” the retired engineer said.",
            [Says(M, "said", "The bridge is shut")],
        ),
        (
            "Ada Quill spoke first. Bo Marsh warned against haste. “The bridge is shut,” the retired engineer said.",
            [Says(M, "warned", "haste"), Says(M, "said", "The bridge is shut")],
        ),
        (
            "Ada Quill has written a book about Marrow.\n\nQ: Was it hard?\n\n"
            "A: It took nine years.\n\nQ: Was it safe?\n\nA: The bridge was shut.",
            [
                Says(Q, "has written a book about", "Marrow"),
                Says(Q, ":", "It took nine years"),
                Says(Q, ":", "The bridge was shut"),
            ],
        ),
        (
            "The talks ended on Monday, with the pilots' leader, Ada Quill, saying: “The bridge is shut.”",
            [Says(Q, "saying", "The bridge is shut")],
        ),
        (
            "The council was split, with one member, Bo Marsh, 34, telling reporters: “The bridge is shut.”",
            [Says(M, "telling", "The bridge is shut")],
        ),
        ("The council was split, with Bo Marsh warning that the bridge was shut.", [Says(M, "warning", "the bridge was shut")]),
        ("Ada Quill was told that the bridge was shut.", [Says(None, "was told", "the bridge was shut")]),
        ("Those who use the bridge say it is safe.", [Says("Those who use the bridge", "say", "it is safe")]),
        (
            "Ada Quill of the Democratic National Committee spoke. The Democratic National Committee said the bridge was shut.",
            [Says("Democratic National Committee", "said", "the bridge was shut")],
        ),
        (
            "Secretary of Transport Ada Quill said the bridge was shut. Quill said it would stay shut.",
            [Says(Q, "said", "the bridge was shut"), Says(Q, "said", "it would stay shut")],
        ),
        (
            "President Ada Quill was cheered. The French president said the bridge was old.",
            [Says("The French president", "said", "the bridge was old")],
        ),
        (
            "The drivers’ warnings that the bridge would fall were ignored.",
            [Says("The drivers", "warnings", "the bridge would fall")],
        ),
        (
            "Before I leave, Ada Quill insists that I take a map, and warns me not to lose it.",
            [Says(Q, "insists", "I take a map"), Says(Q, "warns", "me not to lose it", polarity="negated")],
        ),
        (
            "Columnist George Will attacked the plan. “It is over,” Will wrote.",
            [Says("George Will", "attacked", "the plan"), Says("George Will", "wrote", "It is over")],
        ),
        ("The road will close, her aide, Tad Devine, told The Brill Post.", [Says("Tad Devine", "told", "The road will close")]),
        ("Mrs. Ada Quill arrived late. She said the bridge was shut.", [Says(Q, "said", "the bridge was shut")]),
        ("Mayor Ada Quill arrived late. Quill said the bridge was shut.", [Says(Q, "said", "the bridge was shut")]),
        ("Mayor Ada Quill arrived late. The mayor said the bridge was shut.", [Says(Q, "said", "the bridge was shut")]),
        (
            "The Marrow Bridge Authority met on Monday. The MBA said the bridge was shut.",
            [Says("Marrow Bridge Authority", "said", "the bridge was shut")],
        ),
        ("Mr. Bo Marsh met Mrs. Ada Quill on Monday. She said the bridge was shut.", [Says(Q, "said", "the bridge was shut")]),
        ("Mrs. Ada Quill met Mr. Bo Marsh on Monday. He said the bridge was shut.", [Says(M, "said", "the bridge was shut")]),
        (
            "Brackwell Lines cut its prices in May. The company said that fuel was cheaper.",
            [Says("Brackwell Lines", "said", "fuel was cheaper")],
        ),
        ("Police chief Bo Marsh said the bridge was shut.", [Says(M, "said", "the bridge was shut")]),
        ("The mayor of Marrow, Ada Quill, said the bridge was shut.", [Says(Q, "said", "the bridge was shut")]),
        ("Ada Quill's lawyer, Bo Marsh, said the bridge was shut.", [Says(M, "said", "the bridge was shut")]),
        ("Ada Quill's lawyer said the bridge was shut.", [Says("Ada Quill's lawyer", "said", "the bridge was shut")]),
        ("Dr. Ines Vale, who was born in Marrow, said the bridge was shut.", [Says("Ines Vale", "said", "the bridge was shut")]),
        (
            "Bo Marsh, the coach, spoke at noon. Marlin (left) was late. He said the bridge was shut.",
            [Says("Marlin", "said", "the bridge was shut")],
        ),
        (
            "Bo Marsh, the coach, spoke at noon. Marlin will be a goalkeeper in May. He said the bridge was shut.",
            [Says("Marlin", "said", "the bridge was shut")],
        ),
        (
            "Ned Frost left. Dora Quill asked what happened to her files. Frost said her work was sound. Frost said her files were safe. "
            "Frost found her words clear. He also said he was tired.",
            [
                Says("Dora Quill", "asked", "what happened to her files"),
                Says("Ned Frost", "said", "her work was sound"),
                Says("Ned Frost", "said", "her files were safe"),
                Says("Ned Frost", "found", "her words clear"),
                Says("Ned Frost", "also said", "he was tired"),
            ],
        ),
        (
            "Ned Frost spoke at noon. The party dismissed the choirmaster of Marrow after he said the hall could be sold.",
            [Says("the choirmaster of Marrow", "said", "the hall could be sold")],
        ),
        (
            "Ned Frost met Bo Marsh at noon. Frost went home. The party dismissed Marsh because he said the hall could be sold.",
            [Says(M, "said", "the hall could be sold")],
        ),
        (
            "Senior union delegates in competitive trades who plan to attend their guild's meeting include Bo Marsh of Marrow.",
            [Says("Senior union delegates", "plan", "to attend their guild's meeting", certainty="unstated")],
        ),
        ("Many firms pay. General Foods says that it paid more.", [Says("General Foods", "says", "it paid more")]),
        ("Many soldiers left. General Quill says that he paid more.", [Says("Quill", "says", "he paid more")]),
        (
            "Prince Ned, the Duke of Tarn, said the bridge was shut. The duke said it was old.",
            [Says("Prince Ned", "said", "the bridge was shut"), Says("Prince Ned", "said", "it was old")],
        ),
    ],
    "nested": [
        (
            "Bo Marsh said drivers were relieved but doubted that the strike was over.",
            [
                Says(M, "said", "drivers were relieved but doubted that the strike was over"),
                Says("drivers", "doubted", "the strike was over", via=(M,), polarity="negated"),
            ],
        ),
        (
            "Bo Marsh said the drivers were aware the brakes had failed.",
            [Says(M, "said", "the drivers were aware the brakes had failed")],
        ),
        (
            "Bo Marsh said ministers should say whether the mill is safe.",
            [Says(M, "said", "ministers should say whether the mill is safe")],
        ),
        (
            "Two porters said supervisors had told them to cover the sensors.",
            [
                Says("Two porters", "said", "supervisors had told them to cover the sensors"),
                Says("supervisors", "had told", "them to cover the sensors", via=("Two porters",)),
            ],
        ),
        (
            "Bo Marsh said the mayor would announce a plan to hire ten wardens.",
            [Says(M, "said", "the mayor would announce a plan to hire ten wardens")],
        ),
        (
            "Bo Marsh said he had met Ada Quill, who had told the court that the bridge was safe.",
            [Says(M, "said", "he had met Ada Quill"), Says(Q, "had told", "the bridge was safe")],
        ),
        (
            "Ada Quill said she called “Stop” at least twice, and a clerk, Bo Marsh, told police he had heard it.",
            [Says(Q, "said", "she called “Stop” at least twice"), Says(M, "told", "he had heard it")],
        ),
        ("A dozen officials said the bridge was shut.", [Says("A dozen officials", "said", "the bridge was shut")]),
        (
            "Ada Quill said she had met the owner, who had told her that the bridge was safe.",
            [
                Says(Q, "said", "she had met the owner, who had told her that the bridge was safe"),
                Says("the owner", "had told", "the bridge was safe", via=(Q,)),
            ],
        ),
        (
            "Ada Quill said she had been told by a colleague that the majority had met privately.",
            [
                Says(Q, "said", "she had been told by a colleague that the majority had met privately"),
                Says("a colleague", "had been told", "the majority had met privately", via=(Q,)),
            ],
        ),
        (
            "Ada Quill told the inquiry that Carl Voss accused Ben Orr of theft.",
            [
                Says(Q, "told", "Carl Voss accused Ben Orr of theft"),
                Says("Carl Voss", "accused", "Ben Orr of theft", via=(Q,)),
            ],
        ),
        (
            "Ada Quill says that the drivers knew they were being filmed, and that the bridge was shut.",
            [
                Says(Q, "says", "the drivers knew they were being filmed, and that the bridge was shut"),
                Says("the drivers", "knew", "they were being filmed", (Q,)),
            ],
        ),
        (
            "Bo Marsh is alleged to have taken a boat, prosecutors say.",
            [Says("prosecutors", "say", "Bo Marsh is alleged to have taken a boat", certainty="possible")],
        ),
        (
            "Police said the bridge was not thought to be unsafe.",
            [Says("Police", "said", "the bridge was not thought to be unsafe", certainty="probable", polarity="negated")],
        ),
        (
            "Ada Quill said the firm had not lost its customers but that many were asking to pay later.",
            [
                Says(Q, "said", "the firm had not lost its customers", polarity="negated"),
                Says(Q, "said", "many were asking to pay later", polarity="affirmed"),
            ],
        ),
        (
            "Prosecutors have said there is no evidence Marsh knew where the money came from.",
            [Says("Prosecutors", "have said", "there is no evidence Marsh knew where the money came from")],
        ),
        (
            "Ada Quill said that Bo Marsh believes the bridge might fall.",
            [
                Says(Q, "said", "Bo Marsh believes the bridge might fall", certainty="certain"),
                Says(M, "believes", "the bridge might fall", via=("Ada Quill:certain",), certainty="possible"),
            ],
        ),
        (
            "Ada Quill said that Bo Marsh had suggested that engineers knew that the bridge was unsafe.",
            [
                Says(Q, "said", "Bo Marsh had suggested that engineers knew that the bridge was unsafe"),
                Says(M, "had suggested", "engineers knew that the bridge was unsafe", via=("Ada Quill:certain",), certainty="probable"),
                Says("engineers", "knew", "the bridge was unsafe", via=("Ada Quill:certain", "Bo Marsh:probable"), certainty="certain"),
            ],
        ),
        (
            "Ada Quill suggested that Bo Marsh said the bridge was shut.",
            [
                Says(Q, "suggested", "Bo Marsh said the bridge was shut", certainty="probable"),
                Says(M, "said", "the bridge was shut", via=("Ada Quill:probable",), certainty="certain"),
            ],
        ),
        (
            "According to the Courier, Ada Quill believes that the bridge is safe.",
            [
                Says("the Courier", "According to", "Ada Quill believes that the bridge is safe"),
                Says(Q, "believes", "the bridge is safe", via=("the Courier:certain",), certainty="probable"),
            ],
        ),
        (
            "Ada Quill denied that Bo Marsh had said the bridge was unsafe.",
            [
                Says(Q, "denied", "Bo Marsh had said the bridge was unsafe", polarity="negated"),
                Says(M, "had said", "the bridge was unsafe", via=(Q,), polarity="affirmed"),
            ],
        ),
        (
            "A poll found that most residents want a tunnel.",
            [
                Says("A poll", "found", "most residents want a tunnel", certainty="certain"),
                Says("most residents", "want", "a tunnel", via=("A poll:certain",), certainty="unstated"),
            ],
        ),
        (
            "The report says engineers warned the council that the bridge could fall.",
            [
                Says("The report", "says", "engineers warned the council that the bridge could fall", certainty="certain"),
                Says("engineers", "warned", "the bridge could fall", via=("The report:certain",), certainty="possible"),
            ],
        ),
        (
            "Ada Quill told the council that, according to Bo Marsh, the bridge was safe.",
            [
                Says(Q, "told", "according to Bo Marsh, the bridge was safe"),
                Says(M, "according to", "the bridge was safe", via=(Q,)),
            ],
        ),
        (
            "Ada Quill claimed that Bo Marsh had promised to buy the bridge.",
            [
                Says(Q, "claimed", "Bo Marsh had promised to buy the bridge"),
                Says(M, "had promised", "to buy the bridge", via=(Q,)),
            ],
        ),
        (
            "The Courier reported that Ada Quill said Bo Marsh believed that engineers feared the bridge would fall.",
            [
                Says("The Courier", "reported", "Ada Quill said Bo Marsh believed that engineers feared the bridge would fall"),
                Says(Q, "said", "Bo Marsh believed that engineers feared the bridge would fall", via=("The Courier",)),
                Says(M, "believed", "engineers feared the bridge would fall", via=("The Courier", Q), certainty="probable"),
                Says("engineers", "feared", "the bridge would fall", via=("The Courier", Q, "Bo Marsh:probable"), certainty="possible"),
            ],
        ),
        (
            "Ada Quill said Bo Marsh may have said that the bridge was safe.",
            [
                Says(Q, "said", "Bo Marsh may have said that the bridge was safe", certainty="possible"),
                Says(M, "may have said", "the bridge was safe", via=("Ada Quill:possible",)),
            ],
        ),
        (
            "Ada Quill said Bo Marsh called the bridge “a wreck”.",
            [
                Says(Q, "said", "Bo Marsh called the bridge “a wreck"),
                Says(M, "called", "the bridge “a wreck", via=(Q,)),
            ],
        ),
        (
            "Ada Quill hinted that the council fears that the bridge is unsafe.",
            [
                Says(Q, "hinted", "the council fears that the bridge is unsafe", certainty="probable"),
                Says("the council", "fears", "the bridge is unsafe", via=("Ada Quill:probable",), certainty="possible"),
            ],
        ),
        (
            "Ada Quill rejected the claim that the bridge was unsafe.",
            [Says(Q, "rejected", "the claim that the bridge was unsafe")],  # nobody claims it but in what she rejects
        ),
    ],
    "told within a quotation": [
        (
            '"The steward told us the gate was locked," Ada Quill said. "How could we leave?"',
            [
                Says(Q, "said", "The steward told us the gate was locked"),
                Says("The steward", "told", "the gate was locked", via=(Q,)),
                Says(Q, "said", "How could we leave?"),
            ],
        ),
        (
            '"Neighbours believe that the well is poisoned," said Bo Marsh. "It is not."',
            [
                Says(M, "said", "Neighbours believe that the well is poisoned"),
                Says("Neighbours", "believe", "the well is poisoned", via=(M,)),
                Says(M, "said", "It is not", polarity="negated"),
            ],
        ),
        (
            '"They have told us that the ferry will sail," Ada Quill said.',
            [
                Says(Q, "said", "They have told us that the ferry will sail"),
                Says("They", "have told", "the ferry will sail", via=(Q,)),
            ],
        ),
        # nobody says it, or not yet, or only perhaps
        (
            '"If the owners say that it is safe, I will sail," Ada Quill said.',
            [Says(Q, "said", "If the owners say that it is safe, I will sail")],
        ),
        ('"The owners never said that it was safe," Ada Quill said.', [Says(Q, "said", "The owners never said that it was safe")]),
        ('"The owners would say that it was safe," Ada Quill said.', [Says(Q, "said", "The owners would say that it was safe")]),
        (
            '"I do not think the owners believe that it is safe," Ada Quill said.',
            [Says(Q, "said", "I do not think the owners believe that it is safe")],
        ),
        ('"Do the owners say that it is safe?" Ada Quill asked.', [Says(Q, "asked", "Do the owners say that it is safe?")]),
        ('"Nobody told us that it was safe," Ada Quill said.', [Says(Q, "said", "Nobody told us that it was safe")]),
        ('"When people say that it is safe, I laugh," Ada Quill said.', [Says(Q, "said", "When people say that it is safe, I laugh")]),
        ('"I thought that it was safe," Ada Quill said.', [Says(Q, "said", "I thought that it was safe")]),
        ('"She felt something move," Ada Quill said.', [Says(Q, "said", "She felt something move")]),
        (
            '"The minister told the country something it will not forget," Ada Quill said.',
            [Says(Q, "said", "The minister told the country something it will not forget")],
        ),
        (
            '"Anybody who says that it is safe is lying," Ada Quill said.',
            [Says(Q, "said", "Anybody who says that it is safe is lying")],
        ),
    ],
    "what the writer sums up": [
        (
            "Bo Marsh said there was no sign that the pipe had leaked, as some farmers believe.",
            [Says(M, "said", "there was no sign that the pipe had leaked")],
        ),
        (
            "The board accused the ferry firm of fraud, opening an inquiry that could last for years.",
            [Says("The board", "accused", "the ferry firm of fraud")],
        ),
        (
            'Bo Marsh insisted that the price would be "responsible," a word that drew laughter from the back of the hall.',
            [Says(M, "insisted", 'the price would be "responsible,"')],
        ),
        (  # not what is a part of it
            "Bo Marsh said the city needed a plan, a promise that would hold, and money.",
            [Says(M, "said", "the city needed a plan, a promise that would hold, and money")],
        ),
        (
            "Bo Marsh said he had heard a lie, a claim that the bridge was unsafe.",
            [Says(M, "said", "he had heard a lie, a claim that the bridge was unsafe")],
        ),
        (
            "The firm said that the meters were safe and that Mr. Marsh had been dismissed for poor performance, a claim that he disputes.",
            [
                Says("The firm", "said", "the meters were safe and that Mr. Marsh had been dismissed for poor performance"),
                Says("Marsh", "disputes", "a claim", polarity="negated"),
            ],
        ),
    ],
    "where a content begins": [
        (
            "A stretch a day cut the number of falls in people who were not helped by braces, doctors reported on Monday.",
            [Says("doctors", "reported", "A stretch a day cut the number of falls in people who were not helped by braces")],
        ),
        (
            "Ada Quill runs the mill. Her crew did not have enough timber, she said, to mend the roof.",
            [Says(Q, "said", "Her crew did not have enough timber ... to mend the roof", polarity="negated")],
        ),
        (
            "Ada Quill declined to directly respond to a question about whether she would leave.",
            [Says(Q, "declined", "to directly respond to a question about whether she would leave")],
        ),
        (
            "The board ignored complaints about a landlord who had let out rooms without heating, a review has found.",
            [Says("a review", "has found", "The board ignored complaints about a landlord who had let out rooms without heating")],
        ),
        (
            "When Bo Marsh refused, the complaint alleges, Ada Quill struck him with an oar.",
            [Says("the complaint", "alleges", "When Bo Marsh refused ... Ada Quill struck him with an oar")],
        ),
        (  # all of it is said
            "The matter was simple: the firm had lied, Ada Quill said.",
            [Says(Q, "said", "The matter was simple: the firm had lied")],
        ),
        (
            "A petition has gathered 16,000 signatures, its organiser, Ada Quill, said; she plans to chain herself to a tree.",
            [Says(Q, "said", "A petition has gathered 16,000 signatures")],
        ),
        (  # the clause ends in what is quoted
            'There was no photo of the meeting, in keeping with its rules and also, Bo Marsh said, "to make clear that there is no deal."',
            [Says(M, "said", "to make clear that there is no deal.")],
        ),
        (  # when it was said is no clause of it
            'When the hall had emptied, Ada Quill said, "it was late."',
            [Says(Q, "said", "it was late.")],
        ),
        (
            "According to the Courier, however, the hall is safe.",
            [Says("Courier", "According to", "the hall is safe")],
        ),
        ('"The price of herring," Bo Marsh answered at last.', [Says(M, "answered", "The price of herring")]),
    ],
    "where a content ends": [
        (
            "Ada Quill described it as the worst storm yet.",
            [Says(Q, "described", "it as the worst storm yet")],
        ),
        (
            "The lawyer had warned the board in a memo that the rule would “quite clearly” break the law.",
            [Says("The lawyer", "had warned", "the rule would “quite clearly” break the law")],
        ),
        (
            "A pilot added that trials could begin in June provided that the wiring was signed off.",
            [Says("A pilot", "added", "trials could begin in June provided that the wiring was signed off", certainty="possible")],
        ),
        (
            "The investor called for the chair, Sir Bo Marsh, to stand aside.",
            [Says("The investor", "called for", "the chair, Sir Bo Marsh, to stand aside")],
        ),
        (
            "The report says the firm broke the rules, though it makes no recommendation.",
            [Says("The report", "says", "the firm broke the rules")],
        ),
        (
            "According to the company, 11 percent of the patients who took it fell ill over two years, compared with 14 percent of those "
            "given a placebo.",
            [
                Says(
                    "the company",
                    "According to",
                    "11 percent of the patients who took it fell ill over two years, compared with 14 percent of those given a placebo",
                )
            ],
        ),
        (
            "Ada Quill said the episode would probably cost the mayor two points but was unlikely to decide the race.",
            [
                Says(Q, "said", "the episode would probably cost the mayor two points", certainty="probable", polarity="affirmed"),
                Says(Q, "said", "the episode ... was unlikely to decide the race", certainty="probable", polarity="negated"),
            ],
        ),
    ],
    "what nobody or another says": [
        (
            "Asked by a lawyer whether she believed that Bo Marsh had read it, Ada Quill replied: “I can't say.”",
            [Says("A lawyer", "Asked", "whether she believed that Bo Marsh had read it"), Says(Q, "replied", "I can't say")],
        ),
        (
            "Two lawyers said the judges might agree to re-examine the votes.",
            [Says("Two lawyers", "said", "the judges might agree to re-examine the votes", certainty="possible")],
        ),
        ("He is expected to visit the mill on Friday, Ada Quill said.", [Says(Q, "said", "He is expected to visit the mill on Friday")]),
        (
            "Ada Quill said that the company gave no hint that the plant was in danger.",
            [Says(Q, "said", "the company gave no hint that the plant was in danger")],
        ),
        (
            "Whether the owner had known this remained unclear, Ada Quill said.",
            [Says(Q, "said", "Whether the owner had known this remained unclear")],
        ),
        (
            "The accusation, first reported by the Courier, is that Bo Marsh billed the city for $31,400 in travel.",
            [Says(None, "accusation", "Bo Marsh billed the city for $31,400 in travel", certainty="possible")],
        ),
        (
            "The charge against him is that he billed the city for travel.",
            [Says(None, "charge", "he billed the city for travel", certainty="possible")],
        ),
        ("The allegation was that the mayor took bribes.", [Says(None, "allegation", "the mayor took bribes", certainty="possible")]),
        ("The problem is that the bridge is closed.", []),
        ("The fact is that the bridge is closed.", []),
        ("The town has it that way.", []),
        (  # one description by one
            'Her theory was described as "ingenious" by Ada Quill, and the board agreed.',
            [Says(Q, "was described", 'Her theory ... as "ingenious')],
        ),
        (
            "The keeper limped out of the win and is said to have trained alone on Thursday.",
            [Says(None, "is said", "The keeper ... to have trained alone on Thursday")],
        ),
        (
            "The union called it a trick, which Ada Quill denies.",
            [Says("The union", "called", "it a trick"), Says(Q, "denies", "which", polarity="negated")],
        ),
        (
            "Ada Quill accused the board of cutting posts while hiring clerks, which the trust denies.",
            [
                Says(Q, "accused", "the board of cutting posts while hiring clerks"),
                Says("the trust", "denies", "which", polarity="negated"),
            ],
        ),
        (
            "Ada Quill sued the bank for theft, claims that the bank denies.",
            [Says("the bank", "denies", "claims", polarity="negated")],
        ),
        (  # which says nothing
            "Ada Quill said the bill was rejected by the house.",
            [Says(Q, "said", "the bill was rejected by the house")],
        ),
        (
            "Quill said the idea, a claim that nobody believed, was dead.",
            [Says("Quill", "said", "the idea, a claim that nobody believed, was dead")],
        ),
    ],
    "deeds that are denied, and who is accused of them": [
        ("The minister denied having taken money.", [Says("The minister", "denied", "having taken money", polarity="negated")]),
        (
            "Bo Marsh denied having criticised the club's style of play in an interview with a radio station last month, in which he was "
            "heard.",
            [
                Says(
                    M,
                    "denied",
                    "having criticised the club's style of play in an interview with a radio station last month",
                    polarity="negated",
                )
            ],
        ),
        (
            'Ada Quill accused the union of "moving the goalposts."',
            [Says(Q, "accused", 'the union of "moving the goalposts.')],
        ),
        (
            "Candidate denies charging city for family trips\n\nThe mayor of Ellery spoke for an hour on Monday.",
            [Says("Candidate", "denies", "charging city for family trips", polarity="negated")],
        ),
    ],
    "verbs and headlines that the parser takes for something else": [
        ("A study by the Orvane Centre, a charity for the blind, published last year, is out of date.", []),
        (
            "According to filings at Tarn House, Orvane & Sons lost a million last year.",
            [Says("filings at Tarn House", "According to", "Orvane & Sons lost a million last year")],
        ),
        (
            "According to Ada Quill, Bo Marsh and Tad Orr, the firm lost a million.",
            [Says("Ada Quill, Bo Marsh and Tad Orr", "According to", "the firm lost a million")],
        ),
        ("The dam had leaked for years, the document states.", [Says("the document", "states", "The dam had leaked for years")]),
        ("He left a pile of old bills behind, and the paper notes.", []),
        ("Man accused of theft found dead\n\nThe works by the river have been shut since May.", []),
    ],
    "who says it where something stands behind or inside its cue": [
        (
            "Bo Marsh lied to the board about the leaks, prosecutors alleged on the second day of his trial.",
            [Says("prosecutors", "alleged", "Bo Marsh lied to the board about the leaks")],
        ),
        (
            "Ada Quill won 9,000 votes to the 7,000 cast for Bo Marsh, returning officers announced shortly before 3am.",
            [Says("returning officers", "announced", "Ada Quill won 9,000 votes to the 7,000 cast for Bo Marsh")],
        ),
        (
            "A firm that runs the baths of Tarn may close two of them by May, its founder has admitted.",
            [Says("its founder", "has admitted", "A firm that runs the baths of Tarn may close two of them by May")],
        ),
        ("Bo Marsh won the race, Ada Quill came second in the trials.", []),
        ("The minister who sold the pier left on Monday, the mayor resigned on Friday.", []),
        (
            "Bo Marsh accepted, in his second statement, that the valve had not been checked.",
            [Says(M, "accepted", "the valve had not been checked")],
        ),
        ("Ada Quill accepted, for now, the offer of the club.", []),
        (
            "The inquest heard that Bo Marsh had left the yard at noon.",
            [Says(None, "heard", "Bo Marsh had left the yard at noon")],
        ),
        (
            "The owners of a pier that burned on Friday night disputed the council's account of the fire.",
            [Says("The owners of a pier that burned on Friday night", "disputed", "the council's account of the fire")],
        ),
        (
            "Ada Quill is expected to argue that the pier is unsafe.",
            [
                Says(None, "is expected", "Ada Quill ... to argue that the pier is unsafe"),
                Says(Q, "to argue", "the pier is unsafe", via=("Nobody",)),
            ],
        ),
        (
            "Residents reported seeing a man run from the house.",
            [Says("Residents", "reported", "seeing a man run from the house")],
        ),
    ],
    "halves of a sentence that two say": [
        (
            "Ada Quill said the council was hoarding money and accused the mayor of theft.",
            [Says(Q, "said", "the council was hoarding money"), Says(Q, "accused", "the mayor of theft")],
        ),
        (
            "Ada Quill said the mayor was furious and accused the council of theft.",
            [Says(Q, "said", "the mayor was furious"), Says(Q, "accused", "the council of theft")],
        ),
        (
            "Ada Quill said Bo Marsh was drunk and accused her of theft.",
            [
                Says(Q, "said", "Bo Marsh was drunk and accused her of theft"),
                Says(M, "accused", "her of theft", via=(Q,)),
            ],
        ),
        (
            "Ada Quill said that the plan was safe, even as engineers warned that it might fail.",
            [Says(Q, "said", "the plan was safe"), Says("engineers", "warned", "it might fail")],
        ),
        ("Ada Quill said that prices had risen, even as wages fell.", [Says(Q, "said", "prices had risen, even as wages fell")]),
        (
            "Norvane got $9 million from the town last year, records show, on the condition that it keep 300 workers.",
            [Says("records", "show", "Norvane got $9 million from the town last year ... on the condition that it keep 300 workers")],
        ),
        (
            "Some of the drivers, Ada Quill said, feared that the bridge would fall.",
            [
                Says(Q, "said", "Some of the drivers ... feared that the bridge would fall"),
                Says("Some of the drivers", "feared", "the bridge would fall", via=(Q,)),
            ],
        ),
        (
            "Her mother, Ada Quill said, always maintained that the bell had a twin, and Professor Marsh suspects that it is lost.",
            [
                Says(Q, "said", "Her mother ... always maintained that the bell had a twin"),
                Says("Her mother", "maintained", "the bell had a twin", via=(Q,)),
                Says("Marsh", "suspects", "it is lost"),
            ],
        ),
        ("Ada Quill said that number was too low.", [Says(Q, "said", "that number was too low")]),
        ("Ada Quill said that fuel was too dear.", [Says(Q, "said", "fuel was too dear")]),
    ],
    "who says it last, who is told it, and what others say of it": [
        (
            "A bell dredged from the bottom of Tarn Lake is probably the one that was stolen, a group of divers announced on Friday.",
            [
                Says(
                    "a group of divers",
                    "announced",
                    "A bell dredged from the bottom of Tarn Lake is probably the one that was stolen",
                    certainty="probable",
                )
            ],
        ),
        ("The coin is a fake, a team of curators reported last week.", [Says("a team of curators", "reported", "The coin is a fake")]),
        ("The winner was a dog, a breed of hounds named in May.", []),
        (
            "Ada Quill told investors on an earnings call that the mill was sound but that orders had fallen.",
            [Says(Q, "told", "the mill was sound but that orders had fallen")],
        ),
        (
            "The council warned the town that Tarn Bridge was among the oldest in the county.",
            [Says("The council", "warned", "Tarn Bridge was among the oldest in the county")],
        ),
        (
            "The ferry board said rules had been broken. Marsh rejects that account.",
            [Says("The ferry board", "said", "rules had been broken"), Says("Marsh", "rejects", "that account", polarity="negated")],
        ),
        (
            "The court held that the council broke the law when it sold the hall, in a verdict that brokers say could undo a dozen sales.",
            [
                Says("The court", "held", "the council broke the law when it sold the hall"),
                Says("brokers", "say", "that ... could undo a dozen sales", certainty="possible"),
            ],
        ),
        ("“The ashes tell us when the hall burned,” Ada Quill said.", [Says(Q, "said", "The ashes tell us when the hall burned")]),
    ],
    "halves and ends that are said, too": [
        (
            "The council said it was saddened by the fire and was weighing whether to rebuild the hall.",
            [Says("The council", "said", "it was saddened by the fire and was weighing whether to rebuild the hall")],
        ),
        (
            "The sale still needs the consent of the league, whose spokeswoman said a review “usually takes a month”.",
            [Says("the league", "said", "a review “usually takes a month”")],
        ),
        ("Ada Quill hopes to sail in June, weather permitting.", [Says(Q, "hopes", "to sail in June, weather permitting")]),
        (
            "Bo Marsh plans to open the mine in May, pending approval by the council.",
            [Says(M, "plans", "to open the mine in May, pending approval by the council")],
        ),
        ("Ada Quill called the delay “an insult”.", [Says(Q, "called", "the delay “an insult”")]),
        (
            "The mayor urged families near the river to leave their homes.",
            [Says("The mayor", "urged", "families near the river to leave their homes")],
        ),
        (
            "Her son, Ada Quill said, had spent a year in bed and might never walk again.",
            [
                Says(Q, "said", "Her son ... had spent a year in bed", certainty="certain"),
                Says(Q, "said", "Her son ... might never walk again", certainty="possible"),
            ],
        ),
        (
            "According to Ada Quill's report, which was published in May, the leaks came from two pipes and most probably began in March.",
            [
                Says("Ada Quill's report", "According to", "the leaks came from two pipes", certainty="certain"),
                Says("Ada Quill's report", "According to", "the leaks ... most probably began in March", certainty="probable"),
            ],
        ),
        (
            "Ada Quill said the crew was not warned until an hour after the storm had passed.",
            [Says(Q, "said", "the crew was not warned until an hour after the storm had passed", polarity="negated")],
        ),
        (
            "Ada Quill said the wind was due to turn by noon, which would likely push the smoke over the town.",
            [Says(Q, "said", "the wind was due to turn by noon, which would likely push the smoke over the town")],
        ),
        (
            "The judge ruled that the boy was 20, and he was put on a ferry to Norvane two days later.",
            [Says("The judge", "ruled", "the boy was 20")],
        ),
        (
            "“We have never copied anything,” Ada Quill said in a talk. The date of the raid, she suggested, was no accident. “They can "
            "read a calendar like anyone else.”",
            [
                Says(Q, "said in a talk", "We have never copied anything", polarity="negated"),
                Says(Q, "suggested", "The date of the raid ... was no accident"),
                Says(Q, "said in a talk", "They can read a calendar like anyone else", polarity="affirmed"),
            ],
        ),
    ],
    "deeds that are no speech": [
        ("The brass band met in May. Bo Marsh has claimed two awards in that time.", []),
        ("Ada Quill has recorded a score of 77 in each of her last races.", []),
        ("A designer from Tarn unveiled a set of golden boots on Monday.", []),
        ("One photograph shows Ada Quill steering her boat.", []),
        ("The footage shows that Ada Quill was there.", [Says("The footage", "shows", "Ada Quill was there")]),
        ("Two swimmers showed off their silver hats, the hats are not for sale.", []),
        (
            "When the Courier contacted a council spokeswoman, she said the hall was shut.",
            [Says("A council spokeswoman", "said", "the hall was shut")],
        ),
        ("The council has been asked to comment.", []),
        (
            "Ada Quill said a fair ruling would determine that the vote was void.",
            [Says(Q, "said", "a fair ruling would determine that the vote was void")],
        ),
        ("Ada Quill said: “That said, we want no ferry here.”", [Says(Q, "said", "That said, we want no ferry here")]),
        ("FIRST ON TARN NEWS: Ada Quill traveled to Marrow on Tuesday.", []),
        ("The club has appointed Bo Marsh to advise on its debts.", []),
        ("Ada Quill launched a raffle for the pier on Friday.", []),
        ("Ada Quill is releasing a calendar of the harbour.", []),
        ("Bo Marsh continued to work for the harbour until his trial.", []),
        ("Police were called to the harbour at noon on Friday.", []),
        ("The council considered an urgent report on Tuesday.", []),
        ("Bo Marsh defends his title in Tarn on Friday.", []),
        ("Ada Quill won the race in Tarn, claiming her third victory of the year.", []),
        ("Three clubs rose, all of them showing healthy gains in sales.", []),
        ("The crew saw a man fall from the pier on Friday.", []),
        ("The visitors get confused when they hear of an agent.", []),
        ("Ada Quill slammed the plan.", [Says(Q, "slammed", "the plan")]),
        ("Ada Quill called the plan unfair.", [Says(Q, "called", "the plan unfair")]),
        ("Ada Quill, who voted for the tunnel, said it was late.", [Says(Q, "said", "it was late")]),
        (
            "Negotiators seeking to end the strike said on Saturday that a deal was near.",
            [Says("Negotiators seeking to end the strike", "said", "a deal was near")],
        ),
        ("The council met in May. Members sparred on Wednesday with the owners of three hotels.", []),
    ],
    "what goes on with its cue, and what does not": [
        (
            "The road is shut, police said, and engineers expect the repairs to take a week.",
            [
                Says("police", "said", "The road is shut"),
                Says("engineers", "expect", "the repairs to take a week"),
            ],
        ),
        (
            "The road is shut, police said, and drivers were told to stay away.",
            [Says("police", "said", "The road is shut ... and drivers were told to stay away")],
        ),
        (
            "The mill is unsafe, Ada Quill said, but would not say when it would be mended.",
            [
                Says(Q, "said", "The mill is unsafe"),
                Says(Q, "would not say", "when it would be mended", certainty="unstated"),
            ],
        ),
        (
            "The council told the firm to mend the roof after finding that rain had come in.",
            [
                Says("The council", "told", "the firm to mend the roof"),
                Says("The council", "finding", "rain had come in"),
            ],
        ),
        (
            'The plan, Ada Quill said, was "a joke", and she added that Bo Marsh had never read it.',
            [Says(Q, "said", 'The plan ... was "a joke"'), Says(Q, "added", "Bo Marsh had never read it")],
        ),
        (
            "The dam, Ada Quill said, was safe, and the council had been told that it would last.",
            [Says(Q, "said", "The dam ... was safe, and the council had been told that it would last")],
        ),
        (
            "The firm said it had been told of the leak but denied that anyone was hurt.",
            [Says("The firm", "said", "it had been told of the leak"), Says("The firm", "denied", "anyone was hurt")],
        ),
        (
            "Bo Marsh said he was not afraid of losing but was worried about the cost, because the hall was losing money.",
            [
                Says(M, "said", "he was not afraid of losing", polarity="negated"),
                Says(M, "said", "he ... was worried about the cost, because the hall was losing money", polarity="affirmed"),
            ],
        ),
        (
            '"It was cold," Quill recalled in a talk shortly after her return. "We sang."',
            [Says("Quill", "recalled", "It was cold ... We sang.")],
        ),
        (
            "Ada Quill, who is believed to have left the country, did not answer.",
            [Says(None, "is believed", "Ada Quill ... to have left the country", certainty="probable")],
        ),
        (
            "Ada Quill left Tarn in May. She expects three cuts this year, although she conceded that oil could upset that.",
            [Says(Q, "expects", "three cuts this year"), Says(Q, "conceded", "oil could upset that")],
        ),
        (
            "A study found the roads were unsafe: one in five had no lights.",
            [Says("A study", "found", "the roads were unsafe: one in five had no lights")],
        ),
        (
            "An inspector reported no breaches, according to records that the Tarn Post has seen.",
            [
                Says("records", "according to", "An inspector reported no breaches"),
                Says("An inspector", "reported", "no breaches", via=("records",)),
            ],
        ),
        (
            '"The minister hopes the road will open," Bo Marsh said.',
            [
                Says(M, "said", "The minister hopes the road will open"),
                Says("The minister", "hopes", "the road will open", via=(M,)),
            ],
        ),
        (
            '"The claim is nonsense," Bo Marsh said. "We will fight it, and we expect to prevail."',
            [
                Says(M, "said", "The claim is nonsense ... We will fight it", certainty="certain"),
                Says(M, "said", "we expect to prevail.", certainty="probable"),
            ],
        ),
        (
            '"We had Tarn in our sights," Ada Quill said. "I doubt it, and I am sorry."',
            [
                Says(Q, "said", "We had Tarn in our sights", certainty="certain"),
                Says(Q, "said", "I doubt it", certainty="possible", polarity="negated"),
                Says(Q, "said", "I am sorry.", certainty="certain"),
            ],
        ),
        (
            '"Perhaps three or four," Bo Marsh said. "Not twenty."',
            [
                Says(M, "said", "Perhaps three or four", certainty="possible", polarity="affirmed"),
                Says(M, "said", "Not twenty.", certainty="certain", polarity="negated"),
            ],
        ),
    ],
}

KNOWN_MISREADINGS: list[tuple[str, list[Says], list[Says]]] = [
    # The text, what an editor would mark, and what is read today.
    (  # the tagger takes the whole phrase for one company
        "Bo Marsh of Brackwell Lines said the bridge was shut.",
        [Says(M, "said", "the bridge was shut")],
        [Says("Bo Marsh of Brackwell Lines", "said", "the bridge was shut")],
    ),
]
"""What is misread for reasons beyond attribution; a row that comes right belongs in the table above."""

ROWS = [
    pytest.param(text, expected, id=f"{heading} {at}") for heading, rows in TABLE.items() for at, (text, expected) in enumerate(rows, 1)
]


def _named(words: str) -> str:
    return words[4:] if words[:4] in {"The ", "the "} else words[:1].upper() + words[1:]


_HEADINGS = {text: heading for heading, rows in TABLE.items() for text, _ in rows}


@cache
def _decks(heading: str | None) -> dict[str, tuple[Card, ...]]:
    """The cards of every row under a heading, or of every known misreading: a worker that runs a part of the tables reads no more."""
    if heading is None:
        return cards_by_text(text for text, _, _ in KNOWN_MISREADINGS)
    return cards_by_text(text for text, its in _HEADINGS.items() if its == heading)


def cards_of(text: str) -> tuple[Card, ...]:
    """The cards of a row that are somebody's."""
    return tuple(card for card in _decks(_HEADINGS.get(text))[text] if card.mode != "narration")


def plain(words: str) -> str:
    """Pieces and edges as the rows write them: no quotation marks and no final stop at the ends of a piece."""
    return words.lstrip(_EDGE).rstrip(_EDGE + ".,;:")


def shown(card: Card, expected: Says | None) -> Says:
    """A card as a row writes it: certainty and polarity where the expected attribution has them, its cue where it agrees with ours."""
    cue = card.cue.quote if card.cue else None
    if expected is not None and expected.cue and cue and _same_cue(cue, expected.cue, card.speaker.name if card.speaker else ""):
        cue = expected.cue
    via = [level.speaker.name if level.speaker else "nobody" for level in card.via]
    wanted = expected.via if expected is not None and len(expected.via) == len(via) else ("",) * len(via)
    return Says(
        card.speaker.name if card.speaker else None,
        cue,
        " ... ".join(plain(span.quote) for span in card.content),
        tuple(
            f"{name}:{level.certainty}" if ":" in words else name for name, level, words in zip(via, card.via, wanted, strict=True)
        ),
        card.certainty if expected is None or expected.certainty else None,
        card.polarity if expected is None or expected.polarity else None,
    )  # fmt: skip


def _same_cue(found: str, wanted: str, speaker: str) -> bool:
    """Whether a cue is ours with one adverb or preposition more, the speaker's own name not counted ("In Ada Quill's view")."""
    words = [word for word in found.split() if word.removesuffix("'s") not in speaker.split()]
    return wanted in found and len(words) - len(wanted.split()) <= 1


def lowered(says: Says) -> Says:
    """With names less a leading article: a deck may say "The council", "the council" or "Courier"."""
    name = _named(says.speaker) if says.speaker else None
    via = tuple(_named(level) for level in says.via)
    return Says(name, says.cue, " ... ".join(plain(p) for p in says.content.split(" ... ")), via, says.certainty, says.polarity)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_says_what(text: str, expected: list[Says]) -> None:
    """Everything that the text attributes and nothing else: speaker, cue, content, outer levels, and how surely."""
    assert _read(text, expected) == [lowered(says) for says in expected]


@pytest.mark.parametrize(("text", "expected", "today"), KNOWN_MISREADINGS)
def test_what_is_still_misread(text: str, expected: list[Says], today: list[Says]) -> None:
    """Read today as the row says, and wrongly so: it fails as soon as the reading comes right."""
    assert _read(text, expected) != [lowered(says) for says in expected]
    assert _read(text, today) == [lowered(says) for says in today]


def _read(text: str, expected: list[Says]) -> list[Says]:
    """The cards of a row as the row would write them."""
    cards = cards_of(text)
    paired = [*expected[: len(cards)], *[None] * (len(cards) - len(expected))]
    return [lowered(shown(card, wanted)) for card, wanted in zip(cards, paired, strict=True)]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_rows_stand_in_their_texts(text: str, expected: list[Says]) -> None:
    """A row that misquotes its own text would ask for the impossible."""
    for says in expected:
        assert says.cue is None or says.cue in text
        at = 0
        for piece in says.content.split(" ... "):
            assert piece in text[at:]
            at = text.index(piece, at) + len(piece)


@pytest.mark.parametrize(("text", "_expected"), ROWS)
def test_contents_are_cut_as_the_deck_says(text: str, _expected: list[Says]) -> None:
    """No marks round a whole content, no "that" before a clause, no comma or white space at either end."""
    for card in cards_of(text):
        first, last = card.content[0].quote, card.content[-1].quote
        assert not first.startswith("that ") or first.split()[1] in {"account", "number"}
        for piece in (first, last):
            assert piece == piece.strip(" \n,")
        assert not (first[0] in "\"“‘'" and last[-1] in "\"”’'" and sum(first.count(mark) for mark in '"“‘”') <= 2)


@pytest.mark.parametrize("every", [41, pytest.param(1, marks=pytest.mark.slow)])
def test_a_text_that_stops_after_any_word_is_read(every: int) -> None:
    """With no error: articles are cut off, and captions end without a full stop."""
    words = [text.split(" ") for rows in TABLE.values() for text, _ in rows]
    cut = [" ".join(parts[:count]) for parts in words for count in range(1, len(parts))][::every]
    cut += ["The bridge, Quill said,", "“My nan said I'd", "Marsh said the crew were not allowed to speak in"]
    articles = [english(text) for text in cut if text.strip('“”"')]
    assert len(LocalReader().read(articles)) == len(articles)


def test_the_table_is_as_large_as_we_say() -> None:
    """Rows, and no text twice."""
    texts = [*(text for rows in TABLE.values() for text, _ in rows), *(text for text, _, _ in KNOWN_MISREADINGS)]
    assert len(KNOWN_MISREADINGS) <= 20
    assert len(texts) == len(set(texts)) >= 290
