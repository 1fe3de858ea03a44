"""Learned and ruled attributions, as one list: the statistics decide what is attributed at the outermost level; rules add what a
learned reading leaves open (levels inside a content, speeches that go on), and lend their exact borders where both agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcards.engines.local.found import Found, Frame, Source, inner
from factcards.engines.local.learned.acceptance import select
from factcards.engines.local.learned.proposal import Proposal
from factcards.engines.local.learned.propose import propose, propose_by_rules
from factcards.engines.local.learned.statistics import load
from factcards.engines.local.parsing.grammar import WEEKDAYS, child, trimmed
from factcards.engines.local.parsing.sheet import Sheet
from factcards.engines.local.ruled.attribution import is_cue_verb, is_source
from factcards.engines.local.ruled.constructions import is_complementiser
from factcards.engines.local.ruled.events import is_event
from factcards.layout import Layout, Quotation
from factcards.lexicon import content_frames, cue_strength

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["learned_attributions", "with_ruled"]

_JUDGING = frozenset({"welcome", "praise", "criticize", "criticise", "condemn", "denounce"})
"""Verbs whose object is what somebody says well or ill of."""
_CONJUNCTION = re.compile(r"[\s,;—–-]*(?:\b(?:and|but|while|whereas|though|although|yet)\s+)?\Z")
"""What stands between two coordinated clauses, in a text that ends where the second begins."""
ALIKE = 0.7
"""Share of code points in common from which a ruled content lends its borders to a learned one."""


def learned_attributions(sheet: Sheet, layout: Layout, *, by_rules: bool = False) -> list[Found]:
    """What the statistics believe, in text order; with `by_rules` they name the cues only, and rules find source and content."""
    statistics = load()
    if by_rules:
        taken = select(sheet, propose_by_rules(sheet, statistics), statistics.settings["ruled"])
    else:
        taken = select(sheet, propose(sheet, statistics), statistics.settings["accept"])
    _go_on(sheet, taken)
    found = [_found(sheet, layout, proposal) for proposal in sorted(taken, key=lambda p: p.cue)]
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
        goes_on = sheet.sentence[region.first] == sheet.sentence[following.first] and sheet.low[region.last - 2] == ","
        if goes_on and proposal.cue < following.first and sheet.text[sheet.start[begun]].islower():
            proposal.content = [*proposal.content, *range(following.first, following.last)]
            claimed.add(last + 1)


def _found(sheet: Sheet, layout: Layout, proposal: Proposal) -> Found:
    block, head = sheet.tokens[proposal.cue]
    source = None
    if proposal.source_head >= 0:
        place, named = sheet.tokens[proposal.source_head]
        last = proposal.source[-1]
        percent = [last + 1] if last + 1 < len(sheet) and sheet.low[last + 1] == "%" else []  # "only 9% said"
        named = sheet.tokens[percent[0]][1] if percent else named
        words = [sheet.tokens[at][1] for at in (*proposal.source, *percent) if sheet.tokens[at][0] is place]
        source = Source(place, named, words[0], words[-1])
    cue = _run(sheet, proposal)
    proposal.content = _with_modifiers(sheet, proposal, _without_source(sheet, proposal))
    proposal.content = _before_own_words(sheet, _without_addressee(sheet, proposal), proposal.cue)
    content = _content(sheet, layout, proposal)
    frame = _frame(sheet, proposal)
    link = None
    if frame == "oblique":
        link, cue = cue[-1], cue[:-1]
    return Found(block, content, frame, source, cue, head if frame != "according" else None, link, round(proposal.right, 3))


def _run(sheet: Sheet, proposal: Proposal) -> list[Token]:
    """The cue's words as one run round its head: gaps of a word are closed, farther words are left."""
    words = set(proposal.words) | {proposal.cue}
    taken = {*proposal.source, *proposal.content}
    low = high = proposal.cue
    while low - 1 in words or (low - 2 in words and low - 1 not in taken and sheet.pos[low - 1] != "PUNCT"):
        low -= 1
    while high + 1 in words or (high + 2 in words and high + 1 not in taken and sheet.pos[high + 1] != "PUNCT"):
        high += 1
    while low < proposal.cue and (sheet.pos[low] == "PUNCT" or sheet.tag[low] == "POS"):
        low += 1
    while high > proposal.cue and sheet.pos[high] == "PUNCT":
        high -= 1
    block = sheet.tokens[proposal.cue][0]
    return [sheet.tokens[at][1] for at in range(low, high + 1) if sheet.tokens[at][0] is block]


