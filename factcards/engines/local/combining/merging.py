"""Learned and ruled attributions, as one list: the statistics decide what is attributed at the outermost level; rules add what a
learned reading leaves open (levels inside a content, speeches that go on), and lend their exact borders where both agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factcards.engines.local.combining.borders import HEARD
from factcards.engines.local.combining.covering import Cover, Owners, shared
from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, auxiliaries, child, with_phrase
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asked import asked_aside
from factcards.engines.local.ruled.closing import is_heard_in_court
from factcards.engines.local.ruled.cue_words import is_cue_verb
from factcards.engines.local.ruled.events import is_event
from factcards.engines.local.ruled.judging import denies_what_is_told
from factcards.engines.local.ruled.sizes import is_counted
from factcards.engines.local.ruled.tellers import is_source
from factcards.engines.local.ruled.verbs import URGING
from factcards.lexicon import content_frames, cue_strength, speech_verbs

__all__ = ["with_ruled"]


_JUDGING = frozenset({"welcome", "praise", "criticize", "criticise", "condemn", "denounce", "accuse", "blame"})
"""Verbs whose object is what somebody says well or ill of."""


_CONJUNCTION = re.compile(r"[\s,;—–-]*(?:\b(?:and|but|while|whereas|though|although|yet)\s+)?\Z")
"""What stands between two coordinated clauses, in a text that ends where the second begins."""


ALIKE = 0.7
"""Share of code points in common from which a ruled content lends its borders to a learned one."""


def with_ruled(learned: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """Both, in text order. A settled construction is taken as it is; a learned attribution takes the borders of a ruled one that means
    the same; a ruled one that meets no learned one is kept inside another's content, or where its construction never misleads.
    """
    turns = Cover([f for f in ruled if _is_turn(f)])
    signed = {f.content[0][0] for f in ruled if f.settled and f.frame == "quote" and f.verb is None}  # "A city wrote: “...” — Ada Quill"
    learned = [f for f in learned if not turns.meets(f) and f.content[0][0] not in signed]
    ruled = [f for f in ruled if _is_turn(f) or (not turns.meets(f) and (f.settled or f.content[0][0] not in signed))]
    learned = _issuing(learned, ruled)
    verbal = [f for f in learned if any(t.pos_ == "VERB" for t in f.cue)]
    named = {(f.block.paragraph, token.i) for f in verbal for token in f.cue}
    settled = [f for f in ruled if f.settled and not (f.frame == "noun" and (f.block.paragraph, f.cue[0].i) in named)]
    absorbed = {(f.block.paragraph, token.i) for f in settled for token in _told_by(f)}
    nouns: dict[tuple[int, int], int] = {}
    for f in settled:
        if f.frame == "noun":
            end = (f.block.paragraph, f.content[-1][1])
            nouns[end] = min(nouns.get(end, f.cue[-1].i), f.cue[-1].i)
    quotes = Owners([f for f in ruled if f.frame == "quote" and f.verb is not None])
    by_verb = {key: f for f in ruled if (key := _key(f)) is not None and not f.settled}
    sure = {key: f for f in settled if (key := _key(f)) is not None}
    taken: set[int] = set()
    result: list[Found] = []
    speeches: list[tuple[Found, tuple[int, int]]] = []
    for item in learned:
        key = _key(item)
        if key in sure:
            sure[key].confidence = max(sure[key].confidence, item.confidence)
            if sure[key].frame == "noun" and not any(t.pos_ in {"VERB", "AUX"} for t in item.cue):
                sure[key].cue = item.cue
        if key in absorbed or _copula_of(item, absorbed) or is_event(item) or _is_asked(item) or _is_of_a_noun(item, nouns):
            continue
        other = by_verb.get(key) if key is not None else None
        if other is not None and other.frame == "quote" and not shared(item.content, other.content):
            other = None  # it says one thing and quotes another
        if other is not None:
            taken.add(id(other))
            speeches += [(other, piece) for piece in other.content if other.frame == "quote" and piece[0] > item.content[-1][1]]
            item.content = other.content if quotes.spans_another(item, other) else quotes.without_others(item, other)
        result.append(item if other is None else _merged(item, other))
    result += settled
    kept = [f for key, f in by_verb.items() if id(f) not in taken and key not in absorbed]
    covered = Cover(result)
    believed = {_key(f) for f in result}
    result += [f for f in kept if covered.holds(f) or ((_never_misleads(f) or _in_company(f, believed)) and not covered.crosses(f))]
    _go_on_with_speeches(result, speeches)
    _end_before_others(result)
    _end_before_contrast(result)
    _end_before_own(result)
    return sorted(_without_introduced([*result, *_carried(ruled, result)]), key=lambda f: f.start)


def _without_introduced(found: Sequence[Found]) -> list[Found]:
    """Nobody has a quotation before his own sentence that another has introduced: "Quill said: “We lost.” | Marsh said it was sad"."""
    told: dict[int, list[tuple[int, int]]] = {}
    for f in found:
        behind = f.block.offsets(f.cue[-1], f.cue[-1])[1] if f.cue and f.frame == "quote" else None
        told.setdefault(id(f.block), []).extend(piece for piece in f.content if behind is not None and piece[0] >= behind)
    kept: list[Found] = []
    for f in found:
        text = f.block.text
        start = min(f.block.starts[f.cue[0].i], f.source.start) if f.cue and f.source is not None else 0
        own = [
            (low, high)
            for low, high in f.content
            if not (high <= start and _CLOSED.search(text, low, start) and any(a < high and low < b for a, b in told[id(f.block)]))
        ]
        if own or not text[max(0, f.content[0][0] - 4) : f.content[0][0]].rstrip(' "“').endswith(":"):
            f.content[:] = own or f.content
            kept.append(f)
    return kept


_CLOSED = re.compile(r"[.!?…](?:[\"”’'](?:\s[\w.]+){0,2})?\s*\Z")
"""The end of a quoted sentence, with what stands before the next one's subject: "“We lost.” | But Mr |"."""


