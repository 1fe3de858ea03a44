"""Where sentences end, by rules over characters: abbreviations, initials, decimals, and closing quote marks. Needs no parser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcards.mapped import NOTES

__all__ = ["LONGEST", "split"]

_STOP = re.compile(rf"(?P<mark>[.!?…]+|[。！？]+)(?P<close>[\"'”’»›)\]]*){NOTES}*(?=(?P<space>\s+)|$|(?P<any>.))", re.DOTALL)
_NEVER = frozenset(
    [
        "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "hon", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "cmdr",
        "adm", "maj", "cpl", "pvt", "pres", "st", "mt", "ft", "fr", "sr.a", "messrs", "mme", "mlle", "v", "vs", "cf", "eg",
        "ie", "viz", "approx", "fig", "figs", "nos", "vol", "pp", "ed", "eds", "est", "dept", "univ", "assn", "bros", "supt",
        "insp", "det", "const", "cllr", "brig", "amb", "asst", "atty",
    ]
)  # fmt: skip
"""Written before a name or a number: a full stop after them does not end a sentence."""
_OF_SEVERAL = frozenset(["Sens", "Reps", "Govs", "Gens", "Profs", "Revs", "Drs", "Lts", "Cols", "Sgts", "Capts", "Supts"])
"""Written before several names: "Reps. Quill and Marsh", but "sales reps.", and a team is "the Sens."."""
_BEFORE_NUMBER = frozenset(
    [
        "no", "art", "sec", "ch", "p", "pp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
        "dec", "c", "ca",
    ]
)  # fmt: skip
_MAY_END = frozenset(["inc", "corp", "ltd", "co", "llc", "plc", "jr", "sr", "etc", "al", "ave", "blvd", "rd", "bn", "mn"])
_STARTERS = frozenset(
    [
        "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its",
        "their", "our", "my", "your", "there", "here", "in", "on", "at", "by", "for", "from", "with", "without", "as", "but",
        "and", "or", "so", "yet", "if", "when", "while", "after", "before", "since", "because", "although", "though", "however",
        "meanwhile", "moreover", "according", "officials", "what", "who", "why", "how", "where", "which", "some", "many",
        "most", "several", "all", "both", "each", "no", "not", "only", "one", "two", "three", "other", "others", "another",
        "then", "now", "today", "yesterday",
    ]
)  # fmt: skip
_OFFICES = frozenset(["president", "minister"])
"""They begin a sentence behind "p.m." or "in the U.S."; after a bare "U.S." or "Acme Inc." they are what it has."""
_SPACED = re.compile(r"\.(?!\w)")
"""The next stop of an ellipsis with spaces: "if . . . it rains"."""
_IN_A_LAND = re.compile(r"\b(?:in|to|from|across|inside|outside|into) the\s+[\w.]+$", re.IGNORECASE)
_SAID = re.compile(
    r"(?:(?:[A-Z][\w'’.-]*|[a-z]+)\s+){1,4}?(?:said|says|asked|asks|told|added|adds|replied|wrote|writes|shouted|cried|"
    r"tweeted|wondered|exclaimed|warned|insisted|recalled|explained|demanded)\b"
)
_GLUED = re.compile(r"[\"“‘']?(?!(?i:com|net|org|io|js|ai|tv|fm|co)\b)(?:(?:[A-Z]\.){2,}|[A-Z][\w&-]*(?: |,|[’'](?! )))")
"""How a sentence begins behind a stop without a space; no address or file goes on so."""
_CAPITALISED = re.compile(r"[A-Z][a-z]{2}")
_BRAND = re.compile(r"[a-z]{1,4}[A-Z][a-z]")
"""A name that begins small: "eBay"."""
_WORD = 3
"""Letters from which what stands before a glued stop is a word and no part of an address or a name."""
_NO_ADDRESS = frozenset('%)”"')
"""What stands before the stop of a sentence, and in no address, name or file."""
_LAST_WORD = re.compile(r"[^\W\d_][\w.'’-]*$")
_OPENERS = "\"'“‘«‹([„"
_LOOK = 40
"""Code points looked at before and after a stop: the longest abbreviation or reporting clause that decides is shorter."""
_NEAR = 400
"""Code points before a stop in which somebody is named whose surname may begin the next sentence."""


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as half-open offsets into `text`: disjoint, in order, trimmed, covering every word."""
    bounds: list[tuple[int, int]] = []
    first = counted = start
    marks = 0
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < first or not _ends(text, stop, start, end):
            continue
        last = stop.end()
        if stop["any"] and stop["close"] == '"':
            marks, counted = marks + text.count('"', counted, stop.end("mark")), stop.end("mark")
            last = stop.end("mark") if marks % 2 == 0 else last  # 'on Monday."Nobody came," said Quill'
        bounds.append((first, last))
        first = last
    bounds.append((first, end))
    parted = (piece for low, high in bounds for piece in _at_lost_stops(text, low, high))
    return [trimmed for low, high in parted for a, b in _cut(text, low, high) if (trimmed := _trim(text, a, b)) is not None]


