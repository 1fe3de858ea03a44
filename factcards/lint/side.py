"""One side of a comparison: a text with its reading, built once for each text and seen by every rule."""

from __future__ import annotations

import bisect
import calendar
import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from factcards.cards import Article, Cue, Speaker
from factcards.lexicon import lemma_of, speaker_words, speech_verbs
from factcards.lint.operating import OPENING, Operator, OperatorKind, operators_of
from factcards.lint.wording import MODALS, PLACES, Sentence, Wording
from factcards.lint.words import PERSONS, forms_in, stems_in
from factcards.reading import Attribution, Clause, Name, Reading

__all__ = ["FIRST_PERSON", "MONTHS", "Saying", "Side", "date_parts"]

_BEFORE = 4
"""Words between a modal and its verb, at most."""
_ASIDE = 8
"""Words between commas that a modal reaches over, at most."""
_LONGEST_NAME = 200
"""Code points of a name, at most."""
_LONGEST_CLAUSE = 160
"""Words of a clause that are told to stand in it; a longer one is no prose."""
_QUOTING, _TITLE = frozenset(["quoted", "quotes", "quoting"]), 2
"""Words before whoever is quoted ("quoted Dr Quill as saying"), with as many between as his title has."""
_APPOSITION = 25
"""Words that tell who a speaker is, between him and his cue, at most."""
_TELLING = speech_verbs()
_SAID = frozenset(["said", "says"])
_PRONOUNS = PERSONS | {"it", "i", "we"}
FIRST_PERSON = ("i", "my", "me")
"""Words by which somebody tells of himself."""
MONTHS = frozenset(name.lower() for name in calendar.month_abbr if name)
"""Three letters of every month, as the values of dates have them."""
_NAMES_OF_MONTHS = {name.lower(): name[:3].lower() for name in calendar.month_name if name}
_BEFORE_DATES = frozenset(["in", "on", "by", "since", "during", "for"])
_UNTIL = "until"
_SIGNATURE = re.compile(r"^[ \t–—-]*([A-Z][\w’'.-]*[a-z.](?: [A-Z][\w’'.-]*){1,3})[ \t]*$", re.MULTILINE)
"""A line of two to four words with capitals, of which the first is no acronym."""
_PROSE = re.compile(r"[.!?][”\"’')]*\s*\n[\s–—-]*\Z")
"""How the paragraph above a signature ends."""
_ENDING = frozenset(',;:—–"“')
"""Marks behind which a hedge that opens a sentence is over nothing any more."""
_MARKS, _MARGIN = " .–—-", 12
"""Marks and blanks beside a name that has its line for itself; code points among which they are looked for."""


@dataclass(frozen=True, eq=False)
class Saying:
    """One attribution with its speaker and cue, equal to itself only.

    Attributes:
        speaker: Who.
        cue: How.
        words: Places of the content's words.
        only_said: Those without the reporting clause that may stand within it: "the ship, its owner says, is safe".
        start: Where the content begins.
        end: Where it ends.
        confidence: The reader's.
    """

    speaker: Speaker
    cue: Cue
    words: frozenset[int]
    only_said: frozenset[int]
    start: int
    end: int
    confidence: float

    def is_cued_by(self, lemmas: Collection[str]) -> bool:
        """Whether a word of its cue is a form of one of these."""
        return any(lemma_of(form) in lemmas for form in forms_in(self.cue.quote))


