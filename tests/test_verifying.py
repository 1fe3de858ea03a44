"""`verify` as a library: what it takes for a source, and settings that say what cannot be."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time
from typing import Any, cast

import pytest

from factcards import ArticleError, Coverage, LanguageError, UsageError, VerifySettings, coverage, from_text, verify

SOURCE = "The bridge might close, the mayor said."


@pytest.mark.parametrize("against", [SOURCE, [SOURCE], (SOURCE,), from_text(SOURCE), [from_text(SOURCE)], iter([SOURCE])])
def test_one_source_may_stand_alone(against: Any) -> None:
    """A text is one source, not as many as it has letters; an article is one, too."""
    report = verify("The bridge will close, the mayor said.", against=against)
    assert [source.text for source in report.sources] == [SOURCE]
    assert [found.code for found in report.findings] == ["hedge_strengthened"]


@pytest.mark.parametrize("against", [Path("a.txt"), [Path("a.txt")], 7, [None], [b"bytes"]])
def test_what_is_no_source_is_refused(against: Any) -> None:
    """By the name of its type, and with what reads a file."""
    with pytest.raises(UsageError, match="a source is an Article or a text, not ") as caught:
        verify("The bridge will close.", against=against)
    assert caught.value.hint == "`read_file` reads one from its file."


@pytest.mark.parametrize("name", ["-", "brief.md"])
def test_an_empty_summary_is_refused(name: str) -> None:
    """As on the command line: what nobody checked must not pass."""
    with pytest.raises(ArticleError, match=r"^(the summary|brief\.md) is empty\.\n") as caught:
        verify(" \n", against=SOURCE, name=name)
    assert caught.value.hint == "Nothing was checked."


@pytest.mark.parametrize("call", [verify, coverage])
def test_half_a_character_is_refused_in_a_summary_as_in_a_source(call: Any) -> None:
    """No file can hold it, and no report."""
    with pytest.raises(ArticleError, match=r"^the summary: code point 4 is half of a surrogate pair"):
        call("The \ud800 bridge will close.", against=SOURCE)
    with pytest.raises(ArticleError, match=r"^the text: code point 4 is half of a surrogate pair"):
        call("The bridge will close.", against="The \ud800 bridge.")


@pytest.mark.parametrize("against", [[], ()])
def test_no_source_is_refused_in_the_librarys_words(against: Any) -> None:
    """It has no --against."""
    with pytest.raises(UsageError, match=r"^there is no source to verify against\.") as caught:
        verify("The bridge will close.", against=against)
    assert caught.value.hint == "A summary is checked against one at least."


@pytest.mark.parametrize("against", ["", [" \n"], [SOURCE, ""]])
def test_an_empty_source_is_named_as_one(against: Any) -> None:
    """Nobody spoke of standard input."""
    with pytest.raises(ArticleError, match=r"^a source is empty\."):
        verify("The bridge will close.", against=against)


@pytest.mark.parametrize("words", [50_000, 300_000])
def test_a_source_in_which_no_sentence_ends_is_not_read(words: int) -> None:
    """It took minutes, and every sentence stood in no source: now at once an error."""
    start = process_time()
    with pytest.raises(ArticleError, match=r"^a source holds no prose: no sentence and no line ends in it\."):
        verify("The bridge will close.", against="word " * words)
    assert process_time() - start < 2


def test_of_a_source_the_rest_is_read() -> None:
    """What ends counts, whatever stands beside it."""
    report = verify("The bridge will close, the mayor said.", against=f"{SOURCE}\n\n{'word ' * 300_000}")
    assert [found.code for found in report.findings] == ["hedge_strengthened"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"fail_on": "never"}, "fail_on is 'never'; it is one of error, warning, unsure, info."),
        (
            {"grades": {"hedge_strengthened": "of"}},
            "grades: hedge_strengthened is 'of'; a grade is one of off, error, warning, unsure, info.",
        ),
        ({"grades": {"contrry": "off"}}, "grades: no rule has the code 'contrry' (did you mean 'contrary'?)."),
        ({"grades": {"zzz": "off"}}, "grades: no rule has the code 'zzz'."),
    ],
)
def test_settings_that_cannot_be_are_refused(settings: dict[str, Any], told: str) -> None:
    """When they are made, with one error of the family."""
    with pytest.raises(UsageError) as caught:
        VerifySettings(**cast("Any", settings))
    assert caught.value.what == told


def test_coverage_tells_what_a_summary_leaves_out() -> None:
    """As the command does; each claim names its source by its place."""
    other = "Bo Marsh, an engineer, denied that the harbour crane is unsafe for lorries."
    found: Coverage = coverage("The bridge might close, the mayor said.", against=[SOURCE, from_text(other, "other.txt")])
    assert {(claim.source, claim.speaker, claim.status) for claim in found.claims} == {
        (0, "the mayor", "told"),
        (1, "Bo Marsh", "left out"),
    }
    assert 0 < found.share < 1


@pytest.mark.parametrize(
    ("summary", "status"),
    [
        ("The bridge might close, he said.", "told"),
        ("The bridge is old.", "partly"),
        ("The mayor likes the bridge.", "partly"),
        ("It is old.", "left out"),
    ],
)
def test_of_two_telling_words_it_takes_both(summary: str, status: str) -> None:
    """One alone stands in any sentence about the same thing."""
    assert [claim.status for claim in coverage(summary, against=SOURCE).claims] == [status]


@pytest.mark.parametrize("summary", [" ", "<!-- nothing -->"])
def test_what_holds_no_prose_is_covered_by_nobody(summary: str) -> None:
    """Nothing left out would be a lie."""
    with pytest.raises(ArticleError):
        coverage(summary, against=SOURCE)


GERMAN = "Die Chefin sagte: „Das ist nicht wahr, und die Stadt hat kein Geld für den Bau.“"
MIXED = f"{GERMAN} {GERMAN} The mayor, Ada Quill, said that the bridge might close in May."


@pytest.mark.parametrize("call", [verify, coverage])
def test_a_guess_that_is_wrong_is_set_right_by_the_language(call: Any) -> None:
    """As the error's hint says, for either side, and for an article that was read already."""
    summary = "Ada Quill said that the bridge might close in May."
    sources = [from_text(MIXED), MIXED, SOURCE]
    for against, words in [*((source, summary) for source in sources[:2]), (SOURCE, MIXED)]:
        with pytest.raises(LanguageError) as caught:
            call(words, against=against)
        assert 'language="en"' in str(caught.value.hint)
        call(words, against=against, language="en")
    with pytest.raises(UsageError, match="3 is no code of a language"):
        call(summary, against=SOURCE, language=3)


def test_dates_are_days_where_the_day_of_publication_is_said() -> None:
    """Of texts and of articles, but not where the article has its own."""
    source, day = "Ada Quill, the mayor, said on Tuesday that the bridge is shut.", date(2026, 11, 25)
    summary = "Ada Quill said that the bridge is shut since 17 November."
    assert [found.severity for found in verify(summary, against=source).findings] == ["unsure"]
    for against in (source, from_text(source), from_text(source, published=day)):
        report = verify(summary, against=against, published=day)
        assert [found.severity for found in report.findings] == ["error"]
        assert report.sources[0].published == "2026-11-25"
    own = from_text(source, published=date(2026, 11, 18))
    assert verify(summary, against=own, published=day).findings == ()
    assert coverage(summary, against=source, published=day).claims
    with pytest.raises(UsageError, match="takes the day of publication as a date, not str"):
        verify(summary, against=source, published=cast("Any", "2026-11-25"))
