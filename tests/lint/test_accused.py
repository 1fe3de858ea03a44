"""What somebody is only accused of is not told of him as done."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

_FERRY = "Bo Marsh is accused of killing two people on the ferry in June, among them Ada Quill's son."
_BOATS = "Ada Quill was charged with stealing three boats from the harbour in May."
_TOLD = "Bo Marsh is accused of killing two people on the ferry in June. He killed two people on the ferry with a knife, he told the court."
_MILL = "Bo Marsh was accused of breaking the guild's rules and selling the mill in return for a loan."
_GUILTY = "Bo Marsh was found guilty of killing two people on the ferry in June."


@pytest.mark.parametrize(
    ("source", "summary", "code"),
    [
        (_FERRY, "Bo Marsh killed two people on the ferry in June, among them Ada Quill's son.", "hedge_dropped"),
        (_MILL, "Bo Marsh sold the mill in return for a loan.", "hedge_dropped"),
        (_FERRY, "Two people were killed on the ferry in June.", None),
        (_FERRY, "Bo Marsh allegedly killed two people on the ferry in June.", None),
        (_BOATS, "In May Ada Quill stole three boats from the harbour.", "hedge_dropped"),
        (_BOATS, "Ada Quill is suspected of having stolen three boats from the harbour in May.", None),
        (_TOLD, "Bo Marsh killed two people on the ferry in June.", None),
        (_GUILTY, "Bo Marsh killed two people on the ferry in June.", None),
    ],
)
def test_an_accusation_is_no_deed(source, summary, code):
    """Unless it is told as one elsewhere, was found to be one, or is told of nobody."""
    found = {item.code for item in verify(summary, against=[source]).findings if item.severity == "error"}
    assert code in found if code else not found, found
