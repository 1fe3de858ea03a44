"""A content's last touches, whoever found it: how far its clause reaches by the parse, whole quotations, their marks, brackets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcards.engines.local.combining.beginning import (
    begin_with_deed,
    begin_with_subject,
)
from factcards.engines.local.combining.beside import put_beside
from factcards.engines.local.combining.borders import HEARD
from factcards.engines.local.combining.ending import (
    end_whole,
    mend_ends,
)
from factcards.engines.local.combining.further import go_on_further
from factcards.engines.local.combining.gaps import (
    end_before_deed,
    end_before_writer,
    fill_gaps,
)
from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import SEEMING, SUBJECTS, TENSED, child
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.clauses import is_complementiser
from factcards.engines.local.ruled.tellers import saying_of, whom_it_quotes
from factcards.layout import Layout
from factcards.lexicon import content_frames, speech_verbs

__all__ = ["mend"]


def mend(text: str, layout: Layout, found: Sequence[Found]) -> None:
    """Set the contents' borders to where their words begin and end."""
    for item in found:
        _without_question(item)
        begin_with_subject(item)
        begin_with_deed(item)
        put_beside(item)
    fill_gaps(layout, found)
    _end_before_comments(text, found)
    _leave_answers(layout, found)
    for item in found:
        as_found = list(item.content)
        _begin_with_what_is_shown(item)
        _begin_past_hearer(item)
        _begin_past_that(item)
        _begin_past_plea(text, item)
        _begin_with_thing(item)
        _go_on_behind(item)
        end_whole(text, layout, item)
        go_on_further(text, layout, item)
        end_before_writer(text, layout, item)
        end_before_deed(item)
        if item.frame == "according":
            _one_clause(text, layout, item)
        _without_antecedent(item)
        _without_apposition(text, item)
        mend_ends(text, layout, item)
        _within_brackets(text, layout, item)
        _take_marks(text, layout, item)
        _go_on_with_whom_it_quotes(item)
        item.content[:] = [piece for piece in item.content if text[slice(*piece)].strip()] or as_found
        if item.frame == "quote" and item.verb is not None and any(layout.quotation_at(low) is None for low, _ in item.content):
            item.frame = "clause"  # what no quotation marks stand round gets none


def _end_before_comments(text: str, found: Sequence[Found]) -> None:
    """A content ends where the writer adds what somebody else says of it: "could save a million by leasing the hall, | an idea Marsh said
    had been studied".
    """
    comments = sorted(
        (
            (noun.block.offsets(_comment_from(head), head)[0], noun)
            for noun in found
            if noun.verb is not None and noun.source is not None and (head := _commented(noun.verb)) is not None
            if noun.source.head is not head  # "had sent him | a message that read: “...”"
        ),
        key=lambda comment: comment[0],
    )
    places = [place for place, _ in comments]
    for item in found:
        first, last = min(low for low, _ in item.content), max(high for _, high in item.content)
        for place, comment in comments[bisect_right(places, first) : bisect_left(places, last)]:
            same = item.source is not None and comment.source is not None and item.source.start == comment.source.start
            for k, (low, high) in enumerate(item.content):
                if item is comment or same or not low < place < high:
                    continue
                before = text[low:place].rstrip()
                if before.endswith((",", "–", "—")):
                    item.content[k : len(item.content)] = [(low, low + len(before[:-1].rstrip()))]
                    break


def _leave_answers(layout: Layout, found: Sequence[Found]) -> None:
    """A content takes no quotation of another sentence that has its own speaker: "asked whether she knew. | “I do not,” she said"."""
    quoted = {piece: item for item in found if item.frame == "quote" and item.source is not None and item.cue for piece in item.content}
    for item in found:
        if len(item.content) < 2 or not item.cue:
            continue
        here = layout.sentence_at(item.block.offsets(item.cue[0], item.cue[-1])[0])
        own = [
            piece
            for piece in item.content
            if (other := quoted.get(piece)) is None or other is item or here is None or (piece[0] < here.end and piece[1] > here.start)
        ]
        item.content[:] = own or item.content


def _commented(verb: Token) -> Token | None:
    """The noun behind a comma that sums up what was said, where this verb tells what is said of it: "an idea | Marsh said"."""
    noun = verb.head
    if verb.dep_ not in {"relcl", "acl", "ccomp"} or noun.pos_ != "NOUN" or noun.i > verb.i:
        return None
    first, begins = noun.left_edge, _comment_from(noun)
    if noun.dep_ != "appos" and (not begins.i or begins.nbor(-1).text != ","):
        return None
    return noun if first.lower_ in {"a", "an"} or first.i == noun.i else None


