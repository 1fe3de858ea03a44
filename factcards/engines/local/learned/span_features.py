"""What the content tagger knows of each unit round a cue: its path in the parse, its distance, its quotation, what rivals it has.

What a unit is by itself, on either side of any cue, is told once an article; what it is to one cue is told once a cue.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import accumulate

from factcards.engines.local.learned.frames import frame, path_up, subject, word_class
from factcards.engines.local.learned.statistics import Key
from factcards.engines.local.learned.units import Unit, Units
from factcards.engines.local.learned.word_classes import cluster, senses
from factcards.engines.local.parsing.sheet import Sheet

__all__ = ["Setting", "own_features", "setting_of", "span_features"]

RIVAL = 0.4
"""Chance of being a cue from which another word counts as a rival: near the threshold at which a cue is believed."""
_FRAMES = ("ccomp", "dobj", "xcomp", "auxpa", "acomp", "poss", "acl", "relcl", "oprd")
_BREAKS = frozenset({",", "—", "–", "--", ";", ":", "-"})


@dataclass(frozen=True, slots=True)
class Setting:
    """An article with what all its cues share.

    Attributes:
        sheet: The article.
        units: Its units.
        chance: Every candidate's chance of being a cue.
        words: Each unit's word: a function word or mark as it is, else its tag; "QQ" for a quotation.
        breaks: How many units before each place are commas, dashes and the like.
        rivals: How many are likely cues.
        verbs: How many are verbs.
    """

    sheet: Sheet
    units: Units
    chance: Mapping[int, float]
    words: list[str]
    breaks: list[int]
    rivals: list[int]
    verbs: list[int]


def setting_of(sheet: Sheet, units: Units, chance: Mapping[int, float]) -> Setting:
    """What all cues of an article share."""
    words = ["QQ" if unit.quoted else word_class(sheet, unit.first) for unit in units.all]
    plain = [not unit.quoted for unit in units.all]
    firsts = [unit.first for unit in units.all]
    return Setting(
        sheet=sheet,
        units=units,
        chance=chance,
        words=words,
        breaks=[0, *accumulate(word in _BREAKS for word in words)],
        rivals=[0, *accumulate(p and chance.get(at, 0.0) > RIVAL for p, at in zip(plain, firsts, strict=True))],
        verbs=[0, *accumulate(p and sheet.pos[at] in {"VERB", "AUX"} for p, at in zip(plain, firsts, strict=True))],
    )


@dataclass(slots=True)
class _View:
    """One cue's window, with what all its units share."""

    setting: Setting
    sheet: Sheet
    cue: int
    at: int
    lemma: str
    frame: str
    tag: str
    above: dict[int, tuple[str, ...]]
    subject: int
    subject_path: str
    governed: dict[int, str]
    branches: dict[str, list[str]]


def span_features(setting: Setting, bounds: tuple[int, int], cue: int, lemmas: Collection[str]) -> list[tuple[Key, list[str]]]:
    """For each unit of the window which unit it is, on which side of the cue, and what it is to this cue.

    Args:
        setting: The article.
        bounds: The cue's window.
        cue: The cue's head.
        lemmas: The cue lemmas that are known by name.
    """
    view = _view(setting, cue, lemmas)
    return [((k, _side(view, k)), _of_unit(view, k)) for k in range(*bounds)]


def own_features(setting: Setting, key: Key) -> list[str]:
    """What a unit is on this side of whatever cue: its word, its neighbours, its kind, its marks."""
    sheet, units = setting.sheet, setting.units
    k, side = key
    unit, at = units.all[k], units.all[k].first
    first = sheet.sentences[sheet.sentence[at]][0]
    last = sheet.sentences[sheet.sentence[unit.last - 1]][1]

    def word(other: int) -> str:
        if not 0 <= other < len(units.all):
            return "-"
        neighbour = units.all[other]
        return setting.words[other] if neighbour.quoted or first <= neighbour.first < last else "-"

    here, before, behind = setting.words[k], word(k - 1), word(k + 1)
    found = [
        "b", f"w={here}", f"s={side}", f"sw={side}{here}", f"p1={before}|{here}", f"n1={here}|{behind}",
        f"p2={word(k - 2)}|{before}|{here}", f"n2={here}|{behind}|{word(k + 2)}", f"sd={side}{sheet.dep[unit.head]}",
    ]  # fmt: skip
    if unit.quoted:
        return found + _of_marks(sheet, unit, side)
    found.append(f"op={_level(setting.chance.get(at, 0.0))}{side}")
    if sheet.pos[at] in _WORDY:
        found += [f"uW={side}{senses(sheet, at)}", f"uC={side}{cluster(sheet, at).wide}"]
    return found


_WORDY = frozenset({"NOUN", "VERB", "ADJ", "ADV", "AUX"})


def _level(chance: float) -> str:
    return "0" if chance < 0.1 else "1" if chance < 0.4 else "2" if chance < 0.7 else "3"


def _of_marks(sheet: Sheet, unit: Unit, side: str) -> list[str]:
    """How a quotation looks from outside: its length, its last mark, what stands before it, whether it begins a sentence."""
    end = _last_mark(sheet, unit)
    opened = unit.first > 0 and sheet.paragraph[unit.first - 1] == sheet.paragraph[unit.first]
    before = word_class(sheet, unit.first - 1) if opened else "<p>"
    size = unit.last - unit.first
    length = 0 if size < 5 else 1 if size < 9 else 2 if size < 20 else 3
    inner = min(unit.first + 1, len(sheet) - 1)
    capital = int(sheet.text[sheet.start[inner]].isupper())
    return ["q", f"q:len{length}", f"q:end{end}{side}", f"q:prev{before}{side}", f"q:cap{capital}{side}"]


