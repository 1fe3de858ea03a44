"""Hostile and odd input ends in bounded time, without a traceback."""

from __future__ import annotations

import os
import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcards.errors import ArticleError, FactcardsError
from factcards.lint.documents import open_document
from factcards.rendering.findings import FORMATS
from factcards.verifying import verify

FUZZED_PAIRS = int(os.environ.get("FUZZED_PAIRS", "10000"))
"""The gate takes fewer: ten thousand take five minutes."""
SOURCE = "Mayor Ada Quill said on Tuesday that the bridge might close before May. “We have no choice,” she said. At least 200 people came."
PIECES = [
    "“", "”", '"', "'", "’", "*", "_", "[", "](", ")", "<b>", "</b>", "<p", "&amp;", "&#8203;", "\u200b",
    "\u2060", "\u202e", "\ufeff", "\x00", "\n", "\n\n", "# ", "> ", "- ", "```", "<!--", "-->", "|",
    "\\", "1.2m", "$5", "3.75", "1/2", "%", "½", "٣", "Ⅳ", "not ", "may ", "will ", "n’t ", "said ",
    "Quill ", "the bridge ", "мост ", "橋", "جسر ", "e\u0301", "ﬁ", "İ", "ß", "😀", "a" * 300, " " * 50,
    "if ", "at least ", "“We have no choice,” she said. ", SOURCE,
]  # fmt: skip


@pytest.mark.parametrize(
    "summary",
    [
        "“" * 20_000,
        '"' * 20_001,
        "'a" * 20_000,
        "> " * 20_000 + "x",
        "[" * 20_000 + "a" + "](b)" * 20_000,
        '<a "' * 20_000,
        "<b>" * 10_000 + "x" + "</b>" * 10_000,
        "|" * 50_000,
        "- - " * 20_000,
        "**" * 20_000,
        "\u200b".join("the bridge will close"),
        "1 " * 20_000,
        "9" * 50_000,
        "мост the 橋 جسر bridge " * 2_000,
        "a" * 100_000,
        ("not " * 5_000) + ".",
        "<!-- " * 20_000,
        "```\n" * 10_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_a_hostile_summary_ends_soon(summary):
    """40,000 characters of one thing take seconds at most, in Markdown and in HTML."""
    began = time.monotonic()
    for name in ("b.md", "b.html"):
        with suppress(ArticleError):  # some are marks alone
            report = verify(summary, against=[SOURCE], name=name)
            assert all(summary[f.span.start : f.span.end] == f.span.quote for f in report.findings)
    assert time.monotonic() - began < 30


def test_words_without_an_end_of_a_sentence_are_no_pass():
    """What is not checked is a finding that fails, with where it stands."""
    summary = "It rained.\n\nAda Quill stole 7 million dollars" + ", and the town of Grell is not ready for it at all" * 60 + "."
    report = verify(summary, against=["It rained. Ada Quill is the mayor of Grell."])
    found = [item for item in report.failing if "nothing in them was checked" in item.message]
    assert [(item.code, item.span.start) for item in found] == [("ungrounded", summary.index("Ada"))]
    assert summary[found[0].span.start : found[0].span.end] == found[0].span.quote


def test_zero_width_characters_do_not_hide_a_word():
    """A word with a zero width space in it is the word."""
    summary = "The bridge w\u200bi\u2060ll close before May, Mayor Ada Quill said."
    assert [f.code for f in verify(summary, against=[SOURCE]).failing] == ["hedge_strengthened"]


def test_a_quotation_of_nothing_but_marks_to_the_tagger_is_read():
    """Found by the ten thousand pairs: the small tagger takes "000" for a mark."""
    assert verify("The bridge is shut.", against=["““““”said 000“"]).findings is not None


def test_a_clause_whose_head_is_no_word_to_us_is_read():
    """Found by the ten thousand pairs: the source ends with what the tagger takes for a verb and we for no word."""
    assert verify("00A 0g00", against=[":0G"]).findings is not None


def test_a_speaker_without_a_word_is_none():
    """Found by the ten thousand pairs: the tagger takes a control character for who speaks."""
    assert verify("at least said \x1a", against=["at least "]).findings is not None


def test_a_person_of_nothing_but_a_mark_is_none():
    """The tagger takes the full stop behind the last date for somebody's name."""
    said = "Tarnian Ada Quill will make the first defence of her title against Jo Orr in Tarn on Saturday, 26 April."
    assert verify(said, against=["Ada Quill will meet Jo Orr in May."]).findings is not None


def test_five_megabytes_are_refused_in_a_line():
    """The limit is said, and what to do."""
    with pytest.raises(ArticleError, match="longer than 2,000,000"):
        verify("The bridge will close. " * 230_000, against=[SOURCE])
    with pytest.raises(ArticleError, match="longer than 2,000,000"):
        verify("The bridge will close.", against=["The bridge will close. " * 230_000])


def _is_handled(summary: str, source: str, name: str) -> None:
    try:
        report = verify(summary, against=[source], name=name)
    except FactcardsError:
        return
    for found in report.findings:
        assert summary[found.span.start : found.span.end] == found.span.quote
        for passage in found.evidence:
            assert passage.span.stands_in(report.sources[passage.source].text)
        for edit in found.fix:
            assert 0 <= edit.start <= edit.end <= len(summary)
    for form in FORMATS.values():
        form(report).encode("utf-8")


_TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=25).map("".join)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(_TEXTS, _TEXTS, st.sampled_from(["a.txt", "a.md", "a.html", "-"]))
def test_no_pair_of_texts_ends_in_a_traceback(summary, source, name):
    """Spans are true, edits lie inside, and every format can be written."""
    _is_handled(summary, source, name)


@pytest.mark.slow
@settings(max_examples=FUZZED_PAIRS, deadline=None, suppress_health_check=list(HealthCheck))
@given(_TEXTS, _TEXTS, st.sampled_from(["a.txt", "a.md", "a.html", "-"]))
def test_ten_thousand_pairs(summary, source, name):
    """The full count."""
    _is_handled(summary, source, name)


@given(_TEXTS)
def test_a_document_is_opened_whatever_it_holds(text):
    """Leaving markup out never fails, and every character knows its place."""
    for form in ("text", "markdown", "html"):
        document = open_document(text, form=form)
        assert len(document.article.text) == len(document.view.text) == len(document.shown)
