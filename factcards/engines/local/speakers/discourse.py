"""Who is being talked about: one sweep over an article that notes whom its words mention, and says whom a pronoun means where it stands.

What the sweep keeps in mind is in `mind`, how candidates for a pronoun are weighed in `weighing`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import cached_property

from factcards.engines.local.found import Source
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.apposed import name_beside
from factcards.engines.local.speakers.bearers import Answer, Bearer, is_sure
from factcards.engines.local.speakers.described import Described
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.mind import Mind
from factcards.engines.local.speakers.naming import Mention, text_of
from factcards.engines.local.speakers.nominals import Roles, is_definite, is_personal, is_told_by_clause, phrase_of, those_told
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.prominence import is_subject, leads, prominence
from factcards.engines.local.speakers.pronouns import GENDERS, THIRD_PERSON
from factcards.engines.local.speakers.relatives import antecedent_of
from factcards.engines.local.speakers.weighing import Weighing
from factcards.lexicon import speaker_words, speech_verbs

__all__ = ["Discourse"]

RATHER, CLEAR = 0.9, 0.95
"""Shares from which a pronoun makes a person's sex likely, and from which it tells it."""
NEAR = 14
"""Words behind a description within which a name may stand beside it."""
HEARS = 0.3
"""Weight of a body that is only told something, a paper mostly."""
BREAK = 2
"""Sentences that a heading counts for: what follows has a subject of its own."""
_NEAR = 2
"""Sentences behind which two persons are no longer "both"."""
_POINTING = frozenset({"the", "this", "that", "its", "his", "her", "their"})
_PRONOUNS = THIRD_PERSON | {"who", "those"}
_MARKS = frozenset({'"', "''", "``"})
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "ROOT", "conj"})


