"""Words of a content that the statistics let fall between two of its pieces, and words behind it that only tell what is not said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcards.engines.local.combining.further import next_that
from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import FINITE, GIVEN, IF, SUBJECTS, child
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.layout import Layout

__all__ = [
    "end_before_deed",
    "end_before_writer",
    "fill_gaps",
]


def fill_gaps(layout: Layout, found: Sequence[Found]) -> None:
    """Two pieces of one sentence with nothing of who says it between them are one: "sought to outdo | in | saying
    how tough they would be". A second piece that is what the same speaker says next is none: "denied the request, saying | he may flee".
    """
    cues = sorted(((item.block.offsets(item.cue[0], item.cue[0])[0], item) for item in found if item.cue), key=lambda cue: cue[0])
    places = [place for place, _ in cues]
    for item in found:
        if item.cue and item.frame not in {"quote", "carried"}:
            k = 0
            while k + 1 < len(item.content):
                first, last = bisect_left(places, item.content[k][1]), bisect_left(places, item.content[k + 1][0])
                between = [other for _, other in cues[first:last] if other is not item]
                closed = _is_closed_up(layout, item, k, between)
                if not closed and not between and _begin_with_preposition(layout, item, k + 1):
                    closed = _is_closed_up(layout, item, k, between)
                k += not closed


def _begin_with_preposition(layout: Layout, item: Found, k: int) -> bool:
    """A later piece has the words that make it a phrase: "declared an emergency at noon | on | Monday", "found Quill, a banker, | with the
    support of | a third". Whether it had not.
    """
    block, cue, before = item.block, item.cue[-1].i, item.content[k - 1][1]
    (low, high), first = item.content[k], block.word_at(item.content[k][0])
    if first is None or item.source is None or low != block.offsets(first, first)[0] or layout.quotation_at(low) is not None:
        return False
    begins = first
    while begins.i > 0:
        link = begins.nbor(-1)
        noun = child(link, "pobj") if link.dep_ == "prep" and link.i > cue and link is not item.link else None
        if noun is None or link.lower_ in {"as", "like"} or noun.left_edge is not begins or block.offsets(link, link)[0] < before:
            break
        above = link.head
        begins = above.left_edge if above.i == link.i - 1 and above.dep_ == "pobj" and above.left_edge.i > cue else link
    start = block.offsets(begins, begins)[0]
    if begins is first or start < before:
        return False
    item.content[k] = (start, high)
    return True


def _is_closed_up(layout: Layout, item: Found, k: int, between: Sequence[Found]) -> bool:
    """Whether a content's pieces at k and k + 1, with the cues of others between them, are one from now on, or the second is gone."""
    (start, end), (low, high) = item.content[k], item.content[k + 1]
    own = [item.block.offsets(t, t)[0] for t in item.cue]
    if item.source is not None:
        own.append(item.source.start)
    sentence = layout.sentence_at(start)
    if sentence is None or low >= sentence.end or any(end <= at < low for at in own):
        return False
    comment = _comment(item, end)
    if comment is not None:
        return _is_commented(item, k, comment)
    ours = [other for other in between if item.source is not None and other.source is not None and item.source.start == other.source.start]
    if any(first <= low and high <= last for other in ours if other.frame != "quote" for first, last in other.content):
        del item.content[k + 1]
        return True
    if _is_quoted(layout, end, low):
        return False
    joint = next((t for t in item.block.words(end, low) if not t.is_punct), None)
    if joint is not None and next_that(joint, item, (start, end)) is not None:
        item.content[k : k + 2] = [(start, high)]
        return True
    if ours or _is_insertion(item, end, low) or _APART.search(item.block.text[end:low]):
        return False
    for other in between:
        if other.frame == "noun" and other.source is None and other.content[0] == (low, high):
            continue  # "it is also | an indication that | the road is safe"
        if other.frame == "according" or other.source is None or not end <= other.source.start:
            return False
    gap = item.block.words(end, low)
    if not between and len(gap) > _SHORT:
        return _is_with_the_gap(gap, item, k)
    item.content[k : k + 2] = [(start, high)]
    return True


