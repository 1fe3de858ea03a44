"""Who says so: words given to somebody else."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcards.cards import Speaker
from factcards.lexicon import lemma_of, speaker_words, speech_verbs
from factcards.lint.findings import Finding, Severity
from factcards.lint.matching import Alignment, Match
from factcards.lint.rules.making import object_to
from factcards.lint.rules.names import is_doubled, speaks_for_body, spelt_alike, words_of_name
from factcards.lint.side import FIRST_PERSON, Saying, Side
from factcards.lint.wording import FUNCTION_WORDS, PLACES, Sentence
from factcards.lint.words import forms_in, stems_in, stems_of, words_in
from factcards.spans import Span

__all__ = ["has_name", "may_be_he", "person_words", "same_speaker", "speakers"]


def same_speaker(mine: Speaker, theirs: Speaker) -> bool:
    """Whether two speakers can be one: a word of the summary's name stands in the source's name, role or mention; or all of
    the role in what somebody is called whom the source does not name there ("its chief executive").
    """
    here = words_of_name(mine.name)
    there = words_of_name(theirs.name) | words_of_name(theirs.role or "")
    if theirs.mention is not None:
        there |= words_of_name(theirs.mention.quote)
    called = words_of_name(mine.mention.quote) if mine.mention is not None else frozenset()
    role = words_of_name(mine.role or "") if _is_described(theirs) else frozenset()
    if (called and called <= there) or (role and role <= there):
        return True
    company = not there.isdisjoint(_ANY_COMPANY) or (theirs.kind == "organization" and not _is_described(theirs))
    if called and called <= _ANY_COMPANY and company:
        return True
    if theirs.kind == "group" and not mine.name[:1].isupper() and _are_of_one_party(here, there):
        return True
    if _initials(mine.name) == _initials(theirs.name) or _is_spelt_out_in(mine.name, theirs.name):
        return True
    return not here or bool(here & there) or _is_misspelt(mine.name, theirs.name)


def _are_of_one_party(here: Collection[str], there: Collection[str]) -> bool:
    """Whether people are called by the same party or nation, once by an adjective: "Democratic candidates", "Democrats"."""
    return any(a[:_PARTY] == b[:_PARTY] for a in here for b in there if min(len(a), len(b)) >= _PARTY)


_PARTY = 6
"""Letters that a party's name and its adjective have in common."""


def _is_misspelt(mine: str, theirs: str) -> bool:
    """Whether two surnames differ by a letter, or by which one is doubled: an article misspells its own ("Byrne", "Bryne said")."""
    one, other = (next(reversed(forms_in(name)), "") for name in (mine, theirs))
    if len(one) < _LONG or not mine[:1].isupper() or not theirs[:1].isupper():
        return False
    return is_doubled(one, other) or spelt_alike(one, other)


_LONG = 5
"""Letters of a surname of which one may be wrong."""


_ANY_COMPANY = stems_in("the company firm business group corporation")
"""Words of whoever is called no more than a company: "The firm said" for "The company said", or for its name."""


def _may_be_its_letters(match: Match, mine: Speaker, theirs: Speaker) -> bool:
    """Whether a body that the sources do not call so may be the one that they call by its letters: "the police watchdog", "the IPCC"."""
    if mine.mention is None or theirs.kind == "person" or not _has_letters(theirs.name):
        return False
    last = mine.mention.quote.rsplit(maxsplit=1)[-1]
    return last.islower() and not _BODIES.isdisjoint(stems_in(last)) and not any(map(match.index.knows, stems_in(last)))


_BODIES = stems_in(
    "watchdog regulator body agency authority commission inspectorate ombudsman ministry union association charity federation"
)


def _has_letters(name: str) -> bool:
    """Whether a name holds letters that stand for one: "the IPCC investigation"."""
    return any(word.isupper() and len(word) > _LETTERS for word in name.split())


_LETTERS = 2
"""Letters of which such a name has more: two are a person's, or a state's."""


