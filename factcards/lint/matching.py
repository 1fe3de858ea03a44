"""From a sentence of the summary to the sentences of the sources that may carry it, and from word to word between them.

Candidates come from an index of stems, weighed by how rare each is; words are aligned by the longest common subsequence of
stems (rapidfuzz), and what that leaves over by equal stems out of order. Nothing here is quadratic in the number of sentences.
"""

from __future__ import annotations

import heapq
import itertools
import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rapidfuzz.distance import Indel

from factcards.cards import Article
from factcards.lint.dates import Days, days_meant
from factcards.lint.quantities import Quantity, quantities_in
from factcards.lint.side import Saying, Side
from factcards.lint.wording import Sentence
from factcards.lint.words import Word, words_in

__all__ = ["HELD", "LIKELY", "RIVAL", "SHARE", "Alignment", "Counterpart", "Index", "Match", "Original", "Retold", "Told"]

_CANDIDATES = 4
"""Sentences of the sources that are looked at for one of the summary: a third or fourth still brought evidence on real summaries."""
_FIGURES = 2000
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_CLAUSE = 2
"""Words with content that a clause must have to be looked up by itself."""
SHARE = 0.5
"""Share of a clause's content that the source's clause must have for both to tell the same."""
_SAID = 0.3
"""Share of what is said in the summary, by weight, that is said in the source for both to be the same."""
HELD = 2
"""Words with content that two clauses, or what two people say, must both have: a single word may stand anywhere."""
RIVAL = 0.7
"""Weight of another clause or saying of the source, as a share of the best one's, from which it may be the one that the summary follows."""
LIKELY = 3
"""Clauses of the source for one of the summary among whose sentences is looked for what belongs to it."""
_SAME_ORDER = 0.5
"""Share of a sentence's words in order below which it is told in words of its own: on fresh summaries 5 of 13 false alarms over who speaks
were such, and none of 12 right ones.
"""
_WITHIN_NAMES = frozenset(["of", "for", "and", "the"])
"""Small words of a name that its initials leave out, or have: UNT for "University of Norrland-Tarn", FFT for "Friends for Tarn"."""
_COMMON = 200
"""Sentences that may hold a stem for it to choose candidates: a commoner one tells nothing, and would cost quadratic time."""


@dataclass(frozen=True)
class Alignment:
    """One candidate sentence, word by word.

    Attributes:
        side: Place of the source.
        sentence: The sentence in it.
        forward: Word of the summary -> word of the source.
        backward: The other way round.
        coverage: Share (0 to 1, by weight) of the summary sentence's content that stands in this one.
        ordered: Share of the summary sentence's words, function words too, that stand here in the same order.
    """

    side: int
    sentence: Sentence
    forward: Mapping[int, int]
    backward: Mapping[int, int]
    coverage: float
    ordered: float

    @cached_property
    def in_order(self) -> list[tuple[int, int]]:
        """The pairs of words that keep the order, greedily: a pair that jumps ahead of both neighbours is left out."""
        pairs = list(self.forward.items())
        kept: list[tuple[int, int]] = []
        for at, (here, there) in enumerate(pairs):
            following = pairs[at + 1][1] if at + 1 < len(pairs) else there + 1
            before = kept[-1][1] if kept else -1
            if there > before and (following > there or at + 1 == len(pairs) or following < before):
                kept.append((here, there))
        return kept


class _Weights(dict[str, float]):
    """How much a stem tells: its inverse document frequency over the sentences; an unknown one tells most."""

    def __init__(self, sentences: Sized, postings: Mapping[str, Sized]) -> None:
        super().__init__()
        self._sentences, self._postings = sentences, postings

    def __missing__(self, stem: str) -> float:
        found = self[stem] = math.log(1 + (len(self._sentences) + 1) / (len(self._postings.get(stem, ())) + 0.5))
        return found


