"""Sources that the article does not name: their own words, with whose they are where the text leaves no doubt: "her office", "one of
them", "a spokesman" of the organization that the sentence before is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcards.cards import Speaker, SpeakerKind
from factcards.engines.local.parsing.grammar import SUBJECTS, child
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.bearers import Bearer, is_sure
from factcards.engines.local.speakers.discourse import Discourse
from factcards.engines.local.speakers.kinds import noun_kind, source_kind
from factcards.engines.local.speakers.naming import has_article, text_of
from factcards.engines.local.speakers.nominals import SHARES, is_human, is_plural, phrase_of
from factcards.engines.local.speakers.phrases import Phrase
from factcards.engines.local.speakers.pronouns import COLLECTIVES
from factcards.lexicon import speaker_words
from factcards.spans import Span

__all__ = ["SURE_NOMINAL", "SURE_OVER_NEARER", "Unnamed", "belonging_to", "owned_by", "owned_name", "owner_of", "tells_which"]

SURE_NOMINAL = 0.6
"""Share of the weight from which a description is taken for a name."""
SURE_OVER_NEARER = 0.85
"""That share where somebody else stands nearer: "Quill shields Orr from a plan his rivals made"."""
_THEM = frozenset({"them", "these", "those"})
_SOME = frozenset({"most", "several", "many", "few"})
_COUNTS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "some"})


def owner_of(phrase: Phrase) -> Token | None:
    """The pronoun that a description begins with: "her" of "her office", of "her gallery's catalogue"."""
    first = phrase.first
    owned = first.head if first.head.dep_ != "poss" or first.head.i >= phrase.head.i else first.head.head
    owns = first.dep_ == "poss" and owned.i == phrase.head.i and first.lower_ in {"his", "her", "its", "their"}
    return first if owns and not phrase.coordinated else None


def belonging_to(owner: Token) -> Token | None:
    """Somebody of whom "whose" says whose: the lawyer of "whose lawyer"; null for what says nothing itself ("whose view is")."""
    noun = owner.head
    owned = owner.lower_ == "whose" and owner.dep_ == "poss" and owner.i < noun.i and noun.dep_ in {"nsubj", "nsubjpass"}
    return noun if owned and noun_kind(noun) in _SPEAKING else None


_SPEAKING = frozenset({"person", "organization", "government", "group"})


_TAKEN_UP = frozenset({"anonymous", "person", "document"})
_INTRODUCED = frozenset({"document", "organization", "government", "group"})
_LONGEST = 14
"""Words of the longest description by which a paper or a body is told that was brought in by it."""
_BARE = 2
"""Words of a description that says no more than "the official" does."""
_REACH = 2
"""Paragraphs within which somebody without a name is taken up again; a document may be at any distance."""


@dataclass(frozen=True, slots=True)
class _First:
    """How a source without a name was brought in, in which paragraph, and where these words end."""

    name: str
    kind: SpeakerKind
    paragraph: int
    end: int


class Unnamed:
    """The unnamed sources of one article, in text order."""

    def __init__(self, discourse: Discourse) -> None:
        """Nobody was spoken of yet."""
        self._discourse = discourse
        self._group: tuple[str, int, Token] | None = None
        self._one: tuple[str, SpeakerKind, int] | None = None
        self._first: dict[str, _First] = {}

    def itself(self, phrase: Phrase, block: Block, span: Span) -> Speaker:
        """The words as they stand, with the organization before that a bare "a spokesman" speaks for."""
        kind = "group" if phrase.head.tag_ == "NNPS" or phrase.coordinated else source_kind(phrase.head)
        name = " ".join(text_of(phrase.first, _last_of(phrase)).split())
        if phrase.head.tag_ in {"NNS", "NNPS"}:
            self._group, self._one = (name, block.paragraph, phrase.head), None
        if (several := _of_whom(phrase)) is not None:
            name = f"{name}{' of' if phrase.head.lemma_.lower() in SHARES else ''} {_uncounted(several)}"
        poll = _polled(phrase)
        if several is not None or poll is not None:
            told = name if poll is None else f"{name} in {_within(text_of(*phrase_of(poll)))}"
            return Speaker(name=told, kind="group", mention=span, resolved_by="nominal", score=0.7)
        base = text_of(*phrase_of(phrase.head))
        if phrase.first.lower_ == "one" and phrase.head.tag_ == "NN" and phrase.first.i < phrase.head.i:
            self._one = (name.partition(" ")[2], kind, block.paragraph)
        if base != name and name.startswith(base):
            self._discourse.rename(base, name, span.end)
        whole = self._for_whom(phrase, block, span)
        if whole is not None:
            return self._told(whole, Speaker(name=name, kind=kind, mention=span, resolved_by="nominal", score=0.7))
        self._keep(phrase, phrase.head, name, kind, block)
        return Speaker(name=name, kind=kind, mention=span, resolved_by="named", score=0.9 if kind != "unknown" else 0.7)

    def owned(self, phrase: Phrase, block: Block, span: Span, content: Sequence[tuple[int, int]]) -> Speaker:
        """As in "her office": whose, where the pronoun leaves no doubt."""
        itself = self.itself(phrase, block, span)
        owner = owner_of(phrase)
        answer = self._discourse.answer(owner, block, content) if owner is not None else []
        needed = SURE_NOMINAL if owner is None or not answer or self._discourse.mind.is_nearest(answer[0][0], owner) else SURE_OVER_NEARER
        if not is_sure(answer) or answer[0][1] < needed or not _may_own(answer[0][0], itself):
            return itself
        name = owned_name(answer[0][0].name, phrase.first, phrase.last)
        score = round(min(0.9, answer[0][1]), 2)
        self._keep(phrase, phrase.head, name, itself.kind, block)
        return self._told(name, itself.model_copy(update={"resolved_by": "nominal", "score": score}))

    def part_of(self, phrase: Phrase, block: Block, span: Span) -> Speaker | None:
        """As in "one of them", "another": somebody of those who were spoken of; null for other words."""
        head = phrase.head
        if phrase.coordinated or _is_ratio(phrase) or head.lower_ not in {"one", "another"} or phrase.first.i != head.i:
            return None
        words = " ".join(span.quote.split())
        group = _several_of(head)
        if group is not None and group.lower_ not in _THEM:
            self._group, self._one = (text_of(*phrase_of(group)), block.paragraph, group), None
            self._keep(phrase, group, words, "anonymous", block)
            kind = noun_kind(group)
            return Speaker(name=words, kind=kind if kind in COLLECTIVES else "anonymous", mention=span, resolved_by="named", score=0.9)
        one = self._one
        if one is not None and one[2] == block.paragraph and head.lower_ != "one" and group is None:
            noun, kind, _ = one
            return Speaker(name=f"{words} {noun}", kind=kind, mention=span, resolved_by="nominal", score=0.7)
        near = self._group is not None and self._group[1] == block.paragraph
        if self._group is None or not near:
            return Speaker(name=words, kind="anonymous", mention=span, resolved_by="named", score=0.7)
        name = f"{head.text} of {_within(self._group[0])}"
        self._keep(phrase, self._group[2], name, "anonymous", block)
        return Speaker(name=name, kind="anonymous", mention=span, resolved_by="nominal", score=0.7)

    def some_of_them(self, phrase: Phrase, block: Block, span: Span, content: Sequence[tuple[int, int]]) -> Speaker | None:
        """Of whom "many of them" are, where that leaves no doubt: "many of the residents"."""
        them = _several_of(phrase.head)
        if them is None or them.lower_ != "them" or phrase.head.lower_ not in _COUNTS | {"most", "few"} or phrase.coordinated:
            return None
        answer = self._discourse.answer(them, block, content)
        told = self._discourse.mind.noun_of(answer[0][0]) if answer and answer[0][0].described else None
        if told is None or not is_plural(told) or not is_sure(answer):
            return None
        name = f"{text_of(phrase.first, phrase.head)} of the {told.text.lower()}"
        return Speaker(name=name, kind="group", mention=span, resolved_by="nominal", score=0.7)

    def taken_up(self, phrase: Phrase, block: Block, span: Span) -> Speaker | None:
        """The source without a name whom a bare description takes up, by the fuller words it was brought in with: "The official" behind "A
        law enforcement official close to the case"; null where another one may be meant.
        """
        head = phrase.head
        first = self._first.get(_number(head)) or self._introduced(head, span)
        if first is None or phrase.last.i != head.i or any(tells_which(c) for c in head.children):
            return None
        far = block.paragraph - first.paragraph > _REACH and first.kind in {"anonymous", "person"}
        said = {word.lower() for word in first.name.split()}
        if far or any(t.lower_ not in said and t.lower_ != "same" for t in head.doc[phrase.first.i + 1 : head.i]):
            return None
        if self._discourse.is_brought_in_anew(head.lemma_.lower(), first.end, span.start):
            return None
        return self._told(first.name, Speaker(name=span.quote, kind=first.kind, mention=span, resolved_by="nominal", score=0.7))

    def _introduced(self, head: Token, span: Span) -> _First | None:
        """How the article has told of the only paper, body or group that it may be, though nothing was said there: "| A team of
        archaeologists | found it. The team says".
        """
        kind = noun_kind(head)
        only = self._discourse.only_one(head.lemma_.lower(), span.start) if kind in _INTRODUCED else None
        if only is None or is_plural(only[0]) != is_plural(head):
            return None
        noun, block = only
        first, last = _told_in_full(noun)
        words = text_of(first, last)
        new = first.lower_ in {"a", "an", "one", "the"} or (is_plural(noun) and first.lower_ not in {"no", "all", "any"})
        plain = (
            new
            and _BARE < len(words.split()) <= _LONGEST
            and not any(t.is_quote or t.text in {",", "("} for t in first.doc[first.i : last.i])
        )
        if not plain:
            return None
        return _First(words, source_kind(noun), block.paragraph, block.offsets(last, last)[1])

    def _keep(self, phrase: Phrase, noun: Token, name: str, kind: SpeakerKind, block: Block) -> None:
        """Keep one who is brought in by more than a bare noun, for the next "the official"."""
        lemma = _number(noun) if phrase.head is noun else noun.lemma_.lower()
        single = phrase.head is not noun or not is_plural(noun) or kind == "document"
        owned = any(c.dep_ == "poss" for c in noun.lefts) and kind == "document"  # "the panel's 84-page report"
        if phrase.coordinated or not single or kind not in _TAKEN_UP:
            return
        if phrase.first.lower_ in {"the", "this", "that"} and not owned:
            return
        known = self._first.get(lemma)
        several = known is not None and known.kind != "document" and known.paragraph == block.paragraph and known.name != name
        self._first.pop(lemma, None)
        if len(name.split()) > _BARE and not several:
            self._first[lemma] = _First(name, kind, block.paragraph, block.offsets(phrase.last, phrase.last)[1])

    def _told(self, name: str, speaker: Speaker) -> Speaker:
        """The speaker by a fuller name, by which the next pronoun means him, too."""
        if speaker.mention is not None:
            self._discourse.rename(speaker.name, name, speaker.mention.end)
        return speaker.model_copy(update={"name": name})

    def _for_whom(self, phrase: Phrase, block: Block, span: Span) -> str | None:
        """The name of "a spokesman" with whose he is, where the sentence before tells it: "a spokesman for Tarn Council"."""
        head = phrase.head
        bare = phrase.last.i == head.i == phrase.first.i + 1 and not any(c.dep_ in {"prep", "appos"} for c in head.children)
        voice = head.lemma_.lower() in speaker_words("voices")
        if not bare or not voice or phrase.first.lower_ not in {"a", "an"}:
            return None
        self._discourse.advance(span.start - 1)
        mind = self._discourse.mind
        body = mind.body_before(block.paragraph, span.start)
        if body is None:
            return None
        if body.bearer.described:
            return f"{span.quote} for {_within(text_of(*phrase_of(body.token)))}"
        article = "the " if any(map(has_article, body.bearer.mentions)) else ""
        return f"{span.quote} for {article}{body.bearer.name}"


def _number(noun: Token) -> str:
    """A noun as it is taken up, one or several: "the papers" are no paper."""
    return noun.lower_ if is_plural(noun) else noun.lemma_.lower()


def _told_in_full(noun: Token) -> tuple[Token, Token]:
    """The first and last word of a description with a participle right behind it: "a study | published on Friday |"."""
    first, last = phrase_of(noun)
    clause = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.left_edge.i == last.i + 1), None)
    if clause is None or noun_kind(noun) != "document":
        return first, last
    end = next(
        (t.i for t in clause.subtree if t.i > clause.i and (t.is_punct or t.dep_ in {"advcl", "ccomp", "cc"})), clause.right_edge.i + 1
    )
    return first, noun.doc[end - 1]


def tells_which(beside: Token) -> bool:
    """Whether what hangs on a noun tells which one it is, and does not only add to it behind a comma: "the diplomat, | who would not be
    named |, said", "the audit, | by a consultancy |, found".
    """
    may_add = (
        beside.dep_ == "relcl"
        or (beside.dep_ == "acl" and beside.tag_ == "VBN")
        or (beside.dep_ == "prep" and beside.lower_ == "by" and beside.i > beside.head.i)
    )
    added = may_add and beside.left_edge.nbor(-1).text == ","
    return beside.dep_ in {"prep", "relcl", "acl", "appos"} and not added


def _last_of(phrase: Phrase) -> Token:
    """The last word of what names an unnamed source: a clause stays where it says which ones, as in "two people who were present"."""
    clause = next((c.left_edge for c in phrase.head.children if c.dep_ == "relcl" and c.left_edge.tag_ in {"WDT", "WP"}), None)
    if clause is None or not phrase.head.i < clause.i <= phrase.last.i or phrase.head.lower_ == "those":
        return phrase.last
    quoted = any(t.is_quote for t in clause.doc[clause.i : phrase.last.i + 1])
    return phrase.last if clause.lower_ == "who" and clause.nbor(-1).text != "," and not quoted else clause.nbor(-1)


def _may_own(bearer: Bearer, owned: Speaker) -> bool:
    """Whether it is told as the bearer's: "her government" is no minister's, and whoever has no name makes nothing clearer."""
    ruled = bearer.personal and owned.kind == "government"
    return not bearer.described and not ruled and bearer.kind not in {"other", "group"}


def _several_of(head: Token) -> Token | None:
    """The noun or pronoun behind "one of"."""
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of" and c.i == head.i + 1), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def _of_whom(phrase: Phrase) -> Token | None:
    """Of whom a share is that this sentence or the one before tells: "Half of | the farmers | had sold; nearly a third said", "About four
    in 10 | voters | agreed. Two in three said"; of "most", the subject of the clause beside: "| Owners | were split, though most said".
    """
    head, verb = phrase.head, phrase.head.head
    ratio, alone = _is_ratio(phrase), phrase.last is head and not phrase.coordinated and _several_of(head) is None
    share = ratio or (alone and head.lemma_.lower() in SHARES)
    low = _sentence_before(head) if share else head.sent.start
    several = (t for t in head.doc[low : phrase.first.i] if t.tag_ in {"NNS", "NNPS"} and t.lemma_.lower() not in SHARES)
    people = [t for t in several if is_human(t) or noun_kind(t) in {"group", "anonymous"} or t.ent_type_ == "NORP" or _is_shared(t)]
    whole = next(reversed(people), None)
    if whole is None or share:
        return whole if whole is not None and (_is_shared(whole) or (ratio and len(people) == 1)) else None
    beside = (c for v in (verb.head, *(c for c in verb.children if c.i < head.i)) for c in v.children if c.dep_ in SUBJECTS)
    return whole if alone and head.lower_ in _SOME and head.dep_ == "nsubj" and whole in beside else None


def _is_ratio(phrase: Phrase) -> bool:
    """Whether it is a share by two numbers: "nearly three in five"."""
    words = phrase.first.doc[phrase.first.i : phrase.last.i + 1]
    return sum(t.like_num for t in words) == 2 and words[-1].like_num and words[-2].lower_ in {"in", "of"}


def _is_shared(noun: Token) -> bool:
    """Whether a share of several is told: "four in 10 | voters |", "half of | the voters |"; no number of them, as "a third" may be one."""
    of, number = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun, child(noun, "nummod")
    return of.lemma_.lower() in SHARES or (number is not None and child(number, "quantmod") is not None)


def _uncounted(noun: Token) -> str:
    """A description of several without how many they are: "voters in Tarn" for "four in 10 voters in Tarn"."""
    first, last = phrase_of(noun)
    counts = [t.i for t in noun.doc[first.i : noun.i] if t.like_num or t.pos_ == "DET" or t.lower_ in _SOME | _COUNTS]
    return text_of(first if not counts else noun.doc[counts[-1] + 1], last)


def _sentence_before(token: Token) -> int:
    """Where the sentence before a word's begins in its paragraph."""
    return token.doc[token.sent.start - 1].sent.start if token.sent.start else 0


