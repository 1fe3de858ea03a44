"""Whose a quotation is: the cue beside it, the speech that it goes on with, or the speaker before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from factcards.engines.local.found import Found, Source, inner
from factcards.engines.local.parsing.grammar import child, told_by_age, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.engines.local.ruled.tellers import is_source, mention_of, perceived_as, source_of
from factcards.layout import Layout, Quotation
from factcards.lexicon import speech_verbs

__all__ = ["find_quoted", "is_title"]

NEAR = 90
"""Code points between a quotation and its cue: a long name with its role fits, a further clause does not."""
NESTED = 8
"""Contents that begin right before a quotation and may hold one another; deeper nesting is not met."""
SCARE = 3
"""Words from which a quotation without a cue beside it may be speech: shorter ones are titles and scare quotes."""
_BETWEEN = 25
"""Words of the text, but for captions, up to which what stands in marks behind them is still the same speaker's."""
BEHIND = 6
"""Words behind a cue that closes its sentence: to whom, when, where."""
SENTENCE = 5
"""Words from which a quotation that begins with a capital may be a sentence."""
_WORD = re.compile(r"\w+")
_BLANK = re.compile(r"\s*")


def find_quoted(blocks: Sequence[Block], layout: Layout, text: str, indirect: Sequence[Found]) -> list[Found]:
    """One attribution for each speech in quotation marks, with all its pieces. Where a clause attribution holds a quotation and
    more, the quotation is a part of that one (mixed).
    """
    cues = _cues(blocks, layout)
    told = _group_cues(layout, cues, text)
    reaching = _reaching(indirect)
    found: list[Found] = []
    last: Found | None = None
    last_quotation: Quotation | None = None
    for quotation in (q for q in layout.quotations if q.depth == 0):
        part = _part(layout, quotation)
        if part not in {"body", "subtitle", "headline", "caption"} or _held(quotation, reaching):
            continue
        content = inner(text, quotation)
        if content is None or is_title(text, quotation):
            continue
        cue = _cue_of(quotation, cues, layout, text) or told.get(quotation.group) or _cue_above(quotation, cues, layout, text)
        cue = cue or _led_in(quotation, blocks, layout, text)
        if cue is not None and cue[3] >= quotation.end - 1:
            content = _before(text, layout, quotation, content, cue)
            if content is None:
                continue
        goes_on = last is not None and last_quotation is not None and _goes_on(text, layout, last_quotation, quotation)
        if cue is not None and last is not None and last.verb is not None and (last.block is cue[0] and last.verb.i == cue[1].i):
            last.content.append(content)
        elif cue is not None:
            last = _said(cue, content)
            found.append(last)
        elif goes_on and last is not None and (last_quotation is None or _same_speech(text, layout, last_quotation, quotation)):
            last.content.append(content)
        elif goes_on and last is not None and (_is_speech(text, quotation) or _fills_paragraph(text, layout, quotation)):
            last = Found(last.block, [content], "carried", None, [], None, None, 0.6)
            found.append(last)
        elif _stands_alone(text, layout, quotation) and (place := _block_of(blocks, quotation)) is not None:
            orphaned, opening = quotation.is_block, _opens(text, layout, quotation)
            last = Found(place, [content], "carried", None, [], None, None, 0.6, orphaned=orphaned, opening=opening)
            found.append(last)
        else:
            continue
        last_quotation = quotation
    return found


Cue = tuple[Block, "Token", Source, int, int]


Cues = Mapping[int, list[Cue]]


def _cues(blocks: Sequence[Block], layout: Layout) -> Cues:
    """Verbs of speech outside quotations by paragraph, with the offsets of the stretch from source to verb."""
    cues: dict[int, list[Cue]] = {}
    for block in blocks:
        for token in block.verbs:
            if not is_cue_verb(token) or token.lemma_.lower() not in speech_verbs():
                continue
            start, end = block.offsets(token, token)
            if layout.quotation_at(start) is not None:
                continue
            source = source_of(block, token)
            if source is not None:
                named = block.offsets(source.first, source.last)
                near = abs(named[0] - start) < 3 * NEAR
                mine = cues.setdefault(block.paragraph, [])
                mine.append((block, token, source, min(start, named[0]) if near else start, max(end, named[1]) if near else end))
    return cues


