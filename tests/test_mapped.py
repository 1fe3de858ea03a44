"""A changed copy of a text remembers where each code point came from."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcards import from_text, make
from factcards.errors import FactcardsError
from factcards.mapped import folded, readable, ungarbled
from tests.conftest import SEED

TEXTS = st.text(st.sampled_from("aİßﬁ “”‘’'\"\n\r\t\u00a0\u00ad\u200b—-….!9,中ÃÂâ€£©™é"), max_size=60)


def _origins_are_in_order(text: str) -> None:
    for view in (readable(text), folded(text), ungarbled(text)):
        assert len(view.text) == len(view.starts) == len(view.ends)
        assert all(0 <= low < high <= len(text) for low, high in zip(view.starts, view.ends, strict=True))
        assert list(view.starts) == sorted(view.starts)
        for at in range(len(view.text)):
            assert view.place(view.starts[at]) <= at


@given(TEXTS)
def test_every_code_point_has_an_origin_in_order(text: str) -> None:
    """Origins lie in the text, never go back, and can be found again."""
    _origins_are_in_order(text)


@pytest.mark.parametrize("meant", ["Peña paid £3.5m", "Özil’s “café” — Ñandú", "5 € ½ … naïve à la carte", "plain"])
def test_utf_8_read_as_windows_1252_is_read_as_what_it_was(meant: str) -> None:
    """And every character of it comes from all that stands for it."""
    read = "".join(_windows(byte) for byte in meant.encode())
    for garbled in (read, re.sub("[ÂÃâ]", lambda found: unicodedata.normalize("NFD", found[0]), read)):
        view = ungarbled(garbled)
        assert view.text == meant
        assert readable(garbled).text == readable(meant).text
        assert folded(garbled).text == folded(meant).text
        assert "".join(garbled[low:high] for low, high in zip(view.starts, view.ends, strict=True)) == garbled


def _windows(byte: int) -> str:
    """As browsers read it: five bytes have no character and stay controls."""
    return chr(byte) if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes([byte]).decode("cp1252")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("300 op-\nerations by Ada Strick- \r\nland", "300 operations by Ada Strickland"),
        ("> a regret-\n> table har\u00ad\nbour", "> a regrettable harbour"),
        ("a well-\nknown, US-\nbacked, 20-\nyear-old, Anglo-\nSaxon", "a well-known, US-backed, 20-year-old, Anglo-Saxon"),
        ("two-\nand three-year terms -\nno more", "two- and three-year terms - no more"),
        ("the figures were 'grave'.² She said[3] it was 20 m² of 'it'.[4] In [5] days", None),
        ("it costs £12m-\n£15m", "it costs £12m-£15m"),
        ("£2m.(4) Aims: (1) go", "£2m. Aims: (1) go"),
        ("- closing it - in May", "closing it - in May"),
        ("- Ada Quill", "- Ada Quill"),
    ],
)
def test_what_only_a_typesetter_reads_is_not_read(text: str, read: str | None) -> None:
    """A word that a line's end parts is one again, less its hyphen where it is no compound; marks of footnotes and of a list's item go."""
    assert readable(text).text == (read or "the figures were 'grave'. She said it was 20 m² of 'it'. In [5] days")


@pytest.mark.parametrize("text", ["“MANHÔ", "MANHÃ” DE", "château Âge â la", "Ã", "Â", "A Ã, B Â."])
def test_letters_with_an_accent_stay_what_they_are(text: str) -> None:
    """A letter before a quotation mark or a stop is itself."""
    assert ungarbled(text).text == text


@pytest.mark.slow
@given(TEXTS)
@settings(max_examples=3_000, deadline=None)
def test_every_code_point_has_an_origin_in_order_for_thousands(text: str) -> None:
    """The same, at full counts."""
    _origins_are_in_order(text)


@pytest.mark.slow
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_noise_is_put_into_an_article_every_span_is_its_own_words(data: st.DataObject) -> None:
    """NBSP, soft hyphens, curly quotes and line breaks anywhere in the seed: the law holds, or one clear error comes."""
    text = SEED.read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(["\u00a0", "\u00ad", "“", "”", '"', "\n\n", "\u200b", "—", "ﬁ", "said"])) + text[at:]
    try:
        deck = make(from_text(text), engine="local")
    except FactcardsError:
        return
    assert all(text[span.start : span.end] == span.quote for card in deck.cards for span in card.spans())
