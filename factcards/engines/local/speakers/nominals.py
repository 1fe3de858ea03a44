"""Descriptions that stand for somebody named: "the former governor", "the lawmaker", "the company"; and those that stand for themselves."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from factcards.engines.local.parsing.grammar import child, told_by_age, trimmed
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.bearers import Bearer
from factcards.engines.local.speakers.naming import head_of_name, is_one_of_a_people
from factcards.engines.local.speakers.offices import RANKS, holds_office
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.roles import head_of_role, role_words
from factcards.lexicon import speaker_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


__all__ = [
    "OFFICES",
    "SHARES",
    "Roles",
    "agrees",
    "holds_another_office",
    "is_another",
    "is_compatriot",
    "is_definite",
    "is_human",
    "is_personal",
    "is_plural",
    "is_somebody",
    "is_told_by_clause",
    "phrase_of",
    "those_told",
]

LONGEST_PHRASE = 30
"""Tokens of the longest description that is kept whole; a longer one is a misparse more often than not."""
MOST = 8
"""Bearers kept for each describing word, the most named first: more than anybody keeps apart; who is in mind is looked at besides."""
FAINTEST = 0.15
"""Salience from which a named organization may be "the company" though the article never called it one: two sentences back, say."""
HABIT = 0.6
"""What is added to the salience of a body that the article has called so before."""
OFTEN = 16
"""Mentions from which a body is no likelier to be "the company" for being named more often."""
AT_HAND = 0.5
"""Salience from which somebody may be told by what the article has not said of him: the last sentence's subject, say, but not whose match
it tells of.
"""
LEADS = 3.0
"""How many times likelier the body is that the sentence before is about."""
TRADES = 3.0
"""The same of one whose name tells that it trades, where a firm is meant."""
SOON = 0.7
"""Share of somebody who is only named behind the description."""
BESIDE = 16
"""Words beside a name within which it is told what somebody is."""
AHEAD, FAR_AHEAD = 600, 1500
"""Code points within which that name must come: the next paragraph of news; the third, where both are of the same body or place."""
SHARES = frozenset({"half", "third", "quarter", "percent", "cent", "%", "majority", "minority", "number", "dozen", "hundred"})
"""What counts several without a plural: "half of the voters say they"."""
_PLAIN = frozenset({"the", "this", "that", "same", "latter", "a", "an", "'s", "’s", "-", ",", "longtime", "own", "now", "who"})
_WHO = frozenset({"who", "whom", "whose", "which", "where"})
_PRECISE = frozenset({"another", "other", "second", "third", "fellow", "one"})


def is_plural(head: Token) -> bool:
    """Whether the noun names several."""
    return head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"people", "police", "some", "many", "others", "most", "both", "several", "few"}


def is_personal(head: Token) -> bool:
    """Whether a common noun names one human being."""
    return not is_plural(head) and is_human(head)


def is_human(head: Token) -> bool:
    """Whether a common noun names a human being, or several: "users", "a witness"."""
    return head.lemma_.lower() in speaker_words("person", "male", "female", "anonymous")


def is_somebody(head: Token) -> bool:
    """Whether the head of a source describes one human being: "the first minister", whoever that is."""
    return (head.pos_ == "NOUN" or holds_office(head)) and is_personal(head)


def is_definite(first: Token, head: Token) -> bool:
    """Whether the words point back: "the minister", "this lawyer", not "a minister", "Mexico's minister", "the minister of X" or "the Leeds
    firm".
    """
    if first.lower_ not in {"the", "this", "that"} or is_plural(head):
        return False
    within = {t.lower_ for t in head.doc[first.i : head.i]}
    if not is_personal(head) and any(t.pos_ == "PROPN" for t in head.doc[first.i : head.i]):
        return False  # "the Moss campaign" is itself
    if within & _PRECISE or any(t.tag_ == "POS" for t in head.doc[first.i : head.i]):
        return False
    return not any(c.dep_ == "prep" and c.i == head.i + 1 and c.lower_ in {"in", "for", "at", "with"} for c in head.children)


def is_compatriot(first: Token, head: Token) -> bool:
    """Whether it is somebody by his country, who was told of: "the | Italian |"; not "the French", who are many, nor "the Italians"."""
    of_a_land = head.ent_type_ == "NORP" and head.tag_ in {"NNP", "NN", "JJ"} and head.lower_ not in _PARTIES
    papers = first.text == "The" and not first.is_sent_start  # "he told The Tarnian"
    near = first.i == head.i - 1 or (first.i < head.i and told_by_age(head.nbor(-1)) is first)
    one = is_one_of_a_people(head) or (of_a_land and head.lower_.endswith(_ONE_OF_THEM))
    return first.lower_ == "the" and near and not papers and one and head.lower_ not in _PARTIES


_ONE_OF_THEM = ("an", "ian", "i", "ean", "gian")
"""How the names of peoples end of whom one is called so: "an Italian", "an Israeli"."""


def is_told_by_clause(head: Token) -> bool:
    """Whether a clause without a comma says which one is meant: "the mechanic | who did that work |"."""
    behind = head.nbor(1) if head.i + 1 < len(head.doc) else head
    return behind.lower_ in {"who", "whose", "that"} and any(c.dep_ == "relcl" and c.left_edge is behind for c in head.rights)


def phrase_of(head: Token) -> tuple[Token, Token]:
    """The noun phrase of a head, without the clauses, appositions and coordinated phrases behind it."""
    doc = head.doc
    first = doc[head.left_edge.i]
    asides = {
        t.i
        for c in head.children
        if (c.dep_ in {"relcl", "appos", "conj", "cc", "punct", "acl", "advcl", "parataxis"} and c.i > head.i)
        or (c.dep_ == "prep" and c.i < head.i)  # "in May a former nurse"
        or (head.dep_ == "dobj" and child(c, "pcomp") is not None)  # "accused the town | of hiding a report |"
        for t in c.subtree
    }
    year = first.is_digit and len(first) == len("2012") and first.i and first.nbor(-1).lower_ in {"in", "since", "by", "until"}
    kept = trimmed(t for t in head.subtree if t.i not in asides and t.i >= first.i + bool(year))  # "in 2012 | lawyers objected"
    run = [t for t in kept if t.i <= head.i]
    for token in (t for t in kept if t.i > head.i):
        if not run or token.i != run[-1].i + 1 or (token.text == "," and token.nbor(1).lower_ in _WHO):
            break
        run.append(token)
    if not run or run[-1].i - run[0].i > LONGEST_PHRASE:
        return head, head
    last = run[-1]
    while (last.pos_ == "ADP" or last is not run[-1]) and last.i + 1 < len(doc) and last.nbor(1).pos_ == "PROPN":
        last = last.nbor(1)  # the parser may lose the name: "Analysts at | Tarn Research"
    return run[0], last


def those_told(those: Token) -> tuple[Token, Token] | None:
    """The first and last word of "some of | those | who had seen the film" where they are what their sentence is about."""
    head = those.head.head if those.dep_ == "pobj" and those.head.lower_ == "of" and those.head.i == those.i - 1 else those
    clause = next((c for c in those.rights if c.dep_ == "relcl" and c.left_edge.lower_ == "who" and c.left_edge.i == those.i + 1), None)
    return (head, clause.right_edge) if clause is not None and head.dep_ in {"nsubj", "nsubjpass", "ROOT"} else None


@cache
def _narrower() -> dict[str, frozenset[str]]:
    """Each general word with the words of which it may be said, itself included."""
    table: dict[str, set[str]] = defaultdict(set)
    for line in speaker_words("wider"):
        general, *narrow = line.split()
        table[general] |= {general, *narrow}
    return {general: frozenset(narrow) for general, narrow in table.items()}


class Roles:
    """The bearers of one article by the words that describe them; and descriptions that name an organization or a document in part."""

    def __init__(self, people: People) -> None:
        """Index what the article says of each bearer."""
        self._by_word: dict[str, list[Bearer]] = defaultdict(list)
        self._named: dict[str, list[Bearer]] = defaultdict(list)
        self._called: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in sorted(people.bearers, key=lambda b: (-len(b.mentions), b.mentions[0].start)):
            for word in sorted(_described_as(bearer)):
                if len(self._by_word[word]) < MOST:
                    self._by_word[word].append(bearer)

    def note(self, lemma: str, bearer: Bearer) -> None:
        """Remember a description that holds a name ("the Trump campaign"): "the campaign" may mean it."""
        if bearer not in self._named[lemma] and not bearer.plural:
            self._named[lemma].append(bearer)

    def call(self, lemma: str, bearer: Bearer) -> None:
        """Remember that an article calls a body so: far behind its name "the company" still means it, where no other is at hand."""
        may_hold = lemma in speaker_words("bare", "government") - speaker_words("papers", "anybodys")
        if may_hold and not bearer.personal and bearer not in self._called[lemma]:
            self._called[lemma].append(bearer)

    def is_named_so(self, noun: Token) -> bool:
        """Whether a body's name ends in a noun of which no list knows what it is: "the | trust |", where the article has "Tarn Trust"."""
        return noun.tag_ == "NN" and any(b.kind == "organization" and not b.described for b in self._by_word.get(noun.lemma_.lower(), ()))

    def belonging(self, head: Token, owner: Bearer) -> Bearer | None:
        """The one who is described as this owner's: "Quill's spokesman", where the article has "Quill spokesman Ned Orr"."""
        surname = owner.name.split()[-1].lower()
        found = [b for b in self._by_word.get(head.lemma_.lower(), ()) if b is not owner and not b.described and b.personal]
        fitting = [b for b in found if {surname, f"{surname}'s", f"{surname}’s"} & b.known]
        return fitting[0] if len(fitting) == 1 else None

    def match(
        self, first: Token, head: Token, place: int, salience: Mapping[Bearer, float], led: Bearer | None = None
    ) -> list[tuple[Bearer, float]]:
        """Who a definite description may mean, with shares of the weight, best first; empty where nobody is so described.

        Args:
            first: The description's first word.
            head: Its noun.
            place: Where it stands (code points): only who was named before can be meant.
            salience: How present the bearers in mind are there.
            led: The body that the sentence before is about.
        """
        lemma = head.lemma_.lower()
        words = _narrower().get(lemma, frozenset({lemma}))
        fitting = self._described_so(lemma, words, place, salience)
        called = self._called.get(lemma, [])
        if not fitting and lemma in speaker_words("bare", "papers"):
            least = AT_HAND if lemma in speaker_words("civic") - _GENERAL else FAINTEST  # any body is a "company", but not a "club"
            likely = [b for b in salience if b.kind == "organization" and not b.described and salience[b] >= least and b.mentions]
            likely = [b for b in likely if agrees(b, lemma) and (lemma in _GENERAL or not _is_of_another_class(b, words))]
            fitting = [b for b in likely if lemma not in speaker_words("papers") or self._may_be_a_paper(b)]
        fitting = list(dict.fromkeys([*fitting, *called]))
        before = head.doc[first.i : head.i]
        if lemma not in speaker_words("male", "female"):  # "a lawmaker" of long ago, but not "the man"
            fitting = [b for b in fitting if not b.described or not b.personal or b in salience]
        if is_personal(head):
            fitting = [b for b in fitting if b.described or salience.get(b, 0.0) >= AT_HAND or _is_called_so_before(b, words, place)]
        fitting = [b for b in fitting if not is_another(b, before) and not holds_another_office(b, {t.lower_ for t in before}, lemma)]
        if not fitting:
            named = self._named_soon(words, head, place) if is_personal(head) else None
            return [] if named is None else [(named, SOON)]
        modifiers = {t.lower_ for t in before if t.is_alpha} - _PLAIN
        fitting = [b for b in fitting if not _RANKS & _known(b) - modifiers] or fitting  # "the minister" beside a prime minister
        proper = {t.lower_ for t in before if t.pos_ == "PROPN" and t.is_alpha}
        foreign = bool(proper) and is_personal(head) and all(proper.isdisjoint(_known(b)) for b in fitting)  # "the Kremlin leader"
        if foreign and len(fitting) == 1 and salience.get(fitting[0], 0.0) < AT_HAND:
            return []
        weights = {
            id(b): 1.0 if foreign else _agreement(b, modifiers) * (0.1 + salience.get(b, 0.0) + HABIT * (b in called)) for b in fitting
        }
        for body in (b for b in fitting if not b.personal):
            weights[id(body)] *= min(len(body.mentions), OFTEN) ** 0.25
            weights[id(body)] *= TRADES if lemma in speaker_words("commercial") and _trades(body) else 1.0
        if led is not None and id(led) in weights:
            weights[id(led)] *= LEADS
        total = sum(weights.values()) or 1.0
        ranked = sorted(fitting, key=lambda b: (-weights[id(b)], b.name))
        return [(b, weights[id(b)] / total) for b in ranked[:6]]

    def _described_so(self, lemma: str, words: frozenset[str], place: int, salience: Mapping[Bearer, float]) -> list[Bearer]:
        """Who is described by a noun or, of bodies where none is, who is at hand and described by a near one: the Home Office as "the
        department".
        """
        body = lemma in speaker_words("organization", "government") and lemma not in speaker_words("person")
        for near in (frozenset({lemma}), words) if body else (words,):
            found = [b for word in sorted(near) for b in self._by_word.get(word, ())] + self._named.get(lemma, [])[-MOST:]
            found += [b for b in salience if not near.isdisjoint(_described_as(b))]
            fitting = [b for b in dict.fromkeys(found) if b.mentions and b.mentions[0].start < place and agrees(b, lemma)]
            if body and near is words:
                fitting = [b for b in fitting if salience.get(b, 0.0) >= FAINTEST or lemma in _described_as(b)]
            if fitting:
                return fitting
        return []

    def _may_be_a_paper(self, bearer: Bearer) -> bool:
        """Whether the tagger takes it for an organization anywhere, it does not broadcast, and the article has not called it a company."""
        on_air = not {"tv", "radio"}.isdisjoint(bearer.name.lower().replace("-", " ").split())
        body = any(m.label == "organization" for m in bearer.mentions)
        return body and not on_air and all(bearer not in called for called in self._called.values())

    def _named_soon(self, words: Iterable[str], head: Token, place: int) -> Bearer | None:
        """The only one who has the title, where a lead speaks of "the superintendent" and the next sentence names "Superintendent Orr", or
        of "the head of the Tarn Port Authority" and a paragraph or two later "Ada Quill, the authority's director, said".
        """
        lemma, of_what = head.lemma_.lower(), _of_what(head)
        named = [b for word in _CHIEFS for b in self._by_word.get(word, ())] if of_what and lemma in _CHIEFS else []
        named += [b for word in words for b in self._by_word.get(word, ())]
        found = {id(b): b for b in named if b.personal and not b.described and agrees(b, lemma)}
        told = [b for b in found.values() if {of_what, f"{of_what}'s", f"{of_what}’s"} & b.known]
        bearer = next(iter(told or found.values()), None)
        if bearer is None or len(told or found) != 1:
            return None
        mention = bearer.mentions[0]
        near = 0 < mention.start - place < (FAR_AHEAD if told else AHEAD)
        together = mention.first.doc is head.doc and mention.first.sent.start == head.sent.start
        return bearer if near and not together and (told or bearer.known <= speaker_words("titles", "person") - {"fellow"}) else None