def _group_cues(layout: Layout, cues: Cues, text: str) -> dict[int, Cue]:
    """The first cue of each quotation over several paragraphs: it may come with the last one only."""
    groups = Counter(q.group for q in layout.quotations if q.depth == 0)
    result: dict[int, Cue] = {}
    for quotation in (q for q in layout.quotations if q.depth == 0 and groups[q.group] > 1):
        cue = _cue_of(quotation, cues, layout, text)
        if cue is not None:
            result.setdefault(quotation.group, cue)
    return result


def _said(cue: Cue, content: tuple[int, int]) -> Found:
    block, verb, source, _, _ = cue
    perceived = perceived_as(verb)
    if perceived is not None:
        words = list(block.doc[verb_group(perceived[1])[0].i : verb.i + 1])
        return Found(block, [content], "quote", source, words, verb, None, 0.95, settled=True)
    settled = told_by_age(source.head) is not None  # the parser is lost in an age, and so are the statistics
    words = verb_group(verb)
    if verb.lemma_ == "be":  # "was | blunter about it |"
        settled = True
        colon = next((t.i for t in block.tokens if t.i > verb.i and t.text == ":"), verb.i + 1)
        words = [*words, *block.doc[verb.i + 1 : colon]]
    return Found(block, [content], "quote", source, words, verb, None, 0.95, settled=settled)


def _part(layout: Layout, quotation: Quotation) -> str:
    sentence = layout.sentence_at(quotation.inner_start) or layout.sentence_at(quotation.start)
    return sentence.part if sentence is not None else "boilerplate"


def _reaching(indirect: Sequence[Found]) -> list[tuple[int, int]]:
    """Where the contents of clauses begin and end, in order of their beginnings."""
    return sorted(
        (found.content[0][0], found.content[-1][1]) for found in indirect if found.frame not in {"object", "oblique", "according"}
    )


def _held(quotation: Quotation, reaching: Sequence[tuple[int, int]]) -> bool:
    """Whether an indirect content begins before the opening mark and reaches over it."""
    at = bisect_left(reaching, (quotation.start, 0))
    return any(quotation.inner_start < high for _, high in reaching[max(0, at - NESTED) : at])


def _cue_of(quotation: Quotation, cues: Cues, layout: Layout, text: str) -> Cue | None:
    """The nearest cue in the quotation's own sentences: behind it, or before it across a comma, a colon or "that"."""
    sentences = layout.sentences_between(quotation.start, quotation.end)
    if not sentences:
        return None
    low, high = sentences[0].start, sentences[-1].end
    best: tuple[int, Cue] | None = None
    near = [cue for cue in _within(cues.get(sentences[0].paragraph, ()), low, high) if low <= cue[3] and cue[4] <= high]
    led = any(_LEADS.fullmatch(text, cue[4], quotation.start) for cue in near if cue[4] <= quotation.start)
    for cue in near:
        start, end = cue[3], cue[4]
        if led and start >= quotation.end - 1 and _goes_on_and_ends(text, quotation):
            continue  # "“You saw it,” said Quill, “and you ran?” | The witness said ..."
        if start >= quotation.end - 1:
            distance = start - quotation.end
            between = text[quotation.end : start]
            if _is_short(text, quotation) and _JOINED.search(between):
                continue
        elif end <= quotation.start:
            distance = quotation.start - end + 1
            between = text[end : quotation.start]
        else:
            continue
        if distance <= NEAR and not _APART.search(between) and (best is None or distance < best[0]):
            best = (distance, cue)
    return best[1] if best else None


def _within(cues: Sequence[Cue], low: int, high: int) -> Sequence[Cue]:
    """The cues of a paragraph whose verb begins in a stretch of the text."""
    first, last = (bisect_left(cues, offset, key=lambda cue: cue[0].offsets(cue[1], cue[1])[0]) for offset in (low, high))
    return cues[first:last]


def _goes_on_and_ends(text: str, quotation: Quotation) -> bool:
    """Whether it goes on in the middle of a sentence and ends it: "“... and you ran?”"."""
    words = text[quotation.inner_start : quotation.inner_end].strip()
    return words[:1].islower() and words[-1:] in {".", "?", "!"}


