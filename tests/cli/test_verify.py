"""`factcards verify` and `factcards coverage` as a user runs them: output, exit code, files."""

from __future__ import annotations

import io
import json
import sys
from itertools import pairwise

import jsonschema
import pytest

from factcards.cli.app import main
from factcards.lint.meanings import CODES

pytestmark = pytest.mark.usefixtures("each_text_read_once")

ARTICLE = "Mayor Ada Quill said on Tuesday that the bridge might close before May. The council did not approve the plan, Quill added.\n"
GOOD = "The bridge might close before May, Mayor Ada Quill said on Tuesday.\n"
BAD = "# Brief\n\n- The **bridge** will close before May, Mayor Ada Quill said on Tuesday.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with an article and two summaries."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.md").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_both_sides_stand_under_each_other(folder, capfd):
    """The summary's words, the source's, and the edit."""
    assert main(["verify", "bad.md", "--against", "article.txt"]) == 1
    assert capfd.readouterr().out == (
        "bad.md:3:18: error hedge_strengthened: surer than the source, which says “might”\n"
        "    - The **bridge** will close before May, Mayor Ada Quill said on Tuesday.\n"
        "                     ^^^^^^^^^^\n"
        "  article.txt:1\n"
        "    …da Quill said on Tuesday that the bridge might close before May. The council did not approve t…\n"
        "                                              ^^^^^^^^^^^\n"
        "    fix: “will” -> “might”\n"
        "\n"
        "bad.md: 2 sentences against 1 source: 1 error\n"
    )


def test_a_faithful_summary_passes(folder, capfd):
    """Exit code 0, and a line that says what was done."""
    assert main(["verify", "good.md", "article.txt"]) == 0
    assert capfd.readouterr().out == "good.md: 1 sentence against 1 source: no findings\n"


