"""What the content tagger knows of each unit round a cue: its path in the parse, its distance, its quotation, what rivals it has.

Features that depend on the same things are told together, once, and kept: most of an article's have been told before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple, TypeVar

from factcards.engines.local.learned.frames import frame, path_up, subject, word_class
from factcards.engines.local.learned.units import Unit, Units
from factcards.engines.local.parsing.sheet import Sheet
from factcards.engines.local.parsing.word_classes import cluster, senses

__all__ = ["Bundles", "Setting", "span_features"]

RIVAL = 0.4
"""Chance of being a cue from which another word counts as a rival: near the threshold at which a cue is believed."""
_FRAMES = ("ccomp", "dobj", "xcomp", "auxpa", "acomp", "poss", "acl", "relcl", "oprd")
_BREAKS = frozenset({",", "—", "–", "--", ";", ":", "-"})


K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Told(dict[K, int]):
    """Bundles of features by what they depend on, each told once: its number.

    Args:
        features: Where a new one's are added; their place there is its number.
        tell: Gives a key's features.
    """

    __slots__ = ("_features", "_tell")

    def __init__(self, features: list[list[str]], tell: Callable[[K], list[str]]) -> None:
        """Nothing is told yet."""
        super().__init__()
        self._features = features
        self._tell = tell

    def __missing__(self, key: K) -> int:
        """Tell it."""
        number = self[key] = len(self._features)
        self._features.append(self._tell(key))
        return number


class Bundles:
    """Features that depend on the same things are a bundle, told once and known by its number from then on: units share most of theirs,
    and what they share is looked up and summed once. None depends on the article, so the next article may use the same.

    Attributes:
        features: The features told so far, by bundle.
        of_branches: By a cue's lemma and frame: features of the ways from such a cue.
        of_labels: By a cue's lemma: features of the edges round it.
        of_others: What few units have, by itself.
    """

    def __init__(self) -> None:
        """No feature is told yet."""
        self.features: list[list[str]] = []
        self.of_neighbours = Told(self.features, _neighbours)
        self.of_marks = Told(self.features, _marks)
        self.of_word = Told(self.features, _of_word)
        self.of_kind = Told(self.features, _of_kind)
        self.of_distance = Told(self.features, _of_distance)
        self.of_way = Told(self.features, _of_way)
        self.of_branch = Told(self.features, _of_branch)
        self.of_subject = Told(self.features, _of_subject)
        self.of_branches: dict[tuple[str, str], Told[tuple[str, str]]] = {}
        self.of_labels: dict[str, Told[tuple[str, str, bool]]] = {}
        self.of_others: Told[tuple[str, ...]] = Told(self.features, list)

    def branches_of(self, lemma: str, framed: str) -> Told[tuple[str, str]]:
        """Features of the ways from a cue of this lemma and frame."""
        key = (lemma, framed)
        if key not in self.of_branches:
            self.of_branches[key] = Told(self.features, partial(_branch_of_cue, lemma, framed))
        return self.of_branches[key]

    def labels_of(self, lemma: str) -> Told[tuple[str, str, bool]]:
        """Features of the edges round a cue of this lemma."""
        if lemma not in self.of_labels:
            self.of_labels[lemma] = Told(self.features, partial(_label_of_cue, lemma))
        return self.of_labels[lemma]


class Setting:
    """An article with what all its cues share.

    Args:
        sheet: The article.
        units: Its units.
        chance: Every candidate's chance of being a cue.
        told: Bundles that may be told already; new ones are added. None are unless they are given.

    Attributes:
        told: The bundles told so far.
        words: Each unit's word: a function word or mark as it is, else its tag; "QQ" for a quotation.
        breaks: How many units before each place are commas, dashes and the like.
        rivals: How many are likely cues.
        verbs: How many are verbs.
    """

    def __init__(self, sheet: Sheet, units: Units, chance: Mapping[int, float], told: Bundles | None = None) -> None:
        """Count."""
        self.sheet, self.units, self.chance = sheet, units, chance
        self.told = told or Bundles()
        self.words = ["QQ" if unit.quoted else word_class(sheet, unit.first) for unit in units.all]
        plain = [-1 if unit.quoted else unit.first for unit in units.all]
        self.breaks = [0, *accumulate(word in _BREAKS for word in self.words)]
        self.rivals = [0, *accumulate(chance.get(at, 0.0) > RIVAL for at in plain)]
        self.verbs = [0, *accumulate(at >= 0 and sheet.pos[at] in {"VERB", "AUX"} for at in plain)]
        self.kinds: dict[int, tuple[str, str, str]] = {}
        self.neighbours: dict[int, int] = {}
        self._padded = _padded(self.words, "-")
        self._sentences = _padded([_QUOTED if unit.quoted else sheet.sentence[unit.first] for unit in units.all], _NONE)

    @property
    def bundles(self) -> list[list[str]]:
        """The features told so far, by bundle."""
        return self.told.features

    def kind(self, k: int) -> tuple[str, str, str]:
        """How likely a word is a cue, and what it means where it is a word of content; told once an article."""
        sheet, at = self.sheet, self.units.all[k].first
        level = _level(self.chance.get(at, 0.0))
        wordy = sheet.pos[at] in _WORDY
        kind = self.kinds[k] = (level, senses(sheet, at), cluster(sheet, at).wide) if wordy else (level, "", "")
        return kind

    def around(self, k: int) -> int:
        """The bundle of the words round a unit, within its sentence and the quotations beside it; found once an article."""
        unit, sentence, sentences = self.units.all[k], self.sheet.sentence, self._sentences[k : k + 5]
        first, near = sentence[unit.first], self._padded[k : k + 5]
        if sentences.count(first) < 5:
            last = sentence[unit.last - 1]
            near = [word if at == _QUOTED or first <= at <= last else "-" for word, at in zip(near, sentences, strict=True)]
        number = self.neighbours[k] = self.told.of_neighbours[tuple(near)]
        return number


_QUOTED, _NONE = -1, -2
"""In the place of a sentence's number: of a quotation, which stands beside any word; and before the first unit or behind the last."""


