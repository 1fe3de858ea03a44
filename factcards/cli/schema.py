"""`factcards schema`: the JSON Schemas of a deck and of a report."""

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


def schema_command(
    of: Annotated[Of, typer.Argument(help="deck: what --format json holds; report: what a check's report holds.")] = Of.DECK,
) -> None:
    """Print the JSON Schema of a deck, or of a check's report."""
    from factcards.cards import Deck
    from factcards.regress.report import Report

    schema = (Deck if of is Of.DECK else Report).model_json_schema(mode="serialization")
    put(json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
