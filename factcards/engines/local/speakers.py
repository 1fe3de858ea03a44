"""Who a source is: the full name behind a surname, a pronoun or "the minister", with the rivals and how sure it is.

A wrong name is worse than "unresolved": where two candidates are about as likely, the mention's own words stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcards.cards import Candidate, Speaker, SpeakerKind
from factcards.engines.local.found import Found, Source
from factcards.engines.local.grammar import child
from factcards.engines.local.people import Bearer, Gender, People, noun_kind
from factcards.lexicon import speaker_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Resolver"]

SURE = 0.6
"""Share of the candidates' weight that the best one needs. Below it (two people about as near) the pronoun stays a pronoun."""
FAR = 1_800
"""Code points behind which a name is no candidate for a pronoun any more: some three paragraphs of news."""
_GENDERS: dict[str, Gender] = {"he": "male", "him": "male", "she": "female", "her": "female"}
_MENTION_KINDS: dict[str, SpeakerKind] = {"place": "government", "other": "unknown"}


class Resolver:
    """Resolves the sources of one article, in text order: each answer is a candidate for the next pronoun."""

    def __init__(self, people: People) -> None:
        """Nobody has spoken yet."""
        self._people = people
        self._spoken: list[tuple[int, Speaker]] = []

    def resolve(self, found: Found) -> Speaker | None:
        """The speaker of this attribution, null for narration."""
        if found.frame == "narration":
            return None
        speaker = self._carried() if found.frame == "carried" or found.source is None else self._of(found.source)
        if speaker.resolved_by != "unresolved":
            self._spoken.append((found.start, speaker))
        return speaker

    def name_of_pronoun(self, token: Token, source: Source) -> Speaker:
        """Who a personal pronoun means, wherever it stands."""
        return self._pronoun(token, source)

    def _carried(self) -> Speaker:
        if not self._spoken:
            return Speaker(name="unnamed speaker", kind="unknown", resolved_by="unresolved", score=0.0)
        last = self._spoken[-1][1]
        return last.model_copy(update={"mention": None, "resolved_by": "carried", "score": 0.6, "candidates": ()})

    def _of(self, source: Source) -> Speaker:
        head = source.head
        if head.lower_ in {"he", "she", "i", "we", "they", "it"}:
            return self._pronoun(head, source)
        if head.pos_ == "PROPN" or head.ent_type_ == "PERSON":
            return self._named(source)
        return self._nominal(source)

    def _named(self, source: Source) -> Speaker:
        titled = source
        while source.first.i < source.head.i and source.first.text.islower():
            source = Source(source.block, source.head, source.first.nbor(1), source.last)  # "engineer Bo Tull" is called Bo Tull
        role = " ".join(titled.block.doc[titled.first.i : source.first.i].text.split()) or None
        words = " ".join(source.block.doc.text[source.first.idx : source.last.idx + len(source.last.text)].split())
        mention = source.block.span(source.first, source.last)
        bearer = self._people.lookup(words) or self._people.lookup(source.head.text)
        if bearer is None:
            return Speaker(name=words, role=role, kind=_kind_of_name(source.head), mention=mention, resolved_by="named", score=0.9)
        full = bearer.name in words or words == bearer.name
        return Speaker(
            name=bearer.name,
            role=bearer.role or role,
            kind=_speaks_as(bearer, source.head),
            mention=mention,
            resolved_by="named" if full else "alias",
            score=1.0 if full else 0.95,
        )

    def _nominal(self, source: Source) -> Speaker:
        """A common noun: one bearer whose role has that word, else the words themselves as a source of their kind."""
        named = apposed_name(source)
        if named is not None:
            return self._described(source, named)
        mention = source.block.span(source.first, source.last)
        lemma = source.head.lemma_.lower()
        definite = source.first.lower_ in {"the", "this", "that"} and source.head.tag_ == "NN"
        if definite and source.last.i - source.first.i <= 3:
            fitting = [b for b in self._people.bearers if b.role and lemma in b.role.lower().split() and _before(b, source.start)]
            if len(fitting) == 1:
                bearer = fitting[0]
                return Speaker(
                    name=bearer.name,
                    role=bearer.role,
                    kind=_speaks_as(bearer, source.head),
                    mention=mention,
                    resolved_by="nominal",
                    score=0.85,
                )
        kind = noun_kind(source.head)
        words = " ".join(mention.quote.split())
        return Speaker(name=words, kind=kind, mention=mention, resolved_by="named", score=0.9 if kind != "unknown" else 0.7)

    def _described(self, source: Source, name: Source) -> Speaker:
        """A name in apposition to a description ("the museum's director, Auberon Tate,"): the name speaks, the description is its role."""
        words = [t for t in source.head.doc[source.first.i : source.last.i + 1] if t.i < name.first.i]
        while words and (words[-1].is_punct or words[-1].is_space):
            words.pop()
        while words and words[0].lower_ in {"the", "a", "an", "its", "his", "her", "their"}:
            words.pop(0)
        role = " ".join(words[0].doc.text[words[0].idx : words[-1].idx + len(words[-1].text)].split()) if words else None
        bearer = self._people.lookup(" ".join(name.block.span(name.first, name.last).quote.split()))
        kind = noun_kind(source.head)
        if bearer is not None:
            bearer.role = bearer.role or role
            bearer.kind = "person" if kind in {"person", "unknown", "anonymous"} else kind
        speaker = self._named(name)
        return speaker.model_copy(update={"role": speaker.role or role, "kind": bearer.kind if bearer is not None else speaker.kind})

    def _pronoun(self, head: Token, source: Source) -> Speaker:
        mention = source.block.span(source.first, source.last)
        if head.lower_ in {"i", "we"}:
            return Speaker(name=mention.quote, kind="unknown", mention=mention, resolved_by="unresolved", score=0.0)
        ranked = self._candidates(head, source)
        candidates = tuple(Candidate(name=name, score=round(weight, 2)) for name, weight, _ in ranked)
        if not ranked or ranked[0][1] < SURE:
            kind: SpeakerKind = "group" if head.lower_ == "they" else "unknown"
            return Speaker(name=mention.quote, kind=kind, mention=mention, resolved_by="unresolved", score=0.0, candidates=candidates[:4])
        name, weight, known = ranked[0]
        if isinstance(known, Bearer):
            known.gender = known.gender or _GENDERS.get(head.lower_)
            role, kind = known.role, _speaks_as(known, head)
        else:
            role, kind = known.role, known.kind
        return Speaker(
            name=name,
            role=role,
            kind=kind,
            mention=mention,
            resolved_by="pronoun",
            score=round(weight, 2),
            candidates=candidates[1:4],
        )

    def _candidates(self, head: Token, source: Source) -> list[tuple[str, float, Bearer | Speaker]]:
        """Names with their share of the weight, best first: by nearness, by being a subject, by having spoken last."""
        weights: dict[str, float] = {}
        known: dict[str, Bearer | Speaker] = {}
        wanted = _GENDERS.get(head.lower_)
        latest = -1
        for bearer in self._people.bearers:
            if not _fits(bearer, head.lower_, wanted):
                continue
            near = [(place, subject) for place, subject in bearer.mentions if source.start - FAR <= place < source.start]
            if near:
                place, subject = near[-1]
                latest = max(latest, place) if subject else latest
                subject = subject or any(s for p, s in near if place - p < 250)
                weights[bearer.name] = _nearness(source.start - place) * (2.2 if subject else 1.0)
                known[bearer.name] = bearer
        for name, found in known.items():  # who was the subject last is most often meant (Hobbs 1978)
            if isinstance(found, Bearer) and (latest, True) in found.mentions:
                weights[name] *= 1.6
        telling = _teller(head)
        if telling is not None and wanted is not None:
            bearer = self._people.lookup(telling) or Bearer(telling, "person")
            if bearer.gender in {None, wanted}:
                weights[bearer.name] = 6.0 * max(1.0, sum(weights.values()))
                known[bearer.name] = bearer
        recent = [(place, speaker) for place, speaker in self._spoken if source.start - FAR <= place < source.start]
        for age, (place, speaker) in enumerate(reversed(recent[-3:])):
            if speaker.name in weights:
                weights[speaker.name] *= 2.0 if age == 0 else 1.3
            elif (
                wanted is not None
                and speaker.kind in {"person", "unknown"}
                and speaker.resolved_by == "named"
                and _is_full_name(speaker.name)
            ):
                weights[speaker.name] = _nearness(source.start - place) * 4.4
                known[speaker.name] = speaker
            elif head.lower_ in {"they", "it"} and speaker.kind in {
                "group",
                "anonymous",
                "organization",
                "government",
                "document",
            }:
                weights[speaker.name] = _nearness(source.start - place) * 2.0
                known[speaker.name] = speaker
        total = sum(weights.values())
        ranked = sorted(weights, key=lambda name: (-weights[name], name))
        return [(name, weights[name] / total, known[name]) for name in ranked]


