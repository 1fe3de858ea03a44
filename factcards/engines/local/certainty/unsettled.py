"""What is left open by a denial: "not sure whether", "far from clear", "I don't know if", "could not be ruled out"."""

from __future__ import annotations

from factcards.engines.local.certainty.own import FIRST_PERSON, ITSELF, is_told
from factcards.engines.local.parsing.grammar import CAN, TENSED, begins_question, child, is_finite, is_infinitive, left_open, subject_of
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.nominals import is_somebody
from factcards.lexicon import speech_verbs

__all__ = ["CONFIRMING", "RULING_OUT", "is_open", "is_unknown", "is_unthinkable", "left_unsure", "not_ruled_out", "unconfirmed"]


def left_unsure(verb: Token) -> tuple[Token, Token] | None:
    """From the "not" to the adjective over what somebody is "not sure" of, or what is "not clear" ("isn't clear", "less clear", "far from
    clear"), and so may be; null for all else.
    """
    if not _may_leave_open(verb):
        return None
    lost = _at_a_loss(verb) or _no_guarantee(verb) or _not_known_whether(verb) or _cannot_be_told(verb)
    if lost is not None:
        return lost
    beside = child(verb, "acomp", "attr", "oprd") if verb.lower_ not in _PARTICIPLES else verb
    if beside is None or beside.lower_ not in _SETTLED:
        beside = _denied_at_length(verb)
    first = _unsettler(verb, beside) if beside is not None else None
    if beside is None or first is None:
        return None
    behind = [c for head in (verb, beside, *_tellers(verb)) for c in head.children if c.i > beside.i]
    told = any(c.dep_ in {"ccomp", "csubj"} and (beside.lower_ != "known" or begins_question(c)) for c in behind)
    told = told or any(c.dep_ == "advcl" and (_asks_whether(c) or (_is_of_it(verb) and begins_question(c))) for c in behind)
    told = told or any(c.dep_ in {"csubj", "csubjpass"} and begins_question(c) for c in verb.children)
    told = told or (_is_of_it(verb) and _asks_in_a_word(beside))  # "it is not known | why |"
    told = told or (beside.lower_ in _ASSURED and _is_of_a_thing(verb))
    told = told or (beside.lower_ in _SURE and any(c.dep_ == "prep" and _is_about(c) for c in behind))
    told = told or (beside.lower_ in _SURE and _is_all_of_it(verb, beside))
    return (first, beside) if told else None


def _may_leave_open(verb: Token) -> bool:
    """Whether it is worth asking at all whether a word leaves something open: most have no such word beside them."""
    return verb.lemma_ in {"be", "remain"} or verb.lower_ in _OPEN_ALONE or (bool(verb.children) and child(verb, *_BESIDE_OPEN) is not None)


_BESIDE_OPEN = ("neg", "acomp", "attr", "oprd", "dobj", "advmod", "csubj")
"""Labels of what stands beside a verb that leaves something open, unless it is one of those that do so alone."""


def _is_about(preposition: Token) -> bool:
    """As in "not sure | about | the date", "not certain | of that |"; not "not sure of herself"."""
    if preposition.lower_ in {"about", "whether"}:
        return True
    thing = child(preposition, "pobj") if preposition.lower_ == "of" else None
    return thing is not None and not thing.lower_.endswith(("self", "selves"))


def _is_of_a_value(preposition: Token) -> bool:
    """Whether it brings what somebody would have to know: "not sure | of the date |"; not "not sure of that", which may be so."""
    thing = child(preposition, "pobj")
    return preposition.dep_ == "prep" and _is_about(preposition) and thing is not None and thing.lower_ not in {"that", "this", "it"}


def is_unknown(verb: Token) -> bool:
    """Whether a question under this verb has no answer for anybody: "managers did not | know | who had paid"."""
    return child(verb, "neg") is not None and _might_know(verb)


_SURE = frozenset({"sure", "certain"})


def _is_all_of_it(verb: Token, sure: Token) -> bool:
    """Whether it is all that somebody says of himself that he is not sure: "“I'm not | sure |”", "says she isn't sure either"."""
    subject = child(verb, "nsubj")
    if subject is None or subject.lower_ not in FIRST_PERSON | ITSELF or not _speaks_of_itself(verb):
        return False
    behind = [c for at in (verb, sure) for c in at.rights if not c.is_punct and c is not sure and c.i > sure.i]
    return all(c.lower_ in {"either", "yet", "though", "myself"} for c in behind)


