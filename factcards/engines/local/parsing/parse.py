"""Texts to spaCy parses, with the way back from every token to the article's code points. The only place that loads the pipeline."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from factcards.cards import Article, PartKind
from factcards.engines.local.parsing.dateline import after_dateline
from factcards.engines.local.parsing.mended import mend_parse
from factcards.engines.local.parsing.pipeline import pipeline_name as _pipeline_name
from factcards.engines.local.parsing.tokens import Doc, Strings, Token, doc_of
from factcards.layout import Layout
from factcards.mapped import MappedText, parsable, parted, readable
from factcards.progress import watched
from factcards.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parsed

__all__ = ["ONE_AT_A_TIME", "Block", "Draft", "parse", "parses"]

_READ: frozenset[PartKind] = frozenset({"body", "headline", "subtitle", "caption"})
LONGEST = 20_000
"""Code points of one parse: a Doc takes memory in proportion, and no real paragraph is longer."""


ONE_AT_A_TIME = threading.RLock()
"""Held while a thread parses: several would be no faster together, and the pipeline with its words is there once."""


@dataclass(frozen=True, slots=True)
class Block:
    """The parse of one paragraph (or a run of its sentences).

    Attributes:
        doc: The parse; sentence borders are the layout's.
        view: The text that was parsed, with the way back.
        text: The whole article.
        part: What the paragraph is for.
        paragraph: Its place in the layout.
        tokens: Its words.
        verbs: Those that are verbs.
        starts: For each word the offset at which it begins in the article.
        ends: One past the last of it.
    """

    doc: Doc
    view: MappedText
    text: str
    part: PartKind
    paragraph: int
    tokens: Sequence[Token] = field(init=False, repr=False, compare=False)
    verbs: Sequence[Token] = field(init=False, repr=False, compare=False)
    starts: list[int] = field(init=False, repr=False, compare=False)
    ends: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look every word's place up once: the rules ask for it three times a word."""
        starts, ends = self.view.starts, self.view.ends
        object.__setattr__(self, "tokens", self.doc.words)
        object.__setattr__(self, "verbs", [token for token in self.doc.words if token.pos_ in {"VERB", "AUX"}])
        object.__setattr__(self, "starts", [starts[token.idx] for token in self.doc.words])
        object.__setattr__(self, "ends", [ends[token.idx + len(token.text) - 1] for token in self.doc.words])

    def offsets(self, first: Token, last: Token) -> tuple[int, int]:
        """Where the words from `first` to `last`, both included, stand in the article."""
        return self.starts[first.i], self.ends[last.i]

    def place(self, offset: int) -> int:
        """The place among `tokens` of the first word that begins at this offset of the article or behind it."""
        return bisect_left(self.starts, offset)

    def words(self, start: int, end: int) -> Sequence[Token]:
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
def _pipeline() -> Language:
    nlp: Language = import_module(_pipeline_name()).load()
    infixes = import_module("spacy.util").compile_infix_regex([*(nlp.Defaults.infixes or ()), *_GLUED])
    nlp.tokenizer.infix_finditer = infixes.finditer  # type: ignore[union-attr]
    return nlp


_GLUED = (r"(?<=[a-z])[,:](?=\"[A-Za-z])", r"(?<=[,:])\"(?=[A-Za-z])")
"""Marks of a quotation without a space beside them, which would be one word: 'Quill said,"Look', 'in May,"Quill said'."""


def parse(articles: Sequence[Article], layouts: Sequence[Layout]) -> list[tuple[Block, ...]]:
    """The blocks of each article, in text order, all through one pass of the pipeline."""
    blocks: list[list[Block]] = [[] for _ in articles]
    size = sum(len(article.text) for article in articles)
    with ONE_AT_A_TIME:
        strings = Strings(_pipeline().vocab.strings)
        for parsed, draft in watched(parses(articles, layouts), "parsing", size, lambda one: len(one[1].view.text)):
            mend_parse(parsed)
            blocks[draft.at].append(
                Block(doc_of(parsed, draft.view.text, strings), draft.view, articles[draft.at].text, draft.part, draft.paragraph)
            )
    return [tuple(found) for found in blocks]


class Draft(NamedTuple):
    """What a block has beside its parse: the place of its article, and as in `Block`."""

    at: int
    view: MappedText
    part: PartKind
    paragraph: int


def parses(articles: Sequence[Article], layouts: Sequence[Layout]) -> Iterator[tuple[Parsed, Draft]]:
    """The parser's own work, and nothing behind it: spaCy's parse for each block, in text order."""
    nlp = _pipeline()
    yield from nlp.pipe(_drafts(nlp, articles, layouts), as_tuples=True, batch_size=32)


def _drafts(nlp: Language, articles: Sequence[Article], layouts: Sequence[Layout]) -> Iterator[tuple[Parsed, Draft]]:
    for at, (article, layout) in enumerate(zip(articles, layouts, strict=True)):
        text = parsable(article.text)
        for start, end, starts, part, paragraph in _stretches(layout):
            begin = after_dateline(article.text, start, end)
            glued = article.text[begin - 1 : begin] == ")" and begin > start  # "(CNN)The mayor" would be one word
            view = parted(readable(text, begin if glued else start, end), starts)
            if not view.text:
                continue
            doc = nlp.make_doc(view.text)
            _join_numbered(doc)
            starts.append(begin)  # what is behind the place is a sentence of its own
            _preset_sentences(doc, [view.place(s) for s in starts])
            yield doc, Draft(at, view, part, paragraph)


def _join_numbered(doc: Parsed) -> None:
    """One word of the "No." before a number, as the parser learned it: "| No. | 10 said no", else "No" is an answer of its own."""
    if "No." not in doc.text and "Nos." not in doc.text:
        return
    with doc.retokenize() as joining:
        for no, dot, number in zip(doc, doc[1:], doc[2:], strict=False):
            if no.text in {"No", "Nos"} and dot.text == "." and number.text[0].isdigit() and not no.whitespace_:
                joining.merge(doc[no.i : dot.i + 1])


def _stretches(layout: Layout) -> Iterator[tuple[int, int, list[int], PartKind, int]]:
    """Runs of sentences of one paragraph, none longer than LONGEST: no sentence is."""
    by_paragraph: dict[int, list[tuple[int, int]]] = {}
    for sentence in layout.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append((sentence.start, sentence.end))
    for paragraph, sentences in by_paragraph.items():
        part = layout.paragraphs[paragraph].part
        if part not in _READ:
            continue
        run: list[tuple[int, int]] = []
        for start, end in sentences:
            if run and end - run[0][0] > LONGEST:
                yield run[0][0], run[-1][1], [s for s, _ in run], part, paragraph
                run = []
            run.append((start, end))
        if run:
            yield run[0][0], run[-1][1], [s for s, _ in run], part, paragraph


def _preset_sentences(doc: Parsed, starts: Sequence[int]) -> None:
    """The layout decides where sentences begin; the parser respects what is set."""
    wanted = iter(sorted(starts))
    following = next(wanted, None)
    for token in doc:
        begins = token.i == 0
        while following is not None and token.idx >= following:
            begins = True
            following = next(wanted, None)
        token.is_sent_start = begins
