"""Whom a description means that is a source: "the minister", "the 24-year-old", "the girls' mother", "my cousin"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from factcards.cards import Speaker
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.answers import taken, unresolved
from factcards.engines.local.speakers.bearers import Answer, Bearer, is_sure
from factcards.engines.local.speakers.heard import Heard
from factcards.engines.local.speakers.kinds import noun_kind, source_kind, stays_unnamed
from factcards.engines.local.speakers.naming import text_of
from factcards.engines.local.speakers.nominals import (
    OFFICES,
    agrees,
    holds_another_office,
    is_another,
    is_compatriot,
    is_definite,
    is_human,
    is_personal,
    is_plural,
    is_told_by_clause,
    phrase_of,
)
from factcards.engines.local.speakers.offices import RANKS
from factcards.engines.local.speakers.papers import Papers
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.phrases import Phrase
from factcards.engines.local.speakers.pronouns import COLLECTIVES
from factcards.engines.local.speakers.roles import head_of_role
from factcards.engines.local.speakers.unnamed import SURE_NOMINAL, SURE_OVER_NEARER, Unnamed, owner_of, tells_which
from factcards.lexicon import speaker_words
from factcards.spans import Span

__all__ = ["Descriptions"]

_PAIRS = frozenset({"the two", "both", "the pair", "the duo", "the couple", "the two men", "the two women"})
"""Words for two who were told of."""
_NEARLY = 0.9
"""Share of the weight from which somebody has an office that he was not told to have, as a "he" in its place would mean him."""
_PRESENT = 0.35
"""Salience from which somebody may be told by what the article has not said of him: more than for the last sentence's "Quill's plans"."""
_NO_TRADE = frozenset({"source", "insider", "person", "conservative", "liberal", "republican", "democrat"})
"""Words for somebody without a name that do not say what he is."""
_OF_AGE = re.compile(r"the (\d{1,3})-year-old\b(?!['’]s)", re.IGNORECASE)
_AGE_BEHIND = re.compile(r"(?:, (?:aged |who is )?|,? aged | \()(\d{1,3})(?=[,.;:)]| (?:of|from)\b)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old (?:[\w'’-]+ ){0,4}\Z")
_REPORTERS = frozenset({"correspondent", "reporter", "editor"})
"""Whom a paper calls its own."""


