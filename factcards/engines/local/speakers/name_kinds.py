"""What a name names: somebody, a body of people, a place, a thing or nothing, weighed over all its mentions.

The small tagger calls clubs and explosives persons and footballers companies. What tells them apart is a matter of degree: how often the
tagger says so, the words beside (`kinds`), where in the sentence it stands, what else has these words, whether they are words at all. Their
weights are learned (`names.toml`, by `training/names.py`): a log-linear model over the five kinds.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Literal

from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.name_classes import name_class
from factcards.engines.local.parsing.word_classes import UNKNOWN, is_person, noun_sense
from factcards.engines.local.speakers.naming import POSSESSIVE, Mention, is_first_name
from factcards.lexicon import name_weights, speaker_words, speech_verbs

__all__ = ["KINDS", "Features", "NameKind", "Relatives", "features", "likely_kinds"]

NameKind = Literal["person", "body", "place", "thing", "none"]
KINDS: tuple[NameKind, ...] = ("person", "body", "place", "thing", "none")
"""Somebody; a company, party, club, government, people; a place; a product, show, event, law; an ordinary word or half of a name."""
Features = dict[str, float]
"""Name of a feature -> its value: a share of the mentions, or 1."""
Relatives = Mapping[str, Sequence[Sequence[Mention]]]
"""How a name's words stand in other names ("end of", "start of", "has end", "has start") -> the mentions of each of these."""
LOOKED_AT = 12
"""Mentions of a name that are looked at: the first ones tell."""
MANY = 24
"""Votes of the words beside a name that are counted, at most."""
_PREPOSITIONS = frozenset({"in", "at", "from", "to", "of", "by", "with", "near"})


def likely_kinds(found: Features) -> dict[NameKind, float]:
    """How likely each kind is, by a name's features."""
    table = name_weights()
    person = body = place = thing = none = 0.0  # one by one: every name of every article is asked
    for name, value in found.items():
        weights = table.get(name)
        if weights is not None:
            person += value * weights[0]
            body += value * weights[1]
            place += value * weights[2]
            thing += value * weights[3]
            none += value * weights[4]
    scores = (person, body, place, thing, none)
    most = max(scores)
    exped = [math.exp(score - most) for score in scores]
    total = sum(exped)
    return {kind: e / total for kind, e in zip(KINDS, exped, strict=True)}


def features(
    words: Sequence[str], mentions: Sequence[Mention], votes: Mapping[str, int], relatives: Relatives, small: Collection[str]
) -> Features:
    """What tells of what kind a name is.

    Args:
        words: The name's words.
        mentions: Its mentions, in text order.
        votes: What the words beside them say that it is (`kinds_beside`), summed up.
        relatives: The names that share its words.
        small: The words that the article writes with small letters.
    """
    looked_at = mentions[:LOOKED_AT]
    found: Features = {"": 1.0, "mentions": math.log(len(mentions)), "once": float(len(mentions) == 1)}
    found |= dict.fromkeys((*_of_words(words), *_of_likes(words, small)), 1.0) | _of_use(words)
    for mention in looked_at:
        for name in _of_mention(mention):
            found[name] = found.get(name, 0.0) + 1 / len(looked_at)
    if "first name and another" in found:
        found["first name and another, tagged: person"] = found.get("tagged: person", 0.0)
    found |= dict.fromkeys({f"ever: {told}" for mention in looked_at for told in _of_clause(mention)}, 1.0)
    for voted, count in votes.items():
        found |= {f"votes: {voted}": float(min(count, MANY)), f"any votes: {voted}": 1.0}
    for way, others in relatives.items():
        found |= _of_relatives(way, others)
    return found


def _of_words(words: Sequence[str]) -> Iterable[str]:
    """By the words' number, letters and marks."""
    letters = "".join(words)
    yield f"words: {min(len(words), 3)}"
    if len(letters) > 1 and letters.isupper():
        yield "capitals"
    if any(letter.isdigit() for letter in letters):
        yield "figures"
    if letters[0] == "-" or letters[-1] == "-":
        yield "cut at a hyphen"
    if any(word.islower() for word in words):
        yield "small inside"
    if letters[-1] == "s":
        yield "ends in s" if len(words) == 1 else "last ends in s"
    if len(letters) < 4:
        yield "short"


def _of_likes(words: Sequence[str], small: Collection[str]) -> Iterable[str]:
    """By what else has such words: a first name, an ordinary word, the last one of a body's name."""
    low = [word.lower() for word in words]
    one, last = len(words) == 1, low[-1]
    if is_first_name(words[0]):
        yield "first name alone" if one else "first name and another" if len(words) < 4 else "first name and more"
    if last in speaker_words("name_ends"):
        yield "ends as a body"
    if last in speaker_words("trades", "trading", "builders"):
        yield "ends as a firm"
    if not speaker_words("titles").isdisjoint(low):
        yield "has a title's word"
    if not speaker_words("person").isdisjoint(low):
        yield "has a person's word"
    if one and (last in speaker_words("demonyms") or last.endswith(("ish", "ese"))):
        yield "of a people"
    yield f"sense: {noun_sense(last)}"
    if last in small:
        yield "small elsewhere" if one else "last small elsewhere"


