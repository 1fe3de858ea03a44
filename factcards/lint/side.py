"""One side of a comparison: a text with its reading, cut into words, and the words in it that turn, weaken or count others."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from factcards.cards import Article, Cue, Speaker
from factcards.layout import Layout, Quotation
from factcards.lexicon import content_frames, lemma_of
from factcards.lint.words import Word, lexis, stem, stems_in, stems_of, words_in
from factcards.reading import Attribution, Clause, Name, Reading
from factcards.segment import lay_out
from factcards.spans import Span

__all__ = ["BEING", "FUNCTION_WORDS", "HAVING", "MODALS", "Operator", "OperatorKind", "Saying", "Sentence", "Side"]

OperatorKind = Literal["negation", "hedge", "approximator", "quantifier", "only"]

FUNCTION_WORDS = frozenset(lexis()["function"]["words"])
"""Words without content of their own; lower case."""
_BE = frozenset(["be", "get"])
MODALS = frozenset(["can", "could", "may", "might", "must", "shall", "should", "will", "would"])
"""Words that make a clause of their own without a tense."""
HAVING = frozenset(["has", "have", "had"])
BEING = frozenset(["is", "are", "was", "were"])
_PARTING = frozenset(':;“”"')
"""Marks behind which another speech or statement begins: an operator does not reach back over them."""
_BEGINNING = frozenset('.!?“":‘')
"""Marks behind which a capital may be a sentence's first letter only."""
_REACH = 4
"""Words between an operator and what it governs, at most."""
_ASIDE = 8
"""Words between commas that a modal reaches over, at most."""
_LONGEST_NAME = 200
"""Code points of a name, at most."""
_APPOSITION = 25
"""Words that tell who a speaker is, between him and his cue, at most."""
_TELLING = content_frames("speech")
_LONG = 160
"""Words of a sentence that are compared at once: longer "sentences" are no prose, and are cut."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`side.words[first:last]`, `text[start:end]`.

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


@dataclass(frozen=True, slots=True)
class Operator:
    """A word or phrase that turns, weakens or counts another.

    Attributes:
        kind: What it does.
        form: Its own words, folded.
        first: Place of its first word.
        last: One past its last word.
        governed: Place of the word that it works on; null when nothing near it has content.
        strength: 3 strong, 2 medium, 1 weak; for quantifiers 3 all, 2 most, 1 some.
    """

    kind: OperatorKind
    form: str
    first: int
    last: int
    governed: int | None
    strength: int


@dataclass(frozen=True)
class Saying:
    """One attribution with its speaker and cue.

    Attributes:
        speaker: Who.
        cue: How.
        words: Places of the content's words.
        start: Where the content begins.
        end: Where it ends.
        confidence: The reader's.
    """

    speaker: Speaker
    cue: Cue
    words: frozenset[int]
    start: int
    end: int
    confidence: float


class Side:
    """A text, its reading, its words. Built once for each text; everything in it is in text order.

    Args:
        article: The text and its parts.
        reading: Of exactly this article.
        shown: The text that findings quote, as long as the article's: the file with its markup; the article's own where not given.
    """

    def __init__(self, article: Article, reading: Reading, shown: str | None = None) -> None:
        """Cut the text into words and sentences."""
        self.shown = article.text if shown is None else shown
        self.article = article
        self.reading = reading
        self.text = article.text
        self.words: tuple[Word, ...] = words_in(article.text)
        self.stems = [word.stem for word in self.words]
        self._starts = [word.start for word in self.words]
        self._only_said: dict[int, frozenset[int]] = {}
        self._clause_words: dict[tuple[int, int, bool], list[list[int]]] = {}

    @cached_property
    def published(self) -> date | None:
        """The day of publication, where the article says it."""
        try:
            return date.fromisoformat((self.article.published or "")[:10])
        except ValueError:
            return None

    @cached_property
    def layout(self) -> Layout:
        """Paragraphs, sentences and quotations."""
        return lay_out(self.article)

    @cached_property
    def voices(self) -> frozenset[str]:
        """The stems of the names, roles and mentions of all who say something; and of names right before a verb of speech, which the
        reader may have taken for something else.
        """
        speakers = [found.speaker for found in self.reading.attributions if found.speaker is not None]
        named = {stem for s in speakers for part in (s.name, s.role, s.mention and s.mention.quote) if part for stem in stems_in(part)}
        for found in self.sayings:
            named |= self.told_behind(found)
        for at, word in enumerate(self.words[:-2]):
            following = self.words[at + 1 : at + 3]
            if self.text[word.start].isupper() and any(lemma_of(w.form) in _TELLING or w.stem == "accept" for w in following):
                named.add(word.stem)
        return frozenset(named)

    def told_behind(self, found: Saying) -> set[str]:
        """The stems of the names between a speaker and his cue: "the resident, who was known as Quill until May, said"."""
        mention = found.speaker.mention
        if mention is None or not self.text.startswith(",", mention.end):
            return set()
        first, last = self.place(mention.end), self.place(found.cue.start)
        places = range(first, last) if last - first <= _APPOSITION else ()
        return {self.stems[at] for at in places if self.text[self.words[at].start].isupper()}

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

    def between(self, word: int) -> str:
        """What stands between this word and the next, marks and all."""
        return self.text[self.words[word].end : self.words[word + 1].start]

    def sentence_stems(self, sentence: Sentence) -> list[str]:
        """The stem of each word of a sentence."""
        return self.stems[sentence.first : sentence.last]

    def has_content(self, word: int) -> bool:
        """Whether this word carries meaning of its own."""
        found = self.words[word]
        return found.figure or (found.form not in FUNCTION_WORDS and found.stem not in FUNCTION_WORDS and len(found.form) > 1)

    @cached_property
    def forms(self) -> list[str]:
        """The form of each word."""
        return [word.form for word in self.words]

    @cached_property
    def form_places(self) -> Mapping[str, list[int]]:
        """Form -> its places."""
        found: dict[str, list[int]] = {}
        for at, form in enumerate(self.forms):
            found.setdefault(form, []).append(at)
        return found

    @cached_property
    def content(self) -> list[bool]:
        """For each word, whether it has content."""
        return [self.has_content(at) for at in range(len(self.words))]

    # --- attributions and clauses, by word ---

    @cached_property
    def attributions(self) -> tuple[tuple[Attribution, frozenset[int]], ...]:
        """The reading's attributions that have a cue or a speaker, each with the words of its content."""
        found = []
        for item in self.reading.attributions:
            if item.cue is None and item.speaker is None:
                continue
            words = frozenset(at for span in item.content for at in range(self.place(span.start), self.place(span.end)))
            found.append((item, words))
        return tuple(found)

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """The attributions that name their cue and their speaker."""
        return tuple(
            Saying(found.speaker, found.cue, words, found.content[0].start, found.content[-1].end, found.confidence)
            for found, words in self.attributions
            if found.cue is not None and found.speaker is not None
        )

    def sayings_in(self, sentence: Sentence) -> list[Saying]:
        """Those whose content shares words with this sentence."""
        start, end = self.words[sentence.first].start, self.words[sentence.last - 1].end
        last = bisect.bisect_left(self._saying_starts, end)
        first = bisect.bisect_left(self._saying_ends, start + 1)
        return [found for found in self.sayings[first:last] if found.start < end and start < found.end]

    def sayings_cued(self, start: int, end: int) -> list[Saying]:
        """Those whose cue begins in `text[start:end]`."""
        low = bisect.bisect_left(self._by_cue, start, key=lambda found: found.cue.start)
        high = bisect.bisect_left(self._by_cue, end, key=lambda found: found.cue.start)
        return self._by_cue[low:high]

    def only_said(self, saying: Saying) -> frozenset[int]:
        """The words of a saying's content without the reporting clause that may stand within it: "the ship, its owner says, is safe"."""
        found = self._only_said.get(id(saying))
        if found is None:
            apart = set(range(self.place(saying.cue.start), self.place(saying.cue.end)))
            if saying.speaker.mention is not None:
                apart.update(range(self.place(saying.speaker.mention.start), self.place(saying.speaker.mention.end)))
            found = self._only_said[id(saying)] = saying.words - apart
        return found

    @cached_property
    def _by_cue(self) -> list[Saying]:
        return sorted(self.sayings, key=lambda found: found.cue.start)

    @cached_property
    def _saying_starts(self) -> list[int]:
        return [found.start for found in self.sayings]

    @cached_property
    def _saying_ends(self) -> list[int]:
        """The farthest end up to each saying: they may nest, so their own ends are in no order."""
        return list(itertools.accumulate((found.end for found in self.sayings), max))

    @cached_property
    def _attributed(self) -> dict[int, list[int]]:
        table: dict[int, list[int]] = {}
        for at, (_, words) in enumerate(self.attributions):
            for word in words:
                table.setdefault(word, []).append(at)
        return table

    def attributed_to(self, word: int) -> list[Attribution]:
        """The attributions whose content holds this word, the widest first."""
        found = [self.attributions[at] for at in self._attributed.get(word, ())]
        return [item for item, _ in sorted(found, key=lambda pair: -len(pair[1]))]

    @cached_property
    def _clauses(self) -> dict[int, Clause]:
        table: dict[int, Clause] = {}
        for clause in sorted(self.reading.clauses, key=lambda c: c.start - c.end):
            for at in range(self.place(clause.start), min(self.place(clause.end), self.place(clause.start) + _LONG)):
                table[at] = clause
        return table

    def clause_of(self, word: int) -> Clause | None:
        """The smallest clause that holds this word."""
        return self._clauses.get(word)

    def finite_clauses(self, sentence: Sentence, *, modal: bool = False) -> list[list[int]]:
        """The words of each clause with a tense (or a modal), without those of such clauses in it, in the order of their first words."""
        found = self._clause_words.get((sentence.first, sentence.last, modal))
        if found is None:
            found = self._clause_words[sentence.first, sentence.last, modal] = self._words_by_clause(sentence, modal=modal)
        return found

    def _words_by_clause(self, sentence: Sentence, *, modal: bool) -> list[list[int]]:
        inner: dict[int, Clause] = {}
        for clause in sorted(self._tensed_in(sentence, modal=modal), key=lambda c: c.start - c.end):
            first, last = max(self.place(clause.start), sentence.first), min(self.place(clause.end), sentence.last)
            inner.update(dict.fromkeys(range(first, last), clause))
        found: dict[int, list[int]] = {}
        for word in sorted(inner):
            found.setdefault(inner[word].head.start, []).append(word)
        return list(found.values())

    def _tensed_in(self, sentence: Sentence, *, modal: bool = False) -> list[Clause]:
        clauses = self._finite if modal else self._tensed
        low = bisect.bisect_left(clauses, sentence.start, key=_head)
        return clauses[low : bisect.bisect_left(clauses, sentence.end, key=_head)]

    @cached_property
    def _finite(self) -> list[Clause]:
        return sorted((clause for clause in self.reading.clauses if self.is_finite(clause)), key=_head)

    def head_of(self, words: Sequence[int]) -> int | None:
        """The place of the predicate of the finite clause that has these words; null where it has none of its own."""
        inside = set(words)
        for word in words:
            clause = self.clause_of(word)
            if clause is not None and self.is_finite(clause) and self.place(clause.head.start) in inside:
                return self.place(clause.head.start)
        return None

    def is_finite(self, clause: Clause) -> bool:
        """Whether a clause has a tense or a modal."""
        return clause.tense is not None or self.has_modal(clause)

    def has_modal(self, clause: Clause) -> bool:
        """Whether a word like "could" stands before the predicate, within the clause; before what commas set off too."""
        head = self.place(clause.head.start)
        first = max(self.place(clause.start), head - _REACH)
        if any(form in MODALS for form in self.forms[first:head]):
            return True
        if not first < head < len(self.words) or "," not in self.between(head - 1):
            return False
        aside = next((at for at in range(head - 2, max(self.place(clause.start), head - _ASIDE) - 1, -1) if "," in self.between(at)), None)
        return aside is not None and self.forms[aside] in MODALS  # "could, if it holds, prevent"

    @cached_property
    def _tensed(self) -> list[Clause]:
        return sorted((clause for clause in self.reading.clauses if clause.tense is not None), key=_head)

    def has_clause(self, sentence: Sentence) -> bool:
        """Whether something is stated here: a name or a heading without a verb states nothing."""
        return bool(self._tensed_in(sentence)) or any(form in MODALS for form in self.forms[sentence.first : sentence.last])

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

    def in_quotation(self, word: int) -> bool:
        """Whether this word stands between quotation marks."""
        return word in self._quoted_words

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names that the reader found, in text order."""
        return tuple(sorted(self.reading.names, key=lambda name: name.start))

    def names_over(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that share a code point with `text[start:end]`."""
        low = bisect.bisect_left(self.names, start - _LONGEST_NAME, key=lambda name: name.start)
        high = bisect.bisect_left(self.names, end, key=lambda name: name.start)
        return tuple(name for name in self.names[low:high] if name.end > start)

    @cached_property
    def name_words(self) -> frozenset[int]:
        """Places of the words of names."""
        found: set[int] = set()
        for name in self.reading.names:
            if name.kind != "other" or self.text[name.start : name.start + 1].isupper():
                found.update(range(self.place(name.start), self.place(name.end)))
        return frozenset(found)

    # --- operators ---

    @cached_property
    def operators(self) -> tuple[Operator, ...]:
        """Every operator of the text, in order."""
        return tuple(_operators(self))

    @cached_property
    def operator_words(self) -> frozenset[int]:
        """Places of the words that operators consist of."""
        return frozenset(at for op in self.operators for at in range(op.first, op.last))

    def operators_in(self, sentence: Sentence) -> list[Operator]:
        """The operators of one sentence."""
        low = bisect.bisect_left(self._operator_places, sentence.first)
        high = bisect.bisect_left(self._operator_places, sentence.last)
        return list(self.operators[low:high])

    @cached_property
    def _operator_places(self) -> list[int]:
        return [op.first for op in self.operators]


