"""Datelines: where a paragraph of agency copy begins."""

from __future__ import annotations

import pytest

from factcards.engines.local.parsing.dateline import after_dateline


@pytest.mark.parametrize(
    "line",
    [
        "MARROW, June 3 (UPI) -- ",
        "MARROW (UPI) — ",
        "MARROW, June 3 - ",
        "MARROW - ",
        "MARROW, Ostrey, Oct. 14 (UPI) -- ",
        "PORT ANSELM, Lorvania — ",
        "PORT ANSELM, Oct. 14, 2024 (UPI) – ",
        "NEW MARROW, 3 June (UPI) - ",
        "ST. ODILE (Courier News) — ",
        "MARROW, Monday — ",
        "MARROW (UPI): ",
        "MARROW/VELL, June 3 (UPI) - ",
        "New Marrow (UPI) – ",
        "Marrow, Oct. 4 — ",
        "Marrow, Lorvania, 4 October (UPI) - ",
        "14:05 ",
        "9:40am GMT - ",
        "12.15pm – ",
        "(CNN)",
        "(CNN) ",
        "(Reuters) - ",
        "Marrow, Lorvania (CNN)",
        "MARROW, Va. (UPI) _ ",
        "Nov 6 - ",
        "Nov 6 (UPI) - ",
        "6 November — ",
    ],
)
def test_what_follows_a_dateline_begins_behind_it(line: str) -> None:
    """Place, region, date and agency, in the orders that agencies use."""
    assert after_dateline(f"{line}The bridge was shut.", 0, 200) == len(line)


@pytest.mark.parametrize(
    "text",
    [
        "14:05 was the time of the vote.",
        "10.30 Quill left the hall.",
        "The bridge - the oldest in Marrow - was shut.",
        "NASA said the probe was lost.",
        "A MARROW man - 41 years old - was arrested.",
        "QUILL: The bridge was shut.",
        "MARROW BRIDGE SHUT",
        "Marrow - The bridge was shut.",
        "Marrow bridge (Lorvania) – the oldest – was shut.",
        "On Monday, Oct. 4 - The bridge was shut.",
        "UN: The bridge was shut.",
        "(The) Bridge was shut.",
        "Marrow FC (MFC) The bridge was shut.",
        "UN Secretary-General Ada Quill said that the bridge was shut.",
    ],
)
def test_other_capitals_and_dashes_are_no_dateline(text: str) -> None:
    """A dash inside a sentence, an acronym, a speaker's label, a headline in capitals."""
    assert after_dateline(text, 0, len(text)) == 0


def test_the_stretch_alone_is_looked_at() -> None:
    """Offsets are into the whole text, and nothing behind the end counts."""
    text = "Headline\n\nMARROW - The bridge was shut."
    assert after_dateline(text, 10, len(text)) == 19
    assert after_dateline(text, 10, 17) == 10
