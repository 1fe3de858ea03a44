"""The parser's words as plain objects: what a rule asks of a word is an attribute, not a walk through the parser's own memory.

Names and meanings are spaCy's (https://spacy.io/api/token), for those attributes that the reader uses. A text's words hold each other;
`Doc.release` lets go of them when the reading is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, overload

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc as Parsed

__all__ = ["Doc", "Entity", "Run", "Strings", "Token", "doc_of"]

_STRINGS = ("LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE")
_NUMBERS = ("ENT_IOB", "HEAD", "IS_SPACE", "IS_PUNCT", "IS_QUOTE", "LIKE_NUM", "SENT_START", "IDX", "LENGTH", "SPACY")
_BEGINS, _GOES_ON = 3, 1
"""Of ENT_IOB: the first word of an entity, and the others."""


@dataclass(slots=True, init=False, eq=False, repr=False)
class Token:
    """A word of a parse.

    Attributes:
        doc: The text that it stands in.
        i: Its place there.
        idx: Where it begins (code points of the parsed text).
        text: The word.
        lower_: In lower case.
        lemma_: Its lemma.
        tag_: Penn tag.
        pos_: Universal part of speech.
        dep_: ClearNLP label of the edge to its head.
        ent_type_: Entity label, or "".
        whitespace_: The blank behind it, or "".
        head: The word that it hangs on; itself for a root.
        children: The words that hang on it, in text order.
        left_edge: The first word of what hangs on it, itself included.
        right_edge: The last one.
        sent: Its sentence.
        is_in_a_row: Whether what hangs on it stands in a row, and so does what hangs on each of these: the tree has the text's order.
        is_sent_start: Whether it begins one.
        is_punct: Whether it is a mark of punctuation.
        is_space: Whether it is white space.
        is_quote: Whether it is a quotation mark, and no apostrophe.
        like_num: Whether it is a number, in figures or words.
    """

    children: tuple[Token, ...]
    dep_: str
    doc: Doc
    ent_type_: str
    head: Token
    i: int
    idx: int
    is_in_a_row: bool
    is_punct: bool
    is_quote: bool
    is_sent_start: bool
    is_space: bool
    left_edge: Token
    lemma_: str
    like_num: bool
    lower_: str
    pos_: str
    right_edge: Token
    sent: Run
    tag_: str
    text: str
    whitespace_: str

    def __len__(self) -> int:
        """Code points of the word."""
        return len(self.text)

    def __repr__(self) -> str:
        """The word."""
        return self.text

    def nbor(self, step: int = 1) -> Token:
        """The word so many places farther on.

        Raises:
            IndexError: if the text has none there.
        """
        at = self.i + step
        if at < 0:
            raise IndexError(f"no word at {at}")
        return self.doc.words[at]

    @property
    def is_alpha(self) -> bool:
        """Whether it is letters only."""
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        """Whether it is digits only."""
        return self.text.isdigit()

    @property
    def is_lower(self) -> bool:
        """Whether its letters are small."""
        return self.text.islower()

    @property
    def is_title(self) -> bool:
        """Whether it begins with a capital that small letters follow."""
        return self.text.istitle()

    @property
    def is_upper(self) -> bool:
        """Whether its letters are capitals."""
        return self.text.isupper()

    @property
    def lefts(self) -> tuple[Token, ...]:
        """Its children before it."""
        return tuple([t for t in self.children if t.i < self.i])

    @property
    def rights(self) -> tuple[Token, ...]:
        """Its children behind it."""
        return tuple([t for t in self.children if t.i > self.i])

    @property
    def subtree(self) -> Iterator[Token]:
        """What hangs on it, itself included, in the order of the tree: what is left of it first."""
        return iter(self.doc.words[self.left_edge.i : self.right_edge.i + 1]) if self.is_in_a_row else self._branch_by_branch()

    def _branch_by_branch(self) -> Iterator[Token]:
        """The same where words of other branches stand between."""
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            token, opened = waiting.pop()
            if opened or not token.children:
                yield token
                continue
            between = sum(t.i < token.i for t in token.children)  # the others stand behind it
            waiting += [(t, False) for t in reversed(token.children[between:])]
            waiting.append((token, True))
            waiting += [(t, False) for t in reversed(token.children[:between])]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above it, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The words that it is coordinated with."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        row = [first]
        for token in row:  # grows while it is read
            row += [t for t in token.rights if t.dep_ == "conj"]
        return tuple(t for t in row if t is not self)


class Run(tuple[Token, ...]):
    """Words in a row."""

    __slots__ = ()

    @property
    def start(self) -> int:
        """The place of its first word."""
        return self[0].i

    @property
    def end(self) -> int:
        """One past the place of its last word."""
        return self[-1].i + 1

    @property
    def text(self) -> str:
        """The words with what stands between them."""
        return self[0].doc.text[self[0].idx : self[-1].idx + len(self[-1].text)] if self else ""

    @property
    def root(self) -> Token:
        """Its first word that hangs on none; of a sentence there is one."""
        return next(t for t in self if t.head is t)


class Entity(NamedTuple):
    """A name that the tagger found, with its label."""

    words: Run
    label: str


class Doc:
    """A parsed text.

    Attributes:
        text: The text.
        words: Its words.
        sents: Its sentences.
        ents: The names in it.
    """

    __slots__ = ("ents", "sents", "text", "words")

    def __init__(self, text: str) -> None:
        """No words yet."""
        self.text = text
        self.words: list[Token] = []
        self.sents: list[Run] = []
        self.ents: list[Entity] = []

    def __len__(self) -> int:
        """How many words."""
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        """The words in order."""
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Run: ...
    def __getitem__(self, at: int | slice) -> Token | Run:
        """The word at a place, or the run from one place to another."""
        return Run(self.words[at]) if isinstance(at, slice) else self.words[at]

    def release(self) -> None:
        """Let go of the words, which hold each other: they would wait for the collector."""
        for token in self.words:
            token.children = ()
            del token.head, token.left_edge, token.right_edge, token.sent, token.doc


class Strings(dict[int, str]):
    """The strings that the parser knows by numbers, each looked up once.

    Args:
        store: The parser's own table.
    """

    def __init__(self, store: StringStore) -> None:
        """Nothing is looked up yet."""
        super().__init__()
        self._store = store

    def __missing__(self, number: int) -> str:
        """Look it up."""
        found = self[number] = self._store[number]
        return found


def doc_of(parsed: Parsed, text: str, strings: Strings) -> Doc:
    """The words of spaCy's parse of a text, read column by column: its own objects cost ten times as much."""
    doc = Doc(text)
    columns = parsed.to_array([*_STRINGS, *_NUMBERS])
    named: list[list[int]] = columns[:, : len(_STRINGS)].T.tolist()
    numbers: list[list[int]] = columns[:, len(_STRINGS) :].view("int64").T.tolist()  # a head may lie before its word
    rows = zip(zip(*named, strict=True), zip(*numbers, strict=True), strict=True)
    for i, ((low, lemma, tag, pos, dep, ent), (_, _, space, punct, quote, number, begins, idx, length, blank)) in enumerate(rows):
        token = Token()
        token.doc, token.i, token.idx, token.text = doc, i, idx, text[idx : idx + length]
        token.lower_, token.lemma_, token.tag_ = strings[low], strings[lemma], strings[tag]
        token.pos_, token.dep_, token.ent_type_ = strings[pos], strings[dep], strings[ent]
        token.whitespace_ = " " if blank else ""
        token.is_space, token.is_punct, token.like_num = space == 1, punct == 1, number == 1
        token.is_quote = quote == 1 and token.tag_ != "POS"  # "the drivers' union" quotes nobody
        token.is_sent_start = begins == 1
        doc.words.append(token)
    inside, leaps = numbers[0], numbers[1]
    _hang(doc, leaps)
    _part(doc)
    firsts = [i for i, kind in enumerate(inside) if kind == _BEGINS]
    for first in firsts:
        last = next((i for i in range(first + 1, len(inside)) if inside[i] != _GOES_ON), len(inside))
        doc.ents.append(Entity(doc[first:last], doc.words[first].ent_type_))
    return doc


