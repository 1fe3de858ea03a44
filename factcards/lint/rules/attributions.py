"""What the source has somebody say and the summary tells in its own voice: sentences, and clauses within them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcards.cards import Severity
from factcards.lexicon import lemma_of, speech_verbs
from factcards.lint.edits import closeness
from factcards.lint.findings import Objection
from factcards.lint.matching import HELD, RIVAL, SHARE, Alignment, Counterpart, Match
from factcards.lint.rules.cues import kind_of
from factcards.lint.rules.making import object_to, passage, told_by
from factcards.lint.rules.names import words_of_name
from factcards.lint.rules.owners import has_near, is_named
from factcards.lint.rules.plainly import RELATIVE, told_plainly
from factcards.lint.rules.sources import is_unnamed, tells
from factcards.lint.rules.untold import pronouns, quotations
from factcards.lint.side import Saying, Side
from factcards.lint.wording import BEING, HAVING, MODALS
from factcards.lint.words import ARTICLES, OWNERS, PERSONS, forms_in, stems_in, stems_of, words_in

__all__ = ["attribution"]


def attribution(match: Match) -> Iterator[Objection]:
    """`attribution_dropped`: what the source attributes to somebody, the summary says in its own voice, or of a "he" whom nobody knows."""
    first = match.sentence.first
    headless = match.summary.is_predicate(first) and lemma_of(match.summary.forms[first]) in speech_verbs()
    if match.is_asked or headless:  # "Says the dam is unsafe": who says so is told above it
        return
    found = list(_of_sentence(match))
    for rule in (_cut_out, _cut_out_of_relative, _of_doubted, _of_himself, _of_hearing, pronouns, quotations, told_plainly):
        if all(item.severity == "unsure" for item in found):
            found = list(rule(match)) or found
    yield from found


def _cut_out(match: Match) -> Iterator[Objection]:
    """Who says it, cut out of the middle of a sentence that is otherwise the source's: "the road was approved, but | doctors said that | it
    would be loud".
    """
    best = match.best
    if best is None or not match.near_verbatim:
        return
    source, back = match.source(best), best.backward
    for found in source.sayings_in(best.sentence):
        words = [w for w in sorted(found.only_said) if best.sentence.first <= w < best.sentence.last]
        content = [w for w in words if source.content[w]]
        mention = found.speaker.mention
        if mention is None or len(content) < _LEAST_SAID or any(w not in back for w in content):
            continue
        first, cue = source.place(mention.start), source.place(found.cue.start)
        cut = range(first, words[0])
        if not best.sentence.first < first <= cue < words[0] or any(w in back for w in cut if source.content[w]):
            continue
        here, before = back[next(w for w in words if w in back)], back.get(first - 1)
        if before is None or not 0 < here - before <= _JOINED or match.summary.attributed_to(here):
            continue
        if not _is_told_too(match, {back[w]: w for w in content}):
            why = f"the source gives this to {told_by(found)}"
            evidence = [passage(match, best, first, words[-1] + 1)]
            yield object_to(match, "attribution_dropped", "error", why, (here, back[content[-1]] + 1), evidence)
            return


_LEAST_SAID, _JOINED = 3, 2
"""Words with content of what is said, at least; and from what stood before the cut to what stood behind it, at most."""


def _cut_out_of_relative(match: Match) -> Iterator[Objection]:
    """Who says it, cut out of a relative clause: "a club | that officials say is | tied to Ostrey", "a club tied to Ostrey"."""
    for aligned in match.candidates:
        source, back = match.source(aligned), aligned.backward
        for at in range(aligned.sentence.first, aligned.sentence.last - _LEAST_SAID):
            cue = _cue_within(source, at) if source.forms[at] in RELATIVE else None
            speaker = [w for w in range(at + 1, cue + 1) if source.content[w]] if cue is not None else []
            if cue is None or not speaker or any(w in back for w in speaker) or has_near(match, {source.stems[w] for w in speaker}):
                continue
            behind = range(cue + 1, aligned.sentence.last - 1)
            end = next((w + 1 for w in behind if source.forms[w + 1] in _ENDING or "," in source.between(w)), aligned.sentence.last)
            said = {back.get(w, -1): w for w in range(cue + 1, end) if source.content[w]}
            if len(said) >= HELD and -1 not in said and _is_plain(match, aligned, said) and not _is_told_too(match, said):
                why = f"the source gives this to somebody: “{source.span(at + 1, cue + 1).quote}”"
                yield object_to(match, "attribution_dropped", "error", why, (min(said), max(said) + 1), [passage(match, aligned, at, end)])
                return


def _is_plain(match: Match, aligned: Alignment, said: Mapping[int, int]) -> bool:
    """Whether these words are told there in the summary's own voice, or only pointed to: "cited a group tied to Ostrey"."""
    here = min(said)
    if here > match.sentence.first and match.summary.forms[here - 1] == "as":
        return False  # "criticised as hurting the poor"
    cues = (form for outer in match.summary.attributed_to(here) if outer.cue is not None for form in forms_in(outer.cue.quote))
    if _is_suspected(match, list(said)) or any(lemma_of(form) not in {*_SHOWING, None} for form in cues):
        return False
    return closeness(match, aligned, here) >= SHARE and not match.summary.in_quotation(here)


