"""When a modal verb is a hedge: not "could hear", not a duty, not "would" as the past of "will"."""

from __future__ import annotations

from factcards.engines.local.certainty.own import FIRST_PERSON, ITSELF
from factcards.engines.local.certainty.unsettled import is_open
from factcards.engines.local.parsing.grammar import (
    IF,
    SUBJECTS,
    auxiliaries,
    begins_question,
    child,
    denies,
    is_conditioned,
    is_finite,
    is_infinitive,
    means_had,
    next_word,
    no_longer,
)
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.parsing.word_classes import living
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.nominals import is_human
from factcards.lexicon import speech_verbs

__all__ = [
    "INVERTED",
    "SURPRISED",
    "backshifted",
    "forecast",
    "inference",
    "inverted",
    "is_inverted",
    "modal",
    "possibility",
    "supposition",
    "surprised",
]

_PERCEIVING = frozenset(
    {"see", "hear", "listen", "feel", "smell", "taste", "afford", "remember", "recall", "swim", "speak", "understand", "manage"}
)
"""Verbs with which "could" tells of a past ability: "she could hear shots"."""


_COMING_ABOUT = frozenset(
    {"arrive", "reach", "improve", "ease", "last", "rise", "fall", "grow", "end", "recover", "emerge", "mean", "give", "help", "boost"}
)
"""Verbs with which "should" may foretell what a thing does; with others it sets a duty ("ministers should act"), which is no hedge."""
_ANYBODYS = frozenset({"arrive", "reach", "improve", "recover"})
"""Of these also what somebody does, which he cannot decide."""


_DECLINED = frozenset(
    {
        "comment", "say", "answer", "discuss", "confirm", "disclose", "name", "elaborate", "budge", "give", "let", "speak", "talk", "draw",
        "reveal", "identify", "specify", "rule", "predict", "speculate",
    }
)  # fmt: skip
"""Verbs with which "would" refuses, negated or with "only": "would not comment", "would not be drawn", "would say only that"."""


_WISHES = frozenset({"like", "love", "prefer", "rather", "hate", "want"})


_PAST = frozenset({"VBD", "VBN"})


def modal(token: Token) -> bool:
    """A modal verb: not the month May, not "the might of the army", nor "we might as well go home", "I was, I may say, cross"."""
    behind = [t.lower_ for t in token.doc[token.i + 1 : token.i + 4] if t.lower_ != "just"]
    if token.i and token.nbor(-1).lower_ in FIRST_PERSON and behind[:1] in (["say"], ["add"]) and behind[1:2] == [","]:
        return False
    if _is_aim(token.head):
        return False
    return token.tag_ == "MD" and token.dep_ in {"aux", "ROOT", "conj", "ccomp"} and behind[:2] != ["as", "well"]


def _is_aim(verb: Token) -> bool:
    """Whether a clause only tells what somebody does a thing for: "skipped meals so that her sons could | eat |"."""
    marks = [c for c in verb.lefts if c.lower_ == "that" and c.dep_ == "mark"]
    return verb.dep_ == "advcl" and any(mark.i and mark.nbor(-1).lower_ == "so" for mark in marks)


def _is_compared(verb: Token) -> bool:
    """Whether a clause is only what something is measured by: "kinder about it than I would have | been |"."""
    return verb.left_edge.lower_ == "than"


def _is_imagined(verb: Token) -> bool:
    """As in "under a mild scenario it would | close |"."""
    before = verb.doc[verb.left_edge.i : verb.i]
    return any(t.lemma_ == "scenario" and t.dep_ == "pobj" and t.head.lower_ in {"under", "in"} for t in before)


def _is_by_terms(verb: Token) -> bool:
    """Whether it only tells what an agreement or a draft contains: "Under the terms of the deal, they would | stay |"; also of a verb
    beside it ("troops would leave and monitors would | come |").
    """
    first = verb.head if verb.dep_ == "conj" else verb
    terms = next((thing for c in first.lefts if c.lower_ == "under" and (thing := child(c, "pobj")) is not None), None)
    return terms is not None and terms.lemma_.lower() in _TERMS | _DRAFTS and verb.i > terms.i


