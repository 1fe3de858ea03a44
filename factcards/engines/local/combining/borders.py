"""Where a learned content begins and ends, and a source: the tagger decides word by word, so it may keep who says or hears it and lose a
small word.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from factcards.engines.local.found import Found, Source
from factcards.engines.local.learned.proposal import Proposal
from factcards.engines.local.parsing.grammar import WEEKDAYS
from factcards.engines.local.parsing.sheet import Sheet
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.tellers import whom_it_quotes
from factcards.lexicon import cue_strength

__all__ = ["HEARD", "mend", "whole_source"]


def mend(sheet: Sheet, proposal: Proposal) -> None:
    """Leave who says or hears it out of a proposal's content, and take in the words that belong to its own."""
    own = _phrase_of(sheet, proposal.source)
    proposal.content = [at for at in proposal.content if at not in own] or proposal.content
    for step in (
        _without_speech_before,
        _without_source,
        _without_when,
        _with_rest,
        _with_modifiers,
        _with_what_joins,
        _with_adverbs_behind,
        _without_addressee,
        _without_hearer,
        _before_own_words,
    ):
        proposal.content = step(sheet, proposal)


def _phrase_of(sheet: Sheet, source: Sequence[int]) -> set[int]:
    """The source's words, with those that hang on them and stand before: "| Ada | Quill", "| the old | mill"."""
    found = set(source)
    for at in source:
        before = at - 1
        while before >= 0 and sheet.dep[before] in {"compound", "det", "amod"} and sheet.head[before] in found:
            found.add(before)
            before -= 1
    return found


def _without_speech_before(sheet: Sheet, proposal: Proposal) -> list[int]:
    """The content in the cue's own sentence, less the quotations that end before it: what somebody else was just heard to say."""
    here = sheet.sentence[proposal.cue]
    first = sheet.sentences[here][0]
    kept = [at for at in proposal.content if at >= first]
    plain = kept and kept[0] < proposal.cue and all(sheet.region[at] < 0 for at in kept) and any(sheet.pos[at] != "PUNCT" for at in kept)
    earlier = [at for at in proposal.content if at < first]
    return kept if plain and earlier and all(sheet.region[at] >= 0 for at in earlier) else proposal.content


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


def _without_when(sheet: Sheet, proposal: Proposal) -> list[int]:
    """The content behind the cue without what stands between the source and the cue: "Quill | on Monday | seemed to say that ..."."""
    between = range(max(proposal.source, default=proposal.cue) + 1, min([proposal.cue, *proposal.words]))
    behind = any(at > proposal.cue for at in proposal.content)
    return [at for at in proposal.content if at not in between or sheet.region[at] >= 0] if behind else proposal.content


def _with_rest(sheet: Sheet, proposal: Proposal) -> list[int]:
    """A content that ends in a "that" goes on with its clause: "told her that | he had “retired a king”"."""
    last = proposal.content[-1]
    if sheet.dep[last] != "mark" or sheet.low[last] not in {"that", "whether", "if"}:
        return proposal.content
    more = range(last + 1, sheet.right[sheet.head[last]] + 1)
    if not more or {*more} & {proposal.cue, *proposal.words, *proposal.source}:
        return proposal.content
    end = max((sheet.regions[sheet.region[at]].last for at in more if sheet.region[at] >= 0), default=0)
    return [*proposal.content, *range(last + 1, max(more.stop, end))]


def _with_modifiers(sheet: Sheet, proposal: Proposal) -> list[int]:
    """The content with what stands right before its pieces and belongs to their words: "two | positions make no orbit" is a cut number."""
    content = proposal.content
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
    for at in content:
        held |= _predicate_of(sheet, at, held, taken)
    return sorted(held)


def _with_what_joins(sheet: Sheet, proposal: Proposal) -> list[int]:
    """The content with the comma, the "but" and the subject between two pieces of one sentence: "prices rose | , but they | fell again"."""
    content, taken = proposal.content, {proposal.cue, *proposal.words, *proposal.source}
    held = set(content)
    for low, high in pairwise(content):
        gap = range(low + 1, high)
        near = len(gap) <= _JOINING and sheet.sentence[low] == sheet.sentence[high] and taken.isdisjoint(gap)
        if near and all(_joins(sheet, at, {*held, *gap}) for at in gap):
            held.update(gap)
    return sorted(held)


