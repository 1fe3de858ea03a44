"""The laws of comparing: pairing is the best one, offsets are carried true, equal decks have no difference, accepting ends it."""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree

from factcards.cards import Article, Brief, Card, Deck, Provenance, digest
from factcards.cli import main
from factcards.regress.assignment import assign
from factcards.regress.changes import KINDS, SEVERITIES
from factcards.regress.compare import compare
from factcards.regress.pairing import pairs_of
from factcards.regress.report import Report
from factcards.regress.textmap import TextMap
from factcards.spans import Span
from tests.regress.conftest import CLAIMS, Suite

pytestmark = pytest.mark.usefixtures("each_text_read_once")

SAME_CHECKS = int(os.environ.get("SAME_CHECKS", "100"))

# What Jenkins, GitLab and GitHub read of JUnit XML, as a schema of our own.
JUNIT = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="problem"><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="type" type="xs:string" use="required"/><xs:attribute name="message" type="xs:string" use="required"/>
  </xs:extension></xs:simpleContent></xs:complexType>
  <xs:attributeGroup name="counts">
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
  </xs:attributeGroup>
  <xs:element name="testsuites"><xs:complexType><xs:sequence>
    <xs:element name="testsuite" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="testcase" maxOccurs="unbounded"><xs:complexType><xs:choice minOccurs="0">
        <xs:element name="failure" type="problem"/><xs:element name="error" type="problem"/>
      </xs:choice>
      <xs:attribute name="classname" type="xs:string" use="required"/><xs:attribute name="name" type="xs:string" use="required"/>
      </xs:complexType></xs:element>
    </xs:sequence><xs:attributeGroup ref="counts"/></xs:complexType></xs:element>
  </xs:sequence><xs:attributeGroup ref="counts"/></xs:complexType></xs:element>
</xs:schema>"""


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.01, 1.0), max_size=12))
def test_the_pairing_has_the_greatest_sum(scores: dict[tuple[int, int], float]) -> None:
    """Against every pairing that there is."""
    found = sum(scores[pair] for pair in assign(scores).items())
    best = 0.0
    for rights in itertools.permutations(range(5)):
        best = max(best, sum(scores.get((left, right), 0.0) for left, right in enumerate(rights)))
    assert found == pytest.approx(best)


@given(st.lists(st.sampled_from(["rain", "fell", "on", "Marrow", ",", "said", "Ada"]), min_size=1, max_size=30), st.data())
def test_offsets_are_carried_to_the_same_words(words: list[str], data: st.DataObject) -> None:
    """A paragraph put in above moves everything and changes nothing."""
    old = " ".join(words)
    new = "It is new.\n\n" + old
    first = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:first])) + (1 if first else 0)
    place = TextMap(old, new).span(start, start + len(words[first]))
    assert place is not None
    assert new[place[0] : place[1]] == words[first]
    assert TextMap(old, old).span(2, 5) == (2, 5)


def _deck(sentences: list[str], wording: str) -> Deck:
    """A card for each sentence of an article."""
    text = "\n".join(sentences)
    ends = list(itertools.accumulate(len(sentence) + 1 for sentence in sentences))
    spans = [Span.of(text, end - 1 - len(sentence), end - 1) for sentence, end in zip(sentences, ends, strict=True)]
    cards = tuple(
        Card(
            id=f"c{at}",
            claim=f"{span.quote} {wording}",
            mode="narration",
            part="body",
            evidence=(span,),
            content=(span,),
            certainty="certain",
            polarity="affirmed",
            confidence=1.0,
        )
        for at, span in enumerate(spans)
    )
    article = Article(source="-", sha256=digest(text), text=text)
    return Deck(article=article, cards=cards, brief=Brief(title="-"), provenance=Provenance(engine="local", factcards_version="0"))


def test_six_hundred_cards_that_another_reader_words_are_paired_at_once() -> None:
    """A pair is looked at only where it has a word or a place in common, and a card's words are told once (4 s for all pairs)."""
    sentences = [f"Witness{at} told council{at} that bridge{at}, river{at}, dam{at} closed{at}." for at in range(600)]
    old, new = (_deck(sentences, wording) for wording in ("of old", "of new"))
    revised = _deck([f"It is new that number {at} came.\n{sentence}" for at, sentence in enumerate(sentences[:40])], "of new")
    begin = process_time()
    assert pairs_of(old, new) == {at: at for at in range(600)}
    assert process_time() - begin < 3.5
    assert pairs_of(old, revised) == {at: at for at in range(40)}


