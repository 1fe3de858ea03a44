"""Constructions that leave nothing open about who says what: parentheticals ("The bridge, says Quill, is shut"), "in Quill's view",
"reportedly", passives of telling, and cue nouns with a clause of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcards.engines.local.found import Found, Source, ranges
from factcards.engines.local.parsing.grammar import FINITE, SUBJECTS, TENSED, child, it_is_told, verb_group
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asides import (
    BEFORE_NAMES,
    LONGEST_ASIDE,
    TOLD,
    is_speech_verb,
    parenthetical,
    told_aside,
    turned_round,
    without,
)
from factcards.engines.local.ruled.asked import QUESTIONED
from factcards.engines.local.ruled.judging import (
    accepted,
    denied,
    denied_last,
    described_by,
    is_done_to,
    is_judged,
    judged_by,
    not_accepted,
    summed_up,
    verb_for_noun,
)
from factcards.engines.local.ruled.misparsed import accused_in_headline, found_by_study, hints_in_headline, noted_last
from factcards.lexicon import cue_nouns, cue_verbs, is_telling, speaker_words, speech_verbs

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcards.engines.local.parsing.parse import Block

    Mention = Callable[[Block, Token], Source]
    Speaks = Callable[[Token], bool]

__all__ = ["find_settled", "is_complementiser"]

_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
_STANDPOINTS = frozenset({"view", "opinion", "word", "eye", "judgment", "judgement", "estimation", "telling", "account"})
_RAISED = frozenset({"say", "report", "believe", "think", "expect", "understand", "know", "allege", "rumor", "rumour"})
_SAID_BY_SOME = _RAISED | {"claim", "fear"}
_QUOTING = frozenset({"quote", "cite", "report", "record"})


def find_settled(block: Block, mention: Mention, *, quoted: Callable[[Token], bool], speaks: Speaks) -> Iterator[Found]:
    """All of a block's, in the order of their cues.

    Args:
        block: A paragraph with its parse.
        mention: Gives the words round the head of a source.
        quoted: Whether a word stands in a quotation: there it is no cue of the article's own.
        speaks: Whether a noun can be a source.
    """
    for token in block.tokens:
        for rule in _RULES.get(token.pos_, ()):
            found = rule(block, token, mention, speaks)
            if found is not None:
                if not quoted(token):
                    found.settled = True
                    yield found
                break


def is_complementiser(token: Token) -> bool:
    """Whether "that" only opens a clause: so tagged, or a determiner right behind a verb of speech ("said that fuel was cheaper")."""
    if token.lower_ != "that":
        return False
    if token.tag_ == "IN" or token.dep_ == "mark":
        return token.dep_ != "nsubj" or any(c.dep_ in {"nsubj", "nsubjpass"} and c.i != token.i for c in token.head.children)
    if token.dep_ == "det" and token.i:
        before = _past_aside(token.nbor(-1))
        told = any(t.tag_ in TENSED for t in token.doc[token.head.i + 1 : token.sent.end])  # not "denied | that | account"
        return told and before.pos_ == "VERB" and before.lemma_.lower() in speech_verbs() and token.head.tag_ == "NN"
    return False


def _past_aside(token: Token) -> Token:
    """The word before an adverb between two commas: "warns, | however, | that"."""
    aside = token.i > _LENGTH and token.text == "," == token.nbor(-2).text and token.nbor(-1).dep_ == "advmod"
    return token.nbor(-_LENGTH) if aside else token


_LENGTH = 3
"""Words of an adverb and its two commas."""


def _it_is_said(block: Block, verb: Token, _mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "Two men, it is alleged, climbed down": somebody says so, nobody is named."""
    it = child(verb, "nsubjpass") if verb.lemma_.lower() in _SAID_BY_SOME else None
    if it is None or child(verb, "auxpass") is None or not it_is_told(verb):
        return None
    content = without(block, verb, it.i, verb.i)
    whole = len(content) > 1 and not any(t.is_quote for t in verb.sent)
    return Found(block, content, "clause", None, verb_group(verb), verb, None, 0.85) if whole else None


def _told_by(block: Block, verb: Token, _mention: Mention, speaks: Speaks) -> Found | None:
    """As in "It was alleged by the police that two men had left": the parser may hang what is told on whoever tells it."""
    it, by = (child(verb, "nsubjpass"), child(verb, "agent")) if verb.lemma_.lower() in _SAID_BY_SOME else (None, None)
    who = child(by, "pobj") if by is not None else None
    if it is None or it.lower_ != "it" or who is None or not speaks(who):
        return None
    that = who.nbor(1) if who.i + 1 < verb.sent.end else who
    words = [t for t in verb.sent if t.i > that.i]
    if that.lower_ != "that" or not any(t.tag_ in TENSED for t in words):
        return None
    return Found(block, ranges(block, words), "clause", Source(block, who, who.left_edge, who), verb_group(verb), verb, None, 0.85)


