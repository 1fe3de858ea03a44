"""SARIF 2.1.0 (OASIS): the log has only what the standard knows, and its regions point at the characters of the user's file.

The schema here is ours, written from the standard: the objects that factcards writes, each closed, so that a property that SARIF does not
have fails. (OASIS's own schema is not on the package registry.)
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from factcards.cli import main
from factcards.lint.meanings import MEANINGS
from factcards.rendering.sarif import as_sarif
from factcards.verifying import verify

ROOT = Path(__file__).parents[2]
_TEXT = {"type": "object", "required": ["text"], "additionalProperties": False, "properties": {"text": {"type": "string"}}}
_MESSAGE = {**_TEXT, "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}}}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_FROM_ONE = {"type": "integer", "minimum": 1}


def _closed(required, **properties):
    return {"type": "object", "required": required, "additionalProperties": False, "properties": properties}


_REGION = _closed(
    [],
    startLine=_FROM_ONE,
    startColumn=_FROM_ONE,
    endLine=_FROM_ONE,
    endColumn=_FROM_ONE,
    charOffset={"type": "integer", "minimum": 0},
    charLength={"type": "integer", "minimum": 0},
    snippet=_TEXT,
)
_REGION["anyOf"] = [{"required": ["startLine"]}, {"required": ["charOffset"]}]
_ARTIFACT = _closed(["uri"], uri={"type": "string", "format": "uri-reference"}, uriBaseId={"type": "string"})
_LOCATION = _closed(
    ["physicalLocation"],
    id={"type": "integer", "minimum": 0},
    message=_MESSAGE,
    physicalLocation=_closed(["artifactLocation"], artifactLocation=_ARTIFACT, region=_REGION),
)
_FIX = _closed(
    ["artifactChanges"],
    description=_MESSAGE,
    artifactChanges={
        "type": "array",
        "minItems": 1,
        "items": _closed(
            ["artifactLocation", "replacements"],
            artifactLocation=_ARTIFACT,
            replacements={
                "type": "array",
                "minItems": 1,
                "items": _closed(["deletedRegion"], deletedRegion=_REGION, insertedContent=_TEXT),
            },
        ),
    },
)
_RESULT = _closed(
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=_LEVEL,
    kind={"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
    message=_MESSAGE,
    locations={"type": "array", "items": _LOCATION},
    relatedLocations={"type": "array", "items": _LOCATION},
    fixes={"type": "array", "items": _FIX},
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
    suppressions={"type": "array", "items": _closed(["kind"], kind={"enum": ["inSource", "external"]}, justification={"type": "string"})},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    properties={"type": "object"},
)
_RULE = _closed(
    ["id"],
    id={"type": "string"},
    name={"type": "string"},
    shortDescription=_MESSAGE,
    fullDescription=_MESSAGE,
    help=_MESSAGE,
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=_closed([], level=_LEVEL, enabled={"type": "boolean"}),
)
_DRIVER = _closed(
    ["name"],
    name={"type": "string"},
    version={"type": "string"},
    semanticVersion={"type": "string"},
    informationUri={"type": "string", "format": "uri"},
    rules={"type": "array", "uniqueItems": True, "items": _RULE},
)
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_closed(
        ["version", "runs"],
        **{"$schema": {"type": "string", "format": "uri"}},
        version={"const": "2.1.0"},
        runs={
            "type": "array",
            "items": _closed(
                ["tool"],
                tool=_closed(["driver"], driver=_DRIVER),
                results={"type": "array", "items": _RESULT},
                columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                properties={"type": "object"},
            ),
        },
    ),
}

ARTICLE = 'The bridge might close in May, Mayor Ada Quill said. "We need at least 40 new beams," she told reporters.\n'
_FIRST = "The bridge will close in May, Mayor Ada Quill said."
_SECOND = "She needs at least 70 new beams."
FILES = {
    "plain.txt": f"{_FIRST} {_SECOND}\n",
    "marked.md": f"# Bridge\n\n- The bridge **will close** in May, [Mayor Ada Quill](https://example.org) said.\n- {_SECOND}\n",
    "page.html": f"<html><body><h1>Bridge</h1><p>{_FIRST.replace('will ', 'will&nbsp;')}</p><p>{_SECOND}</p></body></html>\n",
    "windows.txt": f"First \u00e9 line.\r\n\r\n{_FIRST}\r\n{_SECOND}\r\n",
    "bom.txt": f"\ufeff{_FIRST} {_SECOND}\n",
    "astral.md": f"\U0001d4b3 \U0001f309 {_FIRST}\n\n\U0001f309 {_SECOND}\n",
}


def _log(name, tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / name).write_text(FILES[name], encoding="utf-8", newline="")
    assert main(["verify", name, "-a", "article.txt", "--format", "sarif"]) == 1
    return json.loads(capfd.readouterr().out)


@pytest.mark.parametrize("name", FILES)
def test_the_log_is_sarif(name, tmp_path, monkeypatch, capfd):
    """Nothing that the standard does not have, and everything that it asks for."""
    log = _log(name, tmp_path, monkeypatch, capfd)
    jsonschema.validate(log, SCHEMA)
    assert log["runs"][0]["results"]


def _lines(text):
    """As editors count them."""
    return text.replace("\r\n", "\n").split("\n")


@pytest.mark.parametrize("name", FILES)
def test_every_region_points_at_its_words_in_the_file(name, tmp_path, monkeypatch, capfd):
    """Offset and length, and line and columns, give the same characters: of the summary, and of the source in the related locations.

    A byte order mark counts as no character (SARIF 2.1.0, on text regions).
    """
    for result in _log(name, tmp_path, monkeypatch, capfd)["runs"][0]["results"]:
        for location in [*result["locations"], *result.get("relatedLocations", [])]:
            place = location["physicalLocation"]
            with (tmp_path / place["artifactLocation"]["uri"]).open(encoding="utf-8-sig", newline="") as file:
                text = file.read()
            region = place["region"]
            words = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
            assert words.strip(), result
            if region["startLine"] == region["endLine"]:
                line = _lines(text)[region["startLine"] - 1]
                assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == words
            if "snippet" in region:
                assert region["snippet"]["text"] == words


PAGE = (
    "<!DOCTYPE html>\n<html><head><title>Bridge</title>\n<style>p { color: red }</style></head>\n<body><article>\n<h1>Bridge</h1>\n\n"
    "<p>The bridge might close in May, Mayor Ada Quill said on Tuesday.</p>\n"
    "<p>&ldquo;We need at least 40 new beams,&rdquo; she told the reporters who had come to the town hall.</p>\n</article></body></html>\n"
)


def test_a_page_is_pointed_at_as_it_is(tmp_path, monkeypatch, capfd):
    """Lines and columns of a source that is a web page are its markup's, in the log as in the text; there are no offsets there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "plain.txt").write_text(FILES["plain.txt"], encoding="utf-8")
    assert main(["verify", "plain.txt", "-a", "page.html", "--format", "sarif"]) == 1
    log = json.loads(capfd.readouterr().out)
    jsonschema.validate(log, SCHEMA)
    regions = [p["physicalLocation"]["region"] for r in log["runs"][0]["results"] for p in r.get("relatedLocations", [])]
    unchanged = [region for region in regions if region["snippet"]["text"] in PAGE]  # no entity in it
    assert unchanged
    for region in unchanged:
        assert PAGE.split("\n")[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
    assert {region["startLine"] for region in regions} == {7, 8}
    assert all("charOffset" not in region for region in regions)
    assert main(["verify", "plain.txt", "-a", "page.html"]) == 1
    assert {line for line in capfd.readouterr().out.split("\n") if line.startswith("  page.html:")} == {"  page.html:7", "  page.html:8"}


def test_rows_are_one_log(tmp_path, monkeypatch, capfd):
    """With one run, each result on its row's line, and no place in a file that there is not."""
    monkeypatch.chdir(tmp_path)
    summaries = [_FIRST, "The bridge [might](x) close, Quill said.", f"{_FIRST} {_SECOND}"]
    rows = [json.dumps({"id": f"s{at}", "summary": text, "article": ARTICLE}) for at, text in enumerate(summaries)]
    (tmp_path / "rows of mine.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert main(["verify", "--pairs", "rows of mine.jsonl", "--format", "sarif"]) == 1
    log = json.loads(capfd.readouterr().out)
    jsonschema.validate(log, SCHEMA)
    (run,) = log["runs"]
    codes = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [codes[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    places = [
        (place["physicalLocation"]["artifactLocation"]["uri"], place["physicalLocation"]["region"])
        for result in run["results"]
        for place in [*result["locations"], *result.get("relatedLocations", [])]
    ]
    assert {uri for uri, _ in places} == {"rows%20of%20mine.jsonl"}
    assert {region["startLine"] for _, region in places} == {1, 3}
    assert run["results"][0]["message"]["text"] == "s0: “will close”: surer than the source, which says “might”"


def test_a_rule_says_what_it_means(tmp_path, monkeypatch, capfd):
    """In words: a viewer of the log has not our pages, and a relative address leads nowhere."""
    for rule in _log(next(iter(FILES)), tmp_path, monkeypatch, capfd)["runs"][0]["tool"]["driver"]["rules"]:
        assert rule["help"]["text"] == MEANINGS[rule["id"]]
        assert "helpUri" not in rule


def test_each_code_has_its_meaning_the_one_that_the_page_begins_with():
    """docs/rules.md and the reports say the same."""
    page = dict(re.findall(r"^## (\w+)\n\n\(\w+\) (.*?)\n\n>", (ROOT / "docs" / "rules.md").read_text("utf-8"), re.MULTILINE | re.DOTALL))
    assert list(page) == list(MEANINGS)
    for code, meaning in MEANINGS.items():
        assert " ".join(page[code].split()).startswith(meaning.removesuffix(".")), code


def test_brackets_of_the_texts_are_no_links():
    """SARIF 2.1.0, section 3.11.6: bare brackets in a message are a link, escaped ones are brackets; so is a backslash before them."""
    report = verify("The bridge will close.", against=["The bridge might close."])
    told = [r"it says “[see](http://example.org)”", r"it says “[see\](http://example.org)”"]
    findings = tuple(report.findings[0].model_copy(update={"message": message}) for message in told)
    log = json.loads(as_sarif(report.model_copy(update={"findings": findings})))
    jsonschema.validate(log, SCHEMA)
    shown = [result["message"]["text"] for result in log["runs"][0]["results"]]
    assert shown == [r"it says “\[see\](http://example.org)”", r"it says “\[see\\\](http://example.org)”"]
