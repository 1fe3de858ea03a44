"""Where a content ends: with a whole phrase and clause, and with the condition behind it."""

from __future__ import annotations

import itertools
import re

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import GIVEN, IF, SUBJECTS, TENSED, child, is_last_word
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.clauses import is_complementiser
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.engines.local.ruled.sizes import SIZING
from factcards.layout import Layout
from factcards.lexicon import commits_to_nothing, content_frames, cue_strength, speech_verbs

__all__ = ["end_whole", "mend_ends"]


def end_whole(text: str, layout: Layout, found: Found) -> None:
    """End a content with a whole phrase and clause, and with the conditions and clauses behind it that are its own."""
    _end_whole_phrase(found)
    _end_with_quotation(text, layout, found)
    if not found.cut:
        _end_with_its_words(found)
    _end_with_its_time(found)
    _end_with_second_deed(found)
    _end_with_role(found)
    _end_past_insertion(text, layout, found)
    _end_with_comparison(text, layout, found)
    _end_with_its_verb(text, found)
    _keep_condition(text, layout, found)
    _keep_outcome(found)
    _keep_second_that(text, layout, found)


def _last_token(found: Found, end: int) -> Token | None:
    behind = found.block.word_at(end)
    if behind is None:
        return found.block.tokens[-1] if found.block.tokens else None
    return behind.nbor(-1) if behind.i else None


def _end_with_its_words(found: Found) -> None:
    """A content has the phrase behind it that hangs on it by the parse, up to its first comma: "violations of the list | agreed in
    Geneva", "a line that it says would cut | bus fares by half"; and the clause of a "he" right behind it, which is no other's: "had told
    the board | he would go".
    """
    start, end = found.content[-1]
    last = _last_token(found, end)
    if last is None or not found.cue or last.i < found.cue[-1].i or last.i + 1 >= len(last.doc):
        return
    first = last.nbor(1)
    partly = first.lower_ in _IN_PART and first.head in found.cue and any(c.dep_ == "neg" for c in first.head.children)
    if partly:  # "had not rejected the offer | outright"
        found.content[-1] = (start, found.block.offsets(first, first)[1])
        return
    following = _phrase(first)
    contact = first.tag_ == "PRP" and first.is_lower and first.dep_ == "nsubj" and first.head.tag_ in TENSED and first.head.dep_ != "relcl"
    hangs = contact or following.dep_ in _HANGING or (first.lower_ == "to" and following.dep_ == "xcomp")
    if not hangs or first.is_punct or following.left_edge is not first or (following.dep_ == "relcl" and is_cue_verb(following)):
        return
    if not contact and not start <= found.block.offsets(following.head, following.head)[0] < end:
        return
    words = _reaching(first, following, _STOPS)
    if (
        (not words or words[-1] is not following.right_edge)
        and following.dep_ in {"prep", "acl", "relcl", "npadvmod"}
        and following.head is not last
    ):
        return
    source = found.source
    if source is not None and source.block is found.block and source.first in words:  # "described as a trick | by Quill"
        return
    if following in words and not any(t in found.cue for t in words) and sum(t.is_quote for t in words) % 2 == 0:
        found.content[-1] = (start, found.block.offsets(first, words[-1])[1])
        if following.dep_ == "nummod":  # "at number | 12 | in the chart"
            _end_with_its_words(found)


_IN_PART = frozenset({"outright", "entirely", "completely", "fully", "altogether", "directly", "explicitly", "yet"})
"""Adverbs whose being denied leaves the rest open."""


def _phrase(first: Token) -> Token:
    """The head of the largest phrase that begins with this word."""
    top, begins = first, first.nbor(-1) if first.i and first.nbor(-1).is_quote else first
    while top.head.i > top.i and top.head.left_edge in {first, begins}:
        top = top.head
    return top


