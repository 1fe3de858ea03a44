"""Who is the source of a proposed attribution: the words that may head it, what is known of each, and the phrase round the chosen one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat

from factcards.engines.local.learned.frames import entity_type, path_up, subject
from factcards.engines.local.learned.one_hot import OneHot
from factcards.engines.local.learned.proposal import Proposal
from factcards.engines.local.learned.statistics import Statistics
from factcards.engines.local.parsing.sheet import Sheet
from factcards.engines.local.parsing.word_classes import sense

__all__ = ["choose_sources", "phrase", "settle_source", "source_options", "source_rows"]

_RELATIONS = ("subject", "own", "agent", "poss", "pobj", "above", "antecedent", "nsubj", "before", "drawn")


_NO_SOURCE = frozenset({"PUNCT", "VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PART"})


def source_options(sheet: Sheet, proposal: Proposal) -> dict[int, set[str]]:
    """Words that may head the source of a proposal, each with how it was come by."""
    options: dict[int, set[str]] = {}
    for at, relation in _offers(sheet, proposal):
        if at >= 0 and at != proposal.cue and sheet.pos[at] not in _NO_SOURCE:
            options.setdefault(at, set()).add(relation)
    return options


def _offers(sheet: Sheet, proposal: Proposal) -> Iterator[tuple[int, str]]:
    cue = proposal.cue
    first, last = sheet.sentences[sheet.sentence[cue]]
    who, path = subject(sheet, cue)
    yield who, "subject"
    if path in {"nsubj", "nsubjpass"}:
        yield who, "own"
    yield from _offers_beside(sheet, {cue, *proposal.words})
    yield from _offers_above(sheet, cue)
    for at in range(first, last):
        if sheet.dep[at] in {"nsubj", "nsubjpass"} and sheet.region[at] < 0:
            yield at, "nsubj"
    nominal = (at for at in range(cue - 1, max(first, cue - 8) - 1, -1) if sheet.pos[at] in {"PROPN", "NOUN", "PRON"})
    yield next((at for at in nominal if sheet.region[at] < 0), -1), "before"
    for at in _drawn_heads(sheet, proposal):
        yield at, "drawn"


def _offers_beside(sheet: Sheet, words: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Possessors, agents and objects of prepositions that hang on the cue's words."""
    for kid in (kid for at in words for kid in sheet.kids[at]):
        label = sheet.dep[kid]
        if label == "poss":
            yield kid, "poss"
        elif label == "pobj":
            yield kid, "pobj"
        elif label in {"agent", "prep"}:
            yield sheet.child(kid, "pobj"), "agent" if label == "agent" or sheet.low[kid] == "by" else "pobj"


def _offers_above(sheet: Sheet, cue: int) -> Iterator[tuple[int, str]]:
    """Antecedents of relative clauses, subjects and possessors of what the cue hangs on."""
    node = cue
    for step in range(7):
        if step:
            yield sheet.child(node, "nsubj", "nsubjpass"), "above"
            yield sheet.child(node, "poss"), "poss"
        if sheet.dep[node] in {"relcl", "acl"}:
            yield sheet.head[node], "antecedent"
        if sheet.head[node] == node:
            break
        node = sheet.head[node]


def _drawn_heads(sheet: Sheet, proposal: Proposal) -> list[int]:
    """Words in the drawn sources whose head is not."""
    strong = {at for at, share in proposal.marginal.items() if share >= 0.15}
    return [at for at in strong if sheet.head[at] not in strong or sheet.head[at] == at]


_CUE_TAGS = OneHot("VBD", "VBZ", "VBP", "VBG", "VBN", "VB")
_KINDS = ("PERSON", "ORG", "GPE", "NORP", "PROPN", "NOUN", "PRON", "NUM", "ADJ", "DET")
_SENSES = OneHot("18", "14", "10", "09", "15", "06", "04", "11", "28", "?")
"""WordNet's nouns of persons, groups, communication, cognition, places, artefacts, acts, events, times; and what it does not have."""
_PRONOUNS = OneHot(
    "he", "she", "they", "it", "i", "we", "you", "who", "that", "which", "this", "his", "her", "their", "its", "there", "what"
)
_DEPS = OneHot("nsubj", "nsubjpass", "pobj", "poss", "dobj", "appos", "conj", "compound", "ROOT", "attr", "expl")


@cache
def _of_kind(kind: str, pos: str) -> tuple[float, ...]:
    return tuple(float(name in {kind, pos}) for name in _KINDS)