def _is_described(speaker: Speaker) -> bool:
    """Whether somebody is called by what he is, and not by a name."""
    return not speaker.name[:1].isupper() or speaker.name.startswith(("The ", "A ", "An ")) or _ends_in_a_noun(speaker)


def _ends_in_a_noun(speaker: Speaker) -> bool:
    """Whether it is told whose office somebody has: "Norrland's prime minister"."""
    return speaker.name.split()[-1][:1].islower()


@lru_cache(maxsize=4096)
def _initials(name: str) -> str:
    """An acronym's letters, of a camel-case name its capitals ("GlaxoSmithKline": GSK); else the name."""
    letters = "".join(c for c in name if c.isalpha())
    capitals = "".join(c for c in letters if c.isupper())
    least = 2 if letters.isupper() else 3
    return capitals if len(capitals) >= least and " " not in name.strip() else name


def _is_spelt_out_in(letters: str, name: str) -> bool:
    """Whether words with capitals side by side in a name begin with these letters: "PFA", "a statement from the Players' Football
    Association".
    """
    runs = itertools.groupby(name.split(), key=lambda word: word[:1].isupper())
    return letters.isupper() and len(letters) > _LETTERS and any(letters == "".join(w[0] for w in run) for capital, run in runs if capital)


def speakers(match: Match) -> Iterator[Finding]:
    """`speaker_swapped`: the summary gives to one speaker what the source gives to another, or to one whom it does not name near it."""
    if match.best is None:
        return
    for mine in match.summary.sayings_in(match.sentence):
        suspect = _suspect(match, mine) if not _is_cued_here(match, mine) else None
        severity = _severity(match, suspect) if suspect is not None else None
        if severity == "error" and suspect is not None and (match.is_reworded or (suspect.joined and not match.near_verbatim)):
            severity = "unsure"
        if suspect is not None and severity is not None:
            yield object_to(match, "speaker_swapped", severity, _why(suspect), suspect.place)
            return


def _is_cued_here(match: Match, mine: Saying) -> bool:
    """Whether another one says all of it in this sentence, and the cue of this one stands in another sentence: what the reader takes for
    his may be the next one's quotation.
    """
    first, last = match.sentence.start, match.sentence.end
    here = {w for w in mine.words if match.sentence.first <= w < match.sentence.last}
    if first <= mine.cue.start < last:
        return False
    return any(first <= found.cue.start < last and here <= found.words for found in match.summary.sayings_in(match.sentence))


@dataclass(frozen=True)
class _Suspect:
    """A speaker of the summary whom the sources may not bear out.

    Attributes:
        mention: Where he is named.
        place: Of its words the first, and one past the last.
        proper: Those of its words that are a person's name and that a source knows.
        spoken: Whether he says so in words, and does not only plan or think it.
        given_to: A candidate, and what somebody else says in it in these words; null where nobody does.
        far: Whether no candidate names him near these words.
        silent: Whether no source has any words of his.
        told_of: Whether he speaks, in the summary, of somebody who says these words in the source.
        joined: Whether a second cue, behind an "and", may be his or another's.
    """

    mention: Span
    place: tuple[int, int]
    proper: Sequence[int]
    spoken: bool
    given_to: tuple[Alignment, Saying] | None
    far: bool
    silent: bool
    told_of: bool
    joined: bool


