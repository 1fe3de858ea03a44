"""Attributions by learned statistics: which words are cues, what each attributes to whom, and which of these are believed.

Four decisions, each over abstract features: is it a cue (twice: alone, then beside its rivals); which units are its source and its
content (a chain of labels, of which the most agreed reading is taken); who is the source; is the whole right.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factcards.engines.local.learned.cue_features import CATEGORIES, FLAGS, RATED, by_prefix, candidates, context, cue_features
from factcards.engines.local.learned.extents import ruled_content, ruled_cue, ruled_source
from factcards.engines.local.learned.frames import entity_type, frame, path_up, subject
from factcards.engines.local.learned.span_features import span_features
from factcards.engines.local.learned.statistics import LABELS, Linear, Statistics, Tagged
from factcards.engines.local.learned.units import Unit, Units, units_of, window
from factcards.engines.local.parsing.sheet import Sheet

__all__ = [
    "Proposal",
    "accept_rows",
    "again_rows",
    "choose_sources",
    "fill_by_rules",
    "first_chances",
    "propose",
    "propose_by_rules",
    "sigmoid",
    "source_options",
]

FAINT = 0.02
"""Chance in the first decision below which a candidate is not looked at again."""
WORTH = 0.15
"""Chance in the second decision from which source and content are looked for."""
LEAST_SPOKEN = 0.1
"""Chance of being right from which a proposal may have a speech that nobody else has."""
SPOKEN_WORDS = 3
"""Words from which a quotation is speech; shorter ones are titles and scare quotes."""
SAME = 0.8
"""Share of tokens in common above which two attributions are one, told twice."""
AGREE = 0.5
"""Share of tokens in common from which two contents count as the same, as in the scorer."""


@dataclass(slots=True)
class Proposal:
    """One possible attribution, as tokens of the sheet.

    Attributes:
        cue: The cue's head.
        chance: That it is a cue.
        logit: The first decision's log odds.
        rates: What else the second decision on the cue saw of it.
        words: The cue's words.
        content: The content's words.
        source: The source's words, none without a source.
        source_head: The word that stands for the source, -1 without one.
        source_chance: That it is the source.
        agreed: Share of the draws whose content is about the same.
        score: Log probability of the best reading, by unit.
        marginal: For each token of the window: share of the draws that have it in the source.
        inside: The same for the content.
        right: Chance that all of it is right.
    """

    cue: int
    chance: float
    logit: float
    rates: list[float]
    words: list[int] = field(default_factory=list)
    content: list[int] = field(default_factory=list)
    source: list[int] = field(default_factory=list)
    source_head: int = -1
    source_chance: float = 0.0
    agreed: float = 0.0
    score: float = 0.0
    marginal: dict[int, float] = field(default_factory=dict)
    inside: dict[int, float] = field(default_factory=dict)
    right: float = 0.0


def first_chances(sheet: Sheet, linear: Linear, nominal: frozenset[str], lemmas: frozenset[str]) -> dict[int, tuple[float, list[str]]]:
    """Every candidate's log odds by the first decision, with its features."""
    found: dict[int, tuple[float, list[str]]] = {}
    for at in candidates(sheet, nominal):
        features = cue_features(sheet, at, lemmas)
        found[at] = (linear.logit(features), features)
    return found


def sigmoid(value: float) -> float:
    """The probability of these log odds."""
    return 1.0 / (1.0 + math.exp(-value)) if value > -60 else 0.0


def again_rows(sheet: Sheet, first: Mapping[int, tuple[float, list[str]]], linear: Linear, wanted: Sequence[int]) -> list[list[float]]:
    """What the second decision sees of each wanted candidate: numbers."""
    chance = {at: sigmoid(logit) for at, (logit, _) in first.items()}
    density = sum(chance.values()) / max(1, len(sheet)) * 100
    rows: list[list[float]] = []
    for at in wanted:
        logit, features = first[at]
        known = by_prefix(features)
        rates: list[float] = []
        for prefix in RATED:
            share, seen = linear.rate(known.get(prefix, ""))
            rates += [share, math.log1p(seen)]
        rates += [linear.rate(known.get(prefix, ""))[0] for prefix in CATEGORIES]
        have = set(features)
        rows.append([logit, *rates, *(float(flag in have) for flag in FLAGS), *context(sheet, at, chance, density)])
    return rows


