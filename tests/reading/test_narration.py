"""What an article says in its own voice: which sentences hold a claim, and where one may be cut into several."""

from __future__ import annotations

import json
from functools import cache

import pytest

from factcards.cards import Article
from factcards.engines.local.narrating.splitting import clauses
from factcards.engines.local.parsing.grammar import trimmed
from factcards.engines.local.parsing.parse import parse
from factcards.engines.local.reader import LocalReader
from factcards.read.article import from_text, read_file
from factcards.segment import lay_out
from tests.conftest import ROOT
from tests.support.tables import cards_by_text, english

TABLE: dict[str, list[tuple[str, list[str]]]] = {
    "a sentence for which the parse has no clause": [
        (
            "The Marsh family, a dynasty that defined the county for decades, clashed on Monday with the new face of the council, Ada "
            "Quill, in one of the sharpest rows of the year so far.",
            [
                "The Marsh family, a dynasty that defined the county for decades, clashed on Monday with the new face of the council, Ada "
                "Quill, in one of the sharpest rows of the year so far"
            ],
        ),
        (
            "On the other side are worries about the ferry and its crew. They met at noon in the hall.",
            ["On the other side are worries about the ferry and its crew", "They met at noon in the hall"],
        ),
        (
            "Talks to avert the first ferry strike in Marrow for 11 years collapsed on Sunday night, with each side accusing the other.",
            ["Talks to avert the first ferry strike in Marrow for 11 years collapsed on Sunday night"],
        ),
        ("Drivers can expect long delays.", ["Drivers can expect long delays"]),
        ("Bo Marsh had never asked to see the file.", ["Bo Marsh had never asked to see the file"]),
        ("The harbour, its crew and the ferry that is always late.", []),
        ("As published in the Tarn Post on Monday.", []),
        ("At issue: a plan that would change how the council works.", []),
    ],
    "statements": [
        ("The bridge was shut on Monday.", ["The bridge was shut on Monday"]),
        ("The bridge, which was built in 1790, is shut.", ["The bridge, which was built in 1790, is shut"]),
        ("There were nine ferries on the river in 1900.", ["There were nine ferries on the river in 1900"]),
        ("But the ferry still runs every hour.", ["the ferry still runs every hour"]),
        ("The “new” bridge is 40 years old.", ["The “new” bridge is 40 years old"]),
        ("The bridge is known as “the wreck.”", ["The bridge is known as “the wreck.”"]),
        ("“The Bridge” opens in Marrow on Monday.", ["“The Bridge” opens in Marrow on Monday"]),
        ("MARROW, June 3 (UPI) -- The bridge was shut on Monday.", ["The bridge was shut on Monday"]),
        ("MARROW - The bridge was shut on Monday.", ["The bridge was shut on Monday"]),
        ("If it rains, the bridge will be shut.", ["If it rains, the bridge will be shut"]),
        (
            "The mayor of Marrow resigned on Monday, saying that the bridge was unsafe and that nobody had paid for it.",
            ["The mayor of Marrow resigned on Monday"],
        ),
        (
            "The pilots signalled defiance, with their leader, Ada Quill, saying: “We will not row to Marrow while the bridge is shut.”",
            ["The pilots signalled defiance"],
        ),
        ("Ada Quill hopes to start in spring, although funding has not been secured.", ["funding has not been secured"]),
        (
            "Ada Quill promised to mend the bridge, although no money has been found for it.",
            ["no money has been found for it"],
        ),
        ("The bridge was shut on Monday, with officials telling drivers to wait.", ["The bridge was shut on Monday"]),
        ("The bridge is still shut, though two officials suggested that it might reopen.", ["The bridge is still shut"]),
        ("Oil drifted ashore on Monday, as officials said that storms could slow the work.", ["Oil drifted ashore on Monday"]),
        (
            "The bridge was shut on Monday. Bo Marsh posted a letter in which he praised the crew.",
            ["The bridge was shut on Monday"],
        ),
        ("The club has appointed Bo Marsh to advise on its debts.", ["The club has appointed Bo Marsh to advise on its debts"]),
        ("The gate was locked at noon, while Ada Quill said it was open.", ["The gate was locked at noon"]),
        ("Ada Quill would not discuss money but admitted she was keen on the boat.", ["Ada Quill would not discuss money"]),
        (
            "The minister, Ada Quill, resigned on Monday after a memo suggested she had misled parliament about the cost of the Tarn line.",
            ["The minister, Ada Quill, resigned on Monday"],
        ),
        ("The keeper limped off in the first half and is said to be hurt.", ["The keeper limped off in the first half"]),
        ("The boats stayed in the harbour all week, suggesting that few expect a catch.", ["The boats stayed in the harbour all week"]),
        (
            "The head of the bridge board has apologised to drivers but said she could give no date.",
            ["The head of the bridge board has apologised to drivers"],
        ),
        (
            "The firm cut the crew at its Marrow yard in May after saying that the ferry was not safe.",
            ["The firm cut the crew at its Marrow yard in May"],
        ),
        (
            "Among the guests was Bo Marsh, the member for Marrow, who said he had walked.",
            ["Among the guests was Bo Marsh, the member for Marrow"],
        ),
        (
            "There is a gap between the old drivers, who favor the bridge, and the ferry crews, who do not.",
            ["There is a gap between the old drivers, who favor the bridge, and the ferry crews, who do not"],
        ),
    ],
    "cut between coordinated clauses": [
        (
            "The bridge was shut on Monday, and the ferry stopped at noon.",
            ["The bridge was shut on Monday", "the ferry stopped at noon"],
        ),
        (
            "The bridge was shut on Monday; the ferry still runs every hour.",
            ["The bridge was shut on Monday", "the ferry still runs every hour"],
        ),
        (
            "The council closed the bridge and sold the ferry, but the mayor kept her car.",
            ["The council closed the bridge and sold the ferry", "the mayor kept her car"],
        ),
        ("The bridge may close and the road could flood again.", ["The bridge may close", "the road could flood again"]),
        (
            "The bridge was 40 years old and there were cracks in the steel.",
            ["The bridge was 40 years old", "there were cracks in the steel"],
        ),
        (
            "The bridge is the oldest in Marrow, but nobody has painted the railings since 1990.",
            ["The bridge is the oldest in Marrow", "nobody has painted the railings since 1990"],
        ),
        (
            "The mayor, a former engineer, wrote the report, and the council paid for the printing.",
            ["The mayor, a former engineer, wrote the report", "the council paid for the printing"],
        ),
        (
            "Traffic on the bridge fell 9 percent in May, but Ada Quill said the tolls were safe.",
            ["Traffic on the bridge fell 9 percent in May"],
        ),
    ],
    "not cut: something holds over both clauses": [
        ("If it rains, the bridge will close and the ferry will stop.", ["If it rains, the bridge will close and the ferry will stop"]),
        ("The bridge will close and the ferry will stop if it rains.", ["The bridge will close and the ferry will stop if it rains"]),
        ("In May the bridge closed and the ferry stopped for good.", ["In May the bridge closed and the ferry stopped for good"]),
        ("Perhaps the bridge closed and the ferry stopped in May.", ["Perhaps the bridge closed and the ferry stopped in May"]),
        ("The bridge closed and the ferry stopped, perhaps.", ["The bridge closed and the ferry stopped, perhaps"]),
        (
            "It is not true that the bridge closed and the ferry stopped.",
            ["It is not true that the bridge closed and the ferry stopped"],
        ),
        (
            "The bridge closed in May, and the ferry stopped, leaving nobody able to cross.",
            ["The bridge closed in May, and the ferry stopped, leaving nobody able to cross"],
        ),
        (
            "The council closed the bridge because the steel had rusted and the road had sunk.",
            ["The council closed the bridge because the steel had rusted and the road had sunk"],
        ),
        (
            "Not only did the bridge close but the ferry stopped for good.",
            ["Not only did the bridge close but the ferry stopped for good"],
        ),
    ],
    "not cut: the second clause cannot stand alone": [
        ("The bridge closed in May and its owner went bankrupt.", ["The bridge closed in May and its owner went bankrupt"]),
        ("The bridge closed in May and it was sold for scrap.", ["The bridge closed in May and it was sold for scrap"]),
        ("The bridge closed in May and so did the ferry.", ["The bridge closed in May and so did the ferry"]),
        ("The ferry carries 200 people and costs two crowns.", ["The ferry carries 200 people and costs two crowns"]),
        ("Two of the bridges closed in May; the others are still open.", ["Two of the bridges closed in May; the others are still open"]),
        (
            "The bridge cost 40 million crowns, and the tunnel was cheaper.",
            ["The bridge cost 40 million crowns, and the tunnel was cheaper"],
        ),
        ("Either the bridge closes or the ferry stops for good.", ["Either the bridge closes or the ferry stops for good"]),
        (
            "The ferry was full, so the drivers went home by the old road.",
            ["The ferry was full, so the drivers went home by the old road"],
        ),
        (
            "The old bridge (it was built in 1790, and the towers were added in 1810) is shut.",
            ["The old bridge (it was built in 1790, and the towers were added in 1810) is shut"],
        ),
    ],
    "somebody else's words": [
        ("Ada Quill said the bridge was shut and the road was closed.", []),
        ("Ada Quill said the bridge was shut.", []),
        ("According to Ada Quill, the bridge is shut and the ferry is full.", []),
        ("“The bridge is shut and the ferry is full,” Ada Quill said.", []),
        ("“The bridge is shut. The ferry is full. The road is closed.”", []),
        (
            "Ada Quill, who said the bridge was shut, left the meeting early on Monday night.",
            ["Ada Quill, who said the bridge was shut, left the meeting early on Monday night"],
        ),
        (
            "The council met on Monday at the Marrow town hall. Ada Quill said the bridge was shut.",
            ["The council met on Monday at the Marrow town hall"],
        ),
        (
            "Ada Quill met a driver.\n\nQuill: The bridge is shut.\n\nDriver: It was open on Monday.\n\nQuill: We closed it at noon.",
            ["Ada Quill met a driver"],
        ),
    ],
    "hardly an attribution": [
        ("Hundreds of graduates seeking work came to the hall.", ["Hundreds of graduates seeking work came to the hall"]),
        ("The singer posted a photo of the old bridge on Monday.", ["The singer posted a photo of the old bridge on Monday"]),
    ],
    "what nobody says": [
        (
            "Ada Quill has not been charged, and told the Courier "
            "that she was happy with the letter of apology that the chief of police had sent to her.",
            ["Ada Quill has not been charged"],
        ),
        (
            "Bo Marsh did not put a date on the vote "
            "but said he was thinking of a day in the last week of May or the first week of June.",
            ["Bo Marsh did not put a date on the vote"],
        ),
        ("Ada Quill did not explain the reasons behind her optimism.", ["Ada Quill did not explain the reasons behind her optimism"]),
        ("The council has yet to decide on the toll.", ["The council has yet to decide on the toll"]),
        ("Ada Quill made no apologies for the way she ran the hall.", ["Ada Quill made no apologies for the way she ran the hall"]),
        ("The tolls are paid by lorries as opposed to cars.", ["The tolls are paid by lorries as opposed to cars"]),
        ("Ada Quill did not say that the bridge was unsafe.", []),
    ],
    "signposts": [
        ("The bridge was shut on Monday. Read more: Mayor says the bridge is unsafe.", ["The bridge was shut on Monday"]),
        ("The bridge was shut on Monday. Image caption Ada Quill says the bridge is unsafe.", ["The bridge was shut on Monday"]),
        (
            "The bridge was shut on Monday. We select the most relevant news and use automatic translation tools.",
            ["The bridge was shut on Monday"],
        ),
        (
            "The bridge was shut. Quill walks over it in May . It opened on Friday.",
            ["The bridge was shut", "Quill walks over it in May", "It opened on Friday"],
        ),
        ("A ferry on its way to Marrow (stock image) The bridge was shut on Monday.", ["The bridge was shut on Monday"]),
        ("A ferry (right) on its way to Marrow (left) The bridge was shut on Monday.", ["The bridge was shut on Monday"]),
        ("4 May 2015 Last updated at 13:21 BST . The bridge was shut on Monday.", ["The bridge was shut on Monday"]),
        ("The bridge was shut . It opened on Friday .", ["The bridge was shut", "It opened on Friday"]),
        ("(CNN)The mayor of Marrow resigned on Monday.", ["The mayor of Marrow resigned on Monday"]),
        (
            "The river rose on Sunday. Flooded out: The Quill family waited on the roof for two hours before a boat came.",
            ["The river rose on Sunday", "The Quill family waited on the roof for two hours before a boat came"],
        ),
        (
            "The river rose on Sunday. The rule is this: The gate must stay shut until noon.",
            ["The river rose on Sunday", "The rule is this: The gate must stay shut until noon"],
        ),
    ],
    "no statement": [
        ("Is the bridge safe to cross on foot?", []),
        ("A long day at the bridge, and nobody to talk to.", []),
        ("Nobody came.", []),
        ("Keep out of the river this summer.", []),
        ("Here is what the council decided on Monday:", []),
        ("The old bridge in the summer of 1990. (Photo: Jo Doe)", []),
        ("The bridge is being painted in this picture. (Photo: Jo Doe)", []),
        (
            "The bridge was shut on Monday (Photo: Jo Doe). The ferry still runs every hour.",
            ["The bridge was shut on Monday", "The ferry still runs every hour"],
        ),
        ("The bridge was shut on Monday. Read more about the bridge here.", ["The bridge was shut on Monday"]),
        ("The bridge was shut on Monday. Sign up for our newsletter and we will keep you posted.", ["The bridge was shut on Monday"]),
        ("The bridge was shut on Monday. Our newsletter comes out on Fridays.", ["The bridge was shut on Monday"]),
        ("The bridge was shut on Monday. This article was first published in the Courier.", ["The bridge was shut on Monday"]),
        ("The bridge was shut on Monday. Media playback is not supported on this device.", ["The bridge was shut on Monday"]),
        ("The bridge was shut on Monday. Here is all the information you need.", ["The bridge was shut on Monday"]),
        ("The bridge was shut on Monday. Jo Doe contributed to this report.", ["The bridge was shut on Monday"]),
        ("The bridge was shut on Monday. The conversation has been edited for length.", ["The bridge was shut on Monday"]),
        ("The bridge was shut on Monday. The author can be reached at jo@courier.example.", ["The bridge was shut on Monday"]),
        ("The bridge was shut on Monday. Reporting by Jo Doe in Marrow; editing by Al Roe.", ["The bridge was shut on Monday"]),
    ],
}  # fmt: skip