def _suspect(match: Match, mine: Saying) -> _Suspect | None:
    """Who may be wrong in a saying; null where the speaker is only guessed at, or a source has these words from him or may have."""
    speaker, mention = mine.speaker, mine.speaker.mention
    if mention is None or speaker.resolved_by in {"unresolved", "carried", "pronoun"}:
        return None
    place = (match.summary.place(mention.start), match.summary.place(mention.end))
    if place[0] in mine.words:
        return None  # nobody says himself: the reader took whom it is about for who says it
    proper, given_to = person_words(match, place), _somebody_else(match, mine)
    retold = next(match.summary.sayings_over(mine, match.sentence), None)  # a source may have the inner one's words in the outer one's
    spoken = _speaks(match, mine) and retold is None
    told_by_another = given_to is not None and _is_named(given_to[1]) and not _has_its_speaker(match, given_to[1])
    if proper and not told_by_another and _may_write(match, proper):
        return None
    named = bool(proper)
    far = named and _is_far(match, proper)
    told = any(match.summary.is_predicate(w) or match.summary.in_quotation(w) for w in mine.words)  # "added the goal" tells nothing
    silent = named and spoken and told and _is_silent(match, speaker, proper)
    if given_to is None and not far and not silent:
        return None
    theirs = words_of_name(given_to[1].speaker.name) if given_to is not None else frozenset()
    told_of = not theirs.isdisjoint(_names_in(match.summary, mine.words))
    joined = _is_joined_to(match, mine, theirs) or _is_told_of(match, mine, given_to[1].speaker if given_to is not None else None)
    return _Suspect(mention, place, proper, spoken, given_to, far, silent, told_of, joined)


def _names_in(summary: Side, words: Collection[int]) -> set[str]:
    """The stems of the names among these words."""
    return {summary.stems[w] for w in words if w in summary.name_words}


def _is_joined_to(match: Match, mine: Saying, theirs: Collection[str]) -> bool:
    """Whether he speaks before of whom the source has it from, so that a second cue may be that one's: "The Post says that Quill declined
    and explained why".
    """
    others = (found for found in match.summary.sayings_in(match.sentence) if found.cue.start < mine.cue.start)
    told = (found.words for found in others if found.speaker.name == mine.speaker.name)
    return any(not _names_in(match.summary, words).isdisjoint(theirs) for words in told)


def _is_told_of(match: Match, mine: Saying, theirs: Speaker | None) -> bool:
    """Whether he is only named in what another one says before a cue that is either's, and a source has these words from that one or from
    nobody: "Quill called her son, Bo, a hero and asked for peace".
    """
    mention, cue = mine.speaker.mention, match.summary.place(mine.cue.start)
    at = match.summary.place(mention.start) if mention is not None else -1
    over = (found for found in match.summary.sayings_in(match.sentence) if at in found.words and cue not in found.words)
    return any(found.cue.start < mine.cue.start and (theirs is None or same_speaker(found.speaker, theirs)) for found in over)


def _has_its_speaker(match: Match, theirs: Saying) -> bool:
    """Whether the summary's sentence names whom the source has it from, too: "Quill writes that Marsh called it a hazard"."""
    return not words_of_name(theirs.speaker.name).isdisjoint(match.summary.sentence_stems(match.sentence))


def _severity(match: Match, suspect: _Suspect) -> Severity | None:
    """How sure it is that the speaker is the wrong one; null where he may as well be the right one, called otherwise."""
    if (suspect.told_of and not match.near_verbatim) or _is_epithet(match, suspect) or _may_be_meant(match, suspect):
        return "unsure"
    if (match.near_verbatim or suspect.spoken) and (suspect.far or suspect.silent or _is_given_to_another(match, suspect)):
        return "error"
    if match.near_verbatim:
        return "error" if _is_replaced(match, suspect) else "unsure"
    named = any(w in match.summary.name_words for w in range(*suspect.place))
    called = named and not suspect.mention.quote.lower().startswith(("a ", "an "))  # "a minister" may be anybody
    return "unsure" if called and (suspect.given_to is None or has_name(suspect.given_to[1].speaker)) else None


def _is_epithet(match: Match, suspect: _Suspect) -> bool:
    """Whether somebody is called by a word that no source has, and by no name: "the Londoner" may be any of them."""
    summary, (first, last) = match.summary, suspect.place
    the = summary.forms[first] == "the" or (first > match.sentence.first and summary.forms[first - 1] == "the")
    the = the and summary.text[summary.words[last - 1].start].isupper()
    return the and not suspect.proper and not any(match.index.writes(summary.forms[w]) for w in range(first, last) if summary.content[w])


