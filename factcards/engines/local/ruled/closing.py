"""Who says it at the end of a sentence, behind a comma: "..., a jury heard on Monday.", "..., a report by the institute found.", "Man stole
bell, court hears".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcards.engines.local.found import Found, Mention, Source, Speaks, ranges
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, child, is_finite, is_last_word, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asides import TOLD, is_speech_verb
from factcards.engines.local.ruled.clauses import opens
from factcards.lexicon import content_frames, cue_verbs, speaker_words, speech_verbs

__all__ = ["IN_COURT", "announced_last", "found_last", "heard", "heard_in_headline", "is_heard_in_court"]


def heard(block: Block, verb: Token, mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "..., a jury heard on Monday.", "..., the council was told.": what somebody told a court, or anybody, who is left open; the
    sentence before the comma is content.
    """
    told = verb.lower_ == "told"
    if not told and verb.lower_ not in {"heard", "hears"}:
        return None
    subject = child(verb, "nsubjpass" if told else "nsubj")
    if subject is None or not (told or subject.lemma_.lower() in speaker_words("courts")):
        return None
    first = subject.left_edge.i
    if not any(t.tag_ in TENSED for t in verb.doc[verb.sent.start : first]):
        return None  # "According to Marsh, Quill was told of it"
    if not _is_parted(verb, first) or any(c.dep_ in {"ccomp", "xcomp", "dobj"} and c.i > verb.i for c in verb.children):
        return None
    last = verb.right_edge.i
    if last + 2 < verb.sent.end and not verb.doc[last].is_punct:
        return None
    content = ranges(block, (t for t in verb.sent if t.i < first - 1))
    source = None if told else mention(block, subject)  # who is told says nothing
    return Found(block, content, "clause", source, verb_group(verb) if told else [verb], verb, None, 0.85) if content else None


def _is_parted(verb: Token, first: int) -> bool:
    """Whether a comma stands before the word with which who says it begins, and what is said before that."""
    return first - 1 > verb.sent.start and verb.doc[first - 1].text == ","


def is_heard_in_court(verb: Token) -> bool:
    """Whether a court hears what somebody tells it: "The inquest | heard | that he had been sent home", "heard | there were no alarms"."""
    court, clause = (child(verb, "nsubj"), child(verb, "ccomp")) if verb.lemma_ == "hear" else (None, None)
    if court is None or clause is None or court.lemma_.lower() not in speaker_words("courts"):
        return False
    subject = child(clause, *SUBJECTS) if is_finite(clause) else None
    return opens(clause) or (subject is not None and subject.left_edge is clause.left_edge)


def heard_in_headline(block: Block, verb: Token, mention: Mention, _speaks: Speaks) -> Found | None:
    """As in a headline that ends in where it was said: "Firm “knew of leaks”, town council told", "Man stole bell, court hears"."""
    if verb.lower_ not in IN_COURT or (block.part != "headline" and block.paragraph):
        return None
    words = [token for token in block.tokens if not (token.is_space or token.text == ".")]
    if words[-1] is not verb or len(words) < _HEADLINE:
        return None
    comma = next((at for at in range(len(words) - 3, len(words) - 6, -1) if words[at].text in {",", "–", "-"}), 0)
    court, told = words[-2], verb.lower_ == "told"
    if not comma or not (told or court.lemma_.lower() in speaker_words("courts")):
        return None
    if any(t.pos_ not in _NAMING for t in words[comma + 1 : -1]):
        return None
    source = None if told else mention(block, court)  # who is told says nothing
    return Found(block, [block.offsets(words[0], words[comma - 1])], "clause", source, [verb], verb, None, 0.85)


_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
"""Words that may say who is told."""

IN_COURT = frozenset({"told", "hear", "hears", "heard"})

_HEADLINE = 6
"""Words of a headline, at least, that ends in where it was said."""


