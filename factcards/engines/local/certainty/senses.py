"""Is this word a hedge here? One test for each sense that `hedges.toml` names: the month May, a duty, a court appearance are none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcards.engines.local.parsing.grammar import IF, auxiliaries, child, is_finite, is_infinitive, left_open, means_had
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import negation_words, speaker_words, speech_verbs

__all__ = [
    "SENSES",
    "backshifted",
    "disbelieved",
    "doubted_within",
    "doubts_itself",
    "graded",
    "is_unthinkable",
    "left_unsure",
    "not_ruled_out",
    "thrown_in",
]

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
    """From the "not" to the adjective over what somebody is "not sure" of, or what is "not clear" ("isn't clear", "less clear", "far from
    clear"), and so may be; null for all else.
    """
    if (lost := _at_a_loss(verb)) is not None:
        return lost
    beside = child(verb, "acomp", "attr", "oprd") if verb.lower_ not in {"known", "convinced", "persuaded"} else verb
    if beside is None or beside.lower_ not in _SETTLED:
        beside = _denied_at_length(verb)
    first = _unsettler(verb, beside) if beside is not None else None
    if beside is None or first is None:
        return None
    behind = [c for head in (verb, beside) for c in head.children if c.i > beside.i]
    told = any(c.dep_ in {"ccomp", "csubj"} and (beside.lower_ != "known" or _asks(c)) for c in behind)
    told = told or any(c.dep_ == "advcl" and c.left_edge.lower_ in {"whether", "if"} for c in behind)
    told = told or any(c.dep_ in {"csubj", "csubjpass"} and _asks(c) for c in verb.children)
    told = told or (beside.lower_ in _SURE and any(c.dep_ == "prep" and c.lower_ in {"about", "whether"} for c in behind))
    return (first, beside) if told else None


_SURE = frozenset({"sure", "certain"})


def _unsettler(verb: Token, beside: Token) -> Token | None:
    """What begins a denial of "sure" or "clear" here: | not | sure, is|n't | clear, | less | certain (not "less certain than"), | far |
    from clear, | by | no means certain; null where nothing does.
    """
    negator = child(verb, "neg")
    if negator is not None:
        return None if negator.i > beside.i else _whole(negator)
    doc, at = beside.doc, beside.i
    if at and doc[at - 1].lower_ == "less" and not any(t.lower_ == "than" for t in doc[at:][:2]):
        return doc[at - 1]
    for words in _LONG_DENIALS:
        if at >= len(words) and tuple(t.lower_ for t in doc[at - len(words) : at]) == words:
            return doc[at - len(words)]
    return None


def _denied_at_length(verb: Token) -> Token | None:
    """The adjective that the parser hangs below "far from" or "anything but"; null for all else."""
    beside = child(verb, "attr", "advmod", "acomp")
    if beside is None or beside.lower_ not in {"far", "anything"}:
        return None
    return next((t for t in beside.subtree if t.lower_ in _SETTLED and t.i == beside.i + 2), None)


_LONG_DENIALS = (("far", "from"), ("anything", "but"), ("by", "no", "means"))


def not_ruled_out(verb: Token) -> tuple[Token, Token] | None:
    """From the "not" to the last word over what is left open: "arson could | not be ruled out", "said she could | not rule out | arson",
    "a deal was | not out of the question"; null for all else.
    """
    if (negator := left_open(verb)) is not None:
        return negator, verb.nbor(1)
    negator = child(verb, "neg")
    if negator is None:
        return None
    if verb.lemma_ == "rule" and _is_told(verb):
        out = next((c for c in verb.children if c.dep_ == "prt" and c.lower_ == "out"), None)
        return None if out is None else (negator, out)
    far = next((c for c in verb.children if c.lower_ == "out" and verb.lemma_ == "be" and is_unthinkable(c)), None)
    return None if far is None else (negator, far.nbor(3))


def is_unthinkable(out: Token) -> bool:
    """As in "a deal is | out | of the question"."""
    return [t.lower_ for t in out.doc[out.i + 1 : out.i + 4]] == ["of", "the", "question"]


def _at_a_loss(verb: Token) -> tuple[Token, Token] | None:
    """From the "not" to the verb of "I don't | know | if they'll suspend us", "he could not | recall | whether it was locked, Quill said",
    "I have | no idea | who paid": of oneself, with a question behind; of others it tells something ("said managers did not know who had
    paid").
    """
    idea, negator = _no_idea(verb), child(verb, "neg")
    if idea is None and (negator is None or verb.lemma_ not in _KNOWING or verb.tag_ != "VB"):
        return None
    subject = child(verb, "nsubj")
    past = verb.tag_ == "VBD" or any(c.dep_ == "aux" and c.lower_ in {"did", "could"} for c in verb.children)  # that was then
    own = subject is not None and ((subject.lower_ in _FIRST_PERSON and not past) or (subject.lower_ in _ITSELF and _is_told(verb)))
    beside = [*verb.children, *(idea.children if idea is not None else ())]
    behind = (c for c in beside if c.dep_ in {"ccomp", "advcl", "acl", "relcl"} and c.i > verb.i)
    if not own or not any(_asks(c) and is_finite(c) for c in behind):
        return None
    if idea is not None:
        return next(c for c in idea.children if c.lower_ == "no"), idea
    return (_whole(negator), verb) if negator is not None else None


def _no_idea(verb: Token) -> Token | None:
    """The "idea" of who "has | no idea | who paid"."""
    idea = child(verb, "dobj") if verb.lemma_ == "have" else None
    return idea if idea is not None and idea.lower_ in {"idea", "clue"} and any(c.lower_ == "no" for c in idea.children) else None


def _whole(negator: Token) -> Token:
    """The word of which it is a part: "is | n't", else itself."""
    return negator.nbor(-1) if negator.lower_ in {"n't", "n’t"} else negator


_KNOWING = frozenset({"know", "recall", "remember"})


_SETTLED = frozenset({"sure", "certain", "clear", "known", "convinced", "persuaded"})


def _asks(clause: Token) -> bool:
    first = clause.left_edge
    return first.lower_ in {"whether", "if"} or first.tag_ in {"WRB", "WP", "WDT", "WP$"}


def _possibility(token: Token) -> bool:
    """Could of possibility: not "she could hear", not "could not reach" (unless "could not have been")."""
    if not _modal(token) or token.head.lemma_.lower() in _PERCEIVING or _waits_for(token.head):
        return False
    negated = _denies(token.head) or _has_nobody(token.head)
    return not negated or any(a.lemma_ == "have" for a in auxiliaries(token.head))


def inverted(word: Token) -> Token | None:
    """The clause that a condition without "if" conditions: "“| Should | it fail, we will close it”"; null for all else. In quotation marks
    only: elsewhere the parser loses it in the words of the claim that is made of it, and finds the condition left out.
    """
    verb = word.head if word.dep_ == "aux" else word
    subject = child(verb, "nsubj", "nsubjpass", "expl")
    if word.lower_ not in {"had", "should", "were"} or subject is None or subject.left_edge.i != word.i + 1 or verb.head is verb:
        return None
    begins = all(t.is_punct for t in word.doc[verb.left_edge.i : word.i])
    first = begins and any(t.is_quote for t in word.doc[word.sent.start : word.i])
    plan = child(verb, "xcomp") if word.lower_ == "were" else None
    hangs = verb.dep_ == "advcl" or (verb.dep_ == "ccomp" and plan is not None and is_infinitive(plan) and verb.head.i > plan.i)
    return verb.head if first and hangs and (word.lower_ != "were" or plan is not None) else None


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
    """Whether "would" is the past of "will": under a verb of speech or thought in the past tense, with no condition beside it; also in what
    describes a thing there ("said the plan | that would close the pool | was sound").
    """
    verb = modal.head
    if any(c.dep_ == "advcl" and child(c, "mark") is not None and c.head.i == verb.i and _is_if(c) for c in verb.children):
        return False
    for _ in range(4):
        that = verb.dep_ in {"ccomp", "acl"} or (verb.dep_ == "advcl" and verb.head.pos_ == "ADJ" and verb.left_edge.lower_ == "that")
        if that and (verb.head.tag_ in {"NN", "NNS"} or _tells_of_past(_verb_over(verb))):
            return not _quoted_under(verb, modal)
        if verb.dep_ == "relcl" and verb.left_edge.lower_ == "that" and _is_word_of(verb.head):
            return not _quoted_under(verb, modal)
        if verb.dep_ == "advcl" and _asks(verb) and verb.head.lemma_ in speech_verbs() and _tells_of_past(verb.head):
            return not _quoted_under(verb, modal)  # "did not say | when it would open"
        described = verb.dep_ == "relcl" and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text != ","
        if verb.dep_ not in {"conj", "xcomp", "advcl"} and not described:
            return False
        verb = _verb_over(verb)
    return False


def _verb_over(verb: Token) -> Token:
    """The verb that a clause hangs on, or that the adjective or noun does on which it hangs: "| thought | it unlikely that they would"."""
    above = verb.head
    while above.pos_ not in {"VERB", "AUX"} and above.head is not above:
        above = above.head
    return above


def _tells_of_past(verb: Token) -> bool:
    """Whether a verb is in the past tense, or a participle beside one that is: "they had agreed, | saying"."""
    beside = verb.tag_ == "VBG" and verb.dep_ == "advcl" and not any(c.lower_ in _PRESENT for c in verb.head.children)
    did = verb.tag_ == "VB" and any(c.lower_ == "did" and c.dep_ == "aux" for c in verb.children)  # "did confirm"
    done = is_infinitive(verb) and verb.dep_ in {"xcomp", "advcl"}  # "declined | to say |", "found it hard | to believe |"
    over = _verb_over(verb)
    now = any(c.lower_ in _PRESENT for c in over.children if c.dep_ == "auxpass")  # "is expected to say"
    return verb.tag_ in _PAST or did or ((beside or (done and not now)) and over.tag_ in _PAST)


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
    unless something is to be done by its time ("should be finished by May"), nor what was not done ("should have been here on Friday").
    """
    verb = token.head
    if not _modal(token) or (any(a.lemma_ == "have" for a in auxiliaries(verb)) and not _is_due_by_now(verb)):
        return False
    if child(verb, "auxpass") is not None:
        return verb.lemma_.lower() in _DONE and any(c.lower_ in {"by", "before", "within"} and _tells_when(c) for c in verb.rights)
    if verb.lemma_.lower() in _DONE:
        return child(verb, "dobj") is None
    return verb.lemma_.lower() in _COMING_ABOUT and not (verb.lemma_ == "have" and child(verb, "xcomp") is not None)


def _is_due_by_now(verb: Token) -> bool:
    """Whether what "should have" come about is expected to have: "should have arrived | by now |"."""
    if any(c.lower_ == "already" for c in verb.children):
        return True
    return any(c.lower_ == "by" and any(t.lower_ in {"now", "tomorrow", "next"} for t in c.subtree) for c in verb.rights)


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
    if token.lower_ not in _DOUBTFUL or token.dep_ != "acomp" or all(not _says_that(at) for at in (token, verb)):
        return False
    subject = child(verb, "nsubj")
    return subject is not None and (subject.lower_ in _FIRST_PERSON or (subject.lower_ in _ITSELF | {"it"} and _is_told(verb)))


def _says_that(word: Token) -> bool:
    """Whether a clause with an answer hangs on it: "doubtful | that it would last", not "doubtful whether it would"."""
    clause = child(word, "ccomp")
    return clause is not None and clause.left_edge.lower_ not in {"whether", "if"}


_DOUBTFUL = frozenset({"doubtful", "unconvinced", "unpersuaded", "sceptical", "skeptical", "dubious"})


def graded(adjective: Token) -> tuple[int, int] | None:
    """From the first to the last of what a verb calls so: "called | a rate increase unlikely", "described | it as possible", "thought | it
    unlikely that they would pay"; null for all else.
    """
    doc, before = adjective.doc, adjective.i - 1
    while before > adjective.sent.start and (doc[before].pos_ == "ADV" or doc[before].lower_ == "as" or doc[before].is_quote):
        before -= 1
    verb = adjective.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head is not verb:
        verb = verb.head
    if verb.lemma_ not in _CALLING or not verb.i < before < adjective.i or doc[before].pos_ not in _THINGS:
        return None
    if doc[before].lower_ == "it" and (clause := _clause_of_it(adjective, verb)) is not None:
        return _from_own(verb, before), clause.right_edge.i
    if adjective.i + 1 < len(doc) and adjective.nbor(1).pos_ in _THINGS | {"ADJ"}:
        return None  # "called Holt | unlikely | winner"
    thing = doc[before]
    while thing.head.i not in {verb.i, adjective.i, thing.i} and verb.i < thing.head.i < adjective.i:
        thing = thing.head  # "called an | increase | in rates unlikely"
    return max(verb.i + 1, thing.left_edge.i), adjective.i


def _clause_of_it(adjective: Token, verb: Token) -> Token | None:
    """The clause that an "it" before an adjective stands for: "thought it unlikely | that they would | pay |"."""
    behind = (c for at in (adjective, verb) for c in at.children if c.i > adjective.i and c.dep_ in {"ccomp", "advcl", "xcomp"})
    return next((c for c in behind if c.left_edge.lower_ == "that" or (is_finite(c) and child(c, "mark") is None and not _asks(c))), None)


def _from_own(verb: Token, place: int) -> int:
    """Where a grading begins: with the verb of who grades in his own person ("said he | thought it unlikely that"), else here."""
    return verb.i if _in_own_person(verb) else place


def doubted_within(adjective: Token) -> tuple[int, int] | None:
    """As `graded`, of what a verb calls doubtful: "thinks | it doubtful that it will last"; not "called | the plan doubtful"."""
    words = graded(adjective) if adjective.lower_ in _DOUBTFUL else None
    return words if words is not None and words[1] > adjective.i else None


def disbelieved(adjective: Token) -> tuple[Token, tuple[int, int]] | None:
    """The "believe" of who "found it | hard | to believe that it would last", and what he so does not believe; null for all else. Not
    "it is hard to believe that he is ninety", which he is.
    """
    verb = adjective.head
    if adjective.lower_ not in negation_words("disbelieving") or verb.lemma_ != "find" or adjective.i - 1 <= verb.i:
        return None
    for holding in (c for at in (adjective, verb) for c in at.children if c.i > adjective.i and c.lemma_ in _HOLDING and c.tag_ == "VB"):
        clause = child(holding, "ccomp")
        if clause is not None and is_finite(clause) and not _asks(clause):
            return holding, (_from_own(verb, clause.left_edge.i), clause.right_edge.i)
    return None


_HOLDING = frozenset({"believe", "imagine", "credit", "conceive", "envisage", "think"})
_CALLING = frozenset({"call", "consider", "deem", "describe", "judge", "rate", "find", "think", "believe", "dub", "label"})
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
    if token.dep_ != "acomp":
        return False
    beside = child(token.head, "ccomp")  # "it was plausible | that it was safe"
    return child(token, "ccomp") is not None or (beside is not None and beside.i > token.i and beside.left_edge.lower_ == "that")


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


def _theory(token: Token) -> bool:
    """As in "our theory is that ...", "the best guess is norovirus", "it is only a theory": not "the theory is sound"."""
    if token.pos_ != "NOUN" or token.head.lemma_ != "be":
        return False
    words = {c.lower_ for c in token.children}
    if token.dep_ == "attr":
        return not words.isdisjoint({"only", "just", "merely"}) or _next(token.head) in {"only", "just", "merely"}
    said, equal = child(token.head, "ccomp"), child(token.head, "attr")
    if token.dep_ != "nsubj" or child(token.head, "neg") is not None:
        return False
    held = any(c.dep_ == "poss" or c.lower_ in _HELD_BEST for c in token.children)
    if token.lower_ in _IN_HEAD:
        return held and said is not None and said.i > token.i
    return (said is not None and said.i > token.i) or (held and equal is not None and equal.lower_ != "one")


_IN_HEAD = frozenset({"sense", "understanding", "impression", "feeling", "belief", "expectation", "assumption", "view"})
"""Of these only somebody's own, with a clause: "my understanding is that"."""
_HELD_BEST = frozenset({"working", "best", "leading", "main", "prevailing", "current", "favoured", "favored", "likeliest"})
"""Before "theory": it is what somebody goes by."""


def thrown_in(verb: Token) -> bool:
    """Whether it stands between commas in the midst or at the end of what is said, and leaves it open: "It was never safe, I | suspect",
    "What you lacked, it | seems | to me, was urgency".
    """
    subject = child(verb, "nsubj", "nsubjpass")
    lemma, own = verb.lemma_.lower(), subject is not None and subject.lower_ in _FIRST_PERSON
    if subject is None or subject.i > verb.i or not (lemma in _HELD_BY_ME if own else lemma in _SEEMING and subject.lower_ == "it"):
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


_HELD_BY_ME = frozenset(
    {"suspect", "imagine", "suppose", "gather", "guess", "reckon", "presume", "assume", "think", "believe", "understand"}
)
_SEEMING = frozenset({"seem", "appear"})
_SOFTENING = frozenset({"would", "'d", "’d", "do", "must", "should"})
_PAUSES = frozenset({",", "–", "—", "-"})


def _likelihood(token: Token) -> bool:
    """As in "a chance that", "prospects of": not "a chance to speak", "by chance"."""
    if token.pos_ != "NOUN" or (token.dep_ == "pobj" and token.head.lower_ == "by"):
        return False
    if any(c.lower_ == "no" for c in token.children):
        return False  # "there is no chance that": that is sure
    return any(c.lower_ in {"of", "for"} or (c.dep_ in {"acl", "ccomp", "relcl"} and is_finite(c)) for c in token.children)


def _looming(token: Token) -> bool:
    """As in "a danger that it will fall": not "the risk of cancer", "a risk that worries us"."""
    clause = child(token, "acl", "ccomp")
    denied = any(c.lower_ in {"no", "such"} for c in token.children)  # "such a risk that laws have changed"
    return token.pos_ == "NOUN" and not denied and clause is not None and clause.left_edge.lower_ == "that" and is_finite(clause)


def _litotes(token: Token) -> bool:
    """As in "a deal is not impossible": with "not" it may be."""
    return token.dep_ in {"acomp", "oprd"} and child(token.head, "neg") is not None


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
    "aside": _always,
    "seeming": _seeming,
    "noun": _noun,
    "likelihood": _likelihood,
    "theory": _theory,
    "looming": _looming,
    "litotes": _litotes,
    "number": _always,
    "condition": _always,
}
"""Name of a sense in `hedges.toml` -> its test."""
