"""Edits within quotation marks: only the source's own words, never cut in mid-phrase, and none where a quotation follows its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcards.lint.edits import changes
from factcards.lint.findings import Edit
from factcards.lint.fixing import applied, restoring_each
from factcards.lint.matching import Alignment, Match
from factcards.lint.side import FIRST_PERSON, Side
from factcards.lint.wording import BEING, DOING, HAVING
from factcards.lint.words import PERSONS, words_in

__all__ = ["keeps_quotations", "requoted"]

_FEW = 3
"""Words that may be altered, at most half of all, for a quotation to be the source's but for them; with more only a clause replaces it."""
_OMITTED = re.compile(r"…|\.\.\.|\[[^\]]*\]")
_BORDER = re.compile(r"[,;:.!?—–…]|--")
_RELATIVE = frozenset(["which", "who", "whose", "whom", "where"])
_PERSONAL = (BEING | {"am"}, HAVING, DOING, PERSONS | {*FIRST_PERSON, "we", "us", "our", "you", "your", "it", "its", "his", "her", "their"})
"""Words of which one stands for another where a quotation is fitted into a sentence: "she "is tired"" for "I am tired"."""


def requoted(match: Match, aligned: Alignment, here: tuple[int, int], there: tuple[int, int]) -> tuple[Edit, ...]:
    """The edits that give a quotation its source's words: the altered ones alone where they are few, else all of them where they are
    a clause of what is quoted there; empty where neither is so.

    Args:
        match: The sentence with the quotation.
        aligned: The candidate that has its words.
        here: The quotation's words.
        there: Where the candidate has them.
    """
    if _is_fitted_in(match, aligned, here, there):
        return ()
    if _words_altered(match, aligned, here, there) <= min(_FEW, (here[1] - here[0]) // 2):
        edits = (*restoring_each(match, aligned, here, there), *_other_forms(match, aligned, here, there))
        few = tuple(sorted(edits, key=lambda edit: edit.start))
        for edits in (few, (_whole(match, aligned, here, there),)):
            if edits and keeps_quotations(match, edits):
                return edits
    kept = [aligned.forward[w] for w in range(*here) if w in aligned.forward and there[0] <= aligned.forward[w] < there[1]]
    for low, high in ((min(kept), max(kept) + 1), there) if kept else ():
        edit = _whole(match, aligned, here, (low, high))
        if _is_clause(match.source(aligned), low, high) and keeps_quotations(match, (edit,)):
            return (edit,)
    return ()


def _words_altered(match: Match, aligned: Alignment, here: tuple[int, int], there: tuple[int, int]) -> int:
    """How many words of a quotation depart from the source, those in another form too; what stands beside it is no part of it."""
    summary, source = match.summary, match.source(aligned)
    count = sum(summary.forms[w] != source.forms[aligned.forward[w]] for w in range(*here) if w in aligned.forward)
    for change in changes(match, aligned):
        (a, b), (c, d) = change.here, change.there
        if (a == b and not here[0] < a < here[1]) or b <= here[0] or here[1] <= a:
            continue
        a, b, c, d = max(a, here[0]), min(b, here[1]), max(c, there[0]), min(d, there[1])
        count += max(b - a, d - c)
    return count


def _other_forms(match: Match, aligned: Alignment, here: tuple[int, int], there: tuple[int, int]) -> Iterator[Edit]:
    """An edit for each quoted word that the source has in another form: "house" for "houses"."""
    summary, source = match.summary, match.source(aligned)
    for at in range(*here):
        onto = aligned.forward.get(at)
        if onto is not None and there[0] <= onto < there[1] and summary.forms[at] != source.forms[onto]:
            yield Edit(start=summary.words[at].start, end=summary.words[at].end, replacement=source.span(onto, onto + 1).quote)


def _whole(match: Match, aligned: Alignment, here: tuple[int, int], there: tuple[int, int]) -> Edit:
    """The edit that puts the source's words in the place of all of a quotation's, with a capital where the quotation has one."""
    summary, words = match.summary, match.source(aligned).span(*there).quote
    start, end = summary.words[here[0]].start, summary.words[here[1] - 1].end
    opened = summary.text[start].isupper()
    return Edit(start=start, end=end, replacement=words[:1].upper() + words[1:] if opened else words)


def _is_clause(source: Side, low: int, high: int) -> bool:
    """Whether words of a source are a clause by themselves, of what somebody is quoted with: "nobody can rule it out"."""
    if not all(map(source.in_quotation, range(low, high))) or source.forms[low] in _RELATIVE:
        return False
    return _begins(source, low) and _ends(source, high) and any(map(source.is_predicate, range(low, high)))


def _begins(source: Side, at: int) -> bool:
    """Whether a sentence, a quotation or a clause begins with this word."""
    if at == 0 or at == source.sentence_of(at).first or not source.in_quotation(at - 1):
        return True
    return source.forms[at - 1] == "that" or _BORDER.search(source.between(at - 1)) is not None


def _ends(source: Side, at: int) -> bool:
    """Whether a sentence, a quotation or a clause ends before this word."""
    if at >= len(source.words) or at == source.sentence_of(at - 1).last or not source.in_quotation(at):
        return True
    return _BORDER.search(source.between(at - 1)) is not None


def _is_fitted_in(match: Match, aligned: Alignment, here: tuple[int, int], there: tuple[int, int]) -> bool:
    """Whether a quotation that goes on with its sentence has a verb or pronoun in the person that this needs: 'she "is tired"'."""
    summary, source = match.summary, match.source(aligned)
    if summary.text[summary.words[here[0]].start].isupper():
        return False
    mine, theirs = set(summary.forms[slice(*here)]), set(source.forms[slice(*there)])
    return any(kind & (mine - theirs) and kind & (theirs - mine) for kind in _PERSONAL)


def keeps_quotations(match: Match, edits: Sequence[Edit]) -> bool:
    """Whether each quotation that edits change has the source's words and commas then, begins and ends with a phrase of it, begins with
    a capital if it did, and keeps the mark before its closing one.
    """
    summary = match.summary
    for quotation in summary.quotations_in(match.sentence):
        low, high = quotation.inner_start, quotation.inner_end
        inside = [e for e in edits if low <= e.start and e.end <= high]
        if not inside:
            continue
        before = summary.shown[low:high]
        after = applied(before, [Edit(start=e.start - low, end=e.end - low, replacement=e.replacement) for e in inside])
        if (before[:1].isupper() and after[:1].islower()) or _last_mark(before) != _last_mark(after):
            return False
        old = [_forms_of(piece) for piece in _OMITTED.split(before)]
        if not all(_is_of_source(match, piece, old) for piece in _OMITTED.split(after) if _forms_of(piece)):
            return False
    return True


def _forms_of(text: str) -> list[str]:
    return [word.form for word in words_in(text)]


def _last_mark(text: str) -> str:
    """The mark that stands before the closing one."""
    return text.rstrip()[-1:] if text.rstrip()[-1:] in {",", ".", "!", "?"} else ""


def _is_of_source(match: Match, piece: str, old: Sequence[Sequence[str]]) -> bool:
    """Whether a piece of a quotation stands in a source, marks and all, between borders of its phrases where these are not the old ones."""
    mine = _forms_of(piece)
    if mine in old:
        return True
    # Whether one word alone became another: "an expression of concern"
    one_apart = any((len(mine) == len(words) and sum(a != b for a, b in zip(mine, words, strict=True)) == 1) for words in old)
    begins = one_apart or any(mine[:1] == words[:1] for words in old)
    ends = one_apart or any(mine[-1:] == words[-1:] for words in old)
    return any(
        (begins or _begins(side, at))
        and (ends or _ends(side, at + len(mine)))
        and _plain(side.text[side.words[at].start : side.words[at + len(mine) - 1].end]) == _plain(piece)
        for side in match.index.sources
        for at in side.runs(mine)
    )


def _plain(text: str) -> str:
    """A text without what may differ: case, white space, the style of marks, and marks at its end."""
    return " ".join(re.sub(r"[\"'“”‘’*_]", "", text).casefold().split()).rstrip(",.!?;: ")
