"""Constructions that leave nothing open about who says what, in the order in which they are tried: parentheticals ("The bridge, says Quill,
is shut"), "as Quill put it", passives of telling, "reportedly", "in Quill's view", and cue nouns with a clause of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from factcards.engines.local.found import Found, Mention, Speaks, ranges
from factcards.engines.local.parsing.grammar import FINITE, child, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asides import TOLD_ASIDE, parenthetical, told_aside, turned_round, without
from factcards.engines.local.ruled.closing import IN_COURT, announced_last, found_last, heard, heard_in_headline
from factcards.engines.local.ruled.hearsay import (
    PARTERS,
    SAID_BY_SOME,
    it_is_said,
    quoted_as_saying,
    quoted_last,
    raised,
    reportedly,
    was_told,
)
from factcards.engines.local.ruled.judging import DENIED_BEHIND, denied, summed_up
from factcards.engines.local.ruled.misparsed import noted_last
from factcards.engines.local.ruled.nouns import noun_is, noun_with_clause, standpoint
from factcards.engines.local.ruled.sizes import SIZING, neither_nor, put_at
from factcards.lexicon import content_frames

__all__ = ["find_settled", "rules_for"]


def find_settled(block: Block, mention: Mention, *, quoted: Callable[[Token], bool], speaks: Speaks) -> Iterator[Found]:
    """All of a block's, in the order of their cues.

    Args:
        block: A paragraph with its parse.
        mention: Gives the words round the head of a source.
        quoted: Whether a word stands in a quotation: there it is no cue of the article's own.
        speaks: Whether a noun can be a source.
    """
    for token in block.tokens:
        if token.pos_ not in _RULES:
            continue
        lemma, form = token.lemma_.lower(), token.lower_
        named = lemma if lemma in _NAMED else "", form if form in _NAMED else ""
        for ask in _asked(token.pos_, token.tag_, token.dep_, *named):
            found = ask(block, token, mention, speaks)
            if found is not None:
                if not quoted(token):
                    found.settled = True
                    yield found
                break


def _as_put(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "As Quill put it, ..."."""
    if verb.lemma_ != "put" or verb.dep_ != "advcl" or verb.i + 1 >= len(block.doc) or verb.nbor(1).lower_ != "it":
        return None
    mark, subject = child(verb, "mark"), child(verb, "nsubj")
    if mark is None or mark.lower_ != "as" or subject is None or not speaks(subject) or any(t.is_quote for t in verb.sent):
        return None
    content = without(block, verb, verb.left_edge.i, verb.i + 1)
    return Found(block, content, "clause", mention(block, subject), [verb, verb.nbor(1)], verb, None, 0.9) if content else None