def _end_with_its_time(found: Found) -> None:
    """A content has the time behind it that the parser hangs on the cue where it is when the thing told comes: "expects a ruling | by May
    |", "promised a refund | within a week |", "was put at 5 crowns | in 2019 |". It is when somebody spoke in "demanded an apology | on
    Friday" and "rejected the plan | by Friday".
    """
    verb, (start, end) = found.verb, found.content[-1]
    last = _last_token(found, end)
    if verb is None or last is None or found.cut or last.i < found.cue[-1].i or last.i + 1 >= len(last.doc):
        return
    first = last.nbor(1)
    time = child(first, "pobj") if first.dep_ == "prep" else first.head if first.dep_ in _WITHIN else first
    if time is None or found.frame not in {"object", "oblique"} or first.left_edge is not first or time.i < first.i:
        return
    phrase, reach = (first, _REACHING) if first.dep_ == "prep" else (time, frozenset())
    timed = time.ent_type_ in {"DATE", "TIME"} or (first.lower_ in _REACHING and first.lower_ != "by")
    if phrase.head is not verb or phrase.dep_ not in {"prep", "npadvmod"} or not timed or phrase.left_edge is not first:
        return
    passive = found.source is None and child(verb, "auxpass") is not None and len(found.content) > 1
    lemma = verb.lemma_.lower()
    ahead = lemma in _AHEAD or commits_to_nothing(lemma) or cue_strength(lemma) == "committed"
    if not passive and not (ahead and (verb.tag_ in {"VBZ", "VBP"} or first.lower_ in reach)):
        return
    edge = phrase.right_edge
    if not any(t.is_quote or t.text in _STOPS or t in found.cue for t in last.doc[first.i : edge.i + 1]):
        found.content[-1] = (start, found.block.offsets(first, edge)[1])


_AHEAD = content_frames("mind") | content_frames("counted") | {"anticipate", "foresee", "predict"}
"""Verbs by which somebody looks ahead."""
_REACHING = frozenset({"by", "until", "till", "within", "before"})
"""Prepositions of a time up to which something is so, or done."""


def _end_with_role(found: Found) -> None:
    """What somebody describes a thing as, or puts it at, is what he says of it: "Reports of it were described by Quill | as false |"."""
    verb = found.verb
    if verb is None or verb.tag_ != "VBN" or child(verb, "auxpass") is None:
        return
    links = ({"at"} if verb.lemma_ in SIZING else set()) | ({"as"} if verb.lemma_ in _DESCRIBING else set())
    role = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in links), None)
    if role is None or found.block.offsets(role, role)[0] < found.content[-1][1] or role.i <= found.cue[-1].i:
        return
    found.content.append(found.block.offsets(role, role.right_edge))


_DESCRIBING = frozenset({"describe", "dismiss", "characterize", "characterise", "portray", "denounce", "condemn", "hail", "cite"})
"""Verbs by which somebody says what a thing is."""


def _end_with_second_deed(found: Found) -> None:
    """What is denied or admitted is the deed behind the "and", too, which the parser hangs on the verb: "denies fraud | and hiding files".
    A verb with a tense goes with no participle alone.
    """
    verb, (start, end) = found.verb, found.content[-1]
    joint = found.block.word_at(end)
    if verb is None or found.frame != "object" or verb.tag_ not in TENSED or joint is None or joint.lower_ not in {"and", "or"}:
        return
    deed = next((c for c in verb.rights if c.dep_ == "conj" and c.tag_ == "VBG" and c.left_edge.i == joint.i + 1), None)
    if deed is None or verb not in found.cue or child(deed, "aux", *SUBJECTS) is not None or any(t.is_quote for t in deed.subtree):
        return
    if joint.nbor(-1).i > found.cue[-1].i and joint.head is verb:
        found.content[-1] = (start, found.block.offsets(joint, deed.right_edge)[1])


def _end_past_insertion(text: str, layout: Layout, found: Found) -> None:
    """A content does not end within what dashes set off: "believes that the silence – she banned music | – saved the play"."""
    start, end = found.content[-1]
    sentence = layout.sentence_at(end - 1)
    if sentence is None or _DASH.match(text, end) is None or sum(1 for _ in _DASH.finditer(text, start, end)) % 2 == 0:
        return
    source = found.source
    if not (found.cue and end <= found.block.offsets(found.cue[0], found.cue[0])[0]) and not (
        source and end <= source.start < sentence.end
    ):
        found.content[-1] = (start, start + len(text[start : sentence.end].rstrip(" .\n")))


