"""Attributions that the statistics read from the wrong side, content before its source, or in two halves: words put in "as he put it"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcards.engines.local.combining.sourcing import deed_in_mind, right_source
from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, begins_question, child, is_finite, subject_of, trimmed, with_phrase
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.clauses import is_complementiser
from factcards.engines.local.ruled.tellers import is_source
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.layout import Layout
from factcards.lexicon import speech_verbs, spurns

__all__ = ["turned"]


def turned(text: str, layout: Layout, found: Sequence[Found]) -> list[Found]:
    """The same, each with its content and source on the right side of its cue, and one where two were one."""
    whole = _joined(text, found)
    for item in whole:
        if item.source is None and item.verb is not None and item.frame != "noun":
            item.source = _shared_source(item, item.verb)
        item.source = right_source(item)
        if item.frame == "noun":
            _with_what_is_done_to_it(item)
        if item.verb is not None:
            _with_its_not(item, item.verb)
            _by_whom_it_is_with(item, item.verb)
        if item.frame == "according" or _is_said_inside(text, item) or _is_said_where(item):
            _before_according(text, layout, item)
        if item.frame == "according":
            _past_the_participle(item)
            _past_the_name(text, item)
        elif item.source is not None and item.verb is not None and len(item.cue) == 1 and item.verb.tag_ in {"VBD", "VBZ"}:
            _before_its_source(text, layout, item, item.verb)
        if item.frame == "quote" and item.verb is not None:
            _behind_who(item, item.verb)
            _with_what_it_is_said_of(layout, item, item.verb)
        if item.frame == "quote" and len(item.content) == 1:
            _with_clause_before(text, layout, item)
        if item.frame == "quote" and len(item.content) == 1:
            _with_subject(text, layout, item)
            _with_subject_before(text, layout, item)
    whole += [told for item in whole if (told := _clause_told(text, layout, item)) is not None]
    _with_what_moved_others(whole)
    _with_who_has_it(text, whole)
    _as_who_has_it(whole)
    return whole


def _with_what_is_done_to_it(found: Found) -> None:
    """What somebody does to what he is asked for goes with the cue: "Quill | poured cold water on | calls for a merger"."""
    link = found.cue[0].head if found.cue else None
    if link is None or found.source is None or link.dep_ != "prep" or not found.source.head.i < link.head.i < link.i:
        return
    before = list(link.doc[link.head.i : found.cue[0].i])
    if spurns([token.lower_ for token in before]):
        found.cue = [*before, *found.cue]


def _with_its_not(found: Found, verb: Token) -> None:
    """A negation that an aside parts from its cue goes with it: "Quill | would not, however, say | why"."""
    negator = child(verb, "neg")
    if negator is None or not found.cue or negator.i >= found.cue[0].i or found.source is None:
        return
    first = min((c for c in verb.lefts if c.dep_ in {"aux", "auxpass", "neg"}), key=lambda c: c.i)
    aside = verb.doc[negator.i + 1 : found.cue[0].i]
    plain = all((t.is_punct and not t.is_quote) or t.dep_ == "advmod" for t in aside)
    if plain and not first.i <= found.source.head.i < verb.i:
        found.cue = [*verb.doc[first.i : found.cue[0].i], *found.cue]


def _with_who_has_it(text: str, found: Sequence[Found]) -> None:
    """What is told "according to" somebody behind what another says is all of that: "Police believe he fled, | according to two people who
    were told of it".
    """
    clauses: dict[int, list[Found]] = {}
    for other in found:
        if other.frame == "clause" and other.cue and not _is_beside(other):
            clauses.setdefault(id(other.block), []).append(other)
    for item in found:
        if item.frame == "according" and item.source is not None and item.source.block is item.block:
            for other in clauses.get(id(item.block), ()):
                _set_in_order(text, item, other, item.source.head.right_edge)


def _set_in_order(text: str, item: Found, other: Found, last: Token) -> None:
    """Give what is told "according to" a source that ends with `last`, and what somebody says beside it, their own words."""
    cue, first = (item.block.offsets(f.cue[0], f.cue[0])[0] for f in (item, other))
    low, high = other.content[-1]
    if len(item.content) > 1 and item.content[-1][0] == low and cue < first < low:
        del item.content[-1]  # "Orders fell, according to Quill, and a report warned that | the trade could die"
    before = text[low:cue].rstrip() if low < cue < high else ""
    begin = min(first, other.source.start) if other.source is not None and other.source.block is item.block else first
    if first < low and item.content == other.content and text[high:cue].strip() == ",":
        item.content = [(begin, high)]  # both have the same: "He has said that | it is so |, according to one who knows him"
    elif before.endswith(",") and first < low and high <= item.block.offsets(last, last)[1] + 1 and item.content[-1][1] <= cue:
        end = low + len(before.rstrip(" ,"))
        other.content[-1], item.content = (low, end), [(begin, end)]
    _with_what_was_expected(text, item, other)


def _with_what_was_expected(text: str, item: Found, other: Found) -> None:
    """Only what others had expected is told "according to" a source, not what a firm says of itself: "said profit rose to 4m, ahead of
    | the 3m expected by analysts |, according to Orrin data".
    """
    start, end = other.content[-1]
    expected = _EXPECTED.search(text, start, item.content[-1][1])
    if expected is not None and expected.start() <= end:
        other.content[-1], item.content = (start, expected.start()), [expected.span(1)]


_EXPECTED = re.compile(
    r",\s+(?:(?:slightly|just|well|far|narrowly|comfortably)\s+)?"
    r"(?:ahead of|above|below|short of|compared (?:with|to)|against|versus|beating|missing|topping"
    r"|exceeding|(?:better|worse|more|less|higher|lower) than)\s+"
    r"([^;“”\"]*?\b(?:analysts?|economists?|forecasts?|estimates?|expectations?|expected|consensus)\b[^;“”\"]*)\Z"
)


def _is_beside(found: Found) -> bool:
    """Whether who says it is put in beside it: "As Quill said, the man fled, according to police"."""
    mark = child(found.verb, "mark") if found.verb is not None else None
    return found.verb is None or (mark is not None and mark.lower_ == "as")


def _as_who_has_it(found: Sequence[Found]) -> None:
    """Who "said" behind whom it is told according to is he, and no thing named last: "according to people with knowledge of the talks, |
    who said that".
    """
    named = [f.source for f in found if f.frame == "according" and f.source is not None and f.source.block is f.block]
    ends: dict[tuple[int, int], Source] = {}
    for source in named:
        for last in (source.last, source.head.right_edge) if is_source(source.head) else ():
            ends[id(source.block), last.i] = source
    for item in found if ends else ():
        who = child(item.verb, "nsubj") if item.verb is not None else None
        if who is not None and who.lower_ == "who" and who.i > 1 and who.nbor(-1).text == ",":
            item.source = ends.get((id(item.block), who.i - 2), item.source)


def _with_what_moved_others(found: Sequence[Found]) -> None:
    """Who tells what others did tells what they had in mind, too: "Quill said the guards had fled, | fearing that"."""
    tellers = {(f.block.paragraph, f.verb.i): f for f in found if f.verb is not None and f.frame == "clause"}
    for item in found:
        verb, source = item.verb, item.source
        deed = deed_in_mind(verb) if verb is not None else None
        if deed is None or source is None or child(deed, "nsubj") is not source.head:
            continue
        teller = tellers.get((item.block.paragraph, deed.head.i))
        low, high = teller.content[-1] if teller is not None else (0, 0)
        if teller is not None and low < item.block.offsets(deed, deed)[0] < high < item.content[-1][1]:
            teller.content[-1] = (low, item.content[-1][1])


def _shared_source(found: Found, verb: Token) -> Source | None:
    """Who says what a participle tells, where it goes on with what its subject does: "Quill spoke, | accusing him of neglect"."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "conj"} or not found.cue or verb.i - found.cue[0].i > 1:
        return None
    subject = subject_of(verb)
    if subject is None or subject.dep_ != "nsubj" or not is_source(subject) or subject.right_edge.i > verb.i:
        return None
    if subject.nbor(1).text == "(":  # "New York (AP) - Quill ...": a dateline
        return None
    return Source(found.block, subject, subject.left_edge, subject.right_edge)


