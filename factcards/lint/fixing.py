"""The smallest edits that restore the sources' wording, and a summary with them made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcards.lexicon import lemma_of, speech_verbs, verb_forms
from factcards.lint.edits import Change, changes
from factcards.lint.findings import Edit, Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.side import Side
from factcards.lint.wording import BEING, DOING, HAVING
from factcards.lint.words import PERSONS, words_in

__all__ = ["applied", "chosen", "in_whole_words", "leaves_sentences", "restoring", "restoring_each"]


def chosen(findings: Iterable[Objection]) -> tuple[Edit, ...]:
    """The edits of these findings that do not meet each other, in text order; of two that meet the first finding's stays."""
    taken: list[Edit] = []
    for found in findings:
        if found.fix and all(edit.end < other.start or other.end < edit.start or edit == other for edit in found.fix for other in taken):
            taken += [edit for edit in found.fix if edit not in taken]
    return tuple(sorted(taken, key=lambda edit: (edit.start, edit.end)))


def in_whole_words(text: str, edit: Edit) -> tuple[str, str]:
    """What an edit takes out and puts in, for a reader: with the word behind what is put in, and no half of a word.

    >>> in_whole_words("The council agreed.", Edit(start=12, end=12, replacement="never "))
    ('agreed', 'never agreed')
    """
    start, end, touching = edit.start, edit.end, edit.start == edit.end
    for word in _WRITTEN.finditer(text):
        if word.start() < end + touching and start < word.end() + touching:
            start, end = min(start, word.start()), max(end, word.end())
    return text[start:end], text[start : edit.start] + edit.replacement + text[edit.end : end]


_WRITTEN = re.compile(r"[\w'’-]+")


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with these edits made; they must not meet."""
    for edit in sorted(edits, key=lambda e: -e.start):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def restoring(match: Match, first: int, last: int, theirs: int | None) -> Edit | None:
    """The edit that gives `summary.words[first:last]` and what departs from the source right beside it the source's wording.

    Args:
        match: A sentence that is its source's but for a few words; with others there is no edit.
        first: Place of the first word in question.
        last: One past the last.
        theirs: Offset in the source of the first word that is missed; words before it are none of the fix's business.
    """
    best = match.best
    if best is None or not match.near_verbatim:
        return None
    summary, source = match.summary, match.source(best)
    missed = None if theirs is None else source.place(theirs)
    if missed is not None and source.words[missed].form == "whether":
        return None  # it hangs on a clause that the summary does not have
    change = _nearest(match, best, first, last, missed)
    if change is None:
        return None
    (a, b), (c, d) = change.here, change.there
    if missed is not None and c < missed < d and "," in source.shown[source.words[c].end : source.words[missed].start]:
        c = missed
        while c > change.there[0] and source.words[c - 1].form in _HELPING:  # "which is shut, does | not expect"
            c -= 1
    # A word that both sides have in two forms ("closes", "might close") is part of what departs.
    while b < match.sentence.last and d < best.sentence.last and best.forward.get(b) == d and summary.words[b].form != source.words[d].form:
        b, d = b + 1, d + 1
    while (
        a > match.sentence.first
        and c > best.sentence.first
        and best.forward.get(a - 1) == c - 1
        and summary.words[a - 1].form != source.words[c - 1].form
    ):
        a, c = a - 1, c - 1
    # One written word may be two ("wasn't"): it is restored whole.
    while a > match.sentence.first and c > best.sentence.first and c < d and source.words[c - 1].start == source.words[c].start:
        a, c = (a - 1 if best.forward.get(a - 1) == c - 1 else a), c - 1
    while a > match.sentence.first and a < b and summary.words[a - 1].start == summary.words[a].start:
        a, c = a - 1, (c - 1 if best.forward.get(a - 1) == c - 1 else c)
    if any(spoils(match, best, (a, b, c, d)) for spoils in (_takes_the_cue, _runs_on, _leaves_out_a_verb)):
        return None
    if missed is not None and (_takes_more(match, best, (a, b, c, d), (first, last)) or d - c > _RESTORED):
        return None
    edit = _edit(match, best, (a, b), (c, d)) if d - c <= _REPORTED else None
    return None if edit is None else _in_third_person(match, best, (c, d), edit)


def _in_third_person(match: Match, best: Alignment, there: tuple[int, int], edit: Edit) -> Edit | None:
    """The edit with the name of whom "I think" or "we believe" is said by; null where it brings any other first person from somebody's
    words into the summary's own.
    """
    source, (first, last) = match.source(best), there
    if match.summary.in_quotation(match.summary.place(edit.start)) or _FIRST_PERSONS.isdisjoint(source.forms[first:last]):
        return edit
    said = [found for found in source.sayings_in(best.sentence) if first in found.words and found.speaker.resolved_by in {"named", "alias"}]
    lemma = lemma_of(source.forms[first + 1]) if source.forms[first] in {"i", "we"} and first + 1 < last else None
    if not said or lemma is None or not _FIRST_PERSONS.isdisjoint(source.forms[first + 1 : last]):
        return None
    speaker = min(said, key=lambda found: len(found.words)).speaker
    if speaker.kind != "person" or speaker.mention is None or not source.names_over(speaker.mention.start, speaker.mention.end):
        return None
    verb = verb_forms(lemma).third if source.forms[first + 1] == lemma else source.forms[first + 1]
    told = re.escape(source.shown[source.words[first].start : source.words[first + 1].end])
    words = re.sub(told, lambda _: f"{speaker.name} {verb}", edit.replacement, count=1, flags=re.IGNORECASE)
    return edit.model_copy(update={"replacement": words})


_FIRST_PERSONS = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])


_HELPING = BEING | HAVING | DOING
_RESTORED = 10
"""Words that a fix for one that is missed puts in, at most: with more it would tell more than the summary did."""


_REPORTED = 20
"""Words that any fix puts in, at most: what says who says so is hardly longer ("according to early results of polls conducted for ...")."""


def leaves_sentences(summary: Side, edits: Sequence[Edit]) -> bool:
    """Whether edits leave sentences: as many marks and brackets open as there were ('tells jury he "' would open one), nobody called "he"
    who was called by name, and no comma between what is left of a subject and its verb.
    """
    text = summary.shown
    return all(
        _open_marks(text[edit.start : edit.end]) == _open_marks(edit.replacement)
        and not _calls_him_he(text, edit)
        and not _leaves_a_comma(summary, edit)
        for edit in edits
    )


def _open_marks(words: str) -> tuple[int, ...]:
    single = words.count("‘") - len(_CLOSING_SINGLE.findall(words))
    return words.count('"') % 2, single, *(words.count(opens) - words.count(closes) for opens, closes in ("“”", "()", "[]"))


_CLOSING_SINGLE = re.compile(r"’(?!\w)")


def _calls_him_he(text: str, edit: Edit) -> bool:
    """Whether a pronoun comes that may mean nobody there: the source's "He said" at the head of a sentence."""
    mine = {word.form for word in words_in(text[edit.start : edit.end])}
    return any(word.form in PERSONS - mine for word in words_in(edit.replacement)[:2])