def _as_said(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "..., as the paper reported on Tuesday": the clause that it hangs on is content."""
    thinks = verb.lemma_.lower() in content_frames("mind") and verb.tag_ in FINITE - {"VBD"}
    if not (verb.lemma_.lower() in _SAID_SO or thinks) or verb.dep_ != "advcl" or any(t.is_quote for t in verb.sent):
        return None
    mark, subject, head = child(verb, "mark"), child(verb, "nsubj"), verb.head
    head = head.head if head.dep_ in {"nsubj", "nsubjpass"} else head  # "The bridge -- as Quill noted -- is old"
    if mark is None or mark.lower_ != "as" or subject is None or not speaks(subject):
        return None
    if any(c.dep_ in {"ccomp", "xcomp", "dobj", "pcomp", "advcl", "conj"} for c in verb.children):
        return None
    first, last = mark.i, verb.right_edge.i
    while verb.doc[last].is_punct:
        last -= 1
    begins = first == verb.sent.start or verb.doc[first - 1].text in PARTERS
    closes = last + 1 >= verb.sent.end or verb.doc[last + 1].is_punct
    if not (begins and closes) or child(head, "nsubj", "nsubjpass") is None:
        return None
    turns = {t.i for c in head.conjuncts if c.i > head.i and child(c, "nsubj", "nsubjpass") is not None for t in c.subtree}
    joints = {c.i for c in head.children if c.dep_ in {"cc", "punct"} and c.i > last and turns}
    content = ranges(block, (t for t in head.subtree if not first <= t.i <= last and t.i not in turns | joints))
    return Found(block, content, "clause", mention(block, subject), verb_group(verb), verb, None, 0.8) if content else None


_SAID_SO = frozenset(
    {"report", "note", "acknowledge", "mention", "observe", "warn", "predict", "say", "admit", "concede", "reveal", "announce", "show",
     "claim", "write", "explain", "argue", "suggest", "state"}
)  # fmt: skip
"""Verbs that say what the clause beside them says: "as Quill noted"."""


_Ask = Callable[[Block, Token, Mention, Speaks], Found | None]


class _Rule(NamedTuple):
    """A construction, and which words are looked at for it: of these tags and labels, with one of these lemmas or forms; null for all.

    It says itself what it takes: this only spares asking it of words for which it has no answer (`tests/reading/test_constructions.py`).
    """

    ask: _Ask
    tags: Collection[str] | None = None
    deps: Collection[str] | None = None
    words: Collection[str] | None = None

    def is_for(self, tag: str, dep: str, lemma: str, form: str) -> bool:
        """Whether a word like this is looked at."""
        return (
            (self.tags is None or tag in self.tags)
            and (self.deps is None or dep in self.deps)
            and (self.words is None or lemma in self.words or form in self.words)
        )


@cache
def _asked(pos: str, tag: str, dep: str, lemma: str, form: str) -> tuple[_Ask, ...]:
    """The constructions to be looked for at such a word, the surest first; lemma and form are "" where no rule names them."""
    return tuple(rule.ask for rule in rules_for(pos) if rule.is_for(tag, dep, lemma, form))


def rules_for(pos: str) -> Sequence[_Rule]:
    """The constructions that may hang on words of this coarse part of speech, the surest first."""
    return _RULES.get(pos, ())


_PAST, _DONE = ("VBN", "VBD"), ("VBN",)

_OF_VERBS = (
    _Rule(it_is_said, words=SAID_BY_SOME),
    _Rule(parenthetical, tags=FINITE),
    _Rule(told_aside, words=TOLD_ASIDE),
    _Rule(turned_round, tags=FINITE),
    _Rule(noted_last),
    _Rule(_as_put, deps=("advcl",), words=("put",)),
    _Rule(_as_said, deps=("advcl",)),
    _Rule(heard, words=("told", "heard", "hears")),
    _Rule(heard_in_headline, words=IN_COURT),
    _Rule(found_last, deps=("acl", "relcl")),
    _Rule(announced_last, deps=("conj", "advcl", "ROOT", "relcl")),
    _Rule(denied, deps=DENIED_BEHIND),
    _Rule(put_at, words=SIZING),
    _Rule(neither_nor),
    _Rule(summed_up),
    _Rule(was_told, tags=_DONE),
    _Rule(raised, tags=_DONE),
    _Rule(quoted_as_saying, tags=_DONE),
    _Rule(quoted_last, deps=("pcomp",), words=("saying",)),
)

_OF_NOUNS = (
    _Rule(told_aside, words=TOLD_ASIDE),
    _Rule(noted_last),
    _Rule(standpoint, deps=("pobj",)),
    _Rule(noun_with_clause),
    _Rule(noun_is, deps=("nsubj",)),
)

_RULES: Mapping[str, Sequence[_Rule]] = {
    "VERB": _OF_VERBS,
    "AUX": _OF_VERBS,
    "NOUN": _OF_NOUNS,
    "PROPN": _OF_NOUNS,
    "ADV": (_Rule(reportedly, deps=("advmod",)),),
}
"""Coarse part of speech -> the constructions that may hang on such a word, the surest first."""
_NAMED = frozenset(word for rules in _RULES.values() for rule in rules for word in rule.words or ())
"""The lemmas and forms that rules name."""
