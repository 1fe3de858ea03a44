"""The clause that a verb brings in: its words without another's turn, with what the parser hung elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.engines.local.found import Source
from factcards.engines.local.parsing.grammar import (
    SUBJECTS,
    TENSED,
    WEEKDAYS,
    auxiliaries,
    child,
    is_infinitive,
    verb_group,
)
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asides import TOLD
from factcards.engines.local.ruled.asked import asked_aside
from factcards.engines.local.ruled.clauses import is_complementiser
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.engines.local.ruled.hearsay import SAID_BY_SOME
from factcards.engines.local.ruled.tellers import PERSONAL, is_source, source_before
from factcards.lexicon import content_frames, speech_verbs

__all__ = ["clause_content", "others_turn", "told_in_a_clause", "without_asides"]


def _said_in(verb: Token) -> list[Token]:
    """What ends a sentence as somebody's words, where the parser hangs them on the phrase between: ", saying in a statement | that ..."."""
    doc, end = verb.doc, verb.sent.end
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in speech_verbs() or not verb.i or doc[verb.i - 1].text != ",":
        return []
    that = next((t for t in doc[verb.i + 2 : min(verb.i + 8, end)] if t.lower_ == "that"), None)
    if that is None or doc[verb.i + 1].pos_ != "ADP" or any(t.is_punct or t.pos_ == "VERB" for t in doc[verb.i + 1 : that.i]):
        return []
    return list(doc[that.i + 1 : end])


def _said_where(verb: Token) -> list[Token]:
    """What somebody says in a paper, or at a time, where the parser takes it for what the paper is: "said in an open letter | that ...",
    "told reporters after the meeting | that ...", "had assumed at the time | that ...".
    """
    lemma = verb.lemma_.lower()
    says = lemma in speech_verbs() | content_frames("mind")
    links = [c for c in verb.rights if c.dep_ == "prep" and c.lower_ in _WHERE and f"{lemma} {c.lower_}" not in content_frames("oblique")]
    nouns = (child(link, "pobj", "pcomp") for link in links if says)
    for noun in nouns:
        behind = noun.rights if noun is not None and noun.pos_ != "VERB" else ()
        clause = next((c for c in behind if c.dep_ in {"acl", "relcl", "ccomp"} and _opens_what_is_said(c.left_edge)), None)
        if noun is not None and clause is not None and clause.left_edge.i == noun.i + 1 and child(clause, "nsubj", "nsubjpass", "expl"):
            return clause_content(clause, verb)
    return []


_WHERE = frozenset({"in", "at", "during", "after", "before", "on", "outside"})
"""Prepositions between a verb of speech and where or when it is said."""


def _opens_what_is_said(that: Token) -> bool:
    """Whether it opens a clause that lacks nothing, also where the parser takes it for an adverb: "assumed at the time | that | he
    meant".
    """
    return is_complementiser(that) or (that.lower_ == "that" and that.dep_ == "advmod") or _is_no_relative(that, that.head)


def _told_hearer(verb: Token) -> list[Token]:
    """What somebody tells a hearer, where the parser takes it for what is said of the hearer: "told the jury | he had seen Marsh | ...",
    "warned the council that | ash would fall |".
    """
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i > verb.i]
    clause = child(objects[0], "relcl", "acl") if len(objects) == 1 and verb.lemma_.lower() in TOLD else None
    if clause is None:
        return []
    that, subject = clause.left_edge, child(clause, "nsubj", "nsubjpass")
    if verb.lemma_.lower() != "tell" and not (clause.lemma_ == "be" and _is_no_relative(that, clause)):
        return []
    if _is_no_relative(that, clause) or _is_told_so(that, subject):
        return list(verb.doc[that.i + 1 : clause.right_edge.i + 1])
    if subject is None or subject.lower_ not in PERSONAL or not objects[0].i + 1 == subject.i == that.i:
        return []
    joined = next((c.i for c in verb.children if c.i > clause.i and c.dep_ in {"cc", "conj"}), verb.sent.end)
    return list(verb.doc[subject.i : joined])


def _is_told_so(that: Token, subject: Token | None) -> bool:
    """Whether "that" stands right before who does it: "told the lawyers that | she | intends to rule"."""
    return that.lower_ == "that" and subject is not None and subject.i == that.i + 1 and subject.lower_ in PERSONAL - {"who"}


def _is_no_relative(that: Token, clause: Token) -> bool:
    """Whether a "that" which the parser has for an object opens a clause that has its own: "told a meeting | that rebels sought peace"."""
    if that.lower_ != "that" or that.dep_ != "dobj" or that.head is not clause:
        return False
    subject = child(clause, "nsubj", "nsubjpass") or (child(clause.head, "nsubj", "nsubjpass") if clause.dep_ == "xcomp" else None)
    own = clause.rights if clause.lemma_ == "be" else (c for c in clause.rights if c.dep_ in {"dobj", "ccomp"} and c is not that)
    return subject is not None and any(not c.is_punct for c in own)