def test_standard_input_and_several_sources(folder, capfd, monkeypatch):
    """- is the summary; a claim may stand in any of the sources."""
    (folder / "other.txt").write_text("At least 200 people signed the petition, the union said.\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"At least 200 people signed the petition, the union said.\n")))
    assert main(["verify", "-", "--against", "article.txt", "other.txt"]) == 0


def test_json_has_offsets_lines_and_fingerprints(folder, capfd):
    """For programs: offsets into the file, in code points."""
    assert main(["verify", "bad.md", "-a", "article.txt", "--format", "json"]) == 1
    row = json.loads(capfd.readouterr().out)
    found = row["findings"][0]
    assert BAD[found["span"]["start"] : found["span"]["end"]] == found["span"]["quote"] == "will close"
    assert (row["ok"], found["line"], found["column"], found["code"]) == (False, 3, 18, "hedge_strengthened")


@pytest.mark.parametrize("command", ["verify", "coverage"])
def test_what_is_printed_is_what_its_schema_says(folder, capfd, command):
    """Every field, and no other; a build may ask for each code by its name."""
    assert main([command, "bad.md", "-a", "article.txt", "--format", "json"]) in {0, 1}
    printed = json.loads(capfd.readouterr().out)
    assert main(["schema", command]) == 0
    schema = json.loads(capfd.readouterr().out)
    jsonschema.validate(printed, schema)
    assert printed.keys() == schema["properties"].keys()
    assert printed["schema_version"] == "1"
    where = schema["$defs"]["FindingShape" if command == "verify" else "Claim"]["properties"]
    assert set((where["code"] if command == "verify" else where["findings"]["items"])["enum"]) == set(CODES)


def test_sarif_regions_point_at_the_words(folder, capfd):
    """Line, column and offset agree, counted in code points."""
    (folder / "bad.md").write_text(f"Ünïcode 𝒳\n\n{BAD}", encoding="utf-8")
    assert main(["verify", "bad.md", "-a", "article.txt", "--format", "sarif"]) == 1
    run = json.loads(capfd.readouterr().out)["runs"][0]
    text = (folder / "bad.md").read_text(encoding="utf-8")
    result = next(r for r in run["results"] if r["ruleId"] == "hedge_strengthened")
    region = result["locations"][0]["physicalLocation"]["region"]
    line = text.splitlines()[region["startLine"] - 1]
    assert run["columnKind"] == "unicodeCodePoints"
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "will close"
    assert text[region["charOffset"] :][: region["charLength"]] == "will close"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_github_annotations_are_escaped(folder, capfd):
    """A file's name cannot smuggle a second command in."""
    name = "a,b%.md"
    (folder / name).write_text(BAD, encoding="utf-8")
    assert main(["verify", name, "-a", "article.txt", "--format", "github"]) == 1
    out = capfd.readouterr().out
    assert out.startswith("::error file=a%2Cb%25.md,line=3,endLine=3,col=18,title=hedge_strengthened,endColumn=28::surer than the source")


def test_markdown_is_a_table(folder, capfd):
    """The code, the words of both sides, and no link that leads nowhere from the user's own pages."""
    assert main(["verify", "bad.md", "-a", "article.txt", "--format", "markdown"]) == 1
    out = capfd.readouterr().out
    assert "| 3:18 | error `hedge_strengthened`: surer than the source, which says “might” | “will close” |" in out
    assert "](" not in out


def test_pairs_are_checked_in_one_run(folder, capfd):
    """One line a row; the exit code is 1 when any fails; a broken row is named."""
    rows = [{"id": "a", "summary": GOOD, "article": ARTICLE}, {"id": "b", "summary": BAD, "articles": [ARTICLE]}]
    (folder / "pairs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["verify", "--pairs", "pairs.jsonl", "--format", "jsonl"]) == 1
    assert [(row["name"], row["ok"]) for row in map(json.loads, capfd.readouterr().out.splitlines())] == [("a", True), ("b", False)]
    (folder / "pairs.jsonl").write_text('{"summary": 1}\n', encoding="utf-8")
    assert main(["verify", "--pairs", "pairs.jsonl"]) == 3
    assert "pairs.jsonl:1: summary: it must be text" in capfd.readouterr().err


def test_a_byte_order_mark_is_no_part_of_rows_or_a_baseline(folder, capfd):
    """Editors on Windows put one before them."""
    (folder / "pairs.jsonl").write_text(json.dumps({"summary": GOOD, "article": ARTICLE}), encoding="utf-8-sig")
    assert main(["verify", "--pairs", "pairs.jsonl"]) == 0
    assert main(["verify", "bad.md", "-a", "article.txt", "--write-baseline", "known.json"]) == 0
    (folder / "known.json").write_text((folder / "known.json").read_text("utf-8"), encoding="utf-8-sig")
    assert main(["verify", "bad.md", "-a", "article.txt", "--baseline", "known.json"]) == 0


@pytest.fixture
def rows(folder):
    """Three rows, the second behind an empty line; the first is faithful. One article is shared."""
    rows = [{"id": "a", "summary": GOOD, "article": ARTICLE}, None, {"id": "b", "summary": BAD, "articles": [ARTICLE]}]
    rows.append({"summary": "The council did approve the plan, Quill added.", "article": ARTICLE})
    (folder / "pairs.jsonl").write_text("".join((json.dumps(row) if row else "") + "\n" for row in rows), encoding="utf-8")


def test_rows_of_standard_input_are_counted_under_its_name(folder, capfd, monkeypatch):
    """As in every other message."""
    row = json.dumps({"summary": GOOD, "article": ARTICLE}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(row)))
    assert main(["verify", "--pairs", "-"]) == 0
    assert capfd.readouterr().err == "standard input: 1 row: 1 passed, 0 failed\n"


def test_rows_are_one_json_array(rows, capfd):
    """With what each alone would be."""
    assert main(["verify", "--pairs", "pairs.jsonl", "--format", "json"]) == 1
    whole = json.loads(capfd.readouterr().out)
    assert main(["verify", "--pairs", "pairs.jsonl", "--format", "jsonl"]) == 1
    assert whole == [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [row["name"] for row in whole] == ["a", "b", "row 4"]


def test_rows_are_annotated_on_their_lines(rows, capfd):
    """There is no file called "b" or "row 4"."""
    assert main(["verify", "--pairs", "pairs.jsonl", "--format", "github"]) == 1
    lines = capfd.readouterr().out.splitlines()
    assert lines[0] == (
        "::error file=pairs.jsonl,line=3,title=hedge_strengthened::b: “will close”: surer than the source, which says “might” "
        "[article 1: might close]"
    )
    assert lines[1].startswith("::error file=pairs.jsonl,line=4,title=negation_dropped::row 4: “")


def test_a_file_of_rows_that_is_not_there_is_like_an_article_that_is_not(folder, capfd):
    """One cause, one exit code."""
    assert main(["verify", "--pairs", "nope.jsonl"]) == 3
    assert main(["verify", "nope.md", "-a", "article.txt"]) == 3
    assert main(["eval", "verifying", "nope.jsonl"]) == 3
    assert main(["make", "nope.txt"]) == 3
    assert "Errno" not in capfd.readouterr().err


def test_pairs_that_hold_nothing_to_check_are_an_error(folder, capfd):
    """No row, or a row with an empty summary: exit code 3, like an empty file."""
    (folder / "pairs.jsonl").write_text("\n", encoding="utf-8")
    assert main(["verify", "--pairs", "pairs.jsonl"]) == 3
    assert "pairs.jsonl holds no row" in capfd.readouterr().err
    (folder / "pairs.jsonl").write_text(json.dumps({"summary": " \n", "article": ARTICLE}) + "\n", encoding="utf-8")
    assert main(["verify", "--pairs", "pairs.jsonl"]) == 3
    assert "pairs.jsonl:1: the summary is empty" in capfd.readouterr().err


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif"])
def test_a_bad_row_is_told_and_the_others_are_checked(folder, capfd, form):
    """What was checked is shown in every form; the exit code is the bad row's, and the last line counts all."""
    good, bad = json.dumps({"id": "a", "summary": BAD, "article": ARTICLE}), json.dumps({"summary": "", "article": ARTICLE})
    lines = [good, bad, "{", good.replace('"a"', '"b"')]
    (folder / "pairs.jsonl").write_bytes("\n".join(lines).encode() + b'\n{"summary": "\xff"}\n')
    assert main(["verify", "--pairs", "pairs.jsonl", "--format", form, "--fail-on", "never"]) == 3
    out, err = capfd.readouterr()
    if form == "json":
        assert [row["name"] for row in json.loads(out)] == ["a", "b"]
    assert out.count("hedge_strengthened") >= 2
    assert "pairs.jsonl:2: the summary is empty" in err
    assert "pairs.jsonl:3: no JSON" in err
    assert "pairs.jsonl:5: byte 13 of the row is not UTF-8" in err
    assert err.splitlines()[-1] == "pairs.jsonl: 5 rows: 0 passed, 2 failed, 3 not checked"


def test_a_source_in_another_language_names_what_can_be_done_here(folder, capfd):
    """Neither command takes a model; a wrong guess can be set right."""
    (folder / "article.txt").write_text(f"Das ist nicht wahr, und die Stadt hat kein Geld für den Bau, sagte sie. {ARTICLE[:200]}", "utf-8")
    for command in ("verify", "coverage"):
        assert main([command, "good.md", "-a", "article.txt"]) == 3
        err = capfd.readouterr().err
        assert "--model" not in err
        assert "--language en" in err
        assert main([command, "good.md", "-a", "article.txt", "--language", "en"]) in {0, 1}


def test_a_pair_in_another_language_is_an_error_as_a_file_is(folder, capfd):
    """Nobody read it, so "no findings" would be a lie."""
    article = "Le maire de la ville a dit que le pont est dans un mauvais état et que les travaux ne sont pas pour cette année."
    rows = [{"summary": GOOD, "article": ARTICLE}, {"summary": "Le maire a dit que le pont est bon.", "article": article}]
    (folder / "pairs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["verify", "--pairs", "pairs.jsonl"]) == 3
    assert "pairs.jsonl:2: article 1 seems to be in another language (fr)" in capfd.readouterr().err
    (folder / "article.txt").write_text(article, encoding="utf-8")
    assert main(["verify", "good.md", "-a", "article.txt"]) == 3


def test_a_summary_in_another_language_is_an_error_as_an_article_is(folder, capfd):
    """Its words were all called names that the source does not have; foreign names make no English sentence foreign."""
    german = "Die Brücke wird im Mai nicht für den Verkehr geöffnet, und das ist auch mit der Stadt so vereinbart."
    (folder / "german.md").write_text(german, encoding="utf-8")
    assert main(["verify", "german.md", "-a", "article.txt"]) == 3
    assert "german.md seems to be in another language (de)" in capfd.readouterr().err
    assert main(["coverage", "german.md", "-a", "article.txt"]) == 3
    (folder / "names.md").write_text("Iago Aspas scored twice as Celta Vigo beat Deportivo La Coruna in La Liga.\n", encoding="utf-8")
    assert main(["verify", "names.md", "-a", "article.txt"]) == 1


@pytest.mark.parametrize("field", ["id", "summary", "article"])
@pytest.mark.parametrize(("command", "code"), [(["verify", "--pairs"], 3), (["eval", "verifying"], 3)])
def test_half_a_character_in_a_row_is_named(folder, capfd, field, command, code):
    """JSON can spell a lone surrogate, no file can hold it."""
    row = {"id": "a", "summary": GOOD, "article": ARTICLE, "faithful": True, field: "The bridge \ud800 may close."}
    (folder / "rows.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert main([*command, "rows.jsonl"]) == code
    assert f"rows.jsonl:1: {field}" in capfd.readouterr().err


@pytest.mark.parametrize(("command", "code"), [(["verify", "--pairs"], 3), (["eval", "verifying"], 3)])
def test_a_row_that_is_nested_too_deep_is_named(folder, capfd, command, code):
    """The parser's limit is no bug of ours."""
    (folder / "rows.jsonl").write_text('{"id":' * 200_000 + "\n", encoding="utf-8")
    assert main([*command, "rows.jsonl"]) == code
    assert "rows.jsonl:1: no JSON: it is nested too deep" in capfd.readouterr().err


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\nIHDR\n\x89\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (PNG, "this is binary data, not text.\n  It must be UTF-8 text with one JSON object a line.\n"),
        (
            b'[{"summary": "A.", "article": "B."},\n {"summary": "A.", "article": "B."}]\n',
            "this is one JSON array, not one object a line.\n",
        ),
    ],
)
@pytest.mark.parametrize("command", [["verify", "--pairs"], ["eval", "verifying"], ["eval", "reading"]])
def test_what_holds_no_rows_is_one_error_and_not_one_a_line(folder, capfd, command, data, told):
    """A picture has thousands of lines that are none."""
    (folder / "rows.jsonl").write_bytes(data)
    assert main([*command, "rows.jsonl"]) == 3
    err = capfd.readouterr().err
    assert err.startswith(f"error: rows.jsonl: {told}")
    assert len(err.splitlines()) == 2


def test_a_row_that_is_no_pair_is_told_with_what_a_pair_looks_like(folder, capfd):
    """Also where it is no JSON."""
    (folder / "rows.jsonl").write_text('{"summary": 7}\n"A."\n{\n{"id": [1], "summary": "A."}\n', encoding="utf-8")
    assert main(["verify", "--pairs", "rows.jsonl"]) == 3
    err = capfd.readouterr().err
    assert "rows.jsonl:2: row: it must be an object\n" in err
    assert "rows.jsonl:4: id: it must be text\n" in err
    assert err.count('  A row is {"summary": "...", "article": "..."}') == 4


@pytest.mark.parametrize("day", [86_400, "86400", True, "2026-11-31", "2026-11-25T10:00:00Z"])
def test_a_rows_day_is_a_day_and_no_count_of_seconds(folder, capfd, day):
    """Seconds since 1970 would be another day, and every date of the summary an error."""
    (folder / "pairs.jsonl").write_text(json.dumps({"summary": GOOD, "article": ARTICLE, "published": day}) + "\n", encoding="utf-8")
    assert main(["verify", "--pairs", "pairs.jsonl"]) == 3
    assert "pairs.jsonl:1: published: it must be a date like 2026-11-25\n" in capfd.readouterr().err


def test_a_row_is_called_by_its_id_and_without_one_by_its_place(folder, capfd):
    """An empty id names nothing, and a truth value is none."""
    rows = [{"summary": GOOD, "article": ARTICLE, **more} for more in ({"id": "a"}, {"id": 7}, {"id": " "}, {}, {"id": True})]
    (folder / "pairs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["verify", "--pairs", "pairs.jsonl"]) == 3
    told = capfd.readouterr()
    assert [line.partition(": ")[0] for line in told.out.splitlines()] == ["a", "7", "row 3", "row 4"]
    assert "pairs.jsonl:5: id: it must be text\n" in told.err


def test_a_row_may_be_no_longer_than_a_file(folder, capfd):
    """It would be read for minutes; and a number that Python does not read is told in our words."""
    rows = [json.dumps({"summary": GOOD + " " * 2_000_000, "article": ARTICLE}), '{"summary": ' + "9" * 5_000 + "}"]
    (folder / "pairs.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert main(["verify", "--pairs", "pairs.jsonl"]) == 3
    err = capfd.readouterr().err
    assert "pairs.jsonl:1: the summary is larger than 2,000,000 bytes.\n" in err
    assert "pairs.jsonl:2: no JSON: a number in it has too many digits\n" in err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["bad.md", "article.txt"], "SUMMARY"),
        (["--against", "article.txt"], "--against"),
        (["--baseline", "known.json", "--write-baseline", "known.json"], "--baseline, --write-baseline"),
        (["--fix", "--write"], "--fix, --write"),
        (["--published", "2026-11-25", "--encoding", "utf-8"], "--published, --encoding"),
    ],
)
def test_pairs_pass_over_nothing_in_silence(folder, capfd, arguments, named):
    """What goes with one summary is refused beside a file of rows."""
    (folder / "pairs.jsonl").write_text(json.dumps({"summary": GOOD, "article": ARTICLE}) + "\n", encoding="utf-8")
    assert main(["verify", *arguments, "--pairs", "pairs.jsonl"]) == 2
    captured = capfd.readouterr()
    assert captured.out == ""
    assert f"it takes no {named}." in captured.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["bad.md", "-a", "article.txt", "--write-baseline", "bad.md"],
        ["bad.md", "-a", "good.md", "-a", "article.txt", "--write-baseline", "link.txt"],
        ["bad.md", "-a", "article.txt", "-a", "bad.md", "--fix", "--write"],
    ],
)
def test_nothing_is_written_over_what_is_read(folder, capfd, arguments):
    """Neither the summary nor a source, by whatever name: exit code 2."""
    (folder / "link.txt").symlink_to(folder / "article.txt")
    assert main(["verify", *arguments]) == 2
    assert "which is read" in capfd.readouterr().err
    assert (folder / "bad.md").read_text(encoding="utf-8") == BAD
    assert (folder / "article.txt").read_text(encoding="utf-8") == ARTICLE


