"""A claim's cue: the article's words as a finite verb."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from factcards.engines.local.claiming.contents import asks
from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import TENSED, child, is_finite, spelt_out
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.nominals import is_personal, is_plural
from factcards.lexicon import speaker_words, verb_forms

__all__ = ["cue_words", "governed_cue", "governed_words", "is_taken_for_a_noun"]

# "Told" needs somebody who is told; a claim names speaker and content only.
_TELLING = frozenset({"clause", "quote", "carried"})
_SAY = {"tell": "say", "tells": "says", "told": "said", "telling": "saying"}


def cue_words(found: Found) -> str:
    """The cue as a finite verb: a participle or infinitive becomes the past, everything else stays as it is written."""
    verb = found.verb
    if verb is None or not verb.is_alpha:  # a signature's dash, a headline's colon
        return "said"
    if (whole := _neither(verb)) is not None:
        return whole
    if _is_turned_about(found, verb):
        return _active(found, verb)
    lemma = verb.lemma_.lower()
    heard = _needs_hearer(found, verb)
    words = _as_written(found, found.cue) if heard is None or lemma != "tell" else " ".join(t.text for t in found.cue)
    finite = any(t.tag_ in TENSED for t in found.cue) or is_taken_for_a_noun(verb, found)
    named = child(verb, "nsubj") is not None or (found.source is not None and found.source.last.i == verb.i - 1)
    finite = finite or (verb.tag_ == "NNS" and named)
    if not finite:
        past = verb_forms("say" if lemma == "tell" and found.frame in _TELLING and not _asks(found) and heard is None else lemma).past
        if verb.tag_ == "JJ":  # a caption: "Quill | confident | she will win"
            past = f"{'were' if found.source is not None and is_plural(found.source.head) else 'was'} {verb.text}"
        words = " ".join([past, *([behind] if (behind := _as_written(found, [t for t in found.cue if t.i > verb.i])) else [])])
    if heard is not None:
        words = f"{words} {heard}"
    whole = spelt_out(found.cue[0])  # "he'd | seen"
    if whole is not None and words.startswith(found.cue[0].text):
        words = f"{whole}{words.removeprefix(found.cue[0].text)}"
    if words.istitle() and found.frame in _TELLING:  # "| Says | Quill: ..."
        words = words.lower()
    return " ".join([*_adverbs(found, verb, {t.i for t in found.cue} if finite else set()), words])


def _needs_hearer(found: Found, verb: Token) -> str | None:
    """Who is told it, where the cue says little without: "assured | residents | that it was safe", "suggested to | Quill | that"."""
    last = found.cue[-1]
    link = last.dep_ in {"prep", "dative"} and last.head is verb and last.i > verb.i
    hearer = child(last, "pobj") if link else child(verb, "dobj", "dative") if last is verb else None
    needed = verb.lemma_ in _HEARD_BY or (verb.lemma_ in _HEARD_OF and hearer is not None and _is_spoken_of(hearer, found))
    if hearer is not None and not link and not needed:
        return None
    if found.frame != "clause" or hearer is None:
        return None
    words = verb.doc[hearer.left_edge.i : hearer.i + 1]
    behind = hearer.left_edge.i == last.i + 1 and found.block.offsets(hearer, hearer)[1] < found.content[0][0]
    return str(words.text) if behind and len(words) <= _SHORT and not any(t.is_punct for t in words) else None


def _is_spoken_of(hearer: Token, found: Found) -> bool:
    """Whether the content has a pronoun that may mean who is told it, or begins with a question word: "told | jurors | that they must not
    read the papers", "told | Quill | that the club had no use for him", "told | the court | how it was done".
    """
    if _asks(found):
        return hearer.pos_ in {"NOUN", "PROPN"}
    if hearer.lemma_.lower() in _PRESS | speaker_words("press") or (hearer.pos_ == "PROPN" and child(hearer, "det") is not None):
        return False
    named = hearer.pos_ == "PROPN" and hearer.ent_type_ in {"PERSON", "GPE", ""}  # a surname alone is often taken for a place
    many = hearer.tag_ in {"NNS", "NNPS"} or hearer.lower_ == "them"
    pronouns = _MANY if many else _ONE if named or is_personal(hearer) or hearer.lower_ in {"him", "her"} else frozenset()
    return any(t.lower_ in pronouns for low, high in found.content for t in found.block.words(low, high))


def _asks(found: Found) -> bool:
    first = found.block.word_at(found.content[0][0])
    return found.frame == "clause" and asks(found) and first is not None and first.lower_ != "that"


_PRESS = frozenset({"reporter", "journalist", "medium", "newsman"})
"""Who only passes on what is said."""
_HEARD_BY = frozenset({"assure", "remind", "convince", "persuade", "inform", "notify", "reassure"})
"""Verbs that want to be told whom they are said to."""
_HEARD_OF = frozenset({"tell", "warn", "advise"})
"""Verbs that want it where what they tell may be of whoever is told."""
_MANY = frozenset({"they", "them", "their"})
_ONE = frozenset({"he", "him", "his", "she", "her"})
_SHORT = 5
"""Words of the longest hearer that a claim tells."""


def _is_turned_about(found: Found, verb: Token) -> bool:
    """Whether who says it stands behind a passive whose subject hears it: "Quill had been told by | police | that the road was shut"."""
    source, agent = found.source, child(verb, "agent")
    if source is None or agent is None or child(verb, "auxpass") not in found.cue or found.frame != "clause":
        return False
    told = child(verb, "nsubjpass") is not None or verb.dep_ == "conj"  # "said he had asked and had been told by Quill that"
    return told and agent.i < source.first.i < found.block.place(found.content[0][0])


def _active(found: Found, verb: Token) -> str:
    """The cue of a passive as its agent's verb: "had been told by" is "had said", "were warned by" is "warned"."""
    forms = verb_forms(lemma if (lemma := verb.lemma_.lower()) != "tell" else "say")
    if any(t.lower_ == "had" for t in found.cue):
        return f"had {forms.participle}"
    modal = next((t.lower_ for t in found.cue if t.tag_ == "MD"), None)
    return forms.past if modal is None else f"{modal} {forms.base}"


