"""Verbs of speech that only tell of a deed: "told a story", "answered the phone", "recalled 4,000 cars", "wrote three novels"."""

from __future__ import annotations

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.lexicon import cue_verbs, signature

__all__ = ["finds_evidence", "is_event", "is_measure"]

_OBJECTS = {
    "tell": frozenset({"story", "tale", "time"}),
    "answer": frozenset({"phone", "telephone", "door", "bell", "call"}),
    "write": frozenset({"novel", "book", "song", "poem", "play", "music", "opera", "symphony", "check", "cheque", "report", "letter"}),
    "post": frozenset({"photo", "photograph", "picture", "image", "video", "selfie", "clip", "footage", "link"}),
    "recall": frozenset({"ambassador", "envoy", "diplomat", "consul", "troop", "parliament", "legislature", "lawmaker"}),
    "read": frozenset({"book", "newspaper", "novel", "paper"}),
}
"""With these objects the verb says nothing."""
_SENDING = frozenset({"post", "write", "publish", "send", "mail"})
_SPANS = frozenset({"TIME", "DATE"})
_MEASURES = frozenset(
    {
        "plan",
        "schedule",
        "age",
        "size",
        "need",
        "rank",
        "merit",
        "taste",
        "custom",
        "type",
        "number",
        "height",
        "weight",
        "income",
        "ability",
    }
)
"""What one acts in accordance with: behind "according to" they say nothing."""


_SCHEMES = frozenset({"plan", "schedule"})


def is_measure(noun: Token) -> bool:
    """Whether nothing is said "according to" it; a plan that is described ("the schedule published on Monday") is a document."""
    described = any(c.dep_ in {"acl", "relcl", "poss"} for c in noun.children)
    return noun.lemma_.lower() in _MEASURES and not (described and noun.lemma_.lower() in _SCHEMES)


def is_event(found: Found) -> bool:
    """Whether an attribution only tells of a deed: its content is a thing, no words of anybody's. Quotations and clauses are no things."""
    if found.frame == "according":
        return found.source is not None and is_measure(found.source.head)
    verb = found.verb
    if verb is not None and verb.lemma_ == "know" and any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children):
        return True  # "known as": a name
    if verb is not None and verb.lemma_ == "be" and found.source is None and any(t.lower_ in {"true", "false"} for t in verb.children):
        return True  # "it is not true that ...": the article's own word
    if verb is None or found.frame in {"quote", "clause", "infinitive"}:
        return False
    if verb.pos_ in {"NOUN", "PROPN"}:
        return verb.dep_ == "compound"  # "the claims office"
    if any(t.is_quote for t in verb.subtree) or any(child(verb, label) is not None for label in ("ccomp", "xcomp", "oprd")):
        return False
    if verb.tag_ == "VBN" and child(verb, "auxpass") is not None:
        bare = child(verb, "nsubjpass") is not None and child(verb, "agent") is None and found.source is None
        return bare and (verb.lemma_ in _SENDING or verb.lemma_.lower() not in cue_verbs())
    thing = child(verb, "dobj")
    return thing is not None and _is_deed(verb, thing)


def _is_deed(verb: Token, thing: Token) -> bool:
    lemma, object_ = verb.lemma_.lower(), thing.lemma_.lower()
    if object_ in _OBJECTS.get(lemma, ()) and not any(c.dep_ in {"acl", "relcl", "amod"} or c.lower_ == "about" for c in thing.children):
        return True
    subject = child(verb, "nsubj")
    if lemma == "find":
        return subject is not None and (subject.ent_type_ == "PERSON" or subject.pos_ == "PRON") and not finds_evidence(verb)
    if lemma == "call":
        return thing.pos_ == "NOUN" and child(thing, "det") is not None and thing.right_edge.i == thing.i
    if lemma == "recall":
        return child(thing, "nummod") is not None
    if lemma == "dismiss":  # "dismissed their manager"
        return thing.ent_type_ == "PERSON" or noun_kind(thing) == "person"
    if lemma == "show":
        return subject is not None and subject.pos_ == "NOUN" and noun_kind(subject) == "unknown" and thing.ent_type_ in _SPANS
    return False


def finds_evidence(verb: Token) -> bool:
    """Whether it tells for what somebody found evidence, or none: "found no sign that the valve was faulty"; not "found no sign of her"."""
    noun = child(verb, "dobj") if verb.lemma_ == "find" else None
    implied = signature("noun", noun.lemma_) if noun is not None else None
    if noun is None or implied is None or implied.name != "evidence":
        return False
    return any(c.dep_ in {"acl", "relcl", "ccomp"} and c.left_edge.lower_ == "that" for c in noun.rights)
