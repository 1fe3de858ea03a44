"""What changed around the cards: rejected claims, what was withheld, and the summary's sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcards.cards import Deck, SummarySentence
from factcards.regress.assignment import assign
from factcards.regress.changes import Change, ChangeKind, ChangeSeverity, Side

__all__ = ["brief_changes"]

LEAST = 0.5
"""Similarity (0 to 1) from which two sentences are one that was reworded."""
Table = Mapping[ChangeKind, ChangeSeverity]


def brief_changes(old: Deck, new: Deck, ids: Mapping[str, str], table: Table, *, summary: bool) -> tuple[Change, ...]:
    """Changes in text order of the brief.

    Args:
        old: The accepted deck.
        new: The rebuilt one.
        ids: For each paired old card's id the new one's.
        table: The severity of each class.
        summary: Whether the summaries' own sentences count.
    """
    sentences = _sentences(old, new, ids, table) if summary else ()
    return (*_rejected(old, new, table), *_withheld(old, new, table, summary=summary), *sentences)


def _rejected(old: Deck, new: Deck, table: Table) -> Iterator[Change]:
    known = {(item.claim, item.quote, item.code) for item in old.rejected}
    for item in new.rejected:
        if (item.claim, item.quote, item.code) not in known:
            side = Side(claim=item.claim, quote=item.quote)
            yield Change(kind="newly_rejected", severity=table["newly_rejected"], message=item.reason, new=side)


def _withheld(old: Deck, new: Deck, table: Table, *, summary: bool) -> Iterator[Change]:
    """What was kept out of the brief; a card's own finding is told with the card and not a second time."""
    before, after = ({(item.code, item.text): item for item in deck.brief.withheld if summary and not item.cards} for deck in (old, new))
    for item in (item for key, item in after.items() if key not in before):
        yield Change(kind="newly_withheld", severity=table["newly_withheld"], message=item.reason, new=Side(claim=item.text))
    for item in (item for key, item in before.items() if key not in after):
        yield Change(kind="no_longer_withheld", severity=table["no_longer_withheld"], message=item.reason, old=Side(claim=item.text))


def _sentences(old: Deck, new: Deck, ids: Mapping[str, str], table: Table) -> Iterator[Change]:
    before, after = old.brief.summary, new.brief.summary
    scores = {
        (i, j): score for i, one in enumerate(before) for j, other in enumerate(after) if (score := _likeness(one, other, ids)) >= LEAST
    }
    pairs = assign(scores)
    for i, j in pairs.items():
        if before[i].text != after[j].text:
            yield _change("sentence_reworded", table, "the same in other words", before[i], after[j])
        if {ids.get(card, card) for card in before[i].cards} != set(after[j].cards):
            yield _change("citation_changed", table, "it cites other cards", before[i], after[j])
    for i, sentence in enumerate(before):
        if i not in pairs:
            yield _change("sentence_removed", table, "a sentence of the summary is gone", sentence, None)
    taken = set(pairs.values())
    for j, sentence in enumerate(after):
        if j not in taken:
            yield _change("sentence_added", table, "a sentence that the summary did not have", None, sentence)
    if old.brief.title != new.brief.title:
        sides = (Side(claim=old.brief.title), Side(claim=new.brief.title))
        yield Change(kind="title_changed", severity=table["title_changed"], message="another title", old=sides[0], new=sides[1])


def _likeness(old: SummarySentence, new: SummarySentence, ids: Mapping[str, str]) -> float:
    if old.text == new.text:
        return 2.0
    from rapidfuzz.fuzz import ratio

    cited = {ids.get(card, card) for card in old.cards} == set(new.cards)
    return ratio(old.text, new.text) / 100 + (0.2 if cited else 0.0)


def _change(kind: ChangeKind, table: Table, message: str, old: SummarySentence | None, new: SummarySentence | None) -> Change:
    sides = [Side(claim=sentence.text) if sentence else None for sentence in (old, new)]
    return Change(kind=kind, severity=table[kind], message=message, old=sides[0], new=sides[1])
