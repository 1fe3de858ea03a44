"""docs/python.md says what is true: every snippet is run, and every public name and option has its place in the docs."""

from __future__ import annotations

import dataclasses
import doctest
import importlib.util
import json
import pkgutil
import re
from pathlib import Path
from typing import get_args

import pytest

import factcards
from factcards import Deck, EngineChoice
from factcards.cards import Finding, FindingCode, RejectedCode, Withheld, WithheldCode
from factcards.lint.meanings import CODES
from tests.conftest import ROOT
from tests.support.server import ModelServer, answer

PAGE = ROOT / "docs" / "python.md"
TEXT = PAGE.read_text(encoding="utf-8")
CLAIM = {
    "claim": "Ada Quill said that the bridge might close in May.",
    "speaker": "Ada Quill",
    "cue": "said",
    "quote": "the bridge might close in May",
    "sentences": [2],
}


def _has_example(module: str) -> bool:
    """Whether a docstring of a module shows an example."""
    spec = importlib.util.find_spec(module)
    return spec is not None and spec.origin is not None and ">>> " in Path(spec.origin).read_text(encoding="utf-8")


def test_its_snippets_print_what_they_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of their own; the model is a server on the loopback, and the key is a made-up one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-planted")
    brief = {"sentences": [{"text": CLAIM["claim"], "cards": [1]}]}
    with ModelServer(answer({"claims": [CLAIM]}), answer(brief)) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        found = doctest.testfile(str(PAGE), module_relative=False)
    assert found.attempted > 20
    assert found.failed == 0


@pytest.mark.parametrize("name", [name for _, name, _ in pkgutil.walk_packages(factcards.__path__, "factcards.") if _has_example(name)])
def test_the_examples_in_docstrings_print_what_they_show(name: str) -> None:
    """Of every module that has one."""
    found = doctest.testmod(importlib.import_module(name))
    assert found.attempted
    assert found.failed == 0


def test_it_lists_every_option_of_an_engine() -> None:
    """In the table, each in code marks."""
    table = {name for line in TEXT.splitlines() if line.startswith("| `") for name in re.findall(r"`(\w+)`", line.split("|")[1])}
    assert table == {field.name for field in dataclasses.fields(EngineChoice)}


def test_every_code_of_a_deck_is_explained_where_it_stands() -> None:
    """The table on docs/errors.md and the types list the same codes, each of which the JSON Schema has."""
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:4] for line in page.splitlines() if re.match(r"\| `\w+` \| (?:finding|rejected|withheld)", line)]
    told = {(code.strip(" `"), place) for code, where, _ in rows for place in where.strip().split(", ")}
    kinds = {"finding": get_args(FindingCode), "rejected": get_args(RejectedCode), "withheld": get_args(WithheldCode)}
    named = {(code, place) for place, codes in kinds.items() for code in codes}
    assert told == named - {(code, "withheld") for code in kinds["finding"]}
    schema = Deck.model_json_schema(mode="serialization")["$defs"]
    for place, codes in kinds.items():
        assert schema[place.capitalize()]["properties"]["code"]["enum"] == list(codes)


OF_CARDS = {
    "attribution_unconfirmed", "cue_absent", "not_checked", "relocated", "speaker_absent", "uncited", "unknown_card", "unknown_sentence",
}  # fmt: skip


def test_one_fault_has_one_code() -> None:
    """A finding of a card has the code of `verify`, but for those that a summary without cards cannot have."""
    assert set(get_args(FindingCode)) - set(CODES) == OF_CARDS


FORMER = [
    ("approximation_lost", "the article says “about 300”; the claim gives the figure as exact", "approximation_dropped"),
    ("condition_lost", "the article says so under a condition (“if”) that is left out", "condition_dropped"),
    ("figure_absent", "the figure “40” stands elsewhere in the article, not in this claim's evidence", "figure_elsewhere"),
    ("figure_absent", "the figure “40” does not stand in the article", "figure_absent"),
    ("negation_changed", "the article affirms what the claim denies or negates", "negation_added"),
    ("negation_changed", "the article denies or negates what the claim affirms", "negation_dropped"),
    ("quote_altered", "nobody says “a calm sea” in the article", "quote_altered"),
    ("speaker_added", "the model gives these words to nobody; in the article Ada Quill says them", "attribution_dropped"),
    ("surer", "surer than the evidence: the article says “hopes”, a demand, wish or plan; the claim states it as so", "plan_as_fact"),
    ("surer", "surer than the evidence: the article hedges with “might”; the claim says: It will rain.", "hedge_dropped"),
    ("ungrounded_words", "most of the claim's words are not the evidence's (boat, fair)", "ungrounded"),
]


@pytest.mark.parametrize(("code", "told", "now"), FORMER)
def test_a_code_of_an_earlier_deck_is_read_as_that_of_now(code: str, told: str, now: str) -> None:
    """In a card, and where the card was withheld for it; what is read so is written with the code of now."""
    found = Finding.model_validate_json(json.dumps({"code": code, "severity": "error", "message": told}))
    kept = Withheld.model_validate_json(json.dumps({"text": "It will rain.", "code": code, "reason": told}))
    assert {found.code, kept.code, found.model_dump()["code"]} == {now}


@pytest.mark.parametrize("name", factcards.__all__)
def test_every_public_name_has_a_place_in_the_docs(name: str) -> None:
    """README or a page under docs/ says what it is for."""
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    assert any(re.search(rf"\b{name}\b", page.read_text(encoding="utf-8")) for page in pages)
