"""What a speaker holds or doubts in his own person: "I think", "said she doubted it would", "it was never safe, I suspect"."""

from __future__ import annotations

from factcards.engines.local.parsing.grammar import CAN, SEEMING, child, denies, is_finite
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import speech_verbs

__all__ = [
    "DOUBTFUL",
    "FIRST_PERSON",
    "HELD_BY_ME",
    "ITSELF",
    "THINGS",
    "doubts_itself",
    "in_own_person",
    "is_amazed",
    "is_told",
    "own_assent",
    "own_belief",
    "own_doubt",
    "thrown_in",
]

FIRST_PERSON = frozenset({"i", "we"})


def own_belief(token: Token) -> bool:
    """As in "I think (that) the bridge is safe": not "I think of her", not somebody else's belief, which is an attribution."""
    if token.pos_ != "VERB" or token.tag_ not in {"VB", "VBP", "VBD"}:
        return False
    subject = child(token, "nsubj")
    if subject is None and token.dep_ == "conj":  # "We met and | believe | it went well"
        subject = child(token.head, "nsubj")
    if subject is None or subject.lower_ not in FIRST_PERSON or is_amazed(token):
        return False
    if child(token, "ccomp") is not None:
        return True
    return token.dep_ in {"parataxis", "ccomp"} and not _has_object(token)


def is_amazed(verb: Token) -> bool:
    """Whether somebody only wonders that it is so: "I still can't | believe | that he's gone"; not "I cannot believe that she knew", "I
    can't believe it would help".
    """
    negator, subject, clause = child(verb, "neg"), child(verb, "nsubj"), child(verb, "ccomp")
    if verb.lemma_ != "believe" or negator is None or subject is None or subject.lower_ not in FIRST_PERSON or clause is None:
        return False
    helpers = {c.lower_ for c in verb.lefts}
    short = negator.lower_ in {"n't", "n’t"} or not helpers.isdisjoint({"still", "just"})
    return short and not helpers.isdisjoint(CAN) and is_finite(clause, modals=False) and not any(c.tag_ == "MD" for c in clause.lefts)


def _has_object(verb: Token) -> bool:
    """As in "I believed | them", "we believe | in | the plan", "we think | of | him": a person or a thing, and no claim."""
    thing = child(verb, "dobj")
    if thing is not None:
        return thing.pos_ in THINGS and thing.tag_ not in {"WP", "WDT"}  # "this is what I think"
    return any(c.dep_ == "prep" and (verb.lemma_, c.lower_) in _OBLIQUE for c in verb.children)


_OBLIQUE = frozenset({("believe", "in"), ("think", "of"), ("think", "about")})


def doubts_itself(token: Token) -> bool:
    """Whether the speaker himself doubts what follows: "said she | doubted | it would", "said it was | doubtful | that it would"."""
    if token.lemma_ == "doubt" and token.pos_ == "VERB":
        return (child(token, "ccomp") is not None and in_own_person(token)) or _doubts_it(token)
    verb = token.head
    if token.lower_ not in DOUBTFUL or token.dep_ != "acomp" or all(not _says_that(at) for at in (token, verb)):
        return False
    subject = child(verb, "nsubj")
    return subject is not None and (subject.lower_ in FIRST_PERSON or (subject.lower_ in ITSELF | {"it"} and is_told(verb)))


def _says_that(word: Token) -> bool:
    """Whether a clause with an answer hangs on it: "doubtful | that it would last", not "doubtful whether it would"; the parser may hang
    it on the verb that tells of it: "said she was doubtful | it would last".
    """
    clause = child(word, "ccomp")
    above = word.head if clause is None and word.dep_ == "acomp" and word.head.dep_ == "ccomp" else word
    clause = (
        next((c for c in above.head.rights if c.dep_ == "ccomp" and c.left_edge.i == word.i + 1), None) if above is not word else clause
    )
    return clause is not None and clause.left_edge.lower_ not in {"whether", "if"}


