"""What the content tagger knows of each unit round a cue: its path in the parse, its distance, its quotation, what rivals it has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from factcards.engines.local.learned.frames import entity_type, frame, path_up, subject, word_class
from factcards.engines.local.learned.units import Unit, Units
from factcards.engines.local.parsing.sheet import Sheet

__all__ = ["span_features"]

RIVAL = 0.4
"""Chance of being a cue from which another word counts as a rival: near the threshold at which a cue is believed."""
_FRAMES = ("ccomp", "dobj", "xcomp", "auxpa", "acomp", "poss", "acl", "relcl", "oprd")
_BREAKS = frozenset({",", "—", "–", "--", ";", ":", "-"})


@dataclass(slots=True)
class _View:
    """One cue's window, with what all its units share."""

    sheet: Sheet
    units: list[Unit]
    cue: int
    at: int
    lemma: str
    frame: str
    tag: str
    kind: str
    above: dict[int, tuple[str, ...]]
    chance: Mapping[int, float]
    subject: int
    subject_path: str
    words: list[str]
    breaks: list[int]
    rivals: list[int]
    verbs: list[int]
    governed: dict[int, str]


def span_features(
    sheet: Sheet, units: Units, bounds: tuple[int, int], cue: int, chance: Mapping[int, float], lemmas: Collection[str]
) -> list[list[str]]:
    """One list of features for each unit of the window.

    Args:
        sheet: The article.
        units: Its units.
        bounds: The cue's window.
        cue: The cue's head.
        chance: Every candidate's chance of being a cue.
        lemmas: The cue lemmas that are known by name.
    """
    view = _view(sheet, units, bounds, cue, chance, lemmas)
    return [_of_unit(view, k) for k in range(len(view.units))]


def _view(sheet: Sheet, units: Units, bounds: tuple[int, int], cue: int, chance: Mapping[int, float], lemmas: Collection[str]) -> _View:
    mine = units.all[bounds[0] : bounds[1]]
    who, path = subject(sheet, cue)
    words = ["QQ" if unit.quoted else word_class(sheet, unit.first) for unit in mine]
    breaks, rivals, verbs = [0], [0], [0]
    for unit, word in zip(mine, words, strict=True):
        plain = not unit.quoted
        breaks.append(breaks[-1] + (word in _BREAKS))
        rivals.append(rivals[-1] + (plain and unit.first != cue and chance.get(unit.first, 0.0) > RIVAL))
        verbs.append(verbs[-1] + (plain and sheet.pos[unit.first] in {"VERB", "AUX"}))
    pos = sheet.pos[cue]
    return _View(
        sheet=sheet,
        units=mine,
        cue=cue,
        at=units.place[cue] - bounds[0],
        lemma=sheet.lemma[cue] if sheet.lemma[cue] in lemmas else f"?{pos}",
        frame="+".join(sorted(f for f in frame(sheet, cue) if f.startswith(_FRAMES))),
        tag=sheet.tag[cue],
        kind="VB" if pos in {"VERB", "AUX"} else pos,
        above=path_up(sheet, cue),
        chance=chance,
        subject=who,
        subject_path=path[-8:],
        words=words,
        breaks=breaks,
        rivals=rivals,
        verbs=verbs,
        governed={},
    )


def _governor(view: _View, at: int) -> str:
    """Whether the nearest likely cue above a word is this cue ("me"), another, or none."""
    seen: list[int] = []
    answer = "none"
    while True:
        if at == view.cue:
            answer = "me"
            break
        if at in view.governed:
            answer = view.governed[at]
            break
        seen.append(at)
        head = view.sheet.head[at]
        if head == at or len(seen) > 40:
            break
        if head != view.cue and view.sheet.region[head] < 0 and view.chance.get(head, 0.0) > RIVAL:
            answer = "other"
            break
        at = head
    for node in seen:
        view.governed[node] = answer
    return answer


def _way(view: _View, at: int) -> tuple[tuple[str, ...] | None, list[str]]:
    """Edges up from the cue and down to a word; None where they have no word above in common."""
    down: list[str] = []
    for _ in range(60):
        if at in view.above:
            break
        down.append(view.sheet.dep[at])
        if view.sheet.head[at] == at:
            return None, down
        at = view.sheet.head[at]
    down.reverse()
    return view.above.get(at), down


def _bucket(units: int) -> int:
    return units if units < 4 else 4 if units < 7 else 5 if units < 12 else 6 if units < 20 else 7


