"""Who a source is: the full name behind a surname, a pronoun or "the minister", with the rivals and how sure it is.

A wrong name is worse than "unresolved": where two candidates are about as likely, the mention's own words stay.
"""

from __future__ import annotations

import re

from factcards.cards import Candidate, Speaker, SpeakerKind
from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.answers import by_name, implied, unnamed, unresolved
from factcards.engines.local.speakers.bearers import Bearer, is_sure
from factcards.engines.local.speakers.descriptions import Descriptions
from factcards.engines.local.speakers.heard import Heard
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.naming import Mention, text_of
from factcards.engines.local.speakers.nominals import is_compatriot, phrase_of
from factcards.engines.local.speakers.offices import holds_office
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.phrases import Phrase
from factcards.engines.local.speakers.pronominals import Pronominals
from factcards.engines.local.speakers.relatives import antecedent_of
from factcards.engines.local.speakers.sources import is_nobody, is_told, read_source
from factcards.engines.local.speakers.turns import Turn, asks, other_of_two
from factcards.engines.local.speakers.unnamed import belonging_to, owned_by, owned_name, owner_of
from factcards.lexicon import speaker_words

__all__ = ["Resolver"]

_KINDS: dict[str, SpeakerKind] = {"PERSON": "person", "ORG": "organization", "GPE": "government", "NORP": "group"}
_OFFICES = speaker_words("portfolios", "government") | {"office", "ministries", "central", "national", "bank"}
"""What the name of a body is made of that every state has: "Foreign Ministry"."""


