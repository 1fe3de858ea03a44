"""Where a content begins: behind what the writer leads to it with, and with what stands before who says it."""

from __future__ import annotations

import re

from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, child, is_infinitive
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.tellers import is_source
from factcards.engines.local.ruled.verbs import OF_DEEDS
from factcards.engines.local.speakers.nominals import is_personal
from factcards.layout import Layout
from factcards.lexicon import cue_verbs, speech_verbs

__all__ = [
    "begin_before_aside",
    "begin_past_lead",
    "begin_with_clause_before",
    "begin_with_deed",
    "begin_with_main_clause",
    "begin_with_subject",
]


_HUNG = frozenset({"ccomp", "ROOT", "parataxis"})
"""How the verb of a main clause may hang on who says it."""


def begin_with_subject(found: Found) -> None:
    """A content before its cue, and a later piece, has the subject of the verb that it begins with, and the clause's first words: "|
    Tarn Council | has refused to pay, the Post reports", "It helped, pilots say, | although the fog | has stayed".
    """
    own = {t.i for t in found.cue}
    if found.source is not None and found.source.block is found.block:
        own |= set(range(found.source.first.i, found.source.last.i + 1))
    for k, (low, high) in enumerate(found.content):
        first = found.block.word_at(low)
        if first is None or not first.i or not found.cue or found.frame == "quote" or (not k and found.cue[0].i < first.i):
            continue
        verb = first.head if first.dep_ in {"aux", "auxpass"} else first
        subject = child(verb, *SUBJECTS) if first.tag_ in TENSED else None
        if subject is None or subject.right_edge is not first.nbor(-1) or subject.tag_ in {"WDT", "WP"}:
            continue
        begins = verb.left_edge if k and child(verb, "mark") is not None else subject.left_edge
        start = found.block.offsets(begins, begins)[0]
        if own.isdisjoint(range(begins.i, first.i)) and (not k or found.content[k - 1][1] <= start):
            found.content[k] = (start, high)


def _begin_with_first_half(found: Found) -> None:
    """A clause has the one before it that the parser makes the main one of who says both: "| The cook was cold, and | he had no coat, he
    told the court".
    """
    verb, start = found.verb, found.content[0][0]
    told = child(verb, "ccomp") if verb is not None and verb.dep_ == "conj" and found.frame == "clause" else None
    if verb is None or told is None or verb.head.dep_ != "ROOT" or not verb.head.i < told.i < verb.i or verb.head.lemma_ in cue_verbs():
        return
    first, subject = verb.head.left_edge, child(verb.head, *SUBJECTS)
    if subject is None or child(verb, *SUBJECTS) is None or found.block.offsets(told.left_edge, told)[0] != start:
        return
    first = subject.left_edge if first.dep_ == "cc" else first
    if not any(t.is_quote or t.text in {":", ";"} for t in first.doc[first.i : verb.i]):
        found.content[0] = (found.block.offsets(first, first)[0], found.content[0][1])


def begin_past_lead(text: str, layout: Layout, found: Found) -> None:
    """Leave out what the writer leads to a content with: a clause of its own, and a "however"."""
    if found.source is None or not found.cue or found.frame in {"quote", "carried"}:
        return
    _past_semicolon(text, layout, found, found.source.start)
    _past_colon(text, layout, found, found.source.head)
    _past_connective(text, found)


