"""Who says so: words given to somebody else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from factcards.cards import Severity
from factcards.lexicon import lemma_of, speech_verbs
from factcards.lint.findings import Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import called, object_to
from factcards.lint.rules.names import words_of_name
from factcards.lint.rules.otherwise import somebody_else
from factcards.lint.rules.speaking import OPENING, has_name, is_described, is_nested, may_be_named, person_words
from factcards.lint.rules.unheard import is_far, is_silent, may_write
from factcards.lint.side import Saying, Side
from factcards.lint.words import forms_in
from factcards.spans import Span

__all__ = ["speakers"]


def speakers(match: Match) -> Iterator[Objection]:
    """`speaker_swapped`: the summary gives to one speaker what the source gives to another, or to one whom it does not name near it."""
    if match.best is None:
        return
    for mine in match.summary.sayings_in(match.sentence):
        suspect = _suspect(match, mine)
        severity = _severity(match, suspect) if suspect is not None else None
        reworded = match.is_reworded and suspect is not None and not _is_said_alike(match, mine, suspect)
        if severity == "error" and suspect is not None and reworded:
            severity = "unsure"
        if suspect is not None and severity is not None:
            yield object_to(match, "speaker_swapped", severity, _why(suspect), suspect.place)
            return


def _is_said_alike(match: Match, mine: Saying, suspect: _Suspect) -> bool:
    """Whether the other one says most of his words in their order in the source, however the rest of the sentence is worded."""
    if suspect.given_to is None:
        return False
    aligned, theirs = suspect.given_to
    words = [w for w in sorted(mine.only_said) if match.sentence.first <= w < match.sentence.last]
    onto = [aligned.forward[w] for w in words if aligned.forward.get(w) in theirs.only_said]
    return onto == sorted(onto) and len(onto) >= _LEAST_ALIKE and len(onto) >= _ALIKE * len(words)


_LEAST_ALIKE, _ALIKE = 6, 0.7
"""Words of what somebody says, and share of them, that another must say in the source for nobody else's to be meant."""


@dataclass(frozen=True)
class _Suspect:
    """A speaker of the summary whom the sources may not bear out.

    Attributes:
        mention: Where he is named.
        place: Of its words the first, and one past the last.
        proper: Those of its words that are a person's name and that a source knows.
        spoken: Whether he says so in words, and does not only plan or think it.
        given_to: A candidate, and what somebody else says in it in these words; null where nobody does.
        far: Whether no candidate names him near these words.
        silent: Whether no source has any words of his.
        told_of: Whether he speaks, in the summary, of somebody who says these words in the source.
        nested: Whether the one who says so in the source has these words in the summary, too, on another level.
    """

    mention: Span
    place: tuple[int, int]
    proper: Sequence[int]
    spoken: bool
    given_to: tuple[Alignment, Saying] | None
    far: bool
    silent: bool
    told_of: bool
    nested: bool


def _suspect(match: Match, mine: Saying) -> _Suspect | None:
    """Who may be wrong in a saying; null where the speaker is only guessed at, or a source has these words from him or may have."""
    speaker, mention = mine.speaker, mine.speaker.mention
    if mention is None or speaker.resolved_by in {"unresolved", "carried", "pronoun"}:
        return None
    place = (match.summary.place(mention.start), match.summary.place(mention.end))
    if place[0] in mine.words:
        return None  # nobody says himself: the reader took whom it is about for who says it
    if any(op.first == place[0] for op in match.summary.operators_in(match.sentence, "quantifier")):
        return None  # how many say so is told otherwise: "most voters", "61% of them"
    proper, given_to = person_words(match, place), somebody_else(match, mine)
    retold = next(match.summary.sayings_over(mine, match.sentence), None)  # a source may have the inner one's words in the outer one's
    spoken = _speaks(match, mine) and retold is None
    told_by_another = given_to is not None and _is_named(given_to[1])
    if proper and not told_by_another and may_write(match, proper):
        return None
    named = bool(proper)
    far = named and is_far(match, proper)
    told = any(match.summary.is_predicate(w) or match.summary.in_quotation(w) for w in mine.words)  # "added the goal" tells nothing
    silent = named and spoken and told and is_silent(match, speaker, proper)
    if given_to is None and not far and not silent:
        return None
    theirs = words_of_name(given_to[1].speaker.name) if given_to is not None else frozenset()
    told_of = not theirs.isdisjoint(_names_in(match.summary, mine.words))
    nested = given_to is not None and is_nested(match, mine, given_to[1].speaker)
    return _Suspect(mention, place, proper, spoken, given_to, far, silent, told_of, nested)


def _names_in(summary: Side, words: Collection[int]) -> set[str]:
    """The stems of the names among these words."""
    return {summary.stems[w] for w in words if w in summary.name_words}


