"""The words that rules ask are the parser's: every attribute says what spaCy's own objects say."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from factcards.engines.local.parsing.parse import parse, parses
from factcards.engines.local.parsing.tokens import Strings, Token, doc_of
from factcards.engines.local.reader import LocalReader
from factcards.read import from_text
from factcards.segment import lay_out

SEEDS = sorted(Path("seeds").glob("*.txt"))
ODD = (
    "“It’s not over,” said Dr. Quill-Marsh  (the head of R&D), 48,\tand\u00a0left — at 5.30pm.\n\nNeither he nor the U.S. team can't say "
    "why!\n\nTwo hundred and six people, 1,200 sheep and ½ a dog live in St. Ives; all but one is “at sea”, the Bishop of Tarn's office "
    "said on Monday."
)
PLAIN = (
    "i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "whitespace_", "is_sent_start", "is_punct", "is_space",
    "is_quote", "like_num", "is_alpha", "is_digit", "is_lower", "is_title", "is_upper",
)  # fmt: skip
ONE = ("head", "left_edge", "right_edge")
MANY = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


@pytest.mark.parametrize("text", [*(path.read_text("utf-8") for path in SEEDS[:2]), ODD])
def test_a_word_says_what_the_parsers_own_said(text: str) -> None:
    """Plain attributes, edges of the tree, sentences, names, and runs of words."""
    article = from_text(text)
    for parsed, draft in parses([article], [lay_out(article)]):
        doc = doc_of(parsed, draft.view.text, Strings(parsed.vocab.strings))
        assert (len(doc), doc.text) == (len(parsed), parsed.text)
        sentences = [(run.start, run.end, run.text, run.root.i) for run in doc.sents]
        assert sentences == [(own.start, own.end, own.text, own.root.i) for own in parsed.sents]
        names = [(entity.words.start, entity.words.end, entity.words.text, entity.label) for entity in doc.ents]
        assert names == [(own.start, own.end, own.text, own.label_) for own in parsed.ents]
        for mine, own in zip(doc, parsed, strict=True):
            assert {name: getattr(mine, name) for name in PLAIN} == {name: getattr(own, name) for name in PLAIN}
            assert {name: getattr(mine, name).i for name in ONE} == {name: getattr(own, name).i for name in ONE}
            for name in MANY:
                assert [t.i for t in getattr(mine, name)] == [t.i for t in getattr(own, name)], (name, mine)
            assert (len(mine), mine.sent.start, mine.sent.end) == (len(own), own.sent.start, own.sent.end)
            assert doc[mine.i : mine.i + 3].text == parsed[mine.i : mine.i + 3].text
            assert mine.head.doc is doc


def test_a_neighbour_outside_the_text_is_an_error() -> None:
    """No word is taken from the other end."""
    article = from_text("Ada Quill left.")
    first = parse([article], [lay_out(article)])[0][0].tokens[0]
    assert first.nbor(1).text == "Quill"
    for step in (-1, 4):
        with pytest.raises(IndexError):
            first.nbor(step)


def _words_alive() -> int:
    return sum(isinstance(one, Token) for one in gc.get_objects())


def test_released_words_need_no_collector() -> None:
    """Words hold each other; once a text is released they go with it, and memory does not wait for a search for cycles."""
    article = from_text("Ada Quill said that the bridge was shut. It was.")
    gc.collect()
    gc.disable()
    try:
        before = _words_alive()
        blocks = parse([article], [lay_out(article)])[0]
        assert _words_alive() == before + 12
        for block in blocks:
            block.doc.release()
        del blocks, block
        assert _words_alive() == before
        LocalReader().read([article])
        assert _words_alive() == before
    finally:
        gc.enable()


def test_a_parse_that_is_set_right_is_still_a_tree() -> None:
    """Every word hangs on its sentence's main word, though the subject behind "During the fire" was told from a noun before it."""
    article = from_text(
        'The note said: "Good Sunday and a very happy May, especially to my dear sister Ada" During the fire inquiry officers claimed it '
        'was "old" and said both were shut.'
    )
    tokens = parse([article], [lay_out(article)])[0][0].tokens
    for token in tokens:
        assert [*token.ancestors, token.sent.root][-1] is token.sent.root
        assert token in token.sent.root.subtree


@pytest.mark.parametrize(
    "text", ["Doctors notes hope that rain will aid farmers.", "Quote Bosses said it would fail. Critics warned to stay."]
)
def test_a_texts_first_words_are_set_right_without_one_before_them(text: str) -> None:
    """What the parser takes for a verb's clause may begin the text."""
    article = from_text(text)
    assert parse([article], [lay_out(article)])[0]
