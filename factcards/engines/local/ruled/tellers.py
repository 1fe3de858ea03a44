"""Who says what a verb introduces: its subject, who is heard to speak, the name before it where the parser lost it."""

from __future__ import annotations

from factcards.engines.local.found import Source
from factcards.engines.local.parsing.grammar import (
    FINITE,
    SUBJECTS,
    agreeing,
    child,
    is_infinitive,
    subject_of,
    told_by_age,
    trimmed,
    verb_group,
)
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asked import answers_for
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.lexicon import speaker_words

__all__ = [
    "PERSONAL",
    "QUOTING",
    "foretold",
    "is_nobody",
    "is_source",
    "mention_of",
    "perceived_as",
    "saying_of",
    "source_before",
    "source_of",
    "whom_it_quotes",
]


PERSONAL = frozenset({"he", "she", "they", "i", "we", "who", "it"})
"""Pronouns of whoever may speak."""
QUOTING = frozenset({"quote", "cite", "report", "record"})
"""Verbs by which one tells what another says."""


def is_source(head: Token) -> bool:
    """Whether a noun or pronoun can speak: a name, a person, an organisation, a document; not "the approach" or "discussions"."""
    if head.pos_ == "PRON" or head.lower_ in PERSONAL:
        return head.lower_ in PERSONAL or head.lemma_.lower() in speaker_words("group") or head.lower_ in {"one", "everyone", "nobody"}
    if head.pos_ == "PROPN" or head.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or (head.pos_ == "ADV" and head.is_title):
        return True
    return noun_kind(head) != "unknown"


def source_of(block: Block, verb: Token) -> Source | None:
    """The verb's subject as a source; where the parser lost it, the name or pronoun right before the verb."""
    perceived = perceived_as(verb)
    speaks = perceived[0] if perceived is not None else whom_it_quotes(verb)
    if speaks is not None:
        return mention_of(block, speaks)
    if (awaited := foretold(verb)) is not None:
        return mention_of(block, awaited)
    subject = _counsel(verb) or answers_for(verb) or _who_moved_it(verb) or subject_of(verb)
    shared = verb.dep_ == "conj" and verb.tag_ in FINITE and subject is not None and subject.head is not verb
    if subject is not None and ((subject.dep_ == "nsubjpass" and not shared) or is_nobody(subject, verb)):
        return None
    if subject is not None and subject.lower_ in {"who", "that", "which"} and subject.head.dep_ == "relcl":
        subject = subject.head.head
    if subject is None:
        subject = source_before(verb)
    own = child(verb, "nsubj") is not None
    progressive = own and child(verb, "aux") is not None  # "many were asking for more time"
    hangs = (verb.tag_ == "VBG" and not progressive) or (verb.dep_ in {"conj", "ccomp"} and not own)
    if hangs and (subject is None or not is_source(subject)):
        subject = _source_above(verb) or subject
    subject = agreeing(subject, verb) if subject is not None else None
    return mention_of(block, subject) if subject is not None else None


def foretold(verb: Token) -> Token | None:
    """Of whom it is expected or told that he says what a clause behind tells: "| Quill | is expected to argue that it was late"."""
    told = verb.head if verb.dep_ == "xcomp" and is_infinitive(verb) and child(verb, "ccomp") is not None else None
    raised = told is not None and told.tag_ == "VBN" and told.lemma_ in _RAISED and child(told, "auxpass") is not None
    return child(told, "nsubjpass") if told is not None and raised and child(told, "agent") is None else None


_RAISED = frozenset({"expect", "say", "report", "understand", "believe", "think"})


def _who_moved_it(verb: Token) -> Token | None:
    """Who says what goes on from a clause of time, where a thing is the sentence's subject: "Shares fell after | the firm | cut its
    forecast and said".
    """
    above = verb.head if verb.dep_ == "conj" and child(verb, *SUBJECTS) is None else None
    thing = child(above, "nsubj") if above is not None else None
    if above is None or thing is None or is_source(thing):
        return None
    for clause in above.rights:
        mark, who = child(clause, "mark"), child(clause, "nsubj")
        timed = clause.dep_ == "advcl" and clause.i < verb.i and mark is not None and mark.lower_ in {"after", "as", "when", "because"}
        if timed and who is not None and clause.tag_ == verb.tag_ and is_source(who):
            return who
    return None


def _counsel(verb: Token) -> Token | None:
    """The name before what a lawyer or a judge does in court: "Quill KC, | prosecuting, | said"."""
    doc, at = verb.doc, verb.i
    beside = at > 3 and doc[at - 1].text == "," == doc[at - 3].text and doc[at - 2].lower_ in _IN_COURT
    return doc[at - 4] if beside and doc[at - 4].pos_ == "PROPN" else None


_IN_COURT = frozenset({"prosecuting", "defending", "mitigating", "sentencing", "presiding", "appearing"})


