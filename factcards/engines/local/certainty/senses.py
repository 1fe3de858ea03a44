"""Is this word a hedge here? One test for each sense that `hedges.toml` names: the month May, a duty, a court appearance are none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcards.engines.local.certainty.modals import forecast, inference, modal, possibility, supposition
from factcards.engines.local.certainty.own import FIRST_PERSON, ITSELF, in_own_person, is_told, own_assent, own_belief, own_doubt
from factcards.engines.local.parsing.grammar import (
    SUBJECTS,
    begins_question,
    child,
    denies,
    is_clause,
    is_finite,
    is_infinitive,
    next_word,
    no_longer,
    shows_itself,
    signals,
)
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.parsing.word_classes import is_person
from factcards.engines.local.speakers.kinds import looms
from factcards.engines.local.speakers.nominals import is_human
from factcards.lexicon import negation_words, speaker_words

__all__ = ["SENSES"]

_PROSPECTS = frozenset({
    "set", "likely", "unlikely", "poised", "certain", "bound", "ready", "doomed", "destined", "possible", "headed", "real", "genuine",
    "authentic", "fake", "deliberate", "inevitable", "permanent",
})  # fmt: skip
"""Behind "looks" they speak of what may come or be so; "looks good" only tells of looks."""


def _raising(token: Token) -> bool:
    """With its complement ("appears to"), or impersonal ("it seems that"): not "appeared in court"."""
    to = token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "TO"  # "seemed to favour it", a "favour" that the tagger takes for a noun
    return (to or child(token, "xcomp", "ccomp", "oprd", "acomp") is not None) and not shows_itself(token)


def _looks(token: Token) -> bool:
    """As in "looks set to", "looks like", "sounds as if": not "looked at", not "looks good"."""
    if token.pos_ != "VERB" or (token.tag_ == "VB" and token.head.lemma_ in {"make", "let"} and not is_infinitive(token)):
        return False  # "made me | look | like her"
    beside = child(token, "acomp", "oprd", "xcomp")
    if next_word(token) in {"like", "as"} or (beside is not None and beside.lower_ in _PROSPECTS):
        return True
    subject = child(token, "nsubj")  # "the images | look tidied up", not "she looked tired"
    thing = subject is not None and subject.pos_ == "NOUN" and not is_human(subject)
    judged = beside is not None and (beside.tag_ == "VBN" or beside.lower_ in _JUDGED_BY_LOOKS)
    return thing and token.lemma_ == "look" and judged


_JUDGED_BY_LOOKS = frozenset({
    "vulnerable", "safe", "unsafe", "secure", "doubtful", "shaky", "valid", "invalid", "unlawful", "lawful", "illegal", "legal", "intact",
    "unstoppable", "unavoidable",
})  # fmt: skip
"""What a thing that "looks" so is held to be: "the patent looks | vulnerable |"; not "the house looks old"."""


_HOLDING = frozenset({"presume", "believe", "think", "fear", "assume", "suspect", "suppose", "report", "rumour", "rumor"})
_FORESEEING = frozenset({"expect", "anticipate", "forecast", "predict"})


def _impersonal(token: Token) -> bool:
    """A passive that names nobody: "is expected to", "it is feared that", "a man thought to be 40"; not "was expected by Quill to"."""
    if token.tag_ != "VBN" or child(token, "agent") is not None:
        return False
    if token.dep_ == "acl" and token.i > token.head.i and token.lemma_ in _HOLDING:
        held_so = child(token, "xcomp")
        return held_so is not None and any(c.tag_ == "TO" for c in held_so.lefts)
    if child(token, "auxpass") is None:
        return False
    if token.lemma_ == "suppose" and (denies(token) or _is_due(token)):
        return False  # "is not supposed to be there": it must not
    if (helper := child(token, "auxpass")) is not None and helper.lower_ == "be" and child(token, "xcomp", "ccomp") is None:
        return False  # "might be predicted from the shore"
    fate = child(token, "oprd") if token.lemma_ in _HOLDING else None  # "is presumed | drowned |", "are feared | dead |"
    held = child(token, "xcomp", "ccomp") is not None or (fate is not None and (fate.tag_ == "VBN" or fate.pos_ == "ADJ"))
    return token.lemma_ in _FORESEEING or held  # "a decision is expected in June"


def _signalling(token: Token) -> bool:
    """As in "Shares fell, | suggesting | that few expect a deal"."""
    return signals(token) is not None


def _is_due(supposed: Token) -> bool:
    """Whether somebody has to do it, or a thing is there for it: "how long are we | supposed | to wait", "systems that are | supposed | to
    protect us"; not "he is supposed to have left", nor of another thing, or of what somebody is.
    """
    subject, done = child(supposed, "nsubjpass"), child(supposed, "xcomp")
    if done is not None and any(c.lower_ in {"was", "were"} for c in supposed.lefts) and all(c.lemma_ != "have" for c in done.lefts):
        return True  # "it was | supposed | to open in May"
    if supposed.dep_ == "relcl" and done is not None and child(done, "dobj") is not None and done.lemma_ != "have":
        return supposed.left_edge.i > supposed.head.i and supposed.left_edge.nbor(-1).text != ","
    somebody = subject is not None and (subject.lower_ in FIRST_PERSON | ITSELF | {"you"} or is_human(subject))
    return somebody and done is not None and done.lemma_ != "be" and all(c.lemma_ != "have" for c in done.lefts)


def _own_belief_now(token: Token) -> bool:
    """As `own_belief`, of what is held now: "I think it was a train", "I think so"; "I thought it was a train" and "I did not think so"
    tell what one thought.
    """
    if any(c.lower_ == "did" and c.dep_ == "aux" for c in token.children):
        return False
    if denies(token) and (clause := child(token, "ccomp")) is not None and begins_question(clause):
        return False  # "I can't think who would do it"
    had_held = token.tag_ == "VBN" and any(c.lower_ == "had" and c.dep_ == "aux" for c in token.lefts)
    if had_held and token.lemma_ in {"assume", "suppose"} and in_own_person(token):
        return True  # "said she | had assumed | that they knew"
    so = next_word(token) == "so" and (subject := child(token, "nsubj")) is not None and subject.lower_ in FIRST_PERSON
    return token.tag_ != "VBD" and (so or own_belief(token))


def _foreseen(token: Token) -> bool:
    """As in "we expect a loss", "said it | expects | a loss", "we expect to win": what the speaker foresees; not "had expected a loss",
    which is over.
    """
    thing, subject = child(token, "dobj", "xcomp", "ccomp"), child(token, "nsubj")
    if token.pos_ != "VERB" or token.tag_ not in {"VB", "VBP", "VBD", "VBZ"} or thing is None or subject is None:
        return False
    over = any(c.lower_ == "did" for c in token.lefts)  # "we did not expect it to be so cold"
    if thing.pos_ != "NOUN" and (over or token.lemma_ != "expect" or not is_infinitive(thing)):
        return False
    told = subject.lower_ in ITSELF | {"it"} and is_told(token)
    if subject.lower_ in FIRST_PERSON:
        return token.tag_ != "VBD"  # "I expected to be on time" tells what one foresaw then
    return told and not _is_quoted_apart(subject, token.head)


def _is_quoted_apart(subject: Token, verb: Token) -> bool:
    """Whether a quotation mark stands between a subject and who says it, and it is somebody else: "“She expects a loss,” Quill said"."""
    low, high = sorted((subject.i, verb.i))
    return any(t.is_quote for t in subject.doc[low:high])


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
    return token.pos_ == "ADV" or token.dep_ == "advmod"


def _disjunct(token: Token) -> bool:
    """Over its clause, before the verb or behind a comma: "| hopefully | it will last"; not "she looked hopefully at it"."""
    return _adverb(token) and (token.i == 0 or token.i < token.head.i or token.nbor(-1).is_punct or token.head.lemma_ == "be")


def _denied(token: Token) -> bool:
    """Right behind a negation: "is not | necessarily | safe", "doesn't necessarily mean it"; not "will necessarily fall"."""
    return token.i > 0 and token.nbor(-1).dep_ == "neg"


def _adjective(token: Token) -> bool:
    """As an adjective; "potential | buyers |" are those who are there to buy, an "uncertain | future |" is what awaits."""
    people = token.dep_ == "amod" and token.head.tag_ == "NNS" and (is_human(token.head) or is_person(token.head.lemma_.lower()))
    if (people and token.lower_ == "potential") or (token.lower_ == "uncertain" and token.dep_ == "amod") or _is_all_that_is_told(token):
        return False
    return token.pos_ == "ADJ" or token.dep_ in {"amod", "acomp"}


def _is_all_that_is_told(unsure: Token) -> bool:
    """Whether it is what is told of a thing that it is not known: "the projections are | uncertain |"; not "it is uncertain whether"."""
    if unsure.lower_ not in {"uncertain", "unclear"} or unsure.dep_ != "acomp" or any(c.i > unsure.i for c in unsure.children):
        return False
    subject = child(unsure.head, "nsubj")
    asked = any(c.dep_ in {"ccomp", "csubj"} or (c.dep_ == "advcl" and begins_question(c)) for c in unsure.head.children)
    return subject is not None and subject.pos_ == "NOUN" and not asked  # "looked uncertain | after he left |"


def _in_mind(token: Token) -> bool:
    """With a clause: "afraid (that) the jobs would go", not "afraid of dogs"."""
    if token.dep_ != "acomp" or _is_sorry(token):
        return False
    beside = child(token.head, "ccomp")  # "it was plausible | that it was safe"
    return child(token, "ccomp") is not None or (beside is not None and beside.i > token.i and beside.left_edge.lower_ == "that")


def _is_sorry(afraid: Token) -> bool:
    """Whether somebody only regrets what he tells: "I'm | afraid | there is no money"; not "I am afraid it will sink"."""
    subject, clause = child(afraid.head, "nsubj"), child(afraid, "ccomp")
    own = afraid.lower_ == "afraid" and subject is not None and subject.lower_ in {"i", "we"} and afraid.head.tag_ == "VBP"
    return own and clause is not None and not any(c.tag_ == "MD" for c in clause.lefts)


def _likely(token: Token) -> bool:
    """Of what may be so: not where the odds of some are compared with those of others ("twice as likely", "less likely than men")."""
    before = token.nbor(-1) if token.i else token
    if token.dep_ == "amod" and token.head.lemma_.lower() in _POLLED:
        return False
    if before.lower_ not in {"more", "less", "as"}:
        return _adjective(token)
    if before.lower_ in {"more", "less"} and _is_of_a_kind(token):
        return False
    counted = before.i > 0 and before.nbor(-1).lower_ in _TIMES
    than = next((t for t in token.doc[token.i : token.sent.end] if t.lower_ == "than"), None)
    return not counted and (than is None or than.i + 1 >= len(than.doc) or than.nbor(1).lower_ == "not") and _adjective(token)


def _is_of_a_kind(likely: Token) -> bool:
    """Whether it grades what a whole kind does: "large firms are more | likely | to report losses"; not "the firms"."""
    subject = child(likely.head, "nsubj")
    if subject is None or subject.tag_ != "NNS" or likely.dep_ not in {"acomp", "oprd"}:
        return False
    known = any(c.dep_ in {"det", "poss", "nummod"} for c in subject.children)
    return likely.head.lower_ in {"are", "were"} and not known and any(c.dep_ == "xcomp" for c in likely.children)


_POLLED = frozenset({"voter", "electorate", "caucusgoer", "goer"})
"""Before these "likely" is a pollster's term for who means to vote."""


