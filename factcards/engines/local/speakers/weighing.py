"""Whom a pronoun means: those in mind, weighed.

Each candidate has features: how present he is by recency, grammatical function and repetition (Lappin and Leass 1994), number, sex where
the text gives it, binding ("he told Quill": he is not Quill), who spoke last, who was the last sentence's subject. Their weights are
added up (a log-linear model over the candidates and "somebody else"); they are learned (`pronouns.toml`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcards.engines.local.parsing.grammar import clause_head
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.bearers import Answer, Bearer, Gender, is_sure
from factcards.engines.local.speakers.binding import (
    adds,
    arguments_above,
    co_arguments,
    some_above,
    subject_ahead,
    teller_of,
    whose_words,
)
from factcards.engines.local.speakers.described import Described
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.mind import Mind, Sighting
from factcards.engines.local.speakers.naming import text_of
from factcards.engines.local.speakers.nominals import SHARES, Roles, is_definite, is_somebody, phrase_of
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.prominence import leads
from factcards.engines.local.speakers.pronouns import AGAINST, COLLECTIVES, GENDERS, SEVERAL, THIRD_PERSON, fitting, is_of_gender, leaning
from factcards.lexicon import PronounTable, pronoun_weights, speech_verbs

__all__ = ["Features", "Weighing", "table_of"]

_EXCHANGE = 3
"""Sentences from somebody's words to a pronoun behind the answer to them, at most."""
_ANSWERED = 2
"""Sentences from a question to a pronoun for whoever was asked, at most."""
AHEAD = 1.5
"""Presence of who is named only behind the pronoun, or tells its clause and was not seen before."""
SOME = 3.0
"""Presence of some, or of a share, of whom the sentence tells by the same clause that "they" mean them."""
FAINT = 1e-4
"""Presence below which nothing fades further."""
TITLED = 4
"""Paragraphs of an article from which the first one is its title, or tells whom it is about."""
NEXT = 2
"""The last who were mentioned count for being so, as many."""
Features = dict[str, float]
"""Name of a feature -> its value, mostly 1."""


@dataclass(frozen=True, slots=True)
class _Query:
    """A pronoun that is asked for.

    Attributes:
        pronoun: The word.
        block: Its paragraph.
        content: What it is said to say.
        place: Where it begins (code points).
        quoted: Whether it stands within a quotation.
        wanted: The sex that it says.
        teller: Who is said to say what its clause says.
        barred: Who is named or described beside it, by identity.
        asked: Who was asked something shortly before.
    """

    pronoun: Token
    block: Block
    content: Sequence[tuple[int, int]]
    place: int
    quoted: bool
    wanted: Gender | None
    teller: Bearer | None
    barred: set[int]
    asked: Bearer | None


