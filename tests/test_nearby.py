"""What a reading has near a place is all that matters there."""

from __future__ import annotations

import pytest

from factcards.engines.local.reader import LocalReader
from factcards.hedges import hedges_in, main_clause, own_attitude, polarity
from factcards.nearby import Nearby
from factcards.read import from_text, read_file
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("each_text_read_once")

SEEDS = sorted(path for path in (ROOT / "seeds").iterdir() if path.is_file())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_the_part_around_a_claim_tells_of_it_what_the_whole_does(path):
    """Its main clause, its hedges, its polarity and the attitude in it, for every attribution of an article."""
    reading = LocalReader().read([read_file(path).article])[0]
    nearby = Nearby(reading)
    for found in reading.attributions:
        around = nearby.around(found.evidence)
        clause = main_clause(reading, found.content)
        assert main_clause(around, found.content) == clause
        assert hedges_in(around, found.content, found.cue, found.evidence) == hedges_in(reading, found.content, found.cue, found.evidence)
        assert polarity(found.cue, around, clause) == polarity(found.cue, reading, clause)
        assert own_attitude(around, found.speaker, found.content) == own_attitude(reading, found.speaker, found.content)
        assert found in around.attributions


def test_the_part_around_a_claim_is_small():
    """An article a hundred times as long has no more around a claim."""
    reader = LocalReader()
    text = "Ada Quill said that the bridge may fall.\n\n"
    short, long = (reader.read([from_text(text * times)])[0] for times in (1, 100))
    around = Nearby(long).around(long.attributions[50].evidence)
    assert [len(around.attributions), len(around.hedges), len(around.clauses)] == [
        len(short.attributions),
        len(short.hedges),
        len(short.clauses),
    ]
