"""What somebody says in several sentences or clauses, as several claims: where he is surer of one than of another, or affirms one and
denies another ("It was not one man. It was the firm").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from factcards.cards import Speaker
from factcards.commitment import Told, commitment, is_denial, own_answer
from factcards.engines.local.claiming.phrases import quoted
from factcards.hedges import is_spokesman, main_clause
from factcards.layout import Layout
from factcards.lexicon import cue_verbs, keeps_silent, lemma_of, speaker_words, speech_verbs
from factcards.mapped import readable
from factcards.nearby import Nearby
from factcards.reading import Attribution, Clause, Reading
from factcards.spans import Span, covers, hold, merged, overlap

__all__ = ["Part", "parts_of"]


@dataclass(frozen=True, slots=True)
class Part:
    """Some sentences of a quotation, or a clause: what is claimed, its words, and the sentences that carry it, the cue's among these."""

    claim: str
    content: tuple[Span, ...]
    evidence: tuple[Span, ...]


def parts_of(text: str, layout: Layout, nearby: Nearby, found: Attribution) -> tuple[Part, ...]:
    """The attribution as it is, or its sentences and clauses, those side by side that are held alike as one. What is denied stays whole:
    its parts alone would be denied each.

    Args:
        text: The article.
        layout: Its sentences.
        nearby: Its reading, to be looked up around the attribution.
        found: The attribution.
    """
    whole = (Part(found.claim, found.content, found.evidence),)
    if (apart := _told_and_spoken(text, layout, found)) is not None:
        return tuple(part for one in apart for part in parts_of(text, layout, nearby, one))
    if found.cue is not None and found.cue.strength in {"negative", "tentative"}:
        return whole
    if found.lead is None:
        return _clauses(text, nearby, found) or whole
    reading = _around(nearby, found)
    asked = any(_WHETHER.search(text, sentence.start, found.content[0].start) for sentence in found.evidence)
    sentences = _stretches(text, layout, reading, found.content, asked=asked)
    stretches = [part for stretch in sentences for part in _cut(text, reading, found, stretch)]
    alike = [list(run) for _, run in groupby(stretches, key=lambda stretch: _sense(reading, found, stretch))]
    if len(alike) < 2:
        return whole
    return tuple(_part(text, layout, found, [span for stretch in run for span in stretch]) for run in alike)


def _told_and_spoken(text: str, layout: Layout, found: Attribution) -> tuple[Attribution, Attribution] | None:
    """What somebody says in other words, and the speech behind that sentence, each alone: "Quill said | that it was late |. | “We must
    go.” |", and so where a speech goes on from words within it: "called it “a blow to us all. “| We must go |.”".
    """
    here = layout.sentence_at(found.cue.start) if found.cue is not None and found.lead is None else None
    if here is None or found.cue is None or not any(lemma_of(word) in speech_verbs() for word in found.cue.quote.split()):
        return None
    told = [Span.of(text, span.start, min(span.end, here.end)) for span in found.content if span.start < here.end]
    behind = [(max(span.start, here.end), span.end) for span in found.content if span.end > here.end]
    spoken = [span for low, end in behind if (span := _in_marks(text, layout, low, end)) is not None]
    if len(told) != 1 or not spoken or len(spoken) < len(behind) or not spoken[0].quote[:1].isupper():
        return None
    around = layout.outer_before(spoken[0].start)
    if around is not None and around.start < here.end and text[around.start - 2 : around.start] == ": ":
        return None  # "she wrote: “Who? | Me?” |"
    words = _STOPS.sub(r"\1", _words(text, told))
    lead = found.claim[: max(found.claim.casefold().find(words.split('"')[0].casefold()), 0)]
    who = lead.removesuffix(" that ").rstrip()
    if not who or who == lead or who.startswith("According to"):
        return None
    claim = f"{lead}{found.claim[len(lead) :][:1]}{words[1:]}"
    claim = f'{claim}."' if claim.count('"') % 2 else f"{claim}."
    speech = f"{who}: {quoted([_words(text, [span]) for span in merged(text, spoken)])}"
    return (
        found.model_copy(update={"claim": claim, "content": tuple(told), "evidence": _evidence(found, told)}),
        found.model_copy(update={"claim": speech, "lead": who, "content": tuple(spoken), "evidence": _evidence(found, spoken)}),
    )