class Discourse:
    """The sweep. Ask in any order: what lies behind it is remembered.

    Attributes:
        mind: What is known where it stands; `advance` first to ask for another place.
    """

    def __init__(self, people: People, roles: Roles) -> None:
        """Nothing is read yet."""
        self.mind = Mind()
        self._people = people
        self._roles = roles
        self._described = Described(people, roles)
        self._weighing = Weighing(people, roles, self.mind, self._described)
        self._beside: dict[tuple[int, int], Token] = {}
        self._asked: tuple[tuple[int, int], Sequence[tuple[int, int]]] | None = None
        self._events = self._sweep()
        self._place = -1

    def close(self) -> None:
        """End the sweep: it holds what it reads, and would wait for the collector."""
        self._events.close()

    def answer(self, token: Token, block: Block, content: Sequence[tuple[int, int]] = ()) -> Answer:
        """Whom a pronoun means.

        Args:
            token: The pronoun.
            block: Its paragraph.
            content: What it is said to say; who is named in there by name is hardly the one who says it.
        """
        key = (id(token.doc), token.i)
        if key not in self.mind.answers:
            self._asked = (key, content)
            self.advance(block.offsets(token, token)[0])
            if key not in self.mind.answers:  # behind the sweep, or inside a quotation
                self.mind.answers[key] = self._weighing.weigh(token, block, content, quoted=False)
        return self.mind.answers[key]

    def advance(self, place: int) -> None:
        """Read up to and including this place (code points)."""
        while self._place <= place:
            following = next(self._events, None)
            if following is None:
                self._place = 1 << 60
                return
            self._place = following

    def spoke(self, bearer: Bearer | None, words: str, place: int, source: Source | None, *, asking: bool = False) -> None:
        """Who spoke last is most often meant by the next pronoun, but where he was `asking` something: a bearer, or who is described in
        these words before this place; one of several by the words that told so ("one of them").
        """
        if bearer is None:
            self.advance(place)
        speaker = bearer or self._described.get(words)
        if speaker is None and source is not None:
            speaker = self._described.of_speaker(words, source)
            if speaker is not None:
                self._see(speaker, source.head, source.block, source.start, quoted=False)
        self.mind.speak(speaker, place, asking=asking)

    def asked(self, hearer: Token | None, place: int) -> None:
        """Keep who was asked something at this place; null for nobody."""
        found = self._people.at(hearer) if hearer is not None else None
        bearer = found[1].bearer if found is not None else None
        self.mind.asked = None if bearer is None else (bearer, place)

    def rename(self, words: str, name: str, place: int) -> None:
        """Give whom these words describe at this place the name by which he is told: "her lawyer" is "Ada Quill's lawyer"."""
        self.advance(place)
        self._described.rename(words, name)

    def match(self, first: Token, head: Token, block: Block) -> Answer:
        """Whom a definite description means."""
        place = block.offsets(first, first)[0]
        self.advance(place - 1)
        led = self.mind.body_before(block.paragraph, place)
        return self._roles.match(first, head, place, self.mind.salience(), led.bearer if led is not None else None)

    def pair(self, place: int) -> Bearer | None:
        """The two who were last named together before a place; else the only two with names in this sentence and the two before it."""
        self.advance(place - 1)
        recent = [s for s in self.mind.recent if self.mind.sentence - s.sentence <= _NEAR]
        near = list(dict.fromkeys(s.bearer for s in recent if s.bearer.personal and not s.bearer.described))
        return self.mind.pair() or (self._described.together(near) if len(near) == len(("Quill", "Marsh")) else None)

    def somebody(self, first: Token, head: Token, block: Block, content: Sequence[tuple[int, int]]) -> Answer:
        """Who in mind is likeliest to be told of by a noun for one human being where it stands, whatever it says of him."""
        self.advance(block.offsets(first, first)[0] - 1)
        return self._weighing.weigh(head, block, content, quoted=False)

    def is_brought_in_anew(self, lemma: str, low: int, high: int) -> bool:
        """Whether a noun brings in another one between two places: "a union official", "officials", not "the official", "that report"."""
        places = [place for place, _, _ in self._brought_in.get(lemma, ())]
        return bisect_left(places, low) < bisect_left(places, high)

    def only_one(self, lemma: str, place: int) -> tuple[Token, Block] | None:
        """The noun that brings in the only one of its kind up to a place, headings apart: "a team of archaeologists" for "the team", "the
        transport ministry", however often, for "the ministry".
        """
        inside = [
            (token, block) for at, token, block in self._brought_in.get(lemma, ()) if at < place and not self._people.is_heading(block)
        ]
        if inside:
            return inside[0] if len(inside) == 1 else None
        told = [(token, block) for at, token, block in self._told_for_what.get(lemma, ()) if at < place]
        return told[0] if len({_for_what(token) for token, _ in told}) == 1 else None

    @cached_property
    def _brought_in(self) -> dict[str, list[tuple[int, Token, Block]]]:
        places: dict[str, list[tuple[int, Token, Block]]] = {}
        for block in self._people.blocks:
            for token in block.tokens:
                if token.pos_ == "NOUN" and token.dep_ != "compound" and not any(c.lower_ in _POINTING for c in token.lefts):
                    places.setdefault(token.lemma_.lower(), []).append((block.offsets(token, token)[0], token, block))
        return places

    @cached_property
    def _told_for_what(self) -> dict[str, list[tuple[int, Token, Block]]]:
        """The nouns that "the" and a noun before them tell from others of their kind: "the transport ministry"."""
        places: dict[str, list[tuple[int, Token, Block]]] = {}
        for block in self._people.blocks:
            for token in block.tokens if not self._people.is_heading(block) else ():
                if token.pos_ == "NOUN" and token.dep_ != "compound" and _for_what(token):
                    places.setdefault(token.lemma_.lower(), []).append((block.offsets(token, token)[0], token, block))
        return places

    def _sweep(self) -> Generator[int, None, None]:
        """Go through the article's words; yields the place of each word that was dealt with, before dealing with it."""
        for block in self._people.blocks:
            if self._people.is_heading(block):
                self.mind.sentence += BREAK
                continue
            quoted, begun, named = False, True, self._people.named_in(block.doc)
            for token in block.tokens:
                begun = begun or token.is_sent_start
                if begun and not quoted and token.is_alpha:  # a quotation puts nobody further away
                    self.mind.begin(block.offsets(token, token)[0])
                    begun = False
                if token.lower_ in _MARKS:
                    quoted = _opens(block, token, quoted=quoted)
                    continue
                if not _is_noun(token) and token.lower_ not in _PRONOUNS and token.i not in named:
                    continue
                act = self._act(token, block, quoted=quoted)
                if act is not None:
                    yield block.offsets(token, token)[0]
                    act()

    def _act(self, token: Token, block: Block, *, quoted: bool) -> Callable[[], None] | None:
        found = self._people.at(token)
        if found is not None:
            mention, identity = found
            bearer = identity.bearer
            if mention.first.i != token.i:
                return None
            if bearer is None:
                return lambda: self._see_all(identity.rivals, mention, block, quoted=quoted)
            head = self._beside.get((id(token.doc), token.i), mention.head)
            return lambda: self._see(bearer, head, block, mention.start, quoted=quoted)
        word = token.lower_
        if word == "who" and token.dep_ == "nsubj" and not quoted:
            meant = self._people.at(antecedent_of(token, self._people))
            named = meant[1].bearer if meant is not None else None
            return None if named is None else lambda: self._see(named, token, block, block.offsets(token, token)[0], quoted=quoted)
        if word in THIRD_PERSON:
            asked = self._asked is not None and self._asked[0] == (id(token.doc), token.i)
            if asked or (word in GENDERS and not quoted):
                return lambda: self._pronoun(token, block, quoted=quoted)
            return None
        if word == "those" and not quoted and (told := those_told(token)) is not None:
            return lambda: self._see(self._described.several(text_of(*told)), told[0], block, block.offsets(*told)[0], quoted=False)
        known = _is_noun(token) and (noun_kind(token) != "unknown" or (_is_the(token) and self._roles.is_named_so(token)))
        if known and token.dep_ in _HEADS and not _is_aside(token):
            return lambda: self._noun(token, block, quoted=quoted)
        return None

    def _see_all(self, rivals: Sequence[Bearer], mention: Mention, block: Block, *, quoted: bool) -> None:
        """A surname that several have: each of them may have been meant."""
        for bearer in rivals[:4]:
            self._see(bearer, mention.head, block, mention.start, quoted=quoted, weight=0.7)

    def _see(self, bearer: Bearer, head: Token, block: Block, start: int, *, quoted: bool, weight: float = 1.0) -> None:
        factor = weight * prominence(head) * (0.45 if quoted else 1.0) * (HEARS if _only_hears(bearer, head) else 1.0)
        self.mind.see(bearer, start, block.paragraph, factor, head, quoted=quoted)
        if bearer.personal and not quoted and is_subject(head):
            self.mind.see_subject(block.paragraph, start, bearer)
        if bearer.kind == "person" and head.dep_ != "conj" and not (_is_in_row(head) and self._people.at(head.head)):
            found = [self._people.at(c) or name_beside(c, self._people) for c in _joined(head)]
            partners = [other[1].bearer for other in found if other is not None and other[1].bearer is not None]
            if partners:
                pair = self._described.together([bearer, *partners])
                self.mind.see(pair, start, block.paragraph, factor * 1.2, head, quoted=quoted)

    def _pronoun(self, token: Token, block: Block, *, quoted: bool) -> None:
        key = (id(token.doc), token.i)
        content = self._asked[1] if self._asked is not None and self._asked[0] == key else ()
        answer = self.mind.answers[key] = self._weighing.weigh(token, block, content, quoted=quoted)
        if is_sure(answer):
            self._learn(answer, token)
            start = block.offsets(token, token)[0]
            aside = 0.5 if token.dep_ == "poss" and leads(token.head) else 1.0  # "her brother left" is about him
            self._see(answer[0][0], token, block, start, quoted=quoted, weight=aside * min(1.0, answer[0][1] + 0.1))
        elif not quoted and leads(token) and token.lower_ in GENDERS:
            self.mind.see_subject(block.paragraph, block.offsets(token, token)[0], None)

    def _learn(self, answer: Answer, pronoun: Token) -> None:
        """A "he" that can hardly mean anybody else says of its bearer that he is a man, where nothing else does."""
        bearer, share = answer[0]
        gender = GENDERS.get(pronoun.lower_)
        if bearer.gender is not None or bearer.likely not in {None, gender} or bearer.described or self.mind.somebody == self.mind.sentence:
            return  # it may be "the victim", whoever that is
        bearer.likely = gender if share >= RATHER else bearer.likely
        bearer.gender = gender if share >= CLEAR else None

    def _noun(self, token: Token, block: Block, *, quoted: bool) -> None:
        first, last = phrase_of(token)
        if self._describes_name(token) or first.tag_ in {"WRB", "WDT", "WP$"}:  # "how many staff would go" brings in nobody
            return
        start = block.offsets(first, first)[0]
        bearer: Bearer | None = None
        if is_definite(first, token) and self._is_a_paper_told_of(token, start):
            told = self.only_one(token.lemma_.lower(), start)
            bearer = self._described.of(*phrase_of(told[0]), *told) if told is not None else None
        elif is_definite(first, token):
            answer = self._roles.match(first, token, start, self.mind.salience())
            bearer = answer[0][0] if is_sure(answer) else None
        apart = token.lemma_.lower() in _APART  # a defendant is nobody else, and the next "he"
        if bearer is None and is_personal(token) and is_definite(first, token) and not _is_told(token) and not apart:
            self.mind.somebody = self.mind.sentence
            self.mind.somebody_led = self.mind.sentence if leads(token) and not quoted else self.mind.somebody_led
            return
        words = text_of(first, last)
        if words.count("(") != words.count(")"):
            return
        bearer = bearer or self._described.of(first, last, token, block)
        self._see(bearer, token, block, start, quoted=quoted, weight=0.8)

    def _is_a_paper_told_of(self, noun: Token, place: int) -> bool:
        """Whether "the paper" is one that the article has brought in: "a briefing | paper |" is no newspaper."""
        lemma = noun.lemma_.lower()
        return noun_kind(noun) == "document" and lemma in speaker_words("papers") and self.is_brought_in_anew(lemma, 0, place)

    def _describes_name(self, noun: Token) -> bool:
        """Whether a name stands beside the noun: both are one person, as in "Ada Quill, a nurse and the study's author". A name behind
        has the noun's place in the sentence, whatever the parser hangs it on.
        """
        named = self._people.named_in(noun.doc)
        near = any(i in named for i in range(noun.i + 1, noun.i + NEAR))
        found = name_beside(noun, self._people) if near else None
        if found is not None:
            self._beside[(id(noun.doc), found[0].first.i)] = noun
            return True
        if any((found := self._people.at(t)) and t.dep_ == "appos" and found[1].bearer for t in noun.children):
            return True
        first = noun
        while first.dep_ == "conj" and first.head.pos_ == "NOUN":
            first = first.head
        return first is not noun and first.dep_ == "appos" and self._people.at(first.head) is not None


