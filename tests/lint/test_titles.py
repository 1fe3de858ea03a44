"""A title before a name must be one that the sources give to it."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

SOURCE = "Finance Minister Ada Thorburn said the road will close. Sen. Ivo Blake agreed. Mr Hale agreed. Ms Orr, a judge, agreed."


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Chancellor Thorburn said the road will close.", [("Chancellor", "error")]),
        ("Chancellor Ada Thorburn said the road will close.", [("Chancellor", "error")]),
        ("Minister Thorburn said the road will close.", []),
        ("Senator Blake agreed.", []),
        ("Judge Blake agreed.", [("Judge", "unsure")]),
        ("Mrs Hale agreed.", [("Mrs", "error")]),
        ("Mrs Orr agreed.", []),
        ("Judge Orr agreed.", []),
        ("Mr Blake agreed.", []),
        ("Thorburn said the road will close.", []),
        ("Chancellor Merkel said the road will close.", []),
    ],
)
def test_a_title_against_a_source_that_gives_four(summary, expected):
    """Equal titles are equal however they are written; "Mr" excludes no office; a name that no source has is another rule's."""
    found = verify(summary, against=[SOURCE]).findings
    assert [(f.span.quote, f.severity) for f in found if f.code == "name_changed"] == expected


def test_the_fix_is_the_sources_title():
    """Nothing else of the sentence is touched."""
    (found,) = verify("Chancellor Ada Thorburn said the road will close.", against=[SOURCE]).findings
    assert [(edit.start, edit.end, edit.replacement) for edit in found.fix] == [(0, 10, "Minister")]