DOUBTFUL = frozenset({"doubtful", "unconvinced", "unpersuaded", "sceptical", "skeptical", "dubious"})


THINGS = frozenset({"NOUN", "PROPN", "PRON"})


def own_doubt(token: Token) -> bool:
    """As in "I doubt (that) it will change", "said she | doubted | it would", "I doubt it": by the speaker himself, under a verb of
    speech.
    """
    return (in_own_person(token) or _doubts_it(token)) and not denies(token)


def own_assent(token: Token) -> bool:
    """As in "I don't | doubt | (that) it will change", "I don't doubt it": he thinks so."""
    return (in_own_person(token) or _doubts_it(token)) and denies(token)


def _doubts_it(verb: Token) -> bool:
    """Whether the speaker himself doubts what was said before: "I | doubt | it", "said she doubted that"; not "I doubted him"."""
    thing, subject = child(verb, "dobj"), child(verb, "nsubj")
    if verb.pos_ != "VERB" or subject is None or thing is None or thing.lower_ not in {"it", "that", "this"}:
        return False
    return subject.lower_ in FIRST_PERSON or (subject.lower_ in ITSELF and is_told(verb))


def in_own_person(token: Token) -> bool:
    """Whether the speaker himself holds, with a clause: "I think it is safe", "said she | thought | it unlikely"."""
    if own_belief(token):
        return True
    beside = token.dep_ == "conj" and child(token, "nsubj") is None  # "said he had called them but | thought | it unlikely"
    verb = token.head if beside else token
    subject = child(verb, "nsubj", "nsubjpass")
    if token.pos_ != "VERB" or subject is None or subject.lower_ not in ITSELF or child(token, "ccomp") is None:
        return False
    return is_told(verb)


def is_told(verb: Token) -> bool:
    """Whether it heads what a verb of speech tells: "said she could not | rule | it out"."""
    if verb.dep_ == "conj" and verb.left_edge.lower_ == "that":  # "said that she had left and | that she doubted | it would last"
        verb = verb.head
    return verb.dep_ == "ccomp" and verb.head.lemma_ in speech_verbs()


ITSELF = frozenset({"he", "she", "they"})
"""Under a verb of speech, who says it himself."""


def thrown_in(verb: Token) -> bool:
    """Whether it stands between commas in the midst or at the end of what is said, and leaves it open: "It was never safe, I | suspect",
    "What you lacked, it | seems | to me, was urgency".
    """
    lemma = verb.lemma_.lower()
    if lemma not in HELD_BY_ME and lemma not in SEEMING:
        return False
    subject = child(verb, "nsubj", "nsubjpass")
    own = subject is not None and subject.lower_ in FIRST_PERSON
    if subject is None or subject.i > verb.i or not (lemma in HELD_BY_ME if own else lemma in SEEMING and subject.lower_ == "it"):
        return False
    between = verb.doc[subject.i + 1 : verb.i]
    if any(t.dep_ != "aux" or t.lower_ not in _SOFTENING for t in between):
        return False
    doc, before, after = verb.doc, subject.i - 1, verb.i + 1
    if after + 1 < len(doc) and doc[after].lower_ == "to" and doc[after + 1].lower_ in {"me", "us"}:
        after += 2
    begins = (before < verb.sent.start and verb.tag_ != "VBD") or doc[before].text in _PAUSES or doc[before].is_quote
    ends = after >= len(doc) or doc[after].text in _PAUSES | {".", ";"} or doc[after].is_quote
    return begins and ends


HELD_BY_ME = frozenset(
    {"suspect", "imagine", "suppose", "gather", "guess", "reckon", "presume", "assume", "think", "believe", "understand"}
)


_SOFTENING = frozenset({"would", "'d", "’d", "do", "must", "should"})


_PAUSES = frozenset({",", "–", "—", "-"})
