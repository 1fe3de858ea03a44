"""Names that no source has, and names that the sources write otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from factcards.cards import Severity, Speaker
from factcards.lexicon import speaker_words
from factcards.lint.edits import Change, changes
from factcards.lint.findings import Edit, Objection, Passage
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.acts import dated_otherwise
from factcards.lint.rules.making import object_to, passage, stands_for
from factcards.lint.side import Side
from factcards.lint.wording import PLACES
from factcards.lint.words import ARTICLES, OWNERS, lexis, stem, stems_in

__all__ = [
    "are_one_bearer",
    "calls_one",
    "completes",
    "cut_short",
    "entities",
    "is_otherwise_known",
    "names",
    "speaks_for_body",
    "spelt_alike",
    "words_of_name",
]


@lru_cache(maxsize=4096)
def words_of_name(text: str) -> frozenset[str]:
    """The stems of a name's words, without articles and forms of address."""
    return stems_in(text) - _ADDRESS


_ADDRESS = ARTICLES | (OWNERS - {"its"}) | {"of", "mr", "mrs", "ms", "dr", "sir"}


def names(match: Match) -> Iterator[Objection]:
    """`name_absent`: a name that no source has; `name_misspelt`: one that a source spells otherwise."""
    summary = match.summary
    for name in summary.names_over(match.sentence.start, match.sentence.end):
        if name.start < match.sentence.start or name.quote.casefold() in speaker_words("kin"):
            continue  # "Father says he is sorry"
        first, last = summary.place(name.start), summary.place(name.end)
        # "Sens." is no name
        capital = [w for w in _capitals(summary, first, last) if f"{summary.forms[w]}." not in _TITLES]
        missing = [w for w in capital if summary.content[w] and not match.index.knows(summary.stems[w])]
        if not missing:
            continue
        at = missing[0]
        if summary.month(at) is not None:
            yield from _month_absent(match, at)
            continue
        near = _spelt_like(match, summary.words[at].form) or (_surname_instead(match, capital, missing) if name.kind == "person" else None)
        if near is None and all(_known(match, w) for w in missing):
            continue
        if near is not None:
            person = name.kind == "person" and _is_of_person(match, near)
            unsure = not person and _is_written_once(match, near)  # the slip may be the source's
            yield stands_for(match, "name_misspelt", "unsure" if unsure else "error", f"the source spells it “{near.span.quote}”", at, near)
            continue
        instead = _named_instead(match, capital, missing)
        if instead is not None:
            yield stands_for(match, "name_changed", "error", f"the source names “{instead.span.quote}” here", at, instead)
            continue
        shown = summary.text[summary.words[at].start : summary.words[at].end]
        telling = name.kind in {"person", "organization"} and len(missing) == len(capital)
        telling = telling and not (name.kind == "person" and summary.words[last - 1].form in _SAME_NAMES)  # "South American" is nobody
        telling = telling and not is_otherwise_known(match, first, last) and not _is_author(match, last)
        telling = telling and not any(summary.forms[w].removesuffix("s") in speaker_words("calendar") for w in missing)
        stood = summary.following(last - 1) in _ARTICLES and summary.forms[last - 1] in speaker_words("press")  # "a Tarn Post piece"
        telling = telling and not stood
        severity: Severity = "error" if telling and len(shown) >= _LEAST_NAME else "unsure"
        yield object_to(match, "name_absent", severity, f"the source does not name “{shown}”", (first, last))


def _month_absent(match: Match, at: int) -> Iterator[Objection]:
    """`figure_absent`: a month by itself that no date of the sources has, and that stands for none of theirs: that is `figure_changed`."""
    if dated_otherwise(match, at) is None and not any(match.summary.month(at) in side.months for side in match.index.sources):
        shown = match.summary.span(at, at + 1).quote
        yield object_to(match, "figure_absent", "unsure", f"no date of the source is in “{shown}”", (at, at + 1))


