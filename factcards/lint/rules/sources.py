"""Whom the source has it from: somebody without a name who became several or got one, and words that came through somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from factcards.cards import Speaker
from factcards.lexicon import commits_to_nothing, lemma_of, speech_verbs
from factcards.lint.findings import Objection
from factcards.lint.matching import HELD, Match, Original, Retold
from factcards.lint.rules.cues import kind_of
from factcards.lint.rules.making import object_to, passage, told_by
from factcards.lint.rules.names import words_of_name
from factcards.lint.rules.owners import has_near
from factcards.lint.rules.speaking import same_speaker
from factcards.lint.side import Saying, Side
from factcards.lint.wording import FUNCTION_WORDS
from factcards.lint.words import forms_in, lexis, stems_in, stems_of, words_in

__all__ = ["is_unnamed", "nesting", "spokesmen", "tells", "unnamed"]

_WHOLE = 0.9
"""Share of what the summary has of the outer saying, by weight, that the inner one must have."""
_NOUN = 3
"""Words of a mention among which its noun stands: "two unnamed people close to the talks"."""
_PEOPLE = frozenset(["person", "anonymous", "group"])
_NO_PEOPLE = frozenset(["document", "organization", "government"])
_BEHIND_NOUNS = frozenset(["of", "at", "in", "with", "close", "familiar", "who", "from", "briefed", "near", "inside"])


def unnamed(match: Match) -> Iterator[Objection]:
    """`source_multiplied`, `speaker_swapped`: what one person without a name says, the summary gives to several, or to somebody by name."""
    for retold in match.retold:
        mention, original = retold.saying.speaker.mention, _from_unnamed(match, retold)
        if mention is None or original is None or not tells(retold.saying.cue.quote):
            continue
        if _are_many(match.summary, retold.saying) and count_of(_mention(original)) == "one":
            code, what = "source_multiplied", "alone"
        elif _is_named(match, retold.saying.speaker) and not _is_beside(original, retold.saying.speaker):
            code, what = "speaker_swapped", "without a name"
        else:
            continue
        there = passage(
            match, original.aligned, original.side.place(original.saying.cue.start), original.side.place(original.saying.cue.end)
        )
        here = match.summary.place(mention.start), match.summary.place(mention.end)
        yield object_to(match, code, "error", f"the source has it from “{_mention(original)}”, {what}", here, [there])


def spokesmen(match: Match) -> Iterator[Objection]:
    """`speaker_swapped`: what somebody's spokesman or lawyer says, the summary has from himself."""
    for retold in match.retold:
        mine, best = retold.saying.speaker, retold.originals[0]
        if (
            mine.mention is None
            or mine.kind != "person"
            or mine.resolved_by not in {"named", "alias"}
            or not tells(retold.saying.cue.quote)
        ):
            continue
        speaks = _speaks_for(best.saying.speaker, mine) and len(best.held) >= HELD and best.is_enough(retold)
        if not speaks or not stems_of("unnamed", "speaking").isdisjoint(match.summary.sentence_stems(match.sentence)):
            continue
        if any(found.is_rival(best) and _bears(found.saying.speaker, mine) for found in retold.originals):
            continue
        there = passage(match, best.aligned, best.side.place(best.saying.cue.start), best.side.place(best.saying.cue.end))
        here = match.summary.place(mine.mention.start), match.summary.place(mine.mention.end)
        why = f"the source has it from “{best.saying.speaker.role or _mention(best)}”"
        yield object_to(match, "speaker_swapped", "error", why, here, [there])


def _bears(theirs: Speaker, mine: Speaker) -> bool:
    """Whether a speaker is called by one of the other's names himself, and not by whom he speaks for."""
    own = stems_of("unnamed", "speaking").isdisjoint(stems_in(theirs.name))
    return own and not words_of_name(mine.name).isdisjoint(words_of_name(theirs.name))


def _speaks_for(theirs: Speaker, mine: Speaker) -> bool:
    """Whether the one speaks for the other: "Quill's lawyer", "a spokesman for Quill"."""
    own = words_of_name(mine.name) - FUNCTION_WORDS
    office = theirs.role or theirs.name
    speaks = not stems_of("unnamed", "speaking").isdisjoint(stems_in(office)) and not own.isdisjoint(words_of_name(office))
    return speaks and (theirs.role is None or own.isdisjoint(words_of_name(theirs.name)))


