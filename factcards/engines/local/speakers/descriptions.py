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
from factcards.engines.local.speakers.heard import Heard, is_quoted
from factcards.engines.local.speakers.kinds import noun_kind, source_kind
from factcards.engines.local.speakers.naming import text_of
from factcards.engines.local.speakers.nominals import (
    AT_HAND,
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
from factcards.engines.local.speakers.papers import Papers
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.phrases import Phrase
from factcards.engines.local.speakers.pronouns import COLLECTIVES, GENDERS
from factcards.engines.local.speakers.roles import head_of_role, said_beside, whose_is
from factcards.engines.local.speakers.unnamed import SURE_NOMINAL, SURE_OVER_NEARER, Unnamed, owner_of, tells_which
from factcards.lexicon import speaker_words
from factcards.spans import Span

__all__ = ["Descriptions"]

_PAIRS = frozenset({"the two", "both", "the pair", "the duo", "the couple", "the two men", "the two women"})
"""Words for two who were told of."""
FOREMOST = 2.0
"""How many times more present somebody is than anybody else near who is "the candidate"."""
_ELECTED = frozenset({"rival", "sen.", "gov.", "rep.", "governor", "representative"})
"""Whose title is no other trade than that of "the presidential candidate"."""
_NO_TRADE = frozenset({"source", "insider", "person", "conservative", "liberal", "republican", "democrat"})
"""Words for somebody without a name that do not say what he is."""
_OF_AGE = re.compile(r"the (\d{1,3})-year-old\b(?!['’]s)", re.IGNORECASE)
_AGE_BEHIND = re.compile(r"(?:, (?:aged |who is )?|,? aged | \()(\d{1,3})(?=[,.;:)]| (?:of|from)\b)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old (?:[\w'’-]+ ){0,4}\Z")
_ADVOCATES = frozenset({"agent", "lawyer", "attorney", "solicitor", "barrister", "counsel", "representative", "publicist", "adviser"})
_REPORTERS = frozenset({"correspondent", "reporter", "editor"})
"""Whom a paper calls its own."""
_COUNTERPARTS = {
    "client": _ADVOCATES,
    "boss": frozenset({"aide", "assistant", "secretary", "deputy", "spokesman", "spokeswoman"}),
    "brother": frozenset({"sister", "brother"}),
    "sister": frozenset({"sister", "brother"}),
    "husband": frozenset({"wife"}),
    "wife": frozenset({"husband"}),
    "father": frozenset({"son", "daughter"}),
    "mother": frozenset({"son", "daughter"}),
    "son": frozenset({"father", "mother"}),
    "daughter": frozenset({"father", "mother"}),
}
"""What somebody is to whom another is that: whoever has an agent is his client."""


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
        if (pair := self._pair(span)) is not None:
            return taken([(pair, 0.7)], span, "nominal", 0.7, head)
        aged = self._aged(phrase, span.quote, block)
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
        if (owned := self._owned(phrase)) is not None:
            return taken([(owned, 0.8)], span, "nominal", 0.8, head)
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
        known = self._heard.roles.belonging(head, owner) if owner is not None and is_personal(head) else None
        meant = known or (self._counterpart(head, owner) if owner is not None else None)
        if meant is None:
            return self._unnamed.owned(phrase, block, span, content)
        self._heard.discourse.rename(text_of(*phrase_of(head)), meant.name, span.end)
        return taken([(meant, 0.75)], span, "nominal", 0.75, head)

    def _pair(self, span: Span) -> Bearer | None:
        """Of whom "the two" are told, where they have a name of their own."""
        if span.quote.lower() not in _PAIRS:
            return None
        self._heard.discourse.advance(span.start - 1)
        return self._heard.discourse.mind.pair()

    def _counterpart(self, noun: Token, owner: Bearer) -> Bearer | None:
        """To whom "his client" or "her brother" is what the article tells the owner to be to him: "Bo Marsh's agent, Kit Orr, said | his
        client | was ill"; null where that is not told, or of two.
        """
        told = _COUNTERPARTS.get(noun.lemma_.lower(), frozenset())
        beside = [t for m in owner.mentions[:8] if (t := said_beside(m)) is not None and t.lemma_.lower() in told] if told else []
        whose = [b for t in beside if (whom := whose_is(t)) is not None and (b := self._named_or_meant(whom)) is not None]
        meant = whose[0] if len({id(b) for b in whose}) == 1 else None
        human = meant is not None and (meant.unclear or (meant.personal and agrees(meant, noun.lemma_.lower())))
        return meant if human else None

    def _named_or_meant(self, whom: Token) -> Bearer | None:
        """Who is named by a word, or meant by a pronoun: "a lawyer for | him |"."""
        named = self._heard.people.at(whom)
        if named is not None or whom.lower_ not in GENDERS:
            return named[1].bearer if named is not None else None
        block = next((b for b in self._heard.people.blocks if b.doc is whom.doc), None)
        answer = self._heard.discourse.answer(whom, block) if block is not None else []
        return answer[0][0] if is_sure(answer) else None

    def _owned(self, phrase: Phrase) -> Bearer | None:
        """Whom the article calls what somebody with a name has: "Quill's brother"."""
        owner = child(phrase.head, "poss") if is_personal(phrase.head) and not phrase.coordinated else None
        named = self._heard.people.at(owner) if owner is not None else None
        return self._heard.roles.belonging(phrase.head, named[1].bearer) if named is not None and named[1].bearer is not None else None

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

    def _aged(self, phrase: Phrase, words: str, block: Block) -> Bearer | None:
        """The only person of this age ("the 24-year-old"); where the article tells nobody's, who speaks of himself shortly before. "The
        24-year-old Italian" is nobody who is not called so where somebody else is nearer.
        """
        age = _OF_AGE.match(words)
        if age is None:
            return None
        found = self._ages.get(age[1], set())
        if found:
            only, present = next(iter(found)), self._heard.discourse.mind.present(block.paragraph)
            another = is_another(only, phrase.first.doc[phrase.first.i : phrase.head.i]) and present[:1] != [only]
            return only if len(found) == 1 and not another else None
        last = self._heard.last
        bearer = self._heard.by_name.get(last.speaker.name) if last is not None and block.paragraph - last.paragraph <= 1 else None
        known = {id(other) for others in self._ages.values() for other in others}
        return bearer if bearer is not None and bearer.personal and id(bearer) not in known else None

    def _definite(self, phrase: Phrase, block: Block, span: Span, content: Sequence[tuple[int, int]]) -> Speaker | None:
        """Whom "the minister" means, or who it may be; null where it is nobody else."""
        head = phrase.head
        answer, others = self._but_for_others(self._heard.discourse.match(phrase.first, head, block), span, content)
        if (native := self._native(phrase, block, content, answer)) is not None:
            return taken([(native, 0.65)], span, "nominal", 0.65, head)
        if (others or not answer) and is_human(head) and (last := self._spoke_right_before(block, content)) is not None:
            return last.model_copy(update={"mention": span, "resolved_by": "nominal", "score": 0.6, "candidates": ()})
        if answer and answer[0][0].described and answer[0][0].personal and not answer[0][0].heads:
            return None  # "the official" whom the article never names
        if answer and answer[0][1] >= SURE_NOMINAL:
            self._heard.roles.call(head.lemma_.lower(), answer[0][0])
            return taken(answer, span, "nominal", min(0.9, answer[0][1]), head)
        if answer and noun_kind(head) not in COLLECTIVES:
            return unresolved(answer, span)
        if (
            not (is_personal(head) or is_compatriot(phrase.first, head))
            or is_told_by_clause(head)
            or head.lemma_.lower() in speaker_words("anonymous", "bridged")
        ):
            return None  # "the judge": whoever that is; "the mechanic who did it"
        before = {t.lower_ for t in head.doc[phrase.first.i : head.i]}
        present = self._heard.discourse.mind.present(block.paragraph)
        rivals = [b for b in present if not holds_another_office(b, before, head.lemma_.lower())]
        meant = self._in_focus(phrase, block, content, rivals) or self._foremost(phrase, block, content, rivals)
        if meant is not None:
            return taken([(meant, 0.6)], span, "nominal", 0.6, head)
        open_to, _ = self._but_for_others([(b, 1.0) for b in rivals], span, content)
        opening, first = block.offsets(head.sent[0], head.sent[0])[0], block.offsets(phrase.first, phrase.first)[0]
        named = any(b.personal or b.unclear for b in self._heard.people.named_between(opening, first))
        told = [b for b, _ in open_to if not _has_another_trade(b)]
        if len(told) == 1 and not named and _may_be_told_so(told[0], phrase):  # "Quill's aide said the Ohio senator would go" tells nobody
            return taken([(told[0], 0.6)], span, "nominal", 0.6, head)
        return unresolved(open_to, span) if open_to else None

    def _native(self, phrase: Phrase, block: Block, content: Sequence[tuple[int, int]], answer: Answer) -> Bearer | None:
        """Who "the Ohio senator" is, where nobody is told to be from there: whom the sentence before is about, if he spoke in it or it
        tells of nobody else.
        """
        before = phrase.first.doc[phrase.first.i : phrase.head.i]
        places = {t.lower_ for t in before if t.ent_type_ == "GPE"}
        if not places or not is_personal(phrase.head) or any(not places.isdisjoint(b.known) for b, _ in answer):
            return None
        led, alone = self._led_before(phrase, block, content)
        spoke = led is not None and self._heard.last is not None and self._heard.last.speaker.name == led.name
        if led is None or not (alone or spoke) or is_another(led, before):
            return None
        return led if agrees(led, phrase.head.lemma_.lower()) and led not in self._named_beside(phrase, block, content) else None

    def _led_before(self, phrase: Phrase, block: Block, content: Sequence[tuple[int, int]]) -> tuple[Bearer | None, bool]:
        """Whom the sentence before a description's is about, and whether it tells of nobody else; a quotation is its own sentence's."""
        begin, place = (block.offsets(first, first)[0] for first in (phrase.first.sent[0], phrase.first))
        begin = min(begin, content[0][0]) if is_quoted(block, content) else begin
        return self._heard.discourse.mind.led_before(block.paragraph, begin, place)

    def _but_for_others(self, answer: Answer, span: Span, content: Sequence[tuple[int, int]]) -> tuple[Answer, bool]:
        """Whom a description may mean, and whether somebody was struck out: nobody calls himself by name in what he says ("“Quill thinks
        so,” the councillor said"), or tells of himself by a description ("Quill said she wrote to the minister, who agreed").
        """
        named = {id(b) for low, high in content for b in self._heard.people.named_between(low, high)}
        tellers = {t.speaker.name for t in self._heard.turns[-6:] if t.start <= span.start < t.end}
        kept = [(b, share) for b, share in answer if not b.personal or (id(b) not in named and b.name not in tellers)]
        total = sum(share for _, share in kept)
        return [(b, share / total) for b, share in kept], len(kept) < len(answer)

    def _spoke_right_before(self, block: Block, content: Sequence[tuple[int, int]]) -> Speaker | None:
        """Who has neither name nor trade and spoke last before a quotation of the same paragraph: "one senior Conservative"."""
        last = self._heard.last
        if last is None or not is_quoted(block, content) or last.paragraph != block.paragraph or last.end > content[0][0]:
            return None
        speaker, trades = last.speaker, speaker_words("person", "anonymous", "titles") - _NO_TRADE
        plain = speaker.name not in self._heard.by_name and trades.isdisjoint(speaker.name.lower().split())
        return speaker if plain and speaker.kind in {"anonymous", "person"} else None

    def _in_focus(self, phrase: Phrase, block: Block, content: Sequence[tuple[int, int]], rivals: Sequence[Bearer]) -> Bearer | None:
        """Who is called something that the article has not called anybody before: the only person at hand, or for a quotation the one who
        spoke right before it. A description with a complement ("the organizer of the rally") brings in somebody else.
        """
        head = phrase.head
        if any(map(tells_which, head.children)):
            return None
        before, bare = head.doc[phrase.first.i : head.i], phrase.first.i == head.i - 1
        lemma = "person" if is_compatriot(phrase.first, head) else head.lemma_.lower()
        fitting = [b for b in rivals if b.kind == "person" and agrees(b, lemma) and not is_another(b, before)]
        answer, _ = self._but_for_others([(b, 1.0) for b in fitting], block.span(phrase.first, phrase.last), content)
        fitting = [b for b, _ in answer]
        last = self._heard.last
        if len(rivals) == 1:
            asking = [t for t in self._heard.turns[-2:] if t.asks and t.paragraph == block.paragraph]  # "asked whether the mayor knew"
            askers = {t.speaker.name for t in asking}
            near = set(self._heard.people.named_between(*(block.offsets(t, t)[0] for t in (head.sent[0], head))))
            present = self._heard.discourse.mind.salience()
            at_hand = [b for b in fitting if b in near or present[b] >= AT_HAND]
            return at_hand[0] if at_hand and at_hand[0].name not in askers else None
        start = content[0][0] if content else 0
        if last is not None and not is_quoted(block, content):  # "Quill said so. The lawmaker added"
            led, alone = self._led_before(phrase, block, content)
            going_on = alone and led is not None and led.name == last.speaker.name and not (bare and lemma in speaker_words("titles"))
            return led if going_on and led in fitting else None
        if last is None or last.end > start:
            return None
        led, _ = self._heard.discourse.mind.subject_before(block.paragraph, start)
        if last.paragraph != block.paragraph and led is not None:  # "Quill would not say. “No,” the goalkeeper said"
            return next((b for b in fitting if b is led), None)
        if last.paragraph != block.paragraph:
            return next((b for b in fitting if b.name == last.speaker.name and self._led_up_to(b, block, start)), None)
        asked = self._heard.discourse.mind.asked
        if last.asks:
            return next((b for b in fitting if asked is not None and b is asked[0]), None)
        subject, _ = self._heard.discourse.mind.subject_before(block.paragraph, start, after=last.end)
        if subject is not None and subject.name != last.speaker.name:  # "Quill won in two sets. “It was quick,” said the Serb."
            return next((b for b in fitting if b is subject), None)
        since = [] if subject is not None else self._heard.people.named_between(last.end, max(start, block.offsets(head, head)[0]))
        turned = any((b.personal or b.unclear) and b.name != last.speaker.name for b in since)  # "Marsh was late. “I ran,” said the Serb."
        return None if turned else next((b for b in fitting if b.name == last.speaker.name), None)

    def _foremost(self, phrase: Phrase, block: Block, content: Sequence[tuple[int, int]], rivals: Sequence[Bearer]) -> Bearer | None:
        """Who is told of far more than anybody else near, by what is said of public people or by more than a bare noun: "the candidate",
        "the retired surgeon"; but nobody who is brought in anywhere, nor who asked what is answered here.
        """
        head, last = phrase.head, self._heard.last
        lemma, told = head.lemma_.lower(), phrase.first.i < head.i - 1
        public = lemma in speaker_words("public_people")
        if not rivals or not (public or told) or any(tells_which(c) or c.dep_ == "poss" for c in head.children) or (last and last.asks):
            return None
        if not public and (lemma in speaker_words("titles") or self._heard.discourse.is_brought_in_anew(lemma, 0, 1 << 40)):
            return None
        best, *others = rivals
        present = self._heard.discourse.mind.salience()
        fits = best.kind == "person" and agrees(best, lemma) and not is_another(best, head.doc[phrase.first.i : head.i])
        above = all(present[best] >= FOREMOST * present[b] and len(best.mentions) >= len(b.mentions) for b in others)
        return best if fits and above and present[best] >= AT_HAND and not self._named_beside(phrase, block, content) else None

    def _named_beside(self, phrase: Phrase, block: Block, content: Sequence[tuple[int, int]]) -> set[Bearer]:
        """The persons named in a description's own sentence and in what is said: it is hardly one of these, and may be whose they are."""
        sentence = phrase.head.sent
        pieces = [block.offsets(sentence[0], sentence[-1]), *content]
        return {b for low, high in pieces for b in self._heard.people.named_between(low, high) if b.personal}

    def _led_up_to(self, bearer: Bearer, block: Block, start: int) -> bool:
        """Whether a paragraph opens with the words of who was the subject to the end of the one before: "Quill has left.", then "“It was
        time,” the former goalkeeper said".
        """
        subject, _ = self._heard.discourse.mind.subject_before(block.paragraph - 1, start)
        return subject is bearer and _opens(block, start)


def _has_another_trade(bearer: Bearer) -> bool:
    """Whether the article tells an office or a trade of somebody of whom none is told by a description; a senator may be a candidate."""
    trade = head_of_role(bearer.role or "")
    return trade in speaker_words("titles", "bridged") and trade not in speaker_words("public_people") | _ELECTED


def _may_be_told_so(bearer: Bearer, phrase: Phrase) -> bool:
    """Whether it is more than a bare noun and may be said of somebody: "the former secretary of state" of one with no office."""
    head, lemma, trade = phrase.head, phrase.head.lemma_.lower(), head_of_role(bearer.role or "")
    before, public = head.doc[phrase.first.i : head.i], speaker_words("public_people")
    which = (c for c in head.rights if tells_which(c) and c.right_edge.i != c.i + 1 and (c.dep_ != "acl" or head.dep_ != "ROOT"))
    fits = not trade or lemma in public or trade in public - speaker_words("titles")
    native = {t.lower_ for t in before if t.ent_type_ == "GPE"} <= bearer.known  # "the Tarn boss" is nobody who is not told to be of there
    return len(before) > 1 and next(which, None) is None and fits and native and agrees(bearer, lemma) and not is_another(bearer, before)


def _opens(block: Block, place: int) -> bool:
    """Whether a paragraph begins at a place, quotation marks apart."""
    first = next((t for t in block.tokens if not t.is_punct and not t.is_space), None)
    return first is not None and block.offsets(first, first)[0] == place


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
