"""Bytes to text: byte order marks, UTF-8, UTF-16, then a reasoned guess. Never lossy: what is damaged is refused."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from factcards.errors import ArticleError
from factcards.read.encodings import meant_by_pages, refuse_no_encoding

__all__ = ["Decoded", "decode"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how its bytes spell it: `mark + text.encode(encoding)` are they, but for encodings that have two spellings of a letter.

    Attributes:
        text: Less a byte order mark.
        encoding: As Python calls it; it writes no mark of its own.
        mark: The byte order mark, empty where there is none.
        notice: Which encoding it is, where that had to be guessed.
    """

    text: str
    encoding: str
    mark: bytes = b""
    notice: str | None = None


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
"""What these encodings are where no byte order mark stands."""
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive (or a Word, OpenDocument or EPUB file)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, source: str, *, declared: str | None = None, encoding: str | None = None) -> Decoded:
    """The text of these bytes, less a byte order mark; newlines and everything else stay as they are.

    Args:
        data: The file.
        source: Its name, for messages.
        declared: An encoding that the file itself names (a web page's charset).
        encoding: The encoding that the user names; nothing else is tried then.

    Raises:
        UsageError: if the encoding that the user names is none.
        ArticleError: if it is binary, or no encoding fits.
    """
    refuse_no_encoding(encoding)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise ArticleError(f"{source}: this is {kind}, not text.", hint="Save the article as text, Markdown or HTML.")
    found = _decoded(data, source, declared) if encoding is None else _named(data, encoding, source)
    controls = len(_CONTROL.findall(found.text[:20_000]))
    if "\x00" in found.text or controls > max(8, len(found.text[:20_000]) // 50):
        raise ArticleError(f"{source}: this is binary data, not text.", hint="Save the article as text, Markdown or HTML.")
    return found


def _named(data: bytes, encoding: str, source: str) -> Decoded:
    """As the encoding that the user names; of "utf-16" a byte order mark decides which one it is."""
    name = codecs.lookup(encoding).name
    marked = [exact for mark, exact in _BOMS if data.startswith(mark) and exact.startswith(name.removesuffix("-sig"))]
    if marked:
        return _strictly(data, marked[0], source)
    why, hint = "the encoding that was asked for", "Ask for another, or for none: then it is found out, and named where it is a guess."
    return _strictly(data, _UNMARKED.get(name, encoding), source, why, hint)


def _decoded(data: bytes, source: str, declared: str | None) -> Decoded:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding, source)
    for encoding in ("utf-8", *meant_by_pages(declared)):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if "\x00" not in text:
            return Decoded(text, encoding)
    wide = _utf16(data)
    if wide is not None:
        return replace(_strictly(data, wide, source), notice=f"{source}: read as {wide.upper()}, which its bytes suggest.")
    _refuse_damaged_utf8(data, source)
    return _guessed(data, source)


def _strictly(
    data: bytes,
    encoding: str,
    source: str,
    why: str = "though the file says that it is",
    hint: str = "The file is damaged or cut; save it again as UTF-8.",
) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(f"{source}: byte {error.start} is not {encoding.upper()}, {why}.", hint=hint) from error
    if text.startswith("\ufeff"):
        return Decoded(text[1:], encoding, "\ufeff".encode(encoding))
    return Decoded(text, encoding)


def _refuse_damaged_utf8(data: bytes, source: str) -> None:
    """Neither guessed nor patched: a code page makes words of the damage, and "won\ufffdt" denies nothing any more.

    Other encodings hardly ever hold a valid sequence of several bytes, and then many more that are not.
    """
    patched = data.decode("utf-8", "replace")
    damaged = patched.count("\ufffd") - data.count("\ufffd".encode())
    whole = sum(not character.isascii() for character in patched) - damaged
    if not whole or whole < damaged or "\x00" in patched:
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _damaged(source, error.start, f"though the file otherwise is ({damaged} damaged in all)") from error


def _damaged(source: str, at: int, why: str) -> ArticleError:
    return ArticleError(
        f"{source}: byte {at} is not UTF-8, {why}.",
        hint="The file is damaged or cut; save it again as UTF-8, or name its encoding: --encoding, in a suite `encoding`.",
    )


def _utf16(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in every other byte."""
    sample = data[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(sample) < 4 or len(data) % 2 or max(even, odd) < len(sample) * 0.3 or min(even, odd) > len(sample) * 0.02:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


_HIGH, _RUN = re.compile(rb"[\x80-\xff]"), re.compile(rb"[\x80-\xff]{3}")
"""A byte beyond ASCII, and more of them in a row than Latin words have: few, each alone, are Latin's, whatever a short text suggests."""
_CUT_LETTER = re.compile(r"(?<![A-ZÀ-ÖØ-Þ])[ÂÃ](?![^\W\d_])|â€")
"""What a code page makes of the first bytes of a cut character: a capital that no word is spelt with, or the half of a curly quote."""


def _guessed(data: bytes, source: str) -> Decoded:
    if b"\x00" in data:
        raise ArticleError(f"{source}: this is binary data, not text.", hint="Save the article as text, Markdown or HTML.")
    from charset_normalizer import from_bytes  # late: most articles are UTF-8

    best = from_bytes(data[:200_000]).best()
    # cp1252 is Latin-1 with the curly quotes that news text has; the guesser's Western cousins differ from it in rare letters.
    western = {
        "cp1250",
        "cp1252",
        "cp1254",
        "latin_1",
        "iso8859_15",
        "cp858",
        "cp850",
        "mac_roman",
        "cp437",
        "cp775",
        "hp_roman8",
    }
    latin = _RUN.search(data) is None and len(_HIGH.findall(data)) < len(data) / 20
    guess = "cp1252" if latin or best is None or best.encoding in western else best.encoding
    for encoding in (guess, "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if encoding == "cp1252" and (cut := _CUT_LETTER.search(text)):
            raise _damaged(source, cut.start(), "and as a code page it makes no word")
        return Decoded(text, encoding, notice=f"{source}: the encoding is not given; read as {encoding}.")
    raise ArticleError(f"{source}: no encoding fits these bytes.", hint="Save the article as UTF-8.")