def _is_commented(item: Found, k: int, comment: Token) -> bool:
    """Whether the second piece is gone, as the writer's comment with this verb has all of it; of one that begins there what stands behind
    it is left: "that a letter, which would have stopped | the sale, had not been opened".
    """
    low, high = item.content[k + 1]
    behind, last = item.block.word_at(low), comment.right_edge.i
    if behind is not None and behind.i > last:
        return False
    rest = [t for t in item.block.words(low, high) if t.i > last and not t.is_punct]
    if rest:
        item.content[k + 1] = (item.block.offsets(rest[0], rest[0])[0], high)
    else:
        del item.content[k + 1]
    return not rest


def _is_with_the_gap(gap: Sequence[Token], item: Found, k: int) -> bool:
    """Whether the second piece hangs on the words between and goes with them: both are the writer's behind a comma or a conjunction ("said
    it was shut, | although it was open | to buses"), and both are said where these hang on the first piece.
    """
    first, rest = ({t.i for t in item.block.words(*item.content[at])} for at in (k, k + 1))
    between = {t.i for t in gap}
    words = [item.block.doc[at] for at in rest]
    inside = bool(rest) and all(t.head.i in rest | between for t in words)
    if not inside or any(t.tag_ in FINITE for t in words):
        return False
    if gap[0].is_punct or gap[0].pos_ in {"CCONJ", "SCONJ"}:
        del item.content[k + 1]
        return True
    if any(t.is_punct for t in gap) or any(t.head.i not in between | first for t in gap):
        return False
    if any(is_cue_verb(item.block.doc[at]) for at in first):  # it may be what that one says
        return False
    item.content[k : k + 2] = [(item.content[k][0], item.content[k + 1][1])]
    return True


_SHORT = 2
"""Words of a gap that holds no cue, at most; behind a longer one the second piece is as often the writer's."""
_APART = re.compile(r"\s[–-]{1,2}\s|\A,?\s+(?:and|but|or)\s")
"""A dash, or where the sentence goes on with something beside the content."""


def _comment(item: Found, end: int) -> Token | None:
    """The verb of a relative clause that begins behind a comma or a dash there, or behind what is no clause of a participle: the statistics
    know best that the writer says that. Null where none does.
    """
    place = item.block.place(end)
    words = item.block.tokens[place : place + 2]
    if len(words) < 2 or words[0].text not in {",", "-", "–", "—"}:
        return None
    verb = words[1]
    if verb.tag_ in {"WDT", "WP", "WP$", "WRB"}:
        while verb.dep_ not in {"relcl", "advcl", "ROOT"}:
            verb = verb.head
        return verb
    return verb if verb.tag_ == "VBG" and item.frame != "clause" else None


def _is_insertion(item: Found, end: int, low: int) -> bool:
    """Whether what lies between two places stands between commas and sets no condition: "accused Quill, | the member for Marrow, | of"."""
    words = item.block.words(end, low)
    return len(words) > 2 and words[0].text == "," == words[-1].text and words[1].lower_ not in IF | GIVEN


def _is_quoted(layout: Layout, end: int, low: int) -> bool:
    """Whether a quotation begins or ends between two places: its words are no gap."""
    return layout.outer_over(max(0, end - 1), low + 1) != layout.outer_over(end, low) or bool(layout.outer_over(end, low))


def end_before_deed(found: Found) -> None:
    """What somebody said would be ends before what he then did: "said growth would reach 3 percent, | then withdrew the forecast"."""
    start, end = found.content[-1]
    verb = child(found.verb, "ccomp") if found.verb is not None and found.verb in found.cue and found.frame == "clause" else None
    if verb is None or verb.tag_ != "VB" or not any(c.tag_ == "MD" and c.lower_ != "could" for c in verb.lefts):  # it could, and did
        return
    for deed in verb.rights:
        alone = (
            deed.dep_ in {"conj", "dep"}
            and deed.tag_ == "VBD"
            and deed.lemma_ != "be"
            and not any(c.dep_ in SUBJECTS or c.dep_ in _HELPERS for c in deed.lefts)
        )
        joint = next((t for t in verb.doc[verb.i : deed.i] if t.head in {verb, deed} and (t.dep_ == "cc" or t.lower_ == "then")), None)
        at = found.block.offsets(joint, joint)[0] if joint is not None else 0
        if alone and joint is not None and deed.i - joint.i <= _NEXT_TO and start < at < end:
            before = joint.nbor(-1)
            found.content[-1] = (start, found.block.offsets(before, before)[0 if before.text == "," else 1])
            return


_HELPERS = frozenset({"aux", "auxpass"})
_NEXT_TO = 2
"""Words from an "and" or a "then" to the verb of a deed, at most."""