def begin_before_aside(text: str, layout: Layout, found: Found) -> None:
    """Words in quotation marks behind who says them between two commas go on with the verb before him: "| It was |, Quill argued, | “an
    invitation” |".
    """
    source, (low, high) = found.source, found.content[0]
    sentence = layout.sentence_at(low)
    if found.frame != "quote" or not found.cue or source is None or sentence is None or len(found.content) > 1:
        return
    quotation = layout.quotation_at(low)
    told = found.block.offsets(found.cue[0], found.cue[-1])
    first, last = min(told[0], source.start), max(told[1], found.block.offsets(source.first, source.last)[1])
    before = text[sentence.start : first].rstrip() if sentence.start < first else ""
    if quotation is None or source.block is not found.block or not before.endswith(","):
        return
    if _HEARER.fullmatch(text, last, quotation.start) is None:
        return
    words = [t for t in found.block.words(sentence.start, first) if not t.is_space][:-1]
    verb = words[-1] if words else None
    lacks = verb is not None and (verb.tag_ == "MD" or (verb.lemma_ == "be" and verb.tag_ in TENSED))
    if (
        lacks
        and not any(t.is_punct or t.is_quote for t in words)
        and any(t.dep_ in SUBJECTS for t in words)
        and len(words) <= _BEFORE_ASIDE
    ):
        opening = words[0] if words[0].pos_ != "CCONJ" else words[1]
        found.content[:] = [found.block.offsets(opening, words[-1]), (quotation.start, max(high, quotation.end))]
        found.frame = "clause"


_HEARER = re.compile(r"[^,;.“”\"]{0,30},\s+")
_BEFORE_ASIDE = 10
"""Words before who says it, at most, where these are a subject and its verb alone."""


def begin_with_deed(found: Found) -> None:
    """A content has the deed that it is the object of: "denies | charging | the city", "declined | to respond | to a question"."""
    verb, (start, end) = found.verb, found.content[0]
    if verb is None or verb not in found.cue:
        return
    done = child(verb, "xcomp")
    deed = done if verb.lemma_ in OF_DEEDS else None
    first = found.block.word_at(start)
    to = child(done, "aux") if done is not None and is_infinitive(done) else None
    if done is not None and to is not None and first is not None and to.i == found.cue[-1].i + 1 and done.i < first.i <= done.right_edge.i:
        found.content[0] = (found.block.offsets(to, to)[0], end)
        return
    if deed is None or first is None or deed.tag_ != "VBG" or not deed.i == found.cue[-1].i + 1 == first.i - 1:
        return
    if first.head is deed or first in deed.subtree:
        found.content[0] = (found.block.offsets(deed, deed)[0], end)


def _past_semicolon(text: str, layout: Layout, found: Found, who: int) -> None:
    """A clause before a semicolon is not told by who says another behind it: "Quill was blamed; he said then that | it was cheap"."""
    if found.source is None or found.source.block is not found.block or len(found.content) < 2:
        return
    behind = [(low, high) for low, high in found.content if low > who]
    for low, high in found.content[: len(found.content) - len(behind)]:
        at = text.find(";", high, who)
        if behind and low < high <= at and layout.quotation_at(at) is None and not text[at + 1 : who].strip(" \n"):
            found.content[:] = behind
            return


def _past_colon(text: str, layout: Layout, found: Found, who: Token) -> None:
    """How somebody spoke, before a colon, is the writer's: "Quill took a gentler line: | he did not know |, he said"."""
    start, end = found.content[0]
    at = text.find(":", start, end)
    if at < 0 or who.lower_ not in _HE or layout.quotation_at(at) is not None or found.block.offsets(who, who)[0] < end:
        return
    lead, behind = found.block.words(start, at), [t for t in found.block.words(at + 1, end) if not t.is_space]
    led = any(t.dep_ in SUBJECTS and t.i < verb.i and _may_speak(t) for verb in lead if verb.tag_ in TENSED for t in verb.lefts)
    if led and behind and behind[0].lower_ == who.lower_ and behind[0].dep_ in SUBJECTS:
        found.content[0] = (found.block.offsets(behind[0], behind[0])[0], end)


def _may_speak(noun: Token) -> bool:
    return is_source(noun) or is_personal(noun)


_HE = frozenset({"he", "she", "they"})


def _past_connective(text: str, found: Found) -> None:
    """With a "however" the writer goes on: "According to the board, however, | the hall is safe"."""
    start, end = found.content[0]
    joined = _CONNECTIVE.match(text, start, end)
    if joined is not None and found.block.offsets(found.cue[0], found.cue[0])[0] < start:
        found.content[0] = (joined.end(), end)


_CONNECTIVE = re.compile(r"(?:however|though|meanwhile|moreover|nevertheless|nonetheless|by contrast|in turn|for example),\s+")


