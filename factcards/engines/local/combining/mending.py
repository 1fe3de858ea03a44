"""A content's last touches, whoever found it: how far its clause reaches by the parse, whole quotations, their marks, brackets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcards.engines.local.combining.beside import put_beside
from factcards.engines.local.combining.borders import HEARD
from factcards.engines.local.combining.gaps import (
    end_before_caveats,
    end_before_contrast,
    end_before_deed,
    end_before_hearer,
    end_before_writer,
    fill_gaps,
    whole_behind_cue,
)
from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import GIVEN, IF, SUBJECTS, TENSED, child, is_past_beside_passive
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.constructions import is_complementiser
from factcards.engines.local.ruled.quoting import is_title
from factcards.engines.local.speakers.nominals import is_somebody
from factcards.layout import Layout
from factcards.lexicon import content_frames, speech_verbs

__all__ = ["mend"]


def mend(text: str, layout: Layout, found: Sequence[Found]) -> None:
    """Set the contents' borders to where their words begin and end."""
    for item in found:
        put_beside(text, item)
        _without_citing(item)
        _begin_past_only(item)
    fill_gaps(layout, found)
    whole_behind_cue(text, layout, found)
    _end_before_comments(text, found)
    _end_before_others(text, found)
    end_before_caveats(layout, found)
    _leave_answers(layout, found)
    _go_on_behind_colon(text, layout, found)
    for item in found:
        as_found = list(item.content)
        _end_with_sorry(item)
        _end_with_cited(text, item)
        _begin_with_what_is_shown(item)
        _begin_past_hearer(item)
        _begin_past_that(item)
        _begin_with_object(item)
        _begin_with_thing(item)
        _go_on_behind(item)
        _end_whole_phrase(text, layout, item)
        _end_with_its_words(item)
        _end_with_name(text, item)
        _end_with_quoted_object(text, layout, item)
        _end_past_insertion(text, layout, item)
        _end_with_condition(item)
        _keep_condition(text, layout, item)
        _keep_second_that(text, layout, item)
        _keep_before_that(text, item)
        end_before_writer(text, layout, item)
        end_before_contrast(item)
        end_before_deed(item)
        end_before_hearer(item)
        if item.frame == "quote":
            _without_titles(text, layout, item)
            _without_description(text, item)
        if item.frame == "according":
            _one_clause(text, layout, item)
        elif item.frame not in {"quote", "carried"}:
            _end_before_semicolon(text, layout, item)
        if item.frame in {"object", "oblique"} or (item.cue and item.cue[-1].pos_ == "ADP"):
            _end_before_next(text, item)
        _without_name(text, item)
        _without_apposition(text, item)
        _mend_ends(text, layout, item)
        _within_brackets(text, layout, item)
        _take_marks(text, layout, item)
        item.content[:] = [piece for piece in item.content if text[slice(*piece)].strip()] or as_found


def _last_token(found: Found, end: int) -> Token | None:
    behind = found.block.word_at(end)
    if behind is None:
        return found.block.tokens[-1] if found.block.tokens else None
    return behind.nbor(-1) if behind.i else None


def _end_before_comments(text: str, found: Sequence[Found]) -> None:
    """A content ends where the writer adds what somebody else says of it: "could save a million by leasing the hall, | an idea Marsh said
    had been studied".
    """
    comments = sorted(
        (
            (noun.block.offsets(head.left_edge, head)[0], noun)
            for noun in found
            if noun.verb is not None and noun.source is not None and (head := _commented(noun.verb)) is not None
        ),
        key=lambda comment: comment[0],
    )
    places = [place for place, _ in comments]
    for item in found:
        first, last = min(low for low, _ in item.content), max(high for _, high in item.content)
        for place, comment in comments[bisect_right(places, first) : bisect_left(places, last)]:
            same = item.source is not None and comment.source is not None and item.source.start == comment.source.start
            for k, (low, high) in enumerate(item.content):
                if item is comment or same or not low < place < high:
                    continue
                before = text[low:place].rstrip()
                if before.endswith((",", "–", "—")):
                    item.content[k : len(item.content)] = [(low, low + len(before[:-1].rstrip()))]
                    break


