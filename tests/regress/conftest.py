"""Two suites, recorded once: one read by the local engine, one by a model behind a loopback server."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcards.cli import main
from factcards.engines.llm.cassette import Interaction
from factcards.read import read_file
from factcards.regress.seal import write_sealed
from tests.conftest import ROOT
from tests.support.server import ModelServer, answer

TEXT = """Harbour bridge may close in May

Mayor Ada Quill said the old bridge might close in May.

"We need 40 million dollars," she said. "Nobody has offered us a cent."

According to engineer Bo Tull, about 300 cracks were found in 2023.

The company Keld Lines denied that it had been asked for money.

Tull suggested that the bridge could stand for ten more years.

The council has not met since March.
"""


def claim(words: str, speaker: str | None, cue: str | None, quote: str, *sentences: int) -> dict[str, Any]:
    """A model's claim."""
    return {"claim": words, "speaker": speaker, "cue": cue, "quote": quote, "sentences": list(sentences)}


CLAIMS = [
    claim("Ada Quill said the old bridge might close in May.", "Ada Quill", "said", "the old bridge might close in May", 2),
    claim(
        "Ada Quill said: “We need 40 million dollars [...] Nobody has offered us a cent.”",
        "Ada Quill",
        "said",
        "We need 40 million dollars [...] Nobody has offered us a cent.",
        3,
        4,
    ),
    claim(
        "According to Bo Tull, about 300 cracks were found in 2023.", "Bo Tull", "According to", "about 300 cracks were found in 2023", 5
    ),
    claim("Keld Lines denied that it had been asked for money.", "Keld Lines", "denied", "it had been asked for money", 6),
    claim(
        "Bo Tull suggested that the bridge could stand for ten more years.",
        "Bo Tull",
        "suggested",
        "the bridge could stand for ten more years",
        7,
    ),
    claim("The council has not met since March.", None, None, "The council has not met since March.", 8),
]
SENTENCES = [
    {"text": "Ada Quill said the old bridge might close in May.", "cards": [1]},
    {"text": "According to Bo Tull, about 300 cracks were found in 2023.", "cards": [3]},
    {"text": "Keld Lines denied that it had been asked for money.", "cards": [4]},
]


class Suite:
    """A suite in a folder of its own, with what the tests do to it."""

    def __init__(self, root: Path) -> None:
        """Keep the folder."""
        self.root = root

    def run(self, *arguments: str) -> tuple[int, dict[str, Any]]:
        """`factcards check`: its exit code and its report."""
        report = self.root / "report.json"
        code = main(["check", "--suite", str(self.root / "factcards.toml"), "--report", f"json={report}", *arguments])
        return code, json.loads(report.read_text("utf-8")) if report.exists() else {}

    def article(self, name: str = "bridge.txt") -> Path:
        """An article's file."""
        return self.root / "articles" / name

    def edit_article(self, old: str, new: str, name: str = "bridge.txt") -> None:
        """Change its words; they must be there."""
        text = self.article(name).read_text("utf-8")
        assert old in text
        self.article(name).write_text(text.replace(old, new, 1), "utf-8")

    def file(self, pattern: str) -> Path:
        """The one file under cassettes/ that fits."""
        (found,) = self.root.glob(f"cassettes/bridge-*/{pattern}")
        return found

    def configure(self, text: str) -> None:
        """Add to the suite's file."""
        path = self.root / "factcards.toml"
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    def edit_answer(self, pattern: str, change: Callable[[Any], Any]) -> None:
        """Another answer in the recording, labelled authored, its digest made anew."""
        path = self.file(pattern)
        found = Interaction.model_validate_json(path.read_bytes())
        take = found.responses[0]
        text = json.dumps(change(json.loads(take.text)), ensure_ascii=False)
        self.write(path, found.model_copy(update={"responses": (take.model_copy(update={"text": text, "origin": "authored"}),)}))

    def write(self, path: Path, found: Interaction) -> None:
        """An interaction with the digest and identity that belong to it."""
        text = read_file(self.article()).article.text
        honest = found.model_copy(update={"identity": found.asked(text).identity})
        whole = honest.model_copy(update={"digest": honest.true_digest()})
        path.write_text(whole.model_dump_json(indent=1), "utf-8")

    def edit_deck(self, change: Callable[[dict[str, Any]], Any]) -> None:
        """Another accepted deck, its digest made anew."""
        path = self.file("deck.json")
        deck = json.loads(path.read_text("utf-8"))
        change(deck)
        write_sealed(path, json.dumps(deck).encode())


@pytest.fixture(scope="session")
def _recorded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both suites, recorded once."""
    roots = {name: tmp_path_factory.mktemp(name) for name in ("local", "model")}
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp("home")))
        for root in roots.values():
            (root / "articles").mkdir()
            (root / "articles" / "bridge.txt").write_text(TEXT, "utf-8")
        shutil.copy(ROOT / "seeds" / "drought-poll.txt", roots["local"] / "articles")
        (roots["local"] / "factcards.toml").write_text('articles = ["articles/*.txt"]\n', "utf-8")
        (roots["model"] / "factcards.toml").write_text('articles = ["articles/*.txt"]\nengine = "openai"\nmodels = ["m"]\n', "utf-8")
        assert main(["record", "--suite", str(roots["local"] / "factcards.toml")]) == 0
        with ModelServer(answer({"claims": CLAIMS}), answer({"sentences": SENTENCES})) as server:
            assert main(["record", "--suite", str(roots["model"] / "factcards.toml"), "--base-url", server.url]) == 0
    return roots


@pytest.fixture
def suite(_recorded: dict[str, Path], tmp_path: Path, request: pytest.FixtureRequest) -> Suite:
    """A fresh copy: the model's suite, or the one that the test asks for by parameter."""
    name = getattr(request, "param", "model")
    shutil.copytree(_recorded[name], tmp_path / "suite")
    return Suite(tmp_path / "suite")
