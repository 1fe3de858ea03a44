"""Cues that make more or less of what is told than the source's: compared over the same content, by the same speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple
from functools import cache, lru_cache
from typing import Literal, get_args

from factcards.cards import CUE_RANK, Severity
from factcards.lexicon import cue_strength, lemma_of, speech_verbs, verb_forms
from factcards.lint.edits import changes
from factcards.lint.findings import Objection
from factcards.lint.matching import HELD, Alignment, Match, Original, Retold
from factcards.lint.operating import NEARLY
from factcards.lint.rules.making import object_to, passage
from factcards.lint.rules.names import words_of_name
from factcards.lint.rules.negations import DENYING, TURNING, TURNING_ROUND
from factcards.lint.rules.speaking import same_speaker
from factcards.lint.side import Saying, Side
from factcards.lint.wording import Sentence
from factcards.lint.words import OWNERS, PERSONS, forms_in, lexis, stem, stems_in, stems_of

__all__ = ["cues", "is_before_thing", "kind_of", "must_know"]

Kind = Literal[
    "settled",
    "shown",
    "granted",
    "owned",
    "firm",
    "accused",
    "argued",
    "plain",
    "thought",
    "hinted",
    "asked",
    "claimed",
    "denied",
    "evaded",
]


def cues(match: Match) -> Iterator[Objection]:
    """`cue_stronger`, `cue_weaker`: where the source has one cue the summary has one that commits the speaker more, or less;
    `negation_dropped`: where he denies it in the source he says it in the summary.
    """
    told: set[int] = set()
    compared = (item for item in (*_of_sayings(match), *_replaced(match)) if not _is_sources_own(match, item))
    for item in sorted((*compared, *_of_denials(match)), key=lambda item: item.severity != "error"):
        if item.span.start not in told:
            yield item
        told.update(range(item.span.start, item.span.end))


def _of_sayings(match: Match) -> Iterator[Objection]:
    """A cue over the same content as another one of the same speaker, however much is reworded."""
    for retold in match.retold:
        if is_before_thing(match.summary, match.summary.place(retold.saying.cue.start)):
            continue
        original = _original(retold) or _denied(retold)
        graded = _graded(match, retold, original) if original is not None else None
        if original is None or graded is None:
            continue
        cue, theirs = retold.saying.cue, original.saying.cue
        there = passage(match, original.aligned, original.side.place(theirs.start), original.side.place(theirs.end))
        here = match.summary.place(cue.start), match.summary.place(cue.end)
        yield object_to(match, *graded, _why(graded[0], theirs.quote), here, [there])


def _why(code: str, theirs: str) -> str:
    return f"the source says “{theirs}”" + ("; the summary says the opposite" if code == _REVERSED else "")


_REVERSED = "negation_dropped"


def _original(retold: Retold) -> Original | None:
    """The saying whose cue is compared: the best one by the same speaker; none where a rival has a cue of the same kind."""
    best, mine = retold.originals[0], kind_of(retold.saying.cue.quote)
    rivals = [found for found in retold.originals if found.is_rival(best)]
    same = (found for found in rivals if kind_of(found.saying.cue.quote) == mine)
    if mine is None or not best.is_enough(retold) or not all(_is_made_whole(retold, found) for found in same):
        return None
    return next((f for f in rivals if same_speaker(retold.saying.speaker, f.saying.speaker)), None)


def _denied(retold: Retold) -> Original | None:
    """What the same speaker denies in the source, and nothing else that he says there has as much of: "Quill admitted that the lamp, the
    best in Tarn, was out", where she "denied that the lamp was out".
    """
    own = [found for found in retold.originals if same_speaker(retold.saying.speaker, found.saying.speaker)]
    for found in own if kind_of(retold.saying.cue.quote) in _ASSERTING else ():
        theirs = [w for w in found.saying.only_said if found.side.content[w]]
        whole = len(found.held) >= HELD and 3 * len(found.held) >= 2 * len(theirs)
        if whole and kind_of(found.saying.cue.quote) == "denied" and not any(found.held <= f.held for f in own if f is not found):
            return found
    return None


def _is_sources_own(match: Match, found: Objection) -> bool:
    """Whether the source has the cue that is called weaker, which the reader may not know for one there: in a headline ("to lose its ward,
    staff fear"), or in a sentence that the summary has word for word, before the same word ("noted that it was dry and | questioned |
    whether it would hold").
    """
    cue, best = match.summary.place(found.span.end) - 1, match.best
    copied = match.near_verbatim and best is not None and cue in best.forward and best.forward.get(cue + 1) == best.forward[cue] + 1
    headlines = (aligned for aligned in match.candidates if aligned.sentence.part == "headline")
    return found.code == "cue_weaker" and (copied or any(cue in aligned.forward for aligned in headlines))


def _of_denials(match: Match) -> Iterator[Objection]:
    """Somebody who declines to comment, where the source has him deny it, and never decline: what is denied is often only called "this";
    or who denies or confirms it, where he declines to comment in the source and says no more there.
    """
    for saying in match.summary.sayings_in(match.sentence):
        if kind_of(saying.cue.quote) in {"denied", "settled"}:
            yield from _of_silence(match, saying)
        if kind_of(saying.cue.quote) != "evaded":
            continue
        for aligned in match.candidates:
            source = match.source(aligned)
            if any(op.form in TURNING for op in source.operators_in(aligned.sentence, "negation")) and aligned is match.best:
                break  # "did not react", "did not comment on it"
            denied = next((found for found in source.sayings_in(aligned.sentence) if _denies(found, saying)), None)
            at = _is_denied_by(source, aligned, saying) if denied is None else source.place(denied.cue.end) - 1
            if at is None or _evades(source, saying):
                continue
            there = passage(match, aligned, at if denied is None else source.place(denied.cue.start), at + 1)
            here = match.summary.place(saying.cue.start), match.summary.place(saying.cue.end)
            yield object_to(match, "cue_weaker", "error", f"the source says “{there.span.quote}”", here, [there])
            break


def _is_denied_by(source: Side, aligned: Alignment, mine: Saying) -> int | None:
    """The place of a denial that the reader has for no cue, behind the same speaker's name: "a charge that Quill faced and | denied"."""
    sentence, called = aligned.sentence, words_of_name(mine.speaker.name)
    for at in range(sentence.first, sentence.last):
        if kind_of(source.forms[at]) == "denied" and source.is_predicate(at):
            names = source.names_over(sentence.start, source.words[at].start)
            return at if names and not called.isdisjoint(stems_in(names[-1].quote)) else None
    return None


def _of_silence(match: Match, mine: Saying) -> Iterator[Objection]:
    """`cue_stronger`: "the firm denied it", where the firm "declined to comment" and is not cited otherwise."""
    for aligned in match.candidates:
        source = match.source(aligned)
        for found in source.sayings_in(aligned.sentence):
            if (
                found.cue.quote.casefold() not in _DECLINED
                or source.stems[max(found.words)] != _COMMENT
                or not _is_he(match, mine, aligned)
            ):
                continue
            others = (other for other in source.sayings if other is not found and other.speaker.name == found.speaker.name)
            if not any(others):
                there = passage(match, aligned, source.place(found.cue.start), max(found.words) + 1)
                here = match.summary.place(mine.cue.start), match.summary.place(mine.cue.end)
                yield object_to(match, "cue_stronger", "error", f"the source says “{there.span.quote}”", here, [there])
                return


_DECLINED, _COMMENT = frozenset(["declined", "has declined", "refused"]), stem("comment")


def _is_he(match: Match, mine: Saying, aligned: Alignment) -> bool:
    """Whether all words by which the summary calls a speaker stand in a candidate."""
    mention = mine.speaker.mention
    places = range(match.summary.place(mention.start), match.summary.place(mention.end)) if mention is not None else ()
    content = [w for w in places if match.summary.content[w]]
    return bool(content) and all(w in aligned.forward for w in content)


def _denies(theirs: Saying, mine: Saying) -> bool:
    """Whether this is a denial by the same speaker."""
    return kind_of(theirs.cue.quote) == "denied" and same_speaker(mine.speaker, theirs.speaker)


def _evades(source: Side, mine: Saying) -> bool:
    """Whether the speaker does not say something anywhere in the source."""
    return any(kind_of(found.cue.quote) in {"evaded", None} and same_speaker(mine.speaker, found.speaker) for found in source.sayings)


def _graded(match: Match, retold: Retold, original: Original) -> tuple[str, Severity] | None:
    """What is wrong with the summary's cue in the place of the original's, and how bad it is; null where nothing is."""
    mine, theirs = kind_of(retold.saying.cue.quote), kind_of(original.saying.cue.quote)
    if (
        mine is None
        or theirs is None
        or any(kind_of(outer.cue.quote) == theirs for outer in match.summary.sayings_over(retold.saying, match.sentence))
    ):
        return None  # "said he doubted" commits to what "said" does
    if mine == "hinted" and theirs == "plain" and retold.saying.speaker.kind == "document":
        return None  # a study suggests what it says
    if mine == "asked" and theirs in _PLAIN and _is_of_what_is_denied(original):
        return None  # "does not think it will last", "doubts that it will last"
    if theirs == "evaded" and mine in _ASSERTING:
        return "cue_stronger", "error"  # "declined to say whether" says neither
    if theirs == "denied" and mine in _ASSERTING:
        return None if _is_turned_too(match, retold, original) else (_REVERSED, "error")
    if mine == "firm" and retold.saying.is_cued_by(_PROMISING) and (theirs == "hinted" or original.saying.is_cued_by(_FORESEEING)):
        return "cue_stronger", "error"  # "suggested that she would go", "vowed that she would go"
    if mine in _ASSERTING and _is_made_whole(retold, original):
        return "cue_stronger", "error"  # "came close to admitting", "all but said"
    if mine == "settled" and theirs in _PLAIN and must_know(match.summary, retold.saying):
        return "cue_stronger", "warning"
    return next((grade for grade, pairs in _GRADES.items() if mine in pairs.get(theirs, ())), None)


def _is_made_whole(retold: Retold, original: Original) -> bool:
    """Whether the summary's cue tells as done what one only comes near in the source: "admitted", "came close to admitting"."""
    here, there = (found.saying.cue.quote.casefold() for found in (retold, original))
    return any(words in there for words in _NEARLY) and not any(words in here for words in _NEARLY)


_NEARLY = (*NEARLY, "close to", "all but", "short of")
_PROMISING = (frozenset(lexis()["cue"]["firm"]) & frozenset(lexis()["plan"]["words"])) | {"guarantee", "swear", "assure"}
"""By these somebody binds himself."""
_FORESEEING = frozenset(lexis()["hedge"]["passive"]) | {"predict", "forecast", "hope"}
"""By these he only tells what he thinks will be."""


_NOUN = 2
"""Words behind a cue among which the noun stands that belongs to it: "cast some doubt"."""


def _is_turned_too(match: Match, retold: Retold, original: Original) -> bool:
    """Whether what is denied is told with a "not" or another word that denies, on either side: "denied it was so", "said it was untrue"."""
    summary, side = match.summary, original.side
    here = {summary.stems[w] for w in retold.saying.words} | set(summary.sentence_stems(match.sentence))
    there = {side.stems[w] for w in original.saying.only_said}
    behind = side.place(original.saying.cue.end)
    if retold.saying.is_cued_by(_CALLING) and "as" in side.forms[behind - 1 : behind + 1]:
        return True
    turned = any(stem.removeprefix(prefix) in there for stem in here for prefix in TURNING_ROUND if stem.startswith(prefix))
    return turned or not (here | there).isdisjoint(_DENYING) or len(original.held) < HELD


_CALLING = frozenset({"call", "describe", "label", "brand"})
"""By these somebody only says what he thinks a thing is."""
_DENYING = DENYING.union(
    *(stems_of("negation", key) for key in ("plain", "untrue")), stems_of("cue", "denied"), stems_in("wrong nonsense baseless")
)
_ASSERTING = frozenset(["plain", "firm", "argued", "settled", "shown", "granted", "owned"])


def _is_of_what_is_denied(original: Original) -> bool:
    """Whether the source denies what is retold, or does not think so."""
    aligned, side = original.aligned, original.side
    denied = (op.governed for op in side.operators_in(aligned.sentence, "negation") if op.governed is not None)
    return any(at in aligned.backward or kind_of(side.forms[at]) == "thought" for at in denied)


_PLAIN = frozenset(["plain", "firm", "argued"])


def must_know(side: Side, saying: Saying) -> bool:
    """Whether one speaks who must know, and so may be said to confirm it: a club of who leaves it, somebody of himself."""
    return saying.speaker.kind not in {"person", "anonymous"} or side.forms[min(saying.only_said)] in _HIMSELF


_HIMSELF = PERSONS | OWNERS | {"i", "we", "it"}


@lru_cache(maxsize=4096)
def kind_of(cue: str) -> Kind | None:
    """What a cue's words make of what is told, by the last one that a list has; null where it is negated.

    >>> kind_of("has repeatedly denied"), kind_of("told"), kind_of("did not confirm"), kind_of("played down")
    ('denied', 'plain', None, 'evaded')
    """
    folded = " ".join(cue.casefold().split())
    if any(phrase in folded for phrase in lexis()["cue"]["evading"]):
        return "evaded"
    forms = forms_in(cue)
    if any(form in lexis()["negation"]["words"] for form in forms):
        return None
    kinds = [_kinds()[form] for form in forms if form in _kinds()]
    return kinds[-1] if kinds else "plain"


@cache
def _kinds() -> Mapping[str, Kind]:
    """Every form of the listed cues -> what it makes of what is told."""
    return {form: kind for kind in _LISTED for lemma in lexis()["cue"][kind] for form in astuple(verb_forms(lemma))}


_LISTED = tuple(kind for kind in get_args(Kind) if kind != "plain")

_SOFT: tuple[Kind, ...] = ("thought", "hinted", "asked")
_GRADES: Mapping[tuple[str, Severity], Mapping[Kind, tuple[Kind, ...]]] = {
    ("cue_stronger", "error"): {
        "plain": ("settled",), "firm": ("settled",), "argued": ("settled",), "thought": ("settled",), "hinted": ("settled",),
        "asked": ("settled",), "claimed": ("settled", "shown"),
    },
    ("cue_stronger", "warning"): {
        "thought": ("shown", "owned"), "hinted": ("shown", "owned"), "plain": ("owned",), "firm": ("owned",), "argued": ("owned",),
    },
    ("cue_weaker", "error"): {
        "settled": (*_SOFT, "claimed"), "shown": ("asked", "claimed"), "granted": _SOFT, "owned": _SOFT, "firm": _SOFT, "accused": _SOFT,
        "argued": ("asked",), "plain": ("asked",), "denied": ("hinted", "asked", "evaded"),
    },
    ("cue_weaker", "warning"): {"shown": ("thought", "hinted")},
    ("cue_weaker", "unsure"): {"plain": ("hinted", "claimed"), "firm": ("claimed",)},
}  # fmt: skip
"""What is wrong, and how bad it is -> the source's cue -> the summary's. That "warned" stands for "said", or "said" for "warned", tells
more of the one who writes than of the one who speaks, and is let pass.
"""


def _replaced(match: Match) -> Iterator[Objection]:
    """A cue that alone takes the place of another, in a sentence that is otherwise the source's."""
    best = match.best
    if best is None:
        return
    summary, source = match.summary, match.source(best)
    for change in changes(match, best):
        if change.anchored == 0 or change.here[0] == change.here[1] or change.there[0] == change.there[1]:
            continue
        here = _cue_in(summary, *change.here)
        there = _cue_in(source, *change.there)
        if change.here[1] == match.sentence.last < summary.sentence_of(match.sentence.first).last:
            continue  # of what is told behind a stretch nothing is known
        if here is None or there is None or here in best.forward or _is_own(source, there) or change.there[1] - there > _RUN:
            continue
        before, after = CUE_RANK[cue_strength(source.words[there].form)], CUE_RANK[cue_strength(summary.words[here].form)]
        left = [source.forms[w] for w in range(best.sentence.first, best.sentence.last) if w not in best.backward and w != there]
        if any(lemma_of(f) in speech_verbs() and kind_of(f) == kind_of(summary.forms[here]) for f in left):
            continue  # "thinks that it is shut," he said
        if before == after or _is_denied(summary, match.sentence, here) or _is_denied(source, best.sentence, there):
            continue  # "does not know" is the business of the rules about negations
        if _say_the_same(summary, here, source, there) or (kind_of(source.forms[there]) == "denied" and _turns_instead(match, here)):
            continue  # "denied that it was so", "said that it was not so"
        known = before == CUE_RANK["tentative"] and lemma_of(summary.words[here].form) in _KNOWING
        if not match.near_verbatim and not known:
            continue
        kinds = kind_of(source.forms[there]), kind_of(summary.forms[here])
        denied = kinds[0] == "denied" and source.sayings_cued(source.words[there].start, source.words[there].end)
        code = _REVERSED if denied and kinds[1] in _ASSERTING else "cue_stronger" if after > before else "cue_weaker"
        severity = _how_replaced(kinds, min(before, after), summary.forms[here])
        reports = summary.sayings_cued(summary.words[here].start, summary.words[here].end)
        if not reports and (severity == "warning" or not (known or summary.is_cue(here) or source.is_cue(there))):
            continue  # "that it might never be proved", "scorn aimed at her" report nothing
        why = _why(code, source.span(there, there + 1).quote)
        yield object_to(match, code, severity, why, (here, here + 1), [passage(match, best, there, there + 1)])


def _how_replaced(kinds: tuple[Kind | None, Kind | None], rank: int, mine: str) -> Severity:
    """How bad it is that one cue took the place of another, by what both make of what is told and the lower of their ranks."""
    if kinds == ("plain", "thought"):
        return "unsure"  # what analysts say they think
    lightly = kinds[0] == "shown" and lemma_of(mine) == "indicate"  # a survey that shows it
    return "error" if rank < CUE_RANK["neutral"] and not lightly else "warning"


def _say_the_same(summary: Side, here: int, source: Side, there: int) -> bool:
    """Whether two cues tell the same by what stands with them: "called it “absurd”" and "rejected it as “absurd”", "wants it" and
    "urged them to do it", "disputed it" and "said that he disagreed", "plans to" and "said he will".
    """
    if _only_calls(summary, here, source, there) or _only_calls(source, there, summary, here):
        return True
    if kind_of(summary.forms[here]) == kind_of(source.forms[there]) not in {"plain", None}:
        return True  # "sending signals that", "hinting that"
    if summary.stems[here] == _WANT and (source.stems[there] in _DEMANDING or "should" in source.forms[there + 1 : there + _RUN]):
        return True  # "argued that they should pay", "wanted them to pay"
    if summary.stems[here] in _PLANS and source.stems[there] in _DEMANDING:
        return True  # "proposes a levy", "calls for a levy"
    if kind_of(summary.forms[here]) == "denied" and not _CONTESTING.isdisjoint(source.stems[there : there + _RUN]):
        return True
    return summary.stems[here] in _PLANS and not _WILL.isdisjoint(source.forms[there + 1 : there + _SOON])


def _only_calls(one: Side, here: int, other: Side, there: int) -> bool:
    """Whether one side has somebody call a thing something, the other reject or dismiss it as that."""
    return lemma_of(one.forms[here]) in _CALLING and "as" in other.forms[there + 1 : there + _RUN]


_WANT = stem("want")
_DEMANDING = stems_of("relation", "asking")
_CONTESTING = stems_in("disagree object oppose contest challenge") | DENYING


def _turns_instead(match: Match, here: int) -> bool:
    """Whether the summary has a word that denies behind its cue, which the source's sentence has not: "said it was not so"."""
    best = match.best
    denying = (w for w in range(here + 1, match.sentence.last) if match.summary.stems[w] in _DENYING)
    return best is not None and any(w not in best.forward for w in denying)


_RUN = 12
"""Words from a source's cue to what both sides have, at most: what stands further off reports something else."""


def _is_own(side: Side, at: int) -> bool:
    """Whether somebody says in quotation marks what he thinks: "I just think it is late"."""
    return side.in_quotation(at) and not _OWN.isdisjoint(side.forms[max(0, at - _NOUN) : at])


_OWN = frozenset(["i", "we"])


def _is_denied(side: Side, sentence: Sentence, at: int) -> bool:
    """Whether a cue is negated: "does not know"."""
    return any(op.governed == at for op in side.operators_in(sentence, "negation"))


_PLANS = stems_of("plan", "words")
_WILL = frozenset(["will", "would"])
_SOON = 4
"""Words from a cue to "will" behind it, at most: "say that they will"."""
_KNOWING = frozenset(["confirm", "know", "prove", "realise", "realize", "show"])
"""Cues that hold what is said for true: in the place of "thinks" an error, whatever else was reworded."""


def _cue_in(side: Side, first: int, last: int) -> int | None:
    return next((w for w in range(first, last) if lemma_of(side.words[w].form) is not None), None)


def is_before_thing(side: Side, at: int) -> bool:
    """Whether a participle only says which thing is meant: "her proposed ban", "Quill's proposed temporary ban"."""
    if not at or not side.forms[at].endswith("ed") or side.following(at) in {"to", "that", ""} or side.between(at) != " ":
        return False
    before = side.text[side.words[at - 1].start : side.words[at].start].rstrip()
    return side.forms[at - 1] in _OWNING or before.endswith(("'s", "’s"))


_OWNING = OWNERS | {"the", "a"}
