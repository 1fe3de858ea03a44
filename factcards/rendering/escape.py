r"""Makes untrusted text harmless: in Markdown, on a terminal (in JSON: `canonical.json_safe`). Knows nothing of decks, cards or templates.

What becomes of characters that a reader cannot see:

- white space of any kind, line breaks included: one space;
- control characters: shown, in Markdown as their control picture (ESC is "␛"), on a terminal as \\x1b;
- bidirectional overrides (U+202D, U+202E), C1 controls, lone surrogates and noncharacters: in Markdown shown as U+FFFD;
- all other invisible characters (zero-width, soft hyphens, bidirectional marks, embeddings and isolates, variation
  selectors, tags): removed in Markdown. The two joiners stay between two non-Latin letters, where they are spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcards.canonical import HIDDEN, JOINERS, LINE_ENDS, SHOWN

__all__ = ["markdown", "one_line", "terminal"]

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_FORMATS = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f"
"""Format characters that have a shape or join others: spelling on a page, unpredictable on a terminal."""
_NO_JOINING = "\x00-\u05ff\U00020000-\U0010ffff"
"""Scripts that spell without joiners; all others are U+0600 to U+1FFFF."""

_SPACES = re.compile(r"[\s\x1c-\x1f]+")
_HIDE = re.compile(f"[{HIDDEN}]+|(?<![^{_NO_JOINING}])[{JOINERS}]+|[{JOINERS}]+(?![^{_NO_JOINING}])")
_TO_PICTURE = re.compile(f"[{_CONTROL}]")
_TO_FFFD = re.compile(f"[{SHOWN}]")
_TERMINAL = re.compile(f"[{_CONTROL}\\t\\n\\r{SHOWN}{LINE_ENDS}{HIDDEN}{_FORMATS}{JOINERS}]")

# What some renderer makes a link, a mention, a reference or an emoji of, wherever it stands. A backslash does not stop those:
# GitHub and linkify-it look at the rendered text. Inside a code span all of them leave it alone.
_WORD = re.compile(r"[^\s`<>\\\"|*~\[\]“”„«»]+")
_OPENING = "([{'‘‚_"
_CLOSING = ")]}'’.,;:!?…_"
_LIVE = re.compile(
    r"""//[^/]
    | \bwww\.
    | @[^\W_]                                    # a mention, an e-mail address
    | \#\d | (?<![^\W_])gh-\d                    # a reference to an issue
    | (?<![^\W_]):[a-z+-][a-z0-9_+-]*:           # an emoji
    | [^\W_]\.(?:[a-z]{2}|com|org|net|edu|gov|biz|pro|web|xxx|aero|asia|coop|info|museum|name|shop|xn--\w+|рф)(?![^\W_])
    """,
    re.VERBOSE | re.IGNORECASE,
)

_ALWAYS = re.compile(
    r"""[\\`*\[~|]
    | (?<![^\W_])_ | _(?![^\W_])                 # inside a word an underscore has no effect
    | \$(?!\d)                                   # mathematics; "$5" stays as it is
    | (?<==)= | (?<=\{)[{%]                      # ==marked==, {{ templates }}
    """,
    re.VERBOSE,
)
_ENTITY = re.compile(r"&(?=#|[A-Za-z][A-Za-z0-9]*;)")
_AT_THE_START = re.compile(r"(?:[#>=]|:(?=[\s:-]|$)|[+-](?=\s|$)|-(?=-)|\d{1,9}(?=[.)](?:\s|$)))")


def one_line(text: str) -> str:
    r"""The text on one line, with nothing in it that cannot be seen; no markup is escaped.

    >>> one_line("a\u200b\n b\x1b[31m")
    'a b␛[31m'
    """
    return _visible(text).strip()


def markdown(text: str, bold: Iterable[tuple[int, int]] = ()) -> str:
    r"""The text as one line of Markdown that shows it and does nothing else; safe at the start of a line and inside one.

    Links, addresses, @mentions and #1 references become code spans, which no renderer makes anything of.

    Args:
        text: Untrusted.
        bold: Half-open stretches of it to set in bold; those that would cut a code span are left out.

    >>> markdown("U.S. aid of $5 million (3.5%) *might* help: see https://example.com.")
    'U.S. aid of $5 million (3.5%) \\*might\\* help: see `https://example.com`.'
    """
    line, strong = _with_marks(text, sorted(bold))
    live = list(_live(line))
    strong = _apart(strong, live)
    out: list[str] = []
    at = 0
    for start, end, mark in sorted([*((*span, "`") for span in live), *((*span, "**") for span in strong)]):
        inner = line[start:end] if mark == "`" else _escaped(line[start:end], line[start - 1 : start])
        out += [_escaped(line[at:start], line[at - 1 : at] if at else ""), mark, inner, mark]
        at = end
    out.append(_escaped(line[at:], line[at - 1 : at] if at else ""))
    return _at_the_ends("".join(out))


def terminal(text: str, *, newlines: bool = False) -> str:
    r"""The text for a terminal: whatever could move its cursor, colour it or hide words is shown as \\x1b or \\u202e.

    A "::" at the start, which a build log would take for a command, is shown as "\\x3a:".

    Args:
        text: Untrusted.
        newlines: Whether line feeds stay; each line is then made safe on its own.

    >>> terminal("a\x1b[2J")
    'a\\x1b[2J'
    """
    if newlines:
        return "\n".join(terminal(line) for line in text.split("\n"))
    shown = _TERMINAL.sub(_as_escape, text)
    return re.sub(r"^(\s*):(?=:)|##(?=\[)", lambda found: f"{found[1] or ''}\\x3a" if found[0] != "##" else "#\\x23", shown)


def _visible(text: str) -> str:
    """`one_line`, but a space at either end stays."""
    line = _SPACES.sub(" ", _TO_PICTURE.sub(_as_picture, re.sub(r"[\x0b\x0c]", " ", text)))
    return _SPACES.sub(" ", _TO_FFFD.sub("\ufffd", _HIDE.sub("", line)))


def _as_picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\u2421" if code == 0x7F else chr(0x2400 + code)


def _as_escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _with_marks(text: str, marks: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """The visible line, and where the marked stretches of the text stand in it."""
    line, at = "", 0
    placed: list[tuple[int, int]] = []
    for start, end in marks:
        if start < at or end <= start:
            continue
        before = _joined(line, text[at:start])
        after = _joined(before, text[start:end])
        placed.append((len(before), len(after)))
        line, at = after, end
    line = _joined(line, text[at:]).rstrip()
    return line, [(start, min(end, len(line))) for start, end in placed]


def _joined(line: str, more: str) -> str:
    shown = _visible(more)
    return line + (shown.lstrip() if not line or line.endswith(" ") else shown)


def _live(line: str) -> Iterator[tuple[int, int]]:
    """Where something stands that a renderer might make live, without the punctuation round it."""
    for word in _WORD.finditer(line):
        if _LIVE.search(word[0]) is None:
            continue
        inner = word[0].lstrip(_OPENING)
        start = word.end() - len(inner)
        inner = inner.rstrip(_CLOSING) if not inner.endswith(":") or inner.count(":") < 2 else inner
        if inner:
            yield start, start + len(inner)


def _apart(strong: list[tuple[int, int]], live: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches to set in bold that touch neither code nor each other."""
    kept: list[tuple[int, int]] = []
    for start, end in strong:
        taken = [*live, *kept]
        if start < end and all(end < low or high < start for low, high in taken):
            kept.append((start, end))
    return kept


def _escaped(piece: str, before: str) -> str:
    """The markup inside a piece of a line, escaped; `before` is the character that stands before it."""
    whole = _ALWAYS.sub(lambda found: "\\" + found[0] if found.start() >= len(before) else found[0], before + piece)
    return _ENTITY.sub("&amp;", whole[len(before) :]).replace("<", "&lt;").replace(">", "&gt;")


def _at_the_ends(line: str) -> str:
    """What has an effect only where a line begins or, in a heading, where it ends."""
    found = _AT_THE_START.match(line)
    if found is not None:
        line = (
            line[: found.end() - 1] + "\\" + line[found.end() - 1 :]
            if not line[0].isdigit()
            else (line[: found.end()] + "\\" + line[found.end() :])
        )
    bare = line.rstrip("#")
    return line if bare == line else f"{bare}\\{line[len(bare) :]}"
