"""Hedge cues of a parse with their scope, from the syntax and not from a window of words.

Scope follows BioScope (Vincze et al. 2008), as SFU Review does: from behind the cue to the end of what it governs. It holds the
clause's predicate, so that `factcards.hedges` can ask what a hedge weakens; where the predicate stands before the cue ("he left,
probably"), the whole clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcards.cards import Hedge, HedgeKind, HedgeStrength
from factcards.engines.local.certainty.conditions import conditioned_afar, conditioned_by
from factcards.engines.local.certainty.grading import TRUST, disbelieved, graded, mistrusted
from factcards.engines.local.certainty.modals import INVERTED, SURPRISED, inverted, surprised
from factcards.engines.local.certainty.own import HELD_BY_ME, thrown_in
from factcards.engines.local.certainty.senses import SENSES
from factcards.engines.local.certainty.unsettled import CONFIRMING, RULING_OUT, left_unsure, not_ruled_out, unconfirmed
from factcards.engines.local.parsing.grammar import (
    GIVEN,
    SEEMING,
    TENSED,
    before_concession,
    child,
    clause_extent,
    clause_head,
    is_clause,
    it_is_told,
    next_word,
    trimmed_span,
)
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Doc, Token
from factcards.engines.local.parsing.word_classes import is_person
from factcards.engines.local.speakers.nominals import is_human
from factcards.lexicon import HedgeEntry, hedge_entries, negation_words, signature, speech_verbs

__all__ = ["find_hedges"]

_LOOSE = frozenset({"even", "as", "especially", "particularly"})
"""Before "if" they make it no condition: what is so "especially if it rains" is so."""

Extent = tuple[int, int]
Found = tuple["Token", "Token", HedgeKind, HedgeStrength, Extent]
Phrases = dict[tuple[str, str], list[tuple[tuple[str, ...], HedgeEntry]]]


def find_hedges(blocks: Sequence[Block]) -> tuple[Hedge, ...]:
    """The hedge cues of these blocks in text order, one for each place."""
    found: dict[int, Hedge] = {}
    for block in blocks:
        sources = [t for t in block.doc if t.lower_ == "according" and next_word(t) == "to" and t.head.i < t.i and t.nbor(-1).text == ","]
        for first, last, kind, strength, scope in _cues(block):
            end = min(before_concession(last, scope[1]), _before_voice(last, scope[1]))
            words = trimmed_span(block.doc, *_less_joint(block.doc, scope[0], end, sources))
            span = block.span(*words) if words else None
            start, end = block.offsets(first, last)
            found.setdefault(start, Hedge.of(block.text, start, end, kind=kind, strength=strength, scope=span))
    return tuple(found[start] for start in sorted(found))


def _before_voice(cue: Token, last: int) -> int:
    """The last word before a relative clause that tells what somebody else says: "would need the consent of the Board |, whose spokesman
    said it had none"; else this one.
    """
    doc = cue.doc
    told = (t for t in doc[cue.i + 1 : last + 1] if t.dep_ == "relcl" and t.lemma_ in speech_verbs())
    edges = (t.left_edge.i for t in told if t.left_edge.i > cue.i and t.head.i > cue.i)
    return next((at - 2 for at in edges if doc[at - 1].text == ","), last)


def _less_joint(doc: Doc, first: int, last: int, sources: Sequence[Token]) -> Extent:
    """Without an "and" that only joins on what comes next: "should be regulated |, and", and without one of these who say so behind it."""
    last = next((t.i - 1 for t in sources if first < t.i <= last), last)
    while last > first and (doc[last].dep_ == "cc" or doc[last].is_punct):
        last -= 1
    return first, last


@cache
def _phrases() -> Phrases:
    """Cues of several words by their first two."""
    found: Phrases = {}
    for phrase, entries in hedge_entries().items():
        words = tuple(phrase.split())
        if len(words) > 1:
            found.setdefault((words[0], words[1]), []).append((words, entries[0]))
    return found


def _cues(block: Block) -> Iterator[Found]:
    words = _hedging_words()
    for token in block.tokens:
        if token.lower_ in words or token.lemma_.lower() in words:
            yield from _cues_at(token)
        elif (unsure := _unsure(token)) is not None:
            yield unsure


@cache
def _hedging_words() -> frozenset[str]:
    """The forms and lemmas of which `_cues_at` knows anything, but for what is not sure: that shows in what stands beside a word."""
    listed = (hedge_entries(), (first for first, _ in _phrases()), negation_words("disbelieving"))
    alone = {"from"}  # "from what I have seen"
    return frozenset().union(alone, RULING_OUT, CONFIRMING, INVERTED, HELD_BY_ME, SEEMING, SURPRISED, TRUST, _TOLD, *listed)


def _cues_at(token: Token) -> Iterator[Found]:
    entries, phrases, word, lemma = hedge_entries(), _phrases(), token.lower_, token.lemma_.lower()
    if (left := not_ruled_out(token)) is not None:
        yield (*left, "verb", "strong", _less_further(token))
    if (open_still := unconfirmed(token)) is not None:
        yield open_still[0], token, "verb", "strong", open_still[1]
    if (told := _told_by_somebody(token)) is not None:
        yield token, token, "verb", told, (token.sent.start, token.sent.end - 1)
        return
    if (conditioned := inverted(token)) is not None:
        yield token, token, "conditional", "medium", clause_extent(clause_head(conditioned))
        return
    if thrown_in(token):
        yield token, token, "verb", "medium", _around(token)
        return
    yield from _predicates(token)
    if (pair := (word, next_word(token))) in phrases:
        yield from _phrase(token, phrases[pair])
    for entry in (*entries.get(word, ()), *(entries.get(lemma, ()) if lemma != word else ())):  # "alleged" is both
        scope = _scope(token, entry)
        if scope is not None:
            yield token, token, entry.kind, entry.strength, scope
            break


def _unsure(token: Token) -> Found | None:
    """A predicate by which nobody is sure: "is not sure", "is far from clear"."""
    unsure = left_unsure(token)
    return None if unsure is None else (*unsure, "adjective", "strong", clause_extent(clause_head(token)))


def _predicates(token: Token) -> Iterator[Found]:
    """Cues that are a whole predicate: "is not sure", "would be surprised if", "found it hard to believe"."""
    if (unsure := _unsure(token)) is not None:
        yield unsure
    if (would := surprised(token)) is not None:
        yield would, token, "adjective", "medium", clause_extent(clause_head(token))
    if (little := mistrusted(token)) is not None:
        yield little, token, "noun", "strong", clause_extent(clause_head(token.head))
    if (unlikely := disbelieved(token)) is not None:
        yield token, unlikely[0], "adjective", "medium", unlikely[1]


def _told_by_somebody(verb: Token) -> HedgeStrength | None:
    """How much is left open by who says so in the midst of it: "Two men, it is alleged, climbed down"; null where nobody does."""
    if verb.lemma_.lower() not in _TOLD or not it_is_told(verb) or child(verb, "ccomp", "xcomp") is not None:
        return None
    return "strong" if verb.lemma_.lower() in _OPEN else "medium"


def _around(cue: Token) -> Extent:
    """The sentence that an aside stands in, as far as the quotation marks around it."""
    doc, first, last = cue.doc, cue.sent.start, cue.sent.end - 1
    begin = next((at + 1 for at in range(cue.i - 1, first - 1, -1) if doc[at].is_quote), first)
    return begin, next((at - 1 for at in range(cue.i + 1, last + 1) if doc[at].is_quote), last)


_OPEN = frozenset({"allege", "claim", "fear", "rumour", "rumor", "suspect"})
_TOLD = _OPEN | {"say", "report", "believe", "think", "understand", "expect", "assume"}
"""What nobody in particular does to what is so told; of the first less is left of it."""


def _scope(token: Token, entry: HedgeEntry) -> Extent | None:
    """What the cue weakens in this sense; null where it has another sense here."""
    if entry.sense == "degree":
        return _degree(token)
    if entry.kind == "approximator":
        an_estimated = token.dep_ == "amod" and token.i > 0 and token.nbor(-1).lower_ in {"a", "an"}
        number = _number_at(token, 1) if token.pos_ != "VERB" or an_estimated else None
        if number is not None and token.dep_ == "prep" and token.lower_ == "about" and not number.like_num:
            return None  # "worried about half of them", "talked about a year at sea"
        if number is None and token.lower_ in {"about", "around"}:
            number = _time_at(token, 1)
        if number is not None and token.lower_ in {"over", "under"} and _is_exact(token, number):
            return None
        if number is not None and number.lower_ == "one" and number.head is token and not _is_of_each(number):
            return None  # "speculate about one", "under one of the options": the pronoun
        return None if number is None else (number.i, number.i)
    if entry.kind == "conditional":
        return _within_marks(token, _condition(token))
    if not SENSES[entry.sense](token):
        return None
    if entry.kind == "verb":
        # The verb itself is weakened ("is expected to rise"), and all that it introduces
        return token.i, clause_extent(token)[1]
    if entry.kind == "adverb":
        told = token.head if entry.strength != "weak" and token.head.dep_ in {"acomp", "oprd"} else None  # "is | allegedly | responsible"
        return _adverb_scope(token) if told is None else _behind(token, clause_head(told))
    if entry.kind == "adjective":
        return _adjective_scope(token)
    return _noun_scope(token) if entry.kind == "noun" else _behind(token, clause_head(token))


def _is_of_each(one: Token) -> bool:
    """Whether a "one" is a share: "about | one | in five", "one of every five"; not "one", "one of them"."""
    behind = child(one, "prep")
    return behind is not None and (behind.lower_ != "of" or next_word(behind) == "every")


def _degree(adverb: Token) -> Extent | None:
    """The word that is not wholly so: "| nearly | wiped out", "practically all"; not "almost certainly", "nearly 40"."""
    head = adverb.head
    if adverb.dep_ != "advmod" or head.i <= adverb.i or head.like_num or next_word(adverb) == "certainly":
        return None
    return head.i, head.i


def _less_further(verb: Token) -> Extent:
    """The clause without what the same subject does besides: "could not rule it out | but thought it unlikely |"."""
    first, last = clause_extent(verb)
    return first, min(last, *(c.left_edge.i - 1 for c in verb.rights if c.dep_ == "conj" and c.tag_ in TENSED), len(verb.doc))


def _behind(cue: Token, head: Token) -> Extent:
    """The clause's words behind the cue; the whole clause where its predicate stands before the cue."""
    first, last = clause_extent(head)
    return (cue.i + 1, last) if head.i > cue.i else (first, last)


