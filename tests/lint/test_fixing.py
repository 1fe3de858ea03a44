"""Laws of `--fix`, over drift of every kind put into the sentences of the seeds by the committed generator."""

from __future__ import annotations

import importlib.util
import itertools
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcards.engines.local.reader import LocalReader
from factcards.lint.documents import open_document
from factcards.lint.findings import Edit
from factcards.lint.fixing import applied, in_whole_words
from factcards.lint.following import followed
from factcards.read import from_text, read_file
from factcards.verify_files import Sides, fix_report
from factcards.verifying import VerifySettings, index_sources, verify_document

pytestmark = pytest.mark.usefixtures("each_text_read_once")

ROOT = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location("drift", ROOT / "benchmarks" / "drift.py")
drift = importlib.util.module_from_spec(_SPEC)
sys.modules["drift"] = drift
_SPEC.loader.exec_module(drift)
FEW = ["clinic-closure.txt", "ferry-strike.md"]
ALL = sorted(path.name for path in (ROOT / "seeds").iterdir() if path.suffix in {".txt", ".md", ".html"} and path.name != "README.md")


def test_drift_of_every_kind_is_put_into_a_text_that_has_a_place_for_it():
    """The generator reads a summary whole: a kind that it never makes would never be measured."""
    text = (
        "Ada Quill said that the old ferry might sink in a winter storm. The council was not told about the 34 leaks, Bo Marsh said. "
        'A report suggests that the pier is "a danger to all who use it". The mayor will sell it.'
    )
    article = drift.english(text + " Ina Reed of the union spoke.")
    reading, side = LocalReader().read([drift.english(text), article])
    row = {"id": "pier", "summary": text, "article": article.text, "faithful": True}
    assert [found["kind"] for found in drift.drifted(row, reading, side)] == list(drift.KINDS)


def _mutants(name):
    """The article's index, and its sentences with one drift each."""
    reader = LocalReader()
    article = read_file(ROOT / "seeds" / name).article
    index = index_sources([article], reader)
    side = index.sources[0]
    texts = [side.text[s.start : s.end] for s in side.sentences if s.part == "body" and s.last - s.first > 7]
    readings = reader.read([drift.english(text) for text in texts])
    rows = [
        row
        for at, (text, reading) in enumerate(zip(texts, readings, strict=True))
        for row in drift.drifted({"id": f"{name}{at}", "summary": text, "article": article.text, "faithful": True}, reading, side.reading)
    ]
    return index, reader, rows


def _hold(summary, index, reader):
    """The report before and what --fix makes of it: nothing where no edit is announced, and no finding more than before, however often."""
    project = VerifySettings()
    document = open_document(summary, form="text")
    before = verify_document(document, index, reader, project)
    fixed = fix_report(Sides(document, index, reader), project, before)
    assert len(fixed.report.failing) <= len(before.failing), summary
    announced = {in_whole_words(summary, edit) for found in before.findings for edit in found.fix}
    assert fixed.text == summary or announced, summary
    again = fix_report(Sides(open_document(fixed.text, form="text"), index, reader), project, fixed.report)
    assert len(again.report.failing) <= len(fixed.report.failing), summary
    return before, fixed


def _laws(name):
    index, reader, rows = _mutants(name)
    assert rows
    mended = failing = 0
    for row in rows:
        before, fixed = _hold(row["summary"], index, reader)
        failing += not before.ok
        mended += not before.ok and fixed.report.ok
    assert mended >= 0.8 * failing


@pytest.mark.parametrize("name", FEW)
def test_fixing_never_makes_it_worse(name):
    """No finding more than before, however often, and four of five drifted sentences pass afterwards."""
    _laws(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL)
def test_fixing_every_seed(name):
    """The full count."""
    _laws(name)


_ARTICLE = (
    "The board will not publish its report before the June vote, Ines Okafor told reporters on Tuesday. “We are not hiding anything,” "
    "Okafor said. About a third of the ferries were late last winter, a study found. Tollan Reyes said she might move to Brill."
)
_WORDS = [
    *_ARTICLE.replace("“", "").replace("”", "").split(),
    "no",
    "never",
    "may",
    "will",
    "all",
    "12",
    "confirmed",
    "“We",
    "anything,”",
    "Marsh",
]


def _edited(draw):
    """Some of the article's sentences with a few words dropped, put in or put in another's place."""
    words = draw(st.sampled_from([_ARTICLE, _ARTICLE[:98], _ARTICLE[99:]])).split()
    for _ in range(draw(st.integers(1, 4))):
        at, word = draw(st.integers(0, len(words) - 1)), draw(st.sampled_from(_WORDS))
        words[at : at + draw(st.integers(0, 1))] = draw(st.sampled_from([[], [word]]))
        words = words or [word]
    return " ".join(words)


@cache
def _board():
    reader = LocalReader()
    return index_sources([from_text(_ARTICLE)], reader), reader