def _is_short(text: str, quotation: Quotation) -> bool:
    """Whether it is no sentence by itself: a few words, or begun in the middle of one."""
    words = text[quotation.inner_start : quotation.inner_end].lstrip()
    return words[:1].islower() or len(_WORD.findall(words)) < SENTENCE


_LEADS = re.compile(r"[^.!?;\"“”]{0,40}[,:]?\s*")
_APART = re.compile(r"[.!?;\"“”]\s")
_JOINED = re.compile(r"\b(?:and|but|by|that|who|which|while|when|before|after|as|in|because)\b", re.IGNORECASE)
"""Words before a cue by which it belongs to another clause than the quotation: "“Too soon” is on its signs, | and | she said ..."."""


def _cue_above(quotation: Quotation, cues: Cues, layout: Layout, text: str) -> Cue | None:
    """The cue of a paragraph that ends in a colon, for the quotation that opens the next one."""
    sentence = layout.sentence_at(quotation.inner_start)
    if sentence is None or sentence.paragraph == 0 or not _opens(text, layout, quotation):
        return None
    above = layout.paragraphs[sentence.paragraph - 1]
    if not text[above.start : above.end].rstrip().endswith(":"):
        return None
    near = [cue for cue in cues.get(sentence.paragraph - 1, ()) if len(text[cue[4] : above.end].rstrip()) <= NEAR]
    return near[-1] if near else None


def _led_in(quotation: Quotation, blocks: Sequence[Block], layout: Layout, text: str) -> Cue | None:
    """The clause that a colon before a speech ends, where it tells how somebody speaks: "Quill | was | blunter: “...”"."""
    sentence, block = layout.sentence_at(quotation.inner_start), _block_of(blocks, quotation)
    if (
        sentence is None
        or block is None
        or not text[sentence.start : quotation.start].rstrip().endswith(":")
        or not _is_speech(text, quotation)
    ):
        return None
    for verb in reversed([t for t in block.tokens if t.pos_ in {"VERB", "AUX"} and t.dep_ in {"ROOT", "conj", "ccomp"}]):
        start, end = block.offsets(verb, verb)
        subject = child(verb, "nsubj") if sentence.start <= start and end <= quotation.start else None
        if subject is not None and is_source(subject) and _is_manner(verb):
            source = mention_of(block, subject)
            return block, verb, source, block.offsets(source.first, source.first)[0], end
    return None


def _is_manner(verb: Token) -> bool:
    """Whether a clause may tell how somebody speaks, though it has no cue: "| was blunter |"."""
    how = child(verb, "acomp", "attr")  # the tagger takes "blunter" for a noun
    return verb.lemma_ == "be" and how is not None and how.is_lower and child(how, "det", "poss") is None


def _goes_on(text: str, layout: Layout, before: Quotation, after: Quotation) -> bool:
    """Whether a quotation without a cue follows the last one closely enough to be the same speaker's."""
    if after.group == before.group:
        return True
    if before.is_block or after.is_block:
        return False
    first = layout.sentence_at(before.inner_start)
    second = layout.sentence_at(after.inner_start)
    if first is None or second is None:
        return False
    if first.paragraph == second.paragraph:
        told = [s for s in layout.sentences_between(before.end, after.start) if s.part != "caption"]
        return sum(len(_WORD.findall(text, max(s.start, before.end), min(s.end, after.start))) for s in told) <= _BETWEEN
    return second.paragraph - first.paragraph <= 1 and _opens(text, layout, after)


def _opens(text: str, layout: Layout, quotation: Quotation) -> bool:
    """Whether no word of its paragraph stands before a quotation."""
    sentence = layout.sentence_at(quotation.inner_start)
    return sentence is not None and _BLANK.fullmatch(text, layout.paragraphs[sentence.paragraph].start, quotation.start) is not None


def _same_speech(text: str, layout: Layout, before: Quotation, after: Quotation) -> bool:
    """The same paragraph or the same group: one speech; a new paragraph with marks of its own is a new one."""
    if after.group == before.group:
        return True
    first, second = layout.sentence_at(before.inner_start), layout.sentence_at(after.inner_start)
    return first is not None and second is not None and first.paragraph == second.paragraph and _is_speech(text, after)