def _adverb_scope(adverb: Token) -> Extent:
    head = adverb.head
    if head.pos_ == "ADV" and head.i == adverb.i + 1:
        head = head.head  # "but | allegedly only | hurt two"
    if head.dep_ in {"nsubj", "nsubjpass"} and head.left_edge is adverb and not head.doc[adverb.i + 1].like_num:
        return _behind(adverb, clause_head(head))  # "| perhaps | the bridge will fall"
    if is_clause(head) or head.pos_ in {"VERB", "AUX"}:
        return _behind(adverb, clause_head(head))
    return head.left_edge.i, head.right_edge.i


def _adjective_scope(adjective: Token) -> Extent:
    if (words := graded(adjective)) is not None:
        return words
    equated = adjective.dep_ == "amod" and adjective.head.dep_ == "attr" and adjective.lower_ in _LIKELY
    if equated or adjective.dep_ in {"acomp", "attr", "oprd", "ROOT", "ccomp"}:  # "the tank was the | likely | cause"
        return clause_extent(clause_head(adjective))
    return adjective.i + 1, adjective.head.right_edge.i


_LIKELY = frozenset({"likely", "unlikely", "probable", "possible", "suspected", "presumed"})


def _noun_scope(noun: Token) -> Extent:
    verb = noun.head
    spread = noun.dep_ == "nsubj" and (clause := child(verb, "ccomp")) is not None and clause.left_edge.lower_ == "that"
    if spread or (noun.dep_ in {"attr", "nsubj"} and verb.lemma_ == "be"):  # "rumours spread that ..."
        return clause_extent(clause_head(verb))
    return noun.left_edge.i, noun.right_edge.i


