"""Whom a sentence's grammar lets a pronoun mean, whom it forbids, and which subject the parser lost: words, whoever they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, child
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import content_frames, speaker_words, speech_verbs

__all__ = [
    "adds",
    "arguments_above",
    "co_arguments",
    "is_lost_subject",
    "some_above",
    "subject_ahead",
    "teller_of",
    "whose_words",
]

_FAR = 6
"""Words that are climbed from a pronoun to the clause that tells its own."""


def co_arguments(pronoun: Token) -> Iterator[Token]:
    """Nouns that the pronoun's own clause forbids: "he told Quill"; the subject of what it says: "he said Quill left"."""
    if pronoun.dep_ == "poss":
        return
    for token in pronoun.head.children:
        inner = [token, *token.children] if token.dep_ in {"prep", "dative", "agent"} else [token]
        if token.dep_ == "dobj":  # "he wrote a letter to Quill"
            inner += [t for c in token.children if c.dep_ == "prep" and c.lower_ in {"to", "with", "against"} for t in c.children]
        yield from (other for other in inner if other.i != pronoun.i)
        if token.dep_ == "ccomp" and pronoun.dep_ == "nsubj" and token.i > pronoun.i:
            subject = child(token, "nsubj", "nsubjpass")
            if subject is not None:
                yield subject


def arguments_above(pronoun: Token) -> Iterator[Token]:
    """The nouns beside the verb that the pronoun's own clause dates or grounds: "Quill sacked the clerk after | he | lied"."""
    verb = pronoun.head
    if pronoun.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "advcl" or verb.head.i > verb.i:
        return
    if any(c.lower_ in _TELLS_WHEN_OR_WHY for c in verb.children if c.dep_ in {"mark", "advmod"} and c.i < pronoun.i):
        yield from (c for c in verb.head.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "dative"} and c.i < pronoun.i)


def some_above(pronoun: Token, shares: Collection[str]) -> Token | None:
    """The "some", the number or the share beside whose verb "they" stands, or that says what they do: "| Some | had left because they
    thought it unsafe", "About | half | said they would stay"; but "half of the | voters |".
    """
    if pronoun.lower_ != "they":
        return None
    above = (*arguments_above(pronoun), teller_of(pronoun))
    subjects = [t for t in above if t is not None and t.dep_ in SUBJECTS]
    alone = (t for t in subjects if (t.lemma_.lower() in shares or t.like_num) and all(c.lower_ != "of" for c in t.rights))
    return next((t for t in subjects if t.lower_ in _SEVERAL), next(alone, None))


_SEVERAL = frozenset({"some", "many", "others", "several", "few"})
_TELLS_WHEN_OR_WHY = frozenset({"after", "because", "when", "before", "since", "while", "until", "once", "although", "though"})
"""What such a clause begins with."""


def adds(pronoun: Token) -> bool:
    """Whether somebody says more than he has said: "| She | added", "| He | also said", not "he added a clause"."""
    verb = pronoun.head
    also = verb.lemma_ in speech_verbs() and any(c.lower_ == "also" for c in verb.lefts)
    return pronoun.dep_ == "nsubj" and (also or verb.lemma_ in _ADDS)


_ADDS = frozenset({"add", "continue", "conclude"})
"""What is done only by who has spoken."""


def subject_ahead(pronoun: Token) -> Token | None:
    """The subject of the main clause behind the pronoun's, or behind "its" phrase: "while he left, Moss said", "On its site, Tarn said"."""
    verb = pronoun.head
    for _ in range(4):
        if verb.head.i < pronoun.i or verb.dep_ not in {"advcl", "relcl", "pcomp", "prep", "pobj", "ccomp", "acl", "conj"}:
            return None
        clause, verb = verb, verb.head
        subject = child(verb, "nsubj", "nsubjpass")
        if subject is not None and subject.i > pronoun.i and clause.dep_ in {"advcl", "prep", "pobj"}:
            return subject
    return None


def teller_of(pronoun: Token) -> Token | None:
    """The subject that is said to say what the pronoun's clause says: in "Quill said she hoped", she is Quill, and in "Quill was asked if
    she hoped". A clause that only describes a noun is nobody's words: "Quill left in a car that her brother had sold".
    """
    verb, describes = pronoun.head, False
    for _ in range(_FAR):
        if verb.head.i == verb.i:
            return None
        if _concedes(verb):
            verb = verb.head
            continue
        describes = verb.dep_ in {"relcl", "acl"} or (describes and verb.dep_ != "ccomp")
        subject = child(verb.head, "nsubjpass" if verb.head.lemma_ == "ask" else "nsubj")
        if subject is not None and subject.i < pronoun.i:
            return None if describes else subject
        verb = verb.head
    return None


def _concedes(verb: Token) -> bool:
    """Whether it is what the speaker adds in doubt of what he says, on which the parser hangs it: "Quill admitted that Marsh had been late,
    although she | doubted | it mattered".
    """
    marked = verb.dep_ == "advcl" and any(c.lower_ in {"although", "though"} for c in verb.lefts)
    holds = child(verb, "ccomp", "xcomp") is not None and verb.lemma_ in content_frames("mind") | speech_verbs()
    return marked and holds and verb.head.dep_ == "ccomp" and verb.head.i < verb.i and verb.head.head.lemma_ in speech_verbs()


def whose_words(teller: Token) -> Token | None:
    """For whom a teller speaks: "Quill" of "Quill's office" and of "a lawyer for Quill". Kin speaks for itself."""
    if teller.pos_ != "NOUN" or teller.lemma_.lower() not in speaker_words("mouthpieces", "voices"):
        return None
    owner = child(teller, "poss")
    if owner is not None:
        return owner
    link = next((c for c in teller.children if c.dep_ == "prep" and c.lower_ in {"for", "of", "to"}), None)
    return child(link, "pobj") if link is not None else None


def is_lost_subject(noun: Token) -> bool:
    """Whether a noun beside a name in the phrase that opens a sentence is the subject of the verb behind it, which else has none: "At Brill
    Hall, the | coroner |, Ada Quill, said", "In a letter to Brill Council, | Ada Quill | wrote". In "At Brill Hall, the club's home, Quill
    said" it is not, nor where "be" stands before its subject.
    """
    if not _is_hung_on_a_name(noun) and not (noun.dep_ == "advcl" and noun.ent_type_ == "PERSON"):  # "Moss, whose firm lost, said"
        return False
    *_, verb = (noun, *noun.ancestors)
    subject = child(verb, *SUBJECTS)
    if verb.tag_ not in TENSED or verb.lemma_ == "be" or not noun.right_edge.i < verb.i:
        return False
    if subject is not None:
        return False
    between = noun.doc[noun.right_edge.i + 1 : verb.i]
    return all(t.head is verb or t.is_punct for t in between) and not any(t.dep_ in {"cc", "conj"} for t in noun.rights)


def _is_hung_on_a_name(noun: Token) -> bool:
    above, edge = noun.head, noun.left_edge
    return noun.dep_ in {"appos", "conj"} and above.dep_ == "pobj" and above.i < edge.i and edge.nbor(-1).text == ","