def _cue_within(side: Side, at: int) -> int | None:
    """The place of who says so's verb behind this "who" or "that", before the verb of what he says: "who the police | say | is armed"."""
    for word in range(at + 2, min(at + _SPEAKER, side.sentence_of(at).last - 1)):
        tells = lemma_of(side.forms[word]) in speech_verbs() or kind_of(side.forms[word]) == "thought"
        if tells and (side.forms[word + 1] in _AUXILIARIES or side.is_predicate(word + 1)):
            return word
    return None


_SHOWING = frozenset(["point", "cite", "refer"])
"""By these somebody only names what is told: "pointed to a group tied to Ostrey"."""
_SPEAKER = 6
"""Words from a "who" to the verb of who says so, at most."""
_AUXILIARIES = BEING | HAVING | MODALS
_ENDING = frozenset(["and", "but", "who", "which", "that"])


def _of_doubted(match: Match) -> Iterator[Objection]:
    """Clauses that the source has from somebody who only claims it, accuses another of it or denies it, or who has no name: an error even
    where much is reworded, since nobody stands for it as a fact. `negation_dropped` where the summary tells of him what he denies.
    """
    for told in match.clauses:
        best = told.counterparts[0]
        if told.share < SHARE or len(best.held) < HELD or match.summary.words[told.words[0]].form in RELATIVE:
            continue
        same = told.head in best.aligned.forward  # "denied that it had agreed", "has agreed"
        stated = same and best.side.is_predicate(best.aligned.forward[told.head])  # "denied a report of it", "has reported it"
        if not _states(match.summary, told.head, telling=stated) or match.summary.attributed_to(told.head):
            continue
        said = [_doubted_over(found, told.head) for found in told.counterparts if found.weight >= RIVAL * best.weight]
        found = said[0]
        if found is None or None in said:
            continue
        denied = kind_of(found.cue.quote) == "denied"
        if (_is_negated if denied else _is_suspected)(match, told.words):
            continue
        cue, there = best.side.place(found.cue.start), [best.aligned.forward[w] for w in best.held]
        evidence = [passage(match, best.aligned, min(cue, *there), max(cue, *there) + 1)]
        if not is_named(match, told.words, found):
            why = f"the source gives this to {told_by(found)}"
            yield object_to(match, "attribution_dropped", "error", why, (told.words[0], told.words[-1] + 1), evidence)
            return
        if denied and same:  # who denies that he has agreed has not, by his own word
            why = f"the source says “{found.cue.quote}” here; the summary leaves it out"
            yield object_to(match, "negation_dropped", "error", why, (told.head, told.head + 1), evidence)
            return


