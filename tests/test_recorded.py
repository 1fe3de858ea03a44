"""What two real models answered, replayed with the network cut: one capable, one of 135 million parameters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcards import EngineChoice, ModelOutputError, choose, read_file
from factcards.cards import Deck
from factcards.engines.llm.cassette import ArticleFolder
from factcards.pipeline import make_with
from tests.conftest import ROOT, SEED

CASSETTES = ROOT / "cassettes"
SMALL = ROOT / "tests" / "cassettes" / "smollm2"


@pytest.fixture(scope="module")
def deck() -> Deck:
    """The seed, from the recorded answers of a capable model."""
    return make_with(read_file(SEED).article, choose(EngineChoice(replay=CASSETTES))).deck


def test_the_capable_models_cards_carry_the_acceptance_list(deck: Deck) -> None:
    """Speaker, cue and certainty of each attribution, computed by code."""
    got = {(card.speaker.name, card.cue.quote, card.certainty) for card in deck.cards if card.speaker and card.cue}
    assert got >= {
        ("Michael Binyon", "suggests", "probable"),
        ("Michael Binyon", "According to", "certain"),
        ("Michael Binyon", "emphasized", "possible"),
        ("Michael Binyon", "stating", "possible"),
        ("Michael Binyon", "suggesting", "possible"),
        ("Michael Binyon", "reflected on", "certain"),
        ("Xi Jinping", "emphasized", "certain"),
        ("Antony Blinken", "urged", "unstated"),
    }
    assert deck.rejected == ()
    assert {chunk.origin for chunk in deck.provenance.chunks} == {"recorded"}


def test_each_sentence_of_its_summary_stands_with_its_cards(deck: Deck) -> None:
    """Written by the model, checked by code; nothing had to be replaced."""
    assert len(deck.brief.summary) >= 4
    assert "summary_replaced" not in {item.code for item in deck.brief.withheld}


def test_the_small_models_ungrounded_answer_makes_no_card() -> None:
    """It answered with the prompt's own example: the article does not hold a word of it."""
    (found,) = ArticleFolder(SMALL, read_file(SEED).article).interactions.values()
    assert "Ilse Brandt" in found.responses[0].text
    with pytest.raises(ModelOutputError, match="do not stand in the article"):
        make_with(read_file(SEED).article, choose(EngineChoice(replay=SMALL)))


def test_a_replay_loads_neither_openai_nor_the_parser_and_opens_no_socket() -> None:
    """As a whole process, with a key in the environment."""
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise SystemExit('a socket was opened')\n"
        "socket.socket.connect = refuse\n"
        "from factcards.__main__ import run\n"
        "sys.argv = ['factcards', 'make', sys.argv[1], '--replay', sys.argv[2], '-q']\n"
        "try:\n    run()\nfinally:\n"
        "    loaded = {'openai', 'httpx2', 'spacy', 'tiktoken', 'genai_prices', 'trafilatura'} & sys.modules.keys()\n"
        "    assert not loaded, loaded\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SEED), str(CASSETTES)],
        capture_output=True,
        check=False,
        env={**os.environ, "OPENAI_API_KEY": "sk-planted"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"# Putin Teeters")


@pytest.mark.parametrize("root", [CASSETTES, SMALL])
def test_no_recording_names_a_machine_or_holds_the_article(root: Path) -> None:
    """No path, no host, no sentence of the article in a request."""
    paths = list(root.rglob("*.json"))
    assert paths
    for path in paths:
        text = path.read_text("utf-8")
        assert str(ROOT) not in text
        assert "127.0.0.1" not in text
    interactions = ArticleFolder(root, read_file(SEED).article).interactions.values()
    assert interactions
    for found in interactions:
        sent = "".join(piece for message in found.request.messages for piece in message.content if isinstance(piece, str))
        assert "poised to assert pressure on Russia" not in sent