_DASH = re.compile(r"\s[–—-]{1,2}\s")
_HANGING = frozenset({"nummod", "prep", "acl", "relcl", "dobj", "pobj", "npadvmod", "prt", "attr", "acomp", "oprd"})
_STOPS = frozenset({",", ";", ":", "–", "—", "―", "(", ")"})


def _end_whole_phrase(found: Found) -> None:
    """A content does not end within a phrase: "remembers things a | little differently", "the wish of a man to | leave"."""
    start, end = found.content[-1]
    last = _last_token(found, end)
    to_do = last is not None and last.dep_ in {"aux", "auxpass"}
    if last is None or not (last.dep_ in _WITHIN or to_do) or last.head.i <= last.i:
        return
    head = last.head
    while head.dep_ in _WITHIN and head.head.i > head.i:
        head = head.head
    words = [*last.doc[last.i + 1 : (head.right_edge if to_do else head).i + 1]]
    run = words if not to_do and head.i - last.i <= _NEAR else list(itertools.takewhile(lambda t: t.text not in _STOPS, words))
    if head not in run or not head.is_alpha or any(t in found.cue or (t.is_quote and t.i < last.head.i) for t in run):
        return
    reached = found.block.offsets(head, run[-1])[1]
    source = found.source
    if source is None or not end <= source.start < reached:
        found.content[-1] = (start, reached)


_LACKING = frozenset({"POS", "PRP$", "DT", "IN", "TO", "MD"})
"""Tags of words behind which something must come."""


def _end_with_quotation(text: str, layout: Layout, found: Found) -> None:
    """A content has the quotation behind it that it lacks or that hangs on it: "backed their | “priorities”", "spoke of a mix |
    “embracing all”".
    """
    (start, end), last = found.content[-1], _last_token(found, found.content[-1][1])
    follows = layout.quotation_at(end + 2) if text[end : end + 1] == " " and layout.quotation_at(end - 1) is None else None
    if last is None or follows is None or follows.start != end + 1:
        return
    first = next((t for t in found.block.words(follows.inner_start, follows.inner_end) if t.is_alpha), None)
    hung = _phrase(first) if first is not None else None
    hangs = hung is not None and hung.dep_ in _HANGING and start <= found.block.offsets(hung.head, hung.head)[0] < end
    if hangs or last.tag_ in _LACKING or last.lemma_ == "be":
        found.content[-1] = (start, follows.end)


_WITHIN = frozenset({"det", "amod", "compound", "nummod", "quantmod", "poss", "npadvmod"})
_NEAR = 6
"""Words to the noun that a phrase ends with."""


def _end_with_comparison(text: str, layout: Layout, found: Found) -> None:
    """A content has what its figure is compared with: "11 percent fell ill, | compared with 14 percent of the others"."""
    start, end = found.content[-1]
    sentence, first = layout.sentence_at(end - 1), found.block.word_at(end)
    if (
        sentence is None
        or first is None
        or first.text != ","
        or not found.cue
        or first.i < found.cue[-1].i
        or first.i + 2 >= len(first.doc)
    ):
        return
    behind = first.nbor(1)
    if behind.lower_ != "compared" or behind.nbor(1).lower_ not in {"with", "to"}:
        return
    reached = found.block.offsets(behind, behind.right_edge)[1]
    if (
        end < reached <= sentence.end
        and layout.quotation_at(end) is None
        and "according to" not in text[end:reached]
        and not any(t in found.cue for t in found.block.words(end, reached))
    ):
        found.content[-1] = (start, start + len(text[start:reached].rstrip(" .,;\n")))