def _within_marks(cue: Token, scope: Extent | None) -> Extent | None:
    """The scope as far as the quotation mark that closes behind the cue for good: "“If you can't, who can?” | he asked"."""
    if scope is None:
        return None
    marks = [t.i for t in cue.doc[cue.i : scope[1] + 1] if t.is_quote and t.text not in {"'", "’", "‘"}]
    return (scope[0], marks[-1] - 1) if len(marks) % 2 else scope


def _condition(token: Token) -> Extent | None:
    """The condition and the clause that it conditions, both hypothetical; "if" for "whether", "even if" and "as if" condition nothing."""
    if token.lower_ in GIVEN and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "that" and token.head is not token:
        return clause_extent(clause_head(token.head))
    if (on_it := conditioned_by(token)) is not None:
        return clause_extent(clause_head(on_it))
    if token.dep_ == "mark" and (afar := conditioned_afar(token.head)) is not None:
        first, last = clause_extent(clause_head(afar))
        return min(first, token.i), max(last, token.head.right_edge.i)
    if token.dep_ != "mark" or token.head.dep_ != "advcl":
        return None
    above, behind = token.head.head, token.doc[token.i + 1 : token.i + 3]
    aside = token.head.lower_ == "anything" or [t.lower_ for t in behind] == ["anything", ","]
    asked = above.i < token.i and (known := signature("finite", above.lemma_)) is not None and known.name in {"question", "doubt"}
    if (token.i and token.nbor(-1).lower_ in _LOOSE) or aside or asked or _is_idle(token.head) or _is_the_only_case(token.head):
        return None  # "if anything, it is worse", "if you ask me", "Asked if he would come, she paused"
    if above.lower_ in SURPRISED or any(surprised(c) is not None for c in above.rights):
        return None  # "I'd be surprised if it held"
    head = clause_head(token.head.head)
    while head.dep_ == "xcomp" and head.tag_ == "VB":  # "would seek | to ban it if ...": the seeking too hangs on it
        head = clause_head(head.head)
    return clause_extent(head)


