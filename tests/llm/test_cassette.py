"""Recordings: exact both ways, without the article's text, without secrets, never taken for empty."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcards.cards import Article, Usage
from factcards.engines.llm.cassette import ArticleFolder
from factcards.engines.llm.elide import Elider, expand
from factcards.engines.llm.model import Failure, Message, Parameters, Request, Response
from factcards.engines.llm.recorder import Player, Recorder
from factcards.errors import CassetteError, CassetteMiss
from factcards.read import from_text

TEXT = "The bridge might close in May, the mayor of Marrow said on Tuesday.\n\nNobody had asked her about the old harbour before."
ARTICLE = from_text(TEXT, "bridge.txt")


def request(
    content: str = "list: " + TEXT.replace("\n\n", " "), *, model: str = "m", name: str = "extract", **parameters: object
) -> Request:
    """A request with this user message."""
    return Request(
        model=model,
        messages=(Message(role="system", content="Be brief."), Message(role="user", content=content)),
        schema_name=name,
        answer_schema={"type": "object"},
        parameters=Parameters.model_validate(parameters),
    )


ANSWER = Response(
    outcome="ok", text='{"claims": []}', model="m-1", usage=Usage(input_tokens=3, output_tokens=2), cost_usd=0.1, origin="recorded"
)


class Scripted:
    """A model with these answers; counts how often it is asked."""

    def __init__(self, *answers: Response) -> None:
        """Keep the answers."""
        self.answers = list(answers)
        self.asked = 0

    def complete(self, _request: Request) -> Response:
        """The next answer."""
        self.asked += 1
        return self.answers.pop(0)


def test_what_was_recorded_is_replayed_and_nobody_is_asked(tmp_path: Path) -> None:
    """Usage, cost, model and origin as they were."""
    Recorder(Scripted(ANSWER), ArticleFolder(tmp_path, ARTICLE)).complete(request())
    player = Player(ArticleFolder(tmp_path, ARTICLE), ARTICLE)
    assert player.complete(request()) == ANSWER
    assert player.unused() == ()


def test_faults_replay_too(tmp_path: Path) -> None:
    """An error of the server is a recorded outcome like any other."""
    fault = Response(outcome="error", failure=Failure(kind="server", status=500, message="down", attempts=5), origin="recorded")
    Recorder(Scripted(fault), ArticleFolder(tmp_path, ARTICLE)).complete(request())
    assert Player(ArticleFolder(tmp_path, ARTICLE), ARTICLE).complete(request()) == fault


def test_once_asks_only_for_what_is_missing_or_failed_and_all_asks_anew(tmp_path: Path) -> None:
    """The last try counts; earlier ones stay in the file."""
    fault = Response(outcome="error", failure=Failure(kind="server", status=500, message="down"), origin="recorded")
    model = Scripted(fault, ANSWER, ANSWER)
    for asked in (1, 2, 2):
        Recorder(model, ArticleFolder(tmp_path, ARTICLE), "once").complete(request())
        assert model.asked == asked
    (found,) = ArticleFolder(tmp_path, ARTICLE).interactions.values()
    assert [(take.sample, take.attempt, take.outcome) for take in found.responses] == [(1, 1, "error"), (1, 2, "ok")]
    anew = Recorder(model, ArticleFolder(tmp_path, ARTICLE), "all")
    anew.complete(request())
    anew.settle(usable=True)
    (found,) = ArticleFolder(tmp_path, ARTICLE).interactions.values()
    assert [(take.attempt, take.outcome) for take in found.responses] == [(1, "ok")]


def test_an_answer_takes_anothers_place_only_once_it_is_of_use(tmp_path: Path) -> None:
    """What is asked after it for the same end, a repair, is recorded with it or not at all."""
    Recorder(Scripted(ANSWER), ArticleFolder(tmp_path, ARTICLE)).complete(request())
    (path,) = tmp_path.glob("*/*.json")
    before = path.read_bytes()
    other = ANSWER.model_copy(update={"text": "other"})
    for usable in (False, True):
        anew = Recorder(Scripted(other, other), ArticleFolder(tmp_path, ARTICLE), "all")
        assert [anew.complete(one).text for one in (request(), request("repair"))] == ["other", "other"]
        assert path.read_bytes() == before
        anew.settle(usable=usable)
        assert (path.read_bytes() == before, len(list(tmp_path.glob("*/*.json"))), len(anew.kept)) == (not usable, 1 + usable, not usable)


def test_the_article_is_not_stored_a_second_time(tmp_path: Path) -> None:
    """Its sentences are offsets in the file, and come back exactly."""
    folder = ArticleFolder(tmp_path, ARTICLE)
    folder.add(request(), ANSWER)
    (path,) = folder.path.glob("extract-*.json")
    assert "might close in May" not in path.read_text("utf-8")
    (found,) = ArticleFolder(tmp_path, ARTICLE).interactions.values()
    assert found.messages(TEXT) == request().messages


@given(
    st.lists(
        st.sampled_from(["The bridge might close in May", ", the mayor of Marrow said", TEXT, " x ", "\n", "old harbour", "\u00ad"]),
        max_size=12,
    )
)
def test_taking_the_article_out_of_a_text_is_exact_both_ways(pieces: list[str]) -> None:
    """Whatever the text is: pieces expand to it again."""
    text = "".join(pieces)
    assert expand(Elider(TEXT).pieces(text), TEXT) == text


@given(st.text(max_size=300), st.text(max_size=300))
def test_taking_any_article_out_of_any_text_is_exact_both_ways(article: str, text: str) -> None:
    """Invisible characters and odd white space included."""
    assert expand(Elider(article).pieces(text + article), article) == text + article


MISSES = {
    "model": ({"model": "other"}, "model ('m' recorded, 'other' asked)"),
    "parameter": ({"temperature": 0.5}, "parameters.temperature (None recorded, 0.5 asked)"),
    "message": ({"content": "another question"}, "messages[1] (user) from line 1 on"),
    "schema name": ({"name": "brief"}, "schema_name"),
}


@pytest.mark.parametrize("name", MISSES)
def test_a_miss_names_the_nearest_recording_and_the_field_that_differs(tmp_path: Path, name: str) -> None:
    """Exit code 4, with both values."""
    changes, told = MISSES[name]
    ArticleFolder(tmp_path, ARTICLE).add(request(), ANSWER)
    with pytest.raises(CassetteMiss) as caught:
        Player(ArticleFolder(tmp_path, ARTICLE), ARTICLE).complete(request(**changes))
    assert told in caught.value.what
    assert request().identity[:12] in caught.value.what


def test_of_a_long_line_the_part_that_differs_is_told(tmp_path: Path) -> None:
    """The lines of a prompt are long."""
    line = "list every claim of the article, " * 10
    ArticleFolder(tmp_path, ARTICLE).add(request(f"{line}one a line, {line}"), ANSWER)
    with pytest.raises(CassetteMiss, match=r"“….*one a line, .*…” recorded, “….*two a line, .*…” asked"):
        Player(ArticleFolder(tmp_path, ARTICLE), ARTICLE).complete(request(f"{line}two a line, {line}"))


def test_a_recording_that_nothing_used_is_named(tmp_path: Path) -> None:
    """A stale file must not lie there unnoticed."""
    folder = ArticleFolder(tmp_path, ARTICLE)
    folder.add(request(), ANSWER)
    folder.add(request("stale"), ANSWER)
    player = Player(folder, ARTICLE)
    player.complete(request())
    assert player.unused() == (request("stale").identity,)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: "{}",
        lambda text: text.replace('"version": "1"', '"version": "9"'),
        lambda text: text.replace("claims", "claimz"),
        lambda text: text.replace('"identity"', '"api_key": "x", "identity"'),
    ],
    ids=["empty", "cut", "no fields", "another version", "edited by hand", "a foreign key"],
)
def test_a_recording_that_cannot_be_read_is_an_error_never_empty(tmp_path: Path, damage: object) -> None:
    """It names the file."""
    folder = ArticleFolder(tmp_path, ARTICLE)
    folder.add(request(), ANSWER)
    (path,) = folder.path.glob("extract-*.json")
    path.write_text(damage(path.read_text("utf-8")), "utf-8")  # type: ignore[operator]
    with pytest.raises(CassetteError, match=path.name):
        ArticleFolder(tmp_path, ARTICLE)


def test_another_articles_recording_is_refused(tmp_path: Path) -> None:
    """Its offsets are into another text."""
    folder = ArticleFolder(tmp_path, ARTICLE)
    folder.add(request(), ANSWER)
    other = from_text(TEXT + " More.")
    target = ArticleFolder(tmp_path, other).path
    folder.path.rename(target)
    with pytest.raises(CassetteError, match="another article"):
        ArticleFolder(tmp_path, other)


SECRET = "sk-proj-" + "a1B2c3D4e5F6g7H8"
PLACES = {
    "a message": (request(f"key {SECRET}"), ANSWER),
    "the model's name": (request(model=SECRET), ANSWER),
    "a parameter": (request(max_tokens_name=SECRET), ANSWER),
    "the answer": (request(), ANSWER.model_copy(update={"text": f"Authorization: Bearer {SECRET}"})),
    "the answering model": (request(), ANSWER.model_copy(update={"model": "org-" + "a1" * 10})),
    "a failure": (
        request(),
        Response(outcome="error", failure=Failure(kind="server", message="set-cookie: session=0123456789"), origin="recorded"),
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_planted_secret_stops_the_recording_wherever_it_is(tmp_path: Path, place: str) -> None:
    """Nothing is written, and the message names the field and not the value."""
    asked, response = PLACES[place]
    folder = ArticleFolder(tmp_path, ARTICLE)
    with pytest.raises(CassetteError) as caught:
        folder.add(asked, response)
    assert SECRET not in str(caught.value)
    assert not folder.path.exists() or not list(folder.path.iterdir())


def test_a_schema_with_a_secret_for_a_name_is_caught_too(tmp_path: Path) -> None:
    """Names of fields are looked at like values."""
    asked = request().model_copy(update={"answer_schema": {SECRET: 1}})
    with pytest.raises(CassetteError):
        ArticleFolder(tmp_path, ARTICLE).add(asked, ANSWER)


def test_an_article_of_another_name_finds_its_folder(tmp_path: Path) -> None:
    """The text's digest decides, not the file's name; and the article's own folder may be named as well."""
    ArticleFolder(tmp_path, ARTICLE).add(request(), ANSWER)
    renamed: Article = from_text(TEXT, "renamed.txt")
    assert ArticleFolder(tmp_path, renamed).interactions
    assert ArticleFolder(ArticleFolder(tmp_path, renamed).path, renamed).interactions


