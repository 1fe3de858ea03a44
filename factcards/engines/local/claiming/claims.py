"""One self-contained sentence for each attribution, in the article's own words: full name, finite cue, content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcards.cards import Speaker
from factcards.engines.local.claiming.contents import (
    antecedent,
    asks,
    first_word,
    follows_that,
    is_clause,
    is_relative,
    lacks_subject,
    lowered,
    stands_before,
    states,
    without_that,
)
from factcards.engines.local.claiming.cues import cue_words, governed_cue, governed_words, is_taken_for_a_noun
from factcards.engines.local.claiming.phrases import (
    all_quoted,
    balanced,
    inner_name,
    joined,
    name_and,
    opening_name,
    quoted,
    sentence,
    with_marks,
)
from factcards.engines.local.claiming.verbatim import own_sentence, passive_by, piece, sentence_over, unnamed
from factcards.engines.local.found import Found, StandIn
from factcards.engines.local.parsing.grammar import FINITE, IF, TENSED, child
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.parsing.word_classes import verb_senses
from factcards.engines.local.ruled.asked import QUESTIONED
from factcards.engines.local.ruled.judging import denies_what_is_told
from factcards.engines.local.ruled.tellers import QUOTING
from factcards.engines.local.speakers.naming import text_of
from factcards.lexicon import speech_verbs
from factcards.mapped import readable

__all__ = ["lead", "narrowed", "reported", "word_claim"]


def word_claim(text: str, found: Found, speaker: Speaker | None, meant: StandIn | None = None) -> str:
    """The claim's sentence.

    Args:
        text: The article.
        found: The attribution.
        speaker: As resolved, null for narration.
        meant: The words to tell in the place of a pronoun of the content, where it is sure whom it means.
    """
    pieces = [piece(text, start, end, meant) for start, end in found.content]
    if speaker is None and found.cue:
        return unnamed(text, found)
    if found.frame == "narration" or speaker is None:
        return sentence(joined(text, found, pieces))
    if (quoting := _quoting(text, found, speaker, pieces)) is not None:
        return quoting
    untold = pieces[0] == "which"  # "profit fell, which | the firm put down to | the fog"
    untold = untold and (antecedent(found, pieces) is None or (found.frame == "object" and found.cue[-1].pos_ == "ADP"))
    untold = untold or pieces[0].startswith("whose ") or denies_what_is_told(found)
    untold = untold or (speaker.resolved_by == "unresolved" and found.source is not None and found.source.head.tag_ == "PRP$")
    untold = untold or _is_of_what_was_named(found, pieces) or _has_a_gap(found, pieces) or _is_told_around(found)
    untold = untold or _is_cut_at_a_relative(found, pieces)
    untold = untold or _is_only_a_name(found) or _lacks_its_subject(found, pieces) or speaker.name.lower() == "those"
    if (own := sentence_over(text, found, meant) if untold else own_sentence(text, found)) is not None:
        return own
    if found.frame in {"quote", "carried"} or (found.frame == "clause" and all_quoted(text, found)):
        return f"{lead(text, found, speaker)}{'' if _is_no_utterance(text, found) else ':'} {quoted(pieces)}"
    return sentence(_told(text, found, speaker, pieces))


def lead(text: str, found: Found, speaker: Speaker) -> str:
    """Who says a quotation, and how: "Ada Quill said", "Asked whether it was safe, Ada Quill said"."""
    asked = _asked(found)
    name = opening_name(text, speaker) if asked is None else f"{asked}, {inner_name(text, speaker)}"
    return f"{name} {governed_cue(text, found) or cue_words(found)}"


def _is_only_a_name(found: Found) -> bool:
    """Whether a quotation is what something else is called: "a plan that Quill labelled | “absurd” |"."""
    return found.frame == "quote" and found.verb is not None and found.verb.lemma_ in _NAMING


_NAMING = frozenset({"label", "dub", "call", "describe", "refer", "brand", "deem", "term", "nickname", "christen"})


def _is_no_utterance(text: str, found: Found) -> bool:
    """Whether a quotation is what somebody likes or is for and does not say: "supports | “fair pay” |", "likes | “Holt Road” |"."""
    verb = found.verb
    if verb is None or not verb.is_alpha or verb.lemma_ in speech_verbs():
        return False
    words = [t for low, high in found.content for t in found.block.words(low, high)]
    titled = _is_title(words) and _SAID not in verb_senses(verb.lemma_)
    small = text[found.content[0][0]].islower() or titled
    return small and not any(t.tag_ in FINITE for t in words)


def _is_title(words: Sequence[Token]) -> bool:
    """Whether all words but small ones have a capital, as those of a title do."""
    named = all(t.text[:1].isupper() or t.is_punct or t.pos_ in {"DET", "ADP", "CCONJ", "PART"} for t in words)
    return named and any(t.pos_ in {"PROPN", "NOUN"} for t in words) and words[-1].text not in {"!", "?"}


_SAID = "32"
"""WordNet's verbs of communication."""


