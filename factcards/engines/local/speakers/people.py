"""Who is named in an article: every mention of a name with its bearer, and what the article says of the bearers.

Names are gathered over the whole article (`gathering`), their spellings compared (`forms`), and each spelling is given its bearer: a
person (`families`) or something else (`shortening`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Doc, Token
from factcards.engines.local.speakers.bearers import Bearer, Identity
from factcards.engines.local.speakers.bodies import does_as_several
from factcards.engines.local.speakers.families import Families
from factcards.engines.local.speakers.forms import Form, forms_of
from factcards.engines.local.speakers.gathering import gather, small_words
from factcards.engines.local.speakers.genders import gender_of, gender_of_name, hear_pronouns
from factcards.engines.local.speakers.kinds import is_called_a_paper
from factcards.engines.local.speakers.naming import Mention, has_article, is_heading, is_postnominal
from factcards.engines.local.speakers.offices import RANKS, STYLES
from factcards.engines.local.speakers.roles import body_beside, head_words, kin_beside, office_told, role_of, role_words
from factcards.engines.local.speakers.shortening import enter_others
from factcards.lexicon import speaker_words
from factcards.reading import Name

__all__ = ["People"]

_BEHIND_ALL = 1 << 39
"""A place behind every article's end (code points)."""
_RANKED = 3
"""Words before a name of a title with its rank: "former prime minister"."""
_MANY = 24
"""Names looked at in what somebody is said to say."""


class People:
    """The names of one article. Built once from its parse; asked by token or by words. Time and size are linear in the mentions."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Gather names from the body: a headline's capitals mislead the tagger, so there only known names are looked up."""
        self.blocks = tuple(blocks)
        self._begins = [block.starts[0] for block in blocks]
        self._headings = {id(block.doc) for block in blocks if is_heading(block)}
        small = small_words(self.blocks)
        self.mentions = gather([block for block in blocks if not self.is_heading(block)], small)
        self.starts = [m.start for m in self.mentions]
        self._forms = forms_of(self.mentions, small)
        self._families = Families(self._forms)
        bearers = [*self._families.bearers, *enter_others(self._forms, self._families)]
        self._at: dict[int, dict[int, tuple[Mention, Identity]]] = {id(block.doc): {} for block in blocks}
        for mention in self.mentions:
            form = self._forms[mention.words]
            identity = self._families.identify(form, mention.title, mention.start)
            end = _end_of_letters(mention)
            self._at[id(mention.block.doc)].update(dict.fromkeys(range(mention.first.i, end), (mention, identity)))
            if identity.bearer is not None:
                identity.bearer.mentions.append(mention)
        for bearer in bearers:
            _describe(bearer)
        hear_pronouns(self.blocks, bearers, self.at, self.named_in)
        self.bearers = sorted((b for b in bearers if b.mentions), key=lambda b: b.mentions[0].start)

    def paragraph_at(self, place: int) -> int:
        """The paragraph of a place in the article."""
        at = bisect_right(self._begins, place) - 1
        return self.blocks[max(0, at)].paragraph if self.blocks else 0

    def block_above(self, block: Block) -> Block | None:
        """The block before another one."""
        at = bisect_left(self._begins, block.starts[0]) - 1
        return self.blocks[at] if at >= 0 else None

    def is_heading(self, block: Block) -> bool:
        """Whether names in this paragraph can only be looked up."""
        return id(block.doc) in self._headings

    def at(self, token: Token) -> tuple[Mention, Identity] | None:
        """The mention that this token is a part of, or letters behind ("Ada Quill | MP"), and who is meant."""
        return self._at[id(token.doc)].get(token.i)

    def named_in(self, doc: Doc) -> Collection[int]:
        """The places of the words of names in a paragraph's parse."""
        return self._at[id(doc)].keys()

    def bearer_of(self, mention: Mention) -> Bearer | None:
        """Who is meant by one of `mentions`."""
        return self._at[id(mention.block.doc)][mention.first.i][1].bearer

    def named_between(self, low: int, high: int) -> Iterator[Bearer]:
        """Who is named in these code points of the article, of a long stretch in its first names."""
        first = bisect_left(self.starts, low)
        for mention in self.mentions[first : min(first + _MANY, bisect_left(self.starts, high))]:
            bearer = self.bearer_of(mention)
            if bearer is not None:
                yield bearer

    def lookup(self, words: str, title: str = "") -> Identity | None:
        """Who is meant by words that may be a name, in a headline, say, with all that the article tells; null for words that are none's."""
        parts = words.split()
        form = self._forms.get(words)
        if form is None and parts and self._families.has(parts[-1]):
            form = Form(tuple(parts))
        return self._families.identify(form, title, _BEHIND_ALL) if form is not None else None

    def names(self) -> Iterator[Name]:
        """Every mention with the fullest form of its name, in text order."""
        for mention in sorted(self.mentions, key=lambda m: m.start):
            bearer = self.bearer_of(mention)
            start, end = mention.block.offsets(mention.first, mention.last)
            kind = bearer.kind if bearer is not None and bearer.kind == "person" else mention.label
            name, role = (bearer.name, bearer.role) if bearer is not None else (mention.words, None)
            yield Name.of(mention.block.text, start, end, kind=kind, name=name, role=role)


