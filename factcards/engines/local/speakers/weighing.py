"""Whom a pronoun means: those in mind, weighed.

Candidates are weighed by recency, grammatical function and repetition (Lappin and Leass 1994), by number, by gender where the text
gives it, by binding ("he told Quill": he is not Quill) and by who spoke last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcards.engines.local.parsing.grammar import clause_head
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.bearers import Answer, Bearer, Gender, is_sure
from factcards.engines.local.speakers.binding import (
    arguments_above,
    co_arguments,
    denies,
    shown_before,
    subject_ahead,
    teller_of,
    whose_words,
)
from factcards.engines.local.speakers.described import Described
from factcards.engines.local.speakers.mind import Mind
from factcards.engines.local.speakers.naming import is_hailed_within
from factcards.engines.local.speakers.nominals import Roles, is_definite, is_plural, is_somebody, phrase_of
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.prominence import leads
from factcards.engines.local.speakers.pronouns import GENDERS, SEVERAL, fitting, is_of_gender, leaning
from factcards.lexicon import cue_verbs

__all__ = ["Weighing"]

_EXCHANGE = 3
"""Sentences from somebody's words to a pronoun behind the answer to them, at most."""
_ANSWERED = 2
"""Sentences from a question to a pronoun for whoever was asked, at most."""
FLOOR = 0.02
"""Weight of "somebody else": a faint only candidate is not enough."""
AHEAD = 1.5
"""Weight of who is named only behind the pronoun, or tells its clause and was not seen before."""
SHOWN = 3.0
"""Weight of the things before in the sentence that show what "they" show."""
UNCLEAR = 2.0
"""Weight of who tells what "he" does, where the name may be a body's or somebody's: then "he" is most likely the teller."""


_SHARES = frozenset({"half", "third", "quarter", "percent", "%", "majority", "minority", "number", "dozen", "hundred"})
"""What counts several without a plural: "half of the voters say they"."""


@dataclass(slots=True)
class _Seen:
    """Who is in mind and may be meant by a pronoun's form, by identity.

    Attributes:
        known: The bearers.
        weights: Of all their mentions, the most prominent one of each sentence.
        here: Who is mentioned in the pronoun's sentence.
        led: Who is the subject of the sentence before it, where the pronoun is one, too.
        led_here: Those of them whom that sentence mentions in the same paragraph.
    """

    known: dict[int, Bearer] = field(default_factory=dict)
    weights: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    here: set[int] = field(default_factory=set)
    led: set[int] = field(default_factory=set)
    led_here: set[int] = field(default_factory=set)


