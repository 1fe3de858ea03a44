"""What the statistics believe, as attributions: source, cue and content as words, each content mended at its borders."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from factcards.engines.local.combining.borders import mend
from factcards.engines.local.found import Found, Frame, Source, inner
from factcards.engines.local.learned.acceptance import select
from factcards.engines.local.learned.proposal import Proposal
from factcards.engines.local.learned.propose import propose, propose_by_rules
from factcards.engines.local.learned.statistics import load
from factcards.engines.local.parsing.grammar import agreeing, has_tense, trimmed
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.sheet import Sheet
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.clauses import is_complementiser
from factcards.layout import Layout, Quotation

__all__ = ["learned_attributions"]


def learned_attributions(sheet: Sheet, layout: Layout, *, by_rules: bool) -> list[Found]:
    """What the statistics believe, in text order; with `by_rules` they name the cues only, and rules find source and content."""
    statistics = load()
    settings = statistics.settings
    if by_rules:
        taken = select(sheet, propose_by_rules(sheet, statistics), settings["ruled"])
    else:
        taken = select(sheet, propose(sheet, statistics), settings["accept"], settings["accept speech"])
    _go_on(sheet, taken)
    names = frozenset(low for low, pos in zip(sheet.low, sheet.pos, strict=True) if pos == "PROPN")
    found = [_found(sheet, layout, proposal, names) for proposal in sorted(taken, key=lambda p: p.cue)]
    return [item for item in found if item.content]


def _go_on(sheet: Sheet, taken: Sequence[Proposal]) -> None:
    """A quotation that a comma leaves open goes on in the next one of its sentence, if that begins in the middle: "“The bridge,” she
    said, “is shut.”"
    """
    claimed = {sheet.region[at] for proposal in taken for at in proposal.content}
    for proposal in taken:
        last = sheet.region[proposal.content[-1]]
        if last < 0 or last + 1 >= len(sheet.regions) or last + 1 in claimed:
            continue
        region, following = sheet.regions[last], sheet.regions[last + 1]
        begun = min(following.first + 1, len(sheet) - 1)
        before = following.first - 1
        goes_on = (
            sheet.sentence[region.first] == sheet.sentence[following.first]
            and sheet.low[region.last - 2] == ","
            and (sheet.pos[before] == "PUNCT" or before in {proposal.cue, *proposal.words, *proposal.source})
        )
        if goes_on and proposal.cue < following.first and sheet.text[sheet.start[begun]].islower():
            proposal.content = [*proposal.content, *range(following.first, following.last)]
            claimed.add(last + 1)


def _found(sheet: Sheet, layout: Layout, proposal: Proposal, names: Collection[str]) -> Found:
    block, head = sheet.tokens[proposal.cue]
    source = None
    if proposal.source_head >= 0:
        place, named = sheet.tokens[proposal.source_head]
        words = [sheet.tokens[at][1] for at in proposal.source if sheet.tokens[at][0] is place]
        source = _agreeing(Source(place, named, words[0], words[-1]), block, head)
    cue = _run(sheet, proposal)
    source, cue = _name_apart(names, source, Source(block, head, cue[0], cue[-1]))
    proposal.content = _in_one_part(sheet, layout, proposal)
    mend(sheet, proposal)
    content = _content(sheet, layout, proposal)
    frame = _frame(sheet, proposal)
    link = None
    if frame == "oblique":
        link, cue = cue[-1], cue[:-1] or [head]
    return Found(block, content, frame, source, cue, head if frame != "according" else None, link, round(proposal.right, 3))


def _in_one_part(sheet: Sheet, layout: Layout, proposal: Proposal) -> list[int]:
    """The content without words of a caption where the cue stands in none, and without those round it where the cue stands in one."""
    first, last = min(proposal.cue, *proposal.content), max(proposal.cue, *proposal.content)
    if len({s.part for s in layout.sentences_between(sheet.start[first], sheet.start[last] + 1)}) == 1:
        return proposal.content
    parts = {at: s.part for at in (proposal.cue, *proposal.content) if (s := layout.sentence_at(sheet.start[at])) is not None}
    own = [at for at in proposal.content if parts.get(at) == parts.get(proposal.cue)]
    return own or proposal.content


def _agreeing(source: Source, block: Block, verb: Token) -> Source | None:
    """The source with a head that this form of the verb can have for its subject."""
    subject = agreeing(source.head, verb)
    if subject is None or subject is source.head:
        return None if subject is None else source
    return Source(block, subject, subject.left_edge, subject.right_edge)


def _name_apart(names: Collection[str], source: Source | None, cue: Source) -> tuple[Source | None, list[Token]]:
    """Source and cue, where the cue begins with who says it: "Will | wrote", "Tolliver | said" where the tagger sees an adverb and it is a
    name elsewhere.
    """
    words = list(cue.first.doc[cue.first.i : cue.last.i + 1])
    named = list(itertools.takewhile(lambda t: t.i < cue.head.i and t.is_title and t.lower_ in names, words)) if source is None else []
    if named:
        return Source(cue.block, named[-1], named[0], named[-1]), words[len(named) :]
    if len(words) > 1 and words[0].text in _SURNAMES and has_tense(words[1]):
        before = source is not None and source.block is cue.block and source.last.i == words[0].i - 1
        first = source.first if before and source is not None else words[0]
        return Source(cue.block, words[0], first, words[0]), words[1:]
    return source, words


_SURNAMES = frozenset({"Will", "May", "Can", "Might"})
"""Auxiliaries that are somebody's name before a verb with a tense: "Will wrote"."""


