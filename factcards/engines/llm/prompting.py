"""What a model sees: the article as numbered sentences between two lines with a mark, the templates round it. Renders, asks nothing.

The mark comes from the article's digest: a text cannot hold its own mark, so nothing in it can close the data, and a replay
renders the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from factcards.cards import Article, Card
from factcards.engines.llm.model import Message
from factcards.layout import Layout, Sentence
from factcards.templates import Templates

__all__ = ["SHOWN_PARTS", "brief_messages", "extract_messages", "nonce", "numbered_lines", "repair_message", "shown"]

SHOWN_PARTS = frozenset({"body", "headline", "subtitle", "caption", "byline", "credit", "section_head"})
"""Parts that a model sees; a repeated headline and boilerplate would only cost tokens."""
CONTEXT = 2
"""Sentences before a chunk that are shown for understanding: most pronouns reach back no further."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]")


def nonce(article: Article) -> str:
    """The mark round an article's data: 16 hex digits, the same for the same article for ever."""
    return sha256(f"factcards {article.sha256}".encode()).hexdigest()[:16]


def shown(text: str, start: int, end: int) -> str:
    """`text[start:end]` on one line: white space as single spaces, invisible characters gone, quote marks as they are."""
    return " ".join(_INVISIBLE.sub("", text[start:end]).split())


def numbered_lines(article: Article, layout: Layout) -> list[str | None]:
    """For each sentence of the layout its line; None for parts that are not shown. Numbers count from 1 over all sentences."""
    return [_line(article.text, number, sentence) for number, sentence in enumerate(layout.sentences, start=1)]


def _line(text: str, number: int, sentence: Sentence) -> str | None:
    if sentence.part not in SHOWN_PARTS:
        return None
    label = "" if sentence.part == "body" else f"({sentence.part.replace('_', ' ')}) "
    return f"[{number}] {label}{shown(text, sentence.start, sentence.end)}"


def extract_messages(templates: Templates, article: Article, layout: Layout, first: int, last: int) -> tuple[Message, ...]:
    """The chat that asks for the claims of the sentences `first` to before `last` (places in the layout)."""
    lines = numbered_lines(article, layout)
    head: list[str] = []
    if article.title and first > 0:
        head.append(f"[title] {shown(article.title, 0, len(article.title))}")
    before = [s for s in layout.sentences[:first] if s.part == "body"][-CONTEXT:]
    head += [f"[context] {shown(article.text, s.start, s.end)}" for s in before]
    return _chat(templates, "extract", article, "article", [*head, *(line for line in lines[first:last] if line is not None)])


def brief_messages(templates: Templates, article: Article, cards: Sequence[Card]) -> tuple[Message, ...]:
    """The chat that asks for a summary of these cards, numbered from 1."""
    lines = [_card_line(number, card) for number, card in enumerate(cards, start=1)]
    title = shown(article.title, 0, len(article.title)) if article.title else ""
    return _chat(templates, "brief", article, "cards", lines, count=len(cards), title=title)


def _card_line(number: int, card: Card) -> str:
    whose = card.speaker.name if card.speaker else "(the article)"
    for level in card.via:
        whose += f", as told by {level.speaker.name}" if level.speaker else ", as told by the article"
    words = " […] ".join(span.quote for span in card.content)
    cells = [whose, f"{card.certainty}{', negated' if card.polarity == 'negated' else ''}", card.claim, words]
    return " | ".join([str(number), *(shown(cell, 0, len(cell)).replace("|", "/") for cell in cells)])


def _chat(templates: Templates, name: str, article: Article, variable: str, lines: Sequence[str], **more: object) -> tuple[Message, ...]:
    mark = nonce(article)
    data = "\n".join([f"----- {mark}", *lines, f"----- {mark}"])
    variables = {variable: data, "nonce": mark, **more}
    return (
        Message(role="system", content=templates.render_block(name, "system", **variables)),
        Message(role="user", content=templates.render_block(name, "user", **variables)),
    )


def repair_message(templates: Templates, errors: Sequence[str], *, partial: bool) -> Message:
    """The turn that shows a model what is wrong with its answer; each error on one line."""
    lines = [shown(error, 0, len(error)) for error in errors]
    return Message(role="user", content=templates.render_block("repair", "user", errors=lines, partial=partial))
