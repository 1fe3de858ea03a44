"""What looks like an attribution and tells nobody's words: formulas, questions, a cue that the parser misread."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from factcards.engines.local.combining.acts import is_beside, is_watched
from factcards.engines.local.combining.headlines import is_behind_topic
from factcards.engines.local.combining.sourcing import is_a_time
from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import IF, SEEMING, SUBJECTS, TENSED, child, is_only_if, is_yet_to_come, shows_itself
from factcards.engines.local.parsing.notices import is_signpost
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.clauses import opens
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.engines.local.ruled.hearsay import QUOTING
from factcards.layout import Layout
from factcards.lexicon import cue_strength, is_telling, signature

__all__ = ["asks_the_reader", "is_agentless", "is_question", "is_unheld", "says_nothing", "without_unsaid"]


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
            or _is_on_a_day(item)
            or _is_an_act_to_come(item)
            or _is_reduced(item)
            or _quotes_what_is_told_before(item)
            or _is_done_to_its_source(item)
            or _is_avoided(item)
            or _is_shy_of(item)
            or _is_foretold(item)
            or _is_an_act_denied(item)
            or _is_whoever_knows(item)
            or _is_what_was_asked(item)
            or _is_answered(item)
            or _compares(item)
            or _is_outcome(item)
            or _is_in_another(item, cues)
            or _is_seeming(item, cues)
            or _is_labelled(item)
            or _is_elsewhere(layout, text, item)
            or _is_nobodys(item)
            or is_beside(item)
            or is_behind_topic(layout, item)
            or (item.source is not None and (is_a_time(item.source) or _is_of_a_date(item.source)))
            or _is_anybody(layout, item)
            or _is_subject_of_its_content(item)
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


def _is_labelled(found: Found) -> bool:
    """Whether what stands before its colon tells what the text is: "INTERVIEW: The minister on the strike", "Q: Will it close?", or who
    has it "FIRST ON TARN NEWS:".
    """
    source = found.source
    colon = len(found.cue) == 1 and found.cue[0].text == ":" and not found.settled
    if not colon or source is None:
        return False
    alone, opening = source.first is source.last and source.head.lower_ in _LABELS, found.cue[0].sent[0]
    return alone or (opening.text in {"FIRST", "ONLY"} and opening.nbor(1).text == "ON")


_LABELS = frozenset(
    {
        "interview", "exclusive", "video", "watch", "opinion", "comment", "analysis", "live", "update", "updates", "breaking", "revealed",
        "podcast", "profile", "review", "explainer", "obituary", "feature", "factbox", "timeline", "photos", "pictures", "gallery",
        "q", "a",
    }
)  # fmt: skip


def _is_of_a_date(source: Source) -> bool:
    """Whether it is said by a "which" that the parser hangs on a date: "a test taken on 1 February, | which | would have shown it"."""
    at = source.first.i
    return at > 1 and source.first.tag_ == "WDT" and source.first.nbor(-1).text == "," and source.first.nbor(-2).ent_type_ == "DATE"


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
    """Whether it is said only if or when something is so: "if the backers insist on a delay", "| Had | the backers | known | that it was
    late, they would have left", "would return only when managers | agreed | to meet them".
    """
    verb = found.verb
    if verb is None or verb.dep_ not in {"advcl", "ccomp"}:
        return verb is not None and is_only_if(verb)
    first, subject = verb.left_edge, child(verb, "nsubj", "nsubjpass")
    if first.dep_ == "aux" and first.lower_ in {"had", "should"} and subject is not None and subject.i > first.i:
        return True
    if verb.dep_ == "ccomp":
        return False
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ in IF:
        return True
    begins = next((t.lower_ for t in verb.lefts if t.dep_ in {"mark", "advmod"} and t.lower_ in _ONLY_THEN), None)
    yet = any(t.lower_ in {"will", "would", "wo", "'ll"} for t in verb.head.lefts if t.tag_ == "MD")
    return begins is not None and yet and verb.tag_ in {"VBD", "VBZ", "VBP"}


_ONLY_THEN = frozenset({"when", "once", "until", "till"})
"""With these it is told after what somebody "will" do."""


def _is_an_act_to_come(found: Found) -> bool:
    """Whether it is what somebody has still to tell or offer: "said the mayor | would announce | a plan", "may offer | to share it"."""
    verb = found.verb
    if verb is None or verb.lemma_.lower() not in _ACTS or not any(t.tag_ == "MD" and t.head is verb for t in found.cue):
        return False
    if found.source is None and child(verb, "auxpass") is not None:
        return True  # "could be announced as early as Friday"
    return found.frame in {"object", "infinitive"} and verb.tag_ == "VB" and child(verb, "neg") is None


_ACTS = frozenset({"agree", "announce", "offer", "unveil", "outline", "disclose", "reveal", "publish", "present"})
"""What is done when it is done, and not before."""


def _is_on_a_day(found: Found) -> bool:
    """Whether it is only told on which day somebody speaks: "Giving evidence on | the fourth day of the inquiry |, Quill said"."""
    words = found.block.words(*found.content[0])
    link = words[0].nbor(-1) if found.frame == "oblique" and words and words[0].i else None
    day = child(link, "pobj") if link is not None and link.lower_ == "on" and link.dep_ == "prep" else None
    if day is None or day.left_edge.i != words[0].i or len(found.content) > 1 or found.block.offsets(day, day)[0] >= found.content[0][1]:
        return False
    return is_a_time(Source(found.block, day, day, day))


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


def _is_avoided(found: Found) -> bool:
    """Whether it is what somebody leaves: "told managers to avoid | speculating | about it", "refrained from | saying | so", "stopped short
    of | alleging | theft".
    """
    verb = next((t for t in found.cue if t.tag_ == "VBG" and t.dep_ in {"xcomp", "pcomp", "dobj", "ccomp"}), None)
    above = verb.head.head if verb is not None and verb.head.dep_ == "prep" else verb.head if verb is not None else None
    if above is not None and above.lower_ == "short" and above.head.lemma_ == "stop":
        return True
    return above is not None and above.lemma_.lower() in _LEAVES


_LEAVES = frozenset({"avoid", "refrain", "resist", "desist", "abstain"})


def _is_shy_of(found: Found) -> bool:
    """Whether it only tells what somebody does not like to talk about: "is wary of | talking about it"."""
    first = found.block.word_at(found.content[0][0])
    shy = any(t.pos_ == "ADJ" and t.lower_ in _SHY for t in found.cue)
    return shy and first is not None and first.tag_ == "VBG" and first.head.lower_ in {"of", "about"} and is_telling(first.lemma_)


_SHY = frozenset({"wary", "chary", "shy", "tired", "weary", "leery", "nervous"})


def _is_an_act_denied(found: Found) -> bool:
    """Whether somebody only denies that he has offered or asked for it: "denied reports that he | had offered | to resign"."""
    verb = found.verb
    if verb is None or found.frame not in {"object", "oblique", "infinitive"} or verb.dep_ not in {"acl", "relcl", "ccomp"}:
        return False
    above = verb.head.head if verb.dep_ != "ccomp" and verb.head.dep_ == "dobj" else verb.head
    told = verb.left_edge.lower_ == "that" and above.tag_ in TENSED | {"VBN", "VBG"}
    return told and cue_strength(above.lemma_) == "negative" and above not in found.cue


def _is_foretold(found: Found) -> bool:
    """Whether it is only expected of somebody: "said that voters | would find | that odd"."""
    verb = found.verb
    would = verb is not None and verb.lemma_ == "find" and any(c.tag_ == "MD" and c.lower_ in {"would", "will"} for c in verb.lefts)
    clause = child(verb, "ccomp") if verb is not None else None
    return would and (found.frame == "object" or (clause is not None and clause.pos_ == "ADJ"))


def _is_whoever_knows(found: Found) -> bool:
    """Whether it is only told who is meant: "begged anyone who | knows | where she is to call"."""
    verb = found.verb
    return verb is not None and verb.dep_ == "relcl" and verb.lemma_ in _KNOWING and verb.head.lower_ in {"anyone", "anybody", "whoever"}


_KNOWING = frozenset({"know", "remember", "recall", "see", "think"})


def _is_what_was_asked(found: Found) -> bool:
    """Whether it only stands in the question that somebody answers: "Asked whether she | believed | that he knew, Quill said no"."""
    verb = found.verb
    mark = child(verb, "mark") if verb is not None else None
    if verb is None or mark is None or mark.lower_ not in {"whether", "if"}:
        return False
    return any(_is_asked(t) and t.i < mark.i and t.sent == verb.sent for t in (verb.head, *verb.head.lefts))


def _is_answered(found: Found) -> bool:
    """Whether it is the answer to what somebody asked, of which no more is told: "| Asked | by Marsh, Quill accepted that it was late"."""
    verb = found.verb
    if verb is None or found.settled or not _is_asked(verb) or verb.head is verb:
        return False
    place = found.block.offsets(verb.head, verb.head)[0]
    return any(low <= place < high for low, high in found.content)


def _is_elsewhere(layout: Layout, text: str, found: Found) -> bool:
    """Whether it stands in a signpost to another page or in a caption, where the text has lost its lines: "Read more: Mayor says ..."."""
    sentence = layout.sentence_at(found.start)
    return sentence is not None and is_signpost(text[sentence.start : sentence.end])


def _compares(found: Found) -> bool:
    """Whether the cue is part of a comparison: "lorries, as | opposed to | cars", "she was | less confident than | her boss"."""
    if found.link is not None and found.link.lower_ == "than" and any(t.pos_ == "ADJ" for t in found.cue):
        return True
    cue = next((t for t in found.cue if t.lower_ in {"opposed", "compared"}), None)
    return cue is not None and cue.i > 0 and cue.nbor(-1).lower_ == "as"


def _is_outcome(found: Found) -> bool:
    """Whether it only tells how much so somebody was: "the cook | was so tired | that he fell"; not "so sure that it would sail"."""
    state = found.cue[-1] if found.cue and found.frame == "clause" else None
    much = state is not None and state.pos_ == "ADJ" and any(c.lower_ == "so" for c in state.lefts)
    return state is not None and much and signature("adjective", state.lower_) is None


def _is_anybody(layout: Layout, found: Found) -> bool:
    """Whether the writer means the reader or anybody: "you know the type"."""
    source = found.source
    if source is None or source.first.i != source.last.i or source.first.lower_ != "you":
        return False
    return layout.quotation_at(source.start) is None


def _is_told_of_nobody(found: Found, verb: Token) -> bool:
    """Whether somebody tells that nobody has said it: "told the Post that no driver | had complained of | the brakes"."""
    source = found.source
    none = source is not None and source.first.lower_ == "no" and source.first.i < source.last.i
    return none and found.frame in {"object", "oblique", "infinitive"} and any(is_cue_verb(above) for above in verb.ancestors)


def _is_nobodys(found: Found) -> bool:
    """Whether no source stands by a participle or an infinitive, or a thing that is only to serve: "accusing him of neglect", "something |
    to assure | that ...".
    """
    verb = found.verb
    if verb is not None and verb.tag_ == "VB" and found.source is not None and found.source.head.lower_ in _THINGS:
        return True
    if verb is not None and _is_told_of_nobody(found, verb):
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


def _is_subject_of_its_content(found: Found) -> bool:
    """Whether the cue is what its own content is about: "said | listing | ships had reduced exports"."""
    verb = found.verb
    if verb is None or verb.tag_ != "VBG" or verb.dep_ not in {"csubj", "nsubj"}:
        return False
    start = found.block.offsets(verb.head, verb.head)[0]
    return any(low <= start < high for low, high in found.content)


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
    if _is_only_at_odds(found) or _is_only_on_his_mind(found) or (found.cue and all(t in found.cue or t.lower_ == "saying" for t in words)):
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


def _is_only_on_his_mind(found: Found) -> bool:
    """Whether it tells whom or what somebody thinks of, not what he thinks: "still thinks about | a boy whom she taught |"."""
    verb, link = found.verb, found.link
    thinks = verb is not None and verb.lemma_ == "think" and not any(t.tag_ == "WRB" for t in verb.lefts)  # "| how | she thinks of it"
    about = thinks and link is not None and link.lower_ in {"about", "of"}
    thing = child(link, "pobj") if about and link is not None else None
    return thing is not None and thing.pos_ in {"NOUN", "PROPN", "PRON"} and not any(opens(c) for c in thing.rights)


def _is_only_at_odds(found: Found) -> bool:
    """Whether it tells only that somebody sees it otherwise, not how: "saw | it differently", "pointed in | the other direction"."""
    start, end = found.content[0]
    return len(found.content) == 1 and _AT_ODDS.fullmatch(found.block.text, start, end) is not None


_AT_ODDS = re.compile(
    r"(?:(?:it|this|that|things|matters)\s+(?:(?:rather|very|quite|a little)\s+)?(?:differently|otherwise)"
    r"|(?:in\s+)?(?:the\s+other|the\s+opposite|a\s+different|another|the\s+same)\s+direction)"
)


_AGAINST = frozenset({"rule", "exclude", "dispute", "contest", "question", "oppose", "object", "doubt", "accept"})
"""Verbs of which the negation is a stance, too."""


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