def _padded(items: Sequence[T], nothing: T) -> list[T]:
    """With room for a unit's neighbours at either end."""
    return [nothing, nothing, *items, nothing, nothing]


def _neighbours(near: tuple[str, ...]) -> list[str]:
    """The words round a unit."""
    second, before, here, behind, third = near
    return [f"p1={before}|{here}", f"n1={here}|{behind}", f"p2={second}|{before}|{here}", f"n2={here}|{behind}|{third}"]


def _look(sheet: Sheet, unit: Unit, side: str) -> tuple[str, int, str, str, int]:
    """How a quotation looks from outside: its length, its last mark, what stands before it, whether it begins a sentence."""
    opened = unit.first > 0 and sheet.paragraph[unit.first - 1] == sheet.paragraph[unit.first]
    before = word_class(sheet, unit.first - 1) if opened else "<p>"
    size = unit.last - unit.first
    inner = min(unit.first + 1, len(sheet) - 1)
    capital = int(sheet.text[sheet.start[inner]].isupper())
    return side, 0 if size < 5 else 1 if size < 9 else 2 if size < 20 else 3, _last_mark(sheet, unit), before, capital


def _marks(key: tuple[str, int, str, str, int]) -> list[str]:
    """The features of such a look."""
    side, length, end, before, capital = key
    return ["q", f"q:len{length}", f"q:end{end}{side}", f"q:prev{before}{side}", f"q:cap{capital}{side}"]


_WORDY = frozenset({"NOUN", "VERB", "ADJ", "ADV", "AUX"})


def _level(chance: float) -> str:
    return "0" if chance < 0.1 else "1" if chance < 0.4 else "2" if chance < 0.7 else "3"


def _last_mark(sheet: Sheet, unit: Unit) -> str:
    """The mark inside a quotation's closing one, or "w" for a word."""
    end = sheet.low[unit.last - 2] if unit.last - 2 > unit.first else ""
    return end if end in {",", ".", "?", "!"} else "w"


def _of_word(key: tuple[str, str, str]) -> list[str]:
    """What a word is on this side of whatever cue, by itself and by its edge."""
    side, word, dep = key
    return ["b", f"w={word}", f"s={side}", f"sw={side}{word}", f"sd={side}{dep}"]


def _of_kind(key: tuple[str, tuple[str, str, str]]) -> list[str]:
    """What kind of word it is on this side of whatever cue."""
    side, (level, both, wide) = key
    return [f"op={level}{side}", f"uW={side}{both}", f"uC={side}{wide}"] if both else [f"op={level}{side}"]