def _without_addressee(sheet: Sheet, proposal: Proposal) -> list[int]:
    """The content, less a bare name behind the cue of a quotation: who speaks or is spoken to ("asked Mrs. Quill")."""
    outside = [at for at in proposal.content if sheet.region[at] < 0]
    if len(outside) == len(proposal.content) or any(sheet.pos[at] not in {"PROPN", "PUNCT"} or at < proposal.cue for at in outside):
        return proposal.content
    return [at for at in proposal.content if sheet.region[at] >= 0]


def _before_own_words(sheet: Sheet, content: list[int], cue: int) -> list[int]:
    """Of what is denied, the part before a colon: the quotation behind it is what the denier says instead."""
    if cue_strength(sheet.low[cue]) != "negative":
        return content
    colon = next((at for at in content if sheet.low[at] == ":" and sheet.region[at] < 0), -1)
    behind = [at for at in content if at > colon]
    denied = sheet.child(cue, "dobj")
    if colon < 0 and content[0] > 0 and sheet.low[content[0] - 1] == ":" and cue < denied < content[0]:
        colon, content = content[0] - 1, [*range(sheet.left[denied], min(sheet.right[denied] + 1, content[0] - 1)), *content]
    if colon <= cue or not behind or any(sheet.region[at] < 0 for at in behind):
        return content
    return [at for at in content if at < colon] or content


_MODIFIERS = frozenset(
    {"det", "predet", "nummod", "quantmod", "amod", "compound", "nmod", "poss", "neg", "aux", "auxpass", "advmod", "npadvmod"}
)


def _without_source(sheet: Sheet, proposal: Proposal) -> list[int]:
    """The content without the source's own phrase at its end: "..., its chief executive, Dana Weiss, told reporters"."""
    top = proposal.source_head
    while top >= 0 and sheet.dep[top] == "appos" and sheet.head[top] < top:
        top = sheet.head[top]
    if top < 0 or not sheet.left[top] <= proposal.content[-1] <= sheet.right[top] or sheet.left[top] <= proposal.cue <= sheet.right[top]:
        return proposal.content
    kept = [at for at in proposal.content if at < sheet.left[top]]
    while kept and sheet.pos[kept[-1]] == "PUNCT" and sheet.region[kept[-1]] < 0:
        kept.pop()
    return kept or proposal.content


def _with_modifiers(sheet: Sheet, proposal: Proposal, content: Sequence[int]) -> list[int]:
    """The content with what stands right before its pieces and belongs to their words: "two | positions make no orbit" is a cut number."""
    held = set(content)
    taken = {proposal.cue, *proposal.words, *proposal.source}
    opening = sheet.sentences[sheet.sentence[content[0]]][0]
    if sheet.low[opening] == "nor" and opening not in taken:
        held.add(opening)  # "Nor, she said, would the road reopen"
    for first in [at for at in content if at - 1 not in held and sheet.region[at] < 0]:
        at = first - 1
        while (
            at >= 0
            and at not in taken
            and sheet.region[at] < 0
            and sheet.dep[at] in _MODIFIERS
            and sheet.head[at] > at
            and sheet.head[at] in held
            and sheet.sentence[at] == sheet.sentence[first]
        ):
            held.add(at)
            at -= 1
        if first > content[0] and sheet.dep[at] == "cc" and at not in taken and sheet.region[at] < 0:
            held.add(at)  # "... the comet," she said, "but ...": the pieces are one sentence
    return sorted(held)


