"""`factcards schema`: the JSON Schema of a deck."""

from __future__ import annotations

import json

from factcards.cli.terminal import put

__all__ = ["schema_command"]


def schema_command() -> None:
    """Print the JSON Schema of a deck (what --format json and *.cards.json hold)."""
    from factcards.cards import Deck

    schema = Deck.model_json_schema(mode="serialization")
    put(json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n")