def _of_distance(key: tuple[str, int, int, str, int]) -> list[str]:
    """How far from whatever cue, and which others are nearer."""
    side, bucket, rivals, governor, away = key
    return [f"db={side}{bucket}", f"nr={side}{rivals}", f"gov={side}{governor}", f"so={away}"]


def _of_way(key: tuple[str, str, str, str]) -> list[str]:
    """How the parse leads there from whatever cue."""
    side, path, branch, word = key
    return [f"pth={side}{path}", f"brw={side}{branch}|{word}"]


def _of_branch(key: tuple[str, str, int, int]) -> list[str]:
    """The first edges of that way, and what stands between."""
    side, branch, breaks, verbs = key
    return [f"br={side}{branch}", f"nc={side}{breaks}{branch}", f"nv={side}{verbs}{branch}"]


def _of_subject(key: tuple[str, str, str, str]) -> list[str]:
    """What a unit is in the cue's subject or outside."""
    inside, dep, path, word = key
    return [f"sub={inside}", f"subd={inside}|{dep}", f"subs={inside}|{path}", f"subw={inside}{word}"]


class _Way(NamedTuple):
    """How a word is reached from the cue: three edges up and three down, the first of them, and how many down there are."""

    path: str
    branch: str
    down: int


_NO_WAY = _Way("X", "X", 0)
"""Where they have no word above in common."""


class _View:
    """One cue's window, with what all its units share; much of that it has in common with other cues of its lemma.

    Args:
        setting: The article.
        cue: The cue's head.
        lemmas: The cue lemmas that are known by name.
    """

    def __init__(self, setting: Setting, cue: int, lemmas: Collection[str]) -> None:
        """No feature of this cue is told yet."""
        sheet = setting.sheet
        self.setting, self.sheet, self.cue, self.at = setting, sheet, cue, setting.units.place[cue]
        self.lemma = sheet.lemma[cue] if sheet.lemma[cue] in lemmas else f"?{cluster(sheet, cue).near}"
        self.first, self.last = sheet.sentences[sheet.sentence[cue]]
        self.subject, path = subject(sheet, cue)
        self.subject_path = path[-8:]
        self.governed: dict[int, str] = {}
        self.ways = {at: _Way("^".join(up[:3]) + "/", "^" * min(len(up), 3) + "=", 0) for at, up in path_up(sheet, cue).items()}
        framed = "+".join(sorted(f for f in frame(sheet, cue) if f.startswith(_FRAMES)))
        self.of_branch = setting.told.branches_of(self.lemma, framed)
        self.of_label = setting.told.labels_of(self.lemma)


def _branch_of_cue(lemma: str, framed: str, key: tuple[str, str]) -> list[str]:
    """What the first edges of a unit's way are to a cue of this lemma and frame."""
    side, branch = key
    return [f"brL={branch}|{lemma}", f"brF={side}{branch}|{framed}", f"Fs={framed}{side}"]


def _label_of_cue(lemma: str, key: tuple[str, str, bool]) -> list[str]:
    """What a unit's own edge is to a cue of this lemma."""
    side, dep, quoted = key
    return [f"Ls={lemma}{side}{'q' if quoted else ''}", f"Ld={lemma}|{dep}{side}"]


def span_features(setting: Setting, bounds: tuple[int, int], cue: int, lemmas: Collection[str]) -> list[list[int]]:
    """For each unit of the window the numbers of its bundles in `setting.bundles`.

    Args:
        setting: The article.
        bounds: The cue's window.
        cue: The cue's head.
        lemmas: The cue lemmas that are known by name.
    """
    view = _View(setting, cue, lemmas)
    return [_of_unit(view, k) for k in range(*bounds)]


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


def _way(view: _View, at: int) -> _Way:
    """The edges up from the cue and down to a word."""
    if view.sheet.sentence[at] != view.sheet.sentence[view.cue]:
        return _NO_WAY
    seen: list[int] = []
    while at not in view.ways and len(seen) < 60 and view.sheet.head[at] != at:
        seen.append(at)
        at = view.sheet.head[at]
    way = view.ways.get(at, _NO_WAY)
    for node in reversed(seen):
        way = view.ways[node] = _one_down(way, view.sheet.dep[node])
    return way