@dataclass(slots=True)
class _Seen:
    """Who is in mind and may be meant by a pronoun's form, by identity.

    Attributes:
        known: The bearers.
        presence: Of all their mentions, the most prominent one of each sentence.
        last: Their last mention.
        here: Who is mentioned in the pronoun's sentence.
        before: Who is the subject of a clause in the sentence before it.
        led: Who is the subject of that sentence, where the pronoun is one, too.
        led_here: Those of them whom that sentence mentions in the same paragraph.
    """

    known: dict[int, Bearer] = field(default_factory=dict)
    presence: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    last: dict[int, Sighting] = field(default_factory=dict)
    here: set[int] = field(default_factory=set)
    before: set[int] = field(default_factory=set)
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
        self._title = {t.lower_ for t in people.blocks[0].tokens} if len(people.blocks) >= TITLED else set()

    def weigh(self, pronoun: Token, block: Block, content: Sequence[tuple[int, int]], *, quoted: bool) -> Answer:
        """Whom a pronoun means.

        Args:
            pronoun: Where the reading of the article stands.
            block: Its paragraph.
            content: What it is said to say.
            quoted: Whether it stands within a quotation.
        """
        table = pronoun_weights(table_of(pronoun))
        candidates, nobody = self.features(pronoun, block, content, quoted=quoted)
        scores = [(bearer, _exp(features, table)) for bearer, features in candidates]
        total = sum(score for _, score in scores) + _exp(nobody, table)
        ranked = sorted(scores, key=lambda scored: (-scored[1], scored[0].name))
        return [(bearer, score / total) for bearer, score in ranked[:6]]

    def features(
        self, pronoun: Token, block: Block, content: Sequence[tuple[int, int]], *, quoted: bool
    ) -> tuple[list[tuple[Bearer, Features]], Features]:
        """What speaks for each candidate, and for "somebody else"; arguments as for `weigh`."""
        place, wanted = block.offsets(pronoun, pronoun)[0], GENDERS.get(pronoun.lower_)
        barred = {id(b) for b in self._barred(pronoun, place)}
        query = _Query(pronoun, block, content, place, quoted, wanted, self._teller(pronoun), barred, self._asked(place))
        seen = self._seen(query)
        self._add_unseen(query, seen)
        leanings = {who: leaning(bearer, wanted) for who, bearer in seen.known.items()}
        features = {who: _of_sex(lean) | self._of_mentions(query, seen, who) for who, lean in leanings.items() if lean > 0}
        if wanted is None:
            for who, values in features.items():
                values[f"kind: {seen.known[who].kind}"] = 1.0
        for name, meant in self._told_apart(query, seen).items():
            for who in meant & features.keys() & (seen.last.keys() | {id(query.teller)}):  # not who is named behind it only
                features[who][name] = 1.0
        last = id(self._mind.last_speaker)
        if last in features:
            features[last] |= dict.fromkeys(self._of_last_speaker(query, seen), 1.0)
        nobody = {"nobody": 1.0}
        if wanted is not None and self._mind.sentence - self._mind.somebody_led == 1:
            nobody["nobody, behind somebody"] = 1.0
        return [(seen.known[who], values) for who, values in features.items()], nobody

    def _add_unseen(self, query: _Query, seen: _Seen) -> None:
        """Add who is only named behind the pronoun, or tells its clause and was not seen before."""
        fits, pronoun = fitting(_form_of(query.pronoun)), query.pronoun
        teller = query.teller if id(query.teller) not in seen.known else None
        some = some_above(pronoun, SHARES)
        words = "" if some is None else text_of(*phrase_of(some)) if some.lemma_ in SHARES or some.like_num else some.lower_
        several = self._described.several(words) if words else None
        for other, presence in ((self._ahead(pronoun), AHEAD), (teller, AHEAD), (several, SOME)):
            if other is not None and fits(other):
                seen.known[id(other)] = other
                seen.presence[id(other)] += presence

    def _told_apart(self, query: _Query, seen: _Seen) -> dict[str, set[int]]:
        """By the pronoun's clause and what is being told: who it is, or who it is not."""
        pronoun, content = query.pronoun, query.content
        teller, owns = {id(query.teller)}, pronoun.dep_ == "poss"
        return {
            "barred": query.barred,
            "named in its content": {id(b) for b in (*self._named_in(content, query.place), *self._told_by_last(query))}
            if content
            else set(),
            "teller": teller,
            "teller, of his": teller if owns else set(),
            "same clause": {id(self._same_clause(pronoun))} if owns else set(),
            "argument above": {id(self._whom(noun)) for noun in arguments_above(pronoun)},
            "partner": {id(self._partner(query.wanted))},
            "asked": {id(query.asked)},
            "led": seen.led,
            "led, who says": seen.led if content else set(),
        }

    def _of_mentions(self, query: _Query, seen: _Seen, who: int) -> Features:
        """How present a candidate is, and by what mentions."""
        bearer, last = seen.known[who], seen.last.get(who)
        features = {
            "presence": math.log(seen.presence[who] + FAINT),
            "named so often": math.log(1 + len(bearer.mentions)),
            "described": float(bearer.described),
            "in the title": float(not bearer.described and not self._title.isdisjoint(bearer.name.lower().split()[-1:])),
            "here": float(who in seen.here or last is None),
            "subject before": float(who in seen.before),
        }
        if last is None:  # in this sentence, though not before the pronoun or not read yet
            features |= {"mentioned last but 0": 1.0, "same paragraph": 1.0}
        else:
            rank = sum([other.start > last.start and not _are_joined(other.token, last.token) for other in seen.last.values()])
            features |= {f"mentioned last but {rank}": 1.0} if rank < NEXT else {}
            features["same paragraph"] = float(last.paragraph == query.block.paragraph)
            features["pronoun before"] = float(last.token.pos_ == "PRON")
            features["same function"] = float(_first_of_row(last.token).dep_ == query.pronoun.dep_)
        return features

    def _of_last_speaker(self, query: _Query, seen: _Seen) -> Iterator[str]:
        """What it says for whoever spoke last that he spoke: less where another stands nearer, or answers."""
        mind = self._mind
        if mind.spoke_at > query.place:
            return
        open_to = {who for who, bearer in seen.known.items() if who not in query.barred and is_of_gender(bearer, query.wanted)}
        if query.asked is not None:  # who asks is not who answers
            yield "spoke last, and is answered"
        elif seen.here & open_to or seen.led_here & open_to - {id(mind.last_speaker)}:
            yield "spoke last, with another nearer"
        elif not mind.asking:
            yield "spoke last, just before" if mind.since(mind.spoke_at) <= 1 else "spoke last, long before"
        if query.content:
            yield "spoke last, and adds" if adds(query.pronoun) else "spoke last, and says"
        if query.block.paragraph - self._people.paragraph_at(mind.spoke_at) == 1:
            yield "spoke in the paragraph before"

    def _seen(self, query: _Query) -> _Seen:
        """Who is in mind before the pronoun; within a quotation, who speaks is not "he"."""
        mind, pronoun, fits, seen = self._mind, query.pronoun, fitting(_form_of(query.pronoun)), _Seen()
        best: dict[tuple[int, int], float] = {}
        leading = leads(pronoun) or pronoun.head.dep_ == "parataxis" or (pronoun.dep_ == "poss" and leads(pronoun.head))
        for sighting in mind.recent:
            share = fits(sighting.bearer)
            if share and sighting.start < query.place and not (query.quoted and sighting.bearer is mind.last_speaker):
                who = id(sighting.bearer)
                weight = share * sighting.faded(mind.sentence, query.block.paragraph)
                best[who, sighting.sentence] = max(best.get((who, sighting.sentence), 0.0), weight)
                seen.known[who] = sighting.bearer
                seen.last[who] = sighting
                if mind.sentence - sighting.sentence == 1:
                    seen.before |= {who} if _first_of_row(sighting.token).dep_ in {"nsubj", "nsubjpass"} else set()
                    if leading and leads(sighting.token):
                        seen.led.add(who)
                        seen.led_here |= {who} if sighting.paragraph == query.block.paragraph else set()
        for (who, sentence), weight in best.items():
            seen.presence[who] += weight
            seen.here |= {who} if sentence == mind.sentence else set()
        return seen

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

    def _barred(self, pronoun: Token, place: int) -> Iterator[Bearer]:
        """Who is named or described beside the pronoun, and so is another: "he told Quill", "he told the minister"."""
        for token in co_arguments(pronoun):
            found = self._people.at(token)
            if found is not None and found[1].bearer is not None:
                yield found[1].bearer
            elif found is None and (is_somebody(token) or (pronoun.lower_ == "they" and token.dep_ == "nsubj" and token.pos_ == "NOUN")):
                first, _ = phrase_of(token)
                answer = self._roles.match(first, token, place, self._mind.salience()) if is_definite(first, token) else []
                described = self._mind.seen_at(token) if token.pos_ == "NOUN" else None
                yield from (bearer for bearer, _ in answer[:1] if is_sure(answer))
                if described is not None:
                    yield described

    def _named_in(self, content: Sequence[tuple[int, int]], place: int) -> Iterator[Bearer]:
        """Who is named in the words that the pronoun's bearer is said to say: in "…," a quotation before it, or anywhere behind it."""
        for sighting in self._mind.recent:
            token = sighting.token  # the tagger may have a name for a noun
            named = token.pos_ == "PROPN" or token.text in sighting.bearer.name.split()
            if sighting.quoted and named and any(low <= sighting.start < high for low, high in content):
                yield sighting.bearer
        for low, high in content:
            yield from self._people.named_between(max(low, place), high)

    def _told_by_last(self, query: _Query) -> Iterator[Bearer]:
        """Who is named in reported words before the pronoun, where somebody else goes on who spoke in the sentence before: "Ada Quill
        said he lied. Mrs Moss's son had seen it, | she | said".
        """
        mind, last = self._mind, self._mind.last_speaker
        if query.wanted is None or last is None or not is_of_gender(last, query.wanted) or mind.since(mind.spoke_at) > 1 or mind.asking:
            return
        pieces = [(low, high) for low, high in query.content if high <= query.place]
        between = query.block.text[pieces[-1][1] : query.place] if pieces else ""
        first = query.block.word_at(pieces[0][0]) if pieces else None
        if query.pronoun.head.lemma_ not in speech_verbs() or between.strip(' ,"”’') or query.quoted:
            return
        if first is None or first.tag_ in {"WRB", "IN"}:  # "When Quill came home, she said that she was ill"
            return
        for low, high in pieces:
            yield from self._people.named_between(low, high)

    def _teller(self, pronoun: Token) -> Bearer | None:
        """Who is said to say what the pronoun's clause says, or for whom it is said: in "Quill's office said he hoped", he is Quill."""
        subject = teller_of(pronoun)
        if subject is None:
            return None
        owner = whose_words(subject)
        whose = self._whom(owner) if owner is not None else None
        wanted = GENDERS.get(pronoun.lower_)
        if wanted is not None and whose is not None and whose.personal and is_of_gender(whose, wanted):
            return whose
        return self._whom(subject)

    def _whom(self, noun: Token) -> Bearer | None:
        """Who is meant by a word that was read before."""
        found = self._people.at(noun)
        if found is not None:
            return found[1].bearer
        answer = self._mind.answers.get((id(noun.doc), noun.i), [])
        return answer[0][0] if is_sure(answer) else self._mind.seen_at(noun)

    def _ahead(self, pronoun: Token) -> Bearer | None:
        """Who the main clause behind the pronoun's own names."""
        subject = subject_ahead(pronoun)
        found = self._people.at(subject) if subject is not None else None
        return found[1].bearer if found is not None else None

    def _same_clause(self, pronoun: Token) -> Bearer | None:
        """For a possessive, the nearest name before it under the same verb, or under the one that its clause hangs on: "went after Roberts
        for his votes", "protects Roberts against a plan his rivals made", "accused Roberts of hiding his report".
        """
        sighting = self._mind.nearest(pronoun)
        if sighting is None:
            return None
        verb = clause_head(pronoun)
        over = clause_head(verb.head) if verb.dep_ in {"relcl", "acl", "pcomp"} else verb
        return sighting.bearer if clause_head(sighting.token).i in {verb.i, over.i} else None