def _severity(match: Match, suspect: _Suspect) -> Severity | None:
    """How sure it is that the speaker is the wrong one; null where he may as well be the right one, called otherwise."""
    if suspect.nested or (suspect.told_of and not match.near_verbatim) or _is_epithet(match, suspect):
        return "unsure"
    if (match.near_verbatim or suspect.spoken) and (suspect.far or suspect.silent or _is_given_to_another(match, suspect)):
        return "error"
    if match.near_verbatim:
        return "error" if _is_replaced(match, suspect) else "unsure"
    named = any(w in match.summary.name_words for w in range(*suspect.place))
    called = named and not suspect.mention.quote.lower().startswith(("a ", "an "))  # "a minister" may be anybody
    return "unsure" if called and (suspect.given_to is None or has_name(suspect.given_to[1].speaker)) else None


def _is_epithet(match: Match, suspect: _Suspect) -> bool:
    """Whether somebody is called by a word that no source has, and by no name: "the Londoner" may be any of them."""
    summary, (first, last) = match.summary, suspect.place
    the = summary.forms[first] == "the" or (first > match.sentence.first and summary.forms[first - 1] == "the")
    the = the and summary.text[summary.words[last - 1].start].isupper()
    return the and not suspect.proper and not any(match.index.writes(summary.forms[w]) for w in range(first, last) if summary.content[w])


def _why(suspect: _Suspect) -> str:
    if suspect.given_to is not None:
        return f"the source gives these words to {called(suspect.given_to[1].speaker)}"
    if suspect.silent:
        return f"the source has no words of {suspect.mention.quote} at all"
    return f"the source does not name {suspect.mention.quote} near these words"


def _is_given_to_another(match: Match, suspect: _Suspect) -> bool:
    """Whether the source gives the words to somebody by name, in a sentence without the name of the summary's speaker."""
    if not suspect.proper or suspect.given_to is None:
        return False
    aligned, saying = suspect.given_to
    return _is_named(saying) and not _in_sentence(match, aligned, suspect.proper)


def _is_replaced(match: Match, suspect: _Suspect) -> bool:
    """Whether a speaker with a name stands where the source has another one, who is no guess of the reader's."""
    called = OPENING.sub("", suspect.mention.quote)
    if suspect.given_to is None or not any(c.isupper() for c in called) or _is_of_people(match.summary, suspect.mention):
        return False
    aligned, saying = suspect.given_to
    theirs = saying.speaker
    if any(w in match.summary.name_words for w in range(*suspect.place)) and may_be_named(theirs):
        return False
    return theirs.resolved_by not in _GUESSED and not _holds(match, aligned, suspect.place)


def _speaks(match: Match, mine: Saying) -> bool:
    """Whether the summary has somebody speak, by a verb of speech or in quotation marks: a plan need not be told by who has it."""
    if any(lemma_of(form) in _SPEAKING or form in _WORDING for form in forms_in(mine.cue.quote)):
        return True
    return any(match.summary.in_quotation(w) for w in mine.words)


_SPEAKING = (speech_verbs() - {"write"}) | {"accuse", "blame", "call", "condemn", "criticise", "describe", "praise"}
_WORDING = frozenset(["words", "telling", "view", "opinion"])
"""Cues as in "in her words"."""


def _is_of_people(summary: Side, mention: Span) -> bool:
    """Whether somebody is called by the people that he is of: "the South African"."""
    over = summary.names_over(mention.start, mention.end)
    return bool(over) and all(name.kind == "group" for name in over)


def _is_named(found: Saying) -> bool:
    labelled = found.cue.quote == ":" and len(words_of_name(found.speaker.name)) > 1  # "TOM COLE:" in a transcript
    somebody = labelled or found.speaker.kind in {"person", "organization"}
    return found.confidence >= 0.6 and somebody and not is_described(found.speaker)


_GUESSED = frozenset(["pronoun", "carried"])
"""How a source's speaker may have been found that is no ground for calling the summary's a wrong one."""


def _holds(match: Match, aligned: Alignment, place: tuple[int, int]) -> bool:
    """Whether the candidate's sentence has all words of a mention: "the party" speaks through its spokeswoman named there."""
    summary, source = match.summary, match.source(aligned)
    there = set(source.sentence_stems(aligned.sentence))
    return all(summary.stems[w] in there for w in range(*place) if summary.content[w])


def _in_sentence(match: Match, aligned: Alignment, proper: Sequence[int]) -> bool:
    """Whether the candidate's sentence has one of the name's words."""
    wanted = {match.summary.stems[w] for w in proper}
    return bool(wanted & set(match.source(aligned).sentence_stems(aligned.sentence)))
