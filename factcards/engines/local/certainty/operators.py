"""What a predicate's own words do to it: negation, modality, mood and tense. Knows nothing of what governs the predicate."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcards.engines.local.certainty.modals import backshifted
from factcards.engines.local.parsing.grammar import CAN, FINITE, GIVEN, IF, SUBJECTS, conditions_of, denies, means_had, sets_limit
from factcards.engines.local.parsing.tokens import Token
from factcards.events import Time
from factcards.hedges import WOULD
from factcards.lexicon import hedge_words

__all__ = ["HYPOTHETICAL_MARKS", "Own", "own_of"]

HYPOTHETICAL_MARKS = IF | GIVEN | {"whether", "lest", "suppose", "supposing"}
_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall", "ll"})
_POSSIBLE = frozenset({"may", "might"})
_DUTY = frozenset({"should", "must", "ought", "need"})
_NOBODY = frozenset({"nobody", "nothing", "none", "neither", "noone", "nowhere"})
_NOT_QUITE = frozenset({"nearly", "almost", "virtually"})
_FOCUS = frozenset({"only", "just", "merely", "simply", "least"})
_ASKING_FOR_IT = frozenset({"why", "how", "who", "what", "which", "whose", "when", "where"})
_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
"""Before a bare verb they are the subject that the parser did not see: "Markets slide" is no command."""
_STRENGTH = {"weak": 3, "medium": 2, "strong": 1}


@dataclass(slots=True)
class Own:
    """A predicate's own operators.

    Attributes:
        value: What they leave of a flat statement, -3 to 3.
        time: By tense and future auxiliaries.
        grounds: Their names, in order of scope.
    """

    value: int
    time: Time | None
    grounds: list[str]


@dataclass(slots=True)
class _Around:
    """What a verb's children show, collected in one walk over them."""

    modal: Token | None = None
    helpers: list[Token] = field(default_factory=list)
    adverbs: list[Token] = field(default_factory=list)
    subject: bool = False
    negated: bool = False
    asks: bool = False

    def note(self, c: Token) -> None:
        """Take in one child."""
        dep = c.dep_
        if dep in {"aux", "auxpass"}:
            self.helpers.append(c)
            if (c.tag_ == "MD" and not means_had(c)) or c.lower_ in _FUTURE:
                self.modal = c
        elif dep == "neg" or c.lower_ == "never":
            self.negated ^= _turns(c)
        elif dep == "advmod":
            self.adverbs.append(c)
            self.asks = self.asks or _asking(c)
        elif dep in SUBJECTS or dep in {"dobj", "attr"}:
            self.subject = self.subject or dep in SUBJECTS
            self.negated = self.negated or _none(c)
            self.asks = self.asks or _asking(c)
        elif dep == "prep":
            self.asks = self.asks or any(_asking(o) for o in c.children)


def own_of(verb: Token) -> Own:
    """The operators among a verb's dependents."""
    around = _Around()
    for c in verb.children:
        around.note(c)
    own = Own(3, _tense(verb, around.helpers), [])
    for adverb in around.adverbs:
        _adverb(adverb, verb, own)
    if _modality(around, own, verb):
        own.time = "future"
    if around.negated:
        own.grounds.append("not")
        own.value = -own.value
    _mood(verb, own, around)
    if own.value and (own.time != "past" or around.modal is not None) and _conditioned(verb):
        own.grounds.append("condition")
        own.value = max(-1, min(1, own.value))
    return own


def _asking(word: Token) -> bool:
    return word.lower_ in _ASKING_FOR_IT or any(c.lower_ in _ASKING_FOR_IT for c in word.children)


def _none(noun: Token) -> bool:
    if noun.lower_ in _NOBODY:
        return True
    for c in noun.children:
        if c.lower_ in {"no", "neither"} and c.dep_ in {"det", "neg"}:
            return not (c.lower_ == "no" and noun.doc[c.i + 1].tag_ in {"JJR", "RBR"})  # "no more important task": a comparison
    return False


def _turns(negator: Token) -> bool:
    """Not "not only", "not just", "no later than": they affirm."""
    if sets_limit(negator):
        return False
    if negator.lower_ == "no" and negator.i + 1 < len(negator.doc) and negator.nbor(1).lower_ in {"longer", "more"}:
        return True
    after = negator.nbor(1).lower_ if negator.i + 1 < len(negator.doc) else ""
    return after not in _FOCUS


def _adverb(adverb: Token, verb: Token, own: Own) -> None:
    word = adverb.lower_
    if word == "better" and adverb.i < verb.i and verb.tag_ in {"VB", "VBP"}:
        own.grounds.append("modal should")
        own.value = 0
    elif word in _NOT_QUITE:
        own.grounds.append("nearly")
        own.value = -own.value
    elif word in hedge_words("adverb"):
        strength = _STRENGTH[hedge_words("adverb")[word]]
        if strength < 3 and (word != "necessarily" or denies(verb)):
            own.grounds.append("adverb")
            own.value = max(-strength, min(strength, own.value))
    elif word == "longer" and any(c.lower_ == "no" for c in adverb.children):
        own.grounds.append("no longer")
        own.value = -own.value


def _tense(verb: Token, helpers: list[Token]) -> Time | None:
    if any(c.tag_ == "VBD" or (c.lemma_ == "have" and c.tag_ in {"VBZ", "VBP"}) for c in helpers):
        return "past"
    if verb.tag_ == "VBD":
        return "past"
    return "present" if any(c.tag_ in {"VBZ", "VBP"} for c in [verb, *helpers]) else None


def _modality(around: _Around, own: Own, verb: Token) -> bool:
    """Lower the value by the modal; whether it makes the verb's time future."""
    if around.modal is None:
        return False
    word = around.modal.lower_
    perfect = any(c.lemma_ == "have" for c in around.helpers)
    if word in _FUTURE:
        own.grounds.append("modal will")
        return True
    if word in _POSSIBLE:
        own.grounds.append("modal may")
        own.value = min(own.value, 1)
    elif word in CAN:
        own.grounds.append("modal could" if word == "could" else "modal can")
        own.value = min(own.value, 3 if around.negated else 1)
    elif word in _DUTY:
        epistemic = perfect or verb.lemma_ == "be" or (verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in around.helpers))
        own.grounds.append("modal must" if word == "must" else "modal should")
        own.value = min(own.value, 2 if word == "must" and epistemic else 0)
    elif word in WOULD:
        own.grounds.append("modal would have" if perfect else "modal would")
        if not backshifted(around.modal):
            own.value = min(own.value, 3 if around.negated and not perfect else 1)
        return True
    return False


def _mood(verb: Token, own: Own, around: _Around) -> None:
    if verb.dep_ != "ROOT":
        return
    finite = around.modal is not None or any(c.tag_ in FINITE for c in around.helpers)
    bare = verb.tag_ in {"VB", "VBP"} and not around.subject and not finite
    if bare and not any(c.tag_ == "TO" or (c.i < verb.i and c.pos_ in _THINGS) for c in verb.children):
        own.grounds.append("command")
        own.value = 0
    elif not bare and _asked(verb) and not around.asks:
        own.grounds.append("question")
        own.value = 0


def _asked(verb: Token) -> bool:
    last = verb.doc[verb.sent.end - 1]
    while last.i > verb.i and (last.is_quote or last.is_space):
        last = last.nbor(-1)
    return last.text.startswith("?")


def _conditioned(verb: Token) -> bool:
    """Whether the verb depends on an if-clause: not "even if it rains", "as if it rained"."""
    return any(mark.i == 0 or mark.nbor(-1).lower_ not in {"even", "as"} for mark in conditions_of(verb))