def _go_on_with_speeches(found: Sequence[Found], speeches: Iterable[tuple[Found, tuple[int, int]]]) -> None:
    """Whole quotations that only a rule has for the rest of a speech are that speech's where they are nobody else's: "“We did not,” she
    said. It was, she added, no accident. | “They read it.” |".
    """
    cover = Cover(found)
    by_key = {_key(f): f for f in found if f.frame == "quote"}
    for ruled, piece in speeches:
        item = by_key.get(_key(ruled))
        if item is None or cover.meets(replace(ruled, content=[piece])) or piece[0] <= item.content[-1][1]:
            continue
        first = item.block.word_at(piece[0])
        if first is not None and first.i >= item.cue[-1].sent.end:  # "“Too late?” he wrote when Marsh left, saying, “Goodbye.”"
            item.content = [*item.content, piece]


def _is_asked(found: Found) -> bool:
    """Whether whoever is taken for its source is asked it, and answers: "The minister, | asked | whether taxes would rise, said"."""
    return any(asked_aside(token) is not None for token in found.cue)


def _is_turn(found: Found) -> bool:
    """Whether the words are somebody's whatever else stands there: behind his name and a colon, or he "is heard shouting" them."""
    return bool(found.cue) and (found.cue[0].text == ":" or (found.settled and found.frame == "quote" and found.verb is not None))


_ISSUE = frozenset({"deliver", "express", "give", "issue", "make", "offer", "raise", "repeat", "sound", "voice"})
"""Verbs that lend a noun of speech their subject and say nothing themselves."""


def _issuing(learned: Sequence[Found], ruled: Sequence[Found]) -> list[Found]:
    """What is learned, less "issued" with "a warning that ..." for its content where a rule has the warning: both are its cue."""
    nouns = {
        (f.block.paragraph, f.cue[0].head.i): f
        for f in ruled
        if f.settled and f.frame == "noun" and f.cue and f.cue[0].dep_ == "dobj" and f.cue[0].head.lemma_ in _ISSUE
    }
    kept: list[Found] = []
    for item in learned:
        noun = nouns.get((item.block.paragraph, item.verb.i)) if item.verb is not None else None
        if noun is None or not _holds_noun(item, noun):
            kept.append(item)
            continue
        noun.cue = list(item.block.doc[item.cue[0].i : noun.cue[-1].i + 1])
        noun.source = noun.source or item.source
        noun.confidence = max(noun.confidence, item.confidence)
    return kept


