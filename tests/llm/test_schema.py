"""The shape of a model's answer: strict mode takes our schema, and an answer is read item by item."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, RootModel

from factcards.engines.llm.schema import (
    MAX_ITEMS,
    AnswerProblem,
    BriefAnswer,
    ExtractAnswer,
    Parsed,
    ProposedClaim,
    parse_answer,
    strict_schema,
)
from tests.support.strict import lint

CLAIM = {"claim": "A said b.", "speaker": "A", "cue": "said", "quote": "b", "sentences": [1]}


@pytest.mark.parametrize("model", [ExtractAnswer, BriefAnswer])
def test_strict_mode_takes_our_schemas(model: type[BaseModel]) -> None:
    """The SDK would let through what the server refuses."""
    assert lint(strict_schema(model)) == ()


class WithDefault(BaseModel):
    """A default makes a field optional."""

    a: int = 1


class WithDict(BaseModel):
    """Any key is allowed."""

    a: dict[str, int]


class WithAny(BaseModel):
    """Takes anything."""

    a: Any


class WithTuple(BaseModel):
    """Items by place."""

    a: tuple[int, str]


class Union(RootModel[int | str]):
    """A union at the root."""


@pytest.mark.parametrize("model", [WithDefault, WithDict, WithAny, WithTuple, Union])
def test_the_lint_finds_what_strict_mode_refuses(model: type[BaseModel]) -> None:
    """Defaults, open objects, Any, tuples, unions at the root."""
    assert lint(strict_schema(model)) != ()


def test_one_bad_item_costs_that_item_only() -> None:
    """The others stay, and the bad one says what is wrong with its path."""
    parsed = parse_answer(json.dumps({"claims": [CLAIM, {**CLAIM, "sentences": ["x"]}, CLAIM]}), "claims", ProposedClaim)
    assert isinstance(parsed, Parsed)
    assert len(parsed.good) == 2
    assert [bad.reason.split(":")[0] for bad in parsed.bad] == ["claims[1].sentences.0"]


@pytest.mark.parametrize(
    "bad",
    [
        {**CLAIM, "extra": 1},
        {**CLAIM, "quote": " "},
        {**CLAIM, "claim": "x" * 1_001},
        {**CLAIM, "claim": "half \ud800"},
        {**CLAIM, "sentences": [1] * 101},
        {key: value for key, value in CLAIM.items() if key != "cue"},
        [],
        None,
    ],
)
def test_an_item_out_of_shape_or_bounds_is_bad(bad: object) -> None:
    """Unknown and missing fields, empty and over-long strings, half surrogates."""
    parsed = parse_answer(json.dumps({"claims": [bad]}), "claims", ProposedClaim)
    assert isinstance(parsed, Parsed)
    assert (len(parsed.good), len(parsed.bad)) == (0, 1)


@pytest.mark.parametrize("text", ["", "Sure!", "[]", "{}", '{"claims": 1}', '{"claims": [], "more": 1}', "[" * 5_000])
def test_an_answer_of_another_shape_is_a_problem_as_a_whole(text: str) -> None:
    """Not JSON, not an object, not our field."""
    assert isinstance(parse_answer(text, "claims", ProposedClaim), AnswerProblem)


def test_a_fence_round_the_json_is_let_pass_and_the_surplus_is_counted() -> None:
    """Small models fence; no model needs more than the limit."""
    parsed = parse_answer("```json\n" + json.dumps({"claims": [CLAIM] * (MAX_ITEMS + 3)}) + "\n```", "claims", ProposedClaim)
    assert isinstance(parsed, Parsed)
    assert (len(parsed.good), parsed.beyond) == (MAX_ITEMS, 3)


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    """Hostile output ends in a value, never in an exception."""
    assert isinstance(parse_answer(text, "claims", ProposedClaim), Parsed | AnswerProblem)
