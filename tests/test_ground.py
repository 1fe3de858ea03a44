"""Grounding: a quotation gets the exact characters of the article, or a reason; never a guess."""

from __future__ import annotations

import itertools
import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcards.ground import Grounded, Grounder, Ungrounded
from tests.conftest import SEED

TEXT = (
    "It rose 3.5 percent, to $5,000. “[T]he   café’s co‑op won’t close,” organisers said. We will not go to war. "
    "He paid $5bn after a non-violent protest. It cost 3.5 million euros. Is he going? Yes. 习近平表示，中国将继续推动和平。"
)
ARTICLE = Grounder(TEXT)


@pytest.mark.parametrize("quote", ["the dam might be unsafe for years", "the dam might be unsafe > for years"])
def test_the_mark_of_a_quoted_line_is_no_word(quote: str) -> None:
    """A model may leave it out, or take it over from its prompt; before a figure it means more."""
    text = "Ada Quill wrote:\n\n> I said the dam might be unsafe\n> for years.\n"
    found = Grounder(text).ground(quote)
    assert isinstance(found, Grounded)
    assert found.spans[0].quote == "the dam might be unsafe\n> for years"
    assert not isinstance(Grounder("There are > 50 cracks in it.").ground("are 50 cracks"), Grounded)


def test_a_garbled_article_holds_what_it_meant() -> None:
    """UTF-8 that was read as Windows-1252: a model writes what was meant, and gets the article's own characters; figures stay strict."""
    grounder = Grounder("Enrique PeÃ±a paid Â£3.5m for the cafÃ©, he said.")
    found = grounder.ground("Enrique Peña paid £3.5m for the café")
    assert isinstance(found, Grounded)
    assert (found.spans[0].quote, found.alignment) == ("Enrique PeÃ±a paid Â£3.5m for the cafÃ©", "normalized")
    assert isinstance(grounder.ground("paid $3.5m"), Ungrounded)


@pytest.mark.parametrize(
    ("quote", "found", "alignment"),
    [
        ("rose 3.5 percent", ["rose 3.5 percent"], "exact"),
        ("ROSE 3.5  percent", ["rose 3.5 percent"], "normalized"),
        ("the café's co-op won't close", ["[T]he   café’s co‑op won’t close"], "normalized"),
        ('"We will not go to war."', ["We will not go to war."], "exact"),
        ("the cafe's co-op won't close", ["[T]he   café’s co‑op won’t close"], "fuzzy"),
        ("organizers said", ["organisers said"], "fuzzy"),
        ("It rose [...] to $5,000", ["It rose", "to $5,000"], "exact"),
        ("It rose … to $5,000", ["It rose", "to $5,000"], "exact"),
        ("中国将继续推动和平", ["中国将继续推动和平"], "exact"),
    ],
)
def test_words_of_the_article_are_found(quote: str, found: list[str], alignment: str) -> None:
    """Exact, then with case, white space and marks aside, then with another spelling."""
    result = ARTICLE.ground(quote)
    assert isinstance(result, Grounded)
    assert [span.quote for span in result.spans] == found
    assert result.alignment == alignment
    assert (result.score == 1.0) is (alignment != "fuzzy")


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("We will go to war", "quote_altered"),
        ("We will [...] go to war", "quote_altered"),
        ("We will now not go to war", "quote_altered"),
        ("It rose 3", "quote_altered"),
        ("It rose 3.6 percent, to $5,000", "quote_altered"),
        ("It cost 3.5", "quote_altered"),
        ("He paid $5", "quote_altered"),
        ("violent protest", "quote_altered"),
        ("He is going", "quote_altered"),
        ("is he going, yes", "quote_altered"),
        ("中国将不继续推动和平", "quote_altered"),
        ("pigs fly over Marrow", "quote_absent"),
        ("ro", "quote_absent"),
        ("", "quote_empty"),
        (" “…” ", "quote_empty"),
    ],
)
def test_what_the_article_does_not_say_is_refused_with_its_code(quote: str, code: str) -> None:
    """A word altered, a "not" put in or left out, a figure cut: an altered quote, not a match."""
    result = ARTICLE.ground(quote)
    assert isinstance(result, Ungrounded)
    assert result.code == code