class Index:
    """The sources, by stem.

    Args:
        sources: Each read.
        articles: The sources as they were given, where what was read is blanked in places; else the sides' own.
    """

    def __init__(self, sources: Sequence[Side], articles: Sequence[Article] | None = None) -> None:
        """Remember in which sentences each stem of content stands."""
        self.sources = tuple(sources)
        self.articles = tuple(side.article for side in sources) if articles is None else tuple(articles)
        self.sentences: list[tuple[int, Sentence]] = []
        self.postings: dict[str, list[int]] = {}
        self.weights = _Weights(self.sentences, self.postings)
        for at, side in enumerate(self.sources):
            for sentence in side.sentences:
                number = len(self.sentences)
                self.sentences.append((at, sentence))
                for word in set(side.telling_stems(sentence)):
                    self.postings.setdefault(word, []).append(number)

    def writes(self, form: str) -> bool:
        """Whether a source has this very word."""
        return any(form in side.form_places for side in self.sources)

    def knows(self, stem: str) -> bool:
        """Whether the sources hold this stem at all."""
        return stem in self.postings or stem in self._all_stems

    @cached_property
    def _all_stems(self) -> frozenset[str]:
        return frozenset(word for side in self.sources for word in side.stems) | {
            word.stem
            for article in self.articles
            for about in (article.title, article.subtitle, article.byline, article.site, article.published)
            if about
            for word in words_in(about)
        }

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The different figures of the sources, by value; of a text with more than 2,000 the first ones."""
        found = dict.fromkeys(word.form for side in self.sources for word in side.words if word.figure)
        return tuple(found)[:_FIGURES]

    @cached_property
    def quantities(self) -> frozenset[Quantity]:
        """The figures of the sources that have a unit."""
        return frozenset(quantity for side in self.sources for quantity in quantities_in(side))

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the sources name, that of their publication too."""
        dates = [form for form in self.figures if form.startswith("date:")]
        dates += [str(article.published) for article in self.articles if article.published is not None]
        return frozenset(int(year) for date in dates for year in _YEAR.findall(date))

    @cached_property
    def published(self) -> tuple[date, ...]:
        """The days on which the sources were published, where they say so."""
        return tuple(dict.fromkeys(side.published for side in self.sources if side.published is not None))

    @cached_property
    def days(self) -> tuple[Days, ...]:
        """What the dates of the sources may mean, their days of publication too."""
        dates = {(word.form, side.published) for side in self.sources for word in side.words if word.form.startswith("date:")}
        found = {days for form, published in dates for days in days_meant(form, published)} | {(day, day) for day in self.published}
        return tuple(sorted(found))[:_FIGURES]

    def begins(self, letters: str) -> bool:
        """Whether a word of the sources begins with these five letters: a name's adjective, or its genitive."""
        return letters in self._beginnings

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(word.form[:5] for side in self.sources for word in side.words if len(word.form) >= 5)

    def has_initials(self, letters: str) -> bool:
        """Whether the sources have a run of capitalised words with these initials, the first of which may be an acronym itself."""
        return letters in self._initials

    @cached_property
    def _initials(self) -> frozenset[str]:
        found: set[str] = set()
        for side in self.sources:
            for words in (side.words, [word for word in side.words if word.form not in _WITHIN_NAMES]):
                found |= _initials_of(side, words, frozenset())
            found |= _initials_of(side, side.words, _WITHIN_NAMES)
        return frozenset(found)

    def match(self, summary: Side, sentence: Sentence) -> Match:
        """The candidates for one sentence of the summary, best first."""
        stems = set(summary.telling_stems(sentence))
        scores: Counter[int] = Counter()
        for word in sorted(stems):
            found = self.postings.get(word, ())
            if len(found) <= _COMMON:
                weight = self.weights[word]
                for number in found:
                    scores[number] += weight  # type: ignore[assignment, unused-ignore]
        best = heapq.nsmallest(_CANDIDATES, scores, key=lambda n: (-scores[n] / self._lengths[n], n))
        total = self.total(summary, sentence)
        aligned = [self._align(summary, sentence, number, total) for number in best]
        return Match(
            self, summary, sentence, tuple(sorted(aligned, key=lambda a: (-(a.coverage + 0.5 * a.ordered), a.side, a.sentence.first)))
        )

    @cached_property
    def _lengths(self) -> list[float]:
        """What the weight of a sentence is divided by: of two that share as much the shorter one is the likelier."""
        return [1 + 0.01 * (sentence.last - sentence.first) for _, sentence in self.sentences]

    def _align(self, summary: Side, sentence: Sentence, number: int, total: float) -> Alignment:
        at, there = self.sentences[number]
        return self.aligned(summary, sentence, at, there, _align_words(summary, sentence, self.sources[at], there), total)

    def total(self, summary: Side, here: Sentence) -> float:
        """How much a sentence of the summary tells, or a stretch of one."""
        return sum([self.weights[stem] for stem in summary.telling_stems(here)])

    def weight(self, summary: Side, words: Iterable[int]) -> float:
        """How much these words of a summary tell together: the rarer in the sources, the more."""
        return sum([self.weights[summary.stems[w]] for w in words])

    def aligned(self, summary: Side, here: Sentence, at: int, there: Sentence, forward: Mapping[int, int], total: float) -> Alignment:
        """A sentence of the summary that tells so much in `total`, or a stretch of one, beside one of the source at this place, with the
        words that both share.
        """
        shared = self.weight(summary, (w for w in forward if summary.content[w]))
        places = list(forward.items())
        ordered = sum(1 for a, b in itertools.pairwise(places) if b[1] > a[1]) + bool(places)
        return Alignment(
            side=at,
            sentence=there,
            forward=forward,
            backward={theirs: mine for mine, theirs in forward.items()},
            coverage=shared / total if total else 0.0,
            ordered=ordered / max(1, here.last - here.first),
        )


