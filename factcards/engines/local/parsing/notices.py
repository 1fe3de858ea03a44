"""What a publisher puts between the sentences of an article, where a text has lost its lines: signposts to other pages, notices.
Whole lines of it are boilerplate or captions to `segment`.
"""

from __future__ import annotations

import re

__all__ = ["CREDIT", "is_service"]

_MEDIA = r"(?:file |handout |stock )?(?:photo(?:graph)?|image|picture|video|illustration|graphic|credit|source)s?"
CREDIT = re.compile(rf"\s*[(\[]{_MEDIA}(?:[^()\[\]]{{0,20}}[:/]| by| courtesy)[^()\[\]]*[)\]]\W*$", re.IGNORECASE)
"""A credit in brackets at the end of a sentence: "(Photo: Jo Doe)"."""
_EDITED = r"(?:updated|corrected|edited|condensed|published|produced|appeared|amended|translated|adapted|sponsored)"
_SERVICE = re.compile(
    rf"\W*(?:{_MEDIA}(?: credit)?:|read more\b|sign up\b|subscribe\b|follow us\b|click here\b|related:|editor['’]s note|correction:"
    r"|by (?:signing up|subscribing|clicking|continuing|submitting)\b|(?:additional )?reporting by\b|we use cookies|copyright\b|©"
    rf"|(?:a version of )?(?:this|the) (?:article|story|interview|conversation|transcript|piece|report)\b.{{0,30}}\b{_EDITED}\b"
    r"|this is a (?:breaking|developing)\b|here(?:['’]s| is| are)\b|.*\b(?:all|everything) you need to know\b"
    r"|(?:media )?playback is (?:not supported|unsupported)\b|(?:story|article) continues below\b"
    r"|(?:hide|toggle) caption\b|(?:sorry,? )?we are not currently accepting comments\b|scroll down for\b"
    r"|\d{1,2} \w+ \d{4} last updated\b|live updates on this\b|.{0,60}\bcan be (?:found|read|seen|viewed|heard) here\b)",
    re.IGNORECASE,
)
"""How a publisher's word to its readers begins, where it stands in a paragraph of the body; whole lines of it are boilerplate to
`segment`.
"""
_TO_READERS = re.compile(
    r"\b(?:contributed (?:to this (?:report|article|story)|reporting)|unsubscribe|our (?:free |daily |weekly )*newsletters?|privacy policy"
    r"|terms of (?:use|service)|all rights reserved|edited for (?:length|clarity|space|style)|email address will not be)\b"
    r"|\b(?:we|us|our)\b.{0,150}"
    r"\b(?:news stor(?:y|ies)|articles?|journalis(?:ts?|m)|translat(?:e|ion|ions|ed)|newsrooms?|readers|subscribers)\b",
    re.IGNORECASE,
)
"""What else only a publisher says, anywhere in a sentence."""
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w")


def is_service(text: str) -> bool:
    """Whether a sentence is a publisher's word to its readers, and no claim of the article."""
    told = _SERVICE.match(text) is not None or _TO_READERS.search(text) is not None
    return told or ("@" in text and _ADDRESS.search(text) is not None)
