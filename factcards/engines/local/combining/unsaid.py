"""What looks like an attribution and tells nobody's words: formulas, questions, a cue that the parser misread."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from factcards.engines.local.combining.acts import is_beside, is_watched
from factcards.engines.local.combining.sourcing import is_a_time
from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import (
    IF,
    SEEMING,
    SUBJECTS,
    TENSED,
    child,
    is_infinitive,
    is_only_if,
    is_yet_to_come,
    shows_itself,
)
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.tellers import QUOTING, is_source
from factcards.engines.local.speakers.sources import is_topic
from factcards.layout import Layout
from factcards.lexicon import cue_strength

__all__ = ["asks_the_reader", "is_agentless", "is_left_undone", "is_question", "is_unheld", "says_nothing", "without_unsaid"]


def without_unsaid(text: str, layout: Layout, found: Sequence[Found]) -> list[Found]:
    """Those that tell somebody's words."""
    sources: dict[int, list[tuple[int, int]]] = {}
    for item in found:
        if item.source is not None:
            named = item.source.block.offsets(item.source.first, item.source.last)
            for sentence in layout.sentences_between(*named):
                sources.setdefault(sentence.start, []).append(named)
    cues = {(item.block.paragraph, token.i) for item in found if item.source is not None for token in item.cue}
    return [
        item
        for item in found
        if not (
            _asks_for_silence(text, item)
            or asks_the_reader(text, layout, item)
            or _is_supposed(item)
            or _is_an_act_to_come(item)
            or _is_reduced(item)
            or _quotes_what_is_told_before(item)
            or _is_done_to_its_source(item)
            or _is_answered(item)
            or _is_in_another(item, cues)
            or _is_seeming(item, cues)
            or _is_nobodys(item)
            or _is_how_it_is_put(item)
            or is_beside(item)
            or _is_behind_topic(layout, item)
            or (item.source is not None and is_a_time(item.source))
            or _is_anybody(layout, item)
            or _begins_in_a_source(layout, item, sources)
        )
    ]


def _quotes_what_is_told_before(found: Found) -> bool:
    """Whether it has only who is quoted, not what: "It was shut, the agency | quoted | Quill as saying |"."""
    words = found.block.words(*found.content[0]) if len(found.content) == 1 else ()
    return found.verb is not None and found.verb.lemma_ in QUOTING and [t.lower_ for t in words[-2:]] == ["as", "saying"]


def _is_seeming(found: Found, cues: Collection[tuple[int, int]]) -> bool:
    """Whether it only tells how what another cue says is put: "the figures | appear | to show that wages fell"; or how a thing looks, or is
    to be treated: "the stars | appeared | dim", "late bids | will be considered | void".
    """
    verb = found.verb
    ruled = verb is not None and verb.lemma_ in {"consider", "deem"} and any(t.lower_ in {"will", "shall"} for t in found.cue)
    if verb is not None and (shows_itself(verb) or (ruled and found.source is None)):
        return True
    done = child(verb, "xcomp") if verb is not None and verb.lemma_ in SEEMING and found.source is None else None
    return done is not None and (found.block.paragraph, done.i) in cues


def _is_how_it_is_put(found: Found) -> bool:
    """Whether a clause with "how" before its subject only names what is told before it: "“Shut” is how Quill | described | the mill"."""
    verb = found.verb
    how = child(verb, "advmod") if verb is not None and verb.head.lemma_ == "be" else None
    return verb is not None and how is not None and how.lower_ == "how" and how.i == verb.left_edge.i and verb.head.i == how.i - 1


def _asks_for_silence(text: str, found: Found) -> bool:
    """Whether it only says why a source has no name: "who asked not to be named", "requested anonymity"."""
    if not found.cue:
        return False
    behind = found.block.offsets(found.cue[0], found.cue[-1])[1]
    asks = found.cue[-1].lemma_ in {"ask", "request", "insist"}
    return _UNNAMED.match(text, found.content[0][0], found.content[-1][1]) is not None or (
        asks and _UNNAMED.match(text, behind + 1, behind + 60) is not None
    )


_UNNAMED = re.compile(
    r"(?:that (?:he|she|they) )?"
    r"(?:not (?:to )?be (?:named|identified)|to (?:remain anonymous|be (?:named|identified))|(?:for )?anonymity)\b"
)


