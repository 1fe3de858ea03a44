"""Claims in the article's own words, where nobody is named or no wording of ours is safe."""

from __future__ import annotations

from factcards.engines.local.claiming.contents import first_word, follows_that
from factcards.engines.local.claiming.cues import is_taken_for_a_noun
from factcards.engines.local.claiming.phrases import name_and, sentence
from factcards.engines.local.found import Found, StandIn
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, child, is_finite, trimmed
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.naming import text_of
from factcards.mapped import readable

__all__ = ["own_sentence", "passive_by", "piece", "sentence_over", "unnamed"]

_MOST = 60
"""Words up to which a whole sentence is a claim."""


def unnamed(text: str, found: Found) -> str:
    """Where nobody is named: "the vote is expected to fail"."""
    if found.frame == "noun":
        return sentence_over(text, found) or _mentioned(text, found)
    low, high = found.block.offsets(found.cue[0], found.cue[-1])
    if found.source is not None:  # "Not everyone | thinks so"
        low = min(low, found.source.start)
    verb, (start, end) = found.verb, found.content[0]
    parted = verb is not None and verb.dep_ == "conj" and len(found.content) > 1 and end < low
    if parted:  # "| The bridge | was shut and | is said to be safe |"
        return sentence(f"{readable(text, start, end).text} {readable(text, low, max(high, found.content[-1][1])).text}")
    low, high = min(low, start), max(high, found.content[-1][1])
    told = readable(text, low, high).text
    if verb is None:
        return sentence(told)
    if verb.tag_ == "VBN" and verb.lemma_ == "ask" and child(verb, "auxpass") is None:
        return sentence(f"Somebody was {told[:1].lower()}{told[1:]}")
    if verb.tag_ == "VBN" and verb.dep_ == "acl":  # "Malta, | thought to have doubts"
        noun = verb.head
        return sentence(f"{text_of(noun.left_edge, noun)} {'are' if noun.tag_ in {'NNS', 'NNPS'} else 'is'} {told}")
    told = _with_subject(text, found, verb, low, high)
    return sentence(told) if is_finite(verb) else sentence_over(text, found) or sentence(told)


def _with_subject(text: str, found: Found, verb: Token, low: int, high: int) -> str:
    """The words from `low` to `high` with the subject of the cue's verb: its own, its noun's for a relative pronoun, or the one that it
    shares with the verb it is coordinated with.
    """
    told = readable(text, low, high).text
    above = verb
    while above.dep_ == "conj" and child(above, *SUBJECTS) is None and above.head.i != above.i:
        above = above.head
    subject = child(above, *SUBJECTS)
    if subject is None or subject.i > verb.i:
        return told
    start, end = found.block.offsets(subject.left_edge, subject.right_edge)
    if subject.tag_ in {"WDT", "WP"} and above.dep_ == "relcl":
        noun = text_of(above.head.left_edge, above.head)
        return name_and(noun, told if start < low else readable(text, max(low, end), high).text)
    if start >= low:
        return told
    if above is not verb:
        return f"{readable(text, start, end).text} {told}"
    return readable(text, start, high).text


def own_sentence(text: str, found: Found) -> str | None:
    """The article's sentence, where cue and content cannot be told in another order without harm, of a noun in a long one its own words;
    None where they can.
    """
    if not found.cue or not _is_fixed(text, found):
        return None
    return sentence_over(text, found) or (_mentioned(text, found) if found.frame == "noun" else None)