def _head(clause: Clause) -> int:
    return clause.head.start


_PHRASES: dict[str, list[tuple[str, ...]]] = {}
"""First word -> the phrases that it begins, as words."""
for _words in (tuple(phrase.split()) for phrase in lexis()["approximator"]["phrases"]):
    _PHRASES.setdefault(_words[0], []).append(_words)
_SINGLE_APPROXIMATORS = frozenset(lexis()["approximator"]["before_figure"])
_QUANTIFIERS: Mapping[str, int] = {
    word: strength for strength, key in enumerate(("part", "most", "all"), 1) for word in lexis()["quantifier"][key]
}


def _operators(side: Side) -> Iterator[Operator]:
    words = side.words
    at = 0
    while at < len(words):
        found = _phrase(side, at) or _single(side, at)
        if found is not None:
            yield found
            at = found.last
        else:
            at += 1


def _phrase(side: Side, at: int) -> Operator | None:
    for phrase in _PHRASES.get(side.words[at].form, ()):
        last = at + len(phrase)
        if tuple(w.form for w in side.words[at:last]) == phrase:
            figure = at - 1 if phrase[0] == "or" else _figure_after(side, last)
            if figure is not None and figure >= 0 and side.words[figure].figure:
                return Operator("approximator", " ".join(phrase), at, last, figure, 1)
    return None


