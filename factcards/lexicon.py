"""The word lists under `lexicons/`, read once: cues and their strength, hedges, negations, and the forms of verbs. Data, no judgement."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Literal, cast, get_args

from factcards.cards import CueStrength, HedgeKind, HedgeStrength

__all__ = [
    "Frame",
    "HedgeEntry",
    "PronounTable",
    "Signature",
    "VerbForms",
    "accuses",
    "commits_to_nothing",
    "content_frames",
    "cue_nouns",
    "cue_strength",
    "cue_verbs",
    "digest",
    "happening_weights",
    "hedge_entries",
    "hedge_words",
    "intends",
    "is_divided",
    "is_event_noun",
    "is_sign",
    "is_telling",
    "keeps_polarity",
    "keeps_silent",
    "lemma_of",
    "makes_possible",
    "name_weights",
    "negation_words",
    "pronoun_weights",
    "signature",
    "speaker_words",
    "speech_verbs",
    "spurns",
    "verb_forms",
    "withholds",
]

_NAMES = ("cues", "hedges", "names", "negations", "pronouns", "signatures", "speakers", "verbs")
"""The lists that change what is read. Not `happening`: only `factuality` asks it. Nor `lint/lexis.toml`, which is the linter's own."""

PronounTable = Literal["he", "it", "they", "by_hand", "things"]
"""A table of `pronouns.toml`."""
Frame = Literal["finite", "infinitive", "gerund", "object", "oblique", "adjective", "noun"]
"""How a predicate takes its complement: see `signatures.toml`."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a predicate implies of its complement, -3 to 3: where it is affirmed itself, and where it is negated."""

    name: str
    affirmed: int
    negated: int
    source: bool = False


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The five forms of an English verb."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


@cache
def _source(name: str) -> bytes:
    return files("factcards").joinpath("lexicons", f"{name}.toml").read_bytes()


@cache
def _table(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_source(name).decode("utf-8"))


@cache
def digest() -> str:
    """The first 8 hex digits of the sha256 over the reader's word lists (`_NAMES`): a changed list is another reader."""
    return sha256(b"\0".join(_source(name) for name in _NAMES)).hexdigest()[:8]


def _strengths(table: Mapping[str, list[str]]) -> dict[str, CueStrength]:
    return {word: strength for strength in get_args(CueStrength) for word in table.get(strength, ())}


@cache
def cue_verbs() -> Mapping[str, CueStrength]:
    """Lemma -> what the verb commits its speaker to."""
    return _strengths(_table("cues")["verbs"])


@cache
def cue_nouns() -> Mapping[str, CueStrength]:
    """Lemma -> what the noun ("claim", "warning") commits its holder to."""
    return _strengths(_table("cues")["nouns"])


@cache
def content_frames(frame: str) -> frozenset[str]:
    """Lemmas of verbs whose content may be an `object`, an `infinitive`, an `oblique` ("warn of"), or that tell `speech`, a
    `stance`, what is `judged`, what somebody has in `mind` or what is `counted`.
    """
    return frozenset(_table("cues")["content"][frame])


def speech_verbs() -> frozenset[str]:
    """Lemmas of verbs that tell what somebody said or wrote."""
    return content_frames("speech")


@dataclass(frozen=True, slots=True)
class HedgeEntry:
    """A hedge cue: how much it weakens, and the sense in which it does (the name of a test on the parse)."""

    kind: HedgeKind
    strength: HedgeStrength
    sense: str


@cache
def hedge_entries() -> Mapping[str, tuple[HedgeEntry, ...]]:
    """Lemma, form or phrase -> its entries, one for each kind and sense, as `hedges.toml` orders them."""
    entries: dict[str, tuple[HedgeEntry, ...]] = {}
    for group in cast("list[dict[str, Any]]", _table("hedges")["group"]):
        entry = HedgeEntry(group["kind"], group["strength"], group["sense"])
        for word in group["words"]:
            entries[word] = (*entries.get(word, ()), entry)
    return entries


@cache
def hedge_words(kind: HedgeKind) -> Mapping[str, HedgeStrength]:
    """Lemma or phrase -> how much it weakens, for one kind of hedge cue; of several senses the first."""
    return {word: entry.strength for word, entries in hedge_entries().items() for entry in reversed(entries) if entry.kind == kind}


@cache
def negation_words(kind: str) -> frozenset[str]:
    """The `words`, `verbs` or `adjectives` that turn a clause round."""
    return frozenset(cast("dict[str, list[str]]", _table("negations"))[kind])