def _holds_noun(item: Found, noun: Found) -> bool:
    """Whether a verb's content begins with the noun behind it and ends with the noun's own content."""
    start = item.block.offsets(noun.cue[0], noun.cue[0])[0]
    begins = item.cue[-1].i < noun.cue[0].i and item.content[0][0] <= start < item.content[0][1]
    return begins and item.content[-1][1] == noun.content[-1][1]


def _is_of_a_noun(item: Found, nouns: Mapping[tuple[int, int], int]) -> bool:
    """Whether nobody is named, and the content is a noun that says it and what it says: "The warning that ... | was ignored".

    `nouns` are the first cue nouns, by paragraph and by where their contents end.
    """
    if item.source is not None or item.verb is None or item.verb.tag_ != "VBN":
        return False
    noun = nouns.get((item.block.paragraph, item.content[-1][1]))
    return noun is not None and noun < item.verb.i


def _told_by(settled: Found) -> Iterable[Token]:
    """The words that tell nothing beside a settled construction: its cue, and what it denies: "for theft, | claims | he denies"."""
    return (*settled.cue, *settled.block.words(*settled.content[0])) if denies_what_is_told(settled) else settled.cue


def _copula_of(item: Found, absorbed: Collection[tuple[int, int]]) -> bool:
    """Whether the cue is the verb of a noun that a rule has for its cue: "the engineers' conclusion was that ..."."""
    copula = item.verb is not None and item.verb.lemma_ == "be"
    return copula and any((item.block.paragraph, token.i) in absorbed for token in item.cue)


def _end_before_others(found: Sequence[Found]) -> None:
    """A content ends before the source of a cue behind it: "the cuts could begin, but | the board | denied"."""
    named = ((f.source, f) for f in found if f.source is not None and f.cue)
    sources = sorted((_described_from(source), f.block.offsets(f.cue[0], f.cue[-1])[0]) for source, f in named)
    starts = [start for start, _ in sources]
    for item in found:
        for k, (low, high) in enumerate(item.content):
            for source, cue in sources[bisect_right(starts, low) : bisect_left(starts, high)]:
                if cue >= high and _end_at(item, k, source):
                    break


def _described_from(source: Source) -> int:
    """Where a source begins, with the description that its name stands beside: "| the agent, | Bo Marsh"."""
    noun, block = source.head.head, source.block
    beside = source.head.dep_ == "appos" and noun.i < source.first.i and source.first.i - noun.i <= _NEXT and source.first.tag_ != "DT"
    return block.offsets(noun.left_edge, noun)[0] if beside else source.start


_NEXT = 2
"""Words from a noun over a comma to the name beside it."""


def _end_at(item: Found, piece: int, place: int) -> bool:
    """End a piece of a content before this place and the conjunction before it; whether anything is left."""
    low = item.content[piece][0]
    cut = _CONJUNCTION.search(item.block.text, low, place)
    if cut is None or cut.start() <= low:
        return False
    item.content[piece] = (low, cut.start())
    return True


def _end_before_contrast(found: Sequence[Found]) -> None:
    """A content ends before a "while", an "even as" or a "with" by which the writer sets beside it what another one says ("Quill said it
    would be a relief, | while Marsh described it as a blow", "Quill welcomed it, | with Marsh calling it a blow"), and before what somebody
    had found when it was ordered ("ordered crews to leave | after inspectors found a leak").
    """
    for other in found:
        verb = other.verb
        mark = _opening(other)
        named = other.source is not None and other.source.head.pos_ in {"PROPN", "NOUN"}
        if verb is None or mark is None or not named or not mark.i:
            continue
        first = mark.nbor(-1) if mark.nbor(-1).lower_ == "even" else mark
        start = other.block.offsets(first, first)[0]
        for item in found:
            if item.block is other.block and any(t is item.verb for t in verb.ancestors) and _is_set_against(item, verb, mark):
                item.content = [(low, min(high, start)) for low, high in item.content if low < start]
                item.content = [(low, low + len(item.block.text[low:high].rstrip(" ,"))) for low, high in item.content]


def _opening(found: Found) -> Token | None:
    """The conjunction that opens the clause of a cue: "| while | Marsh described it", ", | but | anglers downstream say"; or the "with" of
    a participle: ", | with | Marsh calling it late".
    """
    verb, source = found.verb, found.source
    if verb is not None and (beside := with_phrase(verb)) is not None:
        return beside[0]
    if verb is None or verb.dep_ != "conj":
        return child(verb, "mark") if verb is not None and verb.dep_ == "advcl" else None
    return source.first.nbor(-1) if source is not None and source.first.i and source.first.nbor(-1).lower_ == "but" else None


