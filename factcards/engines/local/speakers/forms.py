"""The spellings of names: which of them can be one bearer's ("Hillary Rodham Clinton", "Clinton", "BBC"), by their words alone.

What its bearer is (a person, an organization, ...) is voted and weighed over all mentions (`name_kinds`): the small tagger errs
on single ones.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from factcards.engines.local.speakers.bearers import Bearer
from factcards.engines.local.speakers.genders import gender_of, gender_of_name
from factcards.engines.local.speakers.kinds import kinds_beside, shows_a_person
from factcards.engines.local.speakers.name_kinds import NameKind, features, likely_kinds
from factcards.engines.local.speakers.naming import SUFFIXES, EntityKind, Mention, is_first_name
from factcards.engines.local.speakers.roles import kin_beside
from factcards.lexicon import speaker_words

__all__ = ["Form", "acronyms", "cannot_mean", "forms_of", "is_division", "is_same_person"]

_ARTICLE = re.compile(r"^(?:al|el|ash|ad|an|ar|as|at|az)-(?=[A-Z])", re.IGNORECASE)

_NAMELIKE = re.compile(r"[A-Z][a-zà-ÿ'’-]+(?:[A-Z][a-zà-ÿ]+)?")
"""A word as names of persons have it: no capitals only, no figures."""


UNLIKELY, SURELY = 0.2, 0.7
"""Chances of a kind below which its votes do not count, and from which a body's last word does not."""
_BEARERS: Mapping[NameKind, tuple[EntityKind, ...]] = {
    "person": ("person",),
    "body": ("organization", "group"),
    "place": ("place",),
    "thing": ("other", "document"),
    "none": ("other",),
}
"""What the bearer may be of a name that names this; where it may be one of two, the first unless the votes tell otherwise."""


_CLEAR: Mapping[EntityKind, NameKind] = {"person": "person", "place": "place"}
"""What a name of several words, or of a place, is taken for if that is not unlikely."""


@dataclass(slots=True)
class Form:
    """One spelling of a name, with the votes of its mentions.

    Attributes:
        words: Its words.
        votes: How often it is taken for each kind of bearer.
        beside: Those of the votes that the words beside give, not the tagger.
        likely: How likely it is of each kind; empty where nothing was weighed.
        mentions: In text order.
        bearer: Who is always meant by it; null where that depends on the place.
    """

    words: tuple[str, ...]
    votes: Counter[EntityKind] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    likely: Mapping[NameKind, float] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    bearer: Bearer | None = None

    def kind(self) -> EntityKind:
        """What it is taken for most often, or, where that is unlikely, what it most likely is; some last words leave no doubt, nor does the
        first of "Team Quill".
        """
        if len(self.words) > 1 and (self.words[-1].lower() in speaker_words("name_ends", "clubs") or self.words[0] == "Team"):
            someone = is_first_name(self.words[0]) and self.likely.get("person", 0.0) >= SURELY
            if self.words[-1].lower() in {"act", "bill", "law", "report"} and not someone:
                return "document"
            return "person" if someone else "organization"  # "Joan Street, 52"
        if len(self.words) == 1 and self.words[0].lower() in speaker_words("calendar"):
            return "other"
        voted: EntityKind = min(self.votes, key=lambda kind: (-self.votes[kind], kind), default="other")
        several = len(self.words) > 1 or voted == "place"
        if not self.likely or (several and self.likely[_CLEAR.get(voted, "none")] >= UNLIKELY and not self._rather_names(voted)):
            return voted
        return max(_BEARERS[max(self.likely, key=self.likely.__getitem__)], key=lambda kind: self.votes[kind])

    def _rather_names(self, voted: EntityKind) -> bool:
        """Whether a name that is taken for nothing in particular likelier names somebody, a body or a place than a thing or nothing."""
        someone = max(self.likely[kind] for kind in ("person", "body", "place"))
        return voted == "other" and someone > self.likely["thing"] + self.likely["none"]

    @property
    def may_shorten(self) -> bool:
        """Whether it may be the short form of an organization's name: the tagger takes it for one, or now for this and now for that, or
        for a person who has no other name and no title; not for a place.
        """
        kind = self.kind()
        if kind != "place" and max(self.votes.values(), default=0) <= 0.7 * self.votes.total():
            return True
        person = kind == "person" and not any(m.title for m in self.mentions) and not is_first_name(self.words[0])
        return kind in {"organization", "other"} or person

    @property
    def may_be_a_person(self) -> bool:
        """Whether a name that is taken for a body's may be somebody's as well: one to three capitalised words, and nothing but the tagger
        says what they name.
        """
        kind = self.kind()
        if kind not in {"organization", "other"} or len(self.words) > 3 or not all(_NAMELIKE.fullmatch(word) for word in self.words):
            return False
        if self.words[-1].lower() in speaker_words("name_ends", "trades", "calendar"):
            return False
        return self.votes[kind] <= 2 * sum(m.label == kind for m in self.mentions)

    @property
    def core(self) -> tuple[str, ...]:
        """Without "Jr.", particles in front and an Arabic article ("al-Ansari"); a transcript's capitals as a name's."""
        return _core(self.words)