class Weighing:
    """Weighs the bearers of one article for its pronouns, by what is in mind."""

    def __init__(self, people: People, roles: Roles, mind: Mind, described: Described) -> None:
        """Nothing is weighed yet."""
        self._people = people
        self._roles = roles
        self._mind = mind
        self._described = described

    def weigh(self, pronoun: Token, block: Block, content: Sequence[tuple[int, int]], *, quoted: bool) -> Answer:
        """Whom a pronoun means.

        Args:
            pronoun: Where the reading of the article stands.
            block: Its paragraph.
            content: What it is said to say.
            quoted: Whether it stands within a quotation.
        """
        fits, wanted = fitting(pronoun.lower_), GENDERS.get(pronoun.lower_)
        place = block.offsets(pronoun, pronoun)[0]
        barred = {id(b) for b in self._barred(pronoun, place)}
        named = {id(b) for b in self._named_in(content, place)} if content else set()
        telling = {id(b) for b in self._named_in_tellers(pronoun)}
        seen = self._seen(pronoun, block, place, quoted=quoted)
        known, weights = seen.known, seen.weights
        teller = self._teller(pronoun, block)
        clause = self._same_clause(pronoun) if pronoun.dep_ == "poss" else None
        beside = {id(b) for noun in arguments_above(pronoun) if (b := self._whom(noun, block)) is not None}
        host, partner, asked = self._host(seen), self._partner(wanted), self._asked(place)
        told = self._told_of(seen, wanted, block, content)
        answers = asked is not None or denies(pronoun)  # who asks is not who answers, nor who says it who denies it
        going_on = 0.3 if answers else self._going_on(seen, barred, wanted) if self._mind.spoke_at <= place else 1.0
        for who, bearer in known.items():
            weights[who] *= leaning(bearer, wanted)
            weights[who] *= 0.02 if who in barred else 0.15 if who in named else 1.0
            weights[who] *= 0.1 if bearer is told else 1.0
            weights[who] *= 0.02 if who in telling else 1.0
            weights[who] *= 3.0 if bearer is teller else 1.0
            weights[who] *= going_on if bearer is self._mind.last_speaker else 1.0
            weights[who] *= 3.0 if bearer is clause else 1.0
            weights[who] *= 2.0 if bearer is host else 1.0
            weights[who] *= 7.0 if bearer is partner else 1.0
            weights[who] *= 4.0 if bearer is asked else 1.0
            weights[who] *= 1.5 if who in seen.led else 1.0
            weights[who] *= 4.0 if who in beside else 1.0
        unseen = teller if teller is not None and id(teller) not in known else None
        for other, weight in ((self._ahead(pronoun), AHEAD), (unseen, AHEAD), (self._shown(pronoun, block), SHOWN)):
            if other is not None and fits(other):
                known[id(other)] = other
                weights[id(other)] += weight * leaning(other, wanted)
        total = sum(weights.values()) + FLOOR + (UNCLEAR if wanted is not None and self._is_told_by_unclear(pronoun, block) else 0.0)
        ranked = sorted((b for b in known.values() if weights[id(b)] > 0), key=lambda b: (-weights[id(b)], b.name))
        return [(b, weights[id(b)] / total) for b in ranked[:6]]

    def _seen(self, pronoun: Token, block: Block, place: int, *, quoted: bool) -> _Seen:
        """Who is in mind before the pronoun; within a quotation, who speaks is not "he"."""
        mind, fits, seen = self._mind, fitting(pronoun.lower_), _Seen()
        best: dict[tuple[int, int], float] = {}
        leading = leads(pronoun) or pronoun.head.dep_ == "parataxis"
        for sighting in mind.recent:
            share = fits(sighting.bearer)
            if share and sighting.start < place and not (quoted and sighting.bearer is mind.last_speaker):
                who = id(sighting.bearer)
                weight = share * sighting.faded(mind.sentence, block.paragraph)
                best[who, sighting.sentence] = max(best.get((who, sighting.sentence), 0.0), weight)
                seen.known[who] = sighting.bearer
                if leading and mind.sentence - sighting.sentence == 1 and leads(sighting.token):
                    seen.led.add(who)
                    seen.led_here |= {who} if sighting.paragraph == block.paragraph else set()
        for (who, sentence), weight in best.items():
            seen.weights[who] += weight
            seen.here |= {who} if sentence == mind.sentence else set()
        return seen

    def _told_of(self, seen: _Seen, wanted: Gender | None, block: Block, content: Sequence[tuple[int, int]]) -> Bearer | None:
        """The only one at hand, without a name and of either sex, who may be the "he" of what "she" says: "Her | doctor | came. “I knew he
        would,” she said."
        """
        other: Gender = "female" if wanted == "male" else "male"
        if wanted is None or not any(GENDERS.get(t.lower_) == other for low, high in content for t in block.words(low, high)):
            return None
        fitting = [bearer for bearer in seen.known.values() if is_of_gender(bearer, other)]
        return fitting[0] if len(fitting) == 1 and fitting[0].described else None

    def _host(self, seen: _Seen) -> Bearer | None:
        """Who is interviewed, unless the sentence before is about somebody else."""
        interviewed = self._mind.interviewed
        return interviewed if not seen.led - {id(interviewed)} else None

    def _asked(self, place: int) -> Bearer | None:
        """Who was asked something shortly before: the question is most likely about that one, and the answer his."""
        asked = self._mind.asked
        return asked[0] if asked is not None and asked[1] <= place and self._mind.since(asked[1]) <= _ANSWERED else None

    def _partner(self, wanted: Gender | None) -> Bearer | None:
        """Whom the last speaker answered, where the pronoun cannot mean that one: "Quill asked him ... he replied. She suggested ..."."""
        last, before = self._mind.last_speaker, self._mind.partner
        if wanted is None or before is None or last is None or is_of_gender(last, wanted) or self._mind.since(self._mind.spoke_at) > 1:
            return None
        return before[0] if self._mind.since(before[1]) <= _EXCHANGE and is_of_gender(before[0], wanted) else None

    def _going_on(self, seen: _Seen, barred: set[int], wanted: Gender | None) -> float:
        """By how much it counts for whoever spoke last that he spoke: less where another stands nearer."""
        open_to = {who for who, bearer in seen.known.items() if who not in barred and is_of_gender(bearer, wanted)}
        if seen.here & open_to or seen.led_here & open_to - {id(self._mind.last_speaker)}:
            return 1.2
        if self._mind.asking:
            return 1.0
        return 2.0 if self._mind.since(self._mind.spoke_at) <= 1 else 1.3

    def _barred(self, pronoun: Token, place: int) -> Iterator[Bearer]:
        """Who is named or described beside the pronoun, and so is another: "he told Quill", "he told the minister"."""
        for token in co_arguments(pronoun):
            found = self._people.at(token)
            if found is not None and found[1].bearer is not None:
                yield found[1].bearer
            elif found is None and is_somebody(token):
                first, _ = phrase_of(token)
                answer = self._roles.match(first, token, place, self._mind.salience()) if is_definite(first, token) else []
                described = self._mind.seen_at(token) if token.pos_ == "NOUN" else None
                yield from (bearer for bearer, _ in answer[:1] if is_sure(answer))
                if described is not None:
                    yield described

    def _named_in_tellers(self, pronoun: Token) -> Iterator[Bearer]:
        """Who is named only to tell who several are that say what "they" do: "Voters asked by the | Tarn Bank | say they are poor"."""
        tellers = teller_of(pronoun) if pronoun.lower_ in SEVERAL else None
        if tellers is None or self._people.at(tellers) is not None or not (is_plural(tellers) or tellers.lower_ in _SHARES):
            return
        for token in tellers.subtree:
            found = self._people.at(token)
            if found is not None and found[1].bearer is not None and not found[1].bearer.plural:
                yield found[1].bearer

    def _named_in(self, content: Sequence[tuple[int, int]], place: int) -> Iterator[Bearer]:
        """Who is named in the words that the pronoun's bearer is said to say: in "…," a quotation before it, or anywhere behind it."""
        for sighting in self._mind.recent:
            if sighting.quoted and sighting.token.pos_ == "PROPN" and any(low <= sighting.start < high for low, high in content):
                found = self._people.at(sighting.token)
                if found is None or not is_hailed_within(found[0]):
                    yield sighting.bearer
        for low, high in content:
            yield from self._people.named_between(max(low, place), high)

    def _teller(self, pronoun: Token, block: Block) -> Bearer | None:
        """Who is said to say what the pronoun's clause says, or for whom it is said: in "Quill's office said he hoped", he is Quill."""
        subject = teller_of(pronoun)
        if subject is None:
            return None
        owner = whose_words(subject)
        whose = self._whom(owner, block) if owner is not None else None
        wanted = GENDERS.get(pronoun.lower_)
        if wanted is not None and whose is not None and whose.personal and is_of_gender(whose, wanted):
            return whose
        return self._whom(subject, block)

    def _is_told_by_unclear(self, pronoun: Token, block: Block) -> bool:
        """Whether a name that may be a body's or somebody's tells what "he" does, himself or by another "he": "Quill told the Post that he
        went but denied | he | stayed".
        """
        subject = teller_of(pronoun)
        if subject is not None and GENDERS.get(subject.lower_) == GENDERS[pronoun.lower_]:
            subject = teller_of(subject)
        if subject is None or subject.head.lemma_ not in cue_verbs():
            return False
        teller = self._whom(subject, block)
        return teller is not None and teller.unclear

    def _whom(self, noun: Token, block: Block) -> Bearer | None:
        """Who is meant by a word that was read before, or by "the minister" whom nothing else mentions."""
        found = self._people.at(noun)
        if found is not None:
            return found[1].bearer
        answer = self._mind.answers.get((id(noun.doc), noun.i), [])
        seen = answer[0][0] if is_sure(answer) else self._mind.seen_at(noun)
        if seen is not None or noun.dep_ != "poss" or not is_somebody(noun):
            return seen
        first, _ = phrase_of(noun)
        answer = self._roles.match(first, noun, block.offsets(first, first)[0], self._mind.salience()) if is_definite(first, noun) else []
        return answer[0][0] if is_sure(answer) else self._described.of(first, noun, noun, block)

    def _ahead(self, pronoun: Token) -> Bearer | None:
        """Who the main clause behind the pronoun's own names."""
        subject = subject_ahead(pronoun)
        found = self._people.at(subject) if subject is not None else None
        return found[1].bearer if found is not None else None

    def _shown(self, pronoun: Token, block: Block) -> Bearer | None:
        """The things before in the sentence that show what "they" show."""
        noun = shown_before(pronoun)
        return None if noun is None or self._people.at(noun) is not None else self._described.of(*phrase_of(noun), noun, block)

    def _same_clause(self, pronoun: Token) -> Bearer | None:
        """For a possessive, the nearest name before it under the same verb, or under the one that its clause hangs on: "went after Roberts
        for his votes", "protects Roberts against a plan his rivals made".
        """
        sighting = self._mind.nearest(pronoun)
        if sighting is None:
            return None
        verb = clause_head(pronoun)
        over = clause_head(verb.head) if verb.dep_ in {"relcl", "acl"} else verb
        return sighting.bearer if clause_head(sighting.token).i in {verb.i, over.i} else None
