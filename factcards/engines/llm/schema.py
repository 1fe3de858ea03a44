"""The shape of a model's answer: untrusted, checked item by item. Knows neither the article nor any provider.

The schema is kept to what OpenAI's strict mode takes: every property required, nothing else allowed, no defaults, no bounds.
Bounds (lengths, list sizes) are checked here after parsing, so that one item out of bounds costs that item only.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from pydantic import BaseModel, Field, JsonValue, ValidationError

from factcards.spans import Frozen

__all__ = [
    "AnswerProblem",
    "BadItem",
    "BriefAnswer",
    "ExtractAnswer",
    "Parsed",
    "ProposedClaim",
    "ProposedSentence",
    "parse_answer",
    "strict_schema",
]

MAX_ITEMS = 300
"""The most claims of one answer: a budget of 6,000 tokens holds some 250 sentences, most with one claim or none."""
_LONGEST = {"claim": 1_000, "quote": 5_000, "speaker": 200, "cue": 200, "text": 1_000}
_MOST_NUMBERS = 100
_SHOWN = 300
_SURROGATE = re.compile("[\ud800-\udfff]")


class ProposedClaim(Frozen):
    """One claim that the article carries."""

    claim: str = Field(description="one self-contained sentence with its attribution and every hedge")
    speaker: str | None = Field(description="whose claim it is, by the fullest name in the article; null for the article itself")
    cue: str | None = Field(description="the words that mark the attribution, verbatim; null where there are none")
    quote: str = Field(description="the words of the article that carry it, verbatim; ' [...] ' where words are left out")
    sentences: tuple[int, ...] = Field(description="the numbers of the sentences that the quote is taken from")


class ExtractAnswer(Frozen):
    """The claims of a stretch of an article."""

    claims: tuple[ProposedClaim, ...]


class ProposedSentence(Frozen):
    """One sentence of the summary."""

    text: str = Field(description="one plain sentence that says no more than its cards")
    cards: tuple[int, ...] = Field(description="the numbers of the cards that carry it, at least one")


class BriefAnswer(Frozen):
    """A summary of a few sentences."""

    sentences: tuple[ProposedSentence, ...]


Item = TypeVar("Item", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class BadItem:
    """An item of an answer that cannot be used.

    Attributes:
        shown: Its strings by field, each cut to what a person would read; fields that hold no string are left out.
        reason: What is wrong, with the path.
    """

    shown: dict[str, str]
    reason: str


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Item]):
    """The items of an answer, in its order: those that fit and those that do not.

    Attributes:
        good: Valid and within bounds.
        bad: Invalid, or out of bounds.
        beyond: How many stood after the first `MAX_ITEMS`; they were not looked at.
    """

    good: tuple[Item, ...]
    bad: tuple[BadItem, ...] = ()
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """The answer as a whole cannot be used: not JSON, or not of the right shape at its top level."""

    errors: tuple[str, ...]


def parse_answer(text: str, field: str, item: type[Item]) -> Parsed[Item] | AnswerProblem:
    """An answer's items, each checked for itself.

    White space and one fence of three back-ticks round the JSON are let pass; nothing else is.

    Args:
        text: What the model said.
        field: The one field of the answer's top level; it holds a list.
        item: What the list holds.
    """
    try:
        value = json.loads(_unfenced(text))
    except (ValueError, RecursionError) as error:
        return AnswerProblem((f"not JSON: {_cut(str(error))}",))
    if not isinstance(value, dict):
        return AnswerProblem((f"the top level is not an object with the field {field!r}",))
    errors = [f"{_cut(key, 60)!r}: there is no such field" for key in value if key != field][:5]
    if not isinstance(value.get(field), list):
        errors.insert(0, f"{field!r}: the field is missing or is not a list")
    if errors:
        return AnswerProblem(tuple(errors))
    good: list[Item] = []
    bad: list[BadItem] = []
    for number, raw in enumerate(value[field][:MAX_ITEMS]):
        checked = _checked(raw, f"{field}[{number}]", item)
        if isinstance(checked, BadItem):
            bad.append(checked)
        else:
            good.append(checked)
    return Parsed(tuple(good), tuple(bad), max(0, len(value[field]) - MAX_ITEMS))


def _unfenced(text: str) -> str:
    stripped = text.strip()
    first, _, rest = stripped.partition("\n")
    if first.strip() in {"```json", "```"} and rest.endswith("```"):
        return rest[:-3]
    return stripped


def _checked(raw: object, path: str, item: type[Item]) -> Item | BadItem:
    try:
        value = item.model_validate(raw)
    except ValidationError as error:
        problems = [
            f"{path}{''.join(f'.{_cut(str(key), 60)}' for key in problem['loc'])}: {problem['msg']}"
            for problem in error.errors(include_url=False, include_input=False, include_context=False)
        ]
        return BadItem(_shown(raw), _cut("; ".join(problems)))
    for name, content in value:
        limit = _LONGEST.get(name) if isinstance(content, str) else _MOST_NUMBERS
        if limit is not None and content is not None and len(content) > limit:
            return BadItem(_shown(raw), f"{path}.{name}: {len(content)} is more than {limit}")
        if isinstance(content, str) and _SURROGATE.search(content):
            return BadItem(_shown(raw), f"{path}.{name}: half of a surrogate pair is no character")
        if isinstance(content, str) and name in {"claim", "text", "quote"} and not content.strip():
            return BadItem(_shown(raw), f"{path}.{name}: empty")
    return value


def _shown(raw: object) -> dict[str, str]:
    if not isinstance(raw, dict):
        return {}
    return {str(key): _cut(value) for key, value in raw.items() if key in _LONGEST and isinstance(value, str)}


def _cut(text: str, most: int = _SHOWN) -> str:
    """At most so many code points, none of them half of a surrogate pair: those cannot be written as UTF-8."""
    clean = text[:most].encode("utf-8", "replace").decode()
    return clean if len(text) <= most else clean + "…"


@cache
def strict_schema(model: type[BaseModel]) -> dict[str, JsonValue]:
    """The JSON Schema that is sent: references written out, titles left out, so that no library's version shows in it."""
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})
    plain = _plain(schema, definitions)
    if not isinstance(plain, dict):  # pragma: no cover - a model's schema is an object
        raise TypeError(f"{model.__name__} has no object for a schema")
    return plain


def _plain(node: JsonValue, definitions: dict[str, JsonValue]) -> JsonValue:
    if isinstance(node, list):
        return [_plain(one, definitions) for one in node]
    if not isinstance(node, dict):
        return node
    reference = node.get("$ref")
    if isinstance(reference, str):
        return _plain(definitions[reference.removeprefix("#/$defs/")], definitions)
    kept: dict[str, JsonValue] = {}
    for key, value in node.items():
        if key == "properties" and isinstance(value, dict):
            kept[key] = {name: _plain(one, definitions) for name, one in value.items()}
        elif key != "title":
            kept[key] = _plain(value, definitions)
    return kept
