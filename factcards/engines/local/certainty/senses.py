"""Is this word a hedge here? One test for each sense that `hedges.toml` names: the month May, a duty, a court appearance are none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcards.engines.local.parsing.grammar import IF, auxiliaries, child, is_finite, means_had
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import speaker_words, speech_verbs

__all__ = ["SENSES", "backshifted", "doubts_itself", "graded_from", "left_unsure"]

_PERCEIVING = frozenset({"see", "hear", "feel", "smell", "taste", "afford", "remember", "recall", "swim", "speak", "understand", "manage"})
"""Verbs with which "could" tells of a past ability: "she could hear shots"."""
_COMING_ABOUT = frozenset(
    {
        "be",
        "have",
        "become",
        "arrive",
        "reach",
        "help",
        "improve",
        "ease",
        "remain",
        "last",
        "rise",
        "fall",
        "grow",
        "end",
        "recover",
        "emerge",
    }
)
"""Verbs with which "should" may foretell; with others it sets a duty ("ministers should act"), which is no hedge."""
_DECLINED = frozenset(
    {
        "comment", "say", "answer", "discuss", "confirm", "disclose", "name", "elaborate", "budge", "give", "let", "speak", "talk", "draw",
        "reveal", "identify", "specify",
    }
)  # fmt: skip
"""Verbs with which "would" refuses, negated or with "only": "would not comment", "would not be drawn", "would say only that"."""
_WISHES = frozenset({"like", "love", "prefer", "rather", "hate"})
_NEVER = frozenset(
    {"soon", "much", "far", "quickly", "many", "little", "early", "if", "where", "wherever", "when", "whenever", "everything"}
)
"""Before "as possible", or right before "possible": set phrases of extent."""
_PROSPECTS = frozenset({"set", "likely", "unlikely", "poised", "certain", "bound", "ready", "doomed", "destined", "possible", "headed"})
"""Behind "looks" they speak of what may come; "looks good" only tells of looks."""
_FIRST_PERSON = frozenset({"i", "we"})
_PAST = frozenset({"VBD", "VBN"})


def _modal(token: Token) -> bool:
    """A modal verb: not the month May, not "the might of the army"."""
    return token.tag_ == "MD" and token.dep_ in {"aux", "ROOT", "conj", "ccomp"}


def left_unsure(verb: Token) -> tuple[Token, Token] | None:
    """From the "not" to the adjective over what somebody is "not sure" of, or what is "not clear" ("isn't clear"), and so may be; null for
    all else.
    """
    negator = child(verb, "neg")
    if negator is not None and _is_at_a_loss(verb):
        return (negator.nbor(-1) if negator.lower_ in {"n't", "n’t"} else negator), verb
    beside = child(verb, "acomp", "attr", "oprd") if verb.lower_ != "known" else verb
    if negator is None or beside is None or beside.lower_ not in _SETTLED or negator.i > beside.i:
        return None
    behind = [c for head in (verb, beside) for c in head.children if c.i > beside.i]
    told = any(c.dep_ in {"ccomp", "csubj"} and (beside.lower_ != "known" or _asks(c)) for c in behind)
    told = told or any(c.dep_ == "advcl" and c.left_edge.lower_ in {"whether", "if"} for c in behind)
    first = negator.nbor(-1) if negator.lower_ in {"n't", "n’t"} else negator
    return (first, beside) if told else None


def _is_at_a_loss(verb: Token) -> bool:
    """As in "I don't | know | if they'll suspend us", "he could not | recall | whether it was locked, Quill said": of oneself, with a
    question behind; of others it tells something ("said managers did not know who had paid").
    """
    if verb.lemma_ not in _KNOWING or verb.tag_ != "VB":
        return False
    subject = child(verb, "nsubj")
    past = any(c.dep_ == "aux" and c.lower_ in {"did", "could"} for c in verb.children)  # "we didn't know": that was then
    own = subject is not None and ((subject.lower_ in _FIRST_PERSON and not past) or (subject.lower_ in _ITSELF and _is_told(verb)))
    return own and any(c.dep_ in {"ccomp", "advcl"} and c.i > verb.i and _asks(c) and is_finite(c) for c in verb.children)


_KNOWING = frozenset({"know", "recall", "remember"})


_SETTLED = frozenset({"sure", "certain", "clear", "known"})


def _asks(clause: Token) -> bool:
    first = clause.left_edge
    return first.lower_ in {"whether", "if"} or first.tag_ in {"WRB", "WP", "WDT", "WP$"}


def _possibility(token: Token) -> bool:
    """Could of possibility: not "she could hear", not "could not reach" (unless "could not have been")."""
    if not _modal(token) or token.head.lemma_.lower() in _PERCEIVING or _waits_for(token.head):
        return False
    negated = _denies(token.head) or _has_nobody(token.head)
    return not negated or any(a.lemma_ == "have" for a in auxiliaries(token.head))


def _waits_for(verb: Token) -> bool:
    """As in "left before the rest | could do | so": what somebody was able to do by then, not what may be."""
    mark = child(verb, "mark")
    return verb.dep_ == "advcl" and mark is not None and mark.lower_ in {"before", "until", "till"}


def _denies(verb: Token) -> bool:
    """Whether a verb is negated: "would not comment", "would neither confirm nor deny"."""
    return any(c.dep_ == "neg" or (c.dep_ == "preconj" and c.lower_ == "neither") for c in verb.children)


def _has_nobody(verb: Token) -> bool:
    """Whether a clause denies by its subject: "none of it could be checked", "no one could be reached"."""
    subject = child(verb, "nsubj", "nsubjpass")
    words = () if subject is None else (subject.left_edge, subject)
    return any(t.lower_ in {"no", "none", "neither", "nobody", "nothing"} for t in words)


def backshifted(modal: Token) -> bool:
    """Whether "would" is the past of "will": under a verb of speech or thought in the past tense, with no condition beside it."""
    verb = modal.head
    if any(c.dep_ == "advcl" and child(c, "mark") is not None and c.head.i == verb.i and _is_if(c) for c in verb.children):
        return False
    for _ in range(3):
        if verb.dep_ in {"ccomp", "acl"} and (verb.head.tag_ in {"NN", "NNS"} or _tells_of_past(verb.head)):
            return not _quoted_under(verb, modal)
        if verb.dep_ == "relcl" and verb.left_edge.lower_ == "that" and _is_word_of(verb.head):
            return not _quoted_under(verb, modal)
        if verb.dep_ not in {"conj", "xcomp", "advcl"}:
            return False
        verb = verb.head
    return False


def _tells_of_past(verb: Token) -> bool:
    """Whether a verb is in the past tense, or a participle beside one that is: "they had agreed, | saying"."""
    beside = verb.tag_ == "VBG" and verb.dep_ == "advcl" and not any(c.lower_ in _PRESENT for c in verb.head.children)
    did = verb.tag_ == "VB" and any(c.lower_ == "did" and c.dep_ == "aux" for c in verb.children)  # "did confirm"
    return verb.tag_ in _PAST or did or (beside and verb.head.tag_ in _PAST)


_PRESENT = frozenset({"is", "are", "am", "has", "have"})
"""Auxiliaries of a participle that is no past."""


def _is_word_of(noun: Token) -> bool:
    """Whether a noun is where somebody said something: "said in an open | letter | that the bridge would close"."""
    verb = noun.head.head
    return noun.dep_ == "pobj" and verb.lemma_ in speech_verbs() and noun.lemma_ in speaker_words("document") and _tells_of_past(verb)


def _quoted_under(verb: Token, modal: Token) -> bool:
    """Whether a quotation mark stands between a clause and what governs it: words are quoted as they were, "would" and all. Not where
    only the predicate is in quotation marks, behind a subject that is told: "said anyone who was late “would be fired”".
    """
    subject = child(verb, "nsubj", "nsubjpass", "expl")
    if subject is not None and any(t.is_quote for t in verb.doc[subject.right_edge.i : modal.i]):
        return False
    low, high = sorted((verb.i, verb.head.i))
    high = min(high, modal.i) if verb.head.i < modal.i else high  # "said he would “listen to parents”"
    return any(t.is_quote for t in verb.doc[low:high])


def _is_if(clause: Token) -> bool:
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ in IF


def _supposition(token: Token) -> bool:
    """Would of a remote condition: not reported speech, "would like to", "would not comment", "would often", nor "'d" for "had"."""
    verb = token.head
    if (
        not _modal(token)
        or verb.pos_ not in {"VERB", "AUX"}
        or _stands_alone(token)
        or _next(token) == "-"  # "would-be buyers"
        or means_had(token)
        or _next(token) in {"better", "rather"}
        or backshifted(token)
        or verb.lemma_.lower() in _WISHES
    ):
        return False
    if verb.lemma_.lower() in _DECLINED and (_denies(verb) or "only" in {_next(verb), _next(token)}):
        return False
    return not any(c.lower_ in {"often", "always", "usually", "sometimes", "rather"} for c in verb.children)


def _stands_alone(modal: Token) -> bool:
    """Whether no verb follows it: "he would not", which refuses."""
    negated = modal.i + 1 < len(modal.doc) and modal.nbor(1).dep_ == "neg"
    return negated and not any(t.pos_ in {"VERB", "AUX"} for t in modal.doc[modal.i + 1 : min(modal.i + 4, modal.sent.end)])


def _inference(token: Token) -> bool:
    """Must of deduction: "must have left", "must be joking"; not "must leave"."""
    verb = token.head
    if not _modal(token) or child(verb, "neg") is not None:
        return False
    return any(a.lemma_ == "have" for a in auxiliaries(verb)) or (verb.tag_ == "VBG" and child(verb, "aux") is not None)


def _forecast(token: Token) -> bool:
    """Should of what is foreseen: not a duty ("ministers should act", "nobody should have to"), not a passive one ("should be punished")
    unless something is to be done by its time ("should be finished by May").
    """
    verb = token.head
    if not _modal(token):
        return False
    if child(verb, "auxpass") is not None:
        return verb.lemma_.lower() in _DONE and any(c.lower_ in {"by", "before", "within"} and _tells_when(c) for c in verb.rights)
    if verb.lemma_.lower() in _DONE:
        return child(verb, "dobj") is None
    return verb.lemma_.lower() in _COMING_ABOUT and not (verb.lemma_ == "have" and child(verb, "xcomp") is not None)


def _tells_when(preposition: Token) -> bool:
    return any(t.ent_type_ in {"DATE", "TIME"} for t in preposition.subtree)


_DONE = frozenset({"finish", "complete", "conclude", "restore"})


def _raising(token: Token) -> bool:
    """With its complement ("appears to"), or impersonal ("it seems that"): not "appeared in court"."""
    return token.pos_ in {"VERB", "AUX"} and child(token, "xcomp", "ccomp", "oprd", "acomp") is not None


def _looks(token: Token) -> bool:
    """As in "looks set to", "looks like", "sounds as if": not "looked at", not "looks good"."""
    if token.pos_ != "VERB":
        return False
    beside = child(token, "acomp", "oprd", "xcomp")
    return _next(token) in {"like", "as"} or (beside is not None and beside.lower_ in _PROSPECTS)


def _next(token: Token) -> str:
    return token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""


def _impersonal(token: Token) -> bool:
    """A passive that names nobody: "is expected to", "it is feared that"; not "was expected by Quill to"."""
    if token.tag_ != "VBN" or child(token, "auxpass") is None or child(token, "agent") is not None:
        return False
    return child(token, "xcomp", "ccomp") is not None


def _own_belief(token: Token) -> bool:
    """As in "I think (that) the bridge is safe": not "I think of her", not somebody else's belief, which is an attribution."""
    if token.pos_ != "VERB" or token.tag_ not in {"VB", "VBP", "VBD"}:
        return False
    subject = child(token, "nsubj")
    if subject is None or subject.lower_ not in _FIRST_PERSON:
        return False
    if child(token, "ccomp") is not None:
        return True
    return token.dep_ in {"parataxis", "ccomp"} and not _has_object(token)