def _is_set_against(item: Found, verb: Token, mark: Token) -> bool:
    """Whether what stands behind a conjunction is the writer's, by both tenses, and none of what somebody says or orders before it."""
    if item.verb is None or not item.cue or item.content[0][0] > item.block.offsets(mark, mark)[0] or item.frame == "quote":
        return False
    if mark.lower_ == "with":  # beside what is done, not told: "said the party split, with its leader warning"; nor a poll's count
        beside = with_phrase(verb)
        return mark.nbor(-1).text == "," and item.verb is mark.head and beside is not None and not is_counted(beside[1])
    if mark.lower_ in _AGAINST:
        opening = mark.nbor(-1) if mark.i > 1 and mark.nbor(-1).lower_ == "even" else mark
        said = mark.lower_ in {"while", "whereas"} or verb.lemma_ in speech_verbs() | content_frames("object") - content_frames("mind")
        return opening.nbor(-1).text == "," and said and _is_told_likewise(item.verb, verb) and item.verb.lemma_ in speech_verbs()
    if mark.lower_ == "as":  # "said that it was near, even as both armies accused each other"
        return (
            mark.i > 1
            and mark.nbor(-1).lower_ == "even"
            and mark.nbor(-2).text == ","
            and item.verb.tag_ == verb.tag_
            and item.verb.tag_ == "VBD"
        )
    if mark.lower_ == "but":  # "growers say it works, but anglers say": in the present tense nobody tells what others say for them
        return mark.nbor(-1).text == "," and item.verb.lower_ == verb.lower_ == "say"
    return mark.lower_ == "after" and item.frame == "infinitive" and item.verb.tag_ == "VBD" == verb.tag_


def _is_told_likewise(verb: Token, other: Token) -> bool:
    """Whether two verbs of speech have one tense, or the other one has the present: what is told in the past goes into the past."""
    own, further = (next((t.tag_ for t in (*auxiliaries(v), v) if t.tag_ in TENSED), v.tag_) for v in (verb, other))
    return further in _PRESENT or own == further


_PRESENT = frozenset({"VBP", "VBZ"})


def _end_before_own(found: Sequence[Found]) -> None:
    """A content ends where its speaker goes on to say something else: "said the bridge is safe | before warning of ice", "| and accused
    the council of waste".
    """
    also: dict[tuple[int, int], list[Found]] = {}
    for f in found:
        if f.source is not None and f.cue and _goes_on(f.cue[0], f.source.head):
            also.setdefault((f.block.paragraph, f.source.start), []).append(f)
    for item in found:
        others = also.get((item.block.paragraph, item.source.start), ()) if item.source is not None else ()
        for other in others:
            start = item.block.offsets(other.cue[0].nbor(-1), other.cue[0])[0]
            for k, (low, high) in enumerate(item.content):
                if other is not item and low < start < high and _end_at(item, k, start):
                    del item.content[k + 1 :]
                    item.cut = True
                    break


def _goes_on(cue: Token, who: Token) -> bool:
    """Whether a cue tells what somebody says next: "before warning"; "said profit would fall, blaming the rain", but not "said the mayor
    had left, blaming the rain"; "said he had paid and accused", but not "said he paid and told".
    """
    before = cue.nbor(-1).lower_ if cue.i else ""
    if cue.tag_ == "VBG":
        subject = child(cue.head, *SUBJECTS)
        beside = before == "," and cue.dep_ == "advcl" and subject is not None
        return before in _THEN or (beside and subject is not None and (subject is who or not is_source(subject)))
    lost = cue.tag_ == "VBN" and child(cue, "dobj") is not None and child(cue, "aux", "auxpass") is None  # "accused" with its object
    further = (lost or cue.tag_ in {"VBD", "VBZ"} or cue.pos_ == "NOUN") and cue.dep_ == "conj" and before in {"and", "but"}
    return further and (cue.head.dep_ == "ROOT" or child(cue.head, "aux", "auxpass") is not None)


_THEN = frozenset({"before", "while", "after"})