def _of_himself(match: Match) -> Iterator[Objection]:
    """What somebody only claims of himself, told of him as so: "Quill alleges that she was sacked for leave", "Quill lost her job for
    leave". That the summary names him is then no attribution.
    """
    for told in match.clauses:
        if (
            match.summary.attributed_to(told.head)
            or not _states(match.summary, told.head, telling=False)
            or _is_suspected(match, told.words)
        ):
            continue
        behind = [w for w in told.words if w > told.head and match.summary.content[w]]
        for found in told.counterparts:
            held = [w for w in behind if w in found.held]
            if len(held) < _LEAST_SAID or match.weight(held) < SHARE * match.weight(behind) or _is_plain_elsewhere(match, found, held):
                continue
            saying = _doubted_over(found, told.head)
            subject = {match.summary.stems[w] for w in told.words if w < told.head}
            if saying is None or kind_of(saying.cue.quote) != "claimed" or subject.isdisjoint(words_of_name(saying.speaker.name)):
                continue
            if found.side.forms[min(saying.only_said)] in _HE:
                cue, there = found.side.place(saying.cue.start), [found.aligned.forward[w] for w in held]
                why = f"the source gives this to {told_by(saying)}"
                evidence = [passage(match, found.aligned, min(cue, *there), max(cue, *there) + 1)]
                yield object_to(match, "attribution_dropped", "error", why, (told.words[0], told.words[-1] + 1), evidence)
                return


_HE = PERSONS | OWNERS | {"it"}


def _of_hearing(match: Match) -> Iterator[Objection]:
    """What only a court or a panel is told, by whoever: "Quill sold the lamps, a jury has been told", "Quill sold the lamps"."""
    for told in match.clauses:
        best, source = told.counterparts[0], told.counterparts[0].side
        sentence = best.aligned.sentence
        if told.share < SHARE or len(best.held) < _LEAST_SAID or source.forms[sentence.last - 1] not in {"told", "heard"}:
            continue
        apart = next((w + 1 for w in range(sentence.last - 2, sentence.last - 1 - _HEARING, -1) if "," in source.between(w)), None)
        if apart is None or max(best.words) >= apart or any(w in best.aligned.backward for w in range(apart, sentence.last)):
            continue
        if match.summary.attributed_to(told.head) or not _states(match.summary, told.head, telling=False) or _is_heard(match):
            continue
        evidence = [passage(match, best.aligned, min(best.words), sentence.last)]
        why = f"the source gives this to somebody: “{source.span(apart, sentence.last).quote}”"
        yield object_to(match, "attribution_dropped", "error", why, (told.words[0], told.words[-1] + 1), evidence)
        return


def _is_heard(match: Match) -> bool:
    """Whether the sentence leaves it open, or says by its own word who found or is told it."""
    return not (_SUSPECTED | _HEARD).isdisjoint(match.summary.sentence_stems(match.sentence))


_HEARING = 7
"""Words behind a comma that end in "told" or "heard", at most."""
_HEARD = stems_in("tell hear court trial jury guilty plead convict admit claim deny prosecutor prosecution")


def _is_plain_elsewhere(match: Match, found: Counterpart, held: Sequence[int]) -> bool:
    """Whether another candidate has three of four of these words in its own voice, or from somebody who does not merely claim it."""
    others = (a for a in match.candidates if (a.side, a.sentence) != (found.aligned.side, found.aligned.sentence))
    plain = (sum(w in a.forward and not _is_only_claimed(match.source(a), a.forward[w]) for w in held) for a in others)
    return 4 * max(plain, default=0) >= 3 * len(held)


def _is_only_claimed(side: Side, word: int) -> bool:
    return any(found.cue is not None and kind_of(found.cue.quote) in _DOUBTED for found in side.attributed_to(word))


