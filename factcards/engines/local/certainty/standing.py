"""The standing of every word of a parse: how surely what it names is so, composed from the main clause inwards.

One walk down each sentence's tree. A word's standing follows from its governor's by the governor's signature (`complements`), then
the word's own negation, modality and mood are applied (`operators`): FactBank's levels (Saurí and Pustejovsky 2009, 2012), composed
as TruthTeller does (Lotan et al. 2013) over signatures of implication (Karttunen 1971; Nairn, Condoravdi and Karttunen 2006).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from factcards.engines.local.certainty.complements import Edge, edge_to
from factcards.engines.local.certainty.operators import own_of
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.tokens import Doc, Token
from factcards.events import Time
from factcards.lexicon import Signature, hedge_words, signature

__all__ = ["Standing", "Voice", "implied", "standings", "turned"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One level: a source (null for the author), the word that brings it in, and what it holds of the event, -3 to 3."""

    source: Token | None
    cue: Token | None
    value: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What the text makes of a word.

    Attributes:
        value: All levels taken together, -3 (certainly not so) to 3 (certainly so).
        time: Past, present or future, null where the words do not say.
        grounds: What made it less than plainly so, outermost first.
        voices: The author first, the innermost source last; never empty.
    """

    value: int = 3
    time: Time | None = None
    grounds: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = (Voice(None, None, 3),)


_PLAIN = Standing()
_TEMPORAL = frozenset({"when", "once", "until", "till", "before", "after", "whenever", "where", "wherever", "as"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their", "his", "her", "my", "our", "your"})
_YET_TO_COME = frozenset({"future", "forecast", "plan", "decision", "wish", "command", "purpose", "duty"})
_OUTER = {"strong": 1, "medium": 2, "weak": 3}


def implied(value: int, found: Signature) -> int:
    """What a complement's value is where its governor's is `value`.

    >>> from factcards.lexicon import signature
    >>> fail = signature("infinitive", "fail")
    >>> implied(3, fail), implied(-3, fail), implied(1, fail)
    (-3, 3, -1)
    """
    if found.affirmed == found.negated:
        return found.affirmed if value or found.affirmed > 0 else 0
    if value == 0:
        return 0
    outcome = found.affirmed if value > 0 else found.negated
    return max(-abs(value), min(abs(value), outcome))


def turned(outer: int, inner: int) -> int:
    """A clause's own value within its context: the weaker of both, negated where exactly one is.

    >>> turned(-3, 1), turned(2, 3), turned(-3, -3)
    (-1, 2, 3)
    """
    size = min(abs(outer), abs(inner))
    return size if (outer < 0) == (inner < 0) else -size


def standings(doc: Doc) -> Mapping[int, Standing]:
    """The standing of every word, by its place in the parse. Linear in the words; no recursion."""
    found: dict[int, Standing] = {}
    around: dict[int, Standing] = {}
    for sentence in doc.sents:
        root = sentence.root
        around[root.i] = _PLAIN
        found[root.i] = _with_own(root, _PLAIN)
        waiting = [root]
        while waiting:
            head = waiting.pop()
            for token in head.children:
                context = _context(token, around[head.i], found)
                around[token.i] = context
                found[token.i] = _with_own(token, context)
                waiting.append(token)
    return found


def _context(token: Token, around: Standing, found: Mapping[int, Standing]) -> Standing:
    """What a word inherits: `around` is what its governor inherited; `found` holds that with the governor's own operators."""
    edge = edge_to(token)
    governor = found[token.head.i]
    if edge.cue is not None and edge.cue.i == token.head.head.i:  # "did not force the ferry to turn": the verb governs, not its object
        governor = found[edge.cue.i]
    if edge.how == "fresh":
        return _PLAIN
    if edge.how == "shared":
        return around if _has_own_clause(token) else governor
    if edge.how == "signature":
        return _under(governor, edge)
    if edge.how == "presupposed":
        return _presupposed(token, governor)
    return governor


