"""What the words of a source are: a pronoun, a name with or without its description, several names, a description, a relative pronoun.

The span may be cut anywhere: at the bare name, or round the whole phrase with title, apposition and relative clause; the parse of
such a span is not trusted alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcards.engines.local.found import Source
from factcards.engines.local.parsing.grammar import CLOSING, SUBJECTS
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.apposed import behind_office, leading, named_by
from factcards.engines.local.speakers.bearers import Identity
from factcards.engines.local.speakers.naming import POSSESSIVE, Mention, is_postnominal
from factcards.engines.local.speakers.nominals import is_plural
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.phrases import Phrase, description
from factcards.engines.local.speakers.pronouns import PRONOUNS
from factcards.engines.local.speakers.relatives import COUNTS
from factcards.lexicon import speaker_words

__all__ = ["is_nobody", "is_told", "is_topic", "read_source"]


_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})


_ARTICLES = frozenset({"a", "an", "the", "one", "another", "this", "that"})
_LINKS = frozenset({",", "and", "or", "&", "the", "both", "with"})


def read_source(source: Source, people: People) -> Phrase:
    """What the words of a source are."""
    words = _trimmed(_without_lead([t for t in source.head.doc[source.first.i : source.last.i + 1] if not t.is_space]))
    if not words:
        return Phrase("description", source.first, source.last, source.head)
    first = words[0]
    if first.lower_ in PRONOUNS and len(words) == 1:
        return Phrase("pronoun", first, first, first)
    if first.lower_ in _RELATIVE and (len(words) == 1 or first.lower_ in {"who", "whom", "whose", "which"}):
        return Phrase("relative", first, first, first)
    head = _head(source, words)
    if head.tag_ == "PRP" and head.dep_ in SUBJECTS and head is words[-1]:  # "When I met her | she | said it": nothing stands before it
        return Phrase("pronoun", head, head, head)
    if (borne := _borne(words, people)) is not None:
        return Phrase("description", first, borne, borne)
    several = _several(head, words, people) or _listed(head, words, people)
    if several:
        return Phrase("names", words[0], words[-1], head, several)
    if not _is_joined(head, words, people):
        named = named_by(head, words, people) or leading(words, people) or behind_office(head, words, people)
    else:
        named = None
    if named is not None:
        mention = named[0]
        return Phrase("name", mention.first, mention.last, mention.head, (named,))
    return description(head, words)


def is_nobody(source: Source) -> bool:
    """Whether the words say that nobody, or not everybody, does it: they name no source."""
    first = source.first.lower_
    if first in {"nobody", "no-one", "none"} or (first == "neither" and source.head.pos_ == "NOUN"):
        return True
    behind = source.first.nbor(1).lower_ if source.first.i < source.last.i else ""
    return (first == "no" and behind == "one") or (first == "not" and behind in {"everyone", "everybody", "all", "many"})


def is_topic(source: Source) -> bool:
    """Whether something that happens stands before a headline's colon: "| Storm Ada |: thousands without power", "| World Cup |: ..."."""
    first, last = source.first, source.last
    if not first.is_sent_start or last.i + 1 >= len(last.doc) or last.nbor(1).text != ":":
        return False
    named = first.lower_ in speaker_words("storms") and first.i < last.i and last.is_title  # "Storm Ada", not "Ada Storm"
    return named or last.lower_ in speaker_words("happenings")


def is_told(source: Source, verb: Token | None) -> bool:
    """Whether the words name who hears it and not who says it: "Quill was told that ...", "The court heard that ..."."""
    if verb is None:
        return False
    if verb.lemma_ == "hear":
        return source.head.lemma_.lower() in speaker_words("courts")
    if verb.tag_ != "VBN" or verb.lemma_ not in {"tell", "inform", "notify", "remind"}:
        return False
    return source.head.dep_ == "nsubjpass" and source.head.head.i == verb.i


def _without_lead(words: list[Token]) -> list[Token]:
    """From the subject on, behind a clause for which the parser takes it: "Opening the hearing, | the chair, Ada Quill"."""
    first = words[0] if words else None
    if first is None or first.tag_ != "VBG" or not first.is_sent_start or first.dep_ not in SUBJECTS:
        return words
    comma = next((at for at, t in enumerate(words) if t.text == ","), len(words))
    behind = words[comma + 1 :]
    return behind if behind and behind[0].pos_ in {"DET", "PROPN", "PRON", "NOUN", "ADJ"} else words


_DASHES = frozenset({"-", "–", "—", "--"})