def _polled(phrase: Phrase) -> Token | None:
    """The poll in which a share or a number says something, as this sentence opens with it or the one before tells of it: "In | a survey |
    by the trust, 64 per cent of members said", "In | a survey | of 42 analysts, 29 said".
    """
    head = phrase.head
    counts = head.like_num and phrase.first is head and phrase.last is head
    if not (counts or head.lemma_.lower() in SHARES) or phrase.coordinated:
        return None
    for poll in reversed(head.doc[_sentence_before(head) : phrase.first.i]):
        if poll.lemma_.lower() not in _POLLS or poll.pos_ != "NOUN":
            continue
        opens = poll.dep_ == "pobj" and poll.head.lower_ == "in" and bool(poll.head.is_sent_start) and poll.sent.start == head.sent.start
        told = poll.dep_ == "nsubj" and poll.sent.start < head.sent.start
        return poll if opens or told else None
    return None


_POLLS = frozenset({"poll", "survey", "questionnaire", "census", "referendum"})
"""In what people are asked and answer by shares."""


def owned_name(owner: str, pronoun: Token, last: Token) -> str:
    """A description with its owner's name for the pronoun that it begins with: "Quill's lawyer" for "her lawyer", "whose lawyer"."""
    return owned_by(owner, text_of(pronoun.nbor(1), last))


def owned_by(owner: str, owned: str) -> str:
    """What somebody has or who is his, with his name: "Quill's lawyer"."""
    return f"{owner}' {owned}" if owner.endswith("s") else f"{owner}'s {owned}"


def _within(words: str) -> str:
    """A description within a sentence: "the officials" for "The officials"."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.lower() in _COUNTS | {"the", "a", "an"} else words
