"""What stands beside an attribution and was taken for a part of it: who its source is, the writer's gloss, a voice that was taken for a
thing, by whom somebody declined.
"""

from __future__ import annotations

import re

from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, WEEKDAYS, child
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.tellers import is_source
from factcards.lexicon import cue_nouns, cue_verbs, speaker_words

__all__ = ["put_beside"]


def put_beside(text: str, found: Found) -> None:
    """Leave out of an attribution what only stands beside it, and give its cue, source and content the words that are theirs."""
    _by_a_voice(found)
    _without_preposition(found)
    _past_the_rumour(found)
    _past_who_tells(found)
    _with_how_much(found)
    _with_as_what(found)
    _with_what_is_described(found)
    _without_gloss(text, found)
    _without_which(text, found)
    _past_the_day(found)
    _by_whom(found)


def _by_a_voice(found: Found) -> None:
    """Who cries it out is no part of the cue: "“Shame!” cried | a voice from the gallery"."""
    verb = found.verb
    noun = child(verb, "dobj") if verb is not None and found.frame == "quote" else None
    if verb is None or noun is None or (noun not in found.cue and found.source is not None) or noun.i < verb.i:
        return
    if (noun.left_edge.tag_ == "DT" or noun.lower_ in {"somebody", "someone"}) and found.block.offsets(verb, verb)[0] >= found.content[-1][
        1
    ]:
        found.cue = [t for t in found.cue if t.i <= verb.i]
        found.source, found.link = Source(found.block, noun, noun.left_edge, noun.right_edge), None


def _without_preposition(found: Found) -> None:
    """A preposition behind which no content stands is no part of a cue: "“Herring,” Quill answered | at | last"."""
    verb, behind = found.verb, found.cue[-1] if found.cue else None
    if verb is None or behind is None or found.frame != "quote" or behind.dep_ != "prep" or behind.head is not verb or behind.i < verb.i:
        return
    if found.content[-1][1] <= found.block.offsets(verb, verb)[0] and child(behind, "pobj") is not None:
        found.cue = [t for t in found.cue if t is not behind]
        found.link = None


def _past_the_rumour(found: Found) -> None:
    """What a rumour says begins behind its "that", whatever the rumour does: "Rumours spread on Monday that | the dam had failed"."""
    first = found.block.word_at(found.content[0][0])
    verb = first if first is not None and first.pos_ == "VERB" and found.frame == "noun" else None
    clause = next((c for c in verb.rights if c.dep_ in {"ccomp", "acl", "relcl"}), None) if verb is not None else None
    if verb is None or clause is None or child(verb, "nsubj") not in found.cue or len(found.content) > 1:
        return
    if clause.left_edge.lower_ == "that" and found.block.offsets(clause.left_edge, clause)[0] < found.content[0][1]:
        found.content[0] = (found.block.offsets(clause.left_edge.nbor(1), clause)[0], found.content[0][1])


def _past_who_tells(found: Found) -> None:
    """Through whom somebody declines is no content: "declined | through a lawyer | to be interviewed"."""
    link, (start, end) = found.link, found.content[0]
    if found.frame != "oblique" or link is None or link.lower_ not in {"through", "via"}:
        return
    to = next((t for t in found.block.words(start, end) if t.tag_ == "TO"), None)
    if to is not None and found.block.offsets(to, to)[0] > start:
        found.content[0] = (found.block.offsets(to, to)[0], end)
        found.frame, found.link = "infinitive", None


def _with_how_much(found: Found) -> None:
    """How much of a thing it is said of belongs to the content: "attributed | about a third of the fall to the fog"."""
    verb = found.verb
    thing = child(verb, "dobj") if verb is not None and found.frame == "oblique" else None
    if verb is None or thing is None or thing.left_edge.i != verb.i + 1 or verb not in found.cue:
        return
    taken = [*found.cue, *([found.link] if found.link is not None else [])]
    counted = any(t.dep_ in {"quantmod", "nummod"} or t.like_num for t in thing.lefts)
    if thing in taken and counted and thing.i < found.block.place(found.content[0][0]):
        found.cue = [t for t in found.cue if t.i <= verb.i]
        found.content[0] = (found.block.offsets(thing.left_edge, thing)[0], found.content[0][1])
        found.frame, found.link = "object", None