def _is_kept_back(verb: Token) -> bool:
    """Whether it tells what a speaker would not say: "said that Quill knew of it, but | would not say | whether she had signed it"."""
    silent = verb.lemma_.lower() in {"say", "specify", "disclose", "confirm"} and child(verb, "neg") is not None
    return silent and any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for clause in verb.rights for c in clause.children)


def told_in_a_clause(verb: Token, source: Source) -> list[Token]:
    """The words of the clause that a verb brings in, before it or behind it; none where it brings in none."""
    if _closes(verb, verb.head):
        return without_asides(verb.doc[verb.head.left_edge.i : source.first.i - 1], verb.head)
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and not _is_beside(c, verb)]
    told = (c for c in clauses if c.i > verb.i and is_complementiser(c.left_edge))  # "It was late, after which she told him | that ..."
    clause = next(told, clauses[0] if clauses else None)
    if clause is not None and any(is_infinitive(c) and verb.i < c.i < clause.i for c in verb.children if c.dep_ in {"xcomp", "ccomp"}):
        clause = None
    return clause_content(clause, verb) if clause is not None else _said_in(verb) or _told_hearer(verb) or _said_where(verb)


def _is_beside(clause: Token, verb: Token) -> bool:
    """Whether a complement by the parse is none: an infinitive, what somebody is asked between commas, who says all of it, or what stands
    before a semicolon, or before a colon and who says it: "He took another line: | he did not know".
    """
    who = child(verb, "nsubj")
    if any(c.lower_ == "that" and c.dep_ == "mark" and c.i > clause.i for c in verb.lefts):  # "It is odd, she said, | that some find it"
        return True
    for mark in verb.doc[clause.i : max(clause.i, verb.i)]:
        if mark.text == ";" or (mark.text == ":" and who is not None and who.left_edge.i == mark.i + 1):
            return True
    return is_infinitive(clause) or asked_aside(clause) is not None or _closes(clause, verb)


def _closes(verb: Token, above: Token) -> bool:
    """Whether a verb of speech with its subject ends a sentence, which the parser takes for what the verb before it says: "Quill has ruled
    that out, | a spokesman said".
    """
    subject = child(verb, "nsubj")
    said = verb.dep_ == "ccomp" and above.i < verb.i and verb.lemma_.lower() in speech_verbs()
    ends = said and subject is not None and verb.right_edge.i == verb.i
    return ends and subject is not None and subject.left_edge.i > above.i and subject.left_edge.nbor(-1).text == ","