def _may_be_meant(match: Match, suspect: _Suspect) -> bool:
    """Whether the source only says "he", and the reader held it possible that whom the summary names is meant."""
    wanted = {match.summary.stems[w] for w in suspect.proper}
    return suspect.given_to is not None and may_be_he(suspect.given_to[1].speaker, wanted)


def may_be_he(speaker: Speaker, wanted: Collection[str]) -> bool:
    """Whether a source only says "he", and the reader held it possible that whom these words of a name call is meant."""
    possible = (other for other in speaker.candidates if other.score >= _POSSIBLE)
    return speaker.resolved_by == "pronoun" and any(not words_of_name(other.name).isdisjoint(wanted) for other in possible)


_POSSIBLE = 0.2
"""The reader's score from which another bearer of a "he" is possible."""


def _why(suspect: _Suspect) -> str:
    if suspect.given_to is not None:
        return f"the source gives these words to {suspect.given_to[1].speaker.name}"
    if suspect.silent:
        return f"the source has no words of {suspect.mention.quote} at all"
    return f"the source does not name {suspect.mention.quote} near these words"


def _is_far(match: Match, proper: Sequence[int]) -> bool:
    """Whether the candidates hold the sentence and name nowhere near it whom the summary names."""
    wanted = {match.summary.stems[w] for w in proper}
    if len(proper) == 1:  # "Mrs Quill said", who is Ada Quill
        wanted |= {stem for side in match.index.sources for stem in side.full_names.get(match.summary.stems[proper[0]], ())}
    return match.support >= _FAR_SUPPORT and not _near(match, wanted)


def _is_silent(match: Match, speaker: Speaker, proper: Sequence[int]) -> bool:
    """Whether nobody whom the summary may mean says anything in the sources."""
    words = {match.summary.stems[w] for w in proper}
    names = words | {_initials(speaker.name).lower()}
    heard = any(names & side.voices for side in match.index.sources) and not _only_another_of_the_name(match, words)
    return not heard and not _may_be_described(match, speaker, proper) and not _is_retold(match)


def _is_retold(match: Match) -> bool:
    """Whether the best candidate has somebody tell in quotation marks what "she said", who may be anybody."""
    best = match.best
    source = match.source(best) if best is not None else match.summary
    places = range(best.sentence.first, best.sentence.last - 1) if best is not None else ()
    return any(source.in_quotation(w) and source.forms[w] in _OTHERS and source.forms[w + 1] in _RETELLING for w in places)


_OTHERS = frozenset(["he", "she", "they"])
_RETELLING = frozenset(["said", "says", "told", "tells", "asked", "asks"])


def _only_another_of_the_name(match: Match, words: set[str]) -> bool:
    """Whether of a full name's bearers only another one says anything: "His brother, Pavel Dorrick, said", and not Stepan Dorrick."""
    named = [
        words_of_name(found.speaker.name) - speaker_words("titles")
        for side in match.index.sources
        for found in side.sayings
        if found.speaker.kind == "person" and has_name(found.speaker)
    ]
    if not speaker_words("kin").isdisjoint(match.summary.forms[match.sentence.first : match.sentence.last]):
        return False  # "the mother of Ben Marsh said"
    bearers = [name for name in named if words & name]
    return len(words) > 1 and bool(bearers) and all(_are_two(words, name) for name in bearers)


def _are_two(name: Collection[str], other: Collection[str]) -> bool:
    """Whether two names that share a word are two persons': each has another first name, none short for the other's ("Bill", "Ben")."""
    mine, theirs = set(name) - set(other), set(other) - set(name)
    return bool(mine) and bool(theirs) and len(other) > 1 and not any(a[:1] == b[:1] for a in mine for b in theirs)