def _lacks_its_subject(found: Found, pieces: Sequence[str]) -> bool:
    """Whether a clause begins with its verb, and nothing tells whose: "55 letters, which Quill said | were all of them |"."""
    first = first_word(found)
    beside = found.verb is not None and found.verb.dep_ in {"relcl", "acl", "ccomp"}
    return (
        found.frame in {"clause", "object"}
        and beside
        and first is not None
        and lacks_subject(found, first)
        and antecedent(found, pieces) is None
    )


def _is_of_what_was_named(found: Found, pieces: Sequence[str]) -> bool:
    """Whether it only says something of what was named before: "a lake that it had described | as safe", "that it was safe, | a claim |
    that Quill called | untrue".
    """
    verb = found.verb
    if verb is None or verb.dep_ not in {"relcl", "acl", "ccomp"}:
        return False
    summed_up = (found.block.offsets(noun, noun)[1] for noun in (verb.head, verb.head.head))  # "a charge | the utility | dismissed"
    if found.frame == "object" and found.settled and found.content[0][1] in summed_up:
        return True
    if verb.dep_ != "relcl" or len(pieces) > 1 or not pieces[0].startswith("as "):
        return False
    described = child(verb, "dobj")
    return described is None or described.tag_ in {"WDT", "WP"}


def _quoting(text: str, found: Found, speaker: Speaker, pieces: Sequence[str]) -> str | None:
    """The claim of who quotes another behind what that one says: "The agency quoted Quill as saying that it would close"."""
    verb = found.verb
    last = found.block.word_at(found.content[-1][0])
    if verb is None or last is None or last.i < verb.i or len(pieces) < 2:
        return None
    if verb.lemma_ not in QUOTING or not pieces[-1].endswith(" as saying"):
        return None
    said = replace(found, content=found.content[:-1])
    told = f"{lead(text, found, speaker)} {pieces[-1]}"
    if all_quoted(text, said):
        return f"{told}: {quoted(pieces[:-1])}"
    return sentence(f"{told} that {lowered(joined(text, said, pieces[:-1]), said)}")


def _is_told_around(found: Found) -> bool:
    """Whether a passive stands between what it is told of and what is told: "The play | was described by Holt | as “dull”", be the first of
    these content or not.
    """
    verb, source = found.verb, found.source
    if verb is None or child(verb, "auxpass") is None:
        return False
    behind = source is not None and source.block is found.block and source.head.i > verb.i  # "He | was accused of | lying by the union"
    if child(verb, "agent") is None and not behind:
        return False
    start = found.block.offsets(verb, verb)[0]
    if len(found.content) < 2:
        return behind and found.frame == "oblique" and start < found.content[0][0]
    return found.content[0][1] <= start < found.content[-1][0]


def _has_a_gap(found: Found, pieces: Sequence[str]) -> bool:
    """Whether it says something of the noun before, and nothing tells as what: "a fog that | pilots say | masks talk of a storm", "the
    bridge | she promised | to repair".
    """
    verb = found.verb
    if verb is None or verb.dep_ != "relcl" or found.frame not in {"clause", "infinitive"} or len(pieces) > 1:
        return False
    subject, first = child(verb, "nsubj"), verb.left_edge
    opening = first.nbor(1) if first.lower_ == "that" else first
    beside = subject is not None and opening.i == subject.left_edge.i and subject.i < found.cue[0].i and subject.tag_[0] != "W"
    missing = beside and verb.head.i == first.i - 1 and verb.head.lemma_.lower() not in _WHEN_OR_WHY
    return missing and antecedent(found, pieces) is None