def test_a_recording_is_sorted_json_that_a_person_can_read(tmp_path: Path) -> None:
    """Keys in order, one line for each line of the prompt, no escapes for ordinary letters."""
    folder = ArticleFolder(tmp_path, ARTICLE)
    folder.add(request("Größe\nzwei"), ANSWER)
    (path,) = folder.path.glob("*.json")
    text = path.read_text("utf-8")
    value = json.loads(text)
    assert list(value) == sorted(value)
    assert '"Größe\\n",\n' in text


@pytest.mark.parametrize(("origin", "read"), [("authored", True), ("recorded", False)])
def test_an_answer_that_somebody_wrote_needs_no_digest(tmp_path: Path, origin: str, read: bool) -> None:
    """It says that it is authored; a recorded one without a digest may have been changed, and is refused."""
    ArticleFolder(tmp_path, ARTICLE).add(request(), ANSWER)
    (path,) = tmp_path.glob("*/extract-*.json")
    value = json.loads(path.read_text("utf-8"))
    del value["digest"]
    value["responses"][0] |= {"text": '{"claims": [1]}', "origin": origin}
    path.write_text(json.dumps(value), "utf-8")
    if not read:
        with pytest.raises(CassetteError, match="changed after it was recorded"):
            ArticleFolder(tmp_path, ARTICLE)
        return
    told = Player(ArticleFolder(tmp_path, ARTICLE), ARTICLE).complete(request())
    assert (told.text, told.origin) == ('{"claims": [1]}', "authored")


def test_another_question_is_not_told_word_by_word(tmp_path: Path) -> None:
    """All of its prompt differs, and none of that is why."""
    ArticleFolder(tmp_path, ARTICLE).add(request(), ANSWER)
    with pytest.raises(CassetteMiss) as caught:
        Player(ArticleFolder(tmp_path, ARTICLE), ARTICLE).complete(request("summarize", name="brief"))
    assert caught.value.differences == ("schema_name ('extract' recorded, 'brief' asked)",)
