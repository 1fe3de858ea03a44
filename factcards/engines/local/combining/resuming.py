"""What goes on behind who says it between two commas: the rest of his words, or somebody else's turn."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import FINITE, SUBJECTS, TENSED, child, denies, trimmed
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.engines.local.ruled.levels import is_counted, is_counted_for

__all__ = ["lacks_subject", "resume"]


def resume(found: Sequence[Found]) -> None:
    """A content has what goes on behind who says it, and not what others do: both halves of a sentence have their own speakers."""
    _with_the_rest(found)
    _end_before_counts(found)


def _with_the_rest(found: Sequence[Found]) -> None:
    """A content before who says it goes on behind him with what only its own clause can go on with: "Managers knew of the fault, inspectors
    found, | but had not logged it |", "There was nothing, he told reporters, | that indicated a leak |".
    """
    cues = {(item.block.paragraph, token.i) for item in found for token in item.cue}
    for item in found:
        verb, alone = item.verb, len(item.content) == 1 and item.frame == "clause"
        clause = child(verb, "ccomp") if verb is not None and alone and verb in item.cue else None
        if verb is None or clause is None or not clause.i < item.cue[0].i:
            continue
        further = next((c for c in verb.rights if _is_of_clause(c, clause, verb)), None)
        if further is None or (item.block.paragraph, further.i) in cues or any(t.is_quote for t in further.subtree):
            continue
        told = [*item.cue, *([item.source.first] if item.source is not None and item.source.block is item.block else [])]
        before = trimmed(t for t in clause.subtree if t.i < min(token.i for token in told))
        words = trimmed(further.doc[_first(further).i : further.right_edge.i + 1])
        if not before or not words:
            continue
        rest, said = (item.block.offsets(run[0], run[-1]) for run in (words, before))
        if item.content[0][0] >= rest[0]:  # only the rest was found
            item.content[:] = [said, rest]
        elif item.content[0][1] == said[1]:
            item.content.append(rest)


def _end_before_counts(found: Sequence[Found]) -> None:
    """What some of those who were asked think ends before what others do: "58 percent think that it should close, | while 31 percent favor
    a ban |"; the poll has both.
    """
    for other in found:
        mark = child(other.verb, "mark") if other.settled and other.verb is not None and is_counted_for(other.verb) else None
        at = other.block.offsets(mark, mark)[0] if mark is not None and mark.lower_ in {"while", "whereas"} else -1
        for item in found if at >= 0 else ():
            low, high = item.content[-1]
            counted = item.source is not None and is_counted(item.source.head)
            if counted and item.block is other.block and low < at < high and item is not other:
                item.content[-1] = (low, low + len(item.block.text[low:at].rstrip(" ,")))


def _first(further: Token) -> Token:
    """The first word of what goes on behind a cue, with its "and"."""
    first = further.left_edge
    return first.nbor(-1) if further.dep_ == "conj" and first.i and first.nbor(-1).dep_ == "cc" else first


def _is_of_clause(further: Token, clause: Token, cue: Token) -> bool:
    """Whether a verb that the parser hangs on a cue goes on with the clause before the cue, and not with what its speaker does next: a
    "that" of which nothing before the comma can be meant but what he speaks of, or what he cannot do in its tense or number.
    """
    first = _first(further)
    if first.i <= cue.i or first.nbor(-1).text != "," or first.nbor(-1).i <= cue.i:
        return False
    if further.dep_ == "ccomp":
        return first.lower_ == "that" and first.tag_ == "WDT" and child(further, "nsubj") is first
    if further.dep_ != "conj" or first.dep_ != "cc" or child(further, *SUBJECTS) is not None or cue.tag_ != "VBD":
        return False
    tense = next((t for t in (*further.lefts, further) if t.tag_ in TENSED), None)
    if tense is None or (denies(further) and is_cue_verb(further) and tense.tag_ == "MD"):
        return False
    if tense.tag_ == "MD" or (tense.lower_ == "had" and further.tag_ == "VBN"):
        return True
    who, subject = child(cue, "nsubj"), child(clause, *SUBJECTS)
    if who is None or subject is None or is_cue_verb(further):
        return False
    apart = _is_plural(who) != _is_plural(subject)
    if tense.lower_ in {"was", "were"}:
        return apart and (tense.lower_ == "were") == _is_plural(subject)
    return tense.tag_ in FINITE - {"VBD"} and (apart or tense.lemma_ == "be") and (tense.tag_ == "VBP") == _is_plural(subject)


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in {"they", "we", "these", "those"} or child(noun, "conj") is not None


def lacks_subject(words: Sequence[Token]) -> bool:
    """Whether a "but" and a verb go on with what stands before: "Inspectors had seen it, according to Marsh, | but took no action |"."""
    verb = words[1] if len(words) > 1 else None
    return verb is not None and words[0].lower_ == "but" and verb.tag_ in {"VBD", "VBZ", "VBP"} and child(verb, *SUBJECTS, "aux") is None