_JOINING = 5
"""Words and marks that join two pieces, at most."""


def _joins(sheet: Sheet, at: int, held: Collection[int]) -> bool:
    joint = sheet.low[at] in {",", ";"} or sheet.dep[at] in {"cc", "mark"}
    return sheet.region[at] < 0 and (joint or (sheet.head[at] > at and sheet.head[at] in held))


def _with_adverbs_behind(sheet: Sheet, proposal: Proposal) -> list[int]:
    """The content with what stands right behind its pieces and tells how: "it didn't go | far enough"."""
    held = set(proposal.content)
    taken = {proposal.cue, *proposal.words, *proposal.source}
    for at in proposal.content:
        behind = at + 1
        while behind < len(sheet) and behind not in held and behind not in taken and _tells_how(sheet, behind, held):
            held.add(behind)
            behind += 1
    return sorted(held)


def _tells_how(sheet: Sheet, at: int, held: set[int]) -> bool:
    """Whether a word is an adverb or the like of a verb before it, or of such a word right behind it."""
    if sheet.region[at] >= 0 or sheet.sentence[at] != sheet.sentence[at - 1] or sheet.dep[at] not in _HOW:
        return False
    head = sheet.head[at]
    if head == at + 1 and sheet.dep[head] in _HOW:
        head = sheet.head[head]
    return head in held and head < at and sheet.pos[head] in {"VERB", "AUX"}


_HOW = frozenset({"advmod", "prt", "acomp", "neg"})
_MODIFIERS = frozenset(
    {"det", "predet", "nummod", "quantmod", "amod", "compound", "nmod", "poss", "neg", "aux", "auxpass", "advmod", "npadvmod"}
)


def _predicate_of(sheet: Sheet, at: int, held: set[int], taken: set[int]) -> set[int]:
    """The clause whose object a word is, where that clause goes on with what is held: "the comet, but two positions make | an orbit"."""
    verb = sheet.head[at]
    above = sheet.head[verb]
    if sheet.dep[at] not in {"dobj", "attr", "acomp"} or sheet.dep[verb] != "conj" or verb in held or above not in held:
        return set()
    clause = {k for k in range(sheet.left[verb], sheet.right[verb] + 1) if sheet.pos[k] != "PUNCT"}
    if clause & taken or any(sheet.region[k] >= 0 for k in clause):
        return set()
    return clause | {kid for kid in sheet.kids[above] if sheet.dep[kid] == "cc" and above < kid < verb}


def _without_addressee(sheet: Sheet, proposal: Proposal) -> list[int]:
    """The content, less a bare name behind the cue of a quotation: who speaks or is spoken to ("asked Mrs. Quill")."""
    outside = [at for at in proposal.content if sheet.region[at] < 0]
    if len(outside) == len(proposal.content) or any(sheet.pos[at] not in {"PROPN", "PUNCT"} or at < proposal.cue for at in outside):
        return proposal.content
    return [at for at in proposal.content if sheet.region[at] >= 0]


def _without_hearer(sheet: Sheet, proposal: Proposal) -> list[int]:
    """The content, less who is told before "that": "told the audience at the hall | that the road was shut"."""
    first = proposal.content[0]
    mark = next(
        (at for at in proposal.content if at > first and sheet.low[at] == "that" and (sheet.tag[at] == "IN" or sheet.dep[at] == "mark")), -1
    )
    if mark < 0 or first < proposal.cue or first - 1 not in {proposal.cue, *proposal.words} or sheet.lemma[proposal.cue] not in HEARD:
        return proposal.content
    hearer = next((at for at in sheet.kids[proposal.cue] if sheet.dep[at] in {"dobj", "dative"} and first <= at < mark), -1)
    before = range(first, mark)
    if hearer < 0 or sheet.left[hearer] != first or any(sheet.pos[at] in {"VERB", "AUX"} or sheet.region[at] >= 0 for at in before):
        return proposal.content
    return [at for at in proposal.content if at >= mark]


HEARD = frozenset({"tell", "inform", "assure", "remind", "warn", "notify", "advise", "promise", "convince", "persuade"})
"""Verbs whose object is who hears it."""