def _in_company(found: Found, believed: Collection[tuple[int, int] | None]) -> bool:
    """Whether its cue is coordinated with one that is believed ("highlighting progress and acknowledging challenges"), or was hung on
    what that one says ("warned that the bridge might fall and urged drivers to stay away").
    """
    if found.verb is None:
        return False
    above = found.verb.head
    company = [*found.verb.conjuncts, *([above.head] if found.verb.dep_ == "conj" and above.dep_ == "ccomp" else [])]
    return any((found.block.paragraph, verb.i) in believed for verb in company)


def _never_misleads(found: Found) -> bool:
    """A quotation, "according to", a clause under a verb of speech, what somebody is urged to do, denies or judges."""
    if found.frame == "clause":
        first, verb = found.block.word_at(found.content[0][0]), found.verb
        whole = len(found.content) == 1 or (first is not None and first.lower_ in {"that", "what"} and len(found.content) == _WITH_PRONOUN)
        said = verb is not None and verb.lemma_.lower() in speech_verbs() and found.confidence > 0.9
        return whole and verb is not None and (said or is_heard_in_court(verb))
    if found.frame == "object":
        verb = found.verb
        judged = verb is not None and verb.lemma_.lower() in _JUDGING
        return (judged or cue_strength(found.cue[-1].text) == "negative") and not is_event(found)
    if found.frame == "infinitive":
        verb = found.verb
        return (
            verb is not None
            and verb.lemma_.lower() in URGING | {"claim", "expect"}
            and verb.tag_ in TENSED
            and child(verb, "auxpass") is None
        )
    return found.frame in {"quote", "according", "oblique"}


_WITH_PRONOUN = 2
"""Pieces of a content whose first is the pronoun before who says it: "a thread of | what | she believes | is fungus |"."""


def _carried(ruled: Iterable[Found], found: Sequence[Found]) -> list[Found]:
    """Speeches without a cue that nobody has, each of the speaker before it."""
    covered = Cover(found)
    return [f for f in ruled if not f.cue and not covered.meets(f)]


def _key(found: Found) -> tuple[int, int] | None:
    if not found.cue:
        return None
    return (found.block.paragraph, found.cue[0].i if found.verb is None else found.verb.i)


def _merged(learned: Found, ruled: Found) -> Found:
    """The learned decision, with the ruled borders where these are about the same."""
    if learned.cue and ruled.content[0][0] < learned.block.offsets(learned.cue[0], learned.cue[-1])[1] <= ruled.content[0][1]:
        return learned  # "declined to say | how much": the rule begins the content inside the cue
    lacks = learned.source is None and learned.verb is not None and learned.verb.tag_ in TENSED
    if (lacks or (learned.source is not None and not is_source(learned.source.head))) and shared(learned.content, ruled.content) >= ALIKE:
        named = ruled.source is not None and is_source(ruled.source.head)
        learned = replace(learned, source=ruled.source if named else learned.source)
    if learned.frame == "quote" and ruled.frame != "quote":
        return replace(learned, content=ruled.content, frame=ruled.frame) if _lacks_what_is_called_so(learned, ruled) else learned
    if ruled.frame == "quote" and (rest := _rest_of_phrase(learned, ruled)) is not None:
        own = [piece for piece in learned.content if piece != rest]
        return replace(learned, content=own, cue=ruled.cue, frame=ruled.frame, link=None)
    if _loses(learned, ruled) or _goes_on_behind_colon(learned, ruled):
        return learned
    if shared(learned.content, ruled.content) < ALIKE and not (_bordered(learned, ruled) or _breaks_off(learned, ruled)):
        return learned
    if ruled.frame == "quote" and len(learned.content) > len(ruled.content):
        return learned
    lost = learned.source is None and ruled.frame == "quote"
    source, cue = (ruled.source, ruled.cue) if lost else (learned.source, learned.cue)
    return Found(ruled.block, ruled.content, ruled.frame, source, cue, learned.verb, ruled.link, learned.confidence)


def _lacks_what_is_called_so(learned: Found, ruled: Found) -> bool:
    """Whether only the rule has what somebody calls by the words in quotation marks: "called | the delay “a disgrace” |"."""
    called = child(ruled.verb, "dobj") if ruled.verb is not None and child(ruled.verb, "oprd") is not None else None
    if called is None or called.pos_ == "PRON" or len(learned.content) > 1 or len(ruled.content) > 1 or ruled.frame != "object":
        return False
    (low, high), (start, end) = learned.content[0], ruled.content[0]
    first = ruled.block.offsets(called.left_edge, called)[0]
    return ruled.block.offsets(ruled.cue[-1], ruled.cue[-1])[1] <= first == start < low and end <= high


