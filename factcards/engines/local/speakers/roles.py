"""What an article says of a name's bearer, in its own words: the title before the name, the apposition or the clause behind it."""

from __future__ import annotations

from factcards.engines.local.parsing.grammar import TENSED, child, trimmed
from factcards.engines.local.parsing.tokens import Doc, Token
from factcards.engines.local.parsing.word_classes import is_person
from factcards.engines.local.speakers.binding import is_lost_subject
from factcards.engines.local.speakers.naming import Mention, text_of
from factcards.engines.local.speakers.offices import STYLES, holds_office, is_portfolio
from factcards.lexicon import speaker_words

__all__ = [
    "body_beside",
    "head_of_role",
    "head_words",
    "is_kin_of_another",
    "kin_beside",
    "office_told",
    "role_of",
    "role_words",
]

LONGEST_ROLE = 16
"""Words of the longest description that is kept as a role."""
_ENDS = frozenset({"of", "for", "at", "in", "to", "from", "who", "with", ",", "under", "on"})
_JOINS = frozenset({"of", "for", "and", "the", "-", "&", "/"})
_DROPPED = frozenset({"the", "a", "an", "of", "and", "for", "'s", "’s", "its", "his", "her", "their", "our", "my", "by", "then", "-"})


_COURTESY = frozenset({"dr", "prof", "hon", "rev"})


def role_of(mention: Mention) -> str | None:
    """The description beside a person's name, null when there is none. What somebody does and where says more than a bare "Dr."."""
    said: str | None = None
    for told in (_behind, _before, _beside_which, _in_court):
        said = told(mention) or said
        if said is not None and said.lower().rstrip(".") not in {"dr", "prof", "professor"}:
            return said
    return _by_work(mention) or _belonging_to(mention) or said


def _before(mention: Mention) -> str | None:
    """As in "U.S. Secretary of State", "Republican strategist", "former Florida Gov."; not a bare "Mr."."""
    doc = mention.first.doc
    at = mention.first.i
    while at and not doc[at].is_sent_start and _belongs(doc[at - 1]):
        at -= 1
    words = _own_title(list(doc[at : mention.first.i]))
    while words and (words[0].lower_ in _DROPPED or words[0].is_punct):
        words = words[1:]
    if not words or len(words) > LONGEST_ROLE or words[-1].lower_ in _JOINS:
        return None
    while len(words) > 1 and (_is_courtesy(words[-1]) or words[-1].lower_ in STYLES) and not words[-1].text.islower():
        words = words[:-1]  # "British diplomat Sir", "Tarn chairman Lord"
    while len(words) > 1 and words[-1].lower_.rstrip(".") in _COURTESY:
        words = words[:-1]  # "Health Minister Dr."
    tail = next((at for at, t in enumerate(words) if t.lower_ in {"of", "for"}), len(words))
    noun = words[-1].tag_ in {"NN", "NNP"} and not words[-1].ent_type_  # no "senior"
    known = holds_office(words[-1]) or (noun and is_person(words[-1].lower_))  # "auctioneer", which no list has
    if not (known or (tail < len(words) and any(holds_office(t) for t in words[:tail]))):
        return None
    if all(_is_courtesy(t) for t in words) or (words[-1].tag_ == "JJ" and words[-1].lower_ in speaker_words("half_titles")):
        return None  # "former | Marrow | captain Ada Quill" says nothing of Marrow
    return text_of(words[0], words[-1])


def _is_courtesy(word: Token) -> bool:
    """Whether a word tells somebody's sex and no office: "Sir", "Mrs.", "brother"; not "spokeswoman"."""
    known = word.lower_ in speaker_words("male", "female")
    return known and not (word.lower_.endswith(("woman", "man")) and word.lower_ in speaker_words("titles"))


def _beside_which(mention: Mention) -> str | None:
    """As in "the union's president, Mary Kay Henry" and "an adviser to Ms. Quill, Ned Orr": the description that the name stands in
    apposition to. The parser may hang the name on the description's last word.
    """
    noun = mention.head.head
    inner = {"pobj", "prep", "compound", "poss"}
    while (noun.dep_ in inner or (noun.dep_ == "conj" and noun.pos_ == "PROPN")) and not (noun.tag_ == "NN" and holds_office(noun)):
        noun = noun.head
    if mention.head.dep_ != "appos" or noun.tag_ not in {"NN", "NNP"} or noun.i > mention.first.i or not _is_said_of(mention, noun):
        return None
    return _phrase(noun, noun.left_edge.i, before=mention.first.i)


