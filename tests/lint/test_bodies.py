"""A body whose name ends as that of the one in the source is another one."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

_COUNCIL = "The Ostrey City Council voted on the road on Monday. Tarn lies by the sea."
_BOTH = "The Ostrey City Council met on Monday. In Tarn, the city council voted on the road."
_MINISTRY = "The Ostrey Defence Ministry has moved its staff to the coast in May. An Ostreyan ferry sank."
_COMMITTEE = "Bo Marsh leads the Democratic National Committee. Republican voters are angry, he said on Monday."
_MAGAZINE = "Ada Quill joined the critics this week, publishing an op-ed in The Tarn Post hammering the mayor."


@pytest.mark.parametrize(
    ("source", "summary", "code"),
    [
        (_COUNCIL, "The Tarn City Council voted on the road on Monday.", "name_changed"),
        (_COUNCIL, "The Ostrey City Council voted on the road on Monday.", None),
        (_BOTH, "The Tarn City Council voted on the road.", None),
        (_MINISTRY, "In May staff of the Ostreyan Defence Ministry went to the coast.", None),
        (_COMMITTEE, "Bo Marsh leads the Republican National Committee.", "name_changed"),
        (_MAGAZINE, "Ada Quill joined the critics this week with an op-ed in The Ostrey Times attacking the mayor.", "name_changed"),
        (_MAGAZINE, "Ada Quill joined the critics this week with an op-ed in The Tarn Post attacking the mayor.", None),
    ],
)
def test_a_body_is_told_by_its_first_word(source, summary, code):
    """Where no source has the two together, nor the rest of the name alone."""
    found = {item.code for item in verify(summary, against=[source]).findings if item.severity == "error"}
    assert code in found if code else not found, found
