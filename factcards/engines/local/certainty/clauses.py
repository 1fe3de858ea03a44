"""The clauses of a parse: predicate, depth, mood and tense of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from factcards.engines.local.parsing.grammar import CLOSING, FINITE, GIVEN, IF, OPENING, SUBJECTS, heads_clause
from factcards.engines.local.parsing.sheet import Sheet
from factcards.lexicon import speech_verbs
from factcards.reading import Clause
from factcards.spans import Span

__all__ = ["find_clauses"]

Mood = Literal["statement", "question", "command", "condition", "infinitive"]
Tense = Literal["past", "present", "future"]

_COMMANDING = frozenset(
    {
        "urge", "order", "tell", "ask", "advise", "instruct", "command", "implore", "beg", "exhort", "demand", "call", "warn", "caution",
        "remind",
    }
)  # fmt: skip
_ADVISING = frozenset({"warn", "caution", "advise", "recommend", "counsel", "urge"})
"""Verbs with "against" and a participle: "warned him against hiring so quickly"."""
_ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "question", "query", "consider"})
_UNSETTLED = frozenset({"unclear", "uncertain", "unsure", "unknown", "doubtful", "debatable", "questionable"})
_SETTLED = frozenset({"clear", "certain", "sure", "known"})
"""Where these are denied, and with those above, an indirect question stays open: "it was not clear whether", "was not known who"."""
_WHETHER = frozenset({"whether", "if"})
_WH = frozenset({"WRB", "WP", "WDT", "WP$"})
_CONDITIONS = IF | GIVEN
_ENDS = frozenset({".", "?", "!"})
_FUTURE = frozenset({"'ll", "will", "shall", "wo"})


def find_clauses(sheet: Sheet) -> tuple[Clause, ...]:
    """The clauses of an article, in order of their predicates."""
    return tuple(clause for first, last in sheet.sentences for clause in _of_sentence(sheet, first, last))


def _of_sentence(sheet: Sheet, first: int, last: int) -> Iterator[Clause]:
    root = next((at for at in range(first, last) if sheet.head[at] == at), first)
    mark = next((at for at in reversed(range(first, last)) if sheet.low[at] in _ENDS), first)
    asks = sheet.low[mark] == "?"
    for head, depth in sorted(_depths(sheet, root).items()):
        if not sheet.punct[head]:
            low, high = _extent(sheet, head)
            begin, end = _trimmed(sheet, max(low, first), min(high, last - 1)) or (head, head)  # a tree may reach into the next sentence
            yield Clause(
                start=sheet.start[begin],
                end=sheet.end[end],
                head=Span.of(sheet.text, sheet.start[head], sheet.end[head]),
                depth=depth,
                mood=_mood(sheet, head, asked=(asks and _is_asked(sheet, head, mark)) or _is_quoted_question(sheet, head, last)),
                tense=_tense(sheet, head),
            )


def _is_asked(sheet: Sheet, head: int, mark: int) -> bool:
    """Whether a predicate belongs to the question that the mark at its sentence's end ends: "said it was unfair and asked: “Who pays?”"."""
    return sheet.region[mark] < 0 or sheet.region[mark] == sheet.region[head]


def _is_quoted_question(sheet: Sheet, head: int, last: int) -> bool:
    """Whether the next mark that ends a sentence in a predicate's quotation is that of a question: "“Is it safe?” Quill said."."""
    region = sheet.region[head]
    mark = next((at for at in range(head, last) if sheet.low[at] in _ENDS), -1) if region >= 0 else -1
    if mark < 0 or sheet.low[mark] != "?" or sheet.region[mark] != region:
        return False
    if sheet.tag[mark - 1] == "PRP" and sheet.low[mark - 2] in {"n't", "n’t"}:
        return False  # "It is safe, isn't it?"
    return not any(sheet.tag[at] in {"``", "''"} for at in range(head, mark))  # a question within: "they want to know, ‘Is it safe?’"


def _depths(sheet: Sheet, root: int) -> dict[int, int]:
    """Predicate -> how many clauses stand around it; a coordinated clause stands as high as the first of its row.

    One walk down the tree: a long sentence with clauses in clauses costs no more for each.
    """
    depths: dict[int, int] = {}
    waiting = [(root, 0)]
    for at, around in waiting:  # grows while it is read
        own = _is_clause(sheet, at)
        if own:
            depths[at] = around
        if kids := sheet.kids[at]:
            waiting += [(kid, around if sheet.dep[kid] == "conj" or _is_set_off(sheet, kid) else around + own) for kid in kids]
    return depths


def _is_clause(sheet: Sheet, at: int) -> bool:
    head = sheet.head[at]
    if sheet.dep[at] == "pobj" and sheet.tag[at] == "VBG" and _is_advised_against(sheet, head):
        return True
    return _is_answer(sheet, at) or heads_clause(sheet.dep[at], sheet.pos[at], sheet.tag[at], sheet.dep[head], sheet.pos[head])