def _frame(sheet: Sheet, proposal: Proposal) -> Frame:
    """How cue and content hang together, for the wording of the claim."""
    if sheet.low[proposal.cue] in {"according", "per"}:
        return "according"
    words = [at for at in proposal.content if sheet.pos[at] != "PUNCT"]
    if all(sheet.region[at] >= 0 for at in words) and proposal.content[0] == sheet.regions[sheet.region[words[0]]].first:
        return "quote"
    if sheet.pos[proposal.cue] in {"NOUN", "PROPN"}:
        return "noun"
    first = words[0]
    if sheet.tag[first] == "TO" or (first + 1 in words and sheet.tag[first + 1] == "TO"):
        return "infinitive"
    if any(sheet.dep[at] in {"nsubj", "nsubjpass", "expl", "csubj"} and sheet.head[at] in words for at in words):
        heads = [sheet.head[at] for at in words if sheet.dep[at] in {"nsubj", "nsubjpass", "expl", "csubj"}]
        if any(sheet.head[h] == proposal.cue or sheet.head[h] not in words for h in heads):
            return "clause"
    last = max(proposal.words)
    if sheet.pos[last] == "ADP" and last > proposal.cue and last < first:
        return "oblique"
    return "object"


def _content(sheet: Sheet, layout: Layout, proposal: Proposal) -> list[tuple[int, int]]:
    """The content's offsets: whole quotations without their marks, no leading "that", and all paragraphs of one speech."""
    runs: list[list[int]] = []
    for at in proposal.content:
        joins = runs and at == runs[-1][-1] + 1 and sheet.paragraph[at] == sheet.paragraph[runs[-1][-1]]
        if joins:
            runs[-1].append(at)
        else:
            runs.append([at])
    found: list[tuple[int, int]] = []
    for run in runs:
        if _is_day_of(sheet, proposal, run[0]) and len(run) > 1:
            run.pop(0)
        if is_complementiser(sheet.tokens[run[0]][1]):
            run.pop(0)
        found += _pieces(sheet, layout, run)
    return _with_group(sheet, layout, proposal, found)


def _is_day_of(sheet: Sheet, proposal: Proposal, at: int) -> bool:
    """Whether this is the day on which it was said: "said Monday the bridge was shut"."""
    return at - 1 in {proposal.cue, *proposal.words} and sheet.low[at] in WEEKDAYS and sheet.dep[at] == "npadvmod"


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
    at = bisect_right(layout.quotations, start, key=lambda q: q.start) - 1
    while at >= 0 and layout.quotations[at].depth:
        at -= 1
    found = layout.quotations[at] if at >= 0 else None
    return found if found is not None and found.start <= start < found.end else None