def _leaves_a_comma(summary: Side, edit: Edit) -> bool:
    """Whether one comma of two would go: of "Lund, the chief, said" without "Lund" the other would part "the chief" from "said"."""
    gone = summary.shown[edit.start : edit.end].count(",") - edit.replacement.count(",")
    second = summary.shown.find(",", edit.end)
    if gone != 1 or second < 0 or summary.sentence_of(summary.place(edit.start)).last <= summary.place(second):
        return False
    return summary.is_predicate(summary.place(second + 1))


def _takes_more(match: Match, best: Alignment, edit: tuple[int, int, int, int], found: tuple[int, int]) -> bool:
    """Whether words with content would go that the finding is not about: "The company said customers", "some customers"."""
    a, b, c, d = edit
    beside = (w for w in range(a, b) if not found[0] <= w < found[1])
    return any(match.summary.content[w] and not c <= best.forward.get(w, -1) < d for w in beside)


def _takes_the_cue(match: Match, best: Alignment, edit: tuple[int, int, int, int]) -> bool:
    """Whether a verb of speech would go and none come ("Frost said the doctor", "Quill was more cautious the doctor"), unless nothing
    comes for it and nobody says it in the source either.
    """
    a, b, c, d = edit
    source, behind = match.source(best), best.forward.get(b)
    mine = any(lemma_of(match.summary.words[w].form) in speech_verbs() for w in range(a, b))
    owned = c < d or (behind is not None and bool(source.attributed_to(behind)))
    return owned and mine and all(lemma_of(source.words[w].form) is None for w in range(c, d))


def _runs_on(match: Match, best: Alignment, edit: tuple[int, int, int, int]) -> bool:
    """Whether words of the source would come that leave one of its clauses and go on in another: "the drug | and paid, said it is | to"."""
    a, b, c, d = edit
    source = match.source(best)
    commas = [at for at in range(c, d - 1) if "," in source.between(at)]
    if a == b or c == best.sentence.first or len(commas) % 2 == 0:
        return False
    return any(source.is_predicate(at) for at in range(commas[-1] + 1, d))


