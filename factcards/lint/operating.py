"""The words of a text that turn, weaken or count others, each with the word that it works on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from factcards.lexicon import speaker_words
from factcards.lint.wording import BEING, HAVING, MODALS, Wording
from factcards.lint.words import OWNERS, PERSONS, is_adverb, lexis, stem, stems_in, stems_of

__all__ = [
    "LEFT_OPEN",
    "NEARLY",
    "NECESSARILY",
    "NO_LONGER",
    "OPENING",
    "UNSURE",
    "Operator",
    "OperatorKind",
    "governed",
    "operators_of",
    "says_the_most",
]

OperatorKind = Literal["negation", "hedge", "approximator", "quantifier", "only"]

_REACH = 4
"""Words between an operator and what it governs, at most."""
_PARTING = frozenset(':;“”"')
"""Marks behind which another speech or statement begins: an operator does not reach back over them."""
_BREAKING = frozenset("—–")
"""Marks that set something off: what stands behind is not what an operator before them works on."""
_JOINING = frozenset(["and", "but", "where", "who", "whose", "which"])
"""Words behind which an operator is over what follows: "is wrong and not who we are", "a fair where nobody has a stall"."""


@dataclass(frozen=True, slots=True)
class Operator:
    """A word or phrase that turns, weakens or counts another.

    Attributes:
        kind: What it does.
        form: Its own words, folded.
        first: Place of its first word.
        last: One past its last word.
        governed: Place of the word that it works on; null when nothing near it has content.
        strength: 3 strong, 2 medium, 1 weak; for quantifiers 3 all, 2 most, 1 some.
    """

    kind: OperatorKind
    form: str
    first: int
    last: int
    governed: int | None
    strength: int


def operators_of(wording: Wording) -> Iterator[Operator]:
    """Every operator of a text, in order; none shares a word with another."""
    behind = 0
    for at, (form, stemmed) in enumerate(zip(wording.forms, wording.stems, strict=True)):
        if at < behind or (form not in _FORMS and stemmed not in _STEMS):  # nine words in ten
            continue
        found = next((operator for kind in _KINDS if (operator := kind(wording, at)) is not None), None)
        if found is not None:
            yield found
            behind = found.last


# --- before a figure, or behind one ---

_PHRASES: dict[str, list[tuple[str, ...]]] = {}
"""First word -> the phrases that it begins, as words."""
for _words in (tuple(phrase.split()) for phrase in lexis()["approximator"]["phrases"]):
    _PHRASES.setdefault(_words[0], []).append(_words)


def _phrase(wording: Wording, at: int) -> Operator | None:
    """Several words before or behind a figure: "at least 40", "40 or so"."""
    for phrase in _PHRASES.get(wording.forms[at], ()):
        last = at + len(phrase)
        if tuple(wording.forms[at:last]) == phrase:
            figure = at - 1 if phrase[0] == "or" else _figure_after(wording, last)
            if phrase == ("up", "to") and at and wording.stems[at - 1] == "sign":
                return None  # "signed up to a five-year deal"
            if phrase[-1] == "than" and wording.forms[last : last + 1] == ["the"]:
                return None  # "more than the 40 of last year" compares
            if figure is not None and figure >= 0 and wording.words[figure].figure:
                return Operator("approximator", " ".join(phrase), at, last, figure, 1)
    return None


def _figure_after(wording: Wording, at: int) -> int | None:
    for place in range(at, min(at + 2, len(wording.words))):
        if wording.words[place].figure:
            return None if wording.words[place].form.startswith("date:") else place
        form = wording.words[place].form
        if form in _POSSESSIVES or (wording.content[place] and form not in {"half", "$", "£", "€"}):
            return None
    return None


_POSSESSIVES = OWNERS | {"my", "your", "our"}
"""Words before a figure that is known: one lives up to "his £28m", and that is not up to £28m."""


def _approximator(wording: Wording, at: int) -> Operator | None:
    """One word before a figure: "about 40", "some 40"; what it is before another noun is asked behind: "some towns"."""
    if wording.forms[at] not in _BEFORE_FIGURES or at + 1 == len(wording.words):
        return None
    following = wording.words[at + 1]
    counts = following.figure and not following.form.startswith("date:")
    return Operator("approximator", wording.forms[at], at, at + 1, at + 1, 1) if counts else None


_BEFORE_FIGURES = frozenset(lexis()["approximator"]["before_figure"])


# --- negations ---


def _negation(wording: Wording, at: int) -> Operator | None:
    """What denies by itself: "not", "no", "without"."""
    if wording.forms[at] not in _NEGATIONS or _is_fixed_phrase(wording, at):
        return None
    if wording.forms[at : at + 2] == ["no", "longer"]:
        return Operator("negation", NO_LONGER, at, at + 2, governed(wording, at + 1), 3)
    true = next((w for w in range(at + 1, min(at + 4, len(wording.forms))) if wording.forms[w] in _TRUE), None)
    if wording.forms[at] == "not" and true is not None and wording.following(true) == "that":
        return Operator("negation", "not", at, at + 1, _stated(wording, true + 1), 3)  # "it is not true that he saw it"
    return Operator("negation", wording.forms[at], at, at + 1, _denied(wording, at) or governed(wording, at), 3)


def _denied(wording: Wording, at: int) -> int | None:
    """The verb behind "no plans to" or "does not plan to", and what "no evidence that" or "it is not thought that" is over; null where
    none of them stands here.
    """
    verb, last = wording.following(at), wording.following(at + 1)
    if not verb or wording.between(at) != " ":
        return None
    if wording.forms[at] in {"no", "not"} and wording.stems[at + 1] in _PLAN and last == "to":
        return governed(wording, at + 2)
    opens = (wording.forms[at] == "no" and wording.stems[at + 1] in _GROUND) or (wording.forms[at] == "not" and verb in _THOUGHT)
    return _stated(wording, at + 2) if opens and last == "that" else None


_PLAN, _GROUND = stems_in("plan intention intend"), stems_in("evidence proof sign indication suggestion")
_THOUGHT = frozenset(["thought", "believed", "suspected"])


_TRUE = frozenset(["true", "correct", "case"])
"""What is so: "it is not the case that"."""


NO_LONGER = "no longer"
"""The form of the negation of that name: it turns a whole clause, where "no" alone counts."""
_NEGATIONS = frozenset(lexis()["negation"]["words"])


def _is_fixed_phrase(wording: Wording, at: int) -> bool:
    """Whether it turns nothing: "not only" negates something else; "no one" counts; "No 10" and "no doubt" turn nothing."""
    form, following = wording.forms[at], wording.following(at)
    if form == "no":
        return following == "doubt" or wording.numbers(at)
    if form != "not":
        return False
    if wording.forms[max(0, at - 2) : at] == ["whether", "or"] or wording.forms[max(0, at - 1) : at] == ["than"]:
        return True  # "more often than not"
    if at and wording.forms[at - 1] == "if" and following in _QUANTIFIERS:
        return True  # "most, if not all of them"
    if at and wording.forms[at - 1] == "or" and (not following or wording.between(at)[:1] in _CLOSING):
        return True  # "believe it or not, it floats"
    phrased = any(wording.forms[at + 1 : at + 1 + len(phrase)] == [*phrase] for phrase in _NOT_PHRASES)
    return phrased or following in _NOT_TURNED or says_the_most(wording, at)


def says_the_most(wording: Wording, at: int) -> bool:
    """Whether "could not" says no more than that nothing could be more so: "couldn't come at a better time", "could not be happier"; what
    it is compared with ("could not be later than May") makes a limit of it.
    """
    if not at or wording.forms[at - 1] != "could":
        return False
    behind = wording.forms[at + 1 : min(wording.sentence_of(at).last, at + 1 + _TOPPED)]
    verb = behind[1:] if behind[:1] == ["have"] else behind
    better = next((n for n, form in enumerate(verb) if form in _BETTER or form.endswith("ier")), None)
    if not verb or verb[0] not in _TOPPING or better is None or not set(verb[1:better]) <= _TO_BETTER:
        return False
    return verb[better + 1 : better + 2] != ["than"] and verb[better + 2 : better + 3] != ["than"]


_TOPPED = 7
"""Words behind a "could not" among which the comparative stands that makes the most of it."""
_TOPPING = frozenset(["be", "been", "come", "ask", "asked", "agree", "care"])
_TO_BETTER = frozenset(["a", "an", "at", "for", "any", "in", "much"])
_BETTER = frozenset(["better", "worse", "more", "less", "clearer", "prouder", "plainer", "simpler"])


_CLOSING = frozenset(',;:.–—)”"')
"""Marks behind an "or not" that is over nothing."""
_NOT_TURNED = frozenset(["only", "just", "least", "far", "unlike", "surprisingly"])
"""Words behind "not" that make a phrase of it."""
_NOT_PHRASES = (
    ("act", "alone"), ("alone",), ("long", "after"), ("long", "before"), ("the", "first", "time"), ("for", "the", "first", "time"),
    ("to", "be", "named"), ("be", "named"), ("to", "be", "identified"), ("be", "identified"),
    ("want", "to", "be", "named"), ("want", "to", "be", "identified"), ("wish", "to", "be", "named"), ("wish", "to", "be", "identified"),
)  # fmt: skip
"""The same of several words: "not long after", "not for the first time" as "not the first time"; and why a source has no name."""


def _denial(wording: Wording, at: int) -> Operator | None:
    """What denies the verb behind its "to", or the clause behind its "that": "failed to pay", "has yet to pay", "it is untrue that"."""
    if wording.stems[at] in _UNTRUE and wording.following(at) == "that":
        return Operator("negation", wording.forms[at], at, at + 1, _stated(wording, at + 1), 3)
    yet = wording.forms[at] == "yet" and at > 0 and wording.stems[at - 1] in _HELPING
    if not yet and wording.stems[at] not in _IMPLICATIVE:
        return None
    to = at + 2 if is_adverb(wording.following(at)) else at + 1  # "refused, generally, to pay"
    if wording.following(to - 1) != "to":
        return None
    return Operator("negation", wording.forms[at], at, at + 1, governed(wording, to), 3)


def _stated(wording: Wording, that: int) -> int | None:
    """The word that the clause behind a "that" states: the first with content behind what helps its verb, else behind the "that"."""
    behind = range(that + 1, min(wording.sentence_of(that).last - 1, that + 1 + _REACH))
    helping = next((w for w in behind if wording.forms[w] in BEING | HAVING | MODALS), that)
    return governed(wording, helping)


_HELPING = frozenset([stem("be"), stem("have")])
_IMPLICATIVE = stems_of("negation", "implicative")
_UNTRUE = stems_of("negation", "untrue")


# --- hedges ---


def _hedge(wording: Wording, at: int) -> Operator | None:
    """What leaves open whether it is so: "may", "probably", "is expected to"."""
    if not _is_hedge(wording, at):
        return None
    return Operator("hedge", wording.forms[at], at, at + 1, governed(wording, at), 3 if wording.stems[at] in _STRONG else 2)


LEFT_OPEN = "not rule out"
"""The form of the hedge of that name, whatever tense it has."""


def _left_open(wording: Wording, at: int) -> Operator | None:
    """What is not denied either: "did not rule out moving", "has not ruled it out", "could not be ruled out"."""
    first = at + 1 if wording.forms[at : at + 2] == ["could", "not"] else at
    if wording.forms[first] != "not":
        return None
    verb = next((w for w in range(first + 1, min(first + 3, len(wording.forms))) if wording.forms[w] not in {"be", "been"}), at)
    if wording.stems[verb] != _RULE or "out" not in wording.forms[verb + 1 : verb + 3]:
        return None
    last = wording.forms.index("out", verb + 1) + 1
    return Operator("hedge", LEFT_OPEN, at if verb > first + 1 else first, last, governed(wording, last - 1), 3)


def _unsure(wording: Wording, at: int) -> Operator | None:
    """What somebody is "not sure" of: "is not sure (that) | it helps"; who is not sure how or why it does is told nothing of that."""
    behind = wording.following(at + 1) if wording.following(at) in _SURE else ""
    if wording.forms[at] != "not" or behind not in _OF_WHAT:
        return None
    return Operator("hedge", UNSURE, at, at + 2, _stated(wording, at + 2 if behind in _THAT else at + 1), 3)


UNSURE = "not sure"
"""The form of the hedge of that name, whatever word it has for "sure"."""
_SURE = frozenset(["sure", "certain", "convinced"])
_THAT = frozenset(["that", "if", "whether"])
_OF_WHAT = _THAT | PERSONS | {"i", "you", "we", "it", "the", "this", "there", "anyone", "anybody"}
"""Words behind a "not sure" that open what one is not sure of."""
_RULE = stem("rule")
_STRONG = stems_of("hedge", "strong")


def _is_hedge(wording: Wording, at: int) -> bool:
    """Whether a word hedges: by itself, as a verb like "seem", or as a participle that says what is thought; who asks "how likely" it is
    hedges nothing, nor does "everything possible"; "necessarily" does only behind a "not".
    """
    if at and (wording.forms[at - 1] == "how" or (wording.forms[at] == "possible" and wording.forms[at - 1] in speaker_words("extent"))):
        return False
    if wording.forms[at] == NECESSARILY and "not" not in wording.forms[max(0, at - 2) : at]:
        return False
    if wording.forms[at] in _MARKS:
        return not wording.is_month(at) and not (wording.following(at) == "not" and says_the_most(wording, at + 1))
    if _is_raised(wording, at):
        return True
    return _is_thinking(wording, at) and (_expects(wording, at) or _is_thought(wording, at)) and not _is_supposed(wording, at)


_MARKS = frozenset(lexis()["hedge"]["marks"])
OPENING = frozenset(["perhaps", "maybe", "possibly", "probably", "presumably", "apparently"])
"""Hedges that are over all of a clause that they open: "perhaps the fog lifts", "the fog perhaps lifts"."""
NECESSARILY = "necessarily"
"""The form of the hedge of that name, which leaves open what is denied: "does not necessarily mean it"."""


def _is_raised(wording: Wording, at: int) -> bool:
    """Whether a verb takes its subject from what it hedges: "seems safe", "appears to be safe"; who only appears, is seen."""
    if wording.stems[at] == "look":
        return wording.forms[at + 1 : at + 3] == ["to", "be"]
    if wording.stems[at] not in _RAISING:
        return False
    following = wording.following(at)
    return following in {"to", "like"} or (wording.stems[at] != _APPEAR and following != "")


_RAISING = stems_of("hedge", "raising")
_APPEAR = stem("appear")


def _is_thinking(wording: Wording, at: int) -> bool:
    """Whether a word may be the participle of a verb of thinking."""
    form = wording.forms[at]
    return form == "understood" or (wording.stems[at] in _PASSIVE and form.endswith(("ed", "t")))


_PASSIVE = stems_of("hedge", "passive")


def _expects(wording: Wording, at: int) -> bool:
    """Whether it is said of something: "is expected to grow", "is expected soon to grow"; right behind a noun "a sale expected to grow"."""
    behind = wording.following(at)
    if behind in _BETWEEN:
        behind = wording.following(at + 1)
    alone = wording.forms[at] in _EXPECTED and at > 0 and wording.between(at - 1) == " "
    return behind == "to" and (bool(_helpers(wording, at)) or alone)


_BETWEEN = frozenset(["also", "now", "still", "soon", "then", "widely"])
_EXPECTED = frozenset(["expected", "believed", "suspected", "projected"])
"""Participles that hedge without "is": "a man believed to be armed"."""


def _is_thought(wording: Wording, at: int) -> bool:
    """Whether it is said of a clause: "it is thought the lock is old"."""
    return "it" in wording.forms[max(0, at - 2) : at] and bool(_helpers(wording, at))


def _is_supposed(wording: Wording, at: int) -> bool:
    """Whether it tells what was meant and is not so: "was supposed to be safe"."""
    return wording.stems[at] == _SUPPOSED and not _WAS.isdisjoint(_helpers(wording, at))


_SUPPOSED = stem("supposed")
_WAS = frozenset(["was", "were"])


def _helpers(wording: Wording, at: int) -> list[str]:
    """The forms of "be" and "get" right before a participle."""
    return [word.form for word in wording.words[max(0, at - 3) : at] if word.stem in _BE]


_BE = frozenset(["be", "get"])


# --- counting ---


def _quantifier(wording: Wording, at: int) -> Operator | None:
    """How many, or how much: "all", "most", "some"."""
    strength = _QUANTIFIERS.get(wording.forms[at])
    if wording.forms[at] == "all" and (wording.following(at) == "over" or (at and wording.forms[at - 1] in {"at", "after"})):
        return None  # "from all over the world", "no ice at all"
    if wording.forms[at] in _AMOUNTS and wording.following(at) != "of":
        return None  # "the parking lots"
    if wording.forms[at] in _WHOLE and at and wording.forms[at - 1] == "not":
        return None  # "not every rower" is some of them
    if wording.forms[at] in _WHOLE and at and wording.forms[at - 1] in NEARLY:
        return Operator("quantifier", wording.forms[at], at - 1, at + 1, governed(wording, at), 2)
    if wording.forms[at] == "most" and at and _is_definite(wording, at - 1) and wording.following(at) != "of":
        return None  # "the most recent poll"
    return None if strength is None else Operator("quantifier", wording.forms[at], at, at + 1, governed(wording, at), strength)


def _is_definite(wording: Wording, at: int) -> bool:
    """Whether a word picks what follows: "the", "its", "the world's"."""
    told = wording.text[wording.words[at].start : wording.words[at + 1].start]
    return wording.forms[at] in _DEFINITE or told.rstrip().endswith(("'s", "’s"))


_AMOUNTS = frozenset(["lots", "plenty"])
"""Nouns that count only what they are "of"."""
_WHOLE = frozenset(["all", "every", "everyone", "everybody"])
NEARLY = frozenset(["almost", "nearly", "virtually", "practically"])
"""Words by which something is not quite so."""
_DEFINITE = OWNERS | {"the"}
_QUANTIFIERS: Mapping[str, int] = {
    word: strength for strength, key in enumerate(("part", "most", "all"), 1) for word in lexis()["quantifier"][key]
}


def _only(wording: Wording, at: int) -> Operator | None:
    """That there is no other: "only"."""
    return Operator("only", "only", at, at + 1, governed(wording, at), 1) if wording.forms[at] == "only" else None


_KINDS: tuple[Callable[[Wording, int], Operator | None], ...] = (
    _phrase,
    _approximator,
    _left_open,
    _unsure,
    _negation,
    _denial,
    _hedge,
    _quantifier,
    _only,
)
"""What a word may be, in the order in which it is asked."""
_FORMS = frozenset([*_PHRASES, *_BEFORE_FIGURES, *_NEGATIONS, *_MARKS, *_QUANTIFIERS, "not", "yet", "understood", "only"])
_STEMS = frozenset([*_IMPLICATIVE, *_UNTRUE, *_RAISING, *_PASSIVE, "look"])
"""A word is an operator, or begins one, by its form or its stem: with none of these it is none of all kinds."""


# --- what an operator works on ---


def governed(wording: Wording, at: int) -> int | None:
    """The word that the operator at this place works on: the next one with content in its sentence, else the last before it; null where a
    mark or an "and" parts the two.
    """
    sentence = wording.sentence_of(at)
    first = _behind_aside(wording, at, sentence.last)
    closing = wording.forms[at] in _ENDING or (wording.forms[at] in MODALS and wording.following(at) in _CONJOINING)
    if closing and at + 1 < sentence.last and "," in wording.between(at):
        first = sentence.last  # "as soon as possible, with lights on", "try as they might, but nobody left"
    aside = _BETWEEN | _WELL if wording.forms[at] in _MARKS else frozenset[str]()
    for place in range(first, min(sentence.last, first + 1 + _REACH)):
        form = wording.forms[place]
        if form in aside and place + 1 < sentence.last:
            continue  # "may well have broken it", "might soon sell it"
        if "in" in {form, wording.forms[place - 1]} and (form in _PRINCIPLE or wording.following(place) in _PRINCIPLE):
            continue  # "could in principle be sold"
        if place > at + 1 and not _BREAKING.isdisjoint(wording.between(place - 1)):
            return None  # "not even he — a man of some standing — is immune"
        if place > at + 1 and form == "because":
            return at + 1  # "they cannot | say that because the firm pays them"
        if wording.content[place] and form not in _MARKS and form not in _QUANTIFIERS and not is_adverb(form):
            ready = wording.forms[at] in MODALS and form in _READY and wording.following(place) == "to" and place + 2 < sentence.last
            return place + 2 if ready else place
    for place in range(at - 1, sentence.first - 1, -1):
        if not _PARTING.isdisjoint(wording.between(place)) or wording.forms[place] in _JOINING:
            return None
        if wording.content[place]:
            return place
    return None


_READY = frozenset(["willing", "ready", "prepared", "able", "forced", "asked", "allowed"])
"""What somebody "may be" to do what follows."""
_PRINCIPLE = frozenset(["principle", "theory", "practice", "effect", "fact"])
_WELL = frozenset(["well", "yet"])
_CONJOINING = frozenset(["and", "but", "yet", "so"])
_ENDING = frozenset(["possible", "likely", "probable"])
"""Adjectives that may end what they are said of, before a comma."""


def _behind_aside(wording: Wording, at: int, last: int) -> int:
    """The place behind this word, and behind what commas set off there: "could, if confirmed, prevent"."""
    if at + 1 >= last or "," not in wording.between(at):
        return at + 1
    return next((place + 1 for place in range(at + 1, min(last - 1, at + 2 + _REACH)) if "," in wording.between(place)), at + 1)
