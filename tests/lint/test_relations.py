"""Who does it to whom: two who have changed places, told from either side."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

TURNED = [
    ("Ada Quill sued Bo Marsh over the pier on Friday.", "On Friday Bo Marsh sued Ada Quill over the pier."),
    ("Ada Quill sued Bo Marsh over the pier in June.", "Ada Quill was sued by Bo Marsh over the pier."),
    ("Bo Marsh was thanked by the mayor for his patience.", "Bo Marsh thanked the mayor for his patience."),
    ("The council sold the theatre to Brill Homes for £2m.", "The theatre was sold to the council by Brill Homes for £2m."),
    ("The council sold the theatre to Brill Homes for £2m.", "For £2m the council bought the theatre from Brill Homes."),
    ("Tarn Bank lent the brewery £4m in March.", "The brewery lent Tarn Bank £4m in March."),
    ("Rovers lost 2-1 to Athletic on Sunday in the cup.", "Rovers beat Athletic 2-1 in the cup on Sunday."),
    ("Marrow City recorded a 2-1 win over Tarn United on Friday.", "Tarn United beat Marrow City 2-1 on Friday."),
    ("Quill suffered a shock defeat by Ivo Hale in the second round.", "Ivo Hale was beaten by Quill in the second round."),
    ("The union asked the minister to visit the port.", "The minister asked the union to visit the port."),
    ("Most of the liberals voted against the rebels on Monday.", "On Monday the rebels voted against the liberals."),
    ("Ada Quill, who defeated Bo Marsh in June, will run again.", "Bo Marsh, who defeated Ada Quill in June, will run again."),
    ("Norrland has agreed to buy Ostrel for about 8 million crowns.", "Ostrel has agreed to buy Norrland for about 8 million crowns."),
    ("Police arrested a diver and charged him.", "A diver arrested police in the harbour."),
    ("Opposition leader Ada Quill demanded that Marsh resign.", "Marsh demanded that Ada Quill resign."),
    ("The youth was chased by a dog across the fields near Brill.", "The youth chased a dog across the fields near Brill."),
    ("Quill earned 42 percent, Marsh 34 percent and Orr 11 percent.", "With Orr in the race, Marsh took 42 percent to Quill's 34."),
    ("Quill won 51 percent of the vote and Marsh 36 percent.", "It was 51 percent for Marsh and 36 for Quill."),
]

KEPT = [
    ("Ada Quill sued Bo Marsh over the pier in May.", "Bo Marsh was sued by Ada Quill over the pier in May."),
    ("Bo Marsh was thanked by the mayor for his patience.", "The mayor thanked Bo Marsh for his patience."),
    ("The council sold the theatre to Brill Homes for £2m.", "Brill Homes bought the theatre from the council for £2m."),
    ("The council sold the theatre to Brill Homes for £2m.", "The theatre was sold by the council to Brill Homes for £2m."),
    ("Rovers lost 2-1 to Athletic on Sunday in the cup.", "Athletic beat Rovers 2-1 in the cup on Sunday."),
    ("Marrow City recorded a 2-1 win over Tarn United on Friday.", "Tarn United lost 2-1 to Marrow City on Friday."),
    ("Quill suffered a shock defeat by Ivo Hale in the second round.", "Ivo Hale beat Quill in the second round."),
    ("The union asked the minister to visit the port.", "The minister was asked by the union to visit the port."),
    ("Ada Quill, who defeated Bo Marsh in June, will run again.", "Bo Marsh, defeated in June by Ada Quill, will not say more."),
    ("Norrland has agreed to buy Ostrel for about 8 million crowns.", "Ostrel is to be bought by Norrland for about 8 million crowns."),
    ("Quill accused Marsh of theft on Monday. On Tuesday Marsh accused Quill of theft.", "Marsh accused Quill of theft on Tuesday."),
    ("Quill met Marsh in the harbour on Monday.", "Marsh met Quill in the harbour on Monday."),
    ("“We will get it back,” said Ada Quill of the Tarn Trust.", "The Tarn Trust said that Ada Quill will get it back."),
    ("A dog belonging to Quill bit a postman. The postman hit the dog.", "The postman hit a dog that had bitten him."),
    ("The coach praised Marsh, and Marsh praised the fans.", "Marsh praised the fans and was praised by the coach."),
    ("Quill demanded that Marsh resign. Marsh demanded that Quill resign.", "Marsh demanded that Quill resign."),
    (
        "Marsh has said that a harbour judge wouldn't hear him fairly because of his calls for a ferry.",
        "Marsh has said he would not be heard fairly by a harbour judge because of his calls for a ferry.",
    ),
    (
        "Quill said that she never thanked the pilot for the rescue in Tarn.",
        "Quill said she never thanked her pilot for the rescue in Tarn.",
    ),
    (
        "Courted by most of the club's members, Quill said on Friday that she may wait until June to decide.",
        "The head of the firm, who has been courted by most of the club's members, said she may wait until June.",
    ),
    ("Bo Marsh was praised by the old miners of Tarn. Jo Orr praised the old miners of Tarn.", "She praised the old miners of Tarn."),
    ("Quill earned 42 percent, Marsh 34 percent and Orr 11 percent.", "With Orr in the race, Quill took 42 percent to Marsh's 34."),
    ("Quill won 51 percent of the vote and Marsh 36 percent.", "It was 51 percent for Quill and 36 for Marsh."),
    ("Quill won 51 percent of the vote and Marsh 36 percent.", "Quill beat Marsh 51 percent to 36."),
    ("The firm that Hale bought has sued the bank that funded it.", "The bank that funded the firm has been sued by it."),
]


@pytest.mark.parametrize(("source", "summary"), TURNED)
def test_two_who_change_places_are_found(source, summary):
    """By the same verb, by one that means the same, and by one that tells it from the other side."""
    found = {item.code: item.severity for item in verify(summary, against=[source]).findings}
    assert found.get("roles_exchanged") == "error", found


@pytest.mark.parametrize(("source", "summary"), KEPT)
def test_what_is_told_from_the_other_side_passes(source, summary):
    """The passive, the other one's verb, what holds both ways, and what the source tells of both ways."""
    codes = [item.code for item in verify(summary, against=[source]).findings]
    assert "roles_exchanged" not in codes
