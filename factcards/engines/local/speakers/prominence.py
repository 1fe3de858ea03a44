"""How prominent a mention is in its sentence: by its grammatical function, and by the clause that it stands in."""

from __future__ import annotations

from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.binding import is_lost_subject

__all__ = ["is_subject", "leads", "named_beside", "prominence"]

_FUNCTIONS = {
    "nsubj": 1.0, "nsubjpass": 0.9, "ROOT": 0.7, "dobj": 0.55, "dative": 0.55, "agent": 0.7, "pobj": 0.42, "attr": 0.4, "poss": 0.5,
    "compound": 0.25, "nmod": 0.25, "npadvmod": 0.3,
}  # fmt: skip


def prominence(head: Token) -> float:
    """From some 1 for the subject of a main clause down to 0.15 for a word before a noun in what somebody says."""
    return _function(head) * (0.6 if _is_embedded(head) else 1.0)


def leads(head: Token) -> bool:
    """Whether the mention is the subject of its sentence's main clause: the next sentence's subject is most often the same."""
    noun = named_beside(head)
    while noun.dep_ == "conj" and noun.head.i < noun.i and not is_lost_subject(noun):
        noun = noun.head
    return is_lost_subject(noun) or (noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.dep_ == "ROOT")


def is_subject(head: Token) -> bool:
    """Whether the mention is what a clause of its own is about, the main one or one beside it."""
    noun = named_beside(head)
    return is_lost_subject(noun) or (noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.dep_ in {"ROOT", "conj", "parataxis"})


def named_beside(head: Token) -> Token:
    """The noun that a name stands in apposition to: it has the name's place in the sentence."""
    for _ in range(3):
        if head.dep_ != "appos" or is_lost_subject(head):
            break
        head = head.head
    return head


def _function(head: Token) -> float:
    token = head
    for _ in range(4):
        if is_lost_subject(token):
            return _FUNCTIONS["nsubj"] * (0.9 if token is not head else 1.0)
        if token.dep_ in {"appos", "conj", "compound", "flat"} and token.head.i != token.i and token.dep_ != "compound":
            token = token.head
        else:
            break
    weight = _FUNCTIONS.get(token.dep_, 0.35)
    # Whether a phrase opens its sentence with whom it is about: "For Ada Quill, 81, the dispute is beside the point"
    if token.dep_ == "pobj" and bool(token.head.is_sent_start) and token.head.lower_ in {"for", "to"} and token.head.head.dep_ == "ROOT":
        weight = 0.8
    elif token.dep_ == "pobj" and (token.head.dep_ == "agent" or (token.head.i and token.head.nbor(-1).lower_ == "according")):
        weight = 0.8  # who does it, though no subject
    return weight * (0.9 if token is not head else 1.0)


def _is_embedded(head: Token) -> bool:
    """Whether the mention stands in a clause within the sentence: in what somebody says, or in a relative clause."""
    token = head
    for _ in range(12):
        if token.dep_ in {"ccomp", "relcl", "acl", "pcomp"} and token.pos_ in {"VERB", "AUX"}:
            spoken_first = token.dep_ == "ccomp" and token.i < token.head.i
            return not spoken_first
        if token.head.i == token.i:
            return False
        token = token.head
    return False