def cut_short(match: Match) -> Iterator[Objection]:
    """`name_changed`: a place whose name is another's without its first word: "Mexico", where the sources only know New Mexico."""
    summary = match.summary
    for at in range(match.sentence.first, match.sentence.last):
        if at not in summary.name_words or summary.forms[at] not in _LAST_WORDS:
            continue
        if summary.forms[at - 1 : at] in ([""], *([word] for word in _FIRST_WORDS)):
            continue
        places = [(number, side, w) for number, side in enumerate(match.index.sources) for w in side.form_places.get(summary.forms[at], ())]
        longer = [_is_behind_first_word(side, w) for _, side, w in places[:PLACES]]
        if not longer or not all(longer) or any(_is_behind_first_word(summary, w) for w in summary.form_places[summary.forms[at]]):
            continue
        number, side, there = places[0]
        theirs = Passage(source=number, span=side.span(there - 1, there + 1))
        yield stands_for(match, "name_changed", "error", f"the source names “{theirs.span.quote}”", at, theirs)


def _is_behind_first_word(side: Side, at: int) -> bool:
    """Whether the word before a name makes it another place's: "New Mexico", "West Virginia"."""
    if at == 0 or side.between(at - 1) != " " or not side.text[side.words[at - 1].start].isupper():
        return False
    return f"{side.forms[at - 1]} {side.forms[at]}" in _APART


_APART = frozenset(lexis()["same"]["apart"])
_FIRST_WORDS = frozenset(name.split()[0] for name in _APART)
_LAST_WORDS = frozenset(name.partition(" ")[2] for name in _APART)


def _is_of_person(match: Match, near: Passage) -> bool:
    """Whether the source has this word for a person's name; a body of one word is easily taken for one: "Politica reports"."""
    over = match.index.sources[near.source].names_over(near.span.start, near.span.end)
    return not over or any(name.kind == "person" for name in over)


def _is_written_once(match: Match, near: Passage) -> bool:
    """Whether a word stands only once in the source that has it."""
    return len(match.index.sources[near.source].form_places.get(near.span.quote.casefold(), ())) == 1


def _named_instead(match: Match, capital: list[int], missing: list[int], *, alike: bool = False) -> Passage | None:
    """The one word that the sources have beside the rest of a name where the summary has another, which begins otherwise, or `alike`: "Ozy
    Media", not "UFO Media". None where the rest stands alone too, which a summary may complete.
    """
    if len(missing) != 1 or len(capital) != _PAIR or capital[1] != capital[0] + 1:
        return None
    known = capital[0] if missing[0] == capital[1] else capital[1]
    found: set[str] = set()
    theirs: Passage | None = None
    for number, side in enumerate(match.index.sources):
        for at in side.form_places.get(match.summary.words[known].form, ())[:PLACES]:
            beside = at + missing[0] - known
            if not 0 <= beside < len(side.words) or beside not in side.name_words or at not in side.name_words:
                return None
            between = side.text[side.words[min(at, beside)].end : side.words[max(at, beside)].start]
            if between != " " or any(_is_beginning(match.summary.forms[missing[0]], form) for form in _whole_name(side, [beside])):
                return None  # "Tarn Tech" is the Tarn Institute of Technology
            found.add(side.words[beside].form)
            near = any(aligned.side == number and aligned.sentence.first <= at < aligned.sentence.last for aligned in match.candidates)
            if near and side.text[side.words[beside].start : side.words[beside].end].isalpha():
                theirs = Passage(source=number, span=side.span(beside, beside + 1))
    same = "".join(found)[:_LEAST_CUT] == match.summary.words[missing[0]].form[:_LEAST_CUT]  # one word in two forms, or a slip
    return theirs if len(found) == 1 and same == alike else None


def _surname_instead(match: Match, capital: list[int], missing: list[int]) -> Passage | None:
    """The surname that the sources always have behind somebody's first name where the summary has one that only begins like it: "Ada Moss",
    "Ada Mossberg"; null where that stands behind another word than the first name.
    """
    return _named_instead(match, capital, missing, alike=True) if missing[0] == capital[-1] else None