@pytest.mark.parametrize("held", ["My notes.\n", "{}", '{"version": "1", "findings": [{"code": "x"}]}'])
def test_a_baseline_is_written_over_no_other_file(folder, capfd, held):
    """Whatever it is, it is somebody's: exit code 2, and it stays."""
    (folder / "notes.md").write_text(held, encoding="utf-8")
    assert main(["verify", "bad.md", "-a", "article.txt", "--write-baseline", "notes.md"]) == 2
    assert "--write-baseline would write over notes.md, which is no baseline." in capfd.readouterr().err
    assert (folder / "notes.md").read_text(encoding="utf-8") == held


@pytest.mark.parametrize("name", ["known.json", "/dev/null"])
def test_a_baseline_may_fill_an_empty_file(folder, capfd, name):
    """Nothing is lost there."""
    (folder / "known.json").touch()
    assert main(["verify", "bad.md", "-a", "article.txt", "--write-baseline", name]) == 0
    assert capfd.readouterr().err == f"{name}: 1 finding is known from now on\n"


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ("[]", "the file: it must be an object"),
        ("no", "the file: it is no JSON: "),
        ('{"version": "1"}', "findings: it is missing"),
        ('{"version": "2", "findings": []}', "version: it must be '1'"),
        ('{"version": "1", "findings": [{"code": 7}]}', "findings.0.fingerprint: it is missing"),
    ],
)
def test_a_broken_baseline_is_told_in_plain_words(folder, capfd, held, told):
    """Where, and what it must be."""
    (folder / "known.json").write_text(held, encoding="utf-8")
    assert main(["verify", "bad.md", "-a", "article.txt", "--baseline", "known.json"]) == 7
    assert f"known.json is no baseline: {told}" in capfd.readouterr().err