def _has_object(verb: Token) -> bool:
    """As in "I believed | them", "we believe | in | the plan", "we think | of | him": a person or a thing, and no claim."""
    thing = child(verb, "dobj")
    if thing is not None:
        return thing.pos_ in _THINGS and thing.tag_ not in {"WP", "WDT"}  # "this is what I think"
    return any(c.dep_ == "prep" and (verb.lemma_, c.lower_) in _OBLIQUE for c in verb.children)


_OBLIQUE = frozenset({("believe", "in"), ("think", "of"), ("think", "about")})


def doubts_itself(token: Token) -> bool:
    """Whether the speaker himself doubts what follows: "said she | doubted | it would", "said it was | doubtful | that it would"."""
    if token.lemma_ == "doubt" and token.pos_ == "VERB":
        return child(token, "ccomp") is not None and _in_own_person(token)
    verb = token.head
    if token.lower_ not in _DOUBTFUL or token.dep_ != "acomp" or all(child(at, "ccomp") is None for at in (token, verb)):
        return False
    subject = child(verb, "nsubj")
    return subject is not None and (subject.lower_ in _FIRST_PERSON or (subject.lower_ in _ITSELF | {"it"} and _is_told(verb)))


_DOUBTFUL = frozenset({"doubtful", "unconvinced", "unpersuaded", "sceptical", "skeptical", "dubious"})


