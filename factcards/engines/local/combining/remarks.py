"""What the writer remarks on within somebody's words, or behind them: whom he did not name, what he did not tell."""

from __future__ import annotations

import re

from factcards.engines.local.found import Found
from factcards.layout import Layout

__all__ = ["without_remarks"]


def without_remarks(text: str, layout: Layout, found: Found) -> None:
    """Leave the writer's remarks out of what somebody says in other words."""
    if found.frame in {"quote", "carried"} or not found.cue or not found.content:
        return
    if found.block.offsets(found.cue[0], found.cue[0])[0] > found.content[-1][0]:
        return
    _without_unnamed(text, layout, found)
    _without_silence(text, layout, found)


def _without_silence(text: str, layout: Layout, found: Found) -> None:
    """What its speaker does not tell besides is the writer's: "The roof leaked, Quill said, | but she did not say how badly |"."""
    start, end = found.content[-1]
    silent = _SILENT.search(text, start, end)
    who = found.source.head if found.source is not None else None
    if silent is None or who is None or layout.quotation_at(silent.start()) is not None:
        return
    if (who.tag_ in {"NNS", "NNPS"} or who.lower_ in {"they", "we"}) != (silent["who"] == "they"):
        return
    if silent.start() > start:
        found.content[-1] = (start, silent.start())
    elif len(found.content) > 1:
        del found.content[-1]


_SILENT = re.compile(
    r"(?:,\s+|\A|(?<=,\s))(?:but|though|although)\s+(?P<who>he|she|they|it)\s+(?:did(?: not|n[’']t)|declined to|would not|refused to)\s+"
    r"(?:say|specify|elaborate|explain|identify|name|disclose|give|provide)\b"
)


def _without_unnamed(text: str, layout: Layout, found: Found) -> None:
    """Whom its speaker does not name is the writer's: "said the deputy, | whom he did not name, | stopped the car"."""
    start, end = found.content[-1]
    remark = _UNNAMED.search(text, start, end)
    if remark is None or layout.quotation_at(remark.start()) is not None:
        return
    found.content[-1:] = [(start, remark.start()), *([(remark.end(), end)] if remark.end() < end else [])]


_UNNAMED = re.compile(
    r",\s+(?:whom?|which|whose (?:name|identity))\s+(?:he|she|they|it)\s+(?:did(?: not|n[’']t)|declined to|would not|refused to)\s+"
    r"(?:name|identify|specify|disclose|give|reveal)(?:,\s+|\Z)"
)