def _cues(sheet: Sheet, statistics: Statistics) -> tuple[list[Proposal], dict[int, float]]:
    """The words that may be cues, and every candidate's chance."""
    linear = statistics.cue
    first = first_chances(sheet, linear, statistics.nominal, statistics.lemmas)
    wanted = [at for at, (logit, _) in first.items() if sigmoid(logit) >= FAINT]
    rows = again_rows(sheet, first, linear, wanted)
    chance = dict(zip(wanted, statistics.cue_again.chance(rows), strict=True))
    found = [Proposal(at, chance[at], row[0], row[1:]) for at, row in zip(wanted, rows, strict=True) if chance[at] >= WORTH]
    return found, chance


def propose(sheet: Sheet, statistics: Statistics) -> list[Proposal]:
    """Every possible attribution that is worth a look, in text order, each with the chance that it is right."""
    found, chance = _cues(sheet, statistics)
    tag(sheet, units_of(sheet), found, chance, statistics)
    found = [p for p in found if p.content]
    choose_sources(sheet, found, chance, statistics)
    for proposal, right in zip(found, statistics.accept.chance(accept_rows(sheet, found, chance)), strict=True):
        proposal.right = right
    return found


def propose_by_rules(sheet: Sheet, statistics: Statistics) -> list[Proposal]:
    """The same with rules for source and content: the statistics name the cues and nothing else."""
    found, _ = _cues(sheet, statistics)
    fill_by_rules(sheet, units_of(sheet), found, statistics.settings)
    return [p for p in found if p.content]


def fill_by_rules(sheet: Sheet, units: Units, found: Sequence[Proposal], settings: Mapping[str, float]) -> None:
    """Give each proposal its words, content and source by rules. Its chance to be right is its chance to be a cue, times what its
    construction is worth.
    """
    for proposal in found:
        proposal.words = ruled_cue(sheet, proposal.cue)
        own = set(proposal.words)
        content, construction = ruled_content(sheet, units, window(sheet, units, proposal.cue), proposal.cue)
        proposal.content = [at for at in content if at not in own]
        proposal.source_head = ruled_source(sheet, proposal.cue, proposal.content)
        proposal.source = _phrase(sheet, proposal, proposal.source_head) if proposal.source_head >= 0 else []
        proposal.right = proposal.chance * settings.get(f"ruled {construction}", 1.0)


def tag(sheet: Sheet, units: Units, found: Sequence[Proposal], chance: Mapping[int, float], statistics: Statistics) -> None:
    """Give each proposal its words: the cue's, the content's, and what the draws say of the source."""
    bounds = [window(sheet, units, p.cue) for p in found]
    windows = [span_features(sheet, units, b, p.cue, chance, statistics.cue_lemmas) for b, p in zip(bounds, found, strict=True)]
    for proposal, (low, _), tagged in zip(found, bounds, statistics.content.read(windows), strict=True):
        _fill(proposal, sheet, units, low, tagged)


def _fill(proposal: Proposal, sheet: Sheet, units: Units, low: int, tagged: Tagged) -> None:
    import numpy as np

    mine = units.all[low : low + len(tagged.best)]
    sizes = np.array([_words(sheet, unit) for unit in mine])
    labels = np.array([*tagged.draws, tagged.best])
    content = labels == LABELS.index("Q")
    weighed = content * sizes
    both = weighed @ content.T.astype(sizes.dtype)
    size = weighed.sum(axis=1)
    union = np.maximum(1, size[:, None] + size[None, :] - both)
    agreed = ((both >= AGREE * union) & (size[:, None] > 0)).mean(axis=1)
    # the likeliest reading stands last and is preferred; of others that are agreed on as much, the first
    chosen = int(np.argmax(agreed + STAY * (content == content[-1]).all(axis=1)))
    proposal.agreed = float(agreed[chosen])
    proposal.score = tagged.score / max(1, len(mine))
    taken = content[chosen].tolist()
    proposal.content = [at for unit, held in zip(mine, taken, strict=True) if held for at in range(unit.first, unit.last)]
    cue = LABELS.index("C")
    words = [u.first for u, label, held in zip(mine, tagged.best, taken, strict=True) if label == cue and not u.quoted and not held]
    proposal.words = words if proposal.cue in words else sorted({*words, proposal.cue})
    source = (labels[:-1] == LABELS.index("S")).mean(axis=0).tolist()
    inside = content[:-1].mean(axis=0).tolist()
    for unit, named, within in zip(mine, source, inside, strict=True):
        for at in range(unit.first, unit.last) if named or within else ():
            if named:
                proposal.marginal[at] = named
            if within:
                proposal.inside[at] = within


