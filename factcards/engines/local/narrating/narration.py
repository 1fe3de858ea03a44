"""The article's own claims: clauses of the body that state something and that no attribution already holds.

A sentence is cut into one claim for each coordinated full clause where `splitting` finds that safe. The cost is linear in the article:
contents, cues and quotations are looked up in sorted intervals.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from factcards.engines.local.found import Found
from factcards.engines.local.narrating.antecedents import THINGS, noun_for_pronoun
from factcards.engines.local.narrating.splitting import LEAST_WORDS, clauses, head_of, is_statement, states_something
from factcards.engines.local.parsing.dateline import after_dateline
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, child, signals, trimmed, with_phrase
from factcards.engines.local.parsing.notices import CREDIT, is_service
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Run, Token
from factcards.engines.local.parsing.word_classes import tells_or_thinks
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.layout import Layout, Quotation

__all__ = ["find_narration", "leading_pronoun"]

_HELD = 0.4
"""Share of a clause inside other attributions' content above which it is theirs: the rest is the cue and its frame."""
_TITLE = 3
"""Words up to which a quotation at the head of a clause is a title or a scare quote ("“Smart” meters ..."), longer it is speech."""
_WORD = re.compile(r"\w+")
_PARTS_OF_PREDICATE = frozenset({"aux", "auxpass", "neg", "acomp", "oprd", "dobj"})
_LABEL = re.compile(r"(?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,3}(?=: )")


class _Cover:
    """Which code points lie inside a set of intervals; a look-up takes the logarithm of their number."""

    def __init__(self, intervals: Iterable[tuple[int, int]]) -> None:
        """Overlapping intervals are taken together."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(intervals):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)
        sizes = (end - start for start, end in zip(self._starts, self._ends, strict=True))
        self._before = [0, *accumulate(sizes)]

    def within(self, start: int, end: int) -> int:
        """How many code points of `[start, end)` are covered."""
        return self._up_to(end) - self._up_to(start)

    def holds(self, offset: int) -> bool:
        """Whether the code point at this offset is covered."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]

    def _up_to(self, offset: int) -> int:
        at = bisect_left(self._starts, offset)
        return self._before[at] - (max(0, self._ends[at - 1] - offset) if at else 0)


@dataclass(frozen=True, slots=True)
class _Others:
    """What is not the article's own, or is told already.

    Attributes:
        contents: Contents of attributions.
        held: These and all quotations.
        cues: Where words of their cues begin (code points).
        any_cues: These, and those of attributions that are likelier none and may tell something all the same: what one of them tells has
            a card where the article does not tell it.
        quotations: The outer ones.
    """

    contents: _Cover
    held: _Cover
    cues: frozenset[int]
    any_cues: frozenset[int]
    quotations: Sequence[Quotation]


def find_narration(blocks: Sequence[Block], layout: Layout, found: Sequence[Found]) -> list[Found]:
    """One claim for each clause that the article states in its own voice, in text order."""
    firm = [item for item in found if not (item.doubtful or _is_said_of_subject(item))]
    quotations = [q for q in layout.quotations if q.depth == 0]
    contents, cues = [span for item in firm for span in item.content], _cues(firm)
    others = _Others(
        contents=_Cover(contents),
        held=_Cover([(q.start, q.end) for q in quotations] + contents),
        cues=cues,
        any_cues=cues
        | _cues(item for item in found if item.doubtful and item.verb is not None and tells_or_thinks(item.verb.lemma_.lower())),
        quotations=quotations,
    )
    labelled = _labelled(blocks)
    claims: list[Found] = []
    before: dict[int, Block] = {}
    last: Block | None = None
    for block in blocks:
        if last is not None and last.part == block.part == "body":
            before[id(block)] = last
        last = block
        if block.part != "body" or block.paragraph in labelled:
            continue
        paragraph = layout.paragraphs[block.paragraph]
        begin = block.view.place(after_dateline(block.text, paragraph.start, paragraph.end))
        for sentence in block.doc.sents:
            spans = _told(block, _worth_reading(sentence, begin), others)
            claims += [Found(block, [span], "narration", confidence=0.7) for span in spans]
    for claim in claims:
        pronoun = leading_pronoun(claim.block, claim.content[0][0], THINGS)
        claim.stands_for = noun_for_pronoun(claim.block, pronoun, before.get(id(claim.block)))
    return claims


