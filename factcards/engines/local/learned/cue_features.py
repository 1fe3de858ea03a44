"""What the statistics know of a word that may be a cue: its lemma, its frame, its subject, its quotations. No content words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from factcards.engines.local.learned.frames import Beside, beside, entity_type, frame, subject, word_class
from factcards.engines.local.parsing.sheet import Sheet
from factcards.engines.local.parsing.word_classes import cluster, sense, senses
from factcards.lexicon import content_frames, cue_nouns, cue_verbs

__all__ = ["CATEGORIES", "FLAGS", "RATED", "Features", "Near", "candidates", "context", "cue_features"]

RATED = (
    "L",
    "LF",
    "Lt",
    "Lst",
    "F",
    "sl",
    "st",
    "Lsl",
    "Ld",
    "Lq",
    "PF",
    "Lnf",
    "Lpf",
    "up",
    "own",
    "Lup",
    "lexF",
    "lexst",
    "W",
    "W2F",
    "Wst",
    "sW",
    "sC",
    "LsW",
    "oW",
    "LoW",
    "oC",
)
"""Features whose rate of being a cue, and count, go into the second decision as numbers."""
CATEGORIES = ("p", "t", "d", "ql", "qr", "own", "st")
"""Features that go into it as the rate of their value alone."""
FLAGS = (
    "neg=1", "pass=1", "f=ccompRthat", "f=ccompR", "f=ccompL", "f=ccompRinf", "f=dobj", "f=xcompVB", "f=xcompVBG", "f=prep", "f=acomp",
    "f=attr", "f=oprd", "f=parataxis", "f=relcl", "f=acl", "f=poss", "aux=will", "aux=would", "aux=to", "aux=has", "aux=have", "aux=had",
    "aux=can",
    "aux=could", "aux=may", "aux=might", "aux=should", "aux=did", "aux=do", "aux=does", "nx=1", "pv=1", "part=True",
)  # fmt: skip


class Features(NamedTuple):
    """What is known of a candidate, as strings.

    Attributes:
        asked: For each prefix in RATED and CATEGORIES the first feature with it.
        more: All others; one may stand twice.
    """

    asked: dict[str, str]
    more: list[str]


def candidates(sheet: Sheet, nominal: Collection[str]) -> list[int]:
    """Words outside quotations that may be cues: main verbs, and the other words that the statistics have seen as cues.

    Args:
        sheet: The article.
        nominal: Those others, each as "lemma|part of speech".
    """
    return [
        at
        for at in range(len(sheet))
        if sheet.region[at] < 0
        and (
            sheet.dep[at] not in {"aux", "auxpass"} if sheet.pos[at] in {"VERB", "AUX"} else f"{sheet.lemma[at]}|{sheet.pos[at]}" in nominal
        )
    ]


def cue_features(sheet: Sheet, at: int, lemmas: Collection[str]) -> Features:
    """The features of one candidate; `lemmas` are those that are known by name."""
    lemma = sheet.lemma[at] if sheet.lemma[at] in lemmas else "?"
    pos, tag, dep = sheet.pos[at], sheet.tag[at], sheet.dep[at]
    members = frame(sheet, at)
    joined = "+".join(sorted(members))
    who, path = subject(sheet, at)
    kind = entity_type(sheet, who) if who >= 0 else "none"
    own = "own" if who >= 0 and sheet.head[who] == at else f"via:{path}"
    passive = sheet.child(at, "auxpass") >= 0
    following = word_class(sheet, at + 1) if at + 1 < len(sheet) else ""
    before = word_class(sheet, at - 1) if at else ""
    asked = {
        "p": f"p={pos}", "t": f"t={tag}", "d": f"d={dep}", "L": f"L={lemma}", "Lt": f"Lt={lemma}|{tag}", "F": f"F={joined}",
        "LF": f"LF={lemma}|{joined}", "PF": f"PF={pos}|{joined}", "st": f"st={kind}", "Lst": f"Lst={lemma}|{kind}", "own": f"own={own}",
        "Ld": f"Ld={lemma}|{dep}", "Lnf": f"Lnf={lemma}|{following}", "Lpf": f"Lpf={lemma}|{before}",
    }  # fmt: skip
    more = [
        f"ownst={own}|{kind}", f"nf={following}", f"pf={before}", f"ntt={following}|{tag}", f"ptt={before}|{tag}",
        f"neg={int(sheet.child(at, 'neg') >= 0)}", f"pass={int(passive)}", f"Lpass={lemma}|{int(passive)}", f"part={sheet.headline[at]}",
        f"partt={sheet.headline[at]}|{tag}", f"Fst={joined}|{kind}", f"Ft={joined}|{tag}", f"dt={dep}|{tag}", f"stt={kind}|{tag}|{dep}",
    ]  # fmt: skip
    found = Features(asked, more)
    if who >= 0:
        _add_subject(found, sheet, who, lemmas, lemma)
    _add_lists(found, sheet, at, kind, joined)
    _add_classes(found, sheet, at, members, kind, joined)
    _add_objects(found, sheet, at, lemma)
    _add_quotes(found, beside(sheet, at), lemma)
    more += _of_members(sheet, at, lemma, members, kind, dep)
    _add_place(found, sheet, at, lemmas, lemma)
    return found


def _add_lists(found: Features, sheet: Sheet, at: int, kind: str, joined: str) -> None:
    """What our own word lists say of the lemma; they know cues that no article of the training corpus has."""
    lemma = sheet.lemma[at]
    strength = (cue_nouns() if sheet.pos[at] == "NOUN" else cue_verbs()).get(lemma)
    if strength is None:
        found.more.append("lex=none")
        return
    found.asked["lexF"], found.asked["lexst"] = f"lexF={strength}|{joined}", f"lexst={strength}|{kind}"
    frames = [name for name in ("speech", "object", "infinitive") if lemma in content_frames(name)]
    found.more.extend([f"lex={strength}", *(f"lexf={name}|{joined}" for name in frames)])


def _add_classes(found: Features, sheet: Sheet, at: int, members: Collection[str], kind: str, joined: str) -> None:
    """What kind of word it is: what a cue that was never seen has in common with those that were."""
    first, both = sense(sheet, at), senses(sheet, at)
    found.asked["W"], found.asked["W2F"], found.asked["Wst"] = f"W={first}", f"W2F={both}|{joined}", f"Wst={first}|{kind}"
    found.more.extend([f"W2={both}", f"WF={first}|{joined}", *(f"Wf={both}|{member}" for member in members)])


def _add_subject(found: Features, sheet: Sheet, who: int, lemmas: Collection[str], lemma: str) -> None:
    if sheet.pos[who] not in {"PROPN", "NUM", "X"} and sheet.ent[who] == "":
        named = sheet.lemma[who] if sheet.lemma[who] in lemmas else "?"
        found.asked["sl"], found.asked["Lsl"] = f"sl={named}", f"Lsl={lemma}|{named}"
    if sheet.pos[who] in {"NOUN", "ADJ"}:
        group, both = cluster(sheet, who), senses(sheet, who)
        found.asked["sW"], found.asked["LsW"], found.asked["sC"] = f"sW={both}", f"LsW={lemma}|{both}", f"sC={group.exact}"
        found.more.extend([f"sC8={group.wide}", f"LsC={lemma}|{group.wide}"])


_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "acomp", "oprd", "acl", "relcl", "amod", "compound"})


def _add_objects(found: Features, sheet: Sheet, at: int, lemma: str) -> None:
    """What kinds of words hang on it: what is planned is an act, what is built an artefact."""
    first = sense(sheet, at)
    for kid in sheet.kids[at]:
        label, word = sheet.dep[kid], kid
        if label in {"prep", "agent"}:
            label, word = f"prep:{sheet.low[kid]}", sheet.child(kid, "pobj", "pcomp")
        elif label not in _OBJECTS:
            continue
        if word < 0:
            continue
        both = entity_type(sheet, word) if sheet.pos[word] == "PROPN" else senses(sheet, word)
        group = cluster(sheet, word)
        mine = {"oW": f"oW={label}|{both}", "LoW": f"LoW={lemma}|{label}|{both}", "oC": f"oC={label}|{group.near}"}
        if "oW" in found.asked:  # the first one is asked for
            found.more.extend(mine.values())
        else:
            found.asked.update(mine)
        found.more.extend([f"WoW={first}|{label}|{both}", f"LoC={lemma}|{label}|{group.wide}"])


def _add_quotes(found: Features, quotes: Beside, lemma: str) -> None:
    around = f"{quotes.before}{quotes.closing}{quotes.behind}{quotes.link}"
    found.asked["ql"], found.asked["qr"] = f"ql={quotes.before}{quotes.closing}", f"qr={quotes.behind}{quotes.link}"
    found.asked["Lq"] = f"Lq={lemma}|{around}"
    found.more.extend([f"q={around}", f"nx={int(quotes.follows)}", f"pv={int(quotes.precedes)}"])


def _of_members(sheet: Sheet, at: int, lemma: str, members: Collection[str], kind: str, dep: str) -> list[str]:
    found: list[str] = []
    for member in members:
        found += [f"f={member}", f"Lf={lemma}|{member}", f"fst={member}|{kind}", f"fd={member}|{dep}"]
    for kid in sheet.kids[at]:
        label = sheet.dep[kid]
        if label in {"aux", "auxpass"}:
            found += [f"aux={sheet.low[kid]}", f"Laux={lemma}|{sheet.low[kid]}"]
        elif label in {"prep", "prt"}:
            found += [f"pr={sheet.low[kid]}", f"Lpr={lemma}|{sheet.low[kid]}"]
        elif label in {"dobj", "attr", "acomp", "oprd", "pobj"}:
            found += [f"ot={entity_type(sheet, kid)}", f"Lot={lemma}|{entity_type(sheet, kid)}", f"odep={label}|{sheet.tag[kid]}"]
        elif label in {"det", "poss", "amod"} and sheet.pos[at] in {"NOUN", "PROPN"}:
            word = word_class(sheet, kid)
            found += [f"det={word}", f"Ldet={lemma}|{word}"]
    return found


def _add_place(found: Features, sheet: Sheet, at: int, lemmas: Collection[str], lemma: str) -> None:
    first, last = sheet.sentences[sheet.sentence[at]]
    found.more.extend([f"first={first == 0}", f"sp={min(5, at - first)}", f"end={min(5, last - at)}"])
    edges: list[str] = []
    above = at
    for _ in range(4):
        if sheet.head[above] == above:
            break
        edges.append(sheet.dep[above])
        above = sheet.head[above]
        if sheet.pos[above] in {"VERB", "AUX"}:
            over = sheet.lemma[above] if sheet.lemma[above] in lemmas else "?"
            path = "<".join(edges)
            found.asked["up"], found.asked["Lup"] = f"up={over}|{path}", f"Lup={lemma}|{path}"
            found.more.extend([f"upd={path}", f"Lov={lemma}|{over}"])
            break


class Near:
    """An article's candidates by their sentences.

    Args:
        sheet: The article.
        chance: Every candidate's chance of being a cue, as the first decision has it, in text order.

    Attributes:
        chance: The same.
        density: How many cues a hundred words have by these chances.
        sentences: The candidates of each sentence, with their chances.
        most: The highest chance in each sentence, 0 without candidates.
    """

    def __init__(self, sheet: Sheet, chance: Mapping[int, float]) -> None:
        """Sort them out."""
        self.chance = chance
        self.density = sum(chance.values()) / max(1, len(sheet)) * 100
        self.sentences: list[list[tuple[int, float]]] = [[] for _ in sheet.sentences]
        for at, value in chance.items():
            self.sentences[sheet.sentence[at]].append((at, value))
        self.most = [max((value for _, value in inside), default=0.0) for inside in self.sentences]


def context(sheet: Sheet, at: int, near: Near) -> list[float]:
    """What the candidates round this one say, in the second decision: numbers."""
    chance, place = near.chance, sheet.sentence[at]
    first, last = sheet.sentences[place]
    around = [(other, value) for other, value in near.sentences[place] if other != at]
    above, steps, node = 0.0, 0, at
    while sheet.head[node] != node and steps < 8:
        node = sheet.head[node]
        steps += 1
        above = max(above, chance.get(node, 0.0))
    head = sheet.head[at]
    left, right = sheet.left[at], sheet.right[at]
    return [
        chance.get(head, 0.0) if head != at else -1.0,
        above,
        max((chance.get(kid, 0.0) for kid in sheet.kids[at]), default=0.0),
        max([v for o, v in around if left <= o <= right], default=0.0),
        max([v for o, v in around if at - 6 <= o < at], default=0.0),
        max([v for o, v in around if at < o <= at + 6], default=0.0),
        max([v for _, v in around], default=0.0),
        sum([v for _, v in around]),
        near.most[place - 1] if place else 0.0,
        near.most[place + 1] if place + 1 < len(near.most) else 0.0,
        near.density,
        float(last - first),
        float(at - first),
        float(last - at),
        float(right - at),
        float(at - left),
        float(first == 0),
        at / len(sheet),
        float(min(len(sheet), 3000)),
        float(steps),
    ]