_WHEN_OR_WHY = frozenset({"day", "moment", "time", "year", "month", "week", "way", "reason", "place"})
"""Of these a clause tells that misses nothing: "the day | she hopes | to leave"."""


def _is_cut_at_a_relative(found: Found, pieces: Sequence[str]) -> bool:
    """Whether the first piece ends with what the second tells of, and is no noun alone: "cost twice what | Quill said | it would", "is the
    woman | police say | drove it".
    """
    if len(pieces) < len(("is the woman", "drove it")) or found.verb is None:
        return False
    behind = found.block.word_at(found.content[1][0])
    source = found.source
    lost = behind is not None and behind.tag_ in TENSED and source is not None and source.start == found.content[0][1] + 1
    states_it = any(t.tag_ in TENSED for t in found.block.words(*found.content[0]))
    return (lost and states_it) or pieces[0].endswith((" what", " whom"))


def _told(text: str, found: Found, speaker: Speaker, pieces: list[str]) -> str:
    """Who says it, how, and the content in the speaker's sentence."""
    pieces = _without_relative(found, pieces)
    meant = antecedent(found, pieces)
    bare = meant is not None and not is_relative(pieces)
    if meant is None and _is_told_of_a_noun(found, pieces):
        meant = f"the {pieces[0].partition(' ')[2]}"
        pieces = _with_noun(text, found, pieces, meant)
    elif meant is not None:
        pieces = _with_antecedent(text, found, pieces, meant)
    elif pieces[0] == "what" and len(pieces) > 1:  # "in what the minister called | a disgrace"
        pieces = ["it", *pieces[1:]]
    content = balanced(text, found, joined(text, found, with_marks(text, found, pieces)))
    if found.frame == "according":
        return f"According to {inner_name(text, speaker)}, {lowered(content, found)}"
    if found.frame == "noun" and not is_taken_for_a_noun(found.cue[-1], found):
        noun = next((t for t in found.cue if t.pos_ in {"NOUN", "PROPN"}), found.cue[0])
        took = "had" if noun.lemma_.lower() in _HELD else "made"
        return f"{opening_name(text, speaker)} {took} the {noun.text} that {lowered(content, found)}"
    if (agent := passive_by(found)) is not None:
        cue = " ".join(t.text for t in found.cue if t.i < agent.i)
        return f"{content} {cue} {agent.text} {inner_name(text, speaker)}"
    if (governed := governed_words(text, found)) is not None:
        return name_and(opening_name(text, speaker), f"{governed} {content}")
    link = "" if found.frame == "clause" and meant is None and asks(found) else _link(text, found, whole=meant is not None, bare=bare)
    ahead = found.content[0][0] < found.block.offsets(found.cue[0], found.cue[0])[0]
    cue = cue_words(found)
    if link == "that " and found.cue[-1].tag_ == "IN" and cue.endswith(f" {found.cue[-1].text}"):
        link = ""  # "was happy with | the player he signed"
    words = without_that(lowered(content, found), found) if link == "that " else lowered(content, found) if ahead else content
    told = f"{cue} {_judged(found)}{link}{words}"
    asked = _asked(found)
    return name_and(opening_name(text, speaker), told) if asked is None else f"{asked}, {name_and(inner_name(text, speaker), told)}"


def _without_relative(found: Found, pieces: list[str]) -> list[str]:
    """The pieces without the relative pronoun that ends a first one that is only a noun: "55 letters that | Quill said | were false"."""
    behind = found.block.word_at(found.content[1][0]) if len(pieces) > 1 and len(found.content) > 1 else None
    if found.frame != "clause" or behind is None or behind.tag_ not in TENSED:
        return pieces
    states = any(t.tag_ in TENSED for t in found.block.words(*found.content[0]))
    return pieces if states else [_RELATED.sub("", pieces[0]), *pieces[1:]]


_RELATED = re.compile(r"(?<=\w) (?:that|which|who)\Z")
"""A relative pronoun behind its noun."""


def _is_told_of_a_noun(found: Found, pieces: Sequence[str]) -> bool:
    """Whether the first piece is the noun right before who says something of it: "a plan | residents vowed | to fight"."""
    source = found.source
    if source is None or len(pieces) != len(("a plan", "to fight")) or found.content[0][1] + 1 != source.start:
        return False
    return pieces[0].split()[0] in {"a", "an"} and found.cue[-1].i < found.block.place(found.content[1][0])