def _from_unnamed(match: Match, retold: Retold) -> Original | None:
    """The best saying, where it is by somebody without a name; none where the summary's speaker says nearly as much, or another without a
    name the rest.
    """
    best, *others = retold.originals
    if len(best.held) < HELD or not best.is_enough(retold) or not _is_somebody(match, retold, best):
        return None
    if kind_of(best.saying.cue.quote) is None:
        return None  # "insiders do not understand": what is told of them, and not by them
    for found in others:
        nameless = is_unnamed(found.side, found.saying)
        if nameless and len(found.held) >= HELD and not found.held <= best.held:
            return None
        own = found.is_rival(best) and same_speaker(retold.saying.speaker, found.saying.speaker)
        if own and (not nameless or count_of(_mention(found)) == "many"):
            return None
    return best


def _is_somebody(match: Match, retold: Retold, found: Original) -> bool:
    """Whether somebody speaks whom the source does not name: on purpose, or as one of those who speak in the summary ("rebels")."""
    if is_unnamed(found.side, found.saying):
        return True
    mention, mine = found.saying.speaker.mention, retold.saying.speaker.mention
    if mention is None or mine is None or count_of(mention.quote) != "one" or _is_by_name(found.side, found.saying):
        return False
    noun = _noun_of(mine.quote)
    several = f"{noun[:-1]}s" == noun and noun[:-1] in forms_in(mention.quote)
    return several and _are_many(match.summary, retold.saying)


def _noun_of(mention: str) -> str:
    """The noun of a mention, as it is written: "officials of the port"."""
    words = words_in(mention)
    return next((words[at - 1] for at in range(1, len(words)) if words[at].form in _BEHIND_NOUNS), words[-1]).form if words else ""


def _mention(found: Original) -> str:
    mention = found.saying.speaker.mention
    return mention.quote if mention is not None else ""


def is_unnamed(side: Side, saying: Saying) -> bool:
    """Whether somebody speaks whom the text does not name on purpose: "a person close to the talks", "one of them", or who asked for it."""
    mention = saying.speaker.mention
    if mention is None or saying.speaker.resolved_by != "named" or saying.speaker.kind in _NO_PEOPLE or _is_by_name(side, saying):
        return False
    forms = forms_in(mention.quote)[:_NOUN]
    if not _listed("people").isdisjoint(forms) or forms[:2] == ("one", "of"):
        return True
    told = side.text[mention.start : side.sentence_of(side.place(mention.start)).end].casefold()
    return count_of(mention.quote) == "one" and any(mark in told for mark in lexis()["unnamed"]["marks"])


def _listed(key: str) -> frozenset[str]:
    return frozenset(lexis()["unnamed"][key])


def _is_by_name(side: Side, saying: Saying) -> bool:
    """Whether a speaker's mention begins with a name."""
    mention = saying.speaker.mention
    return mention is not None and any(name.start <= mention.start for name in side.names_over(mention.start, mention.end))


def _are_many(side: Side, saying: Saying) -> bool:
    """Whether several people speak, none of them by name."""
    speaker = saying.speaker
    if speaker.mention is None or speaker.kind in _NO_PEOPLE or _is_by_name(side, saying):
        return False
    return count_of(speaker.mention.quote) == "many"


@lru_cache(maxsize=4096)
def count_of(mention: str) -> Literal["one", "many"] | None:
    """How many people a mention means; null where it does not say.

    >>> count_of("A person close to the talks"), count_of("several aides"), count_of("officials of the port"), count_of("the mayor")
    ('one', 'many', 'many', None)
    """
    words = words_in(mention)
    if not words:
        return None
    if words[0].form in _listed("one"):
        return "one"
    if words[0].figure or words[0].form in _listed("many"):
        return "many"
    noun = _noun_of(mention)
    return "many" if noun == "people" or (noun.endswith("s") and not noun.endswith(("ss", "us", "is"))) else None


def _is_named(match: Match, speaker: Speaker) -> bool:
    """Whether a speaker is called by a proper name that a source has too."""
    mention = speaker.mention
    if mention is None or speaker.resolved_by not in {"named", "alias"}:
        return False
    names = [name for name in match.summary.names_over(mention.start, mention.end) if name.kind in {"person", "organization"}]
    return any(name.start == mention.start for name in names) and all(map(match.index.knows, words_of_name(mention.quote)))