def _is_the_only_case(condition: Token) -> bool:
    """Whether "only if" tells when a thing is so that is so then: "the screen | appears | only if a user asks"; not of what is to come
    ("will sail only if it is calm"), nor behind a "but" of its own.
    """
    mark, above = child(condition, "mark"), condition.head
    if mark is None or mark.lower_ != "if" or not mark.i or mark.nbor(-1).lower_ != "only" or above.i > mark.i:
        return False
    if above.tag_ not in {"VBZ", "VBP"} or any(c.dep_ in {"aux", "auxpass"} and c.lower_ not in {"is", "are"} for c in above.children):
        return False
    return above.lemma_ != "be" and mark.nbor(-2).lower_ != "but" and mark.nbor(-2).text != ","


def _is_idle(verb: Token) -> bool:
    """Whether an "if" before it conditions nothing: "if you | ask | me", "if you | like |", "he can tell it if he | wants | to", "a small
    risk, if it | exists | at all".
    """
    subject = child(verb, "nsubj")
    words = [t.lower_ for t in verb.subtree if not t.is_punct]
    if words[:1] == ["if"] and words[-2:] == ["at", "all"] and verb.left_edge.i and verb.left_edge.nbor(-1).text == ",":
        return True
    if words[-2:] == ["or", "not"]:
        return True  # "it is the same if he | comes | or not"
    if any(c.lower_ in {"can", "may"} for c in verb.head.lefts) and verb.lemma_ in {"want", "wish", "like", "choose"}:
        return all(t.lower_ == "to" or t.is_punct for t in verb.subtree if t.i > verb.i)
    if subject is None or subject.lower_ != "you" or verb.i != subject.i + 1:
        return False
    behind = [t.lower_ for t in verb.subtree if t.i > verb.i and not t.is_punct]
    return behind == (["me"] if verb.lower_ == "ask" else []) and verb.lower_ in {"ask", "like", "will"}