def end_before_writer(text: str, layout: Layout, found: Found) -> None:
    """What somebody says ends where the writer tells what is left unsaid ('said the guilty "will pay", | but did not name anyone'), what
    others reckon ("said 400 were empty, | although the council puts the number at 250") or say ("would not sell, | despite reports that",
    ", | in what officials fear is") or what he makes of it himself (", | and he may be right", ", | a figure that could not be verified").
    """
    start, end = found.content[-1]
    for aside in (pattern.search(text, start, end) for pattern in _ASIDES):
        if aside is not None and layout.quotation_at(aside.start(1)) is None and aside.start() > start:
            found.content[-1] = (start, aside.start())
            return


_RECKONED = re.compile(
    r",?\s+((?:but|though|although|while)\s+[^,;.]{2,60}?\s(?:puts?|estimates?|estimated)\s+"
    r"(?:it|that|the\s+(?:number|figure|total|toll|cost|price|bill))\s+at)\b"
)
_SILENT = re.compile(
    r",?\s+((?:but|though|although)\s+(?:(?:he|she|it|they)\s+)?(?:d(?:id|oes)\s?n[o'’]t|declined to|refused to|would not)\s+"
    r"(?:say|name|specify|elaborate|identify|disclose|explain|comment|mention|provide|give|offer|go into|release|share|reveal|detail"
    r"|dispute|deny|contest|challenge|confirm|admit|apologi[sz]e)"
    r"|without\s+(?:elaborating|naming|specifying|identifying|explaining|providing|giving|offering|saying|citing))\b"
)
_WEIGHED = re.compile(
    r",?\s+((?:and|but|though)\s+(?:he|she|they|it)\s+(?:may|might|could)\s+(?:well\s+|yet\s+)?be\s+(?:right|wrong)"
    r"|an?\s+(?:[\w-]+\s+)?(?:figure|number|total|claim|account|assertion|allegation|statement|version)\s+(?:that|which)\s+"
    r"(?:could\s?n[o'’]t|cannot|can['’]t|has\s?n[o'’]t|have not)\s+(?:yet\s+)?be(?:en)?\s+(?:immediately\s+|independently\s+)*"
    r"(?:verified|confirmed|corroborated|checked|substantiated)"
    r"|(?:although|though|but)\s+(?:it|he|she|they)\s+(?:makes?|made|draws?|drew|reach(?:es|ed)?|gives?|gave|offers?|offered)\s+no\s+(?:\w+\s+)?"
    r"(?:finding|recommendation|judge?ment|conclusion|ruling|verdict|estimate|criticism|allegation|comment)s?"
    r"|an?\s+(?:[\w-]+\s+)?(?:figure|number|total|claim|account|assertion|allegation|version|charge|accusation)\s+(?:that\s+)?[^,;.“”\"]{2,60}?\s"
    r"(?:disput|den[iy]|reject|contest|dismiss)(?:es|ed|s)?"
    r"|an?\s+(?:[\w-]+\s+)?(?:view|claim|charge|accusation|allegation|assertion|suggestion|complaint|fear|concern)\s+"
    r"(?:made|shared|echoed|repeated|voiced|raised|backed|supported)(?=\s+by\b|\Z))"
)
_WORKED = re.compile(
    r",\s+(overshadowing|(?:wiping|sending)\s+[^,;.“”\"]{0,50}?(?:shares?|stocks?|bonds|pound|dollar|euro|prices?|markets?|value)"
    r"|(?:raising|dashing|stoking|fuelling|fueling|reviving|sparking|prompting|drawing|provoking|triggering)\s+(?:(?!of\s|in\s)[\w-]+\s+){0,3}?"
    r"(?:hopes?|fears?|questions|doubts|concerns?|speculation|criticism|outrage|anger|outcry|backlash|calls|alarm|condemnation|protests))\b"
)
_OPPOSED = re.compile(
    r",\s+((?:despite|in spite of|contrary to)\s+(?:[\w'’-]+\s+){0,3}?(?:reports?|claims?|rumou?rs?|speculation|suggestions?|allegations?"
    r"|accusations?|criticism|calls)"
    r"|in what\s+(?:[\w'’-]+\s+){1,4}?(?:fear|believe|say|said|call|called|describe|described|hope|suspect)s?)\b"
)
_ASIDES = (_SILENT, _RECKONED, _WEIGHED, _OPPOSED, _WORKED)
