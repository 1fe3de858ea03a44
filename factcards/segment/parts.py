"""What each stretch of scraped text is for: headline, subtitle, byline, credit, section head, caption, boilerplate or body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from factcards.cards import Part, PartKind
from factcards.folios import folios
from factcards.mapped import NOTES

__all__ = ["find_parts", "is_broken"]

_LINE = re.compile(r"[^\r\n]+")
_QUOTED = re.compile(r"[ \t]{0,12}(?:>[ \t]?(?!\d))+")
"""How a line begins that is quoted, in Markdown as in letters; in ">50 people" it is a word."""
_TERMINAL = re.compile(rf"[.!?…。！？][\"'”’»)\]]*{NOTES}*$|[:;][\"'”’»)\]]*$")
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*"
_BYLINE = re.compile(
    rf"^(?:[\W_]*(?:by|story by|words by|reported by|written by|von|par|por)[:\s*_]+{_NAME}"
    r"|(?:published|updated|posted|last (?:updated|modified)|first published|modified)\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+\d{1,2}\s+\w+\s+\d{4}"
    r"|(?:\d{1,2}\s+\w+|\w+\s+\d{1,2},)\s+\d{4}(?:[\s,|·-]|$)"
    r"|\d{4}-\d{2}-\d{2}(?:\b|$))",
    re.IGNORECASE,
)
_AGENCY = (
    r"(?:getty(?: images)?|reuters|afp|ap(?: photo)?|epa|shutterstock|alamy|pa(?: wire| media)?|bloomberg|xinhua|tass|istock|unsplash)"
)
_CREDIT = re.compile(
    rf"^(?:©|\(c\)|(?:photo|photograph|photography|image|picture|illustration|credit|graphic|photo credit|image credit)s?\s*(?:by\b|:|/|courtesy))"  # noqa: E501
    rf"|^[\w.\s’'-]{{0,60}}/\s*{_AGENCY}\W*$|^{_AGENCY}(?:\s*/\s*\w+)?$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    rf"^(?:(?:image|media) (?:caption|source|copyright)\b|(?:(?:file |handout )?(?:photo|picture|image)|file|caption)\s*[:|–-])"
    r"|^(?-i:FILE) \w"
    rf"|\((?:{_AGENCY}|photo\b)[^)]*\)\W*$"
    rf"|\b(?:photograph|photo|picture):\s*[^.]{{2,60}}$|^!\[[^\]]*\]\([^)]*\)$",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_SHOWS = (
    r"(?:(?:is|are) (?:seen|pictured|shown)|takes? (?:position|part|cover|a (?:photo|selfie))|carr(?:y|ies)|fl(?:y|ies)|(?:rise|stand|walk"
    r"|sit|speak|look|wave|hold|attend|react|arrive|gesture|gather|watche?|inspect|ride|wait|pose|clear|searche?|celebrate|protest|shake"
    r"|smile|burn|billow|help|marche?|pray|mourn|addresse?|listen|check|embrace|kiss|hug|salute|queue|demonstrate)s?)"
)
_SHOWN = re.compile(
    rf"^[^.!?]*\b{_SHOWS}\b[^.!?]*(?:,|\bon|\b{_NAME}) (?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})\W*$"
    rf"|^(?:[^.!?]+[.!?]\s+){{0,2}}[^.!?]*\b(?:REUTERS|AFP|EPA|AP)\s*/\s*{_NAME}[^.!?]{{0,50}}$"
    r"|^[^.!?]*\b(?:is|are) pictured\b[^.!?]*[.!?]?$|\bin this (?:[\w,]+ ){0,5}(?:photo|photograph|picture|handout|image)\b"
)
"""What a picture shows and when it was taken: "Smoke rises from a tower in Marrow, May 12, 2021."."""
_SAID = re.compile(r"\b(?:says?|said|told|according to|was|were|has|had|will)\b")
_BOILERPLATE = re.compile(
    r"^(?:[+*>•–-] ?)?(?:advertisement|sponsored|sign up\b|subscribe\b|share this|share on|share:|follow us|read (?:more|next|also)\b|related(?::| articles| stories)"  # noqa: E501
    r"|most read|more on this|more from|click here|(?:copyright|©|\(c\))\s*(?:©\s*)?\d{4}|all rights reserved|terms (?:of|and)"
    r"|privacy policy|cookie|newsletter|join our|download (?:the|our) app|log in|register|menu$|skip to|listen to this|comments?$"
    r"|this (?:article|story) (?:was|has been|originally)\b|editor[’']s note|topics?:|tags?:|filed under|view comments|print$|email$"
    r"|(?:watch|video|listen|also read|don[’']t miss|recommended|you may also like):|watch (?:the|how|as|live|more)\b|click to play"
    r"|listen to the (?:article|story)|get (?:the|our) .{3,60} in your inbox|this content was published|translated from [A-Z]\w+ by\b"
    r"|follow .{3,40} on (?:BBC|Facebook|Twitter|Instagram|X\b|WhatsApp|TikTok)|you (?:may|might) also\b|(?:story|article) continues below"
    r"|(?:hide|toggle) caption|enlarge this image|(?:media )?playback is (?:not )?(?:un)?supported"
    r"|please use (?:\w+ ){1,3}browser\b|click (?:on |through )?(?:the )?(?:photo|picture|image|gallery|slideshow)s?\b"
    r"|we use cookies|accept (?:all )?cookies|please enable javascript|loading\b)"
    r"|all rights reserved|^(?:read more|see also):|(?:^|\s{3}|\s[|·–—-]\s)page \d{1,4}(?: of \d{1,4})?$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\s*[\"“][^\"“”]*[.?!,][\"”]?\s*\Z")
"""A paragraph that is somebody's words."""
_BEGUN = re.compile(
    r"\s*by\s+(?:(?:his|her|its|our|my|their)\s"
    r"|(?:then|now|contrast|law|next|noon|midnight|dawn|dusk|nightfall|all accounts|the time|the end)\b)",
    re.IGNORECASE,
)
"""A sentence that begins with "By" and names no author: by nobody is anything written who is "his" or "hers" only."""
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,60}\]:|\[\d{1,3}\]\s|\[[^\[\]]{1,200}\]:\s+(?:<|https?:/|mailto:|[/#.])")
"""How a footnote begins ("[1] Marrow council, 2020."), in Markdown, too, or the line that says where a link leads."""
_HEADING = re.compile(r"^#{1,6}\s+\S")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|Lt|Col|Prof)\.$")
_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MAIL = re.compile(r"\A\s*(?:(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To):[^\r\n]*(?:\r?\n|\Z)){2,}")
"""The head of a letter that holds the article."""
_WORD = re.compile(r"\w+")

LEAST_PROSE_WORDS = 5
"""A line with an end mark and fewer words is still prose in the body ("Nobody came."), yet never starts an article."""
LONGEST_HEAD_WORDS = 30
"""No headline or subtitle in the measured news pages was longer."""
LONGEST_SECTION_WORDS = 12
HARD_WRAP = (40, 120)
"""Widths, in code points, between which a line that is not a paragraph's last is taken for hard-wrapped."""
FULL = 68
"""Width that a line ending in a stop would have with the next one's first word, from which it is no paragraph's last."""
COLUMN, COLUMN_SHARE, COLUMN_LINES = 12, 1 / 3, 4
"""The least width of such a line in a narrow column, as PDFs have; share and number of lines that go on in small letters, from which a
text is taken for one.
"""


@dataclass(slots=True)
class _Unit:
    start: int
    end: int
    words: str
    quoted: bool
    kind: PartKind | None = None


_ITEM = re.compile(r"[-*•‣·]\s")
"""How a line begins that is an item of a list, and goes on with no line before it."""


def is_broken(before: str, after: str) -> bool:
    """Whether a paragraph break fell inside a sentence: the first has no end (or only an abbreviation's stop) and the second goes on."""
    left, right = before.rstrip(), after.lstrip()
    if not left or not right:
        return False
    goes_on = right[:1].islower() or right[:1] in ",;"
    if _ABBREVIATED.search(left):
        return goes_on
    return goes_on and not _TERMINAL.search(left) and len(_WORD.findall(left)) >= 3


def find_parts(text: str, *, title: str | None = None) -> tuple[Part, ...]:
    """The parts of a scraped text, in order, disjoint, trimmed; together they cover everything but white space and the ">" of quoted lines.

    Args:
        text: The article's text.
        title: The headline where metadata know it; the line with these words is the headline.
    """
    units = _units(text)
    wanted = _plain(title or "")
    headline = next((u for u in units if wanted and _plain(u.words) == wanted and u.kind is None), None)
    if headline is not None:
        headline.kind = "headline"
    _classify(units)
    return tuple(Part(kind=unit.kind or "body", start=unit.start, end=unit.end) for unit in units)


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _units(text: str) -> list[_Unit]:
    """Lines, with the lines of a hard-wrapped paragraph taken together, and those around the end of a page inside a sentence."""
    units: list[_Unit] = []
    begin = 0
    matter = _MATTER.match(text) or _MAIL.match(text)
    if matter is not None and re.search(r"^\w+:", matter[0], re.MULTILINE):
        begin = matter.end()
        first = len(matter[0]) - len(matter[0].lstrip("\ufeff \t\r\n"))
        units.append(_Unit(first, len(matter[0].rstrip()), "---", quoted=False, kind="boilerplate"))
    lines = [[unit.words] for unit in units]
    pages, turned = dict(folios(text)), -1
    inside = False
    found = list(_lines(text, begin))
    wrap = _wrap_of(text, found)
    for start, end, words, quoted in found:
        open_ = bool(units) and units[-1].kind is None
        turned = pages.get(start, turned)
        near = open_ and quoted == inside and _adjacent(text[units[-1].end : start])
        inside = quoted
        if open_ and units[-1].end <= turned:
            units[-1].end = end
            lines[-1].append(words if start >= turned else "")
        elif near and _wrapped(lines[-1], words, wrap):
            units[-1].end = end
            lines[-1].append(words)
        else:
            units.append(_Unit(start, end, words, quoted))
            lines.append([words])
    for unit, together in zip(units, lines, strict=True):
        unit.words = " ".join(together)
    return units


class _Wrap(NamedTuple):
    """The least width of a line that is wrapped, and the one that is full: see `HARD_WRAP`, `FULL`."""

    least: int
    full: int


def _wrap_of(text: str, lines: Sequence[tuple[int, int, str, bool]]) -> _Wrap:
    """How wide a text's lines are wrapped; no narrower than most are, unless every third goes on within a sentence: a column."""
    beside = [(before[2], after[2]) for before, after in pairwise(lines) if _adjacent(text[before[1] : after[0]])]
    going_on = sum(after[:1].islower() and not _TERMINAL.search(before) for before, after in beside)
    widest = max((len(before) for before, _ in beside), default=0)
    if going_on < COLUMN_LINES or going_on < COLUMN_SHARE * len(beside) or widest >= FULL:
        return _Wrap(HARD_WRAP[0], FULL)
    return _Wrap(COLUMN, widest)


def _lines(text: str, begin: int) -> Iterator[tuple[int, int, str, bool]]:
    """Start, end and words of each line that has any, trimmed, and whether it is quoted: the mark of that is none of its words."""
    for found in _LINE.finditer(text, begin):
        mark = _QUOTED.match(found[0])
        line = found[0][mark.end() :] if mark else found[0]
        words = line.strip()
        if words:
            start = found.end() - len(line.lstrip())
            yield start, start + len(words), words, mark is not None


def _adjacent(between: str) -> bool:
    """Whether no empty line stands in what is between two lines."""
    return between.count("\n") + between.count("\r") <= (2 if "\r\n" in between else 1)


def _wrapped(lines: Sequence[str], following: str, wrap: _Wrap) -> bool:
    """Whether a line goes on with the paragraph of these."""
    last = lines[-1].splitlines()[-1].strip()  # a line separator or a form feed may stand in it
    own = len(lines) == 1 and _own_line(last)
    high = HARD_WRAP[1]
    if not wrap.least <= len(last) <= high or len(following) > high or _ITEM.match(following) or _NOTE.match(following):
        return False
    full = len(last) + len(following.split(maxsplit=1)[0]) >= wrap.full
    if full and following[:1].islower() and not _TERMINAL.search(last) and not own:
        return True  # "| by a minister", no byline
    if own or _own_line(following) or last == following or (following.startswith(_DASHES) and _TERMINAL.search(last)):
        return False
    return following[:1].islower() or not _TERMINAL.search(last) or full


def _own_line(line: str) -> bool:
    return bool(_HEADING.match(line) or _BYLINE.match(line) or _CREDIT.search(line) or _BOILERPLATE.search(line))


_CLOSING_MARKS = ("”", '"', "’", "»")
_DASHES = ("- ", "– ", "— ", "― ", "—", "―")


def _is_prose(words: str) -> bool:
    count = len(_WORD.findall(words))
    if any("\u3040" <= c <= "\u9fff" for c in words):
        return bool(_TERMINAL.search(words))
    return (bool(_TERMINAL.search(words)) and count >= LEAST_PROSE_WORDS) or count > LONGEST_HEAD_WORDS


def _classify(units: Sequence[_Unit]) -> None:
    headline = next((_plain(unit.words) for unit in units if unit.kind == "headline"), None)
    in_body = has_subtitle = False
    for at, unit in enumerate(units):
        if unit.kind is None:
            before = units[at - 1] if at else None
            after = units[at + 1] if at + 1 < len(units) else None
            unit.kind = _fixed(unit.words) or _by_place(unit, before, after, headline, in_body=in_body, has_subtitle=has_subtitle)
        if unit.kind == "headline" and headline is None:
            headline = _plain(unit.words)
        has_subtitle = has_subtitle or unit.kind == "subtitle"
        in_body = in_body or unit.kind == "body"


def _fixed(words: str) -> PartKind | None:
    """What the words alone decide."""
    count = len(_WORD.findall(words))
    if not count or _NOTE.match(words):
        return "boilerplate"
    if _SPOKEN.match(words) or _BEGUN.match(words):
        return None  # "By whom?", "By her own account, ..."
    if _BYLINE.match(words) and count <= 20 and not (_is_prose(words) and count > 12):
        return "byline"
    if _CREDIT.search(words) and count <= 20:
        return "boilerplate" if _BOILERPLATE.search(words) else "credit"
    if _BOILERPLATE.search(words) and count <= 40:
        return "boilerplate"
    if count <= 60 and (_CAPTION.search(words) or (_SHOWN.search(" ".join(words.split())) and not _SAID.search(words))):
        return "caption"
    return None


def _by_place(
    unit: _Unit, before: _Unit | None, after: _Unit | None, headline: str | None, *, in_body: bool, has_subtitle: bool
) -> PartKind:
    """What its place among the others decides."""
    words = unit.words
    heading = bool(_HEADING.match(words))
    plain = _plain(words)
    if headline is not None and plain == headline and len(plain) > 3:
        return "repeated_headline"
    if (before is not None and before.kind == "body" and is_broken(before.words, words)) or (
        after is not None and in_body and not heading and is_broken(words, after.words)
    ):
        return "body"
    if not in_body:
        return _before_body(unit, after, headline, heading=heading, has_subtitle=has_subtitle)
    signed = before is not None and (before.quoted or before.words.endswith(_CLOSING_MARKS)) and words.startswith(_DASHES)
    if signed and _CREDIT.search(words.lstrip("-–—― ")) is None:
        return "body"  # who is quoted: "— Ada Quill"
    if _ITEM.match(words) and before is not None and before.kind == "body" and _is_item_of(before.words, words):
        return "body"
    count = len(_WORD.findall(words))
    if heading or (count <= LONGEST_SECTION_WORDS and not _TERMINAL.search(words) and after is not None):
        return "section_head"
    return "body"


def _is_item_of(before: str, item: str) -> bool:
    """Whether an item stands in a list of the article: behind another, or what introduces it ("He set out three options:"), no link's name
    behind "In other news:".
    """
    introduced = before.endswith(":") and (_is_prose(before) or item.split()[1][:1].islower())
    return introduced or _ITEM.match(before) is not None


def _is_turn(words: str, following: str) -> bool:
    """Whether a question is no headline but the first turn of a transcript: "Host: Will it close?", and below it "Quill: ..."."""
    return words.endswith("?") and _TURN.match(words) is not None and _TURN.match(following) is not None


_TURN = re.compile(r"[A-Z][\w.'’-]*(?: [\w.'’-]+){0,5}(?:, [^:.!?\n]{2,60}| \([^()\n]{2,80}\))?: ")


def _before_body(unit: _Unit, after: _Unit | None, headline: str | None, *, heading: bool, has_subtitle: bool) -> PartKind:
    if heading:
        return "headline" if headline is None else "section_head"
    if after is None:
        return "body"
    prose = _is_prose(unit.words)
    if headline is None:
        short = len(_WORD.findall(unit.words)) <= LONGEST_HEAD_WORDS
        ends = bool(re.search(r"[.。][\"”’')]*$", unit.words)) or _is_turn(unit.words, after.words)
        return "headline" if short and not ends and not unit.words.startswith(('"', "“")) else "body"
    byline_follows = _fixed(after.words) in {"byline", "credit"}
    if not prose or (byline_follows and len(_WORD.findall(unit.words)) <= 45):
        return "section_head" if has_subtitle and not prose else "subtitle"
    return "body"