def _phrase(token: Token, phrases: Sequence[tuple[tuple[str, ...], HedgeEntry]]) -> Iterator[Found]:
    """Cues of several words: before a figure "at least", before a clause or a noun "as long as", "depending on"."""
    doc = token.doc
    for words, entry in phrases:
        end = token.i + len(words)
        if words[0] in _COMPARED and token.i and token.nbor(-1).lower_ == "no":
            continue  # "no | more than 900" is a limit of its own
        if end > len(doc) or any(doc[token.i + k].lower_ != word for k, word in enumerate(words[1:], 1)):
            continue
        if entry.sense == "degree":
            scope = (end, end) if end < len(doc) and doc[end].pos_ in {"NOUN", "ADJ", "VERB", "DET"} else None
        elif entry.sense == "verging":
            scope = (end, end) if end < len(doc) and (doc[end].tag_ in {"VBN", "VBD"} or doc[end].dep_ in {"acomp", "oprd"}) else None
        elif entry.kind == "approximator":
            number = _number_at(token, len(words)) or _time_at(token, len(words))
            scope = None if number is None else (number.i, number.i)
        elif entry.sense == "permitting":
            scope = clause_extent(clause_head(doc[end - 1].head))
        elif entry.kind == "conditional":
            scope = _phrase_condition(token, end)
        else:
            scope = _phrase_scope(token, doc[end - 1], entry)
        if scope is not None:
            yield token, doc[end - 1], entry.kind, entry.strength, scope
            return


_COMPARED = frozenset({"more", "less", "fewer"})


def _phrase_scope(first: Token, last: Token, entry: HedgeEntry) -> Extent | None:
    """What "almost certainly" or "reason to believe" weakens; there may be no reason to."""
    if entry.kind == "adjective":
        return clause_extent(clause_head(first))
    if entry.kind == "noun":
        denied = any(c.lower_ in {"no", "little", "any"} for c in first.lefts)
        return None if denied else clause_extent(clause_head(first))
    if entry.sense == "opening" and not all(t.is_punct for t in first.doc[_around(first)[0] : first.i]):
        return None
    if entry.sense in {"aside", "opening"}:
        return _around(first)
    told_of = last.head if last.pos_ == "ADV" and last.head.dep_ in {"acomp", "attr", "oprd"} else last
    return _adverb_scope(last) if last.pos_ == "ADV" and told_of is last else clause_extent(clause_head(told_of))


def _phrase_condition(token: Token, end: int) -> Extent | None:
    """What "as long as ..." conditions: the clause that its own clause hangs on."""
    doc = token.doc
    own = next((t for t in doc[token.i : min(end + 12, len(doc))] if t.dep_ == "advcl" and t.i >= end), None)
    if token.i and token.nbor(-1).lower_ == "for":
        return None  # "for | as long as | I have lived here": how long
    if own is not None and child(own, "mark", "advmod") is not None:
        return clause_extent(clause_head(own.head))
    if token.dep_ == "prep" and token.head.i < token.i:
        return clause_extent(clause_head(token.head))
    return None