def found_last(block: Block, verb: Token, _mention: Mention, speaks: Speaks) -> Found | None:
    """As in "..., a report by the institute found on Wednesday.", "..., a team of divers announced.", which the parser takes for what the
    noun before the comma is.
    """
    noun = verb.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "a team of | divers"
        noun = noun.head.head
    if verb.dep_ not in {"acl", "relcl"} or noun.dep_ not in {"appos", "npadvmod", "attr"} or not speaks(noun):
        return None
    if verb.tag_ not in {"VBD", "VBZ"} and not (verb.tag_ == "VBN" and _is_said_by(noun, verb)):
        return None
    before = verb.doc[noun.left_edge.i : noun.i]
    comma = next((t for t in reversed(before) if t.text == ","), None)  # "is | a fake, a team of curators |"
    first, last = noun.left_edge.i if comma is None else comma.i + 1, verb.right_edge.i
    if verb.lemma_.lower() not in cue_verbs() or not _is_parted(verb, first):
        return None
    if not is_last_word(verb.doc[last]) or any(t.is_quote for t in verb.sent):
        return None
    if any(c.dep_ in {"ccomp", "dobj", "nsubj", "auxpass", "xcomp", "agent"} or c.tag_ in {"WDT", "WP"} for c in verb.children):
        return None
    content = ranges(block, (t for t in verb.sent if t.i < first - 1))
    cue = verb_group(verb)
    source = Source(block, noun, verb.doc[first], cue[0].nbor(-1))
    return Found(block, content, "clause", source, cue, verb, None, 0.85) if content else None


def _is_said_by(noun: Token, verb: Token) -> bool:
    """Whether a form that may be a participle is what a paper or a group does: "a report | found |", "a team of divers | announced on
    Monday |"; not "a group of divers | warned | of it", "a pair of hikers | reported | missing".
    """
    if noun.lemma_.lower() in speaker_words("document"):
        return True
    when = all(c.dep_ in _WHEN_AND_WHERE or c.is_punct for c in verb.children)
    return when and verb.lemma_.lower() in speech_verbs() - TOLD - {"ask", "urge"}


def announced_last(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The plant will close, its manager, Dana Whitcomb, announced Thursday.", "..., a report has revealed.", which the parser takes
    for two deeds in a row, "..., prosecutors alleged on the first day of the trial.", for a circumstance, and "A firm that runs baths could
    close, its head has warned.", for one deed of both, "It is the one that was lost, a group of divers announced.", for what that is.
    """
    if not (is_speech_verb(verb) or verb.lemma_ in cue_verbs()) or any(t.is_quote for t in verb.sent):
        return None
    if verb.dep_ not in {"conj", "advcl", "ROOT", "relcl"}:
        return None
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.left_edge.i - 1 > verb.sent.start and _stands_last(c, verb)), None)
    if subject is None or verb.dep_ == "ccomp" or not speaks(subject) or child(verb, "cc", "mark", "auxpass") is not None:
        return None
    before = verb.doc[verb.sent.start : subject.left_edge.i - 1]
    if verb.dep_ == "conj" and (verb.head.dep_ != "ROOT" or child(verb.head, "cc") is not None):
        return None
    if verb.dep_ == "ROOT" and not (_is_lost(before, verb) and is_last_word(verb)):
        return None
    if verb.dep_ == "relcl" and not any(t.tag_ in TENSED and child(t, *SUBJECTS) is not None for t in before):
        return None
    content = ranges(block, (t for t in before if t.i > verb.sent.start or t.pos_ != "CCONJ"))
    source = mention(block, subject)
    if subject.pos_ == "PROPN":  # with his title
        source = Source(block, subject, subject.left_edge, source.last)
    return Found(block, content, "clause", source, verb_group(verb), verb, None, 0.85) if content else None


def _is_lost(before: Sequence[Token], verb: Token) -> bool:
    """Whether the subject of a clause before a comma passes for one of the verb behind it, which has its own: "| A firm | that runs baths
    could close, its head has | warned |".
    """
    other = child(verb, "nsubj")
    whole = other is not None and any(t.tag_ == "MD" or t.tag_ in TENSED for t in before[other.i - before[0].i + 1 :])
    return whole and other is not None and other.left_edge.i == before[0].i and other.right_edge.i == before[-1].i


def _stands_last(subject: Token, verb: Token) -> bool:
    """Whether a subject stands between a comma and a verb that ends its sentence, but for when and where it is said."""
    doc, first = verb.doc, subject.left_edge.i
    if not _is_parted(verb, first) or doc[first].tag_ in _RELATIVE | {"IN"}:
        return False
    own = {t.i for t in subject.subtree} | {t.i for t in verb_group(verb)}
    if any(t.i not in own and not t.is_punct and t.pos_ != "ADV" for t in doc[first : verb.i]):
        return False
    behind = [c for c in verb.rights if not c.is_punct]
    if any(c.dep_ not in _WHEN_AND_WHERE or f"{verb.lemma_} {c.lower_}" in content_frames("oblique") for c in behind):
        return False
    rest = doc[verb_group(verb)[-1].i + 1 : verb.sent.end]
    return not any(t.tag_ in TENSED or t.tag_ in _RELATIVE or t.text == "," for t in rest)


_WHEN_AND_WHERE = frozenset({"prep", "advmod", "npadvmod", "prt"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
