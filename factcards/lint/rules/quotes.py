"""Quotations: the words between quotation marks must stand in the sources, and those of a speech without them too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcards.cards import Severity
from factcards.lexicon import lemma_of
from factcards.lint.edits import changes
from factcards.lint.findings import Objection
from factcards.lint.matching import Alignment, Match
from factcards.lint.operating import NEARLY
from factcards.lint.requoting import requoted
from factcards.lint.rules.making import object_to, passage, stands_for
from factcards.lint.side import Side
from factcards.lint.wording import PLACES
from factcards.lint.words import stems_of

__all__ = ["quotations", "speech"]


def quotations(match: Match) -> Iterator[Objection]:
    """`quote_altered`: words in quotation marks that no source has so."""
    summary = match.summary
    for quotation in summary.quotations_in(match.sentence):
        first, last = summary.place(quotation.inner_start), summary.place(quotation.inner_end)
        for low, high in _pieces(summary, first, last):
            if high <= low or _stands(match, low, high):
                yield from _exchanged(match, low, high)
                continue
            joint = _joint(match, low, high)
            if joint is not None:
                if _goes_on(match, low, joint, high):
                    continue
                yield object_to(match, "quote_altered", "error", "two quotations of the source are joined here", (joint - 1, joint + 1))
                continue
            yield from _altered(match, low, high)


def _exchanged(match: Match, first: int, last: int) -> Iterator[Objection]:
    """One quoted word that the sources have outside quotation marks only, in the place of one that they quote: "the 'horrendous' accident",
    "the 'tragic' accident".
    """
    summary = match.summary
    if last - first != 1 or not summary.content[first] or summary.words[first].figure:
        return
    quoted = _is_quoted_somewhere(match, first)
    for aligned in match.candidates:
        source, there = match.source(aligned), _beside(match, aligned, first)
        if there is None or there in aligned.backward or not source.content[there] or not source.in_quotation(there):
            continue
        if quoted and summary.stems[first] in source.sentence_stems(aligned.sentence):
            continue  # it stands beside that one: "told to stop “moaning” or “nagging”"
        if quoted and (source.in_quotation(there - 1) or source.in_quotation(there + 1)):
            continue  # it may be taken from another speech than this one
        theirs = passage(match, aligned, there, there + 1)
        severity: Severity = "error" if aligned is match.best else "unsure"  # elsewhere it may be of something else
        yield stands_for(match, "quote_altered", severity, f"the source's word is “{theirs.span.quote}”", first, theirs)
        return


def _is_quoted_somewhere(match: Match, at: int) -> bool:
    """Whether a source has this word of the summary within quotation marks."""
    form = match.summary.words[at].form
    return any(side.in_quotation(w) for side in match.index.sources for w in side.form_places.get(form, ())[:PLACES])


def _beside(match: Match, aligned: Alignment, at: int) -> int | None:
    """The word of a candidate behind the counterparts of the two words before this one, or before that of a telling word behind it."""
    forward, content = aligned.forward, match.summary.content
    before, earlier, behind = forward.get(at - 1), forward.get(at - 2), forward.get(at + 1)
    if behind is not None and content[at + 1] and behind - 1 >= aligned.sentence.first:
        return behind - 1
    if before is not None and earlier == before - 1 and (content[at - 1] or content[at - 2]) and before + 1 < aligned.sentence.last:
        return before + 1
    return None


def speech(match: Match) -> Iterator[Objection]:
    """`quote_altered`, for a sentence of a speech without its marks: one word of the source's quotation became another."""
    best = match.best
    if best is None or best.ordered < _SPOKEN or best.coverage < 0.6:
        return
    summary, source = match.summary, match.source(best)
    if 2 * sum(map(source.in_quotation, best.backward)) < len(best.backward):
        return  # the source quotes a phrase of it only, which a summary may word otherwise
    for change in changes(match, best):
        (a, b), (c, d) = change.here, change.there
        if b - a != 1 or d - c != 1 or change.anchored == 0 or not (summary.content[a] and source.content[c]):
            continue
        if summary.words[a].figure or source.words[c].figure or not source.in_quotation(c) or summary.in_quotation(a):
            continue
        if a in summary.operator_words or c in source.operator_words or lemma_of(source.words[c].form) is not None:
            continue
        theirs = passage(match, best, c, d)
        message = f"these are words of a quotation; the source's word is “{theirs.span.quote}”"
        yield stands_for(match, "quote_altered", "error", message, a, theirs)


