"""Whose papers and polls an article tells of: "Quill's letter" for "the letter", "Tarn Institute poll" for "a new poll" in the lead."""

from __future__ import annotations

from functools import cached_property

from factcards.cards import Speaker
from factcards.engines.local.parsing.grammar import child
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.apposed import named_by
from factcards.engines.local.speakers.bearers import is_sure
from factcards.engines.local.speakers.heard import Heard
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.naming import text_of
from factcards.engines.local.speakers.phrases import Phrase
from factcards.engines.local.speakers.unnamed import owned_by, tells_which
from factcards.lexicon import speech_verbs
from factcards.spans import Span

__all__ = ["Papers"]

_SAME = {
    **dict.fromkeys(("suit", "complaint", "filing", "sue"), "lawsuit"),
    **dict.fromkeys(("survey", "poll"), "poll"),
    **{word: word for word in ("email", "tweet", "campaign")},
}
"""By which word a thing is known here, of those that are no paper by themselves or have several: "Quill | sued |"."""
_ISSUE = frozenset({"send", "write", "file", "issue", "release", "publish", "post", "submit", "introduce", "draft", "conduct"})
_PASSED_ON = frozenset({"email", "letter", "memo", "document", "transcript", "recording", "video", "message"})
_MANY = 64  # papers and turns that are looked at
_LASTING = frozenset({"lawsuit", "poll", "letter", "report", "bill"})
"""What is still "the report" some paragraphs below."""
_WRITERS = frozenset({"organization", "government", "person", "place"})
_OUTCOME, _ASKED = frozenset({"findings", "results"}), frozenset({"surveyed", "polled", "respondents"})
"""What a poll has, and who is asked in it: "those | surveyed |"."""
_NEW, _AHEAD = frozenset({"a", "an", "new", "latest", "recent", "national", "nationwide", "statewide"}), 1500
"""What a heading or lead calls a poll that is named within so many code points."""


class Papers:
    """The papers of one article, by whom each is; ask in text order."""

    def __init__(self, heard: Heard) -> None:
        """Over what has been heard of the article."""
        self._heard = heard

    def whose(self, phrase: Phrase, block: Block, span: Span) -> Speaker | None:
        """Whose "the report" is: by whom the last one is, be it by a verb ("Quill emailed"); null where another's was told of, too."""
        head, known = phrase.head, _known(phrase.head)
        before = [p for p in self._papers.get(known or "", ()) if p[0] < span.start][-_MANY:]
        if not before or phrase.last.i != head.i or phrase.first.i != head.i - 1:
            return None
        above = before[-1][2].paragraph
        far = block.paragraph - above > 1
        names = [self._name(noun, told, head) for _, noun, told in before if far or above - told.paragraph <= 1]
        if names[-1] is None or len({name for name in names if name}) > 1 or (far and known not in _LASTING):
            return None
        kind = noun_kind(head) if known == "campaign" else "document"
        return Speaker(name=names[-1], kind=kind, mention=span, resolved_by="nominal", score=0.7)

    def polled(self, phrase: Phrase, block: Block, span: Span) -> Speaker | None:
        """In which poll "the findings" are and "those surveyed" were asked, and which one "a new poll" in a lead is: the only one, or the
        last one that was told of in this paragraph or the one before.
        """
        word, polls = phrase.last, self._papers.get("poll", [])
        outcome, asked = word.lower_ in _OUTCOME, word.lower_ in _ASKED
        if not (outcome or asked or _known(word) == "poll"):
            return None
        names = [(place, name) for place, noun, told in polls[:_MANY] if (name := self._name(noun, told, noun))]
        only = max((name for _, name in names), key=len, default="")
        only = only if all({*name.lower().split()} <= {*only.lower().split()} for _, name in names) else ""
        before = [p for p in polls if p[0] < span.start]
        words = text_of(phrase.first, word).lower()
        if not (outcome or asked):
            new = {*words.split()[:-1]} <= _NEW and not any(map(tells_which, word.children))
            name = told = only if new and only and 0 < names[0][0] - span.start < _AHEAD else None
        else:
            _, noun, where = before[-1] if before else (0, word, block)
            name = self._name(noun, where, noun) if block.paragraph - where.paragraph <= 1 else only if asked else None
            name = name if words in {"respondents", f"the {word.lower_}", f"those {word.lower_}"} else None
            told = name and (owned_by(name, word.lower_) if outcome else f"{words} in {name}" if "'" in name else f"{words} in the {name}")
        return Speaker(name=told, kind="group" if asked else "document", mention=span, resolved_by="nominal", score=0.7) if told else None

    def _name(self, paper: Token, block: Block, called: Token) -> str | None:
        """A paper with by whom it is: "Quill's letter", "Tarn Institute poll"; null where that is not told."""
        if (title := _title(paper)) is not None:
            return title
        maker = _maker(paper)
        names = [self._named(token, block) for token in (maker, *maker.conjuncts)] if maker is not None else []
        told, word = [name for name in names if name], called if paper.pos_ == "VERB" else paper
        return owned_by(" and ".join(told), word.lower_) if told and len(told) == len(names) else None

    def _named(self, maker: Token, block: Block) -> str | None:
        """The name of whoever wrote or sent a paper, be it by the pronoun or the description for which the article has it."""
        found = self._heard.people.at(maker) or named_by(maker, [maker], self._heard.people)
        if found is not None:
            return found[1].bearer.name if found[1].bearer is not None and found[1].bearer.kind in _WRITERS else None
        end = block.offsets(maker, maker)[1]
        spoke = (t.speaker for t in self._heard.turns[-_MANY:] if t.speaker.mention is not None and t.speaker.mention.end == end)
        if (told := next(spoke, None)) is not None:
            return told.name if told.kind in _WRITERS and not told.name.lower().startswith(("a ", "an ")) else None
        answer = self._heard.discourse.mind.answers.get((id(maker.doc), maker.i), [])  # reads no further on
        return answer[0][0].name if is_sure(answer) and not answer[0][0].described else None

    @cached_property
    def _papers(self) -> dict[str, list[tuple[int, Token, Block]]]:
        """The papers that are brought in, in text order, each with its place; "the report" alone brings in none, nor does a heading."""
        papers: dict[str, list[tuple[int, Token, Block]]] = {}
        for block in (b for b in self._heard.people.blocks if not self._heard.people.is_heading(b)):
            for token in block.tokens:
                new = not any(c.lower_ in {"the", "this", "that"} for c in token.lefts)
                if (known := _known(token)) is not None and (new or _maker(token) or _title(token)):
                    papers.setdefault(known, []).append((block.offsets(token, token)[0], token, block))
        return papers