def _is_given_to_another(match: Match, suspect: _Suspect) -> bool:
    """Whether the source gives the words to somebody by name, in a sentence without the name of the summary's speaker."""
    if not suspect.proper or suspect.given_to is None:
        return False
    aligned, saying = suspect.given_to
    return _is_named(saying) and not _in_sentence(match, aligned, suspect.proper)


def _is_of_many(source: Side, saying: Saying) -> bool:
    """Whether a capital letter is of what somebody is, and not his name's: "A Libertarian, he has supported it"."""
    mention = saying.speaker.mention
    before = source.text[max(0, mention.start - _ARTICLE) : mention.start].split() if mention is not None else []
    return before[-1:] != [] and before[-1].lower() in {"a", "an"}


_ARTICLE = 4
"""Code points that hold an article and what stands before and behind it."""


def _is_replaced(match: Match, suspect: _Suspect) -> bool:
    """Whether a speaker with a name stands where the source has another one, who is no guess of the reader's."""
    called = _OPENING.sub("", suspect.mention.quote)
    if suspect.given_to is None or not any(c.isupper() for c in called) or _is_of_people(match.summary, suspect.mention):
        return False
    aligned, saying = suspect.given_to
    theirs = saying.speaker
    if theirs.kind == "document" and suspect.place[0] == match.sentence.first and not any(c.isupper() for c in called[1:]):
        return False  # "Surveys show", "Opinion polls show": the capital is the sentence's
    if any(w in match.summary.name_words for w in range(*suspect.place)) and _may_be_named(theirs):
        return False
    if not has_name(theirs) and _named_before(match.source(aligned), saying, _name_stems(match, suspect.place)):
        return False
    return theirs.resolved_by not in _GUESSED and not _holds(match, aligned, suspect.place)


def _name_stems(match: Match, place: tuple[int, int]) -> set[str]:
    """The stems of the words of names in a mention."""
    return {match.summary.stems[w] for w in range(*place) if w in match.summary.name_words and match.summary.content[w]}


_OPENING = re.compile(r"(?i:his|her|its|their|my|our)\s")
"""What opens a mention, a sentence too, and tells of no name: "His wife"."""


_OWNED = re.compile(r"[’']s (?:[\w-]+ )*[a-z][\w-]*\Z")


def _may_be_named(speaker: Speaker) -> bool:
    """Whether somebody is only described, and may be whom the other side names: "the rail firm", "the German"; not "experts"."""
    if speaker.mention is None or speaker.kind == "anonymous":
        return False
    if _OWNED.search(speaker.mention.quote) is not None:
        return True  # "Quill's right-hand woman"
    if speaker.kind == "organization" and _OPENING.match(speaker.mention.quote) is not None:
        return True  # "their union" may be the one that is named elsewhere
    if not speaker.mention.quote.lower().startswith("the "):
        return False
    told = speaker.mention.quote.split()[1:]  # "the 18-year-old German", "the Norway full back"
    return not has_name(speaker) or speaker.kind == "group" or (speaker.name in told and told != [speaker.name])


def has_name(speaker: Speaker) -> bool:
    """Whether somebody is called by a name, and not by what he is: "the boss of the firm" may be anybody."""
    described = speaker.name.lower().startswith(("the ", "a ", "an ")) or _ends_in_a_noun(speaker)
    return speaker.kind in {"person", "organization"} and not described


def _speaks(match: Match, mine: Saying) -> bool:
    """Whether the summary has somebody speak, by a verb of speech or in quotation marks: a plan need not be told by who has it."""
    if any(lemma_of(form) in speech_verbs() - {"write"} or form in _WORDING for form in forms_in(mine.cue.quote)):
        return True
    return any(match.summary.in_quotation(w) for w in mine.words)


_WORDING = frozenset(["words", "telling", "view", "opinion"])
"""Cues as in "in her words"."""


def _is_of_people(summary: Side, mention: Span) -> bool:
    """Whether somebody is called by the people that he is of: "the South African"."""
    over = summary.names_over(mention.start, mention.end)
    return bool(over) and all(name.kind == "group" for name in over)


