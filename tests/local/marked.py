"""Small articles with their sources marked, for tests of the resolver alone: no cue is looked for.

`[[…]]` marks a source, `{{…}}` the content of a quotation that has none beside it. A source's content is the quotation in its sentence,
else the words behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcards.cards import Speaker
from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.parse import Block, parse
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.resolve import Resolver
from factcards.read import from_text
from factcards.segment import lay_out

_MARK = re.compile(r"\[\[(.*?)\]\]|\{\{(.*?)\}\}", re.DOTALL)


def speakers_of(texts: Sequence[str], author: str | None = None) -> list[list[Speaker]]:
    """The resolved speakers of each marked text, in text order."""
    plain, marks = zip(*(_unmarked(text) for text in texts), strict=True)
    articles = [from_text(text) for text in plain]
    parsed = parse(articles, [lay_out(article) for article in articles])
    return [_resolved(blocks, found, author) for blocks, found in zip(parsed, marks, strict=True)]


def people_of(text: str) -> People:
    """The names of a text."""
    article = from_text(text)
    return People(parse([article], [lay_out(article)])[0])


def _unmarked(text: str) -> tuple[str, list[tuple[int, int, bool]]]:
    out, marks, at = "", [], 0
    for mark in _MARK.finditer(text):
        out += text[at : mark.start()]
        words = mark[1] if mark[1] is not None else mark[2]
        marks.append((len(out), len(out) + len(words), mark[1] is not None))
        out += words
        at = mark.end()
    return out + text[at:], marks


def _resolved(blocks: Sequence[Block], marks: Sequence[tuple[int, int, bool]], author: str | None) -> list[Speaker]:
    resolver = Resolver(People(blocks), author)
    result = []
    for start, end, is_source in marks:
        block = next(b for b in blocks if start < b.offsets(b.doc[0], b.doc[-1])[1])
        found = _said_by(block, start, end) if is_source else Found(block, [(start, end)], "carried", None)
        speaker = resolver.resolve(found)
        assert speaker is not None
        result.append(speaker)
    return result


def _said_by(block: Block, start: int, end: int) -> Found:
    words = [t for t in block.doc if block.offsets(t, t)[0] < end and start < block.offsets(t, t)[1]]
    inside = {t.i for t in words}
    head = next((t for t in words if t.head.i not in inside and t.pos_ in {"NOUN", "PROPN", "PRON"}), words[-1])
    first, last = block.offsets(head.sent[0], head.sent[-1])
    quoted = re.search(r"“(.+?)”", block.text[first:last], re.DOTALL)
    content = (first + quoted.start(1), first + quoted.end(1)) if quoted else (min(end + 1, last - 1), last)
    return Found(block, [content], "quote" if quoted else "clause", Source(block, head, words[0], words[-1]))
