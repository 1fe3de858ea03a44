"""Labelled articles of any shape, for the laws of scoring."""

from __future__ import annotations

from hypothesis import strategies as st

from factcards.evaluate.gold import Attributed, Labelled, Offsets

_WORDS = st.sampled_from(["Ada", "said", "“we", "win”", "the", "pier,", "“", "may", "close.", "told", '"yes"', "\n\n", "İ", "🙂 ok"])


@st.composite
def spans(draw: st.DrawFn, text: str, least: int = 0) -> tuple[Offsets, ...]:
    """Up to two stretches of the text, in any order, perhaps overlapping."""
    found = []
    for _ in range(draw(st.integers(least, 2))):
        start = draw(st.integers(0, len(text) - 1))
        found.append(Offsets(start=start, end=draw(st.integers(start + 1, len(text)))))
    return tuple(found)


@st.composite
def attributions(draw: st.DrawFn, text: str, least: int = 0) -> tuple[Attributed, ...]:
    """Up to four attributions; with `least`, at least so many, each with a source, a cue and a content."""
    one = st.builds(
        Attributed,
        source=spans(text, min(least, 1)),
        cue=spans(text, min(least, 1)),
        content=spans(text, min(least, 1)),
        confidence=st.none() | st.floats(0, 1),
    )
    return tuple(draw(st.lists(one, min_size=least, max_size=4)))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Some words, some of them with marks."""
    return " ".join(draw(st.lists(_WORDS, min_size=3, max_size=20))) + " end"


@st.composite
def corpora(draw: st.DrawFn, least: int = 0) -> tuple[tuple[Labelled, ...], dict[str, Labelled]]:
    """Up to four labelled articles, and predictions for some of them."""
    gold, predicted = [], {}
    for number in range(draw(st.integers(1, 4))):
        text, name = draw(texts()), f"a{number}"
        publisher = draw(st.sampled_from([None, "Post", "Courier"]))
        gold.append(Labelled(id=name, text=text, publisher=publisher, attributions=draw(attributions(text, least))))
        if draw(st.booleans()):
            predicted[name] = Labelled(id=name, attributions=draw(attributions(text)))
    return tuple(gold), predicted