def perceived_as(verb: Token) -> tuple[Token, Token] | None:
    """Who is heard, seen or said to speak, and the verb that says so: "“Go,” a woman can be heard | shouting |", "was quoted as | saying
    |", "“I did it,” he is alleged to have | said |".
    """
    above = verb.head.head if verb.head.lower_ == "as" else verb.head
    told = is_infinitive(verb) or (verb.tag_ == "VBN" and any(c.tag_ == "TO" for c in verb.children))
    told = told and child(verb, "ccomp") is None and any(t.is_quote for t in verb.sent)
    kinds = _PERCEIVED if verb.tag_ == "VBG" else _PERCEIVED | _RAISED | {"allege", "claim"} if told else ()
    if above.tag_ != "VBN" or above.lemma_.lower() not in kinds or above.i > verb.i:
        return None
    subject = child(above, "nsubjpass")
    return None if subject is None else (subject, above)


_PERCEIVED = frozenset({"hear", "overhear", "see", "film", "record", "catch", "capture", "show", "report", "quote", "cite"})


def saying_of(verb: Token) -> Token | None:
    """The "saying" of whom somebody quotes: "the agency | quoted | Quill as | saying |", "Quill was quoted as saying"."""
    link = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None) if verb.lemma_.lower() in QUOTING else None
    return child(link, "pcomp") if link is not None else None


def whom_it_quotes(saying: Token) -> Token | None:
    """Whom somebody else quotes as saying it: "“It is shut,” the agency quoted | Quill | as | saying |"."""
    quoting = saying.head.head
    quotes = saying.tag_ == "VBG" and saying.head.lower_ == "as" and quoting.lemma_.lower() in QUOTING
    return child(quoting, "dobj") if quotes else None


def is_nobody(subject: Token, verb: Token) -> bool:
    """Whether an "it" says nothing: "It is important to note that ...", "suffice it to say ..."."""
    return subject.lower_ == "it" and is_infinitive(verb) and (verb.head.pos_ == "ADJ" or verb.head.lemma_ in {"be", "suffice"})


def _source_above(participle: Token) -> Token | None:
    """Who the clause around says it of: in "X stressed that the plan might work, stating ..." the parser may hang "stating" on
    "work", and plans state nothing.
    """
    for verb in participle.ancestors:
        subject = child(verb, "nsubj") or (source_before(verb) if is_cue_verb(verb) else None)
        if subject is not None and is_source(subject):
            return subject
    return None


def source_before(verb: Token) -> Token | None:
    """The name, age or personal pronoun that stands directly before a verb, adverbs apart; or a name directly behind it ("said Quill", but
    not "asking Quill to go").
    """
    at = verb_group(verb)[0].i - 1
    first = verb.doc[at] if at >= 0 else verb
    if first.is_sent_start and first.pos_ == "ADV" and first.is_title and child(verb, "nsubj") is None and child(verb, "ccomp") is not None:
        return first  # a name that passes for an adverb: "Tolliver said that"
    while at >= 0 and verb.doc[at].pos_ == "ADV":
        at -= 1
    if verb.tag_ != "VBG" and at >= 0 and (verb.doc[at].pos_ == "PROPN" or verb.doc[at].lower_ in PERSONAL):
        return verb.doc[at]
    if at >= 0 and told_by_age(verb.doc[at]) is not None:
        return verb.doc[at]
    before = verb.doc[at - 1] if at >= 1 else None
    if before is not None and verb.doc[at].text == "," and before.pos_ == "PROPN" and _told_before(verb):
        return before  # "..., its chief executive, Dana Weiss, told reporters": the parser hangs her on what she tells
    following = verb.i + 1
    if verb.tag_ != "VBG" and following < len(verb.doc) and verb.doc[following].pos_ == "PROPN":
        end = following
        while end + 1 < len(verb.doc) and verb.doc[end + 1].pos_ == "PROPN":
            end += 1
        return verb.doc[end]
    return None


def _told_before(verb: Token) -> bool:
    """Whether the verb's clause stands before it and nobody else is its subject."""
    return child(verb, "nsubj") is None and any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)


def mention_of(block: Block, head: Token) -> Source:
    """The words that name the source: a name alone, a pronoun, or a whole noun phrase without its relative clause."""
    small = head.is_lower and child(head, "det") is not None  # "the | minister", by the tagger a name
    if (head.pos_ == "PROPN" and not small) or head.ent_type_ == "PERSON":
        first = last = head
        while first.i and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).lower_ not in speaker_words("titles"):
            if first.nbor(-1).sent != head.sent or (head.ent_type_ and first.nbor(-1).ent_type_ not in {"", head.ent_type_}):
                break
            first = first.nbor(-1)
        while last.i + 1 < len(head.doc) and last.nbor(1).pos_ == "PROPN" and last.nbor(1).head in {head, last}:
            last = last.nbor(1)
        return Source(block, head, first, last)
    if head.pos_ == "PRON":
        return Source(block, head, head, head)
    if (article := told_by_age(head)) is not None:
        return Source(block, head, article, head)
    asides = {t.i for c in head.children if c.dep_ in {"relcl", "appos"} for t in c.subtree}
    asides |= {c.i for c in head.children if c.dep_ == "cc" and c.i + 1 in asides}
    kept = trimmed(t for t in head.subtree if t.i not in asides)
    if not kept or kept[-1].i - kept[0].i > 30:
        return Source(block, head, head, head)
    return Source(block, head, kept[0], kept[-1])