def _may_be_described(match: Match, speaker: Speaker, proper: Sequence[int]) -> bool:
    """Whether somebody speaks by what he is where a source names whom we mean: "its prime minister" and a sentence with "Prime Minister
    Quill", "the tree surgeon said" in a sentence with the name or right behind one, "others, like Quill, have said"; or by what the
    summary calls him too: "the Tarn Radio host said" and "Tarn Radio host Ada Quill".
    """
    wanted, role = {match.summary.stems[w] for w in proper}, words_of_name(speaker.role or "")
    for side in match.index.sources:
        stems = enumerate(frozenset(side.sentence_stems(sentence)) for sentence in side.sentences)
        naming = {at: words for at, words in stems if not wanted.isdisjoint(words)}
        for found in side.sayings if naming else ():
            mention = found.speaker.mention
            if mention is None:
                continue
            office = words_of_name(mention.quote) - FUNCTION_WORDS if _ends_in_a_noun(found.speaker) else frozenset()
            if office and any(office <= words for words in naming.values()):
                return True
            described = mention.quote.lower().startswith("the ") and found.speaker.name == mention.quote
            cued = side.number_of(side.sentence_of(side.place(found.cue.start)))
            if described and (role == words_of_name(mention.quote) or any(at in naming for at in range(cued - _BEHIND, cued + 1))):
                return True
            if cued in naming and mention.quote.islower() and _named_before(side, found, wanted):
                return True
    return False


def _named_before(side: Side, found: Saying, wanted: Collection[str]) -> bool:
    """Whether a name stands before a cue, in its sentence and in nothing that is said."""
    cue = side.place(found.cue.start)
    return any(side.stems[w] in wanted and w not in found.words for w in range(side.sentence_of(cue).first, cue))


_BEHIND = 1
"""Sentences between a name and words of somebody who is only described."""


def _may_write(match: Match, proper: Sequence[int]) -> bool:
    """Whether a source may be by whom the summary names: nobody says anything under his name, and a line of it says who he is."""
    wanted = {match.summary.stems[w] for w in proper}
    if any(wanted & side.voices for side in match.index.sources):
        return False
    places = {number for stem in wanted for number in match.index.postings.get(stem, ())[:PLACES]}
    naming = ((match.index.sources[side], sentence) for side, sentence in map(match.index.sentences.__getitem__, places))
    return any(_is_about_author(side, sentence) for side, sentence in naming)


def _is_about_author(side: Side, sentence: Sentence) -> bool:
    """Whether a sentence with a name may say who wrote a source: one of its last that calls him a writer; in one that is told in the first
    person any that does, or any of the last in which nobody says "I".
    """
    last = side.number_of(sentence) >= len(side.sentences) - _ABOUT_AUTHOR
    if not _WRITERS.isdisjoint(side.sentence_stems(sentence)) and (last or side.is_of_first_person):
        return True
    if last and any(_tells_who(side, name.end, sentence.end) for name in side.names_over(sentence.start, sentence.start + 1)):
        return True
    return last and side.is_of_first_person and not set(FIRST_PERSON).intersection(side.forms[sentence.first : sentence.last])


def _tells_who(side: Side, start: int, end: int) -> bool:
    """Whether a sentence goes on behind a name that somebody "is": "Ada Quill is a co-host of Tarn Radio", "Ada Quill, a rower, is ..."."""
    return bool(_BEING_SOMEBODY.match(side.text, start, end))


_BEING_SOMEBODY = re.compile(r"(?:, [^,]{1,80},)? is\b")
_ABOUT_AUTHOR = 4
"""Sentences at the end of an article that may say who wrote it."""
_WRITERS = stems_of("author", "words")


