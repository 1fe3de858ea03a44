"""Who a source is: the full name behind a surname, a pronoun or "the minister", with the rivals and how sure it is.

A wrong name is worse than "unresolved": where two candidates are about as likely, the mention's own words stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from factcards.cards import Candidate, Speaker, SpeakerKind
from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.answers import by_name, implied, taken, unnamed, unresolved
from factcards.engines.local.speakers.bearers import Answer, Bearer, is_sure
from factcards.engines.local.speakers.binding import arguments_above
from factcards.engines.local.speakers.discourse import Discourse
from factcards.engines.local.speakers.genders import gender_of
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.naming import Mention, text_of
from factcards.engines.local.speakers.nominals import (
    Roles,
    agrees,
    holds_another_office,
    is_another,
    is_definite,
    is_personal,
    is_plural,
    is_somebody,
    is_told_by_clause,
    phrase_of,
)
from factcards.engines.local.speakers.offices import holds_office, style_beside
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.pronouns import GENDERS, is_of_gender
from factcards.engines.local.speakers.roles import pleads
from factcards.engines.local.speakers.sources import (
    PRONOUNS,
    Phrase,
    antecedent_of,
    is_nobody,
    is_told,
    name_beside,
    read_source,
    speaks_beside,
)
from factcards.engines.local.speakers.turns import (
    Turn,
    asks,
    gives_evidence,
    hearer_of_question,
    is_asked,
    is_one,
    is_short,
    other_of_two,
    replies,
    reports_question,
    says_i,
)
from factcards.engines.local.speakers.unnamed import SURE_NOMINAL, Unnamed, belonging_to, owned_by, owned_name, owner_of, tells_which
from factcards.lexicon import content_frames, speaker_words
from factcards.spans import Span

__all__ = ["Resolver"]

_OWN = frozenset({"i", "we", "me", "us", "my", "our"})
_KINDS: dict[str, SpeakerKind] = {"PERSON": "person", "ORG": "organization", "GPE": "government", "NORP": "group"}


class Resolver:
    """Resolves the sources of one article, in text order: each answer is a candidate for the next pronoun."""

    def __init__(self, people: People, author: str | None = None) -> None:
        """Nobody has spoken yet.

        Args:
            people: The article's names.
            author: Who the byline names; "I" outside quotations is then the author.
        """
        self._people = people
        self._roles = Roles(people)
        self._discourse = Discourse(people, self._roles)
        self._unnamed = Unnamed(self._discourse)
        self._author = author
        self._turns: list[Turn] = []
        self._told: dict[tuple[int, int], Speaker] = {}
        self._sources: list[_Teller] = []
        self._longest = 0
        self._by_name = {b.name: b for b in people.bearers}
        self._starts = [block.offsets(block.doc[0], block.doc[0])[0] for block in people.blocks]

    def close(self) -> None:
        """Let go of the article; nothing can be asked after."""
        self._discourse.close()

    def resolve(self, found: Found) -> Speaker | None:
        """The speaker of this attribution, null for narration, and where it names none ("is expected to", "reportedly", "not everyone")."""
        if found.frame == "narration" or (found.source is None and found.frame not in {"carried", "quote"}):
            if is_asked(found):
                self._discourse.asked(hearer_of_question(found), found.content[0][0])
            return None
        if found.source is not None and (is_nobody(found.source) or is_told(found.source, found.verb)):
            return None
        if found.source is None:
            speaker = self._carried(found) if found.answers is None else implied(self._by_name[found.answers])
        else:
            speaker = self._who_states(found, self._meant_by(found, found.source))
            speaker = self._within(found, found.source, speaker) if found.within else speaker
        if found.source is not None:
            start, end = found.content[0][0], found.content[-1][1]
            self._longest = max(self._longest, end - start)
            insort(self._sources, (start, end, found.source.head, speaker.name), key=_begin)
        if not found.within:
            self._remember(found, speaker)
        return speaker

    def _meant_by(self, found: Found, source: Source) -> Speaker:
        """Whom the words mean that name a source: for all that they say the same one, "adding" what they did not need to say by name."""
        source = speaks_beside(source, found.verb, self._people)
        place = source.block.offsets(source.first, source.last)
        if place not in self._told:
            self._told[place] = self._interviewed(found, source) or self._of(source, found.content)
        return self._told[place]

    def _who_states(self, found: Found, speaker: Speaker) -> Speaker:
        """Who says "I" in "the statement": whoever spoke right before, in the same paragraph, in a statement of his."""
        paper, last = speaker.mention, self._turns[-1] if self._turns else None
        if speaker.kind != "document" or paper is None or last is None or found.source is None or not says_i(found):
            return speaker
        noun, words = found.source.head.lemma_.lower(), found.block.text[max(0, last.start - _IN_PAPER) : last.start].lower()
        issued = last.paragraph == found.block.paragraph and last.speaker.kind == "person" and f" {noun} " in words
        if found.source.first.lower_ != "the" or found.frame != "quote" or not issued:
            return speaker
        return last.speaker.model_copy(update={"mention": paper, "resolved_by": "nominal", "score": 0.7, "candidates": ()})

    def _within(self, found: Found, source: Source, speaker: Speaker) -> Speaker:
        """Whom somebody means in his quotation: "they" are known to his hearers, and he himself would be "I"."""
        if speaker.resolved_by not in {"pronoun", "nominal"} or speaker.mention is None:
            return speaker
        teller = next((t.speaker for t in reversed(self._turns[-6:]) if t.start <= found.start < t.end), None)
        known = speaker.resolved_by == "nominal" or source.head.lower_ in {"he", "she"}
        if not known or teller is None or teller.name == speaker.name:
            return unresolved([], speaker.mention)
        first, _, rest = speaker.name.partition(" ")
        return speaker.model_copy(update={"name": owned_by(teller.name, rest)}) if first.lower() == "my" else speaker

    def _interviewed(self, found: Found, source: Source) -> Speaker | None:
        """Who answers in an interview with the labels "Q:" and "A:": the person of whom its introduction speaks most."""
        if source.head.text != "A" or not found.cue or found.cue[0].text != ":":
            return None
        first = next((block.paragraph for block in self._people.blocks if block.view.text.startswith("Q:")), 0)
        bearers = [self._people.bearer_of(m) for m in self._people.mentions if m.block.paragraph < first]
        named = Counter(b.name for b in bearers if b is not None and b.kind == "person" and b.name != self._author).most_common(2)
        if not named or (len(named) > 1 and named[0][1] == named[1][1]):
            return None
        meant, span = self._by_name[named[0][0]], source.block.span(source.first, source.last)
        return taken([(meant, 0.6)], span, "nominal", 0.6, source.head)

    def name_of_pronoun(self, token: Token, block: Block) -> Speaker:
        """Who a personal pronoun means, wherever it stands; nobody by name where somebody who has none there is as near: "Carl Voss, his
        lawyer, said the suspect was at home. Police said | he | had confessed.", nor where it may be whoever says so himself.
        """
        meant = self._pronoun(token, block, ())
        if self._may_be_teller(token, block, meant):
            return unresolved([], block.span(token, token))
        if meant.resolved_by != "pronoun" or not any(self._may_be(noun, token, meant) for noun in self._shortly_before(token, block)):
            return meant
        return unresolved([], block.span(token, token))

    def _may_be_teller(self, pronoun: Token, block: Block, meant: Speaker) -> bool:
        """Whether the nearest one who says it may be the pronoun's and is told by no name: "The other said | he | had seen it", "She said
        that Hallow accused her and said | she | could go".
        """
        place = block.offsets(pronoun, pronoun)[0]
        near = self._sources[bisect_left(self._sources, place - self._longest, key=_begin) : bisect_right(self._sources, place, key=_begin)]
        over = [source for source in near if place < source[1]]
        if not over:
            return False
        _, _, head, name = min(over, key=lambda source: source[1] - source[0])
        if name == meant.name or head is pronoun:
            return False
        bearer, wanted = self._by_name.get(meant.name), GENDERS.get(pronoun.lower_)
        if head.lower_ in GENDERS:  # of two whom one word may mean, the one whose sex the text tells may be named
            return GENDERS[head.lower_] == wanted and (name not in self._by_name or bearer is None or bearer.gender is None)
        if name in self._by_name:
            return False
        someone = is_personal(head) and not is_plural(head) and child(head, "poss") is None
        return head.lower_ in _ONE_OF_SEVERAL or (someone and pronoun.dep_ == "poss")  # "The carer said that | her | employer slept"

    def _shortly_before(self, token: Token, block: Block) -> Sequence[Token]:
        """The words of the sentence before a word's, and of its own up to it."""
        first = token.sent.start
        before = [block.doc[i] for i in range(block.doc[first - 1].sent.start if first else 0, token.i)]
        if first:
            return before
        at = bisect_right(self._starts, block.offsets(token, token)[0]) - 2
        last = self._people.blocks[at].doc[-1].sent.start if at >= 0 else 0
        return [*(self._people.blocks[at].tokens[last:] if at >= 0 else ()), *before]

    def _may_be(self, noun: Token, pronoun: Token, meant: Speaker) -> bool:
        """Whether a noun describes one human being, of a pronoun's sex, who is not this speaker."""
        lemma = noun.lemma_.lower()
        if noun.pos_ != "NOUN" or not is_personal(noun) or noun.dep_ in {"appos", "compound", "attr"} or self._people.at(noun) is not None:
            return False
        sexes = {gender_of(lemma), "male" if pronoun.lower_ in {"he", "him", "his"} else "female"} - {None}
        bearer = self._by_name.get(meant.name)
        described = (bearer is not None and lemma in bearer.heads and noun.dep_ != "pobj") or name_beside(noun, self._people) is not None
        return len(sexes) == 1 and not described

    def _remember(self, found: Found, speaker: Speaker) -> None:
        if speaker.resolved_by == "unresolved":
            if found.source is not None and speaker.mention is not None and speaker.kind != "group":
                self._discourse.spoke(None, speaker.name, speaker.mention.end, found.source)
            return
        start, end = found.content[0][0], found.content[-1][1]
        text = found.block.text
        quoted = found.frame in {"quote", "carried"} or text[max(0, start - 1) : start] in {'"', "“"}
        within = any(t.start <= found.start < t.end and t.speaker.name != speaker.name and is_one(t.speaker) for t in self._turns[-3:])
        self._turns.append(Turn(speaker, start, end, self._paragraph_at(start), asks(found), quoted, replies(found), gives_evidence(found)))
        if not within:  # "a nurse said that it hoped": the nurse goes on
            place = start if speaker.mention is None else speaker.mention.end
            asking = reports_question(found)
            self._discourse.spoke(self._by_name.get(speaker.name), speaker.name, place, found.source, asking=asking)
            self._discourse.asked(hearer_of_question(found), place)

    def _paragraph_at(self, place: int) -> int:
        at = bisect_right(self._starts, place) - 1
        return self._people.blocks[max(0, at)].paragraph if self._people.blocks else 0

    # -- a source of its own words

    def _of(self, source: Source, content: list[tuple[int, int]]) -> Speaker:
        phrase = read_source(source, self._people)
        block = source.block
        if phrase.kind == "pronoun":
            return self._pronoun(phrase.head, block, content)
        if phrase.kind == "relative":
            return self._relative(phrase, block)
        if phrase.kind == "names":
            return self._several(phrase, block)
        if phrase.kind == "name":
            return self._named(phrase, block)
        capital = phrase.head.pos_ == "PROPN" and not _is_party(phrase.head) and not holds_office(phrase.head)
        if self._people.is_heading(block) or (capital and not phrase.coordinated):
            return self._unlisted(phrase, block)
        return self._described(phrase, block, content)

    def _named(self, phrase: Phrase, block: Block) -> Speaker:
        mention, identity = phrase.names[0]
        span = block.span(phrase.first, phrase.last)
        bearer = identity.bearer
        if bearer is None and not identity.rivals:  # "Mrs. Moss", where the only Moss is a man: she is named so and no further
            words = f"{mention.first.nbor(-1).text} {mention.words}" if mention.title else mention.words
            return Speaker(name=words, kind="person", mention=span, resolved_by="named", score=0.7)
        if bearer is None:
            return Speaker(
                name=mention.words,
                kind="person",
                mention=span,
                resolved_by="unresolved",
                score=0.0,
                candidates=tuple(Candidate(name=b.name, score=round(1 / len(identity.rivals), 2)) for b in identity.rivals[:4]),
            )
        full = bearer.name == mention.words or bearer.name in mention.words
        rest = round((1.0 - identity.score) / max(1, len(identity.rivals)), 2)
        rivals = () if full else tuple(Candidate(name=b.name, score=rest) for b in identity.rivals[:3])
        return by_name(bearer, phrase.head, span, 1.0 if full else identity.score, full=full, candidates=rivals)

    def _several(self, phrase: Phrase, block: Block) -> Speaker:
        """As in "Cruz and Rubio" by their full names."""
        names = [identity.bearer.name if identity.bearer is not None else mention.words for mention, identity in phrase.names]
        name = ", ".join(names[:-1]) + f" and {names[-1]}"
        span = block.span(phrase.first, phrase.last)
        full = all(mention.words == name for (mention, _), name in zip(phrase.names, names, strict=True))
        return Speaker(name=name, kind="group", mention=span, resolved_by="named" if full else "alias", score=0.9)

    def _unlisted(self, phrase: Phrase, block: Block) -> Speaker:
        """Capitalised words that the tagger did not list, a headline's mostly: a known name, or themselves."""
        words = text_of(phrase.first, phrase.last)
        span = block.span(phrase.first, phrase.last)
        kept = words.split()
        while len(kept) > 1 and kept[0].lower() in speaker_words("titles") | {"the"}:
            kept = kept[1:]
        identity = self._people.lookup(" ".join(kept), words.split()[0].lower()) or self._people.lookup(phrase.head.text)
        bearer = identity.bearer if identity is not None else None
        if identity is None or bearer is None or (bearer.kind == "person" and len(kept) > 3):
            if phrase.head.pos_ != "PROPN":
                return self._described(phrase, block)
            kind = _KINDS.get(phrase.head.ent_type_, "unknown")
            return Speaker(name=words, kind=kind, mention=span, resolved_by="named", score=0.8)
        full = bearer.name == " ".join(kept)
        return by_name(bearer, phrase.head, span, 1.0 if full else identity.score, full=full)

    def _described(self, phrase: Phrase, block: Block, content: Sequence[tuple[int, int]] = ()) -> Speaker:
        """A common noun: the one bearer that it describes, else the words themselves as a source of their kind."""
        span = block.span(phrase.first, phrase.last)
        head = phrase.head
        if span.quote.lower() in {"the two", "both", "the pair", "the duo", "the couple", "the two men", "the two women"}:
            self._discourse.advance(span.start - 1)
            pair = self._discourse.mind.pair()
            if pair is not None:
                return taken([(pair, 0.7)], span, "nominal", 0.7, head)
        styled = self._styled(phrase, span)
        if styled is not None:
            return styled
        aged = self._aged(span.quote, block)
        if aged is not None:
            return taken([(aged, 0.85)], span, "nominal", 0.85, head)
        part = self._unnamed.part_of(phrase, block, span)
        if part is not None:
            return part
        owning = owner_of(phrase)
        if owning is not None:
            answer = self._discourse.answer(owning, block, content)
            meant = self._roles.belonging(head, answer[0][0]) if is_sure(answer) and is_personal(head) else None
            if meant is not None:
                return taken([(meant, 0.75)], span, "nominal", 0.75, head)
            return self._unnamed.owned(phrase, block, span, content)
        mine = self._mine(phrase, span)
        if mine is not None:
            return mine
        owner = next((t for t in head.children if t.dep_ == "poss"), None)
        owned = self._people.at(owner) if owner is not None and is_personal(head) and not phrase.coordinated else None
        if owned is not None and owned[1].bearer is not None:
            meant = self._roles.belonging(head, owned[1].bearer)
            if meant is not None:
                return taken([(meant, 0.8)], span, "nominal", 0.8, head)
        if is_definite(phrase.first, head) and not phrase.coordinated:
            found = self._definite(phrase, block, span, content) or self._unnamed.taken_up(phrase, block, span)
            return found or self._unnamed.itself(phrase, block, span)
        return self._unnamed.itself(phrase, block, span)

    def _mine(self, phrase: Phrase, span: Span) -> Speaker | None:
        """Whose "my cousin" is: whoever's the quotation is that it stands in, or the author's."""
        first = phrase.first
        if first.lower_ != "my" or first.dep_ != "poss" or first.head is not phrase.head or phrase.coordinated:
            return None
        owner = self._first_person(first, span)
        if owner.resolved_by == "unresolved" or owner.kind != "person":
            return None
        name = owned_name(owner.name, first, phrase.last)
        return Speaker(name=name, kind=noun_kind(phrase.head), mention=span, resolved_by="nominal", score=owner.score)

    def _styled(self, phrase: Phrase, span: Span) -> Speaker | None:
        """Who is described beside a title with its place, by that title: "the girls' mother, the Duchess of Marrow"."""
        style = style_beside(phrase.head) if is_personal(phrase.head) and not phrase.coordinated else None
        if style is None:
            return None
        title, last = style
        name = text_of(title.left_edge, last)
        self._discourse.rename(text_of(*phrase_of(phrase.head)), name, span.end, title.lower_)
        return Speaker(name=name, kind="person", mention=span, resolved_by="nominal", score=0.8)

    @cached_property
    def _ages(self) -> dict[str, set[Bearer]]:
        return _ages(self._people)

    def _aged(self, words: str, block: Block) -> Bearer | None:
        """The only person of this age ("the 24-year-old"); where the article tells nobody's, who speaks of himself shortly before."""
        age = _OF_AGE.match(words)
        if age is None:
            return None
        found = self._ages.get(age[1], set())
        if found:
            return next(iter(found)) if len(found) == 1 else None
        last = self._turns[-1] if self._turns else None
        bearer = self._by_name.get(last.speaker.name) if last is not None and block.paragraph - last.paragraph <= 1 else None
        known = {id(other) for others in self._ages.values() for other in others}
        return bearer if bearer is not None and bearer.personal and id(bearer) not in known else None

    def _definite(self, phrase: Phrase, block: Block, span: Span, content: Sequence[tuple[int, int]]) -> Speaker | None:
        """Whom "the minister" means, or who it may be; null where it is nobody else."""
        head = phrase.head
        answer, others = self._but_for_others(self._discourse.match(phrase.first, head, block), span, content)
        if (others or not answer) and (last := self._spoke_right_before(block, content)) is not None:
            return last.model_copy(update={"mention": span, "resolved_by": "nominal", "score": 0.6, "candidates": ()})
        if answer and answer[0][0].described and answer[0][0].personal and not answer[0][0].heads:
            return None  # "the official" whom the article never names
        if answer and answer[0][1] >= SURE_NOMINAL:
            self._roles.call(head.lemma_.lower(), answer[0][0])
            return taken(answer, span, "nominal", min(0.9, answer[0][1]), head)
        if answer and noun_kind(head) not in {"document", "organization", "government"}:
            return unresolved(answer, span)
        if not answer and (trader := self._trader(head, span)) is not None:
            self._roles.call(head.lemma_.lower(), trader)
            return taken([(trader, 0.65)], span, "nominal", 0.65, head)
        if (shown := self._shown_in_court(phrase, block, span)) is not None:
            return taken([(shown, 0.7)], span, "nominal", 0.7, head)
        if not is_personal(head) or is_told_by_clause(head) or head.lemma_.lower() in speaker_words("anonymous") | speaker_words("bridged"):
            return None  # "the judge": whoever that is; "the mechanic who did it"
        before = {t.lower_ for t in head.doc[phrase.first.i : head.i]}
        present = self._discourse.mind.present(block.paragraph)
        rivals = [b for b in present if not holds_another_office(b, before, head.lemma_.lower())]
        meant = self._in_focus(phrase, block, content, rivals)
        if meant is not None:
            return taken([(meant, 0.6)], span, "nominal", 0.6, head)
        open_to, _ = self._but_for_others([(b, 1.0) for b in rivals], span, content)
        return unresolved(open_to, span) if open_to else None

    def _trader(self, head: Token, span: Span) -> Bearer | None:
        """Whom "the company" means that is no longer at hand: the only one that the article names, where it tells of no other company."""
        lemma = head.lemma_.lower()
        meant = self._roles.trader(lemma, span.start)
        told = any(tells_which(c) or c.dep_ in {"compound", "amod"} for c in head.children)
        return None if meant is None or told or self._discourse.is_brought_in_anew(lemma, 0, span.start) else meant

    def _shown_in_court(self, phrase: Phrase, block: Block, span: Span) -> Bearer | None:
        """Who "the witness" is: whoever gave evidence right before and does not plead. And "the judge": the only one whom the article calls
        a judge, wherever it says so.
        """
        head, lemma = phrase.head, phrase.head.lemma_.lower()
        if phrase.last.i != head.i or phrase.first.i != head.i - 1 or any(tells_which(c) for c in head.children):
            return None
        if lemma in _PRESIDING:
            meant = self._roles.presiding(head, span.start)
            return None if meant is None or self._discourse.is_brought_in_anew(lemma, 0, 1 << 40) else meant
        last = self._turns[-1] if self._turns else None
        if lemma != "witness" or last is None or block.paragraph - last.paragraph > 1:
            return None
        same = [t for t in self._turns[-6:] if t.speaker.name == last.speaker.name and t.evidence and block.paragraph - t.paragraph <= 1]
        bearer = self._by_name.get(last.speaker.name) if same else None
        return bearer if bearer is not None and bearer.personal and not self._pleads(bearer) else None

    @staticmethod
    def _pleads(bearer: Bearer) -> bool:
        """Whether somebody is in court for a side, or to judge, and so is no witness."""
        court = {"lawyer", "attorney", "barrister", "solicitor", "counsel", "prosecutor", "coroner", "justice", *_PRESIDING}
        return not court.isdisjoint(bearer.heads) or any(map(pleads, bearer.mentions[:8]))

    def _but_for_others(self, answer: Answer, span: Span, content: Sequence[tuple[int, int]]) -> tuple[Answer, bool]:
        """Whom a description may mean, and whether somebody was struck out: nobody calls himself by name in what he says ("“Quill thinks
        so,” the councillor said"), or tells of himself by a description ("Quill said she wrote to the minister, who agreed").
        """
        named = {id(b) for low, high in content for b in self._people.named_between(low, high)}
        tellers = {t.speaker.name for t in self._turns[-6:] if t.start <= span.start < t.end}
        kept = [(b, share) for b, share in answer if not b.personal or (id(b) not in named and b.name not in tellers)]
        total = sum(share for _, share in kept)
        return [(b, share / total) for b, share in kept], len(kept) < len(answer)

    def _spoke_right_before(self, block: Block, content: Sequence[tuple[int, int]]) -> Speaker | None:
        """Who has neither name nor trade and spoke last before a quotation of the same paragraph: "one senior Conservative"."""
        last = self._turns[-1] if self._turns else None
        if last is None or not self._is_quoted(block, content) or last.paragraph != block.paragraph or last.end > content[0][0]:
            return None
        speaker, trades = last.speaker, (speaker_words("person") | speaker_words("anonymous") | speaker_words("titles")) - _NO_TRADE
        plain = speaker.name not in self._by_name and trades.isdisjoint(speaker.name.lower().split())
        return speaker if plain and speaker.kind in {"anonymous", "person"} else None

    @staticmethod
    def _is_quoted(block: Block, content: Sequence[tuple[int, int]]) -> bool:
        """Whether a content begins with a quotation mark."""
        start = content[0][0] if content else 0
        return bool(content) and any(mark in block.text[max(0, start - 1) : start + 1] for mark in _MARKS)

    def _in_focus(self, phrase: Phrase, block: Block, content: Sequence[tuple[int, int]], rivals: Sequence[Bearer]) -> Bearer | None:
        """Who is called something that the article has not called anybody before: the only person at hand, or for a quotation the one who
        spoke right before it. A description with a complement ("the organizer of the rally") brings in somebody else.
        """
        head = phrase.head
        if any(tells_which(c) or c.dep_ == "poss" for c in head.children):
            return None
        before = head.doc[phrase.first.i : head.i]
        fitting = [b for b in rivals if b.kind == "person" and agrees(b, head.lemma_.lower()) and not is_another(b, before)]
        answer, _ = self._but_for_others([(b, 1.0) for b in fitting], block.span(phrase.first, phrase.last), content)
        fitting = [b for b, _ in answer]
        last = self._turns[-1] if self._turns else None
        if len(rivals) == 1:
            asking = [t for t in self._turns[-2:] if t.asks and t.paragraph == block.paragraph]  # "asked whether the mayor knew"
            askers = {t.speaker.name for t in asking}
            return fitting[0] if fitting and fitting[0].name not in askers else None
        start = content[0][0] if content else 0
        if last is None or not self._is_quoted(block, content) or last.paragraph != block.paragraph or last.end > start:
            return None
        asked = self._discourse.mind.asked
        if last.asks:
            return next((b for b in fitting if asked is not None and b is asked[0]), None)
        subject, _ = self._discourse.mind.subject_before(block.paragraph, start, after=last.end)
        if subject is not None and subject.name != last.speaker.name:  # "Quill won in two sets. “It was quick,” said the Serb."
            return next((b for b in fitting if b is subject), None)
        return next((b for b in fitting if b.name == last.speaker.name), None)

    def _relative(self, phrase: Phrase, block: Block) -> Speaker:
        """As in "Mills, who said ...": whoever the relative pronoun stands for."""
        head = antecedent_of(phrase.head, self._people)
        span = block.span(phrase.first, phrase.last)
        if head.i == phrase.head.i:  # "That irritates them" stands for itself; a "whose" names nobody
            return unresolved([], span) if head.lower_ == "that" else unnamed()
        found = self._people.at(head)
        others = [other for t in head.conjuncts if head.i < t.i < phrase.head.i and (other := self._people.at(t)) is not None]
        if found is not None and others and phrase.head.head.tag_ == "VBP":  # "Cruz and Rubio, who say"
            speaker = self._several(Phrase("names", phrase.first, phrase.last, head, (found, *others)), block)
        elif found is not None:
            inner = Phrase("name", found[0].first, found[0].last, found[0].head, (found,))
            speaker = self._named(inner, block)
        elif head.lower_ in PRONOUNS:
            speaker = self._pronoun(head, block, ())
        else:
            first, last = phrase_of(head)
            if phrase.head.text == "Who" and any(self._people.lookup(t.text) is not None for t in head.doc[first.i : head.i]):
                first = head  # a heading's capitals: "Ada Quill Sacks | Deputy | Who Said"
            source = Source(block, head, first, last if last.i < phrase.head.i else head)
            speaker = self._of(source, [])
        if speaker.resolved_by == "unresolved":
            return speaker.model_copy(update={"mention": span})
        if (theirs := belonging_to(phrase.head)) is not None:  # "Mills, whose lawyer said ..."
            kind, whole = noun_kind(theirs), block.span(phrase.first, theirs)
            name = owned_name(speaker.name, phrase.first, theirs)
            return Speaker(name=name, kind=kind, mention=whole, resolved_by="nominal", score=round(min(0.9, speaker.score), 2))
        return speaker.model_copy(update={"mention": span, "resolved_by": "pronoun", "score": round(min(0.95, speaker.score), 2)})

    # -- pronouns

    def _pronoun(self, head: Token, block: Block, content: list[tuple[int, int]] | tuple[()]) -> Speaker:
        span = block.span(head, head)
        if head.lower_ in _OWN or head.lower_ in {"you", "your"}:
            return self._first_person(head, span)
        besides = self._telling_besides(head, span)
        if besides is not None:
            return taken([(besides, 0.65)], span, "pronoun", 0.65, head)
        answer = self._but_for_aides(head, span, self._discourse.answer(head, block, content))
        answer = _without_told(answer, content)
        if not is_sure(answer):
            going_on = self._in_one_sentence(head, block) or self._going_on(head, block, content, answer)
            return going_on or unresolved(answer, span)
        return taken(answer, span, "pronoun", answer[0][1], head)

    def _telling_besides(self, head: Token, span: Span) -> Bearer | None:
        """Who says what he has in mind besides: "Quill said Marsh would have tests and that | he | feared the worst"."""
        clause = head.head
        if clause.dep_ != "conj" or clause.head.dep_ != "ccomp" or head.i < clause.head.i or head.nbor(-1).lower_ != "that":
            return None
        turn = next((t for t in self._turns[-4:] if t.start <= span.start < t.end and not t.quoted), None)
        bearer = self._by_name.get(turn.speaker.name) if turn is not None else None
        mind = clause.lemma_.lower() in content_frames("mind") and head.nbor(-2).lower_ in {"and", "but"}
        return bearer if mind and bearer is not None and bearer.personal and is_of_gender(bearer, GENDERS.get(head.lower_)) else None

    def _but_for_aides(self, head: Token, span: Span, answer: Answer) -> Answer:
        """Whom those know who tell of him: "people familiar with | his | thinking said | he | would go" tells of whoever is their subject,
        and not of somebody of whom it was told that he is his ("his secretary, Dana Quill").
        """
        over = [source for source in self._sources if source[0] <= span.start < source[1]]
        teller = min(over, key=lambda source: source[1] - source[0])[2] if over and answer and head.lower_ in {"he", "she"} else None
        sex = GENDERS.get(head.lower_)
        if teller is None or not any(t.i > teller.i and GENDERS.get(t.lower_) == sex for t in teller.subtree):
            return answer
        rest = [(b, share) for b, share in answer if not any(_is_told_as_an_aide(m, sex) for m in b.mentions)]
        total = sum(share for _, share in rest)
        named = len(rest) < len(answer) and bool(rest) and rest[0][0].personal and is_of_gender(rest[0][0], sex)
        return [(b, share / total) for b, share in rest] if named else answer

    def _in_one_sentence(self, head: Token, block: Block) -> Speaker | None:
        """Who spoke in the clause before, where the sentence goes on with him: "The authors suspect a link, but | they | grant that"."""
        clause = head.head
        subject = child(clause.head, "nsubj") if clause.dep_ == "conj" and child(clause, "nsubj") is head else None
        turn = self._turns[-1] if self._turns else None
        said = turn.speaker.mention if turn is not None else None
        if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or turn is None or said is None:
            return None
        if not said.start <= block.offsets(subject, subject)[0] < said.end:
            return None
        several = is_plural(subject) or turn.speaker.kind == "group"
        body = turn.speaker.kind in {"organization", "government", "document"}
        if not (head.lower_ == "they" and several) and not (head.lower_ == "it" and body and not several):
            return None
        return turn.speaker.model_copy(update={"mention": block.span(head, head), "resolved_by": "pronoun", "score": 0.7, "candidates": ()})

    def _going_on(self, head: Token, block: Block, content: Sequence[tuple[int, int]], answer: Answer) -> Speaker | None:
        """Who spoke in the sentence right before, alone and in the same paragraph, where the pronoun that says more may mean him; where
        nobody did, who was that sentence's subject: "Quill welcomed the money. “It will help,” she said."
        """
        if head.lower_ not in {"he", "she", "it", "they"} or not content or any(self._is_personal(t) for t in arguments_above(head)):
            return None
        span = block.span(head, head)
        start = min(span.start, content[0][0])
        begin = _sentence_before(block, start)
        if begin is None:
            return None
        turns = [t for t in self._turns[-4:] if begin <= t.start < start]
        outer = [t for t in turns if not any(o is not t and o.start <= t.start < o.end for o in turns)]
        names = {t.speaker.name for t in outer}
        if not names and head.lower_ in {"he", "she"}:
            here = {bearer.name for bearer, _ in answer if any(begin <= m.start < start for m in bearer.mentions)}
            bearer, _ = self._discourse.mind.subject_before(block.paragraph, start)
            names = here if bearer is not None and here == {bearer.name} else set()
        meant = next((bearer for bearer, share in answer if names == {bearer.name} and share >= _MAY_BE), None)
        if meant is not None:
            return taken([(meant, 0.6), *((b, s) for b, s in answer if b is not meant)], span, "pronoun", 0.6, head)
        last = outer[-1].speaker if len(names) == 1 and outer else None
        bodies = {"it": {"organization", "government", "document"}, "they": {"group"}}.get(head.lower_, set())
        if last is None or last.kind not in bodies:
            return None
        return last.model_copy(update={"mention": span, "resolved_by": "pronoun", "score": 0.6, "candidates": ()})

    def _is_personal(self, noun: Token) -> bool:
        """Whether a noun or name is one human being's: "he" may be that one."""
        found = self._people.at(noun)
        return is_somebody(noun) if found is None else found[1].bearer is not None and found[1].bearer.personal

    def _first_person(self, head: Token, span: Span) -> Speaker:
        """Inside somebody's quotation, that speaker; outside, the author whom the byline names."""
        inside = next((t for t in reversed(self._turns[-6:]) if t.quoted and t.start <= span.start < t.end), None)
        if inside is not None and head.lower_ in {"i", "me", "my"}:
            return inside.speaker.model_copy(update={"mention": span, "resolved_by": "pronoun", "score": 0.8, "candidates": ()})
        if self._author and inside is None and head.lower_ in {"i", "me", "my"}:
            return Speaker(name=self._author, kind="person", role=None, mention=span, resolved_by="pronoun", score=0.7)
        return unresolved([], span)

    # -- no words at all

    def _carried(self, found: Found) -> Speaker:
        """A quotation with no source beside it: the subject of the sentence before it, the speaker who goes on, or the other of two."""
        place = found.content[0][0]
        paragraph = self._paragraph_at(place)
        self._discourse.advance(place - 1)
        turns = [t for t in self._turns[-8:] if t.start < place]
        last = turns[-1] if turns else None
        meant, somebody = self._discourse.mind.subject_before(paragraph, place)
        if meant is not None and (last is None or last.paragraph != paragraph or meant.name != last.speaker.name):
            return implied(meant)
        if last is None or (somebody and meant is None) or (says_i(found) and last.speaker.kind in _NEVER_I):
            return unnamed()
        other = other_of_two(turns, paragraph, asks=asks(found))
        if other is None and last.paragraph != paragraph and not last.asks and asks(found) and is_short(found):
            return unnamed()  # "By whom?": hardly himself
        if other is not None:
            rival = Candidate(name=last.speaker.name, score=0.35)
            return other.model_copy(update={"mention": None, "resolved_by": "carried", "score": 0.65, "candidates": (rival,)})
        return last.speaker.model_copy(update={"mention": None, "resolved_by": "carried", "score": 0.6, "candidates": ()})


