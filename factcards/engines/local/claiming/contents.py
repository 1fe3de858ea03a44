"""Questions to a content's words: what kind of phrase it is, whom its relative pronoun means."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, child
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.naming import text_of
from factcards.lexicon import lemma_of, speech_verbs

__all__ = [
    "antecedent",
    "asks",
    "first_word",
    "follows_that",
    "is_clause",
    "is_relative",
    "lacks_subject",
    "lowered",
    "stands_before",
    "states",
    "without_that",
]

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW"})


def antecedent(found: Found, pieces: Sequence[str]) -> str | None:
    """What the relative pronoun means that is a content's first piece, or one that is left out: "a ferry that | the board says | could
    cost a million", "money | they say | has helped".
    """
    first = first_word(found)
    if first is None or not (is_relative(pieces) or lacks_subject(found, first)):
        return None
    clause = first.head if is_relative(pieces) else found.verb
    while clause is not None and clause.dep_ in {"ccomp", "xcomp", "conj"} and clause.head is not clause:
        clause = clause.head
    noun = clause.head if clause is not None and clause.dep_ == "relcl" else None
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"} or _may_mean_what_is_there(noun):
        return None
    first = noun.left_edge
    if noun.dep_ == "appos" and first.lower_ in {"a", "an"}:  # "leasing the hall, an idea | Marsh said | had been studied"
        return f"the {text_of(first.nbor(1), noun)}"
    return text_of(first, noun)


def _may_mean_what_is_there(noun: Token) -> bool:
    """Whether it ends the phrase of another noun, which may be meant as well: "the | offer | to move them to | Tarn |, which", "a | fire |
    on the | boat |, which"; not behind an "of".
    """
    phrase = [t for t in noun.ancestors if t.pos_ == "NOUN" and t.right_edge.i >= noun.i]
    apart = noun.ent_type_ in {"GPE", "LOC", "FAC"} or noun.head.lower_ != "of"
    return noun.dep_ == "pobj" and apart and bool(phrase)


def is_relative(pieces: Sequence[str]) -> bool:
    """Whether the first of a content's pieces is a relative pronoun."""
    return pieces[0].lower() in ({"that", "which", "who", "whom"} if len(pieces) > 1 else {"which", "whom"})


def lacks_subject(found: Found, first: Token) -> bool:
    """Whether the content begins with its finite verb."""
    tensed = first.tag_ in TENSED and first.i > found.cue[-1].i
    head = first.head if first.dep_ in {"aux", "auxpass"} else first
    return tensed and child(head, "nsubj", "nsubjpass", "expl") is None


def first_word(found: Found) -> Token | None:
    """The content's first word."""
    return found.block.word_at(found.content[0][0])


def asks(found: Found) -> bool:
    """Whether the clause brings its own question word ("asked whether ...", "explained how ..."); not "said | when it rained, it sank"."""
    first = first_word(found)
    if first is not None and first.tag_ == "RB" and first.i + 1 < len(first.doc):  # "knows | precisely what they will say"
        first = first.nbor(1)
    if first is None or (first.head.dep_ == "advcl" and first.i < first.head.i < first.head.head.i):
        return False
    return first.tag_ in {"WRB", "WP", "WDT"} or first.lower_ == "whether" or first.text == "if"


def is_clause(text: str, found: Found) -> bool:
    """Whether what looks like the cue's object is a clause: behind "that", or with a pronoun for its subject."""
    first = first_word(found)
    behind = follows_that(text, found)
    subject = first is not None and first.tag_ == "PRP" and first.dep_ in {"nsubj", "nsubjpass"} and first.i > found.cue[-1].i
    return behind or subject


