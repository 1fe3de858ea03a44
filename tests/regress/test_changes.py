"""Each seeded change is found with its class, its severity and its exit code; what is no change is none."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from factcards.cli import main
from factcards.templates import Templates
from tests.regress.conftest import CLAIMS, Suite

pytestmark = pytest.mark.usefixtures("each_text_read_once")

Do = Callable[[Suite], None]


def claims(change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> Do:
    """Another list of claims in the recorded answer."""
    return lambda suite: suite.edit_answer("extract-*.json", lambda value: {"claims": change(value["claims"])})


def claim(at: int, **fields: Any) -> Do:
    """One claim with other fields."""
    return claims(lambda all_claims: [{**one, **fields} if number == at else one for number, one in enumerate(all_claims)])


def brief(change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> Do:
    """Another summary in the recorded answer."""
    return lambda suite: suite.edit_answer("brief-*.json", lambda value: {"sentences": change(value["sentences"])})


def article(old: str, new: str) -> Do:
    """Other words in the article."""
    return lambda suite: suite.edit_article(old, new)


def config(text: str) -> Do:
    """More in the suite's file."""
    return lambda suite: suite.configure(text)


def deck(change: Callable[[dict[str, Any]], Any]) -> Do:
    """Another accepted deck."""
    return lambda suite: suite.edit_deck(change)


def replaced(pattern: str, change: Callable[[str], str]) -> Do:
    """Other bytes in a file under cassettes/."""

    def do(suite: Suite) -> None:
        path = suite.file(pattern)
        path.write_text(change(path.read_text("utf-8")), "utf-8")

    return do


def template(change: Callable[[str], str]) -> Do:
    """An override of the extraction prompt."""

    def do(suite: Suite) -> None:
        for path in Templates().export(suite.root / "prompts"):
            if path.name.startswith("extract"):
                path.write_text(change(path.read_text("utf-8")), "utf-8")
        suite.configure('prompts = "prompts"\n')

    return do


def recorded(pattern: str, **fields: Any) -> Do:
    """A recording of another request: what the file would be, had the program been another one then."""

    def do(suite: Suite) -> None:
        from factcards.engines.llm.cassette import Interaction

        path = suite.file(pattern)
        found = Interaction.model_validate_json(path.read_bytes())
        suite.write(path, found.model_copy(update={"request": found.request.model_copy(update=fields)}))

    return do


def outcome(name: str, text: str = "") -> Do:
    """The model answered with something else than an answer."""

    def do(suite: Suite) -> None:
        from factcards.engines.llm.cassette import Interaction

        path = suite.file("extract-*.json")
        found = Interaction.model_validate_json(path.read_bytes())
        take = found.responses[0].model_copy(update={"outcome": name, "text": text})
        suite.write(path, found.model_copy(update={"responses": (take,)}))

    return do


def both(first: Do, second: Do) -> Do:
    """One after the other."""

    def do(suite: Suite) -> None:
        first(suite)
        second(suite)

    return do


def unlink(pattern: str) -> Do:
    """A file under cassettes/ is gone."""
    return lambda suite: suite.file(pattern).unlink()


def undigested(suite: Suite) -> None:
    """Readings whose digest was taken out."""
    path = suite.file("readings.json")
    value = json.loads(path.read_text("utf-8"))
    del value["digest"]
    path.write_text(json.dumps(value), "utf-8")


def unused(suite: Suite) -> None:
    """A recording that nothing asks for."""
    from factcards.engines.llm.cassette import Interaction
    from factcards.engines.llm.model import Parameters

    path = suite.file("extract-*.json")
    found = Interaction.model_validate_json(path.read_bytes())
    other = found.request.model_copy(update={"parameters": Parameters(max_tokens=7)})
    suite.write(path.with_name("extract-0000000000000000.json"), found.model_copy(update={"request": other}))


def reword(value: dict[str, Any]) -> None:
    """The accepted deck's first claim in other words."""
    value["cards"][0]["claim"] += " So it is."


def set_card(at: int, **fields: Any) -> Callable[[dict[str, Any]], None]:
    """Other fields of one accepted card."""
    return lambda value: value["cards"][at].update(fields)