_STOPS = re.compile(r"[ .,]+([\"”]?)\Z")
_BEFORE_WORDS = re.compile(r"\s*[\"“'‘]?")


def _in_marks(text: str, layout: Layout, start: int, end: int) -> Span | None:
    """The words of a stretch that is all in one quotation, without its marks."""
    found = _BEFORE_WORDS.match(text, start, end)
    low = start if found is None else found.end()
    around = next((q for q in layout.outer_over(low, end) if q.inner_start <= low and end <= q.end), None)
    return Span.of(text, low, min(end, around.inner_end)) if around is not None and low < min(end, around.inner_end) else None


_WHETHER = re.compile(r"\basked\b[^“\"]*\b(?:whether|if)\b", re.IGNORECASE)
"""In a sentence before a speech it tells that this is an answer."""


def _around(nearby: Nearby, found: Attribution) -> Reading:
    return nearby.around((*found.content, *found.evidence))


def _clauses(text: str, nearby: Nearby, found: Attribution) -> tuple[Part, ...]:
    """The parts that a cue's clauses make, each with the speaker: "that ... and that ...", "..., Quill said, but ..."; none where they are
    held alike.
    """
    words = _words(text, found.content)
    lead = found.claim[: -len(_stopped(words))]
    if not _BEFORE_A_CLAUSE.search(lead) or found.claim.casefold() != f"{lead}{_stopped(words)}".casefold():
        return ()
    parts = _cut(text, _around(nearby, found), found, found.content)
    if len(parts) < 2:
        return ()
    claims = (f"{lead}{_stopped(_lowered(text, found, part))}" for part in parts)
    return tuple(Part(claim, _unmarked(text, part), _evidence(found, part)) for claim, part in zip(claims, parts, strict=True))


def _unmarked(text: str, part: Sequence[Span]) -> tuple[Span, ...]:
    """The words without the quotation marks around all of them."""
    words = part[0].quote
    whole = len(part) == 1 and words[0] + words[-1] in {"“”", '""', "‘’"} and not any(mark in words[1:-1] for mark in '“”"')
    return (Span.of(text, part[0].start + 1, part[0].end - 1),) if whole else tuple(part)


def _stopped(words: str) -> str:
    """The words with a stop behind them, unless a quotation ends with its own."""
    return words if words.endswith(('."', ".”")) else f"{words}."


def _words(text: str, content: Sequence[Span]) -> str:
    return " ".join(readable(text, span.start, span.end).text for span in content)


_BEFORE_A_CLAUSE = re.compile(r"(?: that |^According to [^,]+, )$")


def _cut(text: str, reading: Reading, found: Attribution, stretch: Sequence[Span]) -> list[Sequence[Span]]:
    """A sentence's words, cut before each clause that is told beside the one before it and not held like it. What is only denied behind
    what is affirmed stays with it, but for a "that" or a cue between the two: "It is sad, but we cannot go on".
    """
    joints = _joints(text, reading, stretch, found)
    pieces = _between(text, stretch, [joint.at for joint in joints])
    if len(pieces) < 2 or not all(_states(reading, piece) and _is_balanced(piece) for piece in pieces):
        return [stretch]
    senses = [_sense(reading, found, piece) for piece in pieces]
    apart = [
        joint
        for joint, one, other, piece in zip(joints, senses, senses[1:], pieces[1:], strict=False)
        if one != other and ((joint.told_anew and _says_enough(joint, piece)) or not one[0] == other[0] == "certain")
        if not _is_elliptic(piece)
    ]
    first, *others = _between(text, stretch, [joint.at for joint in apart])
    return [first, *([*joint.subject, *piece] for joint, piece in zip(apart, others, strict=True))]


@dataclass(frozen=True, slots=True)
class _Joint:
    """Where a clause ends and one beside it begins, without what joins them; whether the second one is told anew, behind a "that" or its
    speaker, or with the subject that it shares with the first, if it has none of its own; and whether a condition in it stays there.
    """

    at: tuple[int, int]
    told_anew: bool = False
    subject: tuple[Span, ...] = ()
    apart: bool = False