def _as_written(found: Found, cue: Sequence[Token]) -> str:
    """The cue's words as the article has them, "told" as "said" where nobody is told in the claim and no question is."""
    told = found.frame in _TELLING and (found.verb is None or child(found.verb, "auxpass") is None) and not _asks(found)
    said = (_SAY.get(t.lower_, t.text) if told else t.text for t in cue)
    spaces = ["" if t.i + 1 == after.i and not t.whitespace_ else " " for t, after in itertools.pairwise(cue)]
    return "".join(itertools.chain.from_iterable(itertools.zip_longest(said, spaces, fillvalue="")))


def is_taken_for_a_noun(verb: Token, found: Found) -> bool:
    """Whether the tagger has a noun or an infinitive where a plural's present tense stands: "records show"."""
    source = found.source
    words = source.block.doc[source.first.i : source.last.i + 1] if source is not None else ()
    nouns = {t.i: t for t in words if t.pos_ in {"NOUN", "PROPN"}}
    noun = next((t for at, t in nouns.items() if at + 1 not in nouns), None)
    return (
        noun is not None
        and noun.tag_ in {"NNS", "NNPS"}
        and len(found.cue) == 1
        and verb.lower_ == verb.lemma_.lower()
        and verb.tag_ in {"NN", "VB"}
    )


def _neither(verb: Token) -> str | None:
    """The whole of "neither confirmed nor denied", for each of its verbs."""
    first = verb.head if verb.dep_ == "conj" else verb
    opening = next((t for t in first.lefts if t.lower_ == "neither"), None)
    if opening is None:
        return None
    last = max([first.i, verb.i, *(t.i for t in first.conjuncts)])
    begin = min([opening.i, *(t.i for t in first.lefts if t.dep_ in {"aux", "auxpass"})])
    return str(verb.doc[begin : last + 1].text)


def _adverbs(found: Found, verb: Token, told: Collection[int]) -> list[str]:
    """Adverbs right before the verb that are not told yet ("further speculated", "so far denied"), and how often it is so ("in many cases
    they will never know"); none that ends what stands before them: "those who entered illegally | prefer".
    """
    extents = [f"in {verb.doc[c.i + 1 : c.right_edge.i + 1].text}" for c in verb.lefts if _tells_how_often(c)]
    words = [t.lower_ for t in verb.lefts if t.lower_ in _AT_FIRST and t.i == verb.sent.start and t.i not in told]
    named = found.source.last.i if found.source is not None and found.source.last.i < verb.i else -1  # an odd name passes for an adverb
    at = verb.i - 1
    while at > named and verb.doc[at].pos_ == "ADV" and verb.doc[at].dep_ == "advmod" and verb.doc[at].head is verb:
        first = verb.doc[at].left_edge.i
        if at not in told:
            words.insert(0, verb.doc[first : at + 1].text)
        at = first - 1
    inside = at > named and verb.doc[at].pos_ in {"NOUN", "PROPN"}
    return extents if inside or child(verb, "aux", "auxpass") is not None else [*extents, *words]


def _tells_how_often(link: Token) -> bool:
    """Whether a phrase says in how many cases something is so: "in | many | cases"."""
    noun = child(link, "pobj") if link.dep_ == "prep" and link.lower_ == "in" else None
    return noun is not None and noun.lemma_ in {"case", "instance"} and any(t.lower_ in _SOME for t in noun.lefts)


_SOME = frozenset({"some", "many", "most", "several", "few"})
_AT_FIRST = frozenset({"initially", "originally", "formerly", "previously"})
"""What it was like before something changed: a claim without it says more."""


def governed_words(text: str, found: Found) -> str | None:
    """The article's words from the finite verb on which an infinitive hangs up to the content: "has asked for a meeting to discuss |"; None
    for any other cue.
    """
    begin = _governed_from(found)
    words = "" if begin is None else text[begin : found.content[0][0]]
    return " ".join(words.split()) if words and not _MARKS.intersection(words) else None


def governed_cue(text: str, found: Found) -> str | None:
    """The same words up to the cue's verb: "appears to have said"."""
    begin, verb = _governed_from(found), found.verb
    if begin is None or verb is None:
        return None
    said = _SAY.get(verb.lower_, verb.text)
    return " ".join([*text[begin : found.block.offsets(verb, verb)[0]].split(), said])


def _governed_from(found: Found) -> int | None:
    """Where the finite verb begins on which a cue hangs that is an infinitive, with what helps it; null for any other cue."""
    verb, source = found.verb, found.source
    to = next((c for c in verb.lefts if c.tag_ == "TO"), None) if verb is not None else None
    if verb is None or source is None or to is None or any(t.tag_ in TENSED for t in found.cue):
        return None
    governor = verb.head
    while governor.head.i != governor.i and not is_finite(governor):
        governor = governor.head
    if not source.last.i < governor.i < verb.i or not is_finite(governor):
        return None
    first = min([governor.i, *(t.i for t in governor.lefts if t.dep_ in {"aux", "auxpass", "neg"} and t.i > source.last.i)])
    return found.block.offsets(verb.doc[first], governor)[0]


_MARKS = frozenset('"“”;:()')
