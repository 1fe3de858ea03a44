"""The core of attribution: cues that hold a verb of speech. Half of all attributions in news, and what a reader must not miss."""

from __future__ import annotations

import re

from factcards.evaluate.gold import Attributed

__all__ = ["core_of", "is_core"]

# Bare forms that are as often a noun as a verb (claim, report, call, ...) are not among them.
_WORDS = """
    say says said saying tell tells told telling ask asks asked asking write writes wrote writing tweet tweets tweeted tweeting
    adds added adding states stated stating notes noted noting reports reported reporting claims claimed claiming
    argues argued arguing warns warned warning replies replied replying continues continued confirms confirmed confirming
    acknowledges acknowledged acknowledging suggests suggested suggesting recalls recalled recalling
    concludes concluded concluding asserts asserted asserting predicts predicted predicting denies denied denying
    agreed joked quipped calls called calling describe describes described describing
"""
_FORMS = frozenset(_WORDS.split())
_STEMS = re.compile(r"(?:announc|declar|testif)\w|insist|explain|respond|admit")
"""Beginnings whose every continuation is speech."""
_WORD = re.compile(r"\w+")
_ACCORDING = re.compile(r"\baccording to\b")


def is_core(text: str, attribution: Attributed) -> bool:
    """Whether the cue holds a verb of speech, or "according to".

    >>> from factcards.evaluate.gold import Offsets
    >>> is_core("Ada has announced it", Attributed(cue=(Offsets(start=4, end=17),)))
    True
    """
    cue = " ".join(text[span.start : span.end] for span in attribution.cue).lower()
    if _ACCORDING.search(cue):
        return True
    return any(word in _FORMS or _STEMS.match(word) for word in _WORD.findall(cue))


def core_of(text: str, attributions: tuple[Attributed, ...]) -> tuple[Attributed, ...]:
    """Those of the core."""
    return tuple(one for one in attributions if is_core(text, one))