def _has_own_clause(token: Token) -> bool:
    """Whether a coordinated verb has a subject, an auxiliary or a form of its own: then "may" of the first is not its."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    if token.tag_ != token.head.tag_ and not {token.tag_, token.head.tag_} <= {"VB", "VBP"}:
        return True
    return any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "expl"} for c in token.children)


def _under(governor: Standing, edge: Edge) -> Standing:
    found = edge.signature
    if found is None:
        return governor
    if found.source:
        inner = found.affirmed if governor.voices[-1].value > 0 else found.negated if governor.voices[-1].value < 0 else 0
        voices = (*(replace(voice, value=0) for voice in governor.voices), Voice(_source(edge.cue), edge.cue, inner))
    else:
        *outer, last = governor.voices
        voices = (
            *(replace(voice, value=implied(voice.value, found) if voice.value else 0) for voice in outer),
            replace(last, value=implied(last.value, found)),
        )
    time = "future" if found.name in _YET_TO_COME else governor.time
    return Standing(implied(governor.value, found), time, (*governor.grounds, f"{edge.frame} {found.name}"), voices)


def _source(cue: Token | None) -> Token | None:
    """Who says, thinks or wants it: the cue's subject, its agent in the passive, the noun's possessor."""
    if cue is None:
        return None
    if cue.pos_ in {"NOUN", "PROPN"}:
        return child(cue, "poss")
    found = child(cue, "nsubj")
    agent = child(cue, "agent") if found is None else None
    return child(agent, "pobj") if agent is not None else found


def _presupposed(token: Token, governor: Standing) -> Standing:
    """What a negation, a wish or a condition leaves standing: definite noun phrases, reasons, what lies in the past."""
    dep = token.dep_
    if governor.value == 3 and governor.time != "future":
        return replace(governor, grounds=())
    if dep in {"relcl", "acl", "advcl"}:
        if _past(token) or _aside(token):
            return _PLAIN
        if dep == "advcl":
            mark = child(token, "mark", "advmod")
            return governor if governor.value >= 0 and mark is not None and mark.lower_ in _TEMPORAL else _PLAIN
        return _PLAIN if governor.value < 3 and _definite(token.head) else governor
    if dep == "pcomp":
        return governor if governor.value >= 0 else _PLAIN
    if _definite(token):
        return Standing(3, governor.time, ("definite",), tuple(replace(voice, value=3) for voice in governor.voices))
    return governor


def _past(verb: Token) -> bool:
    """A finite past tense or a perfect: it tells what was, though all around it is only thought of."""
    return verb.tag_ == "VBD" or any(
        c.dep_ in {"aux", "auxpass"} and (c.tag_ == "VBD" or (c.lemma_ == "have" and c.tag_ in {"VBZ", "VBP"})) for c in verb.children
    )


def _aside(verb: Token) -> bool:
    """A relative clause behind a comma: ", which opened in May"."""
    first = verb.left_edge
    return verb.dep_ == "relcl" and first.tag_ in {"WDT", "WP", "WRB"} and first.i > 0 and first.nbor(-1).text == ","


def _definite(noun: Token) -> bool:
    if noun.pos_ in {"PROPN", "PRON"}:
        return True
    return any(c.dep_ == "poss" or c.lower_ in _DEFINITE for c in noun.children)


def _with_own(token: Token, context: Standing) -> Standing:
    if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass", "amod"}:
        own = own_of(token)
        if own.value == 3 and own.time is None and not own.grounds:
            return context
        voices = tuple(replace(voice, value=turned(voice.value, own.value)) for voice in context.voices)
        return Standing(turned(context.value, own.value), own.time or context.time, (*context.grounds, *own.grounds), voices)
    if token.pos_ in {"NOUN", "PROPN"}:
        return _noun(token, context)
    return context


def _noun(noun: Token, context: Standing) -> Standing:
    """A noun with its adjectives: "a cancelled flight", "the alleged deal", "with no warning"."""
    for c in noun.children:
        if c.dep_ == "amod" and c.lower_ in hedge_words("adjective"):
            context = _capped(context, _OUTER[hedge_words("adjective")[c.lower_]])
        elif c.dep_ == "amod" and c.lower_.endswith("d"):
            found = signature("object", c.lower_) or (signature("object", c.lemma_.lower()) if c.tag_ in {"VBN", "VBD"} else None)
            if found is not None:
                context = _under(context, Edge("signature", found, "participle", c))
        elif c.lower_ == "no" and c.dep_ in {"det", "neg"} and noun.dep_ not in {"nsubj", "nsubjpass", "dobj", "attr"}:
            voices = tuple(replace(voice, value=-voice.value) for voice in context.voices)
            context = Standing(-context.value, context.time, (*context.grounds, "no"), voices)
    return context


def _capped(context: Standing, size: int) -> Standing:
    voices = tuple(replace(voice, value=max(-size, min(size, voice.value))) for voice in context.voices)
    return Standing(max(-size, min(size, context.value)), context.time, (*context.grounds, "adjective"), voices)