def test_the_occurrence_in_the_named_sentences_goes_first() -> None:
    """Words that stand twice are taken from where they were said to stand."""
    text = "Rain fell. Rain fell."
    near = Grounder(text).ground("Rain fell", near=[(11, 21)])
    assert isinstance(near, Grounded)
    assert near.spans[0].start == 11


@given(
    st.lists(st.sampled_from(["rain", "rain.", "train", "fell"]), min_size=1, max_size=30).map(" ".join),
    st.lists(st.tuples(st.integers(0, 100), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))), max_size=3),
)
def test_of_many_occurrences_the_nearest_is_taken(text: str, near: list[tuple[int, int]]) -> None:
    """The first of those that are as near; where no place is named, the first of all."""
    places = [found.span() for found in re.finditer(r"\brain\b", text)]
    distances = [min((max(0, low - end, start - high + 1) for low, high in near), default=0) for start, end in places]
    result = Grounder(text).ground("rain", near)
    assert (result.spans[0].start if isinstance(result, Grounded) else None) == min(
        zip(distances, places, strict=True), default=(0, (None, None))
    )[1][0]


@pytest.mark.parametrize("quote", ["said", "Ada said it rained {n} times"])
def test_a_quotation_costs_the_same_in_a_long_article(quote: str) -> None:
    """A cue that stands there 10,000 times, and words that stand there in another order: 10 and 40 ms each."""
    sentences = [f"It rained {n} times, Ada said. " for n in range(10_000)]
    grounder = Grounder("".join(sentences))
    starts = [0, *itertools.accumulate(map(len, sentences))]
    grounder.ground(quote)
    begin = process_time()
    for n in range(0, 10_000, 20):
        grounder.ground(quote.format(n=n), near=[(starts[n], starts[n + 1] - 1)])
    assert process_time() - begin < 2


EDGE = " \u00a0“”-,"
"""Marks at a quotation's edge that are no part of it, as far as the words below have them."""
WORDS = st.sampled_from(
    ["rain", "not", "Ada", "3.5", "said,", "“peace”", "café", "won’t", "Straße", "中", "-", "U.S.", "\u00a0", "fi\u00adre", "İ"]
)


@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
def test_planted_words_come_back_with_their_own_characters(words: list[str], data: st.DataObject) -> None:
    """The law: text[start:end] is the quotation, wherever it was planted, in whatever words."""
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    result = Grounder(text).ground(quote)
    if isinstance(result, Ungrounded):
        assert not any(c.isalnum() for c in quote)
    else:
        assert result.alignment == "exact"
        assert [span.quote for span in result.spans] == [quote.strip(EDGE)]


@given(st.lists(WORDS, min_size=3, max_size=40), st.data())
def test_one_word_put_in_is_never_a_match(words: list[str], data: st.DataObject) -> None:
    """A "zebra" in the middle makes every quotation an altered or absent one."""
    at = data.draw(st.integers(1, len(words) - 1))
    result = Grounder(" ".join(words)).ground(" ".join([*words[:at], "zebra", *words[at:]]))
    assert isinstance(result, Ungrounded)


@given(st.text(max_size=300), st.data())
def test_any_text_is_taken(text: str, data: st.DataObject) -> None:
    """Untrusted bytes end in a result; words that are found are those that were asked for, letter by letter, in order."""
    start = data.draw(st.integers(0, len(text)))
    quote = data.draw(st.sampled_from([text, text[start : start + 40], text[start:][::-1]]) | st.text(max_size=80))
    result = Grounder(text).ground(quote)
    if isinstance(result, Grounded) and result.alignment == "exact":
        assert _letters("".join(span.quote for span in result.spans)) == _letters(quote)
        assert all(one.end <= other.start for one, other in itertools.pairwise(result.spans))


def _letters(text: str) -> list[str]:
    return [letter for letter in text if letter.isalnum()]


def test_every_sentence_of_the_seed_grounds_exactly_and_altered_never() -> None:
    """On a real article: each line as it is, and with a word swapped for one that stands nowhere."""
    text = SEED.read_text(encoding="utf-8")
    grounder = Grounder(text)
    for line in filter(None, (line.strip() for line in text.splitlines())):
        words = line.split()
        assert isinstance(grounder.ground(line), Grounded), line
        if len(words) > 3:
            assert isinstance(grounder.ground(" ".join([*words[:2], "zebra", *words[3:]])), Ungrounded)