def _joints(text: str, reading: Reading, stretch: Sequence[Span], found: Attribution) -> list[_Joint]:
    """Where a sentence may be cut: before "and that", behind a cue and before a clause as high as the main one, each with a subject of its
    own or, in told words, the one that it shares. Nowhere if a condition may be that of several.
    """
    quoted = found.lead is not None
    joints: list[_Joint] = []
    main = main_clause(reading, stretch)
    clauses = [clause for clause in reading.clauses if hold(stretch, [clause.head])]
    for at, span in enumerate(stretch):
        begun = _BEGINS.match(text, span.start, span.end) if at else None
        if begun is not None:
            clause = next((clause for clause in clauses if clause.head.start >= begun.end()), None)
            place = (stretch[at - 1].end, begun.end())
            if begun["that"] or _has_subject(begun, clause):
                joints.append(_Joint(place, told_anew=not quoted, apart=not quoted))
            elif (subject := _sharing(text, reading, stretch[0].start, main, clause, begun, found)) is not None:
                joints.append(_Joint(place, told_anew=True, subject=_within(text, stretch, subject), apart=True))
        for joint in _AND.finditer(text, span.start, span.end):
            clause = next((c for c in clauses if c.start == joint.end() and main is not None and c.depth <= main.depth), None)
            beside = main is not None and clause is not None and main.head.end <= joint.start()
            if joint["that"] and not quoted and not _is_of_inner(reading, found.speaker, main, joint.end()):
                joints.append(_Joint(joint.span(), told_anew=True, apart=True))
            elif not quoted and main is not None and _is_conceded(joint, main, clauses, stretch[-1].end):
                joints.append(_Joint(joint.span(), apart=True))
            elif beside and _has_subject(joint, clause):
                own = _LEANS.match(text, joint.end()) is None
                anew = own and joint[0].startswith(",") if not quoted else joint[0] == ", but " and _denies_first(reading, main)
                joints.append(_Joint(joint.span(), told_anew=anew))
            elif (
                beside
                and clause is not None
                and main is not None
                and clause.depth == main.depth
                and (subject := _sharing(text, reading, stretch[0].start, main, clause, joint, found)) is not None
            ):
                joints.append(_Joint(joint.span(), told_anew=True, subject=_within(text, stretch, subject)))
    conditions = [clause.start for clause in clauses if clause.mood == "condition"]
    conditions += [hedge.start for hedge in reading.hedges if hedge.kind == "conditional" and hold(stretch, [hedge])]
    return _before_condition(joints, min(conditions)) if conditions else joints


def _denies_first(reading: Reading, main: Clause | None) -> bool:
    """Whether a main clause has a "not" of its own: "You did | not | strike the match, but you chose the night"."""
    own = (n for n in reading.negations if main is not None and main.start <= n.start < main.head.start)
    return any(n.quote.casefold() in {"not", "n't", "n’t"} for n in own)


def _within(text: str, stretch: Sequence[Span], subject: Span) -> tuple[Span, ...]:
    """The words of a subject that are content: "| Her client |, she said, had slept and might recover"."""
    pieces = ((max(subject.start, span.start), min(subject.end, span.end)) for span in stretch)
    return tuple(Span.of(text, low, high) for low, high in pieces if low < high)


def _before_condition(joints: Sequence[_Joint], start: int) -> list[_Joint]:
    """The joints up to the one behind which a condition begins, for it may be that of all that follows: "I know why, | but if we refuse we
    will lose, and it will cost us"; or up to the last one that keeps it from what stands before: "that he died | and that he would have
    lived if"; none where it begins elsewhere.
    """
    begins = next((at for at, joint in enumerate(joints) if joint.at[1] == start), None)
    keeps = (at for at, joint in enumerate(joints) if joint.apart and joint.at[1] <= start)
    last = begins if begins is not None else max(keeps, default=None)
    return [] if last is None else list(joints[: last + 1])


_NO_CASE = r"(?!then,? |only (?:if|when|once|after|where|because|with|in|for|to)\b)"
"""What begins with this tells no more than in which case, or on which other day: "it could be saved, but | only if it rained |"."""
_BEGINS = re.compile(rf"(?:and|but) {_NO_CASE}(?P<that>that )?(?=\w)")
_AND = re.compile(rf"(?:,? (?:and|but)|, (?P<conceding>(?:even )?(?:al)?though)) {_NO_CASE}(?:(?P<that>that )(?=[“\"]?\w)|(?=\w))")


