"""JSON values as one text and one digest: neither white space nor the order of keys counts. Below everything that is stored."""

from __future__ import annotations

import json
from hashlib import sha256

__all__ = ["canonical", "digest_of"]


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