def _cues(found: Iterable[Found]) -> frozenset[int]:
    return frozenset(item.block.offsets(token, token)[0] for item in found for token in item.cue)


def _told(block: Block, words: Sequence[Token], others: _Others) -> list[tuple[int, int]]:
    """What the article itself tells in a sentence: clause by clause, then what it sets against somebody's words."""
    starts = {t.i: block.view.starts[t.idx] for t in words}
    spoken = {i for i, start in starts.items() if start in others.cues}
    told: list[tuple[int, int]] = []
    for clause in clauses(words, {i for i, start in starts.items() if others.held.holds(start)}, spoken):
        head = head_of(clause)
        held_already = head is not None and (others.contents.holds(starts[head.i]) or _is_told_in_a_paper(head, spoken))
        if held_already or not spoken.isdisjoint(_predicate(clause)):
            continue
        for part, least in _tellings(clause, spoken):
            span = _own_words(block, part, others.quotations) if is_statement(part, least) else None
            if span is not None and others.contents.within(*span) <= _HELD * (span[1] - span[0]):
                told.append(span)
                break
    for caveat in _caveats(words, spoken):
        start = block.offsets(caveat[-1], caveat[-1])[0]
        if not others.held.holds(start) and is_statement(caveat, LEAST_WORDS - 1) and not any(low <= start < high for low, high in told):
            told.append(block.offsets(caveat[0], caveat[-1]))
    if told or not states_something(words) or not others.any_cues.isdisjoint(starts.values()):
        return told
    whole = block.offsets(words[0], words[-1])
    return [] if others.held.within(*whole) else [whole]


def _is_told_in_a_paper(verb: Token, spoken: Collection[int]) -> bool:
    """Whether all that somebody does is to put out what another cue tells: "posted a letter in which he | thanked | them"."""
    thing = child(verb, "dobj")
    said = child(thing, "relcl") if thing is not None else None
    return said is not None and said.i in spoken and said.left_edge.lower_ == "in"


def _is_said_of_subject(found: Found) -> bool:
    """Whether it is only said of a clause's subject, between two commas, by nobody: "Quill, who | is thought to have left |, won"."""
    return found.source is None and found.frame == "infinitive" and found.verb is not None and found.verb.dep_ in {"relcl", "acl"}


def _labelled(blocks: Sequence[Block]) -> frozenset[int]:
    """The paragraphs of a transcript that begin with a speaker's name; there some name comes back, a dateline does not."""
    labels = {block.paragraph: found[0] for block in blocks if (found := _LABEL.match(block.view.text)) is not None}
    return frozenset(labels) if len(set(labels.values())) < len(labels) else frozenset()


def _worth_reading(sentence: Run, begin: int) -> list[Token]:
    """The sentence's words, less a dateline, a caption's title, a leading "But" or "And" and a credit in brackets at its end; none of a
    question, of what introduces a list, of a publisher's notice.
    """
    text = sentence.text
    if text.rstrip("\"'”’) ").endswith(("?", ":")) or is_service(text):
        return []
    credit = CREDIT.search(text) if "(" in text or "[" in text else None
    end = sentence[0].idx + (len(text) if credit is None else credit.start())
    words = trimmed(token for token in sentence if begin <= token.idx < end)
    words = _untitled(words) if words and words[0].idx else words  # at a text's head it may be who says so
    return trimmed(words[1:]) if words and words[0].dep_ == "cc" and words[0].lower_ in {"and", "but", "yet"} else words


def _untitled(words: list[Token]) -> list[Token]:
    """A sentence's words behind the title with which a caption begins: "Flooded: | Quill's house stood under water |"; not behind a name
    ("Marsh: ...") or what has a subject ("The rule is this: ..."), nor before a list.
    """
    colon = next((at for at, t in enumerate(words[: _IN_TITLE + 1]) if t.text == ":"), 0)
    title, behind = words[:colon], words[colon + 1 :]
    if not title or not behind or not behind[0].text[:1].isupper() or title[-1].pos_ == "PROPN":
        return words
    inside = {t.i for t in title}
    told = any(t.dep_ in SUBJECTS and t.head.i in inside for t in title) or any(t.is_quote or t.text == "," for t in title)
    return words if told or any(t.text == ":" for t in behind) or not is_statement(behind) else behind


_IN_TITLE = 6
"""Words of a caption's title, at most."""