def _end_before_others(text: str, found: Sequence[Found]) -> None:
    """A content ends before "and" with the same speaker's next cue ("said it was late | and blamed"), and what somebody else says behind a
    "but" is no piece of it: "The cream may harm, a study suggests, | but doctors say ...".
    """
    cues = {f.block.offsets(f.cue[0], f.cue[-1]): f for f in found if f.cue and f.frame != "quote"}
    by_source: dict[int, list[Found]] = {}  # whoever goes on, and whoever speaks behind a "but", is found by where its source begins
    for f in cues.values():
        if f.source is not None:
            by_source.setdefault(f.source.start, []).append(f)
    for item in found:
        low, high = item.content[-1]
        after = _AND_WORDS.search(text, low, high)
        other = cues.get((after.start(1), high)) if after is not None else None
        if after is not None and other is not None and other is not item and other.content[0][0] >= high:
            item.content[-1] = (low, after.start())
        own = by_source.get(item.source.start, ()) if item.source is not None else ()
        goes_on = next((f for f in own if f is not item and _is_told_besides(f, item)), None)
        if goes_on is not None and goes_on.verb is not None:
            before = text[low : goes_on.block.offsets(goes_on.verb, goes_on.verb)[0]].rstrip()
            item.content[-1] = (low, low + len(before.removesuffix("and").rstrip(" ,")))
        if len(item.content) > 1 and (but := _BUT.match(text, low)) is not None and item.cue:
            tells = any(f is not item and f.content[-1][1] <= high for f in by_source.get(but.end(), ()))
            if item.block.offsets(item.cue[-1], item.cue[-1])[1] <= low and tells:
                del item.content[-1]


def _leave_answers(layout: Layout, found: Sequence[Found]) -> None:
    """A content takes no quotation of another sentence that has its own speaker: "asked whether she knew. | “I do not,” she said"."""
    quoted = {piece: item for item in found if item.frame == "quote" and item.source is not None and item.cue for piece in item.content}
    for item in found:
        if len(item.content) < 2 or not item.cue:
            continue
        here = layout.sentence_at(item.block.offsets(item.cue[0], item.cue[-1])[0])
        own = [
            piece
            for piece in item.content
            if (other := quoted.get(piece)) is None or other is item or here is None or (piece[0] < here.end and piece[1] > here.start)
        ]
        item.content[:] = own or item.content


def _go_on_behind_colon(text: str, layout: Layout, found: Sequence[Found]) -> None:
    """A content has the words behind its colon that nobody else says: 'said she would ask him one question: | “Would you drink it?”'."""
    taken = sorted(low for item in found for low, _ in item.content)
    for item in found:
        start, end = item.content[-1]
        if item.frame != "clause" or not item.cue or item.block.offsets(item.cue[-1], item.cue[-1])[1] > start:
            continue
        opening = _COLON.match(text, end)
        quotation = layout.quotation_at(opening.end()) if opening is not None else None
        if opening is None or quotation is None or quotation.start != opening.end() - 1 or not quotation.closed:
            continue
        if bisect_left(taken, quotation.start) == bisect_left(taken, quotation.end):
            item.content[-1] = (start, quotation.end)


_COLON = re.compile(r":\s[“\"]")


def _without_description(text: str, found: Found) -> None:
    """Words in quotation marks within what the article tells of the speaker are none of the speech: "..., said Quill, who cut her rating
    to | “sell” | last month".
    """
    head = found.source.head if found.source is not None else None
    if head is None or len(found.content) < 2 or found.source is None or found.source.block is not found.block:
        return
    clauses = [t for t in head.subtree if t.dep_ == "relcl" and t.i > head.i and t.left_edge.tag_ in {"WP", "WDT", "WP$"}]
    told = [found.block.offsets(t.left_edge, t.right_edge) for t in clauses if t not in found.cue]
    own = [
        (low, high)
        for low, high in found.content
        if _SCARE.fullmatch(text, low, high) is None or not any(first <= low and high <= last for first, last in told)
    ]
    found.content[:] = own or found.content


_SCARE = re.compile(r"[a-z][\w'’-]*(?: [\w'’-]+){0,2}")
"""Three words at most, and no sentence."""


def _is_told_besides(other: Found, item: Found) -> bool:
    """Whether the cue of one with the same source, at the end of a content, is its next: "said | it had not been asked | and blamed"."""
    verb = other.verb
    if verb is None or not is_past_beside_passive(verb) or other.block is not item.block:
        return False
    (low, high), at = item.content[-1], other.block.offsets(verb, verb)[0]
    return low < at < high <= other.content[-1][1] + 1 and verb.nbor(-1).lower_ == "and"


_AND_WORDS = re.compile(r"\s+(?:and|but)\s+(\w+)(?=\Z)")
_BUT = re.compile(r"(?:but|while|although|though)\s+")