def person_words(match: Match, place: tuple[int, int]) -> list[int]:
    """The words of a person's name in a mention that is nothing else but a title before it and an office behind it, as far as a source
    knows them; none for other mentions ("Quill's spokesman").
    """
    summary = match.summary
    start, end = summary.words[place[0]].start, summary.words[place[1] - 1].end
    name = next((name for name in summary.names_over(start, end) if name.kind == "person"), None)
    if name is None or name.quote.casefold() in speaker_words("kin"):
        return []
    first, last = max(summary.place(name.start), place[0]), min(summary.place(name.end), place[1])
    before = [w for w in range(place[0], first) if summary.content[w]]
    if any(summary.text[summary.words[w].start].islower() or _owns(summary, w) for w in before):
        return []
    if last < place[1]:
        office = summary.words[last].form in {"of", "for"} or all(w in summary.name_words for w in range(last, place[1]))
        if not office or _owns(summary, last - 1):
            return []
    return [w for w in range(first, last) if summary.content[w] and match.index.knows(summary.stems[w])]


def _owns(side: Side, word: int) -> bool:
    """Whether the next word is this one's: "Quill's spokesman"."""
    return side.between(word).startswith(("'s", "’s"))


def _is_named(found: Saying) -> bool:
    return found.confidence >= 0.6 and found.speaker.kind in {"person", "organization"} and not _is_described(found.speaker)


_GUESSED = frozenset(["pronoun", "carried"])
"""How a source's speaker may have been found that is no ground for calling the summary's a wrong one."""


def _holds(match: Match, aligned: Alignment, place: tuple[int, int]) -> bool:
    """Whether the candidate's sentence has all words of a mention: "the party" speaks through its spokeswoman named there."""
    summary, source = match.summary, match.source(aligned)
    there = set(source.sentence_stems(aligned.sentence))
    return all(summary.stems[w] in there for w in range(*place) if summary.content[w])


def _in_sentence(match: Match, aligned: Alignment, proper: Sequence[int]) -> bool:
    """Whether the candidate's sentence has one of the name's words."""
    wanted = {match.summary.stems[w] for w in proper}
    return bool(wanted & set(match.source(aligned).sentence_stems(aligned.sentence)))


_FAR_SUPPORT = 0.25
"""Share of a sentence's content that the candidates must hold before a speaker whom they do not name is the wrong one."""


def _somebody_else(match: Match, mine: Saying) -> tuple[Alignment, Saying] | None:
    """The saying of the candidate that holds most of these words, where its speaker cannot be the summary's.

    Words weigh by how rare they are in the sources: what a whole article is about is in everybody's mouth.
    """
    mapped, aligned = max(
        ((_told(match, mine, a), a) for a in match.candidates), key=lambda pair: sum(pair[0].values()), default=({}, None)
    )
    if aligned is None or (len(mapped) < 2 and not (mapped and match.near_verbatim)):
        return None
    held, source = sum(mapped.values()), match.source(aligned)
    cue = {aligned.forward.get(w) for w in range(match.summary.place(mine.cue.start), match.summary.place(mine.cue.end))} - {None}
    theirs = [
        found
        for found in source.sayings_in(aligned.sentence)
        if sum(mapped[w] for w in mapped if w in found.words) >= 0.7 * held and found.speaker.resolved_by != "unresolved"
        if not _is_of_many(source, found)
        if not cue or not cue <= found.words  # what he says is that another says, or does, so
        if mine.is_cued_by(_ASKING) or not found.is_cued_by(_ASKING)  # who is asked it answers: "conceded that he had not read it"
    ]
    own = any(same_speaker(mine.speaker, found.speaker) or _introduced_by(source, mine, found) for found in theirs)
    own = own or any(words_of_name(mine.speaker.name) & source.told_behind(found) for found in theirs)
    own = own or any(speaks_for_body(source, words_of_name(mine.speaker.name), found.speaker) for found in theirs)
    own = own or any(_is_its_officer(source, mine.speaker, found.speaker) for found in theirs)
    own = own or any(_may_be_its_letters(match, mine.speaker, found.speaker) for found in theirs)
    if not theirs or own or _own_elsewhere(match, mine, held):
        return None
    return aligned, theirs[0]