def _with_noun(text: str, found: Found, pieces: Sequence[str], noun: str) -> list[str]:
    """The pieces with that noun where it belongs: "to fight the plan", "the plan would fail"."""
    start, end = found.content[1]
    to = found.block.word_at(start)
    if to is None or to.tag_ != "TO" or not start < found.block.offsets(to.head, to.head)[1] <= end:
        return [noun, pieces[1]]
    verb = found.block.offsets(to.head, to.head)[1]
    return ["", f"{readable(text, start, verb).text} {noun} {readable(text, verb, end).text}".rstrip()]


def _judged(found: Found) -> str:
    """How likely somebody thinks what is said behind it: "thought | it unlikely | that the hotel would appeal"."""
    first = first_word(found)
    if not found.cue or first is None or first.i <= found.cue[-1].i + 1:
        return ""
    between = [t for t in first.doc[found.cue[-1].i + 1 : first.i] if t.lower_ != "that"]
    likely = len(between) > 1 and between[0].lower_ == "it" and between[-1].pos_ == "ADJ" and all(t.pos_ == "ADV" for t in between[1:-1])
    return " ".join(t.text for t in between) + " " if likely else ""


def _with_antecedent(text: str, found: Found, pieces: Sequence[str], meant: str) -> list[str]:
    """The pieces, as many as before, with a noun in the place of its relative pronoun: behind the verb whose object it is ("to build | six
    reactors | by ..."), else in front.
    """
    if not is_relative(pieces):
        return [f"{meant} {pieces[0]}", *pieces[1:]]
    first = first_word(found)
    if first is not None and first.dep_ == "dobj" and len(pieces) > 1 and first.head not in found.cue:
        end, (low, high) = found.block.offsets(first.head, first.head)[1], found.content[1]
        if low < end <= high:
            if first.head.lemma_ == "be":  # "a rule which | Quill said | he was minded to change"
                end = high
            behind = readable(text, end, high).text
            return ["", f"{readable(text, low, end).text} {meant}{' ' if text[end : end + 1].isspace() else ''}{behind}", *pieces[2:]]
    return [meant, *pieces[1:]]


def _link(text: str, found: Found, *, whole: bool, bare: bool) -> str:
    """What joins cue and content: "that " before a clause, a preposition, or nothing. `whole`: a clause that has got its subject or object
    from the noun that it tells about; `bare`: one that was without its subject.
    """
    if found.verb is not None and found.verb.lemma_ == "accuse":
        return ""
    if found.frame == "clause":
        if found.verb is not None and found.verb.lemma_ == "put" and (put := _who_is_asked(text, found)):
            return f"{put} "  # "put | it to him that"
        return "that " if states(found) or follows_that(text, found) or (whole and not text.startswith("to ", found.content[-1][0])) else ""
    if found.frame == "noun":
        return "that " if states(found) else ""
    if found.frame == "object" and (bare or is_clause(text, found) or stands_before(found)):
        return "that "
    if found.frame == "infinitive" and (asked := _who_is_asked(text, found)):
        return f"{asked} "
    if found.frame == "object":
        return _preposition_before(found)
    return _preposition_of(text, found, found.link) if found.frame == "oblique" and found.link and found.link not in found.cue else ""


def _preposition_of(text: str, found: Found, link: Token) -> str:
    """The preposition before a content; with what it governs where that stands before, or none: "passed on | to Tarn | a request"."""
    governed, start = child(link, "pobj"), found.content[0][0]
    end = found.block.offsets(link, link)[1]
    if governed is None or not end <= found.block.offsets(governed, governed)[0] < start:
        return f"{link.text} "
    between = " ".join(text[end:start].split())
    return f"{link.text} {between} " if len(between) <= _SHORT and not _MARKED.search(between) else ""


def _preposition_before(found: Found) -> str:
    """The preposition of a cue right before its content, where neither has it: "warned | of | cracks in the dam"."""
    first = found.block.word_at(found.content[0][0])
    before = first.nbor(-1) if first is not None and first.i else None
    own = before is not None and before.dep_ == "prep" and before.head is found.verb and found.cue[-1].i == before.i - 1
    return f"{before.text} " if before is not None and own else ""


