"""Two decks, claim by claim: cards are paired, each pair is classified, the rest was added or removed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcards.cards import Card, Deck, FindingCode
from factcards.checking.sides import same_name
from factcards.figures import find_figures, normal_value
from factcards.hedges import surer
from factcards.regress.brief_changes import brief_changes
from factcards.regress.changes import SEVERITIES, Change, ChangeKind, ChangeSeverity, Side
from factcards.regress.pairing import pairs_of
from factcards.regress.textmap import TextMap
from factcards.rendering.places import place_in_file

__all__ = ["compare"]

_WORD = re.compile(r"\w+")
_SURER = frozenset({"hedge_dropped", "condition_dropped"})
_MISGIVEN = frozenset({"speaker_swapped", "speaker_absent"})
_ALIKE: Mapping[FindingCode, FindingCode] = {
    "figure_elsewhere": "figure_absent",
    "hedge_strengthened": "hedge_dropped",
    "negation_added": "negation_dropped",
    "plan_as_fact": "hedge_dropped",
    "quote_altered": "quote_absent",
}
"""Codes that make the same change as another one does: a card with one of the two that has the other now is no other card."""
Raw = tuple[ChangeKind, str]


def compare(
    old: Deck, new: Deck, severities: Mapping[ChangeKind, ChangeSeverity] | None = None, *, summary: bool = True
) -> tuple[Change, ...]:
    """Every difference that a reader of the two decks could meet, in the new article's order; nothing for equal decks.

    Versions and prices are no difference. The article may have been revised: old spans are carried over to the new text.

    Args:
        old: The accepted deck.
        new: The rebuilt one.
        severities: What a suite says of some classes.
        summary: Whether the summaries are compared too.
    """
    if old.cards == new.cards and old.brief == new.brief and old.rejected == new.rejected and old.article.text == new.article.text:
        return ()
    table = {**SEVERITIES, **(severities or {})}
    carried = TextMap(old.article.text, new.article.text)
    pairs = pairs_of(old, new, carried)
    found: list[tuple[int, Change]] = []
    for left, right in pairs.items():
        before, after = old.cards[left], new.cards[right]
        sides = (_side(old, before), _side(new, after))
        for kind, message in _classes(before, after, carried):
            change = Change(kind=kind, severity=table[kind], message=message, old=sides[0], new=sides[1])
            found.append((after.content[0].start, change))
    for at, card in enumerate(old.cards):
        if at not in pairs:
            place = carried.span(card.content[0].start, card.content[-1].end)
            change = Change(kind="removed", severity=table["removed"], message="the claim is gone", old=_side(old, card))
            found.append((place[0] if place else card.content[0].start, change))
    for at in sorted(set(range(len(new.cards))) - set(pairs.values())):
        change = Change(kind="added", severity=table["added"], message="a claim that was not there", new=_side(new, new.cards[at]))
        found.append((new.cards[at].content[0].start, change))
    ids = {old.cards[left].id: new.cards[right].id for left, right in pairs.items()}
    return (*(change for _, change in sorted(found, key=lambda item: item[0])), *brief_changes(old, new, ids, table, summary=summary))


def _side(deck: Deck, card: Card) -> Side:
    start, end = card.content[0].start, card.content[-1].end
    place = place_in_file(deck.article, start)
    return Side(
        card=card.id,
        claim=card.claim,
        quote=" […] ".join(span.quote for span in card.content),
        start=start,
        end=end,
        line=None if place is None else place[0],
    )


def _classes(old: Card, new: Card, carried: TextMap) -> Iterator[Raw]:
    """Each class that the pair is in; nothing when it is unchanged."""
    if old == new:
        return
    found = [*_sureness(old, new), *_voice(old, new), *_substance(old, new)]
    known = _told(old)
    flags = [one for one in new.findings if one.severity != "info" and _ALIKE.get(one.code, one.code) not in known]
    if flags and not found:
        found.append(("newly_flagged", flags[0].message))
    yield from found
    kept = [carried.span(span.start, span.end) for span in old.content] == [(span.start, span.end) for span in new.content]
    offsets = [(s.start, s.end) for s in old.content] == [(s.start, s.end) for s in new.content]
    if not found and old.claim != new.claim:
        yield "reworded", "the same in other words"
    elif not found and not offsets and kept:
        yield "moved", f"the same words, {new.content[0].start - old.content[0].start:+d} code points"


def _told(card: Card) -> dict[FindingCode, str]:
    """What each finding says, by its code; of codes that make the same change the last one's."""
    return {_ALIKE.get(found.code, found.code): found.message for found in card.findings}