def table_of(word: Token) -> PronounTable:
    """By which weights a pronoun's candidates are weighed, or a noun's."""
    form = _form_of(word)
    return "he" if form in GENDERS else "they" if form in SEVERAL else "it"


def _form_of(word: Token) -> str:
    """The word that is asked for: a noun for one human being is any "he", for a body "it"."""
    if word.lower_ in THIRD_PERSON:
        return word.lower_
    return "it" if noun_kind(word) in COLLECTIVES else "he"


def _of_sex(lean: float) -> Features:
    """What it says that a candidate is known to be of the pronoun's sex, or likely is."""
    if lean > 1.5:
        return {"of this sex": 1.0}
    if lean > 1.1:
        return {"likely of this sex": 1.0}
    return {"likely of the other sex": 1.0} if lean <= AGAINST else {}


def _exp(features: Features, table: Mapping[str, float]) -> float:
    return math.exp(sum(table.get(name, 0.0) * value for name, value in features.items()))


def _first_of_row(noun: Token) -> Token:
    """The first of those joined by "and": they have one function."""
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    return noun


def _are_joined(noun: Token, other: Token) -> bool:
    """Whether two are named in one breath: "| Moss | and | Varga | met"."""
    first, second = _first_of_row(noun), _first_of_row(other)
    return first.doc is second.doc and first.i == second.i