def _of_use(words: Sequence[str]) -> Features:
    """By how its words are used in names at large: where others stand that are somebody's, by their clusters, the less the rarer they
    are; whether they are rare, or ordinary words. A first name is one whatever its cluster.
    """
    one, last, first = len(words) == 1, name_class(words[-1]), name_class(words[0])
    found = {"used small": last.small, "rare": last.rare}
    found |= dict.fromkeys((f"{'alone' if one else 'last'} in {branch}" for branch in {last.branch[:6], last.branch}), 1.0 - last.rare)
    if not one and not is_first_name(words[0]):
        found |= {f"first in {first.branch[:6]}": 1.0 - first.rare, f"first sense: {noun_sense(words[0].lower())}": 1.0}
    if not one:
        found["words only"] = float(all(noun_sense(word.lower()) != UNKNOWN for word in words))
    return found


def _of_mention(mention: Mention) -> Iterable[str]:
    """By the place of one mention: the tagger's label, the edge of the parse, the words before and behind."""
    first, last, head = mention.first, mention.last, mention.head
    yield f"tagged: {mention.label}"
    yield f"edge: {head.dep_}"
    if first.is_sent_start:
        yield "opens a sentence"
    if mention.title:
        yield "titled"
    if head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ in speech_verbs():
        yield "says"
    if first.i:
        yield from _before(first.nbor(-1).lower_, first.nbor(-1).pos_)
        if first.nbor(-1).pos_ == "NOUN" and not first.is_sent_start:
            lemma = first.nbor(-1).lemma_.lower()
            human = (is_person(lemma) or lemma in speaker_words("person")) and lemma not in speaker_words("either")
            yield "behind a person's noun" if human else "behind a noun"
    doc, at = last.doc, last.i + 1
    if at < len(doc):
        yield from _behind(doc[at].lower_, doc[at].pos_)
        if doc[at].text == "," and at + 1 < len(doc):
            yield from _behind_comma(doc[at + 1].lower_, doc[at + 1].pos_)


def _of_clause(mention: Mention) -> Iterable[str]:
    """By what one clause tells, however rarely it is told: whom the pronoun behind means, how the verb agrees, who speaks in what is said:
    "Tarn said | he | would", "Marsh | have | signed him. | They |", "“| I | was ill,” said Quill".
    """
    doc, head, verb, behind = mention.last.doc, mention.head, mention.head.head, mention.last.i + 1
    subject, end = head.dep_ in {"nsubj", "nsubjpass"}, head.sent.end
    last = end if subject else min(end, behind + _OF_OBJECT)
    free = list(takewhile(lambda token: not (token.is_quote or token.pos_ == "PROPN" or is_person(token.lower_)), doc[behind:last]))
    following = next((form for t in free if (form := _FORMS.get(t.lower_)) and (t.head is not verb or t.i < verb.i)), None)
    if following is not None and (subject or head.dep_ in {"dobj", "pobj"}):
        yield f"{following} behind {'subject' if subject else 'object'}"
    if not subject:
        return
    if len(free) == end - behind and end < len(doc) and doc[end].lower_ in _FORMS:
        yield f"{_FORMS[doc[end].lower_]} opens the next"
    does = next((t for t in (*(c for c in verb.lefts if c.dep_ == "aux"), verb) if t.i > head.i), verb)
    if does.tag_ in {"VBP", "VBZ"}:
        yield f"does: {does.tag_}"
    if verb.lemma_ in speech_verbs():
        clause = child(verb, "ccomp")
        said = child(clause, "nsubj", "nsubjpass") if clause is not None else None
        if said is not None and (said.lower_ in _FORMS or said.lower_ in {"i", "we"}):
            yield f"says {_FORMS.get(said.lower_, said.lower_)}"
        near = {token.lower_ for token in doc[max(0, head.i - _NEAR) : head.i + _NEAR]}
        yield from (f"{word} is near" for word in ("i", "we") if word in near)


_FORMS = {
    word: form for form, words in (("he", "he she his her him"), ("it", "it its"), ("they", "they their them")) for word in words.split()
}
_OF_OBJECT = 11
"""Words behind an object in which a pronoun rather means it than the subject."""
_NEAR = 60
"""Words of what somebody says that are looked at, on either side."""


def _before(word: str, pos: str) -> Iterable[str]:
    if word in {"the", "a", "an"} or word in _PREPOSITIONS:
        yield f"behind: {'a' if word == 'an' else word}"
    elif pos == "PROPN":
        yield "behind a name"
    elif word == "(":
        yield "in brackets"


def _behind(word: str, pos: str) -> Iterable[str]:
    if word in POSSESSIVE:
        yield "has something"
    elif word in {"who", "(", "-"}:
        yield f"before: {word}"
    elif word in {"and", "or"}:
        yield "before: and"
    elif pos in {"PROPN", "NOUN"}:
        yield "before a name" if pos == "PROPN" else "before a noun"


def _behind_comma(word: str, pos: str) -> Iterable[str]:
    if word in {"who", "which"}:
        yield f"before: , {word}"
    elif word.isdigit() and len(word) < 3:
        yield "before: , 52"
    elif word in {"a", "an", "the"}:
        yield "before: , the"
    elif pos == "PROPN":
        yield "before: , and a name"


def _of_relatives(way: str, others: Sequence[Sequence[Mention]]) -> Features:
    """By the names that share its words: what the tagger takes them for."""
    tagged = Counter(mention.label for mentions in others for mention in mentions[:LOOKED_AT])
    total = tagged.total()
    found: Features = {f"{way}, tagged: {label}": count / total for label, count in tagged.items()}
    found[way] = 1.0
    if way == "end of" and any(is_first_name(mentions[0].first.text) for mentions in others):
        found["end of a first name and it"] = 1.0
    return found