def begin_with_clause_before(text: str, layout: Layout, found: Found) -> None:
    """A quotation that goes on with a clause has the clause before who says it, too: '| It sold well |, Quill told me, "which is absurd"',
    '| They are paid to be gloomy |, Quill said. "If mine were not, ..."'.
    """
    source, (start, end) = found.source, found.content[0]
    quotation = layout.quotation_at(start)
    if source is None or quotation is None or found.frame != "quote" or not found.cue or source.block is not found.block:
        return
    behind = max(found.block.offsets(found.cue[-1], found.cue[-1])[1], found.block.offsets(source.first, source.last)[1])
    sentence = layout.sentence_at(source.start)
    if sentence is None or not source.start < behind <= quotation.start:
        return
    goes_on = text[start].islower() and quotation.start < sentence.end and text[behind : quotation.start].rstrip().endswith(",")
    ends = sentence.end <= quotation.start and _ENDS.fullmatch(text, behind, sentence.end) is not None
    before = _main_clause(found, sentence.start, source.start) if goes_on or ends else None
    if before is not None:
        marked = (quotation.start, quotation.end) if quotation.closed else (start, end)
        found.content[:1] = [before, marked if goes_on else (start, end)]
        found.frame = "clause"


def begin_with_main_clause(text: str, layout: Layout, found: Found) -> None:
    """What a comma parts from who says it is all of the main clause before: "| They had no money |, she said, to mend the roof", not its
    last noun, which the parser takes for what is said: "| It helped those whom nothing had cured of |colds, researchers reported".
    """
    _begin_with_first_half(found)
    source, (start, end) = found.source, found.content[0]
    if source is None or source.block is not found.block or found.frame not in {"infinitive", "object"} or len(found.content) > 1:
        return
    sentence = layout.sentence_at(source.start)
    said = found.block.offsets(found.cue[-1], found.cue[-1])[1] if found.cue else 0
    if sentence is None or found.verb is None or found.verb.lemma_ not in speech_verbs() or said <= source.start:
        return
    misread = found.frame == "object"
    before = _main_clause(found, sentence.start, source.start, _HUNG | {"advcl"} if misread else _HUNG)
    if before is None:
        return
    if not misread and start > said and text[said:start].strip() == ",":
        found.content = [before, (start, end)]
    elif misread and before[0] < start < end == before[1]:
        found.content = [before]
    else:
        return
    found.frame = "clause"


def _main_clause(found: Found, start: int, end: int, hung: frozenset[str] = _HUNG) -> tuple[int, int] | None:
    """The offsets of a main clause without quotation marks that a comma ends between two places, without the "But" before it; `hung` is how
    its verb may hang on others.
    """
    words = [t for t in found.block.words(start, end) if not t.is_space]
    if len(words) < _CLAUSE or words[-1].text != "," or any(t.is_quote or t.text in {":", ";", "—", "–"} for t in words):
        return None
    verbs = [t.head if t.dep_ in {"aux", "auxpass"} else t for t in words if t.tag_ in TENSED]
    if not any(_states(verb, words) and verb.dep_ in hung for verb in verbs):
        return None
    if words[-2].pos_ in _OPEN or words[-2].lower_ in _LEADING or words[-3].dep_ == "cc":  # "aimed at critics, including, he said, “..."
        return None
    first = words[1] if words[0].dep_ == "cc" else words[0]
    return found.block.offsets(first, words[-2])


def _states(verb: Token, words: list[Token]) -> bool:
    """Whether a verb makes a main clause of its own: not "When he left", "The man who left"."""
    subject = child(verb, *SUBJECTS)
    return not (subject is None or subject.i < words[0].i or child(verb, "mark") is not None or verb.left_edge.tag_ in {"WRB", "WP", "WDT"})


_OPEN = frozenset({"ADP", "SCONJ", "CCONJ", "PART", "DET", "AUX"})
_LEADING = frozenset({"including", "also", "even", "only", "partly", "not", "especially"})
"""Words that go on in what is quoted behind them."""
_ENDS = re.compile(r"\s*\.\s*")
_CLAUSE = 4
"""Words of the shortest clause, with the comma behind it."""