class Resolver:
    """Resolves the sources of one article, in text order: each answer is a candidate for the next pronoun."""

    def __init__(self, people: People, author: str | None = None) -> None:
        """Nobody has spoken yet.

        Args:
            people: The article's names.
            author: Who the byline names; "I" outside quotations is then the author.
        """
        self._heard = Heard(people, author)
        self._pronominals = Pronominals(self._heard)
        self._descriptions = Descriptions(self._heard)
        self._told: dict[tuple[int, int], Speaker] = {}

    def close(self) -> None:
        """Let go of the article; nothing can be asked after."""
        self._heard.discourse.close()

    def name_of_pronoun(self, token: Token, block: Block) -> Speaker:
        """Who a personal pronoun means, wherever it stands; nobody by name where that is in doubt."""
        return self._pronominals.name_of(token, block)

    def resolve(self, found: Found) -> Speaker | None:
        """The speaker of this attribution, null for narration, and where it names none ("is expected to", "reportedly", "not everyone")."""
        if found.frame == "narration" or (found.source is None and found.frame not in {"carried", "quote"}):
            return None
        if found.source is not None and (is_nobody(found.source) or is_told(found.source, found.verb)):
            return None
        if found.answers is not None:
            speaker = implied(self._heard.by_name[found.answers])
        elif found.source is None:
            speaker = self._carried(found)
        else:
            speaker = self._meant_by(found, found.source)
            speaker = self._within(found, found.source, speaker) if found.within else speaker
        if found.source is not None:
            self._heard.told(found, found.source, speaker)
        if not found.within:
            self._heard.remember(found, speaker)
        return speaker

    def _meant_by(self, found: Found, source: Source) -> Speaker:
        """Whom the words mean that name a source: for all that they say the same one, "adding" what they did not need to say by name."""
        place = source.block.offsets(source.first, source.last)
        if place not in self._told:
            self._told[place] = self._of(source, found.content)
        return self._told[place]

    def _within(self, found: Found, source: Source, speaker: Speaker) -> Speaker:
        """Whom somebody means in his quotation: "they" are known to his hearers, and he himself would be "I"."""
        if speaker.resolved_by not in {"pronoun", "nominal"} or speaker.mention is None:
            return speaker
        teller = next((t.speaker for t in reversed(self._heard.turns[-6:]) if t.start <= found.start < t.end), None)
        known = speaker.resolved_by == "nominal" or source.head.lower_ in {"he", "she"}
        if not known or teller is None or teller.name == speaker.name:
            return unresolved([], speaker.mention)
        return speaker

    def _of(self, source: Source, content: list[tuple[int, int]]) -> Speaker:
        phrase = read_source(source, self._heard.people)
        block = source.block
        if phrase.kind == "pronoun":
            return self._pronominals.speaker(phrase.head, block, content)
        if phrase.kind == "relative":
            return self._relative(phrase, block)
        if phrase.kind == "names":
            return self._several(phrase, block)
        if phrase.kind == "name":
            return self._named(phrase, block)
        named = phrase.head.pos_ == "PROPN" and not (phrase.head.is_lower and noun_kind(phrase.head) == "person")  # "the | minister |"
        capital = (named or self._is_known(phrase)) and not _is_party(phrase.head) and not holds_office(phrase.head)
        capital = capital and not is_compatriot(phrase.first, phrase.head) and not _is_one_of_many(phrase)
        if self._heard.people.is_heading(block) or (capital and not phrase.coordinated and owner_of(phrase) is None):
            return self._unlisted(phrase, block)
        return self._descriptions.speaker(phrase, block, content)

    def _is_known(self, phrase: Phrase) -> bool:
        """Whether a single word that the tagger takes for an adverb or the like is a name elsewhere: "| Noordhaven | plans to"."""
        word = phrase.head
        alone = phrase.first is word and phrase.last is word and word.text.istitle()
        known = word.pos_ in {"ADV", "ADJ", "X", "VERB", "INTJ"} and self._heard.people.lookup(word.text) is not None
        return alone and known

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
        if (owned := self._owned(mention, bearer, block)) is not None:
            self._heard.call(bearer, owned)
            return by_name(bearer, phrase.head, span, 0.9, full=True)
        full = bearer.name == mention.words
        rest = round((1.0 - identity.score) / max(1, len(identity.rivals)), 2)
        rivals = () if full else tuple(Candidate(name=b.name, score=rest) for b in identity.rivals[:3])
        return by_name(bearer, phrase.head, span, 1.0 if full else identity.score, full=full, candidates=rivals)

    def _owned(self, mention: Mention, bearer: Bearer, block: Block) -> str | None:
        """A body that many have, with whose it is: "Tarn's Foreign Ministry" for "its Foreign Ministry", which stays so where the pronoun
        may mean several; null for a body with a name of its own.
        """
        doc, owner, behind = mention.first.doc, child(mention.head, "poss"), mention.last.i + 1
        if owner is None or bearer.personal or not all(t.lower_ in _OFFICES for t in doc[_behind_owner(mention).i : behind]):
            return None
        if behind < len(doc) and doc[behind].lower_ in {"of", "for"}:
            return None
        words = text_of(_behind_owner(mention), mention.last)
        if owner.lower_ in {"its", "their"}:
            answer = self._heard.discourse.answer(owner, block)
            meant = answer[0][0] if is_sure(answer) and answer[0][0] is not bearer else None
            unclear = meant is None or meant.described or meant.kind in {"other", "group"}
            return f"{owner.text} {words}" if meant is None or unclear else owned_by(meant.name, words)
        named = self._heard.people.at(owner)
        return None if named is None else owned_by(named[0].words if named[1].bearer is None else named[1].bearer.name, words)

    def _several(self, phrase: Phrase, block: Block) -> Speaker:
        """As in "Cruz and Rubio" by their full names."""
        names = [identity.bearer.name if identity.bearer is not None else mention.words for mention, identity in phrase.names]
        name, span = ", ".join(names[:-1]) + f" and {names[-1]}", block.span(phrase.first, phrase.last)
        full = all(mention.words == name for (mention, _), name in zip(phrase.names, names, strict=True))
        return Speaker(name=name, kind="group", mention=span, resolved_by="named" if full else "alias", score=0.9)

    def _unlisted(self, phrase: Phrase, block: Block) -> Speaker:
        """Capitalised words that the tagger did not list, a headline's mostly: a known name, or themselves."""
        words = text_of(phrase.first, phrase.last)
        span = block.span(phrase.first, phrase.last)
        kept = words.split()
        while len(kept) > 1 and kept[0].lower() in speaker_words("titles") | {"the"}:
            kept = kept[1:]
        identity = self._heard.people.lookup(" ".join(kept), words.split()[0].lower()) or self._heard.people.lookup(phrase.head.text)
        bearer = identity.bearer if identity is not None else None
        if identity is None or bearer is None or (bearer.kind == "person" and len(kept) > 3):
            if phrase.head.pos_ != "PROPN":
                return self._descriptions.speaker(phrase, block)
            kind = _KINDS.get(phrase.head.ent_type_, "unknown")
            return Speaker(name=words, kind=kind, mention=span, resolved_by="named", score=0.8)
        full = bearer.name == " ".join(kept)
        return by_name(bearer, phrase.head, span, 1.0 if full else identity.score, full=full)

    def _relative(self, phrase: Phrase, block: Block) -> Speaker:
        """As in "Mills, who said ...": whoever the relative pronoun stands for."""
        head = antecedent_of(phrase.head, self._heard.people)
        span = block.span(phrase.first, phrase.last)
        if head.i == phrase.head.i:  # "That irritates them" stands for itself; a "whose" names nobody
            return unresolved([], span) if head.lower_ == "that" else unnamed()
        found = self._heard.people.at(head)
        others = [other for t in head.conjuncts if head.i < t.i < phrase.head.i and (other := self._heard.people.at(t)) is not None]
        if found is not None and others and phrase.head.head.tag_ == "VBP":  # "Cruz and Rubio, who say"
            speaker = self._several(Phrase("names", phrase.first, phrase.last, head, (found, *others)), block)
        elif found is not None:
            inner = Phrase("name", found[0].first, found[0].last, found[0].head, (found,))
            speaker = self._named(inner, block)
        else:
            first, last = phrase_of(head)
            source = Source(block, head, first, last if last.i < phrase.head.i else head)
            speaker = self._of(source, [])
        if speaker.resolved_by == "unresolved":
            return speaker.model_copy(update={"mention": span})
        if (theirs := belonging_to(phrase.head)) is not None:  # "Mills, whose lawyer said ..."
            kind, whole = noun_kind(theirs), block.span(phrase.first, theirs)
            name = owned_name(speaker.name, phrase.first, theirs)
            return Speaker(name=name, kind=kind, mention=whole, resolved_by="nominal", score=round(min(0.9, speaker.score), 2))
        return speaker.model_copy(update={"mention": span, "resolved_by": "pronoun", "score": round(min(0.95, speaker.score), 2)})

    def _carried(self, found: Found) -> Speaker:
        """A quotation with no source beside it: the subject of the sentence before it, the speaker who goes on, or the other of two; for
        what opens its paragraph, whoever spoke right before; nobody for what is set off: it is as likely by whom the article has not named.
        """
        if found.orphaned:
            return unnamed()
        place = found.content[0][0]
        paragraph = self._heard.people.paragraph_at(place)
        self._heard.discourse.advance(place - 1)
        turns = [t for t in self._heard.turns[-8:] if t.start < place]
        last = turns[-1] if turns else None
        if found.opening and (last is None or last.paragraph + 1 != paragraph or not _leads_up_to(last, found)):
            return unnamed()
        meant, somebody = self._heard.discourse.mind.subject_before(paragraph, place)
        if meant is not None and (last is None or last.paragraph != paragraph or meant.name != last.speaker.name):
            return implied(meant)
        if last is None or (somebody and meant is None):
            return unnamed()
        other = other_of_two(turns, paragraph, asks=asks(found))
        if other is not None:
            rival = Candidate(name=last.speaker.name, score=0.35)
            return other.model_copy(update={"mention": None, "resolved_by": "carried", "score": 0.65, "candidates": (rival,)})
        return last.speaker.model_copy(update={"mention": None, "resolved_by": "carried", "score": 0.6, "candidates": ()})


