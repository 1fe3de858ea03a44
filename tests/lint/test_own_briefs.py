"""What `factcards make` writes stands the linter: every brief against the article that it was made of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcards.engines.local.reader import LocalReader
from factcards.lint.documents import open_document
from factcards.pipeline import make
from factcards.read import from_text, read_file
from factcards.rendering import render
from factcards.verifying import verify

pytestmark = pytest.mark.usefixtures("each_text_read_once")

ROOT = Path(__file__).parents[2]
SEEDS = sorted(path for path in (ROOT / "seeds").iterdir() if path.suffix in {".txt", ".md", ".html"} and path.name != "README.md")
OWN = [json.loads(line) for line in (ROOT / "tests" / "gold" / "own.jsonl").read_text(encoding="utf-8").splitlines()]
READER = LocalReader()


def _failing(article):
    report = verify(render(make(article)), against=[article], name="brief.md", reader=READER)
    return [(item.code, item.message, report.summary[: item.span.start].count("\n") + 1) for item in report.failing]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_seed_s_brief_passes(path):
    """Cards, flags, what was withheld, the lines about them: nothing there says more than the article."""
    assert _failing(read_file(path).article) == []


@pytest.mark.slow
@pytest.mark.parametrize("row", OWN, ids=lambda row: row["id"])
def test_a_labelled_article_s_brief_passes(row):
    """Ten more articles, one of each kind."""
    assert _failing(from_text(row["text"], row["id"])) == []


def test_a_block_quote_is_not_spared_for_standing_in_one():
    """Words that the source does not have, and words under a line about something else, are checked as ever."""
    source = "Mayor Ada Quill denied that the bridge will close in May. The council met on Monday to speak about the budget."
    false = verify("Ada Quill denied that the bridge will close.\n\n> the bridge closes after 34 years.", against=[source], name="a.md")
    assert not false.ok
    alone = verify("The council met on Monday.\n\n> the bridge will close in May.", against=[source], name="a.md")
    assert [item.code for item in alone.findings] == ["attribution_dropped"]


@pytest.mark.parametrize(
    "line",
    [
        "The bridge will close · officials · `c12345678`",
        "direct · The bridge will close, officials said · `c12345678`",
        "Article sha256 `93ac` · The bridge will close",
    ],
)
def test_a_line_is_no_data_for_looking_like_it(line):
    """Only what `make` itself writes under a card is left out; a checked text must not silence its checker."""
    assert "bridge will close" in open_document(line, "a.md").article.text