def _is_called_so_before(bearer: Bearer, words: Collection[str], place: int) -> bool:
    """Whether the article has called somebody so by then: "the author" is nobody whom it calls an author only further on."""
    told = [m.first.doc[max(0, m.first.i - BESIDE) : m.last.i + BESIDE] for m in bearer.mentions if m.start < place]
    return any(not {t.lower_, t.lemma_.lower()}.isdisjoint(words) for span in told for t in span)


def _of_what(head: Token) -> str:
    """Of what somebody is the head, in small letters: "authority" of "the head of the Tarn Port Authority" and of "the authority's head",
    "transport" of "the transport minister"; empty where that is not told.
    """
    link = next((c for c in head.rights if c.dep_ == "prep" and c.lower_ in {"of", "at", "for"}), None)
    before = head.nbor(-1) if head.i else head
    thing = child(link, "pobj") if link is not None else child(head, "poss")
    thing = thing or (before if before.dep_ == "compound" and before.head is head else None)
    return thing.lower_ if thing is not None and thing.pos_ in {"NOUN", "PROPN"} else ""


_CHIEFS = frozenset(
    {
        "head", "chief", "boss", "leader", "director", "executive", "chairman", "chairwoman", "chair", "president", "commissioner",
    }
)  # fmt: skip
"""What the first of a body is called."""