def _leads_up_to(turn: Turn, found: Found) -> bool:
    """Whether a turn of one who speaks with one voice is the last sentence before a quotation: "Quill praised it.¶ | “We need it.” |"."""
    return (
        turn.speaker.kind not in {"group", "document", "unknown"}
        and _NEXT_SENTENCE.search(found.block.text, turn.end, found.content[0][0]) is None
    )


_NEXT_SENTENCE = re.compile(r"[.!?][\"”’']*\s+[\"“‘']?\w")


def _behind_owner(mention: Mention) -> Token:
    """The first word of a name behind whose it is, where the tagger lost it: "Tarn's | Foreign | Ministry"."""
    first = mention.first
    while first.i and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).head is mention.head and first.nbor(-1).dep_ == "compound":
        first = first.nbor(-1)
    return first


def _is_one_of_many(phrase: Phrase) -> bool:
    """Whether it is somebody of a people or party whom nobody names: "a Belgian", "one senior Tory"."""
    one = phrase.first is not phrase.head and phrase.first.lower_ in {"a", "an", "one", "another"}
    return one and phrase.head.ent_type_ in {"NORP", ""}


def _is_party(head: Token) -> bool:
    """Whether a capitalised word says what somebody is: "many Republicans", "the Texas Democrat"."""
    parties = {"republican", "democrat", "conservative", "liberal", "socialist", "libertarian"}
    return head.tag_ == "NNPS" or head.lower_ in parties