def _who_is_asked(text: str, found: Found) -> str:
    """The words between a cue and an infinitive that is its content: "called | on Quill | to resign"."""
    end = found.block.offsets(found.cue[-1], found.cue[-1])[1]
    between = " ".join(text[end : found.content[0][0]].split()).rstrip(' "“') if end < found.content[0][0] else ""
    return between if len(between) <= _SHORT and not _MARKED.search(between) else ""


_HELD = frozenset({"view", "belief", "opinion", "conviction", "hope", "fear", "feeling", "impression", "idea", "suspicion", "doubt"})
"""Nouns that tell what somebody has in mind: nobody makes them."""
_SHORT = 40
"""Code points up to which who is asked is told in a claim."""
_MARKED = re.compile(r"[,;:.()\"“”]")


def reported(
    text: str,
    outer: Found,
    teller: Speaker | None,
    inner: Found,
    speaker: Speaker | None,
    between: tuple[Found, Speaker | None] | None = None,
) -> str | None:
    """The claim of one that a second speaker plainly tells of a first: "According to Marsh, Quill denied it"; None where the outer level
    needs its own words, or one of the two has no name or is the other. With a level `between` them: "According to Voll, as told by Marsh,
    Quill denied it".
    """
    if between is not None:
        return _reported_twice(text, (outer, teller), between, (inner, speaker))
    if outer.frame != "clause" or inner.frame in {"quote", "carried", "according", "noun"} or own_sentence(text, inner) is not None:
        return None
    if teller is None or speaker is None or teller.name.lower() == speaker.name.lower():
        return None
    if _is_open(outer, teller) or _is_open(inner, speaker) or not _plainly_says(outer):
        return None
    whole, opening = word_claim(text, inner, speaker), opening_name(text, speaker)
    if not whole.startswith(opening):  # "The claim was dismissed by Marsh"
        return None
    return f"According to {_small(text, outer, teller)}, {_small(text, inner, speaker)}{whole.removeprefix(opening)}"


def _small(text: str, found: Found, speaker: Speaker) -> str:
    """The speaker within a sentence, a common word that begins one in the article in small letters."""
    name, first = inner_name(text, speaker), found.source.first if found.source is not None else None
    if first is None or first.pos_ not in {"NOUN", "ADJ", "NUM"} or not name.startswith(first.text) or not first.text[1:].islower():
        return name
    within = first.i > first.sent.start and first.nbor(-1).is_alpha  # "said Tarn campaign strategists plan": as it is written
    return name if within else f"{name[:1].lower()}{name[1:]}"


def _reported_twice(
    text: str, outer: tuple[Found, Speaker | None], between: tuple[Found, Speaker | None], inner: tuple[Found, Speaker | None]
) -> str | None:
    """The claim of one at the third level: "According to Voll, as told by Marsh, Quill denied it"."""
    (told, teller), (nearest, witness), (_, speaker) = outer, between, inner
    claim = reported(text, nearest, witness, *inner)
    if claim is None or teller is None or witness is None or speaker is None or _is_open(told, teller):
        return None
    if teller.name.lower() in {witness.name.lower(), speaker.name.lower()} or not (told.frame == "according" or _plainly_says(told)):
        return None
    opening, _, rest = claim.partition(f", {(name := _small(text, inner[0], speaker))}")
    return f"{opening}, as told by {_small(text, told, teller)}, {name}{rest}" if rest else None


def _is_open(found: Found, speaker: Speaker) -> bool:
    return speaker.resolved_by == "unresolved" and found.source is not None and found.source.head.pos_ == "PRON"


_HEARING = frozenset({"ask", "wonder", "inquire", "question", "hear", "learn", "know", "see", "realise", "realize", "understand"})
"""Verbs with which somebody does not say what stands behind them."""


def _plainly_says(found: Found) -> bool:
    """Whether the speaker does say it: not "did not say that", "would say that", "asked whether", nor under an "if"."""
    verb = found.verb
    if verb is None or verb.lemma_ in _HEARING or asks(found):
        return False
    return not any(t.dep_ == "neg" or (t.dep_ == "mark" and t.lower_ != "that") or t.tag_ == "MD" for t in verb.lefts)


