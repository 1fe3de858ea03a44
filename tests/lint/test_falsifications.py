"""Falsifications that a tool which only places words in the text lets through: each is refused, for its own reason."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

ARTICLE = (
    "“We have found the leak and we are repairing it,” said chief engineer Marta Lind on Friday. "
    "The dam lost 3.75 million litres in a week. "
    "Mayor Jon Brandt said the town might ration water from June. “Nobody needs to leave their home,” he told reporters. "
    "An official at the ministry said the gate is old."
)


@pytest.mark.parametrize(
    ("false", "code"),
    [
        ("“We have not found the leak and we are repairing it,” said chief engineer Marta Lind on Friday.", "quote_altered"),
        ("The dam lost 3 million litres in a week.", "figure_changed"),
        ("“We have found the leak. Nobody needs to leave their home,” said chief engineer Marta Lind on Friday.", "quote_altered"),
        ("“They have found the leak and we are repairing it,” said chief engineer Marta Lind on Friday.", "quote_altered"),
        ("“We have found the leak and we are hiding it,” said chief engineer Marta Lind on Friday.", "quote_altered"),
        ("“We have found the leak and we are repairing it,” said Mayor Jon Brandt on Friday.", "speaker_swapped"),
        ("Mayor Jon Brandt said the town will ration water from June.", "hedge_strengthened"),
        ("Officials at the ministry said the gate is old.", "source_multiplied"),
    ],
)
def test_each_is_refused_with_its_reason(false, code):
    """A word put in, a figure cut, quotations joined, ends changed, another speaker, a hedge told as fact, a plural of one."""
    report = verify(false, against=[ARTICLE])
    assert code in {item.code for item in report.failing}, report.findings


def test_the_article_itself_passes():
    """Word for word there is nothing to object to."""
    report = verify(ARTICLE, against=[ARTICLE])
    assert report.findings == ()