def _stands_alone(text: str, layout: Layout, quotation: Quotation) -> bool:
    """Whether it is set off as quoted, or is a speech of its own: sentences that begin a paragraph, or right behind a sentence of the
    same one: "Quill shook her head. “...”".
    """
    if quotation.is_block:
        return True
    sentence = layout.sentence_at(quotation.inner_start)
    if sentence is None or not _is_speech(text, quotation):
        return False
    if _opens(text, layout, quotation):
        return text[quotation.inner_start : quotation.inner_end].rstrip()[-1] in ".!?"
    return text[layout.paragraphs[sentence.paragraph].start : quotation.start].rstrip()[-1:] in (".", "!", "?")


def _is_mention(text: str, layout: Layout, quotation: Quotation) -> bool:
    """Whether the marks hold a word or two within what is said in other words: "The plan is “bold”, she said"."""
    words = text[quotation.inner_start : quotation.inner_end].strip()
    sentence = layout.sentence_at(quotation.inner_start)
    if sentence is None or len(_WORD.findall(words)) >= SCARE or words[-1:] in {",", ".", "!", "?"}:
        return False
    return len(_WORD.findall(text, sentence.start, quotation.start)) >= SCARE


_WORKS = frozenset(
    {"show", "program", "programme", "book", "film", "movie", "song", "album", "ad", "series", "podcast", "memoir", "novel", "essay",
     "poem", "play", "opera"}
)  # fmt: skip
_SHOWN = re.compile(rf"(?:['’]s|\b(?:on|in|of|called|titled|entitled|{'|'.join(sorted(_WORKS))})),?\s*\Z")
_SMALL = frozenset({"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "with", "from", "by"})


def is_title(text: str, quotation: Quotation) -> bool:
    """Whether the marks hold the name of a show or a book: "on CNN’s “State of the Union,” ..."."""
    words = _WORD.findall(text, quotation.inner_start, quotation.inner_end)
    capitals = all(word[0].isupper() or word.isdigit() or word in _SMALL for word in words)
    before = _SHOWN.search(text, max(0, quotation.start - 20), quotation.start) if capitals and words else None
    return before is not None and (len(words) > 1 or before[0].strip(" ,").lower() in _WORKS)


def _before(text: str, layout: Layout, quotation: Quotation, inside: tuple[int, int], cue: Cue) -> tuple[int, int] | None:
    """What is said before a cue: the quotation, with the sentence's own words where it goes on with these ("The plan's "only aim is
    speed," she said") or is a word or two of them ("The plan is “bold”, she said"); None where it is no speech.
    """
    sentence = layout.sentence_at(quotation.inner_start)
    if sentence is None or sentence.start >= quotation.start:
        return inside
    start, end = cue[3], cue[4]
    marked = _MARK.search(text, end, sentence.end) is not None
    if _is_mention(text, layout, quotation):
        last = "," in text[quotation.end : start] and len(_WORD.findall(text, end, sentence.end)) <= BEHIND
        asks = text[sentence.start : sentence.end].rstrip().endswith("?")
        return (sentence.start, len(text[:start].rstrip(" ,\n"))) if last and not marked and not asks else None
    if text[inside[0]].islower() and not marked and _MARK.search(text, sentence.start, quotation.start) is None:
        return sentence.start, inside[1]
    return inside


_MARK = re.compile(r"[\"“”‘’':;]\s|\s[\"“”‘]|[—–]")


def _block_of(blocks: Sequence[Block], quotation: Quotation) -> Block | None:
    at = bisect_right(blocks, quotation.start, key=lambda block: block.offsets(block.doc[0], block.doc[0])[0]) - 1
    return blocks[at] if at >= 0 else None


def _fills_paragraph(text: str, layout: Layout, quotation: Quotation) -> bool:
    """Whether a sentence in marks is a paragraph by itself, however short: "By whom?"."""
    sentence = layout.sentence_at(quotation.inner_start)
    if sentence is None or text[quotation.inner_end - 1] not in ".!?":
        return False
    closes = _BLANK.fullmatch(text, quotation.end, layout.paragraphs[sentence.paragraph].end) is not None
    return closes and _opens(text, layout, quotation)


def _is_speech(text: str, quotation: Quotation) -> bool:
    words = text[quotation.inner_start : quotation.inner_end].strip()
    return len(_WORD.findall(words)) >= SCARE and words[:1].isupper() and words[-1:] in ".!?…,\"'’”"
