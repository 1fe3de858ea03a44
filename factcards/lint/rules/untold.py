"""Of whom a summary does not say who it is: a pronoun with nobody before it, words in quotation marks that nobody says."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lexicon import lemma_of
from factcards.lint.findings import Objection, Passage
from factcards.lint.matching import HELD, Match
from factcards.lint.rules.making import object_to, passage, told_by
from factcards.lint.rules.owners import is_named_near, said_in, says_so
from factcards.lint.rules.sources import tells
from factcards.lint.side import Saying, Side
from factcards.lint.wording import BEING, Sentence
from factcards.lint.words import OWNERS, PERSONS, stems_in

__all__ = ["pronouns", "quotations"]

_PEOPLE = (PERSONS | OWNERS) - {"its"}
_NEXT = 3
"""Words behind "it" among which it is told whether something is meant: "it will resume drilling", "it has long been feared"."""
_WEATHER = frozenset(["raining", "snowing"])
_OF_DEEDS = stems_in("take pay help cost matter hurt remain")
"""Verbs whose "it" stands for what "to" tells behind them."""


def pronouns(match: Match) -> Iterator[Objection]:
    """The summary begins with "he", "their" or the like, so that nobody is meant: `attribution_dropped` where the source has it from
    somebody who says so, else `pronoun_unresolved`. A sentence that is copied with its pronoun is passed.
    """
    if match.sentence.first or not _is_of_somebody(match) or match.summary.attributed_to(0) or _is_copied(match):
        return
    if _is_named_behind(match.summary, match.sentence):
        return
    word = f"nobody is named before “{match.summary.span(0, 1).quote}”"
    content = [w for w in range(match.sentence.last) if match.summary.content[w]]
    said = max(said_in(match, content), key=lambda found: match.weight(found[2]), default=None)
    if said is None or len(said[2]) < HELD:
        yield object_to(match, "pronoun_unresolved", "error", f"{word}: the summary does not say who or what is meant", (0, 1))
    elif not is_named_near(match, said[1]):
        aligned, found, _ = said
        evidence = [passage(match, aligned, aligned.sentence.first, aligned.sentence.last)]
        why = f"{word}; the source gives this to {told_by(found)}"
        yield object_to(match, "attribution_dropped", "error", why, (0, 1), evidence)


def _is_of_somebody(match: Match) -> bool:
    """Whether the sentence begins with a pronoun that stands for somebody: "it will stop", "it is trying to"; not "it has been", "Her
    Majesty", "It Follows".
    """
    summary, forms = match.summary, match.summary.forms[: match.sentence.last]
    if len(forms) < 2 or summary.text[summary.words[1].start].isupper():
        return False
    shortened = summary.words[0].end - summary.words[0].start > len(forms[0])
    being = shortened or not {"be", "been", *BEING}.isdisjoint(forms[1 : 1 + _NEXT])
    acts = not being or any(form.endswith("ing") and form not in _WEATHER for form in forms[2 : 1 + _NEXT])
    acts = acts and not (summary.stems[1] in _OF_DEEDS and "to" in forms)  # "it took an hour to mend it", "it pays to mend it"
    return summary.has_clause(match.sentence) and (forms[0] in _PEOPLE or (forms[0] == "it" and acts))


def _is_named_behind(summary: Side, sentence: Sentence) -> bool:
    """Whether a mark that opens the answer stands before a name: "He kept bees all his life: Bo Marsh, who died in May, was 98"; or what
    is somebody's before his own, and nobody says so: "Her years at sea served Ada Quill well".
    """
    owned = summary.forms[0] in OWNERS - {"its", "their"}
    persons = (summary.place(n.start) for n in summary.names_over(sentence.start, sentence.end) if owned and n.kind == "person")
    return any(not _is_spoken(summary, w, w + 1) for w in persons) or any(
        w + 1 in summary.name_words and not _ANSWERING.isdisjoint(summary.between(w)) for w in range(sentence.first, sentence.last - 1)
    )


_ANSWERING = frozenset(":—–")


def _is_copied(match: Match) -> bool:
    """Whether a source has nearly the same sentence with this pronoun, and not within what somebody says there."""
    best = match.best
    if best is None or not match.near_verbatim:
        return False
    source, first = match.source(best), best.sentence.first
    places = (w for w in range(first, best.sentence.last) if source.stems[w] == match.summary.stems[0])
    return any(w == first or not source.attributed_to(w) for w in places)


def quotations(match: Match) -> Iterator[Objection]:
    """`attribution_dropped`: words in quotation marks are what the sentence states, nobody says them in the summary, and in the source
    somebody does wherever they stand.
    """
    summary, quoted = match.summary, match.summary.quotations_in(match.sentence)
    if not quoted or match.block_quoted or _reports(match):
        return
    for quotation in quoted:
        first, last = summary.place(quotation.inner_start), summary.place(quotation.inner_end)
        if first < last and _is_stated(summary, first, last) and not _is_spoken(summary, first, last):
            found = _said_by(match, first, last)
            if found is not None and not is_named_near(match, found[0]):
                said, evidence = found
                why = f"nobody says these words here; the source gives them to {told_by(said)}"
                yield object_to(match, "attribution_dropped", "error", why, (first, last), [evidence])
                return


def _reports(match: Match) -> bool:
    """Whether a predicate of the sentence that stands in no quotation is a cue."""
    summary, places = match.summary, range(match.sentence.first, match.sentence.last)
    return any(not summary.in_quotation(w) and summary.is_predicate(w) and lemma_of(summary.forms[w]) is not None for w in places)


def _is_spoken(summary: Side, first: int, last: int) -> bool:
    """Whether somebody says some of these words in the summary, and does not merely do what is quoted ("is making “progress”")."""
    over = (found for w in range(first, last) for found in summary.attributed_to(w))
    return any(found.cue is None or tells(found.cue.quote) for found in over)


def _is_stated(summary: Side, first: int, last: int) -> bool:
    """Whether quoted words are what a main clause states: they hold its predicate, or stand right behind it ("is in “great form”"), and it
    is not told whose words they are ("is “stunned” by", "was called “great”"). One that stands alone or behind a colon is only shown.
    """
    sentence = summary.sentence_of(first)
    shown = first == sentence.first or ":" in summary.between(first - 1)
    if shown or summary.following(last - 1) == "by":
        return False
    before = first - 1
    while before > sentence.first and not summary.content[before] and not summary.is_predicate(before):
        before -= 1
    return any(_is_main(summary, w) for w in (before, *range(first, last)))


def _is_main(summary: Side, word: int) -> bool:
    """Whether this is the predicate of a main clause that states something, and no passive."""
    clause = summary.clause_of(word)
    if clause is None or not summary.is_predicate(word) or clause.depth or clause.mood != "statement" or not summary.is_finite(clause):
        return False
    return summary.forms[word].endswith("ing") or _PASSIVE.isdisjoint(summary.forms[max(0, word - _BACK) : word])


_PASSIVE, _BACK = frozenset(["be", "been", "being", *BEING]), 2
"""Words that make a passive, and how far before the predicate they stand."""


def _said_by(match: Match, first: int, last: int) -> tuple[Saying, Passage] | None:
    """Who says these words in a source, and where; null where one has them in its own voice, or none has them."""
    found: tuple[Saying, Passage] | None = None
    for number, side in enumerate(match.index.sources):
        for at in side.runs(match.summary.forms[first:last]):
            around = [said for said in side.sayings_in(side.sentence_of(at)) if at in said.words and says_so(said)]
            if not around:
                return None
            found = found or (around[0], Passage(source=number, span=side.span(at, at + last - first)))
    return found