def _by_whom_it_is_with(found: Found, verb: Token) -> None:
    """The source of a participle behind "with" is whom it is with, not the sentence's subject: "Moss left, with his wife saying no"."""
    phrase = with_phrase(verb)
    if phrase is None or (found.source is not None and found.source.head.i > phrase[0].i):
        return
    noun = phrase[1]
    found.source = Source(found.block, noun, noun.left_edge, verb.nbor(-2) if verb.nbor(-1).text == "," else verb.nbor(-1))


def _joined(text: str, found: Sequence[Found]) -> list[Found]:
    """A clause that ends in a quotation "as he put it" is one content: 'if rates became, as he put it, | "an issue"'."""
    quotes = {f.content[0][0]: f for f in found if f.frame == "quote"}
    gone: set[int] = set()
    for item in found:
        end = item.content[-1][1]
        put = _PUT.match(text, end) if item.frame == "clause" else None
        quote = quotes.get(put.end()) if put is not None else None
        if quote is not None and quote is not item and id(quote) not in gone:
            item.content = [*item.content, *quote.content]
            gone.add(id(quote))
    return [item for item in found if id(item) not in gone]


_PUT = re.compile(r",?\s+as\s+[^,;.]{1,40}?\s+puts?\s+it,?\s*[\"“]")