def _doubted_over(found: Counterpart, head: int) -> Saying | None:
    """Who only claims or denies this clause, or what it has for the predicate of the summary's ("denied | taking it"), or says it without
    a name; null where nobody does.
    """
    predicate = found.aligned.forward.get(head, found.head)
    place, sayings = found.side.place, found.side.sayings_in(found.aligned.sentence)
    sayings = [s for s in sayings if predicate in s.words and predicate not in range(place(s.cue.start), place(s.cue.end))]
    return next((s for s in sayings if kind_of(s.cue.quote) in _DOUBTED or (is_unnamed(found.side, s) and tells(s.cue.quote))), None)


def _states(side: Side, head: int, *, telling: bool) -> bool:
    """Whether a clause with this predicate states something: it sets no condition, nor tells who says so, unless it may be `telling`."""
    clause = side.clause_of(head)
    plain = telling or lemma_of(side.words[head].form) not in speech_verbs()
    return clause is not None and clause.mood == "statement" and plain and (clause.tense is not None or side.has_modal(clause))


def _is_negated(match: Match, words: Sequence[int]) -> bool:
    """Whether a clause, or a verb round it, says that something is not so: what somebody denies, he says is not so."""
    if not _DENIALS.isdisjoint(match.summary.sentence_stems(match.sentence)):
        return True
    return any(op.first in words for op in match.summary.operators_in(match.sentence, "negation"))


_DENIALS = stems_of("cue", "denied")


def _is_suspected(match: Match, words: Sequence[int]) -> bool:
    """Whether a clause, or what stands right before it, says that it is only claimed: "Quill is accused of starting it"."""
    stems = match.summary.stems
    return any(stems[w] in _SUSPECTED for w in range(max(match.sentence.first, words[0] - 2), words[-1] + 1))


_SUSPECTED = stems_of("hedge", "hearsay") | stems_of("hedge", "charged")
_DOUBTED = frozenset(["claimed", "accused", "denied"])


def _of_sentence(match: Match) -> Iterator[Objection]:
    """The whole sentence."""
    best = match.best
    if best is None or best.coverage < 0.5 or not match.summary.has_clause(match.sentence) or _speech_goes_on(match):
        return
    mapped = {here: there for here, there in best.forward.items() if match.summary.content[here]}
    own = {here: there for here, there in mapped.items() if _is_told_plainly(match, best, here, there)}
    verbatim = best.coverage >= 0.95 and best.ordered >= 0.9 and max(best.backward) - min(best.backward) < _SPREAD * len(best.backward)
    if len(mapped) < (1 if _is_copied(best) else 2) or (len(own) < len(mapped) and not verbatim):
        return
    said = _said(match, best, own) if len(own) >= _OWN * len(mapped) else None
    cut = _cut_off(match, best) if said is None and verbatim else None
    if said is not None:
        why = f"the source gives this to {told_by(said)}"
    elif cut is not None:
        words = match.source(best).span(*cut)
        cued = (found for found in match.source(best).sayings_cued(words.start, words.end) if found.speaker.resolved_by != "unresolved")
        by = next(cued, None)
        why = f"the source gives this to {told_by(by) if by is not None else f'somebody: “{words.quote}”'}"
    else:
        return
    if _is_told_too(match, mapped):
        return
    severity: Severity = "warning" if match.block_quoted or _is_spoken(match, best, said) else "error"
    if not verbatim or (said is not None and said.is_cued_by({"announce"})):
        severity = "unsure"  # what is announced is so by being said
    evidence = [passage(match, best, best.sentence.first, best.sentence.last)]
    yield object_to(match, "attribution_dropped", severity, why, (match.sentence.first, match.sentence.last), evidence)


def _is_copied(aligned: Alignment) -> bool:
    """Whether these are some words of the source right behind each other, however little content they have: "the cracks are new"."""
    places = list(aligned.forward.values())
    return aligned.coverage >= 1 and len(places) >= _SHORT and places == list(range(places[0], places[0] + len(places)))


_SHORT = 4
"""Words of a short sentence with a subject and what is said of it."""


