"""What kind of word a word is: company in the cluster tree, WordNet's classes, and what neither lexicon has."""

from __future__ import annotations

from importlib.resources import files

import pytest

from factcards.engines.local.parsing.name_classes import name_class
from factcards.engines.local.parsing.packed import NAME_CLASSES, STATISTICS, WORD_CLASSES
from factcards.engines.local.parsing.sheet import Sheet
from factcards.engines.local.parsing.word_classes import UNKNOWN, cluster, sense, senses


def _word(form: str, pos: str, lemma: str | None = None) -> Sheet:
    return Sheet(form, low=[form.lower()], lemma=[lemma or form.lower()], pos=[pos])


def test_verbs_of_speech_stand_together_in_the_tree() -> None:
    """A cue that no training article has is told by its company."""
    assert cluster(_word("stressed", "VERB"), 0).near == cluster(_word("warned", "VERB"), 0).near
    assert cluster(_word("stressed", "VERB"), 0).near != cluster(_word("bridge", "NOUN"), 0).near


@pytest.mark.parametrize(
    ("lemma", "pos", "first"), [("warn", "VERB", "32"), ("minister", "NOUN", "18"), ("committee", "NOUN", "14"), ("qwzx", "NOUN", UNKNOWN)]
)
def test_a_lemma_has_wordnets_commonest_class(lemma: str, pos: str, first: str) -> None:
    """Communication, person, group; a word that WordNet does not have is unknown."""
    word = _word(lemma, pos)
    assert sense(word, 0) == first
    assert first in senses(word, 0)


def test_a_name_is_known_by_its_part_of_speech_alone() -> None:
    """No name has a cluster of its own, however common."""
    assert cluster(_word("london", "PROPN"), 0).exact == "PROPN"
    assert cluster(_word("qwzx", "NOUN"), 0).exact == UNKNOWN


def test_a_word_in_a_name_is_known_by_where_such_words_stand() -> None:
    """Surnames stand together, apart from firms; what is written small more often is an ordinary word; nothing is known of a rare one."""
    smith, jenkins, tesco, watch, rare = map(name_class, ("Smith", "Jenkins", "Tesco", "Watch", "Qwzx"))
    assert smith.branch[:5] == jenkins.branch[:5] != tesco.branch[:5]
    assert watch.small > 0 > smith.small
    assert (rare.branch, rare.small, rare.rare) == (UNKNOWN, 0.0, 1.0)
    assert smith.rare < jenkins.rare < rare.rare


def test_the_data_files_are_small() -> None:
    """All that the reader has learned, and its lexicons, stay under 5 MB; the lexicons' notices are with them."""
    local = files("factcards.engines.local")
    data = (STATISTICS, WORD_CLASSES, NAME_CLASSES)
    assert sum(len(local.joinpath(name).read_bytes()) for name in data) < 5_000_000
    notice = local.joinpath("parsing").joinpath("NOTICE.md").read_text(encoding="utf-8")
    assert "WordNet 3.0 Copyright 2006 by Princeton University" in notice
    assert "ExplosionAI" in notice