@lru_cache(4096)
def _one_down(way: _Way, edge: str) -> _Way:
    """The way to a word that hangs by this edge on the one that a way leads to: few are new."""
    if way is _NO_WAY or way.down == 3:
        return way
    if way.down:
        return _Way(f"{way.path}.{edge}", way.branch, way.down + 1)
    return _Way(way.path + edge, way.branch[:-1] + edge, 1)


_BUCKETS = (0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7)
"""Distances in units that count as the same; the last for all that are farther."""
_FEW = {0: 0, 1: 1}
"""Counts that are told apart; all that are higher count as two."""


def _of_unit(view: _View, k: int) -> list[int]:
    """The bundles of a unit."""
    setting, sheet = view.setting, view.sheet
    unit = setting.units.all[k]
    at, _, quoted, head = unit  # the window's every unit comes by here: no calls where a look will do
    side, low, high = ("L", k + 1, view.at) if k < view.at else ("R", view.at + 1, k) if k > view.at else ("C", k, k)
    between = high - low
    breaks = rivals = verbs = 0
    if between:
        breaks = _FEW.get(setting.breaks[high] - setting.breaks[low], 2)
        rivals = _FEW.get(setting.rivals[high] - setting.rivals[low], 2)
        verbs = _FEW.get(setting.verbs[high] - setting.verbs[low], 2)
    path, branch, _ = view.ways.get(head) or _way(view, head)
    word, dep = setting.words[k], sheet.dep[head]
    away = 0 if quoted or view.first <= at < view.last else max(-2, min(2, sheet.sentence[at] - sheet.sentence[view.cue]))
    told, around = setting.told, setting.neighbours.get(k)
    found = [
        setting.around(k) if around is None else around,
        told.of_word[side, word, dep],
        told.of_marks[_look(sheet, unit, side)] if quoted else told.of_kind[side, setting.kinds.get(k) or setting.kind(k)],
        told.of_distance[side, _BUCKETS[between] if between < 20 else 7, rivals, view.governed.get(head) or _governor(view, head), away],
        told.of_way[side, path, branch, word],
        told.of_branch[side, branch, breaks, verbs],
        view.of_branch[side, branch],
        view.of_label[side, dep, quoted],
    ]
    if view.subject >= 0 and view.subject != view.cue:
        low, high = sheet.left[view.subject], sheet.right[view.subject]
        inside = "h" if at == view.subject else "in" if low <= at <= high else "no"
        found.append(told.of_subject[inside, dep, view.subject_path, word])
    more: list[str] = []
    if word in _BREAKS:
        more.append(f"pun={side}{word}|{branch}{int(between > 0)}")
    if quoted:
        more += _of_quotation(view, unit, side, between, rivals, verbs, branch)
    elif at == view.cue:
        more += ["me", f"meL={view.lemma}", f"meT={sheet.tag[at]}"]
    elif setting.chance.get(at, 0.0) > RIVAL:
        more.append(f"cu={side}{branch}")
    if more:
        found.append(told.of_others[tuple(more)])
    return found


def _of_quotation(view: _View, unit: Unit, side: str, between: int, rivals: int, verbs: int, branch: str) -> list[str]:
    sheet, here = view.sheet, view.sheet.sentence[view.cue]
    first, last = sheet.sentence[unit.first], sheet.sentence[unit.last - 1]
    low, high = sheet.sentences[first][0], sheet.sentences[last][1]
    others = sum(1 for at, value in _near(view.setting, low, high) if at != view.cue and value > 0.5)
    same = int(first <= here <= last)
    end = _last_mark(sheet, unit)
    near = _BUCKETS[min(between, 20)]
    return [
        f"q:same{same}{side}", f"q:oc{min(2, others)}{same}{side}", f"q:d{near}{side}{end}", f"q:ds{near}{side}{rivals}{verbs}",
        f"q:L={view.lemma}{side}{end}", f"q:{branch}{side}{view.lemma}", f"q:sd{max(-3, min(3, first - here))}{side}{int(others > 0)}",
    ]  # fmt: skip


def _near(setting: Setting, low: int, high: int) -> list[tuple[int, float]]:
    """The candidates of a stretch with their chances."""
    return [(at, setting.chance[at]) for at in range(low, high) if at in setting.chance]