def _rest_of_phrase(learned: Found, ruled: Found) -> tuple[int, int] | None:
    """The piece of a content that is the rest of a phrase which the cue has run into: "“It fell,” Quill | recalled in a talk shortly before
    | her own death |. “We ...”".
    """
    link = learned.cue[-1] if learned.cue else None
    if link is None or link.dep_ != "prep" or len(learned.content) == 1 or not ruled.cue or ruled.cue[-1].i >= link.i:
        return None
    thing, end = child(link, "pobj", "pcomp"), learned.block.offsets(link, link)[1]
    if thing is None or thing.i < link.i:
        return None
    high = learned.block.offsets(thing.left_edge, thing.right_edge)[1]
    rest = next((piece for piece in learned.content if 0 <= piece[0] - end <= 1 and piece[1] <= high), None)
    quoted = all(learned.block.text[low - 1 : low] in {"“", '"'} for low, _ in learned.content if rest is None or low != rest[0])
    return rest if quoted else None


def _goes_on_behind_colon(learned: Found, ruled: Found) -> bool:
    """Whether only the learned content has the clause behind its colon, which the parser takes for the sentence's own: "found the roads
    were unsafe: | one in five had no lights"; the statistics know best whose that is.
    """
    (low, high), end = learned.content[-1], ruled.content[-1][1]
    if ruled.frame != "clause" or len(ruled.content) > 1 or not low <= ruled.content[0][0] < end < high or not ruled.cue:
        return False
    told = learned.block.offsets(ruled.cue[-1], ruled.cue[-1])[1] <= low
    behind = learned.block.words(end, high)
    others = any(t.tag_ in TENSED and t.lemma_.lower() in speech_verbs() for t in behind)
    return told and bool(behind) and behind[0].text == ":" and any(t.dep_ in SUBJECTS for t in behind) and not others


def _bordered(learned: Found, ruled: Found) -> bool:
    """Whether the rule's borders are better though they differ much: the learned ones run on into the clause around, into somebody
    else's turn, or leave out the clause's own predicate.
    """
    if ruled.frame == "infinitive" and ruled.verb is not None:
        same_end = ruled.content[-1][1] == learned.content[-1][1]
        return same_end if child(ruled.verb, "dobj") is not None else ruled.content[0][0] == learned.content[0][0]
    if ruled.frame == "according":
        return _stretched(learned, ruled)
    if ruled.frame != "clause" or ruled.verb is None or len(ruled.content) > 1:
        return False
    clause = child(ruled.verb, "ccomp")
    first, last = learned.content[0][0], learned.content[-1][1]
    if clause is None or not shared(learned.content, ruled.content):
        return clause is not None and _is_hearer(learned, ruled.verb)
    if _is_object_of(clause, learned, ruled):
        return True
    end = ruled.content[-1][1]
    beyond = [t for t in (*ruled.verb.ancestors, *_turns(ruled.verb)) if end <= ruled.block.offsets(t, t)[0] < last]
    if ruled.cut or beyond:
        return True
    speaks = ruled.verb.lemma_.lower() in speech_verbs()
    return speaks and ruled.content[0][0] == first and last <= ruled.block.offsets(clause, clause)[0]


def _is_object_of(clause: Token, learned: Found, ruled: Found) -> bool:
    """Whether the learned content is a noun at the end of what the rule has, whose predicate it leaves out: "Managers ignored warnings of |
    a clerk who lied |, an inquiry has found".
    """
    block, (start, end) = learned.block, learned.content[0]
    if len(learned.content) > 1 or end != ruled.content[-1][1] or clause.i > ruled.cue[0].i or block.offsets(clause, clause)[1] > start:
        return False
    words = block.words(start, end)
    own = {t.i for t in words}
    return all(t.pos_ not in {"VERB", "AUX"} for t in words if t.head.i not in own)


