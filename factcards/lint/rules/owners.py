"""Whose the words of a source are, and whether the summary names him beside what it tells of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcards.lexicon import lemma_of, speech_verbs
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.names import words_of_name
from factcards.lint.side import Saying
from factcards.lint.wording import FUNCTION_WORDS
from factcards.lint.words import forms_in, stems_of

__all__ = ["has_near", "is_named", "is_named_near", "said_in", "says_so"]

_RECORDS = frozenset(["confirm", "determine", "find", "indicate", "observe", "report", "reveal", "show"])
"""Cues of what is known through somebody: to leave him out claims nothing that he did not establish."""
_LIKELY = 0.5
"""The reader's confidence from which somebody is taken to say so: below, its cue may be another verb ("will need to agree that budget")."""
_PARTING = frozenset(["and", "but", "while", "whereas"])
_GOING_ON = frozenset(["that", "whether"])
"""Words behind an "and" by which what is said goes on."""
_LINKS = FUNCTION_WORDS - stems_of("unnamed", "one") - stems_of("unnamed", "many")
"""Words of a mention that tell nothing of who is meant: all small ones but "one", "another" and the like."""


def says_so(found: Saying) -> bool:
    """Whether somebody whom the reader knows says so, and does not merely plan it, show it or find it out."""
    if found.speaker.resolved_by == "unresolved" or found.confidence < _LIKELY:
        return False
    lemmas = {lemma_of(form) for form in forms_in(found.cue.quote)}
    return bool(lemmas & speech_verbs()) and lemmas.isdisjoint(_RECORDS)


def said_in(match: Match, content: Sequence[int]) -> Iterator[tuple[Alignment, Saying, list[int]]]:
    """What somebody says in the candidates, with those of these words of the summary that it has."""
    for aligned in match.candidates:
        for found in match.source(aligned).sayings_in(aligned.sentence):
            if says_so(found):
                yield aligned, found, [w for w in content if aligned.forward.get(w) in found.words]


def is_named(match: Match, words: Sequence[int], found: Saying) -> bool:
    """Whether the sentence names the speaker, so that the words may be his there: anywhere but in a later clause that "and" or the like
    parts from these words.
    """
    summary, wanted = match.summary, _names(found)
    named = [w for w in range(match.sentence.first, match.sentence.last) if summary.stems[w] in wanted]
    behind = range(words[-1] - 1, match.sentence.last)
    parts = (w for w in behind if summary.words[w].form in _PARTING and summary.following(w) not in _GOING_ON)
    parted = next(parts, match.sentence.last)
    return any(w < parted for w in named)


def is_named_near(match: Match, found: Saying) -> bool:
    """Whether the sentence or the one before it names the speaker, so that a reader may take the words for his; or the sentence before it
    has it from a body of his: "police say", for "Quill, head of Tarn Police, said".
    """
    if has_near(match, _names(found)):
        return True
    number = match.summary.number_of(match.sentence)
    before = match.summary.sayings_in(match.summary.sentences[number - 1]) if number else ()
    office = words_of_name(found.speaker.role or "") - _LINKS
    return any(saying.speaker.kind != "person" and not office.isdisjoint(_names(saying)) for saying in before)


def has_near(match: Match, stems: Collection[str]) -> bool:
    """Whether one of these stems stands in the summary's sentence or in the one before it."""
    summary, number = match.summary, match.summary.number_of(match.sentence)
    near = summary.sentences[max(0, number - 1) : number + 1]
    return any(stem in stems for sentence in near for stem in summary.sentence_stems(sentence))


def _names(found: Saying) -> frozenset[str]:
    """The telling words of a speaker's name and mention."""
    speaker = found.speaker
    mention = words_of_name(speaker.mention.quote) if speaker.mention is not None else frozenset[str]()
    return (words_of_name(speaker.name) | mention) - _LINKS
