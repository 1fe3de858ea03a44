"""Who is being talked about: one sweep over an article that keeps the last mentions in mind and says whom a pronoun means.

Candidates are weighed by recency, grammatical function and repetition (Lappin and Leass 1994), by number, by gender where the text
gives it, by binding ("he told Quill": he is not Quill) and by who spoke last. Only the last mentions are kept, so that the sweep is
linear in the article's length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcards.engines.local.found import Source
from factcards.engines.local.parsing.grammar import clause_head
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.speakers.bearers import Bearer, Gender
from factcards.engines.local.speakers.binding import co_arguments, subject_ahead, teller_of, whose_words
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.naming import Mention, mention_of, text_of
from factcards.engines.local.speakers.nominals import Roles, is_definite, is_personal, is_plural, is_somebody, phrase_of
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.sources import antecedent_of, name_beside
from factcards.lexicon import speaker_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Answer", "Discourse", "Sighting", "is_sure"]

KEPT = 48
"""Mentions kept in mind: some six paragraphs of news."""
SURE, LEAD = 0.45, 1.45
"""Share of the candidates' weight that the best one needs to count as an answer, and how many times the second's."""
RATHER, CLEAR = 0.9, 0.95
"""Shares from which a pronoun makes a person's sex likely, and from which it tells it."""
NEAR = 14
"""Words behind a description within which a name may stand beside it."""
MANY = 24
"""Names looked at in what a pronoun's bearer is said to say."""
SENTENCE, PARAGRAPH = 0.6, 0.85
"""By how much a mention fades with each sentence and each paragraph behind it."""
BREAK = 2
"""Sentences that a heading counts for: what follows has a subject of its own."""
AGAINST = 0.1
"""Weight at or below which the text or a first name speaks against a sex."""
FLOOR = 0.02
"""Weight of "somebody else": a faint only candidate is not enough."""
_GENDERS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male", "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_THEY = frozenset({"they", "them", "their", "theirs"})
_IT = frozenset({"it", "its"})
_PRONOUNS = frozenset({"who"}) | _GENDERS.keys() | _THEY | _IT
_MARKS = frozenset({'"', "''", "``"})
_FUNCTIONS = {
    "nsubj": 1.0, "nsubjpass": 0.9, "ROOT": 0.7, "dobj": 0.55, "dative": 0.55, "agent": 0.7, "pobj": 0.42, "attr": 0.4, "poss": 0.5,
    "compound": 0.25, "nmod": 0.25, "npadvmod": 0.3,
}  # fmt: skip
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "ROOT", "conj"})
_COLLECTIVES = frozenset({"organization", "government", "document"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention in mind: whose, where, in which sentence and paragraph, how prominent, and by which word."""

    bearer: Bearer
    start: int
    sentence: int
    paragraph: int
    weight: float
    token: Token
    quoted: bool


Answer = list[tuple[Bearer, float]]
"""Candidates with their shares of the weight, best first."""


class Discourse:
    """The sweep. Ask in any order: what lies behind it is remembered."""

    def __init__(self, people: People, roles: Roles) -> None:
        """Nothing is read yet."""
        self._people = people
        self._roles = roles
        self._recent: deque[Sighting] = deque(maxlen=KEPT)
        self._described: dict[str, Bearer] = {}
        self._beside: dict[tuple[int, int], Token] = {}
        self._answers: dict[tuple[int, int], Answer] = {}
        self._asked: tuple[tuple[int, int], Sequence[tuple[int, int]]] | None = None
        self._last_speaker: Bearer | None = None
        self._spoke_in = 0
        self._sentence = 0
        self._somebody_in = -1
        self._interviewed: Bearer | None = None
        self._subjects: dict[int, list[tuple[int, Bearer | None]]] = {}
        self._events = self._sweep()
        self._place = -1

    def answer(self, token: Token, block: Block, content: Sequence[tuple[int, int]] = ()) -> Answer:
        """Whom a pronoun means.

        Args:
            token: The pronoun.
            block: Its paragraph.
            content: What it is said to say; who is named in there by name is hardly the one who says it.
        """
        key = (id(token.doc), token.i)
        if key not in self._answers:
            self._asked = (key, content)
            self.advance(block.offsets(token, token)[0])
            if key not in self._answers:  # behind the sweep, or inside a quotation
                self._answers[key] = self._weigh(token, block, content, quoted=False)
        return self._answers[key]

    def advance(self, place: int) -> None:
        """Read up to and including this place (code points)."""
        while self._place <= place:
            following = next(self._events, None)
            if following is None:
                self._place = 1 << 60
                return
            self._place = following

    def spoke(self, bearer: Bearer | None, words: str, place: int, source: Source | None = None) -> None:
        """Who spoke last is most often meant by the next pronoun: a bearer, or who is described in these words before this place; one of
        several by the words that told so ("one of them").
        """
        if bearer is None:
            self.advance(place)
        self._last_speaker = bearer or self._described.get(_key(words))
        if self._last_speaker is None and source is not None and (source.first.lower_ in {"one", "another"} or is_somebody(source.head)):
            words = f"{words[:1].lower()}{words[1:]}" if source.first.pos_ == "DET" else words
            self._last_speaker = self._described[_key(words)] = Bearer(words, noun_kind(source.head), personal=True, described=True)
            self._see(self._last_speaker, source.head, source.block, source.start, quoted=False)
        self._spoke_in = self._sentence

    def salience(self) -> dict[Bearer, float]:
        """How present the bearers in mind are where the sweep stands: some 1 for the last sentence's subject, less with every sentence."""
        present: dict[Bearer, float] = {}
        for s in self._recent:
            present[s.bearer] = present.get(s.bearer, 0.0) + _faded(s, self._sentence, s.paragraph)
        return present

    def subject_before(self, paragraph: int, place: int) -> tuple[Bearer | None, bool]:
        """The person who is the subject of the last sentence before this place, in the same paragraph and outside quotations; and whether
        there is one: a "she" that may be two women's is nobody's.
        """
        seen = [bearer for start, bearer in self._subjects.get(paragraph, ()) if start < place]
        return (seen[-1], True) if seen else (None, False)

    def rename(self, words: str, name: str, place: int) -> None:
        """Give whom these words describe at this place the name by which he is told: "her lawyer" is "Ada Quill's lawyer"."""
        self.advance(place)
        bearer = self._described.get(_key(words))
        if bearer is not None:
            bearer.name = name
            self._described[_key(name)] = bearer

    def body_before(self, block: Block, place: int) -> Sighting | None:
        """The mention of an organization that is the subject of the sentence before this place, in the same paragraph."""
        self.advance(place - 1)
        last = max((s.sentence for s in self._recent if s.start < place and not s.quoted), default=0)
        near = [s for s in self._recent if s.start < place and s.paragraph == block.paragraph and not s.quoted]
        before = [s for s in near if s.sentence >= last - 1 and _leads(s.token) and s.token.doc is block.doc]
        bodies = [s for s in before if s.bearer.kind in {"organization", "government"} and s.token.pos_ != "PRON"]
        return bodies[-1] if bodies and bodies[-1] is before[-1] else None

    def match(self, first: Token, head: Token, block: Block) -> Answer:
        """Whom a definite description means."""
        place = block.offsets(first, first)[0]
        self.advance(place - 1)
        return self._roles.match(first, head, place, self.salience())

    def pair(self) -> Bearer | None:
        """The two who were last named together, where "the two" may mean them."""
        return next((s.bearer for s in reversed(self._recent) if s.bearer.described and s.bearer.kind == "group" and s.bearer.joint), None)

    def present(self, block: Block) -> list[Bearer]:
        """The persons named in this paragraph so far and in the one before it, the most present first."""
        near = {s.bearer for s in self._recent if s.bearer.personal and not s.bearer.described and block.paragraph - s.paragraph <= 1}
        present = self.salience()
        return sorted(near, key=lambda b: (-present[b], b.name))

    def _sweep(self) -> Iterator[int]:
        """Go through the article's words; yields the place of each word that was dealt with, before dealing with it."""
        for block in self._people.blocks:
            if self._people.is_heading(block):
                self._sentence += BREAK
                continue
            quoted, begun, named = False, True, self._people.named_in(block)
            columns = block.doc.to_array(["SENT_START", "IS_ALPHA", "LOWER", "POS"]).tolist()
            marks, pronouns, noun = (_numbers(block, words) for words in (_MARKS, _PRONOUNS, {"NOUN"}))
            for token, (starts, alpha, lower, pos) in zip(block.tokens, columns, strict=True):
                begun = begun or starts == 1
                if begun and alpha and not quoted:  # a quotation puts nobody further away
                    self._sentence += 1
                    begun = False
                if lower in marks:
                    quoted = _opens(block, token, quoted=quoted)
                    continue
                if pos not in noun and lower not in pronouns and token.i not in named:
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
        if word in _GENDERS or word in _THEY or word in _IT:
            asked = self._asked is not None and self._asked[0] == (id(token.doc), token.i)
            if asked or (word in _GENDERS and not quoted):
                return lambda: self._pronoun(token, block, quoted=quoted)
            return None
        if token.pos_ == "NOUN" and token.dep_ in _HEADS and not _is_predicate(token) and noun_kind(token) != "unknown":
            return lambda: self._noun(token, block, quoted=quoted)
        return None

    def _see_all(self, rivals: Sequence[Bearer], mention: Mention, block: Block, *, quoted: bool) -> None:
        """A surname that several have: each of them may have been meant."""
        for bearer in rivals[:4]:
            self._see(bearer, mention.head, block, mention.start, quoted=quoted, weight=0.7)

    def _see(self, bearer: Bearer, head: Token, block: Block, start: int, *, quoted: bool, weight: float = 1.0) -> None:
        function = _function(head) * (0.6 if _is_embedded(head) else 1.0)
        factor = weight * function * (0.45 if quoted else 1.0)
        self._recent.append(Sighting(bearer, start, self._sentence, block.paragraph, factor, head, quoted))
        noun = _named_beside(head)
        if not quoted and self._interviewed is None and bearer.personal and _tells_me(noun):
            self._interviewed = bearer
        if bearer.personal and not quoted and noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.dep_ in {"ROOT", "conj", "parataxis"}:
            self._subjects.setdefault(block.paragraph, []).append((start, bearer))
        partners = [c for c in head.children if c.dep_ == "conj" and (other := self._people.at(c)) and other[1].bearer is not None]
        if partners and bearer.kind == "person" and head.dep_ != "conj":
            both = [bearer, *(other[1].bearer for c in partners if (other := self._people.at(c)) and other[1].bearer is not None)]
            name = ", ".join(b.name for b in both[:-1]) + f" and {both[-1].name}"
            pair = self._described.setdefault(name, Bearer(name, "group", plural=True, described=True, joint=len(both) == 2))
            self._recent.append(Sighting(pair, start, self._sentence, block.paragraph, factor * 1.2, head, quoted))

    def _pronoun(self, token: Token, block: Block, *, quoted: bool) -> None:
        key = (id(token.doc), token.i)
        content = self._asked[1] if self._asked is not None and self._asked[0] == key else ()
        answer = self._answers[key] = self._weigh(token, block, content, quoted=quoted)
        if is_sure(answer):
            self._learn(answer, token)
            start = block.offsets(token, token)[0]
            aside = 0.5 if token.dep_ == "poss" and _leads(token.head) else 1.0  # "her brother left" is about him
            self._see(answer[0][0], token, block, start, quoted=quoted, weight=aside * min(1.0, answer[0][1] + 0.1))
        elif not quoted and _leads(token) and token.lower_ in _GENDERS:
            self._subjects.setdefault(block.paragraph, []).append((block.offsets(token, token)[0], None))

    def _learn(self, answer: Answer, pronoun: Token) -> None:
        """A "he" that can hardly mean anybody else says of its bearer that he is a man, where nothing else does."""
        bearer, share = answer[0]
        gender = _GENDERS.get(pronoun.lower_)
        if bearer.gender is not None or bearer.likely not in {None, gender} or bearer.described or self._somebody_in == self._sentence:
            return  # it may be "the victim", whoever that is
        bearer.likely = gender if share >= RATHER else bearer.likely
        bearer.gender = gender if share >= CLEAR else None

    def _noun(self, token: Token, block: Block, *, quoted: bool) -> None:
        first, last = phrase_of(token)
        if self._describes_name(token):
            return
        start = block.offsets(first, first)[0]
        bearer: Bearer | None = None
        if is_definite(first, token):
            answer = self._roles.match(first, token, start, self.salience())
            bearer = answer[0][0] if is_sure(answer) else None
        if bearer is None and is_personal(token) and is_definite(first, token) and not _is_told(token):
            self._somebody_in = self._sentence
            return
        if text_of(first, last).count("(") != text_of(first, last).count(")"):
            return
        bearer = bearer or self._of_description(first, last, token, block)
        self._see(bearer, token, block, start, quoted=quoted, weight=0.8)

    def _describes_name(self, noun: Token) -> bool:
        """Whether a name stands beside the noun: both are one person, as in "Ada Quill, a nurse and the study's author". A name behind
        has the noun's place in the sentence, whatever the parser hangs it on.
        """
        named = self._people.named_in_doc(noun)
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

    def _of_description(self, first: Token, last: Token, head: Token, block: Block) -> Bearer:
        words = text_of(first, last)
        key = _key(words)
        known = self._described.get(key)
        if known is None or is_personal(head):
            gender: Gender | None = None
            lemma = head.lemma_.lower()
            gender = "male" if lemma in speaker_words("male") else "female" if lemma in speaker_words("female") else None
            known = Bearer(words, noun_kind(head), gender=gender, personal=is_personal(head), plural=is_plural(head), described=True)
            if lemma in speaker_words("mostly_male"):
                known.likely = "male"
            self._described[key] = known
        if is_personal(head) and (first.lower_ in {"a", "an", "one", "another"} or not is_definite(first, head)):
            known.mentions = [mention_of(block, first, last, "other")]
            self._roles.note(head.lemma_.lower(), known)
        if any(t.pos_ == "PROPN" for t in head.doc[first.i : head.i]) and noun_kind(head) in _COLLECTIVES:
            self._name_in_part(known, first, head)
        return known

    def _name_in_part(self, bearer: Bearer, first: Token, head: Token) -> None:
        found = next((f for t in head.doc[first.i : head.i] if (f := self._people.at(t))), None)
        if found is not None:
            bearer.mentions = bearer.mentions or [found[0]]
            self._roles.note(head.lemma_.lower(), bearer)

    def _weigh(self, pronoun: Token, block: Block, content: Sequence[tuple[int, int]], *, quoted: bool) -> Answer:
        fits = _fitting(pronoun.lower_)
        wanted = _GENDERS.get(pronoun.lower_)
        place = block.offsets(pronoun, pronoun)[0]
        barred = {id(b) for b in self._forbidden(pronoun, place)}
        named = {id(b) for b in self._named_in(content, place)} if content else set()
        best: dict[tuple[int, int], float] = {}
        known: dict[int, Bearer] = {}
        subjects: set[int] = set()
        here: set[int] = set()
        for sighting in self._recent:
            share = fits(sighting.bearer)
            if share and sighting.start < place and not (quoted and sighting.bearer is self._last_speaker):
                key = (id(sighting.bearer), sighting.sentence)
                weight = share * _faded(sighting, self._sentence, block.paragraph)
                best[key] = max(best.get(key, 0.0), weight)
                known[id(sighting.bearer)] = sighting.bearer
                if _leads(pronoun) and self._sentence - sighting.sentence == 1 and _leads(sighting.token):
                    subjects.add(id(sighting.bearer))
                    here |= {id(sighting.bearer)} if sighting.paragraph == block.paragraph else set()
        weights: dict[int, float] = {}
        for (who, _), weight in best.items():
            weights[who] = weights.get(who, 0.0) + weight
        teller = self._teller(pronoun, block)
        host = id(self._interviewed) if self._interviewed is not None and not subjects - {id(self._interviewed)} else 0
        clause = self._same_clause(pronoun) if pronoun.dep_ == "poss" else None
        fitting = {who for who, bearer in known.items() if who not in barred and _gendered(bearer, wanted) > AGAINST}
        beside = any(at == self._sentence and who in fitting for who, at in best) or bool(here & fitting - {id(self._last_speaker)})
        going_on = 1.2 if beside else 2.0 if self._sentence - self._spoke_in <= 1 else 1.3
        for who, bearer in known.items():
            weights[who] *= _gendered(bearer, wanted)
            weights[who] *= 0.02 if who in barred else 0.15 if who in named else 1.0
            weights[who] *= 3.0 if bearer is teller else 1.0
            weights[who] *= going_on if bearer is self._last_speaker else 1.0
            weights[who] *= 3.0 if bearer is clause else 1.0
            weights[who] *= 2.0 if who == host else 1.0
            weights[who] *= 1.5 if who in subjects else 1.0
        ahead = self._ahead(pronoun)
        unseen = teller if teller is not None and id(teller) not in known else None
        for other in (ahead, unseen):
            if other is not None and fits(other):
                known[id(other)] = other
                weights[id(other)] = weights.get(id(other), 0.0) + 1.5 * _gendered(other, wanted)
        total = sum(weights.values()) + FLOOR
        ranked = sorted((b for b in known.values() if weights[id(b)] > 0), key=lambda b: (-weights[id(b)], b.name))
        return [(b, weights[id(b)] / total) for b in ranked[:6]]

    def _forbidden(self, pronoun: Token, place: int) -> Iterator[Bearer]:
        """Who is named or described beside the pronoun, and so is another: "he told Quill", "he told the minister"."""
        for token in co_arguments(pronoun):
            found = self._people.at(token)
            if found is not None and found[1].bearer is not None:
                yield found[1].bearer
            elif found is None and is_somebody(token):
                first, _ = phrase_of(token)
                answer = self._roles.match(first, token, place, self.salience()) if is_definite(first, token) else []
                yield from (bearer for bearer, _ in answer[:1] if is_sure(answer))

    def _ahead(self, pronoun: Token) -> Bearer | None:
        """Who the main clause behind the pronoun's own names."""
        subject = subject_ahead(pronoun)
        found = self._people.at(subject) if subject is not None else None
        return found[1].bearer if found is not None else None

    def _same_clause(self, pronoun: Token) -> Bearer | None:
        """For a possessive, the nearest name before it under the same verb, or under the one that its clause hangs on: "went after Roberts
        for his votes", "protects Roberts against a plan his rivals made".
        """
        sighting = self._nearest(pronoun)
        if sighting is None:
            return None
        verb = clause_head(pronoun)
        over = clause_head(verb.head) if verb.dep_ in {"relcl", "acl"} else verb
        return sighting.bearer if clause_head(sighting.token).i in {verb.i, over.i} else None

    def is_nearest(self, bearer: Bearer, pronoun: Token) -> bool:
        """Whether nobody else is spoken of between the pronoun and the bearer in its sentence."""
        nearest = self._nearest(pronoun)
        return nearest is None or nearest.bearer is bearer

    def _nearest(self, pronoun: Token) -> Sighting | None:
        """The last mention of somebody before the pronoun in its sentence."""
        return next(
            (
                s
                for s in list(self._recent)[-6:][::-1]
                if s.sentence == self._sentence and s.token.doc is pronoun.doc and s.bearer.personal and s.token.i < pronoun.i
            ),
            None,
        )

    def _seen_at(self, noun: Token) -> Bearer | None:
        """Who was described by this noun."""
        return next((s.bearer for s in reversed(self._recent) if s.token.i == noun.i and s.token.doc is noun.doc), None)

    def _named_in(self, content: Sequence[tuple[int, int]], place: int) -> Iterator[Bearer]:
        """Who is named in the words that the pronoun's bearer is said to say: in "…," a quotation before it, or anywhere behind it."""
        for sighting in self._recent:
            if sighting.quoted and sighting.token.pos_ == "PROPN" and any(low <= sighting.start < high for low, high in content):
                yield sighting.bearer
        mentions, starts = self._people.mentions, self._people.starts
        for low, high in content:
            for at in range(bisect_left(starts, max(low, place)), min(len(starts), bisect_left(starts, max(low, place)) + MANY)):
                bearer = self._people.bearer_of(mentions[at])
                if starts[at] < high and bearer is not None:
                    yield bearer

    def _teller(self, pronoun: Token, block: Block) -> Bearer | None:
        """Who is said to say what the pronoun's clause says, or for whom it is said: in "Quill's office said he hoped", he is Quill."""
        subject = teller_of(pronoun)
        if subject is None:
            return None
        owner = whose_words(subject)
        whose = self._whom(owner, block) if owner is not None else None
        wanted = _GENDERS.get(pronoun.lower_)
        if wanted is not None and whose is not None and whose.personal and _gendered(whose, wanted) > AGAINST:
            return whose
        return self._whom(subject, block)

    def _whom(self, noun: Token, block: Block) -> Bearer | None:
        """Who is meant by a word that was read before, or by "the minister" whom nothing else mentions."""
        found = self._people.at(noun)
        if found is not None:
            return found[1].bearer
        answer = self._answers.get((id(noun.doc), noun.i), [])
        seen = answer[0][0] if is_sure(answer) else self._seen_at(noun)
        if seen is not None or noun.dep_ != "poss" or not is_somebody(noun):
            return seen
        first, _ = phrase_of(noun)
        answer = self._roles.match(first, noun, block.offsets(first, first)[0], self.salience()) if is_definite(first, noun) else []
        return answer[0][0] if is_sure(answer) else self._of_description(first, noun, noun, block)


def _key(words: str) -> str:
    """A description as it is looked up: the same for "a nurse" and "the nurse"."""
    return words.lower().removeprefix("the ").removeprefix("a ")


def is_sure(answer: Answer) -> bool:
    """Whether the best candidate is far enough ahead."""
    if not answer or answer[0][1] < SURE:
        return False
    return len(answer) < 2 or answer[0][1] >= LEAD * answer[1][1]


def _is_predicate(noun: Token) -> bool:
    """Whether a noun only says as what somebody does something: "stepped down as minister"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "as" and not any(c.dep_ in {"det", "poss"} for c in noun.children)


def _is_told(noun: Token) -> bool:
    """Whether a definite description says itself whom it means: "the mother of one pupil"."""
    return any(c.dep_ == "prep" and c.lower_ == "of" and c.i == noun.i + 1 for c in noun.children)


def _numbers(block: Block, words: Iterable[str]) -> frozenset[int]:
    """The numbers that the parser knows these words by."""
    return frozenset(block.doc.vocab.strings[word] for word in words)


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


def _function(head: Token) -> float:
    token = head
    for _ in range(4):
        if token.dep_ in {"appos", "conj", "compound", "flat"} and token.head.i != token.i and token.dep_ != "compound":
            token = token.head
        else:
            break
    weight = _FUNCTIONS.get(token.dep_, 0.35)
    if token.dep_ == "pobj" and _is_topic(token.head):
        weight = 0.8
    elif token.dep_ == "pobj" and (token.head.dep_ == "agent" or (token.head.i and token.head.nbor(-1).lower_ == "according")):
        weight = 0.8  # who does it, though no subject
    return weight * (0.9 if token is not head else 1.0)


def _tells_me(noun: Token) -> bool:
    """Whether somebody tells it to the author while this is written: an interview, in which the other one is its subject throughout."""
    verb = noun.head
    return noun.dep_ == "nsubj" and verb.lower_ == "tells" and any(c.lower_ == "me" for c in verb.children)


def _is_topic(preposition: Token) -> bool:
    """Whether a phrase opens its sentence with whom it is about: "For Ada Quill, 81, the dispute is beside the point"."""
    return bool(preposition.is_sent_start) and preposition.lower_ in {"for", "to"} and preposition.head.dep_ == "ROOT"


def _leads(head: Token) -> bool:
    """Whether the mention is the subject of its sentence's main clause: the next sentence's subject is most often the same."""
    noun = _named_beside(head)
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    return noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.dep_ == "ROOT"


def _named_beside(head: Token) -> Token:
    """The noun that a name stands in apposition to: it has the name's place in the sentence."""
    for _ in range(3):
        if head.dep_ != "appos":
            break
        head = head.head
    return head


def _is_embedded(head: Token) -> bool:
    """Whether the mention stands in a clause within the sentence: in what somebody says, or in a relative clause."""
    token = head
    for _ in range(12):
        if token.dep_ in {"ccomp", "relcl", "acl", "pcomp"} and token.pos_ in {"VERB", "AUX"}:
            spoken_first = token.dep_ == "ccomp" and token.i < token.head.i
            return not spoken_first
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _faded(sighting: Sighting, sentence: int, paragraph: int) -> float:
    apart = max(0, sentence - sighting.sentence)
    return float(sighting.weight * SENTENCE**apart * PARAGRAPH ** max(0, paragraph - sighting.paragraph))


def _fitting(word: str) -> Callable[[Bearer], float]:
    if word in _GENDERS:
        return lambda bearer: (0.6 if bearer.described else 1.0) if bearer.personal else 0.0
    if word in _THEY:
        return lambda b: (0.4 if b.owned else 1.0) if b.plural else 0.3 if b.kind in _COLLECTIVES - {"document"} and not b.personal else 0.0
    return lambda b: 0.0 if b.personal or b.plural else 1.0 if b.kind in _COLLECTIVES else 0.2 if b.kind == "place" else 0.0


def _gendered(bearer: Bearer, wanted: Gender | None) -> float:
    """The text's word on gender decides; a first name only leans."""
    if wanted is None:
        return 1.0
    if bearer.gender is not None:
        return 1.6 if bearer.gender == wanted else 0.0
    if bearer.likely is not None:
        return 1.15 if bearer.likely == wanted else 0.04
    return 1.0
