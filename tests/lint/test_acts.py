"""When something was done, how many did it and whether it still is so, beside words that a summary keeps."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

_HACKER = "Lazar, who lived in Tarn, pleaded guilty in May to theft of computer data. He was arrested at home in 2014 and held in Norrland."
_COURT = (
    "The 2-1 decision today by the court of appeals overturned a May ruling. A judge wrote in April that the ruling of May was wrong, and "
    "the court of appeals would say so."
)
_DEADLINE = "Staff at the board have until March 15 to comply. On March 23 the owner of the app is to speak before the assembly."
_WIDOW = "Ada Moss was a baker. Her husband Bo, with whom she had three children, died in 1931. She wed him in 1919. She died on 1 April."
_TRADERS = "The programme spoke to several traders at the market with similar stories, reporting that prices had risen by up to 40%."
_MARRIED = "While her husband has granted her a divorce under church law, the two are still legally married."


@pytest.mark.parametrize(
    ("source", "summary", "expected"),
    [
        (_HACKER, "Lazar pleaded guilty in July to theft of computer data.", {"figure_changed": "July"}),
        (_HACKER, "Lazar pleaded guilty in May to theft of computer data.", {}),
        (_HACKER, "Lazar, arrested in 2014, pleaded guilty in May.", {}),
        (_COURT, "In a 2-1 decision on Tuesday, the court of appeals overturned the May ruling.", {}),
        (_COURT, "A judge of the court of appeals wrote on Friday that the May ruling was wrong.", {}),
        (_DEADLINE, "The board's staff must comply with it and have until March 23.", {"figure_changed": "March 23"}),
        (_DEADLINE, "The board's staff must comply with it and have until March 15.", {}),
        (_WIDOW, "Ada Moss bore three children to her husband Bo, who died in 1919.", {"figure_changed": "1919"}),
        (_WIDOW, "Ada Moss bore three children to her husband Bo, who died in 1931.", {}),
        (_WIDOW, "Ada Moss died in April, decades after her husband.", {}),
        (_TRADERS, "Most traders reported price rises of up to 40%.", {"quantity_changed": "Most"}),
        (_TRADERS, "Several traders reported price rises of up to 40%.", {}),
        (
            _MARRIED,
            "Her husband has granted her a divorce under church law; the two are no longer legally married.",
            {"negation_added": "no longer"},
        ),
        (_MARRIED, "Her husband has granted her a divorce under church law; they remain legally married.", {}),
    ],
)
def test_what_stands_beside_the_words_that_a_summary_keeps(source, summary, expected):
    """Another date right behind the same word, another count of the same people, "no longer" for "still"; and the source's own."""
    assert {found.code: found.span.quote for found in verify(summary, against=[source]).failing} == expected
