"""Bytes -> Article: decoding, web pages, limits, metadata. Knows nothing of claims."""

from factcards.read.article import TEXT_LIMIT, Loaded, article_of, from_text, known, read_bytes, read_file

__all__ = ["TEXT_LIMIT", "Loaded", "article_of", "from_text", "known", "read_bytes", "read_file"]
