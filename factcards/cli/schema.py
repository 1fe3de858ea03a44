"""`factcards schema`: the JSON Schemas of a deck, of a check's report, and of what `verify` and `coverage` print."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from factcards.cli.terminal import put

__all__ = ["schema_command"]


class Of(StrEnum):
    """What has a published schema."""

    DECK = "deck"
    REPORT = "report"
    VERIFY = "verify"
    COVERAGE = "coverage"


def schema_command(
    of: Annotated[
        Of,
        typer.Argument(
            metavar="SCHEMA",
            help="deck: what --format json of make holds; report: what a check's report holds; verify, coverage: what theirs holds.",
        ),
    ] = Of.DECK,
) -> None:
    """Print the JSON Schema of a deck, of a check's report, or of what verify or coverage prints."""
    from factcards.cards import Deck
    from factcards.regress.report import Report
    from factcards.rendering.shapes import CoverageShape, ReportShape
    from factcards.spans import Frozen

    models: dict[Of, type[Frozen]] = {Of.DECK: Deck, Of.REPORT: Report, Of.VERIFY: ReportShape, Of.COVERAGE: CoverageShape}
    schema = models[of].model_json_schema(mode="serialization")
    put(json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