def _loses(learned: Found, ruled: Found) -> bool:
    """Whether the rule has only a part of the clause: up to its verb, where the parser took "that" and a noun for another ("said on Monday
    that talks with Marsh | were going on", 'said that drivers | "cannot come in"'), or not the noun right behind the cue ("said | the
    findings, | if confirmed, would help").
    """
    verb, first = ruled.verb, learned.block.word_at(learned.content[0][0])
    if verb is None or first is None or ruled.frame != "clause" or first.i < verb.i:
        return False
    if _lacks_verb(learned, ruled):
        return True
    named = child(verb, "dobj")
    if named is None or named.pos_ != "NOUN" or verb.lemma_.lower() not in speech_verbs() - HEARD - {"ask"}:
        return False
    return named.left_edge.i == first.i == verb.i + 1 and ruled.content[0][0] > ruled.block.offsets(named, named)[0]


def _lacks_verb(learned: Found, ruled: Found) -> bool:
    """Whether the rule's content ends before any finite verb, in the midst of the learned one, which has one."""
    (first, end), last = ruled.content[0], learned.content[-1][1]
    if len(ruled.content) > 1 or learned.content[0][0] != first or end >= last:
        return False
    return not any(t.tag_ in TENSED for t in ruled.block.words(first, end)) and any(
        t.tag_ in TENSED for t in learned.block.words(end, last)
    )


def _breaks_off(learned: Found, ruled: Found) -> bool:
    """Whether the learned content ends with the subject of a verb that the rule has ("when | the chairman, | Bo Marsh, asked to see it"),
    or before an "'s" ("backed Labour | 's plans").
    """
    last = learned.block.words(*learned.content[-1])
    if not last or ruled.content[-1][1] <= learned.content[-1][1] or not shared(learned.content, ruled.content):
        return False
    end = last[-1]
    if _lacks_its_complement(end, learned, ruled):
        return True
    if ruled.frame != "clause":
        return False
    if end.i + 1 < len(end.doc) and end.nbor(1).tag_ == "POS":
        return True
    subject = next((t for t in (end, *end.ancestors) if t.dep_ in {"nsubj", "nsubjpass"} and t.left_edge.i <= end.i), None)
    if subject is None or subject.head.i <= end.i or subject.head.dep_ == "conj":
        return False
    mark = child(subject.head, "mark")
    if mark is not None and mark.lower_ in _AGAINST:  # somebody else's turn
        return False
    return any(low <= ruled.block.offsets(subject.head, subject.head)[0] < high for low, high in ruled.content)


def _lacks_its_complement(verb: Token, learned: Found, ruled: Found) -> bool:
    """Whether a content ends with a verb that tells nothing without what stands right behind it: "to avoid | speculating about it",
    "that the firm had told | him that it was safe".
    """
    behind = child(verb, "xcomp", "ccomp", "dobj", "dative") if verb.pos_ == "VERB" else None
    if behind is None or behind.left_edge.i != verb.i + 1 or learned.content[0][0] != ruled.content[0][0] or len(ruled.content) > 1:
        return False
    return ruled.block.offsets(behind, behind)[1] <= ruled.content[-1][1]


_AGAINST = frozenset({"although", "though", "while", "whereas"})


def _is_hearer(learned: Found, verb: Token) -> bool:
    """Whether all that was taken for content is who is told: "..., her aide told | the Brill Post"."""
    hearer = child(verb, "dobj", "dative") if verb.lemma_.lower() in HEARD else None
    if hearer is None:
        return False
    start, end = learned.block.offsets(hearer.left_edge, hearer.right_edge)
    return all(start <= low and high <= end for low, high in learned.content)


def _stretched(learned: Found, ruled: Found) -> bool:
    """Whether the rule has all of the learned content and its verb besides: "The bridge | is shut"."""
    whole = all(any(low <= start and end <= high for low, high in ruled.content) for start, end in learned.content)
    return whole and not any(t.pos_ in {"VERB", "AUX"} for low, high in learned.content for t in learned.block.words(low, high))


def _turns(verb: Token) -> Iterator[Token]:
    """Further verbs beside this one that have contents of their own: "..., while Marsh insisted", "..., insisted"."""
    for other in verb.children:
        behind = other.i > verb.i and (other.dep_ in {"conj", "advcl"} or (other.dep_ == "ccomp" and child(other, "nsubj") is None))
        if behind and is_cue_verb(other) and child(other, "ccomp", "xcomp") is not None:
            yield other
