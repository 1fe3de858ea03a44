"""Whoever says it is left out: a pronoun with nobody before it, a quotation without a speaker, a judgement in the summary's own voice."""

from __future__ import annotations

import pytest

from factcards.verifying import verify

_SHIP = """Captain Ada Quill spoke to reporters on Monday. Quill said she would not take the ferry out in winter.

"The harbour is an absolute disgrace," said Bo Marsh, who runs the lifeboat. The council said it would repair the pier in May.

The award was inappropriate given the state of the quay, said Ina Reed of the union. A crane fell into the dock at noon.
Painters needed a week to finish the shed."""


@pytest.mark.parametrize(
    ("code", "severity", "summary"),
    [
        ("attribution_dropped", "error", "She would not take the ferry out in winter."),
        ("attribution_dropped", "error", "It would repair the pier in May."),
        ("attribution_dropped", None, "Ada Quill runs a ferry. She would not take it out in winter."),
        ("attribution_dropped", None, "She would not take the ferry out in winter, Quill said."),
        ("pronoun_unresolved", "error", "They lost the old crane."),
        ("pronoun_unresolved", None, "It was raining. A crane fell into the dock at noon."),
        ("pronoun_unresolved", None, "It has been a bad day: a crane fell into the dock."),
        ("pronoun_unresolved", None, "She said a crane fell into the dock at noon, Quill told reporters."),
        ("pronoun_unresolved", None, "Her Majesty's Coastguard lost the old crane."),
        ("pronoun_unresolved", None, "It took painters a week to finish the shed."),
        ("pronoun_unresolved", None, "It pays to know who runs the ferry."),
        ("pronoun_unresolved", "error", "It took the old crane."),
        ("pronoun_unresolved", None, "Her ferry brought Ada Quill many friends."),
        ("pronoun_unresolved", "error", "Her brother said Ada Quill would sing."),
        ("attribution_dropped", None, "The union is angry. Says the award was inappropriate given the state of the quay."),
        ("attribution_dropped", "error", 'The harbour at Tarn is "an absolute disgrace".'),
        ("attribution_dropped", "error", 'The harbour at Tarn has become "an absolute disgrace".'),
        ("attribution_dropped", None, 'What stands before it: "The harbour is an absolute disgrace, to be sure."'),
        ("attribution_dropped", None, 'The harbour was called "an absolute disgrace".'),
        ("attribution_dropped", None, 'Lifeboatman Bo Marsh was angry. The harbour at Tarn is "an absolute disgrace".'),
        ("attribution_dropped", None, 'Reporters heard of a harbour that is "an absolute disgrace" to Bo Marsh.'),
        ("attribution_dropped", "error", "The award was wholly inappropriate given the poor state of the quay."),
        (
            "attribution_dropped",
            None,
            "Ina Reed of the union objected. The award was wholly inappropriate given the poor state of the quay.",
        ),
        ("attribution_dropped", None, "A big crane fell into the dock at noon."),
    ],
)
def test_what_is_told_of_nobody_or_by_nobody(code, severity, summary):
    """Each summary has a finding of this code and severity, or none of this code that fails."""
    found = [item.severity for item in verify(summary, against=[_SHIP]).findings if item.code == code]
    assert (severity in found) if severity else ("error" not in found), found


def test_a_sentence_that_is_copied_with_its_pronoun_is_passed():
    """An excerpt claims nothing that its source does not."""
    assert verify("She runs the lifeboat, and has for years.", against=["Ada Quill spoke. She runs the lifeboat, and has for years."]).ok


def test_one_finding_says_it_surely():
    """What is an error is not "unsure" besides."""
    report = verify("She would not take the ferry out in winter.", against=[_SHIP])
    assert [item.severity for item in report.findings if item.code == "attribution_dropped"] == ["error"]