def asks_the_reader(text: str, layout: Layout, found: Found) -> bool:
    """Whether the writer asks it: "Does she accept that it was hard?" A question in quotation marks is its speaker's."""
    verb = found.verb
    subject = child(verb, "nsubj", "nsubjpass") if verb is not None and verb.dep_ == "ROOT" else None
    if verb is None or subject is None or not any(t.dep_ in {"aux", "auxpass"} and t.i < subject.i for t in verb.lefts):
        return False
    sentence = layout.sentence_at(found.block.offsets(verb, verb)[0])
    return sentence is not None and text[sentence.start : sentence.end].rstrip().endswith("?")


def _is_supposed(found: Found) -> bool:
    """Whether it is said only if or when something is so: "if the backers insist on a delay", "would return only when
    managers | agreed | to meet them".
    """
    if found.verb is None or _is_turned_round(found.verb):
        return found.verb is not None
    verb = _joined_to(found.verb)
    if verb.dep_ == "ccomp":
        return False
    if verb.dep_ != "advcl":
        return is_only_if(verb)
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ in IF:
        return True
    begins = next((t.lower_ for t in verb.lefts if t.dep_ in {"mark", "advmod"} and t.lower_ in _ONLY_THEN), None)
    yet = any(t.lower_ in {"will", "would", "wo", "'ll"} for t in verb.head.lefts if t.tag_ == "MD")
    return begins is not None and yet and verb.tag_ in {"VBD", "VBZ", "VBP"}


def _is_turned_round(verb: Token) -> bool:
    """Whether a clause is a condition by its order alone: "| Had | Quill warned of it, it would have been shut"."""
    first, subject = verb.left_edge, child(verb, *SUBJECTS)
    turned = first.lower_ in {"had", "should", "were"} and first.head is verb and verb.dep_ != "ROOT"
    return turned and subject is not None and first.i < subject.i


def _joined_to(verb: Token) -> Token:
    """The first verb of those that an "and" joins under one subject: "if she had | gone | to see them and promised to pay"."""
    while verb.dep_ == "conj" and child(verb, "mark", *SUBJECTS) is None and verb.head.pos_ in {"VERB", "AUX"}:
        past, verb = verb.tag_ in TENSED, verb.head
        if past and is_infinitive(verb):
            verb = verb.head
    return verb


_ONLY_THEN = frozenset({"when", "once", "until", "till"})
"""With these it is told after what somebody "will" do."""


def _is_an_act_to_come(found: Found) -> bool:
    """Whether it is what somebody has still to tell or offer: "said the mayor | would announce | a plan", "may offer | to share it"."""
    verb = found.verb
    if verb is None or verb.lemma_.lower() not in _ACTS or not any(t.tag_ == "MD" and t.head is verb for t in found.cue):
        return False
    return found.frame in {"object", "infinitive"} and verb.tag_ == "VB" and child(verb, "neg") is None


_ACTS = frozenset({"agree", "announce", "offer", "unveil", "outline", "disclose", "reveal", "publish", "present"})
"""What is done when it is done, and not before."""


def _is_reduced(found: Found) -> bool:
    """Whether the cue only describes the noun before it, and what the parser hung on it is that noun's own verb: "drivers | admitted to |
    the hall have left".
    """
    verb = found.verb
    goes_on = child(verb, "ccomp") if verb is not None and verb.tag_ in {"VBD", "VBN"} else None
    link = child(verb, "prep") if verb is not None else None
    place = child(link, "pobj") if link is not None else None
    if verb is None or goes_on is None or link is None or place is None or link.i != verb.i + 1:
        return False
    if child(verb, "aux", "auxpass") is not None:
        return False
    tensed = goes_on.left_edge.tag_ in TENSED and child(goes_on, *SUBJECTS) is None
    return tensed and goes_on.left_edge.i == place.right_edge.i + 1


def _is_done_to_its_source(found: Found) -> bool:
    """Whether a headline's participle tells what was done to whom it names: "Minister | accused | of fantasy", "Chef | told | to pay"."""
    verb, source = found.verb, found.source
    if verb is None or source is None or verb.tag_ not in {"VBN", "VBD"} or verb.i + 1 >= len(verb.doc) or source.last.i != verb.i - 1:
        return False
    passive = verb.nbor(1).lower_ == _DONE_TO.get(verb.lemma_)
    return passive and not any(c.dep_ in {"aux", "auxpass", "dobj", "dative"} for c in verb.children)


