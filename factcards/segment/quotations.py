"""Where quotations begin and end: American and British marks, nested ones, and speeches that run over several paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from factcards.layout import Paragraph, Quotation

__all__ = ["find_quotations"]

_MARK = re.compile(r"''(?!')|``|[\"“”„‟«»‘’']")
"""Two apostrophes, as agencies type them, are one mark."""
_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "''": "''", "``": "''", "‘": "’", "'": "'"}
_SINGLE = frozenset("‘’'")
_BEFORE_OPEN = frozenset("([{-–—\"“‘«'/…")
_DASHES = frozenset("-–—―")
_DEEPEST = 4
_SPEECH = 3
"""Words from which what stands in marks of its own may be somebody else's speech."""


@dataclass(slots=True)
class _Open:
    mark: str
    start: int


def find_quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """All quotations of these paragraphs, in text order; one that a paragraph leaves open ends with the paragraph. A
    paragraph that is set off as quoted is one, too, unless a letter so quotes an article: all of the text, or most of it, with speeches.
    """
    found: list[Quotation] = []
    group = last = -1
    pending: str | None = None
    block = False
    apart = not _quotes_an_article(text, [paragraph for paragraph in paragraphs if paragraph.part == "body"])
    for at_paragraph, paragraph in enumerate(paragraphs):
        following = paragraphs[at_paragraph + 1] if at_paragraph + 1 < len(paragraphs) else None
        goes_on = text[following.start] if following is not None and following.part != "caption" else ""
        if following is not None and following.part == "caption":
            goes_on = "".join(_SINGLE)  # what a caption cuts off has no mark at its end
        marked = _scan(text, paragraph.start, paragraph.end, _SINGLE.intersection(goes_on))
        here = sorted((q for q in marked if not _is_nickname(text, paragraph, q)), key=lambda q: (q.start, q.depth))
        introduced = apart or block or (at_paragraph > 0 and text[paragraphs[at_paragraph - 1].end - 1] == ":")
        before, block = block, introduced and _is_block(text, paragraph) and all(_is_mention(text, paragraph, q) for q in here)
        carried = block if before else pending is not None and text.startswith(pending, paragraph.start)
        if block:
            whole = Quotation(paragraph.start, paragraph.end, paragraph.start, paragraph.end, 0, 0, closed=True)
            here = [whole, *(replace(quotation, depth=quotation.depth + 1) for quotation in here)]
        renumbered: list[Quotation] = []
        for at, quotation in enumerate(here):
            goes_on_here = carried and at == 0
            if not goes_on_here and quotation.depth == 0:
                group += 1
            renumbered.append(replace(quotation, group=last if goes_on_here else group))
        outer = [q for q in renumbered if q.depth == 0]
        if paragraph.part != "caption":  # words go on behind a picture
            pending = text[outer[-1].start : outer[-1].inner_start] if outer and not (block or outer[-1].closed) else None
            last = outer[-1].group if outer else last
        found += renumbered
    return tuple(found)


def _quotes_an_article(text: str, body: Sequence[Paragraph]) -> bool:
    """Whether what is set off as quoted is the text itself, below a line or two of whoever sends it."""
    blocks = [paragraph for paragraph in body if _is_block(text, paragraph)]
    speaks = any(_DOUBLE.search(text, paragraph.start, paragraph.end) for paragraph in blocks)
    return len(blocks) == len(body) or (speaks and 2 * len(blocks) > len(body))


_DOUBLE = re.compile(r"[\"“”]")


