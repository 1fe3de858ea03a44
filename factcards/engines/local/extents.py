"""Source and content of a cue by rules over the parse alone: what `--reader rules` reads, once the statistics have named the cue."""

from __future__ import annotations

from collections.abc import Iterable

from factcards.engines.local.frames import subject
from factcards.engines.local.sheet import Sheet
from factcards.engines.local.units import Units

__all__ = ["ruled_content", "ruled_cue", "ruled_source"]

NEAR = 12
"""Words between a quotation and its cue: a name with its role fits, a further clause does not."""
_CONTENT = frozenset({"ccomp", "xcomp"})
_OBJECTS = frozenset({"dobj", "oprd", "attr", "acomp"})
_ASIDES = frozenset({"advcl", "parataxis", "relcl"})
_SPEAKERS = frozenset({"PROPN", "PRON", "NOUN", "DET", "NUM", "ADJ"})


def ruled_cue(sheet: Sheet, cue: int) -> list[int]:
    """The cue with its auxiliaries, negation and particle, as one run; of "according to" both words."""
    if sheet.low[cue] == "according" and cue + 1 < len(sheet):
        return [cue, cue + 1]
    low = high = cue
    while low and sheet.head[low - 1] == cue and sheet.dep[low - 1] in {"aux", "auxpass", "neg", "advmod"} and sheet.region[low - 1] < 0:
        low -= 1
    particle = sheet.child(cue, "prt")
    if particle == cue + 1:
        high = particle
    return list(range(low, high + 1))


def ruled_content(sheet: Sheet, units: Units, bounds: tuple[int, int], cue: int) -> list[int]:
    """The words of the content; none where no construction is met."""
    words = _quoted(sheet, units, bounds, cue)
    if sheet.low[cue] in {"according", "per"}:
        return _beside_phrase(sheet, cue)
    clause = _clause(sheet, cue)
    inside = set(clause)
    if clause and (not words or any(at in inside for at in words)):
        return sorted(inside | {at for at in words if at not in inside and _goes_on(sheet, at, clause)})
    if words:
        return words
    return _phrase(sheet, cue)


def _goes_on(sheet: Sheet, at: int, clause: list[int]) -> bool:
    """Whether a quoted word lies in a quotation that begins inside a clause or right behind it."""
    region = sheet.regions[sheet.region[at]]
    return region.first in clause or region.first - clause[-1] <= 2


def _quoted(sheet: Sheet, units: Units, bounds: tuple[int, int], cue: int) -> list[int]:
    """The quotations whose cue this is: those it stands beside with no other clause between, and what follows them at once."""
    mine = units.all[bounds[0] : bounds[1]]
    place = units.place[cue] - bounds[0]
    taken: list[int] = []
    for step in (-1, 1):
        words = verbs = 0
        k = place + step
        while 0 <= k < len(mine):
            unit = mine[k]
            if unit.quoted:
                if words <= NEAR and not verbs and _speech(sheet, unit.first, unit.last, before=step < 0):
                    taken.append(k)
                    words = 0
                else:
                    break
            elif sheet.pos[unit.first] != "PUNCT":
                words += 1
                verbs += sheet.pos[unit.first] == "VERB" and unit.first not in sheet.kids[cue]
            k += step
    return [at for k in sorted(taken) for at in range(mine[k].first, mine[k].last)]


def _speech(sheet: Sheet, first: int, last: int, *, before: bool) -> bool:
    """Whether a quotation reads as speech: before its cue it ends in a mark, behind it it is set off or a sentence."""
    inner = [at for at in range(first, last) if sheet.pos[at] != "PUNCT"]
    if len(inner) < 2:
        return False
    if before:
        return sheet.low[last - 2] in {",", ".", "?", "!", "…", "..."} or (last < len(sheet) and sheet.low[last] == ",")
    return sheet.low[first - 1] in {",", ":", ".", "?", "!"} or sheet.pos[first - 1] in {"VERB", "AUX", "PUNCT"} or len(inner) >= 4