def _sureness(old: Card, new: Card) -> Iterator[Raw]:
    before, fresh = _told(old), _told(new)
    upgraded = [message for code, message in fresh.items() if code in _SURER and code not in before]
    if surer(new.certainty, old.certainty):
        yield "surer", f"{old.certainty} became {new.certainty}"
    elif upgraded:
        yield "surer", upgraded[0]
    elif surer(old.certainty, new.certainty):
        yield "less_sure", f"{old.certainty} became {new.certainty}"
    elif before.keys() & _SURER and not fresh.keys() & _SURER:
        yield "less_sure", "the claim is no longer surer than its evidence"
    hedges = [{hedge.quote.casefold() for hedge in card.hedges} for card in (old, new)]
    lost, gained = sorted(hedges[0] - hedges[1]), sorted(hedges[1] - hedges[0])
    if "approximation_dropped" in fresh and "approximation_dropped" not in before:
        yield "hedge_dropped", fresh["approximation_dropped"]
    elif lost:
        yield "hedge_dropped", f"without “{'”, “'.join(lost)}”"
    if gained:
        yield "hedge_added", f"with “{'”, “'.join(gained)}”"
    if old.polarity != new.polarity:
        yield "polarity_flipped", f"{old.polarity} became {new.polarity}"
    elif "negation_dropped" in fresh and "negation_dropped" not in before:
        yield "polarity_flipped", fresh["negation_dropped"]


def _voice(old: Card, new: Card) -> Iterator[Raw]:
    names = [card.speaker.name if card.speaker else None for card in (old, new)]
    told = [_told(card) for card in (old, new)]
    if names[0] != names[1] and not (names[0] and names[1] and same_name(names[0], names[1])):
        yield "speaker_changed", f"{names[0] or 'the article itself'} became {names[1] or 'the article itself'}"
    elif told[1].keys() & _MISGIVEN and not told[0].keys() & _MISGIVEN:
        yield "speaker_changed", next(message for code, message in told[1].items() if code in _MISGIVEN)
    elif old.speaker and new.speaker and (old.speaker.name, old.speaker.resolved_by) != (new.speaker.name, new.speaker.resolved_by):
        yield "resolution_changed", f"{names[0]} ({old.speaker.resolved_by}) became {names[1]} ({new.speaker.resolved_by})"
    strengths = [card.cue.strength if card.cue else None for card in (old, new)]
    if strengths[0] != strengths[1]:
        yield "cue_changed", f"{strengths[0] or 'no cue'} became {strengths[1] or 'no cue'}"
    if old.mode != new.mode:
        yield "mode_changed", f"{old.mode} became {new.mode}"


def _substance(old: Card, new: Card) -> Iterator[Raw]:
    """Figures and quoted words: of the contents, and of what the claims say."""
    figures = [_figures(card) for card in (old, new)]
    changed = figures[0].keys() != figures[1].keys()
    known = _told(old)
    fresh = {code: message for code, message in _told(new).items() if code not in known}
    if changed or "figure_absent" in fresh:
        told = f"{_listed(*figures)} became {_listed(figures[1], figures[0])}"
        yield "figure_changed", fresh.get("figure_absent", told)
    words = [[_WORD.findall(span.quote.casefold()) for span in card.content] for card in (old, new)]
    if "quote_absent" in fresh:
        yield "quote_changed", fresh["quote_absent"]
    elif words[0] != words[1] and not changed:
        yield "quote_changed", "other words of the article carry it"


def _figures(card: Card) -> dict[str, str]:
    """Each figure of content and claim: its value, and how it is written."""
    text = " ".join(span.quote for span in card.content)
    return {normal_value(figure): figure.quote for part in (text, card.claim) for figure in find_figures(part)}


def _listed(here: dict[str, str], there: dict[str, str]) -> str:
    return ", ".join(sorted(words for value, words in here.items() if value not in there)) or "nothing"
