"""Dates are compared as days: counted from the day on which a source was published, where that is known."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcards.cli import main
from factcards.figures import find_figures, normal_value
from factcards.lint.dates import days_meant, is_counted, may_agree
from factcards.read import from_text
from factcards.verifying import verify

THURSDAY = date(2026, 11, 26)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1))


def value_of(words):
    """Of a date as a text has it."""
    (figure,) = find_figures(words)
    return normal_value(figure)


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ("yesterday", "on Wednesday", True),
        ("yesterday", "25 November", True),
        ("yesterday", "November 25, 2026", True),
        ("yesterday", "2026-11-25", True),
        ("last Tuesday", "24 November", True),
        ("last Tuesday", "17 November", True),
        ("next Tuesday", "1 December", True),
        ("on Thursday", "today", True),
        ("last Thursday", "today", False),
        ("last week", "on 18 November", True),
        ("last week", "on 24 November", False),
        ("this week", "tomorrow", True),
        ("last month", "October 2026", True),
        ("last month", "in 2026", True),
        ("last year", "2025", True),
        ("last year", "2024", False),
        ("next month", "12 December", True),
        ("1990s", "12 March 1994", True),
        ("1990s", "2004", False),
        ("on Monday", "yesterday", False),
        ("2 January", "2027-01-02", True),
        ("31 June", "1 July", False),
    ],
)
def test_two_dates_of_a_text_published_on_a_thursday(left, right, agree):
    """Both ways round."""
    a, b = days_meant(value_of(left), THURSDAY), days_meant(value_of(right), THURSDAY)
    assert may_agree(a, b) is agree
    assert may_agree(b, a) is agree


def test_without_a_day_of_publication_only_full_dates_are_days():
    """A weekday or "yesterday" means nothing then."""
    assert days_meant("date:tuesday", None) == days_meant("date:yesterday", None) == days_meant("date:12 mar", None) == ()
    assert days_meant("date:12 2024 mar", None) == ((date(2024, 3, 12),) * 2,)


@given(DAYS, st.integers(-6, 6))
def test_a_weekday_is_the_day_itself_within_a_week(published, distance):
    """However near the publication it is, its name means it."""
    day = published + timedelta(days=distance)
    assert (day, day) in days_meant(f"date:{day:%A}".lower(), published)


@given(DAYS, DAYS)
def test_a_full_date_means_itself_whenever_it_was_published(day, published):
    """Three ways of writing it."""
    wanted = ((day, day),)
    for words in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"):
        assert days_meant(value_of(words), published) == wanted


@given(st.text(alphabet="0123456789 -abcdefgnorsty", max_size=20), st.one_of(st.none(), DAYS))
def test_any_words_give_stretches_that_begin_before_they_end(words, published):
    """And no error."""
    assert all(first <= last for first, last in days_meant(f"date:{words}", published))


ARTICLE = "Two workers were hurt yesterday at the bridge, police said. It will close on 12 December."


@pytest.mark.parametrize(
    ("summary", "published", "expected"),
    [
        ("Two workers were hurt on Wednesday at the bridge, police said.", "2026-11-26", {}),
        ("Two workers were hurt on Monday at the bridge, police said.", "2026-11-26", {"figure_changed": "error"}),
        ("Two workers were hurt on Monday at the bridge, police said.", None, {"figure_changed": "unsure"}),
        ("The bridge will close next month.", "2026-11-26", {}),
        ("The bridge in the town, where two were hurt, will be closed in 2026.", "2026-11-26", {}),
        ("On Friday a bridge was the place where workers were hurt, police said.", "2026-11-26", {"figure_absent": "error"}),
        ("On Friday a bridge was the place where workers were hurt, police said.", None, {"figure_absent": "unsure"}),
    ],
)
def test_a_summary_against_an_article_that_says_yesterday(summary, published, expected):
    """With and without its day of publication."""
    source = from_text(ARTICLE).model_copy(update={"published": published})
    found = {f.code: f.severity for f in verify(summary, against=[source]).findings if f.code.startswith("figure_")}
    assert found == expected


def test_the_day_of_publication_may_be_named_on_the_command_line_and_in_a_pair(tmp_path, capsys):
    """Where the article does not say it."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    summary = "Two workers were hurt on Monday at the bridge, police said."
    (tmp_path / "brief.txt").write_text(summary, encoding="utf-8")
    rows = [{"summary": summary, "article": ARTICLE, "published": day} for day in ("2026-11-26", "2026-11-24", None)]
    (tmp_path / "pairs.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    files = [str(tmp_path / "brief.txt"), "--against", str(tmp_path / "article.txt")]
    assert main(["verify", *files, "--published", "2026-11-26"]) == 1
    assert main(["verify", *files, "--published", "2026-11-24"]) == 0
    assert main(["verify", *files, "--published", "yesterday"]) == 2
    capsys.readouterr()
    main(["verify", "--pairs", str(tmp_path / "pairs.jsonl"), "--format", "jsonl"])
    reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [[found["severity"] for found in report["findings"]] for report in reports] == [["error"], [], ["unsure"]]


@pytest.mark.parametrize(
    ("value", "counted"),
    [("date:last month", True), ("date:yesterday", True), ("date:tuesday", False), ("date:2024", False), ("number:1", False)],
)
def test_only_some_dates_are_counted_from_the_day_of_writing(value, counted):
    """A weekday by itself is not."""
    assert is_counted(value) is counted


_MOVE = "Ada Quill, a lawyer, expects a ruling by May. The town will be moved before April 15. Bo Reed, who has a bakery, will stay."


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ("The town will be moved before mid-April.", []),
        ("The town will be moved in early April.", []),
        ("Ada Quill expects a ruling by June.", [("figure_changed", "error")]),
        ("Ada Quill, a lawyer, expects a ruling by late August.", [("figure_absent", "unsure")]),
        ("Brewer Bo Reed will stay.", [("name_absent", "unsure")]),
        ("June Tamm, a lawyer, expects a ruling by May.", [("name_absent", "error")]),
    ],
)
def test_a_month_is_a_date_and_a_trade_before_a_name_is_no_name(summary, found):
    """One finding for a month that is another one, none for one that a date of the source is in; a person called June is a person."""
    shown = {(item.code, item.severity) for item in verify(summary, against=[_MOVE]).findings if item.span.quote[0].isupper()}
    assert [item for item in shown if item[0][:4] in {"name", "figu"}] == found