def apposed_name(source: Source) -> Source | None:
    """The name that stands in apposition right behind a description: with a comma a person's, without one anybody's."""
    doc = source.head.doc
    beside = source.head.i + 1
    if beside < len(doc) and doc[beside].pos_ == "PROPN" and doc[beside].sent == source.head.sent:  # "the company Keld Lines"
        last = doc[beside]
        while last.i + 1 < len(doc) and last.nbor(1).pos_ == "PROPN":
            last = last.nbor(1)
        if any(t.dep_ == "appos" and t.head == source.head for t in doc[beside : last.i + 1]):
            return Source(source.block, last, doc[beside], last)
    at = next((t.i for t in doc[source.head.i + 1 : source.head.i + 12] if t.text == ","), None)
    inside = doc[source.first.i : source.last.i + 1]
    while at is not None and at + 1 < len(doc):
        first = doc[at + 1]
        last = first
        while last.i + 1 < len(doc) and last.nbor(1).pos_ == "PROPN" and last.nbor(1).sent == first.sent:
            last = last.nbor(1)
        closed = last.i + 1 == len(doc) or last.nbor(1).text in {",", ".", ";", "—", "–"} or last in inside
        of_person = noun_kind(source.head) == "person" or source.head.lemma_.lower() in speaker_words("titles")
        person = (of_person or "PERSON" in {t.ent_type_ for t in doc[first.i : last.i + 1]}) and first.pos_ == "PROPN" and last.i > first.i
        tied = first.i <= source.last.i or any(
            t.dep_ == "appos" and source.first.i <= t.head.i <= source.head.i for t in doc[first.i : last.i + 1]
        )
        if person and closed and tied:
            return Source(source.block, last, first, last)
        at = next((t.i for t in doc[at + 1 : source.last.i + 1] if t.text == ","), None)
    return None


