"""What lies among the cassettes: edits are refused, damage is mended as told, what nothing uses is named, folders may be unreadable."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from factcards.cli import main
from factcards.regress.record import Bill
from factcards.regress.suite import load_suite
from tests.conftest import ROOT
from tests.regress.conftest import CLAIMS, SENTENCES, TEXT, Suite, claim
from tests.support.server import ModelServer, Step, answer, status

pytestmark = pytest.mark.usefixtures("each_text_read_once")

Edit = Callable[[str], str]


def toml(suite: Suite) -> str:
    """The suite's file."""
    return str(suite.root / "factcards.toml")


def edit(suite: Suite, pattern: str, change: Edit) -> None:
    """Other bytes in a file among the cassettes."""
    path = suite.file(pattern)
    text = path.read_text("utf-8")
    assert change(text) != text
    path.write_text(change(text), "utf-8")


EDITS: dict[str, tuple[str, Edit]] = {
    "readings without hedges": ("readings.json", lambda text: text.replace('"might"', '"will"')),
    "readings truncated": ("readings.json", lambda text: text[: len(text) // 2]),
    "a deck made certain": ("deck.json", lambda text: text.replace('"possible"', '"certain"')),
    "a deck truncated": ("deck.json", lambda text: text[: len(text) // 2]),
    "a deck nested without end": ("deck.json", lambda _text: "[" * 100_000),
    "a deck made certain, of no number": (
        "deck.json",
        lambda text: text.replace('"possible"', '"certain"').replace('"cost_usd": null', '"cost_usd": NaN'),
    ),
}


@pytest.mark.parametrize("suite", ["local"], indirect=True)
@pytest.mark.parametrize("name", EDITS)
def test_what_was_changed_by_hand_is_refused_by_every_command(suite: Suite, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Exit code 4, the file is named, and the brief stays as it was."""
    edit(suite, *EDITS[name])
    brief = suite.file("brief.md").read_bytes()
    for command in (["check"], ["accept"], ["cassettes", "verify"], ["record"]):
        assert main([*command, "--suite", toml(suite)]) == 4, command
        shown = capfd.readouterr()
        assert EDITS[name][0] in shown.out + shown.err
    assert suite.file("brief.md").read_bytes() == brief


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_a_suite_of_which_nothing_was_recorded_says_how_to_record(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """There is nothing to accept yet."""
    shutil.rmtree(suite.root / "cassettes")
    assert main(["check", "--suite", toml(suite)]) == 4
    told = capfd.readouterr().out
    assert "missing: nothing was recorded for it yet" in told
    assert "factcards record" in told
    assert "accept" not in told


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_files_without_a_digest_are_refused_as_changed_ones_are(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """Else whoever edits one takes its digest out, too. Readings are made anew, a deck is restored, or deleted and accepted."""
    from tests.regress.test_changes import undigested

    suite.file("deck.digest").unlink()
    undigested(suite)
    assert suite.run()[0] == 4
    capfd.readouterr()
    assert main(["cassettes", "verify", "--suite", toml(suite)]) == 4
    told = capfd.readouterr().out
    assert "has no digest beside it: deck.digest is missing." in told
    assert "readings.json holds no readings: digest: it is missing." in told
    suite.file("deck.json").unlink()
    assert main(["record", "--only", "stale", "--suite", toml(suite)]) == 0
    capfd.readouterr()
    assert main(["cassettes", "verify", "--suite", toml(suite)]) == 0
    assert capfd.readouterr().err == "all recordings are sound\n"
    edit(suite, *EDITS["readings without hedges"])
    assert suite.run()[0] == 4


def printed(shown: str) -> list[str]:
    """The command that a report tells to type, as a shell would split it."""
    (line,) = {line.strip() for line in shown.splitlines() if line.startswith("    factcards ")}
    return shlex.split(line)[1:]


@pytest.mark.parametrize("suite", ["local"], indirect=True)
@pytest.mark.parametrize(
    "do",
    [
        lambda suite: edit(suite, *EDITS["readings truncated"]),
        lambda suite: edit(suite, *EDITS["readings without hedges"]),
        lambda suite: suite.file("deck.json").unlink(),
        lambda suite: suite.article("new.txt").write_text("Mayor Ada Quill said that it might rain in Marrow on Friday.\n", "utf-8"),
    ],
    ids=["truncated", "edited", "no accepted deck", "a new article"],
)
def test_the_printed_command_works_as_printed(suite: Suite, do: Callable[[Suite], object], capfd: pytest.CaptureFixture[str]) -> None:
    """With a suite's file of another name, which it names; after it the check is green."""
    do(suite)
    other = suite.root / "alt suite.toml"
    (suite.root / "factcards.toml").rename(other)
    assert main(["check", "--suite", str(other)]) == 4
    command = printed(capfd.readouterr().out)
    assert command[-1] == str(other)
    assert main(command) == 0
    assert main(["check", "--suite", str(other)]) == 0


@pytest.mark.parametrize("option", [["--only", "stale"], ["--all-anew"]])
def test_a_damaged_answer_is_asked_for_anew(suite: Suite, option: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Plain `record` leaves it, and says what to do in words that are its own."""
    edit(suite, "extract-*.json", lambda text: text[: len(text) // 2])
    assert main(["check", "--suite", toml(suite)]) == 4
    assert printed(capfd.readouterr().out) == ["record", "--only", "stale", "--suite", toml(suite)]
    with ModelServer(answer({"claims": CLAIMS}), answer({"sentences": SENTENCES})) as server:
        assert main(["record", "--suite", toml(suite), "--base-url", server.url]) == 4
        assert not server.requests
        said = capfd.readouterr().err
        assert "Restore it from version control, or delete it and record it anew." in said
        assert "--record" not in said
        assert main(["record", "--suite", toml(suite), "--base-url", server.url, *option]) == 0
        assert len(server.requests) == (1 if "stale" in option else 2)
    assert suite.run()[0] == 0


FAILURES: dict[str, tuple[tuple[Step, ...], int]] = {
    "a key that does not fit": ((status(401),), 6),
    "an outage": ((status(503),), 6),
    "a refusal": ((answer("", refusal="No."),), 5),
    "no JSON, twice": ((answer("What?"),), 5),
    "a cut answer, then an outage": ((answer("", "length"), answer({"claims": CLAIMS}), status(503)), 6),
    "claims that the article does not carry": ((answer({"claims": [claim("It is of cheese.", None, None, "It is of cheese", 2)]}),), 5),
    "an outage for the summary": ((answer({"claims": CLAIMS}), status(503)), 6),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_never_takes_the_place_of_a_good_recording(suite: Suite, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """It is told, with its exit code; the check says what it said before. Nor does `make --record-mode all` lose anything."""
    steps, code = FAILURES[name]
    before = {path.name: path.read_bytes() for path in suite.root.glob("cassettes/*/*") if path.name != "readings.json"}
    article, cassettes = str(suite.article()), str(suite.root / "cassettes")
    commands = (
        ["record", "--suite", toml(suite), "--all-anew", "--yes"],
        ["make", article, "--model", "m", "--record", cassettes, "--record-mode", "all"],
    )
    for command in commands:
        with ModelServer(*steps) as server:
            assert main([*command, "--base-url", server.url]) == code
        told = capfd.readouterr().err
        assert "error: " in told
        assert "what was recorded before stands (" in told
        assert {path.name: path.read_bytes() for path in suite.root.glob("cassettes/*/*") if path.name != "readings.json"} == before
        assert suite.run("--strict")[0] == 0
        assert main(["make", article, "--replay", cassettes, "-o", str(suite.root / "out")]) == 0


def test_with_fresh_a_failure_never_takes_the_place_of_an_answer_that_was_set_aside(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The claims were paid for; the summary failed. Then a run with --fresh finds the server down, and the next has the claims still."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with ModelServer(answer({"claims": CLAIMS}), status(401)) as server:
        command = ["make", str(tmp_path / "a.txt"), "--model", "m", "--base-url", server.url]
        assert main(command) == 6
        server.turn(status(401))
        assert main([*command, "--fresh"]) == 6
        assert server.turn(answer({"sentences": SENTENCES})) == 1
        assert main(command) == 0
        assert len(server.requests) == 1


def test_a_stale_report_shows_the_words_that_a_prompt_changed(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """However far behind the beginning of their line."""
    (suite.root / "prompts").mkdir()
    text = (ROOT / "prompts" / "extract.v1.jinja").read_text("utf-8")
    line = max(text.splitlines(), key=len)
    assert len(line) > 150
    (suite.root / "prompts" / "extract.v1.jinja").write_text(text.replace(line, f"{line[:130]} ZEBRA {line[130:]}"), "utf-8")
    suite.configure('prompts = "prompts"\n')
    assert main(["check", "--suite", toml(suite)]) == 4
    shown = capfd.readouterr().out
    assert sum("ZEBRA" in line for line in shown.splitlines()) == 2  # in the reason and in the diff
    (old,) = [line.strip() for line in shown.splitlines() if line.strip().startswith("-…")]
    assert line[110:150] in old
    assert max(map(len, shown.splitlines())) < 400


def test_a_damaged_recording_stays_when_nobody_can_be_asked(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a key nothing is removed."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    edit(suite, "extract-*.json", lambda text: text[: len(text) // 2])
    assert main(["record", "--suite", toml(suite), "--only", "stale", "--yes"]) == 7
    assert suite.file("extract-*.json").exists()


def test_a_damaged_accepted_deck_is_not_replaced_by_recording(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """Nobody would see what changed: the report says what to do instead."""
    edit(suite, *EDITS["a deck truncated"])
    assert main(["check", "--suite", toml(suite)]) == 4
    shown = capfd.readouterr().out
    assert "Restore it from version control, or delete it: `factcards accept` makes it anew." in shown
    assert "factcards record" not in shown


@pytest.mark.parametrize("revised", [False, True])
def test_a_deck_nested_without_end_is_damage_wherever_it_is_read(suite: Suite, revised: bool) -> None:
    """Where the article's text is put back into it, and where it is of an earlier text: the article is stale, or not recorded."""
    suite.configure("store_text = false\n")
    edit(suite, *EDITS["a deck nested without end"])
    if revised:
        suite.edit_article("300 cracks", "400 cracks")
    code, report = suite.run()
    assert (code, report["cases"][0]["status"]) == (4, "missing" if revised else "stale")


def changed_twice(suite: Suite) -> None:
    """One claim with another mode, and one with another mode that is surer as well."""

    def change(deck: dict[str, list[dict[str, object]]]) -> None:
        deck["cards"][0]["mode"] = "mixed"
        deck["cards"][2].update(mode="mixed", certainty="possible")

    suite.edit_deck(change)


def accepted(suite: Suite, only: str, capfd: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code, report and chatter of `accept --only`."""
    capfd.readouterr()
    code = main(["accept", "--suite", toml(suite), "--only", only])
    shown = capfd.readouterr()
    return code, shown.out, shown.err


def test_accepting_a_class_that_is_not_there_changes_nothing_and_says_so(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """No other change is shown either."""
    changed_twice(suite)
    before = suite.file("deck.json").read_bytes()
    assert accepted(suite, "moved", capfd) == (0, "", "articles/bridge.txt: nothing of moved to accept\n")
    assert suite.file("deck.json").read_bytes() == before


@pytest.mark.parametrize("only", ["", " , "])
def test_accepting_no_class_is_refused(suite: Suite, only: str, capfd: pytest.CaptureFixture[str]) -> None:
    """An empty variable in a script is no success."""
    code, _, said = accepted(suite, only, capfd)
    assert code == 2
    assert f"--only {only!r} names no class." in said


def test_accepting_a_part_of_a_claims_changes_names_the_rest(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """Only the selected class is shown; what was left is an exit code of 1, and naming all of them accepts it."""
    changed_twice(suite)
    code, shown, said = accepted(suite, "mode_changed", capfd)
    assert code == 1
    assert "mode changed" in shown
    assert "surer" not in shown
    assert "articles/bridge.txt: accepted 1 mode_changed\n" in said
    assert "a claim is accepted whole or not at all: to accept what was left say --only surer,mode_changed" in said
    code, _, said = accepted(suite, "surer,mode_changed", capfd)
    assert (code, said) == (0, "articles/bridge.txt: accepted 1 mode_changed, 1 surer\n")
    assert suite.run()[0] == 0


def test_the_summarys_classes_go_together_and_that_is_said(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """One of them alone is not accepted, and no claim is touched by all of them."""
    suite.edit_deck(
        lambda deck: (deck["brief"].update(title="Other"), deck["brief"]["summary"].pop(), deck["cards"][0].update(mode="mixed"))
    )
    before = suite.file("deck.json").read_bytes()
    code, shown, said = accepted(suite, "title_changed", capfd)
    assert code == 1
    assert "sentence added" not in shown
    assert "nothing accepted" in said
    assert "the summary is accepted whole or not at all: to accept what was left say --only sentence_added,title_changed" in said
    assert suite.file("deck.json").read_bytes() == before
    code, _, said = accepted(suite, "sentence_added,title_changed", capfd)
    assert (code, said) == (0, "articles/bridge.txt: accepted 1 sentence_added, 1 title_changed\n")
    assert {change["kind"] for change in suite.run()[1]["cases"][0]["changes"]} == {"mode_changed"}


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_the_folder_of_a_deleted_article_is_named_fails_when_strict_and_is_pruned(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """What people put beside the recordings stays, and so do the recordings that are used."""
    suite.article("drought-poll.txt").unlink()
    (orphan,) = suite.root.glob("cassettes/drought-poll-*")
    (orphan / "notes.txt").write_text("mine", "utf-8")
    code, report = suite.run()
    assert (code, report["unused"]) == (0, [orphan.name])
    capfd.readouterr()
    assert main(["check", "--suite", toml(suite), "--strict"]) == 1
    shown = capfd.readouterr()
    assert orphan.name in shown.out
    assert f"factcards cassettes prune --suite {toml(suite)}" in shown.out
    assert f"nothing uses the recordings in cassettes/{orphan.name}" in shown.err
    assert main(["cassettes", "prune", "--suite", toml(suite)]) == 0
    assert [path.name for path in orphan.iterdir()] == ["notes.txt"]
    (orphan / "notes.txt").unlink()
    orphan.rmdir()
    assert suite.run("--strict") == (0, suite.run()[1])


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_the_folder_of_an_earlier_text_is_unused_once_the_new_text_is_accepted(suite: Suite) -> None:
    """Before that its deck is what the new one is compared with; afterwards it holds withdrawn words."""
    old = suite.file("deck.json").parent
    suite.edit_article("300 cracks", "400 cracks")
    code, report = suite.run("--strict")
    assert (code, report["unused"]) == (1, [])
    assert main(["cassettes", "prune", "--suite", toml(suite)]) == 0
    assert old.is_dir()
    assert main(["accept", "--suite", toml(suite)]) == 0
    code, report = suite.run("--strict")
    assert (code, report["unused"]) == (1, [old.name])
    assert main(["cassettes", "prune", "--suite", toml(suite)]) == 0
    assert not old.exists()
    assert suite.run("--strict")[0] == 0


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_another_suites_recordings_are_not_pruned(suite: Suite) -> None:
    """Two suites may share a folder of cassettes: a deck of an article that no glob names is the other's."""
    (suite.root / "factcards.toml").write_text('articles = ["articles/bridge.txt"]\n', "utf-8")
    assert suite.run("--strict")[0] == 0
    assert main(["cassettes", "prune", "--suite", toml(suite)]) == 0
    assert len(list(suite.root.glob("cassettes/*/deck.json"))) == 2


@pytest.mark.parametrize("link", [True, False])
def test_only_what_factcards_wrote_is_pruned(suite: Suite, link: bool) -> None:
    """Not what a link leads to, and not in a folder of somebody else's that is merely called like one of ours."""
    folder = suite.root / "cassettes" / "old-0123456789ab"
    theirs = suite.root / "theirs" if link else folder
    theirs.mkdir()
    for name in ("package.json", "decks.json", "brief of today.md"):
        (theirs / name).write_text("{}", "utf-8")
    if link:
        (theirs / "readings.json").write_text("{}", "utf-8")
        folder.symlink_to("../theirs")
    assert suite.run("--strict") == (0, suite.run()[1])
    before = sorted(theirs.iterdir())
    assert main(["cassettes", "prune", "--suite", toml(suite)]) == 0
    assert sorted(theirs.iterdir()) == before


def test_an_article_that_cannot_be_rebuilt_keeps_its_recordings_and_the_others_are_pruned(
    suite: Suite, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is named once, and its exit code is the run's; so does `record`."""
    suite.article("other.txt").write_text("Mayor Ada Quill said the pier might close in June.\n", "utf-8")
    bad = [claim("Ada Quill resigned.", "Ada Quill", "said", "I resign tomorrow", 1)]
    with ModelServer(answer({"claims": bad})) as server:
        assert main(["record", "other.txt", "--suite", toml(suite), "--base-url", server.url, "--yes"]) == 5
        assert capfd.readouterr().err.count("articles/other.txt: all 1 claims") == 1
        suite.configure("max_tokens = 100\n")
        server.turn(answer({"claims": CLAIMS}), answer({"sentences": SENTENCES}))
        assert main(["record", "bridge.txt", "--suite", toml(suite), "--base-url", server.url, "--yes"]) == 0
        server.turn(answer({"claims": bad}))
        assert main(["record", "other.txt", "--suite", toml(suite), "--base-url", server.url, "--yes"]) == 5
    capfd.readouterr()
    assert main(["cassettes", "prune", "--suite", toml(suite)]) == 5
    told = capfd.readouterr().err
    assert told.count("articles/bridge.txt: removed") == 2
    assert "error: articles/other.txt: all 1 claims" in told
    assert len(list(suite.root.glob("cassettes/other-*/extract-*.json"))) == 2


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_nothing_is_pruned_when_an_article_cannot_be_read(suite: Suite) -> None:
    """Which folder is its own is not known then."""
    suite.article().write_text("", "utf-8")
    assert suite.run("--strict")[1]["unused"] == []
    assert main(["cassettes", "prune", "--suite", toml(suite)]) == 3
    assert len(list(suite.root.glob("cassettes/*/deck.json"))) == 2


@pytest.mark.parametrize("suite", ["local", "model"], indirect=True)
@pytest.mark.parametrize("name", ["a file for the folder", "a file for the article's folder", "a name that no file system takes"])
def test_cassettes_that_cannot_be_read_are_an_error_of_ours_never_a_bug_or_empty(
    suite: Suite, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Exit code 4, and the folder is named."""
    cassettes = suite.root / "cassettes"
    folder = suite.file("deck.json").parent.name
    if name.startswith("a name"):
        cassettes = suite.root / ("x" * 300)
        suite.configure(f'cassettes = "{cassettes.name}"\n')
    else:
        cassettes.rename(suite.root / "aside")
        if name == "a file for the folder":
            cassettes.write_text("", "utf-8")
        else:
            cassettes.mkdir()
            (cassettes / folder).write_text("", "utf-8")
    for command in (["check"], ["cassettes", "verify"], ["cassettes", "list"]):
        assert main([*command, "--suite", toml(suite)]) == 4, command
        shown = capfd.readouterr()
        assert "cannot read" in shown.out + shown.err
        assert "bug" not in shown.err
    assert suite.run()[1]["exit_code"] == 4


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_an_expectations_keys_are_of_one_card(suite: Suite) -> None:
    """A failure says whose words they are."""
    suite.configure('[[expect]]\narticle = "*bridge*"\nspeaker = "Bo Tull"\nquote = "might close in May"\n')
    code, report = suite.run()
    assert code == 1
    assert report["totals"] == {"expectation_broken": 1}
    assert report["cases"][0]["failures"] == ["no card of Bo Tull holds the words “might close in May”; a card of Ada Quill does"]


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ('speaker = "Quill"', "no claim of Quill (did you mean 'Ada Quill'?)"),
        ('speaker = "Bo Tulle"', "no claim of Bo Tulle (did you mean 'Bo Tull'?)"),
        ('speaker = "Greta Marsh-Holm"', "no claim of Greta Marsh-Holm"),
        (
            'quote = "nobody had offered us a cent"',
            "no card holds the words “nobody had offered us a cent”; the nearest is “Nobody has offered us a cent”",
        ),
        ('quote = "a ferry to the islands"', "no card holds the words “a ferry to the islands”"),
    ],
)
@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_an_expectation_that_does_not_hold_names_what_is_nearest(suite: Suite, expected: str, told: str) -> None:
    """A typing error is seen at once; where nothing is near, nothing is named."""
    suite.configure(f'[[expect]]\narticle = "*bridge*"\n{expected}\n')
    code, report = suite.run()
    assert (code, report["cases"][0]["failures"]) == (1, [told])


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_accepting_a_deck_that_breaks_an_expectation_says_so(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """Else the next check fails though everything was just accepted."""
    suite.configure('[[expect]]\narticle = "*bridge*"\nspeaker = "Ada Quill"\nquote = "might close in May"\n')
    suite.edit_article("might close", "will close")
    assert main(["accept", "--suite", toml(suite)]) == 0
    told = "articles/bridge.txt: the accepted deck breaks an [[expect]], so `check` fails: no card of Ada Quill holds the words"
    assert told in capfd.readouterr().err
    assert suite.run()[0] == 1


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_a_misspelt_class_of_severities_is_told_with_the_nearest_one(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """As every other key is."""
    suite.configure('[severities]\nsurr = "notable"\n')
    assert main(["check", "--suite", toml(suite)]) == 7
    assert "unknown key 'severities.surr' (did you mean 'surer'?)" in capfd.readouterr().err


@pytest.mark.parametrize("suite", ["model"], indirect=True)
def test_a_missing_key_is_told_once_and_not_for_every_article(
    suite: Suite, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is missing for all of them; and what to do is what `record` can do."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    (suite.root / "articles" / "pier.txt").write_text("Bo Marsh said the pier may close.\n", "utf-8")
    (suite.root / "articles" / "quay.txt").write_text("Bo Marsh said the quay may close.\n", "utf-8")
    assert main(["record", "--yes", "--suite", toml(suite)]) == 7
    err = capfd.readouterr().err
    assert err.count("no key for api.openai.com") == 1
    assert "--replay" not in err


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_recording_a_local_suite_refuses_what_only_a_model_needs(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """As `make` and the suite's file do."""
    for words in ("--repeat 3", "--base-url http://127.0.0.1:9/v1", "--max-cost 0", "--yes"):
        assert main(["record", "--suite", toml(suite), *words.split()]) == 2
        assert f"{words.split()[0]}: the local engine asks no model." in capfd.readouterr().err
    assert main(["record", "--suite", toml(suite), "--repeat", "2", "-y"]) == 2
    assert "--repeat, --yes: the local" in capfd.readouterr().err
    assert main(["record", "--suite", toml(suite), "--all-anew"]) == 0


@pytest.mark.parametrize("suite", ["model"], indirect=True)
def test_of_an_unknown_price_the_user_is_asked_first(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """Nobody knows whether it is above the suite's limit; without a terminal nothing is sent. A server on this machine takes no money."""
    command = ["record", "--suite", toml(suite), "--all-anew", "--base-url", "http://203.0.113.1:1/v1"]
    assert main(command) == 2
    told = capfd.readouterr().err
    assert "price unknown" in told
    assert "that may be above the suite's max_cost of 0.1 USD" in told
    assert "set input_price and output_price" in told


@pytest.mark.parametrize(
    ("usd", "elsewhere", "asks"), [(0.05, True, False), (0.2, True, True), (0.0, True, False), (None, True, True), (None, False, False)]
)
def test_a_bill_that_may_exceed_the_limit(usd: float | None, elsewhere: bool, asks: bool) -> None:
    """A price that is known is compared, also where the user says that it is 0."""
    assert Bill(2, 4, 100, usd, elsewhere).may_exceed(0.1) is asks


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_an_empty_article_does_not_stop_the_others(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """It is named, its exit code is the run's, and what stands behind it is recorded all the same."""
    suite.article("an-empty.txt").write_bytes(b"")
    suite.article("other.txt").write_text("Mayor Ada Quill said the pier might close in June.\n", "utf-8")
    for command in (["check"], ["record"], ["record", "--only", "stale"]):
        assert main([*command, "--suite", toml(suite)]) == 3, command
        told = capfd.readouterr().err
        assert ("articles/an-empty.txt: not recorded" in told) is (command[0] == "record")
        assert ("articles/other.txt: 1 card; its deck is the accepted one" in told) is (command == ["record"])
    assert suite.run()[1]["cases"][-1]["status"] == "same"
    assert main(["accept", "--suite", toml(suite)]) == 3


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_what_looks_like_a_key_in_an_article_is_kept_nowhere(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither in the readings nor in the brief nor in the deck: nothing of that article is written."""
    before = sorted(suite.root.glob("cassettes/*/*"))
    suite.article("leak.txt").write_text("Mayor Ada Quill said the key sk-proj-a1B2c3D4e5F6g7H8 might close the bridge.\n", "utf-8")
    assert main(["record", "--suite", toml(suite)]) == 4
    told = capfd.readouterr().err
    assert "holds what looks like an API key" in told
    assert "sk-proj" not in told
    assert sorted(suite.root.glob("cassettes/*/*")) == before
    assert main(["check", "--suite", toml(suite)]) == 4
    told = " ".join("".join(capfd.readouterr()).split())
    assert "leak.txt" in told
    assert "no deck can be accepted" in told
    assert "holds what looks like an API key. Take it out first." in told
    assert "factcards accept" not in told


def test_init_says_where_articles_go_when_there_are_none(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The next step would fail without one."""
    assert main(["init", str(tmp_path)]) == 0
    assert "put some in the folder articles" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("files", "globs"),
    [
        ([], ["articles/*.txt", "articles/*.md", "articles/*.html"]),
        (["articles/a.md"], ["articles/*.txt", "articles/*.md", "articles/*.html"]),
        (["articles/a.md", "README.md"], ["articles/*.txt", "articles/*.md", "articles/*.html"]),
        (["a.txt", "b.html"], ["*.txt", "*.html"]),
    ],
)
def test_init_takes_every_kind_of_article(tmp_path: Path, files: list[str], globs: list[str]) -> None:
    """As a suite does that says nothing; articles beside other files are taken by the kinds that are there."""
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert main(["init", str(tmp_path)]) == 0
    assert list(load_suite(tmp_path / "factcards.toml").articles) == globs


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_articles_of_one_text_share_a_deck(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """None of them differs, and there is nothing to accept: `record`, `check` and `accept` say the same."""
    suite.article("twin.txt").write_bytes(suite.article().read_bytes())
    for _ in range(2):
        assert main(["record", "--suite", toml(suite)]) == 0
        assert "differ" not in capfd.readouterr().err
        assert suite.run()[0] == 0
        assert main(["accept", "--suite", toml(suite)]) == 0
        told = capfd.readouterr().err
        assert "articles/twin.txt: nothing to accept" in told
        assert "articles/bridge.txt: nothing to accept" in told


REFUSED = {
    "an expectation of no article": (
        '[[expect]]\narticle = "nowhere.txt"\nspeaker = "Ada Quill"\n',
        "article = 'nowhere.txt' fits no article",
    ),
    "an expectation of nothing": (
        '[[expect]]\narticle = "*bridge*"\n',
        "expect.0: it expects nothing: name a speaker, a quote or max_rejected",
    ),
    "an expectation of no words": ('[[expect]]\nquote = ""\n', "expect.0.quote: it must not be empty"),
    "a model for the local engine": ('models = ["m"]\n', 'models: the local engine asks no model; say engine = "openai"'),
    "a temperature for the local engine": ("temperature = 0.5\nrepeat = 2\n", "repeat, temperature: the local engine asks no model"),
    "a grade of no rule": (
        '[verify.grades]\ncontrry = "off"\n',
        "verify.grades: no rule has the code 'contrry' (did you mean 'contrary'?)",
    ),
    "an absolute path": ('exclude = ["/etc/*"]\n', "exclude: '/etc/*': paths are relative to the file"),
    "a pattern that is none": ('exclude = ["**x"]\n', "exclude: '**x' is no pattern of paths: "),
    "one article without a list": ('exclude = "a.txt"\n', "exclude: it must be a list"),
    "a number for a folder": ("cassettes = 5\n", "cassettes: it must be a path"),
    "a server that is none": ('base_url = "ftp://x"\n', "base_url: it must look like http://127.0.0.1:8080/v1"),
    "a codec of something else than text": ('encoding = "hex"\n', "encoding: it is no encoding of text"),
    "a class of change that there is not": ('fail_on = ["braking"]\n', "fail_on.0: it must be 'breaking', 'notable' or 'cosmetic'"),
    "prompts that are not there": ('prompts = "nope"\n', "prompts: there is no folder"),
}


@pytest.mark.parametrize("suite", ["local"], indirect=True)
@pytest.mark.parametrize("name", REFUSED)
def test_a_suite_that_would_check_nothing_of_what_it_says_is_refused(suite: Suite, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Exit code 7, for one article, too."""
    text, told = REFUSED[name]
    suite.configure(text)
    assert main(["check", "bridge.txt", "--suite", toml(suite)]) == 7
    assert told in capfd.readouterr().err


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_of_an_article_that_changed_no_part_is_accepted_and_that_is_said(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """It is named, with what to type; the others go on."""
    suite.edit_article("might close", "will close")
    code, _, said = accepted(suite, "surer", capfd)
    assert code == 2
    assert "articles/bridge.txt: the article's text changed" in said
    assert "`factcards accept articles/bridge.txt`" in said


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_a_suite_without_recordings_says_so_when_they_are_listed(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """An empty list could be a wrong folder's, and `record` has just written something."""
    assert main(["cassettes", "list", "--suite", toml(suite)]) == 0
    assert capfd.readouterr() == ("", "no model was asked: a suite of the local engine keeps readings and decks, and no answers\n")