_PAIR = 2
"""Words of a name of which one may be told from the other."""


def is_otherwise_known(match: Match, first: int, last: int) -> bool:
    """Whether a source may have a name by its initials, or everybody knows it: "the White House" for its "the president"."""
    told = " ".join(match.summary.forms[first:last])
    return told in _PUBLIC or _is_spelt_out(match, _capitals(match.summary, first, last))


def _capitals(side: Side, first: int, last: int) -> list[int]:
    """The words with a capital of a stretch, figures apart."""
    return [w for w in range(first, last) if side.text[side.words[w].start].isupper() and not side.words[w].figure]


def completes(match: Match, first: int, last: int) -> bool:
    """Whether a name only gives the first name of somebody whom the sources call by a title and his surname: "Ada Quill" for their "Mrs.
    Quill"; not where they have the surname with another first name, or with a title of the other sex and none of this one.
    """
    summary = match.summary
    *forenames, surname = _capitals(summary, first, last) or [first]
    if not forenames or surname != last - 1 or _kinds(summary, [first, surname]) != {"person"}:
        return False
    before = [
        side.forms[w - 1]
        for side in match.index.sources
        for w in side.form_places.get(summary.forms[surname], ())[:PLACES]
        if w and side.text[side.words[w - 1].start].isupper()
    ]
    called = {sex for sex in _SEXES if not speaker_words(sex).isdisjoint(before)}
    if called:
        return not any(summary.forms[forenames[0]] in speaker_words(f"{sex}_names") for sex in _SEXES - called)
    others = frozenset().union(*(side.full_names.get(summary.stems[surname], ()) for side in match.index.sources))
    known = any(len(word) > 1 for word in others - {summary.stems[surname]} - _ADDRESS - {stem(title) for title in _TITLES})
    return not known and not _TITLES.isdisjoint(before)


_TITLES = speaker_words("titles")
_SEXES = frozenset(["male", "female"])


def _is_spelt_out(match: Match, capital: list[int]) -> bool:
    """Whether the source has the name's initials only: "Council of Mortgage Lenders" for its CML."""
    initials = "".join(match.summary.words[w].form[0] for w in capital)
    return len(initials) >= _LEAST_INITIALS and any(
        side.text[side.words[at].start : side.words[at].end].isupper()
        for side in match.index.sources
        for at in side.form_places.get(initials, ())[:PLACES]
    )


_LEAST_INITIALS = 3
"""Letters of an acronym that stands for one name only."""


def _is_author(match: Match, last: int) -> bool:
    """Whether a name heads a sentence ("Quill: It was no accident") about an article that somebody tells in the first person: an author
    seldom names himself.
    """
    if last >= len(match.summary.words) or not match.summary.between(last - 1).startswith(":"):
        return False
    return any(side.is_of_first_person for side in match.index.sources)


_ARTICLES = speaker_words("document") | {"piece"}
_PUBLIC = frozenset(lexis()["same"]["public"])
_LEAST_NAME = 4
"""Letters of a name that is looked for: shorter ones are abbreviations, which a summary may make itself."""


def _known(match: Match, at: int) -> bool:
    """Whether a source has this word, in another form too: "Britain", "British"; "UK", "United Kingdom"; "Lib Dem", "Liberal Democrats"."""
    word, following = match.summary.words[at], match.summary.following(at)
    if match.index.knows(word.stem) or match.index.knows(_TOLD_BY.get(word.form, word.stem)):
        return True
    if word.form in _SAME_NAMES:
        return any(match.index.knows(stem(other)) for other in _SAME_NAMES[word.form])
    if len(word.form) > 5 and match.index.begins(word.form[:5]):
        return True
    if word.form == _UNITED and following in _SAME_NAMES:
        return _known(match, at + 1)
    # Whether the source cuts this word of a name and the one beside it short: its "Lib Dem" for "Liberal Democrat"
    if _is_cut_short(match, at) or any(_is_short_for(match, first) for first in (at - 1, at)):
        return True
    return len(word.form) <= 5 and match.index.has_initials(word.form)


