"""Event factuality, the public face: how surely each event of a text is so, by whose word, and whether it has happened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factcards.cards import Article, Part, digest
from factcards.engines.local.certainty.happening import estimate
from factcards.engines.local.certainty.standing import Standing, standings
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.parse import Block, parse
from factcards.engines.local.parsing.tokens import Token
from factcards.errors import UsageError, refuse_other
from factcards.events import Event, EventKind, EventLevel, certainty_of, polarity_of
from factcards.lexicon import is_event_noun
from factcards.segment import lay_out

__all__ = ["events_in", "factualities", "factuality"]

Places = Sequence[tuple[int, int]]


def factuality(text: str | Article, *, at: Places | None = None) -> tuple[Event, ...]:
    """The events of a text, each with its certainty and polarity composed over all that it is embedded in.

    Args:
        text: English; an article, or a text that is read as one body part.
        at: Half-open offsets in code points of words that name events, where you know them: then there is one event for each, in
            the same order. By default every full verb, predicative adjective and event noun ("flight", "purchase") is one, in text order.

    Raises:
        UsageError: if it is no text, or there is no word to be read at one of the offsets.

    >>> [(e.quote, e.value) for e in factuality("Quill failed to sell the bridge.")]
    [('failed', 3), ('sell', -3)]
    """
    return factualities([text], at=None if at is None else [at])[0]


def factualities(texts: Sequence[str | Article], *, at: Sequence[Places] | None = None) -> list[tuple[Event, ...]]:
    """`factuality` of many texts, parsed in one pass; one tuple for each, in the same order.

    Raises:
        UsageError: if one is no text, there is no word to be read at one of the offsets, or not one row of offsets for each text.
    """
    if isinstance(texts, str):  # its letters would be read as one text each
        raise UsageError("factualities takes a list of texts, not str.", hint="`factuality` reads one.")
    refuse_other(texts, Sequence, "factualities takes a list of texts")
    if at is not None and len(at) != len(texts):
        raise UsageError(f"{len(at)} rows of offsets for {len(texts)} texts.", hint="Give one row, possibly empty, for each text.")
    articles = [_article(text) for text in texts]
    parsed = parse(articles, [lay_out(article) for article in articles])
    return [events_in(blocks, None if at is None else at[row]) for row, blocks in enumerate(parsed)]


def _article(text: str | Article) -> Article:
    if isinstance(text, Article):
        return text
    refuse_other(text, str, "factuality takes an Article or a text")
    if not text.strip():
        raise UsageError("there is no text.", hint="Give at least one word.")
    return Article(source="text", sha256=digest(text), language="en", parts=(Part(kind="body", start=0, end=len(text)),), text=text)


def events_in(blocks: Sequence[Block], at: Places | None = None) -> tuple[Event, ...]:
    """The events of parsed blocks; see `factuality`."""
    if at is None:
        return tuple(
            _event(block, token, found[token.i], kind)
            for block in blocks
            for found in (standings(block.doc),)
            for token in block.tokens
            if (kind := _kind(token)) is not None
        )
    known = [standings(block.doc) for block in blocks]
    words = [(block.offsets(token, token)[0], place, token) for place, block in enumerate(blocks) for token in block.doc]
    starts = [start for start, _, _ in words]
    result: list[Event] = []
    for start, end in at:
        row = _word_at(words, starts, start, end) if start < end else None
        if row is None:
            raise UsageError(f"[{start}, {end}) holds no word of the text.", hint="Offsets count code points, half-open.")
        _, place, token = words[row]
        result.append(_event(blocks[place], token, known[place][token.i], _kind(token) or "other"))
    return tuple(result)


def _word_at(words: Sequence[tuple[int, int, Token]], starts: Sequence[int], start: int, end: int) -> int | None:
    """The word that begins at `start` or holds it; of several in [start, end) the one that the others hang on."""
    first = max(0, bisect_right(starts, start) - 1)
    inside = [row for row in range(first, bisect_right(starts, end - 1)) if _holds(words[row], start, end)]
    if not inside:
        return None
    tokens = {words[row][2].i for row in inside}
    return next((row for row in inside if words[row][2].head.i not in tokens or words[row][2].head is words[row][2]), inside[0])


def _holds(word: tuple[int, int, Token], start: int, end: int) -> bool:
    at, _, token = word
    return at < end and start < at + len(token.text) and not token.is_space


def _kind(token: Token) -> EventKind | None:
    """What sort of event a word names, null for none: auxiliaries and copulas with an adjective are none."""
    if token.pos_ in {"VERB", "AUX"}:
        if token.dep_ in {"aux", "auxpass"} or child(token, "acomp") is not None:
            return None
        return "verb"
    if token.pos_ == "ADJ" and token.dep_ in {"acomp", "oprd"}:
        return "adjective"
    if token.pos_ == "NOUN" and is_event_noun(token.lemma_.lower()):
        return "noun"
    return None


def _event(block: Block, token: Token, standing: Standing, kind: EventKind) -> Event:
    start, end = block.offsets(token, token)
    levels = tuple(
        EventLevel(
            source=None if voice.source is None else block.span(voice.source, voice.source),
            cue=None if voice.cue is None else block.span(voice.cue, voice.cue),
            certainty=certainty_of(voice.value),
            polarity=polarity_of(voice.value),
            value=voice.value,
        )
        for voice in standing.voices
    )
    return Event.of(
        block.text,
        start,
        end,
        kind=kind,
        certainty=certainty_of(standing.value),
        polarity=polarity_of(standing.value),
        value=standing.value,
        happened=estimate(token, standing),
        time=standing.time,
        grounds=standing.grounds,
        levels=levels,
    )