def _end_with_its_verb(text: str, found: Found) -> None:
    """A content does not end before the verb whose subject it has: "was willing to talk, but only if the firm | dropped its plan". A verb
    to which the parser gives no subject has the noun before it for one: "that finds a split | is likely", "found the mussels, a third of
    them dead, | had moved".
    """
    start, end = found.content[-1]
    last, inside = _last_token(found, end), found.block.words(start, end)
    if last is None or not found.cue or last.i < found.cue[-1].i or last.i + 2 >= len(last.doc) or last.tag_ in _OPENS:
        return
    first = last.nbor(2 if last.nbor(1).text == "," and any(t.text == "," for t in inside) else 1)
    tense = first.nbor(1) if first.pos_ == "ADV" and first.i + 1 < len(first.doc) else first
    verb = tense.head if tense.dep_ in {"aux", "auxpass"} else tense
    subject = child(verb, *SUBJECTS)
    its_own = subject in inside if subject is not None else _has_no_other(found) and any(t.pos_ in _NAMING for t in inside)
    if tense.tag_ not in TENSED or not tense.text[-1].isalpha() or verb.i < tense.i or not its_own or found.frame == "noun":
        return
    if verb.dep_ == "conj" and (verb.head in inside or verb.head in found.cue):
        return
    words, source = _reaching(first, verb, frozenset()), found.source
    alone = subject is last and last.tag_ == "PRP" and last.nbor(-1).dep_ != "cc"  # "had told the board she | wanted it to close"
    if not alone and any(
        is_cue_verb(t) and child(t, "ccomp") is not None for t in words
    ):  # "found nothing and one in four | said it was late"
        return
    if not any(t in found.cue for t in words) and (source is None or source.block is not found.block or source.first not in words):
        found.content[-1] = (start, start + len(text[start : found.block.offsets(first, words[-1])[1]].rstrip(" .")))
        found.frame = "clause" if found.frame == "object" else found.frame


def _has_no_other(found: Found) -> bool:
    """Whether a verb without a subject behind a content can have none but the content's noun: its cue takes a clause, and the noun that the
    cue tells of has another verb: "They left over a note | claiming the dam | was unsafe", not "The hacker | who claimed it | was caught".
    """
    verb = found.verb
    if verb is None or not (found.frame == "clause" or verb.lemma_ in speech_verbs() | _DESCRIBING):
        return False
    noun = next((t.head for t in (verb, *verb.ancestors) if t.dep_ in {"relcl", "acl"} and t.head.i < t.i), None)
    return noun is None or (noun.dep_ in {"dobj", "pobj"} and any(t.tag_ in TENSED for t in verb.doc[verb.sent.start : noun.left_edge.i]))


def _reaching(first: Token, top: Token, stops: frozenset[str]) -> list[Token]:
    """The words from one on that hang on another, up to a stop, and not with what the speaker may say or do next: "| and promised ..."."""

    def ends(word: Token) -> bool:
        further = (c for c in word.head.rights if c.dep_ == "conj") if word.dep_ == "cc" else ()
        return word.text in stops or any(is_cue_verb(c) for c in further)

    return list(itertools.takewhile(lambda t: not ends(t), first.doc[first.i : top.right_edge.i + 1]))


_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_OPENS = frozenset({"CC", "IN", "WDT", "WP", "WRB", ",", ":"})
"""Tags of what opens a phrase or a clause, or parts two."""


def _keep_condition(text: str, layout: Layout, found: Found) -> None:
    """A content has the condition behind it: "intends to return, | provided that the money arrives", "plans to sail in May,
    | weather permitting".
    """
    start, end = found.content[-1]
    opening = _CONDITION.match(text, end)
    sentence = layout.sentence_at(end - 1)
    if opening is None or sentence is None or layout.quotation_at(opening.start(1)) is not None or opening.end() > sentence.end:
        return
    mark = found.block.word_at(opening.start(2))
    if mark is None or not found.cue or not mark.i > found.cue[-1].i:
        return
    clause = mark if mark.tag_ in {"VBN", "VBG"} or mark.lower_ in GIVEN else mark.head
    above = [clause, *clause.ancestors]
    inside = any(start <= found.block.offsets(t, t)[0] < end or t in found.cue for t in above[1:])
    if clause.i < mark.i or not inside:
        return
    reached = found.block.offsets(clause.right_edge, clause.right_edge)[1]
    if reached <= sentence.end:
        found.content[-1] = (start, start + len(text[start:reached].rstrip(" .,;")))


