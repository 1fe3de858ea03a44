"""Words presented by others in which the parser sees no verb: signed ("— Ada Quill, mayor of Brill"), read
off something ("A sign on the gate read: “...”"), or labelled by a headline ("Poll: ...").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcards.engines.local.found import Found, Source, inner
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.layout import Layout, Quotation
from factcards.lexicon import speaker_words

__all__ = ["find_presented"]

_NAME = r"((?:[A-Z][\w.'’-]*)(?: (?:[A-Z][\w.'’-]*|of|the|de|van|von|al|bin)){0,6}?)"
_SIGNED = re.compile(rf"[-–—―]{{1,2}}\s*{_NAME}(?:,[^\n]{{1,120}})?\.?\s*\Z")
_READ = frozenset({"read", "reads", "reading"})
_REACH = 8
"""Words between what is written on and "read": "a sign on the gate of the works read"."""


def find_presented(blocks: Sequence[Block], layout: Layout, text: str) -> list[Found]:
    """One attribution for each such quotation, in text order."""
    found = [item for block in blocks for item in (*_inscribed(block, layout, text), *_labelled(block))]
    for above, below in pairwise(blocks):
        if below.paragraph == above.paragraph + 1:
            found += _signed(above, below, layout, text)
    return sorted(found, key=lambda item: item.content)


def _labelled(block: Block) -> Iterator[Found]:
    """A headline that begins with what says the rest: "Poll: Most farmers fear a dry year"."""
    words = [token for token in block.tokens if not token.is_space]
    heads = block.part == "headline" or block.paragraph == 0
    if not heads or len(words) < LEAST_LABELLED or words[1].text != ":" or words[2].is_quote:
        return
    if words[0].lower_ in speaker_words("document"):
        last = words[-2] if words[-1].is_punct else words[-1]
        name = Source(block, words[0], words[0], words[0])
        yield Found(block, [block.offsets(words[2], last)], "clause", name, [words[1]], None, None, 0.8, settled=True)


LEAST_LABELLED = 6
"""Words of a headline whose first one and a colon say where the rest is from: shorter ones are titles ("Report: Part two")."""


def _signed(above: Block, below: Block, layout: Layout, text: str) -> Iterator[Found]:
    """Nothing stands in the paragraph above but a quotation, of one paragraph or the last of several, nothing in this one but a dash and a
    name.
    """
    signed = _SIGNED.match(below.view.text)
    quotation = _opening(above, layout, text) if signed is not None else None
    if signed is None or quotation is None or text[quotation.end : layout.paragraphs[above.paragraph].end].strip():
        return
    dash = [token for token in below.tokens if token.idx < signed.start(1) and not token.is_space]
    yield from _said(quotation, text, _run(below, *signed.span(1)), dash, below)


def _inscribed(block: Block, layout: Layout, text: str) -> Iterator[Found]:
    """What is written somewhere, right before the quotation or right behind it: "..., the email read"."""
    for token in block.tokens:
        if token.lower_ not in _READ:
            continue
        start, end = block.offsets(token, token)
        if layout.quotation_at(start) is not None:
            continue
        noun = _written_on(token)
        if noun is None:
            continue
        named = noun.doc[_phrase_start(noun) : token.i]
        before = block.offsets(named[0], named[0])[0]
        behind = _next(layout, end)
        ahead = layout.outer_before(before)
        if behind is not None and not text[end : behind.start].strip(" :,"):
            yield from _said(behind, text, list(named), [token], block, noun)
        elif ahead is not None and ahead.end <= before and not text[ahead.end : before].strip(" ,") and token.i + 2 >= noun.sent.end:
            for found in _said(ahead, text, list(named), [token], block, noun):
                rest = inner(text, behind) if behind is not None and text[end : behind.start].strip(" \t") in {".", ","} else None
                found.content += [rest] if rest is not None else []  # "..., the email read. | “...”"
                yield found


def _written_on(verb: Token) -> Token | None:
    """The first noun before "read" in its sentence that can be written on, with nothing but its phrase between them."""
    found = None
    for at in range(verb.i - 1, max(verb.sent.start, verb.i - 1 - _REACH) - 1, -1):
        token = verb.doc[at]
        if token.is_punct or token.pos_ in {"VERB", "AUX", "PRON"}:
            break
        if token.lemma_.lower() in speaker_words("document", "written"):
            found = token
    return found


def _phrase_start(noun: Token) -> int:
    at = noun.i
    while at > noun.sent.start and noun.doc[at - 1].pos_ in {"DET", "ADJ", "NOUN", "NUM", "PROPN"}:
        at -= 1
    return at


def _opening(block: Block, layout: Layout, text: str) -> Quotation | None:
    """The quotation that the paragraph begins with."""
    start = layout.paragraphs[block.paragraph].start
    found = _next(layout, start)
    return found if found is not None and not text[start : found.start].strip() else None


def _next(layout: Layout, offset: int) -> Quotation | None:
    """The first outer quotation from here on."""
    at = bisect_left(layout.quotations, offset, key=lambda q: q.start)
    return layout.quotations[at] if at < len(layout.quotations) and layout.quotations[at].depth == 0 else None


def _run(block: Block, start: int, end: int) -> list[Token]:
    return [token for token in block.tokens if start <= token.idx < end and not token.is_punct]


def _said(
    quotation: Quotation, text: str, named: Sequence[Token], cue: Sequence[Token], block: Block, head: Token | None = None
) -> Iterator[Found]:
    content = inner(text, quotation)
    if content is not None and named and cue:
        source = Source(block, head or named[-1], named[0], named[-1])
        yield Found(block, [content], "quote", source, list(cue), None, None, 0.9, settled=True)
