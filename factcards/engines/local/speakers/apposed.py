"""The name that a description stands beside: "strategist Ryan Williams", "the union's president, Mary Henry,", "a man called Ned Orr"."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.bearers import Identity
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.naming import Mention
from factcards.engines.local.speakers.nominals import is_personal, is_plural, phrase_of
from factcards.engines.local.speakers.offices import ends_title, is_portfolio
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.pronouns import PRONOUNS
from factcards.lexicon import speaker_words

__all__ = ["behind_office", "leading", "name_beside", "named_by"]


_CLOSES = frozenset({",", ".", ";", ":", "—", "–", "--", "-", "(", ")", '"', "?", "!"})


def named_by(head: Token, words: Sequence[Token], people: People) -> tuple[Mention, Identity] | None:
    """The name that the span is about: its head's, or the one in apposition to its head."""
    own = people.at(head)
    if own is not None:
        kind = own[1].bearer.kind if own[1].bearer is not None else own[0].label
        one = kind == "person" and any(is_personal(t) for t in words if t.i < own[0].first.i)  # "the cup winner Kit Quills"
        several = kind in {"group", "place"} or (head.tag_ == "NNPS" and not one)
        if kind == "group" and head.tag_ == "NNP":
            return _apposed(head, words, people)  # "the Texas Democrat", who may be named behind: "a Democrat, Ada Quill,"
        if several and any(t.i < own[0].first.i and t.lower_ not in {"the", "a", "an"} for t in words):
            return None  # "many Republicans", "House Democrats": not all who have the name
        return own
    if head.pos_ == "PRON" and head.lower_ in PRONOUNS:
        return None
    return _apposed(head, words, people) or _called(head, people)


def _called(head: Token, people: People) -> tuple[Mention, Identity] | None:
    """The person whom a clause names: "her apprentice, a mechanic called | Joss Bright |", "a man named | Ned Orr | said"; not "one
    lawmaker called Quill a fool".
    """
    nouns = (head, *(c for c in head.rights if c.dep_ == "appos")) if is_personal(head) else ()
    clauses = (c for noun in nouns for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.lower_ in {"called", "named"})
    found = (people.at(name) for clause in clauses for name in clause.rights if name.dep_ in {"oprd", "attr"})
    named = next((f for f in found if f is not None and f[1].bearer is not None and f[1].bearer.personal), None)
    behind = named[0].last.i + 1 if named is not None else len(head.doc)
    return named if behind < len(head.doc) and (head.doc[behind].text == "," or head.doc[behind].head is head.head) else None


def behind_office(head: Token, words: Sequence[Token], people: People) -> tuple[Mention, Identity] | None:
    """The person at the end of the span, whose name the parser hangs on the last word of the office before it: "the club's director of
    sport | Ada Quill".
    """
    found = people.at(words[-1])
    if found is None or found[1].bearer is None or not found[1].bearer.personal or not is_personal(head):
        return None
    mention = found[0]
    if mention.head.dep_ == "appos" and mention.head.head.i == head.i and mention.first is not mention.last and is_personal(head):
        return found  # "legislator at the Tarn Assembly | Bo Marsh |"
    before = mention.first.nbor(-1) if mention.first.i else head
    if (
        before.i <= head.i
        or mention.first is mention.last
        or not (before.pos_ == "NOUN" or (is_portfolio(before) and before.lower_ not in speaker_words("titles")))
        or is_personal(before)
    ):
        return None  # "the lawyer for the suspect Bo Marsh" is another
    links = {"of", "on", "for"} if is_portfolio(before) else {"of", "on"}
    return found if any(t.dep_ == "prep" and t.lower_ in links and t.i < before.i for t in head.rights) else None


def leading(words: Sequence[Token], people: People) -> tuple[Mention, Identity] | None:
    """A person's name that the span begins with, titles apart, whatever the parse makes of the rest: "Sen. Orr (who ...".."""
    at = next((at for at, t in enumerate(words) if t.lower_ not in speaker_words("titles") | {"the"}), 0)
    found = people.at(words[at])
    if found is None or found[0].first.i != words[at].i or found[1].bearer is None or not found[1].bearer.personal:
        return None
    behind = found[0].last.i + 1
    closed = behind > words[-1].i or words[-1].doc[behind].text in {",", "(", "—", "–", "--", "-"}
    return found if closed else None