def _last_mark(sheet: Sheet, unit: Unit) -> str:
    """The mark inside a quotation's closing one, or "w" for a word."""
    end = sheet.low[unit.last - 2] if unit.last - 2 > unit.first else ""
    return end if end in {",", ".", "?", "!"} else "w"


def _view(setting: Setting, cue: int, lemmas: Collection[str]) -> _View:
    sheet = setting.sheet
    who, path = subject(sheet, cue)
    return _View(
        setting=setting,
        sheet=sheet,
        cue=cue,
        at=setting.units.place[cue],
        lemma=sheet.lemma[cue] if sheet.lemma[cue] in lemmas else f"?{cluster(sheet, cue).near}",
        frame="+".join(sorted(f for f in frame(sheet, cue) if f.startswith(_FRAMES))),
        tag=sheet.tag[cue],
        above=path_up(sheet, cue),
        subject=who,
        subject_path=path[-8:],
        governed={},
        branches={},
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
        if head != view.cue and view.sheet.region[head] < 0 and view.setting.chance.get(head, 0.0) > RIVAL:
            answer = "other"
            break
        at = head
    for node in seen:
        view.governed[node] = answer
    return answer


def _way(view: _View, at: int) -> tuple[tuple[str, ...] | None, list[str]]:
    """Edges up from the cue and down to a word; None where they have no word above in common."""
    down: list[str] = []
    if view.sheet.sentence[at] != view.sheet.sentence[view.cue]:
        return None, down
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


def _side(view: _View, k: int) -> str:
    return "C" if k == view.at else "L" if k < view.at else "R"


def _of_unit(view: _View, k: int) -> list[str]:
    setting, sheet, words = view.setting, view.sheet, view.setting.words
    unit = setting.units.all[k]
    at, side = unit.first, _side(view, k)
    low, high = (k + 1, view.at) if k < view.at else (view.at + 1, k)
    between = max(0, high - low)
    breaks = min(2, setting.breaks[high] - setting.breaks[low]) if between else 0
    rivals = min(2, setting.rivals[high] - setting.rivals[low]) if between else 0
    verbs = min(2, setting.verbs[high] - setting.verbs[low]) if between else 0
    up, down = _way(view, unit.head)
    if up is None:
        path, branch = "X", "X"
    else:
        path = "^".join(up[:3]) + "/" + ".".join(down[:3])
        branch = "^" * min(len(up), 3) + (down[0] if down else "=")
    governor = _governor(view, unit.head)
    word, dep = words[k], sheet.dep[unit.head]
    own = 0.0 if unit.quoted else setting.chance.get(at, 0.0)
    away = 0 if unit.quoted else max(-2, min(2, sheet.sentence[at] - sheet.sentence[view.cue]))
    found = [
        f"pth={side}{path}", *_of_branch(view, f"{side}{branch}", branch), f"brw={side}{branch}|{word}", f"db={side}{_bucket(between)}",
        f"nc={side}{breaks}{branch}", f"nr={side}{rivals}", f"nv={side}{verbs}{branch}", f"gov={side}{governor}", f"so={away}",
        f"Ls={view.lemma}{side}{'q' if unit.quoted else ''}", f"Ld={view.lemma}|{dep}{side}",
    ]  # fmt: skip
    if view.subject >= 0 and view.subject != view.cue:
        inside = "h" if at == view.subject else "in" if sheet.left[view.subject] <= at <= sheet.right[view.subject] else "no"
        found += [
            f"sub={inside}", f"subd={inside}|{dep}", f"subs={inside}|{view.subject_path}", f"subw={inside}{word}",
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


def _of_branch(view: _View, sided: str, branch: str) -> list[str]:
    """What the first edges of a unit's path are to this cue: told once for all units behind them."""
    found = view.branches.get(sided)
    if found is None:
        side = sided[0]
        found = [f"br={sided}", f"brL={branch}|{view.lemma}", f"brF={sided}|{view.frame}", f"Fs={view.frame}{side}"]
        view.branches[sided] = found
    return found


def _of_quotation(view: _View, unit: Unit, side: str, between: int, rivals: int, verbs: int, branch: str) -> list[str]:
    sheet, here = view.sheet, view.sheet.sentence[view.cue]
    first, last = sheet.sentence[unit.first], sheet.sentence[unit.last - 1]
    low, high = sheet.sentences[first][0], sheet.sentences[last][1]
    others = sum(1 for at, value in _near(view.setting, low, high) if at != view.cue and value > 0.5)
    same = int(first <= here <= last)
    end = _last_mark(sheet, unit)
    near = _bucket(between)
    return [
        f"q:same{same}{side}", f"q:oc{min(2, others)}{same}{side}", f"q:d{near}{side}{end}", f"q:ds{near}{side}{rivals}{verbs}",
        f"q:L={view.lemma}{side}{end}", f"q:{branch}{side}{view.lemma}", f"q:sd{max(-3, min(3, first - here))}{side}{int(others > 0)}",
    ]  # fmt: skip


def _near(setting: Setting, low: int, high: int) -> list[tuple[int, float]]:
    """The candidates of a stretch with their chances."""
    return [(at, setting.chance[at]) for at in range(low, high) if at in setting.chance]