def _is_told_plainly(match: Match, aligned: Alignment, here: int, there: int) -> bool:
    """Whether a word is told in the summary's own voice, or only as what somebody plans of whom the source has it from another: "Regulators
    will demand it", where "Quill said regulators would demand it".
    """
    outer = match.summary.attributed_to(here)
    if not outer:
        return True
    theirs = {said.speaker.name.casefold() for said in match.source(aligned).attributed_to(there) if said.speaker is not None}
    mine = {said.speaker.name.casefold() for said in outer if said.speaker is not None}
    spoken = any(lemma_of(form) in speech_verbs() for said in outer if said.cue is not None for form in forms_in(said.cue.quote))
    return not spoken and mine < theirs  # who tells what another told him is `nesting`'s matter


def _is_told_too(match: Match, mapped: Mapping[int, int]) -> bool:
    """Whether another candidate has all of these words as well, and from nobody: an article's caption, or its first sentence; or nearly all
    where nobody says anything.
    """
    for aligned in match.candidates[1:]:
        source = match.source(aligned)
        needed = match.weight(mapped) * (1 if source.sayings_in(aligned.sentence) else _TOLD_TOO)
        plain = [here for here in mapped if here in aligned.forward and not source.attributed_to(aligned.forward[here])]
        if match.weight(plain) >= needed and _cut_off(match, aligned) is None:
            return True
    return False


_TOLD_TOO = 0.75
"""Share of a sentence's content, by weight, by which another one of the source tells the same."""


def _said(match: Match, aligned: Alignment, own: Mapping[int, int]) -> Saying | None:
    """What somebody says in the candidate that has nearly all of these words, and whose cue the summary does not have."""
    for found in match.source(aligned).sayings_in(aligned.sentence):
        if not found.cue.quote[:1].isalpha() and found.confidence < _LABELLED:
            continue  # "7. GO DANCING: hiring a band costs ..." is nobody's
        if sum(there in found.words for there in own.values()) >= 0.8 * len(own) and not _named_here(match, aligned, found):
            return found
    return None


_LABELLED = 0.5
"""The reader's confidence from which a word before a colon is who says what follows."""


def _is_spoken(match: Match, aligned: Alignment, said: Saying | None) -> bool:
    """Whether the sentence belongs to a speech: it stands in quotation marks, or the source says in another sentence who speaks."""
    if said is None:
        return False
    cued = match.source(aligned).place(said.cue.start)
    return not aligned.sentence.first <= cued < aligned.sentence.last or _all_quoted(match)


_SPREAD = 3
"""Words of a source's sentence for each of the summary's, at most, among which these stand."""

_OWN = 0.5
"""Share of a sentence's words that must be told in the summary's own voice for an attribution to be dropped: what is said of somebody
within it may still be attributed.
"""


def _all_quoted(match: Match) -> bool:
    """Whether the whole sentence stands in quotation marks, and so claims nothing in the summary's own voice."""
    return all(match.summary.in_quotation(w) for w in range(match.sentence.first, match.sentence.last))


def _speech_goes_on(match: Match) -> bool:
    """Whether the sentence is one of a quotation of which the summary gives another sentence to somebody."""
    summary, sentence = match.summary, match.sentence
    opened = summary.quotation_over(summary.words[sentence.first].start)
    if opened is None or not _all_quoted(match):
        return False
    begin, end = summary.place(opened.inner_start), summary.place(opened.inner_end)
    others = [*range(begin, sentence.first), *range(sentence.last, end)]
    return any(summary.attributed_to(w) for w in others)


_LEAD, _ACCORDING = 14, 40
"""Words of a reporting clause that was cut off, at most; "according to" may name a long source."""


