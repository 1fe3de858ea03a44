"""False alarms of `verify` over summaries that a data set calls faithful, by what two readers found in these summaries.

    python benchmarks/bench_judged.py DATA.jsonl ...

DATA has the rows of `factcards eval verifying`; `judged-summaries.jsonl` has what two language models, as strict fact-checkers who saw
article and summary and nothing else (not the label, not each other, not our findings), would correct in some of its rows: half-open
offsets into the summary, in code points, with a kind. A failing finding is confirmed where both object to some of its words. Rows that
nobody judged count as they are labelled.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from factcards.evaluate.verifying import read_rows
from factcards.lint.findings import Objection as Finding
from factcards.verifying import comparing_reader, verify

JUDGED = Path(__file__).with_name("judged-summaries.jsonl")


class Objection(NamedTuple):
    """Words of a summary that a reader would correct.

    Attributes:
        start: Where they begin.
        end: Where they end.
        kind: What is wrong with them.
        material: Whether an editor must correct it before printing.
    """

    start: int
    end: int
    kind: str
    material: bool

    def meets(self, start: int, end: int) -> bool:
        """Whether it shares a code point with these words."""
        return self.start < end and start < self.end


class Judgement(NamedTuple):
    """What the two readers object to in a summary."""

    first: tuple[Objection, ...]
    second: tuple[Objection, ...]

    def confirms(self, found: Finding) -> bool:
        """Whether both object to some of a finding's words."""
        return all(any(o.meets(found.span.start, found.span.end) for o in one) for one in self)

    def agreed(self) -> list[Objection]:
        """What the first would correct before printing, and the second at the same words too."""
        return [o for o in self.first if o.material and any(p.material and p.meets(o.start, o.end) for p in self.second)]


def judgements() -> dict[str, Judgement]:
    """By the row's id."""
    rows = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: Judgement(*(tuple(Objection(**o) for o in row[who]) for who in ("first", "second"))) for row in rows}


def main(path: Path) -> None:
    """Print what the set's labels say, what the readers say, and what of the words they agree on is found."""
    reader, judged = comparing_reader(), judgements()
    rows, failing, alarms = 0, 0, 0
    findings: Counter[bool] = Counter()
    sound: Counter[bool] = Counter()
    wanted: Counter[str] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for row in read_rows(path):
        judgement = judged.get(row.id)
        if not row.faithful and judgement is None:
            continue
        report = verify(row.summary, against=[row.article], reader=reader, language="en")
        if row.faithful:
            confirmed = [judgement is not None and judgement.confirms(item) for item in report.failing]
            rows, failing, alarms = rows + 1, failing + bool(confirmed), alarms + (not all(confirmed))
            findings.update(confirmed)
            if judgement is not None and not any(judgement):
                sound[bool(confirmed)] += 1
        for objection in judgement.agreed() if judgement is not None else ():
            wanted[objection.kind] += 1
            worst = {item.severity == "error" for item in report.findings if objection.meets(item.span.start, item.span.end)}
            found[objection.kind, "error" if True in worst else "less" if worst else "none"] += 1
    print(f"{path.name}: {rows} faithful by label, {failing} with a failing finding ({100 * failing / rows:.1f} %)")
    print(f"  failing findings in them: {findings.total()}, confirmed by both readers {findings[True]}")
    print(f"  rows with one that is not confirmed: {alarms} ({100 * alarms / rows:.1f} %)")
    print(f"  rows in which neither reader found anything: {sound.total()}, with a failing finding {sound[True]}")
    print("  words that both would correct, with a failing finding, with one of less weight:")
    for kind, count in wanted.most_common():
        print(f"    {kind:14}{count:5}{found[kind, 'error']:5}{found[kind, 'less']:5}")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        main(Path(name))
