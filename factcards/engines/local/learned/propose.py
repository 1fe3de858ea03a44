"""Attributions by learned statistics: which words are cues, what each attributes to whom, and which of these are believed.

Five decisions, each over abstract features: is it a cue (twice: alone, then beside its rivals); how may the words round it be read (a
chain of labels, of which readings are drawn); which of these contents is its own; who is the source; is the whole right.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import chain, repeat

from factcards.engines.local.learned.acceptance import accept_rows
from factcards.engines.local.learned.contents import Counts, content_options, content_rows, counts_of
from factcards.engines.local.learned.cue_features import CATEGORIES, FLAGS, RATED, Features, Near, candidates, context, cue_features
from factcards.engines.local.learned.extents import ruled_content, ruled_cue, ruled_source
from factcards.engines.local.learned.memory import memory_of
from factcards.engines.local.learned.proposal import Proposal
from factcards.engines.local.learned.span_features import Setting, span_features
from factcards.engines.local.learned.statistics import LABELS, Linear, Statistics, Tagged
from factcards.engines.local.learned.units import Units, units_of, window
from factcards.engines.local.learned.whose import choose_sources, phrase
from factcards.engines.local.parsing.sheet import Sheet
from factcards.progress import watched

__all__ = [
    "again_rows",
    "fill_by_rules",
    "first_chances",
    "propose",
    "propose_by_rules",
    "settle_content",
    "sigmoid",
    "tag",
]

FAINT = 0.05
"""Chance in the first decision below which a candidate is not looked at again."""
WORTH = 0.2
"""Chance in the second decision from which source and content are looked for."""


First = tuple[float, Features]
"""A candidate's log odds by the first decision, and its features."""


def first_chances(sheet: Sheet, linear: Linear, nominal: frozenset[str], lemmas: frozenset[str]) -> dict[int, First]:
    """What the first decision says of every candidate."""
    found: dict[int, First] = {}
    for at in candidates(sheet, nominal):
        features = cue_features(sheet, at, lemmas)
        found[at] = (linear.logit(chain(features.asked.values(), features.more)), features)
    return found


def sigmoid(value: float) -> float:
    """The probability of these log odds."""
    return 1.0 / (1.0 + math.exp(-value)) if value > -60 else 0.0


def again_rows(sheet: Sheet, first: Mapping[int, First], linear: Linear, wanted: Sequence[int]) -> list[list[float]]:
    """What the second decision sees of each wanted candidate: numbers."""
    chance = {at: sigmoid(logit) for at, (logit, _) in first.items()}
    near = Near(sheet, chance)
    rows: list[list[float]] = []
    for at in wanted:
        logit, (asked, more) = first[at]
        rates = chain.from_iterable(map(linear.rates.__getitem__, map(asked.get, RATED, repeat(""))))
        categories = [linear.rates[asked.get(prefix, "")][0] for prefix in CATEGORIES]
        rows.append([logit, *rates, *categories, *map(float, map(set(more).__contains__, FLAGS)), *context(sheet, at, near)])
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
    _choose_contents(found, statistics)
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
        proposal.source = phrase(sheet, proposal, proposal.source_head) if proposal.source_head >= 0 else []
        proposal.right = proposal.chance * settings.get(f"ruled {construction}", 1.0)


def tag(sheet: Sheet, units: Units, found: Sequence[Proposal], chance: Mapping[int, float], statistics: Statistics) -> None:
    """Give each proposal its cue's words, the contents that it may have, and what the draws say of source and content."""
    bounds = [window(sheet, units, p.cue) for p in found]
    each = watched(zip(bounds, found, strict=True), "reading", len(found))
    with memory_of(statistics) as memory:
        setting = Setting(sheet, units, chance, memory.bundles)
        windows = [span_features(setting, b, p.cue, statistics.cue_lemmas) for b, p in each]
        sums = memory.sums.of(setting.bundles)
    read = statistics.content.read_summed(sums, windows)
    counts = counts_of(sheet, chance)
    for proposal, mine, tagged in zip(found, bounds, read, strict=True):
        _fill(proposal, sheet, units, mine, tagged, counts)


def _fill(proposal: Proposal, sheet: Sheet, units: Units, bounds: tuple[int, int], tagged: Tagged, counts: Counts) -> None:
    mine = units.all[bounds[0] : bounds[1]]
    for unit, named, within in zip(mine, tagged.source, tagged.content, strict=True):
        for at in range(unit.first, unit.last) if named or within else ():
            if named:
                proposal.marginal[at] = named
            if within:
                proposal.inside[at] = within
    cue = LABELS.index("C")
    proposal.words = [unit.first for unit, label in zip(mine, tagged.best, strict=True) if label == cue and not unit.quoted]
    proposal.score = tagged.score / max(1, len(mine))
    ruled, construction = ruled_content(sheet, units, bounds, proposal.cue)
    proposal.options = content_options(sheet, mine, tagged, ruled)
    proposal.seen = content_rows(sheet, proposal.cue, mine, proposal.options, proposal.inside, construction, proposal.score, counts)


def _choose_contents(found: Sequence[Proposal], statistics: Statistics) -> None:
    """Give each proposal its likeliest content."""
    chances = iter(statistics.whole.chance([row for p in found for row in p.seen]))
    for proposal in found:
        settle_content(proposal, [next(chances) for _ in proposal.options])


def settle_content(proposal: Proposal, ranked: Sequence[float]) -> None:
    """Take the best option; the cue keeps the words that this leaves it."""
    if not ranked:
        return
    best = max(range(len(ranked)), key=lambda at: (ranked[at], -at))
    proposal.taken = proposal.options[best]
    proposal.content = list(proposal.taken.tokens)
    proposal.content_chance = ranked[best]
    proposal.content_margin = ranked[best] - max((value for at, value in enumerate(ranked) if at != best), default=0.0)
    proposal.words = sorted({at for at in proposal.words if at not in proposal.taken.words} | {proposal.cue})