def _is_said_inside(text: str, found: Found) -> bool:
    """Whether a source and a verb of speech stand between two commas: ", police said, hours after the firm had ..."."""
    verb, source = found.verb, found.source
    if verb is None or source is None or found.frame != "clause" or verb.lemma_ not in speech_verbs():
        return False
    return source.last.i + 1 == verb.i and text.startswith(",", found.block.offsets(verb, verb)[1])


def _is_said_where(found: Found) -> bool:
    """Whether a source and a verb of speech stand behind a comma, and what was taken for content is only where or when it is said: "The
    bridge is safe, | Quill said at a meeting | in the capital".
    """
    verb, source = found.verb, found.source
    if verb is None or source is None or found.frame not in {"object", "oblique"} or verb.lemma_ not in speech_verbs():
        return False
    words = found.block.words(found.content[0][0], found.content[-1][1])
    if source.last.i + 1 != verb.i or not source.first.i or source.first.nbor(-1).text != "," or not words or words[0].i <= verb.i:
        return False
    first = next((t for t in (words[0], *words[0].ancestors) if t.head is verb), None)
    if verb.sent[0].tag_ in {"VBN", "VBG"}:
        return False  # "Asked when it would open, Quill said | in May"
    return first is not None and first.dep_ == "prep" and not any(t.tag_ in TENSED or t.is_quote for t in words)


def _before_according(text: str, layout: Layout, found: Found) -> None:
    """What stands before ", according to somebody," is told, where only when or why stands behind it."""
    verb, source = found.cue[0], found.source
    cue = found.block.offsets(verb, found.cue[-1])[0]
    cue = min(cue, source.start) if source is not None else cue
    sentence = layout.sentence_at(cue)
    if sentence is None or found.content[0][0] < cue or layout.quotation_at(cue) is not None:
        return
    begin = max(sentence.start, found.block.offsets(verb.sent[0], verb)[0])  # behind a dateline
    before = text[begin:cue].rstrip()
    words = [t for t in found.block.words(begin, cue) if not t.is_space]
    behind = [t for low, high in found.content for t in found.block.words(low, high)]
    if not before.endswith(",") or len(words) < _CLAUSE or words[-2].pos_ in {"SCONJ", "CCONJ", "ADP"} or words[-2].tag_ == "WRB":
        return
    own = {t.i for t in behind}
    if any(t.tag_ in TENSED for t in words) and not any(_states(t) and own.isdisjoint(a.i for a in t.ancestors) for t in behind):
        found.content = [(begin, begin + len(before[:-1].rstrip()))]


_CLAUSE = 4
"""Words of the shortest clause, with the comma behind it."""


def _states(token: Token) -> bool:
    """Whether it is the verb of a main clause."""
    return token.tag_ in TENSED and token.dep_ in {"ROOT", "ccomp", "conj"} and child(token, "nsubj", "nsubjpass", "expl") is not None


def _before_its_source(text: str, layout: Layout, found: Found, verb: Token) -> None:
    """Who stands behind "said" to the sentence's end says it, where a whole clause stands before: "The inquiry centers on invoices, said
    the officials, who ...".
    """
    source = found.source
    start, end = found.block.offsets(verb, verb)
    sentence = layout.sentence_at(start)
    if source is None or sentence is None or found.frame != "object" or verb.lemma_ not in speech_verbs():
        return
    before, last = text[sentence.start : start].rstrip(), found.content[-1]
    if not before.endswith(",") or last[0] - end > 1 or last[1] < sentence.end - 1 or source.first.i > verb.i:
        return
    noun = next((t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.pos_ in {"NOUN", "PROPN"}), None)
    if noun is None or noun.left_edge.i != verb.i + 1 or noun_kind(noun) not in {"anonymous", "person"}:
        return
    if layout.quotation_at(sentence.start) is None:
        found.content = [(sentence.start, sentence.start + len(before[:-1].rstrip()))]
        found.source = Source(source.block, noun, noun.left_edge, noun.right_edge)
        found.frame = "clause"