def _commented(verb: Token) -> Token | None:
    """The noun behind a comma that sums up what was said, where this verb tells what is said of it: "an idea | Marsh said"."""
    noun = verb.head
    if verb.dep_ not in {"relcl", "acl", "ccomp"} or noun.pos_ != "NOUN" or noun.i > verb.i:
        return None
    first = noun.left_edge
    if noun.dep_ != "appos" and (not first.i or first.nbor(-1).text != ","):
        return None
    return noun if first.lower_ in {"a", "an"} or first.i == noun.i else None


def _begin_past_only(found: Found) -> None:
    """A word before "that" which tells how much is said belongs to the cue: "said only that | it was aware of an incident"."""
    if len(found.content) < 2 or not found.cue:
        return
    word = found.block.word_at(found.content[0][0])
    if word is None or word.lower_ not in _FOCUS or word.i != found.cue[-1].i + 1 or not is_complementiser(word.nbor(1)):
        return
    if found.block.offsets(word, word) == found.content[0]:
        del found.content[0]
        found.cue.append(word)


def _without_citing(found: Found) -> None:
    """From whom a paper has it is no part of the cue: "reported | , citing two officials, that"."""
    at = next((k for k, t in enumerate(found.cue) if k and t.lower_ in {"citing", "quoting"}), 0)
    that = next((t for t in found.block.tokens[found.cue[at].i : found.cue[-1].sent.end] if is_complementiser(t)), None) if at else None
    if that is None or that.nbor(-1).text != "," or found.verb not in found.cue[:at]:
        return
    found.cue = [t for t in found.cue[:at] if not t.is_punct]


_FOCUS = frozenset({"only", "merely", "simply", "just"})


def _begin_past_that(found: Found) -> None:
    """A clause begins behind its "that", and what stands before that belongs to the cue: "warned the board in May that | the bridge was
    unsafe", "In one, she wrote to the mayor that | ...".
    """
    speaks = found.verb is not None and found.verb.lemma_ in speech_verbs()
    if not found.cue or not (found.frame == "clause" or (found.frame in {"oblique", "object"} and speaks)):
        return
    for k, (start, end) in enumerate(found.content):
        first = found.block.word_at(start)
        if first is None or first.i < found.cue[-1].i:
            continue
        if k and found.content[0][0] < found.block.offsets(found.cue[0], found.cue[0])[0] and first.pos_ == "CCONJ":
            return  # "There was no sign of it, Quill said, | and nothing to suggest that"
        for word in first.doc[first.i : min(first.i + _FAR, len(first.doc))]:
            if word.tag_ in TENSED or word.is_quote or _takes_clause(word, found) or found.block.offsets(word, word)[1] >= end:
                return
            opens = (is_complementiser(word) and word.dep_ != "nsubj" and found.frame != "object") or (
                speaks and _opens_clause(word, found)
            )
            if opens and word.i + 1 < len(word.doc):
                found.content[: k + 1] = [(found.block.offsets(word.nbor(1), word)[0], end)]
                found.frame, found.link = "clause", None
                return
        return