def _is_beside(original: Original, speaker: Speaker) -> bool:
    """Whether one of the speaker's words stands in the original's sentence, or in the one before or behind it."""
    side, wanted = original.side, words_of_name(speaker.name)
    at = side.number_of(original.aligned.sentence)
    return any(not wanted.isdisjoint(side.sentence_stems(sentence)) for sentence in side.sentences[max(0, at - 1) : at + 2])


def nesting(match: Match) -> Iterator[Objection]:
    """`attribution_dropped`: what the source has from one person through another, the summary has from one of them alone."""
    for retold in match.retold:
        own = [found for found in retold.originals if same_speaker(retold.saying.speaker, found.saying.speaker)]
        lost = (_outer_lost(match, retold, own) or _inner_lost(match, retold, own[0])) if own and own[0].is_enough(retold) else None
        if lost is None:
            continue
        cue, theirs = retold.saying.cue, lost.saying.cue
        why = f"the source has this from {told_by(lost.saying)}"
        there = passage(match, lost.aligned, lost.side.place(theirs.start), lost.side.place(theirs.end))
        here = match.summary.place(cue.start), match.summary.place(cue.end)
        yield object_to(match, "attribution_dropped", "error", why, here, [there])


def _outer_lost(match: Match, retold: Retold, own: list[Original]) -> Original | None:
    """Who the source says told that the summary's speaker says so, where the summary leaves him out."""
    inner = own[0]
    if match.summary.attributed_to(match.summary.place(retold.saying.cue.start)) or not tells(inner.saying.cue.quote):
        return None
    outer = [found for found in retold.originals if _is_within(inner, found)]
    if not outer or not _are_people(outer[0]) or any(found in own or _is_told_of(match, found) for found in outer):
        return None
    free = (found for found in own[1:] if found.is_rival(inner) and not any(_is_within(found, other) for other in retold.originals))
    return None if any(free) else outer[0]


def _inner_lost(match: Match, retold: Retold, outer: Original) -> Original | None:
    """Who told the summary's speaker what he says, where the summary leaves him out."""
    inner = next((found for found in retold.originals if _is_within(found, outer) and found.weight >= _WHOLE * outer.weight), None)
    if inner is None or not tells(retold.saying.cue.quote) or not tells(inner.saying.cue.quote):
        return None
    if match.summary.attributed_to(match.summary.place(retold.saying.cue.start)):
        return None  # "Quill said her agent told her": the summary has one through the other, too
    speaker = inner.saying.speaker
    if is_unnamed(inner.side, inner.saying) and not _are_people(outer):
        return None  # "Bloomberg reported, citing people close to it"; that a newspaper has it from somebody goes without saying
    if not words_of_name(speaker.name).isdisjoint(match.summary.sentence_stems(match.sentence)):
        return None  # "nothing that Marsh said would calm them, Quill said"
    if same_speaker(retold.saying.speaker, speaker) or speaker.resolved_by in {"pronoun", "unresolved"} or speaker.kind in _NO_PEOPLE:
        return None  # what a spokesman says that his ministry has reported, he says
    said = retold.saying.only_said
    within = (found.only_said for found in match.summary.sayings_in(match.sentence))
    return None if any(words < said and 2 * len(words & inner.held) >= len(inner.held) for words in within) else inner


def _is_within(inner: Original, outer: Original) -> bool:
    """Whether the one saying, its cue too, is what the other one says."""
    return inner is not outer and inner.side is outer.side and inner.side.place(inner.saying.cue.start) in outer.saying.words


def _are_people(found: Original) -> bool:
    """Whether it is people who speak, and no paper, office or newspaper."""
    kind = found.saying.speaker.kind
    return kind in _PEOPLE or (kind == "unknown" and count_of(_mention(found)) is not None and not _is_by_name(found.side, found.saying))


@lru_cache(maxsize=4096)
def tells(cue: str) -> bool:
    """Whether by this cue somebody says so in words, and does not merely plan it, show it or ask for it."""
    forms = forms_in(cue)
    told = forms[:1] == ("according",) or any(lemma_of(form) in speech_verbs() for form in forms)
    return told and not commits_to_nothing(cue)


def _is_told_of(match: Match, found: Original) -> bool:
    """Whether the summary's sentence, or the one before it, has a telling word of how the source calls a speaker."""
    return has_near(match, words_of_name(_mention(found) or found.saying.speaker.name) - FUNCTION_WORDS)
