"""The local reader: one pass of the parser, then rules. Gives plain readings; the same text gives the same reading for ever."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from factcards.cards import Article, Cue, Speaker
from factcards.engines.local.certainty.clauses import find_clauses
from factcards.engines.local.certainty.hedging import find_hedges
from factcards.engines.local.certainty.negating import find_negations
from factcards.engines.local.claiming.claims import lead, narrowed, reported, word_claim
from factcards.engines.local.claiming.verbatim import sentence_over
from factcards.engines.local.combining.acts import is_act
from factcards.engines.local.combining.believed import learned_attributions
from factcards.engines.local.combining.borders import whole_source
from factcards.engines.local.combining.covering import Cover
from factcards.engines.local.combining.mending import mend
from factcards.engines.local.combining.merging import with_ruled
from factcards.engines.local.combining.turning import turned
from factcards.engines.local.combining.unsaid import (
    asks_the_reader,
    is_agentless,
    is_left_undone,
    is_question,
    is_unheld,
    says_nothing,
    without_unsaid,
)
from factcards.engines.local.found import Found, StandIn
from factcards.engines.local.narrating.narration import find_narration, leading_pronoun
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, denies, is_finite, is_past_beside_passive, spelt_out, with_phrase
from factcards.engines.local.parsing.parse import ONE_AT_A_TIME, Block, parse
from factcards.engines.local.parsing.sheet import sheet_of
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.parsing.word_classes import UNKNOWN, noun_sense
from factcards.engines.local.ruled.attribution import find_attributions
from factcards.engines.local.ruled.events import finds_evidence
from factcards.engines.local.ruled.interview import find_interview
from factcards.engines.local.ruled.judging import denies_what_is_told
from factcards.engines.local.ruled.presented import find_presented
from factcards.engines.local.ruled.quoting import find_quoted
from factcards.engines.local.ruled.transcript import find_transcript
from factcards.engines.local.ruled.within import find_within
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.engines.local.speakers.nominals import is_personal, is_somebody
from factcards.engines.local.speakers.people import People
from factcards.engines.local.speakers.resolve import Resolver
from factcards.engines.local.versions import READER_VERSION, ReaderKind, reader_version
from factcards.errors import LanguageError
from factcards.layout import Layout
from factcards.lexicon import content_frames, cue_strength, cue_verbs, hedge_entries, negation_words, signature, speech_verbs, spurns
from factcards.progress import watched
from factcards.read.limits import called
from factcards.reading import Attribution, Reading
from factcards.segment import lay_out
from factcards.spans import Span

__all__ = ["READER_VERSION", "LocalReader", "ReaderKind"]

AT_ONCE = 40_000
"""Code points parsed before they are read: some eight articles; a parse takes about 4 KB a word."""
EVEN = 0.5
"""Confidence below which an attribution is likelier none than one."""
SURE_PRONOUN, SURE_MENTION = 0.75, 0.85
"""Scores from which a claim tells a name in the place of a pronoun: of a narration's "He", of any other."""


_ENGLISH = 'Where it is English all the same, with long quotations in another language, say --language en, in Python language="en".'
_MODEL = f"Name a model that reads it: --model NAME, or --base-url URL --model NAME.\n{_ENGLISH}"
_COMPARING = f"Nothing was checked: two texts are compared without a model.\n{_ENGLISH}"


class LocalReader:
    """Implements `reading.Reader` with spaCy, which is loaded by the first `read`.

    Args:
        kind: Whether learned statistics decide on source and content too, or rules; and whether all of a reading is wanted.
    """

    def __init__(self, kind: ReaderKind = "full") -> None:
        """Nothing is loaded yet."""
        self._kind = kind

    @property
    def version(self) -> str:
        """Reader, pipeline, word lists and statistics, known without loading the parser."""
        return reader_version(self._kind)

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading for each article.

        Raises:
            LanguageError: if an article is in a language other than English.
            ConfigError: if the language pipeline is not installed.
        """
        for article in articles:
            if article.language not in {None, "en"}:
                raise LanguageError(
                    f"{called(article.source)} seems to be in another language ({article.language}); the local reader reads English only.",
                    hint=_COMPARING if self._kind == "said" else _MODEL,
                )
        readings: list[Reading] = []
        for batch in _batches(articles):
            with ONE_AT_A_TIME, _uncollected():  # which is the whole process's
                readings += _read_batch(batch, self._kind)  # which leaves no parse behind for the search to go through
        return readings


def _read_batch(batch: Sequence[Article], kind: ReaderKind) -> list[Reading]:
    """One reading for each article, all of them parsed together."""
    readings: list[Reading] = []
    layouts = [lay_out(article) for article in batch]
    parsed = parse(batch, layouts)
    for article, layout, blocks in watched(zip(batch, layouts, parsed, strict=True), "reading", len(batch)):
        readings.append(_read(article, layout, blocks, kind))
        for block in blocks:
            block.doc.release()
    return readings


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles meanwhile: a reading makes hundreds of thousands of objects and hardly a cycle, and the search would take an
    eighth of its time.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _batches(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    """Articles in a row of together about AT_ONCE code points: enough to fill the parser's batches, few enough to let the parses go."""
    first = size = 0
    for at, article in enumerate(articles):
        if size and size + len(article.text) > AT_ONCE:
            yield articles[first:at]
            first, size = at, 0
        size += len(article.text)
    if first < len(articles):
        yield articles[first:]


