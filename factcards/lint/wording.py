"""A text cut into words: what comparing asks of it before anything is read."""

from __future__ import annotations

import bisect
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcards.cards import Article
from factcards.layout import Layout, Quotation
from factcards.lint.words import Word, lexis, words_in
from factcards.segment import lay_out
from factcards.spans import Span

__all__ = ["BEING", "DOING", "FUNCTION_WORDS", "HAVING", "MODALS", "PLACES", "Sentence", "Wording"]

FUNCTION_WORDS = frozenset(lexis()["function"]["words"])
"""Words without content of their own; lower case."""
MODALS = frozenset(["can", "could", "may", "might", "must", "shall", "should", "will", "would"])
"""Words that make a clause of their own without a tense."""
HAVING = frozenset(["has", "have", "had"])
BEING = frozenset(["is", "are", "was", "were"])
DOING = frozenset(["do", "does", "did"])
_BEGINNING = frozenset('.!?“":‘')
"""Marks behind which a capital may be a sentence's first letter only."""
_LONG = 160
"""Words of a sentence that are compared at once: longer "sentences" are no prose, and are cut."""
PLACES = 2000
"""Places of one word that are looked at in a text; one with more is no prose."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`words[first:last]`, `text[start:end]`.

    Attributes:
        part: What the paragraph is for ("body", "headline", ...).
        paragraph: Its place in the layout.
    """

    first: int
    last: int
    start: int
    end: int
    part: str
    paragraph: int


class Wording:
    """A text and its words; everything in it is in text order.

    Args:
        article: The text and its parts.
        shown: The text that findings quote, as long as the article's: the file with its markup; the article's own where not given.
    """

    def __init__(self, article: Article, shown: str | None = None) -> None:
        """Cut the text into words."""
        self.shown = article.text if shown is None else shown
        self.article = article
        self.text = article.text
        self.words: tuple[Word, ...] = words_in(article.text)
        self.stems = [word.stem for word in self.words]
        self._starts = [word.start for word in self.words]

    @cached_property
    def layout(self) -> Layout:
        """Paragraphs, sentences and quotations."""
        return lay_out(self.article)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence that holds a word; one longer than 160 words is several."""
        found: list[Sentence] = []
        for sentence in self.layout.sentences:
            first, last = self.place(sentence.start), self.place(sentence.end)
            for low in range(first, last, _LONG):
                high = min(low + _LONG, last)
                start = sentence.start if low == first else self.words[low].start
                end = sentence.end if high == last else self.words[high - 1].end
                found.append(Sentence(low, high, start, end, sentence.part, sentence.paragraph))
        return tuple(found)

    def place(self, offset: int) -> int:
        """Place of the first word that starts at or after this offset."""
        return bisect.bisect_left(self._starts, offset)

    def number_of(self, sentence: Sentence) -> int:
        """Place of a sentence among `sentences`."""
        return bisect.bisect_left(self._firsts, sentence.first)

    def sentence_of(self, word: int) -> Sentence:
        """The sentence that holds this word; the nearest before it where none does."""
        at = bisect.bisect_right(self._firsts, word) - 1
        return self.sentences[max(at, 0)]

    @cached_property
    def _firsts(self) -> list[int]:
        return [sentence.first for sentence in self.sentences]

    def span(self, first: int, last: int) -> Span:
        """The text of `words[first:last]`."""
        return Span.of(self.shown, self.words[first].start, self.words[last - 1].end)

    def is_month(self, word: int) -> bool:
        """Whether "May" is a month here."""
        start = self.words[word].start
        if self.words[word].form != "may" or not self.text[start].isupper():
            return False
        apart = self.text[self.words[word - 1].end if word else 0 : start].rstrip()
        return apart[-1] not in _BEGINNING if apart else word > 0

    def numbers(self, word: int) -> bool:
        """Whether it is the "No" of "No 10"."""
        return self.forms[word] == "no" and self.text[self.words[word].start] == "N" and self.following(word).startswith("number:")

    def following(self, word: int) -> str:
        """The form of the next word; empty behind the last one."""
        return self.forms[word + 1] if word + 1 < len(self.words) else ""

    def between(self, word: int) -> str:
        """What stands between this word and the next, marks and all."""
        return self.text[self.words[word].end : self.words[word + 1].start]

    def is_asked(self, sentence: Sentence) -> bool:
        """Whether a sentence is a question."""
        return self.text[sentence.start : sentence.end].rstrip(" \"”’'").endswith("?")

    def sentence_stems(self, sentence: Sentence) -> list[str]:
        """The stem of each word of a sentence."""
        return self.stems[sentence.first : sentence.last]

    def telling_stems(self, sentence: Sentence) -> Iterator[str]:
        """The stem of each word of a sentence that has content."""
        first, last = sentence.first, sentence.last
        return itertools.compress(self.stems[first:last], self.content[first:last])

    @cached_property
    def forms(self) -> list[str]:
        """The form of each word."""
        return [word.form for word in self.words]

    @cached_property
    def form_places(self) -> Mapping[str, list[int]]:
        """Form -> its places."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, form in enumerate(self.forms):
            found[form].append(at)
        return dict(found)

    def runs(self, wanted: Sequence[str]) -> Iterator[int]:
        """The places at which these forms stand in a row; of the rarest of them no more than 2,000 are looked at."""
        rarest = min(range(len(wanted)), key=lambda k: len(self.form_places.get(wanted[k], ())))
        for at in self.form_places.get(wanted[rarest], ())[:PLACES]:
            start = at - rarest
            if start >= 0 and self.forms[start : start + len(wanted)] == wanted:
                yield start

    @cached_property
    def content(self) -> list[bool]:
        """For each word, whether it carries meaning of its own."""
        return [
            figure or (form not in FUNCTION_WORDS and base not in FUNCTION_WORDS and len(form) > 1)
            for form, base, _, _, figure in self.words
        ]

    @cached_property
    def quoted(self) -> tuple[Quotation, ...]:
        """The outer quotations."""
        return tuple(q for q in self.layout.quotations if q.depth == 0)

    def quotation_over(self, offset: int) -> Quotation | None:
        """The outer quotation that holds this code point."""
        found = self.layout.outer_before(offset)
        return found if found is not None and offset < found.end else None

    def quotations_in(self, sentence: Sentence) -> tuple[Quotation, ...]:
        """The outer quotations that begin in this sentence."""
        low = bisect.bisect_left(self.quoted, sentence.start, key=lambda q: q.inner_start)
        high = bisect.bisect_left(self.quoted, sentence.end, key=lambda q: q.inner_start)
        return self.quoted[low:high]

    @cached_property
    def _quoted_words(self) -> frozenset[int]:
        return frozenset(at for q in self.quoted for at in range(self.place(q.inner_start), self.place(q.inner_end)))

    @cached_property
    def singly_quoted(self) -> frozenset[int]:
        """The words between single marks, which headlines and British papers put round paraphrase and mockery too."""
        single = [q for q in self.quoted if self.text[q.inner_start - 1 : q.inner_start] in {"'", "‘", "’"}]
        return frozenset(at for q in single for at in range(self.place(q.inner_start), self.place(q.inner_end)))

    def in_quotation(self, word: int) -> bool:
        """Whether this word stands between quotation marks."""
        return word in self._quoted_words