def _with_group(sheet: Sheet, layout: Layout, proposal: Proposal, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A quotation that its paragraph leaves open goes on in the next: the whole speech is content."""
    groups = {sheet.regions[r].group for r in {sheet.region[at] for at in proposal.content} if r >= 0}
    here = {sheet.paragraph[at] for at in proposal.content}
    more: list[tuple[int, int]] = []
    for region in sheet.regions if groups else ():
        if region.group in groups and sheet.paragraph[region.first] not in here:
            quotation = _quotation(layout, sheet.start[region.first])
            piece = inner(sheet.text, quotation) if quotation is not None else None
            if piece is not None:
                more.append(piece)
    return sorted([*found, *more])


def with_ruled(learned: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """Both, in text order. A settled construction is taken as it is; a learned attribution takes the borders of a ruled one that means
    the same; a ruled one that meets no learned one is kept inside another's content, or where its construction never misleads.
    """
    turns = _Cover([f for f in ruled if f.cue and f.cue[0].text == ":"])
    learned = [f for f in learned if not turns.meets(f)]
    ruled = [f for f in ruled if (f.cue and f.cue[0].text == ":") or not turns.meets(f)]
    learned = _issuing(learned, ruled)
    verbal = [f for f in learned if any(t.pos_ == "VERB" for t in f.cue)]
    named = {(f.block.paragraph, token.i) for f in verbal for token in f.cue}
    settled = [f for f in ruled if f.settled and not (f.frame == "noun" and (f.block.paragraph, f.cue[0].i) in named)]
    absorbed = {(f.block.paragraph, token.i) for f in settled for token in f.cue}
    by_verb = {key: f for f in ruled if (key := _key(f)) is not None and not f.settled}
    sure = {key: f for f in settled if (key := _key(f)) is not None}
    taken: set[int] = set()
    result: list[Found] = []
    for item in learned:
        key = _key(item)
        if key in sure:
            sure[key].confidence = max(sure[key].confidence, item.confidence)
            if sure[key].frame == "noun" and not any(t.pos_ in {"VERB", "AUX"} for t in item.cue):
                sure[key].cue = item.cue
        if key in absorbed or is_event(item) or _copula_of(item, absorbed):
            continue
        other = by_verb.get(key) if key is not None else None
        if other is not None and other.frame == "quote" and not _shared(item.content, other.content):
            other = None  # it says one thing and quotes another
        if other is not None:
            taken.add(id(other))
        result.append(item if other is None else _merged(item, other))
    result += settled
    kept = [f for f in by_verb.values() if id(f) not in taken]
    covered = _Cover(result)
    believed = {_key(f) for f in result}
    result += [f for f in kept if covered.holds(f) or ((_never_misleads(f) or _in_company(f, believed)) and not covered.meets(f))]
    _end_before_others(result)
    return sorted([*result, *_carried(ruled, result)], key=lambda f: f.start)


_ISSUE = frozenset({"deliver", "express", "give", "issue", "make", "offer", "raise", "repeat", "sound", "voice"})
"""Verbs that lend a noun of speech their subject and say nothing themselves."""


def _issuing(learned: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """What is learned, less "issued" with "a warning that ..." for its content where a rule has the warning: both are its cue."""
    nouns = {
        f.cue[0].head.i: f
        for f in ruled
        if f.settled and f.frame == "noun" and f.cue and f.cue[0].dep_ == "dobj" and f.cue[0].head.lemma_ in _ISSUE
    }
    kept: list[Found] = []
    for item in learned:
        noun = nouns.get(item.verb.i) if item.verb is not None else None
        if noun is None or noun.block is not item.block or item.content[-1][1] != noun.content[-1][1] or item.verb is None:
            kept.append(item)
            continue
        start = item.block.offsets(noun.cue[0], noun.cue[0])[0]
        if not item.content[0][0] <= start < item.content[0][1] or item.verb.i > noun.cue[0].i:
            kept.append(item)
            continue
        noun.cue = list(item.block.doc[item.cue[0].i : noun.cue[-1].i + 1])
        noun.source = noun.source or item.source
        noun.confidence = max(noun.confidence, item.confidence)
    return kept


def _copula_of(item: Found, absorbed: Collection[tuple[int, int]]) -> bool:
    """Whether the cue is the verb of a noun that a rule has for its cue: "the engineers' conclusion was that ..."."""
    copula = item.verb is not None and item.verb.lemma_ == "be"
    return copula and any((item.block.paragraph, token.i) in absorbed for token in item.cue)


def _end_before_others(found: Sequence[Found]) -> None:
    """A content ends before the source of a cue behind it: "the cuts could begin, but | the board | denied"."""
    sources = sorted((f.source.start, f.block.offsets(f.cue[0], f.cue[-1])[0]) for f in found if f.source is not None and f.cue)
    starts = [start for start, _ in sources]
    for item in found:
        for k, (low, high) in enumerate(item.content):
            for source, cue in sources[bisect_right(starts, low) : bisect_left(starts, high)]:
                if cue >= high and (cut := _CONJUNCTION.search(item.block.text, low, source)) is not None and cut.start() > low:
                    item.content[k] = (low, cut.start())
                    break


def _in_company(found: Found, believed: Collection[tuple[int, int] | None]) -> bool:
    """Whether its cue is coordinated with one that is believed: "highlighting progress and acknowledging challenges"."""
    return found.verb is not None and any((found.block.paragraph, verb.i) in believed for verb in found.verb.conjuncts)


def _never_misleads(found: Found) -> bool:
    """A quotation, "according to", or a clause under a verb of speech."""
    if found.frame == "clause":
        return (
            len(found.content) == 1
            and found.verb is not None
            and found.verb.lemma_.lower() in content_frames("speech")
            and found.confidence > 0.9
        )
    if found.frame == "object":
        return cue_strength(found.cue[-1].text) == "negative" or (found.verb is not None and found.verb.lemma_.lower() in _JUDGING)
    return found.frame in {"quote", "according", "oblique"}


def _carried(ruled: Iterable[Found], found: Sequence[Found]) -> list[Found]:
    """Speeches without a cue that nobody has, each of the speaker before it."""
    covered = _Cover(found)
    return [f for f in ruled if not f.cue and not covered.meets(f)]


def _key(found: Found) -> tuple[int, int] | None:
    if not found.cue:
        return None
    return (found.block.paragraph, found.cue[0].i if found.verb is None else found.verb.i)


def _merged(learned: Found, ruled: Found) -> Found:
    """The learned decision, with the ruled borders where these are about the same."""
    if learned.source is not None and not is_source(learned.source.head) and _shared(learned.content, ruled.content) >= ALIKE:
        learned = replace(learned, source=ruled.source or learned.source)
    if learned.frame == "quote" and ruled.frame != "quote":
        return learned
    if _shared(learned.content, ruled.content) < ALIKE and not _bordered(learned, ruled):
        return learned
    if ruled.frame == "quote" and len(learned.content) > len(ruled.content):
        return learned
    source = ruled.source if learned.source is None and ruled.frame == "quote" else learned.source
    return Found(ruled.block, ruled.content, ruled.frame, source, learned.cue, learned.verb, ruled.link, learned.confidence)


def _bordered(learned: Found, ruled: Found) -> bool:
    """Whether the rule's borders are better though they differ much: the learned ones run on into the clause around, into somebody
    else's turn, or leave out the clause's own predicate.
    """
    if ruled.frame == "infinitive" and ruled.verb is not None:
        same_end = ruled.content[-1][1] == learned.content[-1][1]
        return same_end if child(ruled.verb, "dobj") is not None else ruled.content[0][0] == learned.content[0][0]
    if ruled.frame == "according":
        return _stretched(learned, ruled)
    if ruled.frame != "clause" or ruled.verb is None or len(ruled.content) > 1:
        return False
    clause = child(ruled.verb, "ccomp")
    first, last = learned.content[0][0], learned.content[-1][1]
    if clause is None or not _shared(learned.content, ruled.content):
        return False
    end = ruled.content[-1][1]
    beyond = [t for t in (*ruled.verb.ancestors, *_turns(ruled.verb)) if end <= ruled.block.offsets(t, t)[0] < last]
    if ruled.cut or beyond:
        return True
    speaks = ruled.verb.lemma_.lower() in content_frames("speech")
    return speaks and ruled.content[0][0] == first and last <= ruled.block.offsets(clause, clause)[0]


def _stretched(learned: Found, ruled: Found) -> bool:
    """Whether the rule has all of the learned content and its verb besides: "The bridge | is shut"."""
    whole = all(any(low <= start and end <= high for low, high in ruled.content) for start, end in learned.content)
    words = (t for t in learned.block.doc if any(low <= learned.block.offsets(t, t)[0] < high for low, high in learned.content))
    return whole and not any(t.pos_ in {"VERB", "AUX"} for t in words)


def _turns(verb: Token) -> Iterator[Token]:
    """Further verbs beside this one that have contents of their own: "..., while Marsh insisted", "..., insisted"."""
    for other in verb.children:
        behind = other.i > verb.i and (other.dep_ in {"conj", "advcl"} or (other.dep_ == "ccomp" and child(other, "nsubj") is None))
        if behind and is_cue_verb(other) and child(other, "ccomp", "xcomp") is not None:
            yield other


def _shared(left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]]) -> float:
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)
    total = sum(b - a for a, b in left) + sum(b - a for a, b in right) - both
    return both / total if total else 0.0


class _Cover:
    """Contents by offset: whether one of them holds a cue."""

    def __init__(self, found: Sequence[Found]) -> None:
        """Sort them once."""
        self._spans = sorted(span for item in found for span in item.content)
        self._starts = [start for start, _ in self._spans]

    def meets(self, found: Found) -> bool:
        """Whether one of them shares a code point with this one's content."""
        return any(self._meets(start, end) for start, end in found.content)

    def _meets(self, start: int, end: int) -> bool:
        at = bisect_left(self._starts, end) - 1
        return any(self._spans[k][1] > start for k in range(max(0, at - 3), at + 1))

    def holds(self, found: Found) -> bool:
        """Whether this one's cue and content lie in one of them."""
        low = min(found.start, found.content[0][0])
        high = max(end for _, end in found.content)
        at = bisect_left(self._starts, low + 1) - 1
        return any(self._spans[k][0] <= low and high <= self._spans[k][1] for k in range(max(0, at - 3), at + 1))
