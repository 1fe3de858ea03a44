"""What may be read: how much text an article may have, and no address; and what is said where it is otherwise."""

from __future__ import annotations

import re

from factcards.errors import ArticleError

__all__ = ["PAGE_FACTOR", "TEXT_LIMIT", "called", "named", "refuse_address", "refuse_halves", "refuse_longer", "too_large"]

TEXT_LIMIT = 2_000_000
"""The most text of one article, in UTF-8 bytes: a long book; a news article has under 100,000."""
PAGE_FACTOR = 10
"""A web page may be this many times larger than its text may be: scripts and styles weigh more than words."""


def named(source: str, unnamed: str = "standard input") -> str:
    """The source as messages name it, and what "-" stands for: of a text that came from no file nobody spoke of standard input.

    >>> named("a.txt"), named("-"), named("-", "the text")
    ('a.txt', 'standard input', 'the text')
    """
    return unnamed if source == "-" else source


def called(source: str) -> str:
    """As `named`, where nobody knows whether a text came from standard input or from a program."""
    return named(source, "the text")


def too_large(source: str, limit: int) -> ArticleError:
    """The error for a source of more than `limit` bytes."""
    return ArticleError(
        f"{named(source)} is larger than {limit:,} bytes.",
        hint="Cut it into articles; `factcards make` reads more with --max-bytes, Python with `limit`.",
    )


def refuse_longer(text: str, source: str, limit: int) -> None:
    """Refuse a text of more than `limit` bytes in UTF-8.

    Raises:
        ArticleError: if it is longer.
    """
    if len(text.encode("utf-8", "surrogatepass")) > limit:
        raise too_large(source, limit)


def refuse_halves(text: str, shown: str) -> None:
    """Refuse a text that no file can hold.

    Args:
        text: The text.
        shown: What a message calls it.

    Raises:
        ArticleError: if half of a surrogate pair is in it.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"{shown}: code point {error.start} is half of a surrogate pair, not a character.", hint="Take it out, or decode the text anew."
        ) from error


_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def refuse_address(name: str) -> None:
    """Refuse the address of a page in a file's place: nothing is fetched.

    Raises:
        ArticleError: if it is one.
    """
    if _ADDRESS.match(name):
        raise ArticleError(
            f"{name} is the address of a page, and no file.", hint="Download it first, for example with curl -o page.html URL."
        )