def graded_from(adjective: Token) -> int | None:
    """Where begins what a verb calls so: "called | a rate increase | unlikely", "described | it | as possible"; null for all else."""
    doc, before = adjective.doc, adjective.i - 1
    while before > adjective.sent.start and (doc[before].pos_ == "ADV" or doc[before].lower_ == "as" or doc[before].is_quote):
        before -= 1
    verb = adjective.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head is not verb:
        verb = verb.head
    if verb.lemma_ not in _CALLING or not verb.i < before < adjective.i or doc[before].pos_ not in _THINGS:
        return None
    if adjective.i + 1 < len(doc) and adjective.nbor(1).pos_ in _THINGS | {"ADJ"}:
        return None  # "called Holt | unlikely | winner"
    thing = doc[before]
    while thing.head.i not in {verb.i, adjective.i, thing.i} and verb.i < thing.head.i < adjective.i:
        thing = thing.head  # "called an | increase | in rates unlikely"
    return max(verb.i + 1, thing.left_edge.i)


_CALLING = frozenset({"call", "consider", "deem", "describe", "judge", "rate", "find", "think", "dub", "label"})
_THINGS = frozenset({"NOUN", "PROPN", "PRON"})


def _own_doubt(token: Token) -> bool:
    """As in "I doubt (that) it will change", "said she | doubted | it would": by the speaker himself, under a verb of speech."""
    return _in_own_person(token) and not _denies(token)


