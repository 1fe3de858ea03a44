"""Who says it where the parser takes the verb for something else: a sentence for what its subject is, a verb at the end for a noun, a
headline's verbs.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcards.engines.local.found import Found, Mention, Source, Speaks, ranges
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, child, is_last_word
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import speech_verbs

__all__ = ["noted_last"]


def noted_last(block: Block, verb: Token, _mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The decline began within months of the sale, the paper notes.", where the verb passes for a noun in the plural, and "Quill
    lied to the board, leaked emails show.", where the parser loses who shows it.
    """
    lemma, doc, start = verb.lemma_.lower(), block.doc, verb.sent.start
    if not (lemma in _SHOWING or lemma in speech_verbs()) or verb.i - _PHRASE + 1 < start or not is_last_word(verb):
        return None
    noun = verb.tag_ in {"NNS", "NN"}
    lost = noun or any(_is_misread(t, verb) for t in doc[start : verb.i])
    if verb.i - _PHRASE + (not noun) < start or not (lemma in _SHOWING or lost):
        return None
    who = doc[verb.i - 1]
    if not _agree(who, verb) or not speaks(who):
        return None
    first = next((t for t in reversed(doc[max(start, who.i - _LONGEST) : who.i]) if t.text == ","), None)
    words = doc[first.i + 1 : verb.i] if first is not None else []
    if first is None or not _is_whole_phrase(words, who) or any(t.is_quote for t in verb.sent):
        return None
    if not noun and child(verb, "ccomp") is not None:
        return None  # nothing is lost
    before = doc[start : first.i]
    if not any((_is_misread(t, verb) or (t.tag_ in TENSED and child(_predicate(t), *SUBJECTS) is not None)) for t in before):
        return None
    return Found(block, ranges(block, before), "clause", Source(block, who, words[0], who), [verb], verb, None, 0.85)


_SHOWING = frozenset({"show", "reveal", "suggest", "indicate", "confirm", "find"})
"""What papers do that somebody has read."""


def _agree(who: Token, verb: Token) -> bool:
    """Whether a noun and the verb behind it agree in number: "the memo | shows |", "emails | show |"; not "dog | show |"."""
    if verb.tag_ == "VBD":
        return who.tag_ in {"NN", "NNP", "NNS", "NNPS"}
    plural, bare = who.tag_ in {"NNS", "NNPS"}, verb.tag_ in {"NN", "VBP", "VB"}
    return plural == bare and who.tag_ in {"NN", "NNP", "NNS", "NNPS"} and verb.tag_ in {"NN", "NNS", "VBP", "VBZ", "VB"}


def _is_whole_phrase(words: Sequence[Token], who: Token) -> bool:
    """Whether these words are one noun with what stands before it: "the paper", "a leaked memo", "newly leaked emails"; not "market and
    dog", nor a noun that needs an article and has none.
    """
    if any((t.pos_ in {"AUX", "ADP", "CCONJ", "PRON"} and t.tag_ != "PRP$") or t.is_punct for t in words):
        return False
    if any(t.pos_ == "VERB" and t.tag_ not in {"VBN", "VBD"} for t in words):
        return False
    headed = words[0].pos_ == "DET" or words[0].tag_ == "PRP$" or any(t.tag_ == "POS" for t in words)
    return headed or (who.tag_ == "NNS" and len(words) > 1 and words[0].pos_ in {"ADJ", "ADV", "VERB", "NOUN"})


def _is_misread(word: Token, verb: Token) -> bool:
    """Whether a clause's verb passes for a participle of its subject, which the verb behind has for another one: "The guest | left | on
    Monday, the hotel said".
    """
    misread = word.dep_ == "acl" and word.tag_ in {"VBN", "VBD"} and word.nbor(-1) is word.head
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    return misread and len(subjects) > 1 and subjects[0] is word.head and child(word, "agent") is None


def _predicate(tensed: Token) -> Token:
    """The verb that a tensed word belongs to: "had | leaked |"."""
    return tensed.head if tensed.dep_ in {"aux", "auxpass"} else tensed


_PHRASE = 3
"""Words of the shortest "the paper notes"."""
_LONGEST = 5
"""Words from a comma to who notes it, at most."""