def _behind_who(found: Found, verb: Token) -> None:
    """What somebody is described as thinking stands behind the verb: '"It is late," according to Quill, who thinks | the port is full'."""
    clause = child(verb, "ccomp") if verb.dep_ == "relcl" and verb.tag_ in TENSED else None
    subject = child(verb, "nsubj")
    if clause is None or subject is None or subject.lower_ != "who" or verb not in found.cue or clause.left_edge.i <= verb.i:
        return
    if found.content[-1][1] > found.block.offsets(verb.head, verb.head)[0] or any(t.is_quote for t in clause.subtree):
        return
    words = trimmed(clause.subtree)
    first = words[1] if words[0].lower_ == "that" and words[0].dep_ == "mark" else words[0]
    found.content = [found.block.offsets(first, words[-1])]
    found.frame = "clause"


def _with_what_it_is_said_of(layout: Layout, found: Found, verb: Token) -> None:
    """What somebody says of a thing in quotation marks goes on with the thing: 'dismissed as "fiction" | a report that he had left'."""
    block, (start, _) = found.block, found.content[0]
    quotation = layout.quotation_at(start)
    mark = block.word_at(quotation.start) if quotation is not None else None
    if quotation is None or mark is None or not mark.i or len(found.content) > 1 or found.source is None or found.source.start > start:
        return
    last, at = mark.nbor(-1), block.place(quotation.end)
    if last.lower_ != "as" or last.head is not verb or child(verb, "dobj") is not None or at >= len(block.tokens):
        return
    first = block.tokens[at]
    noun = next((t for t in (first, *first.ancestors) if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.i >= first.i), None)
    if noun is None or noun.left_edge.i < mark.i or first.dep_ not in {"det", "poss", "amod", "nummod", "compound", "dobj", "appos"}:
        return
    if any(t.is_punct for t in noun.doc[first.i : noun.i]) or noun.dep_ in SUBJECTS:
        return
    words = trimmed(t for t in noun.subtree if t.i >= first.i)
    found.content, found.frame = [block.offsets(last, words[-1])], "object"
    found.cue, found.link = [t for t in found.cue if t is not last] or [verb], None


def _with_subject(text: str, layout: Layout, found: Found) -> None:
    """A quotation that begins with its verb has the subject before it: 'told members | the bill "would cost jobs"'."""
    start, end = found.content[0]
    quotation = layout.quotation_at(start)
    if (
        quotation is None
        or not text[start].islower()
        or not found.cue
        or found.block.offsets(found.cue[-1], found.cue[-1])[1] > quotation.start
    ):
        return
    tokens, at = found.block.tokens, found.block.place(start)
    verb = at + 1 if at + 1 < len(tokens) and tokens[at].tag_ == "RB" else at
    if verb >= len(tokens) or tokens[verb].tag_ not in TENSED:
        return
    noun = next((t for t in reversed(tokens[max(0, at - 2) : at]) if not t.is_quote), None)
    if noun is None or noun.pos_ not in {"NOUN", "PROPN", "PRON"} or not found.cue[-1].i < noun.left_edge.i:
        return
    if noun.left_edge.i > found.cue[-1].i + _HEARERS and not is_complementiser(noun.left_edge.nbor(-1)):
        return
    found.content[0] = (found.block.offsets(noun.left_edge, noun)[0], end)
    found.frame = "clause"


def _with_clause_before(text: str, layout: Layout, found: Found) -> None:
    """A quotation that ends a clause with "that" has all of it: 'warning that | prices that rise too quickly "hurt renters first"'."""
    start, end = found.content[0]
    quotation = layout.quotation_at(start)
    behind = found.block.offsets(found.cue[-1], found.cue[-1])[1] if found.cue else end
    before = _THAT_BEFORE.fullmatch(text, behind, start) if behind < start and text[start].islower() else None
    if before is None or quotation is None or layout.sentence_at(behind) != layout.sentence_at(start):
        return
    found.content[0] = (before.start(1), quotation.end if quotation.closed else end)
    found.frame = "clause"


_THAT_BEFORE = re.compile(r"\sthat\s((?![“\"])[^“”\";:]{2,120}\s[“\"])")


