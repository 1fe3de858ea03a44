"""Where a content begins: with its subject, and with the deed that it is the object of."""

from __future__ import annotations

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, child, is_infinitive
from factcards.engines.local.ruled.verbs import OF_DEEDS

__all__ = ["begin_with_deed", "begin_with_subject"]


def begin_with_subject(found: Found) -> None:
    """A content before its cue, and a later piece, has the subject of the verb that it begins with, and the clause's first words: "|
    Tarn Council | has refused to pay, the Post reports", "It helped, pilots say, | although the fog | has stayed".
    """
    own = {t.i for t in found.cue}
    if found.source is not None and found.source.block is found.block:
        own |= set(range(found.source.first.i, found.source.last.i + 1))
    for k, (low, high) in enumerate(found.content):
        first = found.block.word_at(low)
        if first is None or not first.i or not found.cue or found.frame == "quote" or (not k and found.cue[0].i < first.i):
            continue
        verb = first.head if first.dep_ in {"aux", "auxpass"} else first
        subject = child(verb, *SUBJECTS) if first.tag_ in TENSED else None
        if subject is None or subject.right_edge is not first.nbor(-1) or subject.tag_ in {"WDT", "WP"}:
            continue
        begins = verb.left_edge if k and child(verb, "mark") is not None else subject.left_edge
        start = found.block.offsets(begins, begins)[0]
        if own.isdisjoint(range(begins.i, first.i)) and (not k or found.content[k - 1][1] <= start):
            found.content[k] = (start, high)


def begin_with_deed(found: Found) -> None:
    """A content has the deed that it is the object of: "denies | charging | the city", "declined | to respond | to a question"."""
    verb, (start, end) = found.verb, found.content[0]
    if verb is None or verb not in found.cue:
        return
    done = child(verb, "xcomp")
    deed = done if verb.lemma_ in OF_DEEDS else None
    first = found.block.word_at(start)
    to = child(done, "aux") if done is not None and is_infinitive(done) else None
    if done is not None and to is not None and first is not None and to.i == found.cue[-1].i + 1 and done.i < first.i <= done.right_edge.i:
        found.content[0] = (found.block.offsets(to, to)[0], end)
        return
    if deed is None or first is None or deed.tag_ != "VBG" or not deed.i == found.cue[-1].i + 1 == first.i - 1:
        return
    if first.head is deed or first in deed.subtree:
        found.content[0] = (found.block.offsets(deed, deed)[0], end)
