"""Whose words stand in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcards.cards import Severity, Speaker
from factcards.lint.findings import Objection, Passage
from factcards.lint.matching import Match
from factcards.lint.rules.making import object_to
from factcards.lint.rules.names import words_of_name
from factcards.lint.rules.speaking import has_name, is_nested, may_be_he, person_words, same_speaker
from factcards.lint.rules.witnesses import BUT
from factcards.lint.side import Saying, Side
from factcards.lint.words import stems_of

__all__ = ["on_condition", "quoted"]

_SURE = 0.85
"""The reader's confidence from which a source's speaker is no guess."""
_HE = frozenset(["he", "she"])
_THOUGHT_OF = 0.05
"""The reader's score from which another bearer of a "he" was thought of."""
_AROUND = 1
"""Sentences on either side of a quotation, and of its cue, in which a source may name whom it is from."""


def quoted(match: Match) -> Iterator[Objection]:
    """`speaker_swapped`: words in quotation marks that every source which has them gives to somebody else by name."""
    summary = match.summary
    for quotation in summary.quotations_in(match.sentence):
        first, last = summary.place(quotation.inner_start), summary.place(quotation.inner_end)
        mine = _by_name(match, first, last)
        if mine is None or mine.speaker.mention is None:
            continue
        place = summary.place(mine.speaker.mention.start), summary.place(mine.speaker.mention.end)
        wanted = {summary.stems[w] for w in person_words(match, place) or _body_words(match, mine, place)}
        theirs = _others(match, summary.forms[first:last], mine, wanted) if wanted else None
        if theirs is not None:
            why = f"the source gives these words to {theirs.speaker.name if theirs.speaker.name not in _HE else f'“{theirs.speaker.name}”'}"
            severity: Severity = "unsure" if is_nested(match, mine, theirs.speaker) else "error"
            yield object_to(match, "speaker_swapped", severity, why, place)
            return


def _body_words(match: Match, mine: Saying, place: tuple[int, int]) -> list[int]:
    """The words of a body's name in a mention, where the sources know all of it; none where somebody else or a country is mentioned."""
    summary, mention = match.summary, mine.speaker.mention
    names = summary.names_over(mention.start, mention.end) if mention is not None and has_name(mine.speaker) else ()
    if not names or any(name.kind != "organization" for name in names) or mine.speaker.kind != "organization":
        return []
    words = [w for w in range(*place) if summary.content[w]]
    return words if all(match.index.knows(summary.stems[w]) for w in words) else []


def _by_name(match: Match, first: int, last: int) -> Saying | None:
    """Who says what is quoted in the summary: the nearest to it of those who are called by name there; nobody who only speaks in a clause
    behind it: "his remarks took in “a rower”, | though | Quill said that he meant none".
    """
    summary = match.summary
    if last - first < 2 or not any(summary.content[first:last]):
        return None
    around = [found for found in summary.sayings_in(match.sentence) if found.words.issuperset(range(first, last))]
    around = [found for found in around if BUT.isdisjoint(summary.forms[last : max(last, summary.place(found.cue.start))])]
    mine = min(around, key=lambda found: len(found.words), default=None)
    return mine if mine is not None and mine.speaker.resolved_by in {"named", "alias"} else None


def _others(match: Match, words: Sequence[str], mine: Saying, wanted: set[str]) -> Saying | None:
    """The first saying with these words where all that have them are by others; null where one is not, or there is none."""
    first: Saying | None = None
    for side in match.index.sources:
        for at in side.runs(words):
            theirs = _another(side, at, mine, wanted)
            if theirs is None:
                return None
            first = first or theirs
    return first


def _another(side: Side, at: int, mine: Saying, wanted: set[str]) -> Saying | None:
    """Who says it in a source, where that is surely somebody else of the same kind by name; null where it may be the same one, or nobody
    is told to.
    """
    saying = [found for found in side.sayings_in(side.sentence_of(at)) if at in found.words]
    if not saying or any(same_speaker(mine.speaker, found.speaker) or may_be_he(found.speaker, wanted) for found in saying):
        return None
    theirs = min(saying, key=lambda found: len(found.words))
    speaker = theirs.speaker
    if _is_nobody_of(speaker, wanted) and theirs.confidence >= _SURE and mine.speaker.kind == "person":
        return theirs
    guessed = speaker.resolved_by in {"unresolved", "carried"} or speaker.name not in side.speaking  # "he" may be anybody
    if theirs.confidence < _SURE or guessed or speaker.kind != mine.speaker.kind or not has_name(speaker):
        return None
    places = {_number(side, at), *(_number(side, side.place(span.start)) for span in (theirs.cue, speaker.mention) if span is not None)}
    around = _AROUND if len(places) > 1 else 0  # in its own sentence it is told whose it is
    near = {n + k for n in places for k in range(-around, around + 1)}
    named = any(not wanted.isdisjoint(side.sentence_stems(side.sentences[n])) for n in near if 0 <= n < len(side.sentences))
    return None if named else theirs