_TOLD_BY = {name: stem(told) for name, told in lexis()["same"]["told_by"]}
"""A name, folded -> the stem of what is done there: "tweeted", "on Twitter"."""


def _is_cut_short(match: Match, at: int) -> bool:
    """Whether the source writes this word of a name in full, before the same next word: "Man United"."""
    words = match.summary.words
    if at + 1 >= len(words) or len(words[at].form) < _LEAST_CUT:
        return False
    return any(
        there and side.words[there - 1].form.startswith(words[at].form)
        for side in match.index.sources
        for there in side.form_places.get(words[at + 1].form, ())[:PLACES]
    )


_UNITED = "united"
"""What opens the long name of a country that mostly goes by its initials."""


def _is_short_for(match: Match, first: int) -> bool:
    """Whether a source has the beginnings of two words of a name, one behind the other, in their place."""
    words = match.summary.words
    if first < 0 or first + 1 >= len(words) or not {first, first + 1} <= match.summary.name_words:
        return False
    one, other = words[first].form, words[first + 1].form
    return any(
        at + 1 < len(side.words) and at + 1 in side.name_words and _is_beginning(side.words[at + 1].form, other)
        for side in match.index.sources
        for size in range(_LEAST_CUT, len(one))
        for at in side.form_places.get(one[:size], ())[:PLACES]
        if at in side.name_words
    )


def _is_beginning(short: str, form: str) -> bool:
    """Whether a word, without its plural, is the beginning of a longer one."""
    short = short.removesuffix("s")
    return _LEAST_CUT <= len(short) < len(form) and form.startswith(short)


_LEAST_CUT = 3
"""Letters that are left of a word cut short, at least."""


def _same_names() -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for group in lexis()["same"]["names"]:
        for word in group:
            table.setdefault(word, set()).update(group)
    return table


_SAME_NAMES = _same_names()
"""A name's word, folded -> the words that name the same bearer ("uk", "britain")."""


def _spelt_like(match: Match, form: str) -> Passage | None:
    """A name's word in a source that differs from this one by one letter."""
    if len(form) < 5:
        return None
    for number, side in enumerate(match.index.sources):
        for at in sorted(side.name_words):
            other = side.words[at].form
            if spelt_alike(form, other):
                return Passage(source=number, span=side.span(at, at + 1))
    return None


def spelt_alike(form: str, other: str) -> bool:
    """Whether two words, folded, differ by one letter; "German" is no misspelling of "Germany"."""
    if abs(len(other) - len(form)) > 1 or other[:1] != form[:1] or other.startswith(form) or form.startswith(other):
        return False
    return DamerauLevenshtein.distance(other, form, score_cutoff=1) == 1


_RUN = 4
"""Words of a name on either side of a change, at most: longer runs are other sentences, not other names."""


def entities(match: Match) -> Iterator[Objection]:
    """`name_changed`: where the source has one name the summary has another."""
    best = match.best
    if best is None or best.ordered < 0.4:
        return
    summary = match.summary
    for change in changes(match, best):
        if change.here[1] - change.here[0] > _RUN or change.there[1] - change.there[0] > _RUN:
            continue
        here, there = _exchanged(match, best, change)
        if not here or not there or change.anchored == 0 or (not match.near_verbatim and change.anchored < 2):
            continue
        capital = [w for w in here if summary.text[summary.words[w].start].isupper()]
        if _is_told_otherwise(match, best, change, here, there) or _is_spelt_out(match, capital):
            continue
        mine = {summary.stems[w] for w in here}
        elsewhere = not match.near_verbatim and any(
            mine <= set(match.source(other).sentence_stems(other.sentence)) for other in match.candidates[1:]
        )
        at, told = summary.span(here[0], here[-1] + 1), passage(match, best, there[0], there[-1] + 1)
        yield object_to(
            match,
            "name_changed",
            "unsure" if elsewhere else "error",
            f"the source names “{told.span.quote}” here",
            (here[0], here[-1] + 1),
            [told],
            [Edit(start=at.start, end=at.end, replacement=told.span.quote)] if match.near_verbatim and not elsewhere else (),
        )