ROWS = [
    pytest.param(text, expected, id=f"{heading} {at}") for heading, rows in TABLE.items() for at, (text, expected) in enumerate(rows, 1)
]


@cache
def _claims() -> dict[str, list[str]]:
    """The narration of every row."""
    decks = cards_by_text(text for rows in TABLE.values() for text, _ in rows)
    return {text: [card.content[0].quote for card in cards if card.mode == "narration"] for text, cards in decks.items()}


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_the_article_says_itself(text: str, expected: list[str]) -> None:
    """The claims of its own voice, to the character."""
    assert _claims()[text] == expected


def _articles() -> list[Article]:
    own = [json.loads(line) for line in (ROOT / "tests" / "gold" / "own.jsonl").read_text("utf-8").splitlines()]
    seeds = sorted(path for path in (ROOT / "seeds").glob("*.*") if path.name != "README.md")
    return [*(from_text(row["text"], row["id"]) for row in own), *(read_file(path).article for path in seeds)]


def test_no_word_is_lost_in_a_cut() -> None:
    """In twenty articles, and in every row, the pieces of each sentence are its words in order, but for the coordinators between them."""
    articles = [*_articles(), *(from_text(text) for rows in TABLE.values() for text, _ in rows)]
    cut = 0
    for blocks in parse(articles, [lay_out(article) for article in articles]):
        for sentence in (s for block in blocks for s in block.doc.sents):
            words = trimmed(sentence)
            if not words:
                continue
            pieces = clauses(words)
            kept = [token.i for piece in pieces for token in piece]
            lost = [token.lower_ for token in words if token.i not in set(kept)]
            assert kept == sorted(kept)
            assert set(lost) <= {"and", "but", "yet", ";", ","}
            assert sum(word.isalpha() for word in lost) <= len(pieces) - 1
            cut += len(pieces) > 1
    assert cut >= 10


def test_a_list_of_a_hundred_clauses_is_left_whole() -> None:
    """Longer than any sentence that is worth a cut."""
    article = english("The road was closed and " * 98 + "the bridge was shut.")
    found = LocalReader().read([article])[0].attributions
    assert [len(claim.content[0].quote) for claim in found] == [len(article.text) - 1]


def test_the_table_is_as_large_as_we_say() -> None:
    """Rows, and no text twice."""
    texts = [text for rows in TABLE.values() for text, _ in rows]
    assert len(texts) == len(set(texts)) >= 55