_ASSURED = frozenset({"certain", "guaranteed", "assured"})


def _is_of_a_thing(verb: Token) -> bool:
    """Whether it is something that is not certain: "a deal is | by no means certain", not "she is not certain"."""
    subject = subject_of(verb)
    return subject is not None and (subject.pos_ == "NOUN" or subject.lower_ in {"it", "that", "this"}) and not is_somebody(subject)


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


def is_open(verb: Token) -> bool:
    """Whether a predicate only tells that something is not known: "it was not clear whether", "was not known who", "I can't say that"."""
    if not _may_leave_open(verb):
        return False
    if _at_a_loss(verb) is not None or _not_known_whether(verb) is not None or _has_no_answer(verb):
        return True
    word = _unsettled_word(verb)
    if word is None:
        return False
    if _is_of_it(verb) and _asks_in_a_word(word):
        return True
    if word.lower_ in _SURE and _is_all_of_it(verb, word):
        return True
    if word.lower_ in _SURE and _speaks_of_itself(verb) and any(_is_of_a_value(c) for at in (verb, word) for c in at.rights):
        return True  # "said she was not sure of the date"
    behind = [c for at in (verb, word, *_tellers(verb)) for c in at.children if c.i > word.i and c.dep_ in {"ccomp", "csubj", "advcl"}]
    first = [c for c in verb.children if c.i < word.i and c.dep_ in {"csubj", "csubjpass"}]
    before = [c for c in first if c.left_edge.lower_ != "what"]  # "what he did is unclear"
    return any(begins_question(c) and (c.dep_ != "advcl" or _is_of_it(verb) or _asks_whether(c)) for c in (*before, *behind))


def _tellers(verb: Token) -> list[Token]:
    """Who says it in the midst, on whose verb the parser hangs what follows: "It was not clear, he | wrote |, where they would go"."""
    return [c for c in verb.rights if c.dep_ == "parataxis" and c.lemma_ in speech_verbs()]


def _not_known_whether(verb: Token) -> tuple[Token, Token] | None:
    """From the "not" to the last word of "What we | don't know | is whether it lasts", "What is | less clear | is who paid"; null for all
    else.
    """
    known = child(verb, "csubj")
    if known is None or not _asks_what(verb, known):
        return None
    if (word := _unsettled_word(known)) is not None:
        return _unsettler(known, word) or word, word
    if known.lemma_ not in _KNOWING:
        return None
    negator = child(known, "neg")
    return (_whole(negator), known) if negator is not None else None


def _would_be_known(verb: Token) -> bool:
    """As in "What I'd like to know | is | who paid", "What I want to ask is why": who says so asks."""
    wished = child(verb, "csubj")
    known = child(wished, "xcomp") if wished is not None and wished.lemma_ in {"like", "love", "want", "need"} else None
    return wished is not None and known is not None and known.lemma_ in {"know", "ask", "learn", "hear"} and _asks_what(verb, wished)


def _asks_what(verb: Token, named: Token) -> bool:
    """Whether a question is what a "what" before it names: "| What we don't know | is whether it lasts"."""
    answer = child(verb, "ccomp", "advcl")
    named_so = verb.lower_ in {"is", "'s", "’s"} and named.left_edge.lower_ == "what"
    return named_so and answer is not None and begins_question(answer) and answer.i > verb.i


def _unsettled_word(verb: Token) -> Token | None:
    """The word that tells that something is not known: "is | unclear", "is not | sure", "is far from | certain"; null for none."""
    word = verb if verb.lower_ in _PARTICIPLES or verb.lower_ in _UNSETTLED else child(verb, "acomp", "oprd", "attr")
    if word is not None and (word.lower_ in _UNSETTLED or (word.lower_ in _SETTLED and _unsettler(verb, word) is not None)):
        return word
    return _denied_at_length(verb)


_UNSETTLED = frozenset({"unclear", "uncertain", "unsure", "unknown", "doubtful", "debatable", "questionable"})


def _is_of_it(verb: Token) -> bool:
    """Whether it is an "it" that stands for a question: "it was not clear | when it was taken"."""
    subject = child(verb, "nsubj", "expl", "nsubjpass")
    return subject is not None and subject.lower_ == "it"


def _asks_whether(clause: Token) -> bool:
    return clause.left_edge.lower_ in {"whether", "if"}


