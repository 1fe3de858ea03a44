"""Edits made one round after another, as edits of the text that the first round found."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from factcards.lint.findings import Edit

__all__ = ["followed"]


def followed(first: Sequence[Edit], then: Sequence[Edit]) -> tuple[Edit, ...]:
    """One list of edits of a text for two: `first` of the text, `then` of what they made of it. In text order; none meet.

    Edits of the second that touch one of the first become one with it: where "500" became "1,200" and then "300", "500" becomes "300".

    >>> followed([Edit(start=0, end=3, replacement="1,200")], [Edit(start=0, end=5, replacement="300")])
    (Edit(start=0, end=3, replacement='300'),)
    """
    edits = sorted(first, key=lambda edit: edit.start)
    for later in sorted(then, key=lambda edit: -edit.start):  # from behind, so that each place is still one of the text between
        edits = _with(edits, later)
    return tuple(edits)


def _with(edits: Sequence[Edit], later: Edit) -> list[Edit]:
    """The edits, in text order, with one more of what they make of the text."""
    lows = list(accumulate((len(edit.replacement) - (edit.end - edit.start) for edit in edits), initial=0))  # what those before added
    met = [at for at, edit in enumerate(edits) if later.start - len(edit.replacement) <= edit.start + lows[at] <= later.end]
    if not met:
        at = sum(edit.start + lows[at] < later.start for at, edit in enumerate(edits))
        moved = Edit(start=later.start - lows[at], end=later.end - lows[at], replacement=later.replacement)
        return [*edits[:at], moved, *edits[at:]]
    one, other = met[0], met[-1]
    first, last = edits[one], edits[other]
    kept = first.replacement[: max(0, later.start - first.start - lows[one])]
    left = last.replacement[max(0, later.end - last.start - lows[other]) :]
    start, end = min(first.start, later.start - lows[one]), max(last.end, later.end - lows[other + 1])
    return [*edits[:one], Edit(start=start, end=end, replacement=f"{kept}{later.replacement}{left}"), *edits[other + 1 :]]