def _read(article: Article, layout: Layout, blocks: Sequence[Block], kind: ReaderKind) -> Reading:
    people = People(blocks)
    sheet = sheet_of(article.text, blocks, layout)
    learned = learned_attributions(sheet, layout, by_rules=kind == "rules")
    learned = [item for item in learned if not asks_the_reader(article.text, layout, item)]  # what answers it is not lost with it
    interview = find_interview(blocks, people)
    transcript = find_transcript(blocks, people, answered=bool(interview.answers))
    turns = [*transcript.turns, *interview.answers]
    ruled = [*_ruled(article, layout, blocks), *turns, *find_presented(blocks, layout, article.text)]
    said = [item for item in turned(article.text, layout, with_ruled(learned, ruled)) if not transcript.is_asked(item)]
    said = without_unsaid(article.text, layout, said)
    mend(article.text, layout, said)
    said += _within(article.text, layout, blocks, said)
    for item in said:
        item.source = None if is_agentless(item) else whole_source(item)
        if item.source is not None and item.source.block is item.block:
            item.cue = [t for t in item.cue if not item.source.first.i <= t.i <= item.source.last.i] or item.cue
    whole = kind != "said"
    narration: list[Found] = []
    if whole:
        told = Cover([item for item in said if item.source is not None])
        for item in said:
            unsaid = says_nothing(item) or is_act(item) or is_question(item) or is_unheld(item) or is_left_undone(item)
            unsaid = unsaid or (item.source is None and bool(item.cue) and (told.holds(item) or all(t.pos_ == "ADV" for t in item.cue)))
            item.doubtful = unsaid or _is_doubtful(item) or (article.byline is None and _is_the_writer(layout, item))
        narration = find_narration([block for block in blocks if id(block) not in interview.asked | transcript.asked], layout, said)
    found = sorted([*said, *narration], key=lambda f: (f.content[0][0], f.start, f.content[-1][1]))
    resolver = Resolver(people, article.byline)
    attributions = _attributions(article, layout, found, resolver, worded=whole)
    resolver.close()
    return Reading(
        attributions=attributions,
        hedges=find_hedges(blocks) if whole else (),
        negations=find_negations(blocks) if whole else (),
        clauses=find_clauses(sheet),
        names=tuple(people.names()),
    )


def _within(text: str, layout: Layout, blocks: Sequence[Block], said: Sequence[Found]) -> list[Found]:
    """What is told in somebody's quotation of what others say: "“The linesman told me | he couldn't see |,” said Quill"."""
    known, cover = {(f.block.paragraph, token.i) for f in said for token in f.cue}, Cover(said)
    inner = [f for f in find_within(blocks, layout) if cover.holds(f) and (f.block.paragraph, f.cue[0].i) not in known]
    inner = without_unsaid(text, layout, inner)
    mend(text, layout, inner)
    return inner