_DONE_TO = {
    "accuse": "of", "suspect": "of", "convict": "of", "blame": "for", "charge": "with", "tell": "to", "urge": "to", "order": "to",
    "force": "to", "invite": "to", "advise": "to",
}  # fmt: skip
"""Verbs that need an object where they are no passive -> what follows in a passive."""


def _is_behind_topic(layout: Layout, found: Found) -> bool:
    """Whether a colon follows what a headline is about, not who says it: "Harbour tunnel: 12 workers hurt", "The quiet climber: how Quill
    rose".
    """
    source = found.source
    colon = len(found.cue) == 1 and found.cue[0].text == ":" and (found.block.part == "headline" or not found.block.paragraph)
    if not colon or source is None:
        return False
    if not is_source(source.head) or is_topic(source):
        return True
    first = found.block.word_at(found.content[0][0])
    if first is None or layout.quotation_at(found.content[0][0]) is not None:
        return False
    return first.lower_ in _TOPICAL and not any(t.lower_ in _OWN for t in found.block.words(*found.content[0]))


_TOPICAL = frozenset({"how", "why", "what", "inside"})
"""What an article is begun with that tells of its topic: "Ada Quill: how she rose"."""
_OWN = frozenset({"i", "my", "me", "we", "our", "us"})
"""What whoever says it himself says: "Ada Quill: why I left"."""


def _is_answered(found: Found) -> bool:
    """Whether it is the answer to what somebody asked, of which no more is told: "| Asked | by Marsh, Quill accepted that it was late"."""
    verb = found.verb
    if verb is None or found.settled or not _is_asked(verb) or verb.head is verb:
        return False
    place = found.block.offsets(verb.head, verb.head)[0]
    return any(low <= place < high for low, high in found.content)


def _is_anybody(layout: Layout, found: Found) -> bool:
    """Whether the writer means the reader or anybody: "you know the type"."""
    source = found.source
    if source is None or source.first.i != source.last.i or source.first.lower_ != "you":
        return False
    return layout.quotation_at(source.start) is None


def _is_nobodys(found: Found) -> bool:
    """Whether no source stands by a participle or an infinitive, or a thing that is only to serve: "accusing him of neglect", "something |
    to assure | that ...".
    """
    verb = found.verb
    if verb is not None and verb.tag_ == "VB" and found.source is not None and found.source.head.lower_ in _THINGS:
        return True
    if verb is None or found.source is not None or found.settled or found.frame in {"noun", "quote", "according"}:
        return False
    aux = child(verb, "aux", "auxpass")
    finite = verb.tag_ not in {"VBG", "VBN", "VB"} or (aux is not None and aux.lower_ != "to")
    return not finite and verb.lower_ != "asked"


_THINGS = frozenset(
    {"something", "anything", "everything", "nothing", "way", "ways", "step", "steps", "reason", "reasons", "cause", "grounds"}
)


def _is_in_another(found: Found, cues: Collection[tuple[int, int]]) -> bool:
    """Whether the cue is an adverb of somebody's cue: "Quill | reportedly | claimed it". `cues` are the words of those with a source."""
    adverb = all(token.pos_ == "ADV" for token in found.cue)
    return bool(found.cue) and adverb and found.source is None and (found.block.paragraph, found.cue[0].head.i) in cues


def _begins_in_a_source(layout: Layout, found: Found, sources: Mapping[int, Sequence[tuple[int, int]]]) -> bool:
    """Whether the content begins within the words that name another's source and runs on into what that one says. `sources` are by
    the sentences that they stand in, each of them by where it begins.
    """
    start, end = found.content[0]
    sentence = layout.sentence_at(start)
    cue = found.block.offsets(found.cue[0], found.cue[0])[0] if found.cue else -1
    named = sources.get(sentence.start, ()) if sentence is not None else ()
    return any(low < start < high < end and not low < cue < high for low, high in named)