_TIMES = frozenset({"percent", "%", "cent", "times", "twice", "thrice", "half", "third", "fold"})


def _possible(token: Token) -> bool:
    """Of what may be so: not "as soon as possible", "if possible", "the best possible"."""
    before = token.nbor(-1).lower_ if token.i else ""
    if before in speaker_words("extent"):
        return False
    return not (token.i and token.nbor(-1).tag_ in {"JJS", "RBS"}) and not (denies(token.head) or no_longer(token.head))


def _seeming(token: Token) -> bool:
    """As in "an apparent mistake", not "it became apparent"."""
    return token.dep_ == "amod"


def _noun(token: Token) -> bool:
    """As a noun that something is or may be so; not with nothing behind it that would be so ("comment on speculation", "heard a rumour"),
    a ground of the law ("arrested on suspicion of theft") or what somebody waves away ("it is pure speculation").
    """
    ground = token.lemma_ == "suspicion" and token.dep_ == "pobj" and token.head.lower_ in {"on", "under"}
    if ground:
        return False
    idle = token.lemma_ in _TALK and not any(is_clause(t) for t in token.rights)  # "sparked rumours of a sale"
    bare = token.dep_ in {"pobj", "nsubj", "dobj", "oprd"} and (idle or token.right_edge.i == token.i)  # "suspicion is no proof"
    bare = bare and child(token.head, "ccomp") is None  # "Rumours spread that it had sunk"
    return token.pos_ == "NOUN" and not bare and not _is_belied(token)