_APART = frozenset({"defendant", "suspect", "accused", "gunman", "attacker", "assailant", "plaintiff", "complainant", "deceased"})
"""Who is so called in an article that does not name him is none of those whom it names."""


def _joined(first: Token) -> Iterator[Token]:
    """Those joined to the first of a row, of whom the parser may take the second for what the first is: "Quill, | Marsh | and | Orr |"."""
    for token in first.rights:
        if token.dep_ == "conj" or _is_in_row(token):
            yield token
            yield from _joined(token)


def _is_in_row(name: Token) -> bool:
    """Whether the parser takes the second of three names for what the first one is: "Quill, | Marsh | and Orr"."""
    return name.dep_ == "appos" and name.pos_ == "PROPN" and any(c.dep_ == "cc" and c.lower_ == "and" for c in name.rights)


def _is_noun(token: Token) -> bool:
    """Whether it is a common noun, for which a body's may be taken that stands behind a name: "Tarn's trade | ministry |"."""
    return token.pos_ == "NOUN" or (token.tag_ == "NNP" and token.text.islower())


def _is_the(noun: Token) -> bool:
    """Whether nothing but "the" stands before a noun."""
    return noun.i > 0 and noun.nbor(-1).lower_ == "the"


def _is_aside(noun: Token) -> bool:
    """Whether a noun only says as what somebody does something, or by what he says it: "left as minister", "said in a statement"."""
    if noun.dep_ == "pobj" and noun.tag_ == "NN" and noun.i == noun.head.i + 1 and noun_kind(noun) in {"organization", "government"}:
        return True  # "on board", "in court": which one?
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.lemma_.lower() in _MEDIA:
        return noun.head.head.lemma_.lower() in speech_verbs()
    return noun.dep_ == "pobj" and noun.head.lower_ == "as" and not any(c.dep_ in {"det", "poss"} for c in noun.children)