def clause_content(clause: Token, verb: Token) -> list[Token]:
    """The clause without "that"; further clauses coordinated under the same cue belong to it."""
    left = {c.i for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"}
    left |= {clause.left_edge.i} if _opens_what_is_said(clause.left_edge) else set()
    first = clause.left_edge
    if first.i == verb.i + 1 and first.lower_ in WEEKDAYS and first.dep_ == "npadvmod":
        left.add(first.i)
    own = {t.i for t in verb_group(verb)} | {verb.i}
    left |= own | others_turn(clause) | _speaker_within(clause, verb)
    told = [t for t in clause.subtree if t.i not in left]
    return without_asides([*_lost_subject(clause, verb), *told], clause)


def _lost_subject(clause: Token, verb: Token) -> list[Token]:
    """The "that" before who says it, where the parser has it open his clause though it is what he speaks of: "research | that | some say |
    raises doubts |", "a thread of | what | she believes | is fungus |".
    """
    bare = clause.i == verb.i + 1 and clause.tag_ in TENSED and child(clause, *SUBJECTS) is None
    opening = next((c for c in verb.lefts if c.lower_ in {"that", "what"}), None) if bare else None
    if opening is None or (opening.lower_ == "that" and (not opening.i or opening.nbor(-1).pos_ not in {"NOUN", "PROPN"})):
        return []
    return [opening]


def _speaker_within(clause: Token, verb: Token) -> set[int]:
    """The speaker's name right before the verb, with the description that it stands beside, where the parser hung it into the clause."""
    named = source_before(verb) if clause.i < verb.i else None
    if named is None or not clause.left_edge.i < named.i <= clause.right_edge.i:
        return set()
    top = named
    while top.dep_ in {"appos", "compound", "flat"} and top.head.i != clause.i:
        if top.dep_ == "appos" and top.head.dep_ not in {"appos", "compound", "flat"}:
            break
        top = top.head
    return set(range(top.left_edge.i, verb.i))


def others_turn(clause: Token) -> set[int]:
    """Words that the parser hung into a content though they go on with the sentence around it: another cue that the content's subject
    cannot govern ("said the bridge was shut but denied that ..."), or somebody else's turn ("..., while engineers say ...").
    """
    subject = child(clause, "nsubj", "nsubjpass")
    dropped: set[int] = set()
    for token in clause.children:
        if token.i <= clause.i or not is_cue_verb(token):
            continue
        judges = _is_past_beside_imperfect(token, clause)
        if not (judges or child(token, "ccomp", "xcomp")) or _is_held_of(token, clause):
            continue
        if token.lemma_.lower() in SAID_BY_SOME and child(token, "auxpass") is not None and subject is not None and subject.lower_ != "it":
            continue  # "said counting would resume and was expected to finish on Friday"
        who = child(token, "nsubj")
        thing = subject is not None and not is_source(subject) and subject.lemma_.lower() not in _BODIES
        alone = thing or judges or _is_kept_back(token) or _is_past_beside_modal(token, clause)
        shared = token.dep_ == "conj" and who is None and subject is not None and (subject.lower_ == "it" or alone)
        first = token.left_edge.i
        mark = child(token, "mark")
        turn = who is not None and is_source(who) and (token.dep_ == "conj" or (mark is not None and mark.lower_ in {"while", "whereas"}))
        comma = any(t.text == "," for t in token.doc[max(0, first - 2) : first])
        if shared or (turn and comma):
            dropped.update(range(first, token.right_edge.i + 1))
            dropped.update(c.i for c in clause.children if c.dep_ in {"cc", "punct"} and first - 2 <= c.i < first)
    return dropped


def _is_past_beside_modal(verb: Token, clause: Token) -> bool:
    """Whether a past tense goes on beside a cue, not beside what it tells: "found that the council could show no plan
    and | warned | that".
    """
    return clause.tag_ == "VB" and any(c.tag_ == "MD" for c in clause.lefts) and verb.tag_ in {"VBD", "VBN"} and not auxiliaries(verb)


def _is_past_beside_imperfect(verb: Token, clause: Token) -> bool:
    """Whether a judgement in the past tense goes on beside a cue, not beside what it tells as being so then: "said the mayor was hiding
    money and | accused | the council of theft"; he himself "had accused" it. Whoever speaks may be told on: "said he was drunk and accused
    her".
    """
    thing, be = child(verb, "dobj"), next((t for t in (*clause.lefts, clause) if t.lemma_ == "be" and t.tag_ == "VBD"), None)
    past = verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBN"} and not auxiliaries(verb) and child(verb, *SUBJECTS) is None
    be = clause if be is None and clause.lower_ == "had" and child(clause, "dobj") is not None else be  # "said it | had | no debt"
    if not past or thing is None or be is None or not (be is clause or clause.tag_ == "VBG") or clause.head.tag_ != "VBD":
        return False
    told = clause.dep_ == "ccomp" and clause.head.lemma_.lower() in speech_verbs() and verb.left_edge.nbor(-1).lower_ in {"and", "but"}
    judges = verb.lemma_.lower() in (content_frames("object") - content_frames("mind")) | {"accuse"}
    out = child(verb, "prt")
    judges = judges or (out is not None and f"{verb.lemma_} {out.lower_}" in content_frames("oblique"))  # "ruled out"
    subject = child(clause, *SUBJECTS)
    own = subject is not None and (subject.pos_ != "PRON" or subject.lower_ == "it")
    return told and judges and own and thing.pos_ != "PRON"


_BODIES = frozenset({"family", "couple", "crew", "team", "crowd", "household"})
"""What fears and hopes as people do, though it says nothing elsewhere."""


def _is_held_of(verb: Token, clause: Token) -> bool:
    """Whether a passive goes on in it: "was checked and found to be safe", where "found" takes its "was" from "checked"."""
    held = child(verb, "xcomp")
    if verb.tag_ != "VBN" or child(clause, "auxpass") is None or child(verb, "aux", "auxpass") is not None or held is None:
        return False
    return held.lemma_ == "be" or any(c.dep_ in {"aux", "auxpass"} and c.lemma_ in {"be", "have"} for c in held.children)


def without_asides(tokens: Sequence[Token], head: Token) -> list[Token]:
    """Without a participle clause that is a cue of its own: "might lean towards peace, stating, ..."."""
    dropped: set[int] = set()
    for token in tokens:
        speaks = token.tag_ == "VBG" and token.lemma_.lower() in speech_verbs() and token.dep_ in {"advcl", "acl", "conj"}
        if speaks and token is not head and token.i and any(t.text == "," for t in token.doc[max(0, token.i - 2) : token.i]):
            dropped.update(t.i for t in token.subtree)
    return [t for t in tokens if t.i not in dropped]