def _with_as_what(found: Found) -> None:
    """As what a thing is described is told of it: "The play | was described by Holt | as “dull”", "a play | that critics describe | as
    dull".
    """
    verb = found.verb
    if verb is None or found.frame != "object" or verb.lemma_ not in _DESCRIBING:
        return
    passive = child(verb, "agent") is not None and child(verb, "auxpass") in found.cue
    as_, last = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "as"), None), found.content[-1][1]
    if as_ is None or not (passive or verb.dep_ == "relcl") or last > found.block.offsets(verb, verb)[0]:
        return
    end = found.block.offsets(as_, as_.right_edge)[1]
    behind = as_.right_edge.i + 1
    if behind < len(verb.doc) and verb.doc[behind].is_quote and sum(t.is_quote for t in verb.doc[as_.i : behind]) % 2:
        end = found.block.offsets(as_, verb.doc[behind])[1]
    found.content.append((found.block.offsets(as_, as_)[0], end))


def _with_what_is_described(found: Found) -> None:
    """What is described before who describes it is told of, too: "after | a meeting | that the chair described | as “grim”"."""
    verb, (start, end) = found.verb, found.content[0]
    if verb is None or verb.dep_ != "relcl" or verb.lemma_ not in _DESCRIBING or len(found.content) > 1 or verb.head.pos_ != "NOUN":
        return
    as_ = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "as" and c.i == verb.i + 1), None)
    noun, thing, who = verb.head, child(verb, "dobj"), child(verb, "nsubj")
    if as_ is None or who is None or who.tag_ in {"WP", "WDT"} or (thing is not None and thing.lower_ not in {"that", "which"}):
        return
    first = found.block.offsets(as_, as_)[0]
    if not first <= start or found.block.text[first:start].strip() not in {"", "as “", 'as "'}:
        return
    closed = _CLOSED.match(found.block.text, end) if found.frame == "quote" else None
    found.content[:] = [found.block.offsets(noun.left_edge, noun), (first, closed.end() if closed is not None else end)]
    found.frame = "object"


_CLOSED = re.compile(r"[\"”]")
_DESCRIBING = frozenset({"describe", "characterise", "characterize", "portray", "depict", "denounce", "condemn", "praise", "dismiss"})


def _without_gloss(text: str, found: Found) -> None:
    """What is set beside the source or the whole is no content: "according to Ostrey, | the region's main carrier", "..., officials said,
    | a step that would cost lives", "according to a trial, | raising hopes that it may be sold".
    """
    if len(found.content) < 2 or found.frame not in {"clause", "according"} or not found.cue:
        return
    (low, high), (start, end) = found.content[0], found.content[-1]
    told = found.block.offsets(found.cue[0], found.cue[-1])
    source = found.source
    behind = max(told[1], found.block.offsets(source.first, source.last)[1] if source is not None and source.block is found.block else 0)
    before = found.block.words(low, high)
    words = [t for t in found.block.words(start, end) if not t.is_punct]
    if not high <= told[0] or start <= behind or not text[behind:start].rstrip().endswith(",") or not words:
        return
    states = any(t.tag_ in TENSED for t in before) and any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in before)
    named = source is not None and source.start > told[0] and not text[behind:start].strip(" ,")
    gloss = words[0].lower_ in {"a", "an"} and any(t.dep_ == "relcl" for t in words)
    noun = words[0].dep_ in {"det", "poss"} and (named or gloss) and _is_a_noun_beside(words, {t.i for t in before})
    if states and (noun or (found.frame == "according" and _is_what_it_raises(words[0]))):
        del found.content[-1]


def _is_what_it_raises(verb: Token) -> bool:
    """Whether the writer tells with it what others make of it: "| raising | hopes that", "prompting questions"; not "killing two"."""
    thing = child(verb, "dobj") if verb.tag_ == "VBG" and verb.dep_ == "advcl" else None
    noun = thing.lemma_.lower() if thing is not None else ""
    return cue_nouns().get(noun) == "tentative" or noun in {"question", "doubt"}


def _without_which(text: str, found: Found) -> None:
    """What is told of a source right behind it is no content: "..., according to research | that critics call flawed"."""
    if len(found.content) < 2 or found.frame != "according" or not found.cue:
        return
    source, (cue, end), (start, high) = found.source, found.block.offsets(found.cue[0], found.cue[-1]), found.content[-1]
    if source is not None and source.block is found.block:
        end = max(end, found.block.offsets(source.first, source.last)[1])
    if found.content[0][1] <= cue and end <= start and _WHICH.match(text, end, high) is not None and len(text[end:start].split()) <= 1:
        del found.content[-1]