_LEANS = re.compile(r"(?:he|she|it|they|we|I|you|this|that|these|those|his|her|its|their|none|neither|both)\b", re.IGNORECASE)
"""What a clause begins with that leans on the one before it."""


def _is_conceded(joint: re.Match[str], main: Clause, clauses: Sequence[Clause], end: int) -> bool:
    """Whether a clause is set against the main one before it, up to the end: "was unlikely to fall, although | prices might rise |"."""
    begins = joint.start("conceding")
    if begins < main.head.end or "," in joint.string[begins:end]:  # "may, although it is old, open": the parser may lose its end
        return False
    last = end - 1
    return any(c.start == begins and c.head.start > joint.end() and c.end >= last and c.mood == "statement" for c in clauses)


def _has_subject(joint: re.Match[str], clause: Clause | None) -> bool:
    """Whether a clause begins with its subject behind an "and": not "the dam was safe but | might leak"."""
    if clause is None or clause.head.start <= joint.end():
        return False
    bare = _BARE.fullmatch(joint.string, joint.end(), clause.head.start) is not None  # "but | almost certainly | drown the valley"
    return not bare and _SUBJECTLESS.match(joint.string, joint.end(), clause.head.start) is None


def _sharing(
    text: str, reading: Reading, begins: int, main: Clause | None, clause: Clause | None, joint: re.Match[str], found: Attribution
) -> Span | None:
    """The subject that a clause behind an "and" shares with the main one in told words, where it is not held with that anyway."""
    if found.lead is not None or _is_held_with(text, reading, main, clause, joint):
        return None
    return _shared_subject(text, begins, main, clause, spoken_for=found.speaker is not None and is_spokesman(found.speaker))


def _is_of_inner(reading: Reading, speaker: Speaker | None, main: Clause | None, place: int) -> bool:
    """Whether what begins there is told by another than the speaker, of whom the content tells: "said | inspectors found that one was safe
    and that | the other might fall".
    """
    name = speaker.name if speaker is not None else ""
    others = (found for found in reading.attributions if found.speaker is not None and found.speaker.name != name)
    inner = (found for found in others if main is not None and found.cue is not None and covers(found.cue, main.head))
    return any(span.start < place < span.end for found in inner for span in found.content)


def _is_held_with(text: str, reading: Reading, main: Clause | None, clause: Clause | None, joint: re.Match[str]) -> bool:
    """Whether an adverb before the first of two verbs is that of both: "were | probably | tired and failed to see it"; not "but", nor
    where the second has an auxiliary of its own.
    """
    if main is None or clause is None or clause.head.start != joint.end() or " and " not in joint[0]:
        return False
    adverbs = (h for h in reading.hedges if h.kind == "adverb" and main.start <= h.start < joint.start())
    before = (h for h in adverbs if h.start < main.head.start or not text[main.head.end : h.start].strip())  # "were | probably | tired"
    return any(hedge.scope is not None and hold([hedge.scope], [main.head]) for hedge in before)


def _shared_subject(text: str, begins: int, main: Clause | None, clause: Clause | None, *, spoken_for: bool) -> Span | None:
    """The words of a content that begins there up to a clause's verb, which are those of one beside it, too: "| the dam | was safe but
    might leak". `spoken_for`: a subject other than the speaker may be the one that hopes or denies.
    """
    if main is None or clause is None or clause.mood not in {"statement", "question"} or keeps_silent(clause.head.quote):
        return None
    first = max(main.start, begins)
    words = text[first : main.head.start].rstrip(' \n"“')
    helpers = _SUBJECTLESS.search(words)
    bare = clause.tense != "past" and _BARE.fullmatch(text, clause.start, clause.head.start) is not None
    if bare and helpers is not None and _BY_MODAL.search(words):
        helpers = None  # "| that would | cut the cost but almost certainly drown the valley"
    elif clause.tense is None and not _MODAL.match(text, clause.start, clause.end):
        return None
    words = (words[: helpers.start()] if helpers is not None else words).rstrip()
    of_it = words.casefold() in _SOMEBODY or (spoken_for and words.split()[-1:] != [] and words.split()[-1] in _bodies())
    by_speaker = clause.start == clause.head.start and lemma_of(clause.head.quote) in cue_verbs() and not of_it
    return Span.of(text, first, first + len(words)) if words and not by_speaker else None


