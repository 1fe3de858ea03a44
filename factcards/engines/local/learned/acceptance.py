"""Which of the proposed attributions are believed: what is known of each as a whole and of its rivals, and who gets which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from factcards.engines.local.learned.contents import AGREE
from factcards.engines.local.learned.frames import frame
from factcards.engines.local.learned.proposal import Proposal
from factcards.engines.local.parsing.sheet import Sheet
from factcards.lexicon import speech_verbs

__all__ = ["accept_rows", "select", "speaks"]

LEAST_SPOKEN = 0.1
"""Chance of being right from which a proposal may have a speech that nobody else has."""
SPOKEN_WORDS = 3
"""Words from which a quotation is speech; shorter ones are titles and scare quotes."""
SAME = 0.8
"""Share of tokens in common above which two attributions are one, told twice."""


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
        cue_in = max(cue_in, found[other].chance * found[other].content_chance)
    members = frame(sheet, p.cue)
    content = p.content
    quoted = sum(sheet.region[at] >= 0 for at in content) / max(1, len(content))
    pieces = 1 + sum(b - a > 1 for a, b in pairwise(content))
    return [
        p.chance, p.logit, *p.rates, *_of_content(p), p.score, p.source_chance, float(p.source_head >= 0),
        max(p.marginal.values(), default=0.0), float(len(mine)), quoted, float(pieces), float(content[0] - p.cue),
        float(content[-1] - p.cue), float(len(p.words)), float(len(p.source)), rival, same, holds, held, cue_in, float(len(shared)),
        *(float(f in members) for f in ("ccompRthat", "ccompR", "ccompL", "dobj", "xcompVB", "prep", "relcl", "acl")),
        *(float(sheet.pos[p.cue] == pos) for pos in ("VERB", "NOUN", "AUX", "ADJ", "ADP")),
        *(float(sheet.tag[p.cue] == tag) for tag in ("VBD", "VBG", "VBN", "VB", "VBZ")),
        float(sheet.dep[p.cue] == "ROOT"), float(sheet.headline[p.cue]), chance.get(sheet.head[p.cue], 0.0), p.cue / len(sheet),
        float(sheet.pos[p.source_head] == "PRON") if p.source_head >= 0 else -1.0,
        float(p.source_head - p.cue) if p.source_head >= 0 else 0.0,
    ]  # fmt: skip


def _of_content(p: Proposal) -> list[float]:
    taken = p.taken
    return [p.content_chance, p.content_margin, *((taken.agreed, taken.likeness, taken.ruled) if taken is not None else (0.0, 0.0, -1.0))]


def speaks(sheet: Sheet, cue: int) -> bool:
    """Whether a cue's head is a verb of speech: said, added, according to."""
    return sheet.lemma[cue] in speech_verbs() or sheet.low[cue] == "according"


def select(sheet: Sheet, found: Sequence[Proposal], least: float, least_spoken: float | None = None) -> list[Proposal]:
    """Those that are believed, surest first; of two with the same content only the surer. A speech in quotation marks that none of
    them holds goes to the likeliest proposal that has it: somebody says it, so the question is only who.

    Args:
        sheet: The article.
        found: What is proposed.
        least: The chance of being right from which one is believed.
        least_spoken: The same for verbs of speech, `least` if none is given. What nobody else has and is all in quotation marks needs
            `least` only.
    """
    chosen = _Chosen(sheet)
    ranked = sorted(found, key=lambda p: (-p.right, p.cue))
    waiting: list[Proposal] = []
    for proposal in ranked:
        if proposal.right >= (least_spoken if least_spoken is not None and speaks(sheet, proposal.cue) else least):
            chosen.take(proposal)
        elif proposal.right >= LEAST_SPOKEN:
            waiting.append(proposal)
    held = {sheet.region[at] for p in chosen.taken for at in p.content}
    for proposal in waiting:
        regions = {sheet.region[at] for at in proposal.content}
        if -1 not in regions and not regions & held and (proposal.right >= least or _is_speech(sheet, regions)):
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