def _align_words(left: Side, here: Sentence, right: Side, there: Sentence) -> dict[int, int]:
    """Words of `here` -> words of `there`: in order where they can be, then equal content out of order."""
    a, b = left.stems[here.first : here.last], right.stems[there.first : there.last]
    forward: dict[int, int] = {}
    for block in Indel.opcodes(a, b).as_matching_blocks():
        for k in range(block.size):
            forward[here.first + block.a + k] = there.first + block.b + k
    taken = set(forward.values())
    spare: dict[str, list[int]] = {}
    for w in range(there.first, there.last):
        if w not in taken and right.content[w]:
            spare.setdefault(right.stems[w], []).append(w)
    for w in range(here.first, here.last):
        if w not in forward and left.content[w] and (found := spare.get(left.stems[w])):
            forward[w] = found.pop(0)
    return dict(sorted(forward.items()))


def _initials_of(side: Side, words: Sequence[Word], small: Collection[str]) -> set[str]:
    """The initials of every run of words with a capital, or that are `small`; of an acronym that begins one, all its letters too."""
    found: set[str] = set()
    initials = [word.form[0] if side.text[word.start].isupper() or word.form in small else "" for word in words]
    for size in (2, 3, 4, 5):
        for at in range(len(initials) - size + 1):
            if all(initials[at : at + size]) and all(side.text[words[w].start].isupper() for w in (at, at + size - 1)):
                found.add("".join(initials[at : at + size]))
                if side.text[words[at].start : words[at].end].isupper():  # "UK Independence Party": UKIP
                    found.add("".join([words[at].form, *initials[at + 1 : at + size]]))
    return found


@dataclass(frozen=True)
class Counterpart:
    """A clause of a source beside one of the summary.

    Attributes:
        side: Its source.
        aligned: The sentence that it stands in, word by word.
        words: Its places.
        held: Places of the summary's words with content that it has too.
        weight: How much these tell together.
    """

    side: Side
    aligned: Alignment
    words: Sequence[int]
    held: Sequence[int]
    weight: float

    @cached_property
    def head(self) -> int | None:
        """The place of its predicate."""
        return self.side.head_of(self.words)


@dataclass(frozen=True)
class Told:
    """A clause of the summary with its counterparts.

    Attributes:
        words: Its places, without those of clauses within it.
        head: The place of its predicate.
        share: How much of its content the best counterpart has, by weight or by number, whichever is more.
        counterparts: The best one first; never empty.
    """

    words: Sequence[int]
    head: int
    share: float
    counterparts: Sequence[Counterpart]


