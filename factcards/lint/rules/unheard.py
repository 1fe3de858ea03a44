"""Whether the sources have no words of somebody at all, or none near: and who may be meant there by what he is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcards.cards import Speaker
from factcards.lint.matching import Match
from factcards.lint.rules.names import words_of_name
from factcards.lint.rules.speaking import ends_in_a_noun, initials
from factcards.lint.side import FIRST_PERSON, Side
from factcards.lint.wording import FUNCTION_WORDS, PLACES, Sentence
from factcards.lint.words import stems_of

__all__ = ["is_far", "is_silent", "may_write"]


def is_far(match: Match, proper: Sequence[int]) -> bool:
    """Whether the candidates hold the sentence and name nowhere near it whom the summary names."""
    wanted = {match.summary.stems[w] for w in proper}
    if len(proper) == 1:  # "Mrs Quill said", who is Ada Quill
        wanted |= {stem for side in match.index.sources for stem in side.full_names.get(match.summary.stems[proper[0]], ())}
    return match.support >= _FAR_SUPPORT and not _near(match, wanted)


def is_silent(match: Match, speaker: Speaker, proper: Sequence[int]) -> bool:
    """Whether nobody whom the summary may mean says anything in the sources."""
    names = {match.summary.stems[w] for w in proper} | {initials(speaker.name).lower()}
    heard = any(names & side.voices for side in match.index.sources)
    return not heard and not _may_be_described(match, speaker, proper)


def _may_be_described(match: Match, speaker: Speaker, proper: Sequence[int]) -> bool:
    """Whether somebody speaks by what he is where a source names whom we mean: "its prime minister" and a sentence with "Prime Minister
    Quill", "the tree surgeon said" in a sentence with the name or right behind one, "others, like Quill, have said"; or by what the
    summary calls him too: "the Tarn Radio host said" and "Tarn Radio host Ada Quill".
    """
    wanted, role = {match.summary.stems[w] for w in proper}, words_of_name(speaker.role or "")
    for side in match.index.sources:
        stems = enumerate(frozenset(side.sentence_stems(sentence)) for sentence in side.sentences)
        naming = {at: words for at, words in stems if not wanted.isdisjoint(words)}
        for found in side.sayings if naming else ():
            mention = found.speaker.mention
            if mention is None:
                continue
            office = words_of_name(mention.quote) - FUNCTION_WORDS if ends_in_a_noun(found.speaker) else frozenset()
            if office and any(office <= words for words in naming.values()):
                return True
            described = mention.quote.lower().startswith("the ") and found.speaker.name == mention.quote
            cued = side.number_of(side.sentence_of(side.place(found.cue.start)))
            if described and (role == words_of_name(mention.quote) or any(at in naming for at in range(cued - _BEHIND, cued + 1))):
                return True
    return False


_BEHIND = 1
"""Sentences between a name and words of somebody who is only described."""


def may_write(match: Match, proper: Sequence[int]) -> bool:
    """Whether a source may be by whom the summary names: nobody says anything under his name, and a line of it says who he is."""
    wanted = {match.summary.stems[w] for w in proper}
    if any(wanted & side.voices for side in match.index.sources):
        return False
    places = {number for stem in wanted for number in match.index.postings.get(stem, ())[:PLACES]}
    naming = ((match.index.sources[side], sentence) for side, sentence in map(match.index.sentences.__getitem__, places))
    return any(_is_about_author(side, sentence) for side, sentence in naming)


def _is_about_author(side: Side, sentence: Sentence) -> bool:
    """Whether a sentence with a name may say who wrote a source: one of its last that calls him a writer; in one that is told in the first
    person any that does, or any of the last in which nobody says "I".
    """
    last = side.number_of(sentence) >= len(side.sentences) - _ABOUT_AUTHOR
    if not _WRITERS.isdisjoint(side.sentence_stems(sentence)) and (last or side.is_of_first_person):
        return True
    if last and any(
        bool(_BEING_SOMEBODY.match(side.text, name.end, sentence.end)) for name in side.names_over(sentence.start, sentence.start + 1)
    ):
        return True
    return last and side.is_of_first_person and not set(FIRST_PERSON).intersection(side.forms[sentence.first : sentence.last])


_BEING_SOMEBODY = re.compile(r"(?:, [^,]{1,80},)? is\b")
_ABOUT_AUTHOR = 4
"""Sentences at the end of an article that may say who wrote it."""

_WRITERS = stems_of("author", "words")

_FAR_SUPPORT = 0.25
"""Share of a sentence's content that the candidates must hold before a speaker whom they do not name is the wrong one."""


def _near(match: Match, wanted: set[str]) -> bool:
    """Whether a candidate, or one of the two sentences on each side of it, has one of these words of a name."""
    for aligned in match.candidates:
        source = match.source(aligned)
        at = source.number_of(aligned.sentence)
        for sentence in source.sentences[max(0, at - 2) : at + 3]:
            if wanted & set(source.sentence_stems(sentence)):
                return True
            for found in source.sayings_in(sentence):
                if wanted & (words_of_name(found.speaker.name) | words_of_name(found.speaker.role or "")):
                    return True
    return False
