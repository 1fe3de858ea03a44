"""What is told by nobody in particular, or by whoever a passive names: "It is alleged that", "Quill was told by Marsh that", "The
mayor is reported to have resigned", "reportedly".
"""

from __future__ import annotations

from factcards.engines.local.found import Found, Mention, Speaks, ranges
from factcards.engines.local.parsing.grammar import SUBJECTS, child, it_is_told, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asides import TOLD, without
from factcards.engines.local.ruled.clauses import clause_words, is_complementiser, opens
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.engines.local.ruled.tellers import perceived_as, saying_of

__all__ = [
    "PARTERS",
    "SAID_BY_SOME",
    "it_is_said",
    "quoted_as_saying",
    "quoted_last",
    "raised",
    "reportedly",
    "was_told",
]


PARTERS = frozenset({",", "-", "--", "—", "–", "("})
"""Marks that part an aside from what stands before it."""
_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})

_RAISED = frozenset({"say", "report", "believe", "think", "expect", "understand", "know", "allege", "rumor", "rumour"})

SAID_BY_SOME = _RAISED | {"claim", "fear"}


def it_is_said(block: Block, verb: Token, _mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "Two men, it is alleged, climbed down": somebody says so, nobody is named."""
    it = child(verb, "nsubjpass") if verb.lemma_.lower() in SAID_BY_SOME else None
    if it is None or child(verb, "auxpass") is None or not it_is_told(verb):
        return None
    content = without(block, verb, it.i, verb.i)
    whole = len(content) > 1 and not any(t.is_quote for t in verb.sent)
    return Found(block, content, "clause", None, verb_group(verb), verb, None, 0.85) if whole else None


def reportedly(block: Block, adverb: Token, _mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "reportedly", "allegedly": somebody says it, nobody is named."""
    verb = adverb.head
    if adverb.lower_ not in _HEARSAY or adverb.dep_ != "advmod" or verb.pos_ not in {"VERB", "AUX"}:
        return None
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.tag_ in {"WDT", "WP"} or any(t.is_quote for t in verb.subtree):
        return None
    if verb.dep_ != "ROOT" and not (verb.dep_ == "conj" and verb.head.dep_ == "ROOT"):
        return None  # inside somebody's words it only hedges them
    content = ranges(block, (t for t in verb.subtree if t.i != adverb.i))
    return Found(block, content, "clause", None, [adverb], None, None, 0.7) if content else None


def was_told(block: Block, verb: Token, mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "Quill was told (by Marsh) that ...", "Quill was told the dam was safe": who tells is behind "by" or left out."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in TOLD or child(verb, "auxpass") is None:
        return None
    agent = child(verb, "agent")
    teller = child(agent, "pobj") if agent is not None else None
    behind = [c for c in teller.rights if c.dep_ in {"acl", "relcl"}] if teller is not None else []  # where the parser hangs it on him
    beside = [c for c in verb.rights if c.dep_ == "ccomp" and c.left_edge.i == verb.i + 1 and not c.left_edge.is_punct]
    bare = next((c for c in beside if child(c, *SUBJECTS) is not None), None)
    clause = next((c for c in (*(c for c in verb.children if c.dep_ == "ccomp"), *behind) if opens(c)), bare)
    if clause is None:
        return None
    content = ranges(block, clause.subtree) if clause is bare and not opens(bare) else clause_words(block, clause)
    source = mention(block, teller) if teller is not None else None
    return Found(block, content, "clause", source, verb_group(verb), verb, None, 0.85)


def raised(block: Block, verb: Token, _mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "The mayor is reported to have resigned": subject and infinitive are one content."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in _RAISED or child(verb, "auxpass") is None or child(verb, "agent") is not None:
        return None
    subject, complement = child(verb, "nsubjpass") or _shared(verb), child(verb, "xcomp")
    if subject is None or complement is None or subject.lower_ == "that":
        return None
    said_of = _whom_it_describes(subject, verb) if subject.tag_ in {"WDT", "WP"} else list(subject.subtree)
    words = [*said_of, *complement.subtree]
    if not said_of or not any(c.tag_ == "TO" for c in complement.children) or any(t.is_quote for t in words):
        return None
    if is_cue_verb(complement) and perceived_as(complement) is not None:  # of a speech in quotation marks
        return None
    content = ranges(block, words)
    return Found(block, content, "infinitive", None, verb_group(verb), verb, None, 0.8)


def _whom_it_describes(which: Token, verb: Token) -> list[Token]:
    """Of whom a clause between commas tells: "| Ada Quill |, who is thought to have left, won"; nothing of any "man who is said to"."""
    noun = verb.head if verb.dep_ == "relcl" else which
    first = list(verb.doc[noun.left_edge.i : which.i - 1])
    parted = which.i > noun.i and which.nbor(-1).text == "," and which.i - noun.i <= _BESIDE
    return first if noun is not which and parted and not any(t.text in PARTERS for t in first) else []


_BESIDE = 4
"""Words from a noun to the "who" that tells of it, at most."""


def _shared(verb: Token) -> Token | None:
    """The subject that a passive shares with the verb before its "and": "The keeper limped off and | is said | to have trained"."""
    return child(verb.head, *SUBJECTS) if verb.dep_ == "conj" and child(verb, *SUBJECTS) is None else None


def quoted_as_saying(block: Block, verb: Token, mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "Quill was quoted as saying that ...": who is quoted says it."""
    if verb.tag_ != "VBN" or child(verb, "auxpass") is None:
        return None
    subject, saying = child(verb, "nsubjpass"), saying_of(verb)
    clause = child(saying, "ccomp") if saying is not None else None
    if subject is None or saying is None or clause is None:
        return None
    skipped = clause.left_edge.i if is_complementiser(clause.left_edge) else -1
    if skipped < 0 and any(t.is_quote for t in clause.subtree):
        return None
    cue = [block.doc[i] for i in range(verb_group(verb)[0].i, saying.i + 1)]
    content = ranges(block, (t for t in clause.subtree if t.i != skipped))
    return Found(block, content, "clause", mention(block, subject), cue, verb, None, 0.85)


def quoted_last(block: Block, saying: Token, mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "The mill would close, the agency quoted Quill as | saying |", "..., Quill was quoted as saying": who is quoted says it."""
    verb = saying.head.head
    whom = child(verb, "dobj", "nsubjpass")
    told = _told_before(block, verb, saying) if saying_of(verb) is saying else []
    if not told or whom is None:
        return None
    cue = [saying] if whom.i > verb.i else list(block.doc[verb_group(verb)[0].i : saying.i + 1])
    return Found(block, told, "clause", mention(block, whom), cue, saying, None, 0.85)


def _told_before(block: Block, verb: Token, saying: Token) -> list[tuple[int, int]]:
    """The clause before a comma that somebody is quoted as saying behind it; none where that has a clause of its own, or in marks."""
    clause = verb.head if verb.dep_ == "conj" and child(verb, "cc") is None else child(verb, "ccomp")
    subject = child(verb, *SUBJECTS)
    if clause is None or subject is None or clause.i > verb.i or child(saying, "ccomp") is not None:
        return []
    first = subject.left_edge.i
    told = first > clause.i and block.doc[first - 1].text == "," and not any(t.is_quote for t in verb.sent)
    return ranges(block, (t for t in clause.subtree if t.i < first - 1)) if told else []