def test_every_class_has_a_severity() -> None:
    """And no severity is left without its class."""
    assert set(SEVERITIES) == set(KINDS)


def test_equal_decks_have_no_difference_and_order_makes_none(suite: Suite) -> None:
    """A deck against itself, and with its cards in another order."""
    deck = Deck.model_validate_json(suite.file("deck.json").read_bytes())
    assert compare(deck, deck) == ()
    shuffled = list(deck.cards)
    random.Random(3).shuffle(shuffled)
    assert compare(deck, deck.model_copy(update={"cards": tuple(shuffled)})) == ()


def test_accepting_ends_the_difference(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """It is shown first, then the accepted deck moves, and the next check is the same."""
    suite.edit_answer("brief-*.json", lambda value: {"sentences": value["sentences"][:2]})
    assert suite.run()[0] == 1
    assert main(["accept", "--suite", str(suite.root / "factcards.toml")]) == 0
    assert "sentence removed" in capfd.readouterr().out
    assert suite.run() == (0, suite.run()[1])
    assert len(Deck.model_validate_json(suite.file("deck.json").read_bytes()).brief.summary) == 2


def test_accepting_by_class_moves_that_class_only(suite: Suite) -> None:
    """What is not named stays as it was."""

    def change(value: dict[str, object]) -> None:
        cards = value["cards"]
        assert isinstance(cards, list)
        cards[0]["mode"] = "mixed"
        cards[1]["certainty"] = "possible"

    suite.edit_deck(change)
    _, report = suite.run()
    assert {c["kind"] for c in report["cases"][0]["changes"]} == {"mode_changed", "surer"}
    assert main(["accept", "--suite", str(suite.root / "factcards.toml"), "--only", "mode_changed"]) == 0
    _, report = suite.run()
    assert {c["kind"] for c in report["cases"][0]["changes"]} == {"surer"}
    assert main(["accept", "--suite", str(suite.root / "factcards.toml"), "--only", "nonsense"]) == 2


def test_an_unused_recording_is_told_fails_when_strict_and_is_pruned(suite: Suite) -> None:
    """`cassettes prune` removes it."""
    from tests.regress.test_changes import unused

    unused(suite)
    toml = str(suite.root / "factcards.toml")
    code, report = suite.run()
    assert code == 0
    assert len(report["cases"][0]["unused"]) == 1
    assert suite.run("--strict")[0] == 1
    assert main(["cassettes", "prune", "--suite", toml]) == 0
    assert suite.run("--strict")[0] == 0


def test_cassettes_are_listed_shown_and_verified(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """With the article's words put back; a damaged one is named."""
    toml = str(suite.root / "factcards.toml")
    assert main(["cassettes", "list", "--suite", toml]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split("\t")[2] for line in lines] in (["extract", "brief"], ["brief", "extract"])
    identity = next(line for line in lines if "\textract\t" in line).split("\t")[0]
    assert main(["cassettes", "show", identity, "--suite", toml]) == 0
    assert "[2] Mayor Ada Quill said the old bridge might close in May." in capfd.readouterr().out
    assert main(["cassettes", "verify", "--suite", toml]) == 0
    suite.file("extract-*.json").write_text("{}", "utf-8")
    assert main(["cassettes", "verify", "--suite", toml]) == 4


def test_reports_for_machines_are_valid(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """JSON by its published schema, JUnit with true counts, annotations that nothing in an article can break out of."""
    hostile = {**CLAIMS[0], "claim": "Ada Quill said the old bridge will close.\n::stop-commands::x %0A\u202e"}
    suite.edit_answer("extract-*.json", lambda _value: {"claims": [hostile, *CLAIMS[1:]]})
    junit, markdown = suite.root / "r.xml", suite.root / "r.md"
    code, report = suite.run("--report", f"junit={junit}", "--report", f"markdown={markdown}", "--report", "github")
    assert code == 1
    Draft202012Validator(Report.model_json_schema(mode="serialization")).validate(report)
    etree.XMLSchema(etree.fromstring(JUNIT)).assertValid(etree.parse(junit))
    root = ET.fromstring(junit.read_text("utf-8"))
    for level in (root, *root.iter("testsuite")):
        assert int(level.get("tests", "-1")) == len(list(level.iter("testcase")))
        assert int(level.get("failures", "-1")) == len(list(level.iter("failure")))
        assert int(level.get("errors", "-1")) == len(list(level.iter("error")))
    assert "surer" in markdown.read_text("utf-8")
    out = capfd.readouterr().out
    assert all(line.startswith(("::error file=articles/bridge.txt", "::warning file=articles/bridge.txt")) for line in out.splitlines())
    assert "title=surer" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--report", "json", "--report", "junit"], "--report junit: another report goes there, too."),
        (["--format", "json", "--report", "github"], "--report github: another report goes there, too."),
        (["--report", "json="], "--report json=: no file is named."),
    ],
)
@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_standard_output_takes_one_report(suite: Suite, arguments: list[str], told: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Two in a row are no document that a program reads; and who names a file by an empty variable wants none there."""
    assert main(["check", "--suite", str(suite.root / "factcards.toml"), *arguments]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert told in err


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_an_annotation_names_the_file_from_where_the_check_runs(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workflow runs at the top of its repository, and a suite may lie in a folder of it: elsewhere GitHub would find no such file."""
    path = suite.article("drought-poll.txt")
    path.write_text(path.read_text("utf-8").replace("fear that", "know that", 1), "utf-8")
    for folder, start in ((suite.root, "articles/"), (suite.root.parent, f"{suite.root.name}/articles/")):
        monkeypatch.chdir(folder)
        _, _, errors, _ = reports(suite)
        assert errors
        assert {line.partition("file=")[2].partition("drought")[0] for line in errors} == {start}
    names = [case.get("name", "") for case in ET.parse(suite.root / "r.junit").getroot().iter("testcase")]
    assert any(name.startswith("sentence_reworded") for name in names)
    assert not any("None" in name for name in names)


def reports(suite: Suite, *arguments: str) -> tuple[int, list[str], list[str], str]:
    """The exit code; what JUnit says of failures, with its counts checked; the errors among the annotations; and the Markdown."""
    paths = {form: suite.root / f"r.{form}" for form in ("junit", "github", "markdown")}
    code, _ = suite.run(*arguments, *(word for form, path in paths.items() for word in ("--report", f"{form}={path}")))
    etree.XMLSchema(etree.fromstring(JUNIT)).assertValid(etree.parse(paths["junit"]))
    root = ET.fromstring(paths["junit"].read_text("utf-8"))
    failures = [failure.get("message", "") for failure in root.iter("failure")]
    assert int(root.get("failures", "-1")) == len(failures)
    lines = paths["github"].read_text("utf-8").splitlines()
    return code, failures, [line for line in lines if line.startswith("::error ")], paths["markdown"].read_text("utf-8")


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_a_floor_that_does_not_hold_is_a_failure_in_every_report(suite: Suite) -> None:
    """So is, with --strict, a folder that nothing uses."""
    assert suite.run("--pin-floors")[0] == 0
    suite.article("drought-poll.txt").unlink()
    code, failures, errors, _ = reports(suite, "--strict")
    assert (code, len(failures), len(errors)) == (1, 2, 2)
    assert "other articles" in failures[0]
    assert "nothing uses the recordings in cassettes/drought-poll-" in errors[1]


def test_a_recording_that_fails_for_strictness_is_a_failure_in_every_report(suite: Suite) -> None:
    """Nothing else differs, and without --strict nothing fails."""
    from tests.regress.test_changes import unused

    unused(suite)
    assert reports(suite)[:3] == (0, [], [])
    code, failures, errors, markdown = reports(suite, "--strict")
    assert (code, len(failures), len(errors)) == (1, 1, 1)
    assert all("nothing uses the recordings " in told for told in (*failures, *errors, markdown))


@pytest.mark.parametrize("severity", ["cosmetic", "notable", "breaking"])
def test_a_change_is_a_failure_in_every_report_where_its_severity_fails(suite: Suite, severity: str) -> None:
    """Whatever the severity is called."""
    suite.edit_deck(lambda deck: deck["cards"][0].update(claim="In May, Ada Quill said, the old bridge might close."))
    suite.configure(f'fail_on = ["{severity}"]\nseverities = {{ reworded = "{severity}" }}\n')
    code, failures, errors, markdown = reports(suite)
    assert (code, failures, len(errors)) == (1, ["the same in other words"], 1)
    assert "**reworded**" in markdown
    toml = suite.root / "factcards.toml"
    other = "notable" if severity == "breaking" else "breaking"
    toml.write_text(toml.read_text("utf-8").replace(f'fail_on = ["{severity}"]', f'fail_on = ["{other}"]'), "utf-8")
    assert reports(suite)[:3] == (0, [], [])


def test_every_expectation_that_does_not_hold_is_in_every_report(suite: Suite) -> None:
    """JUnit has one failure for the article, with a line for each."""
    suite.configure('[[expect]]\nspeaker = "Cy Moss"\n[[expect]]\nspeaker = "Di Tarn"\n')
    code, failures, errors, markdown = reports(suite)
    assert (code, len(failures), len(errors)) == (1, 1, 2)
    assert [line.partition(" (")[0] for line in failures[0].splitlines()] == ["no claim of Cy Moss", "no claim of Di Tarn"]
    assert markdown.count("- expected: ") == 2


def test_a_workflow_command_in_an_article_stays_text(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """On stdout and stderr no line begins with one."""
    suite.edit_article("Mayor Ada", "::stop-commands::x\n\nMayor Ada")
    suite.run()
    shown = capfd.readouterr()
    assert not any(line.lstrip().startswith("::") for line in (shown.out + shown.err).splitlines())


def test_a_stale_suite_says_what_changed_what_it_costs_and_what_to_type(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """In one screen."""
    suite.configure("temperature = 0.5\n")
    assert suite.run()[0] == 4
    shown = capfd.readouterr().out
    assert "parameters.temperature (None recorded, 0.5 asked)" in shown
    assert "tokens in" in shown
    assert "factcards record --only stale" in shown
    assert len(shown.splitlines()) <= 20


def test_diff_compares_decks_and_folders(suite: Suite, tmp_path: Path) -> None:
    """0 same, 1 different, 4 for what is no deck or is not there, as for a suite's own."""
    path = suite.file("deck.json")
    other = tmp_path / "other.cards.json"
    deck = json.loads(path.read_text("utf-8"))
    deck["cards"][0]["certainty"] = "certain"
    other.write_text(json.dumps(deck), "utf-8")
    assert main(["diff", str(path), str(path)]) == 0
    assert main(["diff", str(path), str(other)]) == 1
    assert main(["diff", str(path.parent), str(path.parent)]) == 0
    assert main(["diff", str(path), str(suite.root / "factcards.toml")]) == 4
    assert main(["diff", str(path), str(tmp_path / "nope.json")]) == 4
    assert main(["diff", str(path), str(path.parent)]) == 2


def test_a_foreign_suites_own_server_gets_no_key(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a base URL that the command line or the user's own configuration names gets it."""
    from tests.regress.conftest import SENTENCES
    from tests.support.server import ModelServer, answer

    monkeypatch.setenv("OPENAI_API_KEY", "sk-planted-0123456789abcdef")
    with ModelServer(answer({"claims": CLAIMS}), answer({"sentences": SENTENCES})) as server:
        suite.configure(f'base_url = "{server.url}"\n')
        main(["record", "--suite", str(suite.root / "factcards.toml"), "--all-anew"])
        assert all("planted" not in json.dumps(headers) for headers in server.headers)
        assert server.headers
    with ModelServer(answer({"claims": CLAIMS}), answer({"sentences": SENTENCES})) as server:
        main(["record", "--suite", str(suite.root / "factcards.toml"), "--all-anew", "--base-url", server.url])
        assert any("planted" in json.dumps(headers) for headers in server.headers)


@pytest.mark.parametrize("suite", ["model"], indirect=True)
def test_a_check_of_recorded_answers_loads_neither_parser_nor_openai_and_opens_no_socket(suite: Suite) -> None:
    """As a whole process."""
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise SystemExit('a socket was opened')\n"
        "socket.socket.connect = refuse\n"
        "from factcards.cli import main\n"
        "code = main(['check', '--suite', sys.argv[1]])\n"
        "assert not {'openai', 'spacy', 'tiktoken', 'genai_prices'} & sys.modules.keys()\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(suite.root / "factcards.toml")], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def _bytes_of(suite: Suite, seed: int) -> bytes:
    """The JSON report of a whole process in other surroundings."""
    rng = random.Random(seed)
    names = ["C.UTF-8", "C", "POSIX"]
    env = {
        **os.environ,
        "PYTHONHASHSEED": str(rng.randrange(1, 10_000)),
        "TZ": rng.choice(["UTC", "Asia/Tokyo", "America/Lima"]),
        "LC_ALL": rng.choice(names),
    }
    folder = rng.choice([suite.root, suite.root / "articles", Path("/")])
    articles = [path.name for path in (suite.root / "articles").iterdir()]
    rng.shuffle(articles)
    command = [sys.executable, "-m", "factcards", "check", *articles, "--suite", str(suite.root / "factcards.toml"), "--format", "json"]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("suite", ["local", "model"], indirect=True)
def test_an_unchanged_suite_gives_no_alarm(suite: Suite) -> None:
    """Two checks whose locales, zones, hash seeds and folders are all others: exit 0 and the same bytes."""
    assert _bytes_of(suite, 0) == _bytes_of(suite, 3)


@pytest.mark.slow
@pytest.mark.parametrize("suite", ["local", "model"], indirect=True)
def test_a_hundred_checks_of_an_unchanged_suite_give_no_alarm(suite: Suite) -> None:
    """The full count, for each of both suites."""
    assert len({_bytes_of(suite, seed) for seed in range(SAME_CHECKS)}) == 1


def test_repeated_answers_show_what_wavers(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Two answers: one hedges a claim, the other does not; a third claim is in one only."""
    from tests.regress.conftest import SENTENCES, TEXT
    from tests.support.server import ModelServer, answer

    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bridge.txt").write_text(TEXT, "utf-8")
    toml = tmp_path / "factcards.toml"
    toml.write_text('articles = ["articles/*.txt"]\nengine = "openai"\nmodels = ["m"]\n', "utf-8")
    surer = {**CLAIMS[0], "claim": "Ada Quill said the old bridge will close in May."}
    answers = (
        answer({"claims": CLAIMS}),
        answer({"sentences": SENTENCES}),
        answer({"claims": [surer, *CLAIMS[1:5]]}),
        answer({"sentences": []}),
    )
    with ModelServer(*answers) as server:
        assert main(["record", "--suite", str(toml), "--base-url", server.url, "--repeat", "2"]) == 0
    assert main(["check", "--suite", str(toml)]) == 0
    shown = capfd.readouterr().out
    assert "2 runs agree on 4 of 6 cards (67%)" in shown
    assert "wavers between hedged and unhedged: Ada Quill said the old bridge might close in May." in shown


def test_several_models_are_shown_against_their_claims(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Each model has a deck of its own; the table says who has which claim."""
    from tests.regress.conftest import SENTENCES, TEXT
    from tests.support.server import ModelServer, answer

    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bridge.txt").write_text(TEXT, "utf-8")
    toml = tmp_path / "factcards.toml"
    toml.write_text('articles = ["articles/*.txt"]\nengine = "openai"\nmodels = ["m", "n"]\n', "utf-8")
    answers = (answer({"claims": CLAIMS}), answer({"sentences": SENTENCES}), answer({"claims": CLAIMS[:2]}), answer({"sentences": []}))
    with ModelServer(*answers) as server:
        assert main(["record", "--suite", str(toml), "--base-url", server.url]) == 0
    assert sorted(path.name for path in tmp_path.glob("cassettes/*/deck.*.json")) == ["deck.m.json", "deck.n.json"]
    assert main(["check", "--suite", str(toml)]) == 0
    shown = capfd.readouterr().out
    assert "models: A = m, B = n" in shown
    assert "  ++  Ada Quill said the old bridge might close in May." in shown
    assert "  +.  Keld Lines denied that it had been asked for money." in shown


def test_a_summary_that_failed_is_not_recorded_as_accepted(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The claims' answers are kept; the deck is accepted when the model's summary is there."""
    from tests.regress.conftest import SENTENCES, TEXT
    from tests.support.server import ModelServer, answer

    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bridge.txt").write_text(TEXT, "utf-8")
    toml = tmp_path / "factcards.toml"
    toml.write_text('articles = ["articles/*.txt"]\nengine = "openai"\nmodels = ["m"]\n', "utf-8")
    with ModelServer(answer({"claims": CLAIMS}), answer("Sure!")) as server:
        assert main(["record", "--suite", str(toml), "--base-url", server.url]) == 5
        assert "no summary of the model's" in "".join(capfd.readouterr())
        assert not list(tmp_path.glob("cassettes/*/deck*.json"))
        server.turn(answer({"claims": CLAIMS}), answer({"sentences": SENTENCES}))
        assert main(["record", "--suite", str(toml), "--all-anew", "--base-url", server.url]) == 0
    assert list(tmp_path.glob("cassettes/*/deck*.json"))


def test_an_accepted_deck_without_the_articles_text_works(tmp_path: Path) -> None:
    """For licensed articles: the text is looked up where the suite says; a changed text cannot be compared, and that is said."""
    from tests.regress.conftest import TEXT

    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bridge.txt").write_text(TEXT, "utf-8")
    toml = tmp_path / "factcards.toml"
    toml.write_text("store_text = false\n", "utf-8")
    assert main(["record", "--suite", str(toml)]) == 0
    (deck,) = tmp_path.glob("cassettes/*/deck.json")
    assert json.loads(deck.read_text("utf-8"))["article"]["text"] is None
    assert main(["check", "--suite", str(toml)]) == 0
    (tmp_path / "articles" / "bridge.txt").write_text(TEXT + "\nIt rained on the old bridge.\n", "utf-8")
    assert main(["check", "--suite", str(toml)]) == 4


def _committed(suite: Suite) -> Callable[..., None]:
    """A first commit of the suite; gives what runs git there."""

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", "-C", str(suite.root), *identity, *arguments], check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "one")
    return git


def test_diff_compares_two_revisions_and_the_working_tree(suite: Suite) -> None:
    """The accepted decks as git has them."""
    toml = str(suite.root / "factcards.toml")
    git = _committed(suite)
    assert main(["diff", "--rev", "main", "--suite", toml]) == 0
    suite.edit_deck(lambda deck: deck["cards"][0].update(certainty="certain"))
    assert main(["diff", "--rev", "main", "--suite", toml]) == 1
    git("commit", "-qam", "two")
    assert main(["diff", "--rev", "main~1..main", "--suite", toml]) == 1
    assert main(["diff", "--rev", "main..HEAD", "--suite", toml]) == 0
    assert main(["diff", "--rev", "nowhere..HEAD", "--suite", toml]) == 2
    assert main(["diff", "--rev", "--output=x", "--suite", toml]) == 2
    assert main(["diff", "--suite", toml]) == 2


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_a_diff_of_revisions_leaves_another_suites_decks_out(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """Whether its articles lie beside these, or its folder of cassettes in this one."""
    other = suite.root / "other.toml"
    other.write_text('articles = ["articles/drought-*.txt"]\n', "utf-8")
    cassettes = suite.root / "cassettes"
    (drought,) = cassettes.glob("drought-*")
    shutil.copytree(drought, cassettes / "deeper" / drought.name)
    _committed(suite)
    suite.edit_deck(lambda deck: deck["cards"][0].update(certainty="certain"))
    (cassettes / "deeper" / drought.name / "deck.json").write_text("{}", "utf-8")
    for revisions in ("main", "main..HEAD"):
        assert main(["diff", "--rev", revisions, "--suite", str(other), "--format", "json"]) == 0
        assert [case["name"] for case in json.loads(capfd.readouterr().out)["cases"]] == [f"{drought.name}/deck.json"]
    assert main(["diff", "--rev", "main", "--suite", str(suite.root / "factcards.toml")]) == 1


@pytest.mark.parametrize("suite", ["local"], indirect=True)
@pytest.mark.parametrize("prune", [False, True])
def test_diff_pairs_a_revised_article_with_its_earlier_text(suite: Suite, prune: bool, capfd: pytest.CaptureFixture[str]) -> None:
    """Its folder is called after its text; what changed is told by claim, and nothing is only here or only there."""
    toml = str(suite.root / "factcards.toml")
    git = _committed(suite)
    suite.edit_article("might close in May.\n", "will close in May.\n")
    assert main(["accept", "--suite", toml]) == 0
    if prune:
        assert main(["cassettes", "prune", "--suite", toml]) == 0
    capfd.readouterr()
    assert main(["diff", "--rev", "main", "--suite", toml, "--format", "json"]) == 1
    report = json.loads(capfd.readouterr().out)
    assert [(case["name"].split("-")[0], case["status"]) for case in report["cases"]] == [("bridge", "different"), ("drought", "same")]
    assert report["totals"]["surer"] == 1
    git("add", "-A")
    git("commit", "-qm", "two")
    assert main(["diff", "--rev", "main", "--suite", toml]) == 0
    assert main(["diff", "--rev", "main~1..main", "--suite", toml, "--format", "json"]) == 1
    assert json.loads(capfd.readouterr().out) == report


def test_decks_of_other_folders_are_paired_by_their_paths_alone(suite: Suite, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Two articles that were called alike in two folders are two."""
    for name in ("old/x/a.cards.json", "old/y/a.cards.json", "new/x/a.cards.json"):
        (tmp_path / name).parent.mkdir(parents=True)
        shutil.copy(suite.file("deck.json"), tmp_path / name)
    assert main(["diff", str(tmp_path / "old"), str(tmp_path / "new")]) == 1
    assert "y/a.cards.json: missing: only in the old folder" in capfd.readouterr().out


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_moved_cards_are_counted_and_shown_on_request(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """By `diff` and `accept` as by `check`: they would hide the breaking ones."""
    toml = str(suite.root / "factcards.toml")
    old = suite.file("deck.json")
    before = suite.root / "before.cards.json"
    shutil.copy(old, before)
    suite.edit_article(
        "Mayor Ada Quill said the old bridge might close in May.",
        "It rained.\n\nMayor Ada Quill said the old bridge will close in May.",
    )
    assert main(["accept", "--suite", toml]) == 0
    told = capfd.readouterr().out
    assert "  cosmetic: 6 moved, 1 sentence reworded\n" in told
    assert "moved (cosmetic)" not in told
    new = max(suite.root.glob("cassettes/bridge-*/deck.json"), key=lambda path: path.stat().st_mtime_ns)
    assert main(["diff", str(before), str(new)]) == 1
    assert "moved (cosmetic)" not in capfd.readouterr().out
    assert main(["diff", str(before), str(new), "-v"]) == 1
    assert "moved (cosmetic)" in capfd.readouterr().out


def test_a_killed_record_leaves_whole_files_and_asks_only_for_the_rest(tmp_path: Path) -> None:
    """Kill -9 while the second article is asked for: the first one's answers are kept, nothing is half written."""
    import signal
    import time

    from tests.regress.conftest import SENTENCES, TEXT
    from tests.support.server import ModelServer, answer, sleep

    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "articles" / "b.txt").write_text(TEXT + "\nIt rained on the old bridge in May.\n", "utf-8")
    toml = tmp_path / "factcards.toml"
    toml.write_text('articles = ["articles/*.txt"]\nengine = "openai"\nmodels = ["m"]\n', "utf-8")
    good, told = answer({"claims": CLAIMS}), answer({"sentences": SENTENCES})
    with ModelServer(good, told, sleep(30)) as server:
        command = [sys.executable, "-m", "factcards", "record", "--suite", str(toml), "--base-url", server.url]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while len(server.requests) < 3:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
    files = [path for path in tmp_path.rglob("*.json") if "cassettes" in path.parts]
    assert files
    for path in files:
        json.loads(path.read_text("utf-8"))
    assert not list(tmp_path.glob("cassettes/*/.*"))
    with ModelServer(good, told) as server:
        assert main(["record", "--suite", str(toml), "--base-url", server.url]) == 0
        assert len(server.requests) == 2
    assert main(["check", "--suite", str(toml)]) == 0


def test_pinned_floors_hold_and_go_down_only_out_loud(suite: Suite, capfd: pytest.CaptureFixture[str]) -> None:
    """With the digest of the articles that they were measured on."""
    toml = str(suite.root / "factcards.toml")
    assert main(["check", "--suite", toml, "--pin-floors"]) == 0
    assert suite.run()[0] == 0
    suite.edit_answer("extract-*.json", lambda value: {"claims": [*value["claims"], {**CLAIMS[0], "quote": "PWNED"}]})
    suite.configure('fail_on = ["breaking"]\n')
    code, report = suite.run()
    assert code == 1
    assert "grounded share 0.857 is below the pinned floor 1.000" in report["failures"][0]
    assert main(["check", "--suite", toml, "--pin-floors"]) == 2
    assert "--lower-floors" in capfd.readouterr().err
    floors = suite.root / "cassettes" / "floors.json"
    pinned = json.loads(floors.read_text("utf-8"))
    floors.write_text(json.dumps({**pinned, "digest": "of other articles"}), "utf-8")
    assert main(["check", "--suite", toml, "--pin-floors"]) == 2
    assert "that would lower a floor: grounded share" in capfd.readouterr().err
    assert main(["check", "--suite", toml, "--pin-floors", "--lower-floors"]) == 0
    assert suite.run()[0] == 0
    floors.write_text("{}", "utf-8")
    assert suite.run()[0] == 4


def test_pinning_floors_hides_no_breaking_change(suite: Suite) -> None:
    """It fails as a check does that pins nothing; the report says the same."""
    suite.edit_answer("extract-*.json", lambda value: {"claims": value["claims"][1:]})
    assert suite.run()[0] == 1
    code, report = suite.run("--pin-floors")
    assert (code, report["exit_code"], report["totals"]["removed"]) == (1, 1, 1)
    assert (suite.root / "cassettes" / "floors.json").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--lower-floors"], "--lower-floors needs --pin-floors."),
        (["bridge.txt", "--pin-floors"], "floors are pinned for a whole suite."),
    ],
)
def test_options_of_floors_that_would_do_nothing_are_refused(
    suite: Suite, words: list[str], told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, and nothing is pinned."""
    assert suite.run(*words)[0] == 2
    assert told in capfd.readouterr().err
    assert not (suite.root / "cassettes" / "floors.json").exists()


@pytest.mark.parametrize("form", ["json", "junit", "markdown", "github"])
@pytest.mark.parametrize("name", ["factcards.toml", "articles/bridge.txt", "link.txt", "cassettes/bridge-*/deck.json"])
def test_a_report_is_written_over_nothing_that_is_read(suite: Suite, name: str, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    """By whatever name: exit code 2, and every file stays, also where another report would have been written first."""
    (suite.root / "link.txt").symlink_to(suite.article())
    before = {path: path.read_bytes() for path in suite.root.rglob("*") if path.is_file()}
    (path,) = suite.root.glob(name)
    assert suite.run("--report", f"{form}={path}")[0] == 2
    assert f"--report {form} would write over " in capfd.readouterr().err
    assert {path: path.read_bytes() for path in suite.root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("first", "second"), [("r.out", "r.out"), ("r.out", "./r.out"), ("r.out", "link.out"), ("new", "new/")])
def test_reports_that_cannot_both_be_written_are_refused(
    suite: Suite, first: str, second: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """One file for two, by whatever name, or a folder: exit code 2, and nothing is written."""
    monkeypatch.chdir(suite.root)
    Path("link.out").symlink_to("r.out")
    assert main(["check", "--report", f"junit={first}", "--report", f"markdown={second}"]) == 2
    assert f"--report markdown={second}: " in capfd.readouterr().err
    assert not Path(first).exists()


@pytest.mark.parametrize("suite", ["local"], indirect=True)
def test_floors_of_other_articles_are_no_measure(suite: Suite) -> None:
    """A changed corpus cannot pass for a better program."""
    assert main(["check", "--suite", str(suite.root / "factcards.toml"), "--pin-floors"]) == 0
    suite.edit_article("since March.\n", "since March.\n\n\n")
    code, report = suite.run()
    assert code == 1
    assert "other articles" in report["failures"][0]