def _is_fixed(text: str, found: Found) -> bool:
    """Whether the words depend on where they stand: a noun that tells no clause ("Quill's embrace of ..."), a passive whose source is
    nowhere behind it, a noun with what is said of it ("nine things he had said about Latinos"), inversion ("Nor have we seen").
    """
    verb = found.verb
    if found.frame == "noun":
        return not follows_that(text, found) and not is_taken_for_a_noun(found.cue[-1], found)
    if verb is None or found.frame in {"quote", "carried", "according"} or found.source is None:
        return False
    begins = found.block.offsets(found.cue[0], found.cue[-1])[0]
    if found.content[-1][1] <= begins and verb.tag_ == "VBN":
        helped = child(verb, "aux", "auxpass")
        return helped is None or (child(verb, "auxpass") is not None and passive_by(found) is None)
    if _is_free_relative(found) and found.cue[-1].lemma_ not in _NAMING:
        return True
    if verb.dep_ == "relcl" and verb.head.tag_[:2] == "NN" and found.frame in {"object", "oblique"}:
        noun = found.block.offsets(verb.head, verb.head)[0]
        return any(low <= noun < high for low, high in found.content)
    auxiliary = next((t for t in verb.lefts if t.dep_ in {"aux", "auxpass"}), None)
    return auxiliary is not None and auxiliary.i < found.source.first.i and found.source.last.i < verb.i and verb.tag_ not in TENSED


def _is_free_relative(found: Found) -> bool:
    """Whether "what" is a part of the content: "what he acknowledged as | a rant"."""
    first = first_word(found)
    whole = first is not None and first.lower_ == "what" and found.block.offsets(first, first) == found.content[0]
    return whole and len(found.content) > 1


_NAMING = frozenset({"call", "describe", "consider", "term", "dub", "label"})
"""Verbs with which a claim can say "it" for "what": "called it a disgrace"."""


def passive_by(found: Found) -> Token | None:
    """The preposition before the source of a cue in the passive, behind what is said: "that | was disputed | by | Quill"."""
    verb, source = found.verb, found.source
    if verb is None or source is None or verb.tag_ != "VBN" or child(verb, "auxpass") not in found.cue:
        return None
    if found.content[-1][1] > found.block.offsets(found.cue[0], verb)[0]:
        return None
    return next((t for t in verb.rights if t.dep_ in {"agent", "prep"} and t.i < source.first.i <= t.right_edge.i), None)


def piece(text: str, start: int, end: int, meant: StandIn | None) -> str:
    """A piece of the content, with a name in the place of the pronoun that means it."""
    if meant is None or not start <= meant.start < end:
        return readable(text, start, end).text
    behind = min(meant.end, end)
    before, rest = readable(text, start, meant.start).text, readable(text, behind, end).text
    space = " " if text[behind : behind + 1].isspace() and rest else ""
    return f"{before}{' ' if before else ''}{meant.words}{space}{rest}"


def sentence_over(text: str, found: Found, meant: StandIn | None = None) -> str | None:
    """The sentence of the cue, if it has the content too and is not long; with a name in the place of the pronoun that means it."""
    if not found.cue:
        return None
    words = trimmed(found.cue[-1].sent)
    if words and words[0].dep_ == "cc":
        words = trimmed(words[1:])
    if not words or len(words) > _MOST:
        return None
    start, end = found.block.offsets(words[0], words[-1])
    last = max(high for _, high in found.content)
    end = last if last > end and not text[end:last].strip("\"”’'.") else end  # a mark that closes the last words
    if not all(start <= low and high <= end for low, high in found.content):
        return None
    told = piece(text, start, end, meant)
    if found.frame == "quote" and last == end and text[end : end + 1] in {"'", "’"}:
        told += "''" if text.startswith("''", end) else "'"  # the mark that closes it, as typewriters have it
    if told.count('"') % 2:
        told = f'{told}"' if text[end : end + 2].lstrip(".,!?")[:1] in {'"', "”"} else told.replace('"', "")
    return sentence(told)


def _mentioned(text: str, found: Found) -> str:
    """A noun with what it tells, as a sentence: "Fears that the bridge is unsafe are mentioned"."""
    cue = found.block.offsets(found.cue[0], found.cue[-1])
    noun = found.cue[-1].nbor(-1) if found.cue[-1].pos_ == "ADP" and found.cue[-1].i else found.cue[-1]
    words = readable(text, min(cue[0], found.content[0][0]), max(cue[1], found.content[-1][1])).text
    return sentence(f"{words} {'are' if noun.tag_ == 'NNS' else 'is'} mentioned")
