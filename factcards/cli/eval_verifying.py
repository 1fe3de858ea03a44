"""`factcards eval verifying`: the linter against labelled summaries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from factcards.cli.options import Form, Jobs, Quiet, TextOrJson
from factcards.cli.problems import problems_listed
from factcards.cli.terminal import put

__all__ = ["verifying_command"]


def verifying_command(
    data: Annotated[
        list[Path], typer.Argument(metavar="DATA.jsonl...", help="Labelled summaries, one a line; each file is measured alone.")
    ],
    form: Form = TextOrJson.TEXT,
    resamples: Annotated[int, typer.Option(min=0, metavar="N", help="Bootstrap resamples of the articles, for the intervals.")] = 1000,
    worst: Annotated[int, typer.Option(min=0, metavar="N", help="How many misses and false alarms to show.")] = 8,
    jobs: Jobs = 1,
    _quiet: Quiet = False,
) -> int:
    """What `factcards verify` finds in summaries of known faults, and how often it cries wolf over faithful ones.

    The figures go to standard output. `factcards docs verifying` describes the format. JSON is one line a file.
    """
    from factcards.evaluate.verifying import evaluate_rows, judge, read_rows, show
    from factcards.verifying import comparing_reader

    with problems_listed():
        files = [(path, read_rows(path)) for path in data]
    reader = comparing_reader()
    for path, rows in files:
        judged = judge(rows, reader, jobs)
        report = evaluate_rows(judged, reader.version, resamples=resamples)
        if form is TextOrJson.JSON:
            put(json.dumps({"file": str(path), **report.model_dump(mode="json")}, ensure_ascii=True) + "\n")
        else:
            put((f"{path}\n" if len(files) > 1 else "") + show(report, judged, worst))
    return 0