_MEDIA = frozenset({"statement", "tweet", "post", "message", "email", "e-mail", "release", "interview"})
"""What somebody says something in, and what says nothing more itself."""


def _is_told(noun: Token) -> bool:
    """Whether a definite description says itself whom it means: "the mother of one pupil", "the mechanic who did that work"."""
    return is_told_by_clause(noun) or any(c.dep_ == "prep" and c.lower_ == "of" and c.i == noun.i + 1 for c in noun.children)


def _only_hears(bearer: Bearer, head: Token) -> bool:
    """Whether a body is no more than told what somebody says: "Quill told | Radio Tarn | that"."""
    return bearer.kind == "organization" and not bearer.personal and head.dep_ in {"dobj", "dative"} and head.head.lemma_ == "tell"


def _opens(block: Block, token: Token, *, quoted: bool) -> bool:
    """Whether a quotation is open behind this mark; straight marks open and close by turns, but one before a word behind a space opens, be
    it anew where paragraphs have run together.
    """
    start, end = block.offsets(token, token)
    mark = block.text[start]
    if mark in "“„«":
        return True
    anew = block.text[start - 1 : start].isspace() and block.text[end : end + 1].isalnum()
    return False if mark in "”»" else anew or not quoted


def _for_what(noun: Token) -> str:
    """The noun before a body's that says for what it is, in small letters: "transport" of "the transport ministry"; empty without one."""
    first, said = noun.left_edge, noun.nbor(-1) if noun.i else noun
    told = said.dep_ == "compound" and said.head is noun and said.pos_ == "NOUN" and said.text.islower()
    return said.lower_ if told and first.lower_ == "the" and said.i > first.i else ""
