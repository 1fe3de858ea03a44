"""docs/rules.md holds a wrong and a right example for every rule: each is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcards.lint.check import CODES
from factcards.verifying import verify

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^## (\w+)\n\n\((\w+)\) .*?\n\n> Source: (.*?)\n>\n> Wrong: (.*?)\n>\n> Right: (.*?)\n", re.MULTILINE | re.DOTALL)
EXAMPLES = {found[1]: found.groups()[1:] for found in SECTION.finditer(PAGE)}


def test_every_code_has_a_section_with_a_wrong_and_a_right_example():
    """The page and the code list the same rules."""
    assert sorted(EXAMPLES) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_is_found_with_its_severity(code):
    """The example that the page calls wrong has a finding of this code, as bad as the page says."""
    severity, source, wrong, _right = EXAMPLES[code]
    found = {item.code: item.severity for item in verify(wrong, against=[source]).findings}
    assert found.get(code) == severity, found


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_passes(code):
    """The example that the page calls right has no finding at failing severity."""
    _severity, source, _wrong, right = EXAMPLES[code]
    report = verify(right, against=[source])
    assert report.ok, report.findings