def _is_doubtful(found: Found) -> bool:
    """Whether it is likelier no attribution than one, and its cue is none that is known to tell what stands beside it in this way."""
    if found.confidence >= EVEN or found.settled or found.frame in {"quote", "carried", "according"}:
        return False
    if found.verb is not None and found.verb.lemma_ in cue_verbs() and found.source is not None and _is_in_part_quoted(found):
        return False  # "apologised “without reservation” to them"
    words = [token.lower_ for token in found.cue]
    if found.source is not None and spurns(words) and not negation_words("asking").isdisjoint(words):
        return False  # "spurned calls for", "poured cold water on demands"
    if found.source is None:
        return cue_strength(_lemmas(found)) not in _WEAK and not any(token.lemma_ in hedge_entries() for token in found.cue)
    lemma = found.verb.lemma_ if found.verb is not None else ""
    if found.frame in {"clause", "infinitive"}:
        known = lemma in cue_verbs() or (lemma in _HOLDING and found.verb is not None and found.verb.nbor(1).lower_ == "that")
        known = known or (found.frame == "clause" and words[-1] in _CONVINCED)
    elif found.frame == "object":
        known = lemma in content_frames("object") | content_frames("stance") | content_frames("counted") or (
            found.verb is not None and (finds_evidence(found.verb) or (lemma == "find" and noun_kind(found.source.head) == "document"))
        )
    else:
        known = found.link is not None and f"{lemma} {found.link.lower_}" in content_frames("oblique")
    if known and found.verb is not None and with_phrase(found.verb) is not None:
        return False  # "with officials telling drivers to wait"
    told = any(token.tag_ in TENSED or is_past_beside_passive(token) for token in found.cue)
    return not (known and (told or _goes_on_in_object(found))) and not _comes_to_say(found)


def _is_in_part_quoted(found: Found) -> bool:
    """Whether the content begins with words in quotation marks, right behind the cue."""
    behind = found.cue[-1].i + 1
    doc = found.cue[-1].doc
    return behind < len(doc) and doc[behind].is_quote and found.block.place(found.content[0][0]) in {behind, behind + 1}


def _goes_on_in_object(found: Found) -> bool:
    """Whether a participle behind a comma tells what somebody says besides: "warned that profit would fall | , blaming the rain"."""
    verb = found.verb
    if found.frame != "object" or verb is None or verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return False
    return verb.i > 0 and verb.nbor(-1).text == ","  # it may be the text's first word


def _comes_to_say(found: Found) -> bool:
    """Whether it is an infinitive that its governor makes come about, or seem to: "was forced to admit", "appeared to suggest"."""
    said = next((token for token in reversed(found.cue) if token.pos_ == "VERB"), None)
    if said is None or said.dep_ != "xcomp" or said.lemma_ not in cue_verbs() or not is_finite(said.head) or denies(said.head):
        return False
    implied = signature("infinitive", said.head.lemma_)
    return implied is not None and implied.affirmed >= _LIKELY and said.lemma_ != "discuss"  # which tells of what, not what


_LIKELY = 2
"""What a verb must imply of its complement at least, of 3, for somebody to have said it."""


_HOLDING = frozenset({"hold", "find"})
"""What courts do, with "that": "held | that the ban was lawful"."""


_CONVINCED = frozenset({"convinced", "confident", "adamant", "certain", "sure"})
"""What somebody is who holds a thing to be so, with "that" or without."""


def _is_the_writer(layout: Layout, found: Found) -> bool:
    """Whether the text speaks of itself: "I asked", outside quotation marks."""
    source = found.source
    writes = source is not None and source.head.lower_ in {"i", "we"} and layout.quotation_at(source.start) is None
    return writes and cue_strength(_lemmas(found)) not in _WEAK  # "I think" hedges


_WEAK = frozenset({"tentative", "doubted", "negative"})


def _ruled(article: Article, layout: Layout, blocks: Sequence[Block]) -> list[Found]:
    """Attributions by rules alone."""
    indirect = [f for f in find_attributions(blocks, layout) if _allowed(f)]
    quoted = find_quoted(blocks, layout, article.text, indirect)
    spoken = {(f.block.paragraph, f.verb.i) for f in quoted if f.verb is not None}
    return [*(f for f in indirect if f.verb is None or (f.block.paragraph, f.verb.i) not in spoken), *quoted]


def _allowed(found: Found) -> bool:
    """A headline's words attribute only where they say so with a clause or "according to", or in its own way: "Plant blamed for leak"."""
    return (
        found.block.part != "headline"
        or found.frame in {"clause", "according"}
        or (found.settled and (found.frame == "oblique" or (found.frame == "object" and cue_strength(_lemmas(found)) == "negative")))
    )


