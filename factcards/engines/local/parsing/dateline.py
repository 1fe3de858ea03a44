"""Where an agency's paragraph begins: behind its dateline ("MARROW, June 3 (UPI) --"), which is nobody's claim."""

from __future__ import annotations

import re

__all__ = ["after_dateline"]

_PLACE = r"[A-Z][A-Z.'’-]+(?:[ ,/]+(?!and\b)[A-Z][\w.'’-]*){0,5}"
_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:, \d{4})?"
_AGENCY = r"\([A-Z][A-Za-z ]{1,20}\)"
_TOWN = r"(?!On\b|In\b|At\b|By\b)[A-Z][a-z.'’-]+(?:[ ,/]+(?!and\b)[A-Z][\w.'’-]*){0,4}"
_DASH = r"(?:—|–|--|_|(?<=[\s)])-|-(?=\s))"
"""Not the hyphen of "UN Secretary-General"."""
_SMALL = re.compile(rf"{_TOWN},? *(?:{_AGENCY}|{_DATE}(?: *{_AGENCY})?) ?{_DASH} *(?=[\"“‘'A-Z\d])")
_DATE_ALONE = re.compile(rf"{_DATE}(?: *{_AGENCY})? ?{_DASH} *(?=[\"“‘'A-Z])")
_AGENCY_ALONE = re.compile(
    r"(?:(?!On\b|In\b|At\b|By\b)[A-Z][\w.'’-]+(?:[ ,/]+[A-Z][\w.'’-]*){0,4} *)?\((?:CNN|AP|AFP|UPI|Reuters|REUTERS|Xinhua|ANI|PTI|dpa)\)"
    r"(?: *(?:—|–|--?))? *(?=[\"“‘'A-Z\d])"
)
"""An agency's name in brackets, with a place or none, that runs into the text: "(CNN)The mayor"."""
_ZONE = r"(?: ?[ap]\.?m\b\.?)?(?: (?:GMT|BST|UTC|CES?T|[ECMP][SD]?T)\b)?"
_CLOCK = re.compile(rf"(?:\d{{1,2}}:\d\d{_ZONE}(?: *{_DASH})?|\d{{1,2}}\.\d\d{_ZONE} *{_DASH}) +(?=[\"“‘'A-Z])")
"""The time with which an entry of a live page begins: "14:05 The mayor", "12.15pm - The mayor"."""
_DATELINE = re.compile(rf"{_PLACE},?(?: *{_AGENCY},?)?(?: {_DATE},?)?(?: *{_AGENCY})? ?(?:{_DASH}|:) *(?=[\"“‘'A-Z\d])")


def after_dateline(text: str, start: int, end: int) -> int:
    """The offset at which `text[start:end]`, the beginning of a paragraph, goes on behind its dateline; `start` where it has none.

    A dateline is a place in capitals, with at most a region, a date and an agency, up to a dash (or, behind an agency or a date, a colon);
    one in small letters has an agency or a date. A date with a dash, or a known agency in brackets, needs no place. So does the
    time of an entry on a live page.
    """
    reach = min(end, start + 120)
    kinds = (_DATELINE, _SMALL, _DATE_ALONE, _AGENCY_ALONE, _CLOCK)
    found = next((found for kind in kinds if (found := kind.match(text, start, reach)) is not None), None)
    if found is None or (found[0].rstrip().endswith(":") and not re.search(r"\(|\d|day\b", found[0])):
        return start
    return found.end()