def _is_said_of(mention: Mention, noun: Token) -> bool:
    """Whether the noun before a name is what its bearer is: an office, or with "the" whatever one may be ("the landowner, Ada Quill,")."""
    if holds_office(noun):
        return True
    the = noun.left_edge.lower_ == "the" and mention.head.head is noun and mention.label == "person"
    return the and noun.pos_ == "NOUN" and _names_one(noun) and noun.lemma_.lower() not in speaker_words("bare")


def _belonging_to(mention: Mention) -> str | None:
    """As in "Mira Quill, of the Tarn Institute,": the organization behind the name."""
    doc, at = mention.last.doc, mention.last.i + 1
    at += at < len(doc) and doc[at].text == ","
    if at + 1 >= len(doc) or doc[at].lower_ not in {"of", "from", "at", "with"}:
        return None
    first = at + 1 + (doc[at + 1].lower_ == "the")
    last = _end_of_body(doc, first)
    if doc[at].ent_type_ == "ORG" or last == first:  # "Tarn Foods | of Salinas Bend |"
        return None
    seat = last + 1 < len(doc) and doc[last].lower_ == "in" and doc[last + 1].pos_ == "PROPN"
    while seat and last < len(doc) and not doc[last].is_punct and (doc[last].pos_ == "PROPN" or doc[last].lower_ == "in"):
        last += 1
    return text_of(doc[at], doc[last - 1])


def _end_of_body(doc: Doc, first: int) -> int:
    """One past the name of a body that begins there by the tagger, or whose last word says that it is one; `first` where none does."""
    last = first
    while last < len(doc) and doc[last].ent_type_ == "ORG":
        last += 1
    if last > first:
        return last
    while last < len(doc) and (doc[last].pos_ == "PROPN" or (last > first and doc[last].tag_ == "POS")):
        last += 1
    ends = speaker_words("name_ends") | {"trust", "federation", "alliance", "league", "partnership"}
    closed = last < len(doc) and doc[last].text == "," and doc[first - 2].text == ","  # "Ada Quill, of | Asthma Tarn |,"
    return last if last > first + 1 and (closed or doc[last - 1].lower_ in ends) else first


def _own_title(words: list[Token]) -> list[Token]:
    """Without what belongs to somebody before: in "the full attention of Secretary" and "Rand Paul and former CEO" the end alone."""
    for at in range(len(words) - 2, 0, -1):
        joins, before, ends_titled = words[at].lower_, words[at - 1], holds_office(words[-1])
        of_both = {before.lower_, words[at + 1].lower_} <= speaker_words("portfolios")  # "Police and Crime Commissioner"
        if of_both or (not ends_titled and is_portfolio(words[at + 1])) or _names_a_body(before):
            continue  # "Minister of Health and Welfare", "Bank of Tarn governor"
        if joins in {"and", "&"} and not (holds_office(before) and ends_titled and before.text.islower()):
            return words[at + 1 :]
        if joins in {"of", "for"} and (ends_titled or not holds_office(before)):
            return words[at + 1 :]
    return words


def _names_a_body(before: Token) -> bool:
    """Whether the word before "of" heads the name of a body: "House of Commons", "University of Tarn"."""
    return before.pos_ == "PROPN" and before.lower_ in speaker_words("name_ends") and before.nbor(1).lower_ == "of"


def _belongs(token: Token) -> bool:
    if token.text in {"'s", "’s"}:
        return bool(token.i) and token.nbor(-1).lower_ in {"children", "women", "people"}  # "Children's Commissioner"
    if token.is_space:
        return False
    if token.is_digit and len(token) == len("1996"):  # "the 1996 Tarn champion"
        return True
    if (len(token) > 2 and token.is_upper) or _is_hyphened(token):  # "WHO spokesman", "two-time champion"
        return True
    if token.is_sent_start and token.pos_ in {"ADP", "CCONJ", "SCONJ", "DET", "PRON"}:
        return False
    past = (token.tag_ == "VBN" and token.dep_ == "amod") or (token.tag_ == "VB" and token.dep_ == "compound")  # "retired", "defender"
    return token.pos_ in {"PROPN", "NOUN", "ADJ"} or past or token.lower_ in _JOINS or token.lower_ in speaker_words("titles")