def test_a_baseline_that_is_written_anew_keeps_what_it_kept_quiet(folder, capfd):
    """And takes the new findings up."""
    both = ["verify", "bad.md", "-a", "article.txt", "--baseline", "known.json", "--write-baseline", "known.json"]
    assert main(["verify", "bad.md", "-a", "article.txt", "--write-baseline", "known.json"]) == 0
    before = (folder / "known.json").read_bytes()
    assert main(both) == 0
    assert (folder / "known.json").read_bytes() == before
    (folder / "bad.md").write_text(f"{BAD}\nThe council did approve the plan, Quill added.\n", encoding="utf-8")
    assert main(both) == 0
    assert main(["verify", "bad.md", "-a", "article.txt", "--baseline", "known.json"]) == 0


def test_a_baseline_keeps_old_findings_quiet_after_lines_moved(folder, capfd):
    """And a new finding fails."""
    assert main(["verify", "bad.md", "-a", "article.txt", "--write-baseline", "known.json"]) == 0
    (folder / "bad.md").write_text(f"Good morning.\n\n\n{BAD}", encoding="utf-8")
    assert main(["verify", "bad.md", "-a", "article.txt", "--baseline", "known.json"]) == 0
    assert "; 1 suppressed: 1 in the baseline\n" in capfd.readouterr().out
    (folder / "bad.md").write_text(f"{BAD}\nThe council did approve the plan, Quill added.\n", encoding="utf-8")
    assert main(["verify", "bad.md", "-a", "article.txt", "--baseline", "known.json"]) == 1


def test_fix_prints_the_source_s_wording_and_lists_the_edits(folder, capfd):
    """The file stays as it is without --write."""
    assert main(["verify", "bad.md", "-a", "article.txt", "--fix"]) == 0
    captured = capfd.readouterr()
    assert captured.out == BAD.replace("will", "might")
    assert captured.err == "bad.md:3:18: “will” -> “might”\nbad.md: 1 edit; 0 findings are left\n"
    assert (folder / "bad.md").read_text(encoding="utf-8") == BAD
    assert main(["verify", "bad.md", "-a", "article.txt", "--fix", "--write"]) == 0
    assert (folder / "bad.md").read_text(encoding="utf-8") == BAD.replace("will", "might")


def test_a_mended_summary_is_harmless_on_a_terminal_and_itself_elsewhere(folder, capfd, monkeypatch):
    """Escapes of the summary colour no terminal; a file gets them as they were."""
    (folder / "bad.md").write_text("The board will not approve the plan, it said.\x1b[31m\n", encoding="utf-8")
    main(["verify", "bad.md", "-a", "article.txt", "--fix", "-q"])
    assert "\x1b[31m\n" in capfd.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(["verify", "bad.md", "-a", "article.txt", "--fix", "-q"])
    assert "\\x1b[31m\n" in capfd.readouterr().out