def lowered(content: str, found: Found) -> str:
    """A content that began a sentence goes on in one: without the "But" that joined it to the one before, and with a small first word
    unless that is a name.
    """
    first = first_word(found)
    joined = _BUT.match(content)
    if joined is not None and first is not None and content.startswith(first.text):
        words = [t for t in found.block.words(found.content[0][0], found.content[-1][1]) if t.i > first.i and t.is_alpha]
        content, first = content[joined.end() :], words[0] if words else first
    if (
        first is None or not content.startswith(first.text) or first.text in {"I", "I'm"} or first.text[1:] != first.text[1:].lower()
    ):  # "MPs", "NASA"
        return content
    if joined is None and first.i > first.sent.start and first.nbor(-1).is_alpha:
        return content  # in the midst of a sentence it is written as it is
    if (first.pos_ == "PROPN" or first.ent_type_ in _NAMES) and first.pos_ not in {"DET", "ADV", "ADP"}:
        return content
    return content if _is_always_great(found.block.text, first.text) else content[:1].lower() + content[1:]


@lru_cache(maxsize=1024)
def _is_always_great(text: str, word: str) -> bool:
    """Whether a word that begins a sentence has its capital within others, and is nowhere small: a name that the tagger does not know."""
    within = re.search(rf"[a-z,] {re.escape(word)}\b", text)
    return within is not None and re.search(rf"\b{re.escape(word.lower())}\b", text) is None


def without_that(content: str, found: Found) -> str:
    """A content without the "that" that only opens it; one that begins a sentence, or stands before its noun, means something: "That does
    not help", "said that | that plan had failed".
    """
    first = first_word(found)
    return content if first is not None and (first.text != "that" or first.dep_ == "det") else content.removeprefix("that ")


_BUT = re.compile(r"(?:[Bb]ut|[Aa]nd|Yet|However,?)\s+(?=[\w\"“'‘])")


def follows_that(text: str, found: Found) -> bool:
    """Whether a content stands behind "that"."""
    return text[max(0, found.content[0][0] - 8) : found.content[0][0]].rstrip()[-5:].lower() == " that"


def stands_before(found: Found) -> bool:
    """Whether what looks like an object is a clause before its cue: "The vote is off, | Quill said"."""
    return found.content[0][0] < found.block.offsets(found.cue[0], found.cue[0])[0] and any(
        t.tag_ in TENSED for low, high in found.content for t in found.block.words(low, high)
    )


def states(found: Found) -> bool:
    """Whether a content is a clause that can stand behind "that": its first sentence has a finite verb behind its subject, not within
    another phrase unless the cue is a verb of speech with such a clause.
    """
    words = [t for low, high in found.content for t in found.block.words(low, high)]
    inside = {t.i for t in words}
    words = [*itertools.takewhile(lambda t: t.text not in _PARTS, words)]  # "criticised | its record: “Quill has wasted ...”"
    heads = (t.head if t.dep_ in {"aux", "auxpass"} else t for t in words if t.tag_ in TENSED)
    verb = found.verb
    spoken = verb is not None and lemma_of(verb.lower_) in speech_verbs() and child(verb, "ccomp") is not None
    clauses = [head for head in heads if child(head, *SUBJECTS) is not None and not _is_of_object(head, verb, words[0])]
    object_ = child(verb, "dobj") if verb is not None and words and verb.lemma_ not in {"say", "tell"} else None
    if verb is not None and object_ is not None and verb.i < object_.left_edge.i <= words[0].i:
        clauses = [head for head in clauses if head.left_edge.i <= words[0].i]  # "accused | the boys of it and told her they had run"
    return any(spoken or _tops(head, inside) for head in clauses)


_PARTS = frozenset({":", ".", "?", "!"})


def _is_of_object(head: Token, verb: Token | None, first: Token) -> bool:
    """Whether a content begins with its cue's object, and the clause hangs on that: "blamed | the bank for its warning that"."""
    object_, mark = (child(verb, "dobj") if verb is not None else None), child(head, "mark")
    return object_ is not None and mark is not None and first.i <= object_.i < mark.i and mark.lower_ == "that"


def _tops(head: Token, inside: set[int]) -> bool:
    """Whether no phrase parts this predicate from the words around the content."""
    while head.dep_ not in _APART:
        if head.head.i == head.i or head.head.i not in inside:
            return True
        head = head.head
    return False


_APART = frozenset({"relcl", "advcl", "acl", "pcomp", "csubj"})