def _tellings(clause: Sequence[Token], spoken: Collection[int]) -> Iterator[tuple[Sequence[Token], int]]:
    """What may be told of a clause, the best first, and how many words it needs: without somebody's words behind "with" ("The harbour
    closed at noon | , with the master saying that ...") or set against it ("The harbour is shut | , though the master said that ..."),
    whole, or up to an attribution that ends it.
    """
    sign = next((token for token in clause if signals(token) is not None), None)
    if sign is not None:
        yield trimmed(word for word in clause if word.i < sign.i), LEAST_WORDS - 1
    phrase = next((found for token in clause if token.i in spoken and (found := with_phrase(token)) is not None), None)
    against = next((mark for token in clause if token.i in spoken and (mark := _against(token)) is not None), None)
    if against is not None:
        yield trimmed(word for word in clause if word.i < against.i), LEAST_WORDS - 1
    if phrase is not None:
        yield trimmed(word for word in clause if word.i < phrase[0].i), LEAST_WORDS - 1
        yield clause, LEAST_WORDS
        return
    before, closes = _before_attribution(clause, spoken)
    if closes:
        yield before, LEAST_WORDS
    yield clause, LEAST_WORDS
    yield before, LEAST_WORDS


def _caveats(words: Sequence[Token], spoken: Collection[int]) -> Iterator[Sequence[Token]]:
    """What an "although" behind somebody's words sets against them in the writer's own: "Reed promised to reopen the ward, although | no
    money has been found"; never with the promise, which is not the writer's.
    """
    first = next((word.i for word in words if word.i in spoken), None)
    for clause in words if first is not None else ():
        mark = child(clause, "mark") if clause.dep_ == "advcl" else None
        if first is None or mark is None or not first < mark.i < clause.i or not _sets_against(mark):
            continue
        yield trimmed(word for word in words if mark.i < word.i <= clause.right_edge.i)


def _against(verb: Token) -> Token | None:
    """The "though" behind a comma by which somebody's words are set against a clause before it, or the "as" by which they are set beside
    it: "drifted ashore | , as | officials said storms were near"; not "was shut, as Quill said it would be".
    """
    mark = child(verb, "mark") if verb.dep_ == "advcl" and verb.head.i < verb.i else None
    if mark is None or not mark.i or mark.nbor(-1).text != ",":
        return None
    told, who = child(verb, "ccomp"), child(verb, "nsubj")
    beside = mark.lower_ == "as" and told is not None and who is not None and who.pos_ != "PRON" and told.i > verb.i
    whole = beside and told is not None and told.pos_ == "VERB" and child(told, *SUBJECTS) is not None
    return mark if _sets_against(mark) or whole else None


def _sets_against(mark: Token) -> bool:
    return mark.lower_ in _AGAINST or (mark.lower_ == "while" and mark.nbor(-1).text == ",")


_AGAINST = frozenset({"although", "though", "whereas"})


def _before_attribution(clause: Sequence[Token], spoken: Collection[int]) -> tuple[list[Token], bool]:
    """What a clause tells before it goes on with somebody's words, and whether these are all that stands behind: "The harbour master
    resigned | , saying that ...", "... the objections of Bo Marsh | , who told members that ...", "... the consent of the league |
    , whose spokesman said ...", "The mayor did not set a date | but said she ...", "The firm cut the number in May | after saying
    that ...".
    """
    head = head_of(clause)
    for token in clause:
        begins = _joint_of(token, head) if token.i in spoken and head is not None else None
        if begins is not None:
            closes = token.right_edge.i >= clause[-1].i and (token.dep_ != "relcl" or is_cue_verb(token))  # not "who favor her"
            closes = closes and not (token.dep_ == "advcl" and token.tag_ in TENSED)  # "came to light when Quill noticed that"
            closes = closes or (begins.tag_ == "WP$" and is_cue_verb(token) and not any(t.text == "," for t in clause if t.i > token.i))
            return trimmed(word for word in clause if word.i < begins.i), closes
    return [], False