def _clause(sheet: Sheet, cue: int) -> list[int]:
    """The complement clause, less a leading parenthesis and trailing asides."""
    for kid in sheet.kids[cue]:
        if sheet.dep[kid] in _CONTENT and not (sheet.tag[cue] == "VBN" and sheet.child(cue, "auxpass") >= 0 and sheet.dep[kid] == "xcomp"):
            own = set(ruled_cue(sheet, cue)) | _below(sheet, sheet.child(cue, "nsubj"))
            return _trimmed(sheet, (at for at in _yield(sheet, kid) if at not in own), kid)
    if sheet.tag[cue] == "VBN" and sheet.child(cue, "auxpass") >= 0 and (kid := sheet.child(cue, "xcomp")) >= 0:
        return sorted(_below(sheet, sheet.child(cue, "nsubjpass")) | set(_trimmed(sheet, _yield(sheet, kid), kid)))
    if sheet.dep[cue] == "parataxis" and sheet.head[cue] < cue:
        return [at for at in _yield(sheet, sheet.head[cue]) if not sheet.left[cue] <= at <= sheet.right[cue]]
    return []


def _phrase(sheet: Sheet, cue: int) -> list[int]:
    """An object with the prepositional phrases behind it, or the object of the cue's preposition."""
    for kid in sheet.kids[cue]:
        if kid > cue and sheet.dep[kid] in _OBJECTS:
            found = set(_yield(sheet, kid))
            for other in sheet.kids[cue]:
                if other > kid and sheet.dep[other] in {"prep", "dative"}:
                    found.update(_yield(sheet, other))
            return _trimmed(sheet, sorted(found), kid)
    for kid in sheet.kids[cue]:
        if kid > cue and sheet.dep[kid] in {"acl", "relcl"}:
            return _trimmed(sheet, _yield(sheet, kid), kid)
    for kid in sheet.kids[cue]:
        if kid > cue and sheet.dep[kid] == "prep" and sheet.low[kid] != "by":
            return _trimmed(sheet, (at for at in _yield(sheet, kid) if at != kid), kid)
    return []


def _beside_phrase(sheet: Sheet, cue: int) -> list[int]:
    """The sentence without the phrase "according to ..." and its commas."""
    low, high = sheet.sentences[sheet.sentence[cue]]
    named = sheet.child(cue + 1, "pobj") if cue + 1 < high else -1
    end = sheet.right[named] if named >= 0 else sheet.right[cue]
    return [at for at in range(low, high) if not cue <= at <= max(end, cue + 1) and (sheet.pos[at] != "PUNCT" or sheet.region[at] >= 0)]


def _yield(sheet: Sheet, at: int) -> Iterable[int]:
    return range(sheet.left[at], sheet.right[at] + 1)


def _below(sheet: Sheet, at: int) -> set[int]:
    return set(_yield(sheet, at)) if at >= 0 else set()


def _trimmed(sheet: Sheet, words: Iterable[int], head: int) -> list[int]:
    """Without punctuation at the ends, and without an aside behind a comma that hangs on the content's own head."""
    kept = list(words)
    for kid in sheet.kids[head]:
        if kid > head and sheet.dep[kid] in _ASIDES and sheet.left[kid] > 0 and sheet.low[sheet.left[kid] - 1] == ",":
            kept = [at for at in kept if at < sheet.left[kid] - 1]
    while kept and sheet.pos[kept[-1]] == "PUNCT" and sheet.region[kept[-1]] < 0:
        kept.pop()
    while kept and sheet.pos[kept[0]] == "PUNCT" and sheet.region[kept[0]] < 0:
        kept.pop(0)
    return kept


def ruled_source(sheet: Sheet, cue: int, content: Iterable[int]) -> int:
    """The word that heads the source: agent, possessor, named behind "according to", or the subject; -1 without one."""
    taken = set(content)
    kids: list[int] = [*sheet.kids[cue], *(sheet.kids[cue + 1] if sheet.low[cue] == "according" and cue + 1 < len(sheet) else [])]
    for kid in kids:
        if sheet.dep[kid] == "poss" or (sheet.dep[kid] == "pobj" and sheet.pos[cue] in {"VERB", "ADP", "SCONJ"}):
            return kid
        if sheet.dep[kid] == "agent" or (sheet.dep[kid] == "prep" and sheet.low[kid] in {"by", "from"} and sheet.pos[cue] == "NOUN"):
            return sheet.child(kid, "pobj")
    if sheet.pos[cue] == "NOUN" or (sheet.tag[cue] == "VBN" and sheet.child(cue, "auxpass") >= 0):
        return -1
    who, path = subject(sheet, cue)
    if who < 0 or who in taken or (path.endswith("nsubjpass") and path != "nsubjpass"):
        who = who if who >= 0 and who not in taken else -1
    return who if who >= 0 and sheet.pos[who] in _SPEAKERS else -1