def set_speaker(at: int, **fields: Any) -> Callable[[dict[str, Any]], None]:
    """Other fields of an accepted card's speaker."""
    return lambda value: value["cards"][at]["speaker"].update(fields)


# what is done: engine, how, classes found, exit code
TABLE: dict[str, tuple[str, Do, set[str], int]] = {
    # the recorded answer says something else
    "nothing": ("model", lambda _suite: None, set(), 0),
    "a modal dropped": ("model", claim(0, claim="Ada Quill said the old bridge will close in May."), {"surer"}, 1),
    "a tentative cue hardened": ("model", claim(4, claim="Bo Tull said that the bridge will stand for ten more years."), {"surer"}, 1),
    "an approximation dropped": ("model", claim(2, claim="According to Bo Tull, 300 cracks were found in 2023."), {"hedge_dropped"}, 1),
    "a speaker swapped": ("model", claim(0, speaker="Bo Tull", claim="Bo Tull said the old bridge might close in May."), {"speaker_changed"}, 1),
    "a speaker made up": ("model", claim(4, speaker="Zed Quux", claim="Zed Quux suggested that the bridge could stand for ten more years."), {"speaker_changed"}, 1),
    "a speaker dropped": ("model", claim(0, speaker=None, cue=None, claim="The old bridge might close in May."), {"newly_flagged"}, 1),
    "the claim names another speaker": ("model", claim(0, claim="Bo Tull said the old bridge might close in May."), {"speaker_changed"}, 1),
    "a word changed in a quotation": ("model", claim(1, quote="We need 40 billion dollars [...] Nobody has offered us a cent."), {"removed", "newly_rejected"}, 1),
    "a not put in a quotation": ("model", claim(5, quote="The council has not ever met since March."), {"removed", "newly_rejected"}, 1),
    "a quotation altered in the claim": ("model", claim(1, claim="Ada Quill said: “We need 40 million euros [...] Nobody has offered us a cent.”"), {"figure_changed", "quote_changed"}, 1),
    "a quotation cut short": ("model", claim(0, quote="the old bridge might close"), {"quote_changed"}, 1),
    "a quotation of other words": ("model", claim(4, quote="the bridge could stand"), {"quote_changed"}, 1),
    "a year changed": ("model", claim(2, claim="According to Bo Tull, about 300 cracks were found in 2024."), {"figure_changed"}, 1),
    "a number changed": ("model", claim(2, claim="According to Bo Tull, about 3,000 cracks were found in 2023."), {"figure_changed"}, 1),
    "an amount changed": ("model", claim(1, claim="Ada Quill said that 14 million dollars are needed and that nobody has offered a cent."), {"figure_changed"}, 1),
    "a negation lost": ("model", claim(5, claim="The council has met since March."), {"polarity_flipped"}, 1),
    "a denial turned": ("model", claim(3, claim="Keld Lines said that it had been asked for money."), {"polarity_flipped"}, 1),
    "a negation put in": ("model", claim(2, claim="According to Bo Tull, about 300 cracks were not found in 2023."), {"polarity_flipped"}, 1),
    "a claim in other words": ("model", claim(5, claim="The council, it is said here, has not met since March."), {"reworded"}, 4),
    "white space in a claim": ("model", claim(0, claim="Ada  Quill said the old\nbridge might close in May."), set(), 0),
    "a wrong sentence number": ("model", claim(0, sentences=[7]), set(), 0),
    "no sentence number": ("model", claim(0, sentences=[]), set(), 0),
    "a number that no sentence has": ("model", claim(0, sentences=[99]), {"newly_flagged"}, 1),
    "a claim twice": ("model", claims(lambda c: [*c, c[0]]), set(), 0),
    "claims in another order": ("model", claims(lambda c: c[::-1]), set(), 0),
    "a claim of the headline": ("model", claims(lambda c: [*c, {**c[5], "claim": "Harbour bridge may close in May.", "quote": "Harbour bridge may close in May", "sentences": [1]}]), {"added"}, 1),
    "the answer refused": ("model", outcome("refusal", "No."), set(), 5),
    "the answer filtered": ("model", outcome("filter"), set(), 5),
    "the answer empty": ("model", claims(lambda c: []), set(), 5),
    # the recorded summary says something else
    "a sentence left out": ("model", brief(lambda s: s[:2]), {"sentence_removed"}, 1),
    "a sentence reworded": ("model", brief(lambda s: [{**s[0], "text": "Ada Quill said that the bridge might close in May."}, *s[1:]]), {"sentence_reworded"}, 0),
    "a sentence put in": ("model", brief(lambda s: [*s, {"text": "Bo Tull suggested that the bridge could stand for ten more years.", "cards": [5]}]), {"sentence_added"}, 1),
    "another citation": ("model", brief(lambda s: [s[0], s[1], {**s[2], "cards": [4, 3]}]), set(), 4),
    "a sentence twice": ("model", brief(lambda s: [*s, s[0]]), set(), 0),
    "an upgraded sentence asks for a repair": ("model", brief(lambda s: [{**s[0], "text": "Ada Quill said the bridge will close."}, *s[1:]]), set(), 4),
    # what is asked changed: stale
    "prompt text changed": ("model", template(lambda t: t.replace("You list the claims", "You list all claims")), set(), 4),
    "prompt comment changed": ("model", template(lambda t: t.replace("---\nname", "---\n# a comment\nname", 1)), set(), 0),
    "prompt purpose changed": ("model", template(lambda t: t.replace("purpose: asks", "purpose: kindly asks", 1)), set(), 0),
    "a schema field added": ("model", recorded("extract-*.json", answer_schema={"type": "object", "properties": {"x": {"type": "string"}}}), set(), 4),
    "model renamed": ("model", lambda suite: suite.root.joinpath("factcards.toml").write_text('articles = ["articles/*.txt"]\nengine = "openai"\nmodels = ["n"]\n'), set(), 4),
    "temperature changed": ("model", config("temperature = 0.5\n"), set(), 4),
    "limit changed": ("model", config("max_tokens = 5\n"), set(), 4),
    "limit's name changed": ("model", config('max_tokens_name = "max_tokens"\n'), set(), 4),
    "smaller chunks": ("model", config("chunk_tokens = 60\n"), set(), 4),
    "the model's article corrected": ("model", article("300 cracks", "400 cracks"), set(), 4),
    # the files are damaged
    "cassette truncated": ("model", replaced("extract-*.json", lambda t: t[: len(t) // 2]), set(), 4),
    "cassette emptied": ("model", replaced("extract-*.json", lambda t: ""), set(), 4),
    "cassette deleted": ("model", unlink("extract-*.json"), set(), 4),
    "summary's cassette deleted": ("model", unlink("brief-*.json"), set(), 4),
    "cassette with a foreign key": ("model", replaced("extract-*.json", lambda t: t.replace('"identity"', '"x": 1, "identity"', 1)), set(), 4),
    "cassette edited by hand": ("model", replaced("extract-*.json", lambda t: t.replace("might close", "will close")), set(), 4),
    "a recording that nothing uses": ("model", unused, set(), 0),
    "local readings damaged": ("local", replaced("readings.json", lambda t: t[:100]), set(), 4),
    "readings damaged": ("model", replaced("readings.json", lambda t: t[:100]), set(), 4),
    "readings deleted": ("model", unlink("readings.json"), set(), 0),
    "accepted deck deleted": ("model", unlink("deck.json"), set(), 4),
    "accepted deck truncated": ("model", replaced("deck.json", lambda t: t[:500]), set(), 4),
    "accepted deck edited by hand": ("model", replaced("deck.json", lambda t: t.replace('"possible"', '"certain"')), set(), 4),
    "accepted deck edited by hand, read locally": ("local", replaced("deck.json", lambda t: t.replace('"possible"', '"certain"')), set(), 4),
    "accepted deck in another layout": ("model", replaced("deck.json", lambda t: json.dumps(json.loads(t), indent=3).replace("\n", "\r\n")), set(), 0),
    "accepted deck without its digest": ("model", unlink("deck.digest"), set(), 4),
    "its digest damaged": ("model", replaced("deck.digest", lambda t: t[:9]), set(), 4),
    "readings edited by hand": ("local", replaced("readings.json", lambda t: t.replace("might", "would")), set(), 4),
    "readings without their digest": ("local", undigested, set(), 4),
    "accepted deck reworded": ("model", deck(reword), {"reworded"}, 0),
    "accepted certainty edited": ("model", deck(set_card(0, certainty="probable")), {"less_sure"}, 1),
    "accepted certainty lowered": ("model", deck(set_card(0, certainty="unstated")), {"surer"}, 1),
    "accepted polarity edited": ("model", deck(set_card(0, polarity="negated")), {"polarity_flipped"}, 1),
    "accepted mode edited": ("model", deck(set_card(0, mode="mixed")), {"mode_changed"}, 1),
    "accepted speaker edited": ("model", deck(set_speaker(0, name="Zed Quux")), {"speaker_changed"}, 1),
    "accepted resolution edited": ("model", deck(set_speaker(0, resolved_by="carried")), {"resolution_changed"}, 1),
    "accepted cue edited": ("model", deck(lambda d: d["cards"][0]["cue"].update(strength="committed")), {"cue_changed"}, 1),
    "accepted hedge taken out": ("model", deck(set_card(0, hedges=[])), {"hedge_added"}, 1),
    "accepted title edited": ("model", deck(lambda d: d["brief"].update(title="Other")), {"title_changed"}, 0),
    "accepted price and version edited": ("model", deck(lambda d: d["provenance"].update(cost_usd=1.5, factcards_version="0.0.1")), set(), 0),
    "accepted rejection left out": ("model", deck(lambda d: d.update(rejected=[])), set(), 0),
    # the article changed, read by the local engine
    "a paragraph put in above": ("local", article("Mayor Ada", "It rained all night in the old harbour.\n\nMayor Ada"), {"moved", "added"}, 1),
    "a head put in above": ("local", article("Mayor Ada", "Weather\n\nMayor Ada"), {"moved"}, 0),
    "white space at the end": ("local", article("since March.\n", "since March.\n\n\n"), set(), 0),
    "a figure corrected": ("local", article("300 cracks", "400 cracks"), {"figure_changed"}, 1),
    "a hedge taken out of the article": ("local", article("might close", "will close"), {"surer", "hedge_dropped", "quote_changed", "moved", "sentence_reworded"}, 1),
    "a hedge put in the article": ("local", article("We need 40", "We may need 40"), {"less_sure", "hedge_added", "quote_changed", "moved", "sentence_reworded"}, 1),
    "a paragraph taken out": ("local", article("The company Keld Lines denied that it had been asked for money.\n\n", ""), {"removed", "moved", "sentence_removed", "sentence_added"}, 1),
    "a negation taken out of the article": ("local", article("has not met", "has met"), {"polarity_flipped", "quote_changed"}, 1),
    "a speaker corrected": ("local", article("Mayor Ada Quill", "Mayor Eva Stone"), {"speaker_changed", "sentence_reworded"}, 1),
    "a cue hardened": ("local", article("Quill said", "Quill insisted"), {"cue_changed", "moved", "sentence_reworded"}, 1),
    "an article emptied": ("local", lambda suite: suite.article().write_text(""), set(), 3),
    "an article of another kind": ("local", lambda suite: suite.article().write_bytes(bytes(range(256)) * 20), set(), 3),
    "a new article": ("local", lambda suite: suite.article("new.txt").write_text("Mayor Ada Quill said that it might rain in Marrow on Friday.\n"), set(), 4),
    # what the suite asks for
    "an expected speaker is there": ("model", config('[[expect]]\nspeaker = "Ada Quill"\nquote = "might close"\nmax_rejected = 0\n'), set(), 0),
    "an expected speaker is missing": ("model", config('[[expect]]\nspeaker = "Zed Quux"\n'), set(), 1),
    "an expected quotation is missing": ("model", config('[[expect]]\nquote = "will close"\n'), set(), 1),
    "expected of another article": ("model", config('[[expect]]\narticle = "other*"\nspeaker = "Zed Quux"\n'), set(), 7),
    "an expected quotation of another speaker": ("model", config('[[expect]]\nspeaker = "Bo Tull"\nquote = "might close in May"\n'), set(), 1),
    "a model that no engine asks": ("model", lambda suite: suite.root.joinpath("factcards.toml").write_text('models = ["m"]\n'), set(), 7),
    "a floor is missed": ("model", both(config("[floors]\ngrounded_share = 1.0\n"), claims(lambda c: [*c, {**c[0], "quote": "PWNED"}])), {"newly_rejected"}, 1),
    "a severity lowered": ("model", both(config('[severities]\nsentence_removed = "cosmetic"\n'), brief(lambda s: s[:2])), {"sentence_removed"}, 0),
    "a severity lowered under a former name": ("model", both(config('[severities]\nhedge_lost = "cosmetic"\n'), claim(2, claim="According to Bo Tull, 300 cracks were found in 2023.")), {"hedge_dropped"}, 4),
    "a severity raised": ("model", both(config('[severities]\nreworded = "breaking"\n'), deck(reword)), {"reworded"}, 1),
    "only breaking changes fail": ("model", both(config('fail_on = ["breaking"]\n'), brief(lambda s: s[:2])), {"sentence_removed"}, 0),
    "an unknown key": ("model", config("modles = []\n"), set(), 7),
    "a wrong value": ("model", config('fail_on = ["awful"]\n'), set(), 7),
    "not TOML": ("model", config("[[["), set(), 7),
}  # fmt: skip


@pytest.mark.parametrize(("suite", "name"), [(row[0], name) for name, row in TABLE.items()], indirect=["suite"], ids=list(TABLE))
def test_each_change_is_found(suite: Suite, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Classes and exit code; every class with the severity that the table of severities gives it."""
    from factcards.regress.changes import SEVERITIES

    _, do, kinds, code = TABLE[name]
    do(suite)
    got, report = suite.run()
    shown = capfd.readouterr()
    assert got == code, json.dumps(report, indent=1)[:3000] + shown.err
    assert "Traceback" not in shown.err
    changes = [change for case in report.get("cases", []) for change in case["changes"]]
    assert {change["kind"] for change in changes} == kinds, [(c["kind"], c["message"]) for c in changes]
    if "severities" not in (suite.root / "factcards.toml").read_text("utf-8"):
        assert all(change["severity"] == SEVERITIES[change["kind"]] for change in changes)


def test_the_table_is_long_enough() -> None:
    """At least 60 seeded changes."""
    assert len(TABLE) >= 60


@pytest.mark.parametrize("at", range(len(CLAIMS)))
def test_a_claim_left_out_is_removed_whichever_it_is(suite: Suite, at: int) -> None:
    """The card is missed though the summary, which was written from all cards, has no recording any more."""
    claims(lambda _all: CLAIMS[:at] + CLAIMS[at + 1 :])(suite)
    code, report = suite.run()
    (case,) = report["cases"]
    assert code == 1
    assert [change["kind"] for change in case["changes"]] == ["removed"]
    assert case["changes"][0]["old"]["claim"].split()[0] == CLAIMS[at]["claim"].split()[0]
    assert case["stale"] is not None


def test_a_deck_accepted_under_former_codes_is_no_change(suite: Suite) -> None:
    """Its findings have the codes of now when it is read, also where one code became two."""
    formerly = {
        "approximation_dropped": "approximation_lost",
        "figure_elsewhere": "figure_absent",
        "hedge_strengthened": "surer",
        "negation_dropped": "negation_changed",
        "quote_absent": "quote_altered",
    }
    told = {
        0: "Ada Quill said the old bridge will close in 2023.",
        1: "Ada Quill said: “We need 40 million euros [...] Nobody has offered us a cent.”",
        2: "According to Bo Tull, 300 cracks were found in 2023.",
        3: "Keld Lines said that it had been asked for money.",
        4: "Bo Tull suggested that the bridge could stand for ten more years, “rust or no rust”.",
    }
    claims(lambda all_claims: [{**one, "claim": told.get(at, one["claim"])} for at, one in enumerate(all_claims)])(suite)
    assert main(["accept", "--suite", str(suite.root / "factcards.toml")]) == 0
    found: set[str] = set()

    def rename(value: dict[str, Any]) -> None:
        flagged = [*(item for card in value["cards"] for item in card["findings"]), *value["brief"]["withheld"]]
        found.update(item["code"] for item in flagged)
        for item in flagged:
            item["code"] = formerly.get(item["code"], item["code"])

    suite.edit_deck(rename)
    assert found >= {*formerly, "figure_absent"}
    _, report = suite.run()
    (case,) = report["cases"]
    assert (case["cards"], case["changes"]) == (6, [])
