"""Who is named in an article: full names, what the article says of their bearers, and the short forms that mean them.

What a name's bearer is (a person, an organization, ...) is voted over all mentions of the name: the small tagger errs on single ones.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.speakers.kinds import kinds_beside
from factcards.engines.local.speakers.naming import (
    PARTICLES,
    SUFFIXES,
    EntityKind,
    Mention,
    find_mentions,
    head_of_name,
    is_first_name,
    is_heading,
    mention_of,
)
from factcards.engines.local.speakers.roles import head_words, kin_beside, role_of, role_words
from factcards.lexicon import speaker_words
from factcards.reading import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Bearer", "Gender", "Identity", "People"]

Gender = Literal["male", "female"]
MANY = 40
"""Mentions of a surname that are looked at for whom it means: the first ones tell."""
_BEHIND_ALL = 1 << 39
"""A place behind every article's end (code points)."""
_ARTICLE = re.compile(r"^(?:al|el|ash|ad|an|ar|as|at|az)-(?=[A-Z])", re.IGNORECASE)
_SMALL = re.compile(r"\b[a-z]+\b")
_HE: dict[str, Gender] = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female", "hers": "female"}


@dataclass(slots=True, eq=False)
class Bearer:
    """Somebody or something with a name, or (in the discourse) with a description only.

    Attributes:
        name: The fullest form that the article gives.
        kind: Person, organization, place, ...
        role: What the article calls the bearer first, in its words.
        known: Every word of its descriptions, lower case.
        heads: Those of them before the first preposition: what it is.
        gender: Only where a title, a kinship word or pronouns of the text say so.
        likely: By the first name alone: a weak prior, never against the text.
        mentions: In text order.
        personal: Whether "he" or "she" may mean the bearer.
        plural: Whether "they" may.
        described: Whether it has no name, only a description.
        joint: Whether it is two persons, named together.
    """

    name: str
    kind: EntityKind
    role: str | None = None
    known: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    gender: Gender | None = None
    likely: Gender | None = None
    mentions: list[Mention] = field(default_factory=list)
    personal: bool = False
    plural: bool = False
    described: bool = False
    joint: bool = False

    @property
    def owned(self) -> bool:
        """Whether it is described by a pronoun only ("their group"), which says nothing outside its sentence."""
        return self.described and self.name.split()[0].lower() in {"his", "her", "its", "their", "our", "my", "your"}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a name means where it stands.

    Attributes:
        bearer: Null where two are about as likely.
        score: How sure.
        rivals: The others that it could mean.
    """

    bearer: Bearer | None
    score: float = 1.0
    rivals: tuple[Bearer, ...] = ()


@dataclass(slots=True)
class _Form:
    """One spelling of a name, with the votes of its mentions."""

    words: tuple[str, ...]
    votes: Counter[EntityKind] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    bearer: Bearer | None = None

    def kind(self) -> EntityKind:
        if self.words[-1].lower() in speaker_words("name_ends") and len(self.words) > 1:
            return "organization"
        if len(self.words) == 1 and self.words[0].lower() in speaker_words("calendar"):
            return "other"
        return min(self.votes, key=lambda kind: (-self.votes[kind], kind)) if self.votes else "other"

    @property
    def may_shorten(self) -> bool:
        """Whether it may be the short form of an organization's name: the tagger takes it for one, or now for this and now for that, or
        for a person who has no other name and no title, or for a place that only does something.
        """
        kind = self.kind()
        if max(self.votes.values(), default=0) <= 0.7 * self.votes.total():
            return True
        if kind == "place":
            return all(m.head.dep_ in {"nsubj", "poss"} for m in self.mentions)
        person = kind == "person" and not any(m.title for m in self.mentions) and not is_first_name(self.words[0])
        return kind in {"organization", "other"} or person

    @property
    def core(self) -> tuple[str, ...]:
        """Without "Jr.", particles in front and an Arabic article ("al-Ansari"); a transcript's capitals as a name's."""
        words = tuple(word.capitalize() if word.isupper() and len(word) > 3 else word for word in self.words)
        words = tuple(word for word in words if word.lower().rstrip(",") not in SUFFIXES and word != ",")
        while len(words) > 1 and (words[0].islower() or words[0].lower() in PARTICLES) and not _ARTICLE.match(words[0]):
            words = words[1:]
        return (*words[:-1], _ARTICLE.sub("", words[-1])) if words else self.words


def _end_of_letters(last: Token) -> int:
    """One past the letters behind a name's last word."""
    at = last.i + 1
    while at < len(last.doc) and last.doc[at].text in speaker_words("postnominals"):
        at += 1
    return at