def _is_exact(over: Token, number: Token) -> bool:
    """Whether a figure behind "over" or "under" is one that is meant: "an 18-month period", "users under 13", "a 2021 contract"."""
    return _is_joined(number) or _runs_through(over) or _is_age(over, number)


def _runs_through(over: Token) -> bool:
    """As in "fell by 95 percent | over | three years": a time within which it was, as a preposition with a time for its object."""
    spread = over.dep_ == "quantmod" and over.head.head.dep_ == "npadvmod" and over.i and over.nbor(-1).pos_ in {"NUM", "NOUN", "SYM"}
    if spread and over.head.head.lemma_.lower() in _TIMES:
        return True  # "worth £100,000 | over | three years"
    time = child(over, "pobj") if over.dep_ == "prep" and over.head.pos_ in {"VERB", "AUX", "NOUN", "PROPN", "ADJ"} else None
    return time is not None and time.lemma_.lower() in _TIMES


_TIMES = frozenset(
    {
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "weekend",
        "week",
        "fortnight",
        "month",
        "quarter",
        "season",
        "year",
        "decade",
        "century",
        "period",
    }
)


def _is_age(under: Token, number: Token) -> bool:
    """Whether it parts people by age: "users | under | 13", "anyone over 65"."""
    before = under.nbor(-1) if under.i else under
    bare = number.i + 1 >= len(number.doc) or number.nbor(1).pos_ not in {"NOUN", "NUM", "SYM", "ADJ"}
    people = (
        before.lower_ in {"aged", "those", "anyone", "everyone", "anybody", "everybody"}
        or is_human(before)
        or is_person(before.lemma_.lower())
    )
    return bare and people


def _is_joined(number: Token) -> bool:
    """Whether the figure is one word with what it counts: "18-month"."""
    return number.i + 1 < len(number.doc) and number.nbor(1).text == "-" and not number.whitespace_


def _number_at(token: Token, skip: int) -> Token | None:
    """The figure that stands so many words behind; also a "half" and what there is one of: "about | half |", "less than a | year |"."""
    doc = token.doc
    at = token.i + skip
    while at < len(doc) and doc[at].text in {"$", "£", "€", "a", "an"}:
        at += 1
    if at >= len(doc):
        return None
    one = at > token.i + skip and doc[at - 1].lower_ in {"a", "an"} and doc[at].lower_ in _TIMES | _MEASURES
    half = doc[at].lower_ == "half" and not _is_joined(doc[at])
    if at == token.i + skip and _ORDINAL.fullmatch(doc[at].lower_):
        return None  # "went | up to | third"
    return doc[at] if one or half or doc[at].like_num or _FIGURE.fullmatch(doc[at].text) else None


_ORDINAL = re.compile(r"first|second|third|\d+(?:st|nd|rd)|[\w-]*th")
_MEASURES = frozenset({"dozen", "third", "mile", "kilometre", "kilometer", "metre", "meter", "foot", "inch", "ton", "tonne"})


def _time_at(token: Token, skip: int) -> Token | None:
    """The day or hour behind "at least" or "about": "until at least | Friday |"."""
    doc, at = token.doc, token.i + skip
    return doc[at] if at < len(doc) and (doc[at].lower_ in _HOURS or (doc[at].pos_ == "PROPN" and doc[at].ent_type_ == "DATE")) else None


_HOURS = frozenset(
    {"midnight", "noon", "midday", "dawn", "dusk", "lunchtime", "sunrise", "sunset", "daybreak", "nightfall", "breakfast", "teatime"}
)


_FIGURE = re.compile(r"\d{1,2}[:.]\d\d|\d[\d.,]*(?:k|m|mn|mln|bn|bln|tn|BCE?|AD|CE)")
"""A time, an amount with its unit, or a year of an era: "9.30", "800mn", "1900BC"."""
