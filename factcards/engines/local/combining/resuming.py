"""What goes on behind who says it and is somebody else's turn."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.ruled.levels import is_counted, is_counted_for

__all__ = ["resume"]


def resume(found: Sequence[Found]) -> None:
    """What some of those who were asked think ends before what others do: "58 percent think that it should close, | while 31 percent favor
    a ban |"; the poll has both.
    """
    for other in found:
        mark = child(other.verb, "mark") if other.settled and other.verb is not None and is_counted_for(other.verb) else None
        at = other.block.offsets(mark, mark)[0] if mark is not None and mark.lower_ in {"while", "whereas"} else -1
        for item in found if at >= 0 else ():
            low, high = item.content[-1]
            counted = item.source is not None and is_counted(item.source.head)
            if counted and item.block is other.block and low < at < high and item is not other:
                item.content[-1] = (low, low + len(item.block.text[low:at].rstrip(" ,")))