_PRESIDING = frozenset({"judge", "coroner", "magistrate"})
"""Of whom a trial or an inquest has one."""
_NO_TRADE = frozenset({"source", "insider", "person", "conservative", "liberal", "republican", "democrat"})
"""Words for somebody without a name that do not say what he is."""
_ONE_OF_SEVERAL = frozenset({"other", "another", "one", "first", "second", "third", "latter", "former"})
"""What somebody is told by who is one of those before."""
_IN_PAPER = 80
"""Code points before what somebody says within which its paper is told: "In a statement released by his solicitors, he said that"."""
_TITLE = 6
"""Words before a name in which it is told whose aide that is: "his press secretary, Dana Quill"."""
_MAY_BE = 0.2
"""Share of the weight from which who spoke right before may be meant."""


def _is_told_as_an_aide(mention: Mention, sex: str | None) -> bool:
    """Whether it is told before a name whose aide its bearer is, by a pronoun of this sex: "| his | press secretary, Dana Quill"."""
    words = mention.first.doc[max(0, mention.first.i - _TITLE) : mention.first.i]
    owner = next((t for t in words if t.dep_ == "poss" and t.head.i < mention.first.i and GENDERS.get(t.lower_) == sex), None)
    return owner is not None and mention.head in {owner.head, owner.head.head, *owner.head.rights}