def _has_no_answer(verb: Token) -> bool:
    """As in "it | remains | to be seen whether", "it | is | too early to say whether", "it | is | anyone's guess"."""
    if verb.lemma_ == "remain":
        return any(c.dep_ == "xcomp" and c.lower_ == "seen" for c in verb.children)
    guess = next((c for c in verb.rights if c.lower_ == "guess"), None)
    if guess is not None and any(c.dep_ == "poss" and c.lower_ in {"anyone", "anybody"} for c in guess.lefts):
        return True
    if _cannot_be_told(verb) is not None or _would_be_known(verb):
        return True
    noun = child(verb, "attr") if verb.lemma_ == "be" else None
    beside = {c.lower_ for c in noun.children} if noun is not None else set()
    if noun is not None and noun.lower_ in {"matter", "question", "story", "issue"} and not beside.isdisjoint({"another", "different"}):
        return any(c.dep_ == "csubj" and begins_question(c) for c in verb.children)  # "Whether it can be raised is another matter"
    asked, answer = child(verb, "nsubj"), child(verb, "ccomp", "advcl")
    put = verb.lower_ == "is" and asked is not None and asked.lower_ == "question" and answer is not None and answer.i > verb.i
    if put and answer is not None and begins_question(answer):
        return True  # "The question is whether it will last"
    return noun is not None and noun.lower_ == "question" and "open" in beside


def _cannot_be_told(verb: Token) -> tuple[Token, Token] | None:
    """From the first to the last word of what says that nobody can know: "it was | too early to tell | whether it worked", "it is
    | impossible to say | who paid", "| hard to be sure | where it was"; null for all else ("it was impossible to say no").
    """
    clauses = (c for c in verb.lefts if c.dep_ in {"csubj", "nsubj"} and c.pos_ in {"VERB", "AUX"})
    asked = any(map(begins_question, clauses))  # "| Who paid | is impossible to say"
    if verb.lemma_ != "be" or not (asked or _is_of_it(verb)):
        return None
    beside = next((c for c in verb.rights if _keeps_from_telling(c)), None)
    if beside is None:
        return None
    told = (t for t in (*beside.rights, *verb.rights) if t.i > beside.i and is_infinitive(t))
    for telling in told:
        sure = child(telling, "acomp") if telling.lemma_ == "be" else None
        if sure is not None and sure.lower_ in _SURE and any(begins_question(c) for c in sure.rights):
            return _with_too(beside), sure
        if telling.lemma_ in _TELLING and (_is_all_told(telling) or any(begins_question(c) for c in telling.rights)):
            return _with_too(beside), telling
    return None


def _keeps_from_telling(adjective: Token) -> bool:
    """As in "too | early | to say", "| impossible | to say", and by "hard", "difficult" and "not possible"."""
    if adjective.lower_ in {"early", "soon"}:
        return any(t.lower_ == "too" for t in adjective.lefts)
    denied = child(adjective.head, "neg") is not None
    return (adjective.lemma_ in {"impossible", "hard", "difficult"} and not denied) or (adjective.lower_ == "possible" and denied)


def _with_too(adjective: Token) -> Token:
    """Where what keeps somebody from telling begins: "| too | early", "is | not | possible", "impossible"."""
    if adjective.lower_ == "possible":
        negator = child(adjective.head, "neg")
        return adjective if negator is None else _whole(negator)
    return next((t for t in adjective.lefts if t.lower_ == "too"), adjective)


def _is_all_told(telling: Token) -> bool:
    """Whether nothing follows that it could tell: "it is too early to | say |", "“It was hard to tell,” Quill said"."""
    return telling.right_edge.i == telling.i or all(t.is_punct for t in telling.rights)


_TELLING = frozenset({"say", "tell", "know", "judge"})


def not_ruled_out(verb: Token) -> tuple[Token, Token] | None:
    """From the "not" to the last word over what is left open: "arson could | not be ruled out", "said she could | not rule out | arson",
    "“I can| not exclude | a leak”", "a deal was | not out of the question"; null for all else.
    """
    if verb.lemma_ not in RULING_OUT:
        return None
    if (negator := left_open(verb)) is not None:
        return negator, verb.nbor(1)
    negator = child(verb, "neg")
    if negator is None:
        return None
    if verb.lemma_ == "exclude" and _speaks_of_itself(verb) and any(c.tag_ == "MD" and c.lower_ in CAN | {"would"} for c in verb.children):
        return _whole(negator), verb
    out = next((c for c in verb.children if c.dep_ == "prt" and c.lower_ == "out"), None) if verb.lemma_ == "rule" else None
    if out is not None and (out.i > verb.i + 1 or _speaks_of_itself(verb)):  # "could not rule out" a thing is a cue
        return negator, out
    far = next((c for c in verb.children if c.lower_ == "out" and verb.lemma_ == "be" and is_unthinkable(c)), None)
    return None if far is None else (negator, far.nbor(3))


