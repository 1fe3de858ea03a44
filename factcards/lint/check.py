"""All rules over one summary: sentence by sentence, each against its candidates."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator

from factcards.lexicon import lemma_of, speaker_words
from factcards.lint.findings import Edit, Objection
from factcards.lint.fixing import leaves_sentences, restoring
from factcards.lint.gravest import gravest
from factcards.lint.matching import Index, Match
from factcards.lint.requoting import keeps_quotations
from factcards.lint.rules import (
    accused,
    acts,
    answers,
    attributions,
    claims,
    comparisons,
    counts,
    cues,
    exchanged,
    figures,
    foreseen,
    hedges,
    losses,
    names,
    negations,
    nobody,
    opposites,
    presumed,
    quoted,
    quotes,
    relations,
    results,
    shares,
    slots,
    sources,
    times,
    titles,
    unproven,
    voices,
)
from factcards.lint.side import Side
from factcards.lint.stretches import stretches
from factcards.lint.words import words_in
from factcards.progress import watched

__all__ = ["RULES", "Rule", "lint"]

Rule = Callable[[Match], Iterator[Objection]]

RULES: tuple[Rule, ...] = (
    quotes.quotations,
    quotes.speech,
    figures.figures,
    acts.months,
    names.names,
    names.cut_short,
    titles.titles,
    titles.holders,
    quoted.quoted,
    voices.speakers,
    quoted.going_on,
    sources.unnamed,
    sources.spokesmen,
    slots.listed,
    names.entities,
    slots.slots,
    attributions.attribution,
    sources.nesting,
    cues.cues,
    presumed.presumed,
    nobody.nobody,
    answers.answers,
    negations.negation,
    hedges.hedging,
    losses.losses,
    accused.accused,
    foreseen.foreseen,
    counts.approximation,
    counts.turned_approximation,
    counts.quantity,
    counts.widened,
    counts.every_one,
    counts.restricted,
    counts.excepted,
    counts.chiefs,
    shares.majorities,
    shares.often,
    opposites.contraries,
    comparisons.degrees,
    comparisons.compared,
    results.results,
    times.order,
    times.durations,
    claims.conditions,
    claims.causes,
    claims.plans,
    claims.considered,
    unproven.scheduled,
    unproven.charged,
    unproven.unshown,
    claims.groups,
    relations.relations,
    exchanged.exchanged,
    exchanged.counted,
    exchanged.done,
    claims.ungrounded,
)


def lint(summary: Side, index: Index) -> tuple[Objection, ...]:
    """What the summary has that the sources do not carry, in the summary's order; each stretch and code once."""
    found: dict[tuple[str, int, int], Objection] = {}
    above = _Above()
    for sentence in watched(summary.sentences, "comparing", len(summary.sentences)):
        match = index.match(summary, sentence)
        shown = above.shows(match)
        items = [item for rule in RULES if not shown or rule in _OF_WORDS for item in rule(match)]
        items = [_with_fix(match, item) for item in _once(_corroborated(match, items))]
        for item in gravest(list(_stated(match, items if shown else _with_stretches(match, items)))):
            found.setdefault((item.code, item.span.start, item.span.end), item)
    return tuple(sorted(found.values(), key=lambda f: (f.span.start, f.span.end, f.code)))


def _stated(match: Match, found: Iterable[Objection]) -> Iterator[Objection]:
    """The findings of a sentence; how surely a question that is not the source's tells something is "unsure", since it tells nothing."""
    best = match.best
    asks = match.is_asked and not (match.near_verbatim and best is not None and match.source(best).is_asked(best.sentence))
    for item in found:
        yield item.model_copy(update={"severity": "unsure"}) if asks and item.code in _OF_STATEMENTS else item


_OF_STATEMENTS = frozenset(
    [
        "negation_added", "negation_dropped", "hedge_dropped", "hedge_strengthened", "less_sure", "scope_moved", "condition_dropped",
        "cause_claimed", "plan_as_fact", "cue_stronger", "cue_weaker", "attribution_dropped",
    ]
)  # fmt: skip
"""Codes of what only somebody who states something can do."""


def _with_stretches(match: Match, found: list[Objection]) -> list[Objection]:
    """The findings of a sentence and those of its stretches; of a figure a stretch only says what stands for it where the sentence does not
    know it.
    """
    more = [item for stretch in stretches(match) for rule in _OF_STRETCHES for item in rule(stretch)]
    doubted = [item for item in found if item.code in _DOUBTS]
    changed = [item for item in more if item.code == "figure_changed" and any(_is_over(item, other) for other in doubted)]
    others = [item for item in more if not item.code.startswith("figure")]
    surer = {(item.code, item.span) for item in others if item.code == "name_changed" and item.severity == "error"}
    kept = [item for item in found if item not in doubted or not any(_is_over(item, other) for other in changed)]
    return [*(item for item in kept if (item.code, item.span) not in surer), *changed, *others]


_DOUBTS = frozenset(["figure_absent", "figure_elsewhere"])


def _is_over(one: Objection, other: Objection) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _is_beside(one: Objection, other: Objection) -> bool:
    """Whether two findings are about the same words or about words side by side: "will", "raise"."""
    return one.span.start <= other.span.end + 1 and other.span.start <= one.span.end + 1


def _once(found: list[Objection]) -> list[Objection]:
    """Without what a later rule finds again beside the words of an earlier one, for the same words of the source: "will", "raise"; and
    without what it finds in the same words, where it tells of the same change ("will", "will raise").
    """
    kept: list[Objection] = []
    told: dict[tuple[str, str, str], list[Objection]] = {}
    for item in found:
        same = told.setdefault((item.code, item.severity, item.message), [])
        again = item.code == "hedge_strengthened" and any(other.code == item.code and _is_beside(item, other) for other in kept)
        if not again and not any(_is_beside(item, other) for other in same):
            same.append(item)
            kept.append(item)
    return kept


