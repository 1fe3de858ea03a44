"""What kind of source a common noun names, and what kind of bearer a name has by the words beside it: a title, an age, "which", a noun in
apposition, what only a state has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile

from factcards.cards import SpeakerKind
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.parsing.word_classes import is_person
from factcards.engines.local.speakers.binding import is_lost_subject
from factcards.engines.local.speakers.bodies import does_as_several, has_hired, says_it_of_itself
from factcards.engines.local.speakers.naming import EntityKind, Mention, has_article, is_first_name, is_postnominal
from factcards.lexicon import speaker_words

__all__ = [
    "is_called_a_paper",
    "is_employer",
    "is_of_a_place",
    "is_told_by_which",
    "kinds_beside",
    "looms",
    "noun_kind",
    "shows_a_person",
    "source_kind",
    "stays_unnamed",
]


def noun_kind(noun: Token) -> SpeakerKind:
    """What kind of source a common noun names ("officials", "the report", "the company"): by our lists, else by its commonest sense."""
    lemma = noun.lemma_.lower()
    plural = noun.tag_ in {"NNS", "NNPS"}
    if lemma == "figure" and any(c.lower_ in _EMINENT for c in noun.lefts):
        return "anonymous"  # "senior figures in the party" are none that show
    found = _listed(plural=plural).get(lemma)
    if found is not None:
        return found
    personal = lemma in speaker_words("person") or (noun.pos_ == "NOUN" and is_person(lemma))
    return "unknown" if not personal else "group" if plural else "person"


@cache
def _listed(*, plural: bool) -> Mapping[str, SpeakerKind]:
    """Noun -> the kind of the first list that has it."""
    order: tuple[SpeakerKind, ...] = (
        ("anonymous", "document", "government", "organization", "group")
        if plural
        else ("document", "government", "organization", "anonymous")
    )
    return {noun: kind for kind in reversed(order) for noun in speaker_words(kind)}


_EMINENT = frozenset({"senior", "leading", "prominent", "influential", "political", "religious", "public", "opposition", "party"})
"""Before "figures" that are somebody."""


def looms(verb: Token) -> bool:
    """Whether a thing may come to do something: "the row | threatens | to halt the talks", "a row that | threatens | to"; not a union."""
    subject = child(verb, "nsubj") if verb.lemma_ == "threaten" and child(verb, "xcomp") is not None else None
    thing = verb.head if subject is not None and verb.dep_ == "relcl" and subject.tag_ == "WDT" else subject
    return thing is not None and thing.pos_ == "NOUN" and noun_kind(thing) == "unknown"


def source_kind(noun: Token) -> SpeakerKind:
    """What kind of source a noun names where it stands: several of whom no noun tells ("some", "22 per cent") are a group, as a family is,
    and whoever "asked not to be named" is anonymous.
    """
    kind, lemma = noun_kind(noun), noun.lemma_.lower()
    if kind == "unknown" and (lemma in {"family", "couple", "crowd", "public"} or lemma in _COUNTED):
        return "group"
    if kind == "unknown" and noun.tag_ == "NNS" and lemma in {"finding", "account", "result"}:
        return "document"
    return "anonymous" if kind == "person" and stays_unnamed(noun) else kind


_COUNTED = frozenset({"many", "some", "most", "several", "few", "others", "both", "percent", "%", "cent", "half", "third", "quarter"})
"""What counts several without telling whom."""


def stays_unnamed(noun: Token) -> bool:
    """Whether a clause behind a description says that there is no name: "one nurse, who | asked not to be named |,", "an aide, | speaking
    privately |,". In "a man who was identified as Bo Marsh" it does not.
    """
    doc, at = noun.doc, noun.right_edge.i if noun.right_edge.i > noun.i else noun.i
    clause = next((c for c in noun.rights if c.dep_ in {"relcl", "acl"}), None)
    if clause is not None:
        said = {t.lower_ for t in clause.subtree}
    elif at + 2 < len(doc) and doc[at + 1].text == "," and doc[at + 2].tag_ == "VBG":
        said = {t.lower_ for t in takewhile(lambda t: not t.is_punct, doc[at + 2 : at + 2 + _ASIDE])}
    else:
        return False
    refused = not said.isdisjoint({"not", "n't", "n’t", "declined", "refused", "without", "wished", "never"})
    return not said.isdisjoint({"privately", "anonymously", "anonymity"}) or (refused and not said.isdisjoint(speaker_words("silence")))


_ASIDE = 12
"""Words of a participle phrase behind a description that are looked at."""


def is_told_by_which(mention: Mention) -> bool:
    """Whether a "which" behind a comma tells of it, or of what stands before it: "Marsh, which has 40 shops"."""
    behind = mention.last.doc[mention.last.i + 1 : mention.last.i + 3]
    return [t.lower_ for t in behind] == [",", "which"] and behind[-1].head.lemma_ != "mean"  # "they keep Quill, which means that"


def kinds_beside(mention: Mention) -> Iterator[tuple[EntityKind, int]]:
    """Votes for a kind from the words beside a mention."""
    doc, first = mention.first.doc, mention.first
    yield from _of_a_person(mention)
    if mention.title:
        yield "person", 5
    elif has_article(mention):
        yield "organization", 1
    if is_told_by_which(mention) and mention.label == "person":
        yield "organization", 3
    if is_employer(mention.head):
        yield "organization", 4
    if not mention.title and is_of_a_place(mention):
        yield "place", 6
    if _has_somebody(mention):
        yield "organization", 6
    yield from _of_a_company(mention)
    yield from _of_an_it(mention)
    if is_called_a_paper(mention):
        yield "organization", 6
    yield from _by_nouns_beside(mention)
    words = mention.words.split()
    if len(words) > 1 and mention.label == "group" and not words[-1].endswith("s") and words[0].lower() not in _OF_PEOPLES:
        yield "person", 3  # peoples have one word; the tagger takes rare names for them
    if len(words) > 1 and is_first_name(words[0]) and words[-1].lower() not in speaker_words("name_ends"):
        yield "person", 3
    before = doc[first.i - 1] if first.i else first
    if first.i and before.pos_ == "NOUN" and before.lemma_.lower() in speaker_words("person") - speaker_words("either"):
        yield "person", 2
    elif before.tag_ == "NN" and before.lower_ in speaker_words("bare") and mention.head.head.dep_ != "relcl":
        yield "organization", 4  # "the charity Tarn North", not "the charity Ada Quill founded"


def _of_an_it(mention: Mention) -> Iterator[tuple[EntityKind, int]]:
    """Votes for a body by a "the regulator" beside it, by the plural that follows and by what says "it" of its own: "Tarn said | it | would
    appeal", "Tarn said so. | It | declined to comment".
    """
    if mention.label == "place" or mention.title or is_first_name(mention.first.text):
        return
    counted = speaker_words("bare", "either", "person")  # by `_by_nouns_beside`
    if any(noun_kind(t) in {"organization", "government"} and t.lemma_.lower() not in counted for t in _nouns_beside(mention)):
        yield "organization", 4
    if does_as_several(mention) or says_it_of_itself(mention):
        yield "organization", 6


def _has_somebody(mention: Mention) -> bool:
    """Whether it is a name of two words with no first name that has somebody with a whole name: "| Tarn Front |'s Ada Quill"."""
    doc, at = mention.last.doc, mention.last.i + 1
    apart = mention.first.i < mention.last.i and not mention.title and not is_first_name(mention.first.text)
    if not apart or at + 2 >= len(doc) or doc[at].text not in {"'s", "’s"}:
        return False
    return doc[at + 1].pos_ == doc[at + 2].pos_ == "PROPN" and doc[at + 1].dep_ == "compound" and doc[at + 1].head is mention.head.head


def _by_nouns_beside(mention: Mention) -> Iterator[tuple[EntityKind, int]]:
    """Votes by what the name is said to be: "the broker, Ada Quill,", "the applicant, Tarn Homes,"."""
    beside = _nouns_beside(mention)
    if any(t.lemma_.lower() in speaker_words("person") for t in beside):
        yield "person", 4
    elif any(t.lemma_.lower() in speaker_words("bare") for t in beside):
        yield "organization", 4


def is_employer(name: Token) -> bool:
    """Whether a name only says where somebody works who is named before: "Ada Quill, an analyst at | Tarn Risk |, who doubts it"."""
    doc, link = name.doc, name.head
    worker = link.head if name.dep_ == "pobj" and link.lower_ == "at" else name
    named = worker.head if worker.dep_ == "appos" else worker
    return named.pos_ == "PROPN" and named.i < worker.i < name.i and doc[worker.left_edge.i - 1].text == "," and name is not worker


def _of_a_person(mention: Mention) -> Iterator[tuple[EntityKind, int]]:
    """Votes for a person by an age, a "who" and what only somebody is said to be: "Quill, 52", "Quill (left)"."""
    doc, at = mention.last.doc, mention.last.i + 1
    if at + 1 < len(doc) and doc[at].text == ",":
        if doc[at + 1].like_num and len(doc[at + 1].text) < 3:
            yield "person", 3
        if doc[at + 1].lower_ == "who":
            yield "person", 3 if doc[at + 1].head.tag_ == "VBZ" else 2  # of a club rather "who are": "the Rovers, who lose"
    if shows_a_person(mention):
        yield "person", 5
    if mention.label != "place" and not has_article(mention) and at < len(doc) and is_postnominal(doc[at]):
        yield "person", 5  # "Quill MP"


def _of_a_company(mention: Mention) -> Iterator[tuple[EntityKind, int]]:
    """Votes for an organization by a company's form, by what only companies have and by a region: "Tarn NV", "Tarn's shareholders"."""
    if mention.label == "person" and not mention.title and mention.last.i > mention.first.i and mention.first.lower_ in _OF_REGIONS:
        yield "organization", 5
    named_so = mention.last.i > mention.first.i and mention.last.text.replace(".", "") in _COMPANIES
    if named_so:
        yield "organization", 6
    elif _has_what_companies_have(mention):
        yield "organization", 3
    beside = mention.first.i and mention.first.nbor(-1).lower_ in speaker_words("either") and not is_first_name(mention.first.text)
    if beside and any(c.lower_ == "its" for c in mention.head.lefts):
        yield "organization", 4  # "its supplier Tarn"