def _keep_outcome(found: Found) -> None:
    """A content has what would come of it by the speaker's forecast: "said winds would turn, | which would drive the fire north"."""
    (start, end), verb = found.content[-1], found.verb
    comma = found.block.word_at(end)
    if verb is None or found.frame != "clause" or verb.tag_ != "VBD" or verb.lemma_ not in speech_verbs() or comma is None:
        return
    which = comma.nbor(1) if comma.text == "," and comma.i + 2 < len(comma.doc) else None
    if which is None or which.lower_ != "which" or which.dep_ not in SUBJECTS or which.nbor(1).lower_ not in {"would", "could", "might"}:
        return
    clause = which.head
    told = clause.dep_ in {"advcl", "relcl"} and start <= found.block.offsets(clause.head, clause.head)[0] < end
    ends = is_last_word(clause.right_edge) and not any(t.is_quote or t in found.cue for t in clause.subtree)
    if told and ends and verb in found.cue and found.block.offsets(verb, verb)[0] < start:
        found.content[-1] = (start, found.block.offsets(which, clause.right_edge)[1])


_INVERTED = r"(?:should|had)(?=\s(?:he|she|they|it|we|there)\b)"
_ABSOLUTE = r"pending|(?:weather|time|funds|money|health) (?:permitting|allowing)"
_CONDITION = re.compile(
    rf"[”\"]?,?\s+(((?:only )?(?:{'|'.join(sorted(IF))})|{'|'.join(sorted(GIVEN))}|{_ABSOLUTE}|{_INVERTED})(?:\s+that)?)\b", re.IGNORECASE
)
"""What a condition begins with; also by inversion: "should they return"."""


def _keep_second_that(text: str, layout: Layout, found: Found) -> None:
    """A content has the clause behind it that begins with another "that": 'wrote that ships "could ground" | and that insurers asked'."""
    start, end = found.content[-1]
    opening = _AND_THAT.match(text, end) or next(reversed([*_AND_THAT.finditer(text, start, end)]), None)  # "…, and that it |"
    sentence = layout.sentence_at(end - 1)
    if opening is None or sentence is None or found.frame != "clause" or opening.end() > sentence.end:
        return
    that = found.block.word_at(opening.end() - len("that"))
    if that is None or not found.cue or that.i < found.cue[-1].i or not is_complementiser(that) or that.head.i <= that.i:
        return
    beside = that.head.head if that.head.dep_ == "conj" else None
    if beside is not None and beside in found.cue and any(is_complementiser(c) for c in beside.lefts):
        return  # "Quill said that the crew knew of it, | and that ..." is Quill's
    if text.startswith(("whether ", "if "), start):
        return  # "Quill said they had asked whether it was safe, | but that nobody knew" is Quill's
    reached = found.block.offsets(that.head.right_edge, that.head.right_edge)[1]
    if end < reached <= sentence.end and found.block.offsets(that.head, that.head)[0] >= end:
        found.content[-1] = (start, start + len(text[start:reached].rstrip(" .,;")))


_AND_THAT = re.compile(r"[”\"]?,?\s+(?:and|but)\s+(that)\b")


def mend_ends(text: str, layout: Layout, found: Found) -> None:
    """A content that ends within a quotation that it began has all of it, one within a quotation ends with it, and none ends in the "and"
    before the next clause, or in the midst of a word ("to | re|-examine").
    """
    for k, (start, end) in enumerate(found.content):
        around = layout.quotation_at(start)
        if around is not None and around.inner_end < end <= around.end + 1:
            found.content[k] = (start, start + len(text[start : around.inner_end].rstrip(" ,")))
            continue
        quotation = layout.quotation_at(end - 1)
        if quotation is not None and start < quotation.start and end < quotation.inner_end:
            last = len(text[quotation.inner_start : quotation.inner_end].rstrip(" ,")) + quotation.inner_start
            found.content[k] = (start, max(end, last))
        elif (cut := _PARTS.match(text, end)) is not None and _WORD.search(text, start, end) is not None:
            found.content[k] = (start, cut.end())
        elif (trailing := _JOINING.search(text, start, end)) is not None and trailing.start() > start and quotation is None:
            found.content[k] = (start, trailing.start())


_WORD, _PARTS = re.compile(r"\b[a-z]+\Z"), re.compile(r"(?:-[a-z]+)+")
"""A word in small letters at the end, and its further parts."""
_JOINING = re.compile(r"(?:\s[–—-]+)?[\s,;]+(?:and|but|or|nor)(?:,?\s+(?:that|which|who))?\Z|,\s+(?:which|who|whom|whose)\Z|\s[–—-]+\Z")