class Side(Wording):
    """A text, its reading, its words; everything in it is in text order.

    Args:
        article: The text and its parts.
        reading: Of exactly this article.
        shown: The text that findings quote, as long as the article's: the file with its markup; the article's own where not given.
    """

    def __init__(self, article: Article, reading: Reading, shown: str | None = None) -> None:
        """Cut the text into words and sentences."""
        super().__init__(article, shown)
        self.reading = reading
        self._clause_words: dict[tuple[int, int, bool], list[list[int]]] = {}

    @cached_property
    def published(self) -> date | None:
        """The day of publication, where the article says it."""
        try:
            return date.fromisoformat((self.article.published or "")[:10])
        except ValueError:
            return None

    # --- dates ---

    def dated(self, at: int, first: int) -> int | None:
        """The word of the sentence from `first` on that a date stands right behind, with "in" or the like between; "until" itself."""
        word = at - 1
        if word >= first and self.forms[word] in _BEFORE_DATES:
            word -= 1
        if word < first or self.words[word].figure or not (self.content[word] or self.forms[word] == _UNTIL):
            return None
        return word if not self.between(word).strip() else None

    @cached_property
    def dates(self) -> Mapping[int, frozenset[str]]:
        """The places of the dates, and of the months by themselves, with the parts of each."""
        places = (at for at, word in enumerate(self.words) if word.figure or word.form in _NAMES_OF_MONTHS)
        return {at: parts for at in places if (parts := date_parts(self, at))}

    @cached_property
    def dates_behind(self) -> Mapping[str, list[int]]:
        """The stem of a word -> the places of the dates that stand right behind it."""
        found: dict[str, list[int]] = {}
        for at in self.dates:
            if at:
                word = self.dated(at, self.sentence_of(at).first)
                if word is not None:
                    found.setdefault(self.stems[word], []).append(at)
        return found

    def is_of_calendar(self, at: int) -> bool:
        """Whether a word is a date's, or by itself a month or a weekday ("last July", "mid-April"); "June Marsh" is no date."""
        word = self.words[at]
        if word.figure or word.form in speaker_words("calendar"):
            return True
        over = self.names_over(word.start, word.end) if word.form in _NAMES_OF_MONTHS else ()
        return any((name.start, name.end) == (word.start, word.end) and name.kind != "person" for name in over)

    @cached_property
    def months(self) -> frozenset[str]:
        """The months of the dates, three letters of each, and those by themselves."""
        alone = (_NAMES_OF_MONTHS[form] for form in self.form_places.keys() & _NAMES_OF_MONTHS.keys())
        dated = (part for form in self.form_places if form.startswith("date:") for part in form.removeprefix("date:").split())
        return frozenset(alone) | MONTHS.intersection(dated)

    def month(self, at: int) -> str | None:
        """Three letters of the month that this word names by itself; null where it names none."""
        return _NAMES_OF_MONTHS.get(self.words[at].form) if self.is_of_calendar(at) else None

    # --- attributions ---

    @cached_property
    def attributions(self) -> tuple[tuple[Attribution, frozenset[int]], ...]:
        """The reading's attributions that have a cue or a speaker, each with the words of its content."""
        found = []
        for item in self.reading.attributions:
            if item.cue is None and item.speaker is None:
                continue
            places = (range(self.place(span.start), self.place(span.end)) for span in item.content)
            found.append((item, frozenset(itertools.chain.from_iterable(places))))
        return tuple(found)

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """The attributions that name their cue and their speaker, in words."""
        return tuple(
            Saying(
                speaker=found.speaker,
                cue=found.cue,
                words=words,
                only_said=words - self._reporting(found.cue, found.speaker),
                start=found.content[0].start,
                end=found.content[-1].end,
                confidence=found.confidence,
            )
            for found, words in self.attributions
            if found.cue is not None and found.speaker is not None and self._is_worded(found.cue, found.speaker)
        )

    def _is_worded(self, cue: Cue, speaker: Speaker) -> bool:
        """Whether a speaker's mention holds a word, and one stands at the cue or behind it: the tagger takes odd marks for names."""
        mention = speaker.mention
        named = mention is None or self.place(mention.start) < self.place(mention.end)
        return named and self.place(cue.start) < len(self.words)

    @cached_property
    def is_of_first_person(self) -> bool:
        """Whether somebody tells it of himself, outside quotation marks."""
        return any(not self.in_quotation(at) for form in FIRST_PERSON for at in self.form_places.get(form, ())[:PLACES])

    @cached_property
    def speaking(self) -> frozenset[str]:
        """The names of those who say something under a name of theirs, and not as "he" alone."""
        return frozenset(found.speaker.name for found in self.sayings if found.speaker.resolved_by in {"named", "alias"})

    def _reporting(self, cue: Cue, speaker: Speaker) -> frozenset[int]:
        """The words of a cue and of its speaker's mention."""
        spans = (cue, speaker.mention) if speaker.mention is not None else (cue,)
        return frozenset(at for span in spans for at in range(self.place(span.start), self.place(span.end)))

    def sayings_in(self, sentence: Sentence) -> list[Saying]:
        """Those whose content shares words with this sentence."""
        start, end = self.words[sentence.first].start, self.words[sentence.last - 1].end
        last = bisect.bisect_left(self._saying_starts, end)
        first = bisect.bisect_left(self._saying_ends, start + 1)
        return [found for found in self.sayings[first:last] if found.start < end and start < found.end]

    def sayings_over(self, inner: Saying, sentence: Sentence) -> Iterator[Saying]:
        """Those of a sentence that say that another one says so: their content holds its cue."""
        cue = self.place(inner.cue.start)
        return (found for found in self.sayings_in(sentence) if found is not inner and cue in found.words)

    def sayings_cued(self, start: int, end: int) -> list[Saying]:
        """Those whose cue begins in `text[start:end]`."""
        low = bisect.bisect_left(self._by_cue, start, key=lambda found: found.cue.start)
        high = bisect.bisect_left(self._by_cue, end, key=lambda found: found.cue.start)
        return self._by_cue[low:high]

    def is_cue(self, at: int) -> bool:
        """Whether a word ends a cue, with an adverb or its "have" before it or not: "also shows", "have contested"."""
        before = self.words[max(0, at - 2)].start
        return any(found.cue.end == self.words[at].end for found in self.sayings_cued(before, self.words[at].end))

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
    def _attributed(self) -> dict[int, list[Attribution]]:
        table: defaultdict[int, list[Attribution]] = defaultdict(list)
        for item, words in sorted(self.attributions, key=lambda pair: -len(pair[1])):
            for word in words:
                table[word].append(item)
        return dict(table)

    def attributed_to(self, word: int) -> Sequence[Attribution]:
        """The attributions whose content holds this word, the widest first."""
        return self._attributed.get(word, ())

    # --- clauses ---

    @cached_property
    def _placed(self) -> tuple[_Placed, ...]:
        return tuple(map(self._in_place, self.reading.clauses))

    def _in_place(self, clause: Clause) -> _Placed:
        return _Placed(clause, self.place(clause.start), self.place(clause.end), self.place(clause.head.start))

    @cached_property
    def _clauses(self) -> dict[int, _Placed]:
        """Each word's smallest clause."""
        table: dict[int, _Placed] = {}
        for placed in sorted(self._placed, key=_length):
            table.update(dict.fromkeys(range(placed.first, min(placed.last, placed.first + _LONGEST_CLAUSE)), placed))
        return table

    @cached_property
    def _predicates(self) -> frozenset[int]:
        return frozenset(placed.head for placed in self._placed if self._clauses.get(placed.head) is placed)

    def clause_of(self, word: int) -> Clause | None:
        """The smallest clause that holds this word."""
        placed = self._clauses.get(word)
        return None if placed is None else placed.clause

    def is_predicate(self, word: int) -> bool:
        """Whether this word is the predicate of the smallest clause that holds it."""
        return word in self._predicates

    def finite_clauses(self, sentence: Sentence, *, with_modals: bool = False) -> list[list[int]]:
        """The words of each clause with a tense, and of each with a modal where asked for, without those of such clauses in it; in the
        order of their first words.
        """
        key = (sentence.first, sentence.last, with_modals)
        found = self._clause_words.get(key)
        if found is None:
            found = self._clause_words[key] = self._words_by_clause(sentence, with_modals=with_modals)
        return found

    def _words_by_clause(self, sentence: Sentence, *, with_modals: bool) -> list[list[int]]:
        inner: dict[int, int] = {}
        finite = (self._finite if with_modals else self._tensed).within(sentence)
        for clause, first, last, _ in sorted(finite, key=_length):
            inner.update(dict.fromkeys(range(max(first, sentence.first), min(last, sentence.last)), clause.head.start))
        found: defaultdict[int, list[int]] = defaultdict(list)
        for word in sorted(inner):
            found[inner[word]].append(word)
        return list(found.values())

    @cached_property
    def _finite(self) -> _Clauses:
        return _Clauses(filter(self._is_finite, self._placed))

    def head_of(self, words: Sequence[int]) -> int | None:
        """The place of the predicate of the finite clause that has these words; null where it has none of its own."""
        inside = set(words)
        for word in words:
            placed = self._clauses.get(word)
            if placed is not None and placed.head in inside and self._is_finite(placed):
                return placed.head
        return None

    def is_finite(self, clause: Clause) -> bool:
        """Whether a clause has a tense or a modal."""
        return self._is_finite(self._in_place(clause))

    def _is_finite(self, placed: _Placed) -> bool:
        return placed.clause.tense is not None or self._has_modal(placed)

    def has_modal(self, clause: Clause) -> bool:
        """Whether a word like "could" stands before the predicate, within the clause; before what commas set off too."""
        return self._has_modal(self._in_place(clause))

    def _has_modal(self, placed: _Placed) -> bool:
        head = placed.head
        first = max(placed.first, head - _BEFORE)
        if not MODALS.isdisjoint(self.forms[first:head]):
            return True
        if not first < head < len(self.words) or "," not in self.between(head - 1):
            return False
        aside = next((at for at in range(head - 2, max(placed.first, head - _ASIDE) - 1, -1) if "," in self.between(at)), None)
        return aside is not None and self.forms[aside] in MODALS  # "could, if it holds, prevent"

    @cached_property
    def _tensed(self) -> _Clauses:
        return _Clauses(placed for placed in self._placed if placed.clause.tense is not None)

    def clauses_in(self, sentence: Sentence) -> Sequence[Clause]:
        """The clauses whose predicate is a word of this sentence, in the order of their predicates."""
        return [placed.clause for placed in self._by_head.within(sentence)]

    @cached_property
    def _by_head(self) -> _Clauses:
        """Without those whose predicate is a mark or a part of a word: the tagger takes these for verbs at times."""
        return _Clauses(p for p in self._placed if p.head < len(self.words) and self.words[p.head].start < p.clause.head.end)

    def has_clause(self, sentence: Sentence) -> bool:
        """Whether something is stated here: a name or a heading without a verb states nothing."""
        return bool(self._tensed.within(sentence)) or not MODALS.isdisjoint(self.forms[sentence.first : sentence.last])

    # --- names ---

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names that the reader found, in text order."""
        return tuple(sorted(self.reading.names, key=lambda name: name.start))

    def names_over(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that share a code point with `text[start:end]`."""
        low, high = bisect.bisect_left(self._name_starts, start - _LONGEST_NAME), bisect.bisect_left(self._name_starts, end)
        return tuple(name for name in self.names[low:high] if name.end > start)

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.start for name in self.names]

    @cached_property
    def full_names(self) -> Mapping[str, frozenset[str]]:
        """The stem of a word of a person's name -> the stems of every name of several words that has it."""
        found: dict[str, frozenset[str]] = {}
        for name in self.names:
            words = stems_in(name.quote) if name.kind == "person" else frozenset[str]()
            for word in words if len(words) > 1 else ():
                found[word] = found.get(word, frozenset()) | words
        return found

    @cached_property
    def name_words(self) -> frozenset[int]:
        """Places of the words of names."""
        found: set[int] = set()
        for name in self.reading.names:
            if name.kind != "other" or self.text[name.start : name.start + 1].isupper():
                found.update(range(self.place(name.start), self.place(name.end)))
        return frozenset(found)

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
            if self.text[word.start].isupper() and self._tells(at):
                named.add(word.stem)
        for name in self.names:
            before = self.forms[max(0, self.place(name.start) - _TITLE) : self.place(name.start)]
            if name.kind == "person" and (self._is_signature(name) or not _QUOTING.isdisjoint(before)):
                named |= stems_in(name.quote)
            elif name.kind == "person" and self.text.startswith(",", name.end):
                named |= self._speaks_behind(name)
        return frozenset(named).union(*(stems for _, stems in self.signatures))

    @cached_property
    def signatures(self) -> tuple[tuple[int, frozenset[str]], ...]:
        """Where a line is no more than a name below a paragraph of prose, as under a letter, with the stems of that name."""
        found = ((line.start(1), stems_in(line[1])) for line in _SIGNATURE.finditer(self.text))
        return tuple((start, stems) for start, stems in found if _PROSE.search(self.text, max(0, start - _MARGIN), start) is not None)

    def _tells(self, at: int) -> bool:
        """Whether a verb of speech stands right behind a word, or one word further on."""
        return any(lemma_of(w.form) in _TELLING or w.stem == "accept" for w in self.words[at + 1 : at + 3])

    def _is_signature(self, name: Name) -> bool:
        """Whether a name has its line for itself, as below a letter."""
        before = self.text[max(0, name.start - _MARGIN) : name.start].rstrip(_MARKS)
        behind = self.text[name.end : name.end + _MARGIN].lstrip(_MARKS)
        return before[-1:] in {"", "\n"} and behind[:1] in {"", "\n"}

    def _speaks_behind(self, name: Name) -> frozenset[str]:
        """The stems of a name with a verb of speech behind what tells who somebody is, where nobody else is named right before that verb:
        "Quill, professor of Latin at Tarn said".
        """
        first = self.place(name.end)
        last = min(self.sentence_of(first - 1).last, first + _APPOSITION)
        cue = next((at for at in range(first, last) if self.forms[at] in _SAID), None)
        if cue is None or self.forms[cue - 1] in _PRONOUNS:
            return frozenset()
        others = self.names_over(max(name.end, self.words[cue - 1].start), self.words[cue].start)
        return frozenset() if any(other.kind == "person" for other in others) else stems_in(name.quote)

    def told_behind(self, found: Saying) -> set[str]:
        """The stems of the names between a speaker and his cue: "the resident, known as Quill until May, said", "Tarn coach Orr:"."""
        mention = found.speaker.mention
        if mention is None or (found.cue.quote != ":" and not self.text.startswith(",", mention.end)):
            return set()
        first, last = self.place(mention.end), self.place(found.cue.start)
        places = range(first, last) if last - first <= _APPOSITION else ()
        return {self.stems[at] for at in places if self.text[self.words[at].start].isupper()}

    # --- operators ---

    @cached_property
    def operators(self) -> tuple[Operator, ...]:
        """Every operator of the text, in order."""
        return tuple(self._over_predicate(op) for op in operators_of(self))

    def _over_predicate(self, op: Operator) -> Operator:
        """A hedge that opens a sentence is over its predicate, where no mark stands between: "Perhaps | the loud praise | shows it"."""
        if op.form not in OPENING or op.first != self.sentence_of(op.first).first:
            return op
        clause = self.clause_of(op.first)
        head = self.place(clause.head.start) if clause is not None else op.first
        near = self.content[head] and head > op.first and _ENDING.isdisjoint(self.text[self.words[op.first].end : self.words[head].start])
        return replace(op, governed=head) if near else op

    @cached_property
    def operator_words(self) -> frozenset[int]:
        """Places of the words that operators consist of."""
        return frozenset(at for op in self.operators for at in range(op.first, op.last))

    def operators_in(self, sentence: Sentence, kind: OperatorKind | None = None) -> list[Operator]:
        """The operators of one sentence, all or those of a kind."""
        low = bisect.bisect_left(self._operator_places, sentence.first)
        high = bisect.bisect_left(self._operator_places, sentence.last)
        return [op for op in self.operators[low:high] if kind in {None, op.kind}]

    @cached_property
    def _operator_places(self) -> list[int]:
        return [op.first for op in self.operators]