def _clause_told(text: str, layout: Layout, found: Found) -> Found | None:
    """What a comma sets off before who says it, and a colon leads on from: "| The mill was sold |, Quill told us: “We had no money”"."""
    verb, (start, _) = found.verb, found.content[0]
    clause = child(verb, "ccomp") if verb is not None and found.frame == "quote" else None
    subject = child(verb, "nsubj") if verb is not None else None
    if verb is None or clause is None or subject is None or not clause.i < subject.i < verb.i or not is_finite(clause):
        return None
    first, last = found.block.offsets(clause.left_edge, clause.right_edge)
    led = _COLON.search(text, last, start) is not None and layout.quotation_at(start) is not None
    told = clause.right_edge.i + 2 == subject.left_edge.i and clause.right_edge.nbor(1).text == ","
    if not led or not told or any(t.is_quote for t in clause.subtree) or begins_question(clause):
        return None
    return replace(found, content=[(first, last)], frame="clause")


_COLON = re.compile(r":\s*\W?\Z")


def _with_subject_before(text: str, layout: Layout, found: Found) -> None:
    """A quotation that begins with its verb has the subject before who says it: 'Her mother, | she recalled, | "regarded it as a joke"'."""
    source, (start, end) = found.source, found.content[0]
    quotation, sentence = layout.quotation_at(start), layout.sentence_at(start)
    if source is None or quotation is None or sentence is None or not text[start].islower() or not sentence.start < source.start < start:
        return
    block = found.block
    first = block.word_at(start)
    before = [t for t in block.words(sentence.start, source.start) if not t.is_space]
    if first is None or first.tag_ not in TENSED | {"VBN"} or len(before) < _PHRASE or before[-1].text != ",":
        return
    words = before[:-1]
    noun = next((t for t in words if t.dep_ in SUBJECTS), None) or (words[-1] if words[0].pos_ == "DET" else None)
    if noun is None or noun.right_edge.i < words[-1].i or any(t.pos_ in {"VERB", "AUX"} or t.is_punct or t.is_quote for t in words):
        return
    if (noun.left_edge.i == words[0].i or noun is words[-1]) and block.offsets(found.cue[-1], found.cue[-1])[1] < start:
        found.content = [block.offsets(words[0], words[-1]), (quotation.start, quotation.end) if quotation.closed else (start, end)]
        found.frame = "clause"


_PHRASE = 2
"""Words of the shortest subject, with the comma behind it."""


def _past_the_participle(found: Found) -> None:
    """What is done with a paper goes with its name: "According to phone records read to the hearing, | all three calls were long",
    "According to a report by the inspectors, published in May, | it was shut".
    """
    source, start = found.source, found.content[0][0]
    first = found.block.word_at(start)
    if source is None or first is None or first.pos_ != "VERB" or child(first, *SUBJECTS) is not None:
        return
    beside = first.tag_ in {"VBN", "VBD"} and source.last.i + 2 == first.i and first.nbor(-1).text == ","
    if source.last.i + 1 != first.i and not beside:
        return
    last = found.content[-1][1]
    comma = next((t for t in found.block.words(start, last) if t.text == ","), None)
    behind = [t for t in found.block.words(found.block.offsets(comma, comma)[1], last) if not t.is_space] if comma is not None else []
    if comma is not None and any(t.tag_ in TENSED for t in behind):
        found.source = source if beside else Source(source.block, source.head, source.first, comma.nbor(-1))
        found.content[:] = [(found.block.offsets(behind[0], behind[0])[0], last)]


def _past_the_name(text: str, found: Found) -> None:
    """A content does not begin with the name that goes with its source: "According to the chairman, Bo Marsh, | the board is well"."""
    source, (start, end) = found.source, found.content[0]
    if source is None or source.start > start or source.head.pos_ == "PROPN":
        return
    before = text[found.block.offsets(source.first, source.last)[1] : start]
    name = _NAME.match(text, start, end)
    if name is not None and _is_all_it_tells_of(found, name.end()):
        return
    if before.strip() in {"", ","} and name is not None and len(before) <= _NEXT:
        found.content[0] = (name.end(), end)


def _is_all_it_tells_of(found: Found, end: int) -> bool:
    """Whether the name that ends there is the only subject of the content's verb: "According to her lawyer, | Ms. Ortiz, 34, was told"."""
    subject = next((t for t in found.block.words(found.content[0][0], end) if t.dep_ in SUBJECTS), None)
    return subject is not None and sum(c.dep_ in SUBJECTS for c in subject.head.lefts) == 1


_NAME = re.compile(r"(?:[A-Z][\w.'’-]*\s){1,3}?[A-Z][\w'’-]*,\s+(?=\w)")
_NEXT = 2
"""Code points between a source and the name beside it."""


_HEARERS = 5
"""Words between a cue and what is said, with who is told."""
