"""Three briefs of the seed: a careful one, a sloppy one and a false one, with what an editor would object to, as goldens."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcards.read import read_file
from factcards.verifying import verify

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = read_file(SEEDS / "putin-xi-ceasefire.txt").article


@pytest.mark.parametrize("name", ["careful", "sloppy", "false"])
def test_the_findings_are_an_editor_s(name):
    """Severity, code and words, in the brief's order; the careful brief passes."""
    text = (SEEDS / "briefs" / f"{name}.md").read_text(encoding="utf-8")
    report = verify(text, against=[ARTICLE], name=f"{name}.md")
    found = "".join(f"{item.severity} {item.code}: {' '.join(item.span.quote.split())}\n" for item in report.findings)
    assert found == (SEEDS / "briefs" / f"{name}.findings.txt").read_text(encoding="utf-8")
    assert report.ok == (name == "careful")
