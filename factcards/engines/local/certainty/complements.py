"""What a governing word says of the word that hangs on it: the complement's signature, or how an adjunct or a noun phrase takes part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factcards.engines.local.certainty.operators import HYPOTHETICAL_MARKS
from factcards.engines.local.certainty.unsettled import left_unsure
from factcards.engines.local.parsing.grammar import FINITE, SEEMING, TENSED, child, is_finite, is_yet_to_come
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import Frame, Signature, lemma_of, signature

__all__ = ["Edge", "edge_to"]

How = Literal["same", "fresh", "signature", "shared", "presupposed"]


@dataclass(frozen=True, slots=True)
class Edge:
    """How a word's standing follows from its governor's.

    Attributes:
        how: same: as the governor; fresh: stated for itself; signature: by the governor's signature; shared: as the governor, with
            the governor's own operators unless it has some; presupposed: so, unless the governor is only spoken of.
        signature: For `signature`.
        frame: Its name, for the grounds.
        cue: The predicate whose signature it is.
    """

    how: How
    signature: Signature | None = None
    frame: str = ""
    cue: Token | None = None


SAME = Edge("same")
FRESH = Edge("fresh")
SHARED = Edge("shared")
PRESUPPOSED = Edge("presupposed")

_REPORT = Signature("report", 3, 0, source=True)
_FACTIVE = Signature("factive", 3, 3)
_PURPOSE = Signature("purpose", 2, 0)
_OPEN = Signature("open", 0, 0)
_DENIED = Signature("without", -3, -3)
_PRETENCE = Signature("as if", -1, 0)
_UNSURE = Signature("unsure", 1, 1)
_REACHING = frozenset({"guess", "chance", "wish", "plan", "attempt", "forecast", "denial", "doubt", "refusal", "failure", "end"})
"""Classes of nouns whose signature reaches what a preposition brings: "hopes of recovery"; not "the report of Monday"."""
_CLAUSAL = frozenset({"ccomp", "xcomp", "acl", "relcl", "advcl", "csubj", "csubjpass", "pcomp"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "dative", "oprd", "poss"})
_TURNED = frozenset({"without", "instead"})


def edge_to(token: Token) -> Edge:
    """How the standing of a word follows from its governor's."""
    dep = token.dep_
    if dep in {"ROOT", "parataxis", "dep", "meta", "intj", "appos"}:
        return FRESH
    if dep == "conj":
        return SHARED
    if dep in _CLAUSAL:
        return _clause(token, dep)
    if dep in _NOMINAL:
        return _noun_phrase(token, dep)
    if dep == "amod" and token.tag_ in {"VBN", "VBD"}:
        return FRESH  # "the attached file": presupposed
    if dep in {"amod", "acomp"} and token.head.lemma_ in SEEMING | {"look"} and token.head.pos_ == "VERB":
        return _by(signature("infinitive", token.head.lemma_), "infinitive", token.head)
    return SAME


def _by(found: Signature | None, frame: str, cue: Token, default: Edge = SAME) -> Edge:
    return default if found is None else Edge("signature", found, frame, cue)


def _clause(token: Token, dep: str) -> Edge:
    head = token.head
    if dep == "advcl":
        return _adverbial(token)
    if dep == "relcl":
        return _relative(token)
    if dep == "pcomp":
        return _after_preposition(token)
    frame = _frame(token)
    mark = child(token, "mark")
    if mark is not None and mark.lower_ in {"if", "whether"}:
        return Edge("signature", _OPEN, "whether", head)
    if head.pos_ in {"NOUN", "PROPN"} and head.dep_ not in {"ROOT"} | _CLAUSAL:
        return _of_noun(token, head, frame)
    if dep == "acl":
        return _of_noun(token, head, frame)
    if dep in {"csubj", "csubjpass"}:
        adjective = child(head, "acomp", "attr")
        found = signature("adjective", adjective.lemma_.lower()) if adjective is not None else None
        return _by(found, "adjective", adjective or head, Edge("signature", _FACTIVE if frame == "finite" else _PURPOSE, frame, head))
    return _complement(token, head, frame)