def _figure_after(side: Side, at: int) -> int | None:
    for place in range(at, min(at + 2, len(side.words))):
        if side.words[place].figure:
            return None if side.words[place].form.startswith("date:") else place
        form = side.words[place].form
        if form in _POSSESSIVES or (side.content[place] and form not in {"half", "$", "£", "€"}):
            return None
    return None


_POSSESSIVES = frozenset(["my", "your", "his", "her", "its", "our", "their"])
"""Words before a figure that is known: one lives up to "his £28m", and that is not up to £28m."""


def _single(side: Side, at: int) -> Operator | None:
    word = side.words[at]
    form = word.form
    if word.figure:
        return None
    if form in _SINGLE_APPROXIMATORS:
        figure = at + 1 if at + 1 < len(side.words) and side.words[at + 1].figure else None
        if figure is not None and not side.words[figure].form.startswith("date:"):
            return Operator("approximator", form, at, at + 1, figure, 1)
    if form in _NEGATIONS and not _fixed_phrase(side, at):
        return Operator("negation", form, at, at + 1, governed(side, at), 3)
    denies = word.stem in _IMPLICATIVE or (form == "yet" and at > 0 and side.words[at - 1].stem in _HELPING)  # "has yet to pay"
    if denies and at + 1 < len(side.words) and side.words[at + 1].form == "to":
        return Operator("negation", form, at, at + 1, governed(side, at + 1), 3)
    if _is_hedge(side, at):
        strong = stem(form) in stems_of("hedge", "strong")
        return Operator("hedge", form, at, at + 1, governed(side, at), 3 if strong else 2)
    if form in _QUANTIFIERS:
        return Operator("quantifier", form, at, at + 1, governed(side, at), _QUANTIFIERS[form])
    if form == "only":
        return Operator("only", form, at, at + 1, governed(side, at), 1)
    return None


