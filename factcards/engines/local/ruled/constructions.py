"""Constructions that leave nothing open about who says what, in the order in which they are tried: parentheticals ("The bridge, says Quill,
is shut"), "as Quill put it", passives of telling, "reportedly", "in Quill's view", and cue nouns with a clause of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcards.engines.local.found import Found, Mention, Speaks, ranges
from factcards.engines.local.parsing.grammar import FINITE, child, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asides import parenthetical, told_aside, turned_round, without
from factcards.engines.local.ruled.clauses import opens
from factcards.engines.local.ruled.closing import announced_last, found_last, heard, heard_in_headline, said_last
from factcards.engines.local.ruled.hearsay import PARTERS, has_it, it_is_said, quoted_as_saying, raised, reportedly, told_by, was_told
from factcards.engines.local.ruled.judging import (
    accepted,
    denied,
    denied_last,
    described_by,
    judged_by,
    not_accepted,
    summed_up,
    verb_for_noun,
)
from factcards.engines.local.ruled.levels import asked_by, confident, counted_for, rated
from factcards.engines.local.ruled.misparsed import accused_in_headline, disputed_in_headline, found_by_study, hints_in_headline, noted_last
from factcards.engines.local.ruled.nouns import forecast, heard_evidence, noun_is, noun_with_clause, standpoint, verb_after_all
from factcards.engines.local.ruled.sizes import answered, explained, neither_nor, put_ahead, put_at
from factcards.lexicon import content_frames

__all__ = ["find_settled"]


def find_settled(block: Block, mention: Mention, *, quoted: Callable[[Token], bool], speaks: Speaks) -> Iterator[Found]:
    """All of a block's, in the order of their cues.

    Args:
        block: A paragraph with its parse.
        mention: Gives the words round the head of a source.
        quoted: Whether a word stands in a quotation: there it is no cue of the article's own.
        speaks: Whether a noun can be a source.
    """
    for token in block.tokens:
        for rule in _RULES.get(token.pos_, ()):
            found = rule(block, token, mention, speaks)
            if found is not None:
                if not quoted(token):
                    found.settled = True
                    yield found
                break


def _as_put(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "As Quill put it, ..."."""
    if verb.lemma_ != "put" or verb.dep_ != "advcl" or verb.i + 1 >= len(block.doc) or verb.nbor(1).lower_ != "it":
        return None
    mark, subject = child(verb, "mark"), child(verb, "nsubj")
    if mark is None or mark.lower_ != "as" or subject is None or not speaks(subject) or any(t.is_quote for t in verb.sent):
        return None
    content = without(block, verb, verb.left_edge.i, verb.i + 1)
    return Found(block, content, "clause", mention(block, subject), [verb, verb.nbor(1)], verb, None, 0.9) if content else None


def _as_said(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "..., as the paper reported on Tuesday": the clause that it hangs on is content."""
    thinks = verb.lemma_.lower() in content_frames("mind") and verb.tag_ in FINITE - {"VBD"}
    if not (verb.lemma_.lower() in _SAID_SO or thinks) or verb.dep_ != "advcl" or any(t.is_quote for t in verb.sent):
        return None
    mark, subject, head = child(verb, "mark"), child(verb, "nsubj"), verb.head
    head = head.head if head.dep_ in {"nsubj", "nsubjpass"} else head  # "The bridge -- as Quill noted -- is old"
    if mark is None or mark.lower_ != "as" or subject is None or not speaks(subject) or mark.i > subject.i:
        return None
    if any(c.dep_ in {"ccomp", "xcomp", "dobj", "pcomp", "advcl", "conj"} or c.tag_ == "VBN" for c in verb.children):
        return None
    first, last = mark.i, verb.right_edge.i
    while verb.doc[last].is_punct:
        last -= 1
    begins = first == verb.sent.start or verb.doc[first - 1].text in PARTERS
    closes = last + 1 >= verb.sent.end or verb.doc[last + 1].is_punct
    if not (begins and closes) or head.pos_ not in {"VERB", "AUX"} or child(head, "nsubj", "nsubjpass") is None or _denies_that(head):
        return None
    turns = {t.i for c in head.conjuncts if c.i > head.i and child(c, "nsubj", "nsubjpass") is not None for t in c.subtree}
    joints = {c.i for c in head.children if c.dep_ in {"cc", "punct"} and c.i > last and turns}
    that = {head.left_edge.i} if head.dep_ == "ccomp" and opens(head) else set()
    content = ranges(block, (t for t in head.subtree if not first <= t.i <= last and t.i not in turns | joints | that))
    return Found(block, content, "clause", mention(block, subject), verb_group(verb), verb, None, 0.8) if content else None


def _denies_that(verb: Token) -> bool:
    """Whether there is no sign of what others say: "There was no evidence that the mine caused it, as some residents believe"."""
    noun = child(verb, "attr", "dobj") if verb.lemma_ in {"be", "find", "have"} else None
    denied = noun is not None and any(t.lower_ == "no" for t in noun.lefts)
    return noun is not None and denied and any(c.dep_ in {"acl", "ccomp"} and opens(c) for c in noun.rights)


_SAID_SO = frozenset(
    {"report", "note", "acknowledge", "mention", "observe", "warn", "predict", "say", "admit", "concede", "reveal", "announce", "show",
     "claim", "write", "explain", "argue", "suggest", "state"}
)  # fmt: skip
"""Verbs that say what the clause beside them says: "as Quill noted"."""

_OF_VERBS = (
    it_is_said,
    told_by,
    parenthetical, told_aside,
    turned_round, found_by_study, accused_in_headline, disputed_in_headline, noted_last,
    has_it, heard_evidence, _as_put, _as_said, heard, heard_in_headline, found_last, announced_last, said_last,
    explained, denied, not_accepted, accepted,
    put_at, put_ahead, neither_nor, answered, rated, asked_by, counted_for,
    summed_up, judged_by, was_told, raised, quoted_as_saying,
)  # fmt: skip

_OF_NOUNS = (
    told_aside, noted_last, denied_last, disputed_in_headline, hints_in_headline, verb_after_all, verb_for_noun,
    forecast, standpoint, noun_with_clause, noun_is,
)  # fmt: skip

_RULES = {
    "VERB": _OF_VERBS,
    "AUX": _OF_VERBS,
    "NOUN": _OF_NOUNS,
    "PROPN": _OF_NOUNS,
    "ADJ": (confident,),
    "ADV": (reportedly,),
    "ADP": (described_by,),
}
"""Coarse part of speech -> the constructions that may hang on such a word, the surest first."""