def _is_nobody_of(speaker: Speaker, wanted: set[str]) -> bool:
    """Whether a "she" of a source is nobody with a name, and whom these words of a name call was not even thought of; "a friend of Quill's"
    is not Quill.
    """
    pronoun = speaker.mention is not None and speaker.mention.quote.lower() in _HE and not has_name(speaker)
    called = [other.name for other in speaker.candidates if other.score >= _THOUGHT_OF and not other.name[:1].islower()]
    return pronoun and bool(speaker.candidates) and all(words_of_name(name).isdisjoint(wanted) for name in called)


def _number(side: Side, word: int) -> int:
    return side.number_of(side.sentence_of(word))


def on_condition(match: Match) -> Iterator[Objection]:
    """`condition_dropped`: what is quoted stands in every source that has it right beside an "if" or "unless" of the same sentence, which
    the summary leaves out: “the road will flood,” he said, who had said “If the dam breaks, the road will flood”.
    """
    summary, number = match.summary, match.summary.number_of(match.sentence)
    near = [w for sentence in summary.sentences[max(0, number - 1) : number + 1] for w in range(sentence.first, sentence.last)]
    if not _CONDITIONAL.isdisjoint(summary.sentence_stems(match.sentence)):
        return
    told = {summary.stems[w] for w in near}
    for quotation in summary.quotations_in(match.sentence):
        first, last = summary.place(quotation.inner_start), summary.place(quotation.inner_end)
        if not _states_something(summary, first, last):
            continue
        runs = [(n, side, at) for n, side in enumerate(match.index.sources) for at in side.runs(summary.forms[first:last])]
        found = [(n, side, _condition_beside(side, at, at + last - first)) for n, side, at in runs]
        conditions = [(n, side, places) for n, side, places in found if places is not None and _is_untold(side, places, told)]
        if not conditions or len(conditions) < len(found):
            continue
        n, side, places = conditions[0]
        theirs = Passage(source=n, span=side.span(places.start, places.stop))
        why = f"the source says so on a condition: “{theirs.span.quote}”"
        yield object_to(match, "condition_dropped", "error", why, (first, last), [theirs])
        return


_CONDITIONAL = stems_of("condition", "words") | stems_of("condition", "like")
_SETTING, _NO_CONDITION = frozenset(["if", "unless"]), frozenset(["even", "as", "what"])
_LONGEST = 25
"""Words of a condition beside what is quoted, at most."""


def _states_something(side: Side, first: int, last: int) -> bool:
    """Whether quoted words hold a clause of their own, with its subject."""
    clauses = (side.clause_of(w) for w in range(first, last) if side.is_predicate(w))
    return any(clause is not None and side.is_finite(clause) and first <= side.place(clause.start) < last - 1 for clause in clauses)


def _condition_beside(side: Side, first: int, last: int) -> range | None:
    """The words of the "if" clause that ends with a comma right before these words of a source, or begins right behind them; null where
    there is none.
    """
    sentence = side.sentence_of(first)
    if last < sentence.last and side.forms[last] in _SETTING:
        return range(last, min(sentence.last, last + _LONGEST))
    if first == sentence.first or "," not in side.between(first - 1):
        return None
    for at in range(first - 1, max(sentence.first, first - _LONGEST) - 1, -1):
        apart = at < first - 1 and "," in side.between(at)
        if apart or side.forms[at] in _SETTING:
            plain = side.forms[at] in _SETTING and (at == sentence.first or side.forms[at - 1] not in _NO_CONDITION)
            return range(at, first) if plain and not apart else None
    return None


def _is_untold(side: Side, places: range, told: set[str]) -> bool:
    """Whether hardly a word of a condition stands in the summary."""
    content = [w for w in places if side.content[w]]
    return bool(content) and 3 * sum(side.stems[w] in told for w in content) < len(content)