def says_nothing(found: Found) -> bool:
    """Whether it tells only what somebody does not talk about, or where he does not stand: "did not explain | the reasons behind it",
    "has yet to comment on | the report". That is the article's own word of him.
    """
    words = [t for low, high in found.content for t in found.block.words(low, high)]
    if found.cue and all(t in found.cue or t.lower_ == "saying" for t in words):
        return True
    if found.frame not in {"object", "oblique"} or cue_strength(" ".join(t.text for t in found.cue)) == "negative":
        return False
    first = found.block.word_at(found.content[0][0])
    if first is None or (first.tag_ in {"WRB", "WP", "WDT", "IN"} and first.dep_ != "prep"):
        return False
    verb = found.verb
    if verb is not None and verb.lemma_ in _AGAINST:  # not to rule out a sale leaves it open
        return False
    beside = [*(verb.children if verb is not None else ()), *found.cue]
    # Whether it denies, and is no answer: "said no"
    return any(
        (t.dep_ == "neg" and t.i < found.cue[-1].i) or (t.lower_ in {"no", "never"} and t.dep_ != "intj") or is_yet_to_come(t)
        for t in beside
    ) and not any(t.lower_ in {"only", "just"} for t in beside)


_AGAINST = frozenset({"rule", "exclude", "dispute", "contest", "question", "oppose", "object", "doubt", "accept"})
"""Verbs of which the negation is a stance, too."""


def is_left_undone(found: Found) -> bool:
    """Whether somebody did something else, or did not say it: "left | without telling | the board", "laughed | rather than admit | it"."""
    before = (tuple(t.lower_ for t in verb.doc[max(0, verb.i - 2) : verb.i]) for verb in found.cue if verb.pos_ == "VERB")
    return any(words[-1:] == ("without",) or words in _INSTEAD for words in before)


_INSTEAD = frozenset({("instead", "of"), ("rather", "than")})


def is_unheld(found: Found) -> bool:
    """Whether it is what nothing speaks for: "there is no evidence he | knew | where the money came from"."""
    verb = found.verb
    if found.frame == "noun" and found.cue and found.cue[-1].lemma_.lower() in _SIGNS:  # "gave no | hint that | it would close"
        return any(t.lower_ in _NONE for t in found.cue[-1].lefts)
    if verb is None or verb.dep_ not in {"acl", "relcl", "ccomp"} or verb.head.lemma_.lower() not in _SIGNS:
        return False
    return any(t.lower_ in _NONE for t in verb.head.lefts)


_NONE = frozenset({"no", "little", "scant"})
_SIGNS = frozenset({"evidence", "proof", "indication", "sign", "suggestion", "hint"})
"""Nouns for what speaks for a thing."""


def is_question(found: Found) -> bool:
    """Whether it is what somebody answers: "Asked | whether it was safe | , Quill said that it was"."""
    return found.verb is not None and _is_asked(found.verb) and found.source is None


def _is_asked(verb: Token) -> bool:
    """Whether it tells of somebody who is asked and answers: "| Asked | about the leak, Quill ..."; the parser may take it for one with a
    tense: "| Asked | what she saw, she said".
    """
    if verb.lower_ != "asked" or verb.dep_ != "advcl":
        return False
    opens = verb.is_sent_start and (verb.nbor(1).tag_ in {"WP", "WRB", "WDT"} or verb.nbor(1).lower_ in {"whether", "if", "about", "by"})
    return verb.tag_ == "VBN" or (verb.tag_ == "VBD" and opens)


def is_agentless(found: Found) -> bool:
    """Whether the noun that the parser has for its source is who it is thought of, or who is asked: "a country thought to have doubts",
    "Asked about the leak, Quill ...".
    """
    verb = found.verb
    if verb is not None and _is_asked(verb):
        return child(verb, "nsubj", "agent") is None
    if verb is None or verb.i + 2 >= len(verb.doc) or not (verb.nbor(1).lower_ == "to" and verb.nbor(2).tag_ == "VB"):
        return verb is not None and is_watched(verb)
    passive = verb.tag_ == "VBN" and child(verb, "auxpass") is not None
    state = verb.dep_ in {"advcl", "acl"} and verb.lemma_ != "claim" and verb.nbor(2).lower_ in {"be", "have"}  # "a board said to be keen"
    reported = verb.lemma_ in _REPORTED and (passive or (state and verb.tag_ in {"VBN", "VBD"}))
    return verb.lower_ in _PASSIVE or (reported and child(verb, "agent") is None)


_PASSIVE = frozenset({"thought", "believed", "known", "understood", "suspected", "supposed", "rumoured", "rumored", "estimated"})
"""Forms that have an infinitive behind them in the passive only."""
_REPORTED = frozenset({"say", "report", "allege", "claim"})
"""Verbs whose passive with an infinitive tells what nobody named says of its subject: "and is said to have left"."""