RULING_OUT = frozenset({"rule", "exclude", "be"})


def _speaks_of_itself(verb: Token) -> bool:
    """Whether who says so does it: "said she could not | rule | it out", "“We cannot | exclude | a leak”"."""
    subject = child(verb, "nsubj")
    if subject is None and verb.dep_ == "conj":  # "said she had asked for advice and did not | rule | it out"
        verb = verb.head
    return is_told(verb) or (subject is not None and subject.lower_ in FIRST_PERSON)


def unconfirmed(verb: Token) -> tuple[Token, tuple[int, int]] | None:
    """The "not" over what nobody could confirm, and that: "Reports that he had left could | not | be confirmed"; null for all else."""
    if verb.lemma_ not in CONFIRMING:
        return None
    negator, subject = child(verb, "neg"), child(verb, "nsubjpass")
    if negator is None or subject is None or child(verb, "auxpass") is None:
        return None
    return (negator, (subject.i + 1, subject.right_edge.i)) if any(c.left_edge.lower_ == "that" for c in subject.rights) else None


CONFIRMING = frozenset({"confirm", "verify", "corroborate", "substantiate"})


def is_unthinkable(out: Token) -> bool:
    """As in "a deal is | out | of the question"."""
    return [t.lower_ for t in out.doc[out.i + 1 : out.i + 4]] == ["of", "the", "question"]


def _at_a_loss(verb: Token) -> tuple[Token, Token] | None:
    """From the "not" to the verb of "I don't | know | if they'll suspend us", "he could not | recall | whether it was locked, Quill said",
    "who paid I do not | know |", "I have | no idea | who paid", "I can't | promise | that it is safe": of oneself, with a question beside
    it or an answer that one does not give; of others it tells something ("said managers did not know who had paid").
    """
    idea, negator = _no_idea(verb), child(verb, "neg")
    if negator is not None and _withholds(verb):
        return _whole(negator), verb
    if idea is None and (negator is None or not _might_know(verb)):
        return None
    if negator is not None and (_is_bare(verb) or _cannot_recall(verb)):
        return _whole(negator), verb
    sharing = verb.dep_ == "conj" and child(verb, "nsubj") is None  # "said she had not seen it and did not | know | who had"
    subject = child(verb.head if sharing else verb, "nsubj")
    past = verb.tag_ == "VBD" or any(c.dep_ == "aux" and c.lower_ in {"did", "could"} for c in verb.children)  # that was then
    told = is_told(verb.head if sharing else verb)
    if subject is None or not ((subject.lower_ in FIRST_PERSON and not past) or (subject.lower_ in ITSELF and told)):
        return None
    beside = [*verb.children, *(idea.children if idea is not None else ())]
    if negator is not None and (_asks_in_a_word(verb) or (subject.lower_ in FIRST_PERSON and _knows_none_such(verb))):
        return _whole(negator), verb
    asked = (c for c in beside if c.dep_ in _ASKED_BESIDE and begins_question(c) and (is_finite(c) or _is_of_choice(c)))
    if not any(c.i > verb.i or c.right_edge.i + 2 == subject.left_edge.i for c in asked):  # behind it, or up to a comma before
        return None
    if idea is not None:
        return next(c for c in idea.children if c.lower_ == "no"), idea
    return (_whole(negator), verb) if negator is not None else None


def _knows_none_such(verb: Token) -> bool:
    """Whether a "that" with an answer hangs on it, which nobody denies of himself: "“I don't | know | that it would help”"."""
    return any(c.dep_ == "ccomp" and c.i > verb.i and c.left_edge.lower_ == "that" and is_finite(c) for c in verb.rights)


def _is_of_choice(clause: Token) -> bool:
    """Whether it asks what to do: "did not know | whom to believe |"; not "did not know | how to swim |", which tells what he could not."""
    return is_infinitive(clause) and clause.left_edge.lower_ != "how"


_ASKED_BESIDE = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "nsubj", "csubj"})


