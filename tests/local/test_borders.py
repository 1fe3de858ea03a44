"""Where a content ends that the tagger read word by word."""

from __future__ import annotations

import pytest

from factcards.engines.local.combining.borders import mend
from factcards.engines.local.learned.proposal import Proposal
from factcards.engines.local.parsing.parse import parse
from factcards.engines.local.parsing.sheet import sheet_of
from factcards.read import from_text
from factcards.segment import lay_out


@pytest.mark.parametrize(
    ("text", "content", "mended"),
    [
        ("The club said it did n't go far enough and urged voters to reject it.", "it did n't go", "it did n't go far enough"),
        ("The club said that the road was shut today.", "that the road was shut", "that the road was shut"),
        ("Another woman was hurt, Quill said.", "Another woman was hurt", "Another woman was hurt"),
    ],
)
def test_a_content_keeps_the_adverbs_right_behind_it(text: str, content: str, mended: str) -> None:
    """Those of its own verb, and none that says when somebody spoke."""
    article = from_text(text)
    layout = lay_out(article)
    sheet = sheet_of(article.text, parse([article], [layout])[0], layout)
    words = content.split()
    low = [sheet.text[a:b] for a, b in zip(sheet.start, sheet.end, strict=True)]
    first = next(at for at in range(len(low)) if low[at : at + len(words)] == words)
    proposal = Proposal(low.index("said"), 0.9, 0.0, [])
    proposal.content = list(range(first, first + len(words)))
    mend(sheet, proposal)
    assert " ".join(low[at] for at in proposal.content) == mended
