"""A report for people: one block for each change, the article's line with the words marked, old and new under it."""

from __future__ import annotations

import difflib
import shlex
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from factcards.cards import Deck
from factcards.engines.llm.recorder import cut_alike
from factcards.regress.changes import Change, Side
from factcards.regress.check import Checked
from factcards.regress.report import CaseReport, Report
from factcards.regress.stability import model_table
from factcards.rendering import terminal_safe

__all__ = ["named", "show_case", "show_models", "show_unused", "total_line"]

WIDTH = 100
"""Code points of the article's line that are shown: about what a terminal shows."""


def show_case(checked: Checked, fail_on: tuple[str, ...], *, verbose: bool = False, suite: Path | None = None) -> str:
    """One case, safe for a terminal and a build log; empty when nothing is to be said.

    Args:
        checked: The case.
        fail_on: The severities that fail.
        verbose: Whether cosmetic changes are shown, too.
        suite: The suite's file where commands have to name it.
    """
    report = checked.report
    lines = list(_head(report, suite))
    shown = [change for change in report.changes if verbose or change.severity in fail_on or change.severity != "cosmetic"]
    for _, group in groupby(shown, key=lambda change: (change.old, change.new)):
        lines += _block(list(group), checked.old, checked.new)
    cosmetic = Counter[str](change.kind for change in report.changes if change.severity == "cosmetic")
    if cosmetic and not verbose:
        lines.append(f"  cosmetic: {_counts(cosmetic)}")
    lines += [f"  expected: {failure}" for failure in report.failures]
    if report.unused:
        lines.append(
            f"  unused: {', '.join(one[:12] for one in report.unused)} (`{named('factcards cassettes prune', suite)}` removes them)"
        )
    if report.reader is not None:
        lines.append(f"  another reader: accepted with {report.reader}; rebuilt without cost")
    if report.stability is not None:
        stable = report.stability
        lines.append(f"  stability: {stable.runs} runs agree on {stable.agreed} of {stable.cards} cards ({stable.share:.0%})")
        lines += [f"    wavers between hedged and unhedged: {claim}" for claim in stable.wavering]
    if len(lines) == 1 and report.status == "same" and not verbose:
        return ""
    return "\n".join(terminal_safe(line) for line in lines) + "\n"


def show_unused(report: Report, suite: Path | None = None) -> str:
    """The folders that no article uses, and how they are removed; empty where there are none."""
    if not report.unused:
        return ""
    lines = ["unused recordings, of a deleted article or an earlier text:", *(f"  {name}" for name in report.unused)]
    return "".join(f"{terminal_safe(line)}\n" for line in (*lines, f"  removed by: {named('factcards cassettes prune', suite)}"))


def named(command: str | None, suite: Path | None) -> str:
    """The command as it works when it is typed in this folder: it names the suite's file where the user did."""
    return (command or "") + ("" if suite is None else f" --suite {shlex.quote(str(suite))}")


def show_models(name: str, group: Sequence[Checked]) -> str:
    """Models against claims, for one article."""
    decks = {one.report.name.partition(" [")[2].rstrip("]"): one.new for one in group if one.new is not None}
    lines = [name, *model_table(decks)]
    return "".join(terminal_safe(line) + "\n" for line in lines)


def _head(report: CaseReport, suite: Path | None) -> Iterator[str]:
    yield f"{report.name}: {report.status}" + (f": {report.message}" if report.message else "")
    if report.stale is None:
        if report.remedy is not None:
            yield f"    {named(report.remedy, suite)}"
        return
    if report.status == "different":
        yield "  the summary is stale: it was written from other cards"
        return
    yield from (f"  {reason}" for reason in report.stale.reasons)
    if report.stale.recordings:
        yield f"  stale: {', '.join(one[:12] for one in report.stale.recordings[:6])}"
    yield from (f"    {line}" for line in _cut_diff(report.stale.diff.splitlines()[2:])[:12])
    if report.stale.tokens is not None:
        cost = "price unknown" if report.stale.usd is None else f"about {report.stale.usd:.4f} USD"
        yield f"  recording anew takes {report.stale.requests} requests, {report.stale.tokens} tokens in, {cost}:"
    elif report.remedy is not None:
        yield "  restore it from version control, or record it anew:"
    yield f"    {report.stale.hint or named(report.remedy, suite)}"


def _cut_diff(lines: Sequence[str]) -> list[str]:
    """The lines of a diff, cut; a line and the one that stands in its place are cut where they begin to differ."""
    shown = [line[:WIDTH] for line in lines]
    hunk: tuple[list[int], list[int]] = [], []
    for at, line in enumerate([*lines, "@"]):
        if not line.startswith("@"):
            hunk[line.startswith("+")].append(at)
            continue
        for old, new in zip(*hunk, strict=False):
            before, after = cut_alike(lines[old][1:], lines[new][1:], WIDTH - 1)
            shown[old], shown[new] = f"-{before}", f"+{after}"
        hunk = [], []
    return shown


def _block(group: Sequence[Change], old: Deck | None, new: Deck | None) -> list[str]:
    """All classes of one claim's change, and then the claim once."""
    change = group[0]
    side = change.new or change.old
    deck = new if change.new is not None else old
    where = f", line {side.line}" if side is not None and side.line is not None else ""
    lines = [f"  {one.kind.replace('_', ' ')} ({one.severity}){where}: {one.message}" for one in group]
    if side is not None and deck is not None and side.start is not None and side.end is not None:
        lines += _marked(deck.article.text, side.start, side.end)
    before, after = change.old, change.new
    if before is not None and after is not None and before.claim != after.claim:
        marked = _words_marked(before.claim, after.claim)
        return [*lines, f"    - {marked[0]}", f"    + {marked[1]}"]
    one: Side | None = after or before
    if one is not None:
        lines.append(f"    {'+' if before is None else '-' if after is None else ' '} {one.claim}")
    return lines


def _marked(text: str, start: int, end: int) -> list[str]:
    """The line that the words stand in, cut to what a terminal shows, with the words underlined."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    low = max(first, start - WIDTH // 4) if start - first > WIDTH // 2 else first
    high = min(last, low + WIDTH)
    shown = " ".join(text[low:high].split(" "))
    under = " " * (start - low) + "^" * max(1, min(end, high) - start)
    return [f"    | {'…' if low > first else ''}{shown}", f"    | {' ' if low > first else ''}{under}"]


def _words_marked(old: str, new: str) -> tuple[str, str]:
    """Both with the words that differ in brackets."""
    before, after = old.split(), new.split()
    left: list[str] = []
    right: list[str] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        words = (" ".join(before[i:j]), " ".join(after[k:m]))
        if tag == "equal":
            left.append(words[0])
            right.append(words[1])
            continue
        left += [f"[-{words[0]}-]"] if words[0] else []
        right += [f"{{+{words[1]}+}}"] if words[1] else []
    return " ".join(left), " ".join(right)


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in sorted(counts.items()))


def total_line(report: Report) -> str:
    """One line for the whole suite."""
    statuses = Counter(case.status for case in report.cases)
    told = ", ".join(f"{statuses[name]} {name}" for name in ("same", "different", "stale", "missing", "error") if statuses[name])
    changes = f"; {_counts(Counter(report.totals))}" if report.totals else ""
    floors = f"; {'; '.join(report.failures)}" if report.failures else ""
    return f"{len(report.cases)} checked: {told}{changes}{floors}"
