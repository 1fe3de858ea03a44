"""Source and content of a cue by rules over the parse alone: what `--reader rules` reads, once the statistics have named the cue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from factcards.engines.local.learned.frames import subject
from factcards.engines.local.learned.units import Units
from factcards.engines.local.parsing.sheet import Sheet

__all__ = ["Construction", "ruled_content", "ruled_cue", "ruled_source"]

Construction = Literal["according", "clause", "quotation", "phrase", "parenthesis"]
NEAR = 12
"""Words between a quotation and its cue: a name with its role fits, a further clause does not."""
_CONTENT = frozenset({"ccomp", "xcomp"})
_OBJECTS = frozenset({"dobj", "oprd", "attr", "acomp"})
_ASIDES = frozenset({"advcl", "parataxis", "relcl", "acl"})
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


def ruled_content(sheet: Sheet, units: Units, bounds: tuple[int, int], cue: int) -> tuple[list[int], Construction]:
    """The words of the content, and the construction in which they were found; none where no construction is met."""
    if sheet.low[cue] in {"according", "per"}:
        return _beside_phrase(sheet, cue), "according"
    words = _quoted(sheet, units, bounds, cue)
    clause = _clause(sheet, cue)
    inside = set(clause)
    if words and all(sheet.region[at] >= 0 or sheet.pos[at] == "PUNCT" for at in clause):
        return words, "quotation"
    if clause and (not words or any(at in inside for at in words)):
        return sorted(
            inside | {at for at in words if at not in inside and (sheet.regions[sheet.region[at]].first in clause or at > clause[-1])}
        ), "clause"
    if words:
        return words, "quotation"
    phrase = _phrase(sheet, cue)
    return (phrase, "phrase") if phrase else (_round_parenthesis(sheet, cue), "parenthesis")


def _quoted(sheet: Sheet, units: Units, bounds: tuple[int, int], cue: int) -> list[int]:
    """The quotations whose cue this is: those it stands beside with no other clause between, and what follows them at once."""
    mine = units.all[bounds[0] : bounds[1]]
    place = units.place[cue] - bounds[0]
    taken: list[int] = []
    for step in (-1, 1):
        words = verbs = 0
        end = sheet.sentences[sheet.sentence[cue]][1]
        k = place + step
        while 0 <= k < len(mine):
            unit = mine[k]
            if unit.quoted:
                if taken and step > 0 and unit.first >= end - 1:  # the speech goes on behind the cue's sentence
                    taken.append(k)
                elif words <= NEAR and not verbs and _speech(sheet, unit.first, unit.last, before=step < 0):
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
        if kid > cue and sheet.dep[kid] == "acomp" and (inner := _complement(sheet, kid)) >= 0:
            return _trimmed(sheet, (at for at in _yield(sheet, inner) if sheet.dep[at] != "prep" or at != inner), inner)
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


def _complement(sheet: Sheet, adjective: int) -> int:
    """What an adjective is about: "certain that ...", "clear about ..."."""
    clause = sheet.child(adjective, "ccomp", "xcomp")
    return clause if clause >= 0 else sheet.child(sheet.child(adjective, "prep"), "pobj") if sheet.child(adjective, "prep") >= 0 else -1


def _round_parenthesis(sheet: Sheet, cue: int) -> list[int]:
    """The sentence round ", he said," or before ", she said."; none where the cue stands otherwise."""
    first, last = sheet.sentences[sheet.sentence[cue]]
    who = sheet.child(cue, "nsubj")
    if who < 0 or sheet.pos[cue] != "VERB":
        return []
    low, high = min(sheet.left[who], cue), max(sheet.right[who], cue)
    marks = {",", "—", "–", "--"}
    if low == first or sheet.low[low - 1] not in marks:
        return []
    while high + 1 < last and sheet.pos[high + 1] != "PUNCT" and high - cue < 6:
        high += 1
    if high + 1 < last and sheet.low[high + 1] not in {*marks, ".", "?", "!"}:
        return []
    kept = [at for at in range(first, last) if not low - 1 <= at <= high + 1]
    return _trimmed(sheet, kept, cue)


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
    """Without punctuation at the ends, without an aside behind a comma at its end, and with what a colon announces."""
    kept = list(words)
    last = sheet.sentences[sheet.sentence[head]][1]
    if kept and kept[-1] + 1 < last and sheet.low[kept[-1] + 1] == ":" and kept[-1] > head - 1:
        kept += range(kept[-1] + 1, last)
    for at in list(kept):
        edge = sheet.left[at] - 1
        if sheet.dep[at] in _ASIDES and edge > kept[0] + 1 and sheet.low[edge] in {",", "—", "–", "--"} and sheet.right[at] >= kept[-1] - 1:
            kept = [other for other in kept if other < edge]
            break
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
    who, _ = subject(sheet, cue)
    if who >= 0 and who not in taken and sheet.region[who] < 0 and sheet.pos[who] in _SPEAKERS:
        return who
    return _named_beside(sheet, cue) if who < 0 or sheet.region[who] >= 0 else -1


def _named_beside(sheet: Sheet, cue: int) -> int:
    """The noun right behind a cue ("said Quill") or right before it, where the parser found no subject; -1 without one."""
    first, last = sheet.sentences[sheet.sentence[cue]]
    for step, end in ((1, min(last, cue + 6)), (-1, max(first, cue - 6) - 1)):
        found = -1
        for at in range(cue + step, end, step):
            if sheet.region[at] >= 0 or sheet.pos[at] in {"PUNCT", "VERB", "ADP", "SCONJ"}:
                break
            if sheet.pos[at] in {"PROPN", "NOUN", "PRON"}:
                found = at
                if step < 0:
                    break
        if found >= 0:
            return found
    return -1
