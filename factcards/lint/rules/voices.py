"""Who says so: attributions dropped, words given to somebody else, and cues that commit more or less than the source's."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.lexicon import cue_strength
from factcards.lint.edits import changes
from factcards.lint.findings import Finding, Severity
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.side import Side
from factcards.lint.words import stem, words_in
from factcards.reading import Attribution

__all__ = ["attribution", "cues", "entities", "speakers"]

_RANK = {"negative": 0, "doubted": 1, "tentative": 1, "neutral": 2, "committed": 3}


def _words(text: str) -> set[str]:
    return {w.stem for w in words_in(text)} - {"the", "a", "an", "of", "mr", "mrs", "ms", "dr", "sir", "his", "her", "their"}


def _of_sentence(side: Side, first: int, last: int) -> list[tuple[Attribution, frozenset[int]]]:
    start, end = side.words[first].start, side.words[last - 1].end
    return [
        (found, words) for found, words in side.attributions
        if found.cue is not None and found.speaker is not None and any(s.start < end and start < s.end for s in found.content)
    ]


def attribution(match: Match) -> Iterator[Finding]:
    """`attribution_dropped`: what the source attributes to somebody, the summary says in its own voice."""
    best = match.best
    if best is None or best.coverage < 0.5:
        return
    summary, source = match.summary, match.source(best)
    mapped = {here: there for here, there in best.forward.items() if summary.content[here]}
    if not mapped:
        return
    for found, words in _of_sentence(source, best.sentence.first, best.sentence.last):
        inside = [here for here, there in mapped.items() if there in words]
        if len(inside) < 0.8 * len(mapped) or len(inside) < 2:
            continue
        if any(summary.attributed_to(here) for here in inside):
            continue
        if _named_here(match, found):
            continue
        severity: Severity = "error" if match.near_verbatim else "unsure"
        cue = found.cue
        assert cue is not None and found.speaker is not None
        yield object_to(
            match, "attribution_dropped", severity, f"the source gives this to {found.speaker.name} (“{cue.quote}”)",
            (match.sentence.first, match.sentence.last), [passage(match, best, best.sentence.first, best.sentence.last)],
        )
        return


def _named_here(match: Match, found: Attribution) -> bool:
    """Whether the summary's sentence still holds the cue, or the speaker outside the content."""
    sentence = match.sentence
    stems = set(match.summary.stems[sentence.first : sentence.last])
    cue = {w.stem for w in words_in(found.cue.quote)} if found.cue else set()
    if cue and cue - {"to", "be", "have"} and cue - {"to", "be", "have"} <= stems:
        return True
    return False


def same_speaker(match: Match, aligned: Alignment, mine: Attribution, theirs: Attribution) -> bool:
    """Whether two speakers can be one: they share a name's word, or one is called by the other's role or in the source's sentence."""
    assert mine.speaker is not None and theirs.speaker is not None
    here = _words(mine.speaker.name)
    there = _words(theirs.speaker.name) | _words(theirs.speaker.role or "")
    if theirs.speaker.mention is not None:
        there |= _words(theirs.speaker.mention.quote)
    return not here or bool(here & there)


def speakers(match: Match) -> Iterator[Finding]:
    """`speaker_swapped`: the summary gives to one speaker what the source gives to another."""
    best = match.best
    if best is None:
        return
    summary, source = match.summary, match.source(best)
    for mine, words in _of_sentence(summary, match.sentence.first, match.sentence.last):
        speaker = mine.speaker
        assert speaker is not None
        if speaker.resolved_by in {"unresolved", "carried", "pronoun"}:
            continue
        mapped = [best.forward[w] for w in words if w in best.forward and summary.content[w]]
        if len(mapped) < 2:
            continue
        theirs = [
            (found, inside) for found, inside in _of_sentence(source, best.sentence.first, best.sentence.last)
            if sum(1 for w in mapped if w in inside) >= 0.7 * len(mapped)
        ]
        theirs = [(f, i) for f, i in theirs if f.speaker is not None and f.speaker.resolved_by != "unresolved"]
        if not theirs or any(same_speaker(match, best, mine, found) for found, _ in theirs):
            continue
        found = theirs[0][0]
        assert found.speaker is not None
        place = (summary.place(speaker.mention.start), summary.place(speaker.mention.end)) if speaker.mention else (match.sentence.first, match.sentence.last)
        severity: Severity = "error" if match.near_verbatim or found.confidence >= 0.7 else "unsure"
        yield object_to(match, "speaker_swapped", severity, f"the source gives these words to {found.speaker.name}", place)
        return


def entities(match: Match) -> Iterator[Finding]:
    """`name_changed`, or `speaker_swapped` beside a cue: where the source has one name the summary has another."""
    best = match.best
    if best is None or not match.near_verbatim:
        return
    summary, source = match.summary, match.source(best)
    for change in changes(match, best):
        here = [w for w in range(*change.here) if w in summary.name_words]
        there = [w for w in range(*change.there) if w in source.name_words and w not in best.backward]
        if not here or not there or change.anchored == 0:
            continue
        mine, theirs = {summary.stems[w] for w in here}, {source.stems[w] for w in there}
        if mine & theirs or not all(match.index.knows(s) for s in mine):
            continue
        yield object_to(
            match, "name_changed", "error", f"the source names “{source.span(there[0], there[-1] + 1).quote}” here", (here[0], here[-1] + 1),
            [passage(match, best, there[0], there[-1] + 1)],
        )


def cues(match: Match) -> Iterator[Finding]:
    """`cue_stronger`, `cue_weaker`: where the source has one cue the summary has one that commits the speaker more, or less."""
    best = match.best
    if best is None:
        return
    summary, source = match.summary, match.source(best)
    for change in changes(match, best):
        if change.anchored == 0 or change.here[0] == change.here[1] or change.there[0] == change.there[1]:
            continue
        here = _cue_in(summary, *change.here)
        there = _cue_in(source, *change.there)
        if here is None or there is None:
            continue
        before, after = _RANK[cue_strength(source.words[there].form)], _RANK[cue_strength(summary.words[here].form)]
        if before == after:
            continue
        code = "cue_stronger" if after > before else "cue_weaker"
        severity: Severity = "error" if min(before, after) < 2 else "warning"
        if not match.near_verbatim and severity == "error":
            severity = "unsure"
        words = source.span(there, there + 1).quote
        yield object_to(match, code, severity, f"the source says “{words}”", (here, here + 1), [passage(match, best, there, there + 1)])


def _cue_in(side: Side, first: int, last: int) -> int | None:
    from factcards.lexicon import lemma_of

    return next((w for w in range(first, last) if lemma_of(side.words[w].form) is not None), None)