def test_fix_lists_and_counts_what_is_left_though_it_does_not_fail(folder, capfd):
    """Zero failing findings are not zero findings; each stands where it lies in the mended summary."""
    (folder / "bad.md").write_text(f"{BAD}\nQuill added that the council did not approve the plan on Monday.\n", encoding="utf-8")
    assert main(["verify", "bad.md", "-a", "article.txt", "--fix"]) == 1
    *_, left, counted = capfd.readouterr().err.splitlines()
    assert left.startswith("left: bad.md:5:55: error figure_absent: "), left
    assert counted == "bad.md: 1 edit; 1 finding is left, 1 failing"
    (folder / "factcards.toml").write_text('[verify.grades]\nfigure_absent = "unsure"\n', encoding="utf-8")
    assert main(["verify", "bad.md", "-a", "article.txt", "--fix"]) == 0
    assert capfd.readouterr().err.endswith("\nbad.md: 1 edit; 1 finding is left, none failing\n")


@pytest.mark.parametrize(
    ("encoding", "mark", "named"),
    [
        ("utf-8", b"", []),
        ("utf-8", b"\xef\xbb\xbf", []),
        ("utf-16-le", b"\xff\xfe", []),
        ("utf-16-be", b"", []),
        ("utf-16-be", b"\xfe\xff", ["--encoding", "utf-16"]),
        ("utf-8", b"\xef\xbb\xbf", ["--encoding", "utf-8"]),
        ("cp1252", b"", []),
        ("cp1251", b"", ["--encoding", "cp1251"]),
    ],
)
def test_a_mended_file_is_spelt_as_it_was(folder, encoding, mark, named):
    """Encoding, byte order mark, line ends, mode and a link that leads to it."""
    text = (BAD + "\nNext: “no”.\n").replace("\n", "\r\n")
    real, link = folder / "real.md", folder / "link.md"
    real.write_bytes(mark + text.encode(encoding))
    real.chmod(0o600)
    link.symlink_to(real)
    (folder / "article.txt").write_bytes(mark + ARTICLE.encode(encoding))
    assert main(["verify", "link.md", "-a", "article.txt", "--fix", "--write", "--fail-on", "never", *named]) == 0
    assert real.read_bytes() == mark + text.replace("will", "might").encode(encoding)
    assert (real.stat().st_mode & 0o777, link.is_symlink()) == (0o600, True)


def test_a_summary_that_its_encoding_would_spell_anew_is_not_written(folder, capfd):
    """UTF-7 has two spellings of "d"; what was not mended must stay byte for byte."""
    spelt = BAD.encode("utf-7").replace(b"bridge", b"bri+AGQ-ge")
    (folder / "bad.md").write_bytes(spelt)
    assert main(["verify", "bad.md", "-a", "article.txt", "--fix", "--write", "--encoding", "utf-7"]) == 8
    assert "cannot write bad.md: utf-7 has two spellings of what stands in it." in capfd.readouterr().err
    assert (folder / "bad.md").read_bytes() == spelt


def test_a_file_in_which_nothing_is_mended_is_not_written(folder, capfd):
    """It is the same file, not another with the same words."""
    before = (folder / "good.md").stat()
    assert main(["verify", "good.md", "-a", "article.txt", "--fix", "--write"]) == 0
    after = (folder / "good.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert "0 edits" in capfd.readouterr().err


def test_a_project_grades_its_findings(folder, capfd):
    """Off, or another severity; an unknown code is named with its nearest."""
    (folder / "factcards.toml").write_text('[verify.grades]\nhedge_strengthened = "warning"\n', encoding="utf-8")
    assert main(["verify", "bad.md", "-a", "article.txt"]) == 0
    assert main(["verify", "bad.md", "-a", "article.txt", "--fail-on", "warning"]) == 1
    (folder / "factcards.toml").write_text('[verify.grades]\nhedge_strengthened = "off"\n', encoding="utf-8")
    capfd.readouterr()
    assert main(["verify", "bad.md", "-a", "article.txt", "--fail-on", "info"]) == 0
    told = capfd.readouterr()
    assert "; 1 suppressed: 1 switched off by the project\n" in told.out
    assert told.err == f"graded as [verify] in {folder / 'factcards.toml'} says\n"
    (folder / "factcards.toml").write_text('[verify.grades]\nhedge_strengthend = "off"\n', encoding="utf-8")
    assert main(["verify", "bad.md", "-a", "article.txt"]) == 7
    assert "did you mean 'hedge_strengthened'" in capfd.readouterr().err


def test_a_broken_pyproject_switches_no_gate_off(folder, capfd):
    """Whether it grades findings is not known then: exit code 7, as with a broken factcards.toml; with none nothing is graded."""
    project = folder / "pyproject.toml"
    project.write_text('[tool.factcards.verify]\nfail_on = "unsure"\n', encoding="utf-8")
    assert main(["verify", "good.md", "-a", "article.txt"]) == 0
    assert "graded as [verify] in " in capfd.readouterr().err
    with project.open("a", encoding="utf-8") as file:
        file.write("x = [")
    assert main(["verify", "good.md", "-a", "article.txt"]) == 7
    assert f"{project} is not TOML" in capfd.readouterr().err
    project.unlink()
    assert main(["verify", "good.md", "-a", "article.txt"]) == 0
    assert capfd.readouterr().err == ""


def test_a_pyproject_without_tables_where_they_belong_is_no_bug(folder, capfd):
    """What is no table of ours is told as such, and what is no table of tools holds none of ours."""
    project = folder / "pyproject.toml"
    project.write_text("[tool]\nfactcards = 3\n", encoding="utf-8")
    assert main(["verify", "good.md", "-a", "article.txt"]) == 7
    assert f"{project}: tool.factcards: it must be a table" in capfd.readouterr().err
    project.write_text("tool = 3\n", encoding="utf-8")
    assert main(["verify", "good.md", "-a", "article.txt"]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--fix", "--write"], "--fix, --write"),
        (["--format", "sarif"], "--format"),
        (["--fail-on", "warning"], "--fail-on"),
    ],
)
def test_writing_a_baseline_passes_over_nothing_in_silence(folder, capfd, arguments, named):
    """It shows, mends and fails nothing: what asks for that is refused, and no file is written."""
    assert main(["verify", "bad.md", "-a", "article.txt", "--write-baseline", "known.json", *arguments]) == 2
    assert f"--write-baseline writes the findings down and shows none: it takes no {named}." in capfd.readouterr().err
    assert not (folder / "known.json").exists()
    assert (folder / "bad.md").read_text(encoding="utf-8") == BAD


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["verify"], 2, "no summary was named"),
        (["verify", "bad.md"], 2, "no source"),
        (["verify", "missing.md", "-a", "article.txt"], 3, "cannot read missing.md"),
        (["verify", "bad.md", "-a", "missing.txt"], 3, "cannot read missing.txt"),
        (["verify", "-", "-a", "-"], 2, "only one"),
        (["verify", "https://example.org/a.md", "-a", "article.txt"], 3, "Download it first"),
        (["verify", "bad.md", "-a", "https://example.org/a.html"], 3, "Download it first"),
        (["verify", "bad.md", "-a", "article.txt", "--write"], 2, "--write goes with --fix"),
        (["verify", "bad.md", "-a", "article.txt", "--fix", "--format", "sarif"], 2, "it takes no --format sarif"),
        (["verify", "bad.md", "-a", "article.txt", "--fix", "--write", "--format", "json"], 2, "it takes no --format json"),
        (["verify", "bad.md", "-a", "article.txt", "--baseline", "no.json"], 7, "cannot read the baseline"),
        (["verify", "bad.md", "-a", "article.txt", "--published", "2026"], 2, "'--published': '2026' is no day like 2026-11-25."),
        (["verify", "bad.md", "-a", "article.txt", "--published", "2026-02-30"], 2, "'2026-02-30' is no day like 2026-11-25."),
        (["verify", "bad.md", "-a", "article.txt", "--write-baseline", "bad.md/known.json"], 8, "Name another place, or free some space."),
    ],
)
def test_mistakes_are_said_in_a_line(folder, capfd, arguments, code, words):
    """What is wrong, where, and an exit code of its own."""
    assert main(arguments) == code
    captured = capfd.readouterr()
    assert words.replace("no source", "there is no source") in captured.err
    assert "Traceback" not in captured.err