def name_beside(head: Token, people: People) -> tuple[Mention, Identity] | None:
    """The name that a description stands beside: "strategist | Ryan Williams", "an adviser to Ms. Quill, | Ned Orr"."""
    first, last = phrase_of(head)
    return _apposed(head, [*head.doc[first.i : max(last.i, head.i) + 1]], people)


def _apposed(head: Token, words: Sequence[Token], people: People) -> tuple[Mention, Identity] | None:
    """As in "strategist Ryan Williams", "the union's president, Mary Kay Henry,": also where the span ends before the comma."""
    doc = head.doc
    if is_plural(head):
        return None
    clause = next((c for c in head.rights if c.dep_ == "acl" and c.i == words[-1].i + 1), head)
    comma = next((t.i for t in doc[clause.i : clause.right_edge.i + 2] if t.text == ","), 0) if clause is not head else 0
    words = doc[words[0].i : comma] if comma else words  # "one pastor | backing Quill |, Ned Orr"
    stop = min(len(doc), max(words[-1].i + 1, head.i + 1) + 8)
    at = head.i + 1
    beside = True
    while at < stop:
        token = doc[at]
        found = people.at(token)
        if found is not None and found[0].first.i == at:
            tied = any(t.dep_ == "appos" and words[0].i <= t.head.i <= words[-1].i for t in doc[at : found[0].last.i + 1])
            personal = found[1].bearer is None or found[1].bearer.personal
            near = at <= words[-1].i or tied
            if beside and near and (personal or (tied and not is_personal(head))):
                return found
            if _behind_comma(found[0], head) and _is_closed(found[0], words, people) and _fits(head, found, tied=tied):
                return found if near or found[0].head.dep_ not in {"nsubj", "nsubjpass"} else None
            at = found[0].last.i + 1
            beside = False
            continue
        if token.text in {",", "—", "–"} or not (token.is_punct or token.lower_ in speaker_words("titles")):
            beside = beside and token.lower_ in {"-", "the"}  # "London-based charity | the Tarn Trust"
        at += 1
        if at > words[-1].i + 1 and doc[at - 1].text not in {",", "—", "–", "--"} and not _leads_to_name(doc[at - 1]):
            return None
    return None


def _fits(head: Token, found: tuple[Mention, Identity], *, tied: bool) -> bool:
    """Whether the noun can be said of a name behind its comma: a person is no company, and a company no spokesman."""
    bearer = found[1].bearer
    if bearer is None or bearer.personal:
        return tied or is_personal(head)
    return bearer.kind in {"organization", "government"} and (
        noun_kind(head) in {"organization", "government"} or head.lemma_.lower() in speaker_words("either")
    )


def _is_closed(mention: Mention, words: Sequence[Token], people: People) -> bool:
    """Whether the name ends what stands between commas, and is not the second of three: "the coach, Ann Orr, and Bo Marsh"."""
    doc, after = mention.last.doc, mention.last.i + 1
    if after >= len(doc) or mention.first.i <= words[-1].i <= mention.last.i:
        return True
    if doc[after].lower_ in _WHERE_FROM:
        after = min(doc[after].right_edge.i + 1, len(doc) - 1)  # "a lawyer, Ada Quill | of the Larch Group, said"
    listed = doc[after].text == "," and after + 2 < len(doc) and doc[after + 1].pos_ == "CCONJ" and people.at(doc[after + 2]) is not None
    return doc[after].text in _CLOSES and not listed


_WHERE_FROM = frozenset({"of", "from", "at", "with"})
"""What may stand between a name and where its bearer belongs."""


def _leads_to_name(token: Token) -> bool:
    """Whether a word may stand between a comma and a name beside it: ", the retired cellist | Jane Kell"."""
    return token.pos_ in {"PROPN", "NOUN", "ADJ", "DET"} or token.dep_ == "amod" or ends_title(token)


def _behind_comma(mention: Mention, head: Token) -> bool:
    """Whether only a title stands between a comma and the name: ", former Utah Rep. Jane Kell", ", the cellist Jane Kell"."""
    doc = head.doc
    at = mention.first.i - 1
    while at > max(head.i, mention.first.i - 7) and _leads_to_name(doc[at]):
        at -= 1
    return doc[at].text in {",", "—", "–", "-", "--", ":", "("}
