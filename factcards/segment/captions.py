"""What a picture shows, run into a text that has lost its lines: "... in May. Ada Quill opens the bridge . She said ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from factcards.layout import Paragraph
from factcards.segment.sentences import split

__all__ = ["apart", "are_marked"]

_SPACED = re.compile(r"[^\s.,:] \.(?! \.)(?=\s|\Z)")
_PLAIN = re.compile(r"[^\s.]\.(?=\s|\Z)")
_MARKS = frozenset("\"'“‘")
"""What somebody says begins with one, whatever its stop is."""
_SHOWS = re.compile(r"\((?:l-r|l to r|from left|left to right)\)|Scroll down for\b", re.IGNORECASE)
"""How one begins, whatever its stop is."""
_BEFORE = re.compile(r"(?::|\bsa(?:ys|id),?)\s+[\"“'‘][^\"“”]+[\"”'’](?=\s+[A-Z])")
"""What somebody says, without a stop, before one: "He said: 'We won' Ada Quill at the bridge ."."""
_ENDS = re.compile(
    r"\((?:(?i:(?:stock|file|library|archive) (?:image|photo|photograph|picture)s?)(?: shown)?|left|right|l|r|above|below|centre|center"
    r"|shown|pictured)\)(?=\s+[\"“'‘A-Z])"
)
"""How one ends that has no stop: "Quill on the bridge (stock image)", "Ada Quill (left) meets Max Marsh (right)"."""


def apart(text: str, paragraph: Paragraph, *, marked: bool) -> Iterator[Paragraph]:
    """The pieces of a paragraph of the body, captions and what stands between them, each a run of sentences; another one as it is.

    Args:
        text: The article's text.
        paragraph: Of which the pieces are.
        marked: Whether a space before a stop tells a caption (`are_marked`).
    """
    if paragraph.part != "body":
        yield paragraph
        return
    for shown, run in groupby(_sentences(text, paragraph, marked=marked), key=lambda sentence: sentence[2]):
        pieces = list(run)
        yield Paragraph(pieces[0][0], pieces[-1][1], "caption" if shown else "body")


def are_marked(text: str) -> bool:
    """Whether a space before a stop tells a caption, as on some newspapers' pages without lines: most stops of the text have none."""
    return len(_SPACED.findall(text)) <= len(_PLAIN.findall(text))


def _sentences(text: str, paragraph: Paragraph, *, marked: bool) -> Iterator[tuple[int, int, int]]:
    """The sentences, and which caption each is of: 0 for none; those that have no stop are one each."""
    for first, end in split(text, paragraph.start, paragraph.end):
        start = first
        for found in _ENDS.finditer(text, first, end):
            yield start, found.end(), found.end()
            start = found.end() + len(text[found.end() : end]) - len(text[found.end() : end].lstrip())
        shown = marked and _SPACED.match(text, end - 3) is not None and text[first] not in _MARKS
        before = _BEFORE.search(text, start, end) if shown else None
        if before is not None:
            yield start, (start := before.end()), 0
        start += len(text[start:end]) - len(text[start:end].lstrip())
        if start < end:
            yield start, end, int(shown or _SHOWS.match(text, start, end) is not None)
