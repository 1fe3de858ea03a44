"""Article -> parts (headline, byline, body, ...), healed paragraphs, sentences and quotations, by rules. Needs no parser."""

from factcards.segment.lay import lay_out
from factcards.segment.parts import find_parts

__all__ = ["find_parts", "lay_out"]