def _is_nickname(text: str, paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether the marks hold what somebody is called, between first name and surname: "William J. “Bill” Tarn"."""
    if paragraph.part != "body" or _CALLED.fullmatch(text, quotation.inner_start, quotation.inner_end) is None:
        return False
    before = text[max(paragraph.start, quotation.start - _FIRST_NAME) : quotation.start]
    return _GIVEN.search(before) is not None and _SURNAME.match(text, quotation.end, paragraph.end) is not None


_CALLED = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?")
_GIVEN = re.compile(r"(?:^|[\s(])[A-Z](?:\w+|\.) \Z")
_SURNAME = re.compile(r" [A-Z][\w’'-]+")
_FIRST_NAME = 24
"""Code points before a nickname in which the name before it stands."""


def _is_mention(text: str, paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether the marks hold a word or two of a sentence that goes on round them: "We will not be held to “ransom”."."""
    return quotation.start > paragraph.start and len(text[quotation.inner_start : quotation.inner_end].split()) < _SPEECH


def _is_block(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is quoted as a block, ">" before each of its lines; one that begins with a dash names who is."""
    before = text[text.rfind("\n", 0, paragraph.start) + 1 : paragraph.start]
    return ">" in before and not before.strip("> \t") and text[paragraph.start] not in _DASHES


def _scan(text: str, start: int, end: int, goes_on: Collection[str] = ()) -> Iterable[Quotation]:
    """The quotations of one paragraph; of the single marks only those that `goes_on` has may stay open, as the next paragraph begins with
    one.
    """
    stack: list[_Open] = []
    closers: dict[str, list[int]] = {}
    marks = list(_MARK.finditer(text, start, end))
    for at, found in enumerate(marks):
        mark, place = found[0], found.start()
        if stack and _closes(text, stack[-1], mark, place, start, end, marks[at + 1 : at + 1 + _AHEAD] if mark in _SINGLE else ()):
            opened = stack.pop()
            if place > opened.start + len(opened.mark):
                yield Quotation(opened.start, found.end(), opened.start + len(opened.mark), place, 0, len(stack), closed=True)
        elif stack and mark == stack[-1].mark and (ended := _ended_before(text, stack[-1], place)) is not None:
            opened, stack[-1] = stack[-1], _Open(mark, place)
            yield Quotation(opened.start, ended, opened.start + len(opened.mark), ended, 0, len(stack) - 1, closed=False)
        elif mark in _PAIRS and len(stack) < _DEEPEST and _opens(text, stack, mark, place, start, end, closers, goes_on=mark in goes_on):
            stack.append(_Open(mark, place))
    for depth, opened in enumerate(stack):
        inner = opened.start + len(opened.mark)
        if (opened.mark in _SINGLE and opened.mark not in goes_on) or end <= inner:
            continue
        yield Quotation(opened.start, end, inner, end, 0, depth, closed=False)


def _ended_before(text: str, opened: _Open, place: int) -> int | None:
    """Where a quotation ends that nobody has closed before another sentence brings in the next one: "“It is late. | He added: “Let us go”";
    null where this mark does not open one behind a colon.
    """
    if opened.mark not in {'"', "“"} or (told := _BRINGS_IN.search(text, max(opened.start, place - _INTRODUCTION), place)) is None:
        return None
    return told.end(1) if told.start() > opened.start + len(opened.mark) else None


_BRINGS_IN = re.compile(r"([.!?])\s+[A-Z][^.!?\"“”]*:\s+\Z")
_INTRODUCTION = 200
"""Code points of a sentence that brings in a quotation, at most."""


def _opens(
    text: str, stack: list[_Open], mark: str, place: int, start: int, end: int, closers: dict[str, list[int]], *, goes_on: bool
) -> bool:
    """Whether a quotation begins here; `closers` keeps where single marks may close in this paragraph."""
    before = text[place - 1] if place > start else " "
    behind = place + len(mark)
    after = text[behind] if behind < end else " "
    if after.isspace() or not (before.isspace() or before in _BEFORE_OPEN):
        glued = mark == "“" or (mark == '"' and not stack and before == "." and after.isupper())  # 'on Monday."Nobody came"'
        return glued and not after.isspace()
    if any(opened.mark == mark for opened in stack):
        return False
    if mark in _SINGLE:
        if goes_on and (place == start or _last_before(text, place, start) in {":", ",", "."}):
            return True
        if mark not in closers:
            closers[mark] = [found.start() for found in _SINGLE_CLOSE[mark].finditer(text, start, end)]
        return not after.isdigit() and _single_has_close(closers[mark], place)
    return True


_SINGLE_CLOSE = {
    "‘": re.compile(r"(?<=[\w.,!?…;:)\]”\"*])’(?!\w)"),
    "'": re.compile(r"(?<=[\w.,!?…;:)\]”\"*])'(?!\w)"),
}
_AHEAD = 12
"""Marks looked at behind a single one, for a better one to close the quotation."""
_FARTHEST = 3000
"""Code points after which a single mark is taken for an apostrophe: longer speeches use double marks or paragraphs."""


def _single_has_close(closers: Sequence[int], place: int) -> bool:
    following = bisect_right(closers, place)
    return following < len(closers) and closers[following] < place + _FARTHEST


def _last_before(text: str, place: int, start: int) -> str:
    """The last character before a place that is no white space; empty where there is none."""
    while place > start and text[place - 1].isspace():
        place -= 1
    return text[place - 1] if place > start else ""


def _closes(text: str, opened: _Open, mark: str, place: int, start: int, end: int, later: Sequence[re.Match[str]]) -> bool:
    before = text[place - 1] if place > start else " "
    behind = place + len(mark)
    after = text[behind] if behind < end else " "
    if _PAIRS[opened.mark] != mark:  # “typed by two hands," or “twice the same mark,“
        single = {opened.mark, mark} in ({"‘", "'"}, {"'", "’"}) and before in ".,!?…"
        double = {opened.mark, mark} in ({"“", '"'}, {'"', "”"}, {"“"}, {'"', "''"}, {"``", '"'}) and not before.isspace()
        return (single or double) and not after.isalnum()
    if mark in {'"', "''"}:
        return not before.isspace() or not (after.isalnum() or after in "[$£€")
    if mark not in _SINGLE:
        return True
    if after.isalnum():
        return False
    if before in ".,!?…;:":
        return True
    return not _another_close_follows(text, mark, later, end)


def _another_close_follows(text: str, mark: str, later: Sequence[re.Match[str]], end: int) -> bool:
    """Whether a better closing mark (after punctuation) comes before the next opening one: then this one is a plural's."""
    for found in later:
        place = found.start()
        before, after = text[place - 1], text[place + 1] if place + 1 < end else " "
        if found[0] != mark or (mark == "'" and before.isspace()):
            return False
        if before in ".,!?…;:" and not after.isalnum():
            return True
    return False