def _trades(bearer: Bearer) -> bool:
    """Whether it has a firm's name: "Tarn Resources"."""
    body = bearer.kind == "organization" and not bearer.described
    return body and head_of_name(bearer.name.lower().split()) in speaker_words("trading", "trades")


def _described_as(bearer: Bearer) -> set[str]:
    if bearer.described or bearer.kind in {"person", "place", "group"}:
        return bearer.heads
    return bearer.heads | {head_of_name(bearer.name.split()).lower(), *_SHORT.get(bearer.name, ())}


_SHORT = {"GOP": {"party"}, "FBI": {"bureau"}}
"""What somebody is whose short name does not say so to whoever does not know it."""


_GENERAL = frozenset({"group", "organization", "organisation", "agency", "network", "outlet", "chain"})
"""What any body may be called, whatever its name says that it is."""


def _is_of_another_class(bearer: Bearer, words: frozenset[str]) -> bool:
    """Whether a body's name says that it is something else: "the union" is no Chamber of Commerce, "the university" no Home Office."""
    head = head_of_name(bearer.name.lower().split())
    return head in speaker_words("public", "civic", "courts") and head not in words


def agrees(bearer: Bearer, lemma: str) -> bool:
    """Whether sex and kind allow it: "the congresswoman" is no man, "the company" no ministry."""
    personal = lemma in speaker_words("person", "male", "female", "anonymous")
    if bearer.personal != personal and lemma != head_of_role(bearer.role or ""):
        return False
    if lemma in speaker_words("male") and (bearer.gender or bearer.likely) == "female":
        return False
    words = bearer.name.lower().split()
    if lemma in speaker_words("commercial") and not speaker_words("public").isdisjoint(words):
        return False
    if lemma not in speaker_words("papers") | bearer.heads and not bearer.personal and not speaker_words("press").isdisjoint(words[-1:]):
        return False  # "the hospital" and "the firm" are not the Marrow Herald, which was told something
    return not (lemma in speaker_words("female") and (bearer.gender or bearer.likely) == "male")