def _run(sheet: Sheet, proposal: Proposal) -> list[Token]:
    """The cue's words as one run round its head."""
    words = set(proposal.words) | {proposal.cue}
    low = high = proposal.cue
    while low - 1 in words:
        low -= 1
    while high + 1 in words:
        high += 1
    while low < proposal.cue and (sheet.pos[low] == "PUNCT" or sheet.tag[low] == "POS"):
        low += 1
    while high > proposal.cue and sheet.pos[high] == "PUNCT":
        high -= 1
    block = sheet.tokens[proposal.cue][0]
    return [sheet.tokens[at][1] for at in range(low, high + 1) if sheet.tokens[at][0] is block]


def _frame(sheet: Sheet, proposal: Proposal) -> Frame:
    """How cue and content hang together, for the wording of the claim."""
    if sheet.low[proposal.cue] in {"according", "per"}:
        return "according"
    words = [at for at in proposal.content if sheet.pos[at] != "PUNCT"] or proposal.content  # a number may pass for a mark
    if all(sheet.region[at] >= 0 for at in words) and proposal.content[0] == sheet.regions[sheet.region[words[0]]].first:
        return "quote"
    if sheet.pos[proposal.cue] in {"NOUN", "PROPN"}:
        return "noun"
    first = words[0]
    if sheet.tag[first] == "TO" or (first + 1 in words and sheet.tag[first + 1] == "TO"):
        return "infinitive"
    if any(sheet.dep[at] in {"nsubj", "nsubjpass", "expl", "csubj"} and sheet.head[at] in words for at in words):
        heads = [sheet.head[at] for at in words if sheet.dep[at] in {"nsubj", "nsubjpass", "expl", "csubj"}]
        if any(sheet.head[h] in {h, proposal.cue} or sheet.head[h] not in words for h in heads):
            return "clause"
    last = max(proposal.words)
    if sheet.pos[last] == "ADP" and last > proposal.cue and last < first:
        return "oblique"
    return "object"


def _content(sheet: Sheet, layout: Layout, proposal: Proposal) -> list[tuple[int, int]]:
    """The content's offsets: whole quotations without their marks, no leading "that", and all paragraphs of one speech."""
    content, found = proposal.content, list[tuple[int, int]]()
    parted = [k for k, (a, b) in enumerate(itertools.pairwise(content), 1) if b != a + 1 or sheet.paragraph[a] != sheet.paragraph[b]]
    for first, last in itertools.pairwise([0, *parted, len(content)]):
        run = content[first:last]
        if is_complementiser(sheet.tokens[run[0]][1]):
            run.pop(0)
        found += _pieces(sheet, layout, run)
    return _with_group(sheet, layout, proposal, found)


def _pieces(sheet: Sheet, layout: Layout, run: Sequence[int]) -> list[tuple[int, int]]:
    """One run as offsets: a run that is quotations and nothing else gives the words inside each."""
    if not run:
        return []
    if all(sheet.region[at] >= 0 for at in run):
        regions = dict.fromkeys(sheet.region[at] for at in run)
        return [piece for r in regions if (piece := _inside(sheet, layout, r)) is not None]
    words = trimmed(sheet.tokens[at][1] for at in run)
    if not any(t.is_alpha or t.like_num for t in words):
        return []
    block = sheet.tokens[run[0]][0]
    return [(block.offsets(words[0], words[0])[0], sheet.tokens[run[-1]][0].offsets(words[-1], words[-1])[1])]


def _inside(sheet: Sheet, layout: Layout, region: int) -> tuple[int, int] | None:
    quotation = _quotation(layout, sheet.start[sheet.regions[region].first])
    return None if quotation is None else inner(sheet.text, quotation)


def _quotation(layout: Layout, start: int) -> Quotation | None:
    found = layout.outer_before(start)
    return found if found is not None and start < found.end else None


def _with_group(sheet: Sheet, layout: Layout, proposal: Proposal, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A quotation that its paragraph leaves open goes on in the next: the whole speech is content."""
    here = {sheet.paragraph[at] for at in proposal.content}
    more: list[tuple[int, int]] = []
    for place in {other for r in {sheet.region[at] for at in proposal.content} if r >= 0 for other in _of_speech(sheet, r)}:
        region = sheet.regions[place]
        if sheet.paragraph[region.first] not in here:
            quotation = _quotation(layout, sheet.start[region.first])
            piece = inner(sheet.text, quotation) if quotation is not None else None
            if piece is not None:
                more.append(piece)
    return sorted([*found, *more])


def _of_speech(sheet: Sheet, region: int) -> range:
    """The quotations that are one speech with this one: they stand in a row."""
    regions, first, last = sheet.regions, region, region + 1
    while first and regions[first - 1].group == regions[region].group:
        first -= 1
    while last < len(regions) and regions[last].group == regions[region].group:
        last += 1
    return range(first, last)