def _words(sheet: Sheet, unit: Unit) -> int:
    return sum(sheet.pos[at] != "PUNCT" for at in range(unit.first, unit.last))


STAY = 0.15
"""Support that the likeliest reading is given before the others: its borders are the better ones where they agree about as much."""
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


_KINDS = ("PERSON", "ORG", "GPE", "NORP", "PROPN", "NOUN", "PRON", "NUM", "ADJ", "DET")
_PRONOUNS = ("he", "she", "they", "it", "i", "we", "you", "who", "that", "which", "this", "his", "her", "their", "its", "there", "what")
_DEPS = ("nsubj", "nsubjpass", "pobj", "poss", "dobj", "appos", "conj", "compound", "ROOT", "attr", "expl")


def source_rows(sheet: Sheet, proposal: Proposal, options: Mapping[int, set[str]], chance: Mapping[int, float]) -> list[list[float]]:
    """What the choice of a source sees of each option."""
    cue = proposal.cue
    above = path_up(sheet, cue)
    content = set(proposal.content)
    drawn = max(proposal.marginal.values(), default=0.0)
    cue_tags = ("VBD", "VBZ", "VBP", "VBG", "VBN", "VB")
    shared = [
        drawn, proposal.chance, proposal.logit, float(len(options)), *(float(sheet.tag[cue] == tag) for tag in cue_tags),
        float(sheet.pos[cue] == "NOUN"), float(sheet.pos[cue] == "ADP"), float(sheet.child(cue, "auxpass") >= 0),
        float(sheet.headline[cue]), float(sheet.dep[cue] == "xcomp"), float(sheet.dep[cue] == "advcl"), float(sheet.dep[cue] == "conj"),
        float(sheet.dep[cue] in {"acl", "relcl"}),
    ]  # fmt: skip
    rows: list[list[float]] = []
    for at, relations in options.items():
        kind = entity_type(sheet, at)
        governor = sheet.head[at]
        below = [proposal.marginal.get(x, 0.0) for x in range(sheet.left[at], sheet.right[at] + 1)]
        rows.append([
            *shared,
            *(float(r in relations) for r in _RELATIONS),
            proposal.marginal.get(at, 0.0), max(below), sum(below) / len(below), proposal.inside.get(at, 0.0), float(at in content),
            float(at - cue), float(abs(at - cue)), float(sheet.right[at] - sheet.left[at]),
            float(kind.startswith("P:")), *(float(kind == k or sheet.pos[at] == k) for k in _KINDS),
            *(float(sheet.low[at] == p) for p in _PRONOUNS), *(float(sheet.dep[at] == d) for d in _DEPS),
            float(len(above.get(governor, ())) if governor in above else 9), float(governor == cue), chance.get(governor, 0.0),
            float(any(x in content for x in range(min(at, cue) + 1, max(at, cue)))),
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
        proposal.source = _phrase(sheet, proposal, best)


def _phrase(sheet: Sheet, proposal: Proposal, head: int) -> list[int]:
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
    while low < head and sheet.pos[low] == "PUNCT":
        low += 1
    while high > head and sheet.pos[high] == "PUNCT":
        high -= 1
    return list(range(low, high + 1))


def accept_rows(sheet: Sheet, found: Sequence[Proposal], chance: Mapping[int, float]) -> list[list[float]]:
    """What the last decision sees of each proposal and of its rivals."""
    contents = [frozenset(at for at in p.content if sheet.pos[at] != "PUNCT") for p in found]
    by_token: dict[int, list[int]] = {}
    for k, content in enumerate(contents):
        for at in content:
            by_token.setdefault(at, []).append(k)
    return [_accept_row(sheet, k, found, contents, by_token, chance) for k in range(len(found))]


def _accept_row(
    sheet: Sheet,
    k: int,
    found: Sequence[Proposal],
    contents: Sequence[frozenset[int]],
    by_token: Mapping[int, list[int]],
    chance: Mapping[int, float],
) -> list[float]:
    p, mine = found[k], contents[k]
    shared = Counter(other for at in mine for other in by_token[at] if other != k)
    rival = same = holds = held = cue_in = 0.0
    for other, count in shared.items():
        union = len(mine) + len(contents[other]) - count
        weight = found[other].chance
        rival = max(rival, weight * count / union)
        if count / union >= AGREE:
            same = max(same, weight)
        elif count == len(contents[other]):
            holds = max(holds, weight)
        elif count == len(mine):
            held = max(held, weight)
    for other in by_token.get(p.cue, ()):
        cue_in = max(cue_in, found[other].chance * found[other].agreed)
    members = frame(sheet, p.cue)
    content = p.content
    quoted = sum(sheet.region[at] >= 0 for at in content) / max(1, len(content))
    pieces = 1 + sum(b - a > 1 for a, b in pairwise(content))
    return [
        p.chance, p.logit, *p.rates, p.agreed, p.score, p.source_chance, float(p.source_head >= 0),
        max(p.marginal.values(), default=0.0), float(len(mine)), quoted, float(pieces), float(content[0] - p.cue),
        float(content[-1] - p.cue), float(len(p.words)), float(len(p.source)), rival, same, holds, held, cue_in, float(len(shared)),
        *(float(f in members) for f in ("ccompRthat", "ccompR", "ccompL", "dobj", "xcompVB", "prep", "relcl", "acl")),
        *(float(sheet.pos[p.cue] == pos) for pos in ("VERB", "NOUN", "AUX", "ADJ", "ADP")),
        *(float(sheet.tag[p.cue] == tag) for tag in ("VBD", "VBG", "VBN", "VB", "VBZ")),
        float(sheet.dep[p.cue] == "ROOT"), float(sheet.headline[p.cue]), chance.get(sheet.head[p.cue], 0.0), p.cue / len(sheet),
        float(sheet.pos[p.source_head] == "PRON") if p.source_head >= 0 else -1.0,
        float(p.source_head - p.cue) if p.source_head >= 0 else 0.0,
    ]  # fmt: skip


def select(sheet: Sheet, found: Sequence[Proposal], least: float) -> list[Proposal]:
    """Those that are believed, surest first; of two with the same content only the surer. A speech in quotation marks that none of
    them holds goes to the likeliest proposal that has it: somebody says it, so the question is only who.
    """
    chosen = _Chosen(sheet)
    ranked = sorted(found, key=lambda p: (-p.right, p.cue))
    for proposal in ranked:
        if proposal.right >= least:
            chosen.take(proposal)
    held = {sheet.region[at] for p in chosen.taken for at in p.content}
    for proposal in ranked:
        regions = {sheet.region[at] for at in proposal.content}
        if least > proposal.right >= LEAST_SPOKEN and -1 not in regions and not regions & held and _is_speech(sheet, regions):
            chosen.take(proposal)
            held |= regions
    return chosen.taken


def _is_speech(sheet: Sheet, regions: Iterable[int]) -> bool:
    """Whether one of these quotations reads as speech: some words, the last before a mark, and not a mere title."""
    for at in regions:
        region = sheet.regions[at]
        words = sum(sheet.pos[k] != "PUNCT" for k in range(region.first, region.last))
        if words >= SPOKEN_WORDS and sheet.low[max(region.first, region.last - 2)] in {",", ".", "?", "!", "…", "..."}:
            return True
    return False


class _Chosen:
    """Attributions taken so far, with what they hold."""

    def __init__(self, sheet: Sheet) -> None:
        """None yet."""
        self.taken: list[Proposal] = []
        self._sheet = sheet
        self._owners: dict[int, list[frozenset[int]]] = {}

    def take(self, proposal: Proposal) -> None:
        """Take it, unless another one has the same content."""
        mine = frozenset(at for at in proposal.content if self._sheet.pos[at] != "PUNCT")
        rivals = {other for at in mine for other in self._owners.get(at, ())}
        if not mine or any(len(mine & other) > SAME * len(mine | other) for other in rivals):
            return
        self.taken.append(proposal)
        for at in mine:
            self._owners.setdefault(at, []).append(mine)