def _attributions(article: Article, layout: Layout, found: Sequence[Found], resolver: Resolver, *, worded: bool) -> tuple[Attribution, ...]:
    text = article.text
    speakers: dict[int, Speaker | None] = {}
    for at in sorted(range(len(found)), key=lambda i: found[i].start):
        speakers[at] = resolver.resolve(found[at])
    parents = _parents(layout, found)
    result: list[Attribution] = []
    for at, item in enumerate(found):
        speaker = speakers[at]
        content = tuple(Span.of(text, start, end) for start, end in sorted(item.content))
        cue = _cue(item)
        claim = _worded(text, found, speakers, parents, at) if worded else " ".join(span.quote for span in content)
        if claim is None:
            claim = word_claim(text, item, speaker, _meant(layout, item, speaker, resolver))
        result.append(
            Attribution(
                claim=claim,
                lead=_lead(text, item, speaker, claim) if worded else None,
                evidence=_evidence(text, layout, content, cue) if worded else content,
                content=content,
                cue=None if cue is None else Cue(start=cue.start, end=cue.end, quote=cue.quote, strength=cue_strength(_lemmas(item))),
                source=None if item.source is None else item.source.block.span(item.source.first, item.source.last),
                speaker=speaker,
                parent=parents[at],
                confidence=item.confidence,
                doubtful=item.doubtful,
            )
        )
    return tuple(result)


def _lead(text: str, found: Found, speaker: Speaker | None, claim: str) -> str | None:
    """What a claim says before the quotation that is all its content; null where it is worded otherwise."""
    if speaker is None or found.frame not in {"quote", "carried", "clause"} or not claim.endswith("”"):
        return None
    words = lead(text, found, speaker)
    return words if claim.startswith(f"{words}: “") else None


def _cue(found: Found) -> Span | None:
    """The cue's words, with the preposition between it and its content where that comes right behind: "called for"."""
    if not found.cue:
        return None
    last, link = found.cue[-1], found.link
    return found.block.span(found.cue[0], link if link is not None and link.i == last.i + 1 else last)


def _worded(
    text: str,
    found: Sequence[Found],
    speakers: Mapping[int, Speaker | None],
    parents: Sequence[int | None],
    at: int,
) -> str | None:
    """The claim of one under an outer level ("X said that Y warned"), with that level: alone nobody would vouch for it; the article's
    sentence where the outer level is doubtful. None at the outermost.
    """
    chain = [at]
    while (above := parents[chain[-1]]) is not None and above not in chain:
        chain.append(above)
    if len(chain) == 1:
        return None
    outer, teller = found[chain[-1]], speakers[chain[-1]]
    if outer.doubtful and (own := sentence_over(text, outer)) is not None:
        return own
    plain = len(chain) <= 3 and all(cue_strength(_lemmas(found[above])) == "neutral" for above in chain[1:])
    between = (found[chain[1]], speakers[chain[1]]) if len(chain) == 3 else None
    claim = reported(text, outer, teller, found[at], speakers[at], between) if plain else None
    return word_claim(text, narrowed(text, outer, found[chain[-2]]), teller) if claim is None else claim


def _lemmas(found: Found) -> str:
    """The cue's words, with the verb's particle or preposition, as the word lists have them."""
    words = [t.text for t in found.cue]
    return " ".join([*words, found.link.text] if found.link is not None else words)


def _meant(layout: Layout, found: Found, speaker: Speaker | None, resolver: Resolver) -> StandIn | None:
    """The name to tell in the place of a content's first personal pronoun: where it is sure whom it means, and neither the
    speaker nor somebody whom the content names.
    """
    if found.frame in {"quote", "carried"} or (speaker is None and found.frame != "narration"):
        return None
    if found.stands_for is not None:
        return found.stands_for
    begins = found.content[0][0] if found.frame == "narration" else _of_what_is_denied(found)
    leading = None if begins is None else leading_pronoun(found.block, begins)
    pronoun = leading or _first_pronoun(layout, found)
    if pronoun is None or (leading is None and _may_mean_a_description(found, pronoun, speaker)):
        return None
    if pronoun.i > pronoun.sent.start and pronoun.is_title and pronoun.i + 1 < len(pronoun.doc) and pronoun.nbor(1).is_title:
        return None  # "the style of His Serene Highness"
    meant = resolver.name_of_pronoun(pronoun, found.block)
    if meant.resolved_by != "pronoun" or meant.score < (SURE_PRONOUN if leading is not None else SURE_MENTION):
        return None
    words = " ".join(found.block.text[start:end] for start, end in found.content)
    if found.cue:  # who is told it may be meant: "suggested to Quill that his report"
        words += found.block.text[found.block.offsets(found.cue[-1], found.cue[-1])[1] : found.content[0][0]]
    known = (speaker is not None and meant.name == speaker.name) or any(word in words for word in meant.name.split() if word[:1].isupper())
    if known and leading is None:
        return None
    if pronoun.i and meant.name.split()[0].lower() in {"a", "an"}:  # "his injuries" are no "a man in his 60s's injuries"
        return None
    own = "'s" if pronoun.dep_ == "poss" or pronoun.tag_ == "PRP$" else ""
    last = pronoun.nbor(1) if pronoun.i + 1 < len(pronoun.doc) and not pronoun.whitespace_ else pronoun  # "he'll"
    verb = spelt_out(last)
    told = f"{meant.name}{own}"
    return StandIn(*found.block.offsets(pronoun, pronoun if verb is None else last), told if verb is None else f"{told} {verb}")