def _sentence_before(block: Block, place: int) -> int | None:
    """Where the sentence before the one at this place begins, in its paragraph."""
    at = block.place(place)
    if at >= len(block.tokens):
        return None
    first = block.tokens[at].sent.start
    if not first:
        return None
    before = block.doc[first - 1].sent[0]
    return block.offsets(before, before)[0]


def _ages(people: People) -> dict[str, set[Bearer]]:
    """The persons of each age that the article gives beside a name."""
    ages: dict[str, set[Bearer]] = {}
    for mention in people.mentions:
        bearer = people.bearer_of(mention)
        if bearer is None or not bearer.personal:
            continue
        text, (start, end) = mention.block.text, mention.block.offsets(mention.first, mention.last)
        found = _AGE_BEHIND.match(text, end) or _AGE_BEFORE.search(text, max(0, start - 60), start)
        if found is not None:
            ages.setdefault(found[1], set()).add(bearer)
    return ages


_OF_AGE = re.compile(r"the (\d{1,3})-year-old\b", re.IGNORECASE)
_AGE_BEHIND = re.compile(r"(?:, (?:aged |who is )?|,? aged | \()(\d{1,3})(?=[,.;:)]| (?:of|from)\b)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old (?:[\w'’-]+ ){0,4}\Z")
_MARKS = ('"', "“", "‘", "'")


_Teller = tuple[int, int, Token, str]
"""Where a content begins and ends, the head of its source, and the speaker's name."""


def _begin(teller: _Teller) -> int:
    return teller[0]


_NEVER_I = frozenset({"organization", "government", "group", "document"})


def _is_party(head: Token) -> bool:
    """Whether a capitalised word says what somebody is: "many Republicans", "the Texas Democrat"."""
    return head.tag_ == "NNPS" or head.lower_ in {"republican", "democrat", "conservative", "liberal", "socialist", "libertarian"}


def _without_told(answer: Answer, content: Sequence[tuple[int, int]]) -> Answer:
    """Without whom a content describes: "| Her mother |, she recalled, | hated plays"."""
    told = [b for b, _ in answer if b.described and any(low <= m.start < high for m in b.mentions for low, high in content)]
    rest = [(bearer, share) for bearer, share in answer if all(bearer is not other for other in told)]
    total = sum(share for _, share in rest)
    return [(bearer, share / total) for bearer, share in rest] if told and total else answer