_WHICH = re.compile(r"(?:,?\s+(?:that|which|who|whose)\s)")


def _past_the_day(found: Found) -> None:
    """When somebody says or vows it is no content: "vowed on Wednesday | to stay", "said on Monday night | it would pay"; "said on Monday
    that" has its own border.
    """
    if not found.cue or found.verb is None or found.verb.lemma_.lower() not in cue_verbs():
        return
    verb, (start, end) = found.verb, found.content[0]
    first = _behind_the_day(verb)
    if first is None or not (first.lower_ == "to" or _opens_subject(first)):
        return
    place = found.block.offsets(first, first)[0]
    if not start <= place < end or found.block.offsets(verb, verb)[1] > start:
        return
    found.content[0] = (place, end)
    if found.cue[-1].dep_ == "prep" and found.cue[-1].nbor(1).lower_ in WEEKDAYS | _DATED and found.cue[-1].i > verb.i:
        found.cue = found.cue[:-1]  # "said | on | Friday"


def _behind_the_day(verb: Token) -> Token | None:
    """The word behind the day that stands right behind a verb: "said late on Monday night | it"; null where none does."""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    words = [t for t in behind[:_DAY_LONG] if t.lower_ not in {"late", "early"}]
    if not words or words[0].lower_ != "on":
        return None
    named = [t for t in words[1:] if t.lower_ in WEEKDAYS]
    dated = len(words) > 2 and any(t.like_num for t in words[1:3]) and any(t.lower_ in _DATED for t in words[1:3])
    if not dated and (not named or named[0] is not words[1]):
        return None
    return next((t for t in words[1:] if t.lower_ not in WEEKDAYS | _DATED and not t.like_num), None)


_DAY_LONG = 7
_DATED = speaker_words("calendar", "seasons", "times")


def _opens_subject(word: Token) -> bool:
    """Whether a clause's subject begins here, or with the day before that the parser takes for a part of it: "on Monday | Marsh would"."""
    return word.tag_ != "POS" and any(t.dep_ in SUBJECTS and t.left_edge.i <= word.i <= t.i for t in (word, *word.ancestors))


def _by_whom(found: Found) -> None:
    """Who accuses somebody stands behind the last "by" of what he is accused of: "was accused of lying | by the union". In "a firm run by
    his wife, the court was told" she tells nothing.
    """
    verb, (start, end) = found.verb, found.content[-1]
    if verb is None or found.source is not None or child(verb, "auxpass") not in found.cue or child(verb, "agent") is not None:
        return
    words = found.block.words(start, end)
    by = next((t for t in reversed(words) if t.lower_ == "by"), None)
    noun = child(by, "pobj") if by is not None else None
    if by is None or noun is None or by.i <= max(words[0].i, verb.i) or not is_source(noun) or verb.lemma_.lower() not in _BLAMES:
        return
    last = words[-1]
    if last is by or (noun.left_edge.i <= last.i <= noun.right_edge.i):
        found.content[-1] = (start, found.block.offsets(by.nbor(-1), by.nbor(-1))[1])
        found.source = Source(found.block, noun, noun.left_edge, noun)


_BLAMES = frozenset({"accuse", "suspect", "convict", "blame", "criticise", "criticize", "praise", "condemn", "warn", "tell", "ask", "urge"})
"""What is done to somebody by who says so; a train "is expected to be running by Friday" by nobody."""


def _is_a_noun_beside(words: list[Token], before: set[int]) -> bool:
    """Whether words are a noun with what belongs to it, and beside no noun of what stands before."""
    own = {t.i for t in words}
    heads = [t for t in words if t.head.i not in own]
    if len(heads) != 1 or heads[0].pos_ not in {"NOUN", "PROPN"}:
        return False
    if any(t.tag_ in TENSED and not _is_in_clause(t, own) for t in words):
        return False
    return heads[0].head.i not in before or heads[0].dep_ == "npadvmod"


def _is_in_clause(token: Token, own: set[int]) -> bool:
    """Whether a word stands in a clause of its own within some words."""
    return any(t.dep_ in {"relcl", "acl", "ccomp"} and t.i in own for t in (token, *token.ancestors))