def narrowed(text: str, outer: Found, inner: Found) -> Found:
    """The outer attribution with that part of its content alone that tells the inner one: "said | the work goes on and that | it hopes to
    reopen the bridge", of somebody's speech the sentences that hold it. As it is where the rest is more than a clause beside it, such as a
    condition.
    """
    if outer.frame in {"quote", "carried"} and inner.cue and (inner.block is outer.block or len(outer.content) > 1):
        return _sentences_of(outer, inner)
    if inner.source is None or not inner.cue or inner.verb is None or len(outer.content) > 1:
        return outer
    cue = inner.block.offsets(inner.cue[0], inner.cue[-1])
    start, end = min(inner.source.start, cue[0], inner.content[0][0]), max(cue[1], inner.content[-1][1])
    piece = next(((low, high) for low, high in outer.content if low <= start and end <= high), None)
    if piece is None:
        return outer
    before, after = text[piece[0] : start], text[end : piece[1]]
    if before and inner.verb.dep_ != "conj" and not before.endswith(" that "):
        return outer
    if not (_BESIDE_BEFORE.search(before) and _BESIDE_AFTER.match(after) and before.count('"') % 2 == after.count('"') % 2 == 0):
        return outer
    return replace(outer, content=[(start, end)])


def _sentences_of(outer: Found, inner: Found) -> Found:
    """A speech with those sentences alone that hold the inner one, in whichever piece of it that stands."""
    block = inner.block
    cue = block.offsets(inner.cue[0], inner.cue[-1])
    start, end = min(cue[0], inner.content[0][0]), max(cue[1], inner.content[-1][1])
    piece = next(((low, high) for low, high in outer.content if low <= start and end <= high), None)
    if piece is None:
        return outer
    held = [block.offsets(s[0], s[-1]) for s in block.doc.sents if len(s)]
    over = [(max(piece[0], first), min(piece[1], last)) for first, last in held if first < end and start < last]
    return replace(outer, content=[(over[0][0], over[-1][1])]) if over and over[0][0] < over[-1][1] else outer


_BESIDE_BEFORE = re.compile(r"(?:\A|[,;]?\s(?:and|but)\s+(?:that\s+)?)\Z")
_BESIDE_AFTER = re.compile(r"[\s.]*\Z|[,;]?\s+(?:and|but)\s")


def _asked(found: Found) -> str | None:
    """The question before an answer that says little without it: "Asked whether it was safe, Quill said it was", "When asked, ...", or the
    condition before what somebody says: "If it floods, Quill said the road would close".
    """
    verb, source = found.verb, found.source
    if (condition := _condition(found)) is not None:
        return condition
    asked = (
        next((t for t in verb.lefts if t.dep_ == "advcl" and t.tag_ == "VBN" and t.lemma_.lower() in QUESTIONED), None)
        if verb is not None
        else None
    )
    if asked is None or found.frame not in {"clause", "infinitive", "quote", "object"} or child(asked, "nsubjpass") is not None:
        return None
    first = None if source is None else source.head.head.left_edge if source.head.dep_ == "appos" else source.first
    last = asked.right_edge if first is None or not asked.i < first.i <= asked.right_edge.i else first.nbor(-1)
    between = asked.doc[last.i + 1 : first.i] if first is not None and last.i < first.i else ()
    if between and first is not None and not any(t.text == "," for t in between[:-1]):  # "Asked on Monday | if he stood by that, | he"
        last = first.nbor(-1)
    words = text_of(asked.left_edge, last).rstrip(" ,")
    return None if '"' in words or "“" in words else words


def _condition(found: Found) -> str | None:
    """The words from an "if" that begins the sentence up to the comma before who says something on that condition."""
    verb, source = found.verb, found.source
    if verb is None or source is None or source.block is not found.block or not source.first.i > verb.sent.start + 1:
        return None
    mark, last = verb.sent[0], source.first.nbor(-1)
    if last.text != "," or mark.lower_ not in IF or mark.head.dep_ != "advcl" or found.content[0][0] < source.start:
        return None
    words = text_of(mark, last.nbor(-1))
    return None if _QUOTED.search(words) else words


_QUOTED = re.compile(r"[:;\"“”]")