def _joint_of(token: Token, head: Token) -> Token | None:
    """The word with which a clause of this head goes on to a cue; null for a cue that stands otherwise in it."""
    first = child(token, "auxpass") or token  # "The keeper limped off | and is said to be hurt"
    own = token.head.i == head.i
    if token.dep_ == "conj" and _first_of_row(token).i == head.i and first.tag_ in TENSED and child(token, "nsubj", "nsubjpass") is None:
        return first.nbor(-1) if first.i and first.nbor(-1).dep_ == "cc" else None
    if token.dep_ == "pcomp" and token.tag_ == "VBG" and token.head.head.i == head.i and token.head.i + 1 == token.i:
        return token.head if token.head.lower_ in {"after", "before", "despite", "while"} else None
    if own and (mark := _time_or_cause(token)) is not None:
        return mark
    begins = token.left_edge if token.dep_ == "relcl" else token
    told_of = token.dep_ == "relcl" and begins.tag_ in {"WP", "WDT", "WP$"}
    added = (token.dep_ == "advcl" and token.tag_ == "VBG" and own) or told_of
    return begins if added and begins.i and begins.nbor(-1).text == "," else None


def _time_or_cause(cue: Token) -> Token | None:
    """The "after" or the like behind a clause with which somebody's words say when or why it happened: "resigned on Monday | after | a memo
    suggested she had lied"; not "resigned as Quill said he would".
    """
    mark = child(cue, "mark", "advmod") if cue.dep_ == "advcl" and cue.tag_ in TENSED else None
    if mark is None or mark.i <= cue.head.i or mark.i != cue.left_edge.i or mark.lower_ not in _WHEN_OR_WHY:
        return None
    told = child(cue, "ccomp", "xcomp", "dobj")
    return mark if told is not None and told.i > cue.i and child(cue, *SUBJECTS) is not None else None


_WHEN_OR_WHY = frozenset({"after", "before", "when", "because", "as", "since"})


def _first_of_row(verb: Token) -> Token:
    """The first of the predicates side by side of which this is one."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb


def _own_words(block: Block, clause: Sequence[Token], quotations: Sequence[Quotation]) -> tuple[int, int] | None:
    """Where the clause stands, with both marks of a quotation in it; None where it is somebody's speech or begins with it."""
    start, end = block.offsets(clause[0], clause[-1])
    first = _quotation_at(quotations, start)
    if first is not None:
        head = head_of(clause)
        inside = head is not None and block.offsets(head, head)[0] < first.end
        if inside or not first.closed or len(_WORD.findall(block.text, first.inner_start, first.inner_end)) > _TITLE:
            return None
        start = first.start
    last = _quotation_at(quotations, end - 1)
    return start, max(end, last.end) if last is not None and last.closed else end


def _quotation_at(quotations: Sequence[Quotation], offset: int) -> Quotation | None:
    at = bisect_right(quotations, offset, key=lambda q: q.start) - 1
    return quotations[at] if at >= 0 and offset < quotations[at].end else None


def _predicate(words: Sequence[Token]) -> Iterator[int]:
    """The places of the clause's main verb, of what makes it up ("is sure", "issued a warning") and of verbs that only complete it
    ("went on to say"): a cue there makes the whole clause that attribution.
    """
    head = head_of(words)
    while head is not None:
        yield head.i
        yield from (c.i for c in head.children if c.dep_ in _PARTS_OF_PREDICATE)
        head = next((c for c in head.children if c.dep_ == "xcomp"), None)


def leading_pronoun(block: Block, place: int, pronouns: Collection[str] = ("he", "she")) -> Token | None:
    """The pronoun that is the subject of the main clause that begins at a place (code points), or whose that is, where nobody is named
    before it: "He left", "After retiring she wrote", "In May 1990 | its | owners left".
    """
    doc = block.doc
    at = bisect_left(range(len(doc)), block.view.place(place), key=lambda i: doc[i].idx)
    for token in doc[at : at + _AHEAD]:
        if token.lower_ in pronouns:
            subject = token.head if token.tag_ == "PRP$" else token
            leads = subject.head.dep_ == "ROOT" or (token.i == at and token.tag_ == "PRP")
            return token if subject.dep_ in {"nsubj", "nsubjpass"} and leads else None
        named = token.pos_ == "PROPN" and token.ent_type_ != "DATE"
        if named or token.is_quote or token.lower_ in _OTHER_PRONOUNS or token.tag_ in TENSED:
            return None
    return None


_OTHER_PRONOUNS = frozenset({"he", "she", "his", "her", "it", "its", "they", "their"})
_AHEAD = 20
"""Words before the subject of a clause, at most."""