def _trimmed(words: list[Token]) -> list[Token]:
    while words and (words[-1].is_punct or words[-1].text in POSSESSIVE) and words[-1].text not in CLOSING:
        words = words[:-1]
    while words and words[0].is_punct:
        words = words[1:]
    opened = next((at for at, t in enumerate(words) if t.text == "("), 0)
    if opened and all(t.text != ")" for t in words[opened:]):  # "the River Agency | (RHA"
        words = words[:opened]
    aside = next((at for at, t in enumerate(words[1:], 1) if t.text in _DASHES and at + 1 < len(words) and words[at + 1].tag_ == "WP"), 0)
    if aside:  # "his manager | - who was firm on it -"
        words = words[:aside]
    described = bool(words) and words[0].lower_ in _ARTICLES  # "a Labour | MP"
    if len(words) > 1 and is_postnominal(words[-1]) and words[-2].pos_ == "PROPN" and not described:
        words = words[:-1]
    return words


def _borne(words: Sequence[Token], people: People) -> Token | None:
    """The small word behind a place's name that ends a phrase with an article, whatever the parser makes of it: "the Japan | forward"."""
    found, last = people.at(words[1]) if len(words) > 1 else None, words[-1]
    if found is None or words[0].lower_ not in {"the", "a", "an"} or not 0 < last.i - found[0].last.i <= _POSITION:
        return None
    if not all(word.is_alpha and word.is_lower for word in last.doc[found[0].last.i + 1 : last.i + 1]):
        return None
    kind = found[1].bearer.kind if found[1].bearer is not None else found[0].label
    return last if kind in {"place", "group"} and last.pos_ in {"ADV", "ADJ", "NOUN"} else None


_POSITION = 2
"""Small words of a player's position, at most: "right back"."""


def _head(source: Source, words: Sequence[Token]) -> Token:
    """The word by which the span hangs in the parse: a noun where there is one."""
    inside = {t.i for t in words}
    roots = [t for t in words if t.head.i not in inside or t.head.i == t.i]
    nominal = [t for t in roots if t.pos_ in {"NOUN", "PROPN", "PRON"}] or [t for t in roots if t.pos_ in {"NUM", "ADJ", "DET"}]
    if source.head in nominal:
        return source.head
    if nominal:
        named = next((c for c in nominal[0].rights if c.dep_ == "appos" and c.left_edge.i == nominal[0].i + 1), None)
        joined = named is not None and named.pos_ == "PROPN" and any(c.dep_ == "conj" for c in named.rights)
        return named if named is not None and joined else nominal[0]  # "both President | Cruz | and his rival"
    subjects = [t for t in words if t.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj"}]
    return subjects[0] if subjects else source.head


def _is_joined(head: Token, words: Sequence[Token], people: People) -> bool:
    """Whether something that is no list of names is coordinated with the head: "Cruz and his aides"."""
    own = people.at(head)
    joined = [c for c in head.children if c.dep_ == "conj" and head.i < c.i <= words[-1].i]
    joined = [c for c in joined if own is None or not own[0].first.i <= c.i <= own[0].last.i]  # "Tarn and Vale Council"
    return any(c.dep_ == "cc" for c in head.children) and any(c.pos_ in {"NOUN", "PROPN"} for c in joined)


def _several(head: Token, words: Sequence[Token], people: People) -> tuple[tuple[Mention, Identity], ...]:
    """Names that are coordinated, as in "Cruz and Rubio", and nothing else."""
    inside = {t.i for t in words}
    found = people.at(head)
    if found is None:
        return ()
    chain = [t for t in head.conjuncts if t.i in inside and t.i > head.i]
    parts = [found, *(part for t in chain if (part := people.at(t)) is not None)]
    distinct = tuple({id(part[0]): part for part in parts}.values())
    if len(distinct) < 2 or len(parts) != len(chain) + 1:
        return ()
    named = {i for mention, _ in distinct for i in range(mention.first.i, mention.last.i + 1)}
    further = [t for t in words if t.i not in named and t.i < distinct[-1][0].last.i and t.lower_ not in _LINKS]
    people_only = all(identity.bearer is not None and identity.bearer.personal for _, identity in distinct)
    if further and not (people_only and all(t.pos_ in {"PROPN", "ADJ"} or t.lower_ in speaker_words("titles") for t in further)):
        return ()  # "Cruz and his aides", "feminists and establishment Democrats"
    return distinct


def _listed(head: Token, words: Sequence[Token], people: People) -> tuple[tuple[Mention, Identity], ...]:
    """As in "contenders Hillary Clinton and Bernie Sanders": a plural with its names right behind it."""
    behind = [t for t in words if t.i > head.i]
    several = is_plural(head) or head.lower_ in COUNTS - {"one"}
    comma = next((t.i for t in behind if t.text in {",", "—", "–", ":"}), None)
    if not several or not behind or (people.at(behind[0]) is None and (comma is None or people.at(head.doc[comma + 1]) is None)):
        return ()
    behind = behind if people.at(behind[0]) is not None else [t for t in behind if comma is not None and t.i > comma]
    found = [f for t in behind if (f := people.at(t)) is not None and f[0].first.i == t.i]
    personal = [f for f in found if f[1].bearer is not None and f[1].bearer.personal]
    return tuple(personal) if len(personal) > 1 and found[0] in personal else ()