def _has_it(block: Block, verb: Token, _mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "Legend has it that ..."."""
    if verb.lemma_ != "have":
        return None
    subject, it, clause = child(verb, "nsubj"), child(verb, "dobj"), child(verb, "ccomp")
    if subject is None or it is None or clause is None or subject.lemma_.lower() not in _LORE:
        return None
    if it.lower_ != "it" or not subject.i < verb.i < it.i or not _opens(clause) or clause.left_edge.i != it.i + 1:
        return None
    return Found(block, _words(block, clause), "clause", None, list(block.doc[subject.left_edge.i : it.i + 1]), verb, None, 0.85)


def _heard_evidence(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The inquiry heard evidence that two nurses had left": what was told there, as behind "heard that"."""
    if verb.lemma_ != "hear":
        return None
    subject, noun = child(verb, "nsubj"), child(verb, "dobj")
    clause = child(noun, "acl", "ccomp", "relcl") if noun is not None else None
    if subject is None or noun is None or clause is None or noun.lemma_ not in {"evidence", "testimony"}:
        return None
    if not speaks(subject) or not _opens(clause) or clause.left_edge.i != noun.i + 1:
        return None
    return Found(block, _words(block, clause), "clause", mention(block, subject), list(block.doc[verb.i : noun.i + 1]), verb, None, 0.85)


_LORE = frozenset({"legend", "rumour", "rumor", "tradition", "gossip", "folklore", "lore", "myth", "superstition"})
"""What is told by nobody in particular."""


def _as_put(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "As Quill put it, ..."."""
    if verb.lemma_ != "put" or verb.dep_ != "advcl" or verb.i + 1 >= len(block.doc) or verb.nbor(1).lower_ != "it":
        return None
    mark, subject = child(verb, "mark"), child(verb, "nsubj")
    if mark is None or mark.lower_ != "as" or subject is None or not speaks(subject) or any(t.is_quote for t in verb.sent):
        return None
    content = without(block, verb, verb.left_edge.i, verb.i + 1)
    return Found(block, content, "clause", mention(block, subject), [verb, verb.nbor(1)], verb, None, 0.9) if content else None


def _as_said(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "..., as the paper reported on Tuesday": the clause that it hangs on is content."""
    if verb.lemma_.lower() not in _SAID_SO or verb.dep_ != "advcl" or any(t.is_quote for t in verb.sent):
        return None
    mark, subject, head = child(verb, "mark"), child(verb, "nsubj"), verb.head
    head = head.head if head.dep_ in {"nsubj", "nsubjpass"} else head  # "The bridge -- as Quill noted -- is old"
    if mark is None or mark.lower_ != "as" or subject is None or not speaks(subject) or mark.i > subject.i:
        return None
    if any(c.dep_ in {"ccomp", "xcomp", "dobj", "pcomp", "advcl", "conj"} or c.tag_ == "VBN" for c in verb.children):
        return None
    first, last = mark.i, verb.right_edge.i
    while verb.doc[last].is_punct:
        last -= 1
    opens = first == verb.sent.start or verb.doc[first - 1].text in _PARTERS
    closes = last + 1 >= verb.sent.end or verb.doc[last + 1].is_punct
    if not (opens and closes) or head.pos_ not in {"VERB", "AUX"} or child(head, "nsubj", "nsubjpass") is None:
        return None
    turns = {t.i for c in head.conjuncts if c.i > head.i and child(c, "nsubj", "nsubjpass") is not None for t in c.subtree}
    joints = {c.i for c in head.children if c.dep_ in {"cc", "punct"} and c.i > last and turns}
    content = ranges(block, (t for t in head.subtree if not first <= t.i <= last and t.i not in turns | joints))
    return Found(block, content, "clause", mention(block, subject), verb_group(verb), verb, None, 0.8) if content else None


def _heard(block: Block, verb: Token, mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "..., a jury heard on Monday.", "..., the council was told.": what somebody told a court, or anybody, who is left open; the
    sentence before the comma is content.
    """
    told = verb.lower_ == "told"
    if not told and verb.lower_ not in {"heard", "hears"}:
        return None
    subject = child(verb, "nsubjpass" if told else "nsubj")
    if subject is None or not (told or subject.lemma_.lower() in speaker_words("courts")) or subject.i > verb.i:
        return None
    first = subject.left_edge.i
    if not any(t.tag_ in TENSED for t in verb.doc[verb.sent.start : first]):
        return None  # "According to Marsh, Quill was told of it"
    if not _is_parted(verb, first) or any(c.dep_ in {"ccomp", "xcomp", "dobj"} and c.i > verb.i for c in verb.children):
        return None
    last = verb.right_edge.i
    if last + 2 < verb.sent.end and not verb.doc[last].is_punct:
        return None
    content = ranges(block, [*(t for t in verb.sent if t.i < first - 1), *_told_on(verb)])
    source = None if told else mention(block, subject)  # who is told says nothing
    return Found(block, content, "clause", source, verb_group(verb) if told else [verb], verb, None, 0.85) if content else None


def _told_on(verb: Token) -> list[Token]:
    """What goes on right behind who heard it: "The fraud came to light, the court was told, | when a cheque was returned |", "..., and
    nobody had checked it"; nothing that only stands beside it: "... heard on Monday, the first day", "... heard, before she was jailed".
    """
    doc, end = verb.doc, verb.sent.end
    if verb.i + 3 >= end or doc[verb.i + 1].text != ",":
        return []
    first = doc[verb.i + 2]
    clause = next((c for c in verb.rights if c.dep_ in {"advcl", "conj"} and c.i > first.i), None)
    opens = first.lower_ in _GOING_ON and (first.dep_ == "cc" or (clause is not None and clause.left_edge is first))
    states = clause is not None and child(clause, *SUBJECTS) is not None and clause.left_edge.i <= first.i + 1
    return list(doc[first.i : end]) if opens and states else []


_GOING_ON = frozenset({"when", "because", "where", "until", "and", "but"})
"""What a sentence goes on with behind who heard it."""


def _is_parted(verb: Token, first: int) -> bool:
    """Whether a comma stands before the word with which who says it begins, and what is said before that."""
    return first - 1 > verb.sent.start and verb.doc[first - 1].text == ","


def _heard_in_headline(block: Block, verb: Token, mention: Mention, _speaks: Speaks) -> Found | None:
    """As in a headline that ends in where it was said: "Firm “knew of leaks”, town council told", "Man stole bell, court hears"."""
    if verb.lower_ not in _IN_COURT or (block.part != "headline" and block.paragraph):
        return None
    words = [token for token in block.tokens if not (token.is_space or token.text == ".")]
    if words[-1] is not verb or len(words) < _HEADLINE:
        return None
    comma = next((at for at in range(len(words) - 3, len(words) - 6, -1) if words[at].text in {",", "–", "-"}), 0)
    court, told = words[-2], verb.lower_ == "told"
    if not comma or not (told or court.lemma_.lower() in speaker_words("courts")):
        return None
    if any(t.pos_ not in _NAMING for t in words[comma + 1 : -1]):
        return None
    source = None if told else mention(block, court)  # who is told says nothing
    return Found(block, [block.offsets(words[0], words[comma - 1])], "clause", source, [verb], verb, None, 0.85)


_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
"""Words that may say who is told."""


_IN_COURT = frozenset({"told", "hear", "hears", "heard"})
_HEADLINE = 6
"""Words of a headline, at least, that ends in where it was said."""


def _found_last(block: Block, verb: Token, _mention: Mention, speaks: Speaks) -> Found | None:
    """As in "..., a report by the institute found on Wednesday.", which the parser takes for what the noun before the comma is."""
    noun = verb.head
    if verb.dep_ not in {"acl", "relcl"} or noun.dep_ not in {"appos", "npadvmod"} or not speaks(noun):
        return None
    if verb.tag_ not in {"VBD", "VBZ"} and not (verb.tag_ == "VBN" and noun.lemma_.lower() in speaker_words("document")):
        return None
    first, last = noun.left_edge.i, verb.right_edge.i
    if verb.lemma_.lower() not in cue_verbs() or not _is_parted(verb, first):
        return None
    if not all(t.is_punct or t.is_space for t in verb.doc[last + 1 : verb.sent.end]) or any(t.is_quote for t in verb.sent):
        return None
    if any(c.dep_ in {"ccomp", "dobj", "nsubj", "auxpass", "xcomp", "agent"} or c.tag_ in {"WDT", "WP"} for c in verb.children):
        return None
    content = ranges(block, (t for t in verb.sent if t.i < first - 1))
    cue = verb_group(verb)
    source = Source(block, noun, verb.doc[first], cue[0].nbor(-1))
    return Found(block, content, "clause", source, cue, verb, None, 0.85) if content else None


def _announced_last(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The plant will close, its manager, Dana Whitcomb, announced Thursday.", "..., a report has revealed.", which the parser takes
    for two deeds in a row.
    """
    if verb.dep_ != "conj" or not (is_speech_verb(verb) or verb.lemma_ in cue_verbs()):
        return None
    subject, before = child(verb, "nsubj"), verb.head
    if subject is None or not speaks(subject) or subject.i > verb.i:
        return None
    first, last = subject.left_edge.i, verb.right_edge.i
    if not _is_parted(verb, first) or not all(t.is_punct for t in verb.doc[last + 1 : verb.sent.end]):
        return None
    if before.dep_ != "ROOT" or child(before, "cc") is not None or any(t.is_quote for t in verb.sent):
        return None
    if any(c.dep_ in {"ccomp", "dobj", "xcomp", "auxpass", "prep", "conj", "advcl"} for c in verb.rights):
        return None
    content = ranges(block, (t for t in verb.sent if t.i < first - 1))
    return Found(block, content, "clause", mention(block, subject), verb_group(verb), verb, None, 0.85) if content else None


def _said_last(block: Block, verb: Token, _mention: Mention, speaks: Speaks) -> Found | None:
    """As in "An officer opened fire within seconds of leaving his car, a lawyer for the family said Tuesday.", where the parser takes the
    lawyer for what the car is.
    """
    if not is_speech_verb(verb) or verb.dep_ not in _ASTRAY or child(verb, "nsubj", "nsubjpass", "auxpass", "mark") is not None:
        return None
    doc, start = verb.doc, verb.sent.start
    comma = next((t for t in reversed(doc[max(start, verb.i - LONGEST_ASIDE - 4) : verb.i]) if t.text == ","), None)
    words = doc[comma.i + 1 : verb.i] if comma is not None else []
    head = next((t for t in words if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in {"compound", "amod", "nmod", "poss"}), None)
    if comma is None or head is None or not speaks(head) or any(t.pos_ in {"VERB", "AUX", "CCONJ"} or t.is_quote for t in words):
        return None
    before = doc[start : comma.i]
    states = any(t.tag_ in TENSED and child(t, "nsubj", "nsubjpass", "expl") is not None for t in before)
    if not states or words[0].pos_ not in BEFORE_NAMES - {"PUNCT", "ADV", "PART"} or any(t.is_quote for t in verb.sent):
        return None
    if any(c.dep_ in {"ccomp", "dobj", "xcomp", "conj"} for c in verb.rights):
        return None
    content = ranges(block, (t for t in before if t.i > start or t.pos_ != "CCONJ"))
    source = Source(block, head, words[0], verb.nbor(-1))
    return Found(block, content, "clause", source, verb_group(verb), verb, None, 0.85)


_ASTRAY = frozenset({"advcl", "acl", "relcl", "appos", "dep", "parataxis"})
"""What the parser takes a verb of speech for whose subject it has lost."""


def _explained(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "Trade fell, which Quill attributed to the fog": why it is so, as somebody says."""
    links = _REASONS.get(verb.lemma_, frozenset())
    link = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in links), None) if links else None
    which, subject, reason = (child(verb, "dobj"), child(verb, "nsubj"), child(link, "pobj")) if link is not None else (None, None, None)
    if link is None or which is None or subject is None or reason is None or verb.tag_ not in FINITE | {"VBN"} or not speaks(subject):
        return None
    parted = which.lower_ == "which" and which.i > verb.sent.start and verb.doc[which.i - 1].text == ","
    if not parted or which.i + 1 != subject.left_edge.i or any(t.is_quote for t in verb.sent):
        return None
    group = verb_group(verb)
    cue = [*group, *verb.doc[group[-1].i + 1 : link.i + 1]]
    content = [block.offsets(which, which), *ranges(block, reason.subtree)]
    return Found(block, content, "object", mention(block, subject), cue, verb, None, 0.85) if len(content) == 2 else None


_REASONS = {
    "attribute": frozenset({"to"}),
    "ascribe": frozenset({"to"}),
    "credit": frozenset({"to"}),
    "blame": frozenset({"on"}),
    "put": frozenset({"to", "at"}),
    "estimate": frozenset({"at"}),
    "value": frozenset({"at"}),
}
"""Verbs that give the reason of what was told, or its size, with its prepositions."""


def _answered(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "Asked when she expected a verdict, Quill said Friday.": an answer of a word or two."""
    subject = child(verb, "nsubj") if verb.lemma_.lower() in _ANSWERS and verb.tag_ in FINITE else None
    if subject is None or subject.i > verb.i or not speaks(subject):
        return None
    asked = next((c for c in verb.lefts if c.dep_ == "advcl" and c.tag_ == "VBN" and c.lemma_.lower() in QUESTIONED), None)
    first = verb.sent.start + (verb.sent[0].lower_ == "when")
    if asked is None or asked.i != first or subject.left_edge.nbor(-1).text != ",":
        return None
    behind: list[Token] = []
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.text in {",", ".", ";"} or token.lower_ in {"and", "but", "then"}:
            break
        behind.append(token)
    if not 0 < len(behind) <= _SHORT or any(t.pos_ in {"VERB", "AUX"} or t.is_quote or t.is_punct for t in behind):
        return None
    if behind[0].dep_ in {"mark", "prep"} or behind[0].tag_ in {"IN", "PRP", "WDT"} or behind[0].lower_ in {"so", "that", "nothing"}:
        return None
    return Found(block, ranges(block, behind), "object", mention(block, subject), verb_group(verb), verb, None, 0.8)


_ANSWERS = frozenset({"say", "answer", "reply", "respond"})
_SHORT = 4
"""Words of the longest answer that is no sentence."""


def _put_at(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "A person familiar with the inquiry put the number at 90,000": how many there are, as somebody says."""
    if verb.lower_ not in {"put", "puts"}:
        return None
    subject, thing = child(verb, "nsubj"), child(verb, "dobj")
    link = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "at"), None)
    size = child(link, "pobj") if link is not None else None
    if subject is None or thing is None or link is None or size is None or not speaks(subject) or thing.i < verb.i:
        return None
    if not any(t.like_num for t in size.subtree) or any(t.is_quote for t in verb.doc[thing.left_edge.i : size.right_edge.i + 1]):
        return None
    content = [block.offsets(thing.left_edge, size.right_edge)]
    return Found(block, content, "object", mention(block, subject), verb_group(verb), verb, None, 0.85)


def _put_ahead(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "A poll on Monday put her nine points ahead of Marsh": how far one leads or trails, as a poll has it."""
    subject, thing = (child(verb, "nsubj"), child(verb, "dobj")) if verb.lower_ in {"put", "puts"} else (None, None)
    place = next((c for c in verb.rights if c.lower_ in _LEADING), None)
    if subject is None or thing is None or place is None or thing.i < verb.i or not speaks(subject) or thing.left_edge.i != verb.i + 1:
        return None
    by = next((t for t in verb.doc[thing.right_edge.i + 1 : place.i] if t.lemma_ in _MARGINS), None)
    if by is None or not any(t.like_num or t.lower_ == "percentage" for t in by.lefts) or any(t.is_quote for t in verb.sent):
        return None
    content = [block.offsets(thing.left_edge, place.right_edge)]
    return Found(block, content, "object", mention(block, subject), verb_group(verb), verb, None, 0.85)


_LEADING = frozenset({"ahead", "behind", "clear"})
_MARGINS = frozenset({"point", "percent", "vote", "seat"})
"""What one leads by in a poll."""


def _neither(block: Block, verb: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The union would neither confirm nor deny that it was so": it says nothing of either."""
    second, subject = child(verb, "conj"), child(verb, "nsubj")
    neither = next((c for c in verb.lefts if c.lower_ == "neither"), None)
    if neither is None or second is None or subject is None or not speaks(subject) or verb.i - neither.i > 1:
        return None
    thing = child(second, "ccomp", "dobj")
    if thing is None or thing.i < second.i or second.i - verb.i != _AND_NEXT or second.nbor(-1).lower_ != "nor":
        return None
    strengths = {cue_verbs().get(verb.lemma_), cue_verbs().get(second.lemma_)}
    if "negative" not in strengths or not (is_telling(verb.lemma_) or is_telling(second.lemma_)) or any(t.is_quote for t in verb.sent):
        return None
    clause = thing.dep_ == "ccomp" and _opens(thing)
    content = _words(block, thing) if clause else [block.offsets(thing.left_edge, thing.right_edge)]
    cue = list(block.doc[min(neither.i, verb_group(verb)[0].i) : second.i + 1])
    return Found(block, content, "clause" if clause else "object", mention(block, subject), cue, second, None, 0.85)


_AND_NEXT = 2
"""Words from a verb over its "nor" to the next."""


_SAID_SO = frozenset(
    {"report", "note", "acknowledge", "mention", "observe", "warn", "predict", "say", "admit", "concede", "reveal", "announce", "show",
     "claim", "write", "explain", "argue", "suggest", "state"}
)  # fmt: skip
"""Verbs that say what the clause beside them says: "as Quill noted"."""
_PARTERS = frozenset({",", "-", "--", "—", "–", "("})


def _standpoint(block: Block, noun: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "In Quill's view, ...", "In the words of Quill, ..."."""
    if noun.lemma_.lower() not in _STANDPOINTS or noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "by"}:
        return None
    preposition = noun.head
    if preposition.i != noun.sent.start and preposition.nbor(-1).text != ",":
        return None
    owner, link = child(noun, "poss"), next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if owner is None and link is not None:
        owner = child(link, "pobj")
    if owner is None or owner.lower_ in {"my", "our"} or any(t.is_quote for t in noun.sent):
        return None  # "in my view" is what whoever speaks thinks
    content = without(block, noun, preposition.i, noun.right_edge.i)
    if not content or (owner.pos_ == "NOUN" and not speaks(owner)):
        return None
    words = [noun] if link is None else [block.doc[i] for i in range(preposition.i, link.i + 1)]
    return Found(block, content, "according", mention(block, owner), words, None, None, 0.85)


def _hearsay(block: Block, adverb: Token, _mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "reportedly", "allegedly": somebody says it, nobody is named."""
    verb = adverb.head
    if adverb.lower_ not in _HEARSAY or adverb.dep_ != "advmod" or verb.pos_ not in {"VERB", "AUX"}:
        return None
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.tag_ in {"WDT", "WP"} or any(t.is_quote for t in verb.subtree):
        return None
    if verb.dep_ != "ROOT" and not (verb.dep_ == "conj" and verb.head.dep_ == "ROOT"):
        return None  # inside somebody's words it only hedges them
    content = ranges(block, (t for t in verb.subtree if t.i != adverb.i))
    return Found(block, content, "clause", None, [adverb], None, None, 0.7) if content else None


def _opens(clause: Token) -> bool:
    """Whether a clause begins with the complementiser "that"."""
    return is_complementiser(clause.left_edge) and clause.left_edge.tag_ != "DT"


def _words(block: Block, clause: Token) -> list[tuple[int, int]]:
    return ranges(block, (t for t in clause.subtree if t.i != clause.left_edge.i))


def _told(block: Block, verb: Token, mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "Quill was told (by Marsh) that ...": who tells is behind "by" or left out."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in TOLD or child(verb, "auxpass") is None:
        return None
    agent = child(verb, "agent")
    teller = child(agent, "pobj") if agent is not None else None
    behind = [c for c in teller.rights if c.dep_ in {"acl", "relcl"}] if teller is not None else []  # where the parser hangs it on him
    clause = next((c for c in (*(c for c in verb.children if c.dep_ == "ccomp"), *behind) if _opens(c)), None)
    if clause is None:
        return None
    source = mention(block, teller) if teller is not None else None
    return Found(block, _words(block, clause), "clause", source, verb_group(verb), verb, None, 0.85)


def _raised(block: Block, verb: Token, _mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "The mayor is reported to have resigned": subject and infinitive are one content."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in _RAISED or child(verb, "auxpass") is None or child(verb, "agent") is not None:
        return None
    subject, complement = child(verb, "nsubjpass") or _shared(verb), child(verb, "xcomp")
    if subject is None or complement is None or subject.lower_ == "that":
        return None
    said_of = _whom_it_describes(subject, verb) if subject.tag_ in {"WDT", "WP"} else [*subject.subtree, *_name_beside(subject, verb)]
    done_to = _what_it_is_done_to(subject, complement, verb)
    words = [*done_to, *said_of, *(t for t in complement.subtree if t not in done_to)]
    if not said_of or not any(c.tag_ == "TO" for c in complement.children) or any(t.is_quote for t in words):
        return None
    content = ranges(block, words)
    return Found(block, content, "infinitive", None, verb_group(verb), verb, None, 0.8)


def _name_beside(subject: Token, verb: Token) -> Sequence[Token]:
    """The name at the end of a subject, which the parser takes for a second one: "A firm led by the heir | Bo Marsh | is said to"."""
    between = verb.doc[subject.right_edge.i + 1 : verb_group(verb)[0].i]
    return between if between and all(t.pos_ == "PROPN" for t in between) else ()


def _whom_it_describes(which: Token, verb: Token) -> list[Token]:
    """Of whom a clause between commas tells: "| Ada Quill |, who is thought to have left, won"; nothing of any "man who is said to"."""
    noun = verb.head if verb.dep_ == "relcl" else which
    first = list(verb.doc[noun.left_edge.i : which.i - 1])
    parted = which.i > noun.i and which.nbor(-1).text == "," and which.i - noun.i <= _BESIDE
    return first if noun is not which and parted and not any(t.text in _PARTERS for t in first) else []


def _what_it_is_done_to(subject: Token, complement: Token, verb: Token) -> list[Token]:
    """The noun before a clause that tells what somebody is said to do to it, with its "that": "| a view | she is said to have given up",
    "| a coat that | he is said to have worn".
    """
    noun, doc, first = verb.head, verb.doc, subject.left_edge.i
    behind = child(complement, "dobj", "ccomp", "xcomp", "acomp", "attr", "agent", "auxpass")
    if (
        verb.dep_ not in {"relcl", "acl"}
        or noun.pos_ != "NOUN"
        or complement.lemma_ == "be"
        or (behind is not None and behind.i > noun.i + 1)
    ):
        return []
    right_behind = noun.i + 1 == first or (noun.i + 2 == first and doc[noun.i + 1].lower_ in {"that", "which", "whom"})
    return list(doc[noun.left_edge.i : first]) if right_behind else []


_BESIDE = 4
"""Words from a noun to the "who" that tells of it, at most."""


def _shared(verb: Token) -> Token | None:
    """The subject that a passive shares with the verb before its "and": "The keeper limped off and | is said | to have trained"."""
    return child(verb.head, *SUBJECTS) if verb.dep_ == "conj" and child(verb, *SUBJECTS) is None else None


def _quoted_as_saying(block: Block, verb: Token, mention: Mention, _speaks: Speaks) -> Found | None:
    """As in "Quill was quoted as saying that ...": who is quoted says it."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in _QUOTING or child(verb, "auxpass") is None:
        return None
    subject = child(verb, "nsubjpass")
    link = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    saying = child(link, "pcomp") if link is not None else None
    clause = child(saying, "ccomp") if saying is not None else None
    if subject is None or saying is None or clause is None:
        return None
    skipped = clause.left_edge.i if is_complementiser(clause.left_edge) else -1
    if skipped < 0 and any(t.is_quote for t in clause.subtree):
        return None
    cue = [block.doc[i] for i in range(verb_group(verb)[0].i, saying.i + 1)]
    content = ranges(block, (t for t in clause.subtree if t.i != skipped))
    return Found(block, content, "clause", mention(block, subject), cue, verb, None, 0.85)


def _owner(noun: Token, speaks: Speaks) -> Token | None:
    owner = child(noun, "poss")
    if owner is None:
        phrase = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"by", "from", "of", "among"}), None)
        owner = child(phrase, "pobj") if phrase is not None else None
    if (
        owner is None
        and noun.dep_ == "dobj"
        and noun.head.lemma_.lower() in {"issue", "make", "give", "voice", "express", "repeat", "send"}
    ):
        owner = child(noun.head, "nsubj")
    if owner is None and noun.dep_ == "nsubjpass" and noun.head.lemma_.lower() in _RAISING:
        agent = child(noun.head, "agent")
        owner = child(agent, "pobj") if agent is not None else None  # "The idea that ... was first raised by Quill"
    if owner is None and noun.i:
        owner = _owner_before(noun)
    return owner if owner is not None and (speaks(owner) or owner.pos_ in {"PRON", "PROPN"}) else None


_RAISING = frozenset({"raise", "make", "advance", "float", "voice", "level", "put", "spread", "air"})
"""What is done with a claim or an idea by whoever has it."""


def _owner_before(noun: Token) -> Token | None:
    """The owner right before a noun, where the parser lost it: "the hawks’ | warnings that ...", "Quill | estimates that ..."."""
    before = noun.nbor(-1)
    if before.tag_ == "POS" and before.i:
        return before.nbor(-1)
    verb = noun.tag_ == "NNS" and before.pos_ == "PROPN" and before.dep_ == "compound" and noun.lemma_.lower() in cue_verbs()
    return before if verb else None


def _noun(block: Block, noun: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "Rumours that ...", "the belief that ...", "issued a warning that ..."."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_.lower() not in cue_nouns():
        return None
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and _opens(c) and c.i > noun.i), None)
    if (
        clause is None
        or is_judged(clause)
        or is_done_to(noun, clause)
        or _is_written_in(noun)
        or clause.left_edge.i - noun.i > LONGEST_ASIDE
        or any(t.is_quote for t in clause.subtree)
    ):
        return None
    holder = _holder(noun)
    if holder is not None:
        verb = holder.head
        cue = list(block.tokens[verb_group(verb)[0].i : noun.i + 1])
        return Found(block, _words(block, clause), "clause", mention(block, holder), cue, verb, None, 0.85)
    owner = _owner(noun, speaks)
    return Found(block, _words(block, clause), "noun", mention(block, owner) if owner is not None else None, [noun], None, None, 0.7)


def _is_written_in(noun: Token) -> bool:
    """Whether somebody says it there: "said in an open | letter | that": the verb is the cue."""
    verb = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "during"} and verb.lemma_.lower() in speech_verbs() and verb.i < noun.i


def _holder(noun: Token) -> Token | None:
    """Who holds it, where a sentence says no more than that: "Quill | is of the view that", "was under the impression that"."""
    verb = noun.head.head
    verb = verb.head if verb.pos_ == "ADV" else verb  # "firmly of the belief"
    held = noun.dep_ == "pobj" and noun.head.lower_ in {"of", "under"} and verb.lemma_ == "be"
    return child(verb, "nsubj") if held else None


def _verb_after_all(block: Block, noun: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "Experts stress that it may fail, but | caution | that it is rare": a noun to the tagger, beside a verb and with a clause."""
    if noun.dep_ != "conj" or not noun.i:
        return None
    verb, before = noun.head, noun.nbor(-1)
    if before.lower_ not in {"and", "but"} or noun.lemma_.lower() not in cue_verbs():
        return None
    subject, clause = child(verb, "nsubj"), child(noun, "ccomp")
    if verb.lemma_.lower() not in cue_verbs() or subject is None or clause is None or clause.left_edge.i != noun.i + 1:
        return None
    if not speaks(subject) or clause.left_edge.lower_ != "that" or any(t.is_quote for t in clause.subtree):
        return None
    return Found(block, _words(block, clause), "clause", mention(block, subject), [noun], noun, None, 0.85)


def _forecast(block: Block, noun: Token, _mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The Norvane Grain Board forecast in May that prices would fall", where the past tense passes for a noun."""
    clause, who = child(noun, "ccomp", "acl"), noun.nbor(-1) if noun.i > noun.sent.start else noun
    if noun.lower_ != "forecast" or noun.dep_ != "ROOT" or clause is None or who.dep_ not in {"compound", "nsubj"} or not speaks(who):
        return None
    that = next((t for t in noun.doc[noun.i + 1 : clause.i] if t.lower_ == "that"), None)
    first = noun.left_edge
    if that is None or that.i - noun.i > _BEFORE_THAT or any(t.tag_ in TENSED or t.is_quote for t in noun.doc[first.i : that.i]):
        return None
    words = noun.doc[that.i + 1 : noun.sent.end]
    if child(clause, *SUBJECTS) is None or clause.right_edge.i + 2 < noun.sent.end or any(t.is_quote for t in words):
        return None
    return Found(block, ranges(block, words), "clause", Source(block, who, first, who), [noun], noun, None, 0.85)


_BEFORE_THAT = 6
"""Words from a cue to its "that", at most: the day, the month, the paper."""


def _noun_is(block: Block, noun: Token, mention: Mention, speaks: Speaks) -> Found | None:
    """As in "The engineers' conclusion was that ...", "The charge against him is that ..."; not "The problem is that ..."."""
    if noun.pos_ != "NOUN" or noun.dep_ != "nsubj" or noun.lemma_.lower() not in cue_nouns() or noun.head.lemma_ != "be":
        return None
    clause = next((c for c in noun.head.children if c.dep_ == "ccomp" and _opens(c)), None)
    owner = _owner(noun, speaks)
    if clause is None or (owner is None and cue_nouns()[noun.lemma_.lower()] != "doubted"):
        return None
    return Found(block, _words(block, clause), "noun", mention(block, owner) if owner is not None else None, [noun], None, None, 0.7)


_OF_VERBS = (
    _it_is_said,
    _told_by,
    parenthetical, told_aside,
    turned_round, found_by_study, accused_in_headline, noted_last,
    _has_it, _heard_evidence, _as_put, _as_said, _heard, _heard_in_headline, _found_last, _announced_last, _said_last,
    _explained, denied, not_accepted, accepted,
    _put_at, _put_ahead, _neither, _answered,
    summed_up, judged_by, _told, _raised, _quoted_as_saying,
)  # fmt: skip
_OF_NOUNS = (
    told_aside, noted_last, denied_last, hints_in_headline, _verb_after_all, verb_for_noun, _forecast, _standpoint, _noun, _noun_is,
)  # fmt: skip
_RULES = {"VERB": _OF_VERBS, "AUX": _OF_VERBS, "NOUN": _OF_NOUNS, "PROPN": _OF_NOUNS, "ADV": (_hearsay,), "ADP": (described_by,)}
"""Coarse part of speech -> the constructions that may hang on such a word, the surest first."""
