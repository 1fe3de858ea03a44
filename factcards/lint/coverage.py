"""Which of the sources' attributed claims a summary tells, and which it leaves out, weightiest first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from factcards.cards import Article
from factcards.lexicon import lemma_of
from factcards.lint.check import lint
from factcards.lint.deeds import JOINING
from factcards.lint.findings import Objection
from factcards.lint.matching import Index
from factcards.lint.meanings import Code
from factcards.lint.rules.negations import DENYING
from factcards.lint.rules.plainly import RELATIVE
from factcards.lint.side import Side
from factcards.lint.wording import BEING, HAVING, MODALS, Sentence
from factcards.lint.words import forms_in, words_in
from factcards.reading import Attribution, Reading
from factcards.spans import Frozen, Span, overlap

__all__ = ["Claim", "Coverage", "coverage"]

_TOLD = 0.5
"""Share of a claim's content (by how telling its words are) in one sentence of the summary from which it counts as told."""
_PARTLY = 0.3
_FRONT = 1.5
"""How much more a claim of the source's first third weighs: news puts first what matters most."""
_SURE = 0.6
"""Confidence below which an attribution is not asked for."""
_TELLING = 2
"""Words with content that a claim must have to be looked for: one alone is in too many sentences."""
_FEW = 4
"""Words with content up to which a claim is told only by all of them but one: half of "he has known for two years" is in any sentence.
Of two it takes both: "bridge" alone is, too.
"""
_ASIDE = (JOINING | RELATIVE) - {"that", "if"}
"""What opens a clause that a denial before it is not of: "will not pay a union | which walked out"."""


Status = Literal["told", "partly", "told wrongly", "left out", "not weighed"]


class Claim(Frozen):
    """One attributed claim of a source.

    Attributes:
        source: Place of the source.
        speaker: Who says so; null where the source names nobody.
        cue: The words that tell it of the speaker ("said", "denied"); null for a quotation that merely goes on.
        content: The attributed words, up to where something else stands between them.
        more: The attributed words behind that, piece by piece.
        weight: Its share of all claims' weight, 0 to 1: words with content, their rarity, and whether it stands in front.
        told: Share of its content that the summary has, 0 to 1.
        status: told, partly or left out; told wrongly where the summary has its words and a finding of `verify` that is an error says that
            they are not what it claims; not weighed where it has too few telling words to be looked for.
        findings: The codes of these findings, each once, or of those that are no errors where it is told in part for them; else empty.
    """

    source: int = Field(ge=0)
    speaker: str | None
    cue: str | None
    content: Span
    more: tuple[Span, ...] = ()
    weight: float
    told: float
    status: Status
    findings: tuple[Code, ...] = ()


class Coverage(Frozen):
    """What of the sources' attributed claims is told.

    Attributes:
        claims: All of them, the weightiest first.
        share: Of the weight, what is told, 0 to 1; 1 where there is nothing to tell.
        unsure: How many more may be claims, but probably are none.
    """

    claims: tuple[Claim, ...]
    share: float
    unsure: int


@dataclass(frozen=True)
class _Told:
    """One sentence of the summary.

    Attributes:
        stems: Of all its words.
        undenied: Of those that nobody denies in it.
        turned: Of those that something in it denies.
        wrong: The errors in it.
        doubted: What else `verify` finds in it that would turn the sense.
    """

    stems: frozenset[str]
    undenied: frozenset[str]
    turned: frozenset[str]
    wrong: tuple[Objection, ...]
    doubted: tuple[Objection, ...]

    def against(self, at: int, found: Attribution, *, doubts: bool = False) -> list[str]:
        """By which errors it has this claim of this source wrong, or by which doubts it may; what somebody denies, by its cue too."""
        spans = (*found.content, *([found.cue] if found.cue is not None and _denies(found) else ()))
        objections = self.doubted if doubts else self.wrong
        return [one.code for one in objections if any(p.source == at and overlap([p.span], spans) for p in one.evidence)]


