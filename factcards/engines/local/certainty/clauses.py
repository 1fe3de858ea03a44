"""The clauses of a parse: predicate, depth, mood and tense of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from factcards.engines.local.parsing.grammar import auxiliaries, child, clause_extent, is_clause, trimmed_span
from factcards.engines.local.parsing.parse import Block
from factcards.reading import Clause

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

__all__ = ["find_clauses"]

Mood = Literal["statement", "question", "command", "condition", "infinitive"]
Tense = Literal["past", "present", "future"]

_COMMANDING = frozenset({"urge", "order", "tell", "ask", "advise", "instruct", "command", "implore", "beg", "exhort", "demand", "call"})
_IF = frozenset({"if", "unless", "provided", "providing", "assuming"})
_ENDS = frozenset({".", "?", "!"})
_CUT = {"'ll": "future", "will": "future", "shall": "future", "wo": "future"}


def find_clauses(blocks: Sequence[Block]) -> tuple[Clause, ...]:
    """The clauses of these blocks, in order of their predicates."""
    return tuple(clause for block in blocks for sentence in block.doc.sents for clause in _of_sentence(block, sentence))


def _of_sentence(block: Block, sentence: Sentence) -> Iterator[Clause]:
    depths = _depths(sentence.root)
    tokens = block.tokens
    asked = next((t.text for t in reversed(tokens[sentence.start : sentence.end]) if t.text in _ENDS), "") == "?"
    for head in (tokens[i] for i in sorted(depths)):
        if head.is_punct:
            continue
        start, end = block.offsets(*(trimmed_span(block.doc, *clause_extent(head)) or (head, head)))
        yield Clause(
            start=start,
            end=end,
            head=block.span(head, head),
            depth=depths[head.i],
            mood=_mood(head, asked=asked),
            tense=_tense(head),
        )


def _depths(root: Token) -> dict[int, int]:
    """Predicate -> how many clauses stand around it; a coordinated clause stands as high as the first of its row.

    One walk down the tree: a long sentence with clauses in clauses costs no more for each.
    """
    depths: dict[int, int] = {}
    waiting = [(root, 0)]
    while waiting:
        token, around = waiting.pop()
        own = is_clause(token)
        if own:
            depths[token.i] = around
        for c in token.children:
            waiting.append((c, around if c.dep_ == "conj" else around + own))
    return depths


def _mood(head: Token, *, asked: bool) -> Mood:
    if any(c.dep_ == "mark" and c.lower_ in _IF for c in head.children) and head.dep_ == "advcl":
        return "condition"
    if asked and head.dep_ in {"ROOT", "ccomp", "conj"}:
        return "question"
    infinitive = any(c.tag_ == "TO" for c in head.children) and head.tag_ == "VB"
    if infinitive:
        return "command" if head.head.lemma_.lower() in _COMMANDING and head.dep_ in {"xcomp", "ccomp"} else "infinitive"
    if head.tag_ == "VB" and not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "expl"} for c in head.children):
        return "command"
    return "statement"


def _tense(head: Token) -> Tense | None:
    helpers = auxiliaries(head)
    words = {c.lower_ for c in helpers}
    if words & _CUT.keys() or (head.lower_ == "going" and child(head, "xcomp") is not None):
        return "future"
    finite = next((t for t in [*helpers, head] if t.tag_ in {"VBD", "VBZ", "VBP"}), None)
    if finite is None:
        return None
    return "past" if finite.tag_ == "VBD" or words & {"had", "was", "were"} else "present"