def spurns(words: Sequence[str]) -> bool:
    """Whether by these words somebody will not have a thing, or what he is asked for: "ruled out", "resisted calls for"."""
    done = {*words, *(" ".join(pair) for pair in itertools.pairwise(words))}
    asked = not negation_words("asking").isdisjoint(words)
    return not negation_words("denying").isdisjoint(done) or (asked and not negation_words("spurning").isdisjoint(done))


@cache
def _signatures(frame: Frame) -> Mapping[str, Signature]:
    table = cast("dict[str, dict[str, dict[str, int]]]", _table("signatures"))
    classes = {name: Signature(name, c["affirmed"], c["negated"], bool(c.get("source"))) for name, c in table["classes"].items()}
    return {lemma: classes[name] for name, lemmas in _table("signatures")[frame].items() for lemma in lemmas}


def signature(frame: Frame, lemma: str) -> Signature | None:
    """What the predicate with this lemma implies of a complement in this frame; null when no list has it.

    >>> signature("infinitive", "fail")
    Signature(name='failure', affirmed=-3, negated=3, source=False)
    """
    return _signatures(frame).get(lemma)


@cache
def is_event_noun(lemma: str) -> bool:
    """Whether a noun names an event: by the list, or by the ending of a nominalisation."""
    table = _table("signatures")["events"]
    return lemma in table["nouns"] or lemma.endswith(tuple(table["endings"]))


@cache
def happening_weights() -> Mapping[str, float]:
    """Feature -> weight of the estimate whether an event has happened; `intercept` is always there."""
    return cast("dict[str, dict[str, float]]", _table("happening"))["weights"]


@cache
def name_weights() -> Mapping[str, Sequence[float]]:
    """Feature -> weights (natural logarithms) of what a name names: somebody, a body, a place, a thing, nothing; learned."""
    return cast("dict[str, dict[str, list[float]]]", _table("names"))["weights"]


@cache
def pronoun_weights(kind: PronounTable) -> Mapping[str, float]:
    """Feature -> weight (a natural logarithm) of whom a pronoun means: for "he" and "she", for "it", for "they", and as set by hand; of
    `things`, which noun "it" and "they" stand for in the article's own claims.
    """
    return cast("dict[str, dict[str, float]]", _table("pronouns"))[kind]


@cache
def speaker_words(*kinds: str) -> frozenset[str]:
    """Lists of `speakers.toml`, which says what each is for: nouns by the kind of source they name, titles, sexes, parts of names.

    Raises:
        KeyError: if there is no such list.
    """
    lists = cast("dict[str, list[str]]", _table("speakers"))
    return frozenset(word for kind in kinds for word in lists[kind])


@cache
def verb_forms(lemma: str) -> VerbForms:
    """The forms of a verb; of a verb with a particle ("point out"), each with its particle."""
    verb, _, particle = lemma.partition(" ")
    third, past, participle, gerund = _forms(verb)
    rest = f" {particle}" if particle else ""
    return VerbForms(lemma, third + rest, past + rest, participle + rest, gerund + rest)


def _forms(verb: str) -> tuple[str, str, str, str]:
    irregular = _table("verbs")["irregular"].get(verb)
    if irregular is not None:
        third, past, participle, gerund = irregular
        return third, past, participle, gerund
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing"
    doubles = _SHORT_VOWEL.fullmatch(verb) is not None or verb in cast("list[str]", _table("verbs")["double"])
    stem = verb + verb[-1] if doubles else verb
    third = f"{stem if verb.endswith('z') else verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"
    if verb.endswith("ee"):
        return third, f"{verb}d", f"{verb}d", f"{verb}ing"
    if verb.endswith("e"):
        return third, f"{verb}d", f"{verb}d", f"{verb[:-1]}ing"
    return third, f"{stem}ed", f"{stem}ed", f"{stem}ing"


_SHORT_VOWEL = re.compile(r"(?:[^aeiou]|(?<=q)u)*[aeiou][^aeiouwxy]")
"""Verbs of one syllable that double their last consonant: "spar", "sob", "swap"; not "fear", "vow" or "visit"."""


@cache
def _lemmas() -> Mapping[str, str]:
    lemmas: dict[str, str] = {}
    for lemma in cue_verbs():
        if " " in lemma:
            continue
        forms = verb_forms(lemma)
        for form in (forms.base, forms.third, forms.past, forms.participle, forms.gerund):
            lemmas.setdefault(form, lemma)
    return lemmas


