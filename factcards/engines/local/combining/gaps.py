"""Words of a content that the statistics let fall between two of its pieces, and words behind it that only tell what is not said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import FINITE
from factcards.engines.local.ruled.attribution import is_cue_verb
from factcards.layout import Layout

__all__ = ["end_before_silence", "fill_gaps"]


def fill_gaps(layout: Layout, found: Sequence[Found]) -> None:
    """Two pieces of one sentence with nothing of who says it between them are one: "stocks would last 16 weeks, | more than the ten that |
    the trade thinks normal". A second piece that is what the same speaker says next is none: "denied the request, saying | he may flee".
    """
    cues = sorted(((item.block.offsets(item.cue[0], item.cue[0])[0], item) for item in found if item.cue), key=lambda cue: cue[0])
    places = [place for place, _ in cues]
    for item in found:
        if item.cue and item.frame not in {"quote", "carried"}:
            k = 0
            while k + 1 < len(item.content):
                first, last = bisect_left(places, item.content[k][1]), bisect_left(places, item.content[k + 1][0])
                k += not _is_closed_up(layout, item, k, [other for _, other in cues[first:last] if other is not item])


def _is_closed_up(layout: Layout, item: Found, k: int, between: Sequence[Found]) -> bool:
    """Whether a content's pieces at k and k + 1, with the cues of others between them, are one from now on, or the second is gone."""
    (start, end), (low, high) = item.content[k], item.content[k + 1]
    own = [item.block.offsets(t, t)[0] for t in item.cue]
    if item.source is not None:
        own.append(item.source.start)
    sentence = layout.sentence_at(start)
    if sentence is None or low >= sentence.end or any(end <= at < low for at in own) or _is_quoted(layout, end, low):
        return False
    if _is_comment(item, end):
        del item.content[k + 1]
        return True
    if _APART.search(item.block.text[end:low]):
        return False
    for other in between:
        same = item.source is not None and other.source is not None and item.source.start == other.source.start
        if same and any(first <= low and high <= last for first, last in other.content):
            del item.content[k + 1]
            return True
        if same or other.frame == "according" or other.source is None or not end <= other.source.start:
            return False
    told = {t.i for other in between for t in other.cue}
    if any(t.tag_ in FINITE and is_cue_verb(t) and t.i not in told for t in item.block.words(end, low)):
        return False
    item.content[k : k + 2] = [(start, high)]
    return True


_APART = re.compile(r"\s[–-]{1,2}\s|\A,?\s+(?:and|but|or)\s")
"""A dash, or where the sentence goes on with something beside the content."""


def _is_comment(item: Found, end: int) -> bool:
    """Whether a relative clause begins behind a comma there, or behind what is no clause a participle: the statistics know best that the
    writer says that.
    """
    place = item.block.place(end)
    words = item.block.tokens[place : place + 2]
    if len(words) < 2 or words[0].text != ",":
        return False
    return words[1].tag_ in {"WDT", "WP", "WP$", "WRB"} or (words[1].tag_ == "VBG" and item.frame != "clause")


def _is_quoted(layout: Layout, end: int, low: int) -> bool:
    """Whether a quotation begins or ends between two places: its words are no gap."""
    return layout.outer_over(max(0, end - 1), low + 1) != layout.outer_over(end, low) or bool(layout.outer_over(end, low))


def end_before_silence(text: str, layout: Layout, found: Found) -> None:
    """What somebody says ends where the writer tells what is left unsaid: 'said the guilty "will pay", | but did not name anyone'."""
    start, end = found.content[-1]
    silent = _SILENT.search(text, start, end)
    if silent is not None and layout.quotation_at(silent.start(1)) is None and silent.start() > start:
        found.content[-1] = (start, silent.start())


_SILENT = re.compile(
    r",?\s+((?:but|though|although)\s+(?:(?:he|she|it|they)\s+)?(?:did\s?n[o'’]t|declined to|refused to|would not)\s+"
    r"(?:say|name|specify|elaborate|identify|disclose|explain|comment|mention|provide|give|offer|go into)"
    r"|without\s+(?:elaborating|naming|specifying|identifying|explaining|providing|giving|offering|saying|citing))\b"
)