def source_rows(sheet: Sheet, proposal: Proposal, options: Mapping[int, set[str]], chance: Mapping[int, float]) -> list[list[float]]:
    """What the choice of a source sees of each option."""
    cue = proposal.cue
    above = path_up(sheet, cue)
    content = set(proposal.content)
    drawn = max(proposal.marginal.values(), default=0.0)
    shared = [
        drawn, proposal.chance, proposal.logit, float(len(options)), *_CUE_TAGS[sheet.tag[cue]],
        float(sheet.pos[cue] == "NOUN"), float(sheet.pos[cue] == "ADP"), float(sheet.child(cue, "auxpass") >= 0),
        float(sheet.headline[cue]), float(sheet.dep[cue] == "xcomp"), float(sheet.dep[cue] == "advcl"), float(sheet.dep[cue] == "conj"),
        float(sheet.dep[cue] in {"acl", "relcl"}),
    ]  # fmt: skip
    rows: list[list[float]] = []
    for at, relations in options.items():
        kind = entity_type(sheet, at)
        first = sense(sheet, at) if sheet.pos[at] == "NOUN" else ""
        governor = sheet.head[at]
        below = list(map(proposal.marginal.get, range(sheet.left[at], sheet.right[at] + 1), repeat(0.0)))
        rows.append([
            *shared,
            *map(float, map(relations.__contains__, _RELATIONS)),
            proposal.marginal.get(at, 0.0), max(below), sum(below) / len(below), proposal.inside.get(at, 0.0), float(at in content),
            float(at - cue), float(abs(at - cue)), float(sheet.right[at] - sheet.left[at]),
            float(kind.startswith("P:")), *_of_kind("" if kind.startswith("P:") else kind, sheet.pos[at]),
            *_SENSES[first], *_PRONOUNS[sheet.low[at]], *_DEPS[sheet.dep[at]],
            float(len(above.get(governor, ())) if governor in above else 9), float(governor == cue), chance.get(governor, 0.0),
            float(not content.isdisjoint(range(min(at, cue) + 1, max(at, cue)))),
            float(sheet.sentence[at] == sheet.sentence[cue]),
        ])  # fmt: skip
    return rows


def choose_sources(sheet: Sheet, found: Sequence[Proposal], chance: Mapping[int, float], statistics: Statistics) -> None:
    """Give each proposal its likeliest source, or none."""
    options = [source_options(sheet, p) for p in found]
    rows = [row for p, o in zip(found, options, strict=True) for row in source_rows(sheet, p, o, chance)]
    chances = iter(statistics.source.chance(rows))
    for proposal, mine in zip(found, options, strict=True):
        ranked = {at: next(chances) for at in mine}
        settle_source(sheet, proposal, ranked, statistics.settings["source"])


def settle_source(sheet: Sheet, proposal: Proposal, ranked: Mapping[int, float], least: float) -> None:
    """Take the best option if it is likely enough, with the words that belong to it."""
    best = max(ranked, key=lambda at: (ranked[at], -at), default=-1)
    proposal.source_chance = ranked.get(best, 0.0)
    proposal.source_head, proposal.source = -1, []
    if best >= 0 and ranked[best] >= least:
        proposal.source_head = best
        proposal.source = phrase(sheet, proposal, best)


def phrase(sheet: Sheet, proposal: Proposal, head: int) -> list[int]:
    """The run of words round a source's head: what the draws have of it, else its noun phrase short of cue and content."""
    taken = {*proposal.words, *proposal.content} - {head}
    likely = {at for at, share in proposal.marginal.items() if share >= 0.5} - taken
    low = high = head
    if head in likely:
        while low - 1 in likely:
            low -= 1
        while high + 1 in likely:
            high += 1
    else:
        while low - 1 >= sheet.left[head] and low - 1 not in taken and sheet.region[low - 1] < 0:
            low -= 1
        while (
            high + 1 <= sheet.right[head] and high + 1 not in taken and sheet.region[high + 1] < 0 and sheet.low[high + 1] not in {",", "—"}
        ):
            high += 1
    while low - 1 >= sheet.left[head] and sheet.head[low - 1] == head and sheet.dep[low - 1] in {"det", "poss"} and low - 1 not in taken:
        low -= 1  # the draws may leave "the" out
    while low < head and sheet.pos[low] == "PUNCT":
        low += 1
    while high > head and sheet.pos[high] == "PUNCT":
        high -= 1
    return list(range(low, high + 1))