def _is_answer(sheet: Sheet, at: int) -> bool:
    """Whether a "not" is all the predicate that an answer has, its clause outside the quotation: "“Of course not,” Quill said."."""
    region = sheet.region[at]
    if sheet.low[at] != "not" or region < 0:
        return False
    up = sheet.head[at]
    while sheet.region[up] == region and sheet.head[up] != up and sheet.pos[up] not in {"VERB", "AUX"}:
        up = sheet.head[up]
    return sheet.region[up] != region and sheet.lemma[up] in speech_verbs()


def _extent(sheet: Sheet, head: int) -> tuple[int, int]:
    """As `grammar.clause_extent`: the subtree, less coordinated clauses that have a subject or a modal of their own, and less one that a
    colon sets off before it.
    """
    kids = sheet.kids[head]
    first = max((sheet.right[kid] + 1 for kid in kids if _is_set_off(sheet, kid)), default=sheet.left[head])
    kept = [kid for kid in kids if sheet.dep[kid] != "conj" or not _stands_alone(sheet, kid)]
    if len(kept) == len(kids):
        return first, sheet.right[head]
    return first, max([head, *(sheet.right[kid] for kid in kept if sheet.dep[kid] not in {"cc", "punct"})])


def _is_set_off(sheet: Sheet, clause: int) -> bool:
    """Whether a clause before its governor is a sentence of its own, up to a colon: "Whether it will sail | is | doubtful: two left"."""
    head, behind = sheet.head[clause], sheet.right[clause] + 1
    return (
        sheet.dep[clause] == "ccomp"
        and clause < behind < head
        and sheet.low[behind] in {":", ";"}
        and sheet.region[behind] == sheet.region[head]
    )


def _stands_alone(sheet: Sheet, verb: int) -> bool:
    return any(sheet.dep[kid] in SUBJECTS or sheet.tag[kid] == "MD" for kid in sheet.kids[verb])


def _trimmed(sheet: Sheet, first: int, last: int) -> tuple[int, int] | None:
    """Without punctuation at either end; null where nothing is left."""
    while last >= first and sheet.punct[last] and sheet.low[last] not in CLOSING:
        last -= 1
    while first <= last and sheet.punct[first] and sheet.low[first] not in OPENING:
        first += 1
    return (first, last) if first <= last else None


def _mood(sheet: Sheet, head: int, *, asked: bool) -> Mood:
    kids, label = sheet.kids[head], sheet.dep[head]
    if label == "advcl" and any(sheet.dep[kid] == "mark" and sheet.low[kid] in _CONDITIONS for kid in kids):
        return "condition"
    if label in {"ccomp", "pcomp"} and any(sheet.dep[kid] == "mark" and sheet.low[kid] == "whether" for kid in kids):
        return "question"  # "will reveal whether", "questioned whether": nobody says that it is so
    if _is_open(sheet, head) or (label == "ccomp" and _begins_question(sheet, head) and _leaves_open(sheet, sheet.head[head])):
        return "question"
    if label in {"pcomp", "pobj"} and _is_advised_against(sheet, sheet.head[head]):
        return "command"
    if asked and (label in {"ROOT", "ccomp", "conj"} or sheet.low[head] == "not"):
        return "question"
    if sheet.tag[head] != "VB" and not any(sheet.dep[kid] == "auxpass" and sheet.low[kid] == "be" for kid in kids):
        return "statement"
    if any(sheet.tag[kid] == "TO" for kid in kids):
        return "command" if sheet.lemma[sheet.head[head]] in _COMMANDING and label in {"xcomp", "ccomp"} else "infinitive"
    if not any(sheet.dep[kid] in {"nsubj", "nsubjpass", "aux", "expl"} for kid in kids):
        return "command"
    return "statement"


def _is_advised_against(sheet: Sheet, preposition: int) -> bool:
    """Whether what a preposition brings is not to be done: "warned (the public) | against | swimming"."""
    verb = sheet.head[preposition]
    verb = verb if sheet.pos[verb] == "VERB" else sheet.head[verb]
    return sheet.low[preposition] == "against" and sheet.lemma[verb] in _ADVISING


def _begins_question(sheet: Sheet, head: int) -> bool:
    """Whether a clause begins as an indirect question does: "whether", "if", "who", "why"."""
    first = sheet.left[head]
    return sheet.low[first] in _WHETHER or sheet.tag[first] in _WH


def _leaves_open(sheet: Sheet, governor: int) -> bool:
    """Whether an indirect question under this word has no answer there: "wondered | why", "was not certain | what"."""
    above = sheet.head[governor] if sheet.pos[governor] == "ADJ" else governor
    return sheet.lemma[governor] in _ASKING or _is_open(sheet, above)


