"""The clauses of a parse: predicate, depth, mood and tense of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from factcards.engines.local.certainty.conditions import ASKING, conditioned_afar
from factcards.engines.local.certainty.modals import is_inverted
from factcards.engines.local.certainty.unsettled import is_open, is_unknown
from factcards.engines.local.parsing.grammar import CLOSING, FINITE, GIVEN, IF, OPENING, SUBJECTS, begins_question, heads_clause
from factcards.engines.local.parsing.sheet import Sheet
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import cue_verbs, hedge_entries, speech_verbs
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
        kids = sheet.kids[at]
        if _is_clause(sheet, at):
            depths[at] = around
            waiting += [(kid, around if sheet.dep[kid] == "conj" or _is_set_off(sheet, kid) else around + 1) for kid in kids]
        else:
            waiting += [(kid, around) for kid in kids]
    return depths


def _is_clause(sheet: Sheet, at: int) -> bool:
    head, label = sheet.head[at], sheet.dep[at]
    if label == "ccomp" and sheet.pos[at] in {"ADJ", "NOUN"} and sheet.lemma[head] == "consider":
        return sheet.child(at, "nsubj") >= 0  # "considered | them harmless"
    if sheet.low[at] == "not" and _is_answer(sheet, at):
        return True
    return heads_clause(label, sheet.pos[at], sheet.tag[at], sheet.dep[head], sheet.pos[head])


def _is_answer(sheet: Sheet, at: int) -> bool:
    """Whether this "not" is all the predicate that an answer has, its clause outside the quotation: "“Of course not,” Quill said."."""
    region = sheet.region[at]
    if region < 0:
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
    """Whether a clause before its governor is a sentence of its own: up to a colon ("Whether it will sail | is | doubtful: two left"), or
    up to a comma behind which nobody says it ("It may rain, | we | like that").
    """
    if sheet.dep[clause] != "ccomp":
        return False
    head, behind = sheet.head[clause], sheet.right[clause] + 1
    if not clause < behind < head or sheet.region[behind] != sheet.region[head]:
        return False
    if sheet.low[behind] != ",":
        mark = behind - (not sheet.punct[behind])
        dashed = sheet.low[mark] in {"-", "–", "—"} and sheet.low[mark + 1] in {"so", "but", "and"}  # "It rained – | so we | left"
        return dashed or sheet.low[behind] in {":", ";"}
    if sheet.low[behind + 1] in _CONCESSIVE:
        return True  # "It | must | not reopen, however late it | gets |"
    subject, said = sheet.child(head, "nsubj", "expl"), sheet.lemma[head] in cue_verbs() or sheet.lemma[head] in hedge_entries()
    begins = behind + 1 + (sheet.pos[behind + 1] == "ADV" and sheet.low[behind + 1] != "so")  # "It rained, | thus | we | left |"
    return subject >= 0 and sheet.left[subject] == begins and not said


_CONCESSIVE = frozenset({"however", "whatever", "whoever", "whichever", "wherever", "whenever"})


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
    if _is_doubted(sheet, head):
        return "statement"
    if label in {"ccomp", "pcomp"} and any(sheet.dep[kid] == "mark" and sheet.low[kid] == "whether" for kid in kids):
        return "question"  # "will reveal whether", "questioned whether": nobody says that it is so
    _, predicate = sheet.tokens[head]
    if (label in {"advcl", "ccomp"} and is_inverted(predicate)) or conditioned_afar(predicate) is not None:
        return "condition"
    if is_open(predicate) or (label == "ccomp" and begins_question(predicate) and _leaves_open(predicate.head)):
        return "question"
    if (label == "pcomp" and _is_advised_against(sheet, sheet.head[head])) or _is_demanded(sheet, head):
        return "command"
    if asked and (label in {"ROOT", "ccomp", "conj"} or sheet.low[head] == "not"):
        return "question"
    if sheet.tag[head] != "VB" and not any(sheet.dep[kid] == "auxpass" and sheet.low[kid] == "be" for kid in kids):
        return "statement"
    if any(sheet.tag[kid] == "TO" for kid in kids):
        return "command" if sheet.lemma[sheet.head[head]] in _COMMANDING and label in {"xcomp", "ccomp"} else "infinitive"
    if not any(sheet.dep[kid] in {"nsubj", "nsubjpass", "aux", "expl"} and sheet.low[kid] != "do" for kid in kids):  # "Do n't worry"
        return "command"
    return "statement"


def _is_doubted(sheet: Sheet, head: int) -> bool:
    """Whether somebody does not think that it is so: "doubted whether it would | last |", "doubts if it will"; not "nobody doubted"."""
    if sheet.lemma[sheet.head[head]] != "doubt" or sheet.dep[head] not in {"ccomp", "advcl"} or sheet.head[head] > head:
        return False
    return any(sheet.dep[kid] == "mark" and sheet.low[kid] in {"whether", "if"} for kid in sheet.kids[head])


def _is_demanded(sheet: Sheet, head: int) -> bool:
    """Whether a clause is to come about by somebody's word, its verb without an ending: "insisted that any deal | include | the north",
    "that the road | be closed |". A council may "close" in the plural, so what asks for it has to be in the past.
    """
    verb, kids = sheet.head[head], sheet.kids[head]
    if sheet.dep[head] != "ccomp" or sheet.lemma[verb] not in _DEMANDING or sheet.low[sheet.left[head]] != "that":
        return False
    helpers = [kid for kid in kids if sheet.dep[kid] in {"aux", "auxpass"}]
    if helpers:
        return sheet.low[min(helpers)] == "be"
    subject = next((kid for kid in kids if sheet.dep[kid] in SUBJECTS), -1)
    single = subject >= 0 and (sheet.tag[subject] in {"NN", "NNP"} or sheet.low[subject] in {"he", "she", "it"})
    return single and sheet.tag[head] in {"VB", "VBP"} and sheet.tag[verb] in {"VBD", "VBN"}


_DEMANDING = frozenset({"insist", "demand", "propose", "recommend", "require", "request", "suggest", "ask", "urge", "order", "advise"})


def _is_advised_against(sheet: Sheet, preposition: int) -> bool:
    """Whether what a preposition brings is not to be done: "warned (the public) | against | swimming"."""
    verb = sheet.head[preposition]
    verb = verb if sheet.pos[verb] == "VERB" else sheet.head[verb]
    return sheet.low[preposition] == "against" and sheet.lemma[verb] in _ADVISING


def _leaves_open(governor: Token) -> bool:
    """Whether an indirect question under this word has no answer there: "wondered | why", "was not certain | what"."""
    return governor.lemma_ in ASKING or is_unknown(governor) or is_open(governor.head if governor.pos_ == "ADJ" else governor)


def _tense(sheet: Sheet, head: int) -> Tense | None:
    helpers = [kid for kid in sheet.kids[head] if sheet.dep[kid] in {"aux", "auxpass"}]
    words = {sheet.low[kid] for kid in helpers}
    if words & _FUTURE or (sheet.low[head] == "going" and sheet.child(head, "xcomp") >= 0):
        return "future"
    finite = next((sheet.tag[at] for at in [*helpers, head] if sheet.tag[at] in FINITE), None)
    if finite is None:
        return None
    return "past" if finite == "VBD" or words & {"had", "was", "were"} else "present"