def _known(token: Token) -> str | None:
    """The word by which the paper is known that a word tells of: "lawsuit" for "suit" and "sued"; null for other words."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        return _SAME.get(lemma) if child(token, "nsubj") is not None else None
    if token.dep_ == "compound" or token.tag_ not in {"NN", "NNP"} or any(c.lower_ in {"my", "your", "our"} for c in token.lefts):
        return None
    return _SAME.get(lemma) or (lemma if noun_kind(token) == "document" else None)


def _maker(paper: Token) -> Token | None:
    """Who a paper is told to be by: "| Quill's | letter", "a suit filed by | Quill |", "| Quill | said in a letter"."""
    owner, verb = child(paper, "poss"), paper if paper.pos_ == "VERB" else paper.head
    made = _ISSUE - {"release", "publish", "post"} if paper.lemma_.lower() in _PASSED_ON else _ISSUE
    issued = paper is verb or (paper.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in made)
    if paper.dep_ == "pobj" and verb.lower_ == "in":
        verb, issued = verb.head, verb.head.lemma_ in speech_verbs()
    subject = child(verb, "nsubj") if issued else None
    if owner is not None:
        return subject if subject is not None and owner.tag_ == "PRP$" else owner
    filed = [c for c in (*paper.subtree, verb) if (c.dep_ == "acl" or paper.dep_ == "nsubjpass") and c.lemma_ in made]
    beside = (c for c in (*paper.rights, *verb.rights) if c.head is paper or c.i == paper.i + 1)
    by = [a for c in filed if (a := child(c, "agent")) is not None] + [c for c in beside if c.lower_ in {"by", "from"}]
    author = child(by[0], "pobj") if by else None
    return author or subject if paper.dep_ == "dobj" else subject or author


def _title(paper: Token) -> str | None:
    """The name of a poll, or a paper with the body before it whose it is: "Tarn Institute poll", "AP report"; no "Ohio poll"."""
    owner = child(paper, "poss")
    if paper.pos_ == "VERB" or (owner is not None and owner.ent_type_ != "DATE"):
        return None
    names = [t for t in paper.doc[paper.left_edge.i : paper.i] if t.pos_ == "PROPN" and t.ent_type_ != "DATE"]
    body = any(t.ent_type_ == "ORG" for t in names)
    nobody = not names or names[0].ent_type_ in {"GPE", "NORP", "PERSON"} or _known(paper) != "poll"
    return text_of(names[0], paper) if body or not nobody else None