def _is_open(sheet: Sheet, head: int) -> bool:
    """Whether a predicate only tells that something is not known: "it was not clear whether", "it was not known who"."""
    if _is_at_a_loss(sheet, head) or _has_no_answer(sheet, head):
        return True
    word = _settled_or_not(sheet, head)
    if word < 0:
        return False
    behind = [kid for at in (head, word) for kid in sheet.kids[at] if kid > word and sheet.dep[kid] in {"ccomp", "csubj", "advcl"}]
    first = [kid for kid in sheet.kids[head] if kid < word and sheet.dep[kid] in {"csubj", "csubjpass"}]
    before = [kid for kid in first if sheet.low[sheet.left[kid]] != "what"]  # "what he did is unclear"
    asked = (*before, *behind)
    return any(_begins_question(sheet, kid) and (sheet.dep[kid] != "advcl" or sheet.low[sheet.left[kid]] in _WHETHER) for kid in asked)


def _has_no_answer(sheet: Sheet, head: int) -> bool:
    """As in "it | remains | to be seen whether", "it | is | anyone's guess whether", "it | is | an open question whether"."""
    if sheet.lemma[head] == "remain":
        return any(sheet.dep[kid] == "xcomp" and sheet.low[kid] == "seen" for kid in sheet.kids[head])
    noun = sheet.child(head, "attr") if sheet.lemma[head] == "be" else -1
    beside = {sheet.low[kid] for kid in sheet.kids[noun]} if noun >= 0 else set()
    if noun >= 0 and sheet.low[noun] == "guess":
        return not beside.isdisjoint({"anyone", "anybody"})
    return noun >= 0 and sheet.low[noun] == "question" and "open" in beside


def _settled_or_not(sheet: Sheet, head: int) -> int:
    """The word that tells that something is not known: "is | unclear", "is not | sure", "is far from | certain"; -1 for none."""
    beside = sheet.child(head, "acomp", "oprd", "attr")
    word = head if sheet.low[head] in _SETTLED | _UNSETTLED else beside
    if word >= 0 and sheet.low[word] in _UNSETTLED:
        return word
    if word >= 0 and sheet.low[word] in _SETTLED and (sheet.child(head, "neg") >= 0 or _is_lessened(sheet, word)):
        return word
    below = (at for kid in sheet.kids[head] if sheet.low[kid] in {"far", "anything"} for at in [kid + 2] if at <= sheet.right[kid])
    return next((at for at in below if sheet.low[at] in _SETTLED and _is_lessened(sheet, at)), -1)


def _is_lessened(sheet: Sheet, word: int) -> bool:
    """Whether the words before it leave little of it: "less | sure", "far from | clear", "by no means | certain"."""
    before = tuple(sheet.low[max(0, word - 3) : word])
    return before[-1:] == ("less",) or before[-2:] in {("far", "from"), ("anything", "but"), ("no", "means")}


def _is_at_a_loss(sheet: Sheet, head: int) -> bool:
    """As `senses` has it: "I don't | know | if they'll suspend us", "said he could not | recall | whether it was locked"."""
    idea = _no_idea(sheet, head)
    if idea < 0 and (sheet.lemma[head] not in _KNOWING or sheet.tag[head] != "VB" or sheet.child(head, "neg") < 0):
        return False
    subject = sheet.low[sheet.child(head, "nsubj")] if sheet.child(head, "nsubj") >= 0 else ""
    told = sheet.dep[head] == "ccomp" and sheet.lemma[sheet.head[head]] in speech_verbs()
    past = sheet.tag[head] == "VBD" or any(sheet.dep[kid] == "aux" and sheet.low[kid] in {"did", "could"} for kid in sheet.kids[head])
    if not (subject in _IN_PERSON and not past) and not (subject in _ITSELF and told):
        return False
    beside = [*sheet.kids[head], *(sheet.kids[idea] if idea >= 0 else ())]
    behind = (kid for kid in beside if kid > head and sheet.dep[kid] in {"ccomp", "advcl", "acl", "relcl"})
    return any(_begins_question(sheet, kid) and all(sheet.tag[at] != "TO" for at in sheet.kids[kid]) for kid in behind)


def _no_idea(sheet: Sheet, head: int) -> int:
    """The "idea" of who "has | no idea | who paid"; -1 for none."""
    idea = sheet.child(head, "dobj") if sheet.lemma[head] == "have" else -1
    known = idea >= 0 and sheet.low[idea] in {"idea", "clue"} and any(sheet.low[kid] == "no" for kid in sheet.kids[idea])
    return idea if known else -1


_KNOWING = frozenset({"know", "recall", "remember"})
_IN_PERSON = frozenset({"i", "we"})
_ITSELF = frozenset({"he", "she", "they"})


def _tense(sheet: Sheet, head: int) -> Tense | None:
    helpers = [kid for kid in sheet.kids[head] if sheet.dep[kid] in {"aux", "auxpass"}]
    words = {sheet.low[kid] for kid in helpers}
    if words & _FUTURE or (sheet.low[head] == "going" and sheet.child(head, "xcomp") >= 0):
        return "future"
    finite = next((sheet.tag[at] for at in [*helpers, head] if sheet.tag[at] in FINITE), None)
    if finite is None:
        return None
    return "past" if finite == "VBD" or words & {"had", "was", "were"} else "present"