def _own_assent(token: Token) -> bool:
    """As in "I don't | doubt | (that) it will change": he thinks so."""
    return _in_own_person(token) and _denies(token)


def _in_own_person(token: Token) -> bool:
    if _own_belief(token):
        return True
    subject = child(token, "nsubj")
    if token.pos_ != "VERB" or subject is None or subject.lower_ not in _ITSELF or child(token, "ccomp") is None:
        return False
    return _is_told(token)


def _is_told(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and verb.head.lemma_ in speech_verbs()


_ITSELF = frozenset({"he", "she", "they"})
"""Under a verb of speech, who says it himself."""


def _of_the_press(token: Token) -> bool:
    """As in "The Herald understands that talks have begun": what a paper or a broadcaster has heard, not what somebody grasps."""
    subject = child(token, "nsubj")
    if token.tag_ != "VBZ" or subject is None or child(token, "ccomp") is None:
        return False
    named = subject.pos_ == "PROPN" and subject.lower_ in speaker_words("press") | _BROADCASTERS
    return named or subject.lower_ in {"newspaper", "broadcaster"}


_BROADCASTERS = frozenset({"bbc", "itv", "sky", "cnn", "cbs", "nbc", "abc", "fox", "espn", "sport", "news"})


def _adverb(token: Token) -> bool:
    """As an adverb: "likely" before a verb, not in "likely voters"."""
    return token.pos_ == "ADV" or token.dep_ == "advmod" or token.lower_ in {"perhaps", "maybe"}


def _adjective(token: Token) -> bool:
    """As an adjective."""
    return token.pos_ == "ADJ" or token.dep_ in {"amod", "acomp"}


def _in_mind(token: Token) -> bool:
    """With a clause: "afraid (that) the jobs would go", not "afraid of dogs"."""
    return token.dep_ == "acomp" and child(token, "ccomp") is not None


def _likely(token: Token) -> bool:
    """Of what may be so: not where the odds of some are compared with those of others ("twice as likely", "less likely than men")."""
    before = token.nbor(-1) if token.i else token
    if token.dep_ == "amod" and token.head.lemma_.lower() in _POLLED:
        return False
    if before.lower_ not in {"more", "less", "as"}:
        return _adjective(token)
    counted = before.i > 0 and (before.nbor(-1).lower_ in _TIMES or before.nbor(-1).like_num)
    than = next((t for t in token.doc[token.i : token.sent.end] if t.lower_ == "than"), None)
    return not counted and (than is None or than.i + 1 >= len(than.doc) or than.nbor(1).lower_ == "not") and _adjective(token)


_POLLED = frozenset({"voter", "electorate", "caucusgoer", "goer"})
"""Before these "likely" is a pollster's term for who means to vote."""
_TIMES = frozenset({"percent", "%", "cent", "times", "twice", "thrice", "half", "third", "fold"})


def _possible(token: Token) -> bool:
    """Of what may be so: not "as soon as possible", "if possible", "the best possible"."""
    if not _adjective(token):
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    if before in _NEVER or before == "as":
        return False
    return not (token.i and token.nbor(-1).tag_ in {"JJS", "RBS"}) and not any(c.dep_ == "neg" for c in token.head.children)


def _seeming(token: Token) -> bool:
    """As in "an apparent mistake", not "it became apparent"."""
    return token.dep_ == "amod"


def _noun(token: Token) -> bool:
    """As a noun that something is or may be so; not what is talked about: "comment on speculation"."""
    topic = token.dep_ == "pobj" and token.head.lower_ in {"on", "about"} and token.right_edge.i == token.i
    return token.pos_ == "NOUN" and not topic


def _likelihood(token: Token) -> bool:
    """As in "a chance that", "prospects of": not "a chance to speak", "by chance"."""
    if token.pos_ != "NOUN" or (token.dep_ == "pobj" and token.head.lower_ == "by"):
        return False
    return any(c.lower_ in {"of", "for"} or (c.dep_ in {"acl", "ccomp", "relcl"} and is_finite(c)) for c in token.children)


def _always(_token: Token) -> bool:
    """Tested elsewhere: by the figure behind an approximator, by the clause of a condition."""
    return True


SENSES: Mapping[str, Callable[[Token], bool]] = {
    "modal": _modal,
    "possibility": _possibility,
    "supposition": _supposition,
    "inference": _inference,
    "forecast": _forecast,
    "raising": _raising,
    "looks": _looks,
    "impersonal": _impersonal,
    "own_belief": _own_belief,
    "own_doubt": _own_doubt,
    "own_assent": _own_assent,
    "of_the_press": _of_the_press,
    "adverb": _adverb,
    "adjective": _adjective,
    "possible": _possible,
    "likely": _likely,
    "in_mind": _in_mind,
    "phrase": _always,
    "seeming": _seeming,
    "noun": _noun,
    "likelihood": _likelihood,
    "number": _always,
    "condition": _always,
}
"""Name of a sense in `hedges.toml` -> its test."""
