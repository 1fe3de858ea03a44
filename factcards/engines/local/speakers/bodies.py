"""What tells that a name is a body's, where the tagger takes it for somebody's: what it does and has, and what is called "it" behind it."""

from __future__ import annotations

from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.naming import Mention
from factcards.lexicon import content_frames, speaker_words, speech_verbs

__all__ = ["does_as_several", "has_hired", "says_it_of_itself"]


def has_hired(mention: Mention) -> bool:
    """Whether it has whom no human being has: "Tarn's founder", "the chief executive of Tarn", "a former Tarn engineer"."""
    above = mention.head.head
    if mention.head.dep_ == "compound" and above.i == mention.last.i + 1 and above.pos_ == "NOUN":
        return above.lemma_.lower() in _HIRED
    of = mention.head.dep_ == "pobj" and above.lower_ == "of"
    whose = above.head if of else above
    has = of or mention.head.dep_ == "poss"
    chief = whose.lower_ == "executive" and any(c.lower_ == "chief" for c in whose.lefts)
    return has and chief


_HIRED = frozenset({"engineer", "employee", "executive", "worker", "shareholder", "customer", "programmer", "technician"})
"""Whom a company has that is told before them, and hardly a human being: "a Tarn | engineer |"."""


def does_as_several(mention: Mention) -> bool:
    """Whether one name does what several do, as clubs do in British papers: "Tarn Town | have | signed him"."""
    name, verb, before = mention.head, mention.head.head, mention.first.nbor(-1) if mention.first.i else mention.first
    one = name.dep_ == "nsubj" and name.tag_ == "NNP" and not name.lower_.endswith("s") and child(name, "conj", "cc", "appos") is None
    if not one or before.lower_ in {"and", "or", "&"} or verb.dep_ not in {"ROOT", "ccomp", "conj"}:
        return False
    does = next((t for t in (*(c for c in verb.lefts if c.dep_ == "aux"), verb) if t.i > name.i), verb)
    return does.i == mention.last.i + 1 and does.lower_ in {"have", "are"} and does.tag_ == "VBP"


def says_it_of_itself(mention: Mention) -> bool:
    """Whether "it" stands for the name in what it says, or says or thinks more in the sentence behind: "Tarn said | it | would appeal"."""
    doc, subject = mention.head.doc, mention.head
    if subject.dep_ == "appos" and subject.head.lemma_.lower() not in speaker_words("person") - speaker_words("either"):
        subject = subject.head
    verb = subject.head
    firm = mention.last.lower_ in speaker_words("trading", "trades") or subject.lemma_.lower() in speaker_words("either")
    if subject.dep_ != "nsubj" or verb.lemma_ not in speech_verbs() or not (mention.first is mention.last or firm):
        return False  # "Kenzo Ota said it would appeal" tells of his firm
    said = child(verb, "ccomp")
    clauses = [said, *(c for c in said.rights if c.dep_ == "conj")] if said is not None else []
    behind = verb.sent.end
    if verb.dep_ == "ROOT" and behind < len(doc) and doc[behind].text == "It" and doc[behind].head.dep_ == "ROOT":
        clauses.append(doc[behind].head)
    return any(_is_done_by_a_body(clause) and not _tells_of_another(mention, clause) for clause in clauses)


def _tells_of_another(mention: Mention, clause: Token) -> bool:
    """Whether "it" may be another body that is told of between: "Tarn said the | council | was late. It declined to comment"."""
    bodies = speaker_words("organization", "government", "bare")
    between = clause.doc[mention.last.i + 1 : clause.left_edge.i]
    return any(t.lemma_.lower() in bodies for t in between)


def _is_done_by_a_body(clause: Token) -> bool:
    """Whether "it" is who says, thinks or plans it: "it | regretted | that"."""
    it = child(clause, "nsubj")
    if it is None or it.lower_ != "it":
        return False
    acts = clause.lemma_ in (content_frames("mind") | speech_verbs() | _WILLED) - {"show", "suggest", "mean", "indicate"}
    return acts and child(clause, "ccomp", "xcomp", "dobj", "prep") is not None


_WILLED = frozenset({
    "decline", "refuse", "launch", "consider", "cooperate", "appeal", "comply", "investigate", "plan", "intend", "support", "oppose", "aim",
})  # fmt: skip
"""What an "it" does of its own will, as no thing does that somebody speaks of."""