def _opens_clause(that: Token, found: Found) -> bool:
    """Whether it opens what is said, though the parser has it describe the time or the paper: "said in a note | that ash had fallen"."""
    clause = that.head
    if that.lower_ != "that" or clause.dep_ not in {"relcl", "acl"} or clause.head.dep_ != "pobj" or clause.head.head.lower_ not in _WHEN:
        return False
    before = clause.head.head.head
    own = (c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass", "expl"})
    return before in found.cue and any(subject.left_edge.i == that.i + 1 for subject in own)


def _begin_past_hearer(found: Found) -> None:
    """A clause begins behind who is told it: "told members | he was appalled", "agreed with her | that it was late"."""
    verb, (start, end) = found.verb, found.content[0]
    if verb is None or found.frame != "clause":
        return
    last = found.cue[-1]
    link = last.dep_ == "prep" and last.head is verb
    clause = child(verb, "ccomp") if link or verb.lemma_ in HEARD else None
    hearer = child(last, "pobj") if link else child(verb, "dobj", "dative")
    if clause is None or hearer is None or found.block.offsets(hearer.left_edge, hearer)[0] != start or hearer.i + 1 >= len(hearer.doc):
        return
    first = hearer.right_edge.nbor(1)
    if first.i == clause.left_edge.i and found.block.offsets(first, first)[0] < end:
        found.content[0] = (found.block.offsets(first, first)[0], end)


def _begin_with_what_is_shown(found: Found) -> None:
    """What lies between a cue and its content is content where the content hangs on it: "show | everything | that drivers lose", "showed |
    them | eating", "voiced | her relief after | leaving".
    """
    verb, (start, end) = found.verb, found.content[0]
    thing = child(verb, "dobj") if verb is not None and found.cue and verb is found.cue[-1] and verb.lemma_ not in HEARD else None
    first = found.block.word_at(start)
    if verb is None or thing is None or first is None or thing.left_edge.i != verb.i + 1 or not thing.i < first.i:
        return
    if any(t.is_punct for t in verb.doc[thing.left_edge.i : first.i]) or not _is_about(first, thing, verb):
        return
    found.content[0] = (found.block.offsets(thing.left_edge, thing)[0], end)
    found.frame, found.link = "object", None


def _is_about(first: Token, thing: Token, verb: Token) -> bool:
    """Whether the words from `first` on say something of a cue's object: a clause that describes it, or what it does or is felt after."""
    before = first.nbor(-1)
    if first.tag_ in {"WDT", "WP"} and before is thing:
        clause = next((t for t in first.ancestors if t.dep_ == "relcl"), None)
        return clause is not None and clause.head is thing
    if first.tag_ != "VBG":
        return False
    if before is thing:
        return first.head is verb and verb.lemma_ in _DEPICTS
    felt = first.dep_ == "pcomp" and first.head is before and before.head is verb and thing.right_edge is before.nbor(-1)
    return felt and verb.lemma_.lower() in content_frames("object")


_DEPICTS = frozenset({"show", "depict", "film", "see", "hear", "remember", "recall", "picture", "imagine"})
"""Verbs whose object does what they show."""


def _begin_with_object(found: Found) -> None:
    """What is called for a day is no demand for it: "called | an election for May"."""
    verb, link, (start, end) = found.verb, found.link, found.content[0]
    called = child(verb, "dobj") if verb is not None and verb.lemma_ == "call" and link is not None and link.lower_ == "for" else None
    if called is None or verb is None or link is None or not verb.i < called.left_edge.i <= called.i < link.i:
        return
    first = found.block.offsets(called.left_edge, called)[0]
    if found.block.offsets(link, link)[1] <= start and found.cue[-1].i < called.left_edge.i:
        found.content[0] = (first, end)
        found.frame, found.link = "object", None


def _go_on_behind(found: Found) -> None:
    """What nobody named says of a thing has what stands behind the cue: "A decision is not expected | before June", "Quill
    appeared | less sure".
    """
    verb, end = found.verb, found.content[-1][1]
    seems = verb is not None and verb.lemma_ in {"appear", "seem", "look"}
    if verb is None or found.source is not None or verb not in found.cue or not (seems or child(verb, "auxpass") is not None):
        return
    how = {"prep", "npadvmod", "advmod"} if not seems else {"oprd", "acomp"}
    behind = [c for c in verb.rights if c.dep_ in how and c.i > found.cue[-1].i]
    clauses = [c for c in verb.rights if c.dep_ in {"xcomp", "ccomp", "advcl", "oprd"} - how]
    if behind and (seems or not clauses) and end <= found.block.offsets(found.cue[0], found.cue[0])[0]:
        found.content.append(found.block.offsets(behind[0].left_edge, behind[-1].right_edge))


def _begin_with_thing(found: Found) -> None:
    """What is denied, wanted or announced is content, not cue: "denies | talks on the bridge"."""
    verb, (start, end) = found.verb, found.content[0]
    thing = child(verb, "dobj") if verb is not None and verb.lemma_.lower() in content_frames("object") - _LIGHT else None
    if verb is None or thing is None or thing not in found.cue or verb not in found.cue or thing.i < verb.i:
        return
    first = found.block.offsets(thing.left_edge, thing)[0]
    behind = found.block.offsets(found.cue[-1], found.cue[-1])[1]
    if thing.left_edge.i > verb.i and found.link is None and not found.block.text[behind:start].strip():
        found.cue = [t for t in found.cue if t.i < thing.left_edge.i]
        found.content[0] = (first, end)


_LIGHT = frozenset({"express", "voice"})
"""Verbs that are a cue with their object only: "voiced concern about"."""


def _takes_clause(noun: Token, found: Found) -> bool:
    """Whether it is what the cue is about, and the clause behind it tells what that is: "rejected | the idea that ..."; not when or where
    it is said: "said at the time | that ...".
    """
    if noun.dep_ not in {"dobj", "pobj"} or noun.head not in found.cue or noun.head.lemma_ in HEARD or noun.lower_ == "it":
        return False  # "put it to him | that'
    return noun.dep_ == "dobj" or noun.head.lower_ not in _WHEN or found.cue[0].lemma_ not in speech_verbs()


_WHEN = frozenset({"at", "in", "during", "after", "before", "to"})
"""Prepositions between a verb of speech and the time, the place or the hearer of what is said."""


_FAR = 24
"""Words between a cue and its "that": to whom, where and how it was said."""


def _end_with_its_words(found: Found) -> None:
    """A content has the words right behind it that hang on it by the parse: "violations of the list | agreed in Geneva"."""
    start, end = found.content[-1]
    last = _last_token(found, end)
    if last is None or not found.cue or last.i < found.cue[-1].i or last.i + 1 >= len(last.doc):
        return
    first = last.nbor(1)
    complement = first.lower_ == "to" and first.head.dep_ == "xcomp" and first.head.i > first.i  # "has yet | to be found"
    following = first.head if complement else first
    partly = first.lower_ in _IN_PART and first.head in found.cue and any(c.dep_ == "neg" for c in first.head.children)
    if partly:  # "had not rejected the offer | outright"
        found.content[-1] = (start, found.block.offsets(first, first)[1])
        return
    if following.tag_ == "VBN" and following.i == first.i and last.dep_ == "pobj" and last.head.lower_ == "with":
        found.content[-1] = (start, found.block.offsets(first, following.right_edge)[1])  # "with its nose | pointed down"
        return
    hangs = complement or following.dep_ in _HANGING
    if not hangs or following.is_punct or not start <= found.block.offsets(following.head, following.head)[0] < end:
        return
    if following.head.i > first.i or following.left_edge.i != first.i or first.sent.start != last.sent.start:
        return
    edge = following.right_edge
    if not any(t.is_quote or t.text in _STOPS or t in found.cue for t in last.doc[first.i : edge.i + 1]):
        found.content[-1] = (start, found.block.offsets(first, edge)[1])


def _end_with_sorry(found: Found) -> None:
    """Who "said sorry after customers were locked out" says no more than that."""
    low = found.content[0][0]
    if not found.cue or found.block.offsets(found.cue[0], found.cue[0])[0] > low:
        return
    sorry = next((t for t in found.block.words(found.block.offsets(found.cue[0], found.cue[0])[1], low) if t.lower_ == "sorry"), None)
    if sorry is not None:
        found.cue = [t for t in found.cue if t is not sorry]
        found.content[:] = [found.block.offsets(sorry, sorry)]


def _end_with_cited(text: str, found: Found) -> None:
    """Who "said, citing | two officials | , that" cites only these."""
    low, high = found.content[0]
    that = _THAT.search(text, low, high) if [t.lemma_ for t in found.cue if t.pos_ == "VERB"] == ["cite"] else None
    if that is not None and found.block.offsets(found.cue[0], found.cue[0])[0] < low:
        found.content[:] = [(low, that.start())]


_THAT = re.compile(r",\s+that\b")
_IN_PART = frozenset({"outright", "entirely", "completely", "fully", "altogether", "directly", "explicitly", "yet"})
"""Adverbs whose being denied leaves the rest open."""


def _end_with_name(text: str, found: Found) -> None:
    """A content that ends with a person goes on with the name beside it: "was burgled by a neighbour, | Paul Crane, who has left"."""
    start, end = found.content[-1]
    last, named = _last_token(found, end), _NAME.match(text, end)
    if last is None or named is None or not is_somebody(last) or not found.cue or found.cue[-1].i > last.i:
        return
    source = found.source
    if source is None or not end <= source.start < named.end():
        found.content[-1] = (start, named.end(1))


_NAME = re.compile(r",\s([A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2})(?=,\s(?:who|whose|\d)|\.)")


def _end_with_quoted_object(text: str, layout: Layout, found: Found) -> None:
    """A content does not end with a verb whose object, partly in quotation marks, stands between it and who says so, where the parser takes
    it for who says so: "a doctor found | a lump “the size of a plum”, her lawyer, Ada Quill, said".
    """
    start, end = found.content[-1]
    last, sentence = _last_token(found, end), layout.sentence_at(end - 1)
    if last is None or last.pos_ != "VERB" or not found.cue or sentence is None:
        return
    cue = min(found.block.offsets(found.cue[0], found.cue[0])[0], sentence.end)
    object_ = _QUOTED_OBJECT.match(text, end, cue) if end < cue else None
    if object_ is not None and any(word[:1].isupper() for word in text[object_.end() : cue].split()):
        found.content[-1] = (start, object_.end("object"))


_QUOTED_OBJECT = re.compile(r"\s(?P<object>(?:[^\W\d_]+\s){1,4}[“\"][^“”\"]{1,80}[”\"]),\s")


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
_HANGING = frozenset({"prep", "acl", "relcl", "dobj", "pobj", "npadvmod", "prt"})
_STOPS = frozenset({",", ";", ":", "–", "—", "(", ")"})


def _end_whole_phrase(text: str, layout: Layout, found: Found) -> None:
    """A content does not end within a phrase: "remembers things a | little differently", "backed their | “priorities”"."""
    start, end = found.content[-1]
    last = _last_token(found, end)
    follows = layout.quotation_at(end + 2) if text[end : end + 1] == " " and layout.quotation_at(end - 1) is None else None
    if last is not None and follows is not None and follows.start == end + 1 and last.tag_ in {"POS", "PRP$", "DT"}:
        found.content[-1] = (start, follows.end)
        return
    worth = next((c for c in last.children if c.lower_ == "worth" and c.i == last.i + 2), None) if last is not None else None
    if worth is not None and worth.nbor(-1).text == ",":  # "1.3 terawatt-hours, | worth at least a million"
        found.content[-1] = (start, found.block.offsets(worth, worth.right_edge)[1])
        return
    if last is None or last.dep_ not in _WITHIN or last.head.i <= last.i or any(t.is_quote for t in last.doc[last.i : last.head.i]):
        return
    head = last.head
    while head.dep_ in _WITHIN and head.head.i > head.i:
        head = head.head
    if head.i - last.i > _NEAR or not head.is_alpha or head.i in {t.i for t in found.cue}:
        return
    reached = found.block.offsets(head, head)[1]
    source = found.source
    if source is None or not end <= source.start < reached:
        found.content[-1] = (start, reached)


_WITHIN = frozenset({"det", "amod", "compound", "nummod", "quantmod", "poss", "npadvmod"})
_NEAR = 4
"""Words to the noun that a phrase ends with."""


def _end_with_condition(found: Found) -> None:
    """A content does not end with whom its condition is about: "was willing to talk, but only if the firm | dropped its plan"."""
    start, end = found.content[-1]
    last = _last_token(found, end)
    clause = last.head if last is not None and last.dep_ in SUBJECTS and last.head.i > last.i else None
    mark = child(clause, "mark") if clause is not None else None
    if clause is None or mark is None or mark.lower_ not in IF or not found.cue or found.cue[-1].i > mark.i:
        return
    if found.block.offsets(mark, mark)[0] >= start and not any(t.is_quote for t in clause.subtree):
        found.content[-1] = (start, found.block.offsets(clause.right_edge, clause.right_edge)[1])


def _keep_condition(text: str, layout: Layout, found: Found) -> None:
    """A content has the condition behind it: "intends to return, | provided that the money arrives"."""
    start, end = found.content[-1]
    opening = _CONDITION.match(text, end)
    sentence = layout.sentence_at(end - 1)
    if opening is None or sentence is None or layout.quotation_at(opening.start(1)) is not None or opening.end() > sentence.end:
        return
    mark = found.block.word_at(opening.start(2))
    if mark is None or not found.cue or not mark.i > found.cue[-1].i:
        return
    clause = mark if mark.tag_ in {"VBN", "VBG"} else mark.head
    above = [clause, *clause.ancestors]
    inside = any(start <= found.block.offsets(t, t)[0] < end or t in found.cue for t in above[1:])
    if clause.i < mark.i or not inside:
        return
    reached = found.block.offsets(clause.right_edge, clause.right_edge)[1]
    if reached <= sentence.end:
        found.content[-1] = (start, start + len(text[start:reached].rstrip(" .,;")))


_INVERTED = r"(?:should|had)(?=\s(?:he|she|they|it|we|there)\b)"
_CONDITION = re.compile(
    rf"[”\"]?,?\s+(((?:only )?(?:{'|'.join(sorted(IF))})|{'|'.join(sorted(GIVEN))}|{_INVERTED})(?:\s+that)?)\b", re.IGNORECASE
)
"""What a condition begins with; also by inversion: "should they return"."""


def _keep_second_that(text: str, layout: Layout, found: Found) -> None:
    """A content has the clause behind it that begins with another "that": 'wrote that ships "could ground" | and that insurers asked'."""
    start, end = found.content[-1]
    opening = _AND_THAT.match(text, end)
    sentence = layout.sentence_at(end - 1)
    if opening is None or sentence is None or found.frame != "clause" or opening.end() > sentence.end:
        return
    that = found.block.word_at(opening.start(1))
    if that is None or not found.cue or that.i < found.cue[-1].i or not is_complementiser(that) or that.head.i <= that.i:
        return
    beside = that.head.head if that.head.dep_ == "conj" else None
    if beside is not None and beside in found.cue and any(is_complementiser(c) for c in beside.lefts):
        return  # "Quill said that the crew knew of it, | and that ..." is Quill's
    reached = found.block.offsets(that.head.right_edge, that.head.right_edge)[1]
    if reached <= sentence.end:
        found.content[-1] = (start, start + len(text[start:reached].rstrip(" .,;")))


_AND_THAT = re.compile(r"[”\"]?,?\s+(?:and|but)\s+(that)\b")


def _keep_before_that(text: str, found: Found) -> None:
    """A content that stands behind "and that" has the clause before it, too: "told them | he was tired, | but that he would stay"."""
    verb, (start, end) = found.verb, found.content[0]
    clause = child(verb, "ccomp") if verb is not None and found.frame == "clause" and verb in found.cue else None
    if verb is None or clause is None or clause.left_edge.i <= found.cue[-1].i or child(clause, *SUBJECTS) is None:
        return
    first, reached = found.block.offsets(clause.left_edge, clause.right_edge)
    opening = clause.left_edge.nbor(1) if is_complementiser(clause.left_edge) else clause.left_edge
    if reached < start and _ONLY_AND_THAT.fullmatch(text, reached, start) and not any(t.is_quote for t in clause.subtree):
        found.content[0] = (found.block.offsets(opening, clause)[0] if opening.i <= clause.i else first, end)


_ONLY_AND_THAT = re.compile(r",?\s+(?:and|but)\s+that\s+")


def _without_titles(text: str, layout: Layout, found: Found) -> None:
    """A speech does not have the name of a book among its pieces: '"It was not theft," she wrote in her memoir, "Ash and Salt"'."""
    spoken = [piece for piece in found.content if (q := layout.quotation_at(piece[0])) is None or not is_title(text, q)]
    found.content[:] = spoken or found.content


def _without_name(text: str, found: Found) -> None:
    """A content does not have the name beside its source for a piece: "..., said the club's owner, | Bo Marsh"."""
    source = found.source
    if source is None or len(found.content) < 2:
        return
    end = source.block.offsets(source.first, source.last)[1]
    kept = [
        (low, high)
        for low, high in found.content
        if not (low >= end and text[end:low].strip() in {"", ","} and all(t.pos_ == "PROPN" for t in found.block.words(low, high)))
    ]
    found.content[:] = kept or found.content


def _without_apposition(text: str, found: Found) -> None:
    """What stands beside a source behind its comma is no piece of what it says: "..., said Ray Quill, | president of the Lakes local"."""
    source = found.source
    if source is None or len(found.content) < 2 or source.block is not found.block or found.frame == "quote":
        return
    end, own = found.block.offsets(source.first, source.last)[1], {t.i for t in source.head.subtree}
    low, high = found.content[-1]
    if text[end:low].strip() == "," and all(t.i in own for t in found.block.words(low, high)):
        del found.content[-1]


def _one_clause(text: str, layout: Layout, found: Found) -> None:
    """What is told "according to" somebody is one clause: the nearest one behind a semicolon, and none that the writer sets against it."""
    low, high = found.content[0][0], found.block.offsets(found.cue[0], found.cue[0])[0] if found.cue else 0
    at = text.rfind(";", low, high)
    behind = found.block.words(at + 1, max(high, found.content[-1][1])) if at >= 0 and layout.quotation_at(at) is None else []
    first = next((t for t in behind if not t.is_space), None)
    if first is not None and any(_is_clause_of_its_own(t) for t in behind):  # "the hall is safe; | the road is shut, according to"
        rest = [piece for piece in found.content if piece[0] >= high]
        found.content[:] = [(found.block.offsets(first, first)[0], len(text[:high].rstrip(" ,–—"))), *rest]
    if len(found.content) > 1 and _AGAINST.match(text, found.content[1][0]):
        del found.content[1:]
    start, end = found.content[-1]
    for place in (m.start() for m in _NEXT.finditer(text, start, end)):
        if layout.quotation_at(place) is None:
            found.content[-1] = (start, start + len(text[start:place].rstrip()))
            return


def _is_clause_of_its_own(token: Token) -> bool:
    """Whether it makes a clause finite that has a subject, and no "who" or "which" for one."""
    subject = child(token.head if token.dep_ in {"aux", "auxpass"} else token, *SUBJECTS) if token.tag_ in TENSED else None
    return subject is not None and subject.tag_ not in {"WDT", "WP"}


def _end_before_semicolon(text: str, layout: Layout, found: Found) -> None:
    """Nobody's reported words go on behind a semicolon with a clause of its own: "It says nine fell ill | ; the city says ninety"."""
    start, end = found.content[-1]
    at = text.find(";", start, end)
    behind = found.block.words(at + 1, end) if at >= 0 and layout.quotation_at(at) is None else []
    first = next((t for t in behind if not t.is_space), None)
    if first is None or not found.cue or found.block.offsets(found.cue[-1], found.cue[-1])[1] > start:
        return
    subjects = (child(t.head if t.dep_ in {"aux", "auxpass"} else t, *SUBJECTS) for t in behind if t.tag_ in TENSED)
    if text.find(";", at + 1, end) < 0 and any(s is not None and s.left_edge.i == first.i for s in subjects):
        found.content[-1] = (start, start + len(text[start:at].rstrip()))


def _end_before_next(text: str, found: Found) -> None:
    """What a thing is said of ends before the next clause of the sentence: "were blamed on | fog | and all flights were cancelled"."""
    low, high = found.content[-1]
    mine = found.verb
    beside = [c for c in mine.children if c.dep_ == "conj"] if mine is not None else []
    above = [mine.head] if mine is not None and mine.dep_ == "ccomp" and mine.head.i > mine.i else []  # the parser may join them so
    for verb in (*beside, *above):
        helping = child(verb, "aux", "auxpass") if low < found.block.offsets(verb, verb)[0] < high else None
        before = helping.nbor(-1) if helping is not None and helping.i else None
        if before is None or before.pos_ not in {"NOUN", "PROPN"}:
            continue
        while before.dep_ == "conj" and before.head.dep_ == "conj":
            before = before.head
        if before.left_edge.tag_.startswith("W") or before.left_edge.lower_ == "that":
            continue  # "talked about the border and how many people cross it"
        start = found.block.offsets(before.left_edge, before)[0]
        cut = _JOINED.search(text, low, start)
        if cut is not None and cut.start() > low and cut.end() == start:
            found.content[-1] = (low, cut.start())
            return


_JOINED = re.compile(r",?\s+(?:and|but)\s+\Z")
_AGAINST = re.compile(r"(?:although|though|while|whereas|but)\b")
_NEXT = re.compile(r";|,\s(?:although|though|whereas)\b")


def _mend_ends(text: str, layout: Layout, found: Found) -> None:
    """A content that ends within a quotation that it began has all of it, one within a quotation ends with it, and none ends in the "and"
    before the next clause.
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
        elif (trailing := _JOINING.search(text, start, end)) is not None and trailing.start() > start and quotation is None:
            found.content[k] = (start, trailing.start())


_JOINING = re.compile(r"[\s,;]+(?:and|but|or|nor)\Z|,\s+(?:which|who|whom|whose)\Z")


def _within_brackets(text: str, layout: Layout, found: Found) -> None:
    """What is said in brackets has its content there: "its rating (at one point 19%, Quill says) fell"."""
    if not found.cue:
        return
    cue, end = found.block.offsets(found.cue[0], found.cue[-1])
    sentence = layout.sentence_at(cue)
    if sentence is None:
        return
    opened, closed = text.rfind("(", sentence.start, cue), text.find(")", end, sentence.end)
    if opened < 0 or closed < 0 or ")" in text[opened:cue] or "(" in text[end:closed]:
        return
    held = [(max(low, opened + 1), min(high, closed)) for low, high in found.content if low < closed and opened < high]
    if held and (held[0][0] > found.content[0][0] or held[-1][1] < found.content[-1][1]):
        found.content[:] = held


def _take_marks(text: str, layout: Layout, found: Found) -> None:
    """A quotation that is only a part of a content has both its marks: 'the plan was "pure invention"'."""
    for k, (start, end) in enumerate(found.content):
        first, last = layout.quotation_at(start), layout.quotation_at(end - 1)
        opened = first is not None and not text[first.inner_start : start].strip() and end > first.end
        closed = last is not None and start < last.start and _CLOSING.fullmatch(text, end, last.end) is not None
        found.content[k] = (first.start if first and opened else start, last.end if last and closed else end)


_CLOSING = re.compile(r"[\s,.!?]*(?:''|[\"”»’'“])")