def _teller(pronoun: Token) -> str | None:
    """Who is said to say what the pronoun's clause says, where that is a name: in "Quill said she hoped", she is Quill."""
    verb = pronoun.head
    if verb.dep_ != "ccomp" or verb.head is verb:
        return None
    subject = child(verb.head, "nsubj")
    if subject is None or subject.pos_ != "PROPN" or subject.i > pronoun.i:
        return None
    return subject.text


def _is_full_name(words: str) -> bool:
    return sum(word[:1].isupper() and word[1:].islower() for word in words.split()) >= 2


def _nearness(distance: int) -> float:
    return 1.0 / (1.0 + distance / 200.0)


def _before(bearer: Bearer, place: int) -> bool:
    return bool(bearer.mentions) and bearer.mentions[0][0] < place


def _fits(bearer: Bearer, pronoun: str, wanted: Gender | None) -> bool:
    if pronoun in {"he", "she"}:
        return bearer.kind == "person" and (bearer.gender is None or bearer.gender == wanted)
    if pronoun == "it":
        return bearer.kind in {"organization", "document"}
    return bearer.kind == "group"


def _speaks_as(bearer: Bearer, head: Token) -> SpeakerKind:
    if bearer.role and any(word in speaker_words("titles") for word in bearer.role.lower().split()):
        return "person"
    if bearer.kind in {"place", "other"}:
        return _MENTION_KINDS[bearer.kind] if head.ent_type_ != "PERSON" else "person"
    return bearer.kind  # type: ignore[return-value]


def _kind_of_name(head: Token) -> SpeakerKind:
    by_label: dict[str, SpeakerKind] = {"PERSON": "person", "ORG": "organization", "GPE": "government", "NORP": "group"}
    return by_label.get(head.ent_type_, "unknown")