class Descriptions:
    """The descriptions of one article, read after all that was said before them."""

    def __init__(self, heard: Heard) -> None:
        """Over what has been heard of the article."""
        self._heard = heard
        self._unnamed = Unnamed(heard.discourse)
        self._papers = Papers(heard)

    def speaker(self, phrase: Phrase, block: Block, content: Sequence[tuple[int, int]] = ()) -> Speaker:
        """A common noun: the one bearer that it describes, else the words themselves as a source of their kind."""
        span = block.span(phrase.first, phrase.last)
        head = phrase.head
        if (pair := self._pair(phrase, span)) is not None:
            return taken([(pair, 0.7)], span, "nominal", 0.7, head)
        aged = self._aged(phrase, block, span, content)
        if aged is not None:
            return taken([(aged, 0.85)], span, "nominal", 0.85, head)
        if (polled := self._papers.polled(phrase, block, span)) is not None:
            return polled
        part = self._unnamed.part_of(phrase, block, span) or self._unnamed.some_of_them(phrase, block, span, content)
        if part is not None:
            return part
        if (owning := owner_of(phrase)) is not None:
            return self._of_owner(phrase, owning, block, span, content)
        mine = self._ours(phrase, block, span)
        if mine is not None:
            return mine
        if not phrase.coordinated and (found := self._pointed_at(phrase, block, span, content)) is not None:
            return found
        return self._of_body(phrase, block, span) or self._unnamed.itself(phrase, block, span)

    def _of_body(self, phrase: Phrase, block: Block, span: Span) -> Speaker | None:
        """Of which body they are who are told by a bare word for it: "Tarn Rail executives" for "company executives"."""
        head = phrase.head
        body = head.nbor(-1) if head is not phrase.first else head
        alone = body.dep_ == "compound" and body.head is head and body.tag_ == "NN" and not phrase.coordinated
        several = is_plural(head) and noun_kind(head) in {"group", "anonymous", "person", "document"}
        if not several or not alone or noun_kind(body) not in {"organization", "government"}:
            return None
        meant, share = next(iter(self._heard.discourse.match(body, body, block)), (None, 0.0))
        if meant is None or share < SURE_OVER_NEARER or meant.personal:
            return None
        words = meant.name.removeprefix("the ").removeprefix("The ")
        if body.lemma_.lower() not in {*words.lower().split(), *meant.heads, *speaker_words("commercial")}:
            return None  # "union organizers" at Tarn Rail
        name = f"{phrase.first.doc[phrase.first.i : body.i].text} {words} {text_of(head, phrase.last)}".strip()
        return Speaker(name=name, kind=source_kind(head), mention=span, resolved_by="nominal", score=0.7)

    def _pointed_at(self, phrase: Phrase, block: Block, span: Span, content: Sequence[tuple[int, int]]) -> Speaker | None:
        """Who or what "the minister", "the report" or "the papers" is, of whom the article has told."""
        head = phrase.head
        if not is_definite(phrase.first, head):
            several = is_plural(head) and phrase.first.lower_ == "the"
            return self._unnamed.taken_up(phrase, block, span) if several else None
        paper = noun_kind(head) == "document" and head.lemma_.lower() in speaker_words("papers")
        found = self._unnamed.taken_up(phrase, block, span) if paper else None  # "a briefing paper" is no newspaper
        found = found or self._definite(phrase, block, span, content)
        theirs = self._papers.whose(phrase, block, span) if found is None else None
        full = found or self._unnamed.taken_up(phrase, block, span)
        whose = (theirs.name.rpartition("'")[0].split() or [theirs.name])[-1] if theirs is not None else ""
        return full if theirs is None or (full is not None and whose in full.name) else theirs

    def _of_owner(self, phrase: Phrase, owning: Token, block: Block, span: Span, content: Sequence[tuple[int, int]]) -> Speaker:
        """Who "her lawyer" or "his client" is: whom the article calls so, else whose he is."""
        head = phrase.head
        answer = self._heard.discourse.answer(owning, block, content)
        owner = answer[0][0] if is_sure(answer) else None
        meant = self._heard.roles.belonging(head, owner) if owner is not None and is_personal(head) else None
        if meant is None:
            return self._unnamed.owned(phrase, block, span, content)
        self._heard.discourse.rename(text_of(*phrase_of(head)), meant.name, span.end)
        return taken([(meant, 0.75)], span, "nominal", 0.75, head)

    def _pair(self, phrase: Phrase, span: Span) -> Bearer | None:
        """Of whom "the two" or "both mothers" are told, where they have a name of their own."""
        both = phrase.first.lower_ == "both" and phrase.first.i == phrase.head.i - 1 and is_plural(phrase.head) and is_human(phrase.head)
        return self._heard.discourse.pair(span.start) if both or span.quote.lower() in _PAIRS else None

    def _ours(self, phrase: Phrase, block: Block, span: Span) -> Speaker | None:
        """Who "our correspondent" is: who was named last as a body's in this paragraph or the one before, or by what he is: "the Courier's
        | Ada Quill | in Tarn".
        """
        if phrase.first.lower_ != "our" or phrase.head.lemma_.lower() not in _REPORTERS or phrase.first.i != phrase.head.i - 1:
            return None
        for mention in reversed(self._heard.people.mentions[: bisect_left(self._heard.people.starts, span.start)]):
            bearer = self._heard.people.bearer_of(mention)
            if block.paragraph - mention.block.paragraph > 1:
                break
            owner = child(mention.head, "poss")
            if bearer is not None and bearer.personal and ((owner is not None and owner.ent_type_ == "ORG") or bearer.heads & _REPORTERS):
                return taken([(bearer, 0.8)], span, "nominal", 0.8, phrase.head)
        return None

    @cached_property
    def _ages(self) -> dict[str, set[Bearer]]:
        return _ages(self._heard.people)

    def _aged(self, phrase: Phrase, block: Block, span: Span, content: Sequence[tuple[int, int]]) -> Bearer | None:
        """The only person of this age ("the 24-year-old"); where the article tells nobody's, who is likeliest."""
        age = _OF_AGE.match(span.quote)
        if age is None:
            return None
        found = self._ages.get(age[1], set())
        if not found:
            return self._likeliest(phrase, block, span, content)
        only = next(iter(found))
        return only if len(found) == 1 and not is_another(only, phrase.first.doc[phrase.first.i : phrase.head.i]) else None

    def _definite(self, phrase: Phrase, block: Block, span: Span, content: Sequence[tuple[int, int]]) -> Speaker | None:
        """Whom "the minister" means, or who it may be; null where it is nobody else."""
        head = phrase.head
        answer = self._but_for_others(self._heard.discourse.match(phrase.first, head, block), span, content)
        if answer and answer[0][0].described and answer[0][0].personal and not answer[0][0].heads:
            return None  # "the official" whom the article never names
        if answer and answer[0][1] >= SURE_NOMINAL:
            self._heard.roles.call(head.lemma_.lower(), answer[0][0])
            return taken(answer, span, "nominal", min(0.9, answer[0][1]), head)
        if answer and noun_kind(head) not in COLLECTIVES:
            return unresolved(answer, span)
        known = is_personal(head) or is_compatriot(phrase.first, head)
        new = self._heard.discourse.is_brought_in_anew(head.lemma_.lower(), 0, span.start)  # "the friend", where a friend was told of
        if (
            not (known or (noun_kind(head) == "person" and not new))
            or is_told_by_clause(head)
            or stays_unnamed(head)
            or head.lemma_.lower() in speaker_words("anonymous", "bridged")
        ):
            return None  # "the judge": whoever that is; "the mechanic who did it"
        meant = self._likeliest(phrase, block, span, content)
        if meant is not None:
            return taken([(meant, 0.6)], span, "nominal", 0.6, head)
        return self._open_to(phrase, block, span, content) if known else None

    def _open_to(self, phrase: Phrase, block: Block, span: Span, content: Sequence[tuple[int, int]]) -> Speaker | None:
        """Who is at hand whom a description may mean; null where nobody is."""
        before = {t.lower_ for t in phrase.head.doc[phrase.first.i : phrase.head.i]}
        present = self._heard.discourse.mind.present(block.paragraph)
        rivals = [(b, 1.0) for b in present if not holds_another_office(b, before, phrase.head.lemma_.lower())]
        open_to = self._but_for_others(rivals, span, content)
        return unresolved(open_to, span) if open_to else None

    def _likeliest(self, phrase: Phrase, block: Block, span: Span, content: Sequence[tuple[int, int]]) -> Bearer | None:
        """Who is called something that the article has not called anybody before: whom a "he" or "she" would mean there, if it may be said
        of him; one with another office only where hardly anybody else is meant. A description with a complement ("the organizer of the
        rally") brings in somebody else.
        """
        head = phrase.head
        before = head.doc[phrase.first.i : head.i]
        if any(tells_which(c) and c.right_edge.i != c.i + 1 for c in head.children):
            return None
        lemma, words = head.lemma_.lower() if is_personal(head) else "person", {t.lower_ for t in before}
        weighed = self._heard.discourse.somebody(phrase.first, head, block, content)
        fitting = [(b, share) for b, share in weighed if agrees(b, lemma)]
        if not fitting:
            return None
        meant, share = fitting[0]
        trades = {lemma, head_of_role(meant.role or "")} <= speaker_words("titles") - speaker_words("public_people") - _NO_TRADE
        needed = _NEARLY if trades or (lemma in OFFICES and words.isdisjoint(RANKS - {"prime"})) else SURE_NOMINAL
        present = self._heard.discourse.mind.salience().get(meant, 0.0)
        if share < needed or present < _PRESENT or meant in self._told_beside(phrase, block):
            return None
        told = self._but_for_others([(meant, share)], span, content)
        fits = not meant.described and not is_another(meant, before) and not holds_another_office(meant, words, lemma)
        return meant if told and fits else None

    def _but_for_others(self, answer: Answer, span: Span, content: Sequence[tuple[int, int]]) -> Answer:
        """Whom a description may mean: nobody calls himself by name in what he says ("“Quill thinks so,” the councillor said"), or tells of
        himself by a description ("Quill said she wrote to the minister, who agreed").
        """
        named = {id(b) for low, high in content for b in self._heard.people.named_between(low, high)}
        tellers = {t.speaker.name for t in self._heard.turns[-6:] if t.start <= span.start < t.end}
        kept = [(b, share) for b, share in answer if not b.personal or (id(b) not in named and b.name not in tellers)]
        total = sum(share for _, share in kept)
        return [(b, share / total) for b, share in kept]

    def _told_beside(self, phrase: Phrase, block: Block) -> set[Bearer]:
        """The persons of whom a description's own sentence tells otherwise: it is hardly one of these. It may be whoever is told of only to
        say who another one is: "| Quill's | friends were glad when the candidate left".
        """
        sentence, doc = phrase.head.sent, phrase.head.doc
        named = set(self._heard.people.named_between(*block.offsets(sentence[0], sentence[-1])))
        seen = [s for s in self._heard.discourse.mind.recent if s.token.doc is doc and s.token.sent.start == sentence.start]
        return (named | {s.bearer for s in seen}) - {s.bearer for s in seen if s.token.dep_ == "poss"}


def _ages(people: People) -> dict[str, set[Bearer]]:
    """The persons of each age that the article gives beside a name."""
    ages: dict[str, set[Bearer]] = {}
    for mention in people.mentions:
        bearer = people.bearer_of(mention)
        if bearer is None or not bearer.personal:
            continue
        text, (start, end) = mention.block.text, mention.block.offsets(mention.first, mention.last)
        before = _AGE_BEFORE.search(text, max(0, start - 60), start)
        if before is not None and any(t.pos_ in {"VERB", "AUX", "ADP"} for t in mention.block.words(before.end(1), start)):
            before = None  # "The 24-year-old is vital to | Quill |"
        found = _AGE_BEHIND.match(text, end) or before
        if found is not None:
            ages.setdefault(found[1], set()).add(bearer)
    return ages