def _has_what_companies_have(mention: Mention) -> bool:
    """Whether it has what people hardly have: "Tarn's shareholders"; or a town might, too: "Tarn's founder"."""
    owns = mention.head.dep_ == "poss" and mention.head.head.lemma_.lower() in _OF_COMPANIES
    return owns or (mention.label == "person" and not mention.title and has_hired(mention))


_LANDS = frozenset({"country", "nation", "republic", "kingdom"})
"""What a country is called beside its name, and hardly anything else is."""


def is_called_a_paper(mention: Mention) -> bool:
    """Whether it is named behind the word for a paper: "the daily | De Klok |", "the Larch weekly | Onze Tijd |"."""
    before = mention.first.doc[max(0, mention.first.i - 4) : mention.first.i]
    called = bool(before) and before[-1].text in speaker_words("papers")
    return called and any(t.lower_ in {"the", "a"} for t in before[:-1])


def shows_a_person(mention: Mention) -> bool:
    """Whether the name is said to be in a picture or to be what only a person is: "Quill (left)", "Quill will be a goalkeeper"."""
    doc, at, verb = mention.last.doc, mention.last.i + 1, mention.head.head
    bracketed = at + 2 < len(doc) and doc[at].text == "(" and doc[at + 1].lower_ in _IN_PICTURES and doc[at + 2].text in {")", ",", "in"}
    if mention.label == "place":
        return False
    if bracketed and not has_article(mention):
        return True
    if mention.head.dep_ != "nsubj" or verb.lemma_ != "be":
        return False
    noun = child(verb, "attr")
    lemma = "" if noun is None or noun.tag_ != "NN" else noun.lemma_.lower()
    return lemma in speaker_words("person") and lemma not in speaker_words("either") | _OF_BODIES