def _comment_from(noun: Token) -> Token:
    """The first word of a comment that a noun sums up, with the "in" before it: ", | in a ruling | lawyers say"."""
    link = noun.head if noun.dep_ == "pobj" and noun.left_edge.i == noun.head.i + 1 else None
    if link is None:
        return noun.left_edge
    return link if link.i and link.nbor(-1).text == "," else noun.left_edge


def _go_on_with_whom_it_quotes(found: Found) -> None:
    """What one quotes another as saying has the other with it: "“It is shut,” the agency quoted | Quill as saying |"."""
    verb = found.verb
    saying = saying_of(verb) if verb is not None else None
    whom = whom_it_quotes(saying) if saying is not None else None
    if verb is None or saying is None or whom is None:
        return
    cue = found.block.offsets(verb, verb)[0]
    before = [piece for piece in found.content if piece[1] <= cue]
    if before:
        found.content[:] = [*before, found.block.offsets(whom.left_edge, saying)]
        found.frame, found.settled = "clause", True


def _begin_past_plea(text: str, found: Found) -> None:
    """The plea goes with its cue, and what somebody did or was next is not pleaded: "| pleaded guilty | to theft | and was fined"."""
    verb = found.verb
    plea = next((c for c in verb.rights if c.lower_ == "guilty"), None) if verb is not None and verb.lemma_ == "plead" else None
    if verb is None or plea is None or len(found.content) > 1:
        return
    link = child(plea, "prep") or child(plea.head, "prep")
    if link is None or link.lower_ != "to" or link.i != plea.i + 1 or link.i + 1 == len(link.doc):
        return
    end = found.content[0][1]
    for deed in (c for c in verb.rights if c.dep_ == "conj" and c.tag_ in TENSED and child(c, *SUBJECTS) is None):
        end = min(end, max(found.block.offsets(t, t)[0] for t in verb.doc[link.i : deed.i] if t.i == link.i or t.dep_ == "cc"))
    start = found.block.offsets(link.nbor(1), link)[0]
    if start < end:
        found.cue = [t for t in found.cue if t.i < verb.i] + list(verb.doc[verb.i : plea.i + 1])
        found.link, found.frame, found.settled = link, "oblique", True
        found.content[0] = (start, start + len(text[start:end].rstrip(" ,")))


def _begin_past_that(found: Found) -> None:
    """A clause begins behind its "that", and what stands before that belongs to the cue: "warned the board in May that | the bridge was
    unsafe", "In one, she wrote to the mayor that | ...".
    """
    speaks = found.verb is not None and found.verb.lemma_ in speech_verbs()
    if not found.cue or not (found.frame == "clause" or (found.frame in {"oblique", "object"} and speaks)):
        return
    for k, (start, end) in enumerate(found.content):
        first = found.block.word_at(start)
        if first is None or first.i < found.cue[-1].i:
            continue
        begun = first.i > 0 and is_complementiser(first.nbor(-1))
        begins_before = k and found.content[0][0] < found.block.offsets(found.cue[0], found.cue[0])[0]
        if begins_before and (_is_lacking(first, found, k) or _is_said_around(first, found, k)):
            return
        for word in first.doc[first.i : min(first.i + _FAR, len(first.doc))]:
            if begun and word.tag_ == "VBG":
                return  # "saying that | wiping out that week ..."
            if word.tag_ in TENSED or word.is_quote or _takes_clause(word, found) or found.block.offsets(word, word)[1] >= end:
                return
            opens = (is_complementiser(word) and word.dep_ != "nsubj" and found.frame != "object") or (
                speaks and _opens_clause(word, found)
            )
            if opens and word.i + 1 < len(word.doc):
                found.content[: k + 1] = [(found.block.offsets(word.nbor(1), word)[0], end)]
                found.frame, found.link = "clause", None
                return
        return


def _is_lacking(that: Token, found: Found, k: int) -> bool:
    """Whether it is what the verb, or the question, before a parenthetical lacks: "He did not believe, he said, | that ...", "Is it not the
    case, he asked, | that ...?"; see `constructions`.
    """
    before = found.block.words(*found.content[k - 1])
    lacks = bool(before) and (before[-1].pos_ not in {"NOUN", "PROPN"} or before[0].pos_ == "AUX")
    return found.settled and that.lower_ == "that" and lacks


