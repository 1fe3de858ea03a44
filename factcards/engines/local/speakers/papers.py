"""Whose papers and polls an article tells of: "Quill's letter" for "the letter", where she sent one; "Tarn Institute poll" for "the survey"
and for "a new poll" in the lead.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from factcards.cards import Speaker
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.apposed import named_by
from factcards.engines.local.speakers.bearers import is_sure, joined
from factcards.engines.local.speakers.discourse import MEDIA
from factcards.engines.local.speakers.heard import Heard
from factcards.engines.local.speakers.kinds import noun_kind, source_kind
from factcards.engines.local.speakers.naming import text_of
from factcards.engines.local.speakers.phrases import Phrase
from factcards.engines.local.speakers.pronouns import GENDERS
from factcards.engines.local.speakers.unnamed import owned_by, tells_which
from factcards.lexicon import speech_verbs
from factcards.spans import Span

__all__ = ["Papers"]

_SAME = {
    **dict.fromkeys(("suit", "complaint", "filing", "sue"), "lawsuit"),
    **dict.fromkeys(("survey", "findings", "results", "surveyed", "polled", "respondents"), "poll"),
    "missive": "letter",
    "legislation": "bill",
}
"""What else a paper is called, by the word that it is known by here, and what tells of one: "Quill | sued |"."""
_ISSUE = frozenset({"send", "write", "file", "issue", "release", "publish", "post", "submit", "introduce", "draft", "conduct"})
"""What whoever a paper is by does with it."""
_WRITERS = frozenset({"organization", "government", "person"})
_BY_DOING = frozenset({"sue", "email", "tweet", "poll", "survey"})
"""Verbs that tell of a paper themselves."""
_OUTCOME = frozenset({"findings", "results"})
_ASKED = frozenset({"surveyed", "polled", "respondents"})
"""Who is asked in a poll: "those | surveyed |"."""
_HEARERS = frozenset({"my", "your", "our"})
_NEW = frozenset({"a", "an", "new", "latest", "recent", "national", "nationwide", "statewide"})
_SOON_GONE = frozenset({"campaign", "legislation", "missive"})
"""What is told as somebody's like a paper, though it is none or no list has it."""
_LONGEST = 5
"""Words of the longest description by which it is told whose a paper is."""
_AHEAD = 1500
"""Code points within which the poll of a heading or lead is named: "a new poll"."""


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper that is brought in: by which word, where, and by whom."""

    noun: Token
    block: Block
    place: int


class Papers:
    """The papers of one article, by whom each is; ask in text order."""

    def __init__(self, heard: Heard) -> None:
        """Over what has been heard of the article."""
        self._heard = heard

    def whose(self, phrase: Phrase, block: Block, span: Span) -> Speaker | None:
        """Whose "the report" is: by whom the last one was that the article told of, be it by a verb: "Quill emailed voters. | The email |
        adds"; null where that was far above and another one was told of, too.
        """
        head = phrase.head
        kind = _known(head)
        if kind is None or phrase.last.i != head.i or phrase.first.i != head.i - 1:
            return None
        before = [p for p in self._papers.get(kind, ()) if p.place < span.start]
        last = before[-1] if before else None
        if last is None:
            return None
        far = block.paragraph - last.block.paragraph > 1
        if far and kind in MEDIA | _SOON_GONE:
            return None
        told = [p for p in before if far or last.block.paragraph - p.block.paragraph <= 1]
        names = [self._name(p, head) for p in told]
        vague = [  # "A clerk filed a suit. | The suit, filed by Bo Marsh, |"
            at + 1 < len(told) and names[at] is None and (_maker(p.noun) is None or _is_told_again(told[at + 1].noun)) for at, p in enumerate(told)
        ]
        known = {name for name, less in zip(names, vague, strict=True) if not less}
        name = names[-1] if len(known) == 1 else None
        return None if name is None else Speaker(name=name, kind=noun_kind(head) if kind == "campaign" else "document", mention=span, resolved_by="nominal", score=0.7)

    def polled(self, phrase: Phrase, block: Block, span: Span) -> Speaker | None:
        """In which poll "the findings" are and "those surveyed" were asked, and which one "a new poll" in a lead is, where the article names
        only that one, or has named it last in this paragraph or the one before.
        """
        word, doc = phrase.last, phrase.last.doc
        polls = self._papers.get("poll", [])
        named = [(p, name) for p in polls if (name := self._name(p, p.noun)) is not None]
        fullest = max((name for _, name in named), key=len, default="")
        alone = fullest and all(set(name.lower().split()) <= set(fullest.lower().split()) for _, name in named)
        if word.lower_ in _OUTCOME | _ASKED:
            last = next((p for p in reversed(polls) if p.place < span.start), None)
            near = last is not None and block.paragraph - last.block.paragraph <= 1
            name = self._name(last, last.noun) if last is not None and near else fullest if alone and word.lower_ in _ASKED else None
            theirs = phrase.first.lower_ in {"the", "those"} or word.lower_ == "respondents"
            if name is None or not theirs or last is None or word.i - phrase.first.i > 1:
                return None
            within = name if "'" in name else f"the {name}"
            told = owned_by(name, word.lower_) if word.lower_ in _OUTCOME else f"{span.quote.lower()} in {within}"
            return Speaker(name=told, kind=source_kind(word), mention=span, resolved_by="nominal", score=0.7)
        soon = named[0][0].place - span.start if named else 0
        bare = _known(word) == "poll" and all(t.lower_ in _NEW for t in doc[phrase.first.i : word.i])
        if not bare or not alone or not 0 < soon < _AHEAD or any(map(tells_which, word.children)):
            return None
        return Speaker(name=fullest, kind="document", mention=span, resolved_by="nominal", score=0.7)

    def _name(self, paper: _Paper, called: Token) -> str | None:
        """A paper with by whom it is: "Quill's letter", "Tarn Institute poll"; null where that is not told."""
        if (title := _title(paper.noun)) is not None:
            return title
        maker = _maker(paper.noun)
        names = [self._named(token, paper.block) for token in (maker, *maker.conjuncts)] if maker is not None else []
        told = [name for name in names if name is not None]
        word = (called if paper.noun.pos_ == "VERB" else paper.noun).lower_
        return owned_by(joined(told), word) if told and len(told) == len(names) else None

    def _named(self, maker: Token, block: Block) -> str | None:
        """The name of whoever wrote or sent a paper, be it by the pronoun or the description for which the article has it."""
        found = self._heard.people.at(maker) or named_by(maker, [maker], self._heard.people)
        if found is not None:
            bearer = found[1].bearer
            return bearer.name if bearer is not None and bearer.kind in _WRITERS | {"place"} else None
        if (told := self._heard.named_at(maker)) is not None:
            first, *rest = told.name.split()
            return told.name if told.kind in _WRITERS and first.lower() not in {"a", "an"} and len(rest) < _LONGEST else None
        answer = self._heard.discourse.answer(maker, block) if maker.lower_ in GENDERS else []
        return answer[0][0].name if is_sure(answer) and not answer[0][0].described else None

    @cached_property
    def _papers(self) -> dict[str, list[_Paper]]:
        """The papers that are brought in, in text order; "the report" alone brings in none."""
        papers: dict[str, list[_Paper]] = {}
        for block in self._heard.people.blocks:
            if self._heard.people.is_heading(block):
                continue
            for token in block.tokens:
                known = _known(token)
                if known is not None and (_maker(token) or _title(token) or not any(c.lower_ in {"the", "this", "that"} for c in token.lefts)):
                    papers.setdefault(known, []).append(_Paper(token, block, block.offsets(token, token)[0]))
        return papers


def _is_told_again(paper: Token) -> bool:
    """Whether a noun points back though it tells by whom its paper is: "| the | suit filed by Quill", "| Quill's | suit"."""
    return paper.pos_ != "VERB" and any(c.lower_ in {"the", "this", "that"} or c.dep_ == "poss" for c in paper.lefts)


def _known(token: Token) -> str | None:
    """The word by which the paper is known that a word tells of: "lawsuit" for "suit" and "sued"; null for other words."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        done = lemma in _BY_DOING and child(token, "nsubj") is not None
        return _SAME.get(lemma, lemma) if done else None
    if token.dep_ == "compound" or token.tag_ not in {"NN", "NNP"} or any(c.lower_ in _HEARERS for c in token.lefts):
        return None
    return _SAME.get(lemma) or (lemma if noun_kind(token) == "document" or lemma in _SOON_GONE else None)


