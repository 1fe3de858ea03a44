"""Whom a pronoun means, as a source and wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence

from factcards.cards import Speaker
from factcards.engines.local.parsing.grammar import TENSED
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.parsing.word_classes import noun_sense
from factcards.engines.local.speakers.answers import taken, unresolved
from factcards.engines.local.speakers.apposed import name_beside
from factcards.engines.local.speakers.bearers import Answer, Bearer, is_sure
from factcards.engines.local.speakers.binding import arguments_above
from factcards.engines.local.speakers.genders import gender_of
from factcards.engines.local.speakers.heard import Heard, is_quoted
from factcards.engines.local.speakers.nominals import is_personal, is_somebody
from factcards.engines.local.speakers.pronouns import COLLECTIVES, GENDERS, is_of_gender

__all__ = ["Pronominals"]

_OWN = frozenset({"i", "we", "me", "us", "my", "our"})
_MAY_BE = 0.2
"""Share of the weight from which who spoke right before may be meant."""


class Pronominals:
    """The pronouns of one article, read after all that was said before them."""

    def __init__(self, heard: Heard) -> None:
        """Over what has been heard of the article."""
        self._heard = heard

    def name_of(self, token: Token, block: Block) -> Speaker:
        """Who a personal pronoun means, wherever it stands; nobody by name where somebody who has none there is as near: "Carl Voss, his
        lawyer, said the suspect was at home. Police said | he | had confessed.", nor where it may be whoever says so himself.
        """
        meant = self.speaker(token, block)
        if self._may_be_teller(token, block, meant):
            return unresolved([], block.span(token, token))
        if meant.resolved_by != "pronoun" or not any(self._may_be(noun, token, meant) for noun in self._shortly_before(token, block)):
            return meant
        return unresolved([], block.span(token, token))

    def _may_be_teller(self, pronoun: Token, block: Block, meant: Speaker) -> bool:
        """Whether the nearest one who says it is told by a pronoun of the same sex, and by no name: "She said that Hallow accused her and
        said | she | could go".
        """
        teller = self._heard.teller_of(block.offsets(pronoun, pronoun)[0])
        if teller is None or teller[1] == meant.name:
            return False
        head, name = teller
        if head.lower_ not in GENDERS or GENDERS[head.lower_] != GENDERS.get(pronoun.lower_):
            return False
        bearer = self._heard.by_name.get(meant.name)  # of two whom one word may mean, the one whose sex the text tells may be named
        return name not in self._heard.by_name or bearer is None or bearer.gender is None

    def _shortly_before(self, token: Token, block: Block) -> Sequence[Token]:
        """The words of the sentence before a word's, and of its own up to it."""
        first = token.sent.start
        before = [block.doc[i] for i in range(block.doc[first - 1].sent.start if first else 0, token.i)]
        above = None if first else self._heard.people.block_above(block)
        return before if above is None else [*above.tokens[above.doc[-1].sent.start :], *before]

    def _may_be(self, noun: Token, pronoun: Token, meant: Speaker) -> bool:
        """Whether a noun describes one human being, of a pronoun's sex, who is not this speaker."""
        lemma, people = noun.lemma_.lower(), self._heard.people
        beside = noun.doc is pronoun.doc and noun.dep_ in {"pobj", "dobj"} and noun.tag_ == "NN"
        beside = beside and all(t.tag_ not in TENSED for t in noun.doc[noun.sent.start : pronoun.i] if t.i > noun.i)
        human = is_personal(noun) or (beside and noun_sense(lemma) == "18")  # "the details of the | associate |, including his name"
        if noun.pos_ != "NOUN" or not human or noun.dep_ in {"appos", "compound", "attr"} or people.at(noun) is not None:
            return False
        sexes = {gender_of(lemma), "male" if pronoun.lower_ in {"he", "him", "his"} else "female"} - {None}
        bearer = self._heard.by_name.get(meant.name)
        described = (bearer is not None and lemma in bearer.heads and noun.dep_ != "pobj") or name_beside(noun, people) is not None
        return len(sexes) == 1 and not described

    def speaker(self, head: Token, block: Block, content: Sequence[tuple[int, int]] = ()) -> Speaker:
        """Who a pronoun means that is a source."""
        span = block.span(head, head)
        if head.lower_ in _OWN or head.lower_ in {"you", "your"}:
            return self._heard.first_person(head, span)
        answer = _without_told(self._heard.discourse.answer(head, block, content), content)
        if not answer and (titled := self._in_title(head, block)) is not None:
            return taken([(titled, 0.7)], span, "pronoun", 0.7, head)
        if not is_sure(answer):
            return self._going_on(head, block, content, answer) or unresolved(answer, span)
        return taken(answer, span, "pronoun", answer[0][1], head)

    def _in_title(self, head: Token, block: Block) -> Bearer | None:
        """The only one of a pronoun's sex whom a headline names, for a pronoun in it or below: "Quill rips Marsh; | he | wants more"."""
        people, wanted = self._heard.people, GENDERS.get(head.lower_)
        above = [t for b in (people.blocks[0], block) if people.is_heading(b) for t in b.tokens if b is not block or t.i < head.i]
        found = [people.lookup(t.text) for t in above if t.text[:1].isupper()] if wanted is not None else []
        named = {f.bearer for f in found if f is not None and f.bearer is not None and f.bearer.personal and is_of_gender(f.bearer, wanted)}
        return named.pop() if len(named) == 1 else None

    def _going_on(self, head: Token, block: Block, content: Sequence[tuple[int, int]], answer: Answer) -> Speaker | None:
        """Who spoke in the sentence right before, alone and in the same paragraph or before a quotation that opens the next, where the
        pronoun that says more may mean him; where nobody did, who was that sentence's subject: "Quill welcomed the money. “It will help,”
        she said."
        """
        if head.lower_ not in {"he", "she", "it", "they"} or not content or any(self._is_personal(t) for t in arguments_above(head)):
            return None
        span = block.span(head, head)
        start = min(span.start, content[0][0])
        begin, paragraph = _sentence_before(block, start), block.paragraph
        above = self._heard.people.block_above(block) if begin is None and is_quoted(block, content) else None
        if above is not None and not self._heard.people.is_heading(above):
            first = above.doc[-1].sent[0]
            begin, paragraph = above.offsets(first, first)[0], above.paragraph
        if begin is None:
            return None
        turns = [t for t in self._heard.turns[-4:] if t.start < start and begin < t.end]
        outer = [t for t in turns if not any(o is not t and o.start <= t.start < o.end for o in turns)]
        names = {t.speaker.name for t in outer}
        if not names and head.lower_ in {"he", "she"}:
            here = {bearer.name for bearer, _ in answer if any(begin <= m.start < start for m in bearer.mentions)}
            bearer, _ = self._heard.discourse.mind.subject_before(paragraph, start)
            names = here if bearer is not None and here == {bearer.name} else set()
        meant = next((bearer for bearer, share in answer if names == {bearer.name} and share >= _MAY_BE), None)
        if meant is not None:
            return taken([(meant, 0.6), *((b, s) for b, s in answer if b is not meant)], span, "pronoun", 0.6, head)
        last = outer[-1].speaker if len(names) == 1 and outer else None
        bodies = {"it": COLLECTIVES, "they": {"group"}}.get(head.lower_, set())
        if last is None or last.kind not in bodies:
            return None
        return last.model_copy(update={"mention": span, "resolved_by": "pronoun", "score": 0.6, "candidates": ()})

    def _is_personal(self, noun: Token) -> bool:
        """Whether a noun or name is one human being's: "he" may be that one."""
        found = self._heard.people.at(noun)
        return is_somebody(noun) if found is None else found[1].bearer is not None and found[1].bearer.personal


def _sentence_before(block: Block, place: int) -> int | None:
    """Where the sentence before the one at this place begins, in its paragraph."""
    at = block.place(place)
    if at >= len(block.tokens):
        return None
    first = block.tokens[at].sent.start
    if not first:
        return None
    before = block.doc[first - 1].sent[0]
    return block.offsets(before, before)[0]


def _without_told(answer: Answer, content: Sequence[tuple[int, int]]) -> Answer:
    """Without whom a content describes: "| Her mother |, she recalled, | hated plays"."""
    told = [b for b, _ in answer if b.described and any(low <= m.start < high for m in b.mentions for low, high in content)]
    rest = [(bearer, share) for bearer, share in answer if all(bearer is not other for other in told)]
    total = sum(share for _, share in rest)
    return [(bearer, share / total) for bearer, share in rest] if told and total else answer