def _exchanged(match: Match, best: Alignment, change: Change) -> tuple[list[int], list[int]]:
    """The words of names on both sides of a change; none where the summary's only stands elsewhere in the source's sentence."""
    summary, source = match.summary, match.source(best)
    here = [w for w in range(*change.here) if w in summary.name_words and not summary.is_of_calendar(w)]
    behind = range(_behind_dateline(source, best, change), change.there[1])
    there = [w for w in behind if w in source.name_words and w not in best.backward and not source.is_of_calendar(w)]
    moved = all(w in best.forward for w in here) and not (match.near_verbatim and _takes_place(match, best, here, there))
    mine, theirs = {summary.stems[w] for w in here}, {source.stems[w] for w in there}
    beside = mine <= set(source.sentence_stems(best.sentence)) and theirs.isdisjoint(summary.sentence_stems(match.sentence))
    return ([] if moved or beside else here), there  # "the AMC cinemas", where it has "US cinemas AMC"


def _behind_dateline(source: Side, best: Alignment, change: Change) -> int:
    """Where the source's words of a change begin, without a dateline that opens its sentence: "TARN (Reuters) - | The Norrlanders"."""
    first, last = change.there
    dashes = (w for w in range(last - 1, first - 1, -1) if source.between(w).strip(") ") in _DASHES and source.between(w) != "-")
    return next((w + 1 for w in dashes), first) if first == best.sentence.first else first


_DASHES = frozenset(["-", "--", "–", "—"])


def _takes_place(match: Match, best: Alignment, here: list[int], there: list[int]) -> bool:
    """Whether the summary says of a name what the source says of one before it: not where most of what it says stands behind its own place
    there ("Marsh lost by 11 points and | Quill | won by 12", "Quill won by 12").
    """
    own = best.forward[here[-1]] if here else -1
    told = [there for w, there in best.forward.items() if match.summary.content[w] and w > here[-1]] if here else []
    return not there or own < there[0] or 2 * sum(place > own for place in told) <= len(told)


def speaks_for_body(source: Side, mine: Collection[str], theirs: Speaker) -> bool:
    """Whether one who is called a spokesman and no more may speak for a body of this name, which says something itself."""
    office = words_of_name(theirs.role or "")
    if not office or not office <= _SPOKESMEN or not mine:
        return False
    bodies = (found.speaker for found in source.sayings if found.speaker.kind == "organization")
    return any(words_of_name(body.name).issuperset(mine) for body in bodies)


_SPOKESMEN = stems_in("spokesman spokeswoman spokesperson")


def _is_told_otherwise(match: Match, best: Alignment, change: Change, here: list[int], there: list[int]) -> bool:
    """Whether two names may be of one bearer, who is called, described or spelt otherwise, or are no names of the same thing."""
    summary, source = match.summary, match.source(best)
    mine, theirs = {summary.stems[w] for w in here}, {source.stems[w] for w in there}
    called = words_of_name(source.span(there[0], there[-1] + 1).quote)
    by_name = (found.speaker for found in source.sayings_in(best.sentence) if called <= words_of_name(found.speaker.name))
    if any(speaks_for_body(source, mine, speaker) for speaker in by_name):
        return True
    if summary.forms[max(0, here[0] - 1)] in speaker_words("kin"):
        return True  # "her husband Bo" says whom it means
    if calls_one(summary, mine, theirs) or _says_which(summary, here, source, there):
        return True
    if mine & theirs or not _one_kind(summary, here, source, there) or are_one_bearer(summary, here, source, there):
        return True
    told = source.forms[max(0, there[0] - 1)] in _HEARING
    return told or _is_described(match, change, here) or _is_beside(match, best, mine, there[0])