def _is_hyphened(token: Token) -> bool:
    """Whether a word is joined to another by a hyphen: "prize-| winning", "| two-time"."""
    doc, at = token.doc, token.i
    joins = at + 1 < len(doc) and doc[at + 1].text == "-" and not token.whitespace_ and not doc[at + 1].whitespace_
    joined = at > 1 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_ and not doc[at - 2].whitespace_
    return token.is_alpha and (joins or joined)


def _behind(mention: Mention) -> str | None:
    """As in ", the museum's director,", ", 32, a nurse", ", who is the company's chairman", " - the senator - "."""
    doc = mention.last.doc
    at = mention.last.i + 1
    if at < len(doc) and doc[at].text == "(":  # "(R-Fla.)", "(D)"
        at = next((t.i + 1 for t in doc[at : at + 8] if t.text == ")"), at)
    if at >= len(doc) or doc[at].text not in {",", "—", "–", "-", "--"}:
        return None
    at += 1
    if at + 1 < len(doc) and doc[at].like_num and doc[at + 1].text == ",":
        at += 2
    if at >= len(doc):
        return None
    if doc[at].lower_ == "who":
        return _by_clause(doc[at])
    if doc[at].lower_ == "whose":
        return None
    return _by_apposition(mention, at)


def _by_apposition(mention: Mention, at: int) -> str | None:
    doc = mention.last.doc
    inside = range(mention.first.i, mention.last.i + 1)
    described = next((t for t in doc[at : at + 12] if t.dep_ == "appos" and _hangs_on(t, inside) and t.pos_ in {"NOUN", "PROPN"}), None)
    if described is not None and described.lower_ == "co" and (whole := _behind_prefix(described)) is not None:
        first = next((t for t in doc[at : described.i + 1] if t.lower_ not in {"a", "an", "the"}), described)
        return text_of(first, whole)
    if doc[at].pos_ in {"CCONJ", "SCONJ"} or (described is not None and (is_lost_subject(described) or not _names_one(described))):
        return None
    told = doc[at].pos_ == "DET" or (doc[at].text.islower() and doc[at].pos_ != "ADP") or holds_office(doc[at])
    if described is None and not told:  # "Ada Quill, | through a spokeswoman |, said"
        return None
    if described is None:  # the parser often loses an apposition: a title or "a/the ... NOUN" right behind the comma shows it
        described = next((t for t in doc[at : at + 7] if t.tag_ in {"NN", "NNP"} and holds_office(t) and _noun_phrase(t).i <= at + 1), None)
        if described is None or any(t.pos_ in {"VERB", "AUX"} or t.text in {",", "."} for t in doc[at : described.i]):
            return None
        if described.dep_ in {"nsubj", "nsubjpass"}:
            return None
    return _phrase(described, at)


def _behind_prefix(prefix: Token) -> Token | None:
    """The office behind a prefix with a hyphen, for which the parser takes the prefix: "the Greens' co-| leader |"."""
    office = prefix.nbor(2) if prefix.i + 2 < len(prefix.doc) and prefix.nbor(1).text == "-" else None
    return office if office is not None and holds_office(office) else None


def _names_one(noun: Token) -> bool:
    """Whether a noun can be said of one human being or body: a title, a known noun, or one of the usual endings."""
    known = noun.lemma_.lower() in speaker_words("person", "organization", "government")
    ends = noun.lower_.endswith(("er", "or", "ist", "ian", "man", "woman", "ant", "ee", "eur"))
    return noun.tag_ in {"NN", "NNP"} and (holds_office(noun) or known or ends or (noun.tag_ == "NN" and is_person(noun.lemma_.lower())))


def _hangs_on(token: Token, inside: range) -> bool:
    head = token.head
    return head.i in inside or (head.dep_ in {"appos", "conj"} and head.head.i in inside)


def _noun_phrase(head: Token) -> Token:
    return head.doc[head.left_edge.i]


