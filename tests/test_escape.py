"""Whatever an article or a model says, it stays text: in Markdown, on a terminal, in JSON."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcards.canonical import json_safe
from factcards.rendering import escape

HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://203.0.113.1/p.png)",
    "**b** _i_ `c` ~~s~~ ==m==",
    "# head",
    "- item",
    "1. item",
    "> quote",
    "| a | b |",
    "&lt;b&gt; &#60;",
    "https://evil.example/ www.evil.example a@evil.example",
    "@team #12 GH-34 :smile:",
    "```\ncode\n```",
    "---",
    "\x1b[31mred\x1b[0m \x9b31m \x1b]0;owned\x07",
    "::stop-commands::x",
    "\u202egnp.exe",
    "a\u2028b",
    "{{ template }} {% raw %}",
    "$$math$$",
]
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TEXT = st.text(alphabet=st.sampled_from(list("ab1.#*_`[]()<>!|&;:/\\-+=~\"' \n\t\x1b\u202e@{}%$")), max_size=60)


def shown(text: str) -> str:
    """What a CommonMark renderer makes of it, less the paragraph and code spans."""
    return re.sub(r"</?(?:p|code)>", "", MARKDOWN.render("x " + escape.markdown(text)))


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_makes_no_markup_of_it(text: str) -> None:
    """No tag at all but the paragraph's own."""
    assert "<" not in shown(text)


@given(TEXT)
def test_no_markdown_markup_from_any_text(text: str) -> None:
    """In the middle of a line and at its start."""
    assert "<" not in shown(text)
    assert not re.search(r"<(?!/?(?:p|code)>)", MARKDOWN.render(escape.markdown(text)))


@pytest.mark.parametrize(("text", "safe"), [("C##", "C\\##"), ("C## no", "C## no"), ("#" * 50_000 + "x", "\\" + "#" * 50_000 + "x")])
def test_only_hashes_at_the_end_end_a_heading(text: str, safe: str) -> None:
    """And a row of them anywhere else is gone over once (20 s for the last, where each was taken for the first of them)."""
    begin = process_time()
    assert escape.markdown(text) == safe
    assert process_time() - begin < 1


@given(st.text(alphabet=st.characters(whitelist_categories=["L", "N"]), max_size=40))
def test_words_stay_as_they_are(text: str) -> None:
    """Letters and digits need no escape."""
    assert escape.markdown(text) == text


@given(st.text(max_size=80))
@example("".join(chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cf"))
def test_a_terminal_gets_nothing_to_obey(text: str) -> None:
    """No control character, no bidirectional override, no line that begins a workflow command."""
    safe = escape.terminal(text)
    assert not any(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for character in safe)
    assert not any(line.startswith("::") for line in escape.terminal(text, newlines=True).splitlines())


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=80))
def test_json_means_the_same_afterwards(text: str) -> None:
    """Escaped, not changed."""
    assert json.loads(json_safe(json.dumps(text, ensure_ascii=False))) == text