@dataclass(frozen=True)
class Original:
    """What somebody says in a source, as far as somebody says the same in the summary.

    Attributes:
        side: Its source.
        aligned: A sentence of its content, word by word.
        saying: Who says what, and how.
        held: Places of the summary's words with content that it has too.
        weight: How much these tell together.
    """

    side: Side
    aligned: Alignment
    saying: Saying
    held: frozenset[int]
    weight: float

    def is_enough(self, retold: Retold) -> bool:
        """Whether the two say so much of the same that they may say the same: a good part of what either of them says."""
        if self.weight >= _SAID * retold.weight:
            return True
        theirs = [w for w in self.saying.only_said if self.side.content[w]]
        return len(self.held) >= HELD and 2 * len(self.held) >= len(theirs)

    def is_rival(self, best: Original) -> bool:
        """Whether it may be this one that is retold, and not the best."""
        return self.weight >= RIVAL * best.weight


@dataclass(frozen=True)
class Retold:
    """What somebody says in the summary, with what is said in the sources in the same words.

    Attributes:
        saying: Who says what, and how.
        words: Places of its words with content.
        weight: How much these tell together.
        originals: The best one first; never empty.
    """

    saying: Saying
    words: frozenset[int]
    weight: float
    originals: Sequence[Original]


@dataclass(frozen=True)
class Match:
    """A sentence of the summary and its candidates.

    Attributes:
        index: The sources.
        summary: The side that is checked.
        sentence: The sentence in it.
        candidates: Best first; empty when the sources share no telling word with it.
    """

    index: Index
    summary: Side
    sentence: Sentence
    candidates: tuple[Alignment, ...]

    @property
    def best(self) -> Alignment | None:
        """The candidate that carries most of the sentence."""
        return self.candidates[0] if self.candidates else None

    @cached_property
    def near_verbatim(self) -> bool:
        """Whether the best candidate holds nearly all of the sentence in the same order, so that each difference is an edit."""
        best = self.best
        return best is not None and best.coverage >= 0.6 and best.ordered >= 0.7

    def speaks_of(self, stems: frozenset[str]) -> bool:
        """Whether a sentence of the sources that may tell of it has one of these words."""
        found: list[Alignment] = [*self.candidates, *(c.aligned for told in self.clauses for c in told.counterparts[:LIKELY])]
        return any(not stems.isdisjoint(self.source(aligned).sentence_stems(aligned.sentence)) for aligned in found)

    @cached_property
    def is_reworded(self) -> bool:
        """Whether no candidate has half of the sentence in the same order: it may be told from several places, and a single word that
        differs there proves little.
        """
        return not self.near_verbatim and all(aligned.ordered < _SAME_ORDER for aligned in self.candidates)

    @cached_property
    def block_quoted(self) -> bool:
        """Whether the sentence stands in a Markdown block quote: words of the source, or of somebody who is named above it."""
        shown = self.summary.shown
        return shown[shown.rfind("\n", 0, self.sentence.start) + 1 : self.sentence.start].lstrip().startswith(">")

    @cached_property
    def is_asked(self) -> bool:
        """Whether the summary asks it, and so states nothing."""
        return self.summary.is_asked(self.sentence)

    @cached_property
    def support(self) -> float:
        """Share (0 to 1, by weight) of the sentence's content that stands in any candidate."""
        places = [w for w in range(self.sentence.first, self.sentence.last) if self.summary.content[w]]
        total = self.weight(places)
        found = {w for aligned in self.candidates for w in aligned.forward}
        return self.weight(w for w in places if w in found) / total if total else 1.0

    def weight(self, words: Iterable[int]) -> float:
        """How much these words of the summary tell together: the rarer in the sources, the more."""
        return self.index.weight(self.summary, words)

    def source(self, aligned: Alignment) -> Side:
        """The side that a candidate stands in."""
        return self.index.sources[aligned.side]

    @cached_property
    def clauses(self) -> tuple[Told, ...]:
        """The clauses of the sentence that a source tells too, each looked up by itself, since a summary often joins what stands in
        several places; with "could" and the like first as clauses of their own, then as part of the one that they hang on.
        """
        summary = self.summary
        fine, coarse = summary.finite_clauses(self.sentence, with_modals=True), summary.finite_clauses(self.sentence)
        both = [*((words, True) for words in fine), *((words, False) for words in coarse if words not in fine)]
        found = (self._told(words, with_modals=modals, alone=len(fine) > 1) for words, modals in both)
        return tuple(told for told in found if told is not None)

    def clauses_with(self, word: int) -> list[Told]:
        """Those of the clauses that hold this word of the summary."""
        return [told for told in self.clauses if word in told.words]

    def clauses_told(self, word: int, share: float) -> list[Told]:
        """Those of the clauses that hold this word of which a clause of a source tells at least such a share, in more than a few words."""
        return [told for told in self.clauses_with(word) if told.share >= share and len(told.counterparts[0].held) > HELD]

    def clauses_told_in(self, aligned: Alignment, word: int, share: float) -> list[Told]:
        """Those of the clauses that hold this word of which a clause of this candidate tells at least such a share."""
        told = ((told, told.counterparts[0].aligned) for told in self.clauses_told(word, share))
        return [one for one, best in told if (best.side, best.sentence) == (aligned.side, aligned.sentence)]

    def _told(self, words: Sequence[int], *, with_modals: bool, alone: bool) -> Told | None:
        summary, sentence = self.summary, self.sentence
        content = [w for w in words if summary.content[w]]
        head = summary.head_of(words)
        if head is None or len(content) < _CLAUSE or any(map(summary.in_quotation, content)):
            return None
        match = self
        if alone:
            start, end = summary.words[words[0]].start, summary.words[words[-1]].end
            match = self.index.match(summary, Sentence(words[0], words[-1] + 1, start, end, sentence.part, sentence.paragraph))
        counterparts = sorted(match.counterparts(content, with_modals=with_modals), key=lambda found: -found.weight)
        if not counterparts:
            return None
        best, total = counterparts[0], self.weight(content)
        share = max(best.weight / total if total else 0.0, len(best.held) / len(content))
        return Told(words, head, share, counterparts)

    def counterparts(self, content: Sequence[int], *, with_modals: bool) -> Iterator[Counterpart]:
        """The clauses of the candidates that have some of these words of the summary."""
        for aligned in self.candidates:
            source, forward = self.source(aligned), aligned.forward
            shared = [w for w in content if w in forward]
            for words in source.finite_clauses(aligned.sentence, with_modals=with_modals) if shared else ():
                there = set(words)
                held = [w for w in shared if forward[w] in there]
                if held:
                    yield Counterpart(source, aligned, words, held, self.weight(held))

    @cached_property
    def retold(self) -> tuple[Retold, ...]:
        """What somebody is said to say in the sentence, the cue in it too, and says in a source: looked for in the candidates, and in those
        of its clauses, since a summary often joins what several people say.
        """
        found = (self._retold(saying) for saying in self.summary.sayings_in(self.sentence) if self._cues(saying))
        return tuple(retold for retold in found if retold is not None)

    def _cues(self, saying: Saying) -> bool:
        return self.sentence.start <= saying.cue.start < self.sentence.end

    def _retold(self, saying: Saying) -> Retold | None:
        first, last, content = self.sentence.first, self.sentence.last, self.summary.content
        words = frozenset(w for w in saying.only_said if first <= w < last and content[w])
        beside = [*self.candidates, *(c.aligned for told in self.clauses if told.head in saying.words for c in told.counterparts[:LIKELY])]
        held: dict[Saying, tuple[Alignment, set[int]]] = {}
        for aligned in beside:
            source = self.source(aligned)
            there = {aligned.forward[w]: w for w in words if w in aligned.forward}
            for found in source.sayings_in(aligned.sentence) if there else ():
                both = there.keys() & found.only_said
                if both:
                    held.setdefault(found, (aligned, set()))[1].update(there[w] for w in both)
        if not held:
            return None
        originals = [Original(self.source(a), a, found, frozenset(both), self.weight(both)) for found, (a, both) in held.items()]
        return Retold(saying, words, self.weight(words), sorted(originals, key=lambda found: -found.weight))