def _frame(token: Token) -> Frame:
    tag = token.tag_
    finite = tag in FINITE
    for c in token.children:
        if c.tag_ == "TO" and c.dep_ == "aux":
            return "infinitive"
        if c.dep_ in {"aux", "auxpass"} and c.tag_ in TENSED:
            finite = True
        if c.dep_ == "mark" and c.lower_ == "that":
            finite = True
    if finite:
        return "finite"
    if tag == "VBG":
        return "gerund"
    return "infinitive" if tag == "VB" else "finite"


def _complement(token: Token, head: Token, frame: Frame) -> Edge:
    """A complement of a verb or an adjective."""
    if head.pos_ == "ADJ":
        return _of_adjective(head, frame)
    if head.lemma_ == "be":
        return _of_copula(token, head, frame)
    lemma = _lemma(head)
    found = signature(frame, lemma)
    if frame == "finite" and any(c.tag_ in {"WRB", "WP", "WDT", "WP$"} and c.i < token.i for c in token.children):
        return Edge("signature", _FACTIVE if found is None or found.name in {"factive", "finding", "report"} else found, "wh", head)
    if found is None and frame == "gerund":
        found = signature("infinitive", lemma)
    if frame == "infinitive":
        found = _infinitive(found, lemma, head)
    if frame == "finite" and found is not None and found.name == "command" and is_finite(token, modals=False):
        found = _REPORT
    if found is not None:
        return Edge("signature", found, frame, head)
    if frame == "finite":
        return FRESH
    return SAME if frame == "gerund" else Edge("signature", _PURPOSE, "infinitive", head)


def _of_copula(token: Token, copula: Token, frame: Frame) -> Edge:
    """The complement hangs on "be" where it belongs to the adjective or noun beside it; "is to begin" is a plan that stands."""
    beside = child(copula, "acomp", "attr", "oprd")
    if frame == "infinitive" and any(is_yet_to_come(c) for c in copula.children):
        return _by(signature("infinitive", "fail"), "infinitive", copula)
    if beside is None or beside.i == token.i:
        return _by(signature("infinitive", "set"), "infinitive", copula) if frame == "infinitive" else SAME
    if beside.pos_ in {"NOUN", "PROPN"}:
        return _of_noun(token, beside, frame)
    return _of_adjective(beside, frame)


def _infinitive(found: Signature | None, lemma: str, verb: Token) -> Signature | None:
    """What tense and voice change: "had to go" went; "going to" foretells; "used to gauge" names a purpose; "is said to be" is hearsay."""
    if lemma == "go" and verb.tag_ == "VBG":
        return signature("infinitive", "set")
    if lemma in {"have", "be"} and any(is_yet_to_come(c) for c in verb.children):
        return signature("infinitive", "fail")
    if lemma == "have" and verb.tag_ in {"VBD", "VBN"}:
        return signature("infinitive", "oblige")
    if lemma == "use" and (verb.dep_ in {"acl", "amod"} or child(verb, "auxpass") is not None):
        return _PURPOSE
    if lemma in {"say", "report", "claim", "allege"}:
        return signature("infinitive", "believe")
    return found


def _lemma(verb: Token) -> str:
    particle = child(verb, "prt")
    lemma = lemma_of(verb.lower_) or verb.lemma_.lower()  # the pipeline takes "hoped" for a form of "hop"
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def _of_adjective(adjective: Token, frame: Frame) -> Edge:
    lemma = adjective.lower_
    modifiers = {c.lower_ for c in adjective.children if c.dep_ == "advmod"}
    if frame == "infinitive" and "too" in modifiers:
        return _by(signature("adjective", "unable"), "too", adjective)
    if frame == "finite" and left_unsure(adjective.head) is not None:
        return Edge("signature", _UNSURE, "adjective", adjective)
    found = signature("adjective", lemma)
    if found is not None and found.name == "implicative" and lemma == "able" and adjective.head.tag_ not in {"VBD", "VBN"}:
        found = signature("adjective", "possible")
    if found is not None and found.name == "factive" and frame == "infinitive" and adjective.head.tag_ in {"VBZ", "VBP", "MD"}:
        return Edge("signature", _PURPOSE, "adjective", adjective)
    default = Edge("signature", _FACTIVE if frame == "finite" else _OPEN, "adjective", adjective)
    return _by(found, "adjective", adjective, default)