_TALK = frozenset({"speculation", "rumour", "rumor", "suspicion"})


def _is_belied(rumour: Token) -> bool:
    """Whether who tells of a rumour denies it: "| rumours | that she left are unfounded"."""
    above = rumour.head
    said = child(above, "acomp") if rumour.dep_ == "nsubj" and above.lemma_ == "be" else None
    return said is not None and said.lower_ in negation_words("untrue") and child(above, "neg") is None


def _theory(token: Token) -> bool:
    """As in "our theory is that ...", "the best guess is norovirus", "it is only a theory": not "the theory is sound"."""
    if token.pos_ != "NOUN" or token.head.lemma_ != "be":
        return False
    words = {c.lower_ for c in token.children}
    if token.dep_ == "attr":
        return not words.isdisjoint({"only", "just", "merely"})
    said, equal = child(token.head, "ccomp"), child(token.head, "attr")
    if token.dep_ != "nsubj" or child(token.head, "neg") is not None:
        return False
    held = any(c.dep_ == "poss" or c.lower_ in _HELD_BEST for c in token.children)
    if token.lower_ == "case" and not any(c.lower_ in {"base", "central"} for c in token.children):
        return False  # "the case is that"
    if token.lower_ in _IN_HEAD:
        return held and said is not None and said.i > token.i
    return (said is not None and said.i > token.i) or (held and equal is not None and equal.lower_ != "one")