def _by_clause(who: Token) -> str | None:
    """As in "who is a former adviser": the predicate noun."""
    verb = who.head
    noun = child(verb, "attr") if verb.lemma_ == "be" else None
    if noun is None or noun.pos_ != "NOUN" or verb.tag_ == "VBD":  # who "was a minister until 2015" is none
        return None
    return _phrase(noun, noun.left_edge.i)


def office_told(mention: Mention) -> str | None:
    """The office that a sentence says somebody holds: "Mira Quill is | the Rovers manager |"; not one that she held."""
    verb = mention.head.head
    noun = child(verb, "attr") if mention.head.dep_ == "nsubj" and verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"} else None
    if noun is None or noun.pos_ != "NOUN" or child(verb, "neg") is not None or not holds_office(noun):
        return None
    return _phrase(noun, noun.left_edge.i)


def _by_work(mention: Mention) -> str | None:
    """As in "Mira Quill, who runs the clinic" and "who has run it since 2019": the clause, where it says what somebody does."""
    doc, at = mention.last.doc, mention.last.i + 1
    if at + 2 >= len(doc) or doc[at].text not in {",", "—", "–"} or doc[at + 1].lower_ != "who":
        return None
    verb = doc[at + 1].head
    still = verb.tag_ == "VBZ" or (verb.tag_ == "VBN" and {"has", "since"} <= {c.lower_ for c in verb.children})
    if not still or verb.dep_ != "relcl" or verb.lemma_ not in speaker_words("occupations"):
        return None
    words = trimmed(t for t in verb.subtree if t.i < _aside(verb))
    return text_of(words[0], words[-1]) if 2 < len(words) <= LONGEST_ROLE else None


def _in_court(mention: Mention) -> str | None:
    """As in "Mira Quill, prosecuting," and "Ned Orr, representing Harlan Moss,": for whom a lawyer speaks."""
    doc, at = mention.last.doc, mention.last.i + 1
    if at + 2 >= len(doc) or doc[at].text != "," or doc[at + 1].lower_ not in speaker_words("pleading"):
        return None
    end = next((t.i for t in doc[at + 1 : at + LONGEST_ROLE] if t.text == ","), 0)
    return text_of(doc[at + 1], doc[end - 1]) if end else None


def _aside(verb: Token) -> int:
    """Where the first comma behind a verb stands."""
    doc = verb.doc
    ends = [t.i for t in doc[verb.i + 1 : verb.right_edge.i + 1] if t.text in {",", ";", "—", "–", "--"}]
    return min(ends, default=verb.right_edge.i + 1)


def _phrase(noun: Token, at: int, before: int = 1 << 30) -> str | None:
    joined = [c for c in noun.children if c.dep_ == "conj" and c.pos_ == "NOUN" and c.right_edge.i - noun.i < LONGEST_ROLE]
    dropped = [c for c in noun.children if c.dep_ in {"relcl", "appos", "conj"} and c.i > noun.i and c not in joined]
    dropped += [c for c in noun.children if c.dep_ == "cc"] if not joined else []
    asides = {t.i for c in dropped for t in c.subtree}
    words = trimmed(t for t in noun.subtree if at <= t.i < before and t.i not in asides)
    stops = {",", ";", "—", "–", "--", "("}
    dashes = {t.i for t in words if t.text == "-" and t.i and t.whitespace_ and t.nbor(-1).whitespace_}  # "officer at Tarn | - | a firm"
    ends = (at for at, t in enumerate(words) if t.i > noun.i and (t.text in stops or t.i in dashes) and not _is_within_place(t))
    stop = min(next(ends, len(words)), next((at for at, t in enumerate(words) if t.i > noun.i and t.tag_ in {"WP", "WDT"}), len(words)))
    words = trimmed(words[:stop])
    while words and (words[0].lower_ in {"a", "an", "the", "another"} or words[0].tag_ == "PRP$"):
        words = words[1:]
    # Whether a number ends a name: "Transit Workers Local | 118 |"
    if (
        not words
        or len(words) > LONGEST_ROLE
        or words[-1].i - words[0].i >= LONGEST_ROLE
        or any(t.is_digit and not (t.i > 0 and t.nbor(-1).pos_ == "PROPN" and t.like_num) for t in words)
    ):
        return None
    if any(t.tag_ in TENSED for t in words):
        return None
    rank = words[0].i > 1 and _is_hyphened(words[0]) and words[0].nbor(-1).text == "-"
    return text_of(words[0].nbor(-2) if rank else words[0], words[-1])  # "Tarn's | vice- | president"