def _bodies() -> frozenset[str]:
    """What a spokesman speaks for: "company", "council"."""
    return speaker_words("organization", "government")


_SOMEBODY = frozenset({"i", "we", "he", "she", "they", "it"})
"""Of what may be the speaker: behind another subject the parser may take what he "hoped" or "denied" for what that did."""


_MODALS = "will|would|may|might|can|could|should|must|shall|cannot"
_NO_ADVERBS = "family|assembly|supply|ally|reply|monopoly|anomaly|rally"
_OTHER_ADVERBS = "not|never|also|then|now|still|even|only|just|therefore|thus|so|instead|later|already|yet|often|again"
_ADVERBS = rf"(?:\b(?:(?!{_NO_ADVERBS})[a-z]+ly|{_OTHER_ADVERBS})\b\s*)*"
_BARE = re.compile(rf"(?:as such |as a result |in turn )?(?:almost |nearly |all but |most |very |quite )?{_ADVERBS}")
_BY_MODAL = re.compile(rf"\b(?:{_MODALS})$")
_MODAL = re.compile(rf"{_ADVERBS}(?:{_MODALS})\b")
_SUBJECTLESS = re.compile(
    rf"(?:{_ADVERBS}\b(?:{_MODALS}|has|have|had|is|are|was|were|be|been|being|do|does|did|wo|to)(?:n?['’]t)?\b\s*)+{_ADVERBS}$"
)
"""What stands before a verb that shares the subject of the one before it."""


def _between(text: str, stretch: Sequence[Span], joints: Sequence[tuple[int, int]]) -> list[Sequence[Span]]:
    """A sentence's words without its joints: the pieces that these leave."""
    lows = [stretch[0].start, *(low for _, low in joints)]
    highs = [*(high for high, _ in joints), stretch[-1].end]
    return [
        [Span.of(text, max(low, span.start), min(high, span.end)) for span in stretch if max(low, span.start) < min(high, span.end)]
        for low, high in zip(lows, highs, strict=True)
    ]


def _states(reading: Reading, piece: Sequence[Span]) -> bool:
    return any(hold(piece, [clause.head]) for clause in reading.clauses)


def _says_enough(joint: _Joint, piece: Sequence[Span]) -> bool:
    """Whether it is a claim to read by itself: not the end of "she did not sign it and | left |", nor "half had read it but | a third did
    not |".
    """
    words = [word for span in piece for word in span.quote.split()]
    return (not joint.subject or len(words) > _FEWEST) and not words[-1].endswith(("not", "n't", "n’t"))


def _is_elliptic(piece: Sequence[Span]) -> bool:
    """Whether what somebody does stands in the clause before: "I don't know who did it, but | somebody did |"."""
    return _BY_HELPER.fullmatch(piece[-1].quote.rstrip(_CLOSING)) is not None


_CLOSING = ' .,!;"”’'
_BY_HELPER = re.compile(rf"(?:\S+ ){{1,3}}?(?:{_MODALS}|do|does|did|is|are|was|were|has|have|had)", re.IGNORECASE)


_FEWEST = 2
_ENOUGH = 4
"""Words of a sentence without a verb that says something by itself: "No hymns, no speeches and no poets"."""


def _is_balanced(piece: Sequence[Span]) -> bool:
    """Whether it opens no quotation that ends in another piece."""
    words = "".join(span.quote for span in piece)
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def _lowered(text: str, found: Attribution, part: Sequence[Span]) -> str:
    """A part as the claim has its first words: with a small letter where the article's sentence begins with a capital."""
    words = _words(text, part)
    at = found.claim.casefold().find(_words(text, part[:1]).casefold())
    return f"{found.claim[at : at + 1]}{words[1:]}" if at >= 0 else words