@dataclass(frozen=True)
class _Weighed:
    """A claim before the weights of all are known."""

    source: int
    found: Attribution
    weight: float
    told: float = 0.0
    findings: tuple[str, ...] = ()
    least: float = _TOLD
    doubtful: bool = False


def coverage(summary: Article, reading: Reading, sources: Index) -> Coverage:
    """Look for each attributed claim of the sources in the summary. What stands within another's content is told with that.

    Args:
        summary: The prose of the summary.
        reading: Of exactly this.
        sources: Indexed.
    """
    sentences = _sentences(Side(summary, reading), sources)
    attributed = [
        (at, found)
        for at, side in enumerate(sources.sources)
        for found in side.reading.attributions
        if (found.cue is not None or found.speaker is not None) and found.parent is None
    ]
    sure = [(at, found) for at, found in attributed if found.confidence >= _SURE and not _only_asks(found)]
    weighed = [_weighed(at, found, sources, sentences) for at, found in sure]
    whole = sum(one.weight for one in weighed)
    claims = tuple(sorted((_claim(one, whole) for one in weighed), key=lambda c: (-c.weight, c.source, c.content.start)))
    share = sum(claim.weight for claim in claims if claim.status == "told") if whole else 1.0
    return Coverage(claims=claims, share=round(share, 3), unsure=len(attributed) - len(sure))


def _sentences(own: Side, sources: Index) -> list[_Told]:
    denied = {word for found, words in own.attributions if _denies(found) for word in words}
    findings = lint(own, sources)
    told = []
    for sentence in own.sentences:
        words = range(sentence.first, sentence.last)
        stems = frozenset(own.stems[word] for word in words)
        undenied = frozenset(own.stems[word] for word in words if word not in denied)
        turned = frozenset(own.stems[word] for word in denied.intersection(words) | _turned(own, sentence))
        here = [f for f in findings if sentence.start <= f.span.start < sentence.end]
        wrong = tuple(f for f in here if f.severity == "error")
        told.append(_Told(stems, undenied, turned, wrong, tuple(f for f in here if f not in wrong and f.code in _OF_SENSE)))
    return told


_OF_SENSE = frozenset(
    [
        "negation_added", "negation_dropped", "hedge_dropped", "hedge_strengthened", "less_sure", "scope_moved", "condition_dropped",
        "plan_as_fact", "contrary",
    ]
)  # fmt: skip
"""Findings that are of the sense, however sure."""


def _turned(own: Side, sentence: Sentence) -> set[int]:
    """The words that a word of the sentence denies: those of its clause, "the union has | not | walked out", and of what hangs on that, "it
    is | untrue | that the union has walked out"; not what is told beside it, "will | not | pay a union that has walked out".
    """
    denying = {word for word in range(sentence.first, sentence.last) if own.stems[word] in DENYING}
    clauses = own.finite_clauses(sentence, with_modals=True)
    free = denying.difference(*clauses)
    turned = set(range(sentence.first, sentence.last)) if free else set[int]()  # "No walkout, says the union"
    heads = {own.head_of(words): words for words in clauses}
    for clause in sorted(own.clauses_in(sentence), key=lambda clause: clause.start - clause.end):  # a clause before those in it
        words = heads.get(own.place(clause.head.start))
        if words is None:
            continue
        reach = range(own.place(clause.start), own.place(clause.end))
        if not denying.isdisjoint(words):
            turned.update(reach)
        elif not free and _stands_aside(own, words):
            turned.difference_update(reach)
    return turned


def _stands_aside(own: Side, words: Sequence[int]) -> bool:
    """Whether a clause tells something beside the one it hangs on: "because the union left", "that had left", not "that it had left"."""
    opening = own.forms[words[0]]
    behind = next((own.forms[word] for word in words[1:]), "")
    head = own.head_of(words)
    return opening in _ASIDE or (opening == "that" and (behind in BEING | HAVING | MODALS or words[1:2] == [head]))