_NEGATIONS = frozenset(lexis()["negation"]["words"])
_HELPING = frozenset([stem("be"), stem("have")])
_IMPLICATIVE = stems_of("negation", "implicative")
_MARKS = frozenset(lexis()["hedge"]["marks"])


_NOT_TURNED = frozenset(["only", "just", "least", "far", "unlike", "surprisingly"])
"""Words behind "not" that make a phrase of it."""
_NOT_PHRASES = (("long", "after"), ("long", "before"), ("the", "first", "time"), ("for", "the", "first", "time"),
    ("to", "be", "named"), ("be", "named"), ("to", "be", "identified"), ("be", "identified"),
    ("want", "to", "be", "named"), ("want", "to", "be", "identified"), ("wish", "to", "be", "named"), ("wish", "to", "be", "identified"),
)  # fmt: skip
"""The same of several words: "not long after", "not for the first time" as "not the first time"; and why a source has no name."""


def _fixed_phrase(side: Side, at: int) -> bool:
    """Whether it turns nothing: "not only" negates something else; "no one" counts; "No 10" and "no doubt" turn nothing."""
    form = side.words[at].form
    following = side.words[at + 1].form if at + 1 < len(side.words) else ""
    if form == "no":
        return following in {"doubt"} or (following.startswith("number:") and side.text[side.words[at].start] == "N")
    if form != "not":
        return False
    return following in _NOT_TURNED or any(side.forms[at + 1 : at + 1 + len(phrase)] == [*phrase] for phrase in _NOT_PHRASES)