def is_of_a_place(mention: Mention) -> bool:
    """Whether what stands beside the name is said of places only: "Tarn's capital", "the port of Tarn", "a third country, Tarn", "Friday's
    trip to Tarn".
    """
    head, above = mention.head, mention.head.head
    if head.dep_ == "pobj" and above.lower_ == "to" and above.head.lemma_.lower() in _WAYS:
        return mention.first is mention.last and not is_first_name(mention.words)
    if head.dep_ == "pobj" and above.lower_ == "in" and above.head.lemma_.lower() in _WHEREABOUTS:
        return mention.first is mention.last and not is_first_name(mention.words)
    if head.dep_ == "poss":
        return above.lemma_.lower() in speaker_words("of_states")
    if head.dep_ == "pobj" and above.lower_ == "of":
        return above.head.lemma_.lower() in speaker_words("settlements") | {"resident"}
    if any(noun.lower_ in _LANDS | speaker_words("settlements") for noun in _nouns_beside(mention)):
        return True
    return bool(mention.first.i) and mention.first.nbor(-1).lower_ in {"neighbouring", "neighboring"}


_WHEREABOUTS = frozenset({"arrive", "land", "live", "settle", "disembark"})
"""What somebody does in a place, and not in somebody."""
_WAYS = frozenset({"trip", "journey", "flight", "road", "train", "ferry", "commute", "pilgrimage"})
"""What leads to a place, and not to somebody."""