@settings(max_examples=40, deadline=None)
@given(st.composite(_edited)())
def test_fixing_any_edit_never_makes_it_worse(summary):
    """The same laws for whatever words are changed."""
    _hold(summary, *_board())


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(st.composite(_edited)())
def test_fixing_many_edits(summary):
    """The full count."""
    _hold(summary, *_board())


_SURVEY = "According to the survey, up to a third of the route may need deeper foundations."


def test_a_restored_sentence_begins_with_one_capital():
    """A figure gets its "up to" back, an attribution goes before it, and what opened the sentence is written small again."""
    reader = LocalReader()
    index = index_sources([from_text(_SURVEY)], reader)
    settings, text = VerifySettings(), "Half of the route may need deeper foundations."
    for mended in ("Up to a third of the route may need deeper foundations.", _SURVEY):
        document = open_document(text, form="text")
        fixed = fix_report(Sides(document, index, reader), settings, verify_document(document, index, reader, settings))
        text = fixed.text
        assert text == mended
    assert fixed.report.ok


MARKED = [
    # the source, the summary, what it becomes (null: it is left as it is)
    (
        "quoted",
        'Castell said it had received an "**expression** of concern".',
        'Castell said it had received an "**expression** of interest".',
    ),
    ("sales", "Sales could reach **$800** million a year by 2030.", "Sales could reach **$900** million a year by 2030."),
    ("bridge", "The **bridge will** close before May.", "The **bridge might** close before May."),
    ("bridge", "The bridge [will](http://x.test) close before May.", "The bridge [might](http://x.test) close before May."),
    ("bridge", "The bridge **will <i>close** before</i> May.", "The bridge **might <i>close** before</i> May."),
    ("council", "The **council** approved the plan, Quill said.", "The **council** did not approve the plan, Quill said."),
    ("council", "The council **approved** the plan, Quill said.", "The council **did not approve** the plan, Quill said."),
    ("council", "> The council\n> approved the plan, Quill said.", "> The council\n> did not approve the plan, Quill said."),
    ("talks", "Verrano said the talks were at an early stage.", None),
    ("talks", "**Verrano** said the talks were at an early stage.", None),
    ("drug", "The drug is expected to be approved in Europe next spring.", None),
    ("leader", "Bo Marsh admitted that the town had ignored a 2023 report.", None),
    ("chief", "Parents should jump to conclusions, Quill said.", None),
    ("chief", "Lund, the town's finance chief, insisted that no decision had been taken.", None),
    ("chief", "The scheme’s cost was “under review”.", None),
    ("jobs", "Brill will cut 500 jobs at its plant.", "Brill will cut 300 jobs at its plant."),
    ("aides", "Police said two aides had been arrested.", None),
    ("dam", "The dam is safe.", "Tom Reyes thinks the dam is safe."),
    ("dam", "Bo Marsh said the spill may have come from the mill.", "Ina Okafor believes the spill may have come from the mill."),
    ("dam", "The road to it will close.", None),
    ("yard", "Ada Quill said the yard had been hurt.", "Ada Quill said the yard had been searched and that nobody had been hurt."),
]
_SOURCES = {
    "quoted": 'A Castell spokesman confirmed that the company had received "an expression of interest" but would not say from whom.',
    "sales": "Sales could reach $900 million a year by 2030.",
    "bridge": "The bridge might close before May.",
    "council": "The council did not approve the plan, Quill said.",
    "dam": "“I think the dam is safe,” said Tom Reyes. “We believe the spill may have come from the mill,” said Ina Okafor. Bo Marsh "
    "thanked the crews. “Our view is that the road to it will close,” said Ada Quill.",
    "leader": "Council leader Bo Marsh (Labour) denied that the town had ignored a 2023 report.",
    "chief": "The town's finance chief, Ada Quill, insisted that no decision had been taken. He said that the scheme’s cost was “under "
    "review”, and that parents should not ‘jump to conclusions’.",
    "aides": "Police said two aides had been questioned but that no arrests had been made.",
    "yard": "Ada Quill said the yard had been searched and that nobody had been hurt.",
    "jobs": "Brill will cut 300 of the 1,200 jobs at its plant, the company said.",
    "talks": "Verrano declined to comment. The talks are at an early stage, two people close to Castell said.",
    "drug": "Calder Pharma, which makes the drug and paid for the trial, said it expects to apply for approval in Europe next spring.",
}


@pytest.mark.parametrize(("source", "summary", "mended"), MARKED)
def test_a_fix_leaves_marks_and_sentences_whole(source, summary, mended):
    """No asterisk is orphaned and no link lost, a sentence begins with a capital, and no half of another clause comes in; rather no fix."""
    reader, project = LocalReader("said"), VerifySettings()
    index = index_sources([from_text(_SOURCES[source])], reader)
    document = open_document(summary, "a.md")
    before = verify_document(document, index, reader, project)
    assert before.findings
    assert fix_report(Sides(document, index, reader), project, before).text == (mended or summary)


