"""What strict mode of structured outputs would refuse in a JSON Schema: the SDK lets it through, and the server refuses the request."""

from __future__ import annotations

from pydantic import JsonValue

__all__ = ["lint"]

_MOST_LEVELS = 5
_MOST_PROPERTIES = 100
# The keywords that the documentation of structured outputs lists as supported, July 2025, and those that carry no constraint.
_SUPPORTED = frozenset(
    [
        "type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "$ref", "$defs", "title",
        "description", "pattern", "format", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
        "minItems", "maxItems",
    ]
)  # fmt: skip


def lint(schema: dict[str, JsonValue]) -> tuple[str, ...]:
    """What strict mode would refuse in a schema, each with its path; nothing for a schema that it takes.

    The limits on size are the first, narrowest ones.
    """
    problems = list(_lint(schema, "$", 0))
    if "anyOf" in schema:
        problems.append("$: anyOf at the root")
    if schema.get("type") != "object":
        problems.append("$: the root is not an object")
    count = _properties(schema)
    if count > _MOST_PROPERTIES:
        problems.append(f"$: {count} properties are more than {_MOST_PROPERTIES}")
    return tuple(problems)


def _lint(node: JsonValue, path: str, level: int) -> list[str]:
    if not isinstance(node, dict):
        return [f"{path}: not a schema"]
    problems = [f"{path}: {keyword} is not supported" for keyword in node if keyword not in _SUPPORTED]
    if not {"type", "anyOf", "$ref", "enum", "const"} & node.keys():
        problems.append(f"{path}: takes anything")
    if node.get("type") == "object":
        level += 1
        problems += _lint_object(node, path)
    if level > _MOST_LEVELS:
        return [*problems, f"{path}: nested deeper than {_MOST_LEVELS} levels"]
    if node.get("type") == "array" and "items" not in node:
        problems.append(f"{path}: an array without items")
    for name, child in _children(node):
        problems += _lint(child, f"{path}{name}", level)
    return problems


def _lint_object(node: dict[str, JsonValue], path: str) -> list[str]:
    problems = []
    if node.get("additionalProperties") is not False:
        problems.append(f"{path}: additionalProperties is not false")
    properties, required = node.get("properties"), node.get("required")
    names = list(properties) if isinstance(properties, dict) else []
    missing = [name for name in names if not isinstance(required, list) or name not in required]
    problems += [f"{path}.{name}: not required" for name in missing]
    return problems


def _children(node: dict[str, JsonValue]) -> list[tuple[str, JsonValue]]:
    """The schemas inside a schema, each with its path from there."""
    found: list[tuple[str, JsonValue]] = []
    for keyword, shown in (("properties", ""), ("$defs", ".$defs")):
        inside = node.get(keyword)
        if isinstance(inside, dict):
            found += [(f"{shown}.{name}", child) for name, child in inside.items()]
    if "items" in node:
        found.append(("[]", node["items"]))
    options = node.get("anyOf")
    if isinstance(options, list):
        found += [(f".anyOf[{number}]", child) for number, child in enumerate(options)]
    return found


def _properties(node: JsonValue) -> int:
    if not isinstance(node, dict):
        return 0
    own = node.get("properties")
    return (len(own) if isinstance(own, dict) else 0) + sum(_properties(child) for _, child in _children(node))