class _Placed(NamedTuple):
    """A clause with the places of its first word, of one past its last, and of its predicate."""

    clause: Clause
    first: int
    last: int
    head: int


def _length(placed: _Placed) -> int:
    """The longer a clause, the less."""
    return placed.clause.start - placed.clause.end


class _Clauses:
    """Clauses in the order of their predicates."""

    def __init__(self, clauses: Iterable[_Placed]) -> None:
        self._all = sorted(clauses, key=lambda placed: placed.clause.head.start)
        self._heads = [placed.clause.head.start for placed in self._all]

    def within(self, sentence: Sentence) -> Sequence[_Placed]:
        """Those whose predicate stands in a sentence."""
        return self._all[bisect.bisect_left(self._heads, sentence.start) : bisect.bisect_left(self._heads, sentence.end)]


def date_parts(side: Side, at: int) -> frozenset[str]:
    """The day, month, year or weekday of a date, or of a month by itself ("in May"); empty for any other word."""
    word = side.words[at]
    if word.figure:
        return frozenset(word.form.removeprefix("date:").split()) if word.form.startswith("date:") else frozenset()
    month = _NAMES_OF_MONTHS.get(word.form)
    alone = month is not None and at > 0 and side.forms[at - 1] in {*_BEFORE_DATES, _UNTIL} and side.text[word.start].isupper()
    return frozenset([month]) if month is not None and alone else frozenset()