def _before_own_words(sheet: Sheet, proposal: Proposal) -> list[int]:
    """Of what is denied, the part before a colon: the quotation behind it is what the denier says instead."""
    content, cue = proposal.content, proposal.cue
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


def whole_source(found: Found) -> Source | None:
    """The source, less the day, an "and" or a preposition at its end, and a "who" that is another verb's subject."""
    source = found.source
    special = _of_a_team(found) or _quoted_as_saying(found)
    if special is not None:
        return special
    if source is None:
        return None
    first, last = source.first, source.last
    if (whose := _told_of(found, source)) is not None:
        return Source(source.block, whose, whose.left_edge, whose)
    if first.i < last.i and last.tag_ in {"WP", "WDT"} and last.head in found.cue:
        return Source(source.block, last, last, last)
    if first.i < last.i - 2 and last.lower_ in WEEKDAYS and last.nbor(-1).lower_ == "on" and last.nbor(-2).tag_ != "VBN":
        last = last.nbor(-2)  # "a council statement | on Thursday"
    last = _with_name(found, source, _end_of(found, source, last))
    return Source(source.block, source.head if source.head.i <= last.i else last, first, last)


def _with_name(found: Found, source: Source, last: Token) -> Token:
    """The source's last word with the name behind it, of whoever it describes: "legislator at the Tarn Assembly | Bo Marsh | said"."""
    names = (c for c in source.head.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == last.i + 1)
    name = next((c for c in names if c.left_edge.pos_ == "PROPN"), None)
    said = found.cue[0].i if found.cue and source.block is found.block else -1
    return name if name is not None and name.i + 1 == said and last.i > source.head.i else last


def _end_of(found: Found, source: Source, last: Token) -> Token:
    """The source's last word, before its cue or content and without what only goes on from it: "told by a colleague | that it was late",
    "a note | claiming it was late".
    """
    begins = found.content[0][0]
    if found.verb is not None and found.verb.dep_ == "acl" and found.verb.head is source.head:
        begins = min(begins, found.block.offsets(found.verb.left_edge, found.verb)[0])
    words = [t for t in source.head.doc[source.first.i : last.i + 1] if source.block.offsets(t, t)[1] <= begins]
    if source.block is found.block and words and source.head.i <= words[-1].i:
        last = words[-1]
    while source.first.i < last.i and (
        last.tag_ in {"WP", "WDT", "CC"} or last.lower_ == "that" or (last.tag_ == "IN" and last.dep_ == "prep")
    ):
        last = last.nbor(-1)
    return last


def _quoted_as_saying(found: Found) -> Source | None:
    """Whom an agency "quoted | President Brasz | as saying" it."""
    quoted = whom_it_quotes(found.verb) if found.verb is not None else None
    return Source(found.block, quoted, quoted.left_edge, quoted) if quoted is not None else None


def _of_a_team(found: Found) -> Source | None:
    """A player by team and position right before the cue, whose last words the parser takes for adverbs: "The Spain | right back told"."""
    verb = found.verb
    if verb is None or verb.i < _LEAST or verb.nbor(-1).lower_ not in _POSITIONS:
        return None
    doc, low = verb.doc, max(verb.sent.start, verb.i - _MOST)
    first = next((t for t in reversed(doc[low : verb.i - 1]) if t.lower_ == "the"), None)
    words = doc[first.i + 1 : verb.i] if first is not None else ()
    if first is None or not words or words[0].pos_ != "PROPN" or not all(t.is_alpha for t in words):
        return None
    return Source(found.block, words[-1], first, words[-1])


_POSITIONS = frozenset(
    {"back", "forward", "half", "wing", "winger", "keeper", "striker", "midfielder", "defender", "hooker", "prop", "flanker"}
)
_LEAST, _MOST = 3, 6
"""Words before the verb that such a player takes, with "the"."""


def _told_of(found: Found, source: Source) -> Token | None:
    """The noun of whose relative clause a source is only a part: "The union, which speaks for | 300 of the staff, | plans"."""
    for above in source.head.ancestors:
        if above in found.cue:
            return None
        noun = above.head
        if above.dep_ == "relcl" and noun.left_edge.i < source.first.i and found.cue and source.last.i < found.cue[0].i:
            return noun if noun.head in found.cue else None
    return None