def _corroborated(match: Match, found: list[Objection]) -> list[Objection]:
    """One name or figure that no source has may be what everybody knows; two in a sentence are a sentence of something else, and so is
    one who says what somebody else says in the source. What stands side by side may be one name: "Liberal", "Democrats".
    """
    strangers = [item for item in found if item.code == "name_absent" and _speaks_for_another(match, item, found)]
    found = [item.model_copy(update={"severity": "error"}) if item in strangers else item for item in found]
    absent = sorted({(item.span.start, item.span.end) for item in found if _is_absent(match, item)})
    if not any(later[0] > earlier[1] + 1 for earlier, later in itertools.pairwise(absent)):
        return found
    return [item.model_copy(update={"severity": "error"}) if _is_absent(match, item) else item for item in found]


def _speaks_for_another(match: Match, absent: Objection, found: list[Objection]) -> bool:
    """Whether one whom no source names is given what it has from somebody else; one that it may know otherwise may be meant."""
    first, last = match.summary.place(absent.span.start), match.summary.place(absent.span.end)
    swapped = any(item.code == "speaker_swapped" and _is_over(absent, item) for item in found)
    return swapped and not names.is_otherwise_known(match, first, last)


def _is_absent(match: Match, found: Objection) -> bool:
    """Whether the finding is about a name or figure that no source has; not a date, which may be counted from the day of publication, nor a
    first name that the sources leave out.
    """
    at, last = match.summary.place(found.span.start), match.summary.place(found.span.end)
    if found.code != "figure_absent":
        known = found.span.quote.lower().removesuffix("s") in speaker_words("calendar") or names.completes(match, at, last)
        return found.code == "name_absent" and not known
    return not match.summary.words[at].form.startswith("date:") and match.summary.month(at) is None


_OF_WORDS: frozenset[Rule] = frozenset([quotes.quotations, quotes.speech, figures.figures, names.names])
"""Rules that look at the words alone, not at who says them and how surely."""


_OF_STRETCHES: tuple[Rule, ...] = (figures.figures, names.entities, cues.cues, opposites.contraries, claims.plans)
"""Rules about one word that takes another's place; what else a stretch says may hang on the rest of its sentence."""


class _Above:
    """The evidence of the last paragraph that is no block quote, to know a block quote that shows it."""

    def __init__(self) -> None:
        self._paragraph = -1
        self._evidence: set[tuple[int, int]] = set()

    def shows(self, match: Match) -> bool:
        """Whether the sentence is a block quote of words that the paragraph above it words: that one must say who, and how surely."""
        here = {(aligned.side, aligned.sentence.first) for aligned in match.candidates}
        if match.block_quoted:
            best = match.best
            whole = best is not None and len(best.forward) == match.sentence.last - match.sentence.first
            return best is not None and whole and (best.side, best.sentence.first) in self._evidence
        if match.sentence.paragraph != self._paragraph:
            self._paragraph, self._evidence = match.sentence.paragraph, set()
        self._evidence |= here
        return False


_MENDABLE = frozenset(
    [
        "negation_added", "negation_dropped", "hedge_dropped", "hedge_strengthened", "less_sure", "scope_moved",
        "approximation_dropped", "quantity_changed", "cue_stronger", "cue_weaker", "name_changed", "speaker_swapped",
        "attribution_dropped",
    ]
)  # fmt: skip
"""Codes whose fix is to take back the change beside the finding's words."""


_WORD_FOR_WORD = frozenset(
    [
        "negation_dropped", "hedge_dropped", "hedge_strengthened", "approximation_dropped", "quantity_changed",
        "cue_stronger", "cue_weaker",
    ]
)  # fmt: skip
"""Of these the ones whose evidence begins with the word that is missed."""


def _with_fix(match: Match, found: Objection) -> Objection:
    """The finding with its edit, unless that would leave no sentence, or a quotation that is none."""
    mended = _mended(match, found)
    sound = leaves_sentences(match.summary, mended.fix) and keeps_quotations(match, mended.fix)
    return mended if sound else mended.model_copy(update={"fix": ()})


def _mended(match: Match, found: Objection) -> Objection:
    """The finding with its edit, where the sentence is the source's but for a few words, and the rule brought none itself."""
    if found.fix or found.code not in _MENDABLE or found.severity not in {"error", "warning"}:
        return found
    first, last = match.summary.place(found.span.start), match.summary.place(found.span.end)
    theirs = found.evidence[0].span.start if found.evidence and found.code in _WORD_FOR_WORD else None
    edit = restoring(match, first, last, theirs)
    if edit is not None and found.code == "attribution_dropped" and not _attributes(edit):
        return found  # "told" is not mended by "had told" where it is left out who said so
    if edit is not None and found.code == "speaker_swapped" and edit.start == edit.end:
        return found  # "Quill told Marsh", "Quill told | Marsh told Quill": nobody takes the wrong one's place
    cue = found.code in _CUES or match.summary.sayings_cued(found.span.start, found.span.end)
    if edit is not None and cue and not found.span.start - 1 <= edit.end <= found.span.end + 1:
        return found  # "The bridge is unsafe, Quill said" is not mended by a "denied that" at its head
    return found if edit is None else found.model_copy(update={"fix": (edit,)})


_CUES = frozenset(["cue_stronger", "cue_weaker"])


def _attributes(edit: Edit) -> bool:
    """Whether an edit brings in a cue."""
    return any(lemma_of(word.form) is not None or word.form == "according" for word in words_in(edit.replacement))