def _stretches(text: str, layout: Layout, reading: Reading, content: Sequence[Span], *, asked: bool) -> list[list[Span]]:
    """A content's sentences; one without a verb ("No.") goes with its neighbour, and so do those of a quotation within it, and one that is
    about what the sentence before tells ("| That pressure | may come from Marrow"). A "No." that answers whoever `asked` stands alone.
    """
    pieces = [
        (sentence.start, Span.of(text, low, high))
        for span in content
        for sentence in layout.sentences_between(span.start, span.end)
        if (low := max(span.start, sentence.start)) < (high := min(span.end, sentence.end))
    ]
    stretches: list[list[Span]] = []
    complete = False
    for _, run in groupby(pieces, key=lambda piece: piece[0]):
        stretch = [_trimmed(text, piece) for _, piece in run]
        states = _states(reading, stretch)
        inner = layout.quotation_at(stretch[0].start)
        answers = bool(stretches) and _answers(stretches[-1], stretch)
        alone = states and not answers and complete and (inner is None or inner.depth == 0) and not _points_back(text, reading, stretch[0])
        if stretches and not alone:
            stretches[-1] += stretch
        else:
            stretches.append(stretch)
        complete = complete or states or (asked and is_denial(stretch[-1].quote)) or _is_guess(reading, stretch[0])
        complete = complete or len(stretch[0].quote.split()) > _ENOUGH
    return stretches


def _is_guess(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence, verb or none, says something behind the adverb that it begins with: "Perhaps five or six"; not "Perhaps so"."""
    begins = any(hedge.kind == "adverb" and hedge.start == sentence.start for hedge in reading.hedges)
    return begins and len(sentence.quote.split()) > _FEWEST


def _answers(asked: Sequence[Span], stretch: Sequence[Span]) -> bool:
    """Whether somebody so answers what he asked right before: "Did we check it? | Of course not |"."""
    before = asked[-1].quote
    return own_answer([before]) is None and own_answer([before, stretch[0].quote]) is not None


def _points_back(text: str, reading: Reading, sentence: Span) -> bool:
    """Whether a sentence begins with a "that" and its noun; "That is late" begins with a pronoun. So does one that says the same of
    another thing: "Fatigue may be the cause. | So may a fault".
    """
    if _SO_IS.match(text, sentence.start, sentence.end):
        return True
    found = _THAT_NOUN.match(text, sentence.start, sentence.end)
    return found is not None and not any(clause.head.start == found.start("noun") for clause in reading.clauses)


_SO_IS = re.compile(r"So (?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should) ")
_THAT_NOUN = re.compile(
    r"(?:That|This|These|Those)\s+(?!(?:is|are|was|were|has|have|had|does|did|do|will|would|can|could|may|might|must|should)\b)(?P<noun>[a-z]+\b(?!['’]))"
)


def _trimmed(text: str, piece: Span) -> Span:
    start, end = piece.start, piece.end
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span.of(text, start, end)


def _sense(reading: Reading, found: Attribution, content: Sequence[Span]) -> tuple[str, str | None]:
    """What must be alike for claims to stay together: how sure, and which way; what is left open ("Who else? Not you?") goes no way, but
    for what hangs on a condition ("I don't want to. | But I will if I have to |").
    """
    held = commitment(reading, Told(found.speaker, found.cue, tuple(content), _evidence(found, content), quoted=found.lead is not None))
    conditioned = any(hedge.kind == "conditional" for hedge in held.hedges)
    return held.certainty, held.polarity if held.certainty != "unstated" else "conditioned" if conditioned else None


def _evidence(found: Attribution, content: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences that carry these words, and the cue's."""
    spans = (*content, *((found.cue,) if found.cue is not None else ()))
    return tuple(sentence for sentence in found.evidence if overlap([sentence], spans))


def _part(text: str, layout: Layout, found: Attribution, content: Sequence[Span]) -> Part:
    """What sentences of a speech say, without the mark with which printers open it anew: "It is late. “| We must go |"."""
    first, *others = merged(text, content)
    around = layout.quotation_at(first.start)
    anew = around is not None and not around.is_block and first.quote[0] == text[around.start]
    joined = (Span.of(text, first.start + 1, first.end) if anew else first, *others)
    words = quoted([readable(text, span.start, span.end).text for span in joined])
    return Part(f"{found.lead}: {words}", joined, _evidence(found, joined))