def _cut_off(match: Match, aligned: Alignment) -> tuple[int, int] | None:
    """A reporting clause ("X said (that)", ", according to X", "X: ") that the source has before or behind the sentence's words."""
    source = match.source(aligned)
    if len(aligned.forward) < match.sentence.last - match.sentence.first:
        return None
    stems = set(match.summary.sentence_stems(match.sentence))
    places = list(aligned.backward)
    low, high = min(places), max(places) + 1
    for first, last in ((aligned.sentence.first, low), (high, aligned.sentence.last)):
        if not 0 < last - first <= (_ACCORDING if source.words[first].form == "according" else _LEAD):
            continue
        words = [source.words[w].form for w in range(first, last)]
        between = source.between(last - 1) if last < len(source.words) else ""
        new = [w for w in range(first, last) if source.stems[w] not in stems]
        lead = last == low
        if all(map(source.in_quotation, range(first, last))) and not (lead and source.in_quotation(last)):
            continue  # "if it is, I will say so": words that are reported, and report none
        cued = any(_is_told_by(source, w) for w in new)
        apart = source.between(first - 1) if first else ""
        names_source = lead and between.startswith(":") and any(w in source.name_words or lemma_of(source.words[w].form) for w in new)
        reports = cued and (_leads(words, between) if lead else _trails(words, apart)) and not _reports_more(source, aligned, first, last)
        if "according" in words or names_source or (lead and words[-1] == "that") or reports:
            return first, last
    return None


_BEFORE_NOUNS = ARTICLES | OWNERS | {"with", "of", "by", "above", "below", "than"}
"""Words behind which a cue is a noun, and nobody's words: "roughly in line with forecasts"."""


def _is_told_by(side: Side, at: int) -> bool:
    """Whether a word is a cue by which a clause with a tense tells something, and no "called the Spear" or "in a posting"."""
    clause = side.clause_of(at) if lemma_of(side.forms[at]) is not None and side.forms[at - 1] not in _BEFORE_NOUNS else None
    return clause is not None and side.is_predicate(at) and side.is_finite(clause)


_BEGINNING = frozenset(["began", "begun", "continued", "started"])


def _leads(words: list[str], between: str) -> bool:
    """Whether words before a clause report it: they end in "that" or in the cue, which alone is somebody's trade ("planning officers");
    before a comma ("minutes after it began,") only in a verb of speech.
    """
    cue = lemma_of(words[-1])
    spoken = cue in speech_verbs() and words[-1] not in _BEGINNING
    return words[-1] == "that" or (len(words) > 1 and cue is not None and ("," not in between or spoken))


def _trails(words: list[str], apart: str) -> bool:
    """Whether words behind a clause report it: a mark parts them from it, and they go on with none of its own words ("..., saying", "her
    sister, who has seen it, is said to be glad").
    """
    return any(mark in apart for mark in ',”"') and not words[0].endswith("ing") and words[0] not in _GOING_ON


_GOING_ON = frozenset(
    {"and", "but", "or", "which", "who", "is", "are", "was", "were", "when", "where", "while", "because", "after", "before"}
)


def _reports_more(source: Side, aligned: Alignment, first: int, last: int) -> bool:
    """Whether the reader knows what the cue among these words reports, and it is nothing that the summary has."""
    contents = [found.words for found in source.sayings_cued(source.words[first].start, source.words[last - 1].end)]
    return bool(contents) and all(words.isdisjoint(aligned.backward) for words in contents)


def _named_here(match: Match, aligned: Alignment, found: Saying) -> bool:
    """Whether the summary's sentence still holds the cue: its words, and not only the same ones from elsewhere ("a reported $1.2m")."""
    sentence, source = match.sentence, match.source(aligned)
    stems = set(match.summary.sentence_stems(sentence))
    cue = {w.stem for w in words_in(found.cue.quote)} if found.cue else set()
    telling = cue - {"to", "be", "have"}
    if not telling or not telling <= stems or found.cue is None:
        return False
    places = range(source.place(found.cue.start), source.place(found.cue.end))
    elsewhere = {source.stems[there] for there in aligned.backward if there not in places}
    return any(there in aligned.backward for there in places) or not telling <= elsewhere
