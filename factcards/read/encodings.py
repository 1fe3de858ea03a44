"""Which names are those of encodings of text, and which encoding a web page means by the one that it names."""

from __future__ import annotations

import codecs

from factcards.errors import UsageError

__all__ = ["is_encoding", "meant_by_pages", "refuse_no_encoding"]

_NO_FILE_IS_IN = frozenset(["undefined", "punycode", "idna"])
"""Codecs from text to text's bytes that are none of files: one always fails, two spell the names of hosts."""
_MEANT = {"iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}
"""What a page names -> what every browser reads it as (WHATWG, Encoding): what holds it and the curly quotes that pages have."""


def is_encoding(name: str) -> bool:
    """Whether a file may be in it: Python has codecs of something else than text (hex, rot13) as well.

    >>> is_encoding("cp1252"), is_encoding("hex")
    (True, False)
    """
    try:
        codecs.lookup(name)
        b"a".decode(name)
    except UnicodeDecodeError:  # UTF-16 of one byte
        return True
    except (LookupError, ValueError):
        return False
    return codecs.lookup(name).name not in _NO_FILE_IS_IN


def refuse_no_encoding(encoding: object) -> None:
    """Refuse what is no encoding of text where one may be named.

    >>> refuse_no_encoding("rot13")
    Traceback (most recent call last):
    factcards.errors.UsageError: 'rot13' is no encoding of text; for example utf-8, cp1252 or utf-16.

    Raises:
        UsageError: if it is neither an encoding's name nor None.
    """
    if encoding is not None and not (isinstance(encoding, str) and is_encoding(encoding)):
        raise UsageError(f"{encoding!r} is no encoding of text; for example utf-8, cp1252 or utf-16.")


def meant_by_pages(declared: str | None) -> tuple[str, ...]:
    """The encodings that a page may mean by this name, the likeliest first; none where it is no encoding's.

    >>> meant_by_pages("latin1"), meant_by_pages("utf-8"), meant_by_pages("hex")
    (('cp1252', 'latin1'), ('utf-8',), ())
    """
    if declared is None or not is_encoding(declared):
        return ()
    wider = _MEANT.get(codecs.lookup(declared).name)
    return (declared,) if wider is None else (wider, declared)
