"""What `--fix` does to drift of known kinds: it passes afterwards, it is the source's sentence again, it is never worse, twice is once.

    python benchmarks/bench_fixing.py DATA.jsonl

DATA has the rows of `factcards eval verifying`, each with its `kind`, and `evidence: {"text"}` where the source's sentence is known.
Ends with 1 where a row is worse after its fix or changes again when it is fixed again.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from rapidfuzz.distance import Indel

from factcards.lint.documents import open_document
from factcards.lint.matching import Index
from factcards.read import from_text
from factcards.verify_files import Sides, fix_report
from factcards.verifying import VerifySettings, comparing_reader, index_sources, verify_document

ALIKE = 0.97
"""Share of words in common, in order, from which a fixed sentence is the source's again: commas and capitals may differ."""


def words(text: str) -> list[str]:
    """The words and figures of a text, lower case."""
    return re.sub(r"[^\w%$]+", " ", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lower()).split()


def main(path: Path) -> int:
    """Print a line for each kind."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    drifted = sorted((row for row in rows if not row["faithful"]), key=lambda row: str(row["article"]))
    reader, settings = comparing_reader(), VerifySettings()
    count: dict[str, Counter[str]] = {what: Counter() for what in ("rows", "found", "passes", "restored")}
    broken: list[str] = []
    article, index = "", Index([])
    for row in drifted:
        if row["article"] != article:
            article = row["article"]
            index = index_sources([from_text(article, "article").model_copy(update={"language": "en"})], reader)
        document = open_document(row["summary"], form="text")
        before = verify_document(document, index, reader, settings)
        count["rows"][row["kind"]] += 1
        if before.ok:
            continue
        fixed = fix_report(Sides(document, index, reader), settings, before)
        again = fix_report(Sides(open_document(fixed.text, form="text"), index, reader), settings, fixed.report)
        count["found"][row["kind"]] += 1
        count["passes"][row["kind"]] += fixed.report.ok
        source = (row.get("evidence") or {}).get("text")
        alike = source is not None and Indel.normalized_similarity(words(fixed.text), words(source)) >= ALIKE
        count["restored"][row["kind"]] += fixed.report.ok and alike
        if len(fixed.report.failing) > len(before.failing) or again.text != fixed.text:
            broken.append(str(row["id"]))
    print(f"{'kind':24}{'rows':>6}{'found':>7}{'passes %':>10}{'restored %':>12}")
    for kind, number in count["rows"].items():
        found = max(1, count["found"][kind])
        shares = (100 * count[what][kind] / found for what in ("passes", "restored"))
        print(f"{kind:24}{number:6}{count['found'][kind]:7}" + "{:10.1f}{:12.1f}".format(*shares))
    print(f"worse, or changed by a second run: {len(broken)} {broken[:10]}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
