"""Where a text names somebody or something: the tagger's entities, mended at their edges, and capitalised words that it missed.

The small tagger cuts names short, joins titles to them and calls people companies. Here only the edges are mended; what kind
of bearer a name has is voted over the whole article (`people`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from factcards.cards import SpeakerKind
from factcards.engines.local.parsing.grammar import WEEKDAYS, told_by_age, trimmed
from factcards.engines.local.parsing.name_classes import name_class
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.parsing.word_classes import is_person, noun_sense
from factcards.engines.local.speakers.offices import behind_portfolio, ends_title, is_office, is_portfolio
from factcards.figures import CURRENCY_CODES
from factcards.lexicon import speaker_words

__all__ = [
    "POSSESSIVE",
    "SUFFIXES",
    "EntityKind",
    "Mention",
    "find_mentions",
    "has_article",
    "head_of_name",
    "is_first_name",
    "is_heading",
    "is_one_of_a_people",
    "is_postnominal",
    "mention_of",
    "text_of",
]

EntityKind = SpeakerKind | Literal["place", "other"]
_Run = tuple[Token, Token, EntityKind]
"""A name's first and last word, and of what kind it is."""

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_KINDS: dict[str, EntityKind] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "WORK_OF_ART": "document", "LAW": "document", "EVENT": "other", "PRODUCT": "other",
}  # fmt: skip
_PARTICLES = frozenset({"de", "da", "del", "della", "der", "den", "di", "du", "van", "von", "bin", "ibn", "ter", "dos", "das"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """One use of a name.

    Attributes:
        block: The paragraph.
        first: The name's first word, titles apart.
        last: Its last word.
        label: What the tagger takes the bearer for.
        start: Where it begins in the article (code points).
        title: The title right before it in lower case ("mr.", "senator"), or an empty string.
        words: The name as written, white space apart.
        head: The word by which the name hangs in the parse.
    """

    block: Block
    first: Token
    last: Token
    label: EntityKind
    start: int
    title: str
    words: str
    head: Token


def text_of(first: Token, last: Token) -> str:
    """The words from `first` to `last`, each run of white space as one blank."""
    if first.i == last.i:
        return " ".join(first.text.split())
    return " ".join(first.doc[first.i : last.i + 1].text.split())


def head_of_name(words: Sequence[str]) -> str:
    """The last word of an organization's name, or the one before its first "of" or "for": "the Tarn Bureau | of Water"."""
    at = next((at for at, word in enumerate(words) if word in {"of", "for"} and at), len(words))
    return words[at - 1]


def is_first_name(word: str) -> bool:
    """Whether the word is a common first name."""
    return word.lower() in speaker_words("male_names") or word.lower() in speaker_words("female_names")


def is_postnominal(token: Token) -> bool:
    """Whether a word is letters that stand behind a name and are no part of it: "Ada Quill | MP"."""
    return token.text in speaker_words("postnominals")


def has_article(mention: Mention) -> bool:
    """Whether "the" stands before it: "the | Rovers |"."""
    return mention.first.i > 0 and mention.first.nbor(-1).lower_ == "the"


def is_heading(block: Block) -> bool:
    """Whether a paragraph has a headline's capitals, which mislead the tagger, even where the layout takes it for text."""
    if block.part == "headline":
        return True
    count = capitals = 0
    for token in block.tokens:
        word = token.text
        if len(word) <= 3 or not word.isalpha():
            continue
        count += 1
        capitals += word[0].isupper()
        if word.islower() and token.tag_.startswith("VB"):
            return False  # "Governor Harlan Moss said no." is a sentence
    return count >= 3 and capitals > 0.75 * count


def find_mentions(block: Block) -> list[Mention]:
    """The names of a paragraph, in text order and disjoint."""
    runs = list(_labels(block))
    taken = {token.i for first, last, _ in runs for token in block.doc[first.i : last.i + 1]}
    for entity in block.doc.ents:
        kind = _KINDS.get(entity.label) if entity.words.text not in CURRENCY_CODES else None
        for piece in _pieces(entity.words) if kind is not None else ():
            words = _without_titles(piece)
            words = _widened(words, taken) if words and kind in {"person", "organization", "place"} else words
            if words and kind is not None and any(t.text[:1].isupper() for t in words) and not taken.intersection(t.i for t in words):
                taken.update(t.i for t in words)
                runs.append((words[0], words[-1], kind))
    runs += _missed(block, taken)
    runs = _with_holders(_with_nicknames(block, sorted(runs, key=lambda run: run[0].i)))
    runs = _joined(_joined(runs, _is_owners, "organization"), _is_in_a_land, "organization")
    return [mention_of(block, *run) for run in runs if not _is_bare_title(*run)]


def _with_nicknames(block: Block, runs: Sequence[_Run]) -> list[_Run]:
    """The names with what somebody is called in quotation marks between his first name and his surname: "William J. | “Bill” | Tarn"."""
    within = {at for token in block.doc if token.is_quote for at in _round_nickname(token)}
    return _joined(runs, lambda last, run: within.issuperset(range(last.i, run[0].i + 1)), "person")


def _joined(runs: Sequence[_Run], goes_on: Callable[[Token, _Run], bool], kind: EntityKind) -> list[_Run]:
    """The names, each made one of this kind with the next that goes on with it, by the last word of the one and the other."""
    joined: list[_Run] = []
    for run in runs:
        if joined and goes_on(joined[-1][1], run):
            joined[-1] = (joined[-1][0], run[1], kind)
        else:
            joined.append(run)
    return joined


def _round_nickname(mark: Token) -> range:
    """The places from a first name to the surname, where marks between them open here and close behind a word or two."""
    doc, first = mark.doc, mark.i - 1
    closing = next((at for at in (mark.i + 2, mark.i + 3) if at + 1 < len(doc) and doc[at].is_quote), 0)
    if first < 0 or not closing or mark.whitespace_ or not mark.nbor(-1).whitespace_:
        return range(0)
    named = doc[first].pos_ == doc[closing + 1].pos_ == "PROPN" and doc[closing].whitespace_
    return range(first, closing + 2) if named and all(t.is_title for t in doc[mark.i + 1 : closing]) else range(0)


def _is_in_a_land(last: Token, run: _Run) -> bool:
    """Whether the letters of a body stand before the place in which it is one of its own: "| RSPB | Tarnland"."""
    return run[2] == "place" and last.i == run[0].i - 1 and last.head is run[1] and last.text.isupper() and len(last.text) > 2


def _is_owners(last: Token, run: _Run) -> bool:
    """Whether a capitalised noun is no name but with whose it is: "| Quill | 's | Library |"."""
    noun, mark = run[0], run[0].nbor(-1) if run[0].i else run[0]
    alone = noun is run[1] and mark.text in {"'s", "’s"} and last.i == mark.i - 1
    common = noun.lower_ in speaker_words("name_ends", "trades") or noun_sense(noun.lower_) == _MADE
    return alone and common and last.ent_type_ not in {"GPE", "NORP", "LOC"} and not is_first_name(noun.text)


_MADE = "06"
"""WordNet's class of what people make: "library", "bakery"."""


def _with_holders(runs: Sequence[_Run]) -> list[_Run]:
    """The names of bodies with whose they are: "the | Dock Workers' | Union"."""
    joined: list[_Run] = []
    for run in runs:
        first = _holder(run[0], run[1])
        if first is None:
            joined.append(run)
            continue
        while joined and joined[-1][1].i >= first.i:
            first = min(joined.pop()[0], first, key=lambda token: token.i)
        joined.append((first, run[1], "organization"))
    return joined


def _holder(first: Token, last: Token) -> Token | None:
    """Whose the body is, right before a name and a possessive's mark: "the Dock | Workers |' Union"; null for what somebody else has."""
    mark = first.nbor(-1) if first.i > 1 else first
    if mark.text not in POSSESSIVE or not mark.nbor(-1).text.istitle():
        return None
    holder = mark.nbor(-1)
    members = is_person(holder.lower_.removesuffix("s")) or holder.lower_ == "children" or holder.lower_.endswith(("men", "people"))
    return holder if members and _of_a_body(mark, [first, last]) else None


def _is_bare_title(token: Token, last: Token, label: EntityKind) -> bool:
    """Whether a title stands for its bearer or bearers: "the Senator", "Justice", "the Home Secretary", "Labour MPs"."""
    if last.text[:-1].isupper() and last.text[-1] == "s" and last.lower_[:-1] in speaker_words("titles"):
        return True
    if token.i < last.i:
        half = token.lower_ in speaker_words("half_titles")
        before = token.nbor(-1).lower_ if token.i else ""
        told = not is_first_name(token.text) and (before in {"the", "a", "its", "their", "his", "her"} or before in POSSESSIVE)
        if told and last.lower_ in {"minister", "secretary"} and label == "person":
            return True  # "the state's Water Minister"
        return (half or label != "person") and is_office(list(token.doc[token.i : last.i + 1]))
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if token.lower_ in speaker_words("portfolios") and behind.lower_ in speaker_words("titles") and behind.is_title:
        return True  # "a letter to | Finance | Secretary Ada Quill"
    if is_one_of_a_people(token):
        return True
    return token.lower_ in speaker_words("titles") and not is_first_name(token.text) and token.lower_ not in {"major", "dean"}


def is_one_of_a_people(token: Token) -> bool:
    """Whether it is somebody by his country who was told of: "the | Dane |", "the 31-year-old | Swiss |"; a people's name where its verb is
    one's: "the | Swiss | was".
    """
    before = token.nbor(-1) if token.i else token
    listed, verb = token.lower_ in speaker_words("demonyms"), token.head
    does = [t.lower_ for t in (verb, *(c for c in verb.lefts if c.dep_ == "aux"))] if token.dep_ == "nsubj" else []
    one = verb.tag_ == "VBZ" or not {"was", "has", "is", "does"}.isdisjoint(does)
    of_a_land = listed or (token.ent_type_ == "NORP" and (token.tag_ not in {"NNS", "NNPS"} or token.lower_.endswith("ese")))
    return of_a_land and (told_by_age(before) is not None or (before.lower_ in {"the", "a"} and (listed or one)))


def mention_of(block: Block, first: Token, last: Token, label: EntityKind) -> Mention:
    """The name from `first` to `last`, with where it stands and the title before it."""
    head = last
    if first.i != last.i:
        inside = range(first.i, last.i + 1)
        head = next((t for t in first.doc[first.i : last.i + 1] if t.head.i not in inside or t.head.i == t.i), last)
    return Mention(block, first, last, label, block.offsets(first, last)[0], _title_before(first), text_of(first, last), head)


def _pieces(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """An entity parted at commas, brackets, dashes and line ends; the tagger joins neighbours."""
    piece: list[Token] = []
    two = bool(tokens) and tokens[0].i > 0 and tokens[0].nbor(-1).lower_ in {"between", "both"}
    for token in tokens:
        if two and piece and token.lower_ == "and":  # "between | Velkia | and | Ostmark"
            yield piece
            piece = []
            continue
        if piece and token.text in POSSESSIVE and _of_a_body(token, tokens):
            piece.append(token)
        elif token.is_space or _parts(token):
            if piece:
                yield piece
            piece = []
            if token.text in POSSESSIVE:  # "Cameron's spokesman": what follows is no part of the name
                return
        else:
            piece.append(token)
    if piece:
        yield piece


def _of_a_body(mark: Token, tokens: Sequence[Token]) -> bool:
    """Whether a possessive's mark stands within the name of a body of people: "the Pilots' Association", "the Children's Hospital"."""
    owner, last = mark.nbor(-1), tokens[-1]
    several = mark.text in {"'", "’"} or owner.lower_ == "children" or owner.lower_.endswith(("men", "people"))
    return (
        several and owner.text[:1].isupper() and last.i > mark.i and last.text[:1].isupper() and last.lower_ in speaker_words("name_ends")
    )


def _parts(token: Token) -> bool:
    """Whether a mark stands between two names that the tagger joins, be it a hyphen between spaces: "Bo Marsh | - | Home Secretary"."""
    dash = token.text == "-" and token.whitespace_ and token.i and token.nbor(-1).whitespace_
    return bool(dash) or token.text in {",", "(", ")", ":", ";", "—", "–", "--", '"', "/"} or token.text in POSSESSIVE


def _without_titles(tokens: Sequence[Token]) -> list[Token]:
    words = _without_day(trimmed(tokens))
    titles = speaker_words("titles", "demonyms")
    while len(words) > 1 and (
        words[0].lower_ in {"the", "a", "an", "its", "their"}
        or (words[0].lower_ in titles and not is_first_name(words[0].text) and not _begins_organization(words) and words[1].text != "-")
    ):
        words = words[1:]
    words = _behind_title(words)
    while len(words) > 1 and words[0].text.islower() and words[0].lower_ not in _PARTICLES and not _ORDINAL.fullmatch(words[0].text):
        words = words[1:]
    words = list(behind_portfolio(words))
    if len(words) > 2 and words[0].text == "-":  # "the pro-Quill Union Leader"
        words = words[2:]
    while len(words) > 1 and (words[-1].text.islower() or is_postnominal(words[-1])):
        words = words[:-1]
    if len(words) > 2 and words[0].is_sent_start and is_first_name(words[1].text):
        named = words[0].ent_type_ in {"PERSON", "ORG"} and _is_trade(words[0])
        words = words if _is_of_a_name(words[0]) and not named else words[1:]  # "Entrusting Donald Trump with", "Rancher Joe Frost"
    return words


def _behind_title(words: list[Token]) -> list[Token]:
    """A name without a title of several words: "Police Chief | Dolores Quintanilla", not "The Clerk of | the House"."""
    titles = speaker_words("titles")
    ends = [at for at, t in enumerate(words[:-1]) if at and t.lower_ in titles and t.text[:1].isupper() and not is_first_name(t.text)]
    ends = [at for at in ends if words[at + 1].text != "-"]  # "Ada | Baron | -Quill"
    bare = not ends or words[-1].lower_ in speaker_words("name_ends") | titles or any(t.lower_ in {"of", "for"} for t in words[ends[-1] :])
    return words if bare else words[ends[-1] + 1 :]


def _is_trade(word: Token) -> bool:
    """Whether the first word of what the tagger takes for somebody's name says what he does: "Rancher", "Locksmith", "Critic"."""
    return (word.lower_.endswith(_TRADES) or word.lower_ in speaker_words("person")) and not is_first_name(word.text)


_TRADES = ("er", "or", "ist", "ian", "smith", "man", "woman")


def _without_day(words: Sequence[Token]) -> list[Token]:
    """A name without the day before it, which the tagger takes for its first word: "on one Friday | Moore asked"."""
    dated = len(words) > 1 and words[0].lower_ in WEEKDAYS and words[0].i and words[0].nbor(-1).lower_ in _BEFORE_DAYS
    return list(words[1:] if dated else words)


_BEFORE_DAYS = frozenset({"on", "one", "last", "next", "this", "late", "early", "since", "until", "by"})


def _begins_organization(words: Sequence[Token]) -> bool:
    """Whether what is half a title before a person is a word of a name here: "Republican | National Committee", "Foreign | Office",
    "General | Foods".
    """
    ends = speaker_words("name_ends", "trades")
    if words[0].ent_type_ == "ORG" and words[-1].lower_ in _OFFICES:
        return True  # "the Justice Department"
    return words[0].ent_type_ == "ORG" and words[0].lower_ in speaker_words("half_titles") and words[-1].lower_ in ends


_OFFICES = frozenset({"department", "ministry", "office", "committee", "commission", "center", "centre"})
"""What nobody is called who has a title before his name."""


def _widened(words: list[Token], taken: set[int]) -> list[Token]:
    """With the capitalised neighbours that hang on the name and that the tagger cut off."""
    titles = speaker_words("titles", "demonyms")
    while words[0].i and _hangs(words[0].nbor(-1), words) and words[0].nbor(-1).i not in taken:
        before = words[0].nbor(-1)
        if (before.lower_ in titles and not is_first_name(before.text)) or before.is_title is False:
            break
        if words[0].ent_type_ == "PERSON" and is_portfolio(before):
            break
        given = is_first_name(words[0].text) or words[0].ent_type_ == "PERSON"
        if len(words) > 1 and before.is_sent_start and given and _is_trade(before):
            break
        words = [before, *words]
    doc = words[-1].doc
    while words[-1].i + 1 < len(doc):
        after = words[-1].nbor(1)
        if (
            not (after.lower_ in SUFFIXES or (_hangs(after, words) and (after.lower_ not in titles or _ends_name(after))))
            or after.i in taken
            or is_postnominal(after)
        ):
            break
        words = [*words, after]
    while (  # the tokenizer parts "Ki-moon" at its hyphen
        words[-1].i + 2 < len(doc)
        and words[-1].nbor(1).text == "-"
        and not words[-1].whitespace_
        and not words[-1].nbor(1).whitespace_
        and words[-1].nbor(2).is_alpha
        and words[-1].nbor(2).i not in taken
    ):
        words = [*words, words[-1].nbor(1), words[-1].nbor(2)]
    if words[-1].text == "-" and words[-1].i + 1 < len(doc) and words[-1].nbor(1).is_alpha:
        words = [*words, words[-1].nbor(1)]
    return words


def _ends_name(token: Token) -> bool:
    """Whether a title's word is a surname here, as in "Patty Judge said"."""
    return token.i + 1 >= len(token.doc) or token.nbor(1).pos_ != "PROPN"


def _hangs(token: Token, words: Sequence[Token]) -> bool:
    """Whether a proper noun beside the name is a part of it by the parse, and of no other entity."""
    inside = {t.i for t in words}
    if token.ent_type_ == "NORP" and words[0].ent_type_ == "ORG" and token.i < words[0].i:
        return token.is_title and token.head.i in inside and token.dep_ in {"compound", "amod"}  # "Republican | National Committee"
    if not _is_of_a_name(token) or not token.text[:1].isupper() or token.ent_type_ not in {"", words[0].ent_type_}:
        return False
    joined = {"compound", "flat", "nmod"}
    if words[-1].dep_ in joined and words[-1].head is token:
        return True
    return token.dep_ in joined and token.head.i in inside


def _is_of_a_name(token: Token) -> bool:
    """Whether it is a proper noun, or a word that hardly anybody writes small, whatever the tagger takes it for: "| Iain | Quill said"."""
    return token.pos_ == "PROPN" or name_class(token.text).small < _NEARLY_NEVER


_NEARLY_NEVER = -0.5
"""How much commoner a word is that is written small, from which it is a name: about fifty times rarer."""


_JOINING = frozenset({"of", "on", "in", "for", "at", "to", "the", "and"})
"""How no name begins that a label's title is before: "LEADER OF THE HOUSE", "FIRST ON NEWS"."""
_LABEL = 16
"""Words of a turn's label, at most."""


def _labels(block: Block) -> Iterator[_Run]:
    """The name in capitals with which a transcript begins a turn: "JAKE TAPPER: ...", "MAYOR | JO DOE |, HOST: ...", no body's."""
    words = list(block.doc[:_LABEL])
    end = next((at for at, t in enumerate(words) if t.text in {":", ",", "("}), 0)
    label = words[:end] if any(t.text == ":" for t in words[end:]) else []
    behind = max((at + 1 for at, t in enumerate(label[:-1]) if t.lower_ in speaker_words("titles")), default=0)
    name = label if label and label[behind].lower_ in _JOINING else label[behind:]
    if not 0 < len(name) < 5 or not all(t.is_alpha and t.text.isupper() and len(t.text) > 1 for t in label):
        return
    if behind or all(_KINDS.get(t.ent_type_) in {None, "person"} for t in name):
        yield name[0], name[-1], "person"


def _missed(block: Block, taken: set[int]) -> Iterator[_Run]:
    """Runs of proper nouns outside every entity."""
    titles = speaker_words("titles")
    run: list[Token] = []
    for token in [*block.doc, None]:
        fresh = token is not None and token.i not in taken and _is_name(token)
        if token is not None and fresh and (not run or (token.i == run[-1].i + 1 and not token.is_sent_start)):
            run.append(token)
            continue
        if token is not None and run and _joins(run[-1], token) and token.nbor(1).i not in taken:
            run.append(token)
            continue
        if run:
            words = _without_day(run)
            while len(words) > 1 and words[0].lower_ in titles and not is_first_name(words[0].text) and words[1].text != "-":
                words = words[1:]
            words = _behind_title(words)
            titled = words[0].i > run[0].i or _title_before(words[0]) != ""
            while len(words) > 1 and is_postnominal(words[-1]):
                words = words[:-1]
            behind = list(behind_portfolio(words))
            titled, words = titled or len(behind) < len(words), behind
            if not (len(words) == 1 and (words[0].lower_ in titles or is_postnominal(words[0]))):
                yield words[0], words[-1], _guess(words, titled=titled)
        run = [token] if fresh and token is not None else []


def _joins(before: Token, token: Token) -> bool:
    """Whether it is the hyphen within a name: "Ada Marsh-Quill", not "R-Marsh"."""
    if token.text != "-" or token.whitespace_ or token.i != before.i + 1 or token.i + 1 >= len(token.doc):
        return False
    return len(before.text) > 1 and not before.whitespace_ and _is_name(token.nbor(1))


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.text not in CURRENCY_CODES


def _guess(words: Sequence[Token], *, titled: bool) -> EntityKind:
    if words[-1].lower_ in speaker_words("name_ends"):
        return "organization"
    if words[0].i > 1 and words[0].nbor(-1).text == "-" and words[0].nbor(-2).text in {"R", "D", "I"}:
        return "place"  # "Rep. Ada Quill, R-Tarn"
    acts = any(t.dep_ in {"nsubj", "appos"} for t in words) and len(words[-1].text) > 3 and not words[-1].text.isupper()
    named = len(words) > 1 and is_first_name(words[0].text)
    return "person" if titled or named or acts else "other"


def _title_before(first: Token) -> str:
    if not first.i:
        return ""
    before = first.nbor(-2) if first.i > 1 and ends_title(first.nbor(-1)) else first.nbor(-1)
    titled = before.lower_ in speaker_words("titles") and before.lower_ not in speaker_words("half_titles")
    return before.lower_ if titled else ""