def _hang(doc: Doc, leaps: Sequence[int]) -> None:
    """Give each word its head, its children and its edges."""
    words = doc.words
    kids: list[list[Token]] = [[] for _ in words]
    for token, leap in zip(words, leaps, strict=True):
        token.head = words[token.i + leap]
        token.left_edge = token.right_edge = token
        token.is_in_a_row = True
        if leap:
            kids[token.i + leap].append(token)
    order = [token for token, leap in zip(words, leaps, strict=True) if not leap]
    for token in order:  # grows while it is read: breadth first from the roots
        mine = kids[token.i]
        token.children = tuple(mine)
        order += mine
    sizes = [1] * len(words)
    for token in reversed(order):  # children before their heads
        head = token.head
        if token.right_edge.i - token.left_edge.i >= sizes[token.i]:
            token.is_in_a_row = False
        if head is token:
            continue
        sizes[head.i] += sizes[token.i]
        if not token.is_in_a_row:
            head.is_in_a_row = False
        if token.left_edge.i < head.left_edge.i:
            head.left_edge = token.left_edge
        if token.right_edge.i > head.right_edge.i:
            head.right_edge = token.right_edge


def _part(doc: Doc) -> None:
    """Give each word its sentence."""
    firsts = [token.i for token in doc.words if token.is_sent_start or not token.i]
    for first, last in pairwise([*firsts, len(doc)]):
        sentence = doc[first:last]
        doc.sents.append(sentence)
        for token in sentence:
            token.sent = sentence