_IN_HEAD = frozenset({"bet", "sense", "understanding", "impression", "feeling", "belief", "expectation", "assumption", "view"})
"""Of these only somebody's own, with a clause: "my understanding is that"."""


_HELD_BEST = frozenset({"working", "best", "leading", "main", "prevailing", "current", "favoured", "favored", "likeliest"})
"""Before "theory": it is what somebody goes by."""


def _likelihood(token: Token) -> bool:
    """As in "a chance that", "prospects of": not "a chance to speak", "by chance"."""
    if token.pos_ != "NOUN" or (token.dep_ == "pobj" and token.head.lower_ == "by"):
        return False
    if any(c.lower_ == "no" for c in token.children):
        return False  # "there is no chance that": that is sure
    if any(c.tag_ in {"JJS", "JJR"} for c in token.lefts):  # "the best chance of winning" is the way to it
        return any(c.dep_ in {"acl", "ccomp"} and is_finite(c) for c in token.rights)
    return any(c.lower_ in {"of", "for"} or (c.dep_ in {"acl", "ccomp", "relcl"} and is_finite(c)) for c in token.children)


def _looming(token: Token) -> bool:
    """As in "a danger that it will fall": not "the risk of cancer", "a risk that worries us"."""
    clause = child(token, "acl", "ccomp")
    if clause is None and (related := child(token, "relcl")) is not None and any(c.tag_ == "MD" for c in related.lefts):
        clause = related if child(related, "nsubj", "nsubjpass") is not None and related.left_edge.dep_ not in SUBJECTS else None
    denied = any(c.lower_ in {"no", "such", "any", "little"} for c in token.children)  # "such a risk that laws have changed"
    return token.pos_ == "NOUN" and not denied and clause is not None and clause.left_edge.lower_ == "that" and is_finite(clause)


def _litotes(token: Token) -> bool:
    """As in "a deal is not impossible": with "not" it may be."""
    return token.dep_ in {"acomp", "oprd"} and child(token.head, "neg") is not None


def _always(_token: Token) -> bool:
    """Tested elsewhere: by the figure behind an approximator, by the clause of a condition."""
    return True


SENSES: Mapping[str, Callable[[Token], bool]] = {
    "modal": modal,
    "possibility": possibility,
    "supposition": supposition,
    "inference": inference,
    "forecast": forecast,
    "raising": _raising,
    "threatening": looms,
    "looks": _looks,
    "impersonal": _impersonal,
    "signalling": _signalling,
    "own_belief": _own_belief_now,
    "foreseen": _foreseen,
    "own_doubt": own_doubt,
    "own_assent": own_assent,
    "of_the_press": _of_the_press,
    "adverb": _adverb,
    "disjunct": _disjunct,
    "denied": _denied,
    "adjective": _adjective,
    "possible": _possible,
    "likely": _likely,
    "in_mind": _in_mind,
    "phrase": _always,
    "aside": _always,
    "opening": _always,
    "seeming": _seeming,
    "noun": _noun,
    "likelihood": _likelihood,
    "theory": _theory,
    "looming": _looming,
    "litotes": _litotes,
    "number": _always,
    "degree": _always,
    "condition": _always,
    "verging": _always,
    "permitting": _always,
}
"""Name of a sense in `hedges.toml` -> its test."""
