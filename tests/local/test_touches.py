"""What rules make of a content that the statistics cut badly: given as found, whatever the statistics would say today."""

from __future__ import annotations

import pytest

from factcards.cards import Article
from factcards.engines.local.combining.mending import mend
from factcards.engines.local.combining.merging import with_ruled
from factcards.engines.local.combining.unsaid import without_unsaid
from factcards.engines.local.found import Found, Frame, Source
from factcards.engines.local.parsing.parse import Block, parse
from factcards.layout import Layout
from factcards.read import from_text
from factcards.segment import lay_out


def _read(text: str) -> tuple[Article, Layout, Block]:
    """A text of one paragraph, laid out and parsed."""
    article = from_text(text)
    layout = lay_out(article)
    return article, layout, parse([article], [layout])[0][0]


def _found(block: Block, cue: str, content: str, frame: Frame = "clause", source: str = "Quill") -> Found:
    """An attribution with these words for its cue, its content (pieces joined by " ... ") and its source ("" for none)."""
    words = cue.split()
    first = next(t for t in block.tokens if t.text == words[0] and t.nbor(len(words) - 1).text == words[-1])
    run = list(block.doc[first.i : first.i + len(words)])
    pieces = [(block.text.rindex(piece), block.text.rindex(piece) + len(piece)) for piece in content.split(" ... ")]
    named = next((t for t in block.tokens if t.text == source), None)
    verb = next((t for t in run if t.pos_ == "VERB"), None)
    return Found(block, pieces, frame, None if named is None else Source(block, named, named, named), run, verb)


def _pieces(found: Found) -> str:
    """The content's words."""
    return " ... ".join(found.block.text[low:high] for low, high in found.content)


@pytest.mark.parametrize(
    ("cue", "content", "mended"),
    [
        ("shows", "that drivers lose", "everything that drivers lose"),
        ("shows", "drivers lose", "drivers lose"),
    ],
)
def test_a_content_begins_with_the_noun_that_its_clause_describes(cue: str, content: str, mended: str) -> None:
    """Where that is the cue's object; words that are no such clause stay as they are."""
    article, layout, block = _read("Quill shows everything that drivers lose.")
    found = _found(block, cue, content)
    mend(article.text, layout, [found])
    assert _pieces(found) == mended


@pytest.mark.parametrize(
    ("text", "cue", "content", "frame", "mended"),
    [
        (
            "Quill said the play had done well, placing it at number 12 in the list.",
            "said",
            "the play had done well, placing it at number",
            "clause",
            "the play had done well, placing it at number 12 in the list",
        ),
    ],
)
def test_a_content_has_its_number_and_nobody_who_heard_it(text: str, cue: str, content: str, frame: Frame, mended: str | None) -> None:
    """A number behind its noun belongs to it; the subject of "was told" is no part of what was told."""
    article, layout, block = _read(text)
    found = _found(block, cue, content, frame, source="")
    mend(article.text, layout, [found])
    assert _pieces(found).rstrip('"') == (content.partition(" ... ")[2] if mended is None else mended)


def test_a_noun_that_nobody_says_is_no_gap() -> None:
    """In "it is an indication that the bridge is safe" all of it is said by who says so."""
    article, layout, block = _read("Quill said it is an indication that the bridge is safe.")
    said = _found(block, "said", "it is ... the bridge is safe")
    noun = _found(block, "indication", "the bridge is safe", "noun", source="")
    mend(article.text, layout, [said, noun])
    assert _pieces(said) == "it is an indication that the bridge is safe"


def test_a_clause_that_a_second_that_opens_is_cut_nowhere() -> None:
    """What a cue brings in by "or that" is said whole, where a learned content has only its end."""
    article, layout, block = _read("Quill said that the mill was old, or that the owner was allowed to sell any oars they left.")
    said = _found(block, "said", "the mill was old ... any oars they left")
    mend(article.text, layout, [said])
    assert _pieces(said) == "the mill was old, or that the owner was allowed to sell any oars they left"


@pytest.mark.parametrize(
    ("text", "cue", "content", "kept"),
    [
        ("Quill wrote that the hall opened.", "wrote", "the hall opened", True),
    ],
)
def test_when_somebody_spoke_is_not_what_he_said(text: str, cue: str, content: str, *, kept: bool) -> None:
    """A conjunction of time at a cue's end introduces nothing."""
    article, layout, block = _read(text)
    assert bool(without_unsaid(article.text, layout, [_found(block, cue, content)])) is kept


def test_a_rule_lends_no_content_without_its_verb() -> None:
    """It may end before the quotation that has the verb; what was learned goes on through it."""
    _, _, block = _read('Quill said that drivers leaving Marrow "cannot come in" but others "can come in."')
    learned = _found(block, "said", 'drivers leaving Marrow "cannot come in" but others "can come in."')
    ruled = _found(block, "said", "drivers leaving Marrow")
    ruled.cut = True
    assert [_pieces(f) for f in with_ruled([learned], [ruled])] == ['drivers leaving Marrow "cannot come in" but others "can come in."']