def _of_what_is_denied(found: Found) -> int | None:
    """Where the sentence begins by which is told what somebody denies: "| She accused the board of it, which the council denies"."""
    return found.block.offsets(found.cue[0].sent[0], found.cue[0])[0] if denies_what_is_told(found) else None


def _may_mean_a_description(found: Found, pronoun: Token, speaker: Speaker | None) -> bool:
    """Whether somebody without a name is as near to a pronoun: its speaker ("The choirmaster spoke of a mistake that he regrets"), or who
    is described before it in the content ("the 26-year-old has collected them during her years abroad").
    """
    source = found.source
    if speaker is not None and source is not None and _may_be_somebody(source.head, found.verb):
        return True
    block, start = found.block, found.content[0][0]
    before = block.words(start, block.offsets(pronoun, pronoun)[0])
    return any(is_personal(t) or (t.lower_ == "old" and t.dep_ in SUBJECTS) for t in before if t.pos_ in {"NOUN", "ADJ"})


def _may_be_somebody(head: Token, verb: Token | None) -> bool:
    """Whether the head of a source is one human being, or a rare word for what speaks: "a stevedore | told | us"."""
    rare = head.tag_ == "NN" and noun_sense(head.lemma_.lower()) == UNKNOWN
    return is_somebody(head) or (rare and verb is not None and verb.lemma_ in speech_verbs())


def _first_pronoun(layout: Layout, found: Found) -> Token | None:
    """The first "he" or "she" of a content, in whatever form, outside quotation marks."""
    block = found.block
    for low, high in found.content:
        pronoun = next((token for token in block.words(low, high) if token.lower_ in _PERSONS), None)
        if pronoun is not None:
            return pronoun if layout.quotation_at(block.offsets(pronoun, pronoun)[0]) is None else None
    return None


_PERSONS = frozenset({"he", "she", "him", "her", "his"})


def _evidence(text: str, layout: Layout, content: tuple[Span, ...], cue: Span | None) -> tuple[Span, ...]:
    """The sentences that content and cue stand in."""
    spans = content if cue is None else (*content, cue)
    return tuple(Span.of(text, s.start, s.end) for s in layout.sentences_over(spans))


def _parents(layout: Layout, found: Sequence[Found]) -> list[int | None]:
    """For each attribution the tightest other one whose content holds its cue and content."""
    by_sentence: dict[int, list[int]] = {}
    for at, item in enumerate(found):
        if item.frame != "narration":
            for start, end in item.content:
                for sentence in layout.sentences_between(start, end):
                    by_sentence.setdefault(sentence.start, []).append(at)
    return [_parent(at, found, by_sentence, layout) for at in range(len(found))]


def _parent(at: int, found: Sequence[Found], by_sentence: Mapping[int, Sequence[int]], layout: Layout) -> int | None:
    mine = found[at]
    if mine.frame == "narration" or not mine.cue:
        return None
    cue = mine.block.offsets(mine.cue[0], mine.cue[-1])
    here = layout.sentence_at(cue[0])
    best: tuple[int, int] | None = None
    for other in by_sentence.get(here.start, ()) if here is not None else ():
        item = found[other]
        if other == at or not all(_holds(item, r) for r in (cue, *mine.content)):
            continue
        size = sum(end - start for start, end in item.content)
        if best is None or (size, other) < best:
            best = (size, other)
    return best[1] if best else None


def _holds(found: Found, wanted: tuple[int, int]) -> bool:
    return any(start <= wanted[0] and wanted[1] <= end for start, end in found.content)
