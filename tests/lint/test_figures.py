"""A summary may count, add up and round what the source has; another figure is an error all the same."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

FLIGHTS = "Monarch, easyJet, Thomson Airways and Thomas Cook have cancelled all outbound flights to the Egyptian resort."
HOMES = "The plan has 5,580 flats at Holme Hill and 4,020 houses at Clifton Gate, the report said."
TRIAL = "About one in five patients had side effects, the agency said."
DAM = "The dam cost £3.1m, Beck said; engineers had thought of nearer seven."
POLL = "In a Post poll 51 percent of voters said they would vote for Ada Quill, versus 39 percent for Bo Marsh."
PAY = "The club pays Ada Quill £500 a month. The boat costs £40 a week to keep."
SERIES = "Bo Marsh made the 100th episode of the series on Monday. The vote was called less than a half-hour after it ended."
GIFTS = "“We wrote and posted about it,” Marsh said. “In one day, we raised $18,000.” The club sold 900 tickets in an hour on Monday."
ABROAD = "Ada Quill is 12. Her father sailed home to Tarn after eight years abroad. Nine parks lie in Tarn."
SHARE = "The 40 percent share of women was up from 35 percent, the guild said."
RALLY = "Police say 540,000 people marched in the city on Sunday."


@pytest.mark.parametrize(
    ("source", "summary", "expected"),
    [
        (TRIAL, "Roughly a fifth of patients had side effects, the agency said.", []),
        (TRIAL, "About 20% of patients had side effects, the agency said.", []),
        (TRIAL, "About 1 in 5 patients had side effects, the agency said.", []),
        (TRIAL, "About two in ten patients had side effects, the agency said.", []),
        (TRIAL, "About a quarter of patients had side effects, the agency said.", ["figure_changed"]),
        (TRIAL, "About one in four patients had side effects, the agency said.", ["figure_changed"]),
        (FLIGHTS, "Four airlines have cancelled all outbound flights to the Egyptian resort.", []),
        (FLIGHTS, "Six airlines have cancelled all outbound flights to the Egyptian resort.", ["figure_absent"]),
        (HOMES, "York could see more than 9,000 homes built at Holme Hill, a report said.", []),
        (HOMES, "York could see 9,600 homes built at Holme Hill, a report said.", []),
        (HOMES, "York could see 7,200 homes built at Holme Hill, a report said.", ["figure_absent"]),
        (RALLY, "Hundreds of thousands of people marched in the city on Sunday, police say.", []),
        (RALLY, "Tens of thousands of people marched in the city on Sunday, police say.", ["unsure figure_absent"]),
        (DAM, "The dam cost just over £3m, Beck said, and not £9m, as engineers had thought.", ["figure_absent"]),
        ("The dam cost £3m and took seven years.", "Seven years, and £7m, is what the dam cost.", ["figure_absent"]),
        ("The book was lent in 1894 and is back.", "The book was lent more than 120 years ago and is back.", ["unsure figure_absent"]),
        (POLL, "Quill is ahead by 12 points, a poll says.", ["unsure figure_elsewhere"]),
        (POLL, "Quill has a 12-point lead in the poll.", ["unsure figure_elsewhere"]),
        (POLL, "Quill is ahead by 14 points, a poll says.", ["figure_absent"]),
        (POLL, "Quill has won 12 prizes, a poll says.", ["figure_absent"]),
        (PAY, "Ada Quill is paid £500 per month by the club.", []),
        (PAY, "Ada Quill is paid £500 a year by the club.", ["figure_changed"]),
        (PAY, "Keeping the boat costs £40 a day.", ["figure_changed"]),
        (GIFTS, "Letters and posts about it brought in $18,000 in a single week, Marsh said.", ["figure_changed"]),
        (GIFTS, "Letters and posts about it brought in $18,000 in just one day, Marsh said.", []),
        (GIFTS, "The club sold 900 tickets in a day.", ["figure_changed"]),
        (GIFTS, "The club sold 900 tickets within a single hour.", []),
        (SERIES, "Marsh has reached 120 episodes of the series.", ["figure_absent"]),
        (SERIES, "The vote was called less than half an hour after it ended.", []),
        (SERIES, "Half of the voters had left when it ended.", ["figure_absent"]),
        (ABROAD, "Ada Quill's father sailed home after 12 years abroad.", ["figure_changed"]),
        (ABROAD, "Ada Quill's father sailed home after eight years abroad, when she was 12.", []),
        (SHARE, "The guild said it had a 35 percent share of women.", ["figure_changed"]),
        (SHARE, "The guild's share of women had been 35 percent before.", []),
        (SHARE, "The guild's share of women went from 35 percent to 40 percent.", []),
        ("Northampton of the League have hired a manager.", "League Two Northampton have hired a manager.", ["unsure figure_absent"]),
    ],
)  # fmt: skip
def test_figures_that_no_source_writes_so(source, summary, expected):
    """Listed names are counted, two figures of one sentence are added, the points between two shares may be told, what is numbered is
    counted, a unit may be left out behind another figure's, and "hundreds of thousands" is any figure of that order.
    """
    found = [(f.code, f.severity) for f in verify(summary, against=[source]).findings if f.code.startswith("figure_")]
    assert [code if severity == "error" else f"{severity} {code}" for code, severity in found] == expected
