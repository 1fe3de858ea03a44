"""Claims: one sentence that stands alone, in the article's own words."""

from __future__ import annotations

import pytest

from factcards.engines.local.reader import LocalReader
from factcards.read import from_text


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Voters will decide on a second ferry, a purchase that the harbour board says could cost $14 million.",
            "The harbour board says that the purchase could cost $14 million.",
        ),
        ("The town has an old bridge that engineers say is unsafe.", "Engineers say that an old bridge is unsafe."),
        ("Ada Quill told reporters that the bridge is shut.", "Ada Quill said that the bridge is shut."),
        ("Ada Quill asked whether the bridge was shut.", "Ada Quill asked whether the bridge was shut."),
        (
            "Neither mayor confirmed that the bridge is shut, Ada Quill said.",
            "Ada Quill said that neither mayor confirmed that the bridge is shut.",
        ),
    ],
)
def test_a_claim_is_a_sentence_of_its_own(reader: LocalReader, text: str, claims: str) -> None:
    """The speaker, a finite cue and the content; a relative pronoun is told by what it means."""
    assert claims in [found.claim for found in reader.read([from_text(text)])[0].attributions]
