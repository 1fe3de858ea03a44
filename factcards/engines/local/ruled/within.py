"""What somebody in quotation marks says that others say or think: "“| The linesman | told me | he couldn't see |,” said Quill".

Only what he tells as a fact: no question, no condition, nothing that nobody says, and not what he says or thinks himself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import FINITE, IF, begins_question, child, denies, is_finite
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.cue_words import cue_lemma, is_cue_verb
from factcards.engines.local.ruled.tellers import is_source
from factcards.engines.local.ruled.verbs import by_verb
from factcards.engines.local.speakers.sources import is_nobody
from factcards.layout import Layout
from factcards.lexicon import content_frames, speech_verbs

__all__ = ["find_within"]

_OWN = frozenset({"i", "we", "you", "me", "us"})
_TELLING = speech_verbs() | content_frames("mind") | {"reckon"}
"""What is said, and what somebody has in mind, if it is told with a clause that has a tense: "| hopes | it will end", not "wants it"."""


def find_within(blocks: Sequence[Block], layout: Layout) -> Iterator[Found]:
    """Clauses in quotation marks under verbs of speech and of thought that have subjects of their own, in text order."""
    for block in blocks:
        for verb in block.verbs:
            if not is_cue_verb(verb) or cue_lemma(verb) not in _TELLING or not _is_told_so(verb):
                continue
            quotation = layout.quotation_at(block.offsets(verb, verb)[0])
            if quotation is None or quotation.depth:
                continue
            for found in by_verb(block, verb):
                source = found.source
                if found.frame != "clause" or source is None or _is_own(source.head) or is_nobody(source) or _is_a_sign(source, verb):
                    continue
                if layout.quotation_at(found.content[0][0]) is quotation:  # what he repeats word for word has marks of its own
                    found.within = True
                    yield found


def _is_a_sign(source: Source, verb: Token) -> bool:
    """Whether it is a thing which tells by a figure of speech only: "| The guns | tell us where it was built"."""
    return verb.lemma_ == "tell" and source.head.pos_ == "NOUN" and not is_source(source.head)


def _is_own(head: Token) -> bool:
    """Whether it is whoever speaks, who is spoken to, or one of whom a clause says who it is: "anybody | who | thinks that"."""
    return head.lower_ in _OWN or head.tag_ in {"WP", "WDT"}


def _is_told_so(verb: Token) -> bool:
    """Whether it is told as a fact that somebody says it: not "would say", "never said", "if they say", "does he think"."""
    tensed = verb.tag_ in FINITE or any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.lefts)
    clause = child(verb, "ccomp")
    if clause is None or not is_finite(clause):
        return False  # "felt something go", "told us something it cannot take back"
    if not tensed or _asks(verb) or begins_question(verb):
        return False
    return all(_is_fact(above) for above in (verb, *verb.ancestors))


def _asks(verb: Token) -> bool:
    """Whether it is asked: "Do they say that?", "They say that?"; who asks may stand in the same sentence by the parse."""
    end = next((t for t in verb.doc[verb.i : verb.sent.end] if t.text in {".", "?", "!"}), verb)
    return end.text == "?"


def _is_fact(verb: Token) -> bool:
    """Whether a verb neither is negated nor only may be, nor opens a condition or what always is so: "| when they say | it is safe"."""
    opened = {c.lower_ for c in verb.lefts if c.dep_ in {"mark", "advmod"}}
    always = not opened.isdisjoint(_WHENEVER) and verb.tag_ != "VBD"
    return not (denies(verb) or always or opened & (IF | {"whether"}) or any(c.tag_ == "MD" for c in verb.lefts if c.dep_ == "aux"))


_WHENEVER = frozenset({"when", "whenever", "until", "once", "before"})