def _end_of_letters(mention: Mention) -> int:
    """One past the letters behind a name's last word; behind a place they tell who sits for it: "the Tarn | MP |, Ada Quill"."""
    last = mention.last
    at = last.i + 1
    if has_article(mention) or (at < len(last.doc) and child(last.doc[at], "det", "nummod") is not None):  # "a Labour | MP |"
        return at
    while at < len(last.doc) and is_postnominal(last.doc[at]):
        at += 1
    return at


def _describe(bearer: Bearer) -> None:
    """Note what the article says of a bearer beside its mentions: its role, and its sex where that tells it."""
    for at, mention in enumerate(bearer.mentions):
        role = role_of(mention) if bearer.kind in {"person", "organization", "other", "unknown"} else None
        if role is not None and bearer.kind == "organization" and _is_of_somebody(role):
            role = None
        if role is not None:
            bearer.role = bearer.role or role
            bearer.known |= role_words(role)
            bearer.heads |= head_words(role)
        if bearer.personal and (office := office_told(mention)) is not None:
            bearer.known |= role_words(office)
            bearer.heads |= head_words(office)
        if mention.title:
            before = reversed(mention.first.doc[max(0, mention.first.i - _RANKED) : mention.first.i - 1])
            bearer.known |= {mention.title, *takewhile(RANKS.__contains__, (token.lower_ for token in before))}
            bearer.heads.add(mention.title)
        noun = body_beside(mention) if bearer.kind == "organization" else None
        if noun is not None:
            bearer.heads.add(noun.lemma_.lower())
            bearer.known |= {noun.lemma_.lower(), *(c.lower_ for c in noun.lefts if c.dep_ == "compound" and c.pos_ == "NOUN")}
        if is_called_a_paper(mention):
            bearer.heads |= {"paper", "newspaper", mention.first.nbor(-1).lower_}
        if bearer.kind == "organization" and does_as_several(mention):
            bearer.heads.add("club")
        kin = kin_beside(mention) if bearer.personal and (at < 3 or " " in mention.words) else None
        bearer.gender = bearer.gender or gender_of(mention.title) or gender_of(kin or "")
        if role is not None and bearer.gender is None:
            bearer.gender = next((g for word in sorted(head_words(role)) if (g := gender_of(word)) is not None), None)
    bearer.likely = gender_of_name(bearer.name) or ("male" if bearer.known & speaker_words("mostly_male") else None)
    if bearer.personal and " " not in bearer.name:
        bearer.name = next((styled for m in bearer.mentions if (styled := _styled(m, bearer.name)) is not None), bearer.name)


def _styled(mention: Mention, name: str) -> str | None:
    """The one word of a name with the title that belongs to it: "Lady Forsyth", "Mr Justice Holt"; null where none stands before it."""
    before = [token.text for token in mention.first.doc[max(0, mention.first.i - 2) : mention.first.i]]
    if mention.title in STYLES:
        return f"{before[-1]} {name}"
    if mention.title == "justice" and len(before) > 1 and before[0].rstrip(".") in {"Mr", "Mrs", "Ms"}:
        return f"{before[0]} {before[-1]} {name}"
    return None


def _is_of_somebody(role: str) -> bool:
    """Whether a description is of a human being, and so of no organization: "CEO of the airline" beside the airline's name."""
    heads = head_words(role)
    return not heads.isdisjoint(speaker_words("titles", "person")) and heads.isdisjoint(speaker_words("either"))
