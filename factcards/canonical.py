"""JSON values as one text and one digest, whatever white space and the order of keys, and JSON that shows all that it holds. Below
everything that is stored.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256

__all__ = ["HIDDEN", "JOINERS", "LINE_ENDS", "SHOWN", "canonical", "digest_of", "json_safe"]

SHOWN = "\x80-\x84\x86-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
"""What would act on whoever reads it, or is no character."""
JOINERS = "\u200c\u200d"
"""Seen only in what stands beside them."""
HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202c\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""All else that cannot be seen. Each is the inside of a class in a regular expression."""
LINE_ENDS = "\x85\u2028\u2029"
"""What ends a line for some, beside the line feed."""
_JSON = re.compile(f"[\x7f{SHOWN}{LINE_ENDS}{HIDDEN}{JOINERS}]")


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces and no escapes: the same value gives the same text on every machine.

    Raises:
        ValueError: for a number that JSON does not have (NaN, infinity).
        TypeError: for what is no JSON value.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest_of(value: object) -> str:
    """The sha256 of a JSON value, in hex.

    Raises:
        ValueError: as `canonical`.
        TypeError: as `canonical`.
    """
    return sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()


def json_safe(text: str) -> str:
    """JSON that holds the same value and no character that a terminal obeys or a reader cannot see (RFC 8259, section 7)."""
    return _JSON.sub(lambda found: _json_escape(found[0]), text)


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