def _says_which(summary: Side, here: list[int], source: Side, there: list[int]) -> bool:
    """Whether the source's name only says which one is meant by the noun behind it: "a lawyer for the Quill | family" is "Ada Marsh"."""
    behind, mine = there[-1] + 1, summary.following(here[-1])
    if behind >= len(source.words) or source.between(there[-1]) != " " or not source.content[behind] or source.is_predicate(behind):
        return False
    return source.text[source.words[behind].start].islower() and source.words[behind].form != mine


_HEARING = frozenset(["told", "tells", "telling"])
"""Words before whoever is told it: "Quill told the Post" may be "said Quill"."""


def _is_described(match: Match, change: Change, here: list[int]) -> bool:
    """Whether the name only says what kind of somebody is meant: "the Tarn leader" for "Mr Quill"."""
    behind = here[-1] + 1
    return behind < change.here[1] and match.summary.content[behind] and match.summary.text[match.summary.words[behind].start].islower()


def _is_beside(match: Match, aligned: Alignment, mine: set[str], there: int) -> bool:
    """Whether the source's sentence has the name beside the stretch that is compared: "the firm's head, Ada Quill, | told its staff"."""
    source = match.source(aligned)
    whole = source.sentence_of(there)
    return mine <= set(source.sentence_stems(whole)) and not mine <= set(source.sentence_stems(aligned.sentence))


def _kinds(side: Side, words: list[int]) -> set[str]:
    start, end = side.words[words[0]].start, side.words[words[-1]].end
    return {name.kind for name in side.names_over(start, end)}


def _one_kind(summary: Side, here: list[int], source: Side, there: list[int]) -> bool:
    """Whether two names are of one kind, or of kinds that the reader may take for each other; where one has none, too."""
    mine, theirs = _kinds(summary, here), _kinds(source, there)
    return bool(mine & theirs) or not mine or not theirs or any(pair >= mine | theirs for pair in _ALIKE)


_ALIKE = ({"person", "organization"}, {"place", "organization"}, {"group", "other"})
"""Kinds of names that the reader may take for each other: "Englishman" is no group to it, "American" is."""


def are_one_bearer(summary: Side, here: list[int], source: Side, there: list[int]) -> bool:
    """Whether two names may be of one bearer: the source calls him by both, or they are the same, otherwise written."""
    mine, theirs = {summary.stems[w] for w in here}, {source.stems[w] for w in there}
    return calls_one(source, mine, theirs) or _is_one_name(summary, here, source, there)


def calls_one(side: Side, mine: set[str], theirs: set[str]) -> bool:
    """Whether a text itself calls one bearer by both names, by their words' stems."""
    for name in side.reading.names:
        words = words_of_name(name.name) | words_of_name(name.quote)
        if mine & words and theirs & words:
            return True
    return False


def _is_one_name(summary: Side, here: list[int], source: Side, there: list[int]) -> bool:
    """Whether two names are one: of one nation ("UK", "Britain"), one the other's initials, or the source's misspelling of its own word."""
    mine, theirs = [summary.words[w].form for w in here], [source.words[w].form for w in there]
    one_nation = any(set(theirs) - {_UNITED} <= _SAME_NAMES.get(form, frozenset()) for form in mine if set(theirs) != {_UNITED})
    initials = any(short == ["".join(form[0] for form in long)] for short, long in ((mine, theirs), (theirs, mine)) if len(long) > 1)
    alike = len(mine) == len(theirs) and all(spelt_alike(a, b) for a, b in zip(mine, theirs, strict=True))
    state = any(theirs[-1] in _SAME_NAMES.get(form, ()) for form in mine) and "," in source.between(there[-1] - 1)  # "Tarn, N.C."
    return one_nation or initials or alike or state


def _whole_name(side: Side, places: list[int]) -> set[str]:
    """The words of the names of which these are a part."""
    names = side.names_over(side.words[places[0]].start, side.words[places[-1]].end)
    return {side.forms[w] for name in names for w in range(side.place(name.start), side.place(name.end))}