def is_another(bearer: Bearer, before: Iterable[Token]) -> bool:
    """Whether the words before a description's noun tell it from this bearer: "the French president" is not one who is never called
    French, "the appeals court" not the Supreme Court.
    """
    known = _known(bearer)
    kinds = not bearer.personal and " " in bearer.name and not _trades(bearer)  # "the car maker" may be Tarn Motors
    return any(
        token.lower_ not in {*known, "news"} and (_is_nationality(token) or (kinds and token.pos_ == "NOUN" and token.dep_ == "compound"))
        for token in before
    )


def holds_another_office(bearer: Bearer, modifiers: set[str], office: str) -> bool:
    """Whether somebody has an office that a description's words tell from the one meant: "the prime minister" is no culture minister, and
    "the mayor" neither deputy mayor nor former mayor nor governor.
    """
    role = (bearer.role or "").lower().replace("-", " ").split()
    if "prime" in modifiers and "prime" not in bearer.known and not bearer.heads.isdisjoint({"minister", "secretary"}):
        return True
    if not bearer.personal or bearer.described:
        return False
    if office not in role:
        held = head_of_role(bearer.role or "").lower()
        one = {held, office} <= _OF_CABINETS or held in _narrower().get(office, ())
        another = {held, office} <= OFFICES and not one and office not in bearer.known
        return another and _NOT_IN_OFFICE.isdisjoint(modifiers)
    apart = speaker_words("portfolios") | _RANKS
    theirs, mine = apart.intersection(role[: role.index(office)]), apart & modifiers
    lower = not _NOT_IN_OFFICE.isdisjoint(role[: role.index(office)]) and _NOT_IN_OFFICE.isdisjoint(modifiers) and office in OFFICES
    return lower or (bool(theirs) and bool(mine) and theirs.isdisjoint(mine))