def possibility(token: Token) -> bool:
    """Could of possibility: not "she could hear", not "could not reach", "could no longer pay", "nobody could have known", nor
    "could have been prevented".
    """
    verb = token.head
    if not modal(token) or (verb.lemma_.lower() in _PERCEIVING and not _sees_come(verb)) or _waits_for(verb):
        return False
    if any(c.lower_ in {"hardly", "scarcely", "barely"} for c in verb.lefts):
        return False  # "could hardly have | been | better"
    if token.lower_ == "could" and (_is_allowed(verb) or _is_of_anybody(verb) or (verb.dep_ in _BELOW and _is_asked(verb))):
        return False
    if token.lower_ == "could" and (_falls_short(verb) or _is_compared(verb) or _is_of_none(verb)):
        return False
    return not (denies(verb) or no_longer(verb) or _has_nobody(verb) or _was_preventable(verb))


_BELOW = frozenset({"advcl", "ccomp", "pcomp"})


def _is_asked(clause: Token) -> bool:
    """Whether what may be is a condition's or a question's: "if it could | raise | the money", "asked whether it could be | opened |",
    "declined to say when it could be | heard |"; not what is told of a thing: "a sale that brokers say could | cost | jobs".
    """
    if clause.head.dep_ == "relcl" and clause.left_edge.i < clause.head.i:
        return False
    return _is_if(clause) or (begins_question(clause) and clause.left_edge.tag_ in {"WRB", "WP", "WDT"})