class People:
    """The names of one article. Built once from its parse; asked by token or by words. Time and size are linear in the mentions."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Gather names from the body: a headline's capitals mislead the tagger, so there only known names are looked up."""
        self.blocks = tuple(blocks)
        self._headings = {id(block.doc) for block in blocks if is_heading(block)}
        self.mentions = [m for block in blocks if not self.is_heading(block) for m in find_mentions(block)]
        self._find_again()
        self.starts = [m.start for m in self.mentions]
        self.bearers: list[Bearer] = []
        self._forms: dict[str, _Form] = {}
        self._families: dict[str, list[Bearer]] = defaultdict(list)
        self._firsts: dict[str, list[Bearer]] = defaultdict(list)
        self._full: dict[int, list[Mention]] = defaultdict(list)
        self._tally()
        self._enter_people()
        self._enter_others()
        self._at: dict[int, dict[int, tuple[Mention, Identity]]] = {id(block.doc): {} for block in blocks}
        for mention in self.mentions:
            identity = self._identify(mention.words, mention.title, mention.start, self._forms[mention.words])
            end = _end_of_letters(mention.last)
            self._at[id(mention.block.doc)].update(dict.fromkeys(range(mention.first.i, end), (mention, identity)))
            if identity.bearer is not None:
                identity.bearer.mentions.append(mention)
        for bearer in self.bearers:
            self._describe(bearer)
        self._hear_pronouns()
        self.bearers = [b for b in self.bearers if b.mentions]
        self.bearers.sort(key=lambda b: b.mentions[0].start)

    def is_heading(self, block: Block) -> bool:
        """Whether names in this paragraph can only be looked up."""
        return id(block.doc) in self._headings

    def at(self, token: Token) -> tuple[Mention, Identity] | None:
        """The mention that this token is a part of, or letters behind ("Ada Quill | MP"), and who is meant."""
        return self._at[id(token.doc)].get(token.i)

    def named_in(self, block: Block) -> Collection[int]:
        """The places of the words of names in a paragraph."""
        return self._at[id(block.doc)].keys()

    def named_in_doc(self, token: Token) -> Collection[int]:
        """The places of the words of names in a word's paragraph."""
        return self._at[id(token.doc)].keys()

    def bearer_of(self, mention: Mention) -> Bearer | None:
        """Who is meant by one of `mentions`."""
        return self._at[id(mention.block.doc)][mention.first.i][1].bearer

    def lookup(self, words: str, title: str = "") -> Identity | None:
        """Who is meant by words that may be a name, in a headline, say, with all that the article tells; null for words that are none's."""
        form = self._forms.get(words)
        if form is not None:
            return self._identify(words, title, _BEHIND_ALL, form)
        parts = words.split()
        if parts and parts[-1] in self._families:
            return self._identify(words, title, _BEHIND_ALL, _Form(tuple(parts)))
        return None

    def names(self) -> Iterator[Name]:
        """Every mention with the fullest form of its name, in text order."""
        for mention in sorted(self.mentions, key=lambda m: m.start):
            bearer = self.bearer_of(mention)
            start, end = mention.block.offsets(mention.first, mention.last)
            kind = bearer.kind if bearer is not None and bearer.kind == "person" else mention.label
            name, role = (bearer.name, bearer.role) if bearer is not None else (mention.words, None)
            yield Name.of(mention.block.text, start, end, kind=kind, name=name, role=role)

    def _find_again(self) -> None:
        """A name that the tagger saw once is a name wherever else it stands with a capital: a person's surname, and a single word that
        the article never writes small.
        """
        known: dict[str, EntityKind] = dict.fromkeys(self._surnames_of_places(), "person")
        for m in self.mentions:
            if m.first.i == m.last.i or not m.last.text.isalpha():
                continue
            if m.label == "person" or m.title or is_first_name(m.first.text):
                known |= dict.fromkeys((m.last.text, m.last.text.upper()), "person")
        small = {word for block in self.blocks for word in _SMALL.findall(block.view.text)}
        for m in self.mentions:
            short = m.label in {"place", "person"} and m.first.i == m.last.i
            if (short or m.label == "organization") and _is_rare(m.first.text) and m.first.lower_ not in small:
                known.setdefault(m.first.text, m.label)
        taken = {(id(m.first.doc), i) for m in self.mentions for i in range(m.first.i, m.last.i + 1)}
        for block in self.blocks:
            for token in block.tokens if not self.is_heading(block) else ():
                if token.text in known and token.text[0].isupper() and (id(block.doc), token.i) not in taken and _stands_as_name(token):
                    label, first = known[token.text], token
                    while label == "person" and first.i and _is_given(first.nbor(-1)) and (id(block.doc), first.i - 1) not in taken:
                        first = first.nbor(-1)
                    self.mentions.append(mention_of(block, first, token, label))
        self.mentions.sort(key=lambda m: m.start)

    def _surnames_of_places(self) -> set[str]:
        """Surnames of whom the tagger takes for a place: "Quinn Ewers", of whom the last word alone does something elsewhere. Those names
        are persons' from now on.
        """
        places = {m.words: m.last.text for m in self.mentions if m.label == "place" and m.last.i == m.first.i + 1 and _is_rare(m.last.text)}
        if not places:
            return set()
        taken = {(id(m.first.doc), i) for m in self.mentions for i in range(m.first.i, m.last.i + 1)}
        acting = {t.text for b in self.blocks for t in b.tokens if t.dep_ == "nsubj" and (id(b.doc), t.i) not in taken}
        people = {words for words, last in places.items() if last in acting}
        self.mentions = [replace(m, label="person") if m.words in people else m for m in self.mentions]
        return {places[words] for words in people}

    def _tally(self) -> None:
        for mention in self.mentions:
            form = self._forms.setdefault(mention.words, _Form(tuple(mention.words.split())))
            form.mentions.append(mention)
            form.votes[mention.label] += 2
            for kind, weight in kinds_beside(mention):
                form.votes[kind] += weight
        for form in self._forms.values():
            single = self._forms.get(form.core[-1]) if len(form.core) > 1 else None
            if single is not None and any(_gender_of(m.title) for m in single.mentions):
                form.votes["person"] += 4  # "Ada Marsh-Quill", who is "Ms. Marsh-Quill" elsewhere

    def _enter_people(self) -> None:
        """Full names first; then a name that is the end of a longer one, or its first word, is the same person's."""
        full = [f for f in self._forms.values() if len(f.core) > 1 and f.kind() == "person"]
        for form in sorted(full, key=lambda f: (-len(f.words), -len(f.mentions), f.mentions[0].start)):
            family = self._families[form.core[-1]]
            form.bearer = next((b for b in family if _same_person(b.name, form)), None)
            if form.bearer is None:
                tail = " ".join(form.words)
                longer = [b for b in family if b.name.endswith(f" {tail}")] or [
                    b for b in self._firsts[form.words[0]] if f"{b.name} ".startswith(f"{tail} ")
                ]
                form.bearer = longer[0] if len(longer) == 1 else None
                if form.bearer is not None and is_first_name(form.words[0]) and not is_first_name(form.bearer.name.split()[0]):
                    form.bearer.name = tail  # "Air Hillary Clinton" was a slip of the tagger
            if form.bearer is None:
                form.bearer = Bearer(" ".join(form.words), "person", personal=True)
                family.append(form.bearer)
                self._firsts[form.words[0]].append(form.bearer)
                self.bearers.append(form.bearer)
        for form in full:
            self._full[id(form.bearer)] += form.mentions
        for surname, family in list(self._families.items()):
            single = self._forms.get(surname)
            if single is not None and family and all(_is_another(b, single, self._full[id(b)]) for b in family):
                titled = next((m for m in single.mentions if _gender_of(m.title) is not None), None)
                name = surname if titled is None else f"{titled.first.nbor(-1).text} {surname}"  # "Mrs. Moss" is not Peter Moss
                single.bearer = Bearer(name, "person", personal=True)
                self.bearers.append(single.bearer)

    def _enter_others(self) -> None:
        others = [f for f in self._forms.values() if f.bearer is None]
        long = [f for f in others if len(f.core) > 1]
        for form in long:
            self._enter(form)
        initials: dict[str, list[Bearer]] = defaultdict(list)
        ends: dict[str, list[Bearer]] = defaultdict(list)
        for form in long:
            if form.bearer is not None and form.kind() not in {"person", "group"}:
                for short in _acronyms(form.words):
                    initials[short].append(form.bearer)
                shorts = {head_of_name(form.words)} if _is_division(form.words) else {form.words[0], head_of_name(form.words)}
                for word in shorts:
                    ends[word].append(form.bearer)
        bracketed = self._bracketed()
        for form in others:
            if form.bearer is not None or self._named_after(form):
                continue
            word = form.words[0]
            given = bracketed.get(word)
            found = [given] if given is not None else list(dict.fromkeys(initials.get(word, []) if word.isupper() else []))
            if not found and form.may_shorten:
                found = [b for b in dict.fromkeys(ends.get(word, [])) if b.kind in {"organization", "government", "document", "other"}]
                if form.kind() == "place":  # "Tarn", where the article has "Tarn Shipping" too; not where it has "Tarn Council"
                    found = [b for b in found if b.name.split()[-1].lower() in speaker_words("trades")]
            if len(found) == 1:
                form.bearer = found[0]
            else:
                self._enter(form)

    def _enter(self, form: _Form) -> None:
        kind = form.kind()
        form.bearer = Bearer(" ".join(form.words), kind, personal=kind == "person", plural=kind == "group" and form.words[-1].endswith("s"))
        self.bearers.append(form.bearer)

    def _named_after(self, form: _Form) -> bool:
        """Whether a single word is somebody's surname or first name: then who it means depends on where it stands."""
        word = form.core[-1]
        there = any(m.head.dep_ == "pobj" and m.head.head.lower_ in {"in", "at", "near"} for m in form.mentions)
        place = there and form.votes["place"] > 0.7 * form.votes.total()
        if word in self._families and not (place and not any(m.title for m in form.mentions)):
            return True
        sort = form.kind() in {"person", "other", "organization"} or form.votes["person"] > 0
        return len(self._firsts.get(word, ())) == 1 and sort and len(word) > 1

    def _bracketed(self) -> dict[str, Bearer]:
        """Short forms that the article itself introduces: "the National Front (FN)"."""
        result: dict[str, Bearer] = {}
        for form in self._forms.values():
            for mention in form.mentions if form.bearer is not None and len(form.words) > 1 else ():
                doc, at = mention.last.doc, mention.last.i + 1
                if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")" and doc[at + 1].text.isupper():
                    result.setdefault(doc[at + 1].text, form.bearer)  # type: ignore[arg-type]
        return result

    def _identify(self, words: str, title: str, place: int, form: _Form) -> Identity:
        if form.bearer is not None:
            return Identity(form.bearer, 1.0 if form.bearer.name == words else 0.95)
        family = self._families.get(form.core[-1], [])
        if len(form.core) > 1:
            first = [b for b in family if b.name.split()[0] == form.core[0]]
            family = first or family
        if not family:
            named = self._firsts.get(form.core[-1], [])
            return Identity(named[0], 0.9) if len(named) == 1 else Identity(None, 0.0, tuple(named))
        if len(family) == 1 and _contradicts(title, family[0]):
            return Identity(None, 0.0, ())
        if len(family) == 1:
            return Identity(family[0], 0.95)
        return self._of_family(family, title, place)

    def _of_family(self, family: Sequence[Bearer], title: str, place: int) -> Identity:
        """One surname, several bearers: a title decides; else the one who alone was introduced, or who is never named in full again."""
        gender = _gender_of(title)
        fitting = [b for b in family if gender is None or (b.gender or b.likely or _first_gender(b.name)) in {None, gender}]
        if len(fitting) == 1:
            return Identity(fitting[0], 0.95 if gender else 0.9, tuple(b for b in family if b is not fitting[0]))
        fitting = fitting or list(family)
        full = {b.name: self._full[id(b)] for b in fitting}
        before = [b for b in fitting if any(m.start < place for m in full[b.name])]
        alone = self._first_alone(family)
        if len(before) == 1:
            return Identity(before[0], 0.85, tuple(b for b in family if b is not before[0]))
        unrelated = [b for b in fitting if not any(kin_beside(m) for m in full[b.name])]
        if len(unrelated) == 1:
            return Identity(unrelated[0], 0.8, tuple(b for b in family if b is not unrelated[0]))
        if alone is not None and alone in fitting:
            return Identity(alone, 0.75, tuple(b for b in family if b is not alone))
        once = [b for b in before if len(full[b.name]) == 1]
        if len(once) == 1 and len(before) > 1 and all(len(full[b.name]) > 2 for b in before if b is not once[0]):
            return Identity(once[0], 0.7, tuple(b for b in family if b is not once[0]))
        return Identity(None, 0.0, tuple(family))

    def _first_alone(self, family: Sequence[Bearer]) -> Bearer | None:
        """Of whom the surname was used by itself before another of the family was named: mostly the one it goes on to mean."""
        single = self._forms.get(family[0].name.split()[-1])
        introduced = sorted((self._full[id(b)][0].start, at) for at, b in enumerate(family) if self._full[id(b)])
        if single is None or len(introduced) < 2:
            return None
        (begin, who), (end, _) = introduced[:2]
        return family[who] if any(begin < m.start < end for m in single.mentions[:MANY]) else None

    def _describe(self, bearer: Bearer) -> None:
        for at, mention in enumerate(bearer.mentions):
            role = role_of(mention) if bearer.kind in {"person", "organization", "other", "unknown"} else None
            if role is not None and bearer.kind == "organization" and _is_of_somebody(role):
                role = None
            if role is not None:
                bearer.role = bearer.role or role
                bearer.known |= role_words(role)
                bearer.heads |= head_words(role)
            if mention.title:
                bearer.known.add(mention.title)
                bearer.heads.add(mention.title)
            kin = kin_beside(mention) if bearer.personal and (at < 3 or " " in mention.words) else None
            bearer.gender = bearer.gender or _gender_of(mention.title) or _gender_of(kin or "")
            if role is not None and bearer.gender is None:
                bearer.gender = next((g for word in sorted(head_words(role)) if (g := _gender_of(word)) is not None), None)
        bearer.likely = _first_gender(bearer.name) or ("male" if bearer.known & speaker_words("mostly_male") else None)

    def _hear_pronouns(self) -> None:
        """Where a sentence names one person only, its later "he" or "she" most often means that one; two such agree on a gender. So does
        one "his" at the head of the next sentence: "His colleague Quill".
        """
        heard: dict[int, Counter[Gender]] = defaultdict(Counter)
        before: Bearer | None = None
        for block in self.blocks:
            for sentence in _sentences(block.tokens):
                first = next((token for token in sentence if not token.is_space), None)
                if before is not None and first is not None and first.dep_ == "poss" and first.lower_ in _HE and _of_people(first.head):
                    heard[id(before)][_HE[first.lower_]] += 2
                only: Bearer | None = None
                rivals = bound = spoken_of = False
                said: set[Gender] = set()
                for token in sentence:
                    found = self.at(token)
                    if found is not None and found[1].bearer is not None and found[1].bearer.personal:
                        rivals = rivals or (only is not None and found[1].bearer is not only)
                        only = only or found[1].bearer
                    elif token.lower_ in _HE and only is None:
                        spoken_of = True
                    elif token.lower_ in _HE and only is not None and not rivals:
                        bound = bound or (token.dep_ == "poss" and _is_subjects(token, only, self))
                        said.add(_HE[token.lower_])
                before = None if rivals or (only is None and spoken_of) else only or before
                if only is not None and len(said) == 1 and not any('"' in token.text for token in sentence):
                    heard[id(only)][said.pop()] += 2 if bound else 1
        for bearer in self.bearers:
            votes = heard.get(id(bearer))
            if votes is None or bearer.gender is not None:
                continue
            gender, most = min(votes.items(), key=lambda item: (-item[1], item[0]))
            needed = 1 if bearer.likely == gender else 2 if bearer.likely is None else 3
            if most >= needed and most >= 3 * (votes.total() - most):
                bearer.gender = gender