_SPOKEN = 0.85
"""Share of a sentence's words that must stand in the source's quotation in order, to be those spoken words."""


def _pieces(summary: Side, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches of a quotation between omissions and bracketed words."""
    low = first
    for at in range(first + 1, last):
        between = summary.between(at - 1)
        if "…" in between or "..." in between or "[" in between or "]" in between:
            yield low, at
            low = at
    yield low, last


_LONGEST_QUOTE = 200
"""Words of a quotation in which a joint is looked for."""


def _joint(match: Match, first: int, last: int) -> int | None:
    """Where two stretches meet that each stand in a source, but not together: the place of the second one's first word."""
    summary = match.summary
    for at in range(first + 2, min(last - 1, first + 2 + _LONGEST_QUOTE)):
        between = summary.between(at - 1)
        if any(mark in between for mark in ".!?;,") and _stands(match, first, at) and _stands(match, at, last):
            return at
    return None


def _goes_on(match: Match, first: int, joint: int, last: int) -> bool:
    """Whether a source breaks the words only to say whose they are: "We tried," said Quill. "It sank" may stand as one quotation."""
    for side in match.index.sources:
        second = set(side.runs(match.summary.forms[joint:last]))
        for end in (at + joint - first for at in side.runs(match.summary.forms[first:joint])):
            at = next((at for at in range(end + 1, end + 1 + _BROKEN) if at in second), None)
            if at is None or not (side.in_quotation(end - 1) and side.in_quotation(at)) or any(map(side.in_quotation, range(end, at))):
                continue
            before, behind = (
                {said.speaker.name for said in side.sayings_in(side.sentence_of(w)) if w in said.words} for w in (end - 1, at)
            )
            if before & behind:
                return True
    return False


_BROKEN = 12
"""Words outside quotation marks that may break a speech, at most: who speaks, and how."""


def _stands(match: Match, first: int, last: int) -> bool:
    """Whether these words stand in a source in this order, word for word (figures by value)."""
    wanted = match.summary.forms[first:last]
    return any(True for side in match.index.sources for _ in side.runs(wanted))


def _altered(match: Match, first: int, last: int) -> Iterator[Objection]:
    summary = match.summary
    nearest = _nearest(match, first, last)
    if nearest is None:
        severity: Severity = "unsure" if _paraphrased(match, first, last) else "error"
        shown = _short(summary.span(first, last).quote)
        yield object_to(match, "quote_absent", severity, f"nobody says “{shown}” in the source", (first, last))
        return
    aligned, low, high = nearest
    source, here = match.source(aligned), (first, last)
    severity = _how_altered(match, aligned, here, (low, high))
    if severity == "error" and _paraphrased(match, first, last):
        severity = "unsure"
    while source.in_quotation(low) and high - 1 > low and not source.in_quotation(high - 1):
        high -= 1  # never past the end of what was said
    if last - 1 not in aligned.forward and (end := _end_of_speech(source, aligned, high)) - high < _PHRASE:
        high = end
    there, theirs = (low, high), passage(match, aligned, low, high)
    edits = requoted(match, aligned, here, there)
    if last - first < _PHRASE and summary.stems[first:last] == source.stems[low:high]:
        edits = ()  # 'councillors "rubber-stamping"' would be no sentence
    message = f"the source's words are “{_short(theirs.span.quote)}”"
    yield object_to(match, "quote_altered", severity, message, (first, last), [theirs], edits)


def _nearest(match: Match, first: int, last: int) -> tuple[Alignment, int, int] | None:
    """The candidate that has most of a quotation's words, at least half of them, with the stretch in which it has them; of equal ones
    what stands in quotation marks there, too.
    """
    best: tuple[int, bool, Alignment, int, int] | None = None
    for aligned in match.candidates:
        inside = [w for w in range(first, last) if w in aligned.forward]
        if len(inside) * 2 < last - first:
            continue
        low, high = min(aligned.forward[w] for w in inside), max(aligned.forward[w] for w in inside) + 1
        if high - low > 2 * (last - first) + 3:
            continue
        spoken = match.source(aligned).in_quotation(low)
        if best is None or (len(inside), spoken) > best[:2]:
            low = max(aligned.sentence.first, low - (inside[0] - first))
            high = min(aligned.sentence.last, high + (last - 1 - inside[-1]))
            best = (len(inside), spoken, aligned, low, high)
    return best[2:] if best is not None else _elsewhere(match, first, last)


def _elsewhere(match: Match, first: int, last: int) -> tuple[Alignment, int, int] | None:
    """Where a source quotes all these words but one, or one of four, in a sentence that has little else of the summary's."""
    summary, index, size = match.summary, match.index, last - first
    half = first + size // 2
    for at, side in enumerate(index.sources) if _ELSEWHERE <= size <= _LONGEST_QUOTE else ():
        starts = {run - low + first for low, high in ((first, half), (half, last)) for run in side.runs(summary.forms[low:high])}
        for start in sorted(place for place in starts if place >= 0 and place + size <= len(side.words)):
            same = {w: w - first + start for w in range(first, last) if summary.forms[w] == side.forms[w - first + start]}
            sentence = side.sentence_of(start)
            if size - len(same) <= max(1, size // 4) and start + size <= sentence.last and side.in_quotation(start):
                return index.aligned(summary, match.sentence, at, sentence, same, index.total(summary, match.sentence)), start, start + size
    return None


_ELSEWHERE = 4
"""Words of a quotation that is looked for in all of the sources."""


def _end_of_speech(source: Side, aligned: Alignment, high: int) -> int:
    """Where what is said in a candidate ends, from a place within it: "I would stay just | yet."."""
    return next((at for at in range(high, aligned.sentence.last) if not source.in_quotation(at)), aligned.sentence.last)


_PHRASE = 3
"""Words of a quotation from which it carries its own grammar."""
_ALTERED = 2
"""Words between single marks that may be another's before they are a paraphrase and no altered quotation."""


def _paraphrased(match: Match, first: int, last: int) -> bool:
    """Whether words between single marks are hardly the source's: such marks stand round paraphrase and mockery too."""
    if first not in match.summary.singly_quoted or _one_word_apart(match, first, last):
        return False
    kept = max((sum(1 for w in range(first, last) if w in aligned.forward) for aligned in match.candidates), default=0)
    return kept == 0 or last - first - kept > _ALTERED


def _one_word_apart(match: Match, first: int, last: int) -> bool:
    """Whether a source has these words but one; with two words nothing is left to tell by."""
    return 3 <= last - first <= _LONGEST_QUOTE and any(
        (at == first or _stands(match, first, at)) and (at + 1 == last or _stands(match, at + 1, last)) for at in range(first, last)
    )


_SMALL = frozenset(["a", "an", "the", "that", "this", "of", "and"])
"""Words that may stand for each other in a quotation without a lie."""


def _how_altered(match: Match, aligned: Alignment, here: tuple[int, int], there: tuple[int, int]) -> Severity:
    """An error where a word with content is another, or words change places, or where a "nearly" or a "maybe" is left out; a warning where
    only small words differ, or one negation stands for another.
    """
    summary, source = match.summary, match.source(aligned)
    known = {source.stems[w] for w in range(*there)}
    mine = {summary.stems[w] for w in range(*here)}
    negations = stems_of("negation", "words") | stems_of("negation", "verbs")
    turned = bool(mine & negations - known) != bool(known & negations - mine)
    other = any(summary.content[w] and summary.stems[w] not in known | negations for w in range(*here))
    places = [aligned.forward[w] for w in range(*here) if w in aligned.forward]
    other = other or places != sorted(places)
    if here[1] - here[0] == there[1] - there[0]:
        other = other or any(
            summary.stems[a] != source.stems[b]
            and not {summary.words[a].form, source.words[b].form} <= _SMALL
            and not {summary.stems[a], source.stems[b]} & negations
            for a, b in zip(range(*here), range(*there), strict=True)
        )
    other = other or any(_weakens(source, w) and w not in aligned.backward for w in range(there[0] + 1, there[1] - 1))
    other = other or _turn_by_small_words(summary.forms[slice(*here)], source.forms[slice(*there)])
    return "error" if other or turned else "warning"


def _weakens(source: Side, at: int) -> bool:
    """Whether a word makes less of what it stands with: "a nearly full hall", "will probably come"."""
    return source.forms[at] in NEARLY or source.stems[at] in _MARKS


_MARKS = stems_of("hedge", "marks")


def _turn_by_small_words(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether each side has a preposition that the other does not: "is not up to it", "is not with it"."""
    return not _BEARING.isdisjoint(set(mine) - set(theirs)) and not _BEARING.isdisjoint(set(theirs) - set(mine))


_BEARING = frozenset(
    ["with", "without", "for", "from", "against", "by", "up", "down", "over", "under", "before", "after", "out", "off", "into"]
)
"""Prepositions and particles that bear the meaning of what they stand with."""


_SHOWN = 120
"""Code points of the source's words that a message shows."""


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"