def _nouns_beside(mention: Mention) -> list[Token]:
    """The nouns that the name is in apposition to, or that are in apposition to it, which the parser may take for a second subject."""
    head = mention.head
    beside = [c for c in head.children if c.dep_ == "appos" and not is_lost_subject(c)]
    seconds = head.head.lefts if head.dep_ == "nsubj" else ()  # "Tarn Trading, | the company | that imports it, said"
    beside += [c for c in seconds if c.dep_ == "nsubj" and c.left_edge.i == mention.last.i + 2 and c.left_edge.nbor(-1).text == ","]
    if mention.head.dep_ == "appos" and not is_lost_subject(mention.head):
        beside.append(_named_noun(mention))
    return [t for t in beside if t.tag_ == "NN"]


def _named_noun(mention: Mention) -> Token:
    """The noun that the name is in apposition to. An organization right before the comma goes before what the parser takes: in "a spokesman
    for the pilots' union, Navis" that is the union. But a bare "the company" needs no name, and whoever the tagger takes for a person is
    rather its spokesman.
    """
    doc, first, noun = mention.first.doc, mention.first.i, mention.head.head
    near = doc[first - 2] if first > 1 and doc[first - 1].text == "," and doc[first - 2].tag_ == "NN" else noun
    if near.lemma_.lower() not in speaker_words("bare"):
        return noun
    speaks = near.head.head if near.dep_ == "pobj" else None
    if speaks is None or speaks.lemma_.lower() not in speaker_words("person"):
        return near
    modified = any(c.dep_ in {"amod", "compound", "poss", "nmod"} for c in near.children)
    return near if modified and mention.label != "person" else speaks


_IN_PICTURES = frozenset({"left", "right", "pictured", "centre", "center"})
"""What a caption says in brackets of whom its picture shows."""
_OF_BODIES = frozenset({
    "leader", "player", "victim", "author", "head", "expert", "witness", "survivor", "source", "champion", "referee", "host", "donor",
    "critic", "supporter", "opponent", "winner", "loser", "contender", "newcomer", "outsider", "underdog", "favourite", "favorite",
    "challenger", "incumbent", "successor", "predecessor", "founder", "star", "icon", "mediator", "negotiator", "candidate", "nominee",
    "suspect", "trader", "manager", "guard", "rival", "owner", "publisher", "producer", "maker", "investor", "lender", "broker", "pioneer",
    "partner",
})  # fmt: skip
"""Words for persons that are said of companies, clubs and countries as well: "Tarn is a leader in tyres"."""
_COMPANIES = frozenset({
    "Groep", "Groupe", "Gruppe", "Grupo",
    "NV", "BV", "SA", "SAS", "AG", "SE", "AB", "ASA", "AS", "Oyj", "SpA", "GmbH", "KG", "Pte", "Pty", "PLC", "Plc", "plc", "Inc", "Corp",
    "Ltd", "LLC", "LLP",
})  # fmt: skip
"""Forms of companies, behind their names."""
_OF_COMPANIES = frozenset({"share", "revenue", "shareholder", "workforce", "turnover", "subsidiary", "dividend", "takeover"})
"""What companies have and people hardly."""
_OF_REGIONS = frozenset({
    "american", "british", "central", "eastern", "european", "international", "irish", "national", "northern", "scottish", "southern",
    "united", "welsh", "western",
})  # fmt: skip
"""First words of what serves a region, and nobody's first name: "Northern Grid"."""
_OF_PEOPLES = frozenset({
    "african", "asian", "costa", "el", "hong", "latin", "native", "new", "north", "northern", "puerto", "saudi", "south", "southern", "sri",
})  # fmt: skip
"""What the name of a people of two words begins with: "the South African", "a New Zealander"."""