def _is_within_place(comma: Token) -> bool:
    """Whether the comma stands between a town and its state: "from Dayton |,| Ohio"."""
    if comma.text != "," or not comma.i or comma.i + 1 >= len(comma.doc):
        return False
    before, behind = comma.nbor(-1), comma.nbor(1)
    return before.ent_type_ == behind.ent_type_ == "GPE" and behind.dep_ == "appos" and before.dep_ == "pobj"


def body_beside(mention: Mention) -> Token | None:
    """The noun for what a body is before its name: "Mr. Quill's trade | group |, the Tarn League", "the exam | board | Tarn"."""
    noun = mention.head.head
    before = mention.first.nbor(-1) if mention.first.i else noun
    if (
        before.tag_ == "NN"
        and before.dep_ in {"compound", "nmod", "nsubj"}
        and before.lemma_.lower() in speaker_words("bare", "organization")
    ):
        return before
    beside = mention.head.dep_ == "appos" and noun.i < mention.first.i and noun.tag_ == "NN"
    return noun if beside and noun.lemma_.lower() in speaker_words("bare") else None


def kin_beside(mention: Mention) -> str | None:
    """The word that makes somebody another's kin: "his daughter Ivanka Trump", "Ivanka Trump, his daughter,"."""
    token = _kin(mention)
    return token.lower_ if token is not None else None


def is_kin_of_another(mention: Mention) -> bool:
    """Whether it is told whose kin somebody is: "his daughter Ivanka Trump", but not "Harbour widow Ada Quill"."""
    token = _kin(mention)
    if token is None:
        return False
    return any(t.dep_ == "poss" or t.lower_ == "of" for t in token.children) or (token.i > 0 and token.nbor(-1).lower_ in _OWNING)


_OWNING = frozenset({"whose", "his", "her", "their", "my", "our", "'s", "’s"})


def _kin(mention: Mention) -> Token | None:
    doc = mention.first.doc
    low = max(mention.first.sent.start, mention.first.i - 6)
    for token in reversed(doc[low : mention.first.i]):
        if token.lower_ in speaker_words("kin"):
            return token
        if (
            token.pos_ not in {"PROPN", "CCONJ", "ADJ"}
            and token.text not in {",", "-"}
            and token.lower_ != "the"
            and token.dep_ != "compound"
            and not holds_office(token)
        ):
            break
    behind = doc[mention.last.i + 1 : mention.last.i + 7]
    if len(behind) > 1 and behind[0].text == ",":
        for token in behind[1:]:
            if token.lower_ == "whose":
                break  # "Ada Quill, whose husband, Bo Quill, was"
            if token.lower_ in speaker_words("kin") and token.dep_ == "appos":
                return token
            if token.pos_ == "VERB":
                break
    return None


def head_words(role: str) -> frozenset[str]:
    """The words of a description before its first preposition, without whose it is: "president" of "the union's president of finance";
    and what the last one is made of: "runner" of "front-runner".
    """
    words = _before_preposition(role)
    begins = next((at for at in range(len(words) - 1, 0, -1) if words[at - 1].endswith(_OWNERS)), 0)
    return frozenset([*words[begins:], *(words[-1].rpartition("-")[2] for _ in words[-1:])])


_OWNERS = ("'s", "’s", "s'", "s’")
"""How the word before what somebody owns ends: "Mr. Quill's lawyer" is no "Mr."."""


def head_of_role(role: str) -> str:
    """What somebody is by a description, lower case: "driver" of "bus driver from Tarn", an empty string for "of the Tarn Bank"."""
    return next(reversed(_before_preposition(role)), "")


def _before_preposition(role: str) -> list[str]:
    words = role.lower().replace(",", " ,").split()
    return words[: next((at for at, word in enumerate(words) if word in _ENDS), len(words))]


def role_words(role: str) -> frozenset[str]:
    """The words of a description, lower case, for matching "the former governor" with it; abbreviations are kept as they are."""
    return frozenset(word.strip("\"'’“”,()") for word in role.lower().replace("-", " ").split()) | frozenset(role.lower().split())