def test_a_comment_that_spares_nothing_is_told(folder, capfd):
    """A misspelt code on standard error, by line, in a row of pairs too; where comments are not honoured they are nobody's business."""
    text = BAD.replace(".\n", ". <!-- factcards: ignore[hedge_strengthend] -->\n")
    (folder / "bad.md").write_text(text, encoding="utf-8")
    told = (
        "3: <!-- factcards: ignore[hedge_strengthend] -->: no rule has the code 'hedge_strengthend' (did you mean 'hedge_strengthened'?)\n"
    )
    assert main(["verify", "bad.md", "-a", "article.txt", "--allow-ignores"]) == 1
    assert capfd.readouterr().err == f"bad.md:{told}"
    (folder / "pairs.jsonl").write_text(json.dumps({"id": "a", "summary": text, "article": ARTICLE}) + "\n", encoding="utf-8")
    assert main(["verify", "--pairs", "pairs.jsonl", "--allow-ignores"]) == 1
    assert capfd.readouterr().err == f"a:{told}pairs.jsonl: 1 row: 0 passed, 1 failed\n"
    assert main(["verify", "bad.md", "-a", "article.txt"]) == 1
    assert not capfd.readouterr().err


def test_coverage_names_what_is_left_out(folder, capfd):
    """The weightiest claim first, and the share that is told."""
    assert main(["coverage", "good.md", "-a", "article.txt", "--format", "json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert [(claim["speaker"], claim["status"]) for claim in found["claims"]] == [("Ada Quill", "told"), ("Ada Quill", "left out")]
    assert main(["coverage", "good.md", "-a", "article.txt", "--at-least", "0.9"]) == 1
    assert "is told, less than the 90 % that --at-least asks for" in capfd.readouterr().err
    assert main(["coverage", "good.md"]) == 2
    assert "factcards coverage good.md --against article.txt" in capfd.readouterr().err


STRIKE = "Bo Marsh, a miner, denied that the crew had left the eastern pit.\n"
DENIAL = "Bo Tull, an engineer, denied that the harbour bridge is unsafe for lorries. “We have no money,” said Len Osk, the fire chief.\n"


def test_coverage_shows_how_a_claim_is_told_and_lists_what_it_cannot_weigh(folder, capfd):
    """A denial does not look like what is denied, and a short quotation is a claim too."""
    (folder / "article.txt").write_text(DENIAL, encoding="utf-8")
    assert main(["coverage", "article.txt", "article.txt"]) == 0
    assert capfd.readouterr().out.splitlines() == [
        " weight   told  claim",
        " 100.0%   100%  told          article.txt:1: Bo Tull (denied): the harbour bridge is unsafe for lorries",
        "      -      -  not weighed   article.txt:1: Len Osk (said): We have no money",
        "100 % of the weight of 1 attributed claims is told, 0 % in part; 1 with too few words to be weighed",
    ]
    assert main(["coverage", "article.txt", "article.txt", "--format", "json"]) == 0
    claims = json.loads(capfd.readouterr().out)["claims"]
    assert [(claim["cue"], claim["status"], claim["weight"]) for claim in claims] == [("denied", "told", 1.0), ("said", "not weighed", 0.0)]


@pytest.mark.parametrize(
    ("article", "summary", "status"),
    [
        (DENIAL, "The harbour bridge is unsafe for lorries, Bo Tull said.", "told wrongly"),
        (DENIAL, "The harbour bridge is not unsafe for lorries, Bo Tull said.", "told"),
        (DENIAL, "Bo Tull dismissed claims that the harbour bridge is unsafe for lorries.", "told"),
        (
            "Bo Tull said the harbour bridge is unsafe for lorries.",
            "Bo Tull denied that the harbour bridge is unsafe for lorries.",
            "left out",
        ),
        ("The dockers' union denied that its members had agreed to night shifts.", "Members agreed to night shifts.", "told wrongly"),
        ("Bo Tull said the old bridge would cost £40m.", "The old bridge would cost £90m, Bo Tull said.", "told wrongly"),
        ("“He knew. He has known for two years,” Bo Tull said.", "The bridge was shut for two years.", "partly"),
        (
            "Bo Tull wrote that the lamps were ‘a nuisance’ and might even be dangerous. He said he regrets the word ‘dangerous’.",
            'Bo Tull said the lamps are dangerous and regrets calling them a "nuisance".',
            "partly",
        ),
        (
            "“The bridge is unsafe for lorries. The council sold the harbour,” Bo Tull said.",
            "The council sold the harbour, Bo Tull said. He called the bridge unsafe for lorries.",
            "told",
        ),
        ("Bo Tull said the harbour bridge is not safe for lorries.", "Bo Tull denied that the harbour bridge is safe for lorries.", "told"),
        (
            "Bo Tull said the harbour bridge is unsafe.",
            "Bo Tull said the harbour bridge is unsafe. Osk denied that he had sold it.",
            "told",
        ),
        (DENIAL, "It is untrue that the harbour bridge is unsafe for lorries, Bo Tull said.", "told"),
        (STRIKE, "The town would never forgive a crew that left the eastern pit.", "left out"),
        (STRIKE, "The crew, which left the eastern pit, will not be paid.", "left out"),
        (STRIKE, "There is no evidence that the crew left the eastern pit, Marsh said.", "told"),
    ],
)
def test_what_is_told_the_other_way_round_is_not_told(folder, capfd, article, summary, status):
    """Who denies something has not said it."""
    (folder / "article.txt").write_text(article, encoding="utf-8")
    (folder / "good.md").write_text(summary, encoding="utf-8")
    assert main(["coverage", "good.md", "article.txt", "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out)["claims"][0]["status"] == status


@pytest.mark.parametrize(
    ("article", "summary", "code"),
    [
        ("Bo Marsh allegedly told a council member that the repair could cost £90m.", "The repair could cost £90m.", "attribution_dropped"),
        ("If the pool is drained, the farms will lose half their water, Bo Marsh said.",
         "The farms will lose half their water, Bo Marsh said.", "condition_dropped"),
        (STRIKE, "Bo Marsh said the crew had left the eastern pit.", "negation_dropped"),
    ],
)  # fmt: skip
def test_what_is_told_without_its_attribution_or_its_condition_is_told_wrongly(folder, capfd, article, summary, code):
    """No "contradicted", which says more; and what is wrong with it is named, with how much of the claim is there."""
    (folder / "article.txt").write_text(article, encoding="utf-8")
    (folder / "good.md").write_text(summary, encoding="utf-8")
    assert main(["coverage", "good.md", "article.txt"]) == 0
    shown = capfd.readouterr().out.splitlines()[1]
    assert f"told wrongly ({code})" in shown
    assert "   0%" not in shown


def test_where_nothing_is_attributed_there_is_nothing_to_tell(folder, capfd):
    """The share is 1, and that is said."""
    (folder / "article.txt").write_text("The harbour bridge opened on Monday. It is red.\n", encoding="utf-8")
    assert main(["coverage", "good.md", "article.txt", "--at-least", "0.5"]) == 0
    assert "no attributed claim can be weighed, so none counts as left out" in capfd.readouterr().out
    assert main(["coverage", "good.md", "article.txt", "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out)["share"] == 1.0


LONG = "The old harbour bridge, which carries four thousand lorries a day, might close in May for as long as a year, Ada Quill said."


@pytest.mark.parametrize("width", [40, 72, 200])
def test_the_words_and_their_marks_fit_into_the_columns(folder, capfd, monkeypatch, width):
    """Marks that wrap mark nothing; what is marked stands right above them."""
    monkeypatch.setenv("COLUMNS", str(width))
    (folder / "article.txt").write_text(f"{LONG} Rain had damaged it.\n", encoding="utf-8")
    (folder / "s.txt").write_text(LONG.replace("might", "will").replace(", Ada Quill said", "") + "\n", encoding="utf-8")
    assert main(["verify", "s.txt", "-a", "article.txt"]) == 1
    lines = capfd.readouterr().out.splitlines()
    marked = [(above, line) for above, line in pairwise(lines) if line.strip() and not line.strip("^ ")]
    assert len(marked) >= 2
    assert all(len(line) <= width for pair in marked for line in pair)
    assert any("will close" in above[line.index("^") : len(line)] for above, line in marked)
    assert "  s.txt:1" not in lines


def test_a_report_in_markdown_shows_no_tags_of_the_summary(folder, capfd):
    """A cut tag, easily</em>, would be shown as it is; the tables of several rows stand apart."""
    (folder / "s.html").write_text("<p>The bridge <em>will</em> close in May, Ada Quill said.</p>", encoding="utf-8")
    main(["verify", "s.html", "-a", "article.txt", "--format", "markdown"])
    out = capfd.readouterr().out
    assert "em&gt;" not in out
    assert "will" in out
    rows = [{"summary": BAD, "article": ARTICLE}] * 2
    (folder / "pairs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert main(["verify", "--pairs", "pairs.jsonl", "--format", "markdown"]) == 1
    assert "|\n\n## row 2\n" in capfd.readouterr().out


@pytest.fixture
def third(folder):
    """A further source, which alone has what `other.md` says."""
    (folder / "union.txt").write_text("At least 200 people signed the petition, the union said.\n", encoding="utf-8")
    (folder / "other.md").write_text("At least 200 people signed the petition, the union said.\n", encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        "good.md bad.md other.md --against article.txt union.txt",
        "good.md bad.md other.md -a article.txt -a union.txt",
        "--against article.txt union.txt --format text good.md bad.md other.md",
        "good.md -a article.txt --format text bad.md --against=union.txt --fail-on error other.md",
        "good.md bad.md other.md -qa article.txt union.txt",
        "good.md bad.md other.md -qaarticle.txt union.txt",
        "good.md bad.md -aunion.txt article.txt -q other.md",
        "good.md -aarticle.txt union.txt -- bad.md other.md",
    ],
)
def test_each_of_several_summaries_is_checked_against_what_stands_behind_against(folder, third, capfd, arguments):
    """No summary passes for a source of another; the last line counts them."""
    assert main(["verify", *arguments.split()]) == 1
    out, err = capfd.readouterr()
    assert [line for line in out.splitlines() if "against 2 sources" in line] == [
        "good.md: 1 sentence against 2 sources: no findings",
        "bad.md: 2 sentences against 2 sources: 1 error",
        "other.md: 1 sentence against 2 sources: no findings",
    ]
    assert err == ("" if " -q" in arguments else "3 files: 2 passed, 1 failed\n")


def test_without_against_the_first_is_the_summary(folder, third, capfd):
    """And what follows are its sources, as ever."""
    assert main(["verify", "other.md", "article.txt", "union.txt"]) == 0
    assert capfd.readouterr().out == "other.md: 1 sentence against 2 sources: no findings\n"


def test_one_of_all_files_is_standard_input_at_most(folder, capfd):
    """A summary or a source."""
    for arguments in ("- - -a article.txt", "- -a article.txt -", "good.md -a - -", "-a - -- -"):
        assert main(["verify", *arguments.split()]) == 2
        assert "only one file can be standard input." in capfd.readouterr().err


def test_several_summaries_in_every_form(folder, capfd):
    """One array, one line each, one run, and what follows one another."""
    both = ["verify", "bad.md", "good.md", "-a", "article.txt", "--format"]
    alone = {}
    for name in ("bad.md", "good.md"):
        main(["verify", name, "-a", "article.txt", "--format", "json"])
        alone[name] = json.loads(capfd.readouterr().out)
    assert isinstance(alone["bad.md"], dict)
    assert main([*both, "json"]) == 1
    assert json.loads(capfd.readouterr().out) == list(alone.values())
    assert main([*both, "jsonl"]) == 1
    assert [json.loads(line) for line in capfd.readouterr().out.splitlines()] == list(alone.values())
    (folder / "good.md").write_text(BAD, encoding="utf-8")
    assert main([*both, "sarif"]) == 1
    (run,) = json.loads(capfd.readouterr().out)["runs"]
    where = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
    assert where == ["bad.md", "good.md"]
    assert all(result["fixes"] for result in run["results"])
    assert main([*both, "github"]) == 1
    assert [line.partition(",")[0] for line in capfd.readouterr().out.splitlines()] == ["::error file=bad.md", "::error file=good.md"]
    assert main([*both, "markdown"]) == 1
    assert "\n\n## `good.md`\n" in capfd.readouterr().out


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_summary_that_cannot_be_read_does_not_stop_the_others(folder, capfd, form):
    """It is told, and the exit code is its own."""
    (folder / "empty.md").write_text("\n", encoding="utf-8")
    (folder / "german.md").write_text(
        "Die Brücke wird im Mai nicht für den Verkehr geöffnet, und das ist auch mit der Stadt so vereinbart.", "utf-8"
    )
    names = ["nope.md", "empty.md", "german.md", "bad.md"]
    assert main(["verify", *names, "-a", "article.txt", "--format", form, "--fail-on", "never"]) == 3
    out, err = capfd.readouterr()
    assert out.count("hedge_strengthened") == 1
    assert [name for name in names if f"{name} " in err or f"{name}:" in err] == names[:3]
    assert err.splitlines()[-1] == "4 files: 0 passed, 1 failed, 3 not checked"


def test_a_source_that_cannot_be_read_stops_all(folder, capfd):
    """Once, not for each summary."""
    assert main(["verify", "good.md", "bad.md", "-a", "article.txt", "nope.txt"]) == 3
    out, err = capfd.readouterr()
    assert (out, err.count("nope.txt")) == ("", 1)


def test_several_summaries_are_fixed_file_by_file(folder, capfd):
    """Each in its place, and the totals are of what is left."""
    worse = "The bridge will close before May, Mayor Ada Quill said on Tuesday.\n"
    (folder / "worse.md").write_text(worse, encoding="utf-8")
    assert main(["verify", "bad.md", "good.md", "worse.md", "-a", "article.txt", "--fix", "--write"]) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert "bad.md: 1 edit; 0 findings are left\n" in err
    assert err.endswith("3 files: 3 passed, 0 failed\n")
    assert (folder / "bad.md").read_text(encoding="utf-8") == BAD.replace("will", "might")
    assert (folder / "good.md").read_text(encoding="utf-8") == GOOD
    assert (folder / "worse.md").read_text(encoding="utf-8") == worse.replace("will", "might")
    assert main(["verify", "bad.md", "-", "-a", "article.txt", "--fix", "--write"]) == 2


def test_one_baseline_holds_the_findings_of_several_summaries(folder, capfd):
    """It knows each as it does alone, and is not written where one was not checked."""
    (folder / "worse.md").write_text("The council did approve the plan, Quill added.\n", encoding="utf-8")
    names = ["bad.md", "worse.md", "-a", "article.txt"]
    assert main(["verify", "nope.md", *names, "--write-baseline", "known.json"]) == 3
    assert not (folder / "known.json").exists()
    assert main(["verify", *names, "--write-baseline", "known.json"]) == 0
    assert capfd.readouterr().err.endswith("known.json: 3 findings are known from now on\n")
    assert main(["verify", *names, "--baseline", "known.json"]) == 0
    assert main(["verify", "worse.md", "-a", "article.txt", "--baseline", "known.json"]) == 0


def test_coverage_weighs_one_summary(folder, third, capfd):
    """Its sources stand behind --against, and a second summary is refused, not taken for one."""
    assert main(["coverage", "good.md", "-a", "article.txt", "union.txt"]) == 0
    assert "union.txt:1" in capfd.readouterr().out
    assert main(["coverage", "good.md", "bad.md", "-a", "article.txt"]) == 2
    assert "coverage weighs one summary; good.md, bad.md were named." in capfd.readouterr().err
    assert main(["coverage", "nope.md", "-a", "article.txt"]) == 3