def _of_noun(token: Token, noun: Token, frame: Frame) -> Edge:
    if frame == "infinitive" and noun.dep_ == "dobj" and (controlled := _object_control(noun.head)) is not None:
        return Edge("signature", controlled, frame, noun.head)
    if frame in {"finite", "gerund"} and token.dep_ == "acl" and child(token, "mark") is None:
        return PRESUPPOSED  # a participle: "prices rising", "a report presented"
    found = signature("noun", noun.lemma_.lower())
    if frame == "infinitive" and found is not None and found.name in {"report", "factive", "belief"}:
        found = _PURPOSE
    if frame == "infinitive" and any(c.lower_ in {"first", "last", "only", "second", "third"} for c in noun.children):
        found = signature("noun", "first")
    default = Edge("signature", _PURPOSE, "purpose", noun) if frame == "infinitive" else Edge("signature", _REPORT, "noun", noun)
    return _by(found, "noun", noun, default)


def _object_control(verb: Token) -> Signature | None:
    """Of "forced the ferry to turn back": the infinitive is the verb's, though the parser hangs it on its object."""
    found = signature("infinitive", _lemma(verb))
    return found if found is not None and found.name in {"cause", "command", "permission", "refusal"} else None


def _adverbial(token: Token) -> Edge:
    mark = child(token, "mark") or child(token, "advmod")
    word = mark.lower_ if mark is not None else ""
    before = mark.nbor(-1).lower_ if mark is not None and mark.i else ""
    if word in HYPOTHETICAL_MARKS and before not in {"even", "as"}:
        return Edge("signature", _OPEN, "if", token.head)
    if (word == "if" and before == "as") or (word == "though" and before == "as"):
        return Edge("signature", _PRETENCE, "as if", token.head)
    if any(c.tag_ == "TO" and c.dep_ == "aux" for c in token.children):
        adjective = child(token.head, "acomp")
        if adjective is not None and token.i > adjective.i:
            return _of_adjective(adjective, "infinitive")
        found = signature("infinitive", _lemma(token.head)) if token.i > token.head.i else None
        if found is not None and found.name in {"cause", "failure", "refusal", "command", "permission"}:
            return Edge("signature", found, "infinitive", token.head)
        return Edge("signature", _PURPOSE, "purpose", token.head)
    if word == "that" or (word == "so" and before != "that"):
        return SAME
    return PRESUPPOSED if mark is not None else SAME


def _relative(token: Token) -> Edge:
    if any(c.tag_ == "TO" and c.dep_ == "aux" for c in token.children):
        return _of_noun(token, token.head, "infinitive")
    return PRESUPPOSED


def _after_preposition(token: Token) -> Edge:
    preposition = token.head
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    if preposition.lower_ in _TURNED or (preposition.lower_ in {"of", "than"} and before in {"instead", "rather"}):
        return Edge("signature", _DENIED, "without", preposition)
    governor = preposition.head
    if governor.pos_ in {"VERB", "AUX"}:
        found = signature("oblique", f"{lemma_of(governor.lower_) or governor.lemma_.lower()} {preposition.lower_}")
        return _by(found, "oblique", governor, PRESUPPOSED)
    if governor.pos_ == "ADJ":
        found = signature("adjective", governor.lower_)
        return _by(found, "adjective", governor, SAME)
    found = signature("noun", governor.lemma_.lower())
    return _by(found if found is not None and found.name in _REACHING else None, "noun", governor)


def _noun_phrase(token: Token, dep: str) -> Edge:
    head = token.head
    if dep == "pobj":
        edge = _after_preposition(token)
        return edge if edge.how == "signature" else PRESUPPOSED
    if dep in {"dobj", "nsubjpass"} and head.pos_ == "VERB":
        found = signature("object", _lemma(head))
        if found is not None:
            return Edge("signature", found, "object", head)
    if dep in {"nsubj", "nsubjpass", "dobj", "dative", "poss"}:
        return PRESUPPOSED
    return SAME
