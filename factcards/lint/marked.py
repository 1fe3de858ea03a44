"""Findings in a summary's prose, taken back to its file: their places among the marks, and edits that leave the marks whole."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from factcards.lint.documents import Document
from factcards.lint.findings import Edit, Objection
from factcards.mapped import MappedText
from factcards.spans import Span

__all__ = ["in_file"]


def in_file(document: Document, found: Objection) -> Objection:
    """The finding with offsets into the file. One with an edit that would break a mark in two has no fix any more."""
    span = Span.of(document.file, *document.view.origin(found.span.start, found.span.end))
    edits = [_edit_in_file(document, edit) for edit in found.fix]
    whole = tuple(edit for edit in edits if edit is not None)
    return found.model_copy(update={"span": span, "fix": whole if len(whole) == len(edits) else ()})


def _edit_in_file(document: Document, edit: Edit) -> Edit | None:
    view, file = document.view, document.file
    if edit.start == edit.end:
        at = _point(view, edit.start)
        return Edit(start=at, end=at, replacement=_spelled(document, edit.replacement))
    if _is_marked(view, edit.start, edit.end):
        edit = _cut_down(view.text, edit)
        if edit.start == edit.end:
            return _edit_in_file(document, edit)
    start, end = view.origin(edit.start, edit.end)
    around = _around(file, start, list(_marks(view, file, edit.start, edit.end)))
    if around is None or (any(around) and len(edit.replacement) < _LEAST) or _is_blanked(document, edit):
        return None
    return Edit(start=start, end=end, replacement=around[0] + _spelled(document, edit.replacement) + around[1])


_LEAST = 2
"""Letters that marks may stand round: with fewer, words go and a capital comes."""


def _is_blanked(document: Document, edit: Edit) -> bool:
    """Whether what is no prose would go with an edit's words, as a comment or a footnote's number; marks that begin a line may."""
    prose, shown = document.view.text[edit.start : edit.end], document.shown[edit.start : edit.end]
    return any(own.isspace() and not (character.isspace() or character == ">") for own, character in zip(prose, shown, strict=True))


def _point(view: MappedText, at: int) -> int:
    """Where in the file something is put in before this character of the prose: beside the word, within its marks."""
    if at and (at == len(view.text) or not view.text[at].isalnum()):
        return view.ends[at - 1]
    return view.starts[at]


def _spelled(document: Document, words: str) -> str:
    return html.escape(words, quote=False) if document.form == "html" else words


def _is_marked(view: MappedText, start: int, end: int) -> bool:
    return any(view.ends[at] < view.starts[at + 1] for at in range(start, end - 1))


_WORD = re.compile(r"\s+|\S+")


def _cut_down(text: str, edit: Edit) -> Edit:
    """The edit without the words at either end that it would leave as they are: "expression of concern", "expression of interest"."""
    old, new = _WORD.findall(text[edit.start : edit.end]), _WORD.findall(edit.replacement)
    head = next((k for k, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = min(len(old), len(new)) - head
    tail = next((k for k in range(rest) if old[-1 - k] != new[-1 - k]), rest)
    start, end = edit.start + len("".join(old[:head])), edit.end - len("".join(old[len(old) - tail :]))
    return Edit(start=start, end=end, replacement="".join(new[head : len(new) - tail]))


class _Mark(NamedTuple):
    """One mark of the file among the words of an edit."""

    shown: str
    start: int


_EMPHASIS = re.compile(r"</?[a-zA-Z][^>]*>|\*+|_+|`+|~+")
_ONE = re.compile(rf"{_EMPHASIS.pattern}|\[|\]\([^\n]*\)|\]\[[^\n]*\]|.", re.DOTALL)


def _marks(view: MappedText, file: str, start: int, end: int) -> Iterator[_Mark]:
    for at in range(start, end - 1):
        for found in _ONE.finditer(file, view.ends[at], view.starts[at + 1]):
            yield _Mark(found[0], found.start())


def _around(file: str, start: int, marks: list[_Mark]) -> tuple[str, str] | None:
    """The marks that must stand before and behind new words in the place of theirs: an opening one whose end stands behind them, an end
    whose opening one stands before. Null where a link would go, or what is no mark of ours, or far into an endless paragraph.
    """
    begin = max(0, *(file.rfind(blank, max(start - _ENDLESS, 0), start) for blank in ("\n\n", "\n\r\n", "\r\r")))
    opened: list[_Mark] = []
    closing: list[str] = []
    for mark in marks:
        if mark.shown[0] == "]" or mark.shown.startswith("<a") or not _EMPHASIS.fullmatch(mark.shown):
            return None
        if not opened and mark.shown[0] != "<" and start - begin > _ENDLESS:
            return None
        if not _closes(file, begin, mark, opened):
            opened.append(mark)
        elif opened:
            opened.pop()
        else:
            closing.append(mark.shown)
    return "".join(mark.shown for mark in opened), "".join(closing)


_ENDLESS = 20_000
"""Code points of a paragraph that are looked at for what is open in it: each edit there looks at all of them."""


def _closes(file: str, begin: int, mark: _Mark, opened: list[_Mark]) -> bool:
    """Whether a mark is an end; one that looks the same at both ends is, where one like it is open already in the paragraph that begins
    there.
    """
    if mark.shown[0] == "<":
        return mark.shown.startswith("</")
    if opened:
        return opened[-1].shown == mark.shown
    return sum(found[0] == mark.shown for found in _ONE.finditer(file[begin : mark.start])) % 2 == 1