_ASKING = frozenset({"ask", "inquire", "enquire"})
"""By these somebody says nothing."""


def _is_its_officer(source: Side, mine: Speaker, theirs: Speaker) -> bool:
    """Whether the source introduces its speaker as somebody of the summary's body, named shortly before: "Norvane was pleased. | Its chief
    medical officer, Ada Quill |, said".
    """
    before = next(_introductions(source, theirs, _ITS_OFFICER), None) if mine.kind == "organization" else None
    if before is None:
        return False
    first = source.place(before.start())
    near = {source.stems[w] for w in range(max(0, first - _BODY_BEFORE), first)}
    return not words_of_name(mine.name).isdisjoint(near)


def _introductions(source: Side, theirs: Speaker, before: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What stands in this form right before the last word of a person's name."""
    name = words_in(theirs.name)
    for at in source.form_places.get(name[-1].form, ()) if theirs.kind == "person" and name else ():
        start = source.words[at].start
        if (found := before.search(source.text, max(0, start - _INTRODUCTION), start)) is not None:
            yield found


_ITS_OFFICER = re.compile(r"\b[Ii]ts\s(?:[\w’'-]+\s){0,5}[\w’'-]+,\s(?:[\w’'.-]+\s){0,3}\Z")
_BODY_BEFORE = 60
"""Words before "its chief executive" among which the body stands that it is."""


def _introduced_by(source: Side, mine: Saying, found: Saying) -> bool:
    """Whether the source introduces its speaker by the summary's: "Unity MP Ada Quill" for "Unity said", "the judge, Ada Quill"."""
    called = mine.speaker.mention
    if called is None:
        return False
    apart = r",?\s" if called.quote.lower().startswith(_DESCRIBING) else r"\s"  # "Frost, Quill said" introduces nobody
    before = re.compile(rf"\b(?i:{re.escape(called.quote)}){apart}(?:[\w’'-]+\s){{0,5}}\Z")
    return next(_introductions(source, found.speaker, before), None) is not None


_DESCRIBING = ("the ", "his ", "her ", "its ", "their ")
_INTRODUCTION = 200
"""Code points before a name that may say what somebody is."""


def _told(match: Match, mine: Saying, aligned: Alignment) -> dict[int, float]:
    """The words of a candidate that stand for the saying's, each with its weight; what somebody else says within it is his, where there
    is enough beside: "Quill said that when he had gone out he rang to tell her: “Come home.”".
    """
    summary = match.summary
    within = [other.words for other in summary.sayings_in(match.sentence) if other.words < mine.words]
    own = [w for w in mine.words.difference(*within) if summary.content[w]]
    words = own if len(own) >= _ENOUGH else mine.words
    return {aligned.forward[w]: match.index.weight(summary.stems[w]) for w in words if w in aligned.forward and summary.content[w]}


_ENOUGH = 4
"""Words with content that are somebody's own, at least, where he tells what another says."""


def _own_elsewhere(match: Match, mine: Saying, held: float) -> bool:
    """Whether another candidate gives half of these words to the summary's speaker: a headline may call him otherwise."""
    for aligned in match.candidates:
        told = _told(match, mine, aligned)
        for found in match.source(aligned).sayings_in(aligned.sentence):
            if 2 * sum(weight for w, weight in told.items() if w in found.words) >= held and same_speaker(mine.speaker, found.speaker):
                return True
    return False


def _near(match: Match, wanted: set[str]) -> bool:
    """Whether a candidate, or one of the two sentences on each side of it, has one of these words of a name."""
    for aligned in match.candidates:
        source = match.source(aligned)
        at = source.number_of(aligned.sentence)
        for sentence in source.sentences[max(0, at - 2) : at + 3]:
            if wanted & set(source.sentence_stems(sentence)):
                return True
            for found in source.sayings_in(sentence):
                if wanted & (words_of_name(found.speaker.name) | words_of_name(found.speaker.role or "")):
                    return True
    return False