def _is_hedge(side: Side, at: int) -> bool:
    word = side.words[at]
    if word.form in _MARKS:
        return not side.is_month(at)
    following = side.words[at + 1].form if at + 1 < len(side.words) else ""
    if word.stem == "look":
        return side.forms[at + 1 : at + 3] == ["to", "be"]
    if word.stem in stems_of("hedge", "raising"):
        return following in {"to", "like"} or (word.stem != stem("appear") and following != "")
    if (word.stem in stems_of("hedge", "passive") and word.form.endswith(("ed", "t"))) or word.form == "understood":
        helpers = [w for w in side.words[max(0, at - 3) : at] if w.stem in _BE]
        meant = word.stem == stem("supposed") and any(w.form in {"was", "were"} for w in helpers)  # "was supposed to be safe" and is not
        thought = any(w.form == "it" for w in side.words[max(0, at - 2) : at])  # "it is thought the look is old"
        behind = side.words[at + 2].form if at + 2 < len(side.words) and following in _BETWEEN else following  # "expected soon to"
        alone = word.form in _EXPECTED and at > 0 and side.text[side.words[at - 1].end : word.start] == " "  # "a sale expected to grow"
        return ((behind == "to" and (bool(helpers) or alone)) or (thought and bool(helpers))) and not meant
    return False


_BETWEEN = frozenset(["also", "now", "still", "soon", "then", "widely"])
_EXPECTED = frozenset(["expected", "believed", "suspected", "projected"])
"""Participles that hedge without "is": "a man believed to be armed"."""


def _behind_aside(side: Side, at: int, last: int) -> int:
    """The place behind this word, and behind what commas set off there: "could, if confirmed, prevent"."""
    if at + 1 >= last or "," not in side.between(at):
        return at + 1
    return next((place + 1 for place in range(at + 1, min(last - 1, at + 2 + _REACH)) if "," in side.between(place)), at + 1)


def governed(side: Side, at: int) -> int | None:
    """The word that the operator at this place works on: the next one with content in its sentence, else the last before it."""
    sentence = side.sentence_of(at)
    first = _behind_aside(side, at, sentence.last)
    for place in range(first, min(sentence.last, first + 1 + _REACH)):
        form = side.words[place].form
        if side.content[place] and form not in _MARKS and form not in _QUANTIFIERS and not form.endswith("ly"):
            return place
    for place in range(at - 1, sentence.first - 1, -1):
        if not _PARTING.isdisjoint(side.between(place)):
            return None
        if side.content[place]:
            return place
    return None