def _is_allowed(verb: Token) -> bool:
    """As in "the court ruled that they could be | fined |": what is lawful, and not what may be so."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _RULING


_RULING = frozenset({"rule", "decree", "order", "agree", "decide", "vote"})


def _is_of_anybody(verb: Token) -> bool:
    """As in "the kindest man you could | meet |": no better one is to be had; and of who has it in his power: "the only people who could |
    explain | it are dead", "a turnout any party would | envy |".
    """
    subject = child(verb, "nsubj")
    if verb.dep_ != "relcl" or subject is None:
        return False
    able = subject.lower_ == "who" and verb.lemma_ in speech_verbs() | {"help"}
    return able or subject.left_edge.lower_ == "any" or subject.lower_ in {"you", "one", "anyone", "anybody"}


def _is_of_none(verb: Token) -> bool:
    """As in "there is no way it could be | saved |", "no boat that could | reach | them": there is none that can."""
    return verb.dep_ == "relcl" and any(c.lower_ == "no" and c.dep_ in {"det", "neg"} for c in verb.head.lefts)


def _sees_come(verb: Token) -> bool:
    """Whether nobody perceives by it: "the plan could | see | jobs lost", which it may cost, "it could be | seen | as a threat"."""
    subject = child(verb, "nsubj")
    if subject is None:
        return any(c.lower_ == "as" or c.dep_ == "ccomp" for c in verb.rights) and child(verb, "auxpass") is not None
    return verb.lemma_ == "see" and _is_thing(subject) and child(verb, "dobj", "ccomp") is not None


def _is_thing(subject: Token) -> bool:
    """Whether it neither lives nor says anything: "the deal"; not "the crew", "the council", "residents"."""
    lemma = subject.lemma_.lower()
    return subject.pos_ == "NOUN" and noun_kind(subject) == "unknown" and not (is_human(subject) or living(lemma))


def _was_preventable(verb: Token) -> bool:
    """As in "the deaths could have been | prevented |": they were not, and that could have been done. Under a condition it may be."""
    done = child(verb, "auxpass") is not None and any(a.lemma_ == "have" for a in auxiliaries(verb))
    return done and verb.lemma_.lower() in _PREVENTING and not is_conditioned(verb)


def _falls_short(verb: Token) -> bool:
    """As in "it could have been | put | better", "it could have | been | worse", "we could have | done | more": it was not, and who says so
    admits it. Under a condition it may be.
    """
    if not any(a.lemma_ == "have" for a in auxiliaries(verb)) or is_conditioned(verb):
        return False
    subject = child(verb, "nsubj")
    if subject is not None and subject.lower_ in {"i", "we"} and child(verb, "dobj") is not None:
        return True  # "We could have | saved | our money": who says so knows whether he did
    better = child(verb, "acomp", "advmod")
    more = child(verb, "dobj") if verb.lemma_ == "do" else None
    return (better is not None and better.lower_ in _BETTER) or (more is not None and more.lower_ == "more")


_BETTER = frozenset({"better", "worse", "differently", "sooner", "earlier"})
_PREVENTING = frozenset({"prevent", "avoid", "avert", "foresee", "save", "spare"})


def inverted(word: Token) -> Token | None:
    """The clause that a condition without "if" conditions: "| Should | it fail, we will close it"; null for all else."""
    return _conditioned_by(word) if word.lower_ in INVERTED else None


def is_inverted(verb: Token) -> bool:
    """Whether a clause is a condition without "if", wherever it stands: "| Had | it failed, Quill said, we would have closed it"."""
    return any(_conditioned_by(c) is not None for c in (*verb.lefts, verb))


INVERTED = frozenset({"had", "should", "were"})
"""Verbs that make a condition where they stand before their subject."""


def _conditioned_by(word: Token) -> Token | None:
    verb = word.head if word.dep_ == "aux" else word
    subject = child(verb, "nsubj", "nsubjpass", "expl") if word.lower_ in INVERTED else None
    if subject is None or subject.left_edge.i != word.i + 1 or verb.head is verb:
        return None
    if word.lower_ == "should" and _hangs_behind(word):
        return verb.head
    begins = all(t.is_punct for t in word.doc[verb.left_edge.i : word.i])
    plan = child(verb, "xcomp", "advcl") if word.lower_ == "were" else None
    hangs = verb.dep_ == "advcl" or (verb.dep_ == "ccomp" and plan is not None and is_infinitive(plan) and verb.head.i > plan.i)
    hangs = hangs or (verb.dep_ == "ccomp" and verb.head.i > verb.i and any(c.tag_ == "MD" for c in verb.head.lefts))
    return verb.head if begins and hangs and (word.lower_ != "were" or plan is not None) else None


def _hangs_behind(should: Token) -> bool:
    """Whether it begins a condition behind what it conditions: "two are ready | should | any other fall ill"; not "why should", "nor
    should", nor in a question.
    """
    before = should.nbor(-1) if should.i > should.sent.start else should
    asked = any(t.text == "?" for t in should.doc[should.i : should.sent.end])
    above = next((t for t in should.head.ancestors if t.pos_ in {"VERB", "AUX"}), should)
    told = is_finite(above) or child(above, "aux") is not None  # not "in charge of drafting a bill should it come to that"
    return told and before.pos_ in {"NOUN", "PROPN", "ADJ", "VERB", "ADP", "NUM"} and before.dep_ != "neg" and not asked


def _waits_for(verb: Token) -> bool:
    """As in "left before the rest | could do | so": what somebody was able to do by then, not what may be."""
    mark = child(verb, "mark")
    return verb.dep_ == "advcl" and mark is not None and mark.lower_ in {"before", "until", "till"}


def _has_nobody(verb: Token) -> bool:
    """Whether a clause denies by its subject: "none of it could be checked", "no one could be reached"; the parser may take a "that" before
    it for another subject.
    """
    return any(t.lower_ in _NOBODY and t.dep_ != "compound" for c in verb.lefts if c.dep_ in SUBJECTS for t in (c.left_edge, c))


_NOBODY = frozenset({"no", "none", "neither", "nobody", "nothing"})


def backshifted(modal: Token) -> bool:
    """Whether "would" is the past of "will": under a verb of speech or thought in the past tense; also in what describes
    a thing there ("said the plan | that would close the pool | was sound").
    """
    verb = modal.head
    if _would_have(verb):
        return False
    if _came_later(modal):
        return True
    for _ in range(4):
        that = verb.dep_ in {"ccomp", "acl"} or (verb.dep_ == "advcl" and verb.head.pos_ == "ADJ" and verb.left_edge.lower_ == "that")
        if that and (verb.head.tag_ in {"NN", "NNS"} or _tells_of_past(_verb_over(verb))):
            return not _quoted_under(verb, modal)
        asked = verb.dep_ == "advcl" and begins_question(verb) and (verb.head.lemma_ in speech_verbs() or is_open(verb.head))
        if asked and _tells_of_past(verb.head):
            return not _quoted_under(verb, modal)  # "did not say | when it would open", "it was unclear | when it would open"
        if verb.dep_ == "pcomp" and begins_question(verb) and _verb_over(verb).tag_ in _PAST:
            return not _quoted_under(verb, modal)  # "voiced concern about | where it would go"
        if verb.dep_ == "conj" and _goes_on_with_saying(verb):
            return not _quoted_under(verb, modal)
        if (said := _said_between(verb)) is not None:
            low, high = sorted((said.i, modal.i))
            return sum(t.is_quote for t in verb.doc[low:high]) % 2 == 0
        described = verb.dep_ == "relcl" and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text != ","
        if verb.dep_ not in {"conj", "xcomp", "advcl", "pcomp"} and not described:
            return False
        verb = _verb_over(verb)
    return False


def _came_later(would: Token) -> bool:
    """Whether it tells what came about afterwards: "she would later | marry | him", "Tarn would go on to | win |", "posed for the picture
    that would | become | famous"; not under a condition, nor of what is denied.
    """
    verb = would.head
    if is_conditioned(verb) or denies(verb):
        return False
    on = verb.lemma_ == "go" and next_word(verb) == "on" and any(is_infinitive(c) for c in verb.rights)
    later = on or next_word(would) in {"later", "subsequently"}
    became = verb.lemma_ == "become" and verb.dep_ == "relcl" and _verb_over(verb).tag_ == "VBD"
    return later or (became and not any(t.is_quote for t in verb.sent))


def _said_between(verb: Token) -> Token | None:
    """The verb of who says it between two commas, in the past tense: "The club would appeal, Quill | said |, and would not pay"."""
    if verb.dep_ != "ROOT" or any(a.lemma_ == "have" for a in auxiliaries(verb)) or any(is_inverted(c) for c in verb.lefts):
        return None
    said = (c for c in verb.children if c.dep_ == "parataxis" and c.lemma_ in speech_verbs() and child(c, "nsubj") is not None)
    return next((c for c in said if c.tag_ in _PAST), None)


def _would_have(verb: Token) -> bool:
    """Whether it tells what did not come about: "said her brother would have | told | them"; not "would have left by May"."""
    if verb.dep_ not in {"ccomp", "conj"} or begins_question(verb):
        return False
    return any(a.lemma_ == "have" and a.i < verb.i for a in auxiliaries(verb)) and not any(
        c.lower_ in {"by", "before", "until"} for c in verb.rights
    )


def _goes_on_with_saying(verb: Token) -> bool:
    """Whether the parser hangs the end of what is told on who says it: "said the road was bad and the tunnel would never be | built |",
    "The road was bad, he said, and the tunnel would be | built |".
    """
    cue = verb.head
    return cue.lemma_ in speech_verbs() and _tells_of_past(cue) and any(c.dep_ == "ccomp" and c.i < verb.i for c in cue.children)


def _verb_over(verb: Token) -> Token:
    """The verb that a clause hangs on, or that the adjective or noun does on which it hangs: "| thought | it unlikely that they would"."""
    above = verb.head
    while above.pos_ not in {"VERB", "AUX"} and above.head is not above:
        above = above.head
    return above


def _tells_of_past(verb: Token) -> bool:
    """Whether a verb is in the past tense, or a participle beside one that is: "they had agreed, | saying"."""
    beside = (
        verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl", "xcomp", "pcomp"} and not any(c.lower_ in _PRESENT for c in verb.head.children)
    )
    did = verb.tag_ == "VB" and any(c.lower_ == "did" and c.dep_ == "aux" for c in verb.children)  # "did confirm"
    did = did or (denies(verb) and any(c.lower_ in {"would", "could"} and c.dep_ == "aux" for c in verb.lefts))  # "would not say"
    done = is_infinitive(verb) and verb.dep_ in {"xcomp", "advcl"}  # "declined | to say |", "found it hard | to believe |"
    over = _verb_over(verb)
    now = any(c.lower_ in _PRESENT for c in over.children if c.dep_ == "auxpass")  # "is expected to say"
    could = verb.tag_ == "VB" and any(c.lower_ in {"would", "could"} and c.dep_ == "aux" for c in verb.lefts)
    shifted = could and verb.dep_ == "ccomp" and over.lemma_ in speech_verbs()  # "asked whether she | could promise | that it would last"
    return verb.tag_ in _PAST or did or ((beside or shifted or (done and not now)) and over.tag_ in _PAST)


_PRESENT = frozenset({"is", "are", "am", "has", "have"})
"""Auxiliaries of a participle that is no past."""


def _quoted_under(verb: Token, modal: Token) -> bool:
    """Whether a quotation mark stands between a clause and what governs it: words are quoted as they were, "would" and all. Not where
    only the predicate is in quotation marks, behind a subject that is told: "said anyone who was late “would be fired”".
    """
    subject = child(verb, "nsubj", "nsubjpass", "expl")
    if subject is not None and any(t.is_quote for t in verb.doc[subject.right_edge.i : modal.i]):
        return False
    low, high = sorted((verb.i, verb.head.i))
    high = min(high, modal.i) if verb.head.i < modal.i else high  # "said he would “listen to parents”"
    return sum(t.is_quote for t in verb.doc[low:high]) % 2 == 1  # not "said it went “on loan” and would return"


def _is_if(clause: Token) -> bool:
    mark = child(clause, "mark")
    return mark is not None and (mark.lower_ in IF or (mark.lower_ == "whether" and clause.dep_ == "ccomp"))


def supposition(token: Token) -> bool:
    """Would of a remote condition: not reported speech, "would like to", "I would urge them", "it would be wrong to", "would not comment",
    "would often", nor "'d" for "had".
    """
    verb = token.head
    if (
        not modal(token)
        or verb.pos_ not in {"VERB", "AUX"}
        or _stands_alone(token)
        or next_word(token) == "-"  # "would-be buyers"
        or any(c.lower_ in SURPRISED for c in verb.rights)  # "would be surprised if": the whole is one hedge
        or (token.i and token.nbor(-1).lower_ == "why")  # "Why | would | you leave?"
        or (verb.dep_ == "relcl" and verb.head.lemma_.lower() in _PLANS)  # "a bill that | would | ban it": what it provides
        or _provides(verb)
        or _is_of_anybody(verb)
        or _is_compared(verb)
        or _asks_itself(verb, token)
        or means_had(token)
        or next_word(token) in {"better", "rather"}
        or (backshifted(token) and not _is_imagined(verb))  # "said it would close unless": its condition is a hedge, and enough
        or verb.lemma_.lower() in _WISHES
        or _is_polite(verb)
        or _judges(verb)
    ):
        return False
    if _refuses(verb):
        return False
    if verb.lemma_.lower() in _DECLINED and (denies(verb) or _has_nobody(verb) or "only" in {next_word(verb), next_word(token)}):
        return False
    if any(c.dep_ == "advcl" and c.left_edge.lower_ == "whenever" for c in (verb, *verb.lefts)):
        return False  # "whenever she sang they | would | listen"
    return not any(c.lower_ in _AT_TIMES | {"rather"} for c in verb.children)


_AT_TIMES = frozenset({"often", "always", "usually", "sometimes"})


SURPRISED = frozenset({"surprised", "amazed", "astonished", "shocked", "stunned"})


def surprised(adjective: Token) -> Token | None:
    """The "would" of who "would be very surprised if" it were so, and so thinks that it is not; null for all else."""
    verb = adjective.head
    if adjective.lower_ not in SURPRISED or verb.lemma_ != "be":
        return None
    would = next((c for c in verb.lefts if c.dep_ == "aux" and c.lemma_.lower() in {"would", "'d", "’d"}), None)
    asked = any(c.dep_ == "advcl" and c.left_edge.lower_ == "if" for at in (verb, adjective) for c in at.rights)
    subject = child(verb, "nsubj")
    bare = subject is not None and subject.lower_ in FIRST_PERSON and adjective.right_edge is adjective  # "But I would be surprised"
    bare = bare and all(c.is_punct or c is adjective for c in verb.rights) and not is_conditioned(verb)
    return would if asked or bare else None


_PLANS = frozenset({
    "bill", "law", "plan", "proposal", "merger", "deal", "measure", "amendment", "scheme", "rule", "legislation", "treaty", "pact",
    "motion", "order", "injunction", "decree", "directive", "resolution", "ordinance", "agreement", "regulation", "clause",
})  # fmt: skip
"""What provides for something: what it "would" do is what it says."""
_TERMS = frozenset({"agreement", "deal", "term", "contract", "treaty", "pact", "accord", "law", "rule", "licence", "license", "lease"})
"""Under these somebody may do a thing."""
_DRAFTS = _PLANS | {"draft", "text", "outline", "blueprint", "framework", "offer"}
"""Under these things would be so."""
_BILLS = frozenset({"bill", "law", "amendment", "legislation", "measure", "rule", "motion", "draft", "ordinance", "act", "treaty"})
_PROVIDING = frozenset({
    "require", "ban", "bar", "prohibit", "forbid", "outlaw", "oblige", "compel", "allow", "permit", "entitle", "exempt", "impose",
    "mandate", "abolish", "repeal", "establish", "criminalise", "criminalize", "legalise", "legalize",
})  # fmt: skip
"""What a law does by being one; whether it would cut costs or help somebody is foreseen."""


_LEVIES = frozenset(
    {"tariff", "tax", "levy", "duty", "surcharge", "fee", "fine", "toll", "ban", "sanction", "quota", "subsidy", "order", "injunction"}
)
_COVERING = frozenset({"cover", "apply", "include", "exclude", "exempt"})
"""What tells to whom or what a proposal goes; what it would bring about is foreseen."""


def _provides(verb: Token) -> bool:
    """Whether it tells what a draft contains: "The bill would | require | a permit", "Under the draft, troops would | leave |", "The levy
    would | cover | second homes"; under a condition it is supposed.
    """
    subject = child(verb, "nsubj")
    name = subject.lemma_.lower() if subject is not None else ""
    law = name in _BILLS and verb.lemma_.lower() in _PROVIDING
    scope = name in _BILLS | _DRAFTS | _LEVIES and verb.lemma_.lower() in _COVERING
    return (law or scope or _is_by_terms(verb)) and not is_conditioned(verb)


def _asks_itself(verb: Token, would: Token) -> bool:
    """Whether somebody asks it of himself: "“| Would | I bet on it? No”"."""
    subject = child(verb, "nsubj")
    return subject is not None and subject.lower_ in FIRST_PERSON and would.i == subject.i - 1 and not begins_question(verb)


def _refuses(verb: Token) -> bool:
    """Whether somebody will not do it: "“I would not | sign | that letter”", "she would not | provide | a copy"; not "we would not survive
    it", "I would not have signed", and not under a condition.
    """
    subject = child(verb, "nsubj")
    if subject is None or not denies(verb) or is_conditioned(verb) or any(a.lemma_ == "have" for a in auxiliaries(verb)):
        return False
    if subject.lower_ not in FIRST_PERSON:
        return verb.lemma_.lower() in _PARTING and (subject.pos_ == "PROPN" or subject.lower_ in ITSELF or noun_kind(subject) in _PEOPLE)
    done = any(c.dep_ in {"dobj", "dative", "xcomp", "ccomp", "prt"} for c in verb.rights)
    will = verb.lemma_.lower() not in _UNWILLED or (verb.lemma_ == "have" and next_word(verb) == "it")  # "would not have it otherwise"
    return done and will and not any(c.lower_ == "without" for c in verb.children)


_PARTING = frozenset({
    "provide", "share", "release", "supply", "hand", "show", "divulge", "allow", "let", "permit", "tolerate", "listen", "accept", "yield",
    "bow", "apologise", "apologize", "sign", "take",
})  # fmt: skip
"""What who has something does not do with it who keeps it to himself, and what nobody does who does not want to."""
_PEOPLE = frozenset({"person", "group", "organization", "government", "anonymous"})
_UNWILLED = _PERCEIVING | {
    "survive", "have", "know", "need", "get", "find", "make", "lose", "win", "expect", "think", "believe", "imagine",
    "recognise", "recognize", "receive", "face", "reach", "notice", "miss", "suffer", "gain", "earn", "finish",
    "become", "be", "keep", "last", "live", "meet",
}  # fmt: skip
"""What nobody refuses: he does not do it for other reasons."""


def _is_polite(verb: Token) -> bool:
    """Whether somebody does it by saying so: "“I would | urge | people to stay at home”"."""
    subject = child(verb, "nsubj")
    return verb.lemma_.lower() in _URGING and subject is not None and subject.lower_ in {"i", "we"} and not is_conditioned(verb)


_URGING = frozenset({
    "urge", "ask", "advise", "encourage", "caution", "remind", "appeal", "stress", "emphasise", "emphasize", "add", "welcome", "invite",
    "agree", "argue", "appreciate", "recommend",
})  # fmt: skip


def _judges(verb: Token) -> bool:
    """Whether it judges what may be done, and leaves nothing open: "it would | be | a mistake to close it"."""
    subject, judged = child(verb, "nsubj", "expl"), child(verb, "attr", "acomp")
    if verb.lemma_ != "be" or subject is None or subject.lower_ != "it" or judged is None or judged.lower_ not in _JUDGEMENTS:
        return False
    return any(is_infinitive(c) for head in (verb, judged) for c in head.rights) and not is_conditioned(verb)


_JUDGEMENTS = frozenset(
    {
        "mistake", "error", "wrong", "right", "fair", "unfair", "wise", "unwise", "foolish", "folly", "absurd", "irresponsible", "reckless",
        "negligent", "premature", "appropriate", "inappropriate", "reasonable", "unreasonable", "naive", "remiss", "dishonest",
        "unacceptable", "unjust", "unethical", "immoral", "shame", "nonsense",
    }
)  # fmt: skip


def _stands_alone(modal: Token) -> bool:
    """Whether no verb follows it: "he would not", which refuses, "nobody would"."""
    negated = (modal.i + 1 < len(modal.doc) and modal.nbor(1).dep_ == "neg") or (modal.i > 0 and modal.nbor(-1).lower_ in _NOBODY)
    return negated and not any(t.pos_ in {"VERB", "AUX"} for t in modal.doc[modal.i + 1 : min(modal.i + 4, modal.sent.end)])


def inference(token: Token) -> bool:
    """Must of deduction: "must have left", "must be joking", "must think we are fools"; not "must leave"."""
    verb = token.head
    if not modal(token) or child(verb, "neg") is not None:
        return False
    return (
        _is_in_a_head(verb) or any(a.lemma_ == "have" for a in auxiliaries(verb)) or (verb.tag_ == "VBG" and child(verb, "aux") is not None)
    )


def _is_in_a_head(verb: Token) -> bool:
    """Whether it tells what others think, which can only be guessed: "they must | think | we are fools", "she must | know | what it cost";
    not "we must think how", "drivers must know what it costs", "you must know the rules".
    """
    subject, clause = child(verb, "nsubj"), child(verb, "ccomp")
    if subject is not None and subject.tag_ == "NNS" and not any(True for _ in subject.lefts):
        return False
    if subject is None or clause is None or subject.lower_ in FIRST_PERSON or not is_finite(clause):
        return False
    return verb.lemma_ in _HOLDING and (verb.lemma_ in {"know", "wonder"} or not begins_question(clause))


_HOLDING = frozenset({"think", "know", "believe", "suppose", "imagine", "feel", "wonder"})


def forecast(token: Token) -> bool:
    """Should of what is foreseen: not a duty ("ministers should act", "nobody should have to"), not a passive one ("should be punished")
    unless something is to be done by its time ("should be finished by May"), nor what was not done ("should have been here on Friday", "I
    should have"). What is to be heard has its time, too: "we should know by May".
    """
    verb = token.head
    bare = all(t.dep_ == "neg" for t in verb.doc[token.i + 1 : verb.i])  # "I should have", "“Maybe I shouldn't have”"
    if verb.lemma_ == "have" and verb.i > token.i and bare and all(t.is_punct for t in verb.doc[verb.i + 1 : verb.i + 2]):
        return False
    if modal(token) and verb.lemma_ in _HEARING and not denies(verb):
        return any(_tells_when(c) for c in verb.rights) or any(c.lower_ in {"soon", "then"} for c in verb.subtree)
    if not modal(token) or (any(a.lemma_ == "have" for a in auxiliaries(verb)) and not _is_due_by_now(verb)):
        return False
    if verb.lemma_ in _TELLING:
        return False
    undergone = child(verb, "acomp") if verb.lemma_ == "be" else None
    if undergone is not None and undergone.lower_.endswith("ed") and child(undergone, "advmod") is not None:
        verb = undergone  # "should be more tightly | regulated |"
    if undergone is verb or child(verb, "auxpass") is not None:
        return verb.lemma_.lower() in _DONE and any(c.lower_ in {"by", "before", "within"} and _tells_when(c) for c in verb.rights)
    subject = child(verb, *SUBJECTS)
    asked = verb.left_edge.tag_ in {"WRB", "WP"} or (verb.dep_ == "relcl" and verb.lemma_ == "be")
    if denies(verb) or asked or (subject is not None and token.i < subject.i):
        return False
    if verb.lemma_.lower() in _DONE or _happens_then(verb):
        return child(verb, "dobj") is None
    return _comes_about(verb, subject)


def _comes_about(verb: Token, subject: Token | None) -> bool:
    """Whether it is nobody's duty: "they should | recover |", "should | make | a full recovery", "it should | be | ready", "the cut should
    | help | firms"; not "patients should | have | a bed", "we should be ashamed", "the firm should help".
    """
    lemma, thing = verb.lemma_.lower(), child(verb, "dobj", "attr", "acomp")
    if lemma == "be":
        return _is_met(verb)
    if lemma in {"make", "have"} and thing is not None:
        return thing.lower_ in _OUTCOMES
    by_itself = subject is not None and (_is_thing(subject) or subject.lower_ in {"this", "that", "it", "which"})
    return lemma in _ANYBODYS or (by_itself and lemma in _COMING_ABOUT)


_OUTCOMES = frozenset({"recovery", "impact", "effect", "influence", "difference"})
"""What nobody decides to make or to have."""


def _is_met(verb: Token) -> bool:
    """Whether it tells what a thing will turn out to be: "should be | able | to", "should be easier", "should be there by noon"; not
    "should be grateful", "should be there".
    """
    if any(c.dep_ in {"acomp", "attr"} and c.lower_ in _READY for c in verb.rights):
        return True
    return any(_tells_when(c) for c in verb.rights if c.dep_ in {"prep", "npadvmod"})


_READY = frozenset({"able", "ready", "possible", "available", "fine", "enough", "sufficient", "fit", "back", "visible", "easier", "ok"})


def _happens_then(verb: Token) -> bool:
    """Whether a thing does it by itself at a time that is told: "the storm should | pass | over the coast on Monday"; not "the law should
    change next year", which somebody has to do.
    """
    subject = child(verb, "nsubj")
    thing = subject is not None and _is_thing(subject) and subject.lemma_.lower() not in _BILLS | _DRAFTS
    return thing and not denies(verb) and any(_tells_when(c) for c in verb.rights if c.dep_ in {"prep", "npadvmod", "advmod"})


_TELLING = frozenset({"show", "reveal", "tell", "determine", "establish", "clarify", "settle", "decide"})


def _is_due_by_now(verb: Token) -> bool:
    """Whether what "should have" come about is expected to have: "should have arrived | by now |"."""
    return any(c.lower_ == "by" and any(t.lower_ in {"now", "tomorrow", "next"} for t in c.subtree) for c in verb.rights)


def _tells_when(adjunct: Token) -> bool:
    return any(t.ent_type_ in {"DATE", "TIME"} for t in adjunct.subtree)


_HEARING = frozenset({"know", "hear"})


_DONE = frozenset({"finish", "complete", "conclude", "restore"})