def _is_said_around(first: Token, found: Found, k: int) -> bool:
    """Whether a clause of its own stands before who says it, which only goes on behind ("It got money, records show, | on the condition
    that it stay"), or its subject, whose verb stands behind ("Many, he said, | suspected that it was late").
    """
    if not found.settled or first.lower_ == "that":  # "an indication, some believe, | that ..."
        return False
    before = found.block.words(*found.content[k - 1])
    states = any(t.tag_ in TENSED and child(t.head if t.dep_ in {"aux", "auxpass"} else t, *SUBJECTS) in before for t in before)
    verb = next((t for t in (first, first.head) if t.pos_ == "VERB"), None)
    return states or (verb is not None and verb not in found.cue and any(t.dep_ in SUBJECTS and t.head is verb for t in before))


def _opens_clause(that: Token, found: Found) -> bool:
    """Whether it opens what is said, though the parser has it describe the time or the paper: "said in a note | that ash had fallen"."""
    clause = that.head
    if that.lower_ != "that" or clause.dep_ not in {"relcl", "acl"} or clause.head.dep_ != "pobj" or clause.head.head.lower_ not in _WHEN:
        return False
    before = clause.head.head.head
    own = (c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass", "expl"})
    return before in found.cue and any(subject.left_edge.i == that.i + 1 for subject in own)


def _begin_past_hearer(found: Found) -> None:
    """A clause begins behind who is told it: "told members | he was appalled", "agreed with her | that it was late"."""
    verb, (start, end) = found.verb, found.content[0]
    if verb is None or found.frame != "clause":
        return
    if verb.lemma_ == "tell":  # "told MPs | that Ministers knew"
        found.cue = [t for t in found.cue if not (t.dep_ in {"dobj", "dative"} and t.head is verb)]
    last = found.cue[-1]
    link = last.dep_ == "prep" and last.head is verb
    clause = child(verb, "ccomp") if link or verb.lemma_ in HEARD else None
    hearer = child(last, "pobj") if link else child(verb, "dobj", "dative")
    if clause is None or hearer is None or found.block.offsets(hearer.left_edge, hearer)[0] != start or hearer.i + 1 >= len(hearer.doc):
        return
    first = hearer.right_edge.nbor(1)
    if first.i == clause.left_edge.i and found.block.offsets(first, first)[0] < end:
        found.content[0] = (found.block.offsets(first, first)[0], end)


def _begin_with_what_is_shown(found: Found) -> None:
    """What lies between a cue and its content is content where the content hangs on it: "show | everything | that drivers lose", "showed |
    them | eating", "voiced | her relief after | leaving".
    """
    verb, (start, end) = found.verb, found.content[0]
    thing = child(verb, "dobj") if verb is not None and found.cue and verb is found.cue[-1] and verb.lemma_ not in HEARD else None
    first = found.block.word_at(start)
    if verb is None or thing is None or first is None or thing.left_edge.i != verb.i + 1 or not thing.i < first.i:
        return
    if any(t.is_punct for t in verb.doc[thing.left_edge.i : first.i]) or not _is_about(first, thing, verb):
        return
    found.content[0] = (found.block.offsets(thing.left_edge, thing)[0], end)
    found.frame, found.link = "object", None


def _is_about(first: Token, thing: Token, verb: Token) -> bool:
    """Whether the words from `first` on say something of a cue's object: a clause that describes it, or what it does or is felt after."""
    before = first.nbor(-1)
    if first.tag_ in {"WDT", "WP"} and before is thing:
        clause = next((t for t in first.ancestors if t.dep_ == "relcl"), None)
        return clause is not None and clause.head is thing
    if first.tag_ != "VBG":
        return False
    if before is thing:
        return first.head is verb and verb.lemma_ in _DEPICTS
    felt = first.dep_ == "pcomp" and first.head is before and before.head is verb and thing.right_edge is before.nbor(-1)
    return felt and verb.lemma_.lower() in content_frames("object")


_DEPICTS = frozenset({"show", "depict", "film", "see", "hear", "remember", "recall", "picture", "imagine"})
"""Verbs whose object does what they show."""


def _go_on_behind(found: Found) -> None:
    """What nobody named says of a thing has what stands behind the cue: "A decision is not expected | before June", "Quill
    appeared | less sure". When somebody "was told" it is no part of it.
    """
    verb, end = found.verb, found.content[-1][1]
    if verb is not None and verb.lemma_ in _HEARING:
        return
    seems = verb is not None and verb.lemma_ in SEEMING | {"look"}
    if verb is None or found.source is not None or verb not in found.cue or not (seems or child(verb, "auxpass") is not None):
        return
    how = {"prep", "npadvmod", "advmod"} if not seems else {"oprd", "acomp"}
    behind = [c for c in verb.rights if c.dep_ in how and c.i > found.cue[-1].i]
    clauses = [c for c in verb.rights if c.dep_ in {"xcomp", "ccomp", "advcl", "oprd"} - how]
    if behind and (seems or not clauses) and end <= found.block.offsets(found.cue[0], found.cue[0])[0]:
        found.content.append(found.block.offsets(behind[0].left_edge, behind[-1].right_edge))


_HEARING = HEARD | {"hear"}
"""In the passive they tell of who heard it."""


def _begin_with_thing(found: Found) -> None:
    """What is denied, wanted or announced is content, not cue: "denies | talks on the bridge", "ruled out | a law to ban it"."""
    verb, (start, end) = found.verb, found.content[0]
    lemma = verb.lemma_.lower() if verb is not None else ""
    takes = lemma in content_frames("object") - _LIGHT or (lemma == "rule" and verb is not None and child(verb, "prt") is not None)
    thing = child(verb, "dobj") if verb is not None and takes else None
    if verb is None or thing is None or thing not in found.cue or verb not in found.cue or thing.i < verb.i:
        return
    first = found.block.offsets(thing.left_edge, thing)[0]
    behind = found.block.offsets(found.cue[-1], found.cue[-1])[1]
    if thing.left_edge.i > verb.i and found.link is None and not found.block.text[behind:start].strip():
        found.cue = [t for t in found.cue if t.i < thing.left_edge.i]
        found.content[0] = (first, end)


_LIGHT = frozenset({"express", "voice"})
"""Verbs that are a cue with their object only: "voiced concern about"."""


def _takes_clause(noun: Token, found: Found) -> bool:
    """Whether it is what the cue is about, and the clause behind it tells what that is: "rejected | the idea that ..."; not when or where
    it is said: "said at the time | that ...".
    """
    subject = noun.head if noun.dep_ == "appos" else noun  # "said | the idea, a claim that nobody believed, was dead"
    if subject.dep_ in SUBJECTS and noun.pos_ == "NOUN" and noun not in found.cue:  # "said | the claim that it was unsafe had been ignored"
        return any(c.dep_ in {"acl", "ccomp", "relcl"} and is_complementiser(c.left_edge) for c in noun.rights)
    if noun.dep_ not in {"dobj", "pobj"} or noun.head not in found.cue or noun.head.lemma_ in HEARD or noun.lower_ == "it":
        return False  # "put it to him | that'
    return noun.dep_ == "dobj" or noun.head.lower_ not in _WHEN or found.cue[0].lemma_ not in speech_verbs()


_WHEN = frozenset({"at", "in", "during", "after", "before", "to"})
"""Prepositions between a verb of speech and the time, the place or the hearer of what is said."""
_FAR = 24
"""Words between a cue and its "that": to whom, where and how it was said."""


def _without_antecedent(found: Found) -> None:
    """Whom a "who" stands for is no piece of what he says: "a hiker | who reported | hearing a shout"; nor is the question word before who
    wants something: "why | residents want | to leave".
    """
    source = found.source
    if source is None or len(found.content) < 2:
        return
    (low, high), first = found.content[0], found.block.word_at(found.content[0][0])
    alone = first is not None and first.tag_ == "WRB" and found.block.offsets(first, first) == (low, high)
    noun = source.head.head.head if source.head.lower_ == "who" and source.head.head.dep_ == "relcl" else None
    if (found.frame == "infinitive" and alone) or (high <= source.start and noun in found.block.words(low, high)):
        del found.content[0]


def _without_question(found: Found) -> None:
    """What somebody is asked is no piece of his answer, be that one word: "| Asked if it was safe |, Quill said yes"; nor is the "what" by
    which a clause only names who says it: "“It is safe” is | what | Quill says".
    """
    verb, block = found.verb, found.block
    if verb is None:
        return
    what = verb.left_edge
    if what.lower_ == "what" and what.dep_ in {"dobj", "dative"} and what.i > 0 and what.nbor(-1) is verb.head and verb.head.lemma_ == "be":
        start = block.offsets(verb.head, verb.head)[0]
        found.content = [(low, min(high, start)) for low, high in found.content if low < start] or found.content
        found.content = [(low, low + len(block.text[low:high].rstrip())) for low, high in found.content]
        return
    asked = next((c for c in verb.lefts if c.dep_ == "advcl" and c.lower_ == "asked" and c.tag_ == "VBN"), None)
    if asked is None:
        return
    low, high = block.offsets(asked.left_edge, asked.right_edge)
    rest = [piece for piece in found.content if piece[0] < low or piece[1] > high]
    answer = [t for t in verb.rights if t.dep_ in {"intj", "advmod", "neg"} and t.i == verb.i + 1]
    if not rest and answer:
        found.cue, found.frame, rest = [t for t in found.cue if t.i <= verb.i], "object", [block.offsets(answer[0], answer[0])]
    found.content = rest or found.content


def _without_apposition(text: str, found: Found) -> None:
    """What stands beside a source behind its comma is no piece of what it says: "..., said Ray Quill, | president of the Lakes local"."""
    source = found.source
    if source is None or len(found.content) < 2 or source.block is not found.block or found.frame == "quote":
        return
    end, own = found.block.offsets(source.first, source.last)[1], {t.i for t in source.head.subtree}
    low, high = found.content[-1]
    if text[end:low].strip() == "," and all(t.i in own for t in found.block.words(low, high)):
        del found.content[-1]


def _one_clause(text: str, layout: Layout, found: Found) -> None:
    """What is told "according to" somebody is one clause: the nearest one behind a semicolon, and none that the writer sets against it."""
    low, high = found.content[0][0], found.block.offsets(found.cue[0], found.cue[0])[0] if found.cue else 0
    at = text.rfind(";", low, high)
    behind = found.block.words(at + 1, max(high, found.content[-1][1])) if at >= 0 and layout.quotation_at(at) is None else []
    first = next((t for t in behind if not t.is_space), None)
    if first is not None and any(t.tag_ in TENSED for t in behind):  # "the hall is safe; | the road is shut, according to"
        rest = [piece for piece in found.content if piece[0] >= high]
        found.content[:] = [(found.block.offsets(first, first)[0], len(text[:high].rstrip(" ,–—"))), *rest]
    if len(found.content) > 1 and _AGAINST.match(text, found.content[1][0]):
        del found.content[1:]
    start, end = found.content[-1]
    for place in (m.start() for m in _NEXT.finditer(text, start, end)):
        if layout.quotation_at(place) is None:
            found.content[-1] = (start, start + len(text[start:place].rstrip()))
            return


_AGAINST = re.compile(r"(?:although|though|while|whereas|but)\b")
_NEXT = re.compile(r";|,\s(?:although|though|whereas)\b")


def _within_brackets(text: str, layout: Layout, found: Found) -> None:
    """What is said in brackets has its content there: "its rating (at one point 19%, Quill says) fell"."""
    if not found.cue:
        return
    cue, end = found.block.offsets(found.cue[0], found.cue[-1])
    sentence = layout.sentence_at(cue)
    if sentence is None:
        return
    opened, closed = text.rfind("(", sentence.start, cue), text.find(")", end, sentence.end)
    if opened < 0 or closed < 0 or ")" in text[opened:cue] or "(" in text[end:closed]:
        return
    held = [(max(low, opened + 1), min(high, closed)) for low, high in found.content if low < closed and opened < high]
    if held and (held[0][0] > found.content[0][0] or held[-1][1] < found.content[-1][1]):
        found.content[:] = held


def _take_marks(text: str, layout: Layout, found: Found) -> None:
    """A quotation that is only a part of a content has both its marks: 'the plan was "pure invention"'."""
    for k, (start, end) in enumerate(found.content):
        first, last = layout.quotation_at(start), layout.quotation_at(end - 1)
        opened = first is not None and not text[first.inner_start : start].strip() and end > first.end
        closed = last is not None and start < last.start and _CLOSING.fullmatch(text, end, last.end) is not None
        found.content[k] = (first.start if first and opened else start, last.end if last and closed else end)


_CLOSING = re.compile(r"[\s,.!?]*(?:''|[\"”»’'“])")