def test_only_what_is_announced_is_mended():
    """A sentence that is the source's once its figure is mended gets no words that no finding showed."""
    reader, project = LocalReader("lamps"), VerifySettings()
    index = index_sources(
        [from_text("According to the guild's own history, printed in 1998, there were 212 lamps in Tarn at the flood.")], reader
    )
    document = open_document("There were 121 lamps in Tarn at the flood.", form="text")
    before = verify_document(document, index, reader, project)
    fixed = fix_report(Sides(document, index, reader), project, before)
    assert fixed.text == "There were 212 lamps in Tarn at the flood."
    assert applied(document.file, [edit for item in before.findings for edit in item.fix]) == fixed.text


_SPOKEN = (
    '"We are not saying the wall will fall," said Ada Quill, the chief engineer. "We are saying that nobody can rule it out, and that is '
    'grave enough." Mayor Ina Marsh denied that. "I am tired of writing letters," she told reporters. "My mother stayed in 1967, and so '
    'will I," said Bo Reed, a miller. The Tarn Post called the plan "a danger to all who live below it".'
)
REQUOTED = [
    # the summary, what it becomes (null: it is left as it is)
    ('"Nobody can rule out a wall fall," Ada Quill said.', '"Nobody can rule it out," Ada Quill said.'),
    ('"Nobody has ruled out a fall, and that is grave," Ada Quill said.', None),
    (
        'Ada Quill said: "Nobody can rule it out, and that is bad enough."',
        'Ada Quill said: "Nobody can rule it out, and that is grave enough."',
    ),
    ('Ina Marsh said she "is tired of writing letters".', None),
    ('Ina Marsh said she "was so tired of writing letters".', None),
    ('Ina Marsh said: "I am not tired of writing letters."', 'Ina Marsh said: "I am tired of writing letters."'),
    ('Ina Marsh said she was tired of "writing long letters".', 'Ina Marsh said she was tired of "writing letters".'),
    ('"My father stayed in 1967, and so will I," Bo Reed said.', '"My mother stayed in 1967, and so will I," Bo Reed said.'),
    (
        'The Tarn Post called it "a danger to all who farm below it".',
        'The Tarn Post called it "a danger to all who live below it".',
    ),
]


@pytest.mark.parametrize(("summary", "mended"), REQUOTED)
def test_a_fix_within_quotation_marks_leaves_a_quotation(summary, mended):
    """Few words that are other ones are restored, or a whole clause is, with its capital and its comma; else it is left, and said to be.
    What is printed beside the finding is what is done.
    """
    reader, project = LocalReader("said"), VerifySettings()
    index = index_sources([from_text(_SPOKEN)], reader)
    document = open_document(summary, form="text")
    before = verify_document(document, index, reader, project)
    found = [item for item in before.findings if item.code == "quote_altered"]
    fixed = fix_report(Sides(document, index, reader), project, before)
    assert fixed.text == (mended or summary)
    assert found
    assert applied(summary, [edit for item in found for edit in item.fix]) == fixed.text
    assert any(item.code == "quote_altered" for item in fixed.report.findings) == (mended is None)


def test_what_is_put_into_a_page_is_spelt_as_a_page():
    """An ampersand of the source is an entity there, and read as the same."""
    reader, project = LocalReader("said"), VerifySettings()
    index = index_sources([from_text("The R&D council did not approve the plan, Ada Quill said.")], reader)
    document = open_document("<p>The council approved the plan, Ada Quill said.</p>", "a.html")
    fixed = fix_report(Sides(document, index, reader), project, verify_document(document, index, reader, project))
    assert "did not approve" in fixed.text
    assert "&D" not in fixed.text
    assert fixed.report.ok


def test_edits_are_made_from_the_end():
    """Offsets of earlier edits stay true."""
    assert applied("abcdef", [Edit(start=0, end=1, replacement="XY"), Edit(start=3, end=3, replacement="-")]) == "XYbc-def"


@st.composite
def _edits(draw, text):
    """Edits of a text that do not meet."""
    at = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    words = st.text("xyz", max_size=4)
    return [Edit(start=low, end=high, replacement=draw(words)) for low, high in zip(at[::2], at[1::2], strict=False)]


@given(st.text("abc ", max_size=20), st.data())
def test_edits_of_two_rounds_are_edits_of_the_first_text(text, data):
    """What is listed is into the file as it was given, and makes the same of it."""
    first = data.draw(_edits(text))
    between = applied(text, first)
    then = data.draw(_edits(between))
    whole = followed(first, then)
    assert applied(text, whole) == applied(between, then)
    assert all(one.end < two.start for one, two in itertools.pairwise(whole))
