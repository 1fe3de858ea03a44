"""A claim as text: the speaker's name at its head or within it, quotation marks with their partners, capitals and full stops."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factcards.cards import Speaker
from factcards.engines.local.found import Found

__all__ = ["all_quoted", "balanced", "inner_name", "joined", "name_and", "opening_name", "quoted", "sentence", "with_marks"]

_SMALL_FIRST = frozenset({
    "The", "A", "An", "Another", "Any", "Both", "Few", "Five", "Four", "Many", "Most", "One", "Other", "Several", "Six", "Some", "Three",
    "Two",
})  # fmt: skip
"""First words of a speaker that are small within a sentence."""
_OPENING_MARKS = frozenset("\"“„«‘'")
_CLOSING_MARKS = frozenset("\"”“»’'")


def name_and(name: str, words: str) -> str:
    """The words behind a name, short forms of a verb written out: "Quill | 've asked" is "Quill have asked", "'s used" one word more."""
    if (short := _SHORT_FORM.match(words)) is None:
        return f"{name} {words}"
    return f"{name} {_LONG_FORMS[short[1]]}{words[short.end() :]}" if short[1] in _LONG_FORMS else f"{name}{words}"


_SHORT_FORM = re.compile(r"['’](s|d|ll|ve|re|m)\b")
_LONG_FORMS = {"ve": "have", "ll": "will", "re": "are"}
"""The others are short for two words each."""


def opening_name(text: str, speaker: Speaker) -> str:
    """The speaker at the head of a sentence."""
    name = inner_name(text, speaker)
    name = name[:1].upper() + name[1:]
    return f"{name}," if ", " in name else name


def inner_name(text: str, speaker: Speaker) -> str:
    """The speaker within a sentence: an article or number in front in small letters, "the" where the name has it in the article."""
    if speaker.name.split()[0] in _SMALL_FIRST:
        return speaker.name[:1].lower() + speaker.name[1:]
    return f"the {speaker.name}" if _takes_the(text, speaker) else speaker.name


def _takes_the(text: str, speaker: Speaker) -> bool:
    """Whether a name that is no person's has "the" in front where it is used or, where it stands for other words, in more than half of its
    uses: "the Department of Health", but "Nato".
    """
    if speaker.kind == "person" or not speaker.name[:1].isupper() or speaker.resolved_by == "unresolved":
        return False
    here = speaker.mention
    if here is not None and here.quote == speaker.name:
        return text[max(0, here.start - 4) : here.start].lower() == "the "
    return _is_used_with_the(text, speaker.name)


@lru_cache(maxsize=1024)
def _is_used_with_the(text: str, name: str) -> bool:
    uses = re.findall(rf"\b(the )?{re.escape(name)}\b(?!-\w)", text, re.IGNORECASE)  # "US-led forces" is no use of it
    return 2 * sum(map(bool, uses)) > len(uses)


def sentence(words: str) -> str:
    """The words with a capital and a full stop, and without where in a picture somebody is: "Quill (left) met Marsh, right"."""
    words = _SIDE.sub("", " ".join(words.split()).rstrip(" -–—"))  # "the pain in her hand - | but that"
    words = _COMMA_LAST.sub("", words[:1].upper() + words[1:])
    ends = words.rstrip("\"”’»'")[-1:] or "."
    return words if ends in ".!?" else f"{words}."


_PLACED = r"(?:(?:pictured|shown|seen|far|top|bottom|front|back|second|third|from|and) )*(?:left|right|cent(?:re|er)|above|below|pictured)"
_SIDE = re.compile(rf" \({_PLACED}\)|(?<=[\w)]), (?:pictured(?: {_PLACED})?|(?:(?:second|third|far) )?(?:left|right))(?:,|(?=\.?\Z))")
_COMMA_LAST = re.compile(r",(?=[\"”’»']+\Z)")


def quoted(pieces: Sequence[str]) -> str:
    """The pieces in one pair of marks, an omission between them; double marks inside become single ones."""
    inside = " […] ".join(_unrepeated(piece.strip()) for piece in pieces)
    swapped = inside.replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{swapped}”"


def _unrepeated(piece: str) -> str:
    """The piece without the marks that open each paragraph of a speech anew, where the paragraphs have run together."""
    opened = [mark.start() for mark in _REPEATED.finditer(piece)]
    stray: set[int] = set()
    for at, end in zip(opened, [*opened[1:], len(piece)], strict=False):
        opening, closing = _PAIR[piece[at]]
        if len(closing.findall(piece, at + 1, end)) <= len(opening.findall(piece, at + 1, end)):
            stray.add(at)
    return "".join(letter for at, letter in enumerate(piece) if at not in stray)


_REPEATED = re.compile(r"(?:\A|(?<=[.?!…] ))[\"“'‘](?=[\w\[])")
_PAIR = {
    mark: (re.compile(rf"(?<!\w)[{opens}](?=\w)"), re.compile(rf"(?<=[\w.,!?…])[{closes}](?!\w)"))
    for opens, closes in (('"“', '"”'), ("'‘", "'’"))
    for mark in opens
}


def all_quoted(text: str, found: Found) -> bool:
    """Whether the content is one stretch with a quote mark right before and right behind it."""
    start, end = found.content[0][0], found.content[-1][1]
    after = text[end : end + 3].lstrip(",.!?")
    return len(found.content) == 1 and text[start - 1 : start] in _OPENING_MARKS and after[:1] in _CLOSING_MARKS and bool(after)


def joined(text: str, found: Found, pieces: Sequence[str]) -> str:
    """The pieces as one text: a piece that begins a sentence of the article begins one here, and what is left out between two, where it
    is not who says so, is shown as left out.
    """
    told = pieces[0]
    cue = found.block.offsets(found.cue[0], found.cue[-1]) if found.cue else (0, 0)
    for (_, end), (start, _), piece in zip(found.content, found.content[1:], pieces[1:], strict=False):
        between = text[end:start].rstrip(" \n\t\"“'‘")
        fresh = piece.lstrip('"“')[:1].isupper() and between[-1:] in {".", "!", "?", "”"}
        told = _COMMA_LAST.sub(".", told) if fresh else told  # "''It is old,'' she said. ''We shut it.''"
        begins = fresh and told[-1:].isalnum()
        parted = not begins and not end <= cue[0] < start and not set(_WORD.findall(text[end:start].lower())) <= _JOINING
        opens = _opens_the_main_clause(text, found, end, cue[0]) or (text[end : end + 1] == "," and _RELATIVE.match(piece))
        comma = "," if opens and told[-1:].isalnum() else ""
        told = f"{told}{'.' if begins else comma}{' […]' if parted else ''} {piece}"
    return told


def _opens_the_main_clause(text: str, found: Found, end: int, cue: int) -> bool:
    """Whether a piece that ends here is a clause before the main one, with who says it behind its comma: "If it rains, | they say"."""
    first = found.block.word_at(found.content[0][0])
    clause = first.head if first is not None and first.dep_ in {"mark", "advmod"} else None
    return text[end : end + 1] == "," and end < cue and clause is not None and clause.dep_ == "advcl" and clause.head.i > clause.i


_RELATIVE = re.compile(r"[\"“]?(?:which|who|whose)\s")
"""What goes on with the noun before it: "It sold well |, | “which is absurd”"."""
_WORD = re.compile(r"[^\W\d_]+")
_JOINING = frozenset({"and", "but", "or", "that", "also"})


def with_marks(text: str, found: Found, pieces: Sequence[str]) -> list[str]:
    """The pieces of a content that is quoted in parts: each that is a whole quotation has its marks again."""
    if len(pieces) < 2:
        return list(pieces)
    marked: list[str] = []
    for (start, end), piece in zip(found.content, pieces, strict=True):
        closing = text[end : end + 2].lstrip(",.!?")[:1]
        whole = text[start - 1 : start] in _DOUBLE and bool(closing) and closing in _DOUBLE and start > 0 and '"' not in piece
        marked.append(f'"{piece}"' if whole else piece)
    return marked


_DOUBLE = frozenset('"“”„«»')


def balanced(text: str, found: Found, content: str) -> str:
    """A quote mark whose partner was trimmed off the content's edge gets it back; one without a partner anywhere goes."""
    start, end = found.content[0][0], found.content[-1][1]
    if _SINGLE_OPEN.search(content) and not _SINGLE_CLOSE.search(content) and text[end : end + 2].lstrip(".,")[:1] in {"’", "'"}:
        content = f"{content}'"
    if content.count('"') % 2 == 0:
        return content
    if text[start - 1 : start] in _OPENING_MARKS and start:
        return f'"{content}'
    if any(mark in _CLOSING_MARKS for mark in text[end : end + 2]):
        return f'{content}"'
    return content.replace('"', "")


_SINGLE_OPEN = re.compile(r"(?:^|[\s(])['‘](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?])['’](?!\w)")