def _leaves_out_a_verb(match: Match, best: Alignment, edit: tuple[int, int, int, int]) -> bool:
    """Whether a clause of the source would begin whose verb the summary does not have behind it: "been questioned but that no arrests |
    had been made".
    """
    _, b, c, d = edit
    source = match.source(best)
    clause = source.clause_of(d - 1) if c < d else None
    if clause is None or not source.is_finite(clause):
        return False
    head = source.place(clause.head.start)
    return c <= source.place(clause.start) and d <= head and best.backward.get(head, -1) < b


def restoring_each(match: Match, aligned: Alignment, mine: tuple[int, int], theirs: tuple[int, int]) -> tuple[Edit, ...]:
    """An edit for each departure from a candidate between two words of the summary; what it has before or behind them is no departure.
    None where one of them would take words from elsewhere than the candidate's own stretch.
    """
    found = [c for c in changes(match, aligned) if c.anchored and _within(c.here, *mine)]
    if any(not theirs[0] <= change.there[0] <= change.there[1] <= theirs[1] for change in found):
        return ()
    edits = [_edit(match, aligned, change.here, change.there) for change in found]
    return tuple(edit for edit in edits if edit is not None)


def _within(here: tuple[int, int], first: int, last: int) -> bool:
    """Whether a change lies between two words of the summary; where it has no words there, it must not touch either border."""
    low, high = here
    return first < low < last if low == high else first <= low and high <= last


def _nearest(match: Match, best: Alignment, first: int, last: int, missed: int | None) -> Change | None:
    every = list(changes(match, best))
    if missed is not None and (holding := [c for c in every if c.there[0] <= missed < c.there[1]]):
        return holding[0]
    found = [c for c in every if c.here[0] <= last and first <= c.here[1]]
    return min(found, key=lambda c: (abs(c.here[0] - first), c.here[0]), default=None)


def _edit(match: Match, best: Alignment, here: tuple[int, int], there: tuple[int, int]) -> Edit | None:
    summary = match.summary
    source = match.source(best)
    (a, b), (c, d) = _with_contracted(match, best, here, there)
    if a < b and c < d:
        start, end = summary.words[a].start, summary.words[b - 1].end
        words = source.shown[source.words[c].start : source.words[d - 1].end]
        return Edit(start=start, end=end, replacement=_cased(match, a, words))
    if a < b:  # words too many: they go, with the white space on one side
        start = summary.words[a].start
        end = summary.words[b].start if b < match.sentence.last else summary.words[b - 1].end
        if b >= match.sentence.last and a > match.sentence.first:
            start = summary.words[a - 1].end
        if a > 0 and summary.words[a - 1].end > start - 1 and summary.words[a - 1].end != start:
            start = max(start, summary.words[a - 1].end)
        opens = a == match.sentence.first < b < match.sentence.last and summary.text[start].isupper() and summary.text[end].islower()
        if opens:  # what follows opens the sentence now: "Quill said | the bridge"
            return Edit(start=start, end=end + 1, replacement=summary.text[end].upper())
        return Edit(start=start, end=end, replacement="")
    if c < d:  # words too few: the source's, with what parts them from the next word
        if d < best.sentence.last and b < match.sentence.last:
            words = source.shown[source.words[c].start : source.words[d].start]
            at = summary.words[b].start
            opens = b == match.sentence.first and source.text[source.words[d].start].islower() and summary.text[at].isupper()
            if opens:  # what opened the sentence no longer does
                return Edit(start=at, end=at + 1, replacement=_cased(match, b, words) + summary.text[at].lower())
            return Edit(start=at, end=at, replacement=_cased(match, b, words))
        at = summary.words[b - 1].end
        before = source.words[c - 1].end if c > best.sentence.first else source.words[c].start
        return Edit(start=at, end=at, replacement=source.shown[before : source.words[d - 1].end])
    return None


def _with_contracted(
    match: Match, best: Alignment, here: tuple[int, int], there: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """With the word before, where the source writes it with a verb in one: of "It's not" and "It is", "is" alone is no "not"."""
    (a, b), (c, d) = here, there
    if a == match.sentence.first or c == best.sentence.first or best.forward.get(a - 1) != c - 1 or a == b:
        return here, there
    mine, theirs = match.summary.words[a - 1], match.source(best).words[c - 1]
    longer = theirs.end - theirs.start > mine.end - mine.start and not _MARKS.isdisjoint(match.source(best).text[theirs.start : theirs.end])
    return ((a - 1, b), (c - 1, d)) if longer else (here, there)


_MARKS = frozenset("'’")


def _cased(match: Match, at: int, words: str) -> str:
    """At the head of the sentence the source's words begin with a capital."""
    return words[:1].upper() + words[1:] if at == match.sentence.first and words else words
