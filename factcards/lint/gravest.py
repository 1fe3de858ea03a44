"""One fault is told once: of findings about the same words the gravest stays, with the edits of those that tell it again."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.cards import SEVERITIES
from factcards.lint.findings import Objection

__all__ = ["gravest"]

_SAME = (("speaker_swapped", "name_changed", "name_absent"), ("roles_exchanged", "figure_changed", "name_changed"))
"""Codes that may tell one fault, each kind from the gravest: who it is, and who stands in whose place."""
_MENDED_BY = frozenset([("speaker_swapped", "name_changed"), ("roles_exchanged", "figure_changed")])
"""Findings that take the edits of those that tell the same."""


def gravest(found: Sequence[Objection]) -> list[Objection]:
    """The findings of one sentence, without those that tell again of the same words what an error tells: of a wrong speaker that it is
    another name. What is altered in a quotation, a "not" or a figure, tells of what kind the alteration is, and stays.
    """
    ranked = sorted(found, key=lambda item: SEVERITIES.index(item.severity))
    kept: list[Objection] = []
    for item in found:
        again = [other for other in found if other is not item and _tells_again(item, other, ranked)]
        edits = item.fix or tuple(edit for other in again if (item.code, other.code) in _MENDED_BY for edit in other.fix)
        kept.append(item.model_copy(update={"fix": edits}))
    return [mended for item, mended in zip(found, kept, strict=True) if not any(_tells_again(other, item, ranked) for other in found)]


def _tells_again(graver: Objection, other: Objection, ranked: Sequence[Objection]) -> bool:
    """Whether the other finding tells of words of the graver one's the same fault."""
    severity = SEVERITIES.index(other.severity) - SEVERITIES.index(graver.severity)
    if graver is other or graver.severity != "error" or severity < 0:
        return False
    later = ranked.index(other) > ranked.index(graver)
    if graver.code == other.code == "roles_exchanged":
        return later  # by the verb, and by the words beside each of the two
    if not (graver.span.start < other.span.end and other.span.start < graver.span.end):
        return False
    places = [(kind.index(graver.code), kind.index(other.code)) for kind in _SAME if {graver.code, other.code} <= set(kind)]
    return any(severity > 0 or mine < theirs or (mine == theirs and later) for mine, theirs in places)
