"""Who says it, between two commas: "The bridge, Quill said, is unsafe", "The roster, the firm claims, will cut delays", and what it is that
he says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcards.engines.local.found import Found, Mention, Source, Speaks, ranges
from factcards.engines.local.parsing.grammar import FINITE, SUBJECTS, TENSED, child, denies, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asked import QUESTIONED
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.lexicon import is_telling, speech_verbs

__all__ = [
    "BEFORE_NAMES",
    "LONGEST_ASIDE",
    "TOLD",
    "TOLD_ASIDE",
    "is_speech_verb",
    "parenthetical",
    "told_aside",
    "turned_round",
    "without",
]

LONGEST_ASIDE = 8
"""Words between the commas of a parenthetical: a cue, a name with its role, and when."""


def is_speech_verb(token: Token) -> bool:
    """Whether a verb with a tense tells what somebody says: "said", "went on", "pointed out"."""
    particle = child(token, "prt")
    whole = f"{token.lemma_} {particle.lower_}" in _PHRASAL if particle is not None else False
    return token.pos_ == "VERB" and token.tag_ in FINITE and (whole or token.lemma_.lower() in speech_verbs())


_PHRASAL = frozenset({"go on", "point out"})
"""Verbs of speech by their particles."""
TOLD = frozenset({"tell", "inform", "assure", "warn", "advise", "remind", "notify"})
"""Verbs of which somebody is told something."""


def without(block: Block, token: Token, first: int, last: int) -> list[tuple[int, int]]:
    """The sentence without the words from `first` to `last` and the commas round them."""
    sentence = token.sent
    before = [t for t in sentence if t.i < first and (t.i > sentence.start or t.pos_ != "CCONJ" or t.lower_ in {"nor", "neither"})]
    after = [t for t in sentence if t.i > last]
    return [*ranges(block, before), *ranges(block, after)]


def parenthetical(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """A subject and a verb of speech between two commas: all else in the sentence is content."""
    if not (is_speech_verb(verb) or (verb.tag_ in FINITE and verb.lemma_.lower() in _HELD)):
        return None
    sentence, doc = verb.sent, block.tokens
    first, last = sentence.start, sentence.end
    low, high = verb.i, verb.i
    while low > first and doc[low - 1].text != "," and verb.i - low <= LONGEST_ASIDE:
        low -= 1
    while high + 1 < last and doc[high + 1].text != "," and high - verb.i <= LONGEST_ASIDE:
        high += 1
    if low <= first or high + 2 >= last or doc[high + 1].text != "," or doc[low - 1].text != ",":
        return None
    inside = [t for t in doc[low : high + 1] if not t.is_space]
    phrase = not any(t.pos_ in {"VERB", "AUX"} for t in doc[first:low])  # "Ministers, he insisted, had ..."
    end = high if phrase or _is_fronted(doc[first : low - 1]) else last
    told = (c for c in verb.rights if c.dep_ in {"ccomp", "xcomp", "dobj"} and c.left_edge.i <= end)
    if any(not (_goes_on(c, low, high) or _hears(c, verb, low, high)) for c in told):
        return None
    if _parts_a_quotation(block, verb, low, high, end) or any(t.pos_ in {"VERB", "AUX"} and t.i != verb.i for t in inside):
        return None
    if any(t.dep_ in {"cc", "mark"} or t.tag_ in {"WDT", "WP", "WRB"} for t in inside):
        return None
    own = [c for c in verb.children if c.dep_ in {"nsubj", "dobj"} and low <= c.i <= high]
    heads = [t for t in own if speaks(t)]
    if not heads:
        return None
    content = _round_aside(block, verb, low, high, speaks)
    if not content:
        return None
    return Found(block, content, "clause", mention(block, heads[0]), verb_group(verb), verb, None, 0.9)


def told_aside(block: Block, cue: Token, _mention: Mention, speaks: Speaks) -> Found | None:
    """As `parenthetical`, where the parser misses it, as it takes its verb for a noun or its first word for a verb: "The roster, the firm
    | claims |, will cut delays", "A pond was leaking, leaked documents | show |, in May".
    """
    doc, first, high = block.tokens, cue.sent.start, cue.i
    if cue.lower_ not in TOLD_ASIDE or high + 2 >= cue.sent.end or doc[high + 1].text != ",":
        return None
    low = next((at + 1 for at in range(high - 2, max(first, high - _BRIEF), -1) if doc[at].text == ","), high)
    head, before = doc[high - 1], doc[low:high]
    named = head.pos_ in {"NOUN", "PROPN", "ADJ"} and speaks(head)
    if low == high or not named or any(t.pos_ in {"CCONJ", "SCONJ", "ADP"} for t in before) or any(t.is_quote for t in cue.sent):
        return None
    if any(t.pos_ in {"VERB", "AUX"} for t in before[1:]) or not any(
        t.tag_ in TENSED for t in (*doc[first:low], *doc[high + 2 : cue.sent.end])
    ):
        return None
    content = without(block, cue, low, high)
    return Found(block, content, "clause", Source(block, head, doc[low], head), [cue], cue, None, 0.85) if len(content) > 1 else None


TOLD_ASIDE = frozenset(
    {"show", "shows", "claim", "claims", "say", "says", "suggest", "suggests", "indicate", "indicates", "reveal", "reveals"}
)
_BRIEF = 7
"""Words of such an aside, at most, its comma included."""


def _parts_a_quotation(block: Block, verb: Token, low: int, high: int, end: int) -> bool:
    """Whether words in quotation marks stand beside a parenthetical from `low` to `high`, up to `end`: not where the clause before it
    quotes some and goes on without behind an "and": "There had been “a talk”, she said, but no offer was received".
    """
    doc, first = block.tokens, verb.sent.start
    before, behind = (
        [t.i for t in side if t.is_quote and not (t.tag_ == "POS" and len(t) == 1)]
        for side in (doc[first:low], doc[low : min(end + 3, verb.sent.end)])
    )
    whole = first not in before and len(before) % 2 == 0 and doc[min(high + 2, verb.sent.end - 1)].dep_ == "cc"
    return bool(behind) or (bool(before) and not whole)


def _is_fronted(words: Sequence[Token]) -> bool:
    """Whether words before a parenthetical are a clause of time or condition with its own subject: "| When Quill refused |, police say, he
    ..."; not when its speaker was asked something.
    """
    first = words[0] if words else None
    clause = first.head if first is not None else None
    if first is None or clause is None or not (first.dep_ == "mark" or first.tag_ == "WRB") or clause.dep_ != "advcl":
        return False
    asked = clause.lemma_.lower() in QUESTIONED and child(clause, "auxpass") is not None
    return first.i < clause.i <= words[-1].i and child(clause, *SUBJECTS) is not None and not asked


def _round_aside(block: Block, verb: Token, low: int, high: int, speaks: Speaks) -> list[tuple[int, int]]:
    """What a parenthetical from `low` to `high` tells; nothing where it stands before a relative clause."""
    doc, first, behind = block.tokens, verb.sent.start, block.tokens[high + 2]
    if behind.lower_ in {"who", "which", "whose"}:
        return []
    if doc[low - 2].lower_ in ({"and", "but"} if low - 2 > first else _CONNECTING):
        return ranges(block, doc[high + 2 : verb.sent.end])
    content = _in_relative(block, low, high) or without(block, verb, low, _end_of_comment(verb, high))
    if (end := _next_turn(verb, high, speaks)) is not None:
        before = block.offsets(doc[end.i - 1], doc[end.i - 1])[1]
        content = [(start, min(last, before)) for start, last in content if start < before]
    return content if len(content) > 1 or end is not None else []


def _next_turn(verb: Token, high: int, speaks: Speaks) -> Token | None:
    """The comma before what others say or think now, behind a parenthetical up to `high`, or what its speaker adds or does not say: "It is
    shut, police said | , and officials expect that it will reopen |", "It is unsafe, Quill said | , but would not say why |"; what others
    said may be what the speaker tells of them.
    """
    for joint in verb.doc[high + 2 : verb.sent.end - 2] if verb.tag_ == "VBD" else ():
        further = joint.head if joint.dep_ == "mark" else next((c for c in joint.head.rights if c.dep_ == "conj" and c.i > joint.i), None)
        if further is None or joint.nbor(-1).text != "," or not (joint.dep_ == "cc" or joint.lower_ in {"while", "whereas"}):
            continue
        who = child(further, "nsubj")
        if who is None or who.lower_ in {"he", "she", "they"}:
            adds = further.tag_ == verb.tag_ and further.lemma_.lower() in speech_verbs() and child(further, "ccomp") is not None
            if adds or (who is None and _says_no_more(further)):
                return joint.nbor(-1)
            continue
        theirs = is_cue_verb(further) and further.tag_ in FINITE - {"VBD"} and child(further, "ccomp", "xcomp") is not None
        if theirs and who.left_edge.i == joint.i + 1 and who.pos_ in {"NOUN", "PROPN"} and speaks(who):
            return joint.nbor(-1)
    return None


def _says_no_more(verb: Token) -> bool:
    """Whether it tells that somebody would not tell it: "but | declined | to give a date", "but did not | say | when"."""
    if verb.lemma_.lower() in {"decline", "refuse"}:
        return verb.tag_ == "VBD" and child(verb, "xcomp") is not None
    return denies(verb) and is_telling(verb.lemma_) and any(t.lower_ in {"would", "did", "could"} for t in verb.lefts)


def _end_of_comment(verb: Token, high: int) -> int:
    """The last word of what the writer makes of it, behind a parenthetical up to `high`, or `high`: "The road will close, Quill said on
    Monday, | raising the stakes |".
    """
    first = verb.doc[high + 2]
    comment = first.tag_ == "VBG" and first.dep_ == "advcl" and first.head is verb
    return first.right_edge.i if comment else high


_CONNECTING = frozenset(
    {"still", "instead", "however", "meanwhile", "moreover", "nevertheless", "nonetheless", "besides", "but", "and", "yet"}
)
"""With these the writer goes on: "Still, Quill said, | the results were good |"."""


def _goes_on(clause: Token, low: int, high: int) -> bool:
    """Whether a clause behind a parenthetical is what the verb before it lacks: "He did not believe, he went on, | that it was wrong |";
    not what a noun does: "an indication, he believes, that ...".
    """
    that, before = clause.left_edge, clause.doc[low - 2]
    return that.lower_ == "that" and that.i in {high + 1, high + 2} and before.pos_ not in {"NOUN", "PROPN"}


def _hears(noun: Token, verb: Token, low: int, high: int) -> bool:
    """Whether it is only who is told it in a parenthetical from `low` to `high`: "She mended it, she tells | visitors |, years ago"."""
    told = any(c.dep_ == "nsubj" and low <= c.i for c in verb.lefts)
    return noun.dep_ == "dobj" and verb.lemma_ in TOLD and told and low <= noun.left_edge.i and noun.right_edge.i <= high


def _in_relative(block: Block, low: int, high: int) -> list[tuple[int, int]]:
    """The relative clause round a parenthetical that stands right behind its "that": "a firm that, | its founder granted, | was lost"."""
    doc = block.tokens
    opening = doc[low - 2] if low > 1 else None
    verb = doc[high + 2] if high + 2 < len(doc) else None
    if opening is None or verb is None or opening.tag_ not in {"WDT", "WP"} or verb.tag_ not in TENSED:
        return []
    verb = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    return [block.offsets(opening, opening), block.offsets(doc[high + 2], verb.right_edge)]


def turned_round(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The trouble with bridges, say builders like Bo Marsh, a mason, is the rust": who says it stands behind the verb, with commas
    of his own, between the subject of what is said and its verb.
    """
    doc, sentence = block.tokens, verb.sent
    if not is_speech_verb(verb) or [t.i for t in doc[sentence.start : verb.i] if t.text == ","] != [verb.i - 1]:
        return None
    if any(t.is_quote for t in sentence) or any(t.pos_ == "AUX" or t.tag_ in FINITE for t in doc[sentence.start : verb.i]):
        return None
    behind = doc[verb.i + 1 : min(verb.i + _TURNED, sentence.end - 1)]
    last = next((t.i for t in reversed(behind) if t.text == "," and doc[t.i + 1].tag_ in TENSED), 0)
    named = [t for t in behind if t.i < last]
    if not named or any(t.tag_ in TENSED and not _is_in_who(t) for t in named):
        return None
    head = next((t for t in named if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in {"compound", "amod", "nmod", "poss"}), None)
    if head is None or not speaks(head) or any(t.pos_ not in BEFORE_NAMES for t in doc[verb.i + 1 : head.i]):
        return None
    content, source, first = without(block, verb, verb.i, last), mention(block, head), doc[verb.i + 1]
    if first.pos_ == "DET" and first.i < source.first.i:
        source = Source(block, head, first, source.last)
    return Found(block, content, "clause", source, [verb], verb, None, 0.9) if len(content) == 2 else None


def _is_in_who(token: Token) -> bool:
    """Whether a word stands in a clause that begins with "who"."""
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
    return clause is not None and clause.left_edge.lower_ == "who"


_TURNED = 24
"""Words from the verb of a turned parenthetical to its end."""
BEFORE_NAMES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "PART", "PUNCT"})
"""Parts of speech of what may stand between a cue and the name of who speaks."""
_HELD = frozenset({"find", "indicate", "believe", "think", "suspect", "fear", "hope", "estimate", "reckon", "feel", "suggest"})
"""Verbs that are as good as speech between two commas: "The bridge, engineers believe, is unsafe"."""
