"""The gold file `own.jsonl` from the marked articles in `own/`: `python -m tests.gold.label` writes it anew.

In a marked article `{s1 She} {c1 said} {t1 so}` is the attribution 1 with its source, cue and content (target); a letter more than
once is one discontinuous span, `{s1,2 She}` is the source of two, and marks nest. The marks are taken out, offsets are into the rest.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

__all__ = ["GOLD", "MARKED", "gold_lines", "unmark"]

MARKED = Path(__file__).parent / "own"
GOLD = Path(__file__).parent / "own.jsonl"
_MARK = re.compile(r"\{([sct])(\d+(?:,\d+)*) |\}")
_ROLES = {"s": "source", "c": "cue", "t": "content"}

Roles = dict[str, list[dict[str, int]]]


def unmark(marked: str) -> tuple[str, dict[int, Roles]]:
    """The text without marks, and the spans of each numbered attribution, in text order.

    Raises:
        ValueError: if a mark is not closed or closes nothing, or an attribution has no content.
    """
    pieces: list[str] = []
    length = last = 0
    opened: list[tuple[str, list[int], int]] = []
    found: dict[int, Roles] = {}
    for mark in _MARK.finditer(marked):
        pieces.append(marked[last : mark.start()])
        length += mark.start() - last
        last = mark.end()
        if mark[1]:
            opened.append((_ROLES[mark[1]], [int(n) for n in mark[2].split(",")], length))
            continue
        if not opened:
            raise ValueError(f"a mark is closed that was never opened: ...{marked[max(0, mark.start() - 40) : mark.end()]}")
        role, numbers, start = opened.pop()
        for number in numbers:
            spans = found.setdefault(number, {"source": [], "cue": [], "content": []})
            spans[role].append({"start": start, "end": length})
    if opened:
        raise ValueError(f"a mark is never closed: {opened[-1]}")
    text = "".join([*pieces, marked[last:]])
    for number, spans in found.items():
        if not spans["content"] or not spans["cue"]:
            raise ValueError(f"attribution {number} has no content or no cue")
        for role in spans.values():
            role.sort(key=lambda span: span["start"])
    return text, found


def gold_lines() -> list[str]:
    """The lines of the gold file, one article each, by name; attributions in the order of their first word."""
    lines: list[str] = []
    for path in sorted(MARKED.glob("*.txt")):
        text, found = unmark(path.read_text("utf-8").strip())
        attributions = sorted(found.values(), key=lambda roles: min(span["start"] for spans in roles.values() for span in spans))
        row: dict[str, Any] = {"id": f"own/{path.stem}", "publisher": path.stem, "text": text, "attributions": attributions}
        lines.append(json.dumps(row, ensure_ascii=False))
    return lines


if __name__ == "__main__":
    GOLD.write_text("".join(f"{line}\n" for line in gold_lines()), "utf-8")