_NOT_IN_OFFICE = RANKS - {"prime"}
OFFICES = frozenset({
    "president", "minister", "mayor", "governor", "chancellor", "premier", "secretary", "pope", "king", "queen", "director",
    "commissioner",
})  # fmt: skip
"""Of these there is one at a time, who is meant by the bare word."""
_OF_CABINETS = frozenset({"minister", "secretary", "chancellor", "premier"})
"""What the same one may be called."""


def _is_nationality(token: Token) -> bool:
    """Whether it says from where somebody is; several are a team's name: "the | Rovers | boss"."""
    return token.ent_type_ == "NORP" and token.tag_ != "NNPS" and token.lower_ not in _PARTIES


_PARTIES = frozenset({"republican", "democrat", "democratic", "independent", "conservative", "liberal", "labour", "tory", "green"})
"""What a politician may be called without its having been said before; a nationality is not."""


def _known(bearer: Bearer) -> set[str] | frozenset[str]:
    return bearer.known | (role_words(bearer.name) if bearer.kind != "person" else frozenset())


def _agreement(bearer: Bearer, modifiers: set[str]) -> float:
    """By how many of the description's further words the article has said of the bearer, too."""
    hits = len(modifiers & _known(bearer))
    return (1.0 + 3.0 * hits) * (0.35 ** (len(modifiers) - hits))


_RANKS = frozenset({"prime", "vice", "deputy"})
"""Words of an office without which its holder is hardly told of."""