def _is_of_somebody(role: str) -> bool:
    """Whether a description is of a human being, and so of no organization: "CEO of the airline" beside the airline's name."""
    heads = head_words(role)
    return not heads.isdisjoint(speaker_words("titles") | speaker_words("person")) and heads.isdisjoint(speaker_words("either"))


def _sentences(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """A block's words by sentence."""
    starts = [at for at, token in enumerate(tokens) if at == 0 or token.is_sent_start]
    yield from (tokens[low:high] for low, high in itertools.pairwise([*starts, len(tokens)]))


def _of_people(head: Token) -> bool:
    """Whether a noun, or one beside it, is a word for a person: "colleague", "the director Quill"."""
    words = speaker_words("person") | speaker_words("kin") | speaker_words("group")
    return any(t.ent_type_ == "PERSON" or t.lemma_.lower() in words for t in (head, *head.children))


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two first names differ by one letter left out: "Hilary", "Hillary"."""
    short, long = sorted((one, other), key=len)
    if len(short) < 5 or len(long) - len(short) != 1:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))


def _contradicts(title: str, bearer: Bearer) -> bool:
    """Whether a title is the other sex's than the bearer's name, titles and kinship words: "Mrs. Moss" is not Harlan Moss."""
    gender = _gender_of(title)
    if gender is None:
        return False
    known = next((g for m in bearer.mentions if (g := _gender_of(m.title) or _gender_of(kin_beside(m) or "")) is not None), None)
    known = known or _first_gender(bearer.name)
    return known is not None and known != gender


def _is_subjects(pronoun: Token, bearer: Bearer, people: People) -> bool:
    """Whether a possessive hangs on an object of the verb whose subject the bearer is: "Quill praised her brother"."""
    verb = pronoun.head.head
    if pronoun.head.dep_ == "pobj":
        verb = verb.head
    found = next((people.at(t) for t in verb.children if t.dep_ == "nsubj"), None)
    return found is not None and found[1].bearer is bearer


def _is_division(words: Sequence[str]) -> bool:
    """Whether letters before another word are a name of their own: the BBC is not "BBC Radio", but "SAB" may be SAB Breweries Ltd."""
    firms = speaker_words("trades") | {"inc", "inc.", "corp", "corp.", "co", "co.", "plc", "ltd", "ltd.", "llc", "ag", "sa", "nv"}
    return words[0].isupper() and len(words[0]) > 1 and firms.isdisjoint(w.lower() for w in words[1:])


def _is_rare(word: str) -> bool:
    """Whether a capitalised word can hardly be anything but a name's: no "Trust", no "President", no "March"."""
    if len(word) <= 3 or not word.isalpha() or not word.istitle():
        return False
    return not any(word.lower() in speaker_words(kind) for kind in ("titles", "name_ends", "calendar", "bare"))


def _is_given(token: Token) -> bool:
    """Whether a word before a surname is a first name or an initial by its looks."""
    known = speaker_words("titles") | speaker_words("name_ends")
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.lower_ not in known and token.ent_type_ in {"", "PERSON", "ORG"}


def _stands_as_name(token: Token) -> bool:
    """Not "Young people" or "Brown bears" at a sentence's start."""
    if not token.is_sent_start or token.pos_ == "PROPN" or token.i + 1 >= len(token.doc):
        return token.pos_ in {"PROPN", "NOUN"} or bool(token.is_sent_start)
    return token.nbor(1).pos_ not in {"NOUN", "ADJ", "PROPN"}


def _same_person(name: str, form: _Form) -> bool:
    """Whether a full name and a shorter form with its last word are one person's: "Hillary Rodham Clinton", "Hillary Clinton"."""
    first, other = name.split(maxsplit=1)[0].rstrip("."), form.words[0].rstrip(".")
    suffixed = {w.lower().rstrip(".") for w in name.split() if w.lower() in SUFFIXES} ^ {
        w.lower().rstrip(".") for w in form.words if w.lower() in SUFFIXES
    }
    if suffixed:
        return False
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    if first == other or _spelt_alike(first, other):
        return True
    return min(len(first), len(other)) >= 3 and (first.startswith(other) or other.startswith(first))


def _is_another(bearer: Bearer, single: _Form, mentions: Sequence[Mention]) -> bool:
    """Whether a surname alone cannot mean this bearer: its titles are the other sex's, or the bearer is the other's kin and named later."""
    genders = {g for m in single.mentions if (g := _gender_of(m.title)) is not None}
    kin = next((word for m in mentions if (word := kin_beside(m))), None)
    own = _gender_of(kin or "") or next((g for m in mentions if (g := _gender_of(m.title))), None) or _first_gender(bearer.name)
    if genders and own is not None and own not in genders:
        return True
    suffixed = bearer.name.lower().split()[-1] in SUFFIXES
    return (kin is not None or suffixed) and min(m.start for m in single.mentions) < min(m.start for m in mentions)


def _gender_of(word: str) -> Gender | None:
    if word in speaker_words("male"):
        return "male"
    return "female" if word in speaker_words("female") else None


def _first_gender(name: str) -> Gender | None:
    first, *rest = name.lower().split()
    if not rest:
        return None
    if first in speaker_words("male_names"):
        return "male"
    return "female" if first in speaker_words("female_names") else None


def _acronyms(words: Iterable[str]) -> set[str]:
    kept = [word for word in words if word[:1].isalnum()]
    big = "".join(word[0] for word in kept if word[:1].isupper())
    return {short for short in (big, ".".join(big) + "." if big else "") if len(short) > 1}