def _only_asks(found: Attribution) -> bool:
    """Whether it is what somebody without a name asks, and so nobody's claim: "asked whether the hall was for sale, Quill said"."""
    return found.speaker is None and found.cue is not None and any(lemma_of(form) == "ask" for form in forms_in(found.cue.quote))


def _denies(found: Attribution) -> bool:
    return found.cue is not None and found.cue.strength == "negative"


def _weighed(at: int, found: Attribution, sources: Index, sentences: Sequence[_Told]) -> _Weighed:
    """How much a claim weighs, and how much of each of its sentences the best one has: of what is denied, one that denies."""
    side = sources.sources[at]
    parts: dict[int, dict[str, float]] = {}
    for word in (word for span in found.content for word in range(side.place(span.start), side.place(span.end))):
        if side.stems[word] in sources.postings and side.content[word]:
            parts.setdefault(side.sentence_of(word).start, {})[side.stems[word]] = sources.weights[side.stems[word]]
    telling = {stem: weight for part in parts.values() for stem, weight in part.items()}
    total = sum(telling.values())
    if len(telling) < _TELLING:
        return _Weighed(at, found, 0.0)
    words = {word.stem for span in found.content for word in words_in(span.quote)}
    wrong = [one for one in sentences if one.against(at, found)]
    told = _share(parts, [_stems(one, found, words) for one in sentences if one not in wrong])
    front = _FRONT if found.content[0].start < len(side.text) / 3 else 1.0
    spare = max(telling.values()) / total if len(telling) > _TELLING else 0.0
    least = _TOLD if len(telling) > _FEW else 1 - spare
    anyhow = _share(parts, [one.stems if one in wrong else _stems(one, found, words) for one in sentences])  # "Unison agreed": it denied it
    if told < least <= anyhow:
        codes = tuple(dict.fromkeys(code for one in wrong for code in one.against(at, found)))
        return _Weighed(at, found, total * front, anyhow, codes, least)
    doubted = [one for one in sentences if one not in wrong and one.against(at, found, doubts=True)]
    if told >= least > _share(parts, [_stems(one, found, words) for one in sentences if one not in wrong and one not in doubted]):
        codes = tuple(dict.fromkeys(code for one in doubted for code in one.against(at, found, doubts=True)))
        return _Weighed(at, found, total * front, told, codes, least, doubtful=True)
    return _Weighed(at, found, total * front, told, least=least)


def _stems(one: _Told, found: Attribution, words: Collection[str]) -> frozenset[str]:
    """What of a sentence may tell a claim: of what is denied what it denies; "not safe" may be told as "denied that it is safe"."""
    return one.turned if _denies(found) else one.undenied if DENYING.isdisjoint(words) else one.stems


def _share(parts: Mapping[int, Mapping[str, float]], sentences: Sequence[frozenset[str]]) -> float:
    """Of each part of a claim what the sentence has that has most of it, as a share of all."""
    total = sum(sum(part.values()) for part in parts.values())
    best = (max((sum(part[word] for word in part.keys() & stems) for stems in sentences), default=0.0) for part in parts.values())
    return sum(best) / total


def _claim(one: _Weighed, whole: float) -> Claim:
    found, told = one.found, one.told
    in_part: Status = "partly" if told >= _PARTLY else "left out"
    status: Status = "partly" if one.doubtful else "told wrongly" if one.findings else "told" if told >= one.least else in_part
    return Claim(
        source=one.source,
        speaker=found.speaker.name if found.speaker is not None else None,
        cue=found.cue.quote if found.cue is not None else None,
        content=found.content[0],
        more=found.content[1:],
        weight=round(one.weight / whole, 4) if whole else 0.0,
        told=round(told, 3),
        status=status if one.weight else "not weighed",
        findings=one.findings,
    )
