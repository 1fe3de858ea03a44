"""Where a sentence may be cut into claims: between coordinated full clauses, when nothing holds over both and each can stand alone.

Knows the parse only; what is quoted or reported, and which words are cues, it is told. When in doubt the sentence stays whole: a long
claim is no error, a claim that lost its condition is one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcards.engines.local.parsing.grammar import GIVEN, IF, SUBJECTS, TENSED, child, trimmed
from factcards.engines.local.parsing.tokens import Token

__all__ = ["LEAST_WORDS", "clauses", "head_of", "is_statement", "states_something"]

LEAST_WORDS = 4
"""A claim has at least so many words: shorter sentences ("It rained.", "Nobody came.") tell a reader nothing on their own."""
_MOST_WORDS = 120
"""Words and marks above which a sentence is left whole: it is a list, or a parse gone wrong."""
_COORDINATORS = frozenset({"and", "but", "yet"})
"""Not "or" (an alternative is one claim), "so" and "for" (a reason is lost without its consequence), "nor" (it negates)."""
_LINKS = {"cc": frozenset({"conj"}), ";": frozenset({"conj", "ccomp", "parataxis"})}
_POINTING = frozenset(
    {"he", "him", "she", "it", "they", "them", "this", "that", "these", "those", "both", "which", "who", "whom", "neither"}
)
"""Words by which a second clause may lean on the first: without it the reader would not know who or what is meant."""
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_LEANING = frozenset(
    ["so", "neither", "nor", "also", "too", "either", "then", "therefore", "thus", "hence", "otherwise", "instead", "likewise", "vice"]
)
_OTHERS = frozenset(
    {"others", "other", "another", "latter", "former", "rest", "one", "ones", "same", "none", "some", "many", "most", "each", "all"}
    | {"half", "several", "few", "first", "second", "third", "last"}
)
"""Subjects without a noun of their own: they count or name members of what the first clause spoke of."""
_CONDITIONS = IF | GIVEN | {"once", "lest"}
_ASIDES = frozenset({"advmod", "prep", "advcl", "npadvmod", "ccomp", "parataxis", "intj", "mark", "dep", "meta", "preconj", "neg"})
_BRACKETS = frozenset('()[]“”"‘«»—–')


def is_statement(words: Sequence[Token], least: int = LEAST_WORDS) -> bool:
    """Whether these words of a sentence are a clause that states something: a finite predicate with a subject, long enough."""
    if sum(t.is_alpha for t in words) < least:
        return False
    head = head_of(words)
    return head is not None and _full(head)


def states_something(words: Sequence[Token]) -> bool:
    """Whether a whole sentence, less its full stop, states something although the parse has no clause for it: the main verb is taken for
    a participle ("The family, a dynasty for decades, | clashed | with its party"), or the subject for something else ("Inside | was | a
    gift").
    """
    if (
        sum(t.is_alpha for t in words) < _LEAST_UNPARSED
        or words[-1].i + 1 >= len(words[-1].doc)
        or words[-1].nbor(1).text not in {".", "!"}
    ):
        return False
    if words[0].lower_ in _NO_STATEMENT or any(t.text == ":" for t in words):
        return False
    verbs = (t.head if t.dep_ in {"aux", "auxpass"} else t for t in words if t.tag_ in TENSED or (t.dep_ == "ROOT" and t.tag_ == "VBN"))
    return any(verb.dep_ not in _BESIDE for verb in verbs)


_LEAST_UNPARSED = 6
"""Words of a sentence that is told although the parse has no clause for it, at least."""
_NO_STATEMENT = frozenset({"as", "please"})
"""With these a notice or a request begins: "As published in ...", "Please note that ..."."""
_BESIDE = frozenset({"relcl", "acl", "advcl", "pcomp", "csubj"})
"""What is told beside a main clause."""


def head_of(words: Sequence[Token]) -> Token | None:
    """The one word that hangs on none of the others; None where there are several."""
    inside = {t.i for t in words}
    heads = (t for t in words if not (t.is_punct or t.is_space) and ((above := t.head.i) == t.i or above not in inside))
    first = next(heads, None)
    return first if next(heads, None) is None else None


def clauses(words: Sequence[Token], held: Collection[int] = (), cues: Collection[int] = ()) -> list[list[Token]]:
    """The words cut into clauses that are a claim each, in order; the words themselves where no cut is safe.

    Every word but the coordinators ("and", "but", "yet", a semicolon) is in exactly one of the clauses.

    Args:
        words: Of one sentence, in order, without punctuation at either end.
        held: Places in the parse of words that are quoted or reported: no cut is made there.
        cues: Places of cues: a clause whose predicate is one becomes no claim of the article's own, so it may lean on the other.
    """
    found: list[list[Token]] = []
    rest = list(words)
    while len(rest) <= _MOST_WORDS and (cut := _cut(rest, held, cues)) is not None:
        found.append(cut[0])
        rest = cut[1]
    return [*found, rest]


def _cut(words: Sequence[Token], held: Collection[int], cues: Collection[int]) -> tuple[list[Token], list[Token]] | None:
    """The first clause that can be cut off, and the rest."""
    for at, kind in _places(words):
        if words[at].i in held:
            continue
        left, right = trimmed(words[:at]), trimmed(words[at + 1 :])
        if left and right and _apart(left, right, kind, cues):
            return left, right
    return None


def _places(words: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Where a coordinator stands outside brackets, with its kind."""
    marks = 0
    for at, token in enumerate(words):
        marks += token.text in _BRACKETS
        if marks % 2:
            continue
        if token.dep_ == "cc" and token.lower_ in _COORDINATORS:
            yield at, "cc"
        elif token.text == ";" and at + 1 < len(words) and words[at + 1].dep_ != "cc":
            yield at, token.text


def _apart(left: Sequence[Token], right: Sequence[Token], kind: str, cues: Collection[int]) -> bool:
    """Whether the two are full clauses, joined by nothing but their coordination, and nothing in one of them speaks of both."""
    first, second = head_of(left), head_of(right)
    if first is None or second is None or not (is_statement(left) and is_statement(right)):
        return False
    link, other = (first, second) if first.head.i > left[-1].i else (second, first)
    if link.dep_ not in _LINKS[kind] or link.head.i not in {other.i, *(t.i for t in _row(other))}:
        return False
    if any(t.text in _BRACKETS for t in (left[-1], right[0])):
        return False
    if second.i not in cues and _leans(second, right):
        return False
    return not (_begins_with_aside(first, left) or _reaches_on(first, left, right) or _ends_with_aside(second, right))


def _full(head: Token) -> bool:
    """A finite predicate with a subject of its own."""
    helpers = [c for c in head.children if c.dep_ in {"aux", "auxpass", "cop"}]
    finite = any(t.tag_ in TENSED for t in [head, *helpers])
    subject = child(head, *SUBJECTS)
    return subject is not None and (
        finite
        or (not helpers and subject.i < head.i and (_has_lost_tense(head) or (head.pos_ == "NOUN" and child(head, "ccomp") is not None)))
    )


def _has_lost_tense(verb: Token) -> bool:
    """Whether a verb behind its subject is taken for an infinitive, or the sentence's own for a participle: "Talks to avert a strike |
    collapsed |, with each side ...".
    """
    return verb.tag_ == "VB" or (verb.dep_ == "ROOT" and verb.tag_ == "VBN" and child(verb, "nsubj") is not None)


def _row(head: Token) -> Iterator[Token]:
    """The predicates that are coordinated with this one."""
    for other in head.children:
        if other.dep_ == "conj":
            yield other
            yield from _row(other)


def _begins_with_aside(head: Token, words: Sequence[Token]) -> bool:
    """What stands before the subject may hold for both clauses: "In May", "Reportedly", "If it rains", "Not only"."""
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return True
    begin = min(t.i for t in subject.subtree)
    if begin > head.i:  # inverted: "Nor did ...", "Had the bridge ..."
        return True
    return any(t.i < begin and not t.is_punct for t in words)


def _reaches_on(head: Token, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether the first clause ends in one of its own ("because ...", "that ...") to which the second may belong as well."""
    own = [c for c in head.children if c.i <= left[-1].i]
    if any(c.dep_ == "parataxis" or (c.dep_ in {"ccomp", "xcomp"} and _has_finite(c)) for c in own):
        return True  # "She said that ... and ...", "..., she said; ..."
    if right[0].i - left[-1].i > 1 and left[-1].doc[left[-1].i + 1].text in {",", ";"}:
        return any(t.lower_ in _CONDITIONS and t.dep_ in {"mark", "advmod"} for t in left)
    return any(t.tag_ in TENSED and t.i > head.i and t.head.i != head.i for t in left)


def _has_finite(head: Token) -> bool:
    return head.tag_ in TENSED or any(c.tag_ in TENSED for c in head.children)


def _leans(head: Token, words: Sequence[Token]) -> bool:
    """Whether the second clause points back ("it was sold", "its owner", "so did the ferry")."""
    if words[0].lower_ in _LEANING or words[-1].lower_ in {*_LEANING, "well"}:
        return True
    if any(t.lower_ in _POINTING and t.dep_ not in {"mark", "expl"} and not _relative(t) for t in words):
        return True
    if any(t.tag_ in {"JJR", "RBR"} for t in words) and all(t.lower_ != "than" for t in words):  # cheaper than what?
        return True
    subjects = [c for c in head.children if c.dep_ in SUBJECTS]
    return any(c.lower_ in _OTHERS or any(t.lower_ in _POSSESSIVE for t in c.subtree) for c in subjects)


def _relative(token: Token) -> bool:
    """A pronoun that begins a relative clause of the same clause points at a word before it."""
    return token.lower_ in {"who", "which", "that", "whom"} and token.head.dep_ == "relcl"


def _ends_with_aside(head: Token, words: Sequence[Token]) -> bool:
    """What comes last may hold for both clauses: ", apparently", ", he said", ", leaving nobody", "if it rains"."""
    for other in head.children:
        if not head.i < other.i <= words[-1].i:
            continue
        first = min(t.i for t in other.subtree)
        after_comma = head.doc[first - 1].text in {",", "—", "–", "-"}
        if other.dep_ in _ASIDES and after_comma:
            return True
    if any(t.lower_ in _CONDITIONS and t.dep_ in {"mark", "advmod"} for t in words):
        return True
    return any(t.tag_ == "VBG" and t.i > head.i and t.dep_ in {"advcl", "acl"} and t.i and t.nbor(-1).text == "," for t in words)
