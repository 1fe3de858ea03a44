"""Who wrote it: what stands above a signature, as on a page of letters or comments, is by whom it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcards.lint.findings import Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.names import words_of_name
from factcards.lint.side import Side

__all__ = ["writers"]

_LEAST, _MOST, _OWN = 3, 0.5, 0.5
"""Words with content that a letter must have of what is said, and share of their weight; of that the share from which the writer whom the
summary names may have written it, too.
"""


def writers(match: Match) -> Iterator[Objection]:
    """`speaker_swapped`: what one writer of letters says, where the source has the words above another one's signature."""
    for mine in match.summary.sayings_in(match.sentence) if any(side.signatures for side in match.index.sources) else ():
        mention = mine.speaker.mention
        if mention is None or mine.speaker.resolved_by in {"unresolved", "carried"}:
            continue
        place = match.summary.place(mention.start), match.summary.place(mention.end)
        wanted = words_of_name(mention.quote)
        words = [w for w in mine.only_said if match.summary.content[w] and match.sentence.first <= w < match.sentence.last]
        found = _another(match, words, wanted) if wanted else None
        if found is not None:
            aligned, name = found
            evidence = [passage(match, aligned, aligned.sentence.first, aligned.sentence.last)]
            yield object_to(match, "speaker_swapped", "error", f"the source has this above the signature of {name}", place, evidence)
            return


def _another(match: Match, words: Sequence[int], wanted: frozenset[str]) -> tuple[Alignment, str] | None:
    """The candidate that has most of these words, in a letter that another than whom these stems name has signed, and his name there; null
    where the one whom they name has signed nothing, or a letter with much of it, or the letter speaks of him.
    """
    total = match.weight(words)
    told = sorted(((match.weight(_held(a, words)), at) for at, a in enumerate(match.candidates)), reverse=True)
    if not told or not total or told[0][0] < _MOST * total:
        return None
    weight, aligned = told[0][0], match.candidates[told[0][1]]
    source, letter = match.source(aligned), _letter(match.source(aligned), aligned)
    signed = any(wanted <= stems for _, stems in source.signatures)
    if letter is None or not signed or len(_held(aligned, words)) < _LEAST or not wanted.isdisjoint(_stems_of(source, letter)):
        return None
    own = (
        held
        for held, at in told
        if (other := _letter(match.source(match.candidates[at]), match.candidates[at])) is not None
        and wanted <= match.source(match.candidates[at]).signatures[other][1]
    )
    return None if any(held >= _OWN * weight for held in own) else (aligned, _name(source, letter))


def _held(aligned: Alignment, words: Sequence[int]) -> list[int]:
    return [w for w in words if w in aligned.forward]


def _letter(source: Side, aligned: Alignment) -> int | None:
    """The number of the signature below a sentence; null where none is."""
    return next((n for n, (start, _) in enumerate(source.signatures) if aligned.sentence.end <= start), None)


def _stems_of(source: Side, letter: int) -> set[str]:
    """The stems of the words between one signature and the one before it, its own name too."""
    start, stems = source.signatures[letter]
    first = source.place(source.signatures[letter - 1][0]) + len(source.signatures[letter - 1][1]) if letter else 0
    return {source.stems[w] for w in range(first, source.place(start))} | stems


def _name(source: Side, letter: int) -> str:
    start = source.signatures[letter][0]
    return source.text[start:].partition("\n")[0].strip(" .")
