"""What the sources only ask, and somebody answers with a no."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factcards.lint.findings import Objection, Passage
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.cues import kind_of
from factcards.lint.rules.making import object_to
from factcards.lint.rules.negations import DENYING
from factcards.lint.rules.speaking import same_speaker
from factcards.lint.side import Side
from factcards.lint.wording import Sentence

__all__ = ["answers"]


def answers(match: Match) -> Iterator[Objection]:
    """`negation_dropped`: "Quill will resign", where the source has "Are you going to resign?" and a "No."; "Marsh thinks that they will
    last", where it has "Will they last? Marsh doubts it.".
    """
    summary, sentence = match.summary, match.sentence
    if match.is_asked or not DENYING.isdisjoint(summary.sentence_stems(sentence)) or summary.operators_in(sentence, "hedge"):
        return
    for aligned in match.candidates:
        source, asked = match.source(aligned), aligned.sentence
        answer = next(iter(source.sentences[source.number_of(asked) + 1 :]), None)
        told = next((w for w in aligned.forward if summary.is_predicate(w) and summary.content[w]), None)
        if answer is None or told is None or not _is_of_yes_or_no(source, asked) or not _tells_the_same(match, aligned, answer):
            continue
        no = _no(source, answer) or _doubt(match, source, answer)
        if no is not None and not _is_told_elsewhere(match, told, (asked, answer)):
            why = f"the source asks it, and the answer is “{source.span(*no).quote}”"
            evidence = Passage(source=aligned.side, span=source.span(asked.first, no[1]))
            yield object_to(match, "negation_dropped", "error", why, (told, told + 1), [evidence])
            return


def _is_of_yes_or_no(side: Side, asked: Sentence) -> bool:
    """Whether a sentence is a question that a "no" answers, and that denies nothing itself."""
    forms = side.forms[asked.first : asked.last]
    return side.is_asked(asked) and _OPEN.isdisjoint(forms) and DENYING.isdisjoint(side.sentence_stems(asked))


_OPEN = frozenset(["who", "whom", "whose", "what", "which", "when", "where", "why", "how", "or"])


def _tells_the_same(match: Match, aligned: Alignment, answer: Sentence) -> bool:
    """Whether the question has all that the summary's sentence tells, but for who says it and who answers."""
    summary, sentence = match.summary, match.sentence
    cues = {w for found in summary.sayings_in(sentence) for w in range(summary.place(found.cue.start), summary.place(found.cue.end))}
    there = set(match.source(aligned).sentence_stems(answer))
    content = (w for w in range(sentence.first, sentence.last) if summary.content[w] and w not in cues)
    return all(w in aligned.forward or summary.stems[w] in there for w in content)


def _no(side: Side, answer: Sentence) -> tuple[int, int] | None:
    """The place of the "No" by which an answer begins, behind who gives it ("ADA QUILL: No.")."""
    at = next((w + 1 for w in range(answer.first, answer.last - 1) if side.between(w).strip() == ":"), answer.first)
    apart = at + 1 >= answer.last or bool(side.between(at).strip())
    return (at, at + 1) if side.forms[at] in {"no", "never"} and apart else None


def _doubt(match: Match, side: Side, answer: Sentence) -> tuple[int, int] | None:
    """The place of the words by which whom the summary cites doubts or denies what was asked ("doubts it")."""
    for found in side.sayings_in(answer):
        own = any(same_speaker(mine.speaker, found.speaker) for mine in match.summary.sayings_in(match.sentence))
        if own and kind_of(found.cue.quote) in {"asked", "denied"} and not any(side.content[w] for w in found.only_said):
            return side.place(found.cue.start), max(found.words) + 1
    return None


def _is_told_elsewhere(match: Match, told: int, passed: Collection[Sentence]) -> bool:
    """Whether another candidate has the predicate, in no question."""
    others = (aligned for aligned in match.candidates if aligned.sentence not in passed)
    return any(told in aligned.forward and not match.source(aligned).is_asked(aligned.sentence) for aligned in others)
