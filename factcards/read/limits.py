"""How much text an article may have, and what is said where it has more."""

from __future__ import annotations

from factcards.errors import ArticleError

__all__ = ["PAGE_FACTOR", "TEXT_LIMIT", "named", "refuse_longer", "too_large"]

TEXT_LIMIT = 2_000_000
"""The most text of one article, in UTF-8 bytes: a long book; a news article has under 100,000."""
PAGE_FACTOR = 10
"""A web page may be this many times larger than its text may be: scripts and styles weigh more than words."""


def named(source: str) -> str:
    """The source as messages name it."""
    return "standard input" if source == "-" else source


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