@lru_cache(maxsize=4096)
def _core(written: tuple[str, ...]) -> tuple[str, ...]:
    words = tuple(word.capitalize() if word.isupper() and len(word) > 3 else word for word in written)
    words = tuple(word for word in words if word.lower().rstrip(",") not in SUFFIXES and word != ",")
    while len(words) > 1 and words[0].islower() and not _ARTICLE.match(words[0]):  # "Van" may be a first name
        words = words[1:]
    return (*words[:-1], _ARTICLE.sub("", words[-1])) if words else written


def forms_of(mentions: Iterable[Mention], small: Collection[str] = frozenset()) -> dict[str, Form]:
    """Each spelling with its mentions, their votes and what it most likely is.

    Args:
        mentions: In text order.
        small: The words that the article writes with small letters.
    """
    forms: dict[str, Form] = {}
    for mention in mentions:
        form = forms.setdefault(mention.words, Form(tuple(mention.words.split())))
        form.mentions.append(mention)
        form.votes[mention.label] += 2
        for kind, weight in kinds_beside(mention):
            form.votes[kind] += weight
            form.beside[kind] += weight
    _weigh(forms, small)
    for form in forms.values():
        peoples = [forms.get(form.words[0] + end) for end in ("n", "an", "ian")] if len(form.words) == 1 else []
        if any(people is not None and people.kind() == "group" for people in peoples):
            form.votes["place"] += 4  # "Tarvania", of which the article calls something "Tarvanian"
        single = forms.get(form.core[-1]) if len(form.core) > 1 else None
        if single is not None and any(gender_of(m.title) or shows_a_person(m) for m in single.mentions):
            form.votes["person"] += 4  # "Ada Marsh-Quill", who is "Ms. Marsh-Quill" or "Marsh-Quill (left)" elsewhere
        elif single is not None and single.kind() == "person" and form.may_be_a_person:
            form.votes["person"] += 1 + single.votes["person"]  # "Elif Garanova", who is "Garanova" elsewhere: no body's name ends so
    return forms


def _weigh(forms: Mapping[str, Form], small: Collection[str]) -> None:
    """Note what each spelling most likely is."""
    sharing = _sharing_words(forms.values())
    for form in forms.values():
        form.likely = likely_kinds(features(form.words, form.mentions, form.beside, sharing[form.words], small))


def _sharing_words(forms: Iterable[Form]) -> Mapping[tuple[str, ...], dict[str, list[Sequence[Mention]]]]:
    """Words -> how they stand in other spellings -> the mentions of each of these."""
    sharing: defaultdict[tuple[str, ...], dict[str, list[Sequence[Mention]]]] = defaultdict(dict)
    spelt = {form.words: form for form in forms}
    for words, form in spelt.items():
        for at in range(1, min(len(words), _LONG)):
            for way, part in (("end of", words[at:]), ("start of", words[:at])):
                if part in spelt:
                    sharing[part].setdefault(way, []).append(form.mentions)
        for way, part in (("has end", words[-1:]), ("has start", words[:1])):
            if part in spelt and part != words:
                sharing[words].setdefault(way, []).append(spelt[part].mentions)
    return sharing


_LONG = 8
"""Words of a name of which others are looked for that share them."""


def is_same_person(name: str, form: Form) -> bool:
    """Whether a full name and a shorter form with its last word are one person's: "Hillary Rodham Clinton", "Hillary Clinton"."""
    first, other = name.split(maxsplit=1)[0].rstrip("."), form.words[0].rstrip(".")
    suffixed = {w.lower().rstrip(".") for w in name.split() if w.lower() in SUFFIXES} ^ {
        w.lower().rstrip(".") for w in form.words if w.lower() in SUFFIXES
    }
    if suffixed:
        return False
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    if first == other:
        return True
    return min(len(first), len(other)) >= 3 and (first.startswith(other) or other.startswith(first))


def cannot_mean(single: Form, bearer: Bearer, mentions: Sequence[Mention]) -> bool:
    """Whether a surname alone cannot mean this bearer: its titles are the other sex's, or the bearer is the other's kin and named later."""
    genders = {g for m in single.mentions if (g := gender_of(m.title)) is not None}
    kin = next((word for m in mentions if (word := kin_beside(m))), None)
    own = gender_of(kin or "") or next((g for m in mentions if (g := gender_of(m.title))), None) or gender_of_name(bearer.name)
    if genders and own is not None and own not in genders:
        return True
    suffixed = bearer.name.lower().split()[-1] in SUFFIXES
    return (kin is not None or suffixed) and min(m.start for m in single.mentions) < min(m.start for m in mentions)


def is_division(words: Sequence[str]) -> bool:
    """Whether letters before another word are a name of their own: the BBC is not "BBC Radio", but "SAB" may be SAB Breweries Ltd."""
    firms = speaker_words("trades") | {"inc", "inc.", "corp", "corp.", "co", "co.", "plc", "ltd", "ltd.", "llc", "ag", "sa", "nv"}
    return words[0].isupper() and len(words[0]) > 1 and firms.isdisjoint(w.lower() for w in words[1:])


def acronyms(words: Iterable[str]) -> set[str]:
    """The letters that a name may be shortened to, with and without stops; none of a single letter."""
    kept = [word for word in words if word[:1].isalnum()]
    big = "".join(word[0] for word in kept if word[:1].isupper())
    return {short for short in (big, ".".join(big) + "." if big else "") if len(short) > 1}