def _maker(paper: Token) -> Token | None:
    """Who a paper is told to be by: "| Quill's | letter", "a suit filed by | Quill |", "| Quill | said in a letter"."""
    owner = child(paper, "poss")
    by = next((c for c in paper.rights if c.dep_ == "prep" and c.lower_ in {"by", "from"}), None)
    of = next((n for c in paper.rights if c.lower_ == "of" and (n := child(c, "pobj")) is not None), paper)
    filed = [c for c in (*paper.rights, *of.rights) if c.dep_ == "acl" and c.tag_ == "VBN"]
    verb = paper if paper.pos_ == "VERB" else paper.head
    if paper.dep_ == "pobj" and verb.lower_ == "in":
        verb = verb.head
        issued = verb.lemma_ in speech_verbs()
    else:
        issued = paper.pos_ == "VERB" or (paper.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in _ISSUE)
    filed = [c for c in [*filed, *([verb] if paper.dep_ == "nsubjpass" else [])] if c.lemma_ in _ISSUE]
    subject = child(verb, "nsubj") if issued else None
    if owner is not None:
        return subject if subject is not None and owner.tag_ == "PRP$" else owner
    agent = next((a for c in filed if (a := child(c, "agent")) is not None), by)
    return subject or (None if agent is None else child(agent, "pobj"))


def _title(paper: Token) -> str | None:
    """The name of a poll, or a paper with the body before it whose it is: "Tarn Institute poll", "AP report"; no "Ohio poll"."""
    if paper.pos_ == "VERB":
        return None
    words = paper.doc[paper.left_edge.i : paper.i]
    begins = next((at + 1 for at in range(len(words) - 1, -1, -1) if words[at].tag_ in {"POS", "PRP$"}), 0)
    names = [t for t in words[begins:] if t.pos_ == "PROPN" and t.ent_type_ != "DATE"]
    body = any(t.ent_type_ == "ORG" for t in names)
    apart = any(t.ent_type_ in {"GPE", "NORP", "PERSON"} for t in names[:1])
    if not names or (apart and not body) or not (body or _known(paper) == "poll"):
        return None
    return text_of(names[0], paper)