def _cannot_recall(verb: Token) -> bool:
    """Whether somebody does not remember that a thing was so, and so does not deny it: "said she could not | remember | being asked",
    "“I don't | recall | that he signed it”"; not "did not remember to lock it", nor "could not remember the sum".
    """
    if verb.lemma_ not in _RECALLING or not _speaks_of_itself(verb):
        return False
    gerund = any(c.dep_ in {"xcomp", "ccomp", "pcomp"} and c.i > verb.i and _is_gerund(c) for c in verb.rights)
    return gerund or any(c.dep_ == "ccomp" and is_finite(c) and c.i > verb.i for c in verb.rights)


def _is_gerund(verb: Token) -> bool:
    """As "signing", "being asked", "having signed"; not "to sign"."""
    return verb.tag_ == "VBG" or any(c.tag_ == "VBG" and c.dep_ in {"aux", "auxpass"} for c in verb.lefts)


_RECALLING = frozenset({"recall", "remember", "recollect"})


def _is_bare(verb: Token) -> bool:
    """Whether it is all that somebody says: "“I honestly do not | know |”", "“I don't | recall |”", "said she did not know"."""
    subject, told = child(verb, "nsubj"), is_told(verb)
    mine = subject is not None and subject.lower_ in FIRST_PERSON and (verb.head is verb or told)
    own = mine or (subject is not None and subject.lower_ in ITSELF and told and verb.head.tag_ in TENSED)
    own = own and verb.lemma_ in _KNOWING
    return own and not any(c.dep_ in _OBJECTS or (c.dep_ == "prep" and c.lower_ in {"of", "about"}) for c in verb.children)


_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "advcl", "dative", "conj", "csubj", "parataxis"})


def _might_know(verb: Token) -> bool:
    """Whether who does this has an answer: "did not | know |", "could not | determine |", "had not | established |"."""
    if verb.lemma_ in _KNOWING:
        return verb.tag_ == "VB"
    able = any(c.tag_ == "MD" and c.lower_ in CAN for c in verb.children)
    return verb.lemma_ in _FINDING and (able or (verb.tag_ == "VBN" and any(c.lemma_ == "have" for c in verb.children)))


def _asks_in_a_word(verb: Token) -> bool:
    """Whether the question is one word: "did not know | why |"."""
    behind = [c for c in verb.rights if not c.is_punct]
    return len(behind) == 1 and behind[0].tag_ in {"WRB", "WP"} and behind[0].i == verb.i + 1


def _withholds(verb: Token) -> bool:
    """Whether somebody cannot answer for what is said beside it: "“We | can't | say that it helps”", "said she could not promise that"."""
    if verb.lemma_ not in _VOUCHING or not any(c.tag_ == "MD" and c.lower_ in CAN for c in verb.children) or not _speaks_of_itself(verb):
        return False
    return any(c.dep_ in {"ccomp", "advcl"} and (c.dep_ == "ccomp" or begins_question(c)) and is_finite(c) for c in verb.children)


_VOUCHING = frozenset({"say", "tell", "promise", "guarantee", "swear", "vouch"})


def _no_guarantee(verb: Token) -> tuple[Token, Token] | None:
    """From the "no" to the noun of "there was | no guarantee | that it would open"; null for all else."""
    noun = child(verb, "attr", "dobj")
    if noun is None or noun.lower_ not in {"guarantee", "certainty", "assurance"}:
        return None
    negator = next((c for c in noun.lefts if c.lower_ == "no"), None)
    promised = any(c.dep_ in {"acl", "ccomp", "relcl"} and c.left_edge.lower_ == "that" for at in (noun, verb) for c in at.rights)
    return (negator, noun) if negator is not None and promised else None


def _no_idea(verb: Token) -> Token | None:
    """The "idea" of who "has | no idea | who paid"."""
    idea = child(verb, "dobj") if verb.lemma_ == "have" else None
    return idea if idea is not None and idea.lower_ in {"idea", "clue"} and any(c.lower_ == "no" for c in idea.children) else None


def _whole(negator: Token) -> Token:
    """The word of which it is a part: "is | n't", else itself."""
    return negator.nbor(-1) if negator.lower_ in {"n't", "n’t"} else negator


_KNOWING = frozenset({"know"}) | _RECALLING
_FINDING = frozenset({"determine", "establish", "ascertain"})


_PARTICIPLES = frozenset({"known", "convinced", "persuaded", "guaranteed", "assured", "established", "determined", "ascertained"})
_SETTLED = frozenset({"sure", "certain", "clear"}) | _PARTICIPLES
_OPEN_ALONE = _PARTICIPLES | _UNSETTLED | {"is"}
