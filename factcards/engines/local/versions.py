"""What the local reader's readings rest on, told without loading the reader: a replay asks for it and reads nothing."""

from __future__ import annotations

from typing import Literal

from factcards.engines.local.parsing import packed
from factcards.engines.local.parsing.pipeline import pipeline_version
from factcards.lexicon import digest

__all__ = ["READER_VERSION", "ReaderKind", "reader_version"]

ReaderKind = Literal["full", "rules", "said"]
"""full: learned statistics decide all; rules: they name the cues, and rules that can be read find source and content; said: as full, but
nothing that the article says itself, no hedges and no negations, and claims that are their content's words: what two texts are
compared by.
"""

READER_VERSION = "48"
"""Raised with every change of a rule that can change a reading; word lists and the pipeline have versions of their own."""


def reader_version(kind: ReaderKind = "full") -> str:
    """Reader, pipeline, word lists and statistics."""
    named = "" if kind == "full" else f" {kind}"
    return f"local/{READER_VERSION}{named} {pipeline_version()} lexicons/{digest()} statistics/{packed.digest()}"
