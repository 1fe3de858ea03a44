"""What turns clauses round: negators and verbs and adjectives that imply that their complement is not so, with what they turn.

Scope as for hedges: behind "not" to the end of the clause, less subordinate statements; the whole clause where the negator is a
part of its subject or object ("no talks were held").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcards.engines.local.certainty.grading import disbelieved, graded, mistrusted
from factcards.engines.local.certainty.modals import SURPRISED, surprised
from factcards.engines.local.certainty.own import DOUBTFUL, FIRST_PERSON, doubts_itself, is_amazed
from factcards.engines.local.certainty.unsettled import is_unthinkable, left_unsure, not_ruled_out
from factcards.engines.local.parsing.grammar import (
    CAN,
    FINITE,
    SEEMING,
    TENSED,
    auxiliaries,
    before_concession,
    child,
    clause_extent,
    clause_head,
    denies,
    is_finite,
    is_infinitive,
    is_past_beside_passive,
    is_yet_to_come,
    sets_limit,
    trimmed_span,
)
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import cue_nouns, lemma_of, negation_words, signature, speech_verbs
from factcards.reading import Negation

__all__ = ["find_negations"]

Extent = tuple[int, int]


def find_negations(blocks: Sequence[Block]) -> tuple[Negation, ...]:
    """What turns clauses round, in text order."""
    found: list[Negation] = []
    turning = _turning_words()
    for block in blocks:
        for token in block.tokens:
            asked = token.dep_ == "neg" or token.lower_ in turning or token.lemma_.lower() in turning
            scope = _turned(token) if asked else None
            if scope is None:
                continue
            words = trimmed_span(block.doc, scope[0], before_concession(token, scope[1]))
            start, end = block.offsets(token, token)
            found.append(Negation.of(block.text, start, end, scope=block.span(*words) if words else None))
    return tuple(found)


@cache
def _turning_words() -> frozenset[str]:
    """The forms and lemmas that may turn something round, beside what the parser takes for a negation: no other word is worth asking."""
    listed = map(negation_words, ("words", "verbs", "disbelieving", "adjectives", "falsehoods"))
    return frozenset({"yet", "still", "against", "doubt"}).union(_DENYING, _IN_WORDS, SURPRISED, DOUBTFUL, *listed)


def _turned(token: Token) -> Extent | None:
    if is_yet_to_come(token):
        return _less_asides(clause_head(token.head))
    if token.lower_ == "against" and token.dep_ == "prep" and _advises_against(token):
        return token.i + 1, token.right_edge.i
    if token.dep_ == "neg" or token.lower_ in negation_words("words"):
        if _only_in_focus(token) or _asks_for_assent(token) or _is_unsettled(token) or _is_one_of_two(token):
            return None
        if _is_answer(token):
            return token.left_edge.i, min(token.right_edge.i, *(c.i - 1 for c in token.rights if c.dep_ in {"cc", "conj"}), len(token.doc))
        if _begins_with_nor(token):
            head = clause_head(token.head)
            return _less_report(head, (token.i, head.i), (token.i + 1, clause_extent(head)[1]))
        someone = _stand_behind(token, "- one")
        if token.dep_ in {"intj", "cc"} or (token.lower_ == "no" and token.dep_ not in {"det", "neg"} and not someone):
            return None if (noun := _no_further(token)) is None else _own_clause(noun)
        if (aside := _enclosed(token) or _set_aside(token)) is not None:
            return aside
        if token.lower_ == "without" or _is_left_with(token):
            return token.i + 1, token.right_edge.i
        if _at_length(token):
            return _less_asides(clause_head(token.head))
        known = token.head.dep_ == "pobj" and token.head.head.lower_ == "of" and token.head.head.head.lemma_ in {"know", "hear"}
        if token.dep_ == "det" and not known and token.head.dep_ not in {"nsubj", "nsubjpass", "dobj", "attr"}:
            return token.head.left_edge.i, token.head.right_edge.i
        return _contrasted(token) if _contrasts(token) else _own_clause(token)
    return _turned_by_predicate(token)


def _turned_by_predicate(token: Token) -> Extent | None:
    """What verbs and adjectives turn round by what they imply: "doubted that", "failed to", "is unlikely to", "called | it unlikely"."""
    if (denied := _denied_in_words(token)) is not None:
        return denied
    if surprised(token) is not None and not denies(token.head):
        return token.head.i, clause_extent(clause_head(token))[1]  # "I would be | surprised | if it held": who says so does not think so
    if doubts_itself(token) or _denies_itself(token):
        verb = clause_head(token)
        last = clause_extent(verb)[1]  # the parser may hang on it who says so: "“I | doubt | that,” Quill said"
        return verb.i, next((t.i - 1 for t in token.doc[token.i : last + 1] if t.is_quote and t.text not in {"'", "’", "‘"}), last)
    if token.pos_ == "VERB" and token.lemma_.lower() in negation_words("verbs") and child(token, "xcomp") is not None:
        implied = signature("infinitive", token.lemma_.lower()) if denies(token) else None
        return None if implied is not None and implied.negated == 0 else _less_asides(token)  # who has "not refused" need not have done it
    if (unlikely := disbelieved(token)) is not None:
        return unlikely[1]
    if token.lower_ in negation_words("adjectives") and (words := graded(token)) is not None:
        return words
    predicated = token.pos_ == "ADJ" and token.lower_ in negation_words("adjectives") and token.dep_ in {"acomp", "oprd"}
    predicated = predicated and left_unsure(token.head) is None  # "it is impossible to say who paid"
    if (predicated and not _is_counterfeit(token)) or _is_falsehood(token):
        return _less_asides(_over_infinitive(clause_head(token)))
    return None


def _is_counterfeit(adjective: Token) -> bool:
    """Whether it is a thing that is called false, and nobody's word: "the passport was | false |"; not "the claim was false", "that is
    false", "it is false that ...".
    """
    if adjective.lower_ not in negation_words("untrue"):
        return False
    subject = child(_over_infinitive(clause_head(adjective)), "nsubj", "nsubjpass")
    return subject is not None and subject.pos_ in {"NOUN", "PROPN"} and subject.lemma_.lower() not in cue_nouns()


def _is_falsehood(noun: Token) -> bool:
    """As in "it is a | myth | that bats are blind"."""
    if noun.lower_ not in negation_words("falsehoods") or noun.dep_ != "attr" or noun.i + 1 >= len(noun.doc):
        return False
    subject = child(noun.head, "nsubj", "expl")
    return subject is not None and subject.lower_ == "it" and noun.nbor(1).lower_ == "that" and noun.nbor(1).dep_ == "mark"


def _over_infinitive(head: Token) -> Token:
    """The verb that only tells how it is known: "| turned | out to be false", "| proved | to be untrue"."""
    return head.head if head.dep_ == "xcomp" and is_infinitive(head) and head.head.lemma_ in _TURNING_OUT else head


_TURNING_OUT = frozenset({"turn", "prove"})


def _denies_itself(verb: Token) -> bool:
    """Whether the speaker himself denies what follows: "I do | dispute | that it is typical"."""
    if verb.lemma_.lower() not in _DENYING or verb.tag_ not in {"VB", "VBP"}:
        return False
    subject = child(verb, "nsubj")
    own = subject is not None and subject.lower_ in FIRST_PERSON and not denies(verb)
    return own and child(verb, "ccomp") is not None


_DENYING = frozenset({"dispute", "deny", "reject", "refute"})


def _is_unsettled(negator: Token) -> bool:
    """Whether it only leaves open what follows: "is | not | sure that", "could | not | be ruled out"; not "is | not | convinced that", by
    which somebody holds that it may not be.
    """
    if (left := not_ruled_out(negator.head)) is not None and left[0].i in {negator.i, negator.i - 1}:  # "can|'t| exclude"
        return True
    if any(surprised(c) is not None for c in negator.head.rights) or is_amazed(negator.head):
        return True  # "I would | not | be surprised if", "I ca|n't| believe he's gone"
    unsure = left_unsure(negator.head if negator.dep_ != "det" else clause_head(negator))
    return unsure is not None and unsure[1].lower_ not in {"convinced", "persuaded"}


def _denied_in_words(token: Token) -> Extent | None:
    """What is denied with no word that denies: "was | far | from safe", "is | anything | but safe", "had | little | chance of winning",
    "chances are | slim |", "is | out | of the question", "stopped | short | of saying"; null for all else.
    """
    word, head = token.lower_, token.head
    if word == "short" and head.lemma_ in {"fall", "stop", "come"}:
        saying = next((t for t in token.sent if t.dep_ == "pcomp" and t.head.lower_ == "of" and t.i == token.i + 2), None)
        return None if saying is None else (token.i + 1, saying.right_edge.i)
    wide = word in _WIDE_OF and head.lemma_ in _BEING and _is_wide_of(token) and left_unsure(head) is None
    unthinkable = word == "out" and head.lemma_ == "be" and is_unthinkable(token) and not_ruled_out(head) is None
    return _less_asides(clause_head(head)) if wide or unthinkable or _has_small_odds(token) else None


def _is_wide_of(token: Token) -> bool:
    """As in "was | far | from safe", "is | anything | but a success"; not "was far from the town"."""
    if token.i + 2 >= len(token.doc) or token.nbor(1).lower_ != _WIDE_OF[token.lower_]:
        return False
    return token.lower_ == "anything" or _is_quality(token.nbor(2))


_WIDE_OF = {"far": "from", "anything": "but"}
_BEING = frozenset({"be", "seem", "look", "remain", "become"})


def _has_small_odds(token: Token) -> bool:
    """As in "there is | little | chance of a deal", "the odds are | slim |"."""
    if token.lower_ in _LITTLE:
        if mistrusted(token.head) is token:
            return True  # "had | little | faith that it would last"
        return token.dep_ == "amod" and token.head.lemma_ in _ODDS and token.head.dep_ in {"attr", "dobj"}
    subject = child(token.head, "nsubj") if token.lower_ in _SLIM and token.dep_ == "acomp" else None
    return subject is not None and subject.lemma_ in _ODDS


def _is_quality(word: Token) -> bool:
    """As in "far from | safe |", "far from | over |", "far from | being so |": not a place, nor "far from | public | view"."""
    if word.pos_ != "ADJ" and word.lower_ not in {"over", "alone", "being"}:
        return False
    return word.i + 1 >= len(word.doc) or word.nbor(1).pos_ not in {"NOUN", "PROPN"}


_ODDS = frozenset({"chance", "chances", "prospect", "likelihood", "odds", "odd", "possibility", "hope"})
_SLIM = frozenset({"slim", "remote", "slight", "slender", "minimal", "nil", "negligible"})
_LITTLE = frozenset({"little", "scant"})
_IN_WORDS = _SLIM | _LITTLE | _WIDE_OF.keys() | {"short", "out"}
"""Forms with which something is denied by no word that denies."""


def _at_length(negator: Token) -> bool:
    """Whether a "no" denies its clause from within a phrase: "is by | no | means safe", "was at | no | time told"."""
    noun = negator.head
    return negator.dep_ == "det" and noun.dep_ == "pobj" and (noun.head.lower_, noun.lemma_) in _AT_LENGTH


_AT_LENGTH = frozenset(
    {
        ("by", "means"), ("by", "mean"), ("in", "way"), ("in", "sense"), ("in", "respect"), ("at", "time"), ("at", "point"),
        ("at", "stage"), ("under", "circumstance"), ("under", "circumstances"), ("on", "account"),
        ("in", "position"), ("in", "mood"), ("in", "hurry"),
    }
)  # fmt: skip


def _is_left_with(negator: Token) -> bool:
    """Whether it only tells what somebody is left with: "would leave them with | nowhere | to go"; not "agreed with nobody"."""
    link = negator.head
    within = negator.lower_ != "no" and negator.dep_ in {"pobj", "pcomp"} and link.lower_ == "with"
    return within and child(link.head, "dobj", "auxpass") is not None


def _enclosed(negator: Token) -> Extent | None:
    """What stands behind it in brackets or dashes that do not hold the predicate, or in quotation marks before a noun: "Tarn (| not for the
    first time |) won", "a ‘| no questions asked |’ sale"; null where it is not so enclosed.
    """
    doc, first = negator.doc, negator.i - 1
    opening = doc[first].text if first > negator.sent.start else ""
    marks = next((marks for marks in _PAIRS if opening in marks), None)
    close = next((t for t in doc[negator.i + 1 : negator.sent.end] if marks is not None and t.text in marks and t.text != "("), None)
    if close is None or first < clause_head(negator).i < close.i or close.i + 1 >= len(doc):
        return None
    describes = doc[first - 1].tag_ in {"DT", "PRP$", "JJ"} and doc[close.i + 1].pos_ in {"NOUN", "ADJ"}
    return (negator.i + 1, close.i - 1) if describes or not close.is_quote else None


_PAIRS = (frozenset("()"), frozenset("-–—"), frozenset("'\"‘’“”"))


def _set_aside(negator: Token) -> Extent | None:
    """What stands beside a noun and turns nothing else round: "a series of failures, | none of them wicked", "prints and | nothing else",
    "local rules, | not the Fed, | had made homes dear"; null where it is none of these.
    """
    if negator.dep_ == "appos" or (negator.dep_ == "conj" and negator.pos_ in {"NOUN", "PRON"}):
        return negator.left_edge.i, negator.right_edge.i
    doc, last = negator.doc, negator.sent.end
    if negator.lower_ != "not" or not negator.i or negator.nbor(-1).text != "," or negator.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    close = next((t.i for t in doc[negator.i + 1 : last] if t.text in {",", "–", "—"} or t.pos_ in {"VERB", "AUX"}), last)
    return (negator.i + 1, close - 1) if close < last and doc[close].is_punct and close > negator.i + 1 else None


def _less_asides(head: Token) -> Extent:
    """The clause without what describes its subject, which is as it is: "the clerk, who is leaving, | denied taking it"."""
    subject = child(head, "nsubj", "nsubjpass")
    aside = child(subject, "relcl") if subject is not None else None
    first, last = clause_extent(head)
    before = (c.right_edge for c in head.lefts if c.dep_ in {"advcl", "prep"} and c.right_edge.nbor(1).text == ",")
    first = max((first, *(edge.i + 1 for edge in before if edge.i < head.i)))  # "Asked about reports that it had sunk, | she declined"
    further = (c.left_edge.i - 1 for c in head.rights if c.dep_ == "conj" and c.tag_ in TENSED)  # "declined to say but | confirmed |"
    return first if aside is None else min(head.i, aside.right_edge.i + 1), min(last, _last_inside(head, head.i), *further)


def _last_inside(head: Token, after: int) -> int:
    """The last word before what is so though the clause of this verb is not, and stands behind this place: reasons, "despite reports
    that ...", a participle or a relative clause behind a comma ("declined to comment, | saying that ...", "not since May, | when she
    promised that ...").
    """
    doc, done = head.doc, child(head, "xcomp")
    beside = [c for verb in (head, done) if verb is not None for c in verb.rights if _stands_outside(c)]
    related = [t for t in doc[head.i + 1 : head.right_edge.i + 1] if t.dep_ == "relcl"]
    added = [t for t in related if doc[t.left_edge.i - 1].text == "," or _tells_beside(t)]
    return min((c.left_edge.i - 1 for c in (*beside, *added) if c.left_edge.i > after), default=len(doc))


def _tells_beside(related: Token) -> bool:
    """Whether it tells what a thing told with which somebody did not do what he should: "failed to act on a scan | that showed it had
    grown"; not "failed to find a scan that showed it". So does what others have undertaken: "does not include the care | that the
    council has promised to fund |".
    """
    noun, told = related.head, child(related, "ccomp")
    known = noun.dep_ == "pobj" or any(c.lower_ in {"the", "this", "these", "his", "her", "their", "its"} for c in noun.lefts)
    if related.lemma_ in _UNDERTAKING and child(related, "xcomp") is not None and is_finite(related) and not denies(related):
        return known and (subject := child(related, "nsubj")) is not None and subject.i > related.left_edge.i
    return related.tag_ == "VBD" and told is not None and is_finite(told) and known


_UNDERTAKING = frozenset({"promise", "pledge", "vow", "agree", "offer", "threaten", "ask", "claim", "hope", "plan", "intend"})
"""Verbs with an infinitive by which somebody says what is to be."""


def _stands_outside(adjunct: Token) -> bool:
    first = adjunct.left_edge
    if adjunct.dep_ == "advcl":
        return first.lower_ in _REASONS or (adjunct.tag_ == "VBG" and first.i > 0 and first.nbor(-1).text == ",")
    if adjunct.lower_ == "with" and first.i and first.nbor(-1).text == ",":  # "None came, | with Quill saying that it was late"
        return any(c.tag_ == "VBG" and child(c, "nsubj") is not None for c in adjunct.rights)
    spite = adjunct.lower_ == "in" and any(t.lower_ == "spite" for t in adjunct.doc[adjunct.i + 1 : adjunct.i + 2])
    return adjunct.dep_ == "prep" and (adjunct.lower_ in _IN_SPITE or spite)


_REASONS = frozenset({"because", "since", "as", "although", "though", "after", "when", "while", "whereas"})
"""What begins a clause that is so though what it is set beside is not."""
_IN_SPITE = frozenset({"despite", "notwithstanding", "amid"})


def _advises_against(preposition: Token) -> bool:
    """As in "warned him | against | hiring so quickly": what follows is not to be done."""
    done = child(preposition, "pcomp", "pobj")
    if done is None or done.tag_ != "VBG":
        return False
    verb = preposition.head if preposition.head.pos_ == "VERB" else preposition.head.head
    found = signature("oblique", f"{lemma_of(verb.lower_) or verb.lemma_.lower()} against")
    return found is not None and found.affirmed < 0


def _is_answer(negator: Token) -> bool:
    """Whether it is an answer in quotation marks, and not part of the verb that reports it: "“Of course | not |,” Quill said"."""
    verb = clause_head(negator)
    if negator.lower_ == "not" and negator.dep_ == "ROOT" and _ends_answer(negator):
        return True  # "“| Probably not |, but we must try”"
    if negator.lower_ != "not" or verb.lemma_ not in speech_verbs() or any(c.dep_ == "aux" and c.i < negator.i for c in verb.children):
        return False
    low, high = sorted((negator.i, verb.i))
    return any(t.is_quote for t in negator.doc[low:high]) and not _contrasts(negator)


def _begins_with_nor(negator: Token) -> bool:
    """As in "| Nor |, she says, is it about old age": the sentence before denies, too."""
    before = negator.doc[negator.sent.start : negator.i]
    return negator.lower_ in {"nor", "neither"} and negator.dep_ in {"cc", "preconj", "advmod"} and all(t.is_punct for t in before)


def _contrasted(negator: Token) -> Extent:
    """What follows: "apologized to customers but | not | to the union, whose leaders he accused" is no denial of what he accused them."""
    head = clause_head(negator)
    return negator.i + 1, min(clause_extent(head)[1], _last_inside(head, negator.i))


def _only_in_focus(negator: Token) -> bool:
    """As in "not only", "no fewer than", "no doubt": they turn nothing round."""
    if sets_limit(negator) or (negator.lower_ == "nowhere" and negator.head.lower_ in {"of", "from"}):
        return True  # "came out of nowhere"
    if negator.i + 1 >= len(negator.doc):
        return False
    following = negator.nbor(1)
    if following.text == "-" and not negator.whitespace_ and not _stand_behind(following, "one"):
        return True  # "a | no|-frills hotel"
    if negator.head.lemma_ == "wait" and child(negator.head, "xcomp") is not None:
        return any(c.lower_ in CAN | {"ca"} for c in auxiliaries(negator.head))  # "ca| n't | wait to go"
    if negator.lower_ == "no":
        if following.text[:1].isdigit() and negator.text == "No":
            return True  # "the world | No | 1", "said | No | 10"
        behind = [t.lower_ for t in negator.doc[negator.i + 1 : negator.sent.end] if not t.is_quote]
        if behind[1:3] == ["but", "to"]:
            return True  # "had | no | choice but to go": he had to
        more = following.tag_ in {"JJR", "RBR"} and following.lower_ != "longer" and _no_further(negator) is None
        return more or any(_stand_behind(negator, words) for words in negation_words("undeniable"))
    if _stand_behind(negator, "so much"):  # "not so much weak as imaginary": what it is; not "did not so much as call"
        behind = [t.lower_ for t in negator.doc[negator.i + 3 : negator.sent.end]]
        return negator.lower_ in {"not", "n't", "n’t"} and behind[:1] != ["as"] and "as" in behind
    if _stand_behind(negator, "until") and negator.head.lemma_ == "be" and any(c.lower_ == "it" for c in negator.head.lefts):
        return True  # "it was not until May that it opened": it did
    if negator.lower_ == "nothing" and following.lower_ in {"more", "less"} and _stand_behind(following, "than"):
        return True
    return negator.lower_ in {"not", "nothing", "n't"} and following.lower_ in negation_words("focus")


def _no_further(negator: Token) -> Token | None:
    """The things of which there will be none: "no more | cars | will be bought"; not "no more than two", "no more urgent task"."""
    noun = negator.nbor(1).head if negator.lower_ == "no" and _stand_behind(negator, "more") else negator
    compared = any(t.lower_ == "than" for t in negator.doc[negator.i : negator.sent.end])
    told = noun.pos_ == "NOUN" and noun.i > negator.i and noun.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}
    return noun if told and not compared else None


def _is_one_of_two(negator: Token) -> bool:
    """Whether it denies only one of two things of which one is so: "Either he does | not | know it or he hides it"."""
    head = negator.head
    either = next((c for c in head.lefts if c.lower_ == "either" and c.dep_ in {"preconj", "cc", "advmod"} and c.i < negator.i), None)
    if either is None or negator.dep_ != "neg":
        return False
    return any(c.dep_ == "cc" and c.lower_ == "or" for c in head.rights) and any(c.dep_ == "conj" for c in head.rights)


def _stand_behind(word: Token, words: str) -> bool:
    """Whether these words follow right behind: "there is | no | getting away from it"."""
    row = words.split()
    return [t.lower_ for t in word.doc[word.i + 1 : word.i + 1 + len(row)]] == row


def _asks_for_assent(negator: Token) -> bool:
    """As in "it is late, isn't it?", where what stands before the comma is affirmed, and "isn't it marvellous?"; not "don't touch it!"."""
    doc, at = negator.doc, negator.i
    if negator.lower_ not in {"n't", "n’t"} or not at or at + 2 >= len(doc):
        return False
    if at > 1 and doc[at - 2].text == "," and doc[at + 1].tag_ == "PRP" and doc[at + 2].text == "?":
        return True
    close = next((t for t in doc[at + 1 :] if t.text in _CLOSING or t.is_quote), None)
    asked = close is not None and (close.text == "?" or (close.text == "!" and doc[at - 1].lemma_ != "do"))
    return asked and doc[at + 1].dep_ != "punct" and _begins_speech(doc[at - 1])


_CLOSING = frozenset({"?", "!", ".", ";"})


def _begins_speech(word: Token) -> bool:
    """Whether nothing but a conjunction or an interjection stands before it in its sentence or quotation."""
    while word.i > word.sent.start and not word.nbor(-1).is_quote and word.nbor(-1).text not in {"?", "!", ".", ":"}:
        word = word.nbor(-1)
        if word.dep_ not in {"cc", "intj"} and word.text != ",":
            return False
    return True


def _contrasts(negator: Token) -> bool:
    """Whether it turns only what follows: behind the verb and no auxiliary, as in "caused by a fault, not by arson"."""
    if negator.lower_ != "not" or clause_head(negator).i >= negator.i or _ends_answer(negator):
        return False
    before = negator.nbor(-1)
    while (before.pos_ == "ADV" or before.is_quote) and before.i > negator.sent.start:
        before = before.nbor(-1)
    return before.pos_ != "AUX" and before.lemma_ not in {"be", "do", "have"}


def _ends_answer(negator: Token) -> bool:
    """Whether nothing follows it that it could turn: "“We hope | not |,” Quill said", "Probably | not |, but we must try"."""
    doc, at = negator.doc, negator.i + 1
    if at < negator.sent.end and doc[at].text == ",":
        return at + 1 < len(doc) and (doc[at + 1].is_quote or doc[at + 1].lower_ == "but")
    return at >= negator.sent.end or doc[at].is_quote or doc[at].text in {".", ";", "!", "?"}


def _goes_on_before(head: Token, negator: Token) -> int:
    """The last word before a further verb that a negation of this one leaves alone: one behind "but", one with a tense where the negation
    is an auxiliary's ("did not attend and | said") or stands behind the verb ("had no plans to sell and | remained"), or one with an
    auxiliary of its own ("had not seen it and | did not know").
    """
    but = any(c.dep_ == "cc" and c.lower_ in _ADVERSATIVE for c in head.children)
    behind = [c for c in head.children if c.dep_ == "conj" and c.i > head.i]
    past = TENSED | {"VBN"} if head.tag_ == "VB" and but else TENSED  # "would not resign but | expected": no participle goes with "resign"
    free = [c for c in behind if (c.tag_ in past and (but or head.tag_ not in TENSED or negator.i > head.i)) or is_past_beside_passive(c)]
    free += [c for c in behind if any(a.tag_ in FINITE for a in auxiliaries(c))]
    return min((c.left_edge.i - 1 for c in free), default=len(head.doc))


_ADVERSATIVE = frozenset({"but", "yet"})


def _less_report(head: Token, around: Extent, extent: Extent) -> Extent:
    """Without the words that tell who says it: "Nobody, Quill said, | knew about it", "No sign was found |, Quill said, and ..."."""
    (low, high), (first, last) = around, extent
    told = (c for at in (head, *head.children) for c in at.children if c.dep_ == "parataxis")  # the parser may hang it on an object
    for verb in (*told, *([head.head] if head.dep_ == "ccomp" else [])):
        subject = child(verb, "nsubj")
        begin, end = min(verb.i, subject.left_edge.i if subject is not None else verb.i), verb.i
        if low < begin and end < high and head.i > end:
            first = max(first, end + 1)
        elif begin > high:
            last = min(last, begin - 1)
    return first, last


def _seeming_before(head: Token, negator: Token) -> int | None:
    """The place of the verb that only tells how a denied infinitive is held: "the firm | seems | not to have paid"; null for all else."""
    verb = head.head
    seeming = verb.lemma_ in SEEMING or (verb.tag_ == "VBN" and child(verb, "auxpass") is not None and verb.lemma_ in _HELD)
    infinitive = head.dep_ == "xcomp" and any(c.tag_ == "TO" for c in head.children)
    return verb.i if infinitive and seeming and verb.i < negator.i else None


_HELD = frozenset({"think", "believe", "say", "understand", "expect", "know", "suppose", "consider"})
"""In the passive, with an infinitive: nobody's word."""


def _own_clause(token: Token) -> Extent:
    """The clause of a negation, less subordinate statements: "did not say that it rains" leaves the rain."""
    head = clause_head(token)
    low, high = min(head.i, token.i), max(head.i, token.i)
    first, last = clause_extent(head)
    last = min(last, _goes_on_before(head, token), _last_inside(head, high))
    if head.i > token.i or token.dep_ == "neg":
        for c in head.children:
            if c.dep_ in {"ccomp", "advcl"} and not is_infinitive(c):
                first = max(first, c.right_edge.i + 1) if c.right_edge.i < low else first
                last = min(last, c.left_edge.i - 1) if c.left_edge.i > high else last
    else:
        beside = (c.right_edge.i + 1 for c in head.children if c.dep_ == "ccomp" and c.right_edge.i < low)
        first = max((first, *beside))  # "It rained, | nobody came"
    if token.dep_ == "neg":
        first = _seeming_before(head, token) or (token.i + 1 if head.i > token.i else head.i)
    return _less_report(head, (low, high), (first, last))