def _at_lost_stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces where a page lost the stop behind a closing mark: "She called it 'unsafe' | The council had closed it"."""
    for lost in _LOST.finditer(text, start, end):
        yield start, lost.end()
        start = lost.end()
    yield start, end


_LOST = re.compile(r"(?<=[a-z])(?:[\"”]|(?<!s)['’])(?= (?:The|An?|He|She|They|It|This|These|Those) (?!(?:of|and)\b)[a-z])")


LONGEST = 2_400
"""Code points of a sentence, at most. No writer's is longer; what somebody is said to say within one is compared each with each."""


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces that are short enough, between words where it has any."""
    while end - start > LONGEST:
        reach = start + LONGEST
        space = max(text.rfind(" ", start, reach), text.rfind("\n", start, reach))
        stop = space if space > start else reach
        yield start, stop
        start = stop
    yield start, end


_LEAD = re.compile(r"(?:[^\S\n]*\n[ \t]{0,12}(?:>[ \t]?(?!\d))*)*\s*")
"""What stands before a sentence: white space, and the mark of a quoted line that it begins."""


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    lead = _LEAD.match(piece)
    left = lead.end() if lead else 0
    right = len(piece.rstrip())
    return (start + left, start + right) if left < right else None


def _ends(text: str, stop: re.Match[str], start: int, end: int) -> bool:
    mark, close = stop["mark"], stop["close"]
    if mark[0] in "。！？":
        return True
    if stop["space"] is None:
        return stop.end() == end or _is_glued(text, stop, start)
    after = text[stop.end() : min(end, stop.end() + _LOOK + len(stop["space"]))].lstrip()
    if not after:
        return True
    opened = after.lstrip(_OPENERS)
    following = opened[:1]
    if after.startswith("(") and text[stop.start() - 1].isspace():
        return True  # "... on Friday . (l-r) Ada Quill and Max Marsh", as captions are written
    if (following.islower() and not _BRAND.match(opened)) or following in ",;:)" or _SPACED.match(after) or (close and following in "—–-"):
        return False
    if close and mark[-1] in "!?" and any(c in "\"'”’»" for c in close):
        return not (opened == after and _SAID.match(after))
    if mark == "." and not close:
        before = text[max(start, stop.start() - _NEAR) : stop.start()]
        return _full_stop_ends(before[-_LOOK:], opened) or _is_behind_firm(before, opened)
    return True


def _is_glued(text: str, stop: re.Match[str], start: int) -> bool:
    """Whether a page lost the space behind a sentence: "on Monday.The council", "by 3.5%.Tarn's", "on May 18.Quill"."""
    before, behind = text[max(start, stop.start() - _LOOK) : stop.start()], stop.end()
    if _GLUED.match(text, behind) is None:
        return False
    if before[-1:] in _NO_ADDRESS:
        return True
    if before[-1:].isdigit():
        return " " in before and _CAPITALISED.match(text, behind) is not None
    word = _LAST_WORD.search(before)
    whole = word is not None and word[0][1:].islower() and len(word[0]) >= _WORD
    return whole and _full_stop_ends(before, text[behind : behind + _LOOK].lstrip(_OPENERS))


def _is_behind_firm(before: str, after: str) -> bool:
    """Whether somebody's surname begins a sentence behind the firm that he is at: "Ada Quill of Tarn & Co. | Quill said"."""
    surname = _SURNAME.match(after) if _FIRM.search(before) else None
    return surname is not None and re.search(rf"[A-Z][\w’'-]+ {re.escape(surname[0])}\b", before) is not None


_FIRM = re.compile(r" (?:Co|Corp|Inc|Ltd)$")
_SURNAME = re.compile(r"[A-Z][\w-]+(?=,| [a-z])")


def _full_stop_ends(before: str, after: str) -> bool:
    found = _LAST_WORD.search(before)
    if found is None:
        return True
    word = found[0].casefold()
    following = re.match(r"[\w'’]+", after)
    next_word = following[0].casefold() if following else ""
    if word in _NEVER or word.rpartition("-")[2] in _NEVER:  # "then-Sen. Quill"
        return False
    if found[0] in _OF_SEVERAL and not before[: found.start()].lower().endswith("the "):
        return next_word in _STARTERS
    if word in _BEFORE_NUMBER and not (len(word) == 1 and found[0].isupper()):  # "c. 1900", but "Ada C. Quill"
        return not next_word[:1].isdigit()
    if word in _MAY_END or "." in word[-_WORD:]:  # "U.S.", but "told Tarn.com"
        return next_word in _STARTERS or (next_word in _OFFICES and (found[0].islower() or _IN_A_LAND.search(before) is not None))
    if len(word) == 1 and found[0].isupper():
        return next_word in _STARTERS and next_word not in {"a", "i"}
    return True