@lru_cache(maxsize=16_384)
def lemma_of(form: str) -> str | None:
    """The lemma of a cue verb's form, null when it is no cue verb."""
    return _lemmas().get(form.casefold())


@cache
def _cue_phrases() -> Mapping[str, CueStrength]:
    """The longest first."""
    phrases = _strengths(_table("cues")["phrases"])
    return {phrase: phrases[phrase] for phrase in sorted(phrases, key=len, reverse=True)}


@cache
def _cue_adjectives() -> Mapping[str, CueStrength]:
    return _strengths(_table("cues")["adjectives"])


@lru_cache(maxsize=4096)
def cue_strength(words: str) -> CueStrength:
    """What a cue's words commit the speaker to, in any inflection; neutral when no list has them.

    >>> cue_strength("has repeatedly denied"), cue_strength("stating"), cue_strength("According to")
    ('negative', 'neutral', 'neutral')
    """
    folded = " ".join(words.casefold().split())
    for phrase, strength in _cue_phrases().items():
        if phrase == folded or (" " in phrase and f" {phrase} " in f" {folded} "):
            return strength
    found: list[CueStrength] = []
    tokens = folded.split()
    if any(" ".join(pair) in negation_words("spurning") for pair in itertools.pairwise(tokens)):
        return "negative"  # "brushed aside suggestions"
    adjectives = _cue_adjectives()
    found += [adjectives[token] for token in tokens if token in adjectives]
    for at, token in enumerate(tokens):
        lemma = lemma_of(token)
        if lemma is not None:
            particle = f"{lemma} {tokens[at + 1]}" if at + 1 < len(tokens) else lemma
            found.append(cue_verbs().get(particle, cue_verbs()[lemma]))
        elif token.rstrip("s") in cue_nouns() or token in cue_nouns():
            found.append(cue_nouns().get(token, cue_nouns().get(token.rstrip("s"), "neutral")))
    return next((strength for strength in found if strength != "neutral"), "neutral")


def _has_lemma(words: str, lemmas: list[str]) -> bool:
    tokens = words.casefold().split()
    known = set(lemmas)
    pairs = [f"{lemma_of(a) or a} {b}" for a, b in itertools.pairwise(tokens)]
    return any((lemma_of(token) or token) in known for token in tokens) or any(pair in known for pair in pairs)


def makes_possible(words: str) -> bool:
    """Whether by this cue the speaker holds the content possible only ("speculated", "feared")."""
    return _has_lemma(words, _table("cues")["certainty"]["possible"])


def keeps_silent(predicate: str) -> bool:
    """Whether who says that he does or does not do this tells nothing: "said it could not | comment | on the deal"."""
    return predicate.casefold() in _table("cues")["certainty"]["silent"]


def accuses(words: str) -> bool:
    """Whether by this cue something is laid to somebody's charge ("is accused of", "was charged with")."""
    return _has_lemma(words, _table("cues")["certainty"]["accusing"])


def keeps_polarity(negator: str) -> bool:
    """Whether a claim is affirmed in spite of this word: it tells that something ended ("stopped")."""
    folded = negator.casefold()
    return any(folded.startswith(word) for word in _table("negations")["affirmed"])


def is_sign(words: str) -> bool:
    """Whether a thing may do this, and so makes something likely: "the figures suggest"."""
    return _has_lemma(words, _table("cues")["certainty"]["signs"])


def is_telling(verb: str) -> bool:
    """Whether who declines to do it, or does not like to, says nothing: "comment", "talk"."""
    return verb.casefold() in _table("cues")["certainty"]["telling"]


def withholds(words: str, told: str) -> bool:
    """Whether this cue with this verb for its content says nothing either way ("declined", "say")."""
    lists = _table("cues")["certainty"]
    return _has_lemma(words, lists["withheld"]) and (lemma_of(told) or told) in lists["telling"]


def intends(words: str) -> bool:
    """Whether who says this of himself commits himself, though nobody else may count on it: "plans", "intended"."""
    return _has_lemma(words, _table("cues")["certainty"]["intending"])


def is_divided(words: str) -> bool:
    """Whether by this cue several hold different things, and nobody denies one ("disagree about")."""
    return _has_lemma(words, _table("cues")["certainty"]["divided"])


def commits_to_nothing(words: str) -> bool:
    """Whether this cue's content is a command, a wish, a plan or a question, not a statement ("urged", "hopes")."""
    return _has_lemma(words, _table("cues")["certainty"]["unstated"])