def _of_unit(view: _View, k: int) -> list[str]:
    sheet, unit, words = view.sheet, view.units[k], view.words
    at, n = unit.first, len(view.units)
    side = "C" if k == view.at else "L" if k < view.at else "R"
    low, high = (k + 1, view.at) if k < view.at else (view.at + 1, k)
    between = max(0, high - low)
    breaks = min(2, view.breaks[high] - view.breaks[low]) if between else 0
    rivals = min(2, view.rivals[high] - view.rivals[low]) if between else 0
    verbs = min(2, view.verbs[high] - view.verbs[low]) if between else 0
    up, down = _way(view, unit.head)
    if up is None:
        path, branch = "X", "X"
    else:
        path = "^".join(up[:3]) + "/" + ".".join(down[:3])
        branch = "^" * min(len(up), 3) + (down[0] if down else "=")
    governor = _governor(view, unit.head)
    word, dep = words[k], sheet.dep[unit.head]
    before, behind = words[k - 1] if k else "<s>", words[k + 1] if k + 1 < n else "</s>"
    kind = "QQ" if unit.quoted else entity_type(sheet, at)
    own = 0.0 if unit.quoted else view.chance.get(at, 0.0)
    chance = "0" if own < 0.1 else "1" if own < 0.4 else "2" if own < 0.7 else "3"
    away = 0 if unit.quoted else max(-2, min(2, sheet.sentence[at] - sheet.sentence[view.cue]))
    found = [
        "b", f"w={word}", f"s={side}", f"sw={side}{word}", f"p1={before}|{word}", f"n1={word}|{behind}",
        f"p2={words[k - 2] if k > 1 else '<s>'}|{before}|{word}", f"n2={word}|{behind}|{words[k + 2] if k + 2 < n else '</s>'}",
        f"pth={side}{path}", f"br={side}{branch}", f"brw={side}{branch}|{word}", f"brL={branch}|{view.lemma}",
        f"brF={side}{branch}|{view.frame}", f"pthP={path}|{view.kind}", f"dp={min(5, len(down))}{side}",
        f"brd={side}{branch}{min(3, len(down))}", f"db={side}{_bucket(between)}", f"nc={side}{breaks}{branch}", f"nr={side}{rivals}",
        f"nv={side}{verbs}{branch}", f"gov={side}{governor}", f"govb={governor}{branch}", f"so={away}", f"sd={side}{dep}",
        f"et={side}{kind}{branch}", f"op={chance}{side}", f"opb={chance}{branch}", f"Fs={view.frame}{side}",
        f"Ls={view.lemma}{side}{'q' if unit.quoted else ''}", f"Ld={view.lemma}|{dep}{side}", f"T={view.tag}{branch}{side}",
    ]  # fmt: skip
    if view.subject >= 0 and view.subject != view.cue:
        inside = "h" if at == view.subject else "in" if sheet.left[view.subject] <= at <= sheet.right[view.subject] else "no"
        found += [
            f"sub={inside}", f"subd={inside}|{dep}", f"subs={inside}|{view.subject_path}", f"subw={inside}{word}", f"subp={inside}{before}",
            f"subn={inside}{behind}",
        ]  # fmt: skip
    if word in _BREAKS:
        found.append(f"pun={side}{word}|{branch}{int(between > 0)}")
    if unit.quoted:
        found += _of_quotation(view, unit, side, between, rivals, verbs, branch)
    elif at == view.cue:
        found += ["me", f"meL={view.lemma}", f"meT={view.tag}"]
    elif own > RIVAL:
        found.append(f"cu={side}{branch}")
    return found


def _of_quotation(view: _View, unit: Unit, side: str, between: int, rivals: int, verbs: int, branch: str) -> list[str]:
    sheet, here = view.sheet, view.sheet.sentence[view.cue]
    first, last = sheet.sentence[unit.first], sheet.sentence[unit.last - 1]
    low, high = sheet.sentences[first][0], sheet.sentences[last][1]
    others = sum(1 for at, value in _near(view, low, high) if at != view.cue and value > 0.5)
    same = int(first <= here <= last)
    end = sheet.low[unit.last - 2] if unit.last - 2 > unit.first else ""
    end = end if end in {",", ".", "?", "!"} else "w"
    opened = unit.first > 0 and sheet.paragraph[unit.first - 1] == sheet.paragraph[unit.first]
    before = word_class(sheet, unit.first - 1) if opened else "<p>"
    size = unit.last - unit.first
    length = 0 if size < 5 else 1 if size < 9 else 2 if size < 20 else 3
    inner = min(unit.first + 1, len(sheet) - 1)
    capital = int(sheet.text[sheet.start[inner]].isupper())
    near = _bucket(between)
    return [
        "q", f"q:len{length}", f"q:same{same}{side}", f"q:oc{min(2, others)}{same}{side}", f"q:end{end}{side}", f"q:prev{before}{side}",
        f"q:d{near}{side}{end}", f"q:ds{near}{side}{rivals}{verbs}", f"q:cap{capital}{side}", f"q:L={view.lemma}{side}{end}",
        f"q:{branch}{side}{view.lemma}", f"q:sd{max(-3, min(3, first - here))}{side}{int(others > 0)}",
    ]  # fmt: skip


def _near(view: _View, low: int, high: int) -> list[tuple[int, float]]:
    """The candidates of a stretch with their chances."""
    return [(at, view.chance[at]) for at in range(low, high) if at in view.chance]
